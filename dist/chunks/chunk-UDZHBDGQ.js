import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  call
} from "./chunk-ZRF66DZE.js";
import {
  require_dist_cjs
} from "./chunk-XPYGVFDC.js";
import {
  EngineError
} from "./chunk-4FWAGCHY.js";
import {
  __toESM
} from "./chunk-6DG7BXTN.js";

// src/engines/athena/stored-objects.ts
var import_client_s3 = __toESM(require_dist_cjs(), 1);
var RESUMES = 4;
var DELETES_A_CALL = 1e3;
function placeOfUrl(url) {
  const found = /^s3:\/\/([^/]+)\/?(.*)$/s.exec(url);
  if (found === null) throw new EngineError(`${url} is not a place in S3; one reads s3://bucket/prefix/.`);
  return { bucket: found[1], key: found[2] };
}
async function* objectBytes(url, purpose, { s3, calling }) {
  const { bucket: Bucket, key: Key } = placeOfUrl(url);
  const what = { purpose, permission: `s3:GetObject on arn:aws:s3:::${Bucket}/${Key}` };
  const get = (offset2, etag) => call(calling, what, () => s3.send(new import_client_s3.GetObjectCommand({ Bucket, Key, ...offset2 === 0 ? {} : { Range: `bytes=${offset2}-` }, ...etag === void 0 ? {} : { IfMatch: etag } }))).catch((error) => {
    throw problemOf(error, purpose);
  });
  const first = await get(0, void 0);
  const length = first.ContentLength ?? 0;
  let [answer, offset] = [first, 0];
  for (let breaks = 0; ; breaks += 1) {
    try {
      for await (const bytes of answer.Body ?? []) {
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
var MissingObject = class extends EngineError {
};
function problemOf(error, purpose) {
  const name = error instanceof EngineError && error.cause instanceof Error ? error.cause.name : "";
  if (name === "NoSuchKey") return new MissingObject(`${purpose}: the result object in S3 is not there. Does something delete from athena-output during the run?`, { cause: error });
  if (name === "PreconditionFailed") return new EngineError(`${purpose}: the result object in S3 was replaced while it was read.`, { cause: error });
  return error;
}
async function* objectsUnder({ bucket, key }, purpose, { s3, calling }) {
  for (let token, more = true; more; more = token !== void 0) {
    const next = token;
    const answer = await call(calling, { purpose, permission: `s3:ListBucket on ${bucket}` }, () => s3.send(new import_client_s3.ListObjectsV2Command({ Bucket: bucket, Prefix: key, ...next === void 0 ? {} : { ContinuationToken: next } })));
    for (const { Key, Size, LastModified } of answer.Contents ?? []) yield { key: Key ?? "", bytes: Size ?? 0, modified: LastModified?.getTime() ?? 0 };
    token = answer.NextContinuationToken;
  }
}
async function readText({ bucket, key }, purpose, access) {
  const pieces = [];
  try {
    for await (const bytes of objectBytes(`s3://${bucket}/${key}`, purpose, access)) pieces.push(bytes);
  } catch (error) {
    if (error instanceof MissingObject) return null;
    throw error;
  }
  return Buffer.concat(pieces).toString("utf8");
}
async function writeText({ bucket, key }, text, purpose, { s3, calling }) {
  await call(calling, { purpose, permission: `s3:PutObject on ${bucket}` }, () => s3.send(new import_client_s3.PutObjectCommand({ Bucket: bucket, Key: key, Body: text, ContentType: "application/json" })));
}
async function deleteUnder(place, purpose, access) {
  let deleted = 0;
  let keys = [];
  const flush = async () => {
    if (keys.length === 0) return;
    const { s3, calling } = access;
    const Objects = keys.map((Key) => ({ Key }));
    const answer = await call(calling, { purpose, permission: `s3:DeleteObject on ${place.bucket}` }, () => s3.send(new import_client_s3.DeleteObjectsCommand({ Bucket: place.bucket, Delete: { Objects, Quiet: true } })));
    const [refused] = answer.Errors ?? [];
    if (refused !== void 0) throw new EngineError(`${purpose}: S3 keeps ${answer.Errors?.length} of ${keys.length} objects (${refused.Code ?? "no reason told"}); grant the role s3:DeleteObject on ${place.bucket}.`);
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

export {
  placeOfUrl,
  objectBytes,
  objectsUnder,
  readText,
  writeText,
  deleteUnder
};
