import { JSON_COLUMNS } from '../../pack/event-columns.js';
import { sqlText } from '../../pack/executable-query.js';
import type { Query } from '../../pack/query.js';
import type { Period } from '../../settings/period.js';
import { leadInStart } from '../account-sql.js';
import { type EventsSql, eventsOver } from '../events-sql.js';
import { INTERPRETED_COLUMNS } from '../record-columns.js';
import { ddlName, qualified, type TableName } from './identifiers.js';
import { type Watched, watchedEvents } from '../watched-events.js';
import { keptJson } from './kept-json.js';
import { REQUEST_RESOURCE } from './request-resource.js';

/** What queries stand on. */
export type Ground =
  /** The period's records, interpreted, in a table of their own; `kept` holds one record of each repeated event, null where none is. */
  | { readonly kind: 'staged'; readonly stage: TableName; readonly kept: TableName | null }
  /** The log table itself; `recordsSql` is recordsSelect's, `repeated` is whether duplicatesSql found any. */
  | { readonly kind: 'direct'; readonly recordsSql: string; readonly repeated: boolean };


/** Every column of the stage. */
const STAGED_COLUMNS: readonly string[] = [...INTERPRETED_COLUMNS, 'request_resource'];

export interface StagePlace {
  readonly name: TableName;
  /** Empty place, `s3://bucket/prefix/run/`; null where Athena chooses it, which a workgroup's own settings want. */
  readonly location: string | null;
}

/**
 * CREATE TABLE AS SELECT that reads the log table once: every record, malformed ones too, interpreted. JSON texts are kept of events that
 * one of `queries` reads them of, and are most of what a query then does not scan.
 */
export function stageStatement(place: StagePlace, recordsSql: string, eventsSql: EventsSql, queries: readonly Pick<Query, 'events' | 'context' | 'sql'>[]): string {
  const columns = INTERPRETED_COLUMNS.map((column) => {
    const json = JSON_COLUMNS.find((name) => name === column);
    return json === undefined ? `  ${column}` : `  ${keptJson(json, queries)} AS ${column}`;
  });
  return `${createTable(place)}
WITH records AS (
${recordsSql}
),
interpreted AS (
${eventsSql.interpreted}
)
SELECT
${columns.join(',\n')},
  ${REQUEST_RESOURCE} AS request_resource
FROM interpreted`;
}

/** CREATE TABLE AS SELECT of the one record to keep of each event that stands in several. */
export function keptStatement(place: StagePlace, stage: TableName, eventsSql: EventsSql): string {
  return `${createTable(place)}
WITH interpreted AS (
SELECT ${STAGED_COLUMNS.join(', ')}
FROM ${qualified(stage)}
),
repeated AS (
${eventsSql.repeated}
),
repeated_records AS (
${eventsSql.repeatedRecords}
)
SELECT ${STAGED_COLUMNS.join(', ')}
FROM (
${eventsSql.kept}
) k`;
}

/** Data definition, which Athena hands to Hive; a table that is not there is no error. */
export function dropStatement({ database, table }: TableName): string {
  return `DROP TABLE IF EXISTS ${ddlName({ database, table })}`;
}

function createTable({ name, location }: StagePlace): string {
  const place = location === null ? '' : `, external_location = ${sqlText(location)}`;
  return `CREATE TABLE ${qualified(name)} WITH (format = 'PARQUET'${place}) AS`;
}

/** The records as a table to count: what account-sql.ts calls `interpreted`. */
export function interpretedFrom(ground: Ground, eventsSql: EventsSql): string {
  return ground.kind === 'staged' ? qualified(ground.stage) : `(\n${interpretedOf(ground.recordsSql, eventsSql)}\n)`;
}

/** One row an event, of all times: what account-sql.ts calls `unique`. */
export function uniqueFrom(ground: Ground, eventsSql: EventsSql): string {
  return `(\n${uniqueRecords(ground, eventsSql, '')}\n)`;
}

/** The relations of a query, for executedSql: `events`, and `events_before` where it reads the hours before the period. */
export function eventsRelations(ground: Ground, eventsSql: EventsSql, period: Period, query: Watched & Pick<Query, 'leadIn'>): string {
  const events = eventsRelation('events', ground, eventsSql, period.start, period.end, query);
  return query.leadIn ? `${events},\n${eventsRelation('events_before', ground, eventsSql, leadInStart(period), period.start, query)}` : events;
}

/** All events of the period, for what is counted of them. */
export function allEventsRelation(ground: Ground, eventsSql: EventsSql, period: Period): string {
  return eventsRelations(ground, eventsSql, period, { events: 'any', context: {}, leadIn: false });
}

function eventsRelation(name: string, ground: Ground, eventsSql: EventsSql, start: string, end: string, watched: Watched): string {
  const wanted = ` AND event_time >= '${start}' AND event_time < '${end}'${watchedOnly(watched)}`;
  const described = eventsSql.described.replace('FROM unique_records', () => `FROM (\n${uniqueRecords(ground, eventsSql, wanted)}\n) unique_records`);
  return `${name} AS (\n${eventsOver(eventsSql, described)}\n)`;
}

/** `unique_records` of events.sql: records with an id of their own, and one of each event that stands in several. */
function uniqueRecords(ground: Ground, eventsSql: EventsSql, wanted: string): string {
  const wellFormed = `event_id IS NOT NULL AND event_time IS NOT NULL${wanted}`;
  const columns = STAGED_COLUMNS.join(', ');
  if (ground.kind === 'direct') {
    const from = ground.repeated ? keptOfAll(ground.recordsSql, eventsSql) : interpretedOf(ground.recordsSql, eventsSql);
    return `SELECT ${INTERPRETED_COLUMNS.join(', ')},\n  ${REQUEST_RESOURCE} AS request_resource\nFROM (\n${from}\n) i\nWHERE ${wellFormed}`;
  }
  const stage = qualified(ground.stage);
  if (ground.kept === null) return `SELECT ${columns}\nFROM ${stage}\nWHERE ${wellFormed}`;
  return `SELECT ${STAGED_COLUMNS.map((column) => `s.${column}`).join(', ')}
FROM (SELECT ${columns} FROM ${stage} WHERE ${wellFormed}) s
LEFT JOIN (SELECT account_id AS kept_account_id, COALESCE(addendum_original_event_id, event_id) AS original_event_id FROM ${qualified(ground.kept)}) k
  ON s.account_id = k.kept_account_id AND COALESCE(s.addendum_original_event_id, s.event_id) = k.original_event_id
WHERE k.original_event_id IS NULL
UNION ALL
SELECT ${columns}
FROM ${qualified(ground.kept)}
WHERE ${wellFormed}`;
}

function interpretedOf(recordsSql: string, eventsSql: EventsSql): string {
  return `WITH records AS (\n${recordsSql}\n)\n${eventsSql.interpreted}`;
}

/** One record of each event. All are ranked, which takes one scan; to rank only the repeated ones takes two. */
function keptOfAll(recordsSql: string, eventsSql: EventsSql): string {
  return `WITH repeated_records AS (
SELECT * FROM (
${interpretedOf(recordsSql, eventsSql)}
) interpreted
WHERE event_id IS NOT NULL AND event_time IS NOT NULL
)
${eventsSql.kept}`;
}

/** The events a query's header names, and those it judges them by; no other of these sources, and none of these names from elsewhere. */
function watchedOnly(query: Watched): string {
  const watched = watchedEvents(query);
  if (watched === 'any') return '';
  return ` AND (${[...watched].map(([source, names]) => `event_source = ${sqlText(source)} AND event_name IN (${[...names].map(sqlText).join(', ')})`).join('\n    OR ')})`;
}
