import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LogReader } from '../../../src/sources/log-reader.js';
import type { LogFile } from '../../../src/sources/log-file.js';
import { StagingAhead, StagingPlaces } from '../../../src/engines/duckdb/stage-ahead.js';
import { temporaryFolder, written } from '../../sources/temporary-folder.js';

const folder = temporaryFolder();
const LOG = JSON.stringify({ Records: [{ eventID: 'e-1' }] });
const NO_END = Infinity;

/** Log files of which the reader tells when each is begun. */
function archive(count: number, text: (index: number) => string = () => LOG): { readonly files: readonly LogFile[]; readonly reader: LogReader; readonly begun: string[] } {
  const files = Array.from({ length: count }, (_, index) => written(folder, `${String(index).padStart(3, '0')}.json`, text(index)));
  const begun: string[] = [];
  const reader: LogReader = { filesAtOnce: 1, read: (file) => (begun.push(file.key), Promise.resolve(readFileSync(file.path))) };
  return { files, reader, begun };
}

/** Lets whatever can go on go on. */
const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('log files staged ahead of the engine', () => {
  it('come in batches of the bytes asked for', async () => {
    const { files, reader } = archive(6);
    const staging = new StagingAhead({ files, reader }, new StagingPlaces(folder), { bytes: 2 * LOG.length, files: NO_END });
    const sizes: number[] = [];
    for (let batch = await staging.next(2 * LOG.length); batch !== null; batch = await staging.next(2 * LOG.length)) {
      sizes.push(batch.staged.length);
      await pause();
    }
    expect(sizes).toEqual([2, 2, 2]);
  });

  it('each come once, with what cannot be read told', async () => {
    const { files, reader } = archive(5, (index) => (index === 2 ? '' : LOG));
    const staging = new StagingAhead({ files, reader }, new StagingPlaces(folder), { bytes: NO_END, files: NO_END });
    const batch = await staging.next(NO_END);
    expect(batch?.staged.map(({ file }) => file.key)).toEqual([0, 1, 3, 4].map((index) => files[index]?.key));
    expect(batch?.notRead.map(({ file, outcome }) => [file.key, outcome.list])).toEqual([[files[2]?.key, 'not-read']]);
    expect(batch?.done).toBe(5);
    expect(await staging.next(NO_END)).toBeNull();
  });

  it.each([
    ['bytes', { bytes: 2 * LOG.length, files: NO_END }],
    ['files', { bytes: NO_END, files: 2 }],
  ])('wait on disk up to a limit of %s', async (_, limit) => {
    const { files, reader, begun } = archive(6);
    const staging = new StagingAhead({ files, reader }, new StagingPlaces(folder), limit);
    for (let turn = 0; turn < 20; turn += 1) await pause();
    expect(begun).toHaveLength(2);
    await staging.stop();
  });

  it('are not begun after a stop', async () => {
    const { files, reader, begun } = archive(6);
    const staging = new StagingAhead({ files, reader }, new StagingPlaces(folder), { bytes: NO_END, files: NO_END });
    await staging.stop();
    expect(begun.length).toBeLessThan(6);
  });

  it('and a folder that cannot be written to is thrown, not told of a file', async () => {
    const { files, reader } = archive(3);
    const staging = new StagingAhead({ files, reader }, new StagingPlaces(join(folder, 'not-there')), { bytes: NO_END, files: NO_END });
    await expect(staging.next(NO_END)).rejects.toThrow('ENOENT');
    await staging.stop();
  });

  it('leave room for the next: a place is used again, a large file removed', async () => {
    const places = new StagingPlaces(folder);
    const { files, reader } = archive(2, (index) => (index === 0 ? LOG : LOG.padEnd(2 * LOG.length)));
    const batch = await new StagingAhead({ files, reader }, places, { bytes: NO_END, files: NO_END }).next(NO_END);
    await places.free(batch?.staged ?? [], LOG.length);
    const [small, large] = batch?.staged ?? [];
    expect([places.take(), places.take()].sort()).toEqual([small?.stagedPath, large?.stagedPath].sort());
    expect(() => readFileSync(large?.stagedPath ?? '')).toThrow('ENOENT');
    expect(readFileSync(small?.stagedPath ?? '', 'utf8')).toBe(LOG);
  });
});
