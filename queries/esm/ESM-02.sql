/*
id: ESM-02
title: Event source mappings disabled by error
question: Did Lambda stop reading a queue or stream for a function because of an error?
expect: none
category:
  management: required
  data: optional
events:
  lambda.amazonaws.com: [LambdaESMDisabled]
context:
  lambda.amazonaws.com: [UpdateEventSourceMapping]
needs: [outcome, error_code, resource_arns, request_parameters, response_elements, service_event_details]
settings: {}
lead_in: false
columns:
  event_time: When, UTC
  account_id: Account the event was recorded in
  region: AWS region of the mapping
  function_name: Function, by name, where the record has it
  reads_from: Queue, stream or table the function reads, where the record has it
  mapping_id: Id of the mapping, where the record has it
  reason: Why, as Lambda states it
  enabled_again: When the mapping was switched on again within the period; empty if it was not, or the record names no mapping
  event_id: 'CloudTrail''s id of the event'
  source_file: Log object the event stands in
key: [event_time, account_id, event_id]
limits: >-
  Lambda records this for queues (SQS), DynamoDB streams and Kinesis only, and by default: no trail needs to select it. Mappings of other sources that
  stop, and mappings that somebody switches off (ESM-01), are not here. What waited in the source meanwhile is not in CloudTrail.
references:
  - https://docs.aws.amazon.com/lambda/latest/dg/logging-using-cloudtrail.html
  - https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html
*/
WITH stopped AS (
  SELECT
    event_time,
    account_id,
    region,
    regexp_extract(resource_arns, ':function:([A-Za-z0-9_-]+)', 1) AS function_name,
    regexp_extract(resource_arns, 'arn:aws[a-z-]*:(sqs|kinesis|dynamodb):[^\n]+', 0) AS reads_from,
    COALESCE(regexp_extract(resource_arns, ':event-source-mapping:([A-Za-z0-9-]+)', 1), json_extract_scalar(service_event_details, '$.uUID')) AS mapping_id,
    COALESCE(json_extract_scalar(service_event_details, '$.ESMDisableReason'), error_code) AS reason,
    event_id,
    source_file
  FROM events
  WHERE event_source = 'lambda.amazonaws.com' AND event_name = 'LambdaESMDisabled'
),
switched_on AS (
  SELECT
    event_time,
    account_id,
    region,
    COALESCE(json_extract_scalar(request_parameters, '$.uUID'), json_extract_scalar(response_elements, '$.uUID')) AS mapping_id
  FROM events
  WHERE event_source = 'lambda.amazonaws.com' AND event_name = 'UpdateEventSourceMapping'
    AND outcome = 'success'
    AND json_extract_scalar(request_parameters, '$.enabled') = 'true'
),
again AS (
  SELECT s.account_id, s.event_id, min(o.event_time) AS enabled_again
  FROM stopped s
  JOIN switched_on o ON o.account_id = s.account_id AND o.region = s.region AND o.mapping_id = s.mapping_id
  WHERE o.event_time >= s.event_time
  GROUP BY s.account_id, s.event_id
)
SELECT
  s.event_time,
  s.account_id,
  s.region,
  s.function_name,
  s.reads_from,
  s.mapping_id,
  s.reason,
  a.enabled_again,
  s.event_id,
  s.source_file
FROM stopped s
LEFT JOIN again a ON a.account_id = s.account_id AND a.event_id = s.event_id
