/*
id: NET-01
title: Security group changes
question: Which firewall rules (security groups) were created, changed, removed or given to something else in the period, and by whom?
expect: population                 # rules change in normal work: a full list to sample from and match to change tickets
category:
  management: required
events:
  ec2.amazonaws.com: [AuthorizeSecurityGroupIngress, AuthorizeSecurityGroupEgress, RevokeSecurityGroupIngress, RevokeSecurityGroupEgress, CreateSecurityGroup, DeleteSecurityGroup, ModifySecurityGroupRules, AssociateSecurityGroupVpc, DisassociateSecurityGroupVpc, ModifyNetworkInterfaceAttribute, ModifyInstanceAttribute]
  rds.amazonaws.com: [AuthorizeDBSecurityGroupIngress, RevokeDBSecurityGroupIngress, CreateDBSecurityGroup, DeleteDBSecurityGroup]
  redshift.amazonaws.com: [AuthorizeClusterSecurityGroupIngress, RevokeClusterSecurityGroupIngress, CreateClusterSecurityGroup, DeleteClusterSecurityGroup]
  elasticache.amazonaws.com: [AuthorizeCacheSecurityGroupIngress, RevokeCacheSecurityGroupIngress, CreateCacheSecurityGroup, DeleteCacheSecurityGroup]
  elasticloadbalancing.amazonaws.com: [SetSecurityGroups, ApplySecurityGroupsToLoadBalancer]
  lightsail.amazonaws.com: [OpenInstancePublicPorts, CloseInstancePublicPorts, PutInstancePublicPorts]
needs: [outcome, actor_name, actor_class, console, source_ip, request_parameters, response_elements]
columns:
  event_time: When, UTC
  account_id: Account the change was recorded in
  region: Region of the group
  actor_name: Who made the change
  actor_class: Person, workload, root or AWS service
  event_name: What was done
  security_group: The group changed, or the first of those something is now given
  ports: Protocol and ports of the first rule named
  first_source: First range, group, prefix list or rule named
  rules: How many permissions the request lists; empty where it lists none
  console: Made from the AWS console
  source_ip: Address the request came from
  event_id: CloudTrail's id of the event
  source_file: Log object the record stands in
limits: Only the first rule of a request is spelled out; the others stand in the record. A change of an existing rule does not say what the rule was before, nor its direction.
references:
  - https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
  - https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifySecurityGroupRules.html
*/
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  actor_class,
  event_name,
  security_group,
  CASE
    WHEN protocol = '-1' THEN 'all traffic'
    WHEN from_port IS NULL THEN protocol
    WHEN from_port = to_port THEN protocol || ' ' || from_port
    ELSE protocol || ' ' || from_port || '-' || to_port
  END AS ports,
  first_source,
  rules,
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
    COALESCE(
      json_extract_scalar(request_parameters, '$.groupId'),
      json_extract_scalar(request_parameters, '$.ModifySecurityGroupRulesRequest.GroupId'),
      json_extract_scalar(response_elements, '$.groupId'),
      json_extract_scalar(request_parameters, '$.dBSecurityGroupName'),
      json_extract_scalar(request_parameters, '$.clusterSecurityGroupName'),
      json_extract_scalar(request_parameters, '$.groupName'),
      json_extract_scalar(request_parameters, '$.AssociateSecurityGroupVpcRequest.GroupId'),
      json_extract_scalar(request_parameters, '$.DisassociateSecurityGroupVpcRequest.GroupId'),
      json_extract_scalar(request_parameters, '$.groupSet.items[0].groupId'),
      json_extract_scalar(request_parameters, '$.securityGroups[0]'),
      json_extract_scalar(request_parameters, '$.cacheSecurityGroupName'),
      json_extract_scalar(request_parameters, '$.instanceName')
    ) AS security_group,
    COALESCE(
      json_extract_scalar(request_parameters, '$.ipPermissions.items[0].ipProtocol'),
      json_extract_scalar(request_parameters, '$.ModifySecurityGroupRulesRequest.SecurityGroupRule.SecurityGroupRule.IpProtocol'),
      json_extract_scalar(request_parameters, '$.ModifySecurityGroupRulesRequest.SecurityGroupRule[0].SecurityGroupRule.IpProtocol'),
      json_extract_scalar(request_parameters, '$.ipProtocol'),
      json_extract_scalar(request_parameters, '$.portInfo.protocol'),
      json_extract_scalar(request_parameters, '$.portInfos[0].protocol')
    ) AS protocol,
    COALESCE(
      json_extract_scalar(request_parameters, '$.ipPermissions.items[0].fromPort'),
      json_extract_scalar(request_parameters, '$.ModifySecurityGroupRulesRequest.SecurityGroupRule.SecurityGroupRule.FromPort'),
      json_extract_scalar(request_parameters, '$.ModifySecurityGroupRulesRequest.SecurityGroupRule[0].SecurityGroupRule.FromPort'),
      json_extract_scalar(request_parameters, '$.fromPort'),
      json_extract_scalar(request_parameters, '$.portInfo.fromPort'),
      json_extract_scalar(request_parameters, '$.portInfos[0].fromPort')
    ) AS from_port,
    COALESCE(
      json_extract_scalar(request_parameters, '$.ipPermissions.items[0].toPort'),
      json_extract_scalar(request_parameters, '$.ModifySecurityGroupRulesRequest.SecurityGroupRule.SecurityGroupRule.ToPort'),
      json_extract_scalar(request_parameters, '$.ModifySecurityGroupRulesRequest.SecurityGroupRule[0].SecurityGroupRule.ToPort'),
      json_extract_scalar(request_parameters, '$.toPort'),
      json_extract_scalar(request_parameters, '$.portInfo.toPort'),
      json_extract_scalar(request_parameters, '$.portInfos[0].toPort')
    ) AS to_port,
    COALESCE(
      json_extract_scalar(request_parameters, '$.ipPermissions.items[0].ipRanges.items[0].cidrIp'),
      json_extract_scalar(request_parameters, '$.ipPermissions.items[0].ipv6Ranges.items[0].cidrIpv6'),
      json_extract_scalar(request_parameters, '$.ipPermissions.items[0].groups.items[0].groupId'),
      json_extract_scalar(request_parameters, '$.ipPermissions.items[0].prefixListIds.items[0].prefixListId'),
      json_extract_scalar(request_parameters, '$.ModifySecurityGroupRulesRequest.SecurityGroupRule.SecurityGroupRule.CidrIpv4'),
      json_extract_scalar(request_parameters, '$.ModifySecurityGroupRulesRequest.SecurityGroupRule.SecurityGroupRule.CidrIpv6'),
      json_extract_scalar(request_parameters, '$.ModifySecurityGroupRulesRequest.SecurityGroupRule.SecurityGroupRule.ReferencedGroupId'),
      json_extract_scalar(request_parameters, '$.ModifySecurityGroupRulesRequest.SecurityGroupRule[0].SecurityGroupRule.CidrIpv4'),
      json_extract_scalar(request_parameters, '$.ModifySecurityGroupRulesRequest.SecurityGroupRule[0].SecurityGroupRule.CidrIpv6'),
      json_extract_scalar(request_parameters, '$.securityGroupRuleIds.items[0].securityGroupRuleId'),
      json_extract_scalar(request_parameters, '$.cidrIp'),
      json_extract_scalar(request_parameters, '$.cIDRIP'),
      json_extract_scalar(request_parameters, '$.eC2SecurityGroupId'),
      json_extract_scalar(request_parameters, '$.eC2SecurityGroupName'),
      json_extract_scalar(request_parameters, '$.portInfo.cidrs[0]'),
      json_extract_scalar(request_parameters, '$.portInfos[0].cidrs[0]')
    ) AS first_source,
    json_array_length(json_extract(request_parameters, '$.ipPermissions.items')) AS rules,
    console,
    source_ip,
    event_id,
    source_file
  FROM events
  WHERE outcome = 'success'
    AND (
      (event_source = 'ec2.amazonaws.com' AND event_name IN (
        'AuthorizeSecurityGroupIngress', 'AuthorizeSecurityGroupEgress', 'RevokeSecurityGroupIngress', 'RevokeSecurityGroupEgress',
        'CreateSecurityGroup', 'DeleteSecurityGroup', 'ModifySecurityGroupRules', 'AssociateSecurityGroupVpc', 'DisassociateSecurityGroupVpc'))
      -- Which groups a machine or an interface has.
      OR (event_source = 'ec2.amazonaws.com' AND event_name IN ('ModifyNetworkInterfaceAttribute', 'ModifyInstanceAttribute')
        AND json_extract_scalar(request_parameters, '$.groupSet.items[0].groupId') IS NOT NULL)
      OR (event_source = 'elasticloadbalancing.amazonaws.com' AND event_name IN ('SetSecurityGroups', 'ApplySecurityGroupsToLoadBalancer'))
      OR (event_source = 'elasticache.amazonaws.com' AND event_name IN (
        'AuthorizeCacheSecurityGroupIngress', 'RevokeCacheSecurityGroupIngress', 'CreateCacheSecurityGroup', 'DeleteCacheSecurityGroup'))
      OR (event_source = 'lightsail.amazonaws.com' AND event_name IN ('OpenInstancePublicPorts', 'CloseInstancePublicPorts', 'PutInstancePublicPorts'))
      OR (event_source = 'rds.amazonaws.com' AND event_name IN (
        'AuthorizeDBSecurityGroupIngress', 'RevokeDBSecurityGroupIngress', 'CreateDBSecurityGroup', 'DeleteDBSecurityGroup'))
      OR (event_source = 'redshift.amazonaws.com' AND event_name IN (
        'AuthorizeClusterSecurityGroupIngress', 'RevokeClusterSecurityGroupIngress', 'CreateClusterSecurityGroup', 'DeleteClusterSecurityGroup'))
    )
) changes
