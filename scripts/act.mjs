/**
 * `npm run test:act`: has act (https://github.com/nektos/act) run a workflow with this action, against counterparts of GitHub and AWS.
 * act is built by Go, once a version, outside of the clone.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const VERSION = 'v0.2.89';

const root = join(import.meta.dirname, '..');
const folder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'cloudtrail-evidence', `act-${VERSION}`);
const act = join(folder, process.platform === 'win32' ? 'act.exe' : 'act');

if (!existsSync(act)) {
  if (spawnSync('go', ['version'], { stdio: 'ignore' }).status !== 0) {
    console.log(`Skipped: act ${VERSION} is not in ${folder}, and there is no Go to build it with.`);
    process.exit(0);
  }
  console.log(`Building act ${VERSION} …`);
  const built = spawnSync('go', ['install', `github.com/nektos/act@${VERSION}`], { env: { ...process.env, GOBIN: folder }, stdio: ['ignore', 'inherit', 'inherit'] });
  if (built.status !== 0) {
    console.error(`act ${VERSION} could not be built; Go's own message is above.`);
    process.exit(1);
  }
}

const jest = ['--experimental-vm-modules', '--no-warnings', join(root, 'node_modules', 'jest', 'bin', 'jest.js'), '--config', join(root, 'jest.act.config.js')];
const tests = spawnSync(process.execPath, [...jest, ...process.argv.slice(2)], { cwd: root, env: { ...process.env, ACT: act }, stdio: 'inherit' });
process.exit(tests.status ?? 1);
