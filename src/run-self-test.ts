import type { Engine } from './engines/engine.js';
import type { OwnFile } from './pack/own-files.js';
import type { Query } from './pack/query.js';
import type { Progress } from './progress.js';
import { CASE_PERIOD } from './self-test/cases.js';
import { type CaseSource, loadCases, productCases, type QueryCases } from './self-test/load-cases.js';
import { type SelfTest, selfTest, type Tally } from './self-test/self-test.js';

/** The cases of queries that ship lie beside the product's tests; those of the user's own in their folder. */
export function casesIn(own: ReadonlyMap<string, OwnFile>): CaseSource {
  return (query) => (query.own ? Promise.resolve(own.get(query.id) ?? null) : productCases(query));
}

/** Throws PackError with all that is wrong with case files. */
export function readAllCases(queries: readonly Query[], own: ReadonlyMap<string, OwnFile>): Promise<readonly QueryCases[]> {
  return loadCases(queries, casesIn(own));
}

/** Tries queries on their cases, on the engine that runs them. */
export async function runSelfTest(cases: readonly QueryCases[], engine: Engine, progress: Progress): Promise<SelfTest> {
  progress.step(`Try ${cases.length} queries on their own test events`);
  const onCases = await engine.openCases(CASE_PERIOD);
  try {
    const queries = await selfTest({ cases, engine: onCases, count: (done, total) => progress.count(done, total) });
    const [fired, silent] = [sumOf(queries.map((query) => query.fired)), sumOf(queries.map((query) => query.silent))];
    progress.done(`${fired.right} of ${fired.cases} returned, ${silent.right} of ${silent.cases} passed over`);
    for (const { id, wrong } of queries) {
      // What cases are called is for the report: they may be anybody's words.
      if (wrong.length > 0) progress.warn(`${id}: ${wrong.length} of its own test events went wrong; the self-test in the reports tells which.`);
    }
    return { engine: engine.name, queries };
  } finally {
    await onCases.close();
  }
}

export function sumOf(tallies: readonly Tally[]): Tally {
  return { cases: tallies.reduce((sum, { cases }) => sum + cases, 0), right: tallies.reduce((sum, { right }) => sum + right, 0) };
}
