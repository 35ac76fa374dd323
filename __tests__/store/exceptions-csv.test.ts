import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exceptionsCsv, parseExceptionLine, readExceptions } from '../../src/store/exceptions-csv.js';
import { readLines } from '../../src/store/read-lines.js';
import { freshFolder, DECISIONS, PERIOD, writeSamplePack } from './sample-pack.js';

let room: string;
beforeAll(async () => {
  room = await freshFolder();
});
afterAll(async () => {
  await rm(room, { recursive: true, force: true });
});

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

let folders = 0;
async function written(path: string, text: string | Uint8Array): Promise<string> {
  const folder = join(room, `folder-${folders++}`);
  await mkdir(join(folder, 'results'), { recursive: true });
  await writeFile(join(folder, path), text);
  return folder;
}

describe('exceptions.csv', () => {
  it('has a line an exception, with how it stands and by which decision', async () => {
    const { folder } = await writeSamplePack(join(room, 'whole'));
    const text = (await all(readLines(join(folder, 'exceptions.csv')))).join('\n');
    expect(parse(text)).toEqual([
      ['exception_id', 'query', 'state', 'disposition', 'decision'],
      ['ROOT-01-0123456789ab', 'ROOT-01', 'decided', 'expected-authorised', '1'],
      ['ROOT-01-ba9876543210', 'ROOT-01', 'expired', 'control-failure-open', '2'],
    ]);
    expect(await all(readExceptions(folder))).toEqual([
      { id: 'ROOT-01-0123456789ab', query: 'ROOT-01', state: 'decided', disposition: 'expected-authorised', decision: 1 },
      { id: 'ROOT-01-ba9876543210', query: 'ROOT-01', state: 'expired', disposition: 'control-failure-open', decision: 2 },
    ]);
  });

  it('says of each exception that it is undecided where there are no decisions', async () => {
    const { folder } = await writeSamplePack(join(room, 'undecided'), { decisions: [] });
    expect((await all(readExceptions(folder))).map(({ state, disposition, decision }) => [state, disposition, decision])).toEqual([['undecided', null, null], ['undecided', null, null]]);
  });

  it('is made a row at a time', async () => {
    const row = (index: number): string => `{"exception_id":"ROOT-01-${index.toString(16).padStart(12, '0')}","event_time":"2026-10-06T07:00:00Z"}\n`;
    const folder = await written('results/ROOT-01.jsonl', Array.from({ length: 5_000 }, (_, index) => row(index)).join(''));
    let lines = 0;
    for await (const line of exceptionsCsv({ folder, queries: ['ROOT-01'], decisions: DECISIONS, period: PERIOD })) {
      expect(line.length).toBeLessThan(100);
      lines += 1;
    }
    expect(lines).toBe(5_001);
  });

  it.each([
    ['nothing', ''],
    ['a formula', '"=1+1","ROOT-01","undecided",,'],
    ['an id of another query', '"ROOT-02-0123456789ab","ROOT-01","undecided",,'],
    ['an unknown state', '"ROOT-01-0123456789ab","ROOT-01","fine",,'],
    ['an unknown disposition', '"ROOT-01-0123456789ab","ROOT-01","decided","fine","1"'],
    ['a decision of what is undecided', '"ROOT-01-0123456789ab","ROOT-01","undecided","expected-authorised","1"'],
    ['nothing of what is decided', '"ROOT-01-0123456789ab","ROOT-01","decided",,'],
    ['a number that is none', '"ROOT-01-0123456789ab","ROOT-01","decided","expected-authorised","-1"'],
    ['a field too many', '"ROOT-01-0123456789ab","ROOT-01","undecided",,,'],
    ['more after its end', '"ROOT-01-0123456789ab","ROOT-01","undecided",,\r'],
  ])('is refused with a line that holds %s', (_name, line) => {
    expect(() => parseExceptionLine(line)).toThrow('holds a line that is no exception');
  });

  it('is refused without the names of its columns, and when it is empty or missing', async () => {
    await expect(all(readExceptions(await written('exceptions.csv', '"a"\n')))).rejects.toThrow('does not begin with the names of its columns');
    await expect(all(readExceptions(await written('exceptions.csv', '')))).rejects.toThrow('is empty');
    await expect(all(readExceptions(join(room, 'nowhere')))).rejects.toThrow('is missing');
  });
});

describe('lines', () => {
  it.each<[string, string, string[]]>([
    ['nothing', '', []],
    ['one that does not end', 'a', ['a']],
    ['empty ones', '\n\na\n', ['', '', 'a']],
    ['a carriage return', 'a\r\nb', ['a\r', 'b']],
    ['more than is read at once', `${'é'.repeat(1_500_000)}\nb\n`, ['é'.repeat(1_500_000), 'b']],
  ])('of a file: %s', async (_name, text, lines) => {
    const folder = await written('text', text);
    expect(await all(readLines(join(folder, 'text')))).toEqual(lines);
  });
});
