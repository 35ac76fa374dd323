import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/pack/product-files.ts
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
var PRODUCT = "cloudtrail-evidence";
function productRoot(from = import.meta.url) {
  for (let folder = dirname(fileURLToPath(from)); ; folder = dirname(folder)) {
    if (packageOf(folder)?.name === PRODUCT) return folder;
    if (folder === dirname(folder)) {
      throw new Error(`No package.json of ${PRODUCT} above ${fileURLToPath(from)}: keep dist/ inside the product's folder, beside queries/ and frameworks/.`);
    }
  }
}
function productFolder(name) {
  return join(productRoot(), name);
}
function productVersion() {
  return packageOf(productRoot())?.version ?? "unknown";
}
function packageOf(folder) {
  const file = join(folder, "package.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}

export {
  productRoot,
  productFolder,
  productVersion
};
