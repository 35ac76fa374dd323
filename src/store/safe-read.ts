import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open, readdir, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCode } from './errors.js';

/** A folder of a pack has tens of files; more than this is not a pack. */
const MAX_ENTRIES = 20_000;
const MAX_DEPTH = 8;
const READ_BYTES = 1024 * 1024;
const LINE_FEED = 0x0a;

export interface Entry {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  readonly kind: 'file' | 'link' | 'other';
}

/** Everything below a folder but its folders, sorted by path. Links are named, never followed. */
export async function listFolder(root: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  const walk = async (folder: string, depth: number): Promise<void> => {
    if (depth > MAX_DEPTH) throw new Error(`holds folders more than ${MAX_DEPTH} deep`);
    for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) await walk(path, depth + 1);
      else entries.push({ path, kind: entry.isFile() ? 'file' : entry.isSymbolicLink() ? 'link' : 'other' });
      if (entries.length > MAX_ENTRIES) throw new Error(`holds more than ${MAX_ENTRIES} files`);
    }
  };
  await walk('', 0);
  return entries.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * Opens a regular file for reading, and nothing else: a link is not followed and a pipe not waited for. Errors are
 * fragments that follow a file's name: "is missing".
 */
export async function openRegular(path: string): Promise<{ readonly handle: FileHandle; readonly bytes: number }> {
  let handle: FileHandle;
  try {
    handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    throw new Error(openFault(systemCode(error)), { cause: error });
  }
  const stat = await handle.stat();
  if (stat.isFile()) return { handle, bytes: stat.size };
  await handle.close();
  throw new Error('is not a regular file');
}

/** The bytes of a file that has no reason to be larger than `limit`. */
export async function readRegular(path: string, limit: number): Promise<Buffer> {
  const { handle, bytes } = await openRegular(path);
  try {
    if (bytes > limit) throw new Error(`is larger than ${limit} bytes`);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

/** A file's content as it is measured in one pass. */
export interface Measured {
  readonly bytes: number;
  readonly sha256: string;
  readonly lineFeeds: number;
  readonly endsInLineFeed: boolean;
}

/** Size, hash and lines of a file, a chunk at a time. A file of another size than expected is not read: its size says enough. */
export async function measure(path: string, expectedBytes: number): Promise<Measured> {
  const { handle, bytes } = await openRegular(path);
  try {
    if (bytes !== expectedBytes) throw new Error(`has ${bytes} bytes, and the manifest says ${expectedBytes}`);
    const hash = createHash('sha256');
    const buffer = Buffer.allocUnsafe(Math.min(Math.max(bytes, 1), READ_BYTES));
    let read = 0;
    let lineFeeds = 0;
    let last = -1;
    while (read < expectedBytes) {
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, null);
      if (bytesRead === 0) break;
      const chunk = buffer.subarray(0, bytesRead);
      hash.update(chunk);
      lineFeeds += countLineFeeds(chunk);
      last = chunk[bytesRead - 1] ?? -1;
      read += bytesRead;
    }
    return { bytes: read, sha256: hash.digest('hex'), lineFeeds, endsInLineFeed: last === LINE_FEED };
  } finally {
    await handle.close();
  }
}

function countLineFeeds(chunk: Buffer): number {
  let count = 0;
  for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, at + 1)) count += 1;
  return count;
}

function openFault(code: string | null): string {
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'is missing';
  if (code === 'ELOOP') return 'is a symbolic link';
  return `cannot be opened (${code ?? 'unknown error'})`;
}
