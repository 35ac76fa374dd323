import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  visibleLine
} from "./chunk-4U3JR4NS.js";

// src/terminal/log-line.ts
function logLine(text) {
  return visibleLine(text).replace(/^(\s*):(?=:)/, "$1\u27E8U+003A\u27E9").replaceAll("##[", "#\u27E8U+0023\u27E9[");
}

export {
  logLine
};
