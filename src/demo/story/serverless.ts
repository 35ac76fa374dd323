import { type Caller, githubSession, GITHUB_RUNNER, inConsole, inSession, issued, roleArn, roleSession, service, through } from '../callers.js';
import { ADA, ARTIFACTS_BUCKET, BEN, functionArn, PROD, PROD_IRELAND } from '../company.js';
import type { Call } from '../record.js';
import type { Scene } from '../scene.js';
import { invocation, triggered } from '../workloads.js';
import { codeOf, INFRASTRUCTURE, signInFromGitHub, WEBHOOK_STACK } from './deployments.js';

/** webhook-retry, which the stack made in the middle of the month, and the queue it reads. */
const RETRY = functionArn(PROD_IRELAND, 'webhook-retry');
const QUEUE = `arn:aws:sqs:eu-west-1:${PROD}:webhook-failures`;
const MAPPING = '1f6a3c0e-2b47-4d18-8e55-6f0c9b7d2a14';

/** It runs in the role of webhook-receiver, as the stack says. */
const retrying = roleSession({ account: PROD, roleName: 'webhook-receiver-role', sessionName: 'webhook-retry', startedAt: '2026-10-16T09:30:58Z' });
const asRetry: Caller = inSession(retrying, { ip: '10.20.14.8', agent: 'aws-sdk-js/3.893.0 ua/2.1 os/linux#5.10 lang/js md/nodejs#22.20.0 exec-env/AWS_Lambda_nodejs22.x' });

const SIGNING = `arn:aws:lambda:eu-west-1:${PROD}:code-signing-config:csc-0d4518bd353a0a7c6`;
function signing(at: string, caller: Caller, untrusted: 'Warn' | 'Enforce'): Call {
  const codeSigningPolicies = { untrustedArtifactOnDeployment: untrusted };
  return {
    ...PROD_IRELAND, at, source: 'lambda', name: 'UpdateCodeSigningConfig', caller,
    request: { codeSigningConfigArn: SIGNING, codeSigningPolicies },
    response: { codeSigningConfig: { codeSigningConfigId: 'csc-0d4518bd353a0a7c6', codeSigningConfigArn: SIGNING, allowedPublishers: { signingProfileVersionArns: [`arn:aws:signer:eu-west-1:${PROD}:/signing-profiles/shop/nYAxgAMb4R`] }, codeSigningPolicies, lastModified: at } },
  };
}

/** Lambda tells of it by itself, whether or not a trail selects anything. */
const mappingStopped: Call = {
  ...PROD_IRELAND, at: '2026-10-28T14:13:10Z', source: 'lambda', name: 'LambdaESMDisabled', isData: true,
  caller: { identity: { accountId: PROD, invokedBy: 'lambda.amazonaws.com' }, ip: 'lambda.amazonaws.com', agent: 'lambda.amazonaws.com', console: false },
  resources: [
    { arn: RETRY, type: 'AWS::Lambda::Function' },
    { arn: `arn:aws:lambda:eu-west-1:${PROD}:event-source-mapping:${MAPPING}`, type: 'AWS::Lambda::EventSourceMapping' },
    { arn: QUEUE, type: 'AWS::SQS::Queue' },
  ],
  fields: { eventType: 'AwsServiceEvent', serviceEventDetails: { ESMDisableReason: 'Lambda Function not found' } },
};

const REPAIRED_AT = '2026-10-29T08:20:05Z';
const repairing = inSession(githubSession(PROD, REPAIRED_AT), GITHUB_RUNNER);
const byStack = through('cloudformation', repairing);

export const SERVERLESS: readonly Scene[] = [
  {
    name: 'unexpected-invoker',
    sentence: 'The new function webhook-retry calls orders-api itself, twice; only API Gateway is expected to.',
    calls: [
      { ...PROD_IRELAND, at: retrying.startedAt, source: 'sts', name: 'AssumeRole', caller: service('lambda'), reads: true, request: { roleArn: roleArn(retrying), roleSessionName: retrying.sessionName }, response: issued(retrying), resources: [{ arn: roleArn(retrying), type: 'AWS::IAM::Role' }] },
      ...['2026-10-16T09:31:20Z', '2026-10-16T09:37:04Z'].map((at): Call => ({ at, ...invocation(PROD_IRELAND, 'orders-api', asRetry) })),
    ],
    shownBy: { 'INV-02': [1, 2], 'INV-04': [1, 2] },
    absentFrom: ['INV-05', 'AUTH-05'],
  },
  {
    name: 'orders-throttled',
    sentence: 'On the first day of the sale more orders come than orders-api may take at once; two calls of API Gateway are throttled.',
    calls: ['2026-10-31T11:00:12Z', '2026-10-31T11:00:13Z'].map((at): Call => ({
      at, ...triggered(PROD_IRELAND, 'orders-api', { service: 'apigateway', sourceArn: `arn:aws:execute-api:eu-west-1:${PROD}:3c8y72vp6f/prod/POST/orders` }),
      error: { code: 'TooManyRequestsException', message: 'Rate Exceeded.' },
    })),
    shownBy: { 'INV-07': 'all', 'ERR-02': 'all' },
    absentFrom: ['INV-04'],
  },
  {
    name: 'code-signing-relaxed',
    sentence: 'Lambda only warns of unsigned code from now on, so that a layer nobody signed can be attached; the next morning it refuses such code again.',
    calls: [signing('2026-10-22T10:21:47Z', inConsole(ADA, PROD, '2026-10-22'), 'Warn'), signing('2026-10-23T08:05:30Z', inConsole(ADA, PROD, '2026-10-23'), 'Enforce')],
    shownBy: { 'LAM-06': 'all', 'CHG-01': 'all', 'CHG-02': 'all' },
  },
  {
    name: 'function-deleted',
    sentence: 'A developer deletes webhook-retry, which he takes for a leftover. Lambda stops reading its queue; the next morning the pipeline makes the function again and the queue is read.',
    calls: [
      { ...PROD_IRELAND, at: '2026-10-28T14:12:30Z', source: 'lambda', name: 'DeleteFunction20150331', caller: inConsole(BEN, PROD, '2026-10-28'), request: { functionName: 'webhook-retry' } },
      mappingStopped,
      signInFromGitHub(REPAIRED_AT, INFRASTRUCTURE),
      { ...PROD_IRELAND, at: '2026-10-29T08:20:33Z', source: 'cloudformation', name: 'ExecuteChangeSet', caller: repairing, request: { changeSetName: 'release-221', stackName: WEBHOOK_STACK } },
      {
        ...PROD_IRELAND, at: '2026-10-29T08:20:51Z', source: 'lambda', name: 'CreateFunction20150331', caller: byStack,
        request: { functionName: 'webhook-retry', runtime: 'nodejs22.x', role: roleArn(retrying), handler: 'retry.handler', code: { s3Bucket: ARTIFACTS_BUCKET, s3Key: 'webhook-retry/221.zip' }, timeout: 30, memorySize: 256, publish: false },
        response: { functionName: 'webhook-retry', functionArn: RETRY, role: roleArn(retrying), codeSha256: codeOf('webhook-retry 221'), version: '$LATEST' },
      },
      {
        ...PROD_IRELAND, at: '2026-10-29T08:21:12Z', source: 'lambda', name: 'UpdateEventSourceMapping20150331', caller: byStack,
        request: { uUID: MAPPING, functionName: 'webhook-retry', enabled: true },
        response: { uUID: MAPPING, functionArn: RETRY, eventSourceArn: QUEUE, state: 'Enabling' },
      },
    ],
    shownBy: { 'LAM-07': [0], 'CHG-03': [0], 'CHG-07': [0], 'CHG-06': [3], 'ESM-02': [1], 'PRIV-05': [2], 'LAM-01': [4], 'LAM-03': [4], 'ESM-01': [5], 'CHG-01': [0, 3, 4, 5], 'CHG-02': [0] },
  },
];
