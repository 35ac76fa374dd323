import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  connectAws
} from "./chunk-ZROIT3AL.js";
import "./chunk-EEKOOYNI.js";
import "./chunk-S66PKLIS.js";
import "./chunk-YIPAMS5I.js";
import "./chunk-WDZTS72M.js";
import "./chunk-JUFBJZPS.js";
import "./chunk-MBFMNIQA.js";
import "./chunk-4LDIQ6TC.js";
import "./chunk-UBRMDZUN.js";
import "./chunk-6DG7BXTN.js";
export {
  connectAws
};
