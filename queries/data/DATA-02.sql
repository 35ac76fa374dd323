/*
id: DATA-02
title: Public access guard removed
question: Was the guard against public access taken off a bucket, an account, snapshots, images, networks, clusters or runbooks, and put back?
expect: none
category:
  management: required
events:
  s3.amazonaws.com: [PutBucketPublicAccessBlock, DeleteBucketPublicAccessBlock, PutAccountPublicAccessBlock, DeleteAccountPublicAccessBlock]
  ec2.amazonaws.com: [DisableSnapshotBlockPublicAccess, DisableImageBlockPublicAccess, ModifyVpcBlockPublicAccessOptions]
  elasticmapreduce.amazonaws.com: [PutBlockPublicAccessConfiguration]
  ssm.amazonaws.com: [UpdateServiceSetting, ResetServiceSetting]
context:
  s3.amazonaws.com: [DeleteBucket]
  ec2.amazonaws.com: [EnableSnapshotBlockPublicAccess, EnableImageBlockPublicAccess]
needs: [outcome, actor_name, source_ip, resource, request_parameters]
columns:
  event_time: When the guard was removed or relaxed, UTC
  account_id: Account the change was recorded in
  region: Region of the call
  actor_name: Who did it
  event_name: What was done
  guard_of: What the guard protects
  switched_off: Which of the four switches were left off, or the whole guard
  restored_at: When it was fully put back, or the bucket deleted; empty if not in the period
  minutes_without: Whole minutes between the two
  restored_with: The call that ended it
  restored_by: Who put it back
  source_ip: Address the request came from
  event_id: CloudTrail's id of the event
  source_file: Log object the record stands in
limits: Without the guard nothing is public yet; DATA-03 shows what was made public. Whether the guard was complete before is not in the log, so setting three of four switches for the first time stands here too.
references:
  - https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
  - https://docs.aws.amazon.com/ebs/latest/userguide/block-public-access-snapshots.html
  - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/block-public-access-to-amis.html
*/
WITH switches AS (
  SELECT
    event_time,
    account_id,
    region,
    actor_name,
    event_source,
    event_name,
    source_ip,
    event_id,
    source_file,
    CASE
      WHEN event_name IN ('DisableSnapshotBlockPublicAccess', 'EnableSnapshotBlockPublicAccess') THEN 'EBS snapshots of the region'
      WHEN event_name IN ('DisableImageBlockPublicAccess', 'EnableImageBlockPublicAccess') THEN 'AMIs of the region'
      WHEN event_name IN ('PutAccountPublicAccessBlock', 'DeleteAccountPublicAccessBlock') THEN 'all buckets of the account'
      WHEN event_name = 'ModifyVpcBlockPublicAccessOptions' THEN 'VPCs of the region'
      WHEN event_name = 'PutBlockPublicAccessConfiguration' THEN 'EMR clusters of the region'
      WHEN event_name IN ('UpdateServiceSetting', 'ResetServiceSetting') THEN 'runbooks of the region'
      ELSE 'bucket ' || COALESCE(json_extract_scalar(request_parameters, '$.bucketName'), resource, 'not named')
    END AS guard_of,
    CASE
      WHEN event_name IN ('DeleteBucketPublicAccessBlock', 'DeleteAccountPublicAccessBlock', 'DisableSnapshotBlockPublicAccess', 'DisableImageBlockPublicAccess') THEN 'the whole guard'
      WHEN event_name IN ('PutBucketPublicAccessBlock', 'PutAccountPublicAccessBlock') AND strpos(request_parameters, '"PublicAccessBlockConfiguration"') > 0 THEN
        -- A switch that is left out is off.
        substr(
          CASE WHEN lower(COALESCE(json_extract_scalar(request_parameters, '$.PublicAccessBlockConfiguration.BlockPublicAcls'), 'false')) <> 'true' THEN ', BlockPublicAcls' ELSE '' END
          || CASE WHEN lower(COALESCE(json_extract_scalar(request_parameters, '$.PublicAccessBlockConfiguration.IgnorePublicAcls'), 'false')) <> 'true' THEN ', IgnorePublicAcls' ELSE '' END
          || CASE WHEN lower(COALESCE(json_extract_scalar(request_parameters, '$.PublicAccessBlockConfiguration.BlockPublicPolicy'), 'false')) <> 'true' THEN ', BlockPublicPolicy' ELSE '' END
          || CASE WHEN lower(COALESCE(json_extract_scalar(request_parameters, '$.PublicAccessBlockConfiguration.RestrictPublicBuckets'), 'false')) <> 'true' THEN ', RestrictPublicBuckets' ELSE '' END,
          3)
      WHEN event_name IN ('PutBucketPublicAccessBlock', 'PutAccountPublicAccessBlock') THEN 'not logged'
      WHEN event_name = 'ModifyVpcBlockPublicAccessOptions' THEN
        CASE COALESCE(
            json_extract_scalar(request_parameters, '$.ModifyVpcBlockPublicAccessOptionsRequest.InternetGatewayBlockMode'), json_extract_scalar(request_parameters, '$.internetGatewayBlockMode'))
          WHEN 'off' THEN 'the whole guard' WHEN 'block-bidirectional' THEN '' ELSE 'not logged' END
      WHEN event_name = 'PutBlockPublicAccessConfiguration' THEN
        CASE lower(json_extract_scalar(request_parameters, '$.blockPublicAccessConfiguration.blockPublicSecurityGroupRules')) WHEN 'false' THEN 'the whole guard' WHEN 'true' THEN '' ELSE 'not logged' END
      -- The setting that keeps runbooks from being public; resetting it lets them be.
      WHEN event_name = 'ResetServiceSetting' THEN 'the whole guard'
      WHEN event_name = 'UpdateServiceSetting' THEN CASE json_extract_scalar(request_parameters, '$.settingValue') WHEN 'Enable' THEN 'the whole guard' ELSE '' END
      ELSE ''
    END AS switched_off
  FROM events
  WHERE outcome = 'success'
    AND (
      (event_source = 's3.amazonaws.com' AND event_name IN (
        'PutBucketPublicAccessBlock', 'DeleteBucketPublicAccessBlock', 'PutAccountPublicAccessBlock', 'DeleteAccountPublicAccessBlock', 'DeleteBucket'))
      OR (event_source = 'ec2.amazonaws.com' AND event_name IN (
        'DisableSnapshotBlockPublicAccess', 'DisableImageBlockPublicAccess', 'EnableSnapshotBlockPublicAccess', 'EnableImageBlockPublicAccess',
        'ModifyVpcBlockPublicAccessOptions'))
      OR (event_source = 'elasticmapreduce.amazonaws.com' AND event_name = 'PutBlockPublicAccessConfiguration')
      OR (event_source = 'ssm.amazonaws.com' AND event_name IN ('UpdateServiceSetting', 'ResetServiceSetting')
        AND strpos(json_extract_scalar(request_parameters, '$.settingId'), '/ssm/documents/console/public-sharing-permission') > 0)
    )
)
SELECT
  o.event_time,
  o.account_id,
  o.region,
  o.actor_name,
  o.event_name,
  o.guard_of,
  o.switched_off,
  min(r.event_time) AS restored_at,
  date_diff('minute', from_iso8601_timestamp(o.event_time), from_iso8601_timestamp(min(r.event_time))) AS minutes_without,
  min_by(r.event_name, r.event_time || r.event_id) AS restored_with,
  min_by(COALESCE(r.actor_name, 'not named'), r.event_time || r.event_id) AS restored_by,
  o.source_ip,
  o.event_id,
  o.source_file
FROM switches o
LEFT JOIN switches r
  ON r.account_id = o.account_id
  AND r.guard_of = o.guard_of
  AND (r.region = o.region OR o.event_source = 's3.amazonaws.com')
  AND r.event_time >= o.event_time
  AND r.event_id <> o.event_id
  AND r.switched_off = ''
WHERE o.switched_off NOT IN ('', 'not logged')
GROUP BY
  o.event_time, o.account_id, o.region, o.actor_name, o.event_name, o.guard_of, o.switched_off, o.source_ip, o.event_id, o.source_file
