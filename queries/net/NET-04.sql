/*
id: NET-04
title: Gateway changes
question: Which ways into and out of the networks (internet, NAT, VPN, transit and direct connections) were created, changed, attached or removed in the period, and by whom?
expect: population
category:
  management: required
events:
  ec2.amazonaws.com:
    [
      AcceptTransitGatewayClientVpnAttachment, AcceptTransitGatewayMulticastDomainAssociations, AcceptTransitGatewayPeeringAttachment,
      AcceptTransitGatewayVpcAttachment, ApplySecurityGroupsToClientVpnTargetNetwork, AssignPrivateNatGatewayAddress, AssociateClientVpnTargetNetwork,
      AssociateNatGatewayAddress, AssociateTransitGatewayMulticastDomain, AttachInternetGateway, AttachVpnGateway, AuthorizeClientVpnIngress,
      CreateCarrierGateway, CreateClientVpnEndpoint, CreateCustomerGateway, CreateEgressOnlyInternetGateway, CreateInternetGateway,
      CreateLocalGatewayVirtualInterface, CreateLocalGatewayVirtualInterfaceGroup, CreateNatGateway, CreateTransitGateway, CreateTransitGatewayConnect,
      CreateTransitGatewayConnectPeer, CreateTransitGatewayMulticastDomain, CreateTransitGatewayNetworkFunctionAttachment,
      CreateTransitGatewayPeeringAttachment, CreateTransitGatewayVpcAttachment, CreateVpnConcentrator, CreateVpnConnection, CreateVpnGateway,
      DeleteCarrierGateway, DeleteClientVpnEndpoint, DeleteClientVpnEndpointAuthorizationPolicy, DeleteCustomerGateway, DeleteEgressOnlyInternetGateway,
      DeleteInternetGateway, DeleteLocalGatewayVirtualInterface, DeleteLocalGatewayVirtualInterfaceGroup, DeleteNatGateway, DeleteTransitGateway,
      DeleteTransitGatewayClientVpnAttachment, DeleteTransitGatewayConnect, DeleteTransitGatewayConnectPeer, DeleteTransitGatewayMulticastDomain,
      DeleteTransitGatewayNetworkFunctionAttachment, DeleteTransitGatewayPeeringAttachment, DeleteTransitGatewayVpcAttachment, DeleteVpnConcentrator,
      DeleteVpnConnection, DeleteVpnGateway, DeregisterTransitGatewayMulticastGroupMembers, DeregisterTransitGatewayMulticastGroupSources,
      DetachInternetGateway, DetachVpnGateway, DisassociateClientVpnTargetNetwork, DisassociateNatGatewayAddress, DisassociateTransitGatewayMulticastDomain,
      ImportClientVpnClientCertificateRevocationList, ModifyClientVpnEndpoint, ModifyClientVpnEndpointAuthorizationPolicy, ModifyTransitGateway,
      ModifyTransitGatewayAttachmentNatConfiguration, ModifyTransitGatewayNetworkFunctionAttachment, ModifyTransitGatewayPeeringAttachment,
      ModifyTransitGatewayVpcAttachment, ModifyVpnConnection, ModifyVpnConnectionOptions, ModifyVpnTunnelCertificate, ModifyVpnTunnelOptions,
      RegisterTransitGatewayMulticastGroupMembers, RegisterTransitGatewayMulticastGroupSources, RejectTransitGatewayClientVpnAttachment,
      RejectTransitGatewayMulticastDomainAssociations, RejectTransitGatewayPeeringAttachment, RejectTransitGatewayVpcAttachment, ReplaceVpnTunnel,
      RevokeClientVpnIngress, TerminateClientVpnConnections, UnassignPrivateNatGatewayAddress
    ]
  directconnect.amazonaws.com:
    [
      AcceptDirectConnectGatewayAssociationProposal, AllocateConnectionOnInterconnect, AllocateHostedConnection, AllocatePrivateVirtualInterface,
      AllocatePublicVirtualInterface, AllocateTransitVirtualInterface, AssociateConnectionWithLag, AssociateConnectionsToResiliencyGroup,
      AssociateHostedConnection, AssociateMacSecKey, AssociateVirtualInterface, ConfirmConnection, ConfirmPrivateVirtualInterface,
      ConfirmPublicVirtualInterface, ConfirmTransitVirtualInterface, CreateBGPPeer, CreateConnection, CreateDirectConnectGateway,
      CreateDirectConnectGatewayAssociation, CreateDirectConnectGatewayAssociationProposal, CreateInterconnect, CreateLag, CreatePrivateVirtualInterface,
      CreatePublicVirtualInterface, CreateResiliencyGroup, CreateTransitVirtualInterface, DeleteBGPPeer, DeleteConnection, DeleteDirectConnectGateway,
      DeleteDirectConnectGatewayAssociation, DeleteDirectConnectGatewayAssociationProposal, DeleteInterconnect, DeleteLag, DeleteResiliencyGroup,
      DeleteVirtualInterface, DisassociateConnectionFromLag, DisassociateConnectionsFromResiliencyGroup, DisassociateMacSecKey, GetResiliencyGroup,
      StartBgpFailoverTest, StopBgpFailoverTest, UpdateConnection, UpdateConnectionsBillingMode, UpdateDirectConnectGateway,
      UpdateDirectConnectGatewayAssociation, UpdateLag, UpdateResiliencyGroup, UpdateVirtualInterfaceAttributes
    ]
  networkmanager.amazonaws.com:
    [
      AcceptAttachment, AssociateConnectPeer, AssociateCustomerGateway, AssociateLink, AssociateTransitGatewayConnectPeer, CreateConnectAttachment,
      CreateConnectPeer, CreateConnection, CreateCoreNetwork, CreateCoreNetworkPrefixListAssociation, CreateDirectConnectGatewayAttachment,
      CreateGlobalNetwork, CreateSiteToSiteVpnAttachment, CreateTransitGatewayPeering, CreateTransitGatewayRouteTableAttachment, CreateVpcAttachment,
      DeleteAttachment, DeleteConnectPeer, DeleteConnection, DeleteCoreNetwork, DeleteCoreNetworkPrefixListAssociation, DeleteGlobalNetwork, DeletePeering,
      DeregisterTransitGateway, DisassociateConnectPeer, DisassociateCustomerGateway, DisassociateLink, DisassociateTransitGatewayConnectPeer,
      RegisterTransitGateway, RejectAttachment, UpdateAttachmentNatConfiguration, UpdateConnection, UpdateCoreNetwork, UpdateDirectConnectGatewayAttachment,
      UpdateGlobalNetwork, UpdateVpcAttachment
    ]
needs: [outcome, actor_name, actor_class, console, source_ip, request_parameters, response_elements]
columns:
  event_time: When, UTC
  account_id: Account the change was recorded in
  region: Region of the gateway
  actor_name: Who made the change
  actor_class: Person, workload, root or AWS service
  event_name: What was done
  kind: Kind of gateway or connection
  change: What became of it, in a word
  gateway: The gateway, attachment or connection
  detail: Network, subnet or address it was joined to, or who was let in
  console: Made from the AWS console
  source_ip: Address the request came from
  event_id: CloudTrail's id of the event
  source_file: Log object the record stands in
limits: Successful calls only. Which traffic takes a gateway is decided by routes (NET-05) and rules (NET-01, NET-03). What was set before a change is not in the log.
references:
  - https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html
  - https://docs.aws.amazon.com/vpc/latest/tgw/what-is-transit-gateway.html
  - https://docs.aws.amazon.com/directconnect/latest/UserGuide/logging_dc_api_calls.html
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
  -- EC2 wraps newer requests in names of many forms: ids are read by their own key, wherever it stands.
  CASE kind
    WHEN 'internet gateway' THEN regexp_extract(told, '(?i)"internetGatewayId"\s*:\s*"([a-z0-9-]+)"', 1)
    WHEN 'egress-only internet gateway' THEN regexp_extract(told, '(?i)"egressOnlyInternetGatewayId"\s*:\s*"([a-z0-9-]+)"', 1)
    WHEN 'NAT gateway' THEN regexp_extract(told, '(?i)"natGatewayId"\s*:\s*"([a-z0-9-]+)"', 1)
    WHEN 'carrier gateway' THEN regexp_extract(told, '(?i)"carrierGatewayId"\s*:\s*"([a-z0-9-]+)"', 1)
    WHEN 'customer gateway' THEN regexp_extract(told, '(?i)"customerGatewayId"\s*:\s*"([a-z0-9-]+)"', 1)
    WHEN 'local gateway' THEN regexp_extract(told, '(?i)"localGatewayVirtualInterface(Group)?Id"\s*:\s*"([a-z0-9-]+)"', 2)
    WHEN 'client VPN' THEN regexp_extract(told, '(?i)"clientVpnEndpointId"\s*:\s*"([a-z0-9-]+)"', 1)
    WHEN 'VPN gateway' THEN regexp_extract(told, '(?i)"vpnGatewayId"\s*:\s*"([a-z0-9-]+)"', 1)
    WHEN 'VPN connection' THEN regexp_extract(told, '(?i)"vpn(Connection|Concentrator)Id"\s*:\s*"([a-z0-9-]+)"', 2)
    WHEN 'transit gateway' THEN COALESCE(
      regexp_extract(told, '(?i)"transitGateway(Attachment|ConnectPeer|MulticastDomain)Id"\s*:\s*"([a-z0-9-]+)"', 2),
      regexp_extract(told, '(?i)"transitGatewayId"\s*:\s*"([a-z0-9-]+)"', 1))
    WHEN 'direct connection' THEN COALESCE(
      regexp_extract(told, '"(virtualInterfaceId|directConnectGatewayId|lagId|interconnectId|connectionId)"\s*:\s*"([A-Za-z0-9-]+)"', 2),
      regexp_extract(told, '"(associationId|proposalId)"\s*:\s*"([A-Za-z0-9-]+)"', 2))
    ELSE COALESCE(
      regexp_extract(told, '(?i)"(attachmentId|connectPeerId|peeringId|coreNetworkId|connectionId)"\s*:\s*"([a-z0-9-]+)"', 2),
      regexp_extract(told, '(?i)"globalNetworkId"\s*:\s*"([a-z0-9-]+)"', 1))
  END AS gateway,
  COALESCE(
    -- Who may use a client VPN: a network, for one group of users or for all.
    regexp_extract(told, '(?i)"targetNetworkCidr"\s*:\s*"([0-9a-f:./]+)"', 1)
      || CASE WHEN regexp_like(told, '(?i)"authorizeAllGroups"\s*:\s*"?true') THEN ' for all users' ELSE '' END,
    regexp_extract(told, '(?i)"vpcId"\s*:\s*"(vpc-[a-z0-9]+)"', 1),
    regexp_extract(told, '(?i)"subnetId"\s*:\s*"(subnet-[a-z0-9]+)"', 1),
    regexp_extract(told, '(?i)"vpcArn"\s*:\s*"([A-Za-z0-9:/._-]+)"', 1),
    regexp_extract(told, '(?i)"(peerTransitGatewayId|transitGatewayArn)"\s*:\s*"([A-Za-z0-9:/._-]+)"', 2),
    'to ' || CASE WHEN kind = 'customer gateway' THEN regexp_extract(told, '(?i)"(ipAddress|publicIp)"\s*:\s*"([0-9a-f:.]+)"', 2) END,
    CASE WHEN kind = 'VPN connection' THEN regexp_extract(told, '(?i)"(customerGatewayId|vpnGatewayId|transitGatewayId)"\s*:\s*"([a-z0-9-]+)"', 2) END,
    CASE WHEN kind = 'direct connection' THEN regexp_extract(told, '"(virtualGatewayId|ownerAccount|gatewayId)"\s*:\s*"([A-Za-z0-9-]+)"', 2) END
  ) AS detail,
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
      WHEN event_source = 'directconnect.amazonaws.com' THEN 'direct connection'
      WHEN event_source = 'networkmanager.amazonaws.com' THEN 'core network'
      WHEN strpos(event_name, 'EgressOnlyInternetGateway') > 0 THEN 'egress-only internet gateway'
      WHEN strpos(event_name, 'InternetGateway') > 0 THEN 'internet gateway'
      WHEN strpos(event_name, 'NatGateway') > 0 THEN 'NAT gateway'
      WHEN strpos(event_name, 'CarrierGateway') > 0 THEN 'carrier gateway'
      WHEN strpos(event_name, 'CustomerGateway') > 0 THEN 'customer gateway'
      WHEN strpos(event_name, 'LocalGateway') > 0 THEN 'local gateway'
      WHEN strpos(event_name, 'TransitGateway') > 0 THEN 'transit gateway'
      WHEN strpos(event_name, 'ClientVpn') > 0 THEN 'client VPN'
      WHEN strpos(event_name, 'VpnGateway') > 0 THEN 'VPN gateway'
      ELSE 'VPN connection'
    END AS kind,
    CASE
      WHEN starts_with(event_name, 'Create') OR starts_with(event_name, 'Allocate') THEN 'created'
      WHEN starts_with(event_name, 'Delete') THEN 'removed'
      WHEN starts_with(event_name, 'Attach') OR starts_with(event_name, 'Associate') OR starts_with(event_name, 'Assign') OR starts_with(event_name, 'Register') THEN 'attached'
      WHEN starts_with(event_name, 'Detach') OR starts_with(event_name, 'Disassociate') OR starts_with(event_name, 'Unassign') OR starts_with(event_name, 'Deregister') THEN 'detached'
      WHEN starts_with(event_name, 'Accept') OR starts_with(event_name, 'Confirm') THEN 'accepted'
      WHEN starts_with(event_name, 'Reject') THEN 'rejected'
      WHEN starts_with(event_name, 'Authorize') THEN 'users let in'
      WHEN starts_with(event_name, 'Revoke') THEN 'users kept out'
      WHEN starts_with(event_name, 'Terminate') THEN 'sessions ended'
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
        'AcceptTransitGatewayClientVpnAttachment', 'AcceptTransitGatewayMulticastDomainAssociations', 'AcceptTransitGatewayPeeringAttachment',
        'AcceptTransitGatewayVpcAttachment', 'ApplySecurityGroupsToClientVpnTargetNetwork', 'AssignPrivateNatGatewayAddress',
        'AssociateClientVpnTargetNetwork', 'AssociateNatGatewayAddress', 'AssociateTransitGatewayMulticastDomain', 'AttachInternetGateway',
        'AttachVpnGateway', 'AuthorizeClientVpnIngress', 'CreateCarrierGateway', 'CreateClientVpnEndpoint', 'CreateCustomerGateway',
        'CreateEgressOnlyInternetGateway', 'CreateInternetGateway', 'CreateLocalGatewayVirtualInterface', 'CreateLocalGatewayVirtualInterfaceGroup',
        'CreateNatGateway', 'CreateTransitGateway', 'CreateTransitGatewayConnect', 'CreateTransitGatewayConnectPeer',
        'CreateTransitGatewayMulticastDomain', 'CreateTransitGatewayNetworkFunctionAttachment', 'CreateTransitGatewayPeeringAttachment',
        'CreateTransitGatewayVpcAttachment', 'CreateVpnConcentrator', 'CreateVpnConnection', 'CreateVpnGateway', 'DeleteCarrierGateway',
        'DeleteClientVpnEndpoint', 'DeleteClientVpnEndpointAuthorizationPolicy', 'DeleteCustomerGateway', 'DeleteEgressOnlyInternetGateway',
        'DeleteInternetGateway', 'DeleteLocalGatewayVirtualInterface', 'DeleteLocalGatewayVirtualInterfaceGroup', 'DeleteNatGateway',
        'DeleteTransitGateway', 'DeleteTransitGatewayClientVpnAttachment', 'DeleteTransitGatewayConnect', 'DeleteTransitGatewayConnectPeer',
        'DeleteTransitGatewayMulticastDomain', 'DeleteTransitGatewayNetworkFunctionAttachment', 'DeleteTransitGatewayPeeringAttachment',
        'DeleteTransitGatewayVpcAttachment', 'DeleteVpnConcentrator', 'DeleteVpnConnection', 'DeleteVpnGateway',
        'DeregisterTransitGatewayMulticastGroupMembers', 'DeregisterTransitGatewayMulticastGroupSources', 'DetachInternetGateway', 'DetachVpnGateway',
        'DisassociateClientVpnTargetNetwork', 'DisassociateNatGatewayAddress', 'DisassociateTransitGatewayMulticastDomain',
        'ImportClientVpnClientCertificateRevocationList', 'ModifyClientVpnEndpoint', 'ModifyClientVpnEndpointAuthorizationPolicy',
        'ModifyTransitGateway', 'ModifyTransitGatewayAttachmentNatConfiguration', 'ModifyTransitGatewayNetworkFunctionAttachment',
        'ModifyTransitGatewayPeeringAttachment', 'ModifyTransitGatewayVpcAttachment', 'ModifyVpnConnection', 'ModifyVpnConnectionOptions',
        'ModifyVpnTunnelCertificate', 'ModifyVpnTunnelOptions', 'RegisterTransitGatewayMulticastGroupMembers',
        'RegisterTransitGatewayMulticastGroupSources', 'RejectTransitGatewayClientVpnAttachment', 'RejectTransitGatewayMulticastDomainAssociations',
        'RejectTransitGatewayPeeringAttachment', 'RejectTransitGatewayVpcAttachment', 'ReplaceVpnTunnel', 'RevokeClientVpnIngress',
        'TerminateClientVpnConnections', 'UnassignPrivateNatGatewayAddress'
      ))
      OR (event_source = 'directconnect.amazonaws.com' AND event_name IN (
        'AcceptDirectConnectGatewayAssociationProposal', 'AllocateConnectionOnInterconnect', 'AllocateHostedConnection',
        'AllocatePrivateVirtualInterface', 'AllocatePublicVirtualInterface', 'AllocateTransitVirtualInterface', 'AssociateConnectionWithLag',
        'AssociateConnectionsToResiliencyGroup', 'AssociateHostedConnection', 'AssociateMacSecKey', 'AssociateVirtualInterface', 'ConfirmConnection',
        'ConfirmPrivateVirtualInterface', 'ConfirmPublicVirtualInterface', 'ConfirmTransitVirtualInterface', 'CreateBGPPeer', 'CreateConnection',
        'CreateDirectConnectGateway', 'CreateDirectConnectGatewayAssociation', 'CreateDirectConnectGatewayAssociationProposal', 'CreateInterconnect',
        'CreateLag', 'CreatePrivateVirtualInterface', 'CreatePublicVirtualInterface', 'CreateResiliencyGroup', 'CreateTransitVirtualInterface',
        'DeleteBGPPeer', 'DeleteConnection', 'DeleteDirectConnectGateway', 'DeleteDirectConnectGatewayAssociation',
        'DeleteDirectConnectGatewayAssociationProposal', 'DeleteInterconnect', 'DeleteLag', 'DeleteResiliencyGroup', 'DeleteVirtualInterface',
        'DisassociateConnectionFromLag', 'DisassociateConnectionsFromResiliencyGroup', 'DisassociateMacSecKey', 'GetResiliencyGroup',
        'StartBgpFailoverTest', 'StopBgpFailoverTest', 'UpdateConnection', 'UpdateConnectionsBillingMode', 'UpdateDirectConnectGateway',
        'UpdateDirectConnectGatewayAssociation', 'UpdateLag', 'UpdateResiliencyGroup', 'UpdateVirtualInterfaceAttributes'
      ))
      OR (event_source = 'networkmanager.amazonaws.com' AND event_name IN (
        'AcceptAttachment', 'AssociateConnectPeer', 'AssociateCustomerGateway', 'AssociateLink', 'AssociateTransitGatewayConnectPeer',
        'CreateConnectAttachment', 'CreateConnectPeer', 'CreateConnection', 'CreateCoreNetwork', 'CreateCoreNetworkPrefixListAssociation',
        'CreateDirectConnectGatewayAttachment', 'CreateGlobalNetwork', 'CreateSiteToSiteVpnAttachment', 'CreateTransitGatewayPeering',
        'CreateTransitGatewayRouteTableAttachment', 'CreateVpcAttachment', 'DeleteAttachment', 'DeleteConnectPeer', 'DeleteConnection',
        'DeleteCoreNetwork', 'DeleteCoreNetworkPrefixListAssociation', 'DeleteGlobalNetwork', 'DeletePeering', 'DeregisterTransitGateway',
        'DisassociateConnectPeer', 'DisassociateCustomerGateway', 'DisassociateLink', 'DisassociateTransitGatewayConnectPeer',
        'RegisterTransitGateway', 'RejectAttachment', 'UpdateAttachmentNatConfiguration', 'UpdateConnection', 'UpdateCoreNetwork',
        'UpdateDirectConnectGatewayAttachment', 'UpdateGlobalNetwork', 'UpdateVpcAttachment'
      ))
    )
) changes
