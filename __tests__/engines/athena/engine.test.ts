import { describe, expect, it } from '@jest/globals';
import { record } from '../duckdb/loaded-logs.js';
import { ACCOUNT, keysIn, objectKey, OUTPUT, rowsOf, type Trail, withTrail } from './athena-world.js';

const TRAIL: Trail = {
  [objectKey('05', 'a')]: [record('made', { requestParameters: { userName: 'ada' } }), record('gone', { eventName: 'DeleteUser' }), record('', {})],
  [objectKey('05', 'b')]: [record('made'), record('before', { eventTime: '2026-09-30T23:00:00Z' }), record('later', { eventTime: '2026-11-01T00:00:00Z' })],
  [objectKey('06', 'c')]: [record('stopped', { eventSource: 'cloudtrail.amazonaws.com', eventName: 'StopLogging', eventTime: '2026-10-06T08:00:00Z', requestParameters: { name: 'main' } })],
};
const started = ({ requests }: { requests: readonly { operation: string; input: Readonly<Record<string, unknown>> }[] }): readonly string[] =>
  requests.filter(({ operation }) => operation === 'StartQueryExecution').map(({ input }) => String(input['QueryString']));
const readsTheTable = (sql: string): boolean => sql.includes('"audit"."trail"');

describe.each(['always', 'never'] as const)('staging: %s', (staging) => {
  it('accounts for every record and file', async () => {
    await withTrail(TRAIL, { settings: { staging } }, async ({ open }) => {
      const engine = await open();
      const loaded = await engine.load();
      expect(loaded.counts).toEqual({ records: 7, malformed: 1, duplicates: 1, outsidePeriod: 1, leadIn: 1, events: 3 });
      expect(loaded.files.map(({ file: { key }, outcome }) => [key.at(-9), outcome])).toEqual([
        ['a', { list: 'read', records: 3, sha256: null }], ['b', { list: 'read', records: 3, sha256: null }], ['c', { list: 'read', records: 1, sha256: null }],
      ]);
      expect(loaded.malformed).toEqual([{ account: ACCOUNT, region: 'eu-west-1', day: '2026-10-05', records: 1 }]);
      expect(loaded.cells).toEqual([
        { account: ACCOUNT, region: 'us-east-1', day: '2026-10-05', category: 'management', source: null, events: 2 },
        { account: ACCOUNT, region: 'us-east-1', day: '2026-10-06', category: 'management', source: null, events: 1 },
      ]);
      expect(loaded.trailChanges).toEqual([{ account: ACCOUNT, region: 'us-east-1', time: '2026-10-06T08:00:00Z', eventName: 'StopLogging', eventId: 'stopped', trail: 'main' }]);
      expect(loaded.engineVersion).toBe('Athena engine version 3');
      expect(loaded.missingColumns).toContain('session_source_identity');
      await engine.close();
    });
  });

  it('gives a query its rows in the order of its key, without the count that was added', async () => {
    await withTrail(TRAIL, { settings: { staging } }, async ({ open }) => {
      const engine = await open();
      await engine.load();
      expect(await rowsOf(engine, 'SELECT event_id, source_file FROM events')).toEqual([
        ['gone', objectKey('05', 'a')], ['made', objectKey('05', 'b')], ['stopped', objectKey('06', 'c')],
      ]);
      expect(await rowsOf(engine, 'SELECT event_id FROM events_before', { leadIn: true })).toEqual([['before']]);
      expect(await rowsOf(engine, 'SELECT event_name, count(*) AS events FROM events GROUP BY event_name', { key: ['event_name'] })).toEqual([['CreateUser', 1], ['DeleteUser', 1], ['StopLogging', 1]]);
      await engine.close();
    });
  });
});

describe('a staged run', () => {
  it('reads the table once, whatever the number of queries', async () => {
    await withTrail(TRAIL, {}, async (opened) => {
      const engine = await opened.open();
      await engine.load();
      await Promise.all([1, 2, 3].map(() => rowsOf(engine, 'SELECT event_id FROM events')));
      expect(started(opened).filter(readsTheTable)).toHaveLength(1);
      await engine.close();
    });
  });

  it('leaves no table and no object of its own behind, and says what it took', async () => {
    await withTrail(TRAIL, {}, async ({ open, root, requests, warnings }) => {
      const engine = await open();
      await engine.load();
      expect(await keysIn(root, 'results')).toEqual(expect.arrayContaining([expect.stringMatching(/^athena\/cloudtrail_evidence_stage_run_1_1\/.*\.parquet$/), expect.stringMatching(/^athena\/cloudtrail_evidence_stage_run_1_2\/.*\.parquet$/)]));
      await engine.close();
      expect((await keysIn(root, 'results')).filter((key) => key.includes('stage'))).toEqual([]);
      expect(started({ requests }).slice(-2).sort()).toEqual([1, 2].map((number) => `DROP TABLE IF EXISTS \`audit\`.\`cloudtrail_evidence_stage_run_1_${number}\``));
      expect(warnings).toEqual([]);
      const { executions, bytesCharged, costUsd } = engine.spending()!;
      expect(executions.map(({ purpose }) => purpose).sort()).toEqual(['cells', 'counts', 'drop', 'drop', 'duplicates', 'files', 'kept', 'names', 'stage', 'trail changes']);
      expect(executions.every(({ state, executionId }) => state === 'SUCCEEDED' && executionId.length === 36)).toBe(true);
      // Ten megabytes for each statement but the drops.
      expect(bytesCharged).toBe(80_000_000);
      expect(costUsd).toBeCloseTo(0.0004, 10);
    });
  });

  it('counts each statement once, staged or not', async () => {
    for (const staging of ['always', 'never'] as const) {
      await withTrail(TRAIL, { settings: { staging } }, async ({ open }) => {
        const engine = await open();
        await engine.load();
        await engine.close();
        const { executions } = engine.spending()!;
        expect([staging, new Set(executions.map(({ executionId }) => executionId)).size]).toEqual([staging, executions.length]);
      });
    }
  });

  it('sends results where it is told, never reuses one, and gives each statement a token of its own', async () => {
    await withTrail(TRAIL, { settings: { output: 's3://results/elsewhere' } }, async ({ open, requests, root }) => {
      const engine = await open();
      await engine.load();
      await engine.close();
      const starts = requests.filter(({ operation }) => operation === 'StartQueryExecution').map(({ input }) => input);
      expect(new Set(starts.map((input) => JSON.stringify([input['ResultConfiguration'], input['ResultReuseConfiguration'], input['WorkGroup']])))).toEqual(new Set([
        '[{"OutputLocation":"s3://results/elsewhere/"},{"ResultReuseByAgeConfiguration":{"Enabled":false}},"audit"]',
      ]));
      expect(new Set(starts.map((input) => input['ClientRequestToken'])).size).toBe(starts.length);
      expect((await keysIn(root, 'results')).every((key) => key.startsWith('elsewhere/'))).toBe(true);
    });
  });

  it('stages where the workgroup wants it, if its settings come first', async () => {
    await withTrail(TRAIL, { workgroups: { audit: { output: OUTPUT, enforced: true } }, settings: { output: 's3://results/elsewhere/' } }, async ({ open, root }) => {
      const engine = await open();
      await engine.load();
      const isParquet = (key: string): boolean => key.startsWith('athena/tables/');
      expect((await keysIn(root, 'results')).filter(isParquet)).toHaveLength(2);
      expect(await rowsOf(engine, 'SELECT event_id FROM events')).toEqual([['gone'], ['made'], ['stopped']]);
      await engine.close();
      expect((await keysIn(root, 'results')).filter((key) => isParquet(key) || key.includes('stage'))).toEqual([]);
    });
  });

  it('begins nothing more once it is closed', async () => {
    await withTrail(TRAIL, {}, async ({ open }) => {
      const engine = await open();
      await engine.load();
      await engine.close();
      await expect(rowsOf(engine, 'SELECT event_id FROM events')).rejects.toThrow('ROOT-01: the run was stopped.');
      await engine.close();
    });
  });
});

it('tells files that the table does not return, and the empty ones', async () => {
  await withTrail({ ...TRAIL }, {}, async ({ open, files }) => {
    const unseen = { ...files[0]!, path: 's3://trail/unseen', key: 'unseen' };
    const engine = await open({ files: [...files, unseen, { ...unseen, key: 'empty', bytes: 0 }] });
    const { files: accounted } = await engine.load();
    expect(accounted.slice(3).map(({ file: { key }, outcome }) => [key, outcome.list === 'not-read' ? outcome.reason : outcome.list])).toEqual([['unseen', 'no records'], ['empty', 'empty file']]);
    await engine.close();
  });
});

it('tells files that were delivered after the listing', async () => {
  await withTrail(TRAIL, {}, async ({ open, files }) => {
    const engine = await open({ files: files.slice(0, 2) });
    const loaded = await engine.load();
    expect(loaded.files.at(-1)).toEqual({ file: { path: objectKey('06', 'c'), key: objectKey('06', 'c'), kind: 'log', account: ACCOUNT, region: 'eu-west-1', deliveryDay: '2026-10-06', bytes: 0 }, outcome: { list: 'read', records: 1, sha256: null } });
    await engine.close();
  });
});

it('says of a table that is read in whole which limits stop a statement, and lets it run', async () => {
  const given = { table: { layout: 'unpartitioned', account: ACCOUNT }, settings: { allowFullScan: true, maxScanBytes: 5e9 }, workgroups: { audit: { output: OUTPUT, scanLimit: 2e9 } } } as const;
  await withTrail(TRAIL, given, async ({ open, warnings }) => {
    const engine = await open();
    expect((await engine.load()).counts.events).toBeGreaterThan(0);
    await engine.close();
    expect(warnings).toEqual(['No partition of the table keeps other days out (allow-full-scan), so a scan reads all of it, and how much that is cannot be told before: '
      + 'statements are stopped once 5 GB are scanned (max-scan-gb), as far as Athena tells while they run; Athena cancels a statement at 2 GB, as the workgroup "audit" says.']);
  });
});

describe('before anything runs', () => {
  const refusals: [string, Parameters<typeof withTrail>[1], RegExp][] = [
    ['a table without a key for days', { table: { layout: 'unpartitioned', account: ACCOUNT } }, /^athena-table: The table audit\.trail has no partition key that holds days[^]*CREATE EXTERNAL TABLE/],
    ['more bytes than may be scanned', { settings: { maxScanBytes: 1_000 } }, /^max-scan-gb: the run would scan up to about /],
    ['a table that is not there', { settings: { table: 'other' } }, /^athena-table: there is no table audit\.other in this region's catalogue; check /],
    ['a name that would have to be escaped', { settings: { table: 'a"b' } }, /letters, digits and _ only/],
    ['a workgroup that is not there', { settings: { workgroup: 'none' } }, /^athena-workgroup: there is no workgroup "none" in this region; check athena-workgroup and aws-region\.$/],
    ['a workgroup that is disabled', { workgroups: { audit: { output: OUTPUT, state: 'DISABLED' } } }, /^athena-workgroup: "audit" is disabled/],
    ['a workgroup of another engine version', { workgroups: { audit: { output: OUTPUT, engineVersion: 'Athena engine version 2' } } }, /runs Athena engine version 2; set it to Athena engine version 3/],
    ['no place for results', { workgroups: { audit: { output: null } } }, /^athena-output: the workgroup "audit" has no place for results/],
    ['a workgroup that cancels sooner than one scan is done', { workgroups: { audit: { output: OUTPUT, scanLimit: 10_000_000 } }, input: { files: [{ path: 's3://trail/a', key: 'a', kind: 'log', account: null, region: null, deliveryDay: null, bytes: 20_000_000 }] } }, /^athena-workgroup: one scan of the period's logs takes 20 MB, and "audit" cancels statements at 10 MB/],
  ];
  it.each(refusals)('%s is refused', async (_name, given, message) => {
    await withTrail(TRAIL, given, async ({ open, requests }) => {
      await expect(open()).rejects.toThrow(message);
      expect(started({ requests })).toEqual([]);
    });
  });
});
