/*
id: LAM-06
title: Code-signing controls changed
question: Who set up, relaxed or removed the checks that let only signed code be deployed?
expect: population
category:
  management: required
events:
  lambda.amazonaws.com: [CreateCodeSigningConfig, UpdateCodeSigningConfig, DeleteCodeSigningConfig, PutFunctionCodeSigningConfig,
    DeleteFunctionCodeSigningConfig]
  signer.amazonaws.com: [PutSigningProfile, CancelSigningProfile, RevokeSigningProfile, RevokeSignature, AddProfilePermission,
    RemoveProfilePermission]
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
  target: Code-signing configuration, or signing profile
  function_name: Function, by name, where the call names one
  effect: What the call does, in words
  untrusted_code: What happens to code that fails the check (Enforce refuses it, Warn lets it through)
  publishers: Signing profiles allowed, counted
  principal: Whom a signing profile is shared with
  channel: How it was made (console, cloudformation, terraform, cdk, pipeline, sdk-cli, aws-service)
  deploy_role: Made with a role of the deploy-roles list (yes, no, no list)
  source_ip: Address the call came from, or the AWS service that made it
  event_id: 'CloudTrail''s id of the event'
  source_file: Log object the event stands in
key: [event_time, account_id, event_id]
limits: >-
  The row shows what was asked for, not what stood there before. Functions that never had a code-signing configuration are in no record. That a deploy
  failed the check and was let through is not in CloudTrail.
references:
  - https://docs.aws.amazon.com/lambda/latest/dg/logging-using-cloudtrail.html
  - https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html
  - https://docs.aws.amazon.com/signer/latest/developerguide/logging-using-cloudtrail.html
*/
WITH calls AS (
  SELECT
    event_time,
    account_id,
    region,
    actor_name,
    event_name,
    COALESCE(json_extract_scalar(request_parameters, '$.codeSigningConfigArn'), json_extract_scalar(response_elements, '$.codeSigningConfig.codeSigningConfigArn'), json_extract_scalar(response_elements, '$.codeSigningConfigArn'), json_extract_scalar(request_parameters, '$.profileName'), json_extract_scalar(request_parameters, '$.jobId'), resource) AS target,
    json_extract_scalar(request_parameters, '$.functionName') AS function_ref,
    CASE event_name
      WHEN 'CreateCodeSigningConfig' THEN 'configuration made'
      WHEN 'DeleteCodeSigningConfig' THEN 'configuration deleted'
      WHEN 'UpdateCodeSigningConfig' THEN CASE json_extract_scalar(request_parameters, '$.codeSigningPolicies.untrustedArtifactOnDeployment')
        WHEN 'Warn' THEN 'untrusted code is let through with a warning'
        WHEN 'Enforce' THEN 'untrusted code is refused'
        ELSE CASE WHEN strpos(request_parameters, '"allowedPublishers"') > 0 THEN 'publishers changed' ELSE 'description changed' END
      END
      WHEN 'PutFunctionCodeSigningConfig' THEN 'function checked from now on'
      WHEN 'DeleteFunctionCodeSigningConfig' THEN 'function no longer checked'
      WHEN 'PutSigningProfile' THEN 'signing profile made'
      WHEN 'CancelSigningProfile' THEN 'signing profile cancelled'
      WHEN 'RevokeSigningProfile' THEN 'signing profile revoked'
      WHEN 'RevokeSignature' THEN 'signature revoked'
      WHEN 'AddProfilePermission' THEN 'signing profile shared'
      ELSE 'signing profile no longer shared'
    END AS effect,
    COALESCE(json_extract_scalar(request_parameters, '$.codeSigningPolicies.untrustedArtifactOnDeployment'), json_extract_scalar(response_elements, '$.codeSigningConfig.codeSigningPolicies.untrustedArtifactOnDeployment')) AS untrusted_code,
    COALESCE(
      json_array_length(json_extract(request_parameters, '$.allowedPublishers.signingProfileVersionArns')),
      json_array_length(json_extract(response_elements, '$.codeSigningConfig.allowedPublishers.signingProfileVersionArns'))
    ) AS publishers,
    json_extract_scalar(request_parameters, '$.principal') AS principal,
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
  WHERE outcome = 'success'
    AND ((event_source = 'lambda.amazonaws.com' AND event_name IN ('CreateCodeSigningConfig', 'UpdateCodeSigningConfig', 'DeleteCodeSigningConfig', 'PutFunctionCodeSigningConfig', 'DeleteFunctionCodeSigningConfig'))
      OR (event_source = 'signer.amazonaws.com' AND event_name IN ('PutSigningProfile', 'CancelSigningProfile', 'RevokeSigningProfile', 'RevokeSignature', 'AddProfilePermission', 'RemoveProfilePermission')))
)
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  event_name,
  target,
  -- A function is named by a bare name, a partial ARN or a full ARN.
  COALESCE(split_part(split_part(':' || function_ref, ':function:', 2), ':', 1), CASE WHEN starts_with(function_ref, 'arn:') THEN function_ref ELSE split_part(function_ref, ':', 1) END) AS function_name,
  effect,
  untrusted_code,
  publishers,
  principal,
  CASE WHEN tool IN ('sdk-cli', 'aws-service') AND deploy_role = 'yes' THEN 'pipeline' ELSE tool END AS channel,
  deploy_role,
  source_ip,
  event_id,
  source_file
FROM calls
