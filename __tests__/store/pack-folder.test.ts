import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PackFolder } from '../../src/store/pack-folder.js';
import { SettingsError } from '../../src/settings/errors.js';
import { chunked, freshFolder, writeSamplePack } from './sample-pack.js';

let output: string;
beforeEach(async () => {
  output = await freshFolder();
});
afterEach(async () => {
  await rm(output, { recursive: true, force: true });
});

async function hidden(): Promise<string[]> {
  return (await readdir(output)).filter((name) => name.startsWith('.'));
}

describe('a pack on disk', () => {
  it('stands whole in its place, with nothing left beside it', async () => {
    const { folder } = await writeSamplePack(output);
    expect(folder).toBe(join(output, '2026-10'));
    expect(await hidden()).toEqual([]);
    expect((await readdir(folder)).sort()).toEqual([
      'README.md', 'SHA256SUMS', 'coverage.csv', 'decisions.json', 'engine', 'exceptions.csv', 'integrity.json', 'manifest.json', 'queries', 'results',
      'results.json', 'run.json', 'soc2.md', 'trend.json',
    ]);
  });

  it('is accepted by the real sha256sum, which then sees every file', async () => {
    const { folder } = await writeSamplePack(output);
    const lines = execFileSync('sha256sum', ['-c', '--strict', 'SHA256SUMS'], { cwd: folder, encoding: 'utf8' }).trim().split('\n');
    expect(lines).toHaveLength(18);
    expect(lines.every((line) => line.endsWith(': OK'))).toBe(true);
  });

  it('has the same bytes when written twice', async () => {
    const first = await writeSamplePack(join(output, 'one'));
    const second = await writeSamplePack(join(output, 'two'));
    expect(second).toEqual({ ...first, folder: second.folder });
    for (const name of ['SHA256SUMS', 'manifest.json', 'run.json', 'integrity.json']) {
      expect(await readFile(join(second.folder, name), 'utf8')).toBe(await readFile(join(first.folder, name), 'utf8'));
    }
  });

  it('holds no half of a query whose rows broke off', async () => {
    const pack = await PackFolder.create(output, '2026-10');
    const broken = async function* () {
      yield* chunked([['a'], ['b']]);
      throw new Error('engine gone');
    };
    await expect(pack.writeRows('ROOT-01', ['x'], broken())).rejects.toThrow('engine gone');
    expect(pack.files()).toEqual([]);
    expect(await readdir(join(pack.staging, 'results'))).toEqual([]);
    await pack.discard();
    expect(await readdir(output)).toEqual([]);
  });

  it.each(['../x.md', '/etc/x.md', 'a\\b.md', '.hidden.md', 'results/../x.md', 'CON.md', 'a//b.md', 'x.md\n', 'ü.md', `${'x'.repeat(300)}.md`])('refuses to hold a file named %j', async (path) => {
    const pack = await PackFolder.create(output, '2026-10');
    await expect(pack.write(path, 'x')).rejects.toThrow('cannot hold a file');
    await pack.discard();
  });

  it('refuses two names that differ only in case', async () => {
    const pack = await PackFolder.create(output, '2026-10');
    await pack.write('soc2.md', 'x');
    await expect(pack.write('SOC2.md', 'x')).rejects.toThrow();
    await pack.discard();
  });
});

describe('where a pack may go', () => {
  it('stands beside the packs of other periods', async () => {
    await writeSamplePack(output);
    await writeSamplePack(output, { label: '2026-11' });
    expect((await readdir(output)).sort()).toEqual(['2026-10', '2026-11']);
  });

  it('fills an empty folder that is already there', async () => {
    await mkdir(join(output, '2026-10'));
    expect((await writeSamplePack(output)).folder).toBe(join(output, '2026-10'));
  });

  it('replaces a pack with the same evidence id and manifest, and keeps its sign-off', async () => {
    const { folder } = await writeSamplePack(output);
    await writeFile(join(folder, 'signoff.json'), '{"by":"ada"}\n');
    await writeFile(join(folder, 'soc2.md'), 'an older rendering');
    await writeSamplePack(output);
    expect(await readFile(join(folder, 'soc2.md'), 'utf8')).toContain('# Report');
    expect(await readFile(join(folder, 'signoff.json'), 'utf8')).toBe('{"by":"ada"}\n');
    expect(await hidden()).toEqual([]);
  });

  it('keeps a signed pack whose manifest would be another one', async () => {
    const { folder } = await writeSamplePack(output);
    await writeFile(join(folder, 'signoff.json'), '{"by":"ada"}\n');
    const before = await readFile(join(folder, 'SHA256SUMS'), 'utf8');
    await expect(writeSamplePack(output, { previous: 'madeUp' })).rejects.toThrow(/is signed off, .*this run's differs, .*Nothing was replaced/);
    expect(await readFile(join(folder, 'SHA256SUMS'), 'utf8')).toBe(before);
    expect(await hidden()).toEqual([]);
  });

  it('keeps a pack with another evidence id, and says what to do', async () => {
    const { folder } = await writeSamplePack(output);
    const before = await readFile(join(folder, 'SHA256SUMS'), 'utf8');
    await expect(writeSamplePack(output, { firstUser: 'someone else' })).rejects.toThrow(/another evidence id.*Nothing was replaced.*choose another output folder/);
    expect(await readFile(join(folder, 'SHA256SUMS'), 'utf8')).toBe(before);
    expect(await hidden()).toEqual([]);
  });

  it('goes beside whatever it may not replace, where that was asked for', async () => {
    const next = async (firstUser: string): Promise<string> => (await writeSamplePack(output, { firstUser, beside: true })).folder;
    expect([await next('bob'), await next('carol'), await next('dave'), await next('carol')]).toEqual(['2026-10', '2026-10-r2', '2026-10-r3', '2026-10-r2'].map((name) => join(output, name)));
    await writeFile(join(output, '2026-10', 'notes.txt'), 'x');
    await writeFile(join(output, '2026-10-r4'), 'a file');
    expect(await next('erin')).toBe(join(output, '2026-10-r5'));
    expect(await readFile(join(output, '2026-10', 'notes.txt'), 'utf8')).toBe('x');
    expect(await hidden()).toEqual([]);
  });

  const obstacles: [string, (target: string) => Promise<unknown>, RegExp][] = [
    ['a file', (target) => writeFile(target, 'x'), /is a file/],
    ['a link to a folder', (target) => symlink(tmpdir(), target), /symbolic link/],
    ['a dangling link', (target) => symlink('/nowhere/at/all', target), /symbolic link/],
    ['a folder of something else', async (target) => (await mkdir(target), writeFile(join(target, 'thesis.txt'), 'x')), /not an evidence pack: its manifest.json is missing/],
    ['a folder with a foreign manifest', async (target) => (await mkdir(target), writeFile(join(target, 'manifest.json'), '{"name":"app"}')), /not an evidence pack/],
    ['a pack with a file of the user in it', async (target) => (await writeSamplePack(join(target, '..')), writeFile(join(target, 'notes.txt'), 'x')), /"notes.txt", which is no part of its pack/],
  ];
  it.each(obstacles)('refuses %s before any work is done', async (_name, place, message) => {
    await place(join(output, '2026-10'));
    const found = PackFolder.create(output, '2026-10');
    await expect(found).rejects.toThrow(SettingsError);
    await expect(found).rejects.toThrow(message);
    expect(await hidden()).toEqual([]);
  });

  it('refuses an output folder that is a link', async () => {
    await symlink(tmpdir(), join(output, 'link'));
    await expect(PackFolder.create(join(output, 'link'), '2026-10')).rejects.toThrow(/symbolic link/);
  });

  it('refuses an output folder outside the one it must stand in', async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), 'elsewhere-'));
    await symlink(elsewhere, join(output, 'way-out'));
    const inside = await PackFolder.create(join(output, 'a', 'b'), '2026-10', { within: output });
    await inside.discard();
    for (const place of [elsewhere, join(output, '..', 'x'), join(output, 'way-out', 'deep'), relative(process.cwd(), elsewhere)]) {
      await expect(PackFolder.create(place, '2026-10', { within: output })).rejects.toThrow(/is outside/);
    }
    expect(await readdir(elsewhere)).toEqual([]);
    await rm(elsewhere, { recursive: true });
  });

  it.each(['..', 'a/b', '', '.git'])('refuses %j as a period folder', async (label) => {
    await expect(PackFolder.create(output, label)).rejects.toThrow(SettingsError);
  });

  it('removes the staging folder when something took the place meanwhile', async () => {
    const pack = await PackFolder.create(output, '2026-10');
    const sealed = await pack.seal({ tool: { name: 'cloudtrail-evidence', version: '1', commit: null }, period: { start: '2026-10-01T00:00:00Z', end: '2026-11-01T00:00:00Z', label: '2026-10' }, previousPackManifestSha256: null });
    await writeFile(join(output, '2026-10'), 'x');
    await expect(pack.publish(sealed)).rejects.toThrow(SettingsError);
    expect(await readdir(output)).toEqual(['2026-10']);
  });
});
