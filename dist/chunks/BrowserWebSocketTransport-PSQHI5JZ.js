import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  BrowserWebSocketTransport
} from "./chunk-TYONQVKP.js";
import "./chunk-DYJTG5UP.js";
import "./chunk-6DG7BXTN.js";
export {
  BrowserWebSocketTransport
};
