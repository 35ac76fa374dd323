/*
id: MFA-01
title: MFA devices added and removed
question: Which MFA devices were added, removed or resynchronised in the period, whose were they, and who did it?
expect: population
category:
  management: required
events:
  iam.amazonaws.com: [CreateVirtualMFADevice, EnableMFADevice, ResyncMFADevice, DeactivateMFADevice, DeleteVirtualMFADevice]
  sso-directory.amazonaws.com: [CompleteVirtualMfaDeviceRegistration, CompleteWebAuthnDeviceRegistration, UpdateMfaDeviceForUser, DeleteMfaDeviceForUser]
needs: [outcome, actor_type, actor_name, actor_class, permission_set, mfa, on_behalf_of, source_ip, request_parameters, response_elements]
columns:
  event_time: When, UTC
  account_id: Account the event was recorded in
  region: AWS region
  actor_name: Who
  actor_class: Kind of actor
  event_name: Call
  effect: Added, removed, resynchronised, renamed, or a virtual device made or deleted
  device_of: User the device belongs to, where the call names one
  done_for: Whether it is the actor's own device or somebody else's
  device: Device the call names
  mfa: Session signed in with MFA, as its record says; not shown for Identity Center, whose MFA is not in the record
  source_ip: From where
  event_id: Event id
  source_file: Log object
limits: >-
  Adding and replacing devices is everyday work, so the rows are there to sample from; removals, and changes to somebody else's device, are the ones to look at first. Successful calls only.
  Creating or deleting a virtual device names the device, not its user. Devices kept by another identity provider are not visible, and Identity Center's calls are
  recorded only in the account that administers it.
references:
  - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa.html
  - https://docs.aws.amazon.com/singlesignon/latest/userguide/sso-info-in-cloudtrail.html
*/
WITH changes AS (
  SELECT
    event_id, event_time, account_id, region, actor_name, actor_class, actor_type, on_behalf_of, event_name, CASE WHEN permission_set IS NOT NULL THEN 'not shown' ELSE mfa END AS mfa, source_ip, source_file,
    CASE
      WHEN event_name IN ('DeactivateMFADevice', 'DeleteMfaDeviceForUser') THEN 'removed'
      WHEN event_name = 'CreateVirtualMFADevice' THEN 'virtual device made'
      WHEN event_name = 'DeleteVirtualMFADevice' THEN 'virtual device deleted'
      WHEN event_name = 'ResyncMFADevice' THEN 'resynchronised'
      WHEN event_name = 'UpdateMfaDeviceForUser' THEN 'renamed'
      ELSE 'added'
    END AS effect,
    COALESCE(json_extract_scalar(request_parameters, '$.userName'), json_extract_scalar(request_parameters, '$.userId')) AS device_of,
    COALESCE(
      json_extract_scalar(request_parameters, '$.serialNumber'),
      json_extract_scalar(response_elements, '$.virtualMFADevice.serialNumber'),
      json_extract_scalar(request_parameters, '$.virtualMFADeviceName'),
      json_extract_scalar(request_parameters, '$.deviceId'),
      json_extract_scalar(request_parameters, '$.mfaDeviceName')
    ) AS device
  FROM events
  WHERE outcome = 'success'
    AND (
      (event_source = 'iam.amazonaws.com' AND event_name IN (
        'CreateVirtualMFADevice', 'EnableMFADevice', 'ResyncMFADevice', 'DeactivateMFADevice', 'DeleteVirtualMFADevice'
      ))
      OR (event_source = 'sso-directory.amazonaws.com' AND event_name IN (
        'CompleteVirtualMfaDeviceRegistration', 'CompleteWebAuthnDeviceRegistration', 'UpdateMfaDeviceForUser', 'DeleteMfaDeviceForUser'
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
  effect,
  device_of,
  CASE
    WHEN device_of IS NULL THEN 'not stated'
    WHEN device_of IN (actor_name, on_behalf_of) OR (actor_type = 'Root' AND upper(device_of) = 'AWS ROOT USER') THEN 'own'
    WHEN actor_type IN ('IAMUser', 'Root', 'IdentityCenterUser') THEN 'somebody else'
    ELSE 'cannot be told'
  END AS done_for,
  device,
  mfa,
  source_ip,
  event_id,
  source_file
FROM changes
