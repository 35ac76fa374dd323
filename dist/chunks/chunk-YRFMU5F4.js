import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  ASPECT_NAMES,
  EXCEPTION_STATES,
  FRAMEWORK_ASPECT,
  LIST_ASPECT,
  NOT_COMPARED,
  QueryDecisions
} from "./chunk-DEBR5HQT.js";
import {
  FOLDER_NAME,
  _enum,
  array,
  canonicalJson,
  csvLine,
  int,
  literal,
  openRegular,
  parseItems,
  parseJson,
  parseShape,
  partialRecord,
  periodShape,
  sha256Shape,
  strictObject,
  string,
  unknown
} from "./chunk-NX6MOXCH.js";
import {
  REASON_WORDS,
  RESULTS
} from "./chunk-MHNRA6J2.js";
import {
  DISPOSITIONS,
  EXCEPTION_ID_FORM,
  QUERY_ID_FORM,
  queryOfException
} from "./chunk-HZS6KROO.js";
import {
  CATEGORIES,
  EXPECTATIONS,
  LIST_NAMES
} from "./chunk-Q6DGIV3J.js";

// src/store/exceptions-csv.ts
import { join } from "node:path";

// src/evidence/exception-id.ts
import { createHash } from "node:crypto";
var EXCEPTION_ID = "exception_id";
function exceptionId(queryId, keyValues) {
  return `${queryId}-${createHash("sha256").update(JSON.stringify([queryId, ...keyValues])).digest("hex").slice(0, 12)}`;
}

// src/store/read-lines.ts
var READ_BYTES = 1024 * 1024;
var MAX_LINE_BYTES = 64 * 1024 * 1024;
var LINE_FEED = 10;
async function* readLines(path) {
  const { handle } = await openRegular(path);
  try {
    const buffer = Buffer.allocUnsafe(READ_BYTES);
    let begun = [];
    let held = 0;
    for (; ; ) {
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, null);
      if (bytesRead === 0) break;
      let start2 = 0;
      for (let at = buffer.indexOf(LINE_FEED); at !== -1 && at < bytesRead; at = buffer.indexOf(LINE_FEED, start2)) {
        yield Buffer.concat([...begun, buffer.subarray(start2, at)]).toString("utf8");
        [begun, held, start2] = [[], 0, at + 1];
      }
      begun.push(Buffer.from(buffer.subarray(start2, bytesRead)));
      held += bytesRead - start2;
      if (held > MAX_LINE_BYTES) throw new Error(`has a line of more than ${MAX_LINE_BYTES} bytes`);
    }
    if (held > 0) yield Buffer.concat(begun).toString("utf8");
  } finally {
    await handle.close();
  }
}

// src/store/exceptions-csv.ts
var EXCEPTIONS = "exceptions.csv";
var EXCEPTION_COLUMNS = [EXCEPTION_ID, "query", "state", "disposition", "decision"];
async function* exceptionsCsv(source, onQuery = () => void 0) {
  yield csvLine(EXCEPTION_COLUMNS);
  for (const query2 of source.queries) {
    try {
      yield* linesOf(query2, source, onQuery);
    } catch (error) {
      throw new Error(`${rowsOf(query2)} ${error.message}`, { cause: error });
    }
  }
}
function rowsOf(query2) {
  return `results/${query2}.jsonl`;
}
async function* linesOf(query2, { folder, decisions, period }, onQuery) {
  let counted = null;
  for await (const text of readLines(join(folder, rowsOf(query2)))) {
    const { columns, row } = parseRow(text);
    const id = row[0];
    if (columns[0] !== EXCEPTION_ID || typeof id !== "string" || !EXCEPTION_ID_FORM.test(id) || queryOfException(id) !== query2) throw new Error("holds a row that does not begin with an exception id of its query");
    counted ??= new QueryDecisions(decisions, query2, columns, period);
    const { state, decision } = counted.count(id, row);
    yield csvLine([id, query2, state, decision === null ? null : decisions[decision - 1]?.disposition ?? null, decision]);
  }
  if (counted !== null) onQuery(query2, counted);
}
function parseRow(text) {
  let parsed;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new Error("holds a line that is not JSON");
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) throw new Error("holds a line that is no row");
  const row = Object.values(parsed);
  if (!row.every(isValue)) throw new Error("holds a row with a value that is neither text nor a number nor null");
  return { columns: Object.keys(parsed), row };
}
function isValue(value) {
  return value === null || typeof value === "string" || typeof value === "number";
}
var LINE = /^"([^"]*)","([^"]*)","([^"]*)",(?:"([^"]*)")?,(?:"(\d{1,9})")?$/;
function parseExceptionLine(text) {
  const [, id = "", query2 = "", state = "", disposition, decision] = LINE.exec(text) ?? [];
  const [known, said] = [EXCEPTION_STATES.find((each) => each === state), DISPOSITIONS.find((each) => each === disposition)];
  const isDecided = said !== void 0 && decision !== void 0;
  if (known === void 0 || !EXCEPTION_ID_FORM.test(id) || queryOfException(id) !== query2 || (known === "undecided" ? disposition !== void 0 || decision !== void 0 : !isDecided)) {
    throw new Error("holds a line that is no exception");
  }
  return { id, query: query2, state: known, disposition: said ?? null, decision: decision === void 0 ? null : Number(decision) };
}
async function* readExceptions(folder) {
  let first = true;
  for await (const text of readLines(join(folder, EXCEPTIONS))) {
    if (!first) yield parseExceptionLine(text);
    else if (`${text}
` !== csvLine(EXCEPTION_COLUMNS)) throw new Error("does not begin with the names of its columns");
    first = false;
  }
  if (first) throw new Error("is empty");
}

// src/store/results-json.ts
var count = int().min(0);
var textOrNull = string().nullable();
var reasonShape = strictObject({
  code: _enum(Object.keys(REASON_WORDS)),
  account: textOrNull,
  region: textOrNull,
  from: textOrNull,
  to: textOrNull,
  category: _enum(CATEGORIES).optional(),
  source: textOrNull.optional()
});
var queryShape = strictObject({
  id: string().regex(/^[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+$/),
  expect: _enum(EXPECTATIONS),
  sha256: sha256Shape,
  result: _enum(RESULTS),
  reasons: array(unknown()),
  rows: count,
  exceptions: strictObject({ total: count, decided: count, undecided: count, expired: count }),
  coverage: partialRecord(_enum(CATEGORIES), _enum(["complete", "incomplete", "not-collected"])),
  own: literal(true).optional()
});
var envelopeShape = strictObject({ schemaVersion: literal(1), period: periodShape, queries: array(unknown()) });
function resultsJson(period, results) {
  const queries2 = [...results].sort((a, b) => a.id < b.id ? -1 : 1).map((query2) => ({
    id: query2.id,
    expect: query2.expect,
    sha256: query2.sha256,
    result: query2.result,
    reasons: query2.reasons.map(({ code, account, region, from, to, category, source }) => ({ code, account, region, from, to, ...category === void 0 ? {} : { category, source: source ?? null } })),
    rows: query2.rows,
    exceptions: query2.exceptions,
    coverage: query2.coverage,
    own: query2.own
  }));
  return canonicalJson({ schemaVersion: 1, period: { start: period.start, end: period.end, label: period.label }, queries: queries2 });
}
function parseResults(text) {
  const envelope = parseShape(envelopeShape, parseJson(text), "");
  const queries2 = parseItems(queryShape, envelope.queries, "queries").map((query2) => ({
    ...query2,
    reasons: parseItems(reasonShape, query2.reasons, `queries.${query2.id}.reasons`)
  }));
  return { period: envelope.period, queries: queries2 };
}

// src/evidence/trend-exceptions.ts
var NEW_IDS_KEPT = 100;
var HASH_DIGITS = 12;
async function compareExceptions(before, now) {
  const [then, today] = [new ByQuery(before), new ByQuery(now)];
  const counts = /* @__PURE__ */ new Map();
  try {
    for (; ; ) {
      const [was, is] = [await then.query(), await today.query()];
      const query2 = was === null ? is : is === null ? was : was < is ? was : is;
      if (query2 === null) return counts;
      counts.set(query2, await compareOne(query2, await KnownExceptions.from(then.take(query2)), today.take(query2)));
    }
  } finally {
    await then.close();
    await today.close();
  }
}
async function compareOne(query2, known, now) {
  const found = { new: 0, open: 0, decided: 0 };
  const newIds = [];
  for await (const lines of now) {
    for (const { hash, state } of lines) {
      if (known.meet(hash)) found[state === "decided" ? "decided" : "open"] += 1;
      else if ((found.new += 1) <= NEW_IDS_KEPT) newIds.push(`${query2}-${hash.toString(16).padStart(HASH_DIGITS, "0")}`);
    }
  }
  return { ...found, ...known.notMet(), newIds };
}
var ByQuery = class {
  #chunks;
  #lines = [];
  #at = 0;
  constructor(chunks) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }
  /** The query of the next line; null at the end. */
  async query() {
    while (this.#at >= this.#lines.length) {
      const next = await this.#chunks.next();
      if (next.done === true) return null;
      this.#lines = next.value;
      this.#at = 0;
    }
    return this.#lines[this.#at]?.query ?? null;
  }
  async *take(query2) {
    while (await this.query() === query2) {
      let end2 = this.#at;
      while (this.#lines[end2]?.query === query2) end2 += 1;
      const lines = this.#lines.slice(this.#at, end2);
      this.#at = end2;
      yield lines;
    }
  }
  async close() {
    await this.#chunks.return?.();
  }
};
var FIRST_ROOM = 1024;
var KnownExceptions = class _KnownExceptions {
  constructor(sorted) {
    this.sorted = sorted;
    this.#met = new Uint8Array(sorted.length);
  }
  sorted;
  #met;
  static async from(chunks) {
    let ids = new Float64Array(FIRST_ROOM);
    let used = 0;
    for await (const lines of chunks) {
      for (const { hash, state } of lines) {
        if (used === ids.length) {
          const larger = new Float64Array(used * 2);
          larger.set(ids);
          ids = larger;
        }
        ids[used] = hash * 2 + (state === "decided" ? 1 : 0);
        used += 1;
      }
    }
    return new _KnownExceptions(ids.subarray(0, used).sort());
  }
  /** Whether the id is known; one that was met is not gone. */
  meet(hash) {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = low + high >>> 1;
      if ((this.sorted[middle] ?? 0) < hash * 2) low = middle + 1;
      else high = middle;
    }
    let isKnown = false;
    for (; Math.floor((this.sorted[low] ?? -1) / 2) === hash; low += 1) {
      this.#met[low] = 1;
      isKnown = true;
    }
    return isKnown;
  }
  notMet() {
    let gone = 0;
    let goneUndecided = 0;
    for (let index = 0; index < this.sorted.length; index += 1) {
      if (this.#met[index] === 1) continue;
      gone += 1;
      if ((this.sorted[index] ?? 0) % 2 === 0) goneUndecided += 1;
    }
    return { gone, goneUndecided };
  }
};

// src/store/trend-json.ts
var MAX_TREND_BYTES = 16 * 1024 * 1024;
var count2 = int().min(0);
var query = string().max(100).regex(QUERY_ID_FORM);
var queries = array(query);
var version = string().regex(/^[0-9A-Za-z][0-9A-Za-z.+-]{0,63}$/);
var engine = _enum(["athena", "duckdb"]);
var { start, end } = periodShape.shape;
var aspectName = string().max(100).regex(new RegExp(`^(?:${[...ASPECT_NAMES, ...LIST_NAMES.map((name) => `${LIST_ASPECT}${name}`)].join("|")}|${FRAMEWORK_ASPECT}[a-z0-9]+(?:-[a-z0-9]+)*)$`));
var change = (of) => strictObject({ before: of, now: of });
var queryChange = (of) => strictObject({ query, before: of, now: of });
var factsShape = strictObject({
  toolVersion: version,
  engine,
  events: count2,
  trailChanges: count2,
  queries: array(strictObject({ id: query, sha256: sha256Shape })),
  aspects: array(strictObject({ name: aspectName, count: count2.nullable(), sha256: sha256Shape }))
});
var changesShape = strictObject({
  periods: strictObject({ kind: _enum(["adjoin", "gap", "overlap", "same", "later"]), from: start.nullable(), to: end.nullable(), days: count2 }),
  results: array(queryChange(_enum(RESULTS))),
  exceptions: array(strictObject({
    query,
    before: count2,
    now: count2,
    compared: strictObject({
      new: count2,
      open: count2,
      decided: count2,
      gone: count2,
      goneUndecided: count2,
      newIds: array(string().max(120).regex(EXCEPTION_ID_FORM)).max(NEW_IDS_KEPT)
    }).nullable()
  })),
  volumes: array(queryChange(count2)),
  queries: strictObject({ added: queries, removed: queries, changed: queries, otherLists: queries }),
  aspects: array(strictObject({ name: aspectName, change: _enum(["added", "removed", "changed"]), before: count2.nullable(), now: count2.nullable() })),
  toolVersion: change(version),
  engine: change(engine),
  events: change(count2),
  trailChanges: change(count2),
  invocations: strictObject({
    compared: strictObject({ functions: change(count2), events: change(count2), new: count2, gone: count2, more: count2, less: count2, spikes: count2, silent: count2 }).nullable(),
    reason: _enum(NOT_COMPARED).nullable()
  }).optional()
});
var trendShape = strictObject({
  schemaVersion: literal(1),
  previous: strictObject({
    label: string().regex(FOLDER_NAME),
    period: strictObject({ start, end }),
    evidenceId: sha256Shape,
    manifestSha256: sha256Shape
  }).nullable(),
  facts: factsShape,
  changes: changesShape.nullable()
});
function trendJson({ previous, facts, changes }) {
  return canonicalJson({ schemaVersion: 1, previous, facts, changes });
}
function parseTrend(text) {
  const { previous, facts, changes } = parseShape(trendShape, parseJson(text), "");
  if (previous === null !== (changes === null)) throw new Error("compares with a pack that it does not name, or names one and does not compare");
  return { previous, facts, changes, invocationChanges: [] };
}

export {
  EXCEPTION_ID,
  exceptionId,
  readLines,
  EXCEPTIONS,
  EXCEPTION_COLUMNS,
  exceptionsCsv,
  parseExceptionLine,
  readExceptions,
  resultsJson,
  parseResults,
  compareExceptions,
  MAX_TREND_BYTES,
  trendJson,
  parseTrend
};
