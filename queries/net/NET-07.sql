/*
id: NET-07
title: Edge protection changed
question: Which web filters, load balancers, distributions, firewalls and protections against floods were created, changed or removed in the period, and by whom?
expect: population                 # front doors change in normal work: a full list to sample from
category:
  management: required
events:
  wafv2.amazonaws.com:
    [
      AssociateWebACL, CreateIPSet, CreateRegexPatternSet, CreateRuleGroup, CreateWebACL, DeleteFirewallManagerRuleGroups, DeleteIPSet,
      DeleteLoggingConfiguration, DeletePermissionPolicy, DeleteRegexPatternSet, DeleteRuleGroup, DeleteWebACL, DisassociateWebACL, PutLoggingConfiguration,
      PutPermissionPolicy, UpdateIPSet, UpdateRegexPatternSet, UpdateRuleGroup, UpdateWebACL
    ]
  waf.amazonaws.com:
    [
      CreateByteMatchSet, CreateGeoMatchSet, CreateIPSet, CreateRateBasedRule, CreateRegexMatchSet, CreateRegexPatternSet, CreateRule, CreateRuleGroup,
      CreateSizeConstraintSet, CreateSqlInjectionMatchSet, CreateWebACL, CreateXssMatchSet, DeleteByteMatchSet, DeleteGeoMatchSet, DeleteIPSet,
      DeleteLoggingConfiguration, DeletePermissionPolicy, DeleteRateBasedRule, DeleteRegexMatchSet, DeleteRegexPatternSet, DeleteRule, DeleteRuleGroup,
      DeleteSizeConstraintSet, DeleteSqlInjectionMatchSet, DeleteWebACL, DeleteXssMatchSet, PutLoggingConfiguration, PutPermissionPolicy,
      UpdateByteMatchSet, UpdateGeoMatchSet, UpdateIPSet, UpdateRateBasedRule, UpdateRegexMatchSet, UpdateRegexPatternSet, UpdateRule, UpdateRuleGroup,
      UpdateSizeConstraintSet, UpdateSqlInjectionMatchSet, UpdateWebACL, UpdateXssMatchSet
    ]
  waf-regional.amazonaws.com:
    [
      AssociateWebACL, CreateByteMatchSet, CreateGeoMatchSet, CreateIPSet, CreateRateBasedRule, CreateRegexMatchSet, CreateRegexPatternSet, CreateRule,
      CreateRuleGroup, CreateSizeConstraintSet, CreateSqlInjectionMatchSet, CreateWebACL, CreateXssMatchSet, DeleteByteMatchSet, DeleteGeoMatchSet,
      DeleteIPSet, DeleteLoggingConfiguration, DeletePermissionPolicy, DeleteRateBasedRule, DeleteRegexMatchSet, DeleteRegexPatternSet, DeleteRule,
      DeleteRuleGroup, DeleteSizeConstraintSet, DeleteSqlInjectionMatchSet, DeleteWebACL, DeleteXssMatchSet, DisassociateWebACL, PutLoggingConfiguration,
      PutPermissionPolicy, UpdateByteMatchSet, UpdateGeoMatchSet, UpdateIPSet, UpdateRateBasedRule, UpdateRegexMatchSet, UpdateRegexPatternSet, UpdateRule,
      UpdateRuleGroup, UpdateSizeConstraintSet, UpdateSqlInjectionMatchSet, UpdateWebACL, UpdateXssMatchSet
    ]
  shield.amazonaws.com:
    [
      AssociateDRTLogBucket, AssociateDRTRole, AssociateHealthCheck, AssociateProactiveEngagementDetails, CreateProtection, CreateProtectionGroup,
      CreateSubscription, DeleteProtection, DeleteProtectionGroup, DeleteSubscription, DisableApplicationLayerAutomaticResponse, DisableProactiveEngagement,
      DisassociateDRTLogBucket, DisassociateDRTRole, DisassociateHealthCheck, EnableApplicationLayerAutomaticResponse, EnableProactiveEngagement,
      UpdateApplicationLayerAutomaticResponse, UpdateEmergencyContactSettings, UpdateProtectionGroup, UpdateSubscription
    ]
  cloudfront.amazonaws.com:
    [
      AssociateAlias, AssociateDistributionTenantWebACL, AssociateDistributionWebACL, CopyDistribution, CreateAnycastIpList, CreateCachePolicy,
      CreateCloudFrontOriginAccessIdentity, CreateConnectionFunction, CreateConnectionGroup, CreateContinuousDeploymentPolicy, CreateDistribution,
      CreateDistributionTenant, CreateDistributionWithTags, CreateFieldLevelEncryptionConfig, CreateFieldLevelEncryptionProfile, CreateFunction,
      CreateKeyGroup, CreateKeyValueStore, CreateOriginAccessControl, CreateOriginRequestPolicy, CreatePublicKey, CreateRealtimeLogConfig,
      CreateResponseHeadersPolicy, CreateStreamingDistribution, CreateStreamingDistributionWithTags, CreateTrustStore, CreateVpcOrigin, DeleteAnycastIpList,
      DeleteCachePolicy, DeleteCloudFrontOriginAccessIdentity, DeleteConnectionFunction, DeleteConnectionGroup, DeleteContinuousDeploymentPolicy,
      DeleteDistribution, DeleteDistributionTenant, DeleteFieldLevelEncryptionConfig, DeleteFieldLevelEncryptionProfile, DeleteFunction, DeleteKeyGroup,
      DeleteKeyValueStore, DeleteOriginAccessControl, DeleteOriginRequestPolicy, DeletePublicKey, DeleteRealtimeLogConfig, DeleteResourcePolicy,
      DeleteResponseHeadersPolicy, DeleteStreamingDistribution, DeleteTrustStore, DeleteVpcOrigin, DisassociateDistributionTenantWebACL,
      DisassociateDistributionWebACL, PublishConnectionFunction, PublishFunction, PutResourcePolicy, UpdateAnycastIpList, UpdateCachePolicy,
      UpdateCloudFrontOriginAccessIdentity, UpdateConnectionFunction, UpdateConnectionGroup, UpdateContinuousDeploymentPolicy, UpdateDistribution,
      UpdateDistributionTenant, UpdateDistributionWithStagingConfig, UpdateDomainAssociation, UpdateFieldLevelEncryptionConfig,
      UpdateFieldLevelEncryptionProfile, UpdateFunction, UpdateKeyGroup, UpdateKeyValueStore, UpdateOriginAccessControl, UpdateOriginRequestPolicy,
      UpdatePublicKey, UpdateRealtimeLogConfig, UpdateResponseHeadersPolicy, UpdateStreamingDistribution, UpdateTrustStore, UpdateVpcOrigin
    ]
  elasticloadbalancing.amazonaws.com:
    [
      AddListenerCertificates, AddTrustStoreRevocations, ApplySecurityGroupsToLoadBalancer, AttachLoadBalancerToSubnets, CreateAppCookieStickinessPolicy,
      CreateLBCookieStickinessPolicy, CreateListener, CreateLoadBalancer, CreateLoadBalancerListeners, CreateLoadBalancerPolicy, CreateRule,
      CreateTrustStore, DeleteListener, DeleteLoadBalancer, DeleteLoadBalancerListeners, DeleteLoadBalancerPolicy, DeleteRule,
      DeleteSharedTrustStoreAssociation, DeleteTrustStore, DetachLoadBalancerFromSubnets, ModifyListener, ModifyListenerAttributes,
      ModifyLoadBalancerAttributes, ModifyRule, ModifyTrustStore, RemoveListenerCertificates, RemoveTrustStoreRevocations, SetIpAddressType,
      SetLoadBalancerListenerSSLCertificate, SetLoadBalancerPoliciesForBackendServer, SetLoadBalancerPoliciesOfListener, SetRulePriorities,
      SetSecurityGroups, SetSubnets, SetWebAcl
    ]
  network-firewall.amazonaws.com:
    [
      AcceptNetworkFirewallTransitGatewayAttachment, AssociateAvailabilityZones, AssociateFirewallPolicy, AssociateSubnets, CreateFirewall,
      CreateFirewallPolicy, CreateFirewallPolicyV2, CreateRuleGroup, CreateTLSInspectionConfiguration, CreateVpcEndpointAssociation, DeleteFirewall,
      DeleteFirewallPolicy, DeleteFirewallPolicyV2, DeleteNetworkFirewallTransitGatewayAttachment, DeleteProxy, DeleteResourcePolicy, DeleteRuleGroup,
      DeleteTLSInspectionConfiguration, DeleteVpcEndpointAssociation, DisassociateAvailabilityZones, DisassociateSubnets, PutResourcePolicy,
      RejectNetworkFirewallTransitGatewayAttachment, UpdateAvailabilityZoneChangeProtection, UpdateFirewallAnalysisSettings, UpdateFirewallDeleteProtection,
      UpdateFirewallEncryptionConfiguration, UpdateFirewallPolicy, UpdateFirewallPolicyChangeProtection, UpdateFirewallPolicyV2, UpdateLoggingConfiguration,
      UpdateProxySettings, UpdateRuleGroup, UpdateSubnetChangeProtection, UpdateTLSInspectionConfiguration
    ]
  fms.amazonaws.com:
    [
      AssociateAdminAccount, AssociateThirdPartyFirewall, BatchAssociateResource, BatchDisassociateResource, DeleteNotificationChannel, DeletePolicy,
      DeleteResourceSet, DisassociateAdminAccount, DisassociateThirdPartyFirewall, PutAdminAccount, PutNotificationChannel, PutPolicy, PutResourceSet
    ]
  globalaccelerator.amazonaws.com:
    [
      AddCustomRoutingEndpoints, AddEndpoints, AllowCustomRoutingTraffic, CreateAccelerator, CreateCrossAccountAttachment, CreateCustomRoutingAccelerator,
      CreateCustomRoutingEndpointGroup, CreateCustomRoutingListener, CreateEndpointGroup, CreateListener, DeleteAccelerator, DeleteCrossAccountAttachment,
      DeleteCustomRoutingAccelerator, DeleteCustomRoutingEndpointGroup, DeleteCustomRoutingListener, DeleteEndpointGroup, DeleteListener,
      DenyCustomRoutingTraffic, RemoveCustomRoutingEndpoints, RemoveEndpoints, UpdateAccelerator, UpdateAcceleratorAttributes, UpdateCrossAccountAttachment,
      UpdateCustomRoutingAccelerator, UpdateCustomRoutingAcceleratorAttributes, UpdateCustomRoutingListener, UpdateEndpointGroup, UpdateListener
    ]
  apigateway.amazonaws.com:
    [
      CreateDomainName, UpdateDomainName, DeleteDomainName, CreateAuthorizer, UpdateAuthorizer, DeleteAuthorizer, CreateStage, UpdateStage, DeleteStage,
      UpdateRestApi, PutRestApi, DeleteRestApi, UpdateApi, DeleteApi, DeleteRouteSettings, DeleteAccessLogSettings, DeleteCorsConfiguration, CreateVpcLink,
      UpdateVpcLink, DeleteVpcLink
    ]
needs: [outcome, actor_name, actor_class, console, source_ip, resource, request_parameters, response_elements]
columns:
  event_time: When, UTC
  account_id: Account the change was recorded in
  region: Region of the call
  actor_name: Who made the change
  actor_class: Person, workload, root or AWS service
  event_name: What was done
  kind: Kind of protection
  change: What became of it, in a word
  subject: The thing changed
  detail: What it now does, or what it was put before, in part
  console: Made from the AWS console
  source_ip: Address the request came from
  event_id: CloudTrail's id of the event
  source_file: Log object the record stands in
limits: Successful calls only. Whether a change strengthens or weakens a rule is not told by the log, which holds the new setting without the old one. Targets behind load balancers and invalidated caches are left out. Rules that providers of managed rule groups change leave no event.
references:
  - https://docs.aws.amazon.com/waf/latest/developerguide/logging-using-cloudtrail.html
  - https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/logging_using_cloudtrail.html
  - https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/logging-using-cloudtrail.html
  - https://docs.aws.amazon.com/network-firewall/latest/developerguide/logging-using-cloudtrail.html
*/
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  actor_class,
  event_name,
  CASE
    WHEN event_source IN ('wafv2.amazonaws.com', 'waf.amazonaws.com', 'waf-regional.amazonaws.com') OR event_name = 'SetWebAcl' OR strpos(event_name, 'WebACL') > 0 THEN 'web filter'
    WHEN event_source = 'shield.amazonaws.com' THEN 'flood protection'
    WHEN event_source = 'cloudfront.amazonaws.com' THEN 'distribution'
    WHEN event_source = 'elasticloadbalancing.amazonaws.com' THEN 'load balancer'
    WHEN event_source = 'network-firewall.amazonaws.com' THEN 'firewall'
    WHEN event_source = 'fms.amazonaws.com' THEN 'firewall policy of the organisation'
    WHEN event_source = 'globalaccelerator.amazonaws.com' THEN 'accelerator'
    ELSE 'API gateway'
  END AS kind,
  CASE
    WHEN starts_with(event_name, 'Create') OR starts_with(event_name, 'Copy') OR starts_with(event_name, 'Add') THEN 'created'
    WHEN starts_with(event_name, 'Delete') OR starts_with(event_name, 'Remove') THEN 'removed'
    WHEN starts_with(event_name, 'Associate') OR starts_with(event_name, 'Attach') OR event_name = 'SetWebAcl' THEN 'attached'
    WHEN starts_with(event_name, 'Disassociate') OR starts_with(event_name, 'Detach') THEN 'detached'
    WHEN starts_with(event_name, 'Enable') THEN 'switched on'
    WHEN starts_with(event_name, 'Disable') THEN 'switched off'
    WHEN starts_with(event_name, 'Publish') THEN 'published'
    ELSE 'changed'
  END AS change,
  COALESCE(
    json_extract_scalar(request_parameters, '$.webACLArn'),
    json_extract_scalar(request_parameters, '$.ruleArn'),
    json_extract_scalar(request_parameters, '$.listenerArn'),
    json_extract_scalar(request_parameters, '$.loadBalancerArn'),
    json_extract_scalar(request_parameters, '$.loadBalancerName'),
    json_extract_scalar(request_parameters, '$.firewallArn'),
    json_extract_scalar(request_parameters, '$.firewallName'),
    json_extract_scalar(request_parameters, '$.firewallPolicyName'),
    json_extract_scalar(request_parameters, '$.ruleGroupName'),
    json_extract_scalar(request_parameters, '$.protectionId'),
    json_extract_scalar(request_parameters, '$.webACLId'),
    json_extract_scalar(request_parameters, '$.ipSetId'),
    json_extract_scalar(request_parameters, '$.ruleGroupId'),
    json_extract_scalar(request_parameters, '$.acceleratorArn'),
    json_extract_scalar(request_parameters, '$.endpointGroupArn'),
    json_extract_scalar(request_parameters, '$.domainName'),
    json_extract_scalar(request_parameters, '$.restApiId'),
    json_extract_scalar(request_parameters, '$.apiId'),
    json_extract_scalar(request_parameters, '$.name'),
    json_extract_scalar(response_elements, '$.distribution.id'),
    json_extract_scalar(request_parameters, '$.id'),
    json_extract_scalar(request_parameters, '$.resourceArn'),
    json_extract_scalar(response_elements, '$.protectionId'),
    resource
  ) AS subject,
  CASE
    WHEN event_source = 'elasticloadbalancing.amazonaws.com' THEN COALESCE(
      json_extract_scalar(request_parameters, '$.protocol') || ' ' || json_extract_scalar(request_parameters, '$.port') || COALESCE(' ' || json_extract_scalar(request_parameters, '$.sslPolicy'), ''),
      json_extract_scalar(request_parameters, '$.sslPolicy'),
      json_extract_scalar(request_parameters, '$.scheme'),
      json_extract_scalar(request_parameters, '$.attributes[0].key') || ' = ' || json_extract_scalar(request_parameters, '$.attributes[0].value'),
      json_extract_scalar(request_parameters, '$.securityGroups[0]'))
    WHEN event_name IN ('CreateWebACL', 'UpdateWebACL') THEN
      COALESCE('default ' || regexp_extract(lower(request_parameters), '"defaultaction"\s*:\s*\{\s*("type"\s*:\s*)?"(allow|block)"', 2), 'default not changed')
      || COALESCE(', rules named: ' || CAST(COALESCE(json_array_length(json_extract(request_parameters, '$.rules')), json_array_length(json_extract(request_parameters, '$.updates'))) AS varchar), '')
    WHEN event_name IN ('CreateIPSet', 'UpdateIPSet') THEN
      'ranges named: ' || CAST(COALESCE(json_array_length(json_extract(request_parameters, '$.addresses')), json_array_length(json_extract(request_parameters, '$.updates'))) AS varchar)
    WHEN event_source = 'cloudfront.amazonaws.com' THEN COALESCE(
      'viewers by ' || json_extract_scalar(request_parameters, '$.distributionConfig.defaultCacheBehavior.viewerProtocolPolicy')
        || CASE WHEN json_extract_scalar(request_parameters, '$.distributionConfig.webACLId') = '' THEN ', no web filter'
           ELSE COALESCE(', web filter ' || json_extract_scalar(request_parameters, '$.distributionConfig.webACLId'), '') END,
      json_extract_scalar(request_parameters, '$.webACLArn'))
    ELSE COALESCE(
      CASE WHEN json_extract_scalar(request_parameters, '$.webACLArn') IS NOT NULL THEN json_extract_scalar(request_parameters, '$.resourceArn') END,
      json_extract_scalar(request_parameters, '$.scope'),
      json_extract_scalar(request_parameters, '$.stageName'),
      json_extract_scalar(request_parameters, '$.deleteProtection'))
  END AS detail,
  console,
  source_ip,
  event_id,
  source_file
FROM events
WHERE outcome = 'success'
  AND (
    (event_source = 'wafv2.amazonaws.com' AND event_name IN (
      'AssociateWebACL', 'CreateIPSet', 'CreateRegexPatternSet', 'CreateRuleGroup', 'CreateWebACL', 'DeleteFirewallManagerRuleGroups', 'DeleteIPSet',
      'DeleteLoggingConfiguration', 'DeletePermissionPolicy', 'DeleteRegexPatternSet', 'DeleteRuleGroup', 'DeleteWebACL', 'DisassociateWebACL',
      'PutLoggingConfiguration', 'PutPermissionPolicy', 'UpdateIPSet', 'UpdateRegexPatternSet', 'UpdateRuleGroup', 'UpdateWebACL'
    ))
    OR (event_source = 'waf.amazonaws.com' AND event_name IN (
      'CreateByteMatchSet', 'CreateGeoMatchSet', 'CreateIPSet', 'CreateRateBasedRule', 'CreateRegexMatchSet', 'CreateRegexPatternSet', 'CreateRule',
      'CreateRuleGroup', 'CreateSizeConstraintSet', 'CreateSqlInjectionMatchSet', 'CreateWebACL', 'CreateXssMatchSet', 'DeleteByteMatchSet',
      'DeleteGeoMatchSet', 'DeleteIPSet', 'DeleteLoggingConfiguration', 'DeletePermissionPolicy', 'DeleteRateBasedRule', 'DeleteRegexMatchSet',
      'DeleteRegexPatternSet', 'DeleteRule', 'DeleteRuleGroup', 'DeleteSizeConstraintSet', 'DeleteSqlInjectionMatchSet', 'DeleteWebACL',
      'DeleteXssMatchSet', 'PutLoggingConfiguration', 'PutPermissionPolicy', 'UpdateByteMatchSet', 'UpdateGeoMatchSet', 'UpdateIPSet',
      'UpdateRateBasedRule', 'UpdateRegexMatchSet', 'UpdateRegexPatternSet', 'UpdateRule', 'UpdateRuleGroup', 'UpdateSizeConstraintSet',
      'UpdateSqlInjectionMatchSet', 'UpdateWebACL', 'UpdateXssMatchSet'
    ))
    OR (event_source = 'waf-regional.amazonaws.com' AND event_name IN (
      'AssociateWebACL', 'CreateByteMatchSet', 'CreateGeoMatchSet', 'CreateIPSet', 'CreateRateBasedRule', 'CreateRegexMatchSet',
      'CreateRegexPatternSet', 'CreateRule', 'CreateRuleGroup', 'CreateSizeConstraintSet', 'CreateSqlInjectionMatchSet', 'CreateWebACL',
      'CreateXssMatchSet', 'DeleteByteMatchSet', 'DeleteGeoMatchSet', 'DeleteIPSet', 'DeleteLoggingConfiguration', 'DeletePermissionPolicy',
      'DeleteRateBasedRule', 'DeleteRegexMatchSet', 'DeleteRegexPatternSet', 'DeleteRule', 'DeleteRuleGroup', 'DeleteSizeConstraintSet',
      'DeleteSqlInjectionMatchSet', 'DeleteWebACL', 'DeleteXssMatchSet', 'DisassociateWebACL', 'PutLoggingConfiguration', 'PutPermissionPolicy',
      'UpdateByteMatchSet', 'UpdateGeoMatchSet', 'UpdateIPSet', 'UpdateRateBasedRule', 'UpdateRegexMatchSet', 'UpdateRegexPatternSet', 'UpdateRule',
      'UpdateRuleGroup', 'UpdateSizeConstraintSet', 'UpdateSqlInjectionMatchSet', 'UpdateWebACL', 'UpdateXssMatchSet'
    ))
    OR (event_source = 'shield.amazonaws.com' AND event_name IN (
      'AssociateDRTLogBucket', 'AssociateDRTRole', 'AssociateHealthCheck', 'AssociateProactiveEngagementDetails', 'CreateProtection',
      'CreateProtectionGroup', 'CreateSubscription', 'DeleteProtection', 'DeleteProtectionGroup', 'DeleteSubscription',
      'DisableApplicationLayerAutomaticResponse', 'DisableProactiveEngagement', 'DisassociateDRTLogBucket', 'DisassociateDRTRole',
      'DisassociateHealthCheck', 'EnableApplicationLayerAutomaticResponse', 'EnableProactiveEngagement', 'UpdateApplicationLayerAutomaticResponse',
      'UpdateEmergencyContactSettings', 'UpdateProtectionGroup', 'UpdateSubscription'
    ))
    OR (event_source = 'cloudfront.amazonaws.com' AND event_name IN (
      'AssociateAlias', 'AssociateDistributionTenantWebACL', 'AssociateDistributionWebACL', 'CopyDistribution', 'CreateAnycastIpList',
      'CreateCachePolicy', 'CreateCloudFrontOriginAccessIdentity', 'CreateConnectionFunction', 'CreateConnectionGroup',
      'CreateContinuousDeploymentPolicy', 'CreateDistribution', 'CreateDistributionTenant', 'CreateDistributionWithTags',
      'CreateFieldLevelEncryptionConfig', 'CreateFieldLevelEncryptionProfile', 'CreateFunction', 'CreateKeyGroup', 'CreateKeyValueStore',
      'CreateOriginAccessControl', 'CreateOriginRequestPolicy', 'CreatePublicKey', 'CreateRealtimeLogConfig', 'CreateResponseHeadersPolicy',
      'CreateStreamingDistribution', 'CreateStreamingDistributionWithTags', 'CreateTrustStore', 'CreateVpcOrigin', 'DeleteAnycastIpList',
      'DeleteCachePolicy', 'DeleteCloudFrontOriginAccessIdentity', 'DeleteConnectionFunction', 'DeleteConnectionGroup',
      'DeleteContinuousDeploymentPolicy', 'DeleteDistribution', 'DeleteDistributionTenant', 'DeleteFieldLevelEncryptionConfig',
      'DeleteFieldLevelEncryptionProfile', 'DeleteFunction', 'DeleteKeyGroup', 'DeleteKeyValueStore', 'DeleteOriginAccessControl',
      'DeleteOriginRequestPolicy', 'DeletePublicKey', 'DeleteRealtimeLogConfig', 'DeleteResourcePolicy', 'DeleteResponseHeadersPolicy',
      'DeleteStreamingDistribution', 'DeleteTrustStore', 'DeleteVpcOrigin', 'DisassociateDistributionTenantWebACL', 'DisassociateDistributionWebACL',
      'PublishConnectionFunction', 'PublishFunction', 'PutResourcePolicy', 'UpdateAnycastIpList', 'UpdateCachePolicy',
      'UpdateCloudFrontOriginAccessIdentity', 'UpdateConnectionFunction', 'UpdateConnectionGroup', 'UpdateContinuousDeploymentPolicy',
      'UpdateDistribution', 'UpdateDistributionTenant', 'UpdateDistributionWithStagingConfig', 'UpdateDomainAssociation',
      'UpdateFieldLevelEncryptionConfig', 'UpdateFieldLevelEncryptionProfile', 'UpdateFunction', 'UpdateKeyGroup', 'UpdateKeyValueStore',
      'UpdateOriginAccessControl', 'UpdateOriginRequestPolicy', 'UpdatePublicKey', 'UpdateRealtimeLogConfig', 'UpdateResponseHeadersPolicy',
      'UpdateStreamingDistribution', 'UpdateTrustStore', 'UpdateVpcOrigin'
    ))
    OR (event_source = 'elasticloadbalancing.amazonaws.com' AND event_name IN (
      'AddListenerCertificates', 'AddTrustStoreRevocations', 'ApplySecurityGroupsToLoadBalancer', 'AttachLoadBalancerToSubnets',
      'CreateAppCookieStickinessPolicy', 'CreateLBCookieStickinessPolicy', 'CreateListener', 'CreateLoadBalancer', 'CreateLoadBalancerListeners',
      'CreateLoadBalancerPolicy', 'CreateRule', 'CreateTrustStore', 'DeleteListener', 'DeleteLoadBalancer', 'DeleteLoadBalancerListeners',
      'DeleteLoadBalancerPolicy', 'DeleteRule', 'DeleteSharedTrustStoreAssociation', 'DeleteTrustStore', 'DetachLoadBalancerFromSubnets',
      'ModifyListener', 'ModifyListenerAttributes', 'ModifyLoadBalancerAttributes', 'ModifyRule', 'ModifyTrustStore', 'RemoveListenerCertificates',
      'RemoveTrustStoreRevocations', 'SetIpAddressType', 'SetLoadBalancerListenerSSLCertificate', 'SetLoadBalancerPoliciesForBackendServer',
      'SetLoadBalancerPoliciesOfListener', 'SetRulePriorities', 'SetSecurityGroups', 'SetSubnets', 'SetWebAcl'
    ))
    OR (event_source = 'network-firewall.amazonaws.com' AND event_name IN (
      'AcceptNetworkFirewallTransitGatewayAttachment', 'AssociateAvailabilityZones', 'AssociateFirewallPolicy', 'AssociateSubnets', 'CreateFirewall',
      'CreateFirewallPolicy', 'CreateFirewallPolicyV2', 'CreateRuleGroup', 'CreateTLSInspectionConfiguration', 'CreateVpcEndpointAssociation',
      'DeleteFirewall', 'DeleteFirewallPolicy', 'DeleteFirewallPolicyV2', 'DeleteNetworkFirewallTransitGatewayAttachment', 'DeleteProxy',
      'DeleteResourcePolicy', 'DeleteRuleGroup', 'DeleteTLSInspectionConfiguration', 'DeleteVpcEndpointAssociation', 'DisassociateAvailabilityZones',
      'DisassociateSubnets', 'PutResourcePolicy', 'RejectNetworkFirewallTransitGatewayAttachment', 'UpdateAvailabilityZoneChangeProtection',
      'UpdateFirewallAnalysisSettings', 'UpdateFirewallDeleteProtection', 'UpdateFirewallEncryptionConfiguration', 'UpdateFirewallPolicy',
      'UpdateFirewallPolicyChangeProtection', 'UpdateFirewallPolicyV2', 'UpdateLoggingConfiguration', 'UpdateProxySettings', 'UpdateRuleGroup',
      'UpdateSubnetChangeProtection', 'UpdateTLSInspectionConfiguration'
    )
      -- A trial leaves the rules as they are.
      AND COALESCE(json_extract_scalar(request_parameters, '$.dryRun'), 'false') <> 'true')
    OR (event_source = 'fms.amazonaws.com' AND event_name IN (
      'AssociateAdminAccount', 'AssociateThirdPartyFirewall', 'BatchAssociateResource', 'BatchDisassociateResource', 'DeleteNotificationChannel',
      'DeletePolicy', 'DeleteResourceSet', 'DisassociateAdminAccount', 'DisassociateThirdPartyFirewall', 'PutAdminAccount', 'PutNotificationChannel',
      'PutPolicy', 'PutResourceSet'
    ))
    OR (event_source = 'globalaccelerator.amazonaws.com' AND event_name IN (
      'AddCustomRoutingEndpoints', 'AddEndpoints', 'AllowCustomRoutingTraffic', 'CreateAccelerator', 'CreateCrossAccountAttachment',
      'CreateCustomRoutingAccelerator', 'CreateCustomRoutingEndpointGroup', 'CreateCustomRoutingListener', 'CreateEndpointGroup', 'CreateListener',
      'DeleteAccelerator', 'DeleteCrossAccountAttachment', 'DeleteCustomRoutingAccelerator', 'DeleteCustomRoutingEndpointGroup',
      'DeleteCustomRoutingListener', 'DeleteEndpointGroup', 'DeleteListener', 'DenyCustomRoutingTraffic', 'RemoveCustomRoutingEndpoints',
      'RemoveEndpoints', 'UpdateAccelerator', 'UpdateAcceleratorAttributes', 'UpdateCrossAccountAttachment', 'UpdateCustomRoutingAccelerator',
      'UpdateCustomRoutingAcceleratorAttributes', 'UpdateCustomRoutingListener', 'UpdateEndpointGroup', 'UpdateListener'
    ))
    OR (event_source = 'apigateway.amazonaws.com' AND event_name IN (
      'CreateDomainName', 'UpdateDomainName', 'DeleteDomainName', 'CreateAuthorizer', 'UpdateAuthorizer', 'DeleteAuthorizer', 'CreateStage',
      'UpdateStage', 'DeleteStage', 'UpdateRestApi', 'PutRestApi', 'DeleteRestApi', 'UpdateApi', 'DeleteApi', 'DeleteRouteSettings',
      'DeleteAccessLogSettings', 'DeleteCorsConfiguration', 'CreateVpcLink', 'UpdateVpcLink', 'DeleteVpcLink'
    ))
  )
