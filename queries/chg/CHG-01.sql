/*
id: CHG-01
title: Change register
question: Which changes were made to the environment, by whom, and through which channel?
expect: population
category:
  management: required
events: any
context:
  lambda.amazonaws.com: [UpdateFunctionCode]
needs: [event_category, read_only, outcome, actor_arn, actor_name, actor_class, role_arn, role_name, permission_set, invoked_by, tool, source_ip, resource, request_parameters]
settings:
  deploy-roles: optional
lead_in: false
columns:
  event_time: When, UTC
  account_id: Account the event was recorded in
  region: AWS region of the call
  actor_name: Who made the call
  actor_class: Kind of actor (person, workload, root, AWS service)
  event_source: Service that was changed
  event_name: What was called
  resource: Thing changed, best effort
  channel: How it was made (console, cloudformation, terraform, cdk, pipeline, sdk-cli, aws-service)
  deploy_role: Made with a role of the deploy-roles list (yes, no, no list)
  invoked_by: AWS service that made the call for the actor
  source_ip: Address the call came from, or the AWS service that made it
  event_id: 'CloudTrail''s id of the event'
  source_file: Log object the event stands in
key: [event_time, account_id, event_id]
limits: >-
  Successful write calls only; refused and failed calls, reads and data events are not here. Left out by name, as no change to the environment:
  sign-ins and the issue of credentials (signin, sso, sts, Cognito sign-in), agents and runners reporting for themselves (ssm, ssmmessages,
  ec2messages, ecs state changes, CodePipeline job polling, lifecycle heartbeats, CloudShell and Amazon Q sessions), logs:CreateLogStream and other
  log, metric, trace, event and message deliveries, the use of KMS keys, ECR layer uploads (the image push stays), Config evaluations, imported
  Security Hub findings, Athena, CloudTrail and Logs queries, and Step Functions runs. Dry runs of function code are left out too. The tool is told
  from the user agent, which the caller chooses; the role is in the record. What changed inside a program or a database is not in CloudTrail.
references:
  - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
  - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-management-events-with-cloudtrail.html
*/
WITH calls AS (
  SELECT
    event_time,
    account_id,
    region,
    actor_name,
    actor_class,
    event_source,
    event_name,
    resource,
    tool,
    CASE
      WHEN (SELECT count(*) FROM setting_deploy_roles) = 0 THEN 'no list'
      WHEN role_name IN (SELECT value FROM setting_deploy_roles) OR permission_set IN (SELECT value FROM setting_deploy_roles) OR role_arn IN (SELECT value FROM setting_deploy_roles) OR actor_arn IN (SELECT value FROM setting_deploy_roles) THEN 'yes'
      ELSE 'no'
    END AS deploy_role,
    invoked_by,
    source_ip,
    event_id,
    source_file
  FROM events
  WHERE read_only = 'false'
    AND outcome = 'success'
    AND event_category = 'management'
    -- Calls that change nothing an administrator set up: data moving, agents reporting, credentials handed out, sign-ins.
    AND COALESCE(CASE event_source
      WHEN 'athena.amazonaws.com' THEN event_name NOT IN ('StartQueryExecution', 'StopQueryExecution')
      WHEN 'autoscaling.amazonaws.com' THEN event_name <> 'RecordLifecycleActionHeartbeat'
      WHEN 'cloudshell.amazonaws.com' THEN event_name NOT IN ('CreateSession', 'PutCredentials', 'RedeemCode', 'SendHeartBeat')
      WHEN 'cloudtrail.amazonaws.com' THEN event_name NOT IN ('CancelQuery', 'StartQuery')
      WHEN 'codepipeline.amazonaws.com' THEN event_name NOT IN ('AcknowledgeJob', 'PollForJobs', 'PutJobFailureResult', 'PutJobSuccessResult')
      WHEN 'cognito-identity.amazonaws.com' THEN event_name NOT IN ('GetCredentialsForIdentity', 'GetId', 'GetOpenIdToken')
      WHEN 'cognito-idp.amazonaws.com' THEN event_name NOT IN ('AdminInitiateAuth', 'AdminRespondToAuthChallenge', 'InitiateAuth', 'Login_GET',
        'Login_POST', 'RespondToAuthChallenge', 'RevokeToken', 'Token_POST')
      WHEN 'config.amazonaws.com' THEN event_name NOT IN ('PutEvaluations', 'PutExternalEvaluation')
      WHEN 'ec2messages.amazonaws.com' THEN event_name NOT IN ('AcknowledgeMessage', 'DeleteMessage', 'FailMessage', 'SendHeartbeat', 'SendReply')
      WHEN 'ecr.amazonaws.com' THEN event_name NOT IN ('CompleteLayerUpload', 'InitiateLayerUpload', 'UploadLayerPart')
      WHEN 'ecs.amazonaws.com' THEN event_name NOT IN ('DiscoverPollEndpoint', 'Poll', 'SubmitAttachmentStateChanges', 'SubmitContainerStateChange',
        'SubmitTaskStateChange')
      WHEN 'events.amazonaws.com' THEN event_name <> 'PutEvents'
      WHEN 'kms.amazonaws.com' THEN event_name NOT IN ('Decrypt', 'Encrypt', 'GenerateDataKey', 'GenerateDataKeyWithoutPlaintext')
      WHEN 'logs.amazonaws.com' THEN event_name NOT IN ('CreateLogStream', 'PutLogEvents', 'StartLiveTail', 'StartQuery', 'StopQuery')
      WHEN 'monitoring.amazonaws.com' THEN event_name <> 'PutMetricData'
      WHEN 'q.amazonaws.com' THEN event_name NOT IN ('SendMessage', 'StartConversation')
      WHEN 'securityhub.amazonaws.com' THEN event_name <> 'BatchImportFindings'
      WHEN 'signin.amazonaws.com' THEN event_name NOT IN ('AuthorizeOAuth2Access', 'CheckMfa', 'ConsoleLogin', 'CreateOAuth2Token', 'CredentialChallenge',
        'CredentialVerification', 'ExitRole', 'GetSigninToken', 'RenewRole', 'SwitchRole', 'UserAuthentication')
      WHEN 'sns.amazonaws.com' THEN event_name NOT IN ('Publish', 'PublishBatch')
      WHEN 'sqs.amazonaws.com' THEN event_name NOT IN ('ChangeMessageVisibility', 'DeleteMessage', 'DeleteMessageBatch', 'ReceiveMessage', 'SendMessage',
        'SendMessageBatch')
      WHEN 'ssm.amazonaws.com' THEN event_name NOT IN ('PutComplianceItems', 'PutInventory', 'UpdateInstanceAssociationStatus', 'UpdateInstanceInformation')
      WHEN 'ssmmessages.amazonaws.com' THEN event_name NOT IN ('CreateControlChannel', 'CreateDataChannel', 'OpenControlChannel', 'OpenDataChannel')
      WHEN 'sso.amazonaws.com' THEN event_name NOT IN ('Authenticate', 'CreateToken', 'CreateTokenWithIAM', 'Federate', 'GetRoleCredentials', 'Logout',
        'RegisterClient', 'StartDeviceAuthorization')
      WHEN 'states.amazonaws.com' THEN event_name NOT IN ('GetActivityTask', 'SendTaskFailure', 'SendTaskHeartbeat', 'SendTaskSuccess', 'StartExecution',
        'StartSyncExecution')
      WHEN 'sts.amazonaws.com' THEN event_name NOT IN ('AssumeRole', 'AssumeRoleWithSAML', 'AssumeRoleWithWebIdentity', 'AssumeRoot', 'GetFederationToken',
        'GetSessionToken')
      WHEN 'xray.amazonaws.com' THEN event_name NOT IN ('PutTelemetryRecords', 'PutTraceSegments')
    END, true)
    AND COALESCE(CASE WHEN event_name = 'UpdateFunctionCode' AND event_source = 'lambda.amazonaws.com' THEN json_extract_scalar(request_parameters, '$.dryRun') END, 'false') <> 'true'
)
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  actor_class,
  event_source,
  event_name,
  resource,
  CASE WHEN tool IN ('sdk-cli', 'aws-service') AND deploy_role = 'yes' THEN 'pipeline' ELSE tool END AS channel,
  deploy_role,
  invoked_by,
  source_ip,
  event_id,
  source_file
FROM calls
