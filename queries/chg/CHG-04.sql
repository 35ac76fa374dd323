/*
id: CHG-04
title: Changes traced to the sign-in behind them
question: Who had signed in, and how, behind each high-risk change, whatever roles stood in between?
expect: population
category:
  management: required
events:
  lambda.amazonaws.com: [CreateFunction, UpdateFunctionCode, PublishVersion, DeleteFunction, UpdateFunctionConfiguration, CreateAlias, UpdateAlias,
      DeleteAlias, PutFunctionConcurrency, DeleteFunctionConcurrency, AddPermission, RemovePermission, CreateFunctionUrlConfig,
      UpdateFunctionUrlConfig, DeleteFunctionUrlConfig, PublishLayerVersion, DeleteLayerVersion, AddLayerVersionPermission,
      RemoveLayerVersionPermission, CreateEventSourceMapping, UpdateEventSourceMapping, DeleteEventSourceMapping, PutFunctionCodeSigningConfig,
      DeleteFunctionCodeSigningConfig, UpdateCodeSigningConfig, DeleteCodeSigningConfig]
  iam.amazonaws.com: [CreateUser, DeleteUser, CreateLoginProfile, UpdateLoginProfile, DeleteLoginProfile, AddUserToGroup, RemoveUserFromGroup,
      CreateAccessKey, UpdateAccessKey, DeleteAccessKey, CreateServiceSpecificCredential, ResetServiceSpecificCredential, UploadSSHPublicKey,
      UploadSigningCertificate, CreateVirtualMFADevice, EnableMFADevice, DeactivateMFADevice, DeleteVirtualMFADevice, CreatePolicy, DeletePolicy,
      CreatePolicyVersion, DeletePolicyVersion, SetDefaultPolicyVersion, AttachRolePolicy, DetachRolePolicy, AttachUserPolicy, DetachUserPolicy,
      AttachGroupPolicy, DetachGroupPolicy, PutRolePolicy, DeleteRolePolicy, PutUserPolicy, DeleteUserPolicy, PutGroupPolicy, DeleteGroupPolicy,
      PutRolePermissionsBoundary, DeleteRolePermissionsBoundary, PutUserPermissionsBoundary, DeleteUserPermissionsBoundary, CreateRole, DeleteRole,
      UpdateRole, UpdateAssumeRolePolicy, AddRoleToInstanceProfile, CreateOpenIDConnectProvider, UpdateOpenIDConnectProviderThumbprint,
      AddClientIDToOpenIDConnectProvider, DeleteOpenIDConnectProvider, CreateSAMLProvider, UpdateSAMLProvider, DeleteSAMLProvider,
      UpdateAccountPasswordPolicy, DeleteAccountPasswordPolicy]
  sso.amazonaws.com: [CreateAccountAssignment, DeleteAccountAssignment, CreatePermissionSet, UpdatePermissionSet, DeletePermissionSet,
      AttachManagedPolicyToPermissionSet, DetachManagedPolicyFromPermissionSet, AttachCustomerManagedPolicyReferenceToPermissionSet,
      DetachCustomerManagedPolicyReferenceFromPermissionSet, PutInlinePolicyToPermissionSet, DeleteInlinePolicyFromPermissionSet,
      PutPermissionsBoundaryToPermissionSet, DeletePermissionsBoundaryFromPermissionSet]
  rolesanywhere.amazonaws.com: [CreateTrustAnchor, UpdateTrustAnchor, EnableTrustAnchor, CreateProfile, UpdateProfile, EnableProfile]
  organizations.amazonaws.com: [CreatePolicy, UpdatePolicy, DeletePolicy, AttachPolicy, DetachPolicy, DisablePolicyType, MoveAccount,
      RemoveAccountFromOrganization, LeaveOrganization, CloseAccount, RegisterDelegatedAdministrator, DeregisterDelegatedAdministrator,
      PutResourcePolicy, DeleteResourcePolicy, EnableAWSServiceAccess, DisableAWSServiceAccess]
  account.amazonaws.com: [EnableRegion, DisableRegion, PutAlternateContact, DeleteAlternateContact, StartPrimaryEmailUpdate, AcceptPrimaryEmailUpdate]
  cloudtrail.amazonaws.com: [StopLogging, StartLogging, DeleteTrail, CreateTrail, UpdateTrail, PutEventSelectors, PutInsightSelectors,
      DeleteEventDataStore, UpdateEventDataStore, StopEventDataStoreIngestion, PutResourcePolicy, DeleteResourcePolicy,
      RegisterOrganizationDelegatedAdmin, DeregisterOrganizationDelegatedAdmin]
  config.amazonaws.com: [StopConfigurationRecorder, DeleteConfigurationRecorder, PutConfigurationRecorder, DeleteDeliveryChannel, PutDeliveryChannel,
      DeleteConfigRule]
  guardduty.amazonaws.com: [DeleteDetector, UpdateDetector, DisassociateFromAdministratorAccount, DisassociateMembers, DeleteMembers,
      StopMonitoringMembers, CreateFilter, UpdateFilter, CreateIPSet, UpdateIPSet, DeletePublishingDestination]
  securityhub.amazonaws.com: [DisableSecurityHub, BatchDisableStandards, DisassociateFromAdministratorAccount]
  macie2.amazonaws.com: [DisableMacie, UpdateMacieSession]
  inspector2.amazonaws.com: [Disable]
  access-analyzer.amazonaws.com: [DeleteAnalyzer, CreateArchiveRule]
  logs.amazonaws.com: [DeleteLogGroup, DeleteMetricFilter, DeleteSubscriptionFilter, PutSubscriptionFilter, PutRetentionPolicy, DeleteRetentionPolicy,
      DisassociateKmsKey]
  monitoring.amazonaws.com: [DeleteAlarms, DisableAlarmActions]
  events.amazonaws.com: [PutRule, DisableRule, DeleteRule, PutTargets, RemoveTargets, PutPermission]
  kms.amazonaws.com: [PutKeyPolicy, DisableKey, EnableKey, ScheduleKeyDeletion, CancelKeyDeletion, DeleteImportedKeyMaterial, ImportKeyMaterial,
      DisableKeyRotation, EnableKeyRotation, ReplicateKey, UpdatePrimaryRegion, DeleteCustomKeyStore, DisconnectCustomKeyStore, DeleteAlias,
      UpdateAlias]
  secretsmanager.amazonaws.com: [PutSecretValue, UpdateSecret, DeleteSecret, PutResourcePolicy, DeleteResourcePolicy, CancelRotateSecret,
      ReplicateSecretToRegions]
  ec2.amazonaws.com: [AuthorizeSecurityGroupIngress, AuthorizeSecurityGroupEgress, RevokeSecurityGroupIngress, RevokeSecurityGroupEgress,
      CreateSecurityGroup, DeleteSecurityGroup, ModifySecurityGroupRules, CreateNetworkAcl, CreateNetworkAclEntry, ReplaceNetworkAclEntry,
      DeleteNetworkAcl, DeleteNetworkAclEntry, ReplaceNetworkAclAssociation, CreateRoute, ReplaceRoute, DeleteRoute, CreateInternetGateway,
      AttachInternetGateway, CreateVpcPeeringConnection, AcceptVpcPeeringConnection, CreateVpcEndpoint, ModifyVpcEndpoint, DeleteVpcEndpoints,
      DeleteVpc, DeleteFlowLogs, ModifySnapshotAttribute, ModifyImageAttribute, DisableSnapshotBlockPublicAccess, DisableImageBlockPublicAccess,
      DisableEbsEncryptionByDefault, DeleteSnapshot, DeregisterImage, RunInstances, TerminateInstances, ModifyInstanceAttribute,
      ModifyInstanceMetadataOptions, AssociateIamInstanceProfile, ReplaceIamInstanceProfileAssociation, CreateKeyPair, ImportKeyPair]
  s3.amazonaws.com: [CreateBucket, DeleteBucket, PutBucketPolicy, DeleteBucketPolicy, PutBucketAcl, PutBucketPublicAccessBlock,
      DeleteBucketPublicAccessBlock, PutAccountPublicAccessBlock, DeleteAccountPublicAccessBlock, PutBucketEncryption, DeleteBucketEncryption,
      PutBucketVersioning, PutBucketObjectLockConfiguration, PutBucketLifecycle, PutBucketLifecycleConfiguration, DeleteBucketLifecycle,
      PutBucketLogging, PutBucketReplication, DeleteBucketReplication, PutBucketOwnershipControls, DeleteBucketOwnershipControls, PutBucketCors,
      PutBucketWebsite, PutBucketNotification, PutBucketNotificationConfiguration, PutAccessPointPolicy]
  rds.amazonaws.com: [CreateDBInstance, CreateDBCluster, ModifyDBInstance, ModifyDBCluster, DeleteDBInstance, DeleteDBCluster, DeleteDBSnapshot,
      DeleteDBClusterSnapshot, DeleteDBInstanceAutomatedBackup, DeleteDBClusterAutomatedBackup, ModifyDBSnapshotAttribute,
      ModifyDBClusterSnapshotAttribute, ModifyDBParameterGroup, ModifyDBClusterParameterGroup, RestoreDBInstanceFromDBSnapshot,
      RestoreDBInstanceToPointInTime, RestoreDBClusterFromSnapshot, RestoreDBClusterToPointInTime, AuthorizeDBSecurityGroupIngress]
  dynamodb.amazonaws.com: [CreateTable, UpdateTable, DeleteTable, DeleteBackup, UpdateContinuousBackups, PutResourcePolicy, DeleteResourcePolicy,
      UpdateTimeToLive, RestoreTableFromBackup, RestoreTableToPointInTime]
  redshift.amazonaws.com: [ModifyCluster, DeleteCluster, DeleteClusterSnapshot, AuthorizeSnapshotAccess, DisableLogging,
      AuthorizeClusterSecurityGroupIngress]
  es.amazonaws.com: [UpdateDomainConfig, UpdateElasticsearchDomainConfig, DeleteDomain, DeleteElasticsearchDomain]
  elasticache.amazonaws.com: [ModifyReplicationGroup, DeleteReplicationGroup, DeleteCacheCluster, DeleteSnapshot]
  elasticfilesystem.amazonaws.com: [PutFileSystemPolicy, DeleteFileSystemPolicy, DeleteFileSystem]
  backup.amazonaws.com: [UpdateBackupPlan, DeleteBackupPlan, DeleteBackupSelection, DeleteBackupVault, DeleteRecoveryPoint,
      PutBackupVaultAccessPolicy, DeleteBackupVaultAccessPolicy, DeleteBackupVaultLockConfiguration, UpdateRecoveryPointLifecycle]
  ecs.amazonaws.com: [RegisterTaskDefinition, CreateService, UpdateService, DeleteService, DeleteCluster]
  eks.amazonaws.com: [CreateCluster, UpdateClusterConfig, DeleteCluster, CreateAccessEntry, AssociateAccessPolicy, UpdateAccessEntry]
  ecr.amazonaws.com: [SetRepositoryPolicy, DeleteRepository, PutImageScanningConfiguration, PutImageTagMutability]
  cloudformation.amazonaws.com: [CreateStack, UpdateStack, DeleteStack, ExecuteChangeSet, CreateStackSet, UpdateStackSet, CreateStackInstances,
      DeleteStackInstances]
  codepipeline.amazonaws.com: [CreatePipeline, UpdatePipeline, DeletePipeline]
  codebuild.amazonaws.com: [CreateProject, UpdateProject]
  states.amazonaws.com: [CreateStateMachine, UpdateStateMachine, DeleteStateMachine]
  sns.amazonaws.com: [SetTopicAttributes, AddPermission, DeleteTopic, Unsubscribe]
  sqs.amazonaws.com: [SetQueueAttributes, AddPermission, DeleteQueue]
  ssm.amazonaws.com: [ModifyDocumentPermission, UpdateDocument, CreateDocument]
  ram.amazonaws.com: [CreateResourceShare, AssociateResourceShare]
  cloudfront.amazonaws.com: [UpdateDistribution, DeleteDistribution, CreateDistribution]
  elasticloadbalancing.amazonaws.com: [CreateListener, ModifyListener, DeleteListener, DeleteLoadBalancer]
  wafv2.amazonaws.com: [UpdateWebACL, DeleteWebACL, DisassociateWebACL, UpdateIPSet]
  route53.amazonaws.com: [ChangeResourceRecordSets, CreateHostedZone, DeleteHostedZone]
  apigateway.amazonaws.com: [CreateDeployment, UpdateStage, UpdateRestApi, DeleteRestApi, CreateRoute, UpdateRoute, CreateIntegration,
      UpdateIntegration]
context:
  sts.amazonaws.com: [AssumeRole, AssumeRoleWithSAML, AssumeRoleWithWebIdentity, AssumeRoot, GetSessionToken, GetFederationToken]
  signin.amazonaws.com: [ConsoleLogin, SwitchRole]
  rolesanywhere.amazonaws.com: [CreateSession]
needs: [outcome, actor_type, actor_class, actor_principal_id, actor_arn, actor_name, access_key_id, session_started, mfa,
  sign_in_session_arn, invoked_by, source_ip, resource, shared_event_id, request_parameters, response_elements, additional_event_data]
lead_in: true
columns:
  event_time: When, UTC
  account_id: Account the event was recorded in
  region: AWS region of the call
  actor_name: Who made the call, as its record says
  event_source: Service that was changed
  event_name: What was called
  resource: Thing changed, best effort
  login: How whoever stands at the far end came in - ConsoleLogin, SAML, Identity Center, web identity, certificate, long-lived key, AWS service, or not found in the scanned window
  login_name: Who or what that is; where no sign-in was found, who made the first call known
  login_time: Time of the sign-in, or of the first call with the key, UTC
  login_mfa: Whether it was with MFA (yes, no, not in CloudTrail)
  login_address: Address it came from
  login_event_id: Event id of the sign-in, or of the first call with the key
  confidence: The weakest link of the chain - certain, strong, possible, or none where no sign-in was found
  hops: Links from the change back
  hop_1: What opened the session of the change, as [evidence; confidence] time, event id, what, account, name
  hop_2: What opened the session of hop 1
  hop_3: What opened the session of hop 2
  hop_4: What opened the session of hop 3
  hop_5: What opened the session of hop 4
  hop_6: What opened the session of hop 5
  hop_7: What opened the session of hop 6
  ci_repository: Repository or project a web identity token speaks for
  ci_ref: Branch, tag, environment or trigger it names
  ci_workflow: Workflow it names
  through: AWS service that made the call for the actor
  event_id: 'CloudTrail''s id of the event'
  source_file: Log object the event stands in
limits: >-
  Successful calls of the kinds named, no others; scaling done by AWS services themselves is left out. Links are looked for in the logs at hand, up to 36 hours before the period and seven links
  back. A link by sign-in session id, access key or shared event id is certain; one by principal and start of session is strong; "last sign-in before" is a guess from order
  and time alone. An AWS service that acts for itself, or for a stack or pipeline somebody set going, is named as such and not traced further. MFA at an identity provider is not in CloudTrail.
references:
  - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html
  - https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html
  - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html
*/
WITH
-- Everybody who made one of the calls below: a session that none of them was in leads nowhere.
callers AS (
  SELECT actor_principal_id AS principal_id FROM events WHERE outcome = 'success' AND actor_type <> 'AWSService'
  UNION
  SELECT actor_principal_id AS principal_id FROM events_before WHERE outcome = 'success' AND actor_type <> 'AWSService'
),
-- The changes, and what opens sessions: calls of STS and of Roles Anywhere, console sign-ins, role switches. The latter from 36 hours before the period.
calls AS (
  SELECT
    'change' AS kind, event_id, event_time, account_id, region, event_source, event_name, actor_type, actor_class, actor_principal_id, actor_arn, actor_name, access_key_id, session_started, mfa,
    sign_in_session_arn, invoked_by, source_ip, resource, shared_event_id, source_file, CAST(NULL AS varchar) AS request_parameters, CAST(NULL AS varchar) AS response_elements, CAST(NULL AS varchar) AS additional_event_data
  FROM events
  WHERE outcome = 'success'
    AND COALESCE(CASE event_source
      WHEN 'lambda.amazonaws.com' THEN event_name IN ('CreateFunction', 'UpdateFunctionCode', 'PublishVersion', 'DeleteFunction',
        'UpdateFunctionConfiguration', 'CreateAlias', 'UpdateAlias', 'DeleteAlias', 'PutFunctionConcurrency', 'DeleteFunctionConcurrency',
        'AddPermission', 'RemovePermission', 'CreateFunctionUrlConfig', 'UpdateFunctionUrlConfig', 'DeleteFunctionUrlConfig', 'PublishLayerVersion',
        'DeleteLayerVersion', 'AddLayerVersionPermission', 'RemoveLayerVersionPermission', 'CreateEventSourceMapping', 'UpdateEventSourceMapping',
        'DeleteEventSourceMapping', 'PutFunctionCodeSigningConfig', 'DeleteFunctionCodeSigningConfig', 'UpdateCodeSigningConfig',
        'DeleteCodeSigningConfig')
      WHEN 'iam.amazonaws.com' THEN event_name IN ('CreateUser', 'DeleteUser', 'CreateLoginProfile', 'UpdateLoginProfile', 'DeleteLoginProfile',
        'AddUserToGroup', 'RemoveUserFromGroup', 'CreateAccessKey', 'UpdateAccessKey', 'DeleteAccessKey', 'CreateServiceSpecificCredential',
        'ResetServiceSpecificCredential', 'UploadSSHPublicKey', 'UploadSigningCertificate', 'CreateVirtualMFADevice', 'EnableMFADevice',
        'DeactivateMFADevice', 'DeleteVirtualMFADevice', 'CreatePolicy', 'DeletePolicy', 'CreatePolicyVersion', 'DeletePolicyVersion',
        'SetDefaultPolicyVersion', 'AttachRolePolicy', 'DetachRolePolicy', 'AttachUserPolicy', 'DetachUserPolicy', 'AttachGroupPolicy',
        'DetachGroupPolicy', 'PutRolePolicy', 'DeleteRolePolicy', 'PutUserPolicy', 'DeleteUserPolicy', 'PutGroupPolicy', 'DeleteGroupPolicy',
        'PutRolePermissionsBoundary', 'DeleteRolePermissionsBoundary', 'PutUserPermissionsBoundary', 'DeleteUserPermissionsBoundary', 'CreateRole',
        'DeleteRole', 'UpdateRole', 'UpdateAssumeRolePolicy', 'AddRoleToInstanceProfile', 'CreateOpenIDConnectProvider',
        'UpdateOpenIDConnectProviderThumbprint', 'AddClientIDToOpenIDConnectProvider', 'DeleteOpenIDConnectProvider', 'CreateSAMLProvider',
        'UpdateSAMLProvider', 'DeleteSAMLProvider', 'UpdateAccountPasswordPolicy', 'DeleteAccountPasswordPolicy')
      WHEN 'sso.amazonaws.com' THEN event_name IN ('CreateAccountAssignment', 'DeleteAccountAssignment', 'CreatePermissionSet', 'UpdatePermissionSet',
        'DeletePermissionSet', 'AttachManagedPolicyToPermissionSet', 'DetachManagedPolicyFromPermissionSet',
        'AttachCustomerManagedPolicyReferenceToPermissionSet', 'DetachCustomerManagedPolicyReferenceFromPermissionSet',
        'PutInlinePolicyToPermissionSet', 'DeleteInlinePolicyFromPermissionSet', 'PutPermissionsBoundaryToPermissionSet',
        'DeletePermissionsBoundaryFromPermissionSet')
      WHEN 'rolesanywhere.amazonaws.com' THEN event_name IN ('CreateTrustAnchor', 'UpdateTrustAnchor', 'EnableTrustAnchor', 'CreateProfile',
        'UpdateProfile', 'EnableProfile')
      WHEN 'organizations.amazonaws.com' THEN event_name IN ('CreatePolicy', 'UpdatePolicy', 'DeletePolicy', 'AttachPolicy', 'DetachPolicy',
        'DisablePolicyType', 'MoveAccount', 'RemoveAccountFromOrganization', 'LeaveOrganization', 'CloseAccount', 'RegisterDelegatedAdministrator',
        'DeregisterDelegatedAdministrator', 'PutResourcePolicy', 'DeleteResourcePolicy', 'EnableAWSServiceAccess', 'DisableAWSServiceAccess')
      WHEN 'account.amazonaws.com' THEN event_name IN ('EnableRegion', 'DisableRegion', 'PutAlternateContact', 'DeleteAlternateContact',
        'StartPrimaryEmailUpdate', 'AcceptPrimaryEmailUpdate')
      WHEN 'cloudtrail.amazonaws.com' THEN event_name IN ('StopLogging', 'StartLogging', 'DeleteTrail', 'CreateTrail', 'UpdateTrail',
        'PutEventSelectors', 'PutInsightSelectors', 'DeleteEventDataStore', 'UpdateEventDataStore', 'StopEventDataStoreIngestion',
        'PutResourcePolicy', 'DeleteResourcePolicy', 'RegisterOrganizationDelegatedAdmin', 'DeregisterOrganizationDelegatedAdmin')
      WHEN 'config.amazonaws.com' THEN event_name IN ('StopConfigurationRecorder', 'DeleteConfigurationRecorder', 'PutConfigurationRecorder',
        'DeleteDeliveryChannel', 'PutDeliveryChannel', 'DeleteConfigRule')
      WHEN 'guardduty.amazonaws.com' THEN event_name IN ('DeleteDetector', 'UpdateDetector', 'DisassociateFromAdministratorAccount',
        'DisassociateMembers', 'DeleteMembers', 'StopMonitoringMembers', 'CreateFilter', 'UpdateFilter', 'CreateIPSet', 'UpdateIPSet',
        'DeletePublishingDestination')
      WHEN 'securityhub.amazonaws.com' THEN event_name IN ('DisableSecurityHub', 'BatchDisableStandards', 'DisassociateFromAdministratorAccount')
      WHEN 'macie2.amazonaws.com' THEN event_name IN ('DisableMacie', 'UpdateMacieSession')
      WHEN 'inspector2.amazonaws.com' THEN event_name IN ('Disable')
      WHEN 'access-analyzer.amazonaws.com' THEN event_name IN ('DeleteAnalyzer', 'CreateArchiveRule')
      WHEN 'logs.amazonaws.com' THEN event_name IN ('DeleteLogGroup', 'DeleteMetricFilter', 'DeleteSubscriptionFilter', 'PutSubscriptionFilter',
        'PutRetentionPolicy', 'DeleteRetentionPolicy', 'DisassociateKmsKey')
      WHEN 'monitoring.amazonaws.com' THEN event_name IN ('DeleteAlarms', 'DisableAlarmActions')
      WHEN 'events.amazonaws.com' THEN event_name IN ('PutRule', 'DisableRule', 'DeleteRule', 'PutTargets', 'RemoveTargets', 'PutPermission')
      WHEN 'kms.amazonaws.com' THEN event_name IN ('PutKeyPolicy', 'DisableKey', 'EnableKey', 'ScheduleKeyDeletion', 'CancelKeyDeletion',
        'DeleteImportedKeyMaterial', 'ImportKeyMaterial', 'DisableKeyRotation', 'EnableKeyRotation', 'ReplicateKey', 'UpdatePrimaryRegion',
        'DeleteCustomKeyStore', 'DisconnectCustomKeyStore', 'DeleteAlias', 'UpdateAlias')
      WHEN 'secretsmanager.amazonaws.com' THEN event_name IN ('PutSecretValue', 'UpdateSecret', 'DeleteSecret', 'PutResourcePolicy',
        'DeleteResourcePolicy', 'CancelRotateSecret', 'ReplicateSecretToRegions')
      WHEN 'ec2.amazonaws.com' THEN event_name IN ('AuthorizeSecurityGroupIngress', 'AuthorizeSecurityGroupEgress', 'RevokeSecurityGroupIngress',
        'RevokeSecurityGroupEgress', 'CreateSecurityGroup', 'DeleteSecurityGroup', 'ModifySecurityGroupRules', 'CreateNetworkAcl',
        'CreateNetworkAclEntry', 'ReplaceNetworkAclEntry', 'DeleteNetworkAcl', 'DeleteNetworkAclEntry', 'ReplaceNetworkAclAssociation', 'CreateRoute',
        'ReplaceRoute', 'DeleteRoute', 'CreateInternetGateway', 'AttachInternetGateway', 'CreateVpcPeeringConnection', 'AcceptVpcPeeringConnection',
        'CreateVpcEndpoint', 'ModifyVpcEndpoint', 'DeleteVpcEndpoints', 'DeleteVpc', 'DeleteFlowLogs', 'ModifySnapshotAttribute',
        'ModifyImageAttribute', 'DisableSnapshotBlockPublicAccess', 'DisableImageBlockPublicAccess', 'DisableEbsEncryptionByDefault',
        'DeleteSnapshot', 'DeregisterImage', 'RunInstances', 'TerminateInstances', 'ModifyInstanceAttribute', 'ModifyInstanceMetadataOptions',
        'AssociateIamInstanceProfile', 'ReplaceIamInstanceProfileAssociation', 'CreateKeyPair', 'ImportKeyPair')
      WHEN 's3.amazonaws.com' THEN event_name IN ('CreateBucket', 'DeleteBucket', 'PutBucketPolicy', 'DeleteBucketPolicy', 'PutBucketAcl',
        'PutBucketPublicAccessBlock', 'DeleteBucketPublicAccessBlock', 'PutAccountPublicAccessBlock', 'DeleteAccountPublicAccessBlock',
        'PutBucketEncryption', 'DeleteBucketEncryption', 'PutBucketVersioning', 'PutBucketObjectLockConfiguration', 'PutBucketLifecycle',
        'PutBucketLifecycleConfiguration', 'DeleteBucketLifecycle', 'PutBucketLogging', 'PutBucketReplication', 'DeleteBucketReplication',
        'PutBucketOwnershipControls', 'DeleteBucketOwnershipControls', 'PutBucketCors', 'PutBucketWebsite', 'PutBucketNotification',
        'PutBucketNotificationConfiguration', 'PutAccessPointPolicy')
      WHEN 'rds.amazonaws.com' THEN event_name IN ('CreateDBInstance', 'CreateDBCluster', 'ModifyDBInstance', 'ModifyDBCluster', 'DeleteDBInstance',
        'DeleteDBCluster', 'DeleteDBSnapshot', 'DeleteDBClusterSnapshot', 'DeleteDBInstanceAutomatedBackup', 'DeleteDBClusterAutomatedBackup',
        'ModifyDBSnapshotAttribute', 'ModifyDBClusterSnapshotAttribute', 'ModifyDBParameterGroup', 'ModifyDBClusterParameterGroup',
        'RestoreDBInstanceFromDBSnapshot', 'RestoreDBInstanceToPointInTime', 'RestoreDBClusterFromSnapshot', 'RestoreDBClusterToPointInTime',
        'AuthorizeDBSecurityGroupIngress')
      WHEN 'dynamodb.amazonaws.com' THEN event_name IN ('CreateTable', 'UpdateTable', 'DeleteTable', 'DeleteBackup', 'UpdateContinuousBackups',
        'PutResourcePolicy', 'DeleteResourcePolicy', 'UpdateTimeToLive', 'RestoreTableFromBackup', 'RestoreTableToPointInTime')
      WHEN 'redshift.amazonaws.com' THEN event_name IN ('ModifyCluster', 'DeleteCluster', 'DeleteClusterSnapshot', 'AuthorizeSnapshotAccess',
        'DisableLogging', 'AuthorizeClusterSecurityGroupIngress')
      WHEN 'es.amazonaws.com' THEN event_name IN ('UpdateDomainConfig', 'UpdateElasticsearchDomainConfig', 'DeleteDomain',
        'DeleteElasticsearchDomain')
      WHEN 'elasticache.amazonaws.com' THEN event_name IN ('ModifyReplicationGroup', 'DeleteReplicationGroup', 'DeleteCacheCluster', 'DeleteSnapshot')
      WHEN 'elasticfilesystem.amazonaws.com' THEN event_name IN ('PutFileSystemPolicy', 'DeleteFileSystemPolicy', 'DeleteFileSystem')
      WHEN 'backup.amazonaws.com' THEN event_name IN ('UpdateBackupPlan', 'DeleteBackupPlan', 'DeleteBackupSelection', 'DeleteBackupVault',
        'DeleteRecoveryPoint', 'PutBackupVaultAccessPolicy', 'DeleteBackupVaultAccessPolicy', 'DeleteBackupVaultLockConfiguration',
        'UpdateRecoveryPointLifecycle')
      WHEN 'ecs.amazonaws.com' THEN event_name IN ('RegisterTaskDefinition', 'CreateService', 'UpdateService', 'DeleteService', 'DeleteCluster')
      WHEN 'eks.amazonaws.com' THEN event_name IN ('CreateCluster', 'UpdateClusterConfig', 'DeleteCluster', 'CreateAccessEntry',
        'AssociateAccessPolicy', 'UpdateAccessEntry')
      WHEN 'ecr.amazonaws.com' THEN event_name IN ('SetRepositoryPolicy', 'DeleteRepository', 'PutImageScanningConfiguration',
        'PutImageTagMutability')
      WHEN 'cloudformation.amazonaws.com' THEN event_name IN ('CreateStack', 'UpdateStack', 'DeleteStack', 'ExecuteChangeSet', 'CreateStackSet',
        'UpdateStackSet', 'CreateStackInstances', 'DeleteStackInstances')
      WHEN 'codepipeline.amazonaws.com' THEN event_name IN ('CreatePipeline', 'UpdatePipeline', 'DeletePipeline')
      WHEN 'codebuild.amazonaws.com' THEN event_name IN ('CreateProject', 'UpdateProject')
      WHEN 'states.amazonaws.com' THEN event_name IN ('CreateStateMachine', 'UpdateStateMachine', 'DeleteStateMachine')
      WHEN 'sns.amazonaws.com' THEN event_name IN ('SetTopicAttributes', 'AddPermission', 'DeleteTopic', 'Unsubscribe')
      WHEN 'sqs.amazonaws.com' THEN event_name IN ('SetQueueAttributes', 'AddPermission', 'DeleteQueue')
      WHEN 'ssm.amazonaws.com' THEN event_name IN ('ModifyDocumentPermission', 'UpdateDocument', 'CreateDocument')
      WHEN 'ram.amazonaws.com' THEN event_name IN ('CreateResourceShare', 'AssociateResourceShare')
      WHEN 'cloudfront.amazonaws.com' THEN event_name IN ('UpdateDistribution', 'DeleteDistribution', 'CreateDistribution')
      WHEN 'elasticloadbalancing.amazonaws.com' THEN event_name IN ('CreateListener', 'ModifyListener', 'DeleteListener', 'DeleteLoadBalancer')
      WHEN 'wafv2.amazonaws.com' THEN event_name IN ('UpdateWebACL', 'DeleteWebACL', 'DisassociateWebACL', 'UpdateIPSet')
      WHEN 'route53.amazonaws.com' THEN event_name IN ('ChangeResourceRecordSets', 'CreateHostedZone', 'DeleteHostedZone')
      WHEN 'apigateway.amazonaws.com' THEN event_name IN ('CreateDeployment', 'UpdateStage', 'UpdateRestApi', 'DeleteRestApi', 'CreateRoute',
        'UpdateRoute', 'CreateIntegration', 'UpdateIntegration')
    END, false)
    AND COALESCE(CASE WHEN event_source = 'lambda.amazonaws.com' AND event_name = 'UpdateFunctionCode' THEN json_extract_scalar(request_parameters, '$.dryRun') END, 'false') <> 'true'
    AND NOT (actor_class = 'aws-service' AND event_name IN ('RunInstances', 'TerminateInstances', 'UpdateService', 'UpdateTable'))
  UNION ALL
  SELECT
    kind, event_id, event_time, account_id, region, event_source, event_name, actor_type, actor_class, actor_principal_id, actor_arn, actor_name, access_key_id, session_started, mfa,
    sign_in_session_arn, invoked_by, source_ip, resource, shared_event_id, source_file, request_parameters, response_elements, additional_event_data
  FROM (
    SELECT
      CASE event_name WHEN 'ConsoleLogin' THEN 'sign-in' ELSE 'opening' END AS kind, event_id, event_time, account_id, region, event_source, event_name, actor_type, actor_class, actor_principal_id, actor_arn, actor_name, access_key_id, session_started, mfa,
      sign_in_session_arn, invoked_by, source_ip, CAST(NULL AS varchar) AS resource, shared_event_id, source_file, request_parameters, response_elements, additional_event_data
    FROM events
    WHERE outcome = 'success'
      AND COALESCE(CASE event_source
        WHEN 'sts.amazonaws.com' THEN event_name IN ('AssumeRole', 'AssumeRoleWithSAML', 'AssumeRoleWithWebIdentity', 'AssumeRoot', 'GetSessionToken',
          'GetFederationToken')
        WHEN 'signin.amazonaws.com' THEN event_name IN ('ConsoleLogin', 'SwitchRole')
        WHEN 'rolesanywhere.amazonaws.com' THEN event_name IN ('CreateSession')
      END, false)
    UNION ALL
    SELECT
      CASE event_name WHEN 'ConsoleLogin' THEN 'sign-in' ELSE 'opening' END AS kind, event_id, event_time, account_id, region, event_source, event_name, actor_type, actor_class, actor_principal_id, actor_arn, actor_name, access_key_id, session_started, mfa,
      sign_in_session_arn, invoked_by, source_ip, CAST(NULL AS varchar) AS resource, shared_event_id, source_file, request_parameters, response_elements, additional_event_data
    FROM events_before
    WHERE outcome = 'success'
      AND COALESCE(CASE event_source
        WHEN 'sts.amazonaws.com' THEN event_name IN ('AssumeRole', 'AssumeRoleWithSAML', 'AssumeRoleWithWebIdentity', 'AssumeRoot', 'GetSessionToken',
          'GetFederationToken')
        WHEN 'signin.amazonaws.com' THEN event_name IN ('ConsoleLogin', 'SwitchRole')
        WHEN 'rolesanywhere.amazonaws.com' THEN event_name IN ('CreateSession')
      END, false)
  ) sessions
  WHERE event_name <> 'AssumeRole'
    OR shared_event_id IS NOT NULL AND actor_type <> 'AWSService'
    OR json_extract_scalar(response_elements, '$.assumedRoleUser.assumedRoleId') IN (SELECT principal_id FROM callers)
),
-- What each opens. A text that a name may stand in loses the two characters that part texts below.
opened AS (
  SELECT
    kind, event_time, event_source, event_name, actor_type, actor_class, access_key_id, mfa,
    CASE WHEN session_started < event_time THEN session_started ELSE event_time END AS session_began,
    CASE WHEN session_started <= event_time AND event_name <> 'SwitchRole' THEN 'yes' ELSE 'no' END AS session_start_said,
    replace(replace(event_id, chr(30), ' '), chr(31), ' ') AS event_id,
    replace(replace(account_id, chr(30), ' '), chr(31), ' ') AS account_id,
    replace(replace(region, chr(30), ' '), chr(31), ' ') AS region,
    replace(replace(source_file, chr(30), ' '), chr(31), ' ') AS source_file,
    COALESCE(replace(replace(source_ip, chr(30), ' '), chr(31), ' '), '') AS source_ip,
    COALESCE(replace(replace(invoked_by, chr(30), ' '), chr(31), ' '), '') AS through,
    COALESCE(replace(replace(resource, chr(30), ' '), chr(31), ' '), '') AS resource,
    replace(replace(actor_principal_id || ' ' || session_started, chr(30), ' '), chr(31), ' ') AS made_in_session,
    replace(replace(sign_in_session_arn, chr(30), ' '), chr(31), ' ') AS sign_in_session,
    replace(replace(shared_event_id, chr(30), ' '), chr(31), ' ') AS shared_event,
    replace(replace(actor_arn, chr(30), ' '), chr(31), ' ') AS actor_arn,
    COALESCE(replace(replace(COALESCE(CASE WHEN event_name = 'AssumeRoleWithWebIdentity' THEN json_extract_scalar(response_elements, '$.subjectFromWebIdentityToken') END, actor_name), chr(30), ' '), chr(31), ' '), '') AS name,
    CASE
      WHEN kind = 'opening' AND event_name = 'SwitchRole' THEN replace(replace(json_extract_scalar(additional_event_data, '$.SwitchFrom'), chr(30), ' '), chr(31), ' ')
      WHEN kind <> 'sign-in' AND session_started IS NOT NULL AND actor_class IN ('person', 'root') THEN replace(replace(actor_arn, chr(30), ' '), chr(31), ' ')
    END AS signed_in_as,
    CASE WHEN kind = 'opening' THEN COALESCE(
      json_extract_scalar(response_elements, '$.credentials.accessKeyId'),
      json_extract_scalar(response_elements, '$.credentialSet[0].credentials.accessKeyId')) END AS opened_key,
    CASE
      WHEN kind <> 'opening' THEN NULL
      WHEN event_name IN ('SwitchRole', 'GetSessionToken') THEN replace(replace(actor_principal_id, chr(30), ' '), chr(31), ' ')
      ELSE replace(replace(COALESCE(
        json_extract_scalar(response_elements, '$.assumedRoleUser.assumedRoleId'),
        json_extract_scalar(response_elements, '$.credentialSet[0].assumedRoleUser.assumedRoleId'),
        json_extract_scalar(response_elements, '$.federatedUser.federatedUserId')), chr(30), ' '), chr(31), ' ')
    END || ' ' || event_time AS opened_session,
    CASE
      WHEN kind <> 'opening' THEN ''
      WHEN event_name IN ('SwitchRole', 'GetSessionToken') THEN COALESCE(replace(replace(actor_arn, chr(30), ' '), chr(31), ' '), '')
      ELSE COALESCE(replace(replace(COALESCE(
        json_extract_scalar(response_elements, '$.assumedRoleUser.arn'),
        json_extract_scalar(response_elements, '$.credentialSet[0].assumedRoleUser.arn'),
        json_extract_scalar(response_elements, '$.federatedUser.arn'),
        json_extract_scalar(request_parameters, '$.roleArn'),
        json_extract_scalar(request_parameters, '$.targetPrincipal')), chr(30), ' '), chr(31), ' '), '')
    END AS opened_arn,
    CASE WHEN kind = 'opening' THEN json_extract_scalar(request_parameters, '$.serialNumber') END AS mfa_device,
    CASE WHEN kind = 'sign-in' THEN json_extract_scalar(additional_event_data, '$.SamlProviderArn') END AS saml_provider
  FROM calls
),
-- What a call is at each place of a chain: told, at the near end; as a link of it; and as the way in, should it be the far end. Keys that stand for others (masked or
-- withheld ones) link nothing, nor does a call that would open the session it was made in.
described AS (
  SELECT
    kind, account_id, event_id, event_time, session_began, session_start_said,
    CASE WHEN event_name = 'SwitchRole' THEN '2' WHEN actor_type = 'AWSAccount' THEN '1' ELSE '3' END AS telling,
    name AS made_by,
    event_time || chr(31) || account_id || chr(31) || region || chr(31) || name || chr(31) || event_source || chr(31) || event_name || chr(31) || resource || chr(31)
      || through || chr(31) || event_id || chr(31) || source_file || chr(31)
      || CASE
        WHEN kind = 'sign-in' THEN 'console sign-in ' || account_id || ' ' || name
        WHEN kind = 'opening' THEN CASE event_name
          WHEN 'AssumeRole' THEN 'role'
          WHEN 'AssumeRoleWithSAML' THEN 'role by SAML'
          WHEN 'AssumeRoleWithWebIdentity' THEN 'role by web identity'
          WHEN 'CreateSession' THEN 'role by certificate'
          WHEN 'SwitchRole' THEN 'console role switch'
          WHEN 'AssumeRoot' THEN 'root session'
          WHEN 'GetSessionToken' THEN 'session token'
          ELSE 'federation token'
        END || ' ' || COALESCE(regexp_extract(opened_arn, '^arn:[^:]*:[^:]*:[^:]*:([0-9]{12}):', 1), account_id)
          || ' ' || COALESCE(regexp_extract(opened_arn, ':(assumed-role|role)/(.*)\z', 2), split_part(opened_arn, ':', 6), opened_arn)
        ELSE ''
      END || chr(31) || CASE
        WHEN kind = 'sign-in' AND (strpos(actor_arn, ':assumed-role/AWSReservedSSO_') > 0 OR strpos(saml_provider, ':saml-provider/AWSSSO_') > 0) THEN 'Identity Center'
        WHEN kind = 'sign-in' AND saml_provider IS NOT NULL THEN 'SAML'
        WHEN kind = 'sign-in' THEN 'ConsoleLogin'
        -- A service's own role, or any program's session in which a service acts and nobody is known to have opened it.
        WHEN actor_class = 'aws-service' OR kind = 'change' AND actor_class = 'workload' AND through NOT IN ('', 'AWS Internal') THEN 'AWS service'
        WHEN kind = 'opening' AND event_name = 'AssumeRoleWithSAML' THEN CASE WHEN strpos(opened_arn, '/AWSReservedSSO_') > 0 THEN 'Identity Center' ELSE 'SAML' END
        WHEN kind = 'opening' AND event_name = 'AssumeRoleWithWebIdentity' THEN 'web identity'
        WHEN kind = 'opening' AND event_name = 'CreateSession' THEN 'certificate'
        WHEN starts_with(access_key_id, 'AKIA') THEN 'long-lived key'
        ELSE 'not found in the scanned window'
      END || chr(31) || CASE
        WHEN mfa_device IS NOT NULL THEN 'yes'
        WHEN kind = 'opening' AND event_name = 'AssumeRoleWithSAML' OR kind = 'sign-in' AND actor_type = 'AssumedRole' THEN 'not in CloudTrail'
        WHEN actor_type IN ('IAMUser', 'Root') AND mfa = 'true' THEN 'yes'
        WHEN actor_type IN ('IAMUser', 'Root') AND (mfa = 'false' OR starts_with(access_key_id, 'AKIA')) THEN 'no'
          ELSE ''
      END || chr(31) || source_ip AS texts,
    CASE WHEN kind <> 'sign-in' AND regexp_like(access_key_id, '^ASIA[A-Z0-9]{8,}\z') THEN access_key_id END AS made_with_key,
    CASE WHEN regexp_like(opened_key, '^ASIA[A-Z0-9]{8,}\z') AND opened_key <> COALESCE(access_key_id, '') THEN opened_key END AS opened_key,
    CASE WHEN kind <> 'sign-in' THEN made_in_session END AS made_in_session,
    CASE WHEN opened_session <> COALESCE(made_in_session, '') THEN opened_session END AS opened_session,
    sign_in_session, shared_event, actor_type, signed_in_as, actor_arn
  FROM opened
),
-- A row for each thing that may link a call: u = it was made in it, o = it opens it; 1 access key, 2 principal and start of session, 3 sign-in session id, 4 shared event
-- id, 5 sign-in of an identity. And for each the call that opened it, by then: one that says who called before one that does not (a role switch, the copy in the account
-- of the role), then the latest. A sign-in may be logged up to five seconds after the session it begins.
found AS (
  SELECT
    kind, account_id, event_id, session_began, session_start_said, texts_once, side,
    max(CASE WHEN starts_with(side, 'o') THEN telling || event_time || account_id || ' ' || event_id END) OVER (PARTITION BY link ORDER BY link_second, link_time) AS opener,
    max(CASE WHEN side = 'o2' AND telling = '2' THEN 'yes' END) OVER (PARTITION BY link) AS switched,
    max(CASE WHEN starts_with(side, 'u') THEN 'yes' END) OVER (PARTITION BY link) AS used,
    min(CASE WHEN side = 'o2' AND telling = '3' THEN made_by END) OVER (PARTITION BY link) <> max(CASE WHEN side = 'o2' AND telling = '3' THEN made_by END) OVER (PARTITION BY link) AS several
  FROM (
    SELECT
      kind, account_id, event_id, event_time, session_began, session_start_said, telling, made_by, side,
      CASE WHEN side = 'no' THEN texts END AS texts_once,
      CASE
        WHEN side = 'u5' THEN 5 + TRY(date_diff('second', from_iso8601_timestamp('2000-01-01T00:00:00Z'), from_iso8601_timestamp(session_began)))
        WHEN side = 'o5' THEN TRY(date_diff('second', from_iso8601_timestamp('2000-01-01T00:00:00Z'), from_iso8601_timestamp(event_time)))
      END AS link_second,
      CASE WHEN side IN ('u1', 'o1', 'u2', 'o2') THEN event_time END AS link_time,
      substr(side, 2) || ' ' || CASE side
        WHEN 'u1' THEN made_with_key
        WHEN 'o1' THEN opened_key
        WHEN 'u2' THEN made_in_session
        WHEN 'o2' THEN opened_session
        WHEN 'u3' THEN CASE WHEN kind <> 'sign-in' THEN sign_in_session END
        WHEN 'o3' THEN CASE WHEN kind = 'sign-in' THEN sign_in_session END
        WHEN 'u4' THEN CASE WHEN kind = 'opening' AND actor_type = 'AWSAccount' THEN shared_event END
        WHEN 'o4' THEN CASE WHEN kind = 'opening' AND actor_type <> 'AWSAccount' THEN shared_event END
        WHEN 'u5' THEN signed_in_as
        WHEN 'o5' THEN CASE WHEN kind = 'sign-in' THEN actor_arn END
        WHEN 'no' THEN account_id || ' ' || event_id
      END AS link
    FROM described
    CROSS JOIN (VALUES ('u1'), ('o1'), ('u2'), ('o2'), ('u3'), ('o3'), ('u4'), ('o4'), ('u5'), ('o5'), ('no')) AS s(side)
  ) each_link
  WHERE link IS NOT NULL
),
-- One of these links is the call's, the lower number first: what opened a session says more than the sign-in it goes back to. Where several callers opened sessions of
-- one name in one second, which of them is a guess (7). Sessions in which nothing was done are left out.
linked AS (
  SELECT
    kind, account_id, event_id,
    max(texts_once) AS texts,
    max(CASE WHEN side = 'o2' THEN switched END) AS switched,
    min(CASE
      WHEN NOT starts_with(side, 'u') OR opener IS NULL THEN NULL
      WHEN side = 'u2' AND several THEN '7'
      WHEN side <> 'u5' THEN substr(side, 2)
      WHEN session_start_said = 'yes' AND TRY(date_diff('second', from_iso8601_timestamp(substr(opener, 2, 20)), from_iso8601_timestamp(session_began))) <= 5 THEN '5'
      WHEN TRY(date_diff('second', from_iso8601_timestamp(substr(opener, 2, 20)), from_iso8601_timestamp(session_began))) <= 43200 THEN '6'
    END || substr(opener, 22)) AS link
  FROM found
  GROUP BY kind, account_id, event_id
  HAVING kind = 'change' OR max(CASE WHEN starts_with(side, 'o') THEN used END) = 'yes'
),
-- What was changed over one link is walked as one (by the hour where there is none, so that no row grows without bound).
bundled AS (
  SELECT
    kind, link, switched,
    CASE WHEN kind <> 'change' THEN account_id || ' ' || event_id END AS id,
    array_agg(texts) AS texts_of_all
  FROM linked
  GROUP BY kind, link, switched, CASE WHEN kind <> 'change' THEN account_id || ' ' || event_id END, CASE WHEN link IS NULL THEN substr(texts, 1, 13) END
),
-- The walk. A chain begins as a call alone; each step puts behind it the chain of the call it leads to, and so doubles what is known: 1, 2, 4, 8 calls.
walk_0 AS (
  SELECT
    id, kind, texts_of_all,
    substr(link, 2) AS next,
    CASE substr(link, 1, 1) WHEN '2' THEN '2' WHEN '5' THEN '2' WHEN '6' THEN '1' WHEN '7' THEN '1' ELSE '3' END AS weakest,
    CASE WHEN kind <> 'change' THEN split_part(texts, chr(31), 1) || ' ' || split_part(texts, chr(31), 9) || ' '
      || CASE WHEN switched = 'yes' AND split_part(texts, chr(31), 6) = 'AssumeRole' THEN 'console role switch' || substr(split_part(texts, chr(31), 11), 5) ELSE split_part(texts, chr(31), 11) END
    ELSE '' END
      || chr(31) || CASE substr(link, 1, 1)
        WHEN '1' THEN '[access key issued by STS; certain] '
        WHEN '2' THEN '[principal id and session start; strong] '
        WHEN '3' THEN '[sign-in session id; certain] '
        WHEN '4' THEN '[shared event id; certain] '
        WHEN '5' THEN '[principal id and session start; strong] '
        WHEN '6' THEN '[last sign-in before; possible] '
        WHEN '7' THEN '[principal id and session start; possible] '
        ELSE ''
      END AS chain,
    CASE WHEN kind <> 'change' THEN texts END AS last_texts
  FROM (SELECT id, kind, link, switched, texts_of_all, texts_of_all[1] AS texts FROM bundled) b
),
walk_1 AS (
  SELECT
    id, kind, texts_of_all, next_of_rest AS next,
    COALESCE(last_of_rest, last_texts) AS last_texts,
    CASE WHEN weakest_of_rest < weakest THEN weakest_of_rest ELSE weakest END AS weakest,
    chain || COALESCE(rest, '') AS chain
  FROM (
    SELECT
      id, kind, texts_of_all, last_texts, weakest, chain, side,
      max(CASE WHEN side = 'itself' THEN chain END) OVER (PARTITION BY place) AS rest,
      max(CASE WHEN side = 'itself' THEN next END) OVER (PARTITION BY place) AS next_of_rest,
      max(CASE WHEN side = 'itself' THEN last_texts END) OVER (PARTITION BY place) AS last_of_rest,
      max(CASE WHEN side = 'itself' THEN weakest END) OVER (PARTITION BY place) AS weakest_of_rest
    FROM (
      SELECT id, kind, texts_of_all, next, last_texts, weakest, chain, side, CASE side WHEN 'itself' THEN id ELSE COALESCE(next, '- ' || id, '-') END AS place
      FROM walk_0
      CROSS JOIN (VALUES ('itself'), ('next')) AS s(side)
    ) sides
    WHERE place IS NOT NULL
  ) joined
  WHERE side = 'next'
),
walk_2 AS (
  SELECT
    id, kind, texts_of_all, next_of_rest AS next,
    COALESCE(last_of_rest, last_texts) AS last_texts,
    CASE WHEN weakest_of_rest < weakest THEN weakest_of_rest ELSE weakest END AS weakest,
    chain || COALESCE(rest, '') AS chain
  FROM (
    SELECT
      id, kind, texts_of_all, last_texts, weakest, chain, side,
      max(CASE WHEN side = 'itself' THEN chain END) OVER (PARTITION BY place) AS rest,
      max(CASE WHEN side = 'itself' THEN next END) OVER (PARTITION BY place) AS next_of_rest,
      max(CASE WHEN side = 'itself' THEN last_texts END) OVER (PARTITION BY place) AS last_of_rest,
      max(CASE WHEN side = 'itself' THEN weakest END) OVER (PARTITION BY place) AS weakest_of_rest
    FROM (
      SELECT id, kind, texts_of_all, next, last_texts, weakest, chain, side, CASE side WHEN 'itself' THEN id ELSE COALESCE(next, '- ' || id, '-') END AS place
      FROM walk_1
      CROSS JOIN (VALUES ('itself'), ('next')) AS s(side)
    ) sides
    WHERE place IS NOT NULL
  ) joined
  WHERE side = 'next'
),
walk_3 AS (
  SELECT
    id, kind, texts_of_all, next_of_rest AS next,
    COALESCE(last_of_rest, last_texts) AS last_texts,
    CASE WHEN weakest_of_rest < weakest THEN weakest_of_rest ELSE weakest END AS weakest,
    chain || COALESCE(rest, '') AS chain
  FROM (
    SELECT
      id, kind, texts_of_all, last_texts, weakest, chain, side,
      max(CASE WHEN side = 'itself' THEN chain END) OVER (PARTITION BY place) AS rest,
      max(CASE WHEN side = 'itself' THEN next END) OVER (PARTITION BY place) AS next_of_rest,
      max(CASE WHEN side = 'itself' THEN last_texts END) OVER (PARTITION BY place) AS last_of_rest,
      max(CASE WHEN side = 'itself' THEN weakest END) OVER (PARTITION BY place) AS weakest_of_rest
    FROM (
      SELECT id, kind, texts_of_all, next, last_texts, weakest, chain, side, CASE side WHEN 'itself' THEN id ELSE COALESCE(next, '- ' || id, '-') END AS place
      FROM walk_2
      CROSS JOIN (VALUES ('itself'), ('next')) AS s(side)
    ) sides
    WHERE place IS NOT NULL
  ) joined
  WHERE side = 'next'
),
ends AS (
  SELECT
    weakest,
    split(t.texts, chr(31)) AS change,
    split(COALESCE(last_texts, t.texts), chr(31)) AS far_end,
    split(chain, chr(31)) AS links,
    CASE WHEN next IS NULL THEN split_part(COALESCE(last_texts, t.texts), chr(31), 12) ELSE 'not found in the scanned window' END AS login
  FROM walk_3
  CROSS JOIN UNNEST(texts_of_all) AS t(texts)
  WHERE kind = 'change'
)
SELECT
  element_at(change, 1) AS event_time,
  element_at(change, 2) AS account_id,
  element_at(change, 3) AS region,
  NULLIF(element_at(change, 4), '') AS actor_name,
  element_at(change, 5) AS event_source,
  element_at(change, 6) AS event_name,
  NULLIF(element_at(change, 7), '') AS resource,
  login,
  CASE WHEN login = 'AWS service' AND element_at(far_end, 8) NOT IN ('', 'AWS Internal') THEN element_at(far_end, 8) ELSE NULLIF(element_at(far_end, 4), '') END AS login_name,
  CASE WHEN login <> 'not found in the scanned window' THEN element_at(far_end, 1) END AS login_time,
  NULLIF(element_at(far_end, 13), '') AS login_mfa,
  CASE WHEN login <> 'not found in the scanned window' THEN NULLIF(element_at(far_end, 14), '') END AS login_address,
  CASE WHEN login <> 'not found in the scanned window' THEN element_at(far_end, 9) END AS login_event_id,
  CASE
    WHEN login = 'not found in the scanned window' THEN 'none'
    WHEN weakest = '3' THEN 'certain'
    WHEN weakest = '2' THEN 'strong'
    ELSE 'possible'
  END AS confidence,
  cardinality(links) - 2 AS hops,
  NULLIF(element_at(links, 2), '') AS hop_1,
  NULLIF(element_at(links, 3), '') AS hop_2,
  NULLIF(element_at(links, 4), '') AS hop_3,
  NULLIF(element_at(links, 5), '') AS hop_4,
  NULLIF(element_at(links, 6), '') AS hop_5,
  NULLIF(element_at(links, 7), '') AS hop_6,
  NULLIF(element_at(links, 8), '') AS hop_7,
  CASE WHEN login = 'web identity' THEN COALESCE(regexp_extract(element_at(far_end, 4), '^repo:([^:]+)', 1), regexp_extract(element_at(far_end, 4), '^project_path:([^:]+)', 1)) END AS ci_repository,
  CASE WHEN login = 'web identity' THEN COALESCE(
    regexp_extract(element_at(far_end, 4), ':ref:([^:]+)', 1),
    'environment ' || regexp_extract(element_at(far_end, 4), ':environment:([^:]+)', 1),
    regexp_extract(element_at(far_end, 4), ':(pull_request)\z', 1)
  ) END AS ci_ref,
  CASE WHEN login = 'web identity' THEN COALESCE(regexp_extract(element_at(far_end, 4), ':job_workflow_ref:([^:]+)', 1), regexp_extract(element_at(far_end, 4), ':workflow:([^:]+)', 1)) END AS ci_workflow,
  NULLIF(element_at(change, 8), '') AS through,
  element_at(change, 9) AS event_id,
  element_at(change, 10) AS source_file
FROM ends
