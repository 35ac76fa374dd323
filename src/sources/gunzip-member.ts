import { promisify } from 'node:util';
import { crc32, inflateRaw, inflateRawSync, type InputType, type ZlibOptions } from 'node:zlib';
import type { NotReadReason } from './log-file.js';

/** Why a file cannot be read, and what of it. Never quotes the file: its text may have been written by an attacker. */
export interface Unreadable {
  readonly reason: NotReadReason;
  readonly detail: string;
}

/** With `info`, zlib also hands back its engine, which knows how many bytes of input it used. Its types do not say so. */
interface Counted {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}
const inflateAside = promisify(inflateRaw) as unknown as (input: InputType, options: ZlibOptions) => Promise<Counted>;
const inflateHere = inflateRawSync as unknown as (input: InputType, options: ZlibOptions) => Counted;
/** Below this, going to another thread and back costs more than it wins; the engine needs the processors too. */
const SMALL_BYTES = 1024 * 1024;

const DEFLATE = 8;
const TRAILER_BYTES = 8;
/** Deflate never makes more than this of one byte, so a false size in the trailer cannot buy memory. */
const GREATEST_RATIO = 1032;
const FLAG = { headerCrc: 0x02, extra: 0x04, name: 0x08, comment: 0x10, reserved: 0xe0 } as const;

export function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/**
 * Inflates exactly one gzip member that is the whole file. Ordinary gunzip also reads what is appended after it, and so
 * would let records in that no digest speaks of.
 */
export async function gunzipMember(bytes: Buffer, maxBytes: number): Promise<Buffer | Unreadable> {
  const header = headerLength(bytes);
  if (typeof header !== 'number') return header;
  const inflated = await inflateFrom(bytes, header, maxBytes);
  if ('reason' in inflated) return inflated;
  const end = header + inflated.used + TRAILER_BYTES;
  if (end > bytes.length) return { reason: 'truncated gzip', detail: 'the file ends within the checksum' };
  if (bytes.readUInt32LE(end - 8) !== crc32(inflated.text)) return { reason: 'damaged gzip', detail: 'the checksum differs from the content' };
  if (bytes.readUInt32LE(end - 4) !== inflated.text.length % 2 ** 32) return { reason: 'damaged gzip', detail: 'the length differs from the content' };
  if (end === bytes.length) return inflated.text;
  const detail = `${bytes.length - end} bytes follow the compressed log`;
  return { reason: isGzip(bytes.subarray(end)) ? 'second gzip member' : 'trailing bytes after gzip', detail };
}

function headerLength(bytes: Buffer): number | Unreadable {
  const truncated: Unreadable = { reason: 'truncated gzip', detail: 'the file ends within the gzip header' };
  if (bytes.length < 10) return truncated;
  const flags = bytes[3] ?? 0;
  if (bytes[2] !== DEFLATE || (flags & FLAG.reserved) !== 0) return { reason: 'damaged gzip', detail: 'the gzip header is not valid' };
  let at = 10;
  if (flags & FLAG.extra) {
    if (bytes.length < at + 2) return truncated;
    at += 2 + bytes.readUInt16LE(at);
  }
  for (const flag of [FLAG.name, FLAG.comment]) {
    if ((flags & flag) === 0) continue;
    const end = bytes.indexOf(0, at);
    if (end === -1) return truncated;
    at = end + 1;
  }
  if (flags & FLAG.headerCrc) {
    if (bytes.length < at + 2) return truncated;
    if (bytes.readUInt16LE(at) !== (crc32(bytes.subarray(0, at)) & 0xffff)) return { reason: 'damaged gzip', detail: 'the checksum of the gzip header differs' };
    at += 2;
  }
  return at < bytes.length ? at : truncated;
}

async function inflateFrom(bytes: Buffer, start: number, maxBytes: number): Promise<{ readonly text: Buffer; readonly used: number } | Unreadable> {
  // The trailer's size is right for a sound file: one allocation, a little over so that zlib sees the end within it.
  // Where it is wrong, output comes in pieces of this size, so they must not be tiny.
  const promised = Math.min(bytes.readUInt32LE(bytes.length - 4), bytes.length * GREATEST_RATIO, maxBytes);
  try {
    const options = { info: true, chunkSize: Math.max(promised + 64, Math.min(bytes.length * 4, 1024 * 1024)), maxOutputLength: maxBytes };
    const input = bytes.subarray(start);
    const { buffer, engine } = bytes.length <= SMALL_BYTES ? inflateHere(input, options) : await inflateAside(input, options);
    return { text: buffer, used: engine.bytesWritten };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ERR_BUFFER_TOO_LARGE') return { reason: 'too large', detail: `it inflates to more than ${maxBytes} bytes` };
    if (code === 'Z_BUF_ERROR') return { reason: 'truncated gzip', detail: 'the file ends within the compressed log' };
    if (code?.startsWith('Z_') === true) return { reason: 'damaged gzip', detail: `the compressed log cannot be inflated (${code})` };
    throw error;
  }
}
