/**
 * Writes a bench archive: `events` CloudTrail records in `files` gz objects, in CloudTrail's own layout, over October 2026. Deterministic.
 * The mix is what busy serverless accounts hold: three quarters reads and invocations, some 8 % writes, a few failures.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const ACCOUNTS = ['111122223333', '444455556666'];
const REGIONS = ['eu-west-1', 'us-east-1', 'eu-central-1'];
const hex = (n, width) => n.toString(16).padStart(width, '0');

function mulberry(seed) {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const SHAPES = [
  { weight: 30, source: 'lambda.amazonaws.com', name: 'Invoke', data: true, parameters: (k) => ({ functionName: `arn:aws:lambda:${k.region}:${k.account}:function:shop-${k.pick(40)}`, invocationType: 'Event' }) },
  { weight: 12, source: 's3.amazonaws.com', name: 'GetObject', data: true, read: true, parameters: (k) => ({ bucketName: `shop-data-${k.pick(8)}`, Host: `shop-data-${k.pick(8)}.s3.amazonaws.com`, key: `orders/2026/10/${k.pick(90000)}.json` }) },
  { weight: 14, source: 'sts.amazonaws.com', name: 'AssumeRole', read: true, parameters: (k) => ({ roleArn: `arn:aws:iam::${k.account}:role/shop-role-${k.pick(30)}`, roleSessionName: `shop-session-${k.pick(5000)}`, durationSeconds: 3600 }) },
  { weight: 14, source: 'kms.amazonaws.com', name: 'Decrypt', read: true, parameters: (k) => ({ encryptionContext: { 'aws:lambda:FunctionArn': `arn:aws:lambda:${k.region}:${k.account}:function:shop-${k.pick(40)}` }, encryptionAlgorithm: 'SYMMETRIC_DEFAULT' }) },
  { weight: 10, source: 'ec2.amazonaws.com', name: 'DescribeInstances', read: true, parameters: () => ({ instancesSet: {}, filterSet: {} }) },
  { weight: 6, source: 'ssm.amazonaws.com', name: 'GetParameter', read: true, parameters: (k) => ({ name: `/shop/prod/setting-${k.pick(50)}`, withDecryption: true }) },
  { weight: 5, source: 'logs.amazonaws.com', name: 'CreateLogStream', parameters: (k) => ({ logGroupName: `/aws/lambda/shop-${k.pick(40)}`, logStreamName: `2026/10/01/[$LATEST]${hex(k.pick(1e9), 32)}` }) },
  { weight: 4, source: 'dynamodb.amazonaws.com', name: 'DescribeTable', read: true, parameters: (k) => ({ tableName: `shop-table-${k.pick(12)}` }) },
  { weight: 2, source: 'lambda.amazonaws.com', name: 'UpdateFunctionCode20150331v2', parameters: (k) => ({ functionName: `shop-${k.pick(40)}`, publish: false, dryRun: false }) },
  { weight: 1, source: 'ec2.amazonaws.com', name: 'AuthorizeSecurityGroupIngress', parameters: (k) => ({ groupId: `sg-${hex(k.pick(1e6), 17)}`, ipPermissions: { items: [{ ipProtocol: 'tcp', fromPort: 443, toPort: 443, ipRanges: { items: [{ cidrIp: `10.${k.pick(250)}.0.0/16` }] } }] } }) },
  { weight: 1, source: 'iam.amazonaws.com', name: 'AttachRolePolicy', global: true, parameters: (k) => ({ roleName: `shop-role-${k.pick(30)}`, policyArn: 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess' }) },
  { weight: 1, source: 's3.amazonaws.com', name: 'GetBucketPolicy', read: true, error: 'AccessDenied', parameters: (k) => ({ bucketName: `shop-data-${k.pick(8)}` }) },
];
const TOTAL_WEIGHT = SHAPES.reduce((sum, shape) => sum + shape.weight, 0);

function choose(random) {
  let left = random() * TOTAL_WEIGHT;
  return SHAPES.find((shape) => (left -= shape.weight) < 0) ?? SHAPES[0];
}

function record(random, serial, account, fileRegion, time) {
  const shape = choose(random);
  const region = shape.global ? 'us-east-1' : fileRegion;
  const k = { account, region, pick: (n) => Math.floor(random() * n) };
  const role = `shop-role-${k.pick(30)}`;
  const session = `shop-session-${k.pick(5000)}`;
  return {
    eventVersion: '1.11',
    userIdentity: {
      type: 'AssumedRole',
      principalId: `AROA${hex(k.pick(30), 16).toUpperCase()}:${session}`,
      arn: `arn:aws:sts::${account}:assumed-role/${role}/${session}`,
      accountId: account,
      accessKeyId: `ASIA${hex(k.pick(5000), 16).toUpperCase()}`,
      sessionContext: {
        sessionIssuer: { type: 'Role', principalId: `AROA${hex(k.pick(30), 16).toUpperCase()}`, arn: `arn:aws:iam::${account}:role/${role}`, accountId: account, userName: role },
        attributes: { creationDate: `${time.slice(0, 11)}00:00:00Z`, mfaAuthenticated: 'false' },
      },
    },
    eventTime: time,
    eventSource: shape.source,
    eventName: shape.name,
    awsRegion: region,
    sourceIPAddress: `10.${k.pick(4)}.${k.pick(250)}.${k.pick(250)}`,
    userAgent: 'aws-sdk-nodejs/3.1162.0 os/linux lang/js md/nodejs#24.19.0 api/lambda#3.1162.0 exec-env/AWS_Lambda_nodejs24.x',
    ...(shape.error ? { errorCode: shape.error, errorMessage: `User: arn:aws:sts::${account}:assumed-role/${role}/${session} is not authorized` } : {}),
    requestParameters: shape.parameters(k),
    responseElements: shape.read || shape.error ? null : { requestId: hex(k.pick(2 ** 32), 32) },
    requestID: `${hex(k.pick(2 ** 32), 8)}-0000-4000-8000-${hex(serial, 12)}`,
    eventID: `${hex(serial % 2 ** 32, 8)}-1111-4111-8111-${hex(k.pick(2 ** 32), 12)}`,
    readOnly: Boolean(shape.read),
    ...(shape.data ? { resources: [{ accountId: account, type: 'AWS::Lambda::Function', ARN: `arn:aws:lambda:${region}:${account}:function:shop-${k.pick(40)}` }] } : {}),
    eventType: 'AwsApiCall',
    managementEvent: !shape.data,
    recipientAccountId: account,
    eventCategory: shape.data ? 'Data' : 'Management',
    tlsDetails: { tlsVersion: 'TLSv1.3', cipherSuite: 'TLS_AES_128_GCM_SHA256', clientProvidedHostHeader: shape.source },
  };
}

export async function generateBenchLogs(folder, { events, files, seed = 20261001 }) {
  const random = mulberry(seed);
  const perFile = Math.ceil(events / files);
  let serial = 0;
  for (let index = 0; index < files; index += 1) {
    const account = ACCOUNTS[index % ACCOUNTS.length];
    const region = REGIONS[index % REGIONS.length];
    const seconds = Math.floor((index / files) * 31 * 86_400);
    const start = Date.UTC(2026, 9, 1) + seconds * 1000;
    const stamp = new Date(start).toISOString();
    const day = stamp.slice(0, 10).replaceAll('-', '/');
    const records = [];
    for (let n = 0; n < perFile && serial < events; n += 1, serial += 1) {
      const time = new Date(Math.min(start + Math.floor(random() * 900) * 1000, Date.UTC(2026, 10, 1) - 1000)).toISOString().replace('.000Z', 'Z');
      records.push(record(random, serial, account, region, time));
    }
    const name = `${account}_CloudTrail_${region}_${stamp.slice(0, 16).replaceAll(/[-:]/g, '')}Z_${hex(index, 16)}.json.gz`;
    const target = path.join(folder, 'AWSLogs', account, 'CloudTrail', region, day);
    await mkdir(target, { recursive: true });
    await writeFile(path.join(target, name), gzipSync(JSON.stringify({ Records: records }), { level: 6 }));
  }
}
