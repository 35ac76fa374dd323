/*
id: ERR-05
title: AWS says a key is compromised
question: Did AWS put a user, role or group into quarantine because its keys were exposed, and was the quarantine lifted?
expect: none
category:
  management: required
events:
  iam.amazonaws.com: [AttachUserPolicy, AttachRolePolicy, AttachGroupPolicy, PutUserPolicy]
context:
  iam.amazonaws.com: [DetachUserPolicy, DetachRolePolicy, DetachGroupPolicy, DeleteUserPolicy]
needs: [outcome, actor_name, actor_class, source_ip, request_parameters]
columns:
  event_time: When the quarantine began, UTC
  account_id: Account of the user, role or group
  region: Region the call was recorded in
  actor_name: Who attached the policy, as the record has it
  actor_class: AWS service, root, person, workload or unknown
  event_name: What was done
  identity: The user, role or group in quarantine
  policy: The quarantine policy
  lifted_at: When it was taken off again, UTC; empty if not in the period
  lifted_by: Who took it off
  source_ip: Address the request came from
  event_id: CloudTrail's id of the event
  source_file: Log object the record stands in
limits: AWS attaches these policies when keys are found in public places or used in fraud; letters and support cases about it are not in CloudTrail. A quarantine of an earlier period that is lifted in this one stands in IAM-02 only. What the exposed key did must be looked up by its id.
references:
  - https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSCompromisedKeyQuarantineV3.html
  - https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSCompromisedKeyQuarantineV2.html
  - https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSCompromisedKeyQuarantine.html
*/
WITH quarantines AS (
  SELECT
    event_time,
    account_id,
    region,
    actor_name,
    actor_class,
    event_name,
    identity,
    policy,
    source_ip,
    event_id,
    source_file
  FROM (
    SELECT
      event_time,
      account_id,
      region,
      actor_name,
      actor_class,
      event_name,
      COALESCE(
        json_extract_scalar(request_parameters, '$.userName'),
        json_extract_scalar(request_parameters, '$.roleName'),
        json_extract_scalar(request_parameters, '$.groupName')
      ) AS identity,
      CASE
        WHEN event_name IN ('PutUserPolicy', 'DeleteUserPolicy') THEN json_extract_scalar(request_parameters, '$.policyName')
        ELSE regexp_extract(json_extract_scalar(request_parameters, '$.policyArn'), '^arn:aws[a-z-]*:iam::aws:policy/(.+)$', 1)
      END AS policy,
      source_ip,
      event_id,
      source_file
    FROM events
    WHERE outcome = 'success'
      AND event_source = 'iam.amazonaws.com'
      AND event_name IN ('AttachUserPolicy', 'AttachRolePolicy', 'AttachGroupPolicy', 'PutUserPolicy', 'DetachUserPolicy', 'DetachRolePolicy', 'DetachGroupPolicy', 'DeleteUserPolicy')
  ) named
  -- AWS's own policies, whatever version of them; and the inline policy that AWS used before it had these.
  WHERE regexp_like(policy, '^(AWSCompromisedKeyQuarantine(V[0-9]+)?|AWSExposedCredentialPolicy_DO_NOT_REMOVE)$')
)
SELECT
  q.event_time,
  q.account_id,
  q.region,
  q.actor_name,
  q.actor_class,
  q.event_name,
  q.identity,
  q.policy,
  min(l.event_time) AS lifted_at,
  min_by(COALESCE(l.actor_name, 'not named'), l.event_time || l.event_id) AS lifted_by,
  q.source_ip,
  q.event_id,
  q.source_file
FROM quarantines q
LEFT JOIN quarantines l
  ON l.account_id = q.account_id AND l.identity = q.identity AND l.policy = q.policy
  AND l.event_name IN ('DetachUserPolicy', 'DetachRolePolicy', 'DetachGroupPolicy', 'DeleteUserPolicy')
  AND l.event_time >= q.event_time
WHERE q.event_name IN ('AttachUserPolicy', 'AttachRolePolicy', 'AttachGroupPolicy', 'PutUserPolicy')
GROUP BY q.event_time, q.account_id, q.region, q.actor_name, q.actor_class, q.event_name, q.identity, q.policy, q.source_ip, q.event_id, q.source_file
