/*
id: RES-03
title: Cross-region copies and replication
question: Which data was copied or set to be replicated to another region in the period, from where to where, and by whom?
expect: population
category:
  management: required
events:
  ec2.amazonaws.com: [CopySnapshot, CopyImage, CopyFpgaImage]
  rds.amazonaws.com:
    [
      CopyDBSnapshot, CopyDBClusterSnapshot, CreateDBInstanceReadReplica, StartDBInstanceAutomatedBackupsReplication,
      StopDBInstanceAutomatedBackupsReplication, CreateDBCluster, RestoreDBInstanceToPointInTime, CreateGlobalCluster, ModifyGlobalCluster,
      DeleteGlobalCluster, RemoveFromGlobalCluster, FailoverGlobalCluster, SwitchoverGlobalCluster
    ]
  s3.amazonaws.com: [PutBucketReplication, DeleteBucketReplication, CreateMultiRegionAccessPoint, DeleteMultiRegionAccessPoint, SubmitMultiRegionAccessPointRoutes]
  dynamodb.amazonaws.com: [RestoreTableToPointInTime, RestoreTableFromBackup, UpdateTable, CreateGlobalTable, UpdateGlobalTable]
  kms.amazonaws.com: [ReplicateKey, UpdatePrimaryRegion]
  secretsmanager.amazonaws.com: [CreateSecret, ReplicateSecretToRegions, RemoveRegionsFromReplication, StopReplicationToReplica]
  backup.amazonaws.com: [StartCopyJob, CreateBackupPlan, UpdateBackupPlan]
  ecr.amazonaws.com: [PutReplicationConfiguration, StartReplicationBackfill]
  bedrock.amazonaws.com: [CreateInferenceProfile]
  cassandra.amazonaws.com: [CreateKeyspace, UpdateKeyspace]
  cognito-idp.amazonaws.com: [CreateUserPoolReplica, UpdateUserPoolReplica, DeleteUserPoolReplica]
  dlm.amazonaws.com: [CreateLifecyclePolicy, UpdateLifecyclePolicy]
  drs.amazonaws.com:
    [
      CreateExtendedSourceServer, ReverseReplication, StartReplication, StopReplication, StartSourceNetworkReplication, StopSourceNetworkReplication,
      CreateSourceNetwork
    ]
  dsql.amazonaws.com: [CreateCluster, UpdateCluster]
  elasticache.amazonaws.com: [CreateGlobalReplicationGroup, DeleteGlobalReplicationGroup, DisassociateGlobalReplicationGroup, FailoverGlobalReplicationGroup]
  elasticfilesystem.amazonaws.com: [CreateReplicationConfiguration, DeleteReplicationConfiguration]
  es.amazonaws.com: [CreateOutboundConnection]
  events.amazonaws.com: [CreateEndpoint, UpdateEndpoint]
  fsx.amazonaws.com: [CopyBackup]
  imagebuilder.amazonaws.com: [CreateDistributionConfiguration, UpdateDistributionConfiguration]
  kafka.amazonaws.com: [CreateReplicator, DeleteReplicator]
  lightsail.amazonaws.com: [CopySnapshot]
  memorydb.amazonaws.com: [CreateMultiRegionCluster, UpdateMultiRegionCluster, DeleteMultiRegionCluster]
  observabilityadmin.amazonaws.com: [CreateCentralizationRuleForOrganization, UpdateCentralizationRuleForOrganization]
  redshift.amazonaws.com: [EnableSnapshotCopy, DisableSnapshotCopy, ModifySnapshotCopyRetentionPeriod]
  ssm-incidents.amazonaws.com: [CreateReplicationSet, UpdateReplicationSet, DeleteReplicationSet]
  workspaces.amazonaws.com: [CopyWorkspaceImage]
needs: [outcome, actor_name, actor_class, console, source_ip, resource, request_parameters]
settings:
  approved-regions: optional
columns:
  event_time: When, UTC
  account_id: Account the call was recorded in
  region: Region the call was recorded in
  actor_name: Who made it
  actor_class: Person, workload, root or AWS service
  event_source: Service called
  event_name: What was done
  change: Copied, replicated, or replication ended
  subject: The data, as the request names it
  from_region: Region the data is in
  to_region: Region it goes to; one row for each that the request names
  approved: That region is on the list of approved regions - yes, no, or no list kept; empty where the region is not stated
  console: Made from the AWS console
  source_ip: Address the request came from
  event_id: CloudTrail's id of the event
  source_file: Log object the record stands in
key: [event_time, account_id, event_id, to_region]
limits: Copies within one region are left out. Replication to a bucket and membership in a global database do not name the region, so it reads "not stated". Data that programs read in one region and write in another, and what a plan copies later by itself, leave no event of this kind.
references:
  - https://docs.aws.amazon.com/ebs/latest/userguide/ebs-copy-snapshot.html
  - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_CopySnapshot.html
  - https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html
  - https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html
*/
WITH calls AS (
  -- `named` holds the regions a request names: of a copy the source alone, which its parameters tell; else every quoted text of the request.
  SELECT
    event_time,
    account_id,
    region,
    actor_name,
    actor_class,
    event_source,
    event_name,
    pulled,
    CASE
      WHEN event_name IN (
      'StopDBInstanceAutomatedBackupsReplication', 'DeleteBucketReplication', 'DeleteMultiRegionAccessPoint', 'DeleteGlobalCluster', 'RemoveFromGlobalCluster', 'RemoveRegionsFromReplication',
      'StopReplicationToReplica', 'DeleteReplicationConfiguration', 'DisableSnapshotCopy', 'DeleteGlobalReplicationGroup', 'DisassociateGlobalReplicationGroup', 'DeleteMultiRegionCluster',
      'DeleteUserPoolReplica', 'DeleteReplicationSet', 'StopReplication', 'StopSourceNetworkReplication', 'DeleteReplicator') THEN 'replication ended'
      WHEN event_name = 'UpdateTable' AND strpos(request_parameters, '"delete"') > 0 AND strpos(request_parameters, '"create"') = 0 THEN 'replication ended'
      WHEN starts_with(event_name, 'Copy') OR starts_with(event_name, 'Restore') OR event_name = 'StartCopyJob' THEN 'copied'
      ELSE 'replicated'
    END AS change,
    COALESCE(
      json_extract_scalar(request_parameters, '$.sourceSnapshotId'),
      json_extract_scalar(request_parameters, '$.sourceImageId'),
      json_extract_scalar(request_parameters, '$.sourceFpgaImageId'),
      json_extract_scalar(request_parameters, '$.CopyFpgaImageRequest.SourceFpgaImageId'),
      json_extract_scalar(request_parameters, '$.sourceDBSnapshotIdentifier'),
      json_extract_scalar(request_parameters, '$.sourceDBClusterSnapshotIdentifier'),
      json_extract_scalar(request_parameters, '$.sourceDBInstanceIdentifier'),
      json_extract_scalar(request_parameters, '$.sourceDBInstanceArn'),
      json_extract_scalar(request_parameters, '$.sourceDBInstanceAutomatedBackupsArn'),
      json_extract_scalar(request_parameters, '$.replicationSourceIdentifier'),
      json_extract_scalar(request_parameters, '$.globalClusterIdentifier'),
      json_extract_scalar(request_parameters, '$.bucketName'),
      json_extract_scalar(request_parameters, '$.sourceTableArn'),
      json_extract_scalar(request_parameters, '$.backupArn'),
      json_extract_scalar(request_parameters, '$.globalTableName'),
      json_extract_scalar(request_parameters, '$.tableName'),
      json_extract_scalar(request_parameters, '$.secretId'),
      json_extract_scalar(request_parameters, '$.recoveryPointArn'),
      json_extract_scalar(request_parameters, '$.backupPlan.backupPlanName'),
      json_extract_scalar(request_parameters, '$.sourceFileSystemId'),
      json_extract_scalar(request_parameters, '$.sourceBackupId'),
      json_extract_scalar(request_parameters, '$.sourceSnapshotName'),
      json_extract_scalar(request_parameters, '$.keyId'),
      json_extract_scalar(request_parameters, '$.clusterIdentifier'),
      json_extract_scalar(request_parameters, '$.globalReplicationGroupId'),
      json_extract_scalar(request_parameters, '$.primaryReplicationGroupId'),
      json_extract_scalar(request_parameters, '$.multiRegionClusterName'),
      json_extract_scalar(request_parameters, '$.keyspaceName'),
      json_extract_scalar(request_parameters, '$.userPoolId'),
      json_extract_scalar(request_parameters, '$.replicatorName'),
      json_extract_scalar(request_parameters, '$.sourceServerID'),
      json_extract_scalar(request_parameters, '$.name'),
      json_extract_scalar(request_parameters, '$.identifier'),
      resource
    ) AS subject,
    CASE WHEN pulled = 'yes' THEN
      '"' || COALESCE(
        json_extract_scalar(request_parameters, '$.sourceRegion'),
        json_extract_scalar(request_parameters, '$.CopyFpgaImageRequest.SourceRegion'),
        json_extract_scalar(request_parameters, '$.sourceDBSnapshotIdentifier'),
        json_extract_scalar(request_parameters, '$.sourceDBClusterSnapshotIdentifier'),
        json_extract_scalar(request_parameters, '$.sourceDBInstanceIdentifier'),
        json_extract_scalar(request_parameters, '$.sourceDBInstanceArn'),
        json_extract_scalar(request_parameters, '$.sourceDBInstanceAutomatedBackupsArn'),
        json_extract_scalar(request_parameters, '$.replicationSourceIdentifier'),
        json_extract_scalar(request_parameters, '$.sourceTableArn'),
        json_extract_scalar(request_parameters, '$.backupArn'),
        -- A cluster joins a global database whose other members are not named.
        CASE WHEN event_name = 'CreateDBCluster' AND json_extract_scalar(request_parameters, '$.globalClusterIdentifier') IS NOT NULL THEN 'not stated' END
      ) || '"'
    ELSE COALESCE(request_parameters, '') || CASE WHEN several = 'yes' THEN '"not stated"' ELSE '' END
    END AS named,
    CASE WHEN event_source = 'ec2.amazonaws.com' THEN json_extract_scalar(request_parameters, '$.destinationRegion') END AS destination,
    console,
    source_ip,
    event_id,
    source_file
  FROM (
    SELECT
      event_time, account_id, region, actor_name, actor_class, event_source, event_name, resource, console, source_ip, request_parameters, event_id, source_file,
      CASE WHEN
        (event_source = 'ec2.amazonaws.com' AND event_name IN ('CopySnapshot', 'CopyImage', 'CopyFpgaImage'))
        OR (event_source = 'rds.amazonaws.com' AND event_name IN (
          'CopyDBSnapshot', 'CopyDBClusterSnapshot', 'CreateDBInstanceReadReplica', 'StartDBInstanceAutomatedBackupsReplication',
          'StopDBInstanceAutomatedBackupsReplication', 'CreateDBCluster', 'RestoreDBInstanceToPointInTime'
        ))
        OR (event_source = 'dynamodb.amazonaws.com' AND event_name IN ('RestoreTableToPointInTime', 'RestoreTableFromBackup'))
        OR (event_source = 'fsx.amazonaws.com' AND event_name = 'CopyBackup')
        OR (event_source = 'workspaces.amazonaws.com' AND event_name = 'CopyWorkspaceImage')
        OR (event_source = 'lightsail.amazonaws.com' AND event_name = 'CopySnapshot')
      THEN 'yes' ELSE 'no' END AS pulled,
      CASE WHEN
        (event_source = 's3.amazonaws.com' AND event_name IN (
          'PutBucketReplication', 'DeleteBucketReplication', 'CreateMultiRegionAccessPoint', 'DeleteMultiRegionAccessPoint',
          'SubmitMultiRegionAccessPointRoutes'
        ))
        OR (event_source = 'rds.amazonaws.com' AND event_name IN (
          'CreateGlobalCluster', 'ModifyGlobalCluster', 'DeleteGlobalCluster', 'RemoveFromGlobalCluster', 'FailoverGlobalCluster',
          'SwitchoverGlobalCluster'
        ))
        OR (event_source = 'dynamodb.amazonaws.com' AND event_name IN ('CreateGlobalTable', 'UpdateGlobalTable'))
        OR (event_source = 'kms.amazonaws.com' AND event_name IN ('ReplicateKey', 'UpdatePrimaryRegion'))
        OR (event_source = 'secretsmanager.amazonaws.com' AND event_name IN ('RemoveRegionsFromReplication', 'StopReplicationToReplica'))
        OR (event_source = 'elasticfilesystem.amazonaws.com' AND event_name = 'DeleteReplicationConfiguration')
        OR (event_source = 'redshift.amazonaws.com' AND event_name IN ('EnableSnapshotCopy', 'DisableSnapshotCopy', 'ModifySnapshotCopyRetentionPeriod'))
        OR (event_source = 'elasticache.amazonaws.com' AND event_name IN (
          'CreateGlobalReplicationGroup', 'DeleteGlobalReplicationGroup', 'DisassociateGlobalReplicationGroup', 'FailoverGlobalReplicationGroup'
        ))
        OR (event_source = 'memorydb.amazonaws.com' AND event_name IN ('CreateMultiRegionCluster', 'UpdateMultiRegionCluster', 'DeleteMultiRegionCluster'))
        OR (event_source = 'cognito-idp.amazonaws.com' AND event_name IN ('CreateUserPoolReplica', 'UpdateUserPoolReplica', 'DeleteUserPoolReplica'))
        OR (event_source = 'ssm-incidents.amazonaws.com' AND event_name IN ('CreateReplicationSet', 'UpdateReplicationSet', 'DeleteReplicationSet'))
        OR (event_source = 'drs.amazonaws.com' AND event_name IN (
          'CreateExtendedSourceServer', 'ReverseReplication', 'StartReplication', 'StopReplication', 'StartSourceNetworkReplication',
          'StopSourceNetworkReplication', 'CreateSourceNetwork'
        ))
        OR (event_source = 'kafka.amazonaws.com' AND event_name = 'DeleteReplicator')
      THEN 'yes' ELSE 'no' END AS several
    FROM events
    WHERE outcome = 'success'
      AND (
        (event_source = 'ec2.amazonaws.com' AND event_name IN ('CopySnapshot', 'CopyImage', 'CopyFpgaImage'))
        OR (event_source = 'rds.amazonaws.com' AND event_name IN (
          'CopyDBSnapshot', 'CopyDBClusterSnapshot', 'CreateDBInstanceReadReplica', 'StartDBInstanceAutomatedBackupsReplication',
          'StopDBInstanceAutomatedBackupsReplication', 'CreateDBCluster', 'RestoreDBInstanceToPointInTime', 'CreateGlobalCluster',
          'ModifyGlobalCluster', 'DeleteGlobalCluster', 'RemoveFromGlobalCluster', 'FailoverGlobalCluster', 'SwitchoverGlobalCluster'
        ))
        OR (event_source = 's3.amazonaws.com' AND event_name IN (
          'PutBucketReplication', 'DeleteBucketReplication', 'CreateMultiRegionAccessPoint', 'DeleteMultiRegionAccessPoint',
          'SubmitMultiRegionAccessPointRoutes'
        ))
        OR (event_source = 'dynamodb.amazonaws.com' AND event_name IN (
          'RestoreTableToPointInTime', 'RestoreTableFromBackup', 'UpdateTable', 'CreateGlobalTable', 'UpdateGlobalTable'
        ))
        OR (event_source = 'kms.amazonaws.com' AND event_name IN ('ReplicateKey', 'UpdatePrimaryRegion'))
        OR (event_source = 'secretsmanager.amazonaws.com' AND event_name IN (
          'CreateSecret', 'ReplicateSecretToRegions', 'RemoveRegionsFromReplication', 'StopReplicationToReplica'
        ))
        OR (event_source = 'backup.amazonaws.com' AND event_name IN ('StartCopyJob', 'CreateBackupPlan', 'UpdateBackupPlan'))
        OR (event_source = 'ecr.amazonaws.com' AND event_name IN ('PutReplicationConfiguration', 'StartReplicationBackfill'))
        OR (event_source = 'bedrock.amazonaws.com' AND event_name = 'CreateInferenceProfile')
        OR (event_source = 'cassandra.amazonaws.com' AND event_name IN ('CreateKeyspace', 'UpdateKeyspace'))
        OR (event_source = 'cognito-idp.amazonaws.com' AND event_name IN ('CreateUserPoolReplica', 'UpdateUserPoolReplica', 'DeleteUserPoolReplica'))
        OR (event_source = 'dlm.amazonaws.com' AND event_name IN ('CreateLifecyclePolicy', 'UpdateLifecyclePolicy'))
        OR (event_source = 'drs.amazonaws.com' AND event_name IN (
          'CreateExtendedSourceServer', 'ReverseReplication', 'StartReplication', 'StopReplication', 'StartSourceNetworkReplication',
          'StopSourceNetworkReplication', 'CreateSourceNetwork'
        ))
        OR (event_source = 'dsql.amazonaws.com' AND event_name IN ('CreateCluster', 'UpdateCluster'))
        OR (event_source = 'elasticache.amazonaws.com' AND event_name IN (
          'CreateGlobalReplicationGroup', 'DeleteGlobalReplicationGroup', 'DisassociateGlobalReplicationGroup', 'FailoverGlobalReplicationGroup'
        ))
        OR (event_source = 'elasticfilesystem.amazonaws.com' AND event_name IN ('CreateReplicationConfiguration', 'DeleteReplicationConfiguration'))
        OR (event_source = 'es.amazonaws.com' AND event_name = 'CreateOutboundConnection')
        OR (event_source = 'events.amazonaws.com' AND event_name IN ('CreateEndpoint', 'UpdateEndpoint'))
        OR (event_source = 'fsx.amazonaws.com' AND event_name = 'CopyBackup')
        OR (event_source = 'imagebuilder.amazonaws.com' AND event_name IN ('CreateDistributionConfiguration', 'UpdateDistributionConfiguration'))
        OR (event_source = 'kafka.amazonaws.com' AND event_name IN ('CreateReplicator', 'DeleteReplicator'))
        OR (event_source = 'lightsail.amazonaws.com' AND event_name = 'CopySnapshot')
        OR (event_source = 'memorydb.amazonaws.com' AND event_name IN ('CreateMultiRegionCluster', 'UpdateMultiRegionCluster', 'DeleteMultiRegionCluster'))
        OR (event_source = 'observabilityadmin.amazonaws.com' AND event_name IN ('CreateCentralizationRuleForOrganization', 'UpdateCentralizationRuleForOrganization'))
        OR (event_source = 'redshift.amazonaws.com' AND event_name IN ('EnableSnapshotCopy', 'DisableSnapshotCopy', 'ModifySnapshotCopyRetentionPeriod'))
        OR (event_source = 'ssm-incidents.amazonaws.com' AND event_name IN ('CreateReplicationSet', 'UpdateReplicationSet', 'DeleteReplicationSet'))
        OR (event_source = 'workspaces.amazonaws.com' AND event_name = 'CopyWorkspaceImage')
      )
      AND NOT (event_name = 'UpdateTable' AND strpos(request_parameters, '"replicaUpdates"') = 0)
      AND NOT (event_name = 'CreateSecret' AND strpos(request_parameters, '"addReplicaRegions"') = 0)
  ) chosen
),
pairs AS (
  SELECT DISTINCT
    c.event_time, c.account_id, c.region, c.actor_name, c.actor_class, c.event_source, c.event_name, c.change, c.subject, c.console, c.source_ip, c.event_id, c.source_file,
    CASE WHEN c.pulled = 'yes' THEN COALESCE(regexp_extract(t.value, '^arn:aws[a-z-]*:[a-z0-9-]+:([a-z0-9-]+):', 1), t.value) ELSE c.region END AS from_region,
    CASE WHEN c.pulled = 'yes' THEN COALESCE(c.destination, c.region) ELSE COALESCE(regexp_extract(t.value, '^arn:aws[a-z-]*:[a-z0-9-]+:([a-z0-9-]+):', 1), t.value) END AS to_region
  FROM calls c
  CROSS JOIN UNNEST(split(c.named, '"')) AS t(value)
  WHERE t.value = 'not stated' OR regexp_like(t.value, '^(arn:aws[a-z-]*:[a-z0-9-]+:)?[a-z]{2}(-[a-z]+)+-[0-9]+(:.*)?$')
)
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  actor_class,
  event_source,
  event_name,
  change,
  subject,
  from_region,
  to_region,
  CASE
    WHEN to_region = 'not stated' THEN NULL
    WHEN (SELECT count(*) FROM setting_approved_regions) = 0 THEN 'no list kept'
    WHEN to_region IN (SELECT value FROM setting_approved_regions) THEN 'yes'
    ELSE 'no'
  END AS approved,
  console,
  source_ip,
  event_id,
  source_file
FROM (
  SELECT
    event_time, account_id, region, actor_name, actor_class, event_source, event_name, change, subject, console, source_ip, event_id, source_file,
    from_region,
    to_region,
    count(*) OVER (PARTITION BY account_id, event_id) AS regions_named
  FROM pairs
  WHERE from_region <> to_region
) told
-- "not stated" only where the request names no other region.
WHERE NOT (to_region = 'not stated' AND regions_named > 1)
