import { DeleteObjectsCommand, GetObjectCommand, type GetObjectCommandOutput, ListObjectsV2Command, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { EngineError } from '../engine.js';
import { type Calling, call } from './calls.js';

export interface Bucket {
  readonly s3: S3Client;
  readonly calling: Calling;
}

/** A place in S3: a bucket, and a key or the beginning of keys. */
export interface Place {
  readonly bucket: string;
  readonly key: string;
}

export interface StoredObject {
  readonly key: string;
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

/** A stream that breaks is taken up where it broke, so often. */
const RESUMES = 4;
/** The most that DeleteObjects takes (https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html). */
const DELETES_A_CALL = 1_000;

export function placeOfUrl(url: string): Place {
  const found = /^s3:\/\/([^/]+)\/?(.*)$/s.exec(url);
  if (found === null) throw new EngineError(`${url} is not a place in S3; one reads s3://bucket/prefix/.`);
  return { bucket: found[1] as string, key: found[2] as string };
}

/** The bytes of one object, all of them, and not another object's that took its place meanwhile. */
export async function* objectBytes(url: string, purpose: string, { s3, calling }: Bucket): AsyncGenerator<Uint8Array> {
  const { bucket: Bucket, key: Key } = placeOfUrl(url);
  const what = { purpose, permission: `s3:GetObject on arn:aws:s3:::${Bucket}/${Key}` };
  const get = (offset: number, etag: string | undefined): Promise<GetObjectCommandOutput> =>
    call(calling, what, () => s3.send(new GetObjectCommand({ Bucket, Key, ...(offset === 0 ? {} : { Range: `bytes=${offset}-` }), ...(etag === undefined ? {} : { IfMatch: etag }) })))
      .catch((error: unknown) => { throw problemOf(error, purpose); });
  const first = await get(0, undefined);
  const length = first.ContentLength ?? 0;
  let [answer, offset] = [first, 0];
  for (let breaks = 0; ; breaks += 1) {
    try {
      // The SDK's stream in Node is Node's own.
      for await (const bytes of (answer.Body ?? []) as AsyncIterable<Uint8Array>) {
        offset += bytes.length;
        yield bytes;
      }
    } catch (error) {
      if (breaks === RESUMES) throw new EngineError(`${purpose}: the result object in S3 broke off ${RESUMES + 1} times while it was read. Run again later.`, { cause: error });
    }
    if (offset === length) return;
    if (offset > length || breaks === RESUMES) throw new EngineError(`${purpose}: the result object in S3 is cut: ${offset} of ${length} bytes came.`);
    answer = await get(offset, first.ETag);
  }
}

/** There is no such object. */
class MissingObject extends EngineError {}

function problemOf(error: unknown, purpose: string): unknown {
  const name = error instanceof EngineError && error.cause instanceof Error ? error.cause.name : '';
  if (name === 'NoSuchKey') return new MissingObject(`${purpose}: the result object in S3 is not there. Does something delete from athena-output during the run?`, { cause: error });
  if (name === 'PreconditionFailed') return new EngineError(`${purpose}: the result object in S3 was replaced while it was read.`, { cause: error });
  return error;
}

/** Objects whose keys begin so. */
export async function* objectsUnder({ bucket, key }: Place, purpose: string, { s3, calling }: Bucket): AsyncGenerator<StoredObject> {
  for (let token: string | undefined, more = true; more; more = token !== undefined) {
    const next = token;
    const answer = await call(calling, { purpose, permission: `s3:ListBucket on ${bucket}` }, () =>
      s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: key, ...(next === undefined ? {} : { ContinuationToken: next }) })));
    for (const { Key, Size, LastModified } of answer.Contents ?? []) yield { key: Key ?? '', bytes: Size ?? 0, modified: LastModified?.getTime() ?? 0 };
    token = answer.NextContinuationToken;
  }
}

/** The text of one small object; null where it is not there. */
export async function readText({ bucket, key }: Place, purpose: string, access: Bucket): Promise<string | null> {
  const pieces: Uint8Array[] = [];
  try {
    for await (const bytes of objectBytes(`s3://${bucket}/${key}`, purpose, access)) pieces.push(bytes);
  } catch (error) {
    if (error instanceof MissingObject) return null;
    throw error;
  }
  return Buffer.concat(pieces).toString('utf8');
}

export async function writeText({ bucket, key }: Place, text: string, purpose: string, { s3, calling }: Bucket): Promise<void> {
  await call(calling, { purpose, permission: `s3:PutObject on ${bucket}` }, () => s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: text, ContentType: 'application/json' })));
}

/** Deletes every object whose key begins so; returns how many. */
export async function deleteUnder(place: Place, purpose: string, access: Bucket): Promise<number> {
  let deleted = 0;
  let keys: string[] = [];
  const flush = async (): Promise<void> => {
    if (keys.length === 0) return;
    const { s3, calling } = access;
    const Objects = keys.map((Key) => ({ Key }));
    const answer = await call(calling, { purpose, permission: `s3:DeleteObject on ${place.bucket}` }, () => s3.send(new DeleteObjectsCommand({ Bucket: place.bucket, Delete: { Objects, Quiet: true } })));
    const [refused] = answer.Errors ?? [];
    if (refused !== undefined) throw new EngineError(`${purpose}: S3 keeps ${answer.Errors?.length} of ${keys.length} objects (${refused.Code ?? 'no reason told'}); grant the role s3:DeleteObject on ${place.bucket}.`);
    deleted += keys.length;
    keys = [];
  };
  for await (const { key } of objectsUnder(place, purpose, access)) {
    keys.push(key);
    if (keys.length === DELETES_A_CALL) await flush();
  }
  await flush();
  return deleted;
}
