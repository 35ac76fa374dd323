/*
id: DATA-05
title: Mass read, export or deletion
question: How much was read, deleted or taken out of which store, by whom, on which day, and was any of it from outside?
expect: measure                    # how much is too much is for the owner to say: counts by principal, store and day
category:
  management: required
  data: optional                   # without data events only exports show
events:
  s3.amazonaws.com: [GetObject, GetObjectTorrent, SelectObjectContent, PutObject, CopyObject, CompleteMultipartUpload, RenameObject, DeleteObject, DeleteObjects, CreateJob]
  dynamodb.amazonaws.com: [
    GetItem, BatchGetItem, TransactGetItems, Query, Scan, ExecuteStatement, BatchExecuteStatement, ExecuteTransaction, DeleteItem, BatchWriteItem, TransactWriteItems, ExportTableToPointInTime]
  ebs.amazonaws.com: [GetSnapshotBlock, ListSnapshotBlocks, ListChangedBlocks]
  rds.amazonaws.com: [StartExportTask, CopyDBSnapshot, CopyDBClusterSnapshot, DownloadDBLogFilePortion, StartDBInstanceAutomatedBackupsReplication]
  ec2.amazonaws.com: [CreateInstanceExportTask, CreateStoreImageTask, ExportImage, CopySnapshot, CopyImage, CopyFpgaImage]
  redshift.amazonaws.com: [CopyClusterSnapshot, EnableSnapshotCopy]
  redshift-serverless.amazonaws.com: [CreateSnapshotCopyConfiguration]
  elasticache.amazonaws.com: [CopySnapshot, CopyServerlessCacheSnapshot, ExportServerlessCacheSnapshot]
  memorydb.amazonaws.com: [CopySnapshot]
  docdb-elastic.amazonaws.com: [CopyClusterSnapshot]
  neptune-graph.amazonaws.com: [StartExportTask]
  backup.amazonaws.com: [StartCopyJob]
  fsx.amazonaws.com: [CopyBackup, CreateDataRepositoryTask]
  logs.amazonaws.com: [CreateExportTask]
  datasync.amazonaws.com: [CreateTask, StartTaskExecution]
  lightsail.amazonaws.com: [ExportSnapshot, CopySnapshot]
  ses.amazonaws.com: [SendEmail, SendRawEmail, SendTemplatedEmail, SendBulkEmail, SendBulkTemplatedEmail]
needs: [outcome, actor_account_id, actor_name, actor_class, role_name, source_ip, vpc_endpoint_id, resource, request_parameters, additional_event_data]
settings:
  approved-networks: optional
columns:
  day: Day, UTC
  account_id: Account the calls were recorded in
  principal: Who; for workloads the role
  actor_class: Person, workload, root, AWS service, anonymous or unknown
  store: Bucket, table, snapshot, database, log group, or address that e-mail was sent from
  from_outside: Account of the caller where it is not the store's, anonymous, or a VPC endpoint with such a caller or not on the list approved-networks
  events: Calls
  objects_read: Calls that read objects, items or blocks
  scans: Of these, whole tables read (Scan)
  bytes_out: Bytes of objects read, where the records tell
  written: Objects written
  ransom_notes: Of these, objects whose name reads like a ransom note
  deleted: Calls that delete; one can delete many
  taken_out: Calls that export, copy, download or send by e-mail
  taken_to: Bucket, region or account named by one of these
  busiest_hour: Hour with most calls, UTC
  busiest_hour_calls: Calls in it
  source_ips: Most different addresses in one hour
  first_time: First call, UTC
  last_time: Last call, UTC
  first_event_id: Event of the first call
  last_event_id: Event of the last call
key: [day, account_id, principal, actor_class, store, from_outside]
limits: >-
  Reads and deletions are data events: where these are not logged only exports, copies and downloads show. A call to a table counts once however many items it reads, and bytes are logged for buckets alone.
  What AWS services write for themselves is left out. A ransom note is told by its name, so one that is listed may be harmless, and another may be missed.
references:
  - https://docs.aws.amazon.com/AmazonS3/latest/userguide/cloudtrail-logging-s3-info.html
  - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ExportSnapshot.html
  - https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport.HowItWorks.html
  - https://docs.aws.amazon.com/ses/latest/dg/logging-using-cloudtrail.html
*/
WITH calls AS (
  SELECT
    event_id,
    event_time,
    account_id,
    source_ip,
    event_name,
    CASE WHEN actor_class = 'person' THEN actor_name ELSE COALESCE(role_name, actor_name, 'not named') END AS principal,
    actor_class,
    -- A bucket is all of its objects, a table all of its indexes; the ARN tells without a look into the request.
    CASE
      WHEN event_source = 's3.amazonaws.com' AND strpos(resource, ':::') > 0 THEN split_part(split_part(resource, ':::', 2), '/', 1)
      WHEN event_source IN ('dynamodb.amazonaws.com', 'ebs.amazonaws.com') AND starts_with(resource, 'arn:') AND event_name <> 'ExportTableToPointInTime' THEN resource
      ELSE COALESCE(
        json_extract_scalar(request_parameters, '$.bucketName'),
        json_extract_scalar(request_parameters, '$.tableArn'),
        json_extract_scalar(request_parameters, '$.tableName'),
        json_extract_scalar(request_parameters, '$.sourceArn'),
        json_extract_scalar(request_parameters, '$.sourceDBSnapshotIdentifier'),
        json_extract_scalar(request_parameters, '$.sourceDBClusterSnapshotIdentifier'),
        json_extract_scalar(request_parameters, '$.sourceDBInstanceArn'),
        json_extract_scalar(request_parameters, '$.dBInstanceIdentifier'),
        json_extract_scalar(request_parameters, '$.sourceSnapshotId'),
        json_extract_scalar(request_parameters, '$.sourceImageId'),
        json_extract_scalar(request_parameters, '$.sourceFpgaImageId'),
        json_extract_scalar(request_parameters, '$.instanceId'),
        json_extract_scalar(request_parameters, '$.imageId'),
        json_extract_scalar(request_parameters, '$.CreateStoreImageTaskRequest.ImageId'),
        json_extract_scalar(request_parameters, '$.ExportImageRequest.ImageId'),
        json_extract_scalar(request_parameters, '$.sourceSnapshotIdentifier'),
        json_extract_scalar(request_parameters, '$.clusterIdentifier'),
        json_extract_scalar(request_parameters, '$.sourceSnapshotName'),
        json_extract_scalar(request_parameters, '$.sourceServerlessCacheSnapshotName'),
        json_extract_scalar(request_parameters, '$.serverlessCacheSnapshotName'),
        json_extract_scalar(request_parameters, '$.snapshotArn'),
        json_extract_scalar(request_parameters, '$.graphIdentifier'),
        json_extract_scalar(request_parameters, '$.recoveryPointArn'),
        json_extract_scalar(request_parameters, '$.sourceBackupId'),
        json_extract_scalar(request_parameters, '$.logGroupName'),
        json_extract_scalar(request_parameters, '$.taskArn'),
        json_extract_scalar(request_parameters, '$.sourceLocationArn'),
        json_extract_scalar(request_parameters, '$.source'),
        json_extract_scalar(request_parameters, '$.fromEmailAddress'),
        resource,
        'not named')
    END AS store,
    CASE
      WHEN actor_class = 'anonymous' THEN 'anonymous'
      WHEN actor_account_id <> account_id AND regexp_like(actor_account_id, '^[0-9]{12}$') THEN 'account ' || actor_account_id
    END AS stranger,
    vpc_endpoint_id,
    CASE
      WHEN event_name IN (
        'GetObject', 'GetObjectTorrent', 'SelectObjectContent', 'GetItem', 'BatchGetItem', 'TransactGetItems', 'Query', 'Scan', 'ExecuteStatement', 'BatchExecuteStatement',
        'ExecuteTransaction', 'GetSnapshotBlock', 'ListSnapshotBlocks', 'ListChangedBlocks') THEN 'read'
      WHEN event_name IN ('DeleteObject', 'DeleteObjects', 'DeleteItem') THEN 'delete'
      WHEN event_name IN ('PutObject', 'CopyObject', 'CompleteMultipartUpload', 'RenameObject', 'BatchWriteItem', 'TransactWriteItems') THEN 'write'
      ELSE 'out'
    END AS deed,
    -- Logged as a number, sometimes with ".0".
    CASE WHEN event_source = 's3.amazonaws.com' AND event_name IN ('GetObject', 'SelectObjectContent')
      THEN TRY_CAST(regexp_extract(json_extract_scalar(additional_event_data, '$.bytesTransferredOut'), '^([0-9]+)([.]0*)?$', 1) AS bigint) END AS bytes_out,
    CASE WHEN event_source = 's3.amazonaws.com' AND event_name IN ('PutObject', 'CopyObject', 'RenameObject') AND regexp_like(
      regexp_extract(lower(resource), '([^/]*)$', 1),
      'ransom|(how|need).?to.?(decrypt|recover|restore|unlock|pay|get)|(decrypt|recover|restore|unlock|return)[a-z]*.?(my|your|our|all|the)?.?(files?|data|instruction|info|help|note)|(files?|data|buckets?|backups?|everything).?(is|are|was|were|has|have)?.?(been)?.?(encrypted|deleted|locked|stolen|leaked|exfiltrated|hacked)|(encrypted|deleted|locked|stolen).?(files?|data)|(pay|send).?(us|bitcoin|btc|ransom)|read.?me.?(now|to|for|!|decrypt|recover|restore|unlock)|(warning|attention|important|urgent).?(read|open|your|!)|[.]onion'
    ) THEN 1 ELSE 0 END AS note,
    CASE WHEN event_source NOT IN ('ebs.amazonaws.com') AND event_name NOT IN (
      'GetObject', 'GetObjectTorrent', 'SelectObjectContent', 'PutObject', 'CopyObject', 'CompleteMultipartUpload', 'RenameObject', 'DeleteObject', 'DeleteObjects', 'GetItem',
      'BatchGetItem', 'TransactGetItems', 'Query', 'Scan', 'ExecuteStatement', 'BatchExecuteStatement', 'ExecuteTransaction', 'DeleteItem', 'BatchWriteItem', 'TransactWriteItems')
    THEN COALESCE(
      json_extract_scalar(request_parameters, '$.s3Bucket'),
      json_extract_scalar(request_parameters, '$.s3BucketName'),
      json_extract_scalar(request_parameters, '$.targetBucket'),
      json_extract_scalar(request_parameters, '$.exportToS3.s3Bucket'),
      json_extract_scalar(request_parameters, '$.CreateStoreImageTaskRequest.Bucket'),
      json_extract_scalar(request_parameters, '$.ExportImageRequest.S3ExportLocation.S3Bucket'),
      json_extract_scalar(request_parameters, '$.destinationBackupVaultArn'),
      json_extract_scalar(request_parameters, '$.destinationRegion'),
      json_extract_scalar(request_parameters, '$.destinationLocationArn'),
      json_extract_scalar(request_parameters, '$.destination')
    ) END AS taken_to
  FROM events
  WHERE outcome = 'success'
    -- Most of the log is here: told apart by source, name and kind of actor before anything else is looked at.
    AND (
      (event_source = 's3.amazonaws.com' AND (
        event_name IN ('GetObject', 'GetObjectTorrent', 'SelectObjectContent', 'DeleteObject', 'DeleteObjects', 'CreateJob')
        OR (event_name IN ('PutObject', 'CopyObject', 'CompleteMultipartUpload', 'RenameObject') AND actor_class <> 'aws-service')))
      OR (event_source = 'dynamodb.amazonaws.com' AND event_name IN (
        'GetItem', 'BatchGetItem', 'TransactGetItems', 'Query', 'Scan', 'ExecuteStatement', 'BatchExecuteStatement', 'ExecuteTransaction', 'DeleteItem', 'BatchWriteItem', 'TransactWriteItems',
        'ExportTableToPointInTime'))
      OR (event_source = 'ebs.amazonaws.com' AND event_name IN ('GetSnapshotBlock', 'ListSnapshotBlocks', 'ListChangedBlocks'))
      OR (event_source = 'rds.amazonaws.com' AND event_name IN (
        'StartExportTask', 'CopyDBSnapshot', 'CopyDBClusterSnapshot', 'DownloadDBLogFilePortion', 'StartDBInstanceAutomatedBackupsReplication'))
      OR (event_source = 'ec2.amazonaws.com' AND event_name IN ('CreateInstanceExportTask', 'CreateStoreImageTask', 'ExportImage', 'CopySnapshot', 'CopyImage', 'CopyFpgaImage'))
      OR (event_source = 'redshift.amazonaws.com' AND event_name IN ('CopyClusterSnapshot', 'EnableSnapshotCopy'))
      OR (event_source = 'redshift-serverless.amazonaws.com' AND event_name = 'CreateSnapshotCopyConfiguration')
      OR (event_source = 'elasticache.amazonaws.com' AND event_name IN ('CopySnapshot', 'CopyServerlessCacheSnapshot', 'ExportServerlessCacheSnapshot'))
      OR (event_source = 'memorydb.amazonaws.com' AND event_name = 'CopySnapshot')
      OR (event_source = 'docdb-elastic.amazonaws.com' AND event_name = 'CopyClusterSnapshot')
      OR (event_source = 'neptune-graph.amazonaws.com' AND event_name = 'StartExportTask')
      OR (event_source = 'backup.amazonaws.com' AND event_name = 'StartCopyJob')
      OR (event_source = 'fsx.amazonaws.com' AND event_name IN ('CopyBackup', 'CreateDataRepositoryTask'))
      OR (event_source = 'logs.amazonaws.com' AND event_name = 'CreateExportTask')
      OR (event_source = 'datasync.amazonaws.com' AND event_name IN ('CreateTask', 'StartTaskExecution'))
      OR (event_source = 'lightsail.amazonaws.com' AND event_name IN ('ExportSnapshot', 'CopySnapshot'))
      OR (event_source = 'ses.amazonaws.com' AND event_name IN ('SendEmail', 'SendRawEmail', 'SendTemplatedEmail', 'SendBulkEmail', 'SendBulkTemplatedEmail'))
    )
),
by_hour AS (
  SELECT
    substr(event_time, 1, 13) AS hour,
    account_id,
    principal,
    actor_class,
    CASE WHEN strpos(store, ':table/') > 0 THEN COALESCE(regexp_extract(store, '^(arn:aws[a-z-]*:dynamodb:[^/]*:table/[^/]+)', 1), store) ELSE store END AS store,
    stranger,
    vpc_endpoint_id,
    count(*) AS events,
    count_if(deed = 'read') AS objects_read,
    count_if(event_name = 'Scan') AS scans,
    sum(bytes_out) AS bytes_out,
    count_if(deed = 'write') AS written,
    sum(note) AS ransom_notes,
    count_if(deed = 'delete') AS deleted,
    CASE WHEN deed = 'out' THEN event_name ELSE '' END AS way_out,
    min(taken_to) AS taken_to,
    count(DISTINCT source_ip) AS source_ips,
    min(event_time || event_id) AS first_seen,
    max(event_time || event_id) AS last_seen
  FROM calls
  GROUP BY substr(event_time, 1, 13), account_id, principal, actor_class, CASE WHEN strpos(store, ':table/') > 0 THEN COALESCE(regexp_extract(store, '^(arn:aws[a-z-]*:dynamodb:[^/]*:table/[^/]+)', 1), store) ELSE store END, stranger, vpc_endpoint_id, CASE WHEN deed = 'out' THEN event_name ELSE '' END
),
kept_list AS (
  SELECT count(*) AS entries FROM setting_approved_networks WHERE starts_with(value, 'vpce-')
),
placed AS (
  SELECT
    h.hour, h.account_id, h.principal, h.actor_class, h.store, h.events, h.objects_read, h.scans, h.bytes_out, h.written, h.ransom_notes, h.deleted, h.way_out,
    h.taken_to, h.source_ips, h.first_seen, h.last_seen,
    -- Of another account's caller, any endpoint; of our own callers, an endpoint that approved-networks does not name.
    CASE
      WHEN h.vpc_endpoint_id IS NOT NULL AND (h.stranger IS NOT NULL OR (k.entries > 0 AND h.vpc_endpoint_id NOT IN (SELECT value FROM setting_approved_networks)))
        THEN COALESCE(h.stranger || ', ', '') || 'endpoint ' || h.vpc_endpoint_id
      ELSE h.stranger
    END AS from_outside
  FROM by_hour h
  CROSS JOIN kept_list k
)
SELECT
  substr(hour, 1, 10) AS day,
  account_id,
  principal,
  actor_class,
  store,
  from_outside,
  CAST(sum(events) AS bigint) AS events,
  CAST(sum(objects_read) AS bigint) AS objects_read,
  CAST(sum(scans) AS bigint) AS scans,
  CAST(CASE WHEN sum(objects_read) = 0 THEN 0 ELSE sum(bytes_out) END AS bigint) AS bytes_out,
  CAST(sum(written) AS bigint) AS written,
  CAST(sum(ransom_notes) AS bigint) AS ransom_notes,
  CAST(sum(deleted) AS bigint) AS deleted,
  array_join(array_agg(DISTINCT way_out ORDER BY way_out) FILTER (WHERE way_out <> ''), ', ') AS taken_out,
  min(taken_to) AS taken_to,
  -- The actor with the most calls; of equal ones, the first.
  substr(min(CAST(1000000000000 - events AS varchar) || hour), 13) AS busiest_hour,
  max(events) AS busiest_hour_calls,
  max(source_ips) AS source_ips,
  substr(min(first_seen), 1, 20) AS first_time,
  substr(max(last_seen), 1, 20) AS last_time,
  substr(min(first_seen), 21) AS first_event_id,
  substr(max(last_seen), 21) AS last_event_id
FROM placed
GROUP BY substr(hour, 1, 10), account_id, principal, actor_class, store, from_outside
