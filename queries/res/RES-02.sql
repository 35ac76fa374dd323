/*
id: RES-02
title: Regions enabled or disabled
question: Which regions and local zones were switched on or off for an account in the period, and by whom?
expect: population
category:
  management: required
events:
  account.amazonaws.com: [EnableRegion, DisableRegion]
  ec2.amazonaws.com: [ModifyAvailabilityZoneGroup]
  iam.amazonaws.com: [SetSecurityTokenServicePreferences]
  controltower.amazonaws.com: [CreateLandingZone, UpdateLandingZone, ResetLandingZone, DeleteLandingZone]
needs: [outcome, actor_name, actor_class, console, source_ip, request_parameters]
settings:
  approved-regions: optional
columns:
  event_time: When, UTC
  account_id: Account the change was recorded in
  region: Region the call was recorded in
  actor_name: Who made the change
  actor_class: Person, workload, root or AWS service
  event_name: What was done
  change: What it means
  subject: Region or group of zones
  for_account: Account it was done for; empty for the account itself
  approved: The region is on the list of approved regions - yes, no, or no list kept; empty where no region is named
  console: Made from the AWS console
  source_ip: Address the request came from
  event_id: CloudTrail's id of the event
  source_file: Log object the record stands in
limits: Only regions that must be opted into leave these events; the older ones are always on. Policies of the organisation that keep regions closed are in ORG-02. A change of the landing zone may govern other regions; its text is not spelled out.
references:
  - https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html
  - https://docs.aws.amazon.com/accounts/latest/reference/monitoring-cloudtrail.html
  - https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyAvailabilityZoneGroup.html
*/
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  actor_class,
  event_name,
  CASE event_name
    WHEN 'EnableRegion' THEN 'region switched on'
    WHEN 'DisableRegion' THEN 'region switched off'
    WHEN 'ModifyAvailabilityZoneGroup' THEN 'zones ' || COALESCE(opt_in, 'changed')
    WHEN 'SetSecurityTokenServicePreferences' THEN 'tokens of the global endpoint: ' || COALESCE(token_version, 'changed')
    ELSE 'landing zone changed'
  END AS change,
  subject,
  for_account,
  CASE
    WHEN event_name NOT IN ('EnableRegion', 'DisableRegion') THEN NULL
    WHEN (SELECT count(*) FROM setting_approved_regions) = 0 THEN 'no list kept'
    WHEN subject IN (SELECT value FROM setting_approved_regions) THEN 'yes'
    ELSE 'no'
  END AS approved,
  console,
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
    lower(COALESCE(
      json_extract_scalar(request_parameters, '$.regionName'),
      json_extract_scalar(request_parameters, '$.RegionName'),
      json_extract_scalar(request_parameters, '$.groupName'),
      json_extract_scalar(request_parameters, '$.ModifyAvailabilityZoneGroupRequest.GroupName'),
      json_extract_scalar(request_parameters, '$.landingZoneIdentifier')
    )) AS subject,
    COALESCE(json_extract_scalar(request_parameters, '$.accountId'), json_extract_scalar(request_parameters, '$.AccountId')) AS for_account,
    COALESCE(json_extract_scalar(request_parameters, '$.optInStatus'), json_extract_scalar(request_parameters, '$.ModifyAvailabilityZoneGroupRequest.OptInStatus')) AS opt_in,
    json_extract_scalar(request_parameters, '$.globalEndpointTokenVersion') AS token_version,
    console,
    source_ip,
    event_id,
    source_file
  FROM events
  WHERE outcome = 'success'
    AND (
      (event_source = 'account.amazonaws.com' AND event_name IN ('EnableRegion', 'DisableRegion'))
      OR (event_source = 'ec2.amazonaws.com' AND event_name = 'ModifyAvailabilityZoneGroup')
      OR (event_source = 'iam.amazonaws.com' AND event_name = 'SetSecurityTokenServicePreferences')
      OR (event_source = 'controltower.amazonaws.com' AND event_name IN ('CreateLandingZone', 'UpdateLandingZone', 'ResetLandingZone', 'DeleteLandingZone'))
    )
) changes
