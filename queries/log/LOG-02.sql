/*
id: LOG-02
title: Trails and event data stores changed
question: Did anyone stop, delete or change the recording of events (trails, their event selectors, event data stores) in the period?
expect: none
category:
  management: required
events:
  cloudtrail.amazonaws.com:
    - StopLogging
    - StartLogging
    - DeleteTrail
    - CreateTrail
    - UpdateTrail
    - PutEventSelectors
    - PutInsightSelectors
    - DeleteEventDataStore
    - UpdateEventDataStore
    - StopEventDataStoreIngestion
    - StartEventDataStoreIngestion
    - RestoreEventDataStore
    - CreateEventDataStore
    - PutEventConfiguration
    - CreateChannel
    - UpdateChannel
    - DeleteChannel
    - RegisterOrganizationDelegatedAdmin
    - DeregisterOrganizationDelegatedAdmin
    - PutResourcePolicy
    - DeleteResourcePolicy
    - EnableFederation
    - DisableFederation
needs: [outcome, actor_name, actor_class, invoked_by, console, source_ip, resource, request_parameters]
columns:
  event_time: When, UTC
  account_id: Account the event was recorded in
  region: AWS region
  actor_name: Who
  actor_class: Kind of actor
  event_name: Call
  effect: What kind of change it is
  trail: Trail, event data store, channel or account the call names
  settings_made: What the call set, where it names it
  source_ip: From where
  console: Made from the AWS console
  invoked_by: AWS service that made the call for the actor, if any
  event_id: Event id
  source_file: Log object
limits: >-
  Successful changes only; attempts that AWS refused are in ERR-01. Starting or creating a trail is listed too: it adds
  recording, but it shows that recording was off or that logs now go elsewhere as well. What a trail recorded before the change is not in the
  event, and a bucket or key that stops accepting log files leaves no event here.
references:
  - https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_Operations.html
  - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-using-cloudtrail.html
*/
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  actor_class,
  event_name,
  CASE
    WHEN event_name IN ('StopLogging', 'DeleteTrail', 'DeleteEventDataStore', 'StopEventDataStoreIngestion', 'DeleteChannel') THEN 'recording stopped or removed'
    WHEN event_name IN ('StartLogging', 'CreateTrail', 'StartEventDataStoreIngestion', 'CreateEventDataStore', 'RestoreEventDataStore', 'CreateChannel') THEN 'recording started or added'
    WHEN event_name IN ('RegisterOrganizationDelegatedAdmin', 'DeregisterOrganizationDelegatedAdmin') THEN 'who administers recording, changed'
    WHEN event_name IN ('PutResourcePolicy', 'DeleteResourcePolicy', 'EnableFederation', 'DisableFederation') THEN 'who may use recorded events, changed'
    ELSE 'what is recorded, changed'
  END AS effect,
  COALESCE(
    json_extract_scalar(request_parameters, '$.name'),
    json_extract_scalar(request_parameters, '$.trailName'),
    json_extract_scalar(request_parameters, '$.eventDataStore'),
    json_extract_scalar(request_parameters, '$.resourceArn'),
    json_extract_scalar(request_parameters, '$.channel'),
    json_extract_scalar(request_parameters, '$.memberAccountId'),
    json_extract_scalar(request_parameters, '$.delegatedAdminAccountId'),
    resource
  ) AS trail,
  NULLIF(regexp_replace(
    COALESCE('bucket ' || json_extract_scalar(request_parameters, '$.s3BucketName') || '; ', '')
    || COALESCE('all regions ' || json_extract_scalar(request_parameters, '$.isMultiRegionTrail') || '; ', '')
    || COALESCE('global services ' || json_extract_scalar(request_parameters, '$.includeGlobalServiceEvents') || '; ', '')
    || COALESCE('file validation ' || json_extract_scalar(request_parameters, '$.enableLogFileValidation') || '; ', '')
    || COALESCE('organisation ' || json_extract_scalar(request_parameters, '$.isOrganizationTrail') || '; ', '')
    || COALESCE('key ' || json_extract_scalar(request_parameters, '$.kmsKeyId') || '; ', '')
    || COALESCE('reads/writes ' || json_extract_scalar(request_parameters, '$.eventSelectors[0].readWriteType') || '; ', '')
    || COALESCE('management events ' || json_extract_scalar(request_parameters, '$.eventSelectors[0].includeManagementEvents') || '; ', '')
    || COALESCE('first selector ' || json_extract_scalar(request_parameters, '$.advancedEventSelectors[0].name') || '; ', '')
    || COALESCE('retention days ' || json_extract_scalar(request_parameters, '$.retentionPeriod') || '; ', '')
    || COALESCE('termination protection ' || json_extract_scalar(request_parameters, '$.terminationProtectionEnabled') || '; ', ''),
    '; $', ''
  ), '') AS settings_made,
  source_ip,
  console,
  invoked_by,
  event_id,
  source_file
FROM events
WHERE event_source = 'cloudtrail.amazonaws.com'
  AND event_name IN (
    'StopLogging', 'StartLogging', 'DeleteTrail', 'CreateTrail', 'UpdateTrail', 'PutEventSelectors', 'PutInsightSelectors',
    'DeleteEventDataStore', 'UpdateEventDataStore', 'StopEventDataStoreIngestion', 'StartEventDataStoreIngestion', 'RestoreEventDataStore',
    'CreateEventDataStore', 'PutEventConfiguration', 'CreateChannel', 'UpdateChannel', 'DeleteChannel', 'EnableFederation', 'DisableFederation',
    'RegisterOrganizationDelegatedAdmin', 'DeregisterOrganizationDelegatedAdmin', 'PutResourcePolicy', 'DeleteResourcePolicy'
  )
  AND outcome = 'success'
