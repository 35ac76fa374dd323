/*
id: PRIV-05
title: Pipeline sessions by OIDC
question: Which repositories and pipelines took roles by OIDC in the period, are they the ones agreed, and how much did they do?
expect: population
category:
  management: required
events:
  sts.amazonaws.com: [AssumeRoleWithWebIdentity]
context: any
needs: [read_only, outcome, actor_name, access_key_id, federated_provider, source_ip, request_parameters, response_elements]
settings:
  oidc-subjects: optional
columns:
  event_time: When, UTC
  account_id: Account the event was recorded in
  region: AWS region
  provider: Identity provider of the pipeline
  subject: Subject of its token
  repository: Repository or project in the subject
  listed: Whether the subject is on the list oidc-subjects
  role: Role taken
  session_name: Session name, chosen by the pipeline
  calls: Calls made with the credentials within the period
  changes: Of these, successful calls that AWS does not mark as reading; starting an Athena query is one
  source_ip: From where
  event_id: Event id
  source_file: Log object
limits: >-
  The rows are all sessions of roles taken with a web identity, but for pods of EKS clusters and users of apps (Cognito, Amazon, Google, Facebook). Runs of this evidence collection are among them. In the list, * stands for any text.
  The subject says which repository and reference ran, not what its workflow did. Calls through a further role are not counted, and refused attempts are not all logged.
references:
  - https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
  - https://docs.github.com/en/actions/reference/security/oidc
*/
WITH sessions AS (
  SELECT
    event_id, event_time, account_id, region, source_ip, source_file,
    COALESCE(regexp_extract(provider, 'oidc-provider/(.+)$', 1), provider, 'not stated') AS provider,
    subject, role, session_name, issued_key
  FROM (
    SELECT
      event_id, event_time, account_id, region, source_ip, source_file,
      COALESCE(json_extract_scalar(response_elements, '$.provider'), federated_provider) AS provider,
      COALESCE(json_extract_scalar(response_elements, '$.subjectFromWebIdentityToken'), actor_name) AS subject,
      json_extract_scalar(request_parameters, '$.roleArn') AS role,
      json_extract_scalar(request_parameters, '$.roleSessionName') AS session_name,
      json_extract_scalar(response_elements, '$.credentials.accessKeyId') AS issued_key
    FROM events
    WHERE event_source = 'sts.amazonaws.com' AND event_name = 'AssumeRoleWithWebIdentity' AND outcome = 'success'
  ) issued
  WHERE NOT regexp_like(COALESCE(provider, ''), '(^|/)(oidc[.]eks[.]|cognito-identity[.]amazonaws[.]com|www[.]amazon[.]com|graph[.]facebook[.]com|accounts[.]google[.]com)')
),
-- A value matches as in a trust policy: * stands for any text.
agreed AS (
  SELECT DISTINCT s.subject
  FROM (SELECT DISTINCT subject FROM sessions) s
  JOIN setting_oidc_subjects l
    ON s.subject LIKE replace(replace(replace(replace(l.value, '!', '!!'), '%', '!%'), '_', '!_'), '*', '%') ESCAPE '!'
),
kept_list AS (
  SELECT count(*) AS entries FROM setting_oidc_subjects
),
used AS (
  SELECT e.access_key_id, count(*) AS calls, count_if(e.read_only = 'false' AND e.outcome = 'success') AS changes
  FROM events e
  JOIN (SELECT DISTINCT issued_key FROM sessions WHERE issued_key IS NOT NULL) k ON k.issued_key = e.access_key_id
  GROUP BY e.access_key_id
)
SELECT
  s.event_time,
  s.account_id,
  s.region,
  s.provider,
  s.subject,
  regexp_replace(COALESCE(regexp_extract(s.subject, '^repo:([^:]+)', 1), regexp_extract(s.subject, '^project_path:([^:]+)', 1)), '@[0-9]+', '') AS repository,
  CASE WHEN a.subject IS NOT NULL THEN 'yes' WHEN kept_list.entries = 0 THEN 'no list kept' ELSE 'no' END AS listed,
  s.role,
  s.session_name,
  COALESCE(u.calls, 0) AS calls,
  COALESCE(u.changes, 0) AS changes,
  s.source_ip,
  s.event_id,
  s.source_file
FROM sessions s
CROSS JOIN kept_list
LEFT JOIN agreed a ON a.subject = s.subject
LEFT JOIN used u ON u.access_key_id = s.issued_key
