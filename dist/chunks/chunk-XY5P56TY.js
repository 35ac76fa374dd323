import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  SettingsError
} from "./chunk-XRVFALA3.js";

// src/leftovers.ts
import { rmSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
var leftovers = /* @__PURE__ */ new Set();
var endings = /* @__PURE__ */ new Set();
var ENDING_MS = 7e3;
async function endEverything() {
  const timer = new AbortController();
  const begun = [...endings].map(async (end) => end());
  await Promise.race([Promise.allSettled(begun), pause(ENDING_MS, void 0, { signal: timer.signal }).catch(() => void 0)]);
  timer.abort();
}
function removeLeftovers() {
  for (const folder of leftovers) {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    } catch (error) {
      process.stderr.write(`${folder} could not be removed (${error.code ?? "unknown error"}). It may hold content of the logs: delete it.
`);
    }
  }
}
async function makeTemporaryFolder(tempDir) {
  const parent = tempDir ?? tmpdir();
  try {
    await mkdir(parent, { recursive: true });
    const folder = await mkdtemp(join(parent, "cloudtrail-evidence-"));
    leftovers.add(folder);
    return folder;
  } catch (error) {
    throw new SettingsError(`temp-dir: nothing can be written in ${parent}; give a folder that this user may write to.`, { cause: error });
  }
}
async function removeTemporaryFolder(folder) {
  await rm(folder, { recursive: true, force: true });
  leftovers.delete(folder);
}

export {
  leftovers,
  endings,
  endEverything,
  removeLeftovers,
  makeTemporaryFolder,
  removeTemporaryFolder
};
