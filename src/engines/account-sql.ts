import { CATEGORIES, type Category } from '../pack/query.js';
import type { Period } from '../settings/period.js';
import { LEAD_IN_HOURS } from '../sources/delivery-window.js';
import type { EventCell, TrailChange } from './engine.js';

/**
 * SQL that accounts for records and events, the same text on every engine. `from` is a table's name or a SELECT in parentheses, with the
 * columns of `interpreted`; `relations` gives `events`, and is empty where that is a table. What the rows mean is read here too.
 */

/** A row as an engine hands it over: texts, and counts as numbers or their text. */
type AccountRow = readonly (string | number | bigint | null)[];

/** Start of the lead-in, ISO 8601 UTC. */
export function leadInStart(period: Period): string {
  return new Date(Date.parse(period.start) - LEAD_IN_HOURS * 3_600_000).toISOString().replace('.000Z', 'Z');
}

/** One row: `events` in the period, `lead_in`, and all `well_formed`. `unique` holds one row an event. */
export function eventCountsSql(unique: string, period: Period): string {
  return `SELECT
  count(*) FILTER (WHERE event_time >= '${period.start}' AND event_time < '${period.end}') AS events,
  count(*) FILTER (WHERE event_time >= '${leadInStart(period)}' AND event_time < '${period.start}') AS lead_in,
  count(*) AS well_formed
FROM ${unique} u
WHERE event_id IS NOT NULL AND event_time IS NOT NULL`;
}

/** A row for each log object: `source_file`, `records`, and those that are `well_formed`. */
export function recordsByFileSql(interpreted: string): string {
  return `SELECT CAST(source_file AS varchar) AS source_file, count(*) AS records, count(*) FILTER (WHERE event_id IS NOT NULL AND event_time IS NOT NULL) AS well_formed
FROM ${interpreted} i
GROUP BY source_file`;
}

/** One row: `ids` that stand in several records, and the `duplicates` among those records. */
export function duplicatesSql(interpreted: string): string {
  return `SELECT count(*) AS ids, COALESCE(sum(records - 1), 0) AS duplicates
FROM (
  SELECT count(*) AS records
  FROM ${interpreted} i
  WHERE event_id IS NOT NULL AND event_time IS NOT NULL
  GROUP BY account_id, COALESCE(addendum_original_event_id, event_id)
  HAVING count(*) > 1
) r`;
}

/**
 * One row: `requests` that hold parameters, and those `in_capitals`, with a name that has a capital letter in it. AWS's names mostly have one;
 * many requests and none in capitals means that the table's SerDe wrote the names in lower case, and queries would find nothing by them.
 */
export function capitalNamesSql(interpreted: string): string {
  return `SELECT count(*) AS requests, count(*) FILTER (WHERE regexp_like(request_parameters, '"[a-z]+[A-Z][A-Za-z]*":')) AS in_capitals
FROM ${interpreted} i
WHERE starts_with(request_parameters, '{"')`;
}

/** Events of the period by account, region, day, category and, for data and network events, source. */
export function cellsSql(relations: string): string {
  return `${withRelations(relations)}SELECT account_id, region, event_day, event_category, CASE WHEN event_category IN ('data', 'network') THEN event_source END AS source, count(*) AS events
FROM events
GROUP BY account_id, region, event_day, event_category, CASE WHEN event_category IN ('data', 'network') THEN event_source END
ORDER BY account_id, region, event_day, event_category, source NULLS LAST`;
}

/** A row of cellsSql. A class CloudTrail may add is counted as management, which is where coverage looks first. */
export function eventCell([account, region, day, category, source, events]: AccountRow): EventCell {
  return {
    account: String(account),
    region: String(region),
    day: String(day),
    category: CATEGORIES.includes(category as Category) ? (category as Category) : 'management',
    source: source == null ? null : String(source),
    events: Number(events),
  };
}

const CLOUDTRAIL = 'cloudtrail.amazonaws.com';
const TRAIL_CALLS = ['StartLogging', 'StopLogging', 'DeleteTrail', 'CreateTrail', 'UpdateTrail', 'PutEventSelectors'] as const;

/** Events that trailChangesSql reads the requests of. */
export const TRAIL_CHANGE_EVENTS: Readonly<Record<string, readonly string[]>> = { [CLOUDTRAIL]: TRAIL_CALLS };

/** Successful calls that change what a trail records (CloudTrail's own API, https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/). */
export function trailChangesSql(relations: string): string {
  return `${withRelations(relations)}SELECT account_id, region, event_time, event_name, event_id,
  COALESCE(json_extract_scalar(request_parameters, '$.trailName'), json_extract_scalar(request_parameters, '$.name')) AS trail
FROM events
WHERE event_source = '${CLOUDTRAIL}' AND outcome = 'success'
  AND event_name IN (${TRAIL_CALLS.map((name) => `'${name}'`).join(', ')})
ORDER BY event_time, account_id, event_id`;
}

/** A row of trailChangesSql. */
export function trailChange([account, region, time, eventName, eventId, trail]: AccountRow): TrailChange {
  return {
    account: String(account),
    region: String(region),
    time: String(time),
    eventName: String(eventName),
    eventId: String(eventId),
    trail: trail == null ? null : String(trail),
  };
}

function withRelations(relations: string): string {
  return relations === '' ? '' : `WITH ${relations}\n`;
}
