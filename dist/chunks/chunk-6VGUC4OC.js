import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/report/pdf/errors.ts
var PdfError = class extends Error {
  name = "PdfError";
};

export {
  PdfError
};
