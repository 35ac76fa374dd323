/*
id: CHG-02
title: Changes made by hand in the console
question: Which changes were made by hand in the AWS console, and by whom?
expect: population
category:
  management: required
events: any
needs: [event_category, read_only, outcome, actor_arn, actor_name, actor_class, role_arn, role_name, permission_set, invoked_by, console, source_ip, user_agent, resource]
settings:
  break-glass-roles: optional
lead_in: false
columns:
  event_time: When, UTC
  account_id: Account the event was recorded in
  region: AWS region of the call
  actor_name: Who made the call
  actor_class: Kind of actor (person, workload, root, AWS service)
  break_glass: Made with a role of the break-glass-roles list (yes, no, no list)
  event_source: Service that was changed
  event_name: What was called
  resource: Thing changed, best effort
  source_ip: Address the call came from, or the AWS service that made it
  user_agent: Program the call came from
  event_id: 'CloudTrail''s id of the event'
  source_file: Log object the event stands in
key: [event_time, account_id, event_id]
limits: >-
  Read each row against its change ticket. A call is held to come from the console by CloudTrail's own mark, or by the console's user agent where
  records are older; a caller can choose its user agent. What another AWS service then did for the person (CloudFormation carrying out a stack started
  in the console) is not here; the call that started it is. Left out by name: sign-ins, switching roles, sessions opened on hosts, queries run over
  logs and tables, CloudShell and Amazon Q keeping themselves going. The rows do not say which accounts are production.
references:
  - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
  - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html
*/
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  actor_class,
  CASE
    WHEN (SELECT count(*) FROM setting_break_glass_roles) = 0 THEN 'no list'
    WHEN role_name IN (SELECT value FROM setting_break_glass_roles) OR permission_set IN (SELECT value FROM setting_break_glass_roles) OR role_arn IN (SELECT value FROM setting_break_glass_roles) OR actor_arn IN (SELECT value FROM setting_break_glass_roles) THEN 'yes'
    ELSE 'no'
  END AS break_glass,
  event_source,
  event_name,
  resource,
  source_ip,
  user_agent,
  event_id,
  source_file
FROM events
WHERE console = 'true'
  AND read_only = 'false'
  AND outcome = 'success'
  AND event_category = 'management'
  AND actor_class <> 'aws-service'
  AND (invoked_by IS NULL OR invoked_by IN ('AWS Internal', 'signin.amazonaws.com'))
  -- Sign-ins, sessions on hosts, and what the console does to keep itself going.
  AND event_name NOT IN (
    'ConsoleLogin', 'CheckMfa', 'SwitchRole', 'ExitRole', 'RenewRole', 'GetSigninToken', 'CredentialChallenge', 'CredentialVerification', 'UserAuthentication',
    'CreateOAuth2Token', 'AuthorizeOAuth2Access', 'Authenticate', 'Federate', 'Logout', 'AssumeRole', 'AssumeRoleWithSAML', 'AssumeRoleWithWebIdentity', 'AssumeRoot',
    'GetSessionToken', 'GetFederationToken', 'SendSSHPublicKey', 'SendSerialConsoleSSHPublicKey', 'SendHeartBeat', 'PutCredentials', 'RedeemCode', 'StartQueryExecution', 'StopQueryExecution', 'StartLiveTail'
  )
  AND NOT (event_name = 'CreateSession' AND event_source = 'cloudshell.amazonaws.com')
  AND NOT (event_name IN ('StartSession', 'ResumeSession', 'TerminateSession') AND event_source = 'ssm.amazonaws.com')
  AND NOT (event_name IN ('StartConnection', 'CancelConnection') AND event_source = 'ssm-guiconnect.amazonaws.com')
  AND NOT (event_name IN ('StartQuery', 'StopQuery', 'CancelQuery') AND event_source IN ('logs.amazonaws.com', 'cloudtrail.amazonaws.com'))
  AND NOT (event_name IN ('SendMessage', 'StartConversation') AND event_source = 'q.amazonaws.com')
  AND NOT (event_name IN ('CreateToken', 'RegisterClient', 'StartDeviceAuthorization') AND event_source IN ('sso.amazonaws.com', 'sso-oauth.amazonaws.com'))
