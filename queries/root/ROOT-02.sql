/*
id: ROOT-02
title: Root credentials and account contacts changed
question: Were the root user's password, keys, MFA devices or e-mail address, or the account's contacts, changed in the period?
expect: none
category:
  management: required
events:
  signin.amazonaws.com: [PasswordRecoveryRequested, PasswordRecoveryCompleted, PasswordUpdated, EmailUpdated]
  iam.amazonaws.com:
    - CreateAccessKey
    - UpdateAccessKey
    - DeleteAccessKey
    - UploadSigningCertificate
    - DeleteSigningCertificate
    - CreateLoginProfile
    - DeleteLoginProfile
    - CreateVirtualMFADevice
    - EnableMFADevice
    - DeactivateMFADevice
    - DeleteVirtualMFADevice
    - ResyncMFADevice
    - EnableOrganizationsRootCredentialsManagement
    - DisableOrganizationsRootCredentialsManagement
    - EnableOrganizationsRootSessions
    - DisableOrganizationsRootSessions
  account.amazonaws.com: [StartPrimaryEmailUpdate, AcceptPrimaryEmailUpdate, PutAlternateContact, DeleteAlternateContact, PutContactInformation, PutAccountName, VerifyPhoneNumber]
needs: [outcome, actor_type, actor_name, actor_class, mfa, console, source_ip, user_agent, resource, request_parameters, response_elements]
columns:
  event_time: When, UTC
  account_id: Account the event was recorded in
  region: AWS region
  actor_name: Who
  actor_class: Kind of actor
  event_name: Call
  what_changed: Root password, access key, MFA device, e-mail address, account contact or central management of root
  subject: Key, device, contact type or member account the call names
  mfa: Session signed in with MFA
  source_ip: From where
  console: Made from the AWS console
  user_agent: Program used
  event_id: Event id
  source_file: Log object
limits: >-
  Successful changes only; a password recovery counts once it is requested. Root sign-ins are in ROOT-01. A virtual MFA device that root creates may be for root or for
  a user: the call does not say. New contact details are not shown. Changes made by AWS Support leave no event here, nor does who reads the root user's e-mail.
references:
  - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html
  - https://docs.aws.amazon.com/accounts/latest/reference/API_Operations.html
  - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-enable-root-access.html
*/
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  actor_class,
  event_name,
  CASE
    WHEN event_name IN ('PasswordRecoveryRequested', 'PasswordRecoveryCompleted', 'PasswordUpdated', 'CreateLoginProfile', 'DeleteLoginProfile') THEN 'root password'
    WHEN event_name IN ('EmailUpdated', 'StartPrimaryEmailUpdate', 'AcceptPrimaryEmailUpdate') THEN 'root e-mail address'
    WHEN event_name IN ('CreateAccessKey', 'UpdateAccessKey', 'DeleteAccessKey') THEN 'root access key'
    WHEN event_name IN ('UploadSigningCertificate', 'DeleteSigningCertificate') THEN 'root signing certificate'
    WHEN strpos(event_name, 'MFADevice') > 0 THEN 'root MFA device'
    WHEN strpos(event_name, 'Organizations') > 0 THEN 'central management of root'
    ELSE 'account contact'
  END AS what_changed,
  COALESCE(
    json_extract_scalar(request_parameters, '$.serialNumber'),
    json_extract_scalar(response_elements, '$.virtualMFADevice.serialNumber'),
    json_extract_scalar(request_parameters, '$.accessKeyId'),
    json_extract_scalar(response_elements, '$.accessKey.accessKeyId'),
    json_extract_scalar(request_parameters, '$.alternateContactType'),
    json_extract_scalar(request_parameters, '$.accountId'),
    resource
  ) AS subject,
  mfa,
  source_ip,
  console,
  user_agent,
  event_id,
  source_file
FROM events
WHERE outcome = 'success'
  AND (
    (event_source = 'signin.amazonaws.com'
      AND event_name IN ('PasswordRecoveryRequested', 'PasswordRecoveryCompleted', 'PasswordUpdated', 'EmailUpdated')
      AND COALESCE(actor_type, 'Root') <> 'IAMUser'
      AND NOT regexp_like(COALESCE(response_elements, ''), '"(PasswordRecoveryRequested|PasswordRecoveryCompleted|PasswordUpdated|EmailUpdated)" *: *"Failure"'))
    -- Without a user name these act on the caller's own credentials: those of root.
    OR (event_source = 'iam.amazonaws.com' AND actor_type = 'Root'
      AND event_name IN (
        'CreateAccessKey', 'UpdateAccessKey', 'DeleteAccessKey', 'UploadSigningCertificate', 'DeleteSigningCertificate', 'CreateLoginProfile', 'DeleteLoginProfile'
      )
      AND json_extract_scalar(request_parameters, '$.userName') IS NULL)
    OR (event_source = 'iam.amazonaws.com' AND actor_type = 'Root'
      AND event_name IN ('CreateVirtualMFADevice', 'EnableMFADevice', 'DeactivateMFADevice', 'DeleteVirtualMFADevice', 'ResyncMFADevice')
      AND (
        COALESCE(upper(json_extract_scalar(request_parameters, '$.userName')), 'AWS ROOT USER') = 'AWS ROOT USER'
        OR strpos(json_extract_scalar(request_parameters, '$.serialNumber'), ':mfa/root-account-mfa-device') > 0
      ))
    OR (event_source = 'iam.amazonaws.com' AND event_name IN (
      'EnableOrganizationsRootCredentialsManagement', 'DisableOrganizationsRootCredentialsManagement', 'EnableOrganizationsRootSessions', 'DisableOrganizationsRootSessions'
    ))
    OR (event_source = 'account.amazonaws.com' AND event_name IN (
      'StartPrimaryEmailUpdate', 'AcceptPrimaryEmailUpdate', 'PutAlternateContact', 'DeleteAlternateContact', 'PutContactInformation', 'PutAccountName', 'VerifyPhoneNumber'
    ))
  )
