/*
id: DATA-04
title: Register of access to personal data
question: Who read, listed, wrote or deleted what is in the stores of personal data, through which service, and how often?
expect: population                 # systems work with personal data all day: a register of who does, to hold against the record of processing
category:
  data: required
  management: optional             # SQL sent to a data warehouse
events:
  s3.amazonaws.com: [
    GetObject, GetObjectTorrent, GetObjectAttributes, GetObjectTagging, SelectObjectContent, HeadObject, ListObjects, ListObjectsV2, ListObjectVersions, ListMultipartUploads, ListParts,
    PutObject, CopyObject, UploadPart, UploadPartCopy, CreateMultipartUpload, CompleteMultipartUpload, RestoreObject, RenameObject, PutObjectTagging, DeleteObject, DeleteObjects, DeleteObjectTagging]
  dynamodb.amazonaws.com: [
    GetItem, BatchGetItem, TransactGetItems, Query, Scan, GetRecords, PutItem, UpdateItem, BatchWriteItem, TransactWriteItems, DeleteItem, ExecuteStatement, BatchExecuteStatement, ExecuteTransaction]
  rdsdata.amazonaws.com: [ExecuteStatement, BatchExecuteStatement, ExecuteSql]
  redshift-data.amazonaws.com: [ExecuteStatement, BatchExecuteStatement, GetStatementResult, GetStatementResultV2]
needs: [outcome, actor_name, actor_class, role_name, source_identity, invoked_by, source_ip, resource, resource_arns, request_parameters]
settings:
  personal-data-stores: required
columns:
  account_id: Account the access was recorded in
  store: Bucket, or ARN of the table or cluster
  principal: Who; for workloads the role
  actor_class: Person, workload, root, AWS service, anonymous or unknown
  access: read, list, write, delete, or SQL (which may be any of these)
  through: AWS service that made the call for the principal, if any
  source_identity: Source identity of the session; some organisations have a purpose or ticket put there
  calls: Names of the calls
  events: Calls in the period
  days: Days with a call
  source_ips: Different addresses the calls came from
  first_time: First call, UTC
  last_time: Last call, UTC
  first_event_id: Event of the first call
  last_event_id: Event of the last call
key: [account_id, store, principal, actor_class, access, through, source_identity]
limits: >-
  Needs data events for these stores: a store of a service whose data events are not in the logs shows no access, whatever happened (section 2.3 names the services whose data events are). A call can return many items; neither their content nor the text of SQL is in the log, so it is not known whose data it was.
  Databases reached over their own port leave no event. Whether an access served its purpose is for the record of processing to say.
references:
  - https://docs.aws.amazon.com/AmazonS3/latest/userguide/cloudtrail-logging-s3-info.html
  - https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/logging-using-cloudtrail.html
  - https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/logging-using-cloudtrail-data-api.html
*/
WITH stores AS (
  SELECT DISTINCT regexp_replace(value, '^arn:aws[a-z-]*:s3:::', '') AS store FROM setting_personal_data_stores
),
calls AS (
  SELECT
    event_id, event_time, event_day, event_source, event_name, account_id, source_ip, invoked_by, source_identity, actor_class,
    CASE WHEN actor_class = 'person' THEN actor_name ELSE COALESCE(role_name, actor_name, 'not named') END AS principal,
    -- What was reached, a line each. A record names the object and its bucket, or every table of a batch, so no list in the request need be read.
    CASE
      WHEN event_source = 's3.amazonaws.com' AND strpos(resource, ':::') > 0 THEN split_part(split_part(resource, ':::', 2), '/', 1)
      -- Through an access point, or in an old record.
      WHEN event_source = 's3.amazonaws.com' THEN COALESCE(json_extract_scalar(request_parameters, '$.bucketName'), resource)
      WHEN event_source = 'redshift-data.amazonaws.com' THEN
        COALESCE(json_extract_scalar(request_parameters, '$.clusterIdentifier'), json_extract_scalar(request_parameters, '$.workgroupName'), resource)
      ELSE COALESCE(resource_arns, json_extract_scalar(request_parameters, '$.resourceArn'), resource)
    END AS reached
  FROM events
  WHERE outcome = 'success'
    AND (
      (event_source = 's3.amazonaws.com' AND event_name IN (
        'GetObject', 'GetObjectTorrent', 'GetObjectAttributes', 'GetObjectTagging', 'SelectObjectContent', 'HeadObject', 'ListObjects', 'ListObjectsV2', 'ListObjectVersions',
        'ListMultipartUploads', 'ListParts', 'PutObject', 'CopyObject', 'UploadPart', 'UploadPartCopy', 'CreateMultipartUpload', 'CompleteMultipartUpload', 'RestoreObject', 'RenameObject',
        'PutObjectTagging', 'DeleteObject', 'DeleteObjects', 'DeleteObjectTagging'))
      OR (event_source = 'dynamodb.amazonaws.com' AND event_name IN (
        'GetItem', 'BatchGetItem', 'TransactGetItems', 'Query', 'Scan', 'GetRecords', 'PutItem', 'UpdateItem', 'BatchWriteItem', 'TransactWriteItems', 'DeleteItem',
        'ExecuteStatement', 'BatchExecuteStatement', 'ExecuteTransaction'))
      OR (event_source = 'rdsdata.amazonaws.com' AND event_name IN ('ExecuteStatement', 'BatchExecuteStatement', 'ExecuteSql'))
      OR (event_source = 'redshift-data.amazonaws.com' AND event_name IN ('ExecuteStatement', 'BatchExecuteStatement', 'GetStatementResult', 'GetStatementResultV2'))
    )
),
things AS (
  SELECT DISTINCT
    c.event_id, c.event_time, c.event_day, c.event_source, c.event_name, c.account_id, c.source_ip, c.invoked_by, c.source_identity, c.actor_class, c.principal,
    -- An index or stream of a table is the table.
    COALESCE(regexp_extract(t.value, '^(arn:aws[a-z-]*:dynamodb:[^/]*:table/[^/]+)', 1), t.value) AS thing
  FROM calls c
  CROSS JOIN UNNEST(split(c.reached, chr(10))) AS t(value)
),
found AS (
  SELECT
    event_id, event_time, event_day, account_id, source_ip, invoked_by, source_identity, actor_class, principal, event_name, thing,
    CASE
      WHEN event_source IN ('rdsdata.amazonaws.com', 'redshift-data.amazonaws.com') OR event_name IN ('ExecuteStatement', 'BatchExecuteStatement', 'ExecuteTransaction') THEN 'SQL'
      WHEN starts_with(event_name, 'List') THEN 'list'
      WHEN starts_with(event_name, 'Delete') THEN 'delete'
      WHEN event_name IN (
        'GetObject', 'GetObjectTorrent', 'GetObjectAttributes', 'GetObjectTagging', 'SelectObjectContent', 'HeadObject', 'GetItem', 'BatchGetItem', 'TransactGetItems', 'Query', 'Scan', 'GetRecords') THEN 'read'
      ELSE 'write'
    END AS access
  FROM things
  WHERE thing IN (SELECT store FROM stores)
    OR (event_source = 'dynamodb.amazonaws.com' AND split_part(thing, ':table/', 2) IN (SELECT store FROM stores))
    OR (event_source = 'rdsdata.amazonaws.com' AND split_part(thing, ':cluster:', 2) IN (SELECT store FROM stores))
)
SELECT
  account_id,
  thing AS store,
  principal,
  actor_class,
  access,
  invoked_by AS through,
  source_identity,
  array_join(array_agg(DISTINCT event_name ORDER BY event_name), ', ') AS calls,
  count(*) AS events,
  count(DISTINCT event_day) AS days,
  count(DISTINCT source_ip) AS source_ips,
  substr(min(event_time || event_id), 1, 20) AS first_time,
  substr(max(event_time || event_id), 1, 20) AS last_time,
  substr(min(event_time || event_id), 21) AS first_event_id,
  substr(max(event_time || event_id), 21) AS last_event_id
FROM found
GROUP BY account_id, thing, principal, actor_class, access, invoked_by, source_identity
