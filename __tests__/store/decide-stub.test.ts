import { appendFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { loadQueries } from '../../src/pack/load-queries.js';
import { parseDecisionsFile } from '../../src/settings/decisions-file.js';
import { decideStub } from '../../src/store/decide-stub.js';
import { DECISIONS, freshFolder, writeSamplePack } from './sample-pack.js';

let room: string;
let undecided: string;
beforeAll(async () => {
  room = await freshFolder();
  undecided = (await writeSamplePack(join(room, 'undecided'), { decisions: [] })).folder;
});
afterAll(async () => {
  await rm(room, { recursive: true, force: true });
});

function entries(stub: string): Record<string, unknown>[] {
  return (parse(stub, { schema: 'core' }) as { decisions: Record<string, unknown>[] }).decisions;
}

/** What a person does with a stub. */
function filledIn(stub: string): string {
  const answers: Readonly<Record<string, string>> = { disposition: 'expected-authorised', reason: 'Agreed.', owner: 'dana', approver: 'lee', 'decided-on': '2026-11-03', expires: '2027-11-03' };
  return Object.entries(answers).reduce((text, [key, answer]) => text.replaceAll(`${key}: FILL-IN`, `${key}: ${answer}`), stub);
}

describe('the stub of a decisions file', () => {
  it('has an entry for each undecided exception, under the title of its query', async () => {
    const stub = await decideStub(undecided);
    expect(entries(stub).map((entry) => entry['exception'])).toEqual(['ROOT-01-0123456789ab', 'ROOT-01-ba9876543210']);
    const title = (await loadQueries()).find(({ id }) => id === 'ROOT-01')?.title ?? '';
    expect(stub.split('\n').filter((line) => line === `  # ROOT-01: ${title}.`)).toHaveLength(2);
  });

  it('has none for what is decided, and one for what an expired decision leaves undecided', async () => {
    const { folder } = await writeSamplePack(join(room, 'some'), { decisions: DECISIONS });
    const stub = await decideStub(folder);
    expect(entries(stub).map((entry) => entry['exception'])).toEqual(['ROOT-01-ba9876543210']);
    expect(stub).toContain('Decision 2 of the file has expired.');
  });

  it('says so where nothing is left to decide, in a file that the program reads', async () => {
    const { folder } = await writeSamplePack(join(room, 'none'), { small: true });
    const stub = await decideStub(folder);
    expect(stub).toContain('no exception is left to decide');
    expect(parseDecisionsFile('d.yml', Buffer.from(stub)).decisions).toEqual([]);
  });

  it('may be about some queries only', async () => {
    expect(entries(await decideStub(undecided, { queries: ['ROOT-02'] }))).toEqual([]);
    expect(entries(await decideStub(undecided, { queries: ['ROOT-01', 'ROOT-02'] }))).toHaveLength(2);
  });

  it('is refused as it is, at each place a person has to fill in', async () => {
    const stub = await decideStub(undecided);
    expect(() => parseDecisionsFile('d.yml', Buffer.from(stub))).toThrow(/^(d\.yml:\d+: `decisions\.[01]\.[a-z-]+` still holds FILL-IN of the stub; write what holds there, or take the whole entry out\.\n?){12}$/);
  });

  it('is refused half filled in', async () => {
    const half = filledIn(await decideStub(undecided)).replace('owner: dana', 'owner: FILL-IN');
    expect(() => parseDecisionsFile('d.yml', Buffer.from(half))).toThrow(/^d\.yml:\d+: `decisions\.0\.owner` still holds FILL-IN of the stub; [^\n]*$/);
  });

  it('decides its exceptions once it is filled in', async () => {
    const { decisions } = parseDecisionsFile('d.yml', Buffer.from(filledIn(await decideStub(undecided))));
    const { folder } = await writeSamplePack(join(room, 'decided'), { decisions });
    expect(await decideStub(folder)).toContain('no exception is left to decide');
  });

  it('leaves out what nobody decides one by one, and says how many', async () => {
    const { folder } = await writeSamplePack(join(room, 'many'), { decisions: [] });
    const lines = Array.from({ length: 1_200 }, (_, index) => `"ROOT-01-${index.toString(16).padStart(12, '0')}","ROOT-01","undecided",,\n`);
    await appendFile(join(folder, 'exceptions.csv'), lines.join(''));
    const stub = await decideStub(folder);
    expect(entries(stub)).toHaveLength(1_000);
    expect(stub).toContain('# 202 more are left out here.');
  });
});

describe('a folder that is no pack', () => {
  it.each([
    ['without a manifest', 'manifest.json', null, /^decide: \S+ is not an evidence pack: its manifest\.json is missing\. Give the folder of a pack\.$/],
    ['without its exceptions', 'exceptions.csv', null, /^decide: the exceptions\.csv of \S+ is missing; give the folder of a pack\.$/],
    ['with text of somebody else for an id', 'exceptions.csv', '"exception_id","query","state","disposition","decision"\n"ROOT-01-0123456789ab\n  - x: y","ROOT-01","undecided",,\n', /holds a line that is no exception/],
  ])('%s makes no stub', async (name, file, text, message) => {
    const { folder } = await writeSamplePack(join(room, `broken ${name}`.replaceAll(' ', '-')));
    await (text === null ? rm(join(folder, file)) : writeFile(join(folder, file), text));
    await expect(decideStub(folder)).rejects.toThrow(message);
  });
});
