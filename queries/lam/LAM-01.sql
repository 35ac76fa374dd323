/*
id: LAM-01
title: Function code deployed
question: Which function code was put in place, published or deleted, by whom, and did it come through the deployment process?
expect: population
category:
  management: required
events:
  lambda.amazonaws.com: [CreateFunction, UpdateFunctionCode, PublishVersion, DeleteFunction]
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
  version: Version the call made or named
  code_sha256: SHA-256 of the deployed code as Lambda states it (base64; of an image, its digest in hexadecimal digits); ties the row to a build
  code_from: Bucket object (with its version) or container image (with its digest) the code came from, as the call names it; empty when it was uploaded in the call
  channel: How it was made (console, cloudformation, terraform, cdk, pipeline, sdk-cli, aws-service)
  deploy_role: Made with a role of the deploy-roles list (yes, no, no list)
  source_ip: Address the call came from, or the AWS service that made it
  event_id: 'CloudTrail''s id of the event'
  source_file: Log object the event stands in
key: [event_time, account_id, event_id]
limits: >-
  The code itself is not in CloudTrail; compare code_sha256 with the build. An image named by its tag says which tag, not which image: take the
  digest. Layers are code too: see LAM-05. Dry runs and failed calls are left out. Code also goes live when an alias moves to another version: see
  LAM-02. Rows without a codeSha256 come from records that leave the answer out.
references:
  - https://docs.aws.amazon.com/lambda/latest/dg/logging-using-cloudtrail.html
  - https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionCode.html
*/
WITH calls AS (
  SELECT
    event_time,
    account_id,
    region,
    actor_name,
    event_name,
    COALESCE(json_extract_scalar(response_elements, '$.functionArn'), json_extract_scalar(request_parameters, '$.functionName'), resource) AS function_ref,
    COALESCE(json_extract_scalar(response_elements, '$.version'), json_extract_scalar(request_parameters, '$.qualifier')) AS version,
    COALESCE(json_extract_scalar(response_elements, '$.codeSha256'), json_extract_scalar(request_parameters, '$.codeSha256')) AS code_sha256,
    COALESCE(
      json_extract_scalar(request_parameters, '$.imageUri'),
      json_extract_scalar(request_parameters, '$.code.imageUri'),
      's3://' || json_extract_scalar(request_parameters, '$.s3Bucket') || '/' || json_extract_scalar(request_parameters, '$.s3Key') || COALESCE(' version ' || json_extract_scalar(request_parameters, '$.s3ObjectVersion'), ''),
      's3://' || json_extract_scalar(request_parameters, '$.code.s3Bucket') || '/' || json_extract_scalar(request_parameters, '$.code.s3Key') || COALESCE(' version ' || json_extract_scalar(request_parameters, '$.code.s3ObjectVersion'), '')
    ) AS code_from,
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
    AND event_name IN ('CreateFunction', 'UpdateFunctionCode', 'PublishVersion', 'DeleteFunction')
    AND outcome = 'success'
    AND COALESCE(json_extract_scalar(request_parameters, '$.dryRun'), 'false') <> 'true'
)
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  event_name,
  -- A function is named by a bare name, a partial ARN or a full ARN.
  COALESCE(split_part(split_part(':' || function_ref, ':function:', 2), ':', 1), CASE WHEN starts_with(function_ref, 'arn:') THEN function_ref ELSE split_part(function_ref, ':', 1) END) AS function_name,
  version,
  code_sha256,
  code_from,
  CASE WHEN tool IN ('sdk-cli', 'aws-service') AND deploy_role = 'yes' THEN 'pipeline' ELSE tool END AS channel,
  deploy_role,
  source_ip,
  event_id,
  source_file
FROM calls
