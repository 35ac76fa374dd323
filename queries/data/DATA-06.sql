/*
id: DATA-06
title: Erasure and retention of personal data
question: What was erased from the stores of personal data, by whom and when, and who changed how long they keep things?
expect: population                 # a full list to find the erasures that were asked for in, and the rules of retention
category:
  management: required
  data: optional                   # deletions of single objects and items
events:
  s3.amazonaws.com: [
    DeleteObject, DeleteObjects, PutBucketLifecycle, PutBucketLifecycleConfiguration, DeleteBucketLifecycle, PutObjectRetention, PutObjectLegalHold, PutBucketObjectLockConfiguration,
    PutObjectLockConfiguration, PutBucketVersioning, DeleteBucket]
  dynamodb.amazonaws.com: [DeleteItem, BatchWriteItem, TransactWriteItems, ExecuteStatement, BatchExecuteStatement, ExecuteTransaction, UpdateTimeToLive, DeleteTable]
  logs.amazonaws.com: [PutRetentionPolicy, DeleteRetentionPolicy, DeleteLogGroup, DeleteLogStream]
  rds.amazonaws.com: [DeleteDBInstance, DeleteDBCluster]
  redshift.amazonaws.com: [DeleteCluster]
  redshift-serverless.amazonaws.com: [DeleteNamespace]
  kinesis.amazonaws.com: [IncreaseStreamRetentionPeriod, DecreaseStreamRetentionPeriod, DeleteStream]
needs: [outcome, actor_name, actor_class, invoked_by, source_ip, resource, resource_arns, request_parameters]
settings:
  personal-data-stores: required
columns:
  first_time: When, UTC (first event of the line)
  last_time: Last event of the line, UTC
  account_id: Account the event was recorded in
  region: Region of the store
  actor_name: Who
  actor_class: Kind of actor
  event_name: Call
  kind: erasure, store deleted, retention set, retention removed, or deletion hindered
  store: Bucket, table, log group, stream, database or cluster
  detail: First object deleted, or what the call set
  through: AWS service that made the call for the actor
  source_ip: From where
  events: Events in the line
  first_event_id: Id of the first event
  last_event_id: Id of the last event
key: [first_time, account_id, first_event_id, store]
limits: >-
  Deletions are one line a day, actor, address and call; each change of retention is a line. Deletions of objects and items are data events: without them only the rules show. What a lifecycle rule or a
  time to live deletes leaves no event, and a deletion in a versioned bucket may only hide the object. Rows deleted by SQL are not in CloudTrail. Whose data was erased is for the record of the request to say.
references:
  - https://docs.aws.amazon.com/AmazonS3/latest/userguide/cloudtrail-logging-s3-info.html
  - https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/logging-using-cloudtrail.html
*/
WITH stores AS (
  SELECT DISTINCT regexp_replace(value, '^arn:aws[a-z-]*:s3:::', '') AS store FROM setting_personal_data_stores
),
calls AS (
  SELECT
    event_id, event_time, event_day, event_source, event_name, account_id, region, actor_name, actor_class, invoked_by, source_ip,
    CASE
      WHEN event_name IN (
        'DeleteObject', 'DeleteObjects', 'DeleteItem', 'BatchWriteItem', 'TransactWriteItems', 'ExecuteStatement', 'BatchExecuteStatement', 'ExecuteTransaction', 'DeleteLogStream') THEN 'erasure'
      WHEN event_name IN ('DeleteBucketLifecycle', 'DeleteRetentionPolicy') THEN 'retention removed'
      WHEN event_name IN ('PutObjectRetention', 'PutObjectLegalHold', 'PutBucketObjectLockConfiguration', 'PutObjectLockConfiguration', 'PutBucketVersioning') THEN 'deletion hindered'
      WHEN starts_with(event_name, 'Delete') THEN 'store deleted'
      WHEN event_name = 'UpdateTimeToLive' AND lower(json_extract_scalar(request_parameters, '$.timeToLiveSpecification.enabled')) = 'false' THEN 'retention removed'
      ELSE 'retention set'
    END AS kind,
    CASE
      WHEN event_source = 's3.amazonaws.com' THEN COALESCE(json_extract_scalar(request_parameters, '$.bucketName'), '')
      WHEN event_source = 'dynamodb.amazonaws.com' THEN COALESCE(resource_arns, json_extract_scalar(request_parameters, '$.tableName'), resource)
      ELSE COALESCE(
        json_extract_scalar(request_parameters, '$.logGroupName'),
        json_extract_scalar(request_parameters, '$.dBInstanceIdentifier'),
        json_extract_scalar(request_parameters, '$.dBClusterIdentifier'),
        json_extract_scalar(request_parameters, '$.clusterIdentifier'),
        json_extract_scalar(request_parameters, '$.namespaceName'),
        json_extract_scalar(request_parameters, '$.streamName'),
        json_extract_scalar(request_parameters, '$.streamARN'),
        resource)
    END AS reached,
    CASE WHEN event_source = 's3.amazonaws.com' AND strpos(resource, ':::') > 0 THEN split_part(split_part(resource, ':::', 2), '/', 1) END AS bucket,
    COALESCE(
      json_extract_scalar(request_parameters, '$.key'),
      COALESCE(
        json_extract_scalar(request_parameters, '$.LifecycleConfiguration.Rule.Expiration.Days'),
        json_extract_scalar(request_parameters, '$.LifecycleConfiguration.Rule[0].Expiration.Days'),
        json_extract_scalar(request_parameters, '$.retentionInDays')) || ' days',
      json_extract_scalar(request_parameters, '$.retentionPeriodHours') || ' hours',
      CASE lower(json_extract_scalar(request_parameters, '$.timeToLiveSpecification.enabled')) WHEN 'true' THEN 'time to live on' WHEN 'false' THEN 'time to live off' END,
      'versioning ' || json_extract_scalar(request_parameters, '$.VersioningConfiguration.Status'),
      json_extract_scalar(request_parameters, '$.logStreamName')
    ) AS detail
  FROM events
  WHERE outcome = 'success'
    AND (
      (event_source = 's3.amazonaws.com' AND event_name IN (
        'DeleteObject', 'DeleteObjects', 'PutBucketLifecycle', 'PutBucketLifecycleConfiguration', 'DeleteBucketLifecycle', 'PutObjectRetention', 'PutObjectLegalHold',
        'PutBucketObjectLockConfiguration', 'PutObjectLockConfiguration', 'PutBucketVersioning', 'DeleteBucket'))
      OR (event_source = 'dynamodb.amazonaws.com' AND (
        event_name IN ('DeleteItem', 'UpdateTimeToLive', 'DeleteTable')
        -- These write as well as delete; the request tells, though not the values.
        OR (event_name IN ('BatchWriteItem', 'TransactWriteItems') AND regexp_like(request_parameters, '(?i)"delete(request)?"'))
        OR (event_name IN ('ExecuteStatement', 'BatchExecuteStatement', 'ExecuteTransaction') AND regexp_like(request_parameters, '(?i)"statement"\s*:\s*"\s*delete\s'))))
      OR (event_source = 'logs.amazonaws.com' AND event_name IN ('PutRetentionPolicy', 'DeleteRetentionPolicy', 'DeleteLogGroup', 'DeleteLogStream'))
      OR (event_source = 'rds.amazonaws.com' AND event_name IN ('DeleteDBInstance', 'DeleteDBCluster'))
      OR (event_source = 'redshift.amazonaws.com' AND event_name = 'DeleteCluster')
      OR (event_source = 'redshift-serverless.amazonaws.com' AND event_name = 'DeleteNamespace')
      OR (event_source = 'kinesis.amazonaws.com' AND event_name IN ('IncreaseStreamRetentionPeriod', 'DecreaseStreamRetentionPeriod', 'DeleteStream'))
    )
),
things AS (
  SELECT DISTINCT
    c.event_id, c.event_time, c.event_day, c.event_name, c.account_id, c.region, c.actor_name, c.actor_class, c.invoked_by, c.source_ip, c.kind, c.detail,
    COALESCE(regexp_extract(t.value, '^(arn:aws[a-z-]*:dynamodb:[^/]*:table/[^/]+)', 1), t.value) AS thing
  FROM calls c
  CROSS JOIN UNNEST(split(COALESCE(c.bucket, c.reached), chr(10))) AS t(value)
),
found AS (
  SELECT event_id, event_time, event_day, event_name, account_id, region, actor_name, actor_class, invoked_by, source_ip, kind, detail, thing
  FROM things
  WHERE thing IN (SELECT store FROM stores)
    OR split_part(thing, ':table/', 2) IN (SELECT store FROM stores)
    -- A table, database or cluster that the request names, and the list has by its ARN.
    OR region || ' ' || account_id || ' ' || thing IN (
      SELECT split_part(store, ':', 4) || ' ' || split_part(store, ':', 5) || ' ' || regexp_extract(store, '^arn:[^:]*:[^:]*:[^:]*:[^:]*:(log-group:|cluster:|db:|namespace/|table/|stream/)(.+)$', 2)
      FROM stores
      WHERE starts_with(store, 'arn:') AND regexp_like(store, ':(log-group:|cluster:|db:|namespace/|table/|stream/)'))
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
  thing AS store,
  min_by(detail, event_time || event_id) AS detail,
  invoked_by AS through,
  source_ip,
  count(*) AS events,
  min_by(event_id, event_time || event_id) AS first_event_id,
  max_by(event_id, event_time || event_id) AS last_event_id
FROM found
GROUP BY account_id, region, actor_name, actor_class, event_name, kind, thing, invoked_by, source_ip,
  CASE WHEN kind = 'erasure' THEN event_day ELSE event_id END
