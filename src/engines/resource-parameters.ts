/**
 * Paths in requestParameters that name the thing a call acts on, most telling first. The first that holds a text or a number is
 * `request_resource` of `records`, from which `events.resource` falls back where a record names no ARN.
 */
export const RESOURCE_PARAMETERS: readonly string[] = [
  'functionName', 'bucketName', 'roleName', 'userName', 'groupName', 'instanceProfileName', 'policyArn', 'policyName', 'roleArn', 'secretId',
  'keyId', 'groupId', 'instancesSet.items[0].instanceId', 'instanceId', 'volumeId', 'snapshotId', 'imageId', 'networkAclId', 'routeTableId',
  'internetGatewayId', 'natGatewayId', 'networkInterfaceId', 'subnetId', 'vpcId', 'dBInstanceIdentifier', 'dBClusterIdentifier', 'dBSnapshotIdentifier',
  'tableName', 'streamName', 'queueUrl', 'queueName', 'topicArn', 'stackName', 'stateMachineArn', 'repositoryName', 'clusterName', 'cluster', 'domainName',
  'restApiId', 'apiId', 'distributionId', 'hostedZoneId', 'detectorId', 'ruleName', 'rule', 'logGroupName', 'alarmName', 'eventDataStore', 'trailName',
  'certificateArn', 'fileSystemId', 'layerName', 'uUID', 'serialNumber', 'accessKeyId', 'documentName', 'target', 'targetId', 'policyId', 'accountId',
  'resourceArn', 'arn', 'name', 'id',
];

/** What AWS writes in place of a value it keeps out of the log. */
export const WITHHELD = 'HIDDEN_DUE_TO_SECURITY_REASONS';
