/*
id: ERR-03
title: Enumeration bursts
question: Did anyone look through an account within minutes, calling many different read-only APIs, as somebody does who does not know it?
expect: none
category:
  management: required
events: any
needs: [event_category, read_only, outcome, actor_arn, actor_name, actor_class, role_arn, role_name, permission_set, invoked_by, console, source_ip, user_agent]
settings:
  deploy-roles: optional
  evidence-roles: optional
columns:
  account_id: Account the calls were recorded in
  principal: Who called; for workloads the role
  actor_class: Person, workload, root or other
  day: Day of the burst, UTC
  reason: Many different calls, many different refused calls, or many from the console
  calls: Different read-only calls in the busiest ten minutes of the day
  services: Services they belong to
  refused: Different calls that were refused in these ten minutes
  events: Calls in all in these ten minutes
  source_ips: Different addresses they came from
  first_time: First of them, UTC
  last_time: Last of them, UTC
  first_event_id: Event of the first
  last_event_id: Event of the last
key: [day, account_id, principal, actor_class]
limits: >-
  A burst is 30 different calls that list, describe or get things, in at least 6 services, within about ten minutes; or 10 different ones that were refused. Pages of the console make dozens of such
  calls by themselves, so these count from 100 different ones on; a caller who gives itself a console's user agent is taken for one. One row a principal and day. Left out are roles of the deploy-roles and evidence-roles lists, calls AWS services make, and roles of their
  own. An inventory or scanning tool that is not listed shows here; slow looking around does not (ERR-06 counts it).
references:
  - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
  - https://attack.mitre.org/tactics/TA0007/
*/
WITH
-- Who made at least ten different calls in the whole period: nobody else has a burst, and most workloads make the same few calls all day.
many AS (
  SELECT account_id, principal, actor_class
  FROM (
    SELECT
      account_id,
      CASE WHEN actor_class = 'person' THEN actor_name ELSE COALESCE(role_name, actor_name, 'not named') END AS principal,
      actor_class,
      event_source,
      event_name
    FROM events
    WHERE read_only = 'true'
      AND event_category = 'management'
      AND actor_class <> 'aws-service'
      AND (invoked_by IS NULL OR invoked_by IN ('AWS Internal', 'signin.amazonaws.com', 'console.amazonaws.com'))
      AND (starts_with(event_name, 'List') OR starts_with(event_name, 'Describe') OR starts_with(event_name, 'Get') OR starts_with(event_name, 'BatchGet') OR starts_with(event_name, 'Lookup') OR starts_with(event_name, 'Search'))
    GROUP BY account_id, CASE WHEN actor_class = 'person' THEN actor_name ELSE COALESCE(role_name, actor_name, 'not named') END, actor_class, event_source, event_name
  ) kinds
  GROUP BY account_id, principal, actor_class
  HAVING count(*) >= 10
),
reads AS (
  -- One row a principal, call and five minutes.
  SELECT
    account_id,
    principal,
    actor_class,
    five_minutes,
    event_source,
    event_name,
    by_page,
    source_ip,
    count(event_id) AS in_all,
    count_if(outcome = 'denied') AS refused,
    min(event_time || event_id) AS first_call,
    max(event_time || event_id) AS last_call
  FROM (
    SELECT
      event_id,
      event_time,
      account_id,
      CASE WHEN actor_class = 'person' THEN actor_name ELSE COALESCE(role_name, actor_name, 'not named') END AS principal,
      actor_class,
      substr(event_time, 1, 15) || CASE WHEN substr(event_time, 16, 1) < '5' THEN '0' ELSE '5' END AS five_minutes,
      event_source,
      event_name,
      -- What stands behind the console's pages calls without the console's mark.
      CASE WHEN console = 'true' OR user_agent = 'AWS Internal' OR strpos(user_agent, 'aws-internal/') > 0 THEN 'true' ELSE 'false' END AS by_page,
      source_ip,
      outcome
    FROM events
    WHERE read_only = 'true'
      AND event_category = 'management'
      AND actor_class <> 'aws-service'
      AND (invoked_by IS NULL OR invoked_by IN ('AWS Internal', 'signin.amazonaws.com', 'console.amazonaws.com'))
      AND (starts_with(event_name, 'List') OR starts_with(event_name, 'Describe') OR starts_with(event_name, 'Get') OR starts_with(event_name, 'BatchGet') OR starts_with(event_name, 'Lookup') OR starts_with(event_name, 'Search'))
      AND NOT COALESCE(role_name IN (SELECT value FROM setting_deploy_roles) OR permission_set IN (SELECT value FROM setting_deploy_roles) OR role_arn IN (SELECT value FROM setting_deploy_roles) OR actor_arn IN (SELECT value FROM setting_deploy_roles), false)
      AND COALESCE(role_name, '') NOT IN (SELECT value FROM setting_evidence_roles)
      AND COALESCE(role_arn, '') NOT IN (SELECT value FROM setting_evidence_roles)
  ) looks
  -- Actors without a name too.
  WHERE account_id || ' ' || actor_class || ' ' || COALESCE(principal, '') IN (SELECT account_id || ' ' || actor_class || ' ' || COALESCE(principal, '') FROM many)
  GROUP BY account_id, principal, actor_class, five_minutes, event_source, event_name, by_page, source_ip
),
windows AS (
  -- Ten minutes that begin every five: each five minutes stand in two of them, so that no burst is cut by the clock.
  SELECT
    account_id,
    principal,
    actor_class,
    ten_minutes,
    count(DISTINCT event_source || ' ' || event_name) AS calls,
    count(DISTINCT event_source) AS services,
    count(DISTINCT CASE WHEN refused > 0 THEN event_source || ' ' || event_name END) AS refused,
    count(DISTINCT CASE WHEN by_page = 'false' THEN event_source || ' ' || event_name END) AS program_calls,
    count(DISTINCT CASE WHEN by_page = 'false' THEN event_source END) AS program_services,
    count(DISTINCT CASE WHEN by_page = 'false' AND refused > 0 THEN event_source || ' ' || event_name END) AS program_refused,
    CAST(sum(in_all) AS bigint) AS events,
    count(DISTINCT source_ip) AS source_ips,
    min(first_call) AS first_call,
    max(last_call) AS last_call
  FROM (
    SELECT
      r.account_id, r.principal, r.actor_class, r.event_source, r.event_name, r.by_page, r.source_ip, r.in_all, r.refused, r.first_call, r.last_call,
      date_diff('minute', from_iso8601_timestamp('2000-01-01T00:00:00Z'), from_iso8601_timestamp(r.five_minutes || ':00Z')) / 5 - CAST(s.value AS bigint) AS ten_minutes
    FROM reads r
    CROSS JOIN UNNEST(split('0,1', ',')) AS s(value)
  ) shifted
  GROUP BY account_id, principal, actor_class, ten_minutes
),
bursts AS (
  SELECT
    account_id, principal, actor_class, calls, services, refused, events, source_ips, first_call, last_call,
    substr(first_call, 1, 10) AS day,
    CASE
      WHEN program_refused >= 10 THEN 'many refused calls'
      WHEN program_calls >= 30 AND program_services >= 6 THEN 'many different calls'
      ELSE 'many from the console'
    END AS reason,
    row_number() OVER (
      PARTITION BY account_id, principal, actor_class, substr(first_call, 1, 10)
      ORDER BY CASE WHEN program_refused >= 10 THEN 0 ELSE 1 END, calls DESC, events DESC, first_call, ten_minutes
    ) AS place
  FROM windows
  WHERE (program_calls >= 30 AND program_services >= 6) OR program_refused >= 10 OR calls >= 100
)
SELECT
  account_id,
  principal,
  actor_class,
  day,
  reason,
  calls,
  services,
  refused,
  events,
  source_ips,
  substr(first_call, 1, 20) AS first_time,
  substr(last_call, 1, 20) AS last_time,
  substr(first_call, 21) AS first_event_id,
  substr(last_call, 21) AS last_event_id
FROM bursts
WHERE place = 1
