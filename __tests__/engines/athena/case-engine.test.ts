import { describe, expect, it } from '@jest/globals';
import { caseStatement } from '../../../src/engines/athena/case-engine.js';
import type { CaseEngine } from '../../../src/engines/case-engine.js';
import { openDuckDbCases } from '../../../src/engines/duckdb/case-engine.js';
import { readEventsSql } from '../../../src/engines/events-sql.js';
import { executable } from '../../../src/pack/executable-query.js';
import { loadQueries } from '../../../src/pack/load-queries.js';
import { CASE_PERIOD } from '../../../src/self-test/cases.js';
import { productCases, type QueryCases, readCases } from '../../../src/self-test/load-cases.js';
import { loadTrials, outcomesOf, selfTest, trialsOf } from '../../../src/self-test/self-test.js';
import { CASES, casesOf } from '../../self-test/case-lines.js';
import { keysIn, type Opened, withTrail } from './athena-world.js';

/** Queries of every kind: plain, with lists, grouped, looking back before the period, and with JSON in many places. */
const SOME = ['ROOT-01', 'IAM-02', 'AUTH-03', 'LAM-04', 'RES-01', 'LOG-01'];

const cases: readonly QueryCases[] = (await Promise.all((await loadQueries()).map(async (query) => {
  const text = await productCases(query);
  const read = text === null ? [] : readCases(query, text.bytes);
  return 'query' in read ? [read] : [];
}))).flat();
const some = cases.filter(({ query: { id } }) => SOME.includes(id));

const statements = ({ requests }: Opened): readonly string[] => requests.filter(({ operation }) => operation === 'StartQueryExecution').map(({ input }) => String(input['QueryString']));

async function onDuckDb<T>(work: (engine: CaseEngine) => Promise<T>): Promise<T> {
  const engine = await openDuckDbCases({ memoryLimitMb: 256, tempDir: null }, CASE_PERIOD);
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}

describe('cases on Athena', () => {
  it.each(some.map((each) => [each.query.id, each] as const))('of %s come to the same as on the embedded engine', async (_, each) => {
    const trials = trialsOf(each);
    const local = await onDuckDb(async (engine) => {
      await loadTrials(engine, trials);
      return outcomesOf(engine, trials);
    });
    await withTrail({}, {}, async ({ open }) => {
      const engine = await open();
      const onCases = await engine.openCases(CASE_PERIOD);
      await loadTrials(onCases, trials);
      const outcomes = await outcomesOf(onCases, trials);
      for (const trial of trials) expect([trial.example.name, outcomes.get(trial)]).toEqual([trial.example.name, local.get(trial)]);
      await engine.close();
    });
  });

  it('name no table, scan nothing, and leave nothing but results', async () => {
    await withTrail({}, {}, async (opened) => {
      const engine = await opened.open();
      expect(await selfTest({ cases: [casesOf()], engine: await engine.openCases(CASE_PERIOD) })).toMatchObject([{ fired: { cases: 1, right: 1 }, silent: { cases: 1, right: 1 }, wrong: [] }]);
      expect(statements(opened)).toHaveLength(2);
      expect(statements(opened).filter((sql) => sql.includes('"audit"'))).toEqual([]);
      expect(engine.spending()).toMatchObject({ bytesScanned: 0, executions: [{ purpose: 'self-test ROOT-01-0' }, { purpose: 'self-test ROOT-01-1' }] });
      await engine.close();
      expect((await keysIn(opened.root, 'results')).filter((key) => !/\.csv(\.metadata)?$/.test(key))).toEqual([]);
    });
  });

  it('run though the run has scanned what it may', async () => {
    await withTrail({}, { settings: { maxScanBytes: 0 } }, async ({ open }) => {
      const engine = await open();
      expect(await selfTest({ cases: [casesOf()], engine: await engine.openCases(CASE_PERIOD) })).toMatchObject([{ wrong: [] }]);
      await engine.close();
    });
  });

  it('whose text is too long for Athena, or cannot stand in SQL, go wrong alone', async () => {
    const text = CASES.replace('must_not:', `  - name: too long
    set: { requestParameters.text: ${'x'.repeat(270_000)} }
  - name: half a pair of surrogates
    set: { userAgent: "\\uD800" }
must_not:`);
    await withTrail({}, {}, async ({ open }) => {
      const engine = await open();
      const [outcome] = await selfTest({ cases: [casesOf(text)], engine: await engine.openCases(CASE_PERIOD) });
      expect(outcome).toMatchObject({ fired: { cases: 3, right: 1 }, wrong: [{ name: 'too long', fault: 'refused', detail: expect.stringMatching(/bytes, and Athena takes 262144/) }, { name: 'half a pair of surrogates', fault: 'refused' }] });
      await engine.close();
    });
  });
});

it('the statement of every case is one that Athena takes', () => {
  const eventsSql = readEventsSql();
  const longest = cases.flatMap(({ query, must, mustNot }) => [...must, ...mustNot].map(({ lists, records }) => Buffer.byteLength(caseStatement(executable(query, lists), records, eventsSql, CASE_PERIOD))));
  expect(Math.max(...longest)).toBeLessThan(262_144);
});
