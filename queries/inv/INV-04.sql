/*
id: INV-04
title: Unexpected invokers
question: Was any function invoked by a service, account, role or source that the list of expected invokers does not name for it?
expect: none
category:
  data: required
events:
  lambda.amazonaws.com: [Invoke, InvokeAsync, InvokeWithResponseStream, InvokeFunctionUrl, InvokeWebFunctionEndpoint]
needs: [outcome, actor_principal_id, actor_arn, actor_account_id, actor_name, actor_class, role_arn, role_name, permission_set, invoked_by, resource, request_parameters]
settings:
  expected-invokers: required
lead_in: false
columns:
  account_id: Account the event was recorded in
  region: AWS region of the call
  function_name: Function, by name
  invoker: Role, user or service; a service that called for it, and a foreign account, are named with it
  invoker_class: Kind of invoker (person, workload, root, aws-service, anonymous, unknown)
  through: How the function was reached (API, function URL, web function endpoint)
  source: What set the service off, by ARN, as Lambda logs it; the first by name where there are several
  sources: Different sources
  events: Successful invocations by this invoker that no entry expects
  listed: What the list expects of the function
  first_time: First invocation
  last_time: Last invocation
  first_event_id: Id of the first
  last_event_id: Id of the last
key: [account_id, region, function_name, invoker, invoker_class, through]
limits: >-
  A function that no entry names is not judged; INV-01 shows which these are. One match is enough: an entry that names a service expects it from every
  source. An account stands for its principals and for services that act for it; function-url among the sources stands for calls through the function's
  URL. CloudTrail names a source only for services that invoke directly: not for Step Functions, which show their role, and not for queues and streams,
  where Lambda itself or the function's role reads. Refused, throttled and dry calls are in INV-07 or not at all.
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
    CASE event_name WHEN 'InvokeFunctionUrl' THEN 'function URL' WHEN 'InvokeWebFunctionEndpoint' THEN 'web function endpoint' ELSE 'API' END AS through,
    json_extract_scalar(request_parameters, '$.sourceArn') AS source_arn,
    json_extract_scalar(request_parameters, '$.sourceAccount') AS source_account,
    COALESCE(CASE WHEN actor_class = 'workload' THEN role_name END, actor_name, actor_principal_id, 'unknown') AS actor,
    actor_account_id,
    actor_class,
    role_name,
    permission_set,
    role_arn,
    -- Sessions of a role have ARNs of their own; the role stands for them.
    CASE WHEN role_name IS NULL THEN actor_arn END AS user_arn,
    invoked_by,
    event_time || event_id AS moment
  FROM events
  WHERE event_source = 'lambda.amazonaws.com'
    AND event_name IN ('Invoke', 'InvokeAsync', 'InvokeWithResponseStream', 'InvokeFunctionUrl', 'InvokeWebFunctionEndpoint')
    AND outcome = 'success'
    AND COALESCE(json_extract_scalar(request_parameters, '$.invocationType'), '') <> 'DryRun'
),
combinations AS (
  SELECT
    account_id, region, function_ref, through, source_arn, source_account, actor, actor_account_id, actor_class, role_name, permission_set, role_arn, user_arn, invoked_by,
    count(*) AS events,
    min(moment) AS first_moment,
    max(moment) AS last_moment
  FROM calls
  GROUP BY account_id, region, function_ref, through, source_arn, source_account, actor, actor_account_id, actor_class, role_name, permission_set, role_arn, user_arn, invoked_by
),
named AS (
  SELECT
    account_id, region, through, source_arn, events, first_moment, last_moment, role_name, permission_set, role_arn, user_arn,
    COALESCE(split_part(split_part(':' || function_ref, ':function:', 2), ':', 1), split_part(function_ref, ':web-function/', 2), CASE WHEN starts_with(function_ref, 'arn:') THEN function_ref ELSE split_part(function_ref, ':', 1) END) AS function_name,
    -- Without the version; where the record has no ARN, as it would be.
    CASE WHEN starts_with(function_ref, 'arn:') AND strpos(function_ref, ':function:') > 0 THEN split_part(function_ref, ':function:', 1)
      ELSE 'arn:' || CASE WHEN starts_with(region, 'cn-') THEN 'aws-cn' WHEN starts_with(region, 'us-gov-') THEN 'aws-us-gov' ELSE 'aws' END || ':lambda:' || region || ':' || account_id
    END || ':function:' || COALESCE(split_part(split_part(':' || function_ref, ':function:', 2), ':', 1), split_part(function_ref, ':web-function/', 2), split_part(function_ref, ':', 1)) AS function_arn,
    actor
      || CASE WHEN regexp_like(actor_account_id, '^[0-9]{12}$') AND actor_account_id <> account_id AND strpos(actor, actor_account_id) = 0 THEN ' (account ' || actor_account_id || ')' ELSE '' END
      || CASE WHEN invoked_by <> 'AWS Internal' AND invoked_by <> actor THEN ' through ' || invoked_by ELSE '' END AS invoker,
    actor_class AS invoker_class,
    CASE WHEN actor_class = 'aws-service' THEN COALESCE(NULLIF(invoked_by, 'AWS Internal'), actor) ELSE NULLIF(invoked_by, 'AWS Internal') END AS service,
    -- Whose call it is: the caller's account; of a service, the account it acts for.
    COALESCE(source_account, NULLIF(split_part(source_arn, ':', 5), ''), actor_account_id) AS caller_account
  FROM combinations
),
entries AS (
  SELECT
    value,
    replace(replace(replace(replace(split_part(value, ' ', 1), '!', '!!'), '%', '!%'), '_', '!_'), '*', '%') AS function_pattern,
    split_part(value, ' ', 2) AS kind,
    replace(replace(replace(replace(split_part(value, ' ', 3), '!', '!!'), '%', '!%'), '_', '!_'), '*', '%') AS pattern
  FROM setting_expected_invokers
),
functions AS (
  SELECT n.account_id, n.region, n.function_name, n.function_arn, e.value, e.kind, e.pattern
  FROM (SELECT DISTINCT account_id, region, function_name, function_arn FROM named) n
  JOIN entries e ON n.function_name LIKE e.function_pattern ESCAPE '!' OR n.function_arn LIKE e.function_pattern ESCAPE '!'
),
judged AS (
  SELECT
    n.account_id, n.region, n.function_name, n.invoker, n.invoker_class, n.through, n.source_arn, n.events, n.first_moment, n.last_moment,
    max(CASE
      WHEN f.kind = 'service' AND n.service LIKE f.pattern ESCAPE '!' THEN 1
      WHEN f.kind = 'account' AND n.caller_account LIKE f.pattern ESCAPE '!' THEN 1
      WHEN f.kind = 'role' AND (n.role_name LIKE f.pattern ESCAPE '!' OR n.role_arn LIKE f.pattern ESCAPE '!' OR n.permission_set LIKE f.pattern ESCAPE '!' OR n.user_arn LIKE f.pattern ESCAPE '!') THEN 1
      WHEN f.kind = 'source' AND (n.source_arn LIKE f.pattern ESCAPE '!' OR (n.through <> 'API' AND f.pattern = 'function-url')) THEN 1
      ELSE 0
    END) AS expected,
    array_join(array_agg(DISTINCT substr(f.value, strpos(f.value, ' ') + 1) ORDER BY substr(f.value, strpos(f.value, ' ') + 1)), ', ') AS listed
  FROM named n
  JOIN functions f ON f.account_id = n.account_id AND f.region = n.region AND f.function_name = n.function_name AND f.function_arn = n.function_arn
  GROUP BY n.account_id, n.region, n.function_name, n.function_arn, n.invoker, n.invoker_class, n.through, n.source_arn, n.events, n.first_moment, n.last_moment,
    n.service, n.caller_account, n.role_name, n.role_arn, n.user_arn
)
SELECT
  account_id,
  region,
  function_name,
  invoker,
  invoker_class,
  through,
  min(source_arn) AS source,
  count(DISTINCT source_arn) AS sources,
  CAST(sum(events) AS bigint) AS events,
  min(listed) AS listed,
  substr(min(first_moment), 1, 20) AS first_time,
  substr(max(last_moment), 1, 20) AS last_time,
  substr(min(first_moment), 21) AS first_event_id,
  substr(max(last_moment), 21) AS last_event_id
FROM judged
WHERE expected = 0
GROUP BY account_id, region, function_name, invoker, invoker_class, through
