import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  run
} from "./chunk-HKX7L5NJ.js";
import "./chunk-UERWHOAN.js";
import "./chunk-VHIIE7MC.js";
import "./chunk-ONQFE4MR.js";
import "./chunk-F7QTNUV3.js";
import "./chunk-73MOMXP4.js";
import "./chunk-4NAUAAZQ.js";
import "./chunk-XY5P56TY.js";
import "./chunk-PY3LH7K6.js";
import "./chunk-6FZD2Q4K.js";
import "./chunk-FMZDPIGI.js";
import "./chunk-QONCPJAH.js";
import "./chunk-T4ERRSQM.js";
import "./chunk-EA7ZEDDT.js";
import "./chunk-EV6EEJBZ.js";
import "./chunk-CMN5MDSK.js";
import "./chunk-F5VUOEX2.js";
import "./chunk-6CTNZPAA.js";
import "./chunk-YELMQY3O.js";
import "./chunk-4U3JR4NS.js";
import "./chunk-BN6UL3UT.js";
import "./chunk-4ECGUNLF.js";
import "./chunk-VYH7LHI6.js";
import "./chunk-RDZRKEUG.js";
import "./chunk-4FWAGCHY.js";
import "./chunk-LTWTVXJK.js";
import "./chunk-UJGNYGTX.js";
import "./chunk-32PB2WSB.js";
import "./chunk-4MBLTLJV.js";
import "./chunk-MOC3KAUT.js";
import "./chunk-XRVFALA3.js";
import "./chunk-RLU6Z4TT.js";
import "./chunk-6DG7BXTN.js";
export {
  run
};
