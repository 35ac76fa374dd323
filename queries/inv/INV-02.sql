/*
id: INV-02
title: Who invokes what
question: Who invoked which function, how often, and from how many places?
expect: population
category:
  data: required
events:
  lambda.amazonaws.com: [Invoke, InvokeAsync, InvokeWithResponseStream, InvokeFunctionUrl, InvokeWebFunctionEndpoint]
needs: [outcome, actor_principal_id, actor_account_id, actor_name, actor_class, role_name, invoked_by, source_ip, user_agent, resource, request_parameters,
  additional_event_data]
settings: {}
lead_in: false
columns:
  account_id: Account the event was recorded in
  region: AWS region of the call
  function_name: Function, by name
  qualifier: Alias or version asked for, else the version that ran
  invoker: Role, user or service; a service that called for it, and a foreign account, are named with it
  invoker_class: Kind of invoker (person, workload, root, aws-service, anonymous, unknown)
  events: Invocations logged
  failed: Of the events, answered with an error or throttled
  source_ips: Different source addresses
  user_agents: Different user agents
  first_time: First invocation
  last_time: Last invocation
  first_event_id: Id of the first
  last_event_id: Id of the last
key: [account_id, region, function_name, qualifier, invoker, invoker_class]
limits: >-
  Invocations are logged only where a trail selects them: see INV-01. Roles are counted as one invoker whatever their session names; people in single
  sign-on sessions are counted each. Payloads are not in CloudTrail. Unauthorised calls may not be logged. An invocation across accounts can stand in
  both accounts' logs, once each.
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
    json_extract_scalar(request_parameters, '$.functionName') AS function_asked,
    CASE WHEN strpos(request_parameters, 'qualifier') > 0 THEN json_extract_scalar(request_parameters, '$.qualifier') END AS qualifier_asked,
    json_extract_scalar(additional_event_data, '$.functionVersion') AS version_run,
    COALESCE(CASE WHEN actor_class = 'workload' THEN role_name END, actor_name, actor_principal_id, 'unknown') AS actor,
    actor_account_id,
    actor_class,
    invoked_by,
    CASE WHEN outcome = 'success' THEN 0 ELSE 1 END AS failure,
    source_ip,
    user_agent,
    event_time,
    event_id
  FROM events
  WHERE event_source = 'lambda.amazonaws.com'
    AND event_name IN ('Invoke', 'InvokeAsync', 'InvokeWithResponseStream', 'InvokeFunctionUrl', 'InvokeWebFunctionEndpoint')
),
named AS (
  SELECT
    account_id,
    region,
    CASE
      WHEN split_part(function_ref, ':', 6) = 'function' AND starts_with(function_ref, 'arn:aws') THEN split_part(function_ref, ':', 7)
      ELSE COALESCE(split_part(split_part(':' || function_ref, ':function:', 2), ':', 1), split_part(function_ref, ':web-function/', 2), CASE WHEN starts_with(function_ref, 'arn:') THEN function_ref ELSE split_part(function_ref, ':', 1) END)
    END AS function_name,
    COALESCE(
      qualifier_asked,
      CASE
        WHEN strpos(function_asked, ':') = 0 THEN NULL
        WHEN function_asked LIKE 'arn:%:function:%' AND function_asked NOT LIKE 'arn:%:function:%:%' THEN NULL
        ELSE COALESCE(
          split_part(split_part(':' || function_asked, ':function:', 2), ':', 2),
          CASE WHEN strpos(function_asked, ':function:') = 0 THEN split_part(function_asked, ':', 2) END)
      END,
      CASE WHEN version_run IS NOT NULL THEN COALESCE(split_part(split_part(version_run, ':function:', 2), ':', 2), CASE WHEN strpos(version_run, ':') = 0 THEN version_run END) END,
      'none named'
    ) AS qualifier,
    actor
      || CASE WHEN actor_account_id <> account_id AND regexp_like(actor_account_id, '^[0-9]{12}$') AND strpos(actor, actor_account_id) = 0 THEN ' (account ' || actor_account_id || ')' ELSE '' END
      || CASE WHEN invoked_by <> 'AWS Internal' AND invoked_by <> actor THEN ' through ' || invoked_by ELSE '' END AS invoker,
    actor_class AS invoker_class,
    failure,
    source_ip,
    user_agent,
    event_time,
    event_id
  FROM calls
)
SELECT
  account_id,
  region,
  function_name,
  qualifier,
  invoker,
  invoker_class,
  count(*) AS events,
  CAST(sum(failure) AS bigint) AS failed,
  count(DISTINCT source_ip) AS source_ips,
  count(DISTINCT user_agent) AS user_agents,
  substr(min(event_time || event_id), 1, 20) AS first_time,
  substr(max(event_time || event_id), 1, 20) AS last_time,
  substr(min(event_time || event_id), 21) AS first_event_id,
  substr(max(event_time || event_id), 21) AS last_event_id
FROM named
GROUP BY account_id, region, function_name, qualifier, invoker, invoker_class
