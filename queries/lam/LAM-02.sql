/*
id: LAM-02
title: Function configuration changed
question: Which function settings were changed, by whom, and to what?
expect: population
category:
  management: required
events:
  lambda.amazonaws.com: [UpdateFunctionConfiguration, PutFunctionConcurrency, DeleteFunctionConcurrency, PutProvisionedConcurrencyConfig,
    DeleteProvisionedConcurrencyConfig, PutFunctionEventInvokeConfig, UpdateFunctionEventInvokeConfig, DeleteFunctionEventInvokeConfig,
    PutRuntimeManagementConfig, PutFunctionRecursionConfig, PutFunctionScalingConfig, CreateAlias, UpdateAlias, DeleteAlias, CreateCapacityProvider,
    UpdateCapacityProvider, DeleteCapacityProvider, PutFunctionCodeSigningConfig, DeleteFunctionCodeSigningConfig, AddPermission, RemovePermission,
    CreateFunctionUrlConfig, UpdateFunctionUrlConfig, DeleteFunctionUrlConfig, PutResourcePolicy, DeleteResourcePolicy, TagResource, UntagResource]
needs: [outcome, actor_arn, actor_name, role_arn, role_name, permission_set, tool, source_ip, resource, request_parameters]
settings:
  deploy-roles: optional
lead_in: false
columns:
  event_time: When, UTC
  account_id: Account the event was recorded in
  region: AWS region of the call
  actor_name: Who made the call
  event_name: What was called
  function_name: Function by name, or the other thing that was set
  qualifier: Version or alias named
  changed: What the call asked for
  channel: How it was made (console, cloudformation, terraform, cdk, pipeline, sdk-cli, aws-service)
  deploy_role: Made with a role of the deploy-roles list (yes, no, no list)
  source_ip: Address the call came from, or the AWS service that made it
  event_id: 'CloudTrail''s id of the event'
  source_file: Log object the event stands in
key: [event_time, account_id, event_id]
limits: >-
  Environment variables are not in CloudTrail, so every configuration update says that they may have changed. The row shows what was asked for, not
  what stood there before: some tools send every setting each time. Policy statements and function URLs are listed here whatever they allow; those
  that open a function are in LAM-04.
references:
  - https://docs.aws.amazon.com/lambda/latest/dg/logging-using-cloudtrail.html
  - https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionConfiguration.html
*/
WITH calls AS (
  SELECT
    event_time,
    account_id,
    region,
    actor_name,
    event_name,
    COALESCE(json_extract_scalar(request_parameters, '$.functionName'), json_extract_scalar(request_parameters, '$.resource'), json_extract_scalar(request_parameters, '$.resourceArn'), json_extract_scalar(request_parameters, '$.capacityProviderName'), resource) AS function_ref,
    COALESCE(json_extract_scalar(request_parameters, '$.qualifier'), CASE WHEN event_name IN ('CreateAlias', 'UpdateAlias', 'DeleteAlias') THEN json_extract_scalar(request_parameters, '$.name') END) AS qualifier,
    substr(
      CASE WHEN event_name IN ('CreateAlias', 'UpdateAlias', 'DeleteAlias')
        THEN COALESCE('; alias ' || json_extract_scalar(request_parameters, '$.name') || COALESCE(' to version ' || json_extract_scalar(request_parameters, '$.functionVersion'), ''), '')
          || CASE WHEN regexp_like(request_parameters, '"additionalVersionWeights"[ ]*:[ ]*[{][ ]*"') THEN '; split between versions' ELSE '' END
        ELSE '' END
      || CASE WHEN event_name IN ('AddPermission', 'RemovePermission')
        THEN COALESCE('; statement ' || json_extract_scalar(request_parameters, '$.statementId'), '') || COALESCE(' for ' || json_extract_scalar(request_parameters, '$.principal'), '')
        ELSE '' END
      || COALESCE('; runtime ' || json_extract_scalar(request_parameters, '$.runtime'), '')
      || COALESCE('; handler ' || json_extract_scalar(request_parameters, '$.handler'), '')
      || COALESCE('; role ' || json_extract_scalar(request_parameters, '$.role'), '')
      || COALESCE('; operator role ' || json_extract_scalar(request_parameters, '$.permissionsConfig.capacityProviderOperatorRoleArn'), '')
      || COALESCE('; timeout ' || json_extract_scalar(request_parameters, '$.timeout'), '')
      || COALESCE('; memory ' || json_extract_scalar(request_parameters, '$.memorySize'), '')
      || COALESCE('; temporary storage ' || json_extract_scalar(request_parameters, '$.ephemeralStorage.size'), '')
      || COALESCE('; tracing ' || json_extract_scalar(request_parameters, '$.tracingConfig.mode'), '')
      || COALESCE('; SnapStart ' || json_extract_scalar(request_parameters, '$.snapStart.applyOn'), '')
      || COALESCE('; dead letters to ' || json_extract_scalar(request_parameters, '$.deadLetterConfig.targetArn'), '')
      || COALESCE('; log group ' || json_extract_scalar(request_parameters, '$.loggingConfig.logGroup'), '')
      || COALESCE('; log level ' || json_extract_scalar(request_parameters, '$.loggingConfig.applicationLogLevel'), '')
      || COALESCE('; file system ' || json_extract_scalar(request_parameters, '$.fileSystemConfigs[0].arn'), '')
      || COALESCE('; reserved concurrency ' || json_extract_scalar(request_parameters, '$.reservedConcurrentExecutions'), '')
      || COALESCE('; provisioned concurrency ' || json_extract_scalar(request_parameters, '$.provisionedConcurrentExecutions'), '')
      || COALESCE('; retries ' || json_extract_scalar(request_parameters, '$.maximumRetryAttempts'), '')
      || COALESCE('; event age ' || json_extract_scalar(request_parameters, '$.maximumEventAgeInSeconds'), '')
      || COALESCE('; on failure ' || json_extract_scalar(request_parameters, '$.destinationConfig.onFailure.destination'), '')
      || COALESCE('; on success ' || json_extract_scalar(request_parameters, '$.destinationConfig.onSuccess.destination'), '')
      || COALESCE('; runtime updates ' || json_extract_scalar(request_parameters, '$.updateRuntimeOn'), '')
      || COALESCE('; runtime version ' || json_extract_scalar(request_parameters, '$.runtimeVersionArn'), '')
      || COALESCE('; recursive loops ' || json_extract_scalar(request_parameters, '$.recursiveLoop'), '')
      || COALESCE('; fewest environments ' || json_extract_scalar(request_parameters, '$.functionScalingConfig.minExecutionEnvironments'), '')
      || COALESCE('; most environments ' || json_extract_scalar(request_parameters, '$.functionScalingConfig.maxExecutionEnvironments'), '')
      || COALESCE('; code signing ' || json_extract_scalar(request_parameters, '$.codeSigningConfigArn'), '')
      || COALESCE('; URL authentication ' || json_extract_scalar(request_parameters, '$.authType'), '')
      || COALESCE('; KMS key ' || COALESCE(json_extract_scalar(request_parameters, '$.kMSKeyArn'), json_extract_scalar(request_parameters, '$.kmsKeyArn')), '')
      || COALESCE('; layers ' || CAST(json_array_length(json_extract(request_parameters, '$.layers')) AS varchar), '')
      || COALESCE('; VPC subnets ' || CAST(json_array_length(json_extract(request_parameters, '$.vpcConfig.subnetIds')) AS varchar), '')
      || CASE event_name WHEN 'PutResourcePolicy' THEN '; whole policy set' WHEN 'DeleteResourcePolicy' THEN '; whole policy taken away' ELSE '' END
      || CASE event_name WHEN 'TagResource' THEN '; tags' WHEN 'UntagResource' THEN '; tags taken off' ELSE '' END
      || CASE event_name WHEN 'UpdateFunctionConfiguration' THEN '; environment may have changed' ELSE '' END,
      3
    ) AS changed,
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
    AND event_name IN (
      'UpdateFunctionConfiguration', 'PutFunctionConcurrency', 'DeleteFunctionConcurrency', 'PutProvisionedConcurrencyConfig',
      'DeleteProvisionedConcurrencyConfig', 'PutFunctionEventInvokeConfig', 'UpdateFunctionEventInvokeConfig', 'DeleteFunctionEventInvokeConfig',
      'PutRuntimeManagementConfig', 'PutFunctionRecursionConfig', 'PutFunctionScalingConfig', 'CreateAlias', 'UpdateAlias', 'DeleteAlias',
      'CreateCapacityProvider', 'UpdateCapacityProvider', 'DeleteCapacityProvider', 'PutFunctionCodeSigningConfig',
      'DeleteFunctionCodeSigningConfig', 'AddPermission', 'RemovePermission', 'CreateFunctionUrlConfig', 'UpdateFunctionUrlConfig',
      'DeleteFunctionUrlConfig', 'PutResourcePolicy', 'DeleteResourcePolicy', 'TagResource', 'UntagResource'
    )
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
  qualifier,
  NULLIF(changed, '') AS changed,
  CASE WHEN tool IN ('sdk-cli', 'aws-service') AND deploy_role = 'yes' THEN 'pipeline' ELSE tool END AS channel,
  deploy_role,
  source_ip,
  event_id,
  source_file
FROM calls
