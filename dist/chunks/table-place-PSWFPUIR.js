import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  tablePlace
} from "./chunk-XAAZVS3L.js";
import "./chunk-YM37DIQ2.js";
import "./chunk-YIPAMS5I.js";
import "./chunk-WDZTS72M.js";
import "./chunk-ZRF66DZE.js";
import "./chunk-MBFMNIQA.js";
import "./chunk-4LDIQ6TC.js";
import "./chunk-4FWAGCHY.js";
import "./chunk-UBRMDZUN.js";
import "./chunk-6DG7BXTN.js";
export {
  tablePlace
};
