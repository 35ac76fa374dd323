import { type Caller, githubSession, githubToken, GITHUB_RUNNER, inConsole, inSession, issued, roleArn, roleSession, through } from '../callers.js';
import { instant, workingDays } from '../calendar.js';
import { ARTIFACTS_BUCKET, BEN, FUNCTIONS, functionArn, type LambdaFunction, PROD, PROD_IRELAND } from '../company.js';
import { Dice, sha256 } from '../dice.js';
import type { Call } from '../record.js';
import type { Scene } from '../scene.js';

const SHOP = 'repo:example-shop/shop:ref:refs/heads/main';
export const INFRASTRUCTURE = 'repo:example-shop/infrastructure:environment:production';
/** Repositories and branches the settings list as allowed to deploy. */
export const OIDC_SUBJECTS: readonly string[] = [SHOP, INFRASTRUCTURE];

const after = (at: string, seconds: number): string => instant(Date.parse(at) + seconds * 1000);
export const codeOf = (what: string): string => Buffer.from(sha256(`code ${what}`), 'hex').toString('base64');

export function signInFromGitHub(at: string, subject: string): Call {
  const session = githubSession(PROD, at);
  return {
    ...PROD_IRELAND, at, source: 'sts', name: 'AssumeRoleWithWebIdentity', caller: githubToken(subject), reads: true,
    request: { roleArn: roleArn(session), roleSessionName: session.sessionName, durationSeconds: 3600 },
    response: { ...issued(session), subjectFromWebIdentityToken: subject, provider: session.provider ?? '', audience: 'sts.amazonaws.com' },
    resources: [{ arn: roleArn(session), type: 'AWS::IAM::Role' }],
  };
}

function codeUpdated(at: string, one: LambdaFunction, caller: Caller, commit: string): Call {
  return {
    account: one.account, region: one.region, at, source: 'lambda', name: 'UpdateFunctionCode20150331v2', caller,
    request: { functionName: one.name, s3Bucket: ARTIFACTS_BUCKET, s3Key: `${one.name}/${commit}.zip`, publish: false, dryRun: false },
    response: { functionName: one.name, functionArn: functionArn(one, one.name), runtime: 'nodejs22.x', role: `arn:aws:iam::${one.account}:role/${one.name}-role`, handler: 'index.handler', codeSha256: codeOf(commit), version: '$LATEST', lastModified: at, revisionId: commit },
  };
}

/** A release: GitHub's token, the deploy role, new code, a version, and the alias that sends customers to it. */
function release(at: string, one: LambdaFunction, version: number): readonly Call[] {
  const caller = inSession(githubSession(PROD, at), GITHUB_RUNNER);
  const commit = sha256(`${one.name} ${version}`).slice(0, 40);
  const place = { account: one.account, region: one.region };
  return [
    signInFromGitHub(at, SHOP),
    codeUpdated(after(at, 41), one, caller, commit),
    { ...place, at: after(at, 55), source: 'lambda', name: 'PublishVersion20150331', caller, request: { functionName: one.name, codeSha256: codeOf(commit) }, response: { functionName: one.name, functionArn: `${functionArn(one, one.name)}:${version}`, version: String(version), codeSha256: codeOf(commit), role: `arn:aws:iam::${one.account}:role/${one.name}-role` } },
    { ...place, at: after(at, 63), source: 'lambda', name: 'UpdateAlias20150331', caller, request: { functionName: one.name, name: 'live', functionVersion: String(version) }, response: { aliasArn: `${functionArn(one, one.name)}:live`, name: 'live', functionVersion: String(version) } },
  ];
}

const RELEASES = released();

/** Places in the releases of the calls of a name. */
function places(name: RegExp): readonly number[] {
  return RELEASES.flatMap((call, index) => (name.test(call.name) ? [index] : []));
}

function released(): readonly Call[] {
  const dice = new Dice('releases');
  const functions = FUNCTIONS.filter(({ account, region }) => account === PROD_IRELAND.account && region === PROD_IRELAND.region);
  return workingDays().filter((_, index) => index % 2 === 0).flatMap((day, index) => {
    const one = functions[index % functions.length];
    return one === undefined ? [] : release(instant(Date.parse(`${day}T10:02:00Z`) + dice.whole(40 * 60) * 1000), one, 40 + index);
  });
}

const STACK_AT = '2026-10-14T11:05:20Z';
const stackCaller = inSession(githubSession(PROD, STACK_AT), GITHUB_RUNNER);
export const WEBHOOK_STACK = `arn:aws:cloudformation:eu-west-1:${PROD}:stack/shop-webhooks/7b0c6a10-a9f1-11f0-9c1e-0a58a9feac02`;
const madeByStack = through('cloudformation', stackCaller);

const SANDBOX = 'repo:example-shop/sandbox:ref:refs/heads/try-things';
const byHand = inConsole(BEN, PROD, '2026-10-07');

export const DEPLOYMENTS: readonly Scene[] = [
  {
    name: 'pipeline-releases',
    sentence: 'Eleven releases come from the main branch: GitHub Actions takes the role github-deploy, updates the code of a function, publishes a version and moves the alias.',
    calls: RELEASES,
    shownBy: {
      'CHG-01': places(/^(Update|Publish)/),
      'LAM-01': places(/Code|Version/),
      'LAM-02': places(/^UpdateAlias/),
      'PRIV-05': places(/^AssumeRole/),
    },
    absentFrom: ['CHG-02', 'CHG-03'],
  },
  {
    name: 'stack-release',
    sentence: 'A stack is updated from the pipeline; CloudFormation makes a function, changes its configuration, and sends a queue to it.',
    calls: [
      signInFromGitHub(STACK_AT, INFRASTRUCTURE),
      { ...PROD_IRELAND, at: after(STACK_AT, 30), source: 'cloudformation', name: 'ExecuteChangeSet', caller: stackCaller, request: { changeSetName: 'release-214', stackName: WEBHOOK_STACK } },
      {
        ...PROD_IRELAND, at: after(STACK_AT, 48), source: 'lambda', name: 'CreateFunction20150331', caller: madeByStack,
        request: { functionName: 'webhook-retry', runtime: 'nodejs22.x', role: `arn:aws:iam::${PROD}:role/webhook-receiver-role`, handler: 'retry.handler', code: { s3Bucket: ARTIFACTS_BUCKET, s3Key: 'webhook-retry/214.zip' }, timeout: 30, memorySize: 256, publish: false },
        response: { functionName: 'webhook-retry', functionArn: functionArn(PROD_IRELAND, 'webhook-retry'), role: `arn:aws:iam::${PROD}:role/webhook-receiver-role`, codeSha256: codeOf('webhook-retry 214'), version: '$LATEST' },
      },
      {
        ...PROD_IRELAND, at: after(STACK_AT, 70), source: 'lambda', name: 'UpdateFunctionConfiguration20150331v2', caller: madeByStack,
        request: { functionName: 'webhook-receiver', timeout: 20, memorySize: 512, environment: {} },
        response: { functionName: 'webhook-receiver', functionArn: functionArn(PROD_IRELAND, 'webhook-receiver'), role: `arn:aws:iam::${PROD}:role/webhook-receiver-role`, timeout: 20, memorySize: 512 },
      },
      {
        ...PROD_IRELAND, at: after(STACK_AT, 82), source: 'lambda', name: 'CreateEventSourceMapping20150331', caller: madeByStack,
        request: { functionName: 'webhook-retry', eventSourceArn: `arn:aws:sqs:eu-west-1:${PROD}:webhook-failures`, batchSize: 10, enabled: true },
        response: { uUID: '1f6a3c0e-2b47-4d18-8e55-6f0c9b7d2a14', functionArn: functionArn(PROD_IRELAND, 'webhook-retry'), eventSourceArn: `arn:aws:sqs:eu-west-1:${PROD}:webhook-failures`, state: 'Creating' },
      },
    ],
    shownBy: { 'CHG-06': [1], 'CHG-01': [1, 2, 3, 4], 'LAM-01': [2], 'LAM-02': [3], 'LAM-03': [2], 'ESM-01': [4], 'PRIV-05': [0] },
    absentFrom: ['CHG-02', 'CHG-03'],
  },
  {
    name: 'release-by-hand',
    sentence: 'A developer replaces the code of checkout by hand, in the console.',
    calls: [codeUpdated('2026-10-07T15:42:10Z', { ...PROD_IRELAND, name: 'checkout' }, byHand, sha256('checkout by hand').slice(0, 40))],
    shownBy: { 'CHG-01': 'all', 'CHG-02': 'all', 'CHG-03': 'all', 'LAM-01': 'all' },
  },
  {
    name: 'unlisted-repository',
    sentence: 'A repository that is not among those allowed to deploy takes a read-only role in shop-prod with its GitHub token.',
    calls: [
      (() => {
        const call = signInFromGitHub('2026-10-19T16:48:03Z', SANDBOX);
        const session = roleSession({ account: PROD, roleName: 'github-preview', sessionName: 'GitHubActions', startedAt: call.at });
        return {
          ...call,
          request: { roleArn: roleArn(session), roleSessionName: session.sessionName, durationSeconds: 3600 },
          response: { ...call.response, ...issued(session) },
          resources: [{ arn: roleArn(session), type: 'AWS::IAM::Role' }],
        };
      })(),
    ],
    shownBy: { 'PRIV-05': 'all' },
  },
];
