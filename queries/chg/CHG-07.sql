/*
id: CHG-07
title: Destructive operations
question: Who deleted, terminated or purged how much in the period, of which services, and was any of it in bulk?
expect: measure
category:
  management: required
  data: optional                   # objects and items deleted
events:
  s3.amazonaws.com: [DeleteBucket, DeleteObject, DeleteObjects, DeleteAccessPoint, DeleteMultiRegionAccessPoint]
  s3tables.amazonaws.com: [DeleteTableBucket, DeleteNamespace, DeleteTable]
  s3vectors.amazonaws.com: [DeleteVectorBucket, DeleteIndex, DeleteVectors]
  dynamodb.amazonaws.com: [DeleteTable, DeleteBackup, DeleteItem]
  rds.amazonaws.com: [DeleteDBInstance, DeleteDBCluster, DeleteGlobalCluster, DeleteDBShardGroup, DeleteTenantDatabase, DeleteBlueGreenDeployment, DeleteDBSnapshot, DeleteDBClusterSnapshot, DeleteDBInstanceAutomatedBackup, DeleteDBClusterAutomatedBackup, DeleteDBProxy]
  redshift.amazonaws.com: [DeleteCluster, DeleteClusterSnapshot, BatchDeleteClusterSnapshots]
  redshift-serverless.amazonaws.com: [DeleteNamespace, DeleteWorkgroup, DeleteSnapshot]
  elasticache.amazonaws.com: [DeleteCacheCluster, DeleteReplicationGroup, DeleteGlobalReplicationGroup, DeleteServerlessCache, DeleteServerlessCacheSnapshot, DeleteSnapshot]
  memorydb.amazonaws.com: [DeleteCluster, DeleteMultiRegionCluster, DeleteSnapshot]
  dax.amazonaws.com: [DeleteCluster]
  dsql.amazonaws.com: [DeleteCluster]
  neptune-graph.amazonaws.com: [DeleteGraph, DeleteGraphSnapshot, ResetGraph]
  timestream.amazonaws.com: [DeleteDatabase, DeleteTable]
  es.amazonaws.com: [DeleteDomain, DeleteElasticsearchDomain]
  aoss.amazonaws.com: [DeleteCollection]
  glue.amazonaws.com: [DeleteDatabase, DeleteTable, BatchDeleteTable, DeleteCatalog, DeletePartition, BatchDeletePartition, DeleteJob, DeleteCrawler, DeleteSchema, DeleteRegistry]
  athena.amazonaws.com: [DeleteWorkGroup, DeleteDataCatalog]
  elasticfilesystem.amazonaws.com: [DeleteFileSystem, DeleteMountTarget, DeleteReplicationConfiguration]
  fsx.amazonaws.com: [DeleteFileSystem, DeleteVolume, DeleteStorageVirtualMachine, DeleteFileCache, DeleteSnapshot, DeleteBackup]
  storagegateway.amazonaws.com: [DeleteGateway, DeleteVolume, DeleteFileShare, DeleteTape, DeleteTapeArchive, DeleteTapePool]
  backup.amazonaws.com: [DeleteRecoveryPoint, DeleteBackupVault, DeleteBackupVaultLockConfiguration, DeleteBackupPlan, DeleteBackupSelection, CancelLegalHold]
  kms.amazonaws.com: [ScheduleKeyDeletion, DeleteImportedKeyMaterial, DeleteCustomKeyStore, DeleteAlias]
  cloudhsm.amazonaws.com: [DeleteCluster, DeleteHsm, DeleteBackup]
  secretsmanager.amazonaws.com: [DeleteSecret, RemoveRegionsFromReplication]
  acm.amazonaws.com: [DeleteCertificate]
  ssm.amazonaws.com: [DeleteParameter, DeleteParameters, DeleteDocument, DeleteInventory, DeleteAssociation, DeregisterManagedInstance]
  ec2.amazonaws.com: [TerminateInstances, DeleteVolume, DeleteSnapshot, DeregisterImage, DeleteLaunchTemplate, DeleteFleets, CancelSpotFleetRequests, DeleteKeyPair, ReleaseAddress, DeleteNetworkInterface, DeleteSecurityGroup, DeleteVpc, DeleteSubnet, DeleteRouteTable, DeleteInternetGateway, DeleteNatGateway, DeleteNetworkAcl, DeleteTransitGateway, DeleteTransitGatewayVpcAttachment, DeleteVpcPeeringConnection, DeleteVpcEndpoints, DeleteVpnGateway, DeleteVpnConnection, DeleteCustomerGateway, DeleteClientVpnEndpoint, DeleteFlowLogs, ReleaseHosts, DeletePlacementGroup]
  autoscaling.amazonaws.com: [DeleteAutoScalingGroup, DeleteLaunchConfiguration, TerminateInstanceInAutoScalingGroup]
  elasticloadbalancing.amazonaws.com: [DeleteLoadBalancer, DeleteListener, DeleteTargetGroup]
  lambda.amazonaws.com: [DeleteFunction, DeleteLayerVersion, DeleteAlias, DeleteEventSourceMapping]
  ecs.amazonaws.com: [DeleteCluster, DeleteService, DeleteTaskDefinitions, DeregisterTaskDefinition, DeleteTaskSet, DeleteExpressGatewayService]
  eks.amazonaws.com: [DeleteCluster, DeleteNodegroup, DeleteFargateProfile, DeleteAddon]
  ecr.amazonaws.com: [DeleteRepository, BatchDeleteImage]
  apprunner.amazonaws.com: [DeleteService]
  batch.amazonaws.com: [DeleteComputeEnvironment, DeleteJobQueue]
  elasticbeanstalk.amazonaws.com: [TerminateEnvironment, DeleteApplication, DeleteApplicationVersion]
  lightsail.amazonaws.com: [DeleteInstance, DeleteInstanceSnapshot, DeleteDisk, DeleteDiskSnapshot, DeleteBucket, DeleteRelationalDatabase, DeleteRelationalDatabaseSnapshot, DeleteContainerService]
  elasticmapreduce.amazonaws.com: [TerminateJobFlows, DeleteStudio]
  sagemaker.amazonaws.com: [DeleteModel, DeleteEndpoint, DeleteNotebookInstance, DeleteDomain, DeleteFeatureGroup, DeleteModelPackage, DeleteCluster]
  bedrock.amazonaws.com: [DeleteCustomModel, DeleteImportedModel, DeleteAgent, DeleteKnowledgeBase, DeleteKnowledgeBaseDocuments, DeleteDataSource, DeleteGuardrail]
  workspaces.amazonaws.com: [TerminateWorkspaces, DeleteWorkspaceImage]
  ds.amazonaws.com: [DeleteDirectory, DeleteSnapshot, DeleteTrust]
  cloudformation.amazonaws.com: [DeleteStack, DeleteStackSet, DeleteStackInstances]
  apigateway.amazonaws.com: [DeleteRestApi, DeleteApi, DeleteStage, DeleteDomainName]
  appsync.amazonaws.com: [DeleteGraphqlApi, DeleteApi]
  cloudfront.amazonaws.com: [DeleteDistribution, DeleteFunction, DeleteKeyValueStore]
  route53.amazonaws.com: [DeleteHostedZone, DeleteHealthCheck]
  route53domains.amazonaws.com: [DeleteDomain]
  network-firewall.amazonaws.com: [DeleteFirewall, DeleteFirewallPolicy, DeleteRuleGroup]
  wafv2.amazonaws.com: [DeleteWebACL, DeleteRuleGroup, DeleteIPSet]
  cognito-idp.amazonaws.com: [DeleteUserPool, DeleteUserPoolClient, AdminDeleteUser, DeleteUser]
  cognito-identity.amazonaws.com: [DeleteIdentityPool, DeleteIdentities]
  iam.amazonaws.com: [DeleteUser, DeleteRole, DeleteGroup, DeletePolicy, DeleteAccessKey, DeleteLoginProfile, DeleteInstanceProfile, DeleteSAMLProvider, DeleteOpenIDConnectProvider, DeleteServiceLinkedRole, DeleteServerCertificate]
  sso.amazonaws.com: [DeleteInstance, DeletePermissionSet, DeleteApplication, DeleteAccountAssignment]
  identitystore.amazonaws.com: [DeleteUser, DeleteGroup]
  organizations.amazonaws.com: [DeleteOrganization, DeleteOrganizationalUnit, DeletePolicy, RemoveAccountFromOrganization, CloseAccount]
  logs.amazonaws.com: [DeleteLogGroup, DeleteLogStream, DeleteDestination, DeleteSubscriptionFilter]
  monitoring.amazonaws.com: [DeleteAlarms, DeleteDashboards, DeleteMetricStream]
  cloudtrail.amazonaws.com: [DeleteTrail, DeleteEventDataStore, DeleteChannel]
  config.amazonaws.com: [DeleteConfigurationRecorder, DeleteDeliveryChannel, DeleteConfigRule, DeleteConformancePack, DeleteEvaluationResults]
  guardduty.amazonaws.com: [DeleteDetector, DeletePublishingDestination]
  events.amazonaws.com: [DeleteRule, DeleteEventBus, DeleteArchive]
  scheduler.amazonaws.com: [DeleteSchedule, DeleteScheduleGroup]
  states.amazonaws.com: [DeleteStateMachine]
  sqs.amazonaws.com: [DeleteQueue, PurgeQueue]
  sns.amazonaws.com: [DeleteTopic, DeletePlatformApplication]
  kinesis.amazonaws.com: [DeleteStream, DeregisterStreamConsumer]
  firehose.amazonaws.com: [DeleteDeliveryStream]
  kafka.amazonaws.com: [DeleteCluster, DeleteReplicator, DeleteTopic]
  amazonmq.amazonaws.com: [DeleteBroker]
  dms.amazonaws.com: [DeleteReplicationTask, DeleteReplicationInstance, DeleteReplicationConfig, DeleteDataMigration]
  transfer.amazonaws.com: [DeleteServer, DeleteUser]
  codecommit.amazonaws.com: [DeleteRepository, DeleteBranch]
  codeartifact.amazonaws.com: [DeleteDomain, DeleteRepository, DeletePackage, DeletePackageVersions]
  codepipeline.amazonaws.com: [DeletePipeline]
  codebuild.amazonaws.com: [DeleteProject, BatchDeleteBuilds]
  ses.amazonaws.com: [DeleteIdentity, DeleteEmailIdentity, DeleteConfigurationSet]
needs: [event_category, outcome, actor_arn, actor_name, actor_class, role_arn, role_name, invoked_by]
columns:
  account_id: Account the calls were recorded in
  principal: Who; for workloads the role
  actor_class: Kind of actor
  event_source: Service
  event_category: management, or data for objects, items, vectors and documents deleted
  calls: What was called
  regions: AWS regions
  by_services: Calls that an AWS service made for the principal
  busiest_hour: Hour (UTC) with the most; of equal hours the last
  busiest_hour_events: Calls in that hour
  bulk: yes where the busiest hour holds 50 calls or more, 1,000 of data
  events: Calls
  first_time: First call, UTC
  last_time: Last call, UTC
  first_event_id: Id of the first call
  last_event_id: Id of the last call
key: [account_id, principal, actor_class, event_source, event_category]
limits: >-
  Successful calls of the names above. They are counted, not things: one DeleteObjects removes up to 1,000 objects, one TerminateInstances many machines. What services do on their own (scaling in, expiry by lifecycle rules) and
  what is deleted inside databases is not here; data only where data events are logged. Removed rules, policies and permissions are in the registers of their themes.
references:
  - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html
  - https://docs.aws.amazon.com/AmazonS3/latest/userguide/cloudtrail-logging-s3-info.html
*/
WITH destroyed AS (
  SELECT
    account_id,
    CASE WHEN actor_class = 'workload' THEN COALESCE(role_arn, role_name, actor_arn, actor_name, 'not stated') ELSE COALESCE(actor_name, actor_arn, 'not stated') END AS principal,
    actor_class, event_source, event_category, event_name, region,
    substr(event_time, 1, 13) AS event_hour,
    count(*) AS events,
    count_if(COALESCE(invoked_by, 'AWS Internal') NOT IN ('AWS Internal', 'signin.amazonaws.com', 'console.amazonaws.com')) AS by_services,
    min(event_time || event_id) AS first_moment,
    max(event_time || event_id) AS last_moment
  FROM events
  WHERE outcome = 'success'
    AND actor_class <> 'aws-service'
    AND event_category IN ('management', 'data')
    AND event_source IN (
      's3.amazonaws.com', 's3tables.amazonaws.com', 's3vectors.amazonaws.com', 'dynamodb.amazonaws.com', 'rds.amazonaws.com', 'redshift.amazonaws.com', 'redshift-serverless.amazonaws.com',
      'elasticache.amazonaws.com', 'memorydb.amazonaws.com', 'dax.amazonaws.com', 'dsql.amazonaws.com', 'neptune-graph.amazonaws.com', 'timestream.amazonaws.com', 'es.amazonaws.com',
      'aoss.amazonaws.com', 'glue.amazonaws.com', 'athena.amazonaws.com', 'elasticfilesystem.amazonaws.com', 'fsx.amazonaws.com', 'storagegateway.amazonaws.com', 'backup.amazonaws.com',
      'kms.amazonaws.com', 'cloudhsm.amazonaws.com', 'secretsmanager.amazonaws.com', 'acm.amazonaws.com', 'ssm.amazonaws.com', 'ec2.amazonaws.com', 'autoscaling.amazonaws.com',
      'elasticloadbalancing.amazonaws.com', 'lambda.amazonaws.com', 'ecs.amazonaws.com', 'eks.amazonaws.com', 'ecr.amazonaws.com', 'apprunner.amazonaws.com', 'batch.amazonaws.com',
      'elasticbeanstalk.amazonaws.com', 'lightsail.amazonaws.com', 'elasticmapreduce.amazonaws.com', 'sagemaker.amazonaws.com', 'bedrock.amazonaws.com', 'workspaces.amazonaws.com',
      'ds.amazonaws.com', 'cloudformation.amazonaws.com', 'apigateway.amazonaws.com', 'appsync.amazonaws.com', 'cloudfront.amazonaws.com', 'route53.amazonaws.com',
      'route53domains.amazonaws.com', 'network-firewall.amazonaws.com', 'wafv2.amazonaws.com', 'cognito-idp.amazonaws.com', 'cognito-identity.amazonaws.com', 'iam.amazonaws.com',
      'sso.amazonaws.com', 'identitystore.amazonaws.com', 'organizations.amazonaws.com', 'logs.amazonaws.com', 'monitoring.amazonaws.com', 'cloudtrail.amazonaws.com', 'config.amazonaws.com',
      'guardduty.amazonaws.com', 'events.amazonaws.com', 'scheduler.amazonaws.com', 'states.amazonaws.com', 'sqs.amazonaws.com', 'sns.amazonaws.com', 'kinesis.amazonaws.com',
      'firehose.amazonaws.com', 'kafka.amazonaws.com', 'amazonmq.amazonaws.com', 'dms.amazonaws.com', 'transfer.amazonaws.com', 'codecommit.amazonaws.com', 'codeartifact.amazonaws.com',
      'codepipeline.amazonaws.com', 'codebuild.amazonaws.com', 'ses.amazonaws.com'
    )
    -- Of a name that several have, each source hands over only what the header names of it.
    AND event_name IN (
      'AdminDeleteUser', 'BatchDeleteBuilds', 'BatchDeleteClusterSnapshots', 'BatchDeleteImage', 'BatchDeletePartition', 'BatchDeleteTable', 'CancelLegalHold', 'CancelSpotFleetRequests',
      'CloseAccount', 'DeleteAccessKey', 'DeleteAccessPoint', 'DeleteAccountAssignment', 'DeleteAddon', 'DeleteAgent', 'DeleteAlarms', 'DeleteAlias', 'DeleteApi', 'DeleteApplication',
      'DeleteApplicationVersion', 'DeleteArchive', 'DeleteAssociation', 'DeleteAutoScalingGroup', 'DeleteBackup', 'DeleteBackupPlan', 'DeleteBackupSelection', 'DeleteBackupVault',
      'DeleteBackupVaultLockConfiguration', 'DeleteBlueGreenDeployment', 'DeleteBranch', 'DeleteBroker', 'DeleteBucket', 'DeleteCacheCluster', 'DeleteCatalog', 'DeleteCertificate',
      'DeleteChannel', 'DeleteClientVpnEndpoint', 'DeleteCluster', 'DeleteClusterSnapshot', 'DeleteCollection', 'DeleteComputeEnvironment', 'DeleteConfigRule', 'DeleteConfigurationRecorder',
      'DeleteConfigurationSet', 'DeleteConformancePack', 'DeleteContainerService', 'DeleteCrawler', 'DeleteCustomKeyStore', 'DeleteCustomModel', 'DeleteCustomerGateway', 'DeleteDBCluster',
      'DeleteDBClusterAutomatedBackup', 'DeleteDBClusterSnapshot', 'DeleteDBInstance', 'DeleteDBInstanceAutomatedBackup', 'DeleteDBProxy', 'DeleteDBShardGroup', 'DeleteDBSnapshot',
      'DeleteDashboards', 'DeleteDataCatalog', 'DeleteDataMigration', 'DeleteDataSource', 'DeleteDatabase', 'DeleteDeliveryChannel', 'DeleteDeliveryStream', 'DeleteDestination',
      'DeleteDetector', 'DeleteDirectory', 'DeleteDisk', 'DeleteDiskSnapshot', 'DeleteDistribution', 'DeleteDocument', 'DeleteDomain', 'DeleteDomainName', 'DeleteElasticsearchDomain',
      'DeleteEmailIdentity', 'DeleteEndpoint', 'DeleteEvaluationResults', 'DeleteEventBus', 'DeleteEventDataStore', 'DeleteEventSourceMapping', 'DeleteExpressGatewayService',
      'DeleteFargateProfile', 'DeleteFeatureGroup', 'DeleteFileCache', 'DeleteFileShare', 'DeleteFileSystem', 'DeleteFirewall', 'DeleteFirewallPolicy', 'DeleteFleets', 'DeleteFlowLogs',
      'DeleteFunction', 'DeleteGateway', 'DeleteGlobalCluster', 'DeleteGlobalReplicationGroup', 'DeleteGraph', 'DeleteGraphSnapshot', 'DeleteGraphqlApi', 'DeleteGroup', 'DeleteGuardrail',
      'DeleteHealthCheck', 'DeleteHostedZone', 'DeleteHsm', 'DeleteIPSet', 'DeleteIdentities', 'DeleteIdentity', 'DeleteIdentityPool', 'DeleteImportedKeyMaterial', 'DeleteImportedModel',
      'DeleteIndex', 'DeleteInstance', 'DeleteInstanceProfile', 'DeleteInstanceSnapshot', 'DeleteInternetGateway', 'DeleteInventory', 'DeleteItem', 'DeleteJob', 'DeleteJobQueue',
      'DeleteKeyPair', 'DeleteKeyValueStore', 'DeleteKnowledgeBase', 'DeleteKnowledgeBaseDocuments', 'DeleteLaunchConfiguration', 'DeleteLaunchTemplate', 'DeleteLayerVersion',
      'DeleteListener', 'DeleteLoadBalancer', 'DeleteLogGroup', 'DeleteLogStream', 'DeleteLoginProfile', 'DeleteMetricStream', 'DeleteModel', 'DeleteModelPackage', 'DeleteMountTarget',
      'DeleteMultiRegionAccessPoint', 'DeleteMultiRegionCluster', 'DeleteNamespace', 'DeleteNatGateway', 'DeleteNetworkAcl', 'DeleteNetworkInterface', 'DeleteNodegroup',
      'DeleteNotebookInstance', 'DeleteObject', 'DeleteObjects', 'DeleteOpenIDConnectProvider', 'DeleteOrganization', 'DeleteOrganizationalUnit', 'DeletePackage', 'DeletePackageVersions',
      'DeleteParameter', 'DeleteParameters', 'DeletePartition', 'DeletePermissionSet', 'DeletePipeline', 'DeletePlacementGroup', 'DeletePlatformApplication', 'DeletePolicy', 'DeleteProject',
      'DeletePublishingDestination', 'DeleteQueue', 'DeleteRecoveryPoint', 'DeleteRegistry', 'DeleteRelationalDatabase', 'DeleteRelationalDatabaseSnapshot', 'DeleteReplicationConfig',
      'DeleteReplicationConfiguration', 'DeleteReplicationGroup', 'DeleteReplicationInstance', 'DeleteReplicationTask', 'DeleteReplicator', 'DeleteRepository', 'DeleteRestApi', 'DeleteRole',
      'DeleteRouteTable', 'DeleteRule', 'DeleteRuleGroup', 'DeleteSAMLProvider', 'DeleteSchedule', 'DeleteScheduleGroup', 'DeleteSchema', 'DeleteSecret', 'DeleteSecurityGroup',
      'DeleteServer', 'DeleteServerCertificate', 'DeleteServerlessCache', 'DeleteServerlessCacheSnapshot', 'DeleteService', 'DeleteServiceLinkedRole', 'DeleteSnapshot', 'DeleteStack',
      'DeleteStackInstances', 'DeleteStackSet', 'DeleteStage', 'DeleteStateMachine', 'DeleteStorageVirtualMachine', 'DeleteStream', 'DeleteStudio', 'DeleteSubnet',
      'DeleteSubscriptionFilter', 'DeleteTable', 'DeleteTableBucket', 'DeleteTape', 'DeleteTapeArchive', 'DeleteTapePool', 'DeleteTargetGroup', 'DeleteTaskDefinitions', 'DeleteTaskSet',
      'DeleteTenantDatabase', 'DeleteTopic', 'DeleteTrail', 'DeleteTransitGateway', 'DeleteTransitGatewayVpcAttachment', 'DeleteTrust', 'DeleteUser', 'DeleteUserPool',
      'DeleteUserPoolClient', 'DeleteVectorBucket', 'DeleteVectors', 'DeleteVolume', 'DeleteVpc', 'DeleteVpcEndpoints', 'DeleteVpcPeeringConnection', 'DeleteVpnConnection',
      'DeleteVpnGateway', 'DeleteWebACL', 'DeleteWorkGroup', 'DeleteWorkgroup', 'DeleteWorkspaceImage', 'DeregisterImage', 'DeregisterManagedInstance', 'DeregisterStreamConsumer',
      'DeregisterTaskDefinition', 'PurgeQueue', 'ReleaseAddress', 'ReleaseHosts', 'RemoveAccountFromOrganization', 'RemoveRegionsFromReplication', 'ResetGraph', 'ScheduleKeyDeletion',
      'TerminateEnvironment', 'TerminateInstanceInAutoScalingGroup', 'TerminateInstances', 'TerminateJobFlows', 'TerminateWorkspaces'
    )
  GROUP BY
    account_id,
    CASE WHEN actor_class = 'workload' THEN COALESCE(role_arn, role_name, actor_arn, actor_name, 'not stated') ELSE COALESCE(actor_name, actor_arn, 'not stated') END,
    actor_class, event_source, event_category, event_name, region, substr(event_time, 1, 13)
),
hourly AS (
  SELECT
    account_id, principal, actor_class, event_source, event_category, event_name, region, event_hour, events, by_services, first_moment, last_moment,
    CAST(sum(events) OVER (PARTITION BY account_id, principal, actor_class, event_source, event_category, event_hour) AS bigint) AS in_hour
  FROM destroyed
)
SELECT
  account_id,
  principal,
  actor_class,
  event_source,
  event_category,
  substr(array_join(array_agg(DISTINCT event_name ORDER BY event_name), ', '), 1, 300) AS calls,
  array_join(array_agg(DISTINCT region ORDER BY region), ', ') AS regions,
  CAST(sum(by_services) AS bigint) AS by_services,
  substr(max(lpad(CAST(in_hour AS varchar), 12, '0') || event_hour), 13) AS busiest_hour,
  max(in_hour) AS busiest_hour_events,
  CASE WHEN max(in_hour) >= CASE WHEN event_category = 'data' THEN 1000 ELSE 50 END THEN 'yes' ELSE 'no' END AS bulk,
  CAST(sum(events) AS bigint) AS events,
  substr(min(first_moment), 1, 20) AS first_time,
  substr(max(last_moment), 1, 20) AS last_time,
  substr(min(first_moment), 21) AS first_event_id,
  substr(max(last_moment), 21) AS last_event_id
FROM hourly
GROUP BY account_id, principal, actor_class, event_source, event_category
