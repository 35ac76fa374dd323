import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { cleanUpAfter } from '../../../src/engines/athena/engine.js';
import { readTable } from '../../../src/engines/athena/plan.js';
import { type Engine, EngineError } from '../../../src/engines/engine.js';
import { athenaError, type Fault, type GatewayAnswer, type GatewayRequest, onCall, s3Error } from '../../counterparts/gateway.js';
import { record } from '../duckdb/loaded-logs.js';
import { AUDIT, keysIn, objectKey, type Opened, OUTPUT, rowsOf, SETTINGS, type Trail, type TrailInput, withTrail } from './athena-world.js';

const OTHER = '444455556666';
const TRAIL: Trail = {
  [objectKey('05', 'a')]: [record('one'), record('two')],
  [objectKey('06', 'b')]: [record('three', { eventTime: '2026-10-06T08:00:00Z' })],
};
const SQL = 'SELECT event_id FROM events';
const broken = (...keys: readonly string[]) => async (root: string): Promise<void> => {
  for (const key of keys) {
    await mkdir(dirname(join(root, 'trail', key)), { recursive: true });
    await writeFile(join(root, 'trail', key), 'no gzip');
  }
};
const withPlaces = (trail: Trail, ...keys: readonly string[]): Trail => ({ ...trail, ...Object.fromEntries(keys.map((key) => [key, []])) });
const sqlOf = ({ input }: GatewayRequest): string => String(input['QueryString']);
const starts = ({ requests }: Opened, about: string): readonly GatewayRequest[] => requests.filter((request) => request.operation === 'StartQueryExecution' && sqlOf(request).includes(about));
const stagedKeys = async ({ root }: Opened): Promise<readonly string[]> => (await keysIn(root, 'results')).filter((key) => key.includes('stage_'));
/** Each statement's end as Athena tells it, for those whose text says so. */
const failing = (about: string, status: object): Fault => {
  const ids = new Set<string>();
  const begun: Fault = async (request, answered) => {
    const answer = await answered();
    if (sqlOf(request).includes(about)) ids.add((JSON.parse(String(answer.body)) as { QueryExecutionId: string }).QueryExecutionId);
    return answer;
  };
  const told: Fault = async (_request, answered) => {
    const answer = await answered();
    const body = JSON.parse(String(answer.body)) as { QueryExecutions: { QueryExecutionId: string; Status: object }[] };
    return { ...answer, body: JSON.stringify({ ...body, QueryExecutions: body.QueryExecutions.map((each) => (ids.has(each.QueryExecutionId) ? { ...each, Status: status } : each)) }) };
  };
  return (request, answered) => onCall('StartQueryExecution', begun)(request, answered) ?? onCall('BatchGetQueryExecution', told)(request, answered);
};
const failed = (type: number, message: string): object => ({ State: 'FAILED', StateChangeReason: message, AthenaError: { ErrorCategory: 2, ErrorType: type, Retryable: false, ErrorMessage: message } });

async function loaded(trail: Trail, given: TrailInput, work: (opened: Opened & { readonly engine: Engine; readonly result: Awaited<ReturnType<Engine['load']>> }) => unknown): Promise<void> {
  await withTrail(trail, given, async (opened) => {
    const engine = await opened.open();
    try {
      const result = await engine.load();
      await work({ ...opened, engine, result });
    } finally {
      await engine.close();
    }
  });
}

describe.each(['always', 'never'] as const)('a log object that Athena cannot read (staging: %s)', (staging) => {
  const settings = { staging };
  const bad = (number: number): string => objectKey('07', `bad-${number}`);

  it('is left out, told, and counted as not read; the others are read', async () => {
    await loaded(withPlaces(TRAIL, bad(1), bad(2)), { settings, prepare: broken(bad(1), bad(2)) }, async ({ engine, result, warnings }) => {
      expect(result.counts).toMatchObject({ records: 3, events: 3 });
      expect(result.files.filter(({ outcome }) => outcome.list === 'not-read').map(({ file, outcome }) => [file.key, outcome])).toEqual([bad(1), bad(2)].map((key) => [
        key, { list: 'not-read', reason: 'refused by the engine', detail: 'Athena could not read what the table holds (error type 1001, HIVE_CURSOR_ERROR).' },
      ]));
      expect(warnings.filter((sentence) => sentence.startsWith('Athena cannot read '))).toEqual([bad(1), bad(2)].map((key) => `Athena cannot read s3://trail/${key}; the run goes on without, and says so.`));
      expect(await rowsOf(engine, SQL)).toEqual([['one'], ['three'], ['two']]);
      expect(result.sql['records.sql']).toContain(bad(2));
    });
  });

  it('is left out five times, not six', async () => {
    const all = [1, 2, 3, 4, 5, 6].map(bad);
    await withTrail(withPlaces(TRAIL, ...all), { settings, prepare: broken(...all) }, async (opened) => {
      const engine = await opened.open();
      await expect(engine.load()).rejects.toThrow(/5 objects were left out for that before; run again with engine: duckdb/);
      expect(engine.spending()?.executions.filter(({ state }) => state === 'FAILED')).toHaveLength(6);
      await engine.close();
      expect(await stagedKeys(opened)).toEqual([]);
    });
  });
});

it('a log object that S3 was too busy to give is read when the statement is begun anew', async () => {
  const busy = failed(1002, `HIVE_CANNOT_OPEN_SPLIT: Error opening Hive split s3://trail/${objectKey('05', 'a')} (offset=0, length=9): Please reduce your request rate. (Service: Amazon S3; Status Code: 503; Error Code: SlowDown)`);
  await loaded(TRAIL, { faults: [failing('cloudtrail_evidence_stage_run_1_1" WITH', busy)] }, ({ result, warnings }) => {
    expect(warnings).toEqual([]);
    expect(result.files.map(({ outcome }) => outcome.list)).toEqual(['read', 'read']);
    expect(result.counts.events).toBe(3);
  });
});

it('a log object whose name begins another’s is left out alone', async () => {
  const [short, long] = [objectKey('05', 'a').replace('.gz', ''), objectKey('05', 'a')];
  const cursor = failed(1001, `HIVE_CURSOR_ERROR: Failed to read s3://trail/${long}: unexpected end of input`);
  // Only the first of the statements fails, so that what is left out shows in the second.
  await loaded({ [short]: [record('short')], ...TRAIL }, { faults: [failing('cloudtrail_evidence_stage_run_1_1" WITH', cursor)] }, ({ result }) => {
    expect(result.files.map(({ file: { key }, outcome }) => [key, outcome.list])).toEqual([[short, 'read'], [long, 'not-read'], [objectKey('06', 'b'), 'read']]);
  });
});

describe('a log object that Athena may not read', () => {
  const denied = failed(1501, `HIVE_CANNOT_OPEN_SPLIT: Error opening Hive split s3://trail/${objectKey('05', 'c', OTHER)} (offset=0, length=9): Access Denied (Service: Amazon S3; Status Code: 403)`);
  const trail = { ...TRAIL, [objectKey('05', 'c', OTHER)]: [record('theirs', { recipientAccountId: OTHER })], [objectKey('06', 'd', OTHER)]: [record('theirs too', { recipientAccountId: OTHER })] };

  it('leaves out its account, and that account alone, with the permission named', async () => {
    await loaded(trail, { faults: [failing('cloudtrail_evidence_stage_run_1_1" WITH', denied)] }, ({ result, warnings }) => {
      expect(result.files.map(({ file: { account }, outcome }) => [account, outcome.list === 'not-read' ? outcome.detail : outcome.list])).toEqual([
        ['111122223333', 'read'], ['111122223333', 'read'],
        [OTHER, 'Athena may not read the logs for this role; grant it s3:GetObject on the objects (error type 1501, HIVE_CANNOT_OPEN_SPLIT).'],
        [OTHER, 'Athena may not read the logs for this role; grant it s3:GetObject on the objects (error type 1501, HIVE_CANNOT_OPEN_SPLIT).'],
      ]);
      expect(result.counts.events).toBe(3);
      expect(warnings).toEqual([`Athena cannot read what stands under s3://trail/AWSLogs/${OTHER}/; the run goes on without, and says so.`]);
    });
  });

  it('fails the run where nothing would be left', async () => {
    const only = { [objectKey('05', 'c', OTHER)]: [record('theirs')] };
    await withTrail(only, { faults: [failing('cloudtrail_evidence_stage', denied)] }, async ({ open }) => {
      const engine = await open();
      await expect(engine.load()).rejects.toThrow(/grant it s3:GetObject on the objects .* None of the 1 log objects would be left\.$/);
      await engine.close();
    });
  });
});

describe('one query that fails', () => {
  const faults: [string, Fault, RegExp][] = [
    ['by throttling that does not end', onCall('StartQueryExecution', (request) => (sqlOf(request).includes('mark') ? athenaError('TooManyRequestsException', 'Rate exceeded') : undefined)), /^ROOT-02: the call to AWS failed: AWS kept answering "TooManyRequests"/],
    ['by a service that is down', onCall('StartQueryExecution', (request) => (sqlOf(request).includes('mark') ? { status: 503, body: '' } : undefined)), /^ROOT-02: the call to AWS failed: AWS kept answering/],
    ['in Athena', failing('mark', failed(1006, "COLUMN_NOT_FOUND: line 1:8: Column 'x' cannot be resolved")), /^ROOT-02: the table lacks a column/],
    ['by being cancelled', failing('mark', { State: 'CANCELLED' }), /^ROOT-02: Athena reports it as cancelled/],
    ['by never ending', failing('mark', { State: 'RUNNING' }), /^ROOT-02: Athena did not end it within 1 min/],
  ];
  it.each(faults)('%s fails alone', async (_name, fault, message) => {
    await loaded(TRAIL, { faults: [fault], input: { deadlineMs: 60_000 } }, async ({ engine }) => {
      const [bad, good] = await Promise.allSettled([rowsOf(engine, `/* mark */ ${SQL}`, { id: 'ROOT-02' }), rowsOf(engine, SQL)]);
      expect(good).toEqual({ status: 'fulfilled', value: [['one'], ['three'], ['two']] });
      expect(bad.status === 'rejected' && bad.reason instanceof EngineError ? bad.reason.message : bad).toMatch(message);
    });
  });
});

describe('credentials that expire during the run', () => {
  const expired = (): GatewayAnswer => athenaError('ExpiredTokenException', 'The security token included in the request is expired');
  it('are renewed once for each call that meets it, and nothing runs twice', async () => {
    let renewals = 0;
    const credentials = (properties?: object): Promise<{ accessKeyId: string; secretAccessKey: string }> => Promise.resolve({ accessKeyId: `AKIA${(renewals += properties !== undefined && 'forceRefresh' in properties ? 1 : 0)}`, secretAccessKey: 'none' });
    const faults = ['StartQueryExecution', 'BatchGetQueryExecution', 'GetQueryResults'].map((operation) => onCall(operation, expired, 1));
    await loaded(TRAIL, { faults, credentials: Object.assign(credentials, { memoized: true }) }, (given) => {
      expect(given.result.counts.events).toBe(3);
      expect(renewals).toBe(3);
      expect(starts(given, 'CREATE TABLE')).toHaveLength(2);
      expect(new Set(starts(given, 'CREATE TABLE').map(({ input }) => input['ClientRequestToken'])).size).toBe(1);
    });
  });

  it('and cannot be renewed fail the queries that come after, each by name', async () => {
    const faults = [onCall('StartQueryExecution', (request) => (sqlOf(request).includes('mark') ? expired() : undefined))];
    await loaded(TRAIL, { faults }, async ({ engine }) => {
      await expect(rowsOf(engine, `/* mark */ ${SQL}`, { id: 'ROOT-02' })).rejects.toThrow(/^ROOT-02: The AWS credentials have expired .* Give role-to-assume/);
      expect(await rowsOf(engine, SQL)).toHaveLength(3);
    });
  });
});

describe('a table', () => {
  it('whose columns are those of 2023 says what is missing, and gives NULL for it', async () => {
    await loaded(TRAIL, { table: { columns: '2023' } }, async ({ engine, result }) => {
      expect(result.missingColumns).toEqual(expect.arrayContaining(['event_category', 'addendum_reason', 'session_credential_from_console']));
      expect(await rowsOf(engine, 'SELECT event_id, event_category FROM events')).toEqual([['one', 'management'], ['three', 'management'], ['two', 'management']]);
    });
  });

  it('whose partitions do not cover the logs leaves every file unread, and says so', async () => {
    await loaded(TRAIL, { table: { logs: 's3://elsewhere/AWSLogs/' } }, async ({ engine, result, warnings }) => {
      expect(result.counts).toEqual({ records: 0, malformed: 0, duplicates: 0, outsidePeriod: 0, leadIn: 0, events: 0 });
      expect(result.files.map(({ outcome }) => outcome.list === 'not-read' && outcome.reason)).toEqual(['no records', 'no records']);
      expect(warnings).toEqual(['The table audit.trail returns no record, and 2 log objects are there for the period: its partitions do not cover them.']);
      expect(await rowsOf(engine, SQL)).toEqual([]);
    });
  });

  it('that goes during the run fails it with what to check', async () => {
    const gone = failed(1301, "TABLE_NOT_FOUND: line 1:15: Table 'awsdatacatalog.audit.trail' does not exist");
    await withTrail(TRAIL, { faults: [failing('"audit"."trail"', gone)] }, async ({ open }) => {
      const engine = await open();
      await expect(engine.load()).rejects.toThrow('stage: the table is not there; check athena-database and athena-table (error type 1301, TABLE_NOT_FOUND).');
      await engine.close();
    });
  });

  it('whose SerDe writes names in lower case is refused, since queries would find nothing by them', async () => {
    const trail = (name: string): Trail => ({ [objectKey('05', 'a')]: Array.from({ length: 60 }, (_, index) => record(`e-${index}`, { eventSource: 'cloudtrail.amazonaws.com', eventName: 'UpdateTrail', requestParameters: { [name]: 'ada' } })) });
    await loaded(trail('userName'), {}, ({ result }) => expect(result.counts.events).toBe(60));
    await withTrail(trail('username'), {}, async ({ open }) => {
      const engine = await open();
      await expect(engine.load()).rejects.toThrow('The table gives the names inside requestParameters in lower case (none of 60 requests has a capital letter), so queries would find nothing by them.');
      await engine.close();
    });
  });

  it('that may not be described names the permission', async () => {
    const denied = athenaError('AccessDeniedException', 'User is not authorized to perform: glue:GetTable on resource: arn:aws:glue:eu-west-1:1:catalog');
    await withTrail(TRAIL, { faults: [onCall('GetTableMetadata', () => denied)] }, async ({ open }) => {
      await expect(open()).rejects.toThrow('athena-table: access is denied. Allow glue:GetTable on arn:aws:glue:eu-west-1:1:catalog in the role\'s policy.');
    });
  });
});

describe('statements over the same records that do not agree', () => {
  it('fail the run: nothing can be said', async () => {
    const one: Fault = async (_request, answered) => {
      const answer = await answered();
      return { ...answer, body: String(answer.body).replace('{"VarCharValue":"3"},{"VarCharValue":"0"},{"VarCharValue":"3"}', '{"VarCharValue":"2"},{"VarCharValue":"0"},{"VarCharValue":"2"}') };
    };
    await withTrail(TRAIL, { faults: [onCall('GetQueryResults', one)] }, async ({ open }) => {
      const engine = await open();
      await expect(engine.load()).rejects.toThrow(/^Records do not tie out: 3 read, but /);
      await engine.close();
    });
  });
});

it('a workgroup whose settings come first, and name no place for results, leaves that to athena-output', async () => {
  await loaded(TRAIL, { workgroups: { audit: { output: null, enforced: true } }, settings: { output: OUTPUT } }, (given) => {
    expect(given.result.counts.events).toBe(3);
    expect(starts(given, 'CREATE TABLE')[0]?.input['ResultConfiguration']).toEqual({ OutputLocation: OUTPUT });
  });
});

describe('a workgroup that keeps results itself', () => {
  const managed = onCall('GetWorkGroup', async (_request, answered) => {
    const answer = await answered();
    return { ...answer, body: String(answer.body).replace('"EnforceWorkGroupConfiguration"', '"ManagedQueryResultsConfiguration":{"Enabled":true},"EnforceWorkGroupConfiguration"').replace(`{"OutputLocation":"${OUTPUT}"}`, '{}') };
  });
  it('has no room for a staged table, which is said', async () => {
    await loaded(TRAIL, { settings: { staging: 'auto' }, faults: [managed] }, ({ warnings, result }) => {
      expect(warnings).toEqual([
        'Nothing is staged: the workgroup "audit" keeps results in Athena itself, where no table can be staged; give athena-output a place in S3.',
        expect.stringMatching(/^Nothing is staged, so each reading of the table scans \d+ KB of logs, up to about /),
      ]);
      expect(result.counts.events).toBe(3);
    });
    await withTrail(TRAIL, { settings: { staging: 'always' }, faults: [managed] }, async ({ open }) => {
      await expect(open()).rejects.toThrow('staging: the workgroup "audit" keeps results in Athena itself, where no table can be staged; give athena-output a place in S3, or set staging to never.');
    });
  });

  it('stages where athena-output says, and is told no place for results', async () => {
    await loaded(TRAIL, { settings: { output: OUTPUT }, faults: [managed] }, (given) => {
      expect(starts(given, 'CREATE TABLE')[0]?.input).not.toHaveProperty('ResultConfiguration');
      expect(sqlOf(starts(given, 'CREATE TABLE')[0]!)).toContain(`external_location = '${OUTPUT}cloudtrail_evidence_stage_run_1_1/'`);
    });
  });
});

describe('a run that is cancelled', () => {
  const isStage = (sql: string): boolean => sql.startsWith('CREATE TABLE');
  const staging = async ({ requests }: Opened): Promise<void> => {
    while (!requests.some(({ operation }) => operation === 'BatchGetQueryExecution')) await new Promise((done) => setImmediate(done));
  };
  it('while it stages stops the statement and leaves nothing', async () => {
    await withTrail(TRAIL, { endless: isStage }, async (opened) => {
      const active: (readonly string[])[] = [];
      const engine = await opened.open({ onActive: (ids) => void active.push(ids) });
      const load = engine.load().catch((error: unknown) => error);
      await staging(opened);
      await engine.close();
      expect(await load).toEqual(new EngineError('stage: the run was stopped.'));
      expect(opened.requests.filter(({ operation }) => operation === 'StopQueryExecution')).toHaveLength(1);
      expect(active[0]).toHaveLength(1);
      expect(active.at(-1)).toEqual([]);
      expect(await stagedKeys(opened)).toEqual([]);
    });
  });

  it('while it stages a table that Athena does not stop says so, and keeps the note for a later run', async () => {
    await withTrail(TRAIL, { endless: isStage, faults: [onCall('StopQueryExecution', () => athenaError('AccessDeniedException', 'no'))] }, async (opened) => {
      const engine = await opened.open();
      const load = engine.load().catch((error: unknown) => error);
      await staging(opened);
      await engine.close();
      expect(await load).toMatchObject({ message: 'stage: the run was stopped.' });
      expect(opened.warnings).toEqual([expect.stringMatching(/could not be removed: Athena did not tell that it stopped writing it\. It holds content of the logs: drop it and delete /)]);
      expect(await stagedKeys(opened)).toEqual(['athena/cloudtrail_evidence_stage_run_1_1.json']);
    });
  });

  it('while Athena is being told to stage waits for its answer, stops the statement and leaves nothing', async () => {
    const slow = onCall('StartQueryExecution', async (_request, answered) => {
      await new Promise((done) => setTimeout(done, 1_000));
      const place = join(root, 'results', 'athena', 'cloudtrail_evidence_stage_run_1_1');
      await mkdir(place, { recursive: true });
      await writeFile(join(place, 'part-0'), 'parquet');
      return answered();
    }, 1);
    let root = '';
    await withTrail(TRAIL, { endless: isStage, faults: [slow] }, async (opened) => {
      ({ root } = opened);
      const engine = await opened.open();
      const load = engine.load().catch((error: unknown) => error);
      while (!opened.requests.some(({ operation }) => operation === 'StartQueryExecution')) await new Promise((done) => setImmediate(done));
      await engine.close();
      expect(await load).toEqual(new EngineError('stage: the run was stopped.'));
      expect(opened.requests.filter(({ operation }) => operation === 'StopQueryExecution')).toHaveLength(1);
      expect(await stagedKeys(opened)).toEqual([]);
    });
  });

  describe('and killed', () => {
    /** A run whose process is gone while its staging is under way. */
    const killed = async (faults: readonly Fault[], work: (opened: Opened, clean: () => Promise<void>) => Promise<void>): Promise<void> => {
      await withTrail(TRAIL, { endless: isStage, faults }, async (opened) => {
        let executionIds: readonly string[] = [];
        const engine = await opened.open({ onActive: (ids) => (executionIds = ids) });
        void engine.load().catch(() => undefined);
        await staging(opened);
        const left = executionIds;
        expect(left).toHaveLength(1);
        const { athena, s3, calling } = opened;
        await work(opened, async () => cleanUpAfter({ athena, s3, calling, settings: SETTINGS, table: await readTable(athena, SETTINGS, calling), runId: 'run_1', executionIds: left, warn: (sentence) => void (opened.warnings as string[]).push(sentence) }));
        await engine.close();
      });
    };

    it('is cleaned up by a later step, once its statement has ended', async () => {
      let stopped = false;
      let polls = 0;
      const dropped: number[] = [];
      const ending: Fault = async (_request, answered) => {
        const answer = await answered();
        return { ...answer, body: stopped && (polls += 1) <= 10 ? String(answer.body).replace('"CANCELLED"', '"RUNNING"') : answer.body };
      };
      const stopping = onCall('StopQueryExecution', (_request, answered) => ((stopped = true), answered()));
      const dropping = onCall('StartQueryExecution', (request, answered) => (sqlOf(request).startsWith('DROP') ? (dropped.push(polls), answered()) : undefined));
      await killed([onCall('BatchGetQueryExecution', ending), stopping, dropping], async (opened, clean) => {
        await clean();
        // Until then Athena may write, and make the table.
        expect(dropped).toEqual([expect.any(Number)]);
        expect(dropped[0]).toBeGreaterThan(10);
        expect(await stagedKeys(opened)).toEqual([]);
        expect(opened.warnings).toEqual([]);
      });
    });

    it('and not to be stopped is told, and its note kept', async () => {
      await killed([onCall('StopQueryExecution', () => athenaError('AccessDeniedException', 'no'))], async (opened, clean) => {
        await clean();
        expect(opened.warnings).toEqual([expect.stringMatching(/could not be removed: Athena did not tell that it stopped writing it\./)]);
        expect(await stagedKeys(opened)).toEqual(['athena/cloudtrail_evidence_stage_run_1_1.json']);
      });
    });
  });
});

it('two runs at once stage apart: the end of one takes nothing from the other', async () => {
  await withTrail(TRAIL, {}, async (opened) => {
    const [one, other] = [await opened.open(), await opened.open({ runId: 'run_2' })];
    await Promise.all([one.load(), other.load()]);
    await one.close();
    expect(await rowsOf(other, SQL)).toEqual([['one'], ['three'], ['two']]);
    const left = await stagedKeys(opened);
    expect([left.length > 0, left.filter((key) => !key.includes('_run_2_'))]).toEqual([true, []]);
    await other.close();
    expect(await stagedKeys(opened)).toEqual([]);
  });
});

it('a staged table that cannot be dropped is told, and fails nothing', async () => {
  const faults = [failing('DROP TABLE', failed(1100, 'FAILED: Execution Error')), onCall('DeleteObjects', () => s3Error(403, 'AccessDenied', 'Access Denied'))];
  await withTrail(TRAIL, { faults }, async ({ open, warnings }) => {
    const engine = await open();
    await engine.load();
    await engine.close();
    expect(warnings).toEqual([expect.stringMatching(/^The staged table audit\.cloudtrail_evidence_stage_run_1_1 could not be removed: drop: Athena reports a failure \(error type 1100\)\. drop: access is denied\. Allow s3:DeleteObject on results in the role's policy\. It holds content of the logs: drop it and delete s3:/)]);
  });
});

it('a staging place that is not empty is passed over, and left as it is', async () => {
  const theirs = 'athena/cloudtrail_evidence_stage_run_1_1/theirs';
  const prepare = async (root: string): Promise<void> => {
    await mkdir(dirname(join(root, 'results', theirs)), { recursive: true });
    await writeFile(join(root, 'results', theirs), 'x');
  };
  await loaded(TRAIL, { prepare }, async ({ engine, root, result }) => {
    expect(result.counts.events).toBe(3);
    await engine.close();
    expect(await keysIn(root, 'results')).toContain(theirs);
  });
});

it('a place for results that does not exist is told', async () => {
  const missing = failed(1306, 'Unable to verify/create output bucket results');
  await withTrail(TRAIL, { faults: [failing('cloudtrail_evidence_stage', missing)], workgroups: { audit: AUDIT } }, async ({ open }) => {
    const engine = await open();
    await expect(engine.load()).rejects.toThrow('stage: the place for results does not exist or cannot be reached; give athena-output an existing bucket in this region (error type 1306).');
    await engine.close();
  });
});
