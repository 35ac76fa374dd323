import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { placeOf } from '../../src/sources/archive-path.js';
import { readDigests } from '../../src/sources/digests.js';
import { explainSilence } from '../../src/sources/explain-silence.js';
import type { AccountedFile, LogFile } from '../../src/sources/log-file.js';
import { s3Objects } from '../../src/sources/s3-objects.js';
import { stageLogFile } from '../../src/sources/stage-log-file.js';
import { onCall, s3Error } from '../counterparts/gateway.js';
import { BUCKET, bucket } from './bucket.js';
import { temporaryFolder } from './temporary-folder.js';

const here = bucket();
const folder = temporaryFolder();
const KEY = 'AWSLogs/111122223333/CloudTrail/eu-west-1/2026/10/05/111122223333_CloudTrail_eu-west-1_20261005T0005Z_aB3.json.gz';
const TEXT = JSON.stringify({ Records: [{ eventName: 'CreateUser' }, { eventName: 'DeleteUser' }] });

function listed(key: string, bytes: Buffer | string): LogFile {
  here.put(key, bytes);
  return { path: `s3://${BUCKET}/${key}`, key, ...placeOf(key), bytes: Buffer.byteLength(bytes) };
}

async function read(file: LogFile, maxBytes = 1_000_000): Promise<Buffer | object> {
  return s3Objects(here.s3()).read(file, maxBytes);
}

describe('an object', () => {
  it('is read whole', async () => {
    const bytes = gzipSync(TEXT);
    expect(await read(listed('a b/+é&.gz', bytes))).toEqual(bytes);
  });

  it('is staged with the checks and the hash of a local file', async () => {
    const staged = await stageLogFile(listed(KEY, gzipSync(TEXT)), join(folder, 'staged.json'), s3Objects(here.s3()));
    expect(staged).toMatchObject({ sha256: createHash('sha256').update(TEXT).digest('hex'), stagedBytes: TEXT.length });
    expect(readFileSync(join(folder, 'staged.json'), 'utf8')).toBe(TEXT);
    const twice = await stageLogFile(listed(KEY, Buffer.concat([gzipSync(TEXT), gzipSync(TEXT)])), join(folder, 'staged.json'), s3Objects(here.s3()));
    expect(twice).toMatchObject({ outcome: { list: 'not-read', reason: 'second gzip member' } });
  });

  it('is asked for again where it breaks off', async () => {
    const bytes = gzipSync(TEXT);
    here.faults.push(onCall('GetObject', async (_request, answered) => ({ ...(await answered()), breaksAfter: 10 }), 2));
    expect(await read(listed(KEY, bytes))).toEqual(bytes);
  });

  it.each([
    ['breaks off each time', { status: 200, body: 'a whole object', breaksAfter: 5 }, 'cannot be opened', 'S3 broke off while the object was sent, 3 times'],
    ['is gone', s3Error(404, 'NoSuchKey', 'The specified key does not exist.'), 'cannot be opened', 'it is gone since it was listed (NoSuchKey)'],
    ['is archived', s3Error(403, 'InvalidObjectState', "The operation is not valid for the object's storage class"), 'archived storage class', 'S3 has archived the object; restore it to have it read'],
    ['may not be read', s3Error(403, 'AccessDenied', 'Access Denied'), 'cannot be opened', 'access is denied: the role needs s3:GetObject on it, and kms:Decrypt on the key it is encrypted with'],
    ['may not be decrypted', s3Error(403, 'AccessDenied', 'User: arn:aws:sts::111122223333:assumed-role/audit/evidence is not authorized to perform: kms:Decrypt on the resource associated with this ciphertext'), 'cannot be opened', 'access is denied: the role needs kms:Decrypt'],
    ['cannot be had', { status: 500, body: '<Error><Code>InternalError</Code></Error>' }, 'cannot be opened', 'S3 answered with status 500 to every attempt'],
  ])('that %s is told, and is no error of the run', async (_name, answer, reason, detail) => {
    here.faults.push(onCall('GetObject', () => answer));
    expect(await read(listed(KEY, 'x'))).toEqual({ reason, detail });
  });

  it('that is too large, or has become so, is not fetched', async () => {
    const file = listed(KEY, 'x'.repeat(200));
    expect(await read(file, 100)).toEqual({ reason: 'too large', detail: 'the file has 200 bytes, more than 100' });
    expect(here.calls()).toEqual([]);
    expect(await read({ ...file, bytes: 50 }, 100)).toEqual({ reason: 'too large', detail: 'the file has 200 bytes, more than 100' });
  });

  it('is a matter of the run where the credentials are', async () => {
    here.faults.push(onCall('GetObject', () => s3Error(403, 'InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.')));
    await expect(read(listed(KEY, 'x'))).rejects.toThrow(`Reading log objects from the bucket ${BUCKET} failed: AWS does not accept the credentials (InvalidAccessKeyId).`);
  });
});

it('digests are read from S3 as they are from disk, and one that is cut is told', async () => {
  const digest = { awsAccountId: '111122223333', digestStartTime: '2026-10-02T00:00:00Z', digestEndTime: '2026-10-02T01:00:00Z', digestS3Object: KEY.replaceAll('CloudTrail/', 'CloudTrail-Digest/'), logFiles: [] };
  const files = ['a', 'b', 'c'].map((name) => listed(`AWSLogs/111122223333/CloudTrail-Digest/eu-west-1/2026/10/02/${name}.json.gz`, name === 'b' ? gzipSync('{}').subarray(0, 12) : gzipSync(JSON.stringify(digest))));
  const { digests, notRead } = await readDigests(files, s3Objects(here.s3()));
  expect(digests.map(({ key, region }) => [key.at(-9), region])).toEqual([['a', 'eu-west-1'], ['c', 'eu-west-1']]);
  expect(notRead.map(({ outcome }) => outcome)).toMatchObject([{ reason: 'truncated gzip' }]);
});

describe('objects of which a table has no record', () => {
  const silent = (file: LogFile): AccountedFile => ({ file, outcome: { list: 'not-read', reason: 'no records', detail: 'the table returns no record of this object' } });
  const explained = async (bytes: Buffer | string): Promise<unknown> => (await explainSilence([silent(listed(KEY, bytes))], s3Objects(here.s3())))[0]?.outcome;

  it.each([
    ['holds none', gzipSync('{"Records":[]}'), { list: 'read', records: 0, sha256: createHash('sha256').update('{"Records":[]}').digest('hex') }],
    ['holds some', gzipSync(TEXT), { list: 'not-read', reason: 'no records', detail: 'the table returns none of the 2 records it holds: its partitions do not cover it' }],
    ['cannot be read', gzipSync(TEXT).subarray(0, 30), { list: 'not-read', reason: 'truncated gzip', detail: 'the file ends within the compressed log' }],
    ['is no log', '{"hello":1}', { list: 'not-read', reason: 'no records', detail: 'an object without "Records" that is not a CloudTrail record' }],
  ])('are looked into: one that %s', async (_name, bytes, outcome) => {
    expect(await explained(bytes)).toEqual(outcome);
  });

  it('are left as they are where the table returns few of its objects at all', async () => {
    const many = Array.from({ length: 201 }, () => silent(listed(KEY, gzipSync(TEXT))));
    expect(await explainSilence(many, s3Objects(here.s3()))).toEqual(many);
    expect(here.calls()).toEqual([]);
  });
});
