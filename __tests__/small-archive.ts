import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll } from '@jest/globals';
import type { RunContext } from '../src/run.js';
import { type GivenInputs, parseSettings } from '../src/settings/parse-settings.js';
import type { Settings } from '../src/settings/settings.js';
import type { Progress } from '../src/progress.js';

export type LogRecord = Readonly<Record<string, unknown>>;

/** Two days, so that a run over them is quick and every day has events. */
export const PERIOD = '2026-10-05..2026-10-07';
export const LABEL = '20261005-20261007';
export const NOW = '2026-11-02T06:00:00Z';
const ACCOUNT = '111122223333';

/** A folder of this test file's own, gone after it. */
export async function temporaryRoom(): Promise<string> {
  const room = await realpath(await mkdtemp(join(tmpdir(), 'pipeline-')));
  afterAll(() => rm(room, { recursive: true, force: true }));
  return room;
}

/** What a root user, a person and a pipeline did on the two days: rows for some queries of every expectation. */
export function someEvents(): LogRecord[] {
  const person = { type: 'IAMUser', principalId: 'AIDAEXAMPLE', arn: `arn:aws:iam::${ACCOUNT}:user/ada`, accountId: ACCOUNT, userName: 'ada', accessKeyId: 'AKIAEXAMPLE' };
  const root = { type: 'Root', principalId: ACCOUNT, arn: `arn:aws:iam::${ACCOUNT}:root`, accountId: ACCOUNT };
  return [
    event('root-1', '2026-10-05T07:00:00Z', 'signin.amazonaws.com', 'ConsoleLogin', root, { eventType: 'AwsConsoleSignIn', responseElements: { ConsoleLogin: 'Success' }, additionalEventData: { MFAUsed: 'No' } }),
    event('user-1', '2026-10-05T08:00:00Z', 'iam.amazonaws.com', 'CreateUser', person, { requestParameters: { userName: 'bob' } }),
    event('key-1', '2026-10-05T08:01:00Z', 'iam.amazonaws.com', 'CreateAccessKey', person, { requestParameters: { userName: 'bob' } }),
    event('policy-1', '2026-10-06T09:00:00Z', 'iam.amazonaws.com', 'AttachUserPolicy', person, { requestParameters: { userName: 'bob', policyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' } }),
    event('lambda-1', '2026-10-06T10:00:00Z', 'lambda.amazonaws.com', 'UpdateFunctionCode20150331v2', person, { requestParameters: { functionName: 'orders' } }),
    event('denied-1', '2026-10-06T11:00:00Z', 's3.amazonaws.com', 'PutBucketPolicy', person, { errorCode: 'AccessDenied', errorMessage: 'no', requestParameters: { bucketName: 'logs' } }),
  ];
}

function event(eventID: string, eventTime: string, eventSource: string, eventName: string, userIdentity: LogRecord, more: LogRecord): LogRecord {
  return {
    eventVersion: '1.11', userIdentity, eventTime, eventSource, eventName, awsRegion: 'us-east-1', sourceIPAddress: '203.0.113.7', userAgent: 'aws-cli/2.17', requestParameters: null, responseElements: null,
    requestID: `r-${eventID}`, eventID, readOnly: false, eventType: 'AwsApiCall', managementEvent: true, recipientAccountId: ACCOUNT, eventCategory: 'Management', ...more,
  };
}

/** Writes records as CloudTrail delivers them: a file a day, in one account and region. */
export async function writeLogs(folder: string, records: readonly LogRecord[]): Promise<void> {
  for (const day of new Set(records.map(dayOf))) {
    const key = `AWSLogs/${ACCOUNT}/CloudTrail/us-east-1/${day.replaceAll('-', '/')}/${ACCOUNT}_CloudTrail_us-east-1_${day.replaceAll('-', '')}T1205Z_abcdefgh12345678.json.gz`;
    const path = join(folder, key);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, gzipSync(JSON.stringify({ Records: records.filter((record) => dayOf(record) === day) })));
  }
}

function dayOf(record: LogRecord): string {
  return String(record['eventTime']).slice(0, 10);
}

/** Settings as the command line would make them; no PDFs unless asked for. */
export function settingsOf(given: GivenInputs): Settings {
  return parseSettings({ period: PERIOD, pdf: 'never', ...given }, { door: 'command line', region: null, now: NOW, readFile: () => null, frameworkNames: ['gdpr', 'soc2'] });
}

/** Facts of a run that never change, so that its bytes do not either. */
export function contextOf(more: Partial<RunContext> = {}): RunContext & { readonly said: readonly string[] } {
  const said: string[] = [];
  const progress: Progress = { step: (text) => void said.push(text), count: () => undefined, done: (text) => void said.push(text), warn: (text) => void said.push(text) };
  const facts = { generatedAt: NOW, tool: { name: 'cloudtrail-evidence', version: '0.1.0', commit: null }, actor: 'ada', environment: 'a test', runId: null, runUrl: null } as const;
  return { facts, env: process.env, progress, said, ...more };
}

/** Every file below a folder by its path, with its bytes. */
export async function filesOf(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(await Promise.all(paths.map(async (path) => [path.slice(folder.length + 1), await readFile(path)] as const)));
}

/** Names standing in a folder; empty where there is none. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder).catch(() => [])).sort();
}
