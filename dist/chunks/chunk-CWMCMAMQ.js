import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

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
  "partly-selected": "only some of these events were selected",
  "column-missing": "the log table lacks a column that is needed"
};

// src/report/blocks.ts
var words = (text) => ({ kind: "words", text });
var strong = (text) => ({ kind: "strong", text });
var quiet = (text) => ({ kind: "quiet", text });
var data = (text) => ({ kind: "data", text });
var link = (text, target) => ({ kind: "link", text, target });
var SHAPES = {
  failed: "\u2715",
  "not-evaluated": "\u2013",
  "not-collected": "\u2013",
  exceptions: "\u25A0",
  incomplete: "\u25B3",
  "no-exceptions": "\u25A1",
  population: "\u25C7",
  observed: "\u25CF",
  "not-observed": "\u25CB"
};
var result = (of) => ({ kind: "result", result: of, text: RESULT_WORDS[of], shape: SHAPES[of] });
function line(...parts) {
  return parts.map((part) => typeof part === "string" ? words(part) : part);
}
function para(...parts) {
  return { kind: "para", line: line(...parts), tone: "plain" };
}
function note(...parts) {
  return { kind: "para", line: line(...parts), tone: "note" };
}
function small(...parts) {
  return { kind: "para", line: line(...parts), tone: "small" };
}
function alert(...parts) {
  return { kind: "para", line: line(...parts), tone: "alert" };
}
function list(items, ordered = false) {
  return { kind: "list", items, ordered };
}
function code(text, language) {
  return { kind: "code", text, language };
}
function facts(head, rows) {
  return { kind: "facts", head, rows: rows.map(([label, value]) => ({ label, lines: isLines(value) ? value : [value] })) };
}
function isLines(value) {
  return Array.isArray(value[0]);
}
var TABLE_CAPS = { page: 60, text: 25 };
function table(caption, columns, rows, more = {}) {
  return {
    kind: "table",
    caption,
    columns: columns.map(([label, width, kind]) => ({ label, width, numeric: kind === "numeric" })),
    rows,
    caps: more.caps ?? TABLE_CAPS,
    rest: more.rest ?? [],
    dense: more.dense ?? false
  };
}
var ALL_ROWS = { page: Infinity, text: Infinity };
function section(id, number, title, blocks, more = {}) {
  const level = more.level ?? 2;
  return { id, number, title, level, page: more.page ?? "flow", blocks, sections: more.sections ?? [] };
}

// src/report/wording.ts
function count(n) {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ",");
}
function counted(n, one, many = `${one}s`) {
  return `${n === 0 ? "no" : count(n)} ${n === 1 ? one : many}`;
}
function joined(items, last = "and") {
  if (items.length < 2) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} ${last} ${items.at(-1) ?? ""}`;
}
function groupedBy(items, key) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === void 0) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}
function instants(period) {
  return `${period.start} to ${period.end} (end excluded)`;
}
var at = (text) => Date.parse(text.length === 10 ? `${text}T00:00:00Z` : text);
var DAY = 864e5;
function dayAfter(day) {
  return new Date(at(day) + DAY).toISOString().slice(0, 10);
}
function dayBefore(day) {
  return new Date(at(day) - DAY).toISOString().slice(0, 10);
}
function daysBetween(from, to) {
  return Math.round((at(to) - at(from)) / DAY);
}
function daysOf(period) {
  const from = period.start.slice(0, 10);
  const to = period.end.endsWith("T00:00:00Z") ? period.end.slice(0, 10) : dayAfter(period.end.slice(0, 10));
  return { from, to, days: daysBetween(from, to) };
}
function dayRange(from, to) {
  const days = daysBetween(from, to);
  return days <= 1 ? from : `${from} to ${dayBefore(to)} (${count(days)} days)`;
}
var PLACES_NAMED = 6;
function reasonLines(reasons) {
  const byCode = groupedBy(reasons, (reason) => reason.code);
  return [...byCode].map(([code2, group]) => {
    const places = group.filter((reason) => reason.account !== null || reason.region !== null || reason.from !== null);
    const alike = groupedBy(places.slice(0, PLACES_NAMED), (reason) => JSON.stringify([reason.account, reason.from, reason.to]));
    const named = [...alike.values()].flatMap((group2, index) => [...index > 0 ? [words("; ")] : [], ...place(group2)]);
    const left = places.length - PLACES_NAMED;
    const cause = REASON_WORDS[code2];
    return line(
      cause.charAt(0).toUpperCase() + cause.slice(1),
      ...places.length > 0 ? [": ", ...named] : [],
      ...code2 === "column-missing" ? [" (", link("section 4", "reliability"), " names it)"] : [],
      left > 0 ? `; and ${counted(left, "more place")}, listed in results.json.` : "."
    );
  });
}
function place(alike) {
  const [reason] = alike;
  if (reason === void 0) return [];
  const regions = alike.flatMap(({ region }) => region === null ? [] : [region]);
  const where = [
    ...reason.account === null ? [] : [words("account "), data(reason.account)],
    ...regions.flatMap((region, index) => [words(index > 0 ? index < regions.length - 1 ? ", " : " and " : reason.account === null ? "region " : ", "), data(region)])
  ];
  const when = reason.from === null ? "" : reason.to === null ? `from ${reason.from} on` : dayRange(reason.from, reason.to);
  return [...where, ...when === "" ? [] : [words(where.length > 0 ? `, ${when}` : when)]];
}
function filesRead(files) {
  return `${count(files.read)} read, ${count(files.notRead.length)} that could not be read${files.outsideWindow === 0 ? "" : `, ${count(files.outsideWindow)} of other days left aside`}`;
}
function typeset(text) {
  return text.replace(/(?<=^|[\s(])"([^"]+)"/g, "\u201C$1\u201D").replace(new RegExp("(?<=\\p{L})'", "gu"), "\u2019").replace(/ - /g, " \u2013 ");
}
function procedure(query, pairs) {
  const classes = Object.keys(query.category);
  const watched = query.events === "any" ? null : Object.entries(query.events);
  return line(
    `Read every ${joined(classes, "or")} event of the period in ${counted(pairs, "account and region", "pairs of account and region")}`,
    ...query.leadIn ? [" (and, to follow sessions back, the 36 hours before it)"] : [],
    ...watched === null ? [" and applied the test of Appendix C."] : [", kept ", ...watchedEvents(watched), ", and applied the test of Appendix C."],
    ...Object.keys(query.settings).length > 0 ? [` Compared with management\u2019s ${joined(Object.keys(query.settings).map((name) => `\u201C${name}\u201D`))} ${Object.keys(query.settings).length === 1 ? "list" : "lists"}.`] : []
  );
}
var CALLS_NAMED = 14;
function watchedEvents(watched) {
  const calls = watched.reduce((sum, [, names]) => sum + names.length, 0);
  if (calls > CALLS_NAMED) return [words(`${count(calls)} calls of ${joined(watched.map(([source]) => source.replace(/\.amazonaws\.com$/, "")))}, all named in the SQL`)];
  return watched.flatMap(([source, names], index) => [
    ...index > 0 ? [words("; ")] : [],
    words(`${names.length === 0 ? "all" : joined(names)} of ${source.replace(/\.amazonaws\.com$/, "")}`)
  ]);
}
var ROWS_MEAN = {
  none: "Every row is an exception that management decides on.",
  population: "The rows are a list to sample from: the full list of the period or, beside the result Incomplete, the list as far as the logs go. A row is not an exception.",
  some: "The rows are evidence that the activity took place.",
  measure: "The rows are counts."
};

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
  return text.split("\n").map((line2) => line2.split("	").map(visibleLine).join("    ")).join("\n");
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
function markdownData(text, place2) {
  const safe = codeSpan(shortRuns(visibleLine(text)));
  return place2 === "table" ? escapePipes(safe) : safe;
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

// src/settings/decision.ts
var DISPOSITIONS = ["expected-authorised", "expected-break-glass", "false-positive-query", "control-failure-remediated", "control-failure-open"];
var DISPOSITION_WORDS = {
  "expected-authorised": "Expected, authorised",
  "expected-break-glass": "Expected, break-glass use",
  "false-positive-query": "False positive of the query",
  "control-failure-remediated": "Control failure, remediated",
  "control-failure-open": "Control failure, open"
};
var FILL_IN = "FILL-IN";
var EXCEPTION_ID_FORM = /^[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+-[0-9a-f]{12}$/;
var QUERY_ID_FORM = /^[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+$/;
function queryOfException(id) {
  return id.slice(0, id.lastIndexOf("-"));
}

export {
  RESULTS,
  RESULT_WORDS,
  REASON_WORDS,
  words,
  strong,
  quiet,
  data,
  link,
  result,
  line,
  para,
  note,
  small,
  alert,
  list,
  code,
  facts,
  table,
  ALL_ROWS,
  section,
  count,
  counted,
  joined,
  groupedBy,
  instants,
  dayAfter,
  daysBetween,
  daysOf,
  dayRange,
  reasonLines,
  filesRead,
  typeset,
  procedure,
  ROWS_MEAN,
  visibleLine,
  visibleBlock,
  capped,
  markdownData,
  markdownWords,
  markdownBlock,
  DISPOSITIONS,
  DISPOSITION_WORDS,
  FILL_IN,
  EXCEPTION_ID_FORM,
  QUERY_ID_FORM,
  queryOfException
};
