/*
id: INV-07
title: Invocation errors and throttles
question: Which invocations were refused, throttled or answered with an error, of which function and by whom?
expect: measure
category:
  data: required
events:
  lambda.amazonaws.com: [Invoke, InvokeAsync, InvokeWithResponseStream, InvokeFunctionUrl, InvokeWebFunctionEndpoint]
needs: [outcome, error_code, actor_principal_id, actor_account_id, actor_name, actor_class, role_name, invoked_by, resource, request_parameters]
settings: {}
lead_in: false
columns:
  account_id: Account the event was recorded in
  region: AWS region of the call
  function_name: Function, by name, as asked for
  invoker: Role, user or service; a service that called for it, and a foreign account, are named with it
  invoker_class: Kind of invoker (person, workload, root, aws-service, anonymous, unknown)
  outcome: How it went (denied, throttled, failed)
  error_code: Error as Lambda answered
  events: Invocations with this error
  of_invocations: All logged invocations of the function by this invoker
  days: Days (UTC) with this error
  first_time: First of them
  last_time: Last of them
  first_event_id: Id of the first
  last_event_id: Id of the last
key: [account_id, region, function_name, invoker, invoker_class, outcome, error_code]
limits: >-
  AWS states that calls without credentials or without permission to invoke may not be logged, so refusals are a lower bound. An error that the function's
  own code raises is no error of the call and not in CloudTrail, nor are the retries of asynchronous invocations. Invocations are logged only where a
  trail selects them: see INV-01.
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
    outcome,
    error_code,
    event_day,
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
    outcome,
    error_code,
    -- Of what went well only the number is wanted.
    CASE WHEN outcome <> 'success' THEN event_day END AS event_day,
    CASE WHEN outcome <> 'success' THEN moment END AS moment
  FROM calls
),
outcomes AS (
  SELECT
    account_id, region, function_name, invoker, invoker_class, outcome, error_code,
    count(*) AS events, count(DISTINCT event_day) AS days, min(moment) AS first_moment, max(moment) AS last_moment
  FROM named
  GROUP BY account_id, region, function_name, invoker, invoker_class, outcome, error_code
),
shares AS (
  SELECT
    account_id, region, function_name, invoker, invoker_class, outcome, error_code, events, days, first_moment, last_moment,
    sum(events) OVER (PARTITION BY account_id, region, function_name, invoker, invoker_class) AS of_invocations
  FROM outcomes
)
SELECT
  account_id,
  region,
  function_name,
  invoker,
  invoker_class,
  outcome,
  error_code,
  CAST(events AS bigint) AS events,
  CAST(of_invocations AS bigint) AS of_invocations,
  days,
  substr(first_moment, 1, 20) AS first_time,
  substr(last_moment, 1, 20) AS last_time,
  substr(first_moment, 21) AS first_event_id,
  substr(last_moment, 21) AS last_event_id
FROM shares
WHERE outcome <> 'success'
