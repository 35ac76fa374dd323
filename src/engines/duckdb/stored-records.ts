import { EVENT_COLUMNS, type EventColumn, TOLD_BY_OTHERS } from '../../pack/event-columns.js';
import { sqlText } from '../../pack/executable-query.js';
import type { Period } from '../../settings/period.js';
import { leadInStart } from '../account-sql.js';
import { type EventsSql, eventsOver, passingOn } from '../events-sql.js';
import { recordsSelect } from './records-sql.js';
import { REQUEST_RESOURCE } from './request-resource.js';

/**
 * The table `stored`: a row a record, with the columns of `events` worked out while it is read, once for all queries. What few queries read
 * and much work makes, or another column holds already, is worked out where it is read.
 */
const WHERE_READ = {
  event_day: () => 'substr(event_time, 1, 10)',
  session_name: (others) => `CASE WHEN ${held('actor_type', others)} = 'AssumedRole' THEN COALESCE(split_part(actor_principal_id, ':', 2), split_part(actor_arn, '/', 3)) END`,
  // The first line of resource_arns; nearly all have one only.
  resource: () => `COALESCE(CASE WHEN strpos(resource_arns, chr(10)) > 0 THEN split_part(resource_arns, chr(10), 1) ELSE resource_arns END, ${REQUEST_RESOURCE})`,
  // The table holds a number for each file.
  source_file: () => 'CAST(log_file AS varchar)',
} as const satisfies Partial<Record<EventColumn, (others: OtherTexts) => string>>;

/** Columns of the part `described` of events.sql. */
const DESCRIBED = EVENT_COLUMNS.filter((column) => !(column in TOLD_BY_OTHERS));

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

/**
 * Columns in which most logs say the same few texts again and again. Where a sample of the logs does (known-texts.ts), a number is held for each
 * text of the sample; any other text stands in `other_texts`, as one JSON text a record.
 */
export const REPEATING = ['event_category', 'event_type', 'region', 'actor_type', 'actor_account_id', 'role_arn', 'role_name', 'mfa', 'user_agent', 'tls_version'] as const satisfies readonly EventColumn[];
export type RepeatingColumn = (typeof REPEATING)[number];

const isRepeating = (column: string): boolean => (REPEATING as readonly string[]).includes(column);

/** Name of the type of a repeating column's known texts. */
export function knownType(column: RepeatingColumn): string {
  return `known_${column}`;
}

/** Values of the column `span`: where in time an event stands. It is NULL for what stands elsewhere, and for what is no event. */
export const SPAN = { period: 1, leadIn: 2 } as const;

/** A number, since each query would compare the text of every event's time; and of a text DuckDB's statistics know the first eight bytes only, which spare it nothing. */
function spanOf(period: Period): string {
  const within = (start: string, end: string, span: number): string => `WHEN event_time >= '${start}' AND event_time < '${end}' THEN ${span}`;
  return `CAST(CASE WHEN event_id IS NULL THEN NULL ${within(period.start, period.end, SPAN.period)} ${within(leadInStart(period), period.start, SPAN.leadIn)} END AS TINYINT) AS span`;
}

/** SELECT that fills the table `stored`, from a SELECT of `records`. `known` are the repeating columns whose texts have a type. */
export function storedSelect(recordsSelect: string, sql: EventsSql, period: Period, known: readonly RepeatingColumn[] = []): string {
  const worked = DESCRIBED.filter((column) => !(column in WHERE_READ) && !isSeldom(column));
  const isKnown = (column: string): boolean => (known as readonly string[]).includes(column);
  const seldom = SELDOM_FILLED.map((column) => [column, column] as const);
  const others = known.map((column) => [column, `CASE WHEN number_of_${column} IS NULL THEN ${column} END`] as const);
  return `${workedOut(recordsSelect, sql)},
numbered AS NOT MATERIALIZED (
SELECT ${['*', ...known.map((column) => `TRY_CAST(${column} AS ${knownType(column)}) AS number_of_${column}`)].join(', ')}
FROM worked_out
)
SELECT ${[...worked.map((column) => (isKnown(column) ? `number_of_${column} AS ${column}` : asHeld(column))), 'log_file', spanOf(period)].join(', ')},
  ${asJson(seldom)} AS seldom_filled,
  ${others.length === 0 ? 'CAST(NULL AS VARCHAR)' : asJson(others)} AS other_texts
FROM numbered`;
}

/** One JSON text of several; NULL where none is there. */
function asJson(texts: readonly (readonly [name: string, text: string])[]): string {
  return `CASE WHEN COALESCE(${texts.map(([, text]) => text).join(', ')}) IS NOT NULL THEN CAST(json_object(${texts.map(([name, text]) => `${sqlText(name)}, ${text}`).join(', ')}) AS VARCHAR) END`;
}

/** SELECT of the repeating columns' texts, from a SELECT of `records`. */
export function repeatingSelect(recordsSelect: string, sql: EventsSql): string {
  return `${workedOut(recordsSelect, sql)}
SELECT ${REPEATING.join(', ')}
FROM worked_out`;
}

/** What is held of each record, as text. */
function workedOut(recordsSelect: string, sql: EventsSql): string {
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
${passingOn(sql.described, OF_THE_RECORD)}
) described
)`;
}

/** A column as the table holds it. */
function asHeld(column: string): string {
  const values = FEW_VALUES[column];
  return values === undefined ? column : `CAST(${column} AS ENUM (${values.map(sqlText).join(', ')})) AS ${column}`;
}

/** Repeating columns that have texts in `other_texts`. Where that is not known, all of them. */
export type OtherTexts = ReadonlySet<string>;
const ANY_OTHERS: OtherTexts = new Set(REPEATING);

/** The text of a column, out of what the table holds. */
function held(column: string, others: OtherTexts = ANY_OTHERS): string {
  if (column === 'event_name_raw') return `COALESCE(${unpacked(column)}, event_name)`;
  if (isSeldom(column)) return unpacked(column);
  if (isRepeating(column)) return others.has(column) ? `COALESCE(CAST(${column} AS varchar), ${unpacked(column, 'other_texts')})` : `CAST(${column} AS varchar)`;
  return column in FEW_VALUES ? `CAST(${column} AS varchar)` : column;
}

function unpacked(column: string, from: 'seldom_filled' | 'other_texts' = 'seldom_filled'): string {
  return `json_extract_string(${from}, ${sqlText(`$.${column}`)})`;
}

/** A column of `described`, over the table `stored`. */
function describedOfStored(column: EventColumn, others: OtherTexts): string {
  const sql = column in WHERE_READ ? WHERE_READ[column as keyof typeof WHERE_READ](others) : held(column, others);
  return sql === column ? column : `${sql} AS ${column}`;
}

/** `events` of the rows of `from`, a relation like `stored`, that meet a condition: at least the given columns. Each that is there takes time to plan, read or not. */
export function eventsOfStored(eventsSql: EventsSql, from: string, where: string | null, columns: readonly EventColumn[] = EVENT_COLUMNS, others: OtherTexts = ANY_OTHERS): string {
  const telling = columns.flatMap((column) => TOLD_BY_OTHERS[column] ?? []);
  const described = DESCRIBED.filter((column) => column === 'event_id' || columns.includes(column) || (telling.length > 0 && TELLING.includes(column)));
  const select = `SELECT ${described.map((column) => describedOfStored(column, others)).join(',\n  ')}\nFROM ${from}${where === null ? '' : `\nWHERE ${where}`}`;
  return telling.length > 0 ? eventsOver(eventsSql, select) : select;
}

/** The part `events` works out all its columns. */
const TELLING = Object.values(TOLD_BY_OTHERS).flat();

/** Columns of `interpreted` that `events` calls otherwise. */
const CALLED = {
  identity_arn: 'actor_arn', identity_principal_id: 'actor_principal_id', identity_access_key_id: 'access_key_id', source_ip_address: 'source_ip', source_file: 'log_file',
} as const;

/** `interpreted` as far as telling records and their events apart needs it, over the table `stored`; `stored_row` is the row there. */
export const INTERPRETED_VIEW = `CREATE VIEW interpreted AS
SELECT rowid AS stored_row, event_id, event_time, account_id, error_code, resource_arns, request_parameters, response_elements,
  ${['event_name_raw', 'error_message', 'user_agent', 'addendum_reason', 'addendum_original_event_id'].map((column) => `${held(column)} AS ${column}`).join(', ')},
  ${Object.entries(CALLED).map(([name, column]) => `${column} AS ${name}`).join(', ')},
  COALESCE(${held('logged_read_only')}, ${held('read_only')}) AS read_only
FROM stored`;

/** Of a row of `stored`: the event it records, or is an addendum to; as `repeated` in events.sql has it. */
export const ORIGINAL_EVENT_ID = `COALESCE(${held('addendum_original_event_id')}, event_id)`;

/** What `engine/records.sql` in the pack shows: the statements' text, with the list of files left to integrity.json. */
export function recordsSqlForReaders(eventsSql: EventsSql, period: Period): string {
  const records = recordsSelect('typed', { files: ['<files>'], maximumObjectSize: 67_108_864, oneLine: true });
  return `-- stored: one row a log record. records are read from the log files that integrity.json lists as read; staged_files holds, for each, its key
-- (source_file) and the account its path names (path_account). known_<column> are the texts that a sample of the logs repeats there. The parts interpreted and events of events.sql are worked out of a record as it is read.
INSERT INTO stored
${storedSelect(records, eventsSql, period, REPEATING)};

-- interpreted, of which the parts repeated, repeated_records and kept of events.sql tell the records to delete from stored.
${INTERPRETED_VIEW};

-- events, which a query reads: of stored, the events of its period (span = ${SPAN.period}; events_before: ${SPAN.leadIn}) that its header names, with the columns that its text names. A column of which no record
-- has other_texts is read without them.
${eventsOfStored(eventsSql, 'stored', null)}
`;
}
