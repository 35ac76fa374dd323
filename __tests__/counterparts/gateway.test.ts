import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AthenaClient, BatchGetQueryExecutionCommand, GetQueryExecutionCommand, GetQueryResultsCommand, GetTableMetadataCommand, GetWorkGroupCommand, StartQueryExecutionCommand, StopQueryExecutionCommand } from '@aws-sdk/client-athena';
import { DeleteObjectsCommand, GetObjectCommand, HeadObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { writeLogObject } from './demo-table.js';
import { duckDbBackend } from './duckdb-backend.js';
import { athenaError, type Fault, type Gateway, onCall, startGateway } from './gateway.js';
import { cloudTrailTable } from './hive-table.js';

const LOGS = 's3://trail/AWSLogs/';
const DAY = 'AWSLogs/111122223333/CloudTrail/eu-west-1/2026/10';
const faults: Fault[] = [];
let root: string;
let gateway: Gateway;
let athena: AthenaClient;
let s3: S3Client;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'gateway-'));
  await mkdir(join(root, 'results'));
  for (const [day, count] of [['05', 2], ['06', 3]] as const) {
    const records = Array.from({ length: count }, (_, index) => ({
      eventID: `event-${day}-${index}`, eventTime: `2026-10-${day}T08:00:00Z`, eventSource: 'iam.amazonaws.com', eventName: 'CreateUser', readOnly: false, requestParameters: { userName: "it's" },
      userIdentity: { type: 'IAMUser', sessionContext: { sessionIssuer: { userName: 'deployer' } } }, resources: [{ ARN: 'arn:aws:iam::1:user/a' }, { ARN: 'arn:aws:iam::1:user/b' }], errorCode: index === 0 ? null : '',
    }));
    await writeLogObject(join(root, `trail/${DAY}/${day}/111122223333_CloudTrail_eu-west-1_202610${day}T0805Z_a.json.gz`), records);
  }
  await mkdir(join(root, `trail/${DAY}/07`), { recursive: true });
  await writeFile(join(root, `trail/${DAY}/07/broken.json.gz`), 'no gzip');
  const backend = await duckDbBackend({ root, tables: [cloudTrailTable({ database: 'audit', name: 'trail', layout: 'projected', logs: LOGS })] });
  gateway = await startGateway({ backend, root, faults, workgroups: { audit: { output: 's3://results/audit/' }, enforced: { output: 's3://results/enforced/', enforced: true } } });
  const client = { region: 'eu-west-1', endpoint: gateway.url, credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'none' }, maxAttempts: 1 };
  athena = new AthenaClient(client);
  s3 = new S3Client(client);
});

afterAll(async () => {
  athena.destroy();
  s3.destroy();
  await gateway.close();
  await rm(root, { recursive: true, force: true });
});

const started = async (sql: string, more: object = {}): Promise<string> => {
  const { QueryExecutionId = '' } = await athena.send(new StartQueryExecutionCommand({ QueryString: sql, WorkGroup: 'audit', QueryExecutionContext: { Database: 'audit' }, ...more }));
  return QueryExecutionId;
};

const ended = async (id: string) => {
  for (;;) {
    const { QueryExecution } = await athena.send(new GetQueryExecutionCommand({ QueryExecutionId: id }));
    if (!['QUEUED', 'RUNNING'].includes(QueryExecution?.Status?.State ?? '')) return QueryExecution;
  }
};

const rowsOf = async (sql: string) => {
  const id = await started(sql);
  const { State, StateChangeReason } = (await ended(id))?.Status ?? {};
  if (State !== 'SUCCEEDED') throw new Error(`${State}: ${StateChangeReason}`);
  const { ResultSet } = await athena.send(new GetQueryResultsCommand({ QueryExecutionId: id }));
  return ResultSet?.Rows?.map(({ Data }) => Data?.map(({ VarCharValue }) => VarCharValue));
};

const WINDOW = `"timestamp" BETWEEN '2026/10/05' AND '2026/10/06'`;

describe('Athena, as its clients see it', () => {
  it('runs SQL over the log objects of the partitions asked for, the header first and NULL as nothing', async () => {
    const sql = `SELECT eventid, errorcode, useridentity.sessioncontext.sessionissuer.username AS issuer, array_join(transform(resources, r -> r.arn), ' ') AS arns, readonly, json_extract_scalar(requestparameters, '$.userName') AS who, count(*) OVER () AS n
      FROM "audit"."trail" WHERE "timestamp" = '2026/10/05' ORDER BY eventid`;
    expect(await rowsOf(sql)).toEqual([
      ['eventid', 'errorcode', 'issuer', 'arns', 'readonly', 'who', 'n'],
      ['event-05-0', undefined, 'deployer', 'arn:aws:iam::1:user/a arn:aws:iam::1:user/b', 'false', "it's", '2'],
      ['event-05-1', '', 'deployer', 'arn:aws:iam::1:user/a arn:aws:iam::1:user/b', 'false', "it's", '2'],
    ]);
  });

  it('knows a row’s log object and its partition', async () => {
    expect(await rowsOf(`SELECT DISTINCT account, region, "$path" FROM "audit"."trail" WHERE "timestamp" = '2026/10/05'`)).toContainEqual(['111122223333', 'eu-west-1', `${LOGS}111122223333/CloudTrail/eu-west-1/2026/10/05/111122223333_CloudTrail_eu-west-1_20261005T0805Z_a.json.gz`]);
  });

  it('counts the bytes of the objects that the partitions let through', async () => {
    const { size } = await stat(join(root, `trail/${DAY}/05/111122223333_CloudTrail_eu-west-1_20261005T0805Z_a.json.gz`));
    const execution = await ended(await started(`SELECT count(*) AS n FROM "audit"."trail" WHERE "timestamp" = '2026/10/05'`));
    expect(execution?.Statistics?.DataScannedInBytes).toBe(size);
    expect(execution?.EngineVersion?.EffectiveEngineVersion).toBe('Athena engine version 3');
  });

  it('fails the whole query for one unreadable object, and reads the others once it is left out', async () => {
    const failed = await ended(await started(`SELECT count(*) AS n FROM "audit"."trail" WHERE "timestamp" >= '2026/10/05'`));
    expect(failed?.Status).toMatchObject({ State: 'FAILED', AthenaError: { ErrorCategory: 2 } });
    const path = /s3:\/\/\S+?\.gz/.exec(failed?.Status?.StateChangeReason ?? '')?.[0];
    expect(path).toBe(`s3://trail/${DAY}/07/broken.json.gz`);
    expect(await rowsOf(`SELECT count(*) AS n FROM "audit"."trail" WHERE "timestamp" >= '2026/10/05' AND "$path" NOT IN ('${path}')`)).toEqual([['n'], ['5']]);
  });

  it('pages results', async () => {
    const id = await started(`SELECT eventid FROM "audit"."trail" WHERE ${WINDOW} ORDER BY eventid`);
    await ended(id);
    const pages: (string | undefined)[][] = [];
    let NextToken: string | undefined;
    do {
      const page = await athena.send(new GetQueryResultsCommand({ QueryExecutionId: id, MaxResults: 4, ...(NextToken === undefined ? {} : { NextToken }) }));
      pages.push((page.ResultSet?.Rows ?? []).map(({ Data }) => Data?.[0]?.VarCharValue));
      NextToken = page.NextToken;
    } while (NextToken !== undefined);
    expect(pages).toEqual([['eventid', 'event-05-0', 'event-05-1', 'event-06-0'], ['event-06-1', 'event-06-2']]);
  });

  it('writes the result as an object: values quoted, NULL nothing, the empty text ""', async () => {
    const execution = await ended(await started(`SELECT eventid, errorcode, '"' AS q FROM "audit"."trail" WHERE "timestamp" = '2026/10/05' ORDER BY eventid`));
    const [, Bucket, Key] = /^s3:\/\/([^/]+)\/(.+)$/.exec(execution?.ResultConfiguration?.OutputLocation ?? '') ?? [];
    expect(Key).toMatch(/^audit\/.*\.csv$/);
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
    expect(await Body?.transformToString()).toBe('"eventid","errorcode","q"\n"event-05-0",,""""\n"event-05-1","",""""\n');
  });

  it('gives one token one execution, and refuses another statement under it', async () => {
    const ClientRequestToken = 'a'.repeat(40);
    const first = await started('SELECT 1 AS x', { ClientRequestToken });
    expect(await started('SELECT 1 AS x', { ClientRequestToken })).toBe(first);
    await expect(started('SELECT 2 AS x', { ClientRequestToken })).rejects.toMatchObject({ name: 'InvalidRequestException', AthenaErrorCode: 'IDEMPOTENT_PARAMETER_MISMATCH' });
  });

  it('stages a table as Parquet and drops it, its objects left', async () => {
    const make = `CREATE TABLE "audit"."stage" WITH (format = 'PARQUET', external_location = 's3://results/stage/1/') AS SELECT eventid, "$path" AS source_file FROM "audit"."trail" WHERE ${WINDOW}`;
    expect((await ended(await started(make)))?.Status?.State).toBe('SUCCEEDED');
    expect(await rowsOf('SELECT count(*) AS n FROM "audit"."stage"')).toEqual([['n'], ['5']]);
    expect((await ended(await started(make.replace('"stage"', '"other"'))))?.Status?.StateChangeReason).toMatch(/^HIVE_PATH_ALREADY_EXISTS/);
    expect((await ended(await started('DROP TABLE IF EXISTS `audit`.`stage`')))?.Status?.State).toBe('SUCCEEDED');
    expect(await readdir(join(root, 'results/stage/1'))).toHaveLength(1);
    expect((await ended(await started('SELECT 1 AS x FROM "audit"."stage"')))?.Status?.AthenaError?.ErrorType).toBe(1301);
  });

  it('chooses a table’s place itself in a workgroup that enforces one', async () => {
    const make = `CREATE TABLE "audit"."placed" WITH (format = 'PARQUET') AS SELECT 1 AS x`;
    const id = await started(make, { WorkGroup: 'enforced' });
    expect((await ended(id))?.Status?.State).toBe('SUCCEEDED');
    expect(await readdir(join(root, `results/enforced/tables/${id}`))).toHaveLength(1);
    const refused = await started(make.replace('WITH (', "WITH (external_location = 's3://results/other/', "), { WorkGroup: 'enforced' });
    expect((await ended(refused))?.Status?.State).toBe('FAILED');
  });

  it('refuses what is no SQL before it makes an execution', async () => {
    await expect(started('SELEKT 1')).rejects.toMatchObject({ AthenaErrorCode: 'MALFORMED_QUERY' });
    await expect(started('SELECT a FROM (SELECT 1')).rejects.toMatchObject({ AthenaErrorCode: 'MALFORMED_QUERY' });
  });

  it('tells many executions in one call, and stops one', async () => {
    const ids = [await started('SELECT 1 AS x'), await started('SELECT 2 AS x')];
    await athena.send(new StopQueryExecutionCommand({ QueryExecutionId: ids[1] }));
    const { QueryExecutions, UnprocessedQueryExecutionIds } = await athena.send(new BatchGetQueryExecutionCommand({ QueryExecutionIds: [...ids, 'none'] }));
    expect(QueryExecutions?.map(({ QueryExecutionId }) => QueryExecutionId)).toEqual(ids);
    expect(UnprocessedQueryExecutionIds?.map(({ QueryExecutionId }) => QueryExecutionId)).toEqual(['none']);
  });

  it('describes the table and the workgroup', async () => {
    const { TableMetadata } = await athena.send(new GetTableMetadataCommand({ CatalogName: 'AwsDataCatalog', DatabaseName: 'audit', TableName: 'trail' }));
    expect(TableMetadata?.PartitionKeys?.map(({ Name }) => Name)).toEqual(['account', 'region', 'timestamp']);
    expect(TableMetadata?.Parameters).toMatchObject({ location: LOGS, 'projection.enabled': 'true' });
    await expect(athena.send(new GetTableMetadataCommand({ CatalogName: 'AwsDataCatalog', DatabaseName: 'audit', TableName: 'none' }))).rejects.toMatchObject({ name: 'MetadataException' });
    const { WorkGroup } = await athena.send(new GetWorkGroupCommand({ WorkGroup: 'audit' }));
    expect(WorkGroup?.Configuration).toMatchObject({ EnforceWorkGroupConfiguration: false, ResultConfiguration: { OutputLocation: 's3://results/audit/' } });
  });

  it('lets a fault answer in its place', async () => {
    faults.push(onCall('StartQueryExecution', () => athenaError('TooManyRequestsException', 'slow down', { Reason: 'CONCURRENT_QUERY_LIMIT_EXCEEDED' }), 1));
    await expect(started('SELECT 3 AS x')).rejects.toMatchObject({ name: 'TooManyRequestsException', Reason: 'CONCURRENT_QUERY_LIMIT_EXCEEDED' });
    await expect(started('SELECT 3 AS x')).resolves.toBeDefined();
  });
});

describe('S3, as its clients see it', () => {
  it('lists keys in order, by pages, and folders as prefixes', async () => {
    const { Contents, CommonPrefixes } = await s3.send(new ListObjectsV2Command({ Bucket: 'trail', Prefix: `${DAY}/`, Delimiter: '/' }));
    expect([Contents, CommonPrefixes?.map(({ Prefix }) => Prefix)]).toEqual([undefined, [`${DAY}/05/`, `${DAY}/06/`, `${DAY}/07/`]]);
    const first = await s3.send(new ListObjectsV2Command({ Bucket: 'trail', Prefix: 'AWSLogs/1111', MaxKeys: 2 }));
    expect([first.KeyCount, first.IsTruncated]).toEqual([2, true]);
    const second = await s3.send(new ListObjectsV2Command({ Bucket: 'trail', Prefix: 'AWSLogs/1111', ContinuationToken: first.NextContinuationToken }));
    expect(second.Contents?.map(({ Key, Size }) => [Key, Size])).toEqual([[`${DAY}/07/broken.json.gz`, 7]]);
    expect((await s3.send(new ListObjectsV2Command({ Bucket: 'trail', Prefix: 'AWSLogs/', Delimiter: '/' }))).CommonPrefixes).toEqual([{ Prefix: 'AWSLogs/111122223333/' }]);
  });

  it('keeps what is put, streams too, gives ranges of it and deletes it', async () => {
    await s3.send(new PutObjectCommand({ Bucket: 'results', Key: 'a/b c&.txt', Body: 'hello' }));
    await s3.send(new PutObjectCommand({ Bucket: 'results', Key: 'a/stream', Body: Readable.from(['one', 'two']), ContentLength: 6 }));
    expect(await (await s3.send(new GetObjectCommand({ Bucket: 'results', Key: 'a/stream' }))).Body?.transformToString()).toBe('onetwo');
    const part = await s3.send(new GetObjectCommand({ Bucket: 'results', Key: 'a/b c&.txt', Range: 'bytes=1-' }));
    expect([await part.Body?.transformToString(), part.ContentRange]).toEqual(['ello', 'bytes 1-4/5']);
    expect((await s3.send(new HeadObjectCommand({ Bucket: 'results', Key: 'a/b c&.txt' }))).ContentLength).toBe(5);
    expect((await s3.send(new ListObjectsV2Command({ Bucket: 'results', Prefix: 'a/' }))).Contents?.map(({ Key }) => Key)).toEqual(['a/b c&.txt', 'a/stream']);
    await s3.send(new DeleteObjectsCommand({ Bucket: 'results', Delete: { Objects: [{ Key: 'a/b c&.txt' }, { Key: 'a/stream' }], Quiet: true } }));
    await expect(s3.send(new GetObjectCommand({ Bucket: 'results', Key: 'a/b c&.txt' }))).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(s3.send(new ListObjectsV2Command({ Bucket: 'nowhere' }))).rejects.toMatchObject({ name: 'NoSuchBucket' });
  });

  it('tells which calls came', () => {
    expect(gateway.requests.some(({ service, operation, input }) => service === 's3' && operation === 'PutObject' && input['Key'] === 'a/stream')).toBe(true);
  });
});
