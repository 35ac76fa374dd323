/*
id: KMS-03
title: Use of sensitive keys
question: Who decrypted or encrypted with the keys that protect what matters most, through which service, and for what?
expect: measure                    # applications use their keys all day: counts by principal, key and purpose, people first
category:
  management: required
events:
  kms.amazonaws.com:
    - Decrypt
    - ReEncrypt
    - GenerateDataKey
    - GenerateDataKeyWithoutPlaintext
    - GenerateDataKeyPair
    - GenerateDataKeyPairWithoutPlaintext
    - Encrypt
    - Sign
    - GenerateMac
    - DeriveSharedSecret
    - Encapsulate
    - Decapsulate
context:
  kms.amazonaws.com: [CreateAlias, UpdateAlias]
needs: [outcome, actor_name, actor_class, role_name, invoked_by, source_ip, resource_arns, request_parameters]
settings:
  sensitive-keys: required
columns:
  reader: A person (root too), an AWS service, a workload or other
  account_id: Account the use was recorded in
  region: Region of the key
  principal: Who used the key; for workloads the role
  key_id: The key
  event_name: What was done with it
  through: AWS service that asked for the principal, if any
  used_for: First of the encryption context, such as a bucket, table, secret or function
  events: Uses in the period
  days: Days with a use
  source_ips: Different addresses the calls came from
  first_time: First use, UTC
  last_time: Last use, UTC
  first_event_id: Event of the first use
  last_event_id: Event of the last use
key: [reader, account_id, region, principal, key_id, event_name, through, used_for]
limits: >-
  Trails can leave KMS events out: LOG-02 shows a trail that was set so. Services keep data keys for a while, so one use can stand for many reads. A key listed by alias alone is found
  where a call names the alias, or the alias was set in the period.
references:
  - https://docs.aws.amazon.com/kms/latest/developerguide/ct-decrypt.html
  - https://docs.aws.amazon.com/kms/latest/developerguide/encrypt_context.html
*/
WITH aliases AS (
  SELECT DISTINCT
    json_extract_scalar(request_parameters, '$.aliasName') AS alias,
    regexp_replace(json_extract_scalar(request_parameters, '$.targetKeyId'), '^arn:.*:key/', '') AS key_id,
    account_id,
    region
  FROM events
  WHERE event_source = 'kms.amazonaws.com' AND event_name IN ('CreateAlias', 'UpdateAlias') AND outcome = 'success'
),
wanted AS (
  SELECT value FROM setting_sensitive_keys
),
set_aliases AS (
  SELECT DISTINCT a.account_id, a.region, a.key_id
  FROM aliases a
  JOIN wanted w ON regexp_replace(w.value, '^arn:.*:alias/', 'alias/') = a.alias
  WHERE starts_with(w.value, 'alias/') OR split_part(w.value, ':', 5) = a.account_id
),
uses AS (
  SELECT
    event_id,
    event_time,
    event_day,
    account_id,
    region,
    source_ip,
    event_name,
    invoked_by,
    CASE
      WHEN actor_class IN ('person', 'root') THEN 'a person'
      WHEN actor_class = 'aws-service' THEN 'an AWS service'
      WHEN actor_class = 'workload' THEN 'workload'
      ELSE 'other'
    END AS reader,
    CASE WHEN actor_class = 'person' THEN actor_name ELSE COALESCE(role_name, actor_name, 'not named') END AS principal,
    COALESCE(json_extract_scalar(request_parameters, '$.keyId'), json_extract_scalar(request_parameters, '$.destinationKeyId')) AS asked_for,
    -- The context's keys hold colons, which a path may not: it is read from the text.
    regexp_extract(request_parameters, '"encryptionContext"\s*:\s*\{([^{}]*)\}', 1) AS context_of_use,
    k.value AS key_arn
  FROM events
  CROSS JOIN UNNEST(split(COALESCE(resource_arns, json_extract_scalar(request_parameters, '$.keyId'), 'not named'), chr(10))) AS k(value)
  WHERE event_source = 'kms.amazonaws.com'
    AND event_name IN (
      'Decrypt', 'ReEncrypt', 'GenerateDataKey', 'GenerateDataKeyWithoutPlaintext', 'GenerateDataKeyPair', 'GenerateDataKeyPairWithoutPlaintext',
      'Encrypt', 'Sign', 'GenerateMac', 'DeriveSharedSecret', 'Encapsulate', 'Decapsulate')
    AND outcome = 'success'
)
SELECT
  u.reader,
  u.account_id,
  u.region,
  u.principal,
  regexp_replace(u.key_arn, '^arn:.*:key/', '') AS key_id,
  u.event_name,
  u.invoked_by AS through,
  COALESCE(
    -- All objects of a bucket are one purpose.
    regexp_extract(u.context_of_use, '"(arn:aws[a-z-]*:s3:::[^/"]+)', 1),
    regexp_extract(u.context_of_use, '"(arn:[^"]+)"', 1),
    regexp_extract(u.context_of_use, '"([^"]*)"\s*:', 1) || ' ' || regexp_extract(u.context_of_use, ':\s*"([^"]*)"', 1),
    'not stated'
  ) AS used_for,
  count(DISTINCT u.event_id) AS events,
  count(DISTINCT u.event_day) AS days,
  count(DISTINCT u.source_ip) AS source_ips,
  substr(min(u.event_time || u.event_id), 1, 20) AS first_time,
  substr(max(u.event_time || u.event_id), 1, 20) AS last_time,
  substr(min(u.event_time || u.event_id), 21) AS first_event_id,
  substr(max(u.event_time || u.event_id), 21) AS last_event_id
FROM uses u
LEFT JOIN set_aliases s ON s.account_id = u.account_id AND s.region = u.region AND s.key_id = regexp_replace(u.key_arn, '^arn:.*:key/', '')
WHERE u.key_arn IN (SELECT value FROM wanted)
  OR regexp_replace(u.key_arn, '^arn:.*:key/', '') IN (SELECT value FROM wanted)
  OR (u.asked_for IN (SELECT value FROM wanted) AND strpos(u.asked_for, 'alias/') > 0)
  OR (strpos(u.asked_for, ':alias/') > 0 AND regexp_replace(u.asked_for, '^arn:.*:alias/', 'alias/') IN (SELECT value FROM wanted))
  OR s.key_id IS NOT NULL
GROUP BY u.reader, u.account_id, u.region, u.principal, u.key_arn, u.event_name, u.invoked_by,
  COALESCE(
    regexp_extract(u.context_of_use, '"(arn:aws[a-z-]*:s3:::[^/"]+)', 1),
    regexp_extract(u.context_of_use, '"(arn:[^"]+)"', 1),
    regexp_extract(u.context_of_use, '"([^"]*)"\s*:', 1) || ' ' || regexp_extract(u.context_of_use, ':\s*"([^"]*)"', 1),
    'not stated'
  )
