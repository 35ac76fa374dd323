/*
id: LAM-07
title: Functions deleted
question: Which functions or versions of functions were deleted, by whom, and did the function come back?
expect: population
category:
  management: required
events:
  lambda.amazonaws.com: [DeleteFunction]
context:
  lambda.amazonaws.com: [CreateFunction]
needs: [outcome, actor_arn, actor_name, role_arn, role_name, permission_set, tool, source_ip, resource, request_parameters, response_elements]
settings:
  deploy-roles: optional
lead_in: false
columns:
  event_time: When, UTC
  account_id: Account the event was recorded in
  region: AWS region of the call
  actor_name: Who made the call
  event_name: What was called
  function_name: Function, by name
  deleted: The whole function, or one version of it
  version: Version that was deleted
  created_again: When a function of the same name was made afterwards, within the period
  channel: How it was made (console, cloudformation, terraform, cdk, pipeline, sdk-cli, aws-service)
  deploy_role: Made with a role of the deploy-roles list (yes, no, no list)
  source_ip: Address the call came from, or the AWS service that made it
  event_id: 'CloudTrail''s id of the event'
  source_file: Log object the event stands in
key: [event_time, account_id, event_id]
limits: >-
  A deleted function takes its versions, aliases and URL with it; these have no records of their own. A function made again may hold other code: see
  LAM-01. Attempts that failed are not listed.
references:
  - https://docs.aws.amazon.com/lambda/latest/dg/logging-using-cloudtrail.html
  - https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunction.html
*/
WITH calls AS (
  SELECT
    event_time,
    account_id,
    region,
    actor_name,
    event_name,
    COALESCE(json_extract_scalar(request_parameters, '$.functionName'), json_extract_scalar(response_elements, '$.functionArn'), resource) AS function_ref,
    json_extract_scalar(request_parameters, '$.qualifier') AS qualifier,
    tool,
    CASE
      WHEN (SELECT count(*) FROM setting_deploy_roles) = 0 THEN 'no list'
      WHEN role_name IN (SELECT value FROM setting_deploy_roles) OR permission_set IN (SELECT value FROM setting_deploy_roles) OR role_arn IN (SELECT value FROM setting_deploy_roles) OR actor_arn IN (SELECT value FROM setting_deploy_roles) THEN 'yes'
      ELSE 'no'
    END AS deploy_role,
    source_ip,
    event_id,
    source_file
  FROM events
  WHERE event_source = 'lambda.amazonaws.com'
    AND event_name IN ('DeleteFunction', 'CreateFunction')
    AND outcome = 'success'
),
named AS (
  SELECT
    event_time, account_id, region, actor_name, event_name, tool, deploy_role, source_ip, event_id, source_file,
    -- A function is named by a bare name, a partial ARN or a full ARN.
    COALESCE(split_part(split_part(':' || function_ref, ':function:', 2), ':', 1), CASE WHEN starts_with(function_ref, 'arn:') THEN function_ref ELSE split_part(function_ref, ':', 1) END) AS function_name,
    COALESCE(qualifier, split_part(split_part(':' || function_ref, ':function:', 2), ':', 2), CASE WHEN strpos(function_ref, ':function:') = 0 THEN split_part(function_ref, ':', 2) END) AS version
  FROM calls
),
again AS (
  SELECT d.account_id, d.event_id, min(c.event_time) AS created_again
  FROM named d
  JOIN named c ON c.account_id = d.account_id AND c.region = d.region AND c.function_name = d.function_name
  WHERE d.event_name = 'DeleteFunction' AND d.version IS NULL AND c.event_name = 'CreateFunction' AND c.event_time >= d.event_time
  GROUP BY d.account_id, d.event_id
)
SELECT
  n.event_time,
  n.account_id,
  n.region,
  n.actor_name,
  n.event_name,
  n.function_name,
  CASE WHEN n.version IS NULL THEN 'function' ELSE 'version' END AS deleted,
  n.version,
  a.created_again,
  CASE WHEN n.tool IN ('sdk-cli', 'aws-service') AND n.deploy_role = 'yes' THEN 'pipeline' ELSE n.tool END AS channel,
  n.deploy_role,
  n.source_ip,
  n.event_id,
  n.source_file
FROM named n
LEFT JOIN again a ON a.account_id = n.account_id AND a.event_id = n.event_id
WHERE n.event_name = 'DeleteFunction'
