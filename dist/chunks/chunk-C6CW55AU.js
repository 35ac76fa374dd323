import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  selfTest
} from "./chunk-EGFJIFG3.js";
import {
  loadCases,
  productCases
} from "./chunk-PQPGXULL.js";
import {
  CASE_PERIOD
} from "./chunk-2UVDUH5S.js";

// src/run-self-test.ts
function casesIn(own) {
  return (query) => query.own ? Promise.resolve(own.get(query.id) ?? null) : productCases(query);
}
function readAllCases(queries, own) {
  return loadCases(queries, casesIn(own));
}
async function runSelfTest(cases, engine, progress) {
  progress.step(`Try ${cases.length} queries on their own test events`);
  const onCases = await engine.openCases(CASE_PERIOD);
  try {
    const queries = await selfTest({ cases, engine: onCases, count: (done, total) => progress.count(done, total) });
    const [fired, silent] = [sumOf(queries.map((query) => query.fired)), sumOf(queries.map((query) => query.silent))];
    progress.done(`${fired.right} of ${fired.cases} returned, ${silent.right} of ${silent.cases} passed over`);
    for (const { id, wrong } of queries) {
      if (wrong.length > 0) progress.warn(`${id}: ${wrong.length} of its own test events went wrong; the self-test in the reports tells which.`);
    }
    return { engine: engine.name, queries };
  } finally {
    await onCases.close();
  }
}
function sumOf(tallies) {
  return { cases: tallies.reduce((sum, { cases }) => sum + cases, 0), right: tallies.reduce((sum, { right }) => sum + right, 0) };
}

export {
  readAllCases,
  runSelfTest,
  sumOf
};
