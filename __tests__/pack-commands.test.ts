import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { decideCommand, reconcileCommand, type Said, sampleCommand, signoffCommand } from '../src/pack-commands.js';
import { SettingsError } from '../src/settings/errors.js';
import { type Command, parseCommand } from '../src/terminal/arguments.js';
import { writePopulation } from './store/population-pack.js';
import { writeSamplePack } from './store/sample-pack.js';
import { temporaryRoom } from './small-archive.js';

const room = await temporaryRoom();
let population: string;
let pack: Awaited<ReturnType<typeof writeSamplePack>>;
beforeAll(async () => {
  population = (await writePopulation(join(room, 'population'), ['ada', 'bob', 'eve'])).folder;
  pack = await writeSamplePack(join(room, 'packs'));
});

let outputs = 0;
const output = (): string => join(room, `output-${outputs++}`);

const BODIES: Partial<Record<Command, (given: ReturnType<typeof parseCommand>) => Promise<Said>>> = {
  decide: decideCommand, sample: sampleCommand, reconcile: reconcileCommand, signoff: (given) => signoffCommand(given, '2026-11-05'),
};

/** The command as typed, without the shell. */
async function typed(command: Command, ...args: readonly string[]): Promise<Said> {
  return (BODIES[command] as NonNullable<(typeof BODIES)[Command]>)(parseCommand(command, args));
}

describe('sample', () => {
  it('says what was drawn, from how many, and the hashes', async () => {
    const sheet = output();
    const { text, code } = await typed('sample', population, '--query', 'iam-01', '--seed', 'audit-7', '--n', '2', '--output', sheet);
    expect(code).toBe(0);
    expect(text).toMatch(new RegExp(`^Sheet +${sheet}\nDrawn +2 of 3 rows of IAM-01, seed audit-7\nResult +Population for sampling\nEvidence id +[0-9a-f]{64}\nManifest +SHA-256 [0-9a-f]{64}\nThis sheet +SHA-256 [0-9a-f]{64}; `));
  });

  it('draws 25 where no number is given', async () => {
    const { folder } = await writePopulation(join(room, 'thirty'), Array.from({ length: 30 }, (_, index) => `user-${index}`));
    expect((await typed('sample', folder, '--query', 'IAM-01', '--seed', '1', '--output', output())).text).toContain('25 of 30 rows');
  });
});

describe('reconcile', () => {
  const reconcile = async (list: string): Promise<Said> => {
    const path = output();
    await writeFile(path, list);
    return typed('reconcile', population, '--query', 'IAM-01', '--list', path, '--key', 'user_name=login', '--output', output());
  };

  it('exits 0 where all is matched', async () => {
    const { text, code } = await reconcile('login\nada\nbob\neve\n');
    expect(code).toBe(0);
    expect(text).toMatch(/^Rows in CloudTrail +3: 3 matched, 0 only in CloudTrail\nEntries in the list +3: 3 matched, 0 only in the list\n/);
  });

  it.each([['CloudTrail', 'login\nada\nbob\n'], ['the list', 'login\nada\nbob\neve\nzoe\n']])('exits 3 where something is only in %s', async (side, list) => {
    const { text, code } = await reconcile(list);
    expect(code).toBe(3);
    expect(text).toContain(`, 1 only in ${side}`);
  });

  it('prints no text of rows or list', async () => {
    const { text } = await reconcile('login\nmallory\n');
    expect(text).not.toMatch(/mallory|\bada\b/);
  });
});

describe('signoff', () => {
  it('says who signed what, and what is undecided', async () => {
    const { folder, evidenceId, manifestSha256 } = await writeSamplePack(join(room, 'signed'));
    const { text, code } = await typed('signoff', folder, '--name', 'Lee Park', '--role', 'Head of Platform', '--statement', 'I reviewed this evidence.');
    expect({ code, text }).toEqual({
      code: 0,
      text: `Signed off   ${folder}/signoff.json\nBy           Lee Park, Head of Platform, on 2026-11-05\nEvidence id  ${evidenceId}\nManifest     SHA-256 ${manifestSha256}\nExceptions   2, of which 1 undecided`,
    });
  });

  it('signs again only when told', async () => {
    const { folder } = await writeSamplePack(join(room, 'again'));
    const sign = (...more: readonly string[]): Promise<Said> => typed('signoff', folder, '--name', 'Lee', '--role', 'Head', '--statement', 'Yes.', ...more);
    await sign();
    await expect(sign()).rejects.toThrow(/is there already; give --replace/);
    expect((await sign('--replace')).code).toBe(0);
  });
});

describe('decide', () => {
  it('prints an entry for what is undecided, of all queries or of some', async () => {
    expect((await typed('decide', pack.folder)).text).toMatch(/^# Exceptions of the evidence pack 2026-10 [\s\S]*- exception: ROOT-01-/);
    expect((await typed('decide', pack.folder, '--query', 'iam-01')).text).toContain('no exception is left to decide');
  });

  it('writes a new file outside the pack, and over none', async () => {
    const path = output();
    expect((await typed('decide', pack.folder, '--output', path)).text).toContain('fill it in');
    expect(await readFile(path, 'utf8')).toContain('- exception: ROOT-01-');
    await expect(typed('decide', pack.folder, '--output', path)).rejects.toThrow(/is there already/);
    await expect(typed('decide', pack.folder, '--output', join(pack.folder, 'decisions.yml'))).rejects.toThrow(/is inside the pack/);
    expect(await readdir(pack.folder)).not.toContain('decisions.yml');
  });

  it('knows the queries of the pack alone', async () => {
    await expect(typed('decide', pack.folder, '--query', 'IAM-99')).rejects.toThrow(/^query: "IAM-99" is not in this pack\.$/);
  });
});

describe('what is typed wrong is told in one sentence', () => {
  it.each<[string, Command, string[], RegExp]>([
    ['no pack', 'sample', ['--query', 'IAM-01', '--seed', '1'], /^sample takes one folder, an evidence pack; 0 were given\.$/],
    ['two packs', 'reconcile', ['a', 'b'], /^reconcile takes one folder, an evidence pack; 2 were given\.$/],
    ['no query', 'sample', ['a', '--seed', '1'], /^query: nothing is given; name a query of the pack, such as IAM-01\.$/],
    ['no seed', 'sample', ['a', '--query', 'IAM-01'], /^seed: nothing is given; choose one yourself, /],
    ['a number in words', 'sample', ['a', '--query', 'IAM-01', '--seed', '1', '--n', 'ten'], /^n: a sample has 1 to 10000 rows\.$/],
    ['no list', 'reconcile', ['a', '--query', 'IAM-01'], /^list: nothing is given; name a CSV file\.$/],
    ['no key', 'reconcile', ['a', '--query', 'IAM-01', '--list', 'x.csv'], /^key: nothing is given; name the column/],
    ['no name', 'signoff', ['a', '--role', 'Head', '--statement', 'Yes.'], /^name: nothing is given; a sign-off says who signs/],
    ['no statement', 'signoff', ['a', '--role', 'Head', '--name', 'Lee'], /^statement: nothing is given; /],
    ['an unknown flag', 'signoff', ['a', '--force'], /^Unknown option '--force'; allowed are --name, --role, --statement, --replace, --help\.$/],
    ['no such folder', 'sample', ['nowhere', '--query', 'IAM-01', '--seed', '1'], /^nowhere is not the folder of an evidence pack: its manifest\.json is missing\.$/],
  ])('%s', async (_name, command, args, sentence) => {
    const saying = typed(command, ...args);
    await expect(saying).rejects.toThrow(SettingsError);
    await expect(saying).rejects.toThrow(sentence);
  });
});
