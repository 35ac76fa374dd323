import { AthenaClient, GetTableMetadataCommand, StartQueryExecutionCommand } from '@aws-sdk/client-athena';
import { GetObjectCommand, HeadObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { athenaClient, s3Client, stsClient } from '../../src/aws/clients.js';
import { asAwsError, AwsError, denialOf, isDenied, isExpired, isRetryable } from '../../src/aws/errors.js';
import { MAX_ATTEMPTS } from '../../src/aws/retry.js';
import { type Answer, stsError } from './github-and-sts.js';

const KEYS = { accessKeyId: 'AKIDEXAMPLEKEYEXAMPLE', secretAccessKey: 'wJalrXUtnFEMIexamplesecretKEY', sessionToken: 'IQoJb3JpZ2luX2VjEXAMPLEsessiontokenEXAMPLE==' };

/** A server that gives the same answer to whatever is asked, or cuts the connection. */
let answer: Answer | 'cut';
let requests = 0;
const server = createServer((request, response) => {
  requests += 1;
  if (answer === 'cut') return void request.socket.destroy();
  request.resume().on('end', () => {
    if (answer !== 'cut') response.writeHead(answer.status, answer.headers ?? {}).end(request.method === 'HEAD' ? '' : answer.body);
  });
});
let waits: number[] = [];
let clients: { athena: AthenaClient; s3: S3Client; sts: STSClient };

beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  process.env['AWS_ENDPOINT_URL'] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  requests = 0;
  waits = [];
  const access = { region: 'eu-central-1', credentials: () => Promise.resolve(KEYS) };
  const world = { random: () => 0.5, wait: (ms: number) => (waits.push(ms), Promise.resolve()) };
  clients = { athena: athenaClient(access, world), s3: s3Client(access, world), sts: stsClient(access, world) };
});
afterAll(() => new Promise((closed) => {
  server.close(closed);
  server.closeAllConnections();
}));

const CALLS = {
  'athena Start': () => clients.athena.send(new StartQueryExecutionCommand({ QueryString: 'SELECT 1' })),
  'athena Table': () => clients.athena.send(new GetTableMetadataCommand({ CatalogName: 'AwsDataCatalog', DatabaseName: 'logs', TableName: 'cloudtrail' })),
  's3 List': () => clients.s3.send(new ListObjectsV2Command({ Bucket: 'log-bucket' })),
  's3 Get': () => clients.s3.send(new GetObjectCommand({ Bucket: 'log-bucket', Key: 'AWSLogs/a.json.gz' })),
  's3 Head': () => clients.s3.send(new HeadObjectCommand({ Bucket: 'log-bucket', Key: 'AWSLogs/a.json.gz' })),
  'sts Identity': () => clients.sts.send(new GetCallerIdentityCommand({})),
};
type Call = keyof typeof CALLS;

async function failureOf(call: Call, answered: Answer | 'cut'): Promise<unknown> {
  answer = answered;
  return CALLS[call]().then(() => {
    throw new Error('it was answered');
  }, (error: unknown) => error);
}

const json = (status: number, type: string, message: string, more: object = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': '5f0a-request' },
  body: JSON.stringify({ __type: type, message, ...more }),
});
const xml = (status: number, code: string, message: string, more = ''): Answer => ({
  status,
  headers: { 'content-type': 'application/xml', 'x-amz-request-id': 'TX4356' },
  body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message>${more}<RequestId>TX4356</RequestId><HostId>aGh=</HostId></Error>`,
});
const USER = 'User: arn:aws:sts::111122223333:assumed-role/audit/evidence is';

type Told = 'retryable' | 'expired' | 'denied' | 'final';
const told = (error: unknown): Told[] => {
  const found: Told[] = [...(isRetryable(error) ? ['retryable' as const] : []), ...(isExpired(error) ? ['expired' as const] : []), ...(isDenied(error) ? ['denied' as const] : [])];
  return found.length === 0 ? ['final'] : found;
};

describe('answers of AWS, as the clients turn them into errors', () => {
  test.each<[Call, string, Answer | 'cut', Told]>([
    ['athena Start', 'ThrottlingException', json(400, 'ThrottlingException', 'Rate exceeded'), 'retryable'],
    ['athena Start', 'TooManyRequestsException', json(400, 'TooManyRequestsException', 'You have exceeded the limit for the number of queries you can run concurrently.', { Reason: 'CONCURRENT_QUERY_LIMIT_EXCEEDED' }), 'retryable'],
    ['athena Start', 'InternalServerException', json(500, 'InternalServerException', 'Amazon Athena experienced an internal error'), 'retryable'],
    ['athena Start', '502 of a proxy', { status: 502, headers: { 'content-type': 'text/html' }, body: '<html>Bad Gateway</html>' }, 'retryable'],
    ['athena Start', '503 without a body', { status: 503, body: '' }, 'retryable'],
    ['athena Start', 'cut connection', 'cut', 'retryable'],
    ['athena Start', 'InvalidRequestException', json(400, 'InvalidRequestException', 'line 1:8: mismatched input', { AthenaErrorCode: 'MALFORMED_QUERY' }), 'final'],
    ['athena Start', 'no output location', json(400, 'InvalidRequestException', 'No output location provided. An output location is required either through the Workgroup result configuration setting or as an API input.', { AthenaErrorCode: 'INVALID_INPUT' }), 'final'],
    ['athena Start', 'ExpiredTokenException', json(400, 'ExpiredTokenException', 'The security token included in the request is expired'), 'expired'],
    ['athena Start', 'AccessDeniedException', json(400, 'AccessDeniedException', `${USER} not authorized to perform: athena:StartQueryExecution on resource: arn:aws:athena:eu-central-1:111122223333:workgroup/primary because no identity-based policy allows the athena:StartQueryExecution action`), 'denied'],
    ['athena Start', 'UnrecognizedClientException', json(400, 'UnrecognizedClientException', 'The security token included in the request is invalid.'), 'final'],
    ['athena Start', 'InvalidSignatureException', json(400, 'InvalidSignatureException', 'The request signature we calculated does not match the signature you provided.'), 'final'],
    ['athena Start', 'an InvalidSignatureException for the clock, clocks being alike', json(400, 'InvalidSignatureException', 'Signature expired: 20261102T060000Z is now earlier than 20261102T061000Z (20261102T061500Z - 5 min.)'), 'final'],
    ['athena Table', 'MetadataException for want of Glue', json(400, 'MetadataException', `${USER} not authorized to perform: glue:GetTable on resource: arn:aws:glue:eu-central-1:111122223333:catalog because no identity-based policy allows the glue:GetTable action (Service: AWSGlue; Status Code: 400; Error Code: AccessDeniedException; Request ID: 1; Proxy: null)`), 'denied'],
    ['athena Table', 'a denial dressed as a fault of the service', json(500, 'InternalServerException', `${USER} not authorized to perform: glue:GetTable on resource: arn:aws:glue:eu-central-1:111122223333:catalog`), 'denied'],
    ['athena Table', 'MetadataException of Lake Formation', json(400, 'MetadataException', 'Insufficient Lake Formation permission(s): Required Describe on cloudtrail'), 'denied'],
    ['athena Table', 'MetadataException for no such table', json(400, 'MetadataException', 'EntityNotFoundException: Entity Not Found (Service: AWSGlue; Status Code: 400)'), 'final'],
    ['s3 List', 'SlowDown', xml(503, 'SlowDown', 'Please reduce your request rate.'), 'retryable'],
    ['s3 List', 'InternalError', xml(500, 'InternalError', 'We encountered an internal error. Please try again.'), 'retryable'],
    ['s3 List', 'ServiceUnavailable', xml(503, 'ServiceUnavailable', 'Reduce your request rate.'), 'retryable'],
    ['s3 Get', 'RequestTimeout', xml(400, 'RequestTimeout', 'Your socket connection to the server was not read from or written to within the timeout period.'), 'retryable'],
    ['s3 Get', 'ExpiredToken', xml(400, 'ExpiredToken', 'The provided token has expired.', `<Token-0>${KEYS.sessionToken}</Token-0>`), 'expired'],
    ['s3 Get', 'AccessDenied in old words', xml(403, 'AccessDenied', 'Access Denied'), 'denied'],
    ['s3 Get', 'AccessDenied of KMS', xml(403, 'AccessDenied', `${USER} not authorized to perform: kms:Decrypt on resource: arn:aws:kms:eu-central-1:111122223333:key/1b2c because no resource-based policy allows the kms:Decrypt action`), 'denied'],
    ['s3 Head', '403 without a body', { status: 403, body: '' }, 'denied'],
    ['s3 Head', '404 without a body', { status: 404, body: '' }, 'final'],
    ['s3 Get', 'NoSuchKey', xml(404, 'NoSuchKey', 'The specified key does not exist.', '<Key>AWSLogs/a.json.gz</Key>'), 'final'],
    ['s3 List', 'NoSuchBucket', xml(404, 'NoSuchBucket', 'The specified bucket does not exist', '<BucketName>log-bucket</BucketName>'), 'final'],
    ['s3 Get', 'InvalidObjectState of archived storage', xml(403, 'InvalidObjectState', 'The operation is not valid for the object\'s storage class', '<StorageClass>GLACIER</StorageClass>'), 'final'],
    ['s3 Get', 'SignatureDoesNotMatch', xml(403, 'SignatureDoesNotMatch', 'The request signature we calculated does not match the signature you provided. Check your key and signing method.'), 'final'],
    ['s3 Get', 'InvalidAccessKeyId', xml(403, 'InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.'), 'final'],
    ['s3 Get', 'NotImplemented', xml(501, 'NotImplemented', 'A header you provided implies functionality that is not implemented'), 'final'],
    ['sts Identity', 'Throttling', stsError(400, 'Throttling', 'Rate exceeded'), 'retryable'],
    ['sts Identity', 'InternalFailure', stsError(500, 'InternalFailure', 'internal'), 'retryable'],
    ['sts Identity', 'ExpiredToken', stsError(403, 'ExpiredToken', 'The security token included in the request is expired'), 'expired'],
    ['sts Identity', 'AccessDenied', stsError(403, 'AccessDenied', `${USER} not authorized to perform: sts:GetCallerIdentity with an explicit deny in a service control policy`), 'denied'],
    ['sts Identity', 'InvalidClientTokenId', stsError(403, 'InvalidClientTokenId', 'The security token included in the request is invalid.'), 'final'],
    ['sts Identity', 'RegionDisabled', stsError(403, 'RegionDisabledException', 'STS is not activated in this region'), 'final'],
  ])('%s: %s', async (call, _, answered, expected) => {
    const error = await failureOf(call, answered);
    expect(told(error)).toEqual([expected]);
    // What can heal is asked for five times, expired credentials (which are not renewed here) and all else once.
    expect(requests).toBe(expected === 'retryable' ? MAX_ATTEMPTS : 1);
    expect(waits).toHaveLength(requests - 1);
  });

  test('a clock that the SDK corrected by the server\'s own is tried again by it', async () => {
    const ahead = new Date(Date.now() + 20 * 60_000).toUTCString();
    const error = await failureOf('s3 Get', { ...xml(403, 'RequestTimeTooSkewed', 'The difference between the request time and the current time is too large.'), headers: { 'content-type': 'application/xml', date: ahead } });
    expect(requests).toBeGreaterThan(1);
    expect(asAwsError(error, 'Reading').message).toContain('clock is wrong');
  });
});

describe('errors of other make', () => {
  test.each<[string, unknown, Told]>([
    ['no name in DNS', Object.assign(new Error('getaddrinfo ENOTFOUND athena.eu-central-9.amazonaws.com'), { code: 'ENOTFOUND' }), 'retryable'],
    ['a cut body', Object.assign(new Error('aborted'), { code: 'ECONNRESET' }), 'retryable'],
    ['a network fault below', new Error('fetch failed', { cause: Object.assign(new Error('connect'), { code: 'ETIMEDOUT' }) }), 'retryable'],
    ['no answer in time', Object.assign(new Error('a request has exceeded the configured 60000 ms requestTimeout'), { name: 'TimeoutError' }), 'retryable'],
    ['our own cancelling', Object.assign(new Error('Request aborted'), { name: 'AbortError', code: 'ECONNRESET' }), 'final'],
    ['a certificate nobody trusts', Object.assign(new Error('self-signed certificate in certificate chain'), { code: 'SELF_SIGNED_CERT_IN_CHAIN' }), 'final'],
    ['one that was explained already', new AwsError('Given up.', { cause: Object.assign(new Error('x'), { code: 'ECONNRESET' }) }), 'final'],
    ['an explained refusal', new AwsError('Refused.', { cause: Object.assign(new Error('Access Denied'), { name: 'AccessDenied' }) }), 'denied'],
    ['a text', 'broken', 'final'],
    ['nothing', undefined, 'final'],
    ['null', null, 'final'],
  ])('%s', (_, error, expected) => expect(told(error)).toEqual([expected]));

  test('a circle of causes has an end', () => {
    const error = new Error('round');
    error.cause = error;
    expect(told(error)).toEqual(['final']);
  });
});

describe('a denial names what is missing', () => {
  const named = (message: string) => denialOf(Object.assign(new Error(message), { name: 'AccessDeniedException' }));

  test.each([
    [`${USER} not authorized to perform: athena:GetWorkGroup on resource: arn:aws:athena:eu-central-1:111122223333:workgroup/primary because no identity-based policy allows it`, 'athena:GetWorkGroup', 'arn:aws:athena:eu-central-1:111122223333:workgroup/primary', null],
    [`${USER} not authorized to perform: s3:ListBucket on resource: "arn:aws:s3:::log-bucket" because no identity-based policy allows the s3:ListBucket action`, 's3:ListBucket', 'arn:aws:s3:::log-bucket', null],
    [`${USER} not authorized to perform: kms:Decrypt on resource: arn:aws:kms:eu-central-1:111122223333:key/1b2c with an explicit deny in a resource-based policy`, 'kms:Decrypt', 'arn:aws:kms:eu-central-1:111122223333:key/1b2c', 'an explicit deny in a resource-based policy'],
    ['You are not authorized to perform: athena:StartQueryExecution on the resource. After your AWS administrator or you have updated your permissions, please try again.', 'athena:StartQueryExecution', null, null],
    ['Not authorized to perform sts:AssumeRoleWithWebIdentity', 'sts:AssumeRoleWithWebIdentity', null, null],
    ['Insufficient Lake Formation permission(s): Required Select on cloudtrail', 'Lake Formation SELECT', null, null],
    ['Access Denied', null, null, null],
  ])('%s', (message, permission, resource, forbiddenBy) => expect(named(message)).toEqual({ permission, resource, forbiddenBy }));

  test('and says whose turn it is', () => {
    const sentence = (message: string) => asAwsError(Object.assign(new Error(message), { name: 'AccessDenied' }), 'Listing s3://log-bucket/').message;
    expect(sentence(`${USER} not authorized to perform: s3:ListBucket on resource: "arn:aws:s3:::log-bucket" because no identity-based policy allows the s3:ListBucket action`)).toBe(
      "Listing s3://log-bucket/ failed: access is denied. Allow s3:ListBucket on arn:aws:s3:::log-bucket in the role's policy.",
    );
    expect(sentence(`${USER} not authorized to perform: s3:ListBucket on resource: "arn:aws:s3:::log-bucket" with an explicit deny in a service control policy`)).toBe(
      'Listing s3://log-bucket/ failed: access to s3:ListBucket on arn:aws:s3:::log-bucket is denied by an explicit deny in a service control policy. Whoever owns that policy must allow it.',
    );
    expect(sentence('Access Denied')).toBe("Listing s3://log-bucket/ failed: access is denied. Allow a permission that AWS does not name in the role's policy.");
  });
});

test('nothing of the credentials is in an error, even where AWS quotes them', async () => {
  const canonical = `GET\n/log-bucket/\n\nhost:x\nx-amz-security-token:${KEYS.sessionToken}\n`;
  const quoting: [Call, Answer][] = [
    ['s3 Get', xml(400, 'ExpiredToken', 'The provided token has expired.', `<Token-0>${KEYS.sessionToken}</Token-0>`)],
    ['s3 Get', xml(403, 'SignatureDoesNotMatch', 'does not match', `<AWSAccessKeyId>${KEYS.accessKeyId}</AWSAccessKeyId><CanonicalRequest>${canonical}</CanonicalRequest>`)],
    ['sts Identity', stsError(403, 'SignatureDoesNotMatch', `does not match. The Canonical String for this request should have been '${canonical}'`)],
    ['athena Start', json(400, 'InvalidSignatureException', `does not match. The Canonical String for this request should have been '${canonical}'`)],
  ];
  for (const [call, answered] of quoting) {
    const error = await failureOf(call, answered);
    const printed = `${inspect(error, { depth: Infinity, maxStringLength: null })} ${(error as Error).stack} ${JSON.stringify(error)} ${asAwsError(error, 'Reading').message}`;
    for (const secret of Object.values(KEYS)) expect(printed).not.toContain(secret);
  }
});

test('a client that only fails stops trying before long', async () => {
  answer = { status: 503, body: '' };
  for (let call = 0; call < 40; call += 1) await CALLS['s3 Get']().catch(() => undefined);
  // 100 retries are all a client's budget allows; without it there would be 160.
  expect(requests).toBe(140);
});

test('debug lines name calls and never what went in or out', async () => {
  const lines: string[] = [];
  const sts = stsClient({ region: 'eu-central-1', credentials: () => Promise.resolve(KEYS) }, { random: () => 0, wait: () => Promise.resolve(), debug: (line) => lines.push(line) });
  answer = { ...stsError(403, 'InvalidClientTokenId', 'The security token included in the request is invalid.'), headers: { 'x-amzn-requestid': '9e4b2a1c' } };
  await sts.send(new GetCallerIdentityCommand({})).catch(() => undefined);
  expect(lines).toEqual(['STSClient GetCallerIdentityCommand: InvalidClientTokenId, status 403, request 9e4b2a1c, attempts 1']);
});
