import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/sources/log-reader.ts
import { readFile as readFileByCallback } from "node:fs";
import { promisify } from "node:util";
var readFile = promisify(readFileByCallback);
var LOCAL_FILES = {
  filesAtOnce: 4,
  async read({ path, bytes }, maxBytes) {
    if (bytes > maxBytes) return tooLarge(bytes, maxBytes);
    try {
      return await readFile(path);
    } catch (error) {
      return { reason: "cannot be opened", detail: error.code ?? "unknown error" };
    }
  }
};
function tooLarge(bytes, maxBytes) {
  return { reason: "too large", detail: `the file has ${bytes} bytes, more than ${maxBytes}` };
}

export {
  LOCAL_FILES,
  tooLarge
};
