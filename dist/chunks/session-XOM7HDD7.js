import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  connectAws
} from "./chunk-M6NISSDN.js";
import "./chunk-MIIZAU42.js";
import "./chunk-S66PKLIS.js";
import "./chunk-JUFBJZPS.js";
import "./chunk-XPYGVFDC.js";
import "./chunk-MBFMNIQA.js";
import "./chunk-4LDIQ6TC.js";
import "./chunk-WDZTS72M.js";
import "./chunk-UBRMDZUN.js";
import "./chunk-6DG7BXTN.js";
export {
  connectAws
};
