import { execFileSync } from 'node:child_process';
import { readdir, readFile, rm, symlink, writeFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { jsonlEncoder } from '../../src/store/jsonl.js';
import { sha256Of } from '../../src/store/manifest.js';
import { RowWriter } from '../../src/store/row-writer.js';
import { HOSTILE } from './hostile.js';
import { freshFolder } from './sample-pack.js';

let folder: string;
beforeEach(async () => {
  folder = await freshFolder();
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('rows as files', () => {
  it('says of both files where they are, how long, and their hash', async () => {
    const writer = await RowWriter.open(folder, 'IAM-01', ['event_time', 'n']);
    await writer.write([['2026-10-05T07:03:11Z', 1], [null, 2]]);
    await writer.write([]);
    await writer.write([['é', 3]]);
    const { csv, jsonl, rows } = await writer.close();
    expect(rows).toBe(3);
    expect(await readFile(join(folder, csv.path), 'utf8')).toBe('"event_time","n"\n"2026-10-05T07:03:11Z","1"\n,"2"\n"é","3"\n');
    expect(await readFile(join(folder, jsonl.path), 'utf8')).toBe('{"event_time":"2026-10-05T07:03:11Z","n":1}\n{"event_time":null,"n":2}\n{"event_time":"é","n":3}\n');
    for (const file of [csv, jsonl]) {
      const bytes = await readFile(join(folder, file.path));
      expect(file).toEqual({ path: file.path, bytes: bytes.length, sha256: sha256Of(bytes) });
    }
    expect([csv.path, jsonl.path]).toEqual(['results/IAM-01.csv', 'results/IAM-01.jsonl']);
  });

  it('writes a header and no rows for a query that found none', async () => {
    const { csv, jsonl, rows } = await (await RowWriter.open(folder, 'IAM-01', ['a', 'b'])).close();
    expect([csv.bytes, jsonl.bytes, rows]).toEqual([8, 0, 0]);
  });

  it('loses nothing hostile, in any column, over many chunks', async () => {
    const writer = await RowWriter.open(folder, 'IAM-01', ['a', 'b', 'c']);
    const values = HOSTILE.map(([, value]) => value);
    for (const value of values) await writer.write([[value, null, value], ['x', value, 1]]);
    const { csv, jsonl } = await writer.close();
    const exact = (await readFile(join(folder, jsonl.path), 'utf8')).trimEnd().split('\n').map((line) => JSON.parse(line) as unknown);
    expect(exact).toEqual(values.flatMap((value) => [{ a: value, b: null, c: value }, { a: 'x', b: value, c: 1 }]));
    const cells = parse(await readFile(join(folder, csv.path), 'utf8'));
    expect(cells.map((row) => row.length)).toEqual(Array(values.length * 2 + 1).fill(3));
    for (const path of [csv.path, jsonl.path]) {
      expect(Number(execFileSync('wc', ['-l', join(folder, path)], { encoding: 'utf8' }).split(' ')[0])).toBe(values.length * 2 + (path === csv.path ? 1 : 0));
      // Valid UTF-8: decoding strictly does not throw.
      new TextDecoder('utf-8', { fatal: true }).decode(await readFile(join(folder, path)));
    }
  });

  it('hashes what it wrote when lines are larger than its buffer', async () => {
    const writer = await RowWriter.open(folder, 'IAM-01', ['a']);
    for (let size = 1; size < 6_000_000; size *= 3) await writer.write([['é'.repeat(size)], ['b']]);
    const { jsonl } = await writer.close();
    expect(sha256Of(await readFile(join(folder, jsonl.path)))).toBe(jsonl.sha256);
  });

  it('keeps neither file when it is told to drop them', async () => {
    const writer = await RowWriter.open(folder, 'IAM-01', ['a']);
    await writer.write([['x'.repeat(2_000_000)]]);
    await writer.discard();
    await writer.discard();
    expect(await readdir(join(folder, 'results'))).toEqual([]);
  });

  it.each(['../X', 'a/b', '', '.', 'x\n', 'CON'])('takes no query id like %j', async (id) => {
    await expect(RowWriter.open(folder, id, ['a'])).rejects.toThrow('cannot hold a file');
  });

  it('writes through no link', async () => {
    await mkdir(join(folder, 'results'));
    await writeFile(join(folder, 'victim'), 'mine');
    await symlink(join(folder, 'victim'), join(folder, 'results', 'IAM-01.jsonl'));
    await expect(RowWriter.open(folder, 'IAM-01', ['a'])).rejects.toThrow(/Cannot write/);
    expect(await readFile(join(folder, 'victim'), 'utf8')).toBe('mine');
    expect(await readdir(join(folder, 'results'))).toEqual(['IAM-01.jsonl']);
  });

  it('says in a sentence that the disk is full, and can still be dropped', async () => {
    await mkdir(join(folder, 'results'));
    const writer = await RowWriter.open(folder, 'IAM-01', ['a']);
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' });
    const handle = (writer as unknown as { jsonl: { handle: { writeFile: () => Promise<void> } } }).jsonl.handle;
    handle.writeFile = () => Promise.reject(full);
    const writing = async (): Promise<void> => {
      for (let i = 0; i < 10; i++) await writer.write([['x'.repeat(600_000)]]);
    };
    await expect(writing()).rejects.toThrow(/Cannot write .*IAM-01.jsonl: the disk is full; free some space and run again\./);
    await writer.discard();
    expect(await readdir(join(folder, 'results'))).toEqual([]);
  });
});

describe('a JSONL line', () => {
  it('keeps columns of any name, in their order', () => {
    const line = jsonlEncoder(['z', '__proto__', 'constructor', '1', 'a"b'])(['1', '2', '3', '4', '5']);
    expect(line).toBe('{"z":"1","__proto__":"2","constructor":"3","1":"4","a\\"b":"5"}\n');
    expect(Object.entries(JSON.parse(line) as object)).toContainEqual(['__proto__', '2']);
  });

  it.each([
    ['a lone surrogate', '\ud800', '"\\ud800"'],
    ['line separators as they are', '\u2028\u2029', '"\u2028\u2029"'],
    ['a pair as it is', '🙂', '"🙂"'],
    ['controls', '\u0000\n', '"\\u0000\\n"'],
    ['a negative zero', -0, '0'],
    ['a large whole number', Number.MAX_SAFE_INTEGER, '9007199254740991'],
  ])('writes %s', (_name, value, text) => {
    expect(jsonlEncoder(['a'])([value])).toBe(`{"a":${text}}\n`);
  });

  it.each([NaN, Infinity, 1.5, 2 ** 53])('refuses %d, which is not an exact whole number', (value) => {
    expect(() => jsonlEncoder(['a'])([value])).toThrow(/Column a holds/);
  });

  it('refuses rows and columns that do not fit', () => {
    expect(() => jsonlEncoder(['a', 'b'])(['x'])).toThrow('A row has 1 values for 2 columns');
    expect(() => jsonlEncoder(['a', 'a'])).toThrow('A column appears twice');
  });
});
