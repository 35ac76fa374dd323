import { type Caller, inConsole, inSession, issued, iamUser, onCommandLine, roleArn, roleSession } from '../callers.js';
import { ADA, ADA_AT_HOME, ASSETS_BUCKET, BEN, BROWSER, DAN, DATA, DATA_GLOBAL, DATA_IRELAND, EVA, LOG_BUCKET, PROD, PROD_GLOBAL, PROD_IRELAND } from '../company.js';
import { STOPPED } from '../interruptions.js';
import { objectCall } from '../noise.js';
import type { Call } from '../record.js';
import type { Scene } from '../scene.js';

export const TRAIL = `arn:aws:cloudtrail:eu-west-1:${PROD}:trail/shop-prod-trail`;
const publicPolicy = { Version: '2012-10-17', Statement: [{ Sid: 'Campaign', Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: `arn:aws:s3:::${ASSETS_BUCKET}/*` }] };
const GUARD = { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true };

const GROUP = 'sg-0a1b2c3d4e5f60718';
const RULE = 'sgr-0f1e2d3c4b5a69788';
const opened = { ipProtocol: 'tcp', fromPort: 22, toPort: 22, groups: {}, ipRanges: { items: [{ cidrIp: '0.0.0.0/0' }] }, ipv6Ranges: {}, prefixListIds: {} };

const EMERGENCY_AT = '2026-10-23T21:04:12Z';
const emergency = roleSession({ account: PROD, roleName: 'BreakGlassAdmin', sessionName: 'INC-2047', startedAt: EMERGENCY_AT, sourceIdentity: ADA.email });
const inEmergency: Caller = inSession(emergency, { ip: ADA_AT_HOME, agent: 'aws-cli/2.31.4 md/awscrt#0.28.4 ua/2.1 os/macos#25.0.0 lang/python#3.13.7' });
const emergencyCall = (at: string, source: string, name: string, request: Call['request'], reads = false): Call => ({ ...PROD_IRELAND, at, source, name, caller: inEmergency, request: request ?? null, reads });

export const HUGO = 'hugo.marin';
export const HUGOS_KEY = 'AKIAEXAMPLEHUGO00001';
export const hugo = iamUser(PROD, HUGO, { ip: '203.0.113.201', agent: BROWSER, console: { since: '2026-10-26T09:02:31Z', mfa: true } });

export const INCIDENTS: readonly Scene[] = [
  {
    name: 'break-glass',
    sentence: 'At night the emergency role BreakGlassAdmin is taken for incident INC-2047, and four things are done with it.',
    calls: [
      { ...PROD_IRELAND, at: EMERGENCY_AT, source: 'sts', name: 'AssumeRole', caller: onCommandLine(ADA, PROD, '2026-10-23', 'sts.assume-role', '2026-10-23T20:58:40Z'), reads: true, request: { roleArn: roleArn(emergency), roleSessionName: 'INC-2047', sourceIdentity: ADA.email, durationSeconds: 3600 }, response: { ...issued(emergency), sourceIdentity: ADA.email }, resources: [{ arn: roleArn(emergency), type: 'AWS::IAM::Role' }] },
      emergencyCall('2026-10-23T21:06:40Z', 'lambda', 'PutFunctionConcurrency20171031', { functionName: 'checkout', reservedConcurrentExecutions: 0 }),
      emergencyCall('2026-10-23T21:09:02Z', 'dynamodb', 'UpdateTable', { tableName: 'orders', billingMode: 'PAY_PER_REQUEST' }),
      emergencyCall('2026-10-23T21:31:15Z', 'lambda', 'DeleteFunctionConcurrency20171031', { functionName: 'checkout' }),
      emergencyCall('2026-10-23T21:40:48Z', 'dynamodb', 'DescribeTable', { tableName: 'orders' }, true),
    ],
    shownBy: { 'PRIV-03': [0, -1], 'CHG-03': [1, 2, 3], 'CHG-01': [1, 2, 3], 'LAM-02': [1, 3] },
    absentFrom: ['CHG-02'],
  },
  {
    name: 'trail-stopped',
    sentence: 'A person stops the trail of shop-prod for four hours and starts it again. Nothing of that account is recorded in between, in any region.',
    calls: [
      { ...PROD_IRELAND, at: STOPPED.from, source: 'cloudtrail', name: 'StopLogging', caller: onCommandLine(ADA, PROD, '2026-10-21', 'cloudtrail.stop-logging'), request: { name: TRAIL } },
      { ...PROD_IRELAND, at: STOPPED.to, source: 'cloudtrail', name: 'StartLogging', caller: onCommandLine(ADA, PROD, '2026-10-21', 'cloudtrail.start-logging'), request: { name: TRAIL } },
    ],
    shownBy: { 'LOG-02': 'all', 'CHG-05': [1], 'CHG-01': 'all' },
  },
  {
    name: 'public-bucket',
    sentence: `The guard of the bucket ${ASSETS_BUCKET} is removed and everyone may read it; both are put right 40 minutes later.`,
    calls: [
      { ...PROD_IRELAND, at: '2026-10-16T14:20:05Z', source: 's3', name: 'DeleteBucketPublicAccessBlock', caller: inConsole(BEN, PROD, '2026-10-16'), request: { bucketName: ASSETS_BUCKET, publicAccessBlock: '' } },
      { ...PROD_IRELAND, at: '2026-10-16T14:21:33Z', source: 's3', name: 'PutBucketPolicy', caller: inConsole(BEN, PROD, '2026-10-16'), request: { bucketName: ASSETS_BUCKET, policy: '', bucketPolicy: publicPolicy } },
      { ...PROD_IRELAND, at: '2026-10-16T14:59:47Z', source: 's3', name: 'DeleteBucketPolicy', caller: inConsole(EVA, PROD, '2026-10-16'), request: { bucketName: ASSETS_BUCKET, policy: '' } },
      { ...PROD_IRELAND, at: '2026-10-16T15:00:05Z', source: 's3', name: 'PutBucketPublicAccessBlock', caller: inConsole(EVA, PROD, '2026-10-16'), request: { bucketName: ASSETS_BUCKET, publicAccessBlock: '', PublicAccessBlockConfiguration: GUARD } },
    ],
    shownBy: { 'DATA-01': [1, 2], 'DATA-02': [0], 'DATA-03': [1], 'CHG-01': 'all', 'CHG-02': 'all' },
  },
  {
    name: 'ssh-open-to-everyone',
    sentence: 'A security group lets everyone in on port 22; the rule is taken away after 18 minutes.',
    calls: [
      {
        ...PROD_IRELAND, at: '2026-10-27T11:32:00Z', source: 'ec2', name: 'AuthorizeSecurityGroupIngress', caller: inConsole(BEN, PROD, '2026-10-27'), request: { groupId: GROUP, ipPermissions: { items: [opened] } },
        response: { requestId: '0b1f5c9e-7a31-4c0e-9d21-51c2f0a7b601', _return: true, securityGroupRuleSet: { items: [{ groupOwnerId: PROD, groupId: GROUP, securityGroupRuleId: RULE, isEgress: false, ipProtocol: 'tcp', fromPort: 22, toPort: 22, cidrIpv4: '0.0.0.0/0' }] } },
      },
      { ...PROD_IRELAND, at: '2026-10-27T11:50:00Z', source: 'ec2', name: 'RevokeSecurityGroupIngress', caller: inConsole(BEN, PROD, '2026-10-27'), request: { groupId: GROUP, ipPermissions: {}, securityGroupRuleIds: { items: [{ securityGroupRuleId: RULE }] } }, response: { _return: true } },
    ],
    shownBy: { 'NET-01': 'all', 'NET-02': [0], 'CHG-03': 'all', 'CHG-01': 'all', 'CHG-02': 'all' },
  },
  {
    name: 'self-granted-admin',
    sentence: 'The contractor hugo.marin attaches AdministratorAccess to himself and makes himself an access key; both are taken away two hours later.',
    calls: [
      { ...PROD_GLOBAL, at: '2026-10-26T09:15:20Z', source: 'iam', name: 'AttachUserPolicy', caller: hugo, request: { userName: HUGO, policyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' } },
      { ...PROD_GLOBAL, at: '2026-10-26T09:18:07Z', source: 'iam', name: 'CreateAccessKey', caller: hugo, request: { userName: HUGO }, response: { accessKey: { accessKeyId: HUGOS_KEY, status: 'Active', userName: HUGO, createDate: 'Oct 26, 2026, 9:18:07 AM' } } },
      { ...PROD_GLOBAL, at: '2026-10-26T11:12:54Z', source: 'iam', name: 'DetachUserPolicy', caller: inConsole(EVA, PROD, '2026-10-26'), request: { userName: HUGO, policyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' } },
      { ...PROD_GLOBAL, at: '2026-10-26T11:13:30Z', source: 'iam', name: 'DeleteAccessKey', caller: inConsole(EVA, PROD, '2026-10-26'), request: { userName: HUGO, accessKeyId: HUGOS_KEY } },
    ],
    shownBy: { 'IAM-02': [0, 2], 'IAM-03': [0], 'IAM-06': [1, 3], 'CHG-01': 'all', 'CHG-02': 'all' },
  },
  {
    name: 'outside-approved-regions',
    sentence: 'A bucket and a table are made in us-east-1, which the shop has not approved for its data.',
    calls: [
      { ...DATA_GLOBAL, at: '2026-10-28T13:30:14Z', source: 's3', name: 'CreateBucket', caller: onCommandLine(DAN, DATA, '2026-10-28', 's3api.create-bucket'), request: { bucketName: 'example-shop-scratch-us', Host: 'example-shop-scratch-us.s3.amazonaws.com' } },
      { ...DATA_GLOBAL, at: '2026-10-28T13:34:50Z', source: 'dynamodb', name: 'CreateTable', caller: onCommandLine(DAN, DATA, '2026-10-28', 'dynamodb.create-table'), request: { tableName: 'scratch', billingMode: 'PAY_PER_REQUEST' }, response: { tableDescription: { tableName: 'scratch', tableStatus: 'CREATING' } } },
    ],
    shownBy: { 'RES-01': 'all', 'CHG-01': 'all' },
  },
  {
    name: 'log-archive-touched',
    sentence: 'A person reads an object of the log archive, and its lifecycle is set to delete after 400 days.',
    calls: [
      { ...DATA_IRELAND, at: '2026-10-12T12:40:22Z', ...objectCall('GetObject', LOG_BUCKET, `AWSLogs/${PROD}/CloudTrail/eu-west-1/2026/10/12/${PROD}_CloudTrail_eu-west-1_20261012T1105Z_EXAMPLE.json.gz`, onCommandLine(EVA, DATA, '2026-10-12', 's3.cp')) },
      { ...DATA_IRELAND, at: '2026-10-12T12:55:08Z', source: 's3', name: 'PutBucketLifecycle', caller: inConsole(ADA, DATA, '2026-10-12'), request: { bucketName: LOG_BUCKET, lifecycle: '', LifecycleConfiguration: { Rule: { ID: 'delete-old-logs', Status: 'Enabled', Filter: { Prefix: 'AWSLogs/' }, Expiration: { Days: 400 } } } } },
    ],
    shownBy: { 'LOG-04': 'all', 'DATA-01': [1], 'CHG-01': [1], 'CHG-02': [1] },
  },
];
