import { describe, expect, it } from '@jest/globals';
import { openDuckDbCases } from '../../src/engines/duckdb/case-engine.js';
import type { Query } from '../../src/pack/query.js';
import { CASE_PERIOD } from '../../src/self-test/cases.js';
import type { QueryCases } from '../../src/self-test/load-cases.js';
import { type QuerySelfTest, reasonOf, selfTest } from '../../src/self-test/self-test.js';
import { queryOf, SQL } from '../pack/query-file.js';
import { CASES, casesOf, ROOT } from './case-lines.js';

async function tried(...cases: readonly QueryCases[]): Promise<readonly QuerySelfTest[]> {
  const engine = await openDuckDbCases({ memoryLimitMb: 256, tempDir: null }, CASE_PERIOD);
  try {
    return await selfTest({ cases, engine });
  } finally {
    await engine.close();
  }
}

/** The sound cases, tried on a query whose SQL is another. */
function withSql(sql: string, text: string = CASES): QueryCases {
  return casesOf(text, queryOf({}, sql));
}

describe('a query', () => {
  it('that returns its musts and nothing near them is as it must be', async () => {
    const [outcome] = await tried(casesOf());
    expect(outcome).toEqual({ id: 'ROOT-01', querySha256: ROOT.sha256, casesSha256: expect.stringMatching(/^[0-9a-f]{64}$/), fired: { cases: 1, right: 1 }, silent: { cases: 1, right: 1 }, wrong: [] });
    expect(reasonOf(outcome!)).toBeNull();
  });

  const failing: readonly (readonly [string, string, Partial<QuerySelfTest>, string])[] = [
    ['that cannot fire', SQL.replace("= 'root'", "= 'rot'"), { fired: { cases: 1, right: 0 }, silent: { cases: 1, right: 1 }, wrong: [{ must: true, name: 'root makes a user', fault: 'missed' }] }, 'self-test-missed'],
    ['that fires at everything', SQL.replace("WHERE actor_class = 'root'", ''), { fired: { cases: 1, right: 1 }, silent: { cases: 1, right: 0 }, wrong: [{ must: false, name: 'somebody else does', fault: 'returned' }] }, 'self-test-returned'],
    ['that returns other values', SQL.replace('region,', "'nowhere' AS region,"), { fired: { cases: 1, right: 0 }, silent: { cases: 1, right: 1 }, wrong: [{ must: true, name: 'root makes a user', fault: 'other-values' }] }, 'self-test-missed'],
  ];
  it.each(failing)('%s is told by the case that shows it', async (_, sql, expected, reason) => {
    const [outcome] = await tried(withSql(sql));
    expect(outcome).toMatchObject(expected);
    expect(reasonOf(outcome!)).toBe(reason);
  });

  it('that the engine refuses goes wrong on every case, and no other query with it', async () => {
    const refused: Query = { ...ROOT, id: 'ROOT-02', sql: 'SELECT nothing FROM events', text: '/*\n*/\nSELECT nothing FROM events\n' };
    const [bad, good] = await tried({ ...casesOf(), query: refused }, casesOf());
    expect(bad?.wrong.map(({ fault }) => fault)).toEqual(['refused', 'refused']);
    expect(bad?.wrong[0]?.detail).toContain('nothing');
    expect(reasonOf(bad!)).toBe('self-test-missed');
    expect(good?.wrong).toEqual([]);
  });

  it('without cases is neither right nor wrong', async () => {
    const [outcome] = await tried({ query: ROOT, sha256: null, must: [], mustNot: [] });
    expect(outcome).toMatchObject({ casesSha256: null, fired: { cases: 0, right: 0 }, silent: { cases: 0, right: 0 }, wrong: [] });
  });
});

describe('cases in one database', () => {
  it('do not see each other, nor what the case before them left', async () => {
    const counting = "SELECT min(event_time) AS event_time, min(event_id) AS event_id, account_id, CAST(count(*) AS varchar) AS region, min(vpc_endpoint_id) AS source_file FROM events GROUP BY account_id";
    const text = CASES.replace('region: us-east-1 }', "region: '1', source_file: null }").replace('must_not:', `  - name: through an endpoint
    set: { vpcEndpointId: vpce-1 }
    rows: [{ event_id: event-1, region: '1', source_file: vpce-1 }]
  - name: beside another, and twice in the log
    given: [{ set: { eventID: event-0 } }, {}]
    set: { eventID: event-1 }
    rows: [{ event_id: event-0, region: '2', source_file: null }]
must_not:`);
    const [outcome] = await tried(withSql(counting, text));
    // The near miss is one event too, which this query returns; the third's own event is not the first of its group.
    expect(outcome?.wrong.map(({ name, fault }) => [name, fault])).toEqual([['beside another, and twice in the log', 'missed'], ['somebody else does', 'returned']]);
  });

  it('with records that no engine can read go wrong alone', async () => {
    const sound = casesOf();
    const deep = Array.from({ length: 1200 }).reduce<unknown>((inner) => [inner], 'x');
    const nested = { ...sound.must[0]!, name: 'nested without end', records: [{ ...sound.must[0]!.records[0], requestParameters: deep }] };
    const [outcome] = await tried({ ...sound, must: [...sound.must, nested] });
    expect(outcome).toMatchObject({ fired: { cases: 2, right: 1 }, silent: { cases: 1, right: 1 }, wrong: [{ name: 'nested without end', fault: 'refused', detail: expect.stringContaining('nested more than') }] });
  });
});

it('keeps names of cases as they were written, for whoever prints them', async () => {
  const [outcome] = await tried(withSql(SQL.replace("= 'root'", "= 'rot'"), CASES.replaceAll('root makes a user', '"<script>\\n::error::x\\u001b[31m"')));
  expect(outcome?.wrong[0]?.name).toBe('<script>\n::error::x\u001b[31m');
});
