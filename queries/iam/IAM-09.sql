/*
id: IAM-09
title: Principals by activity
question: Which users and roles were active in the period, when first and last, with how long a silence between, and which were created but never used?
expect: measure
category:
  management: required
  data: optional
events: any
context:
  iam.amazonaws.com: [CreateUser, CreateRole, CreateAccessKey]
needs: [outcome, actor_type, actor_arn, actor_account_id, actor_name, actor_class, access_key_id, role_arn, role_name, request_parameters, response_elements]
columns:
  account_id: Account the events were recorded in
  principal: User, role, person of Identity Center or root; or a key made in the period that was never used
  actor_class: Kinds of actor it was
  status: Seen, created and used, or created and never used
  created: When it was created, where that was in the period, UTC
  active_days: Days with events
  longest_silence_days: Longest run of days without an event between two with one
  events: Events
  first_time: First event, or the creation of what was never used, UTC
  last_time: Last event, UTC
  first_event_id: Id of the first event
  last_event_id: Id of the last event
key: [account_id, principal]
limits: >-
  Only what the period shows: a principal that was not active and not created in it is not in the list, and whether it was new or dormant before shows by comparing packs. A principal that was used only for data shows only where data
  events are recorded. Sessions of a role count as that role, failed sign-ins not at all. What was created and deleted again in the period is listed as created.
references:
  - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_finding-unused.html
  - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html
*/
WITH used AS (
  SELECT
    account_id,
    actor_account_id,
    CASE
      WHEN actor_type = 'Root' THEN 'root'
      WHEN actor_type = 'AssumedRole' AND starts_with(role_name, 'AWSReservedSSO_') THEN actor_name
      WHEN actor_type = 'AssumedRole' THEN role_arn
      ELSE COALESCE(actor_arn, actor_name)
    END AS principal,
    CASE WHEN actor_type = 'AssumedRole' AND NOT COALESCE(starts_with(role_name, 'AWSReservedSSO_'), false) THEN COALESCE(role_name, actor_name) END AS role_name,
    CASE WHEN access_key_id LIKE 'AKIA%' THEN access_key_id END AS long_key,
    actor_class, event_day,
    count(*) AS events,
    min(event_time || event_id) AS first_event,
    max(event_time || event_id) AS last_event
  FROM events
  WHERE actor_type IN ('Root', 'IAMUser', 'AssumedRole', 'IdentityCenterUser')
    AND actor_class <> 'aws-service'
    AND NOT (event_source = 'signin.amazonaws.com' AND outcome <> 'success')
  GROUP BY
    account_id,
    actor_account_id,
    CASE
      WHEN actor_type = 'Root' THEN 'root'
      WHEN actor_type = 'AssumedRole' AND starts_with(role_name, 'AWSReservedSSO_') THEN actor_name
      WHEN actor_type = 'AssumedRole' THEN role_arn
      ELSE COALESCE(actor_arn, actor_name)
    END,
    CASE WHEN actor_type = 'AssumedRole' AND NOT COALESCE(starts_with(role_name, 'AWSReservedSSO_'), false) THEN COALESCE(role_name, actor_name) END,
    CASE WHEN access_key_id LIKE 'AKIA%' THEN access_key_id END,
    actor_class, event_day
),
-- A sign-in names a role without its ARN; an account has one role of a name.
named AS (
  SELECT
    account_id,
    CASE WHEN role_name IS NULL THEN principal ELSE COALESCE(principal, max(principal) OVER (PARTITION BY account_id, actor_account_id, role_name), role_name) END AS principal,
    long_key, actor_class, event_day, events, first_event, last_event
  FROM used
),
made AS (
  SELECT
    account_id, event_time || event_id AS made_event,
    COALESCE(
      json_extract_scalar(response_elements, '$.user.arn'),
      json_extract_scalar(response_elements, '$.role.arn'),
      json_extract_scalar(response_elements, '$.accessKey.accessKeyId')
    ) AS principal,
    COALESCE(json_extract_scalar(response_elements, '$.accessKey.userName'), json_extract_scalar(request_parameters, '$.userName'), actor_name) AS key_of
  FROM events
  WHERE event_source = 'iam.amazonaws.com' AND event_name IN ('CreateUser', 'CreateRole', 'CreateAccessKey') AND outcome = 'success'
),
-- A day of a principal or of a long-lived key, or the making of one; each under the principal's or the key's name.
parts AS (
  SELECT u.account_id, n.value AS principal, 'use' AS part, u.actor_class, u.event_day, u.events, u.first_event, u.last_event, CAST(NULL AS varchar) AS made_event, CAST(NULL AS varchar) AS key_of
  FROM named u
  CROSS JOIN UNNEST(split(u.principal || COALESCE(chr(10) || u.long_key, ''), chr(10))) AS n(value)
  UNION ALL
  SELECT account_id, principal, 'made' AS part, CAST(NULL AS varchar) AS actor_class, CAST(NULL AS varchar) AS event_day, CAST(0 AS bigint) AS events,
    CAST(NULL AS varchar) AS first_event, CAST(NULL AS varchar) AS last_event, made_event, key_of
  FROM made
  WHERE principal IS NOT NULL
),
spaced AS (
  SELECT
    account_id, principal, actor_class, event_day, events, first_event, last_event, made_event, key_of,
    lag(event_day) OVER (PARTITION BY account_id, principal, part ORDER BY event_day, first_event) AS day_before
  FROM parts
),
summed AS (
  SELECT
    account_id,
    principal,
    array_join(array_agg(DISTINCT actor_class ORDER BY actor_class), ', ') AS actor_class,
    max(made_event) AS made_event,
    max(key_of) AS key_of,
    count(DISTINCT event_day) AS active_days,
    max(CASE WHEN day_before < event_day
      THEN date_diff('day', from_iso8601_timestamp(day_before || 'T00:00:00Z'), from_iso8601_timestamp(event_day || 'T00:00:00Z')) - 1 ELSE 0 END) AS longest_silence_days,
    CAST(sum(events) AS bigint) AS events,
    COALESCE(min(first_event), max(made_event)) AS first_event,
    COALESCE(max(last_event), max(made_event)) AS last_event
  FROM spaced
  GROUP BY account_id, principal
)
SELECT
  account_id,
  CASE WHEN starts_with(principal, 'AKIA') THEN 'key …' || regexp_extract(principal, '(.{4})$', 1) || ' of ' || COALESCE(key_of, 'a user not stated') ELSE principal END AS principal,
  NULLIF(actor_class, '') AS actor_class,
  CASE WHEN made_event IS NULL THEN 'seen' WHEN events = 0 THEN 'created, never used' ELSE 'created and used' END AS status,
  substr(made_event, 1, 20) AS created,
  active_days,
  CAST(longest_silence_days AS bigint) AS longest_silence_days,
  events,
  substr(first_event, 1, 20) AS first_time,
  CASE WHEN events > 0 THEN substr(last_event, 1, 20) END AS last_time,
  substr(first_event, 21) AS first_event_id,
  substr(last_event, 21) AS last_event_id
FROM summed
-- A key in use is in IAM-07; here only one that was made for nothing.
WHERE NOT starts_with(principal, 'AKIA') OR (events = 0 AND made_event IS NOT NULL)
