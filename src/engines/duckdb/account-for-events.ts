import type { DuckDBConnection } from '@duckdb/node-api';
import type { Period } from '../../settings/period.js';
import { cellsSql, eventCell, eventCountsSql, trailChange, trailChangesSql } from '../account-sql.js';
import type { EventCell, RecordCounts, TrailChange } from '../engine.js';

/** Where every well-formed record went. `records`, `malformed` and `duplicates` are the loader's. */
export async function countEvents(
  connection: DuckDBConnection,
  period: Period,
  loaded: { readonly records: number; readonly malformed: number; readonly duplicates: number },
): Promise<RecordCounts> {
  const rows = await rowsOf(connection, eventCountsSql('interpreted', period));
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
