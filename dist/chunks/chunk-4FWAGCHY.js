import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/engines/engine.ts
var EngineError = class extends Error {
  name = "EngineError";
};

export {
  EngineError
};
