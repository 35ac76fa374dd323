/*
id: CHG-07
title: Destructive operations
question: Who deleted, terminated or purged what, how often, and was it done in bulk?
expect: measure
category:
  management: required
  data: optional
events: any
needs: [read_only, outcome, actor_arn, actor_principal_id, actor_name, actor_class, role_name, invoked_by, console, resource]
columns:
  account_id: Account the events were recorded in
  actor_name: Who made the calls; a role without its sessions, unless a person's
  actor_class: Kind of actor (person, workload, root, AWS service)
  event_source: Service that was called
  event_name: What was called
  through: AWS service that made the calls for the actor
  events: Successful calls
  resources: Different things they named, as far as the column resource can tell
  active_hours: Hours of the period with such a call
  busiest_hour: Hour with most of them, UTC
  busiest_hour_events: Calls in that hour
  bulk: Twenty or more in one hour (yes, no)
  in_console: Of the calls, made from the console
  first_time: First of them
  last_time: Last of them
  first_event_id: Id of the first
  last_event_id: Id of the last
key: [account_id, actor_class, actor_name, event_source, event_name, through]
limits: >-
  Told from the name of the call: Delete, BatchDelete, Terminate, Purge, Deregister, Release, Empty, Destroy, Abort and the scheduled deletion of keys. What a lifecycle or retention rule removes inside a service
  (lifecycle expiry, log retention, item expiry) makes no such call. Deletes of objects, items and messages show only where data events are recorded; acknowledging a queue message,
  and log streams that go with their group, are left out. Refused and failed calls are left out.
references:
  - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-management-events-with-cloudtrail.html
  - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html
*/
WITH hours AS (
  SELECT
    account_id,
    CASE WHEN actor_class = 'person' THEN COALESCE(actor_name, actor_arn, actor_principal_id, 'unknown') ELSE COALESCE(role_name, actor_name, actor_arn, actor_principal_id, 'unknown') END AS actor_name,
    actor_class,
    event_source,
    event_name,
    CASE WHEN invoked_by <> 'AWS Internal' AND actor_class <> 'aws-service' THEN invoked_by END AS through,
    substr(event_time, 1, 13) AS hour,
    resource,
    count(*) AS events,
    count_if(console = 'true') AS in_console,
    min(event_time || event_id) AS first_moment,
    max(event_time || event_id) AS last_moment
  FROM events
  WHERE read_only = 'false'
    AND outcome = 'success'
    AND (
      starts_with(event_name, 'Delete') OR starts_with(event_name, 'BatchDelete') OR starts_with(event_name, 'Terminate') OR starts_with(event_name, 'Purge')
      OR starts_with(event_name, 'Deregister') OR starts_with(event_name, 'Release') OR starts_with(event_name, 'Empty') OR starts_with(event_name, 'Destroy')
      OR starts_with(event_name, 'Abort') OR (event_name = 'ScheduleKeyDeletion' AND event_source = 'kms.amazonaws.com')
    )
    AND NOT (event_source IN ('sqs.amazonaws.com', 'ec2messages.amazonaws.com') AND event_name IN ('DeleteMessage', 'DeleteMessageBatch'))
    AND NOT (event_source = 'logs.amazonaws.com' AND event_name = 'DeleteLogStream')
    AND NOT (event_source = 's3.amazonaws.com' AND event_name = 'AbortMultipartUpload')
  GROUP BY
    account_id,
    CASE WHEN actor_class = 'person' THEN COALESCE(actor_name, actor_arn, actor_principal_id, 'unknown') ELSE COALESCE(role_name, actor_name, actor_arn, actor_principal_id, 'unknown') END,
    actor_class, event_source, event_name,
    CASE WHEN invoked_by <> 'AWS Internal' AND actor_class <> 'aws-service' THEN invoked_by END,
    substr(event_time, 1, 13),
    resource
),
by_hour AS (
  SELECT
    account_id, actor_name, actor_class, event_source, event_name, through, hour, resource, events, in_console, first_moment, last_moment,
    sum(events) OVER (PARTITION BY account_id, actor_name, actor_class, event_source, event_name, through, hour) AS events_of_hour
  FROM hours
)
SELECT
  account_id,
  actor_name,
  actor_class,
  event_source,
  event_name,
  through,
  CAST(sum(events) AS bigint) AS events,
  count(DISTINCT resource) AS resources,
  count(DISTINCT hour) AS active_hours,
  substr(max_by(hour, lpad(CAST(CAST(events_of_hour AS bigint) AS varchar), 18, '0') || hour), 1, 13) || ':00:00Z' AS busiest_hour,
  CAST(max(events_of_hour) AS bigint) AS busiest_hour_events,
  CASE WHEN max(events_of_hour) >= 20 THEN 'yes' ELSE 'no' END AS bulk,
  CAST(sum(in_console) AS bigint) AS in_console,
  substr(min(first_moment), 1, 20) AS first_time,
  substr(max(last_moment), 1, 20) AS last_time,
  substr(min(first_moment), 21) AS first_event_id,
  substr(max(last_moment), 21) AS last_event_id
FROM by_hour
GROUP BY account_id, actor_name, actor_class, event_source, event_name, through
