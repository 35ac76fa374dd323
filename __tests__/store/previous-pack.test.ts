import { cp, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ComparedException } from '../../src/evidence/trend-exceptions.js';
import { SettingsError } from '../../src/settings/errors.js';
import { buildManifest, parseManifest, renderManifest, sha256Of } from '../../src/store/manifest.js';
import { findPreviousPack, readPreviousPack, type ReadPack } from '../../src/store/previous-pack.js';
import { zipPack } from '../../src/store/zip.js';
import { freshFolder, PERIOD, writeSamplePack } from './sample-pack.js';

/** What a repository keeps of a pack by default: no rows, no names. */
const SUMMARY = ['README.md', 'results.json', 'exceptions.csv', 'coverage.csv', 'manifest.json', 'SHA256SUMS', 'trend.json'];

let room: string;
let whole: Awaited<ReturnType<typeof writeSamplePack>>;
let places = 0;
beforeAll(async () => {
  room = await freshFolder();
  whole = await writeSamplePack(join(room, 'packs'));
});
afterAll(async () => {
  await rm(room, { recursive: true, force: true });
});

const fresh = (): string => join(room, `place-${places++}`);

/** A copy of some files of the pack. */
async function copied(files: readonly string[] = SUMMARY, place = fresh()): Promise<string> {
  await mkdir(place, { recursive: true });
  for (const file of files) await cp(join(whole.folder, file), join(place, file));
  return place;
}

/** Changes a file and, as somebody who covers it up would, what the manifest says of it. */
async function resealed(place: string, file: string, change: (text: string) => string): Promise<void> {
  const text = change(await readFile(join(place, file), 'utf8'));
  await writeFile(join(place, file), text);
  const manifest = parseManifest(await readFile(join(place, 'manifest.json'), 'utf8'));
  const files = manifest.files.map((each) => (each.path === file ? { ...each, bytes: Buffer.byteLength(text), sha256: sha256Of(text) } : each));
  await writeFile(join(place, 'manifest.json'), renderManifest(buildManifest(files, { ...manifest, period: { ...manifest.period } })));
}

async function exceptionsOf(pack: ReadPack): Promise<readonly ComparedException[]> {
  const all: ComparedException[] = [];
  for await (const chunk of pack.exceptions()) all.push(...chunk);
  return all;
}

describe('the previous pack', () => {
  async function expectKnown(pack: ReadPack): Promise<void> {
    expect(pack.pack).toEqual({ label: '2026-10', period: { start: PERIOD.start, end: PERIOD.end }, evidenceId: whole.evidenceId, manifestSha256: whole.manifestSha256 });
    expect(pack.side.results.map(({ id }) => id)).toEqual(['IAM-01', 'ROOT-01', 'ROOT-02']);
    expect(pack.side.facts.toolVersion).toBe('0.1.0');
    const lines = [{ query: 'ROOT-01', hash: 0x0123456789ab, state: 'decided' }, { query: 'ROOT-01', hash: 0xba9876543210, state: 'expired' }];
    expect(await exceptionsOf(pack)).toEqual(lines);
    expect(await exceptionsOf(pack)).toEqual(lines);
  }

  it('is read from its folder', async () => expectKnown(await readPreviousPack(whole.folder)));

  it('is read from what a repository keeps of it', async () => expectKnown(await readPreviousPack(await copied())));

  it('is read from its zip', async () => {
    await expectKnown(await readPreviousPack((await zipPack(whole.folder, `${fresh()}.zip`)).path));
  });

  it('is read from a zip that has the pack’s folder in it', async () => {
    const place = `${fresh()}.zip`;
    await writeFile(place, zipSync(Object.fromEntries(await Promise.all(SUMMARY.map(async (file) => [`2026-10/${file}`, new Uint8Array(await readFile(join(whole.folder, file)))] as const)))));
    await expectKnown(await readPreviousPack(place));
  });

  it('goes by its label, or by its folder where that is a later revision', async () => {
    const revision = await copied(SUMMARY, join(fresh(), '2026-10-r2'));
    const renamed = await copied(SUMMARY, join(fresh(), 'before'));
    expect([(await readPreviousPack(whole.folder)).name, (await readPreviousPack(revision)).name, (await readPreviousPack(renamed)).name]).toEqual(['2026-10', '2026-10-r2', '2026-10']);
  });

  it('comes with the text of the sign-off beside its manifest', async () => {
    const place = await copied();
    expect((await readPreviousPack(place)).signOff).toEqual({ text: null, problem: null });
    await writeFile(join(place, 'signoff.json'), '{"name":"dana"}');
    expect((await readPreviousPack(place)).signOff).toEqual({ text: '{"name":"dana"}', problem: null });
    await rm(join(place, 'signoff.json'));
    await symlink('/etc/hostname', join(place, 'signoff.json'));
    expect((await readPreviousPack(place)).signOff).toEqual({ text: null, problem: 'is a symbolic link' });
  });
});

describe('a named previous pack that cannot be compared with', () => {
  it('is refused in a sentence when it is not there, or is none', async () => {
    await expect(readPreviousPack(join(room, 'nowhere'))).rejects.toThrow(/^previous-pack: .*nowhere is not there\. Give the folder of a pack or its zip, as it was written\.$/);
    await expect(readPreviousPack(room)).rejects.toThrow(/^previous-pack: .* is not an evidence pack: its manifest.json is missing\. Give/);
    await expect(readPreviousPack(join(whole.folder, 'README.md'))).rejects.toThrow(/^previous-pack: .*README.md is not a zip\. Give/);
  });

  it.each<[string, (place: string) => Promise<unknown>, RegExp]>([
    ['a missing file', (place) => rm(join(place, 'results.json')), /its results.json is missing/],
    ['a changed file', (place) => writeFile(join(place, 'results.json'), '{}'), /its results.json is not the file that manifest.json lists/],
    ['a changed trend', async (place) => writeFile(join(place, 'trend.json'), (await readFile(join(place, 'trend.json'), 'utf8')).replace('0.1.0', '0.1.1')), /its trend.json is not the file/],
    ['changed exceptions', async (place) => writeFile(join(place, 'exceptions.csv'), (await readFile(join(place, 'exceptions.csv'), 'utf8')).replaceAll('0123456789ab', '1123456789ab')), /its exceptions.csv is not the file/],
    ['an exception less, and a manifest that agrees', (place) => resealed(place, 'exceptions.csv', (text) => text.replace(/.*ba9876543210.*\n/, '')), /its exceptions.csv and results.json count the exceptions of ROOT-01 differently/],
    ['an exception decided, and a manifest that agrees', (place) => resealed(place, 'exceptions.csv', (text) => text.replace('"expired"', '"decided"')), /count the exceptions of ROOT-01 differently/],
    ['exceptions out of order', (place) => resealed(place, 'exceptions.csv', (text) => `${text}"AUTH-02-0123456789ab","AUTH-02","undecided",,\n`), /its exceptions.csv is not sorted by query/],
    ['a line that is no exception', (place) => resealed(place, 'exceptions.csv', (text) => `${text}=cmd|' /C calc'!A0\n`), /its exceptions.csv holds a line that is no exception/],
    ['a line without an end', (place) => resealed(place, 'exceptions.csv', (text) => text + 'x'.repeat(2_000_000)), /its exceptions.csv holds a line that is no exception/],
    ['a last line cut short', (place) => resealed(place, 'exceptions.csv', (text) => text.trimEnd()), /its exceptions.csv ends within a line/],
    ['no exceptions.csv at all', async (place) => { const manifest = parseManifest(await readFile(join(place, 'manifest.json'), 'utf8')); await writeFile(join(place, 'manifest.json'), renderManifest(buildManifest(manifest.files.filter(({ path }) => path !== 'exceptions.csv'), manifest))); }, /its exceptions.csv is not in manifest.json/],
    ['a trend of another shape', (place) => resealed(place, 'trend.json', (text) => text.replace('"deploy-roles"', '"x"').replace('list-deploy-roles', '<script>')), /its trend.json has not the shape it should have/],
    ['a label that is a path', (place) => resealed(place, 'README.md', (text) => text).then(async () => writeFile(join(place, 'manifest.json'), (await readFile(join(place, 'manifest.json'), 'utf8')).replace('"label": "2026-10"', '"label": "../2026-10"'))), /its manifest.json has a label that names no folder/],
    ['an evidence id of other files', async (place) => writeFile(join(place, 'manifest.json'), (await readFile(join(place, 'manifest.json'), 'utf8')).replace(whole.evidenceId, 'a'.repeat(64))), /its manifest.json gives an evidence id that the files it lists do not make/],
    ['results of another period', (place) => resealed(place, 'results.json', (text) => text.replace('2026-10-01T00', '2026-10-02T00')), /its results.json is about another period than manifest.json/],
    ['a link in place of a file', async (place) => { await rename(join(place, 'results.json'), join(place, 'r')); await symlink('r', join(place, 'results.json')); }, /its results.json is a symbolic link/],
  ])('is refused with %s', async (_name, damage, why) => {
    const place = await copied();
    await damage(place);
    await expect(readPreviousPack(place)).rejects.toThrow(SettingsError);
    await expect(readPreviousPack(place)).rejects.toThrow(why);
  });

  it('is refused as a zip with a name that leads outside', async () => {
    const place = `${fresh()}.zip`;
    await writeFile(place, zipSync({ 'manifest.json': new Uint8Array(await readFile(join(whole.folder, 'manifest.json'))), '../evil.json': new Uint8Array(2) }));
    await expect(readPreviousPack(place)).rejects.toThrow(/^previous-pack: .*\.zip holds a file named "\.\.\/evil\.json", which leads outside of it\. Give/);
  });
});

describe('the pack found in the output folder', () => {
  const NOVEMBER = { start: '2026-11-01T00:00:00Z', end: '2026-12-01T00:00:00Z', label: '2026-11' };
  const found = async (output: string, period = NOVEMBER): Promise<{ name: string | undefined; said: readonly string[] }> => {
    const said: string[] = [];
    return { name: (await findPreviousPack(output, period, (sentence) => said.push(sentence)))?.name, said };
  };

  it('is the one whose period ends where this one begins, or before', async () => {
    const output = fresh();
    await copied(SUMMARY, join(output, '2026-10'));
    await mkdir(join(output, 'notes'));
    await writeFile(join(output, 'README.md'), 'x');
    expect(await found(output)).toEqual({ name: '2026-10', said: [] });
    expect(await found(output, { ...NOVEMBER, start: '2027-01-01T00:00:00Z', end: '2027-02-01T00:00:00Z' })).toEqual({ name: '2026-10', said: [] });
    expect(await found(output, { ...PERIOD, end: '2026-12-01T00:00:00Z' })).toEqual({ name: undefined, said: [] });
    expect(await found(output, { ...NOVEMBER, start: '2026-10-31T23:59:59Z' })).toEqual({ name: undefined, said: [] });
  });

  it('is the latest revision of its period', async () => {
    const output = fresh();
    for (const name of ['2026-10', '2026-10-r10', '2026-10-r2']) await copied(SUMMARY, join(output, name));
    expect((await found(output)).name).toBe('2026-10-r10');
  });

  it('is none in a folder that is not there yet, and none that is a link', async () => {
    expect(await found(join(room, 'not-yet'))).toEqual({ name: undefined, said: [] });
    const output = fresh();
    await mkdir(output);
    await symlink(whole.folder, join(output, '2026-10'));
    expect(await found(output)).toEqual({ name: undefined, said: [] });
  });

  it('is left aside with a warning when it is damaged, and the one before it is taken', async () => {
    const output = fresh();
    await copied(SUMMARY, join(output, '2026-10'));
    const damaged = await copied(SUMMARY, join(output, '2026-10-r2'));
    await writeFile(join(damaged, 'trend.json'), '{}');
    const broken = await copied(SUMMARY, join(output, '2026-08'));
    await writeFile(join(broken, 'manifest.json'), '[');
    expect(await found(output)).toEqual({
      name: '2026-10',
      said: [
        'The pack 2026-08 in the output folder is not an evidence pack: its manifest.json is not JSON; it is left aside, and nothing is compared with it.',
        'The pack 2026-10-r2 in the output folder cannot be compared with: its trend.json is not the file that manifest.json lists; it is left aside, and nothing is compared with it.',
      ],
    });
  });
});
