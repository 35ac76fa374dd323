import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  ACCOUNT_STATEMENTS,
  planRun,
  readLayout,
  readTable
} from "./chunk-2V442D4H.js";
import "./chunk-ZRF66DZE.js";
import "./chunk-JUFBJZPS.js";
import "./chunk-MBFMNIQA.js";
import "./chunk-4LDIQ6TC.js";
import "./chunk-RDZRKEUG.js";
import "./chunk-MOC3KAUT.js";
import "./chunk-4FWAGCHY.js";
import "./chunk-UJGNYGTX.js";
import "./chunk-XRVFALA3.js";
import "./chunk-UBRMDZUN.js";
import "./chunk-6DG7BXTN.js";
export {
  ACCOUNT_STATEMENTS,
  planRun,
  readLayout,
  readTable
};
