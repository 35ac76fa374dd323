/*
id: AUTH-06
title: Role switching and sign-in tokens
question: Who switched roles in the console, let programs sign in, or obtained temporary credentials and sign-in tokens in the period?
expect: population
category:
  management: required
events:
  signin.amazonaws.com: [SwitchRole, ExitRole, RenewRole, GetSigninToken, AuthorizeOAuth2Access, CreateOAuth2Token, CreateOAuth2TokenWithIAM, CreateOAuth2TokenWithTokenExchange, CreateBearerToken]
  sts.amazonaws.com: [GetFederationToken, GetSessionToken, GetWebIdentityToken, GetDelegatedAccessToken]
needs: [outcome, actor_type, actor_arn, actor_name, actor_class, role_name, mfa, source_ip, user_agent, request_parameters, response_elements, additional_event_data]
columns:
  event_time: When, UTC
  account_id: Account the event was recorded in
  region: AWS region
  actor_name: Who; after a switch, the role and session switched to
  actor_class: Kind of actor
  event_name: Event
  step: What was done
  target: Role switched to, federated user, program or system the credentials are for
  switched_from: Who it was before the switch
  valid_for: Seconds asked for; empty where the default holds
  mfa: yes where the session began with MFA or a code was given; empty where the event does not tell
  source_ip: From where
  user_agent: Program used
  event_id: Event id
  source_file: Log object
limits: >-
  Successful calls only. Roles taken with the API (AssumeRole and its kin) are no part of this list, nor are tokens that workloads obtain for other systems. A sign-in token is also made when a person opens an account from Identity Center's
  portal; the program used helps to tell. Whether a switch was agreed shows in the role's trust policy, not here.
references:
  - https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html
  - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_enable-console-custom-url.html
  - https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-sign-in.html
*/
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  actor_class,
  event_name,
  CASE
    WHEN event_name = 'SwitchRole' THEN 'role switched to in the console'
    WHEN event_name = 'ExitRole' THEN 'back from the role'
    WHEN event_name = 'RenewRole' THEN 'role in the console renewed'
    WHEN event_name = 'GetSigninToken' AND starts_with(role_name, 'AWSReservedSSO_') THEN 'sign-in token for the console (role of Identity Center)'
    WHEN event_name = 'GetSigninToken' THEN 'sign-in token for the console'
    WHEN event_name = 'AuthorizeOAuth2Access' THEN 'program let in (aws login)'
    WHEN event_name = 'CreateOAuth2Token' THEN 'credentials or token for a program (aws login)'
    WHEN event_name = 'GetFederationToken' THEN 'credentials for a federated user'
    WHEN event_name = 'GetSessionToken' THEN 'temporary credentials of a user'
    WHEN event_name = 'GetWebIdentityToken' THEN 'token for a system outside AWS'
    WHEN event_name = 'GetDelegatedAccessToken' THEN 'credentials by a permission handed over'
    ELSE 'token for a program'
  END AS step,
  CASE
    WHEN event_source = 'sts.amazonaws.com' THEN COALESCE(
      json_extract_scalar(response_elements, '$.federatedUser.arn'),
      json_extract_scalar(request_parameters, '$.name'),
      json_extract_scalar(response_elements, '$.assumedPrincipal'),
      json_extract_scalar(request_parameters, '$.audience[0]')
    )
    WHEN event_name IN ('SwitchRole', 'RenewRole', 'GetSigninToken') THEN actor_arn
    ELSE COALESCE(json_extract_scalar(request_parameters, '$.client_id'), json_extract_scalar(request_parameters, '$.clientId'), json_extract_scalar(request_parameters, '$.resource'))
  END AS target,
  json_extract_scalar(additional_event_data, '$.SwitchFrom') AS switched_from,
  json_extract_scalar(request_parameters, '$.durationSeconds') AS valid_for,
  CASE
    WHEN mfa = 'true' OR json_extract_scalar(request_parameters, '$.serialNumber') IS NOT NULL THEN 'yes'
    -- The flag of a role's session says nothing of how its person signed in elsewhere.
    WHEN mfa = 'false' AND actor_type IN ('IAMUser', 'Root') THEN 'no'
  END AS mfa,
  source_ip,
  user_agent,
  event_id,
  source_file
FROM events
WHERE outcome = 'success'
  AND (
    (event_source = 'signin.amazonaws.com' AND event_name IN (
      'SwitchRole', 'ExitRole', 'RenewRole', 'GetSigninToken', 'AuthorizeOAuth2Access', 'CreateOAuth2Token', 'CreateOAuth2TokenWithIAM', 'CreateOAuth2TokenWithTokenExchange', 'CreateBearerToken'
    ))
    OR (event_source = 'sts.amazonaws.com' AND event_name IN ('GetFederationToken', 'GetSessionToken') AND actor_class <> 'aws-service')
    OR (event_source = 'sts.amazonaws.com' AND event_name IN ('GetWebIdentityToken', 'GetDelegatedAccessToken') AND actor_class IN ('person', 'root'))
  )
