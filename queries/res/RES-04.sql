/*
id: RES-04
title: Access from outside approved countries
question: Was anything done from a country that is not approved, or from an address whose country is not known?
expect: none
category:
  management: required
  data: optional
events: any
needs: [event_category, read_only, outcome, actor_name, actor_class, role_name, source_ip, resource]
settings:
  approved-countries: required
  country-networks: required
  personal-data-stores: optional
columns:
  touched: Whether calls from there reached a store on the list of personal-data-stores, or other things only
  account_id: Account the calls were recorded in
  principal: Who acted; for workloads the role
  actor_class: Person, workload, root, anonymous or unknown
  country: Country of the address by the table of the settings, or "not in the table"
  events: Successful calls in the period
  changes: Of the events, calls that may change something; sign-ins are none
  source_ips: Different addresses they came from
  an_address: One of these addresses
  first_time: First call, UTC
  last_time: Last call, UTC
  first_event_id: Event of the first call
  last_event_id: Event of the last call
key: [touched, account_id, principal, actor_class, country]
limits: The country is what the settings' table says of the address the call came from; a caller behind a relay shows the relay. Left out are refused calls, calls that AWS services made, and private addresses (through an endpoint inside a network) that the table does not name.
references:
  - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
*/
WITH calls AS (
  -- Addresses only: a service's name stands there when a service made the call.
  SELECT
    account_id,
    principal,
    actor_class,
    source_ip,
    max(reached) AS reached,
    count(event_id) AS events,
    count_if(changed = 'yes') AS changes,
    min(event_time || event_id) AS first_call,
    max(event_time || event_id) AS last_call
  FROM (
    SELECT
      event_id,
      event_time,
      account_id,
      CASE WHEN actor_class = 'person' THEN actor_name ELSE COALESCE(role_name, actor_name, 'not named') END AS principal,
      actor_class,
      CASE WHEN read_only = 'false' AND event_source <> 'signin.amazonaws.com' THEN 'yes' ELSE 'no' END AS changed,
      source_ip,
      CASE
        WHEN resource IN (SELECT value FROM setting_personal_data_stores) THEN 1
        WHEN split_part(split_part(resource, ':::', 2), '/', 1) IN (SELECT value FROM setting_personal_data_stores) THEN 1
        WHEN split_part(split_part(resource, ':table/', 2), '/', 1) IN (SELECT value FROM setting_personal_data_stores) THEN 1
        ELSE 0
      END AS reached
    FROM events
    WHERE outcome = 'success'
      AND event_category IN ('management', 'data')
      AND actor_class <> 'aws-service'
      AND regexp_like(source_ip, '^([0-9]{1,3}[.]){3}[0-9]{1,3}$|^[0-9A-Fa-f]*:[0-9A-Fa-f:]+$')
  ) made
  GROUP BY account_id, principal, actor_class, source_ip
),
parts AS (
  SELECT
    account_id, principal, actor_class, source_ip, reached, events, changes, first_call, last_call,
    CASE WHEN strpos(source_ip, ':') = 0 THEN NULL WHEN strpos(source_ip, '::') > 0 THEN split_part(lower(source_ip), '::', 1) ELSE lower(source_ip) END AS before_gap,
    CASE WHEN strpos(source_ip, '::') > 0 THEN split_part(lower(source_ip), '::', 2) ELSE '' END AS after_gap
  FROM calls
),
expanded AS (
  SELECT
    account_id, principal, actor_class, source_ip, reached, events, changes, first_call, last_call,
    CASE WHEN strpos(source_ip, ':') > 0 THEN COALESCE(lpad(NULLIF(split_part(before_gap, ':', 1), ''), 4, '0'), '') || COALESCE(lpad(NULLIF(split_part(before_gap, ':', 2), ''), 4, '0'), '') || COALESCE(lpad(NULLIF(split_part(before_gap, ':', 3), ''), 4, '0'), '') || COALESCE(lpad(NULLIF(split_part(before_gap, ':', 4), ''), 4, '0'), '') || COALESCE(lpad(NULLIF(split_part(before_gap, ':', 5), ''), 4, '0'), '') || COALESCE(lpad(NULLIF(split_part(before_gap, ':', 6), ''), 4, '0'), '') || COALESCE(lpad(NULLIF(split_part(before_gap, ':', 7), ''), 4, '0'), '') || COALESCE(lpad(NULLIF(split_part(before_gap, ':', 8), ''), 4, '0'), '') END AS before_digits,
    CASE WHEN strpos(source_ip, ':') > 0 THEN COALESCE(lpad(NULLIF(split_part(after_gap, ':', 1), ''), 4, '0'), '') || COALESCE(lpad(NULLIF(split_part(after_gap, ':', 2), ''), 4, '0'), '') || COALESCE(lpad(NULLIF(split_part(after_gap, ':', 3), ''), 4, '0'), '') || COALESCE(lpad(NULLIF(split_part(after_gap, ':', 4), ''), 4, '0'), '') || COALESCE(lpad(NULLIF(split_part(after_gap, ':', 5), ''), 4, '0'), '') || COALESCE(lpad(NULLIF(split_part(after_gap, ':', 6), ''), 4, '0'), '') || COALESCE(lpad(NULLIF(split_part(after_gap, ':', 7), ''), 4, '0'), '') || COALESCE(lpad(NULLIF(split_part(after_gap, ':', 8), ''), 4, '0'), '') END AS after_digits
  FROM parts
),
numbered AS (
  -- The address as the table's: twelve decimal digits, or 32 hexadecimal ones with the gap of zeros filled.
  SELECT
    account_id, principal, actor_class, source_ip, reached, events, changes, first_call, last_call,
    CASE WHEN strpos(source_ip, ':') = 0
      THEN lpad(split_part(source_ip, '.', 1), 3, '0') || lpad(split_part(source_ip, '.', 2), 3, '0') || lpad(split_part(source_ip, '.', 3), 3, '0') || lpad(split_part(source_ip, '.', 4), 3, '0')
      ELSE substr(before_digits || substr('00000000000000000000000000000000', 1, 32 - length(before_digits) - length(after_digits)) || after_digits, 1, 32)
    END AS address
  FROM expanded
),
networks AS (
  -- `near`: the three first digits, where all addresses of the network share them, so that few networks are compared with an address.
  SELECT
    split_part(value, ' ', 1) AS first_address,
    split_part(value, ' ', 2) AS last_address,
    split_part(value, ' ', 3) AS country,
    CASE WHEN substr(split_part(value, ' ', 1), 1, 3) = substr(split_part(value, ' ', 2), 1, 3) THEN substr(value, 1, 3) END AS near
  FROM setting_country_networks
),
placed AS (
  SELECT
    c.account_id, c.principal, c.actor_class, c.source_ip, c.reached, c.events, c.changes, c.first_call, c.last_call, c.address,
    COALESCE(n.country, w.country, 'not in the table') AS country,
    -- Of networks inside one another the narrowest counts.
    row_number() OVER (
      PARTITION BY c.account_id, c.principal, c.actor_class, c.source_ip
      ORDER BY n.first_address DESC NULLS LAST, n.last_address, n.country, w.first_address DESC NULLS LAST, w.last_address, w.country
    ) AS place
  FROM numbered c
  LEFT JOIN networks n
    ON n.near = substr(c.address, 1, 3) AND length(n.first_address) = length(c.address) AND c.address >= n.first_address AND c.address <= n.last_address
  LEFT JOIN (SELECT first_address, last_address, country FROM networks WHERE near IS NULL) w
    ON length(w.first_address) = length(c.address) AND c.address >= w.first_address AND c.address <= w.last_address
)
SELECT
  CASE WHEN max(reached) = 1 THEN 'a personal-data store' WHEN (SELECT count(*) FROM setting_personal_data_stores) = 0 THEN 'no list of stores' ELSE 'other things' END AS touched,
  account_id,
  principal,
  actor_class,
  country,
  CAST(sum(events) AS bigint) AS events,
  CAST(sum(changes) AS bigint) AS changes,
  count(DISTINCT source_ip) AS source_ips,
  min(source_ip) AS an_address,
  substr(min(first_call), 1, 20) AS first_time,
  substr(max(last_call), 1, 20) AS last_time,
  substr(min(first_call), 21) AS first_event_id,
  substr(max(last_call), 21) AS last_event_id
FROM placed
WHERE place = 1
  AND country NOT IN (SELECT value FROM setting_approved_countries)
  AND NOT (country = 'not in the table' AND (
    address BETWEEN '010000000000' AND '010255255255'
    OR address BETWEEN '100064000000' AND '100127255255'
    OR address BETWEEN '127000000000' AND '127255255255'
    OR address BETWEEN '169254000000' AND '169254255255'
    OR address BETWEEN '172016000000' AND '172031255255'
    OR address BETWEEN '192168000000' AND '192168255255'
    OR (length(address) = 32 AND (regexp_like(address, '^f[cd]') OR regexp_like(address, '^fe[89ab]') OR address = '00000000000000000000000000000001'))
  ))
GROUP BY account_id, principal, actor_class, country
