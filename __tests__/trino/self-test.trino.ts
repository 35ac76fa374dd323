import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseStatement } from '../../src/engines/athena/case-engine.js';
import { openDuckDbCases } from '../../src/engines/duckdb/case-engine.js';
import type { Value } from '../../src/engines/engine.js';
import { readEventsSql } from '../../src/engines/events-sql.js';
import { executable } from '../../src/pack/executable-query.js';
import { loadQueries } from '../../src/pack/load-queries.js';
import { CASE_PERIOD } from '../../src/self-test/cases.js';
import { loadCases, productCases } from '../../src/self-test/load-cases.js';
import { loadTrials, outcomesOf, type Trial, trialsOf } from '../../src/self-test/self-test.js';
import { openTrinoWorld, type TrinoWorld } from './trino-world.js';

/** The statements of the self-test, which hold their records themselves, on a Trino: a handful of queries, of which cases.trino.ts tries all from tables (CHG-04 takes Trino long to plan, a statement a case). */
const SOME = ['ROOT-01', 'IAM-02', 'AUTH-03', 'LAM-04', 'RES-01'];

const cases = await loadCases((await loadQueries()).filter(({ id }) => SOME.includes(id)), productCases);
const trials = cases.flatMap(trialsOf);
const eventsSql = readEventsSql();
const local = new Map<Trial, unknown>();
let world: TrinoWorld;

beforeAll(async () => {
  world = await openTrinoWorld([], () => Promise.resolve());
  const engine = await openDuckDbCases({ memoryLimitMb: 512, tempDir: null }, CASE_PERIOD);
  await loadTrials(engine, trials);
  for (const each of cases) {
    const own = trials.filter(({ query }) => query === each.query);
    for (const [trial, outcome] of await outcomesOf(engine, own)) local.set(trial, outcome);
  }
  await engine.close();
}, 120_000);
afterAll(() => world?.close());

async function onTrino({ query, example: { lists, records } }: Trial): Promise<{ readonly columns: readonly string[]; readonly rows: readonly (readonly Value[])[] }> {
  const sql = caseStatement(executable(query, lists), records, eventsSql, CASE_PERIOD);
  const { columns, rows } = await world.backend.execute({ sql, database: 'audit', tablePlace: '', signal: new AbortController().signal });
  const typed = rows.map((row) => row.map((value, index) => (value === null || columns[index]?.type === 'varchar' ? value : Number(value))));
  // The last column counts the rows, for whoever fetches them.
  return { columns: columns.slice(0, -1).map(({ name }) => name), rows: typed.map((row) => row.slice(0, -1)) };
}

describe.each(SOME)('%s', (id) => {
  it.each(trials.filter(({ query }) => query.id === id).map((trial) => [trial.example.name, trial] as const))('gives the same rows of records in the statement: %s', async (_, trial) => {
    expect(await onTrino(trial)).toEqual(local.get(trial));
  }, 60_000);
});
