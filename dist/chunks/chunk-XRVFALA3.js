import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/settings/errors.ts
var SettingsError = class extends Error {
  name = "SettingsError";
};

export {
  SettingsError
};
