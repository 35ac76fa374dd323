import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { CALLS, STAGED_TABLES } from '../src/aws/permissions.js';
import { check } from '../src/check.js';
import { endings } from '../src/leftovers.js';
import { loadQueries } from '../src/pack/load-queries.js';
import { type Outcome, run } from '../src/run.js';
import { endRun, type UnderWay } from '../src/run-logs.js';
import { selfTestCommand, selfTestInputs } from '../src/self-test-command.js';
import { verifyPack } from '../src/store/verify.js';
import { githubAndSts, ROLE_ARN } from './aws/github-and-sts.js';
import { writeTableFiles } from './counterparts/demo-table.js';
import { duckDbBackend } from './counterparts/duckdb-backend.js';
import { type Fault, type Gateway, type GatewayRequest, onCall, s3Error, startGateway } from './counterparts/gateway.js';
import { cloudTrailTable } from './counterparts/hive-table.js';
import { type Account, type AccountInput, withAccount } from './setup/account.js';
import { contextOf, filesOf, namesIn, PERIOD, settingsOf, someEvents, temporaryRoom, writeLogs } from './small-archive.js';

/** The same logs in three places: a folder, a bucket as CloudTrail fills it, and a bucket under a table of Athena. */
const room = await temporaryRoom();
const logs = join(room, 'logs');
const s3 = join(room, 's3');
const { fake, world } = githubAndSts();
const EMPTY = keyOf('2026-10-06', 'CloudTrail', 'eu-west-1');
const NO_RECORDS = gzipSync('{"Records":[]}');
/** The table's files hold one record a line, so that a log without a record is an empty file there; S3 gives it as CloudTrail wrote it. */
const asCloudTrailWroteIt = onCall('GetObject', ({ input }) => (input['Bucket'] === 'trail' && input['Key'] === EMPTY ? { status: 200, body: NO_RECORDS } : undefined));
const faults: Fault[] = [];
let gateway: Gateway;
let outputs = 0;
/** More rows than Athena gives in a page, so that a result is read from its object. */
const MANY = 1_050;
/** An object that S3 may have archived: it is old, and so is its class. */
const OLD = keyOf('2026-10-06', 'CloudTrail', 'us-east-1');

beforeAll(async () => {
  const [, user] = someEvents();
  await writeLogs(logs, [...someEvents(), ...Array.from({ length: MANY }, (_, index) => ({ ...user, eventID: `many-${index}`, eventTime: '2026-10-05T12:00:00Z' }))]);
  await writeStrange(logs);
  for (const bucket of ['trail', 'results']) await mkdir(join(s3, bucket), { recursive: true });
  for (const [name, bytes] of await filesOf(logs)) await write(join(s3, 'logs', 'prefix', name), bytes);
  await write(join(s3, 'logs', 'prefix', keyOf('2026-07-05', 'CloudTrail', 'us-east-1')), 'another month');
  await writeTableFiles(logs, join(s3, 'trail'));
  await write(join(s3, 'trail', keyOf('2026-10-05', 'CloudTrail-NetworkActivity', 'eu-west-1')), NO_RECORDS);
  await utimes(join(s3, 'trail', OLD), new Date('2026-01-01'), new Date('2026-01-01'));
  const table = cloudTrailTable({ database: 'audit', name: 'trail', layout: 'projected', logs: 's3://trail/AWSLogs/', columns: 'setup' });
  const narrow = cloudTrailTable({ database: 'audit', name: 'narrow', layout: 'projected', logs: 's3://trail/AWSLogs/', columns: 'setup', without: ['requestparameters', 'tlsdetails'] });
  gateway = await startGateway({ backend: await duckDbBackend({ root: s3, tables: [table, narrow] }), root: s3, faults: [asCloudTrailWroteIt, (request, answered) => faults[0]?.(request, answered)], workgroups: { audit: { output: 's3://results/athena/' } }, storageClass: (bucket, key) => (bucket === 'trail' && key === OLD ? 'INTELLIGENT_TIERING' : undefined) });
  process.env['AWS_ENDPOINT_URL'] = gateway.url;
});
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
  await write(join(folder, OLD), gzipSync(JSON.stringify({ Records: [again, { ...again, eventID: undefined }] })));
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

/** `athena GetWorkGroup`, `s3 GetObject logs` */
function nameOf({ service, operation, bucket }: { readonly service: string; readonly operation: string; readonly bucket: string | null }): string {
  return [service, operation, ...(bucket === null ? [] : [bucket])].join(' ');
}

/** Names of the calls in the list. */
const listed = (which: (call: (typeof CALLS)[number]) => boolean): ReadonlySet<string> => new Set(CALLS.filter(which).map(nameOf));
/** Names of all calls that were made in any test here. */
const seen = new Set<string>();

interface Made {
  readonly calls: ReadonlySet<string>;
  readonly statements: readonly string[];
}

function madeBy(requests: readonly GatewayRequest[]): Made {
  const toServices = requests.map(({ service, operation, input }) => nameOf({ service, operation, bucket: service !== 's3' ? null : input['Bucket'] === 'results' ? 'results' : 'logs' }));
  const calls = new Set([...fake().actions().map((action) => `sts ${action}`), ...toServices]);
  for (const call of calls) seen.add(call);
  return { calls, statements: requests.filter(({ operation }) => operation === 'StartQueryExecution').map(({ input: { QueryString } }) => String(QueryString)) };
}

const ATHENA = { 'athena-database': 'audit', 'athena-table': 'trail', 'athena-workgroup': 'audit' } as const;
const json = async ({ packPath }: Outcome, name: string): Promise<Record<string, never>> => JSON.parse(await readFile(join(packPath, `${name}.json`), 'utf8')) as Record<string, never>;
/** What is evidence, by path. */
async function evidenceOf({ packPath }: Outcome): Promise<Readonly<Record<string, string>>> {
  const files = [...await filesOf(packPath)].filter(([name]) => /^(results|queries)\/|^(coverage\.csv|exceptions\.csv|decisions\.json|results\.json)$/.test(name));
  return Object.fromEntries(files.map(([name, bytes]) => [name, bytes.toString('utf8')]));
}

describe('queries --self-test on Athena', () => {
  it('asks for what a run asks, reads no log, and says what came of it', async () => {
    const before = gateway.requests.length;
    const settings = settingsOf({ ...selfTestInputs({ ...ATHENA, 'aws-region': 'eu-central-1', 'role-to-assume': ROLE_ARN }), period: PERIOD });
    expect(await selfTestCommand(['LOG-02', 'root-01'], settings, contextOf({ aws: world() }))).toEqual({ code: 0, text: expect.stringMatching(/^LOG-02 +fired (\d+) of \1 +silent (\d+) of \2\nROOT-01 +fired .*\n\n2 queries on athena: .*: all as they must\.$/) });
    const { calls, statements } = madeBy(gateway.requests.slice(before));
    expect(statements.filter((sql) => sql.includes('"audit"'))).toEqual([]);
    expect([...calls].filter((call) => call.endsWith(' logs'))).toEqual([]);
  });
});

describe('the same logs', () => {
  const PLACES = { bucket: { logs: 's3://logs/prefix' }, staged: { ...ATHENA, staging: 'always' }, direct: { ...ATHENA, staging: 'never' } } as const;
  const made = new Map<keyof typeof PLACES, Made>();
  const callsOf = (place: keyof typeof PLACES): Made => made.get(place) ?? { calls: new Set(), statements: [] };

  it('give the same evidence from a folder, from a bucket and from Athena, staged or not', async () => {
    const fromFolder = await runFrom({ logs });
    const others: Outcome[] = [];
    for (const [place, given] of Object.entries(PLACES) as [keyof typeof PLACES, object][]) {
      const before = gateway.requests.length;
      others.push(await runFrom(given));
      made.set(place, madeBy(gateway.requests.slice(before)));
    }
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
  });

  it('are read from a bucket by calls that are in the list', () => {
    expect([...callsOf('bucket').calls].sort()).toEqual(['s3 GetObject logs', 's3 ListObjectsV2 logs', 'sts AssumeRoleWithWebIdentity', 'sts GetCallerIdentity']);
  });

  it('are read without staging by calls that are in the list, none of those for staging, and statements that read', () => {
    const { calls, statements } = callsOf('direct');
    expect([...calls].filter((call) => !listed(({ staging }) => !staging).has(call))).toEqual([]);
    expect(statements.length).toBeGreaterThan(40);
    expect(statements.filter((sql) => !/^\s*(SELECT|WITH)\b/i.test(sql))).toEqual([]);
  });

  it('are staged by calls that are in the list, in tables that are all named as the policy allows', () => {
    const { calls, statements } = callsOf('staged');
    expect([...calls].filter((call) => !listed(() => true).has(call))).toEqual([]);
    const tables = statements.flatMap((sql) => /^\s*(?:CREATE TABLE|DROP TABLE IF EXISTS)\s+\S+\.["`](\w+)["`]/i.exec(sql)?.[1] ?? []);
    expect(tables.length).toBeGreaterThan(1);
    expect(tables.filter((name) => !name.startsWith(STAGED_TABLES))).toEqual([]);
    expect(statements.filter((sql) => !/^\s*(SELECT|WITH|CREATE TABLE|DROP TABLE)\b/i.test(sql))).toEqual([]);
  });
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
  });

  it('of a table without a column marks each result that needs it, and no other', async () => {
    const given = { ...ATHENA, staging: 'always', frameworks: 'gdpr' };
    const [whole, narrow] = [await runFrom(given), await runFrom({ ...given, 'athena-table': 'narrow' })];
    expect(await json(narrow, 'run')).toMatchObject({ engine: { missingColumns: ['request_parameters', 'tls_version'] } });
    const needing = new Set((await loadQueries()).filter(({ needs }) => ['request_parameters', 'resource', 'tls_version'].some((column) => needs.includes(column))).map(({ id }) => id));
    expect(needing.size).toBeGreaterThan(30);
    for (const [index, found] of narrow.results.entries()) {
      const before = whole.results[index]!;
      const marked = needing.has(found.id) && before.result !== 'not-evaluated';
      expect([found.id, found.reasons.filter(({ code }) => code === 'column-missing')]).toEqual([found.id, marked ? [{ code: 'column-missing', account: null, region: null, from: null, to: null }] : []]);
      expect([found.id, found.reasons.filter(({ code }) => code !== 'column-missing')]).toEqual([found.id, before.reasons]);
      const answered = marked && before.result !== 'not-collected' && before.result !== 'failed';
      expect([found.id, found.result]).toEqual([found.id, !answered ? before.result : found.exceptions.total > 0 ? 'exceptions' : 'incomplete']);
    }
    expect(narrow.verdict).toMatchObject({ incomplete: true, exitCode: 4 });
    const report = await readFile(join(narrow.packPath, 'gdpr.md'), 'utf8');
    expect(report).toContain('Fields the log table does not hold, read as empty: requestParameters, tlsDetails.tlsVersion');
    expect((await verifyPack(narrow.packPath)).problems).toEqual([]);
  });

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
  });
});

describe('other calls that arrive are in the list', () => {
  const callsOf = async (input: AccountInput, work: (account: Account) => Promise<unknown>): Promise<Made> => {
    try {
      return await withAccount(world(), input, async (account) => {
        await work(account);
        return madeBy(account.requests);
      });
    } finally {
      process.env['AWS_ENDPOINT_URL'] = gateway.url;
    }
  };

  it('of a check', async () => {
    const { calls, statements } = await callsOf({}, ({ settings, context }) => check(settings, context));
    expect([...calls].filter((call) => !listed(() => true).has(call))).toEqual([]);
    expect(statements).toEqual([]);
  });

  it('of a clean-up after a run that was killed', async () => {
    const killed = '11111111-2222-3333-4444-555555555555';
    const stopped = onCall('BatchGetQueryExecution', ({ input }) => (
      String(input['QueryExecutionIds']) === killed ? { status: 200, body: JSON.stringify({ QueryExecutions: [{ QueryExecutionId: killed, Status: { State: 'CANCELLED' } }] }) } : undefined
    ));
    const { calls, statements } = await callsOf({ backend: (root, table) => duckDbBackend({ root, tables: [table] }), faults: [stopped] }, async ({ settings, context, root }) => {
      const table = `${STAGED_TABLES}killed_1`;
      const place = join(root, 'results', 'cloudtrail-evidence');
      await write(join(place, table, 'part.parquet'), 'staged');
      await write(join(place, `${table}.json`), JSON.stringify({ schemaVersion: 1, database: 'audit', table, location: `s3://results/cloudtrail-evidence/${table}/` }));
      await endRun(settings, { runId: 'killed', executionIds: [killed] }, context);
      expect((await readdir(place, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile() && !entry.name.endsWith('.txt'))).toEqual([]);
    });
    expect([...calls].filter((call) => !listed(() => true).has(call))).toEqual([]);
    expect(statements).toEqual([`DROP TABLE IF EXISTS \`audit\`.\`${STAGED_TABLES}killed_1\``]);
  });

  it('and the list holds no call that was not made in any run, check or clean-up here', () => {
    expect([...listed(() => true)].filter((call) => !seen.has(call))).toEqual([]);
  });
});
