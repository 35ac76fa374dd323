import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  incidentInput,
  lacksColumn,
  lacksLogs
} from "./chunk-6ZBGWTTC.js";
import {
  RESULTS,
  code,
  count,
  counted,
  facts,
  joined,
  line,
  link,
  list,
  note,
  para,
  quiet,
  result,
  section,
  strong,
  typeset,
  words
} from "./chunk-MHNRA6J2.js";

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
    unmapped: input.sections.filter((section2) => input.ownUnmapped.includes(section2.query.id)),
    absent: [...named].filter((id) => !query.has(id)).sort(),
    servedBy,
    entity: input.settings.report.entity ?? "Entity not named in the settings"
  };
}
var withResult = (context, ...results) => context.queries.filter((section2) => results.includes(section2.result.result));
function switchedOffLine(context) {
  const off = context.queries.flatMap(({ query, switchedOff }) => switchedOff === null ? [] : [{ id: query.id, reason: switchedOff }]);
  return line(...off.flatMap(({ id, reason }, index) => [...index > 0 ? [words("; ")] : [], link(id, queryAnchor(id)), words(` (${reason.replace(/\.$/, "")})`)]));
}
var OWN_MARK = " (own)";
function ownWords({ queries }) {
  const own = queries.filter(({ query }) => query.own).length;
  return own === 0 ? "" : ` ${counted(own, "query is", "queries are")} management\u2019s own, marked${OWN_MARK}: the product checks ${own === 1 ? "its" : "their"} form and does not answer for what ${own === 1 ? "it asks" : "they ask"}.`;
}
function typesetQuery(query) {
  return { ...query, title: typeset(query.title) + (query.own ? OWN_MARK : ""), question: typeset(query.question), limits: typeset(query.limits), columns: Object.fromEntries(Object.entries(query.columns).map(([name, meaning]) => [name, typeset(meaning)])) };
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
function distinctReasons(sections) {
  const seen = new Map(sections.flatMap((section2) => section2.result.reasons).map((reason) => [JSON.stringify([reason.code, reason.account, reason.region, reason.from, reason.to, reason.category, reason.source]), reason]));
  return [...seen.values()];
}
function exceptionsOverGaps(found) {
  return found.result.result === "exceptions" && (restsOnGaps(found) || lacksColumn(found.result));
}
function restsOnGaps({ result: found }) {
  if (found.result === "exceptions") return coverageOf(found.coverage) !== "complete";
  return found.result === "incomplete" && lacksLogs(found);
}
function shortGround(sections) {
  return joined([
    ...sections.some(restsOnGaps) ? ["on logs that are not accounted for"] : [],
    ...sections.some(({ result: found }) => found.result !== "failed" && lacksColumn(found)) ? ["on a log table that lacks columns they need"] : []
  ], "or");
}
function rowsCell({ result: { result: word, rows } }) {
  return line(word === "not-evaluated" ? quiet("\u2013") : count(rows));
}
function resultCell(found) {
  const { result: word } = found.result;
  const lacks = [
    ...found.switchedOff === null ? [] : ["switched off"],
    ...word === "exceptions" && restsOnGaps(found) ? ["logs incomplete"] : [],
    ...(word === "exceptions" || word === "incomplete") && lacksColumn(found.result) ? ["column missing"] : []
  ];
  return line(result(word), ...lacks.map((each) => `; ${each}`));
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
  const first = (n) => of === "the others" && n === unserved.length ? `For the other ${count(n)}` : `For ${count(n)} of ${of}`;
  if (silent === 0) return rest === 0 ? "" : ` ${first(rest)} ${some}.`;
  return ` ${first(silent)} CloudTrail holds no evidence${rest > 0 ? `; for ${count(rest)} ${some}` : ""}.`;
}
var queryAnchor = (id) => `query-${id.toLowerCase()}`;
var criterionAnchor = (id) => `criterion-${id.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/-$/, "")}`;
var sqlAnchor = (id) => `sql-${id.toLowerCase()}`;
var capitalised = (text) => text.charAt(0).toUpperCase() + text.slice(1);

// src/report/sections/use.ts
function reperformCommand(settings, previous) {
  const day = (instant) => instant.endsWith("T00:00:00Z") ? instant.slice(0, 10) : instant;
  return [
    "cloudtrail-evidence run \\",
    "  --logs <copy of the log archive> \\",
    `  --period ${day(settings.period.start)}..${day(settings.period.end)} \\`,
    `  --frameworks ${settings.frameworks.join(",")} \\`,
    ...settings.settingsFile === null ? [] : [`  --settings-file ${settings.settingsFile.path} \\`],
    ...settings.decisions === null ? [] : [`  --decisions-file ${settings.decisions.path} \\`],
    ...settings.ownQueries === null ? [] : [`  --own-queries ${inShell(settings.ownQueries)} \\`],
    ...settings.incident === null ? [] : [`  --incident ${inShell(incidentInput(settings.incident))} \\`],
    ...settings.allowOpenPeriod ? ["  --allow-open-period \\"] : [],
    ...settings.selfTest ? ["  --self-test \\"] : [],
    ...previous === null ? [] : ["  --previous-pack <the pack before this one> \\"],
    "  --run-facts <this pack>/run.json \\",
    "  --output-dir reperformed"
  ].join("\n");
}
function inShell(text) {
  return /^[\w./:=,@+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
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
          line(`Take a copy of the log objects of the period and the days around it, with the digests, and the settings file${input.settings.decisions === null ? " whose hash is" : " and the decisions file whose hashes are"} in `, link("Appendix A", "appendix-a"), input.settings.ownQueries === null ? "." : ", and management\u2019s own queries, whose hashes stand beside them."),
          line(`Take version ${input.facts.tool.version} of the program and run the command below. In the program\u2019s own folder, \u201Ccloudtrail-evidence\u201D is written \u201Cnode dist/cli.js\u201D.`),
          line("Compare the evidence ids. The same logs, period, settings, decisions and version give the same evidence id, on any machine. With the facts of the first run (its run.json) the reports are the same too.")
        ], true),
        code(reperformCommand(input.settings, input.trend.previous), "sh"),
        para("To check one row by hand: each event row names its event id and the log object it stands in (source_file). Each query\u2019s SQL is in ", link("Appendix C", "appendix-c"), `, written in the SQL that Athena engine version 3 and DuckDB share; this pack was made with ${input.facts.engineVersion}.`)
      ], { level: 3 }),
      section("use-files", "1.3", "Files of the pack", [
        facts(["File", "What it holds"], [
          [`${framework}.pdf, ${framework}.md`, line(`This report: the same sections and the same numbers${input.settings.frameworks.length > 1 ? "; other reports of the pack bear the names of their frameworks" : ""}`)],
          ["results/<ID>.csv", line("Every row of a query, safe to open in a spreadsheet")],
          ["results/<ID>.jsonl", line("Every row, exact values")],
          ["queries/<ID>.sql", line("The query with its lists written in")],
          ["results.json, coverage.csv", line("Results and reasons; where and when logs are accounted for")],
          ["exceptions.csv, decisions.json", line("How each exception stands; management\u2019s decisions on exceptions, as they were made")],
          ["run.json, integrity.json, engine/", line("When, by whom and with what; files read and not read; the SQL that builds events from records")],
          ["trend.json", line("What changed since the previous pack, and what the next one compares with")],
          ...input.settings.selfTest ? [["self-test.json", line("What each query did with its own test events")]] : [],
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
  contextOf,
  withResult,
  switchedOffLine,
  ownWords,
  resultCounts,
  incompleteQueries,
  distinctReasons,
  exceptionsOverGaps,
  restsOnGaps,
  shortGround,
  rowsCell,
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
