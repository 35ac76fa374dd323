import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  planRun,
  readLayout,
  readTable
} from "./chunk-MZ5EO56M.js";
import "./chunk-IBMLUYZP.js";
import "./chunk-ZRF66DZE.js";
import "./chunk-JUFBJZPS.js";
import "./chunk-MBFMNIQA.js";
import "./chunk-4LDIQ6TC.js";
import "./chunk-VYH7LHI6.js";
import "./chunk-RDZRKEUG.js";
import "./chunk-4FWAGCHY.js";
import "./chunk-UJGNYGTX.js";
import "./chunk-MOC3KAUT.js";
import "./chunk-XRVFALA3.js";
import "./chunk-UBRMDZUN.js";
import "./chunk-6DG7BXTN.js";
export {
  planRun,
  readLayout,
  readTable
};
