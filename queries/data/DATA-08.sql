/*
id: DATA-08
title: Old TLS
question: Did any caller talk to AWS over TLS 1.0 or 1.1 (or older) in the period?
expect: none
category:
  management: required
  data: optional
events: any
needs: [outcome, actor_name, actor_class, role_name, source_ip, user_agent, tls_version]
columns:
  account_id: Account the calls were recorded in
  principal: Who called; for workloads the role
  actor_class: Person, workload, root, AWS service, anonymous or unknown
  tls_version: Version of TLS agreed on
  user_agent: Program, as it names itself
  services: Services called
  events: Calls in the period
  refused: Of the events, calls that failed or were refused for other reasons
  days: Days with a call
  source_ips: Different addresses they came from
  first_time: First call, UTC
  last_time: Last call, UTC
  first_event_id: Event of the first call
  last_event_id: Event of the last call
key: [account_id, principal, actor_class, tls_version, user_agent]
limits: >-
  Shows the connection of the caller to AWS, not those to a load balancer, a website or a database. A call that was refused counts too: its signature went over the old connection. Records of calls that AWS
  services make for others, and of some services, name no version; connections that AWS turned away leave no event.
references:
  - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
*/
SELECT
  account_id,
  principal,
  actor_class,
  tls_version,
  user_agent,
  array_join(array_agg(DISTINCT event_source ORDER BY event_source), ', ') AS services,
  count(event_id) AS events,
  count_if(outcome <> 'success') AS refused,
  count(DISTINCT event_day) AS days,
  count(DISTINCT source_ip) AS source_ips,
  substr(min(event_time || event_id), 1, 20) AS first_time,
  substr(max(event_time || event_id), 1, 20) AS last_time,
  substr(min(event_time || event_id), 21) AS first_event_id,
  substr(max(event_time || event_id), 21) AS last_event_id
FROM (
  SELECT
    event_id,
    event_time,
    substr(event_time, 1, 10) AS event_day,
    account_id,
    event_source,
    CASE WHEN actor_class = 'person' THEN actor_name ELSE COALESCE(role_name, actor_name, 'not named') END AS principal,
    actor_class,
    tls_version,
    user_agent,
    outcome,
    source_ip
  FROM events
  WHERE tls_version IN ('TLSv1', 'TLSv1.0', 'TLSv1.1', 'SSLv3', 'SSLv2')
) old
GROUP BY account_id, principal, actor_class, tls_version, user_agent
