import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Zip, ZipDeflate } from 'fflate';
import { writeError } from './errors.js';
import { HashedFile } from './hashed-file.js';
import { listFolder, openRegular } from './safe-read.js';

const READ_BYTES = 256 * 1024;
/** Sizes in a plain zip are 32 bits wide. */
const MAX_BYTES = 0xffff_ffff;
/** Zip stores local time without a zone: local midnight gives the same bytes everywhere. The earliest date it can hold. */
const MODIFIED = new Date(1980, 0, 1);
const UNIX = 3;
const PLAIN_FILE = 0o100644 << 16;

/**
 * A finished pack as one zip, the same bytes for the same pack: entries sorted, names relative to the pack, one fixed time.
 * Files pass through in chunks. The zip appears under its name only when it is whole.
 */
export async function zipPack(folder: string, zipPath: string): Promise<{ readonly path: string; readonly bytes: number; readonly sha256: string }> {
  const entries = await listFolder(folder);
  const foreign = entries.find((entry) => entry.kind !== 'file');
  if (foreign !== undefined) throw new Error(`Cannot zip ${folder}: ${JSON.stringify(foreign.path)} is not a regular file.`);
  const partial = `${zipPath}.partial`;
  const file = await HashedFile.create(partial);
  try {
    const archive = new ChunkedZip(file);
    for (const { path } of entries) await archive.addFile(join(folder, path), path);
    await archive.end();
    const { bytes, sha256 } = await file.close();
    await rename(partial, zipPath).catch((error: unknown) => {
      throw writeError(zipPath, error);
    });
    return { path: zipPath, bytes, sha256 };
  } catch (error) {
    await file.discard();
    throw error;
  }
}

/** fflate hands out compressed chunks as it is fed; they go to disk before more is read. */
class ChunkedZip {
  #ready: Uint8Array[] = [];
  #failure: Error | null = null;
  #bytes = 0;
  readonly #zip = new Zip((error, chunk) => {
    if (error !== null) this.#failure = error;
    else this.#ready.push(chunk);
  });

  constructor(private readonly file: HashedFile) {}

  async addFile(source: string, name: string): Promise<void> {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = MODIFIED;
    entry.os = UNIX;
    entry.attrs = PLAIN_FILE;
    this.#zip.add(entry);
    const { handle, bytes } = await openRegular(source);
    try {
      if ((this.#bytes += bytes) > MAX_BYTES) throw new Error('Cannot zip the pack: it holds more than 4 GiB. Keep it as a folder.');
      for (;;) {
        // A buffer of its own for each chunk: the compressor keeps what it was given.
        const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(READ_BYTES), 0, READ_BYTES, null);
        entry.push(buffer.subarray(0, bytesRead), bytesRead === 0);
        await this.#drain();
        if (bytesRead === 0) return;
      }
    } finally {
      await handle.close();
    }
  }

  async end(): Promise<void> {
    this.#zip.end();
    await this.#drain();
  }

  async #drain(): Promise<void> {
    if (this.#failure !== null) throw this.#failure;
    const ready = this.#ready;
    this.#ready = [];
    for (const chunk of ready) await this.file.writeBytes(chunk);
  }
}
