import { HeadObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { asAwsError, isDenied } from '../aws/errors.js';
import type { StoredObject } from './bucket-pages.js';
import { inParallel } from './in-parallel.js';
import type { LogFile } from './log-file.js';
import { type ListedFile, notReadFile } from './log-listing.js';
import { s3Object } from './s3-place.js';

/** A log object of the window and how S3 keeps it. */
export interface KeptFile extends Pick<StoredObject, 'storage' | 'restored' | 'changed'> {
  readonly file: LogFile;
}

export interface Reading {
  /** ISO 8601 instant. */
  readonly now: string;
  /** Whether a copy that was restored for some days can be read. */
  readonly readsRestored: boolean;
}

/** Storage classes whose objects cannot be read as they are (https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-class-intro.html). */
const ARCHIVED = ['GLACIER', 'DEEP_ARCHIVE'];
/** Intelligent-Tiering archives, where its owner chose so, what nobody has read for this long. A listing does not tell which. */
const ARCHIVED_AFTER_MS = 90 * 24 * 60 * 60 * 1000;
const REQUESTS_AT_ONCE = 24;

/** Tells apart the objects that S3 has moved to an archive. */
export async function archivedApart(s3: S3Client, files: readonly KeptFile[], reading: Reading): Promise<readonly ListedFile[]> {
  const since = Date.parse(reading.now) - ARCHIVED_AFTER_MS;
  return inParallel(files, REQUESTS_AT_ONCE, async ({ file, storage, restored, changed }): Promise<ListedFile> => {
    if (ARCHIVED.includes(storage)) return restored && reading.readsRestored ? file : archived(file, storage, restored);
    if (storage !== 'INTELLIGENT_TIERING' || changed > since) return file;
    const tier = await archiveTier(s3, file);
    return tier === null ? file : archived(file, `${storage}, ${tier}`, false);
  });
}

function archived(file: LogFile, storage: string, restored: boolean): ListedFile {
  const fix = restored ? 'a copy is restored, but the table is not told to read it (read_restored_glacier_objects)' : 'restore it to have it read';
  return notReadFile(file, 'archived storage class', `S3 keeps it as ${storage}; ${fix}`);
}

async function archiveTier(s3: S3Client, file: LogFile): Promise<string | null> {
  const { bucket, key } = s3Object(file.path);
  try {
    const { ArchiveStatus: tier, Restore: restore } = await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
    return tier === undefined || restore?.includes('ongoing-request="false"') === true ? null : tier;
  } catch (error) {
    // Whoever reads it will find out.
    if (isDenied(error) || (error instanceof Error && error.name === 'NotFound')) return null;
    throw asAwsError(error, `Asking how log objects of the bucket ${bucket} are stored`);
  }
}
