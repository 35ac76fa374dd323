import type { LogFile, LogFileKind } from './log-file.js';

/** What a path tells of the file at its end. */
export type Place = Pick<LogFile, 'kind' | 'account' | 'region' | 'deliveryDay'>;

// With `s`, since a file name may hold a line feed.
const ACCOUNT_FOLDER = /(?:^|\/)(AWSLogs\/(?:o-[a-z0-9]+\/)?\d{12}\/.*)$/s;
const ANY_AWS_LOGS = /(?:^|\/)(AWSLogs\/.*)$/s;

/**
 * Key of the log object a file is a copy of: from the first `AWSLogs/` that is followed by an account or an
 * organisation, wherever in the path it stands, so that a copy keeps its key in any folder of any machine. Without one:
 * from the first `AWSLogs/` below the logs' root, else the path below that root.
 */
export function archiveKey(absolutePath: string, pathBelowRoot: string): string {
  return ACCOUNT_FOLDER.exec(absolutePath)?.[1] ?? ANY_AWS_LOGS.exec(pathBelowRoot)?.[1] ?? pathBelowRoot;
}

const KINDS: Readonly<Record<string, LogFileKind>> = {
  CloudTrail: 'log',
  'CloudTrail-Digest': 'digest',
  'CloudTrail-Insight': 'insight',
  'CloudTrail-NetworkActivity': 'network',
};

const FOLDERS = /(?:^|\/)AWSLogs\/(?:o-[a-z0-9]+\/)?(\d{12})(?=\/)(?:\/([^/]+)(?=\/))?(?:\/([a-z]{2,4}(?:-[a-z]+)+-\d+)(?=\/|$))?(?:\/(\d{4})\/(\d\d)\/(\d\d)(?=\/|$))?/;
const FILE_NAME = /(?:^|\/)(\d{12})_(CloudTrail(?:-[A-Za-z]+)?)_([a-z]{2,4}(?:-[a-z]+)+-\d+)_(?:[^/]*_)?(\d{4})(\d\d)(\d\d)T(?:\d{4}|\d{6})Z(?:_[^/]*)?$/;

/** Kind, account, region and delivery day, from CloudTrail's folders; what they do not say, from its file names. */
export function placeOf(key: string): Place {
  const folders = FOLDERS.exec(key);
  const name = FILE_NAME.exec(key.replace(/\.[^/_]*$/, ''));
  const kindName = folders?.[2] ?? name?.[2] ?? '';
  return {
    kind: KINDS[kindName] ?? 'log',
    account: folders?.[1] ?? name?.[1] ?? null,
    region: folders?.[3] ?? name?.[3] ?? null,
    deliveryDay: day(folders?.[4], folders?.[5], folders?.[6]) ?? day(name?.[4], name?.[5], name?.[6]),
  };
}

/** True for the folders of AWS Config, load balancers, flow logs… that often share the bucket with CloudTrail's, in Hive's style too. */
export function isOtherServicesLog(key: string): boolean {
  const service = FOLDERS.exec(key)?.[2];
  return key.startsWith('AWSLogs/aws-account-id=') || (service !== undefined && key.startsWith('AWSLogs/') && !service.startsWith('CloudTrail'));
}

/** The day as `YYYY-MM-DD` if the calendar has it. */
function day(year: string | undefined, month: string | undefined, date: string | undefined): string | null {
  if (year === undefined || month === undefined || date === undefined) return null;
  const text = `${year}-${month}-${date}`;
  const time = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text) ? text : null;
}
