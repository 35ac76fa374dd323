import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  run
} from "./chunk-UQBKALUQ.js";
import "./chunk-DCVMPIOY.js";
import "./chunk-MYPVPXHQ.js";
import "./chunk-N7T65HO7.js";
import "./chunk-YCNFZCZH.js";
import "./chunk-LCBDGUJJ.js";
import "./chunk-6L6IB7BY.js";
import "./chunk-XY5P56TY.js";
import "./chunk-3W5PFCH4.js";
import "./chunk-6FZD2Q4K.js";
import "./chunk-FMZDPIGI.js";
import "./chunk-QONCPJAH.js";
import "./chunk-T4ERRSQM.js";
import "./chunk-A3HGGZYO.js";
import "./chunk-42D32WIA.js";
import "./chunk-YMHTNUJJ.js";
import "./chunk-RLIGX7HF.js";
import "./chunk-D5I45MHJ.js";
import "./chunk-4U3JR4NS.js";
import "./chunk-XPVKFPT6.js";
import "./chunk-G5C7RSEX.js";
import "./chunk-VYH7LHI6.js";
import "./chunk-RDZRKEUG.js";
import "./chunk-4FWAGCHY.js";
import "./chunk-LTWTVXJK.js";
import "./chunk-UJGNYGTX.js";
import "./chunk-32PB2WSB.js";
import "./chunk-FNAEHCSG.js";
import "./chunk-MOC3KAUT.js";
import "./chunk-XRVFALA3.js";
import "./chunk-RLU6Z4TT.js";
import "./chunk-6DG7BXTN.js";
export {
  run
};
