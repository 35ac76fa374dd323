import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  require_dist_cjs
} from "./chunk-XPYGVFDC.js";
import "./chunk-MBFMNIQA.js";
import {
  asAwsError,
  denialOf,
  isDenied
} from "./chunk-4LDIQ6TC.js";
import {
  s3Object
} from "./chunk-T4ERRSQM.js";
import {
  tooLarge
} from "./chunk-32PB2WSB.js";
import "./chunk-XRVFALA3.js";
import "./chunk-WDZTS72M.js";
import "./chunk-UBRMDZUN.js";
import {
  __toESM
} from "./chunk-6DG7BXTN.js";

// src/sources/s3-objects.ts
var import_client_s3 = __toESM(require_dist_cjs(), 1);
var OBJECTS_AT_ONCE = 24;
var BODY_TRIES = 3;
function s3Objects(s3) {
  return {
    filesAtOnce: OBJECTS_AT_ONCE,
    async read(file, maxBytes) {
      if (file.bytes > maxBytes) return tooLarge(file.bytes, maxBytes);
      const { bucket, key } = s3Object(file.path);
      for (let tried = 1; ; tried += 1) {
        try {
          const answer = await s3.send(new import_client_s3.GetObjectCommand({ Bucket: bucket, Key: key }));
          const promised = answer.ContentLength ?? 0;
          if (promised > maxBytes) {
            answer.Body?.destroy?.();
            return tooLarge(promised, maxBytes);
          }
          const bytes = await bodyOf(answer.Body);
          if (bytes !== null && bytes.length === promised) return bytes;
        } catch (error) {
          const outcome = unreadable(error);
          if (outcome === null) throw asAwsError(error, `Reading log objects from the bucket ${bucket}`);
          return outcome;
        }
        if (tried === BODY_TRIES) return { reason: "cannot be opened", detail: `S3 broke off while the object was sent, ${BODY_TRIES} times` };
      }
    }
  };
}
async function bodyOf(body) {
  try {
    return Buffer.from(await body?.transformToByteArray() ?? []);
  } catch {
    return null;
  }
}
function unreadable(error) {
  if (isDenied(error)) {
    const named = denialOf(error)?.permission ?? null;
    return { reason: "cannot be opened", detail: `access is denied: the role needs ${named ?? "s3:GetObject on it, and kms:Decrypt on the key it is encrypted with"}` };
  }
  const name = error instanceof Error ? error.name : "";
  if (name === "InvalidObjectState") return { reason: "archived storage class", detail: "S3 has archived the object; restore it to have it read" };
  if (name === "NoSuchKey") return { reason: "cannot be opened", detail: "it is gone since it was listed (NoSuchKey)" };
  const status = statusOf(error);
  return status !== null && status >= 500 ? { reason: "cannot be opened", detail: `S3 answered with status ${status} to every attempt` } : null;
}
function statusOf(error) {
  const metadata = typeof error === "object" && error !== null && "$metadata" in error ? error.$metadata : {};
  return metadata.httpStatusCode ?? null;
}
export {
  s3Objects
};
