/*
id: NET-06
title: Network, peering and endpoint changes
question: Which networks, subnets, peerings, endpoints, prefix lists and public addresses were created, changed, shared or removed in the period, and by whom?
expect: population
category:
  management: required
events:
  ec2.amazonaws.com:
    [
      AcceptAddressTransfer, AcceptVpcEndpointConnections, AcceptVpcPeeringConnection, AdvertiseByoipCidr, AllocateAddress, AssociateAddress,
      AssociateDhcpOptions, AssociateSubnetCidrBlock, AssociateTrunkInterface, AssociateVpcCidrBlock, AttachClassicLinkVpc,
      AttachVerifiedAccessTrustProvider, CreateCoipCidr, CreateCoipPool, CreateDefaultSubnet, CreateDefaultVpc, CreateDhcpOptions,
      CreateInstanceConnectEndpoint, CreateManagedPrefixList, CreateNetworkInterfacePermission, CreatePublicIpv4Pool, CreateSecondaryNetwork,
      CreateSecondarySubnet, CreateSubnet, CreateSubnetCidrReservation, CreateTrafficMirrorFilter, CreateTrafficMirrorFilterRule,
      CreateTrafficMirrorSession, CreateTrafficMirrorTarget, CreateVerifiedAccessEndpoint, CreateVerifiedAccessGroup, CreateVerifiedAccessInstance,
      CreateVerifiedAccessTrustProvider, CreateVpc, CreateVpcBlockPublicAccessExclusion, CreateVpcEncryptionControl, CreateVpcEndpoint,
      CreateVpcEndpointConnectionNotification, CreateVpcEndpointServiceConfiguration, CreateVpcPeeringConnection, DeleteCoipCidr, DeleteCoipPool,
      DeleteDhcpOptions, DeleteInstanceConnectEndpoint, DeleteManagedPrefixList, DeleteNetworkInterfacePermission, DeletePublicIpv4Pool,
      DeleteSecondaryNetwork, DeleteSecondarySubnet, DeleteSubnet, DeleteSubnetCidrReservation, DeleteTrafficMirrorFilter, DeleteTrafficMirrorFilterRule,
      DeleteTrafficMirrorSession, DeleteTrafficMirrorTarget, DeleteVerifiedAccessEndpoint, DeleteVerifiedAccessGroup, DeleteVerifiedAccessInstance,
      DeleteVerifiedAccessTrustProvider, DeleteVpc, DeleteVpcBlockPublicAccessExclusion, DeleteVpcEncryptionControl,
      DeleteVpcEndpointConnectionNotifications, DeleteVpcEndpointServiceConfigurations, DeleteVpcEndpoints, DeleteVpcPeeringConnection,
      DeprovisionByoipCidr, DeprovisionPublicIpv4PoolCidr, DetachClassicLinkVpc, DetachVerifiedAccessTrustProvider, DisableAddressTransfer,
      DisableVpcClassicLink, DisableVpcClassicLinkDnsSupport, DisassociateAddress, DisassociateSubnetCidrBlock, DisassociateTrunkInterface,
      DisassociateVpcCidrBlock, EnableAddressTransfer, EnableReachabilityAnalyzerOrganizationSharing, EnableVpcClassicLink, EnableVpcClassicLinkDnsSupport,
      ModifyAccountVpcEncryptionControl, ModifyAddressAttribute, ModifyInstanceConnectEndpoint, ModifyManagedPrefixList, ModifyNetworkInterfaceAttribute,
      ModifyPublicIpDnsNameOptions, ModifySubnetAttribute, ModifyTrafficMirrorFilterNetworkServices, ModifyTrafficMirrorFilterRule,
      ModifyTrafficMirrorSession, ModifyVerifiedAccessEndpoint, ModifyVerifiedAccessEndpointPolicy, ModifyVerifiedAccessGroup,
      ModifyVerifiedAccessGroupPolicy, ModifyVerifiedAccessInstance, ModifyVerifiedAccessInstanceLoggingConfiguration, ModifyVerifiedAccessTrustProvider,
      ModifyVpcAttribute, ModifyVpcBlockPublicAccessExclusion, ModifyVpcBlockPublicAccessOptions, ModifyVpcEncryptionControl, ModifyVpcEndpoint,
      ModifyVpcEndpointConnectionNotification, ModifyVpcEndpointPayerResponsibility, ModifyVpcEndpointServiceConfiguration,
      ModifyVpcEndpointServicePayerResponsibility, ModifyVpcEndpointServicePermissions, ModifyVpcPeeringConnectionOptions, ModifyVpcTenancy,
      MoveAddressToVpc, ProvisionByoipCidr, ProvisionPublicIpv4PoolCidr, RejectVpcEndpointConnections, RejectVpcPeeringConnection, ReleaseAddress,
      ResetAddressAttribute, ResetNetworkInterfaceAttribute, RestoreAddressToClassic, RestoreManagedPrefixListVersion,
      StartVpcEndpointServicePrivateDnsVerification, WithdrawByoipCidr, CreateNetworkInterface, DeleteNetworkInterface, AttachNetworkInterface,
      DetachNetworkInterface
    ]
needs: [outcome, actor_name, actor_class, console, source_ip, request_parameters, response_elements]
columns:
  event_time: When, UTC
  account_id: Account the change was recorded in
  region: Region of the network
  actor_name: Who made the change
  actor_class: Person, workload, root or AWS service
  event_name: What was done
  kind: Kind of thing
  change: What became of it, in a word
  subject: The thing changed
  detail: Address range, service, other account or setting that was named
  console: Made from the AWS console
  source_ip: Address the request came from
  event_id: CloudTrail's id of the event
  source_file: Log object the record stands in
limits: Successful calls only. Network interfaces are listed where people or the root user made them, for services and schedulers make many. What was set before a change is not in the log. Policies of endpoints are not spelled out.
references:
  - https://docs.aws.amazon.com/vpc/latest/userguide/what-is-amazon-vpc.html
  - https://docs.aws.amazon.com/vpc/latest/peering/what-is-vpc-peering.html
  - https://docs.aws.amazon.com/vpc/latest/privatelink/concepts.html
*/
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  actor_class,
  event_name,
  kind,
  change,
  -- EC2 wraps newer requests in names of many forms, and lists of one as a map with `content`: ids are read by their own key, wherever it stands.
  CASE kind
    WHEN 'peering' THEN regexp_extract(told, '(?i)"vpcPeeringConnectionId"\s*:\s*"([a-z0-9-]+)"', 1)
    WHEN 'endpoint service' THEN regexp_extract(told, '(?i)"serviceId"\s*:\s*(\{[^{}]*"content"\s*:\s*)?"([a-z0-9-]+)"', 2)
    WHEN 'endpoint' THEN COALESCE(
      regexp_extract(told, '(?i)"(vpcEndpointId|instanceConnectEndpointId)"\s*:\s*(\{[^{}]*"content"\s*:\s*)?"([a-z0-9-]+)"', 3),
      regexp_extract(told, '(?i)"(serviceId|connectionNotificationId)"\s*:\s*(\{[^{}]*"content"\s*:\s*)?"([a-z0-9-]+)"', 3))
    WHEN 'prefix list' THEN regexp_extract(told, '(?i)"prefixListId"\s*:\s*"([a-z0-9-]+)"', 1)
    WHEN 'DHCP options' THEN regexp_extract(told, '(?i)"dhcpOptionsId"\s*:\s*"([a-z0-9-]+)"', 1)
    WHEN 'traffic mirror' THEN regexp_extract(told, '(?i)"trafficMirror(Session|Target|Filter|FilterRule)Id"\s*:\s*"([a-z0-9-]+)"', 2)
    WHEN 'verified access' THEN regexp_extract(told, '(?i)"verifiedAccess(Endpoint|Group|Instance|TrustProvider)Id"\s*:\s*"([a-z0-9-]+)"', 2)
    WHEN 'subnet' THEN regexp_extract(told, '(?i)"(secondarySubnetId|subnetId|subnetCidrReservationId|associationId)"\s*:\s*"([a-z0-9-]+)"', 2)
    WHEN 'network interface' THEN COALESCE(
      regexp_extract(told, '(?i)"networkInterfaceId"\s*:\s*"([a-z0-9-]+)"', 1),
      regexp_extract(told, '(?i)"(networkInterfacePermissionId|attachmentId|associationId)"\s*:\s*"([a-z0-9-]+)"', 2))
    WHEN 'address' THEN COALESCE(
      regexp_extract(told, '(?i)"allocationId"\s*:\s*"([a-z0-9-]+)"', 1),
      regexp_extract(told, '(?i)"(publicIp|address|cidr|associationId|poolId|coipPoolId)"\s*:\s*"([0-9a-z:./-]+)"', 2))
    ELSE COALESCE(
      regexp_extract(told, '(?i)"(vpcId|exclusionId|vpcEncryptionControlId|secondaryNetworkId)"\s*:\s*"([a-z0-9-]+)"', 2),
      regexp_extract(told, '(?i)"associationId"\s*:\s*"([a-z0-9-]+)"', 1))
  END AS subject,
  CASE
    WHEN kind = 'peering' THEN COALESCE(
      'with account ' || regexp_extract(told, '(?i)"peerOwnerId"\s*:\s*"([0-9]{12})"', 1),
      'with ' || regexp_extract(told, '(?i)"peerVpcId"\s*:\s*"([a-z0-9-]+)"', 1))
    WHEN kind IN ('endpoint', 'endpoint service') THEN COALESCE(
      regexp_extract(told, '(?i)"serviceName"\s*:\s*"([a-z0-9.-]+)"', 1),
      'for ' || regexp_extract(told, '(?i)"addAllowedPrincipals"\s*:\s*(\{[^{}]*"content"\s*:\s*)?"([A-Za-z0-9*:/+=,.@_-]+)"', 2),
      CASE WHEN regexp_like(told, '(?i)"policyDocument"\s*:') THEN 'policy' WHEN regexp_like(told, '(?i)"resetPolicy"\s*:\s*"?true') THEN 'policy taken off' END)
    WHEN event_name = 'ModifyVpcBlockPublicAccessOptions' THEN regexp_extract(told, '(?i)"internetGatewayBlockMode"\s*:\s*"([a-z-]+)"', 1)
    WHEN event_name IN ('CreateVpcBlockPublicAccessExclusion', 'ModifyVpcBlockPublicAccessExclusion') THEN regexp_extract(told, '(?i)"internetGatewayExclusionMode"\s*:\s*"([a-z-]+)"', 1)
    WHEN event_name = 'ModifySubnetAttribute' THEN 'public addresses by default: ' || regexp_extract(told, '(?i)"mapPublicIpOnLaunch"\s*:\s*\{\s*"value"\s*:\s*"?(true|false)', 1)
    WHEN event_name = 'ModifyNetworkInterfaceAttribute' THEN COALESCE(
      'source and destination check: ' || regexp_extract(told, '(?i)"sourceDestCheck"\s*:\s*(\{\s*"value"\s*:\s*)?"?(true|false)', 2),
      'groups: ' || regexp_extract(told, '(?i)"groupId"\s*:\s*"([a-z0-9-]+)"', 1))
    WHEN event_name = 'CreateNetworkInterfacePermission' THEN 'for account ' || regexp_extract(told, '(?i)"awsAccountId"\s*:\s*"([0-9]{12})"', 1)
    WHEN event_name = 'EnableAddressTransfer' THEN 'to account ' || regexp_extract(told, '(?i)"transferAccountId"\s*:\s*"([0-9]{12})"', 1)
    WHEN event_name = 'AssociateAddress' THEN 'to ' || regexp_extract(told, '(?i)"(instanceId|networkInterfaceId)"\s*:\s*"([a-z0-9-]+)"', 2)
    WHEN event_name = 'AssociateDhcpOptions' THEN regexp_extract(told, '(?i)"vpcId"\s*:\s*"([a-z0-9-]+)"', 1)
    WHEN kind = 'traffic mirror' THEN regexp_extract(told, '(?i)"(networkInterfaceId|networkLoadBalancerArn|gatewayLoadBalancerEndpointId|sourceCidrBlock)"\s*:\s*"([A-Za-z0-9:/.-]+)"', 2)
    ELSE regexp_extract(told, '(?i)"(cidrBlock|ipv6CidrBlock|cidr|publicIp)"\s*:\s*"([0-9a-f:./]+)"', 2)
  END AS detail,
  console,
  source_ip,
  event_id,
  source_file
FROM (
  SELECT
    event_time,
    account_id,
    region,
    actor_name,
    actor_class,
    event_name,
    CASE
      WHEN strpos(event_name, 'Peering') > 0 THEN 'peering'
      WHEN strpos(event_name, 'VerifiedAccess') > 0 THEN 'verified access'
      WHEN strpos(event_name, 'VpcEndpointService') > 0 THEN 'endpoint service'
      WHEN strpos(event_name, 'Endpoint') > 0 THEN 'endpoint'
      WHEN strpos(event_name, 'PrefixList') > 0 THEN 'prefix list'
      WHEN strpos(event_name, 'DhcpOptions') > 0 THEN 'DHCP options'
      WHEN strpos(event_name, 'TrafficMirror') > 0 THEN 'traffic mirror'
      WHEN strpos(event_name, 'Subnet') > 0 THEN 'subnet'
      WHEN strpos(event_name, 'Interface') > 0 THEN 'network interface'
      WHEN regexp_like(event_name, 'Address(Transfer|Attribute|ToVpc|ToClassic)?$|Byoip|Ipv4Pool|Coip') THEN 'address'
      WHEN strpos(event_name, 'BlockPublicAccess') > 0 THEN 'block of public access'
      ELSE 'network'
    END AS kind,
    CASE
      WHEN starts_with(event_name, 'Create') OR starts_with(event_name, 'Allocate') THEN 'created'
      WHEN starts_with(event_name, 'Delete') OR starts_with(event_name, 'Release') OR starts_with(event_name, 'Deprovision') THEN 'removed'
      WHEN starts_with(event_name, 'Attach') OR starts_with(event_name, 'Associate') THEN 'attached'
      WHEN starts_with(event_name, 'Detach') OR starts_with(event_name, 'Disassociate') THEN 'detached'
      WHEN starts_with(event_name, 'Accept') THEN 'accepted'
      WHEN starts_with(event_name, 'Reject') THEN 'rejected'
      WHEN starts_with(event_name, 'Enable') THEN 'switched on'
      WHEN starts_with(event_name, 'Disable') THEN 'switched off'
      ELSE 'changed'
    END AS change,
    COALESCE(request_parameters, '') || ' ' || COALESCE(response_elements, '') AS told,
    console,
    source_ip,
    event_id,
    source_file
  FROM events
  WHERE outcome = 'success'
    AND (
      (event_source = 'ec2.amazonaws.com' AND event_name IN (
        'AcceptAddressTransfer', 'AcceptVpcEndpointConnections', 'AcceptVpcPeeringConnection', 'AdvertiseByoipCidr', 'AllocateAddress',
        'AssociateAddress', 'AssociateDhcpOptions', 'AssociateSubnetCidrBlock', 'AssociateTrunkInterface', 'AssociateVpcCidrBlock',
        'AttachClassicLinkVpc', 'AttachVerifiedAccessTrustProvider', 'CreateCoipCidr', 'CreateCoipPool', 'CreateDefaultSubnet', 'CreateDefaultVpc',
        'CreateDhcpOptions', 'CreateInstanceConnectEndpoint', 'CreateManagedPrefixList', 'CreateNetworkInterfacePermission', 'CreatePublicIpv4Pool',
        'CreateSecondaryNetwork', 'CreateSecondarySubnet', 'CreateSubnet', 'CreateSubnetCidrReservation', 'CreateTrafficMirrorFilter',
        'CreateTrafficMirrorFilterRule', 'CreateTrafficMirrorSession', 'CreateTrafficMirrorTarget', 'CreateVerifiedAccessEndpoint',
        'CreateVerifiedAccessGroup', 'CreateVerifiedAccessInstance', 'CreateVerifiedAccessTrustProvider', 'CreateVpc',
        'CreateVpcBlockPublicAccessExclusion', 'CreateVpcEncryptionControl', 'CreateVpcEndpoint', 'CreateVpcEndpointConnectionNotification',
        'CreateVpcEndpointServiceConfiguration', 'CreateVpcPeeringConnection', 'DeleteCoipCidr', 'DeleteCoipPool', 'DeleteDhcpOptions',
        'DeleteInstanceConnectEndpoint', 'DeleteManagedPrefixList', 'DeleteNetworkInterfacePermission', 'DeletePublicIpv4Pool',
        'DeleteSecondaryNetwork', 'DeleteSecondarySubnet', 'DeleteSubnet', 'DeleteSubnetCidrReservation', 'DeleteTrafficMirrorFilter',
        'DeleteTrafficMirrorFilterRule', 'DeleteTrafficMirrorSession', 'DeleteTrafficMirrorTarget', 'DeleteVerifiedAccessEndpoint',
        'DeleteVerifiedAccessGroup', 'DeleteVerifiedAccessInstance', 'DeleteVerifiedAccessTrustProvider', 'DeleteVpc',
        'DeleteVpcBlockPublicAccessExclusion', 'DeleteVpcEncryptionControl', 'DeleteVpcEndpointConnectionNotifications',
        'DeleteVpcEndpointServiceConfigurations', 'DeleteVpcEndpoints', 'DeleteVpcPeeringConnection', 'DeprovisionByoipCidr',
        'DeprovisionPublicIpv4PoolCidr', 'DetachClassicLinkVpc', 'DetachVerifiedAccessTrustProvider', 'DisableAddressTransfer',
        'DisableVpcClassicLink', 'DisableVpcClassicLinkDnsSupport', 'DisassociateAddress', 'DisassociateSubnetCidrBlock',
        'DisassociateTrunkInterface', 'DisassociateVpcCidrBlock', 'EnableAddressTransfer', 'EnableReachabilityAnalyzerOrganizationSharing',
        'EnableVpcClassicLink', 'EnableVpcClassicLinkDnsSupport', 'ModifyAccountVpcEncryptionControl', 'ModifyAddressAttribute',
        'ModifyInstanceConnectEndpoint', 'ModifyManagedPrefixList', 'ModifyNetworkInterfaceAttribute', 'ModifyPublicIpDnsNameOptions',
        'ModifySubnetAttribute', 'ModifyTrafficMirrorFilterNetworkServices', 'ModifyTrafficMirrorFilterRule', 'ModifyTrafficMirrorSession',
        'ModifyVerifiedAccessEndpoint', 'ModifyVerifiedAccessEndpointPolicy', 'ModifyVerifiedAccessGroup', 'ModifyVerifiedAccessGroupPolicy',
        'ModifyVerifiedAccessInstance', 'ModifyVerifiedAccessInstanceLoggingConfiguration', 'ModifyVerifiedAccessTrustProvider', 'ModifyVpcAttribute',
        'ModifyVpcBlockPublicAccessExclusion', 'ModifyVpcBlockPublicAccessOptions', 'ModifyVpcEncryptionControl', 'ModifyVpcEndpoint',
        'ModifyVpcEndpointConnectionNotification', 'ModifyVpcEndpointPayerResponsibility', 'ModifyVpcEndpointServiceConfiguration',
        'ModifyVpcEndpointServicePayerResponsibility', 'ModifyVpcEndpointServicePermissions', 'ModifyVpcPeeringConnectionOptions', 'ModifyVpcTenancy',
        'MoveAddressToVpc', 'ProvisionByoipCidr', 'ProvisionPublicIpv4PoolCidr', 'RejectVpcEndpointConnections', 'RejectVpcPeeringConnection',
        'ReleaseAddress', 'ResetAddressAttribute', 'ResetNetworkInterfaceAttribute', 'RestoreAddressToClassic', 'RestoreManagedPrefixListVersion',
        'StartVpcEndpointServicePrivateDnsVerification', 'WithdrawByoipCidr'
      ))
      OR (event_source = 'ec2.amazonaws.com' AND actor_class IN ('person', 'root')
        AND event_name IN ('CreateNetworkInterface', 'DeleteNetworkInterface', 'AttachNetworkInterface', 'DetachNetworkInterface'))
    )
) changes
