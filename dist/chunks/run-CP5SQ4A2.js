import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  run
} from "./chunk-ZGXQFFK7.js";
import "./chunk-KGWZP7B2.js";
import "./chunk-J7RJA2AA.js";
import "./chunk-YRFMU5F4.js";
import "./chunk-DEBR5HQT.js";
import "./chunk-C6CW55AU.js";
import "./chunk-EGFJIFG3.js";
import "./chunk-XY5P56TY.js";
import "./chunk-OXV5CZL2.js";
import "./chunk-6FZD2Q4K.js";
import "./chunk-FMZDPIGI.js";
import "./chunk-QONCPJAH.js";
import "./chunk-T4ERRSQM.js";
import "./chunk-B64YHNYZ.js";
import "./chunk-NX6MOXCH.js";
import "./chunk-6ZBGWTTC.js";
import "./chunk-MHNRA6J2.js";
import "./chunk-PQPGXULL.js";
import "./chunk-2UVDUH5S.js";
import "./chunk-4U3JR4NS.js";
import "./chunk-UQUMPY6H.js";
import "./chunk-HZS6KROO.js";
import "./chunk-VYH7LHI6.js";
import "./chunk-RDZRKEUG.js";
import "./chunk-4FWAGCHY.js";
import "./chunk-QUYZWO2B.js";
import "./chunk-UJGNYGTX.js";
import "./chunk-32PB2WSB.js";
import "./chunk-Q6DGIV3J.js";
import "./chunk-MOC3KAUT.js";
import "./chunk-XRVFALA3.js";
import "./chunk-RLU6Z4TT.js";
import "./chunk-6DG7BXTN.js";
export {
  run
};
