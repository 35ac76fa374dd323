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

/** Columns that the part `interpreted` of events.sql gives, in its order; the engines add `request_resource`. */
export const INTERPRETED_COLUMNS = [
  'event_id', 'event_time', 'event_source', 'event_name', 'event_name_raw', 'event_category', 'event_type', 'account_id', 'region', 'addendum_reason',
  'addendum_original_event_id', 'read_only', 'error_code', 'error_message', 'identity_type', 'identity_principal_id', 'identity_arn', 'identity_account_id',
  'identity_user_name', 'identity_access_key_id', 'identity_invoked_by', 'identity_provider', 'identity_on_behalf_of', 'session_mfa', 'session_created',
  'session_source_identity', 'session_sign_in_arn', 'session_issuer_type', 'session_issuer_arn', 'session_issuer_user_name', 'session_federated_provider',
  'session_credential_from_console', 'source_ip_address', 'user_agent', 'vpc_endpoint_id', 'tls_version', 'resource_arns', 'request_parameters', 'response_elements',
  'additional_event_data', 'service_event_details', 'shared_event_id', 'source_file',
] as const;
