import { rm, truncate, writeFile } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ZipReader } from '../../src/store/zip-reader.js';
import { freshFolder } from './sample-pack.js';

let room: string;
let place: string;
beforeEach(async () => {
  room = await freshFolder();
  place = join(room, 'a.zip');
});
afterEach(async () => {
  await rm(room, { recursive: true, force: true });
});

const text = (characters: string): Uint8Array => new TextEncoder().encode(characters);
const zipped = (files: Zippable): Buffer => Buffer.from(zipSync(files, { level: 6 }));

async function read(name: string, limit = 1_000_000): Promise<string> {
  const zip = await ZipReader.open(place);
  try {
    const chunks: Uint8Array[] = [];
    for await (const chunk of zip.chunks(name, limit)) chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
  } finally {
    await zip.close();
  }
}

/** The place of a record's field, found by the record's signature. */
function field(bytes: Buffer, signature: number, offset: number): number {
  const mark = Buffer.alloc(4);
  mark.writeUInt32LE(signature);
  return bytes.indexOf(mark) + offset;
}
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END = 0x06054b50;

describe('a file in a zip', () => {
  it.each([['packed', 6 as const], ['stored', 0 as const]])('is read when it is %s', async (_name, level) => {
    const long = 'a line of text\n'.repeat(20_000);
    await writeFile(place, zipSync({ 'a.txt': text('short'), 'b.txt': text(long), 'empty.txt': text('') }, { level }));
    expect(await read('b.txt')).toBe(long);
    expect(await read('a.txt')).toBe('short');
    expect(await read('empty.txt')).toBe('');
  });

  it('is read from a zip that another program made, with a comment at its end', async () => {
    execFileSync('python3', ['-c', 'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED); z.writestr("x/y.txt", "hello " * 1000); z.comment = b"PK\\5\\6 made by hand"; z.close()', place]);
    expect(await read('x/y.txt')).toBe('hello '.repeat(1_000));
  });

  it('is missing by name', async () => {
    await writeFile(place, zipped({ 'a.txt': text('a') }));
    await expect(read('b.txt')).rejects.toThrow('is missing');
  });
});

describe('a zip that cannot be trusted', () => {
  it.each(['../a.txt', 'x/../../a.txt', '/etc/passwd', 'C:/a.txt', 'x\\..\\a.txt', 'a\0.txt'])('with a file named %j is refused', async (name) => {
    await writeFile(place, zipped({ 'ok.txt': text('a'), [name]: text('b') }));
    await expect(read('ok.txt')).rejects.toThrow(/holds a file named ".*", which leads outside of it/);
  });

  it('with a name twice is refused', async () => {
    const bytes = zipped({ 'a.txt': text('a'), 'b.txt': text('b') });
    await writeFile(place, Buffer.from(bytes.toString('latin1').replaceAll('b.txt', 'A.txt'), 'latin1'));
    await expect(read('a.txt')).rejects.toThrow(/holds a file named "A.txt" twice/);
  });

  it('with a larger file than is asked for is refused before any of it is unpacked', async () => {
    await writeFile(place, zipped({ 'a.txt': text('x'.repeat(100)) }));
    await expect(read('a.txt', 99)).rejects.toThrow('is larger than 99 bytes');
  });

  it('with a file that unpacks to more than the zip says ends there', async () => {
    const bytes = zipped({ 'bomb.txt': new Uint8Array(20_000_000) });
    bytes.writeUInt32LE(10, field(bytes, CENTRAL, 24));
    await writeFile(place, bytes);
    await expect(read('bomb.txt')).rejects.toThrow('is larger than its zip says');
  });

  it.each<[string, (bytes: Buffer) => void]>([
    ['another checksum', (bytes) => bytes.writeUInt32LE(7, field(bytes, CENTRAL, 16))],
    ['a larger size', (bytes) => bytes.writeUInt32LE(9_000, field(bytes, CENTRAL, 24))],
    ['fewer packed bytes', (bytes) => bytes.writeUInt32LE(20, field(bytes, CENTRAL, 20))],
    ['more packed bytes than there are', (bytes) => bytes.writeUInt32LE(0x7fffffff, field(bytes, CENTRAL, 20))],
    ['another place', (bytes) => bytes.writeUInt32LE(3, field(bytes, CENTRAL, 42))],
    ['a place beyond the end', (bytes) => bytes.writeUInt32LE(0x7fffffff, field(bytes, CENTRAL, 42))],
    ['other bytes', (bytes) => bytes.fill(0xff, field(bytes, LOCAL, 40), field(bytes, LOCAL, 60))],
    ['a lock', (bytes) => bytes.writeUInt16LE(1, field(bytes, CENTRAL, 8))],
    ['another method', (bytes) => bytes.writeUInt16LE(12, field(bytes, CENTRAL, 10))],
    ['a link’s attributes', (bytes) => bytes.writeUInt32LE((0o120777 << 16) >>> 0, field(bytes, CENTRAL, 38))],
  ])('with a file that has %s tells of it', async (_name, damage) => {
    const bytes = zipped({ 'a.txt': text(Array.from({ length: 500 }, (_, index) => `line ${index * 7_919}`).join('\n')) });
    damage(bytes);
    await writeFile(place, bytes);
    await expect(read('a.txt')).rejects.toThrow(/^is (damaged|larger than|encrypted|a symbolic link)/);
  });

  it.each<[string, (bytes: Buffer) => Buffer | void, RegExp]>([
    ['cut short', (bytes) => bytes.subarray(0, bytes.length - 5), /is not a zip/],
    ['empty', () => Buffer.alloc(0), /is not a zip/],
    ['no zip', () => Buffer.from('{}'.repeat(100)), /is not a zip/],
    ['one that counts more files than it holds', (bytes) => void bytes.writeUInt16LE(9, field(bytes, END, 10)), /directory cannot be read/],
    ['one with more files than packs have', (bytes) => void bytes.writeUInt16LE(30_000, field(bytes, END, 10)), /more than 20000 files/],
    ['one whose directory is elsewhere', (bytes) => void bytes.writeUInt32LE(0x7ffffff0, field(bytes, END, 16)), /directory is not where it says/],
    ['a zip64', (bytes) => void bytes.writeUInt32LE(0xffffffff, field(bytes, END, 16)), /zip64/],
  ])('that is %s is refused', async (_name, change, why) => {
    const bytes = zipped({ 'a.txt': text('a') });
    await writeFile(place, change(bytes) ?? bytes);
    await expect(read('a.txt')).rejects.toThrow(why);
  });

  it('that is cut while it is read fails', async () => {
    await writeFile(place, zipped({ 'a.txt': text('a'.repeat(10)) }));
    const zip = await ZipReader.open(place);
    await truncate(place, 10);
    await expect(zip.chunks('a.txt', 100).next()).rejects.toThrow('is damaged: it ends too soon');
    await zip.close();
  });
});
