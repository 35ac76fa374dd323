/*
id: CMP-02
title: Container changes
question: Which task definitions, services, clusters, their access and add-ons, and container images and repositories were changed in the period, and by whom?
expect: population
category:
  management: required
events:
  ecs.amazonaws.com:
    [
      AssociateGatewayWithCluster, ContinueServiceDeployment, CreateCapacityProvider, CreateCluster, CreateDaemon, CreateExpressGatewayService,
      CreateGateway, CreateService, CreateTaskSet, DeleteAccountSetting, DeleteCapacityProvider, DeleteCluster, DeleteDaemon, DeleteDaemonTaskDefinition,
      DeleteExpressGatewayService, DeleteGateway, DeleteService, DeleteTaskDefinitions, DeleteTaskSet, DeregisterTaskDefinition,
      DisassociateGatewayFromCluster, PutAccountSetting, PutAccountSettingDefault, PutClusterCapacityProviders, RegisterDaemonTaskDefinition,
      RegisterTaskDefinition, StopServiceDeployment, UntagResource, UpdateCapacityProvider, UpdateCluster, UpdateClusterSettings, UpdateDaemon,
      UpdateExpressGatewayService, UpdateGateway, UpdateService, UpdateServicePrimaryTaskSet, UpdateTaskSet, RunTask, StartTask, StopTask
    ]
  eks.amazonaws.com:
    [
      ActivateCertificateAuthority, AssociateAccessPolicy, AssociateEncryptionConfig, AssociateIdentityProviderConfig, CancelUpdate, CreateAccessEntry,
      CreateAddon, CreateCapability, CreateCertificateAuthority, CreateCluster, CreateFargateProfile, CreateNodegroup, CreatePodIdentityAssociation,
      DeleteAccessEntry, DeleteAddon, DeleteCapability, DeleteCertificateAuthority, DeleteCluster, DeleteFargateProfile, DeleteNodegroup,
      DeletePodIdentityAssociation, DeregisterCluster, DisassociateAccessPolicy, DisassociateIdentityProviderConfig, RegisterCluster, UntagResource,
      UpdateAccessEntry, UpdateAddon, UpdateCapability, UpdateClusterConfig, UpdateClusterVersion, UpdateNodegroupConfig, UpdateNodegroupVersion,
      UpdatePodIdentityAssociation
    ]
  ecr.amazonaws.com:
    [
      BatchDeleteImage, CreatePullThroughCacheRule, CreateRepository, CreateRepositoryCreationTemplate, DeleteLifecyclePolicy, DeletePullThroughCacheRule,
      DeleteRegistryPolicy, DeleteRepository, DeleteRepositoryCreationTemplate, DeleteRepositoryPolicy, DeleteSigningConfiguration, PutAccountSetting,
      PutImage, PutImageScanningConfiguration, PutImageTagMutability, PutLifecyclePolicy, PutRegistryPolicy, PutRegistryScanningConfiguration,
      PutReplicationConfiguration, PutSigningConfiguration, SetRepositoryPolicy, StartReplicationBackfill, StopReplicationBackfill, UntagResource,
      UpdateImageStorageClass, UpdatePullThroughCacheRule, UpdateRepositoryCreationTemplate
    ]
  ecr-public.amazonaws.com: [BatchDeleteImage, CreateRepository, DeleteRepository, DeleteRepositoryPolicy, PutImage, SetRepositoryPolicy, UntagResource]
needs: [outcome, actor_name, actor_class, invoked_by, console, source_ip, resource, request_parameters, response_elements]
columns:
  event_time: When, UTC
  account_id: Account the change was recorded in
  region: Region of the cluster or repository
  actor_name: Who made the change
  actor_class: Person, workload, root or other
  event_name: What was done
  kind: Task, task definition, service, cluster, machines of a cluster, access to a cluster, add-on, account setting, image, repository or registry
  change: What became of it, in a word
  subject: The thing changed
  detail: Image, definition, role, policy or setting that was named
  privileged: yes where a task definition asks for full rights on its host
  invoked_by: AWS service that made the call for the actor, if any
  console: Made from the AWS console
  source_ip: Address the request came from
  event_id: CloudTrail's id of the event
  source_file: Log object the record stands in
limits: Successful calls only, and not what AWS services did with roles of their own, such as automatic scaling. Tasks that a schedule or a service starts are left out. Of a task definition the first container's image is shown. Changes made inside Kubernetes are in the cluster's own audit log, not in CloudTrail.
references:
  - https://docs.aws.amazon.com/AmazonECS/latest/developerguide/logging-using-cloudtrail.html
  - https://docs.aws.amazon.com/eks/latest/userguide/logging-using-cloudtrail.html
  - https://docs.aws.amazon.com/AmazonECR/latest/userguide/logging-using-cloudtrail.html
*/
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  actor_class,
  event_name,
  CASE
    WHEN event_source IN ('ecr.amazonaws.com', 'ecr-public.amazonaws.com') THEN
      CASE
        WHEN event_name IN ('PutImage', 'BatchDeleteImage', 'UpdateImageStorageClass') THEN 'image'
        WHEN strpos(event_name, 'Registry') > 0 OR strpos(event_name, 'Replication') > 0 OR strpos(event_name, 'PullThroughCache') > 0 OR event_name IN ('PutAccountSetting', 'PutSigningConfiguration', 'DeleteSigningConfiguration') THEN 'registry'
        ELSE 'repository'
      END
    WHEN event_source = 'eks.amazonaws.com' THEN
      CASE
        WHEN regexp_like(event_name, 'Access|IdentityProvider|PodIdentity') THEN 'access to a cluster'
        WHEN strpos(event_name, 'Addon') > 0 OR strpos(event_name, 'Capability') > 0 THEN 'add-on'
        WHEN strpos(event_name, 'Nodegroup') > 0 OR strpos(event_name, 'FargateProfile') > 0 THEN 'machines of a cluster'
        ELSE 'cluster'
      END
    WHEN strpos(event_name, 'TaskDefinition') > 0 THEN 'task definition'
    WHEN regexp_like(event_name, 'Service|TaskSet|Daemon|Gateway') THEN 'service'
    WHEN event_name IN ('RunTask', 'StartTask', 'StopTask') THEN 'task'
    WHEN strpos(event_name, 'AccountSetting') > 0 THEN 'account setting'
    ELSE 'cluster'
  END AS kind,
  CASE
    WHEN event_name = 'PutImage' THEN 'pushed'
    WHEN starts_with(event_name, 'Create') OR starts_with(event_name, 'Register') THEN 'created'
    WHEN starts_with(event_name, 'Delete') OR starts_with(event_name, 'Deregister') OR starts_with(event_name, 'BatchDelete') THEN 'removed'
    WHEN starts_with(event_name, 'Associate') THEN 'attached'
    WHEN starts_with(event_name, 'Disassociate') THEN 'detached'
    WHEN event_name IN ('RunTask', 'StartTask') THEN 'started'
    WHEN starts_with(event_name, 'Stop') THEN 'stopped'
    ELSE 'changed'
  END AS change,
  COALESCE(
    json_extract_scalar(request_parameters, '$.repositoryName'),
    json_extract_scalar(response_elements, '$.taskDefinition.taskDefinitionArn'),
    CASE WHEN event_source = 'eks.amazonaws.com' THEN COALESCE(json_extract_scalar(request_parameters, '$.clusterName'), json_extract_scalar(request_parameters, '$.name')) END,
    json_extract_scalar(request_parameters, '$.service'),
    json_extract_scalar(request_parameters, '$.serviceName'),
    json_extract_scalar(request_parameters, '$.task'),
    CASE WHEN event_name IN ('RunTask', 'StartTask') THEN json_extract_scalar(request_parameters, '$.taskDefinition') END,
    json_extract_scalar(request_parameters, '$.family'),
    json_extract_scalar(request_parameters, '$.taskDefinition'),
    json_extract_scalar(request_parameters, '$.clusterName'),
    json_extract_scalar(request_parameters, '$.cluster'),
    json_extract_scalar(request_parameters, '$.name'),
    json_extract_scalar(request_parameters, '$.ecrRepositoryPrefix'),
    resource
  ) AS subject,
  CASE
    WHEN event_source = 'eks.amazonaws.com' THEN COALESCE(
      regexp_extract(json_extract_scalar(request_parameters, '$.policyArn'), '([^/]+)$', 1) || COALESCE(' for ' || json_extract_scalar(request_parameters, '$.principalArn'), ''),
      json_extract_scalar(request_parameters, '$.principalArn'),
      json_extract_scalar(request_parameters, '$.addonName'),
      json_extract_scalar(request_parameters, '$.nodegroupName'),
      json_extract_scalar(request_parameters, '$.roleArn'),
      'public endpoint: ' || json_extract_scalar(request_parameters, '$.resourcesVpcConfig.endpointPublicAccess')
        || COALESCE(', open to ' || json_extract_scalar(request_parameters, '$.resourcesVpcConfig.publicAccessCidrs[0]'), ''),
      'logging of ' || json_extract_scalar(request_parameters, '$.logging.clusterLogging[0].types[0]') || ': ' || json_extract_scalar(request_parameters, '$.logging.clusterLogging[0].enabled'),
      'version ' || json_extract_scalar(request_parameters, '$.version'))
    WHEN event_source IN ('ecr.amazonaws.com', 'ecr-public.amazonaws.com') THEN COALESCE(
      json_extract_scalar(request_parameters, '$.imageTag'),
      json_extract_scalar(response_elements, '$.image.imageId.imageTag'),
      json_extract_scalar(response_elements, '$.image.imageId.imageDigest'),
      json_extract_scalar(request_parameters, '$.imageIds[0].imageTag'),
      json_extract_scalar(request_parameters, '$.imageIds[0].imageDigest'),
      'scan on push: ' || json_extract_scalar(request_parameters, '$.imageScanningConfiguration.scanOnPush'),
      'scanning ' || json_extract_scalar(request_parameters, '$.scanType'),
      'tags ' || json_extract_scalar(request_parameters, '$.imageTagMutability'),
      'to ' || json_extract_scalar(request_parameters, '$.replicationConfiguration.rules[0].destinations[0].region'),
      'with its images: ' || json_extract_scalar(request_parameters, '$.force'))
    ELSE COALESCE(
      json_extract_scalar(request_parameters, '$.containerDefinitions[0].image')
        || COALESCE(', role ' || regexp_extract(json_extract_scalar(request_parameters, '$.taskRoleArn'), '([^/]+)$', 1), ''),
      CASE WHEN event_name NOT IN ('RunTask', 'StartTask') THEN json_extract_scalar(request_parameters, '$.taskDefinition') END,
      'command execution: ' || json_extract_scalar(request_parameters, '$.enableExecuteCommand'),
      'count ' || json_extract_scalar(request_parameters, '$.desiredCount'),
      json_extract_scalar(request_parameters, '$.settings[0].name') || ': ' || json_extract_scalar(request_parameters, '$.settings[0].value'),
      json_extract_scalar(request_parameters, '$.name') || ': ' || json_extract_scalar(request_parameters, '$.value'),
      json_extract_scalar(request_parameters, '$.cluster'))
  END AS detail,
  CASE WHEN event_name = 'RegisterTaskDefinition' AND regexp_like(request_parameters, '"privileged"\s*:\s*"?true') THEN 'yes' WHEN event_name = 'RegisterTaskDefinition' THEN 'no' END AS privileged,
  invoked_by,
  console,
  source_ip,
  event_id,
  source_file
FROM events
WHERE outcome = 'success'
  AND actor_class <> 'aws-service'
  AND (
    (event_source = 'ecs.amazonaws.com' AND event_name IN (
      'AssociateGatewayWithCluster', 'ContinueServiceDeployment', 'CreateCapacityProvider', 'CreateCluster', 'CreateDaemon',
      'CreateExpressGatewayService', 'CreateGateway', 'CreateService', 'CreateTaskSet', 'DeleteAccountSetting', 'DeleteCapacityProvider',
      'DeleteCluster', 'DeleteDaemon', 'DeleteDaemonTaskDefinition', 'DeleteExpressGatewayService', 'DeleteGateway', 'DeleteService',
      'DeleteTaskDefinitions', 'DeleteTaskSet', 'DeregisterTaskDefinition', 'DisassociateGatewayFromCluster', 'PutAccountSetting',
      'PutAccountSettingDefault', 'PutClusterCapacityProviders', 'RegisterDaemonTaskDefinition', 'RegisterTaskDefinition', 'StopServiceDeployment',
      'UntagResource', 'UpdateCapacityProvider', 'UpdateCluster', 'UpdateClusterSettings', 'UpdateDaemon', 'UpdateExpressGatewayService',
      'UpdateGateway', 'UpdateService', 'UpdateServicePrimaryTaskSet', 'UpdateTaskSet'
    ))
    OR (event_source = 'eks.amazonaws.com' AND event_name IN (
      'ActivateCertificateAuthority', 'AssociateAccessPolicy', 'AssociateEncryptionConfig', 'AssociateIdentityProviderConfig', 'CancelUpdate',
      'CreateAccessEntry', 'CreateAddon', 'CreateCapability', 'CreateCertificateAuthority', 'CreateCluster', 'CreateFargateProfile',
      'CreateNodegroup', 'CreatePodIdentityAssociation', 'DeleteAccessEntry', 'DeleteAddon', 'DeleteCapability', 'DeleteCertificateAuthority',
      'DeleteCluster', 'DeleteFargateProfile', 'DeleteNodegroup', 'DeletePodIdentityAssociation', 'DeregisterCluster', 'DisassociateAccessPolicy',
      'DisassociateIdentityProviderConfig', 'RegisterCluster', 'UntagResource', 'UpdateAccessEntry', 'UpdateAddon', 'UpdateCapability',
      'UpdateClusterConfig', 'UpdateClusterVersion', 'UpdateNodegroupConfig', 'UpdateNodegroupVersion', 'UpdatePodIdentityAssociation'
    ))
    OR (event_source = 'ecr.amazonaws.com' AND event_name IN (
      'BatchDeleteImage', 'CreatePullThroughCacheRule', 'CreateRepository', 'CreateRepositoryCreationTemplate', 'DeleteLifecyclePolicy',
      'DeletePullThroughCacheRule', 'DeleteRegistryPolicy', 'DeleteRepository', 'DeleteRepositoryCreationTemplate', 'DeleteRepositoryPolicy',
      'DeleteSigningConfiguration', 'PutAccountSetting', 'PutImage', 'PutImageScanningConfiguration', 'PutImageTagMutability', 'PutLifecyclePolicy',
      'PutRegistryPolicy', 'PutRegistryScanningConfiguration', 'PutReplicationConfiguration', 'PutSigningConfiguration', 'SetRepositoryPolicy',
      'StartReplicationBackfill', 'StopReplicationBackfill', 'UntagResource', 'UpdateImageStorageClass', 'UpdatePullThroughCacheRule',
      'UpdateRepositoryCreationTemplate'
    ))
    OR (event_source = 'ecr-public.amazonaws.com' AND event_name IN (
      'BatchDeleteImage', 'CreateRepository', 'DeleteRepository', 'DeleteRepositoryPolicy', 'PutImage', 'SetRepositoryPolicy', 'UntagResource'
    ))
    -- Schedules and work flows start tasks as their daily work.
    OR (event_source = 'ecs.amazonaws.com' AND event_name IN ('RunTask', 'StartTask', 'StopTask') AND (invoked_by IS NULL OR invoked_by = 'AWS Internal'))
  )
