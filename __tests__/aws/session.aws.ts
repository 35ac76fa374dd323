import { GetObjectCommand, HeadObjectCommand, ListObjectsV2Command, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { s3Client } from '../../src/aws/clients.js';
import { isDenied } from '../../src/aws/errors.js';
import { type AwsSession, connectAws } from '../../src/aws/session.js';
import type { AwsSettings } from '../../src/settings/settings.js';
import { ACCOUNT, asOwner, putAsOwner, StrictMoto } from './moto-account.js';

const SETTINGS: AwsSettings = {
  roleToAssume: `arn:aws:iam::${ACCOUNT}:role/audit`,
  region: 'us-east-1',
  roleSessionName: 'evidence',
  roleDurationSeconds: 900,
  allowedAccountIds: [ACCOUNT],
  profile: null,
};
const READ_LOGS = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Action: 's3:ListBucket', Resource: 'arn:aws:s3:::log-bucket' },
    { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::log-bucket/AWSLogs/*' },
  ],
};

let aws: StrictMoto;
let tokens = 0;

beforeAll(async () => {
  await asOwner('iam', 'CreateRole', { RoleName: 'audit', AssumeRolePolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [] }), MaxSessionDuration: '3600' });
  await asOwner('iam', 'PutRolePolicy', { RoleName: 'audit', PolicyName: 'read-logs', PolicyDocument: JSON.stringify(READ_LOGS) });
  await putAsOwner('/log-bucket', '');
  await putAsOwner('/log-bucket/AWSLogs/123456789012/a.json', '{"Records":[]}');
  await putAsOwner('/log-bucket/private/b.json', '{}');
});
beforeEach(async () => {
  await aws?.stop();
  aws = new StrictMoto();
  await aws.start();
  process.env['AWS_ENDPOINT_URL'] = aws.url;
  tokens = 0;
});
afterAll(() => aws.stop());

/** Everything by real time but for the clocks that a test moves. */
async function connected(now: () => Date = () => new Date()): Promise<{ session: AwsSession; s3: S3Client }> {
  const session = await connectAws(SETTINGS, {
    env: { ACTIONS_ID_TOKEN_REQUEST_URL: 'http://127.0.0.1/token', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'bearer' },
    oidcToken: () => Promise.resolve(`eyJhbGciOiJSUzI1NiJ9.${Buffer.from(JSON.stringify({ sub: 'repo:o@1/r@2:ref:refs/heads/main', n: (tokens += 1) })).toString('base64url')}.signature`),
    mask: () => undefined,
    now,
    wait: () => Promise.resolve(),
  });
  return { session, s3: s3Client(session) };
}

describe('with moto checking every signature and policy', () => {
  test('the role is taken, known by its account, and lists and reads logs', async () => {
    const { session, s3 } = await connected();
    expect(session.identity).toEqual({ account: ACCOUNT, arn: `arn:aws:sts::${ACCOUNT}:assumed-role/audit/evidence` });
    // moto reckons another signature than AWS where a query holds an escaped slash.
    const listing = await s3.send(new ListObjectsV2Command({ Bucket: 'log-bucket', Prefix: 'AWSLogs' }));
    expect(listing.Contents?.map(({ Key }) => Key)).toEqual(['AWSLogs/123456789012/a.json']);
    const object = await s3.send(new GetObjectCommand({ Bucket: 'log-bucket', Key: 'AWSLogs/123456789012/a.json' }));
    expect(await object.Body?.transformToString()).toBe('{"Records":[]}');
    expect(aws.calls.map(({ line }) => line)).toEqual(['AssumeRoleWithWebIdentity 200', 'GetCallerIdentity 200', 'GET /log-bucket/ 200', 'GET /log-bucket/AWSLogs/123456789012/a.json 200']);
    s3.destroy();
  });

  test('what the role may not do is a denial, asked for once', async () => {
    const { s3 } = await connected();
    const attempts = [
      () => s3.send(new GetObjectCommand({ Bucket: 'log-bucket', Key: 'private/b.json' })),
      () => s3.send(new HeadObjectCommand({ Bucket: 'log-bucket', Key: 'private/b.json' })),
      () => s3.send(new PutObjectCommand({ Bucket: 'log-bucket', Key: 'AWSLogs/forged.json', Body: '{}' })),
    ];
    for (const attempt of attempts) {
      const error: unknown = await attempt().catch((thrown: unknown) => thrown);
      expect(isDenied(error)).toBe(true);
    }
    expect(aws.calls.slice(2).map(({ line }) => line)).toEqual(['GET /log-bucket/private/b.json 403', 'HEAD /log-bucket/private/b.json 403', 'PUT /log-bucket/AWSLogs/forged.json 403']);
    s3.destroy();
  });

  test('credentials that expire are replaced before they do, with a new token', async () => {
    const { s3 } = await connected(() => new Date(Date.now() + aws.aheadMs));
    await s3.send(new ListObjectsV2Command({ Bucket: 'log-bucket' }));
    aws.aheadMs = 11 * 60_000;
    await s3.send(new ListObjectsV2Command({ Bucket: 'log-bucket' }));
    expect(aws.calls.map(({ line }) => line)).toEqual(['AssumeRoleWithWebIdentity 200', 'GetCallerIdentity 200', 'GET /log-bucket/ 200', 'AssumeRoleWithWebIdentity 200', 'GET /log-bucket/ 200']);
    expect(aws.calls[4]?.accessKeyId).not.toBe(aws.calls[2]?.accessKeyId);
    expect(tokens).toBe(2);
    s3.destroy();
  });

  test('credentials that have expired unseen, by a clock that is slow, are replaced and the call made again', async () => {
    const { s3 } = await connected();
    aws.aheadMs = 16 * 60_000;
    const listing = await s3.send(new ListObjectsV2Command({ Bucket: 'log-bucket' }));
    expect(listing.KeyCount).toBe(2);
    expect(aws.calls.slice(2).map(({ line }) => line)).toEqual(['GET /log-bucket/ 400', 'AssumeRoleWithWebIdentity 200', 'GET /log-bucket/ 200']);
    expect(tokens).toBe(2);
    s3.destroy();
  });

  test('an account that is not allowed is refused', async () => {
    await expect(connectAws({ ...SETTINGS, allowedAccountIds: ['999999999999'] }, {
      env: { ACTIONS_ID_TOKEN_REQUEST_URL: 'http://127.0.0.1/token', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'bearer' },
      oidcToken: () => Promise.resolve('header.e30.signature'),
      mask: () => undefined,
      now: () => new Date(),
      wait: () => Promise.resolve(),
    })).rejects.toThrow(`the credentials belong to account ${ACCOUNT}`);
  });
});
