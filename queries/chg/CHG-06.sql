/*
id: CHG-06
title: Deployments and approvals
question: Which releases went through stacks, pipelines, builds and deployments in the period, and who approved or rejected them?
expect: some
category:
  management: required
events:
  cloudformation.amazonaws.com: [CreateStack, UpdateStack, DeleteStack, CancelUpdateStack, ContinueUpdateRollback, RollbackStack, CreateChangeSet, ExecuteChangeSet, DeleteChangeSet, CreateStackInstances, UpdateStackInstances, DeleteStackInstances, ImportStacksToStackSet, StopStackSetOperation, CreateStackRefactor, ExecuteStackRefactor, CreateStackSet, UpdateStackSet, DeleteStackSet, SetStackPolicy, UpdateTerminationProtection]
  codepipeline.amazonaws.com: [PutApprovalResult, OverrideStageCondition, DisableStageTransition, EnableStageTransition, StartPipelineExecution, StopPipelineExecution, RetryStageExecution, RollbackStage, CreatePipeline, UpdatePipeline, DeletePipeline, PutWebhook, DeleteWebhook, CreateCustomActionType, UpdateActionType, DeleteCustomActionType, PutActionRevision]
  codedeploy.amazonaws.com: [CreateDeployment, ContinueDeployment, StopDeployment, RegisterApplicationRevision, PutLifecycleEventHookExecutionStatus, SkipWaitTimeForInstanceTermination, CreateApplication, UpdateApplication, DeleteApplication, CreateDeploymentGroup, UpdateDeploymentGroup, DeleteDeploymentGroup, CreateDeploymentConfig, DeleteDeploymentConfig]
  codebuild.amazonaws.com: [StartBuild, StartBuildBatch, RetryBuild, RetryBuildBatch, StopBuild, StopBuildBatch, StartSandbox, StartCommandExecution, BatchDeleteBuilds, CreateProject, UpdateProject, DeleteProject, UpdateProjectVisibility, CreateWebhook, UpdateWebhook, DeleteWebhook, ImportSourceCredentials, DeleteSourceCredentials, PutResourcePolicy, DeleteResourcePolicy, CreateFleet, UpdateFleet, DeleteFleet]
  codecommit.amazonaws.com: [UpdatePullRequestApprovalState, OverridePullRequestApprovalRules, CreatePullRequestApprovalRule, UpdatePullRequestApprovalRuleContent, DeletePullRequestApprovalRule, CreateApprovalRuleTemplate, UpdateApprovalRuleTemplateContent, DeleteApprovalRuleTemplate, AssociateApprovalRuleTemplateWithRepository, DisassociateApprovalRuleTemplateFromRepository, CreatePullRequest, UpdatePullRequestStatus, MergePullRequestByFastForward, MergePullRequestBySquash, MergePullRequestByThreeWay, MergeBranchesByFastForward, MergeBranchesBySquash, MergeBranchesByThreeWay, CreateCommit, PutFile, DeleteFile, GitPush]
  codeconnections.amazonaws.com: [CreateConnection, DeleteConnection, CreateHost, UpdateHost, DeleteHost, CreateRepositoryLink, UpdateRepositoryLink, DeleteRepositoryLink, CreateSyncConfiguration, UpdateSyncConfiguration, DeleteSyncConfiguration, UpdateSyncBlocker]
  codestar-connections.amazonaws.com: [CreateConnection, DeleteConnection, CreateHost, UpdateHost, DeleteHost, CreateRepositoryLink, UpdateRepositoryLink, DeleteRepositoryLink, CreateSyncConfiguration, UpdateSyncConfiguration, DeleteSyncConfiguration, UpdateSyncBlocker]
  proton.amazonaws.com: [CreateEnvironment, UpdateEnvironment, DeleteEnvironment, CreateService, UpdateService, DeleteService, CreateServiceInstance, UpdateServiceInstance, UpdateServicePipeline, CreateComponent, UpdateComponent, DeleteComponent, CancelEnvironmentDeployment, CancelServiceInstanceDeployment, CancelServicePipelineDeployment, CancelComponentDeployment, CreateEnvironmentTemplateVersion, UpdateEnvironmentTemplateVersion, CreateServiceTemplateVersion, UpdateServiceTemplateVersion]
  amplify.amazonaws.com: [CreateDeployment, StartDeployment, StartJob, StopJob, CreateApp, UpdateApp, DeleteApp, CreateBranch, UpdateBranch, DeleteBranch, CreateWebhook, UpdateWebhook, DeleteWebhook, CreateDomainAssociation, UpdateDomainAssociation, DeleteDomainAssociation]
  serverlessrepo.amazonaws.com: [CreateCloudFormationChangeSet, CreateApplication, CreateApplicationVersion, UpdateApplication, DeleteApplication, PutApplicationPolicy, UnshareApplication]
  ecs.amazonaws.com: [CreateService, UpdateService, DeleteService, CreateTaskSet, UpdateTaskSet, DeleteTaskSet, UpdateServicePrimaryTaskSet, CreateExpressGatewayService, UpdateExpressGatewayService, DeleteExpressGatewayService, ContinueServiceDeployment, StopServiceDeployment, RegisterTaskDefinition, DeregisterTaskDefinition, DeleteTaskDefinitions]
  apprunner.amazonaws.com: [CreateService, UpdateService, DeleteService, StartDeployment, PauseService, ResumeService]
  elasticbeanstalk.amazonaws.com: [CreateEnvironment, UpdateEnvironment, RebuildEnvironment, TerminateEnvironment, ComposeEnvironments, SwapEnvironmentCNAMEs, AbortEnvironmentUpdate, ApplyEnvironmentManagedAction, CreateApplicationVersion, DeleteApplicationVersion]
  apigateway.amazonaws.com: [CreateDeployment, DeleteDeployment, CreateStage, UpdateStage, DeleteStage]
  appconfig.amazonaws.com: [StartDeployment, StopDeployment, CreateHostedConfigurationVersion, DeleteHostedConfigurationVersion, CreateDeploymentStrategy, UpdateDeploymentStrategy, DeleteDeploymentStrategy]
  servicecatalog.amazonaws.com: [ProvisionProduct, UpdateProvisionedProduct, TerminateProvisionedProduct, CreateProvisionedProductPlan, ExecuteProvisionedProductPlan, DeleteProvisionedProductPlan, ImportAsProvisionedProduct]
  greengrass.amazonaws.com: [CreateDeployment, CancelDeployment, DeleteDeployment]
  lightsail.amazonaws.com: [CreateContainerServiceDeployment]
  imagebuilder.amazonaws.com: [StartImagePipelineExecution, CreateImage, CancelImageCreation, CreateImagePipeline, UpdateImagePipeline, DeleteImagePipeline]
  ecr.amazonaws.com: [PutImage]
  ssm.amazonaws.com: [SendAutomationSignal, StartChangeRequestExecution]
needs: [outcome, actor_arn, actor_name, actor_class, role_arn, role_name, invoked_by, source_ip, request_parameters, response_elements]
settings:
  deploy-roles: optional
columns:
  event_time: When, UTC
  account_id: Account the event was recorded in
  region: AWS region
  actor_name: Who
  actor_class: Kind of actor
  event_source: Service called
  event_name: Call
  step: approval, safeguard (a rule of the process changed, closed or passed over), source, build, deployment, or definition (of pipelines, projects, templates)
  subject: Stack, pipeline, project, application, service or pull request
  detail: Change set, stage and action, group, revision or branch
  result: Of an approval - approved or rejected, as the service says it; of an override its state
  comment: What the person who decided wrote
  deploy_role: Made with a role of the deploy-roles list (yes, no, no list)
  invoked_by: AWS service that made the call for the actor
  source_ip: From where
  event_id: Event id
  source_file: Log object
limits: >-
  Successful calls only: that a stack, build or deployment was started, not how it ended. Reviews and pipelines outside AWS (GitHub, GitLab, Jenkins) are not in CloudTrail; their roles show in PRIV-05. Function code put in place
  directly is in LAM-01. Whether the approver was somebody else than the author must be read against the pull request.
references:
  - https://docs.aws.amazon.com/codepipeline/latest/userguide/monitoring-cloudtrail-logs.html
  - https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-api-logging-cloudtrail.html
  - https://docs.aws.amazon.com/codebuild/latest/userguide/cloudtrail.html
  - https://docs.aws.amazon.com/codecommit/latest/userguide/integ-cloudtrail.html
*/
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  actor_class,
  event_source,
  event_name,
  CASE
    WHEN event_name IN ('PutApprovalResult', 'UpdatePullRequestApprovalState', 'SendAutomationSignal') THEN 'approval'
    WHEN event_name IN (
      'SetStackPolicy', 'UpdateTerminationProtection', 'OverrideStageCondition', 'DisableStageTransition', 'EnableStageTransition', 'OverridePullRequestApprovalRules',
      'CreatePullRequestApprovalRule', 'UpdatePullRequestApprovalRuleContent', 'DeletePullRequestApprovalRule', 'CreateApprovalRuleTemplate', 'UpdateApprovalRuleTemplateContent',
      'DeleteApprovalRuleTemplate', 'AssociateApprovalRuleTemplateWithRepository', 'DisassociateApprovalRuleTemplateFromRepository'
    ) THEN 'safeguard'
    WHEN event_name IN (
      'PutActionRevision', 'CreatePullRequest', 'UpdatePullRequestStatus', 'MergePullRequestByFastForward', 'MergePullRequestBySquash', 'MergePullRequestByThreeWay',
      'MergeBranchesByFastForward', 'MergeBranchesBySquash', 'MergeBranchesByThreeWay', 'CreateCommit', 'PutFile', 'DeleteFile', 'GitPush'
    ) THEN 'source'
    WHEN event_name IN (
      'StartBuild', 'StartBuildBatch', 'RetryBuild', 'RetryBuildBatch', 'StopBuild', 'StopBuildBatch', 'StartSandbox', 'StartCommandExecution', 'BatchDeleteBuilds',
      'StartImagePipelineExecution', 'CreateImage', 'CancelImageCreation', 'PutImage'
    ) THEN 'build'
    WHEN event_name IN (
      'CreateStackSet', 'UpdateStackSet', 'DeleteStackSet', 'CreatePipeline', 'UpdatePipeline', 'DeletePipeline', 'PutWebhook', 'DeleteWebhook', 'CreateCustomActionType', 'UpdateActionType',
      'DeleteCustomActionType', 'CreateApplication', 'UpdateApplication', 'DeleteApplication', 'CreateDeploymentGroup', 'UpdateDeploymentGroup', 'DeleteDeploymentGroup',
      'CreateDeploymentConfig', 'DeleteDeploymentConfig', 'CreateProject', 'UpdateProject', 'DeleteProject', 'UpdateProjectVisibility', 'CreateWebhook', 'UpdateWebhook',
      'ImportSourceCredentials', 'DeleteSourceCredentials', 'PutResourcePolicy', 'DeleteResourcePolicy', 'CreateFleet', 'UpdateFleet', 'DeleteFleet', 'CreateConnection', 'DeleteConnection',
      'CreateHost', 'UpdateHost', 'DeleteHost', 'CreateRepositoryLink', 'UpdateRepositoryLink', 'DeleteRepositoryLink', 'CreateSyncConfiguration', 'UpdateSyncConfiguration',
      'DeleteSyncConfiguration', 'UpdateSyncBlocker', 'CreateEnvironmentTemplateVersion', 'UpdateEnvironmentTemplateVersion', 'CreateServiceTemplateVersion', 'UpdateServiceTemplateVersion',
      'CreateApp', 'UpdateApp', 'DeleteApp', 'CreateBranch', 'UpdateBranch', 'DeleteBranch', 'CreateDomainAssociation', 'UpdateDomainAssociation', 'DeleteDomainAssociation',
      'CreateApplicationVersion', 'PutApplicationPolicy', 'UnshareApplication', 'RegisterTaskDefinition', 'DeregisterTaskDefinition', 'DeleteTaskDefinitions', 'DeleteApplicationVersion',
      'CreateHostedConfigurationVersion', 'DeleteHostedConfigurationVersion', 'CreateDeploymentStrategy', 'UpdateDeploymentStrategy', 'DeleteDeploymentStrategy', 'CreateImagePipeline',
      'UpdateImagePipeline', 'DeleteImagePipeline'
    ) THEN 'definition'
    ELSE 'deployment'
  END AS step,
  COALESCE(
    json_extract_scalar(request_parameters, '$.stackName'), json_extract_scalar(request_parameters, '$.stackSetName'),
    json_extract_scalar(request_parameters, '$.pipelineName'), json_extract_scalar(request_parameters, '$.pipeline.name'),
    json_extract_scalar(request_parameters, '$.projectName'), json_extract_scalar(request_parameters, '$.projectArn'),
    json_extract_scalar(request_parameters, '$.pullRequestId'), json_extract_scalar(request_parameters, '$.approvalRuleTemplateName'),
    json_extract_scalar(request_parameters, '$.repositoryName'), json_extract_scalar(request_parameters, '$.environmentName'), json_extract_scalar(request_parameters, '$.applicationName'),
    json_extract_scalar(request_parameters, '$.serviceName'), json_extract_scalar(request_parameters, '$.service'), json_extract_scalar(request_parameters, '$.serviceArn'),
    json_extract_scalar(request_parameters, '$.appId'), json_extract_scalar(request_parameters, '$.applicationId'), json_extract_scalar(request_parameters, '$.restApiId'), json_extract_scalar(request_parameters, '$.apiId'),
    json_extract_scalar(request_parameters, '$.provisionedProductName'), json_extract_scalar(request_parameters, '$.provisionedProductId'),
    json_extract_scalar(request_parameters, '$.automationExecutionId'), json_extract_scalar(request_parameters, '$.documentName'), json_extract_scalar(request_parameters, '$.imagePipelineArn'),
    json_extract_scalar(request_parameters, '$.family'), json_extract_scalar(request_parameters, '$.taskDefinition'), json_extract_scalar(request_parameters, '$.targetArn'),
    json_extract_scalar(request_parameters, '$.deploymentId'), json_extract_scalar(request_parameters, '$.connectionName'), json_extract_scalar(request_parameters, '$.connectionArn'),
    json_extract_scalar(request_parameters, '$.name'), json_extract_scalar(request_parameters, '$.id'),
    json_extract_scalar(request_parameters, '$.changeSetName'), json_extract_scalar(response_elements, '$.deploymentId')
  ) AS subject,
  COALESCE(
    json_extract_scalar(request_parameters, '$.stageName') || COALESCE(' / ' || json_extract_scalar(request_parameters, '$.actionName'), ''),
    json_extract_scalar(request_parameters, '$.changeSetName'), json_extract_scalar(request_parameters, '$.deploymentGroupName'), json_extract_scalar(request_parameters, '$.taskDefinition'),
    json_extract_scalar(request_parameters, '$.sourceVersion'), json_extract_scalar(request_parameters, '$.versionLabel'), json_extract_scalar(request_parameters, '$.branchName'),
    json_extract_scalar(request_parameters, '$.imageTag'), json_extract_scalar(request_parameters, '$.configurationVersion'), json_extract_scalar(request_parameters, '$.provisioningArtifactId'),
    json_extract_scalar(request_parameters, '$.revisionId'), json_extract_scalar(request_parameters, '$.projectVisibility'), json_extract_scalar(request_parameters, '$.pipelineExecutionId')
  ) AS detail,
  COALESCE(
    json_extract_scalar(request_parameters, '$.result.status'), json_extract_scalar(request_parameters, '$.approvalState'),
    json_extract_scalar(request_parameters, '$.overrideStatus'), json_extract_scalar(request_parameters, '$.signalType')
  ) AS result,
  COALESCE(json_extract_scalar(request_parameters, '$.result.summary'), json_extract_scalar(request_parameters, '$.reason')) AS comment,
  CASE
    WHEN (SELECT count(*) FROM setting_deploy_roles) = 0 THEN 'no list'
    WHEN role_name IN (SELECT value FROM setting_deploy_roles) OR role_arn IN (SELECT value FROM setting_deploy_roles) OR actor_arn IN (SELECT value FROM setting_deploy_roles) THEN 'yes'
    ELSE 'no'
  END AS deploy_role,
  invoked_by,
  source_ip,
  event_id,
  source_file
FROM events
WHERE outcome = 'success'
  AND (
    (event_source = 'cloudformation.amazonaws.com' AND event_name IN (
      'CreateStack', 'UpdateStack', 'DeleteStack', 'CancelUpdateStack', 'ContinueUpdateRollback', 'RollbackStack', 'CreateChangeSet', 'ExecuteChangeSet', 'DeleteChangeSet',
      'CreateStackInstances', 'UpdateStackInstances', 'DeleteStackInstances', 'ImportStacksToStackSet', 'StopStackSetOperation', 'CreateStackRefactor', 'ExecuteStackRefactor',
      'CreateStackSet', 'UpdateStackSet', 'DeleteStackSet', 'SetStackPolicy', 'UpdateTerminationProtection'
    ))
    OR (event_source = 'codepipeline.amazonaws.com' AND event_name IN (
      'PutApprovalResult', 'OverrideStageCondition', 'DisableStageTransition', 'EnableStageTransition', 'StartPipelineExecution', 'StopPipelineExecution', 'RetryStageExecution',
      'RollbackStage', 'CreatePipeline', 'UpdatePipeline', 'DeletePipeline', 'PutWebhook', 'DeleteWebhook', 'CreateCustomActionType', 'UpdateActionType', 'DeleteCustomActionType',
      'PutActionRevision'
    ))
    OR (event_source = 'codedeploy.amazonaws.com' AND event_name IN (
      'CreateDeployment', 'ContinueDeployment', 'StopDeployment', 'RegisterApplicationRevision', 'PutLifecycleEventHookExecutionStatus', 'SkipWaitTimeForInstanceTermination',
      'CreateApplication', 'UpdateApplication', 'DeleteApplication', 'CreateDeploymentGroup', 'UpdateDeploymentGroup', 'DeleteDeploymentGroup', 'CreateDeploymentConfig',
      'DeleteDeploymentConfig'
    ))
    OR (event_source = 'codebuild.amazonaws.com' AND event_name IN (
      'StartBuild', 'StartBuildBatch', 'RetryBuild', 'RetryBuildBatch', 'StopBuild', 'StopBuildBatch', 'StartSandbox', 'StartCommandExecution', 'BatchDeleteBuilds', 'CreateProject',
      'UpdateProject', 'DeleteProject', 'UpdateProjectVisibility', 'CreateWebhook', 'UpdateWebhook', 'DeleteWebhook', 'ImportSourceCredentials', 'DeleteSourceCredentials',
      'PutResourcePolicy', 'DeleteResourcePolicy', 'CreateFleet', 'UpdateFleet', 'DeleteFleet'
    ))
    OR (event_source = 'codecommit.amazonaws.com' AND event_name IN (
      'UpdatePullRequestApprovalState', 'OverridePullRequestApprovalRules', 'CreatePullRequestApprovalRule', 'UpdatePullRequestApprovalRuleContent', 'DeletePullRequestApprovalRule',
      'CreateApprovalRuleTemplate', 'UpdateApprovalRuleTemplateContent', 'DeleteApprovalRuleTemplate', 'AssociateApprovalRuleTemplateWithRepository',
      'DisassociateApprovalRuleTemplateFromRepository', 'CreatePullRequest', 'UpdatePullRequestStatus', 'MergePullRequestByFastForward', 'MergePullRequestBySquash',
      'MergePullRequestByThreeWay', 'MergeBranchesByFastForward', 'MergeBranchesBySquash', 'MergeBranchesByThreeWay', 'CreateCommit', 'PutFile', 'DeleteFile', 'GitPush'
    ))
    OR (event_source IN ('codeconnections.amazonaws.com', 'codestar-connections.amazonaws.com') AND event_name IN (
      'CreateConnection', 'DeleteConnection', 'CreateHost', 'UpdateHost', 'DeleteHost', 'CreateRepositoryLink', 'UpdateRepositoryLink', 'DeleteRepositoryLink', 'CreateSyncConfiguration',
      'UpdateSyncConfiguration', 'DeleteSyncConfiguration', 'UpdateSyncBlocker'
    ))
    OR (event_source = 'proton.amazonaws.com' AND event_name IN (
      'CreateEnvironment', 'UpdateEnvironment', 'DeleteEnvironment', 'CreateService', 'UpdateService', 'DeleteService', 'CreateServiceInstance', 'UpdateServiceInstance',
      'UpdateServicePipeline', 'CreateComponent', 'UpdateComponent', 'DeleteComponent', 'CancelEnvironmentDeployment', 'CancelServiceInstanceDeployment', 'CancelServicePipelineDeployment',
      'CancelComponentDeployment', 'CreateEnvironmentTemplateVersion', 'UpdateEnvironmentTemplateVersion', 'CreateServiceTemplateVersion', 'UpdateServiceTemplateVersion'
    ))
    OR (event_source = 'amplify.amazonaws.com' AND event_name IN (
      'CreateDeployment', 'StartDeployment', 'StartJob', 'StopJob', 'CreateApp', 'UpdateApp', 'DeleteApp', 'CreateBranch', 'UpdateBranch', 'DeleteBranch', 'CreateWebhook', 'UpdateWebhook',
      'DeleteWebhook', 'CreateDomainAssociation', 'UpdateDomainAssociation', 'DeleteDomainAssociation'
    ))
    OR (event_source = 'serverlessrepo.amazonaws.com' AND event_name IN (
      'CreateCloudFormationChangeSet', 'CreateApplication', 'CreateApplicationVersion', 'UpdateApplication', 'DeleteApplication', 'PutApplicationPolicy', 'UnshareApplication'
    ))
    OR (event_source = 'ecs.amazonaws.com' AND actor_class <> 'aws-service' AND event_name IN (
      'CreateService', 'UpdateService', 'DeleteService', 'CreateTaskSet', 'UpdateTaskSet', 'DeleteTaskSet', 'UpdateServicePrimaryTaskSet', 'CreateExpressGatewayService',
      'UpdateExpressGatewayService', 'DeleteExpressGatewayService', 'ContinueServiceDeployment', 'StopServiceDeployment', 'RegisterTaskDefinition', 'DeregisterTaskDefinition',
      'DeleteTaskDefinitions'
    ))
    OR (event_source = 'apprunner.amazonaws.com' AND event_name IN (
      'CreateService', 'UpdateService', 'DeleteService', 'StartDeployment', 'PauseService', 'ResumeService'
    ))
    OR (event_source = 'elasticbeanstalk.amazonaws.com' AND event_name IN (
      'CreateEnvironment', 'UpdateEnvironment', 'RebuildEnvironment', 'TerminateEnvironment', 'ComposeEnvironments', 'SwapEnvironmentCNAMEs', 'AbortEnvironmentUpdate',
      'ApplyEnvironmentManagedAction', 'CreateApplicationVersion', 'DeleteApplicationVersion'
    ))
    OR (event_source = 'apigateway.amazonaws.com' AND event_name IN (
      'CreateDeployment', 'DeleteDeployment', 'CreateStage', 'UpdateStage', 'DeleteStage'
    ))
    OR (event_source = 'appconfig.amazonaws.com' AND event_name IN (
      'StartDeployment', 'StopDeployment', 'CreateHostedConfigurationVersion', 'DeleteHostedConfigurationVersion', 'CreateDeploymentStrategy', 'UpdateDeploymentStrategy',
      'DeleteDeploymentStrategy'
    ))
    OR (event_source = 'servicecatalog.amazonaws.com' AND event_name IN (
      'ProvisionProduct', 'UpdateProvisionedProduct', 'TerminateProvisionedProduct', 'CreateProvisionedProductPlan', 'ExecuteProvisionedProductPlan', 'DeleteProvisionedProductPlan',
      'ImportAsProvisionedProduct'
    ))
    OR (event_source = 'greengrass.amazonaws.com' AND event_name IN (
      'CreateDeployment', 'CancelDeployment', 'DeleteDeployment'
    ))
    OR (event_source = 'lightsail.amazonaws.com' AND event_name = 'CreateContainerServiceDeployment')
    OR (event_source = 'imagebuilder.amazonaws.com' AND event_name IN (
      'StartImagePipelineExecution', 'CreateImage', 'CancelImageCreation', 'CreateImagePipeline', 'UpdateImagePipeline', 'DeleteImagePipeline'
    ))
    OR (event_source = 'ecr.amazonaws.com' AND event_name = 'PutImage')
    OR (event_source = 'ssm.amazonaws.com' AND event_name = 'StartChangeRequestExecution')
    OR (event_source = 'ssm.amazonaws.com' AND event_name = 'SendAutomationSignal' AND json_extract_scalar(request_parameters, '$.signalType') IN ('Approve', 'Reject', 'Revoke'))
  )
