/*
id: PRIV-07
title: Interactive access to hosts, containers and data
question: Who opened sessions on machines, containers and cloud shells, sent them ad hoc commands, or queried data by hand in the period?
expect: population
category:
  management: required
  data: optional
events:
  ssm.amazonaws.com: [StartSession, ResumeSession, TerminateSession, SendCommand, StartAutomationExecution, StartAccessRequest, GetAccessToken]
  ssm-guiconnect.amazonaws.com: [StartConnection]
  ec2-instance-connect.amazonaws.com: [SendSSHPublicKey, SendSerialConsoleSSHPublicKey, OpenTunnel]
  ec2.amazonaws.com: [GetPasswordData, EnableSerialConsoleAccess]
  ecs.amazonaws.com: [ExecuteCommand]
  lightsail.amazonaws.com: [GetInstanceAccessDetails, DownloadDefaultKeyPair, CreateGUISessionAccessDetails, GetRelationalDatabaseMasterUserPassword]
  gamelift.amazonaws.com: [GetInstanceAccess, GetComputeAccess]
  sagemaker.amazonaws.com: [CreatePresignedNotebookInstanceUrl, CreatePresignedDomainUrl, CreatePresignedMlflowTrackingServerUrl, CreatePresignedMlflowAppUrl, CreatePartnerAppPresignedUrl, StartSession]
  codebuild.amazonaws.com: [StartSandbox, StartSandboxConnection, StartCommandExecution]
  appstream.amazonaws.com: [CreateStreamingURL, CreateImageBuilderStreamingURL, CreateAppBlockBuilderStreamingURL]
  cloudshell.amazonaws.com: [CreateEnvironment, StartEnvironment, CreateSession, GetFileDownloadUrls, GetFileUploadUrls]
  rdsdata.amazonaws.com: [ExecuteStatement, BatchExecuteStatement, ExecuteSql]
  redshift-data.amazonaws.com: [ExecuteStatement, BatchExecuteStatement]
  redshift.amazonaws.com: [GetClusterCredentials, GetClusterCredentialsWithIAM]
  redshift-serverless.amazonaws.com: [GetCredentials]
  athena.amazonaws.com: [StartQueryExecution, StartSession, StartCalculationExecution, CreatePresignedNotebookUrl]
  glue.amazonaws.com: [CreateSession, RunStatement]
  elasticmapreduce.amazonaws.com: [GetClusterSessionCredentials]
needs: [outcome, actor_name, actor_class, permission_set, mfa, invoked_by, source_ip, resource, request_parameters, response_elements]
columns:
  event_time: When, UTC
  account_id: Account the event was recorded in
  region: AWS region
  actor_name: Who
  actor_class: Kind of actor
  event_name: Call
  access: What kind of access
  target: Machine, container, cluster or work group
  detail: Operating system user, document, container, port or database
  reference: Session, command or query id
  mfa: Session signed in with MFA, as its record says; not shown for Identity Center, whose MFA is not in the record
  source_ip: From where
  event_id: Event id
  source_file: Log object
limits: >-
  Successful calls only. What was typed in a session, and the text of commands and queries, is not shown. Direct SSH, Kubernetes exec and database connections leave no CloudTrail event. Statements and
  database credentials of workload roles are left out as application traffic, so a person working from the command line in a plain role without MFA is not seen there; data API calls show only where data events are recorded.
references:
  - https://docs.aws.amazon.com/systems-manager/latest/userguide/monitoring-cloudtrail-logs.html
  - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/log-ec2-instance-connect-endpoint-using-cloudtrail.html
  - https://docs.aws.amazon.com/cloudshell/latest/userguide/logging-and-monitoring.html
*/
WITH calls AS (
  SELECT
    event_id, event_time, account_id, region, actor_name, actor_class, event_source, event_name, resource, CASE WHEN permission_set IS NOT NULL THEN 'not shown' ELSE mfa END AS mfa, source_ip, source_file, request_parameters, response_elements,
    json_array_length(json_extract(request_parameters, '$.instanceIds')) AS machines
  FROM events
  WHERE outcome = 'success'
    AND actor_class <> 'aws-service'
    -- A service's call underneath another one is counted once, by the call the person made.
    AND (invoked_by IS NULL OR invoked_by IN ('signin.amazonaws.com', 'console.amazonaws.com', 'AWS Internal'))
    AND (
      (event_source = 'ssm.amazonaws.com' AND event_name IN (
        'StartSession', 'ResumeSession', 'TerminateSession', 'SendCommand', 'StartAutomationExecution', 'StartAccessRequest', 'GetAccessToken'))
      OR (event_source = 'ssm-guiconnect.amazonaws.com' AND event_name = 'StartConnection')
      OR (event_source = 'ec2-instance-connect.amazonaws.com' AND event_name IN ('SendSSHPublicKey', 'SendSerialConsoleSSHPublicKey', 'OpenTunnel'))
      OR (event_source = 'ec2.amazonaws.com' AND event_name IN ('GetPasswordData', 'EnableSerialConsoleAccess'))
      OR (event_source = 'ecs.amazonaws.com' AND event_name = 'ExecuteCommand')
      OR (event_source = 'lightsail.amazonaws.com' AND event_name IN (
        'GetInstanceAccessDetails', 'DownloadDefaultKeyPair', 'CreateGUISessionAccessDetails', 'GetRelationalDatabaseMasterUserPassword'))
      OR (event_source = 'gamelift.amazonaws.com' AND event_name IN ('GetInstanceAccess', 'GetComputeAccess'))
      OR (event_source = 'sagemaker.amazonaws.com' AND event_name IN (
        'CreatePresignedNotebookInstanceUrl', 'CreatePresignedDomainUrl', 'CreatePresignedMlflowTrackingServerUrl', 'CreatePresignedMlflowAppUrl', 'CreatePartnerAppPresignedUrl', 'StartSession'))
      OR (event_source = 'codebuild.amazonaws.com' AND event_name IN ('StartSandbox', 'StartSandboxConnection', 'StartCommandExecution'))
      OR (event_source = 'appstream.amazonaws.com' AND event_name IN ('CreateStreamingURL', 'CreateImageBuilderStreamingURL', 'CreateAppBlockBuilderStreamingURL'))
      OR (event_source = 'cloudshell.amazonaws.com' AND event_name IN ('CreateEnvironment', 'StartEnvironment', 'CreateSession', 'GetFileDownloadUrls', 'GetFileUploadUrls'))
      OR (actor_class <> 'workload' AND (
        (event_source IN ('rdsdata.amazonaws.com', 'redshift-data.amazonaws.com') AND event_name IN ('ExecuteStatement', 'BatchExecuteStatement', 'ExecuteSql'))
        OR (event_source = 'redshift.amazonaws.com' AND event_name IN ('GetClusterCredentials', 'GetClusterCredentialsWithIAM'))
        OR (event_source = 'redshift-serverless.amazonaws.com' AND event_name = 'GetCredentials')
        OR (event_source = 'athena.amazonaws.com' AND event_name IN ('StartQueryExecution', 'StartSession', 'StartCalculationExecution', 'CreatePresignedNotebookUrl'))
        OR (event_source = 'glue.amazonaws.com' AND event_name IN ('CreateSession', 'RunStatement'))
        OR (event_source = 'elasticmapreduce.amazonaws.com' AND event_name = 'GetClusterSessionCredentials')
      ))
    )
)
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  actor_class,
  event_name,
  CASE
    WHEN event_name = 'SendCommand' THEN 'command on hosts'
    WHEN event_name = 'StartAutomationExecution' THEN 'runbook started'
    WHEN event_name IN ('StartAccessRequest', 'GetAccessToken') THEN 'temporary access to hosts'
    WHEN event_source IN ('ssm.amazonaws.com', 'ssm-guiconnect.amazonaws.com') THEN 'session on a host'
    WHEN event_name = 'SendSSHPublicKey' THEN 'SSH key pushed'
    WHEN event_name IN ('SendSerialConsoleSSHPublicKey', 'EnableSerialConsoleAccess') THEN 'serial console'
    WHEN event_name = 'OpenTunnel' THEN 'tunnel to a host'
    WHEN event_name = 'GetPasswordData' THEN 'administrator password read'
    WHEN event_source = 'ecs.amazonaws.com' THEN 'command in a container'
    WHEN event_name = 'GetRelationalDatabaseMasterUserPassword' THEN 'database credentials issued'
    WHEN event_source IN ('lightsail.amazonaws.com', 'gamelift.amazonaws.com') THEN 'host credentials issued'
    WHEN event_source = 'codebuild.amazonaws.com' THEN 'command in a build sandbox'
    WHEN event_source = 'appstream.amazonaws.com' THEN 'streamed desktop'
    WHEN event_source = 'sagemaker.amazonaws.com' THEN 'notebook'
    WHEN event_source = 'cloudshell.amazonaws.com' THEN 'cloud shell'
    WHEN event_source IN ('redshift.amazonaws.com', 'redshift-serverless.amazonaws.com', 'elasticmapreduce.amazonaws.com') THEN 'database credentials issued'
    ELSE 'query'
  END AS access,
  CASE
    WHEN machines > 1 THEN json_extract_scalar(request_parameters, '$.instanceIds[0]') || ' and ' || CAST(machines - 1 AS varchar) || ' more'
    WHEN event_source = 'ecs.amazonaws.com'
      THEN COALESCE(json_extract_scalar(request_parameters, '$.cluster') || ' ', '') || COALESCE(json_extract_scalar(request_parameters, '$.task'), '')
    ELSE COALESCE(
      json_extract_scalar(request_parameters, '$.instanceIds[0]'),
      json_extract_scalar(request_parameters, '$.target'),
      json_extract_scalar(request_parameters, '$.targets[0].key') || ' = ' || json_extract_scalar(request_parameters, '$.targets[0].values[0]'),
      json_extract_scalar(request_parameters, '$.instanceId'),
      json_extract_scalar(request_parameters, '$.instanceName'),
      json_extract_scalar(request_parameters, '$.privateIpAddress'),
      json_extract_scalar(request_parameters, '$.environmentId'),
      json_extract_scalar(response_elements, '$.environmentId'),
      json_extract_scalar(request_parameters, '$.notebookInstanceName'),
      json_extract_scalar(request_parameters, '$.domainId'),
      json_extract_scalar(request_parameters, '$.resourceArn'),
      json_extract_scalar(request_parameters, '$.resourceIdentifier'),
      json_extract_scalar(request_parameters, '$.sandboxId'),
      json_extract_scalar(request_parameters, '$.projectName'),
      json_extract_scalar(request_parameters, '$.stackName'),
      json_extract_scalar(request_parameters, '$.relationalDatabaseName'),
      json_extract_scalar(request_parameters, '$.fleetId'),
      json_extract_scalar(request_parameters, '$.clusterId'),
      json_extract_scalar(request_parameters, '$.clusterIdentifier'),
      json_extract_scalar(request_parameters, '$.workgroupName'),
      json_extract_scalar(request_parameters, '$.workGroup'),
      json_extract_scalar(request_parameters, '$.sessionId'),
      resource
    )
  END AS target,
  COALESCE(
    json_extract_scalar(request_parameters, '$.documentName'),
    json_extract_scalar(request_parameters, '$.instanceOSUser'),
    'port ' || json_extract_scalar(request_parameters, '$.remotePort'),
    json_extract_scalar(request_parameters, '$.container'),
    json_extract_scalar(request_parameters, '$.queryExecutionContext.database'),
    json_extract_scalar(request_parameters, '$.database'),
    json_extract_scalar(request_parameters, '$.dbName'),
    json_extract_scalar(request_parameters, '$.userProfileName')
  ) AS detail,
  COALESCE(
    json_extract_scalar(response_elements, '$.sessionId'),
    json_extract_scalar(request_parameters, '$.sessionId'),
    json_extract_scalar(response_elements, '$.command.commandId'),
    json_extract_scalar(response_elements, '$.session.sessionId'),
    json_extract_scalar(response_elements, '$.queryExecutionId'),
    json_extract_scalar(response_elements, '$.automationExecutionId'),
    json_extract_scalar(response_elements, '$.id')
  ) AS reference,
  mfa,
  source_ip,
  event_id,
  source_file
FROM calls
