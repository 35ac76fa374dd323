import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import MarkdownIt from 'markdown-it';
import { verifyPack } from '../../src/store/verify.js';
import { type Github, startGithub } from '../counterparts/github.js';
import { buildInto, checkOutAction, nativeFolder, runStep, type Step, type StepEnd } from '../counterparts/runner.js';
import { SETTINGS } from '../store/sample-pack.js';
import { filesOf, LABEL, namesIn, PERIOD, someEvents, temporaryRoom, writeLogs } from '../small-archive.js';

const room = await temporaryRoom();
const logs = join(room, 'logs');
const MB = 1_000_000;
const html = (markdown: string): string => new MarkdownIt({ html: false }).render(markdown);
/** Another Node to try the action on, for example the newest the runner has. */
const NODES = [['this Node', process.execPath], ...(process.env['NODE24'] === undefined ? [] : [['Node 24', process.env['NODE24']]])] as [string, string][];

let action: string;
let github: Github;
beforeAll(async () => {
  action = await checkOutAction(join(room, 'action'));
  await writeLogs(logs, someEvents());
  github = await startGithub();
});
afterAll(() => github.close());

/** The action over the small archive; each has an artifact name of its own, as uses in one workflow must. */
let uses = 0;
function use(more: Partial<Step> = {}): Promise<StepEnd> {
  uses += 1;
  const inputs = { logs, period: PERIOD, engine: 'duckdb', frameworks: 'gdpr', pdf: 'never', 'duckdb-bindings-path': nativeFolder(), 'artifact-name': `use-${uses}`, ...more.inputs } as const;
  return runStep({ main: join(action, 'dist', 'index.js'), room, ...more, inputs, env: { ...github.env, ...more.env } });
}

const IS_PUBLIC = { repository: { full_name: 'octo-org/cloud-logs', private: false, visibility: 'public' } };

/** Names of files that are not the same in both. */
function differences(a: ReadonlyMap<string, Buffer>, b: ReadonlyMap<string, Buffer>): readonly string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((name) => a.get(name)?.equals(b.get(name) ?? Buffer.alloc(0)) !== true);
}

describe('the bundle', () => {
  const bytesIn = (folder: string): number => readdirSync(folder, { recursive: true, withFileTypes: true }).reduce((sum, entry) => sum + (entry.isFile() ? statSync(join(entry.parentPath, entry.name)).size : 0), 0);

  it('is under 10 MB for both doors, without DuckDB’s native part and without a path of the machine it was built on', async () => {
    expect(bytesIn(join(action, 'dist'))).toBeLessThan(10 * MB);
    const files = await filesOf(join(action, 'dist'));
    expect([...files.keys()].filter((name) => !name.endsWith('.js'))).toEqual([]);
    expect([...files].filter(([, bytes]) => bytes.includes(process.cwd())).map(([name]) => name)).toEqual([]);
  });

  it('is the same, byte for byte, wherever it is built', async () => {
    buildInto(join(room, 'again'));
    expect(differences(await filesOf(join(room, 'again')), await filesOf(join(action, 'dist')))).toEqual([]);
  });

  it('says its first line within 400 ms', async () => {
    const steps = [];
    for (let time = 0; time < 5; time += 1) steps.push(await runStep({ main: join(action, 'dist', 'index.js'), room }));
    // The best of some: others may be using the machine.
    expect(Math.min(...steps.map(({ firstLineMs }) => firstLineMs))).toBeLessThan(400);
    expect(steps[0]?.log).toMatch(/^CloudTrail Evidence \d+\.\d+\.\d+\n/);
  });
});

function evidenceOn(node: string): string {
  return `evidence-on-${node.replaceAll(' ', '-')}`;
}

describe.each(NODES)('a run over files, on %s', (_name, node) => {
  let end: StepEnd;
  let pack: string;
  const name = evidenceOn(_name);
  beforeAll(async () => {
    // As a job with debug logging, whose event does not say whether the repository is public.
    end = await use({ node, event: null, env: { ACTIONS_STEP_DEBUG: 'true', RUNNER_DEBUG: '1' }, inputs: { pdf: 'required', 'artifact-name': name, 'retention-days': '30' } });
    pack = end.outputs['pack-path'] ?? '';
  });

  it('succeeds, and tells what came of it in outputs', () => {
    expect({ code: end.code, errors: end.errors }).toEqual({ code: 0, errors: [] });
    const id = github.artifacts.get(`${name}.zip`)?.id;
    expect(end.outputs).toEqual({
      result: 'exceptions', exceptions: expect.stringMatching(/^[1-9]\d*$/), 'undecided-exceptions': end.outputs['exceptions'], incomplete: 'false',
      'commit-sha': '', 'commit-folder': '', 'pull-request-number': '', 'pull-request-url': '', 'issue-urls': '',
      'pack-path': join(end.workspace, 'evidence', LABEL), 'evidence-id': expect.stringMatching(/^[0-9a-f]{64}$/), 'manifest-sha256': expect.stringMatching(/^[0-9a-f]{64}$/),
      'artifact-id': String(id), 'artifact-url': `https://github.com/octo-org/cloud-logs/actions/runs/42/artifacts/${id}`, 'bytes-scanned': '0', 'cost-usd': '0.0000',
    });
  });

  it('writes a pack that verifies', async () => {
    expect(await verifyPack(pack)).toMatchObject({ problems: [], evidenceId: end.outputs['evidence-id'] });
  });

  it('uploads the pack as a zip that holds every file of it', async () => {
    const zip = github.artifacts.get(`${name}.zip`);
    expect(zip?.mimeType).toBe('application/zip');
    const unzipped = Object.entries(unzipSync(zip?.bytes ?? Buffer.alloc(0))).map(([path, bytes]) => [path, Buffer.from(bytes)] as const);
    expect(differences(new Map(unzipped), await filesOf(pack))).toEqual([]);
  });

  it('uploads each PDF as it is, so that a browser opens it', async () => {
    const pdf = github.artifacts.get(`${name}-gdpr.pdf`);
    expect(pdf?.mimeType).toBe('application/pdf');
    expect(pdf?.bytes.equals((await filesOf(pack)).get('gdpr.pdf') ?? Buffer.alloc(0))).toBe(true);
  });

  it('keeps them for as long as it was told', () => {
    const days = (Date.parse(github.artifacts.get(`${name}.zip`)?.expiresAt ?? '') - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(30);
  });

  it('sums up with counts and links, in under 10 kB', () => {
    expect(Buffer.byteLength(end.summary)).toBeLessThan(10_000);
    expect(end.summary).toContain('**Complete**');
    expect(end.summary).toContain(`[${name}.zip](${end.outputs['artifact-url']})`);
    expect(end.summary).toMatch(/^\| Exceptions noted \| \d+ \|$/m);
  });

  it('says nothing of what the events say, neither in the log nor in the summary', () => {
    for (const text of ['ada', 'bob', 'AIDAEXAMPLE', 'AKIAEXAMPLE', '203.0.113.7', 'orders', 'ConsoleLogin']) {
      expect(end.log).not.toMatch(new RegExp(`\\b${text}\\b`));
      expect(end.summary).not.toMatch(new RegExp(`\\b${text}\\b`));
    }
  });

  it('shows its parts as groups, and what came of each below', () => {
    expect(end.log).toMatch(/^##\[group\]Read 2 log files\n(?:.*\n)*?##\[endgroup\]\n6 records: /m);
  });

  it('asks GitHub whether the repository is public, where the event does not say', () => {
    expect(github.calls).toContain('GET /api/repos/octo-org/cloud-logs');
  });

  it('holds no credential in its whole debug log', () => {
    expect(end.log).toContain('##[debug]');
    expect(github.secrets.filter((secret) => end.log.includes(secret) || end.summary.includes(secret) || end.log.includes(encodeURIComponent(secret)))).toEqual([]);
  });

  it('has nothing left for the post step, which says nothing', async () => {
    const post = await runStep({ main: join(action, 'dist', 'index.js'), node, room, env: Object.fromEntries(Object.entries(end.state).map(([key, value]) => [`STATE_${key}`, value])) });
    expect({ code: post.code, log: post.log, outputs: post.outputs }).toEqual({ code: 0, log: '', outputs: {} });
  });
});

describe('how it ends', () => {
  let incomplete: StepEnd;
  let undecided: StepEnd;
  let quiet: Github;
  beforeAll(async () => {
    quiet = await startGithub();
    [incomplete, undecided] = await Promise.all([
      use({ event: IS_PUBLIC, inputs: { period: '2026-10-05..2026-10-08', 'allow-public': 'true' } }),
      use({ env: quiet.env, inputs: { 'fail-on': 'exceptions', publish: 'none', 'artifact-name': '' } }),
    ]);
  });
  afterAll(() => quiet.close());

  it('fails with 4 and one sentence when logs are missing, once everything is published', () => {
    expect(incomplete.code).toBe(4);
    expect(incomplete.errors).toEqual([expect.stringMatching(/^Incomplete: logs are missing .* \(fail-on is incomplete\)\.$/)]);
    expect(incomplete.outputs).toMatchObject({ result: 'incomplete', incomplete: 'true' });
    expect(incomplete.summary).toContain('**Incomplete**');
  });

  it('publishes from a public repository when told so', () => {
    expect(incomplete.outputs['artifact-id']).toMatch(/^\d+$/);
  });

  it('fails with 3 for exceptions, where that was asked', () => {
    expect({ code: undecided.code, errors: undecided.errors }).toEqual({ code: 3, errors: [expect.stringMatching(/^Exceptions noted: \d+ are undecided; .*\.$/)] });
  });

  it('publishes nothing where that was asked', () => {
    expect({ id: undecided.outputs['artifact-id'], url: undecided.outputs['artifact-url'], calls: quiet.calls }).toEqual({ id: '', url: '', calls: [] });
  });

  it('fails with 1 for wrong inputs, all told at once, before anything is written', async () => {
    const end = await use({ inputs: { period: 'October', pdf: 'maybe' } });
    expect(end.code).toBe(1);
    expect(end.errors.join('\n').split('\n').map((line) => line.split(':')[0]).sort()).toEqual(['pdf', 'period']);
    expect(await namesIn(join(end.workspace, 'evidence'))).toEqual([]);
    expect(end.outputs).toEqual({});
  });

  it('says how DuckDB’s native part is to be had where it is not', async () => {
    const { code, errors } = await use({ inputs: { 'duckdb-bindings-path': room } });
    expect({ code, errors }).toEqual({ code: 1, errors: [expect.stringMatching(/^duckdb-bindings-path: ".*" holds no duckdb\.node; give the unpacked folder of /)] });
  });
});

describe('publishing', () => {
  it('is refused in a public repository, before a log is read', async () => {
    const before = github.calls.length;
    const end = await use({ event: IS_PUBLIC });
    expect({ code: end.code, errors: end.errors, calls: github.calls.length - before }).toEqual({
      code: 1, calls: 0, errors: ['publish: this repository is public, and anyone could read the evidence, which names people and addresses; run in a private repository, or set allow-public: true or publish: none.'],
    });
    expect(await namesIn(join(end.workspace, 'evidence'))).toEqual([]);
  });

  it('is refused where neither the event nor GitHub says whether it is public', async () => {
    const { code, errors } = await use({ event: {}, inputs: { 'github-token': '' }, env: { GITHUB_TOKEN: '' } });
    expect({ code, errors }).toEqual({ code: 1, errors: [expect.stringMatching(/^publish: whether this repository is public cannot be told/)] });
  });

  it('under a name that is taken uses the next one, and says so', async () => {
    await use({ inputs: { 'artifact-name': 'taken' } });
    const end = await use({ inputs: { 'artifact-name': 'taken' } });
    const note = 'publish: this run has an artifact "taken.zip" already, and this one is called "taken-r2.zip"; give each use of the action in a workflow its own artifact-name.';
    expect({ code: end.code, errors: end.errors, id: end.outputs['artifact-id'] }).toEqual({ code: 0, errors: [], id: String(github.artifacts.get('taken-r2.zip')?.id) });
    expect(end.log).toContain(note);
    expect(html(end.summary)).toContain(`Note: ${note.replaceAll('"', '&quot;')}`);
  });

  it('of the very same bytes again uploads nothing twice', async () => {
    const reports = { frameworks: 'gdpr', pdf: 'never', 'artifact-name': 'same' } as const;
    const first = await use({ inputs: reports });
    const bytes = github.artifacts.get('same.zip')?.bytes ?? Buffer.alloc(0);
    const { uploadArtifacts } = await import('../../src/publish/artifact.js');
    const { env } = process;
    const before = { ...env };
    Object.assign(env, github.env);
    try {
      const again = await uploadArtifacts({ packPath: first.outputs['pack-path'] ?? '', reports: [], settings: { ...SETTINGS.publish, artifactName: 'same' }, env });
      expect(again).toMatchObject({ notes: [], problems: [], zip: { name: 'same.zip', id: Number(first.outputs['artifact-id']), bytes: bytes.length } });
    } finally {
      for (const name of Object.keys(github.env)) Reflect.deleteProperty(env, name);
      Object.assign(env, before);
    }
    expect([...github.artifacts.keys()].filter((name) => name.startsWith('same'))).toEqual(['same.zip']);
  });

  it('that fails loses no evidence: outputs and pack are there, and the job fails with the fix', async () => {
    const refusing = await startGithub({ faults: [(call) => (call === 'POST CreateArtifact' ? { status: 400, body: { code: 'malformed', msg: 'no' } } : undefined)] });
    const end = await use({ env: refusing.env }).finally(() => refusing.close());
    expect({ code: end.code, errors: end.errors, warnings: end.warnings.filter((warning) => warning.startsWith('publish:')) }).toEqual({ code: 1, errors: [expect.stringMatching(/^publish: the artifact ".*" could not be uploaded/)], warnings: [] });
    expect(end.outputs).toMatchObject({ result: 'exceptions', 'artifact-id': '', 'artifact-url': '' });
    expect(await verifyPack(end.outputs['pack-path'] ?? '')).toMatchObject({ problems: [] });
    expect(end.summary).toMatch(/^> Missing: publish: the artifact/m);
  });

  it('as pull request and issues goes through the bundle, and tells where in outputs and summary', async () => {
    const end = await use({ inputs: { publish: 'artifact,pull-request,issue', labels: 'audit' } });
    expect({ code: end.code, errors: end.errors, violations: github.violations }).toEqual({ code: 0, errors: [], violations: [] });
    const [pull] = github.owner.pulls;
    expect(end.outputs).toMatchObject({
      'pull-request-number': String(pull?.number), 'pull-request-url': `https://github.com/octo-org/cloud-logs/pull/${pull?.number}`, 'commit-folder': `evidence/${LABEL}`,
      'commit-sha': await github.owner.head(`cloudtrail-evidence/${LABEL}`), 'issue-urls': github.owner.issues.map(({ number }) => `https://github.com/octo-org/cloud-logs/issues/${number}`).join(','),
    });
    for (const link of [`[Pull request ${pull?.number}](`, `[Issue ${github.owner.issues[0]?.number}](`, `[evidence/${LABEL}](`]) expect(end.summary).toContain(link);
    expect(end.warnings.every((warning) => /^\d+ exceptions? noted, \d+ undecided\.$/.test(warning))).toBe(true);
    expect(end.warnings.length).toBeGreaterThan(0);
    expect(end.warnings.length).toBeLessThanOrEqual(10);
    // Nothing that the logs say is in what was published.
    const published = [pull?.title, pull?.body, ...github.owner.issues.flatMap(({ title, body }) => [title, body]), end.summary, end.log, ...[...(await github.owner.files(`cloudtrail-evidence/${LABEL}`))].map(([, bytes]) => bytes.toString('utf8'))].join('\n');
    for (const text of ['ada', 'bob', 'AIDAEXAMPLE', 'AKIAEXAMPLE', '203.0.113.7', 'octocat']) expect(published).not.toMatch(new RegExp(`\\b${text}\\b`));
  });

  it('that GitHub refuses is a warning where the artifact keeps the pack', async () => {
    github.settings.hasIssues = false;
    const end = await use({ inputs: { publish: 'artifact,issue' } }).finally(() => (github.settings.hasIssues = true));
    expect({ code: end.code, errors: end.errors }).toEqual({ code: 0, errors: [] });
    expect(end.warnings[0]).toMatch(/^publish: the GDPR issue could not be opened: issues are disabled/);
    expect(end.outputs['artifact-id']).toMatch(/^\d+$/);
  });

  it('needs a token, told before a log is read', async () => {
    const end = await use({ inputs: { publish: 'artifact,issue', 'github-token': '' }, env: { GITHUB_TOKEN: '' } });
    expect(end.errors).toEqual(['publish: issue needs a token, and there is none; leave github-token out to have the job\'s own, or give one.']);
    expect(await namesIn(join(end.workspace, 'evidence'))).toEqual([]);
  });

  it('that GitHub refuses tells what to do', async () => {
    const refusals = [
      [{ status: 403, body: { code: 'permission_denied', msg: 'insufficient usage to create artifact' } }, /^publish: ".*" was refused because the account's storage for artifacts is used up; delete old artifacts/],
      [{ status: 403, body: { code: 'permission_denied', msg: 'token expired' } }, /^publish: GitHub refused the artifact ".*" \(403\); run the job again/],
      [{ status: 400, body: { code: 'malformed', msg: 'no' } }, /^publish: the artifact ".*" could not be uploaded \(.*400.*\); run the job again\./],
    ] as const;
    const ends = await Promise.all(refusals.map(async ([answer]) => {
      const refusing = await startGithub({ faults: [(call) => (call === 'POST CreateArtifact' ? answer : undefined)] });
      return use({ env: refusing.env }).finally(() => refusing.close());
    }));
    expect(ends.map(({ code, errors }) => ({ code, errors }))).toEqual(refusals.map(([, sentence]) => ({ code: 1, errors: [expect.stringMatching(sentence)] })));
  });

  it('needs a runner that takes artifacts', async () => {
    const [without, server] = await Promise.all([use({ env: { ACTIONS_RUNTIME_TOKEN: '', ACTIONS_RESULTS_URL: '' } }), use({ env: { GITHUB_SERVER_URL: 'https://git.example.com' } })]);
    expect(without.errors).toEqual([expect.stringMatching(/^publish: this runner offers no artifact service/)]);
    expect(server.errors).toEqual([expect.stringMatching(/^publish: https:\/\/git\.example\.com is a GitHub Enterprise Server/)]);
  });
});

describe('a job that is cancelled', () => {
  const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
  const ends = new Map<string, StepEnd>();
  beforeAll(async () => {
    await Promise.all(SIGNALS.map(async (signal) => {
      let stopped = false;
      ends.set(signal, await use({
        onLog: (log, stop) => {
          if (stopped || !log.includes('::group::Run ')) return;
          stopped = true;
          stop(signal);
        },
      }));
    }));
  });

  it.each(SIGNALS)('by %s leaves nothing half-written', async (signal) => {
    const end = ends.get(signal) as StepEnd;
    expect(end.code).toBe(signal === 'SIGINT' ? 130 : 143);
    expect(end.warnings).toEqual([`Stopped by ${signal}; what the run had written is removed.`]);
    expect(await namesIn(join(end.workspace, 'evidence'))).toEqual([]);
    expect(end.outputs).toEqual({});
    const post = await runStep({ main: join(action, 'dist', 'index.js'), room, env: Object.fromEntries(Object.entries(end.state).map(([key, value]) => [`STATE_${key}`, value])) });
    expect({ code: post.code, errors: post.errors }).toEqual({ code: 0, errors: [] });
  });
});
