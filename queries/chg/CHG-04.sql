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
  login_time: When of the sign-in, or of the first call with the key, UTC
  login_mfa: Whether it was with MFA (yes, no, not in CloudTrail)
  login_address: Address it came from
  login_event_id: Event id of the sign-in, or of the first call with the key
  confidence: The weakest link of the chain - certain, strong, possible, or none where no sign-in was found
  hops: Links from the change back
  hop_1: What opened the session of the change, as [evidence; confidence] time, event id, what, account, name
  hop_2: What opened the session in which that was done
  hop_3: And so on
  hop_4: And so on
  hop_5: And so on
  hop_6: And so on
  hop_7: And so on
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
-- The changes, and what opens sessions: calls of STS and of Roles Anywhere, console sign-ins, role switches. The latter from 36 hours before the period.
calls AS (
  SELECT
    event_id, event_time, account_id, region, event_source, event_name, actor_type, actor_class, actor_principal_id, actor_arn, actor_name, access_key_id, session_started, mfa,
    sign_in_session_arn, invoked_by, source_ip, resource, shared_event_id, source_file, request_parameters, response_elements, additional_event_data
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
        'UpdateProfile', 'EnableProfile', 'CreateSession')
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
      WHEN 'sts.amazonaws.com' THEN event_name IN ('AssumeRole', 'AssumeRoleWithSAML', 'AssumeRoleWithWebIdentity', 'AssumeRoot', 'GetSessionToken',
        'GetFederationToken')
      WHEN 'signin.amazonaws.com' THEN event_name IN ('ConsoleLogin', 'SwitchRole')
    END, false)
    AND COALESCE(CASE WHEN event_source = 'lambda.amazonaws.com' AND event_name = 'UpdateFunctionCode' THEN json_extract_scalar(request_parameters, '$.dryRun') END, 'false') <> 'true'
    AND NOT (actor_class = 'aws-service' AND event_name IN ('RunInstances', 'TerminateInstances', 'UpdateService', 'UpdateTable'))
  UNION ALL
  SELECT
    event_id, event_time, account_id, region, event_source, event_name, actor_type, actor_class, actor_principal_id, actor_arn, actor_name, access_key_id, session_started, mfa,
    sign_in_session_arn, invoked_by, source_ip, resource, shared_event_id, source_file, request_parameters, response_elements, additional_event_data
  FROM events_before
  WHERE outcome = 'success'
    AND COALESCE(CASE event_source
      WHEN 'sts.amazonaws.com' THEN event_name IN ('AssumeRole', 'AssumeRoleWithSAML', 'AssumeRoleWithWebIdentity', 'AssumeRoot', 'GetSessionToken',
        'GetFederationToken')
      WHEN 'signin.amazonaws.com' THEN event_name IN ('ConsoleLogin', 'SwitchRole')
      WHEN 'rolesanywhere.amazonaws.com' THEN event_name IN ('CreateSession')
    END, false)
),
-- What each opens. A text that a name may stand in loses the three characters that part texts below.
opened AS (
  SELECT
    kind, event_time, event_source, event_name, actor_type, actor_class, access_key_id, mfa,
    CASE WHEN session_started < event_time THEN session_started ELSE event_time END AS session_began,
    regexp_replace(event_id, '[\n\x1e\x1f]', ' ') AS event_id,
    regexp_replace(account_id, '[\n\x1e\x1f]', ' ') AS account_id,
    regexp_replace(region, '[\n\x1e\x1f]', ' ') AS region,
    regexp_replace(source_file, '[\n\x1e\x1f]', ' ') AS source_file,
    COALESCE(regexp_replace(source_ip, '[\n\x1e\x1f]', ' '), '') AS source_ip,
    COALESCE(regexp_replace(invoked_by, '[\n\x1e\x1f]', ' '), '') AS through,
    COALESCE(regexp_replace(resource, '[\n\x1e\x1f]', ' '), '') AS resource,
    regexp_replace(actor_principal_id || ' ' || session_started, '[\n\x1e\x1f]', ' ') AS made_in_session,
    regexp_replace(sign_in_session_arn, '[\n\x1e\x1f]', ' ') AS sign_in_session,
    regexp_replace(shared_event_id, '[\n\x1e\x1f]', ' ') AS shared_event,
    regexp_replace(actor_arn, '[\n\x1e\x1f]', ' ') AS actor_arn,
    COALESCE(regexp_replace(COALESCE(CASE WHEN event_name = 'AssumeRoleWithWebIdentity' THEN json_extract_scalar(response_elements, '$.subjectFromWebIdentityToken') END, actor_name), '[\n\x1e\x1f]', ' '), '') AS name,
    CASE
      WHEN kind = 'opening' AND event_name = 'SwitchRole' THEN regexp_replace(json_extract_scalar(additional_event_data, '$.SwitchFrom'), '[\n\x1e\x1f]', ' ')
      WHEN kind <> 'sign-in' AND session_started IS NOT NULL AND actor_type IN ('IAMUser', 'Root', 'AssumedRole') THEN regexp_replace(actor_arn, '[\n\x1e\x1f]', ' ')
    END AS signed_in_as,
    CASE WHEN kind = 'opening' THEN COALESCE(
      json_extract_scalar(response_elements, '$.credentials.accessKeyId'),
      json_extract_scalar(response_elements, '$.credentialSet[0].credentials.accessKeyId')) END AS opened_key,
    CASE
      WHEN kind <> 'opening' THEN NULL
      WHEN event_name IN ('SwitchRole', 'GetSessionToken') THEN regexp_replace(actor_principal_id, '[\n\x1e\x1f]', ' ')
      ELSE regexp_replace(COALESCE(
        json_extract_scalar(response_elements, '$.assumedRoleUser.assumedRoleId'),
        json_extract_scalar(response_elements, '$.credentialSet[0].assumedRoleUser.assumedRoleId'),
        json_extract_scalar(response_elements, '$.federatedUser.federatedUserId')), '[\n\x1e\x1f]', ' ')
    END || ' ' || event_time AS opened_session,
    CASE
      WHEN kind <> 'opening' THEN ''
      WHEN event_name IN ('SwitchRole', 'GetSessionToken') THEN COALESCE(regexp_replace(actor_arn, '[\n\x1e\x1f]', ' '), '')
      ELSE COALESCE(regexp_replace(COALESCE(
        json_extract_scalar(response_elements, '$.assumedRoleUser.arn'),
        json_extract_scalar(response_elements, '$.credentialSet[0].assumedRoleUser.arn'),
        json_extract_scalar(response_elements, '$.federatedUser.arn'),
        json_extract_scalar(request_parameters, '$.roleArn'),
        json_extract_scalar(request_parameters, '$.targetPrincipal')), '[\n\x1e\x1f]', ' '), '')
    END AS opened_arn,
    CASE WHEN kind = 'opening' THEN json_extract_scalar(request_parameters, '$.serialNumber') END AS mfa_device,
    CASE WHEN kind = 'sign-in' THEN json_extract_scalar(additional_event_data, '$.SamlProviderArn') END AS saml_provider
  FROM (
    SELECT
    event_id, event_time, account_id, region, event_source, event_name, actor_type, actor_class, actor_principal_id, actor_arn, actor_name, access_key_id, session_started, mfa,
    sign_in_session_arn, invoked_by, source_ip, resource, shared_event_id, source_file, request_parameters, response_elements, additional_event_data,
      CASE
        WHEN event_source = 'signin.amazonaws.com' AND event_name = 'ConsoleLogin' THEN 'sign-in'
        WHEN event_source IN ('sts.amazonaws.com', 'signin.amazonaws.com') OR event_source = 'rolesanywhere.amazonaws.com' AND event_name = 'CreateSession' THEN 'opening'
        ELSE 'change'
      END AS kind
    FROM calls
  ) c
),
-- What a call is at each place of a chain: told, at the near end; as a link of it; and as the way in, should it be the far end. And a line for each thing that may link
-- it: u = made in, o = opens; 1 access key, 2 principal and start of session, 3 sign-in session id, 4 shared event id, 5 sign-in of an identity. Keys that stand for
-- others (masked or withheld ones) link nothing, nor does a call that would open the session it was made in.
described AS (
  SELECT
    kind, account_id, event_id, event_time, session_began,
    CASE WHEN event_name = 'SwitchRole' THEN '2' WHEN actor_type = 'AWSAccount' THEN '1' ELSE '3' END AS telling,
    event_time || chr(31) || account_id || chr(31) || region || chr(31) || name || chr(31) || event_source || chr(31) || event_name || chr(31) || resource || chr(31)
      || through || chr(31) || event_id || chr(31) || source_file AS told,
    CASE
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
    END AS link_words,
    CASE
      WHEN kind = 'sign-in' AND (strpos(actor_arn, ':assumed-role/AWSReservedSSO_') > 0 OR strpos(saml_provider, ':saml-provider/AWSSSO_') > 0) THEN 'Identity Center'
      WHEN kind = 'sign-in' AND saml_provider IS NOT NULL THEN 'SAML'
      WHEN kind = 'sign-in' THEN 'ConsoleLogin'
      WHEN actor_class = 'aws-service' THEN 'AWS service'
      WHEN kind = 'opening' AND event_name = 'AssumeRoleWithSAML' THEN CASE WHEN strpos(opened_arn, '/AWSReservedSSO_') > 0 THEN 'Identity Center' ELSE 'SAML' END
      WHEN kind = 'opening' AND event_name = 'AssumeRoleWithWebIdentity' THEN 'web identity'
      WHEN kind = 'opening' AND event_name = 'CreateSession' THEN 'certificate'
      WHEN starts_with(access_key_id, 'AKIA') THEN 'long-lived key'
      ELSE 'not found in the scanned window'
    END || chr(31) || name || chr(31) || event_time || chr(31)
      || CASE
        WHEN mfa_device IS NOT NULL THEN 'yes'
        WHEN kind = 'opening' AND event_name = 'AssumeRoleWithSAML' OR kind = 'sign-in' AND actor_type = 'AssumedRole' THEN 'not in CloudTrail'
        WHEN actor_type IN ('IAMUser', 'Root') AND mfa = 'true' THEN 'yes'
        WHEN actor_type IN ('IAMUser', 'Root') AND (mfa = 'false' OR starts_with(access_key_id, 'AKIA')) THEN 'no'
        ELSE ''
      END || chr(31) || source_ip || chr(31) || event_id AS way_in,
    COALESCE(CASE WHEN kind <> 'sign-in' AND regexp_like(access_key_id, '^ASIA[A-Z0-9]{8,}\z') THEN 'u1 ' || access_key_id || chr(10) END, '')
      || COALESCE(CASE WHEN regexp_like(opened_key, '^ASIA[A-Z0-9]{8,}\z') AND opened_key <> COALESCE(access_key_id, '') THEN 'o1 ' || opened_key || chr(10) END, '')
      || COALESCE(CASE WHEN kind <> 'sign-in' THEN 'u2 ' || made_in_session || chr(10) END, '')
      || COALESCE(CASE WHEN opened_session <> COALESCE(made_in_session, '') THEN 'o2 ' || opened_session || chr(10) END, '')
      || COALESCE(CASE kind WHEN 'sign-in' THEN 'o3 ' ELSE 'u3 ' END || sign_in_session || chr(10), '')
      || COALESCE(CASE WHEN kind = 'opening' THEN CASE actor_type WHEN 'AWSAccount' THEN 'u4 ' ELSE 'o4 ' END || shared_event || chr(10) END, '')
      || COALESCE('u5 ' || signed_in_as || chr(10), '')
      || COALESCE(CASE WHEN kind = 'sign-in' THEN 'o5 ' || actor_arn || chr(10) END, '')
      || '-  ' || account_id || ' ' || event_id AS lines
  FROM opened
),
-- For each line the call that opened it, by then: one that says who called before one that does not (a role switch, the copy in the account of the role), then the
-- latest. A sign-in may be logged up to five seconds after the session it begins.
found AS (
  SELECT
    kind, account_id, event_id, session_began, told, link_words, way_in, line,
    max(CASE WHEN starts_with(line, 'o') THEN telling || event_time || account_id || ' ' || event_id END) OVER (PARTITION BY substr(line, 2) ORDER BY line_second) AS opener,
    max(CASE WHEN starts_with(line, 'o2') AND telling = '2' THEN 'yes' END) OVER (PARTITION BY substr(line, 2)) AS switched,
    max(CASE WHEN starts_with(line, 'u') THEN 'yes' END) OVER (PARTITION BY substr(line, 2)) AS used
  FROM (
    SELECT
      kind, account_id, event_id, event_time, session_began, telling, told, link_words, way_in, l.value AS line,
      CASE
        WHEN starts_with(l.value, 'o3') OR starts_with(l.value, 'o4') THEN 0
        WHEN starts_with(l.value, 'u5') THEN 5 + TRY(date_diff('second', from_iso8601_timestamp('2000-01-01T00:00:00Z'), from_iso8601_timestamp(session_began)))
        ELSE TRY(date_diff('second', from_iso8601_timestamp('2000-01-01T00:00:00Z'), from_iso8601_timestamp(event_time)))
      END AS line_second
    FROM described
    CROSS JOIN UNNEST(split(lines, chr(10))) AS l(value)
  ) each_line
),
-- One line of each call is its link, the lower number first: what opened a session says more than the sign-in it goes back to. Openings that nothing was done in go.
linked AS (
  SELECT
    kind, account_id, event_id,
    max(told) AS told,
    max(way_in) AS way_in,
    max(link_words) AS link_words,
    max(CASE WHEN starts_with(line, 'o2') THEN switched END) AS switched,
    min(CASE
      WHEN NOT starts_with(line, 'u') OR opener IS NULL THEN NULL
      WHEN NOT starts_with(line, 'u5') THEN substr(line, 2, 1)
      WHEN date_diff('second', from_iso8601_timestamp(substr(opener, 2, 20)), from_iso8601_timestamp(session_began)) <= 5 THEN '5'
      WHEN date_diff('second', from_iso8601_timestamp(substr(opener, 2, 20)), from_iso8601_timestamp(session_began)) <= 43200 THEN '6'
    END || substr(opener, 22)) AS link
  FROM found
  GROUP BY kind, account_id, event_id
  HAVING kind = 'change' OR max(CASE WHEN starts_with(line, 'o') THEN used END) = 'yes'
),
-- The walk. A chain begins as a call alone; each step puts behind it the chain of the call it leads to, and so doubles what is known: 1, 2, 4, 8 calls.
walk_0 AS (
  SELECT
    kind, told, way_in,
    account_id || ' ' || event_id AS id,
    substr(link, 2) AS next,
    CASE substr(link, 1, 1) WHEN '2' THEN '2' WHEN '5' THEN '2' WHEN '6' THEN '1' ELSE '3' END AS weakest,
    split_part(told, chr(31), 1) || ' ' || event_id || ' '
      || CASE WHEN switched = 'yes' AND starts_with(link_words, 'role ') AND NOT starts_with(link_words, 'role by ') THEN 'console role switch' || substr(link_words, 5) ELSE link_words END
      || chr(31) || CASE substr(link, 1, 1)
        WHEN '1' THEN '[access key issued by STS; certain] '
        WHEN '2' THEN '[principal id and session start; strong] '
        WHEN '3' THEN '[sign-in session id; certain] '
        WHEN '4' THEN '[shared event id; certain] '
        WHEN '5' THEN '[principal id and session start; strong] '
        WHEN '6' THEN '[last sign-in before; possible] '
        ELSE ''
      END AS chain
  FROM linked
),
walk_1 AS (
  SELECT
    kind, told, id, next_of_rest AS next,
    COALESCE(way_in_of_rest, way_in) AS way_in,
    CASE WHEN weakest_of_rest < weakest THEN weakest_of_rest ELSE weakest END AS weakest,
    chain || COALESCE(rest, '') AS chain
  FROM (
    SELECT
      kind, told, id, way_in, weakest, chain, side,
      max(CASE WHEN side = 'itself' THEN chain END) OVER (PARTITION BY place) AS rest,
      max(CASE WHEN side = 'itself' THEN next END) OVER (PARTITION BY place) AS next_of_rest,
      max(CASE WHEN side = 'itself' THEN way_in END) OVER (PARTITION BY place) AS way_in_of_rest,
      max(CASE WHEN side = 'itself' THEN weakest END) OVER (PARTITION BY place) AS weakest_of_rest
    FROM (
      SELECT kind, told, id, next, way_in, weakest, chain, s.value AS side, CASE s.value WHEN 'itself' THEN id ELSE COALESCE(next, '- ' || id) END AS place
      FROM walk_0
      CROSS JOIN UNNEST(split('itself next', ' ')) AS s(value)
    ) sides
  ) joined
  WHERE side = 'next'
),
walk_2 AS (
  SELECT
    kind, told, id, next_of_rest AS next,
    COALESCE(way_in_of_rest, way_in) AS way_in,
    CASE WHEN weakest_of_rest < weakest THEN weakest_of_rest ELSE weakest END AS weakest,
    chain || COALESCE(rest, '') AS chain
  FROM (
    SELECT
      kind, told, id, way_in, weakest, chain, side,
      max(CASE WHEN side = 'itself' THEN chain END) OVER (PARTITION BY place) AS rest,
      max(CASE WHEN side = 'itself' THEN next END) OVER (PARTITION BY place) AS next_of_rest,
      max(CASE WHEN side = 'itself' THEN way_in END) OVER (PARTITION BY place) AS way_in_of_rest,
      max(CASE WHEN side = 'itself' THEN weakest END) OVER (PARTITION BY place) AS weakest_of_rest
    FROM (
      SELECT kind, told, id, next, way_in, weakest, chain, s.value AS side, CASE s.value WHEN 'itself' THEN id ELSE COALESCE(next, '- ' || id) END AS place
      FROM walk_1
      CROSS JOIN UNNEST(split('itself next', ' ')) AS s(value)
    ) sides
  ) joined
  WHERE side = 'next'
),
walk_3 AS (
  SELECT
    kind, told, id, next_of_rest AS next,
    COALESCE(way_in_of_rest, way_in) AS way_in,
    CASE WHEN weakest_of_rest < weakest THEN weakest_of_rest ELSE weakest END AS weakest,
    chain || COALESCE(rest, '') AS chain
  FROM (
    SELECT
      kind, told, id, way_in, weakest, chain, side,
      max(CASE WHEN side = 'itself' THEN chain END) OVER (PARTITION BY place) AS rest,
      max(CASE WHEN side = 'itself' THEN next END) OVER (PARTITION BY place) AS next_of_rest,
      max(CASE WHEN side = 'itself' THEN way_in END) OVER (PARTITION BY place) AS way_in_of_rest,
      max(CASE WHEN side = 'itself' THEN weakest END) OVER (PARTITION BY place) AS weakest_of_rest
    FROM (
      SELECT kind, told, id, next, way_in, weakest, chain, s.value AS side, CASE s.value WHEN 'itself' THEN id ELSE COALESCE(next, '- ' || id) END AS place
      FROM walk_2
      CROSS JOIN UNNEST(split('itself next', ' ')) AS s(value)
    ) sides
  ) joined
  WHERE side = 'next'
),
ends AS (
  SELECT
    told, chain, next, weakest,
    CASE WHEN next IS NULL THEN split_part(way_in, chr(31), 1) ELSE 'not found in the scanned window' END AS login,
    NULLIF(split_part(way_in, chr(31), 2), '') AS login_name,
    split_part(way_in, chr(31), 3) AS login_time,
    NULLIF(split_part(way_in, chr(31), 4), '') AS login_mfa,
    NULLIF(split_part(way_in, chr(31), 5), '') AS login_address,
    split_part(way_in, chr(31), 6) AS login_event_id
  FROM walk_3
  WHERE kind = 'change'
)
SELECT
  split_part(told, chr(31), 1) AS event_time,
  split_part(told, chr(31), 2) AS account_id,
  split_part(told, chr(31), 3) AS region,
  NULLIF(split_part(told, chr(31), 4), '') AS actor_name,
  split_part(told, chr(31), 5) AS event_source,
  split_part(told, chr(31), 6) AS event_name,
  NULLIF(split_part(told, chr(31), 7), '') AS resource,
  login,
  login_name,
  CASE WHEN login <> 'not found in the scanned window' THEN login_time END AS login_time,
  login_mfa,
  CASE WHEN login <> 'not found in the scanned window' THEN login_address END AS login_address,
  CASE WHEN login <> 'not found in the scanned window' THEN login_event_id END AS login_event_id,
  CASE
    WHEN login = 'not found in the scanned window' THEN 'none'
    WHEN weakest = '3' THEN 'certain'
    WHEN weakest = '2' THEN 'strong'
    ELSE 'possible'
  END AS confidence,
  length(chain) - length(replace(chain, chr(31), '')) - 1 AS hops,
  NULLIF(split_part(chain, chr(31), 2), '') AS hop_1,
  NULLIF(split_part(chain, chr(31), 3), '') AS hop_2,
  NULLIF(split_part(chain, chr(31), 4), '') AS hop_3,
  NULLIF(split_part(chain, chr(31), 5), '') AS hop_4,
  NULLIF(split_part(chain, chr(31), 6), '') AS hop_5,
  NULLIF(split_part(chain, chr(31), 7), '') AS hop_6,
  NULLIF(split_part(chain, chr(31), 8), '') AS hop_7,
  CASE WHEN login = 'web identity' THEN COALESCE(regexp_extract(login_name, '^repo:([^:]+)', 1), regexp_extract(login_name, '^project_path:([^:]+)', 1)) END AS ci_repository,
  CASE WHEN login = 'web identity' THEN COALESCE(
    regexp_extract(login_name, ':ref:([^:]+)', 1),
    'environment ' || regexp_extract(login_name, ':environment:([^:]+)', 1),
    regexp_extract(login_name, ':(pull_request)\z', 1)
  ) END AS ci_ref,
  CASE WHEN login = 'web identity' THEN COALESCE(regexp_extract(login_name, ':job_workflow_ref:([^:]+)', 1), regexp_extract(login_name, ':workflow:([^:]+)', 1)) END AS ci_workflow,
  NULLIF(split_part(told, chr(31), 8), '') AS through,
  split_part(told, chr(31), 9) AS event_id,
  split_part(told, chr(31), 10) AS source_file
FROM ends
