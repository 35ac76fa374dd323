/*
id: CHG-03
title: Changes outside the approved pipeline
question: Which changes to production accounts were made by people or roles that are no deploy roles?
expect: none
category:
  management: required
events: any
context:
  lambda.amazonaws.com: [UpdateFunctionCode]
needs: [event_category, read_only, outcome, actor_arn, actor_name, actor_class, role_arn, role_name, invoked_by, console, source_ip, resource, request_parameters]
settings:
  production-accounts: required
  deploy-roles: required
  break-glass-roles: optional
  evidence-roles: optional
columns:
  first_time: When, UTC (first call of the line)
  last_time: Last call of the line, UTC
  account_id: Production account
  principal: Who; for workloads the role
  actor_class: Kind of actor
  break_glass: Made with a role of the break-glass-roles list (yes, some, no, no list)
  event_source: Service that was changed
  event_name: What was called
  resource: Thing changed, best effort; of several how many
  regions: AWS regions
  from_console: Calls made in the console
  source_ip: Address; of several how many
  events: Calls in the line
  first_event_id: Id of the first call
  last_event_id: Id of the last call
key: [account_id, principal, actor_class, event_source, event_name]
limits: >-
  Successful changes only, one line a principal and kind of call. What a service did for somebody (CloudFormation carrying out a stack) is not here: the call that started it is, in the account where it was made. A person who takes a deploy
  role counts as the pipeline; CHG-02 shows those in the console. Left out by name, as no change of configuration: sign-ins, sessions and credentials, support cases, queries and statements in databases, logs, metrics, messages and agents
  reporting; and, of workloads alone, scaling, targets and network interfaces of running systems, runs of jobs and tasks, partitions, log groups made at first use, the turning of secrets (SEC-02) and the users of apps. Staging tables of the evidence roles are in INC-02.
references:
  - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html
  - https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html
*/
WITH changes AS (
  SELECT
    account_id, region, event_source, event_name, actor_class, resource, console, source_ip,
    CASE WHEN actor_class = 'workload' THEN COALESCE(role_arn, role_name, actor_arn, actor_name, 'not stated') ELSE COALESCE(actor_name, actor_arn, 'not stated') END AS principal,
    CASE WHEN role_name IN (SELECT value FROM setting_break_glass_roles) OR role_arn IN (SELECT value FROM setting_break_glass_roles) OR actor_arn IN (SELECT value FROM setting_break_glass_roles)
      OR regexp_extract(role_name, '^AWSReservedSSO_(.+)_[0-9a-f]{16}$', 1) IN (SELECT value FROM setting_break_glass_roles) THEN 1 ELSE 0 END AS break_glass,
    event_time || event_id AS moment
  FROM events
  WHERE account_id IN (SELECT value FROM setting_production_accounts)
    AND read_only = 'false'
    AND outcome = 'success'
    AND event_category = 'management'
    AND actor_class NOT IN ('aws-service', 'anonymous')
    AND (invoked_by IS NULL OR invoked_by IN ('AWS Internal', 'signin.amazonaws.com', 'console.amazonaws.com'))
    -- AWS writes a service's name there, no caller can.
    AND COALESCE(source_ip, '') NOT LIKE '%.amazonaws.com'
    AND COALESCE(role_name, '') NOT IN (SELECT value FROM setting_deploy_roles)
    AND COALESCE(role_arn, '') NOT IN (SELECT value FROM setting_deploy_roles)
    AND COALESCE(actor_arn, '') NOT IN (SELECT value FROM setting_deploy_roles)
    AND COALESCE(regexp_extract(role_name, '^AWSReservedSSO_(.+)_[0-9a-f]{16}$', 1), '') NOT IN (SELECT value FROM setting_deploy_roles)
    AND NOT (event_source = 'glue.amazonaws.com' AND event_name IN ('CreateTable', 'DeleteTable')
      AND (COALESCE(role_name, '') IN (SELECT value FROM setting_evidence_roles) OR COALESCE(role_arn, '') IN (SELECT value FROM setting_evidence_roles)))
    AND COALESCE(CASE WHEN event_name = 'UpdateFunctionCode' AND event_source = 'lambda.amazonaws.com' THEN json_extract_scalar(request_parameters, '$.dryRun') END, 'false') <> 'true'
    AND CASE event_source
      WHEN 'sts.amazonaws.com' THEN 'session'
      WHEN 'sso-oauth.amazonaws.com' THEN 'session'
      WHEN 'eks-auth.amazonaws.com' THEN 'session'
      WHEN 'ec2-instance-connect.amazonaws.com' THEN 'session'
      WHEN 'ssmmessages.amazonaws.com' THEN 'session'
      WHEN 'ec2messages.amazonaws.com' THEN 'session'
      WHEN 'ssm-guiconnect.amazonaws.com' THEN 'session'
      WHEN 'cloudshell.amazonaws.com' THEN 'session'
      WHEN 'q.amazonaws.com' THEN CASE WHEN event_name IN ('SendMessage', 'StartConversation') THEN 'session' END
      WHEN 'signin.amazonaws.com' THEN CASE WHEN event_name NOT IN (
        'PutConsoleAuthorizationConfiguration', 'DeleteConsoleAuthorizationConfiguration', 'PutResourcePermissionStatement', 'DeleteResourcePermissionStatement') THEN 'session' END
      WHEN 'sso.amazonaws.com' THEN CASE WHEN event_name IN (
        'Authenticate', 'CreateToken', 'CreateTokenWithIAM', 'Federate', 'GetRoleCredentials', 'Logout', 'RegisterClient', 'StartDeviceAuthorization') THEN 'session' END
      WHEN 'iam.amazonaws.com' THEN CASE WHEN event_name = 'ChangePassword' THEN 'session' END
      WHEN 'redshift.amazonaws.com' THEN CASE WHEN event_name IN ('GetClusterCredentials', 'GetClusterCredentialsWithIAM') THEN 'session' END
      WHEN 'redshift-serverless.amazonaws.com' THEN CASE WHEN event_name = 'GetCredentials' THEN 'session' END
      WHEN 'support.amazonaws.com' THEN 'session'
      WHEN 'cognito-identity.amazonaws.com' THEN CASE WHEN event_name IN ('GetCredentialsForIdentity', 'GetId', 'GetOpenIdToken', 'GetOpenIdTokenForDeveloperIdentity') THEN 'session' END
      WHEN 'cognito-idp.amazonaws.com' THEN CASE
        WHEN event_name IN ('AdminInitiateAuth', 'AdminRespondToAuthChallenge', 'ChangePassword', 'ConfirmForgotPassword', 'ConfirmSignUp', 'ForgotPassword', 'GlobalSignOut',
          'InitiateAuth', 'Login_GET', 'Login_POST', 'RespondToAuthChallenge', 'RevokeToken', 'SignUp', 'Token_POST') THEN 'session'
        WHEN actor_class = 'workload' AND event_name IN ('AdminAddUserToGroup', 'AdminConfirmSignUp', 'AdminCreateUser', 'AdminDeleteUser', 'AdminDisableUser', 'AdminEnableUser',
          'AdminRemoveUserFromGroup', 'AdminResetUserPassword', 'AdminSetUserPassword', 'AdminUpdateUserAttributes', 'AdminUserGlobalSignOut') THEN 'users of an app'
      END
      -- Queries, and statements inside databases.
      WHEN 'athena.amazonaws.com' THEN CASE WHEN event_name IN ('StartQueryExecution', 'StopQueryExecution') THEN 'query' END
      WHEN 'cloudtrail.amazonaws.com' THEN CASE WHEN event_name IN ('CancelQuery', 'StartQuery') THEN 'query' END
      WHEN 'rdsdata.amazonaws.com' THEN 'query'
      WHEN 'redshift-data.amazonaws.com' THEN 'query'
      -- Logs, metrics, findings, messages, and agents and runners that report for themselves.
      WHEN 'logs.amazonaws.com' THEN CASE
        WHEN event_name IN ('CreateLogStream', 'PutLogEvents', 'StartLiveTail', 'StartQuery', 'StopQuery') THEN 'telemetry'
        WHEN actor_class = 'workload' AND event_name = 'CreateLogGroup' THEN 'telemetry'
      END
      WHEN 'monitoring.amazonaws.com' THEN CASE WHEN event_name = 'PutMetricData' THEN 'telemetry' END
      WHEN 'xray.amazonaws.com' THEN CASE WHEN event_name IN ('PutTelemetryRecords', 'PutTraceSegments') THEN 'telemetry' END
      WHEN 'events.amazonaws.com' THEN CASE WHEN event_name = 'PutEvents' THEN 'telemetry' END
      WHEN 'sns.amazonaws.com' THEN CASE WHEN event_name IN ('Publish', 'PublishBatch') THEN 'telemetry' END
      WHEN 'sqs.amazonaws.com' THEN CASE WHEN event_name IN (
        'ChangeMessageVisibility', 'DeleteMessage', 'DeleteMessageBatch', 'ReceiveMessage', 'SendMessage', 'SendMessageBatch') THEN 'telemetry' END
      WHEN 'kms.amazonaws.com' THEN CASE WHEN event_name IN ('Decrypt', 'Encrypt', 'GenerateDataKey', 'GenerateDataKeyWithoutPlaintext') THEN 'telemetry' END
      WHEN 'config.amazonaws.com' THEN CASE WHEN event_name IN ('PutEvaluations', 'PutExternalEvaluation') THEN 'telemetry' END
      WHEN 'securityhub.amazonaws.com' THEN CASE WHEN event_name = 'BatchImportFindings' THEN 'telemetry' END
      WHEN 'guardduty.amazonaws.com' THEN CASE WHEN event_name = 'SendSecurityTelemetry' THEN 'telemetry' END
      WHEN 'ssm.amazonaws.com' THEN CASE WHEN event_name IN (
        'PutComplianceItems', 'PutInventory', 'ResumeSession', 'StartSession', 'TerminateSession', 'UpdateInstanceAssociationStatus', 'UpdateInstanceInformation') THEN 'telemetry' END
      WHEN 'ecs.amazonaws.com' THEN CASE
        WHEN event_name IN ('DiscoverPollEndpoint', 'ExecuteCommand', 'Poll', 'SubmitAttachmentStateChanges', 'SubmitContainerStateChange', 'SubmitTaskStateChange') THEN 'telemetry'
        WHEN actor_class = 'workload' AND event_name IN ('DeregisterContainerInstance', 'RegisterContainerInstance', 'RunTask', 'StartTask', 'StopTask', 'UpdateContainerInstancesState',
          'UpdateTaskProtection') THEN 'running system'
      END
      WHEN 'codepipeline.amazonaws.com' THEN CASE WHEN event_name IN ('AcknowledgeJob', 'PollForJobs', 'PutJobFailureResult', 'PutJobSuccessResult') THEN 'telemetry' END
      WHEN 'codebuild.amazonaws.com' THEN CASE WHEN event_name IN ('BatchPutCodeCoverages', 'BatchPutTestCases', 'CreateReport', 'UpdateReport') THEN 'telemetry' END
      WHEN 'ecr.amazonaws.com' THEN CASE WHEN event_name IN ('CompleteLayerUpload', 'InitiateLayerUpload', 'UploadLayerPart') THEN 'telemetry' END
      WHEN 'states.amazonaws.com' THEN CASE WHEN event_name IN (
        'GetActivityTask', 'SendTaskFailure', 'SendTaskHeartbeat', 'SendTaskSuccess', 'StartExecution', 'StartSyncExecution') THEN 'telemetry' END
      WHEN 'autoscaling.amazonaws.com' THEN CASE
        WHEN event_name = 'RecordLifecycleActionHeartbeat' THEN 'telemetry'
        WHEN actor_class = 'workload' AND event_name IN ('CompleteLifecycleAction', 'SetDesiredCapacity', 'SetInstanceHealth', 'TerminateInstanceInAutoScalingGroup') THEN 'running system'
      END
      -- Capacity, health, job runs and turned secrets: what running systems do all day with their own roles.
      WHEN 'elasticloadbalancing.amazonaws.com' THEN CASE WHEN actor_class = 'workload' AND event_name IN (
        'DeregisterInstancesFromLoadBalancer', 'DeregisterTargets', 'RegisterInstancesWithLoadBalancer', 'RegisterTargets') THEN 'running system' END
      WHEN 'ec2.amazonaws.com' THEN CASE WHEN actor_class = 'workload' AND event_name IN (
        'AssignIpv6Addresses', 'AssignPrivateIpAddresses', 'AttachNetworkInterface', 'CreateNetworkInterface', 'DeleteNetworkInterface', 'DetachNetworkInterface',
        'UnassignIpv6Addresses', 'UnassignPrivateIpAddresses') THEN 'running system' END
      WHEN 'servicediscovery.amazonaws.com' THEN CASE WHEN actor_class = 'workload' AND event_name IN (
        'DeregisterInstance', 'RegisterInstance', 'UpdateInstanceCustomHealthStatus') THEN 'running system' END
      WHEN 'secretsmanager.amazonaws.com' THEN CASE WHEN actor_class = 'workload' AND event_name IN ('PutSecretValue', 'UpdateSecretVersionStage') THEN 'running system' END
      WHEN 'batch.amazonaws.com' THEN CASE WHEN actor_class = 'workload' AND event_name IN ('CancelJob', 'SubmitJob', 'TerminateJob') THEN 'running system' END
      WHEN 'elasticmapreduce.amazonaws.com' THEN CASE WHEN actor_class = 'workload' AND event_name IN ('AddJobFlowSteps', 'CancelSteps') THEN 'running system' END
      WHEN 'glue.amazonaws.com' THEN CASE WHEN actor_class = 'workload' AND event_name IN (
        'BatchCreatePartition', 'BatchDeletePartition', 'BatchStopJobRun', 'BatchUpdatePartition', 'CreatePartition', 'DeletePartition', 'StartCrawler', 'StartJobRun',
        'UpdatePartition') THEN 'running system' END
    END IS NULL
)
SELECT
  substr(min(moment), 1, 20) AS first_time,
  substr(max(moment), 1, 20) AS last_time,
  account_id,
  principal,
  actor_class,
  CASE
    WHEN (SELECT count(*) FROM setting_break_glass_roles) = 0 THEN 'no list'
    WHEN min(break_glass) = 1 THEN 'yes'
    WHEN max(break_glass) = 1 THEN 'some'
    ELSE 'no'
  END AS break_glass,
  event_source,
  event_name,
  CASE WHEN count(DISTINCT resource) > 1 THEN CAST(count(DISTINCT resource) AS varchar) || ' things' ELSE min(resource) END AS resource,
  array_join(array_agg(DISTINCT region ORDER BY region), ', ') AS regions,
  count_if(console = 'true') AS from_console,
  CASE WHEN count(DISTINCT source_ip) > 1 THEN CAST(count(DISTINCT source_ip) AS varchar) || ' addresses' ELSE min(source_ip) END AS source_ip,
  count(*) AS events,
  substr(min(moment), 21) AS first_event_id,
  substr(max(moment), 21) AS last_event_id
FROM changes
GROUP BY account_id, principal, actor_class, event_source, event_name
