import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/pack/query.ts
var EXPECTATIONS = ["none", "population", "some", "measure"];
var CATEGORIES = ["management", "data", "network", "insight"];

export {
  EXPECTATIONS,
  CATEGORIES
};
