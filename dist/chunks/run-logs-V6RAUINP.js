import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  callingOf,
  clientWorld,
  endRun,
  findLogs,
  listArchive,
  worldOf
} from "./chunk-OXV5CZL2.js";
import "./chunk-6FZD2Q4K.js";
import "./chunk-FMZDPIGI.js";
import "./chunk-QONCPJAH.js";
import "./chunk-T4ERRSQM.js";
import "./chunk-QUYZWO2B.js";
import "./chunk-UJGNYGTX.js";
import "./chunk-32PB2WSB.js";
import "./chunk-XRVFALA3.js";
import "./chunk-6DG7BXTN.js";
export {
  callingOf,
  clientWorld,
  endRun,
  findLogs,
  listArchive,
  worldOf
};
