import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadAll, loadPack } from '../src/load-pack.js';
import { PackError } from '../src/pack/errors.js';
import { ownFrameworkNames } from '../src/pack/load-own.js';
import { exampleFiles, writeFolder } from './own-example.js';
import { temporaryRoom } from './small-archive.js';

const room = await temporaryRoom();
const EXAMPLE = exampleFiles();
let folders = 0;
/** The example of the documentation in a folder of its own, with some files otherwise. */
const folderWith = (changes: Readonly<Record<string, string | null>> = {}): Promise<string> => writeFolder(join(room, `own-${folders++}`), { ...EXAMPLE, ...changes });
const SQL = EXAMPLE['queries/shop/SHOP-01.sql'] ?? '';
const FRAMEWORK = EXAMPLE['frameworks/house-rules.yml'] ?? '';

async function problemsOf(folder: string): Promise<readonly string[]> {
  const error: unknown = await loadAll(folder).then(() => null, (caught: unknown) => caught);
  if (!(error instanceof PackError)) throw new Error('It is no PackError.', { cause: error });
  return error.problems.map((problem) => problem.replaceAll(folder, 'own'));
}

describe('the example of the documentation', () => {
  it('is loaded beside the product’s queries and frameworks, and marked', async () => {
    const { queries, frameworks } = await loadAll(await folderWith());
    expect(queries.filter(({ own }) => own).map(({ id, path }) => [id, path])).toEqual([['SHOP-01', 'queries/shop/SHOP-01.sql']]);
    expect(queries.map(({ id }) => id)).toEqual([...queries.map(({ id }) => id)].sort());
    expect(frameworks.map(({ name, own }) => [name, own])).toEqual([['gdpr', false], ['soc2', false], ['house-rules', true]]);
  });

  it('gives a run the frameworks it asks for, in that order', async () => {
    const { frameworks } = await loadPack({ ownQueries: await folderWith(), frameworks: ['house-rules', 'gdpr'], queriesOff: [], settingsFile: null });
    expect(frameworks.map(({ name }) => name)).toEqual(['house-rules', 'gdpr']);
  });

  it('can be switched off like any other', async () => {
    const settings = { frameworks: ['soc2'], queriesOff: [{ id: 'SHOP-01', reason: 'x', line: 3 }], settingsFile: { path: 'settings.yml', sha256: '' } };
    await expect(loadPack({ ...settings, ownQueries: await folderWith() })).resolves.toBeDefined();
    await expect(loadPack({ ...settings, ownQueries: null })).rejects.toThrow('settings.yml:3: queries.off names SHOP-01, which is no query of the pack');
  });

  it('tells its frameworks before it is loaded', async () => {
    expect(ownFrameworkNames(await folderWith())).toEqual(['house-rules']);
    expect(ownFrameworkNames(await folderWith({ 'frameworks/house-rules.yml': null }))).toEqual([]);
    expect(() => ownFrameworkNames(join(room, 'nowhere'))).toThrow(/own-queries: ".*nowhere" is no folder that can be read; give one/);
    await mkdir(join(room, 'odd'));
    await writeFile(join(room, 'odd', 'frameworks'), 'a file');
    expect(() => ownFrameworkNames(join(room, 'odd'))).toThrow(/own-queries: ".*odd" is no folder that can be read, for its frameworks\/; give one/);
  });
});

describe('what is wrong with own files', () => {
  it('is told of all of them at once, with file and line as people gave them', async () => {
    const folder = await folderWith({
      'queries/shop/SHOP-01.sql': SQL.replace('expect: population', 'expect: many').replace('FROM events', 'FROM records'),
      'queries/shop/SHOP-02.sql': SQL.replace('id: SHOP-01', 'id: SHOP-03'),
      'cases/SHOP-02.yml': (EXAMPLE['cases/SHOP-01.yml'] ?? '').replace('must_not:', 'must_never:'),
      'frameworks/house-rules.yml': FRAMEWORK.replace('CHG-02', 'CHG-98').replace('direct', 'strong'),
    });
    expect(await problemsOf(folder)).toEqual([
      'own/queries/shop/SHOP-01.sql:5: `expect` must be one of none, population, some, measure.',
      'own/queries/shop/SHOP-02.sql:2: The id SHOP-03 belongs in queries/shop/SHOP-03.sql.',
      'own/frameworks/house-rules.yml:12: `criteria.0.queries.SHOP-01` must be one of direct, population, corroborates.',
    ]);
  });

  it.each<[string, Readonly<Record<string, string | null>>, string]>([
    ['SQL that reads what it may not', { 'queries/shop/SHOP-01.sql': SQL.replace('FROM events', 'FROM records') }, 'own/queries/shop/SHOP-01.sql:33: The SQL reads records; a query reads events, events_before and the lists of its header only.'],
    ['an id of the product', { 'queries/root/ROOT-01.sql': SQL.replaceAll('SHOP-01', 'ROOT-01'), 'cases/ROOT-01.yml': (EXAMPLE['cases/SHOP-01.yml'] ?? '').replace('SHOP-01', 'ROOT-01') }, 'own/queries/root/ROOT-01.sql:1: ROOT-01 is a query of the product; give yours an id of its own, such as SHOP-01.'],
    ['no cases', { 'cases/SHOP-01.yml': null }, 'own/queries/shop/SHOP-01.sql:1: SHOP-01 has no cases; write cases/SHOP-01.yml, with events it must return and events it must not.'],
    ['cases without a must-not', { 'cases/SHOP-01.yml': (EXAMPLE['cases/SHOP-01.yml'] ?? '').replace(/must_not:[\s\S]*/, '') }, 'own/cases/SHOP-01.yml:1: The key `must_not` is missing.'],
    ['a must-not that is not near', { 'cases/SHOP-01.yml': (EXAMPLE['cases/SHOP-01.yml'] ?? '').replace('set: { errorCode: AccessDeniedException }', 'set: { errorCode: AccessDeniedException, awsRegion: eu-west-2 }') }, '"the deletion is refused" differs from its must in 2 things; it must be one.'],
    ['cases of no query', { 'cases/SHOP-09.yml': EXAMPLE['cases/SHOP-01.yml'] ?? '' }, 'own/cases/SHOP-09.yml:1: There is no query SHOP-09 in this folder.'],
    ['a framework of the product’s name', { 'frameworks/soc2.yml': FRAMEWORK }, 'own/frameworks/soc2.yml:1: soc2 is a framework of the product; name yours otherwise.'],
    ['a framework of the product’s title', { 'frameworks/house-rules.yml': FRAMEWORK.replace('short_title: House rules', 'short_title: soc 2') }, 'own/frameworks/house-rules.yml:1: A framework of the product has this title or short_title'],
    ['a framework that would be the pack’s README', { 'frameworks/readme.yml': FRAMEWORK }, 'own/frameworks/readme.yml:1: A framework cannot be named "readme"'],
    ['a framework with a name no report can have', { 'frameworks/House Rules.yml': FRAMEWORK }, 'A framework cannot be named "House Rules"'],
    ['a framework that names a query there is not', { 'frameworks/house-rules.yml': FRAMEWORK.replace('CHG-02', 'CHG-98') }, 'own/frameworks/house-rules.yml:12: H1 names CHG-98, which is no query of the pack.'],
    ['a query where none is read', { 'queries/SHOP-02.sql': SQL }, 'own/queries/SHOP-02.sql:1: It is not read here: what is read is queries/<theme>/<ID>.sql.'],
    ['another ending', { 'cases/SHOP-02.yaml': 'x' }, 'own/cases/SHOP-02.yaml:1: It is not read here: what is read is cases/<ID>.yml.'],
    ['a file that is too large', { 'queries/shop/SHOP-01.sql': SQL + `-- ${'x'.repeat(200_000)}` }, 'at most 200000 are read.'],
  ])('%s', async (_name, changes, sentence) => {
    expect((await problemsOf(await folderWith(changes))).join('\n')).toContain(sentence);
  });

  it('is not that a framework names a query whose file is wrong', async () => {
    expect(await problemsOf(await folderWith({ 'queries/shop/SHOP-01.sql': SQL.replace('expect: population', 'expect: many') }))).toHaveLength(1);
  });

  it('leaves notes and hidden files alone', async () => {
    await expect(loadAll(await folderWith({ 'queries/README.md': 'x', 'cases/.gitkeep': '', 'notes.txt': 'x' }))).resolves.toBeDefined();
  });

  it('has more files than can be looked at', async () => {
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`cases/X-${index}.yml`, 'x']));
    expect((await problemsOf(await folderWith(many)))[0]).toBe('own/cases:1: There are more than 200 files; at most 200 are read.');
  });
});

describe('paths', () => {
  it.each([
    ['a query', 'queries/shop/SHOP-01.sql'],
    ['a folder of queries', 'queries/shop'],
  ])('%s that is a link is not followed', async (_name, path) => {
    const folder = await folderWith();
    const elsewhere = await folderWith();
    await rm(join(folder, path), { recursive: true });
    await symlink(join(elsewhere, path), join(folder, path));
    expect(await problemsOf(folder)).toContain(`own/${path}:1: It is a symbolic link; put the file itself here.`);
  });

  it('a part that is a link is not followed', async () => {
    const folder = await folderWith({ 'frameworks/house-rules.yml': null });
    await rm(join(folder, 'frameworks'), { recursive: true, force: true });
    await symlink(join(await folderWith(), 'frameworks'), join(folder, 'frameworks'));
    expect(await problemsOf(folder)).toEqual(['own/frameworks:1: It must be a folder, and no link to one.']);
  });

  it('a folder that is a link, a file, or not there is refused', async () => {
    const [link, file] = [join(room, 'link'), join(room, 'file')];
    await symlink(await folderWith(), link);
    await writeFile(file, '');
    await expect(loadAll(link)).rejects.toThrow('is a symbolic link; give the folder itself.');
    await expect(loadAll(file)).rejects.toThrow('is no folder that can be read');
    await expect(loadAll(join(room, 'nowhere'))).rejects.toThrow('is no folder that can be read');
  });

  it('a folder without any of the three parts holds nothing', async () => {
    await mkdir(join(room, 'empty'));
    expect((await loadAll(join(room, 'empty'))).queries.some(({ own }) => own)).toBe(false);
  });
});
