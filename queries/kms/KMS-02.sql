/*
id: KMS-02
title: Key policy, grant and rotation changes
question: Who changed who may use an encryption key, where it lives, or whether it rotates?
expect: population                 # keys are set up and rotated in normal work: a full list to sample from
category:
  management: required
events:
  kms.amazonaws.com:
    - CreateKey
    - PutKeyPolicy
    - CreateGrant
    - RevokeGrant
    - RetireGrant
    - EnableKeyRotation
    - DisableKeyRotation
    - RotateKeyOnDemand
    - RotateKey
    - ReplicateKey
    - UpdatePrimaryRegion
    - SynchronizeMultiRegionKey
    - ImportKeyMaterial
    - CreateAlias
    - UpdateAlias
    - TagResource
    - UntagResource
    - UpdateKeyDescription
    - CreateCustomKeyStore
    - UpdateCustomKeyStore
    - ConnectCustomKeyStore
needs: [outcome, actor_name, actor_class, invoked_by, console, source_ip, resource_arns, request_parameters, response_elements, service_event_details]
columns:
  event_time: When, UTC
  account_id: Account of the key
  region: Region of the key
  actor_name: Who
  actor_class: Kind of actor
  event_name: Call, or event of KMS itself
  key_id: Key or key store
  change: What was changed
  given_to: Whom a grant lets use the key
  detail: Operations granted, rotation period or kind, region, alias or grant
  through: AWS service that made the call for the actor
  console: Made from the AWS console
  source_ip: From where
  event_id: Event id
  source_file: Log object
limits: >-
  The text of a policy is not printed; DATA-03 picks out policies that let outsiders in. Grants that AWS services make and end for their own resources (volumes, databases) are left out: they come with
  every such resource. Tags and aliases stand here because policies may decide by them. Disabled and deleted keys are in KMS-01.
references:
  - https://docs.aws.amazon.com/kms/latest/developerguide/understanding-kms-entries.html
  - https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html
  - https://docs.aws.amazon.com/kms/latest/developerguide/grants.html
*/
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  actor_class,
  event_name,
  COALESCE(
    json_extract_scalar(request_parameters, '$.customKeyStoreId'),
    regexp_extract(resource_arns, 'key/([A-Za-z0-9-]+)', 1),
    regexp_extract(json_extract_scalar(response_elements, '$.keyId'), 'key/([A-Za-z0-9-]+)$', 1),
    regexp_replace(COALESCE(
      json_extract_scalar(request_parameters, '$.keyId'), json_extract_scalar(request_parameters, '$.targetKeyId'), json_extract_scalar(service_event_details, '$.keyId')), '^arn:.*:key/', ''),
    json_extract_scalar(response_elements, '$.keyMetadata.keyId'),
    json_extract_scalar(response_elements, '$.customKeyStoreId'),
    'not named'
  ) AS key_id,
  CASE
    WHEN event_name IN ('PutKeyPolicy', 'CreateKey') THEN
      CASE event_name WHEN 'CreateKey' THEN 'key created' ELSE 'policy written' END
      || CASE WHEN lower(json_extract_scalar(request_parameters, '$.bypassPolicyLockoutSafetyCheck')) = 'true' THEN ', lockout check skipped' ELSE '' END
    WHEN event_name = 'CreateGrant' THEN 'use granted'
    WHEN event_name IN ('RevokeGrant', 'RetireGrant') THEN 'grant ended'
    WHEN event_name = 'EnableKeyRotation' THEN 'rotation on'
    WHEN event_name = 'DisableKeyRotation' THEN 'rotation off'
    WHEN event_name = 'RotateKeyOnDemand' THEN 'rotation asked for'
    WHEN event_name = 'RotateKey' THEN 'rotated'
    WHEN event_name = 'ReplicateKey' THEN 'copied to another region'
    WHEN event_name = 'UpdatePrimaryRegion' THEN 'primary region moved'
    WHEN event_name = 'SynchronizeMultiRegionKey' THEN 'copies brought in step'
    WHEN event_name = 'ImportKeyMaterial' THEN 'key material imported'
    WHEN event_name IN ('CreateAlias', 'UpdateAlias') THEN 'alias set'
    WHEN event_name IN ('TagResource', 'UntagResource') THEN 'tags changed'
    WHEN event_name = 'UpdateKeyDescription' THEN 'description changed'
    WHEN event_name = 'CreateCustomKeyStore' THEN 'key store created'
    WHEN event_name = 'ConnectCustomKeyStore' THEN 'key store connected'
    ELSE 'key store changed'
  END AS change,
  json_extract_scalar(request_parameters, '$.granteePrincipal') AS given_to,
  COALESCE(
    replace(regexp_replace(regexp_extract(request_parameters, '"operations"\s*:\s*\[([^\]]*)\]', 1), '["\s]', ''), ',', ', '),
    'every ' || json_extract_scalar(request_parameters, '$.rotationPeriodInDays') || ' days',
    json_extract_scalar(service_event_details, '$.rotationType'),
    json_extract_scalar(request_parameters, '$.replicaRegion'),
    json_extract_scalar(request_parameters, '$.primaryRegion'),
    json_extract_scalar(request_parameters, '$.aliasName'),
    'valid to ' || json_extract_scalar(request_parameters, '$.validTo'),
    json_extract_scalar(request_parameters, '$.grantId'),
    json_extract_scalar(request_parameters, '$.keySpec'),
    json_extract_scalar(request_parameters, '$.customKeyStoreName')
  ) AS detail,
  invoked_by AS through,
  console,
  source_ip,
  event_id,
  source_file
FROM events
WHERE event_source = 'kms.amazonaws.com'
  AND event_name IN (
    'CreateKey', 'PutKeyPolicy', 'CreateGrant', 'RevokeGrant', 'RetireGrant', 'EnableKeyRotation', 'DisableKeyRotation', 'RotateKeyOnDemand', 'RotateKey',
    'ReplicateKey', 'UpdatePrimaryRegion', 'SynchronizeMultiRegionKey', 'ImportKeyMaterial', 'CreateAlias', 'UpdateAlias', 'TagResource', 'UntagResource',
    'UpdateKeyDescription', 'CreateCustomKeyStore', 'UpdateCustomKeyStore', 'ConnectCustomKeyStore')
  AND outcome = 'success'
  -- A grant that a stack or a script makes for somebody is that person's; one that a service makes for a volume of its own is not listed.
  AND NOT (event_name IN ('CreateGrant', 'RevokeGrant', 'RetireGrant')
    AND (actor_class = 'aws-service' OR (invoked_by IS NOT NULL AND invoked_by <> 'cloudformation.amazonaws.com')))
