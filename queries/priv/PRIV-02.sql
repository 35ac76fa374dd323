/*
id: PRIV-02
title: Access from other accounts
question: Which other AWS accounts used roles or resources of the accounts in scope in the period, and are they known?
expect: population
category:
  management: required
  data: optional
events: any
context:
  sts.amazonaws.com: [AssumeRole, AssumeRoleWithSAML, AssumeRoleWithWebIdentity, AssumeRoot]
needs: [outcome, actor_principal_id, actor_arn, actor_account_id, actor_class, source_ip, request_parameters]
settings:
  accounts: optional
  known-accounts: optional
columns:
  account_id: Account that was reached
  from_account: Account the caller belongs to
  relationship: In scope, a known account, or not listed
  reached: Role that was taken, or the service whose resources were used
  calls: Calls made
  principals: Different callers
  addresses: Different source addresses
  events: Events
  denied: Of the events, refused
  first_time: First event, UTC
  last_time: Last event, UTC
  first_event_id: Id of the first event
  last_event_id: Id of the last event
key: [account_id, from_account, reached]
limits: >-
  Shows what reached the accounts in scope, not what they reached elsewhere. What another account does inside a role it took counts as that role's own activity. A refused AssumeRole from another
  account is not logged here; most use of shared data (objects, tables) is logged only where data events are recorded. AWS services and anonymous callers have no account and are left out. Without a list
  of known accounts every account outside the scope shows as not listed.
references:
  - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html
  - https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html
*/
WITH reaching AS (
  SELECT
    event_id, event_time, account_id, actor_account_id, COALESCE(actor_arn, actor_principal_id) AS principal, source_ip, event_name, outcome,
    CASE
      WHEN event_source = 'sts.amazonaws.com' AND starts_with(event_name, 'AssumeRole') THEN COALESCE(json_extract_scalar(request_parameters, '$.roleArn'), event_source)
      ELSE COALESCE(event_source, 'not stated')
    END AS reached
  FROM events
  WHERE actor_account_id <> account_id
    AND account_id <> 'unknown'
    AND regexp_like(actor_account_id, '^[0-9]{12}$')
    AND actor_class <> 'aws-service'
),
access AS (
  SELECT
    account_id,
    actor_account_id AS from_account,
    reached,
    substr(array_join(array_agg(DISTINCT event_name ORDER BY event_name), ', '), 1, 1000) || CASE WHEN length(array_join(array_agg(DISTINCT event_name ORDER BY event_name), ', ')) > 1000 THEN '…' ELSE '' END AS calls,
    count(DISTINCT principal) AS principals,
    count(DISTINCT source_ip) AS addresses,
    count(*) AS events,
    count_if(outcome = 'denied') AS denied,
    substr(min(event_time || event_id), 1, 20) AS first_time,
    substr(max(event_time || event_id), 1, 20) AS last_time,
    substr(min(event_time || event_id), 21) AS first_event_id,
    substr(max(event_time || event_id), 21) AS last_event_id
  FROM reaching
  GROUP BY account_id, actor_account_id, reached
)
SELECT
  account_id,
  from_account,
  CASE
    WHEN from_account IN (SELECT value FROM setting_accounts) THEN 'in scope'
    WHEN from_account IN (SELECT value FROM setting_known_accounts) THEN 'known account'
    ELSE 'not listed'
  END AS relationship,
  reached,
  calls,
  principals,
  addresses,
  events,
  denied,
  first_time,
  last_time,
  first_event_id,
  last_event_id
FROM access
