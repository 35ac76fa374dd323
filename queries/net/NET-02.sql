/*
id: NET-02
title: Opened to the internet
question: Was anything opened to the whole internet in the period, and was it closed again?
expect: none
category:
  management: required
events:
  ec2.amazonaws.com: [AuthorizeSecurityGroupIngress, ModifySecurityGroupRules, CreateNetworkAclEntry, ReplaceNetworkAclEntry]
  rds.amazonaws.com: [AuthorizeDBSecurityGroupIngress]
  redshift.amazonaws.com: [AuthorizeClusterSecurityGroupIngress]
context:
  ec2.amazonaws.com: [RevokeSecurityGroupIngress, DeleteSecurityGroup, DeleteNetworkAcl, DeleteNetworkAclEntry]
  rds.amazonaws.com: [RevokeDBSecurityGroupIngress, DeleteDBSecurityGroup]
  redshift.amazonaws.com: [RevokeClusterSecurityGroupIngress, DeleteClusterSecurityGroup]
needs: [outcome, actor_name, request_parameters, response_elements]
columns:
  event_time: When it was opened, UTC
  account_id: Account the change was recorded in
  region: Region of the group
  actor_name: Who opened it
  event_name: What was done
  exposure: Administration ports, all ports, database ports, other ports or web ports
  security_group: Security group or network ACL
  ports: Protocol and ports opened
  open_to: The range, that is everyone or a large part of all addresses (IPv4 /0 and /1, IPv6 /0 to /3)
  closed_at: When the same rule was taken away, narrowed, or its group deleted; empty if not in the period
  minutes_open: Whole minutes from opening to closing
  closed_by: Who closed it
  event_id: CloudTrail's id of the opening
  source_file: Log object the record stands in
key: [exposure, event_time, account_id, event_id, ports, open_to]
limits: Shows rules, not whether anything listened behind them. Ranges inside prefix lists are not in the log. A rule edited in place does not say its direction, so an edited outbound rule can stand here; a record without a rule's id is matched to its closing by ports and range.
references:
  - https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
  - https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
*/
WITH changes AS (
  -- The answer's list of rules where there is one (flat, with rule ids), else the request. Lower case, no white space, and
  -- nothing a user may write freely, so that the text can be cut at "},{".
  SELECT
    event_time,
    account_id,
    region,
    actor_name,
    event_name,
    event_id,
    source_file,
    lower(COALESCE(
      json_extract_scalar(request_parameters, '$.groupId'),
      json_extract_scalar(request_parameters, '$.ModifySecurityGroupRulesRequest.GroupId'),
      json_extract_scalar(request_parameters, '$.networkAclId'),
      json_extract_scalar(request_parameters, '$.dBSecurityGroupName'),
      json_extract_scalar(request_parameters, '$.clusterSecurityGroupName'),
      json_extract_scalar(request_parameters, '$.groupName')
    )) AS security_group,
    json_extract_scalar(request_parameters, '$.egress') AS acl_egress,
    CASE WHEN event_name = 'AuthorizeSecurityGroupIngress' AND strpos(response_elements, '"securityGroupRuleSet"') > 0 THEN 'answer' ELSE 'request' END AS told_by,
    regexp_replace(
      regexp_replace(
        lower(CASE WHEN event_name = 'AuthorizeSecurityGroupIngress' AND strpos(response_elements, '"securityGroupRuleSet"') > 0 THEN response_elements ELSE request_parameters END),
        '\s+', ''),
      '"(description|key|value)":"(\\.|[^"\\])*"', '"text":""') AS told
  FROM events
  WHERE outcome = 'success'
    AND (
      (event_source = 'ec2.amazonaws.com' AND event_name IN (
        'AuthorizeSecurityGroupIngress', 'ModifySecurityGroupRules', 'CreateNetworkAclEntry', 'ReplaceNetworkAclEntry',
        'RevokeSecurityGroupIngress', 'DeleteSecurityGroup', 'DeleteNetworkAclEntry', 'DeleteNetworkAcl'))
      OR (event_source = 'rds.amazonaws.com' AND event_name IN ('AuthorizeDBSecurityGroupIngress', 'RevokeDBSecurityGroupIngress', 'DeleteDBSecurityGroup'))
      OR (event_source = 'redshift.amazonaws.com' AND event_name IN ('AuthorizeClusterSecurityGroupIngress', 'RevokeClusterSecurityGroupIngress', 'DeleteClusterSecurityGroup'))
    )
),
pieces AS (
  -- One row a permission. In a request, ranges and groups are lists inside a permission: their own "},{" is taken out first.
  SELECT
    c.event_time,
    c.account_id,
    c.region,
    c.actor_name,
    c.event_name,
    c.event_id,
    c.source_file,
    c.security_group,
    p.value AS piece,
    COALESCE(regexp_extract(p.value, '"securitygroupruleid":"([^"]+)"', 1), regexp_extract(p.value, '"rulenumber":"?([0-9]+)', 1)) AS rule_id,
    regexp_extract(p.value, '"(ip|acl)protocol":"?(-?[a-z0-9]+)', 2) AS protocol,
    TRY_CAST(regexp_extract(p.value, '"from(port)?":"?(-?[0-9]+)', 2) AS bigint) AS from_port,
    TRY_CAST(regexp_extract(p.value, '"to(port)?":"?(-?[0-9]+)', 2) AS bigint) AS to_port,
    CASE WHEN strpos(p.value, '"ruleaction":"deny"') > 0 OR strpos(p.value, '"isegress":true') > 0 OR c.acl_egress = 'true' THEN 'no' ELSE 'yes' END AS lets_in
  FROM changes c
  CROSS JOIN UNNEST(split(
    CASE WHEN c.told_by = 'request' THEN
      replace(replace(replace(replace(replace(replace(c.told, '},{"cidrip"', ',"cidrip"'), '},{"cidripv6"', ',"cidripv6"'), '},{"userid"', ',"userid"'), '},{"groupid"', ',"groupid"'), '},{"prefixlistid"', ',"prefixlistid"'), '},{"text"', ',"text"')
    ELSE c.told END,
    '},{')) AS p(value)
),
rules AS (
  SELECT
    event_time,
    account_id,
    region,
    actor_name,
    event_name,
    event_id,
    source_file,
    security_group,
    piece,
    rule_id,
    lets_in,
    from_port,
    to_port,
    CASE
      WHEN event_name IN ('AuthorizeDBSecurityGroupIngress', 'RevokeDBSecurityGroupIngress', 'AuthorizeClusterSecurityGroupIngress', 'RevokeClusterSecurityGroupIngress') THEN 'port of the databases'
      WHEN protocol IS NULL THEN 'not read'
      WHEN protocol = '-1' THEN 'all traffic'
      WHEN from_port IS NULL OR from_port = -1 OR (from_port = 0 AND to_port = 65535) THEN
        CASE protocol WHEN '6' THEN 'tcp' WHEN '17' THEN 'udp' WHEN '1' THEN 'icmp' WHEN '58' THEN 'icmpv6' ELSE protocol END || ' all'
      ELSE
        CASE protocol WHEN '6' THEN 'tcp' WHEN '17' THEN 'udp' WHEN '1' THEN 'icmp' WHEN '58' THEN 'icmpv6' ELSE protocol END
          || ' ' || CAST(from_port AS varchar) || CASE WHEN to_port = from_port THEN '' ELSE '-' || COALESCE(CAST(to_port AS varchar), '') END
    END AS ports
  FROM pieces
),
openings AS (
  -- One row a rule with a range of /0 or /1 (IPv6: /0 to /3).
  SELECT DISTINCT
    r.event_time,
    r.account_id,
    r.region,
    r.actor_name,
    r.event_name,
    r.event_id,
    r.source_file,
    r.security_group,
    r.rule_id,
    r.ports,
    CASE
      WHEN r.ports IN ('all traffic', 'tcp all', 'udp all') THEN 'all ports'
      WHEN r.ports = 'port of the databases' THEN 'database ports'
      WHEN starts_with(r.ports, 'icmp') THEN 'other ports'
      WHEN (r.from_port <= 22 AND r.to_port >= 22) OR (r.from_port <= 23 AND r.to_port >= 23) OR (r.from_port <= 445 AND r.to_port >= 445)
        OR (r.from_port <= 2375 AND r.to_port >= 2375) OR (r.from_port <= 3389 AND r.to_port >= 3389) OR (r.from_port <= 5900 AND r.to_port >= 5900)
        OR (r.from_port <= 5986 AND r.to_port >= 5985) OR (r.from_port <= 6443 AND r.to_port >= 6443) THEN 'administration ports'
      WHEN (r.from_port <= 1433 AND r.to_port >= 1433) OR (r.from_port <= 1521 AND r.to_port >= 1521) OR (r.from_port <= 3306 AND r.to_port >= 3306)
        OR (r.from_port <= 5432 AND r.to_port >= 5432) OR (r.from_port <= 5439 AND r.to_port >= 5439) OR (r.from_port <= 6379 AND r.to_port >= 6379)
        OR (r.from_port <= 9042 AND r.to_port >= 9042) OR (r.from_port <= 9200 AND r.to_port >= 9200) OR (r.from_port <= 11211 AND r.to_port >= 11211)
        OR (r.from_port <= 27017 AND r.to_port >= 27017) THEN 'database ports'
      WHEN r.from_port = r.to_port AND r.from_port IN (80, 443) THEN 'web ports'
      ELSE 'other ports'
    END AS exposure,
    o.value AS open_to
  FROM rules r
  CROSS JOIN UNNEST(split(r.piece, '"')) AS o(value)
  WHERE r.event_name IN ('AuthorizeSecurityGroupIngress', 'ModifySecurityGroupRules', 'CreateNetworkAclEntry', 'ReplaceNetworkAclEntry',
      'AuthorizeDBSecurityGroupIngress', 'AuthorizeClusterSecurityGroupIngress')
    AND r.lets_in = 'yes'
    AND regexp_like(o.value, '^([0-9]{1,3}[.]){3}[0-9]{1,3}/[01]$|^[0-9a-f]*:[0-9a-f:.]*/[0-3]$')
)
SELECT
  o.event_time,
  o.account_id,
  o.region,
  o.actor_name,
  o.event_name,
  o.exposure,
  o.security_group,
  o.ports,
  o.open_to,
  min(c.event_time) AS closed_at,
  date_diff('minute', from_iso8601_timestamp(o.event_time), from_iso8601_timestamp(min(c.event_time))) AS minutes_open,
  min_by(COALESCE(c.actor_name, 'not named'), c.event_time || c.event_id) AS closed_by,
  o.event_id,
  o.source_file
FROM openings o
LEFT JOIN rules c
  ON c.account_id = o.account_id
  AND c.region = o.region
  AND c.security_group = o.security_group
  AND c.event_time >= o.event_time
  AND c.event_id <> o.event_id
  AND (
    c.event_name IN ('DeleteSecurityGroup', 'DeleteNetworkAcl', 'DeleteDBSecurityGroup', 'DeleteClusterSecurityGroup')
    OR (c.event_name IN ('RevokeSecurityGroupIngress', 'DeleteNetworkAclEntry') AND c.rule_id = o.rule_id)
    OR (c.event_name IN ('RevokeSecurityGroupIngress', 'RevokeDBSecurityGroupIngress', 'RevokeClusterSecurityGroupIngress')
      AND c.ports = o.ports AND strpos(c.piece, '"' || o.open_to || '"') > 0)
    OR (c.event_name IN ('ModifySecurityGroupRules', 'ReplaceNetworkAclEntry') AND c.rule_id = o.rule_id
      AND NOT (c.lets_in = 'yes' AND c.ports = o.ports AND strpos(c.piece, '"' || o.open_to || '"') > 0))
  )
GROUP BY
  o.event_time, o.account_id, o.region, o.actor_name, o.event_name, o.exposure, o.security_group, o.ports, o.open_to, o.event_id, o.source_file
