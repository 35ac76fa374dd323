import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  run
} from "./chunk-FC6GB6T5.js";
import "./chunk-V6Y7FW2H.js";
import "./chunk-TWUA46LT.js";
import "./chunk-VHPPMTIU.js";
import "./chunk-4JR4ITYG.js";
import "./chunk-DQXQFMYT.js";
import "./chunk-BZYZ2JED.js";
import "./chunk-2VOSUVSR.js";
import "./chunk-4X2X6UR2.js";
import "./chunk-KCGLT4MO.js";
import "./chunk-T4ERRSQM.js";
import "./chunk-ES4BHTQI.js";
import "./chunk-Y3H6DF5G.js";
import "./chunk-4KXG4ZEX.js";
import "./chunk-LTWTVXJK.js";
import "./chunk-32PB2WSB.js";
import "./chunk-RLU6Z4TT.js";
import "./chunk-MOC3KAUT.js";
import "./chunk-4FWAGCHY.js";
import "./chunk-UJGNYGTX.js";
import "./chunk-XRVFALA3.js";
import "./chunk-6DG7BXTN.js";
export {
  run
};
