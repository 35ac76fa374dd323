import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { CALLS, STAGED_TABLES } from '../../src/aws/permissions.js';
import { check } from '../../src/check.js';
import { run } from '../../src/run.js';
import { endRun } from '../../src/run-logs.js';
import { githubAndSts } from '../aws/github-and-sts.js';
import { duckDbBackend } from '../counterparts/duckdb-backend.js';
import type { GatewayRequest } from '../counterparts/gateway.js';
import { type LogRecord, someEvents } from '../small-archive.js';
import { type Account, type AccountInput, DAYS, logKey, withAccount } from './account.js';

const { fake, world } = githubAndSts();
beforeEach(() => void (fake().now = new Date('2026-11-02T06:00:00Z')));

/** More rows than Athena gives in a page, so that the result is read from its object. */
const MANY = 1_500;

/** `athena GetWorkGroup`, `s3 GetObject logs` */
function nameOf({ service, operation, bucket }: { readonly service: string; readonly operation: string; readonly bucket: string | null }): string {
  return [service, operation, ...(bucket === null ? [] : [bucket])].join(' ');
}

function madeBy(requests: readonly GatewayRequest[]): ReadonlySet<string> {
  const made = requests.map(({ service, operation, input }) => nameOf({ service, operation, bucket: service !== 's3' ? null : input['Bucket'] === 'trail' ? 'logs' : 'results' }));
  return new Set([...fake().actions().map((action) => `sts ${action}`), ...made]);
}

const listed = (which: (call: (typeof CALLS)[number]) => boolean): ReadonlySet<string> => new Set(CALLS.filter(which).map(nameOf));

/** A month's log that makes the program do all it can: digests, an old object that S3 may have archived, a record twice, a long result. */
const everything = (inputs: AccountInput['inputs'], more: readonly LogRecord[] = []): AccountInput => ({
  inputs: { ...inputs, frameworks: 'soc2' },
  backend: (root, table) => duckDbBackend({ root, tables: [table] }),
  logs: Object.fromEntries(DAYS.map((day) => [logKey(day), day === '05' ? [...someEvents(), ...someEvents().slice(0, 1), ...more] : []])),
  storageClass: (bucket, key) => (bucket === 'trail' && key === logKey('03') ? 'INTELLIGENT_TIERING' : undefined),
});

function many(): LogRecord[] {
  const [, user] = someEvents();
  return Array.from({ length: MANY }, (_, index) => ({ ...user, eventID: `many-${index}`, eventTime: '2026-10-05T12:00:00Z' }));
}

/** Waiting lets what came over the wire arrive, and moves the clock. */
function clock(): ReturnType<typeof world> {
  const wait = async (ms: number): Promise<void> => {
    fake().now = new Date(fake().now.getTime() + ms);
    await new Promise((done) => setImmediate(done));
  };
  return world({ wait });
}

async function old({ root }: Account): Promise<void> {
  await utimes(join(root, 'trail', logKey('03')), new Date('2026-01-01'), new Date('2026-01-01'));
}

async function callsOf(input: AccountInput, work: (account: Account) => Promise<unknown>): Promise<{ readonly calls: ReadonlySet<string>; readonly statements: readonly string[] }> {
  return withAccount(clock(), input, async (account) => {
    await old(account);
    await work(account);
    const statements = account.requests.filter(({ operation }) => operation === 'StartQueryExecution').map(({ input: { QueryString } }) => String(QueryString));
    return { calls: madeBy(account.requests), statements };
  });
}

const seen = new Set<string>();
const note = (calls: ReadonlySet<string>): void => calls.forEach((call) => seen.add(call));

describe('calls that arrive are in the list', () => {
  it('of a check', async () => {
    const { calls } = await callsOf(everything({}), ({ settings, context }) => check(settings, context));
    note(calls);
    expect([...calls].filter((call) => !listed(() => true).has(call))).toEqual([]);
  });

  it('of a run without staging, which needs none of those that are for staging', async () => {
    const { calls, statements } = await callsOf(everything({ staging: 'never' }), ({ settings, context }) => run(settings, context));
    note(calls);
    expect([...calls].filter((call) => !listed(({ staging }) => !staging).has(call))).toEqual([]);
    expect(statements.filter((sql) => !/^\s*(SELECT|WITH)\b/i.test(sql))).toEqual([]);
  }, 240_000);

  it('of a run that stages, whose tables are all named as the policy allows', async () => {
    const { calls, statements } = await callsOf(everything({ staging: 'always' }, many()), ({ settings, context }) => run(settings, context));
    note(calls);
    expect([...calls].filter((call) => !listed(() => true).has(call))).toEqual([]);
    const made = statements.flatMap((sql) => /^\s*(?:CREATE TABLE|DROP TABLE IF EXISTS)\s+\S+\.["`](\w+)["`]/i.exec(sql)?.[1] ?? []);
    expect(made.length).toBeGreaterThan(1);
    expect(made.filter((name) => !name.startsWith(STAGED_TABLES))).toEqual([]);
    expect(statements.filter((sql) => !/^\s*(SELECT|WITH|CREATE TABLE|DROP TABLE)\b/i.test(sql))).toEqual([]);
  }, 240_000);

  it('of a clean-up after a run that was killed', async () => {
    const { calls, statements } = await callsOf(everything({}), async ({ settings, context, root }) => {
      const table = `${STAGED_TABLES}killed_1`;
      const place = join(root, 'results', 'cloudtrail-evidence');
      await mkdir(join(place, table), { recursive: true });
      await writeFile(join(place, table, 'part.parquet'), 'staged');
      await writeFile(join(place, `${table}.json`), JSON.stringify({ schemaVersion: 1, database: 'audit', table, location: `s3://results/cloudtrail-evidence/${table}/` }));
      await endRun(settings, { runId: 'killed', executionIds: ['11111111-2222-3333-4444-555555555555'] }, context);
      expect((await readdir(place, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile() && !entry.name.endsWith('.txt'))).toEqual([]);
    });
    note(calls);
    expect([...calls].filter((call) => !listed(() => true).has(call))).toEqual([]);
    expect(statements).toEqual([`DROP TABLE IF EXISTS \`audit\`.\`${STAGED_TABLES}killed_1\``]);
  });
});

it('the list holds no call that was not made in any of them', () => {
  expect([...listed(() => true)].filter((call) => !seen.has(call))).toEqual([]);
});
