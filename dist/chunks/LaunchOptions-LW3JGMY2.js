import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  convertPuppeteerChannelToBrowsersChannel
} from "./chunk-FDHUPMQR.js";
import "./chunk-IKBWZJTU.js";
import "./chunk-6DG7BXTN.js";
export {
  convertPuppeteerChannelToBrowsersChannel
};
