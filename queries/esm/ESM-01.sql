/*
id: ESM-01
title: Event source mappings changed
question: Which queues and streams were wired to functions, rewired, switched off or cut, and by whom?
expect: population
category:
  management: required
events:
  lambda.amazonaws.com: [CreateEventSourceMapping, UpdateEventSourceMapping, DeleteEventSourceMapping]
needs: [outcome, actor_arn, actor_name, role_arn, role_name, permission_set, tool, source_ip, request_parameters, response_elements]
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
  reads_from: Queue, stream or topic the function reads
  mapping_id: Id of the mapping
  enabled: Whether the call switched the mapping on or off; empty if it said nothing
  details: Batch size, number of filters, starting position, where failed batches go, as asked for
  channel: How it was made (console, cloudformation, terraform, cdk, pipeline, sdk-cli, aws-service)
  source_ip: Address the call came from, or the AWS service that made it
  event_id: 'CloudTrail''s id of the event'
  source_file: Log object the event stands in
key: [event_time, account_id, event_id]
limits: >-
  The row shows what was asked for, not what stood there before. Filter patterns are counted, not printed, and CloudTrail blanks those that are
  encrypted with a key of the customer. Mappings that Lambda itself disables after errors are not changes by a person and not here.
references:
  - https://docs.aws.amazon.com/lambda/latest/dg/logging-using-cloudtrail.html
  - https://docs.aws.amazon.com/lambda/latest/api/API_UpdateEventSourceMapping.html
*/
WITH calls AS (
  SELECT
    event_time,
    account_id,
    region,
    actor_name,
    event_name,
    COALESCE(json_extract_scalar(response_elements, '$.functionArn'), json_extract_scalar(request_parameters, '$.functionName')) AS function_ref,
    COALESCE(json_extract_scalar(request_parameters, '$.eventSourceArn'), json_extract_scalar(response_elements, '$.eventSourceArn'), json_extract_scalar(request_parameters, '$.topics[0]'), json_extract_scalar(response_elements, '$.topics[0]')) AS reads_from,
    COALESCE(json_extract_scalar(request_parameters, '$.uUID'), json_extract_scalar(response_elements, '$.uUID')) AS mapping_id,
    CASE WHEN event_name <> 'DeleteEventSourceMapping' THEN json_extract_scalar(request_parameters, '$.enabled') END AS enabled,
    NULLIF(substr(
      COALESCE('; batch ' || json_extract_scalar(request_parameters, '$.batchSize'), '')
      || COALESCE('; filters ' || CAST(json_array_length(json_extract(request_parameters, '$.filterCriteria.filters')) AS varchar), '')
      || COALESCE('; from ' || json_extract_scalar(request_parameters, '$.startingPosition'), '')
      || COALESCE('; retries ' || json_extract_scalar(request_parameters, '$.maximumRetryAttempts'), '')
      || COALESCE('; on failure ' || json_extract_scalar(request_parameters, '$.destinationConfig.onFailure.destination'), ''),
      3), '') AS details,
    CASE WHEN tool IN ('sdk-cli', 'aws-service') AND (role_name IN (SELECT value FROM setting_deploy_roles) OR permission_set IN (SELECT value FROM setting_deploy_roles) OR role_arn IN (SELECT value FROM setting_deploy_roles) OR actor_arn IN (SELECT value FROM setting_deploy_roles)) THEN 'pipeline' ELSE tool END AS channel,
    source_ip,
    event_id,
    source_file
  FROM events
  WHERE event_source = 'lambda.amazonaws.com'
    AND event_name IN ('CreateEventSourceMapping', 'UpdateEventSourceMapping', 'DeleteEventSourceMapping')
    AND outcome = 'success'
)
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  event_name,
  -- A function is named by a bare name, a partial ARN or a full ARN.
  COALESCE(split_part(split_part(':' || function_ref, ':function:', 2), ':', 1), CASE WHEN starts_with(function_ref, 'arn:') THEN function_ref ELSE split_part(function_ref, ':', 1) END) AS function_name,
  reads_from,
  mapping_id,
  enabled,
  details,
  channel,
  source_ip,
  event_id,
  source_file
FROM calls
