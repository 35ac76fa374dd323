/*
id: AUTH-01
title: Console sign-in register
question: Who signed in, or tried to sign in, to the AWS console in the period, in which way, with MFA or not, and from where?
expect: population
category:
  management: required
events:
  signin.amazonaws.com: [ConsoleLogin]
needs: [outcome, error_message, actor_type, actor_name, role_name, mfa, source_ip, user_agent, additional_event_data]
columns:
  event_time: When, UTC
  account_id: Account signed in to
  region: AWS region the sign-in was recorded in
  actor_name: Who
  channel: Root, IAM user, Identity Center, SAML, federation token or other role
  outcome: success or failed
  mfa_used: Yes or no for root and IAM users; "not shown" where an identity provider did the sign-in
  role_name: Role signed in to, for federated sign-ins
  source_ip: From where
  user_agent: Program used
  failure: Reason AWS gives for a failed sign-in
  event_id: Event id
  source_file: Log object
limits: >-
  For Identity Center and SAML this record does not show MFA: steps of a sign-in to Identity Center are in AUTH-04, those at another identity provider nowhere.
  One person may sign in to several accounts, a line each. A failed sign-in with a
  user name that does not exist carries no name. Sign-ins to the Identity Center portal itself and sign-ins that fail at an identity provider are not here.
references:
  - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html
*/
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  CASE
    WHEN actor_type = 'Root' THEN 'root'
    WHEN actor_type = 'IAMUser' THEN 'IAM user'
    WHEN starts_with(role_name, 'AWSReservedSSO_') THEN 'Identity Center'
    WHEN actor_type = 'SAMLUser' OR json_extract_scalar(additional_event_data, '$.SamlProviderArn') IS NOT NULL THEN 'SAML'
    WHEN actor_type = 'FederatedUser' THEN 'federation token'
    WHEN actor_type = 'AssumedRole' THEN 'other role'
    ELSE 'unknown'
  END AS channel,
  outcome,
  CASE
    WHEN actor_type NOT IN ('Root', 'IAMUser') THEN 'not shown'
    WHEN mfa = 'true' THEN 'yes'
    WHEN mfa = 'false' THEN 'no'
    ELSE 'not stated'
  END AS mfa_used,
  role_name,
  source_ip,
  user_agent,
  error_message AS failure,
  event_id,
  source_file
FROM events
WHERE event_source = 'signin.amazonaws.com'
  AND event_name = 'ConsoleLogin'
