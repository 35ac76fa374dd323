/*
id: IAM-04
title: Trust and federation changes
question: Which roles, identity providers and trust anchors were opened or changed in the period, and to whom?
expect: population
category:
  management: required
events:
  iam.amazonaws.com:
    - UpdateAssumeRolePolicy
    - CreateRole
    - CreateOpenIDConnectProvider
    - UpdateOpenIDConnectProviderThumbprint
    - AddClientIDToOpenIDConnectProvider
    - RemoveClientIDFromOpenIDConnectProvider
    - DeleteOpenIDConnectProvider
    - CreateSAMLProvider
    - UpdateSAMLProvider
    - DeleteSAMLProvider
    - CreateServiceLinkedRole
    - DeleteServiceLinkedRole
    - DeleteRole
    - UpdateRole
    - UpdateRoleDescription
    - CreateInstanceProfile
    - DeleteInstanceProfile
    - AddRoleToInstanceProfile
    - RemoveRoleFromInstanceProfile
    - EnableOutboundWebIdentityFederation
    - DisableOutboundWebIdentityFederation
    - CreateDelegationRequest
    - AcceptDelegationRequest
    - RejectDelegationRequest
    - SendDelegationToken
  rolesanywhere.amazonaws.com: [CreateTrustAnchor, UpdateTrustAnchor, EnableTrustAnchor, DisableTrustAnchor, DeleteTrustAnchor, CreateProfile, UpdateProfile, EnableProfile, DisableProfile, DeleteProfile, ImportCrl, UpdateCrl, EnableCrl, DisableCrl, DeleteCrl, PutAttributeMapping, DeleteAttributeMapping]
  cognito-identity.amazonaws.com: [CreateIdentityPool, UpdateIdentityPool, DeleteIdentityPool, SetIdentityPoolRoles, SetPrincipalTagAttributeMap]
  eks.amazonaws.com: [AssociateIdentityProviderConfig, DisassociateIdentityProviderConfig, CreatePodIdentityAssociation, UpdatePodIdentityAssociation, DeletePodIdentityAssociation]
needs: [outcome, actor_name, actor_class, invoked_by, resource, request_parameters, response_elements]
settings:
  accounts: optional
  known-accounts: optional
columns:
  event_time: When, UTC
  account_id: Account the event was recorded in
  region: AWS region
  actor_name: Who
  actor_class: Kind of actor
  event_name: Call
  subject: Role, provider, trust anchor, profile, identity pool, cluster or delegation
  change: What was done
  opens_to: The widest trust the change gives - anyone, an account not listed, a listed account, an identity provider, its own account, an AWS service
  outside_accounts: Other accounts the new policy names
  conditions: Whether the new policy has conditions
  through: AWS service that made the call for the actor
  event_id: Event id
  source_file: Log object
limits: >-
  Roles are created and their trust edited in everyday work, so the rows are there to sample from; look first at what opens to anyone, to an account that is in neither the scope nor the list of known
  accounts, or to an identity provider without conditions. The new policy is judged, not the difference from the old one, and whether its conditions suffice is not weighed. Documents over 100 KB are
  not in the record. Service-linked roles can be taken only by their own service.
references:
  - https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
  - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers.html
  - https://docs.aws.amazon.com/rolesanywhere/latest/userguide/logging-using-cloudtrail.html
*/
WITH calls AS (
  SELECT
    event_id, event_time, account_id, region, actor_name, actor_class, event_source, event_name, resource, invoked_by, source_file, request_parameters, response_elements,
    COALESCE(json_extract_scalar(request_parameters, '$.assumeRolePolicyDocument'), json_extract_scalar(request_parameters, '$.policyDocument')) AS document
  FROM events
  WHERE outcome = 'success'
    AND (
      (event_source = 'iam.amazonaws.com' AND event_name IN (
        'UpdateAssumeRolePolicy', 'CreateRole', 'CreateOpenIDConnectProvider', 'UpdateOpenIDConnectProviderThumbprint', 'AddClientIDToOpenIDConnectProvider',
        'RemoveClientIDFromOpenIDConnectProvider', 'DeleteOpenIDConnectProvider', 'CreateSAMLProvider', 'UpdateSAMLProvider', 'DeleteSAMLProvider',
        'CreateServiceLinkedRole', 'DeleteServiceLinkedRole', 'DeleteRole', 'UpdateRole', 'UpdateRoleDescription',
        'CreateInstanceProfile', 'DeleteInstanceProfile', 'AddRoleToInstanceProfile', 'RemoveRoleFromInstanceProfile',
        'EnableOutboundWebIdentityFederation', 'DisableOutboundWebIdentityFederation',
        'CreateDelegationRequest', 'AcceptDelegationRequest', 'RejectDelegationRequest', 'SendDelegationToken'
      ))
      OR (event_source = 'rolesanywhere.amazonaws.com' AND event_name IN (
        'CreateTrustAnchor', 'UpdateTrustAnchor', 'EnableTrustAnchor', 'DisableTrustAnchor', 'DeleteTrustAnchor',
        'CreateProfile', 'UpdateProfile', 'EnableProfile', 'DisableProfile', 'DeleteProfile',
        'ImportCrl', 'UpdateCrl', 'EnableCrl', 'DisableCrl', 'DeleteCrl', 'PutAttributeMapping', 'DeleteAttributeMapping'
      ))
      OR (event_source = 'cognito-identity.amazonaws.com' AND event_name IN (
        'CreateIdentityPool', 'UpdateIdentityPool', 'DeleteIdentityPool', 'SetIdentityPoolRoles', 'SetPrincipalTagAttributeMap'
      ))
      OR (event_source = 'eks.amazonaws.com' AND event_name IN (
        'AssociateIdentityProviderConfig', 'DisassociateIdentityProviderConfig',
        'CreatePodIdentityAssociation', 'UpdatePodIdentityAssociation', 'DeletePodIdentityAssociation'
      ))
    )
),
-- The document without URL encoding, policy variables and blanks; the keys that matter in one spelling.
flat AS (
  SELECT
    account_id, event_id,
    regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
      replace(replace(replace(replace(replace(replace(replace(replace(regexp_replace(
        document, '%(20|09|0[aAdD])', ' '), '%22', '"'), '%24', '$'),
        '%2C', ','), '%2A', '*'), '%2F', '/'), '%40', '@'), '\u002a', '*'), '%3A', ':'),
      '%7[bB]', '{'), '%7[dD]', '}'), '%5[bB]', '['), '%5[dD]', ']'), '\$\{[^{}]*\}', 'variable'), '[\s+]+', '') AS document
  FROM calls
  WHERE document IS NOT NULL AND event_name IN ('UpdateAssumeRolePolicy', 'CreateRole')
),
-- One piece a statement: conditions, which nest, are taken out, and the principal's braces closed over.
statements AS (
  SELECT f.account_id, f.event_id, s.value AS statement
  FROM (
    SELECT account_id, event_id,
      regexp_replace(regexp_replace(regexp_replace(document,
        '(?i)"condition":\{("[^"]*":\{[^{}]*\},?)*\}', ''),
        '(?i)"notprincipal":\{', '"NotPrincipal":<'),
        '(?i)"principal":\{', '"Principal":<') AS document
    FROM flat
  ) f
  CROSS JOIN UNNEST(split(f.document, '{')) AS s(value)
),
named AS (
  SELECT account_id, event_id, 'anyone' AS name
  FROM statements
  WHERE regexp_like(statement, '(?i)"effect":"allow"') AND regexp_like(statement, '(?i)"notprincipal":')
  UNION ALL
  SELECT p.account_id, p.event_id, n.value AS name
  FROM (
    SELECT account_id, event_id, regexp_extract(statement, '(?i)"principal":(<[^}]*|"[^"]*")', 1) AS principal
    FROM statements
    WHERE regexp_like(statement, '(?i)"effect":"allow"')
  ) p
  CROSS JOIN UNNEST(split(p.principal, '"')) AS n(value)
),
trusted AS (
  SELECT account_id, event_id, name, named_account, CASE WHEN named_account <> account_id THEN named_account END AS outside_account
  FROM (SELECT account_id, event_id, name, regexp_extract(name, '(^|:)([0-9]{12})(:|$)', 2) AS named_account FROM named) n
),
listed AS (
  SELECT DISTINCT value FROM (SELECT value FROM setting_accounts UNION ALL SELECT value FROM setting_known_accounts) lists
),
judged AS (
  SELECT
    t.account_id, t.event_id,
    max(CASE
      WHEN t.name IN ('anyone', '*') THEN 6
      WHEN t.outside_account IS NOT NULL AND l.value IS NULL THEN 5
      WHEN t.outside_account IS NOT NULL THEN 4
      WHEN regexp_like(t.name, ':(oidc|saml)-provider/') OR t.name IN ('cognito-identity.amazonaws.com', 'accounts.google.com', 'www.amazon.com', 'graph.facebook.com') THEN 3
      WHEN t.named_account IS NOT NULL OR regexp_like(t.name, '^A(IDA|ROA)[A-Z0-9]+$') THEN 2
      WHEN regexp_like(t.name, '[.]amazonaws[.]com([.]cn)?$') THEN 1
      ELSE 0
    END) AS width,
    array_join(array_agg(DISTINCT t.outside_account ORDER BY t.outside_account), ', ') AS outside_accounts
  FROM trusted t
  LEFT JOIN listed l ON l.value = t.outside_account
  GROUP BY t.account_id, t.event_id
)
SELECT
  c.event_time,
  c.account_id,
  c.region,
  c.actor_name,
  c.actor_class,
  c.event_name,
  COALESCE(
    json_extract_scalar(c.request_parameters, '$.roleName'),
    json_extract_scalar(c.response_elements, '$.role.arn'),
    json_extract_scalar(c.request_parameters, '$.instanceProfileName'),
    json_extract_scalar(c.request_parameters, '$.delegationRequestId'),
    json_extract_scalar(c.request_parameters, '$.ownerAccountId'),
    json_extract_scalar(c.request_parameters, '$.identityPoolId'),
    json_extract_scalar(c.request_parameters, '$.identityPoolName'),
    json_extract_scalar(c.request_parameters, '$.clusterName'),
    json_extract_scalar(c.response_elements, '$.openIDConnectProviderArn'),
    json_extract_scalar(c.request_parameters, '$.openIDConnectProviderArn'),
    json_extract_scalar(c.response_elements, '$.sAMLProviderArn'),
    json_extract_scalar(c.request_parameters, '$.sAMLProviderArn'),
    json_extract_scalar(c.response_elements, '$.trustAnchor.trustAnchorArn'),
    json_extract_scalar(c.request_parameters, '$.trustAnchorId'),
    json_extract_scalar(c.response_elements, '$.profile.profileArn'),
    json_extract_scalar(c.request_parameters, '$.profileId'),
    json_extract_scalar(c.request_parameters, '$.crlId'),
    json_extract_scalar(c.request_parameters, '$.name'),
    c.resource
  ) AS subject,
  CASE
    WHEN c.event_name = 'UpdateAssumeRolePolicy' THEN 'trust policy changed'
    WHEN c.event_name = 'UpdateOpenIDConnectProviderThumbprint' THEN 'OIDC provider thumbprint changed'
    WHEN c.event_name = 'AddClientIDToOpenIDConnectProvider' THEN 'OIDC provider audience added'
    WHEN c.event_name = 'RemoveClientIDFromOpenIDConnectProvider' THEN 'OIDC provider audience removed'
    WHEN c.event_name = 'AddRoleToInstanceProfile' THEN 'role given to an instance profile'
    WHEN c.event_name = 'RemoveRoleFromInstanceProfile' THEN 'role taken from an instance profile'
    WHEN c.event_name = 'SetIdentityPoolRoles' THEN 'roles of an identity pool set'
    WHEN c.event_name = 'AcceptDelegationRequest' THEN 'rights delegated for a time'
    WHEN c.event_name = 'RejectDelegationRequest' THEN 'delegation refused'
    WHEN c.event_name = 'CreateDelegationRequest' THEN 'delegation asked for'
    WHEN c.event_name = 'SendDelegationToken' THEN 'delegation handed over'
    ELSE CASE
      WHEN strpos(c.event_name, 'OpenIDConnect') > 0 THEN 'OIDC provider'
      WHEN strpos(c.event_name, 'SAML') > 0 THEN 'SAML provider'
      WHEN strpos(c.event_name, 'OutboundWebIdentity') > 0 THEN 'tokens for services outside'
      WHEN strpos(c.event_name, 'InstanceProfile') > 0 THEN 'instance profile'
      WHEN strpos(c.event_name, 'ServiceLinkedRole') > 0 THEN 'service-linked role'
      WHEN c.event_source = 'cognito-identity.amazonaws.com' THEN 'identity pool'
      WHEN strpos(c.event_name, 'IdentityProviderConfig') > 0 THEN 'identity provider of a cluster'
      WHEN strpos(c.event_name, 'PodIdentityAssociation') > 0 THEN 'role for pods'
      WHEN strpos(c.event_name, 'Crl') > 0 THEN 'Roles Anywhere revocation list'
      WHEN strpos(c.event_name, 'AttributeMapping') > 0 THEN 'Roles Anywhere attribute mapping'
      WHEN strpos(c.event_name, 'TrustAnchor') > 0 THEN 'Roles Anywhere trust anchor'
      WHEN strpos(c.event_name, 'Profile') > 0 THEN 'Roles Anywhere profile'
      ELSE 'role'
    END || CASE
      WHEN starts_with(c.event_name, 'Create') OR c.event_name IN ('ImportCrl', 'AssociateIdentityProviderConfig') THEN ' created'
      WHEN starts_with(c.event_name, 'Delete') OR c.event_name = 'DisassociateIdentityProviderConfig' THEN ' deleted'
      WHEN starts_with(c.event_name, 'Enable') THEN ' enabled'
      WHEN starts_with(c.event_name, 'Disable') THEN ' disabled'
      ELSE ' changed'
    END
  END AS change,
  CASE
    WHEN c.event_name IN ('CreateServiceLinkedRole', 'AddRoleToInstanceProfile', 'CreatePodIdentityAssociation', 'UpdatePodIdentityAssociation') THEN 'an AWS service'
    WHEN c.event_source = 'cognito-identity.amazonaws.com' AND regexp_like(COALESCE(c.request_parameters, ''), '"(allowUnauthenticatedIdentities" *: *true|unauthenticated" *: *"arn:)') THEN 'anyone'
    WHEN strpos(c.event_name, 'DelegationRequest') > 0 OR strpos(c.event_name, 'OutboundWebIdentity') > 0 OR c.event_name IN (
      'UpdateRole', 'UpdateRoleDescription', 'CreateInstanceProfile', 'SendDelegationToken', 'ImportCrl', 'UpdateCrl', 'EnableCrl'
    ) THEN NULL
    WHEN c.event_name NOT IN ('UpdateAssumeRolePolicy', 'CreateRole') THEN
      CASE WHEN regexp_like(c.event_name, '^(Delete|Disable|Disassociate|Remove)') THEN NULL ELSE 'an identity provider' END
    WHEN j.width = 6 THEN 'anyone'
    WHEN j.width = 5 THEN 'an account not listed'
    WHEN j.width = 4 THEN 'a listed account'
    WHEN j.width = 3 THEN 'an identity provider'
    WHEN j.width = 2 THEN 'principals of its own account'
    WHEN j.width = 1 THEN 'an AWS service'
    WHEN c.document IS NULL THEN 'not stated in the record'
    ELSE 'nobody this query could read'
  END AS opens_to,
  NULLIF(j.outside_accounts, '') AS outside_accounts,
  CASE
    WHEN c.document IS NULL OR c.event_name NOT IN ('UpdateAssumeRolePolicy', 'CreateRole') THEN NULL
    WHEN regexp_like(c.document, '(?i)("|%22)condition("|%22)') THEN 'yes'
    ELSE 'no'
  END AS conditions,
  c.invoked_by AS through,
  c.event_id,
  c.source_file
FROM calls c
LEFT JOIN judged j ON j.account_id = c.account_id AND j.event_id = c.event_id
