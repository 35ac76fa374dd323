import { SettingsError } from '../settings/errors.js';
import { isPattern } from './path-pattern.js';

/** A folder of a bucket, or one object. */
export interface S3Place {
  readonly bucket: string;
  /** Empty for the whole bucket. */
  readonly prefix: string;
}

const ADDRESS = /^s3:\/\/([a-z0-9][a-z0-9._-]{1,61}[a-z0-9])(?:\/(.*))?$/s;

export function isS3Address(given: string): boolean {
  return /^s3:\/\//i.test(given);
}

/** `s3://bucket/prefix` as a person types it. */
export function parseS3Place(given: string): S3Place {
  const [, bucket, prefix = ''] = ADDRESS.exec(given) ?? [];
  if (bucket === undefined) throw new SettingsError(`logs: "${given}" is not a place in S3; give s3://bucket or s3://bucket/prefix.`);
  if (isPattern(prefix)) throw new SettingsError(`logs: "${given}" has a wildcard, which S3 does not know; give the prefix that comes before it. Of CloudTrail's folders only the period's days are read.`);
  return { bucket, prefix };
}

export function s3Address({ bucket, prefix }: S3Place): string {
  return `s3://${bucket}/${prefix}`;
}

/** Bucket and key of an object's address, as a listing writes it. */
export function s3Object(address: string): { readonly bucket: string; readonly key: string } {
  const slash = address.indexOf('/', 's3://'.length);
  return { bucket: address.slice('s3://'.length, slash), key: address.slice(slash + 1) };
}
