import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { CommitContent } from '../settings/settings.js';
import { CHECKSUMS, MANIFEST, type Manifest, MAX_MANIFEST_BYTES } from '../store/manifest.js';
import { readManifest } from '../store/pack-folder.js';
import { readRegular } from '../store/safe-read.js';

/** GitHub takes much more in a file, but a reviewer does not; and every clone carries it for good. */
export const MAX_COMMITTED_BYTES = 5_000_000;

/** What a summary holds of a pack: counts, ids and our own words, without rows and names. */
const SUMMARY: readonly string[] = ['README.md', 'results.json', 'exceptions.csv', 'coverage.csv', 'trend.json'];

/** A file as it is to stand in the repository. */
export interface CommitFile {
  /** Relative to the pack's folder. */
  readonly path: string;
  readonly bytes: number;
  /** Id of its content as git knows it. */
  readonly blob: string;
  readonly read: () => Promise<Buffer>;
}

export interface PackFiles {
  readonly manifest: Manifest;
  readonly files: readonly CommitFile[];
  /** Files that are too large to be committed, though they would belong. */
  readonly tooLarge: Manifest['files'];
  /** How many files of the pack are not committed, too large or not. */
  readonly notCommitted: number;
}

/** What of a finished pack is committed. */
export async function packFiles(folder: string, content: CommitContent): Promise<PackFiles> {
  const manifest = await readManifest(folder);
  const wanted = manifest.files.filter(({ path }) => content === 'full' || SUMMARY.includes(path));
  const tooLarge = wanted.filter(({ bytes }) => bytes > MAX_COMMITTED_BYTES);
  const paths = [...wanted.filter(({ bytes }) => bytes <= MAX_COMMITTED_BYTES).map(({ path }) => path), CHECKSUMS, MANIFEST];
  const files: CommitFile[] = [];
  for (const path of paths) {
    const read = (): Promise<Buffer> => readRegular(join(folder, path), MAX_MANIFEST_BYTES);
    files.push(fileOf(path, await read(), read));
  }
  return { manifest, files, tooLarge, notCommitted: manifest.files.length + 2 - files.length };
}

/** A file made here, not of the pack. */
export function madeFile(path: string, text: string): CommitFile {
  const bytes = Buffer.from(text, 'utf8');
  return fileOf(path, bytes, () => Promise.resolve(bytes));
}

function fileOf(path: string, bytes: Buffer, read: CommitFile['read']): CommitFile {
  return { path, bytes: bytes.length, blob: blobId(bytes), read };
}

/** https://git-scm.com/book/en/v2/Git-Internals-Git-Objects */
export function blobId(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
