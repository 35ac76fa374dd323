import { execFileSync } from 'node:child_process';
import { readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sha256Of } from '../../src/store/manifest.js';
import { zipPack } from '../../src/store/zip.js';
import { freshFolder, writeSamplePack } from './sample-pack.js';

let room: string;
let pack: string;
beforeEach(async () => {
  room = await freshFolder();
  pack = (await writeSamplePack(join(room, 'packs'))).folder;
});
afterEach(async () => {
  await rm(room, { recursive: true, force: true });
});

describe('a pack as a zip', () => {
  it('holds every file, sorted, with relative names and the same bytes', async () => {
    await writeFile(join(pack, 'large.bin'), Buffer.alloc(3_000_000, 'ab'));
    const zipped = await zipPack(pack, join(room, 'pack.zip'));
    const bytes = await readFile(zipped.path);
    expect(zipped).toEqual({ path: join(room, 'pack.zip'), bytes: bytes.length, sha256: sha256Of(bytes) });
    const entries = unzipSync(bytes);
    const names = (await readdir(pack, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(pack.length + 1));
    expect(Object.keys(entries)).toEqual(names.sort());
    for (const name of names) expect(Buffer.from(entries[name] as Uint8Array).equals(await readFile(join(pack, name)))).toBe(true);
    execFileSync('python3', ['-c', 'import sys, zipfile; sys.exit(zipfile.ZipFile(sys.argv[1]).testzip() is not None)', zipped.path]);
  });

  it('has the same bytes whenever and wherever it is made', async () => {
    const first = await zipPack(pack, join(room, 'one.zip'));
    await utimes(join(pack, 'run.json'), 1, 1);
    const zone = process.env['TZ'];
    process.env['TZ'] = 'Pacific/Kiritimati';
    try {
      expect((await zipPack(pack, join(room, 'two.zip'))).sha256).toBe(first.sha256);
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  it('refuses links, and leaves nothing behind', async () => {
    await symlink('/etc/hostname', join(pack, 'x'));
    await expect(zipPack(pack, join(room, 'pack.zip'))).rejects.toThrow(/"x" is not a regular file/);
    expect(await readdir(room)).toEqual(['packs']);
  });
});
