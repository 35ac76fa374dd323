import type { DuckDBConnection, DuckDBInstance, DuckDBType, DuckDBValue } from '@duckdb/node-api';
import { rm } from 'node:fs/promises';
import { columnsNamed } from '../../pack/event-columns.js';
import { executedSql, type ExecutableQuery, sqlText } from '../../pack/executable-query.js';
import type { Query } from '../../pack/query.js';
import type { Period } from '../../settings/period.js';
import type { LogFile } from '../../sources/log-file.js';
import type { LogReader } from '../../sources/log-reader.js';
import { CASE_FILE, type CaseEngine, type CaseRecords, type CaseRows } from '../case-engine.js';
import { EngineError, type Value } from '../engine.js';
import { readEventsSql } from '../events-sql.js';
import { type InstanceInput, lock, openInstance, readPrelude } from './engine.js';
import { eventsRelations } from './events-relation.js';
import { loadRecords } from './load-records.js';
import { type PreparedSelect, prepareSelect, streamPrepared } from './result-rows.js';

/**
 * The embedded engine over many small logs: all are read at once, each as a log file of its own, by the same statements as a run's, and a
 * query sees one of them at a time. A database for each of a thousand cases would take minutes.
 */
export async function openDuckDbCases(input: InstanceInput, period: Period): Promise<CaseEngine> {
  const { folder, instance, connection } = await openInstance(input);
  return new DuckDbCases(period, folder, instance, connection);
}

const QUERIES_AT_ONCE = 2;

class DuckDbCases implements CaseEngine {
  readonly queriesAtOnce = QUERIES_AT_ONCE;
  private readonly eventsSql = readEventsSql();
  /** Connections on which no case is under way. Each has a table of its own for the case it is at. */
  private readonly idle: DuckDBConnection[] = [];
  /** Each case's records as the loader stored them, one of each event. */
  private readonly stored = new Map<string, (readonly DuckDBValue[])[]>();
  private types: readonly DuckDBType[] = [];
  private readonly unread = new Map<string, EngineError>();

  constructor(
    private readonly period: Period,
    private readonly folder: string,
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
  ) {}

  async load(cases: readonly CaseRecords[]): Promise<void> {
    const prelude = readPrelude();
    await this.connection.run(prelude);
    const { files } = await loadRecords(this.connection, { ...logOf(cases), period: this.period }, this.folder, this.eventsSql, () => undefined);
    for (const { file: { key }, outcome } of files) {
      if (outcome.list === 'not-read') this.unread.set(key, new EngineError(`${key}: its records cannot be read: ${outcome.detail}.`));
    }
    // A case is a handful of records: more threads would wait for each other.
    await this.connection.run('SET threads = 1');
    for (let made = 0; made < QUERIES_AT_ONCE; made += 1) {
      const connection = await this.instance.connect();
      await connection.run(`${prelude}\n${FOR_ANY_CASE}\nCREATE TEMP TABLE own_case AS SELECT ${RECORD} FROM stored LIMIT 0`);
      this.idle.push(connection);
    }
    await lock(this.connection);
    await this.keepRecords();
  }

  /** The cases share a plan: to plan a query takes several times as long as to run it over a handful of records. */
  async run({ query, packSql }: ExecutableQuery, keys: readonly string[]): Promise<readonly (CaseRows | EngineError)[]> {
    const connection = this.idle.pop();
    if (connection === undefined) throw new Error(`${query.id}: ${QUERIES_AT_ONCE} queries are under way already.`);
    let select: PreparedSelect | null = null;
    try {
      select = await prepareSelect(connection, executedSql(packSql, query, eventsRelations(this.eventsSql, query, null, { columns: columnsNamed(packSql), from: 'own_case' })));
      const outcomes: (CaseRows | EngineError)[] = [];
      for (const key of keys) {
        await this.turnTo(connection, key);
        outcomes.push(this.unread.get(key) ?? (await rowsOf(select, query)));
      }
      return outcomes;
    } catch (error) {
      return keys.map(() => refusal(query, error));
    } finally {
      select?.destroySync();
      this.idle.push(connection);
    }
  }

  async close(): Promise<void> {
    for (const connection of [this.connection, ...this.idle]) connection.closeSync();
    this.instance.closeSync();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Takes the stored records out of the database, where to copy a few with a statement takes as long as to run a query over them. */
  private async keepRecords(): Promise<void> {
    const repeated = (await (await this.connection.run(REPEATED)).getRows()).map(([key]) => String(key));
    await this.keep(`SELECT CAST(log_file AS varchar), ${RECORD} FROM stored`);
    for (const key of repeated) {
      this.stored.delete(key);
      const all = `SELECT * FROM interpreted WHERE CAST(source_file AS varchar) = ${sqlText(key)} AND event_id IS NOT NULL AND event_time IS NOT NULL`;
      await this.keep(`WITH repeated_records AS (${all})\nSELECT CAST(log_file AS varchar), ${RECORD} FROM stored WHERE rowid IN (SELECT stored_row FROM (${this.eventsSql.kept}) k)`);
    }
  }

  private async keep(select: string): Promise<void> {
    const result = await this.connection.run(select);
    this.types = result.columnTypes().slice(1);
    for (const [key, ...record] of await result.getRows()) this.stored.set(String(key), [...(this.stored.get(String(key)) ?? []), record]);
  }

  /** Fills the connection's table with one case's records, one of each event. */
  private async turnTo(connection: DuckDBConnection, key: string): Promise<void> {
    await connection.run('DELETE FROM own_case');
    const appender = await connection.createAppender('own_case', null, 'temp');
    for (const record of this.stored.get(key) ?? []) {
      record.forEach((value, column) => (value === null ? appender.appendNull() : appender.appendValue(value, this.types[column])));
      appender.endRow();
    }
    appender.closeSync();
  }
}

/** Beside what the prelude leaves out: a plan made for what stands in the table now would be wrong for the next case. */
const FOR_ANY_CASE = "SET disabled_optimizers = 'in_clause,window_self_join,statistics_propagation';";

/** What is stored of a record, as if it stood in a log file of its own. */
const RECORD = `* REPLACE (${sqlText(CASE_FILE)} AS log_file)`;

const REPEATED = `SELECT DISTINCT CAST(source_file AS varchar) FROM (
  SELECT source_file FROM interpreted WHERE event_id IS NOT NULL AND event_time IS NOT NULL
  GROUP BY source_file, account_id, COALESCE(addendum_original_event_id, event_id) HAVING count(*) > 1
) r`;

async function rowsOf(select: PreparedSelect, query: Query): Promise<CaseRows | EngineError> {
  try {
    const { columns, chunks } = await streamPrepared(select, query.id);
    const rows: (readonly Value[])[] = [];
    for await (const chunk of chunks) rows.push(...chunk);
    return { columns: columns ?? Object.keys(query.columns), rows };
  } catch (error) {
    return refusal(query, error);
  }
}

function refusal({ id }: Query, error: unknown): EngineError {
  return error instanceof EngineError ? error : new EngineError(`${id}: DuckDB refuses the query.`, { cause: error });
}

/** The cases as log files that are in memory. */
function logOf(cases: readonly CaseRecords[]): { readonly files: readonly LogFile[]; readonly reader: LogReader } {
  const texts = new Map(cases.map(({ key, records }) => [key, Buffer.from(JSON.stringify({ Records: records }))]));
  const files = [...texts].map(([key, { length }]): LogFile => ({ path: key, key, kind: 'log', account: null, region: null, deliveryDay: null, bytes: length }));
  return { files, reader: { filesAtOnce: 1, read: ({ key }) => Promise.resolve(texts.get(key) ?? Buffer.alloc(0)) } };
}
