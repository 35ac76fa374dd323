import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  mustCases,
  mustNotCases,
  parseCaseFile
} from "./chunk-2UVDUH5S.js";
import {
  PackError,
  frameworkNames,
  loadFrameworks,
  loadOwn,
  loadQueries
} from "./chunk-UQUMPY6H.js";
import {
  problemLine,
  raise
} from "./chunk-HZS6KROO.js";
import {
  executable
} from "./chunk-MOC3KAUT.js";
import {
  SettingsError
} from "./chunk-XRVFALA3.js";
import {
  productFolder
} from "./chunk-RLU6Z4TT.js";

// src/pack/switched-off.ts
function checkSwitchedOff({ queriesOff, settingsFile }, queries) {
  const known = new Set(queries.map(({ id }) => id));
  const unknown = queriesOff.filter(({ id }) => !known.has(id));
  if (unknown.length === 0) return;
  const path = settingsFile?.path ?? "settings";
  throw new SettingsError(unknown.map(({ id, line }) => `${path}:${line}: queries.off names ${id}, which is no query of the pack; "cloudtrail-evidence queries" lists them.`).join("\n"));
}
function switchedOn({ queriesOff }, queries) {
  const off = new Set(queriesOff.map(({ id }) => id));
  return queries.filter(({ id }) => !off.has(id));
}

// src/self-test/load-cases.ts
import { readFile } from "node:fs/promises";
import { join } from "node:path";
async function productCases({ id }) {
  const shown = `__tests__/cases/${id}.yml`;
  try {
    return { shown, bytes: await readFile(join(productFolder("__tests__/cases"), `${id}.yml`)) };
  } catch (error) {
    const { code } = error;
    if (code === "ENOENT") return null;
    throw new PackError([problemLine(shown, { line: 1, sentence: `The file cannot be read (${code ?? "unknown error"}).` })]);
  }
}
async function loadCases(queries, source) {
  const read = await Promise.all(queries.map(async (query) => {
    const text = await source(query);
    if (text === null) return { query, sha256: null, must: [], mustNot: [] };
    const found = readCases(query, text.bytes);
    return "query" in found ? found : found.map((problem) => problemLine(text.shown, problem));
  }));
  const problems = read.flatMap((one) => "query" in one ? [] : one);
  if (problems.length > 0) throw new PackError(problems);
  return read.flatMap((one) => "query" in one ? [one] : []);
}
function readCases(query, bytes) {
  const parsed = parseCaseFile(bytes);
  if (!("file" in parsed)) return parsed;
  const problems = queryProblems(query, parsed);
  if (problems.length > 0) return problems;
  try {
    const [must, mustNot] = [mustCases(parsed.file), mustNotCases(parsed.file)];
    for (const { lists } of [...must, ...mustNot]) executable(query, lists);
    return { query, sha256: parsed.sha256, must, mustNot };
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return error.message.split("\n").map((sentence) => ({ line: parsed.lineOf(["settings"]), sentence: `In its settings: ${sentence.replace(/^case:\d+: /, "")}` }));
  }
}
function queryProblems(query, { file, lineOf }) {
  const rows = file.must.flatMap(({ rows: rows2 = [] }, must) => rows2.flatMap((row, index) => Object.keys(row).map((column) => ({ column, at: ["must", must, "rows", index, column] }))));
  return [
    ...file.query === query.id ? [] : [{ line: lineOf(["query"]), sentence: `These are cases of ${JSON.stringify(file.query)}; the file is named for ${query.id}.` }],
    ...rows.filter(({ column }) => !Object.hasOwn(query.columns, column)).map(({ column, at }) => ({ line: lineOf(at), sentence: `${query.id} has no column ${JSON.stringify(column)}.` }))
  ];
}

// src/load-pack.ts
async function loadPack(settings) {
  const { queries, frameworks, ownCases } = await loadAll(settings.ownQueries);
  checkSwitchedOff(settings, queries);
  return { queries, ownCases, frameworks: settings.frameworks.map((name) => frameworks.find((framework) => framework.name === name) ?? raise(`frameworks: there is no framework "${name}"; allowed are ${frameworks.map((each) => each.name).join(", ")}.`)) };
}
async function loadAll(folder) {
  const queries = await loadQueries();
  const frameworks = await loadFrameworks(await frameworkNames(), new Set(queries.map(({ id }) => id)));
  if (folder === null) return { queries, frameworks, ownCases: /* @__PURE__ */ new Map() };
  const own = await loadOwn(folder, { queries, frameworks });
  const problems = [...own.problems, ...caseProblems(own)];
  if (problems.length > 0) throw new PackError(problems);
  return { queries: [...queries, ...own.queries].sort((a, b) => a.id < b.id ? -1 : 1), frameworks: [...frameworks, ...own.frameworks], ownCases: own.cases };
}
function caseProblems({ queries, cases }) {
  return queries.flatMap((query) => {
    const file = cases.get(query.id);
    const found = file === void 0 ? [] : readCases(query, file.bytes);
    return "query" in found || file === void 0 ? [] : found.map((problem) => problemLine(file.shown, problem));
  });
}

export {
  switchedOn,
  productCases,
  loadCases,
  loadPack,
  loadAll
};
