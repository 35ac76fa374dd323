/*
id: SEC-01
title: Secrets read
question: Who read which secrets, encrypted parameters and passwords, people above all, how often, and who was refused?
expect: measure                    # applications read secrets all day: counts by reader and secret, people first
category:
  management: required
events:
  secretsmanager.amazonaws.com: [GetSecretValue, BatchGetSecretValue]
  ssm.amazonaws.com: [GetParameter, GetParameters, GetParametersByPath, GetParameterHistory]
  ec2.amazonaws.com: [GetPasswordData]
  lightsail.amazonaws.com: [GetRelationalDatabaseMasterUserPassword, DownloadDefaultKeyPair]
  redshift.amazonaws.com: [GetClusterCredentials, GetClusterCredentialsWithIAM]
  redshift-serverless.amazonaws.com: [GetCredentials]
needs: [outcome, actor_name, actor_class, role_name, source_ip, request_parameters]
columns:
  reader: A person (root too), an AWS service, a workload or other
  account_id: Account the read was recorded in
  region: Region of the secret
  principal: Who read; for workloads the role
  store: Secrets Manager, Parameter Store, or the service that gave out a password
  secret: The secret or parameter as named in the request; the instance or database whose password it was
  events: Reads in the period, refused ones too
  refused: Of the events, how many were denied
  busiest_hour_events: Most reads (and refusals) of any secrets by this principal in one hour in this account
  source_ips: Different addresses the reads came from
  first_time: First read, UTC
  last_time: Last read, UTC
  first_event_id: Event of the first read
  last_event_id: Event of the last read
key: [reader, account_id, region, principal, store, secret]
limits: One secret can stand in two rows, by name and by ARN. Parameter reads count only when decryption was asked for; the log does not say whether the parameter was encrypted. Whether a reader is new shows only against the previous period.
references:
  - https://docs.aws.amazon.com/secretsmanager/latest/userguide/cloudtrail_log_entries.html
  - https://docs.aws.amazon.com/systems-manager/latest/userguide/monitoring-cloudtrail-logs.html
*/
WITH reads AS (
  SELECT
    event_id,
    event_time,
    account_id,
    region,
    source_ip,
    outcome,
    CASE
      WHEN actor_class IN ('person', 'root') THEN 'a person'
      WHEN actor_class = 'aws-service' THEN 'an AWS service'
      WHEN actor_class = 'workload' THEN 'workload'
      ELSE 'other'
    END AS reader,
    CASE WHEN actor_class = 'person' THEN actor_name ELSE COALESCE(role_name, actor_name, 'not named') END AS principal,
    CASE event_source
      WHEN 'secretsmanager.amazonaws.com' THEN 'Secrets Manager'
      WHEN 'ssm.amazonaws.com' THEN 'Parameter Store'
      WHEN 'ec2.amazonaws.com' THEN 'EC2'
      WHEN 'lightsail.amazonaws.com' THEN 'Lightsail'
      ELSE 'Redshift'
    END AS store,
    COALESCE(
      json_extract_scalar(request_parameters, '$.secretId'),
      json_extract_scalar(request_parameters, '$.name'),
      'all under ' || json_extract_scalar(request_parameters, '$.path'),
      regexp_extract(request_parameters, '"(secretIdList|names)"\s*:\s*\[([^\]]+)\]', 2),
      CASE WHEN event_name = 'BatchGetSecretValue' THEN 'those matching a filter' END,
      json_extract_scalar(request_parameters, '$.instanceId'),
      json_extract_scalar(request_parameters, '$.relationalDatabaseName'),
      json_extract_scalar(request_parameters, '$.clusterIdentifier'),
      json_extract_scalar(request_parameters, '$.workgroupName'),
      'not logged'
    ) AS secrets
  FROM events
  WHERE outcome IN ('success', 'denied')
    AND (
      (event_source = 'secretsmanager.amazonaws.com' AND event_name IN ('GetSecretValue', 'BatchGetSecretValue'))
      OR (event_source = 'ssm.amazonaws.com' AND event_name IN ('GetParameter', 'GetParameters', 'GetParametersByPath', 'GetParameterHistory')
        AND json_extract_scalar(request_parameters, '$.withDecryption') = 'true')
      OR (event_source = 'ec2.amazonaws.com' AND event_name = 'GetPasswordData')
      OR (event_source = 'lightsail.amazonaws.com' AND event_name IN ('GetRelationalDatabaseMasterUserPassword', 'DownloadDefaultKeyPair'))
      OR (event_source = 'redshift.amazonaws.com' AND event_name IN ('GetClusterCredentials', 'GetClusterCredentialsWithIAM'))
      OR (event_source = 'redshift-serverless.amazonaws.com' AND event_name = 'GetCredentials')
    )
),
counted AS (
  SELECT
    event_id,
    event_time,
    account_id,
    region,
    source_ip,
    outcome,
    reader,
    principal,
    store,
    secrets,
    count(event_id) OVER (PARTITION BY account_id, reader, principal, substr(event_time, 1, 13)) AS in_hour
  FROM reads
)
SELECT
  c.reader,
  c.account_id,
  c.region,
  c.principal,
  c.store,
  s.value AS secret,
  count(DISTINCT c.event_id) AS events,
  count(DISTINCT CASE WHEN c.outcome = 'denied' THEN c.event_id END) AS refused,
  max(c.in_hour) AS busiest_hour_events,
  count(DISTINCT c.source_ip) AS source_ips,
  substr(min(c.event_time || c.event_id), 1, 20) AS first_time,
  substr(max(c.event_time || c.event_id), 1, 20) AS last_time,
  substr(min(c.event_time || c.event_id), 21) AS first_event_id,
  substr(max(c.event_time || c.event_id), 21) AS last_event_id
FROM counted c
-- A list of names is still quoted text here: "a","b".
CROSS JOIN UNNEST(split(c.secrets, '"')) AS s(value)
WHERE regexp_like(s.value, '[A-Za-z0-9]')
GROUP BY c.reader, c.account_id, c.region, c.principal, c.store, s.value
