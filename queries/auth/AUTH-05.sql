/*
id: AUTH-05
title: Activity from networks that are not approved
question: Who signed in or changed something in the period from an address or VPC endpoint outside the approved networks?
expect: none
category:
  management: required
  data: optional
events: any
context:
  signin.amazonaws.com: [UserAuthentication]
  sts.amazonaws.com: [AssumeRole]
needs: [read_only, outcome, actor_type, actor_name, actor_class, access_key_id, role_arn, invoked_by, source_ip, vpc_endpoint_id, response_elements, service_event_details]
settings:
  approved-networks: required
lead_in: true
columns:
  first_time: When, UTC (first event of the line)
  last_time: Last event of the line, UTC
  account_id: Account the events were recorded in
  actor_name: Who; for workloads the role
  actor_class: Kind of actor
  source_ip: Address or VPC endpoint; for a workload that used several, how many
  sign_ins: Sign-ins, portal sign-ins and switches of role
  writes: Other successful calls that may change something
  services: Services called
  events: Events in the line
  first_event_id: Id of the first event
  last_event_id: Id of the last event
key: [account_id, actor_name, actor_class, source_ip]
limits: >-
  Successful sign-ins and writes only: one row for each person and address, and one for each role of a workload. A call through a VPC endpoint is judged by the endpoint, as its address says nothing. Not listed: services acting for somebody, whose
  address is their own, and sessions that AWS services other than EC2 opened (in the period or the 36 hours before), since functions and managed jobs run at AWS's addresses: such credentials used elsewhere do not show here.
references:
  - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
  - https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
*/
WITH issued AS (
  SELECT json_extract_scalar(response_elements, '$.credentials.accessKeyId') AS access_key_id
  FROM events
  WHERE event_source = 'sts.amazonaws.com' AND event_name = 'AssumeRole' AND actor_type = 'AWSService' AND invoked_by <> 'ec2.amazonaws.com'
  UNION ALL
  SELECT json_extract_scalar(response_elements, '$.credentials.accessKeyId') AS access_key_id
  FROM events_before
  WHERE event_source = 'sts.amazonaws.com' AND event_name = 'AssumeRole' AND actor_type = 'AWSService' AND invoked_by <> 'ec2.amazonaws.com'
),
-- Credentials that a service keeps for what it runs. They are dropped once their calls are counted.
of_services AS (
  SELECT DISTINCT access_key_id FROM issued WHERE access_key_id IS NOT NULL
),
used AS (
  SELECT
    account_id,
    CASE WHEN actor_class = 'workload' THEN COALESCE(role_arn, actor_name, 'not stated') ELSE COALESCE(actor_name, 'not stated') END AS actor_name,
    actor_class, source_ip, vpc_endpoint_id, access_key_id, event_source,
    CASE
      WHEN event_source = 'signin.amazonaws.com' AND event_name IN ('ConsoleLogin', 'UserAuthentication', 'SwitchRole') THEN 1
      ELSE 0
    END AS sign_in,
    count(*) AS events,
    min(event_time || event_id) AS first_event,
    max(event_time || event_id) AS last_event
  FROM events
  WHERE outcome = 'success'
    AND (read_only = 'false' OR event_source = 'signin.amazonaws.com')
    -- Portal sign-ins count as events of the service.
    AND (actor_class <> 'aws-service' OR (event_source = 'signin.amazonaws.com' AND event_name = 'UserAuthentication'))
    AND (invoked_by IS NULL OR invoked_by IN ('signin.amazonaws.com', 'console.amazonaws.com', 'AWS Internal'))
    -- Steps of a sign-in that anyone can take who knows a name.
    AND NOT (event_source = 'signin.amazonaws.com' AND event_name IN ('CheckMfa', 'CredentialChallenge', 'CredentialVerification', 'PasswordRecoveryRequested'))
    AND NOT (event_source = 'signin.amazonaws.com' AND event_name = 'UserAuthentication' AND strpos(service_event_details, '"Success"') = 0)
  GROUP BY
    account_id,
    CASE WHEN actor_class = 'workload' THEN COALESCE(role_arn, actor_name, 'not stated') ELSE COALESCE(actor_name, 'not stated') END,
    actor_class, source_ip, vpc_endpoint_id, access_key_id, event_source,
    CASE
      WHEN event_source = 'signin.amazonaws.com' AND event_name IN ('ConsoleLogin', 'UserAuthentication', 'SwitchRole') THEN 1
      ELSE 0
    END
),
-- Each address as a text that compares as addresses do: IPv4 as twelve digits, IPv6 as 32 hexadecimal digits; NULL for what is no address.
addressed AS (
  SELECT
    account_id, actor_name, actor_class, source_ip, vpc_endpoint_id, access_key_id, event_source, sign_in, events, first_event, last_event,
    CASE
      WHEN dotted IS NOT NULL
        THEN lpad(split_part(dotted, '.', 1), 3, '0') || lpad(split_part(dotted, '.', 2), 3, '0') || lpad(split_part(dotted, '.', 3), 3, '0') || lpad(split_part(dotted, '.', 4), 3, '0')
      ELSE lpad(split_part(grouped, ':', 1), 4, '0') || lpad(split_part(grouped, ':', 2), 4, '0') || lpad(split_part(grouped, ':', 3), 4, '0') || lpad(split_part(grouped, ':', 4), 4, '0')
        || lpad(split_part(grouped, ':', 5), 4, '0') || lpad(split_part(grouped, ':', 6), 4, '0') || lpad(split_part(grouped, ':', 7), 4, '0') || lpad(split_part(grouped, ':', 8), 4, '0')
    END AS address
  FROM (
    SELECT
      account_id, actor_name, actor_class, source_ip, vpc_endpoint_id, access_key_id, event_source, sign_in, events, first_event, last_event,
      dotted,
      -- With the zeros that :: stands for.
      replace(closed, '::', ':' || substr('0:0:0:0:0:0:', 1, 2 * (8 - (length(closed) - length(replace(closed, ':', '')))))) AS grouped
    FROM (
      SELECT
        account_id, actor_name, actor_class, source_ip, vpc_endpoint_id, access_key_id, event_source, sign_in, events, first_event, last_event,
        regexp_extract(source_ip, '^(::[fF]{4}:)?([0-9]{1,3}[.][0-9]{1,3}[.][0-9]{1,3}[.][0-9]{1,3})$', 2) AS dotted,
        CASE WHEN regexp_like(source_ip, '^([0-9a-fA-F]{0,4}:){2,7}[0-9a-fA-F]{0,4}$') AND (strpos(source_ip, '::') > 0 OR length(source_ip) - length(replace(source_ip, ':', '')) = 7)
          THEN CASE WHEN starts_with(source_ip, '::') THEN '0' ELSE '' END || lower(source_ip) || CASE WHEN substr(source_ip, -2) = '::' THEN '0' ELSE '' END
        END AS closed
      FROM used
    ) c
  ) g
),
placed AS (
  SELECT
    account_id, actor_name, actor_class, access_key_id, event_source, sign_in, events, first_event, last_event,
    COALESCE(vpc_endpoint_id, source_ip) AS place,
    -- What a service puts in place of an address is none: such calls have no place to judge.
    COALESCE(vpc_endpoint_id, address) AS place_text
  FROM addressed
),
networks AS (
  SELECT split_part(value, ' ', 1) AS first_text, COALESCE(split_part(value, ' ', 2), value) AS last_text FROM setting_approved_networks
),
outside AS (
  SELECT
    p.account_id, p.actor_name, p.actor_class, p.place, p.event_source, p.sign_in, p.events, p.first_event, p.last_event,
    CASE WHEN p.actor_class = 'workload' THEN 'all' ELSE p.place END AS line
  FROM placed p
  LEFT JOIN networks n ON length(n.first_text) = length(p.place_text) AND p.place_text BETWEEN n.first_text AND n.last_text
  LEFT JOIN of_services s ON s.access_key_id = p.access_key_id
  WHERE p.place_text IS NOT NULL AND n.first_text IS NULL AND s.access_key_id IS NULL
)
SELECT
  substr(min(first_event), 1, 20) AS first_time,
  substr(max(last_event), 1, 20) AS last_time,
  account_id,
  actor_name,
  actor_class,
  CASE WHEN count(DISTINCT place) = 1 THEN min(place) ELSE CAST(count(DISTINCT place) AS varchar) || ' addresses' END AS source_ip,
  CAST(sum(CASE WHEN sign_in = 1 THEN events ELSE 0 END) AS bigint) AS sign_ins,
  CAST(sum(CASE WHEN sign_in = 0 THEN events ELSE 0 END) AS bigint) AS writes,
  substr(array_join(array_agg(DISTINCT event_source ORDER BY event_source), ', '), 1, 1000) || CASE WHEN length(array_join(array_agg(DISTINCT event_source ORDER BY event_source), ', ')) > 1000 THEN '…' ELSE '' END AS services,
  CAST(sum(events) AS bigint) AS events,
  substr(min(first_event), 21) AS first_event_id,
  substr(max(last_event), 21) AS last_event_id
FROM outside
GROUP BY account_id, actor_name, actor_class, line
