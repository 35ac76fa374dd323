import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { PackError } from '../../src/pack/errors.js';
import { frameworkNames, loadFrameworks, readFramework } from '../../src/pack/load-frameworks.js';
import { lineOf } from './query-file.js';

const FRAMEWORK = `title: SOC 2 evidence from CloudTrail
short_title: SOC 2
noun: { one: criterion, many: criteria }
edition: An edition
notice: A notice
criteria:
  - id: CC1.1
    category: Control environment
    paraphrase: People act with integrity.
    shows: null
    cannot_show: All of it.
    queries: {}
  - id: CC6.1
    category: Access
    paraphrase: Safeguards protect systems.
    shows: Use of root.
    cannot_show: The configuration.
    queries:
      ROOT-01: direct
      AUTH-01: population
`;
const QUERIES = new Set(['ROOT-01', 'AUTH-01']);

function problemsOf(text: string): readonly string[] {
  return readFramework('soc2', Buffer.from(text), QUERIES).problems;
}

describe('a framework file', () => {
  it('is read in its order', () => {
    const { framework, problems } = readFramework('soc2', Buffer.from(FRAMEWORK), QUERIES);
    expect(problems).toEqual([]);
    expect(framework).toMatchObject({
      name: 'soc2',
      title: 'SOC 2 evidence from CloudTrail',
      shortTitle: 'SOC 2',
      criteria: [
        { id: 'CC1.1', shows: null, queries: [] },
        { id: 'CC6.1', cannotShow: 'The configuration.', queries: [{ id: 'ROOT-01', strength: 'direct' }, { id: 'AUTH-01', strength: 'population' }] },
      ],
    });
    expect(framework?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is not checked again where its very bytes were, and all its queries are there', () => {
    const { framework } = readFramework('soc2', Buffer.from(FRAMEWORK), QUERIES);
    if (framework === null) throw new Error('not read');
    const { title, shortTitle, noun, edition, notice, criteria, sha256 } = framework;
    const checked = { [sha256]: { title: 'As it was checked', shortTitle, noun, edition, notice, criteria } };
    expect(readFramework('copy', Buffer.from(FRAMEWORK), QUERIES, { shown: 'copy.yml', own: true }, checked).framework).toEqual({ ...framework, title: 'As it was checked', name: 'copy', own: true });
    expect(readFramework('soc2', Buffer.from(`${FRAMEWORK}\n`), QUERIES, undefined, checked).framework?.title).toBe(title);
    expect(readFramework('soc2', Buffer.from(FRAMEWORK), new Set(['ROOT-01']), undefined, checked).problems).toEqual([`frameworks/soc2.yml:${lineOf(FRAMEWORK, 'AUTH-01')}: CC6.1 names AUTH-01, which is no query of the pack.`]);
  });

  it.each([
    ['an unknown key', 'edition: An edition', 'version: 1\nedition: An edition', 'version', 'Unknown key `version`.'],
    ['an unknown key of a criterion', 'cannot_show: The', 'weight: 3\n    cannot_show: The', 'weight', 'Unknown key `criteria.1.weight`.'],
    ['a missing key', '    cannot_show: All of it.\n', '', 'id: CC1.1', 'The key `criteria.0.cannot_show` is missing.'],
    ['a strength nobody knows', 'ROOT-01: direct', 'ROOT-01: strong', 'ROOT-01', '`criteria.1.queries.ROOT-01` must be one of direct, population, corroborates.'],
    ['a query named twice', 'AUTH-01: population', 'ROOT-01: population', 'ROOT-01: population', 'Map keys must be unique'],
    ['a query that does not exist', 'AUTH-01', 'AUTH-99', 'AUTH-99', 'CC6.1 names AUTH-99, which is no query of the pack.'],
    ['a criterion listed twice', 'id: CC6.1', 'id: CC1.1 # again', 'CC1.1 # again', 'CC1.1 is listed twice.'],
    ['a paraphrase of thirteen words', 'Safeguards protect systems.', 'One two three four five six seven eight nine ten eleven twelve thirteen.', 'One two', 'The paraphrase of CC6.1 has 13 words; at most 12 are allowed.'],
    ['queries for what nothing shows', 'shows: Use of root.', 'shows: null # none', 'null # none', 'CC6.1 says that CloudTrail shows nothing, yet names queries.'],
    ['no criterion', /criteria:[\s\S]*/, 'criteria: []\n', 'criteria: []', '`criteria` must not be empty.'],
  ] as const)('with %s', (_name, from, to, at, sentence) => {
    const text = FRAMEWORK.replace(from, to);
    const found = problemsOf(text).find((problem) => problem.includes(sentence));
    expect({ problems: problemsOf(text), found }).toEqual({ problems: problemsOf(text), found: expect.stringContaining(sentence) });
    const lines = text.split('\n');
    const line = at.includes('criteria') || at.includes('id:') ? lineOf(text, at) : lines.findIndex((one) => one.includes(at)) + 1;
    expect(found).toMatch(new RegExp(`^frameworks/soc2\\.yml:${line}: `));
  });
});

describe('frameworks of a run', () => {
  let folder = '';
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
    folder = await mkdtemp(join(tmpdir(), 'frameworks-'));
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    return folder;
  }

  it('come in the order asked for, once each', async () => {
    const from = await folderOf({ 'gdpr.yml': FRAMEWORK, 'soc2.yml': FRAMEWORK, 'readme.md': '' });
    expect((await loadFrameworks(['soc2', 'gdpr', 'soc2'], QUERIES, from)).map(({ name }) => name)).toEqual(['soc2', 'gdpr']);
    expect(await frameworkNames(from)).toEqual(['gdpr', 'soc2']);
  });

  it('are refused by name with those allowed', async () => {
    const from = await folderOf({ 'gdpr.yml': FRAMEWORK, 'soc2.yml': FRAMEWORK });
    await expect(loadFrameworks(['soc2', 'iso'], QUERIES, from)).rejects.toThrow(
      expect.objectContaining({ name: 'SettingsError', message: 'frameworks: there is no framework "iso"; allowed are gdpr, soc2.' }),
    );
  });

  it('are not found by a path', async () => {
    const from = await folderOf({ 'soc2.yml': FRAMEWORK });
    await expect(loadFrameworks(['../frameworks/soc2'], QUERIES, from)).rejects.toThrow('there is no framework');
  });

  it('report the problems of all files together', async () => {
    const from = await folderOf({ 'gdpr.yml': FRAMEWORK, 'soc2.yml': FRAMEWORK });
    const error = await loadFrameworks(['soc2', 'gdpr'], new Set(['ROOT-01']), from).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(PackError);
    expect((error as PackError).problems).toEqual([
      'frameworks/soc2.yml:20: CC6.1 names AUTH-01, which is no query of the pack.',
      'frameworks/gdpr.yml:20: CC6.1 names AUTH-01, which is no query of the pack.',
    ]);
  });
});
