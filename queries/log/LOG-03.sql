/*
id: LOG-03
title: Trails and event data stores weakened
question: Did any change in the period make a trail or event data store record less, or protect what it records less?
expect: none
category:
  management: required
events:
  cloudtrail.amazonaws.com: [UpdateTrail, PutEventSelectors, PutInsightSelectors, UpdateEventDataStore]
needs: [outcome, actor_name, actor_class, invoked_by, console, source_ip, resource, request_parameters]
settings:
  log-buckets: optional
columns:
  event_time: When, UTC
  account_id: Account the event was recorded in
  region: AWS region
  actor_name: Who
  actor_class: Kind of actor
  event_name: Call
  effect: What is recorded or protected less
  trail: Trail or event data store
  source_ip: From where
  console: Made from the AWS console
  invoked_by: AWS service that made the call for the actor, if any
  event_id: Event id
  source_file: Log object
limits: >-
  Successful calls whose parameters ask for less; whether the trail recorded more before is mostly not in the event, and the console repeats settings that stay. Data events count as left out only where an earlier call
  of the period chose them. A bucket counts as another where it is not on the list log-buckets; without a list, where the call was not made from the console. Stopped and deleted trails are in LOG-02.
references:
  - https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_UpdateTrail.html
  - https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutEventSelectors.html
  - https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedFieldSelector.html
*/
WITH calls AS (
  SELECT
    event_id, event_time, account_id, region, actor_name, actor_class, event_name, source_ip, console, invoked_by, source_file,
    COALESCE(
      json_extract_scalar(request_parameters, '$.name'),
      json_extract_scalar(request_parameters, '$.trailName'),
      json_extract_scalar(request_parameters, '$.eventDataStore'),
      resource
    ) AS trail,
    json_extract_scalar(request_parameters, '$.s3BucketName') AS bucket,
    json_extract_scalar(request_parameters, '$.kmsKeyId') AS kms_key,
    lower(COALESCE(request_parameters, '')) AS asked
  FROM events
  WHERE event_source = 'cloudtrail.amazonaws.com'
    AND event_name IN ('UpdateTrail', 'PutEventSelectors', 'PutInsightSelectors', 'UpdateEventDataStore')
    AND outcome = 'success'
), kept_list AS (
  SELECT count(*) AS entries FROM setting_log_buckets
), read AS (
  SELECT
    c.event_id, c.event_time, c.account_id, c.region, c.actor_name, c.actor_class, c.event_name, c.source_ip, c.console, c.invoked_by, c.source_file, c.trail,
    c.bucket, c.kms_key, c.asked, b.value AS listed_bucket, k.entries,
    CASE
      WHEN strpos(c.asked, '"advancedeventselectors"') > 0 THEN 'advanced'
      WHEN strpos(c.asked, '"eventselectors"') > 0 THEN 'basic'
    END AS selectors,
    -- The fields of the advanced selector that chooses management events: flat objects in one list.
    regexp_extract(c.asked, '\[((\{[^{}]*\},? *)*\{[^{}]*"management"[^{}]*\}(,? *\{[^{}]*\})*)\]', 1) AS management,
    CASE WHEN regexp_like(c.asked, '"dataresources" *: *\[ *\{|"resources.type"') THEN 1 ELSE 0 END AS data_events
  FROM calls c
  CROSS JOIN kept_list k
  LEFT JOIN (SELECT DISTINCT value FROM setting_log_buckets) b ON b.value = c.bucket
), compared AS (
  SELECT
    event_id, event_time, account_id, region, actor_name, actor_class, event_name, source_ip, console, invoked_by, source_file, trail,
    bucket, kms_key, asked, listed_bucket, entries, selectors, management, data_events,
    lag(data_events) OVER (PARTITION BY account_id, COALESCE(regexp_extract(trail, '([^/]+)$', 1), ''), selectors IS NULL ORDER BY event_time, event_id) AS data_events_before
  FROM read
), judged AS (
  SELECT
    event_id, event_time, account_id, region, actor_name, actor_class, event_name, source_ip, console, invoked_by, source_file, trail,
    CASE
      WHEN event_name IN ('UpdateTrail', 'UpdateEventDataStore') THEN
        CASE WHEN regexp_like(asked, '"(ismultiregiontrail|multiregionenabled)" *: *"?false') THEN 'one region only; ' ELSE '' END
        || CASE WHEN regexp_like(asked, '"includeglobalserviceevents" *: *"?false') THEN 'global services left out; ' ELSE '' END
        || CASE WHEN regexp_like(asked, '"(isorganizationtrail|organizationenabled)" *: *"?false') THEN 'member accounts left out; ' ELSE '' END
        || CASE WHEN regexp_like(asked, '"enablelogfilevalidation" *: *"?false') THEN 'file validation off; ' ELSE '' END
        || CASE WHEN kms_key = '' THEN 'encryption key removed; ' ELSE '' END
        || CASE WHEN regexp_like(asked, '"cloudwatchlogsloggrouparn" *: *""') THEN 'delivery to CloudWatch Logs removed; ' ELSE '' END
        || CASE WHEN regexp_like(asked, '"terminationprotectionenabled" *: *"?false') THEN 'termination protection off; ' ELSE '' END
        || CASE WHEN bucket <> '' AND listed_bucket IS NULL AND (entries > 0 OR console = 'false') THEN 'logs sent to bucket ' || bucket || '; ' ELSE '' END
      WHEN event_name = 'PutInsightSelectors' THEN CASE WHEN regexp_like(asked, '"insightselectors" *: *\[ *\]') THEN 'insights switched off; ' ELSE '' END
      ELSE ''
    END
    || CASE
      WHEN selectors = 'advanced' THEN
        CASE WHEN management IS NULL THEN 'management events left out; ' ELSE '' END
        || CASE WHEN strpos(management, '"readonly"') > 0 THEN 'reads or writes left out; ' ELSE '' END
        || CASE WHEN regexp_like(management, '"(eventsource|eventname|eventtype|useridentity.arn|sessioncredentialfromconsole)"') THEN 'calls of some services left out; ' ELSE '' END
      WHEN selectors = 'basic' THEN
        CASE WHEN regexp_like(asked, '"includemanagementevents" *: *"?false') AND NOT regexp_like(asked, '"includemanagementevents" *: *"?true') THEN 'management events left out; '
          WHEN (strpos(asked, '"readonly"') > 0) <> (strpos(asked, '"writeonly"') > 0) AND NOT regexp_like(asked, '"readwritetype" *: *"all"') THEN 'reads or writes left out; '
          ELSE '' END
        || CASE WHEN regexp_like(asked, '"excludemanagementeventsources" *: *\[ *"') THEN 'calls of some services left out; ' ELSE '' END
      ELSE ''
    END
    || CASE WHEN selectors IS NOT NULL AND data_events = 0 AND data_events_before = 1 THEN 'data events left out; ' ELSE '' END AS effect
  FROM compared
)
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  actor_class,
  event_name,
  regexp_replace(effect, '; $', '') AS effect,
  trail,
  source_ip,
  console,
  invoked_by,
  event_id,
  source_file
FROM judged
WHERE effect <> ''
