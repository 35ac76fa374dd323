import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  listS3Logs
} from "./chunk-KH7Y2XTH.js";
import "./chunk-YIPAMS5I.js";
import "./chunk-ACIWMXZJ.js";
import "./chunk-QONCPJAH.js";
import "./chunk-T4ERRSQM.js";
import "./chunk-WDZTS72M.js";
import "./chunk-MBFMNIQA.js";
import "./chunk-4LDIQ6TC.js";
import "./chunk-UJGNYGTX.js";
import "./chunk-XRVFALA3.js";
import "./chunk-UBRMDZUN.js";
import "./chunk-6DG7BXTN.js";
export {
  listS3Logs
};
