import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  STAGED_TABLES
} from "./chunk-YINX7OSN.js";
import {
  ddlName,
  planRun,
  qualified,
  recordsSelect,
  roughly,
  spendingOf
} from "./chunk-MZ5EO56M.js";
import {
  size,
  usd
} from "./chunk-IBMLUYZP.js";
import {
  deleteUnder,
  objectBytes,
  objectsUnder,
  placeOfUrl,
  readText,
  writeText
} from "./chunk-UDZHBDGQ.js";
import {
  call,
  jittered
} from "./chunk-ZRF66DZE.js";
import {
  require_dist_cjs
} from "./chunk-JUFBJZPS.js";
import "./chunk-XPYGVFDC.js";
import "./chunk-MBFMNIQA.js";
import {
  isRetryable
} from "./chunk-4LDIQ6TC.js";
import {
  placeOf
} from "./chunk-QONCPJAH.js";
import "./chunk-VYH7LHI6.js";
import {
  CASE_FILE
} from "./chunk-WIF2VMT3.js";
import {
  RESOURCE_PARAMETERS,
  TRAIL_CHANGE_EVENTS,
  WITHHELD,
  capitalNamesSql,
  cellsSql,
  duplicatesSql,
  eventCell,
  eventCountsSql,
  eventsOver,
  leadInStart,
  readEventsSql,
  recordsByFileSql,
  trailChange,
  trailChangesSql,
  watchedEvents
} from "./chunk-DJ6OBPDS.js";
import {
  INTERPRETED_COLUMNS,
  RECORD_COLUMNS
} from "./chunk-RDZRKEUG.js";
import {
  EngineError
} from "./chunk-4FWAGCHY.js";
import "./chunk-UJGNYGTX.js";
import {
  JSON_COLUMNS
} from "./chunk-Q6DGIV3J.js";
import {
  executedSql,
  sqlText
} from "./chunk-MOC3KAUT.js";
import {
  SettingsError
} from "./chunk-XRVFALA3.js";
import "./chunk-RLU6Z4TT.js";
import "./chunk-WDZTS72M.js";
import "./chunk-UBRMDZUN.js";
import {
  __toESM
} from "./chunk-6DG7BXTN.js";

// src/engines/athena/account.ts
function recordsByFile(rows) {
  return new Map(rows.map(([file, records, wellFormed]) => [String(file), { records: Number(records), malformed: Number(records) - Number(wellFormed) }]));
}
function isRefusedBy(refused, path) {
  return refused.endsWith("/") ? path.startsWith(refused) : path === refused;
}
function accountForFiles(listed, byFile, refused) {
  const known = new Set(listed.map(({ key }) => key));
  const delivered = [...byFile.keys()].filter((key) => !known.has(key)).map((key) => ({ path: key, key, ...placeOf(key), bytes: 0 }));
  return [...listed, ...delivered].map((file) => ({ file, outcome: outcomeOf(file, byFile, refused) }));
}
function outcomeOf(file, byFile, refused) {
  const found = byFile.get(file.key);
  if (found !== void 0) return { list: "read", records: found.records, sha256: null };
  const why = [...refused].find(([path]) => isRefusedBy(path, file.path))?.[1];
  if (why !== void 0) return { list: "not-read", reason: "refused by the engine", detail: why };
  if (file.bytes === 0) return { list: "not-read", reason: "empty file", detail: "the object has no bytes" };
  return { list: "not-read", reason: "no records", detail: "the table returns no record of this object: its partitions do not cover it, or it holds none" };
}
function malformedByPlace(files, byFile) {
  return files.flatMap(({ file: { key, account, region, deliveryDay } }) => {
    const malformed = byFile.get(key)?.malformed ?? 0;
    return malformed === 0 ? [] : [{ account: account ?? "unknown", region: region ?? "unknown", day: deliveryDay, records: malformed }];
  });
}
function tieOut(byFile, [events, leadIn, wellFormed], duplicates) {
  const sum = (of) => [...byFile.values()].reduce((total, file) => total + of(file), 0);
  const counts = {
    records: sum(({ records }) => records),
    malformed: sum(({ malformed }) => malformed),
    duplicates,
    outsidePeriod: Number(wellFormed) - Number(events) - Number(leadIn),
    leadIn: Number(leadIn),
    events: Number(events)
  };
  if (counts.events + counts.leadIn + counts.outsidePeriod + counts.duplicates + counts.malformed !== counts.records) {
    throw new EngineError(`Records do not tie out: ${counts.records} read, but ${JSON.stringify(counts)} accounted for. Nothing can be said from these logs.`);
  }
  return counts;
}
function cellsOf(rows) {
  return inOrder(rows, [0, 1, 2, 3, 4]).map(eventCell);
}
function trailChangesOf(rows) {
  return inOrder(rows, [2, 0, 4]).map(trailChange);
}
function inOrder(rows, columns) {
  const before = (a, b) => a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1;
  return [...rows].sort((a, b) => columns.map((column) => before(a[column] ?? null, b[column] ?? null)).find((order) => order !== 0) ?? 0);
}
var REQUESTS_THAT_TELL = 50;
function checkNames([requests, inCapitals]) {
  if (Number(requests) < REQUESTS_THAT_TELL || Number(inCapitals) > 0) return;
  throw new EngineError(`The table gives the names inside requestParameters in lower case (none of ${requests} requests has a capital letter), so queries would find nothing by them. Make the table with the SerDe org.apache.hive.hcatalog.data.JsonSerDe, as setup/ does.`);
}

// src/engines/athena/kept-json.ts
var READ_BY_EVENTS = [
  ["response_elements", { "signin.amazonaws.com": "all" }],
  ["additional_event_data", { "signin.amazonaws.com": ["ConsoleLogin"] }],
  ["request_parameters", TRAIL_CHANGE_EVENTS]
];
function keptJson(column, queries) {
  const kept = /* @__PURE__ */ new Map();
  for (const [read, events] of READ_BY_EVENTS) if (read === column) for (const [source, names] of Object.entries(events)) keep(kept, source, names);
  for (const query of queries.filter(({ sql }) => new RegExp(`\\b${column}\\b`).test(sql))) {
    const watched = watchedOf(query);
    if (watched === "all") return column;
    for (const [source, names] of watched) keep(kept, source, names);
  }
  if (kept.size === 0) return "CAST(NULL AS varchar)";
  widen(kept);
  return `CASE
${branches(kept).map(({ sources, names }) => `    WHEN ${isOneOf("event_source", sources)}${names === "all" ? "" : ` AND ${isOneOf("event_name", names)}`} THEN ${column}`).join("\n")}
  END`;
}
var BYTES_OF_NAMES = 6e4;
function widen(kept) {
  const bytes = (names) => names === "all" ? 0 : [...names].reduce((sum, name) => sum + name.length + 4, 0);
  const longest = [...kept].map(([source, names]) => [source, bytes(names)]).sort(([, a], [, b]) => b - a);
  let left = longest.reduce((sum, [, length]) => sum + length, 0);
  for (const [source, length] of longest) {
    if (left <= BYTES_OF_NAMES) return;
    kept.set(source, "all");
    left -= length;
  }
}
function keep(kept, source, names) {
  const before = kept.get(source);
  if (names === "all" || before === "all") kept.set(source, "all");
  else kept.set(source, /* @__PURE__ */ new Set([...before ?? [], ...names]));
}
function watchedOf(query) {
  const watched = watchedEvents(query);
  if (watched !== "any") return [...watched];
  const sources = [query.events, query.context].flatMap((one) => one === "any" ? [] : Object.keys(one));
  return sources.length === 0 ? "all" : sources.map((source) => [source, "all"]);
}
function branches(kept) {
  const sorted = [...kept].sort(([a], [b]) => a < b ? -1 : 1);
  const whole = sorted.filter(([, names]) => names === "all").map(([source]) => source);
  return [
    ...whole.length > 0 ? [{ sources: whole, names: "all" }] : [],
    ...sorted.flatMap(([source, names]) => names === "all" ? [] : [{ sources: [source], names: [...names].sort() }])
  ];
}
function isOneOf(column, values) {
  return values.length === 1 ? `${column} = ${sqlText(values[0] ?? "")}` : `${column} IN (${values.map(sqlText).join(", ")})`;
}

// src/engines/athena/request-resource.ts
var HELD = RESOURCE_PARAMETERS.map((path) => {
  const name = path.split(".")[0] ?? path;
  return `CASE WHEN strpos(request_parameters, ${sqlText(`"${name}"`)}) > 0 THEN json_extract_scalar(request_parameters, ${sqlText(`$.${path}`)}) END`;
}).join(",\n      ");
var REQUEST_RESOURCE = `CASE WHEN resource_arns IS NULL AND starts_with(request_parameters, '{') THEN
    element_at(filter(ARRAY[
      ${HELD}
    ], held -> NOT (starts_with(held, '{') OR starts_with(held, '[') OR held = ${sqlText(WITHHELD)})), 1)
  END`;

// src/engines/athena/relations.ts
var STAGED_COLUMNS = [...INTERPRETED_COLUMNS, "request_resource"];
function stageStatement(place, recordsSql, eventsSql, queries) {
  const columns = INTERPRETED_COLUMNS.map((column) => {
    const json = JSON_COLUMNS.find((name) => name === column);
    return json === void 0 ? `  ${column}` : `  ${keptJson(json, queries)} AS ${column}`;
  });
  return `${createTable(place)}
WITH records AS (
${recordsSql}
),
interpreted AS (
${eventsSql.interpreted}
)
SELECT
${columns.join(",\n")},
  ${REQUEST_RESOURCE} AS request_resource
FROM interpreted`;
}
function keptStatement(place, stage, eventsSql) {
  return `${createTable(place)}
WITH interpreted AS (
SELECT ${STAGED_COLUMNS.join(", ")}
FROM ${qualified(stage)}
),
repeated AS (
${eventsSql.repeated}
),
repeated_records AS (
${eventsSql.repeatedRecords}
)
SELECT ${STAGED_COLUMNS.join(", ")}
FROM (
${eventsSql.kept}
) k`;
}
function dropStatement({ database, table }) {
  return `DROP TABLE IF EXISTS ${ddlName({ database, table })}`;
}
function createTable({ name, location }) {
  const place = location === null ? "" : `, external_location = ${sqlText(location)}`;
  return `CREATE TABLE ${qualified(name)} WITH (format = 'PARQUET'${place}) AS`;
}
function interpretedFrom(ground, eventsSql) {
  return ground.kind === "staged" ? qualified(ground.stage) : `(
${interpretedOf(ground.recordsSql, eventsSql)}
)`;
}
function uniqueFrom(ground, eventsSql) {
  return `(
${uniqueRecords(ground, eventsSql, "")}
)`;
}
function eventsRelations(ground, eventsSql, period, query) {
  const events = eventsRelation("events", ground, eventsSql, period.start, period.end, query);
  return query.leadIn ? `${events},
${eventsRelation("events_before", ground, eventsSql, leadInStart(period), period.start, query)}` : events;
}
function allEventsRelation(ground, eventsSql, period) {
  return eventsRelations(ground, eventsSql, period, { events: "any", context: {}, leadIn: false });
}
function eventsRelation(name, ground, eventsSql, start, end, watched) {
  const wanted = ` AND event_time >= '${start}' AND event_time < '${end}'${watchedOnly(watched)}`;
  const described = eventsSql.described.replace("FROM unique_records", () => `FROM (
${uniqueRecords(ground, eventsSql, wanted)}
) unique_records`);
  return `${name} AS (
${eventsOver(eventsSql, described)}
)`;
}
function uniqueRecords(ground, eventsSql, wanted) {
  const wellFormed = `event_id IS NOT NULL AND event_time IS NOT NULL${wanted}`;
  const columns = STAGED_COLUMNS.join(", ");
  if (ground.kind === "direct") {
    const from = ground.repeated ? keptOfAll(ground.recordsSql, eventsSql) : interpretedOf(ground.recordsSql, eventsSql);
    return `SELECT ${INTERPRETED_COLUMNS.join(", ")},
  ${REQUEST_RESOURCE} AS request_resource
FROM (
${from}
) i
WHERE ${wellFormed}`;
  }
  const stage = qualified(ground.stage);
  if (ground.kept === null) return `SELECT ${columns}
FROM ${stage}
WHERE ${wellFormed}`;
  return `SELECT ${STAGED_COLUMNS.map((column) => `s.${column}`).join(", ")}
FROM (SELECT ${columns} FROM ${stage} WHERE ${wellFormed}) s
LEFT JOIN (SELECT account_id AS kept_account_id, COALESCE(addendum_original_event_id, event_id) AS original_event_id FROM ${qualified(ground.kept)}) k
  ON s.account_id = k.kept_account_id AND COALESCE(s.addendum_original_event_id, s.event_id) = k.original_event_id
WHERE k.original_event_id IS NULL
UNION ALL
SELECT ${columns}
FROM ${qualified(ground.kept)}
WHERE ${wellFormed}`;
}
function interpretedOf(recordsSql, eventsSql) {
  return `WITH records AS (
${recordsSql}
)
${eventsSql.interpreted}`;
}
function keptOfAll(recordsSql, eventsSql) {
  return `WITH repeated_records AS (
SELECT * FROM (
${interpretedOf(recordsSql, eventsSql)}
) interpreted
WHERE event_id IS NOT NULL AND event_time IS NOT NULL
)
${eventsSql.kept}`;
}
function watchedOnly(query) {
  const watched = watchedEvents(query);
  if (watched === "any") return "";
  return ` AND (${[...watched].map(([source, names]) => `event_source = ${sqlText(source)} AND event_name IN (${[...names].map(sqlText).join(", ")})`).join("\n    OR ")})`;
}

// src/engines/athena/result-rows.ts
var import_client_athena = __toESM(require_dist_cjs(), 1);

// src/engines/athena/result-csv.ts
var ResultCsv = class {
  rest = "";
  row = [];
  /** Rows that are whole after this piece. */
  push(piece) {
    const text = this.rest + piece;
    const rows = [];
    let at = 0;
    for (let field = fieldAt(text, at); field !== null; field = fieldAt(text, at)) {
      this.row.push(field.value);
      at = field.end + 1;
      if (text[field.end] === "\n") {
        rows.push(this.row);
        this.row = [];
      }
    }
    this.rest = text.slice(at);
    return rows;
  }
  /** The last row, where no line feed follows it. Throws when the text ends inside a field. */
  end() {
    if (this.rest === "" && this.row.length === 0) return [];
    const rows = this.push("\n");
    if (this.rest !== "") throw new Error("The object ends inside a field.");
    return rows;
  }
};
function fieldAt(text, at) {
  if (text[at] === '"') return quotedAt(text, at);
  const [comma, feed] = [text.indexOf(",", at), text.indexOf("\n", at)];
  const end = comma === -1 ? feed : feed === -1 ? comma : Math.min(comma, feed);
  if (end === -1) return null;
  return { value: end === at ? null : text.slice(at, end), end };
}
function quotedAt(text, at) {
  for (let quote = text.indexOf('"', at + 1); quote !== -1; quote = text.indexOf('"', quote + 2)) {
    const after = text[quote + 1];
    if (after === void 0) return null;
    if (after === "," || after === "\n") return { value: text.slice(at + 1, quote).replaceAll('""', '"'), end: quote + 1 };
    if (after !== '"') throw new Error("A quote stands alone inside a field.");
  }
  return null;
}

// src/engines/athena/result-rows.ts
var COUNT_COLUMN = "rows_in_result";
var PAGE_ROWS = 1e3;
var CHUNK_ROWS = 1e3;
var TEXT_TYPES = ["varchar", "char", "string"];
var WHOLE_TYPES = ["tinyint", "smallint", "integer", "int", "bigint"];
function counted(select) {
  return `SELECT q.*, count(*) OVER () AS ${COUNT_COLUMN} FROM (
${select.trimEnd()}
) q`;
}
async function readRows(finished2, sources) {
  const { purpose } = finished2;
  const first = await page(finished2, sources, void 0);
  const info = first.ResultSet?.ResultSetMetadata?.ColumnInfo ?? [];
  const names = info.map(({ Name: name }) => name ?? "");
  if (names.at(-1) !== COUNT_COLUMN) throw new EngineError(`${purpose}: Athena returns the columns ${names.join(", ")}; the last is to be ${COUNT_COLUMN}.`);
  const types = info.map((column) => valueType(purpose, column));
  const rows = first.NextToken === void 0 || finished2.outputLocation === null ? pageRows(finished2, sources, first) : objectRows(finished2, finished2.outputLocation, sources);
  return { columns: names.slice(0, -1), chunks: checked(finished2, sources, headed(purpose, names, rows), types) };
}
async function* pageRows(finished2, sources, first) {
  const seen = /* @__PURE__ */ new Set();
  let previous = "";
  for (let current = first; ; ) {
    const rows = (current.ResultSet?.Rows ?? []).map(({ Data: data }) => (data ?? []).map(({ VarCharValue: value }) => value ?? null));
    const text = JSON.stringify(rows);
    if (rows.length > 0 && text === previous) throw new EngineError(`${finished2.purpose}: Athena gave the same page of rows twice.`);
    previous = text;
    yield rows;
    const token = current.NextToken;
    if (token === void 0) return;
    if (seen.has(token)) throw new EngineError(`${finished2.purpose}: Athena led back to a page of rows that it had given already.`);
    seen.add(token);
    current = await page(finished2, sources, token);
  }
}
async function page({ purpose, executionId }, { athena, calling }, token) {
  return call(calling, { purpose, permission: "athena:GetQueryResults and s3:GetObject on athena-output" }, () => athena.send(new import_client_athena.GetQueryResultsCommand({ QueryExecutionId: executionId, MaxResults: PAGE_ROWS, ...token === void 0 ? {} : { NextToken: token } })));
}
async function* objectRows({ purpose }, location, { s3, calling }) {
  const csv = new ResultCsv();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const read = (step) => {
    try {
      return step();
    } catch (error) {
      throw new EngineError(`${purpose}: the result object in S3 is cut or is not Athena\u2019s: ${location.slice(location.lastIndexOf("/") + 1)}.`, { cause: error });
    }
  };
  for await (const bytes of objectBytes(location, purpose, { s3, calling })) yield read(() => csv.push(decoder.decode(bytes, { stream: true })));
  yield read(() => csv.push(decoder.decode()));
  yield read(() => csv.end());
}
async function* headed(purpose, names, rows) {
  let header;
  for await (const some of rows) {
    if (header !== void 0) {
      yield some;
      continue;
    }
    header = some[0];
    if (header === void 0) continue;
    if (header.length !== names.length || header.some((name, index) => name !== names[index])) throw new EngineError(`${purpose}: the result does not begin with the names of its columns.`);
    yield some.slice(1);
  }
  if (header === void 0) throw new EngineError(`${purpose}: the result is empty; not even the names of its columns came.`);
}
async function* checked(finished2, sources, rows, types) {
  const { purpose } = finished2;
  let said = null;
  let received = 0;
  let chunk = [];
  for await (const some of rows) {
    for (const fields of some) {
      if (fields.length !== types.length) throw new EngineError(`${purpose}: row ${received + 1} has ${fields.length} values; the columns are ${types.length}.`);
      const row = fields.map((field, index) => field === null ? null : types[index](field));
      const count = row.pop() ?? null;
      if (received > 0 && count !== said) throw new EngineError(`${purpose}: rows of two results came: one counts ${said}, another ${count}.`);
      said = count;
      received += 1;
      chunk.push(row);
      if (chunk.length === CHUNK_ROWS) {
        yield chunk;
        chunk = [];
      }
    }
  }
  const expected = received === 0 ? await outputRows(finished2, sources) : said;
  if (expected !== null && expected !== received) throw new EngineError(`${purpose}: ${received} rows came, but Athena counted ${expected}.`);
  if (chunk.length > 0) yield chunk;
}
async function outputRows({ purpose, executionId }, { athena, calling }) {
  try {
    const answer = await call(calling, { purpose, permission: "athena:GetQueryRuntimeStatistics" }, () => athena.send(new import_client_athena.GetQueryRuntimeStatisticsCommand({ QueryExecutionId: executionId })));
    return answer.QueryRuntimeStatistics?.Rows?.OutputRows ?? null;
  } catch (error) {
    if (error instanceof EngineError) return null;
    throw error;
  }
}
function valueType(purpose, { Name: name = "", Type: type = "" }) {
  if (TEXT_TYPES.includes(type)) return (text) => text;
  if (!WHOLE_TYPES.includes(type)) throw new EngineError(`${purpose}: the column ${name} is ${type}; results are text or whole numbers.`);
  return (text) => {
    const value = Number(text);
    if (!/^-?\d+$/.test(text)) throw new EngineError(`${purpose}: a value of the column ${name} is not the whole number that its type says.`);
    if (!Number.isSafeInteger(value)) throw new EngineError(`${purpose}: a whole number is too large to be exact: ${text}.`);
    return value;
  };
}

// src/engines/athena/case-engine.ts
var AthenaCases = class {
  constructor(input) {
    this.input = input;
    this.queriesAtOnce = input.queriesAtOnce;
  }
  input;
  queriesAtOnce;
  records = /* @__PURE__ */ new Map();
  load(cases) {
    for (const { key, records } of cases) this.records.set(key, records);
    return Promise.resolve();
  }
  async run(query, keys) {
    const outcomes = [];
    for (const key of keys) outcomes.push(await this.one(query, key));
    return outcomes;
  }
  /** The engine whose statements these are ends them. */
  close() {
    return Promise.resolve();
  }
  async one(query, key) {
    const { executions, sources, eventsSql, period } = this.input;
    const purpose = `self-test ${key}`;
    try {
      const { columns, chunks } = await readRows(await executions.run({ purpose, scansNothing: true, sql: caseStatement(query, this.records.get(key) ?? [], eventsSql, period) }), sources);
      const rows = [];
      for await (const chunk of chunks) rows.push(...chunk);
      return { columns, rows };
    } catch (error) {
      if (error instanceof EngineError) return error;
      if (error instanceof SettingsError) return new EngineError(`${purpose}: a record holds text that SQL cannot carry.`, { cause: error });
      throw error;
    }
  }
};
function caseStatement({ query, packSql }, records, eventsSql, period) {
  return executedSql(counted(packSql), query, eventsRelations({ kind: "direct", recordsSql: recordsInline(records), repeated: true }, eventsSql, period, query));
}
var COLUMNS = [
  ...Object.entries(RECORD_COLUMNS).map(([column, path]) => column === "resources" ? ["resource_arns", resourceArns] : [column, (record) => textOf(fieldOf(record, path))]),
  ["path_account", () => null],
  ["source_file", () => CASE_FILE]
];
function recordsInline(records) {
  const rows = records.map((record) => `(${COLUMNS.map(([, of]) => of(record)).map((text) => text === null ? "NULL" : sqlText(text)).join(", ")})`);
  return `SELECT
${COLUMNS.map(([column]) => `  CAST(${column} AS varchar) AS ${column}`).join(",\n")}
FROM (VALUES
${rows.join(",\n")}
) AS v (${COLUMNS.map(([column]) => column).join(", ")})`;
}
function fieldOf(record, path) {
  return path.split(".").reduce((at, part) => typeof at === "object" && at !== null && Object.hasOwn(at, part) ? at[part] : void 0, record);
}
function textOf(value) {
  if (value === void 0 || value === null) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}
function resourceArns({ resources }) {
  if (!Array.isArray(resources)) return null;
  const arns = resources.map((resource) => typeof resource === "object" && resource !== null ? textOf(resource["ARN"]) : null).filter((arn) => arn !== null);
  return arns.length === 0 ? null : arns.join("\n") || null;
}

// src/engines/athena/executions.ts
var import_client_athena3 = __toESM(require_dist_cjs(), 1);
import { createHash } from "node:crypto";

// src/engines/athena/execution-watch.ts
var import_client_athena2 = __toESM(require_dist_cjs(), 1);

// src/engines/athena/failure.ts
function failureOf(status) {
  const told = [status.StateChangeReason ?? "", status.AthenaError?.ErrorMessage ?? ""];
  const reason = told.join("\n");
  const errorType = status.AthenaError?.ErrorType ?? null;
  const code = told.map((message) => /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+(?=:)/.exec(message)?.[0]).find((found) => found !== void 0) ?? null;
  const busy = isBusy(errorType, reason);
  const denied = !busy && (DENIED_TYPES.has(errorType ?? -1) || /access ?denied|status code: 403|not authorized|insufficient .*permission/i.test(reason) && !ARCHIVED.test(reason));
  const unreadable = status.State === "FAILED" && !busy && READING.test(reason) ? /s3:\/\/[^\s"'<>]+[^\s"'<>.,;:)\]]/.exec(reason)?.[0] ?? null : null;
  return {
    errorType,
    code,
    sentence: sentenceOf({ state: status.State, errorType, code, denied, reason }),
    heals: status.State === "FAILED" && !denied && unreadable === null && (busy || status.AthenaError?.Retryable === true || heals(errorType)),
    unreadable,
    denied,
    placeTaken: isTaken(code, errorType)
  };
}
var READING = /\b(HIVE_CURSOR_ERROR|HIVE_BAD_DATA|HIVE_CANNOT_OPEN_SPLIT|HIVE_FILESYSTEM_ERROR|HIVE_UNKNOWN_ERROR)\b/;
var DENIED_TYPES = /* @__PURE__ */ new Set([234, 1500, 1501]);
var ARCHIVED = /InvalidObjectState/;
function isBusy(errorType, reason) {
  return errorType !== null && errorType >= 1400 && errorType <= 1406 || /reduce your request rate|\bslow ?down\b|status code: 50[0-4]\b/i.test(reason);
}
function isTaken(code, errorType) {
  return code === "HIVE_PATH_ALREADY_EXISTS" || code === "TABLE_ALREADY_EXISTS" || errorType === 1302;
}
function heals(errorType) {
  return errorType !== null && (errorType === 100 || errorType >= 300 && errorType <= 400 || errorType >= 200 && errorType <= 240 && ![206, 210, 234].includes(errorType));
}
function sentenceOf(told) {
  const { state, errorType, code } = told;
  const type = [errorType === null ? "" : `error type ${errorType}`, code ?? ""].filter((text) => text !== "").join(", ");
  const label = type === "" ? "" : ` (${type})`;
  if (state === "CANCELLED") return `Athena reports it as cancelled${label}${/scanned|limit|cutoff/i.test(told.reason) ? ": the workgroup\u2019s limit of bytes scanned a query was reached; raise that limit, or take a shorter period" : "; someone stopped it, or the workgroup did"}.`;
  return `${meaning(told)}${label}.`;
}
function meaning({ errorType, code, denied, reason }) {
  if (errorType === 234 || /lake ?formation/i.test(reason)) return "Lake Formation does not let this role read the table; grant it SELECT on the table and lakeformation:GetDataAccess";
  if (denied) return `Athena may not ${/putobject|write|output|result/i.test(reason) ? "write its results for" : "read the logs for"} this role; grant it ${permission(reason)}`;
  if (errorType !== null && errorType <= 8) return "Athena ran out of resources for it; take a shorter period, or ask AWS for more";
  if (errorType === 206 || errorType === 210) return "Athena stopped it at the account\u2019s time limit for statements; take a shorter period, or have the limit raised";
  if (errorType === 401 || errorType === 402) return "Athena could not write the result; grant the role s3:PutObject on athena-output, or on the workgroup\u2019s place";
  if (errorType === 1306 || /output bucket|no output location/i.test(reason)) return "the place for results does not exist or cannot be reached; give athena-output an existing bucket in this region";
  if (isTaken(code, errorType)) return "the place for the staged table is taken already";
  if (code === "HIVE_PARTITION_SCHEMA_MISMATCH" || errorType === 1004) return "a partition of the table has other columns than the table; make the partitions anew";
  if (code === "TABLE_NOT_FOUND" || code === "SCHEMA_NOT_FOUND" || errorType === 1110 || errorType === 1301) return "the table is not there; check athena-database and athena-table";
  if (isBusy(errorType, reason)) return "S3 turned Athena away for the rate of its calls; run again later";
  if (code === "COLUMN_NOT_FOUND") return "the table lacks a column that the statement reads; was the table changed during the run?";
  if (READING.test(reason) || errorType === 1001 || errorType === 1002 || errorType === 1007) return "Athena could not read what the table holds";
  if (errorType === 1006) return "Athena refuses the statement";
  if (heals(errorType)) return "Athena had a fault of its own; run again later";
  return "Athena reports a failure";
}
function permission(reason) {
  return /\b(s3|kms|glue|athena|lakeformation):[A-Za-z]+\b/.exec(reason)?.[0] ?? (/kms/i.test(reason) ? "kms:Decrypt on the key of the logs" : "s3:GetObject on the objects");
}

// src/engines/athena/execution-watch.ts
var LostStatement = class extends EngineError {
};
var DEADLINE_MS = 60 * 6e4;
var STOP_GRACE_MS = 1e4;
var IDS_A_CALL = 50;
var SHORTEST_POLL_MS = 100;
var LONGEST_POLL_MS = 2e3;
var UNHEARD_MS = 5 * 6e4;
var Watch = class {
  constructor(input) {
    this.input = input;
  }
  input;
  /** Every statement that ended, in the order of their ends. */
  over = [];
  active = /* @__PURE__ */ new Map();
  polling = null;
  /** Watches an execution to its end, well or not; `stop`: why it is stopped at once. */
  end(id, statement, stop) {
    return new Promise((settle, fail) => {
      const now = this.input.calling.now();
      this.active.set(id, { statement, since: now, settle, fail, heard: now, scanned: 0, stopping: null });
      this.input.onChange?.([...this.active.keys()]);
      if (stop !== null) void this.tell(id, stop);
      this.polling ??= this.poll();
    });
  }
  /** Stops what is under way. */
  async stop(why) {
    await Promise.all([...this.active].map(([id, { statement }]) => this.tell(id, why(statement))));
  }
  /** Bytes of statements that ended. */
  scanned() {
    return this.over.reduce((sum, { execution }) => sum + execution.bytesScanned, 0);
  }
  /** Settled once nothing is under way. */
  async idle() {
    await this.polling;
  }
  /** One loop for all: as long as anything is under way, asks for up to fifty at a time. */
  async poll() {
    const { calling } = this.input;
    try {
      while (this.active.size > 0) {
        await calling.wait(this.pollInterval());
        const ids = [...this.active.keys()];
        for (let from = 0; from < ids.length; from += IDS_A_CALL) await this.ask(ids.slice(from, from + IDS_A_CALL));
        await this.stopOverdue();
        await this.stopOverLimit();
      }
    } catch (error) {
      for (const [id, { statement }] of [...this.active]) this.giveUp(id, new EngineError(`${statement.purpose}: Athena is no longer asked how it is going.`, { cause: error }));
    } finally {
      this.polling = null;
    }
  }
  /** Grows with the age of the youngest: a short statement is not waited for long, a long one not asked about often. */
  pollInterval() {
    const youngest = Math.max(...[...this.active.values()].map(({ since }) => since));
    return Math.min(Math.max((this.input.calling.now() - youngest) / 4, SHORTEST_POLL_MS), LONGEST_POLL_MS);
  }
  async ask(ids) {
    const { athena, calling } = this.input;
    let answer;
    try {
      answer = await call(calling, { purpose: "Athena", permission: "athena:BatchGetQueryExecution" }, () => athena.send(new import_client_athena2.BatchGetQueryExecutionCommand({ QueryExecutionIds: [...ids] })));
    } catch (error) {
      const mayHeal = error instanceof EngineError && isRetryable(error.cause);
      await Promise.all(ids.map((id) => this.miss(id, "Athena no longer tells how it is going.", error, mayHeal ? UNHEARD_MS : 0)));
      return;
    }
    const told = new Map((answer.QueryExecutions ?? []).map((execution) => [execution.QueryExecutionId ?? "", execution]));
    for (const id of ids) this.hear(id, told.get(id));
    await Promise.all(ids.filter((id) => !told.has(id)).map((id) => this.miss(id, `Athena does not find the execution ${id} that it began.`, void 0, UNHEARD_MS)));
  }
  /** Nothing was told of a statement; after so long nobody waits for it any longer, and it must not run on. */
  async miss(id, sentence, cause, patienceMs) {
    const active = this.active.get(id);
    if (active === void 0 || this.input.calling.now() - active.heard < patienceMs) return;
    await this.sendStop(id);
    this.giveUp(id, new EngineError(`${active.statement.purpose}: ${sentence}`, { cause }));
  }
  hear(id, execution) {
    const active = this.active.get(id);
    if (active === void 0 || execution === void 0) return;
    active.heard = this.input.calling.now();
    active.scanned = Math.max(active.scanned, execution.Statistics?.DataScannedInBytes ?? 0);
    const state = execution.Status?.State;
    if (state !== "SUCCEEDED" && state !== "FAILED" && state !== "CANCELLED") return;
    this.over.push({ execution: executionOf(active.statement, id, state, execution), ddl: active.statement.ddl === true });
    this.forget(id);
    if (state === "SUCCEEDED" || active.stopping === null) active.settle(execution);
    else active.fail(active.stopping.error);
  }
  async stopOverdue() {
    const now = this.input.calling.now();
    const deadline = this.input.deadlineMs ?? DEADLINE_MS;
    for (const [id, active] of [...this.active]) {
      if (active.stopping !== null) {
        if (now - active.stopping.since >= STOP_GRACE_MS) this.giveUp(id, active.stopping.error);
      } else if (now - active.since >= deadline) {
        await this.tell(id, new EngineError(`${active.statement.purpose}: Athena did not end it within ${Math.round(deadline / 6e4)} min, so it was stopped; take a shorter period, or run again later.`));
      }
    }
  }
  /** An estimate keeps a run below its limit; this is for a table of which nobody knew how much it holds. */
  async stopOverLimit() {
    const { maxScanBytes } = this.input;
    const running = [...this.active].filter(([, { statement }]) => statement.cleanup !== true);
    const scanned = this.scanned() + running.reduce((sum, [, active]) => sum + active.scanned, 0);
    if (maxScanBytes === null || scanned <= maxScanBytes) return;
    for (const [id, { statement }] of running) {
      await this.tell(id, new EngineError(`${statement.purpose}: stopped, since ${size(scanned)} are scanned and max-scan-gb allows ${size(maxScanBytes)}; raise it, or take a shorter period.`));
    }
  }
  async tell(id, error) {
    const active = this.active.get(id);
    if (active === void 0 || active.stopping !== null) return;
    active.stopping = { since: this.input.calling.now(), error };
    await this.sendStop(id);
  }
  async sendStop(id) {
    const { athena, calling } = this.input;
    try {
      await call(calling, { purpose: "Athena", permission: "athena:StopQueryExecution" }, () => athena.send(new import_client_athena2.StopQueryExecutionCommand({ QueryExecutionId: id })));
    } catch {
    }
  }
  /** Lets go of a statement whose end is not known; it may have scanned, but nobody told how much. */
  giveUp(id, error) {
    const active = this.active.get(id);
    if (active === void 0) return;
    this.over.push({
      execution: {
        purpose: active.statement.purpose,
        executionId: id,
        state: "CANCELLED",
        engineVersion: null,
        bytesScanned: 0,
        queuedMs: 0,
        engineMs: 0,
        totalMs: 0,
        failure: { errorType: null, sentence: error.message }
      },
      ddl: active.statement.ddl === true
    });
    this.forget(id);
    active.fail(new LostStatement(error.message, { cause: error.cause }));
  }
  forget(id) {
    this.active.delete(id);
    this.input.onChange?.([...this.active.keys()]);
  }
};
function executionOf({ purpose }, executionId, state, { Status: status, Statistics: statistics, EngineVersion: version }) {
  const failure = state === "SUCCEEDED" || status === void 0 ? null : failureOf(status);
  return {
    purpose,
    executionId,
    state,
    engineVersion: version?.EffectiveEngineVersion ?? null,
    bytesScanned: statistics?.DataScannedInBytes ?? 0,
    queuedMs: statistics?.QueryQueueTimeInMillis ?? 0,
    engineMs: statistics?.EngineExecutionTimeInMillis ?? 0,
    totalMs: statistics?.TotalExecutionTimeInMillis ?? 0,
    failure: failure === null ? null : { errorType: failure.errorType, sentence: failure.sentence }
  };
}

// src/engines/athena/executions.ts
var StatementError = class extends EngineError {
  constructor(purpose, failure, cause) {
    super(`${purpose}: ${failure.sentence}`, { cause });
    this.failure = failure;
  }
  failure;
};
var ATTEMPTS = 3;
var RESTART_PAUSE_MS = 2e3;
var BYTES_AT_MOST = 262144;
var Executions = class {
  constructor(input) {
    this.input = input;
    this.watch = new Watch(input);
  }
  input;
  watch;
  /** Statements that Athena is being told to begin; their ids are not known yet. */
  starting = /* @__PURE__ */ new Set();
  begun = 0;
  stopped = false;
  endPauses = () => void 0;
  pausesEnd = new Promise((resolve) => this.endPauses = resolve);
  /** Every statement that ended, in the order of their ends. */
  get ended() {
    return this.watch.over;
  }
  /**
   * Runs one statement to its success; one that fails in a way that heals is begun anew.
   *
   * @throws StatementError where Athena ran it without success; EngineError where it could not be run.
   */
  async run(statement) {
    return this.untilHealed(statement, () => this.once(statement));
  }
  /** Does the work a few times, as long as a statement of it fails in a way that heals. */
  async untilHealed(statement, work) {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof StatementError) || !error.failure.heals || attempt === ATTEMPTS || this.isOver(statement)) throw error;
        await this.pace(statement).wait(jittered(attempt, RESTART_PAUSE_MS, this.input.calling.random));
      }
    }
  }
  /** As `run`, but whatever ails the statement, it is not begun anew. */
  async once(statement) {
    this.refuse(statement);
    const beginning = this.begin(statement);
    this.starting.add(beginning);
    const { id, ended } = await beginning.finally(() => this.starting.delete(beginning));
    return finished(statement, id, await ended);
  }
  /** Stops what is under way and starts nothing more. */
  async stop() {
    this.stopped = true;
    this.endPauses();
    await this.watch.stop(stoppedError);
    await Promise.allSettled(this.starting);
    await this.watch.idle();
  }
  /** Stops statements that another process began; false where nobody tells that all of them have ended. */
  async stopOthers(executionIds) {
    const other = { purpose: "stop" };
    const ends = await Promise.allSettled(executionIds.map((id) => this.watch.end(id, other, stoppedError(other))));
    return !ends.some((end) => end.status === "rejected" && end.reason instanceof LostStatement);
  }
  async begin(statement) {
    const id = await this.start(statement);
    statement.onStarted?.(id);
    return { id, ended: this.watch.end(id, statement, this.isOver(statement) ? stoppedError(statement) : null) };
  }
  async start(statement) {
    const { purpose, sql } = statement;
    const { athena, database, workgroup, output, nonce } = this.input;
    const token = createHash("sha256").update(JSON.stringify([sql, workgroup, database, output, nonce, purpose, this.begun += 1])).digest("hex");
    const { QueryExecutionId: id } = await call(this.pace(statement), { purpose, permission: "athena:StartQueryExecution" }, () => athena.send(new import_client_athena3.StartQueryExecutionCommand({
      QueryString: sql,
      ClientRequestToken: token,
      QueryExecutionContext: { Catalog: "AwsDataCatalog", Database: database },
      WorkGroup: workgroup,
      ...output === null ? {} : { ResultConfiguration: { OutputLocation: output } },
      // An earlier result would be evidence of an earlier time.
      ResultReuseConfiguration: { ResultReuseByAgeConfiguration: { Enabled: false } }
    })));
    if (id === void 0) throw new EngineError(`${purpose}: Athena began a statement without telling its id.`);
    return id;
  }
  /** What the run makes is removed though the run is over. */
  isOver({ cleanup }) {
    return this.stopped && cleanup !== true;
  }
  /** Pauses for a statement, which end with the run. */
  pace(statement) {
    const { calling } = this.input;
    if (statement.cleanup === true) return calling;
    const wait = async (ms) => {
      await Promise.race([calling.wait(ms), this.pausesEnd]);
      if (this.stopped) throw stoppedError(statement);
    };
    return { ...calling, wait };
  }
  refuse(statement) {
    if (statement.cleanup === true) return;
    if (this.stopped) throw stoppedError(statement);
    const bytes = Buffer.byteLength(statement.sql);
    if (bytes > BYTES_AT_MOST) throw new EngineError(`${statement.purpose}: its text has ${bytes} bytes, and Athena takes ${BYTES_AT_MOST}; shorten ${statement.scansNothing === true ? "the test event" : "the lists in the settings file"}.`);
    const { maxScanBytes } = this.input;
    if (maxScanBytes === null || statement.scansNothing === true || this.watch.scanned() < maxScanBytes) return;
    throw new EngineError(`${statement.purpose}: not run, since max-scan-gb (${size(maxScanBytes)}) is used up; raise it, or take a shorter period.`);
  }
};
function stoppedError({ purpose }) {
  return new EngineError(`${purpose}: the run was stopped.`);
}
function finished({ purpose, ddl }, executionId, execution) {
  const status = execution.Status ?? {};
  if (status.State !== "SUCCEEDED") throw new StatementError(purpose, failureOf(status), new Error(status.AthenaError?.ErrorMessage ?? status.StateChangeReason ?? ""));
  if (execution.Statistics?.ResultReuseInformation?.ReusedPreviousResult === true) {
    throw new EngineError(`${purpose}: Athena answered with an earlier result, though it was told not to.`);
  }
  return { purpose, executionId, outputLocation: ddl === true ? null : execution.ResultConfiguration?.OutputLocation ?? null };
}

// src/engines/athena/staging.ts
var OURS = new RegExp(`^${STAGED_TABLES}[a-z0-9_]+$`);
var CHOSEN = /^tables\/[0-9a-f-]{8,64}\/$/;
var LEFTOVER_AGE_MS = 24 * 36e5;
var TAKEN_AT_MOST = 5;
var NOTE_BYTES_AT_MOST = 1e4;
var Staging = class {
  constructor(input) {
    this.input = input;
  }
  input;
  tables = [];
  making = /* @__PURE__ */ new Set();
  made = 0;
  /** Makes a table by CREATE TABLE AS SELECT. What a failed attempt wrote is removed with the rest. */
  create(purpose, statement) {
    const making = this.input.executions.untilHealed({ purpose }, () => this.passTaken(() => this.attempt(purpose, statement)));
    this.making.add(making);
    return making.finally(() => this.making.delete(making));
  }
  /** Drops the tables and deletes their objects. What cannot be removed is told, and fails nothing. */
  async drop() {
    await Promise.allSettled(this.making);
    const tables = this.tables.splice(0);
    await Promise.all(tables.map((staged) => this.remove(staged)));
  }
  /** Removes what runs that were killed left behind, once it is older than a day. */
  async removeLeftovers() {
    await this.removeNoted((_table, ageMs) => ageMs > LEFTOVER_AGE_MS, false);
  }
  /** Removes what one run left; `lost`, where Athena may still be writing it. */
  async removeRun(runId, lost) {
    await this.removeNoted((table) => table.startsWith(`${STAGED_TABLES}${runId}_`), lost);
  }
  async removeNoted(isWanted, lost) {
    const { access, root } = this.input;
    const place = placeOfUrl(root);
    const tables = [];
    await this.orWarn(async () => {
      for await (const { key, modified, bytes } of objectsUnder({ ...place, key: `${place.key}${STAGED_TABLES}` }, "stage", access)) {
        const table = /^(.*)\.json$/.exec(key.slice(place.key.length))?.[1] ?? "";
        if (OURS.test(table) && bytes <= NOTE_BYTES_AT_MOST && isWanted(table, access.calling.now() - modified)) tables.push(table);
      }
    });
    for (const table of tables) await this.orWarn(() => this.removeByNote(table, lost));
  }
  async removeByNote(table, lost) {
    const { access, database } = this.input;
    const text = await readText(placeOfUrl(this.noteOf(table)), "stage", access);
    const note = text === null ? null : parseNote(text);
    if (note === null || note.database !== database || note.table !== table || !this.isOurs(table, note.location)) return;
    await this.remove({ name: { database, table }, location: note.location, lost, taken: false });
  }
  async orWarn(work) {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      this.input.warn(`Staged tables of earlier runs could not be looked for: ${error.message}`);
    }
  }
  async passTaken(work) {
    for (let taken = 0; ; taken += 1) {
      try {
        return await work();
      } catch (error) {
        if (!isTaken2(error) || taken === TAKEN_AT_MOST) throw error;
      }
    }
  }
  async attempt(purpose, statement) {
    const { executions, access, database, root, choosesPlace, runId } = this.input;
    const table = `${STAGED_TABLES}${runId}_${this.made += 1}`;
    const name = { database, table };
    const staged = { name, location: choosesPlace ? null : `${root}${table}/`, lost: false, taken: false };
    const note = () => writeText(placeOfUrl(this.noteOf(table)), noteText({ schemaVersion: 1, database, table, location: staged.location }), purpose, access);
    await note();
    this.tables.push(staged);
    const sql = statement({ name, location: staged.location });
    let noted = Promise.resolve();
    const done = executions.once({
      purpose,
      sql,
      onStarted: (executionId) => {
        if (!choosesPlace) return;
        staged.location = `${root}tables/${executionId}/`;
        noted = noted.then(note).catch(() => void 0);
      }
    });
    try {
      await done;
    } catch (error) {
      staged.taken = isTaken2(error);
      staged.lost = error instanceof LostStatement;
      throw error;
    } finally {
      await noted;
    }
    return name;
  }
  async remove({ name, location, lost, taken }) {
    const { executions, access, warn } = this.input;
    const problems = lost ? ["Athena did not tell that it stopped writing it."] : [];
    const step = async (work) => {
      try {
        await work();
      } catch (error) {
        if (!(error instanceof EngineError)) throw error;
        problems.push(error.message);
      }
    };
    if (!taken) await step(() => executions.run({ purpose: "drop", sql: dropStatement(name), ddl: true, cleanup: true }));
    if (!taken && location !== null && this.isOurs(name.table, location)) await step(() => deleteUnder(placeOfUrl(location), "drop", access));
    if (problems.length === 0) await step(() => deleteUnder(placeOfUrl(this.noteOf(name.table)), "drop", access));
    if (problems.length > 0) {
      warn(`The staged table ${name.database}.${name.table} could not be removed: ${problems.join(" ")} It holds content of the logs: drop it${location === null ? "" : ` and delete ${location}`}. A run after a day tries again.`);
    }
  }
  noteOf(table) {
    return `${this.input.root}${table}.json`;
  }
  /** A note is an object that others may write; only our own places are deleted from. */
  isOurs(table, location) {
    const { root } = this.input;
    return location === null || location === `${root}${table}/` || location.startsWith(root) && CHOSEN.test(location.slice(root.length));
  }
};
function isTaken2(error) {
  return error instanceof StatementError && error.failure.placeTaken;
}
function noteText(note) {
  return `${JSON.stringify(note)}
`;
}
function parseNote(text) {
  try {
    const { schemaVersion, database, table, location } = JSON.parse(text);
    if (schemaVersion !== 1 || typeof database !== "string" || typeof table !== "string" || location !== null && typeof location !== "string") return null;
    return { schemaVersion, database, table, location };
  } catch {
    return null;
  }
}

// src/engines/athena/engine.ts
var QUERIES_AT_ONCE = 20;
var REFUSED_AT_MOST = 5;
function openAthena(input) {
  return new AthenaEngine(input, planRun({ ...input, now: new Date(input.calling.now()).toISOString() }));
}
var AthenaEngine = class {
  constructor(input, plan) {
    this.input = input;
    this.plan = plan;
    this.executions = executionsOf(input);
    this.staging = stagingOf(input, this.executions);
  }
  input;
  plan;
  name = "athena";
  queriesAtOnce = QUERIES_AT_ONCE;
  eventsSql = readEventsSql();
  executions;
  staging;
  /** Beginnings of addresses that are left out, and why. */
  refused = /* @__PURE__ */ new Map();
  ground = null;
  closing = null;
  async load() {
    const { files, period } = this.input;
    if (this.plan.estimate.staged) await this.staging?.removeLeftovers();
    if (this.plan.notStaged !== null) this.warn(this.plan.notStaged);
    if (this.plan.estimate.wholeTable) this.warn(this.sayUnknown());
    const sql = {};
    const { ground, files: filesRead } = this.plan.estimate.staged ? { ground: await this.stage(sql), files: null } : await this.direct();
    const interpreted = interpretedFrom(ground, this.eventsSql);
    const [byFile, repeated, names] = await Promise.all([
      filesRead ?? this.rows("files", recordsByFileSql(interpreted)),
      this.rows("duplicates", duplicatesSql(interpreted)),
      this.rows("names", capitalNamesSql(interpreted))
    ]);
    checkNames(names[0] ?? [0, 0]);
    const [ids, duplicates] = (repeated[0] ?? [0, 0]).map(Number);
    this.ground = ids > 0 ? await this.withKept(ground, sql) : ground;
    const all = allEventsRelation(this.ground, this.eventsSql, period);
    const [counts, cells, changes] = await Promise.all([
      this.rows("counts", eventCountsSql(uniqueFrom(this.ground, this.eventsSql), period)),
      this.rows("cells", cellsSql(all)),
      this.rows("trail changes", trailChangesSql(all))
    ]);
    const records = recordsByFile(byFile);
    const accounted = accountForFiles(files, records, this.refused);
    this.warnOfSilence(records);
    return {
      files: accounted,
      counts: tieOut(records, counts[0] ?? [0, 0, 0], duplicates),
      cells: cellsOf(cells),
      malformed: malformedByPlace(accounted, records),
      trailChanges: trailChangesOf(changes),
      missingColumns: this.plan.missingColumns,
      engineVersion: this.executions.ended.find(({ execution }) => execution.engineVersion !== null)?.execution.engineVersion ?? "Athena, of an unknown version",
      sql: { ...sql, "records.sql": this.recordsSql(), "events.sql": this.eventsSql.text }
    };
  }
  async run({ query, packSql }) {
    if (this.ground === null) throw new Error(`${query.id}: nothing is loaded yet.`);
    const sql = executedSql(counted(packSql), query, eventsRelations(this.ground, this.eventsSql, this.input.period, query));
    const { columns, chunks } = await readRows(await this.executions.run({ purpose: query.id, sql }), this.input);
    return { executedSql: sql, columns, chunks };
  }
  openCases(period) {
    const { executions, input, eventsSql } = this;
    return Promise.resolve(new AthenaCases({ executions, sources: input, eventsSql, period, queriesAtOnce: QUERIES_AT_ONCE }));
  }
  spending() {
    return spendingOf(this.executions.ended);
  }
  /** Stops what is under way and removes what is staged; may be called again. What was spent can be asked afterwards too. */
  close() {
    this.closing ??= this.executions.stop().then(() => this.staging?.drop());
    return this.closing;
  }
  /** One scan of the table; everything after it reads what that left. */
  async stage(sql) {
    const staging = this.stagingOrFail();
    const stage = await this.withoutRefused(() => staging.create("stage", (place) => sql["stage.sql"] = stageStatement(place, this.recordsSql(), this.eventsSql, this.input.queries)));
    return { kind: "staged", stage, kept: null };
  }
  /** The table itself; a first statement finds what Athena cannot read. */
  async direct() {
    const { estimate } = this.plan;
    this.warn(`Nothing is staged, so each reading of the table scans ${estimate.wholeTable ? "at least " : ""}${size(estimate.windowBytes)} of logs, ${roughly(estimate)} ${size(estimate.bytes)} in all (${usd(estimate.costUsd)}).`);
    const ground = () => ({ kind: "direct", recordsSql: this.recordsSql(), repeated: false });
    const files = await this.withoutRefused(() => this.rows("files", recordsByFileSql(interpretedFrom(ground(), this.eventsSql))));
    return { ground: ground(), files };
  }
  async withKept(ground, sql) {
    if (ground.kind === "direct") return { ...ground, repeated: true };
    const kept = await this.stagingOrFail().create("kept", (place) => sql["kept.sql"] = keptStatement(place, ground.stage, this.eventsSql));
    return { ...ground, kept };
  }
  /** Does it again without the object that Athena cannot read, a few times. */
  async withoutRefused(work) {
    for (; ; ) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof StatementError) || error.failure.unreadable === null) throw error;
        this.refuse(error.failure.unreadable, error);
      }
    }
  }
  /** Leaves out one object; of one that may not be read, all of its account's, since they are under the same policy and key. */
  refuse(told, { failure: { denied, sentence }, message, cause }) {
    const quoted = this.input.files.flatMap(({ path: each }) => cause instanceof Error && cause.message.includes(each) ? [each] : []);
    const path = quoted.reduce((longest, each) => each.length > longest.length ? each : longest, quoted[0] ?? told);
    const beginning = denied ? /^s3:\/\/.*?\/AWSLogs\/(?:o-[a-z0-9]+\/)?\d{12}\//.exec(path)?.[0] ?? path : path;
    if (this.refused.has(beginning)) throw new EngineError(message, { cause });
    if (this.refused.size === REFUSED_AT_MOST) throw new EngineError(`${message} ${REFUSED_AT_MOST} objects were left out for that before; run again with engine: duckdb, which reads each object for itself.`, { cause });
    if (this.input.files.every((file) => isRefusedBy(beginning, file.path))) throw new EngineError(`${message} None of the ${this.input.files.length} log objects would be left.`, { cause });
    this.refused.set(beginning, `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`);
    this.warn(`Athena cannot read ${denied ? `what stands under ${beginning}` : path}; the run goes on without, and says so.`);
  }
  recordsSql() {
    const { layout, name } = this.input.table;
    const [folders, objects] = [[...this.refused.keys()].filter((path) => path.endsWith("/")), [...this.refused.keys()].filter((path) => !path.endsWith("/"))];
    const where = [this.plan.where, ...folders.map((folder) => `NOT starts_with("$path", ${sqlText(folder)})`)].join("\n  AND ");
    return recordsSelect(layout, { table: name, where, excludedPaths: objects }).sql;
  }
  /** Rows of a statement that counts: few, so they are held. */
  async rows(purpose, sql) {
    const { chunks } = await readRows(await this.executions.run({ purpose, sql: counted(sql) }), this.input);
    const rows = [];
    for await (const chunk of chunks) rows.push(...chunk);
    return rows;
  }
  /** With allow-full-scan, how much a scan takes shows only when it is under way. */
  sayUnknown() {
    const { settings: { maxScanBytes }, table: { workgroup } } = this.input;
    const ours = maxScanBytes === null ? "max-scan-gb sets no limit" : `statements are stopped once ${size(maxScanBytes)} are scanned (max-scan-gb), as far as Athena tells while they run`;
    const theirs = workgroup.cutoffBytes === null ? `the workgroup "${workgroup.name}" sets none for a statement` : `Athena cancels a statement at ${size(workgroup.cutoffBytes)}, as the workgroup "${workgroup.name}" says`;
    return `No partition of the table keeps other days out (allow-full-scan), so a scan reads all of it, and how much that is cannot be told before: ${ours}; ${theirs}.`;
  }
  warnOfSilence(records) {
    const { files, table } = this.input;
    if (records.size === 0 && files.length > 0) this.warn(`The table ${table.name.database}.${table.name.table} returns no record, and ${files.length} log objects are there for the period: its partitions do not cover them.`);
  }
  stagingOrFail() {
    if (this.staging === null) throw new Error("A run is planned to stage where it cannot.");
    return this.staging;
  }
  warn(sentence) {
    this.input.warn?.(sentence);
  }
};
function executionsOf({ athena, calling, settings, table, runId, onActive, deadlineMs }) {
  return new Executions({
    athena,
    calling,
    database: table.name.database,
    workgroup: table.workgroup.name,
    output: table.workgroup.output,
    nonce: runId,
    maxScanBytes: settings.maxScanBytes,
    ...deadlineMs === void 0 ? {} : { deadlineMs },
    ...onActive === void 0 ? {} : { onChange: onActive }
  });
}
function stagingOf({ s3, calling, table, runId, warn }, executions) {
  const { stageRoot: root, choosesPlace } = table.workgroup;
  if (!/^[a-z0-9_]+$/.test(runId)) throw new Error(`A run id holds a-z, 0-9 and _, not ${runId}.`);
  return root === null ? null : new Staging({ executions, access: { s3, calling }, database: table.name.database, root, choosesPlace, runId, warn: warn ?? (() => void 0) });
}
async function cleanUpAfter(input) {
  const { executionIds, runId } = input;
  const executions = executionsOf({ ...input, runId: `${runId}_cleanup` });
  const ended = await executions.stopOthers(executionIds);
  await stagingOf(input, executions)?.removeRun(runId, !ended);
}
export {
  cleanUpAfter,
  openAthena
};
