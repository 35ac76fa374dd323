/*
id: LOG-01
title: Log coverage and silent days
question: For which accounts, regions and classes of event do the logs of the period hold events, from when to when, and with what gaps?
expect: measure
category:
  management: required
  data: optional
  network: optional
  insight: optional
events: any
needs: [event_category, read_only]
columns:
  account_id: Account the events were recorded in
  region: AWS region
  event_category: Class of event (management, data, network, insight)
  event_source: Service, for data and network events, which are selected service by service; otherwise "all"
  events: Events in the period
  write_events: Events that AWS does not mark as reading; invocations of functions are among them
  days_with_events: Days (UTC) with at least one event
  first_time: First event, UTC
  last_time: Last event, UTC
  longest_silence_days: Longest run of whole days without an event between the first and the last event
  silent_after: Last day with an event before that silence (the earliest, if several are as long)
  first_event_id: Id of the first event
  last_event_id: Id of the last event
key: [account_id, region, event_category, event_source]
limits: >-
  Counts only what is in the logs: an account, region or class that was never logged has no line here. A silent day may be a day on which
  nothing happened or a day that is missing; section 2.3 tells the two apart. Days before the first and after the last event of a line are not counted as silence.
references:
  - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html
  - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/get-and-view-cloudtrail-log-files.html
*/
WITH daily AS (
  SELECT
    account_id,
    region,
    event_category,
    CASE WHEN event_category IN ('data', 'network') THEN event_source ELSE 'all' END AS service,
    event_day,
    count(*) AS events,
    count_if(read_only = 'false') AS write_events,
    substr(min(event_time || event_id), 1, 20) AS first_time,
    substr(max(event_time || event_id), 1, 20) AS last_time,
    substr(min(event_time || event_id), 21) AS first_event_id,
    substr(max(event_time || event_id), 21) AS last_event_id
  FROM events
  GROUP BY account_id, region, event_category, CASE WHEN event_category IN ('data', 'network') THEN event_source ELSE 'all' END, event_day
), neighbours AS (
  SELECT
    account_id, region, event_category, service, event_day, events, write_events, first_time, last_time, first_event_id, last_event_id,
    lag(event_day) OVER (PARTITION BY account_id, region, event_category, service ORDER BY event_day) AS previous_day
  FROM daily
), silences AS (
  SELECT
    account_id, region, event_category, service, event_day, events, write_events, first_time, last_time, first_event_id, last_event_id, previous_day,
    COALESCE(date_diff('day', from_iso8601_timestamp(previous_day || 'T00:00:00Z'), from_iso8601_timestamp(event_day || 'T00:00:00Z')) - 1, 0) AS silent_days
  FROM neighbours
), measured AS (
  SELECT
    account_id, region, event_category, service, event_day, events, write_events, first_time, last_time, first_event_id, last_event_id, previous_day, silent_days,
    max(silent_days) OVER (PARTITION BY account_id, region, event_category, service) AS longest
  FROM silences
)
SELECT
  account_id,
  region,
  event_category,
  service AS event_source,
  CAST(sum(events) AS bigint) AS events,
  CAST(sum(write_events) AS bigint) AS write_events,
  count(*) AS days_with_events,
  min(first_time) AS first_time,
  max(last_time) AS last_time,
  max(longest) AS longest_silence_days,
  min(CASE WHEN longest > 0 AND silent_days = longest THEN previous_day END) AS silent_after,
  min_by(first_event_id, first_time || first_event_id) AS first_event_id,
  max_by(last_event_id, last_time || last_event_id) AS last_event_id
FROM measured
GROUP BY account_id, region, event_category, service
