/*
id: INV-06
title: Invocation volume
question: How often was each function invoked by each kind of invoker, when most, and for how long not at all?
expect: measure
category:
  data: required
events:
  lambda.amazonaws.com: [Invoke, InvokeAsync, InvokeWithResponseStream, InvokeFunctionUrl, InvokeWebFunctionEndpoint]
needs: [outcome, actor_principal_id, actor_account_id, actor_name, actor_class, role_name, invoked_by, resource, request_parameters]
settings: {}
lead_in: false
columns:
  account_id: Account the event was recorded in
  region: AWS region of the call
  function_name: Function, by name
  invoker: Role, user or service; a service that called for it, and a foreign account, are named with it
  invoker_class: Kind of invoker (person, workload, root, aws-service, anonymous, unknown)
  events: Invocations logged
  failed: Of the events, answered with an error or throttled
  days_active: Days (UTC) with at least one
  busiest_day: Day with the most; of equal days the first
  busiest_day_events: Invocations on that day
  busiest_hour: Hour (UTC) with the most; of equal hours the first
  busiest_hour_events: Invocations in that hour
  longest_silence_days: Most days in a row without any, between two days with some
  first_time: First invocation
  last_time: Last invocation
  first_event_id: Id of the first
  last_event_id: Id of the last
key: [account_id, region, function_name, invoker, invoker_class]
limits: >-
  Invocations are logged only where a trail selects them: see INV-01. Silence before the first and after the last invocation of the period is not counted
  as such; first_time and last_time show it. When Lambda runs an asynchronous invocation again after an error, that is not logged. Where there is a
  previous pack, section 9 compares the volume with that of the period before.
references:
  - https://docs.aws.amazon.com/lambda/latest/dg/logging-using-cloudtrail.html
  - https://docs.aws.amazon.com/lambda/latest/dg/urls-monitoring.html
  - https://docs.aws.amazon.com/lambda/latest/dg/web-functions-logging-cloudtrail.html
  - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html
*/
WITH calls AS (
  SELECT
    account_id,
    region,
    COALESCE(CASE WHEN starts_with(resource, 'arn:') THEN resource END, json_extract_scalar(request_parameters, '$.functionName'), resource) AS function_ref,
    COALESCE(CASE WHEN actor_class = 'workload' THEN role_name END, actor_name, actor_principal_id, 'unknown') AS actor,
    actor_account_id,
    actor_class,
    invoked_by,
    substr(event_time, 1, 13) AS event_hour,
    CASE WHEN outcome = 'success' THEN 0 ELSE 1 END AS failure,
    event_time || event_id AS moment
  FROM events
  WHERE event_source = 'lambda.amazonaws.com'
    AND event_name IN ('Invoke', 'InvokeAsync', 'InvokeWithResponseStream', 'InvokeFunctionUrl', 'InvokeWebFunctionEndpoint')
),
-- Names are shortened first: to group by many long texts takes several times as long.
named AS (
  SELECT
    account_id,
    region,
    CASE
      WHEN split_part(function_ref, ':', 6) = 'function' AND starts_with(function_ref, 'arn:aws') THEN split_part(function_ref, ':', 7)
      ELSE COALESCE(split_part(split_part(':' || function_ref, ':function:', 2), ':', 1), split_part(function_ref, ':web-function/', 2), CASE WHEN starts_with(function_ref, 'arn:') THEN function_ref ELSE split_part(function_ref, ':', 1) END)
    END AS function_name,
    actor
      || CASE WHEN actor_account_id <> account_id AND regexp_like(actor_account_id, '^[0-9]{12}$') AND strpos(actor, actor_account_id) = 0 THEN ' (account ' || actor_account_id || ')' ELSE '' END
      || CASE WHEN invoked_by <> 'AWS Internal' AND invoked_by <> actor THEN ' through ' || invoked_by ELSE '' END AS invoker,
    actor_class AS invoker_class,
    event_hour,
    failure,
    moment
  FROM calls
),
-- Each call twice, as one of its pair and as one of its hour: of the many hours only numbers are kept.
sides AS (
  SELECT
    account_id, region, function_name, invoker, invoker_class,
    CASE WHEN side = 'hour' THEN event_hour END AS event_hour,
    failure,
    CASE WHEN side = 'pair' THEN moment END AS moment
  FROM named
  CROSS JOIN (VALUES ('pair'), ('hour')) AS s(side)
),
hours AS (
  SELECT
    account_id, region, function_name, invoker, invoker_class, event_hour, count(*) AS events, sum(failure) AS failed, min(moment) AS first_moment, max(moment) AS last_moment
  FROM sides
  GROUP BY account_id, region, function_name, invoker, invoker_class, event_hour
),
-- `busiest_hour`: its calls, and after them how early in the day it is.
days AS (
  SELECT
    account_id, region, function_name, invoker, invoker_class, substr(event_hour, 1, 10) AS event_day,
    sum(events) AS events, sum(failed) AS failed, min(first_moment) AS first_moment, max(last_moment) AS last_moment,
    max(events * 100 + 23 - CAST(substr(event_hour, 12, 2) AS bigint)) AS busiest_hour
  FROM hours
  GROUP BY account_id, region, function_name, invoker, invoker_class, substr(event_hour, 1, 10)
),
spaced_days AS (
  SELECT
    account_id, region, function_name, invoker, invoker_class, event_day, events, failed, first_moment, last_moment, busiest_hour, lag(event_day) OVER (PARTITION BY account_id, region, function_name, invoker, invoker_class ORDER BY event_day) AS day_before
  FROM days
),
summed AS (
  SELECT
    account_id, region, function_name, invoker, invoker_class,
    sum(CASE WHEN event_day IS NULL THEN events END) AS events, sum(CASE WHEN event_day IS NULL THEN failed END) AS failed, count(event_day) AS days_active,
    min(first_moment) AS first_moment, max(last_moment) AS last_moment,
    -- The least of these texts is that of the day or hour with the most events, and of equal ones the first.
    min(CAST(1000000000000 - busiest_hour / 100 AS varchar) || event_day || 'T' || lpad(CAST(23 - busiest_hour % 100 AS varchar), 2, '0')) AS busiest_hour,
    min(CAST(1000000000000 - events AS varchar) || event_day) AS busiest_day,
    -- Days as numbers.
    max(CASE
      WHEN substr(day_before, 1, 7) = substr(event_day, 1, 7) THEN CAST(substr(event_day, 9, 2) AS bigint) - CAST(substr(day_before, 9, 2) AS bigint)
      ELSE date_diff('day', from_iso8601_timestamp(day_before || 'T00:00:00Z'), from_iso8601_timestamp(event_day || 'T00:00:00Z'))
    END - 1) AS longest_silence_days
  FROM spaced_days
  GROUP BY account_id, region, function_name, invoker, invoker_class
)
SELECT
  account_id,
  region,
  function_name,
  invoker,
  invoker_class,
  CAST(events AS bigint) AS events,
  CAST(failed AS bigint) AS failed,
  days_active,
  substr(busiest_day, 13) AS busiest_day,
  1000000000000 - CAST(substr(busiest_day, 1, 12) AS bigint) AS busiest_day_events,
  substr(busiest_hour, 13) AS busiest_hour,
  1000000000000 - CAST(substr(busiest_hour, 1, 12) AS bigint) AS busiest_hour_events,
  COALESCE(longest_silence_days, 0) AS longest_silence_days,
  substr(first_moment, 1, 20) AS first_time,
  substr(last_moment, 1, 20) AS last_time,
  substr(first_moment, 21) AS first_event_id,
  substr(last_moment, 21) AS last_event_id
FROM summed
