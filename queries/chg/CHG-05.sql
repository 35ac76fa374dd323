/*
id: CHG-05
title: Out-of-hours and freeze-window changes
question: Did a person change anything outside working hours, or while changes were frozen?
expect: none
category:
  management: required
events: any
context:
  lambda.amazonaws.com: [UpdateFunctionCode]
needs: [event_category, read_only, outcome, actor_arn, actor_principal_id, actor_name, actor_class, invoked_by, console, source_ip, request_parameters]
settings:
  working-hours: required
  freeze-windows: optional
columns:
  day: Day of the changes, UTC
  account_id: Account the events were recorded in
  actor_name: Who made the changes
  actor_class: Kind of actor (person, root)
  why: Outside working hours, or the freeze they fell into
  events: Successful changes of that day that did
  calls: What was called, each once
  services: Services that were changed
  in_console: Of the changes, made in the console
  source_ip: Address of the first call
  first_time: First of them
  last_time: Last of them
  first_event_id: Id of the first
  last_event_id: Id of the last
key: [day, account_id, actor_class, actor_name, why]
limits: >-
  One row a person, account, day and reason; a change out of hours and in a freeze is listed for the freeze alone. Successful changes of people and of root; pipelines and other programs may work at any hour, and a person who takes a role with a program looks like
  the program. What a service then did for the person is not listed. Left out by name: sign-ins and sessions, starts of builds and pipelines, approvals, queries over logs, support cases, changing one's own password. Hours are as the settings have them,
  in their time zone; public holidays are not known unless a freeze names them.
references:
  - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
*/
WITH changes AS (
  SELECT
    event_day, account_id, COALESCE(actor_name, actor_arn, actor_principal_id, 'unknown') AS actor_name, actor_class, event_source, event_name, console, source_ip, event_time, event_id
  FROM events
  WHERE actor_class IN ('person', 'root')
    AND read_only = 'false'
    AND outcome = 'success'
    AND event_category = 'management'
    AND (invoked_by IS NULL OR invoked_by IN ('AWS Internal', 'signin.amazonaws.com'))
    -- Calls that change nothing an administrator set up: sign-ins, sessions, questions asked, work set going that others have set up.
    AND COALESCE(CASE event_source
      WHEN 'athena.amazonaws.com' THEN event_name NOT IN ('StartQueryExecution', 'StopQueryExecution')
      WHEN 'cloudshell.amazonaws.com' THEN false
      WHEN 'cloudtrail.amazonaws.com' THEN event_name NOT IN ('CancelQuery', 'StartQuery')
      WHEN 'codebuild.amazonaws.com' THEN event_name NOT IN ('RetryBuild', 'RetryBuildBatch', 'StartBuild', 'StartBuildBatch', 'StopBuild', 'StopBuildBatch')
      WHEN 'codepipeline.amazonaws.com' THEN event_name NOT IN ('AcknowledgeJob', 'PollForJobs', 'PutApprovalResult', 'PutJobFailureResult', 'PutJobSuccessResult',
        'RetryStageExecution', 'StartPipelineExecution', 'StopPipelineExecution')
      WHEN 'cognito-identity.amazonaws.com' THEN event_name NOT IN ('GetCredentialsForIdentity', 'GetId', 'GetOpenIdToken')
      WHEN 'cognito-idp.amazonaws.com' THEN event_name NOT IN ('AdminInitiateAuth', 'AdminRespondToAuthChallenge', 'InitiateAuth', 'Login_GET',
        'Login_POST', 'RespondToAuthChallenge', 'RevokeToken', 'Token_POST')
      WHEN 'ec2-instance-connect.amazonaws.com' THEN false
      WHEN 'events.amazonaws.com' THEN event_name <> 'PutEvents'
      WHEN 'iam.amazonaws.com' THEN event_name NOT IN ('ChangePassword', 'GenerateCredentialReport', 'GenerateServiceLastAccessedDetails')
      WHEN 'kms.amazonaws.com' THEN event_name NOT IN ('Decrypt', 'Encrypt', 'GenerateDataKey', 'GenerateDataKeyWithoutPlaintext')
      WHEN 'logs.amazonaws.com' THEN event_name NOT IN ('CreateLogStream', 'PutLogEvents', 'StartLiveTail', 'StartQuery', 'StopQuery')
      WHEN 'notifications.amazonaws.com' THEN false
      WHEN 'q.amazonaws.com' THEN false
      WHEN 'signin.amazonaws.com' THEN event_name NOT IN ('AuthorizeOAuth2Access', 'CheckMfa', 'ConsoleLogin', 'CreateOAuth2Token', 'CredentialChallenge',
        'CredentialVerification', 'ExitRole', 'GetSigninToken', 'RenewRole', 'SwitchRole', 'UserAuthentication')
      WHEN 'sns.amazonaws.com' THEN event_name NOT IN ('Publish', 'PublishBatch')
      WHEN 'sqs.amazonaws.com' THEN event_name NOT IN ('ChangeMessageVisibility', 'DeleteMessage', 'DeleteMessageBatch', 'ReceiveMessage', 'SendMessage',
        'SendMessageBatch')
      WHEN 'ssm.amazonaws.com' THEN event_name NOT IN ('PutComplianceItems', 'PutInventory', 'ResumeSession', 'StartSession', 'TerminateSession',
        'UpdateInstanceAssociationStatus', 'UpdateInstanceInformation')
      WHEN 'ssm-guiconnect.amazonaws.com' THEN false
      WHEN 'sso-oauth.amazonaws.com' THEN false
      WHEN 'sso.amazonaws.com' THEN event_name NOT IN ('Authenticate', 'CreateToken', 'CreateTokenWithIAM', 'Federate', 'GetRoleCredentials', 'Logout',
        'RegisterClient', 'StartDeviceAuthorization')
      WHEN 'states.amazonaws.com' THEN event_name NOT IN ('GetActivityTask', 'SendTaskFailure', 'SendTaskHeartbeat', 'SendTaskSuccess', 'StartExecution',
        'StartSyncExecution')
      WHEN 'sts.amazonaws.com' THEN event_name NOT IN ('AssumeRole', 'AssumeRoleWithSAML', 'AssumeRoleWithWebIdentity', 'AssumeRoot', 'GetFederationToken',
        'GetSessionToken')
      WHEN 'support.amazonaws.com' THEN false
      WHEN 'trustedadvisor.amazonaws.com' THEN false
    END, true)
    AND COALESCE(CASE WHEN event_name = 'UpdateFunctionCode' AND event_source = 'lambda.amazonaws.com' THEN json_extract_scalar(request_parameters, '$.dryRun') END, 'false') <> 'true'
),
hours AS (
  SELECT split_part(value, '/', 1) AS start_time, split_part(value, '/', 2) AS end_time FROM setting_working_hours
),
freezes AS (
  SELECT
    split_part(value, '/', 1) AS start_time,
    split_part(substr(value, strpos(value, '/') + 1), ' ', 1) AS end_time,
    substr(value, strpos(value, ' ') + 1) AS reason
  FROM setting_freeze_windows
),
judged AS (
  SELECT
    c.event_day, c.account_id, c.actor_name, c.actor_class, c.event_source, c.event_name, c.console, c.source_ip, c.event_time || c.event_id AS moment,
    min(f.reason) AS frozen_for,
    max(CASE WHEN h.start_time IS NOT NULL THEN 'yes' END) AS in_hours
  FROM changes c
  LEFT JOIN freezes f ON c.event_time >= f.start_time AND c.event_time < f.end_time
  LEFT JOIN hours h ON c.event_time >= h.start_time AND c.event_time < h.end_time
  GROUP BY c.event_day, c.account_id, c.actor_name, c.actor_class, c.event_source, c.event_name, c.console, c.source_ip, c.event_time || c.event_id
)
SELECT
  event_day AS day,
  account_id,
  actor_name,
  actor_class,
  COALESCE('freeze: ' || frozen_for, 'outside working hours') AS why,
  count(*) AS events,
  array_join(array_agg(DISTINCT event_name ORDER BY event_name), ', ') AS calls,
  array_join(array_agg(DISTINCT event_source ORDER BY event_source), ', ') AS services,
  count_if(console = 'true') AS in_console,
  min_by(source_ip, moment) AS source_ip,
  substr(min(moment), 1, 20) AS first_time,
  substr(max(moment), 1, 20) AS last_time,
  substr(min(moment), 21) AS first_event_id,
  substr(max(moment), 21) AS last_event_id
FROM judged
WHERE frozen_for IS NOT NULL OR in_hours IS NULL
GROUP BY event_day, account_id, actor_name, actor_class, COALESCE('freeze: ' || frozen_for, 'outside working hours')
