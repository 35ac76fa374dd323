import { EVENT_COLUMNS, type EventColumn } from '../../pack/event-columns.js';
import { sqlText } from '../../pack/executable-query.js';
import { type EventsSql, passingOn } from '../events-sql.js';
import { recordsSelect } from './records-sql.js';
import { REQUEST_RESOURCE } from './request-resource.js';

/**
 * The table `stored`: a row a record, with the columns of `events` worked out while it is read, once for all queries. What few queries read
 * and much work makes, or another column holds already, is worked out where it is read.
 */
const WHERE_READ = {
  event_day: 'substr(event_time, 1, 10)',
  // The first line of resource_arns; nearly all have one only.
  resource: `COALESCE(CASE WHEN strpos(resource_arns, chr(10)) > 0 THEN split_part(resource_arns, chr(10), 1) ELSE resource_arns END, ${REQUEST_RESOURCE})`,
  // The table holds a number for each file.
  source_file: 'CAST(log_file AS varchar)',
} as const satisfies Partial<Record<EventColumn, string>>;

/** Of the record, beside the columns of `events`: what tells which of several records of an event to keep. */
const OF_THE_RECORD = ['log_file', 'addendum_reason', 'addendum_original_event_id', 'logged_read_only'] as const;

/**
 * Columns that few records fill. They are kept together as one JSON text, NULL for most rows: a column costs time and memory for every
 * row, filled or not.
 */
const SELDOM_FILLED = [
  'event_name_raw', 'error_message', 'vpc_endpoint_id', 'sign_in_session_arn', 'source_identity', 'federated_provider', 'on_behalf_of', 'service_event_details', 'shared_event_id',
  'addendum_reason', 'addendum_original_event_id', 'logged_read_only',
] as const;

const isSeldom = (column: string): boolean => (SELDOM_FILLED as readonly string[]).includes(column);

/** Columns for which events.sql has these values and no others: a number is held for each. */
const FEW_VALUES: Readonly<Partial<Record<string, readonly string[]>>> = {
  read_only: ['true', 'false'],
  outcome: ['success', 'denied', 'throttled', 'failed'],
  actor_class: ['person', 'workload', 'aws-service', 'root', 'anonymous', 'unknown'],
  console: ['true', 'false'],
};

/** SELECT that fills the table `stored`, from a SELECT of `records`. */
export function storedSelect(recordsSelect: string, sql: EventsSql): string {
  const worked = EVENT_COLUMNS.filter((column) => !(column in WHERE_READ) && !isSeldom(column));
  const pairs = SELDOM_FILLED.map((name) => `${sqlText(name)}, ${name}`).join(', ');
  return `WITH records AS NOT MATERIALIZED (
${recordsSelect}
),
unique_records AS NOT MATERIALIZED (
SELECT * REPLACE (NULL AS source_file), source_file AS log_file, read_only AS logged_read_only, NULL AS request_resource
FROM (
${sql.interpreted}
) interpreted
),
worked_out AS NOT MATERIALIZED (
SELECT * REPLACE (
  CASE WHEN COALESCE(logged_read_only, '') <> read_only THEN COALESCE(logged_read_only, '') END AS logged_read_only,
  NULLIF(event_name_raw, event_name) AS event_name_raw
)
FROM (
${passingOn(sql.events, OF_THE_RECORD)}
) events
)
SELECT ${[...worked.map(asHeld), 'log_file'].join(', ')},
  CASE WHEN COALESCE(${SELDOM_FILLED.join(', ')}) IS NOT NULL THEN CAST(json_object(${pairs}) AS VARCHAR) END AS seldom_filled
FROM worked_out`;
}

/** A column as the table holds it. */
function asHeld(column: string): string {
  const values = FEW_VALUES[column];
  return values === undefined ? column : `CAST(${column} AS ENUM (${values.map(sqlText).join(', ')})) AS ${column}`;
}

/** The text of a column, out of what the table holds. */
function held(column: string): string {
  if (column === 'event_name_raw') return `COALESCE(${unpacked(column)}, event_name)`;
  if (isSeldom(column)) return unpacked(column);
  return column in FEW_VALUES ? `CAST(${column} AS varchar)` : column;
}

function unpacked(column: string): string {
  return `json_extract_string(seldom_filled, ${sqlText(`$.${column}`)})`;
}

/** The columns of `events`, over the table `stored`. */
export const EVENTS_OF_STORED = EVENT_COLUMNS.map((column) => {
  const sql = column in WHERE_READ ? WHERE_READ[column as keyof typeof WHERE_READ] : held(column);
  return sql === column ? column : `${sql} AS ${column}`;
}).join(',\n  ');

/** Columns of `interpreted` that `events` calls otherwise. */
const CALLED = {
  identity_arn: 'actor_arn', identity_principal_id: 'actor_principal_id', identity_access_key_id: 'access_key_id', source_ip_address: 'source_ip', source_file: 'log_file',
} as const;

/** `interpreted` as far as telling records and their events apart needs it, over the table `stored`; `stored_row` is the row there. */
export const INTERPRETED_VIEW = `CREATE VIEW interpreted AS
SELECT rowid AS stored_row, event_id, event_time, account_id, error_code, user_agent, resource_arns, request_parameters, response_elements,
  ${['event_name_raw', 'error_message', 'addendum_reason', 'addendum_original_event_id'].map((column) => `${held(column)} AS ${column}`).join(', ')},
  ${Object.entries(CALLED).map(([name, column]) => `${column} AS ${name}`).join(', ')},
  COALESCE(${held('logged_read_only')}, ${held('read_only')}) AS read_only
FROM stored`;

/** Of a row of `stored`: the event it records, or is an addendum to; as `repeated` in events.sql has it. */
export const ORIGINAL_EVENT_ID = `COALESCE(${held('addendum_original_event_id')}, event_id)`;

/** What `engine/records.sql` in the pack shows: the statements' text, with the list of files left to integrity.json. */
export function recordsSqlForReaders(eventsSql: EventsSql): string {
  const records = recordsSelect('typed', { files: ['<files>'], maximumObjectSize: 67_108_864, oneLine: true });
  return `-- stored: one row a log record. records are read from the log files that integrity.json lists as read; staged_files holds, for each, its key
-- (source_file) and the account its path names (path_account). The parts interpreted and events of events.sql are worked out of a record as it is read.
INSERT INTO stored
${storedSelect(records, eventsSql)};

-- interpreted, of which the parts repeated, repeated_records and kept of events.sql tell the records to delete from stored.
${INTERPRETED_VIEW};

-- events, which a query reads: of stored, the events of its period that its header names.
SELECT ${EVENTS_OF_STORED}
FROM stored
`;
}
