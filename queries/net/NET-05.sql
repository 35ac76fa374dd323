/*
id: NET-05
title: Route changes
question: Which routes and route tables were created, replaced, moved or removed in the period, to where, and by whom?
expect: population
category:
  management: required
events:
  ec2.amazonaws.com:
    [
      AssociateRouteServer, AssociateRouteTable, AssociateTransitGatewayPolicyTable, AssociateTransitGatewayRouteTable, CreateClientVpnRoute,
      CreateLocalGatewayRoute, CreateLocalGatewayRouteTable, CreateLocalGatewayRouteTableVirtualInterfaceGroupAssociation,
      CreateLocalGatewayRouteTableVpcAssociation, CreateRoute, CreateRouteServer, CreateRouteServerEndpoint, CreateRouteServerPeer, CreateRouteTable,
      CreateTransitGatewayPolicyTable, CreateTransitGatewayPolicyTableEntry, CreateTransitGatewayPrefixListReference, CreateTransitGatewayRoute,
      CreateTransitGatewayRouteTable, CreateTransitGatewayRouteTableAnnouncement, CreateVpnConnectionRoute, DeleteClientVpnRoute, DeleteLocalGatewayRoute,
      DeleteLocalGatewayRouteTable, DeleteLocalGatewayRouteTableVirtualInterfaceGroupAssociation, DeleteLocalGatewayRouteTableVpcAssociation, DeleteRoute,
      DeleteRouteServer, DeleteRouteServerEndpoint, DeleteRouteServerPeer, DeleteRouteTable, DeleteTransitGatewayPolicyTable,
      DeleteTransitGatewayPolicyTableEntry, DeleteTransitGatewayPrefixListReference, DeleteTransitGatewayRoute, DeleteTransitGatewayRouteTable,
      DeleteTransitGatewayRouteTableAnnouncement, DeleteVpnConnectionRoute, DisableRouteServerPropagation, DisableTransitGatewayRouteTablePropagation,
      DisableVgwRoutePropagation, DisassociateRouteServer, DisassociateRouteTable, DisassociateTransitGatewayPolicyTable,
      DisassociateTransitGatewayRouteTable, EnableRouteServerPropagation, EnableTransitGatewayRouteTablePropagation, EnableVgwRoutePropagation,
      ModifyLocalGatewayRoute, ModifyRouteServer, ModifyTransitGatewayPolicyTableEntry, ModifyTransitGatewayPrefixListReference, ReplaceRoute,
      ReplaceRouteTableAssociation, ReplaceTransitGatewayRoute
    ]
  networkmanager.amazonaws.com:
    [
      CreateCoreNetworkPrefixListAssociation, DeleteCoreNetworkPolicyVersion, DeleteCoreNetworkPrefixListAssociation, ExecuteCoreNetworkChangeSet,
      PutAttachmentRoutingPolicyLabel, PutCoreNetworkPolicy, RemoveAttachmentRoutingPolicyLabel, RestoreCoreNetworkPolicyVersion
    ]
needs: [outcome, actor_name, actor_class, console, source_ip, request_parameters, response_elements]
columns:
  event_time: When, UTC
  account_id: Account the change was recorded in
  region: Region of the table
  actor_name: Who made the change
  actor_class: Person, workload, root or AWS service
  event_name: What was done
  change: What became of it, in a word
  route_table: Route table, or what else holds the route
  destination: Addresses the route is for
  everyone: yes where these are all addresses, that is a default route
  target: Gateway, machine or connection they are sent to
  detail: For a table its network, for an association the subnet or attachment
  console: Made from the AWS console
  source_ip: Address the request came from
  event_id: CloudTrail's id of the event
  source_file: Log object the record stands in
limits: Successful calls only. Where a route led before it was replaced or removed is not in the log. Routes learned from a peer (BGP, propagation) leave no event of their own.
references:
  - https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html
  - https://docs.aws.amazon.com/vpc/latest/tgw/tgw-route-tables.html
*/
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  actor_class,
  event_name,
  change,
  route_table,
  destination,
  CASE WHEN destination IN ('0.0.0.0/0', '::/0') THEN 'yes' WHEN destination IS NOT NULL THEN 'no' END AS everyone,
  target,
  detail,
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
      WHEN starts_with(event_name, 'Create') THEN 'created'
      WHEN starts_with(event_name, 'Delete') OR starts_with(event_name, 'Remove') THEN 'removed'
      WHEN starts_with(event_name, 'Replace') THEN 'replaced'
      WHEN starts_with(event_name, 'Associate') THEN 'associated'
      WHEN starts_with(event_name, 'Disassociate') THEN 'disassociated'
      WHEN starts_with(event_name, 'Enable') THEN 'propagation on'
      WHEN starts_with(event_name, 'Disable') THEN 'propagation off'
      ELSE 'changed'
    END AS change,
    -- EC2 wraps newer requests in names of many forms: ids are read by their own key, wherever it stands.
    COALESCE(
      regexp_extract(told, '(?i)"(routeTableId|transitGatewayRouteTableId|localGatewayRouteTableId|transitGatewayPolicyTableId|routeServerId|coreNetworkId)"\s*:\s*"([a-z0-9-]+)"', 2),
      regexp_extract(told, '(?i)"(clientVpnEndpointId|vpnConnectionId|routeServerEndpointId|routeServerPeerId|attachmentId)"\s*:\s*"([a-z0-9-]+)"', 2)
    ) AS route_table,
    COALESCE(
      regexp_extract(told, '(?i)"destination(Ipv6)?CidrBlock"\s*:\s*"([0-9a-f:./]+)"', 2),
      regexp_extract(told, '(?i)"(destinationPrefixListId|prefixListId|prefixListArn)"\s*:\s*"([A-Za-z0-9:/-]+)"', 2)
    ) AS destination,
    CASE WHEN regexp_like(told, '(?i)"blackhole"\s*:\s*"?true') THEN 'nowhere' ELSE
      COALESCE(
        regexp_extract(told, '(?i)"(gatewayId|natGatewayId|instanceId|networkInterfaceId|transitGatewayId|vpcPeeringConnectionId|egressOnlyInternetGatewayId|carrierGatewayId|vpcEndpointId|odbNetworkArn|coreNetworkArn)"\s*:\s*"([A-Za-z0-9:/-]+)"', 2),
        regexp_extract(told, '(?i)"(transitGatewayAttachmentId|localGatewayVirtualInterfaceGroupId|targetVpcSubnetId)"\s*:\s*"([A-Za-z0-9:/-]+)"', 2))
    END AS target,
    COALESCE(
      regexp_extract(told, '(?i)"(subnetId|associationId)"\s*:\s*"([a-z0-9-]+)"', 2),
      regexp_extract(told, '(?i)"vpcId"\s*:\s*"([a-z0-9-]+)"', 1)
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
      COALESCE(request_parameters, '') || ' ' || COALESCE(response_elements, '') AS told,
      console,
      source_ip,
      event_id,
      source_file
    FROM events
    WHERE outcome = 'success'
      AND (
        (event_source = 'ec2.amazonaws.com' AND event_name IN (
          'AssociateRouteServer', 'AssociateRouteTable', 'AssociateTransitGatewayPolicyTable', 'AssociateTransitGatewayRouteTable',
          'CreateClientVpnRoute', 'CreateLocalGatewayRoute', 'CreateLocalGatewayRouteTable',
          'CreateLocalGatewayRouteTableVirtualInterfaceGroupAssociation', 'CreateLocalGatewayRouteTableVpcAssociation', 'CreateRoute',
          'CreateRouteServer', 'CreateRouteServerEndpoint', 'CreateRouteServerPeer', 'CreateRouteTable', 'CreateTransitGatewayPolicyTable',
          'CreateTransitGatewayPolicyTableEntry', 'CreateTransitGatewayPrefixListReference', 'CreateTransitGatewayRoute',
          'CreateTransitGatewayRouteTable', 'CreateTransitGatewayRouteTableAnnouncement', 'CreateVpnConnectionRoute', 'DeleteClientVpnRoute',
          'DeleteLocalGatewayRoute', 'DeleteLocalGatewayRouteTable', 'DeleteLocalGatewayRouteTableVirtualInterfaceGroupAssociation',
          'DeleteLocalGatewayRouteTableVpcAssociation', 'DeleteRoute', 'DeleteRouteServer', 'DeleteRouteServerEndpoint', 'DeleteRouteServerPeer',
          'DeleteRouteTable', 'DeleteTransitGatewayPolicyTable', 'DeleteTransitGatewayPolicyTableEntry', 'DeleteTransitGatewayPrefixListReference',
          'DeleteTransitGatewayRoute', 'DeleteTransitGatewayRouteTable', 'DeleteTransitGatewayRouteTableAnnouncement', 'DeleteVpnConnectionRoute',
          'DisableRouteServerPropagation', 'DisableTransitGatewayRouteTablePropagation', 'DisableVgwRoutePropagation', 'DisassociateRouteServer',
          'DisassociateRouteTable', 'DisassociateTransitGatewayPolicyTable', 'DisassociateTransitGatewayRouteTable', 'EnableRouteServerPropagation',
          'EnableTransitGatewayRouteTablePropagation', 'EnableVgwRoutePropagation', 'ModifyLocalGatewayRoute', 'ModifyRouteServer',
          'ModifyTransitGatewayPolicyTableEntry', 'ModifyTransitGatewayPrefixListReference', 'ReplaceRoute', 'ReplaceRouteTableAssociation',
          'ReplaceTransitGatewayRoute'
        ))
        OR (event_source = 'networkmanager.amazonaws.com' AND event_name IN (
          'CreateCoreNetworkPrefixListAssociation', 'DeleteCoreNetworkPolicyVersion', 'DeleteCoreNetworkPrefixListAssociation',
          'ExecuteCoreNetworkChangeSet', 'PutAttachmentRoutingPolicyLabel', 'PutCoreNetworkPolicy', 'RemoveAttachmentRoutingPolicyLabel',
          'RestoreCoreNetworkPolicyVersion'
        ))
      )
  ) named
) changes
