/*
id: CMP-01
title: Machines launched, changed and looked into
question: Which virtual machines, images, launch templates and key pairs were created, changed or removed in the period, whose start-up data was read, and by whom?
expect: population
category:
  management: required
events:
  ec2.amazonaws.com:
    [
      RunInstances, StartInstances, StopInstances, RebootInstances, TerminateInstances, RunScheduledInstances, RequestSpotInstances,
      CancelSpotInstanceRequests, RequestSpotFleet, ModifySpotFleetRequest, CancelSpotFleetRequests, CreateFleet, ModifyFleet, DeleteFleets,
      ModifyInstanceAttribute, ResetInstanceAttribute, ModifyInstanceMetadataOptions, ModifyInstanceMetadataDefaults, AssociateIamInstanceProfile,
      DisassociateIamInstanceProfile, ReplaceIamInstanceProfileAssociation, SendDiagnosticInterrupt, CreateKeyPair, ImportKeyPair, DeleteKeyPair,
      CreateLaunchTemplate, CreateLaunchTemplateVersion, ModifyLaunchTemplate, DeleteLaunchTemplate, DeleteLaunchTemplateVersions, CreateImage, CopyImage,
      RegisterImage, DeregisterImage, ModifyImageAttribute, ResetImageAttribute, CancelImageLaunchPermission, DisableImage, EnableImage,
      RestoreImageFromRecycleBin, EnableImageBlockPublicAccess, DisableImageBlockPublicAccess, EnableImageDeregistrationProtection,
      DisableImageDeregistrationProtection, EnableAllowedImagesSettings, DisableAllowedImagesSettings, ReplaceImageCriteriaInAllowedImagesSettings,
      ImportImage, ExportImage, ImportInstance, ImportVolume, CreateInstanceExportTask, CreateStoreImageTask, CreateRestoreImageTask,
      CreateReplaceRootVolumeTask, AttachVolume, DetachVolume, EnableSerialConsoleAccess, DisableSerialConsoleAccess, AssociateEnclaveCertificateIamRole,
      DisassociateEnclaveCertificateIamRole, CreateDelegateMacVolumeOwnershipTask, CreateMacSystemIntegrityProtectionModificationTask,
      DescribeInstanceAttribute, GetLaunchTemplateData, GetConsoleScreenshot, GetConsoleOutput
    ]
  autoscaling.amazonaws.com:
    [
      CreateLaunchConfiguration, DeleteLaunchConfiguration, CreateAutoScalingGroup, UpdateAutoScalingGroup, DeleteAutoScalingGroup, AttachInstances,
      DetachInstances, TerminateInstanceInAutoScalingGroup, LaunchInstances, StartInstanceRefresh, SuspendProcesses
    ]
  lightsail.amazonaws.com:
    [
      CreateInstances, CreateInstancesFromSnapshot, DeleteInstance, StartInstance, StopInstance, RebootInstance, UpdateInstanceMetadataOptions,
      OpenInstancePublicPorts, PutInstancePublicPorts, CreateKeyPair, ImportKeyPair, DeleteKeyPair, DownloadDefaultKeyPair
    ]
needs: [outcome, actor_name, actor_class, invoked_by, console, source_ip, resource, request_parameters, response_elements]
columns:
  event_time: When, UTC
  account_id: Account the event was recorded in
  region: Region of the machine
  actor_name: Who
  actor_class: Person, workload, root or other
  event_name: What was done
  change: What it means
  subject: Machine, image, template or key pair
  machines: How many machines the call names or started; empty for other calls
  detail: Image, kind and role of a new machine, or what an attribute was set to
  start_up_data: set where the call gives a machine data to run at start
  invoked_by: AWS service that made the call for the actor, if any
  console: Made from the AWS console
  source_ip: Address the request came from
  event_id: CloudTrail's id of the event
  source_file: Log object the record stands in
limits: Successful calls only, and not what AWS services did with roles of their own, such as automatic scaling. Start-up data itself is never in the log. What was set before a change is not in the log either.
references:
  - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/monitor-with-cloudtrail.html
  - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html
  - https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstanceAttribute.html
*/
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  actor_class,
  event_name,
  CASE
    WHEN event_name IN ('RunInstances', 'RunScheduledInstances', 'CreateInstances', 'CreateInstancesFromSnapshot', 'LaunchInstances') THEN 'launched'
    WHEN event_name IN ('TerminateInstances', 'DeleteInstance', 'TerminateInstanceInAutoScalingGroup') THEN 'terminated'
    WHEN event_name IN ('StartInstances', 'StartInstance') THEN 'started'
    WHEN event_name IN ('StopInstances', 'StopInstance') THEN 'stopped'
    WHEN event_name IN ('RebootInstances', 'RebootInstance') THEN 'restarted'
    WHEN event_name IN ('RequestSpotInstances', 'RequestSpotFleet', 'CreateFleet', 'ModifySpotFleetRequest', 'ModifyFleet') THEN 'machines asked for'
    WHEN event_name = 'DescribeInstanceAttribute' THEN 'start-up data read'
    WHEN event_name IN ('GetConsoleScreenshot', 'GetConsoleOutput') THEN 'console of the machine read'
    WHEN event_name = 'GetLaunchTemplateData' THEN 'configuration read'
    WHEN event_name IN ('ModifyInstanceAttribute', 'ResetInstanceAttribute') THEN
      CASE
        WHEN strpos(asked, '"userData"') > 0 THEN 'start-up data replaced'
        WHEN regexp_like(asked, '"disableApiTermination"\s*:\s*(\{"value"\s*:\s*)?"?true') THEN 'termination protection on'
        WHEN strpos(asked, '"disableApiTermination"') > 0 THEN 'termination protection off'
        WHEN regexp_like(asked, '"disableApiStop"\s*:\s*(\{"value"\s*:\s*)?"?true') THEN 'stop protection on'
        WHEN strpos(asked, '"disableApiStop"') > 0 THEN 'stop protection off'
        WHEN strpos(asked, '"groupSet"') > 0 THEN 'security groups replaced'
        WHEN strpos(asked, '"sourceDestCheck"') > 0 THEN 'source and destination check set'
        WHEN strpos(asked, '"instanceType"') > 0 THEN 'kind of machine changed'
        ELSE 'attribute changed'
      END
    WHEN event_name IN ('ModifyInstanceMetadataOptions', 'ModifyInstanceMetadataDefaults', 'UpdateInstanceMetadataOptions') THEN 'metadata service set'
    WHEN event_name IN ('AssociateIamInstanceProfile', 'ReplaceIamInstanceProfileAssociation') THEN 'role given'
    WHEN event_name = 'DisassociateIamInstanceProfile' THEN 'role taken away'
    WHEN strpos(event_name, 'KeyPair') > 0 THEN CASE WHEN starts_with(event_name, 'Delete') THEN 'key pair removed' ELSE 'key pair made' END
    WHEN strpos(event_name, 'LaunchTemplate') > 0 OR strpos(event_name, 'LaunchConfiguration') > 0 THEN 'launch template changed'
    WHEN event_name IN ('ModifyImageAttribute', 'ResetImageAttribute') THEN 'image shared or marked'
    WHEN event_name IN ('ExportImage', 'CreateInstanceExportTask', 'CreateStoreImageTask') THEN 'carried out of EC2'
    WHEN event_name IN ('AttachVolume', 'DetachVolume', 'CreateReplaceRootVolumeTask') THEN 'disk changed'
    WHEN event_name = 'DeregisterImage' THEN 'image removed'
    WHEN strpos(event_name, 'Image') > 0 THEN 'image made or changed'
    WHEN event_name IN ('OpenInstancePublicPorts', 'PutInstancePublicPorts') THEN 'ports opened'
    WHEN event_name = 'DownloadDefaultKeyPair' THEN 'private key read'
    WHEN strpos(event_name, 'AutoScaling') > 0 OR event_name IN ('AttachInstances', 'DetachInstances', 'StartInstanceRefresh', 'SuspendProcesses') THEN 'scaling group changed'
    WHEN strpos(event_name, 'SerialConsole') > 0 THEN 'serial console of the account'
    ELSE 'changed'
  END AS change,
  subject || CASE WHEN machines > 1 THEN ' and ' || CAST(machines - 1 AS varchar) || ' more' ELSE '' END AS subject,
  machines,
  CASE
    WHEN event_name IN ('RunInstances', 'RunScheduledInstances', 'RequestSpotInstances', 'CreateLaunchTemplate', 'CreateLaunchTemplateVersion', 'CreateLaunchConfiguration') THEN
      COALESCE(regexp_extract(asked, '(?i)"imageId"\s*:\s*"([a-z0-9-]+)"', 1), 'image of its template')
      || COALESCE(', ' || regexp_extract(asked, '(?i)"instanceType"\s*:\s*"([a-z0-9.-]+)"', 1), '')
      || COALESCE(', role ' || regexp_extract(asked, '(?i)"iamInstanceProfile"\s*:\s*(\{\s*"(name|arn)"\s*:\s*)?"([A-Za-z0-9:/+=,.@_-]+)"', 3), '')
      || COALESCE(', metadata tokens ' || regexp_extract(asked, '(?i)"httpTokens"\s*:\s*"([a-z]+)"', 1), '')
    WHEN event_name IN ('ModifyInstanceMetadataOptions', 'ModifyInstanceMetadataDefaults', 'UpdateInstanceMetadataOptions') THEN
      COALESCE('tokens ' || regexp_extract(asked, '(?i)"httpTokens"\s*:\s*"([a-z-]+)"', 1), 'tokens as before')
      || COALESCE(', service ' || regexp_extract(asked, '(?i)"httpEndpoint"\s*:\s*"([a-z-]+)"', 1), '')
      || COALESCE(', hops ' || regexp_extract(asked, '(?i)"httpPutResponseHopLimit"\s*:\s*"?([0-9]+)', 1), '')
    WHEN event_name IN ('AssociateIamInstanceProfile', 'ReplaceIamInstanceProfileAssociation') THEN
      regexp_extract(asked, '(?i)"iamInstanceProfile"\s*:\s*\{\s*"(name|arn)"\s*:\s*"([A-Za-z0-9:/+=,.@_-]+)"', 2)
    WHEN event_name = 'ModifyImageAttribute' THEN COALESCE(
      'for account ' || regexp_extract(asked, '"userId"\s*:\s*"([0-9]{12})"', 1),
      'for ' || regexp_extract(asked, '"group"\s*:\s*"(all)"', 1))
    WHEN event_name IN ('AttachVolume', 'DetachVolume') THEN regexp_extract(asked, '(?i)"volumeId"\s*:\s*"([a-z0-9-]+)"', 1)
    WHEN event_name = 'CopyImage' THEN 'from ' || regexp_extract(asked, '(?i)"sourceRegion"\s*:\s*"([a-z0-9-]+)"', 1)
    WHEN event_name IN ('ExportImage', 'CreateInstanceExportTask', 'CreateStoreImageTask') THEN 'to bucket ' || regexp_extract(asked, '(?i)"(s3)?bucket"\s*:\s*"([a-z0-9.-]+)"', 2)
    WHEN event_name IN ('ModifyInstanceAttribute') THEN COALESCE(
      regexp_extract(asked, '(?i)"groupId"\s*:\s*"([a-z0-9-]+)"', 1),
      regexp_extract(asked, '"(instanceType|sourceDestCheck)"\s*:\s*\{\s*"value"\s*:\s*"?([a-z0-9.-]+)', 2))
  END AS detail,
  CASE WHEN strpos(lower(asked), '"userdata"') > 0 AND event_name <> 'DescribeInstanceAttribute' THEN 'set' END AS start_up_data,
  invoked_by,
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
    request_parameters AS asked,
    COALESCE(
      json_extract_scalar(response_elements, '$.instancesSet.items[0].instanceId'),
      json_extract_scalar(request_parameters, '$.instancesSet.items[0].instanceId'),
      json_extract_scalar(request_parameters, '$.keyName'),
      json_extract_scalar(request_parameters, '$.keyPairName'),
      json_extract_scalar(response_elements, '$.imageId'),
      json_extract_scalar(request_parameters, '$.imageId'),
      json_extract_scalar(request_parameters, '$.instanceId'),
      regexp_extract(request_parameters, '(?i)"(instanceId|launchTemplateId|launchTemplateName|associationId|imageId|launchConfigurationName|autoScalingGroupName|instanceName)"\s*:\s*"([A-Za-z0-9()./_-]+)"', 2),
      json_extract_scalar(request_parameters, '$.instanceNames[0]'),
      resource
    ) AS subject,
    COALESCE(
      json_array_length(json_extract(response_elements, '$.instancesSet.items')),
      CASE WHEN event_name <> 'RunInstances' THEN json_array_length(json_extract(request_parameters, '$.instancesSet.items')) END
    ) AS machines,
    invoked_by,
    console,
    source_ip,
    event_id,
    source_file
  FROM events
  WHERE outcome = 'success'
    AND actor_class <> 'aws-service'
    AND (
      (event_source = 'ec2.amazonaws.com' AND event_name IN (
        'RunInstances', 'StartInstances', 'StopInstances', 'RebootInstances', 'TerminateInstances', 'RunScheduledInstances', 'RequestSpotInstances',
        'CancelSpotInstanceRequests', 'RequestSpotFleet', 'ModifySpotFleetRequest', 'CancelSpotFleetRequests', 'CreateFleet', 'ModifyFleet',
        'DeleteFleets', 'ModifyInstanceAttribute', 'ResetInstanceAttribute', 'ModifyInstanceMetadataOptions', 'ModifyInstanceMetadataDefaults',
        'AssociateIamInstanceProfile', 'DisassociateIamInstanceProfile', 'ReplaceIamInstanceProfileAssociation', 'SendDiagnosticInterrupt',
        'CreateKeyPair', 'ImportKeyPair', 'DeleteKeyPair', 'CreateLaunchTemplate', 'CreateLaunchTemplateVersion', 'ModifyLaunchTemplate',
        'DeleteLaunchTemplate', 'DeleteLaunchTemplateVersions', 'CreateImage', 'CopyImage', 'RegisterImage', 'DeregisterImage',
        'ModifyImageAttribute', 'ResetImageAttribute', 'CancelImageLaunchPermission', 'DisableImage', 'EnableImage', 'RestoreImageFromRecycleBin',
        'EnableImageBlockPublicAccess', 'DisableImageBlockPublicAccess', 'EnableImageDeregistrationProtection',
        'DisableImageDeregistrationProtection', 'EnableAllowedImagesSettings', 'DisableAllowedImagesSettings',
        'ReplaceImageCriteriaInAllowedImagesSettings', 'ImportImage', 'ExportImage', 'ImportInstance', 'ImportVolume', 'CreateInstanceExportTask',
        'CreateStoreImageTask', 'CreateRestoreImageTask', 'CreateReplaceRootVolumeTask', 'AttachVolume', 'DetachVolume', 'EnableSerialConsoleAccess',
        'DisableSerialConsoleAccess', 'AssociateEnclaveCertificateIamRole', 'DisassociateEnclaveCertificateIamRole',
        'CreateDelegateMacVolumeOwnershipTask', 'CreateMacSystemIntegrityProtectionModificationTask', 'GetLaunchTemplateData', 'GetConsoleScreenshot',
        'GetConsoleOutput'
      ))
      OR (event_source = 'autoscaling.amazonaws.com' AND event_name IN (
        'CreateLaunchConfiguration', 'DeleteLaunchConfiguration', 'CreateAutoScalingGroup', 'UpdateAutoScalingGroup', 'DeleteAutoScalingGroup',
        'AttachInstances', 'DetachInstances', 'TerminateInstanceInAutoScalingGroup', 'LaunchInstances', 'StartInstanceRefresh', 'SuspendProcesses'
      ))
      OR (event_source = 'lightsail.amazonaws.com' AND event_name IN (
        'CreateInstances', 'CreateInstancesFromSnapshot', 'DeleteInstance', 'StartInstance', 'StopInstance', 'RebootInstance',
        'UpdateInstanceMetadataOptions', 'OpenInstancePublicPorts', 'PutInstancePublicPorts', 'CreateKeyPair', 'ImportKeyPair', 'DeleteKeyPair',
        'DownloadDefaultKeyPair'
      ))
      OR (event_source = 'ec2.amazonaws.com' AND event_name = 'DescribeInstanceAttribute' AND json_extract_scalar(request_parameters, '$.attribute') = 'userData')
    )
) calls
