/*
id: LAM-04
title: Function exposed
question: Was any function opened to everyone, to an account outside the list, or to a service without naming the source?
expect: none
category:
  management: required
events:
  lambda.amazonaws.com: [AddPermission, RemovePermission, PutResourcePolicy, DeleteResourcePolicy, CreateFunctionUrlConfig, UpdateFunctionUrlConfig,
    DeleteFunctionUrlConfig]
needs: [outcome, actor_name, source_ip, request_parameters, response_elements]
settings:
  known-accounts: optional
  accounts: optional
lead_in: false
columns:
  event_time: When, UTC
  account_id: Account the event was recorded in
  region: AWS region of the call
  actor_name: Who made the call
  event_name: What was called
  function_name: Function, by name
  exposure: Who can reach the function
  principal: Principal named in the statement
  source: Source the statement is limited to
  statement_id: Id of the policy statement
  removed_at: When the statement, policy or URL was taken back in the period; empty if it was not
  source_ip: Address the call came from, or the AWS service that made it
  event_id: 'CloudTrail''s id of the event'
  source_file: Log object the event stands in
key: [event_time, account_id, event_id]
limits: >-
  Statements and URLs made before the period are not seen, and neither is it seen when a later policy replaces one. A statement limited to an organisation is not listed, nor one limited to a source without
  an account in its ARN (a bucket). Wide CORS alone is not listed: it opens nothing without the URL's authentication. Accounts of the scope and of
  known-accounts count as known; without these lists every other account is listed.
references:
  - https://docs.aws.amazon.com/lambda/latest/dg/logging-using-cloudtrail.html
  - https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
  - https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html
  - https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html
*/
WITH asked AS (
  SELECT
    event_time,
    account_id,
    region,
    actor_name,
    event_name,
    COALESCE(json_extract_scalar(request_parameters, '$.functionName'), json_extract_scalar(request_parameters, '$.resourceArn')) AS function_ref,
    json_extract_scalar(request_parameters, '$.qualifier') AS qualifier_asked,
    CASE WHEN event_name = 'PutResourcePolicy' THEN regexp_replace(json_extract_scalar(request_parameters, '$.policy'), '\s+', '') END AS policy,
    json_extract_scalar(request_parameters, '$.statementId') AS statement_id,
    json_extract_scalar(request_parameters, '$.principal') AS principal,
    json_extract_scalar(request_parameters, '$.principalOrgID') AS organisation,
    json_extract_scalar(request_parameters, '$.sourceArn') AS source_arn,
    json_extract_scalar(request_parameters, '$.sourceAccount') AS source_account,
    json_extract_scalar(request_parameters, '$.eventSourceToken') AS source_token,
    json_extract_scalar(request_parameters, '$.functionUrlAuthType') AS statement_auth_type,
    COALESCE(json_extract_scalar(request_parameters, '$.authType'), json_extract_scalar(response_elements, '$.authType')) AS url_auth_type,
    source_ip,
    event_id,
    source_file
  FROM events
  WHERE event_source = 'lambda.amazonaws.com'
    AND event_name IN ('AddPermission', 'RemovePermission', 'PutResourcePolicy', 'DeleteResourcePolicy', 'CreateFunctionUrlConfig', 'UpdateFunctionUrlConfig', 'DeleteFunctionUrlConfig')
    AND outcome = 'success'
),
calls AS (
  SELECT
    event_time, account_id, region, actor_name, event_name, statement_id, principal, organisation, source_arn, source_account, source_token, statement_auth_type, url_auth_type, policy,
    source_ip, event_id, source_file,
    COALESCE(split_part(split_part(':' || function_ref, ':function:', 2), ':', 1), CASE WHEN starts_with(function_ref, 'arn:') THEN function_ref ELSE split_part(function_ref, ':', 1) END) AS function_name,
    -- A statement or URL belongs to the function, or to one version or alias of it.
    COALESCE(qualifier_asked, split_part(split_part(':' || function_ref, ':function:', 2), ':', 2), '') AS qualifier
  FROM asked
),
-- A whole policy, one row a statement: "},{" stands between statements only.
statements AS (
  SELECT
    c.event_time, c.account_id, c.region, c.actor_name, c.event_name, c.function_name, c.qualifier, c.source_ip, c.event_id, c.source_file,
    s.value AS statement,
    -- A condition that excludes, or that a missing key passes, keeps nobody out for certain.
    CASE WHEN regexp_like(s.value, '"(ForAllValues:|[A-Za-z]*Not|[A-Za-z:]*IfExists)[A-Za-z]*":\{') THEN '' ELSE s.value END AS narrowing
  FROM calls c
  CROSS JOIN UNNEST(split(COALESCE(c.policy, ''), '},{')) AS s(value)
  WHERE c.event_name = 'PutResourcePolicy' AND strpos(s.value, '"Effect":"Allow"') > 0
),
known_accounts AS (
  SELECT value FROM setting_known_accounts
  UNION
  SELECT value FROM setting_accounts
),
grants_named AS (
  SELECT
    event_time, account_id, region, actor_name, event_name, function_name, qualifier, statement_id, principal, organisation, source_arn, source_account, source_token, statement_auth_type,
    url_auth_type, source_ip, event_id, source_file
  FROM calls
  WHERE event_name IN ('AddPermission', 'CreateFunctionUrlConfig', 'UpdateFunctionUrlConfig')
  UNION ALL
  SELECT
    s.event_time, s.account_id, s.region, s.actor_name, s.event_name, s.function_name, s.qualifier,
    regexp_extract(s.statement, '"Sid":"([^"]*)"', 1) AS statement_id,
    p.value AS principal,
    regexp_extract(s.narrowing, '(?i)"aws:PrincipalOrg(ID|Paths)":\[?"([^"*]+)', 2) AS organisation,
    regexp_extract(s.narrowing, '(?i)"aws:SourceArn":\[?"([^"]+)"', 1) AS source_arn,
    regexp_extract(s.narrowing, '(?i)"aws:(SourceAccount|PrincipalAccount)":\[?"([^"]+)"', 2) AS source_account,
    regexp_extract(s.narrowing, '(?i)"lambda:EventSourceToken":\[?"([^"]+)"', 1) AS source_token,
    regexp_extract(s.narrowing, '(?i)"lambda:FunctionUrlAuthType":\[?"([^"]+)"', 1) AS statement_auth_type,
    CAST(NULL AS varchar) AS url_auth_type,
    s.source_ip, s.event_id, s.source_file
  FROM statements s
  CROSS JOIN UNNEST(split(CASE WHEN strpos(s.statement, '"NotPrincipal":') > 0 THEN '"*"' ELSE COALESCE(regexp_extract(s.statement, '"Principal":(\{[^{}]*\}|"[^"]*")', 1), '') END, '"')) AS p(value)
  WHERE p.value = '*' OR regexp_like(p.value, '^([0-9]{12}|arn:.*|.*[.](amazonaws|amazon)[.]com.*)$')
),
grants AS (
  SELECT
    event_time, account_id, region, actor_name, event_name, function_name, qualifier, statement_id, principal, organisation, source_arn, source_token, statement_auth_type, url_auth_type,
    source_ip, event_id, source_file,
    CASE
      WHEN regexp_like(principal, '^[0-9]{12}$') THEN principal
      WHEN starts_with(principal, 'arn:') THEN split_part(principal, ':', 5)
    END AS principal_account,
    CASE WHEN strpos(principal, '.amazonaws.com') > 0 OR strpos(principal, '.amazon.com') > 0 THEN 'yes' ELSE 'no' END AS is_service,
    -- The account the source must lie in; '' where the source names none, '*' where it may be any.
    COALESCE(source_account, split_part(source_arn, ':', 5), CASE WHEN source_arn IS NOT NULL THEN '*' END) AS source_owner
  FROM grants_named
),
judged AS (
  SELECT
    event_time, account_id, region, actor_name, event_name, function_name, qualifier, statement_id, principal, source_arn, source_owner, source_ip, event_id, source_file,
    CASE
      WHEN event_name IN ('CreateFunctionUrlConfig', 'UpdateFunctionUrlConfig') THEN
        CASE WHEN url_auth_type = 'NONE' THEN 'function URL without authentication' END
      WHEN organisation IS NOT NULL THEN NULL
      WHEN principal = '*' AND source_owner IS NULL AND statement_auth_type = 'NONE' THEN 'anyone on the internet'
      WHEN principal = '*' AND (source_owner IS NULL OR source_owner = '*') THEN 'any AWS account'
      WHEN principal_account <> account_id AND principal_account NOT IN (SELECT value FROM known_accounts) THEN 'another account (' || principal_account || ')'
      WHEN is_service = 'yes' AND source_token IS NULL AND (source_owner IS NULL OR source_owner = '*') THEN 'a service, from any account'
      WHEN (is_service = 'yes' OR principal = '*') AND regexp_like(source_owner, '^[0-9]{12}$') AND source_owner <> account_id
        AND source_owner NOT IN (SELECT value FROM known_accounts) THEN 'a service, for another account (' || source_owner || ')'
    END AS exposure
  FROM grants
),
-- One row a call: a policy may hold several statements that expose.
exposed AS (
  SELECT
    event_time, account_id, region, actor_name, event_name, function_name, qualifier, source_ip, event_id, source_file,
    array_join(array_agg(DISTINCT exposure ORDER BY exposure), ', ') AS exposure,
    NULLIF(array_join(array_agg(DISTINCT COALESCE(principal, '') ORDER BY COALESCE(principal, '')), ', '), '') AS principal,
    NULLIF(array_join(array_agg(DISTINCT COALESCE(source_arn, source_owner, '') ORDER BY COALESCE(source_arn, source_owner, '')), ', '), '') AS source,
    NULLIF(array_join(array_agg(DISTINCT COALESCE(statement_id, '') ORDER BY COALESCE(statement_id, '')), ', '), '') AS statement_id
  FROM judged
  WHERE exposure IS NOT NULL
  GROUP BY event_time, account_id, region, actor_name, event_name, function_name, qualifier, source_ip, event_id, source_file
),
taken_back AS (
  SELECT e.account_id, e.event_id, min(c.event_time) AS removed_at
  FROM exposed e
  JOIN calls c ON c.account_id = e.account_id AND c.region = e.region AND c.function_name = e.function_name AND c.qualifier = e.qualifier
  WHERE c.event_time >= e.event_time
    AND ((e.event_name = 'AddPermission' AND c.event_name = 'RemovePermission' AND c.statement_id = e.statement_id)
      OR (e.event_name IN ('AddPermission', 'PutResourcePolicy') AND c.event_name = 'DeleteResourcePolicy')
      OR (e.event_name IN ('CreateFunctionUrlConfig', 'UpdateFunctionUrlConfig') AND (c.event_name = 'DeleteFunctionUrlConfig' OR (c.event_name = 'UpdateFunctionUrlConfig' AND c.url_auth_type = 'AWS_IAM'))))
  GROUP BY e.account_id, e.event_id
)
SELECT
  e.event_time,
  e.account_id,
  e.region,
  e.actor_name,
  e.event_name,
  e.function_name,
  e.exposure,
  e.principal,
  e.source,
  e.statement_id,
  t.removed_at,
  e.source_ip,
  e.event_id,
  e.source_file
FROM exposed e
LEFT JOIN taken_back t ON t.account_id = e.account_id AND t.event_id = e.event_id
