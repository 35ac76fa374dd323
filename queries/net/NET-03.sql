/*
id: NET-03
title: Network ACL changes
question: Which network access lists of subnets were created, changed, moved to other subnets or removed in the period, and by whom?
expect: population                 # lists change in normal work; those that let the whole internet in stand in NET-02
category:
  management: required
events:
  ec2.amazonaws.com: [CreateNetworkAcl, CreateNetworkAclEntry, DeleteNetworkAcl, DeleteNetworkAclEntry, ReplaceNetworkAclEntry, ReplaceNetworkAclAssociation]
needs: [outcome, actor_name, actor_class, console, source_ip, request_parameters, response_elements]
columns:
  event_time: When, UTC
  account_id: Account the change was recorded in
  region: Region of the list
  actor_name: Who made the change
  actor_class: Person, workload, root or AWS service
  event_name: What was done
  network_acl: The list changed
  rule: Number and direction of the entry
  effect: What the entry now does - allow or deny
  ports: Protocol and ports
  addresses: Addresses the entry is about
  detail: For a new list its network, for a moved list the association
  console: Made from the AWS console
  source_ip: Address the request came from
  event_id: CloudTrail's id of the event
  source_file: Log object the record stands in
limits: Successful calls only. An entry that is replaced or deleted does not say what it was before. Which subnets a moved list protects is not in the log, only the association.
references:
  - https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
  - https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ReplaceNetworkAclEntry.html
*/
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  actor_class,
  event_name,
  network_acl,
  rule_number || CASE egress WHEN 'true' THEN ' outbound' WHEN 'false' THEN ' inbound' ELSE '' END AS rule,
  effect,
  CASE
    WHEN protocol = '-1' THEN 'all traffic'
    WHEN from_port IS NULL THEN protocol_name
    WHEN from_port = to_port THEN protocol_name || ' ' || from_port
    ELSE protocol_name || ' ' || from_port || '-' || to_port
  END AS ports,
  addresses,
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
    COALESCE(json_extract_scalar(request_parameters, '$.networkAclId'), json_extract_scalar(response_elements, '$.networkAcl.networkAclId')) AS network_acl,
    json_extract_scalar(request_parameters, '$.ruleNumber') AS rule_number,
    lower(json_extract_scalar(request_parameters, '$.egress')) AS egress,
    json_extract_scalar(request_parameters, '$.ruleAction') AS effect,
    json_extract_scalar(request_parameters, '$.aclProtocol') AS protocol,
    -- Numbers as the internet's registry of protocols has them.
    CASE json_extract_scalar(request_parameters, '$.aclProtocol')
      WHEN '1' THEN 'icmp'
      WHEN '6' THEN 'tcp'
      WHEN '17' THEN 'udp'
      WHEN '58' THEN 'icmpv6'
      ELSE json_extract_scalar(request_parameters, '$.aclProtocol')
    END AS protocol_name,
    json_extract_scalar(request_parameters, '$.portRange.from') AS from_port,
    json_extract_scalar(request_parameters, '$.portRange.to') AS to_port,
    COALESCE(json_extract_scalar(request_parameters, '$.cidrBlock'), json_extract_scalar(request_parameters, '$.ipv6CidrBlock')) AS addresses,
    COALESCE(json_extract_scalar(request_parameters, '$.vpcId'), json_extract_scalar(request_parameters, '$.associationId')) AS detail,
    console,
    source_ip,
    event_id,
    source_file
  FROM events
  WHERE outcome = 'success'
    AND event_source = 'ec2.amazonaws.com'
    AND event_name IN ('CreateNetworkAcl', 'CreateNetworkAclEntry', 'DeleteNetworkAcl', 'DeleteNetworkAclEntry', 'ReplaceNetworkAclEntry', 'ReplaceNetworkAclAssociation')
) changes
