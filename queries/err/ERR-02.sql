/*
id: ERR-02
title: Errors and throttling
question: Which calls failed or were throttled, for whom, how often, and in which hour most?
expect: measure
category:
  management: required
  data: optional
events: any
needs: [event_category, outcome, error_code, actor_name, actor_class, role_name]
columns:
  account_id: Account the calls were recorded in
  event_source: Service called
  event_name: Call made
  principal: Who called; for workloads the role
  outcome: failed, throttled or denied
  error_code: Answer of the service
  events: Calls that ended with this error
  calls: All calls of this kind by this principal, with or without error
  peak_hour: Hour with most of these errors (the last of several), UTC
  peak_events: Errors in that hour
  first_time: First error, UTC
  last_time: Last error, UTC
  first_event_id: Event of the first error
  last_event_id: Event of the last error
key: [account_id, event_source, event_name, principal, outcome, error_code]
limits: An error is often normal (a thing looked for that is not there). Services without CloudTrail, and data events that are not selected, do not show. Failed sign-ins carry no error code and stand with the sign-ins.
references:
  - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
*/
WITH failed AS (
  SELECT
    account_id,
    event_source,
    event_name,
    CASE WHEN actor_class = 'person' THEN actor_name ELSE COALESCE(role_name, actor_name, 'not named') END AS principal,
    outcome,
    error_code,
    substr(event_time, 1, 13) AS event_hour,
    count(event_id) AS in_hour,
    substr(min(event_time || event_id), 1, 20) AS first_time,
    substr(max(event_time || event_id), 1, 20) AS last_time,
    substr(min(event_time || event_id), 21) AS first_event_id,
    substr(max(event_time || event_id), 21) AS last_event_id
  FROM events
  WHERE event_category IN ('management', 'data')
    AND error_code IS NOT NULL
    AND error_code NOT IN ('Client.DryRunOperation', 'DryRunOperation')
  GROUP BY
    account_id,
    event_source,
    event_name,
    CASE WHEN actor_class = 'person' THEN actor_name ELSE COALESCE(role_name, actor_name, 'not named') END,
    outcome,
    error_code,
    substr(event_time, 1, 13)
),
-- All calls of the APIs that failed, whoever made them and however they went.
totals AS (
  SELECT
    account_id,
    event_source,
    event_name,
    CASE WHEN actor_class = 'person' THEN actor_name ELSE COALESCE(role_name, actor_name, 'not named') END AS principal,
    count(event_id) AS calls
  FROM events
  WHERE event_category IN ('management', 'data')
    AND COALESCE(error_code, '') NOT IN ('Client.DryRunOperation', 'DryRunOperation')
    AND event_name IN (SELECT event_name FROM failed)
  GROUP BY
    account_id,
    event_source,
    event_name,
    CASE WHEN actor_class = 'person' THEN actor_name ELSE COALESCE(role_name, actor_name, 'not named') END
)
SELECT
  f.account_id,
  f.event_source,
  f.event_name,
  f.principal,
  f.outcome,
  f.error_code,
  CAST(sum(f.in_hour) AS bigint) AS events,
  max(t.calls) AS calls,
  -- Count and hour in one text, so that the greatest count wins and the latest hour breaks a tie.
  substr(max(CAST(1000000000000 + f.in_hour AS varchar) || f.event_hour), 14) AS peak_hour,
  max(f.in_hour) AS peak_events,
  min(f.first_time) AS first_time,
  max(f.last_time) AS last_time,
  min_by(f.first_event_id, f.first_time || f.first_event_id) AS first_event_id,
  max_by(f.last_event_id, f.last_time || f.last_event_id) AS last_event_id
FROM failed f
JOIN totals t ON t.account_id = f.account_id AND t.event_source = f.event_source AND t.event_name = f.event_name
  AND COALESCE(t.principal, '') = COALESCE(f.principal, '')
GROUP BY f.account_id, f.event_source, f.event_name, f.principal, f.outcome, f.error_code
