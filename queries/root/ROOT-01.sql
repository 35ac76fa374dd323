/*
id: ROOT-01
title: Root user activity
question: Did anyone use the root user of an account in the period, or open a root session in a member account?
expect: none
category:
  management: required
  data: optional
events: any
needs: [event_type, read_only, outcome, actor_type, actor_name, access_key_id, invoked_by, console, source_ip, resource]
columns:
  first_time: When, UTC (first event of the line)
  last_time: Last event of the line, UTC
  account_id: Account the event was recorded in
  region: AWS region (several for a line of reads)
  actor_name: Who
  event_source: Service (several for a line of reads)
  event_name: Call, or "read-only calls"
  resource: What was acted on
  outcome: success, denied, throttled or failed
  credential: Signed in to the console, with a long-lived key, or with a temporary key
  source_ip: From where
  events: Events in the line
  first_event_id: Id of the first event
  last_event_id: Id of the last event
key: [first_time, account_id, first_event_id]
limits: >-
  Each sign-in and each call that may change something is a line; read-only calls are one line a day, address, credential and outcome, since opening one
  console page makes dozens. Calls that AWS refused are listed, for the root user was at work; failed sign-ins as root are in AUTH-03. Calls that
  AWS services make with the root identity are left out. Who sat at the keyboard is not in the log.
references:
  - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user.html
  - https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-track-privileged-tasks.html
  - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html
*/
WITH used AS (
  SELECT
    event_id, event_time, event_day, account_id, region, actor_name, event_source, event_name, resource, outcome, source_ip,
    CASE
      WHEN access_key_id LIKE 'AKIA%' THEN 'long-lived key'
      WHEN console = 'true' THEN 'console'
      WHEN access_key_id IS NOT NULL THEN 'temporary key'
      ELSE 'not stated'
    END AS credential,
    CASE WHEN read_only = 'true' AND event_name <> 'AssumeRoot' THEN 'read' ELSE 'act' END AS kind
  FROM events
  WHERE (
      actor_type = 'Root'
      -- Old records of console calls name the sign-in service here; those are the root user's own.
      AND (invoked_by IS NULL OR invoked_by IN ('signin.amazonaws.com', 'AWS Internal'))
      AND COALESCE(event_type, 'AwsApiCall') <> 'AwsServiceEvent'
      AND (event_source <> 'signin.amazonaws.com' OR (outcome = 'success' AND event_name <> 'CheckMfa'))
    )
    OR (event_source = 'sts.amazonaws.com' AND event_name = 'AssumeRoot' AND outcome = 'success')
)
SELECT
  min(event_time) AS first_time,
  max(event_time) AS last_time,
  account_id,
  array_join(array_agg(DISTINCT region ORDER BY region), ', ') AS region,
  actor_name,
  array_join(array_agg(DISTINCT event_source ORDER BY event_source), ', ') AS event_source,
  CASE WHEN kind = 'read' THEN 'read-only calls' ELSE min(event_name) END AS event_name,
  CASE WHEN kind = 'act' THEN min(resource) END AS resource,
  outcome,
  credential,
  source_ip,
  count(*) AS events,
  min_by(event_id, event_time || event_id) AS first_event_id,
  max_by(event_id, event_time || event_id) AS last_event_id
FROM used
GROUP BY account_id, actor_name, outcome, credential, source_ip, kind, CASE WHEN kind = 'read' THEN event_day ELSE event_id END
