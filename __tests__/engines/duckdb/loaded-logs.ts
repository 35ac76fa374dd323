import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDuckDb } from '../../../src/engines/duckdb/engine.js';
import type { Engine, Loaded, Value } from '../../../src/engines/engine.js';
import type { LogFile } from '../../../src/sources/log-file.js';
import { query } from '../../evidence/month.js';
import { LOCAL_FILES, type LogReader } from '../../../src/sources/log-reader.js';
import { written } from '../../sources/temporary-folder.js';

export type LogRecord = Readonly<Record<string, unknown>>;
export type ResultRow = Readonly<Record<string, Value>>;

export const PERIOD = { start: '2026-10-01T00:00:00Z', end: '2026-11-01T00:00:00Z', label: '2026-10' };

/** A record as AWS logs it, with what every record has. */
export function record(eventID: string, more: LogRecord = {}): LogRecord {
  return {
    eventVersion: '1.11', eventID, eventTime: '2026-10-05T10:00:00Z', eventSource: 'iam.amazonaws.com', eventName: 'CreateUser', awsRegion: 'us-east-1', eventType: 'AwsApiCall', eventCategory: 'Management',
    managementEvent: true, readOnly: false, recipientAccountId: '111122223333', sourceIPAddress: '203.0.113.7', userAgent: 'aws-cli/2', requestParameters: null, responseElements: null,
    userIdentity: { type: 'IAMUser', principalId: 'AIDAEXAMPLE', arn: 'arn:aws:iam::111122223333:user/ada', accountId: '111122223333', userName: 'ada' },
    ...more,
  };
}

export interface LoadedLogs {
  readonly loaded: Loaded;
  readonly engine: Engine;
  /** Rows of a SELECT, in the order of `key`. */
  readonly rows: (sql: string, key?: string) => Promise<readonly ResultRow[]>;
}

/** Log files by their path below the logs' root: records, or the text as it stands. */
export type Logs = Readonly<Record<string, readonly unknown[] | string | Buffer>>;

/** Loads logs into the real engine and hands it over; both are gone afterwards. */
export async function withLogs<T>(logs: Logs, work: (given: LoadedLogs) => T | Promise<T>, files: readonly LogFile[] = [], reader: LogReader = LOCAL_FILES): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'engine-test-'));
  try {
    const made = Object.entries(logs).map(([path, content]) => written(folder, path, typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify({ Records: content })));
    const engine = await openDuckDb({ files: [...made, ...files], period: PERIOD, memoryLimitMb: 512, tempDir: folder, reader });
    try {
      const loaded = await engine.load();
      return await work({ loaded, engine, rows: (sql, key = 'event_id') => rowsOf(engine, sql, key) });
    } finally {
      await engine.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export async function rowsOf(engine: Engine, packSql: string, key: string, leadIn = false): Promise<readonly ResultRow[]> {
  const run = await engine.run({ query: query({ key: [key], leadIn }), packSql });
  const rows: ResultRow[] = [];
  for await (const chunk of run.chunks) rows.push(...chunk.map((row) => Object.fromEntries(run.columns.map((column, index) => [column, row[index] ?? null]))));
  return rows;
}
