/*
id: IAM-05
title: Permission boundaries set and removed
question: Which permission boundaries of users, roles and permission sets were set, replaced or removed in the period, and by whom?
expect: population
category:
  management: required
events:
  iam.amazonaws.com: [PutRolePermissionsBoundary, DeleteRolePermissionsBoundary, PutUserPermissionsBoundary, DeleteUserPermissionsBoundary]
  sso.amazonaws.com: [PutPermissionsBoundaryToPermissionSet, DeletePermissionsBoundaryFromPermissionSet]
needs: [outcome, actor_type, actor_name, actor_class, role_name, invoked_by, source_ip, request_parameters]
columns:
  event_time: When, UTC
  account_id: Account the event was recorded in
  region: AWS region
  actor_name: Who
  actor_class: Kind of actor
  event_name: Call
  change: Set or removed
  boundary_of: User, role or permission set
  boundary: Policy that is the new boundary
  self: Whether the actor changed the boundary of its own user or role
  through: AWS service that made the call for the actor
  source_ip: From where
  event_id: Event id
  source_file: Log object
limits: >-
  Successful calls only. Removals are the ones to look at first. A boundary that is set may be the first or replace another: the event does not say which. Boundaries given when a user or role is
  created are not listed, and a change of the boundary policy itself is in IAM-02.
references:
  - https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
  - https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_PutPermissionsBoundaryToPermissionSet.html
*/
WITH changes AS (
  SELECT
    event_id, event_time, account_id, region, actor_type, actor_name, actor_class, role_name, event_name, invoked_by, source_ip, source_file,
    json_extract_scalar(request_parameters, '$.userName') AS of_user,
    json_extract_scalar(request_parameters, '$.roleName') AS of_role,
    json_extract_scalar(request_parameters, '$.permissionSetArn') AS of_set,
    COALESCE(
      json_extract_scalar(request_parameters, '$.permissionsBoundary'),
      json_extract_scalar(request_parameters, '$.permissionsBoundary.managedPolicyArn'),
      json_extract_scalar(request_parameters, '$.permissionsBoundary.customerManagedPolicyReference.name')
    ) AS boundary
  FROM events
  WHERE outcome = 'success'
    AND (
      (event_source = 'iam.amazonaws.com' AND event_name IN (
        'PutRolePermissionsBoundary', 'DeleteRolePermissionsBoundary', 'PutUserPermissionsBoundary', 'DeleteUserPermissionsBoundary'
      ))
      OR (event_source = 'sso.amazonaws.com' AND event_name IN ('PutPermissionsBoundaryToPermissionSet', 'DeletePermissionsBoundaryFromPermissionSet'))
    )
)
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  actor_class,
  event_name,
  CASE WHEN starts_with(event_name, 'Delete') THEN 'removed' ELSE 'set' END AS change,
  COALESCE('user ' || of_user, 'role ' || of_role, 'permission set ' || COALESCE(regexp_extract(of_set, '([^/]+)$', 1), of_set)) AS boundary_of,
  boundary,
  CASE
    WHEN of_user IS NOT NULL AND actor_type = 'IAMUser' AND of_user = actor_name THEN 'yes'
    WHEN of_role IS NOT NULL AND of_role = role_name THEN 'yes'
    WHEN of_set IS NOT NULL THEN 'cannot be told'
    ELSE 'no'
  END AS self,
  invoked_by AS through,
  source_ip,
  event_id,
  source_file
FROM changes
