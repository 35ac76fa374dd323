/*
id: BCK-01
title: Backups weakened
question: Were backups deleted, switched off or kept for less time, or was a lock or versioning that protects them taken away?
expect: none
category:
  management: required
events:
  rds.amazonaws.com:
    - DeleteDBSnapshot
    - DeleteDBClusterSnapshot
    - DeleteDBInstanceAutomatedBackup
    - DeleteDBClusterAutomatedBackup
    - StopDBInstanceAutomatedBackupsReplication
    - ModifyDBInstance
    - ModifyDBCluster
  ec2.amazonaws.com: [DeleteSnapshot, DeregisterImage, UnlockSnapshot, DisableImageDeregistrationProtection]
  backup.amazonaws.com:
    - DeleteRecoveryPoint
    - DisassociateRecoveryPoint
    - UpdateRecoveryPointLifecycle
    - DeleteBackupVault
    - DeleteBackupVaultLockConfiguration
    - DeleteBackupVaultAccessPolicy
    - DeleteBackupPlan
    - DeleteBackupSelection
    - StopBackupJob
    - CancelLegalHold
    - DisassociateBackupVaultMpaApprovalTeam
    - UpdateRegionSettings
  s3.amazonaws.com: [PutBucketVersioning]
  dynamodb.amazonaws.com: [UpdateContinuousBackups, DeleteBackup]
  cassandra.amazonaws.com: [UpdateTable]
  redshift.amazonaws.com: [DeleteClusterSnapshot, BatchDeleteClusterSnapshots, DisableSnapshotCopy, DeleteSnapshotSchedule, ModifyCluster]
  redshift-serverless.amazonaws.com: [DeleteSnapshot, DeleteSnapshotCopyConfiguration]
  docdb-elastic.amazonaws.com: [DeleteClusterSnapshot]
  elasticache.amazonaws.com: [DeleteSnapshot, DeleteServerlessCacheSnapshot, ModifyReplicationGroup, ModifyCacheCluster, ModifyServerlessCache]
  memorydb.amazonaws.com: [DeleteSnapshot, UpdateCluster]
  elasticfilesystem.amazonaws.com: [PutBackupPolicy, DeleteReplicationConfiguration]
  fsx.amazonaws.com: [DeleteBackup, DeleteSnapshot, UpdateFileSystem]
  dlm.amazonaws.com: [DeleteLifecyclePolicy, UpdateLifecyclePolicy]
  rbin.amazonaws.com: [DeleteRule, UnlockRule]
  glacier.amazonaws.com: [DeleteArchive, AbortVaultLock]
  storagegateway.amazonaws.com: [DeleteTape, DeleteTapeArchive, DeleteSnapshotSchedule]
  cloudhsm.amazonaws.com: [DeleteBackup]
  lightsail.amazonaws.com: [DeleteInstanceSnapshot, DeleteDiskSnapshot, DeleteRelationalDatabaseSnapshot, DeleteAutoSnapshot, DisableAddOn, UpdateRelationalDatabase]
needs: [outcome, actor_name, actor_class, invoked_by, console, source_ip, resource, request_parameters]
columns:
  event_time: When, UTC
  account_id: Account the event was recorded in
  region: AWS region
  actor_name: Who
  actor_class: Kind of actor
  event_name: Call
  weakened: What was weakened
  backup: The backup, or the store, plan or vault whose backups are meant
  detail: What the call set, or the vault; empty where the name says it all
  through: AWS service that made the call for the actor
  console: Made from the AWS console
  source_ip: From where
  event_id: Event id
  source_file: Log object
limits: >-
  Successful calls by people and workloads. What AWS Backup and Data Lifecycle Manager let expire by plan, and what services do with backups of their own, is not listed; nor is a plan or lifecycle
  rule that is overwritten, for the event does not say what it was before. MFA delete counts as switched off by root only, since nobody else can change it. A store deleted without a last snapshot stands in DB-01.
references:
  - https://docs.aws.amazon.com/aws-backup/latest/devguide/logging-using-cloudtrail.html
  - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html
  - https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiFactorAuthenticationDelete.html
*/
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  actor_class,
  event_name,
  weakened,
  backup,
  detail,
  invoked_by AS through,
  console,
  source_ip,
  event_id,
  source_file
FROM (
  SELECT
    event_time, account_id, region, actor_name, actor_class, event_name, invoked_by, console, source_ip, event_id, source_file,
    CASE
      WHEN event_source = 'rds.amazonaws.com' AND event_name IN ('ModifyDBInstance', 'ModifyDBCluster') THEN
        CASE WHEN json_extract_scalar(request_parameters, '$.backupRetentionPeriod') = '0' THEN 'backups switched off' END
      WHEN event_source = 'ec2.amazonaws.com' AND event_name = 'DeregisterImage' THEN
        CASE WHEN lower(json_extract_scalar(request_parameters, '$.deleteAssociatedSnapshots')) = 'true' THEN 'backup deleted' END
      WHEN event_source = 's3.amazonaws.com' THEN
        CASE
          WHEN json_extract_scalar(request_parameters, '$.VersioningConfiguration.Status') = 'Suspended' THEN 'versioning suspended'
          WHEN json_extract_scalar(request_parameters, '$.VersioningConfiguration.MfaDelete') = 'Disabled' AND actor_class = 'root' THEN 'MFA delete switched off'
        END
      WHEN event_source = 'dynamodb.amazonaws.com' AND event_name = 'UpdateContinuousBackups' THEN
        CASE WHEN lower(json_extract_scalar(request_parameters, '$.pointInTimeRecoverySpecification.pointInTimeRecoveryEnabled')) = 'false' THEN 'point-in-time recovery off' END
      WHEN event_source = 'cassandra.amazonaws.com' THEN
        CASE WHEN json_extract_scalar(request_parameters, '$.pointInTimeRecovery.status') = 'DISABLED' THEN 'point-in-time recovery off' END
      WHEN event_source = 'backup.amazonaws.com' AND event_name = 'UpdateRecoveryPointLifecycle' THEN
        -- -1 keeps it for ever.
        CASE WHEN TRY_CAST(json_extract_scalar(request_parameters, '$.lifecycle.deleteAfterDays') AS bigint) >= 0 THEN 'expiry set' END
      WHEN event_source = 'backup.amazonaws.com' AND event_name = 'UpdateRegionSettings' THEN
        CASE WHEN regexp_like(regexp_extract(request_parameters, '"resourceTypeOptInPreference"\s*:\s*\{([^{}]*)\}', 1), ':\s*false') THEN 'backups switched off' END
      WHEN event_source = 'redshift.amazonaws.com' AND event_name = 'ModifyCluster' THEN
        CASE WHEN json_extract_scalar(request_parameters, '$.automatedSnapshotRetentionPeriod') = '0' THEN 'backups switched off' END
      WHEN event_name IN ('ModifyReplicationGroup', 'ModifyCacheCluster', 'ModifyServerlessCache', 'UpdateCluster') THEN
        CASE WHEN json_extract_scalar(request_parameters, '$.snapshotRetentionLimit') = '0' THEN 'backups switched off' END
      WHEN event_source = 'elasticfilesystem.amazonaws.com' AND event_name = 'PutBackupPolicy' THEN
        CASE WHEN starts_with(json_extract_scalar(request_parameters, '$.backupPolicy.status'), 'DISABL') THEN 'backups switched off' END
      WHEN event_source = 'fsx.amazonaws.com' AND event_name = 'UpdateFileSystem' THEN
        CASE WHEN regexp_like(request_parameters, '"automaticBackupRetentionDays"\s*:\s*0[^0-9]') THEN 'backups switched off' END
      WHEN event_source = 'dlm.amazonaws.com' AND event_name = 'UpdateLifecyclePolicy' THEN
        CASE WHEN json_extract_scalar(request_parameters, '$.state') = 'DISABLED' THEN 'backups switched off' END
      WHEN event_source = 'lightsail.amazonaws.com' AND event_name = 'UpdateRelationalDatabase' THEN
        CASE WHEN lower(json_extract_scalar(request_parameters, '$.disableBackupRetention')) = 'true' THEN 'backups switched off' END
      WHEN event_source = 'lightsail.amazonaws.com' AND event_name = 'DisableAddOn' THEN
        CASE WHEN json_extract_scalar(request_parameters, '$.addOnType') = 'AutoSnapshot' THEN 'backups switched off' END
      WHEN event_name IN ('DeleteBackupVaultLockConfiguration', 'UnlockSnapshot', 'UnlockRule', 'AbortVaultLock', 'CancelLegalHold', 'DisableImageDeregistrationProtection') THEN 'lock removed'
      WHEN event_name IN ('DeleteBackupVaultAccessPolicy', 'DisassociateBackupVaultMpaApprovalTeam') THEN 'access to vault no longer limited'
      WHEN event_name IN ('DeleteBackupPlan', 'DeleteBackupSelection', 'DeleteLifecyclePolicy', 'DeleteSnapshotSchedule', 'DeleteRule') THEN 'backup plan removed'
      WHEN event_name IN ('StopDBInstanceAutomatedBackupsReplication', 'DisableSnapshotCopy', 'DeleteSnapshotCopyConfiguration', 'DeleteReplicationConfiguration') THEN 'copies elsewhere stopped'
      WHEN event_name = 'StopBackupJob' THEN 'backup stopped'
      WHEN event_name = 'DeleteBackupVault' THEN 'vault deleted'
      WHEN event_name = 'DisassociateRecoveryPoint' THEN 'backup given up by its vault'
      ELSE 'backup deleted'
    END AS weakened,
    COALESCE(
      json_extract_scalar(request_parameters, '$.dBSnapshotIdentifier'),
      json_extract_scalar(request_parameters, '$.dBClusterSnapshotIdentifier'),
      json_extract_scalar(request_parameters, '$.dBInstanceAutomatedBackupsArn'),
      json_extract_scalar(request_parameters, '$.dbiResourceId'),
      json_extract_scalar(request_parameters, '$.dbClusterResourceId'),
      json_extract_scalar(request_parameters, '$.sourceDBInstanceArn'),
      json_extract_scalar(request_parameters, '$.dBInstanceIdentifier'),
      json_extract_scalar(request_parameters, '$.dBClusterIdentifier'),
      json_extract_scalar(request_parameters, '$.snapshotId'),
      json_extract_scalar(request_parameters, '$.imageId'),
      json_extract_scalar(request_parameters, '$.recoveryPointArn'),
      json_extract_scalar(request_parameters, '$.backupVaultName'),
      json_extract_scalar(request_parameters, '$.backupPlanId'),
      json_extract_scalar(request_parameters, '$.backupJobId'),
      json_extract_scalar(request_parameters, '$.legalHoldId'),
      json_extract_scalar(request_parameters, '$.bucketName'),
      json_extract_scalar(request_parameters, '$.backupArn'),
      json_extract_scalar(request_parameters, '$.tableName'),
      json_extract_scalar(request_parameters, '$.snapshotIdentifier'),
      json_extract_scalar(request_parameters, '$.identifiers[0].snapshotIdentifier'),
      json_extract_scalar(request_parameters, '$.clusterIdentifier'),
      json_extract_scalar(request_parameters, '$.scheduleIdentifier'),
      json_extract_scalar(request_parameters, '$.snapshotArn'),
      json_extract_scalar(request_parameters, '$.snapshotName'),
      json_extract_scalar(request_parameters, '$.serverlessCacheSnapshotName'),
      json_extract_scalar(request_parameters, '$.replicationGroupId'),
      json_extract_scalar(request_parameters, '$.cacheClusterId'),
      json_extract_scalar(request_parameters, '$.serverlessCacheName'),
      json_extract_scalar(request_parameters, '$.clusterName'),
      json_extract_scalar(request_parameters, '$.fileSystemId'),
      json_extract_scalar(request_parameters, '$.sourceFileSystemId'),
      json_extract_scalar(request_parameters, '$.backupId'),
      json_extract_scalar(request_parameters, '$.policyId'),
      json_extract_scalar(request_parameters, '$.identifier'),
      json_extract_scalar(request_parameters, '$.vaultName'),
      json_extract_scalar(request_parameters, '$.tapeARN'),
      json_extract_scalar(request_parameters, '$.volumeARN'),
      json_extract_scalar(request_parameters, '$.instanceSnapshotName'),
      json_extract_scalar(request_parameters, '$.diskSnapshotName'),
      json_extract_scalar(request_parameters, '$.relationalDatabaseSnapshotName'),
      json_extract_scalar(request_parameters, '$.relationalDatabaseName'),
      json_extract_scalar(request_parameters, '$.resourceName'),
      resource
    ) AS backup,
    COALESCE(
      'kept ' || COALESCE(
        json_extract_scalar(request_parameters, '$.backupRetentionPeriod'),
        json_extract_scalar(request_parameters, '$.lifecycle.deleteAfterDays'),
        json_extract_scalar(request_parameters, '$.automatedSnapshotRetentionPeriod'),
        json_extract_scalar(request_parameters, '$.snapshotRetentionLimit')) || ' days',
      CASE WHEN json_extract_scalar(request_parameters, '$.recoveryPointArn') IS NOT NULL THEN 'vault ' || json_extract_scalar(request_parameters, '$.backupVaultName') END
    ) AS detail
  FROM events
  WHERE outcome = 'success'
    AND actor_class <> 'aws-service'
    AND COALESCE(invoked_by, '') NOT IN ('backup.amazonaws.com', 'dlm.amazonaws.com')
    AND (
      (event_source = 'rds.amazonaws.com' AND event_name IN (
        'DeleteDBSnapshot', 'DeleteDBClusterSnapshot', 'DeleteDBInstanceAutomatedBackup', 'DeleteDBClusterAutomatedBackup',
        'StopDBInstanceAutomatedBackupsReplication', 'ModifyDBInstance', 'ModifyDBCluster'))
      OR (event_source = 'ec2.amazonaws.com' AND event_name IN ('DeleteSnapshot', 'DeregisterImage', 'UnlockSnapshot', 'DisableImageDeregistrationProtection'))
      OR (event_source = 'backup.amazonaws.com' AND event_name IN (
        'DeleteRecoveryPoint', 'DisassociateRecoveryPoint', 'UpdateRecoveryPointLifecycle', 'DeleteBackupVault', 'DeleteBackupVaultLockConfiguration',
        'DeleteBackupVaultAccessPolicy', 'DeleteBackupPlan', 'DeleteBackupSelection', 'StopBackupJob', 'CancelLegalHold',
        'DisassociateBackupVaultMpaApprovalTeam', 'UpdateRegionSettings'))
      OR (event_source = 's3.amazonaws.com' AND event_name = 'PutBucketVersioning')
      OR (event_source = 'dynamodb.amazonaws.com' AND event_name IN ('UpdateContinuousBackups', 'DeleteBackup'))
      OR (event_source = 'cassandra.amazonaws.com' AND event_name = 'UpdateTable')
      OR (event_source = 'redshift.amazonaws.com' AND event_name IN (
        'DeleteClusterSnapshot', 'BatchDeleteClusterSnapshots', 'DisableSnapshotCopy', 'DeleteSnapshotSchedule', 'ModifyCluster'))
      OR (event_source = 'redshift-serverless.amazonaws.com' AND event_name IN ('DeleteSnapshot', 'DeleteSnapshotCopyConfiguration'))
      OR (event_source = 'docdb-elastic.amazonaws.com' AND event_name = 'DeleteClusterSnapshot')
      OR (event_source = 'elasticache.amazonaws.com' AND event_name IN (
        'DeleteSnapshot', 'DeleteServerlessCacheSnapshot', 'ModifyReplicationGroup', 'ModifyCacheCluster', 'ModifyServerlessCache'))
      OR (event_source = 'memorydb.amazonaws.com' AND event_name IN ('DeleteSnapshot', 'UpdateCluster'))
      OR (event_source = 'elasticfilesystem.amazonaws.com' AND event_name IN ('PutBackupPolicy', 'DeleteReplicationConfiguration'))
      OR (event_source = 'fsx.amazonaws.com' AND event_name IN ('DeleteBackup', 'DeleteSnapshot', 'UpdateFileSystem'))
      OR (event_source = 'dlm.amazonaws.com' AND event_name IN ('DeleteLifecyclePolicy', 'UpdateLifecyclePolicy'))
      OR (event_source = 'rbin.amazonaws.com' AND event_name IN ('DeleteRule', 'UnlockRule'))
      OR (event_source = 'glacier.amazonaws.com' AND event_name IN ('DeleteArchive', 'AbortVaultLock'))
      OR (event_source = 'storagegateway.amazonaws.com' AND event_name IN ('DeleteTape', 'DeleteTapeArchive', 'DeleteSnapshotSchedule'))
      OR (event_source = 'cloudhsm.amazonaws.com' AND event_name = 'DeleteBackup')
      OR (event_source = 'lightsail.amazonaws.com' AND event_name IN (
        'DeleteInstanceSnapshot', 'DeleteDiskSnapshot', 'DeleteRelationalDatabaseSnapshot', 'DeleteAutoSnapshot', 'DisableAddOn', 'UpdateRelationalDatabase'))
    )
) changes
WHERE weakened IS NOT NULL
