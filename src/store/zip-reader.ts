import { open, type FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { Inflate } from 'fflate';
import { systemCode } from './errors.js';

/** A pack has tens of files; more than this is not a pack. */
const MAX_ENTRIES = 20_000;
const MAX_DIRECTORY_BYTES = 8 * 1024 * 1024;
/** Deflate makes at most 1,032 bytes of one: what one push can cost stays near 16 MiB. */
const READ_BYTES = 16 * 1024;

/** https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16. */
const LOCAL = { signature: 0x04034b50, bytes: 30, name: 26, extra: 28 } as const;
const CENTRAL = { signature: 0x02014b50, bytes: 46, flags: 8, method: 10, crc: 16, packed: 20, size: 24, name: 28, extra: 30, comment: 32, attributes: 38, offset: 42 } as const;
const END = { signature: 0x06054b50, bytes: 22, entries: 10, size: 12, offset: 16, comment: 20, longestComment: 0xffff } as const;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;
const FILE_TYPE = 0o170000;
const LINK = 0o120000;
/** Values that say "see the zip64 record". */
const ELSEWHERE = { entries: 0xffff, bytes: 0xffff_ffff } as const;

interface ZipEntry {
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
  readonly isLink: boolean;
}

/**
 * Reads single files of a zip anybody may have made, by its directory, and writes none. Names that lead outside, names twice and sizes that
 * are not true are refused. Errors are fragments: those of the zip itself follow its name, those of a file that file's.
 */
export class ZipReader {
  private constructor(
    private readonly handle: FileHandle,
    private readonly entries: ReadonlyMap<string, ZipEntry>,
    /** Where the directory begins: no file reaches beyond. */
    private readonly directoryAt: number,
  ) {}

  static async open(path: string): Promise<ZipReader> {
    const handle = await open(path, 'r');
    try {
      const { size } = await handle.stat();
      const end = await findEnd(handle, size);
      const directory = await readAt(handle, end.offset, end.size);
      return new ZipReader(handle, readDirectory(directory, end.entries), end.offset);
    } catch (error) {
      await handle.close();
      throw systemCode(error) === null ? error : new Error(`cannot be read (${systemCode(error)})`, { cause: error });
    }
  }

  names(): readonly string[] {
    return [...this.entries.keys()];
  }

  /** A file's bytes, a chunk at a time; refused before any is read when the zip says that it is larger than the limit. */
  async *chunks(name: string, limit: number): AsyncGenerator<Uint8Array> {
    const entry = this.entries.get(name);
    if (entry === undefined) throw new Error('is missing');
    if (entry.isLink) throw new Error('is a symbolic link');
    if (entry.size > limit) throw new Error(`is larger than ${limit} bytes`);
    if ((entry.flags & ENCRYPTED) !== 0 || ![STORED, DEFLATED].includes(entry.method)) throw new Error('is encrypted, or packed in a way that packs never are');
    let size = 0;
    let crc = 0;
    for await (const chunk of entry.method === STORED ? this.#packed(entry) : inflated(this.#packed(entry))) {
      size += chunk.byteLength;
      if (size > entry.size) throw new Error('is larger than its zip says');
      crc = crc32(chunk, crc);
      yield chunk;
    }
    if (size !== entry.size || crc !== entry.crc) throw new Error('is damaged: its size or checksum is not the one its zip gives');
  }

  async close(): Promise<void> {
    await this.handle.close();
  }

  async *#packed({ offset, packed }: ZipEntry): AsyncGenerator<Uint8Array> {
    const local = await readAt(this.handle, offset, LOCAL.bytes);
    if (local.readUInt32LE(0) !== LOCAL.signature) throw new Error('is damaged: it does not begin where its zip says');
    let at = offset + LOCAL.bytes + local.readUInt16LE(LOCAL.name) + local.readUInt16LE(LOCAL.extra);
    const end = at + packed;
    if (end > this.directoryAt) throw new Error('is damaged: it reaches beyond its place in the zip');
    for (; at < end; at += READ_BYTES) yield readAt(this.handle, at, Math.min(READ_BYTES, end - at));
  }
}

async function* inflated(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const inflate = new Inflate((chunk) => void ready.push(chunk));
  const push = (chunk: Uint8Array, isLast: boolean): Uint8Array[] => {
    ready = [];
    try {
      inflate.push(chunk, isLast);
    } catch (error) {
      throw new Error('is damaged: it cannot be unpacked', { cause: error });
    }
    return ready.filter(({ byteLength }) => byteLength > 0);
  };
  for await (const chunk of packed) yield* push(chunk, false);
  yield* push(new Uint8Array(0), true);
}

async function findEnd(handle: FileHandle, bytes: number): Promise<{ readonly entries: number; readonly size: number; readonly offset: number }> {
  const length = Math.min(bytes, END.bytes + END.longestComment);
  const tail = await readAt(handle, bytes - length, length);
  for (let at = length - END.bytes; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== END.signature || at + END.bytes + tail.readUInt16LE(at + END.comment) !== length) continue;
    const [entries, size, offset] = [tail.readUInt16LE(at + END.entries), tail.readUInt32LE(at + END.size), tail.readUInt32LE(at + END.offset)];
    if (entries === ELSEWHERE.entries || offset === ELSEWHERE.bytes) throw new Error('is a zip64, which the zip of a pack never is');
    if (entries > MAX_ENTRIES || size > MAX_DIRECTORY_BYTES) throw new Error(`holds more than ${MAX_ENTRIES} files`);
    if (offset + size > bytes - length + at) throw new Error('is a damaged zip: its directory is not where it says');
    return { entries, size, offset };
  }
  throw new Error('is not a zip');
}

function readDirectory(directory: Buffer, count: number): ReadonlyMap<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>();
  const seen = new Set<string>();
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + CENTRAL.bytes > directory.length || directory.readUInt32LE(at) !== CENTRAL.signature) throw new Error('is a damaged zip: its directory cannot be read');
    const nameAt = at + CENTRAL.bytes;
    const nameEnd = nameAt + directory.readUInt16LE(at + CENTRAL.name);
    const name = directory.toString('utf8', nameAt, nameEnd);
    if (leadsOutside(name)) throw new Error(`holds a file named ${JSON.stringify(name.slice(0, 100))}, which leads outside of it`);
    // Two names that differ only in case are one file on a Mac or on Windows.
    if (seen.has(name.toLowerCase())) throw new Error(`holds a file named ${JSON.stringify(name.slice(0, 100))} twice`);
    seen.add(name.toLowerCase());
    entries.set(name, {
      flags: directory.readUInt16LE(at + CENTRAL.flags),
      method: directory.readUInt16LE(at + CENTRAL.method),
      crc: directory.readUInt32LE(at + CENTRAL.crc),
      packed: directory.readUInt32LE(at + CENTRAL.packed),
      size: directory.readUInt32LE(at + CENTRAL.size),
      offset: directory.readUInt32LE(at + CENTRAL.offset),
      isLink: ((directory.readUInt32LE(at + CENTRAL.attributes) >>> 16) & FILE_TYPE) === LINK,
    });
    at = nameEnd + directory.readUInt16LE(at + CENTRAL.extra) + directory.readUInt16LE(at + CENTRAL.comment);
  }
  return entries;
}

function leadsOutside(name: string): boolean {
  return /^(?:\/|[A-Za-z]:)|[\\\0]/.test(name) || name.split('/').includes('..');
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let read = 0;
  while (read < length) {
    const { bytesRead } = await handle.read(buffer, read, length - read, position + read);
    if (bytesRead === 0) throw new Error('is damaged: it ends too soon');
    read += bytesRead;
  }
  return buffer;
}
