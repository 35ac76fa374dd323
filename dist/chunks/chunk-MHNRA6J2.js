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
  "switched-off": "management switched this query off in the settings file",
  "list-not-configured": "a list this query needs is not in the settings file",
  "no-production-account": "no account of scope in the settings file has environment: production",
  "incident-not-named": "no incident was named for this run",
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
  "column-missing": "the log table lacks a column that is needed",
  "self-test-missed": "in the self-test, this query did not return what it must of its own test events",
  "self-test-returned": "in the self-test, this query also returned a test event that it must pass over: some of its rows may not be what it looks for"
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
function facts(head, rows, { headed = false, labelWidth = 21 } = {}) {
  return { kind: "facts", head, headed, labelWidth, rows: rows.map(([label, value]) => ({ label, lines: isLines(value) ? value : [value] })) };
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
    dense: more.dense ?? false,
    together: more.together ?? false
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
function whyNotEvaluated({ switchedOff, missingLists: missing }) {
  if (switchedOff !== null) return `Management switched it off in the settings file: ${ended(switchedOff)}`;
  const lists = missing.filter((name) => name !== "production-accounts" && name !== "incident");
  return [
    ...lists.length > 0 ? [`It needs the ${lists.length === 1 ? "list" : "lists"} ${joined(lists)}, which the settings file does not hold.`] : [],
    ...missing.includes("production-accounts") ? ["It needs to know which accounts are production, and no account of scope in the settings file has environment: production."] : [],
    ...missing.includes("incident") ? ["It follows an incident, and none was named for this run (input incident)."] : []
  ].join(" ");
}
function ended(text) {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
var PLACES_NAMED = 6;
function reasonLines(reasons) {
  const byCause = groupedBy(reasons, causeWords);
  return [...byCause].map(([cause, group]) => {
    const places = group.filter((reason) => reason.account !== null || reason.region !== null || reason.from !== null);
    const alike = groupedBy(places.slice(0, PLACES_NAMED), (reason) => JSON.stringify([reason.account, reason.from, reason.to]));
    const named = [...alike.values()].flatMap((group2, index) => [...index > 0 ? [words("; ")] : [], ...place(group2)]);
    const left = places.length - PLACES_NAMED;
    return line(
      cause.charAt(0).toUpperCase() + cause.slice(1),
      ...places.length > 0 ? [": ", ...named] : [],
      ...group[0]?.code === "column-missing" ? [" (", link("section 4", "reliability"), " names it)"] : [],
      left > 0 ? `; and ${counted(left, "more place")}, listed in results.json.` : "."
    );
  });
}
function causeWords({ code: code2, category, source }) {
  if (category === void 0) return REASON_WORDS[code2];
  const events = `${category} events${source == null ? "" : ` of ${source}`}`;
  switch (code2) {
    case "class-not-collected":
      return `no ${events} in the logs, and no statement that they were selected`;
    case "selection-not-shown":
      return `nothing shows that ${events} were selected for the whole period`;
    case "partly-selected":
      return `only some of the ${events} were selected`;
    default:
      return REASON_WORDS[code2];
  }
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
    ...watched === null ? [" and applied the test of Appendix C."] : [", kept ", ...watchedEvents(watched), ...judgedBy(query), ", and applied the test of Appendix C."],
    ...comparedWith(Object.keys(query.settings))
  );
}
var DERIVED_NAMES = { accounts: "accounts in scope", "production-accounts": "production accounts in scope", incident: "the incident named" };
var isDerived = (name) => Object.hasOwn(DERIVED_NAMES, name);
var NOT_GIVEN = { "production-accounts": "no account of scope has environment: production", incident: "no incident was named for this run" };
function missingWords(name) {
  return NOT_GIVEN[name] ?? `${name} is not configured`;
}
function listName(name) {
  return isDerived(name) ? DERIVED_NAMES[name] : name;
}
function comparedWith(settings) {
  const lists = settings.filter((name) => !isDerived(name));
  const named = [
    ...lists.length > 0 ? [`management\u2019s ${joined(lists.map((name) => `\u201C${name}\u201D`))} ${lists.length === 1 ? "list" : "lists"}`] : [],
    ...settings.filter(isDerived).map((name) => name === "incident" ? DERIVED_NAMES[name] : `the ${DERIVED_NAMES[name]}`)
  ];
  return named.length === 0 ? [] : [` Compared with ${joined(named)}.`];
}
function judgedBy({ context }) {
  if (context === "any") return [words(" (all other events are read only to judge these by)")];
  const beside = Object.entries(context);
  return beside.length === 0 ? [] : [words(" (and "), ...watchedEvents(beside), words(", to judge by)")];
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
  whyNotEvaluated,
  reasonLines,
  filesRead,
  typeset,
  procedure,
  NOT_GIVEN,
  missingWords,
  listName,
  ROWS_MEAN
};
