/*
id: LAM-09
title: Wiring around functions changed
question: Which APIs, rules, schedules, queues, topics, buckets and workflows around functions were changed, and by whom?
expect: population
category:
  management: required
events:
  apigateway.amazonaws.com: [CreateRestApi, ImportRestApi, PutRestApi, UpdateRestApi, DeleteRestApi, CreateResource, UpdateResource, DeleteResource,
    PutMethod, UpdateMethod, DeleteMethod, PutIntegration, CreateIntegration, UpdateIntegration, DeleteIntegration, CreateDeployment,
    UpdateDeployment, DeleteDeployment, CreateStage, UpdateStage, DeleteStage, CreateAuthorizer, UpdateAuthorizer, DeleteAuthorizer, CreateApiKey,
    ImportApiKeys, UpdateApiKey, DeleteApiKey, CreateUsagePlan, UpdateUsagePlan, DeleteUsagePlan, CreateUsagePlanKey, DeleteUsagePlanKey,
    CreateDomainName, UpdateDomainName, DeleteDomainName, CreateBasePathMapping, UpdateBasePathMapping, DeleteBasePathMapping, CreateApiMapping,
    UpdateApiMapping, DeleteApiMapping, CreateVpcLink, UpdateVpcLink, DeleteVpcLink, CreateRequestValidator, UpdateRequestValidator,
    DeleteRequestValidator, PutGatewayResponse, CreateApi, ImportApi, ReimportApi, UpdateApi, DeleteApi, CreateRoute, UpdateRoute, DeleteRoute,
    CreateRoutingRule, PutRoutingRule, DeleteRoutingRule, DeleteRouteSettings, DeleteCorsConfiguration, DeleteAccessLogSettings, UpdateAccount]
  states.amazonaws.com: [CreateStateMachine, UpdateStateMachine, DeleteStateMachine, PublishStateMachineVersion, DeleteStateMachineVersion,
    CreateStateMachineAlias, UpdateStateMachineAlias, DeleteStateMachineAlias]
  events.amazonaws.com: [PutRule, EnableRule, DisableRule, DeleteRule, PutTargets, RemoveTargets, PutPermission, RemovePermission, CreateEventBus,
    UpdateEventBus, DeleteEventBus, CreateApiDestination, UpdateApiDestination, DeleteApiDestination, CreateConnection, UpdateConnection,
    DeleteConnection, DeauthorizeConnection, CreateArchive, UpdateArchive, DeleteArchive, StartReplay]
  scheduler.amazonaws.com: [CreateSchedule, UpdateSchedule, DeleteSchedule, CreateScheduleGroup, DeleteScheduleGroup]
  pipes.amazonaws.com: [CreatePipe, UpdatePipe, DeletePipe, StartPipe, StopPipe]
  sqs.amazonaws.com: [CreateQueue, SetQueueAttributes, AddPermission, RemovePermission, PurgeQueue, DeleteQueue, StartMessageMoveTask]
  sns.amazonaws.com: [CreateTopic, SetTopicAttributes, AddPermission, RemovePermission, Subscribe, ConfirmSubscription, Unsubscribe,
    SetSubscriptionAttributes, DeleteTopic, PutDataProtectionPolicy]
  s3.amazonaws.com: [PutBucketNotification, PutBucketNotificationConfiguration, CreateAccessPointForObjectLambda,
    PutAccessPointConfigurationForObjectLambda]
  logs.amazonaws.com: [PutSubscriptionFilter, DeleteSubscriptionFilter, PutAccountPolicy]
  cognito-idp.amazonaws.com: [CreateUserPool, UpdateUserPool]
  iot.amazonaws.com: [CreateTopicRule, ReplaceTopicRule]
  ses.amazonaws.com: [CreateReceiptRule, UpdateReceiptRule]
  secretsmanager.amazonaws.com: [RotateSecret]
  elasticloadbalancing.amazonaws.com: [RegisterTargets, DeregisterTargets]
  vpc-lattice.amazonaws.com: [RegisterTargets, DeregisterTargets]
  cloudfront.amazonaws.com: [CreateDistribution, CreateDistributionWithTags, UpdateDistribution]
  appsync.amazonaws.com: [CreateDataSource, UpdateDataSource]
  firehose.amazonaws.com: [CreateDeliveryStream, UpdateDestination]
  config.amazonaws.com: [PutConfigRule, PutOrganizationConfigRule]
  codecommit.amazonaws.com: [PutRepositoryTriggers]
  bedrock.amazonaws.com: [CreateAgentActionGroup, UpdateAgentActionGroup]
  lex.amazonaws.com: [CreateBotAlias, UpdateBotAlias]
  connect.amazonaws.com: [AssociateLambdaFunction, DisassociateLambdaFunction]
  transfer.amazonaws.com: [CreateWorkflow, CreateServer, UpdateServer]
needs: [outcome, actor_arn, actor_name, role_arn, role_name, permission_set, tool, source_ip, resource, request_parameters, response_elements]
settings:
  deploy-roles: optional
lead_in: false
columns:
  event_time: When, UTC
  account_id: Account the event was recorded in
  region: AWS region of the call
  actor_name: Who made the call
  service: Service that was changed
  event_name: What was called
  target: API, rule, queue, topic or other thing changed
  function_named: First Lambda function the call names
  detail: What was asked for, by name
  channel: How it was made (console, cloudformation, terraform, cdk, pipeline, sdk-cli, aws-service)
  deploy_role: Made with a role of the deploy-roles list (yes, no, no list)
  source_ip: Address the call came from, or the AWS service that made it
  event_id: 'CloudTrail''s id of the event'
  source_file: Log object the event stands in
key: [event_time, account_id, event_id]
limits: >-
  Changes of APIs, rules, schedules, pipes, queues, topics, workflows and bucket notifications are listed whether or not a function stands behind them;
  the column "function named" helps to sort. Of other services (user pools, device rules, received mail, load balancers, distributions and more) only calls
  that name a function are listed. Definitions of workflows, templates of APIs and patterns of rules are not printed. Requests of over 100 KB lose their parameters in
  CloudTrail. Permissions on the function's side are in LAM-02 and LAM-04, mappings of queues and streams in ESM-01.
references:
  - https://docs.aws.amazon.com/apigateway/latest/developerguide/cloudtrail.html
  - https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cloud-trail.html
  - https://docs.aws.amazon.com/lambda/latest/dg/lambda-services.html
*/
WITH calls AS (
  SELECT
    event_time,
    account_id,
    region,
    actor_name,
    replace(event_source, '.amazonaws.com', '') AS service,
    event_name,
    COALESCE(
      json_extract_scalar(request_parameters, '$.restApiId'), json_extract_scalar(request_parameters, '$.apiId'), json_extract_scalar(response_elements, '$.apiId'), json_extract_scalar(response_elements, '$.id'),
      json_extract_scalar(request_parameters, '$.stateMachineArn'), json_extract_scalar(response_elements, '$.stateMachineArn'), json_extract_scalar(request_parameters, '$.queueUrl'), json_extract_scalar(request_parameters, '$.queueName'),
      json_extract_scalar(request_parameters, '$.subscriptionArn'), json_extract_scalar(request_parameters, '$.topicArn'), json_extract_scalar(request_parameters, '$.rule'), json_extract_scalar(request_parameters, '$.bucketName'), json_extract_scalar(request_parameters, '$.logGroupName'),
      json_extract_scalar(request_parameters, '$.name'), json_extract_scalar(request_parameters, '$.Name'), json_extract_scalar(request_parameters, '$.userPoolId'), json_extract_scalar(request_parameters, '$.poolName'), json_extract_scalar(request_parameters, '$.ruleName'), json_extract_scalar(request_parameters, '$.ruleSetName'),
      json_extract_scalar(request_parameters, '$.policyName'), json_extract_scalar(request_parameters, '$.targetGroupArn'), json_extract_scalar(request_parameters, '$.id'), json_extract_scalar(request_parameters, '$.secretId'), json_extract_scalar(request_parameters, '$.deliveryStreamName'), json_extract_scalar(request_parameters, '$.configRule.configRuleName'),
      json_extract_scalar(request_parameters, '$.repositoryName'), json_extract_scalar(request_parameters, '$.domainName'), resource
    ) AS target,
    regexp_extract(request_parameters, 'arn:aws[a-z-]*:lambda:[a-z0-9-]+:[0-9]*:function:([A-Za-z0-9_-]+)', 1) AS function_named,
    NULLIF(substr(
      COALESCE('; ' || json_extract_scalar(request_parameters, '$.routeKey'), '')
      || COALESCE('; method ' || json_extract_scalar(request_parameters, '$.httpMethod'), '')
      || COALESCE('; name ' || COALESCE(json_extract_scalar(request_parameters, '$.createRestApiInput.name'), json_extract_scalar(request_parameters, '$.createApiKeyInput.name'), json_extract_scalar(request_parameters, '$.createAuthorizerInput.name')), '')
      || COALESCE('; stage ' || COALESCE(json_extract_scalar(request_parameters, '$.stageName'), json_extract_scalar(request_parameters, '$.createStageInput.stageName'), json_extract_scalar(request_parameters, '$.createDeploymentInput.stageName')), '')
      || COALESCE('; authorisation ' || COALESCE(json_extract_scalar(request_parameters, '$.authorizationType'), json_extract_scalar(request_parameters, '$.putMethodInput.authorizationType')), '')
      || COALESCE('; integration ' || COALESCE(json_extract_scalar(request_parameters, '$.integrationType'), json_extract_scalar(request_parameters, '$.putIntegrationInput.type')), '')
      || COALESCE('; ' || COALESCE(json_extract_scalar(request_parameters, '$.updateStageInput.patchOperations[0].op'), json_extract_scalar(request_parameters, '$.updateMethodInput.patchOperations[0].op'), json_extract_scalar(request_parameters, '$.updateIntegrationInput.patchOperations[0].op'), json_extract_scalar(request_parameters, '$.updateRestApiInput.patchOperations[0].op'), json_extract_scalar(request_parameters, '$.updateAuthorizerInput.patchOperations[0].op'), json_extract_scalar(request_parameters, '$.patchOperations[0].op')) || ' '
        || COALESCE(json_extract_scalar(request_parameters, '$.updateStageInput.patchOperations[0].path'), json_extract_scalar(request_parameters, '$.updateMethodInput.patchOperations[0].path'), json_extract_scalar(request_parameters, '$.updateIntegrationInput.patchOperations[0].path'), json_extract_scalar(request_parameters, '$.updateRestApiInput.patchOperations[0].path'), json_extract_scalar(request_parameters, '$.updateAuthorizerInput.patchOperations[0].path'), json_extract_scalar(request_parameters, '$.patchOperations[0].path')), '')
      || CASE WHEN event_source IN ('events.amazonaws.com', 'scheduler.amazonaws.com') THEN COALESCE('; ' || json_extract_scalar(request_parameters, '$.scheduleExpression'), '') || COALESCE('; state ' || json_extract_scalar(request_parameters, '$.state'), '') ELSE '' END
      || COALESCE('; role ' || COALESCE(json_extract_scalar(request_parameters, '$.roleArn'), json_extract_scalar(request_parameters, '$.target.roleArn')), '')
      || COALESCE('; from ' || json_extract_scalar(request_parameters, '$.source'), '')
      || COALESCE('; to ' || COALESCE(json_extract_scalar(request_parameters, '$.targets[0].arn'), json_extract_scalar(request_parameters, '$.destinationArn')), '')
      || COALESCE('; protocol ' || json_extract_scalar(request_parameters, '$.protocol'), '')
      || COALESCE('; attribute ' || json_extract_scalar(request_parameters, '$.attributeName'), '')
      || COALESCE('; principal ' || json_extract_scalar(request_parameters, '$.principal'), '')
      || CASE WHEN length(request_parameters) - length(replace(request_parameters, ':function:', '')) >= 20 THEN '; functions named ' || CAST((length(request_parameters) - length(replace(request_parameters, ':function:', ''))) / 10 AS varchar) ELSE '' END
      || CASE WHEN event_source = 'sqs.amazonaws.com' AND strpos(request_parameters, '"Policy"') > 0 THEN '; policy set' ELSE '' END
      || CASE WHEN event_source = 'sqs.amazonaws.com' AND strpos(request_parameters, '"RedrivePolicy"') > 0 THEN '; dead letters set' ELSE '' END,
      3), '') AS detail,
    tool,
    CASE
      WHEN (SELECT count(*) FROM setting_deploy_roles) = 0 THEN 'no list'
      WHEN role_name IN (SELECT value FROM setting_deploy_roles) OR permission_set IN (SELECT value FROM setting_deploy_roles) OR role_arn IN (SELECT value FROM setting_deploy_roles) OR actor_arn IN (SELECT value FROM setting_deploy_roles) THEN 'yes'
      ELSE 'no'
    END AS deploy_role,
    source_ip,
    event_id,
    source_file
  FROM events
  WHERE outcome = 'success'
    AND (
        (event_source = 'apigateway.amazonaws.com' AND event_name IN (
          'CreateRestApi', 'ImportRestApi', 'PutRestApi', 'UpdateRestApi', 'DeleteRestApi', 'CreateResource', 'UpdateResource',
          'DeleteResource', 'PutMethod', 'UpdateMethod', 'DeleteMethod', 'PutIntegration', 'CreateIntegration', 'UpdateIntegration',
          'DeleteIntegration', 'CreateDeployment', 'UpdateDeployment', 'DeleteDeployment', 'CreateStage', 'UpdateStage', 'DeleteStage',
          'CreateAuthorizer', 'UpdateAuthorizer', 'DeleteAuthorizer', 'CreateApiKey', 'ImportApiKeys', 'UpdateApiKey', 'DeleteApiKey',
          'CreateUsagePlan', 'UpdateUsagePlan', 'DeleteUsagePlan', 'CreateUsagePlanKey', 'DeleteUsagePlanKey', 'CreateDomainName',
          'UpdateDomainName', 'DeleteDomainName', 'CreateBasePathMapping', 'UpdateBasePathMapping', 'DeleteBasePathMapping',
          'CreateApiMapping', 'UpdateApiMapping', 'DeleteApiMapping', 'CreateVpcLink', 'UpdateVpcLink', 'DeleteVpcLink',
          'CreateRequestValidator', 'UpdateRequestValidator', 'DeleteRequestValidator', 'PutGatewayResponse', 'CreateApi', 'ImportApi',
          'ReimportApi', 'UpdateApi', 'DeleteApi', 'CreateRoute', 'UpdateRoute', 'DeleteRoute', 'CreateRoutingRule', 'PutRoutingRule',
          'DeleteRoutingRule', 'DeleteRouteSettings', 'DeleteCorsConfiguration', 'DeleteAccessLogSettings', 'UpdateAccount'))
        OR (event_source = 'states.amazonaws.com' AND event_name IN (
          'CreateStateMachine', 'UpdateStateMachine', 'DeleteStateMachine', 'PublishStateMachineVersion', 'DeleteStateMachineVersion',
          'CreateStateMachineAlias', 'UpdateStateMachineAlias', 'DeleteStateMachineAlias'))
        OR (event_source = 'events.amazonaws.com' AND event_name IN (
          'PutRule', 'EnableRule', 'DisableRule', 'DeleteRule', 'PutTargets', 'RemoveTargets', 'PutPermission', 'RemovePermission',
          'CreateEventBus', 'UpdateEventBus', 'DeleteEventBus', 'CreateApiDestination', 'UpdateApiDestination', 'DeleteApiDestination',
          'CreateConnection', 'UpdateConnection', 'DeleteConnection', 'DeauthorizeConnection', 'CreateArchive', 'UpdateArchive',
          'DeleteArchive', 'StartReplay'))
        OR (event_source = 'scheduler.amazonaws.com' AND event_name IN (
          'CreateSchedule', 'UpdateSchedule', 'DeleteSchedule', 'CreateScheduleGroup', 'DeleteScheduleGroup'))
        OR (event_source = 'pipes.amazonaws.com' AND event_name IN ('CreatePipe', 'UpdatePipe', 'DeletePipe', 'StartPipe', 'StopPipe'))
        OR (event_source = 'sqs.amazonaws.com' AND event_name IN (
          'CreateQueue', 'SetQueueAttributes', 'AddPermission', 'RemovePermission', 'PurgeQueue', 'DeleteQueue', 'StartMessageMoveTask'))
        OR (event_source = 'sns.amazonaws.com' AND event_name IN (
          'CreateTopic', 'SetTopicAttributes', 'AddPermission', 'RemovePermission', 'Subscribe', 'ConfirmSubscription', 'Unsubscribe',
          'SetSubscriptionAttributes', 'DeleteTopic', 'PutDataProtectionPolicy'))
        OR (event_source = 's3.amazonaws.com' AND event_name IN (
          'PutBucketNotification', 'PutBucketNotificationConfiguration', 'CreateAccessPointForObjectLambda',
          'PutAccessPointConfigurationForObjectLambda'))
        OR (event_source = 'logs.amazonaws.com' AND event_name IN ('PutSubscriptionFilter', 'DeleteSubscriptionFilter'))
        -- Services that call all kinds of things, where the call names a function.
        OR ((
          (event_source = 'logs.amazonaws.com' AND event_name IN ('PutAccountPolicy'))
          OR (event_source = 'cognito-idp.amazonaws.com' AND event_name IN ('CreateUserPool', 'UpdateUserPool'))
          OR (event_source = 'iot.amazonaws.com' AND event_name IN ('CreateTopicRule', 'ReplaceTopicRule'))
          OR (event_source = 'ses.amazonaws.com' AND event_name IN ('CreateReceiptRule', 'UpdateReceiptRule'))
          OR (event_source = 'secretsmanager.amazonaws.com' AND event_name IN ('RotateSecret'))
          OR (event_source = 'elasticloadbalancing.amazonaws.com' AND event_name IN ('RegisterTargets', 'DeregisterTargets'))
          OR (event_source = 'vpc-lattice.amazonaws.com' AND event_name IN ('RegisterTargets', 'DeregisterTargets'))
          OR (event_source = 'cloudfront.amazonaws.com' AND event_name IN ('CreateDistribution', 'CreateDistributionWithTags', 'UpdateDistribution'))
          OR (event_source = 'appsync.amazonaws.com' AND event_name IN ('CreateDataSource', 'UpdateDataSource'))
          OR (event_source = 'firehose.amazonaws.com' AND event_name IN ('CreateDeliveryStream', 'UpdateDestination'))
          OR (event_source = 'config.amazonaws.com' AND event_name IN ('PutConfigRule', 'PutOrganizationConfigRule'))
          OR (event_source = 'codecommit.amazonaws.com' AND event_name IN ('PutRepositoryTriggers'))
          OR (event_source = 'bedrock.amazonaws.com' AND event_name IN ('CreateAgentActionGroup', 'UpdateAgentActionGroup'))
          OR (event_source = 'lex.amazonaws.com' AND event_name IN ('CreateBotAlias', 'UpdateBotAlias'))
          OR (event_source = 'connect.amazonaws.com' AND event_name IN ('AssociateLambdaFunction', 'DisassociateLambdaFunction'))
          OR (event_source = 'transfer.amazonaws.com' AND event_name IN ('CreateWorkflow', 'CreateServer', 'UpdateServer'))
          ) AND regexp_like(request_parameters, ':lambda:[a-z0-9-]+:[0-9]*:function:'))
    )
)
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  service,
  event_name,
  target,
  function_named,
  detail,
  CASE WHEN tool IN ('sdk-cli', 'aws-service') AND deploy_role = 'yes' THEN 'pipeline' ELSE tool END AS channel,
  deploy_role,
  source_ip,
  event_id,
  source_file
FROM calls
