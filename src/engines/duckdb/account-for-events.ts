import type { DuckDBConnection } from '@duckdb/node-api';
import { cellsSql, eventCell, trailChange, trailChangesSql } from '../account-sql.js';
import type { EventCell, RecordCounts, TrailChange } from '../engine.js';
import { SPAN } from './stored-records.js';

/** Where every well-formed record went. `records`, `malformed` and `duplicates` are the loader's. */
export async function countEvents(
  connection: DuckDBConnection,
  loaded: { readonly records: number; readonly malformed: number; readonly duplicates: number },
): Promise<RecordCounts> {
  const rows = await rowsOf(connection, `SELECT count(*) FILTER (WHERE span = ${SPAN.period}), count(*) FILTER (WHERE span = ${SPAN.leadIn}), count(*) FROM stored WHERE event_id IS NOT NULL AND event_time IS NOT NULL`);
  const [events, leadIn, all] = (rows[0] ?? [0, 0, 0]).map(Number) as [number, number, number];
  return { ...loaded, events, leadIn, outsidePeriod: all - events - leadIn };
}

export async function countCells(connection: DuckDBConnection, events: string): Promise<readonly EventCell[]> {
  return (await rowsOf(connection, cellsSql(events))).map(eventCell);
}

export async function findTrailChanges(connection: DuckDBConnection, events: string): Promise<readonly TrailChange[]> {
  return (await rowsOf(connection, trailChangesSql(events))).map(trailChange);
}

async function rowsOf(connection: DuckDBConnection, sql: string): Promise<(string | number | bigint | null)[][]> {
  return (await (await connection.run(sql)).getRows()) as (string | number | bigint | null)[][];
}
