import { createHash } from 'node:crypto';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { writeError } from './errors.js';

/** Bytes gathered before they go to disk. */
const CHUNK_BYTES = 512 * 1024;
/** A buffer takes what comes after the chunk is full, too: callers flush between lines, not inside them. */
const BUFFER_BYTES = 2 * CHUNK_BYTES;
/** The most UTF-8 bytes one UTF-16 unit becomes. */
const MAX_BYTES_PER_UNIT = 3;

/**
 * A new file that is hashed while it is written. Add text, flush when full, close. While one chunk goes to disk the next is
 * gathered; memory stays at two.
 */
export class HashedFile {
  readonly #hash = createHash('sha256');
  /** Filled by `add`; the other one, which small files never need, may still be on its way to disk. */
  #buffer: Buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  #spare: Buffer | null = null;
  #used = 0;
  #bytes = 0;
  #overflow: Buffer[] = [];
  #writing: Promise<Error | null> = Promise.resolve(null);

  private constructor(
    private readonly path: string,
    private readonly handle: FileHandle,
  ) {}

  /** Fails when anything of that name is there already, a link included. */
  static async create(path: string): Promise<HashedFile> {
    try {
      return new HashedFile(path, await open(path, 'wx'));
    } catch (error) {
      throw writeError(path, error);
    }
  }

  /** Keeps text for the next flush. True when it is time for one. */
  add(text: string): boolean {
    // Encoding a line at a time into a standing buffer is twice as fast as joining lines first.
    if (this.#overflow.length === 0 && text.length * MAX_BYTES_PER_UNIT <= BUFFER_BYTES - this.#used) {
      this.#used += this.#buffer.write(text, this.#used, 'utf8');
      return this.#used >= CHUNK_BYTES;
    }
    this.#overflow.push(Buffer.from(text, 'utf8'));
    return true;
  }

  /** Hands what was added to the disk; waits only for the chunk before it. */
  async flush(): Promise<void> {
    const overflow = this.#overflow;
    this.#overflow = [];
    if (this.#used > 0) {
      const chunk = this.#buffer.subarray(0, this.#used);
      this.#used = 0;
      await this.#send(chunk);
      [this.#buffer, this.#spare] = [this.#spare ?? Buffer.allocUnsafe(BUFFER_BYTES), this.#buffer];
    }
    for (const chunk of overflow) await this.#send(chunk);
  }

  /** Writes bytes as they are, after what was added before. */
  async writeBytes(chunk: Uint8Array): Promise<void> {
    await this.flush();
    await this.#send(chunk);
    await this.#settle();
  }

  async close(): Promise<{ readonly bytes: number; readonly sha256: string }> {
    await this.flush();
    await this.#settle();
    try {
      await this.handle.close();
    } catch (error) {
      throw writeError(this.path, error);
    }
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }

  /** Drops the file. Safe to call after a failure, and more than once. */
  async discard(): Promise<void> {
    await this.#writing;
    await this.handle.close().catch(() => undefined);
    await rm(this.path, { force: true });
  }

  async #send(chunk: Uint8Array): Promise<void> {
    this.#hash.update(chunk);
    this.#bytes += chunk.byteLength;
    await this.#settle();
    this.#writing = this.handle.writeFile(chunk).then(
      () => null,
      (error: unknown) => writeError(this.path, error),
    );
  }

  async #settle(): Promise<void> {
    const failure = await this.#writing;
    if (failure !== null) throw failure;
  }
}
