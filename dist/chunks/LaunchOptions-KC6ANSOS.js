import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  convertPuppeteerChannelToBrowsersChannel
} from "./chunk-EMQHH5LJ.js";
import "./chunk-OWFSYBFW.js";
import "./chunk-HANBNIMK.js";
export {
  convertPuppeteerChannelToBrowsersChannel
};
