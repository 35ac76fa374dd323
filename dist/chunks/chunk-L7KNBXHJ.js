import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/publish/errors.ts
var PublishError = class extends Error {
  name = "PublishError";
};

export {
  PublishError
};
