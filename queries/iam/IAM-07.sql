/*
id: IAM-07
title: Long-lived keys in use
question: Which long-lived access keys were used in the period, by whom, for what, from where, and when last?
expect: measure
category:
  management: required
  data: optional
events: any
needs: [read_only, outcome, actor_name, actor_class, access_key_id, invoked_by, source_ip]
columns:
  account_id: Account the events were recorded in
  actor_name: Whose key
  actor_class: Kind of actor
  key: Last four characters of the key's id
  events: Calls signed with the key
  changes: Of the events, successful calls that may change something
  denied: Of the events, refused
  days: Days on which it was used
  services: Services called
  address_count: Different source addresses
  addresses: Source addresses
  later_addresses: Addresses first used after the key's first day
  first_time: First use, UTC
  last_time: Last use, UTC
  first_event_id: Id of the first event
  last_event_id: Id of the last event
key: [account_id, actor_name, actor_class, key, first_event_id]
limits: >-
  Keys whose id begins with AKIA; a key that was not used in the period is not here, and one made in the period and never used is in IAM-09. New addresses are those that came up
  after the key's first day of the period; which are new since an earlier period shows by comparing packs. Use for data shows only where data events are recorded. Calls that a service makes for the key's user are left out.
references:
  - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html
  - https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
*/
WITH by_day AS (
  SELECT
    account_id, actor_name, actor_class, access_key_id, event_source, source_ip, event_day,
    count(*) AS events,
    count_if(read_only = 'false' AND outcome = 'success') AS changes,
    count_if(outcome = 'denied') AS denied,
    min(event_time || event_id) AS first_event,
    max(event_time || event_id) AS last_event
  FROM events
  WHERE access_key_id LIKE 'AKIA%'
    AND (invoked_by IS NULL OR invoked_by IN ('signin.amazonaws.com', 'console.amazonaws.com', 'AWS Internal'))
  GROUP BY account_id, actor_name, actor_class, access_key_id, event_source, source_ip, event_day
), dated AS (
  SELECT
    account_id, actor_name, actor_class, access_key_id, event_source, source_ip, event_day, events, changes, denied, first_event, last_event,
    min(event_day) OVER (PARTITION BY account_id, actor_name, actor_class, access_key_id, source_ip) AS address_from,
    min(event_day) OVER (PARTITION BY account_id, actor_name, actor_class, access_key_id) AS key_from
  FROM by_day
)
SELECT
  account_id,
  actor_name,
  actor_class,
  '…' || regexp_extract(access_key_id, '(.{4})$', 1) AS key,
  CAST(sum(events) AS bigint) AS events,
  CAST(sum(changes) AS bigint) AS changes,
  CAST(sum(denied) AS bigint) AS denied,
  count(DISTINCT event_day) AS days,
  substr(array_join(array_agg(DISTINCT event_source ORDER BY event_source), ', '), 1, 1000) || CASE WHEN length(array_join(array_agg(DISTINCT event_source ORDER BY event_source), ', ')) > 1000 THEN '…' ELSE '' END AS services,
  count(DISTINCT source_ip) AS address_count,
  substr(array_join(array_agg(DISTINCT source_ip ORDER BY source_ip), ', '), 1, 1000) || CASE WHEN length(array_join(array_agg(DISTINCT source_ip ORDER BY source_ip), ', ')) > 1000 THEN '…' ELSE '' END AS addresses,
  NULLIF(substr(array_join(array_agg(DISTINCT CASE WHEN address_from > key_from THEN source_ip END ORDER BY CASE WHEN address_from > key_from THEN source_ip END), ', '), 1, 1000) || CASE WHEN length(array_join(array_agg(DISTINCT CASE WHEN address_from > key_from THEN source_ip END ORDER BY CASE WHEN address_from > key_from THEN source_ip END), ', ')) > 1000 THEN '…' ELSE '' END, '') AS later_addresses,
  substr(min(first_event), 1, 20) AS first_time,
  substr(max(last_event), 1, 20) AS last_time,
  substr(min(first_event), 21) AS first_event_id,
  substr(max(last_event), 21) AS last_event_id
FROM dated
GROUP BY account_id, actor_name, actor_class, access_key_id
