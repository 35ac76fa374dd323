import type { Caller, Json, JsonObject } from './callers.js';
import type { Place } from './company.js';
import { uuidOf } from './dice.js';

/** A call, as somebody tells of it; `logRecord` makes the record CloudTrail would write. */
export interface Call extends Place {
  /** `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly at: string;
  /** The service, without `.amazonaws.com`. */
  readonly source: string;
  readonly name: string;
  readonly caller: Caller;
  readonly request?: JsonObject | null;
  readonly response?: JsonObject | null;
  readonly reads?: boolean;
  readonly error?: { readonly code: string; readonly message: string };
  /** ARNs in the record's `resources`, with their type. */
  readonly resources?: readonly { readonly arn: string; readonly type: string }[];
  readonly isData?: boolean;
  /** Fields this call's record has beside the common ones, or instead of them. */
  readonly fields?: JsonObject;
}

export type LogRecord = JsonObject;

/** A record with the fields, and in the order, of event version 1.11. */
export function logRecord(call: Call, eventId: string): LogRecord {
  const { caller, error, resources } = call;
  const host = `${call.source}.${call.region}.amazonaws.com`;
  const bySelf = !caller.ip.endsWith('.amazonaws.com') && caller.ip !== 'AWS Internal';
  return {
    eventVersion: '1.11',
    userIdentity: caller.identity,
    eventTime: call.at,
    eventSource: `${call.source}.amazonaws.com`,
    eventName: call.name,
    awsRegion: call.region,
    sourceIPAddress: caller.ip,
    userAgent: caller.agent,
    ...(error === undefined ? {} : { errorCode: error.code, errorMessage: error.message }),
    requestParameters: call.request ?? null,
    responseElements: error === undefined ? (call.response ?? null) : null,
    requestID: uuidOf(`request ${eventId}`),
    eventID: eventId,
    readOnly: call.reads ?? false,
    ...(resources === undefined ? {} : { resources: resources.map(({ arn, type }): Json => ({ accountId: call.account, type, ARN: arn })) }),
    eventType: 'AwsApiCall',
    managementEvent: call.isData !== true,
    recipientAccountId: call.account,
    eventCategory: call.isData === true ? 'Data' : 'Management',
    ...(bySelf ? { tlsDetails: { tlsVersion: 'TLSv1.3', cipherSuite: 'TLS_AES_128_GCM_SHA256', clientProvidedHostHeader: host } } : {}),
    ...(caller.console ? { sessionCredentialFromConsole: 'true' } : {}),
    ...call.fields,
  };
}
