import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateRawSync, gunzipSync, gzipSync } from 'node:zlib';
import type { StagedFile } from '../../src/sources/log-file.js';
import { LOCAL_FILES } from '../../src/sources/log-reader.js';
import { explainUnreadable, stageLogFile, type NotStagedFile } from '../../src/sources/stage-log-file.js';
import { temporaryFolder, written } from './temporary-folder.js';

const folder = temporaryFolder();
const STAGED = join(folder, 'staged.json');
const RECORD = { eventVersion: '1.11', eventName: 'ConsoleLogin', eventSource: 'signin.amazonaws.com', eventID: 'e-1' };
const OTHER = { ...RECORD, eventID: 'e-2', userAgent: 'Fénêtre 😀 "Records" \\ \u0000' };
const LOG = JSON.stringify({ Records: [RECORD, OTHER] });
const LIMIT = { inflatedBytes: 1024 * 1024 };

function stage(bytes: Buffer | string, name = 'log.json.gz'): Promise<StagedFile | NotStagedFile> {
  return stageLogFile(written(folder, name, bytes), STAGED, LOCAL_FILES, LIMIT);
}

async function reasonOf(bytes: Buffer | string, name?: string): Promise<string> {
  const staged = await stage(bytes, name);
  return 'outcome' in staged ? staged.outcome.reason : 'read';
}

function stagedRecords(): unknown {
  return (JSON.parse(readFileSync(STAGED, 'utf8')) as { Records: unknown }).Records;
}

/** A gzip member with every optional header field. */
function decorated(text: string): Buffer {
  const header = Buffer.concat([
    Buffer.from([0x1f, 0x8b, 8, 0x02 | 0x04 | 0x08 | 0x10, 1, 2, 3, 4, 0, 3]),
    Buffer.from([3, 0, 1, 2, 3]), Buffer.from('name\0'), Buffer.from('comment\0'),
  ]);
  const sums = Buffer.alloc(10);
  sums.writeUInt16LE(crc32(header) & 0xffff, 0);
  sums.writeUInt32LE(crc32(text), 2);
  sums.writeUInt32LE(Buffer.byteLength(text), 6);
  return Buffer.concat([header, sums.subarray(0, 2), deflateRawSync(text), sums.subarray(2)]);
}

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at < 0 ? bytes.length + at : at]! ^= 0x01;
  return copy;
}

describe('CloudTrail\'s own shape', () => {
  it.each([
    ['gzip', gzipSync(LOG)],
    ['gzip with every header field', decorated(LOG)],
    ['plain text under the name .gz', LOG],
    ['white space', `\r\n { "Records" :\t[ ${JSON.stringify(RECORD)}, ${JSON.stringify(OTHER)} ] } \r\n`],
    ['a byte order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(LOG)])],
  ])('is passed on unparsed: %s', async (_name, bytes) => {
    expect(await stage(bytes)).toMatchObject({ records: null, stagedPath: STAGED, stagedBytes: readFileSync(STAGED).length });
    expect(stagedRecords()).toEqual([RECORD, OTHER]);
  });

  it('is hashed inflated and as it stands, with its byte order mark', async () => {
    const marked = Buffer.from(`\ufeff${LOG}`);
    expect(await stage(gzipSync(marked))).toMatchObject({ sha256: createHash('sha256').update(marked).digest('hex') });
    expect(readFileSync(STAGED, 'utf8')).toBe(LOG);
  });

  it.each([
    ['an empty list', '{"Records":[]}', null],
    ['an empty list after other names', '{"a":1,"Records":[]}', 0],
    ['other names first', `{"a":{"Records":3},"Records":[${JSON.stringify(RECORD)}]}`, 1],
    ['a record that speaks of "Records"', JSON.stringify({ Records: [{ ...RECORD, requestParameters: { Records: [1] } }] }), 1],
    ['a number too large for JavaScript', '{"x":1,"Records":[{"eventName":"A","n":12345678901234567890}]}', 1],
  ])('keeps every byte: %s', async (_name, text, records) => {
    expect(await stage(gzipSync(text))).toMatchObject({ records });
    expect(readFileSync(STAGED, 'utf8')).toBe(text);
  });
});

describe('other shapes', () => {
  const lines = (...values: unknown[]): string => values.map((value) => JSON.stringify(value)).join('\r\n');
  const looked = (record: unknown): unknown => ({ EventId: 'e', EventName: 'ConsoleLogin', CloudTrailEvent: JSON.stringify(record) });
  const bus = (record: unknown): unknown => ({ version: '0', 'detail-type': 'AWS API Call via CloudTrail', detail: record });
  it.each([
    ['a record', JSON.stringify(RECORD), [RECORD]],
    ['an array of records', JSON.stringify([RECORD, OTHER]), [RECORD, OTHER]],
    ['an empty array', '[]', []],
    ['lines of records', lines(RECORD, OTHER), [RECORD, OTHER]],
    ['pretty-printed records one after another', `${JSON.stringify(RECORD, null, 2)}\n${JSON.stringify(OTHER, null, 2)}\n`, [RECORD, OTHER]],
    ['look-up output', JSON.stringify({ Events: [looked(RECORD), looked(OTHER)], NextToken: 'x' }), [RECORD, OTHER]],
    ['look-up output without events', '{"Events":[]}', []],
    ['lines of look-up output', lines({ Events: [looked(RECORD)] }, { Events: [looked(OTHER)] }), [RECORD, OTHER]],
    ['lines of looked-up events', lines(looked(RECORD), looked(OTHER)), [RECORD, OTHER]],
    ['one looked-up event', JSON.stringify(looked(RECORD)), [RECORD]],
    ['an event-bus envelope', JSON.stringify(bus(RECORD)), [RECORD]],
    ['an array of event-bus envelopes', JSON.stringify([bus(RECORD), bus(OTHER)]), [RECORD, OTHER]],
    ['lines of event-bus envelopes', lines(bus(RECORD), bus(OTHER)), [RECORD, OTHER]],
    ['several logs in one file', `${JSON.stringify({ Records: [RECORD] })}\n${JSON.stringify({ Records: [OTHER] })}`, [RECORD, OTHER]],
    ['what is no record among records', JSON.stringify([RECORD, 5, null, { a: 1 }]), [RECORD, 5, null, { a: 1 }]],
    ['a line that is no record', `${lines(RECORD, { a: 1 })}\n7`, [RECORD, { a: 1 }, 7]],
    ['a looked-up event that is cut', lines(looked(RECORD), { CloudTrailEvent: '{"a":' }), [RECORD, { CloudTrailEvent: '{"a":' }]],
  ])('%s', async (_name, text, records) => {
    expect(await stage(text, 'log.json')).toMatchObject({ records: records.length });
    expect(stagedRecords()).toEqual(records);
  });

  it('writes more records than one write takes', async () => {
    const many = Array.from({ length: 1501 }, (_, index) => ({ ...RECORD, eventID: `e-${index}` }));
    const staged = await stage(gzipSync(JSON.stringify(many)));
    expect(staged).toMatchObject({ records: 1501, stagedBytes: readFileSync(STAGED).length });
    expect(stagedRecords()).toEqual(many);
  });

  it('keeps looked-up numbers as AWS wrote them', async () => {
    await stage(JSON.stringify({ Events: [{ CloudTrailEvent: '{"eventName":"A","n":12345678901234567890}' }] }));
    expect(readFileSync(STAGED, 'utf8')).toContain('12345678901234567890');
  });
});

describe('files that are not read', () => {
  const packed = gzipSync(LOG);
  const deep = (open: string, close: string): string => `{"Records":[{"a":${open.repeat(150_000)}1${close.repeat(150_000)}}]}`;
  it.each([
    ['no bytes', '', 'empty file'],
    ['nothing inside gzip', gzipSync(''), 'empty file'],
    ['white space only', ' \r\n', 'empty file'],
    ['a second member', Buffer.concat([packed, gzipSync('{"Records":[]}')]), 'second gzip member'],
    ['an empty second member', Buffer.concat([packed, gzipSync('')]), 'second gzip member'],
    ['zeros after it', Buffer.concat([packed, Buffer.alloc(512)]), 'trailing bytes after gzip'],
    ['a line feed after it', Buffer.concat([packed, Buffer.from('\n')]), 'trailing bytes after gzip'],
    ['a checksum of other content', flipped(packed, -6), 'damaged gzip'],
    ['a length of other content', flipped(packed, -2), 'damaged gzip'],
    ['another compression method', flipped(packed, 2), 'damaged gzip'],
    ['a reserved flag', Buffer.concat([packed.subarray(0, 3), Buffer.from([0x80]), packed.subarray(4)]), 'damaged gzip'],
    ['a damaged header', flipped(decorated(LOG), 5), 'damaged gzip'],
    ['a damaged magic number', flipped(packed, 0), 'damaged gzip'],
    ['a bomb', gzipSync(Buffer.alloc(8 * 1024 * 1024, ' ')), 'too large'],
    ['a large plain file', `{"Records":[${' '.repeat(LIMIT.inflatedBytes)}]}`, 'too large'],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${LOG}`, 'utf16le'), 'not UTF-8'],
    ['UTF-16 without a mark', gzipSync(Buffer.from(LOG, 'utf16le')), 'not UTF-8'],
    ['Latin 1', gzipSync(Buffer.from('{"Records":[{"a":"é"}]}', 'latin1')), 'not UTF-8'],
    ['cut JSON', gzipSync(LOG.slice(0, -20)), 'not JSON'],
    ['cut lines', `${JSON.stringify(RECORD)}\n{"eventName":"A`, 'not JSON'],
    ['text after it', gzipSync(`${LOG} x`), 'not JSON'],
    ['two lists of one name', '{"Records":[],"Records":[{"eventName":"A"}]}', 'not JSON'],
    ['an array without commas', '[{"eventName":"A"} {"eventName":"B"}]', 'not JSON'],
    ['no JSON', 'hello', 'not JSON'],
    ['nested arrays', gzipSync(deep('[', ']')), 'not JSON'],
    ['nested objects', gzipSync(deep('{"a":', '}')), 'not JSON'],
    ['"Records" of null', '{"Records":null}', 'no records'],
    ['"Records" of text', '{"Records":"x"}', 'no records'],
    ['lower-case records', JSON.stringify({ records: [RECORD] }), 'no records'],
    ['an object', '{"a":1}', 'no records'],
    ['an array of other things', '[{"a":1},2]', 'no records'],
    ['an envelope of another event', '{"detail":{"instance-id":"i-1"}}', 'no records'],
    ['a number', '5', 'no records'],
  ])('%s', async (_name, bytes, reason) => {
    expect(await reasonOf(bytes)).toBe(reason);
  });

  it.each([['plain', packed], ['with every header field', decorated(LOG)]])('cut anywhere, %s', async (_name, bytes) => {
    for (let length = 2; length < bytes.length; length += 1) expect([length, await reasonOf(bytes.subarray(0, length))]).toEqual([length, 'truncated gzip']);
  });

  it('with any one byte changed are not read as something else', async () => {
    // The header's time, flags about speed and system are not covered by any checksum, nor do they matter.
    for (let at = 10; at < packed.length; at += 1) expect([at, await reasonOf(flipped(packed, at))]).not.toEqual([at, 'read']);
  });

  it('that are gone', async () => {
    const file = written(folder, 'here.json', '{}');
    expect(await stageLogFile({ ...file, path: `${file.path}.gone` }, STAGED)).toMatchObject({ outcome: { list: 'not-read', reason: 'cannot be opened', detail: 'ENOENT' } });
  });

  it('are told of without a word of their text', async () => {
    for (const text of ['[attacker]', '{"attacker":attacker}', '"attacker', '{"Records":"attacker"}', '[{"attacker":1}]', `${JSON.stringify(RECORD)}\nattacker`]) {
      expect(JSON.stringify((await stage(text, 'x.json') as NotStagedFile).outcome)).not.toContain('attacker');
    }
  });

  it('say where JSON ends', async () => {
    expect(await stage(`${JSON.stringify(RECORD)}\n\n{"eventName":}`)).toMatchObject({ outcome: { detail: expect.stringContaining('line 3') } });
  });
});

describe('what an engine\'s reader refuses', () => {
  async function explained(text: string): Promise<unknown> {
    const staged = await stage(gzipSync(text));
    return 'outcome' in staged ? staged.outcome : explainUnreadable(staged);
  }

  it('is explained', async () => {
    expect(await explained('{"Records":[{"a":}]}')).toMatchObject({ reason: 'not JSON', detail: expect.stringContaining('line 1') });
    expect(await explained('{"Records":[{"a":1}}')).toMatchObject({ reason: 'not JSON', detail: expect.stringContaining('cut short') });
    expect(await explained(LOG)).toBeNull();
    expect(readFileSync(STAGED, 'utf8')).toBe(LOG);
  });

  it('is mended where a long text was cut within a character', async () => {
    const cut = String.raw`{"Records":[{"a":"x\ud83d","b":"\uD83D\uDE00","c":"\uDE00","d":"\\ud83d"}]}`;
    expect(await explained(cut)).toBeNull();
    expect(readFileSync(STAGED, 'utf8')).toBe(String.raw`{"Records":[{"a":"x\ufffd","b":"\uD83D\uDE00","c":"\ufffd","d":"\\ud83d"}]}`);
    expect(gunzipSync(readFileSync(join(folder, 'log.json.gz'))).toString()).toBe(cut);
  });
});
