import { accessKeyId, type Caller, githubToken, GITHUB_RUNNER, identityCenterSession, iamUser, inSession, issued, type JsonObject, roleArn, type RoleSession, roleSession, sessionArn, uniqueId } from '../callers.js';
import { instant } from '../calendar.js';
import { ADA, ARTIFACTS_BUCKET, BROWSER, DATA, DATA_IRELAND, EVA, EXPORTS_BUCKET, functionArn, type Person, type Place, PROD, PROD_GLOBAL, PROD_IRELAND } from '../company.js';
import { sha256 } from '../dice.js';
import type { Call } from '../record.js';
import type { Scene } from '../scene.js';

/** Chains from a change back to whoever signed in, one of each kind; each scene tells which of its calls the links are. */

const CHECKOUT_GROUP = 'sg-0c4e8a1b2d3f5a697';
const SIGN_IN = { eventType: 'AwsConsoleSignIn' } as const;
const SHARED = '5a1e0c44-6f0b-4d57-9b1c-2f2f6f5a1e0c';

function roleTaken(place: Place, session: RoleSession, caller: Caller, more: { readonly name?: string; readonly request?: JsonObject; readonly response?: JsonObject; readonly fields?: JsonObject } = {}): Call {
  return {
    ...place, at: session.startedAt, source: 'sts', name: more.name ?? 'AssumeRole', caller, reads: true,
    request: { roleArn: roleArn(session), roleSessionName: session.sessionName, durationSeconds: 3600, ...more.request },
    response: { ...issued(session), ...more.response },
    resources: [{ arn: roleArn(session), type: 'AWS::IAM::Role' }],
    ...(more.fields === undefined ? {} : { fields: more.fields }),
  };
}

function bySaml(place: Place, session: RoleSession, user: string, provider: string, ip: string): Call {
  const identity = { type: 'SAMLUser', principalId: `${uniqueId('ANPA', provider)}:${user}`, userName: user, identityProvider: provider };
  return roleTaken(place, session, { identity, ip, agent: BROWSER, console: false }, { name: 'AssumeRoleWithSAML', request: { sAMLAssertionID: `_${session.keyId.toLowerCase()}`, principalArn: provider }, response: { subject: user, subjectType: 'persistent' } });
}

function fromIdentityCenter(person: Person, place: Place, at: string): { readonly session: RoleSession; readonly opened: Call; readonly caller: Caller } {
  const session = identityCenterSession(person, place.account, at.slice(0, 10), at);
  const provider = `arn:aws:iam::${place.account}:saml-provider/AWSSSO_0f1e2d3c4b5a6978_DO_NOT_DELETE`;
  return { session, opened: bySaml(place, session, person.email, provider, person.ip), caller: inSession(session, { ip: person.ip, agent: BROWSER, console: true }) };
}

function consoleLogin(userName: string, at: string, ip: string): Call {
  return {
    ...PROD_IRELAND, at, source: 'signin', name: 'ConsoleLogin', caller: iamUser(PROD, userName, { ip, agent: BROWSER }),
    response: { ConsoleLogin: 'Success' },
    fields: { ...SIGN_IN, additionalEventData: { LoginTo: 'https://console.aws.amazon.com/console/home', MobileVersion: 'No', MFAUsed: 'Yes', MFAIdentifier: `arn:aws:iam::${PROD}:mfa/${userName}` } },
  };
}

function codeUpdated(at: string, name: string, caller: Caller): Call {
  const commit = sha256(`${name} ${at}`).slice(0, 40);
  return {
    ...PROD_IRELAND, at, source: 'lambda', name: 'UpdateFunctionCode20150331v2', caller,
    request: { functionName: name, s3Bucket: ARTIFACTS_BUCKET, s3Key: `${name}/${commit}.zip`, publish: false, dryRun: false },
    response: { functionName: name, functionArn: functionArn(PROD_IRELAND, name), codeSha256: Buffer.from(sha256(`code ${commit}`), 'hex').toString('base64'), version: '$LATEST', revisionId: commit },
  };
}

const GRETA = 'greta.holm';
const GRETA_IP = '198.51.100.7';
const GRETA_SINCE = '2026-10-08T07:05:47Z';
const inGretasConsole = iamUser(PROD, GRETA, { ip: GRETA_IP, agent: BROWSER, console: { since: GRETA_SINCE, mfa: true } });
/** The sign-in service takes the role for her. */
const bySignIn: Caller = { identity: { ...inGretasConsole.identity, invokedBy: 'AWS Internal' }, ip: 'AWS Internal', agent: 'AWS Internal', console: false };
const switched = roleSession({ account: PROD, roleName: 'DeployAdmin', sessionName: GRETA, startedAt: '2026-10-08T07:12:03Z' });
/** The console signs each request with a key of its own; only the start of the session stays. */
const inSwitchedRole = inSession({ ...switched, keyId: accessKeyId('ASIA', 'console request in DeployAdmin') }, { ip: GRETA_IP, agent: BROWSER, console: true });

const evasEvening = fromIdentityCenter(EVA, PROD_IRELAND, '2026-10-15T15:20:11Z');

const AUDITOR = 'carl.voss@northwind-audit.example';
const auditor = roleSession({ account: DATA, roleName: 'PartnerSupport', sessionName: AUDITOR, startedAt: '2026-10-20T11:02:40Z' });

const RUN_AT = '2026-10-22T09:14:20Z';
const RUN_SUBJECT = 'repo:example-shop/shop:ref:refs/heads/main';
const entry = roleSession({ account: PROD, roleName: 'github-entry', sessionName: 'GitHubActions', startedAt: RUN_AT, provider: `arn:aws:iam::${PROD}:oidc-provider/token.actions.githubusercontent.com` });
const deploy = roleSession({ account: PROD, roleName: 'github-deploy', sessionName: 'release-231', startedAt: instant(Date.parse(RUN_AT) + 4_000) });

const LEGACY = 'legacy-deployer';
const withKey = iamUser(PROD, LEGACY, { ip: '203.0.113.88', agent: 'aws-cli/1.18.69 Python/3.8.10 Linux/5.4.0-1041-aws botocore/1.16.19', key: 'AKIA' });

const adaInData = fromIdentityCenter(ADA, DATA_IRELAND, '2026-10-27T13:01:09Z');
const across = roleSession({ account: PROD, roleName: 'DataSupport', sessionName: 'ada-from-data', startedAt: '2026-10-27T13:10:30Z' });
const fromAda = inSession(adaInData.session, { ip: ADA.ip, agent: 'aws-cli/2.31.4 md/command#sts.assume-role' });

const LATE_SINCE = '2026-09-30T21:40:12Z';
const lateInConsole = iamUser(PROD, GRETA, { ip: GRETA_IP, agent: BROWSER, console: { since: LATE_SINCE, mfa: true } });

const lost = roleSession({ account: DATA, roleName: 'WarehouseMaintenance', sessionName: 'maintenance', startedAt: '2026-10-17T08:30:00Z' });

const cleaner = roleSession({ account: PROD, roleName: 'image-resizer-role', sessionName: 'image-resizer', startedAt: '2026-10-28T02:00:04Z' });

export const LINEAGE: readonly Scene[] = [
  {
    name: 'lineage-role-switch',
    sentence: `The IAM user ${GRETA} signs in to the console with MFA, switches to the role DeployAdmin, and replaces the code of checkout by hand.`,
    calls: [
      consoleLogin(GRETA, GRETA_SINCE, GRETA_IP),
      roleTaken(PROD_GLOBAL, switched, bySignIn),
      {
        ...PROD_IRELAND, at: switched.startedAt, source: 'signin', name: 'SwitchRole', response: { SwitchRole: 'Success' },
        caller: { identity: { type: 'AssumedRole', principalId: `${uniqueId('AROA', `${PROD} DeployAdmin`)}:${GRETA}`, arn: sessionArn(switched), accountId: PROD }, ip: GRETA_IP, agent: BROWSER, console: false },
        fields: { ...SIGN_IN, additionalEventData: { SwitchFrom: `arn:aws:iam::${PROD}:user/${GRETA}`, RedirectTo: 'https://eu-west-1.console.aws.amazon.com/lambda/home' } },
      },
      codeUpdated('2026-10-08T07:31:02Z', 'checkout', inSwitchedRole),
    ],
    shownBy: { 'AUTH-01': [0], 'CHG-01': [3], 'CHG-02': [3], 'CHG-04': [3], 'LAM-01': [3] },
    lineage: [{ change: 3, links: [1, 0], login: 'ConsoleLogin', by: GRETA, mfa: 'yes', confidence: 'strong' }],
  },
  {
    name: 'lineage-identity-center',
    sentence: 'A security engineer signs in through IAM Identity Center in the afternoon and turns the rotation of a key off and on again.',
    calls: [
      evasEvening.opened,
      { ...PROD_IRELAND, at: '2026-10-15T15:26:40Z', source: 'kms', name: 'DisableKeyRotation', caller: evasEvening.caller, request: { keyId: '4d3c2b1a-0000-4000-8000-1234567890ab' } },
      { ...PROD_IRELAND, at: '2026-10-15T15:31:05Z', source: 'kms', name: 'EnableKeyRotation', caller: evasEvening.caller, request: { keyId: '4d3c2b1a-0000-4000-8000-1234567890ab' } },
    ],
    shownBy: { 'CHG-01': [1, 2], 'CHG-04': [1, 2] },
    lineage: [1, 2].map((change) => ({ change, links: [0], login: 'Identity Center', by: EVA.email, mfa: 'not in CloudTrail', confidence: 'certain' })),
  },
  {
    name: 'lineage-saml',
    sentence: 'A partner’s engineer comes in through the partner’s own SAML provider and changes the configuration of warehouse-loader.',
    calls: [
      bySaml(DATA_IRELAND, auditor, AUDITOR, `arn:aws:iam::${DATA}:saml-provider/NorthwindADFS`, '192.0.2.140'),
      {
        ...DATA_IRELAND, at: '2026-10-20T11:09:12Z', source: 'lambda', name: 'UpdateFunctionConfiguration20150331v2', caller: inSession(auditor, { ip: '192.0.2.140', agent: BROWSER, console: true }),
        request: { functionName: 'warehouse-loader', timeout: 300, environment: {} },
        response: { functionName: 'warehouse-loader', functionArn: functionArn(DATA_IRELAND, 'warehouse-loader'), timeout: 300 },
      },
    ],
    shownBy: { 'CHG-01': [1], 'CHG-04': [1], 'LAM-02': [1] },
    lineage: [{ change: 1, links: [0], login: 'SAML', by: AUDITOR, mfa: 'not in CloudTrail', confidence: 'certain' }],
  },
  {
    name: 'lineage-workflow',
    sentence: 'A workflow’s token gives the role github-entry, from which the role github-deploy is taken to release orders-api.',
    calls: [
      roleTaken(PROD_IRELAND, entry, githubToken(RUN_SUBJECT), { name: 'AssumeRoleWithWebIdentity', response: { subjectFromWebIdentityToken: RUN_SUBJECT, provider: entry.provider ?? '', audience: 'sts.amazonaws.com' } }),
      roleTaken(PROD_IRELAND, deploy, inSession(entry, GITHUB_RUNNER)),
      codeUpdated('2026-10-22T09:15:02Z', 'orders-api', inSession(deploy, GITHUB_RUNNER)),
    ],
    shownBy: { 'CHG-01': [2], 'CHG-04': [2], 'LAM-01': [2], 'PRIV-05': [0] },
    lineage: [{ change: 2, links: [1, 0], login: 'web identity', by: RUN_SUBJECT, mfa: null, confidence: 'certain' }],
  },
  {
    name: 'lineage-long-lived-key',
    sentence: `An old deployment script replaces the code of stock-sync with the long-lived key of the IAM user ${LEGACY}.`,
    calls: [codeUpdated('2026-10-12T10:41:19Z', 'stock-sync', withKey)],
    shownBy: { 'CHG-01': 'all', 'CHG-04': 'all', 'LAM-01': 'all' },
    lineage: [{ change: 0, links: [], login: 'long-lived key', by: LEGACY, mfa: 'no', confidence: 'certain' }],
  },
  {
    name: 'lineage-across-accounts',
    sentence: 'An engineer signed in to shop-data takes the role DataSupport of shop-prod, and closes a port of its checkout there; both accounts record the call that took the role.',
    calls: [
      adaInData.opened,
      roleTaken(DATA_IRELAND, across, fromAda, { fields: { sharedEventID: SHARED } }),
      roleTaken(PROD_IRELAND, across, { ...fromAda, identity: { type: 'AWSAccount', principalId: fromAda.identity['principalId'] ?? '', accountId: DATA } }, { fields: { sharedEventID: SHARED } }),
      {
        ...PROD_IRELAND, at: '2026-10-27T13:14:55Z', source: 'ec2', name: 'RevokeSecurityGroupIngress', caller: inSession(across, { ip: ADA.ip, agent: 'aws-cli/2.31.4 md/command#ec2.revoke-security-group-ingress' }),
        request: { groupId: CHECKOUT_GROUP, ipPermissions: { items: [{ ipProtocol: 'tcp', fromPort: 8443, toPort: 8443, groups: {}, ipRanges: { items: [{ cidrIp: '10.20.0.0/16' }] }, ipv6Ranges: {}, prefixListIds: {} }] } },
        response: { _return: true },
      },
    ],
    shownBy: { 'CHG-01': [3], 'CHG-04': [3], 'NET-01': [3] },
    lineage: [{ change: 3, links: [1, 0], login: 'Identity Center', by: ADA.email, mfa: 'not in CloudTrail', confidence: 'certain' }],
  },
  {
    name: 'lineage-before-the-period',
    sentence: `${GRETA} signed in on the evening before the month began, and changes a security group shortly after midnight.`,
    calls: [
      consoleLogin(GRETA, LATE_SINCE, GRETA_IP),
      {
        ...PROD_IRELAND, at: '2026-10-01T00:18:33Z', source: 'ec2', name: 'AuthorizeSecurityGroupIngress', caller: lateInConsole,
        request: { groupId: CHECKOUT_GROUP, ipPermissions: { items: [{ ipProtocol: 'tcp', fromPort: 8443, toPort: 8443, groups: {}, ipRanges: { items: [{ cidrIp: '10.20.0.0/16' }] }, ipv6Ranges: {}, prefixListIds: {} }] } },
        response: { _return: true },
      },
    ],
    shownBy: { 'CHG-01': [1], 'CHG-02': [1], 'CHG-04': [1], 'NET-01': [1] },
    lineage: [{ change: 1, links: [0], login: 'ConsoleLogin', by: GRETA, mfa: 'yes', confidence: 'strong' }],
  },
  {
    name: 'lineage-not-found',
    sentence: 'A role of shop-data is taken in the region and on the day that are missing, so that nobody can say who stands behind the bucket’s new lifecycle.',
    calls: [
      {
        ...DATA_IRELAND, at: '2026-10-17T08:44:10Z', source: 's3', name: 'PutBucketLifecycle', caller: inSession(lost, { ip: '198.51.100.52', agent: 'aws-cli/2.31.4 md/command#s3api.put-bucket-lifecycle-configuration' }),
        request: { bucketName: EXPORTS_BUCKET, lifecycle: '', LifecycleConfiguration: { Rule: { ID: 'old-exports', Status: 'Enabled', Expiration: { Days: 400 } } } },
      },
    ],
    shownBy: { 'CHG-01': 'all', 'CHG-04': 'all', 'DATA-01': 'all' },
    lineage: [{ change: 0, links: [], login: 'not found in the scanned window', by: 'WarehouseMaintenance/maintenance', mfa: null, confidence: 'none' }],
  },
  {
    name: 'lineage-service',
    sentence: 'The function image-resizer, in the role Lambda took for it, sets how long its logs are kept: no person stands behind it.',
    calls: [
      roleTaken(PROD_IRELAND, cleaner, { identity: { type: 'AWSService', invokedBy: 'lambda.amazonaws.com' }, ip: 'lambda.amazonaws.com', agent: 'lambda.amazonaws.com', console: false }),
      { ...PROD_IRELAND, at: '2026-10-28T02:00:21Z', source: 'logs', name: 'PutRetentionPolicy', caller: inSession(cleaner, { ip: '52.48.0.17', agent: 'aws-sdk-js/3.901.0 exec-env/AWS_Lambda_nodejs22.x' }), request: { logGroupName: '/aws/lambda/image-resizer', retentionInDays: 365 } },
    ],
    shownBy: { 'CHG-01': [1], 'CHG-04': [1], 'LOG-07': [1] },
    lineage: [{ change: 1, links: [0], login: 'AWS service', by: 'lambda.amazonaws.com', mfa: null, confidence: 'certain' }],
  },
];
