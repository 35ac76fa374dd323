/** Columns of `events`, in the order docs/writing-queries.md explains them. All are text. */
export const EVENT_COLUMNS = [
  'event_id',
  'event_time',
  'event_day',
  'event_source',
  'event_name',
  'event_name_raw',
  'event_category',
  'event_type',
  'account_id',
  'region',
  'read_only',
  'outcome',
  'error_code',
  'error_message',
  'actor_type',
  'actor_principal_id',
  'actor_arn',
  'actor_account_id',
  'actor_name',
  'actor_class',
  'access_key_id',
  'role_arn',
  'role_name',
  'permission_set',
  'session_name',
  'session_started',
  'mfa',
  'source_identity',
  'sign_in_session_arn',
  'federated_provider',
  'on_behalf_of',
  'invoked_by',
  'console',
  'tool',
  'source_ip',
  'user_agent',
  'vpc_endpoint_id',
  'tls_version',
  'resource',
  'resource_arns',
  'request_parameters',
  'response_elements',
  'additional_event_data',
  'service_event_details',
  'shared_event_id',
  'source_file',
] as const;
export type EventColumn = (typeof EVENT_COLUMNS)[number];

/** Columns that other columns of `events` tell, with those that do; the part `events` of events.sql has them. */
export const TOLD_BY_OTHERS: Readonly<Partial<Record<EventColumn, readonly EventColumn[]>>> = {
  permission_set: ['role_name'],
  tool: ['invoked_by', 'user_agent', 'actor_class', 'console'],
};

/** Columns whose names stand in a query's text: those it reads, and perhaps some more. */
export function columnsNamed(sql: string): readonly EventColumn[] {
  const words = new Set(sql.toLowerCase().match(/\w+/g));
  return EVENT_COLUMNS.filter((column) => words.has(column));
}

/** Columns by which every query tells events apart and rows are led back; `needs` of a header names the others. */
export const ALWAYS_NEEDED: readonly EventColumn[] = ['event_id', 'event_time', 'event_day', 'event_source', 'event_name', 'event_name_raw', 'account_id', 'region', 'source_file'];

/** Columns that hold a whole JSON text: a query takes named paths out of them, never the column. */
export const JSON_COLUMNS: readonly EventColumn[] = ['request_parameters', 'response_elements', 'additional_event_data', 'service_event_details'];
