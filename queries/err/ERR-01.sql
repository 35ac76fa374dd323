/*
id: ERR-01
title: Unauthorised API calls
question: Who was refused what, and how often?
expect: measure                    # refusals show the controls at work: counts by principal and call; one row a call would be unreadable
category:
  management: required
  data: optional
events: any
needs: [event_category, outcome, error_code, actor_name, actor_class, role_name, source_ip]
columns:
  account_id: Account the calls were recorded in
  principal: Who was refused; for workloads the role
  actor_class: Person, workload, root, AWS service, anonymous or unknown
  event_source: Service called
  event_name: Call refused
  error_code: Answer of the service
  events: Refused calls in the period
  regions: Regions they were made in
  source_ips: Different addresses they came from
  first_time: First refusal, UTC
  last_time: Last refusal, UTC
  first_event_id: Event of the first refusal
  last_event_id: Event of the last refusal
key: [account_id, principal, actor_class, event_source, event_name, error_code]
limits: Not every service logs calls it refuses, and a refused call of another account to one of ours may stand in the other account's log only. Throttled calls and things not found are in ERR-02.
references:
  - https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
*/
SELECT
  account_id,
  principal,
  actor_class,
  event_source,
  event_name,
  error_code,
  count(event_id) AS events,
  array_join(array_agg(DISTINCT region ORDER BY region), ', ') AS regions,
  count(DISTINCT source_ip) AS source_ips,
  substr(min(event_time || event_id), 1, 20) AS first_time,
  substr(max(event_time || event_id), 1, 20) AS last_time,
  substr(min(event_time || event_id), 21) AS first_event_id,
  substr(max(event_time || event_id), 21) AS last_event_id
FROM (
  SELECT
    event_id,
    event_time,
    account_id,
    region,
    CASE WHEN actor_class = 'person' THEN actor_name ELSE COALESCE(role_name, actor_name, 'not named') END AS principal,
    actor_class,
    event_source,
    event_name,
    error_code,
    source_ip
  FROM events
  WHERE outcome = 'denied'
    AND event_category IN ('management', 'data')
) refused
GROUP BY account_id, principal, actor_class, event_source, event_name, error_code
