/*
id: AUTH-06
title: Role switches and sessions made from other sessions
question: Who switched roles in the console, or made sign-in tokens, session tokens or federated sessions out of their own credentials?
expect: population
category:
  management: required
events:
  signin.amazonaws.com: [SwitchRole, ExitRole, RenewRole, GetSigninToken]
  sts.amazonaws.com: [GetSessionToken, GetFederationToken]
needs: [outcome, actor_type, actor_arn, actor_name, actor_class, access_key_id, mfa, invoked_by, source_ip, user_agent, request_parameters, response_elements, additional_event_data]
columns:
  event_time: When, UTC
  account_id: Account the event was recorded in
  region: AWS region of the call
  actor_name: Who made the call; of a switch, the role session switched to
  actor_class: Kind of actor (person, workload, root)
  event_name: What was called
  change: What it made (console role switch, left a role, role renewed, console sign-in token, session token, federated session)
  switched_from: Of a switch, the identity switched from
  opened: The session that came of it
  other_account: Account the switch came from, where it is another one
  with_key: Kind of credentials used (long-lived key, session)
  mfa: With MFA, as far as the record says (true, false)
  session_policy: A policy was given for the session (yes, no)
  source_ip: Address the call came from
  user_agent: Program the call came from
  event_id: 'CloudTrail''s id of the event'
  source_file: Log object the event stands in
limits: >-
  Successful calls only; those AWS services make for themselves are left out. A sign-in token is also made whenever a federated user enters the console, by Identity Center's own program
  among others: the user agent tells. What was done in the sessions is in CHG-04, for high-risk changes, and in PRIV-01. Ending or renewing a switched role is not always recorded.
references:
  - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-console.html
  - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_enable-console-custom-url.html
  - https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html
*/
WITH calls AS (
  SELECT
    event_time, account_id, region, actor_name, actor_class, event_name, access_key_id, source_ip, user_agent, event_id, source_file,
    json_extract_scalar(additional_event_data, '$.SwitchFrom') AS switched_from,
    CASE
      WHEN event_name = 'SwitchRole' THEN actor_arn
      WHEN event_name = 'GetSessionToken' THEN actor_arn
      WHEN event_name = 'GetFederationToken' THEN COALESCE(json_extract_scalar(response_elements, '$.federatedUser.arn'), json_extract_scalar(request_parameters, '$.name'))
      WHEN event_name = 'GetSigninToken' THEN actor_arn
    END AS opened,
    CASE
      WHEN json_extract_scalar(request_parameters, '$.serialNumber') IS NOT NULL THEN 'true'
      WHEN lower(json_extract_scalar(additional_event_data, '$.MFAUsed')) = 'yes' THEN 'true'
      WHEN actor_type IN ('IAMUser', 'Root') THEN COALESCE(mfa, 'false')
    END AS mfa,
    CASE WHEN json_extract_scalar(request_parameters, '$.policy') IS NOT NULL OR json_extract_scalar(request_parameters, '$.policyArns[0].arn') IS NOT NULL THEN 'yes' ELSE 'no' END AS session_policy
  FROM events
  WHERE outcome = 'success'
    AND (
      event_source = 'signin.amazonaws.com' AND event_name IN ('SwitchRole', 'ExitRole', 'RenewRole', 'GetSigninToken')
      OR event_source = 'sts.amazonaws.com' AND event_name IN ('GetSessionToken', 'GetFederationToken')
    )
    AND actor_class <> 'aws-service'
    AND (invoked_by IS NULL OR invoked_by IN ('AWS Internal', 'signin.amazonaws.com'))
)
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  actor_class,
  event_name,
  CASE event_name
    WHEN 'SwitchRole' THEN 'console role switch'
    WHEN 'ExitRole' THEN 'left a role'
    WHEN 'RenewRole' THEN 'role renewed'
    WHEN 'GetSigninToken' THEN 'console sign-in token'
    WHEN 'GetSessionToken' THEN 'session token'
    ELSE 'federated session'
  END AS change,
  switched_from,
  opened,
  CASE WHEN regexp_extract(switched_from, '^arn:[^:]*:[^:]*:[^:]*:([0-9]{12}):', 1) <> account_id THEN regexp_extract(switched_from, '^arn:[^:]*:[^:]*:[^:]*:([0-9]{12}):', 1) END AS other_account,
  CASE WHEN starts_with(access_key_id, 'AKIA') THEN 'long-lived key' WHEN starts_with(access_key_id, 'ASIA') THEN 'session' END AS with_key,
  mfa,
  session_policy,
  source_ip,
  user_agent,
  event_id,
  source_file
FROM calls
