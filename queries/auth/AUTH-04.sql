/*
id: AUTH-04
title: Identity Center sign-ins and MFA
question: Who signed in through Identity Center in the period, with which factors and which result, and which accounts and applications did they reach?
expect: population
category:
  management: required
events:
  signin.amazonaws.com: [CredentialChallenge, CredentialVerification, UserAuthentication]
  sso.amazonaws.com: [Authenticate, Federate, GetRoleCredentials, Logout, CreateToken, CreateTokenWithIAM, RegisterClient, StartDeviceAuthorization]
  sso-oauth.amazonaws.com: [CreateToken, CreateTokenWithIAM, RegisterClient, StartDeviceAuthorization]
needs: [outcome, error_code, actor_name, actor_class, source_ip, user_agent, request_parameters, additional_event_data, service_event_details]
columns:
  event_time: When, UTC
  account_id: Account the event was recorded in
  region: AWS region
  actor_name: Who; mostly the id of the user in the identity store
  actor_class: Kind of actor
  event_name: Event
  step: Step of the sign-in
  challenge: Factor asked for or answered, or the grant a token was issued for
  result: success or failed
  reached: Portal or application signed in to, or role and account
  attempt: Id that ties the steps of one sign-in together
  source_ip: From where
  user_agent: Program used
  event_id: Event id
  source_file: Log object
limits: >-
  Names of users are hidden by AWS, so most rows show ids. Where people come from another identity provider or a directory outside, factors are checked there and only the result shows. The events are recorded in the account that administers
  Identity Center; what people did in accounts is under their roles. Repeated requests of a device that waits for its sign-in are left out.
references:
  - https://docs.aws.amazon.com/singlesignon/latest/userguide/understanding-sign-in-events.html
  - https://docs.aws.amazon.com/singlesignon/latest/userguide/sso-info-in-cloudtrail.html
*/
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  -- Steps of a person's sign-in are recorded as events of the service.
  CASE WHEN actor_class IN ('aws-service', 'unknown') AND actor_name IS NOT NULL AND event_source <> actor_name THEN 'person' ELSE actor_class END AS actor_class,
  event_name,
  CASE event_name
    WHEN 'CredentialChallenge' THEN 'challenge asked'
    WHEN 'CredentialVerification' THEN 'challenge answered'
    WHEN 'UserAuthentication' THEN 'signed in'
    WHEN 'Authenticate' THEN 'portal opened'
    WHEN 'Federate' THEN 'account opened'
    WHEN 'GetRoleCredentials' THEN 'role credentials issued'
    WHEN 'Logout' THEN 'signed out'
    WHEN 'RegisterClient' THEN 'program registered'
    WHEN 'StartDeviceAuthorization' THEN 'sign-in asked for by a device'
    ELSE 'token issued'
  END AS step,
  COALESCE(json_extract_scalar(additional_event_data, '$.CredentialType'), json_extract_scalar(request_parameters, '$.grantType')) AS challenge,
  CASE WHEN outcome = 'success' AND strpos(COALESCE(service_event_details, ''), '"Failure"') = 0 THEN 'success' ELSE 'failed' END AS result,
  COALESCE(
    json_extract_scalar(service_event_details, '$.role_name') || ' in ' || json_extract_scalar(service_event_details, '$.account_id'),
    json_extract_scalar(request_parameters, '$.roleName') || ' in ' || json_extract_scalar(request_parameters, '$.accountId'),
    json_extract_scalar(additional_event_data, '$.LoginTo'),
    json_extract_scalar(service_event_details, '$.account_id'),
    json_extract_scalar(service_event_details, '$.application_name'),
    json_extract_scalar(request_parameters, '$.startUrl'),
    json_extract_scalar(request_parameters, '$.clientName')
  ) AS reached,
  json_extract_scalar(additional_event_data, '$.AuthWorkflowID') AS attempt,
  source_ip,
  user_agent,
  event_id,
  source_file
FROM events
WHERE (
    (event_source = 'signin.amazonaws.com' AND event_name IN ('CredentialChallenge', 'CredentialVerification', 'UserAuthentication'))
    OR (event_source = 'sso.amazonaws.com' AND event_name IN (
      'Authenticate', 'Federate', 'GetRoleCredentials', 'Logout', 'CreateToken', 'CreateTokenWithIAM', 'RegisterClient', 'StartDeviceAuthorization'
    ))
    OR (event_source = 'sso-oauth.amazonaws.com' AND event_name IN ('CreateToken', 'CreateTokenWithIAM', 'RegisterClient', 'StartDeviceAuthorization'))
  )
  -- A program asks every few seconds until its user has agreed.
  AND NOT (event_name = 'CreateToken' AND outcome <> 'success' AND (error_code LIKE 'AuthorizationPending%' OR error_code LIKE 'SlowDown%')
    AND strpos(json_extract_scalar(request_parameters, '$.grantType'), 'device_code') > 0)
