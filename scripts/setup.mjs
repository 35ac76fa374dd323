/**
 * Installs what is missing, and is instant when nothing is: packages from the lock file, and a Chrome for the PDFs (one found on
 * the machine; else puppeteer's own download; else, as root in a container or with CI=true, the system's package manager).
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const OLDEST_NODE = [20, 15];
const CONNECT_TIMEOUT_MS = 10_000;

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    fail(`Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.versions.node}.`);
  }
}

/** `npm ci` unless it was done for this very lock file. */
function installPackages() {
  const lock = createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json'))).digest('hex');
  const mark = path.join(root, 'node_modules', '.lock-sha256');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return;
  console.log('Installing packages from package-lock.json …');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (npm.status !== 0) fail('npm ci failed; its own message is above.');
  writeFileSync(mark, lock);
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** The places src/report/pdf/find-chrome.ts looks in, so that what is found here is found there. */
async function hasChrome() {
  const named = [process.env.PUPPETEER_EXECUTABLE_PATH, process.env.CHROME_PATH, process.env.CHROME_BIN].filter(Boolean);
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'];
  const onPath = (process.env.PATH ?? '').split(path.delimiter).flatMap((folder) => names.map((name) => path.join(folder, name)));
  const standard = [
    '/opt/google/chrome/chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ];
  if ([...named, ...onPath, ...standard].some(isProgram)) return true;
  const { default: puppeteer } = await import('puppeteer');
  try {
    return isProgram(puppeteer.executablePath());
  } catch {
    // puppeteer throws when it has no browser of its own: that is the answer.
    return false;
  }
}

/** puppeteer's own Chrome, when its server answers at all. */
async function downloadChrome() {
  try {
    await fetch('https://storage.googleapis.com/chrome-for-testing-public/', { method: 'HEAD', signal: AbortSignal.timeout(CONNECT_TIMEOUT_MS) });
  } catch {
    return false;
  }
  console.log('Downloading Chrome with puppeteer …');
  const done = spawnSync(process.execPath, [path.join(root, 'node_modules', 'puppeteer', 'lib', 'puppeteer', 'node', 'cli.js'), 'browsers', 'install', 'chrome'], { cwd: root, stdio: 'inherit' });
  return done.status === 0;
}

function isContainer() {
  if (existsSync('/.dockerenv') || existsSync('/run/.containerenv') || process.env.container || process.env.KUBERNETES_SERVICE_HOST) return true;
  try {
    return !/^(systemd|init|launchd)/.test(readFileSync('/proc/1/comm', 'utf8'));
  } catch {
    return false;
  }
}

const PACKAGE_MANAGERS = [
  { program: 'apt-get', commands: [['apt-get', 'update', '-qq'], ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium']] },
  { program: 'apk', commands: [['apk', 'add', '--no-cache', 'chromium']] },
  { program: 'dnf', commands: [['dnf', 'install', '-y', 'chromium']] },
];

function installChrome() {
  const isRoot = process.getuid?.() === 0;
  const onPath = (name) => (process.env.PATH ?? '').split(path.delimiter).some((folder) => isProgram(path.join(folder, name)));
  const manager = PACKAGE_MANAGERS.find(({ program }) => onPath(program));
  const prefix = isRoot ? [] : ['sudo'];
  const commands = manager?.commands.map((command) => [...prefix, ...command]) ?? [];
  const mayInstall = (isRoot && isContainer()) || process.env.CI === 'true';
  if (commands.length === 0 || !mayInstall) {
    const how = commands.length > 0 ? commands.map((command) => command.join(' ')).join(' && ') : 'install Google Chrome or Chromium';
    console.warn(`No Chrome was found, and PDFs need one. To have them:\n  ${how}\nThe rest works without.`);
    return;
  }
  console.log('Installing Chromium with the system\'s package manager …');
  for (const [program, ...args] of commands) {
    const done = spawnSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    if (done.status !== 0) {
      console.warn(`"${[program, ...args].join(' ')}" failed, so there is no Chrome and there will be no PDFs. The rest works without.`);
      return;
    }
  }
}

checkNode();
installPackages();
if (!(await hasChrome()) && !(await downloadChrome())) installChrome();
