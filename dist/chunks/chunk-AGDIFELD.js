import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  FRAMEWORK_ASPECT,
  LIST_ASPECT,
  SPIKE
} from "./chunk-DEBR5HQT.js";
import {
  RESULT_WORDS,
  count,
  counted,
  joined
} from "./chunk-MHNRA6J2.js";

// src/report/trend-lines.ts
var NAMED = 8;
function trendLines({ previous, changes }) {
  if (previous === null || changes === null) return ["There is no previous pack to compare with."];
  return [
    `Compared with the pack ${previous.label}: ${periodWords(changes.periods)}.`,
    ...resultLines(changes),
    ...exceptionLines(changes),
    ...volumeLines(changes),
    ...invocationLines(changes),
    ...queryLines(changes),
    ...aspectLines(changes)
  ];
}
function periodWords({ kind, from, to, days }) {
  if (kind === "gap") return `${counted(days, "day")} between the periods, ${from} to ${to}, ${days === 1 ? "is" : "are"} in neither`;
  if (kind === "overlap") return `the periods overlap by ${counted(days, "day")}, ${from} to ${to}`;
  return { adjoin: "the periods adjoin", same: "both are of the same period", later: "it is of a later period than this one" }[kind];
}
function resultLines({ results }) {
  if (results.length === 0) return ["No result changed."];
  return [`${counted(results.length, "result")} changed: ${some(results.map(({ query, before, now }) => `${query} (${RESULT_WORDS[before]}, now ${RESULT_WORDS[now]})`), "; ")}.`];
}
function exceptionTotals(exceptions) {
  const totals = { new: 0, open: 0, decided: 0, gone: 0, goneUndecided: 0 };
  for (const { compared } of exceptions) {
    for (const name of ["new", "open", "decided", "gone", "goneUndecided"]) totals[name] += compared?.[name] ?? 0;
  }
  return totals;
}
function exceptionLines({ exceptions }) {
  if (exceptions.length === 0) return ["No exceptions in either pack."];
  const totals = exceptionTotals(exceptions);
  const fresh = exceptions.flatMap(({ query, compared }) => compared === null || compared.new === 0 ? [] : [`${query} (${count(compared.new)})`]);
  const aside = exceptions.filter(({ compared }) => compared === null).map(({ query }) => query);
  return [
    `Exceptions: ${count(totals.new)} new, ${count(totals.open)} still open, ${count(totals.decided)} in both and decided, ${count(totals.gone)} gone${totals.goneUndecided > 0 ? ` (${count(totals.goneUndecided)} of them without a decision)` : ""}.`,
    ...fresh.length > 0 ? [`New exceptions: ${some(fresh)}.`] : [],
    ...aside.length > 0 ? [`Exceptions not compared, as one of the packs has no answer: ${some(aside)}.`] : []
  ];
}
function isNotable({ before, now }) {
  return Math.abs(now - before) >= 20 && Math.max(before, now) >= 2 * Math.min(before, now);
}
function volumeLines({ volumes, events }) {
  const notable = volumes.filter(isNotable);
  return [
    `Events in the period: ${count(events.now)}, before ${count(events.before)}.`,
    ...notable.length > 0 ? [`Rows at least doubled or halved: ${some(notable.map(({ query, before, now }) => `${query} (${count(now)}, before ${count(before)})`))}.`] : []
  ];
}
function invocationLines({ invocations }) {
  const counts = invocations?.compared ?? null;
  if (counts === null) return invocations?.reason === "no-rows" || invocations?.reason === "too-many" ? [`Volume of invocations not compared: ${NOT_COMPARED_WORDS[invocations.reason]}.`] : [];
  const said = [
    [counts.new, "new"],
    [counts.gone, "gone"],
    [counts.more, "at least twice as many a day"],
    [counts.less, "at most half as many a day"],
    [counts.spikes, `with an hour ${SPIKE.factor} times as busy`],
    [counts.silent, "silent for longer"]
  ];
  const found = said.filter(([n]) => n > 0).map(([n, words]) => `${count(n)} ${words}`);
  return [`Invocations: ${count(counts.events.now)}, before ${count(counts.events.before)}; functions by kind of invoker: ${found.length > 0 ? found.join(", ") : "about as many for each"}.`];
}
var NOT_COMPARED_WORDS = {
  "not-answered": "one of the packs has no answer to INV-06",
  "no-rows": "the previous pack was given without its rows",
  "too-many": "one of the packs has more rows of INV-06 than are compared"
};
function queryLines({ queries, toolVersion, engine }) {
  return [
    ...queries.added.length > 0 ? [`Queries added: ${some(queries.added)}.`] : [],
    ...queries.removed.length > 0 ? [`Queries removed: ${some(queries.removed)}.`] : [],
    ...queries.changed.length > 0 ? [`Queries changed: ${some(queries.changed)}.`] : [],
    ...queries.otherLists.length > 0 ? [`Queries with other lists: ${some(queries.otherLists)}.`] : [],
    ...toolVersion.before === toolVersion.now ? [] : [`Program: version ${toolVersion.now}, before ${toolVersion.before}.`],
    ...engine.before === engine.now ? [] : [`Engine: ${ENGINE_WORDS[engine.now]}, before ${ENGINE_WORDS[engine.before]}.`]
  ];
}
function aspectLines({ aspects, trailChanges }) {
  return [
    ...aspects.length > 0 ? [`Settings and scope: ${some(aspects.map((aspect) => `${aspectWords(aspect.name)} ${changeWords(aspect)}`), "; ")}.`] : ["Settings, lists and scope are as before."],
    ...trailChanges.before + trailChanges.now > 0 ? [`Changes of trails in the logs: ${count(trailChanges.now)}, before ${count(trailChanges.before)}.`] : []
  ];
}
var ENGINE_WORDS = { athena: "Athena", duckdb: "DuckDB" };
var ASPECT_WORDS = {
  "settings-file": "settings file",
  "decisions-file": "decisions file",
  "report-texts": "report texts",
  "data-events": "statement of data events",
  "queries-off": "queries switched off",
  incident: "incident named",
  accounts: "accounts in scope",
  regions: "regions in scope",
  places: "pairs of account and region",
  "event-selection": "events shown to be selected"
};
function aspectWords(name) {
  if (name.startsWith(LIST_ASPECT)) return `list ${name.slice(LIST_ASPECT.length)}`;
  if (name.startsWith(FRAMEWORK_ASPECT)) return `framework ${name.slice(FRAMEWORK_ASPECT.length)}`;
  return ASPECT_WORDS[name];
}
function changeWords({ change, before, now }) {
  if (change === "removed" || now === null) return change;
  return before === null ? `${change} (${count(now)})` : `${change} (${before === now ? `still ${count(now)}` : `${count(now)}, before ${count(before)}`})`;
}
function some(items, by = ", ") {
  const left = items.length - NAMED;
  const named = items.slice(0, NAMED).join(by);
  return left > 0 ? joined([named, `${count(left)} more`]) : named;
}

export {
  trendLines,
  periodWords,
  exceptionTotals,
  NOT_COMPARED_WORDS,
  ENGINE_WORDS,
  aspectWords
};
