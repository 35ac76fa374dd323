/*
id: NET-08
title: DNS, domain and certificate changes
question: Which DNS records and zones, domain registrations and certificates were created, changed, moved, exported or removed in the period, and by whom?
expect: population
category:
  management: required
events:
  route53.amazonaws.com:
    [
      ActivateKeySigningKey, AssociateVPCWithHostedZone, ChangeCidrCollection, ChangeResourceRecordSets, CreateCidrCollection, CreateHostedZone,
      CreateKeySigningKey, CreateQueryLoggingConfig, CreateResourceRecordSetProtections, CreateReusableDelegationSet, CreateTrafficPolicy,
      CreateTrafficPolicyInstance, CreateTrafficPolicyVersion, CreateVPCAssociationAuthorization, DeactivateKeySigningKey, DeleteCidrCollection,
      DeleteHostedZone, DeleteKeySigningKey, DeleteQueryLoggingConfig, DeleteResourceRecordSetProtections, DeleteReusableDelegationSet, DeleteTrafficPolicy,
      DeleteTrafficPolicyInstance, DeleteVPCAssociationAuthorization, DisableHostedZoneDNSSEC, DisassociateVPCFromHostedZone, EnableHostedZoneDNSSEC,
      UpdateHostedZoneFeatures, UpdateTrafficPolicyInstance
    ]
  route53domains.amazonaws.com:
    [
      AcceptDomainTransferFromAnotherAwsAccount, AssociateDelegationSignerToDomain, CancelDomainTransferToAnotherAwsAccount, DeleteDomain,
      DisableDomainAutoRenew, DisableDomainTransferLock, DisassociateDelegationSignerFromDomain, EnableDomainAutoRenew, EnableDomainTransferLock,
      PushDomain, RegisterDomain, RejectDomainTransferFromAnotherAwsAccount, RenewDomain, RestoreDomain, RetrieveDomainAuthCode, TransferDomain,
      TransferDomainToAnotherAwsAccount, UpdateDomainContact, UpdateDomainContactPrivacy, UpdateDomainNameservers
    ]
  route53resolver.amazonaws.com:
    [
      AssociateFirewallRuleGroup, AssociateResolverEndpointIpAddress, AssociateResolverQueryLogConfig, AssociateResolverRule, BatchCreateFirewallRule,
      BatchDeleteFirewallRule, BatchUpdateFirewallRule, CreateFirewallDomainList, CreateFirewallRule, CreateFirewallRuleGroup, CreateResolverEndpoint,
      CreateResolverQueryLogConfig, CreateResolverRule, DeleteFirewallDomainList, DeleteFirewallRule, DeleteFirewallRuleGroup, DeleteResolverEndpoint,
      DeleteResolverQueryLogConfig, DeleteResolverRule, DisassociateFirewallRuleGroup, DisassociateResolverEndpointIpAddress,
      DisassociateResolverQueryLogConfig, DisassociateResolverRule, ImportFirewallDomains, PutFirewallRuleGroupPolicy, PutResolverQueryLogConfigPolicy,
      PutResolverRulePolicy, UpdateFirewallConfig, UpdateFirewallDomains, UpdateFirewallRule, UpdateFirewallRuleGroupAssociation, UpdateResolverConfig,
      UpdateResolverDnssecConfig, UpdateResolverEndpoint, UpdateResolverRule
    ]
  acm.amazonaws.com:
    [
      CreateAcmeDomainValidation, CreateAcmeEndpoint, CreateAcmeExternalAccountBinding, DeleteAcmeDomainValidation, DeleteAcmeEndpoint,
      DeleteAcmeExternalAccountBinding, DeleteCertificate, ExportCertificate, GetAcmeExternalAccountBindingCredentials, ImportCertificate,
      PutAccountConfiguration, RenewCertificate, RequestCertificate, RevokeAcmeAccount, RevokeAcmeExternalAccountBinding, RevokeCertificate,
      UpdateAcmeDomainValidation, UpdateAcmeEndpoint, UpdateCertificateOptions
    ]
  acm-pca.amazonaws.com:
    [
      CreateCertificateAuthority, CreatePermission, DeleteCertificateAuthority, DeletePermission, DeletePolicy, ImportCertificateAuthorityCertificate,
      IssueCertificate, PutPolicy, RestoreCertificateAuthority, RevokeCertificate, UpdateCertificateAuthority
    ]
  iam.amazonaws.com: [DeleteServerCertificate, UpdateServerCertificate, UploadServerCertificate]
needs: [outcome, actor_name, actor_class, console, source_ip, resource, request_parameters, response_elements]
columns:
  event_time: When, UTC
  account_id: Account the change was recorded in
  region: Region of the call
  actor_name: Who made the change
  actor_class: Person, workload, root or AWS service
  event_name: What was done
  kind: DNS, name resolution in networks, domain, or certificate
  effect: What it means, in a word
  subject: Zone, domain, certificate or rule
  detail: First record changed, network or account joined, or names of the certificate
  changes: How many records the request changes; empty for other calls
  console: Made from the AWS console
  source_ip: Address the request came from
  event_id: CloudTrail's id of the event
  source_file: Log object the record stands in
limits: Successful calls only. Of a request that changes several records the first is spelled out; values of records are not. Renewals that AWS makes by itself, and changes at a registrar other than AWS, are not in the log.
references:
  - https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/logging-using-cloudtrail.html
  - https://docs.aws.amazon.com/acm/latest/userguide/cloudtrail.html
  - https://docs.aws.amazon.com/privateca/latest/userguide/logging-using-cloudtrail-pca.html
*/
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  actor_class,
  event_name,
  CASE event_source
    WHEN 'route53.amazonaws.com' THEN 'DNS'
    WHEN 'route53resolver.amazonaws.com' THEN 'name resolution in networks'
    WHEN 'route53domains.amazonaws.com' THEN 'domain'
    ELSE 'certificate'
  END AS kind,
  CASE
    WHEN event_name IN ('TransferDomainToAnotherAwsAccount', 'AcceptDomainTransferFromAnotherAwsAccount') THEN 'moved to another account'
    WHEN event_name = 'DisableDomainTransferLock' THEN 'unlocked'
    WHEN event_name = 'RetrieveDomainAuthCode' THEN 'code to move it read'
    WHEN event_name IN ('ExportCertificate', 'GetAcmeExternalAccountBindingCredentials') THEN 'private key or credentials handed out'
    WHEN starts_with(event_name, 'Import') OR event_name = 'UploadServerCertificate' THEN 'brought in'
    WHEN event_name IN ('RequestCertificate', 'IssueCertificate') THEN 'issued'
    WHEN starts_with(event_name, 'Revoke') THEN 'revoked'
    WHEN starts_with(event_name, 'Create') OR event_name = 'RegisterDomain' THEN 'created'
    WHEN starts_with(event_name, 'Delete') THEN 'removed'
    WHEN starts_with(event_name, 'Associate') THEN 'joined'
    WHEN starts_with(event_name, 'Disassociate') THEN 'parted'
    WHEN starts_with(event_name, 'Enable') OR starts_with(event_name, 'Activate') THEN 'switched on'
    WHEN starts_with(event_name, 'Disable') OR starts_with(event_name, 'Deactivate') THEN 'switched off'
    ELSE 'changed'
  END AS effect,
  COALESCE(
    json_extract_scalar(request_parameters, '$.hostedZoneId'),
    json_extract_scalar(request_parameters, '$.certificateArn'),
    json_extract_scalar(response_elements, '$.certificateArn'),
    json_extract_scalar(request_parameters, '$.certificateAuthorityArn'),
    json_extract_scalar(response_elements, '$.certificateAuthorityArn'),
    json_extract_scalar(request_parameters, '$.serverCertificateName'),
    json_extract_scalar(response_elements, '$.hostedZone.id'),
    json_extract_scalar(request_parameters, '$.domainName'),
    json_extract_scalar(request_parameters, '$.resolverRuleId'),
    json_extract_scalar(request_parameters, '$.resolverEndpointId'),
    json_extract_scalar(request_parameters, '$.firewallRuleGroupId'),
    json_extract_scalar(request_parameters, '$.firewallRuleGroupAssociationId'),
    json_extract_scalar(request_parameters, '$.firewallDomainListId'),
    json_extract_scalar(request_parameters, '$.resourceId'),
    json_extract_scalar(request_parameters, '$.name'),
    json_extract_scalar(request_parameters, '$.id'),
    resource
  ) AS subject,
  COALESCE(
    json_extract_scalar(request_parameters, '$.changeBatch.changes[0].action') || ' ' || json_extract_scalar(request_parameters, '$.changeBatch.changes[0].resourceRecordSet.type')
      || ' ' || json_extract_scalar(request_parameters, '$.changeBatch.changes[0].resourceRecordSet.name'),
    json_extract_scalar(request_parameters, '$.vPC.vPCId'),
    json_extract_scalar(request_parameters, '$.vpcId'),
    json_extract_scalar(request_parameters, '$.vPCId'),
    'to account ' || json_extract_scalar(request_parameters, '$.accountId'),
    json_extract_scalar(request_parameters, '$.nameservers[0].name'),
    CASE WHEN event_name = 'RequestCertificate' THEN json_extract_scalar(request_parameters, '$.domainName') END,
    CASE WHEN event_name = 'CreateHostedZone' THEN json_extract_scalar(request_parameters, '$.name') END,
    json_extract_scalar(request_parameters, '$.principal'),
    json_extract_scalar(request_parameters, '$.status'),
    json_extract_scalar(request_parameters, '$.templateArn')
  ) AS detail,
  json_array_length(json_extract(request_parameters, '$.changeBatch.changes')) AS changes,
  console,
  source_ip,
  event_id,
  source_file
FROM events
WHERE outcome = 'success'
  AND (
    (event_source = 'route53.amazonaws.com' AND event_name IN (
      'ActivateKeySigningKey', 'AssociateVPCWithHostedZone', 'ChangeCidrCollection', 'ChangeResourceRecordSets', 'CreateCidrCollection',
      'CreateHostedZone', 'CreateKeySigningKey', 'CreateQueryLoggingConfig', 'CreateResourceRecordSetProtections', 'CreateReusableDelegationSet',
      'CreateTrafficPolicy', 'CreateTrafficPolicyInstance', 'CreateTrafficPolicyVersion', 'CreateVPCAssociationAuthorization',
      'DeactivateKeySigningKey', 'DeleteCidrCollection', 'DeleteHostedZone', 'DeleteKeySigningKey', 'DeleteQueryLoggingConfig',
      'DeleteResourceRecordSetProtections', 'DeleteReusableDelegationSet', 'DeleteTrafficPolicy', 'DeleteTrafficPolicyInstance',
      'DeleteVPCAssociationAuthorization', 'DisableHostedZoneDNSSEC', 'DisassociateVPCFromHostedZone', 'EnableHostedZoneDNSSEC',
      'UpdateHostedZoneFeatures', 'UpdateTrafficPolicyInstance'
    ))
    OR (event_source = 'route53domains.amazonaws.com' AND event_name IN (
      'AcceptDomainTransferFromAnotherAwsAccount', 'AssociateDelegationSignerToDomain', 'CancelDomainTransferToAnotherAwsAccount', 'DeleteDomain',
      'DisableDomainAutoRenew', 'DisableDomainTransferLock', 'DisassociateDelegationSignerFromDomain', 'EnableDomainAutoRenew',
      'EnableDomainTransferLock', 'PushDomain', 'RegisterDomain', 'RejectDomainTransferFromAnotherAwsAccount', 'RenewDomain', 'RestoreDomain',
      'RetrieveDomainAuthCode', 'TransferDomain', 'TransferDomainToAnotherAwsAccount', 'UpdateDomainContact', 'UpdateDomainContactPrivacy',
      'UpdateDomainNameservers'
    ))
    OR (event_source = 'route53resolver.amazonaws.com' AND event_name IN (
      'AssociateFirewallRuleGroup', 'AssociateResolverEndpointIpAddress', 'AssociateResolverQueryLogConfig', 'AssociateResolverRule',
      'BatchCreateFirewallRule', 'BatchDeleteFirewallRule', 'BatchUpdateFirewallRule', 'CreateFirewallDomainList', 'CreateFirewallRule',
      'CreateFirewallRuleGroup', 'CreateResolverEndpoint', 'CreateResolverQueryLogConfig', 'CreateResolverRule', 'DeleteFirewallDomainList',
      'DeleteFirewallRule', 'DeleteFirewallRuleGroup', 'DeleteResolverEndpoint', 'DeleteResolverQueryLogConfig', 'DeleteResolverRule',
      'DisassociateFirewallRuleGroup', 'DisassociateResolverEndpointIpAddress', 'DisassociateResolverQueryLogConfig', 'DisassociateResolverRule',
      'ImportFirewallDomains', 'PutFirewallRuleGroupPolicy', 'PutResolverQueryLogConfigPolicy', 'PutResolverRulePolicy', 'UpdateFirewallConfig',
      'UpdateFirewallDomains', 'UpdateFirewallRule', 'UpdateFirewallRuleGroupAssociation', 'UpdateResolverConfig', 'UpdateResolverDnssecConfig',
      'UpdateResolverEndpoint', 'UpdateResolverRule'
    ))
    OR (event_source = 'acm.amazonaws.com' AND event_name IN (
      'CreateAcmeDomainValidation', 'CreateAcmeEndpoint', 'CreateAcmeExternalAccountBinding', 'DeleteAcmeDomainValidation', 'DeleteAcmeEndpoint',
      'DeleteAcmeExternalAccountBinding', 'DeleteCertificate', 'ExportCertificate', 'GetAcmeExternalAccountBindingCredentials', 'ImportCertificate',
      'PutAccountConfiguration', 'RenewCertificate', 'RequestCertificate', 'RevokeAcmeAccount', 'RevokeAcmeExternalAccountBinding',
      'RevokeCertificate', 'UpdateAcmeDomainValidation', 'UpdateAcmeEndpoint', 'UpdateCertificateOptions'
    ))
    OR (event_source = 'acm-pca.amazonaws.com' AND event_name IN (
      'CreateCertificateAuthority', 'CreatePermission', 'DeleteCertificateAuthority', 'DeletePermission', 'DeletePolicy',
      'ImportCertificateAuthorityCertificate', 'IssueCertificate', 'PutPolicy', 'RestoreCertificateAuthority', 'RevokeCertificate',
      'UpdateCertificateAuthority'
    ))
    OR (event_source = 'iam.amazonaws.com' AND event_name IN ('DeleteServerCertificate', 'UpdateServerCertificate', 'UploadServerCertificate'))
  )
