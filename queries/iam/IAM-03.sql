/*
id: IAM-03
title: Administrator rights granted
question: Did anyone give administrator rights to a user, role, group, permission set or cluster principal in the period?
expect: none
category:
  management: required
events:
  iam.amazonaws.com: [AttachUserPolicy, AttachRolePolicy, AttachGroupPolicy, PutUserPolicy, PutRolePolicy, PutGroupPolicy, CreatePolicy, CreatePolicyVersion, AddUserToGroup]
  sso.amazonaws.com: [AttachManagedPolicyToPermissionSet, AttachCustomerManagedPolicyReferenceToPermissionSet, PutInlinePolicyToPermissionSet, CreatePermissionSet, ProvisionPermissionSet]
  eks.amazonaws.com: [AssociateAccessPolicy]
needs: [outcome, actor_type, actor_arn, actor_name, actor_class, role_arn, role_name, invoked_by, source_ip, request_parameters, response_elements]
columns:
  event_time: When, UTC
  account_id: Account the event was recorded in
  region: AWS region
  actor_name: Who granted
  actor_class: Kind of actor
  event_name: Call
  granted_to: User, role, group, policy, permission set or principal that got the rights
  rights: Policy, inline policy, group or account the rights come with
  how: Why this row counts as administrator rights
  self_grant: Whether the actor granted to itself
  through: AWS service that made the call for the actor
  source_ip: From where
  event_id: Event id
  source_file: Log object
limits: >-
  Counted as administrator rights: AdministratorAccess, IAMFullAccess, PowerUserAccess and the administrator job-function policies of AWS; documents that allow every action, all of IAM, or all but
  named actions, on every resource (conditions are not weighed); policies and permission sets named like an administrator's; groups with "admin" or "power user" in their name; cluster administrator in EKS.
  Attaching a customer policy written before the period, setting its older version as default, Identity Center groups, and documents over 100 KB cannot be judged from the record.
  What AWS services do on their own is left out.
references:
  - https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_job-functions.html
  - https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
  - https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html
*/
WITH calls AS (
  SELECT
    event_id, event_time, account_id, region, actor_name, actor_class, actor_type, actor_arn, role_arn, role_name, event_name, invoked_by, source_ip, source_file,
    json_extract_scalar(request_parameters, '$.userName') AS user_name,
    json_extract_scalar(request_parameters, '$.groupName') AS group_name,
    json_extract_scalar(request_parameters, '$.roleName') AS granted_role,
    COALESCE(json_extract_scalar(request_parameters, '$.permissionSetArn'), json_extract_scalar(response_elements, '$.permissionSet.permissionSetArn')) AS permission_set,
    replace(replace(json_extract_scalar(request_parameters, '$.principalArn'), '%3A', ':'), '%2F', '/') AS principal_arn,
    COALESCE(json_extract_scalar(request_parameters, '$.policyArn'), json_extract_scalar(request_parameters, '$.managedPolicyArn')) AS policy_arn,
    COALESCE(
      json_extract_scalar(request_parameters, '$.policyName'),
      json_extract_scalar(request_parameters, '$.customerManagedPolicyReference.name'),
      CASE event_name WHEN 'CreatePermissionSet' THEN json_extract_scalar(request_parameters, '$.name') END
    ) AS policy_name,
    json_extract_scalar(response_elements, '$.policy.arn') AS created_arn,
    json_extract_scalar(request_parameters, '$.accessScope.type') AS scope_type,
    json_extract_scalar(request_parameters, '$.targetId') AS target_id,
    COALESCE(json_extract_scalar(request_parameters, '$.policyDocument'), json_extract_scalar(request_parameters, '$.inlinePolicy')) AS document
  FROM events
  WHERE outcome = 'success'
    AND actor_class <> 'aws-service'
    AND (
      (event_source = 'iam.amazonaws.com' AND event_name IN (
        'AttachUserPolicy', 'AttachRolePolicy', 'AttachGroupPolicy', 'PutUserPolicy', 'PutRolePolicy', 'PutGroupPolicy',
        'CreatePolicy', 'CreatePolicyVersion', 'AddUserToGroup'
      ))
      OR (event_source = 'sso.amazonaws.com' AND event_name IN (
        'AttachManagedPolicyToPermissionSet', 'AttachCustomerManagedPolicyReferenceToPermissionSet', 'PutInlinePolicyToPermissionSet',
        'CreatePermissionSet', 'ProvisionPermissionSet'
      ))
      OR (event_source = 'eks.amazonaws.com' AND event_name = 'AssociateAccessPolicy')
    )
),
-- The document without URL encoding, policy variables, blanks and letter case.
flat AS (
  SELECT
    account_id, event_id,
    replace(regexp_replace(lower(regexp_replace(
      replace(replace(replace(replace(replace(replace(replace(replace(regexp_replace(regexp_replace(
        upper_hex, '%(20|09|0[aAdD])', ' '), '%24', '$'),
        '%22', '"'), '%7B', '{'), '%7D', '}'), '%5B', '['), '%5D', ']'), '%3A', ':'), '%2C', ','), '%2A', '*'),
      '\$\{[^{}]*\}', 'variable')), '[\s+]+', ''), '\u002a', '*') AS document
  FROM (
    SELECT account_id, event_id,
      regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
        document, '%7b', '%7B'), '%7d', '%7D'), '%5b', '%5B'), '%5d', '%5D'), '%3a', '%3A'), '%2[aA]', '%2A') AS upper_hex
    FROM calls
    WHERE document IS NOT NULL
  ) encoded
),
-- One piece a statement: conditions, which nest, are taken out first.
statements AS (
  SELECT f.account_id, f.event_id, s.value AS statement
  FROM (SELECT account_id, event_id, regexp_replace(document, '"condition":\{("[^"]*":\{[^{}]*\},?)*\}', '') AS document FROM flat) f
  CROSS JOIN UNNEST(split(f.document, '}')) AS s(value)
),
wide AS (
  SELECT
    account_id, event_id,
    min(CASE
      WHEN regexp_like(statement, '"action":("\*+(:\*+)?"|\[[^\]]*"\*+(:\*+)?"[^\]]*\])') THEN '1 policy document allows every action'
      WHEN regexp_like(statement, '"notaction":') THEN '2 policy document allows all but named actions'
      WHEN regexp_like(statement, '"action":("iam:\*+"|\[[^\]]*"iam:\*+"[^\]]*\])') THEN '3 policy document allows all of IAM'
    END) AS how
  FROM statements
  WHERE strpos(statement, '"effect":"allow"') > 0
    AND regexp_like(statement, '"resource":("\*+"|\[[^\]]*"\*+"[^\]]*\])|"notresource":')
  GROUP BY account_id, event_id
),
grants AS (
  SELECT
    c.event_id, c.event_time, c.account_id, c.region, c.actor_name, c.actor_class, c.actor_type, c.actor_arn, c.role_arn, c.role_name, c.event_name, c.invoked_by, c.source_ip, c.source_file,
    c.user_name, c.group_name, c.granted_role, c.permission_set, c.principal_arn, c.policy_arn, c.policy_name, c.created_arn, c.target_id,
    CASE
      WHEN c.event_name = 'AssociateAccessPolicy' THEN
        CASE
          WHEN regexp_like(c.policy_arn, '/AmazonEKSClusterAdminPolicy$') THEN 'cluster administrator granted'
          WHEN regexp_like(c.policy_arn, '/AmazonEKSAdminPolicy$') AND c.scope_type = 'cluster' THEN 'administrator of all namespaces granted'
        END
      WHEN c.event_name = 'AddUserToGroup' THEN
        CASE WHEN regexp_like(lower(c.group_name), 'admin|power[-_ ]?user|super[-_ ]?user|^root') THEN 'group named like administrators' END
      WHEN c.event_name = 'CreatePermissionSet' THEN
        CASE WHEN regexp_like(lower(c.policy_name), 'admin|power[-_ ]?user|super[-_ ]?user') THEN 'permission set named like an administrator''s' END
      WHEN regexp_like(c.policy_arn, ':iam::aws:policy/(AdministratorAccess|IAMFullAccess|PowerUserAccess|AWSSSOMasterAccountAdministrator|job-function/(DatabaseAdministrator|NetworkAdministrator|SystemAdministrator))$')
        THEN 'administrator policy attached'
      WHEN (starts_with(c.event_name, 'Attach')
        AND regexp_like(lower(COALESCE(regexp_extract(c.policy_arn, '^arn:[a-z-]+:iam::[0-9]{12}:policy/(.*/)?([^/]+)$', 2), c.policy_name)),
          '^(full|super|account)?[-_]?(admin|admins|administrator|administrators)[-_]?(full|access|fullaccess|policy|role)?$'))
        THEN 'policy named like an administrator''s attached'
      ELSE substr(w.how, 3)
    END AS how
  FROM calls c
  LEFT JOIN wide w ON w.account_id = c.account_id AND w.event_id = c.event_id
),
-- A permission set takes effect in an account when it is provisioned there.
judged AS (
  SELECT
    g.event_id, g.event_time, g.account_id, g.region, g.actor_name, g.actor_class, g.actor_type, g.actor_arn, g.role_arn, g.role_name, g.event_name, g.invoked_by, g.source_ip, g.source_file,
    g.user_name, g.group_name, g.granted_role, g.permission_set, g.principal_arn, g.policy_arn, g.policy_name, g.created_arn, g.target_id,
    CASE
      WHEN g.event_name = 'ProvisionPermissionSet'
        THEN max(CASE WHEN g.how IS NOT NULL THEN 'widened permission set rolled out' END) OVER (PARTITION BY g.permission_set)
      ELSE g.how
    END AS how
  FROM grants g
)
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  actor_class,
  event_name,
  CASE
    WHEN permission_set IS NOT NULL THEN 'permission set ' || COALESCE(split_part(permission_set, '/', 3), permission_set)
    WHEN principal_arn IS NOT NULL THEN 'principal ' || principal_arn
    WHEN user_name IS NOT NULL THEN 'user ' || user_name
    WHEN granted_role IS NOT NULL THEN 'role ' || granted_role
    WHEN group_name IS NOT NULL THEN 'group ' || group_name
    ELSE 'policy ' || COALESCE(created_arn, policy_arn, policy_name)
  END AS granted_to,
  CASE
    WHEN event_name = 'AddUserToGroup' THEN 'group ' || group_name
    WHEN event_name = 'ProvisionPermissionSet' THEN COALESCE('account ' || target_id, 'all accounts it is provisioned to')
    WHEN starts_with(event_name, 'Put') THEN COALESCE('inline policy ' || policy_name, 'inline policy')
    ELSE COALESCE(policy_arn, created_arn, policy_name)
  END AS rights,
  how,
  CASE
    WHEN principal_arn IS NOT NULL THEN CASE WHEN principal_arn IN (actor_arn, role_arn) THEN 'yes' ELSE 'no' END
    WHEN user_name IS NOT NULL THEN CASE WHEN actor_type = 'IAMUser' AND user_name = actor_name THEN 'yes' ELSE 'no' END
    WHEN granted_role IS NOT NULL THEN CASE WHEN granted_role = role_name THEN 'yes' ELSE 'no' END
    ELSE 'cannot be told'
  END AS self_grant,
  invoked_by AS through,
  source_ip,
  event_id,
  source_file
FROM judged
WHERE how IS NOT NULL
