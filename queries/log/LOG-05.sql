/*
id: LOG-05
title: Detective controls switched off or silenced
question: Did anyone switch off threat detection, detach member accounts from it, or hide its findings in the period?
expect: none
category:
  management: required
events:
  guardduty.amazonaws.com:
    - DeleteDetector
    - UpdateDetector
    - UpdateMemberDetectors
    - UpdateOrganizationConfiguration
    - DisableOrganizationAdminAccount
    - DisassociateFromAdministratorAccount
    - DisassociateFromMasterAccount
    - DisassociateMembers
    - DeleteMembers
    - StopMonitoringMembers
    - CreateFilter
    - UpdateFilter
    - CreateIPSet
    - UpdateIPSet
    - CreateTrustedEntitySet
    - UpdateTrustedEntitySet
    - DeleteThreatIntelSet
    - DeleteThreatEntitySet
    - UpdateThreatIntelSet
    - UpdateThreatEntitySet
    - DeleteCustomDetectionRuleAssociation
    - DeleteCustomDetectionRuleOrgConfiguration
    - DeleteMalwareProtectionPlan
    - DeletePublishingDestination
    - UpdatePublishingDestination
    - ArchiveFindings
  securityhub.amazonaws.com:
    - DisableSecurityHub
    - DisableSecurityHubV2
    - DisableSecurityHubFeatureV2
    - UpdateSecurityHubConfiguration
    - UpdateOrganizationConfiguration
    - DeleteConfigurationPolicy
    - UpdateConfigurationPolicy
    - BatchDisableStandards
    - UpdateStandardsControl
    - BatchUpdateStandardsControlAssociations
    - DisableImportFindingsForProduct
    - DisassociateFromAdministratorAccount
    - DisassociateFromMasterAccount
    - DisassociateMembers
    - DeleteMembers
    - DisableOrganizationAdminAccount
    - DeleteFindingAggregator
    - DeleteAggregatorV2
    - DeleteActionTarget
    - BatchUpdateFindings
    - UpdateFindings
    - UpdateInsight
    - DeleteInsight
    - CreateAutomationRule
    - BatchUpdateAutomationRules
  macie2.amazonaws.com:
    - DisableMacie
    - UpdateOrganizationConfiguration
    - UpdateAutomatedDiscoveryConfiguration
    - BatchUpdateAutomatedDiscoveryAccounts
    - UpdateClassificationJob
    - UpdateResourceProfileDetections
    - UpdateMacieSession
    - UpdateMemberSession
    - DisassociateFromAdministratorAccount
    - DisassociateFromMasterAccount
    - DisassociateMember
    - DeleteMember
    - DisableOrganizationAdminAccount
    - CreateFindingsFilter
    - UpdateFindingsFilter
  inspector2.amazonaws.com:
    - Disable
    - UpdateOrganizationConfiguration
    - UpdateEc2DeepInspectionConfiguration
    - DeleteCisScanConfiguration
    - DisassociateMember
    - DisableDelegatedAdminAccount
    - CreateFilter
    - UpdateFilter
  access-analyzer.amazonaws.com:
    - DeleteAnalyzer
    - CreateArchiveRule
    - UpdateArchiveRule
    - ApplyArchiveRule
    - UpdateFindings
  detective.amazonaws.com:
    - DeleteGraph
    - DeleteMembers
    - DisassociateMembership
    - DisableOrganizationAdminAccount
    - UpdateOrganizationConfiguration
  auditmanager.amazonaws.com:
    - DeregisterAccount
    - DeregisterOrganizationAdminAccount
    - DeleteAssessment
needs: [outcome, actor_name, actor_class, invoked_by, console, source_ip, resource, request_parameters]
columns:
  event_time: When, UTC
  account_id: Account the event was recorded in
  region: AWS region
  actor_name: Who
  actor_class: Kind of actor
  event_source: Service
  event_name: Call
  effect: Switched off, members detached, findings hidden or delivery of findings changed
  subject: Detector, filter, standard, analyzer or list the call names
  source_ip: From where
  console: Made from the AWS console
  invoked_by: AWS service that made the call for the actor, if any
  event_id: Event id
  source_file: Log object
limits: >-
  Successful calls only. Calls that also switch things on (detector, session, filter and control updates) are listed only where the request names something switched off,
  paused, archived or suppressed. Single findings hidden by a service on its own are left out. Whether another control covers the gap, and what
  was found before, is not in the log. Detection rules of products outside AWS are not visible.
references:
  - https://docs.aws.amazon.com/guardduty/latest/APIReference/API_Operations.html
  - https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_Operations.html
  - https://docs.aws.amazon.com/macie/latest/APIReference/operations.html
  - https://docs.aws.amazon.com/inspector/v2/APIReference/API_Operations.html
*/
WITH calls AS (
  SELECT
    event_id, event_time, account_id, region, actor_name, actor_class, event_source, event_name, source_ip, console, invoked_by, source_file,
    -- Some of these services log their parameters with a capital first letter, some without.
    lower(COALESCE(request_parameters, '')) AS asked,
    COALESCE(
      json_extract_scalar(request_parameters, '$.filterName'),
      json_extract_scalar(request_parameters, '$.name'),
      json_extract_scalar(request_parameters, '$.Name'),
      json_extract_scalar(request_parameters, '$.ruleName'),
      json_extract_scalar(request_parameters, '$.RuleName'),
      json_extract_scalar(request_parameters, '$.StandardsControlArn'),
      json_extract_scalar(request_parameters, '$.standardsControlArn'),
      json_extract_scalar(request_parameters, '$.analyzerName'),
      json_extract_scalar(request_parameters, '$.analyzerArn'),
      json_extract_scalar(request_parameters, '$.InsightArn'),
      json_extract_scalar(request_parameters, '$.GraphArn'),
      json_extract_scalar(request_parameters, '$.graphArn'),
      json_extract_scalar(request_parameters, '$.detectorId'),
      json_extract_scalar(request_parameters, '$.filterArn'),
      json_extract_scalar(request_parameters, '$.id'),
      resource
    ) AS subject
  FROM events
  WHERE outcome = 'success'
    AND event_source IN (
      'guardduty.amazonaws.com', 'securityhub.amazonaws.com', 'macie2.amazonaws.com', 'inspector2.amazonaws.com',
      'access-analyzer.amazonaws.com', 'detective.amazonaws.com', 'auditmanager.amazonaws.com'
    )
), judged AS (
  SELECT
    event_id, event_time, account_id, region, actor_name, actor_class, event_source, event_name, subject, source_ip, console, invoked_by, source_file,
    CASE
      WHEN event_source = 'guardduty.amazonaws.com' THEN
        CASE
          WHEN event_name IN ('DeleteDetector', 'DisableOrganizationAdminAccount', 'DeleteThreatIntelSet', 'DeleteThreatEntitySet', 'DeleteMalwareProtectionPlan',
            'DeleteCustomDetectionRuleAssociation', 'DeleteCustomDetectionRuleOrgConfiguration') THEN 'switched off'
          WHEN event_name IN ('UpdateThreatIntelSet', 'UpdateThreatEntitySet') AND regexp_like(asked, '"activate" *: *"?false') THEN 'switched off'
          WHEN event_name IN ('UpdateDetector', 'UpdateMemberDetectors') AND regexp_like(asked, '"enable" *: *"?false|"(status|autoenable)" *: *"disabled"') THEN 'switched off'
          WHEN event_name = 'UpdateOrganizationConfiguration' AND regexp_like(asked, '"autoenable[a-z]*" *: *("?false|"none")') THEN 'switched off'
          WHEN event_name IN ('DisassociateFromAdministratorAccount', 'DisassociateFromMasterAccount', 'DisassociateMembers', 'DeleteMembers', 'StopMonitoringMembers') THEN 'members detached'
          WHEN event_name IN ('CreateFilter', 'UpdateFilter') AND regexp_like(asked, '"action" *: *"archive"') THEN 'findings hidden'
          WHEN event_name IN ('CreateIPSet', 'UpdateIPSet', 'CreateTrustedEntitySet', 'UpdateTrustedEntitySet') AND NOT regexp_like(asked, '"activate" *: *"?false') THEN 'findings hidden'
          WHEN event_name = 'ArchiveFindings' AND actor_class <> 'aws-service' THEN 'findings hidden'
          WHEN event_name IN ('DeletePublishingDestination', 'UpdatePublishingDestination') THEN 'delivery of findings changed'
        END
      WHEN event_source = 'securityhub.amazonaws.com' THEN
        CASE
          WHEN event_name IN ('DisableSecurityHub', 'DisableSecurityHubV2', 'DisableSecurityHubFeatureV2', 'BatchDisableStandards', 'DisableOrganizationAdminAccount', 'DisableImportFindingsForProduct',
            'DeleteConfigurationPolicy') THEN 'switched off'
          WHEN event_name = 'UpdateSecurityHubConfiguration' AND regexp_like(asked, '"autoenablecontrols" *: *"?false') THEN 'switched off'
          WHEN event_name = 'UpdateOrganizationConfiguration' AND regexp_like(asked, '"autoenable" *: *"?false') AND strpos(asked, '"central"') = 0 THEN 'switched off'
          WHEN event_name = 'UpdateConfigurationPolicy' AND regexp_like(asked, '"serviceenabled" *: *"?false') THEN 'switched off'
          WHEN event_name = 'UpdateStandardsControl' AND regexp_like(asked, '"controlstatus" *: *"disabled"') THEN 'switched off'
          WHEN event_name = 'BatchUpdateStandardsControlAssociations' AND regexp_like(asked, '"associationstatus" *: *"disabled"') THEN 'switched off'
          WHEN event_name IN ('DisassociateFromAdministratorAccount', 'DisassociateFromMasterAccount', 'DisassociateMembers', 'DeleteMembers') THEN 'members detached'
          WHEN event_name IN ('BatchUpdateFindings', 'CreateAutomationRule', 'BatchUpdateAutomationRules') AND strpos(asked, '"suppressed"') > 0 AND actor_class <> 'aws-service' THEN 'findings hidden'
          WHEN event_name IN ('UpdateFindings', 'UpdateInsight', 'DeleteInsight') AND actor_class <> 'aws-service' THEN 'findings hidden'
          WHEN event_name IN ('DeleteFindingAggregator', 'DeleteAggregatorV2', 'DeleteActionTarget') THEN 'delivery of findings changed'
        END
      WHEN event_source = 'macie2.amazonaws.com' THEN
        CASE
          WHEN event_name IN ('DisableMacie', 'DisableOrganizationAdminAccount') THEN 'switched off'
          WHEN event_name = 'UpdateOrganizationConfiguration' AND regexp_like(asked, '"autoenable" *: *"?false') THEN 'switched off'
          WHEN event_name IN ('UpdateAutomatedDiscoveryConfiguration', 'BatchUpdateAutomatedDiscoveryAccounts') AND regexp_like(asked, '"status" *: *"disabled"') THEN 'switched off'
          WHEN event_name = 'UpdateClassificationJob' AND regexp_like(asked, '"jobstatus" *: *"(cancelled|user_paused)"') THEN 'switched off'
          WHEN event_name = 'UpdateResourceProfileDetections' AND regexp_like(asked, '"suppressdataidentifiers" *: *\[ *\{') THEN 'findings hidden'
          WHEN event_name IN ('UpdateMacieSession', 'UpdateMemberSession') AND regexp_like(asked, '"status" *: *"paused"') THEN 'switched off'
          WHEN event_name IN ('DisassociateFromAdministratorAccount', 'DisassociateFromMasterAccount', 'DisassociateMember', 'DeleteMember') THEN 'members detached'
          WHEN event_name IN ('CreateFindingsFilter', 'UpdateFindingsFilter') AND regexp_like(asked, '"action" *: *"archive"') THEN 'findings hidden'
        END
      WHEN event_source = 'inspector2.amazonaws.com' THEN
        CASE
          WHEN event_name IN ('Disable', 'DisableDelegatedAdminAccount', 'DeleteCisScanConfiguration') THEN 'switched off'
          WHEN event_name = 'UpdateOrganizationConfiguration' AND regexp_like(asked, '"(ec2|ecr|lambda|lambdacode|coderepository)" *: *"?false') THEN 'switched off'
          WHEN event_name = 'UpdateEc2DeepInspectionConfiguration' AND regexp_like(asked, '"activatedeepinspection" *: *"?false') THEN 'switched off'
          WHEN event_name = 'DisassociateMember' THEN 'members detached'
          WHEN event_name IN ('CreateFilter', 'UpdateFilter') AND regexp_like(asked, '"action" *: *"suppress"') THEN 'findings hidden'
        END
      WHEN event_source = 'access-analyzer.amazonaws.com' THEN
        CASE
          WHEN event_name = 'DeleteAnalyzer' THEN 'switched off'
          WHEN event_name IN ('CreateArchiveRule', 'UpdateArchiveRule', 'ApplyArchiveRule') THEN 'findings hidden'
          WHEN event_name = 'UpdateFindings' AND regexp_like(asked, '"status" *: *"archived"') AND actor_class <> 'aws-service' THEN 'findings hidden'
        END
      WHEN event_source = 'detective.amazonaws.com' THEN
        CASE
          WHEN event_name IN ('DeleteGraph', 'DisableOrganizationAdminAccount') THEN 'switched off'
          WHEN event_name = 'UpdateOrganizationConfiguration' AND regexp_like(asked, '"autoenable" *: *"?false') THEN 'switched off'
          WHEN event_name IN ('DeleteMembers', 'DisassociateMembership') THEN 'members detached'
        END
      WHEN event_source = 'auditmanager.amazonaws.com' THEN
        CASE WHEN event_name IN ('DeregisterAccount', 'DeregisterOrganizationAdminAccount', 'DeleteAssessment') THEN 'switched off' END
    END AS effect
  FROM calls
)
SELECT
  event_time, account_id, region, actor_name, actor_class, event_source, event_name, effect, subject, source_ip, console, invoked_by, event_id, source_file
FROM judged
WHERE effect IS NOT NULL
