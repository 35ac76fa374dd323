import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { endings } from '../src/leftovers.js';
import { type Outcome, run } from '../src/run.js';
import type { UnderWay } from '../src/run-logs.js';
import { verifyPack } from '../src/store/verify.js';
import { githubAndSts, ROLE_ARN } from './aws/github-and-sts.js';
import { writeTableFiles } from './counterparts/demo-table.js';
import { duckDbBackend } from './counterparts/duckdb-backend.js';
import { type Fault, type Gateway, onCall, s3Error, startGateway } from './counterparts/gateway.js';
import { cloudTrailTable } from './counterparts/hive-table.js';
import { contextOf, filesOf, namesIn, settingsOf, someEvents, temporaryRoom, writeLogs } from './small-archive.js';

/** The same logs in three places: a folder, a bucket as CloudTrail fills it, and a bucket under a table of Athena. */
const room = await temporaryRoom();
const logs = join(room, 'logs');
const s3 = join(room, 's3');
const { world } = githubAndSts();
const EMPTY = keyOf('2026-10-06', 'CloudTrail', 'eu-west-1');
const NO_RECORDS = gzipSync('{"Records":[]}');
/** The table's files hold one record a line, so that a log without a record is an empty file there; S3 gives it as CloudTrail wrote it. */
const asCloudTrailWroteIt = onCall('GetObject', ({ input }) => (input['Bucket'] === 'trail' && input['Key'] === EMPTY ? { status: 200, body: NO_RECORDS } : undefined));
const faults: Fault[] = [];
let gateway: Gateway;
let outputs = 0;

beforeAll(async () => {
  await writeLogs(logs, someEvents());
  await writeStrange(logs);
  for (const bucket of ['trail', 'results']) await mkdir(join(s3, bucket), { recursive: true });
  for (const [name, bytes] of await filesOf(logs)) await write(join(s3, 'logs', 'prefix', name), bytes);
  await write(join(s3, 'logs', 'prefix', keyOf('2026-07-05', 'CloudTrail', 'us-east-1')), 'another month');
  await writeTableFiles(logs, join(s3, 'trail'));
  await write(join(s3, 'trail', keyOf('2026-10-05', 'CloudTrail-NetworkActivity', 'eu-west-1')), NO_RECORDS);
  const table = cloudTrailTable({ database: 'audit', name: 'trail', layout: 'projected', logs: 's3://trail/AWSLogs/' });
  gateway = await startGateway({ backend: await duckDbBackend({ root: s3, tables: [table] }), root: s3, faults: [asCloudTrailWroteIt, (request, answered) => faults[0]?.(request, answered)], workgroups: { audit: { output: 's3://results/athena/' } } });
  process.env['AWS_ENDPOINT_URL'] = gateway.url;
}, 60_000);
afterAll(async () => {
  delete process.env['AWS_ENDPOINT_URL'];
  delete process.env['AWS_ENDPOINT_URL_STS'];
  await gateway.close();
});

function keyOf(day: string, folder: string, region: string, time = 'T1305Z'): string {
  return `AWSLogs/111122223333/${folder}/${region}/${day.replaceAll('-', '/')}/111122223333_${folder}_${region}_${folder === 'CloudTrail' ? '' : 'trail_us-east-1_'}${day.replaceAll('-', '')}${time}_strange.json.gz`;
}

async function write(path: string, bytes: Buffer | string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}

/** An event that was delivered twice, a record without an id, a log without a record, and the digests of a day. */
async function writeStrange(folder: string): Promise<void> {
  const [again] = someEvents();
  await write(join(folder, keyOf('2026-10-06', 'CloudTrail', 'us-east-1')), gzipSync(JSON.stringify({ Records: [again, { ...again, eventID: undefined }] })));
  await write(join(folder, EMPTY), NO_RECORDS);
  for (let hour = 0; hour < 24; hour += 1) {
    const at = (of: number): string => new Date(Date.UTC(2026, 9, 5, of)).toISOString().replace('.000Z', 'Z');
    const digest = { awsAccountId: '111122223333', digestS3Object: 'AWSLogs/111122223333/CloudTrail-Digest/eu-west-1/x', digestStartTime: at(hour), digestEndTime: at(hour + 1), logFiles: [] };
    await write(join(folder, keyOf(at(hour + 1).slice(0, 10), 'CloudTrail-Digest', 'eu-west-1', `T${at(hour + 1).slice(11, 13)}0000Z`)), gzipSync(JSON.stringify(digest)));
  }
}

async function runFrom(given: Parameters<typeof settingsOf>[0], more: Parameters<typeof contextOf>[0] = {}): Promise<Outcome> {
  const fromAws = given.logs === logs ? {} : { 'aws-region': 'eu-central-1', 'role-to-assume': ROLE_ARN };
  const settings = settingsOf({ 'output-dir': join(room, `out-${(outputs += 1)}`), ...fromAws, ...given });
  return run(settings, contextOf({ aws: world(), ...more }));
}

const ATHENA = { 'athena-database': 'audit', 'athena-table': 'trail', 'athena-workgroup': 'audit' } as const;
const json = async ({ packPath }: Outcome, name: string): Promise<Record<string, never>> => JSON.parse(await readFile(join(packPath, `${name}.json`), 'utf8')) as Record<string, never>;
/** What is evidence, by path. */
async function evidenceOf({ packPath }: Outcome): Promise<Readonly<Record<string, string>>> {
  const files = [...await filesOf(packPath)].filter(([name]) => /^(results|queries)\/|^(coverage\.csv|decisions\.json|results\.json)$/.test(name));
  return Object.fromEntries(files.map(([name, bytes]) => [name, bytes.toString('utf8')]));
}

describe('the same logs', () => {
  it('give the same evidence from a folder, from a bucket and from Athena, staged or not', async () => {
    const fromFolder = await runFrom({ logs });
    const others = [await runFrom({ logs: 's3://logs/prefix' }), await runFrom({ ...ATHENA, staging: 'always' }), await runFrom({ ...ATHENA, staging: 'never' })];
    const evidence = await evidenceOf(fromFolder);
    for (const other of others) {
      expect(await evidenceOf(other)).toEqual(evidence);
      expect(other.evidenceId).toBe(fromFolder.evidenceId);
      expect((await verifyPack(other.packPath)).problems).toEqual([]);
      expect((await json(other, 'run'))['records']).toEqual((await json(fromFolder, 'run'))['records']);
    }
    const [, staged] = others;
    expect((await json(fromFolder, 'run'))['spending']).toBeNull();
    expect(staged?.spending?.executions.map(({ purpose }) => purpose)).toEqual(expect.arrayContaining(['stage', 'ROOT-01']));
    const left = [...(await filesOf(join(s3, 'results'))).keys()].filter((name) => !/\.(csv|txt)(\.metadata)?$/.test(name));
    expect(left).toEqual([]);
  }, 240_000);
});

describe('a run of Athena', () => {
  it('says in run.json who asked, of which table, and what every statement took', async () => {
    const underWay: UnderWay[] = [];
    const outcome = await runFrom({ ...ATHENA, staging: 'always', frameworks: 'gdpr' }, { onAthena: (now) => void underWay.push(now) });
    expect(await json(outcome, 'run')).toMatchObject({
      engine: { name: 'athena', version: 'Athena engine version 3', athena: { database: 'audit', table: 'trail', workgroup: 'audit' } },
      aws: { region: 'eu-central-1', account: '111122223333', arn: 'arn:aws:sts::111122223333:assumed-role/audit/evidence', roleToAssume: ROLE_ARN },
      settings: { logs: 's3://trail/AWSLogs/' },
    });
    expect((await json(outcome, 'run'))['spending']).toEqual(outcome.spending);
    expect((await json(outcome, 'run'))['files']).toMatchObject({ foldersLeftAside: ['CloudTrail-NetworkActivity'] });
    const report = await readFile(join(outcome.packPath, 'gdpr.md'), 'utf8');
    expect(report).toContain('CloudTrail’s folder CloudTrail-NetworkActivity: they stand in the archive, and the table that was queried does not read them');
    for (const { executionId } of outcome.spending?.executions.slice(0, 3) ?? []) expect(report).toContain(executionId);
    expect(report).not.toContain('assumed-role/audit/evidence');
    expect(new Set(underWay.map(({ runId }) => runId)).size).toBe(1);
    expect(underWay.at(-1)?.executionIds).toEqual([]);
    expect(endings.size).toBe(0);
  }, 120_000);

  it('that is refused leaves no pack', async () => {
    await expect(runFrom({ ...ATHENA, 'athena-table': 'nothing', 'output-dir': join(room, 'refused') })).rejects.toThrow('athena-table: there is no table audit.nothing');
    expect(await namesIn(join(room, 'refused'))).toEqual([]);
  });
});

describe('a run from a bucket', () => {
  it('goes on without an object that S3 does not give, and says so', async () => {
    const lost = `prefix/${keyOf('2026-10-06', 'CloudTrail', 'us-east-1')}`;
    faults[0] = onCall('GetObject', ({ input }) => (input['Key'] === lost ? s3Error(404, 'NoSuchKey', 'The specified key does not exist.') : undefined));
    try {
      const outcome = await runFrom({ logs: 's3://logs/prefix', frameworks: 'gdpr' });
      expect(outcome.verdict.incomplete).toBe(true);
      expect(await json(outcome, 'run')).toMatchObject({ files: { read: 3, notRead: 1, digests: 24 }, settings: { logs: 's3://logs/prefix' }, engine: { athena: null }, spending: null });
      expect(JSON.stringify(await json(outcome, 'integrity'))).toContain('it is gone since it was listed (NoSuchKey)');
    } finally {
      faults.length = 0;
    }
  }, 120_000);
});
