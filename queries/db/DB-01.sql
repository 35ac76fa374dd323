/*
id: DB-01
title: Database changes
question: Which databases, tables, caches and data warehouses were created, changed or deleted in the period, by whom, and what was changed about their protection?
expect: population                 # databases change in normal work: a full list to sample from and match to change tickets
category:
  management: required
events:
  rds.amazonaws.com: [
    CreateDBInstance, CreateDBInstanceReadReplica, ModifyDBInstance, DeleteDBInstance, RebootDBInstance, StartDBInstance, StopDBInstance, PromoteReadReplica,
    SwitchoverReadReplica, CreateDBCluster, ModifyDBCluster, DeleteDBCluster, RebootDBCluster, FailoverDBCluster, StartDBCluster, StopDBCluster, BacktrackDBCluster,
    PromoteReadReplicaDBCluster, ModifyCurrentDBClusterCapacity, CreateDBClusterEndpoint, ModifyDBClusterEndpoint, DeleteDBClusterEndpoint, CreateGlobalCluster,
    ModifyGlobalCluster, DeleteGlobalCluster, RemoveFromGlobalCluster, FailoverGlobalCluster, SwitchoverGlobalCluster, RestoreDBInstanceFromDBSnapshot,
    RestoreDBInstanceFromS3, RestoreDBInstanceToPointInTime, RestoreDBClusterFromSnapshot, RestoreDBClusterFromS3, RestoreDBClusterToPointInTime, CreateDBParameterGroup,
    ModifyDBParameterGroup, ResetDBParameterGroup, DeleteDBParameterGroup, CreateDBClusterParameterGroup, ModifyDBClusterParameterGroup, ResetDBClusterParameterGroup,
    DeleteDBClusterParameterGroup, CreateOptionGroup, ModifyOptionGroup, DeleteOptionGroup, CreateDBSubnetGroup, ModifyDBSubnetGroup, DeleteDBSubnetGroup,
    AddRoleToDBInstance, RemoveRoleFromDBInstance, AddRoleToDBCluster, RemoveRoleFromDBCluster, EnableHttpEndpoint, DisableHttpEndpoint, StartActivityStream,
    StopActivityStream, ModifyActivityStream, CreateDBProxy, ModifyDBProxy, DeleteDBProxy, CreateDBProxyEndpoint, ModifyDBProxyEndpoint, DeleteDBProxyEndpoint,
    ModifyDBProxyTargetGroup, RegisterDBProxyTargets, DeregisterDBProxyTargets, CreateBlueGreenDeployment, SwitchoverBlueGreenDeployment, DeleteBlueGreenDeployment,
    CreateDBShardGroup, ModifyDBShardGroup, RebootDBShardGroup, DeleteDBShardGroup, CreateTenantDatabase, ModifyTenantDatabase, DeleteTenantDatabase, CreateIntegration,
    ModifyIntegration, DeleteIntegration, ModifyCertificates, ApplyPendingMaintenanceAction, CreateCustomDBEngineVersion, ModifyCustomDBEngineVersion,
    DeleteCustomDBEngineVersion, CreateEventSubscription, ModifyEventSubscription, DeleteEventSubscription]
  dynamodb.amazonaws.com: [
    CreateTable, UpdateTable, DeleteTable, CreateGlobalTable, UpdateGlobalTable, UpdateGlobalTableSettings, UpdateTableReplicaAutoScaling, ImportTable,
    RestoreTableFromBackup, RestoreTableToPointInTime, UpdateContinuousBackups, UpdateTimeToLive, PutResourcePolicy, DeleteResourcePolicy,
    EnableKinesisStreamingDestination, DisableKinesisStreamingDestination, UpdateKinesisStreamingDestination, UpdateContributorInsights]
  dax.amazonaws.com: [
    CreateCluster, UpdateCluster, DeleteCluster, CreateParameterGroup, UpdateParameterGroup, DeleteParameterGroup, IncreaseReplicationFactor, DecreaseReplicationFactor,
    RebootNode]
  redshift.amazonaws.com: [
    CreateCluster, ModifyCluster, DeleteCluster, RebootCluster, PauseCluster, ResumeCluster, ResizeCluster, ModifyClusterDbRevision, ModifyClusterIamRoles,
    ModifyClusterMaintenance, ModifyClusterSnapshotSchedule, FailoverPrimaryCompute, RestoreFromClusterSnapshot, RestoreTableFromClusterSnapshot,
    CreateClusterParameterGroup, ModifyClusterParameterGroup, ResetClusterParameterGroup, DeleteClusterParameterGroup, CreateClusterSubnetGroup, ModifyClusterSubnetGroup,
    DeleteClusterSubnetGroup, EnableLogging, DisableLogging, RotateEncryptionKey, CreateEndpointAccess, ModifyEndpointAccess, DeleteEndpointAccess,
    AuthorizeEndpointAccess, RevokeEndpointAccess, AuthorizeDataShare, DeauthorizeDataShare, AssociateDataShareConsumer, DisassociateDataShareConsumer, RejectDataShare,
    PutResourcePolicy, DeleteResourcePolicy, CreateAuthenticationProfile, ModifyAuthenticationProfile, DeleteAuthenticationProfile, CreateRedshiftIdcApplication,
    ModifyRedshiftIdcApplication, DeleteRedshiftIdcApplication, CreateIntegration, ModifyIntegration, DeleteIntegration, AddPartner, DeletePartner, CreateScheduledAction,
    ModifyScheduledAction, DeleteScheduledAction]
  redshift-serverless.amazonaws.com: [
    CreateNamespace, UpdateNamespace, DeleteNamespace, CreateWorkgroup, UpdateWorkgroup, DeleteWorkgroup, CreateEndpointAccess, UpdateEndpointAccess,
    DeleteEndpointAccess, RestoreFromSnapshot, RestoreFromRecoveryPoint, RestoreTableFromSnapshot, RestoreTableFromRecoveryPoint, PutResourcePolicy, DeleteResourcePolicy]
  elasticache.amazonaws.com: [
    CreateCacheCluster, ModifyCacheCluster, DeleteCacheCluster, RebootCacheCluster, CreateReplicationGroup, ModifyReplicationGroup,
    ModifyReplicationGroupShardConfiguration, DeleteReplicationGroup, IncreaseReplicaCount, DecreaseReplicaCount, TestFailover, CreateServerlessCache,
    ModifyServerlessCache, DeleteServerlessCache, CreateGlobalReplicationGroup, ModifyGlobalReplicationGroup, DeleteGlobalReplicationGroup,
    DisassociateGlobalReplicationGroup, FailoverGlobalReplicationGroup, CreateUser, ModifyUser, DeleteUser, CreateUserGroup, ModifyUserGroup, DeleteUserGroup,
    CreateCacheParameterGroup, ModifyCacheParameterGroup, ResetCacheParameterGroup, DeleteCacheParameterGroup, CreateCacheSubnetGroup, ModifyCacheSubnetGroup,
    DeleteCacheSubnetGroup, StartMigration, CompleteMigration]
  memorydb.amazonaws.com: [
    CreateCluster, UpdateCluster, BatchUpdateCluster, DeleteCluster, FailoverShard, CreateMultiRegionCluster, UpdateMultiRegionCluster, DeleteMultiRegionCluster,
    CreateACL, UpdateACL, DeleteACL, CreateUser, UpdateUser, DeleteUser, CreateParameterGroup, UpdateParameterGroup, ResetParameterGroup, DeleteParameterGroup,
    CreateSubnetGroup, UpdateSubnetGroup, DeleteSubnetGroup]
  docdb-elastic.amazonaws.com: [CreateCluster, UpdateCluster, DeleteCluster, StartCluster, StopCluster, RestoreClusterFromSnapshot, ApplyPendingMaintenanceAction]
  neptune-graph.amazonaws.com: [
    CreateGraph, UpdateGraph, DeleteGraph, ResetGraph, StartGraph, StopGraph, RestoreGraphFromSnapshot, CreateGraphUsingImportTask, StartImportTask,
    CreatePrivateGraphEndpoint, DeletePrivateGraphEndpoint]
  cassandra.amazonaws.com: [CreateKeyspace, UpdateKeyspace, DeleteKeyspace, CreateTable, UpdateTable, DeleteTable, RestoreTable, CreateType, DeleteType]
  dsql.amazonaws.com: [CreateCluster, UpdateCluster, DeleteCluster, PutClusterPolicy, DeleteClusterPolicy, CreateStream, DeleteStream]
  timestream.amazonaws.com: [CreateDatabase, UpdateDatabase, DeleteDatabase, CreateTable, UpdateTable, DeleteTable]
  timestream-influxdb.amazonaws.com: [
    CreateDbInstance, UpdateDbInstance, DeleteDbInstance, RebootDbInstance, CreateDbCluster, UpdateDbCluster, DeleteDbCluster, RebootDbCluster, CreateDbParameterGroup]
  es.amazonaws.com: [
    CreateDomain, UpdateDomainConfig, UpgradeDomain, DeleteDomain, CreateElasticsearchDomain, UpdateElasticsearchDomainConfig, UpgradeElasticsearchDomain,
    DeleteElasticsearchDomain, CreateOutboundConnection, AcceptInboundConnection, DeleteInboundConnection, DeleteOutboundConnection,
    CreateOutboundCrossClusterSearchConnection, AcceptInboundCrossClusterSearchConnection, CreateVpcEndpoint, UpdateVpcEndpoint, DeleteVpcEndpoint,
    AuthorizeVpcEndpointAccess, RevokeVpcEndpointAccess, AssociatePackage, DissociatePackage, StartServiceSoftwareUpdate, StartElasticsearchServiceSoftwareUpdate,
    AddDataSource, UpdateDataSource, DeleteDataSource, CreateIndex, UpdateIndex, DeleteIndex]
  aoss.amazonaws.com: [
    CreateCollection, UpdateCollection, DeleteCollection, CreateAccessPolicy, UpdateAccessPolicy, DeleteAccessPolicy, CreateSecurityPolicy, UpdateSecurityPolicy,
    DeleteSecurityPolicy, CreateSecurityConfig, UpdateSecurityConfig, DeleteSecurityConfig, CreateVpcEndpoint, UpdateVpcEndpoint, DeleteVpcEndpoint, UpdateAccountSettings]
  lightsail.amazonaws.com: [
    CreateRelationalDatabase, CreateRelationalDatabaseFromSnapshot, UpdateRelationalDatabase, UpdateRelationalDatabaseParameters, DeleteRelationalDatabase,
    RebootRelationalDatabase, StartRelationalDatabase, StopRelationalDatabase]
needs: [outcome, actor_name, actor_class, invoked_by, console, source_ip, resource, request_parameters, response_elements]
columns:
  event_time: When, UTC
  account_id: Account the change was recorded in
  region: Region of the database
  actor_name: Who made the change
  actor_class: Person, workload or root
  event_name: What was called
  database: The database, cluster, table, cache, or group of parameters
  engine: Engine where the record says so, else the service
  change: What was done, above all about exposure, protection and passwords
  through: AWS service that made the call for the actor
  console: Made from the AWS console
  source_ip: Address the request came from
  event_id: CloudTrail's id of the event
  source_file: Log object the record stands in
limits: >-
  Successful calls by people and workloads; what AWS services do on their own (scaling, maintenance) is left out. The log holds what was asked for, not what was there before, and a change may wait for the
  maintenance window. SQL statements and users inside a database are not in CloudTrail. Snapshots stand in BCK-01, DATA-03 and DATA-05.
references:
  - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/logging-using-cloudtrail.html
  - https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/logging-using-cloudtrail.html
  - https://docs.aws.amazon.com/redshift/latest/mgmt/logging-with-CloudTrail.html
*/
WITH changes AS (
  SELECT
    event_time, account_id, region, actor_name, actor_class, event_source, event_name, invoked_by, console, source_ip, event_id, source_file,
    COALESCE(
      json_extract_scalar(request_parameters, '$.dBInstanceIdentifier'),
      json_extract_scalar(request_parameters, '$.targetDBInstanceIdentifier'),
      json_extract_scalar(request_parameters, '$.dBClusterIdentifier'),
      json_extract_scalar(request_parameters, '$.globalClusterIdentifier'),
      json_extract_scalar(request_parameters, '$.dBParameterGroupName'),
      json_extract_scalar(request_parameters, '$.dBClusterParameterGroupName'),
      json_extract_scalar(request_parameters, '$.optionGroupName'),
      json_extract_scalar(request_parameters, '$.dBSubnetGroupName'),
      json_extract_scalar(request_parameters, '$.dBProxyName'),
      json_extract_scalar(request_parameters, '$.dBProxyEndpointName'),
      json_extract_scalar(request_parameters, '$.tableName'),
      json_extract_scalar(request_parameters, '$.targetTableName'),
      json_extract_scalar(request_parameters, '$.tableCreationParameters.tableName'),
      json_extract_scalar(request_parameters, '$.globalTableName'),
      json_extract_scalar(request_parameters, '$.clusterIdentifier'),
      json_extract_scalar(request_parameters, '$.workgroupName'),
      json_extract_scalar(request_parameters, '$.namespaceName'),
      json_extract_scalar(request_parameters, '$.replicationGroupId'),
      json_extract_scalar(request_parameters, '$.cacheClusterId'),
      json_extract_scalar(request_parameters, '$.serverlessCacheName'),
      json_extract_scalar(request_parameters, '$.globalReplicationGroupId'),
      json_extract_scalar(request_parameters, '$.cacheParameterGroupName'),
      json_extract_scalar(request_parameters, '$.cacheSubnetGroupName'),
      json_extract_scalar(request_parameters, '$.parameterGroupName'),
      json_extract_scalar(request_parameters, '$.clusterSubnetGroupName'),
      json_extract_scalar(request_parameters, '$.clusterName'),
      json_extract_scalar(request_parameters, '$.clusterArn'),
      json_extract_scalar(request_parameters, '$.domainName'),
      json_extract_scalar(request_parameters, '$.relationalDatabaseName'),
      json_extract_scalar(request_parameters, '$.userGroupId'),
      json_extract_scalar(request_parameters, '$.userId'),
      json_extract_scalar(request_parameters, '$.userName'),
      json_extract_scalar(request_parameters, '$.aCLName'),
      json_extract_scalar(request_parameters, '$.resourceArn'),
      json_extract_scalar(request_parameters, '$.dataShareArn'),
      json_extract_scalar(request_parameters, '$.keyspaceName'),
      json_extract_scalar(request_parameters, '$.databaseName'),
      json_extract_scalar(request_parameters, '$.graphName'),
      json_extract_scalar(request_parameters, '$.graphIdentifier'),
      json_extract_scalar(request_parameters, '$.identifier'),
      json_extract_scalar(request_parameters, '$.name'),
      json_extract_scalar(request_parameters, '$.id'),
      resource
    ) AS database,
    COALESCE(
      json_extract_scalar(response_elements, '$.engine'),
      json_extract_scalar(request_parameters, '$.engine'),
      split_part(event_source, '.', 1)
    ) AS engine,
    CASE
      WHEN starts_with(event_name, 'Create') AND event_name <> 'CreateTenantDatabase' OR event_name = 'ImportTable' THEN 'created'
      WHEN starts_with(event_name, 'Restore') OR event_name = 'BacktrackDBCluster' THEN 'restored'
      WHEN event_name IN ('DeleteResourcePolicy', 'DeleteClusterPolicy') THEN 'resource policy removed'
      WHEN starts_with(event_name, 'Delete') THEN 'deleted'
      WHEN starts_with(event_name, 'Reboot') THEN 'rebooted'
      WHEN regexp_like(event_name, '^(Start|Resume)(DB|Cluster|Relational|Graph)') OR event_name = 'ResumeCluster' THEN 'started'
      WHEN regexp_like(event_name, '^(Stop|Pause)(DB|Cluster|Relational|Graph)') THEN 'stopped'
      WHEN starts_with(event_name, 'Failover') OR starts_with(event_name, 'Switchover') OR starts_with(event_name, 'Promote') OR event_name = 'TestFailover' THEN 'role of instances changed'
      WHEN starts_with(event_name, 'Reset') AND strpos(event_name, 'ParameterGroup') > 0 THEN 'parameters reset'
      WHEN event_name = 'StartActivityStream' THEN 'activity stream started'
      WHEN event_name = 'StopActivityStream' THEN 'activity stream stopped'
      WHEN event_name = 'DisableLogging' THEN 'audit logging off'
      WHEN event_name = 'EnableLogging' THEN 'audit logging on'
      WHEN event_name = 'EnableHttpEndpoint' THEN 'SQL over HTTP on'
      WHEN event_name = 'DisableHttpEndpoint' THEN 'SQL over HTTP off'
      WHEN event_name = 'PutResourcePolicy' OR event_name = 'PutClusterPolicy' THEN 'resource policy written'
      WHEN event_name IN ('AuthorizeDataShare', 'AssociateDataShareConsumer', 'AuthorizeEndpointAccess', 'AuthorizeVpcEndpointAccess') THEN
        COALESCE('shared with ' || COALESCE(json_extract_scalar(request_parameters, '$.consumerIdentifier'), json_extract_scalar(request_parameters, '$.consumerArn'), json_extract_scalar(request_parameters, '$.account')), 'shared')
      WHEN event_name IN ('AddRoleToDBInstance', 'AddRoleToDBCluster') THEN COALESCE('role added ' || json_extract_scalar(request_parameters, '$.roleArn'), 'role added')
      WHEN event_name IN ('RemoveRoleFromDBInstance', 'RemoveRoleFromDBCluster') THEN COALESCE('role removed ' || json_extract_scalar(request_parameters, '$.roleArn'), 'role removed')
      WHEN strpos(event_name, 'ParameterGroup') > 0 OR event_name = 'UpdateRelationalDatabaseParameters' THEN
        'parameters changed'
        || COALESCE(': ' || COALESCE(
          json_extract_scalar(request_parameters, '$.parameters[0].parameterName'), json_extract_scalar(request_parameters, '$.parameterNameValues[0].parameterName'))
          || COALESCE(' = ' || COALESCE(
            json_extract_scalar(request_parameters, '$.parameters[0].parameterValue'), json_extract_scalar(request_parameters, '$.parameterNameValues[0].parameterValue')), ''), '')
        || CASE WHEN json_array_length(json_extract(request_parameters, '$.parameters')) > 1
           THEN ' and ' || CAST(json_array_length(json_extract(request_parameters, '$.parameters')) - 1 AS varchar) || ' more' ELSE '' END
    END AS deed,
    -- What a new database has comes from the answer; for a change only what was asked for counts.
    CASE WHEN regexp_like(event_name, '^(Create|Restore)') THEN
      COALESCE(json_extract_scalar(response_elements, '$.publiclyAccessible'), json_extract_scalar(request_parameters, '$.publiclyAccessible'))
    ELSE COALESCE(
      json_extract_scalar(request_parameters, '$.publiclyAccessible'), json_extract_scalar(request_parameters, '$.publicConnectivity'))
    END AS public,
    CASE WHEN regexp_like(event_name, '^(Create|Restore)') THEN
      COALESCE(
        json_extract_scalar(response_elements, '$.storageEncrypted'), json_extract_scalar(request_parameters, '$.storageEncrypted'),
        json_extract_scalar(response_elements, '$.encrypted'), json_extract_scalar(request_parameters, '$.encrypted'),
        json_extract_scalar(response_elements, '$.atRestEncryptionEnabled'), json_extract_scalar(request_parameters, '$.atRestEncryptionEnabled'),
        json_extract_scalar(request_parameters, '$.encryptionAtRestOptions.enabled'))
    ELSE COALESCE(
      json_extract_scalar(request_parameters, '$.encrypted'), json_extract_scalar(request_parameters, '$.sSESpecification.enabled'), json_extract_scalar(request_parameters, '$.encryptionAtRestOptions.enabled'))
    END AS encrypted,
    COALESCE(
      json_extract_scalar(request_parameters, '$.deletionProtection'), json_extract_scalar(request_parameters, '$.deletionProtectionEnabled')) AS protection,
    CASE WHEN COALESCE(
      json_extract_scalar(request_parameters, '$.masterUserPassword'), json_extract_scalar(request_parameters, '$.adminUserPassword'), json_extract_scalar(request_parameters, '$.authToken')) IS NOT NULL
      OR lower(json_extract_scalar(request_parameters, '$.rotateMasterUserPassword')) = 'true' THEN 'yes' END AS password,
    COALESCE(
      json_extract_scalar(request_parameters, '$.enableIAMDatabaseAuthentication'), json_extract_scalar(request_parameters, '$.iAMAuth')) AS iam_login,
    COALESCE(
      json_extract_scalar(request_parameters, '$.transitEncryptionEnabled'), json_extract_scalar(request_parameters, '$.tLSEnabled'), json_extract_scalar(request_parameters, '$.requireTLS')) AS in_transit,
    json_extract_scalar(request_parameters, '$.backupRetentionPeriod') AS backup_days,
    COALESCE(
      json_extract_scalar(request_parameters, '$.skipFinalSnapshot'), json_extract_scalar(request_parameters, '$.skipFinalClusterSnapshot'), json_extract_scalar(request_parameters, '$.skipSnapshot')) AS no_last_snapshot,
    json_extract_scalar(request_parameters, '$.deleteAutomatedBackups') AS backups_too,
    json_array_length(json_extract(request_parameters, '$.cloudwatchLogsExportConfiguration.disableLogTypes')) AS logs_off,
    json_extract_scalar(request_parameters, '$.engineVersion') AS engine_version,
    COALESCE(
      json_extract_scalar(request_parameters, '$.vpcSecurityGroupIds[0]'), json_extract_scalar(request_parameters, '$.securityGroupIds[0]')) AS security_group,
    COALESCE(
      json_extract_scalar(request_parameters, '$.newDBInstanceIdentifier'), json_extract_scalar(request_parameters, '$.newDBClusterIdentifier'), json_extract_scalar(request_parameters, '$.newClusterIdentifier')) AS new_name
  FROM events
  WHERE outcome = 'success'
    AND actor_class <> 'aws-service'
    AND (
      (event_source = 'rds.amazonaws.com' AND event_name IN (
        'CreateDBInstance', 'CreateDBInstanceReadReplica', 'ModifyDBInstance', 'DeleteDBInstance', 'RebootDBInstance', 'StartDBInstance', 'StopDBInstance',
        'PromoteReadReplica', 'SwitchoverReadReplica', 'CreateDBCluster', 'ModifyDBCluster', 'DeleteDBCluster', 'RebootDBCluster', 'FailoverDBCluster', 'StartDBCluster',
        'StopDBCluster', 'BacktrackDBCluster', 'PromoteReadReplicaDBCluster', 'ModifyCurrentDBClusterCapacity', 'CreateDBClusterEndpoint', 'ModifyDBClusterEndpoint',
        'DeleteDBClusterEndpoint', 'CreateGlobalCluster', 'ModifyGlobalCluster', 'DeleteGlobalCluster', 'RemoveFromGlobalCluster', 'FailoverGlobalCluster',
        'SwitchoverGlobalCluster', 'RestoreDBInstanceFromDBSnapshot', 'RestoreDBInstanceFromS3', 'RestoreDBInstanceToPointInTime', 'RestoreDBClusterFromSnapshot',
        'RestoreDBClusterFromS3', 'RestoreDBClusterToPointInTime', 'CreateDBParameterGroup', 'ModifyDBParameterGroup', 'ResetDBParameterGroup', 'DeleteDBParameterGroup',
        'CreateDBClusterParameterGroup', 'ModifyDBClusterParameterGroup', 'ResetDBClusterParameterGroup', 'DeleteDBClusterParameterGroup', 'CreateOptionGroup',
        'ModifyOptionGroup', 'DeleteOptionGroup', 'CreateDBSubnetGroup', 'ModifyDBSubnetGroup', 'DeleteDBSubnetGroup', 'AddRoleToDBInstance', 'RemoveRoleFromDBInstance',
        'AddRoleToDBCluster', 'RemoveRoleFromDBCluster', 'EnableHttpEndpoint', 'DisableHttpEndpoint', 'StartActivityStream', 'StopActivityStream', 'ModifyActivityStream',
        'CreateDBProxy', 'ModifyDBProxy', 'DeleteDBProxy', 'CreateDBProxyEndpoint', 'ModifyDBProxyEndpoint', 'DeleteDBProxyEndpoint', 'ModifyDBProxyTargetGroup',
        'RegisterDBProxyTargets', 'DeregisterDBProxyTargets', 'CreateBlueGreenDeployment', 'SwitchoverBlueGreenDeployment', 'DeleteBlueGreenDeployment',
        'CreateDBShardGroup', 'ModifyDBShardGroup', 'RebootDBShardGroup', 'DeleteDBShardGroup', 'CreateTenantDatabase', 'ModifyTenantDatabase', 'DeleteTenantDatabase',
        'CreateIntegration', 'ModifyIntegration', 'DeleteIntegration', 'ModifyCertificates', 'ApplyPendingMaintenanceAction', 'CreateCustomDBEngineVersion',
        'ModifyCustomDBEngineVersion', 'DeleteCustomDBEngineVersion', 'CreateEventSubscription', 'ModifyEventSubscription', 'DeleteEventSubscription'))
      OR (event_source = 'dynamodb.amazonaws.com' AND event_name IN (
        'CreateTable', 'UpdateTable', 'DeleteTable', 'CreateGlobalTable', 'UpdateGlobalTable', 'UpdateGlobalTableSettings', 'UpdateTableReplicaAutoScaling', 'ImportTable',
        'RestoreTableFromBackup', 'RestoreTableToPointInTime', 'UpdateContinuousBackups', 'UpdateTimeToLive', 'PutResourcePolicy', 'DeleteResourcePolicy',
        'EnableKinesisStreamingDestination', 'DisableKinesisStreamingDestination', 'UpdateKinesisStreamingDestination', 'UpdateContributorInsights'))
      OR (event_source = 'dax.amazonaws.com' AND event_name IN (
        'CreateCluster', 'UpdateCluster', 'DeleteCluster', 'CreateParameterGroup', 'UpdateParameterGroup', 'DeleteParameterGroup', 'IncreaseReplicationFactor',
        'DecreaseReplicationFactor', 'RebootNode'))
      OR (event_source = 'redshift.amazonaws.com' AND event_name IN (
        'CreateCluster', 'ModifyCluster', 'DeleteCluster', 'RebootCluster', 'PauseCluster', 'ResumeCluster', 'ResizeCluster', 'ModifyClusterDbRevision',
        'ModifyClusterIamRoles', 'ModifyClusterMaintenance', 'ModifyClusterSnapshotSchedule', 'FailoverPrimaryCompute', 'RestoreFromClusterSnapshot',
        'RestoreTableFromClusterSnapshot', 'CreateClusterParameterGroup', 'ModifyClusterParameterGroup', 'ResetClusterParameterGroup', 'DeleteClusterParameterGroup',
        'CreateClusterSubnetGroup', 'ModifyClusterSubnetGroup', 'DeleteClusterSubnetGroup', 'EnableLogging', 'DisableLogging', 'RotateEncryptionKey',
        'CreateEndpointAccess', 'ModifyEndpointAccess', 'DeleteEndpointAccess', 'AuthorizeEndpointAccess', 'RevokeEndpointAccess', 'AuthorizeDataShare',
        'DeauthorizeDataShare', 'AssociateDataShareConsumer', 'DisassociateDataShareConsumer', 'RejectDataShare', 'PutResourcePolicy', 'DeleteResourcePolicy',
        'CreateAuthenticationProfile', 'ModifyAuthenticationProfile', 'DeleteAuthenticationProfile', 'CreateRedshiftIdcApplication', 'ModifyRedshiftIdcApplication',
        'DeleteRedshiftIdcApplication', 'CreateIntegration', 'ModifyIntegration', 'DeleteIntegration', 'AddPartner', 'DeletePartner', 'CreateScheduledAction',
        'ModifyScheduledAction', 'DeleteScheduledAction'))
      OR (event_source = 'redshift-serverless.amazonaws.com' AND event_name IN (
        'CreateNamespace', 'UpdateNamespace', 'DeleteNamespace', 'CreateWorkgroup', 'UpdateWorkgroup', 'DeleteWorkgroup', 'CreateEndpointAccess', 'UpdateEndpointAccess',
        'DeleteEndpointAccess', 'RestoreFromSnapshot', 'RestoreFromRecoveryPoint', 'RestoreTableFromSnapshot', 'RestoreTableFromRecoveryPoint', 'PutResourcePolicy',
        'DeleteResourcePolicy'))
      OR (event_source = 'elasticache.amazonaws.com' AND event_name IN (
        'CreateCacheCluster', 'ModifyCacheCluster', 'DeleteCacheCluster', 'RebootCacheCluster', 'CreateReplicationGroup', 'ModifyReplicationGroup',
        'ModifyReplicationGroupShardConfiguration', 'DeleteReplicationGroup', 'IncreaseReplicaCount', 'DecreaseReplicaCount', 'TestFailover', 'CreateServerlessCache',
        'ModifyServerlessCache', 'DeleteServerlessCache', 'CreateGlobalReplicationGroup', 'ModifyGlobalReplicationGroup', 'DeleteGlobalReplicationGroup',
        'DisassociateGlobalReplicationGroup', 'FailoverGlobalReplicationGroup', 'CreateUser', 'ModifyUser', 'DeleteUser', 'CreateUserGroup', 'ModifyUserGroup',
        'DeleteUserGroup', 'CreateCacheParameterGroup', 'ModifyCacheParameterGroup', 'ResetCacheParameterGroup', 'DeleteCacheParameterGroup', 'CreateCacheSubnetGroup',
        'ModifyCacheSubnetGroup', 'DeleteCacheSubnetGroup', 'StartMigration', 'CompleteMigration'))
      OR (event_source = 'memorydb.amazonaws.com' AND event_name IN (
        'CreateCluster', 'UpdateCluster', 'BatchUpdateCluster', 'DeleteCluster', 'FailoverShard', 'CreateMultiRegionCluster', 'UpdateMultiRegionCluster',
        'DeleteMultiRegionCluster', 'CreateACL', 'UpdateACL', 'DeleteACL', 'CreateUser', 'UpdateUser', 'DeleteUser', 'CreateParameterGroup', 'UpdateParameterGroup',
        'ResetParameterGroup', 'DeleteParameterGroup', 'CreateSubnetGroup', 'UpdateSubnetGroup', 'DeleteSubnetGroup'))
      OR (event_source = 'docdb-elastic.amazonaws.com' AND event_name IN (
        'CreateCluster', 'UpdateCluster', 'DeleteCluster', 'StartCluster', 'StopCluster', 'RestoreClusterFromSnapshot', 'ApplyPendingMaintenanceAction'))
      OR (event_source = 'neptune-graph.amazonaws.com' AND event_name IN (
        'CreateGraph', 'UpdateGraph', 'DeleteGraph', 'ResetGraph', 'StartGraph', 'StopGraph', 'RestoreGraphFromSnapshot', 'CreateGraphUsingImportTask', 'StartImportTask',
        'CreatePrivateGraphEndpoint', 'DeletePrivateGraphEndpoint'))
      OR (event_source = 'cassandra.amazonaws.com' AND event_name IN (
        'CreateKeyspace', 'UpdateKeyspace', 'DeleteKeyspace', 'CreateTable', 'UpdateTable', 'DeleteTable', 'RestoreTable', 'CreateType', 'DeleteType'))
      OR (event_source = 'dsql.amazonaws.com' AND event_name IN (
        'CreateCluster', 'UpdateCluster', 'DeleteCluster', 'PutClusterPolicy', 'DeleteClusterPolicy', 'CreateStream', 'DeleteStream'))
      OR (event_source = 'timestream.amazonaws.com' AND event_name IN ('CreateDatabase', 'UpdateDatabase', 'DeleteDatabase', 'CreateTable', 'UpdateTable', 'DeleteTable'))
      OR (event_source = 'timestream-influxdb.amazonaws.com' AND event_name IN (
        'CreateDbInstance', 'UpdateDbInstance', 'DeleteDbInstance', 'RebootDbInstance', 'CreateDbCluster', 'UpdateDbCluster', 'DeleteDbCluster', 'RebootDbCluster',
        'CreateDbParameterGroup'))
      OR (event_source = 'es.amazonaws.com' AND event_name IN (
        'CreateDomain', 'UpdateDomainConfig', 'UpgradeDomain', 'DeleteDomain', 'CreateElasticsearchDomain', 'UpdateElasticsearchDomainConfig', 'UpgradeElasticsearchDomain',
        'DeleteElasticsearchDomain', 'CreateOutboundConnection', 'AcceptInboundConnection', 'DeleteInboundConnection', 'DeleteOutboundConnection',
        'CreateOutboundCrossClusterSearchConnection', 'AcceptInboundCrossClusterSearchConnection', 'CreateVpcEndpoint', 'UpdateVpcEndpoint', 'DeleteVpcEndpoint',
        'AuthorizeVpcEndpointAccess', 'RevokeVpcEndpointAccess', 'AssociatePackage', 'DissociatePackage', 'StartServiceSoftwareUpdate',
        'StartElasticsearchServiceSoftwareUpdate', 'AddDataSource', 'UpdateDataSource', 'DeleteDataSource', 'CreateIndex', 'UpdateIndex', 'DeleteIndex'))
      OR (event_source = 'aoss.amazonaws.com' AND event_name IN (
        'CreateCollection', 'UpdateCollection', 'DeleteCollection', 'CreateAccessPolicy', 'UpdateAccessPolicy', 'DeleteAccessPolicy', 'CreateSecurityPolicy',
        'UpdateSecurityPolicy', 'DeleteSecurityPolicy', 'CreateSecurityConfig', 'UpdateSecurityConfig', 'DeleteSecurityConfig', 'CreateVpcEndpoint', 'UpdateVpcEndpoint',
        'DeleteVpcEndpoint', 'UpdateAccountSettings'))
      OR (event_source = 'lightsail.amazonaws.com' AND event_name IN (
        'CreateRelationalDatabase', 'CreateRelationalDatabaseFromSnapshot', 'UpdateRelationalDatabase', 'UpdateRelationalDatabaseParameters', 'DeleteRelationalDatabase',
        'RebootRelationalDatabase', 'StartRelationalDatabase', 'StopRelationalDatabase'))
    )
)
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  actor_class,
  event_name,
  database,
  engine,
  COALESCE(NULLIF(substr(
    COALESCE(', ' || deed, '')
    || CASE WHEN lower(public) = 'true' THEN ', publicly accessible' WHEN lower(public) = 'false' AND deed IS NULL THEN ', no longer publicly accessible' ELSE '' END
    || CASE lower(encrypted) WHEN 'false' THEN CASE WHEN deed IS NULL THEN ', encryption off' ELSE ', not encrypted' END ELSE '' END
    || CASE WHEN deed IS NOT NULL THEN '' WHEN lower(protection) = 'false' THEN ', deletion protection off' WHEN lower(protection) = 'true' THEN ', deletion protection on' ELSE '' END
    || CASE WHEN password = 'yes' AND deed IS NULL THEN ', master password changed' ELSE '' END
    || CASE WHEN deed IS NOT NULL THEN '' WHEN lower(iam_login) IN ('false', 'disabled') THEN ', IAM authentication off' WHEN lower(iam_login) IN ('true', 'required') THEN ', IAM authentication on' ELSE '' END
    || CASE lower(in_transit) WHEN 'false' THEN ', encryption in transit off' ELSE '' END
    || CASE WHEN backup_days = '0' THEN ', no automated backups' WHEN deed IS NULL THEN COALESCE(', backups kept ' || backup_days || ' days', '') ELSE '' END
    || CASE WHEN logs_off > 0 THEN ', log exports off' ELSE '' END
    || CASE WHEN deed = 'deleted' AND lower(no_last_snapshot) = 'true' THEN ', without a last snapshot' ELSE '' END
    || CASE WHEN deed = 'deleted' AND lower(backups_too) = 'true' THEN ', with its automated backups' ELSE '' END
    || CASE WHEN deed IS NULL THEN COALESCE(', engine version ' || engine_version, '') || COALESCE(', security groups from ' || security_group, '') || COALESCE(', renamed ' || new_name, '') ELSE '' END,
  3), ''), 'changed') AS change,
  invoked_by AS through,
  console,
  source_ip,
  event_id,
  source_file
FROM changes
