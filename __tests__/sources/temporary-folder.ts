import { afterAll } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { archiveKey, placeOf } from '../../src/sources/archive-path.js';
import type { LogFile } from '../../src/sources/log-file.js';

/** A folder of this test file's own, gone after it. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sources-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes bytes at a path below the folder and describes them as a listing would. */
export function written(folder: string, below: string, bytes: Buffer | string): LogFile {
  const path = join(folder, below);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  const key = archiveKey(path, below);
  return { path, key, ...placeOf(key), bytes: Buffer.byteLength(bytes) };
}
