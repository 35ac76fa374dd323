import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  RESOURCE_PARAMETERS,
  WITHHELD,
  cellsSql,
  eventCell,
  eventsOver,
  leadInStart,
  passingOn,
  readEventsSql,
  trailChange,
  trailChangesSql,
  watchedEvents
} from "./chunk-DJ6OBPDS.js";
import {
  RECORD_COLUMNS
} from "./chunk-RDZRKEUG.js";
import {
  EngineError
} from "./chunk-4FWAGCHY.js";
import {
  explainUnreadable,
  stageLogFile
} from "./chunk-QUYZWO2B.js";
import {
  LOCAL_FILES
} from "./chunk-32PB2WSB.js";
import {
  EVENT_COLUMNS,
  TOLD_BY_OTHERS,
  columnsNamed
} from "./chunk-Q6DGIV3J.js";
import {
  executedSql,
  sqlText
} from "./chunk-MOC3KAUT.js";
import {
  productRoot
} from "./chunk-RLU6Z4TT.js";

// src/engines/duckdb/engine.ts
import { readFileSync } from "node:fs";
import { mkdir as mkdir2, mkdtemp, rm as rm3 } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as join5 } from "node:path";

// src/engines/duckdb/records-sql.ts
function recordsSelect(reader, { files, maximumObjectSize, oneLine }) {
  const columns = Object.entries(RECORD_COLUMNS).filter(([column]) => column !== "resources").map(([column, path]) => `    ${fieldOf(reader, path)} AS ${column}`);
  return `SELECT
  r.* EXCLUDE (filename),
  f.source_file,
  f.path_account
FROM (
  SELECT
${columns.join(",\n")},
    ${resourceArns(reader)} AS resource_arns,
    filename
  FROM (${source(reader, { files, maximumObjectSize, oneLine })})
) r
JOIN staged_files f ON f.staged_path = r.filename`;
}
function resourceArns(reader) {
  const resources = fieldOf(reader, RECORD_COLUMNS.resources);
  if (reader === "typed") return `NULLIF(array_to_string(list_transform(${resources}, lambda resource: resource."ARN"), chr(10)), '')`;
  return `CASE WHEN starts_with(${resources}, '[') AND json_valid(${resources}) THEN NULLIF(array_to_string(json_extract_string(${resources}, '$[*].ARN'), chr(10)), '') END`;
}
var NO_SAMPLING = "auto_detect = false, sample_size = 1, maximum_sample_files = 1";
function source(reader, { files, maximumObjectSize, oneLine }) {
  const type = reader === "typed" ? `${structOf(Object.values(RECORD_COLUMNS))}[]` : "JSON[]";
  const read = `SELECT unnest(Records) AS record, filename FROM read_json([${files.map(sqlText).join(", ")}], columns = {Records: ${sqlText(type)}}, ${NO_SAMPLING}, format = '${oneLine ? "newline_delimited" : "auto"}', maximum_object_size = ${maximumObjectSize}, filename = true)`;
  if (reader === "typed") return read;
  const paths = PATHS.map((path) => sqlText(`$.${path}`));
  return `SELECT json_extract_string(record, [${paths.join(", ")}]) AS v, filename FROM (${read})`;
}
var PATHS = Object.values(RECORD_COLUMNS);
function fieldOf(reader, path) {
  return reader === "typed" ? `record.${path.split(".").map((part) => `"${part}"`).join(".")}` : `v[${PATHS.indexOf(path) + 1}]`;
}
var TYPES = { [RECORD_COLUMNS.resources]: 'STRUCT("ARN" VARCHAR)[]' };
function structOf(paths) {
  const root = {};
  for (const path of paths) {
    const parts = path.split(".");
    let at = root;
    for (const part of parts.slice(0, -1)) at = at[part] ??= {};
    at[parts.at(-1) ?? path] = TYPES[path] ?? "VARCHAR";
  }
  const text = (shape) => `STRUCT(${Object.entries(shape).map(([key, value]) => `"${key}" ${typeof value === "string" ? value : text(value)}`).join(", ")})`;
  return text(root);
}

// src/engines/duckdb/request-resource.ts
var STEPS = [RESOURCE_PARAMETERS.slice(0, 6), RESOURCE_PARAMETERS.slice(6, 20), RESOURCE_PARAMETERS.slice(20)];
var REQUEST_RESOURCE = `CASE WHEN resource_arns IS NULL AND starts_with(request_parameters, '{') THEN COALESCE(
${STEPS.map((paths) => `    ${firstHeld(paths)}`).join(",\n")})
  END`;
function firstHeld(paths) {
  return `list_filter(TRY(json_extract_string(request_parameters, [${paths.map((path) => sqlText(`$.${path}`)).join(", ")}])), lambda held: NOT (starts_with(held, '{') OR starts_with(held, '[') OR held = ${sqlText(WITHHELD)}))[1]`;
}

// src/engines/duckdb/stored-records.ts
var WHERE_READ = {
  event_day: () => "substr(event_time, 1, 10)",
  session_name: (others) => `CASE WHEN ${held("actor_type", others)} = 'AssumedRole' THEN COALESCE(split_part(actor_principal_id, ':', 2), split_part(actor_arn, '/', 3)) END`,
  // The first line of resource_arns; nearly all have one only.
  resource: () => `COALESCE(CASE WHEN strpos(resource_arns, chr(10)) > 0 THEN split_part(resource_arns, chr(10), 1) ELSE resource_arns END, ${REQUEST_RESOURCE})`,
  // The table holds a number for each file.
  source_file: () => "CAST(log_file AS varchar)"
};
var DESCRIBED = EVENT_COLUMNS.filter((column) => !(column in TOLD_BY_OTHERS));
var OF_THE_RECORD = ["log_file", "addendum_reason", "addendum_original_event_id", "logged_read_only"];
var SELDOM_FILLED = [
  "event_name_raw",
  "error_message",
  "vpc_endpoint_id",
  "sign_in_session_arn",
  "source_identity",
  "federated_provider",
  "on_behalf_of",
  "service_event_details",
  "shared_event_id",
  "addendum_reason",
  "addendum_original_event_id",
  "logged_read_only"
];
var isSeldom = (column) => SELDOM_FILLED.includes(column);
var FEW_VALUES = {
  read_only: ["true", "false"],
  outcome: ["success", "denied", "throttled", "failed"],
  actor_class: ["person", "workload", "aws-service", "root", "anonymous", "unknown"],
  console: ["true", "false"]
};
var REPEATING = ["event_category", "event_type", "region", "actor_type", "actor_account_id", "role_arn", "role_name", "mfa", "user_agent", "tls_version"];
var isRepeating = (column) => REPEATING.includes(column);
function knownType(column) {
  return `known_${column}`;
}
var SPAN = { period: 1, leadIn: 2 };
function spanOf(period) {
  const within = (start, end, span) => `WHEN event_time >= '${start}' AND event_time < '${end}' THEN ${span}`;
  return `CAST(CASE WHEN event_id IS NULL THEN NULL ${within(period.start, period.end, SPAN.period)} ${within(leadInStart(period), period.start, SPAN.leadIn)} END AS TINYINT) AS span`;
}
function storedSelect(recordsSelect2, sql, period, known = []) {
  const worked = DESCRIBED.filter((column) => !(column in WHERE_READ) && !isSeldom(column));
  const isKnown = (column) => known.includes(column);
  const seldom = SELDOM_FILLED.map((column) => [column, column]);
  const others = known.map((column) => [column, `CASE WHEN number_of_${column} IS NULL THEN ${column} END`]);
  return `${workedOut(recordsSelect2, sql)},
numbered AS NOT MATERIALIZED (
SELECT ${["*", ...known.map((column) => `TRY_CAST(${column} AS ${knownType(column)}) AS number_of_${column}`)].join(", ")}
FROM worked_out
)
SELECT ${[...worked.map((column) => isKnown(column) ? `number_of_${column} AS ${column}` : asHeld(column)), "log_file", spanOf(period)].join(", ")},
  ${asJson(seldom)} AS seldom_filled,
  ${others.length === 0 ? "CAST(NULL AS VARCHAR)" : asJson(others)} AS other_texts
FROM numbered`;
}
function asJson(texts) {
  return `CASE WHEN COALESCE(${texts.map(([, text]) => text).join(", ")}) IS NOT NULL THEN CAST(json_object(${texts.map(([name, text]) => `${sqlText(name)}, ${text}`).join(", ")}) AS VARCHAR) END`;
}
function repeatingSelect(recordsSelect2, sql) {
  return `${workedOut(recordsSelect2, sql)}
SELECT ${REPEATING.join(", ")}
FROM worked_out`;
}
function workedOut(recordsSelect2, sql) {
  return `WITH records AS NOT MATERIALIZED (
${recordsSelect2}
),
unique_records AS NOT MATERIALIZED (
SELECT * REPLACE (NULL AS source_file), source_file AS log_file, read_only AS logged_read_only, NULL AS request_resource
FROM (
${sql.interpreted}
) interpreted
),
worked_out AS NOT MATERIALIZED (
SELECT * REPLACE (
  CASE WHEN COALESCE(logged_read_only, '') <> read_only THEN COALESCE(logged_read_only, '') END AS logged_read_only,
  NULLIF(event_name_raw, event_name) AS event_name_raw
)
FROM (
${passingOn(sql.described, OF_THE_RECORD)}
) described
)`;
}
function asHeld(column) {
  const values = FEW_VALUES[column];
  return values === void 0 ? column : `CAST(${column} AS ENUM (${values.map(sqlText).join(", ")})) AS ${column}`;
}
var ANY_OTHERS = new Set(REPEATING);
function held(column, others = ANY_OTHERS) {
  if (column === "event_name_raw") return `COALESCE(${unpacked(column)}, event_name)`;
  if (isSeldom(column)) return unpacked(column);
  if (isRepeating(column)) return others.has(column) ? `COALESCE(CAST(${column} AS varchar), ${unpacked(column, "other_texts")})` : `CAST(${column} AS varchar)`;
  return column in FEW_VALUES ? `CAST(${column} AS varchar)` : column;
}
function unpacked(column, from = "seldom_filled") {
  return `json_extract_string(${from}, ${sqlText(`$.${column}`)})`;
}
function describedOfStored(column, others) {
  const sql = column in WHERE_READ ? WHERE_READ[column](others) : held(column, others);
  return sql === column ? column : `${sql} AS ${column}`;
}
function eventsOfStored(eventsSql, from, where, columns = EVENT_COLUMNS, others = ANY_OTHERS) {
  const telling = columns.flatMap((column) => TOLD_BY_OTHERS[column] ?? []);
  const described = DESCRIBED.filter((column) => column === "event_id" || columns.includes(column) || telling.length > 0 && TELLING.includes(column));
  const select = `SELECT ${described.map((column) => describedOfStored(column, others)).join(",\n  ")}
FROM ${from}${where === null ? "" : `
WHERE ${where}`}`;
  return telling.length > 0 ? eventsOver(eventsSql, select) : select;
}
var TELLING = Object.values(TOLD_BY_OTHERS).flat();
var CALLED = {
  identity_arn: "actor_arn",
  identity_principal_id: "actor_principal_id",
  identity_access_key_id: "access_key_id",
  source_ip_address: "source_ip",
  source_file: "log_file"
};
var INTERPRETED_VIEW = `CREATE VIEW interpreted AS
SELECT rowid AS stored_row, event_id, event_time, account_id, error_code, resource_arns, request_parameters, response_elements,
  ${["event_name_raw", "error_message", "user_agent", "addendum_reason", "addendum_original_event_id"].map((column) => `${held(column)} AS ${column}`).join(", ")},
  ${Object.entries(CALLED).map(([name, column]) => `${column} AS ${name}`).join(", ")},
  COALESCE(${held("logged_read_only")}, ${held("read_only")}) AS read_only
FROM stored`;
var ORIGINAL_EVENT_ID = `COALESCE(${held("addendum_original_event_id")}, event_id)`;
function recordsSqlForReaders(eventsSql, period) {
  const records = recordsSelect("typed", { files: ["<files>"], maximumObjectSize: 67108864, oneLine: true });
  return `-- stored: one row a log record. records are read from the log files that integrity.json lists as read; staged_files holds, for each, its key
-- (source_file) and the account its path names (path_account). known_<column> are the texts that a sample of the logs repeats there. The parts interpreted and events of events.sql are worked out of a record as it is read.
INSERT INTO stored
${storedSelect(records, eventsSql, period, REPEATING)};

-- interpreted, of which the parts repeated, repeated_records and kept of events.sql tell the records to delete from stored.
${INTERPRETED_VIEW};

-- events, which a query reads: of stored, the events of its period (span = ${SPAN.period}; events_before: ${SPAN.leadIn}) that its header names, with the columns that its text names. A column of which no record
-- has other_texts is read without them.
${eventsOfStored(eventsSql, "stored", null)}
`;
}

// src/engines/duckdb/account-for-events.ts
async function countEvents(connection, loaded) {
  const rows = await rowsOf(connection, `SELECT count(*) FILTER (WHERE span = ${SPAN.period}), count(*) FILTER (WHERE span = ${SPAN.leadIn}), count(*) FROM stored WHERE event_id IS NOT NULL AND event_time IS NOT NULL`);
  const [events, leadIn, all] = (rows[0] ?? [0, 0, 0]).map(Number);
  return { ...loaded, events, leadIn, outsidePeriod: all - events - leadIn };
}
async function countCells(connection, events) {
  return (await rowsOf(connection, cellsSql(events))).map(eventCell);
}
async function findTrailChanges(connection, events) {
  return (await rowsOf(connection, trailChangesSql(events))).map(trailChange);
}
async function rowsOf(connection, sql) {
  return await (await connection.run(sql)).getRows();
}

// src/engines/duckdb/events-relation.ts
async function presentEvents(connection) {
  const rows = await (await connection.run("SELECT DISTINCT event_source, event_name FROM stored WHERE event_source IS NOT NULL AND event_name IS NOT NULL")).getRows();
  const present = /* @__PURE__ */ new Map();
  for (const [source2, name] of rows) {
    const names = present.get(source2) ?? /* @__PURE__ */ new Set();
    present.set(source2, names.add(name));
  }
  return present;
}
function eventsRelations(eventsSql, query, present, { columns = EVENT_COLUMNS, from = "stored", others } = {}) {
  const relation = (name, span) => {
    const where = `span = ${span}${watchedOnly(query, present)}`;
    return `${name} AS NOT MATERIALIZED (
${eventsOfStored(eventsSql, from, where, columns, others)}
)`;
  };
  const events = relation("events", SPAN.period);
  return query.leadIn ? `${events},
${relation("events_before", SPAN.leadIn)}` : events;
}
function watchedOnly(query, present) {
  const watched = watchedEvents(query);
  if (watched === "any") return "";
  if (present === null) return ` AND (${[...watched].map(([source2, names2]) => `${among("event_source", [source2])} AND ${among("event_name", [...names2])}`).join(" OR ")})`;
  const found = [...watched].map(([source2, names2]) => [source2, [...names2].filter((name) => present.get(source2)?.has(name))]).filter(([, names2]) => names2.length > 0);
  if (found.length === 0) return " AND false";
  const names = new Set(found.flatMap(([, ofSource]) => ofSource));
  const others = found.flatMap(([source2]) => [...present.get(source2) ?? []].filter((name) => names.has(name) && !watched.get(source2)?.has(name)).map((name) => ` AND NOT (event_source = ${sqlText(source2)} AND event_name = ${sqlText(name)})`));
  return ` AND ${among("event_source", found.map(([source2]) => source2))} AND ${among("event_name", [...names])}${others.join("")}`;
}
function among(column, values) {
  const texts = values.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))).map(sqlText);
  if (texts.length === 1) return `${column} = ${texts[0]}`;
  return `${column} >= ${texts[0]} AND ${column} <= ${texts.at(-1)} AND list_contains([${texts.join(", ")}], ${column})`;
}

// src/engines/duckdb/known-texts.ts
var TEXTS_AT_MOST = 1e4;
var TIMES_AT_LEAST = 4;
async function keepSample(connection, sampleSelect, eventsSql) {
  try {
    await connection.run(`CREATE TEMP TABLE sample AS
${repeatingSelect(sampleSelect, eventsSql)}`);
    return true;
  } catch {
    return false;
  }
}
async function nameKnownTexts(connection) {
  const counts = await (await connection.run(`SELECT ${REPEATING.map((column) => `count(${column}), count(DISTINCT ${column})`).join(", ")} FROM sample`)).getRows();
  const known = REPEATING.filter((_, index) => {
    const [records, texts] = [Number(counts[0]?.[2 * index]), Number(counts[0]?.[2 * index + 1])];
    return texts > 0 && texts <= TEXTS_AT_MOST && records >= texts * TIMES_AT_LEAST;
  });
  for (const column of known) await connection.run(`CREATE TYPE ${knownType(column)} AS ENUM (SELECT DISTINCT ${column} FROM sample WHERE ${column} IS NOT NULL ORDER BY ${column})`);
  await connection.run("DROP TABLE sample");
  return known;
}
async function columnsWithOtherTexts(connection) {
  const found = await (await connection.run(`SELECT ${REPEATING.map((_, index) => `count(texts[${index + 1}])`).join(", ")}
FROM (SELECT json_extract_string(other_texts, [${REPEATING.map((column) => `'$.${column}'`).join(", ")}]) AS texts FROM stored WHERE other_texts IS NOT NULL) t`)).getRows();
  return new Set(REPEATING.filter((_, index) => Number(found[0]?.[index]) > 0));
}

// src/engines/duckdb/load-records.ts
import { writeFile } from "node:fs/promises";
import { join as join2 } from "node:path";

// src/engines/duckdb/stage-ahead.ts
import { rm } from "node:fs/promises";
import { join } from "node:path";
var StagingAhead = class {
  constructor(source2, places, ahead) {
    this.source = source2;
    this.places = places;
    this.ahead = ahead;
    this.workers = Promise.all(Array.from({ length: source2.reader.filesAtOnce }, () => this.work()));
  }
  source;
  places;
  ahead;
  staged = [];
  notRead = [];
  bytes = 0;
  begun = 0;
  done = 0;
  stopped = false;
  failure = null;
  waiting = [];
  workers;
  /** What is staged, once that is `bytes` or all there is; null after the last file. Throws what is wrong with the folder or the archive, a full disk say. */
  async next(bytes) {
    while (this.failure === null && this.bytes < bytes && !this.full() && this.done < this.source.files.length) await this.change();
    if (this.failure !== null) throw this.failure.cause;
    const [staged, notRead] = [this.staged, this.notRead];
    if (staged.length === 0 && notRead.length === 0) return null;
    [this.staged, this.notRead, this.bytes] = [[], [], 0];
    this.tell();
    return { staged: staged.sort((a, b) => a.file.key < b.file.key ? -1 : 1), notRead, done: this.done };
  }
  /** No file is begun after this; returns when none is under way. */
  async stop() {
    this.stopped = true;
    this.tell();
    await this.workers;
  }
  async work() {
    while (true) {
      while (this.full() && !this.stopped) await this.change();
      const file = this.source.files[this.begun];
      if (file === void 0 || this.stopped) return;
      this.begun += 1;
      try {
        await this.stage(file);
      } catch (cause) {
        this.failure ??= { cause };
        this.stopped = true;
      }
      this.tell();
    }
  }
  async stage(file) {
    const place = this.places.take();
    const result = await stageLogFile(file, place, this.source.reader);
    this.done += 1;
    if ("outcome" in result) {
      this.places.giveBack(place);
      this.notRead.push(result);
    } else {
      this.bytes += result.stagedBytes;
      this.staged.push(result);
    }
  }
  full() {
    return this.bytes >= this.ahead.bytes || this.staged.length + this.notRead.length >= this.ahead.files;
  }
  change() {
    return new Promise((resolve2) => this.waiting.push(resolve2));
  }
  tell() {
    for (const go of this.waiting.splice(0)) go();
  }
};
var StagingPlaces = class {
  constructor(folder) {
    this.folder = folder;
  }
  folder;
  unused = [];
  made = 0;
  take() {
    return this.unused.pop() ?? join(this.folder, `${this.made++}.json`);
  }
  giveBack(place) {
    this.unused.push(place);
  }
  /** Files of up to `keptBytes` stay, to be written over; a larger one would keep its disk space. */
  async free(staged, keptBytes) {
    await Promise.all(staged.map(async ({ stagedPath, stagedBytes }) => {
      if (stagedBytes > keptBytes) await rm(stagedPath, { force: true });
      this.giveBack(stagedPath);
    }));
  }
};

// src/engines/duckdb/load-records.ts
var AHEAD = { bytes: 352 * 1024 * 1024, files: 2e4 };
var FIRST_BATCH_BYTES = 32 * 1024 * 1024;
var BATCH_BYTES = 176 * 1024 * 1024;
var MAXIMUM_OBJECT_SIZE = 64 * 1024 * 1024;
var SAMPLE = { bytes: 1024 * 1024, filesAtLeast: 16, filesAtMost: 192 };
var FEW_FILES = 48;
var SAMPLE_FILE_BYTES = 1024 * 1024;
async function loadRecords(connection, { files, reader, period }, folder, eventsSql, progress) {
  const read = [];
  const notRead = [];
  const places = new StagingPlaces(folder);
  await nameFiles(connection, files);
  const noRecords = join2(folder, "no-records.json");
  await writeFile(noRecords, '{"Records":[]}');
  const sample = sampleOf(files);
  let sampled = await new StagingAhead({ files: sample, reader }, places, { bytes: Infinity, files: Infinity }).next(Infinity);
  const inSample = new Set(sample);
  const staging = new StagingAhead({ files: files.filter((file) => !inSample.has(file)), reader }, places, AHEAD);
  try {
    const layout = { eventsSql, known: await learnTexts(connection, sampled?.staged ?? [], noRecords, eventsSql), noRecords, period };
    await connection.run(`CREATE TABLE stored AS
${storedSelect(NO_RECORDS, layout.eventsSql, period, layout.known)}`);
    await connection.run(INTERPRETED_VIEW);
    let wanted = FIRST_BATCH_BYTES;
    for (let batch = await staging.next(wanted); batch !== null || sampled !== null; batch = await staging.next(wanted)) {
      const staged = [...sampled?.staged ?? [], ...batch?.staged ?? []];
      notRead.push(...sampled?.notRead ?? [], ...batch?.notRead ?? []);
      sampled = null;
      for (const group of alike(staged)) {
        const outcome = await readGroup(connection, group, layout);
        read.push(...outcome.read);
        notRead.push(...outcome.notRead);
      }
      await places.free(staged, MAXIMUM_OBJECT_SIZE);
      progress(sample.length + (batch?.done ?? 0), files.length);
      wanted = Math.min(3 * wanted, BATCH_BYTES);
    }
  } finally {
    await staging.stop();
  }
  const rows = await rowsByFile(connection);
  const malformed = /* @__PURE__ */ new Map();
  const accounted = read.map((staged) => {
    const { records, wellFormed } = rows.get(staged.file.key) ?? { records: 0, wellFormed: 0 };
    if (records > wellFormed) malformed.set(staged.file.key, records - wellFormed);
    return { file: staged.file, outcome: { list: "read", records, sha256: staged.sha256 } };
  });
  return { files: [...accounted, ...notRead], malformed };
}
function alike(staged) {
  const small = staged.filter((file) => file.stagedBytes <= MAXIMUM_OBJECT_SIZE);
  const large = staged.filter((file) => file.stagedBytes > MAXIMUM_OBJECT_SIZE);
  return [small.filter(({ oneLine }) => oneLine), small.filter(({ oneLine }) => !oneLine), ...large.map((file) => [file])].filter((group) => group.length > 0);
}
async function readGroup(connection, group, layout) {
  const attempt = (reader, files) => tryRead(connection, reader, files, layout);
  if (await attempt("typed", group) === null || await attempt("any-shape", group) === null) return { read: group, notRead: [] };
  const notRead = [];
  const good = [];
  for (const staged of group) {
    const broken = await explainUnreadable(staged);
    if (broken === null) good.push(staged);
    else notRead.push({ file: staged.file, outcome: { list: "not-read", ...broken } });
  }
  if (good.length === 0 || await attempt("any-shape", good) === null) return { read: good, notRead };
  const readable = [];
  for (const staged of good) {
    const failure = await attempt("any-shape", [staged]);
    if (failure === null) readable.push(staged);
    else notRead.push({ file: staged.file, outcome: { list: "not-read", reason: "not JSON", detail: `the engine refuses it: ${failure}` } });
  }
  return { read: readable, notRead };
}
async function tryRead(connection, reader, group, { eventsSql, known, noRecords, period }) {
  await nameStaged(connection, group);
  try {
    await connection.run(`INSERT INTO stored
${storedSelect(selectOf(reader, group, noRecords), eventsSql, period, known)}
ORDER BY event_name`);
    return null;
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).split("\n")[0]?.replaceAll(/"[^"]*"/g, "the file").slice(0, 200) ?? "no reason given";
  }
}
function selectOf(reader, group, noRecords) {
  return recordsSelect(reader, {
    files: [noRecords, ...group.map((staged) => staged.stagedPath)],
    maximumObjectSize: Math.max(Math.max(...group.map((staged) => staged.stagedBytes)) + 1024, 1024 * 1024),
    oneLine: group.every((staged) => staged.oneLine)
  });
}
function sampleOf(files) {
  if (files.length <= FEW_FILES) return [];
  const average = files.reduce((sum, { bytes }) => sum + bytes, 0) / files.length;
  const wanted = Math.min(Math.max(Math.round(SAMPLE.bytes / average), SAMPLE.filesAtLeast), SAMPLE.filesAtMost, files.length);
  return Array.from({ length: wanted }, (_, index) => files[Math.floor(index * files.length / wanted)]).filter((file) => file !== void 0 && file.bytes <= SAMPLE_FILE_BYTES);
}
async function learnTexts(connection, sample, noRecords, eventsSql) {
  const group = alike(sample)[0];
  if (group === void 0) return [];
  await nameStaged(connection, group);
  for (const reader of ["typed", "any-shape"]) {
    if (await keepSample(connection, selectOf(reader, group, noRecords), eventsSql)) return nameKnownTexts(connection);
  }
  return [];
}
async function nameFiles(connection, files) {
  await connection.run("CREATE TEMP TABLE log_files (key VARCHAR)");
  const appender = await connection.createAppender("log_files", null, "temp");
  for (const { key } of files) {
    appender.appendVarchar(key);
    appender.endRow();
  }
  appender.closeSync();
  await connection.run("CREATE TYPE log_file AS ENUM (SELECT key FROM log_files ORDER BY key)");
  await connection.run("CREATE TEMP TABLE staged_files (staged_path VARCHAR, source_file log_file, path_account VARCHAR)");
}
async function nameStaged(connection, group) {
  await connection.run("CREATE OR REPLACE TEMP TABLE staged_names (staged_path VARCHAR, source_file VARCHAR, path_account VARCHAR)");
  const appender = await connection.createAppender("staged_names", null, "temp");
  for (const staged of group) {
    appender.appendVarchar(staged.stagedPath);
    appender.appendVarchar(staged.file.key);
    if (staged.file.account === null) appender.appendNull();
    else appender.appendVarchar(staged.file.account);
    appender.endRow();
  }
  appender.closeSync();
  await connection.run("DELETE FROM staged_files");
  await connection.run("INSERT INTO staged_files SELECT staged_path, CAST(source_file AS log_file), path_account FROM staged_names");
}
var NO_RECORDS = `SELECT ${[...Object.keys(RECORD_COLUMNS).filter((column) => column !== "resources"), "resource_arns", "path_account"].map((column) => `CAST(NULL AS VARCHAR) AS ${column}`).join(", ")}, CAST(NULL AS log_file) AS source_file WHERE false`;
async function rowsByFile(connection) {
  const result = await connection.run("SELECT CAST(source_file AS VARCHAR), count(*), count(*) FILTER (WHERE event_id IS NOT NULL AND event_time IS NOT NULL) FROM interpreted GROUP BY source_file");
  const rows = await result.getRows();
  return new Map(rows.map(([key, records, wellFormed]) => [key, { records: Number(records), wellFormed: Number(wellFormed) }]));
}

// src/engines/duckdb/native/find-native.ts
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { isAbsolute, join as join4, resolve } from "node:path";

// src/engines/duckdb/native/fetch-native.ts
import { createHash, randomBytes } from "node:crypto";
import { mkdir, rename, rm as rm2, writeFile as writeFile2 } from "node:fs/promises";
import { dirname, join as join3 } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";

// src/engines/duckdb/native/pinned.ts
var NATIVE_VERSION = "1.5.6-r.1";
var PINNED_SHA512 = {
  "linux-x64": "sha512-IXcrZJE6kEqM0Z4wwdVnGBHX/frOS33VPNAwDXQ/Q+Fs84b058Qe94chrCCIcNJlG8Y3UHIUU4eBeCQxW5mN1Q==",
  "linux-x64-musl": "sha512-PVzIEZqp7QN07WBgjmIH0cK2GKXR735KmL6wnghTzRnhHWrePxx3MjZB9zZHI8tB73wdF8luarBm4EgqSjGyVA=="
};
var NATIVE_FILE = "duckdb.node";
function platformName() {
  return `${process.platform}-${process.arch}${process.platform === "linux" && isMusl() ? "-musl" : ""}`;
}
function isMusl() {
  const report = process.report.getReport();
  return report.header?.glibcVersionRuntime === void 0;
}

// src/engines/duckdb/native/untar.ts
var BLOCK = 512;
var NAME = [0, 100];
var SIZE = [124, 136];
var KIND = 156;
var REGULAR = ["0", "\0"];
function packageFiles(tar) {
  const files = [];
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0; ) {
    const text = (from, to) => tar.toString("latin1", at + from, at + to).replace(/\0.*$/s, "");
    const size = parseInt(text(...SIZE).trim(), 8);
    if (Number.isNaN(size) || at + BLOCK + size > tar.length) throw new Error("the package is cut short");
    const name = /^package\/([\w.-]+)$/.exec(text(...NAME))?.[1];
    const kind = String.fromCharCode(tar[at + KIND] ?? 0);
    if (name !== void 0 && REGULAR.includes(kind)) files.push({ name, bytes: tar.subarray(at + BLOCK, at + BLOCK + size) });
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}

// src/engines/duckdb/native/fetch-native.ts
var PUBLIC_REGISTRY = "https://registry.npmjs.org";
var FETCH_TIMEOUT_MS = 12e4;
var TRIES = 3;
var FIRST_PAUSE_MS = 1e3;
async function fetchNative({ platform, sha512, folder, registry, wait = pause }) {
  const address = packageAddress(platform, registry);
  const tgz = await download(address, wait);
  const found = `sha512-${createHash("sha512").update(tgz).digest("base64")}`;
  if (found !== sha512) {
    throw new EngineError(`DuckDB's native part from ${address} is not the one this version was made with (${found.slice(0, 19)}\u2026, not ${sha512.slice(0, 19)}\u2026), so it was not unpacked; fetch it again, or give its folder as duckdb-bindings-path.`);
  }
  await unpack(tgz, folder);
}
function packageAddress(platform, registry) {
  const base = registry === void 0 || registry === "" ? PUBLIC_REGISTRY : registry.replace(/\/+$/, "");
  return `${base}/@duckdb/node-bindings-${platform}/-/node-bindings-${platform}-${NATIVE_VERSION}.tgz`;
}
async function download(address, wait) {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await tryDownload(address);
    if (answer.bytes !== null) return answer.bytes;
    if (!answer.mayHeal || attempt === TRIES) {
      throw new EngineError(`DuckDB's native part cannot be fetched from ${address} (${answer.why}); allow that address, or give a folder that holds it as duckdb-bindings-path.`);
    }
    await wait(FIRST_PAUSE_MS * 2 ** (attempt - 1) * (0.5 + Math.random()));
  }
}
async function tryDownload(address) {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
    if (response.ok) return { bytes: Buffer.from(await response.arrayBuffer()) };
    return { bytes: null, why: `HTTP ${response.status}`, mayHeal: response.status >= 500 || response.status === 429 };
  } catch (error) {
    const cause = error.cause;
    return { bytes: null, why: cause?.code ?? error.name, mayHeal: true };
  }
}
async function unpack(tgz, folder) {
  const partial = `${folder}.partial-${randomBytes(6).toString("hex")}`;
  await mkdir(dirname(folder), { recursive: true });
  await mkdir(partial);
  try {
    for (const { name, bytes } of packageFiles(await promisify(gunzip)(tgz))) await writeFile2(join3(partial, name), bytes);
    await rename(partial, folder).catch((error) => {
      if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST" && error.code !== "EPERM") throw error;
    });
  } finally {
    await rm2(partial, { recursive: true, force: true });
  }
}

// src/engines/duckdb/native/find-native.ts
async function findNative({ given, env, installed = installedFile(), platform = platformName(), pinned = PINNED_SHA512 }) {
  if (given !== null) {
    const file2 = resolve(given, NATIVE_FILE);
    if (existsSync(file2)) return file2;
    throw new EngineError(`duckdb-bindings-path: "${given}" holds no ${NATIVE_FILE}; give the unpacked folder of the npm package @duckdb/node-bindings-${platform} ${NATIVE_VERSION}.`);
  }
  if (installed !== null) return installed;
  const folder = join4(cacheFolder(env), "cloudtrail-evidence-duckdb", NATIVE_VERSION, platform);
  const file = join4(folder, NATIVE_FILE);
  if (existsSync(file)) return file;
  const sha512 = pinned[platform];
  if (sha512 === void 0) {
    throw new EngineError(`DuckDB's native part is not fetched for ${platform}, only for ${Object.keys(pinned).join(" and ")}; unpack the npm package @duckdb/node-bindings-${platform} ${NATIVE_VERSION} and give its folder as duckdb-bindings-path.`);
  }
  await fetchNative({ platform, sha512, folder, registry: env["npm_config_registry"] });
  if (existsSync(file)) return file;
  throw new EngineError(`DuckDB's native part in ${folder} has no ${NATIVE_FILE}; remove that folder and run again.`);
}
function cacheFolder(env) {
  return [env["RUNNER_TOOL_CACHE"], env["XDG_CACHE_HOME"]].find((place) => place !== void 0 && isAbsolute(place)) ?? join4(homedir(), ".cache");
}
function installedFile() {
  try {
    return createRequire(join4(productRoot(), "package.json")).resolve(`@duckdb/node-bindings-${platformName()}/${NATIVE_FILE}`);
  } catch {
    return null;
  }
}

// src/engines/duckdb/native/load-duckdb.ts
var NATIVE_PATH = /* @__PURE__ */ Symbol.for("cloudtrail-evidence.duckdb-native-path");
async function loadDuckDb(search) {
  const path = await findNative(search);
  globalThis[NATIVE_PATH] = path;
  try {
    return await import("./duckdb-api-WWR4WBHX.js");
  } catch (error) {
    throw new EngineError(`DuckDB's native part at ${path} cannot be loaded on this machine; give the folder of the right one as duckdb-bindings-path.`, { cause: error });
  }
}

// src/engines/duckdb/result-rows.ts
async function streamRows(connection, id, sql) {
  await refuseSeveral(connection, sql);
  return readRows(id, await connection.stream(asJson2(sql)));
}
async function prepareSelect(connection, sql) {
  await refuseSeveral(connection, sql);
  return connection.prepare(asJson2(sql));
}
async function streamPrepared(select, id) {
  return readRows(id, await select.stream());
}
function asJson2(sql) {
  return `SELECT json_array(*COLUMNS(*)), typeof(q) FROM (
${sql}
) q`;
}
async function readRows(id, result) {
  const first = await nextChunk(id, result);
  if (first === null) return { columns: null, chunks: chunksOf(id, result, null) };
  return { columns: columnNames(id, first.type), chunks: chunksOf(id, result, first.rows) };
}
async function refuseSeveral(connection, sql) {
  const { count } = await connection.extractStatements(sql);
  if (count !== 1) throw new Error(`The text holds ${count} statements; a query is one.`);
}
async function* chunksOf(id, result, first) {
  if (first === null) return;
  yield first;
  for (let chunk = await nextChunk(id, result); chunk !== null; chunk = await nextChunk(id, result)) yield chunk.rows;
}
async function nextChunk(id, result) {
  const chunk = await result.fetchChunk();
  if (chunk === null || chunk.rowCount === 0) return null;
  const [texts, types] = [chunk.getColumnVector(0), chunk.getColumnVector(1)];
  return { rows: Array.from({ length: chunk.rowCount }, (_, index) => rowOf(id, texts.getItem(index))), type: types.getItem(0) };
}
function rowOf(id, text) {
  const row = JSON.parse(text);
  for (const value of row) {
    if (typeof value === "number" && !Number.isSafeInteger(value)) throw new EngineError(`${id}: a whole number is too large to be exact: ${value}.`);
  }
  return row;
}
var READ_TYPES = ["VARCHAR", "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "HUGEINT"];
function columnNames(id, struct) {
  const fields = [...struct.slice("STRUCT(".length, -1).matchAll(/("(?:[^"]|"")+"|[A-Za-z0-9_]+) ([^",()]+(?:\([^)]*\))?)(?:, |$)/g)];
  return fields.map(([, name = "", type = ""]) => {
    if (!READ_TYPES.includes(type)) throw new EngineError(`${id}: the column ${name} is ${type}; results are text or whole numbers.`);
    return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;
  });
}

// src/engines/duckdb/engine.ts
async function openDuckDb(input) {
  const { folder, instance, connection } = await openInstance(input);
  return new DuckDbEngine(input, folder, instance, connection);
}
async function openInstance(input) {
  const { DuckDBInstance } = await loadDuckDb({ given: input.duckdbBindingsPath ?? null, env: input.env ?? {} });
  const parent = input.tempDir ?? tmpdir();
  await mkdir2(parent, { recursive: true });
  const folder = await mkdtemp(join5(parent, "cloudtrail-evidence-"));
  try {
    const instance = await DuckDBInstance.create(":memory:", {
      memory_limit: `${input.memoryLimitMb}MiB`,
      temp_directory: join5(folder, "spill"),
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
      preserve_insertion_order: "false",
      // What is in memory needs no checkpoint; one would compress part of the table, now and then, at a sixth of a run's CPU time.
      checkpoint_threshold: "1TB"
    });
    return { folder, instance, connection: await instance.connect() };
  } catch (error) {
    await rm3(folder, { recursive: true, force: true });
    throw new EngineError("DuckDB could not be started.", { cause: error });
  }
}
var QUERIES_AT_ONCE = 4;
var DuckDbEngine = class {
  constructor(input, folder, instance, connection) {
    this.input = input;
    this.folder = folder;
    this.instance = instance;
    this.connection = connection;
  }
  input;
  folder;
  instance;
  connection;
  name = "duckdb";
  queriesAtOnce = QUERIES_AT_ONCE;
  /** Connections on which no result is being read; a connection holds one at a time. */
  idle = [];
  eventsSql = readEventsSql();
  present = /* @__PURE__ */ new Map();
  others = /* @__PURE__ */ new Set();
  async load() {
    const prelude = readPrelude();
    await this.connection.run(prelude);
    const { files, malformed } = await loadRecords(this.connection, { ...this.input, reader: this.input.reader ?? LOCAL_FILES }, this.folder, this.eventsSql, this.input.progress ?? (() => void 0));
    const duplicates = await this.keepOneOfEach();
    this.present = await presentEvents(this.connection);
    this.others = await columnsWithOtherTexts(this.connection);
    const records = files.reduce((sum, { outcome }) => sum + (outcome.list === "read" ? outcome.records : 0), 0);
    const malformedCount = [...malformed.values()].reduce((sum, count) => sum + count, 0);
    const counts = await countEvents(this.connection, { records, malformed: malformedCount, duplicates });
    if (counts.events + counts.leadIn + counts.outsidePeriod + duplicates + malformedCount !== records) {
      throw new EngineError(`Records do not tie out: ${records} read, but ${JSON.stringify(counts)} accounted for. Nothing can be said from these logs.`);
    }
    const allEvents = eventsRelations(this.eventsSql, { events: "any", context: {}, leadIn: false }, this.present, { others: this.others });
    const cells = await countCells(this.connection, allEvents);
    const trailChanges = await findTrailChanges(this.connection, allEvents);
    for (let made = 0; made < QUERIES_AT_ONCE; made += 1) this.idle.push(await this.connect(prelude));
    await shareThreads(this.connection);
    await lock(this.connection);
    return {
      files,
      counts,
      cells,
      malformed: malformedByPlace(this.input.files, malformed),
      trailChanges,
      missingColumns: [],
      engineVersion: `DuckDB ${await this.version()}`,
      sql: { "prelude.sql": prelude, "records.sql": recordsSqlForReaders(this.eventsSql, this.input.period), "events.sql": this.eventsSql.text }
    };
  }
  async run({ query, packSql }) {
    const sql = executedSql(packSql, query, eventsRelations(this.eventsSql, query, this.present, { columns: columnsNamed(packSql), others: this.others }));
    const connection = this.idle.pop();
    if (connection === void 0) throw new Error(`${query.id}: ${QUERIES_AT_ONCE} queries are under way already.`);
    const release = () => void this.idle.push(connection);
    try {
      const { columns, chunks } = await streamRows(connection, query.id, sql);
      return { executedSql: sql, columns: columns ?? Object.keys(query.columns), chunks: releasing(query.id, chunks, release) };
    } catch (error) {
      release();
      throw error instanceof EngineError ? error : new EngineError(`${query.id}: DuckDB refuses the query.`, { cause: error });
    }
  }
  /** A database of its own: this one is locked. */
  async openCases(period) {
    const { openDuckDbCases } = await import("./case-engine-RL4IQ7I2.js");
    return openDuckDbCases(this.input, period);
  }
  spending() {
    return null;
  }
  async close() {
    for (const connection of [this.connection, ...this.idle]) connection.closeSync();
    this.instance.closeSync();
    await rm3(this.folder, { recursive: true, force: true });
  }
  /** Leaves one row an event in `interpreted`; returns how many went. */
  async keepOneOfEach() {
    await this.connection.run(`CREATE TEMP TABLE repeated AS
${this.eventsSql.repeated}`);
    if (await this.count("SELECT count(*) FROM repeated") === 0) return 0;
    await this.connection.run(`CREATE TEMP TABLE kept AS WITH repeated_records AS (
${this.eventsSql.repeatedRecords}
)
SELECT stored_row FROM (
${this.eventsSql.kept}
) k`);
    const gone = await this.connection.run(`DELETE FROM stored USING repeated d
WHERE event_id IS NOT NULL AND event_time IS NOT NULL AND stored.account_id = d.account_id AND ${ORIGINAL_EVENT_ID} = d.original_event_id
  AND stored.rowid NOT IN (SELECT stored_row FROM kept)`);
    return gone.rowsChanged;
  }
  /** A connection as the pack's queries need it: the prelude's settings are a connection's own. */
  async connect(prelude) {
    const connection = await this.instance.connect();
    await connection.run(prelude);
    return connection;
  }
  async version() {
    const rows = await (await this.connection.run("SELECT version()")).getRows();
    return String(rows[0]?.[0]);
  }
  async count(sql) {
    return Number((await (await this.connection.run(sql)).getRows())[0]?.[0] ?? 0);
  }
};
function readPrelude() {
  return readFileSync(join5(productRoot(), "src", "engines", "duckdb", "prelude.sql"), "utf8");
}
async function shareThreads(connection) {
  const threads = Number((await (await connection.run("SELECT current_setting('threads')")).getRows())[0]?.[0]);
  await connection.run(`SET threads = ${Math.max(1, threads - (QUERIES_AT_ONCE - 1))}`);
}
async function lock(connection) {
  await connection.run("SET enable_external_access = false");
  await connection.run("SET lock_configuration = true");
}
function malformedByPlace(files, malformed) {
  return files.filter((file) => malformed.has(file.key)).map((file) => ({ account: file.account ?? "unknown", region: file.region ?? "unknown", day: file.deliveryDay, records: malformed.get(file.key) ?? 0 }));
}
async function* releasing(id, chunks, release) {
  try {
    yield* chunks;
  } catch (error) {
    throw error instanceof EngineError ? error : new EngineError(`${id}: DuckDB stopped while the rows were read.`, { cause: error });
  } finally {
    release();
  }
}

export {
  eventsRelations,
  loadRecords,
  prepareSelect,
  streamPrepared,
  openDuckDb,
  openInstance,
  readPrelude,
  lock
};
