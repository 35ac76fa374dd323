/**
 * moto, a stand-in for AWS's services, on a loopback port. Installed from PyPI once, into a virtual environment outside the clone:
 * $XDG_CACHE_HOME/cloudtrail-evidence or ~/.cache/cloudtrail-evidence.
 *
 *   node scripts/moto.mjs          starts it and prints its address, until Ctrl-C
 *   node scripts/moto.mjs --check  says whether it can run here: exit code 0 or 1
 *
 * Only STS, IAM and S3 have what they need.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const VERSION = '5.2.1';
const PACKAGES = [`moto[s3]==${VERSION}`, 'flask==3.1.3', 'flask-cors==6.0.2'];
const OLDEST_PYTHON = [3, 10];
const START_MS = 60_000;

const folderOf = (parent, name) => path.join(parent, process.platform === 'win32' ? 'Scripts' : 'bin', name);
const cache = path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'cloudtrail-evidence');
const environment = path.join(cache, `moto-${VERSION}`);
/** Stands in an environment that is whole. */
const mark = path.join(environment, 'installed');

/** The name of a Python that is new enough; null where there is none. */
export function findPython() {
  const isNewEnough = `import sys, venv; sys.exit(0 if sys.version_info >= (${OLDEST_PYTHON.join(', ')}) else 1)`;
  return ['python3', 'python'].find((name) => spawnSync(name, ['-c', isNewEnough], { stdio: 'ignore' }).status === 0) ?? null;
}

/** Path of moto's server program, installed if need be. */
export function installMoto() {
  const program = folderOf(environment, 'moto_server');
  if (existsSync(mark)) return program;
  const python = findPython();
  if (python === null) throw new Error(`moto needs Python ${OLDEST_PYTHON.join('.')} or newer with venv, and none was found. Install it, for example: apt-get install python3-venv`);
  console.error(`Installing moto ${VERSION} into ${environment} …`);
  mkdirSync(cache, { recursive: true });
  // An environment knows its own path, so it cannot be made elsewhere and moved.
  rmSync(environment, { recursive: true, force: true });
  runToEnd(python, ['-m', 'venv', environment]);
  runToEnd(folderOf(environment, 'python'), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...PACKAGES]);
  writeFileSync(mark, `${PACKAGES.join('\n')}\n`);
  return program;
}

function runToEnd(program, args) {
  const done = spawnSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (done.status === 0) return;
  rmSync(environment, { recursive: true, force: true });
  throw new Error(`"${[program, ...args].join(' ')}" failed; its own message is above.`);
}

/** Starts a server of its own. `url` is its address; `close` ends it and waits for that. */
export async function startMoto() {
  const server = spawn(installMoto(), ['-H', '127.0.0.1', '-p', '0'], { stdio: ['ignore', 'ignore', 'pipe'], env: withoutAws(process.env) });
  const ended = new Promise((resolve) => server.on('close', resolve));
  const close = async () => {
    server.kill();
    await ended;
  };
  try {
    return { url: await addressOf(server), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Nobody's real credentials are moto's business. */
function withoutAws(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('AWS_')));
}

/** The server says its address on stderr, once it listens. */
function addressOf(server) {
  return new Promise((resolve, reject) => {
    let said = '';
    const tooLate = setTimeout(() => reject(new Error(`moto said no address within ${START_MS / 1000} s: ${said}`)), START_MS);
    server.stderr.setEncoding('utf8').on('data', (text) => {
      said = (said + text).slice(-10_000);
      const address = /Running on (http:\/\/127\.0\.0\.1:\d+)/.exec(said)?.[1];
      if (address === undefined) return;
      clearTimeout(tooLate);
      resolve(address);
    });
    server.on('error', reject);
    server.on('close', (code) => reject(new Error(`moto ended with ${code}: ${said}`)));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--check')) {
    process.exit(existsSync(mark) || findPython() !== null ? 0 : 1);
  }
  const moto = await startMoto();
  console.log(moto.url);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void moto.close().then(() => process.exit(0)));
}
