/*
id: LOG-04
title: Log archive buckets touched
question: Did anyone change how the buckets of logs and evidence are protected, delete or overwrite objects in them, or read them other than through the usual services?
expect: none
category:
  management: required
  data: optional
events:
  s3.amazonaws.com:
    - GetObject
    - SelectObjectContent
    - PutObject
    - CopyObject
    - CompleteMultipartUpload
    - RenameObject
    - DeleteObject
    - DeleteObjects
    - PutObjectAcl
    - PutObjectRetention
    - PutObjectLegalHold
    - UpdateObjectEncryption
    - PutBucketPolicy
    - DeleteBucketPolicy
    - PutBucketAcl
    - PutBucketOwnershipControls
    - DeleteBucketOwnershipControls
    - PutBucketPublicAccessBlock
    - DeleteBucketPublicAccessBlock
    - PutBucketLifecycle
    - PutBucketLifecycleConfiguration
    - DeleteBucketLifecycle
    - PutBucketVersioning
    - PutBucketObjectLockConfiguration
    - PutObjectLockConfiguration
    - PutBucketEncryption
    - DeleteBucketEncryption
    - PutBucketReplication
    - DeleteBucketReplication
    - PutBucketLogging
    - PutBucketNotification
    - PutBucketWebsite
    - PutBucketCors
    - CreateAccessPoint
    - DeleteBucket
needs: [outcome, actor_account_id, actor_name, actor_class, role_arn, role_name, invoked_by, source_ip, request_parameters]
settings:
  log-buckets: required
  evidence-buckets: optional
  evidence-roles: optional
  accounts: optional
  known-accounts: optional
columns:
  first_time: When, UTC (first event of the line)
  last_time: Last event of the line, UTC
  account_id: Account the event was recorded in
  region: AWS region
  actor_name: Who
  actor_class: Kind of actor
  event_name: Call
  kind: Bucket protection, delete, write, object protection or read
  bucket: Bucket of logs or evidence
  detail: First object, or what the call set
  source_ip: From where
  events: Events in the line
  first_event_id: Id of the first event
  last_event_id: Id of the last event
key: [first_time, account_id, first_event_id]
limits: >-
  Looks at the buckets in the lists log-buckets and evidence-buckets. Each change of a bucket's protection is a line; calls on objects are one line a day, actor, address and call.
  Not listed: what AWS services deliver or do on their own, reads by programs with roles of the bucket's account and of the accounts in scope or known, and reads and writes
  that a service such as Athena makes for its caller; nor what evidence-roles write and read. Calls on objects are data events: without them only bucket changes can be seen. Expiry by a
  lifecycle rule leaves no event.
references:
  - https://docs.aws.amazon.com/AmazonS3/latest/userguide/cloudtrail-logging-s3-info.html
  - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
*/
WITH buckets AS (
  SELECT value FROM setting_log_buckets
  UNION
  SELECT value FROM setting_evidence_buckets
),
evidence_roles AS (
  SELECT value FROM setting_evidence_roles
),
touched AS (
  SELECT
    event_id, event_time, event_day, account_id, region, actor_name, actor_class, actor_account_id, role_name, role_arn, invoked_by, source_ip, event_name,
    COALESCE(json_extract_scalar(request_parameters, '$.bucketName'), json_extract_scalar(request_parameters, '$.bucket')) AS bucket,
    CASE
      WHEN event_name IN ('GetObject', 'SelectObjectContent') THEN 'read'
      WHEN event_name IN ('PutObject', 'CopyObject', 'CompleteMultipartUpload', 'RenameObject') THEN 'write'
      WHEN event_name IN ('DeleteObject', 'DeleteObjects') THEN 'delete'
      WHEN event_name IN ('PutObjectAcl', 'PutObjectRetention', 'PutObjectLegalHold', 'UpdateObjectEncryption') THEN 'object protection'
      ELSE 'bucket protection'
    END AS kind,
    COALESCE(
      json_extract_scalar(request_parameters, '$.key'),
      json_extract_scalar(request_parameters, '$.VersioningConfiguration.Status'),
      json_extract_scalar(request_parameters, '$.LifecycleConfiguration.Rule.Expiration.Days') || ' days until expiry',
      json_extract_scalar(request_parameters, '$.LifecycleConfiguration.Rule[0].Expiration.Days') || ' days until expiry'
    ) AS detail
  FROM events
  WHERE event_source = 's3.amazonaws.com'
    AND event_name IN (
      'GetObject', 'SelectObjectContent', 'PutObject', 'CopyObject', 'CompleteMultipartUpload', 'RenameObject', 'DeleteObject', 'DeleteObjects',
      'PutObjectAcl', 'PutObjectRetention', 'PutObjectLegalHold', 'UpdateObjectEncryption',
      'PutBucketPolicy', 'DeleteBucketPolicy', 'PutBucketAcl', 'PutBucketOwnershipControls', 'DeleteBucketOwnershipControls',
      'PutBucketPublicAccessBlock', 'DeleteBucketPublicAccessBlock', 'PutBucketLifecycle', 'PutBucketLifecycleConfiguration', 'DeleteBucketLifecycle',
      'PutBucketVersioning', 'PutBucketObjectLockConfiguration', 'PutObjectLockConfiguration', 'PutBucketEncryption', 'DeleteBucketEncryption',
      'PutBucketReplication', 'DeleteBucketReplication', 'PutBucketLogging', 'PutBucketNotification', 'PutBucketWebsite', 'PutBucketCors', 'CreateAccessPoint', 'DeleteBucket'
    )
    AND outcome = 'success'
    AND actor_class <> 'aws-service'
    AND COALESCE(json_extract_scalar(request_parameters, '$.bucketName'), json_extract_scalar(request_parameters, '$.bucket')) IN (SELECT value FROM buckets)
), unusual AS (
  SELECT event_id, event_time, event_day, account_id, region, actor_name, actor_class, source_ip, event_name, bucket, kind, detail
  FROM touched
  WHERE kind IN ('bucket protection', 'object protection', 'delete')
    OR (kind = 'write' AND invoked_by IS NULL
      AND COALESCE(role_name, '') NOT IN (SELECT value FROM evidence_roles) AND COALESCE(role_arn, '') NOT IN (SELECT value FROM evidence_roles))
    OR (
      kind = 'read' AND invoked_by IS NULL
      AND (
        actor_class IN ('person', 'root', 'anonymous')
        OR (actor_class = 'unknown' AND actor_account_id IS NULL)
        OR (
          actor_account_id <> account_id
          AND actor_account_id NOT IN (SELECT value FROM setting_accounts)
          AND actor_account_id NOT IN (SELECT value FROM setting_known_accounts)
        )
      )
    )
)
SELECT
  min(event_time) AS first_time,
  max(event_time) AS last_time,
  account_id,
  region,
  actor_name,
  actor_class,
  event_name,
  kind,
  bucket,
  NULLIF(min_by(COALESCE(detail, ''), event_time || event_id), '') AS detail,
  source_ip,
  count(*) AS events,
  min_by(event_id, event_time || event_id) AS first_event_id,
  max_by(event_id, event_time || event_id) AS last_event_id
FROM unusual
GROUP BY account_id, region, actor_name, actor_class, event_name, kind, bucket, source_ip,
  CASE WHEN kind = 'bucket protection' THEN event_id ELSE event_day END
