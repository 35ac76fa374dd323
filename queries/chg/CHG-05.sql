/*
id: CHG-05
title: Changes out of hours and in freezes
question: Which changes did people make outside the working hours or within a freeze?
expect: none
category:
  management: required
events: any
context:
  lambda.amazonaws.com: [UpdateFunctionCode]
needs: [event_category, read_only, outcome, actor_arn, actor_name, actor_class, role_name, invoked_by, console, source_ip, request_parameters]
settings:
  working-hours: required
  freeze-windows: optional
columns:
  event_day: Day, UTC
  first_time: First such call of the day, UTC
  last_time: Last such call of the day, UTC
  account_id: Account the calls were recorded in
  actor_name: Who
  actor_class: Kind of actor (person, root)
  event_source: Service that was changed
  why: outside hours, or the reason of the freeze, or both
  calls: What was called
  roles: Roles and permission sets used
  from_console: Calls made in the console
  events: Calls
  first_event_id: Id of the first call
  last_event_id: Id of the last call
key: [event_day, account_id, actor_name, actor_class, event_source, why]
limits: >-
  Successful changes by people and root, one line a person, day, service and reason; every account of the logs counts. Hours are those of the settings, turned into UTC day by day; public holidays are working days unless a freeze names them.
  What a service or a pipeline did for somebody is not here. Left out by name, as no change of configuration: sign-ins, sessions and credentials, support cases, queries and statements in databases, logs, metrics and messages.
references:
  - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
  - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html
*/
WITH changes AS (
  SELECT
    event_day, event_time, account_id, actor_class, event_source, event_name, role_name,
    COALESCE(actor_name, actor_arn, 'not stated') AS actor_name,
    count(*) AS events,
    count_if(console = 'true') AS from_console,
    min(event_id) AS first_id,
    max(event_id) AS last_id
  FROM events
  WHERE actor_class IN ('person', 'root')
    AND read_only = 'false'
    AND outcome = 'success'
    AND event_category = 'management'
    AND (invoked_by IS NULL OR invoked_by IN ('AWS Internal', 'signin.amazonaws.com', 'console.amazonaws.com'))
    AND COALESCE(source_ip, '') NOT LIKE '%.amazonaws.com'
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
      WHEN 'cognito-idp.amazonaws.com' THEN CASE WHEN event_name IN ('AdminInitiateAuth', 'AdminRespondToAuthChallenge', 'ChangePassword', 'ConfirmForgotPassword', 'ConfirmSignUp', 'ForgotPassword', 'GlobalSignOut',
          'InitiateAuth', 'Login_GET', 'Login_POST', 'RespondToAuthChallenge', 'RevokeToken', 'SignUp', 'Token_POST') THEN 'session' END
      -- Queries, and statements inside databases.
      WHEN 'athena.amazonaws.com' THEN CASE WHEN event_name IN ('StartQueryExecution', 'StopQueryExecution') THEN 'query' END
      WHEN 'cloudtrail.amazonaws.com' THEN CASE WHEN event_name IN ('CancelQuery', 'StartQuery') THEN 'query' END
      WHEN 'rdsdata.amazonaws.com' THEN 'query'
      WHEN 'redshift-data.amazonaws.com' THEN 'query'
      -- Logs, metrics, findings, messages, and agents and runners that report for themselves.
      WHEN 'logs.amazonaws.com' THEN CASE WHEN event_name IN ('CreateLogStream', 'PutLogEvents', 'StartLiveTail', 'StartQuery', 'StopQuery') THEN 'telemetry' END
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
      WHEN 'ecs.amazonaws.com' THEN CASE WHEN event_name IN ('DiscoverPollEndpoint', 'ExecuteCommand', 'Poll', 'SubmitAttachmentStateChanges', 'SubmitContainerStateChange', 'SubmitTaskStateChange') THEN 'telemetry' END
      WHEN 'codepipeline.amazonaws.com' THEN CASE WHEN event_name IN ('AcknowledgeJob', 'PollForJobs', 'PutJobFailureResult', 'PutJobSuccessResult') THEN 'telemetry' END
      WHEN 'codebuild.amazonaws.com' THEN CASE WHEN event_name IN ('BatchPutCodeCoverages', 'BatchPutTestCases', 'CreateReport', 'UpdateReport') THEN 'telemetry' END
      WHEN 'ecr.amazonaws.com' THEN CASE WHEN event_name IN ('CompleteLayerUpload', 'InitiateLayerUpload', 'UploadLayerPart') THEN 'telemetry' END
      WHEN 'states.amazonaws.com' THEN CASE WHEN event_name IN (
        'GetActivityTask', 'SendTaskFailure', 'SendTaskHeartbeat', 'SendTaskSuccess', 'StartExecution', 'StartSyncExecution') THEN 'telemetry' END
      WHEN 'autoscaling.amazonaws.com' THEN CASE WHEN event_name = 'RecordLifecycleActionHeartbeat' THEN 'telemetry' END
    END IS NULL
  GROUP BY event_day, event_time, account_id, actor_class, event_source, event_name, role_name, COALESCE(actor_name, actor_arn, 'not stated')
),
-- Each interval under the one or two days of UTC it touches.
hours AS (
  SELECT DISTINCT d.value AS day, split_part(h.value, '/', 1) AS opens, split_part(h.value, '/', 2) AS closes
  FROM setting_working_hours h
  CROSS JOIN UNNEST(split(substr(h.value, 1, 10) || chr(10) || substr(split_part(h.value, '/', 2), 1, 10), chr(10))) AS d(value)
),
freezes AS (
  SELECT
    split_part(value, '/', 1) AS opens,
    split_part(substr(value, strpos(value, '/') + 1), ' ', 1) AS closes,
    substr(value, strpos(value, ' ') + 1) AS reason
  FROM setting_freeze_windows
),
-- Hours or freezes that overlap must not count a call twice.
judged AS (
  SELECT
    c.event_day, c.event_time, c.account_id, c.actor_name, c.actor_class, c.event_source, c.event_name, c.role_name, c.events, c.from_console, c.first_id, c.last_id,
    CASE WHEN count(h.opens) = 0 THEN 'outside hours' END AS late,
    'freeze: ' || NULLIF(array_join(array_agg(DISTINCT f.reason ORDER BY f.reason), ', '), '') AS frozen
  FROM changes c
  LEFT JOIN hours h ON h.day = c.event_day AND c.event_time >= h.opens AND c.event_time < h.closes
  LEFT JOIN freezes f ON c.event_time >= f.opens AND c.event_time < f.closes
  GROUP BY c.event_day, c.event_time, c.account_id, c.actor_name, c.actor_class, c.event_source, c.event_name, c.role_name, c.events, c.from_console, c.first_id, c.last_id
),
noted AS (
  SELECT
    event_day, account_id, actor_name, actor_class, event_source, event_name, role_name, events, from_console, event_time || first_id AS first_moment, event_time || last_id AS last_moment,
    COALESCE(late || '; ' || frozen, late, frozen) AS why
  FROM judged
  WHERE late IS NOT NULL OR frozen IS NOT NULL
)
SELECT
  event_day,
  substr(min(first_moment), 1, 20) AS first_time,
  substr(max(last_moment), 1, 20) AS last_time,
  account_id,
  actor_name,
  actor_class,
  event_source,
  why,
  substr(array_join(array_agg(DISTINCT event_name ORDER BY event_name), ', '), 1, 300) AS calls,
  NULLIF(substr(array_join(array_agg(DISTINCT role_name ORDER BY role_name), ', '), 1, 300), '') AS roles,
  CAST(sum(from_console) AS bigint) AS from_console,
  CAST(sum(events) AS bigint) AS events,
  substr(min(first_moment), 21) AS first_event_id,
  substr(max(last_moment), 21) AS last_event_id
FROM noted
GROUP BY event_day, account_id, actor_name, actor_class, event_source, why
