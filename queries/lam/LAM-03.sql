/*
id: LAM-03
title: Execution role set or swapped
question: Which functions were given a role to run with, or another one than before?
expect: population
category:
  management: required
events:
  lambda.amazonaws.com: [CreateFunction, UpdateFunctionConfiguration]
context:
  lambda.amazonaws.com: [UpdateFunctionCode, PublishVersion]
  iam.amazonaws.com: [AttachRolePolicy]
needs: [outcome, actor_name, tool, source_ip, request_parameters, response_elements]
settings: {}
lead_in: false
columns:
  event_time: When, UTC
  account_id: Account the event was recorded in
  region: AWS region of the call
  actor_name: Who made the call
  event_name: What was called
  function_name: Function, by name
  role: Role the function now runs with
  role_before: Role of the function in its latest earlier record in these logs
  change: Set at creation, changed, same role named again, or earlier role not in these logs
  admin_policy: Administrator policies attached to the role in the period
  channel: How it was made (console, cloudformation, terraform, cdk, sdk-cli, aws-service)
  source_ip: Address the call came from, or the AWS service that made it
  event_id: 'CloudTrail''s id of the event'
  source_file: Log object the event stands in
key: [event_time, account_id, event_id]
limits: >-
  Handing a role to a function (iam:PassRole) is never an event; it is read from the call that names the role. What the role may do is not in these
  records: admin_policy names only AdministratorAccess, IAMFullAccess and PowerUserAccess attached within the period. A role named again without
  change is listed, as some tools send it each time.
references:
  - https://docs.aws.amazon.com/lambda/latest/dg/logging-using-cloudtrail.html
  - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
*/
WITH calls AS (
  SELECT
    event_time,
    account_id,
    region,
    actor_name,
    event_name,
    COALESCE(split_part(split_part(':' || json_extract_scalar(request_parameters, '$.functionName'), ':function:', 2), ':', 1), CASE WHEN starts_with(json_extract_scalar(request_parameters, '$.functionName'), 'arn:') THEN json_extract_scalar(request_parameters, '$.functionName') ELSE split_part(json_extract_scalar(request_parameters, '$.functionName'), ':', 1) END) AS name_asked,
    split_part(split_part(json_extract_scalar(response_elements, '$.functionArn'), ':function:', 2), ':', 1) AS name_answered,
    json_extract_scalar(request_parameters, '$.role') AS role_asked,
    COALESCE(json_extract_scalar(response_elements, '$.role'), json_extract_scalar(request_parameters, '$.role')) AS role,
    tool AS channel,
    source_ip,
    event_id,
    source_file
  FROM events
  WHERE event_source = 'lambda.amazonaws.com'
    AND event_name IN ('CreateFunction', 'UpdateFunctionConfiguration', 'UpdateFunctionCode', 'PublishVersion')
    AND outcome = 'success'
),
known AS (
  SELECT
    event_time, account_id, region, actor_name, event_name, COALESCE(name_answered, name_asked) AS function_name, role_asked, role, channel, source_ip, event_id, source_file
  FROM calls
  WHERE role IS NOT NULL
),
steps AS (
  SELECT
    event_time, account_id, region, actor_name, event_name, function_name, role_asked, role, channel, source_ip, event_id, source_file,
    lag(role) OVER (PARTITION BY account_id, region, function_name ORDER BY event_time, event_id) AS role_before
  FROM known
),
attached AS (
  SELECT account_id, role_name, array_join(array_agg(DISTINCT policy ORDER BY policy), ', ') AS policies
  FROM (
    SELECT
      account_id,
      json_extract_scalar(request_parameters, '$.roleName') AS role_name,
      regexp_extract(json_extract_scalar(request_parameters, '$.policyArn'), '[^/]+$', 0) AS policy
    FROM events
    WHERE event_source = 'iam.amazonaws.com' AND event_name = 'AttachRolePolicy' AND outcome = 'success'
  ) a
  WHERE policy IN ('AdministratorAccess', 'IAMFullAccess', 'PowerUserAccess')
  GROUP BY account_id, role_name
)
SELECT
  s.event_time,
  s.account_id,
  s.region,
  s.actor_name,
  s.event_name,
  s.function_name,
  s.role,
  s.role_before,
  CASE
    WHEN s.event_name = 'CreateFunction' THEN 'set at creation'
    WHEN s.role_before IS NULL THEN 'earlier role not in these logs'
    WHEN s.role_before = s.role THEN 'same role named again'
    ELSE 'changed'
  END AS change,
  COALESCE(a.policies, 'none seen') AS admin_policy,
  s.channel,
  s.source_ip,
  s.event_id,
  s.source_file
FROM steps s
LEFT JOIN attached a ON a.account_id = s.account_id AND a.role_name = regexp_extract(s.role, '[^/]+$', 0)
WHERE s.event_name IN ('CreateFunction', 'UpdateFunctionConfiguration')
  AND s.role_asked IS NOT NULL
