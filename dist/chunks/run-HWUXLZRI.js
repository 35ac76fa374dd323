import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  run
} from "./chunk-IJTBVUXB.js";
import "./chunk-ZHUBGINX.js";
import "./chunk-SN5W6NTL.js";
import "./chunk-3LWQWSCW.js";
import "./chunk-DPM6J4UB.js";
import "./chunk-SMFINV4S.js";
import "./chunk-ACIWMXZJ.js";
import "./chunk-QONCPJAH.js";
import "./chunk-T4ERRSQM.js";
import "./chunk-HPDLGMQE.js";
import "./chunk-ZLQD2MFZ.js";
import "./chunk-BW5GXEOF.js";
import "./chunk-JUMVCKKU.js";
import "./chunk-CWMCMAMQ.js";
import "./chunk-RXGRHQMU.js";
import "./chunk-FL6RTO6D.js";
import "./chunk-LTWTVXJK.js";
import "./chunk-32PB2WSB.js";
import "./chunk-4KXG4ZEX.js";
import "./chunk-RLU6Z4TT.js";
import "./chunk-24CV3BSB.js";
import "./chunk-RDZRKEUG.js";
import "./chunk-4FWAGCHY.js";
import "./chunk-UJGNYGTX.js";
import "./chunk-MOC3KAUT.js";
import "./chunk-XRVFALA3.js";
import "./chunk-6DG7BXTN.js";
export {
  run
};
