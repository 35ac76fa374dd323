/*
id: PRIV-03
title: Break-glass use
question: Were the emergency roles or users used in the period, by whom, for how long, and what was done?
expect: none
category:
  management: required
  data: optional
events: any
context:
  sts.amazonaws.com: [AssumeRole, AssumeRoleWithSAML, AssumeRoleWithWebIdentity]
needs: [read_only, outcome, actor_type, actor_arn, actor_account_id, actor_name, role_arn, role_name, session_name, session_started, source_identity,
  source_ip, request_parameters]
settings:
  break-glass-roles: required
columns:
  account_id: Account of the role or user
  principal: Emergency role or user
  session_name: Name of the session, chosen by who opened it
  opened_by: Who opened it, where the period's records say
  source_identity: Source identity of the session
  session_started: When the session began, UTC; the day, where it has no beginning
  first_time: First event, UTC
  last_time: Last event, UTC
  events: Events in the session, opening it included
  changes: Of the events, successful changes
  services: Services called
  addresses: Source addresses
  first_event_id: Id of the first event
  last_event_id: Id of the last event
key: [account_id, principal, session_name, session_started]
limits: >-
  There is a row for each session of a role or permission set on the list break-glass-roles (name or ARN), and for each day and session of a user on it (ARN). Opening a session counts as use; a refused attempt to open one does not.
  The calls themselves are in the logs between the two times; reads and writes of data show only where data events are recorded. What a session did through a further role counts as that role's. What was changed is in CHG-01, under the session's name.
references:
  - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html
  - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html
*/
WITH watched AS (
  SELECT DISTINCT
    CASE WHEN strpos(value, ':user/') > 0 THEN 'user' ELSE 'role' END AS kind,
    COALESCE(regexp_extract(value, '^AWSReservedSSO_(.+)_[0-9a-f]{16}$', 1), regexp_extract(value, '/AWSReservedSSO_([^/]+)_[0-9a-f]{16}$', 1), regexp_extract(value, '([^/]+)$', 1)) AS name,
    CASE WHEN starts_with(value, 'arn:') THEN split_part(value, ':', 5) ELSE 'any' END AS account
  FROM setting_break_glass_roles
),
-- What happened in sessions of roles, what opened them, and what users did with credentials of their own.
happened AS (
  SELECT
    'use' AS part, 'role' AS kind,
    COALESCE(split_part(role_arn, ':', 5), actor_account_id, account_id) AS owner_account, role_name AS name, session_name, source_identity, session_started,
    event_id, event_time, event_source, read_only, outcome, source_ip, actor_name, actor_type
  FROM events
  WHERE actor_type = 'AssumedRole' AND role_name IS NOT NULL
    AND NOT (event_source = 'signin.amazonaws.com' AND outcome <> 'success')
  UNION ALL
  SELECT
    'opening' AS part, 'role' AS kind,
    split_part(json_extract_scalar(request_parameters, '$.roleArn'), ':', 5) AS owner_account,
    regexp_extract(json_extract_scalar(request_parameters, '$.roleArn'), '([^/]+)$', 1) AS name,
    json_extract_scalar(request_parameters, '$.roleSessionName') AS session_name,
    json_extract_scalar(request_parameters, '$.sourceIdentity') AS source_identity,
    CAST(NULL AS varchar) AS session_started,
    event_id, event_time, event_source, read_only, outcome, source_ip, actor_name, actor_type
  FROM events
  WHERE event_source = 'sts.amazonaws.com' AND event_name IN ('AssumeRole', 'AssumeRoleWithSAML', 'AssumeRoleWithWebIdentity')
    AND outcome = 'success'
  UNION ALL
  SELECT
    'use' AS part, 'user' AS kind,
    actor_account_id AS owner_account, regexp_extract(actor_arn, '([^/]+)$', 1) AS name, CAST(NULL AS varchar) AS session_name, source_identity, session_started,
    event_id, event_time, event_source, read_only, outcome, source_ip, CAST(NULL AS varchar) AS actor_name, actor_type
  FROM events
  WHERE actor_type = 'IAMUser' AND actor_arn IS NOT NULL
    AND NOT (event_source = 'signin.amazonaws.com' AND outcome <> 'success')
),
of_watched AS (
  SELECT DISTINCT
    h.part, h.kind, h.owner_account, h.name, COALESCE(h.session_name, '') AS session_name, h.source_identity, h.session_started,
    h.event_id, h.event_time, h.event_source, h.read_only, h.outcome, h.source_ip, h.actor_name, h.actor_type
  FROM happened h
  JOIN watched w
    ON w.kind = h.kind
    AND w.name = COALESCE(regexp_extract(h.name, '^AWSReservedSSO_(.+)_[0-9a-f]{16}$', 1), h.name)
    AND w.account IN ('any', h.owner_account)
),
begun AS (
  SELECT DISTINCT kind, owner_account, name, session_name, session_started
  FROM of_watched
  WHERE session_started IS NOT NULL
),
-- An opening and a sign-in carry no beginning of their own: they belong to the session that began within a minute of them.
placed AS (
  SELECT
    o.part, o.kind, o.owner_account, o.name, o.session_name, o.event_id, o.event_time,
    min(b.session_started) AS session_started
  FROM of_watched o
  JOIN begun b
    ON b.kind = o.kind AND b.owner_account = o.owner_account AND b.name = o.name AND b.session_name = o.session_name
  WHERE o.session_started IS NULL
    AND abs(date_diff('second', TRY(from_iso8601_timestamp(b.session_started)), TRY(from_iso8601_timestamp(o.event_time)))) <= 60
  GROUP BY o.part, o.kind, o.owner_account, o.name, o.session_name, o.event_id, o.event_time
),
in_sessions AS (
  SELECT
    o.part, o.kind, o.owner_account, o.name, o.session_name, o.source_identity,
    COALESCE(
      o.session_started, p.session_started,
      CASE WHEN o.kind = 'user' THEN substr(o.event_time, 1, 10) ELSE o.event_time END
    ) AS session_started,
    o.event_id, o.event_time, o.event_source, o.read_only, o.outcome, o.source_ip, o.actor_name, o.actor_type
  FROM of_watched o
  LEFT JOIN placed p
    ON p.part = o.part AND p.kind = o.kind AND p.owner_account = o.owner_account AND p.name = o.name AND p.session_name = o.session_name
    AND p.event_id = o.event_id AND p.event_time = o.event_time
)
SELECT
  owner_account AS account_id,
  kind || ' ' || name AS principal,
  NULLIF(session_name, '') AS session_name,
  min_by(CASE WHEN part = 'opening' THEN COALESCE(actor_name, 'not stated') END,
    CASE WHEN part <> 'opening' THEN '3' WHEN actor_type = 'AWSAccount' THEN '2' ELSE '1' END || event_time || event_id) AS opened_by,
  max(source_identity) AS source_identity,
  session_started,
  min(event_time) AS first_time,
  max(event_time) AS last_time,
  count(*) AS events,
  count_if(part = 'use' AND read_only = 'false' AND outcome = 'success') AS changes,
  substr(array_join(array_agg(DISTINCT event_source ORDER BY event_source), ', '), 1, 1000) || CASE WHEN length(array_join(array_agg(DISTINCT event_source ORDER BY event_source), ', ')) > 1000 THEN '…' ELSE '' END AS services,
  substr(array_join(array_agg(DISTINCT source_ip ORDER BY source_ip), ', '), 1, 1000) || CASE WHEN length(array_join(array_agg(DISTINCT source_ip ORDER BY source_ip), ', ')) > 1000 THEN '…' ELSE '' END AS addresses,
  min_by(event_id, event_time || event_id) AS first_event_id,
  max_by(event_id, event_time || event_id) AS last_event_id
FROM in_sessions
GROUP BY owner_account, kind, name, session_name, session_started
