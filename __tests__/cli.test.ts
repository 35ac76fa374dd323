import { execFile, spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { COMMAND_LINE_INPUTS } from '../src/settings/inputs.js';
import { productRoot } from '../src/pack/product-files.js';
import { COMMANDS } from '../src/terminal/arguments.js';
import { LABEL, namesIn, PERIOD, someEvents, temporaryRoom, writeLogs } from './small-archive.js';

/** The bundle as people run it: `node dist/cli.js …`. Build it first (`npm run build`). */
const CLI = join(productRoot(), 'dist', 'cli.js');
const room = await temporaryRoom();
const logs = join(room, 'logs');
const packs = join(room, 'packs');
const pack = join(packs, LABEL);

interface Told {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function cli(...args: readonly string[]): Promise<Told> {
  return new Promise((resolve) => {
    execFile(process.execPath, [CLI, ...args], { cwd: room, maxBuffer: 64 * 1024 * 1024 }, (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code ?? -1), out, err }));
  });
}

let first: Told;
beforeAll(async () => {
  await writeLogs(logs, someEvents());
  await mkdir(join(room, 'empty'));
  await writeFile(join(room, 'settings.yml'), 'scope:\n  regions: [eu-west-1]\nlists:\n  aproved-regions: [eu-west-1]\n');
  await writeFile(join(room, 'text.yml'), 'scope: [\n');
  first = await cli('run', '--logs', logs, '--period', PERIOD, '--output', packs, '--frameworks', 'gdpr', '--pdf', 'never');
});

describe('run', () => {
  it('says where the pack is, what came of it, and how to verify it', () => {
    expect(first.code).toBe(0);
    expect(first.out).toContain(`Evidence pack  ${pack}\n`);
    expect(first.out).toMatch(/^Evidence id {4}[0-9a-f]{64}$/m);
    expect(first.out).toMatch(/^Status {9}Complete$/m);
    expect(first.out).toContain(`cloudtrail-evidence verify ${pack}`);
    // Off a terminal: plain lines, no bar.
    expect(first.err).toMatch(/^Read 2 log files …$/m);
    // eslint-disable-next-line no-control-regex -- no cursor is moved in a log
    expect(first.err).not.toMatch(/[\u001b\r]/);
  });

  it('exits by what it found and by fail-on', async () => {
    const again = ['run', '--logs', logs, '--period', PERIOD, '--frameworks', 'gdpr', '--pdf', 'never'];
    const [undecided, outside] = [await cli(...again, '--output', packs, '--fail-on', 'both'), await cli(...again, '--output', join(room, 'july'), '--period', '2026-07')];
    expect([undecided.code, outside.code]).toEqual([3, 4]);
    expect(outside.out).toMatch(/^Status {9}Incomplete/m);
  });

  const usual = ['--logs', logs, '--period', PERIOD, '--output', join(room, 'never')];
  const changed = (flag: string, value: string): string[] => ['run', ...usual.flatMap((arg, index) => (usual[index - 1] === flag ? [value] : [arg])), ...(usual.includes(flag) ? [] : [flag, value])];
  const bad: [string, string[], RegExp][] = [
    ['an unknown command', ['rn'], /^"rn" is not a command; allowed are run, check, verify, decide, sample, reconcile, signoff, queries, demo\./],
    ['an unknown flag', ['run', ...usual, '--perid', '2026-10'], /^Unknown option '--perid'; allowed are --logs, --period, /],
    ['a flag without its value', ['run', '--logs'], /^Option '--logs <value>' argument missing; allowed are /],
    ['a word too many', ['run', ...usual, 'more'], /^Unexpected argument 'more'/],
    ['no logs', ['run', '--period', PERIOD], /^logs: nothing is given; give log files /],
    ['a folder that is not there', changed('--logs', join(room, 'nowhere')), /^logs: ".*nowhere" does not exist; give a folder, a file, or a pattern/],
    ['a folder without logs', changed('--logs', join(room, 'empty')), /^logs: ".*empty" holds no log file .*; give a folder/],
    ['no such period', changed('--period', 'October'), /^period: "October" is not a period; give last-month, last-quarter, a month/],
    ['a period that ends before it starts', changed('--period', '2026-10-07..2026-10-05'), /^period: "2026-10-07\.\.2026-10-05" ends \(2026-10-05T00:00:00Z\) before it starts/],
    ['an open period', changed('--period', '2126-01'), /^period: "2126-01" ends at 2126-02-01T00:00:00Z, and logs settle 3 hours later; it is .* now\. .*allow-open-period/],
    ['an unknown framework', changed('--frameworks', 'soc2,iso'), /^frameworks: "iso" is not known; allowed are gdpr, soc2\.$/],
    ['an unknown way of PDFs', changed('--pdf', 'maybe'), /^pdf: "maybe" is not one of auto, required, never\.$/],
    ['a settings file that is not there', changed('--settings-file', 'nowhere.yml'), /^settings-file: "nowhere\.yml" cannot be read/],
    ['a settings file with an unknown key', changed('--settings-file', 'settings.yml'), /^settings\.yml:4: .*aproved-regions/],
    ['a settings file that is no YAML', changed('--settings-file', 'text.yml'), /^text\.yml:\d: /],
    ['run facts that are none', changed('--run-facts', 'settings.yml'), /^run-facts: "settings\.yml" cannot be read as JSON/],
    ['a previous pack that is none', changed('--previous-pack', join(room, 'empty')), /empty/],
    ['a temporary folder that is a file', changed('--temp-dir', join(room, 'settings.yml')), /^temp-dir: nothing can be written in .*settings\.yml; give a folder/],
    ['an output folder that is a file', changed('--output', join(room, 'settings.yml')), /settings\.yml/],
  ];
  it.each(bad)('refuses %s in one sentence, and writes nothing', async (_name, args, sentence) => {
    const { code, out, err } = await cli(...args);
    const said = err.split('\n').filter((line) => line !== '' && !line.startsWith('  ') && !line.endsWith(' …') && !line.startsWith('Cause: '));
    expect({ code, out, said: said.length }).toEqual({ code: 1, out: '', said: 1 });
    expect(said[0]).toMatch(sentence);
    expect(err).not.toMatch(/^\s+at /m);
    expect(await namesIn(join(room, 'never'))).toEqual([]);
  });

  it('tells the cause on a line of its own', async () => {
    const { code, err } = await cli('run', '--logs', join(room, 'nowhere'), '--period', PERIOD);
    expect({ code, lines: err.trimEnd().split('\n').slice(1).map((line) => line.slice(0, 14)) }).toEqual({ code: 1, lines: ['logs: "' + room.slice(0, 7), 'Cause: ENOENT:'] });
  });

  it('tells all that is wrong at once', async () => {
    const { code, err } = await cli('run', '--period', 'x', '--frameworks', 'y', '--fail-on', 'z');
    expect(code).toBe(1);
    expect(err.trimEnd().split('\n').map((line) => line.split(':')[0])).toEqual(['logs', 'period', 'frameworks', 'fail-on']);
  });

  it('refuses an output folder that holds a different pack, and leaves it as it is', async () => {
    const other = join(room, 'other-logs');
    await writeLogs(other, someEvents().slice(1));
    const before = await readFile(join(pack, 'SHA256SUMS'), 'utf8');
    const { code, out, err } = await cli('run', '--logs', other, '--period', PERIOD, '--output', packs, '--frameworks', 'gdpr', '--pdf', 'never');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err.trimEnd().split('\n').at(-1)).toMatch(/^output-dir: .* holds a pack with another evidence id .* Nothing was replaced\. Move the old pack away, or choose another output folder\.$/);
    expect(await readFile(join(pack, 'SHA256SUMS'), 'utf8')).toBe(before);
    expect(await namesIn(packs)).toEqual([LABEL]);
    expect((await cli('verify', pack)).code).toBe(0);
  });
});

describe('a run that is stopped', () => {
  // Some seconds' worth of reading, so that the signal comes while the engine is at it.
  const many = join(room, 'many-logs');
  beforeAll(async () => {
    const day = someEvents().filter(({ eventTime }) => String(eventTime).startsWith('2026-10-05'));
    const records = Array.from({ length: 100_000 }, (_, index) => ({ ...day[index % day.length], eventID: `many-${index}` }));
    await writeLogs(many, records);
  });

  /** Runs, sends the signal once a line of progress begins so, and tells how it ended. */
  function stopped(signal: NodeJS.Signals, at: string, places: { readonly output: string; readonly temp: string }): Promise<{ code: number | null; err: string; before: readonly string[] }> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [CLI, 'run', '--logs', many, '--period', PERIOD, '--output', places.output, '--temp-dir', places.temp, '--pdf', 'never'], { cwd: room, stdio: ['ignore', 'ignore', 'pipe'] });
      let err = '';
      let before: readonly string[] = [];
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        const seen = err.includes(`\n${at}`);
        err += text;
        if (seen || !err.includes(`\n${at}`)) return;
        before = [...readdirSync(places.output), ...readdirSync(places.temp)].map((name) => name.replace(/[^.-]+$/, ''));
        child.kill(signal);
      });
      child.on('error', reject).on('close', (code) => resolve({ code, err, before }));
    });
  }

  it.each([['SIGTERM', 143, 'Read '], ['SIGINT', 130, 'Read '], ['SIGTERM', 143, 'Run ']] as const)('by %s leaves nothing behind and exits with %i, at "%s"', async (signal, exit, at) => {
    const places = { output: join(room, `stopped-${signal}-${at.trim()}`), temp: join(room, `temp-${signal}-${at.trim()}`) };
    const { code, err, before } = await stopped(signal, at, places);
    expect({ code, before }).toEqual({ code: exit, before: [`.${LABEL}.partial-`, 'cloudtrail-evidence-'] });
    expect(err.trimEnd().split('\n').at(-1)).toBe(`Stopped by ${signal}; what the run had written is removed.`);
    expect([await namesIn(places.output), await namesIn(places.temp)]).toEqual([[], []]);
  });
});

describe('help', () => {
  it.each(['--help', 'help', '-h', ''])('%s names the commands', async (word) => {
    const { code, out, err } = await cli(...(word === '' ? [] : [word]));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const command of Object.keys(COMMANDS)) expect(out).toMatch(new RegExp(`^  ${command} `, 'm'));
  });

  it('of run explains every input and every exit code', async () => {
    const { code, out } = await cli('run', '--help');
    expect(code).toBe(0);
    for (const { name } of COMMAND_LINE_INPUTS) expect(out).toContain(`--${name}`);
    for (const exit of [0, 1, 3, 4, 5]) expect(out).toMatch(new RegExp(`^  ${exit}  `, 'm'));
  });

  it.each([
    ['verify', /exits 5/], ['decide', /decisions\.yml/], ['sample', /with sha256sum/], ['reconcile', /0 all matched, 3 some are on one side alone/], ['signoff', /not a cryptographic signature/],
    ['queries', /queries LAM-04/], ['demo', /seeded\.json/],
  ])('of %s teaches', async (command, words) => {
    const { code, out, err } = await cli(command, '--help');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(words);
  });
});

describe('queries', () => {
  it('tries queries on their own test events, with no logs and nothing else given', async () => {
    const { code, out } = await cli('queries', '--self-test', 'root-01', 'LOG-02');
    expect([code, out]).toEqual([0, expect.stringMatching(/^LOG-02 +fired (\d+) of \1 +silent (\d+) of \2\nROOT-01 +fired .*\n\n2 queries on duckdb: .*: all as they must\.\n$/)]);
  });

  it('takes what goes with that only with it', async () => {
    expect(await cli('queries', 'root-01', 'LOG-02')).toMatchObject({ code: 1, err: expect.stringContaining('queries takes several ids only with --self-test.') });
    expect(await cli('queries', '--engine', 'athena')).toMatchObject({ code: 1, err: expect.stringContaining('queries takes --engine only with --self-test.') });
  });

  it('lists every question with its criteria', async () => {
    const { code, out } = await cli('queries');
    expect(code).toBe(0);
    expect(out).toMatch(/ROOT-01 .*Root user activity/);
    expect(out).toMatch(/CC6\.\d/);
  });

  it('shows one in full, however its id is written', async () => {
    const { code, out } = await cli('queries', 'lam-04');
    expect(code).toBe(0);
    expect(out).toContain('LAM-04');
    expect(out).toMatch(/\bSELECT\b/);
  });

  it('knows no other', async () => {
    const { code, out, err } = await cli('queries', 'nope');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^"nope" is no query of the pack; allowed are AUTH-01, .*\n$/);
  });
});

describe('verify', () => {
  it('says that a good pack agrees, with its evidence id', async () => {
    const { code, out, err } = await cli('verify', pack);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^\d+ files checked; every hash and count agrees\.\nEvidence id [0-9a-f]{64}\n$/);
  });

  it('names the file of a broken one, and exits 5', async () => {
    const broken = join(room, 'broken');
    await cp(pack, broken, { recursive: true });
    const csv = join(broken, 'results', 'ROOT-01.csv');
    await writeFile(csv, (await readFile(csv, 'utf8')).replace('root-1', 'root-2'));
    const { code, out } = await cli('verify', broken);
    expect(code).toBe(5);
    expect(out).toMatch(/^results\/ROOT-01\.csv: was changed: .*\n\n1 problem found\./);
  });

  it.each([[[], /verify takes one folder/], [['a', 'b'], /verify takes one folder/]])('of %j is a mistake', async (args, sentence) => {
    const { code, err } = await cli('verify', ...args);
    expect(code).toBe(1);
    expect(err).toMatch(sentence);
  });

  it('of what is no pack is a broken pack', async () => {
    expect((await cli('verify', dirname(pack))).code).toBe(5);
    expect((await cli('verify', join(room, 'nowhere'))).code).toBe(5);
  });
});

describe('with a finished pack', () => {
  it('an owner gets a decisions file to fill in', async () => {
    const { code, out, err } = await cli('decide', pack);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/\ndecisions:\n[\s\S]*\n {2}# ROOT-01: Root user activity\.\n {2}- exception: ROOT-01-[0-9a-f]{12}\n/);
  });

  it('an auditor draws the same rows twice', async () => {
    const draw = (output: string): Promise<Told> => cli('sample', pack, '--query', 'IAM-01', '--seed', 'audit-7', '--n', '2', '--output', output);
    expect([(await draw('one.csv')).code, (await draw('two.csv')).code]).toEqual([0, 0]);
    expect(await readFile(join(room, 'one.csv'), 'utf8')).toBe(await readFile(join(room, 'two.csv'), 'utf8'));
  });

  it('an auditor matches rows with a list; exit 3 tells that they differ', async () => {
    await writeFile(join(room, 'joiners.csv'), '\ufefflogin;ticket\r\nbob;T-1\r\nzoe;T-2\r\n');
    const { code, out, err } = await cli('reconcile', pack, '--query', 'IAM-01', '--list', 'joiners.csv', '--key', 'subject=login');
    expect({ code, err }).toEqual({ code: 3, err: '' });
    expect(out).toMatch(/^Entries in the list +2: 1 matched, 1 only in the list$/m);
    expect(await readFile(join(room, 'IAM-01-reconciled.csv'), 'utf8')).toContain('"only in the list","zoe"');
  });

  it('a reviewer signs it off, and verify says so', async () => {
    const signed = join(room, 'signed');
    await cp(pack, signed, { recursive: true });
    expect((await cli('signoff', signed, '--name', 'Lee Park', '--role', 'Head of Platform', '--statement', 'I reviewed this evidence.')).code).toBe(0);
    expect((await cli('verify', signed)).out).toMatch(/\nSigned off by Lee Park, Head of Platform, on \d{4}-\d\d-\d\d\n$/);
  });

  it('nobody samples, matches or signs a broken one: exit 5', async () => {
    const changed = join(room, 'changed');
    await cp(pack, changed, { recursive: true });
    await writeFile(join(changed, 'results', 'IAM-01.jsonl'), '{}\n');
    const told = await Promise.all([
      cli('sample', changed, '--query', 'IAM-01', '--seed', '1', '--output', 'broken.csv'),
      cli('reconcile', changed, '--query', 'IAM-01', '--list', 'joiners.csv', '--key', 'subject=login', '--output', 'broken.csv'),
      cli('signoff', changed, '--name', 'Lee', '--role', 'Head', '--statement', 'Yes.'),
    ]);
    for (const { code, out, err } of told) expect({ code, out, lines: err.trimEnd().split('\n').length, names: err.includes('results/IAM-01.jsonl') }).toEqual({ code: 5, out: '', lines: 1, names: true });
    expect([...(await namesIn(room)), ...(await namesIn(changed))].filter((name) => ['broken.csv', 'signoff.json'].includes(name))).toEqual([]);
  });

  it.each([['sample'], ['reconcile'], ['signoff'], ['decide']])('%s without a pack is a mistake', async (command) => {
    const { code, out, err } = await cli(command);
    expect({ code, out, err }).toEqual({ code: 1, out: '', err: `${command} takes one folder, an evidence pack; 0 were given.\n` });
  });
});

describe('check', () => {
  it('tells what a run would read, and writes nothing', async () => {
    const before = await namesIn(packs);
    const { code, out } = await cli('check', '--logs', logs, '--period', PERIOD, '--output', packs);
    expect(code).toBe(0);
    expect(out).toMatch(/\nLogs {13}2 log files .*\n[\s\S]*\nResult {11}A run can start\.\n$/);
    expect(await namesIn(packs)).toEqual(before);
  });

  it('exits 1 where something is to mend, and is the same as run --check-only', async () => {
    const [checked, run] = await Promise.all([['check'], ['run', '--check-only']].map((command) => cli(...command, '--logs', logs, '--period', '2026-03')));
    expect(checked).toEqual({ code: 1, out: expect.stringContaining('To mend before a run: Logs.'), err: expect.anything() });
    expect(run).toEqual(checked);
  });
});

describe('--version', () => {
  it('is the product’s', async () => {
    expect((await cli('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
