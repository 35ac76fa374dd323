/*
id: INV-05
title: People invoking production functions
question: Did a person invoke a production function directly, instead of the system it belongs to?
expect: none
category:
  data: required
events:
  lambda.amazonaws.com: [Invoke, InvokeAsync, InvokeWithResponseStream, InvokeFunctionUrl, InvokeWebFunctionEndpoint]
needs: [outcome, actor_principal_id, actor_name, actor_class, role_name, invoked_by, console, source_ip, resource, request_parameters]
settings:
  production-functions: required
lead_in: false
columns:
  day: Day of the invocations, UTC
  account_id: Account the event was recorded in
  region: AWS region of the call
  function_name: Function, by name
  actor_name: Who invoked it
  actor_class: Kind of actor (person, root)
  role_name: Role of the session, where there is one
  console: Made from the AWS console
  through: How the function was reached (API, function URL, web function endpoint)
  source_ip: Address the first of the calls came from
  source_ips: Different addresses
  events: Successful invocations on that day
  first_time: First of them
  last_time: Last of them
  first_event_id: Id of the first
  last_event_id: Id of the last
key: [day, account_id, region, function_name, actor_name, actor_class, role_name, console, through]
limits: >-
  A person is told by the kind of identity: users, single sign-on, root, and role sessions used from the console or begun with MFA. A person who takes a
  role with a program looks like the program; a person behind an API or a workflow is not seen. Payloads are not in CloudTrail. Calls that were refused,
  throttled or dry, and calls a service made with a person's session, are left out.
references:
  - https://docs.aws.amazon.com/lambda/latest/dg/logging-using-cloudtrail.html
  - https://docs.aws.amazon.com/lambda/latest/dg/urls-monitoring.html
  - https://docs.aws.amazon.com/lambda/latest/dg/web-functions-logging-cloudtrail.html
  - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html
*/
WITH calls AS (
  SELECT
    event_day,
    account_id,
    region,
    COALESCE(CASE WHEN starts_with(resource, 'arn:') THEN resource END, json_extract_scalar(request_parameters, '$.functionName'), resource) AS function_ref,
    COALESCE(actor_name, actor_principal_id, 'unknown') AS actor_name,
    actor_class,
    role_name,
    console,
    CASE event_name WHEN 'InvokeFunctionUrl' THEN 'function URL' WHEN 'InvokeWebFunctionEndpoint' THEN 'web function endpoint' ELSE 'API' END AS through,
    source_ip,
    event_time,
    event_id
  FROM events
  WHERE event_source = 'lambda.amazonaws.com'
    AND event_name IN ('Invoke', 'InvokeAsync', 'InvokeWithResponseStream', 'InvokeFunctionUrl', 'InvokeWebFunctionEndpoint')
    AND actor_class IN ('person', 'root')
    AND outcome = 'success'
    AND (invoked_by IS NULL OR invoked_by = 'AWS Internal')
    AND COALESCE(json_extract_scalar(request_parameters, '$.invocationType'), '') <> 'DryRun'
),
days AS (
  SELECT
    event_day, account_id, region, function_ref, actor_name, actor_class, role_name, console, through, source_ip,
    count(*) AS events,
    min(event_time || event_id) AS first_moment,
    max(event_time || event_id) AS last_moment
  FROM calls
  GROUP BY event_day, account_id, region, function_ref, actor_name, actor_class, role_name, console, through, source_ip
),
named AS (
  SELECT
    event_day, account_id, region, actor_name, actor_class, role_name, console, through, source_ip, events, first_moment, last_moment, function_ref,
    COALESCE(split_part(split_part(':' || function_ref, ':function:', 2), ':', 1), split_part(function_ref, ':web-function/', 2), CASE WHEN starts_with(function_ref, 'arn:') THEN function_ref ELSE split_part(function_ref, ':', 1) END) AS function_name
  FROM days
),
patterns AS (
  SELECT replace(replace(replace(replace(value, '!', '!!'), '%', '!%'), '_', '!_'), '*', '%') AS pattern FROM setting_production_functions
),
production AS (
  -- Without the version; where the record has no ARN, as it would be.
  SELECT DISTINCT n.account_id, n.region, n.function_ref
  FROM (
    SELECT DISTINCT
      account_id, region, function_ref, function_name,
      CASE WHEN starts_with(function_ref, 'arn:') AND strpos(function_ref, ':function:') > 0 THEN split_part(function_ref, ':function:', 1)
        ELSE 'arn:' || CASE WHEN starts_with(region, 'cn-') THEN 'aws-cn' WHEN starts_with(region, 'us-gov-') THEN 'aws-us-gov' ELSE 'aws' END || ':lambda:' || region || ':' || account_id
      END || ':function:' || function_name AS function_arn
    FROM named
  ) n
  JOIN patterns p ON n.function_name LIKE p.pattern ESCAPE '!' OR n.function_arn LIKE p.pattern ESCAPE '!' OR n.function_ref LIKE p.pattern ESCAPE '!'
)
SELECT
  n.event_day AS day,
  n.account_id,
  n.region,
  n.function_name,
  n.actor_name,
  n.actor_class,
  n.role_name,
  n.console,
  n.through,
  min_by(n.source_ip, n.first_moment) AS source_ip,
  count(DISTINCT n.source_ip) AS source_ips,
  CAST(sum(n.events) AS bigint) AS events,
  substr(min(n.first_moment), 1, 20) AS first_time,
  substr(max(n.last_moment), 1, 20) AS last_time,
  substr(min(n.first_moment), 21) AS first_event_id,
  substr(max(n.last_moment), 21) AS last_event_id
FROM named n
JOIN production p ON p.account_id = n.account_id AND p.region = n.region AND p.function_ref = n.function_ref
GROUP BY n.event_day, n.account_id, n.region, n.function_name, n.actor_name, n.actor_class, n.role_name, n.console, n.through
