import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { readDigests } from '../../src/sources/digests.js';
import { temporaryFolder, written } from './temporary-folder.js';

const folder = temporaryFolder();
const PLACE = 'AWSLogs/111122223333/CloudTrail-Digest/eu-west-1/2026/10/02';
const NAME = '111122223333_CloudTrail-Digest_eu-west-1_trail_us-east-1_20261002T010000Z';
const LISTED = 'AWSLogs/111122223333/CloudTrail/eu-west-1/2026/10/02/111122223333_CloudTrail_eu-west-1_20261002T0005Z_aB3.json.gz';
const DIGEST = {
  awsAccountId: '111122223333',
  digestStartTime: '2026-10-02T00:00:00Z',
  digestEndTime: '2026-10-02T01:00:00Z',
  digestS3Bucket: 'logs',
  digestS3Object: `prefix/${PLACE}/${NAME}.json.gz`,
  logFiles: [{ s3Bucket: 'logs', s3Object: `prefix/${LISTED}`, hashValue: 'AB'.repeat(32), hashAlgorithm: 'SHA-256' }],
};

describe('digests', () => {
  it('are lists of files over an hour', async () => {
    const text = JSON.stringify(DIGEST);
    const { digests, read, notRead } = await readDigests([written(folder, `${PLACE}/${NAME}.json.gz`, gzipSync(text))]);
    expect(digests).toEqual([{
      key: `${PLACE}/${NAME}.json.gz`, account: '111122223333', region: 'eu-west-1',
      start: '2026-10-02T00:00:00Z', end: '2026-10-02T01:00:00Z', backfill: false,
      logFiles: [{ key: LISTED, sha256: 'ab'.repeat(32) }],
    }]);
    expect(read.map(({ outcome }) => outcome)).toEqual([{ list: 'read', records: 0, sha256: createHash('sha256').update(text).digest('hex') }]);
    expect(notRead).toEqual([]);
  });

  it('keep the order of their files, tell backfill apart, and know their region without a path', async () => {
    const files = Array.from({ length: 30 }, (_, index) => written(folder, `flat/${index}${index === 7 ? '_backfill' : ''}.json.gz`, gzipSync(JSON.stringify({ ...DIGEST, logFiles: [] }))));
    const { digests } = await readDigests(files);
    expect(digests.map((digest) => digest.key)).toEqual(files.map((file) => file.key));
    expect(digests.filter((digest) => digest.backfill).map((digest) => digest.key)).toEqual(['flat/7_backfill.json.gz']);
    expect(digests.every((digest) => digest.region === 'eu-west-1' && digest.logFiles.length === 0)).toBe(true);
  });

  const json = (changes: object): Buffer => gzipSync(JSON.stringify({ ...DIGEST, ...changes }));
  it.each([
    ['no bytes', Buffer.alloc(0), 'empty file'],
    ['a second member', Buffer.concat([json({}), json({})]), 'second gzip member'],
    ['cut gzip', json({}).subarray(0, 60), 'truncated gzip'],
    ['cut JSON', gzipSync('{"awsAccountId":"1'), 'not JSON'],
    ['Latin 1', gzipSync(Buffer.from('{"a":"é"}', 'latin1')), 'not UTF-8'],
    ['a log', gzipSync('{"Records":[]}'), 'not a digest'],
    ['null', gzipSync('null'), 'not a digest'],
    ['no account', json({ awsAccountId: undefined }), 'not a digest'],
    ['no start', json({ digestStartTime: undefined }), 'not a digest'],
    ['an hour backwards', json({ digestEndTime: '2026-10-01T00:00:00Z' }), 'not a digest'],
    ['a day that no calendar has', json({ digestStartTime: '2026-13-41T00:00:00Z' }), 'not a digest'],
    ['no list', json({ logFiles: null }), 'not a digest'],
    ['a file without its hash', json({ logFiles: [{ s3Object: 'a' }] }), 'not a digest'],
    ['no region', json({ digestS3Object: 'a' }), 'not a digest'],
  ])('are not read: %s', async (_name, bytes, reason) => {
    const { digests, read, notRead } = await readDigests([written(folder, 'bad.json.gz', bytes)]);
    expect([digests, read]).toEqual([[], []]);
    expect(notRead).toMatchObject([{ outcome: { list: 'not-read', reason } }]);
  });
});
