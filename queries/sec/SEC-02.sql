/*
id: SEC-02
title: Secret lifecycle and rotation
question: Which secrets were created, changed, opened to others, deleted or rotated in the period, and did a rotation fail?
expect: population                 # secrets are set up and rotated in normal work: a full list to sample from
category:
  management: required
events:
  secretsmanager.amazonaws.com:
    - CreateSecret
    - PutSecretValue
    - UpdateSecret
    - UpdateSecretVersionStage
    - DeleteSecret
    - RestoreSecret
    - PutResourcePolicy
    - DeleteResourcePolicy
    - RotateSecret
    - CancelRotateSecret
    - ReplicateSecretToRegions
    - RemoveRegionsFromReplication
    - StopReplicationToReplica
    - AssociateCrossAccountReplica
    - DisassociateCrossAccountReplica
    - TagResource
    - UntagResource
    - RotationStarted
    - RotationSucceeded
    - RotationFailed
    - RotationAbandoned
    - TestRotationStarted
    - TestRotationSucceeded
    - TestRotationFailed
    - ReplicationStarted
    - ReplicationSucceeded
    - ReplicationFailed
    - StartSecretVersionDelete
    - CancelSecretVersionDelete
    - EndSecretVersionDelete
    - SecretVersionDeletion
  ssm.amazonaws.com: [PutParameter, DeleteParameter, DeleteParameters, PutResourcePolicy, DeleteResourcePolicy]
needs: [event_type, outcome, actor_name, actor_class, invoked_by, console, source_ip, resource, request_parameters, response_elements, additional_event_data]
settings:
  sensitive-secrets: optional
columns:
  event_time: When, UTC
  account_id: Account the event was recorded in
  region: Region of the secret
  actor_name: Who
  actor_class: Kind of actor
  event_name: Call, or event of the service itself
  store: Secrets Manager or Parameter Store
  secret: The secret or parameter as the record names it
  sensitive: Whether it is on the list sensitive-secrets
  change: What was done
  detail: Rotation period, waiting time, region or key
  through: AWS service that made the call for the actor
  console: Made from the AWS console
  source_ip: From where
  event_id: Event id
  source_file: Log object
limits: >-
  Successful calls, and what the service tells of rotations, copies and deletions, failed ones too. Values are never in the log. A parameter that is deleted stands here whether it was encrypted or not,
  for the log does not say; one that is written stands here only when written as encrypted. A listed name matches an ARN with that name.
references:
  - https://docs.aws.amazon.com/secretsmanager/latest/userguide/cloudtrail_log_entries.html
  - https://docs.aws.amazon.com/systems-manager/latest/userguide/monitoring-cloudtrail-logs.html
*/
WITH changes AS (
  SELECT
    event_time, account_id, region, actor_name, actor_class, event_source, event_name, invoked_by, console, source_ip, event_id, source_file,
    COALESCE(
      json_extract_scalar(request_parameters, '$.secretId'),
      json_extract_scalar(additional_event_data, '$.SecretId'),
      json_extract_scalar(request_parameters, '$.name'),
      json_extract_scalar(request_parameters, '$.names[0]')
        || CASE WHEN json_array_length(json_extract(request_parameters, '$.names')) > 1
           THEN ' and ' || CAST(json_array_length(json_extract(request_parameters, '$.names')) - 1 AS varchar) || ' more' ELSE '' END,
      json_extract_scalar(request_parameters, '$.resourceArn'),
      json_extract_scalar(response_elements, '$.arn'),
      json_extract_scalar(response_elements, '$.aRN'),
      resource,
      'not named'
    ) AS secret,
    COALESCE(
      'every ' || json_extract_scalar(request_parameters, '$.rotationRules.automaticallyAfterDays') || ' days',
      json_extract_scalar(request_parameters, '$.rotationRules.scheduleExpression'),
      CASE WHEN lower(json_extract_scalar(request_parameters, '$.forceDeleteWithoutRecovery')) = 'true' THEN 'at once' END,
      'after ' || json_extract_scalar(request_parameters, '$.recoveryWindowInDays') || ' days',
      json_extract_scalar(request_parameters, '$.addReplicaRegions[0].region'),
      json_extract_scalar(request_parameters, '$.removeReplicaRegions[0]'),
      'key ' || COALESCE(json_extract_scalar(request_parameters, '$.kmsKeyId'), json_extract_scalar(request_parameters, '$.keyId')),
      json_extract_scalar(request_parameters, '$.versionStage'),
      json_extract_scalar(request_parameters, '$.tier')
    ) AS detail
  FROM events
  WHERE (
      event_source = 'secretsmanager.amazonaws.com'
      AND event_name IN (
        'CreateSecret', 'PutSecretValue', 'UpdateSecret', 'UpdateSecretVersionStage', 'DeleteSecret', 'RestoreSecret', 'PutResourcePolicy', 'DeleteResourcePolicy',
        'RotateSecret', 'CancelRotateSecret', 'ReplicateSecretToRegions', 'RemoveRegionsFromReplication', 'StopReplicationToReplica',
        'AssociateCrossAccountReplica', 'DisassociateCrossAccountReplica', 'TagResource', 'UntagResource',
        'RotationStarted', 'RotationSucceeded', 'RotationFailed', 'RotationAbandoned', 'TestRotationStarted', 'TestRotationSucceeded', 'TestRotationFailed',
        'ReplicationStarted', 'ReplicationSucceeded', 'ReplicationFailed',
        'StartSecretVersionDelete', 'CancelSecretVersionDelete', 'EndSecretVersionDelete', 'SecretVersionDeletion')
      AND (outcome = 'success' OR event_type = 'AwsServiceEvent')
    )
    OR (
      event_source = 'ssm.amazonaws.com'
      AND outcome = 'success'
      AND (event_name IN ('DeleteParameter', 'DeleteParameters', 'PutResourcePolicy', 'DeleteResourcePolicy')
        OR (event_name = 'PutParameter' AND json_extract_scalar(request_parameters, '$.type') = 'SecureString'))
    )
),
named AS (
  -- The name in an ARN, without the six characters that Secrets Manager puts after it.
  SELECT
    event_time, account_id, region, actor_name, actor_class, event_source, event_name, invoked_by, console, source_ip, event_id, source_file, secret, detail,
    COALESCE(regexp_extract(secret, ':secret:(.+)-[A-Za-z0-9]{6}$', 1), regexp_replace(secret, ' and [0-9]+ more$', '')) AS name
  FROM changes
),
kept_list AS (
  SELECT count(*) AS entries FROM setting_sensitive_secrets
),
listed AS (
  SELECT DISTINCT value FROM setting_sensitive_secrets
)
SELECT
  c.event_time,
  c.account_id,
  c.region,
  c.actor_name,
  c.actor_class,
  c.event_name,
  CASE WHEN c.event_source = 'ssm.amazonaws.com' THEN 'Parameter Store' ELSE 'Secrets Manager' END AS store,
  c.secret,
  CASE
    WHEN kept_list.entries = 0 THEN 'no list kept'
    WHEN c.secret IN (SELECT value FROM listed) OR c.name IN (SELECT value FROM listed)
      OR c.name IN (SELECT regexp_extract(value, ':secret:(.+)-[A-Za-z0-9]{6}$', 1) FROM listed WHERE regexp_like(value, ':secret:.+-[A-Za-z0-9]{6}$')) THEN 'yes'
    ELSE 'no'
  END AS sensitive,
  CASE
    WHEN c.event_name = 'CreateSecret' THEN 'created'
    WHEN c.event_name IN ('PutSecretValue', 'PutParameter') THEN 'value stored'
    WHEN c.event_name = 'UpdateSecret' THEN 'changed'
    WHEN c.event_name = 'UpdateSecretVersionStage' THEN 'version in use changed'
    WHEN c.event_name = 'DeleteSecret' THEN 'deletion asked for'
    WHEN c.event_name IN ('DeleteParameter', 'DeleteParameters') THEN 'deleted'
    WHEN c.event_name = 'RestoreSecret' THEN 'deletion undone'
    WHEN c.event_name = 'PutResourcePolicy' THEN 'policy written'
    WHEN c.event_name = 'DeleteResourcePolicy' THEN 'policy removed'
    WHEN c.event_name = 'RotateSecret' THEN 'rotation asked for'
    WHEN c.event_name = 'CancelRotateSecret' THEN 'rotation off'
    WHEN c.event_name = 'ReplicateSecretToRegions' THEN 'copied to other regions'
    WHEN c.event_name = 'AssociateCrossAccountReplica' THEN 'copied to another account'
    WHEN c.event_name IN ('RemoveRegionsFromReplication', 'StopReplicationToReplica', 'DisassociateCrossAccountReplica') THEN 'copies elsewhere ended'
    WHEN c.event_name IN ('TagResource', 'UntagResource') THEN 'tags changed'
    WHEN c.event_name = 'StartSecretVersionDelete' THEN 'waiting for deletion'
    WHEN c.event_name = 'CancelSecretVersionDelete' THEN 'deletion undone'
    WHEN c.event_name IN ('EndSecretVersionDelete', 'SecretVersionDeletion') THEN 'deleted'
    -- RotationFailed, TestRotationStarted, ReplicationSucceeded, …
    ELSE CASE WHEN starts_with(c.event_name, 'Test') THEN 'test of ' ELSE '' END
      || CASE WHEN strpos(c.event_name, 'Replication') > 0 THEN 'copying' ELSE 'rotation' END || ' '
      || lower(regexp_extract(c.event_name, '(Started|Succeeded|Failed|Abandoned)', 1))
  END AS change,
  c.detail,
  c.invoked_by AS through,
  c.console,
  c.source_ip,
  c.event_id,
  c.source_file
FROM named c
CROSS JOIN kept_list
