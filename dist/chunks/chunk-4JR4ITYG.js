import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  REASON_WORDS,
  RESULTS,
  RESULT_WORDS
} from "./chunk-DQXQFMYT.js";

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
function bytes(n) {
  const [unit, size] = n >= 1e12 ? ["TB", 1e12] : n >= 1e9 ? ["GB", 1e9] : n >= 1e6 ? ["MB", 1e6] : n >= 1e3 ? ["KB", 1e3] : ["bytes", 1];
  return `${size === 1 ? String(n) : (n / size).toFixed(n / size >= 100 ? 0 : 1)} ${unit}`;
}
function usd(amount) {
  return `${amount.toFixed(amount < 1 ? 4 : 2)} USD`;
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

// src/report/sections/context.ts
function contextOf(given) {
  const input = { ...given, framework: typesetFramework(given.framework), sections: given.sections.map((section2) => ({ ...section2, query: typesetQuery(section2.query) })) };
  const named = new Set(input.framework.criteria.flatMap((criterion) => criterion.queries.map((query2) => query2.id)));
  const queries = input.sections.filter((section2) => named.has(section2.query.id));
  const query = new Map(queries.map((section2) => [section2.query.id, section2]));
  const servedBy = new Map(queries.map(({ query: { id } }) => [id, input.framework.criteria.flatMap((criterion) => criterion.queries.filter((named2) => named2.id === id).map(({ strength }) => ({ criterion, strength })))]));
  return {
    input,
    queries,
    query,
    absent: [...named].filter((id) => !query.has(id)).sort(),
    servedBy,
    entity: input.settings.report.entity ?? "Entity not named in the settings"
  };
}
var withResult = (context, ...results) => context.queries.filter((section2) => results.includes(section2.result.result));
function typesetQuery(query) {
  return { ...query, title: typeset(query.title), question: typeset(query.question), limits: typeset(query.limits), columns: Object.fromEntries(Object.entries(query.columns).map(([name, meaning]) => [name, typeset(meaning)])) };
}
function typesetFramework(framework) {
  return {
    ...framework,
    edition: typeset(framework.edition),
    notice: typeset(framework.notice),
    criteria: framework.criteria.map((criterion) => ({
      ...criterion,
      paraphrase: typeset(criterion.paraphrase),
      shows: criterion.shows === null ? null : typeset(criterion.shows),
      cannotShow: typeset(criterion.cannotShow)
    }))
  };
}
function resultCounts(context) {
  return RESULTS.map((result2) => ({ result: result2, queries: withResult(context, result2).length }));
}
function incompleteQueries(context) {
  return context.queries.filter((found) => found.result.result === "failed" || found.result.result === "incomplete" || exceptionsOverGaps(found));
}
function exceptionsOverGaps({ result: found }) {
  return found.result === "exceptions" && coverageOf(found.coverage) !== "complete";
}
function resultCell(found) {
  return line(result(found.result.result), ...exceptionsOverGaps(found) ? ["; logs incomplete"] : []);
}
function coverageOf(coverage) {
  const states = Object.values(coverage);
  if (states.includes("incomplete")) return "incomplete";
  return states.includes("not-collected") ? "not-collected" : "complete";
}
function exceptionTotals(queries) {
  const sum = (pick) => queries.reduce((total, section2) => total + pick(section2), 0);
  return {
    total: sum((section2) => section2.result.exceptions.total),
    decided: sum((section2) => section2.result.exceptions.decided),
    undecided: sum((section2) => section2.result.exceptions.undecided),
    expired: sum((section2) => section2.result.exceptions.expired)
  };
}
function unservedWords(context, of) {
  const unserved = context.input.framework.criteria.filter((criterion) => criterion.queries.length === 0);
  const silent = unserved.filter((criterion) => criterion.shows === null).length;
  const rest = unserved.length - silent;
  const some = `${silent > 0 ? "it" : "CloudTrail"} holds some, and this pack has no query`;
  if (silent === 0) return rest === 0 ? "" : ` For ${count(rest)} of ${of} ${some}.`;
  return ` For ${count(silent)} of ${of} CloudTrail holds no evidence${rest > 0 ? `; for ${count(rest)} ${some}` : ""}.`;
}
var queryAnchor = (id) => `query-${id.toLowerCase()}`;
var criterionAnchor = (id) => `criterion-${id.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/-$/, "")}`;
var sqlAnchor = (id) => `sql-${id.toLowerCase()}`;
var capitalised = (text) => text.charAt(0).toUpperCase() + text.slice(1);

// src/report/sections/use.ts
function reperformCommand(settings) {
  const day = (instant) => instant.endsWith("T00:00:00Z") ? instant.slice(0, 10) : instant;
  return [
    "cloudtrail-evidence run \\",
    "  --logs <copy of the log archive> \\",
    `  --period ${day(settings.period.start)}..${day(settings.period.end)} \\`,
    `  --frameworks ${settings.frameworks.join(",")} \\`,
    ...settings.settingsFile === null ? [] : [`  --settings-file ${settings.settingsFile.path} \\`],
    ...settings.allowOpenPeriod ? ["  --allow-open-period \\"] : [],
    ...settings.previousPack === null ? [] : ["  --previous-pack <the pack before this one> \\"],
    "  --run-facts <this pack>/run.json \\",
    "  --output-dir reperformed"
  ].join("\n");
}
function useSection(context) {
  const { input } = context;
  const framework = input.framework.name;
  return section("use", "1", "How to use and verify this report", [
    para(`This report is one file of an evidence pack. The pack holds every row as data, the SQL as run and a hash over each file. Results are in the words of `, link("Appendix E", "appendix-e"), "; what they rest on is in ", link("section 4", "reliability"), "; what CloudTrail cannot show is in ", link("Appendix B", "appendix-b"), ".")
  ], {
    sections: [
      section("use-verify", "1.1", "Verify", [
        para("From inside the pack\u2019s folder. The first command needs nothing of ours."),
        code(["sha256sum -c SHA256SUMS", "cloudtrail-evidence verify ."].join("\n"), "sh"),
        para(`The second prints the evidence id. It must equal the one on the cover: `, { kind: "data", text: input.evidenceId }, ". A changed, missing or added file is named, and the command\u2019s exit code is 5.")
      ], { level: 3 }),
      section("use-reperform", "1.2", "Re-perform", [
        list([
          line("Take a copy of the log objects of the period, and the settings file whose hash is in ", link("Appendix A", "appendix-a"), "."),
          line(`Take version ${input.facts.tool.version} of the program and run the command below. In the program\u2019s own folder, \u201Ccloudtrail-evidence\u201D is written \u201Cnode dist/cli.js\u201D.`),
          line("Compare the evidence ids. The same logs, period, settings and version give the same evidence id, on any machine. The time and the name of the first run, from its run.json, make the reports the same too.")
        ], true),
        code(reperformCommand(input.settings), "sh"),
        para("To check one row by hand: each event row names its event id and the log object it stands in (source_file). Each query\u2019s SQL is in ", link("Appendix C", "appendix-c"), `, written in the SQL that Athena engine version 3 and DuckDB share; this pack was made with ${input.facts.engineVersion}.`)
      ], { level: 3 }),
      section("use-files", "1.3", "Files of the pack", [
        facts(["File", "What it holds"], [
          [`${framework}.pdf, ${framework}.md`, line("This report: the same sections and the same numbers")],
          ["results/<ID>.csv", line("Every row of a query, safe to open in a spreadsheet")],
          ["results/<ID>.jsonl", line("Every row, exact values")],
          ["queries/<ID>.sql", line("The query with its lists written in")],
          ["results.json, coverage.csv, decisions.json", line("Results and reasons; where and when logs are accounted for; management\u2019s decisions on exceptions")],
          ["run.json, integrity.json, engine/", line("When, by whom and with what; files read and not read; the SQL that builds events from records")],
          ["manifest.json, SHA256SUMS", line("Every file with its hash")]
        ])
      ], { level: 3 }),
      section("use-handle", "1.4", "Handling", [
        note(strong("This report holds personal data as logged: "), "names, addresses and resource names of people who used the accounts. Give it to those who need it for the examination. Text from the logs is set in fixed-width type; it was written by whoever called AWS. Do not follow addresses found in it."),
        para("Characters that hide or reorder text are shown by their code point, for example U+202E in angle brackets. A line feed is shown as a return sign. The exact value is in the JSONL file.")
      ], { level: 3 })
    ],
    page: "new"
  });
}

export {
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
  bytes,
  usd,
  joined,
  groupedBy,
  instants,
  dayAfter,
  dayBefore,
  daysBetween,
  daysOf,
  dayRange,
  reasonLines,
  filesRead,
  procedure,
  ROWS_MEAN,
  contextOf,
  withResult,
  resultCounts,
  incompleteQueries,
  exceptionsOverGaps,
  resultCell,
  exceptionTotals,
  unservedWords,
  queryAnchor,
  criterionAnchor,
  sqlAnchor,
  capitalised,
  reperformCommand,
  useSection
};
