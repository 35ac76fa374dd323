/*
id: LOG-07
title: Alarms, log groups and alert routes removed or changed
question: Which alarms, log groups, filters, event rules and notification routes were removed, muted or changed in the period?
expect: population
category:
  management: required
events:
  monitoring.amazonaws.com:
    - DeleteAlarms
    - DisableAlarmActions
    - SetAlarmState
    - PutMetricAlarm
    - PutCompositeAlarm
    - PutAlarmMuteRule
    - DeleteInsightRules
    - DisableInsightRules
    - StopMetricStreams
    - DeleteMetricStream
    - DeleteAlarmMuteRule
    - EnableAlarmActions
    - DeleteAnomalyDetector
    - PutLogAlarm
  logs.amazonaws.com:
    - DeleteLogGroup
    - DeleteLogStream
    - DeleteMetricFilter
    - DeleteSubscriptionFilter
    - DeleteDestination
    - DeleteDelivery
    - DeleteAccountPolicy
    - PutRetentionPolicy
    - DeleteRetentionPolicy
    - DisassociateKmsKey
    - PutMetricFilter
    - PutSubscriptionFilter
    - PutDestination
    - PutAccountPolicy
    - DeleteDeliverySource
    - DeleteDeliveryDestination
    - DeleteLogAnomalyDetector
    - DeleteResourcePolicy
    - DeleteDataProtectionPolicy
    - DeleteSyslogConfiguration
    - AssociateKmsKey
  events.amazonaws.com:
    - DisableRule
    - DeleteRule
    - RemoveTargets
    - PutRule
    - DeleteEventBus
    - EnableRule
    - PutTargets
    - DeleteArchive
    - RemovePermission
    - DeleteApiDestination
    - DeleteConnection
    - DeleteEndpoint
  sns.amazonaws.com:
    - DeleteTopic
    - Unsubscribe
    - SetSubscriptionAttributes
    - SetTopicAttributes
    - RemovePermission
  oam.amazonaws.com: [DeleteLink, DeleteSink, UpdateLink]
  observabilityadmin.amazonaws.com: [DeleteCentralizationRuleForOrganization, DeleteTelemetryRule, DeleteTelemetryRuleForOrganization, DeleteTelemetryPipeline, StopTelemetryEvaluation, StopTelemetryEvaluationForOrganization]
  notifications.amazonaws.com: [DeleteNotificationConfiguration, DeleteEventRule, DisassociateChannel, DeregisterNotificationHub, DisassociateManagedNotificationAccountContact, DisassociateManagedNotificationAdditionalChannel]
  chatbot.amazonaws.com: [DeleteSlackChannelConfiguration, DeleteMicrosoftTeamsChannelConfiguration, DeleteChimeWebhookConfiguration]
  ssm-contacts.amazonaws.com: [DeleteContact, DeleteContactChannel, DeactivateContactChannel, DeleteRotation]
  ssm-incidents.amazonaws.com: [DeleteResponsePlan, DeleteReplicationSet]
needs: [outcome, actor_name, actor_class, invoked_by, console, source_ip, resource, request_parameters]
columns:
  event_time: When, UTC
  account_id: Account the event was recorded in
  region: AWS region
  actor_name: Who
  actor_class: Kind of actor
  event_name: Call
  effect: Removed, muted, unmuted, retention changed, encryption key changed, alarm written or route changed
  subject: Alarm, log group, rule, topic or subscription
  detail: What the call set, or the filter, stream or target it names
  source_ip: From where
  console: Made from the AWS console
  invoked_by: AWS service that made the call for the actor, if any
  event_id: Event id
  source_file: Log object
limits: >-
  The log does not say which alarm or log group matters: most accounts remove some with every stack they delete. So these rows are there to sample from, not a
  list of exceptions. Successful calls by people and workloads only; what AWS services do with alarms and rules of their own is left out. An alarm that is written may be new
  or overwritten, and a new retention may be shorter or longer than before: the event does not say which. Event rules that are written are listed only when written as disabled.
references:
  - https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/logging_cw_api_calls.html
  - https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/logging_cw_api_calls_cwl.html
  - https://docs.aws.amazon.com/sns/latest/dg/logging-using-cloudtrail.html
*/
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  actor_class,
  event_name,
  CASE
    WHEN event_name IN ('DisableAlarmActions', 'SetAlarmState', 'PutAlarmMuteRule', 'DisableInsightRules', 'StopMetricStreams', 'DisableRule', 'PutRule',
      'DeactivateContactChannel', 'StopTelemetryEvaluation', 'StopTelemetryEvaluationForOrganization') THEN 'muted'
    WHEN event_name IN ('EnableAlarmActions', 'EnableRule', 'DeleteAlarmMuteRule') THEN 'unmuted'
    WHEN event_name IN ('PutMetricAlarm', 'PutCompositeAlarm', 'PutLogAlarm') THEN
      CASE WHEN json_extract_scalar(request_parameters, '$.actionsEnabled') = 'false' THEN 'muted' ELSE 'alarm written' END
    WHEN event_name IN ('PutRetentionPolicy', 'DeleteRetentionPolicy') THEN 'retention changed'
    WHEN event_name = 'DisassociateKmsKey' THEN 'encryption key removed'
    WHEN event_name = 'AssociateKmsKey' THEN 'encryption key set'
    WHEN starts_with(event_name, 'Put') OR starts_with(event_name, 'Set') OR event_name = 'UpdateLink' THEN 'route changed'
    ELSE 'removed'
  END AS effect,
  COALESCE(
    json_extract_scalar(request_parameters, '$.alarmName'),
    json_extract_scalar(request_parameters, '$.alarmNames[0]')
      || CASE WHEN json_array_length(json_extract(request_parameters, '$.alarmNames')) > 1
         THEN ' and ' || CAST(json_array_length(json_extract(request_parameters, '$.alarmNames')) - 1 AS varchar) || ' more' ELSE '' END,
    json_extract_scalar(request_parameters, '$.logGroupName'),
    json_extract_scalar(request_parameters, '$.resourceIdentifier'),
    json_extract_scalar(request_parameters, '$.rule'),
    json_extract_scalar(request_parameters, '$.name'),
    json_extract_scalar(request_parameters, '$.topicArn'),
    json_extract_scalar(request_parameters, '$.subscriptionArn'),
    json_extract_scalar(request_parameters, '$.destinationName'),
    json_extract_scalar(request_parameters, '$.policyName'),
    json_extract_scalar(request_parameters, '$.names[0]'),
    json_extract_scalar(request_parameters, '$.ruleNames[0]'),
    json_extract_scalar(request_parameters, '$.deliveryDestinationName'),
    json_extract_scalar(request_parameters, '$.identifier'),
    json_extract_scalar(request_parameters, '$.ruleIdentifier'),
    json_extract_scalar(request_parameters, '$.contactId'),
    json_extract_scalar(request_parameters, '$.contactChannelId'),
    json_extract_scalar(request_parameters, '$.chatConfigurationArn'),
    json_extract_scalar(request_parameters, '$.arn'),
    json_extract_scalar(request_parameters, '$.id'),
    resource
  ) AS subject,
  COALESCE(
    json_extract_scalar(request_parameters, '$.retentionInDays') || ' days',
    json_extract_scalar(request_parameters, '$.filterName'),
    json_extract_scalar(request_parameters, '$.logStreamName'),
    json_extract_scalar(request_parameters, '$.ids[0]'),
    json_extract_scalar(request_parameters, '$.targets[0].arn'),
    json_extract_scalar(request_parameters, '$.attributeName'),
    json_extract_scalar(request_parameters, '$.stateValue')
  ) AS detail,
  source_ip,
  console,
  invoked_by,
  event_id,
  source_file
FROM events
WHERE outcome = 'success'
  AND actor_class <> 'aws-service'
  AND (
    (event_source = 'monitoring.amazonaws.com' AND event_name IN (
      'DeleteAlarms', 'DisableAlarmActions', 'SetAlarmState', 'PutMetricAlarm', 'PutCompositeAlarm', 'PutAlarmMuteRule', 'DeleteInsightRules',
      'DisableInsightRules', 'StopMetricStreams', 'DeleteMetricStream', 'DeleteAlarmMuteRule', 'EnableAlarmActions', 'DeleteAnomalyDetector', 'PutLogAlarm'
    ))
    OR (event_source = 'logs.amazonaws.com' AND event_name IN (
      'DeleteLogGroup', 'DeleteLogStream', 'DeleteMetricFilter', 'DeleteSubscriptionFilter', 'DeleteDestination', 'DeleteDelivery', 'DeleteAccountPolicy',
      'PutRetentionPolicy', 'DeleteRetentionPolicy', 'DisassociateKmsKey',
      'PutMetricFilter', 'PutSubscriptionFilter', 'PutDestination', 'PutAccountPolicy', 'DeleteDeliverySource', 'DeleteDeliveryDestination', 'DeleteLogAnomalyDetector',
      'DeleteResourcePolicy', 'DeleteDataProtectionPolicy', 'DeleteSyslogConfiguration', 'AssociateKmsKey'
    ))
    OR (event_source = 'events.amazonaws.com' AND (
      event_name IN ('DisableRule', 'DeleteRule', 'RemoveTargets', 'DeleteEventBus', 'EnableRule', 'PutTargets', 'DeleteArchive', 'RemovePermission', 'DeleteApiDestination', 'DeleteConnection', 'DeleteEndpoint')
      OR (event_name = 'PutRule' AND json_extract_scalar(request_parameters, '$.state') = 'DISABLED')
    ))
    OR (event_source = 'sns.amazonaws.com' AND event_name IN ('DeleteTopic', 'Unsubscribe', 'SetSubscriptionAttributes', 'SetTopicAttributes', 'RemovePermission'))
    OR (event_source = 'oam.amazonaws.com' AND event_name IN ('DeleteLink', 'DeleteSink', 'UpdateLink'))
    OR (event_source = 'observabilityadmin.amazonaws.com' AND event_name IN (
      'DeleteCentralizationRuleForOrganization', 'DeleteTelemetryRule', 'DeleteTelemetryRuleForOrganization', 'DeleteTelemetryPipeline', 'StopTelemetryEvaluation', 'StopTelemetryEvaluationForOrganization'
    ))
    OR (event_source = 'notifications.amazonaws.com' AND event_name IN (
      'DeleteNotificationConfiguration', 'DeleteEventRule', 'DisassociateChannel', 'DeregisterNotificationHub', 'DisassociateManagedNotificationAccountContact', 'DisassociateManagedNotificationAdditionalChannel'
    ))
    OR (event_source = 'chatbot.amazonaws.com' AND event_name IN ('DeleteSlackChannelConfiguration', 'DeleteMicrosoftTeamsChannelConfiguration', 'DeleteChimeWebhookConfiguration'))
    OR (event_source = 'ssm-contacts.amazonaws.com' AND event_name IN ('DeleteContact', 'DeleteContactChannel', 'DeactivateContactChannel', 'DeleteRotation'))
    OR (event_source = 'ssm-incidents.amazonaws.com' AND event_name IN ('DeleteResponsePlan', 'DeleteReplicationSet'))
  )
