/*
id: IAM-08
title: Password policy and sign-in settings changed
question: Was the account's password policy, or another setting of how its users sign in, changed or deleted in the period, to what and by whom?
expect: population
category:
  management: required
events:
  iam.amazonaws.com: [UpdateAccountPasswordPolicy, DeleteAccountPasswordPolicy, CreateAccountAlias, DeleteAccountAlias, SetSecurityTokenServicePreferences]
  signin.amazonaws.com: [PutResourcePermissionStatement, DeleteResourcePermissionStatement, PutConsoleAuthorizationConfiguration, DeleteConsoleAuthorizationConfiguration]
needs: [outcome, actor_name, actor_class, invoked_by, console, source_ip, request_parameters]
columns:
  event_time: When, UTC
  account_id: Account the event was recorded in
  region: AWS region
  actor_name: Who
  actor_class: Kind of actor
  event_name: Call
  change: What was done
  minimum_length: Shortest password allowed
  must_contain: Kinds of character a password must contain
  maximum_age_days: Days after which a password expires
  reuse_prevention: Earlier passwords that may not be used again
  detail: Alias, version of tokens, or statement
  source_ip: From where
  console: Made from the AWS console
  through: AWS service that made the call for the actor
  event_id: Event id
  source_file: Log object
limits: >-
  Successful calls only. A change sets the whole policy: what it does not name goes back to AWS's default. The policy before the change is not in the event, and a policy older than the period is
  not here at all. It holds for IAM users only; passwords of Identity Center and of other identity providers follow their own rules.
references:
  - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html
  - https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccountPasswordPolicy.html
*/
WITH changes AS (
  SELECT
    event_id, event_time, account_id, region, actor_name, actor_class, event_name, source_ip, console, invoked_by, source_file, request_parameters,
    CASE WHEN json_extract_scalar(request_parameters, '$.requireSymbols') = 'true' THEN 'symbols, ' ELSE '' END
      || CASE WHEN json_extract_scalar(request_parameters, '$.requireNumbers') = 'true' THEN 'numbers, ' ELSE '' END
      || CASE WHEN json_extract_scalar(request_parameters, '$.requireUppercaseCharacters') = 'true' THEN 'upper case, ' ELSE '' END
      || CASE WHEN json_extract_scalar(request_parameters, '$.requireLowercaseCharacters') = 'true' THEN 'lower case, ' ELSE '' END AS must_contain
  FROM events
  WHERE outcome = 'success'
    AND (
      (event_source = 'iam.amazonaws.com' AND event_name IN (
        'UpdateAccountPasswordPolicy', 'DeleteAccountPasswordPolicy', 'CreateAccountAlias', 'DeleteAccountAlias', 'SetSecurityTokenServicePreferences'
      ))
      OR (event_source = 'signin.amazonaws.com' AND event_name IN (
        'PutResourcePermissionStatement', 'DeleteResourcePermissionStatement', 'PutConsoleAuthorizationConfiguration', 'DeleteConsoleAuthorizationConfiguration'
      ))
    )
)
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  actor_class,
  event_name,
  CASE event_name
    WHEN 'UpdateAccountPasswordPolicy' THEN 'password policy set'
    WHEN 'DeleteAccountPasswordPolicy' THEN 'password policy deleted'
    WHEN 'CreateAccountAlias' THEN 'sign-in alias created'
    WHEN 'DeleteAccountAlias' THEN 'sign-in alias deleted'
    WHEN 'SetSecurityTokenServicePreferences' THEN 'token version set'
    WHEN 'PutResourcePermissionStatement' THEN 'rule for console sign-in set'
    WHEN 'DeleteResourcePermissionStatement' THEN 'rule for console sign-in deleted'
    WHEN 'PutConsoleAuthorizationConfiguration' THEN 'rules for console sign-in switched on'
    ELSE 'rules for console sign-in switched off'
  END AS change,
  CASE event_name WHEN 'UpdateAccountPasswordPolicy' THEN COALESCE(json_extract_scalar(request_parameters, '$.minimumPasswordLength'), 'default') END AS minimum_length,
  CASE event_name WHEN 'UpdateAccountPasswordPolicy' THEN COALESCE(NULLIF(regexp_replace(must_contain, ', $', ''), ''), 'nothing') END AS must_contain,
  CASE event_name WHEN 'UpdateAccountPasswordPolicy' THEN COALESCE(NULLIF(json_extract_scalar(request_parameters, '$.maxPasswordAge'), '0'), 'never') END AS maximum_age_days,
  CASE event_name WHEN 'UpdateAccountPasswordPolicy' THEN COALESCE(NULLIF(json_extract_scalar(request_parameters, '$.passwordReusePrevention'), '0'), 'none') END AS reuse_prevention,
  COALESCE(json_extract_scalar(request_parameters, '$.accountAlias'), json_extract_scalar(request_parameters, '$.globalEndpointTokenVersion'),
    json_extract_scalar(request_parameters, '$.statementId'), json_extract_scalar(request_parameters, '$.targetId')) AS detail,
  source_ip,
  console,
  invoked_by AS through,
  event_id,
  source_file
FROM changes
