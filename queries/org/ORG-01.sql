/*
id: ORG-01
title: Organisation changes
question: What changed in the organisation, its accounts, units, policies, delegations and trusted services?
expect: population                 # accounts and guard rails change in normal work: a full list to sample from
category:
  management: required
events:
  organizations.amazonaws.com: [AcceptHandshake, AttachPolicy, CancelHandshake, CloseAccount, CloseAccountResult, CreateAccount, CreateAccountResult, CreateGovCloudAccount, CreateOrganization, CreateOrganizationalUnit, CreatePolicy, DeclineHandshake, DeleteOrganization, DeleteOrganizationalUnit, DeletePolicy, DeleteResourcePolicy, DeregisterDelegatedAdministrator, DetachPolicy, DisableAWSServiceAccess, DisablePolicyType, EnableAllFeatures, EnableAWSServiceAccess, EnablePolicyType, InviteAccountToOrganization, LeaveOrganization, MoveAccount, PutResourcePolicy, RegisterDelegatedAdministrator, RemoveAccountFromOrganization, UpdateOrganizationalUnit, UpdatePolicy, AccountJoinedOrganization, AccountDepartedOrganization, InviteOrganizationToTransferResponsibility, UpdateResponsibilityTransfer, TerminateResponsibilityTransfer, TagResource, UntagResource]
  account.amazonaws.com: [PutAccountName, EnableRegion, DisableRegion]
  ram.amazonaws.com: [EnableSharingWithAwsOrganization]
  cloudformation.amazonaws.com: [ActivateOrganizationsAccess, DeactivateOrganizationsAccess]
  servicecatalog.amazonaws.com: [EnableAWSOrganizationsAccess, DisableAWSOrganizationsAccess]
  controltower.amazonaws.com: [CreateManagedAccount, UpdateManagedAccount, RegisterOrganizationalUnit, DeregisterOrganizationalUnit]
needs: [outcome, actor_name, actor_class, console, source_ip, request_parameters, response_elements, service_event_details]
columns:
  event_time: When, UTC
  account_id: Account the change was recorded in
  region: Region it was recorded in
  actor_name: Who made the change
  actor_class: Person, workload, root or AWS service
  event_name: What was done
  kind: Accounts, units, policies, or delegation and trust
  target: Account, unit, root, policy or invitation it was done to
  detail: Policy, class of policy, service, new parent or name
  console: Made from the AWS console
  source_ip: Address the request came from
  event_id: CloudTrail's id of the event
  source_file: Log object the record stands in
limits: Recorded in the management account; an account that leaves, or answers an invitation, records that itself. The text of policies is not spelled out. Names and e-mail addresses of new accounts are hidden by AWS.
references:
  - https://docs.aws.amazon.com/organizations/latest/userguide/orgs_cloudtrail-integration.html
*/
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  actor_class,
  event_name,
  CASE
    WHEN event_name IN ('AttachPolicy', 'CreatePolicy', 'DeletePolicy', 'DetachPolicy', 'DisablePolicyType', 'EnablePolicyType', 'UpdatePolicy') THEN 'policies'
    WHEN event_name IN ('CreateOrganizationalUnit', 'DeleteOrganizationalUnit', 'UpdateOrganizationalUnit', 'RegisterOrganizationalUnit', 'DeregisterOrganizationalUnit') THEN 'units'
    WHEN event_name IN ('RegisterDelegatedAdministrator', 'DeregisterDelegatedAdministrator', 'EnableAWSServiceAccess', 'DisableAWSServiceAccess', 'PutResourcePolicy', 'DeleteResourcePolicy',
      'EnableSharingWithAwsOrganization', 'ActivateOrganizationsAccess', 'DeactivateOrganizationsAccess', 'EnableAWSOrganizationsAccess', 'DisableAWSOrganizationsAccess') THEN 'delegation and trust'
    WHEN strpos(event_name, 'Responsib') > 0 THEN 'delegation and trust'
    WHEN event_name IN ('CreateOrganization', 'DeleteOrganization', 'EnableAllFeatures') THEN 'organisation'
    ELSE 'accounts'
  END AS kind,
  COALESCE(
    json_extract_scalar(request_parameters, '$.targetId'),
    json_extract_scalar(request_parameters, '$.accountId'),
    json_extract_scalar(request_parameters, '$.target.id'),
    json_extract_scalar(request_parameters, '$.organizationalUnitId'),
    json_extract_scalar(response_elements, '$.organizationalUnit.id'),
    json_extract_scalar(request_parameters, '$.rootId'),
    json_extract_scalar(request_parameters, '$.policyId'),
    json_extract_scalar(response_elements, '$.policy.policySummary.id'),
    json_extract_scalar(request_parameters, '$.handshakeId'),
    json_extract_scalar(service_event_details, '$.createAccountStatus.accountId'),
    json_extract_scalar(service_event_details, '$.closeAccountStatus.accountId'),
    json_extract_scalar(service_event_details, '$.createManagedAccountStatus.account.accountId'),
    json_extract_scalar(service_event_details, '$.updateManagedAccountStatus.account.accountId'),
    json_extract_scalar(service_event_details, '$.registerOrganizationalUnitStatus.organizationalUnit.organizationalUnitId'),
    json_extract_scalar(service_event_details, '$.deregisterOrganizationalUnitStatus.organizationalUnit.organizationalUnitId'),
    json_extract_scalar(service_event_details, '$.accountId'),
    json_extract_scalar(request_parameters, '$.resourceId'),
    json_extract_scalar(request_parameters, '$.id'),
    json_extract_scalar(response_elements, '$.createAccountStatus.id')
  ) AS target,
  COALESCE(
    CASE WHEN event_name IN ('AttachPolicy', 'DetachPolicy') THEN json_extract_scalar(request_parameters, '$.policyId') END,
    json_extract_scalar(request_parameters, '$.policyType'),
    json_extract_scalar(request_parameters, '$.servicePrincipal'),
    json_extract_scalar(request_parameters, '$.regionName'),
    json_extract_scalar(service_event_details, '$.joinedMethod'),
    json_extract_scalar(service_event_details, '$.departureMethod'),
    json_extract_scalar(request_parameters, '$.destinationParentId'),
    json_extract_scalar(request_parameters, '$.name'),
    json_extract_scalar(request_parameters, '$.type'),
    json_extract_scalar(service_event_details, '$.createAccountStatus.state'),
    json_extract_scalar(service_event_details, '$.closeAccountStatus.state'),
    json_extract_scalar(response_elements, '$.createAccountStatus.state')
  ) AS detail,
  console,
  source_ip,
  event_id,
  source_file
FROM events
WHERE ((event_source = 'organizations.amazonaws.com' AND event_name IN (
    'AcceptHandshake', 'AttachPolicy', 'CancelHandshake', 'CloseAccount', 'CloseAccountResult', 'CreateAccount', 'CreateAccountResult', 'CreateGovCloudAccount',
    'CreateOrganization', 'CreateOrganizationalUnit', 'CreatePolicy', 'DeclineHandshake', 'DeleteOrganization', 'DeleteOrganizationalUnit', 'DeletePolicy',
    'DeleteResourcePolicy', 'DeregisterDelegatedAdministrator', 'DetachPolicy', 'DisableAWSServiceAccess', 'DisablePolicyType', 'EnableAllFeatures',
    'EnableAWSServiceAccess', 'EnablePolicyType', 'InviteAccountToOrganization', 'LeaveOrganization', 'MoveAccount', 'PutResourcePolicy',
    'RegisterDelegatedAdministrator', 'RemoveAccountFromOrganization', 'UpdateOrganizationalUnit', 'UpdatePolicy',
    'AccountJoinedOrganization', 'AccountDepartedOrganization', 'InviteOrganizationToTransferResponsibility', 'UpdateResponsibilityTransfer', 'TerminateResponsibilityTransfer', 'TagResource', 'UntagResource'))
    OR (event_source = 'account.amazonaws.com' AND event_name IN ('PutAccountName', 'EnableRegion', 'DisableRegion'))
    OR (event_source = 'ram.amazonaws.com' AND event_name = 'EnableSharingWithAwsOrganization')
    OR (event_source = 'cloudformation.amazonaws.com' AND event_name IN ('ActivateOrganizationsAccess', 'DeactivateOrganizationsAccess'))
    OR (event_source = 'servicecatalog.amazonaws.com' AND event_name IN ('EnableAWSOrganizationsAccess', 'DisableAWSOrganizationsAccess'))
    OR (event_source = 'controltower.amazonaws.com' AND event_name IN ('CreateManagedAccount', 'UpdateManagedAccount', 'RegisterOrganizationalUnit', 'DeregisterOrganizationalUnit')
      AND NOT regexp_like(COALESCE(service_event_details, ''), '"state" *: *"FAILED"')))
  AND outcome = 'success'
  AND COALESCE(json_extract_scalar(service_event_details, '$.createAccountStatus.state'), '') <> 'FAILED'
  AND COALESCE(json_extract_scalar(service_event_details, '$.closeAccountStatus.state'), '') <> 'FAILED'
