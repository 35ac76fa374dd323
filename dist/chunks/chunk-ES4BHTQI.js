import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  systemCode,
  writeError
} from "./chunk-Y3H6DF5G.js";

// src/store/hashed-file.ts
import { createHash } from "node:crypto";
import { open, rm } from "node:fs/promises";
var CHUNK_BYTES = 512 * 1024;
var BUFFER_BYTES = 2 * CHUNK_BYTES;
var MAX_BYTES_PER_UNIT = 3;
var HashedFile = class _HashedFile {
  constructor(path, handle) {
    this.path = path;
    this.handle = handle;
  }
  path;
  handle;
  #hash = createHash("sha256");
  /** Filled by `add`; the other one may still be on its way to disk. */
  #buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  #spare = Buffer.allocUnsafe(BUFFER_BYTES);
  #used = 0;
  #bytes = 0;
  #overflow = [];
  #writing = Promise.resolve(null);
  /** Fails when anything of that name is there already, a link included. */
  static async create(path) {
    try {
      return new _HashedFile(path, await open(path, "wx"));
    } catch (error) {
      throw writeError(path, error);
    }
  }
  /** Keeps text for the next flush. True when it is time for one. */
  add(text) {
    if (this.#overflow.length === 0 && text.length * MAX_BYTES_PER_UNIT <= BUFFER_BYTES - this.#used) {
      this.#used += this.#buffer.write(text, this.#used, "utf8");
      return this.#used >= CHUNK_BYTES;
    }
    this.#overflow.push(Buffer.from(text, "utf8"));
    return true;
  }
  /** Hands what was added to the disk; waits only for the chunk before it. */
  async flush() {
    const overflow = this.#overflow;
    this.#overflow = [];
    if (this.#used > 0) {
      const chunk = this.#buffer.subarray(0, this.#used);
      this.#used = 0;
      await this.#send(chunk);
      [this.#buffer, this.#spare] = [this.#spare, this.#buffer];
    }
    for (const chunk of overflow) await this.#send(chunk);
  }
  /** Writes bytes as they are, after what was added before. */
  async writeBytes(chunk) {
    await this.flush();
    await this.#send(chunk);
    await this.#settle();
  }
  async close() {
    await this.flush();
    await this.#settle();
    try {
      await this.handle.close();
    } catch (error) {
      throw writeError(this.path, error);
    }
    return { bytes: this.#bytes, sha256: this.#hash.digest("hex") };
  }
  /** Drops the file. Safe to call after a failure, and more than once. */
  async discard() {
    await this.#writing;
    await this.handle.close().catch(() => void 0);
    await rm(this.path, { force: true });
  }
  async #send(chunk) {
    this.#hash.update(chunk);
    this.#bytes += chunk.byteLength;
    await this.#settle();
    this.#writing = this.handle.writeFile(chunk).then(
      () => null,
      (error) => writeError(this.path, error)
    );
  }
  async #settle() {
    const failure = await this.#writing;
    if (failure !== null) throw failure;
  }
};

// src/store/safe-read.ts
import { createHash as createHash2 } from "node:crypto";
import { constants } from "node:fs";
import { open as open2, readdir } from "node:fs/promises";
import { join } from "node:path";
var MAX_ENTRIES = 2e4;
var MAX_DEPTH = 8;
var READ_BYTES = 1024 * 1024;
var LINE_FEED = 10;
async function listFolder(root) {
  const entries = [];
  const walk = async (folder, depth) => {
    if (depth > MAX_DEPTH) throw new Error(`holds folders more than ${MAX_DEPTH} deep`);
    for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) await walk(path, depth + 1);
      else entries.push({ path, kind: entry.isFile() ? "file" : entry.isSymbolicLink() ? "link" : "other" });
      if (entries.length > MAX_ENTRIES) throw new Error(`holds more than ${MAX_ENTRIES} files`);
    }
  };
  await walk("", 0);
  return entries.sort((a, b) => a.path < b.path ? -1 : 1);
}
async function openRegular(path) {
  let handle;
  try {
    handle = await open2(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    throw new Error(openFault(systemCode(error)), { cause: error });
  }
  const stat = await handle.stat();
  if (stat.isFile()) return { handle, bytes: stat.size };
  await handle.close();
  throw new Error("is not a regular file");
}
async function readRegular(path, limit) {
  const { handle, bytes } = await openRegular(path);
  try {
    if (bytes > limit) throw new Error(`is larger than ${limit} bytes`);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}
async function measure(path, expectedBytes) {
  const { handle, bytes } = await openRegular(path);
  try {
    if (bytes !== expectedBytes) throw new Error(`has ${bytes} bytes, and the manifest says ${expectedBytes}`);
    const hash = createHash2("sha256");
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
    return { bytes: read, sha256: hash.digest("hex"), lineFeeds, endsInLineFeed: last === LINE_FEED };
  } finally {
    await handle.close();
  }
}
function countLineFeeds(chunk) {
  let count = 0;
  for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, at + 1)) count += 1;
  return count;
}
function openFault(code) {
  if (code === "ENOENT" || code === "ENOTDIR") return "is missing";
  if (code === "ELOOP") return "is a symbolic link";
  return `cannot be opened (${code ?? "unknown error"})`;
}

export {
  HashedFile,
  listFolder,
  openRegular,
  readRegular,
  measure
};
