import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  productVersion
} from "./chunks/chunk-RLU6Z4TT.js";
import "./chunks/chunk-6DG7BXTN.js";

// src/main.ts
var isEnd = process.env["STATE_started"] === "true";
if (!isEnd) process.stdout.write(`CloudTrail Evidence ${productVersion()}
`);
var { cleanUp, runAction } = await import("./chunks/run-action-E47R7ZVE.js");
await (isEnd ? cleanUp() : runAction());
