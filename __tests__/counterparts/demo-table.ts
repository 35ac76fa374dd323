import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

const inflate = promisify(gunzip);
const deflate = promisify(gzip);

/**
 * Puts logs into a bucket of the counterpart: one gz file a log object at the same key, one record a line, as any JSON SerDe reads it. What splits
 * `{"Records":[…]}` into rows is Athena's own CloudTrailInputFormat, which is to be had nowhere else. Digests go as they are.
 */
export async function writeTableFiles(logs: string, bucketFolder: string, prefix = ''): Promise<void> {
  const entries = (await readdir(logs, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const keys = entries.map((entry) => join(entry.parentPath, entry.name).slice(logs.length + 1).replaceAll('\\', '/'));
  for (let at = 0; at < keys.length; at += AT_ONCE) await Promise.all(keys.slice(at, at + AT_ONCE).map((key) => writeTableFile(join(logs, key), join(bucketFolder, prefix, key))));
}

const AT_ONCE = 16;

async function writeTableFile(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  const bytes = await readFile(from);
  const isLog = !from.includes('/CloudTrail-Digest/') && from.endsWith('.json.gz');
  await writeFile(to, isLog ? await deflate(recordLines((await inflate(bytes)).toString('utf8')), { level: 1 }) : bytes);
}

/** `{"Records":[…]}` → one record a line. */
export function recordLines(document: string): string {
  const { Records } = JSON.parse(document) as { readonly Records: readonly unknown[] };
  return Records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

/** Writes records as one log object of the table. */
export async function writeLogObject(path: string, records: readonly object[]): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, await deflate(records.map((record) => `${JSON.stringify(record)}\n`).join('')));
}
