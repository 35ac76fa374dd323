/*
id: INC-02
title: The evidence role's own sessions
question: Where did each run that collected evidence come from, what did it read and write, and did the role do anything beyond that?
expect: population
category:
  management: required
  data: optional                   # objects read and written
events:
  athena.amazonaws.com: [GetWorkGroup, GetTableMetadata, StartQueryExecution, BatchGetQueryExecution, GetQueryExecution, GetQueryResults, GetQueryRuntimeStatistics, StopQueryExecution]
  glue.amazonaws.com: [GetDatabase, GetTable, GetPartition, GetPartitions, BatchGetPartition, CreateTable, DeleteTable]
  s3.amazonaws.com: [GetObject, HeadObject, ListObjects, ListObjectsV2, PutObject, DeleteObject, DeleteObjects]
  sts.amazonaws.com: [AssumeRoleWithWebIdentity, AssumeRole, AssumeRoleWithSAML, GetCallerIdentity]
  cloudtrail.amazonaws.com: [DescribeTrails, GetEventSelectors]
context: any
needs: [outcome, actor_principal_id, actor_name, access_key_id, role_arn, role_name, session_name, session_started, source_ip, resource, request_parameters, response_elements]
settings:
  evidence-roles: required
  log-buckets: optional
  evidence-buckets: optional
columns:
  first_time: First call of the session, UTC
  last_time: Last call, UTC
  account_id: Account the calls were recorded in
  role: The evidence role
  session_name: Session name, chosen by the run
  session_started: When the session began, UTC
  taken_by: Subject of the run's token, or who took the role otherwise
  repository: Repository or project in the subject
  events: Calls
  statements: Statements sent to Athena
  objects_read: Objects read, by the run or by Athena for it
  read_from: Buckets they were read from
  objects_written: Objects written or deleted
  written_to: Buckets they were written to or deleted from
  refused: Calls that were refused
  beyond: Calls that are none of an evidence run's own, tried or done; empty where there are none
  source_ips: Different addresses the calls came from
  first_event_id: Id of the first call
  last_event_id: Id of the last call
key: [first_time, account_id, first_event_id]
limits: >-
  A run's own calls are those that its policy (setup/policy.json) allows, and asking who it is. Buckets count as the run's own where log-buckets and evidence-buckets name them, the bucket of
  Athena's results too; without these lists every bucket does. Objects show only where data events are logged. The run that wrote this report ran after the period: where it called AWS, its calls are in the logs of the next. The text of statements is not in the log.
references:
  - https://docs.aws.amazon.com/athena/latest/ug/monitor-with-cloudtrail.html
  - https://docs.github.com/en/actions/reference/security/oidc
*/
WITH roles AS (
  SELECT DISTINCT value FROM setting_evidence_roles
),
own_buckets AS (
  SELECT value FROM setting_log_buckets
  UNION
  SELECT value FROM setting_evidence_buckets
),
kept_list AS (
  SELECT count(*) AS entries FROM own_buckets
),
calls AS (
  SELECT
    event_id, event_time, account_id, event_source, event_name, outcome, actor_principal_id, access_key_id, role_name, session_name, session_started, source_ip,
    CASE WHEN event_source = 's3.amazonaws.com' THEN
      CASE WHEN strpos(resource, ':::') > 0 THEN split_part(split_part(resource, ':::', 2), '/', 1) ELSE COALESCE(json_extract_scalar(request_parameters, '$.bucketName'), resource) END
    END AS bucket,
    CASE
      WHEN event_source = 's3.amazonaws.com' AND event_name IN ('GetObject', 'SelectObjectContent') THEN 'read'
      WHEN event_source = 's3.amazonaws.com' AND event_name IN ('PutObject', 'CopyObject', 'CompleteMultipartUpload', 'DeleteObject', 'DeleteObjects') THEN 'write'
      WHEN event_source = 'athena.amazonaws.com' AND event_name = 'StartQueryExecution' THEN 'statement'
      ELSE 'other'
    END AS deed,
    CASE
      WHEN event_source = 'sts.amazonaws.com' THEN CASE WHEN event_name = 'GetCallerIdentity' THEN 'yes' ELSE 'no' END
      WHEN event_source = 'athena.amazonaws.com' THEN
        CASE WHEN event_name IN (
          'GetWorkGroup', 'GetTableMetadata', 'StartQueryExecution', 'BatchGetQueryExecution', 'GetQueryExecution', 'GetQueryResults', 'GetQueryResultsStream', 'GetQueryRuntimeStatistics',
          'StopQueryExecution') THEN 'yes' ELSE 'no' END
      WHEN event_source = 'glue.amazonaws.com' THEN
        CASE
          WHEN event_name IN ('GetDatabase', 'GetDatabases', 'GetTable', 'GetTables', 'GetPartition', 'GetPartitions', 'BatchGetPartition') THEN 'yes'
          WHEN event_name IN ('CreateTable', 'DeleteTable')
            AND starts_with(COALESCE(json_extract_scalar(request_parameters, '$.tableInput.name'), json_extract_scalar(request_parameters, '$.name')), 'cloudtrail_evidence_stage_') THEN 'yes'
          ELSE 'no'
        END
      WHEN event_source = 's3.amazonaws.com' THEN
        CASE WHEN event_name IN (
          'GetBucketLocation', 'HeadBucket', 'ListObjects', 'ListObjectsV2', 'GetObject', 'HeadObject', 'PutObject', 'CreateMultipartUpload', 'UploadPart', 'CompleteMultipartUpload',
          'AbortMultipartUpload', 'ListParts', 'ListMultipartUploads', 'DeleteObject', 'DeleteObjects') THEN 'yes' ELSE 'no' END
      WHEN event_source = 'cloudtrail.amazonaws.com' THEN CASE WHEN event_name IN ('DescribeTrails', 'GetEventSelectors') THEN 'yes' ELSE 'no' END
      -- What S3 and Athena ask for on the way.
      WHEN event_source = 'kms.amazonaws.com' THEN CASE WHEN event_name IN ('Decrypt', 'GenerateDataKey') THEN 'yes' ELSE 'no' END
      WHEN event_source = 'lakeformation.amazonaws.com' THEN CASE WHEN event_name = 'GetDataAccess' THEN 'yes' ELSE 'no' END
      ELSE 'no'
    END AS own
  FROM events
  WHERE role_name IN (SELECT value FROM roles) OR role_arn IN (SELECT value FROM roles)
),
labelled AS (
  SELECT
    c.event_id, c.event_time, c.account_id, c.outcome, c.actor_principal_id, c.access_key_id, c.role_name, c.session_name, c.session_started, c.source_ip, c.bucket, c.deed,
    CASE
      WHEN c.own = 'no' THEN split_part(c.event_source, '.', 1) || ':' || c.event_name
      WHEN c.bucket IS NOT NULL AND k.entries > 0 AND c.bucket NOT IN (SELECT value FROM own_buckets) THEN 's3:' || c.event_name || ' (' || c.bucket || ')'
      ELSE ''
    END AS beyond
  FROM calls c
  CROSS JOIN kept_list k
),
sessions AS (
  SELECT
    account_id,
    actor_principal_id,
    role_name,
    session_name,
    session_started,
    min(access_key_id) AS one_key,
    max(access_key_id) AS other_key,
    count(*) AS events,
    count_if(deed = 'statement') AS statements,
    count_if(deed = 'read' AND outcome = 'success') AS objects_read,
    array_join(array_agg(DISTINCT CASE WHEN deed = 'read' THEN bucket ELSE '' END ORDER BY CASE WHEN deed = 'read' THEN bucket ELSE '' END), ', ') AS read_from,
    count_if(deed = 'write' AND outcome = 'success') AS objects_written,
    array_join(array_agg(DISTINCT CASE WHEN deed = 'write' THEN bucket ELSE '' END ORDER BY CASE WHEN deed = 'write' THEN bucket ELSE '' END), ', ') AS written_to,
    count_if(outcome = 'denied') AS refused,
    array_join(array_agg(DISTINCT beyond ORDER BY beyond), ', ') AS beyond,
    count(DISTINCT source_ip) AS source_ips,
    min(event_time || event_id) AS first_event,
    max(event_time || event_id) AS last_event
  FROM labelled
  GROUP BY account_id, actor_principal_id, role_name, session_name, session_started
),
issued AS (
  SELECT
    event_time,
    json_extract_scalar(response_elements, '$.assumedRoleUser.assumedRoleId') AS role_id,
    json_extract_scalar(response_elements, '$.credentials.accessKeyId') AS issued_key,
    COALESCE(json_extract_scalar(response_elements, '$.subjectFromWebIdentityToken'), actor_name, 'not stated') AS taken_by
  FROM events
  WHERE event_source = 'sts.amazonaws.com' AND event_name IN ('AssumeRoleWithWebIdentity', 'AssumeRole', 'AssumeRoleWithSAML') AND outcome = 'success'
),
-- Joined by the role's id alone, and only then judged: with the OR in its condition a join compares each session with each role taken.
taken AS (
  SELECT
    s.first_event, s.last_event, s.account_id, s.role_name, s.session_name, s.session_started, s.events, s.statements, s.objects_read, s.read_from, s.objects_written, s.written_to,
    s.refused, s.beyond, s.source_ips,
    max(CASE WHEN i.event_time = s.session_started OR i.issued_key IN (s.one_key, s.other_key) THEN i.taken_by END) AS taken_by
  FROM sessions s
  LEFT JOIN issued i ON i.role_id = s.actor_principal_id
  GROUP BY s.first_event, s.last_event, s.account_id, s.role_name, s.session_name, s.session_started, s.events, s.statements, s.objects_read, s.read_from, s.objects_written, s.written_to,
    s.refused, s.beyond, s.source_ips
)
SELECT
  substr(s.first_event, 1, 20) AS first_time,
  substr(s.last_event, 1, 20) AS last_time,
  s.account_id,
  s.role_name AS role,
  s.session_name,
  s.session_started,
  COALESCE(s.taken_by, 'not found in the period') AS taken_by,
  regexp_replace(COALESCE(regexp_extract(s.taken_by, '^repo:([^:]+)', 1), regexp_extract(s.taken_by, '^project_path:([^:]+)', 1)), '@[0-9]+', '') AS repository,
  s.events,
  s.statements,
  s.objects_read,
  -- Calls of other kinds left an empty name at the head of a list.
  NULLIF(regexp_replace(s.read_from, '^, ', ''), '') AS read_from,
  s.objects_written,
  NULLIF(regexp_replace(s.written_to, '^, ', ''), '') AS written_to,
  s.refused,
  NULLIF(regexp_replace(s.beyond, '^, ', ''), '') AS beyond,
  s.source_ips,
  substr(s.first_event, 21) AS first_event_id,
  substr(s.last_event, 21) AS last_event_id
FROM taken s
