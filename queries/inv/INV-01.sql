/*
id: INV-01
title: Invocation logging cover
question: For which functions do the logs hold invocations, which ran without, and did anyone change which invocations are logged?
expect: measure
category:
  data: required
  management: optional
events:
  lambda.amazonaws.com: [Invoke, InvokeAsync, InvokeWithResponseStream, InvokeFunctionUrl, InvokeWebFunctionEndpoint]
  cloudtrail.amazonaws.com: [PutEventSelectors]
  logs.amazonaws.com: [CreateLogStream]
context:
  lambda.amazonaws.com: [CreateFunction, UpdateFunctionCode, UpdateFunctionConfiguration, PublishVersion]
needs: [outcome, resource_arns, request_parameters]
settings:
  expected-invokers: optional
lead_in: false
columns:
  account_id: Account the event was recorded in
  region: AWS region of the call
  finding: Invoked; ran (it opened streams of its own log group) or was changed, but no invocation seen; or selector change
  subject: Function, or trail whose selectors were set
  lambda_selected: For a selector change, whether it names Lambda functions
  expected: For a function, whether an entry of expected-invokers names it, so that INV-04 judges it (yes, no, no list)
  events: Invocations, log streams opened, changes of the function, or selector changes counted
  days: Days (UTC) with at least one of them
  first_time: First of them
  last_time: Last of them
  first_event_id: Id of the first
  last_event_id: Id of the last
key: [account_id, region, finding, subject, lambda_selected]
limits: >-
  Invocations are logged only where a trail selects them; a function without rows may have run unlogged, or not at all: its first run on a new worker
  shows only where it writes to /aws/lambda/<name>. Functions that were neither invoked nor changed in the period are unknown to the logs. Unauthorised and some failed invocations may not be logged by AWS. Selectors set before
  the period are not seen; a call that names some functions and other resources is shown as naming them, perhaps not all.
references:
  - https://docs.aws.amazon.com/lambda/latest/dg/logging-using-cloudtrail.html
  - https://docs.aws.amazon.com/lambda/latest/dg/urls-monitoring.html
  - https://docs.aws.amazon.com/lambda/latest/dg/web-functions-logging-cloudtrail.html
  - https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html
  - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html
*/
WITH calls AS (
  SELECT
    account_id,
    region,
    CASE WHEN event_source = 'cloudtrail.amazonaws.com' THEN 'selector change' WHEN event_source = 'logs.amazonaws.com' THEN 'ran' WHEN event_name IN ('Invoke', 'InvokeAsync', 'InvokeWithResponseStream', 'InvokeFunctionUrl', 'InvokeWebFunctionEndpoint') THEN 'invoked' ELSE 'changed' END AS kind,
    CASE WHEN event_source = 'cloudtrail.amazonaws.com' THEN COALESCE(json_extract_scalar(request_parameters, '$.trailName'), split_part(resource_arns, chr(10), 1), json_extract_scalar(request_parameters, '$.eventDataStore'))
      WHEN event_source = 'logs.amazonaws.com' THEN regexp_extract(json_extract_scalar(request_parameters, '$.logGroupName'), '^/aws/lambda/(.+)$', 1)
      ELSE COALESCE(CASE WHEN starts_with(resource_arns, 'arn:') THEN split_part(resource_arns, chr(10), 1) END, json_extract_scalar(request_parameters, '$.functionName'), split_part(resource_arns, chr(10), 1)) END AS ref,
    CASE
      WHEN event_source <> 'cloudtrail.amazonaws.com' THEN NULL
      WHEN COALESCE(strpos(request_parameters, 'AWS::Lambda::Function'), 0) = 0 THEN 'not named'
      WHEN regexp_like(request_parameters, '"arn:aws[a-z-]*:lambda"') THEN 'every function'
      WHEN strpos(request_parameters, '"advancedEventSelectors"') > 0 AND strpos(request_parameters, 'resources.ARN') = 0 THEN 'every function'
      ELSE 'named, perhaps not every function'
    END AS lambda_selected,
    event_day,
    event_time,
    event_id
  FROM events
  WHERE (event_source = 'lambda.amazonaws.com' AND event_name IN ('Invoke', 'InvokeAsync', 'InvokeWithResponseStream', 'InvokeFunctionUrl', 'InvokeWebFunctionEndpoint'))
    OR (event_source = 'lambda.amazonaws.com' AND event_name IN ('CreateFunction', 'UpdateFunctionCode', 'UpdateFunctionConfiguration', 'PublishVersion') AND outcome = 'success')
    OR (event_source = 'cloudtrail.amazonaws.com' AND event_name = 'PutEventSelectors' AND outcome = 'success')
    -- A worker that starts opens a stream in the log group of its function.
    OR (event_source = 'logs.amazonaws.com' AND event_name = 'CreateLogStream' AND outcome = 'success' AND strpos(request_parameters, '"/aws/lambda/') > 0)
),
by_day AS (
  SELECT
    account_id, region, kind, ref, lambda_selected, event_day,
    count(*) AS events,
    substr(min(event_time || event_id), 1, 20) AS first_time,
    substr(max(event_time || event_id), 1, 20) AS last_time,
    substr(min(event_time || event_id), 21) AS first_event_id,
    substr(max(event_time || event_id), 21) AS last_event_id
  FROM calls
  GROUP BY account_id, region, kind, ref, lambda_selected, event_day
),
named AS (
  SELECT
    account_id, region, kind, lambda_selected, event_day, events, first_time, last_time, first_event_id, last_event_id,
    -- A function is named by a bare name, a partial ARN or a full ARN.
    COALESCE(split_part(split_part(':' || ref, ':function:', 2), ':', 1), split_part(ref, ':web-function/', 2), CASE WHEN starts_with(ref, 'arn:') THEN ref ELSE split_part(ref, ':', 1) END) AS subject
  FROM by_day
),
subjects AS (
  SELECT
    account_id, region, kind, subject, lambda_selected,
    CAST(sum(events) AS bigint) AS events,
    count(DISTINCT event_day) AS days,
    min(first_time) AS first_time,
    max(last_time) AS last_time,
    min_by(first_event_id, first_time || first_event_id) AS first_event_id,
    max_by(last_event_id, last_time || last_event_id) AS last_event_id
  FROM named
  GROUP BY account_id, region, kind, subject, lambda_selected
  -- Calls that name no function are left out here; as WHERE it would be tried on every call, not on every name.
  HAVING count(subject) > 0
),
-- An entry may be an ARN, and the logs may hold none: it is compared with what that would be.
listed AS (
  SELECT DISTINCT s.account_id, s.region, s.subject
  FROM (
    SELECT DISTINCT
      account_id, region, subject,
      ':lambda:' || region || ':' || account_id || ':function:' || subject AS arn_end
    FROM subjects
    WHERE kind <> 'selector change'
  ) s
  JOIN (
    SELECT DISTINCT replace(replace(replace(replace(split_part(value, ' ', 1), '!', '!!'), '%', '!%'), '_', '!_'), '*', '%') AS pattern
    FROM setting_expected_invokers
  ) e ON s.subject LIKE e.pattern ESCAPE '!' OR 'arn:aws' || s.arn_end LIKE e.pattern ESCAPE '!' OR 'arn:aws-cn' || s.arn_end LIKE e.pattern ESCAPE '!' OR 'arn:aws-us-gov' || s.arn_end LIKE e.pattern ESCAPE '!'
),
marked AS (
  SELECT
    account_id, region, kind, subject, lambda_selected, events, days, first_time, last_time, first_event_id, last_event_id,
    max(CASE WHEN kind = 'invoked' THEN 1 ELSE 0 END) OVER (PARTITION BY account_id, region, subject) AS was_invoked
  FROM subjects
)
SELECT
  m.account_id,
  m.region,
  CASE m.kind WHEN 'changed' THEN 'changed but no invocation seen' WHEN 'ran' THEN 'ran but no invocation seen' ELSE m.kind END AS finding,
  m.subject,
  m.lambda_selected,
  CASE
    WHEN m.kind = 'selector change' THEN NULL
    WHEN (SELECT count(*) FROM setting_expected_invokers) = 0 THEN 'no list'
    WHEN l.subject IS NOT NULL THEN 'yes'
    ELSE 'no'
  END AS expected,
  m.events,
  m.days,
  m.first_time,
  m.last_time,
  m.first_event_id,
  m.last_event_id
FROM marked m
LEFT JOIN listed l ON l.account_id = m.account_id AND l.region = m.region AND l.subject = m.subject
WHERE m.kind NOT IN ('changed', 'ran') OR m.was_invoked = 0
