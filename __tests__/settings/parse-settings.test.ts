import { describe, expect, it } from '@jest/globals';
import { INPUTS } from '../../src/settings/inputs.js';
import { parseSettings, type GivenInputs, type SettingsWorld } from '../../src/settings/parse-settings.js';
import type { AthenaSettings, AwsSettings, EngineName, Settings } from '../../src/settings/settings.js';

interface Around {
  readonly file?: string | Uint8Array | null;
  /** At the place where decisions are looked for. */
  readonly decisions?: string | null;
  readonly door?: SettingsWorld['door'];
  readonly region?: SettingsWorld['region'];
}

const DECISIONS = '.github/cloudtrail-evidence-decisions.yml';
const bytes = (text: string | Uint8Array | null): Uint8Array | null => (typeof text === 'string' ? new TextEncoder().encode(text) : text);

function world({ file = null, decisions = null, door = 'command line', region = null }: Around = {}): SettingsWorld {
  return { door, region, now: '2026-11-21T00:00:00Z', frameworkNames: ['gdpr', 'soc2'], readFile: (path) => (path === DECISIONS ? bytes(decisions) : bytes(file)) };
}
const GIVEN: GivenInputs = { logs: 'logs', period: '2026-10' };
const S3: GivenInputs = { ...GIVEN, logs: 's3://example-logs/AWSLogs/', 'aws-region': 'eu-west-1' };
const ATHENA: GivenInputs = { period: '2026-10', 'athena-database': 'audit', 'athena-table': 'cloudtrail', 'aws-region': 'eu-west-1' };
const ROLE = 'arn:aws:iam::111122223333:role/audit';

function parsed(given: GivenInputs, around?: Around): Settings {
  return parseSettings(given, world(around));
}

function message(given: GivenInputs, around?: Around): string {
  try {
    parsed(given, around);
  } catch (error) {
    return (error as Error).message;
  }
  return 'accepted';
}

describe('inputs', () => {
  it('have defaults, and the settings are frozen', () => {
    const settings = parsed(GIVEN);
    expect(settings).toEqual({
      engine: 'duckdb', logs: 'logs', athena: null, aws: null,
      publish: { to: [], artifactName: 'cloudtrail-evidence-2026-10', retentionDays: null, allowPublic: false, commitContent: 'summary', branch: null, labels: [], reviewers: [], teamReviewers: [] },
      checkOnly: false, selfTest: false, duckdbBindingsPath: null,
      period: { start: '2026-10-01T00:00:00Z', end: '2026-11-01T00:00:00Z', label: '2026-10' }, allowOpenPeriod: false,
      frameworks: ['soc2', 'gdpr'], output: 'evidence', pdf: 'auto', chromePath: null, failOn: 'incomplete', previousPack: null, memoryLimitMb: 1152, tempDir: null,
      scope: { accounts: [], regions: [] }, lists: {}, dataEvents: [], queriesOff: [], incident: null, ownQueries: null, settingsFile: null, decisions: null,
      report: { entity: null, classification: 'Confidential', preparedBy: null, reviewedBy: null, retention: null },
    });
    expect(Object.isFrozen(settings)).toBe(true);
  });

  it.each<[GivenInputs, string]>([
    [{ period: '2026-10' }, 'logs: nothing is given; give log files for the embedded engine, or athena-database and athena-table for Athena.'],
    [{ ...GIVEN, logs: ' ' }, 'logs: nothing is given'],
    [{ logs: 'x' }, 'period: nothing is given; give last-month, last-quarter, a month (2026-10)'],
    [{ ...GIVEN, frameworks: 'soc2,iso' }, 'frameworks: "iso" is not known; allowed are gdpr, soc2.'],
    [{ ...GIVEN, frameworks: ' , ' }, 'frameworks: none is named'],
    [{ ...GIVEN, pdf: 'yes' }, 'pdf: "yes" is not one of auto, required, never.'],
    [{ ...GIVEN, 'fail-on': 'x' }, 'fail-on: "x" is not one of'],
    [{ ...GIVEN, engine: 'presto' }, 'engine: "presto" is not one of athena, duckdb.'],
    [{ ...GIVEN, 'check-only': 'yes' }, 'check-only: "yes" is neither true nor false.'],
    [{ ...GIVEN, 'memory-limit-mb': '12' }, 'memory-limit-mb: "12" is not a whole number of MiB between 256 and 1048576.'],
    [{ ...GIVEN, 'memory-limit-mb': '1e3' }, 'memory-limit-mb: "1e3" is not a whole number'],
    [{ ...GIVEN, period: '2026-11' }, 'Choose a period that is over, or allow-open-period for a preliminary pack.'],
    [{ ...GIVEN, 'settings-file': 'gone.yml' }, 'settings-file: "gone.yml" cannot be read'],
    [{ ...GIVEN, 'settings-file': '.github/cloudtrail-evidence.yml' }, 'settings-file: ".github/cloudtrail-evidence.yml" cannot be read'],
    [{ ...GIVEN, 'decisions-file': 'gone.yml' }, 'decisions-file: "gone.yml" cannot be read; give the path of a YAML file.'],
    [{ ...GIVEN, logs: 's3:/example-logs' }, 'logs: "s3:/example-logs" is not a place in S3; give s3://bucket/prefix.'],
    [{ ...GIVEN, logs: 's3://Example_Logs/' }, 'logs: "s3://Example_Logs/" is not a place in S3'],
  ])('%j is refused: %s', (given, sentence) => {
    expect(message(given)).toContain(sentence);
    expect(message(given).split('\n')).toHaveLength(1);
  });

  it('all problems are reported together, once each', () => {
    expect(message({ period: '2026-13', pdf: 'x' }).split('\n')).toHaveLength(3);
    const all = { ...ATHENA, 'role-to-assume': 'audit', 'role-duration': '60', 'max-scan-gb': '0', publish: 'email' };
    expect(message(all).split('\n').map((line) => line.split(':')[0])).toEqual(['max-scan-gb', 'role-to-assume', 'role-duration', 'publish']);
  });

  it('an open period is allowed when asked for', () => {
    expect(parsed({ ...GIVEN, period: '2026-11', 'allow-open-period': 'true' }).period.label).toBe('2026-11');
    expect(parsed({ ...GIVEN, period: '2026-11', 'allow-open-period': 'True' }).allowOpenPeriod).toBe(true);
    expect(parsed({ ...GIVEN, 'self-test': 'true' }).selfTest).toBe(true);
  });

  it('the last month is the one before now', () => {
    expect(parsed({ ...GIVEN, period: 'last-month' })).toMatchObject({ period: { label: '2026-10' }, publish: { artifactName: 'cloudtrail-evidence-2026-10' } });
  });
});

describe('the engine', () => {
  it.each<[string, GivenInputs, EngineName]>([
    ['log files', GIVEN, 'duckdb'],
    ['logs in S3', S3, 'duckdb'],
    ['a table', ATHENA, 'athena'],
    ['its name', { ...ATHENA, engine: 'athena' }, 'athena'],
  ])('is told by %s', (_name, given, engine) => {
    expect(parsed(given).engine).toBe(engine);
  });

  const other: [GivenInputs, string][] = [
    [{ ...ATHENA, logs: 'logs' }, 'logs: it goes with the engine duckdb, and this run\'s is athena; leave it out, or choose the other with engine.'],
    [{ ...GIVEN, 'athena-database': 'audit' }, 'athena-database: it goes with the engine athena, and this run\'s is duckdb'],
    [{ ...GIVEN, 'max-scan-gb': '5' }, 'max-scan-gb: it goes with the engine athena'],
    [{ ...GIVEN, 'allow-full-scan': 'true' }, 'allow-full-scan: it goes with the engine athena'],
    [{ ...ATHENA, 'memory-limit-mb': '512' }, 'memory-limit-mb: it goes with the engine duckdb'],
    [{ ...GIVEN, 'role-to-assume': ROLE }, 'role-to-assume: AWS is asked for nothing when logs are files on disk; leave it out.'],
    [{ ...GIVEN, 'aws-region': 'eu-west-1' }, 'aws-region: AWS is asked for nothing'],
    [{ ...S3, 'athena-workgroup': 'audit' }, 'athena-workgroup: it goes with the engine athena'],
  ];
  it.each(other)('refuses what would change nothing: %j', (given, sentence) => {
    expect(message(given)).toContain(sentence);
    expect(message(given).split('\n')).toHaveLength(1);
  });

  it('takes defaults of the other engine for not given, since a runner hands them over', () => {
    const defaults = Object.fromEntries(INPUTS.flatMap(({ name, default: standard }) => (standard === null ? [] : [[name, standard]])));
    expect(parsed({ ...defaults, ...GIVEN }, { door: 'action' })).toEqual(parsed(GIVEN, { door: 'action' }));
    expect(parsed({ ...defaults, ...ATHENA }, { door: 'action' })).toEqual(parsed(ATHENA, { door: 'action' }));
  });
});

describe('inputs of Athena', () => {
  it('have defaults', () => {
    expect(parsed(ATHENA).athena).toEqual({ database: 'audit', table: 'cloudtrail', workgroup: 'primary', output: null, staging: 'auto', maxScanBytes: 1_000_000_000_000, allowFullScan: false });
  });

  it.each<[GivenInputs, Partial<AthenaSettings>]>([
    [{ 'athena-output': 's3://example-results' }, { output: 's3://example-results/' }],
    [{ 'athena-output': 's3://example-results/audit/evidence' }, { output: 's3://example-results/audit/evidence/' }],
    [{ 'athena-output': 's3://example-results/audit/' }, { output: 's3://example-results/audit/' }],
    [{ 'athena-workgroup': 'audit-2026.q4' }, { workgroup: 'audit-2026.q4' }],
    [{ 'athena-table': 'CloudTrail_Logs_2' }, { table: 'CloudTrail_Logs_2' }],
    [{ staging: 'never' }, { staging: 'never' }],
    [{ 'max-scan-gb': '0.5' }, { maxScanBytes: 500_000_000 }],
    [{ 'max-scan-gb': 'none' }, { maxScanBytes: null }],
    [{ 'allow-full-scan': 'true' }, { allowFullScan: true }],
  ])('%j is %j', (given, settings) => {
    expect(parsed({ ...ATHENA, ...given }).athena).toMatchObject(settings);
  });

  it.each<[GivenInputs, string]>([
    [{ 'athena-table': '' }, 'athena-table: nothing is given; give the name of the CloudTrail table.'],
    [{ 'athena-database': '' }, 'athena-database: nothing is given; give the database of the CloudTrail table.'],
    [{ 'athena-table': 'audit.cloudtrail' }, 'athena-table: "audit.cloudtrail" is not a name that can be used; give at most 255 letters, digits or underscores'],
    [{ 'athena-table': 'logs" WHERE 1=1 --' }, 'athena-table: "logs" WHERE 1=1 --" is not a name'],
    [{ 'athena-table': 'x'.repeat(256) }, 'is not a name that can be used'],
    [{ 'athena-database': 'mein-archiv' }, 'athena-database: "mein-archiv" is not a name that can be used'],
    [{ 'athena-workgroup': 'audit team' }, 'athena-workgroup: "audit team" is not a workgroup\'s name'],
    [{ 'athena-output': 'example-results' }, 'athena-output: "example-results" is not a place in S3; give s3://bucket/prefix/'],
    [{ 'athena-output': 'https://s3.amazonaws.com/example' }, 'is not a place in S3'],
    [{ 'athena-output': 's3://Example/' }, 'is not a place in S3'],
    [{ 'athena-output': 's3://example//audit/' }, 'is not a place in S3'],
    [{ 'athena-output': 's3://example/au\'dit/' }, 'is not a place in S3'],
    [{ 'athena-output': 's3://example/../audit/' }, 'is not a place in S3'],
    [{ staging: 'sometimes' }, 'staging: "sometimes" is not one of auto, always, never.'],
    [{ 'max-scan-gb': '0' }, 'max-scan-gb: "0" is not a number of GB above 0; give one such as 250 or 0.5, or none.'],
    [{ 'max-scan-gb': '-1' }, 'max-scan-gb: "-1" is not a number of GB'],
    [{ 'max-scan-gb': '10 GB' }, 'max-scan-gb: "10 GB" is not a number of GB'],
    [{ 'max-scan-gb': '1e400' }, 'max-scan-gb: "1e400" is not a number of GB'],
    [{ 'allow-full-scan': '1' }, 'allow-full-scan: "1" is neither true nor false.'],
  ])('%j is refused: %s', (given, sentence) => {
    const engine = { ...ATHENA, engine: 'athena', ...given };
    expect(message(engine)).toContain(sentence);
    expect(message(engine).split('\n')).toHaveLength(1);
  });

  it('are asked for together', () => {
    expect(message({ period: '2026-10', engine: 'athena' }).split('\n').map((line) => line.split(':')[0])).toEqual(['athena-database', 'athena-table', 'aws-region']);
  });
});

describe('inputs of AWS', () => {
  it('have defaults', () => {
    expect(parsed(S3).aws).toEqual({ roleToAssume: null, region: 'eu-west-1', roleSessionName: 'cloudtrail-evidence', roleDurationSeconds: 3600, allowedAccountIds: [], profile: null });
  });

  it.each<[GivenInputs, Partial<AwsSettings>]>([
    [{ 'role-to-assume': ROLE }, { roleToAssume: ROLE }],
    [{ 'role-to-assume': 'arn:aws-us-gov:iam::111122223333:role/audit/team/evidence@1' }, { roleToAssume: 'arn:aws-us-gov:iam::111122223333:role/audit/team/evidence@1' }],
    [{ 'role-to-assume': ROLE, 'role-session-name': 'evidence-of-october' }, { roleSessionName: 'evidence-of-october' }],
    [{ 'role-to-assume': ROLE, 'role-duration': '900' }, { roleDurationSeconds: 900 }],
    [{ 'role-to-assume': ROLE, 'role-duration': '43200' }, { roleDurationSeconds: 43_200 }],
    [{ 'allowed-account-ids': '111122223333, 444455556666,' }, { allowedAccountIds: ['111122223333', '444455556666'] }],
    [{ 'role-to-assume': ROLE, 'allowed-account-ids': '111122223333' }, { allowedAccountIds: ['111122223333'] }],
    [{ 'aws-region': 'us-gov-west-1' }, { region: 'us-gov-west-1' }],
    [{ 'aws-region': 'eusc-de-east-1' }, { region: 'eusc-de-east-1' }],
    [{ profile: 'audit production' }, { profile: 'audit production' }],
  ])('%j is %j', (given, settings) => {
    expect(parsed({ ...ATHENA, ...given }).aws).toMatchObject(settings);
    expect(parsed({ ...S3, ...given }).aws).toMatchObject(settings);
  });

  it.each<[GivenInputs, string]>([
    [{ 'role-to-assume': 'audit' }, 'role-to-assume: "audit" is not the ARN of a role; give one such as arn:aws:iam::111122223333:role/cloudtrail-evidence.'],
    [{ 'role-to-assume': 'arn:aws:iam::111122223333:user/ada' }, 'is not the ARN of a role'],
    [{ 'role-to-assume': 'arn:aws:iam::11112222333:role/audit' }, 'is not the ARN of a role'],
    [{ 'role-to-assume': 'arn:aws:sts::111122223333:assumed-role/audit/session' }, 'is not the ARN of a role'],
    [{ 'role-to-assume': `arn:aws:iam::111122223333:role/${'x'.repeat(65)}` }, 'is not the ARN of a role'],
    [{ 'aws-region': 'Frankfurt' }, 'aws-region: "Frankfurt" is not a region; give one such as eu-central-1.'],
    [{ 'aws-region': 'eu-west-1a' }, 'aws-region: "eu-west-1a" is not a region'],
    [{ 'role-to-assume': ROLE, 'role-session-name': 'of october' }, 'role-session-name: "of october" is not a session name; give 2 to 64 letters'],
    [{ 'role-to-assume': ROLE, 'role-session-name': 'x' }, 'role-session-name: "x" is not a session name'],
    [{ 'role-to-assume': ROLE, 'role-duration': '899' }, 'role-duration: "899" is not a whole number of seconds between 900 and 43200.'],
    [{ 'role-to-assume': ROLE, 'role-duration': '43201' }, 'role-duration: "43201" is not a whole number'],
    [{ 'role-to-assume': ROLE, 'role-duration': '1h' }, 'role-duration: "1h" is not a whole number'],
    [{ 'role-duration': '7200' }, 'role-duration: it goes with role-to-assume, which is not given; give the role, or leave it out.'],
    [{ 'role-session-name': 'october' }, 'role-session-name: it goes with role-to-assume'],
    [{ 'allowed-account-ids': '11112222333' }, 'allowed-account-ids: "11112222333" is not an account id; give twelve digits each, separated by commas, and all in quotes in YAML.'],
    [{ 'allowed-account-ids': ',' }, 'allowed-account-ids: "," names no account'],
    [{ 'role-to-assume': ROLE, 'allowed-account-ids': '444455556666' }, 'role-to-assume: its account 111122223333 is not one of allowed-account-ids, 444455556666; correct one of the two.'],
    [{ 'role-to-assume': ROLE, profile: 'audit' }, 'profile: role-to-assume is given too'],
    [{ profile: 'a]b' }, 'profile: "a]b" cannot be a profile\'s name'],
  ])('%j is refused: %s', (given, sentence) => {
    expect(message({ ...ATHENA, ...given })).toContain(sentence);
    expect(message({ ...ATHENA, ...given }).split('\n')).toHaveLength(1);
  });

  it('the region is the environment\'s where none is given', () => {
    const given = { ...ATHENA, 'aws-region': '' };
    expect(parsed(given, { region: { text: 'eu-north-1', variable: 'AWS_REGION' } }).aws?.region).toBe('eu-north-1');
    expect(parsed(ATHENA, { region: { text: 'eu-north-1', variable: 'AWS_REGION' } }).aws?.region).toBe('eu-west-1');
    expect(message(given, { region: { text: 'here', variable: 'AWS_DEFAULT_REGION' } })).toBe('aws-region: "here" (of the variable AWS_DEFAULT_REGION) is not a region; give one such as eu-central-1.');
    expect(message(given)).toBe('aws-region: nothing is given, and neither is AWS_REGION in the environment; give the region of the table or of the bucket with the logs, such as eu-central-1.');
  });
});

describe('inputs of publishing', () => {
  const publish = (given: GivenInputs): Settings['publish'] => parsed({ ...GIVEN, ...given }, { door: 'action' }).publish;

  it('a workflow run uploads an artifact unless told otherwise', () => {
    expect(publish({})).toEqual({ to: ['artifact'], artifactName: 'cloudtrail-evidence-2026-10', retentionDays: null, allowPublic: false, commitContent: 'summary', branch: null, labels: [], reviewers: [], teamReviewers: [] });
    expect(publish({ publish: 'none' }).to).toEqual([]);
    expect(publish({ 'artifact-name': 'October evidence', 'retention-days': '400', 'allow-public': 'true' })).toMatchObject({ artifactName: 'October evidence', retentionDays: 400, allowPublic: true });
  });

  it('a workflow run can publish to several places', () => {
    expect(publish({ publish: 'issue, pull-request,artifact,issue' }).to).toEqual(['artifact', 'pull-request', 'issue']);
    expect(publish({
      publish: 'commit,pull-request', 'commit-content': 'full', branch: 'audit/evidence', labels: 'audit, SOC 2', reviewers: '@octocat, hubot', 'team-reviewers': 'cloud-security',
    })).toMatchObject({ to: ['commit', 'pull-request'], commitContent: 'full', branch: 'audit/evidence', labels: ['audit', 'SOC 2'], reviewers: ['octocat', 'hubot'], teamReviewers: ['cloud-security'] });
  });

  it('no secret is a setting', () => {
    expect(JSON.stringify(parsed({ ...GIVEN, publish: 'pull-request', 'github-token': 'ghp_example' }, { door: 'action' }))).not.toContain('ghp_example');
  });

  it('the command line publishes nothing', () => {
    expect(parsed(GIVEN).publish.to).toEqual([]);
    expect(message({ ...GIVEN, publish: 'artifact' })).toBe('publish: "artifact" needs a workflow run; on the command line give none, and take the pack from output-dir.');
  });

  it.each<[GivenInputs, string]>([
    [{ publish: 'email' }, 'publish: "email" is not one of artifact, commit, pull-request, issue, none.'],
    [{ publish: 'artifact,none' }, 'publish: "artifact,none" names none beside a place; give one or the other.'],
    [{ publish: ',' }, 'publish: "," names no place; allowed are artifact, commit, pull-request, issue, or none.'],
    [{ publish: 'commit', 'commit-content': 'rows' }, 'commit-content: "rows" is not one of summary, full.'],
    [{ 'commit-content': 'full' }, 'commit-content: it goes with publish: commit or pull-request, and this run\'s is artifact; leave it out, or add it to publish.'],
    [{ publish: 'none', branch: 'main' }, 'branch: it goes with publish: commit or pull-request, and this run\'s is none; leave it out, or add it to publish.'],
    [{ publish: 'commit', labels: 'audit' }, 'labels: it goes with publish: pull-request or issue'],
    [{ publish: 'issue', reviewers: 'octocat' }, 'reviewers: it goes with publish: pull-request, and'],
    [{ publish: 'issue', 'team-reviewers': 'audit' }, 'team-reviewers: it goes with publish: pull-request, and'],
    ...['refs/heads/main', '-x', 'a b', 'a..b', 'a/', '/a', 'a.lock', 'a@{1}', 'a~1', 'a\\b', '@', '.a', 'a/.b', 'a//b', 'a:b', 'x'.repeat(201)].map((branch): [GivenInputs, string] => [{ publish: 'commit', branch }, `branch: "${branch}" is not a branch's name; give one such as main, without refs/heads/.`]),
    [{ publish: 'issue', labels: `audit,${'x'.repeat(51)}` }, 'is not a label; give at most 50 characters each, separated by commas.'],
    [{ publish: 'pull-request', reviewers: 'org/team' }, 'reviewers: "org/team" is not a login; give logins such as octocat; teams go into team-reviewers, separated by commas.'],
    [{ publish: 'pull-request', 'team-reviewers': 'org/team' }, 'team-reviewers: "org/team" is not a team\'s slug; give slugs such as cloud-security, without the organisation, separated by commas.'],
    [{ 'artifact-name': 'ü'.repeat(101) }, 'give at most 200 bytes without'],
    [{ 'artifact-name': 'evidence/october' }, 'artifact-name: "evidence/october" cannot name an artifact'],
    [{ 'artifact-name': 'evidence: october' }, 'artifact-name: "evidence: october" cannot name an artifact'],
    [{ 'retention-days': '0' }, 'retention-days: "0" is not a whole number of days between 1 and 400.'],
    [{ 'retention-days': '401' }, 'retention-days: "401" is not a whole number'],
    [{ 'allow-public': 'maybe' }, 'allow-public: "maybe" is neither true nor false.'],
  ])('%j is refused: %s', (given, sentence) => {
    expect(message({ ...GIVEN, ...given }, { door: 'action' })).toContain(sentence);
  });
});

describe('the settings file', () => {
  it('is read into scope, lists, statements and texts', () => {
    const settings = parsed(GIVEN, { file: `
scope:
  accounts: [{ id: "111122223333", name: shop }]
  regions: [eu-west-1]
lists:
  approved-regions: [eu-west-1]
  log-buckets: []
data-events: [{ source: lambda.amazonaws.com, from: 2026-10-05 }]
report: { entity: Example Shop, prepared-by: A. Person }
` });
    expect(settings.scope.accounts).toEqual([{ id: '111122223333', name: 'shop', environment: null }]);
    expect(settings.lists).toEqual({ 'approved-regions': ['eu-west-1'], 'log-buckets': [] });
    expect(settings.dataEvents).toEqual([{ source: 'lambda.amazonaws.com', from: '2026-10-05', to: null, accounts: [], resources: 'all' }]);
    expect(settings.report).toMatchObject({ entity: 'Example Shop', preparedBy: 'A. Person', classification: 'Confidential' });
    expect(settings.settingsFile?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('stands beside a decisions file, read from its default place', () => {
    const decisions = 'decisions:\n  - { exception: ROOT-01-0123456789ab, disposition: expected-authorised, reason: x, owner: a, approver: b, decided-on: 2026-11-03, expires: 2027-11-03 }\n';
    expect(parsed(GIVEN, { decisions }).decisions).toMatchObject({ path: DECISIONS, decisions: [{ exception: 'ROOT-01-0123456789ab', owner: 'a' }] });
  });

  it('is complained of together with the decisions file', () => {
    expect(message(GIVEN, { file: 'x: 1', decisions: 'y: 1' }).split('\n').map((line) => line.slice(0, 40))).toEqual(expect.arrayContaining([expect.stringContaining('.github/cloudtrail-evidence.yml:1:'), expect.stringContaining('.github/cloudtrail-evidence-decisions.ym')]));
  });

  it.each([
    ['scope:\n  account: []', ':2: "account" is not a key of scope; allowed are accounts, regions.'],
    ['lists:\n  approved-region: [eu-west-1]', ':2: "approved-region" is not a key of lists'],
    ['\nextra: 1', ':2: "extra" is not a key of the file'],
    ['scope:\n  accounts:\n    - id: 111122223333', ':3: scope.accounts.0.id must be text: twelve digits in quotes'],
    ['scope:\n  accounts:\n    - id: "12"', ':3: scope.accounts.0.id must be twelve digits in quotes'],
    ['scope:\n  regions: [Frankfurt]', ':2: scope.regions.0 must be a region'],
    ['lists:\n  log-buckets: one', ':2: lists.log-buckets must be a list.'],
    ['lists: {}\nlists: {}', ':2: Map keys must be unique'],
    ['a: [', ':1: Flow sequence'],
    ['report: { entity: "a\\u0007b" }', ':1: report.entity holds a control character.'],
    [`a: &a [x, x, x, x, x, x, x, x]\nb: &b [${'*a, '.repeat(9)}*a]\nlists: [${'*b, '.repeat(9)}*b]`, ':1: the file repeats parts of itself (*name) too often'],
  ])('%j is refused with its line: %s', (file, sentence) => {
    expect(message(GIVEN, { file })).toContain(sentence);
  });

  it('is refused where it is not UTF-8: names in it would match nothing', () => {
    expect(message(GIVEN, { file: Buffer.from('lists: { break-glass-roles: [Not\xfcbernahme] }', 'latin1') })).toBe('.github/cloudtrail-evidence.yml: the settings file is not UTF-8; save it so.');
  });
});
