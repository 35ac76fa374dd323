import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/engines/case-engine.ts
var CASE_FILE = "case.json";

export {
  CASE_FILE
};
