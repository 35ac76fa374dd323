import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  tablePlace
} from "./chunk-MLXIQ2LB.js";
import "./chunk-UDZHBDGQ.js";
import "./chunk-ZRF66DZE.js";
import "./chunk-XPYGVFDC.js";
import "./chunk-MBFMNIQA.js";
import "./chunk-4LDIQ6TC.js";
import "./chunk-4FWAGCHY.js";
import "./chunk-WDZTS72M.js";
import "./chunk-UBRMDZUN.js";
import "./chunk-6DG7BXTN.js";
export {
  tablePlace
};
