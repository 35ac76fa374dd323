/*
id: ERR-04
title: Unusual activity reported by CloudTrail Insights
question: When did CloudTrail itself find the rate of calls or of errors unusual, and for how long?
expect: population
category:
  insight: required
events: any
needs: [event_category, shared_event_id]
columns:
  account_id: Account the activity was in
  region: AWS region
  insight: CloudTrail's id of the unusual activity, which its start and its end share
  began: When it began, UTC, or when the period first hears of it
  ended: When it ended, UTC; empty where the period holds one record of it only
  minutes: Whole minutes between the two
  events: Records of it in the period - two when it began and ended there
  first_event_id: Event of the first
  last_event_id: Event of the last
key: [began, account_id, region, insight]
limits: Which call was unusual, by how much and by whom stands in the record's insightDetails, which the log object holds and these rows do not. With one record only, the activity began before the period or ended after it. Insights are kept only where a trail asks for them, and need about a day and a half to learn what is usual.
references:
  - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-insights-events-with-cloudtrail.html
  - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-insights-fields-trails.html
*/
SELECT
  account_id,
  region,
  COALESCE(shared_event_id, event_id) AS insight,
  min(event_time) AS began,
  CASE WHEN count(event_id) > 1 THEN max(event_time) END AS ended,
  CASE WHEN count(event_id) > 1 THEN date_diff('minute', from_iso8601_timestamp(min(event_time)), from_iso8601_timestamp(max(event_time))) END AS minutes,
  count(event_id) AS events,
  substr(min(event_time || event_id), 21) AS first_event_id,
  substr(max(event_time || event_id), 21) AS last_event_id
FROM events
WHERE event_category = 'insight'
GROUP BY account_id, region, COALESCE(shared_event_id, event_id)
