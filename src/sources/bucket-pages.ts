import { ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import { AwsError } from '../aws/errors.js';

/** What of a bucket is listed. */
export interface Listed {
  readonly bucket: string;
  readonly prefix: string;
  /** `/`: only what stands in the folder itself, and the names of the folders in it. */
  readonly delimiter?: '/';
  /** Names up to this one are left out. Empty: none. */
  readonly after?: string;
  readonly atMost?: number;
}

/** A page of at most a thousand names. */
export interface Page {
  /** Whole prefixes, each with a `/` at its end. */
  readonly folders: readonly string[];
  readonly objects: readonly StoredObject[];
  readonly isLast: boolean;
}

export interface StoredObject {
  readonly key: string;
  readonly bytes: number;
  /** S3's storage class; empty where it does not say. */
  readonly storage: string;
  /** A copy of an archived object is there for some days. */
  readonly restored: boolean;
  /** Milliseconds since 1970. */
  readonly changed: number;
}

/** The pages of a listing, in binary order of name. Whoever has seen enough stops asking. */
export async function* pagesOf(s3: S3Client, { bucket, prefix, delimiter, after = '', atMost }: Listed): AsyncGenerator<Page> {
  let token: string | undefined;
  let reached = after;
  do {
    const answer = await s3.send(new ListObjectsV2Command({
      Bucket: bucket,
      Prefix: prefix,
      // A name may hold what XML cannot.
      EncodingType: 'url',
      OptionalObjectAttributes: ['RestoreStatus'],
      ...(delimiter === undefined ? {} : { Delimiter: delimiter }),
      ...(atMost === undefined ? {} : { MaxKeys: atMost }),
      ...(token === undefined ? (after === '' ? {} : { StartAfter: after }) : { ContinuationToken: token }),
    }));
    const plain = (name: string | undefined): string => (answer.EncodingType === 'url' ? decodeURIComponent((name ?? '').replaceAll('+', ' ')) : (name ?? ''));
    const objects = (answer.Contents ?? []).map((object): StoredObject => ({
      key: plain(object.Key),
      bytes: object.Size ?? 0,
      storage: object.StorageClass ?? '',
      restored: object.RestoreStatus?.IsRestoreInProgress === false && object.RestoreStatus.RestoreExpiryDate !== undefined,
      changed: object.LastModified?.getTime() ?? 0,
    }));
    const folders = (answer.CommonPrefixes ?? []).map((each) => plain(each.Prefix));
    reached = inOrder(reached, objects, bucket, prefix);
    const following = answer.IsTruncated === true ? answer.NextContinuationToken : undefined;
    if (answer.IsTruncated === true && (following === undefined || following === token)) throw new AwsError(`S3 breaks off the listing of s3://${bucket}/${prefix}: it says that more follows, and not where. Run again.`);
    token = following;
    yield { folders, objects, isLast: token === undefined };
  } while (token !== undefined);
}

/** A page sent twice, or in another order, would lose files without a word. Directory buckets have no order. */
function inOrder(reached: string, objects: readonly StoredObject[], bucket: string, prefix: string): string {
  let last = reached;
  for (const { key } of objects) {
    if (last !== '' && Buffer.compare(Buffer.from(key), Buffer.from(last)) <= 0) throw new AwsError(`S3 lists s3://${bucket}/${prefix} out of order, so files could be missed. Keep the logs in a general purpose bucket; if they are in one, run again.`);
    last = key;
  }
  return last;
}
