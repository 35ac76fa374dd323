import { inConsole, onCommandLine, service } from '../callers.js';
import { instant, workingDays } from '../calendar.js';
import { ADA, BEN, CHIARA, DATA_IRELAND, functionArn, PROD, PROD_IRELAND, UPLOADS_BUCKET } from '../company.js';
import type { Call } from '../record.js';
import type { Scene } from '../scene.js';
import { invocation, triggered } from '../workloads.js';

const ben = (day: string): Call['caller'] => inConsole(BEN, PROD, day);
const ada = (day: string): Call['caller'] => inConsole(ADA, PROD, day);

function configured(at: string, functionName: string, caller: Call['caller'], change: NonNullable<Call['request']>): Call {
  const arn = functionArn(PROD_IRELAND, functionName);
  return {
    ...PROD_IRELAND, at, source: 'lambda', name: 'UpdateFunctionConfiguration20150331v2', caller,
    request: { functionName: arn, environment: {}, ...change },
    response: { functionName, functionArn: arn, role: `arn:aws:iam::${PROD}:role/${functionName}-role`, ...change },
  };
}

/** Days EventBridge starts the nightly report: all of them. */
const nights = Array.from({ length: 31 }, (_, index): Call => ({ at: instant(Date.parse('2026-10-01T02:00:00Z') + index * 86_400_000), ...triggered(PROD_IRELAND, 'nightly-report', { service: 'events', sourceArn: `arn:aws:events:eu-west-1:${PROD}:rule/nightly-report` }) }));
const byHand = invocation(PROD_IRELAND, 'nightly-report', onCommandLine(CHIARA, PROD, '2026-10-15', 'lambda.invoke'));
const API = `arn:aws:execute-api:eu-west-1:${PROD}:3c8y72vp6f/prod`;
const URL_FUNCTION = functionArn(PROD_IRELAND, 'webhook-receiver');

export const FUNCTION_SCENES: readonly Scene[] = [
  {
    name: 'configuration-by-hand',
    sentence: 'A developer gives orders-api more memory and time, in the console.',
    calls: [configured('2026-10-09T13:11:30Z', 'orders-api', ben('2026-10-09'), { memorySize: 1024, timeout: 29 })],
    shownBy: { 'LAM-02': 'all', 'CHG-01': 'all', 'CHG-02': 'all' },
  },
  {
    name: 'role-swapped',
    sentence: 'The execution role of nightly-report is swapped for a wider one.',
    calls: [configured('2026-10-15T14:02:44Z', 'nightly-report', ben('2026-10-15'), { role: `arn:aws:iam::${PROD}:role/reporting-all-tables` })],
    shownBy: { 'LAM-03': 'all', 'LAM-02': 'all', 'CHG-02': 'all' },
  },
  {
    name: 'function-made-public',
    sentence: 'webhook-receiver gets a function URL anyone may call; both the permission and the URL are taken back 26 minutes later.',
    calls: [
      { ...PROD_IRELAND, at: '2026-10-20T12:15:00Z', source: 'lambda', name: 'CreateFunctionUrlConfig', caller: ben('2026-10-20'), request: { functionName: URL_FUNCTION, authType: 'NONE', cors: { allowOrigins: ['*'] } }, response: { functionUrl: 'https://k3xample7url.lambda-url.eu-west-1.on.aws/', functionArn: URL_FUNCTION, authType: 'NONE' } },
      { ...PROD_IRELAND, at: '2026-10-20T12:15:02Z', source: 'lambda', name: 'AddPermission20150331v2', caller: ben('2026-10-20'), request: { functionName: URL_FUNCTION, statementId: 'FunctionURLAllowPublicAccess', action: 'lambda:InvokeFunctionUrl', principal: '*', functionUrlAuthType: 'NONE' }, response: { statement: `{"Sid":"FunctionURLAllowPublicAccess","Effect":"Allow","Principal":"*","Action":"lambda:InvokeFunctionUrl","Resource":"${URL_FUNCTION}","Condition":{"StringEquals":{"lambda:FunctionUrlAuthType":"NONE"}}}` } },
      { ...PROD_IRELAND, at: '2026-10-20T12:41:10Z', source: 'lambda', name: 'RemovePermission20150331v2', caller: ada('2026-10-20'), request: { functionName: URL_FUNCTION, statementId: 'FunctionURLAllowPublicAccess' } },
      { ...PROD_IRELAND, at: '2026-10-20T12:41:25Z', source: 'lambda', name: 'DeleteFunctionUrlConfig', caller: ada('2026-10-20'), request: { functionName: URL_FUNCTION } },
    ],
    shownBy: { 'LAM-04': [0, 1], 'LAM-02': 'all', 'CHG-01': 'all', 'CHG-02': 'all' },
  },
  {
    name: 'permission-for-the-api',
    sentence: 'API Gateway is allowed to call checkout, limited to one API of the account: nothing exceptional.',
    calls: [{ ...PROD_IRELAND, at: '2026-10-13T09:40:12Z', source: 'lambda', name: 'AddPermission20150331v2', caller: ben('2026-10-13'), request: { functionName: 'checkout', statementId: 'api-checkout', action: 'lambda:InvokeFunction', principal: 'apigateway.amazonaws.com', sourceArn: `${API}/POST/checkout` }, response: { statement: '{}' } }],
    shownBy: { 'LAM-02': 'all', 'CHG-01': 'all' },
    absentFrom: ['LAM-04'],
  },
  {
    name: 'foreign-layer',
    sentence: 'A layer of an account that is neither ours nor a known partner\'s is attached to image-resizer.',
    calls: [configured('2026-10-22T10:27:19Z', 'image-resizer', ben('2026-10-22'), { layers: ['arn:aws:lambda:eu-west-1:999900001111:layer:image-tools:3'] })],
    shownBy: { 'LAM-05': 'all', 'LAM-02': 'all' },
  },
  {
    name: 'queue-switched-off',
    sentence: 'The queue of stock-sync is switched off for twenty minutes and on again.',
    calls: [false, true].map((enabled): Call => ({
      ...PROD_IRELAND, at: enabled ? '2026-10-08T10:47:20Z' : '2026-10-08T10:27:05Z', source: 'lambda', name: 'UpdateEventSourceMapping20150331', caller: ben('2026-10-08'),
      request: { uUID: '6d2a9f31-0c84-4f7e-b1d5-3a9e5c7f8b20', functionName: 'stock-sync', enabled },
      response: { uUID: '6d2a9f31-0c84-4f7e-b1d5-3a9e5c7f8b20', functionArn: functionArn(PROD_IRELAND, 'stock-sync'), eventSourceArn: `arn:aws:sqs:eu-west-1:${PROD}:stock-updates`, state: enabled ? 'Enabling' : 'Disabling' },
    })),
    shownBy: { 'ESM-01': 'all', 'CHG-01': 'all' },
  },
  {
    name: 'wiring-changed',
    sentence: 'The upload bucket is told to call image-resizer, and a schedule is made for nightly-report.',
    calls: [
      { ...PROD_IRELAND, at: '2026-10-02T08:50:01Z', source: 's3', name: 'PutBucketNotification', caller: ada('2026-10-02'), request: { bucketName: UPLOADS_BUCKET, notification: '', NotificationConfiguration: { CloudFunctionConfiguration: { CloudFunction: functionArn(PROD_IRELAND, 'image-resizer'), Event: 's3:ObjectCreated:*' } } } },
      { ...PROD_IRELAND, at: '2026-10-02T08:58:40Z', source: 'events', name: 'PutRule', caller: ada('2026-10-02'), request: { name: 'nightly-report', scheduleExpression: 'cron(0 2 * * ? *)', state: 'ENABLED' }, response: { ruleArn: `arn:aws:events:eu-west-1:${PROD}:rule/nightly-report` } },
      { ...PROD_IRELAND, at: '2026-10-02T08:58:42Z', source: 'events', name: 'PutTargets', caller: ada('2026-10-02'), request: { rule: 'nightly-report', targets: [{ id: '1', arn: functionArn(PROD_IRELAND, 'nightly-report') }] }, response: { failedEntryCount: 0, failedEntries: [] } },
    ],
    shownBy: { 'LAM-09': 'all', 'CHG-01': 'all' },
  },
  {
    name: 'nightly-invocations',
    sentence: 'EventBridge starts nightly-report at two every night.',
    calls: nights,
    shownBy: { 'INV-02': [0, -1], 'INV-03': [0, -1] },
  },
  {
    name: 'bucket-invocations',
    sentence: 'S3 starts image-resizer for each upload; the first and the last upload of the month.',
    calls: ['2026-10-01T00:00:41Z', '2026-10-31T23:57:12Z'].map((at): Call => ({ at, ...triggered(PROD_IRELAND, 'image-resizer', { service: 's3', sourceArn: `arn:aws:s3:::${UPLOADS_BUCKET}` }) })),
    shownBy: { 'INV-02': 'all', 'INV-03': 'all' },
  },
  {
    name: 'api-invocations',
    sentence: 'API Gateway calls checkout for each payment; the first and the last of the month. The last is delivered after the month\'s end.',
    calls: ['2026-10-01T00:00:09Z', '2026-10-31T23:59:31Z'].map((at): Call => ({ at, ...triggered(PROD_IRELAND, 'checkout', { service: 'apigateway', sourceArn: `${API}/POST/checkout` }) })),
    shownBy: { 'INV-02': 'all', 'INV-03': 'all' },
  },
  {
    name: 'invoked-by-a-person',
    sentence: 'A developer calls nightly-report twice by hand, from the command line.',
    calls: ['2026-10-15T14:20:11Z', '2026-10-15T14:26:53Z'].map((at): Call => ({ at, ...byHand })),
    shownBy: { 'INV-02': 'all', 'INV-03': 'all', 'INV-04': 'all', 'INV-05': 'all' },
  },
];

/** The first call of warehouse-loader on each working day comes from the warehouse's own schedule. */
export function scheduledLoads(): readonly Call[] {
  return workingDays().map((day) => ({ at: `${day}T04:30:00Z`, ...invocation(DATA_IRELAND, 'warehouse-loader', service('scheduler'), { type: 'Event' }) }));
}
