import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { productRoot } from '../../src/pack/product-files.js';
import { ACTION_INPUTS, defaultOf, type InputName } from '../../src/settings/inputs.js';

/** What a runner has of an action: the repository's files, and no node_modules. Built from the sources as they are. */
export async function checkOutAction(folder: string): Promise<string> {
  const root = productRoot();
  for (const name of ['package.json', 'queries', 'frameworks', 'templates', 'schemas', 'src']) await cp(join(root, name), join(folder, name), { recursive: true });
  buildInto(join(folder, 'dist'));
  return folder;
}

export function buildInto(outdir: string): void {
  execFileSync(process.execPath, [join(productRoot(), 'scripts', 'build.mjs'), '--outdir', outdir], { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Folder of the native part that npm installed here. */
export function nativeFolder(): string {
  return join(productRoot(), 'node_modules', '@duckdb', `node-bindings-${process.platform}-${process.arch}`);
}

export interface Step {
  /** The file of the action that is started. */
  readonly main: string;
  /** Inputs as a workflow gives them; the others have action.yml's defaults. */
  readonly inputs?: Readonly<Partial<Record<InputName, string>>>;
  /** The job's environment, added to the runner's own. */
  readonly env?: Readonly<Record<string, string>>;
  /** The event that started the workflow; null: there is no such file. */
  readonly event?: object | null;
  /** A folder of the test's own for the workspace and the runner's files. */
  readonly room: string;
  /** What stands in the workspace, as actions/checkout leaves it: contents by path. */
  readonly checkout?: ReadonlyMap<string, Buffer>;
  readonly node?: string;
  /** Called with the log as it grows. */
  readonly onLog?: (log: string, stop: (signal: NodeJS.Signals) => void) => void;
}

export interface StepEnd {
  readonly code: number | null;
  /** As a reader of the job's log sees it: secrets masked, commands for the runner carried out. */
  readonly log: string;
  /** Messages of `::error::`. */
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  /** Handed to the post step as `STATE_…`. */
  readonly state: Readonly<Record<string, string>>;
  readonly summary: string;
  /** Milliseconds until the first line. */
  readonly firstLineMs: number;
  /** `GITHUB_WORKSPACE`, in which it ran. */
  readonly workspace: string;
}

const PRIVATE = { repository: { full_name: 'octo-org/cloud-logs', private: true, visibility: 'private' } };

/** Starts an action's file as GitHub's runner does, by environment variables alone. */
export async function runStep({ main, inputs = {}, env = {}, event = PRIVATE, room, checkout = new Map(), node = process.execPath, onLog }: Step): Promise<StepEnd> {
  const folder = mkdtempSync(join(room, 'step-'));
  const place = (name: string, text = ''): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const files = { GITHUB_OUTPUT: place('output'), GITHUB_STATE: place('state'), GITHUB_ENV: place('env'), GITHUB_PATH: place('path'), GITHUB_STEP_SUMMARY: place('summary') };
  // Of expressions, the runner evaluates those in action.yml's defaults.
  const given = Object.fromEntries(ACTION_INPUTS.map(({ name }) => [`INPUT_${name.toUpperCase()}`, (inputs[name] ?? defaultOf(name, 'action') ?? '').replace('${{ github.token }}', env['GITHUB_TOKEN'] ?? '')]));
  const runner = {
    PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...chromeOf(process.env), CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_ACTOR: 'octocat', GITHUB_ACTION_REF: 'v1', GITHUB_RUN_ID: '42', GITHUB_RUN_ATTEMPT: '1', GITHUB_RETENTION_DAYS: '90',
    GITHUB_SERVER_URL: 'https://github.com', GITHUB_WORKSPACE: folder, RUNNER_TEMP: folder, RUNNER_TOOL_CACHE: join(room, 'tool-cache'),
    ...(event === null ? {} : { GITHUB_EVENT_PATH: place('event.json', JSON.stringify(event)) }),
  };
  for (const [path, bytes] of checkout) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  const started = performance.now();
  let firstLineMs = NaN;
  let raw = '';
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(node, [main], { cwd: folder, env: { ...runner, ...files, ...given, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        if (raw === '') firstLineMs = performance.now() - started;
        raw += text;
        onLog?.(raw, (signal) => void child.kill(signal));
      });
    }
    child.on('error', reject).on('close', resolve);
  });
  const runnersOwn = [env['ACTIONS_RUNTIME_TOKEN'], env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'], env['GITHUB_TOKEN']].filter((secret) => secret !== undefined);
  const { log, commands } = readLog(raw, runnersOwn);
  const messages = (command: string): string[] => commands.filter(([name]) => name === command).map(([, message]) => message);
  return {
    code, log, firstLineMs, workspace: folder, errors: messages('error'), warnings: messages('warning'),
    outputs: keyValues(files.GITHUB_OUTPUT), state: keyValues(files.GITHUB_STATE), summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'),
  };
}

function chromeOf(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(['PUPPETEER_EXECUTABLE_PATH', 'CHROME_PATH', 'CHROME_BIN'].flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
}

/** A command's line: `::name key=value,…::message`. */
const COMMAND = /^\s*::([a-z-]+)(?: [^:]*)?::(.*)$/;

/** Carries commands out as the runner does: what `add-mask` names is hidden from there on, and the line that named it is not shown. */
function readLog(raw: string, runnersOwn: readonly string[]): { readonly log: string; readonly commands: readonly (readonly [string, string])[] } {
  const masks = [...runnersOwn];
  const commands: (readonly [string, string])[] = [];
  const lines: string[] = [];
  for (const line of raw.split('\n')) {
    const [, name, message = ''] = COMMAND.exec(line) ?? [];
    if (name !== undefined) commands.push([name, unescaped(message)]);
    if (name === 'add-mask') masks.push(unescaped(message));
    else lines.push(masks.reduce((text, mask) => (mask === '' ? text : text.replaceAll(mask, '***')), name === undefined ? line : `##[${name}]${unescaped(message)}`));
  }
  return { log: lines.join('\n'), commands };
}

function unescaped(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

/** The runner's files of names and values: `name<<delimiter`, lines, `delimiter`. A name that is there twice has the last value. */
function keyValues(file: string): Record<string, string> {
  const found = readFileSync(file, 'utf8').matchAll(/^([^\n]+?)<<(\S+)\n([\s\S]*?)\n?\2$/gm);
  return Object.fromEntries([...found].map(([, name = '', , value = '']) => [name, value]));
}
