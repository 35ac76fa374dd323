/*
id: DATA-07
title: Encryption weakened
question: Was encryption switched off, a key taken away or swapped for one of another account, or a store created without encryption?
expect: none
category:
  management: required
events:
  ec2.amazonaws.com: [DisableEbsEncryptionByDefault, ModifyEbsDefaultKmsKeyId, ResetEbsDefaultKmsKeyId, CreateVolume, CopyVolumes, CopySnapshot, CopyImage]
  s3.amazonaws.com: [PutBucketEncryption, DeleteBucketEncryption]
  s3tables.amazonaws.com: [DeleteTableBucketEncryption]
  rds.amazonaws.com:
    - CreateDBInstance
    - CreateDBCluster
    - CreateGlobalCluster
    - RestoreDBInstanceFromS3
    - RestoreDBClusterFromS3
    - CopyDBSnapshot
    - CopyDBClusterSnapshot
    - ModifyDBParameterGroup
    - ModifyDBClusterParameterGroup
    - ModifyDBProxy
  redshift.amazonaws.com: [CreateCluster, ModifyCluster, ModifyClusterParameterGroup]
  dynamodb.amazonaws.com: [UpdateTable]
  dax.amazonaws.com: [CreateCluster]
  elasticache.amazonaws.com: [CreateReplicationGroup, ModifyReplicationGroup]
  memorydb.amazonaws.com: [CreateCluster]
  es.amazonaws.com: [CreateDomain, UpdateDomainConfig, CreateElasticsearchDomain, UpdateElasticsearchDomainConfig]
  elasticfilesystem.amazonaws.com: [CreateFileSystem]
  sqs.amazonaws.com: [CreateQueue, SetQueueAttributes]
  sns.amazonaws.com: [SetTopicAttributes]
  kinesis.amazonaws.com: [StopStreamEncryption]
  firehose.amazonaws.com: [StopDeliveryStreamEncryption]
  kafka.amazonaws.com: [CreateCluster, UpdateSecurity]
  logs.amazonaws.com: [DisassociateKmsKey]
  glue.amazonaws.com: [PutDataCatalogEncryptionSettings, DeleteSecurityConfiguration]
  athena.amazonaws.com: [UpdateWorkGroup]
needs: [outcome, actor_name, actor_class, invoked_by, console, source_ip, resource, request_parameters, response_elements]
settings:
  accounts: optional
  known-accounts: optional
columns:
  event_time: When, UTC
  account_id: Account the change was recorded in
  region: Region of the call
  actor_name: Who did it
  actor_class: Person, workload, root, anonymous or unknown
  event_name: What was done
  weakened: How - default encryption off, encryption off, created without encryption, key removed, key of another account, or encryption in transit off
  thing: The store, as far as the record says
  detail: The key of another account
  through: AWS service that made the call for the actor
  console: Made from the AWS console
  source_ip: Address the request came from
  event_id: CloudTrail's id of the event
  source_file: Log object the record stands in
limits: >-
  Successful calls by people and workloads. A key removed leaves the encryption of the service with a key of AWS's own, which no policy of ours guards. A store made from an unencrypted snapshot is listed; a
  snapshot that is copied without naming a key is not, since the copy is encrypted if the original is. Volumes that come with an instance, and keys of another account named by alias, are not seen. Without
  lists every other account counts as foreign.
references:
  - https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html
  - https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-bucket-encryption.html
  - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html
  - https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-sqs-sse-queue.html
*/
WITH changes AS (
  SELECT
    event_time, account_id, region, actor_name, actor_class, event_source, event_name, invoked_by, console, source_ip, event_id, source_file,
    -- Any key the request names by its ARN, and the account that owns it.
    regexp_extract(request_parameters, '(arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:(key|alias)/[A-Za-z0-9/_-]+)', 1) AS key_arn,
    regexp_extract(request_parameters, 'arn:aws[a-z-]*:kms:[a-z0-9-]+:([0-9]{12}):(key|alias)/', 1) AS key_account,
    -- Whether what came of the call is encrypted: the answer knows, else the request.
    lower(COALESCE(
      json_extract_scalar(response_elements, '$.storageEncrypted'),
      json_extract_scalar(response_elements, '$.encrypted'),
      json_extract_scalar(response_elements, '$.atRestEncryptionEnabled'),
      json_extract_scalar(response_elements, '$.domainStatus.encryptionAtRestOptions.enabled'),
      json_extract_scalar(request_parameters, '$.storageEncrypted'),
      json_extract_scalar(request_parameters, '$.encrypted'),
      json_extract_scalar(request_parameters, '$.atRestEncryptionEnabled'),
      json_extract_scalar(request_parameters, '$.encryptionAtRestOptions.enabled'),
      json_extract_scalar(request_parameters, '$.sSESpecification.enabled')
    )) AS encrypted,
    lower(COALESCE(
      json_extract_scalar(request_parameters, '$.transitEncryptionEnabled'),
      json_extract_scalar(request_parameters, '$.tLSEnabled'),
      json_extract_scalar(request_parameters, '$.requireTLS'),
      json_extract_scalar(request_parameters, '$.domainEndpointOptions.enforceHTTPS'),
      CASE WHEN event_name <> 'CreateDomain' AND event_name <> 'CreateElasticsearchDomain' THEN json_extract_scalar(request_parameters, '$.nodeToNodeEncryptionOptions.enabled') END,
      CASE WHEN json_extract_scalar(request_parameters, '$.encryptionInfo.encryptionInTransit.clientBroker') IN ('PLAINTEXT', 'TLS_PLAINTEXT') THEN 'false' END,
      CASE WHEN regexp_like(lower(request_parameters), '"parametername"\s*:\s*"(rds[.]force_ssl|require_secure_transport|require_ssl|tls)"[^{}]*"parametervalue"\s*:\s*"(0|off|false|disabled)"')
        OR regexp_like(lower(request_parameters), '"parametervalue"\s*:\s*"(0|off|false|disabled)"[^{}]*"parametername"\s*:\s*"(rds[.]force_ssl|require_secure_transport|require_ssl|tls)"') THEN 'false' END
    )) AS in_transit,
    json_extract_scalar(request_parameters, '$.dBClusterIdentifier') AS cluster,
    lower(COALESCE(json_extract_scalar(request_parameters, '$.attributes.SqsManagedSseEnabled'), json_extract_scalar(request_parameters, '$.attribute.SqsManagedSseEnabled'))) AS queue_encrypted,
    COALESCE(json_extract_scalar(request_parameters, '$.attributes.KmsMasterKeyId'), json_extract_scalar(request_parameters, '$.attribute.KmsMasterKeyId')) AS queue_key,
    json_extract_scalar(request_parameters, '$.attributeName') AS attribute,
    COALESCE(json_extract_scalar(request_parameters, '$.attributeValue'), '') AS attribute_value,
    CASE
      WHEN json_extract_scalar(request_parameters, '$.dataCatalogEncryptionSettings.encryptionAtRest.catalogEncryptionMode') = 'DISABLED'
        OR lower(json_extract_scalar(request_parameters, '$.dataCatalogEncryptionSettings.connectionPasswordEncryption.returnConnectionPasswordEncrypted')) = 'false' THEN 'off'
      WHEN lower(json_extract_scalar(request_parameters, '$.configurationUpdates.resultConfigurationUpdates.removeEncryptionConfiguration')) = 'true' THEN 'off'
    END AS settings_off,
    COALESCE(
      json_extract_scalar(response_elements, '$.volumeId'),
      json_extract_scalar(request_parameters, '$.sourceSnapshotId'),
      json_extract_scalar(request_parameters, '$.sourceImageId'),
      json_extract_scalar(request_parameters, '$.bucketName'),
      json_extract_scalar(request_parameters, '$.tableBucketARN'),
      json_extract_scalar(request_parameters, '$.targetDBInstanceIdentifier'),
      json_extract_scalar(request_parameters, '$.dBInstanceIdentifier'),
      json_extract_scalar(request_parameters, '$.dBClusterIdentifier'),
      json_extract_scalar(request_parameters, '$.globalClusterIdentifier'),
      json_extract_scalar(request_parameters, '$.targetDBSnapshotIdentifier'),
      json_extract_scalar(request_parameters, '$.targetDBClusterSnapshotIdentifier'),
      json_extract_scalar(request_parameters, '$.dBParameterGroupName'),
      json_extract_scalar(request_parameters, '$.dBClusterParameterGroupName'),
      json_extract_scalar(request_parameters, '$.dBProxyName'),
      json_extract_scalar(request_parameters, '$.clusterIdentifier'),
      json_extract_scalar(request_parameters, '$.parameterGroupName'),
      json_extract_scalar(request_parameters, '$.tableName'),
      json_extract_scalar(request_parameters, '$.clusterName'),
      json_extract_scalar(request_parameters, '$.clusterArn'),
      json_extract_scalar(request_parameters, '$.replicationGroupId'),
      json_extract_scalar(request_parameters, '$.domainName'),
      json_extract_scalar(response_elements, '$.fileSystemId'),
      json_extract_scalar(request_parameters, '$.queueUrl'),
      json_extract_scalar(request_parameters, '$.queueName'),
      json_extract_scalar(request_parameters, '$.topicArn'),
      json_extract_scalar(request_parameters, '$.streamName'),
      json_extract_scalar(request_parameters, '$.streamARN'),
      json_extract_scalar(request_parameters, '$.deliveryStreamName'),
      json_extract_scalar(request_parameters, '$.logGroupName'),
      json_extract_scalar(request_parameters, '$.resourceIdentifier'),
      json_extract_scalar(request_parameters, '$.workGroup'),
      json_extract_scalar(request_parameters, '$.name'),
      CASE
        WHEN event_name IN ('DisableEbsEncryptionByDefault', 'ModifyEbsDefaultKmsKeyId', 'ResetEbsDefaultKmsKeyId') THEN 'EBS volumes of the region'
        WHEN event_source = 'glue.amazonaws.com' THEN 'data catalogue of the region'
      END,
      resource
    ) AS thing
  FROM events
  WHERE outcome = 'success'
    AND actor_class <> 'aws-service'
    AND (
      (event_source = 'ec2.amazonaws.com' AND event_name IN (
        'DisableEbsEncryptionByDefault', 'ModifyEbsDefaultKmsKeyId', 'ResetEbsDefaultKmsKeyId', 'CreateVolume', 'CopyVolumes', 'CopySnapshot', 'CopyImage'))
      OR (event_source = 's3.amazonaws.com' AND event_name IN ('PutBucketEncryption', 'DeleteBucketEncryption'))
      OR (event_source = 's3tables.amazonaws.com' AND event_name = 'DeleteTableBucketEncryption')
      OR (event_source = 'rds.amazonaws.com' AND event_name IN (
        'CreateDBInstance', 'CreateDBCluster', 'CreateGlobalCluster', 'RestoreDBInstanceFromS3',
        'RestoreDBClusterFromS3', 'CopyDBSnapshot', 'CopyDBClusterSnapshot',
        'ModifyDBParameterGroup', 'ModifyDBClusterParameterGroup', 'ModifyDBProxy'))
      OR (event_source = 'redshift.amazonaws.com' AND event_name IN ('CreateCluster', 'ModifyCluster', 'ModifyClusterParameterGroup'))
      OR (event_source = 'dynamodb.amazonaws.com' AND event_name = 'UpdateTable')
      OR (event_source IN ('dax.amazonaws.com', 'memorydb.amazonaws.com') AND event_name = 'CreateCluster')
      OR (event_source = 'elasticache.amazonaws.com' AND event_name IN ('CreateReplicationGroup', 'ModifyReplicationGroup'))
      OR (event_source = 'es.amazonaws.com' AND event_name IN ('CreateDomain', 'UpdateDomainConfig', 'CreateElasticsearchDomain', 'UpdateElasticsearchDomainConfig'))
      OR (event_source = 'elasticfilesystem.amazonaws.com' AND event_name = 'CreateFileSystem')
      OR (event_source = 'sqs.amazonaws.com' AND event_name IN ('CreateQueue', 'SetQueueAttributes'))
      OR (event_source = 'sns.amazonaws.com' AND event_name = 'SetTopicAttributes')
      OR (event_source = 'kinesis.amazonaws.com' AND event_name = 'StopStreamEncryption')
      OR (event_source = 'firehose.amazonaws.com' AND event_name = 'StopDeliveryStreamEncryption')
      OR (event_source = 'kafka.amazonaws.com' AND event_name IN ('CreateCluster', 'UpdateSecurity'))
      OR (event_source = 'logs.amazonaws.com' AND event_name = 'DisassociateKmsKey')
      OR (event_source = 'glue.amazonaws.com' AND event_name IN ('PutDataCatalogEncryptionSettings', 'DeleteSecurityConfiguration'))
      OR (event_source = 'athena.amazonaws.com' AND event_name = 'UpdateWorkGroup')
    )
),
judged AS (
  SELECT
    event_time, account_id, region, actor_name, actor_class, event_name, invoked_by, console, source_ip, event_id, source_file, thing, key_arn,
    CASE
      WHEN event_name = 'DisableEbsEncryptionByDefault' THEN 'default encryption off'
      WHEN key_account <> account_id AND key_account NOT IN (SELECT value FROM setting_accounts) AND key_account NOT IN (SELECT value FROM setting_known_accounts) THEN 'key of another account'
      WHEN event_name IN ('ResetEbsDefaultKmsKeyId', 'DeleteBucketEncryption', 'DeleteTableBucketEncryption', 'DisassociateKmsKey') THEN 'key removed'
      WHEN event_name IN ('StopStreamEncryption', 'StopDeliveryStreamEncryption', 'DeleteSecurityConfiguration') OR settings_off = 'off' THEN 'encryption off'
      WHEN event_source = 'sqs.amazonaws.com' THEN
        CASE
          WHEN queue_encrypted = 'false' AND COALESCE(queue_key, '') = '' THEN CASE event_name WHEN 'CreateQueue' THEN 'created without encryption' ELSE 'encryption off' END
          WHEN event_name = 'SetQueueAttributes' AND queue_key = '' AND queue_encrypted IS NULL THEN 'key removed'
        END
      WHEN event_source = 'sns.amazonaws.com' THEN CASE WHEN attribute = 'KmsMasterKeyId' AND attribute_value = '' THEN 'key removed' END
      WHEN event_source = 'dynamodb.amazonaws.com' THEN CASE WHEN encrypted = 'false' THEN 'key removed' END
      WHEN event_name IN ('ModifyEbsDefaultKmsKeyId', 'CopySnapshot', 'CopyImage', 'CopyDBSnapshot', 'CopyDBClusterSnapshot', 'PutBucketEncryption') THEN NULL
      -- The instances of a cluster are as encrypted as it is.
      WHEN event_name = 'CreateDBInstance' AND cluster IS NOT NULL THEN NULL
      WHEN encrypted = 'false' AND regexp_like(event_name, '^(Create|Restore|CopyVolumes)') THEN 'created without encryption'
      WHEN encrypted = 'false' THEN 'encryption off'
      WHEN in_transit = 'false' THEN 'encryption in transit off'
    END AS weakened
  FROM changes
)
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  actor_class,
  event_name,
  weakened,
  thing,
  CASE WHEN weakened = 'key of another account' THEN key_arn END AS detail,
  invoked_by AS through,
  console,
  source_ip,
  event_id,
  source_file
FROM judged
WHERE weakened IS NOT NULL
