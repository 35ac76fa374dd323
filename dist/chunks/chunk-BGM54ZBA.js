import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// node_modules/puppeteer-core/lib/puppeteer/util/version.js
var packageVersion = "25.16.0";

export {
  packageVersion
};
