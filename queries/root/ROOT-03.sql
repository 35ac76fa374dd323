/*
id: ROOT-03
title: Central root sessions
question: Did anyone open a root session in a member account, or turn a switch that allows such sessions, in the period?
expect: none
category:
  management: required
events:
  sts.amazonaws.com: [AssumeRoot]
  iam.amazonaws.com: [EnableOrganizationsRootSessions, DisableOrganizationsRootSessions, EnableOrganizationsRootCredentialsManagement, DisableOrganizationsRootCredentialsManagement]
  organizations.amazonaws.com: [RegisterDelegatedAdministrator, EnableAWSServiceAccess]
needs: [outcome, actor_name, actor_class, mfa, console, source_ip, request_parameters]
columns:
  event_time: When, UTC
  account_id: Account the event was recorded in
  region: AWS region
  actor_name: Who
  actor_class: Kind of actor
  event_name: Call
  effect: Session opened, or what the switch allows
  member_account: Member account of the session, or account that may administer root
  task: Task policy that bounds the session
  mfa: Session signed in with MFA
  source_ip: From where
  console: Made from the AWS console
  event_id: Event id
  source_file: Log object
limits: >-
  Successful calls only, recorded in the management account or the account that administers root, not in the member. What a session did stands in the member account's logs as activity of root: see ROOT-01.
  Ending such management is listed too, as root credentials of members then need looking after one by one.
references:
  - https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoot.html
  - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-enable-root-access.html
  - https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-track-privileged-tasks.html
*/
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  actor_class,
  event_name,
  CASE event_name
    WHEN 'AssumeRoot' THEN 'root session opened'
    WHEN 'EnableOrganizationsRootSessions' THEN 'root sessions allowed'
    WHEN 'DisableOrganizationsRootSessions' THEN 'root sessions no longer allowed'
    WHEN 'EnableOrganizationsRootCredentialsManagement' THEN 'management of root credentials allowed'
    WHEN 'DisableOrganizationsRootCredentialsManagement' THEN 'management of root credentials ended'
    WHEN 'RegisterDelegatedAdministrator' THEN 'account allowed to administer root'
    ELSE 'IAM trusted in the organisation'
  END AS effect,
  COALESCE(
    regexp_extract(json_extract_scalar(request_parameters, '$.targetPrincipal'), '([0-9]{12})', 1),
    json_extract_scalar(request_parameters, '$.targetPrincipal'),
    json_extract_scalar(request_parameters, '$.accountId')
  ) AS member_account,
  regexp_extract(json_extract_scalar(request_parameters, '$.taskPolicyArn.arn'), '([^/]+)$', 1) AS task,
  mfa,
  source_ip,
  console,
  event_id,
  source_file
FROM events
WHERE outcome = 'success'
  AND (
    (event_source = 'sts.amazonaws.com' AND event_name = 'AssumeRoot')
    OR (event_source = 'iam.amazonaws.com' AND event_name IN (
      'EnableOrganizationsRootSessions', 'DisableOrganizationsRootSessions',
      'EnableOrganizationsRootCredentialsManagement', 'DisableOrganizationsRootCredentialsManagement'
    ))
    OR (event_source = 'organizations.amazonaws.com' AND event_name IN ('RegisterDelegatedAdministrator', 'EnableAWSServiceAccess')
      AND json_extract_scalar(request_parameters, '$.servicePrincipal') = 'iam.amazonaws.com')
  )
