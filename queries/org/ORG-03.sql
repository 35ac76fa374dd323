/*
id: ORG-03
title: Identity Center configuration
question: What changed in how people sign in through Identity Center in the period - identity source, provisioning, MFA rules, permission sets, applications, trusted token issuers?
expect: population
category:
  management: required
events:
  sso.amazonaws.com:
    - CreateInstance
    - UpdateInstance
    - DeleteInstance
    - StartSSO
    - UpdateSsoConfiguration
    - UpdateSSOConfiguration
    - AddRegion
    - RemoveRegion
    - AssociateDirectory
    - DisassociateDirectory
    - CreateTrust
    - UpdateTrust
    - PutMfaDeviceManagementForDirectory
    - CreatePermissionSet
    - UpdatePermissionSet
    - DeletePermissionSet
    - ProvisionPermissionSet
    - PutPermissionsPolicy
    - DeletePermissionsPolicy
    - CreateProfile
    - UpdateProfile
    - DeleteProfile
    - AssociateProfile
    - DisassociateProfile
    - CreateTrustedTokenIssuer
    - UpdateTrustedTokenIssuer
    - DeleteTrustedTokenIssuer
    - CreateInstanceAccessControlAttributeConfiguration
    - UpdateInstanceAccessControlAttributeConfiguration
    - DeleteInstanceAccessControlAttributeConfiguration
    - CreateApplication
    - UpdateApplication
    - DeleteApplication
    - CreateManagedApplicationInstance
    - DeleteManagedApplicationInstance
    - CreateApplicationInstance
    - DeleteApplicationInstance
    - PutApplicationAccessScope
    - DeleteApplicationAccessScope
    - PutApplicationAssignmentConfiguration
    - PutApplicationAuthenticationMethod
    - DeleteApplicationAuthenticationMethod
    - PutApplicationGrant
    - DeleteApplicationGrant
    - PutApplicationSessionConfiguration
  sso-directory.amazonaws.com:
    - EnableExternalIdPConfigurationForDirectory
    - DisableExternalIdPConfigurationForDirectory
    - CreateExternalIdPConfigurationForDirectory
    - UpdateExternalIdPConfigurationForDirectory
    - DeleteExternalIdPConfigurationForDirectory
    - ImportExternalIdPCertificate
    - DeleteExternalIdPCertificate
    - CreateProvisioningTenant
    - DeleteProvisioningTenant
    - CreateBearerToken
    - DeleteBearerToken
    - CreateAlias
  identitystore.amazonaws.com: [UpdateIdentityStore]
needs: [outcome, actor_name, actor_class, invoked_by, console, source_ip, resource, request_parameters, response_elements]
columns:
  event_time: When, UTC
  account_id: Account the event was recorded in
  region: AWS region
  actor_name: Who
  actor_class: Kind of actor
  event_name: Call
  kind: What part of Identity Center
  change: What was done
  subject: Instance, directory, permission set, application or issuer
  detail: Session length, account, issuer or name the call gives
  source_ip: From where
  console: Made from the AWS console
  through: AWS service that made the call for the actor
  event_id: Event id
  source_file: Log object
limits: >-
  Successful calls only, recorded in the account that administers Identity Center. The policies in permission sets are in IAM-02, their boundaries in IAM-05, who got which set in IAM-01. Some calls of the console have no documented
  parameters, so a row may not name its subject. Settings at the identity provider itself are not in CloudTrail.
references:
  - https://docs.aws.amazon.com/singlesignon/latest/userguide/sso-info-in-cloudtrail.html
  - https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_Operations.html
*/
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  actor_class,
  event_name,
  CASE
    WHEN strpos(event_name, 'ExternalIdP') > 0 OR strpos(event_name, 'AssociateDirectory') > 0 OR event_name IN ('DisassociateDirectory', 'CreateTrust', 'UpdateTrust') THEN 'identity source'
    WHEN strpos(event_name, 'ProvisioningTenant') > 0 OR strpos(event_name, 'BearerToken') > 0 THEN 'provisioning'
    WHEN event_name = 'PutMfaDeviceManagementForDirectory' THEN 'MFA rules'
    WHEN strpos(event_name, 'TrustedTokenIssuer') > 0 THEN 'trusted token issuer'
    WHEN strpos(event_name, 'AccessControlAttribute') > 0 THEN 'attributes for access control'
    WHEN strpos(event_name, 'PermissionSet') > 0 OR strpos(event_name, 'PermissionsPolicy') > 0 THEN 'permission set'
    WHEN strpos(event_name, 'Profile') > 0 THEN 'assignment profile'
    WHEN strpos(event_name, 'Application') > 0 THEN 'application'
    WHEN event_name IN ('AddRegion', 'RemoveRegion') THEN 'region'
    WHEN event_name IN ('CreateAlias', 'UpdateIdentityStore') THEN 'identity store'
    ELSE 'instance'
  END AS kind,
  CASE
    WHEN event_name = 'ProvisionPermissionSet' THEN 'provisioned'
    WHEN starts_with(event_name, 'Create') OR starts_with(event_name, 'Import') OR starts_with(event_name, 'Add') THEN 'created'
    WHEN starts_with(event_name, 'Delete') OR starts_with(event_name, 'Remove') THEN 'deleted'
    WHEN starts_with(event_name, 'Enable') OR event_name = 'StartSSO' THEN 'switched on'
    WHEN starts_with(event_name, 'Disable') THEN 'switched off'
    WHEN starts_with(event_name, 'Associate') THEN 'connected'
    WHEN starts_with(event_name, 'Disassociate') THEN 'disconnected'
    ELSE 'changed'
  END AS change,
  COALESCE(
    json_extract_scalar(request_parameters, '$.permissionSetArn'),
    json_extract_scalar(response_elements, '$.permissionSet.permissionSetArn'),
    json_extract_scalar(request_parameters, '$.trustedTokenIssuerArn'),
    json_extract_scalar(response_elements, '$.trustedTokenIssuerArn'),
    json_extract_scalar(request_parameters, '$.applicationArn'),
    json_extract_scalar(response_elements, '$.applicationArn'),
    json_extract_scalar(request_parameters, '$.permissionSetId'),
    json_extract_scalar(request_parameters, '$.profileId'),
    json_extract_scalar(request_parameters, '$.directoryId'),
    json_extract_scalar(request_parameters, '$.identityStoreId'),
    json_extract_scalar(request_parameters, '$.tenantId'),
    json_extract_scalar(request_parameters, '$.instanceArn'),
    json_extract_scalar(response_elements, '$.instanceArn'),
    json_extract_scalar(request_parameters, '$.instanceId'),
    json_extract_scalar(request_parameters, '$.name'),
    resource
  ) AS subject,
  COALESCE(
    'session ' || json_extract_scalar(request_parameters, '$.sessionDuration'),
    'account ' || json_extract_scalar(request_parameters, '$.targetId'),
    json_extract_scalar(request_parameters, '$.trustedTokenIssuerConfiguration.oidcJwtConfiguration.issuerUrl'),
    json_extract_scalar(request_parameters, '$.directoryType'),
    json_extract_scalar(request_parameters, '$.regionName'),
    json_extract_scalar(request_parameters, '$.grantType'),
    json_extract_scalar(request_parameters, '$.scope'),
    json_extract_scalar(request_parameters, '$.name')
  ) AS detail,
  source_ip,
  console,
  invoked_by AS through,
  event_id,
  source_file
FROM events
WHERE outcome = 'success'
  AND (
    (event_source = 'sso.amazonaws.com' AND event_name IN (
      'CreateInstance', 'UpdateInstance', 'DeleteInstance', 'StartSSO', 'UpdateSsoConfiguration', 'UpdateSSOConfiguration', 'AddRegion', 'RemoveRegion',
      'AssociateDirectory', 'DisassociateDirectory', 'CreateTrust', 'UpdateTrust', 'PutMfaDeviceManagementForDirectory',
      'CreatePermissionSet', 'UpdatePermissionSet', 'DeletePermissionSet', 'ProvisionPermissionSet', 'PutPermissionsPolicy', 'DeletePermissionsPolicy',
      'CreateProfile', 'UpdateProfile', 'DeleteProfile', 'AssociateProfile', 'DisassociateProfile',
      'CreateTrustedTokenIssuer', 'UpdateTrustedTokenIssuer', 'DeleteTrustedTokenIssuer',
      'CreateInstanceAccessControlAttributeConfiguration', 'UpdateInstanceAccessControlAttributeConfiguration', 'DeleteInstanceAccessControlAttributeConfiguration',
      'CreateApplication', 'UpdateApplication', 'DeleteApplication', 'CreateManagedApplicationInstance', 'DeleteManagedApplicationInstance', 'CreateApplicationInstance', 'DeleteApplicationInstance',
      'PutApplicationAccessScope', 'DeleteApplicationAccessScope', 'PutApplicationAssignmentConfiguration', 'PutApplicationAuthenticationMethod', 'DeleteApplicationAuthenticationMethod',
      'PutApplicationGrant', 'DeleteApplicationGrant', 'PutApplicationSessionConfiguration'
    ))
    OR (event_source = 'sso-directory.amazonaws.com' AND event_name IN (
      'EnableExternalIdPConfigurationForDirectory', 'DisableExternalIdPConfigurationForDirectory', 'CreateExternalIdPConfigurationForDirectory',
      'UpdateExternalIdPConfigurationForDirectory', 'DeleteExternalIdPConfigurationForDirectory', 'ImportExternalIdPCertificate', 'DeleteExternalIdPCertificate',
      'CreateProvisioningTenant', 'DeleteProvisioningTenant', 'CreateBearerToken', 'DeleteBearerToken', 'CreateAlias'
    ))
    OR (event_source = 'identitystore.amazonaws.com' AND event_name = 'UpdateIdentityStore')
  )
