import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Executions } from '../../../src/engines/athena/executions.js';
import { Staging } from '../../../src/engines/athena/staging.js';
import { type StagePlace } from '../../../src/engines/athena/relations.js';
import { StatementFailure, statementKind } from '../../counterparts/backend.js';
import { athenaError, type Fault, onCall, s3Error } from '../../counterparts/gateway.js';
import { AUDIT, keysIn, NOW, OUTPUT, scripted, withWorld, type World } from './athena-world.js';

interface Opened extends World {
  readonly staging: Staging;
  readonly executions: Executions;
  readonly warnings: readonly string[];
}
interface Given {
  readonly answer?: Parameters<typeof scripted>[0];
  readonly faults?: readonly Fault[];
  readonly choosesPlace?: boolean;
}

async function withStaging(given: Given, work: (opened: Opened) => Promise<void>): Promise<void> {
  const { answer = () => ({}), faults = [], choosesPlace = false } = given;
  await withWorld({ backend: () => scripted(answer), faults, workgroups: { audit: { ...AUDIT, enforced: choosesPlace } } }, async (world) => {
    const warnings: string[] = [];
    const executions = new Executions({ ...world, database: 'audit', workgroup: 'audit', output: null, nonce: 'run_1', maxScanBytes: null });
    const staging = new Staging({ executions, access: world, database: 'audit', root: OUTPUT, choosesPlace, runId: 'run_1', warn: (sentence) => void warnings.push(sentence) });
    await work({ ...world, staging, executions, warnings });
  });
}

const ctas = ({ name: { table }, location }: StagePlace): string => `CREATE TABLE "audit"."${table}" WITH (format = 'PARQUET'${location === null ? '' : `, external_location = '${location}'`}) AS\nSELECT 1 AS one`;
const statements = ({ requests }: World, kind: string): readonly string[] => requests.filter(({ operation }) => operation === 'StartQueryExecution').map(({ input }) => String(input['QueryString'])).filter((sql) => statementKind(sql) === kind);
const put = async (root: string, key: string, content = '', ageHours = 0): Promise<void> => {
  const path = join(root, 'results', key);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  const then = new Date(NOW - ageHours * 3_600_000);
  await utimes(path, then, then);
};
const note = (table: string, location: string | null, database = 'audit'): string => JSON.stringify({ schemaVersion: 1, database, table, location });
const ours = (keys: readonly string[]): readonly string[] => keys.filter((key) => /stage|tables/.test(key));

describe('a staged table', () => {
  it('is made in a place of its own, with a note beside it until it is gone', async () => {
    await withStaging({}, async (opened) => {
      const { staging, root, warnings } = opened;
      expect(await staging.create('stage', ctas)).toEqual({ database: 'audit', table: 'cloudtrail_evidence_stage_run_1_1' });
      await put(root, 'athena/cloudtrail_evidence_stage_run_1_1/part-0', 'parquet');
      expect(ours(await keysIn(root, 'results'))).toEqual(['athena/cloudtrail_evidence_stage_run_1_1.json', 'athena/cloudtrail_evidence_stage_run_1_1/part-0']);
      await staging.drop();
      expect(statements(opened, 'DDL')).toEqual(['DROP TABLE IF EXISTS `audit`.`cloudtrail_evidence_stage_run_1_1`']);
      expect(ours(await keysIn(root, 'results'))).toEqual([]);
      expect(warnings).toEqual([]);
      // Nothing is left to do.
      await staging.drop();
      expect(statements(opened, 'DDL')).toHaveLength(1);
    });
  });

  it('that fails is removed with what it wrote', async () => {
    await withStaging({ answer: ({ sql }) => (statementKind(sql) === 'DDL' ? {} : Promise.reject(new StatementFailure('Query exhausted resources', 1, 0))) }, async ({ staging, root }) => {
      await expect(staging.create('stage', ctas)).rejects.toThrow('stage: Athena ran out of resources for it');
      await put(root, 'athena/cloudtrail_evidence_stage_run_1_1/orphan', 'parquet');
      await staging.drop();
      expect(ours(await keysIn(root, 'results'))).toEqual([]);
    });
  });

  it('takes the next name where its place is not empty, and leaves alone what stands there', async () => {
    let tries = 0;
    const taken = new StatementFailure("HIVE_PATH_ALREADY_EXISTS: Target directory for table 'audit.x' already exists: s3://results/athena/x/. You may need to manually clean the data", 2, 1100);
    await withStaging({ answer: ({ sql }) => (statementKind(sql) !== 'DDL' && (tries += 1) === 1 ? Promise.reject(taken) : {}) }, async ({ staging, root }) => {
      await put(root, 'athena/cloudtrail_evidence_stage_run_1_1/theirs', 'parquet');
      expect((await staging.create('stage', ctas)).table).toBe('cloudtrail_evidence_stage_run_1_2');
      await staging.drop();
      expect(await keysIn(root, 'results')).toContain('athena/cloudtrail_evidence_stage_run_1_1/theirs');
    });
  });

  it('keeps no note of a place that is not its own', async () => {
    let tries = 0;
    const taken = new StatementFailure("HIVE_PATH_ALREADY_EXISTS: Target directory for table 'audit.x' already exists: s3://results/athena/x/", 2, 1100);
    await withStaging({ answer: ({ sql }) => (statementKind(sql) !== 'DDL' && (tries += 1) === 1 ? Promise.reject(taken) : {}) }, async (opened) => {
      await opened.staging.create('stage', ctas);
      await opened.staging.drop();
      // The next run would take a note for its own, and remove what stands there.
      expect(ours(await keysIn(opened.root, 'results'))).toEqual([]);
      expect(statements(opened, 'DDL')).toEqual(['DROP TABLE IF EXISTS `audit`.`cloudtrail_evidence_stage_run_1_2`']);
    });
  });

  it.each([false, true])('that Athena fails by a fault of its own is made anew elsewhere, and both places are emptied (chosen by the workgroup: %s)', async (choosesPlace) => {
    const places: string[] = [];
    const answer: Given['answer'] = async ({ sql, tablePlace }) => {
      if (statementKind(sql) === 'DDL') return {};
      const place = (/external_location = '([^']+)'/.exec(sql)?.[1] ?? tablePlace).replace('s3://results/', '');
      if (places.includes(place)) throw new StatementFailure('HIVE_PATH_ALREADY_EXISTS: Target directory already exists', 2, 1100);
      places.push(place);
      await put(root, `${place}part-0`, 'parquet');
      if (places.length === 1) throw new StatementFailure('Internal service error', 1, 100);
      return {};
    };
    let root = '';
    await withStaging({ answer, choosesPlace }, async (opened) => {
      ({ root } = opened);
      expect((await opened.staging.create('stage', ctas)).table).toBe('cloudtrail_evidence_stage_run_1_2');
      expect(places).toHaveLength(2);
      await opened.staging.drop();
      expect(ours(await keysIn(root, 'results'))).toEqual([]);
      expect(opened.warnings).toEqual([]);
    });
  });

  it('that is being made when the run is stopped is waited for, and removed', async () => {
    let written: () => void = () => undefined;
    const faults = [onCall('PutObject', async (_request, answered) => {
      await new Promise<void>((resolve) => (written = resolve));
      return answered();
    }, 1)];
    await withStaging({ faults }, async (opened) => {
      const { staging, executions, requests, root } = opened;
      const made = staging.create('stage', ctas).catch((error: unknown) => error);
      while (!requests.some(({ operation }) => operation === 'PutObject')) await new Promise((done) => setImmediate(done));
      await executions.stop();
      const dropped = staging.drop();
      written();
      await dropped;
      expect(await made).toMatchObject({ message: 'stage: the run was stopped.' });
      expect(ours(await keysIn(root, 'results'))).toEqual([]);
    });
  });

  it('gives up where every name is taken', async () => {
    const taken = new StatementFailure("line 1:1: Table 'awsdatacatalog.audit.x' already exists", 2, 1302);
    await withStaging({ answer: () => Promise.reject(taken) }, async (opened) => {
      await expect(opened.staging.create('stage', ctas)).rejects.toThrow('stage: the place for the staged table is taken already (error type 1302).');
      expect(statements(opened, 'CREATE_TABLE_AS_SELECT')).toHaveLength(6);
    });
  });

  it('stands where the workgroup wants it, if that comes first', async () => {
    await withStaging({ choosesPlace: true }, async (opened) => {
      const { staging, root, executions } = opened;
      await staging.create('stage', ctas);
      expect(statements(opened, 'CREATE_TABLE_AS_SELECT')).toEqual(['CREATE TABLE "audit"."cloudtrail_evidence_stage_run_1_1" WITH (format = \'PARQUET\') AS\nSELECT 1 AS one']);
      const place = `athena/tables/${executions.ended[0]!.execution.executionId}/`;
      await put(root, `${place}part-0`, 'parquet');
      await put(root, 'athena/tables/another/part-0', 'theirs');
      await staging.drop();
      expect(ours(await keysIn(root, 'results'))).toEqual(['athena/tables/another/part-0']);
    });
  });

  it('is not begun where its note cannot be written', async () => {
    await withStaging({ faults: [onCall('PutObject', () => s3Error(403, 'AccessDenied', 'Access Denied'))] }, async (opened) => {
      await expect(opened.staging.create('stage', ctas)).rejects.toThrow("stage: access is denied. Allow s3:PutObject on results in the role's policy.");
      expect(statements(opened, 'CREATE_TABLE_AS_SELECT')).toEqual([]);
    });
  });
});

it('a drop that fails by a fault of Athena’s is made again', async () => {
  let drops = 0;
  await withStaging({ answer: ({ sql }) => (statementKind(sql) === 'DDL' && (drops += 1) < 3 ? Promise.reject(new StatementFailure('Internal service error', 1, 100)) : {}) }, async ({ staging, executions, root, warnings }) => {
    await staging.create('stage', ctas);
    await executions.stop();
    await staging.drop();
    expect(warnings).toEqual([]);
    expect(ours(await keysIn(root, 'results'))).toEqual([]);
  });
});

describe('a table that cannot be removed', () => {
  const table = 'cloudtrail_evidence_stage_run_1_1';
  const faults: [string, Fault, RegExp][] = [
    ['since it may not be dropped', onCall('StartQueryExecution', ({ input }) => (String(input['QueryString']).startsWith('DROP') ? athenaError('AccessDeniedException', 'no') : undefined)), /access is denied\. Allow athena:StartQueryExecution/],
    ['since its objects may not be deleted', onCall('DeleteObjects', () => s3Error(403, 'AccessDenied', 'Access Denied')), /access is denied\. Allow s3:DeleteObject on results/],
    ['since S3 keeps some objects', onCall('DeleteObjects', () => ({ status: 200, headers: { 'content-type': 'application/xml' }, body: '<DeleteResult><Error><Key>a</Key><Code>InternalError</Code><Message>m</Message></Error></DeleteResult>' })), /S3 keeps 1 of 1 objects \(InternalError\)/],
  ];
  it.each(faults)('%s is told, fails nothing, and keeps its note for a later run', async (_name, fault, message) => {
    await withStaging({ faults: [fault] }, async ({ staging, root, warnings }) => {
      await staging.create('stage', ctas);
      await put(root, `athena/${table}/part-0`, 'parquet');
      await staging.drop();
      expect(warnings).toEqual([expect.stringMatching(message)]);
      expect(warnings[0]).toContain(`The staged table audit.${table} could not be removed: `);
      expect(warnings[0]).toContain(`It holds content of the logs: drop it and delete s3://results/athena/${table}/. A run after a day tries again.`);
      expect(await keysIn(root, 'results')).toContain(`athena/${table}.json`);
    });
  });
});

describe('what killed runs left', () => {
  const stage = (name: string): string => `cloudtrail_evidence_stage_${name}`;
  const leave = async (root: string, name: string, ageHours: number, content = note(stage(name), `${OUTPUT}${stage(name)}/`)): Promise<void> => {
    await put(root, `athena/${stage(name)}.json`, content, ageHours);
    await put(root, `athena/${stage(name)}/part-0`, 'parquet', ageHours);
  };

  it('is removed once it is older than a day', async () => {
    await withStaging({}, async (opened) => {
      await leave(opened.root, 'old_1', 25);
      await leave(opened.root, 'young_1', 23);
      await opened.staging.removeLeftovers();
      expect(statements(opened, 'DDL')).toEqual(['DROP TABLE IF EXISTS `audit`.`cloudtrail_evidence_stage_old_1`']);
      expect(ours(await keysIn(opened.root, 'results'))).toEqual([`athena/${stage('young_1')}.json`, `athena/${stage('young_1')}/part-0`]);
    });
  });

  it('is removed whatever its age where the run is named', async () => {
    await withStaging({}, async ({ staging, root }) => {
      await leave(root, 'run_7_1', 0);
      await leave(root, 'run_70_1', 0);
      await staging.removeRun('run_7', false);
      expect(ours(await keysIn(root, 'results'))).toEqual([`athena/${stage('run_70_1')}.json`, `athena/${stage('run_70_1')}/part-0`]);
    });
  });

  const notOurs: [string, string, string][] = [
    ['of another database', 'old_1', note(stage('old_1'), `${OUTPUT}${stage('old_1')}/`, 'other')],
    ['whose note names another table', 'old_1', note('customers', `${OUTPUT}${stage('old_1')}/`)],
    ['whose note names a place that is not ours', 'old_1', note(stage('old_1'), 's3://results/')],
    ['whose note names a place beside ours', 'old_1', note(stage('old_1'), `${OUTPUT}precious/`)],
    ['whose note cannot be read', 'old_1', 'hello'],
    ['whose name would have to be escaped', 'old`x', note('old`x', null)],
  ];
  it.each(notOurs)('%s is left alone', async (_name, name, content) => {
    await withStaging({}, async (opened) => {
      await leave(opened.root, name, 48, content);
      await put(opened.root, 'athena/precious/data', 'theirs', 48);
      const before = await keysIn(opened.root, 'results');
      await opened.staging.removeLeftovers();
      expect(statements(opened, 'DDL')).toEqual([]);
      expect(await keysIn(opened.root, 'results')).toEqual(before);
    });
  });

  it('is removed by another run meanwhile: nothing to tell, and the rest is looked at', async () => {
    const gone = onCall('GetObject', ({ input }) => (String(input['Key']).includes('old_1') ? s3Error(404, 'NoSuchKey', 'The specified key does not exist.') : undefined));
    await withStaging({ faults: [gone] }, async (opened) => {
      for (const name of ['old_1', 'old_2']) await leave(opened.root, name, 25);
      await opened.staging.removeLeftovers();
      expect(opened.warnings).toEqual([]);
      expect(statements(opened, 'DDL')).toEqual(['DROP TABLE IF EXISTS `audit`.`cloudtrail_evidence_stage_old_2`']);
    });
  });

  it('and whose note may not be read is told, and the rest is looked at', async () => {
    const denied = onCall('GetObject', ({ input }) => (String(input['Key']).includes('old_1') ? s3Error(403, 'AccessDenied', 'Access Denied') : undefined));
    await withStaging({ faults: [denied] }, async (opened) => {
      for (const name of ['old_1', 'old_2']) await leave(opened.root, name, 25);
      await opened.staging.removeLeftovers();
      expect(opened.warnings).toEqual([expect.stringMatching(/s3:GetObject/)]);
      expect(statements(opened, 'DDL')).toEqual(['DROP TABLE IF EXISTS `audit`.`cloudtrail_evidence_stage_old_2`']);
    });
  });

  it('is told by a note, which is small: nothing large is read for one', async () => {
    await withStaging({}, async (opened) => {
      await leave(opened.root, 'old_1', 25, note(stage('old_1'), null).padEnd(100_000));
      await opened.staging.removeLeftovers();
      expect(opened.requests.filter(({ operation }) => operation === 'GetObject')).toEqual([]);
    });
  });

  it('and cannot be looked for is told, and the run goes on', async () => {
    await withStaging({ faults: [onCall('ListObjectsV2', () => s3Error(403, 'AccessDenied', 'Access Denied'))] }, async ({ staging, warnings }) => {
      await staging.removeLeftovers();
      expect(warnings).toEqual([expect.stringMatching(/^Staged tables of earlier runs could not be looked for: .*s3:ListBucket on results/)]);
    });
  });
});
