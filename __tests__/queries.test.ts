import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseEngine, CaseRows } from '../src/engines/case-engine.js';
import { openDuckDbCases } from '../src/engines/duckdb/case-engine.js';
import type { Value } from '../src/engines/engine.js';
import { loadQueries } from '../src/pack/load-queries.js';
import type { Query } from '../src/pack/query.js';
import { productCases, type QueryCases, readCases } from '../src/self-test/load-cases.js';
import { faultOf, loadTrials, outcomesOf, type Trial, trialsOf } from '../src/self-test/self-test.js';
import { problemLine } from '../src/settings/yaml-document.js';
import { CASE_PERIOD, names, runCase } from './query-cases.js';

const queries = await loadQueries();
/** A file that is broken is its own query's failure. */
const cases = new Map(await Promise.all(queries.map(async (query) => [query.id, await casesOf(query)] as const)));

async function casesOf(query: Query): Promise<QueryCases | readonly string[]> {
  const text = await productCases(query);
  if (text === null) return ['no case file'];
  const read = readCases(query, text.bytes);
  return 'query' in read ? read : read.map((problem) => problemLine(text.shown, problem));
}

describe('every query has events it must return and events it must not', () => {
  it.each(queries.map(({ id }) => id))('%s', (id) => {
    expect(cases.get(id)).toMatchObject({ query: { id }, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it('and no case file stands alone', () => {
    const ids = readdirSync(join(import.meta.dirname, 'cases')).filter((name) => name.endsWith('.yml')).map((name) => name.slice(0, -4));
    expect(ids.filter((id) => !queries.some((query) => query.id === id))).toEqual([]);
  });
});

const sound = [...cases.values()].flatMap((each) => ('query' in each ? [{ query: each.query, trials: trialsOf(each) }] : []));
const trials = sound.flatMap((each) => each.trials);
type Outcomes = Awaited<ReturnType<typeof outcomesOf>>;
let engine: CaseEngine;

beforeAll(async () => {
  engine = await openDuckDbCases({ memoryLimitMb: 512, tempDir: null }, CASE_PERIOD);
  await loadTrials(engine, trials);
});
afterAll(() => engine.close());

for (const { query, trials: own } of sound) {
  describe(`${query.id} ${query.title}`, () => {
    let outcomes: Outcomes;
    beforeAll(async () => {
      outcomes = await outcomesOf(engine, own);
    });
    const named = (of: boolean): readonly (readonly [string, Trial])[] => own.filter(({ must }) => must === of).map((trial) => [trial.example.name, trial] as const);

    it.each(named(true))('returns: %s', (_, trial) => {
      const { columns, rows } = rowsOf(outcomes.get(trial));
      expect(columns).toEqual(Object.keys(query.columns));
      for (const expected of trial.example.rows) expect(rows).toContainEqual(expect.objectContaining(expected));
      expect(faultOf(trial, outcomes.get(trial))).toBeNull();
    });

    it.each(named(false))('does not return: %s', (_, trial) => {
      expect(rowsOf(outcomes.get(trial)).rows.filter((row) => names(row, trial.example.eventId))).toEqual([]);
    });
  });
}

function rowsOf(outcome: CaseRows | Error | undefined): { readonly columns: readonly string[]; readonly rows: readonly Readonly<Record<string, Value>>[] } {
  if (outcome === undefined || outcome instanceof Error) throw outcome ?? new Error('no answer');
  const { columns, rows } = outcome;
  return { columns, rows: rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null]))) };
}

describe('all cases in one database', () => {
  /** The first must of each fifth query, and cases in which an event stands in several records. */
  const sample = trials.filter(({ key, example: { records } }, index) => (key.endsWith('-0') && index % 5 === 0) || new Set(records.map((record) => record['eventID'])).size < records.length);

  it.each(sample.map((trial) => [trial.key, trial] as const))('give the rows that a log file of its own gives: %s', async (_, trial) => {
    const outcomes = await outcomesOf(engine, [trial]);
    expect(rowsOf(outcomes.get(trial)).rows).toEqual(await runCase(trial.query, trial.example));
  });
});
