/*
id: KMS-01
title: Customer keys disabled or scheduled for deletion
question: Was an encryption key disabled, scheduled for deletion or cut off, and was that undone?
expect: none
category:
  management: required
events:
  kms.amazonaws.com: [DisableKey, ScheduleKeyDeletion, CancelKeyDeletion, EnableKey, DeleteImportedKeyMaterial, DeleteCustomKeyStore, DisconnectCustomKeyStore, DeleteAlias]
  payment-cryptography.amazonaws.com: [DeleteKey, StopKeyUsage]
context:
  kms.amazonaws.com: [DeleteKey, ImportKeyMaterial, CreateAlias, ConnectCustomKeyStore]
  payment-cryptography.amazonaws.com: [RestoreKey, StartKeyUsage]
needs: [outcome, actor_name, source_ip, resource_arns, request_parameters, response_elements]
columns:
  event_time: When, UTC
  account_id: Account of the key
  region: Region of the key
  actor_name: Who did it
  event_name: What was done
  key_id: Key, alias or key store
  waiting_days: Days until the deletion, for a scheduled one
  state: Undone, not undone in the period, or key deleted
  undone_at: When it was undone, UTC
  minutes: Whole minutes from the request to its undoing
  undone_by: Who undid it
  source_ip: Address the request came from
  event_id: CloudTrail's id of the event
  source_file: Log object the record stands in
limits: A cancelled deletion leaves the key disabled until it is enabled. What was undone after the period does not show. Deleting an alias takes the name away, not the key.
references:
  - https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html
  - https://docs.aws.amazon.com/kms/latest/developerguide/understanding-kms-entries.html
*/
WITH acts AS (
  SELECT
    event_time,
    account_id,
    region,
    actor_name,
    event_name,
    source_ip,
    event_id,
    source_file,
    COALESCE(json_extract_scalar(request_parameters, '$.pendingWindowInDays'), json_extract_scalar(request_parameters, '$.deleteKeyInDays')) AS waiting_days,
    -- A key by its id, however the caller named it.
    COALESCE(
      json_extract_scalar(request_parameters, '$.aliasName'),
      json_extract_scalar(request_parameters, '$.customKeyStoreId'),
      regexp_extract(json_extract_scalar(response_elements, '$.keyId'), 'key/([A-Za-z0-9-]+)$', 1),
      regexp_extract(resource_arns, 'key/([A-Za-z0-9-]+)', 1),
      regexp_replace(COALESCE(json_extract_scalar(request_parameters, '$.keyId'), json_extract_scalar(request_parameters, '$.keyIdentifier')), '^arn:.*:key/', ''),
      'not named'
    ) AS key_id,
    CASE
      WHEN event_name IN ('DisableKey', 'EnableKey', 'StopKeyUsage', 'StartKeyUsage') THEN 'use'
      WHEN event_name IN ('ScheduleKeyDeletion', 'CancelKeyDeletion', 'DeleteKey', 'RestoreKey') THEN 'deletion'
      WHEN event_name IN ('DeleteImportedKeyMaterial', 'ImportKeyMaterial') THEN 'material'
      WHEN event_name IN ('DeleteAlias', 'CreateAlias') THEN 'alias'
      ELSE 'key store'
    END AS matter,
    CASE
      WHEN event_name IN ('EnableKey', 'CancelKeyDeletion', 'ImportKeyMaterial', 'CreateAlias', 'ConnectCustomKeyStore', 'RestoreKey', 'StartKeyUsage') THEN 'undoes'
      -- In KMS the end of the waiting time; a payment key's DeleteKey is what begins it.
      WHEN event_name = 'DeleteKey' AND event_source = 'kms.amazonaws.com' THEN 'completes'
      ELSE 'does'
    END AS effect
  FROM events
  WHERE (
      (event_source = 'kms.amazonaws.com' AND event_name IN (
        'DisableKey', 'ScheduleKeyDeletion', 'DeleteImportedKeyMaterial', 'DeleteCustomKeyStore', 'DisconnectCustomKeyStore', 'DeleteAlias',
        'EnableKey', 'CancelKeyDeletion', 'ImportKeyMaterial', 'ConnectCustomKeyStore', 'CreateAlias', 'DeleteKey'))
      OR (event_source = 'payment-cryptography.amazonaws.com' AND event_name IN ('DeleteKey', 'StopKeyUsage', 'RestoreKey', 'StartKeyUsage'))
    )
    AND outcome = 'success'
)
SELECT
  a.event_time,
  a.account_id,
  a.region,
  a.actor_name,
  a.event_name,
  a.key_id,
  a.waiting_days,
  CASE
    WHEN count_if(l.effect = 'undoes') > 0 THEN 'undone'
    WHEN count_if(l.effect = 'completes') > 0 THEN 'key deleted'
    ELSE 'not undone in the period'
  END AS state,
  min(CASE WHEN l.effect = 'undoes' THEN l.event_time END) AS undone_at,
  date_diff('minute', from_iso8601_timestamp(a.event_time), from_iso8601_timestamp(min(CASE WHEN l.effect = 'undoes' THEN l.event_time END))) AS minutes,
  min_by(COALESCE(l.actor_name, 'not named'), CASE WHEN l.effect = 'undoes' THEN l.event_time || l.event_id END) AS undone_by,
  a.source_ip,
  a.event_id,
  a.source_file
FROM acts a
LEFT JOIN acts l
  ON l.account_id = a.account_id
  AND l.region = a.region
  AND l.key_id = a.key_id
  AND l.matter = a.matter
  AND l.effect IN ('undoes', 'completes')
  AND l.event_time >= a.event_time
  AND l.event_id <> a.event_id
WHERE a.effect = 'does'
GROUP BY
  a.event_time, a.account_id, a.region, a.actor_name, a.event_name, a.key_id, a.waiting_days, a.source_ip, a.event_id, a.source_file
