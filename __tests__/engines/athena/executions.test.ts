import { describe, expect, it } from '@jest/globals';
import { Executions, type ExecutionsInput, StatementError } from '../../../src/engines/athena/executions.js';
import { EngineError } from '../../../src/engines/engine.js';
import { StatementFailure } from '../../counterparts/backend.js';
import { athenaError, type Fault, type GatewayAnswer, onCall } from '../../counterparts/gateway.js';
import { AUDIT, endless, OUTPUT, scripted, withWorld, type World } from './athena-world.js';

const executionsOf = ({ athena, calling }: World, more: Partial<ExecutionsInput> = {}): Executions =>
  new Executions({ athena, calling, database: 'audit', workgroup: 'audit', output: null, nonce: 'run_1', maxScanBytes: null, ...more });
const calls = ({ requests }: World, operation: string): readonly Readonly<Record<string, unknown>>[] => requests.filter((request) => request.operation === operation).map(({ input }) => input);
const selects = scripted(() => ({ bytesScanned: 12_000_000 }));
const throttled = (reason?: string): GatewayAnswer => athenaError('TooManyRequestsException', 'Rate exceeded', reason === undefined ? {} : { Reason: reason });
/** What the gateway says, with another state. */
const inState = (State: string): Fault => async (_request, answered) => {
  const answer = await answered();
  const body = JSON.parse(String(answer.body)) as { QueryExecutions: { Status: object }[] };
  return { ...answer, body: JSON.stringify({ ...body, QueryExecutions: body.QueryExecutions.map((execution) => ({ ...execution, Status: { State } })) }) };
};

describe('a statement', () => {
  it('is started once, watched to its end, and written down', async () => {
    await withWorld({ backend: () => selects }, async (world) => {
      const executions = executionsOf(world);
      const { executionId, outputLocation } = await executions.run({ purpose: 'ROOT-01', sql: 'SELECT 1' });
      expect(outputLocation).toBe(`${OUTPUT}${executionId}.csv`);
      expect(executions.ended).toEqual([{
        ddl: false,
        execution: { purpose: 'ROOT-01', executionId, state: 'SUCCEEDED', engineVersion: 'Athena engine version 3', bytesScanned: 12_000_000, queuedMs: 0, engineMs: expect.any(Number), totalMs: expect.any(Number), failure: null },
      }]);
      expect(calls(world, 'StartQueryExecution')).toEqual([{
        QueryString: 'SELECT 1', ClientRequestToken: expect.stringMatching(/^[0-9a-f]{64}$/), QueryExecutionContext: { Catalog: 'AwsDataCatalog', Database: 'audit' }, WorkGroup: 'audit',
        ResultReuseConfiguration: { ResultReuseByAgeConfiguration: { Enabled: false } },
      }]);
    });
  });

  it('has the same token however often it is started, and another in another run', async () => {
    await withWorld({ backend: () => selects }, async (world) => {
      for (const nonce of ['run_1', 'run_1', 'run_2']) await executionsOf(world, { nonce }).run({ purpose: 'ROOT-01', sql: 'SELECT 1' });
      const [first, second, other] = calls(world, 'StartQueryExecution').map((input) => input['ClientRequestToken']);
      expect([second === first, other === first]).toEqual([true, false]);
      // Athena answered the second start with the first's execution.
      expect(new Set(calls(world, 'BatchGetQueryExecution').map((input) => String(input['QueryExecutionIds']))).size).toBe(2);
    });
  });

  it('whose start was answered by nobody is not run twice', async () => {
    let ran = 0;
    const faults = [onCall('StartQueryExecution', async (_request, answered) => {
      await answered();
      return { status: 503, body: '' };
    }, 2)];
    await withWorld({ backend: () => scripted(() => ({ bytesScanned: (ran += 1) })), faults }, async (world) => {
      await executionsOf(world).run({ purpose: 'ROOT-01', sql: 'SELECT 1' });
      expect([ran, calls(world, 'StartQueryExecution').length]).toEqual([1, 3]);
    });
  });

  it('goes on where Athena puts it back into the queue', async () => {
    let polls = 0;
    const faults = [onCall('BatchGetQueryExecution', (request, answered) => inState(['RUNNING', 'QUEUED', 'RUNNING'][polls++] ?? '')(request, answered), 3)];
    await withWorld({ backend: () => selects, faults }, async (world) => {
      await executionsOf(world).run({ purpose: 'ROOT-01', sql: 'SELECT 1' });
      expect(calls(world, 'BatchGetQueryExecution').length).toBeGreaterThan(3);
    });
  });

  it('is refused where Athena says that its result is an earlier one', async () => {
    const faults = [onCall('BatchGetQueryExecution', async (_request, answered) => {
      const answer = await answered();
      return { ...answer, body: String(answer.body).replace('"ReusedPreviousResult":false', '"ReusedPreviousResult":true') };
    })];
    await withWorld({ backend: () => selects, faults }, async (world) => {
      await expect(executionsOf(world).run({ purpose: 'ROOT-01', sql: 'SELECT 1' })).rejects.toThrow('ROOT-01: Athena answered with an earlier result, though it was told not to.');
    });
  });
});

it('a statement longer than Athena takes is not begun, and says what makes it long', async () => {
  await withWorld({ backend: () => selects }, async (world) => {
    await expect(executionsOf(world).run({ purpose: 'Q', sql: `SELECT '${'ä'.repeat(131_072)}'` })).rejects.toThrow('Q: its text has 262153 bytes, and Athena takes 262144; shorten the lists in the settings file.');
    expect(calls(world, 'StartQueryExecution')).toEqual([]);
  });
});

describe('many statements', () => {
  it('of the same text each have an execution of their own', async () => {
    await withWorld({ backend: () => selects }, async (world) => {
      const executions = executionsOf(world);
      const finished = await Promise.all([1, 2, 3].map(() => executions.run({ purpose: 'ROOT-01', sql: 'SELECT 1' })));
      expect(new Set(finished.map(({ executionId }) => executionId)).size).toBe(3);
    });
  });

  it('are asked about together, fifty at a time', async () => {
    const going: (() => void)[] = [];
    const backend = scripted(() => new Promise((done) => {
      going.push(() => done({}));
      if (going.length === 60) for (const end of going) end();
    }));
    await withWorld({ backend: () => backend }, async (world) => {
      const executions = executionsOf(world);
      await Promise.all(Array.from({ length: 60 }, (_, index) => executions.run({ purpose: `Q-${index}`, sql: `SELECT ${index}` })));
      const asked = calls(world, 'BatchGetQueryExecution').map((input) => (input['QueryExecutionIds'] as string[]).length);
      expect(Math.max(...asked)).toBe(50);
      expect(executions.ended).toHaveLength(60);
    });
  });

  it('are asked about less often the longer they take', async () => {
    const faults = [onCall('BatchGetQueryExecution', inState('RUNNING'), 40)];
    await withWorld({ backend: () => selects, faults }, async (world) => {
      await executionsOf(world).run({ purpose: 'stage', sql: 'SELECT 1' });
      expect([world.waits[0], world.waits.at(-1)]).toEqual([100, 2_000]);
      expect([...world.waits].sort((a, b) => a - b)).toEqual(world.waits);
    });
  });
});

describe('a failure', () => {
  const failures: [string, StatementFailure, RegExp, number][] = [
    // what, Athena's words, ours, times it is begun
    ['out of resources', new StatementFailure('Query exhausted resources at this scale factor', 1, 4), /^Q: Athena ran out of resources for it; take a shorter period, or ask AWS for more \(error type 4\)\.$/, 1],
    ['out of resources, and Athena calls it worth another try', new StatementFailure('Query exhausted resources at this scale factor', 1, 1, true), /ran out of resources/, 3],
    ['an internal fault', new StatementFailure('Internal service error', 1, 100), /^Q: Athena had a fault of its own; run again later \(error type 100\)\.$/, 3],
    ['a fault of its engine', new StatementFailure('GENERIC_INTERNAL_ERROR: null', 1, 205), /fault of its own; run again later \(error type 205, GENERIC_INTERNAL_ERROR\)/, 3],
    ['a time limit', new StatementFailure('Query timeout', 2, 210), /stopped it at the account’s time limit/, 1],
    ['Lake Formation', new StatementFailure('Insufficient Lake Formation permission(s) on audit.trail', 2, 234), /Lake Formation does not let this role read the table; grant it SELECT/, 1],
    ['a result that cannot be written', new StatementFailure('Access denied when writing output to url: s3://results/x.csv', 2, 401), /may not write its results for this role; grant it/, 1],
    ['a result that cannot be written, for no reason told', new StatementFailure('write failed', 1, 402), /could not write the result; grant the role s3:PutObject/, 1],
    ['data', new StatementFailure("HIVE_BAD_DATA: Error parsing field value 'secret' for field 0", 2, 1001), /^Q: Athena could not read what the table holds \(error type 1001, HIVE_BAD_DATA\)\.$/, 1],
    ['a partition of another shape', new StatementFailure('HIVE_PARTITION_SCHEMA_MISMATCH: There is a mismatch', 2, 1004), /a partition of the table has other columns/, 1],
    ['the statement', new StatementFailure('SYNTAX_ERROR: line 1:8', 2, 1006), /^Q: Athena refuses the statement \(error type 1006, SYNTAX_ERROR\)\.$/, 1],
    ['a column', new StatementFailure("COLUMN_NOT_FOUND: line 1:8: Column 'x' cannot be resolved", 2, 1006), /the table lacks a column that the statement reads/, 1],
    ['a table', new StatementFailure("TABLE_NOT_FOUND: line 1:15: Table 'audit.trail' does not exist", 2, 1301), /the table is not there; check athena-database and athena-table/, 1],
    ['a table by its number', new StatementFailure('no table', 2, 1110), /the table is not there/, 1],
    ['a bucket', new StatementFailure('Unable to verify/create output bucket results', 2, 1306), /the place for results does not exist/, 1],
    ['S3’s limit of calls', new StatementFailure('Please reduce your request rate', 1, 1401), /S3 turned Athena away for the rate of its calls; run again later/, 3],
    ['S3’s limit of calls, met at one object', new StatementFailure('HIVE_CANNOT_OPEN_SPLIT: Error opening Hive split s3://trail/AWSLogs/a.json.gz (offset=0, length=9): Please reduce your request rate. (Service: Amazon S3; Status Code: 503; Error Code: SlowDown)', 1, 1002), /S3 turned Athena away for the rate of its calls; run again later \(error type 1002, HIVE_CANNOT_OPEN_SPLIT\)/, 3],
    ['an object that S3 has archived', new StatementFailure("HIVE_CANNOT_OPEN_SPLIT: Error opening Hive split s3://trail/AWSLogs/a.json.gz: The operation is not valid for the object's storage class (Service: Amazon S3; Status Code: 403; Error Code: InvalidObjectState)", 2, 1002), /^Q: Athena could not read what the table holds/, 1],
    ['words of an event, which are not Athena’s', new StatementFailure("Error parsing field value 'EVIL_CODE: x' for field 0", 2, 9_999), /^Q: Athena reports a failure \(error type 9999\)\.$/, 1],
    ['a permission', new StatementFailure('User is not authorized to perform: glue:GetPartitions on resource', 2, 1500), /may not read the logs for this role; grant it glue:GetPartitions/, 1],
    ['a permission of S3', new StatementFailure('Access Denied (Service: Amazon S3; Status Code: 403; Error Code: AccessDenied)', 2, 1501), /grant it s3:GetObject on the objects/, 1],
    ['a permission of the key', new StatementFailure('The ciphertext refers to a KMS key you have no access to. Access Denied', 2, 1501), /grant it kms:Decrypt/, 1],
    ['anything', new StatementFailure('something new', 3, 9_999), /^Q: Athena reports a failure \(error type 9999\)\.$/, 1],
  ];
  it.each(failures)('about %s is told with its fix, and begun anew only where that can heal', async (_name, failure, message, begun) => {
    const backend = scripted(() => Promise.reject(failure));
    await withWorld({ backend: () => backend }, async (world) => {
      const executions = executionsOf(world);
      const error = await executions.run({ purpose: 'Q', sql: 'SELECT 1' }).catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(StatementError);
      expect((error as Error).message).toMatch(message);
      // Athena quotes values; those stay in the cause.
      expect((error as Error).message).not.toContain('secret');
      expect(executions.ended.map(({ execution: { state, failure: told } }) => [state, told?.errorType])).toEqual(Array(begun).fill(['FAILED', failure.type]));
      expect(new Set(calls(world, 'StartQueryExecution').map((input) => input['ClientRequestToken'])).size).toBe(begun);
    });
  });

  it('that heals is no failure', async () => {
    let tries = 0;
    const backend = scripted(() => ((tries += 1) < 3 ? Promise.reject(new StatementFailure('Internal service error', 1, 100)) : {}));
    await withWorld({ backend: () => backend }, async (world) => {
      const executions = executionsOf(world);
      await executions.run({ purpose: 'Q', sql: 'SELECT 1' });
      expect(executions.ended.map(({ execution: { state } }) => state)).toEqual(['FAILED', 'FAILED', 'SUCCEEDED']);
    });
  });

  it('by the workgroup’s limit is told as such', async () => {
    await withWorld({ backend: () => selects, workgroups: { audit: { ...AUDIT, scanLimit: 10_000_000 } } }, async (world) => {
      await expect(executionsOf(world).run({ purpose: 'Q', sql: 'SELECT 1' })).rejects.toThrow('Q: Athena reports it as cancelled (error type 1011): the workgroup’s limit of bytes scanned a query was reached; raise that limit, or take a shorter period.');
    });
  });

  it('by somebody who stopped it is told as such', async () => {
    await withWorld({ backend: () => selects, faults: [onCall('BatchGetQueryExecution', inState('CANCELLED'))] }, async (world) => {
      await expect(executionsOf(world).run({ purpose: 'Q', sql: 'SELECT 1' })).rejects.toThrow('Q: Athena reports it as cancelled; someone stopped it, or the workgroup did.');
    });
  });
});

describe('a statement that never ends', () => {
  it('is stopped at its deadline, and the others go on', async () => {
    const backend = scripted((statement) => (statement.sql === 'SELECT 1' ? endless(statement) : {}));
    await withWorld({ backend: () => backend }, async (world) => {
      const executions = executionsOf(world, { deadlineMs: 120_000 });
      const [never, other] = await Promise.allSettled([executions.run({ purpose: 'Q-1', sql: 'SELECT 1' }), executions.run({ purpose: 'Q-2', sql: 'SELECT 2' })]);
      expect(never).toMatchObject({ status: 'rejected', reason: new EngineError('Q-1: Athena did not end it within 2 min, so it was stopped; take a shorter period, or run again later.') });
      expect(other.status).toBe('fulfilled');
      expect(calls(world, 'StopQueryExecution')).toHaveLength(1);
      expect(executions.ended.map(({ execution: { state } }) => state)).toEqual(['SUCCEEDED', 'CANCELLED']);
    });
  });

  it('and cannot be stopped either is let go of', async () => {
    const faults = [onCall('StopQueryExecution', () => athenaError('AccessDeniedException', 'no'))];
    await withWorld({ backend: () => scripted(endless), faults }, async (world) => {
      const executions = executionsOf(world, { deadlineMs: 60_000 });
      await expect(executions.run({ purpose: 'Q', sql: 'SELECT 1' })).rejects.toThrow('so it was stopped');
      expect(executions.ended.map(({ execution: { state } }) => state)).toEqual(['CANCELLED']);
    });
  });

  it('is stopped with the run, also where Athena was still being told to begin it', async () => {
    let begin: () => void = () => undefined;
    const faults = [onCall('StartQueryExecution', async (_request, answered) => {
      await new Promise<void>((resolve) => (begin = resolve));
      return answered();
    })];
    await withWorld({ backend: () => scripted(endless), faults }, async (world) => {
      const executions = executionsOf(world);
      const run = executions.run({ purpose: 'Q', sql: 'SELECT 1' }).catch((error: unknown) => error);
      while (calls(world, 'StartQueryExecution').length === 0) await new Promise((done) => setImmediate(done));
      const stopped = executions.stop().then(() => calls(world, 'StopQueryExecution').length);
      await new Promise((done) => setTimeout(done, 50));
      begin();
      expect(await stopped).toBe(1);
      expect(await run).toEqual(new EngineError('Q: the run was stopped.'));
    });
  });

  it('is stopped with the run', async () => {
    await withWorld({ backend: () => scripted(endless) }, async (world) => {
      const executions = executionsOf(world);
      const run = executions.run({ purpose: 'Q', sql: 'SELECT 1' }).catch((error: unknown) => error);
      while (calls(world, 'BatchGetQueryExecution').length === 0) await new Promise((done) => setImmediate(done));
      await executions.stop();
      expect(await run).toEqual(new EngineError('Q: the run was stopped.'));
      expect(calls(world, 'StopQueryExecution')).toHaveLength(1);
      await expect(executions.run({ purpose: 'Q', sql: 'SELECT 2' })).rejects.toThrow('Q: the run was stopped.');
    });
  });
});

describe('a call', () => {
  it('that is throttled is made again, and the statement runs once', async () => {
    await withWorld({ backend: () => selects, faults: [onCall('StartQueryExecution', () => throttled(), 3), onCall('BatchGetQueryExecution', () => ({ status: 500, body: '' }), 2)] }, async (world) => {
      await executionsOf(world).run({ purpose: 'Q', sql: 'SELECT 1' });
      expect(new Set(calls(world, 'StartQueryExecution').map((input) => input['ClientRequestToken'])).size).toBe(1);
      expect(calls(world, 'StartQueryExecution')).toHaveLength(4);
    });
  });

  it('that meets a full quota waits for room, some minutes', async () => {
    await withWorld({ backend: () => selects, faults: [onCall('StartQueryExecution', () => throttled('CONCURRENT_QUERY_LIMIT_EXCEEDED'), 30)] }, async (world) => {
      await executionsOf(world).run({ purpose: 'Q', sql: 'SELECT 1' });
      expect(world.waits.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThan(20_000);
    });
  });

  it('that stays refused fails that statement alone, after a bounded time', async () => {
    const faults = [onCall('StartQueryExecution', ({ input }) => (input['QueryString'] === 'SELECT 1' ? throttled('CONCURRENT_QUERY_LIMIT_EXCEEDED') : undefined))];
    await withWorld({ backend: () => selects, faults }, async (world) => {
      const executions = executionsOf(world);
      const [refused, other] = await Promise.allSettled([executions.run({ purpose: 'Q-1', sql: 'SELECT 1' }), executions.run({ purpose: 'Q-2', sql: 'SELECT 2' })]);
      expect(refused).toMatchObject({ reason: new EngineError('Q-1: the account runs as many statements as its Athena quota allows, and none ended in time. Run again later, or have the quota raised.') });
      expect(other.status).toBe('fulfilled');
      expect(world.waits.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(15 * 60_000);
    });
  });

  it('that is denied names the permission', async () => {
    const denied = athenaError('AccessDeniedException', 'User: arn:aws:sts::1:assumed-role/x/y is not authorized to perform: athena:StartQueryExecution on resource: arn:aws:athena:eu-west-1:1:workgroup/audit because no identity-based policy allows it');
    await withWorld({ backend: () => selects, faults: [onCall('StartQueryExecution', () => denied)] }, async (world) => {
      await expect(executionsOf(world).run({ purpose: 'Q', sql: 'SELECT 1' })).rejects.toThrow(/^Q: access is denied\. Allow athena:StartQueryExecution on arn:aws:athena:eu-west-1:1:workgroup\/audit in the role's policy\.$/);
      expect(calls(world, 'StartQueryExecution')).toHaveLength(1);
    });
  });

  it('that Athena refuses names Athena’s code, not its words', async () => {
    const refused = athenaError('InvalidRequestException', "line 1:8: Column 'secret' cannot be resolved", { AthenaErrorCode: 'MALFORMED_QUERY' });
    await withWorld({ backend: () => selects, faults: [onCall('StartQueryExecution', () => refused)] }, async (world) => {
      await expect(executionsOf(world).run({ purpose: 'Q', sql: 'SELECT 1' })).rejects.toThrow(/^Q: Athena refuses the call \(MALFORMED_QUERY\)\.$/);
    });
  });

  it('about how it goes that fails for good stops what nobody watches any longer', async () => {
    await withWorld({ backend: () => scripted(endless), faults: [onCall('BatchGetQueryExecution', () => ({ status: 500, body: '' }))] }, async (world) => {
      await expect(executionsOf(world).run({ purpose: 'Q', sql: 'SELECT 1' })).rejects.toThrow('Q: Athena no longer tells how it is going.');
      expect(calls(world, 'StopQueryExecution')).toHaveLength(1);
    });
  });

  it('about how it goes that fails for a while throws no statement away', async () => {
    await withWorld({ backend: () => selects, faults: [onCall('BatchGetQueryExecution', () => ({ status: 503, body: '' }), 100)] }, async (world) => {
      await executionsOf(world).run({ purpose: 'stage', sql: 'SELECT 1' });
      expect(calls(world, 'BatchGetQueryExecution')).toHaveLength(101);
      expect(calls(world, 'StopQueryExecution')).toEqual([]);
    });
  });

  it('about how it goes that is denied fails the statement at once, and stops it', async () => {
    await withWorld({ backend: () => scripted(endless), faults: [onCall('BatchGetQueryExecution', () => athenaError('AccessDeniedException', 'no'))] }, async (world) => {
      await expect(executionsOf(world).run({ purpose: 'Q', sql: 'SELECT 1' })).rejects.toThrow('Q: Athena no longer tells how it is going.');
      expect([calls(world, 'BatchGetQueryExecution').length, calls(world, 'StopQueryExecution').length]).toEqual([1, 1]);
    });
  });

  it('that waits for room is given up with the run', async () => {
    await withWorld({ backend: () => selects, faults: [onCall('StartQueryExecution', () => throttled('CONCURRENT_QUERY_LIMIT_EXCEEDED'))] }, async (world) => {
      const hanging = new Promise<void>(() => undefined);
      const executions = executionsOf(world, { calling: { ...world.calling, wait: () => hanging } });
      const run = executions.run({ purpose: 'Q', sql: 'SELECT 1' }).catch((error: unknown) => error);
      while (calls(world, 'StartQueryExecution').length < 5) await new Promise((done) => setImmediate(done));
      await executions.stop();
      expect(await run).toEqual(new EngineError('Q: the run was stopped.'));
    });
  });

  it('that does not find an execution is made again, for some minutes', async () => {
    const lost = (times: number): Fault => onCall('BatchGetQueryExecution', ({ input }) => ({
      status: 200, body: JSON.stringify({ QueryExecutions: [], UnprocessedQueryExecutionIds: (input['QueryExecutionIds'] as string[]).map((QueryExecutionId) => ({ QueryExecutionId, ErrorCode: 'INTERNAL_FAILURE' })) }),
    }), times);
    await withWorld({ backend: () => selects, faults: [lost(30)] }, (world) => executionsOf(world).run({ purpose: 'Q', sql: 'SELECT 1' }));
    await withWorld({ backend: () => selects, faults: [lost(Infinity)] }, async (world) => {
      await expect(executionsOf(world).run({ purpose: 'Q', sql: 'SELECT 1' })).rejects.toThrow(/^Q: Athena does not find the execution [0-9a-f-]{36} that it began\.$/);
    });
  });
});

/** Says of whatever is asked about that it runs, and how much it scanned. */
const running = (bytes: number, times: number): Fault => onCall('BatchGetQueryExecution', ({ input }) => ({
  status: 200, body: JSON.stringify({ QueryExecutions: (input['QueryExecutionIds'] as string[]).map((QueryExecutionId) => ({ QueryExecutionId, Status: { State: 'RUNNING' }, Statistics: { DataScannedInBytes: bytes } })) }),
}), times);

it('stops what runs once Athena tells that more is scanned than may be', async () => {
  // Twice, since the first time may be before the second statement began.
  await withWorld({ backend: () => scripted(endless), faults: [running(6_000_000, 2)] }, async (world) => {
    const executions = executionsOf(world, { maxScanBytes: 10_000_000 });
    const ended = await Promise.allSettled(['Q-1', 'Q-2'].map((purpose) => executions.run({ purpose, sql: `SELECT '${purpose}'` })));
    expect(ended.map((each) => each.status === 'rejected' && String(each.reason))).toEqual(['Q-1', 'Q-2'].map((purpose) => `EngineError: ${purpose}: stopped, since 12 MB are scanned and max-scan-gb allows 10 MB; raise it, or take a shorter period.`));
    expect(calls(world, 'StopQueryExecution')).toHaveLength(2);
  });
});

it('lets run what stays within it', async () => {
  await withWorld({ backend: () => selects, faults: [running(10_000_000, 1)] }, async (world) => {
    await executionsOf(world, { maxScanBytes: 10_000_000 }).run({ purpose: 'Q-1', sql: 'SELECT 1' });
    expect(calls(world, 'StopQueryExecution')).toHaveLength(0);
  });
});

it('runs nothing more once it scanned what it may, but still drops tables', async () => {
  await withWorld({ backend: () => selects }, async (world) => {
    const executions = executionsOf(world, { maxScanBytes: 10_000_000 });
    await executions.run({ purpose: 'Q-1', sql: 'SELECT 1' });
    await expect(executions.run({ purpose: 'Q-2', sql: 'SELECT 2' })).rejects.toThrow('Q-2: not run, since max-scan-gb (10 MB) is used up; raise it, or take a shorter period.');
    await executions.run({ purpose: 'drop', sql: 'DROP TABLE IF EXISTS `a`.`b`', ddl: true, cleanup: true });
  });
});
