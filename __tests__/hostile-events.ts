import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { mustCases, readCaseFile } from './query-cases.js';
import { HOSTILE, HUGE } from './report/hostile.js';
import type { LogRecord } from './small-archive.js';

/** A hostile string as it stands in a log: JSON cannot carry half a surrogate pair into an engine. */
export const HOSTILE_VALUES: readonly string[] = Object.values(HOSTILE).map((value) => Buffer.from(value).toString());

/**
 * Events that queries of the pack return, with text of attackers in their fields. Of each query's first must there are,
 * for each string, one with it in the fields of who and from where, one with it in every parameter, resource and place too,
 * and for the first strings one in which even the call's own name is hostile.
 */
export async function hostileEvents(): Promise<LogRecord[]> {
  const cases = join(import.meta.dirname, 'cases');
  const records: LogRecord[] = [];
  for (const name of readdirSync(cases).filter((each) => each.endsWith('.yml')).sort()) {
    const [example] = mustCases(await readCaseFile(join(cases, name)));
    if (example === undefined) continue;
    HOSTILE_VALUES.forEach((text, index) => {
      for (const [variant, change] of [['who', whoAndWhence], ['what', everyField]] as const) {
        for (const [step, record] of example.records.entries()) {
          records.push({ ...change(record, text), eventID: `${text}-evt-${name}-${variant}-${index}-${step}` });
        }
      }
    });
  }
  const [first] = mustCases(await readCaseFile(join(cases, 'ERR-01.yml')));
  const [refused] = first?.records ?? [];
  for (const [index, text] of [...HOSTILE_VALUES, ...Object.values(HUGE)].entries()) {
    records.push({ ...everyField(refused ?? {}, text), eventName: text, eventSource: text, errorCode: `AccessDenied${text}`, errorMessage: text, eventID: `${text.slice(0, 100)}-evt-call-${index}` });
  }
  return records;
}

/** Session, user and role names, address, program, error message, login. */
function whoAndWhence(record: LogRecord, text: string): LogRecord {
  return { ...record, userIdentity: identityWith(record['userIdentity'], text), userAgent: text, sourceIPAddress: text, vpcEndpointId: text, tlsDetails: { tlsVersion: text }, ...(record['errorCode'] === undefined ? {} : { errorMessage: text }) };
}

function everyField(record: LogRecord, text: string): LogRecord {
  const place = text.slice(0, 200);
  return {
    ...whoAndWhence(record, text),
    requestParameters: filled(record['requestParameters'], text), resources: [{ ARN: `arn:aws:s3:::${text}` }],
    awsRegion: place, recipientAccountId: place, sharedEventID: text,
  };
}

function identityWith(identity: unknown, text: string): unknown {
  if (typeof identity !== 'object' || identity === null) return identity;
  const { sessionContext, ...who } = identity as LogRecord;
  const context = typeof sessionContext === 'object' && sessionContext !== null ? (sessionContext as LogRecord) : null;
  return {
    ...who, arn: `arn:aws:sts::111122223333:assumed-role/${text}/${text}`, principalId: `AROAEXAMPLE:${text}`, ...(who['userName'] === undefined ? {} : { userName: text }),
    ...(context === null ? {} : { sessionContext: { ...context, sourceIdentity: text } }),
  };
}

/** Every text in it replaced; keys, numbers and truth values stay. */
function filled(value: unknown, text: string): unknown {
  if (typeof value === 'string') return text;
  if (Array.isArray(value)) return value.map((item) => filled(item, text));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, filled(item, text)]));
}
