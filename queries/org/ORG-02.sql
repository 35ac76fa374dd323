/*
id: ORG-02
title: Guardrails of the organisation changed
question: Which service control policies, resource control policies and other guardrails of the organisation were written, attached, detached, deleted or switched off in the period?
expect: population
category:
  management: required
events:
  organizations.amazonaws.com: [CreatePolicy, UpdatePolicy, DeletePolicy, AttachPolicy, DetachPolicy, EnablePolicyType, DisablePolicyType]
  controltower.amazonaws.com: [EnableControl, DisableControl, UpdateEnabledControl, ResetEnabledControl, EnableBaseline, DisableBaseline, UpdateEnabledBaseline, ResetEnabledBaseline, CreateLandingZone, UpdateLandingZone, ResetLandingZone, DeleteLandingZone, EnableGuardrail, DisableGuardrail, SetupLandingZone]
needs: [outcome, actor_name, actor_class, console, source_ip, request_parameters, response_elements, service_event_details]
columns:
  event_time: When, UTC
  account_id: Account the event was recorded in
  region: AWS region
  actor_name: Who
  actor_class: Kind of actor
  event_name: Call
  change: What was done
  policy: Policy or control
  policy_name: Its name, where the record has it
  policy_type: Kind of policy, where the record has it
  target: Root, unit or account it was done to
  denies: Statements of the new text that deny
  denies_before: Such statements of the text before, where an earlier event of the period has it
  text_of_policy: The new text, at most 1,000 characters
  source_ip: From where
  console: Made from the AWS console
  event_id: Event id
  source_file: Log object
limits: >-
  Successful changes, recorded in the management account or the account policies are delegated to. All kinds of organisation policy are listed, tag and backup policies too: the kind is in the record only where a
  text is written. The text before a change is known only from an earlier event of the period. What a policy denies or lets through is not weighed.
references:
  - https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies.html
  - https://docs.aws.amazon.com/controltower/latest/userguide/logging-using-cloudtrail.html
*/
WITH changes AS (
  SELECT
    event_id, event_time, account_id, region, actor_name, actor_class, event_source, event_name, console, source_ip, source_file,
    COALESCE(
      json_extract_scalar(request_parameters, '$.policyId'),
      json_extract_scalar(response_elements, '$.policy.policySummary.id'),
      json_extract_scalar(request_parameters, '$.controlIdentifier'),
      json_extract_scalar(request_parameters, '$.enabledControlIdentifier'),
      json_extract_scalar(request_parameters, '$.baselineIdentifier'),
      json_extract_scalar(request_parameters, '$.enabledBaselineIdentifier'),
      json_extract_scalar(request_parameters, '$.landingZoneIdentifier'),
      json_extract_scalar(service_event_details, '$.enableGuardrailStatus.guardrails[0].guardrailId'),
      json_extract_scalar(service_event_details, '$.disableGuardrailStatus.guardrails[0].guardrailId')
    ) AS policy,
    COALESCE(json_extract_scalar(request_parameters, '$.name'), json_extract_scalar(response_elements, '$.policy.policySummary.name')) AS policy_name,
    COALESCE(
      json_extract_scalar(request_parameters, '$.type'),
      json_extract_scalar(request_parameters, '$.policyType'),
      json_extract_scalar(response_elements, '$.policy.policySummary.type')
    ) AS policy_type,
    COALESCE(
      json_extract_scalar(request_parameters, '$.targetId'),
      json_extract_scalar(request_parameters, '$.rootId'),
      json_extract_scalar(request_parameters, '$.targetIdentifier'),
      json_extract_scalar(service_event_details, '$.enableGuardrailStatus.organizationalUnits[0].organizationalUnitId'),
      json_extract_scalar(service_event_details, '$.disableGuardrailStatus.organizationalUnits[0].organizationalUnitId')
    ) AS target,
    NULLIF(regexp_replace(json_extract_scalar(request_parameters, '$.content'), '\s+', ' '), '') AS content
  FROM events
  WHERE outcome = 'success'
    AND (
      (event_source = 'organizations.amazonaws.com' AND event_name IN (
        'CreatePolicy', 'UpdatePolicy', 'DeletePolicy', 'AttachPolicy', 'DetachPolicy', 'EnablePolicyType', 'DisablePolicyType'
      ))
      OR (event_source = 'controltower.amazonaws.com' AND event_name IN (
        'EnableControl', 'DisableControl', 'UpdateEnabledControl', 'ResetEnabledControl', 'EnableBaseline', 'DisableBaseline', 'UpdateEnabledBaseline', 'ResetEnabledBaseline',
        'CreateLandingZone', 'UpdateLandingZone', 'ResetLandingZone', 'DeleteLandingZone', 'EnableGuardrail', 'DisableGuardrail', 'SetupLandingZone'
      ) AND NOT regexp_like(COALESCE(service_event_details, ''), '"state" *: *"FAILED"'))
    )
), counted AS (
  SELECT
    event_id, event_time, account_id, region, actor_name, actor_class, event_source, event_name, console, source_ip, source_file, policy, policy_name, policy_type, target, content,
    -- How often the text, without blanks, says that a statement denies.
    CAST((length(regexp_replace(content, ' ', '')) - length(replace(regexp_replace(content, ' ', ''), '"Effect":"Deny"', ''))) / 15 AS bigint) AS denies
  FROM changes
), compared AS (
  SELECT
    event_id, event_time, account_id, region, actor_name, actor_class, event_source, event_name, console, source_ip, source_file, policy, policy_name, policy_type, target, content, denies,
    CASE WHEN content IS NOT NULL THEN lag(denies) OVER (PARTITION BY policy, content IS NULL ORDER BY event_time, event_id) END AS denies_before
  FROM counted
)
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  actor_class,
  event_name,
  CASE
    WHEN event_name = 'CreatePolicy' THEN 'created'
    WHEN event_name = 'UpdatePolicy' THEN CASE WHEN content IS NULL THEN 'name or description changed' ELSE 'text changed' END
    WHEN event_name = 'DeletePolicy' THEN 'deleted'
    WHEN event_name = 'AttachPolicy' THEN 'attached'
    WHEN event_name = 'DetachPolicy' THEN 'detached'
    WHEN event_name = 'EnablePolicyType' THEN 'kind of policy switched on'
    WHEN event_name = 'DisablePolicyType' THEN 'kind of policy switched off'
    WHEN strpos(event_name, 'LandingZone') > 0 THEN 'landing zone ' || CASE WHEN starts_with(event_name, 'Delete') THEN 'deleted' WHEN starts_with(event_name, 'Update') OR starts_with(event_name, 'Reset') THEN 'changed' ELSE 'set up' END
    ELSE CASE WHEN strpos(event_name, 'Baseline') > 0 THEN 'baseline ' ELSE 'control ' END
      || CASE WHEN starts_with(event_name, 'Enable') THEN 'switched on' WHEN starts_with(event_name, 'Disable') THEN 'switched off' ELSE 'changed' END
  END AS change,
  policy,
  policy_name,
  policy_type,
  target,
  denies,
  denies_before,
  substr(content, 1, 1000) AS text_of_policy,
  source_ip,
  console,
  event_id,
  source_file
FROM compared
