/*
id: AUTH-03
title: Repeated failed sign-ins
question: Were there bursts of failed sign-ins to the console or to Identity Center, or any failed sign-in as root, in the period, and did someone get in afterwards?
expect: none
category:
  management: required
events:
  signin.amazonaws.com: [ConsoleLogin, CheckMfa, CredentialVerification, UserAuthentication]
needs: [outcome, actor_type, actor_name, mfa, source_ip, response_elements, additional_event_data, service_event_details]
columns:
  first_time: First failure of the burst, UTC
  last_time: Last failure of the burst, UTC
  account_id: Account signed in to
  region: AWS regions the failures were recorded in
  pattern: One address, one user from several addresses, or root
  tried: The user name tried, or how many
  source_ip: The address, or how many
  mfa_failures: Failures in which MFA was part of the attempt
  signed_in_after: Who signed in from that address, or as that user, within 60 minutes of the last failure
  events: Failures in the burst
  first_event_id: Id of the first failure
  last_event_id: Id of the last failure
key: [first_time, account_id, pattern, first_event_id]
limits: >-
  A burst is five or more failures, none more than 60 minutes after the one before it: fewer are mistyped passwords more often than not, and the register of sign-ins lists
  every one. For root a single failure counts. In Identity Center each wrong password or code counts. Slow guessing, failures at another identity provider, and failed calls with access keys are not found here. A failed sign-in with a user
  name that does not exist carries no name, and many people behind one address count together.
references:
  - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html
*/
WITH attempts AS (
  SELECT
    event_id, event_time, event_name, account_id, region, COALESCE(actor_type, 'unknown') AS actor_type,
    CASE WHEN actor_name IS NULL OR starts_with(actor_name, 'HIDDEN_') THEN 'unknown user' ELSE actor_name END AS tried,
    COALESCE(source_ip, 'unknown') AS source_ip,
    CASE
      WHEN outcome <> 'success' OR lower(json_extract_scalar(response_elements, '$.CheckMfa')) = 'failure'
        OR lower(json_extract_scalar(service_event_details, '$.CredentialVerification')) = 'failure' THEN 'failure'
      ELSE 'success'
    END AS result,
    CASE
      WHEN event_name = 'CheckMfa' OR mfa = 'true' THEN 1
      WHEN event_name = 'CredentialVerification' AND json_extract_scalar(additional_event_data, '$.CredentialType') <> 'PASSWORD' THEN 1
      ELSE 0
    END AS with_mfa
  FROM events
  WHERE event_source = 'signin.amazonaws.com' AND event_name IN ('ConsoleLogin', 'CheckMfa', 'CredentialVerification', 'UserAuthentication')
), failures AS (
  SELECT event_id, event_time, account_id, region, tried, source_ip, with_mfa, 'many failures from one address' AS pattern, source_ip AS common
  FROM attempts WHERE result = 'failure' AND actor_type <> 'Root'
  UNION ALL
  SELECT event_id, event_time, account_id, region, tried, source_ip, with_mfa, 'many failures of one user from several addresses' AS pattern, tried AS common
  FROM attempts WHERE result = 'failure' AND actor_type <> 'Root' AND tried <> 'unknown user'
  UNION ALL
  SELECT event_id, event_time, account_id, region, tried, source_ip, with_mfa, 'failed sign-in as root' AS pattern, tried AS common
  FROM attempts WHERE result = 'failure' AND actor_type = 'Root'
), spaced AS (
  SELECT
    event_id, event_time, account_id, region, tried, source_ip, with_mfa, pattern, common,
    lag(event_time) OVER (PARTITION BY account_id, pattern, common ORDER BY event_time, event_id) AS previous_time
  FROM failures
), numbered AS (
  SELECT
    event_id, event_time, account_id, region, tried, source_ip, with_mfa, pattern, common,
    sum(CASE WHEN previous_time IS NULL OR date_diff('second', from_iso8601_timestamp(previous_time), from_iso8601_timestamp(event_time)) > 3600 THEN 1 ELSE 0 END)
      OVER (PARTITION BY account_id, pattern, common ORDER BY event_time, event_id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS burst
  FROM spaced
), bursts AS (
  SELECT
    account_id, pattern, common, burst,
    min(event_time) AS first_time,
    max(event_time) AS last_time,
    array_join(array_agg(DISTINCT region ORDER BY region), ', ') AS region,
    CASE WHEN count(DISTINCT tried) = 1 THEN min(tried) ELSE CAST(count(DISTINCT tried) AS varchar) || ' user names' END AS tried,
    CASE WHEN count(DISTINCT source_ip) = 1 THEN min(source_ip) ELSE CAST(count(DISTINCT source_ip) AS varchar) || ' addresses' END AS source_ip,
    CAST(sum(with_mfa) AS bigint) AS mfa_failures,
    count(*) AS events,
    min_by(event_id, event_time || event_id) AS first_event_id,
    max_by(event_id, event_time || event_id) AS last_event_id
  FROM numbered
  GROUP BY account_id, pattern, common, burst
  HAVING (pattern = 'many failures from one address' AND count(*) >= 5)
    OR (pattern = 'many failures of one user from several addresses' AND count(*) >= 5 AND count(DISTINCT source_ip) > 1)
    OR pattern = 'failed sign-in as root'
), successes AS (
  SELECT event_time, account_id, tried, source_ip FROM attempts WHERE result = 'success' AND event_name IN ('ConsoleLogin', 'UserAuthentication')
), entered AS (
  SELECT b.account_id, b.pattern, b.common, b.burst, array_join(array_agg(DISTINCT s.tried ORDER BY s.tried), ', ') AS signed_in_after
  FROM bursts b
  JOIN successes s ON s.account_id = b.account_id
    AND CASE WHEN b.pattern = 'many failures from one address' THEN s.source_ip ELSE s.tried END = b.common
  WHERE s.event_time >= b.first_time
    AND date_diff('second', from_iso8601_timestamp(b.last_time), from_iso8601_timestamp(s.event_time)) <= 3600
  GROUP BY b.account_id, b.pattern, b.common, b.burst
)
SELECT
  b.first_time,
  b.last_time,
  b.account_id,
  b.region,
  b.pattern,
  b.tried,
  b.source_ip,
  b.mfa_failures,
  COALESCE(e.signed_in_after, 'nobody') AS signed_in_after,
  b.events,
  b.first_event_id,
  b.last_event_id
FROM bursts b
LEFT JOIN entered e ON e.account_id = b.account_id AND e.pattern = b.pattern AND e.common = b.common AND e.burst = b.burst
