/*
id: CHG-06
title: Deployments and approvals
question: Which changes went through the change process - stacks, pipelines, builds, merges, approvals - and who started and approved them?
expect: some
category:
  management: required
events:
  cloudformation.amazonaws.com: [CreateStack, UpdateStack, DeleteStack, CreateChangeSet, ExecuteChangeSet, DeleteChangeSet, CancelUpdateStack,
    ContinueUpdateRollback, RollbackStack, CreateStackSet, UpdateStackSet, DeleteStackSet, CreateStackInstances, UpdateStackInstances,
    DeleteStackInstances, ImportStacksToStackSet, StopStackSetOperation, ExecuteStackRefactor, SetStackPolicy, UpdateTerminationProtection]
  codepipeline.amazonaws.com: [CreatePipeline, UpdatePipeline, DeletePipeline, StartPipelineExecution, StopPipelineExecution, RetryStageExecution,
    RollbackStage, OverrideStageCondition, PutApprovalResult, DisableStageTransition, EnableStageTransition]
  codebuild.amazonaws.com: [CreateProject, UpdateProject, UpdateProjectVisibility, DeleteProject, CreateWebhook, UpdateWebhook, DeleteWebhook,
    StartBuild, StartBuildBatch, RetryBuild, RetryBuildBatch, StopBuild, StopBuildBatch]
  codedeploy.amazonaws.com: [CreateDeployment, ContinueDeployment, StopDeployment, CreateDeploymentGroup, UpdateDeploymentGroup,
    DeleteDeploymentGroup, CreateDeploymentConfig, DeleteDeploymentConfig, RegisterApplicationRevision]
  codecommit.amazonaws.com: [CreatePullRequest, UpdatePullRequestApprovalState, OverridePullRequestApprovalRules, MergePullRequestByFastForward,
    MergePullRequestBySquash, MergePullRequestByThreeWay, MergeBranchesByFastForward, MergeBranchesBySquash, MergeBranchesByThreeWay,
    CreatePullRequestApprovalRule, UpdatePullRequestApprovalRuleContent, DeletePullRequestApprovalRule, CreateApprovalRuleTemplate,
    UpdateApprovalRuleTemplateContent, DeleteApprovalRuleTemplate]
  appconfig.amazonaws.com: [StartDeployment, StopDeployment]
  apprunner.amazonaws.com: [StartDeployment]
  amplify.amazonaws.com: [StartJob, StartDeployment, StopJob]
  elasticbeanstalk.amazonaws.com: [CreateApplicationVersion, CreateEnvironment, UpdateEnvironment, TerminateEnvironment, SwapEnvironmentCNAMEs,
    AbortEnvironmentUpdate, ApplyEnvironmentManagedAction]
  servicecatalog.amazonaws.com: [ProvisionProduct, UpdateProvisionedProduct, TerminateProvisionedProduct, ExecuteProvisionedProductPlan]
  ssm.amazonaws.com: [StartChangeRequestExecution, StartAutomationExecution, SendAutomationSignal, StopAutomationExecution]
  proton.amazonaws.com: [CreateEnvironment, UpdateEnvironment, CreateService, UpdateService, UpdateServiceInstance, UpdateServicePipeline]
needs: [outcome, actor_arn, actor_name, actor_class, role_arn, role_name, permission_set, invoked_by, source_ip, resource, request_parameters, response_elements]
settings:
  deploy-roles: optional
columns:
  event_time: When, UTC
  account_id: Account the event was recorded in
  region: AWS region of the call
  actor_name: Who made the call
  actor_class: Kind of actor (person, workload, root, AWS service)
  step: Part of the process (stack, pipeline run, approval, build, merge, deployment, automation, process changed)
  event_name: What was called
  subject: Stack, pipeline, project, application, pull request or document
  detail: What was decided, or which stage, change set or revision
  deploy_role: Made with a role of the deploy-roles list (yes, no, no list)
  through: AWS service that made the call for the actor
  source_ip: Address the call came from, or the AWS service that made it
  event_id: 'CloudTrail''s id of the event'
  source_file: Log object the event stands in
limits: >-
  Evidence that the process was used, not that every change went through it: compare with CHG-01 and CHG-03. Successful calls only; whether a stack, build or deployment came to a good
  end is not in CloudTrail. Reviews and approvals given outside AWS, as on GitHub, are not here. Rows of the step "process changed" alter the process itself.
references:
  - https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-api-logging-cloudtrail.html
  - https://docs.aws.amazon.com/codepipeline/latest/userguide/monitoring-cloudtrail-logs.html
  - https://docs.aws.amazon.com/codebuild/latest/userguide/cloudtrail.html
  - https://docs.aws.amazon.com/codecommit/latest/userguide/integ-cloudtrail.html
*/
WITH calls AS (
  SELECT
    event_time, account_id, region, actor_name, actor_class, event_source, event_name, invoked_by, source_ip, resource, event_id, source_file, request_parameters, response_elements,
    CASE
      WHEN (SELECT count(*) FROM setting_deploy_roles) = 0 THEN 'no list'
      WHEN role_name IN (SELECT value FROM setting_deploy_roles) OR permission_set IN (SELECT value FROM setting_deploy_roles) OR role_arn IN (SELECT value FROM setting_deploy_roles) OR actor_arn IN (SELECT value FROM setting_deploy_roles) THEN 'yes'
      ELSE 'no'
    END AS deploy_role
  FROM events
  WHERE outcome = 'success'
    AND COALESCE(CASE event_source
      WHEN 'cloudformation.amazonaws.com' THEN event_name IN ('CreateStack', 'UpdateStack', 'DeleteStack', 'CreateChangeSet', 'ExecuteChangeSet',
        'DeleteChangeSet', 'CancelUpdateStack', 'ContinueUpdateRollback', 'RollbackStack', 'CreateStackSet', 'UpdateStackSet', 'DeleteStackSet',
        'CreateStackInstances', 'UpdateStackInstances', 'DeleteStackInstances', 'ImportStacksToStackSet', 'StopStackSetOperation',
        'ExecuteStackRefactor', 'SetStackPolicy', 'UpdateTerminationProtection')
      WHEN 'codepipeline.amazonaws.com' THEN event_name IN ('CreatePipeline', 'UpdatePipeline', 'DeletePipeline', 'StartPipelineExecution',
        'StopPipelineExecution', 'RetryStageExecution', 'RollbackStage', 'OverrideStageCondition', 'PutApprovalResult', 'DisableStageTransition',
        'EnableStageTransition')
      WHEN 'codebuild.amazonaws.com' THEN event_name IN ('CreateProject', 'UpdateProject', 'UpdateProjectVisibility', 'DeleteProject',
        'CreateWebhook', 'UpdateWebhook', 'DeleteWebhook', 'StartBuild', 'StartBuildBatch', 'RetryBuild', 'RetryBuildBatch', 'StopBuild',
        'StopBuildBatch')
      WHEN 'codedeploy.amazonaws.com' THEN event_name IN ('CreateDeployment', 'ContinueDeployment', 'StopDeployment', 'CreateDeploymentGroup',
        'UpdateDeploymentGroup', 'DeleteDeploymentGroup', 'CreateDeploymentConfig', 'DeleteDeploymentConfig', 'RegisterApplicationRevision')
      WHEN 'codecommit.amazonaws.com' THEN event_name IN ('CreatePullRequest', 'UpdatePullRequestApprovalState', 'OverridePullRequestApprovalRules',
        'MergePullRequestByFastForward', 'MergePullRequestBySquash', 'MergePullRequestByThreeWay', 'MergeBranchesByFastForward',
        'MergeBranchesBySquash', 'MergeBranchesByThreeWay', 'CreatePullRequestApprovalRule', 'UpdatePullRequestApprovalRuleContent',
        'DeletePullRequestApprovalRule', 'CreateApprovalRuleTemplate', 'UpdateApprovalRuleTemplateContent', 'DeleteApprovalRuleTemplate')
      WHEN 'appconfig.amazonaws.com' THEN event_name IN ('StartDeployment', 'StopDeployment')
      WHEN 'apprunner.amazonaws.com' THEN event_name IN ('StartDeployment')
      WHEN 'amplify.amazonaws.com' THEN event_name IN ('StartJob', 'StartDeployment', 'StopJob')
      WHEN 'elasticbeanstalk.amazonaws.com' THEN event_name IN ('CreateApplicationVersion', 'CreateEnvironment', 'UpdateEnvironment',
        'TerminateEnvironment', 'SwapEnvironmentCNAMEs', 'AbortEnvironmentUpdate', 'ApplyEnvironmentManagedAction')
      WHEN 'servicecatalog.amazonaws.com' THEN event_name IN ('ProvisionProduct', 'UpdateProvisionedProduct', 'TerminateProvisionedProduct',
        'ExecuteProvisionedProductPlan')
      WHEN 'ssm.amazonaws.com' THEN event_name IN ('StartChangeRequestExecution', 'StartAutomationExecution', 'SendAutomationSignal',
        'StopAutomationExecution')
      WHEN 'proton.amazonaws.com' THEN event_name IN ('CreateEnvironment', 'UpdateEnvironment', 'CreateService', 'UpdateService',
        'UpdateServiceInstance', 'UpdateServicePipeline')
    END, false)
)
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  actor_class,
  CASE
    WHEN event_name IN ('PutApprovalResult', 'UpdatePullRequestApprovalState', 'SendAutomationSignal') THEN 'approval'
    WHEN event_name IN ('OverridePullRequestApprovalRules', 'OverrideStageCondition', 'DisableStageTransition', 'EnableStageTransition', 'SetStackPolicy', 'UpdateTerminationProtection',
      'CreatePipeline', 'UpdatePipeline', 'DeletePipeline', 'CreateProject', 'UpdateProject', 'UpdateProjectVisibility', 'DeleteProject', 'CreateWebhook', 'UpdateWebhook', 'DeleteWebhook',
      'CreateDeploymentGroup', 'UpdateDeploymentGroup', 'DeleteDeploymentGroup', 'CreateDeploymentConfig', 'DeleteDeploymentConfig', 'CreatePullRequestApprovalRule',
      'UpdatePullRequestApprovalRuleContent', 'DeletePullRequestApprovalRule', 'CreateApprovalRuleTemplate', 'UpdateApprovalRuleTemplateContent', 'DeleteApprovalRuleTemplate') THEN 'process changed'
    WHEN event_source = 'cloudformation.amazonaws.com' THEN 'stack'
    WHEN event_source = 'codepipeline.amazonaws.com' THEN 'pipeline run'
    WHEN event_source = 'codebuild.amazonaws.com' THEN 'build'
    WHEN event_source = 'codecommit.amazonaws.com' THEN 'merge'
    WHEN event_source = 'ssm.amazonaws.com' THEN 'automation'
    ELSE 'deployment'
  END AS step,
  event_name,
  COALESCE(
    json_extract_scalar(request_parameters, '$.stackSetName'),
    json_extract_scalar(request_parameters, '$.stackName'),
    json_extract_scalar(request_parameters, '$.pipelineName'),
    json_extract_scalar(request_parameters, '$.pipeline.name'),
    json_extract_scalar(request_parameters, '$.projectName'),
    json_extract_scalar(request_parameters, '$.repositoryName') || COALESCE(' #' || json_extract_scalar(request_parameters, '$.pullRequestId'), ''),
    'pull request #' || json_extract_scalar(request_parameters, '$.pullRequestId'),
    'pull request #' || json_extract_scalar(response_elements, '$.pullRequest.pullRequestId'),
    json_extract_scalar(request_parameters, '$.applicationName'),
    json_extract_scalar(request_parameters, '$.applicationId'),
    json_extract_scalar(request_parameters, '$.serviceArn'),
    json_extract_scalar(request_parameters, '$.appId'),
    json_extract_scalar(request_parameters, '$.environmentName'),
    json_extract_scalar(request_parameters, '$.provisionedProductName'),
    json_extract_scalar(request_parameters, '$.productId'),
    json_extract_scalar(request_parameters, '$.changeRequestName'),
    json_extract_scalar(request_parameters, '$.documentName'),
    json_extract_scalar(request_parameters, '$.automationExecutionId'),
    json_extract_scalar(request_parameters, '$.approvalRuleTemplateName'),
    json_extract_scalar(request_parameters, '$.name'),
    resource
  ) AS subject,
  COALESCE(
    json_extract_scalar(request_parameters, '$.result.status') || COALESCE(': ' || json_extract_scalar(request_parameters, '$.stageName') || ' / ' || json_extract_scalar(request_parameters, '$.actionName'), ''),
    json_extract_scalar(request_parameters, '$.approvalState'),
    json_extract_scalar(request_parameters, '$.overrideStatus'),
    json_extract_scalar(request_parameters, '$.signalType'),
    'change set ' || json_extract_scalar(request_parameters, '$.changeSetName'),
    'stage ' || json_extract_scalar(request_parameters, '$.stageName'),
    'group ' || json_extract_scalar(request_parameters, '$.deploymentGroupName') || COALESCE(', ' || json_extract_scalar(response_elements, '$.deploymentId'), ''),
    'build ' || json_extract_scalar(response_elements, '$.build.id'),
    'version ' || json_extract_scalar(request_parameters, '$.versionLabel'),
    'visibility ' || json_extract_scalar(request_parameters, '$.projectVisibility'),
    'run ' || COALESCE(json_extract_scalar(response_elements, '$.pipelineExecutionId'), json_extract_scalar(response_elements, '$.automationExecutionId'))
  ) AS detail,
  deploy_role,
  invoked_by AS through,
  source_ip,
  event_id,
  source_file
FROM calls
