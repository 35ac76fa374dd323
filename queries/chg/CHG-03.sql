/*
id: CHG-03
title: Changes outside the approved pipeline
question: Was anything in a production account changed by people, or by roles other than those that are to deploy there?
expect: none
category:
  management: required
events: any
context:
  lambda.amazonaws.com: [UpdateFunctionCode]
needs: [event_category, read_only, outcome, actor_principal_id, actor_arn, actor_name, actor_class, role_arn, role_name, permission_set, invoked_by, tool, source_ip, resource, request_parameters]
settings:
  production-accounts: required
  deploy-roles: required
columns:
  account_id: Production account that was changed
  actor_name: Who; a role without its sessions, unless a person's
  actor_class: Kind of actor (person, workload, root)
  event_source: Service that was changed
  event_name: What was called
  channel: How it was made (console, cloudformation, terraform, cdk, sdk-cli)
  events: Successful calls
  resources: Different things they named, as far as the column resource can tell
  resource: The first of these; more than one may have been changed
  source_ip: Address of the first call
  first_time: First of them
  last_time: Last of them
  first_event_id: Id of the first
  last_event_id: Id of the last
key: [account_id, actor_class, actor_name, event_source, event_name, channel]
limits: >-
  Production accounts are those the settings call production; roles that may deploy are on the list deploy-roles, by name, permission set or ARN. One row an actor, call and channel, successful calls only. What an AWS service
  then did for the actor (CloudFormation building a stack) is not listed, the call that set it going is. Left out by name: sign-ins and sessions, starts of builds, pipelines and jobs, approvals,
  agents and runners reporting, logs and metrics delivered, log groups and key grants that programs make for themselves, support cases, changing one's own password. Whether a ticket stood behind a change is not in CloudTrail.
references:
  - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
  - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html
*/
WITH changes AS (
  SELECT
    account_id,
    CASE WHEN actor_class = 'person' THEN COALESCE(actor_name, actor_arn, actor_principal_id, 'unknown') ELSE COALESCE(role_name, actor_name, actor_arn, actor_principal_id, 'unknown') END AS actor_name,
    actor_class,
    event_source,
    event_name,
    tool AS channel,
    resource,
    source_ip,
    event_time || event_id AS moment
  FROM events
  WHERE account_id IN (SELECT value FROM setting_production_accounts)
    AND read_only = 'false'
    AND outcome = 'success'
    AND event_category = 'management'
    AND actor_class <> 'aws-service'
    -- Called by the actor, not by a service the actor had asked for something.
    AND (invoked_by IS NULL OR invoked_by IN ('AWS Internal', 'signin.amazonaws.com'))
    AND COALESCE(source_ip, '') <> 'cloudformation.amazonaws.com'
    AND NOT COALESCE(role_name IN (SELECT value FROM setting_deploy_roles) OR permission_set IN (SELECT value FROM setting_deploy_roles) OR role_arn IN (SELECT value FROM setting_deploy_roles) OR actor_arn IN (SELECT value FROM setting_deploy_roles), false)
    -- Calls that change nothing an administrator set up: data moving, programs at work, credentials handed out, sign-ins.
    AND COALESCE(CASE event_source
      WHEN 'athena.amazonaws.com' THEN event_name NOT IN ('StartQueryExecution', 'StopQueryExecution')
      WHEN 'autoscaling.amazonaws.com' THEN event_name <> 'RecordLifecycleActionHeartbeat'
      WHEN 'batch.amazonaws.com' THEN event_name NOT IN ('CancelJob', 'SubmitJob', 'TerminateJob')
      WHEN 'cloudshell.amazonaws.com' THEN false
      WHEN 'cloudtrail.amazonaws.com' THEN event_name NOT IN ('CancelQuery', 'StartQuery')
      WHEN 'codebuild.amazonaws.com' THEN event_name NOT IN ('RetryBuild', 'RetryBuildBatch', 'StartBuild', 'StartBuildBatch', 'StopBuild', 'StopBuildBatch')
      WHEN 'codepipeline.amazonaws.com' THEN event_name NOT IN ('AcknowledgeJob', 'PollForJobs', 'PutApprovalResult', 'PutJobFailureResult', 'PutJobSuccessResult',
        'RetryStageExecution', 'StartPipelineExecution', 'StopPipelineExecution')
      WHEN 'cognito-identity.amazonaws.com' THEN event_name NOT IN ('GetCredentialsForIdentity', 'GetId', 'GetOpenIdToken')
      WHEN 'cognito-idp.amazonaws.com' THEN event_name NOT IN ('AdminInitiateAuth', 'AdminRespondToAuthChallenge', 'InitiateAuth', 'Login_GET',
        'Login_POST', 'RespondToAuthChallenge', 'RevokeToken', 'Token_POST')
      WHEN 'config.amazonaws.com' THEN event_name NOT IN ('PutEvaluations', 'PutExternalEvaluation')
      WHEN 'ec2-instance-connect.amazonaws.com' THEN false
      WHEN 'ec2messages.amazonaws.com' THEN event_name NOT IN ('AcknowledgeMessage', 'DeleteMessage', 'FailMessage', 'SendHeartbeat', 'SendReply')
      WHEN 'ecr.amazonaws.com' THEN event_name NOT IN ('CompleteLayerUpload', 'InitiateLayerUpload', 'UploadLayerPart')
      WHEN 'ecs.amazonaws.com' THEN event_name NOT IN ('DiscoverPollEndpoint', 'Poll', 'RunTask', 'StopTask', 'SubmitAttachmentStateChanges', 'SubmitContainerStateChange',
        'SubmitTaskStateChange')
      WHEN 'events.amazonaws.com' THEN event_name <> 'PutEvents'
      WHEN 'glue.amazonaws.com' THEN event_name NOT IN ('BatchStopJobRun', 'StartJobRun')
      WHEN 'iam.amazonaws.com' THEN event_name NOT IN ('ChangePassword', 'GenerateCredentialReport', 'GenerateServiceLastAccessedDetails')
      WHEN 'kms.amazonaws.com' THEN event_name NOT IN ('Decrypt', 'Encrypt', 'GenerateDataKey', 'GenerateDataKeyWithoutPlaintext')
        AND NOT (actor_class = 'workload' AND event_name IN ('CreateGrant', 'RetireGrant'))
      WHEN 'logs.amazonaws.com' THEN event_name NOT IN ('CreateLogStream', 'PutLogEvents', 'StartLiveTail', 'StartQuery', 'StopQuery')
        AND NOT (actor_class = 'workload' AND event_name = 'CreateLogGroup')
      WHEN 'monitoring.amazonaws.com' THEN event_name <> 'PutMetricData'
      WHEN 'notifications.amazonaws.com' THEN false
      WHEN 'q.amazonaws.com' THEN false
      WHEN 'securityhub.amazonaws.com' THEN event_name <> 'BatchImportFindings'
      WHEN 'signin.amazonaws.com' THEN event_name NOT IN ('AuthorizeOAuth2Access', 'CheckMfa', 'ConsoleLogin', 'CreateOAuth2Token', 'CredentialChallenge',
        'CredentialVerification', 'ExitRole', 'GetSigninToken', 'RenewRole', 'SwitchRole', 'UserAuthentication')
      WHEN 'sns.amazonaws.com' THEN event_name NOT IN ('Publish', 'PublishBatch')
      WHEN 'sqs.amazonaws.com' THEN event_name NOT IN ('ChangeMessageVisibility', 'DeleteMessage', 'DeleteMessageBatch', 'ReceiveMessage', 'SendMessage',
        'SendMessageBatch')
      WHEN 'ssm.amazonaws.com' THEN event_name NOT IN ('PutComplianceItems', 'PutInventory', 'ResumeSession', 'StartSession', 'TerminateSession',
        'UpdateInstanceAssociationStatus', 'UpdateInstanceInformation')
      WHEN 'ssm-guiconnect.amazonaws.com' THEN false
      WHEN 'ssmmessages.amazonaws.com' THEN event_name NOT IN ('CreateControlChannel', 'CreateDataChannel', 'OpenControlChannel', 'OpenDataChannel')
      WHEN 'sso-oauth.amazonaws.com' THEN false
      WHEN 'sso.amazonaws.com' THEN event_name NOT IN ('Authenticate', 'CreateToken', 'CreateTokenWithIAM', 'Federate', 'GetRoleCredentials', 'Logout',
        'RegisterClient', 'StartDeviceAuthorization')
      WHEN 'states.amazonaws.com' THEN event_name NOT IN ('GetActivityTask', 'SendTaskFailure', 'SendTaskHeartbeat', 'SendTaskSuccess', 'StartExecution',
        'StartSyncExecution')
      WHEN 'sts.amazonaws.com' THEN event_name NOT IN ('AssumeRole', 'AssumeRoleWithSAML', 'AssumeRoleWithWebIdentity', 'AssumeRoot', 'GetFederationToken',
        'GetSessionToken')
      WHEN 'support.amazonaws.com' THEN false
      WHEN 'trustedadvisor.amazonaws.com' THEN false
      WHEN 'xray.amazonaws.com' THEN event_name NOT IN ('PutTelemetryRecords', 'PutTraceSegments')
    END, true)
    AND COALESCE(CASE WHEN event_name = 'UpdateFunctionCode' AND event_source = 'lambda.amazonaws.com' THEN json_extract_scalar(request_parameters, '$.dryRun') END, 'false') <> 'true'
)
SELECT
  account_id,
  actor_name,
  actor_class,
  event_source,
  event_name,
  channel,
  count(*) AS events,
  count(DISTINCT resource) AS resources,
  min_by(resource, moment) AS resource,
  min_by(source_ip, moment) AS source_ip,
  substr(min(moment), 1, 20) AS first_time,
  substr(max(moment), 1, 20) AS last_time,
  substr(min(moment), 21) AS first_event_id,
  substr(max(moment), 21) AS last_event_id
FROM changes
GROUP BY account_id, actor_name, actor_class, event_source, event_name, channel
