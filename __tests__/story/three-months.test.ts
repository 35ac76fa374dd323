import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { getOctokit } from '@actions/github';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import { type Github, startGithub } from '../counterparts/github.js';
import { checkOutAction, nativeFolder, runStep, type StepEnd } from '../counterparts/runner.js';
import { buildsCsv, STORY_MONTHS, STORY_SETTINGS, writeThreeMonths } from './three-months.js';

/**
 * docs/tutorial.md, run: three months, the people who work with the packs, the files the Action is made of and a GitHub with git behind it.
 * With STORY_OUTPUT set to a folder, everything that is shown there is written to it.
 */
const SECRETARY = 'dana';
const APPROVER = 'lee';
const DECISIONS = '.github/cloudtrail-evidence-decisions.yml';
const SETTINGS = '.github/cloudtrail-evidence.yml';
const [AUGUST, SEPTEMBER, OCTOBER] = STORY_MONTHS;

let room: string;
let github: Github;
let story: Awaited<ReturnType<typeof tell>>;

beforeAll(async () => {
  room = await realpath(await mkdtemp(join(tmpdir(), 'story-')));
  github = await startGithub();
  story = await tell();
  await keep(process.env['STORY_OUTPUT']);
}, 600_000);

afterAll(async () => {
  await github.close();
  await rm(room, { recursive: true, force: true });
});

/** One run of the Action and what it left at GitHub. */
interface Chapter {
  readonly step: StepEnd;
  /** The artifact, unzipped. */
  readonly pack: string;
  readonly pullRequest: { readonly title: string; readonly body: string; readonly files: ReadonlyMap<string, string> };
  readonly issues: readonly { readonly title: string; readonly body: string; readonly state: string }[];
  /** Lines of exceptions.csv: `PRIV-03-… decided by 4`. */
  readonly exceptions: readonly { readonly id: string; readonly query: string; readonly state: string; readonly disposition: string }[];
  /** The SOC 2 report in Markdown. */
  readonly report: string;
}

/** What somebody typed, and what was printed. */
interface Typed {
  readonly command: string;
  readonly text: string;
  readonly code: number;
}

async function tell() {
  const logs = join(room, 'logs');
  await writeThreeMonths(logs);
  const action = await checkOutAction(join(room, 'action'));
  await github.owner.push('main', { [SETTINGS]: STORY_SETTINGS }, SECRETARY);

  const month = (period: string, attempt = 1): Promise<Chapter> => runMonth({ action, logs, period, attempt });
  const type = (...args: string[]): Promise<Typed> => typed(action, args);

  const august = await month(AUGUST);
  const stub = await type('decide', august.pack);
  await propose('decide-august', { [DECISIONS]: decisionsFor(august) }, 'Decide the exceptions of August');
  const augustAgain = await month(AUGUST, 2);
  await github.owner.approve(pullOf(AUGUST).number, APPROVER);
  await github.owner.merge(pullOf(AUGUST).number, APPROVER);

  const september = await month(SEPTEMBER);
  const builds = join(room, 'builds.csv');
  await writeFile(builds, buildsCsv(SEPTEMBER));
  const verified = await type('verify', september.pack);
  const sample = await type('sample', september.pack, '--query', 'LAM-01', '--n', '5', '--seed', '20261102', '--output', join(room, 'sample.csv'));
  const reconciled = await type('reconcile', september.pack, '--query', 'LAM-01', '--list', builds, '--key', 'code_sha256', '--output', join(room, 'reconciled.csv'));
  const signed = await type('signoff', september.pack, '--name', 'Lee Park', '--role', 'Head of platform', '--statement', 'I have reviewed the exceptions and the decisions on them.');
  const verifiedSigned = await type('verify', september.pack);
  await github.owner.approve(pullOf(SEPTEMBER).number, 'octocat');
  await github.owner.merge(pullOf(SEPTEMBER).number, APPROVER);
  await github.owner.push('main', { [`evidence/${SEPTEMBER}/signoff.json`]: await readFile(join(september.pack, 'signoff.json'), 'utf8') }, APPROVER);

  const october = await month(OCTOBER);
  const sheet = await readFile(join(room, 'sample.csv'), 'utf8');
  const differences = await readFile(join(room, 'reconciled.csv'), 'utf8');
  return { sheet, differences, august, stub, augustAgain, september, verified, sample, reconciled, signed, verifiedSigned, october };
}

async function runMonth({ action, logs, period, attempt }: { readonly action: string; readonly logs: string; readonly period: string; readonly attempt: number }): Promise<Chapter> {
  const step = await runStep({
    main: join(action, 'dist', 'index.js'), room, checkout: await github.owner.files('main'),
    env: { ...github.env, GITHUB_REF: 'refs/heads/main', GITHUB_RUN_ID: `${period.replace('-', '')}${attempt}` },
    inputs: { logs, period, publish: 'artifact,pull-request,issue', 'artifact-name': `evidence-${period}-${attempt}`, 'duckdb-bindings-path': nativeFolder(), pdf: process.env['STORY_OUTPUT'] ? 'required' : 'never' },
  });
  if (step.code !== 0) throw new Error(`${period}: the step ended with ${step.code}.\n${step.log}`);
  const pack = join(room, `pack-${period}-${attempt}`);
  await unzipTo(pack, github.artifacts.get(`evidence-${period}-${attempt}.zip`)?.bytes ?? Buffer.alloc(0));
  const { title, body, pull } = pullOf(period);
  return {
    step, pack,
    pullRequest: { title, body: body ?? '', files: new Map([...(await github.owner.files(pull.head))].map(([path, bytes]) => [path, bytes.toString('utf8')])) },
    issues: github.owner.issues.filter((issue) => issue.title.includes(period)).map((issue) => ({ title: issue.title, body: issue.body ?? '', state: issue.state })),
    exceptions: (await readFile(join(pack, 'exceptions.csv'), 'utf8')).trim().split('\n').slice(1).map((line) => {
      const [id = '', query = '', state = '', disposition = ''] = line.replaceAll('"', '').split(',');
      return { id, query, state, disposition };
    }),
    report: await readFile(join(pack, 'soc2.md'), 'utf8'),
  };
}

function pullOf(period: string) {
  const found = github.owner.pulls.find(({ pull }) => pull.head === `cloudtrail-evidence/${period}`);
  if (found === undefined) throw new Error(`There is no pull request of ${period}.`);
  return found;
}

/** Dana opens a pull request, Lee approves and merges it. */
async function propose(branch: string, files: Readonly<Record<string, string>>, title: string): Promise<void> {
  await github.owner.push(branch, files, SECRETARY);
  const [owner = '', repo = ''] = (github.env['GITHUB_REPOSITORY'] ?? '').split('/');
  const dana = getOctokit(github.tokenOf(SECRETARY), { baseUrl: github.env['GITHUB_API_URL'] ?? '' });
  const { data } = await dana.rest.pulls.create({ owner, repo, title, head: branch, base: 'main' });
  await github.owner.approve(data.number, APPROVER);
  await github.owner.merge(data.number, APPROVER);
}

/** Root and the vendor each by what they did, the emergency role for good; the vendor's decision ends in the middle of September. */
function decisionsFor({ exceptions }: Chapter): string {
  const root = exceptions.filter(({ query }) => query === 'ROOT-01').map(({ id }) => `  - exception: ${id}
    disposition: expected-authorised
    reason: The password policy can be changed by root only, and was changed as planned
    ticket: OPS-114
    owner: dana
    approver: lee
    decided-on: 2026-09-02
    expires: 2027-08-31
`);
  return `# What we decided of exceptions, and why. Each line is reviewed like code.
decisions:
${root.join('')}  - match: { query: AUTH-02, actor: vendor-monitoring }
    disposition: control-failure-open
    reason: The vendor signs in without MFA and has until the middle of September to change it
    ticket: OPS-120
    owner: dana
    approver: lee
    decided-on: 2026-09-02
    expires: 2026-09-15
  - match: { query: PRIV-03, resource: role BreakGlassAdmin }
    disposition: expected-break-glass
    reason: Each use is named after an incident, which has a review of its own
    owner: dana
    approver: lee
    decided-on: 2026-09-02
    expires: 2027-03-31
`;
}

/** As a person types it, in the folder that holds everything. */
async function typed(action: string, args: readonly string[]): Promise<Typed> {
  const short = args.map((arg) => arg.replaceAll(`${room}/`, ''));
  const command = `cloudtrail-evidence ${short.map((arg) => (/[\s']/.test(arg) ? `'${arg}'` : arg)).join(' ')}`;
  return promisify(execFile)(process.execPath, [join(action, 'dist', 'cli.js'), ...short], { cwd: room }).then(
    ({ stdout }) => ({ command, text: stdout, code: 0 }),
    (error: { readonly stdout: string; readonly stderr: string; readonly code: number }) => ({ command, text: error.stdout + error.stderr, code: error.code }),
  );
}

async function unzipTo(folder: string, zip: Buffer): Promise<void> {
  for (const [path, bytes] of Object.entries(unzipSync(zip))) {
    if (path.endsWith('/')) continue;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
}

/** What the tutorial shows, as files. */
async function keep(folder: string | undefined): Promise<void> {
  if (!folder) return;
  const { august, augustAgain, september, october, ...others } = story;
  const texts: Record<string, string> = { 'sheet.csv': others.sheet, 'differences.csv': others.differences, [DECISIONS]: decisionsFor(august) };
  for (const [name, chapter] of Object.entries({ august, augustAgain, september, october })) {
    texts[`${name}/pull-request.md`] = `# ${chapter.pullRequest.title}\n\n${chapter.pullRequest.body}`;
    texts[`${name}/summary.md`] = chapter.step.summary;
    texts[`${name}/log.txt`] = chapter.step.log;
    chapter.issues.forEach((issue, index) => (texts[`${name}/issue-${index + 1}.md`] = `# ${issue.title} (${issue.state})\n\n${issue.body}`));
    for (const [path, text] of chapter.pullRequest.files) if (path.startsWith('evidence/')) texts[`${name}/committed/${path}`] = text;
    for (const report of ['soc2.pdf', 'gdpr.pdf', 'soc2.md', 'trend.json', 'decisions.json', 'exceptions.csv', 'README.md']) {
      await mkdir(join(folder, name), { recursive: true });
      await cp(join(chapter.pack, report), join(folder, name, report));
    }
  }
  for (const [name, value] of Object.entries(others)) if (typeof value === 'object') texts[`commands/${name}.txt`] = `$ ${value.command}\n${value.text}\nexit ${value.code}\n`;
  for (const [path, text] of Object.entries(texts)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

const states = ({ exceptions }: Chapter): readonly string[] => exceptions.map(({ query, state }) => `${query} ${state}`);
const issueStates = ({ issues }: Chapter): readonly string[] => issues.map(({ state }) => state);

describe('August: the first pack', () => {
  test('finds exceptions, none of them decided', () => {
    expect(states(story.august)).toEqual(['AUTH-02 undecided', 'PRIV-03 undecided', 'ROOT-01 undecided', 'ROOT-01 undecided']);
  });

  test('comes as a pull request that names each undecided exception by its id', () => {
    for (const { id } of story.august.exceptions) expect(story.august.pullRequest.body).toContain(id);
  });

  test('commits counts and ids, and no row and no name', () => {
    const committed = [...story.august.pullRequest.files].filter(([path]) => path.startsWith('evidence/'));
    expect(committed.map(([path]) => path)).not.toContain(`evidence/${AUGUST}/results/ROOT-01.csv`);
    const text = committed.map(([, each]) => each).join('\n');
    for (const name of ['vendor-monitoring', 'ada.berg', 'BreakGlassAdmin', '203.0.113.140']) expect(text).not.toContain(name);
  });

  test('opens an issue for each report', () => {
    expect(issueStates(story.august)).toEqual(['open', 'open']);
  });

  test('has a file to fill in for the owner: an entry for each exception', () => {
    expect(story.stub.text.match(/- exception: /g)).toHaveLength(4);
  });
});

describe('August again, with decisions', () => {
  test('shows every exception as decided, and keeps each of them', () => {
    expect(story.augustAgain.exceptions.map(({ id, state }) => `${id} ${state}`)).toEqual(story.august.exceptions.map(({ id }) => `${id} decided`));
  });

  test('is the same pull request', () => {
    expect(github.owner.pulls.filter(({ pull }) => pull.head === `cloudtrail-evidence/${AUGUST}`)).toHaveLength(1);
    expect(story.augustAgain.pullRequest.title).not.toBe(story.august.pullRequest.title);
  });

  test('closes both issues', () => {
    expect(issueStates(story.augustAgain)).toEqual(['closed', 'closed']);
  });
});

describe('September', () => {
  test('one decision holds, one has expired, and something new is undecided', () => {
    expect(states(story.september)).toEqual(['AUTH-02 expired', 'NET-02 undecided', 'PRIV-03 decided']);
  });

  test('is compared with August as it was merged', () => {
    expect(story.september.pullRequest.body).toContain('Compared with the pack 2026-08: the periods adjoin.');
  });

  test('names who approved and merged August', () => {
    expect(story.september.report).toMatch(/approved by .*lee/i);
  });

  test('is verified by the auditor', () => {
    expect(story.verified).toMatchObject({ code: 0, text: expect.stringContaining('every hash and count agrees') });
  });

  test('gives the auditor a sample, drawn by their own seed', () => {
    expect(story.sample.text).toContain('5 of 31 rows of LAM-01, seed 20261102');
  });

  test('has one deployment that no build made, and one build that was not deployed', () => {
    expect(story.reconciled.code).toBe(3);
    expect(story.differences.split('\n').filter((line) => line.startsWith('"only in CloudTrail"'))).toEqual([expect.stringContaining('ada.berg@shop.example')]);
    expect(story.differences.split('\n').filter((line) => line.startsWith('"only in the list"'))).toEqual([expect.stringContaining('2026-09-30.2')]);
  });

  test('is signed off by its owner, and verified with the sign-off beside it', () => {
    expect(story.signed.code).toBe(0);
    expect(story.verifiedSigned).toMatchObject({ code: 0, text: expect.stringContaining('Signed off by Lee Park') });
  });
});

describe('October', () => {
  test('prints who signed September', () => {
    expect(story.october.report).toContain('Lee Park');
  });

  test('has nothing left to decide, and opens no issue', () => {
    expect(states(story.october)).toEqual(['PRIV-03 decided']);
    expect(issueStates(story.october)).toEqual([]);
  });
});

test('nothing was asked of GitHub that its own description does not allow', () => {
  expect(github.violations).toEqual([]);
});

test('no log holds a secret', () => {
  const { august, augustAgain, september, october } = story;
  for (const { step } of [august, augustAgain, september, october]) for (const secret of github.secrets) expect(step.log).not.toContain(secret);
});
