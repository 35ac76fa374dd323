/*
id: LOG-06
title: AWS Config changed
question: Which recorders, delivery channels, rules, conformance packs and remediations of AWS Config were changed, stopped or removed in the period, and by whom?
expect: population
category:
  management: required
events:
  config.amazonaws.com:
    - StartConfigurationRecorder
    - StopConfigurationRecorder
    - PutConfigurationRecorder
    - DeleteConfigurationRecorder
    - AssociateResourceTypes
    - DisassociateResourceTypes
    - PutServiceLinkedConfigurationRecorder
    - DeleteServiceLinkedConfigurationRecorder
    - PutThirdPartyServiceLinkedConfigurationRecorder
    - PutConnector
    - DeleteConnector
    - PutDeliveryChannel
    - DeleteDeliveryChannel
    - DeliverConfigSnapshot
    - PutRetentionConfiguration
    - DeleteRetentionConfiguration
    - PutConfigRule
    - DeleteConfigRule
    - PutOrganizationConfigRule
    - DeleteOrganizationConfigRule
    - StartConfigRulesEvaluation
    - PutConformancePack
    - DeleteConformancePack
    - PutOrganizationConformancePack
    - DeleteOrganizationConformancePack
    - PutRemediationConfigurations
    - DeleteRemediationConfiguration
    - PutRemediationExceptions
    - DeleteRemediationExceptions
    - StartRemediationExecution
    - PutEvaluations
    - PutExternalEvaluation
    - DeleteEvaluationResults
    - PutConfigurationAggregator
    - DeleteConfigurationAggregator
    - PutAggregationAuthorization
    - DeleteAggregationAuthorization
    - DeletePendingAggregationRequest
    - PutResourceConfig
    - DeleteResourceConfig
    - PutStoredQuery
    - DeleteStoredQuery
    - StartResourceEvaluation
    - TagResource
    - UntagResource
needs: [outcome, actor_name, actor_class, invoked_by, console, source_ip, resource, request_parameters]
columns:
  event_time: When, UTC
  account_id: Account the event was recorded in
  region: AWS region
  actor_name: Who
  actor_class: Kind of actor
  event_name: Call
  kind: What part of AWS Config
  effect: Stopped, started, written, removed, run or tagged
  subject: Recorder, rule, pack, channel, aggregator or account the call names
  detail: What the call set, where it names it
  source_ip: From where
  console: Made from the AWS console
  invoked_by: AWS service that made the call for the actor, if any
  event_id: Event id
  source_file: Log object
limits: >-
  Successful calls only; rules and recorders are written in everyday work, so these rows are there to sample from: stopped or removed recorders, channels and rules are the ones to look at first. What was there before a write is not in the
  event. Left out: rules that AWS services keep for themselves, and the results that functions and tools report for custom rules.
references:
  - https://docs.aws.amazon.com/config/latest/APIReference/API_Operations.html
  - https://docs.aws.amazon.com/config/latest/developerguide/log-api-calls.html
*/
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  actor_class,
  event_name,
  CASE
    WHEN strpos(event_name, 'ConfigurationRecorder') > 0 OR strpos(event_name, 'ResourceTypes') > 0 THEN 'recorder'
    WHEN strpos(event_name, 'DeliveryChannel') > 0 THEN 'delivery channel'
    WHEN strpos(event_name, 'Retention') > 0 THEN 'retention'
    WHEN strpos(event_name, 'ConformancePack') > 0 THEN 'conformance pack'
    WHEN strpos(event_name, 'Remediation') > 0 THEN 'remediation'
    WHEN event_name = 'DeleteEvaluationResults' OR strpos(event_name, 'Evaluation') > 0 THEN 'evaluation results'
    WHEN strpos(event_name, 'ConfigRule') > 0 THEN 'rule'
    WHEN strpos(event_name, 'Aggregat') > 0 THEN 'aggregation'
    WHEN strpos(event_name, 'StoredQuery') > 0 THEN 'stored query'
    WHEN strpos(event_name, 'Connector') > 0 THEN 'connector'
    WHEN strpos(event_name, 'ConfigSnapshot') > 0 THEN 'snapshot'
    WHEN strpos(event_name, 'ResourceConfig') > 0 THEN 'record of a resource'
    ELSE 'tags'
  END AS kind,
  CASE
    WHEN event_name = 'StopConfigurationRecorder' THEN 'stopped'
    WHEN event_name = 'StartConfigurationRecorder' THEN 'started'
    WHEN starts_with(event_name, 'Delete') THEN 'removed'
    WHEN event_name = 'DisassociateResourceTypes' THEN 'types removed'
    WHEN event_name = 'AssociateResourceTypes' THEN 'types added'
    WHEN starts_with(event_name, 'Start') OR event_name = 'DeliverConfigSnapshot' THEN 'run'
    WHEN event_name IN ('TagResource', 'UntagResource') THEN 'tagged'
    ELSE 'written'
  END AS effect,
  COALESCE(
    json_extract_scalar(request_parameters, '$.configurationRecorderName'),
    json_extract_scalar(request_parameters, '$.configurationRecorder.name'),
    json_extract_scalar(request_parameters, '$.configurationRecorderArn'),
    json_extract_scalar(request_parameters, '$.deliveryChannelName'),
    json_extract_scalar(request_parameters, '$.deliveryChannel.name'),
    json_extract_scalar(request_parameters, '$.configRuleName'),
    json_extract_scalar(request_parameters, '$.configRule.configRuleName'),
    json_extract_scalar(request_parameters, '$.configRuleNames[0]'),
    json_extract_scalar(request_parameters, '$.organizationConfigRuleName'),
    json_extract_scalar(request_parameters, '$.conformancePackName'),
    json_extract_scalar(request_parameters, '$.organizationConformancePackName'),
    json_extract_scalar(request_parameters, '$.remediationConfigurations[0].configRuleName'),
    json_extract_scalar(request_parameters, '$.retentionConfigurationName'),
    json_extract_scalar(request_parameters, '$.configurationAggregatorName'),
    json_extract_scalar(request_parameters, '$.authorizedAccountId'),
    json_extract_scalar(request_parameters, '$.requesterAccountId'),
    json_extract_scalar(request_parameters, '$.queryName'),
    json_extract_scalar(request_parameters, '$.storedQuery.queryName'),
    json_extract_scalar(request_parameters, '$.servicePrincipal'),
    json_extract_scalar(request_parameters, '$.resourceId'),
    json_extract_scalar(request_parameters, '$.evaluations[0].complianceResourceId'),
    json_extract_scalar(request_parameters, '$.externalEvaluation.complianceResourceId'),
    json_extract_scalar(request_parameters, '$.resourceArn'),
    resource
  ) AS subject,
  COALESCE(
    'all resource types ' || json_extract_scalar(request_parameters, '$.configurationRecorder.recordingGroup.allSupported'),
    'bucket ' || json_extract_scalar(request_parameters, '$.deliveryChannel.s3BucketName'),
    json_extract_scalar(request_parameters, '$.retentionPeriodInDays') || ' days',
    json_extract_scalar(request_parameters, '$.configRule.source.sourceIdentifier'),
    json_extract_scalar(request_parameters, '$.organizationManagedRuleMetadata.ruleIdentifier'),
    json_extract_scalar(request_parameters, '$.remediationConfigurations[0].targetId'),
    json_extract_scalar(request_parameters, '$.resourceTypes[0]'),
    json_extract_scalar(request_parameters, '$.evaluations[0].complianceType'),
    json_extract_scalar(request_parameters, '$.externalEvaluation.complianceType'),
    json_extract_scalar(request_parameters, '$.authorizedAwsRegion')
  ) AS detail,
  source_ip,
  console,
  invoked_by,
  event_id,
  source_file
FROM events
WHERE event_source = 'config.amazonaws.com'
  AND event_name IN (
    'StartConfigurationRecorder', 'StopConfigurationRecorder', 'PutConfigurationRecorder', 'DeleteConfigurationRecorder', 'AssociateResourceTypes',
    'DisassociateResourceTypes', 'PutServiceLinkedConfigurationRecorder', 'DeleteServiceLinkedConfigurationRecorder',
    'PutThirdPartyServiceLinkedConfigurationRecorder', 'PutConnector', 'DeleteConnector', 'PutDeliveryChannel', 'DeleteDeliveryChannel',
    'DeliverConfigSnapshot', 'PutRetentionConfiguration', 'DeleteRetentionConfiguration', 'PutConfigRule', 'DeleteConfigRule',
    'PutOrganizationConfigRule', 'DeleteOrganizationConfigRule', 'StartConfigRulesEvaluation', 'PutConformancePack', 'DeleteConformancePack',
    'PutOrganizationConformancePack', 'DeleteOrganizationConformancePack', 'PutRemediationConfigurations', 'DeleteRemediationConfiguration',
    'PutRemediationExceptions', 'DeleteRemediationExceptions', 'StartRemediationExecution', 'PutEvaluations', 'PutExternalEvaluation',
    'DeleteEvaluationResults', 'PutConfigurationAggregator', 'DeleteConfigurationAggregator', 'PutAggregationAuthorization',
    'DeleteAggregationAuthorization', 'DeletePendingAggregationRequest', 'PutResourceConfig', 'DeleteResourceConfig', 'PutStoredQuery',
    'DeleteStoredQuery', 'StartResourceEvaluation', 'TagResource', 'UntagResource'
  )
  AND outcome = 'success'
  AND actor_class <> 'aws-service'
  -- Functions report the results of custom rules all the time; a person who does is worth a row.
  AND NOT (event_name IN ('PutEvaluations', 'PutExternalEvaluation') AND actor_class = 'workload')
