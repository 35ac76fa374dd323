import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  _default,
  _enum,
  _minLength,
  _trim,
  array,
  boolean,
  literal,
  nullable,
  partialRecord,
  problemLine,
  readYaml,
  record,
  schemaProblems,
  strictObject,
  string,
  union
} from "./chunk-G5C7RSEX.js";
import {
  closing,
  isIdentifier,
  isSymbol,
  isWord,
  relationFaults,
  relationsRead,
  sqlTokens
} from "./chunk-VYH7LHI6.js";
import {
  ALWAYS_NEEDED,
  CATEGORIES,
  EVENT_COLUMNS,
  EXPECTATIONS,
  JSON_COLUMNS,
  QUERY_SETTINGS
} from "./chunk-FNAEHCSG.js";
import {
  settingRelation
} from "./chunk-MOC3KAUT.js";
import {
  SettingsError
} from "./chunk-XRVFALA3.js";
import {
  productFolder
} from "./chunk-RLU6Z4TT.js";

// src/pack/framework.ts
var STRENGTHS = ["direct", "population", "corroborates"];
function unmapped(queries, frameworks) {
  const named = new Set(frameworks.flatMap(({ criteria }) => criteria.flatMap((criterion) => criterion.queries.map(({ id }) => id))));
  return queries.filter(({ id, own }) => own && !named.has(id)).map(({ id }) => id);
}

// src/pack/load-frameworks.ts
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

// src/pack/errors.ts
var PackError = class extends Error {
  constructor(problems) {
    super(problems.join("\n"));
    this.problems = problems;
  }
  problems;
  name = "PackError";
};

// src/pack/load-frameworks.ts
var PARAPHRASE_WORDS = 12;
var text = string().check(_trim(), _minLength(1));
var frameworkSchema = strictObject({
  title: text,
  short_title: text,
  noun: strictObject({ one: text, many: text }),
  edition: text,
  notice: text,
  criteria: array(
    strictObject({
      id: text,
      category: text,
      paraphrase: text,
      shows: nullable(text),
      cannot_show: text,
      queries: record(string(), _enum(STRENGTHS))
    })
  ).check(_minLength(1))
});
async function frameworkNames(folder = productFolder("frameworks")) {
  const files = await readdir(folder);
  return files.filter((file) => file.endsWith(".yml")).map((file) => file.slice(0, -".yml".length)).sort();
}
async function loadFrameworks(names, queryIds, folder = productFolder("frameworks")) {
  const shipped = await frameworkNames(folder);
  const unknown = names.filter((name) => !shipped.includes(name));
  if (unknown.length > 0) throw new SettingsError(`frameworks: there is no framework ${unknown.map((name) => `"${name}"`).join(", ")}; allowed are ${shipped.join(", ")}.`);
  const wanted = [...new Set(names)];
  const read = await Promise.all(wanted.map(async (name) => readFramework(name, await readFile(join(folder, `${name}.yml`)), queryIds)));
  const problems = read.flatMap((one) => one.problems);
  if (problems.length > 0) throw new PackError(problems);
  return read.flatMap(({ framework }) => framework ? [framework] : []);
}
function readFramework(name, bytes, queryIds, { shown, own } = { shown: `frameworks/${name}.yml`, own: false }) {
  const yaml = readYaml(new TextDecoder().decode(bytes));
  const { file, problems } = checkedFile(yaml, queryIds);
  if (file === null || problems.length > 0) return { framework: null, problems: problems.map((problem) => problemLine(shown, problem)) };
  const { title, short_title: shortTitle, noun, edition, notice } = file;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { framework: { name, title, shortTitle, noun, edition, notice, criteria: file.criteria.map(toCriterion), sha256, own }, problems: [] };
}
function checkedFile(yaml, queryIds) {
  if (yaml.problems.length > 0) return { file: null, problems: yaml.problems };
  const parsed = frameworkSchema.safeParse(yaml.value);
  if (!parsed.success) return { file: null, problems: schemaProblems(yaml, parsed.error.issues) };
  return { file: parsed.data, problems: criteriaProblems(parsed.data, yaml, queryIds) };
}
function criteriaProblems({ criteria }, { lineOf }, queryIds) {
  return criteria.flatMap((criterion, index) => {
    const at = (key, sentence) => ({ line: lineOf(["criteria", index, key]), sentence });
    const words = criterion.paraphrase.split(/\s+/).length;
    const queries = Object.keys(criterion.queries);
    return [
      ...criteria.findIndex(({ id }) => id === criterion.id) < index ? [at("id", `${criterion.id} is listed twice.`)] : [],
      ...words > PARAPHRASE_WORDS ? [at("paraphrase", `The paraphrase of ${criterion.id} has ${words} words; at most ${PARAPHRASE_WORDS} are allowed.`)] : [],
      ...criterion.shows === null && queries.length > 0 ? [at("shows", `${criterion.id} says that CloudTrail shows nothing, yet names queries.`)] : [],
      ...queries.filter((id) => !queryIds.has(id)).map((id) => ({ line: lineOf(["criteria", index, "queries", id]), sentence: `${criterion.id} names ${id}, which is no query of the pack.` }))
    ];
  });
}
function toCriterion({ id, category, paraphrase, shows, cannot_show: cannotShow, queries }) {
  return { id, category, paraphrase, shows, cannotShow, queries: Object.entries(queries).map(([query, strength]) => ({ id: query, strength })) };
}

// src/pack/load-own.ts
import { readdirSync } from "node:fs";
import { join as join4 } from "node:path";

// src/pack/load-queries.ts
import { createHash as createHash2 } from "node:crypto";
import { readdir as readdir2, readFile as readFile2 } from "node:fs/promises";
import { join as join2 } from "node:path";

// src/pack/query-header.ts
var QUERY_ID = /^[A-Z]{2,5}-\d{2}$/;
var EVENT_ROW = ["event_id", "event_time", "account_id", "region", "source_file"];
var GROUPED_ROW = ["events", "first_event_id", "last_event_id"];
var DEFAULT_KEY = ["event_time", "account_id", "event_id"];
var text2 = string().check(_trim(), _minLength(1));
var demand = _enum(["required", "optional"]);
var watched = union([literal("any"), record(string(), array(text2).check(_minLength(1)))], { error: 'must be "any" or a map from event sources to lists of event names' });
var headerSchema = strictObject({
  id: text2,
  title: text2,
  question: text2,
  expect: _enum(EXPECTATIONS),
  category: partialRecord(_enum(CATEGORIES), demand),
  events: watched,
  context: _default(watched, {}),
  needs: _default(array(text2), []),
  settings: _default(partialRecord(_enum(QUERY_SETTINGS), demand), {}),
  lead_in: _default(boolean(), false),
  columns: record(string(), text2),
  key: _default(array(text2).check(_minLength(1)), DEFAULT_KEY),
  limits: text2,
  references: _default(array(text2), [])
});
function readHeader(yaml) {
  const document = readYaml(yaml);
  const none = { header: null, lineOf: document.lineOf };
  if (document.problems.length > 0) return { ...none, problems: document.problems };
  const parsed = headerSchema.safeParse(document.value);
  if (!parsed.success) return { ...none, problems: schemaProblems(document, parsed.error.issues) };
  const { lead_in: leadIn, ...rest } = parsed.data;
  const header = { ...rest, leadIn };
  return { header, problems: headerProblems(header, document), lineOf: document.lineOf };
}
function headerProblems(header, { lineOf }) {
  const columns = Object.keys(header.columns);
  const at = (path, faults) => faults.map((sentence) => ({ line: lineOf(path), sentence }));
  return [
    ...at(["id"], QUERY_ID.test(header.id) ? [] : [`\`id\` must look like ROOT-01, not ${header.id}.`]),
    ...at(["category"], Object.values(header.category).includes("required") ? [] : ["`category` must name at least one class of event as required."]),
    ...eventProblems(header, lineOf),
    ...header.needs.flatMap((column, index) => at(["needs", index], EVENT_COLUMNS.some((known) => known === column) ? [] : [`\`needs\` names ${column}, which is no column of events.`])),
    ...columns.flatMap((column) => at(["columns", column], columnFaults(column))),
    ...at(["columns"], rowFaults(columns)),
    ...header.key.flatMap((column, index) => at(["key", index], columns.includes(column) ? [] : [`\`key\` names ${column}, which is not among the columns.`])),
    ...at(["key"], new Set(header.key).size === header.key.length ? [] : ["`key` names a column twice."]),
    ...header.references.flatMap((link, index) => at(["references", index], /^https:\/\/\S+$/.test(link) ? [] : [`The reference ${link} is not an https address.`]))
  ];
}
function eventProblems(header, lineOf) {
  const none = header.events !== "any" && Object.keys(header.events).length === 0;
  return [
    ...none ? [{ line: lineOf(["events"]), sentence: '`events` names no source; write "any" or a map.' }] : [],
    ...watchedProblems("events", header, lineOf),
    ...watchedProblems("context", header, lineOf)
  ];
}
function watchedProblems(field, header, lineOf) {
  const watched2 = header[field];
  if (watched2 === "any") return [];
  return Object.entries(watched2).flatMap(([source, names]) => [
    .../^[a-z0-9.-]+\.amazonaws\.com$/.test(source) ? [] : [{ line: lineOf([field, source]), sentence: `\`${field}\` names ${source}; sources end in .amazonaws.com, in lower case.` }],
    ...names.flatMap((name, index) => eventNameFault(name) === null ? [] : [{ line: lineOf([field, source, index]), sentence: `\`${field}\` names ${name}, ${eventNameFault(name)}.` }])
  ]);
}
function eventNameFault(name) {
  if (/20\d{6}(v\d+)?$|20\d\d_\d\d_\d\d$/.test(name)) return "with an API-version suffix; event_name has none";
  return /^[A-Za-z][A-Za-z0-9:_.-]*$/.test(name) ? null : "which is no event name";
}
var RESERVED = ["all", "and", "as", "asc", "between", "case", "cast", "check", "column", "constraint", "create", "default", "desc", "distinct", "else", "end", "except", "exists", "false", "for", "from", "full", "group", "having", "in", "inner", "is", "join", "left", "like", "limit", "not", "null", "offset", "on", "only", "or", "order", "references", "right", "select", "table", "then", "to", "true", "union", "unique", "user", "using", "values", "when", "where", "window", "with"];
function columnFaults(column) {
  if (!/^[a-z][a-z0-9_]*$/.test(column)) return [`Column ${JSON.stringify(column)}: names are lower-case letters, digits and _.`];
  if (RESERVED.includes(column)) return [`Column ${column} is a reserved word of SQL; name it otherwise.`];
  return JSON_COLUMNS.some((json) => json === column) ? [`Column ${column} would be a whole JSON text; choose named paths.`] : [];
}
function rowFaults(columns) {
  const wanted = columns.includes("event_id") ? EVENT_ROW : columns.includes("events") ? GROUPED_ROW : null;
  if (wanted === null) return [`Rows are events (${EVENT_ROW.join(", ")}) or groups (${GROUPED_ROW.join(", ")}); \`columns\` holds neither event_id nor events.`];
  const missing = wanted.filter((column) => !columns.includes(column));
  return missing.length === 0 ? [] : [`${wanted === EVENT_ROW ? "Event" : "Grouped"} rows must carry ${missing.join(", ")} too.`];
}

// src/pack/columns-read.ts
var GIVEN = ["events", "events_before"];
var COLUMNS = new Map(EVENT_COLUMNS.map((column) => [column, column]));
function columnsRead(tokens) {
  return new Set(selects(tokens).flatMap(columnsOfSelect));
}
function columnsOfSelect(tokens) {
  const relations = relationsRead(tokens).map(({ at, name }) => ({ given: GIVEN.includes(name), alias: aliasAt(tokens, at) ?? name }));
  if (!relations.some(({ given }) => given)) return [];
  const others = new Set(relations.filter(({ given }) => !given).map(({ alias }) => alias));
  return tokens.flatMap((token, index) => {
    const column = isIdentifier(token) ? COLUMNS.get(token.text) : void 0;
    if (column === void 0 || isWord(tokens[index - 1], "as")) return [];
    const ofAnother = isSymbol(tokens[index - 1], ".") && others.has(tokens[index - 2]?.text ?? "");
    return ofAnother ? [] : [column];
  });
}
var AFTER_RELATION = ["where", "join", "left", "right", "full", "inner", "cross", "on", "group", "having", "order", "union", "intersect", "except", "window"];
function aliasAt(tokens, at) {
  const index = tokens.findIndex((token) => token.at === at);
  const next = isWord(tokens[index + 1], "as") ? tokens[index + 2] : tokens[index + 1];
  return next !== void 0 && isIdentifier(next) && !isWord(next, ...AFTER_RELATION) ? next.text : null;
}
function selects(tokens) {
  const found = [];
  const open2 = [];
  for (const token of tokens) {
    const begins = isWord(token, "select");
    while (open2.length > 0 && ((open2.at(-1)?.depth ?? 0) > token.depth || begins && open2.at(-1)?.depth === token.depth)) open2.pop();
    if (begins) {
      const select = [];
      found.push(select);
      open2.push({ depth: token.depth, tokens: select });
    }
    open2.at(-1)?.tokens.push(token);
  }
  return found;
}

// src/pack/sql-rules.ts
var NOT_ALIKE = "the two engines answer it differently";
var CLOCK = "evidence may not depend on when or where it runs";
var FORBIDDEN_CALLS = new Map([
  ...["json_value", "json_query", "json_exists", "json_parse", "json_format", "json_size", "json_array_get"].map((name) => [name, `${NOT_ALIKE}; use json_extract_scalar with a named path`]),
  ...["date_parse", "date_format", "format_datetime", "parse_datetime", "at_timezone", "strftime", "strptime"].map((name) => [name, `${NOT_ALIKE}; event_time is ISO 8601 text: use substr or from_iso8601_timestamp`]),
  ...["listagg", "string_agg", "group_concat"].map((name) => [name, "use array_join(array_agg(DISTINCT x ORDER BY x), ', ')"]),
  ...["arbitrary", "any_value", "first", "last"].map((name) => [name, "its answer is not fixed; use min_by(x, event_time || event_id)"]),
  ...["any_match", "all_match", "none_match", "transform", "reduce", "list_transform", "list_filter"].map((name) => [name, "lambdas are not shared by both engines"]),
  ...["concat", "concat_ws"].map((name) => [name, `${NOT_ALIKE} for NULL; use ||`]),
  ...["if", "iif"].map((name) => [name, "use CASE"]),
  ...["map_agg", "array_position", "sequence", "greatest", "least", "avg", "stddev", "variance"].map((name) => [name, NOT_ALIKE]),
  ...["now", "random", "rand", "uuid", "gen_random_uuid", "today", "getenv", "version", "current_setting", "typeof"].map((name) => [name, CLOCK])
]);
var FORBIDDEN_WORDS = new Map([
  ["qualify", "QUALIFY is not shared by both engines; filter a row_number() in an outer SELECT"],
  ["ilike", "ILIKE is not shared by both engines; compare lower(x)"],
  ["limit", "LIMIT would hide rows; every row is evidence"],
  ["tablesample", "TABLESAMPLE would hide rows"],
  ["lateral", "LATERAL is not in the common subset"],
  ...["table", "pivot", "unpivot", "describe", "summarize", "show"].map((word) => [word, `${word.toUpperCase()} reads a relation without naming its columns; write SELECT`]),
  ["materialized", "MATERIALIZED is not shared by both engines"],
  ...["current_timestamp", "current_date", "current_time", "localtimestamp", "localtime", "current_user"].map((word) => [word, `${word} is forbidden: ${CLOCK}`])
]);
var FORBIDDEN_SYMBOLS = /* @__PURE__ */ new Map([
  [";", "A query is one statement; leave the semicolon out."],
  ["::", 'Write CAST(x AS \u2026) instead of "::".'],
  ["->", 'Lambdas and "->" are not shared by both engines.'],
  ["->>", '"->>" is not shared by both engines; use json_extract_scalar.'],
  ["=>", "Named arguments are not shared by both engines."],
  [":=", "Named arguments are not shared by both engines."],
  ["//", '"//" is not shared by both engines.'],
  ["**", '"**" is not shared by both engines.']
]);
var FLOAT_TYPES = ["double", "real", "float", "decimal", "numeric"];
function sqlFaults(tokens) {
  const each = tokens.flatMap((token, index) => tokenFaults(token, tokens, index).map((sentence) => ({ at: token.at, sentence })));
  return isWord(tokens[0], "select", "with") ? each : [{ at: tokens[0]?.at ?? 0, sentence: "The SQL must be one SELECT, or WITH \u2026 SELECT." }, ...each];
}
var WORDS_WITH_RULES = /* @__PURE__ */ new Set([...FORBIDDEN_WORDS.keys(), ...FLOAT_TYPES, "order", "insert", "update", "delete", "merge", "fetch", "similar", "distinct", "group", "from", "true", "false"]);
function tokenFaults(token, tokens, index) {
  const [before, next] = [tokens[index - 1], tokens[index + 1]];
  const found = [];
  if (token.kind === "symbol") found.push(FORBIDDEN_SYMBOLS.get(token.text), starFault(token, before), divisionFault(token, tokens, index));
  if (token.kind === "number" && /[.eE]/.test(token.text)) found.push(`${token.text} is a float; a query counts in whole numbers.`);
  if (token.kind === "string" && before?.kind === "word" && before.end === token.at) found.push("A letter before a string (E'\u2026', X'\u2026') is not shared by both engines.");
  if (token.kind === "word" && (WORDS_WITH_RULES.has(token.text) || isSymbol(next, "("))) found.push(...wordFaults(token, tokens, index));
  if (token.depth === 0 && isIdentifier(token) && JSON_COLUMNS.some((column) => column === token.text) && isWholeItem(before, next)) {
    found.push(`${token.text} would leave as a whole; take named paths with json_extract_scalar.`);
  }
  return found.filter((sentence) => typeof sentence === "string");
}
function wordFaults(token, tokens, index) {
  const [before, next] = [tokens[index - 1], tokens[index + 1]];
  if (isWord(before, "as") && !isSymbol(next, "(") && !FLOAT_TYPES.includes(token.text)) return [];
  if (isSymbol(before, ".")) return [];
  if (isSymbol(next, "(")) return [callFault(token), ...argumentFaults(token, tokens, index), isWord(before, "as") && FLOAT_TYPES.includes(token.text) ? floatType(token) : null];
  const word = FORBIDDEN_WORDS.get(token.text);
  return [
    word === void 0 ? null : `${word}.`,
    token.text === "order" && isWord(next, "by") && token.depth === 0 ? "No ORDER BY at the end: rows are ordered by the key of the header." : null,
    isWord(token, "insert", "update", "delete", "merge") && token.depth === 0 && isSymbol(before, ")") ? "A query only reads: it is one SELECT." : null,
    token.text === "fetch" && isWord(next, "first", "next") ? "FETCH would hide rows; every row is evidence." : null,
    token.text === "similar" && isWord(next, "to") ? "SIMILAR TO is not shared by both engines; use regexp_like." : null,
    token.text === "distinct" && isWord(next, "on") ? "DISTINCT ON is not shared by both engines; use row_number()." : null,
    token.text === "group" && isWord(next, "by") && isWord(tokens[index + 2], "all") ? "GROUP BY ALL is not shared by both engines; name the columns." : null,
    token.text === "from" && (before === void 0 || isSymbol(before, "(")) ? "FROM before SELECT is not shared by both engines." : null,
    (token.text === "true" || token.text === "false") && isSymbol(before, "=", "<>", "!=") ? `Columns are text: compare with '${token.text}'.` : null,
    isWord(before, "as") && FLOAT_TYPES.includes(token.text) ? floatType(token) : null
  ];
}
function floatType(token) {
  return `CAST to ${token.text} makes a float; a query counts in whole numbers (bigint).`;
}
function callFault(token) {
  const why = token.text.startsWith("approx_") ? "estimates are no evidence" : FORBIDDEN_CALLS.get(token.text);
  return why === void 0 ? null : `${token.text}() is forbidden: ${why}.`;
}
function argumentFaults(token, tokens, index) {
  if (!token.text.startsWith("json_extract") && !token.text.startsWith("regexp_")) return [];
  const inside = tokens.slice(index + 2, closing(tokens, index + 1));
  if (token.text === "json_extract_scalar") return jsonPathFaults(token, inside);
  if (token.text === "json_extract") {
    const counted = isSymbol(tokens[index - 1], "(") && isWord(tokens[index - 2], "json_array_length");
    return counted ? jsonPathFaults(token, inside) : ["json_extract() may stand only inside json_array_length(); use json_extract_scalar for values."];
  }
  return token.text.startsWith("regexp_") ? patternFaults(inside) : [];
}
function jsonPathFaults(token, inside) {
  const path = inside.at(-1);
  const constant = path?.kind === "string" && isSymbol(inside.at(-2), ",");
  if (constant && /^\$(\.[A-Za-z0-9_]+|\[\d+\])*$/.test(path.text)) return [];
  return [`${token.text}() needs a constant path like '$.a.b[0].c', of letters, digits and _ only.`];
}
function patternFaults(inside) {
  const strings = inside.filter(({ kind }) => kind === "string").map(({ text: text3 }) => text3);
  return [
    ...strings.some((text3) => /\(\?(=|!|<=|<!)/.test(text3)) ? ["Look-around in a pattern is not shared by both engines."] : [],
    ...strings.some((text3) => /(^|[^\\])(\\\\)*\\[1-9]|\$[0-9]/.test(text3)) ? ["References (\\1, $1) in a pattern are not shared by both engines."] : []
  ];
}
function starFault(token, before) {
  const item = token.text === "*" && (isWord(before, "select", "distinct", "all") || isSymbol(before, ",", "."));
  return item ? 'Columns are chosen, never dumped: name them instead of "*".' : null;
}
function divisionFault(token, tokens, index) {
  if (token.text !== "/" && token.text !== "%") return null;
  const by = tokens[index + 1];
  return isWord(by, "nullif") || by?.kind === "number" && !/^0+$/.test(by.text) ? null : `Division by what may be zero: write "${token.text} NULLIF(d, 0)".`;
}
function isWholeItem(before, next) {
  const starts = isWord(before, "select", "distinct") || isSymbol(before, ",", ".");
  return starts && (next === void 0 || isWord(next, "from", "as") || isSymbol(next, ",", "||"));
}
function neededFaults(tokens, needs) {
  const read = columnsRead(tokens);
  const unread = needs.filter((column) => EVENT_COLUMNS.some((known) => known === column && !read.has(known)));
  const unnamed = [...read].filter((column) => !ALWAYS_NEEDED.includes(column) && !needs.includes(column)).sort();
  return [
    ...unread.map((column) => ({ at: 0, sentence: `The header needs ${column}, but the SQL does not read it.` })),
    ...unnamed.length === 0 ? [] : [{ at: 0, sentence: `The SQL reads ${unnamed.join(", ")}, which \`needs\` of the header does not name.` }]
  ];
}
function sourceFaults(tokens, { events, context }) {
  const faults = [];
  const matched = tokens.find((token, index) => token.text === "event_name" && (isWord(tokens[index + 1], "in", "like", "not") || isSymbol(tokens[index + 1], "=")));
  if (matched && !tokens.some(({ text: text3 }) => text3 === "event_source")) faults.push({ at: matched.at, sentence: "Event names are filtered without event_source; several services share names." });
  if (events !== "any") {
    const strings = new Set(tokens.filter(({ kind }) => kind === "string").map(({ text: text3 }) => text3));
    const unseen = Object.keys(events).filter((source) => !strings.has(source));
    faults.push(...unseen.map((source) => ({ at: 0, sentence: `The header watches ${source}, but the SQL never compares with '${source}'.` })));
  }
  if (events === "any" || context === "any") return faults;
  const sources = /* @__PURE__ */ new Set([...Object.keys(events), ...Object.keys(context)]);
  const names = new Set([...Object.values(events), ...Object.values(context)].flat());
  const unnamed = [...comparedWith(tokens, "event_source").filter(({ text: text3 }) => !sources.has(text3)), ...comparedWith(tokens, "event_name").filter(({ text: text3 }) => !names.has(text3))];
  return [...faults, ...unnamed.map(({ at, text: text3 }) => ({ at, sentence: `The SQL compares with '${text3}', which neither \`events\` nor \`context\` of the header names: the query would not be handed it.` }))];
}
function comparedWith(tokens, column) {
  return tokens.flatMap((token, index) => {
    if (token.text !== column || !isIdentifier(token)) return [];
    const operator = isWord(tokens[index + 1], "not") ? index + 2 : index + 1;
    if (isSymbol(tokens[operator], "=", "<>")) return tokens.slice(operator + 1, operator + 2).filter(({ kind }) => kind === "string");
    if (!isWord(tokens[operator], "in")) return [];
    let end = operator + 1;
    while (end < tokens.length && !isSymbol(tokens[end], ")")) end += 1;
    return tokens.slice(operator + 1, end).filter(({ kind }) => kind === "string");
  });
}

// src/pack/load-queries.ts
async function loadQueries(folder = productFolder("queries")) {
  const paths = await sqlFiles(folder);
  if (paths.length === 0) throw new PackError([`No query file in ${folder}.`]);
  const read = await Promise.all(paths.map(async (path) => readQuery(`queries/${path}`, await readFile2(join2(folder, path)))));
  const problems = read.flatMap((one) => one.problems);
  if (problems.length > 0) throw new PackError(problems);
  return read.flatMap(({ query }) => query ? [query] : []).sort((a, b) => a.id < b.id ? -1 : 1);
}
async function sqlFiles(folder) {
  const entries = await readdir2(folder, { recursive: true });
  return entries.map((entry) => entry.replaceAll("\\", "/")).filter((entry) => entry.endsWith(".sql")).sort();
}
function readQuery(path, bytes, { shown, own } = { shown: path, own: false }) {
  const decoded = decode(bytes);
  if (typeof decoded !== "string") return { query: null, problems: [problemLine(shown, decoded)] };
  const text3 = decoded;
  const end = text3.indexOf("*/");
  if (!text3.startsWith("/*\n") || end === -1) {
    return { query: null, problems: [`${shown}:1: The file must begin with a line "/*", then the YAML header, then "*/".`] };
  }
  const yaml = text3.slice(2, end);
  const { header, problems: headerProblems2, lineOf } = readHeader(yaml);
  const sql = text3.slice(end + 2).trim();
  const sqlAt = text3.length - text3.slice(end + 2).trimStart().length;
  const found = [
    ...headerProblems2,
    ...yaml.includes("/*") ? [{ line: lineAt(text3, 2 + yaml.indexOf("/*")), sentence: 'The header holds "/*": DuckDB nests comments, Athena does not.' }] : [],
    ...header ? placeProblems(path, header, lineOf(["id"])) : [],
    ...sqlProblems(sql, header).map(({ at, sentence }) => ({ line: lineAt(text3, sqlAt + at), sentence }))
  ];
  if (header === null || found.length > 0) {
    return { query: null, problems: [...found].sort((a, b) => a.line - b.line).map((problem) => problemLine(shown, problem)) };
  }
  const sha256 = createHash2("sha256").update(bytes).digest("hex");
  return { query: { ...header, sql, text: text3, sha256, path, own }, problems: [] };
}
function decode(bytes) {
  try {
    const text3 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return text3.includes("\r") ? { line: lineAt(text3, text3.indexOf("\r")), sentence: "Lines must end with a line feed only." } : text3;
  } catch {
    return { line: 1, sentence: "The file is not UTF-8." };
  }
}
function placeProblems(path, header, line) {
  const expected = `queries/${header.id.split("-")[0]?.toLowerCase() ?? ""}/${header.id}.sql`;
  return path === expected ? [] : [{ line, sentence: `The id ${header.id} belongs in ${expected}.` }];
}
function sqlProblems(sql, header) {
  const { tokens, faults } = sqlTokens(sql);
  const alone = [...faults, ...sqlFaults(tokens)];
  if (header === null) return alone;
  const settings = Object.keys(header.settings).map(settingRelation);
  return [...alone, ...relationFaults(tokens, { leadIn: header.leadIn, settings }), ...neededFaults(tokens, header.needs), ...sourceFaults(tokens, header)];
}
function lineAt(text3, offset) {
  return text3.slice(0, offset).split("\n").length;
}

// src/pack/own-files.ts
import { constants } from "node:fs";
import { lstat, open, readdir as readdir3, realpath } from "node:fs/promises";
import { join as join3, sep } from "node:path";
var PARTS = {
  queries: { form: /^queries\/[^/]+\/[^/]+\.sql$/, place: "queries/<theme>/<ID>.sql", most: 200, bytes: 2e5 },
  cases: { form: /^cases\/[^/]+\.yml$/, place: "cases/<ID>.yml", most: 200, bytes: 1e6 },
  frameworks: { form: /^frameworks\/[^/]+\.yml$/, place: "frameworks/<name>.yml", most: 20, bytes: 1e6 }
};
var DEEPEST = 2;
var MOST_ENTRIES = 1e3;
async function readOwnFiles(folder) {
  const root = await ownFolder(folder);
  const problems = [];
  const read = async (part) => {
    const paths = await listed(root, part, (path, sentence) => problems.push(`${shownAs(folder, path)}:1: ${sentence}`));
    const files2 = [];
    for (const path of paths) {
      const found = await readPlain(root, path, PARTS[part].bytes);
      if (typeof found === "string") problems.push(`${shownAs(folder, path)}:1: ${found}`);
      else files2.push({ path, shown: shownAs(folder, path), bytes: found });
    }
    return files2;
  };
  const files = { queries: await read("queries"), cases: await read("cases"), frameworks: await read("frameworks") };
  return { ...files, problems };
}
async function ownFolder(folder) {
  const found = await lstat(folder).catch(() => null);
  if (found?.isSymbolicLink() === true) throw new SettingsError(`own-queries: "${folder}" is a symbolic link; give the folder itself.`);
  if (found?.isDirectory() !== true) throw new SettingsError(`own-queries: "${folder}" is no folder that can be read; give one that holds ${Object.values(PARTS).map(({ place }) => place).join(", ")}.`);
  return realpath(folder);
}
function shownAs(folder, path) {
  return `${folder.replaceAll("\\", "/").replace(/\/+$/, "")}/${path}`;
}
async function listed(root, part, problem) {
  const { form, place, most } = PARTS[part];
  const paths = [];
  let entries = 0;
  const walk = async (folder, depth) => {
    for (const entry of (await readdir3(join3(root, folder), { withFileTypes: true })).sort((a, b) => a.name < b.name ? -1 : 1)) {
      const path = `${folder}/${entry.name}`;
      entries += 1;
      if (entries > MOST_ENTRIES) return;
      if (entry.name.startsWith(".") || entry.name.endsWith(".md")) continue;
      if (entry.isSymbolicLink()) problem(path, "It is a symbolic link; put the file itself here.");
      else if (entry.isDirectory() && depth < DEEPEST) await walk(path, depth + 1);
      else if (entry.isFile() && form.test(path)) paths.push(path);
      else problem(path, `It is not read here: what is read is ${place}.`);
    }
  };
  const found = await lstat(join3(root, part)).catch(() => null);
  if (found === null) return [];
  if (found.isDirectory()) await walk(part, 1);
  else problem(part, "It must be a folder, and no link to one.");
  if (paths.length > most || entries > MOST_ENTRIES) problem(part, `There are more than ${paths.length > most ? most : MOST_ENTRIES} files; at most ${most} are read.`);
  return paths.slice(0, most);
}
async function readPlain(root, path, most) {
  const place = join3(root, path);
  if (!(await realpath(place)).startsWith(root + sep)) return "It lies outside the folder.";
  const file = await open(place, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    const { size, isFile } = await file.stat().then((stat) => ({ size: stat.size, isFile: stat.isFile() }));
    if (!isFile) return "It is no regular file.";
    return size > most ? `It has ${size} bytes; at most ${most} are read.` : await file.readFile();
  } finally {
    await file.close();
  }
}

// src/pack/load-own.ts
var FRAMEWORK_NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
var LONGEST_NAME = 40;
var RESERVED_NAMES = /^(?:readme|con|prn|aux|nul|com\d|lpt\d)$/;
async function loadOwn(folder, shipped) {
  const files = await readOwnFiles(folder);
  const queries = files.queries.map((file) => readOwnQuery(file, shipped));
  const ids = /* @__PURE__ */ new Set([...shipped.queries.map(({ id }) => id), ...files.queries.map(idOf)]);
  const frameworks = files.frameworks.map((file) => readOwnFramework(file, ids, shipped));
  return {
    queries: queries.flatMap(({ query }) => query === null ? [] : [query]).sort((a, b) => a.id < b.id ? -1 : 1),
    frameworks: frameworks.flatMap(({ framework }) => framework === null ? [] : [framework]),
    cases: new Map(files.cases.map((file) => [idOf(file), file])),
    problems: [...files.problems, ...[...queries, ...frameworks].flatMap(({ problems }) => problems), ...unpaired(files.queries, files.cases)]
  };
}
function ownFrameworkNames(folder) {
  if (!namesIn(folder, folder).includes("frameworks")) return [];
  return namesIn(folder, join4(folder, "frameworks")).filter((name) => name.endsWith(".yml")).map((name) => name.slice(0, -".yml".length)).sort();
}
function namesIn(given, folder) {
  try {
    return readdirSync(folder);
  } catch (error) {
    const part = folder === given ? "" : ", for its frameworks/";
    throw new SettingsError(`own-queries: "${given}" is no folder that can be read${part}; give one that holds queries/<theme>/<ID>.sql, cases/<ID>.yml and frameworks/<name>.yml.`, { cause: error });
  }
}
function idOf({ path }) {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.[a-z]+$/, "");
}
function readOwnQuery({ path, shown, bytes }, { queries }) {
  const { query, problems } = readQuery(path, bytes, { shown, own: true });
  if (query === null || !queries.some(({ id }) => id === query.id)) return { query, problems };
  return { query: null, problems: [`${shown}:1: ${query.id} is a query of the product; give yours an id of its own, such as SHOP-01.`] };
}
function readOwnFramework({ path, shown, bytes }, ids, shipped) {
  const name = path.slice("frameworks/".length, -".yml".length);
  const { framework, problems } = readFramework(name, bytes, ids, { shown, own: true });
  const named = [...nameFaults(name, shipped), ...titleFaults(framework, shipped)].map((sentence) => `${shown}:1: ${sentence}`);
  return named.length > 0 ? { framework: null, problems: [...named, ...problems] } : { framework, problems };
}
function nameFaults(name, { frameworks }) {
  if (frameworks.some((one) => one.name === name.toLowerCase())) return [`${name} is a framework of the product; name yours otherwise.`];
  const isName = FRAMEWORK_NAME.test(name) && name.length <= LONGEST_NAME && !RESERVED_NAMES.test(name);
  return isName ? [] : [`A framework cannot be named "${name}": reports are files of that name. Use lower-case letters, digits and single dashes, at most ${LONGEST_NAME} characters.`];
}
function titleFaults(own, { frameworks }) {
  const same = (a, b) => a.trim().toLowerCase() === b.trim().toLowerCase();
  const taken = own !== null && frameworks.some(({ title, shortTitle }) => same(title, own.title) || same(shortTitle, own.shortTitle));
  return taken ? ["A framework of the product has this title or short_title; reports of the two could be mixed up."] : [];
}
function unpaired(queries, cases) {
  const [asked, tried] = [new Set(queries.map(idOf)), new Set(cases.map(idOf))];
  return [
    ...queries.filter((file) => !tried.has(idOf(file))).map((file) => `${file.shown}:1: ${idOf(file)} has no cases; write cases/${idOf(file)}.yml, with events it must return and events it must not.`),
    ...cases.filter((file) => !asked.has(idOf(file))).map((file) => `${file.shown}:1: There is no query ${idOf(file)} in this folder.`)
  ];
}

export {
  PackError,
  unmapped,
  frameworkNames,
  loadFrameworks,
  readHeader,
  loadQueries,
  loadOwn,
  ownFrameworkNames
};
