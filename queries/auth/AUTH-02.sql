/*
id: AUTH-02
title: Console sign-in without MFA
question: Did the root user or an IAM user sign in to the console without MFA in the period?
expect: none
category:
  management: required
events:
  signin.amazonaws.com: [ConsoleLogin]
needs: [outcome, actor_type, actor_name, mfa, source_ip, user_agent, additional_event_data]
columns:
  event_time: When, UTC
  account_id: Account signed in to
  region: AWS region the sign-in was recorded in
  actor_name: Who
  actor_type: Root or IAMUser
  mfa_used: What the record says of MFA
  source_ip: From where
  user_agent: Program used
  login_to: Page the sign-in led to, without its query
  event_id: Event id
  source_file: Log object
limits: >-
  Only root and IAM users: for Identity Center, SAML and other federated sign-ins the identity provider checks MFA and CloudTrail always records "No". A record that does not
  say whether MFA was used is listed as not stated. Whether a user has an MFA device is not in the log.
references:
  - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html
*/
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  actor_type,
  CASE WHEN mfa = 'false' THEN 'no' ELSE 'not stated' END AS mfa_used,
  source_ip,
  user_agent,
  split_part(json_extract_scalar(additional_event_data, '$.LoginTo'), '?', 1) AS login_to,
  event_id,
  source_file
FROM events
WHERE event_source = 'signin.amazonaws.com'
  AND event_name = 'ConsoleLogin'
  AND outcome = 'success'
  AND actor_type IN ('Root', 'IAMUser')
  AND json_extract_scalar(additional_event_data, '$.SamlProviderArn') IS NULL
  AND COALESCE(mfa, 'false') <> 'true'
