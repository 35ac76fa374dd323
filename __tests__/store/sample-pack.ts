import { mkdtemp, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Row, Spending } from '../../src/engines/engine.js';
import type { CoverageRun, QueryResult } from '../../src/evidence/result.js';
import type { RunFacts } from '../../src/evidence/run-facts.js';
import type { Settings } from '../../src/settings/settings.js';
import type { AccountedFile, Digest } from '../../src/sources/log-file.js';
import { differingFiles } from '../../src/evidence/archive-account.js';
import { comparePacks } from '../../src/store/compare-packs.js';
import { coverageCsv } from '../../src/store/coverage-csv.js';
import { decisionRecords, QueryDecisions } from '../../src/evidence/decisions.js';
import type { Decision } from '../../src/settings/decision.js';
import { decisionsJson } from '../../src/store/decisions-json.js';
import { exceptionsCsv } from '../../src/store/exceptions-csv.js';
import { integrityJson } from '../../src/store/integrity-json.js';
import { evidenceId, sha256Of } from '../../src/store/manifest.js';
import { PackFolder } from '../../src/store/pack-folder.js';
import { readPreviousPack } from '../../src/store/previous-pack.js';
import { resultsJson } from '../../src/store/results-json.js';
import { runJson, type RunRecord } from '../../src/store/run-json.js';
import { trendJson } from '../../src/store/trend-json.js';
import { TREND, TREND_FACTS } from '../sample-trend.js';

export const PERIOD = { start: '2026-10-01T00:00:00Z', end: '2026-11-01T00:00:00Z', label: '2026-10' };

export const FACTS: RunFacts = {
  generatedAt: '2026-11-02T06:00:00Z',
  tool: { name: 'cloudtrail-evidence', version: '0.1.0', commit: null },
  actor: 'ada',
  environment: 'laptop, linux x64, Node 20.20.2',
  runId: null,
  runUrl: null,
  engineVersion: 'DuckDB v1.5.6',
};

export const SETTINGS: Settings = {
  engine: 'duckdb',
  logs: 'logs',
  athena: null,
  aws: null,
  publish: { to: ['artifact'], artifactName: 'cloudtrail-evidence-2026-10', retentionDays: null, allowPublic: false, commitContent: 'summary', branch: null, labels: [], reviewers: [], teamReviewers: [] },
  checkOnly: false,
  selfTest: false,
  duckdbBindingsPath: null,
  period: PERIOD,
  allowOpenPeriod: false,
  frameworks: ['soc2'],
  output: 'evidence',
  pdf: 'never',
  chromePath: '/secret/place/chrome',
  failOn: 'incomplete',
  previousPack: null,
  memoryLimitMb: 1024,
  tempDir: '/secret/place/tmp',
  scope: { accounts: [{ id: '111122223333', name: 'shop', environment: 'production' }], regions: ['eu-west-1'] },
  lists: { 'known-accounts': ['999988887777'] },
  queriesOff: [],
  incident: null,
  ownQueries: null,
  dataEvents: [{ source: 'lambda.amazonaws.com', from: null, to: null, accounts: [], resources: 'all' }],
  report: { entity: 'Shop Ltd', classification: 'Confidential', preparedBy: null, reviewedBy: null, retention: null },
  settingsFile: null,
  decisions: null,
};

export const FILES: readonly AccountedFile[] = [
  { file: logFile('a'), outcome: { list: 'read', records: 2, sha256: sha256Of('a') } },
  { file: logFile('b'), outcome: { list: 'outside-window' } },
  { file: logFile('c'), outcome: { list: 'not-read', reason: 'not JSON', detail: 'at byte 3' } },
  { file: logFile('d'), outcome: { list: 'read', records: 1, sha256: sha256Of('d, changed') } },
];

export const DIGESTS: readonly Digest[] = [
  {
    key: 'AWSLogs/111122223333/CloudTrail-Digest/d',
    account: '111122223333',
    region: 'eu-west-1',
    start: '2026-10-01T00:00:00Z',
    end: '2026-10-01T01:00:00Z',
    backfill: false,
    logFiles: ['a', 'd'].map((name) => ({ key: name, sha256: sha256Of(name) })),
  },
];

export const COVERAGE: readonly CoverageRun[] = [
  { account: '111122223333', region: 'eu-west-1', category: 'management', source: null, fromDay: '2026-10-01', toDay: '2026-10-31', state: 'present', reason: null },
  { account: '111122223333', region: 'eu-west-1', category: 'management', source: null, fromDay: '2026-10-31', toDay: '2026-11-01', state: 'unexplained', reason: 'no-events' },
];

const SQL: Readonly<Record<string, string>> = {
  'IAM-01': 'SELECT event_time, event_id FROM events\n',
  'ROOT-01': "WITH setting_x(value) AS (VALUES ('a'))\nSELECT event_time, event_id FROM events\n",
  'ROOT-02': 'SELECT event_id FROM events\n',
};

const NONE = { total: 0, decided: 0, undecided: 0, expired: 0 };

export const RESULTS: readonly QueryResult[] = [
  { id: 'ROOT-01', expect: 'none', sha256: sqlHash('ROOT-01'), result: 'exceptions', reasons: [], rows: 2, exceptions: { total: 2, decided: 1, undecided: 1, expired: 1 }, coverage: { management: 'complete' } },
  { id: 'IAM-01', expect: 'population', sha256: sqlHash('IAM-01'), result: 'population', reasons: [], rows: 3, exceptions: NONE, coverage: { management: 'complete', data: 'not-collected' } },
  {
    id: 'ROOT-02',
    expect: 'none',
    sha256: sqlHash('ROOT-02'),
    result: 'failed',
    reasons: [{ code: 'query-failed', account: null, region: null, from: null, to: null }],
    rows: 0,
    exceptions: NONE,
    coverage: { management: 'incomplete' },
  },
];

/** The same run by Athena. */
export const ATHENA_SETTINGS: Settings = {
  ...SETTINGS,
  engine: 'athena',
  logs: '',
  athena: { database: 'logs', table: 'cloudtrail', workgroup: 'audit', output: null, staging: 'auto', maxScanBytes: 1e12, allowFullScan: false },
  aws: { roleToAssume: 'arn:aws:iam::111122223333:role/audit', region: 'eu-central-1', roleSessionName: 'evidence', roleDurationSeconds: 3600, allowedAccountIds: [], profile: null },
};
export const ATHENA_SPENDING: Spending = {
  bytesScanned: 123_456_789,
  bytesCharged: 124_000_000,
  costUsd: 0.00062,
  executions: [{ purpose: 'stage', executionId: '0c1d2e3f-1111-4222-8333-444455556666', state: 'SUCCEEDED', engineVersion: 'Athena engine version 3', bytesScanned: 123_456_789, queuedMs: 120, engineMs: 8_400, totalMs: 8_700, failure: null }],
};

export const RUN: RunRecord = {
  facts: FACTS,
  settings: SETTINGS,
  logsPlace: 'logs',
  caller: null,
  spending: null,
  preliminary: false,
  counts: { records: 9, malformed: 1, duplicates: 1, outsidePeriod: 1, leadIn: 1, events: 5 },
  files: { read: 1, outsideWindow: 1, notRead: [{ key: 'c', reason: 'not JSON', detail: 'at byte 3' }], digests: 1, onlyWindowListed: false, foldersLeftAside: [] },
  missingColumns: ['tls_version'],
  previousPack: { label: '2026-09', manifestSha256: sha256Of('previous') },
  previousSignOff: { signOff: { name: 'Lee Park', role: 'Head of Platform', statement: 'Reviewed.', signedOn: '2026-10-05', evidenceId: sha256Of('evidence'), manifestSha256: sha256Of('previous') }, problem: null },
  previousReview: { pullRequest: 41, url: 'https://github.com/example/shop/pull/41', mergedBy: 'lee', mergedAt: '2026-10-05T09:30:00Z', approvals: [{ login: 'lee', at: '2026-10-05T09:12:44Z' }] },
  frameworks: [{ name: 'soc2', sha256: sha256Of('soc2'), own: false }],
  queries: [
    { id: 'ROOT-02', own: false, sha256: sha256Of('file of ROOT-02'), executedSqlSha256: null, rows: 0, failure: 'The query ran out of memory.' },
    { id: 'IAM-01', own: false, sha256: sha256Of('file of IAM-01'), executedSqlSha256: sha256Of('x'), rows: 3, failure: null },
    { id: 'ROOT-01', own: false, sha256: sha256Of('file of ROOT-01'), executedSqlSha256: sha256Of('y'), rows: 2, failure: null },
  ],
};

const POPULATION: readonly Row[] = [
  ['2026-10-05T07:03:11Z', 'e-1', '=cmd|calc', 1],
  ['2026-10-06T07:03:11Z', 'e-2', 'two\nlines', 2],
  ['2026-10-07T07:03:11Z', 'e-3', null, 3],
];
const EXCEPTIONS: readonly Row[] = [
  ['ROOT-01-0123456789ab', '2026-10-05T07:03:11Z', 'e-1'],
  ['ROOT-01-ba9876543210', '2026-10-06T07:03:11Z', 'e-2'],
];

const SAID = { disposition: 'expected-authorised', reason: 'The yearly key ceremony.', ticket: 'OPS-12', owner: 'dana', approver: 'lee', decidedOn: '2026-10-07', expires: '2027-10-07' } as const;

/** One that counts, one that has expired, one that nothing fits. */
export const DECISIONS: readonly Decision[] = [
  { exception: 'ROOT-01-0123456789ab', match: null, ...SAID },
  { exception: null, match: { query: 'ROOT-01', actor: null, resource: null, account: null, eventNames: null, from: '2026-10-06T00:00:00Z', to: '2026-10-07T00:00:00Z' }, ...SAID, disposition: 'control-failure-open', ticket: null, expires: '2026-10-20' },
  { exception: null, match: { query: 'ROOT-02', actor: 'ada', resource: 'x', account: '111122223333', eventNames: ['ConsoleLogin'], from: null, to: null }, ...SAID },
];

/** A folder of its own for a test, links in its path resolved. */
export async function freshFolder(): Promise<string> {
  return realpath(await mkdtemp(join(tmpdir(), 'store-test-')));
}

export interface SampleOptions {
  readonly label?: string;
  /** Folder of the pack before it; `madeUp`: a comparison that never was. */
  readonly previous?: string;
  readonly pdf?: (evidenceId: string) => Uint8Array;
  /** Another first population row: other evidence. */
  readonly firstUser?: string;
  /** Next to a pack that is there, not over it. */
  readonly beside?: boolean;
  /** One query only: for tests that verify thousands of times. */
  readonly small?: boolean;
  /** Other decisions than DECISIONS. */
  readonly decisions?: readonly Decision[];
  /** Reports print this instead of the evidence id. */
  readonly printedId?: string;
}

/** Writes a whole small pack, in the order a run does, and says where it stands. */
export async function writeSamplePack(output: string, options: SampleOptions = {}): Promise<{ folder: string; manifestSha256: string; evidenceId: string }> {
  const period = { ...PERIOD, label: options.label ?? PERIOD.label };
  const before = options.previous === undefined || options.previous === 'madeUp' ? null : await readPreviousPack(options.previous);
  const facts = options.small === true ? { ...TREND_FACTS, queries: [], aspects: [] } : TREND_FACTS;
  const results = RESULTS.filter(({ id }) => options.small !== true || id === 'IAM-01');
  const pack = await PackFolder.create(output, period.label, { beside: options.beside === true });
  await pack.writeRows('IAM-01', ['event_time', 'event_id', 'user', 'n'], chunked(POPULATION.map((row, index) => (index === 0 && options.firstUser !== undefined ? [row[0] ?? null, 'e-1', options.firstUser, 1] : row))));
  if (options.small !== true) await pack.writeRows('ROOT-01', ['exception_id', 'event_time', 'event_id'], chunked(EXCEPTIONS));
  for (const { id } of results) await pack.write(`queries/${id}.sql`, SQL[id] ?? '');
  await pack.stream('coverage.csv', coverageCsv(COVERAGE));
  const decisions = options.decisions ?? DECISIONS;
  const counted: QueryDecisions[] = [];
  await pack.stream('exceptions.csv', exceptionsCsv({ folder: pack.staging, queries: options.small === true ? [] : ['ROOT-01'], decisions, period }, (_query, found) => void counted.push(found)));
  await pack.write('decisions.json', decisionsJson({ file: { sha256: sha256Of('decisions') }, decisions: decisionRecords(decisions, counted.map(({ uses }) => uses), period) }));
  await pack.write('results.json', resultsJson(period, results));
  const id = evidenceId(pack.files());
  const printed = options.printedId ?? id;
  await pack.write('README.md', `# Pack\n\nEvidence id: \`${printed}\`\n`);
  await pack.write('soc2.md', `# Report\n\nEvidence id: \`${printed}\`\n`);
  if (options.pdf !== undefined) await pack.write('soc2.pdf', options.pdf(printed));
  await pack.write('run.json', options.small === true ? '{}\n' : runJson(RUN));
  await pack.write('engine/events.sql', 'SELECT 1\n');
  await pack.stream('integrity.json', integrityJson(FILES, DIGESTS, differingFiles({ files: FILES, digests: DIGESTS })));
  const trend = options.previous === 'madeUp' ? TREND : await comparePacks(before, { period, results, facts }, pack.staging);
  await pack.write('trend.json', trendJson(trend));
  const sealed = await pack.seal({ tool: FACTS.tool, period, previousPackManifestSha256: trend.previous?.manifestSha256 ?? null });
  return { folder: await pack.publish(sealed), manifestSha256: sealed.manifestSha256, evidenceId: id };
}

export async function* chunked(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  for (let index = 0; index < rows.length; index += 2) {
    await Promise.resolve();
    yield rows.slice(index, index + 2);
  }
}

function logFile(key: string): AccountedFile['file'] {
  return { path: `/logs/${key}`, key, kind: 'log', account: '111122223333', region: 'eu-west-1', deliveryDay: '2026-10-05', bytes: 10 };
}

function sqlHash(id: string): string {
  return sha256Of(SQL[id] ?? '');
}
