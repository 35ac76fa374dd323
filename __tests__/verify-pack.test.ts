import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { findChrome } from '../src/report/pdf/find-chrome.js';
import { printPdf } from '../src/report/pdf/print-pdf.js';
import { run } from '../src/run.js';
import { verifyPack } from '../src/store/verify.js';
import { contextOf, filesOf, NOW, settingsOf, someEvents, temporaryRoom, writeLogs } from './small-archive.js';
import { writeSamplePack } from './store/sample-pack.js';

/** store/verify.test.ts changes every byte of a small pack; here are a pack that a run wrote, and a PDF that Chrome printed. */
const room = await temporaryRoom();

/** Offsets at which the change of one bit goes unnoticed, or is blamed on other files only. */
async function unnoticed(pack: string, file: string, offsets: Iterable<number>): Promise<readonly number[]> {
  const path = join(pack, file);
  const bytes = await readFile(path);
  const missed: number[] = [];
  for (const offset of offsets) {
    const flipped = Buffer.from(bytes);
    flipped[offset] = (bytes[offset] ?? 0) ^ (1 << offset % 8);
    await writeFile(path, flipped);
    if (!(await verifyPack(pack)).problems.some((problem) => problem.file === file)) missed.push(offset);
  }
  await writeFile(path, bytes);
  return missed;
}

describe('one bit changed', () => {
  let pack: string;
  beforeAll(async () => {
    await writeLogs(join(room, 'logs'), someEvents());
    pack = (await run(settingsOf({ logs: join(room, 'logs'), 'output-dir': join(room, 'out'), frameworks: 'gdpr' }), contextOf())).packPath;
  });

  it('in any file of a pack that a run wrote is found, and the file named', async () => {
    const files = [...(await filesOf(pack))].filter(([, { length }]) => length > 0);
    expect(files.length).toBeGreaterThan(90);
    // Somewhere else in each file.
    for (const [index, [file, { length }]] of files.entries()) expect([file, await unnoticed(pack, file, [(index * 7919) % length])]).toEqual([file, []]);
    expect((await verifyPack(pack)).problems).toEqual([]);
  });

  it('at every 997th byte of a real PDF is found', async () => {
    const id = 'a'.repeat(64);
    const html = `<!DOCTYPE html><html lang="en"><head><title>GDPR evidence, evidence id ${id}</title></head><body>${Array.from({ length: 300 }, (_, n) => `<h2>Section ${n}</h2><p>What was noted, ${n} times.</p>`).join('')}</body></html>`;
    const printed = (await printPdf(html, { instant: NOW, chromePath: findChrome(null, process.env) })).toString('latin1');
    const { folder } = await writeSamplePack(join(room, 'sample'), { small: true, pdf: (evidenceId) => Buffer.from(printed.replaceAll(id, evidenceId), 'latin1') });
    expect((await verifyPack(folder)).problems).toEqual([]);
    const offsets = Array.from({ length: Math.ceil(printed.length / 997) }, (_, index) => index * 997);
    expect(offsets.length).toBeGreaterThan(50);
    expect(await unnoticed(folder, 'soc2.pdf', offsets)).toEqual([]);
  });
});
