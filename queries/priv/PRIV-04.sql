/*
id: PRIV-04
title: What administrators changed
question: What did the sessions of administrator roles and permission sets change in the period, by service and call?
expect: measure
category:
  management: required
  data: optional
events: any
needs: [read_only, outcome, actor_type, actor_arn, actor_account_id, actor_name, actor_class, role_arn, role_name, permission_set, invoked_by, source_ip, resource]
settings:
  admin-roles: required
columns:
  account_id: Account the events were recorded in
  privilege: Role, permission set or user on the list
  actor_name: Who; for workloads the role
  actor_class: Kind of actor
  event_source: Service
  event_name: Call
  events: Times
  refused: Of the events, refused
  failed: Of the events, failed otherwise
  days: Days on which it was called
  resources: Different resources acted on
  addresses: Different source addresses
  first_time: First time, UTC
  last_time: Last time, UTC
  first_event_id: Id of the first event
  last_event_id: Id of the last event
key: [account_id, privilege, actor_name, actor_class, event_source, event_name]
limits: >-
  Calls that may change something, by roles and permission sets on the list admin-roles (name or ARN) and by users on it (ARN). The list is taken as it is: who has administrator rights without being on it does not show. Calls that
  services make for an administrator are left out, and writes of data show only where data events are recorded. The successful changes among them are in CHG-01, but for those it leaves out by name.
references:
  - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html
  - https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html
*/
WITH watched AS (
  SELECT
    CASE WHEN strpos(value, ':user/') > 0 THEN 'user' ELSE 'role' END AS kind,
    COALESCE(regexp_extract(value, '^AWSReservedSSO_(.+)_[0-9a-f]{16}$', 1), regexp_extract(value, '/AWSReservedSSO_([^/]+)_[0-9a-f]{16}$', 1), regexp_extract(value, '([^/]+)$', 1)) AS name,
    CASE WHEN starts_with(value, 'arn:') THEN split_part(value, ':', 5) ELSE 'any' END AS account
  FROM setting_admin_roles
), calls AS (
  SELECT
    account_id, actor_type, actor_arn, role_arn, role_name, permission_set, actor_account_id,
    CASE WHEN actor_class = 'workload' THEN COALESCE(role_name, actor_name) ELSE actor_name END AS actor_name,
    actor_class, event_source, event_name, outcome, resource, source_ip, event_day, event_time, event_id
  FROM events
  WHERE read_only = 'false'
    AND actor_type IN ('AssumedRole', 'IAMUser')
    AND actor_class <> 'aws-service'
    AND (invoked_by IS NULL OR invoked_by IN ('signin.amazonaws.com', 'console.amazonaws.com', 'AWS Internal'))
    AND NOT (event_source = 'signin.amazonaws.com' AND outcome <> 'success')
), named AS (
  SELECT
    account_id,
    CASE actor_type WHEN 'IAMUser' THEN 'user' ELSE 'role' END AS kind,
    CASE actor_type WHEN 'IAMUser' THEN regexp_extract(actor_arn, '([^/]+)$', 1)
      ELSE COALESCE(permission_set, role_name) END AS name,
    COALESCE(split_part(role_arn, ':', 5), actor_account_id, account_id) AS owner_account,
    actor_name, actor_class, event_source, event_name, outcome, resource, source_ip, event_day, event_time, event_id
  FROM calls
)
SELECT
  n.account_id,
  n.name AS privilege,
  n.actor_name,
  n.actor_class,
  n.event_source,
  n.event_name,
  count(*) AS events,
  count_if(n.outcome = 'denied') AS refused,
  count_if(n.outcome IN ('failed', 'throttled')) AS failed,
  count(DISTINCT n.event_day) AS days,
  count(DISTINCT n.resource) AS resources,
  count(DISTINCT n.source_ip) AS addresses,
  substr(min(n.event_time || n.event_id), 1, 20) AS first_time,
  substr(max(n.event_time || n.event_id), 1, 20) AS last_time,
  substr(min(n.event_time || n.event_id), 21) AS first_event_id,
  substr(max(n.event_time || n.event_id), 21) AS last_event_id
FROM named n
WHERE n.kind || ' ' || n.name || ' any' IN (SELECT kind || ' ' || name || ' ' || account FROM watched)
  OR n.kind || ' ' || n.name || ' ' || n.owner_account IN (SELECT kind || ' ' || name || ' ' || account FROM watched)
GROUP BY n.account_id, n.name, n.actor_name, n.actor_class, n.event_source, n.event_name
