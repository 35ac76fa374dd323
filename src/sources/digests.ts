import { createHash } from 'node:crypto';
import { archiveKey, placeOf } from './archive-path.js';
import type { Unreadable } from './gunzip-member.js';
import { inParallel } from './in-parallel.js';
import type { AccountedFile, Digest, LogFile } from './log-file.js';
import { LOCAL_FILES, type LogReader } from './log-reader.js';
import { plainText, readInflated, type StagingLimits } from './stage-log-file.js';

export interface DigestReading {
  /** In the order of the files given. */
  readonly digests: readonly Digest[];
  /** The digest files read, each with 0 records: a digest lists files and holds none. */
  readonly read: readonly AccountedFile[];
  readonly notRead: readonly AccountedFile[];
}

/** A digest of an hour's files is some KiB. */
const LIMITS: StagingLimits = { inflatedBytes: 64 * 1024 * 1024 };

/** Reads digests as lists of files and hours. Their signatures are not looked at, so nothing here proves anything. */
export async function readDigests(files: readonly LogFile[], reader: LogReader = LOCAL_FILES): Promise<DigestReading> {
  const outcomes = await inParallel(files, reader.filesAtOnce, (file) => readDigest(file, reader));
  return {
    digests: outcomes.flatMap((one) => one.digest ?? []),
    read: outcomes.filter((one) => one.digest !== null).map((one) => one.accounted),
    notRead: outcomes.filter((one) => one.digest === null).map((one) => one.accounted),
  };
}

interface ReadDigest {
  readonly digest: Digest | null;
  readonly accounted: AccountedFile;
}

async function readDigest(file: LogFile, reader: LogReader): Promise<ReadDigest> {
  const inflated = await readInflated(file, reader, LIMITS);
  const text = 'reason' in inflated ? inflated : plainText(inflated);
  const digest = 'reason' in text ? text : parseDigest(text.toString('utf8'), file);
  if ('reason' in digest) return { digest: null, accounted: { file, outcome: { list: 'not-read', ...digest } } };
  const sha256 = 'reason' in inflated ? '' : createHash('sha256').update(inflated).digest('hex');
  return { digest, accounted: { file, outcome: { list: 'read', records: 0, sha256 } } };
}

function parseDigest(text: string, file: LogFile): Digest | Unreadable {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { reason: 'not JSON', detail: 'the digest is not JSON' };
  }
  if (!isObject(value)) return notADigest('it is not an object');
  const { awsAccountId: account, digestS3Object, digestStartTime, digestEndTime } = value;
  // What the digest says of itself is what AWS signed; the path it lies at is only where somebody put it.
  const region = (typeof digestS3Object === 'string' ? placeOf(digestS3Object).region : null) ?? file.region;
  const start = instant(digestStartTime);
  const end = instant(digestEndTime);
  const logFiles = listedFiles(value['logFiles']);
  if (typeof account !== 'string' || !/^\d{12}$/.test(account)) return notADigest('awsAccountId is not an account');
  if (region === null) return notADigest('neither digestS3Object nor its path tells the region');
  if (start === null || end === null || start >= end) return notADigest('digestStartTime and digestEndTime are not an interval');
  if (logFiles === null) return notADigest('logFiles is not a list of files with their hashes');
  return { key: file.key, account, region, start, end, backfill: isBackfill(file.key), logFiles };
}

function notADigest(detail: string): Unreadable {
  return { reason: 'not a digest', detail };
}

/** Backfill digests list files that were delivered in earlier hours; only the name tells them apart. */
function isBackfill(key: string): boolean {
  return /_backfill\.json(?:\.gz)?$/.test(key);
}

function instant(value: unknown): string | null {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value)) return null;
  return Number.isNaN(Date.parse(value)) ? null : value;
}

function listedFiles(value: unknown): Digest['logFiles'] | null {
  if (!Array.isArray(value)) return null;
  const files = value.map(listedFile);
  return files.every((one) => one !== null) ? files : null;
}

function listedFile(value: unknown): Digest['logFiles'][number] | null {
  if (!isObject(value)) return null;
  const { s3Object, hashValue } = value;
  if (typeof s3Object !== 'string' || typeof hashValue !== 'string' || !/^[0-9a-f]{64}$/i.test(hashValue)) return null;
  return { key: archiveKey(s3Object, s3Object), sha256: hashValue.toLowerCase() };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
