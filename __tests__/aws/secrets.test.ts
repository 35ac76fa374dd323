import { expect, test } from '@jest/globals';
import { execFileSync, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { githubAndSts, SETTINGS } from './github-and-sts.js';

const { fake } = githubAndSts();
const ROOT = process.cwd();

/** Bundles as scripts/build.mjs does. esbuild's own process, since it does not run within jest. */
function bundled(folder: string): string {
  const file = join(folder, 'print-everything.mjs');
  execFileSync(process.execPath, [
    join(ROOT, 'node_modules/esbuild/bin/esbuild'), join(ROOT, '__tests__/aws/print-everything.ts'), '--bundle', '--platform=node', '--target=node20', '--format=esm', `--outfile=${file}`, '--log-level=error',
    '--banner:js=import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);',
  ]);
  return file;
}

/** Lines of stdout and stderr in the order they were written: both go to one file. */
async function output(program: string, log: string, env: Record<string, string>): Promise<{ lines: string[]; code: number | null }> {
  const file = openSync(log, 'a');
  try {
    const child = spawn(process.execPath, [program], { env, stdio: ['ignore', file, file] });
    const code = await new Promise<number | null>((closed) => child.on('close', closed));
    return { lines: readFileSync(log, 'utf8').split('\n'), code };
  } finally {
    closeSync(file);
  }
}

const MASK = '::add-mask::';

/** What stands in the job's log: the runner replaces a secret from the line after its mask on. */
function jobLog(lines: readonly string[]): string {
  const masked: string[] = [];
  const log: string[] = [];
  for (const line of lines) {
    if (line.startsWith(MASK)) masked.push(line.slice(MASK.length));
    else log.push(masked.reduce((shown, secret) => shown.replaceAll(secret, '***'), line));
  }
  return log.join('\n');
}

test.each<[string, Record<string, string>, (lines: readonly string[]) => string]>([
  ['whatever the program prints, debug log and whole errors included, holds no secret but in the commands that mask it', {}, (lines) => lines.filter((line) => !line.startsWith(MASK)).join('\n')],
  ['even what Node itself prints of each request when told to is masked in time', { NODE_DEBUG: 'http,https' }, jobLog],
])('%s', async (_, more, logOf) => {
  const folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  try {
    fake().now = new Date();
    const files = Object.fromEntries(['GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_PATH', 'GITHUB_STEP_SUMMARY'].map((name) => [name, join(folder, name)]));
    for (const file of Object.values(files)) writeFileSync(file, '');
    const { lines, code } = await output(bundled(folder), join(folder, 'log'), { ...fake().env, ...files, ...more, AWS_SETTINGS: JSON.stringify(SETTINGS), AWS_ENDPOINT_URL: fake().url, RUNNER_DEBUG: '1' });

    // It did what it should: every secret was in play, and the failures were printed.
    const log = logOf(lines);
    expect([code, fake().actions().filter((action) => action === 'AssumeRoleWithWebIdentity').length]).toEqual([0, 5]);
    for (const part of ['renew: done', 'query: ', 'list: ', 'get: ', 'other role: AWS did not let this job', 'too long: role-duration: 43200', 'other account: allowed-account-ids', 'environment unchanged']) expect(log).toContain(part);
    expect(log).toContain('::debug::STSClient AssumeRoleWithWebIdentityCommand: ok, status 200');
    expect(/^HTTP \d+: /m.test(log)).toBe('NODE_DEBUG' in more);

    // The bearer token of the job is the runner's own, and masked by it.
    const [bearer = '', ...own] = fake().secrets;
    expect(own.length).toBeGreaterThan(15);
    for (const secret of own.flatMap((each) => [each, encodeURIComponent(each)])) expect(log.split('\n').filter((line) => line.includes(secret))).toEqual([]);
    expect('NODE_DEBUG' in more || !log.includes(bearer)).toBe(true);
    for (const file of Object.values(files)) expect(readFileSync(file, 'utf8')).toBe('');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
