/**
 * The columns of `records`: one row a log record, each field as flat text, nothing interpreted. Engines fill them in their
 * own dialect, and add `source_file` and `path_account` from where the record stands; `resource_arns`, the ARNs joined by a line
 * feed, replaces `resources`; `request_resource` is the first of RESOURCE_PARAMETERS that requestParameters holds. `events.sql` reads them by these names. Field paths are CloudTrail's
 * (https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html).
 */
export const RECORD_COLUMNS = {
  event_id: 'eventID',
  event_time: 'eventTime',
  event_source: 'eventSource',
  event_name: 'eventName',
  event_category: 'eventCategory',
  event_type: 'eventType',
  management_event: 'managementEvent',
  read_only: 'readOnly',
  aws_region: 'awsRegion',
  recipient_account_id: 'recipientAccountId',
  source_ip_address: 'sourceIPAddress',
  user_agent: 'userAgent',
  error_code: 'errorCode',
  error_message: 'errorMessage',
  request_parameters: 'requestParameters',
  response_elements: 'responseElements',
  additional_event_data: 'additionalEventData',
  service_event_details: 'serviceEventDetails',
  shared_event_id: 'sharedEventID',
  vpc_endpoint_id: 'vpcEndpointId',
  session_credential_from_console: 'sessionCredentialFromConsole',
  resources: 'resources',
  addendum_reason: 'addendum.reason',
  addendum_original_event_id: 'addendum.originalEventID',
  tls_version: 'tlsDetails.tlsVersion',
  identity_type: 'userIdentity.type',
  identity_principal_id: 'userIdentity.principalId',
  identity_arn: 'userIdentity.arn',
  identity_account_id: 'userIdentity.accountId',
  identity_user_name: 'userIdentity.userName',
  identity_access_key_id: 'userIdentity.accessKeyId',
  identity_invoked_by: 'userIdentity.invokedBy',
  identity_provider: 'userIdentity.identityProvider',
  identity_on_behalf_of: 'userIdentity.onBehalfOf.userId',
  session_mfa: 'userIdentity.sessionContext.attributes.mfaAuthenticated',
  session_created: 'userIdentity.sessionContext.attributes.creationDate',
  session_source_identity: 'userIdentity.sessionContext.sourceIdentity',
  session_sign_in_arn: 'userIdentity.sessionContext.signInSessionArn',
  session_issuer_type: 'userIdentity.sessionContext.sessionIssuer.type',
  session_issuer_arn: 'userIdentity.sessionContext.sessionIssuer.arn',
  session_issuer_user_name: 'userIdentity.sessionContext.sessionIssuer.userName',
  session_federated_provider: 'userIdentity.sessionContext.webIdFederationData.federatedProvider',
} as const;

export type RecordColumn = keyof typeof RECORD_COLUMNS;
