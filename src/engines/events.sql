-- From `records` (a log record's fields, as logged) to `events` (what happened, one row an event).
-- Portable: the same text on Athena engine version 3 and on DuckDB. (Patterns end in \z: Trino's $ also stands before a last line feed.)
-- Each part is one SELECT; the engine puts them together, and may keep `interpreted` as a table. Columns and their meaning:
-- docs/writing-queries.md. Field semantics: CloudTrail's record contents and userIdentity pages,
-- https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference.html

-- part: interpreted
-- Every record, with what tells events apart: id, time, place, kind. A record without an event id or a readable time has NULL
-- there; the engine counts it, and it is no event.
SELECT
  NULLIF(event_id, '') AS event_id,
  CASE
    WHEN length(event_time) = 20 AND regexp_like(event_time, '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z\z') THEN event_time
    -- Copies that went through other tools: a blank for the T, fractions of a second, no Z. All are UTC.
    WHEN regexp_like(event_time, '^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]+)?Z?\z') THEN substr(event_time, 1, 10) || 'T' || substr(event_time, 12, 8) || 'Z'
  END AS event_time,
  lower(event_source) AS event_source,
  CASE WHEN strpos(event_name, '20') > 0 THEN regexp_replace(event_name, '20[0-9]{2}_?[0-9]{2}_?[0-9]{2}(v[0-9]+)?\z', '') ELSE event_name END AS event_name,
  event_name AS event_name_raw,
  CASE
    WHEN event_category = 'Management' THEN 'management'
    WHEN event_category = 'Data' THEN 'data'
    WHEN event_category <> '' THEN CASE lower(event_category) WHEN 'networkactivity' THEN 'network' ELSE lower(event_category) END
    WHEN event_type = 'AwsCloudTrailInsight' THEN 'insight'
    WHEN event_type IN ('AwsVpceEvent', 'AwsVpceEvents') THEN 'network'
    WHEN management_event = 'false' THEN 'data'
    -- Records older than event version 1.06 name no category; these were never management events.
    WHEN management_event IS NULL AND lower(event_source) = 'lambda.amazonaws.com' AND regexp_like(event_name, '^Invoke(20[0-9_]+(v[0-9]+)?)?\z') THEN 'data'
    WHEN management_event IS NULL AND lower(event_source) = 's3.amazonaws.com'
      AND event_name IN ('GetObject', 'PutObject', 'DeleteObject', 'DeleteObjects', 'CopyObject', 'HeadObject', 'ListObjects', 'UploadPart', 'GetObjectAcl', 'PutObjectAcl') THEN 'data'
    ELSE 'management'
  END AS event_category,
  event_type,
  COALESCE(NULLIF(recipient_account_id, ''), path_account, 'unknown') AS account_id,
  COALESCE(NULLIF(aws_region, ''), 'unknown') AS region,
  addendum_reason,
  NULLIF(addendum_original_event_id, '') AS addendum_original_event_id,
  read_only, error_code, error_message, identity_type, identity_principal_id, identity_arn, identity_account_id, identity_user_name, identity_access_key_id,
  identity_invoked_by, identity_provider, identity_on_behalf_of, session_mfa, session_created, session_source_identity, session_sign_in_arn, session_issuer_type,
  session_issuer_arn, session_issuer_user_name, session_federated_provider, session_credential_from_console, source_ip_address, user_agent, vpc_endpoint_id,
  tls_version, resource_arns, request_parameters, response_elements, additional_event_data, service_event_details, shared_event_id, source_file
FROM records

-- part: repeated
-- A record's event is its own, or the one it is an addendum to.
SELECT account_id, COALESCE(addendum_original_event_id, event_id) AS original_event_id
FROM interpreted
WHERE event_id IS NOT NULL AND event_time IS NOT NULL
GROUP BY account_id, COALESCE(addendum_original_event_id, event_id)
HAVING count(*) > 1

-- part: repeated_records
-- The records of events that stand in several; in a month that is a handful.
SELECT i.*
FROM interpreted i
JOIN repeated d ON i.account_id = d.account_id AND COALESCE(i.addendum_original_event_id, i.event_id) = d.original_event_id
WHERE i.event_id IS NOT NULL AND i.event_time IS NOT NULL

-- part: kept
-- Of several records of one event in one account, the one to keep: an addendum first, then the greatest log object, then the
-- greatest text. `unique_records` is these, and every record with an id of its own.
SELECT *
FROM (
  SELECT
    r.*,
    row_number() OVER (
      PARTITION BY account_id, COALESCE(addendum_original_event_id, event_id)
      ORDER BY CASE WHEN addendum_reason IS NULL THEN 0 ELSE 1 END DESC, source_file DESC,
        event_time || ' ' || COALESCE(event_name_raw, '') || ' ' || COALESCE(error_code, '') || ' ' || COALESCE(identity_arn, '')
          -- A stage may lack the JSON of events that no query reads it of; what else is told stands before it.
          || ' ' || COALESCE(identity_principal_id, '') || ' ' || COALESCE(identity_access_key_id, '') || ' ' || COALESCE(source_ip_address, '') || ' ' || COALESCE(user_agent, '')
          || ' ' || COALESCE(error_message, '') || ' ' || COALESCE(read_only, '') || ' ' || COALESCE(resource_arns, '')
          || ' ' || COALESCE(request_parameters, '') || ' ' || COALESCE(response_elements, '') DESC
    ) AS place
  FROM repeated_records r
) ranked
WHERE place = 1

-- part: described
-- What the record says in one vocabulary for every service: who, through which login, from where, what, and how it went. `request_resource`
-- is the first of a list of request parameters that names a thing.
SELECT
  event_id,
  event_time,
  substr(event_time, 1, 10) AS event_day,
  event_source,
  event_name,
  event_name_raw,
  event_category,
  event_type,
  account_id,
  region,
  CASE
    WHEN read_only IN ('true', 'false') THEN read_only
    WHEN starts_with(event_name, 'Get') OR starts_with(event_name, 'List') OR starts_with(event_name, 'Describe') OR starts_with(event_name, 'Head')
      OR starts_with(event_name, 'Lookup') OR starts_with(event_name, 'Search') OR starts_with(event_name, 'BatchGet')
      OR starts_with(event_name, 'Check') OR starts_with(event_name, 'Query') OR starts_with(event_name, 'Scan') OR starts_with(event_name, 'Select')
      OR starts_with(event_name, 'View') OR starts_with(event_name, 'Preview') OR starts_with(event_name, 'Test')
      OR starts_with(event_name, 'Validate') OR starts_with(event_name, 'Estimate') OR starts_with(event_name, 'Simulate')
      OR starts_with(event_name, 'Decode') OR starts_with(event_name, 'Download') OR starts_with(event_name, 'AssumeRole') THEN 'true'
    ELSE 'false'
  END AS read_only,
  CASE
    WHEN event_source = 'signin.amazonaws.com' AND strpos(response_elements, '"Failure"') > 0 THEN 'failed'
    WHEN error_code IS NULL AND error_message IS NULL THEN 'success'
    WHEN error_code IS NULL THEN 'failed'
    WHEN strpos(error_code, 'AccessDenied') > 0 OR strpos(error_code, 'Unauthorized') > 0 OR strpos(error_code, 'NotAuthorized') > 0
      OR error_code IN ('AuthFailure', 'Client.AuthFailure', 'AuthorizationError', 'AuthorizationErrorException', 'Forbidden', 'ForbiddenException', 'AllAccessDisabled', 'NotSignedUp') THEN 'denied'
    WHEN strpos(error_code, 'Throttl') > 0 OR strpos(error_code, 'RequestLimitExceeded') > 0 OR strpos(error_code, 'TooManyRequests') > 0
      OR strpos(error_code, 'RateExceeded') > 0 OR strpos(error_code, 'ThroughputExceeded') > 0 OR error_code IN ('SlowDown', 'RequestThrottled', 'BandwidthLimitExceeded') THEN 'throttled'
    ELSE 'failed'
  END AS outcome,
  error_code,
  error_message,
  identity_type AS actor_type,
  identity_principal_id AS actor_principal_id,
  identity_arn AS actor_arn,
  identity_account_id AS actor_account_id,
  CASE
    WHEN identity_type = 'Root' THEN 'root'
    WHEN identity_type = 'AssumedRole' AND starts_with(role_name, 'AWSReservedSSO_') THEN COALESCE(session_name, role_name)
    WHEN identity_type = 'AssumedRole' THEN COALESCE(role_name || '/' || session_name, role_name, session_name, identity_arn, identity_principal_id)
    WHEN identity_type = 'AWSService' THEN COALESCE(invoked_by, source_ip)
    WHEN identity_type = 'AWSAccount' AND anonymous = 'true' THEN 'anonymous'
    WHEN identity_type = 'AWSAccount' THEN COALESCE(identity_arn, 'account ' || identity_account_id, identity_principal_id)
    WHEN identity_type IS NULL AND event_type = 'AwsServiceEvent' THEN COALESCE(invoked_by, event_source)
    ELSE COALESCE(identity_user_name, identity_arn, identity_principal_id, identity_on_behalf_of, invoked_by)
  END AS actor_name,
  CASE
    WHEN identity_type = 'AWSService' OR event_type = 'AwsServiceEvent' THEN 'aws-service'
    WHEN identity_type = 'Root' THEN 'root'
    WHEN starts_with(role_name, 'AWSServiceRoleFor') OR strpos(role_arn, '/aws-service-role/') > 0 THEN 'aws-service'
    WHEN identity_type IN ('IAMUser', 'IdentityCenterUser', 'SAMLUser', 'FederatedUser', 'Directory') THEN 'person'
    WHEN identity_type = 'AssumedRole' AND (starts_with(role_name, 'AWSReservedSSO_') OR console = 'true' OR session_mfa = 'true') THEN 'person'
    WHEN identity_type IN ('AssumedRole', 'Role', 'WebIdentityUser') THEN 'workload'
    WHEN anonymous = 'true' THEN 'anonymous'
    ELSE 'unknown'
  END AS actor_class,
  access_key_id,
  role_arn,
  role_name,
  session_name,
  session_started,
  CASE
    WHEN event_source = 'signin.amazonaws.com' AND event_name = 'ConsoleLogin' THEN
      CASE lower(json_extract_scalar(additional_event_data, '$.MFAUsed')) WHEN 'yes' THEN 'true' WHEN 'no' THEN 'false' END
    ELSE session_mfa
  END AS mfa,
  source_identity,
  sign_in_session_arn,
  federated_provider,
  identity_on_behalf_of AS on_behalf_of,
  invoked_by,
  console,
  source_ip,
  user_agent,
  vpc_endpoint_id,
  tls_version,
  COALESCE(split_part(resource_arns, chr(10), 1), request_resource) AS resource,
  resource_arns,
  request_parameters,
  response_elements,
  additional_event_data,
  service_event_details,
  shared_event_id,
  source_file
FROM (
  SELECT
    event_id, event_time, event_source, event_name, event_name_raw, event_category, event_type, account_id, region,
    CASE WHEN read_only IN ('true', 'false') THEN read_only ELSE lower(read_only) END AS read_only,
    NULLIF(error_code, '') AS error_code,
    NULLIF(error_message, '') AS error_message,
    identity_type,
    identity_principal_id,
    identity_arn,
    identity_account_id,
    NULLIF(identity_user_name, '') AS identity_user_name,
    NULLIF(identity_access_key_id, '') AS access_key_id,
    NULLIF(identity_invoked_by, '') AS invoked_by,
    identity_on_behalf_of,
    COALESCE(session_federated_provider, identity_provider) AS federated_provider,
    CASE WHEN session_mfa IN ('true', 'false') THEN session_mfa ELSE lower(session_mfa) END AS session_mfa,
    CASE WHEN session_issuer_type = 'Role' OR session_issuer_type IS NULL THEN session_issuer_arn END AS role_arn,
    CASE WHEN identity_type = 'AssumedRole' THEN COALESCE(session_issuer_user_name, split_part(identity_arn, '/', 2)) END AS role_name,
    CASE WHEN identity_type = 'AssumedRole' THEN COALESCE(split_part(identity_principal_id, ':', 2), split_part(identity_arn, '/', 3)) END AS session_name,
    -- Documented in ISO 8601's basic form, logged in the extended one: both are read.
    CASE WHEN length(session_created) = 16 AND regexp_like(session_created, '^[0-9]{8}T[0-9]{6}Z\z')
      THEN substr(session_created, 1, 4) || '-' || substr(session_created, 5, 2) || '-' || substr(session_created, 7, 5) || ':' || substr(session_created, 12, 2) || ':' || substr(session_created, 14, 3)
      ELSE session_created END AS session_started,
    session_source_identity AS source_identity,
    session_sign_in_arn AS sign_in_session_arn,
    CASE
      WHEN length(identity_principal_id) = 9 AND lower(identity_principal_id) = 'anonymous' THEN 'true'
      WHEN length(identity_account_id) IN (9, 19) AND lower(identity_account_id) IN ('anonymous', 'anonymous_principal') THEN 'true'
      ELSE 'false'
    END AS anonymous,
    -- The flag first; older records have only the user agent. A browser's user agent on a signed call is the console, but for web identities' own pages.
    CASE
      WHEN lower(session_credential_from_console) = 'true' OR event_type IN ('AwsConsoleAction', 'AwsConsoleSignIn') THEN 'true'
      WHEN user_agent IN ('console.amazonaws.com', 'console.ec2.amazonaws.com', 'signin.amazonaws.com') THEN 'true'
      WHEN strpos(user_agent, 'Console') > 0 AND (strpos(user_agent, 'S3Console/') > 0 OR strpos(user_agent, 'EC2ConsoleFrontend') > 0 OR strpos(user_agent, 'AWS Console') > 0) THEN 'true'
      WHEN (starts_with(user_agent, 'Mozilla/') OR starts_with(user_agent, '[Mozilla/')) AND identity_type IN ('Root', 'IAMUser', 'AssumedRole') AND session_federated_provider IS NULL THEN 'true'
      ELSE 'false'
    END AS console,
    source_ip_address AS source_ip,
    NULLIF(user_agent, '') AS user_agent,
    NULLIF(vpc_endpoint_id, '') AS vpc_endpoint_id,
    tls_version,
    NULLIF(resource_arns, '') AS resource_arns,
    request_resource,
    NULLIF(request_parameters, 'null') AS request_parameters,
    NULLIF(response_elements, 'null') AS response_elements,
    NULLIF(additional_event_data, 'null') AS additional_event_data,
    NULLIF(service_event_details, 'null') AS service_event_details,
    shared_event_id,
    CAST(source_file AS varchar) AS source_file
  FROM unique_records
) r

-- part: events
-- What other columns tell.
SELECT
  d.*,
  -- Identity Center makes a role of a permission set in each account: AWSReservedSSO_, the set's name, _ and 16 hexadecimal digits.
  CASE WHEN starts_with(role_name, 'AWSReservedSSO_') THEN regexp_extract(role_name, '^AWSReservedSSO_(.+)_[0-9a-f]{16}\z', 1) END AS permission_set,
  CASE
    WHEN strpos(invoked_by, 'cloudformation.amazonaws.com') > 0 OR user_agent = 'cloudformation.amazonaws.com' THEN 'cloudformation'
    WHEN actor_class = 'aws-service' THEN 'aws-service'
    WHEN strpos(user_agent, 'Terraform') > 0 OR strpos(user_agent, 'terraform-provider') > 0 OR strpos(user_agent, 'OpenTofu') > 0 THEN 'terraform'
    WHEN strpos(user_agent, 'aws-cdk/') > 0 OR strpos(user_agent, 'cdk-assets/') > 0 THEN 'cdk'
    WHEN console = 'true' OR invoked_by IN ('signin.amazonaws.com', 'console.amazonaws.com') THEN 'console'
    WHEN invoked_by <> 'AWS Internal' THEN 'aws-service'
    ELSE 'sdk-cli'
  END AS tool
FROM described d
