/*
id: LAM-08
title: Function code or settings read
question: Who, other than the deployment, read the code of functions or the environment variables in their settings?
expect: population
category:
  management: required
events:
  lambda.amazonaws.com: [GetFunction, GetFunctionConfiguration, ListFunctions, ListVersionsByFunction, GetLayerVersion, GetLayerVersionByArn]
needs: [outcome, actor_principal_id, actor_arn, actor_name, actor_class, role_arn, role_name, permission_set, invoked_by, console, source_ip, resource, request_parameters]
settings:
  deploy-roles: optional
lead_in: false
columns:
  account_id: Account the event was recorded in
  region: AWS region of the call
  function_name: Function or layer, by name
  actor: Who read it; of a workload the role
  actor_class: Kind of actor (person, workload, root, anonymous, unknown)
  event_name: What was called
  shows: What the answer holds
  console: Made from the AWS console
  events: Successful calls
  source_ips: Different addresses
  first_time: First of them
  last_time: Last of them
  first_event_id: Id of the first
  last_event_id: Id of the last
key: [account_id, region, function_name, actor, actor_class, event_name, console]
limits: >-
  The answer is not in CloudTrail: a link to the code may not have been followed, and variables encrypted with a key the caller may not use are not shown
  to it. The console reads functions whenever a page is opened. Roles of the deploy-roles list and AWS services are left out; without the list every role
  is here. Lists of all functions show their settings too.
references:
  - https://docs.aws.amazon.com/lambda/latest/dg/logging-using-cloudtrail.html
  - https://docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html
  - https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctions.html
*/
WITH calls AS (
  SELECT
    account_id,
    region,
    COALESCE(json_extract_scalar(request_parameters, '$.functionName'), json_extract_scalar(request_parameters, '$.arn'), json_extract_scalar(request_parameters, '$.layerName'), resource) AS function_ref,
    COALESCE(CASE WHEN actor_class = 'workload' THEN role_name END, actor_name, actor_principal_id, 'unknown') AS actor,
    actor_class,
    event_name,
    console,
    source_ip,
    event_time || event_id AS moment
  FROM events
  WHERE event_source = 'lambda.amazonaws.com'
    AND event_name IN ('GetFunction', 'GetFunctionConfiguration', 'ListFunctions', 'ListVersionsByFunction', 'GetLayerVersion', 'GetLayerVersionByArn')
    AND outcome = 'success'
    AND actor_class <> 'aws-service'
    AND (invoked_by IS NULL OR invoked_by = 'AWS Internal')
    AND NOT COALESCE(role_name IN (SELECT value FROM setting_deploy_roles) OR permission_set IN (SELECT value FROM setting_deploy_roles) OR role_arn IN (SELECT value FROM setting_deploy_roles) OR actor_arn IN (SELECT value FROM setting_deploy_roles), false)
)
SELECT
  account_id,
  region,
  function_name,
  actor,
  actor_class,
  event_name,
  CASE
    WHEN event_name = 'GetFunction' THEN 'link to the code and environment'
    WHEN starts_with(event_name, 'GetLayerVersion') THEN 'link to the code of a layer'
    ELSE 'environment'
  END AS shows,
  console,
  count(*) AS events,
  count(DISTINCT source_ip) AS source_ips,
  substr(min(moment), 1, 20) AS first_time,
  substr(max(moment), 1, 20) AS last_time,
  substr(min(moment), 21) AS first_event_id,
  substr(max(moment), 21) AS last_event_id
FROM (
  SELECT
    account_id, region, actor, actor_class, event_name, console, source_ip, moment,
    -- A function is named by a bare name, a partial ARN or a full ARN; a layer likewise.
    CASE WHEN event_name = 'ListFunctions' THEN 'every function'
      ELSE COALESCE(split_part(split_part(':' || function_ref, ':function:', 2), ':', 1), split_part(split_part(function_ref, ':layer:', 2), ':', 1), CASE WHEN starts_with(function_ref, 'arn:') THEN function_ref ELSE split_part(function_ref, ':', 1) END)
    END AS function_name
  FROM calls
) n
GROUP BY account_id, region, function_name, actor, actor_class, event_name, console
