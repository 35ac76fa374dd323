import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  inParallel
} from "./chunk-FMZDPIGI.js";
import {
  names
} from "./chunk-2UVDUH5S.js";
import {
  EngineError
} from "./chunk-4FWAGCHY.js";
import {
  executable
} from "./chunk-MOC3KAUT.js";

// src/self-test/self-test.ts
var FAULT_WORDS = {
  missed: "was not returned",
  "other-values": "was returned, and no row holds the values it must",
  "other-columns": "was returned with other columns than the header names",
  returned: "was returned, and must not be",
  refused: "could not be tried: the engine refused the query"
};
async function selfTest({ cases, engine, count = () => void 0 }) {
  const all = cases.map((each) => ({ ...each, trials: trialsOf(each) }));
  const total = all.reduce((sum, { trials }) => sum + trials.length, 0);
  await loadTrials(engine, all.flatMap(({ trials }) => trials));
  let done = 0;
  return inParallel(all, engine.queriesAtOnce, async ({ query, sha256, trials }) => {
    const outcomes = await outcomesOf(engine, trials);
    if (trials.length > 0) count(done += trials.length, total);
    return tallied(query, sha256, trials, outcomes);
  });
}
function trialsOf({ query, must, mustNot }) {
  const all = [...must.map((example) => ({ must: true, example })), ...mustNot.map((example) => ({ must: false, example }))];
  return all.map((trial, index) => ({ ...trial, query, key: `${query.id}-${index}` }));
}
function loadTrials(engine, trials) {
  return engine.load(trials.map(({ key, example: { records } }) => ({ key, records })));
}
async function outcomesOf(engine, trials) {
  const together = /* @__PURE__ */ new Map();
  for (const trial of trials) {
    const lists = JSON.stringify(trial.example.lists);
    together.set(lists, [...together.get(lists) ?? [], trial]);
  }
  const outcomes = /* @__PURE__ */ new Map();
  for (const alike of together.values()) {
    const [{ query, example }] = alike;
    const rows = await engine.run(executable(query, example.lists), alike.map(({ key }) => key));
    alike.forEach((trial, index) => outcomes.set(trial, rows[index] ?? new EngineError(`${trial.key}: no answer.`)));
  }
  return outcomes;
}
function tallied(query, casesSha256, trials, outcomes) {
  const tried = trials.map((trial) => ({ must: trial.must, name: trial.example.name, fault: faultOf(trial, outcomes.get(trial)), detail: detailOf(outcomes.get(trial)) }));
  const tally = (of) => ({ cases: tried.filter(({ must }) => must === of).length, right: tried.filter(({ must, fault }) => must === of && fault === null).length });
  const wrong = tried.flatMap(({ must, name, fault, detail }) => fault === null ? [] : [{ must, name, fault, ...detail === null ? {} : { detail } }]);
  return { id: query.id, querySha256: query.sha256, casesSha256, fired: tally(true), silent: tally(false), wrong };
}
function detailOf(outcome) {
  if (!(outcome instanceof EngineError)) return null;
  const { message, cause } = outcome;
  const { message: reason } = cause ?? {};
  return typeof reason === "string" ? `${message} ${reason.split("\n")[0] ?? ""}` : message;
}
function faultOf({ query, must, example: { eventId, rows: expected } }, outcome) {
  if (outcome === void 0 || outcome instanceof EngineError) return "refused";
  const rows = outcome.rows.map((row) => Object.fromEntries(outcome.columns.map((column, index) => [column, row[index] ?? null])));
  const returned = rows.some((row) => names(row, eventId));
  if (!must) return returned ? "returned" : null;
  if (!returned) return "missed";
  if (outcome.columns.join() !== Object.keys(query.columns).join()) return "other-columns";
  return expected.every((values) => rows.some((row) => holds(row, values))) ? null : "other-values";
}
function holds(row, values) {
  return Object.entries(values).every(([column, value]) => row[column] === value);
}
function reasonOf({ wrong }) {
  if (wrong.length === 0) return null;
  return wrong.every(({ fault }) => fault === "returned") ? "self-test-returned" : "self-test-missed";
}

export {
  FAULT_WORDS,
  selfTest,
  reasonOf
};
