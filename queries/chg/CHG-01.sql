/*
id: CHG-01
title: Change register
question: Which changes were made to the environment, by whom, and through which channel?
expect: population
category:
  management: required
events: any
needs: []
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
  from the user agent, which the caller chooses; the role is not. What changed inside a program or a database is not in CloudTrail.
references:
  - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
  - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-management-events-with-cloudtrail.html
*/
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  actor_class,
  event_source,
  event_name,
  resource,
  CASE
    WHEN strpos(invoked_by, 'cloudformation.amazonaws.com') > 0 OR user_agent = 'cloudformation.amazonaws.com' THEN 'cloudformation'
    WHEN actor_class = 'aws-service' THEN 'aws-service'
    WHEN strpos(user_agent, 'Terraform') > 0 OR strpos(user_agent, 'terraform-provider') > 0 OR strpos(user_agent, 'OpenTofu') > 0 THEN 'terraform'
    WHEN strpos(user_agent, 'aws-cdk/') > 0 OR strpos(user_agent, 'cdk-assets/') > 0 THEN 'cdk'
    WHEN console = 'true' THEN 'console'
    WHEN role_name IN (SELECT value FROM setting_deploy_roles) OR role_arn IN (SELECT value FROM setting_deploy_roles) OR actor_arn IN (SELECT value FROM setting_deploy_roles) THEN 'pipeline'
    WHEN invoked_by <> 'AWS Internal' THEN 'aws-service'
    ELSE 'sdk-cli'
  END AS channel,
  CASE
    WHEN (SELECT count(*) FROM setting_deploy_roles) = 0 THEN 'no list'
    WHEN role_name IN (SELECT value FROM setting_deploy_roles) OR role_arn IN (SELECT value FROM setting_deploy_roles) OR actor_arn IN (SELECT value FROM setting_deploy_roles) THEN 'yes'
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
  AND COALESCE(replace(event_source, '.amazonaws.com', '') || ':' || event_name, '') NOT IN (
    'athena:StartQueryExecution', 'athena:StopQueryExecution', 'autoscaling:RecordLifecycleActionHeartbeat', 'cloudshell:CreateSession',
    'cloudshell:PutCredentials', 'cloudshell:RedeemCode', 'cloudshell:SendHeartBeat', 'cloudtrail:CancelQuery', 'cloudtrail:StartQuery',
    'codepipeline:AcknowledgeJob', 'codepipeline:PollForJobs', 'codepipeline:PutJobFailureResult', 'codepipeline:PutJobSuccessResult',
    'cognito-identity:GetCredentialsForIdentity', 'cognito-identity:GetId', 'cognito-identity:GetOpenIdToken', 'cognito-idp:AdminInitiateAuth',
    'cognito-idp:AdminRespondToAuthChallenge', 'cognito-idp:InitiateAuth', 'cognito-idp:Login_GET', 'cognito-idp:Login_POST',
    'cognito-idp:RespondToAuthChallenge', 'cognito-idp:RevokeToken', 'cognito-idp:Token_POST', 'config:PutEvaluations',
    'config:PutExternalEvaluation', 'ec2messages:AcknowledgeMessage', 'ec2messages:DeleteMessage', 'ec2messages:FailMessage',
    'ec2messages:SendHeartbeat', 'ec2messages:SendReply', 'ecr:CompleteLayerUpload', 'ecr:InitiateLayerUpload', 'ecr:UploadLayerPart',
    'ecs:DiscoverPollEndpoint', 'ecs:Poll', 'ecs:SubmitAttachmentStateChanges', 'ecs:SubmitContainerStateChange', 'ecs:SubmitTaskStateChange',
    'events:PutEvents', 'kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:GenerateDataKeyWithoutPlaintext', 'logs:CreateLogStream',
    'logs:PutLogEvents', 'logs:StartLiveTail', 'logs:StartQuery', 'logs:StopQuery', 'monitoring:PutMetricData', 'q:SendMessage',
    'q:StartConversation', 'securityhub:BatchImportFindings', 'signin:AuthorizeOAuth2Access', 'signin:CheckMfa', 'signin:ConsoleLogin',
    'signin:CreateOAuth2Token', 'signin:CredentialChallenge', 'signin:CredentialVerification', 'signin:ExitRole', 'signin:GetSigninToken',
    'signin:RenewRole', 'signin:SwitchRole', 'signin:UserAuthentication', 'sns:Publish', 'sns:PublishBatch', 'sqs:ChangeMessageVisibility',
    'sqs:DeleteMessage', 'sqs:DeleteMessageBatch', 'sqs:ReceiveMessage', 'sqs:SendMessage', 'sqs:SendMessageBatch', 'ssm:PutComplianceItems',
    'ssm:PutInventory', 'ssm:UpdateInstanceAssociationStatus', 'ssm:UpdateInstanceInformation', 'ssmmessages:CreateControlChannel',
    'ssmmessages:CreateDataChannel', 'ssmmessages:OpenControlChannel', 'ssmmessages:OpenDataChannel', 'sso:Authenticate', 'sso:CreateToken',
    'sso:CreateTokenWithIAM', 'sso:Federate', 'sso:GetRoleCredentials', 'sso:Logout', 'sso:RegisterClient', 'sso:StartDeviceAuthorization',
    'states:GetActivityTask', 'states:SendTaskFailure', 'states:SendTaskHeartbeat', 'states:SendTaskSuccess', 'states:StartExecution',
    'states:StartSyncExecution', 'sts:AssumeRole', 'sts:AssumeRoleWithSAML', 'sts:AssumeRoleWithWebIdentity', 'sts:AssumeRoot',
    'sts:GetFederationToken', 'sts:GetSessionToken', 'xray:PutTelemetryRecords', 'xray:PutTraceSegments'
  )
  AND NOT (event_name = 'UpdateFunctionCode' AND event_source = 'lambda.amazonaws.com'
    AND COALESCE(json_extract_scalar(request_parameters, '$.dryRun'), 'false') = 'true')
