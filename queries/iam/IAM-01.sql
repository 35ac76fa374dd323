/*
id: IAM-01
title: Joiners, movers and leavers
question: Which users, groups, memberships and account assignments were created, changed or removed in the period, and by whom?
expect: population
category:
  management: required
events:
  iam.amazonaws.com: [CreateUser, UpdateUser, DeleteUser, CreateLoginProfile, UpdateLoginProfile, DeleteLoginProfile, CreateGroup, UpdateGroup, DeleteGroup, AddUserToGroup, RemoveUserFromGroup]
  sso-directory.amazonaws.com: [CreateUser, UpdateUser, UpdateUserName, DeleteUser, DisableUser, EnableUser, CreateGroup, UpdateGroup, DeleteGroup, AddMemberToGroup, RemoveMemberFromGroup, UpdateGroupDisplayName, UpdatePassword]
  identitystore.amazonaws.com: [CreateUser, UpdateUser, DeleteUser, CreateGroup, UpdateGroup, DeleteGroup, CreateGroupMembership, DeleteGroupMembership]
  identitystore-scim.amazonaws.com: [CreateUser, PutUser, PatchUser, DeleteUser, CreateGroup, PatchGroup, DeleteGroup]
  sso.amazonaws.com: [CreateAccountAssignment, DeleteAccountAssignment, CreateApplicationAssignment, DeleteApplicationAssignment, AssociateProfile, DisassociateProfile]
  ds-data.amazonaws.com: [CreateUser, UpdateUser, DisableUser, DeleteUser, CreateGroup, UpdateGroup, DeleteGroup, AddGroupMember, RemoveGroupMember]
  ds.amazonaws.com: [ResetUserPassword]
needs: [outcome, actor_name, actor_class, invoked_by, source_ip, resource, request_parameters, response_elements]
columns:
  event_time: When, UTC
  account_id: Account the event was recorded in
  region: AWS region
  actor_name: Who
  actor_class: Kind of actor
  event_name: Call
  change: What was created, changed or removed
  subject: User, member or group it was done to
  group_or_set: Group, permission set or application given or taken
  target_account: Account an assignment is for
  through: AWS service that made the call for the actor
  source_ip: From where
  event_id: Event id
  source_file: Log object
limits: >-
  Identity Center hides people's names in its records, so its users and groups show as ids; its calls are recorded only in the account that administers it. Memberships
  provisioned by SCIM show as a changed group, and provisioning with an access token older than September 2024 may not be recorded. Joiners and leavers at the identity
  provider itself are not in CloudTrail. Removing a membership through the identity store names the membership, not the user.
references:
  - https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html
  - https://docs.aws.amazon.com/singlesignon/latest/userguide/sso-info-in-cloudtrail.html
  - https://docs.aws.amazon.com/singlesignon/latest/userguide/scim-logging-using-cloudtrail.html
*/
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  actor_class,
  event_name,
  CASE
    WHEN strpos(event_name, 'LoginProfile') > 0 THEN 'console password'
    WHEN strpos(event_name, 'Password') > 0 THEN 'password'
    WHEN event_name IN ('AddUserToGroup', 'RemoveUserFromGroup', 'AddMemberToGroup', 'RemoveMemberFromGroup', 'AddGroupMember', 'RemoveGroupMember') OR strpos(event_name, 'Membership') > 0 THEN 'membership'
    WHEN strpos(event_name, 'Assignment') > 0 OR strpos(event_name, 'Profile') > 0 THEN 'assignment'
    WHEN strpos(event_name, 'Group') > 0 THEN 'group'
    ELSE 'user'
  END || CASE
    WHEN event_name = 'DisableUser' THEN ' disabled'
    WHEN event_name = 'EnableUser' THEN ' enabled'
    WHEN starts_with(event_name, 'Create') OR starts_with(event_name, 'Add') OR event_name = 'AssociateProfile' THEN ' created'
    WHEN starts_with(event_name, 'Delete') OR starts_with(event_name, 'Remove') OR event_name = 'DisassociateProfile' THEN ' removed'
    ELSE ' changed'
  END AS change,
  COALESCE(
    json_extract_scalar(request_parameters, '$.principalType') || ' ' || json_extract_scalar(request_parameters, '$.principalId'),
    json_extract_scalar(request_parameters, '$.accessorType') || ' ' || json_extract_scalar(request_parameters, '$.accessorId'),
    json_extract_scalar(request_parameters, '$.memberName'),
    json_extract_scalar(request_parameters, '$.sAMAccountName'),
    json_extract_scalar(request_parameters, '$.SAMAccountName'),
    json_extract_scalar(request_parameters, '$.member.memberId'),
    json_extract_scalar(request_parameters, '$.memberId.userId'),
    json_extract_scalar(request_parameters, '$.membershipId'),
    json_extract_scalar(request_parameters, '$.userId'),
    json_extract_scalar(response_elements, '$.user.userName'),
    NULLIF(json_extract_scalar(request_parameters, '$.userName'), 'HIDDEN_DUE_TO_SECURITY_REASONS'),
    json_extract_scalar(response_elements, '$.user.userId'),
    json_extract_scalar(response_elements, '$.userId'),
    json_extract_scalar(request_parameters, '$.groupName'),
    json_extract_scalar(request_parameters, '$.groupId'),
    json_extract_scalar(response_elements, '$.group.groupId'),
    json_extract_scalar(response_elements, '$.groupId'),
    json_extract_scalar(request_parameters, '$.id'),
    json_extract_scalar(response_elements, '$.id'),
    resource
  ) AS subject,
  CASE
    WHEN event_name IN ('AddUserToGroup', 'RemoveUserFromGroup') THEN json_extract_scalar(request_parameters, '$.groupName')
    WHEN event_name IN ('AddMemberToGroup', 'RemoveMemberFromGroup', 'CreateGroupMembership') THEN json_extract_scalar(request_parameters, '$.groupId')
    WHEN event_name IN ('AddGroupMember', 'RemoveGroupMember') THEN json_extract_scalar(request_parameters, '$.groupName')
    WHEN event_name IN ('AssociateProfile', 'DisassociateProfile') THEN json_extract_scalar(request_parameters, '$.profileId')
    WHEN strpos(event_name, 'Assignment') > 0
      THEN COALESCE(json_extract_scalar(request_parameters, '$.permissionSetArn'), json_extract_scalar(request_parameters, '$.applicationArn'))
  END AS group_or_set,
  CASE WHEN strpos(event_name, 'AccountAssignment') > 0 THEN json_extract_scalar(request_parameters, '$.targetId') END AS target_account,
  invoked_by AS through,
  source_ip,
  event_id,
  source_file
FROM events
WHERE outcome = 'success'
  AND (
    (event_source = 'iam.amazonaws.com' AND event_name IN (
      'CreateUser', 'UpdateUser', 'DeleteUser', 'CreateLoginProfile', 'UpdateLoginProfile', 'DeleteLoginProfile', 'CreateGroup', 'UpdateGroup', 'DeleteGroup',
      'AddUserToGroup', 'RemoveUserFromGroup'
    ))
    OR (event_source = 'sso-directory.amazonaws.com' AND event_name IN (
      'CreateUser', 'UpdateUser', 'UpdateUserName', 'DeleteUser', 'DisableUser', 'EnableUser', 'CreateGroup', 'UpdateGroup', 'DeleteGroup',
      'AddMemberToGroup', 'RemoveMemberFromGroup', 'UpdateGroupDisplayName', 'UpdatePassword'
    ))
    OR (event_source = 'identitystore.amazonaws.com' AND event_name IN (
      'CreateUser', 'UpdateUser', 'DeleteUser', 'CreateGroup', 'UpdateGroup', 'DeleteGroup', 'CreateGroupMembership', 'DeleteGroupMembership'
    ))
    OR (event_source = 'identitystore-scim.amazonaws.com' AND event_name IN (
      'CreateUser', 'PutUser', 'PatchUser', 'DeleteUser', 'CreateGroup', 'PatchGroup', 'DeleteGroup'
    ))
    OR (event_source = 'sso.amazonaws.com' AND event_name IN (
      'CreateAccountAssignment', 'DeleteAccountAssignment', 'CreateApplicationAssignment', 'DeleteApplicationAssignment', 'AssociateProfile', 'DisassociateProfile'
    ))
    OR (event_source = 'ds-data.amazonaws.com' AND event_name IN (
      'CreateUser', 'UpdateUser', 'DisableUser', 'DeleteUser', 'CreateGroup', 'UpdateGroup', 'DeleteGroup', 'AddGroupMember', 'RemoveGroupMember'
    ))
    OR (event_source = 'ds.amazonaws.com' AND event_name = 'ResetUserPassword')
  )
