import { ListQueryExecutionsCommand } from '@aws-sdk/client-athena';
import { GetObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { afterEach, expect, test } from '@jest/globals';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { athenaClient, s3Client } from '../../src/aws/clients.js';

const ACCESS = { region: 'eu-central-1', credentials: () => Promise.resolve({ accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' }) };
const servers: Server[] = [];

async function listening(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => void request.resume().on('end', () => answer(request, response)));
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

afterEach(async () => {
  for (const name of ['AWS_ENDPOINT_URL_ATHENA', 'AWS_ENDPOINT_URL_S3']) Reflect.deleteProperty(process.env, name);
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
});

const LISTING = '<?xml version="1.0" encoding="UTF-8"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><KeyCount>0</KeyCount></ListBucketResult>';
const connections = (server: Server): Promise<number> => new Promise((counted, failed) => server.getConnections((error, count) => (error === null ? counted(count) : failed(error))));

test('each service is found by the SDK\'s own variable, buckets by path', async () => {
  const paths: string[] = [];
  const athena = await listening((request, response) => {
    paths.push(String(request.headers['x-amz-target']));
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end('{"QueryExecutionIds":[]}');
  });
  const s3 = await listening((request, response) => {
    paths.push(request.url ?? '');
    response.writeHead(200, { 'content-type': 'application/xml' }).end(LISTING);
  });
  process.env['AWS_ENDPOINT_URL_ATHENA'] = athena.url;
  process.env['AWS_ENDPOINT_URL_S3'] = s3.url;
  await athenaClient(ACCESS).send(new ListQueryExecutionsCommand({}));
  await s3Client(ACCESS).send(new ListObjectsV2Command({ Bucket: 'log-bucket' }));
  expect(paths).toEqual(['AmazonAthena.ListQueryExecutions', '/log-bucket/?list-type=2']);
});

test('no connection outlives destroy()', async () => {
  const { server, url } = await listening((_request, response) => void response.writeHead(200).end(LISTING));
  process.env['AWS_ENDPOINT_URL_S3'] = url;
  const s3 = s3Client(ACCESS);
  await Promise.all(Array.from({ length: 8 }, () => s3.send(new ListObjectsV2Command({ Bucket: 'log-bucket' }))));
  expect(await connections(server)).toBeGreaterThan(0);
  const closed = new Promise<void>((done) => server.close(() => done()));
  s3.destroy();
  await closed;
  expect(await connections(server)).toBe(0);
});

test('a bucket in another region is asked there', async () => {
  const regions: string[] = [];
  const { url } = await listening((request, response) => {
    const region = /Credential=[^/]+\/\d+\/([^/]+)/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    regions.push(region);
    if (region === 'us-west-2') response.writeHead(200).end('{"Records":[]}');
    else response.writeHead(301, { 'x-amz-bucket-region': 'us-west-2', 'content-type': 'application/xml' }).end('<Error><Code>PermanentRedirect</Code><Message>The bucket you are attempting to access must be addressed using the specified endpoint.</Message></Error>');
  });
  process.env['AWS_ENDPOINT_URL_S3'] = url;
  const object = await s3Client(ACCESS).send(new GetObjectCommand({ Bucket: 'log-bucket', Key: 'a.json' }));
  expect(await object.Body?.transformToString()).toBe('{"Records":[]}');
  expect(regions).toEqual(['eu-central-1', 'us-west-2']);
});

test('a body that stops coming is given up', async () => {
  const { url } = await listening((_request, response) => void response.writeHead(200, { 'content-length': '1000' }).write('half of it'));
  process.env['AWS_ENDPOINT_URL_S3'] = url;
  const s3 = s3Client(ACCESS, { random: Math.random, wait: () => Promise.resolve(), silenceMs: 300 });
  const { Body: body } = await s3.send(new GetObjectCommand({ Bucket: 'log-bucket', Key: 'a.json' }));
  await expect(body?.transformToString()).rejects.toThrow(/timed out/);
  s3.destroy();
});

test('the pause is anything up to a bound that doubles, and at least what the service asks for', async () => {
  let answers = [503, 503, 503, 503, 200];
  let headers: Record<string, string> = {};
  const { url } = await listening((_request, response) => void response.writeHead(answers.shift() ?? 200, headers).end(LISTING));
  process.env['AWS_ENDPOINT_URL_S3'] = url;
  const pausesAt = async (random: number): Promise<number[]> => {
    const waits: number[] = [];
    const s3 = s3Client(ACCESS, { random: () => random, wait: (ms) => (waits.push(ms), Promise.resolve()) });
    await s3.send(new ListObjectsV2Command({ Bucket: 'log-bucket' }));
    s3.destroy();
    return waits;
  };
  expect(await pausesAt(0)).toEqual([0, 0, 0, 0]);
  answers = [503, 503, 503, 503, 200];
  expect(await pausesAt(0.999)).toEqual([199, 399, 799, 1598]);
  answers = [503, 200];
  headers = { 'retry-after': '3' };
  const [asked = 0] = await pausesAt(0);
  expect(asked).toBeGreaterThan(2500);
  expect(asked).toBeLessThanOrEqual(3000);
});
