import { execFile, execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { productRoot } from '../../src/pack/product-files.js';
import { verifyPack } from '../../src/store/verify.js';
import { startWorld, type World } from '../counterparts/account.js';
import { checkOutAction } from '../counterparts/runner.js';
import { PERIOD, someEvents, temporaryRoom, writeLogs } from '../small-archive.js';

/** act, found or built by scripts/act.mjs. It plays the runner on this very machine, without containers. */
const ACT = process.env['ACT'] ?? '';
const room = await temporaryRoom();
const repository = join(room, 'repository');
const action = join(room, 'action');
const logs = join(room, 'logs');

/** What a user would write; act takes the action from a folder of this machine in place of GitHub. */
const ACTION = 'octo-org/cloudtrail-evidence@v1';
const workflow = (inputs: Readonly<Record<string, string>>): string => `
name: Evidence
on: workflow_dispatch
permissions:
  contents: write
  id-token: write
  issues: write
  pull-requests: write
jobs:
  evidence:
    runs-on: ubuntu-latest
    steps:
      - id: evidence
        uses: ${ACTION}
        with:
${Object.entries(inputs).map(([name, value]) => `          ${name}: "${value}"`).join('\n')}
      - run: echo "It came to \${{ steps.evidence.outputs.result }}, id \${{ steps.evidence.outputs.evidence-id }}, artifact \${{ steps.evidence.outputs.artifact-id }}, \${{ steps.evidence.outputs.pull-request-url }}"
`;

interface Ended {
  readonly code: number;
  readonly log: string;
}

function act(env: Readonly<Record<string, string>>): Promise<Ended> {
  const given = Object.entries(env).flatMap(([name, value]) => ['--env', `${name}=${value}`]);
  const args = ['workflow_dispatch', '--platform', 'ubuntu-latest=-self-hosted', '--no-cache-server', '--eventpath', 'event.json', '--local-repository', `${ACTION}=${action}`, '--secret', `GITHUB_TOKEN=${env['GITHUB_TOKEN'] ?? ''}`, ...given];
  // Without what this machine's own environment says of AWS and GitHub.
  const own = Object.fromEntries(['PATH', 'HOME', 'CHROME_BIN', 'CHROME_PATH', 'PUPPETEER_EXECUTABLE_PATH'].flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
  return new Promise((resolve) => {
    execFile(ACT, args, { cwd: repository, env: { ...own, XDG_CACHE_HOME: join(room, 'cache') }, maxBuffer: 64 * 1024 * 1024 }, (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code ?? -1), log: `${out}\n${err}` }));
  });
}

let world: World;
let ended: Ended;
beforeAll(async () => {
  await writeLogs(logs, someEvents());
  world = await startWorld({ logs, room });
  await checkOutAction(action);
  await cp(join(productRoot(), 'action.yml'), join(action, 'action.yml'));
  await mkdir(join(repository, '.github', 'workflows'), { recursive: true });
  await writeFile(join(repository, '.github', 'workflows', 'evidence.yml'), workflow({ ...world.inputs, period: PERIOD, frameworks: 'gdpr', pdf: 'required', publish: 'artifact,pull-request,issue' }));
  await writeFile(join(repository, 'event.json'), JSON.stringify({ repository: { full_name: 'octo-org/cloud-logs', private: true, visibility: 'private' } }));
  // act asks git what repository and branch this is.
  const git = (...args: readonly string[]): unknown => execFileSync('git', ['-c', 'user.name=ada', '-c', 'user.email=ada@example.com', ...args], { cwd: repository, stdio: 'ignore' });
  git('init', '-b', 'main');
  git('remote', 'add', 'origin', 'https://github.com/octo-org/cloud-logs.git');
  git('add', '.');
  git('commit', '-m', 'A workflow');
  ended = await act(world.env);
}, 600_000);
afterAll(() => world.close());

describe('a workflow file, run by act', () => {
  it('goes from the role to the published pack, and hands its outputs to the next step', () => {
    expect(ended.code === 0 ? '' : ended.log).toBe('');
    const id = world.github.artifacts.get('cloudtrail-evidence-20261005-20261007.zip')?.id;
    expect(ended.log).toMatch(new RegExp(`It came to exceptions, id [0-9a-f]{64}, artifact ${id}\\b`));
  });

  it('uploads a pack that verifies, and its PDF', async () => {
    expect([...world.github.artifacts.keys()]).toEqual(['cloudtrail-evidence-20261005-20261007.zip', 'cloudtrail-evidence-20261005-20261007-gdpr.pdf']);
    const folder = await mkdtemp(join(room, 'unzipped-'));
    const zip = world.github.artifacts.get('cloudtrail-evidence-20261005-20261007.zip')?.bytes ?? Buffer.alloc(0);
    for (const [path, bytes] of Object.entries(unzipSync(zip))) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), bytes);
    }
    expect(await verifyPack(folder)).toMatchObject({ problems: [] });
  });

  it('opens the pull request that holds the evidence, and the issue', async () => {
    const [pull] = world.github.owner.pulls;
    expect(ended.log).toContain(`https://github.com/octo-org/cloud-logs/pull/${pull?.number}`);
    expect([...(await world.github.owner.files(pull?.pull.head ?? '')).keys()]).toContain('evidence/20261005-20261007/results.json');
    expect(world.github.owner.issues.map(({ title }) => title)).toEqual([expect.stringMatching(/^CloudTrail evidence, GDPR, 20261005-20261007: \d+ undecided/)]);
    expect(world.github.violations).toEqual([]);
  });

  it('runs the post step', () => {
    expect(ended.log).toMatch(/Success - Post /);
  });
});
