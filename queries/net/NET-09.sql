/*
id: NET-09
title: Denied by VPC endpoint policy
question: Who tried to reach an AWS service through a private endpoint, and was refused by that endpoint's policy?
expect: measure                    # refusals show the control at work: counts by principal, endpoint and call
category:
  network: required
events: any
needs: [event_category, error_code, actor_name, actor_class, actor_account_id, role_name, source_ip, vpc_endpoint_id]
columns:
  account_id: Account the calls were recorded in - the endpoint's owner
  vpc_endpoint_id: The endpoint
  caller_account: Account of the caller, as far as the record says
  principal: Who was refused; for workloads the role, for callers whom the record does not name, their account
  actor_class: Person, workload, root or other
  event_source: Service called
  event_name: Call refused
  events: Refused calls in the period
  regions: Regions they were made in
  source_ips: Different addresses they came from
  first_time: First refusal, UTC
  last_time: Last refusal, UTC
  first_event_id: Event of the first refusal
  last_event_id: Event of the last refusal
key: [account_id, vpc_endpoint_id, caller_account, principal, actor_class, event_source, event_name]
limits: Network activity events are kept only for the services a trail names; calls to others leave none. The owner of the endpoint learns only the account of callers from elsewhere. Refusals by any other policy are in ERR-01.
references:
  - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-network-events-with-cloudtrail.html
*/
SELECT
  account_id,
  vpc_endpoint_id,
  caller_account,
  principal,
  actor_class,
  event_source,
  event_name,
  count(event_id) AS events,
  array_join(array_agg(DISTINCT region ORDER BY region), ', ') AS regions,
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
    vpc_endpoint_id,
    actor_account_id AS caller_account,
    CASE WHEN actor_class = 'person' THEN actor_name ELSE COALESCE(role_name, actor_name, 'not named') END AS principal,
    actor_class,
    event_source,
    event_name,
    source_ip
  FROM events
  WHERE event_category = 'network'
    AND error_code = 'VpceAccessDenied'
) refused
GROUP BY account_id, vpc_endpoint_id, caller_account, principal, actor_class, event_source, event_name
