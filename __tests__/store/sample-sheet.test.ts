import { execFileSync } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SettingsError } from '../../src/settings/errors.js';
import { BrokenPackError, PackWriteError } from '../../src/store/errors.js';
import { sampleSheet, type Sampling } from '../../src/store/sample-sheet.js';
import { HOSTILE } from './hostile.js';
import { populationRow, writePopulation } from './population-pack.js';
import { freshFolder } from './sample-pack.js';

let room: string;
let pack: Awaited<ReturnType<typeof writePopulation>>;
beforeAll(async () => {
  room = await freshFolder();
  pack = await writePopulation(join(room, 'packs'), Array.from({ length: 300 }, (_, index) => `user-${index + 1}`));
});
afterAll(async () => {
  await rm(room, { recursive: true, force: true });
});

let sheets = 0;
const sampling = (more: Partial<Sampling> = {}): Sampling => ({ query: 'IAM-01', seed: 'audit-7', size: 25, output: join(room, `sheet-${sheets++}.csv`), ...more });

/** A sheet as another reader has it: the facts above the empty line, and the table below it. */
async function sheetAt(path: string): Promise<{ facts: Record<string, string>; columns: string[]; rows: Record<string, string>[] }> {
  const [head = '', table = ''] = (await readFile(path, 'utf8')).split('\n\n');
  const [columns = []] = parse(table, { to: 1 });
  return { facts: Object.fromEntries(parse(head) as [string, string][]), columns, rows: parse(table, { columns: true }) };
}

describe('a sheet', () => {
  it('holds the rows drawn, key columns first, and columns to fill in', async () => {
    const { path, drawn } = await sampleSheet(pack.folder, sampling());
    const { columns, rows } = await sheetAt(path);
    expect(columns).toEqual([
      'draw', 'row', 'rank_sha256', 'event_time', 'user_name', 'event_id', 'account_id', 'region', 'source_file', 'made',
      'test_result', 'test_reference', 'tested_by', 'tested_on', 'remarks',
    ]);
    expect([drawn, rows.length]).toEqual([25, 25]);
    for (const [index, row] of rows.entries()) {
      expect(row).toMatchObject({ draw: String(index + 1), event_id: `e-${row['row']}`, user_name: `user-${row['row']}`, made: row['row'], test_result: '', remarks: '' });
    }
  });

  it('says how it was drawn, from what', async () => {
    const { path } = await sampleSheet(pack.folder, sampling({ size: 3 }));
    const jsonl = await readFile(join(pack.folder, 'results/IAM-01.jsonl'));
    expect((await sheetAt(path)).facts).toEqual({
      'Query': 'IAM-01: Users made',
      'Period': '2026-10: from 2026-10-01T00:00:00Z, up to and without 2026-11-01T00:00:00Z',
      'Result in the pack': 'Population for sampling',
      'Population': '300 rows: lines 1 to 300 of results/IAM-01.jsonl',
      'SHA-256 of that file': execFileSync('sha256sum', { input: jsonl }).toString().slice(0, 64),
      'Evidence id': pack.evidenceId,
      'SHA-256 of manifest.json': pack.manifestSha256,
      'Drawn': '3 rows',
      'Seed': 'audit-7',
      'Method': 'Every row number from 1 to 300 is given the SHA-256 of the text audit-7/IAM-01/<row number>. The rows with the smallest hashes are drawn, in the order of their hashes. A larger sample with this seed begins with this one.',
      'To re-perform': "For each number: printf %s 'audit-7/IAM-01/1' | sha256sum. Sort the hashes; the first 3 are this sample.",
      'Values': "Safe for a spreadsheet: what could start a formula begins with ', and what cannot be seen is shown by its code point. Exact values: the line of that number in results/IAM-01.jsonl.",
    });
  });

  it('holds what its own head says, done by hand', async () => {
    const { path } = await sampleSheet(pack.folder, sampling({ size: 10 }));
    const script = 'for i in $(seq 1 300); do echo "$(printf %s "audit-7/IAM-01/$i" | sha256sum | cut -c1-64) $i"; done | LC_ALL=C sort | head -n 10 | cut -d" " -f2 | while read i; do sed -n "${i}p" results/IAM-01.jsonl; done';
    const byHand = execFileSync('bash', ['-c', script], { cwd: pack.folder, encoding: 'utf8' }).trim().split('\n').map((line) => (JSON.parse(line) as { event_id: string }).event_id);
    expect((await sheetAt(path)).rows.map((row) => row['event_id'])).toEqual(byHand);
  });

  it('is the same bytes again, and from a copy of the pack elsewhere', async () => {
    const elsewhere = join(room, 'elsewhere', 'deeper');
    await cp(pack.folder, elsewhere, { recursive: true });
    const sheetsMade = [await sampleSheet(pack.folder, sampling()), await sampleSheet(pack.folder, sampling()), await sampleSheet(elsewhere, sampling())];
    expect(new Set(sheetsMade.map(({ sha256 }) => sha256)).size).toBe(1);
  });

  it('begins a larger one', async () => {
    const [small, large] = [await sampleSheet(pack.folder, sampling({ size: 5 })), await sampleSheet(pack.folder, sampling({ size: 40 }))];
    expect((await sheetAt(large.path)).rows.slice(0, 5)).toEqual((await sheetAt(small.path)).rows);
  });

  it('is the whole population where that is smaller', async () => {
    expect((await sampleSheet(pack.folder, sampling({ size: 10_000 }))).drawn).toBe(300);
  });

  it('says so when the population may lack rows', async () => {
    const gaps = await writePopulation(join(room, 'gaps'), ['ada'], { result: { result: 'incomplete', coverage: { management: 'incomplete' } } });
    const { path } = await sampleSheet(gaps.folder, sampling());
    expect((await sheetAt(path)).facts['Result in the pack']).toBe('Incomplete; logs are not all accounted for, so rows may be missing (see results.json)');
  });

  it('starts no formula, whatever is in the logs', async () => {
    const hostile = await writePopulation(join(room, 'hostile'), [...HOSTILE.map(([, value]) => value), 'a\u2028b']);
    const { path } = await sampleSheet(hostile.folder, sampling({ size: 1_000 }));
    const { rows } = await sheetAt(path);
    expect(rows).toHaveLength(HOSTILE.length + 1);
    for (const row of rows) expect(row['user_name']).not.toMatch(/^[\s"]*[=+\-@＝＋－＠]|\p{Cc}/u);
  });

});

describe('no sheet is written', () => {
  it.each([
    ['for a query the pack does not hold', { query: 'IAM-99' }, /^query: "IAM-99" is not in this pack; it holds IAM-01, ROOT-02\.$/],
    ['for a query that did not run', { query: 'ROOT-02' }, /^query: ROOT-02 has no rows in this pack; its result is failed\.$/],
    ['for a seed a shell would change', { seed: 'a b' }, /^seed: "a b" cannot be used; give 1 to 100 letters/],
    ['for a seed that would lead elsewhere', { seed: '../x' }, /^seed: "\.\.\/x" cannot be used/],
    ['for no rows', { size: 0 }, /^n: a sample has 1 to 10000 rows\.$/],
    ['for half a row', { size: 2.5 }, /^n: /],
    ['for more rows than people test', { size: 10_001 }, /^n: /],
  ])('%s', async (_name, more, sentence) => {
    const wanted = sampling(more);
    const drawing = sampleSheet(pack.folder, wanted);
    await expect(drawing).rejects.toThrow(SettingsError);
    await expect(drawing).rejects.toThrow(sentence);
    expect(await readdir(room)).not.toContain(wanted.output?.slice(room.length + 1));
  });

  it('from nothing', async () => {
    const empty = await writePopulation(join(room, 'empty'), []);
    await expect(sampleSheet(empty.folder, sampling())).rejects.toThrow(/^query: IAM-01 has no rows in this pack, so there is nothing to draw from\.$/);
  });

  it('inside the pack, however its place is named', async () => {
    await symlink(pack.folder, join(room, 'link'));
    for (const output of [join(pack.folder, 'sheet.csv'), join(pack.folder, 'results', 'sheet.csv'), join(pack.folder, '..', '2026-10', 'sheet.csv'), join(room, 'link', 'sheet.csv')]) {
      await expect(sampleSheet(pack.folder, sampling({ output }))).rejects.toThrow(/is inside the pack, which holds its own files only; name a file elsewhere with --output\.$/);
    }
    expect(await readdir(pack.folder)).not.toContain('sheet.csv');
  });

  it('beside the pack’s own name it is', async () => {
    expect((await sampleSheet(pack.folder, sampling({ output: `${pack.folder}-sample.csv` }))).drawn).toBe(25);
  });

  it('over a file that is there, or in a folder that is not', async () => {
    const taken = join(room, 'taken.csv');
    await writeFile(taken, 'my notes');
    await expect(sampleSheet(pack.folder, sampling({ output: taken }))).rejects.toThrow(PackWriteError);
    expect(await readFile(taken, 'utf8')).toBe('my notes');
    await expect(sampleSheet(pack.folder, sampling({ output: join(room, 'none', 'sheet.csv') }))).rejects.toThrow(/^output: the folder of .* does not exist; make it first\.$/);
  });

  const broken: [string, (place: string) => Promise<unknown>, RegExp][] = [
    ['a row changed', (place) => edit(place, 'results/IAM-01.jsonl', (text) => text.replace('user-7"', 'user-8"')), /results\/IAM-01\.jsonl was changed: its SHA-256 is \w{64}, and the manifest says \w{64}\. See: cloudtrail-evidence verify /],
    ['a row added', (place) => edit(place, 'results/IAM-01.jsonl', (text) => `${text}{}\n`), /results\/IAM-01\.jsonl has \d+ bytes, and the manifest says \d+/],
    ['the rows left out', (place) => rm(join(place, 'results'), { recursive: true }), /results\/IAM-01\.jsonl is missing\. A summary in version control holds no rows: take the whole pack\.$/],
    ['the count changed', (place) => edit(place, 'results.json', (text) => text.replace('"rows": 300', '"rows": 200')), /results\.json was changed/],
    ['the rows behind a link', async (place) => (await cp(join(place, 'results/IAM-01.jsonl'), `${place}.rows`), await rm(join(place, 'results/IAM-01.jsonl')), symlink(`${place}.rows`, join(place, 'results/IAM-01.jsonl'))), /results\/IAM-01\.jsonl is a symbolic link/],
  ];
  it.each(broken)('from a pack with %s', async (_name, change, sentence) => {
    const place = join(room, `broken-${sheets++}`);
    await cp(pack.folder, place, { recursive: true });
    await change(place);
    const wanted = sampling();
    const drawing = sampleSheet(place, wanted);
    await expect(drawing).rejects.toThrow(sentence);
    await expect(drawing).rejects.toThrow(BrokenPackError);
    expect(await readdir(room)).not.toContain(wanted.output?.slice(room.length + 1));
  });

  it.each([
    ['a folder of something else', async () => (await mkdir(join(room, 'other')), join(room, 'other')), /other is not the folder of an evidence pack: its manifest\.json is missing\.$/],
    ['a zip', async () => (await writeFile(join(room, 'pack.zip'), 'PK'), join(room, 'pack.zip')), /pack\.zip is not the folder of an evidence pack: its manifest\.json is missing\. Unpack the zip first\.$/],
  ])('from %s', async (_name, make, sentence) => {
    await expect(sampleSheet(await make(), sampling())).rejects.toThrow(sentence);
  });

  it('from a manifest whose evidence id is another’s', async () => {
    const place = join(room, 'other-id');
    await cp(pack.folder, place, { recursive: true });
    await edit(place, 'manifest.json', (text) => text.replace(pack.evidenceId, 'a'.repeat(64)));
    await expect(sampleSheet(place, sampling())).rejects.toThrow(/its manifest\.json gives an evidence id that its files do not make/);
  });
});

async function edit(place: string, file: string, change: (text: string) => string): Promise<void> {
  const before = await readFile(join(place, file), 'utf8');
  expect(change(before)).not.toBe(before);
  await writeFile(join(place, file), change(before));
}

describe('rows of a population', () => {
  it('are as they were written, also where a line holds what others take for line ends', async () => {
    const users = ['a\u2028b', 'c\u2029d', 'e\u0085f', 'g\rh', 'i\nj', '', null, 'x'.repeat(3_000_000)];
    const odd = await writePopulation(join(room, 'odd'), users);
    const { path } = await sampleSheet(odd.folder, sampling());
    const { rows } = await sheetAt(path);
    const byRow = new Map(rows.map((row) => [Number(row['row']), row]));
    for (const [index, user] of users.entries()) expect([byRow.get(index + 1)?.['event_id'], byRow.get(index + 1)?.['made']]).toEqual([populationRow(user, index + 1)[0], String(index + 1)]);
    expect(byRow.get(1)?.['user_name']).toBe('a⟨U+2028⟩b');
  });
});
