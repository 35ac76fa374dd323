import { createHash } from 'node:crypto';
import type { Row, Value } from '../../src/engines/engine.js';
import type { DecisionRecord, Standing } from '../../src/evidence/decisions.js';
import type { CoverageRun, Reason, Result } from '../../src/evidence/result.js';
import type { Framework } from '../../src/pack/framework.js';
import type { Query } from '../../src/pack/query.js';
import type { FileDigest, QuerySection, ReportInput } from '../../src/report/input.js';
import { SAMPLE_ROWS } from '../../src/report/input.js';
import { TREND } from '../sample-trend.js';
import { DISPOSITIONS } from '../../src/settings/decision.js';
import type { Settings } from '../../src/settings/settings.js';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const file = (path: string): FileDigest => ({ path, bytes: 2_048 + path.length * 311, sha256: hash(path) });

const ACCOUNTS = ['111122223333', '444455556666', '999988887777'] as const;
const REGIONS = ['eu-central-1', 'eu-west-1', 'us-east-1'] as const;

/** Values a reader meets in a real report, by column; numbered so that rows differ. */
function sampleValue(column: string, n: number): Value {
  const day = String((n % 29) + 1).padStart(2, '0');
  const account = ACCOUNTS[n % ACCOUNTS.length] ?? '';
  const region = REGIONS[n % REGIONS.length] ?? '';
  if (/_id$/.test(column) && column.includes('event')) return `${hash(column + String(n)).slice(0, 8)}-4c1d-4f0a-9b7e-${hash(String(n)).slice(0, 12)}`;
  if (/(^|_)(time|at|seen)$/.test(column)) return `2026-10-${day}T0${n % 10}:03:1${n % 10}Z`;
  if (/^(events|records|count|calls|days|minutes.*|.*_count|failed|tried|.*_failures|write_events|longest.*)$/.test(column)) return 17 * (n + 1);
  if (/(_ips|ip)$/.test(column)) return n % 4 === 0 ? '2001:db8:85a3::8a2e:370:7334' : `203.0.113.${n % 200}`;
  if (/day$/.test(column)) return `2026-10-${day}`;
  const known: Readonly<Record<string, Value>> = {
    exception_id: `X-${hash(String(n)).slice(0, 12)}`,
    account_id: account,
    region,
    source_file: `AWSLogs/${account}/CloudTrail/${region}/2026/10/${day}/${account}_CloudTrail_${region}_202610${day}T0410Z_${hash(String(n)).slice(0, 16)}.json.gz`,
    event_name: ['CreateFunction', 'UpdateAssumeRolePolicy', 'AuthorizeSecurityGroupIngress', 'PutBucketPolicy'][n % 4] ?? '',
    event_source: ['lambda.amazonaws.com', 'iam.amazonaws.com', 'ec2.amazonaws.com'][n % 3] ?? '',
    actor_name: ['alice@example.com', 'github-deploy/run-8812734411', 'root', 'bob', 'AWSReservedSSO_AdministratorAccess_1a2b3c4d5e6f7a8b/carol@example.com'][n % 5] ?? '',
    actor_class: ['person', 'workload', 'root'][n % 3] ?? '',
    channel: ['Identity Center', 'IAM user', 'root'][n % 3] ?? '',
    outcome: 'success',
    resource: `arn:aws:lambda:${region}:${account}:function:orders-${n % 7}-processor`,
    function_name: `orders-${n % 7}-processor`,
    user_agent: 'aws-cli/2.17.30 md/awscrt#0.20.11 ua/2.0 os/linux#6.8.0-1015-aws md/arch#x86_64 lang/python#3.11.9',
    mfa: n % 2 === 0 ? 'true' : null,
    invoked_by: null,
    console: n % 2 === 0 ? 'true' : 'false',
    security_group: `sg-0a1b2c3d4e5f6a7b${n % 10}`,
    ports: ['tcp 22', 'tcp 5432', 'all'][n % 3] ?? '',
    subject: 'repo:acme/orders:ref:refs/heads/main',
    effect: ['adds recording', 'reduces recording', 'stops recording'][n % 3] ?? '',
  };
  return column in known ? known[column] ?? null : `${column.replace(/_/g, ' ')} ${n + 1}`;
}

function resultOf(query: Query, index: number): { readonly result: Result; readonly rows: number } {
  if (index % 17 === 9) return { result: 'not-evaluated', rows: 0 };
  if (index % 13 === 11) return { result: 'not-collected', rows: 0 };
  if (index % 19 === 12) return { result: 'incomplete', rows: query.expect === 'none' ? 0 : 5 };
  if (query.expect === 'none') return index % 3 === 0 ? { result: 'exceptions', rows: 1 + ((index * 5) % 24) } : { result: 'no-exceptions', rows: 0 };
  if (query.expect === 'population') return { result: 'population', rows: index % 4 === 0 ? 1_204 : 9 };
  return index % 5 === 4 ? { result: 'not-observed', rows: 0 } : { result: 'observed', rows: 31 };
}

const GAP: Reason = { code: 'no-events', account: '444455556666', region: 'eu-west-1', from: '2026-10-11', to: '2026-10-13' };

export function sampleSection(query: Query, index: number, cells?: (column: string, row: number) => Value): QuerySection {
  const { result, rows } = resultOf(query, index);
  const columns = [...(query.expect === 'none' ? ['exception_id'] : []), ...Object.keys(query.columns)];
  const sample: Row[] = Array.from({ length: Math.min(rows, SAMPLE_ROWS) }, (_, n) =>
    columns.map((column) => (cells ?? sampleValue)(column, n + index)).map((value, at) => (columns[at] === 'exception_id' && cells === undefined ? `${query.id}-${hash(query.id + String(n)).slice(0, 12)}` : value)));
  const decided = Math.min(1, result === 'exceptions' ? rows : 0);
  const total = query.expect === 'none' ? rows : 0;
  const ran = result !== 'not-evaluated';
  const standings: Standing[] = query.expect === 'none' ? sample.map((_, n) => (n < decided ? { state: 'decided', decision: index + 1 } : { state: 'undecided', decision: null })) : [];
  return {
    query,
    result: {
      id: query.id,
      expect: query.expect,
      sha256: hash(query.sql),
      result,
      reasons: result === 'incomplete' ? [GAP] : result === 'not-evaluated' ? [{ ...GAP, code: 'list-not-configured', account: null, region: null, from: null, to: null }] : result === 'not-collected' ? [{ ...GAP, code: 'class-not-collected', account: null, region: null, from: null, to: null }] : [],
      rows,
      exceptions: { total, decided, undecided: total - decided, expired: 0 },
      coverage: result === 'incomplete' ? { management: 'incomplete' } : result === 'not-collected' ? { data: 'not-collected' } : { management: 'complete' },
    },
    columns: ran ? columns : [],
    rows: ran ? sample : [],
    standings: ran ? standings : [],
    executedSqlSha256: ran ? hash(`run ${query.sql}`) : '',
    packSql: `${query.text.slice(0, query.text.indexOf('*/') + 2)}\n${query.sql}\n`,
    failure: null,
    missingLists: ran ? [] : ['approved-regions'],
    switchedOff: null,
    files: ran ? { csv: file(`results/${query.id}.csv`), jsonl: file(`results/${query.id}.jsonl`) } : null,
  };
}

function coverageRuns(): readonly CoverageRun[] {
  return ACCOUNTS.flatMap((account) => REGIONS.flatMap((region): readonly CoverageRun[] => {
    const run = (fromDay: string, toDay: string, state: CoverageRun['state'], reason: CoverageRun['reason'] = null): CoverageRun => ({ account, region, category: 'management', source: null, fromDay, toDay, state, reason });
    if (account === '444455556666' && region === 'eu-west-1') return [run('2026-10-01', '2026-10-11', 'present'), run('2026-10-11', '2026-10-13', 'unexplained', 'no-events'), run('2026-10-13', '2026-11-01', 'present')];
    if (account === '999988887777' && region === 'us-east-1') return [run('2026-10-01', '2026-10-04', 'idle-listed'), run('2026-10-04', '2026-10-20', 'present'), run('2026-10-20', '2026-10-21', 'unreadable', 'file-unreadable'), run('2026-10-21', '2026-11-01', 'idle-listed')];
    return [run('2026-10-01', '2026-11-01', 'present')];
  }));
}

export const SAMPLE_SETTINGS: Settings = {
  engine: 'duckdb',
  logs: 'archive/AWSLogs',
  athena: null,
  aws: null,
  publish: { to: ['artifact'], artifactName: 'cloudtrail-evidence-2026-10', retentionDays: null, allowPublic: false, commitContent: 'summary', branch: null, labels: [], reviewers: [], teamReviewers: [] },
  checkOnly: false,
  selfTest: false,
  duckdbBindingsPath: null,
  period: { start: '2026-10-01T00:00:00Z', end: '2026-11-01T00:00:00Z', label: '2026-10' },
  allowOpenPeriod: false,
  frameworks: ['soc2', 'gdpr'],
  output: 'evidence',
  pdf: 'auto',
  chromePath: null,
  failOn: 'incomplete',
  previousPack: null,
  memoryLimitMb: 1024,
  tempDir: null,
  scope: {
    accounts: [{ id: '111122223333', name: 'orders', environment: 'production' }, { id: '444455556666', name: 'payments', environment: 'production' }, { id: '999988887777', name: null, environment: null }],
    regions: [...REGIONS],
  },
  lists: { 'approved-regions': [...REGIONS], 'break-glass-roles': [], 'deploy-roles': ['github-deploy', 'terraform-apply'] },
  queriesOff: [],
  incident: null,
  ownQueries: null,
  dataEvents: [{ source: 'lambda.amazonaws.com', from: null, to: null, accounts: [], resources: 'all' }],
  report: { entity: 'Acme Orders GmbH', classification: 'Confidential', preparedBy: 'Dana Weiss, Platform Security', reviewedBy: null, retention: '31 December 2029' },
  settingsFile: { path: '.github/cloudtrail-evidence.yml', sha256: hash('settings') },
  decisions: { path: '.github/cloudtrail-evidence-decisions.yml', sha256: hash('decisions'), decisions: [] },
};

/** One for each query, about its first exception; unused where it has none. */
function sampleDecision({ query, rows, standings }: QuerySection, index: number): DecisionRecord {
  const used = standings.some(({ state }) => state === 'decided');
  const id = used ? String(rows[0]?.[0]) : `${query.id}-${hash(query.id).slice(0, 12)}`;
  return {
    number: index + 1,
    decision: {
      exception: id, match: null, disposition: DISPOSITIONS[index % DISPOSITIONS.length] ?? 'control-failure-open', reason: 'Agreed in the weekly review of changes.', ticket: index % 3 === 0 ? null : `OPS-${index}`,
      owner: 'dana', approver: 'lee', decidedOn: '2026-11-02', expires: '2027-11-02',
    },
    exceptions: used ? 1 : 0, ids: used ? [id] : [], flags: used ? [] : ['unused'],
  };
}

/** A month of three accounts, with a gap, an unreadable file, and a bit of every result. */
export function sampleInput(framework: Framework, queries: readonly Query[], more: Partial<ReportInput> & { readonly cellOf?: (column: string, row: number) => Value } = {}): ReportInput {
  const { cellOf, ...replaced } = more;
  const sections = queries.map((query, index) => sampleSection(query, index, cellOf));
  return {
    facts: {
      generatedAt: '2026-11-02T06:00:00Z',
      tool: { name: 'cloudtrail-evidence', version: '0.1.0', commit: hash('commit').slice(0, 40) },
      actor: 'dana-weiss',
      environment: 'GitHub Actions, ubuntu-24.04, Node 24.19.0',
      runId: '8812734411',
      runUrl: 'https://github.com/acme/evidence/actions/runs/8812734411',
      engineVersion: 'DuckDB v1.5.6',
    },
    settings: SAMPLE_SETTINGS,
    logsPlace: SAMPLE_SETTINGS.logs,
    spending: null,
    framework,
    sections,
    selfTest: null,
    decisions: sections.map(sampleDecision),
    coverage: { scope: ACCOUNTS.flatMap((account) => REGIONS.map((region) => ({ account, region }))), runs: coverageRuns() },
    accounts: ACCOUNTS,
    counts: { records: 1_204_567, malformed: 3, duplicates: 1_202, outsidePeriod: 18_330, leadIn: 40_112, events: 1_144_920 },
    cells: Array.from({ length: 31 }, (_, i) => ({ account: ACCOUNTS[0], region: REGIONS[0], day: `2026-10-${String(i + 1).padStart(2, '0')}`, category: 'management' as const, source: null, events: i % 7 === 3 || i % 7 === 2 ? 9_120 + i : 44_000 + 731 * i })),
    trailChanges: [{ account: '111122223333', region: 'eu-central-1', time: '2026-10-17T09:12:44Z', eventName: 'PutEventSelectors', eventId: '6b1f2c3d-1111-4111-8111-0123456789ab', trail: 'org-trail' }],
    files: { read: 13_391, outsideWindow: 212, notRead: [{ key: 'AWSLogs/999988887777/CloudTrail/us-east-1/2026/10/20/999988887777_CloudTrail_us-east-1_20261020T0410Z_ab12cd34ef56ab12.json.gz', reason: 'truncated gzip', detail: 'ends after 4,096 bytes' }], digests: 6_696, onlyWindowListed: false, foldersLeftAside: [] },
    missingColumns: [],
    evidenceId: hash('evidence'),
    evidenceFiles: [...sections.flatMap((section) => (section.files === null ? [] : [section.files.csv, section.files.jsonl])), ...queries.map((query) => file(`queries/${query.id}.sql`)), file('coverage.csv'), file('exceptions.csv'), file('decisions.json'), file('results.json')].sort((a, b) => (a.path < b.path ? -1 : 1)),
    ownUnmapped: [],
    trend: TREND,
    previousSignOff: { signOff: null, problem: null },
    previousReview: null,
    preliminary: false,
    ...replaced,
  };
}
