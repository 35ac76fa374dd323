/*
id: LAM-05
title: Layers and extensions
question: Which layers were published, shared or attached to functions, and do any come from or go to another account?
expect: population
category:
  management: required
events:
  lambda.amazonaws.com: [PublishLayerVersion, DeleteLayerVersion, AddLayerVersionPermission, RemoveLayerVersionPermission,
    UpdateFunctionConfiguration, CreateFunction]
needs: [outcome, actor_name, tool, source_ip, request_parameters, response_elements]
settings:
  known-accounts: optional
  accounts: optional
lead_in: false
columns:
  event_time: When, UTC
  account_id: Account the event was recorded in
  region: AWS region of the call
  actor_name: Who made the call
  event_name: What was called
  function_name: Function, by name
  layer: Layer version, by ARN where the record has it
  layer_account: Account that owns the layer
  code_sha256: SHA-256 of the code of a layer that was published, as Lambda states it, base64; ties the row to a build
  shared_with: 'Account, organisation or * the layer is shared with'
  flag: Layer of another or a known account, all layers taken off, shared with another or with every account
  channel: How it was made (console, cloudformation, terraform, cdk, sdk-cli, aws-service)
  source_ip: Address the call came from, or the AWS service that made it
  event_id: 'CloudTrail''s id of the event'
  source_file: Log object the event stands in
key: [event_time, account_id, event_id, layer]
limits: >-
  There is a row for each layer that a call names. A call that names layers names all of them, so a layer that stayed is listed again. What is in a layer is not in
  CloudTrail. Layers that AWS or a vendor publishes lie in their accounts; put those accounts into known-accounts.
references:
  - https://docs.aws.amazon.com/lambda/latest/dg/logging-using-cloudtrail.html
  - https://docs.aws.amazon.com/lambda/latest/dg/chapter-layers.html
  - https://docs.aws.amazon.com/lambda/latest/api/API_AddLayerVersionPermission.html
*/
WITH calls AS (
  SELECT
    event_time,
    account_id,
    region,
    actor_name,
    event_name,
    COALESCE(json_extract_scalar(request_parameters, '$.functionName'), '') AS function_ref,
    -- A function has five layers at most.
    CASE WHEN event_name IN ('UpdateFunctionConfiguration', 'CreateFunction')
      THEN COALESCE(json_extract_scalar(request_parameters, '$.layers[0]'), '')
        || COALESCE(chr(10) || json_extract_scalar(request_parameters, '$.layers[1]'), '')
        || COALESCE(chr(10) || json_extract_scalar(request_parameters, '$.layers[2]'), '')
        || COALESCE(chr(10) || json_extract_scalar(request_parameters, '$.layers[3]'), '')
        || COALESCE(chr(10) || json_extract_scalar(request_parameters, '$.layers[4]'), '')
      ELSE COALESCE(json_extract_scalar(response_elements, '$.layerVersionArn'), json_extract_scalar(request_parameters, '$.layerName') || COALESCE(':' || json_extract_scalar(request_parameters, '$.versionNumber'), ''), '')
    END AS layers,
    CASE WHEN event_name = 'PublishLayerVersion' THEN json_extract_scalar(response_elements, '$.content.codeSha256') END AS code_sha256,
    CASE WHEN event_name = 'AddLayerVersionPermission' THEN COALESCE(json_extract_scalar(request_parameters, '$.organizationId'), json_extract_scalar(request_parameters, '$.principal')) END AS shared_with,
    tool AS channel,
    source_ip,
    event_id,
    source_file
  FROM events
  WHERE event_source = 'lambda.amazonaws.com'
    AND outcome = 'success'
    AND (event_name IN ('PublishLayerVersion', 'DeleteLayerVersion', 'AddLayerVersionPermission', 'RemoveLayerVersionPermission')
      OR (event_name IN ('UpdateFunctionConfiguration', 'CreateFunction') AND json_array_length(json_extract(request_parameters, '$.layers')) >= 0))
),
known_accounts AS (
  SELECT value FROM setting_known_accounts
  UNION
  SELECT value FROM setting_accounts
),
rows_of_layers AS (
  SELECT
    c.event_time, c.account_id, c.region, c.actor_name, c.event_name, c.function_ref, c.code_sha256, c.shared_with, c.channel, c.source_ip, c.event_id, c.source_file,
    NULLIF(l.value, '') AS layer,
    CASE WHEN l.value = '' THEN NULL WHEN starts_with(l.value, 'arn:') THEN split_part(l.value, ':', 5) ELSE c.account_id END AS layer_account
  FROM calls c
  CROSS JOIN UNNEST(split(c.layers, chr(10))) AS l(value)
)
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  event_name,
  NULLIF(COALESCE(split_part(split_part(':' || function_ref, ':function:', 2), ':', 1), CASE WHEN starts_with(function_ref, 'arn:') THEN function_ref ELSE split_part(function_ref, ':', 1) END), '') AS function_name,
  layer,
  layer_account,
  code_sha256,
  shared_with,
  CASE
    WHEN shared_with = '*' THEN 'shared with every account'
    WHEN starts_with(shared_with, 'o-') THEN 'shared with an organisation'
    WHEN shared_with IS NOT NULL AND shared_with <> account_id AND shared_with NOT IN (SELECT value FROM known_accounts) THEN 'shared with another account'
    WHEN shared_with IS NOT NULL AND shared_with <> account_id THEN 'shared with a known account'
    WHEN layer IS NULL AND function_ref <> '' THEN 'all layers taken off'
    WHEN layer_account <> account_id AND layer_account NOT IN (SELECT value FROM known_accounts) THEN 'layer of another account'
    WHEN layer_account <> account_id THEN 'layer of a known account'
  END AS flag,
  channel,
  source_ip,
  event_id,
  source_file
FROM rows_of_layers
