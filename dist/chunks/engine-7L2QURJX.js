import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  lock,
  openDuckDb,
  openInstance,
  readPrelude
} from "./chunk-K7ZYXAI4.js";
import "./chunk-DJ6OBPDS.js";
import "./chunk-RDZRKEUG.js";
import "./chunk-4FWAGCHY.js";
import "./chunk-QUYZWO2B.js";
import "./chunk-UJGNYGTX.js";
import "./chunk-32PB2WSB.js";
import "./chunk-Q6DGIV3J.js";
import "./chunk-MOC3KAUT.js";
import "./chunk-XRVFALA3.js";
import "./chunk-RLU6Z4TT.js";
import "./chunk-6DG7BXTN.js";
export {
  lock,
  openDuckDb,
  openInstance,
  readPrelude
};
