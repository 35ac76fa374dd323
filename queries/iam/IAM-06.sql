/*
id: IAM-06
title: Long-lived credentials created or changed
question: Which access keys, service credentials, SSH and signing keys and console passwords were created, changed or removed in the period, for whom and by whom?
expect: population
category:
  management: required
events:
  iam.amazonaws.com:
    - CreateAccessKey
    - UpdateAccessKey
    - DeleteAccessKey
    - CreateServiceSpecificCredential
    - ResetServiceSpecificCredential
    - UpdateServiceSpecificCredential
    - DeleteServiceSpecificCredential
    - UploadSSHPublicKey
    - UpdateSSHPublicKey
    - DeleteSSHPublicKey
    - UploadSigningCertificate
    - UpdateSigningCertificate
    - DeleteSigningCertificate
    - CreateLoginProfile
    - UpdateLoginProfile
    - DeleteLoginProfile
    - ChangePassword
  sso-directory.amazonaws.com: [CreateBearerToken, DeleteBearerToken]
  transfer.amazonaws.com: [ImportSshPublicKey, DeleteSshPublicKey]
needs: [outcome, actor_type, actor_name, actor_class, invoked_by, request_parameters, response_elements]
columns:
  event_time: When, UTC
  account_id: Account the event was recorded in
  region: AWS region
  actor_name: Who
  actor_class: Kind of actor
  event_name: Call
  credential: Kind of credential
  change: What was done
  owner: Whose credential it is
  done_for: Whether it is the actor's own credential or somebody else's; of a person in a role's session it cannot be told
  credential_id: Last four characters of its id
  through: AWS service that made the call for the actor
  event_id: Event id
  source_file: Log object
limits: >-
  Successful calls only. Where keys are used at all, creating and rotating them is everyday work, so the rows are there to sample from; keys made for somebody else and keys of root are the ones to look at
  first (root's are exceptions in ROOT-02). Temporary credentials are not listed. What a key was used for afterwards is not shown here.
references:
  - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html
  - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_bedrock.html
*/
WITH changes AS (
  SELECT
    event_id, event_time, account_id, region, actor_name, actor_class, actor_type, event_name, invoked_by, source_file,
    COALESCE(json_extract_scalar(request_parameters, '$.status'), '') AS status,
    COALESCE(json_extract_scalar(request_parameters, '$.serviceName'), json_extract_scalar(response_elements, '$.serviceSpecificCredential.serviceName')) AS service_name,
    COALESCE(
      json_extract_scalar(response_elements, '$.accessKey.accessKeyId'),
      json_extract_scalar(request_parameters, '$.accessKeyId'),
      json_extract_scalar(response_elements, '$.serviceSpecificCredential.serviceSpecificCredentialId'),
      json_extract_scalar(request_parameters, '$.serviceSpecificCredentialId'),
      json_extract_scalar(response_elements, '$.sSHPublicKey.sSHPublicKeyId'),
      json_extract_scalar(request_parameters, '$.sSHPublicKeyId'),
      json_extract_scalar(response_elements, '$.certificate.certificateId'),
      json_extract_scalar(request_parameters, '$.certificateId'),
      json_extract_scalar(response_elements, '$.sshPublicKeyId'),
      json_extract_scalar(request_parameters, '$.sshPublicKeyId'),
      json_extract_scalar(request_parameters, '$.tokenId')
    ) AS credential,
    -- Without a user name these calls act on the caller's own credentials.
    COALESCE(
      json_extract_scalar(request_parameters, '$.userName'),
      json_extract_scalar(response_elements, '$.accessKey.userName'),
      json_extract_scalar(response_elements, '$.serviceSpecificCredential.userName'),
      json_extract_scalar(response_elements, '$.sSHPublicKey.userName'),
      json_extract_scalar(response_elements, '$.certificate.userName'),
      'provisioning of ' || json_extract_scalar(request_parameters, '$.tenantId'),
      CASE WHEN event_source = 'iam.amazonaws.com' AND actor_type IN ('IAMUser', 'Root') THEN actor_name END
    ) AS owner
  FROM events
  WHERE outcome = 'success'
    AND (
      (event_source = 'iam.amazonaws.com' AND event_name IN (
        'CreateAccessKey', 'UpdateAccessKey', 'DeleteAccessKey',
        'CreateServiceSpecificCredential', 'ResetServiceSpecificCredential', 'UpdateServiceSpecificCredential', 'DeleteServiceSpecificCredential',
        'UploadSSHPublicKey', 'UpdateSSHPublicKey', 'DeleteSSHPublicKey', 'UploadSigningCertificate', 'UpdateSigningCertificate', 'DeleteSigningCertificate',
        'CreateLoginProfile', 'UpdateLoginProfile', 'DeleteLoginProfile', 'ChangePassword'
      ))
      OR (event_source = 'sso-directory.amazonaws.com' AND event_name IN ('CreateBearerToken', 'DeleteBearerToken'))
      OR (event_source = 'transfer.amazonaws.com' AND event_name IN ('ImportSshPublicKey', 'DeleteSshPublicKey'))
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
    WHEN strpos(event_name, 'AccessKey') > 0 THEN 'access key'
    WHEN strpos(event_name, 'ServiceSpecificCredential') > 0 THEN COALESCE('credential of ' || service_name, 'service credential')
    WHEN strpos(event_name, 'BearerToken') > 0 THEN 'provisioning token'
    WHEN strpos(lower(event_name), 'sshpublickey') > 0 THEN 'SSH key'
    WHEN strpos(event_name, 'SigningCertificate') > 0 THEN 'signing certificate'
    ELSE 'console password'
  END AS credential,
  CASE
    WHEN starts_with(event_name, 'Create') OR starts_with(event_name, 'Upload') OR starts_with(event_name, 'Import') THEN 'created'
    WHEN starts_with(event_name, 'Delete') THEN 'deleted'
    WHEN starts_with(event_name, 'Reset') THEN 'reset'
    WHEN status <> '' THEN 'set to ' || status
    ELSE 'changed'
  END AS change,
  owner,
  CASE
    WHEN owner IS NULL THEN 'not stated'
    WHEN actor_type IN ('IAMUser', 'Root') AND owner = actor_name THEN 'own'
    WHEN actor_type IN ('IAMUser', 'Root') OR actor_class <> 'person' THEN 'somebody else'
    ELSE 'cannot be told'
  END AS done_for,
  '…' || regexp_extract(credential, '(.{4})$', 1) AS credential_id,
  invoked_by AS through,
  event_id,
  source_file
FROM changes
