import type { Query } from '../../src/pack/query.js';
import { readCases } from '../../src/self-test/load-cases.js';
import type { QueryCases } from '../../src/self-test/load-cases.js';
import { problemLine } from '../../src/settings/yaml-document.js';
import { queryOf } from '../pack/query-file.js';

/** Returns what root did, which the sound case file below is about. */
export const ROOT: Query = queryOf();

/** A case file without fault; each test changes a part of it. */
export const CASES = `query: ROOT-01
base:
  eventID: event-1
  eventTime: '2026-10-05T07:03:11Z'
  eventSource: iam.amazonaws.com
  eventName: CreateUser
  awsRegion: us-east-1
  recipientAccountId: '111122223333'
  userIdentity: { type: Root, arn: 'arn:aws:iam::111122223333:root' }
  requestParameters: { list: [{ name: a }] }
must:
  - name: root makes a user
    rows: [{ event_id: event-1, region: us-east-1 }]
must_not:
  - name: somebody else does
    unlike: root makes a user
    set: { userIdentity.type: IAMUser }
`;

export function casesOf(text: string = CASES, query: Query = ROOT): QueryCases {
  const read = readCases(query, Buffer.from(text));
  if (!('query' in read)) throw new Error(read.map((problem) => problemLine('cases.yml', problem)).join('\n'));
  return read;
}

/** What is wrong with a case file, each as `line: sentence`. */
export function faultsOf(text: string | Uint8Array, query: Query = ROOT): readonly string[] {
  const read = readCases(query, Buffer.from(text));
  return 'query' in read ? [] : read.map(({ line, sentence }) => `${line}: ${sentence}`);
}
