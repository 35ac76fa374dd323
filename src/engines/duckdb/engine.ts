import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { columnsNamed } from '../../pack/event-columns.js';
import { executedSql, type ExecutableQuery } from '../../pack/executable-query.js';
import { productRoot } from '../../pack/product-files.js';
import type { Period } from '../../settings/period.js';
import type { LogFile } from '../../sources/log-file.js';
import { LOCAL_FILES, type LogReader } from '../../sources/log-reader.js';
import type { CaseEngine } from '../case-engine.js';
import { type Engine, EngineError, type Loaded, type MalformedRecords, type QueryRun, type Row } from '../engine.js';
import { readEventsSql } from '../events-sql.js';
import { countCells, countEvents, findTrailChanges } from './account-for-events.js';
import { eventsRelations, type PresentEvents, presentEvents } from './events-relation.js';
import { columnsWithOtherTexts } from './known-texts.js';
import { type LoadProgress, loadRecords } from './load-records.js';
import { loadDuckDb } from './native/load-duckdb.js';
import { streamRows } from './result-rows.js';
import { ORIGINAL_EVENT_ID, type OtherTexts, recordsSqlForReaders } from './stored-records.js';

export interface DuckDbInput {
  /** Log files inside the window of delivery days. */
  readonly files: readonly LogFile[];
  /** Left out: they are on this machine. */
  readonly reader?: LogReader;
  readonly period: Period;
  readonly memoryLimitMb: number;
  /** Folder for staged and spilled data; null: the system's. Emptied on close. */
  readonly tempDir: string | null;
  readonly progress?: LoadProgress;
  /** Folder of the native library, and the environment that says where a fetched one is kept; by default what npm installed. */
  readonly duckdbBindingsPath?: string | null;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** The embedded engine: reads log files with our SQL, then is locked before any query of the pack runs. */
export async function openDuckDb(input: DuckDbInput): Promise<Engine> {
  const { folder, instance, connection } = await openInstance(input);
  return new DuckDbEngine(input, folder, instance, connection);
}

export type InstanceInput = Pick<DuckDbInput, 'memoryLimitMb' | 'tempDir' | 'duckdbBindingsPath' | 'env'>;

/** An empty database that fetches nothing, with a folder of its own. */
export async function openInstance(input: InstanceInput): Promise<{ readonly folder: string; readonly instance: DuckDBInstance; readonly connection: DuckDBConnection }> {
  const { DuckDBInstance } = await loadDuckDb({ given: input.duckdbBindingsPath ?? null, env: input.env ?? {} });
  const parent = input.tempDir ?? tmpdir();
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(join(parent, 'cloudtrail-evidence-'));
  try {
    const instance = await DuckDBInstance.create(':memory:', {
      memory_limit: `${input.memoryLimitMb}MiB`,
      temp_directory: join(folder, 'spill'),
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      preserve_insertion_order: 'false',
      // What is in memory needs no checkpoint; one would compress part of the table, now and then, at a sixth of a run's CPU time.
      checkpoint_threshold: '1TB',
    });
    return { folder, instance, connection: await instance.connect() };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw new EngineError('DuckDB could not be started.', { cause: error });
  }
}

/** While one is planned, or its rows are written, others run; more would only share the same memory. */
const QUERIES_AT_ONCE = 4;

class DuckDbEngine implements Engine {
  readonly name = 'duckdb';
  readonly queriesAtOnce = QUERIES_AT_ONCE;
  /** Connections on which no result is being read; a connection holds one at a time. */
  private readonly idle: DuckDBConnection[] = [];
  private readonly eventsSql = readEventsSql();
  private present: PresentEvents = new Map();
  private others: OtherTexts = new Set();
  constructor(
    private readonly input: DuckDbInput,
    private readonly folder: string,
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
  ) {}

  async load(): Promise<Loaded> {
    const prelude = readPrelude();
    await this.connection.run(prelude);
    const { files, malformed } = await loadRecords(this.connection, { ...this.input, reader: this.input.reader ?? LOCAL_FILES }, this.folder, this.eventsSql, this.input.progress ?? (() => undefined));
    const duplicates = await this.keepOneOfEach();
    this.present = await presentEvents(this.connection);
    this.others = await columnsWithOtherTexts(this.connection);
    const records = files.reduce((sum, { outcome }) => sum + (outcome.list === 'read' ? outcome.records : 0), 0);
    const malformedCount = [...malformed.values()].reduce((sum, count) => sum + count, 0);
    const counts = await countEvents(this.connection, { records, malformed: malformedCount, duplicates });
    if (counts.events + counts.leadIn + counts.outsidePeriod + duplicates + malformedCount !== records) {
      throw new EngineError(`Records do not tie out: ${records} read, but ${JSON.stringify(counts)} accounted for. Nothing can be said from these logs.`);
    }
    const allEvents = eventsRelations(this.eventsSql, { events: 'any', context: {}, leadIn: false }, this.present, { others: this.others });
    const cells = await countCells(this.connection, allEvents);
    const trailChanges = await findTrailChanges(this.connection, allEvents);
    for (let made = 0; made < QUERIES_AT_ONCE; made += 1) this.idle.push(await this.connect(prelude));
    await shareThreads(this.connection);
    await lock(this.connection);
    return {
      files,
      counts,
      cells,
      malformed: malformedByPlace(this.input.files, malformed),
      trailChanges,
      missingColumns: [],
      engineVersion: `DuckDB ${await this.version()}`,
      sql: { 'prelude.sql': prelude, 'records.sql': recordsSqlForReaders(this.eventsSql, this.input.period), 'events.sql': this.eventsSql.text },
    };
  }

  async run({ query, packSql }: ExecutableQuery): Promise<QueryRun> {
    const sql = executedSql(packSql, query, eventsRelations(this.eventsSql, query, this.present, { columns: columnsNamed(packSql), others: this.others }));
    const connection = this.idle.pop();
    if (connection === undefined) throw new Error(`${query.id}: ${QUERIES_AT_ONCE} queries are under way already.`);
    const release = (): void => void this.idle.push(connection);
    try {
      const { columns, chunks } = await streamRows(connection, query.id, sql);
      return { executedSql: sql, columns: columns ?? Object.keys(query.columns), chunks: releasing(query.id, chunks, release) };
    } catch (error) {
      release();
      throw error instanceof EngineError ? error : new EngineError(`${query.id}: DuckDB refuses the query.`, { cause: error });
    }
  }

  /** A database of its own: this one is locked. */
  async openCases(period: Period): Promise<CaseEngine> {
    const { openDuckDbCases } = await import('./case-engine.js');
    return openDuckDbCases(this.input, period);
  }

  spending(): null {
    return null;
  }

  async close(): Promise<void> {
    for (const connection of [this.connection, ...this.idle]) connection.closeSync();
    this.instance.closeSync();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Leaves one row an event in `interpreted`; returns how many went. */
  private async keepOneOfEach(): Promise<number> {
    await this.connection.run(`CREATE TEMP TABLE repeated AS\n${this.eventsSql.repeated}`);
    if ((await this.count('SELECT count(*) FROM repeated')) === 0) return 0;
    await this.connection.run(`CREATE TEMP TABLE kept AS WITH repeated_records AS (\n${this.eventsSql.repeatedRecords}\n)\nSELECT stored_row FROM (\n${this.eventsSql.kept}\n) k`);
    const gone = await this.connection.run(`DELETE FROM stored USING repeated d\nWHERE event_id IS NOT NULL AND event_time IS NOT NULL AND stored.account_id = d.account_id AND ${ORIGINAL_EVENT_ID} = d.original_event_id\n  AND stored.rowid NOT IN (SELECT stored_row FROM kept)`);
    return gone.rowsChanged;
  }

  /** A connection as the pack's queries need it: the prelude's settings are a connection's own. */
  private async connect(prelude: string): Promise<DuckDBConnection> {
    const connection = await this.instance.connect();
    await connection.run(prelude);
    return connection;
  }

  private async version(): Promise<string> {
    const rows = await (await this.connection.run('SELECT version()')).getRows();
    return String(rows[0]?.[0]);
  }

  private async count(sql: string): Promise<number> {
    return Number((await (await this.connection.run(sql)).getRows())[0]?.[0] ?? 0);
  }
}

export function readPrelude(): string {
  return readFileSync(join(productRoot(), 'src', 'engines', 'duckdb', 'prelude.sql'), 'utf8');
}

/** Each query that is under way has a thread of its own; only what processors are left over are shared among them. */
async function shareThreads(connection: DuckDBConnection): Promise<void> {
  const threads = Number((await (await connection.run("SELECT current_setting('threads')")).getRows())[0]?.[0]);
  await connection.run(`SET threads = ${Math.max(1, threads - (QUERIES_AT_ONCE - 1))}`);
}

/** From here on no SQL reaches a file, the network, an extension or a setting. */
export async function lock(connection: DuckDBConnection): Promise<void> {
  await connection.run('SET enable_external_access = false');
  await connection.run('SET lock_configuration = true');
}

function malformedByPlace(files: readonly LogFile[], malformed: ReadonlyMap<string, number>): readonly MalformedRecords[] {
  return files
    .filter((file) => malformed.has(file.key))
    .map((file) => ({ account: file.account ?? 'unknown', region: file.region ?? 'unknown', day: file.deliveryDay, records: malformed.get(file.key) ?? 0 }));
}

async function* releasing(id: string, chunks: AsyncIterable<readonly Row[]>, release: () => void): AsyncIterable<readonly Row[]> {
  try {
    yield* chunks;
  } catch (error) {
    throw error instanceof EngineError ? error : new EngineError(`${id}: DuckDB stopped while the rows were read.`, { cause: error });
  } finally {
    release();
  }
}
