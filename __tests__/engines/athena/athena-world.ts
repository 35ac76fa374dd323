import type { AthenaClient } from '@aws-sdk/client-athena';
import type { S3Client } from '@aws-sdk/client-s3';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { athenaClient, s3Client } from '../../../src/aws/clients.js';
import type { AwsCredentialIdentityProvider } from '../../../src/aws/credentials.js';
import type { Calling } from '../../../src/engines/athena/calls.js';
import { type AthenaInput, openAthena } from '../../../src/engines/athena/engine.js';
import { readTable } from '../../../src/engines/athena/plan.js';
import type { Engine, Row } from '../../../src/engines/engine.js';
import type { Query } from '../../../src/pack/query.js';
import type { AthenaSettings } from '../../../src/settings/settings.js';
import { placeOf } from '../../../src/sources/archive-path.js';
import type { LogFile } from '../../../src/sources/log-file.js';
import type { Workgroup } from '../../counterparts/athena-protocol.js';
import { type Backend, type Statement, statementKind, type StatementResult } from '../../counterparts/backend.js';
import { writeLogObject } from '../../counterparts/demo-table.js';
import { duckDbBackend } from '../../counterparts/duckdb-backend.js';
import { type Fault, type GatewayRequest, startGateway } from '../../counterparts/gateway.js';
import { cloudTrailTable, type TableAt } from '../../counterparts/hive-table.js';
import { query } from '../../evidence/month.js';
import { PERIOD } from '../duckdb/loaded-logs.js';

/** Clients over a gateway, and a clock that only waiting moves. */
export interface World {
  readonly athena: AthenaClient;
  readonly s3: S3Client;
  readonly calling: Calling;
  /** Every wait, in milliseconds: those between polls and those between tries. */
  readonly waits: readonly number[];
  readonly requests: readonly GatewayRequest[];
  /** Folder that stands for S3. */
  readonly root: string;
}

export interface WorldInput {
  readonly backend: (root: string) => Backend | Promise<Backend>;
  readonly faults?: readonly Fault[];
  readonly workgroups?: Readonly<Record<string, Workgroup>>;
  readonly credentials?: AwsCredentialIdentityProvider;
}

export const OUTPUT = 's3://results/athena/';
export const AUDIT: Workgroup = { output: OUTPUT };
/** When the tests play: after the period. */
export const NOW = Date.parse('2026-11-21T06:00:00Z');

export async function withWorld<T>({ backend, faults = [], workgroups = { audit: AUDIT }, credentials = () => Promise.resolve({ accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'none' }) }: WorldInput, work: (world: World) => T | Promise<T>): Promise<T> {
  const root = await mkdtemp(join(tmpdir(), 'athena-test-'));
  await Promise.all(['results', 'trail'].map((bucket) => mkdir(join(root, bucket))));
  const engine = await backend(root);
  const running = new Set<Promise<unknown>>();
  const watched: Backend = {
    engineVersion: engine.engineVersion,
    table: (database, name) => engine.table(database, name),
    syntaxFault: (sql) => engine.syntaxFault(sql),
    execute: (statement) => {
      const run = engine.execute(statement);
      if (!neverEnding.has(statement.signal)) {
        const ended: Promise<unknown> = run.catch(() => undefined).finally(() => running.delete(ended));
        running.add(ended);
      }
      return run;
    },
    close: () => engine.close(),
  };
  const gateway = await startGateway({ backend: watched, root, faults, workgroups });
  const waits: number[] = [];
  let now = NOW;
  const wait = async (ms: number): Promise<void> => {
    waits.push(ms);
    now += ms;
    // The clock stands while a statement runs, however slow the machine; what came over the wire arrives first.
    while (running.size > 0) await Promise.all(running);
    await new Promise((done) => setImmediate(done));
  };
  const pace = { wait, random: () => 0.5 };
  process.env['AWS_ENDPOINT_URL'] = gateway.url;
  const access = { region: 'eu-west-1', credentials };
  const [athena, s3] = [athenaClient(access, pace), s3Client(access, pace)];
  try {
    return await work({ athena, s3, calling: { ...pace, now: () => now }, waits, requests: gateway.requests, root });
  } finally {
    delete process.env['AWS_ENDPOINT_URL'];
    athena.destroy();
    s3.destroy();
    await gateway.close();
    await rm(root, { recursive: true, force: true });
  }
}

/** A backend that answers from a script: rows of text by what the statement is. */
export function scripted(answer: (statement: Statement) => Partial<StatementResult> | Promise<Partial<StatementResult>>): Backend {
  return {
    engineVersion: 'Athena engine version 3',
    table: () => null,
    syntaxFault: () => Promise.resolve(null),
    execute: async (statement) => ({ kind: statementKind(statement.sql), columns: [], rows: [], bytesScanned: 0, ...(await answer(statement)) }),
    close: () => Promise.resolve(),
  };
}

const neverEnding = new WeakSet<AbortSignal>();

/** A statement that ends only when it is stopped. */
export function endless({ signal }: Statement): Promise<never> {
  neverEnding.add(signal);
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))));
}

export const ACCOUNT = '111122223333';

/** `objectKey('05', 'a')`: of 5 October. */
export function objectKey(day: string, name: string, account = ACCOUNT): string {
  return `AWSLogs/${account}/CloudTrail/eu-west-1/2026/10/${day}/${account}_CloudTrail_eu-west-1_202610${day}T1005Z_${name}.json.gz`;
}

/** Log objects by key: their records, or their bytes as they stand. */
export type Trail = Readonly<Record<string, readonly object[]>>;

export interface TrailInput extends Omit<WorldInput, 'backend'> {
  readonly table?: Partial<TableAt>;
  readonly settings?: Partial<AthenaSettings>;
  readonly input?: Partial<AthenaInput>;
  /** Objects that stand in S3 beside the trail's, by bucket and key. */
  readonly prepare?: (root: string) => Promise<void>;
  /** Statements that end only when they are stopped. */
  readonly endless?: (sql: string) => boolean;
}

export const SETTINGS: AthenaSettings = { database: 'audit', table: 'trail', workgroup: 'audit', output: null, staging: 'always', maxScanBytes: null, allowFullScan: false };

export interface Opened extends World {
  readonly open: (more?: Partial<AthenaInput>) => Promise<Engine>;
  readonly files: readonly LogFile[];
  readonly warnings: readonly string[];
}

/** A trail in S3, its table, and the engine that reads it, over DuckDB in Athena's place. */
export async function withTrail<T>(trail: Trail, { table, settings, input, prepare, endless: isEndless = () => false, ...more }: TrailInput, work: (opened: Opened) => T | Promise<T>): Promise<T> {
  const hive = cloudTrailTable({ database: 'audit', name: 'trail', layout: 'projected', logs: 's3://trail/AWSLogs/', ...table });
  const backend = async (root: string): Promise<Backend> => {
    for (const [key, records] of Object.entries(trail)) await writeLogObject(join(root, 'trail', key), records);
    await prepare?.(root);
    const engine = await duckDbBackend({ root, tables: [hive] });
    return {
      engineVersion: engine.engineVersion,
      table: (database, name) => engine.table(database, name),
      syntaxFault: (sql) => engine.syntaxFault(sql),
      execute: (statement) => (isEndless(statement.sql) ? endless(statement) : engine.execute(statement)),
      close: () => engine.close(),
    };
  };
  return withWorld({ backend, ...more }, async (world) => {
    const files = Object.keys(trail).map((key): LogFile => ({ path: `s3://trail/${key}`, key, ...placeOf(key), bytes: 1_000 }));
    const warnings: string[] = [];
    const given = { ...SETTINGS, ...settings };
    const open = async (again: Partial<AthenaInput> = {}): Promise<Engine> => openAthena({
      ...world, settings: given, table: await readTable(world.athena, given, world.calling), scope: { accounts: [], regions: [] }, period: PERIOD, files,
      queries: [query({ sql: 'SELECT event_id, request_parameters FROM events' })], runId: 'run_1', warn: (sentence) => void warnings.push(sentence), ...input, ...again,
    });
    return work({ ...world, open, files, warnings });
  });
}

/** Runs a SELECT over `events` as a query of the pack. */
export async function rowsOf(engine: Engine, packSql: string, more: Partial<Query> = {}): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for await (const chunk of (await engine.run({ query: query({ key: ['event_id'], ...more }), packSql })).chunks) rows.push(...chunk);
  return rows;
}

/** Keys in a bucket. */
export async function keysIn(root: string, bucket: string): Promise<readonly string[]> {
  const entries = await readdir(join(root, bucket), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(join(root, bucket).length + 1)).sort();
}
