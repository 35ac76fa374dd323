/*
id: RES-01
title: Activity outside approved regions
question: Was anything changed, or data touched, in a region that is not approved?
expect: none
category:
  management: required
  data: optional
events: any
context:
  wafv2.amazonaws.com: [CreateWebACL, UpdateWebACL, DeleteWebACL, CreateRuleGroup, UpdateRuleGroup, DeleteRuleGroup, CreateIPSet, UpdateIPSet, DeleteIPSet, CreateRegexPatternSet, UpdateRegexPatternSet, DeleteRegexPatternSet]
needs: [event_category, read_only, outcome, actor_name, actor_class, role_name, source_ip, request_parameters]
settings:
  approved-regions: required
columns:
  account_id: Account the activity was recorded in
  region: The region that is not on the list
  principal: Who acted; for workloads the role
  actor_class: Person, workload, root or other
  event_source: Service called
  event_name: Call made
  event_category: Management or data
  events: Successful calls in the period
  source_ips: Different addresses they came from
  first_time: First call, UTC
  last_time: Last call, UTC
  first_event_id: Event of the first call
  last_event_id: Event of the last call
key: [account_id, region, principal, actor_class, event_source, event_name, event_category]
limits: Left out are services that have no region of their own and are recorded in one place for all (IAM, the global token service, sign-in, CloudFront, Route 53, Organizations, billing and the like), calls that only read settings, refused calls, and AWS services acting on their own. Copies from an approved region to another show as the calls that made them.
references:
  - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html
  - https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/global-services.html
*/
SELECT
  account_id,
  region,
  principal,
  actor_class,
  event_source,
  event_name,
  event_category,
  count(event_id) AS events,
  count(DISTINCT source_ip) AS source_ips,
  substr(min(event_time || event_id), 1, 20) AS first_time,
  substr(max(event_time || event_id), 1, 20) AS last_time,
  substr(min(event_time || event_id), 21) AS first_event_id,
  substr(max(event_time || event_id), 21) AS last_event_id
FROM (
  SELECT
    event_id,
    event_time,
    account_id,
    region,
    CASE WHEN actor_class = 'person' THEN actor_name ELSE COALESCE(role_name, actor_name, 'not named') END AS principal,
    actor_class,
    event_source,
    event_name,
    event_category,
    source_ip
  FROM events
  WHERE outcome = 'success'
    AND actor_class <> 'aws-service'
    AND (event_category = 'data' OR (event_category = 'management' AND read_only = 'false'))
    AND region NOT IN (SELECT value FROM setting_approved_regions)
    AND event_source NOT IN (
      'account.amazonaws.com', 'artifact.amazonaws.com', 'aws-marketplace.amazonaws.com', 'billing.amazonaws.com', 'billingconductor.amazonaws.com',
      'billingconsole.amazonaws.com', 'budgets.amazonaws.com', 'ce.amazonaws.com', 'cloudfront.amazonaws.com', 'consolidatedbilling.amazonaws.com',
      'cost-optimization-hub.amazonaws.com', 'cur.amazonaws.com', 'freetier.amazonaws.com', 'globalaccelerator.amazonaws.com', 'health.amazonaws.com',
      'iam.amazonaws.com', 'invoicing.amazonaws.com', 'networkmanager.amazonaws.com', 'organizations.amazonaws.com', 'payments.amazonaws.com',
      'pricing.amazonaws.com', 'route53.amazonaws.com', 'route53domains.amazonaws.com', 'savingsplans.amazonaws.com', 'shield.amazonaws.com',
      'signin.amazonaws.com', 'support.amazonaws.com', 'supportapp.amazonaws.com', 'tax.amazonaws.com', 'trustedadvisor.amazonaws.com', 'waf.amazonaws.com')
    -- The token service has regions; its global endpoint is recorded in us-east-1.
    AND NOT (event_source = 'sts.amazonaws.com' AND region = 'us-east-1')
    -- Web filters for CloudFront are kept in us-east-1.
    AND COALESCE(CASE WHEN event_source = 'wafv2.amazonaws.com' THEN json_extract_scalar(request_parameters, '$.scope') END, '') <> 'CLOUDFRONT'
) outside
GROUP BY account_id, region, principal, actor_class, event_source, event_name, event_category
