import { execFileSync } from 'node:child_process';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SettingsError } from '../../src/settings/errors.js';
import { BrokenPackError } from '../../src/store/errors.js';
import { reconcileList, type Reconciling } from '../../src/store/reconcile-list.js';
import { HOSTILE } from './hostile.js';
import { writePopulation } from './population-pack.js';
import { freshFolder } from './sample-pack.js';

let room: string;
let pack: Awaited<ReturnType<typeof writePopulation>>;
beforeAll(async () => {
  room = await freshFolder();
  pack = await writePopulation(join(room, 'packs'), ['ada', 'bob', 'ada', null, 'eve']);
});
afterAll(async () => {
  await rm(room, { recursive: true, force: true });
});

let files = 0;
async function reconciling(list: string, more: Partial<Reconciling> = {}): Promise<Reconciling & { readonly output: string }> {
  const path = join(room, `list-${files}.csv`);
  await writeFile(path, list);
  return { query: 'IAM-01', list: path, keys: ['user_name=user'], ...more, output: join(room, `result-${files++}.csv`) };
}

async function sheetAt(path: string): Promise<{ facts: Record<string, string>; rows: Record<string, string>[] }> {
  const [head = '', table = ''] = (await readFile(path, 'utf8')).split('\n\n');
  return { facts: Object.fromEntries(parse(head) as [string, string][]), rows: parse(table, { columns: true }) };
}

describe('a reconciliation', () => {
  const LIST = 'ticket;user\r\nT-1;ada\r\nT-2;bob\r\nT-3;bob\r\nT-4;zoe\r\nT-5;\r\n';

  it('has each row of the pack once, and each entry of the list', async () => {
    const { path } = await reconcileList(pack.folder, await reconciling(LIST));
    const { rows } = await sheetAt(path);
    const told = rows.map((row) => [row['status'], row['key'], row['row'], row['rows_with_key'], row['list_line'], row['list_entries_with_key'], row['event_id'], row['list: ticket']]);
    expect(told).toEqual([
      ['matched', 'ada', '1', '2', '2', '1', 'e-1', 'T-1'],
      ['matched', 'bob', '2', '1', '3', '2', 'e-2', 'T-2'],
      ['matched', 'ada', '3', '2', '2', '1', 'e-3', 'T-1'],
      ['only in CloudTrail', '', '4', '', '', '0', 'e-4', ''],
      ['only in CloudTrail', 'eve', '5', '', '', '0', 'e-5', ''],
      ['matched', 'bob', '', '1', '4', '2', '', 'T-3'],
      ['only in the list', 'zoe', '', '0', '5', '1', '', 'T-4'],
      ['only in the list', '', '', '0', '6', '', '', 'T-5'],
    ]);
  });

  it('says what was compared, how, and what came of it', async () => {
    const wanted = await reconciling(LIST);
    const { path, counts } = await reconcileList(pack.folder, wanted);
    expect(counts).toMatchObject({ matchedRows: 3, onlyInCloudTrail: 2, matchedEntries: 3, onlyInList: 2 });
    expect((await sheetAt(path)).facts).toMatchObject({
      'Query': 'IAM-01: Users made',
      'Population': '5 rows: lines 1 to 5 of results/IAM-01.jsonl',
      'Evidence id': pack.evidenceId,
      'SHA-256 of manifest.json': pack.manifestSha256,
      'List': `${wanted.list.slice(room.length + 1)}: 5 entries, separated by semicolons`,
      'SHA-256 of the list': execFileSync('sha256sum', { input: LIST }).toString().slice(0, 64),
      'Key': 'user_name = user; texts are compared exactly, without space around them; an empty key matches nothing',
      'Rows in CloudTrail': '5: 3 matched, 2 only in CloudTrail (1 of them without a key)',
      'Entries in the list': '5: 3 matched, 2 only in the list (1 of them without a key)',
      'Keys that both have': '2: 1 more than once in CloudTrail, 1 more than once in the list',
      'Keys more than once in the list': '1',
    });
  });

  it('may compare several columns, and numbers', async () => {
    const { counts } = await reconcileList(pack.folder, await reconciling('user_name,no\nada,1\nada,2\nbob,2\n', { keys: ['user_name', 'made=no'] }));
    expect(counts).toMatchObject({ matchedRows: 2, onlyInCloudTrail: 3, onlyInList: 1 });
  });

  it('is the same bytes again', async () => {
    const wanted = await reconciling(LIST);
    const again = { ...wanted, output: `${wanted.output}.again` };
    expect((await reconcileList(pack.folder, again)).sha256).toBe((await reconcileList(pack.folder, wanted)).sha256);
  });

  it('with an empty list, or of an empty population, has all on one side', async () => {
    const empty = await writePopulation(join(room, 'empty'), []);
    expect((await reconcileList(pack.folder, await reconciling('user\n'))).counts).toMatchObject({ rows: 5, onlyInCloudTrail: 5, entries: 0 });
    expect((await reconcileList(empty.folder, await reconciling('user\nada\n'))).counts).toMatchObject({ rows: 0, entries: 1, onlyInList: 1 });
  });

  it('starts no formula, whatever is in the logs or in the list', async () => {
    const texts = HOSTILE.map(([, value]) => value);
    const hostile = await writePopulation(join(room, 'hostile'), texts);
    const list = `"user","=cmd|1"\n${texts.map((text) => `"${text.replaceAll('"', '""').replaceAll('\0', '')}","${text.replaceAll('"', '""').replaceAll('\0', '')}"\n`).join('')}`;
    const { path } = await reconcileList(hostile.folder, await reconciling(list));
    const written = await readFile(path, 'utf8');
    const cells = parse(written, { relax_column_count: true }).flat();
    expect(cells.length).toBeGreaterThan(texts.length * 10);
    for (const cell of cells) expect(cell).not.toMatch(/^[\s"]*[=+\-@＝＋－＠]|\p{Cc}/u);
  });

  it('matches two hundred thousand rows', async () => {
    const many = await writePopulation(join(room, 'many'), Array.from({ length: 200_000 }, (_, index) => `user-${index}`));
    const list = `user\n${Array.from({ length: 100_000 }, (_, index) => `user-${index * 2}`).join('\n')}\n`;
    expect((await reconcileList(many.folder, await reconciling(list))).counts).toMatchObject({ matchedRows: 100_000, onlyInCloudTrail: 100_000, onlyInList: 0 });
  });
});

describe('nothing is reconciled', () => {
  it.each([
    ['without a key', { keys: [] }, /^key: nothing is given; name the column that rows and list have in common/],
    ['by a key of nothing', { keys: ['=user'] }, /^key: "=user" names no column; write <column> or <column>=<column in the list>\.$/],
    ['by a column the rows lack', { keys: ['login=user'] }, /^key: "login" is no column of IAM-01; it has event_id, event_time, /],
    ['by a column the list lacks', { keys: ['user_name'] }, /^list: \S*list-\d+\.csv has no column "user_name"; its columns, separated by commas, are "user"\.$/],
    ['for a query the pack does not hold', { query: 'IAM-99' }, /^query: "IAM-99" is not in this pack/],
  ])('%s', async (_name, more, sentence) => {
    const wanted = await reconciling('user\nada\n', more);
    const found = reconcileList(pack.folder, wanted);
    await expect(found).rejects.toThrow(SettingsError);
    await expect(found).rejects.toThrow(sentence);
    expect(await readdir(room)).not.toContain(wanted.output.slice(room.length + 1));
  });

  it('in the pack itself', async () => {
    await expect(reconcileList(pack.folder, { ...(await reconciling('user\nada\n')), output: join(pack.folder, 'x.csv') })).rejects.toThrow(/is inside the pack/);
  });

  it('with rows that were changed', async () => {
    const other = await writePopulation(join(room, 'changed'), ['ada', 'bob']);
    const path = join(other.folder, 'results/IAM-01.jsonl');
    await writeFile(path, (await readFile(path, 'utf8')).replace('bob', 'eve'));
    await expect(reconcileList(other.folder, await reconciling('user\nada\n'))).rejects.toThrow(BrokenPackError);
  });
});
