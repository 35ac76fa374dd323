/*
id: PRIV-01
title: Role assumption map
question: Who took which role in the period, by which door, how often and from how many places?
expect: population
category:
  management: required
events:
  sts.amazonaws.com: [AssumeRole, AssumeRoleWithSAML, AssumeRoleWithWebIdentity, AssumeRoot, GetFederationToken, GetSessionToken, GetDelegatedAccessToken]
  rolesanywhere.amazonaws.com: [CreateSession]
  eks-auth.amazonaws.com: [AssumeRoleForPodIdentity]
  cognito-identity.amazonaws.com: [GetCredentialsForIdentity]
needs: [outcome, actor_account_id, actor_name, actor_class, role_arn, federated_provider, source_ip, resource_arns, request_parameters]
columns:
  account_id: Account the events were recorded in
  role: Role taken, or root of a member account, or none
  door: Call by which credentials were issued
  caller: Who took it - a person, a role, a service, a federated subject or an account
  caller_class: Kind of caller
  caller_account: Account of the caller
  events: Times
  session_names: Different session names
  addresses: Different source addresses
  first_time: First time, UTC
  last_time: Last time, UTC
  first_event_id: Id of the first event
  last_event_id: Id of the last event
key: [account_id, role, door, caller, caller_class, caller_account]
limits: >-
  Successful calls only. A role taken across accounts stands in both accounts' records: where both are in scope it is listed once for each, and the role's account names only the other account. A refused
  call from another account is not logged in the role's account. Sessions of a role show as that role, and users of an app's identity pool as one caller.
references:
  - https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html
  - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html
*/
WITH taken AS (
  SELECT
    event_id, event_time, account_id, event_name, actor_class, source_ip,
    CASE
      WHEN event_name = 'AssumeRoot' THEN 'root of ' || COALESCE(json_extract_scalar(request_parameters, '$.targetPrincipal'), 'an account not stated')
      WHEN event_name = 'GetFederationToken' THEN 'none (federated user)'
      WHEN event_name = 'GetSessionToken' THEN 'none (own session)'
      WHEN event_name = 'GetDelegatedAccessToken' THEN 'none (delegated rights)'
      WHEN event_name = 'GetCredentialsForIdentity' THEN COALESCE(json_extract_scalar(request_parameters, '$.customRoleArn'), 'role of the identity pool')
      WHEN event_name = 'AssumeRoleForPodIdentity' THEN 'role for pods of ' || COALESCE(json_extract_scalar(request_parameters, '$.clusterName'), 'a cluster not stated')
      ELSE COALESCE(json_extract_scalar(request_parameters, '$.roleArn'), split_part(resource_arns, chr(10), 1), 'not stated')
    END AS role,
    CASE
      WHEN actor_class = 'workload' AND role_arn IS NOT NULL THEN role_arn
      WHEN regexp_like(federated_provider, '(cognito-identity[.]amazonaws[.]com|www[.]amazon[.]com|graph[.]facebook[.]com|accounts[.]google[.]com)$') THEN 'users of ' || federated_provider
      ELSE COALESCE(actor_name, 'not stated')
    END AS caller,
    COALESCE(actor_account_id, 'not stated') AS caller_account,
    COALESCE(json_extract_scalar(request_parameters, '$.roleSessionName'), json_extract_scalar(request_parameters, '$.name')) AS taken_as
  FROM events
  WHERE outcome = 'success'
    AND (
      (event_source = 'sts.amazonaws.com' AND event_name IN (
        'AssumeRole', 'AssumeRoleWithSAML', 'AssumeRoleWithWebIdentity', 'AssumeRoot', 'GetFederationToken', 'GetSessionToken', 'GetDelegatedAccessToken'
      ))
      OR (event_source = 'rolesanywhere.amazonaws.com' AND event_name = 'CreateSession')
      OR (event_source = 'eks-auth.amazonaws.com' AND event_name = 'AssumeRoleForPodIdentity')
      OR (event_source = 'cognito-identity.amazonaws.com' AND event_name = 'GetCredentialsForIdentity')
    )
)
SELECT
  account_id,
  role,
  event_name AS door,
  caller,
  actor_class AS caller_class,
  caller_account,
  count(*) AS events,
  count(DISTINCT taken_as) AS session_names,
  count(DISTINCT source_ip) AS addresses,
  substr(min(event_time || event_id), 1, 20) AS first_time,
  substr(max(event_time || event_id), 1, 20) AS last_time,
  substr(min(event_time || event_id), 21) AS first_event_id,
  substr(max(event_time || event_id), 21) AS last_event_id
FROM taken
GROUP BY account_id, role, event_name, caller, actor_class, caller_account
