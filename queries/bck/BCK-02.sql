/*
id: BCK-02
title: Restores run
question: Was anything restored from a backup in the period, and did the restore end well?
expect: some                       # positive evidence that recovery is practised; none is a finding for the owner of the control
category:
  management: required
events:
  backup.amazonaws.com: [StartRestoreJob, RestoreStarted, RestoreCompleted, PutRestoreValidationResult]
  rds.amazonaws.com:
    - RestoreDBInstanceFromDBSnapshot
    - RestoreDBInstanceFromS3
    - RestoreDBInstanceToPointInTime
    - RestoreDBClusterFromSnapshot
    - RestoreDBClusterFromS3
    - RestoreDBClusterToPointInTime
    - BacktrackDBCluster
  dynamodb.amazonaws.com: [RestoreTableFromBackup, RestoreTableToPointInTime]
  cassandra.amazonaws.com: [RestoreTable]
  ec2.amazonaws.com:
    - CreateVolume
    - CreateReplaceRootVolumeTask
    - CreateRestoreImageTask
    - RestoreSnapshotFromRecycleBin
    - RestoreImageFromRecycleBin
    - RestoreVolumeFromRecycleBin
    - RestoreSnapshotTier
  redshift.amazonaws.com: [RestoreFromClusterSnapshot, RestoreTableFromClusterSnapshot]
  redshift-serverless.amazonaws.com: [RestoreFromSnapshot, RestoreFromRecoveryPoint, RestoreTableFromSnapshot, RestoreTableFromRecoveryPoint]
  docdb-elastic.amazonaws.com: [RestoreClusterFromSnapshot]
  neptune-graph.amazonaws.com: [RestoreGraphFromSnapshot]
  elasticache.amazonaws.com: [CreateReplicationGroup, CreateCacheCluster, CreateServerlessCache]
  memorydb.amazonaws.com: [CreateCluster]
  fsx.amazonaws.com: [CreateFileSystemFromBackup, CreateVolumeFromBackup, RestoreVolumeFromSnapshot]
  lightsail.amazonaws.com: [CreateInstancesFromSnapshot, CreateDiskFromSnapshot, CreateRelationalDatabaseFromSnapshot]
  cloudhsm.amazonaws.com: [RestoreBackup]
needs: [outcome, actor_name, actor_class, invoked_by, console, source_ip, resource, request_parameters, response_elements, service_event_details]
columns:
  event_time: When, UTC
  account_id: Account the event was recorded in
  region: AWS region
  actor_name: Who
  actor_class: Kind of actor
  event_name: Call, or event of AWS Backup
  kind: Kind of thing restored
  step: restore, started or completed (said by AWS Backup), or validated
  restored_from: Backup, snapshot or source; the restore job for a validation
  restored_to: What came of it, by name, where the record says so
  detail: Status or result, or the moment gone back to
  through: AWS service that made the call for the actor
  console: Made from the AWS console
  source_ip: From where
  event_id: Event id
  source_file: Log object
limits: >-
  A call shows that a restore was begun; only RestoreCompleted and a validation result say how it ended, and neither says whether what came back was right, or how long recovery may take. Restores for
  other ends (a test copy of a database, a volume from a snapshot) stand here too. Volumes that come with an instance's image, and files brought back from versions of a bucket, do not.
references:
  - https://docs.aws.amazon.com/aws-backup/latest/devguide/logging-using-cloudtrail.html
  - https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing.html
*/
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  actor_class,
  event_name,
  CASE
    WHEN event_source = 'backup.amazonaws.com' THEN
      COALESCE(json_extract_scalar(request_parameters, '$.resourceType'), json_extract_scalar(service_event_details, '$.resourceType'), 'not stated')
    WHEN event_source IN ('rds.amazonaws.com', 'docdb-elastic.amazonaws.com', 'neptune-graph.amazonaws.com') OR event_name = 'CreateRelationalDatabaseFromSnapshot' THEN 'database'
    WHEN event_source IN ('dynamodb.amazonaws.com', 'cassandra.amazonaws.com') THEN 'table'
    WHEN event_source IN ('redshift.amazonaws.com', 'redshift-serverless.amazonaws.com') THEN 'data warehouse'
    WHEN event_source IN ('elasticache.amazonaws.com', 'memorydb.amazonaws.com') THEN 'cache'
    WHEN event_source = 'fsx.amazonaws.com' THEN 'file system'
    WHEN event_source = 'cloudhsm.amazonaws.com' THEN 'key module'
    WHEN event_name IN ('CreateVolume', 'CreateReplaceRootVolumeTask', 'RestoreVolumeFromRecycleBin', 'CreateDiskFromSnapshot') THEN 'volume'
    WHEN event_name IN ('CreateRestoreImageTask', 'RestoreImageFromRecycleBin') THEN 'image'
    WHEN event_name = 'CreateInstancesFromSnapshot' THEN 'instance'
    ELSE 'snapshot'
  END AS kind,
  CASE event_name
    WHEN 'RestoreStarted' THEN 'started'
    WHEN 'RestoreCompleted' THEN 'completed'
    WHEN 'PutRestoreValidationResult' THEN 'validated'
    ELSE 'restore'
  END AS step,
  COALESCE(
    json_extract_scalar(request_parameters, '$.recoveryPointArn'),
    json_extract_scalar(service_event_details, '$.recoveryPointArn'),
    json_extract_scalar(request_parameters, '$.dBSnapshotIdentifier'),
    json_extract_scalar(request_parameters, '$.dBClusterSnapshotIdentifier'),
    json_extract_scalar(request_parameters, '$.snapshotIdentifier'),
    json_extract_scalar(request_parameters, '$.sourceDBInstanceIdentifier'),
    json_extract_scalar(request_parameters, '$.sourceDbiResourceId'),
    json_extract_scalar(request_parameters, '$.sourceDBInstanceAutomatedBackupsArn'),
    json_extract_scalar(request_parameters, '$.sourceDBClusterIdentifier'),
    json_extract_scalar(request_parameters, '$.sourceDbClusterResourceId'),
    json_extract_scalar(request_parameters, '$.s3BucketName'),
    json_extract_scalar(request_parameters, '$.backupArn'),
    json_extract_scalar(request_parameters, '$.sourceTableName'),
    json_extract_scalar(request_parameters, '$.sourceTableArn'),
    json_extract_scalar(request_parameters, '$.snapshotId'),
    json_extract_scalar(request_parameters, '$.RestoreSnapshotFromRecycleBinRequest.SnapshotId'),
    json_extract_scalar(request_parameters, '$.RestoreSnapshotTierRequest.SnapshotId'),
    json_extract_scalar(request_parameters, '$.RestoreImageFromRecycleBinRequest.ImageId'),
    json_extract_scalar(request_parameters, '$.RestoreVolumeFromRecycleBinRequest.VolumeId'),
    json_extract_scalar(request_parameters, '$.CreateReplaceRootVolumeTaskRequest.SnapshotId'),
    json_extract_scalar(request_parameters, '$.CreateRestoreImageTaskRequest.ObjectKey'),
    json_extract_scalar(request_parameters, '$.snapshotName'),
    json_extract_scalar(request_parameters, '$.snapshotArn'),
    json_extract_scalar(request_parameters, '$.snapshotArns[0]'),
    json_extract_scalar(request_parameters, '$.snapshotArnsToRestore[0]'),
    json_extract_scalar(request_parameters, '$.recoveryPointId'),
    json_extract_scalar(request_parameters, '$.sourceKeyspaceName') || '.' || json_extract_scalar(request_parameters, '$.sourceTableName'),
    json_extract_scalar(request_parameters, '$.instanceSnapshotName'),
    json_extract_scalar(request_parameters, '$.diskSnapshotName'),
    json_extract_scalar(request_parameters, '$.relationalDatabaseSnapshotName'),
    json_extract_scalar(request_parameters, '$.sourceRelationalDatabaseName'),
    json_extract_scalar(request_parameters, '$.backupId'),
    json_extract_scalar(request_parameters, '$.restoreJobId'),
    json_extract_scalar(service_event_details, '$.restoreJobId'),
    json_extract_scalar(request_parameters, '$.dBClusterIdentifier'),
    resource
  ) AS restored_from,
  COALESCE(
    json_extract_scalar(request_parameters, '$.targetDBInstanceIdentifier'),
    json_extract_scalar(request_parameters, '$.dBInstanceIdentifier'),
    json_extract_scalar(request_parameters, '$.dBClusterIdentifier'),
    json_extract_scalar(request_parameters, '$.targetTableName'),
    json_extract_scalar(request_parameters, '$.newTableName'),
    json_extract_scalar(response_elements, '$.volumeId'),
    json_extract_scalar(request_parameters, '$.clusterIdentifier'),
    json_extract_scalar(request_parameters, '$.namespaceName'),
    json_extract_scalar(request_parameters, '$.clusterName'),
    json_extract_scalar(request_parameters, '$.graphName'),
    json_extract_scalar(request_parameters, '$.replicationGroupId'),
    json_extract_scalar(request_parameters, '$.cacheClusterId'),
    json_extract_scalar(request_parameters, '$.serverlessCacheName'),
    json_extract_scalar(response_elements, '$.fileSystem.fileSystemId'),
    json_extract_scalar(response_elements, '$.volume.volumeId'),
    json_extract_scalar(request_parameters, '$.volumeId'),
    json_extract_scalar(request_parameters, '$.instanceNames[0]'),
    json_extract_scalar(request_parameters, '$.diskName'),
    json_extract_scalar(request_parameters, '$.relationalDatabaseName'),
    json_extract_scalar(service_event_details, '$.createdResourceArn'),
    json_extract_scalar(response_elements, '$.restoreJobId')
  ) AS restored_to,
  COALESCE(
    json_extract_scalar(request_parameters, '$.validationStatus'),
    json_extract_scalar(service_event_details, '$.status'),
    json_extract_scalar(service_event_details, '$.state'),
    json_extract_scalar(request_parameters, '$.restoreTime'),
    json_extract_scalar(request_parameters, '$.restoreToTime'),
    json_extract_scalar(request_parameters, '$.restoreDateTime'),
    json_extract_scalar(request_parameters, '$.backtrackTo'),
    CASE WHEN lower(json_extract_scalar(request_parameters, '$.useLatestRestorableTime')) = 'true' THEN 'latest restorable time' END
  ) AS detail,
  invoked_by AS through,
  console,
  source_ip,
  event_id,
  source_file
FROM events
WHERE outcome = 'success'
  AND (
    (event_source = 'backup.amazonaws.com' AND event_name IN ('StartRestoreJob', 'RestoreStarted', 'RestoreCompleted', 'PutRestoreValidationResult'))
    OR (event_source = 'rds.amazonaws.com' AND event_name IN (
      'RestoreDBInstanceFromDBSnapshot', 'RestoreDBInstanceFromS3', 'RestoreDBInstanceToPointInTime', 'RestoreDBClusterFromSnapshot',
      'RestoreDBClusterFromS3', 'RestoreDBClusterToPointInTime', 'BacktrackDBCluster'))
    OR (event_source = 'dynamodb.amazonaws.com' AND event_name IN ('RestoreTableFromBackup', 'RestoreTableToPointInTime'))
    OR (event_source = 'cassandra.amazonaws.com' AND event_name = 'RestoreTable')
    OR (event_source = 'ec2.amazonaws.com' AND (
      event_name IN ('CreateReplaceRootVolumeTask', 'CreateRestoreImageTask', 'RestoreSnapshotFromRecycleBin', 'RestoreImageFromRecycleBin', 'RestoreVolumeFromRecycleBin', 'RestoreSnapshotTier')
      OR (event_name = 'CreateVolume' AND json_extract_scalar(request_parameters, '$.snapshotId') <> '')))
    OR (event_source = 'redshift.amazonaws.com' AND event_name IN ('RestoreFromClusterSnapshot', 'RestoreTableFromClusterSnapshot'))
    OR (event_source = 'redshift-serverless.amazonaws.com' AND event_name IN ('RestoreFromSnapshot', 'RestoreFromRecoveryPoint', 'RestoreTableFromSnapshot', 'RestoreTableFromRecoveryPoint'))
    OR (event_source = 'docdb-elastic.amazonaws.com' AND event_name = 'RestoreClusterFromSnapshot')
    OR (event_source = 'neptune-graph.amazonaws.com' AND event_name = 'RestoreGraphFromSnapshot')
    OR (event_source = 'elasticache.amazonaws.com' AND event_name IN ('CreateReplicationGroup', 'CreateCacheCluster', 'CreateServerlessCache')
      AND COALESCE(
        json_extract_scalar(request_parameters, '$.snapshotName'), json_extract_scalar(request_parameters, '$.snapshotArns[0]'), json_extract_scalar(request_parameters, '$.snapshotArnsToRestore[0]')) <> '')
    OR (event_source = 'memorydb.amazonaws.com' AND event_name = 'CreateCluster'
      AND COALESCE(json_extract_scalar(request_parameters, '$.snapshotName'), json_extract_scalar(request_parameters, '$.snapshotArns[0]')) <> '')
    OR (event_source = 'fsx.amazonaws.com' AND event_name IN ('CreateFileSystemFromBackup', 'CreateVolumeFromBackup', 'RestoreVolumeFromSnapshot'))
    OR (event_source = 'lightsail.amazonaws.com' AND event_name IN ('CreateInstancesFromSnapshot', 'CreateDiskFromSnapshot', 'CreateRelationalDatabaseFromSnapshot'))
    OR (event_source = 'cloudhsm.amazonaws.com' AND event_name = 'RestoreBackup')
  )
