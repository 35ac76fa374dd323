import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { asAwsError, denialOf, isDenied } from '../aws/errors.js';
import type { Unreadable } from './gunzip-member.js';
import { type LogReader, tooLarge } from './log-reader.js';
import { s3Object } from './s3-place.js';

/** Objects are small and each takes a round trip; the SDK keeps up to 50 connections. */
const OBJECTS_AT_ONCE = 24;
/** The SDK tries a request again, but not a body that breaks off. */
const BODY_TRIES = 3;

/** Objects of a listing, each fetched whole. What is wrong with one object is its outcome. */
export function s3Objects(s3: S3Client): LogReader {
  return {
    filesAtOnce: OBJECTS_AT_ONCE,
    async read(file, maxBytes) {
      if (file.bytes > maxBytes) return tooLarge(file.bytes, maxBytes);
      const { bucket, key } = s3Object(file.path);
      for (let tried = 1; ; tried += 1) {
        try {
          const answer = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
          const promised = answer.ContentLength ?? 0;
          // It may have been replaced since it was listed.
          if (promised > maxBytes) {
            (answer.Body as { destroy?: () => void } | undefined)?.destroy?.();
            return tooLarge(promised, maxBytes);
          }
          const bytes = await bodyOf(answer.Body);
          if (bytes !== null && bytes.length === promised) return bytes;
        } catch (error) {
          const outcome = unreadable(error);
          if (outcome === null) throw asAwsError(error, `Reading log objects from the bucket ${bucket}`);
          return outcome;
        }
        if (tried === BODY_TRIES) return { reason: 'cannot be opened', detail: `S3 broke off while the object was sent, ${BODY_TRIES} times` };
      }
    },
  };
}

/** Null where the body broke off. */
async function bodyOf(body: { transformToByteArray(): Promise<Uint8Array> } | undefined): Promise<Buffer | null> {
  try {
    return Buffer.from((await body?.transformToByteArray()) ?? []);
  } catch {
    return null;
  }
}

/** An answer of S3 about this object; null for what concerns every call, such as credentials that have expired. */
function unreadable(error: unknown): Unreadable | null {
  if (isDenied(error)) {
    const named = denialOf(error)?.permission ?? null;
    return { reason: 'cannot be opened', detail: `access is denied: the role needs ${named ?? 's3:GetObject on it, and kms:Decrypt on the key it is encrypted with'}` };
  }
  const name = error instanceof Error ? error.name : '';
  if (name === 'InvalidObjectState') return { reason: 'archived storage class', detail: 'S3 has archived the object; restore it to have it read' };
  if (name === 'NoSuchKey') return { reason: 'cannot be opened', detail: 'it is gone since it was listed (NoSuchKey)' };
  const status = statusOf(error);
  return status !== null && status >= 500 ? { reason: 'cannot be opened', detail: `S3 answered with status ${status} to every attempt` } : null;
}

function statusOf(error: unknown): number | null {
  const metadata = typeof error === 'object' && error !== null && '$metadata' in error ? (error.$metadata as { readonly httpStatusCode?: number }) : {};
  return metadata.httpStatusCode ?? null;
}
