import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { cloudTrailClient } from '../../src/aws/clients.js';
import { connectAws } from '../../src/aws/session.js';
import { trailsText } from '../../src/check-trails.js';
import { ACCOUNT, asOwner, motoUrl, putAsOwner, StrictMoto } from './moto-account.js';

const REGION = 'us-east-1';
let aws: StrictMoto;

/** A call in CloudTrail's JSON protocol as the account's owner. */
async function trailCall(operation: string, input: object): Promise<void> {
  const answer = await fetch(motoUrl(), {
    method: 'POST',
    headers: { authorization: `AWS4-HMAC-SHA256 Credential=owner/20261102/${REGION}/cloudtrail/aws4_request, SignedHeaders=host, Signature=0`, 'x-amz-target': `com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.${operation}`, 'content-type': 'application/x-amz-json-1.1' },
    body: JSON.stringify(input),
  });
  if (!answer.ok) throw new Error(`${operation}: ${answer.status} ${await answer.text()}`);
}

async function roleThatMay(actions: readonly string[]): Promise<string> {
  const name = `asks-${actions.length}`;
  await asOwner('iam', 'CreateRole', { RoleName: name, AssumeRolePolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [] }), MaxSessionDuration: '3600' });
  await asOwner('iam', 'PutRolePolicy', { RoleName: name, PolicyName: 'asks', PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] }) });
  return `arn:aws:iam::${ACCOUNT}:role/${name}`;
}

/** What a check says of event selectors, as a role that may do this. (moto refuses in XML what was asked in JSON, so a refusal is played by the loopback gateway.) */
async function told(actions: readonly string[]): Promise<readonly string[]> {
  aws = new StrictMoto();
  await aws.start();
  process.env['AWS_ENDPOINT_URL'] = aws.url;
  const session = await connectAws({ roleToAssume: await roleThatMay(actions), region: REGION, roleSessionName: 'evidence', roleDurationSeconds: 900, allowedAccountIds: [ACCOUNT], profile: null }, {
    env: { ACTIONS_ID_TOKEN_REQUEST_URL: 'http://127.0.0.1/token', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'bearer' },
    oidcToken: () => Promise.resolve(`eyJhbGciOiJSUzI1NiJ9.${Buffer.from(JSON.stringify({ sub: 'repo:o@1/r@2:ref:refs/heads/main' })).toString('base64url')}.signature`),
    mask: () => undefined, now: () => new Date(), wait: () => Promise.resolve(),
  });
  return trailsText({ clientOf: (region) => cloudTrailClient({ ...session, region }), region: REGION, account: ACCOUNT, bucket: 'trail-bucket' });
}

beforeAll(async () => {
  await putAsOwner('/trail-bucket', '');
  await trailCall('CreateTrail', { Name: 'main', S3BucketName: 'trail-bucket', IsMultiRegionTrail: true });
  await trailCall('PutEventSelectors', { TrailName: 'main', EventSelectors: [{ ReadWriteType: 'All', IncludeManagementEvents: true, DataResources: [{ Type: 'AWS::Lambda::Function', Values: ['arn:aws:lambda'] }] }] });
});
afterEach(async () => {
  delete process.env['AWS_ENDPOINT_URL'];
  await aws.stop();
});

test('a role that may ask is told what each trail records', async () => {
  expect((await told(['cloudtrail:DescribeTrails', 'cloudtrail:GetEventSelectors']))[0]).toBe('main (us-east-1, all regions, writes these logs): management events; data events of AWS::Lambda::Function');
});
