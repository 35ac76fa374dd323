/*
id: LOG-08
title: Logs of networks, edges and databases switched off
question: Did anyone switch off flow logs, DNS query logs, firewall or access logs, or the audit logs of clusters and databases in the period?
expect: none
category:
  management: required
events:
  ec2.amazonaws.com: [DeleteFlowLogs, DeleteTrafficMirrorSession, ModifyVerifiedAccessInstanceLoggingConfiguration]
  route53resolver.amazonaws.com: [DeleteResolverQueryLogConfig, DisassociateResolverQueryLogConfig]
  route53.amazonaws.com: [DeleteQueryLoggingConfig]
  wafv2.amazonaws.com: [DeleteLoggingConfiguration]
  waf.amazonaws.com: [DeleteLoggingConfiguration]
  waf-regional.amazonaws.com: [DeleteLoggingConfiguration]
  network-firewall.amazonaws.com: [UpdateLoggingConfiguration]
  elasticloadbalancing.amazonaws.com: [ModifyLoadBalancerAttributes]
  vpc-lattice.amazonaws.com: [DeleteAccessLogSubscription]
  globalaccelerator.amazonaws.com: [UpdateAcceleratorAttributes, UpdateCustomRoutingAcceleratorAttributes]
  cloudfront.amazonaws.com: [CreateDistribution, UpdateDistribution, DeleteRealtimeLogConfig]
  apigateway.amazonaws.com: [UpdateStage, DeleteAccessLogSettings]
  s3.amazonaws.com: [PutBucketLogging]
  transfer.amazonaws.com: [UpdateServer]
  eks.amazonaws.com: [UpdateClusterConfig]
  rds.amazonaws.com: [StopActivityStream, ModifyActivityStream, ModifyDBInstance, ModifyDBCluster, ModifyDBParameterGroup, ModifyDBClusterParameterGroup, ModifyOptionGroup]
  redshift.amazonaws.com: [DisableLogging, ModifyClusterParameterGroup]
  redshift-serverless.amazonaws.com: [UpdateNamespace]
  es.amazonaws.com: [UpdateDomainConfig, UpdateElasticsearchDomainConfig]
  elasticache.amazonaws.com: [ModifyReplicationGroup, ModifyCacheCluster]
  ds.amazonaws.com: [DeleteLogSubscription]
  bedrock.amazonaws.com: [DeleteModelInvocationLoggingConfiguration]
  securitylake.amazonaws.com: [DeleteAwsLogSource, DeleteCustomLogSource, DeleteDataLake]
needs: [outcome, actor_name, actor_class, invoked_by, console, source_ip, resource, request_parameters]
columns:
  event_time: When, UTC
  account_id: Account the event was recorded in
  region: AWS region
  actor_name: Who
  actor_class: Kind of actor
  event_source: Service
  event_name: Call
  effect: Which logs were switched off
  subject: What lost its logs, where the call names it
  source_ip: From where
  console: Made from the AWS console
  invoked_by: AWS service that made the call for the actor, if any
  event_id: Event id
  source_file: Log object
limits: >-
  Successful calls whose parameters ask for less; logs that end with what wrote them (a deleted network, database or stack) are listed too where they were deleted by a call of their own. Consoles repeat settings that stay, so a row can be a
  setting that was off already. A distribution's logs count only where an earlier event of the period shows them on. What AWS services do on their own is left out. Trails are in LOG-02 and LOG-03, log groups in LOG-07.
references:
  - https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html
  - https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-query-logs.html
  - https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLogging.html
  - https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html
*/
WITH calls AS (
  SELECT
    event_id, event_time, account_id, region, actor_name, actor_class, event_source, event_name, source_ip, console, invoked_by, source_file,
    -- Some of these services log their parameters with a capital first letter, some without.
    lower(COALESCE(request_parameters, '')) AS asked,
    CASE WHEN event_source = 'cloudfront.amazonaws.com' THEN COALESCE(json_extract_scalar(request_parameters, '$.id'), resource) END AS distribution,
    json_extract_scalar(request_parameters, '$.distributionConfig.logging.enabled') AS distribution_logs,
    COALESCE(
      json_extract_scalar(request_parameters, '$.DeleteFlowLogsRequest.FlowLogId.content'),
      json_extract_scalar(request_parameters, '$.DeleteFlowLogsRequest.FlowLogId[0].content'),
      json_extract_scalar(request_parameters, '$.DeleteTrafficMirrorSessionRequest.TrafficMirrorSessionId'),
      json_extract_scalar(request_parameters, '$.ModifyVerifiedAccessInstanceLoggingConfigurationRequest.VerifiedAccessInstanceId'),
      json_extract_scalar(request_parameters, '$.resourceId'),
      json_extract_scalar(request_parameters, '$.resolverQueryLogConfigId'),
      json_extract_scalar(request_parameters, '$.resourceArn'),
      json_extract_scalar(request_parameters, '$.id'),
      json_extract_scalar(request_parameters, '$.firewallName'),
      json_extract_scalar(request_parameters, '$.firewallArn'),
      json_extract_scalar(request_parameters, '$.loadBalancerArn'),
      json_extract_scalar(request_parameters, '$.loadBalancerName'),
      json_extract_scalar(request_parameters, '$.accessLogSubscriptionIdentifier'),
      json_extract_scalar(request_parameters, '$.acceleratorArn'),
      json_extract_scalar(request_parameters, '$.restApiId'),
      json_extract_scalar(request_parameters, '$.apiId'),
      json_extract_scalar(request_parameters, '$.bucketName'),
      json_extract_scalar(request_parameters, '$.serverId'),
      json_extract_scalar(request_parameters, '$.dBInstanceIdentifier'),
      json_extract_scalar(request_parameters, '$.dBClusterIdentifier'),
      json_extract_scalar(request_parameters, '$.dBParameterGroupName'),
      json_extract_scalar(request_parameters, '$.dBClusterParameterGroupName'),
      json_extract_scalar(request_parameters, '$.optionGroupName'),
      json_extract_scalar(request_parameters, '$.clusterIdentifier'),
      json_extract_scalar(request_parameters, '$.parameterGroupName'),
      json_extract_scalar(request_parameters, '$.namespaceName'),
      json_extract_scalar(request_parameters, '$.domainName'),
      json_extract_scalar(request_parameters, '$.replicationGroupId'),
      json_extract_scalar(request_parameters, '$.cacheClusterId'),
      json_extract_scalar(request_parameters, '$.directoryId'),
      json_extract_scalar(request_parameters, '$.sources[0].sourceName'),
      json_extract_scalar(request_parameters, '$.sourceName'),
      json_extract_scalar(request_parameters, '$.name'),
      json_extract_scalar(request_parameters, '$.aRN'),
      resource
    ) AS subject
  FROM events
  WHERE outcome = 'success'
    AND actor_class <> 'aws-service'
    AND (
      (event_source = 'ec2.amazonaws.com' AND event_name IN ('DeleteFlowLogs', 'DeleteTrafficMirrorSession', 'ModifyVerifiedAccessInstanceLoggingConfiguration'))
      OR (event_source = 'route53resolver.amazonaws.com' AND event_name IN ('DeleteResolverQueryLogConfig', 'DisassociateResolverQueryLogConfig'))
      OR (event_source = 'route53.amazonaws.com' AND event_name = 'DeleteQueryLoggingConfig')
      OR (event_source IN ('wafv2.amazonaws.com', 'waf.amazonaws.com', 'waf-regional.amazonaws.com') AND event_name = 'DeleteLoggingConfiguration')
      OR (event_source = 'network-firewall.amazonaws.com' AND event_name = 'UpdateLoggingConfiguration')
      OR (event_source = 'elasticloadbalancing.amazonaws.com' AND event_name = 'ModifyLoadBalancerAttributes')
      OR (event_source = 'vpc-lattice.amazonaws.com' AND event_name = 'DeleteAccessLogSubscription')
      OR (event_source = 'globalaccelerator.amazonaws.com' AND event_name IN ('UpdateAcceleratorAttributes', 'UpdateCustomRoutingAcceleratorAttributes'))
      OR (event_source = 'cloudfront.amazonaws.com' AND event_name IN ('CreateDistribution', 'UpdateDistribution', 'DeleteRealtimeLogConfig'))
      OR (event_source = 'apigateway.amazonaws.com' AND event_name IN ('UpdateStage', 'DeleteAccessLogSettings'))
      OR (event_source = 's3.amazonaws.com' AND event_name = 'PutBucketLogging')
      OR (event_source = 'transfer.amazonaws.com' AND event_name = 'UpdateServer')
      OR (event_source = 'eks.amazonaws.com' AND event_name = 'UpdateClusterConfig')
      OR (event_source = 'rds.amazonaws.com' AND event_name IN (
        'StopActivityStream', 'ModifyActivityStream', 'ModifyDBInstance', 'ModifyDBCluster', 'ModifyDBParameterGroup', 'ModifyDBClusterParameterGroup', 'ModifyOptionGroup'
      ))
      OR (event_source = 'redshift.amazonaws.com' AND event_name IN ('DisableLogging', 'ModifyClusterParameterGroup'))
      OR (event_source = 'redshift-serverless.amazonaws.com' AND event_name = 'UpdateNamespace')
      OR (event_source = 'es.amazonaws.com' AND event_name IN ('UpdateDomainConfig', 'UpdateElasticsearchDomainConfig'))
      OR (event_source = 'elasticache.amazonaws.com' AND event_name IN ('ModifyReplicationGroup', 'ModifyCacheCluster'))
      OR (event_source = 'ds.amazonaws.com' AND event_name = 'DeleteLogSubscription')
      OR (event_source = 'bedrock.amazonaws.com' AND event_name = 'DeleteModelInvocationLoggingConfiguration')
      OR (event_source = 'securitylake.amazonaws.com' AND event_name IN ('DeleteAwsLogSource', 'DeleteCustomLogSource', 'DeleteDataLake'))
    )
), compared AS (
  SELECT
    event_id, event_time, account_id, region, actor_name, actor_class, event_source, event_name, source_ip, console, invoked_by, source_file, asked, subject, distribution_logs,
    -- Every update of a distribution names its whole configuration.
    lag(distribution_logs) OVER (PARTITION BY account_id, distribution ORDER BY event_time, event_id) AS distribution_logs_before
  FROM calls
), judged AS (
  SELECT
    event_id, event_time, account_id, region, actor_name, actor_class, event_source, event_name, source_ip, console, invoked_by, source_file, subject,
    CASE
      WHEN event_name = 'DeleteFlowLogs' THEN 'flow logs deleted'
      WHEN event_name = 'DeleteTrafficMirrorSession' THEN 'traffic mirroring ended'
      WHEN event_name = 'ModifyVerifiedAccessInstanceLoggingConfiguration' THEN CASE WHEN regexp_like(asked, '"enabled" *: *"?false') THEN 'access logs switched off' END
      WHEN event_source = 'route53resolver.amazonaws.com' THEN 'resolver query logs switched off'
      WHEN event_source = 'route53.amazonaws.com' THEN 'zone query logs switched off'
      WHEN event_name = 'DeleteLoggingConfiguration' THEN 'web firewall logs switched off'
      WHEN event_name = 'UpdateLoggingConfiguration' THEN CASE WHEN strpos(asked, '"logdestinationtype"') = 0 THEN 'network firewall logs switched off' END
      WHEN event_name = 'ModifyLoadBalancerAttributes' THEN
        CASE WHEN regexp_like(asked, '"key" *: *"(access|connection)_logs[.]s3[.]enabled" *, *"value" *: *"false"|"value" *: *"false" *, *"key" *: *"(access|connection)_logs[.]s3[.]enabled"|"accesslog" *: *\{[^{}]*"enabled" *: *"?false')
          THEN 'load balancer logs switched off' END
      WHEN event_source = 'globalaccelerator.amazonaws.com' THEN CASE WHEN regexp_like(asked, '"flowlogsenabled" *: *"?false') THEN 'flow logs switched off' END
      WHEN event_name = 'DeleteAccessLogSubscription' THEN 'access logs switched off'
      WHEN event_name = 'DeleteRealtimeLogConfig' THEN 'distribution logs switched off'
      WHEN event_source = 'cloudfront.amazonaws.com' THEN CASE WHEN distribution_logs = 'false' AND distribution_logs_before = 'true' THEN 'distribution logs switched off' END
      WHEN event_name = 'DeleteAccessLogSettings' THEN 'API logs switched off'
      WHEN event_name = 'UpdateStage' THEN
        CASE WHEN regexp_like(asked, '"op" *: *"remove"[^{}]*"path" *: *"/accesslogsettings|"path" *: *"/accesslogsettings[^{}]*"op" *: *"remove"|/logging/loglevel"[^{}]*"value" *: *"off"|"value" *: *"off"[^{}]*/logging/loglevel"|"logginglevel" *: *"off"')
          THEN 'API logs switched off' END
      WHEN event_name = 'PutBucketLogging' THEN CASE WHEN strpos(asked, '"bucketloggingstatus"') > 0 AND strpos(asked, '"loggingenabled"') = 0 THEN 'bucket access logs switched off' END
      WHEN event_source = 'transfer.amazonaws.com' THEN CASE WHEN regexp_like(asked, '"structuredlogdestinations" *: *\[ *\]') THEN 'file transfer logs switched off' END
      WHEN event_source = 'eks.amazonaws.com' THEN
        CASE WHEN regexp_like(asked, '"types" *: *\[[^\]]*"(api|audit|authenticator)"[^\]]*\] *, *"enabled" *: *"?false|"enabled" *: *"?false"? *, *"types" *: *\[[^\]]*"(api|audit|authenticator)"')
          THEN 'cluster audit logs switched off' END
      WHEN event_name IN ('StopActivityStream', 'DisableLogging') THEN 'database logs switched off'
      WHEN event_name = 'ModifyActivityStream' THEN CASE WHEN regexp_like(asked, '"auditpolicystate" *: *"unlocked"') THEN 'database logs opened to change' END
      WHEN event_name = 'ModifyOptionGroup' THEN CASE WHEN regexp_like(asked, '"optionstoremove" *: *\[[^\]]*"(mariadb_audit_plugin|sqlserver_audit)"') THEN 'database logs switched off' END
      WHEN strpos(event_name, 'ParameterGroup') > 0 THEN
        CASE WHEN regexp_like(asked, '"parametername" *: *"(server_audit_logging|pgaudit[.]log|audit_trail|audit_logs|neptune_enable_audit_log|enable_user_activity_logging|log_connections|rds[.]sqlserver_audit)"[^{}]*"parametervalue" *: *"(0|off|none|false|disabled)"')
          OR regexp_like(asked, '"parametervalue" *: *"(0|off|none|false|disabled)"[^{}]*"parametername" *: *"(server_audit_logging|pgaudit[.]log|audit_trail|audit_logs|neptune_enable_audit_log|enable_user_activity_logging|log_connections|rds[.]sqlserver_audit)"')
          THEN 'database logs switched off' END
      WHEN event_source = 'rds.amazonaws.com' THEN CASE WHEN regexp_like(asked, '"disablelogtypes" *: *\[ *"') THEN 'database logs switched off' END
      WHEN event_source = 'redshift-serverless.amazonaws.com' THEN CASE WHEN regexp_like(asked, '"logexports" *: *\[ *\]') THEN 'database logs switched off' END
      WHEN event_source = 'es.amazonaws.com' THEN CASE WHEN regexp_like(asked, '"(audit_logs|es_application_logs|index_slow_logs|search_slow_logs)" *: *\{[^{}]*"enabled" *: *"?false') THEN 'database logs switched off' END
      WHEN event_source = 'elasticache.amazonaws.com' THEN CASE WHEN regexp_like(asked, '"logdeliveryconfigurations" *: *\[.*"enabled" *: *"?false') THEN 'database logs switched off' END
      WHEN event_source = 'ds.amazonaws.com' THEN 'directory logs switched off'
      WHEN event_source = 'bedrock.amazonaws.com' THEN 'model invocation logs switched off'
      WHEN event_source = 'securitylake.amazonaws.com' THEN CASE event_name WHEN 'DeleteDataLake' THEN 'security lake deleted' ELSE 'source of the security lake removed' END
    END AS effect
  FROM compared
)
SELECT
  event_time, account_id, region, actor_name, actor_class, event_source, event_name, effect, subject, source_ip, console, invoked_by, event_id, source_file
FROM judged
WHERE effect IS NOT NULL
