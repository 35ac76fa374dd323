/*
id: ERR-06
title: Discovery calls
question: Who looked around the accounts, in which services, with what, and how often was it refused?
expect: measure                    # looking around is daily work too: it is counted, and nobody is accused
category:
  management: required
events:
  sts.amazonaws.com: [GetCallerIdentity, GetAccessKeyInfo]
  iam.amazonaws.com:
    [
      GetAccessKeyLastUsed, GetAccountAuthorizationDetails, GetAccountPasswordPolicy, GetAccountProperties, GetAccountSummary,
      GetContextKeysForCustomPolicy, GetContextKeysForPrincipalPolicy, GetCredentialReport, GetGroup, GetGroupPolicy, GetHumanReadableSummary,
      GetInstanceProfile, GetLoginProfile, GetMFADevice, GetOpenIDConnectProvider, GetOrganizationsAccessReport, GetOutboundWebIdentityFederationInfo,
      GetPolicy, GetPolicyVersion, GetRole, GetRolePolicy, GetRoleTemplateVersion, GetSAMLProvider, GetSSHPublicKey, GetServerCertificate,
      GetServiceLastAccessedDetails, GetServiceLastAccessedDetailsWithEntities, GetUser, GetUserPolicy, ListAccessKeys, ListAccountAliases,
      ListAttachedGroupPolicies, ListAttachedRolePolicies, ListAttachedUserPolicies, ListEntitiesForPolicy, ListGroupPolicies, ListGroups,
      ListGroupsForUser, ListInstanceProfileTags, ListInstanceProfiles, ListInstanceProfilesForRole, ListMFADeviceTags, ListMFADevices,
      ListOpenIDConnectProviderTags, ListOpenIDConnectProviders, ListOrganizationsFeatures, ListPolicies, ListPoliciesGrantingServiceAccess, ListPolicyTags,
      ListPolicyVersions, ListRolePolicies, ListRoleTags, ListRoles, ListSAMLProviderTags, ListSAMLProviders, ListSSHPublicKeys, ListServerCertificateTags,
      ListServerCertificates, ListServiceSpecificCredentials, ListSigningCertificates, ListUserPolicies, ListUserTags, ListUsers, ListVirtualMFADevices,
      GenerateCredentialReport, GenerateServiceLastAccessedDetails, SimulatePrincipalPolicy, SimulateCustomPolicy
    ]
  organizations.amazonaws.com:
    [
      DescribeAccount, DescribeCreateAccountStatus, DescribeEffectivePolicy, DescribeHandshake, DescribeOrganization, DescribeOrganizationalUnit,
      DescribePolicy, DescribeResourcePolicy, DescribeResponsibilityTransfer, ListAWSServiceAccessForOrganization, ListAccounts, ListAccountsForParent,
      ListAccountsWithInvalidEffectivePolicy, ListChildren, ListCreateAccountStatus, ListDelegatedAdministrators, ListDelegatedServicesForAccount,
      ListEffectivePolicyValidationErrors, ListHandshakesForAccount, ListHandshakesForOrganization, ListInboundResponsibilityTransfers,
      ListOrganizationalUnitsForParent, ListOutboundResponsibilityTransfers, ListParents, ListPolicies, ListPoliciesForTarget, ListRoots,
      ListTagsForResource, ListTargetsForPolicy
    ]
  account.amazonaws.com:
    [
      GetAccountInformation, GetAlternateContact, GetContactInformation, GetGovCloudAccountInformation, GetPrimaryEmail, GetPrimaryEmailUpdateStatus,
      GetRegionOptStatus, ListRegions
    ]
  sso.amazonaws.com:
    [
      DescribeAccountAssignmentCreationStatus, DescribeAccountAssignmentDeletionStatus, DescribeApplication, DescribeApplicationAssignment,
      DescribeApplicationProvider, DescribeInstance, DescribePermissionSet, DescribeTrustedTokenIssuer, GetApplicationAccessScope,
      GetApplicationAssignmentConfiguration, GetApplicationAuthenticationMethod, GetApplicationGrant, GetApplicationSessionConfiguration,
      GetInlinePolicyForPermissionSet, ListAccountAssignmentCreationStatus, ListAccountAssignmentDeletionStatus, ListAccountAssignments,
      ListAccountAssignmentsForPrincipal, ListAccountsForProvisionedPermissionSet, ListApplicationAccessScopes, ListApplicationAssignments,
      ListApplicationAssignmentsForPrincipal, ListApplicationAuthenticationMethods, ListApplicationGrants, ListApplicationProviders, ListApplications,
      ListCustomerManagedPolicyReferencesInPermissionSet, ListInstances, ListManagedPoliciesInPermissionSet, ListPermissionSets,
      ListPermissionSetsProvisionedToAccount, ListTrustedTokenIssuers
    ]
  identitystore.amazonaws.com: [ListUsers, ListGroups, ListGroupMemberships, ListGroupMembershipsForMember, DescribeUser, DescribeGroup, GetUserId, GetGroupId]
  s3.amazonaws.com:
    [
      ListBuckets, ListDirectoryBuckets, GetBucketAcl, GetBucketPolicy, GetBucketPolicyStatus, GetBucketLocation, GetBucketLogging, GetBucketVersioning,
      GetBucketReplication, GetBucketEncryption, GetBucketTagging, GetBucketWebsite, GetBucketNotificationConfiguration, ListAccessPoints,
      ListMultiRegionAccessPoints, GetBucketPublicAccessBlock, GetAccountPublicAccessBlock, GetBucketLifecycle, GetBucketCors, GetBucketNotification,
      GetBucketObjectLockConfiguration
    ]
  ec2.amazonaws.com:
    [
      DescribeInstances, DescribeInstanceAttribute, DescribeInstanceStatus, DescribeInstanceTypes, DescribeInstanceTypeOfferings,
      DescribeIamInstanceProfileAssociations, DescribeImages, DescribeImageAttribute, DescribeSnapshots, DescribeSnapshotAttribute, DescribeVolumes,
      DescribeVolumeStatus, DescribeVolumesModifications, DescribeSecurityGroups, DescribeSecurityGroupRules, DescribeNetworkAcls,
      DescribeNetworkInterfaces, DescribeVpcs, DescribeVpcAttribute, DescribeVpcEndpoints, DescribeVpcEndpointServices,
      DescribeVpcEndpointServicePermissions, DescribeVpcPeeringConnections, DescribeSubnets, DescribeRouteTables, DescribeInternetGateways,
      DescribeEgressOnlyInternetGateways, DescribeNatGateways, DescribeVpnConnections, DescribeVpnGateways, DescribeCustomerGateways,
      DescribeClientVpnEndpoints, DescribeClientVpnRoutes, DescribeClientVpnAuthorizationRules, DescribeTransitGateways, DescribeTransitGatewayAttachments,
      DescribeTransitGatewayVpcAttachments, DescribeTransitGatewayRouteTables, DescribeTransitGatewayMulticastDomains, DescribeCarrierGateways,
      DescribeLocalGateways, GetTransitGatewayRouteTableAssociations, SearchTransitGatewayRoutes, DescribeRegions, DescribeAvailabilityZones,
      DescribeAccountAttributes, DescribeAddresses, DescribeDhcpOptions, DescribePrefixLists, DescribeManagedPrefixLists, DescribeFlowLogs,
      GetFlowLogsIntegrationTemplate, DescribeKeyPairs, DescribeLaunchTemplates, DescribeLaunchTemplateVersions, GetLaunchTemplateData, DescribeTags,
      DescribeHosts, DescribeReservedInstances, DescribeSpotInstanceRequests, DescribeSpotFleetRequests, DescribeSpotPriceHistory,
      DescribeSpotFleetInstances, DescribeFleets, DescribeCapacityReservations, DescribeBundleTasks, DescribeExportTasks, DescribeImportImageTasks,
      DescribeConversionTasks, DescribePlacementGroups, DescribeInstanceConnectEndpoints, DescribeVerifiedAccessInstances, GetConsoleScreenshot,
      GetConsoleOutput, GetEbsDefaultKmsKeyId, GetEbsEncryptionByDefault, GetSerialConsoleAccessStatus, GetSnapshotBlockPublicAccessState,
      GetImageBlockPublicAccessState, GetInstanceMetadataDefaults
    ]
  autoscaling.amazonaws.com: [DescribeAutoScalingGroups, DescribeAutoScalingInstances, DescribeLaunchConfigurations]
  elasticloadbalancing.amazonaws.com: [DescribeLoadBalancers, DescribeListeners, DescribeTargetGroups, DescribeRules, DescribeTargetHealth]
  lightsail.amazonaws.com:
    [
      GetBuckets, GetContainerServices, GetDisks, GetDistributions, GetDomains, GetInstance, GetInstanceSnapshots, GetInstances, GetKeyPairs,
      GetLoadBalancers, GetRegions, GetRelationalDatabases, GetStaticIps
    ]
  secretsmanager.amazonaws.com: [ListSecrets, DescribeSecret, ListSecretVersionIds, GetResourcePolicy]
  ssm.amazonaws.com:
    [
      DescribeParameters, GetParametersByPath, DescribeInstanceInformation, DescribeInstanceProperties, ListDocuments, ListCommands, ListCommandInvocations,
      DescribeSessions, ListAssociations, GetInventory, DescribeDocument, DescribeDocumentPermission
    ]
  kms.amazonaws.com: [ListKeys, ListAliases, ListKeyPolicies, ListGrants, DescribeKey, GetKeyPolicy, ListRetirableGrants, GetKeyRotationStatus]
  rds.amazonaws.com:
    [
      DescribeDBCapacityReservations, DescribeDBClusterAutomatedBackups, DescribeDBClusterBacktracks, DescribeDBClusterEndpoints,
      DescribeDBClusterParameterGroups, DescribeDBClusterParameters, DescribeDBClusterSnapshotAttributes, DescribeDBClusterSnapshots, DescribeDBClusters,
      DescribeDBEngineVersions, DescribeDBInstanceAutomatedBackups, DescribeDBInstances, DescribeDBLogFiles, DescribeDBMajorEngineVersions,
      DescribeDBParameterGroups, DescribeDBParameters, DescribeDBProxies, DescribeDBProxyEndpoints, DescribeDBProxyTargetGroups, DescribeDBProxyTargets,
      DescribeDBRecommendations, DescribeDBSecurityGroups, DescribeDBShardGroups, DescribeDBSnapshotAttributes, DescribeDBSnapshotTenantDatabases,
      DescribeDBSnapshots, DescribeDBSubnetGroups, DescribeExportTasks, DescribeGlobalClusters
    ]
  redshift.amazonaws.com: [DescribeClusters, DescribeClusterSnapshots, DescribeLoggingStatus, DescribeClusterSecurityGroups, DescribeClusterSubnetGroups]
  redshift-serverless.amazonaws.com: [ListWorkgroups, ListNamespaces]
  dynamodb.amazonaws.com: [ListTables, DescribeTable, ListBackups, ListExports, ListGlobalTables, DescribeContinuousBackups]
  elasticache.amazonaws.com: [DescribeCacheClusters, DescribeReplicationGroups, DescribeUsers, DescribeServerlessCaches]
  es.amazonaws.com: [ListDomainNames, DescribeDomain, DescribeDomains, DescribeElasticsearchDomain, DescribeElasticsearchDomains]
  elasticfilesystem.amazonaws.com: [DescribeFileSystems, DescribeMountTargets, DescribeAccessPoints, DescribeFileSystemPolicy]
  fsx.amazonaws.com: [DescribeFileSystems, DescribeBackups]
  backup.amazonaws.com: [ListBackupVaults, ListBackupPlans, ListRecoveryPointsByBackupVault, ListProtectedResources]
  lambda.amazonaws.com:
    [
      ListFunctions, GetFunction, GetFunctionConfiguration, ListLayers, ListLayerVersions, GetLayerVersion, GetLayerVersionByArn, GetPolicy,
      ListEventSourceMappings, ListAliases, ListVersionsByFunction, GetAccountSettings, ListFunctionUrlConfigs, GetFunctionUrlConfig, GetEventSourceMapping
    ]
  ecs.amazonaws.com:
    [
      ListClusters, ListServices, ListTasks, ListTaskDefinitions, DescribeClusters, DescribeServices, DescribeTasks, DescribeTaskDefinition,
      ListContainerInstances, DescribeContainerInstances
    ]
  eks.amazonaws.com:
    [
      ListClusters, DescribeCluster, ListNodegroups, ListAccessEntries, DescribeAccessEntry, ListAssociatedAccessPolicies, ListAddons, ListFargateProfiles,
      ListIdentityProviderConfigs, ListPodIdentityAssociations
    ]
  ecr.amazonaws.com: [DescribeRepositories, DescribeImages, ListImages, DescribeRegistry, GetRepositoryPolicy, GetRegistryPolicy]
  apigateway.amazonaws.com: [GetRestApis, GetApis, GetStages, GetResources, GetApiKeys, GetAuthorizers, GetDomainNames, GetUsagePlans]
  cloudfront.amazonaws.com: [ListDistributions, GetDistribution, GetDistributionConfig, ListFunctions, ListCloudFrontOriginAccessIdentities, ListOriginAccessControls]
  route53.amazonaws.com: [ListHostedZones, ListHostedZonesByName, ListResourceRecordSets, GetHostedZone, GetHostedZoneCount]
  route53domains.amazonaws.com: [ListDomains, GetDomainDetail]
  acm.amazonaws.com: [ListCertificates, DescribeCertificate]
  cognito-idp.amazonaws.com: [ListUserPools, DescribeUserPool, ListUserPoolClients, ListUsers, ListGroups]
  cognito-identity.amazonaws.com: [ListIdentityPools, DescribeIdentityPool, GetIdentityPoolRoles]
  sns.amazonaws.com:
    [
      ListTopics, ListSubscriptions, ListSubscriptionsByTopic, GetTopicAttributes, GetSMSAttributes, GetSMSSandboxAccountStatus, ListOriginationNumbers,
      ListPhoneNumbersOptedOut, ListSMSSandboxPhoneNumbers
    ]
  sms-voice.amazonaws.com:
    [
      DescribeAccountAttributes, DescribeAccountLimits, DescribeConfigurationSets, DescribeKeywords, DescribeNotifyConfigurations, DescribeNotifyTemplates,
      DescribeOptOutLists, DescribeOptedOutNumbers, DescribePhoneNumbers, DescribePools, DescribeProtectConfigurations, DescribeRcsAgentCountryLaunchStatus,
      DescribeRcsAgents, DescribeRegistrationAttachments, DescribeRegistrationFieldDefinitions, DescribeRegistrationFieldValues,
      DescribeRegistrationSectionDefinitions, DescribeRegistrationTypeDefinitions, DescribeRegistrationVersions, DescribeRegistrations, DescribeSenderIds,
      DescribeSpendLimits, DescribeVerifiedDestinationNumbers
    ]
  sqs.amazonaws.com: [ListQueues, GetQueueAttributes]
  ses.amazonaws.com:
    [
      GetAccount, GetAccountSendingEnabled, GetDedicatedIps, GetEmailIdentity, GetEmailIdentityPolicies, GetIdentityDkimAttributes, GetIdentityPolicies,
      GetIdentityVerificationAttributes, GetSendQuota, GetSendStatistics, ListConfigurationSets, ListContactLists, ListEmailIdentities, ListEmailTemplates,
      ListIdentities, ListIdentityPolicies, ListTemplates, ListVerifiedEmailAddresses
    ]
  servicequotas.amazonaws.com:
    [
      GetAWSDefaultServiceQuota, GetAutoManagementConfiguration, GetQuotaUtilizationReport, GetRequestedServiceQuotaChange, GetServiceQuota,
      ListAWSDefaultServiceQuotas, ListRequestedServiceQuotaChangeHistory, ListRequestedServiceQuotaChangeHistoryByQuota, ListServiceQuotas, ListServices
    ]
  cloudtrail.amazonaws.com:
    [
      DescribeTrails, GetTrail, GetTrailStatus, ListTrails, GetEventSelectors, GetInsightSelectors, LookupEvents, ListEventDataStores, GetEventDataStore,
      ListPublicKeys, ListChannels
    ]
  config.amazonaws.com:
    [
      DescribeConfigurationRecorders, DescribeConfigurationRecorderStatus, DescribeDeliveryChannels, DescribeDeliveryChannelStatus, DescribeConfigRules,
      ListDiscoveredResources, GetDiscoveredResourceCounts, SelectResourceConfig, SelectAggregateResourceConfig, DescribeConfigurationAggregators,
      BatchGetResourceConfig, GetResourceConfigHistory
    ]
  guardduty.amazonaws.com:
    [
      ListDetectors, GetDetector, ListFindings, GetFindings, ListMembers, GetAdministratorAccount, GetMasterAccount, ListFilters, ListIPSets,
      ListThreatIntelSets, DescribeOrganizationConfiguration
    ]
  securityhub.amazonaws.com:
    [
      DescribeHub, GetFindings, GetEnabledStandards, ListMembers, GetAdministratorAccount, GetMasterAccount, DescribeStandards, ListFindingAggregators,
      DescribeOrganizationConfiguration
    ]
  macie2.amazonaws.com: [GetMacieSession, ListFindings, DescribeBuckets, GetBucketStatistics, ListClassificationJobs]
  inspector2.amazonaws.com: [ListFindings, ListCoverage, BatchGetAccountStatus]
  access-analyzer.amazonaws.com: [ListAnalyzers, ListFindings, ListFindingsV2, GetFinding]
  detective.amazonaws.com: [ListGraphs]
  wafv2.amazonaws.com: [ListWebACLs, GetWebACL, ListIPSets, GetIPSet, ListResourcesForWebACL, ListRuleGroups, GetLoggingConfiguration]
  shield.amazonaws.com: [ListProtections, GetSubscriptionState, DescribeSubscription]
  fms.amazonaws.com: [ListPolicies, GetAdminAccount]
  network-firewall.amazonaws.com: [ListFirewalls, ListRuleGroups, DescribeFirewall]
  monitoring.amazonaws.com: [DescribeAlarms, ListMetrics, ListDashboards]
  logs.amazonaws.com:
    [
      DescribeLogGroups, DescribeLogStreams, DescribeSubscriptionFilters, DescribeMetricFilters, DescribeQueryDefinitions, DescribeResourcePolicies,
      DescribeExportTasks, DescribeDestinations
    ]
  events.amazonaws.com: [ListRules, ListEventBuses, ListTargetsByRule, DescribeEventBus]
  states.amazonaws.com: [ListStateMachines, DescribeStateMachine, ListExecutions]
  glue.amazonaws.com: [GetDatabases, GetTables, GetConnections, GetJobs, ListJobs, GetDevEndpoints, GetCrawlers, GetResourcePolicies, GetDataCatalogEncryptionSettings]
  athena.amazonaws.com: [ListWorkGroups, ListDatabases, ListTableMetadata, ListQueryExecutions, ListDataCatalogs, ListNamedQueries, GetWorkGroup]
  cloudformation.amazonaws.com: [ListStacks, DescribeStacks, DescribeStackResources, ListStackResources, GetTemplate, ListExports, ListStackSets]
  codebuild.amazonaws.com: [ListProjects, BatchGetProjects, ListSourceCredentials, ListBuilds]
  codecommit.amazonaws.com: [ListRepositories, GetRepository]
  codepipeline.amazonaws.com: [ListPipelines, GetPipeline]
  elasticbeanstalk.amazonaws.com: [DescribeApplications, DescribeEnvironments, DescribeConfigurationSettings]
  apprunner.amazonaws.com: [ListServices, DescribeService, ListConnections]
  amplify.amazonaws.com: [ListApps, GetApp]
  sagemaker.amazonaws.com: [ListNotebookInstances, DescribeNotebookInstance, ListDomains, ListUserProfiles, ListEndpoints, ListModels, ListTrainingJobs]
  bedrock.amazonaws.com:
    [
      GetCustomModel, GetFoundationModel, GetFoundationModelAvailability, GetGuardrail, GetInferenceProfile, GetModelInvocationLoggingConfiguration,
      GetProvisionedModelThroughput, GetUseCaseForModelAccess, ListCustomModels, ListFoundationModelAgreementOffers, ListFoundationModels, ListGuardrails,
      ListImportedModels, ListInferenceProfiles, ListModelCustomizationJobs, ListModelInvocationJobs, ListProvisionedModelThroughputs
    ]
  health.amazonaws.com:
    [
      DescribeAffectedAccountsForOrganization, DescribeAffectedEntities, DescribeAffectedEntitiesForOrganization, DescribeEntityAggregates,
      DescribeEntityAggregatesForOrganization, DescribeEventAggregates, DescribeEventDetails, DescribeEventDetailsForOrganization, DescribeEventTypes,
      DescribeEvents, DescribeEventsForOrganization, DescribeHealthServiceStatusForOrganization, DescribeServiceLifecycle, DescribeTagKeys,
      DescribeTagKeysForOrganization, DescribeTags, DescribeTagsForOrganization, DescribeTagsOnboardingStatus, DescribeTagsOnboardingStatusForOrganization
    ]
  support.amazonaws.com:
    [
      DescribeAttachment, DescribeAttachmentUploadStatus, DescribeCases, DescribeCommunications, DescribeCreateCaseOptions, DescribeServices,
      DescribeSeverityLevels, DescribeSupportedLanguages, DescribeTrustedAdvisorCheckRefreshStatuses, DescribeTrustedAdvisorCheckResult,
      DescribeTrustedAdvisorCheckSummaries, DescribeTrustedAdvisorChecks
    ]
  trustedadvisor.amazonaws.com: [ListChecks, ListRecommendations]
  ce.amazonaws.com:
    [
      GetAnomalies, GetAnomalyMonitors, GetAnomalySubscriptions, GetCostAndUsage, GetCostAndUsageComparisons, GetCostAndUsageWithResources,
      GetCostCategories, GetCostForecast, GetDimensionValues, GetReservationCoverage, GetReservationPurchaseRecommendation, GetReservationUtilization,
      GetRightsizingRecommendation, GetSavingsPlansCoverage, GetSavingsPlansPurchaseRecommendation, GetSavingsPlansUtilization,
      GetSavingsPlansUtilizationDetails, GetTags, GetUsageForecast
    ]
  budgets.amazonaws.com: [DescribeBudgets, DescribeBudget]
  freetier.amazonaws.com: [GetFreeTierUsage, GetAccountPlanState]
  resource-explorer-2.amazonaws.com: [Search, ListResources, ListIndexes, ListViews, GetIndex]
  tagging.amazonaws.com: [GetResources, GetTagKeys, GetTagValues]
  resource-groups.amazonaws.com: [ListGroups, ListGroupResources, SearchResources]
  ram.amazonaws.com: [GetResourceShares, ListResources, ListPrincipals, GetResourceShareAssociations, GetResourceShareInvitations]
  cloudcontrolapi.amazonaws.com: [ListResources, GetResource]
  rolesanywhere.amazonaws.com: [ListTrustAnchors, ListProfiles, GetTrustAnchor]
  ds.amazonaws.com: [DescribeDirectories, DescribeTrusts]
  workspaces.amazonaws.com: [DescribeWorkspaces, DescribeWorkspaceDirectories, DescribeWorkspaceBundles]
  transfer.amazonaws.com: [ListServers, ListUsers, DescribeServer]
  directconnect.amazonaws.com: [DescribeConnections, DescribeVirtualInterfaces]
  elasticmapreduce.amazonaws.com: [ListClusters, DescribeCluster]
  kafka.amazonaws.com: [ListClusters, ListClustersV2]
  mq.amazonaws.com: [ListBrokers]
  dms.amazonaws.com: [DescribeReplicationInstances, DescribeEndpoints]
  batch.amazonaws.com: [DescribeJobQueues, DescribeComputeEnvironments, DescribeJobDefinitions]
needs: [event_category, outcome, actor_name, actor_class, role_name, invoked_by, console, source_ip, user_agent]
columns:
  account_id: Account the calls were recorded in
  principal: Who called; for workloads the role
  actor_class: Person, workload, root or other
  event_source: Service looked at
  event_name: Call
  through: AWS service that made it for the principal
  events: How often in the period
  refused: Of the events, how many were denied
  regions: Different regions they were made in
  source_ips: Different addresses they came from
  tools: What they were made with, by the user agent, which a caller can choose
  first_time: First call, UTC
  last_time: Last call, UTC
  first_event_id: Event of the first call
  last_event_id: Event of the last call
key: [account_id, principal, actor_class, event_source, event_name, through]
limits: Counts of the calls that tell a stranger most about an account (who is in it, what runs, what guards it, what it may do), not of every read. Calls that AWS services make for themselves are left out; those they make for somebody are rows of their own. Many calls are no sign of anything by themselves; new principals, many services and refusals are worth a look, and ERR-03 picks out bursts.
references:
  - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
  - https://attack.mitre.org/tactics/TA0007/
*/
SELECT
  account_id,
  principal,
  actor_class,
  event_source,
  event_name,
  through,
  count(event_id) AS events,
  count_if(outcome = 'denied') AS refused,
  count(DISTINCT region) AS regions,
  count(DISTINCT source_ip) AS source_ips,
  array_join(array_agg(DISTINCT tool ORDER BY tool), ', ') AS tools,
  substr(min(event_time || event_id), 1, 20) AS first_time,
  substr(max(event_time || event_id), 1, 20) AS last_time,
  substr(min(event_time || event_id), 21) AS first_event_id,
  substr(max(event_time || event_id), 21) AS last_event_id
FROM (
  SELECT
    event_id,
    event_time,
    account_id,
    region,
    CASE WHEN actor_class = 'person' THEN actor_name ELSE COALESCE(role_name, actor_name, 'not named') END AS principal,
    actor_class,
    event_source,
    event_name,
    CASE WHEN invoked_by NOT IN ('AWS Internal', 'signin.amazonaws.com', 'console.amazonaws.com') THEN invoked_by END AS through,
    outcome,
    source_ip,
    -- A few names, so that a made-up user agent cannot fill the column.
    CASE
      WHEN console = 'true' THEN 'console'
      WHEN user_agent IS NULL THEN 'not named'
      -- Nearly no caller is one of these: all are looked for at once, and told apart only then.
      WHEN regexp_like(agent, 'prowler|scoutsuite|scout suite|pacu|cloudsploit|steampipe|cartography|cloudmapper|cloudfox|trufflehog|enumerate-iam|kali|parrot|pentoo|nuclei|terraform|opentofu|pulumi|aws-cdk|cloudformation|crossplane|ansible')
        THEN CASE WHEN regexp_like(agent, 'prowler|scoutsuite|scout suite|pacu|cloudsploit|steampipe|cartography|cloudmapper|cloudfox|trufflehog|enumerate-iam|kali|parrot|pentoo|nuclei') THEN 'a scanning tool' ELSE 'an infrastructure tool' END
      WHEN strpos(user_agent, 'aws-cli/') > 0 THEN 'command line'
      WHEN strpos(agent, 'powershell') > 0 THEN 'PowerShell'
      WHEN strpos(agent, 'boto') > 0 THEN 'Python'
      WHEN strpos(agent, 'aws-sdk-go') > 0 THEN 'Go'
      WHEN strpos(agent, 'aws-sdk-nodejs') > 0 OR strpos(agent, 'aws-sdk-js') > 0 THEN 'JavaScript'
      WHEN strpos(agent, 'aws-sdk-java') > 0 THEN 'Java'
      WHEN strpos(agent, 'aws-sdk-') > 0 AND regexp_like(agent, 'aws-sdk-[a-z]') THEN 'another SDK'
      WHEN regexp_like(user_agent, '[.]amazonaws[.]com$') THEN 'an AWS service'
      WHEN regexp_like(agent, '^.?mozilla') THEN 'browser'
      ELSE 'other'
    END AS tool
  FROM (
    SELECT
      event_id, event_time, account_id, region, event_category, event_source, event_name, actor_class, actor_name, role_name, invoked_by, console, outcome, source_ip, user_agent,
      lower(user_agent) AS agent
    FROM events
  ) calls
  WHERE event_category = 'management'
    AND actor_class <> 'aws-service'
    -- Not as OR: DuckDB would then compare each event of the logs with each source.
    AND CASE event_source
      WHEN 'sts.amazonaws.com' THEN event_name IN ('GetCallerIdentity', 'GetAccessKeyInfo')
      WHEN 'iam.amazonaws.com' THEN event_name IN (
        'GetAccessKeyLastUsed', 'GetAccountAuthorizationDetails', 'GetAccountPasswordPolicy', 'GetAccountProperties', 'GetAccountSummary',
        'GetContextKeysForCustomPolicy', 'GetContextKeysForPrincipalPolicy', 'GetCredentialReport', 'GetGroup', 'GetGroupPolicy',
        'GetHumanReadableSummary', 'GetInstanceProfile', 'GetLoginProfile', 'GetMFADevice', 'GetOpenIDConnectProvider',
        'GetOrganizationsAccessReport', 'GetOutboundWebIdentityFederationInfo', 'GetPolicy', 'GetPolicyVersion', 'GetRole', 'GetRolePolicy',
        'GetRoleTemplateVersion', 'GetSAMLProvider', 'GetSSHPublicKey', 'GetServerCertificate', 'GetServiceLastAccessedDetails',
        'GetServiceLastAccessedDetailsWithEntities', 'GetUser', 'GetUserPolicy', 'ListAccessKeys', 'ListAccountAliases', 'ListAttachedGroupPolicies',
        'ListAttachedRolePolicies', 'ListAttachedUserPolicies', 'ListEntitiesForPolicy', 'ListGroupPolicies', 'ListGroups', 'ListGroupsForUser',
        'ListInstanceProfileTags', 'ListInstanceProfiles', 'ListInstanceProfilesForRole', 'ListMFADeviceTags', 'ListMFADevices',
        'ListOpenIDConnectProviderTags', 'ListOpenIDConnectProviders', 'ListOrganizationsFeatures', 'ListPolicies',
        'ListPoliciesGrantingServiceAccess', 'ListPolicyTags', 'ListPolicyVersions', 'ListRolePolicies', 'ListRoleTags', 'ListRoles',
        'ListSAMLProviderTags', 'ListSAMLProviders', 'ListSSHPublicKeys', 'ListServerCertificateTags', 'ListServerCertificates',
        'ListServiceSpecificCredentials', 'ListSigningCertificates', 'ListUserPolicies', 'ListUserTags', 'ListUsers', 'ListVirtualMFADevices',
        'GenerateCredentialReport', 'GenerateServiceLastAccessedDetails', 'SimulatePrincipalPolicy', 'SimulateCustomPolicy'
      )
      WHEN 'organizations.amazonaws.com' THEN event_name IN (
        'DescribeAccount', 'DescribeCreateAccountStatus', 'DescribeEffectivePolicy', 'DescribeHandshake', 'DescribeOrganization',
        'DescribeOrganizationalUnit', 'DescribePolicy', 'DescribeResourcePolicy', 'DescribeResponsibilityTransfer',
        'ListAWSServiceAccessForOrganization', 'ListAccounts', 'ListAccountsForParent', 'ListAccountsWithInvalidEffectivePolicy', 'ListChildren',
        'ListCreateAccountStatus', 'ListDelegatedAdministrators', 'ListDelegatedServicesForAccount', 'ListEffectivePolicyValidationErrors',
        'ListHandshakesForAccount', 'ListHandshakesForOrganization', 'ListInboundResponsibilityTransfers', 'ListOrganizationalUnitsForParent',
        'ListOutboundResponsibilityTransfers', 'ListParents', 'ListPolicies', 'ListPoliciesForTarget', 'ListRoots', 'ListTagsForResource',
        'ListTargetsForPolicy'
      )
      WHEN 'account.amazonaws.com' THEN event_name IN (
        'GetAccountInformation', 'GetAlternateContact', 'GetContactInformation', 'GetGovCloudAccountInformation', 'GetPrimaryEmail',
        'GetPrimaryEmailUpdateStatus', 'GetRegionOptStatus', 'ListRegions'
      )
      WHEN 'sso.amazonaws.com' THEN event_name IN (
        'DescribeAccountAssignmentCreationStatus', 'DescribeAccountAssignmentDeletionStatus', 'DescribeApplication', 'DescribeApplicationAssignment',
        'DescribeApplicationProvider', 'DescribeInstance', 'DescribePermissionSet', 'DescribeTrustedTokenIssuer', 'GetApplicationAccessScope',
        'GetApplicationAssignmentConfiguration', 'GetApplicationAuthenticationMethod', 'GetApplicationGrant', 'GetApplicationSessionConfiguration',
        'GetInlinePolicyForPermissionSet', 'ListAccountAssignmentCreationStatus', 'ListAccountAssignmentDeletionStatus', 'ListAccountAssignments',
        'ListAccountAssignmentsForPrincipal', 'ListAccountsForProvisionedPermissionSet', 'ListApplicationAccessScopes', 'ListApplicationAssignments',
        'ListApplicationAssignmentsForPrincipal', 'ListApplicationAuthenticationMethods', 'ListApplicationGrants', 'ListApplicationProviders',
        'ListApplications', 'ListCustomerManagedPolicyReferencesInPermissionSet', 'ListInstances', 'ListManagedPoliciesInPermissionSet',
        'ListPermissionSets', 'ListPermissionSetsProvisionedToAccount', 'ListTrustedTokenIssuers'
      )
      WHEN 'identitystore.amazonaws.com' THEN event_name IN (
        'ListUsers', 'ListGroups', 'ListGroupMemberships', 'ListGroupMembershipsForMember', 'DescribeUser', 'DescribeGroup', 'GetUserId', 'GetGroupId'
      )
      WHEN 's3.amazonaws.com' THEN event_name IN (
        'ListBuckets', 'ListDirectoryBuckets', 'GetBucketAcl', 'GetBucketPolicy', 'GetBucketPolicyStatus', 'GetBucketLocation', 'GetBucketLogging',
        'GetBucketVersioning', 'GetBucketReplication', 'GetBucketEncryption', 'GetBucketTagging', 'GetBucketWebsite',
        'GetBucketNotificationConfiguration', 'ListAccessPoints', 'ListMultiRegionAccessPoints', 'GetBucketPublicAccessBlock',
        'GetAccountPublicAccessBlock', 'GetBucketLifecycle', 'GetBucketCors', 'GetBucketNotification', 'GetBucketObjectLockConfiguration'
      )
      WHEN 'ec2.amazonaws.com' THEN event_name IN (
        'DescribeInstances', 'DescribeInstanceAttribute', 'DescribeInstanceStatus', 'DescribeInstanceTypes', 'DescribeInstanceTypeOfferings',
        'DescribeIamInstanceProfileAssociations', 'DescribeImages', 'DescribeImageAttribute', 'DescribeSnapshots', 'DescribeSnapshotAttribute',
        'DescribeVolumes', 'DescribeVolumeStatus', 'DescribeVolumesModifications', 'DescribeSecurityGroups', 'DescribeSecurityGroupRules',
        'DescribeNetworkAcls', 'DescribeNetworkInterfaces', 'DescribeVpcs', 'DescribeVpcAttribute', 'DescribeVpcEndpoints',
        'DescribeVpcEndpointServices', 'DescribeVpcEndpointServicePermissions', 'DescribeVpcPeeringConnections', 'DescribeSubnets',
        'DescribeRouteTables', 'DescribeInternetGateways', 'DescribeEgressOnlyInternetGateways', 'DescribeNatGateways', 'DescribeVpnConnections',
        'DescribeVpnGateways', 'DescribeCustomerGateways', 'DescribeClientVpnEndpoints', 'DescribeClientVpnRoutes',
        'DescribeClientVpnAuthorizationRules', 'DescribeTransitGateways', 'DescribeTransitGatewayAttachments', 'DescribeTransitGatewayVpcAttachments',
        'DescribeTransitGatewayRouteTables', 'DescribeTransitGatewayMulticastDomains', 'DescribeCarrierGateways', 'DescribeLocalGateways',
        'GetTransitGatewayRouteTableAssociations', 'SearchTransitGatewayRoutes', 'DescribeRegions', 'DescribeAvailabilityZones',
        'DescribeAccountAttributes', 'DescribeAddresses', 'DescribeDhcpOptions', 'DescribePrefixLists', 'DescribeManagedPrefixLists',
        'DescribeFlowLogs', 'GetFlowLogsIntegrationTemplate', 'DescribeKeyPairs', 'DescribeLaunchTemplates', 'DescribeLaunchTemplateVersions',
        'GetLaunchTemplateData', 'DescribeTags', 'DescribeHosts', 'DescribeReservedInstances', 'DescribeSpotInstanceRequests',
        'DescribeSpotFleetRequests', 'DescribeSpotPriceHistory', 'DescribeSpotFleetInstances', 'DescribeFleets', 'DescribeCapacityReservations',
        'DescribeBundleTasks', 'DescribeExportTasks', 'DescribeImportImageTasks', 'DescribeConversionTasks', 'DescribePlacementGroups',
        'DescribeInstanceConnectEndpoints', 'DescribeVerifiedAccessInstances', 'GetConsoleScreenshot', 'GetConsoleOutput', 'GetEbsDefaultKmsKeyId',
        'GetEbsEncryptionByDefault', 'GetSerialConsoleAccessStatus', 'GetSnapshotBlockPublicAccessState', 'GetImageBlockPublicAccessState',
        'GetInstanceMetadataDefaults'
      )
      WHEN 'autoscaling.amazonaws.com' THEN event_name IN ('DescribeAutoScalingGroups', 'DescribeAutoScalingInstances', 'DescribeLaunchConfigurations')
      WHEN 'elasticloadbalancing.amazonaws.com' THEN event_name IN (
        'DescribeLoadBalancers', 'DescribeListeners', 'DescribeTargetGroups', 'DescribeRules', 'DescribeTargetHealth'
      )
      WHEN 'lightsail.amazonaws.com' THEN event_name IN (
        'GetBuckets', 'GetContainerServices', 'GetDisks', 'GetDistributions', 'GetDomains', 'GetInstance', 'GetInstanceSnapshots', 'GetInstances',
        'GetKeyPairs', 'GetLoadBalancers', 'GetRegions', 'GetRelationalDatabases', 'GetStaticIps'
      )
      WHEN 'secretsmanager.amazonaws.com' THEN event_name IN ('ListSecrets', 'DescribeSecret', 'ListSecretVersionIds', 'GetResourcePolicy')
      WHEN 'ssm.amazonaws.com' THEN event_name IN (
        'DescribeParameters', 'GetParametersByPath', 'DescribeInstanceInformation', 'DescribeInstanceProperties', 'ListDocuments', 'ListCommands',
        'ListCommandInvocations', 'DescribeSessions', 'ListAssociations', 'GetInventory', 'DescribeDocument', 'DescribeDocumentPermission'
      )
      WHEN 'kms.amazonaws.com' THEN event_name IN (
        'ListKeys', 'ListAliases', 'ListKeyPolicies', 'ListGrants', 'DescribeKey', 'GetKeyPolicy', 'ListRetirableGrants', 'GetKeyRotationStatus'
      )
      WHEN 'rds.amazonaws.com' THEN event_name IN (
        'DescribeDBCapacityReservations', 'DescribeDBClusterAutomatedBackups', 'DescribeDBClusterBacktracks', 'DescribeDBClusterEndpoints',
        'DescribeDBClusterParameterGroups', 'DescribeDBClusterParameters', 'DescribeDBClusterSnapshotAttributes', 'DescribeDBClusterSnapshots',
        'DescribeDBClusters', 'DescribeDBEngineVersions', 'DescribeDBInstanceAutomatedBackups', 'DescribeDBInstances', 'DescribeDBLogFiles',
        'DescribeDBMajorEngineVersions', 'DescribeDBParameterGroups', 'DescribeDBParameters', 'DescribeDBProxies', 'DescribeDBProxyEndpoints',
        'DescribeDBProxyTargetGroups', 'DescribeDBProxyTargets', 'DescribeDBRecommendations', 'DescribeDBSecurityGroups', 'DescribeDBShardGroups',
        'DescribeDBSnapshotAttributes', 'DescribeDBSnapshotTenantDatabases', 'DescribeDBSnapshots', 'DescribeDBSubnetGroups', 'DescribeExportTasks',
        'DescribeGlobalClusters'
      )
      WHEN 'redshift.amazonaws.com' THEN event_name IN (
        'DescribeClusters', 'DescribeClusterSnapshots', 'DescribeLoggingStatus', 'DescribeClusterSecurityGroups', 'DescribeClusterSubnetGroups'
      )
      WHEN 'redshift-serverless.amazonaws.com' THEN event_name IN ('ListWorkgroups', 'ListNamespaces')
      WHEN 'dynamodb.amazonaws.com' THEN event_name IN (
        'ListTables', 'DescribeTable', 'ListBackups', 'ListExports', 'ListGlobalTables', 'DescribeContinuousBackups'
      )
      WHEN 'elasticache.amazonaws.com' THEN event_name IN ('DescribeCacheClusters', 'DescribeReplicationGroups', 'DescribeUsers', 'DescribeServerlessCaches')
      WHEN 'es.amazonaws.com' THEN event_name IN (
        'ListDomainNames', 'DescribeDomain', 'DescribeDomains', 'DescribeElasticsearchDomain', 'DescribeElasticsearchDomains'
      )
      WHEN 'elasticfilesystem.amazonaws.com' THEN event_name IN ('DescribeFileSystems', 'DescribeMountTargets', 'DescribeAccessPoints', 'DescribeFileSystemPolicy')
      WHEN 'fsx.amazonaws.com' THEN event_name IN ('DescribeFileSystems', 'DescribeBackups')
      WHEN 'backup.amazonaws.com' THEN event_name IN ('ListBackupVaults', 'ListBackupPlans', 'ListRecoveryPointsByBackupVault', 'ListProtectedResources')
      WHEN 'lambda.amazonaws.com' THEN event_name IN (
        'ListFunctions', 'GetFunction', 'GetFunctionConfiguration', 'ListLayers', 'ListLayerVersions', 'GetLayerVersion', 'GetLayerVersionByArn',
        'GetPolicy', 'ListEventSourceMappings', 'ListAliases', 'ListVersionsByFunction', 'GetAccountSettings', 'ListFunctionUrlConfigs',
        'GetFunctionUrlConfig', 'GetEventSourceMapping'
      )
      WHEN 'ecs.amazonaws.com' THEN event_name IN (
        'ListClusters', 'ListServices', 'ListTasks', 'ListTaskDefinitions', 'DescribeClusters', 'DescribeServices', 'DescribeTasks',
        'DescribeTaskDefinition', 'ListContainerInstances', 'DescribeContainerInstances'
      )
      WHEN 'eks.amazonaws.com' THEN event_name IN (
        'ListClusters', 'DescribeCluster', 'ListNodegroups', 'ListAccessEntries', 'DescribeAccessEntry', 'ListAssociatedAccessPolicies', 'ListAddons',
        'ListFargateProfiles', 'ListIdentityProviderConfigs', 'ListPodIdentityAssociations'
      )
      WHEN 'ecr.amazonaws.com' THEN event_name IN (
        'DescribeRepositories', 'DescribeImages', 'ListImages', 'DescribeRegistry', 'GetRepositoryPolicy', 'GetRegistryPolicy'
      )
      WHEN 'apigateway.amazonaws.com' THEN event_name IN (
        'GetRestApis', 'GetApis', 'GetStages', 'GetResources', 'GetApiKeys', 'GetAuthorizers', 'GetDomainNames', 'GetUsagePlans'
      )
      WHEN 'cloudfront.amazonaws.com' THEN event_name IN (
        'ListDistributions', 'GetDistribution', 'GetDistributionConfig', 'ListFunctions', 'ListCloudFrontOriginAccessIdentities',
        'ListOriginAccessControls'
      )
      WHEN 'route53.amazonaws.com' THEN event_name IN ('ListHostedZones', 'ListHostedZonesByName', 'ListResourceRecordSets', 'GetHostedZone', 'GetHostedZoneCount')
      WHEN 'route53domains.amazonaws.com' THEN event_name IN ('ListDomains', 'GetDomainDetail')
      WHEN 'acm.amazonaws.com' THEN event_name IN ('ListCertificates', 'DescribeCertificate')
      WHEN 'cognito-idp.amazonaws.com' THEN event_name IN ('ListUserPools', 'DescribeUserPool', 'ListUserPoolClients', 'ListUsers', 'ListGroups')
      WHEN 'cognito-identity.amazonaws.com' THEN event_name IN ('ListIdentityPools', 'DescribeIdentityPool', 'GetIdentityPoolRoles')
      WHEN 'sns.amazonaws.com' THEN event_name IN (
        'ListTopics', 'ListSubscriptions', 'ListSubscriptionsByTopic', 'GetTopicAttributes', 'GetSMSAttributes', 'GetSMSSandboxAccountStatus',
        'ListOriginationNumbers', 'ListPhoneNumbersOptedOut', 'ListSMSSandboxPhoneNumbers'
      )
      WHEN 'sms-voice.amazonaws.com' THEN event_name IN (
        'DescribeAccountAttributes', 'DescribeAccountLimits', 'DescribeConfigurationSets', 'DescribeKeywords', 'DescribeNotifyConfigurations',
        'DescribeNotifyTemplates', 'DescribeOptOutLists', 'DescribeOptedOutNumbers', 'DescribePhoneNumbers', 'DescribePools',
        'DescribeProtectConfigurations', 'DescribeRcsAgentCountryLaunchStatus', 'DescribeRcsAgents', 'DescribeRegistrationAttachments',
        'DescribeRegistrationFieldDefinitions', 'DescribeRegistrationFieldValues', 'DescribeRegistrationSectionDefinitions',
        'DescribeRegistrationTypeDefinitions', 'DescribeRegistrationVersions', 'DescribeRegistrations', 'DescribeSenderIds', 'DescribeSpendLimits',
        'DescribeVerifiedDestinationNumbers'
      )
      WHEN 'sqs.amazonaws.com' THEN event_name IN ('ListQueues', 'GetQueueAttributes')
      WHEN 'ses.amazonaws.com' THEN event_name IN (
        'GetAccount', 'GetAccountSendingEnabled', 'GetDedicatedIps', 'GetEmailIdentity', 'GetEmailIdentityPolicies', 'GetIdentityDkimAttributes',
        'GetIdentityPolicies', 'GetIdentityVerificationAttributes', 'GetSendQuota', 'GetSendStatistics', 'ListConfigurationSets', 'ListContactLists',
        'ListEmailIdentities', 'ListEmailTemplates', 'ListIdentities', 'ListIdentityPolicies', 'ListTemplates', 'ListVerifiedEmailAddresses'
      )
      WHEN 'servicequotas.amazonaws.com' THEN event_name IN (
        'GetAWSDefaultServiceQuota', 'GetAutoManagementConfiguration', 'GetQuotaUtilizationReport', 'GetRequestedServiceQuotaChange',
        'GetServiceQuota', 'ListAWSDefaultServiceQuotas', 'ListRequestedServiceQuotaChangeHistory', 'ListRequestedServiceQuotaChangeHistoryByQuota',
        'ListServiceQuotas', 'ListServices'
      )
      WHEN 'cloudtrail.amazonaws.com' THEN event_name IN (
        'DescribeTrails', 'GetTrail', 'GetTrailStatus', 'ListTrails', 'GetEventSelectors', 'GetInsightSelectors', 'LookupEvents',
        'ListEventDataStores', 'GetEventDataStore', 'ListPublicKeys', 'ListChannels'
      )
      WHEN 'config.amazonaws.com' THEN event_name IN (
        'DescribeConfigurationRecorders', 'DescribeConfigurationRecorderStatus', 'DescribeDeliveryChannels', 'DescribeDeliveryChannelStatus',
        'DescribeConfigRules', 'ListDiscoveredResources', 'GetDiscoveredResourceCounts', 'SelectResourceConfig', 'SelectAggregateResourceConfig',
        'DescribeConfigurationAggregators', 'BatchGetResourceConfig', 'GetResourceConfigHistory'
      )
      WHEN 'guardduty.amazonaws.com' THEN event_name IN (
        'ListDetectors', 'GetDetector', 'ListFindings', 'GetFindings', 'ListMembers', 'GetAdministratorAccount', 'GetMasterAccount', 'ListFilters',
        'ListIPSets', 'ListThreatIntelSets', 'DescribeOrganizationConfiguration'
      )
      WHEN 'securityhub.amazonaws.com' THEN event_name IN (
        'DescribeHub', 'GetFindings', 'GetEnabledStandards', 'ListMembers', 'GetAdministratorAccount', 'GetMasterAccount', 'DescribeStandards',
        'ListFindingAggregators', 'DescribeOrganizationConfiguration'
      )
      WHEN 'macie2.amazonaws.com' THEN event_name IN ('GetMacieSession', 'ListFindings', 'DescribeBuckets', 'GetBucketStatistics', 'ListClassificationJobs')
      WHEN 'inspector2.amazonaws.com' THEN event_name IN ('ListFindings', 'ListCoverage', 'BatchGetAccountStatus')
      WHEN 'access-analyzer.amazonaws.com' THEN event_name IN ('ListAnalyzers', 'ListFindings', 'ListFindingsV2', 'GetFinding')
      WHEN 'detective.amazonaws.com' THEN event_name = 'ListGraphs'
      WHEN 'wafv2.amazonaws.com' THEN event_name IN (
        'ListWebACLs', 'GetWebACL', 'ListIPSets', 'GetIPSet', 'ListResourcesForWebACL', 'ListRuleGroups', 'GetLoggingConfiguration'
      )
      WHEN 'shield.amazonaws.com' THEN event_name IN ('ListProtections', 'GetSubscriptionState', 'DescribeSubscription')
      WHEN 'fms.amazonaws.com' THEN event_name IN ('ListPolicies', 'GetAdminAccount')
      WHEN 'network-firewall.amazonaws.com' THEN event_name IN ('ListFirewalls', 'ListRuleGroups', 'DescribeFirewall')
      WHEN 'monitoring.amazonaws.com' THEN event_name IN ('DescribeAlarms', 'ListMetrics', 'ListDashboards')
      WHEN 'logs.amazonaws.com' THEN event_name IN (
        'DescribeLogGroups', 'DescribeLogStreams', 'DescribeSubscriptionFilters', 'DescribeMetricFilters', 'DescribeQueryDefinitions',
        'DescribeResourcePolicies', 'DescribeExportTasks', 'DescribeDestinations'
      )
      WHEN 'events.amazonaws.com' THEN event_name IN ('ListRules', 'ListEventBuses', 'ListTargetsByRule', 'DescribeEventBus')
      WHEN 'states.amazonaws.com' THEN event_name IN ('ListStateMachines', 'DescribeStateMachine', 'ListExecutions')
      WHEN 'glue.amazonaws.com' THEN event_name IN (
        'GetDatabases', 'GetTables', 'GetConnections', 'GetJobs', 'ListJobs', 'GetDevEndpoints', 'GetCrawlers', 'GetResourcePolicies',
        'GetDataCatalogEncryptionSettings'
      )
      WHEN 'athena.amazonaws.com' THEN event_name IN (
        'ListWorkGroups', 'ListDatabases', 'ListTableMetadata', 'ListQueryExecutions', 'ListDataCatalogs', 'ListNamedQueries', 'GetWorkGroup'
      )
      WHEN 'cloudformation.amazonaws.com' THEN event_name IN (
        'ListStacks', 'DescribeStacks', 'DescribeStackResources', 'ListStackResources', 'GetTemplate', 'ListExports', 'ListStackSets'
      )
      WHEN 'codebuild.amazonaws.com' THEN event_name IN ('ListProjects', 'BatchGetProjects', 'ListSourceCredentials', 'ListBuilds')
      WHEN 'codecommit.amazonaws.com' THEN event_name IN ('ListRepositories', 'GetRepository')
      WHEN 'codepipeline.amazonaws.com' THEN event_name IN ('ListPipelines', 'GetPipeline')
      WHEN 'elasticbeanstalk.amazonaws.com' THEN event_name IN ('DescribeApplications', 'DescribeEnvironments', 'DescribeConfigurationSettings')
      WHEN 'apprunner.amazonaws.com' THEN event_name IN ('ListServices', 'DescribeService', 'ListConnections')
      WHEN 'amplify.amazonaws.com' THEN event_name IN ('ListApps', 'GetApp')
      WHEN 'sagemaker.amazonaws.com' THEN event_name IN (
        'ListNotebookInstances', 'DescribeNotebookInstance', 'ListDomains', 'ListUserProfiles', 'ListEndpoints', 'ListModels', 'ListTrainingJobs'
      )
      WHEN 'bedrock.amazonaws.com' THEN event_name IN (
        'GetCustomModel', 'GetFoundationModel', 'GetFoundationModelAvailability', 'GetGuardrail', 'GetInferenceProfile',
        'GetModelInvocationLoggingConfiguration', 'GetProvisionedModelThroughput', 'GetUseCaseForModelAccess', 'ListCustomModels',
        'ListFoundationModelAgreementOffers', 'ListFoundationModels', 'ListGuardrails', 'ListImportedModels', 'ListInferenceProfiles',
        'ListModelCustomizationJobs', 'ListModelInvocationJobs', 'ListProvisionedModelThroughputs'
      )
      WHEN 'health.amazonaws.com' THEN event_name IN (
        'DescribeAffectedAccountsForOrganization', 'DescribeAffectedEntities', 'DescribeAffectedEntitiesForOrganization', 'DescribeEntityAggregates',
        'DescribeEntityAggregatesForOrganization', 'DescribeEventAggregates', 'DescribeEventDetails', 'DescribeEventDetailsForOrganization',
        'DescribeEventTypes', 'DescribeEvents', 'DescribeEventsForOrganization', 'DescribeHealthServiceStatusForOrganization',
        'DescribeServiceLifecycle', 'DescribeTagKeys', 'DescribeTagKeysForOrganization', 'DescribeTags', 'DescribeTagsForOrganization',
        'DescribeTagsOnboardingStatus', 'DescribeTagsOnboardingStatusForOrganization'
      )
      WHEN 'support.amazonaws.com' THEN event_name IN (
        'DescribeAttachment', 'DescribeAttachmentUploadStatus', 'DescribeCases', 'DescribeCommunications', 'DescribeCreateCaseOptions',
        'DescribeServices', 'DescribeSeverityLevels', 'DescribeSupportedLanguages', 'DescribeTrustedAdvisorCheckRefreshStatuses',
        'DescribeTrustedAdvisorCheckResult', 'DescribeTrustedAdvisorCheckSummaries', 'DescribeTrustedAdvisorChecks'
      )
      WHEN 'trustedadvisor.amazonaws.com' THEN event_name IN ('ListChecks', 'ListRecommendations')
      WHEN 'ce.amazonaws.com' THEN event_name IN (
        'GetAnomalies', 'GetAnomalyMonitors', 'GetAnomalySubscriptions', 'GetCostAndUsage', 'GetCostAndUsageComparisons',
        'GetCostAndUsageWithResources', 'GetCostCategories', 'GetCostForecast', 'GetDimensionValues', 'GetReservationCoverage',
        'GetReservationPurchaseRecommendation', 'GetReservationUtilization', 'GetRightsizingRecommendation', 'GetSavingsPlansCoverage',
        'GetSavingsPlansPurchaseRecommendation', 'GetSavingsPlansUtilization', 'GetSavingsPlansUtilizationDetails', 'GetTags', 'GetUsageForecast'
      )
      WHEN 'budgets.amazonaws.com' THEN event_name IN ('DescribeBudgets', 'DescribeBudget')
      WHEN 'freetier.amazonaws.com' THEN event_name IN ('GetFreeTierUsage', 'GetAccountPlanState')
      WHEN 'resource-explorer-2.amazonaws.com' THEN event_name IN ('Search', 'ListResources', 'ListIndexes', 'ListViews', 'GetIndex')
      WHEN 'tagging.amazonaws.com' THEN event_name IN ('GetResources', 'GetTagKeys', 'GetTagValues')
      WHEN 'resource-groups.amazonaws.com' THEN event_name IN ('ListGroups', 'ListGroupResources', 'SearchResources')
      WHEN 'ram.amazonaws.com' THEN event_name IN (
        'GetResourceShares', 'ListResources', 'ListPrincipals', 'GetResourceShareAssociations', 'GetResourceShareInvitations'
      )
      WHEN 'cloudcontrolapi.amazonaws.com' THEN event_name IN ('ListResources', 'GetResource')
      WHEN 'rolesanywhere.amazonaws.com' THEN event_name IN ('ListTrustAnchors', 'ListProfiles', 'GetTrustAnchor')
      WHEN 'ds.amazonaws.com' THEN event_name IN ('DescribeDirectories', 'DescribeTrusts')
      WHEN 'workspaces.amazonaws.com' THEN event_name IN ('DescribeWorkspaces', 'DescribeWorkspaceDirectories', 'DescribeWorkspaceBundles')
      WHEN 'transfer.amazonaws.com' THEN event_name IN ('ListServers', 'ListUsers', 'DescribeServer')
      WHEN 'directconnect.amazonaws.com' THEN event_name IN ('DescribeConnections', 'DescribeVirtualInterfaces')
      WHEN 'elasticmapreduce.amazonaws.com' THEN event_name IN ('ListClusters', 'DescribeCluster')
      WHEN 'kafka.amazonaws.com' THEN event_name IN ('ListClusters', 'ListClustersV2')
      WHEN 'mq.amazonaws.com' THEN event_name = 'ListBrokers'
      WHEN 'dms.amazonaws.com' THEN event_name IN ('DescribeReplicationInstances', 'DescribeEndpoints')
      WHEN 'batch.amazonaws.com' THEN event_name IN ('DescribeJobQueues', 'DescribeComputeEnvironments', 'DescribeJobDefinitions')
      ELSE false
    END
) looks
GROUP BY account_id, principal, actor_class, event_source, event_name, through
