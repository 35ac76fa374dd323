/*
id: DATA-03
title: Made public or shared outside
question: Was anything made public, or shared with an account that is not one of ours or of a known partner?
expect: none
category:
  management: required
  data: optional                   # access lists of single objects
events:
  ec2.amazonaws.com: [ModifySnapshotAttribute, ModifyImageAttribute, ModifyFpgaImageAttribute, ModifyVpcEndpointServicePermissions]
  rds.amazonaws.com: [ModifyDBSnapshotAttribute, ModifyDBClusterSnapshotAttribute]
  s3.amazonaws.com: [PutBucketPolicy, PutBucketAcl, CreateBucket, PutAccessPointPolicy, PutAccessPointPolicyForObjectLambda, PutMultiRegionAccessPointPolicy, PutAccessGrantsInstanceResourcePolicy, PutObjectAcl, PutObject]
  s3express.amazonaws.com: [PutBucketPolicy]
  s3tables.amazonaws.com: [PutTableBucketPolicy, PutTablePolicy]
  glacier.amazonaws.com: [SetVaultAccessPolicy]
  sns.amazonaws.com: [SetTopicAttributes, CreateTopic, AddPermission]
  sqs.amazonaws.com: [SetQueueAttributes, CreateQueue, AddPermission]
  ecr.amazonaws.com: [SetRepositoryPolicy, PutRegistryPolicy]
  codeartifact.amazonaws.com: [PutDomainPermissionsPolicy, PutRepositoryPermissionsPolicy]
  lambda.amazonaws.com: [AddLayerVersionPermission]
  signer.amazonaws.com: [AddProfilePermission]
  imagebuilder.amazonaws.com: [PutImagePolicy, PutImageRecipePolicy, PutContainerRecipePolicy, PutComponentPolicy]
  secretsmanager.amazonaws.com: [PutResourcePolicy]
  kms.amazonaws.com: [PutKeyPolicy, CreateKey]
  ssm.amazonaws.com: [ModifyDocumentPermission, PutResourcePolicy]
  glue.amazonaws.com: [PutResourcePolicy]
  lakeformation.amazonaws.com: [GrantPermissions]
  dynamodb.amazonaws.com: [PutResourcePolicy]
  kinesis.amazonaws.com: [PutResourcePolicy]
  logs.amazonaws.com: [PutResourcePolicy, PutDestinationPolicy, PutDeliveryDestinationPolicy]
  cloudtrail.amazonaws.com: [PutResourcePolicy]
  acm-pca.amazonaws.com: [PutPolicy]
  codebuild.amazonaws.com: [PutResourcePolicy]
  bedrock.amazonaws.com: [PutResourcePolicy]
  cloudhsm.amazonaws.com: [PutResourcePolicy]
  schemas.amazonaws.com: [PutResourcePolicy]
  vpc-lattice.amazonaws.com: [PutResourcePolicy]
  kafka.amazonaws.com: [PutClusterPolicy]
  dsql.amazonaws.com: [PutClusterPolicy]
  ses.amazonaws.com: [PutIdentityPolicy, CreateEmailIdentityPolicy, UpdateEmailIdentityPolicy]
  mediastore.amazonaws.com: [PutContainerPolicy]
  servicecatalog.amazonaws.com: [CreatePortfolioShare]
  es.amazonaws.com: [UpdateDomainConfig, CreateDomain, UpdateElasticsearchDomainConfig, CreateElasticsearchDomain, AuthorizeVpcEndpointAccess]
  backup.amazonaws.com: [PutBackupVaultAccessPolicy]
  elasticfilesystem.amazonaws.com: [PutFileSystemPolicy]
  events.amazonaws.com: [PutPermission]
  redshift.amazonaws.com: [AuthorizeSnapshotAccess, AuthorizeDataShare, AuthorizeEndpointAccess, PutResourcePolicy]
  redshift-serverless.amazonaws.com: [PutResourcePolicy]
  lightsail.amazonaws.com: [UpdateBucket]
  ram.amazonaws.com: [CreateResourceShare, AssociateResourceShare]
needs: [outcome, actor_name, actor_class, console, source_ip, resource, request_parameters]
settings:
  accounts: optional
  known-accounts: optional
columns:
  event_time: When, UTC
  account_id: Account the thing belongs to
  region: Region of the call
  actor_name: Who did it
  actor_class: Person, workload, root or AWS service
  event_name: What was done
  resource: The thing shared, as far as the record says
  exposure: public, or an outside account
  shared_with: Who was let in, as written in the request (in lower case)
  console: Made from the AWS console
  source_ip: Address the request came from
  event_id: CloudTrail's id of the event
  source_file: Log object the record stands in
limits: Shows what a request lets in, also when it was let in before, and not whether a guard (DATA-02) still blocked it. A statement counts as limited when it names an organisation, account, network or source that must match. Users named by canonical or unique id are not compared.
references:
  - https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
  - https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
  - https://docs.aws.amazon.com/ebs/latest/userguide/ebs-modifying-snapshot-permissions.html
*/
WITH requests AS (
  -- The request in lower case, without white space, and with a policy kept as text unpacked: `\"` becomes `"`.
  SELECT
    event_time,
    account_id,
    region,
    actor_name,
    actor_class,
    event_source,
    event_name,
    resource,
    console,
    source_ip,
    event_id,
    source_file,
    lower(regexp_replace(replace(replace(request_parameters, '\n', ''), '\t', ''), '[\s\\]+', '')) AS asked
  FROM events
  WHERE outcome = 'success'
    AND (
      (event_source = 'ec2.amazonaws.com' AND event_name IN ('ModifySnapshotAttribute', 'ModifyImageAttribute', 'ModifyFpgaImageAttribute', 'ModifyVpcEndpointServicePermissions'))
      OR (event_source = 'rds.amazonaws.com' AND event_name IN ('ModifyDBSnapshotAttribute', 'ModifyDBClusterSnapshotAttribute'))
      OR (event_source = 's3.amazonaws.com' AND event_name IN (
        'PutBucketPolicy', 'PutAccessPointPolicy', 'PutAccessPointPolicyForObjectLambda', 'PutMultiRegionAccessPointPolicy', 'PutAccessGrantsInstanceResourcePolicy'))
      OR (event_source = 's3express.amazonaws.com' AND event_name = 'PutBucketPolicy')
      OR (event_source = 's3tables.amazonaws.com' AND event_name IN ('PutTableBucketPolicy', 'PutTablePolicy'))
      OR (event_source = 'glacier.amazonaws.com' AND event_name = 'SetVaultAccessPolicy')
      OR (event_source = 's3.amazonaws.com' AND event_name IN ('PutBucketAcl', 'CreateBucket', 'PutObjectAcl', 'PutObject')
        AND regexp_like(request_parameters, 'public-read|authenticated-read|groups/global/'))
      OR (event_source = 'sns.amazonaws.com' AND (event_name IN ('CreateTopic', 'AddPermission')
        OR (event_name = 'SetTopicAttributes' AND json_extract_scalar(request_parameters, '$.attributeName') = 'Policy')))
      OR (event_source = 'sqs.amazonaws.com' AND event_name IN ('SetQueueAttributes', 'CreateQueue', 'AddPermission'))
      OR (event_source = 'ecr.amazonaws.com' AND event_name IN ('SetRepositoryPolicy', 'PutRegistryPolicy'))
      OR (event_source = 'codeartifact.amazonaws.com' AND event_name IN ('PutDomainPermissionsPolicy', 'PutRepositoryPermissionsPolicy'))
      OR (event_source = 'lambda.amazonaws.com' AND event_name = 'AddLayerVersionPermission')
      OR (event_source = 'signer.amazonaws.com' AND event_name = 'AddProfilePermission')
      OR (event_source = 'imagebuilder.amazonaws.com' AND event_name IN ('PutImagePolicy', 'PutImageRecipePolicy', 'PutContainerRecipePolicy', 'PutComponentPolicy'))
      OR (event_source IN (
        'secretsmanager.amazonaws.com', 'glue.amazonaws.com', 'dynamodb.amazonaws.com', 'ssm.amazonaws.com', 'kinesis.amazonaws.com', 'logs.amazonaws.com', 'cloudtrail.amazonaws.com',
        'codebuild.amazonaws.com', 'bedrock.amazonaws.com', 'cloudhsm.amazonaws.com', 'schemas.amazonaws.com', 'vpc-lattice.amazonaws.com', 'redshift.amazonaws.com', 'redshift-serverless.amazonaws.com')
        AND event_name = 'PutResourcePolicy')
      OR (event_source = 'lakeformation.amazonaws.com' AND event_name = 'GrantPermissions')
      OR (event_source = 'logs.amazonaws.com' AND event_name IN ('PutDestinationPolicy', 'PutDeliveryDestinationPolicy'))
      OR (event_source = 'acm-pca.amazonaws.com' AND event_name = 'PutPolicy')
      OR (event_source IN ('kafka.amazonaws.com', 'dsql.amazonaws.com') AND event_name = 'PutClusterPolicy')
      OR (event_source = 'ses.amazonaws.com' AND event_name IN ('PutIdentityPolicy', 'CreateEmailIdentityPolicy', 'UpdateEmailIdentityPolicy'))
      OR (event_source = 'mediastore.amazonaws.com' AND event_name = 'PutContainerPolicy')
      OR (event_source = 'servicecatalog.amazonaws.com' AND event_name = 'CreatePortfolioShare')
      OR (event_source = 'lightsail.amazonaws.com' AND event_name = 'UpdateBucket')
      OR (event_source = 'kms.amazonaws.com' AND event_name IN ('PutKeyPolicy', 'CreateKey'))
      OR (event_source = 'ssm.amazonaws.com' AND event_name = 'ModifyDocumentPermission')
      OR (event_source = 'es.amazonaws.com' AND event_name IN ('UpdateDomainConfig', 'CreateDomain', 'UpdateElasticsearchDomainConfig', 'CreateElasticsearchDomain', 'AuthorizeVpcEndpointAccess'))
      OR (event_source = 'backup.amazonaws.com' AND event_name = 'PutBackupVaultAccessPolicy')
      OR (event_source = 'elasticfilesystem.amazonaws.com' AND event_name = 'PutFileSystemPolicy')
      OR (event_source = 'events.amazonaws.com' AND event_name = 'PutPermission')
      OR (event_source = 'redshift.amazonaws.com' AND event_name IN ('AuthorizeSnapshotAccess', 'AuthorizeDataShare', 'AuthorizeEndpointAccess'))
      OR (event_source = 'ram.amazonaws.com' AND event_name IN ('CreateResourceShare', 'AssociateResourceShare'))
    )
),
statements AS (
  -- One row a policy statement: "},{" stands between statements only. Attribute calls and access lists stay whole.
  SELECT
    r.event_time,
    r.account_id,
    r.region,
    r.actor_name,
    r.actor_class,
    r.event_name,
    r.resource,
    r.console,
    r.source_ip,
    r.event_id,
    r.source_file,
    CASE
      WHEN regexp_like(r.event_name, '^Modify(Snapshot|Image|FpgaImage)Attribute$') THEN
        CASE WHEN strpos(r.asked, '"operationtype":"add"') > 0 THEN r.asked ELSE regexp_extract(r.asked, '"add":\{"items":\[([^\]]*)\]', 1) END
      WHEN regexp_like(r.event_name, '^ModifyDB.*Attribute$') THEN regexp_extract(r.asked, '"valuestoadd":\[([^\]]*)\]', 1)
      WHEN r.event_name = 'ModifyDocumentPermission' THEN regexp_extract(r.asked, '"accountidstoadd":\[([^\]]*)\]', 1)
      WHEN r.event_name IN ('CreateResourceShare', 'AssociateResourceShare') THEN regexp_extract(r.asked, '"principals":\[([^\]]*)\]', 1)
      WHEN r.event_name = 'AddPermission' THEN regexp_extract(r.asked, '"awsaccountids?":\[([^\]]*)\]', 1)
      WHEN r.event_name = 'ModifyVpcEndpointServicePermissions' THEN regexp_extract(r.asked, '"addallowedprincipals":(\{[^{}]*\}|\[[^\]]*\])', 1)
      WHEN r.event_name = 'AddLayerVersionPermission' THEN
        CASE WHEN strpos(r.asked, '"organizationid":"') > 0 THEN '' ELSE regexp_extract(r.asked, '"principal":("[^"]*")', 1) END
      WHEN r.event_name = 'GrantPermissions' THEN regexp_extract(r.asked, '"datalakeprincipalidentifier":("[^"]*")', 1)
      WHEN r.event_name = 'AuthorizeDataShare' THEN regexp_extract(r.asked, '"consumeridentifier":("[^"]*")', 1)
      WHEN r.event_name IN ('AuthorizeEndpointAccess', 'AuthorizeVpcEndpointAccess') THEN regexp_extract(r.asked, '"account":("[^"]*")', 1)
      WHEN r.event_name = 'CreatePortfolioShare' THEN regexp_extract(r.asked, '"accountid":("[^"]*")', 1)
      WHEN r.event_name = 'UpdateBucket' THEN
        COALESCE(
          CASE WHEN regexp_like(r.asked, '"getobject":"public"|"allowpublicoverrides":true') THEN '"public-read"' END,
          regexp_extract(r.asked, '"readonlyaccessaccounts":\[([^\]]*)\]', 1))
      WHEN r.event_name = 'AuthorizeSnapshotAccess' THEN regexp_extract(r.asked, '"accountwithrestoreaccess":("[^"]*")', 1)
      WHEN r.event_name = 'PutPermission' AND strpos(r.asked, '"effect":') = 0 THEN
        CASE WHEN strpos(r.asked, '"aws:principalorgid"') > 0 THEN NULL ELSE regexp_extract(r.asked, '"principal":("[^"]*")', 1) END
      WHEN r.event_name IN ('PutBucketAcl', 'PutObjectAcl', 'PutObject', 'CreateBucket') THEN
        COALESCE(
          '"' || regexp_extract(r.asked, 'groups/global/(allusers|authenticatedusers)', 1) || '"',
          '"' || regexp_extract(r.asked, '"x-amz-acl":\[?"(public-read-write|public-read|authenticated-read)"', 1) || '"')
    END AS named,
    CASE
      WHEN strpos(s.value, '"effect":"deny"') > 0 THEN NULL
      WHEN strpos(s.value, '"notprincipal":') > 0 THEN '"*"'
      ELSE regexp_extract(s.value, '"principal":(\{[^{}]*\}|"[^"]*")', 1)
    END AS let_in,
    s.value AS statement,
    -- An organisation that must match: the callers are inside.
    CASE WHEN regexp_like(s.value, '"(foranyvalue:)?(stringequals|stringlike)(ignorecase)?":\{[^{}]*"aws:principalorg(id|paths)":\[?"[^*"]') THEN 'yes' ELSE 'no' END AS of_organisation,
    -- An account, source or network that must match: not everyone. A missing key passes "IfExists" and "ForAllValues", so these do not count.
    CASE WHEN regexp_like(s.value,
        '"(foranyvalue:)?(stringequals|stringlike|arnequals|arnlike)(ignorecase)?":\{[^{}]*"(aws:(principalaccount|sourceaccount|sourceowner|sourcearn|sourceorgid|sourceorgpaths|sourcevpc|sourcevpce|vpceaccount|vpceorgid|userid|username)|kms:calleraccount|s3:dataaccesspointaccount|s3:dataaccesspointarn|events:creatoraccount)":\[?"[^*"]')
      OR regexp_like(s.value, '"(foranyvalue:)?(stringequals|stringlike|arnequals|arnlike)(ignorecase)?":\{[^{}]*"aws:principalarn":\[?"arn:[^"]*:[0-9]{12}:')
      OR regexp_like(s.value, '"elasticfilesystem:accessedviamounttarget":"?true')
      OR (regexp_like(s.value, '"(foranyvalue:)?ipaddress":\{[^{}]*"aws:(sourceip|vpcsourceip)":\[?"[0-9a-f]') AND NOT regexp_like(s.value, '"[0-9a-f.:]+/[01]"'))
      THEN 'yes' ELSE 'no' END AS narrowed
  FROM requests r
  CROSS JOIN UNNEST(split(r.asked, '},{')) AS s(value)
),
who AS (
  SELECT DISTINCT
    t.event_time,
    t.account_id,
    t.region,
    t.actor_name,
    t.actor_class,
    t.event_name,
    t.resource,
    t.console,
    t.source_ip,
    t.event_id,
    t.source_file,
    w.value AS one,
    CASE
      WHEN w.value IN ('all', 'allusers', 'authenticatedusers', 'public-read', 'public-read-write', 'authenticated-read') AND t.named IS NOT NULL THEN 'public'
      WHEN regexp_like(w.value, '^([*]|arn:aws[a-z-]*:iam::[*]:.*)$') AND t.narrowed = 'no' AND t.of_organisation = 'no' THEN 'public'
      ELSE regexp_extract(w.value, '^(arn:aws[a-z-]*:[^:]*:[^:]*:)?([0-9]{12})(:.*)?$', 2)
    END AS account
  FROM statements t
  -- Everyone, if from one account: that account stands in the condition, so the whole statement is looked through.
  CROSS JOIN UNNEST(split(CASE
    WHEN t.named IS NOT NULL THEN t.named
    WHEN t.of_organisation = 'yes' THEN ''
    WHEN t.narrowed = 'yes' AND strpos(t.let_in, '"*"') > 0 THEN t.statement
    ELSE COALESCE(t.let_in, '')
  END, '"')) AS w(value)
)
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  actor_class,
  event_name,
  resource,
  CASE WHEN count_if(account = 'public') > 0 THEN 'public' ELSE 'outside account' END AS exposure,
  array_join(array_agg(DISTINCT one ORDER BY one), ', ') AS shared_with,
  console,
  source_ip,
  event_id,
  source_file
FROM who
WHERE account IS NOT NULL
  AND account <> account_id
  AND account NOT IN (SELECT value FROM setting_accounts)
  AND account NOT IN (SELECT value FROM setting_known_accounts)
GROUP BY
  event_time, account_id, region, actor_name, actor_class, event_name, resource, console, source_ip, event_id, source_file
