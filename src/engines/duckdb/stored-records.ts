import { sqlText } from '../../pack/executable-query.js';

/**
 * Columns of `interpreted` that few records fill. They are kept together as one JSON text, NULL for most rows: a column costs time and
 * memory for every row, filled or not.
 */
const SELDOM_FILLED = [
  'vpc_endpoint_id', 'session_sign_in_arn', 'session_source_identity', 'session_credential_from_console', 'session_federated_provider', 'identity_on_behalf_of',
  'identity_provider', 'shared_event_id', 'addendum_reason', 'addendum_original_event_id', 'service_event_details',
] as const;

/** SELECT that fills the table `stored` from the columns of `interpreted`. */
export function packed(interpreted: string): string {
  const names = SELDOM_FILLED.join(', ');
  const pairs = SELDOM_FILLED.map((name) => `${sqlText(name)}, ${name}`).join(', ');
  return `SELECT * EXCLUDE (${names}), CASE WHEN COALESCE(${names}) IS NOT NULL THEN CAST(json_object(${pairs}) AS VARCHAR) END AS seldom_filled\nFROM (\n${interpreted}\n)`;
}

/** `interpreted` over the table `stored`. */
export const INTERPRETED_VIEW = `CREATE VIEW interpreted AS
SELECT * EXCLUDE (seldom_filled), ${SELDOM_FILLED.map((name) => `json_extract_string(seldom_filled, ${sqlText(`$.${name}`)}) AS ${name}`).join(', ')}
FROM stored`;

/** Of a row of `stored`: the event it records, or is an addendum to; as `repeated` in events.sql has it. */
export const ORIGINAL_EVENT_ID = "COALESCE(json_extract_string(seldom_filled, '$.addendum_original_event_id'), event_id)";
