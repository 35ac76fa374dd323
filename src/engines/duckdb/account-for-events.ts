import type { DuckDBConnection } from '@duckdb/node-api';
import type { Period } from '../../settings/period.js';
import type { Category } from '../../pack/query.js';
import { CATEGORIES } from '../../pack/query.js';
import { LEAD_IN_HOURS } from '../../sources/delivery-window.js';
import type { EventCell, RecordCounts, TrailChange } from '../engine.js';

/** Start of the lead-in, ISO 8601 UTC. */
export function leadInStart(period: Period): string {
  return new Date(Date.parse(period.start) - LEAD_IN_HOURS * 3_600_000).toISOString().replace('.000Z', 'Z');
}

/** Where every well-formed record went. `records`, `malformed` and `duplicates` are the loader's. */
export async function countEvents(
  connection: DuckDBConnection,
  period: Period,
  loaded: { readonly records: number; readonly malformed: number; readonly duplicates: number },
): Promise<RecordCounts> {
  const rows = await rowsOf(connection, `SELECT
    count(*) FILTER (WHERE event_time >= '${period.start}' AND event_time < '${period.end}'),
    count(*) FILTER (WHERE event_time >= '${leadInStart(period)}' AND event_time < '${period.start}'),
    count(*)
  FROM interpreted WHERE event_id IS NOT NULL AND event_time IS NOT NULL`);
  const [events, leadIn, all] = (rows[0] ?? [0, 0, 0]).map(Number) as [number, number, number];
  return { ...loaded, events, leadIn, outsidePeriod: all - events - leadIn };
}

export async function countCells(connection: DuckDBConnection, events: string): Promise<readonly EventCell[]> {
  const rows = await rowsOf(connection, `WITH ${events}
    SELECT account_id, region, event_day, event_category, CASE WHEN event_category IN ('data', 'network') THEN event_source END AS source, count(*)
    FROM events GROUP BY ALL ORDER BY ALL`);
  return rows.map(([account, region, day, category, source, count]) => ({
    account: String(account),
    region: String(region),
    day: String(day),
    category: CATEGORIES.includes(category as Category) ? (category as Category) : 'management',
    source: source === null ? null : String(source),
    events: Number(count),
  }));
}

/** Successful calls that change what a trail records (CloudTrail's own API, https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/). */
export async function findTrailChanges(connection: DuckDBConnection, events: string): Promise<readonly TrailChange[]> {
  const rows = await rowsOf(connection, `WITH ${events}
    SELECT account_id, region, event_time, event_name, event_id,
      COALESCE(json_extract_scalar(request_parameters, '$.trailName'), json_extract_scalar(request_parameters, '$.name')) AS trail
    FROM events
    WHERE event_source = 'cloudtrail.amazonaws.com' AND outcome = 'success'
      AND event_name IN ('StartLogging', 'StopLogging', 'DeleteTrail', 'CreateTrail', 'UpdateTrail', 'PutEventSelectors')
    ORDER BY event_time, account_id, event_id`);
  return rows.map(([account, region, time, eventName, eventId, trail]) => ({
    account: String(account),
    region: String(region),
    time: String(time),
    eventName: String(eventName),
    eventId: String(eventId),
    trail: trail === null ? null : String(trail),
  }));
}

async function rowsOf(connection: DuckDBConnection, sql: string): Promise<(string | number | bigint | null)[][]> {
  return (await (await connection.run(sql)).getRows()) as (string | number | bigint | null)[][];
}
