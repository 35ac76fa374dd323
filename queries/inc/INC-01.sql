/*
id: INC-01
title: Timeline of an incident
question: What did the named principal, key or address do, and what happened to the named resource, in the window of the incident?
expect: population
category:
  management: required
  data: optional
events: any
needs: [event_category, read_only, outcome, actor_principal_id, actor_arn, actor_name, actor_class, access_key_id, role_arn, role_name, session_name, source_identity, on_behalf_of, invoked_by,
  source_ip, user_agent, resource, resource_arns]
settings:
  incident: required
columns:
  event_time: When, UTC
  account_id: Account the event was recorded in
  region: AWS region
  actor_name: Who
  actor_class: Kind of actor
  access_key_id: Key that signed
  event_source: Service
  event_name: Call or event
  what: sign-in, credentials issued, lasting access, logging or detection changed, data read, change, or looked up
  outcome: success, denied, throttled or failed
  touched: What it touched, as far as the record says
  traced_by: Which of the things named the event was found by
  source_ip: From where
  user_agent: Program, as it names itself
  through: AWS service that made the call for the actor
  event_id: Event id
  source_file: Log object
limits: >-
  Listed is each event that one of the things named did or touched within the window and the period; what was done with credentials these took on the way (roles, keys made for others) is not listed: name them and run
  again. What is read of buckets and tables shows only where data events are logged. Lasting access and the like are told by the name of the call. Resources are found by name or ARN as far as a record names them.
references:
  - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
  - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html
*/
WITH wanted AS (
  SELECT
    max(CASE WHEN starts_with(value, 'principal ') THEN substr(value, 11) END) AS principal,
    max(CASE WHEN starts_with(value, 'key ') THEN substr(value, 5) END) AS key_id,
    max(CASE WHEN starts_with(value, 'address ') THEN split_part(value, ' ', 2) END) AS first_address,
    max(CASE WHEN starts_with(value, 'address ') THEN split_part(value, ' ', 3) END) AS last_address,
    max(CASE WHEN starts_with(value, 'resource ') THEN substr(value, 10) END) AS thing,
    COALESCE(max(CASE WHEN starts_with(value, 'window ') THEN split_part(substr(value, 8), '/', 1) END), '') AS starts,
    COALESCE(max(CASE WHEN starts_with(value, 'window ') THEN split_part(substr(value, 8), '/', 2) END), '9999') AS ends
  FROM setting_incident
),
in_window AS (
  SELECT
    e.event_id, e.event_time, e.account_id, e.region, e.event_source, e.event_name, e.event_category, e.read_only, e.outcome, e.actor_name, e.actor_class, e.access_key_id, e.invoked_by,
    e.source_ip, e.user_agent, e.resource, e.resource_arns, e.source_file,
    CASE WHEN w.principal IN (e.actor_name, e.actor_arn, e.actor_principal_id, e.role_name, e.role_arn, e.session_name, e.source_identity, e.on_behalf_of) THEN 'yes' END AS by_principal,
    CASE WHEN w.key_id IN (e.access_key_id, e.resource) THEN 'yes' END AS by_key,
    -- Found by its ARN or its name at the end of one; what lies in it (an object, a version) counts too.
    CASE WHEN w.thing IS NOT NULL AND (
      w.thing = e.resource
      OR strpos(chr(10) || COALESCE(e.resource_arns, e.resource) || chr(10), chr(10) || w.thing || chr(10)) > 0
      OR strpos(chr(10) || COALESCE(e.resource_arns, e.resource) || chr(10), chr(10) || w.thing || '/') > 0
      OR strpos(chr(10) || COALESCE(e.resource_arns, e.resource) || chr(10), chr(10) || w.thing || ':') > 0
      OR strpos(COALESCE(e.resource_arns, e.resource) || chr(10), ':' || w.thing || chr(10)) > 0
      OR strpos(COALESCE(e.resource_arns, e.resource) || chr(10), '/' || w.thing || chr(10)) > 0
      OR strpos(COALESCE(e.resource_arns, e.resource), ':' || w.thing || '/') > 0
      OR strpos(COALESCE(e.resource_arns, e.resource), ':' || w.thing || ':') > 0
    ) THEN 'yes' END AS by_resource,
    w.first_address,
    w.last_address,
    CASE WHEN w.first_address IS NOT NULL THEN regexp_extract(e.source_ip, '^(::[fF]{4}:)?([0-9]{1,3}[.][0-9]{1,3}[.][0-9]{1,3}[.][0-9]{1,3})$', 2) END AS dotted,
    CASE WHEN w.first_address IS NOT NULL AND regexp_like(e.source_ip, '^([0-9a-fA-F]{0,4}:){2,7}[0-9a-fA-F]{0,4}$')
        AND (strpos(e.source_ip, '::') > 0 OR length(e.source_ip) - length(replace(e.source_ip, ':', '')) = 7)
      THEN CASE WHEN starts_with(e.source_ip, '::') THEN '0' ELSE '' END || lower(e.source_ip) || CASE WHEN substr(e.source_ip, -2) = '::' THEN '0' ELSE '' END
    END AS closed
  FROM events e
  CROSS JOIN wanted w
  WHERE e.event_time >= w.starts AND e.event_time < w.ends
),
addressed AS (
  -- As text that compares as addresses do: IPv4 as twelve digits, IPv6 as 32 hexadecimal digits; NULL for what is no address.
  SELECT
    event_id, event_time, account_id, region, event_source, event_name, event_category, read_only, outcome, actor_name, actor_class, access_key_id, invoked_by,
    source_ip, user_agent, resource, resource_arns, source_file, by_principal, by_key, by_resource, first_address, last_address,
    CASE
      WHEN dotted IS NOT NULL
        THEN lpad(split_part(dotted, '.', 1), 3, '0') || lpad(split_part(dotted, '.', 2), 3, '0') || lpad(split_part(dotted, '.', 3), 3, '0') || lpad(split_part(dotted, '.', 4), 3, '0')
      ELSE lpad(split_part(grouped, ':', 1), 4, '0') || lpad(split_part(grouped, ':', 2), 4, '0') || lpad(split_part(grouped, ':', 3), 4, '0') || lpad(split_part(grouped, ':', 4), 4, '0')
        || lpad(split_part(grouped, ':', 5), 4, '0') || lpad(split_part(grouped, ':', 6), 4, '0') || lpad(split_part(grouped, ':', 7), 4, '0') || lpad(split_part(grouped, ':', 8), 4, '0')
    END AS address
  FROM (
    SELECT
      event_id, event_time, account_id, region, event_source, event_name, event_category, read_only, outcome, actor_name, actor_class, access_key_id, invoked_by,
      source_ip, user_agent, resource, resource_arns, source_file, by_principal, by_key, by_resource, first_address, last_address, dotted,
      -- With the zeros that :: stands for.
      replace(closed, '::', ':' || substr('0:0:0:0:0:0:', 1, 2 * (8 - (length(closed) - length(replace(closed, ':', '')))))) AS grouped
    FROM in_window
  ) g
),
traced AS (
  SELECT
    event_id, event_time, account_id, region, event_source, event_name, event_category, read_only, outcome, actor_name, actor_class, access_key_id, invoked_by,
    source_ip, user_agent, resource, resource_arns, source_file,
    substr(
      CASE WHEN by_principal = 'yes' THEN ', principal' ELSE '' END
      || CASE WHEN by_key = 'yes' THEN ', key' ELSE '' END
      || CASE WHEN length(first_address) = length(address) AND address BETWEEN first_address AND last_address THEN ', address' ELSE '' END
      || CASE WHEN by_resource = 'yes' THEN ', resource' ELSE '' END,
      3) AS traced_by
  FROM addressed
)
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  actor_class,
  access_key_id,
  event_source,
  event_name,
  CASE
    WHEN event_source = 'signin.amazonaws.com' THEN 'sign-in'
    WHEN event_source = 'sts.amazonaws.com' AND event_name IN ('AssumeRole', 'AssumeRoleWithSAML', 'AssumeRoleWithWebIdentity', 'AssumeRoot', 'GetFederationToken', 'GetSessionToken')
      OR event_source = 'sso.amazonaws.com' AND event_name IN ('GetRoleCredentials', 'CreateToken') THEN 'credentials issued'
    WHEN (event_source = 'iam.amazonaws.com' AND regexp_like(event_name,
        '^(Create(User|AccessKey|LoginProfile|ServiceSpecificCredential|Role|PolicyVersion|OpenIDConnectProvider|SAMLProvider|VirtualMFADevice|InstanceProfile)|Attach(User|Role|Group)Policy|Put(User|Role|Group)Policy|Update(AssumeRolePolicy|AccessKey|LoginProfile|SAMLProvider)|SetDefaultPolicyVersion|AddUserToGroup|AddRoleToInstanceProfile|EnableMFADevice|DeactivateMFADevice|Upload(SSHPublicKey|SigningCertificate)|Delete(Role|User)PermissionsBoundary)$'))
      OR (event_source IN ('sso.amazonaws.com', 'identitystore.amazonaws.com', 'sso-directory.amazonaws.com', 'rolesanywhere.amazonaws.com') AND regexp_like(event_name, '^(Create|Attach|Put|Add|Update|Import|Enable)'))
      OR (event_source = 'lambda.amazonaws.com' AND event_name IN (
        'AddPermission', 'CreateFunction', 'CreateFunctionUrlConfig', 'UpdateFunctionUrlConfig', 'UpdateFunctionCode', 'PublishLayerVersion', 'AddLayerVersionPermission', 'CreateEventSourceMapping'))
      OR (event_source = 'ec2.amazonaws.com' AND event_name IN (
        'CreateKeyPair', 'ImportKeyPair', 'RunInstances', 'ModifyInstanceAttribute', 'AuthorizeSecurityGroupIngress', 'AssociateIamInstanceProfile', 'ReplaceIamInstanceProfileAssociation',
        'ModifySnapshotAttribute', 'ModifyImageAttribute'))
      OR (event_source = 'ec2-instance-connect.amazonaws.com')
      OR (event_source = 'ssm.amazonaws.com' AND event_name IN ('SendCommand', 'StartSession', 'CreateAssociation', 'CreateDocument', 'UpdateDocument', 'CreateActivation', 'ModifyDocumentPermission'))
      OR (event_source IN ('events.amazonaws.com', 'scheduler.amazonaws.com') AND event_name IN ('PutRule', 'PutTargets', 'PutPermission', 'CreateSchedule', 'UpdateSchedule'))
      OR (event_source = 'eks.amazonaws.com' AND event_name IN ('CreateAccessEntry', 'AssociateAccessPolicy'))
      OR event_name IN ('PutKeyPolicy', 'CreateGrant', 'PutBucketPolicy', 'PutBucketAcl', 'PutResourcePolicy', 'SetRepositoryPolicy') AND read_only = 'false' THEN 'lasting access'
    WHEN read_only = 'false' AND (event_source IN (
        'cloudtrail.amazonaws.com', 'guardduty.amazonaws.com', 'securityhub.amazonaws.com', 'config.amazonaws.com', 'macie2.amazonaws.com', 'inspector2.amazonaws.com', 'detective.amazonaws.com',
        'access-analyzer.amazonaws.com', 'monitoring.amazonaws.com')
      OR (event_source = 'logs.amazonaws.com' AND starts_with(event_name, 'Delete')) OR (event_source = 'ec2.amazonaws.com' AND event_name = 'DeleteFlowLogs')) THEN 'logging or detection changed'
    WHEN (event_category = 'data' AND read_only = 'true')
      OR (event_source = 'secretsmanager.amazonaws.com' AND event_name IN ('GetSecretValue', 'BatchGetSecretValue'))
      OR (event_source = 'ssm.amazonaws.com' AND event_name IN ('GetParameter', 'GetParameters', 'GetParametersByPath', 'GetParameterHistory'))
      OR (event_source = 'kms.amazonaws.com' AND event_name = 'Decrypt')
      OR (event_source = 'athena.amazonaws.com' AND event_name IN ('StartQueryExecution', 'GetQueryResults'))
      OR (event_source = 'rds.amazonaws.com' AND event_name IN ('DownloadDBLogFilePortion', 'StartExportTask')) THEN 'data read'
    WHEN read_only = 'true' THEN 'looked up'
    ELSE 'change'
  END AS what,
  outcome,
  replace(COALESCE(resource_arns, resource), chr(10), ', ') AS touched,
  traced_by,
  source_ip,
  user_agent,
  invoked_by AS through,
  event_id,
  source_file
FROM traced
WHERE traced_by <> ''
