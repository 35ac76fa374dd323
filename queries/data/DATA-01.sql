/*
id: DATA-01
title: Bucket changes
question: Which buckets were made or deleted, or had their policy, access, life cycle, versioning, encryption, logging or other settings changed, and by whom?
expect: population                 # buckets are set up in normal work: a full list to sample from; what is public stands in DATA-03
category:
  management: required
events:
  s3.amazonaws.com: [
    PutBucketAcl, PutBucketPolicy, PutBucketCors, PutBucketLifecycle, PutBucketLifecycleConfiguration, PutBucketReplication, PutBucketOwnershipControls, PutBucketWebsite,
    DeleteBucketPolicy, DeleteBucketCors, DeleteBucketLifecycle, DeleteBucketReplication, DeleteBucketOwnershipControls, DeleteBucketWebsite, CreateBucket, DeleteBucket,
    PutBucketVersioning, PutBucketLogging, PutBucketEncryption, DeleteBucketEncryption, PutBucketObjectLockConfiguration, PutObjectLockConfiguration, PutBucketNotification,
    PutBucketNotificationConfiguration, PutBucketTagging, DeleteBucketTagging, PutBucketRequestPayment, PutAccelerateConfiguration, PutBucketAccelerateConfiguration,
    PutBucketInventoryConfiguration, DeleteBucketInventoryConfiguration, PutBucketPublicAccessBlock, DeleteBucketPublicAccessBlock, PutAccountPublicAccessBlock,
    DeleteAccountPublicAccessBlock, CreateAccessPoint, DeleteAccessPoint, PutAccessPointPolicy, DeleteAccessPointPolicy, CreateAccessPointForObjectLambda,
    DeleteAccessPointForObjectLambda, PutAccessPointPolicyForObjectLambda, DeleteAccessPointPolicyForObjectLambda, CreateMultiRegionAccessPoint, DeleteMultiRegionAccessPoint,
    PutMultiRegionAccessPointPolicy, CreateAccessGrantsInstance, DeleteAccessGrantsInstance, CreateAccessGrant, DeleteAccessGrant, PutAccessGrantsInstanceResourcePolicy,
    DeleteAccessGrantsInstanceResourcePolicy]
  s3express.amazonaws.com: [CreateBucket, DeleteBucket, PutBucketPolicy, DeleteBucketPolicy, PutBucketEncryption, PutBucketLifecycleConfiguration, DeleteBucketLifecycle]
  s3tables.amazonaws.com: [CreateTableBucket, DeleteTableBucket, PutTableBucketPolicy, DeleteTableBucketPolicy, PutTablePolicy, DeleteTablePolicy, PutTableBucketEncryption, DeleteTableBucketEncryption]
needs: [outcome, actor_name, actor_class, console, source_ip, resource, request_parameters]
columns:
  event_time: When, UTC
  account_id: Account the change was recorded in
  region: Region of the bucket
  actor_name: Who made the change
  actor_class: Person, workload, root or AWS service
  event_name: What was done
  bucket: The bucket
  changed: Which setting
  detail: What it was set to, in part; empty for policies and deletions
  console: Made from the AWS console
  source_ip: Address the request came from
  event_id: CloudTrail's id of the event
  source_file: Log object the record stands in
limits: The log holds the new setting, not the one before. Policies are not spelled out here; the record holds them unless they are larger than 100 KB.
references:
  - https://docs.aws.amazon.com/AmazonS3/latest/userguide/cloudtrail-logging-s3-info.html
*/
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  actor_class,
  event_name,
  COALESCE(
    json_extract_scalar(request_parameters, '$.bucketName'),
    json_extract_scalar(request_parameters, '$.tableBucketARN'),
    CASE WHEN strpos(event_name, 'Account') > 0 THEN 'all buckets of the account' END,
    resource,
    json_extract_scalar(request_parameters, '$.name')
  ) AS bucket,
  CASE
    WHEN event_name IN ('PutBucketPolicy', 'DeleteBucketPolicy', 'PutTableBucketPolicy', 'DeleteTableBucketPolicy', 'PutTablePolicy', 'DeleteTablePolicy') THEN 'policy'
    WHEN event_name = 'PutBucketAcl' THEN 'access list'
    WHEN event_name IN ('PutBucketCors', 'DeleteBucketCors') THEN 'cross-origin access'
    WHEN event_name IN ('PutBucketLifecycle', 'PutBucketLifecycleConfiguration', 'DeleteBucketLifecycle') THEN 'lifecycle'
    WHEN event_name IN ('PutBucketReplication', 'DeleteBucketReplication') THEN 'replication'
    WHEN event_name IN ('PutBucketOwnershipControls', 'DeleteBucketOwnershipControls') THEN 'object ownership'
    WHEN event_name IN ('PutBucketWebsite', 'DeleteBucketWebsite') THEN 'website'
    WHEN event_name IN ('CreateBucket', 'CreateTableBucket') THEN 'bucket made'
    WHEN event_name IN ('DeleteBucket', 'DeleteTableBucket') THEN 'bucket deleted'
    WHEN event_name = 'PutBucketVersioning' THEN 'versioning'
    WHEN event_name = 'PutBucketLogging' THEN 'access logging'
    WHEN event_name IN ('PutBucketEncryption', 'DeleteBucketEncryption', 'PutTableBucketEncryption', 'DeleteTableBucketEncryption') THEN 'encryption'
    WHEN event_name IN ('PutBucketObjectLockConfiguration', 'PutObjectLockConfiguration') THEN 'object lock'
    WHEN strpos(event_name, 'Notification') > 0 THEN 'notifications'
    WHEN strpos(event_name, 'Tagging') > 0 THEN 'tags'
    WHEN strpos(event_name, 'Inventory') > 0 THEN 'inventory'
    WHEN strpos(event_name, 'PublicAccessBlock') > 0 THEN 'public access guard'
    WHEN strpos(event_name, 'AccessGrant') > 0 THEN 'access grants'
    WHEN strpos(event_name, 'AccessPoint') > 0 THEN 'access point'
    ELSE 'other setting'
  END AS changed,
  CASE
    WHEN event_name = 'PutBucketAcl' THEN
      -- The canned list's key holds hyphens, which a path may not: it is read from the text.
      COALESCE(
        regexp_extract(lower(request_parameters), '"x-amz-acl"\s*:\s*\[?\s*"([a-z-]+)"', 1),
        regexp_extract(request_parameters, 'groups/global/([A-Za-z]+)', 1),
        json_extract_scalar(request_parameters, '$.AccessControlPolicy.AccessControlList.Grant[0].Permission'),
        json_extract_scalar(request_parameters, '$.AccessControlPolicy.AccessControlList.Grant.Permission'))
    WHEN event_name = 'PutBucketCors' THEN
      'origin ' || COALESCE(
        json_extract_scalar(request_parameters, '$.CORSConfiguration.CORSRule.AllowedOrigin'),
        json_extract_scalar(request_parameters, '$.CORSConfiguration.CORSRule.AllowedOrigin[0]'),
        json_extract_scalar(request_parameters, '$.CORSConfiguration.CORSRule[0].AllowedOrigin'),
        json_extract_scalar(request_parameters, '$.CORSConfiguration.CORSRule[0].AllowedOrigin[0]'))
    WHEN event_name IN ('PutBucketLifecycle', 'PutBucketLifecycleConfiguration') THEN
      COALESCE(
        json_extract_scalar(request_parameters, '$.LifecycleConfiguration.Rule.ID'),
        json_extract_scalar(request_parameters, '$.LifecycleConfiguration.Rule[0].ID'),
        'rule without a name')
      || COALESCE(', ' || COALESCE(
        json_extract_scalar(request_parameters, '$.LifecycleConfiguration.Rule.Status'),
        json_extract_scalar(request_parameters, '$.LifecycleConfiguration.Rule[0].Status')), '')
      || COALESCE(', expires after ' || COALESCE(
        json_extract_scalar(request_parameters, '$.LifecycleConfiguration.Rule.Expiration.Days'),
        json_extract_scalar(request_parameters, '$.LifecycleConfiguration.Rule[0].Expiration.Days')) || ' days', '')
    WHEN event_name = 'PutBucketReplication' THEN
      'to ' || COALESCE(
        json_extract_scalar(request_parameters, '$.ReplicationConfiguration.Rule.Destination.Bucket'),
        json_extract_scalar(request_parameters, '$.ReplicationConfiguration.Rule[0].Destination.Bucket'))
    WHEN event_name = 'PutBucketOwnershipControls' THEN
      COALESCE(
        json_extract_scalar(request_parameters, '$.OwnershipControls.Rule.ObjectOwnership'),
        json_extract_scalar(request_parameters, '$.OwnershipControls.Rule[0].ObjectOwnership'))
    WHEN event_name = 'PutBucketWebsite' THEN
      COALESCE(
        json_extract_scalar(request_parameters, '$.WebsiteConfiguration.IndexDocument.Suffix'),
        json_extract_scalar(request_parameters, '$.WebsiteConfiguration.RedirectAllRequestsTo.HostName'))
    WHEN event_name = 'PutBucketVersioning' THEN
      COALESCE(json_extract_scalar(request_parameters, '$.VersioningConfiguration.Status'), 'status as before')
      || COALESCE(', MFA delete ' || json_extract_scalar(request_parameters, '$.VersioningConfiguration.MfaDelete'), '')
    WHEN event_name = 'PutBucketLogging' THEN COALESCE('to ' || json_extract_scalar(request_parameters, '$.BucketLoggingStatus.LoggingEnabled.TargetBucket'), 'off')
    WHEN event_name = 'PutBucketEncryption' THEN
      COALESCE(
        json_extract_scalar(request_parameters, '$.ServerSideEncryptionConfiguration.Rule.ApplyServerSideEncryptionByDefault.SSEAlgorithm'),
        json_extract_scalar(request_parameters, '$.ServerSideEncryptionConfiguration.Rule[0].ApplyServerSideEncryptionByDefault.SSEAlgorithm'))
      || COALESCE(' with ' || COALESCE(
        json_extract_scalar(request_parameters, '$.ServerSideEncryptionConfiguration.Rule.ApplyServerSideEncryptionByDefault.KMSMasterKeyID'),
        json_extract_scalar(request_parameters, '$.ServerSideEncryptionConfiguration.Rule[0].ApplyServerSideEncryptionByDefault.KMSMasterKeyID')), '')
    WHEN event_name IN ('PutBucketObjectLockConfiguration', 'PutObjectLockConfiguration') THEN
      COALESCE(json_extract_scalar(request_parameters, '$.ObjectLockConfiguration.Rule.DefaultRetention.Mode'), 'no default retention')
    WHEN strpos(event_name, 'AccessPoint') > 0 THEN json_extract_scalar(request_parameters, '$.name')
  END AS detail,
  console,
  source_ip,
  event_id,
  source_file
FROM events
WHERE outcome = 'success'
  AND (
    (event_source = 's3.amazonaws.com' AND event_name IN (
      'PutBucketAcl', 'PutBucketPolicy', 'PutBucketCors', 'PutBucketLifecycle', 'PutBucketLifecycleConfiguration', 'PutBucketReplication', 'PutBucketOwnershipControls',
      'PutBucketWebsite', 'DeleteBucketPolicy', 'DeleteBucketCors', 'DeleteBucketLifecycle', 'DeleteBucketReplication', 'DeleteBucketOwnershipControls', 'DeleteBucketWebsite',
      'CreateBucket', 'DeleteBucket', 'PutBucketVersioning', 'PutBucketLogging', 'PutBucketEncryption', 'DeleteBucketEncryption', 'PutBucketObjectLockConfiguration',
      'PutObjectLockConfiguration', 'PutBucketNotification', 'PutBucketNotificationConfiguration', 'PutBucketTagging', 'DeleteBucketTagging', 'PutBucketRequestPayment',
      'PutAccelerateConfiguration', 'PutBucketAccelerateConfiguration', 'PutBucketInventoryConfiguration', 'DeleteBucketInventoryConfiguration', 'PutBucketPublicAccessBlock',
      'DeleteBucketPublicAccessBlock', 'PutAccountPublicAccessBlock', 'DeleteAccountPublicAccessBlock', 'CreateAccessPoint', 'DeleteAccessPoint', 'PutAccessPointPolicy',
      'DeleteAccessPointPolicy', 'CreateAccessPointForObjectLambda', 'DeleteAccessPointForObjectLambda', 'PutAccessPointPolicyForObjectLambda',
      'DeleteAccessPointPolicyForObjectLambda', 'CreateMultiRegionAccessPoint', 'DeleteMultiRegionAccessPoint', 'PutMultiRegionAccessPointPolicy',
      'CreateAccessGrantsInstance', 'DeleteAccessGrantsInstance', 'CreateAccessGrant', 'DeleteAccessGrant', 'PutAccessGrantsInstanceResourcePolicy',
      'DeleteAccessGrantsInstanceResourcePolicy'))
    OR (event_source = 's3express.amazonaws.com' AND event_name IN (
      'CreateBucket', 'DeleteBucket', 'PutBucketPolicy', 'DeleteBucketPolicy', 'PutBucketEncryption', 'PutBucketLifecycleConfiguration', 'DeleteBucketLifecycle'))
    OR (event_source = 's3tables.amazonaws.com' AND event_name IN (
      'CreateTableBucket', 'DeleteTableBucket', 'PutTableBucketPolicy', 'DeleteTableBucketPolicy', 'PutTablePolicy', 'DeleteTablePolicy', 'PutTableBucketEncryption',
      'DeleteTableBucketEncryption'))
  )
