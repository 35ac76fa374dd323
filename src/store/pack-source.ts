import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { MANIFEST } from './manifest.js';
import { openRegular } from './safe-read.js';
import { ZipReader } from './zip-reader.js';

const READ_BYTES = 256 * 1024;

/** A finished pack to read from, whatever it lies in. Errors are fragments that follow a file's name: "is missing". */
export interface PackSource {
  /** A file's bytes, a chunk at a time; none of them where it is larger than the limit. */
  chunks(path: string, limit: number): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

/** Opens a pack's folder, or its zip. Errors follow the name of the place. */
export async function openPack(place: string): Promise<PackSource> {
  const found = await stat(place).catch(() => null);
  if (found === null) throw new Error('is not there');
  if (found.isDirectory()) return { chunks: (path, limit) => fileChunks(join(place, path), limit), close: () => Promise.resolve() };
  const zip = await ZipReader.open(place);
  const folder = folderIn(zip.names());
  return { chunks: (path, limit) => zip.chunks(`${folder}${path}`, limit), close: () => zip.close() };
}

/** All of a file at once. */
export async function readWhole(source: PackSource, path: string, limit: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source.chunks(path, limit)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** A zip made by hand has the pack's folder in it; one of ours has its files. */
function folderIn(names: readonly string[]): string {
  if (names.includes(MANIFEST)) return '';
  const manifests = names.filter((name) => name.endsWith(`/${MANIFEST}`) && name.indexOf('/') === name.lastIndexOf('/'));
  return manifests.length === 1 ? (manifests[0] ?? '').slice(0, -MANIFEST.length) : '';
}

async function* fileChunks(path: string, limit: number): AsyncGenerator<Uint8Array> {
  const { handle, bytes } = await openRegular(path);
  try {
    if (bytes > limit) throw new Error(`is larger than ${limit} bytes`);
    let read = 0;
    while (read < bytes) {
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(READ_BYTES), 0, READ_BYTES, null);
      if (bytesRead === 0) return;
      read += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}
