import { execFileSync } from 'node:child_process';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SettingsError } from '../../src/settings/errors.js';
import { csvLine } from '../../src/store/csv.js';
import { MAX_LIST_BYTES, MAX_LIST_ENTRIES, parseList, readList } from '../../src/store/list-csv.js';
import { HOSTILE } from './hostile.js';
import { freshFolder } from './sample-pack.js';

const fieldsOf = (text: string, ...wanted: string[]): readonly (readonly string[])[] => parseList(text, wanted).entries.map(({ fields }) => fields);

describe('a list', () => {
  it.each([
    ['commas', 'id,user\n1,ada\n2,bob\n', ','],
    ['semicolons, as Excel writes where a comma is decimal', 'id;user\n1;ada\n2;bob\n', ';'],
    ['tabs', 'id\tuser\n1\tada\n2\tbob\n', '\t'],
    ['semicolons that its first line tells', 'sep=;\nid;user\n1;ada\n2;bob\n', ';'],
    ['Windows line ends', 'id,user\r\n1,ada\r\n2,bob\r\n', ','],
    ['no line end at its end', 'id,user\n1,ada\n2,bob', ','],
    ['empty lines', 'id,user\n\n1,ada\n2,bob\n\n\n', ','],
    ['quotes around every field', '"id","user"\n"1","ada"\n"2","bob"\n', ','],
    ['space around its names', ' id , user \n1,ada\n2,bob\n', ','],
  ])('with %s is read', (_name, text, separator) => {
    expect(parseList(text, ['user'])).toMatchObject({ separator, columns: ['id', 'user'], entries: [{ fields: ['1', 'ada'] }, { fields: ['2', 'bob'] }] });
  });

  it('keeps separators, quotes and line ends inside quotes', () => {
    expect(fieldsOf('id,what\n1,"a,b;c"\n2,"say ""hi"""\n3,"two\r\nlines"\n4,""\n', 'id')).toEqual([['1', 'a,b;c'], ['2', 'say "hi"'], ['3', 'two\r\nlines'], ['4', '']]);
  });

  it('says on which line of the file an entry begins', () => {
    expect(parseList('sep=,\r\nid,"what\nand why"\r\n1,"a\nb"\r\n\r\n2,c\r\n', ['id']).entries.map(({ line }) => line)).toEqual([4, 7]);
  });

  it('takes the separator by which the columns asked for are there', () => {
    expect(parseList('id;user,name\n1;ada,x\n', ['id']).separator).toBe(';');
    expect(parseList('id;user,name\n1;ada,x\n', ['name']).separator).toBe(',');
    expect(parseList('user\nada\n', ['user']).columns).toEqual(['user']);
  });

  it('reads any field that our own CSV holds as another reader does', () => {
    const text = csvLine(['id', 'value']) + HOSTILE.map(([, value], index) => csvLine([index, value])).join('');
    expect(fieldsOf(text, 'id')).toEqual(parse(text, { from: 2 }));
  });

  it('may name columns as it likes', () => {
    expect(parseList('__proto__,constructor\na,b\n', ['constructor']).entries).toEqual([{ line: 2, fields: ['a', 'b'] }]);
  });
});

describe('a list that is no CSV', () => {
  it.each([
    ['a quote that is never closed', 'id,user\n1,"ada\n2,bob\n', 'has a quote in line 2 that is never closed'],
    ['text after a quote', 'id,user\n1,"ada" lovelace\n', 'has text after a closing quote in line 2'],
    ['a quote inside a field', 'id,user\n1,ada "the first"\n', 'has a quote inside a field without quotes around it, in line 2'],
    ['a field too few', 'id,user\n"1\n",ada\n2\n', 'has 1 fields in line 4, and its heading has 2'],
    ['a field too many', 'id,user\n1,ada,x\n', 'has 3 fields in line 2, and its heading has 2'],
    ['line ends of old', 'id,user\r1,ada\r', 'has a carriage return without a line feed in line 1; save it with Windows or Unix line ends'],
    ['nothing', '', 'has no heading; its first line must name the columns'],
    ['an empty first line', '\nid,user\n', 'has no heading; its first line must name the columns'],
    ['no such column', 'id;User\n1;ada\n', 'has no column "user"; its columns, separated by semicolons, are "id", "User"'],
    ['the column twice', 'user,user\n1,2\n', 'has two columns "user"; rename one'],
  ])('(%s) is refused in words', (_name, text, words) => {
    expect(() => parseList(text, ['user'])).toThrow(new Error(words));
  });

  it('shows no unseen character of its heading', () => {
    expect(() => parseList('\u202eresu\u0007\n', ['user'])).toThrow('its columns, separated by commas, are "⟨U+202E⟩resu⟨U+0007⟩"');
  });

  it('may hold a million entries, and not one more', () => {
    expect(parseList(`a\n${'x\n'.repeat(MAX_LIST_ENTRIES)}`, ['a']).entries).toHaveLength(MAX_LIST_ENTRIES);
    expect(() => parseList(`a\n${'x\n'.repeat(MAX_LIST_ENTRIES + 1)}`, ['a'])).toThrow(/^holds more than 1000000 entries; split it$/);
  });

  it('takes no longer for text made to slow a reader down', () => {
    const started = performance.now();
    for (const text of ['"'.repeat(2_000_000), `a\n${'"'.repeat(2_000_001)}`, `a\n${','.repeat(2_000_000)}`, `a\n"${'\n'.repeat(2_000_000)}`]) expect(() => parseList(text, ['a'])).toThrow();
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('the file of a list', () => {
  let room: string;
  beforeAll(async () => {
    room = await freshFolder();
  });
  afterAll(async () => {
    await rm(room, { recursive: true, force: true });
  });
  const written = async (name: string, content: string | Uint8Array): Promise<string> => {
    await writeFile(join(room, name), content);
    return join(room, name);
  };

  it('is told by size and hash; a link to it will do', async () => {
    const path = await written('tickets.csv', '\ufeffid;user\r\n1;Zoë\r\n');
    await symlink(path, join(room, 'link.csv'));
    for (const each of [path, join(room, 'link.csv')]) {
      expect(await readList(each, ['user'])).toMatchObject({ bytes: 20, sha256: execFileSync('sha256sum', { input: '\ufeffid;user\r\n1;Zoë\r\n' }).toString().slice(0, 64), entries: [{ line: 2, fields: ['1', 'Zoë'] }] });
    }
  });

  it.each([
    ['is not there', () => Promise.resolve(join(room, 'nowhere.csv')), /^list: \S*nowhere\.csv does not exist; give a CSV file\.$/],
    ['is a folder', async () => (await mkdir(join(room, 'folder')), join(room, 'folder')), /^list: \S*folder is not a file; give a CSV file\.$/],
    ['is a pipe', () => Promise.resolve((execFileSync('mkfifo', [join(room, 'pipe')]), join(room, 'pipe'))), /^list: \S*pipe is not a file; give a CSV file\.$/],
    ['is in an old encoding', () => written('latin.csv', Buffer.from('id,user\n1,Zo\u00eb\n', 'latin1')), /^list: \S*latin\.csv is not UTF-8 text; in Excel, save it as “CSV UTF-8”\.$/],
    ['is UTF-16', () => written('wide.csv', Buffer.from('\ufeffid,user\n', 'utf16le')), /is not UTF-8 text/],
    ['is UTF-16 without a mark', () => written('wide-bare.csv', Buffer.from('id,user\n', 'utf16le')), /is not UTF-8 text/],
    ['is a spreadsheet', () => written('book.xlsx', Buffer.from('504b030414000600', 'hex')), /is not UTF-8 text/],
    ['is too large', () => written('large.csv', Buffer.alloc(MAX_LIST_BYTES + 1, 0x61)), /^list: \S*large\.csv has 67108865 bytes; at most 67108864 are allowed\. Leave out columns, or split it\.$/],
  ])('that %s is refused in one sentence', async (_name, make, sentence) => {
    const reading = readList(await make(), ['user']);
    await expect(reading).rejects.toThrow(SettingsError);
    await expect(reading).rejects.toThrow(sentence);
  });
});
