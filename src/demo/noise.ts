import { type Caller, inConsole, type Json, service, serviceLinked } from './callers.js';
import { DAY_MS, HOUR_MS, instant, isWeekend } from './calendar.js';
import {
  ADA, ASSETS_BUCKET, BEN, CHIARA, DAN, DATA_FRANKFURT, DATA_GLOBAL, DATA_IRELAND, EVA, EXPORTS_BUCKET, FUNCTIONS, type LambdaFunction, LOG_BUCKET, type Person,
  type Place, PROD_FRANKFURT, PROD_GLOBAL, PROD_IRELAND, UPLOADS_BUCKET,
} from './company.js';
import { Dice } from './dice.js';
import type { Call } from './record.js';
import { asFunction, roleTaken, triggered } from './workloads.js';

/** Calls of one kind that come all the time: how many a day, and when. */
interface Stream extends Place {
  readonly weekday: number;
  readonly weekend: number;
  readonly hours: keyof typeof HOURS;
  readonly call: (dice: Dice, at: number) => Omit<Call, 'at' | 'account' | 'region'>;
}

/** From, to, in hours UTC. The team works in Europe. */
const HOURS = { always: [0, 24], shop: [5, 23], office: [7, 16] } as const;

/** What happens every day and means nothing: most of any archive. */
export function noiseOf(day: string): readonly Call[] {
  return [...STREAMS.flatMap((stream, index) => streamed(stream, day, index)), ...FUNCTIONS.flatMap((one) => rolesTaken(one, day)), ...everyQuarter(day)];
}

function streamed(stream: Stream, day: string, index: number): Call[] {
  const dice = new Dice(`noise ${day} ${index}`);
  const usual = isWeekend(day) ? stream.weekend : stream.weekday;
  const count = Math.round(usual * (0.9 + dice.fraction() * 0.2));
  const [from, to] = HOURS[stream.hours];
  return Array.from({ length: count }, () => {
    const at = Math.floor((Date.parse(day) + (from + dice.fraction() * (to - from)) * HOUR_MS) / 1000) * 1000;
    return { account: stream.account, region: stream.region, at: instant(at), ...stream.call(dice, at) };
  });
}

function rolesTaken(one: LambdaFunction, day: string): Call[] {
  const start = Date.parse(day);
  return Array.from({ length: DAY_MS / (2 * HOUR_MS) }, (_, index) => roleTaken(one, start + index * 2 * HOUR_MS));
}

/** EventBridge starts stock-sync four times an hour. */
function everyQuarter(day: string): Call[] {
  return Array.from({ length: 96 }, (_, index) => ({
    at: instant(Date.parse(day) + index * (HOUR_MS / 4)),
    ...triggered(PROD_IRELAND, 'stock-sync', { service: 'events', sourceArn: 'arn:aws:events:eu-west-1:111122223333:rule/stock-sync' }),
  }));
}

function named(name: string): LambdaFunction {
  const found = FUNCTIONS.find((one) => one.name === name);
  if (found === undefined) throw new Error(`There is no function ${name}.`);
  return found;
}

const CONFIG = (place: Place, at: number): Caller => serviceLinked(place.account, 'AWSServiceRoleForConfig', 'config', instant(Math.floor(at / HOUR_MS) * HOUR_MS));
const read = (source: string, name: string, caller: Caller, request: Record<string, Json> | null = null): Omit<Call, 'at' | 'account' | 'region'> => ({ source, name, caller, reads: true, request });

/** Functions at work: their logs, keys, parameters, secrets, tables. */
function functionAtWork(place: Place, names: readonly string[]): Stream['call'] {
  return (dice, at) => {
    const one = named(dice.pick(names));
    const caller = asFunction(one, at);
    const logGroup = `/aws/lambda/${one.name}`;
    const key = `arn:aws:kms:${place.region}:${place.account}:key/5c1f2a10-7d3e-4b1a-9c55-0e8d2f6a4b01`;
    const throw100 = dice.whole(100);
    if (throw100 < 38) {
      return { source: 'logs', name: 'CreateLogStream', caller, request: { logGroupName: logGroup, logStreamName: `${instant(at).slice(0, 10).replaceAll('-', '/')}/[$LATEST]${dice.uuid().replaceAll('-', '')}` } };
    }
    if (throw100 < 68) {
      return { ...read('kms', 'Decrypt', caller, { encryptionContext: { 'aws:lambda:FunctionArn': `arn:aws:lambda:${place.region}:${place.account}:function:${one.name}` }, encryptionAlgorithm: 'SYMMETRIC_DEFAULT' }), resources: [{ arn: key, type: 'AWS::KMS::Key' }] };
    }
    if (throw100 < 82) return read('ssm', 'GetParameter', caller, { name: `/shop/${one.name}/config`, withDecryption: false });
    if (throw100 < 92) return read('secretsmanager', 'GetSecretValue', caller, { secretId: `arn:aws:secretsmanager:${place.region}:${place.account}:secret:shop/${one.name}-a1B2c3` });
    return read('dynamodb', 'DescribeTable', caller, { tableName: 'orders' });
  };
}

/** Config, Trusted Advisor and their like looking at everything, and finding that some of it is not there. */
function inventory(place: Place, buckets: readonly string[]): Stream['call'] {
  return (dice, at) => {
    const caller = CONFIG(place, at);
    const bucketName = dice.pick(buckets);
    const throw10 = dice.whole(10);
    if (throw10 === 0) return { ...read('s3', 'GetBucketPolicy', caller, { bucketName }), error: { code: 'NoSuchBucketPolicy', message: 'The bucket policy does not exist' } };
    if (throw10 < 4) return read('s3', dice.pick(['GetBucketAcl', 'GetBucketVersioning', 'GetBucketEncryption', 'GetBucketPublicAccessBlock']), caller, { bucketName });
    if (throw10 < 6) return read('ec2', dice.pick(['DescribeSecurityGroups', 'DescribeVpcs', 'DescribeSubnets', 'DescribeNetworkAcls']), caller, {});
    if (throw10 < 8) return read('lambda', dice.pick(['ListFunctions20150331', 'GetPolicy20150331v2', 'ListTags20170331']), caller, {});
    return read('dynamodb', dice.pick(['ListTables', 'DescribeTimeToLive']), caller, {});
  };
}

/** Somebody of the team clicking about, changing nothing. */
function looking(place: Place, people: readonly Person[]): Stream['call'] {
  return (dice, at) => {
    const caller = inConsole(dice.pick(people), place.account, instant(at).slice(0, 10));
    const [source = '', name = ''] = dice.pick(['lambda ListFunctions20150331', 'lambda GetFunction20150331v2', 'logs DescribeLogGroups', 'logs FilterLogEvents', 'monitoring DescribeAlarms', 'monitoring GetMetricData', 's3 ListBuckets', 'cloudformation DescribeStacks', 'dynamodb ListTables', 'sqs ListQueues', 'apigateway GetApis', 'cloudtrail LookupEvents']).split(' ');
    return read(source, name, caller, name.startsWith('GetFunction') ? { functionName: 'checkout' } : null);
  };
}

function lookingAtIdentities(place: Place, people: readonly Person[]): Stream['call'] {
  return (dice, at) => {
    const [source = '', name = ''] = dice.pick(['iam ListUsers', 'iam ListRoles', 'iam GetAccountSummary', 'iam GetRole', 'organizations DescribeOrganization', 'health DescribeEventAggregates']).split(' ');
    return read(source, name, inConsole(dice.pick(people), place.account, instant(at).slice(0, 10)));
  };
}

const API = 'arn:aws:execute-api:eu-west-1:111122223333:3c8y72vp6f/prod';
const STREAMS: readonly Stream[] = [
  { ...PROD_IRELAND, weekday: 240, weekend: 290, hours: 'always', call: () => triggered(PROD_IRELAND, 'orders-api', { service: 'apigateway', sourceArn: `${API}/POST/orders` }) },
  { ...PROD_IRELAND, weekday: 130, weekend: 160, hours: 'shop', call: () => triggered(PROD_IRELAND, 'checkout', { service: 'apigateway', sourceArn: `${API}/POST/checkout` }) },
  { ...PROD_IRELAND, weekday: 110, weekend: 70, hours: 'shop', call: () => triggered(PROD_IRELAND, 'image-resizer', { service: 's3', sourceArn: `arn:aws:s3:::${UPLOADS_BUCKET}` }) },
  { ...PROD_IRELAND, weekday: 330, weekend: 330, hours: 'always', call: functionAtWork(PROD_IRELAND, ['orders-api', 'checkout', 'image-resizer', 'stock-sync', 'webhook-receiver']) },
  { ...PROD_IRELAND, weekday: 110, weekend: 110, hours: 'always', call: inventory(PROD_IRELAND, [UPLOADS_BUCKET, ASSETS_BUCKET]) },
  { ...PROD_IRELAND, weekday: 130, weekend: 0, hours: 'office', call: looking(PROD_IRELAND, [ADA, BEN, CHIARA, EVA]) },
  { ...PROD_IRELAND, weekday: 40, weekend: 40, hours: 'always', call: (dice, at) => ({ ...read('dynamodb', 'DescribeTable', asFunction(named('stock-sync'), at), { tableName: 'stock' }), ...(dice.whole(8) === 0 ? { error: { code: 'ThrottlingException', message: 'Rate exceeded' } } : {}) }) },
  { ...PROD_FRANKFURT, weekday: 70, weekend: 80, hours: 'shop', call: () => triggered(PROD_FRANKFURT, 'returns-api', { service: 'apigateway', sourceArn: 'arn:aws:execute-api:eu-central-1:111122223333:7k2m9qp4ds/prod/POST/returns' }) },
  { ...PROD_FRANKFURT, weekday: 90, weekend: 90, hours: 'always', call: functionAtWork(PROD_FRANKFURT, ['returns-api']) },
  { ...PROD_FRANKFURT, weekday: 40, weekend: 40, hours: 'always', call: inventory(PROD_FRANKFURT, ['example-shop-returns']) },
  { ...PROD_GLOBAL, weekday: 45, weekend: 45, hours: 'always', call: (_, at) => read('iam', 'GetAccountAuthorizationDetails', CONFIG(PROD_GLOBAL, at), {}) },
  { ...PROD_GLOBAL, weekday: 40, weekend: 0, hours: 'office', call: lookingAtIdentities(PROD_GLOBAL, [ADA, EVA]) },
  { ...DATA_IRELAND, weekday: 130, weekend: 110, hours: 'always', call: functionAtWork(DATA_IRELAND, ['warehouse-loader', 'exports-writer']) },
  { ...DATA_IRELAND, weekday: 60, weekend: 60, hours: 'always', call: inventory(DATA_IRELAND, [LOG_BUCKET, EXPORTS_BUCKET]) },
  { ...DATA_IRELAND, weekday: 45, weekend: 0, hours: 'office', call: looking(DATA_IRELAND, [ADA, DAN, EVA]) },
  { ...DATA_IRELAND, weekday: 70, weekend: 70, hours: 'always', call: (dice, at) => objectCall('PutObject', LOG_BUCKET, `AWSLogs/111122223333/CloudTrail/eu-west-1/${instant(at).slice(0, 10).replaceAll('-', '/')}/${dice.uuid()}.json.gz`, service('cloudtrail')) },
  { ...DATA_IRELAND, weekday: 12, weekend: 12, hours: 'always', call: (dice, at) => objectCall('PutObject', EXPORTS_BUCKET, `exports/${instant(at).slice(0, 10)}/${dice.uuid()}.parquet`, asFunction(named('exports-writer'), at)) },
  { ...DATA_FRANKFURT, weekday: 30, weekend: 14, hours: 'shop', call: inventory(DATA_FRANKFURT, ['example-shop-warehouse-copy']) },
  // Nobody looks at identities at the weekend: days that only digests account for.
  { ...DATA_GLOBAL, weekday: 22, weekend: 0, hours: 'office', call: lookingAtIdentities(DATA_GLOBAL, [ADA, EVA]) },
  { ...PROD_IRELAND, weekday: 24, weekend: 12, hours: 'shop', call: () => triggered(PROD_IRELAND, 'webhook-receiver', { service: 'apigateway', sourceArn: `${API}/POST/webhooks` }) },
  { ...DATA_IRELAND, weekday: 6, weekend: 6, hours: 'always', call: () => triggered(DATA_IRELAND, 'exports-writer', { service: 'events', sourceArn: 'arn:aws:events:eu-west-1:444455556666:rule/exports' }) },
];

export function objectCall(name: string, bucketName: string, key: string, caller: Caller): Omit<Call, 'at' | 'account' | 'region'> {
  return {
    source: 's3',
    name,
    caller,
    isData: true,
    reads: name === 'GetObject',
    request: { bucketName, Host: `${bucketName}.s3.eu-west-1.amazonaws.com`, key },
    resources: [{ arn: `arn:aws:s3:::${bucketName}/${key}`, type: 'AWS::S3::Object' }, { arn: `arn:aws:s3:::${bucketName}`, type: 'AWS::S3::Bucket' }],
  };
}
