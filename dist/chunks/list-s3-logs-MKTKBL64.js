import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  listS3Logs
} from "./chunk-4HGUZU7Z.js";
import "./chunk-XPYGVFDC.js";
import "./chunk-MBFMNIQA.js";
import "./chunk-4LDIQ6TC.js";
import "./chunk-6FZD2Q4K.js";
import "./chunk-FMZDPIGI.js";
import "./chunk-QONCPJAH.js";
import "./chunk-T4ERRSQM.js";
import "./chunk-UJGNYGTX.js";
import "./chunk-XRVFALA3.js";
import "./chunk-WDZTS72M.js";
import "./chunk-UBRMDZUN.js";
import "./chunk-6DG7BXTN.js";
export {
  listS3Logs
};
