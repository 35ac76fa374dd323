/*
id: IAM-02
title: Changes of permission policies
question: Which permission policies were created, changed, attached, detached or deleted in the period, and by whom?
expect: population
category:
  management: required
events:
  iam.amazonaws.com:
    - CreatePolicy
    - DeletePolicy
    - CreatePolicyVersion
    - DeletePolicyVersion
    - SetDefaultPolicyVersion
    - AttachRolePolicy
    - DetachRolePolicy
    - AttachUserPolicy
    - DetachUserPolicy
    - AttachGroupPolicy
    - DetachGroupPolicy
    - PutRolePolicy
    - DeleteRolePolicy
    - PutUserPolicy
    - DeleteUserPolicy
    - PutGroupPolicy
    - DeleteGroupPolicy
  sso.amazonaws.com:
    - AttachManagedPolicyToPermissionSet
    - DetachManagedPolicyFromPermissionSet
    - AttachCustomerManagedPolicyReferenceToPermissionSet
    - DetachCustomerManagedPolicyReferenceFromPermissionSet
    - PutInlinePolicyToPermissionSet
    - DeleteInlinePolicyFromPermissionSet
    - PutPermissionsPolicy
    - DeletePermissionsPolicy
  eks.amazonaws.com: [CreateAccessEntry, UpdateAccessEntry, DeleteAccessEntry, AssociateAccessPolicy, DisassociateAccessPolicy]
needs: [outcome, actor_name, actor_class, invoked_by, request_parameters, response_elements]
columns:
  event_time: When, UTC
  account_id: Account the event was recorded in
  region: AWS region
  actor_name: Who
  actor_class: Kind of actor
  event_name: Call
  change: What was done with the policy
  on_what: Kind of thing whose rights changed
  policy_of: User, role, group, permission set, or principal of a cluster whose rights changed
  policy: Policy ARN, or the name of an inline policy
  owner: Whose policy it is - AWS, customer, or inline
  through: AWS service that made the call for the actor
  event_id: Event id
  source_file: Log object
limits: >-
  Successful calls only. The policy's text is not printed; IAM-03 picks out what gives administrator rights. Trust policies are in IAM-04. A change of a managed policy also changes
  the rights of everyone it is attached to, who are not named here. Resource policies of other services are not part of this list.
references:
  - https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-versioning.html
  - https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html
*/
WITH changes AS (
  SELECT
    event_id, event_time, account_id, region, actor_name, actor_class, event_name, invoked_by, source_file,
    COALESCE(
      json_extract_scalar(response_elements, '$.policy.arn'),
      json_extract_scalar(request_parameters, '$.policyArn'),
      json_extract_scalar(request_parameters, '$.managedPolicyArn')
    ) AS policy_arn,
    COALESCE(
      json_extract_scalar(request_parameters, '$.policyName'),
      json_extract_scalar(request_parameters, '$.customerManagedPolicyReference.name')
    ) AS policy_name,
    COALESCE(
      json_extract_scalar(request_parameters, '$.roleName'),
      json_extract_scalar(request_parameters, '$.userName'),
      json_extract_scalar(request_parameters, '$.groupName'),
      json_extract_scalar(request_parameters, '$.permissionSetArn'),
      json_extract_scalar(request_parameters, '$.permissionSetId'),
      replace(replace(json_extract_scalar(request_parameters, '$.principalArn'), '%3A', ':'), '%2F', '/')
        || COALESCE(' in ' || COALESCE(json_extract_scalar(request_parameters, '$.name'), json_extract_scalar(request_parameters, '$.clusterName')), '')
    ) AS policy_of,
    COALESCE(json_extract_scalar(request_parameters, '$.versionId'), json_extract_scalar(response_elements, '$.policyVersion.versionId')) AS version_id,
    json_extract_scalar(request_parameters, '$.setAsDefault') AS as_default
  FROM events
  WHERE outcome = 'success'
    AND (
      (event_source = 'iam.amazonaws.com' AND event_name IN (
        'CreatePolicy', 'DeletePolicy', 'CreatePolicyVersion', 'DeletePolicyVersion', 'SetDefaultPolicyVersion',
        'AttachRolePolicy', 'DetachRolePolicy', 'AttachUserPolicy', 'DetachUserPolicy', 'AttachGroupPolicy', 'DetachGroupPolicy',
        'PutRolePolicy', 'DeleteRolePolicy', 'PutUserPolicy', 'DeleteUserPolicy', 'PutGroupPolicy', 'DeleteGroupPolicy'
      ))
      OR (event_source = 'sso.amazonaws.com' AND event_name IN (
        'AttachManagedPolicyToPermissionSet', 'DetachManagedPolicyFromPermissionSet',
        'AttachCustomerManagedPolicyReferenceToPermissionSet', 'DetachCustomerManagedPolicyReferenceFromPermissionSet',
        'PutInlinePolicyToPermissionSet', 'DeleteInlinePolicyFromPermissionSet', 'PutPermissionsPolicy', 'DeletePermissionsPolicy'
      ))
      OR (event_source = 'eks.amazonaws.com' AND event_name IN (
        'CreateAccessEntry', 'UpdateAccessEntry', 'DeleteAccessEntry', 'AssociateAccessPolicy', 'DisassociateAccessPolicy'
      ))
    )
)
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  actor_class,
  event_name,
  CASE
    WHEN event_name = 'SetDefaultPolicyVersion' THEN COALESCE('default version set to ' || version_id, 'default version set')
    WHEN event_name = 'CreatePolicyVersion' THEN COALESCE('version ' || version_id || ' created', 'version created') || CASE as_default WHEN 'true' THEN ' as default' ELSE '' END
    WHEN event_name = 'DeletePolicyVersion' THEN COALESCE('version ' || version_id || ' deleted', 'version deleted')
    WHEN strpos(event_name, 'AccessEntry') > 0 THEN 'access entry ' || CASE WHEN starts_with(event_name, 'Create') THEN 'created' WHEN starts_with(event_name, 'Delete') THEN 'deleted' ELSE 'changed' END
    WHEN starts_with(event_name, 'Attach') OR event_name = 'AssociateAccessPolicy' THEN 'attached'
    WHEN starts_with(event_name, 'Detach') OR event_name = 'DisassociateAccessPolicy' THEN 'detached'
    WHEN starts_with(event_name, 'Put') THEN 'written'
    WHEN starts_with(event_name, 'Delete') THEN 'deleted'
    ELSE 'created'
  END AS change,
  CASE
    WHEN strpos(event_name, 'PermissionSet') > 0 OR strpos(event_name, 'PermissionsPolicy') > 0 THEN 'permission set'
    WHEN strpos(event_name, 'Access') > 0 THEN 'cluster principal'
    WHEN strpos(event_name, 'RolePolicy') > 0 THEN 'role'
    WHEN strpos(event_name, 'UserPolicy') > 0 THEN 'user'
    WHEN strpos(event_name, 'GroupPolicy') > 0 THEN 'group'
    ELSE 'policy'
  END AS on_what,
  policy_of,
  COALESCE(policy_arn, policy_name) AS policy,
  CASE
    WHEN strpos(policy_arn, ':iam::aws:policy/') > 0 OR strpos(policy_arn, ':eks::aws:cluster-access-policy/') > 0 THEN 'AWS'
    WHEN strpos(event_name, 'AccessEntry') > 0 THEN NULL
    WHEN policy_arn IS NOT NULL OR event_name = 'CreatePolicy' OR strpos(event_name, 'CustomerManaged') > 0 THEN 'customer'
    ELSE 'inline'
  END AS owner,
  invoked_by AS through,
  event_id,
  source_file
FROM changes
