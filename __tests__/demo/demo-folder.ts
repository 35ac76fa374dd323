import { afterAll } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A folder of this test file's own, gone after it. */
export function demoFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'demo-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Keys of the objects below `logs`, sorted. */
export function objectKeys(logs: string): readonly string[] {
  return readdirSync(logs, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.gz')).map((path) => path.replaceAll('\\', '/')).sort();
}

export function inflated(logs: string, key: string): string {
  return gunzipSync(readFileSync(join(logs, key))).toString('utf8');
}

export function isDigest(key: string): boolean {
  return key.includes('/CloudTrail-Digest/');
}
