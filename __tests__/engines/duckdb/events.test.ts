import { describe, expect, it } from '@jest/globals';
import { EVENT_COLUMNS } from '../../../src/pack/event-columns.js';
import { record, type LogRecord, type ResultRow, withLogs } from './loaded-logs.js';

const A = '111122223333';
const role = (roleName: string, session: string, more: LogRecord = {}, context: LogRecord = {}): LogRecord => ({
  userIdentity: {
    type: 'AssumedRole', principalId: `AROAEXAMPLE:${session}`, arn: `arn:aws:sts::${A}:assumed-role/${roleName}/${session}`, accountId: A, accessKeyId: 'ASIAEXAMPLE',
    sessionContext: { sessionIssuer: { type: 'Role', arn: `arn:aws:iam::${A}:role/${roleName}`, userName: roleName }, attributes: { mfaAuthenticated: 'false', creationDate: '2026-10-05T09:00:00Z' }, ...context },
  },
  ...more,
});
const identity = (userIdentity: LogRecord, more: LogRecord = {}): LogRecord => ({ userIdentity, ...more });
const signIn = (more: LogRecord): LogRecord => ({ eventSource: 'signin.amazonaws.com', eventName: 'ConsoleLogin', eventType: 'AwsConsoleSignIn', responseElements: { ConsoleLogin: 'Success' }, ...more });
const failed = (errorCode: string | undefined, errorMessage?: string): LogRecord => ({ errorCode, errorMessage });

/** A record by what is told of it, and what its event says then. */
const EVENTS: [string, LogRecord, ResultRow][] = [
  // Who
  ['an IAM user', {}, { actor_type: 'IAMUser', actor_class: 'person', actor_name: 'ada', mfa: null }],
  ['root', identity({ type: 'Root', principalId: A, arn: `arn:aws:iam::${A}:root`, accountId: A }), { actor_class: 'root', actor_name: 'root' }],
  ['root with an account alias for a name', identity({ type: 'Root', userName: 'shop' }), { actor_class: 'root', actor_name: 'root' }],
  ['a role of a program', role('Deploy', 'GitHubActions'), { actor_class: 'workload', actor_name: 'Deploy/GitHubActions', role_name: 'Deploy', session_name: 'GitHubActions', role_arn: `arn:aws:iam::${A}:role/Deploy`, session_started: '2026-10-05T09:00:00Z', mfa: 'false' }],
  ['a role taken with MFA: somebody', role('Admin', 'grace', {}, { attributes: { mfaAuthenticated: 'true', creationDate: '20261005T090000Z' } }), { actor_class: 'person', mfa: 'true', session_started: '2026-10-05T09:00:00Z' }],
  ['a role used in the console: somebody', role('Admin', 'grace', { sessionCredentialFromConsole: 'true' }), { actor_class: 'person', console: 'true' }],
  ['single sign-on', role('AWSReservedSSO_Admin_0123456789abcdef', 'grace@example.com'), { actor_class: 'person', actor_name: 'grace@example.com', role_name: 'AWSReservedSSO_Admin_0123456789abcdef', permission_set: 'Admin' }],
  ['a permission set with a name like a suffix', role('AWSReservedSSO_Ops_Team_0123456789abcdef_0123456789abcdef', 'grace@example.com'), { permission_set: 'Ops_Team_0123456789abcdef' }],
  ['a role that only looks like one of Identity Center’s', role('AWSReservedSSO_Admin', 'grace'), { actor_class: 'person', permission_set: null }],
  ['a role of that name in the middle', role('My_AWSReservedSSO_Admin_0123456789abcdef', 'grace'), { actor_class: 'workload', permission_set: null }],
  ['a service-linked role', role('AWSServiceRoleForAutoScaling', 'AutoScaling'), { actor_class: 'aws-service' }],
  ['an AWS service', identity({ type: 'AWSService', invokedBy: 'lambda.amazonaws.com' }), { actor_class: 'aws-service', actor_name: 'lambda.amazonaws.com', invoked_by: 'lambda.amazonaws.com' }],
  ['an event of a service, without a caller', identity({ accountId: A, invokedBy: 'AWS Internal' }, { eventType: 'AwsServiceEvent', eventSource: 'kms.amazonaws.com', eventName: 'RotateKey' }), { actor_class: 'aws-service', actor_name: 'AWS Internal' }],
  ['nobody in particular', identity({ type: 'AWSAccount', principalId: '', accountId: 'ANONYMOUS_PRINCIPAL' }), { actor_class: 'anonymous', actor_name: 'anonymous' }],
  ['another account', identity({ type: 'AWSAccount', principalId: 'AIDAOTHER', accountId: '444455556666' }), { actor_class: 'unknown', actor_name: 'account 444455556666', actor_account_id: '444455556666' }],
  ['a web identity', identity({ type: 'WebIdentityUser', principalId: 'oidc', userName: 'repo:shop/api', identityProvider: 'token.actions.githubusercontent.com' }), { actor_class: 'workload', federated_provider: 'token.actions.githubusercontent.com', actor_name: 'repo:shop/api' }],
  ['a person of Identity Center', identity({ type: 'IdentityCenterUser', onBehalfOf: { userId: 'u-1' } }), { actor_class: 'person', actor_name: 'u-1', on_behalf_of: 'u-1' }],
  ['a user name that AWS withheld', identity({ type: 'IAMUser', userName: 'HIDDEN_DUE_TO_SECURITY_REASONS' }), { actor_name: 'HIDDEN_DUE_TO_SECURITY_REASONS' }],
  ['no identity at all', { userIdentity: undefined }, { actor_type: null, actor_class: 'unknown', actor_name: null }],
  // Which login
  ['a sign-in with MFA', signIn({ additionalEventData: { MFAUsed: 'Yes' } }), { mfa: 'true', console: 'true', outcome: 'success' }],
  ['a sign-in without MFA', signIn({ additionalEventData: { MFAUsed: 'No' } }), { mfa: 'false' }],
  ['a sign-in that does not say', signIn({ additionalEventData: null }), { mfa: null }],
  ['a source identity', role('Admin', 's', {}, { sourceIdentity: 'grace' }), { source_identity: 'grace' }],
  // From where
  ['a browser on a user’s call', { userAgent: 'Mozilla/5.0 (X11)' }, { console: 'true' }],
  ['a browser without a user', identity({ type: 'AWSService' }, { userAgent: 'Mozilla/5.0 (X11)' }), { console: 'false' }],
  ['the old console’s user agent', { userAgent: 'console.amazonaws.com' }, { console: 'true' }],
  ['a command line', { userAgent: 'aws-cli/2.0' }, { console: 'false', user_agent: 'aws-cli/2.0' }],
  ['the bucket console', { userAgent: '[S3Console/0.4, aws-internal/3]' }, { console: 'true' }],
  // With what
  ['a command line or an SDK', { userAgent: 'aws-cli/2.0' }, { tool: 'sdk-cli' }],
  ['no user agent', { userAgent: null }, { tool: 'sdk-cli' }],
  ['Terraform', { userAgent: 'APN/1.0 HashiCorp/1.0 Terraform/1.9.8 aws-sdk-go-v2/1.32' }, { tool: 'terraform' }],
  ['OpenTofu', { userAgent: 'OpenTofu/1.8 aws-sdk-go-v2/1.32' }, { tool: 'terraform' }],
  ['CDK', { userAgent: 'aws-sdk-js/3.6 aws-cdk/2.160' }, { tool: 'cdk' }],
  ['the console', { userAgent: 'Mozilla/5.0 (X11)' }, { tool: 'console' }],
  ['the console, by what stands behind its pages', identity({ type: 'IAMUser', userName: 'ada', invokedBy: 'signin.amazonaws.com' }, { userAgent: 'aws-internal/3' }), { tool: 'console', console: 'false' }],
  ['CloudFormation for a user', identity({ type: 'IAMUser', userName: 'ada', invokedBy: 'cloudformation.amazonaws.com' }), { tool: 'cloudformation' }],
  ['CloudFormation, by its user agent', { userAgent: 'cloudformation.amazonaws.com' }, { tool: 'cloudformation' }],
  ['CloudFormation and Terraform at once', { userAgent: 'cloudformation.amazonaws.com Terraform/1.9' }, { tool: 'terraform' }],
  ['a service for a user', identity({ type: 'IAMUser', userName: 'ada', invokedBy: 'athena.amazonaws.com' }), { tool: 'aws-service' }],
  ['AWS itself for a user', identity({ type: 'IAMUser', userName: 'ada', invokedBy: 'AWS Internal' }, { userAgent: 'aws-cli/2.0' }), { tool: 'sdk-cli' }],
  ['a service of its own accord', identity({ type: 'AWSService', invokedBy: 'lambda.amazonaws.com' }), { tool: 'aws-service' }],
  ['a service-linked role with a browser’s user agent', role('AWSServiceRoleForSupport', 's', { userAgent: 'Mozilla/5.0' }), { tool: 'aws-service' }],
  // How it went
  ['a call that went well', {}, { outcome: 'success', error_code: null }],
  ['a refusal', failed('AccessDenied'), { outcome: 'denied', error_code: 'AccessDenied' }],
  ['a refusal in EC2’s words', failed('Client.UnauthorizedOperation'), { outcome: 'denied' }],
  ['an exception by its long name', failed('AccessDeniedException'), { outcome: 'denied' }],
  ['throttling', failed('ThrottlingException'), { outcome: 'throttled' }],
  ['throttling in EC2’s words', failed('Client.RequestLimitExceeded'), { outcome: 'throttled' }],
  ['another error', failed('NoSuchBucket'), { outcome: 'failed' }],
  ['a dry run', failed('Client.DryRunOperation'), { outcome: 'failed' }],
  ['a message without a code', failed(undefined, 'it went wrong'), { outcome: 'failed', error_message: 'it went wrong' }],
  ['an empty code', failed(''), { outcome: 'success', error_code: null }],
  ['a failed sign-in', signIn({ responseElements: { ConsoleLogin: 'Failure' }, errorMessage: 'Failed authentication' }), { outcome: 'failed' }],
  // What
  ['a name without a suffix', { eventName: 'RunInstances' }, { event_name: 'RunInstances', event_name_raw: 'RunInstances' }],
  ['a dated name', { eventName: 'CreateFunction20150331' }, { event_name: 'CreateFunction', event_name_raw: 'CreateFunction20150331' }],
  ['a dated name with a version', { eventName: 'UpdateFunctionCode20150331v2' }, { event_name: 'UpdateFunctionCode' }],
  ['CloudFront’s dated name', { eventName: 'CreateDistribution2020_05_31' }, { event_name: 'CreateDistribution' }],
  ['a number that is a version, not a date', { eventName: 'ListObjectsV2' }, { event_name: 'ListObjectsV2' }],
  ['a source in capitals', { eventSource: 'IAM.amazonaws.com' }, { event_source: 'iam.amazonaws.com' }],
  ['a read', { eventName: 'GetRole', readOnly: true }, { read_only: 'true' }],
  ['an old read that does not say', { eventName: 'DescribeTrails', readOnly: undefined }, { read_only: 'true' }],
  ['an old change that does not say', { eventName: 'PutRolePolicy', readOnly: undefined }, { read_only: 'false' }],
  // On what
  ['the ARN of a resource', { resources: [{ ARN: 'arn:aws:s3:::one' }, { ARN: 'arn:aws:s3:::two' }], requestParameters: { bucketName: 'one' } }, { resource: 'arn:aws:s3:::one', resource_arns: 'arn:aws:s3:::one\narn:aws:s3:::two' }],
  ['a parameter, where resources name no ARN', { resources: [{ type: 'AWS::Lambda::Function' }], requestParameters: { functionName: 'orders' } }, { resource: 'orders', resource_arns: null }],
  ['a later parameter, where an earlier one is withheld or no text', { requestParameters: { functionName: 'HIDDEN_DUE_TO_SECURITY_REASONS', bucketName: { a: 1 }, roleName: 'deployer' } }, { resource: 'deployer' }],
  ['a parameter within a list', { requestParameters: { instancesSet: { items: [{ instanceId: 'i-1' }, { instanceId: 'i-2' }] } } }, { resource: 'i-1' }],
  ['a parameter that names it', { requestParameters: { userName: 'bob', policyArn: 'arn:aws:iam::aws:policy/X' } }, { resource: 'bob', resource_arns: null }],
  ['a nested parameter', { requestParameters: { instancesSet: { items: [{ instanceId: 'i-1' }] } } }, { resource: 'i-1' }],
  ['a parameter that is an object', { requestParameters: { name: { deep: 1 }, id: 7 } }, { resource: '7' }],
  ['a resource without an ARN', { resources: [{ type: 'x' }], requestParameters: { functionName: 'orders' } }, { resource: 'orders' }],
  ['no parameters', { requestParameters: null }, { resource: null, request_parameters: null }],
  // Which kind
  ['a management event', {}, { event_category: 'management' }],
  ['a data event', { eventCategory: 'Data' }, { event_category: 'data' }],
  ['a network event', { eventCategory: 'NetworkActivity' }, { event_category: 'network' }],
  ['an insight', { eventCategory: 'Insight', eventType: 'AwsCloudTrailInsight' }, { event_category: 'insight' }],
  ['an old data event', { eventCategory: undefined, managementEvent: false }, { event_category: 'data' }],
  ['an older one, which says nothing', { eventCategory: undefined, managementEvent: undefined, eventSource: 's3.amazonaws.com', eventName: 'GetObject' }, { event_category: 'data' }],
  ['an old management event of the same service', { eventCategory: undefined, managementEvent: undefined, eventSource: 's3.amazonaws.com', eventName: 'CreateBucket' }, { event_category: 'management' }],
  // When and where
  ['a time', {}, { event_time: '2026-10-05T10:00:00Z', event_day: '2026-10-05', account_id: A, region: 'us-east-1' }],
  ['a time with fractions', { eventTime: '2026-10-05T10:00:00.123Z' }, { event_time: '2026-10-05T10:00:00Z' }],
  ['a time as other tools write it', { eventTime: '2026-10-05 10:00:00' }, { event_time: '2026-10-05T10:00:00Z' }],
  ['no account: the one the path names', { recipientAccountId: undefined }, { account_id: A }],
  ['no region', { awsRegion: undefined }, { region: 'unknown' }],
  // Text as it is
  ['text of attackers', { userAgent: '=1+1|@org/team #1 ![](http://x/y)<script>\u202e\u0000"\'; DROP TABLE events --' }, { user_agent: '=1+1|@org/team #1 ![](http://x/y)<script>\u202e\u0000"\'; DROP TABLE events --' }],
];

/** One load for the whole table: the records are in one file, a row each. */
describe('what an event says of its record', () => {
  const path = `AWSLogs/${A}/CloudTrail/eu-west-1/2026/10/05/a.json`;
  const records = EVENTS.map(([, more], index) => record(`id-${index}`, more));
  const all = withLogs({ [path]: records }, ({ rows }) => rows(`SELECT ${EVENT_COLUMNS.join(', ')} FROM events`));

  it.each(EVENTS.map(([name, , expected], index) => [name, index, expected] as const))('%s', async (_name, index, expected) => {
    const row = (await all).find(({ event_id: id }) => id === `id-${index}`);
    expect(row).toMatchObject({ ...expected, source_file: path });
  });

  it('has a row for each', async () => {
    expect(await all).toHaveLength(EVENTS.length);
  });
});

describe('changes of trails', () => {
  it('are found where they succeeded, in the order of time', async () => {
    const cloudtrail = (eventName: string, more: LogRecord = {}): LogRecord => ({ eventSource: 'cloudtrail.amazonaws.com', eventName, requestParameters: { name: 'main' }, awsRegion: 'eu-west-1', ...more });
    const records = [
      record('3', cloudtrail('StartLogging', { eventTime: '2026-10-05T14:00:00Z' })), record('1', cloudtrail('StopLogging')), record('2', cloudtrail('StopLogging', { errorCode: 'AccessDenied' })),
      record('4', cloudtrail('PutEventSelectors', { requestParameters: { trailName: 'arn:x' }, eventTime: '2026-10-06T00:00:00Z' })), record('5', cloudtrail('DescribeTrails')), record('6', { eventName: 'StopLogging' }),
    ];
    await withLogs({ 'a.json': records }, ({ loaded }) => {
      expect(loaded.trailChanges.map(({ eventId, eventName, trail }) => [eventId, eventName, trail])).toEqual([['1', 'StopLogging', 'main'], ['3', 'StartLogging', 'main'], ['4', 'PutEventSelectors', 'arn:x']]);
    });
  });
});
