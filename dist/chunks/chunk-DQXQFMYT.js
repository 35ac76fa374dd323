import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  SettingsError
} from "./chunk-XRVFALA3.js";

// src/evidence/result.ts
var RESULTS = [
  "failed",
  "not-evaluated",
  "not-collected",
  "exceptions",
  "incomplete",
  "no-exceptions",
  "population",
  "observed",
  "not-observed"
];
var RESULT_WORDS = {
  failed: "Query failed",
  "not-evaluated": "Not evaluated",
  "not-collected": "Not collected",
  exceptions: "Exceptions noted",
  incomplete: "Incomplete",
  "no-exceptions": "No exceptions noted",
  population: "Population for sampling",
  observed: "Observed",
  "not-observed": "Not observed"
};
var REASON_WORDS = {
  "query-failed": "the query did not run to its end",
  "list-not-configured": "a list this query needs is not in the settings file",
  "class-not-collected": "no events of this class in the logs, and no statement that it was selected",
  "no-events": "no events, and no digests that account for the silence",
  "digest-gap": "hours without a digest between hours that have one",
  "file-missing": "a digest names a log file that is not in the archive",
  "file-differs": "a log file is not the one its digest names",
  "file-unreadable": "a log file could not be read",
  "malformed-records": "records without an event id or time",
  "logging-stopped": "the logs show that logging was stopped",
  "selection-not-shown": "nothing shows that these events were selected for the whole period",
  "partly-selected": "only some of these events were selected"
};

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

// src/report/visible-text.ts
var UNSEEN = new RegExp(
  [
    // Controls, format characters, lone surrogates, private use, unassigned; line and paragraph separators.
    String.raw`[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]`,
    // What fonts draw as nothing, and spaces that are not the space.
    String.raw`\p{Default_Ignorable_Code_Point}`,
    String.raw`(?! )\p{Zs}`,
    "\u2800",
    // The two signs this function itself writes.
    "[\u27E8\u23CE]",
    // A mark with nothing to stand on, and marks piled higher than any script needs.
    String.raw`(?<=^|\p{M}{3})\p{M}`
  ].join("|"),
  "gu"
);
var DRAWN_FORMAT = /[\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2]/;
function codePointName(char) {
  return `\u27E8U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}\u27E9`;
}
function visibleLine(text) {
  return text.replace(UNSEEN, (char) => char === "\n" ? "\u23CE" : DRAWN_FORMAT.test(char) ? char : codePointName(char));
}
function visibleBlock(text) {
  return text.split("\n").map((line) => line.split("	").map(visibleLine).join("    ")).join("\n");
}
var LONGEST_NAME = 1100;
var LONGEST_PROSE = 300;
function capped(text) {
  if (text.length <= LONGEST_PROSE) return { shown: text, missing: 0 };
  const limit = /\s/.test(text.slice(0, LONGEST_NAME)) ? LONGEST_PROSE : LONGEST_NAME;
  const points = Array.from(text);
  return points.length <= limit ? { shown: text, missing: 0 } : { shown: points.slice(0, limit).join(""), missing: points.length - limit };
}

// src/report/markdown-text.ts
function markdownData(text, place) {
  const safe = codeSpan(shortRuns(visibleLine(text)));
  return place === "table" ? escapePipes(safe) : safe;
}
var LONGEST_FENCE = 16;
function shortRuns(text) {
  return text.replace(/`+/g, (run) => run.length > LONGEST_FENCE ? codePointName("`").repeat(run.length) : run);
}
function longestRun(text) {
  return Math.max(0, ...Array.from(text.matchAll(/`+/g), (run) => run[0].length));
}
function codeSpan(text) {
  if (text === "") return "";
  const fence = "`".repeat(longestRun(text) + 1);
  const pad = /^`|`$/.test(text) || /^ .* $/.test(text) && text.trim() !== "" ? " " : "";
  return `${fence}${pad}${text}${pad}${fence}`;
}
function escapePipes(text) {
  return text.replace(/(\\*)\|/g, (_, slashes) => `${codePointName("\\").repeat(slashes.length)}\\|`);
}
function markdownWords(text) {
  return visibleLine(text.replace(/\s*\n\s*/g, " ")).replace(/[\\`*_[\]<>&#|~$@!{}]/g, (char) => `\\${char}`).replace(/:\/\//g, "\\://").replace(/\bwww\./gi, (www) => `${www.slice(0, -1)}\\.`).replace(/^(\s*)([-+=]|\d+(?=[.)](?:\s|$)))/, (_, space, mark) => /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`);
}
function markdownBlock(text, language) {
  const body = visibleBlock(text);
  const fence = "`".repeat(Math.max(3, longestRun(body) + 1));
  return `${fence}${language}
${body}
${fence}`;
}

export {
  RESULTS,
  RESULT_WORDS,
  REASON_WORDS,
  visibleLine,
  visibleBlock,
  capped,
  markdownData,
  markdownWords,
  markdownBlock,
  leftovers,
  endings,
  endEverything,
  removeLeftovers,
  makeTemporaryFolder,
  removeTemporaryFolder
};
