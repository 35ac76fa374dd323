/*
id: INV-03
title: Where invocations come from
question: 'From what kind of source was each function invoked: AWS services, own roles, other accounts, people, pipelines or root?'
expect: measure
category:
  data: required
events:
  lambda.amazonaws.com: [Invoke, InvokeAsync, InvokeWithResponseStream, InvokeFunctionUrl, InvokeWebFunctionEndpoint]
needs: [actor_type, actor_principal_id, actor_arn, actor_account_id, actor_name, actor_class, role_arn, role_name, permission_set, federated_provider, invoked_by, resource, request_parameters]
settings:
  deploy-roles: optional
lead_in: false
columns:
  account_id: Account the event was recorded in
  region: AWS region of the call
  function_name: Function, by name
  source_class: AWS service, role of the account, another account, person, CI, web identity, root, anonymous or unknown
  source: Service and what set it off, role, account, or provider of the identity; people are counted, not named
  events: Invocations of the function from this source
  function_events: Invocations of the function from every source
  invokers: Different invokers
  first_time: First invocation
  last_time: Last invocation
  first_event_id: Id of the first
  last_event_id: Id of the last
key: [account_id, region, function_name, source_class, source]
limits: >-
  Invocations are logged only where a trail selects them: see INV-01. Queues and streams read by Lambda show Lambda or the function's role as the
  source, not who wrote the message. CI is told by the deploy-roles list and by the identity providers of known build services. Where a log table
  lacks the identity provider, only the list tells CI. Which accounts are the entity's own is not judged here.
references:
  - https://docs.aws.amazon.com/lambda/latest/dg/logging-using-cloudtrail.html
  - https://docs.aws.amazon.com/lambda/latest/dg/urls-monitoring.html
  - https://docs.aws.amazon.com/lambda/latest/dg/web-functions-logging-cloudtrail.html
  - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html
*/
WITH calls AS (
  SELECT
    account_id,
    region,
    COALESCE(CASE WHEN starts_with(resource, 'arn:') THEN resource END, json_extract_scalar(request_parameters, '$.functionName'), resource) AS function_ref,
    json_extract_scalar(request_parameters, '$.sourceArn') AS source_arn,
    CASE
      WHEN actor_type = 'AWSService' OR actor_class = 'aws-service' OR invoked_by <> 'AWS Internal' THEN 'AWS service'
      WHEN actor_class = 'anonymous' THEN 'anonymous'
      WHEN actor_account_id <> account_id THEN 'another account'
      WHEN actor_class = 'root' THEN 'root'
      WHEN role_name IN (SELECT value FROM setting_deploy_roles) OR permission_set IN (SELECT value FROM setting_deploy_roles) OR role_arn IN (SELECT value FROM setting_deploy_roles) OR actor_arn IN (SELECT value FROM setting_deploy_roles) THEN 'CI'
      WHEN regexp_like(federated_provider, 'token[.]actions[.]githubusercontent[.]com|gitlab|bitbucket[.]org|circleci[.]com|buildkite[.]com|app[.]terraform[.]io|vstoken[.]dev[.]azure[.]com') THEN 'CI'
      WHEN actor_class = 'person' THEN 'person'
      WHEN strpos(federated_provider, 'cognito-identity') > 0 THEN 'web identity'
      WHEN actor_class = 'workload' THEN 'role of the account'
      ELSE 'unknown'
    END AS source_class,
    COALESCE(invoked_by, actor_name) AS service,
    COALESCE(CASE WHEN actor_class = 'workload' THEN role_name END, actor_name, actor_principal_id, 'unknown') AS invoker,
    actor_account_id,
    federated_provider,
    event_time,
    event_id
  FROM events
  WHERE event_source = 'lambda.amazonaws.com'
    AND event_name IN ('Invoke', 'InvokeAsync', 'InvokeWithResponseStream', 'InvokeFunctionUrl', 'InvokeWebFunctionEndpoint')
),
named AS (
  SELECT
    account_id,
    region,
    COALESCE(split_part(split_part(':' || function_ref, ':function:', 2), ':', 1), split_part(function_ref, ':web-function/', 2), CASE WHEN starts_with(function_ref, 'arn:') THEN function_ref ELSE split_part(function_ref, ':', 1) END) AS function_name,
    source_class,
    CASE source_class
      WHEN 'AWS service' THEN service || COALESCE(' ' || source_arn, '')
      WHEN 'another account' THEN actor_account_id
      WHEN 'role of the account' THEN invoker
      WHEN 'CI' THEN invoker
      WHEN 'web identity' THEN federated_provider
      ELSE 'not named'
    END AS source,
    invoker,
    event_time,
    event_id
  FROM calls
),
grouped AS (
  SELECT
    account_id,
    region,
    function_name,
    source_class,
    source,
    count(*) AS events,
    count(DISTINCT invoker) AS invokers,
    substr(min(event_time || event_id), 1, 20) AS first_time,
    substr(max(event_time || event_id), 1, 20) AS last_time,
    substr(min(event_time || event_id), 21) AS first_event_id,
    substr(max(event_time || event_id), 21) AS last_event_id
  FROM named
  GROUP BY account_id, region, function_name, source_class, source
)
SELECT
  account_id,
  region,
  function_name,
  source_class,
  source,
  events,
  CAST(sum(events) OVER (PARTITION BY account_id, region, function_name) AS bigint) AS function_events,
  invokers,
  first_time,
  last_time,
  first_event_id,
  last_event_id
FROM grouped
