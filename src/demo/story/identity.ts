import { type Caller, GITHUB_RUNNER, githubToken, inConsole, inSession, issued, onCommandLine, roleArn, roleSession, service, through } from '../callers.js';
import { instant, workingDays } from '../calendar.js';
import { ADA, BROWSER, CHIARA, DATA, DATA_IRELAND, EVA, LOG_BUCKET, type Person, PROD, PROD_GLOBAL, PROD_IRELAND, TEAM } from '../company.js';
import { Dice, uuidOf } from '../dice.js';
import { objectCall } from '../noise.js';
import type { Call } from '../record.js';
import type { Scene } from '../scene.js';
import { HUGO, hugo, HUGOS_KEY, TRAIL } from './incidents.js';

const eva = (day: string): Caller => inConsole(EVA, PROD, day);

/** A step of a sign-in to the portal of Identity Center, which hides names: a person is the id in its directory. */
function portal(at: string, person: Person, name: string, credentialType: string, result: 'Success' | 'Failure', loginTo?: string): Call {
  const identity = { type: 'IdentityCenterUser', accountId: PROD, onBehalfOf: { userId: uuidOf(`directory ${person.email}`), identityStoreArn: `arn:aws:identitystore::${PROD}:identitystore/d-9367e5c1a2` }, credentialId: uuidOf(`credential ${person.email} ${at.slice(0, 10)}`) };
  return {
    ...PROD_IRELAND, at, source: 'signin', name, caller: { identity, ip: person.ip, agent: BROWSER, console: false },
    fields: { eventType: 'AwsServiceEvent', additionalEventData: { AuthWorkflowID: uuidOf(`sign-in ${person.email} ${at.slice(0, 10)}`), ...(loginTo === undefined ? {} : { LoginTo: loginTo }), CredentialType: credentialType }, serviceEventDetails: { [name]: result } },
  };
}

/** Each morning, a little before the accounts are entered. */
const portalSignIns = workingDays().flatMap((day) => TEAM.map(({ person }): Call => {
  const at = instant(Date.parse(`${day}T06:10:00Z`) + new Dice(`portal ${person.email} ${day}`).whole(9 * 60) * 1000);
  return portal(at, person, 'UserAuthentication', 'PASSWORD,WEBAUTHN', 'Success', 'https://example-shop.awsapps.com/start/');
}));

const withHugosKey: Caller = {
  identity: { ...Object.fromEntries(Object.entries(hugo.identity).filter(([field]) => field !== 'sessionContext')), accessKeyId: HUGOS_KEY },
  ip: hugo.ip,
  agent: 'Boto3/1.40.30 md/Botocore#1.40.30 ua/2.1 os/linux lang/python#3.12.11',
  console: false,
};

/** What a program that takes stock of an account asks for. */
const LOOKS = [
  'iam ListUsers', 'iam ListRoles', 'iam ListPolicies', 'iam GetAccountSummary', 'iam GetAccountAuthorizationDetails', 'iam ListAccessKeys', 'iam ListAttachedUserPolicies',
  's3 ListBuckets', 's3 GetBucketPolicy', 's3 GetBucketAcl', 's3 GetBucketPublicAccessBlock', 's3 GetBucketEncryption',
  'ec2 DescribeInstances', 'ec2 DescribeSecurityGroups', 'ec2 DescribeVpcs', 'ec2 DescribeSnapshots', 'ec2 DescribeVolumes', 'ec2 DescribeRegions',
  'lambda ListFunctions20150331', 'lambda GetFunction20150331v2', 'lambda GetPolicy20150331v2', 'lambda ListEventSourceMappings20150331',
  'dynamodb ListTables', 'dynamodb DescribeTable', 'rds DescribeDBInstances', 'rds DescribeDBSnapshots', 'secretsmanager ListSecrets', 'ssm DescribeParameters',
  'kms ListKeys', 'kms ListAliases', 'sqs ListQueues', 'sns ListTopics', 'logs DescribeLogGroups', 'cloudtrail DescribeTrails', 'organizations DescribeOrganization', 'sts GetCallerIdentity',
].map((look, index): Call => {
  const [source = '', name = ''] = look.split(' ');
  const global = source === 'iam' || source === 'organizations';
  const request = name.startsWith('GetFunction') ? { functionName: 'checkout' } : name.startsWith('GetBucket') ? { bucketName: 'example-shop-uploads' } : null;
  return { ...(global ? PROD_GLOBAL : PROD_IRELAND), at: instant(Date.parse('2026-10-26T09:20:31Z') + index * 7_000), source, name, caller: withHugosKey, reads: true, request };
});

/** Last month's evidence pack is made: by the workflow of the repository audit, in the account that keeps the logs. */
const evidence = roleSession({ account: DATA, roleName: 'cloudtrail-evidence', sessionName: 'evidence-2026-09', startedAt: '2026-10-02T06:00:02Z', provider: `arn:aws:iam::${DATA}:oidc-provider/token.actions.githubusercontent.com` });
export const AUDIT = 'repo:example-shop/audit:environment:evidence';
const collecting = inSession(evidence, { ip: GITHUB_RUNNER.ip, agent: 'cloudtrail-evidence' });

const SUPPORT_ROLE = `arn:aws:iam::${PROD}:role/aws-service-role/support.amazonaws.com/AWSServiceRoleForSupport`;
const INSTANCE = 'arn:aws:sso:::instance/ssoins-6804example0001';
const DEVELOPERS = 'arn:aws:sso:::permissionSet/ssoins-6804example0001/ps-0123456789abcdef';

export const IDENTITY: readonly Scene[] = [
  {
    name: 'portal-sign-ins',
    sentence: 'On every working day the five people of the team sign in to the portal of IAM Identity Center, with a password and a security key.',
    calls: portalSignIns,
    shownBy: { 'AUTH-04': 'all' },
    absentFrom: ['AUTH-02', 'AUTH-03', 'AUTH-05', 'RES-04'],
  },
  {
    name: 'portal-password-mistyped',
    sentence: 'A developer mistypes her password at the portal, once.',
    calls: [portal('2026-10-15T06:08:47Z', CHIARA, 'CredentialVerification', 'PASSWORD', 'Failure')],
    shownBy: { 'AUTH-04': 'all' },
    absentFrom: ['AUTH-03', 'AUTH-05'],
  },
  {
    name: 'evidence-collected',
    sentence: 'The evidence pack of September is made: GitHub Actions takes the role cloudtrail-evidence, asks Athena, and Athena reads the log archive for it.',
    calls: [
      {
        ...DATA_IRELAND, at: evidence.startedAt, source: 'sts', name: 'AssumeRoleWithWebIdentity', caller: githubToken(AUDIT, DATA), reads: true,
        request: { roleArn: roleArn(evidence), roleSessionName: evidence.sessionName, durationSeconds: 3600 },
        response: { ...issued(evidence), subjectFromWebIdentityToken: AUDIT, provider: evidence.provider ?? '', audience: 'sts.amazonaws.com' },
        resources: [{ arn: roleArn(evidence), type: 'AWS::IAM::Role' }],
      },
      { ...DATA_IRELAND, at: '2026-10-02T06:00:09Z', source: 'athena', name: 'StartQueryExecution', caller: collecting, request: { queryString: '***OMITTED***', workGroup: 'evidence' }, response: { queryExecutionId: '0d6b1f3a-7c25-4e80-9b14-5a2d3c4e6f70' } },
      { ...DATA_IRELAND, at: '2026-10-02T06:00:14Z', ...objectCall('GetObject', LOG_BUCKET, `AWSLogs/${PROD}/CloudTrail/eu-west-1/2026/09/30/${PROD}_CloudTrail_eu-west-1_20260930T1010Z_EXAMPLE.json.gz`, through('athena', collecting)) },
      { ...DATA_IRELAND, at: '2026-10-02T06:01:20Z', source: 'athena', name: 'GetQueryResults', caller: collecting, reads: true, request: { queryExecutionId: '0d6b1f3a-7c25-4e80-9b14-5a2d3c4e6f70' } },
    ],
    shownBy: { 'PRIV-05': [0], 'INC-02': [1, 3] },
    absentFrom: ['LOG-04', 'AUTH-05', 'RES-04', 'CHG-03'],
  },
  {
    name: 'permission-set-changed',
    sentence: 'Sessions of developers end after eight hours from now on: the permission set is changed and rolled out.',
    calls: [
      { ...PROD_IRELAND, at: '2026-10-08T08:31:40Z', source: 'sso', name: 'UpdatePermissionSet', caller: inConsole(ADA, PROD, '2026-10-08'), request: { instanceArn: INSTANCE, permissionSetArn: DEVELOPERS, sessionDuration: 'PT8H' } },
      { ...PROD_IRELAND, at: '2026-10-08T08:32:15Z', source: 'sso', name: 'ProvisionPermissionSet', caller: inConsole(ADA, PROD, '2026-10-08'), request: { instanceArn: INSTANCE, permissionSetArn: DEVELOPERS, targetType: 'AWS_ACCOUNT', targetId: PROD }, response: { permissionSetProvisioningStatus: { status: 'IN_PROGRESS' } } },
    ],
    shownBy: { 'ORG-03': 'all', 'CHG-01': 'all', 'CHG-02': 'all' },
  },
  {
    name: 'config-rule-replaced',
    sentence: 'After a bucket was public for 40 minutes, AWS Config gets a stricter rule in place of the one that said nothing.',
    calls: [
      { ...PROD_IRELAND, at: '2026-10-16T15:20:30Z', source: 'config', name: 'PutConfigRule', caller: eva('2026-10-16'), request: { configRule: { configRuleName: 's3-public-access-blocked', source: { owner: 'AWS', sourceIdentifier: 'S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED' } } } },
      { ...PROD_IRELAND, at: '2026-10-16T15:22:04Z', source: 'config', name: 'DeleteConfigRule', caller: eva('2026-10-16'), request: { configRuleName: 's3-bucket-public-read-prohibited' } },
    ],
    shownBy: { 'LOG-06': 'all', 'CHG-01': 'all', 'CHG-02': 'all' },
    absentFrom: ['LOG-05'],
  },
  {
    name: 'trail-weakened',
    sentence: 'After the trail was started again, its delivery to CloudWatch Logs is taken away, which the alarms hang on. The log files in the bucket are not touched by it.',
    calls: [{ ...PROD_IRELAND, at: '2026-10-21T17:26:10Z', source: 'cloudtrail', name: 'UpdateTrail', caller: onCommandLine(ADA, PROD, '2026-10-21', 'cloudtrail.update-trail'), request: { name: TRAIL, cloudWatchLogsLogGroupArn: '', cloudWatchLogsRoleArn: '' }, response: { name: 'shop-prod-trail', trailARN: TRAIL, s3BucketName: LOG_BUCKET, isMultiRegionTrail: true, includeGlobalServiceEvents: true, logFileValidationEnabled: true, isOrganizationTrail: false } }],
    shownBy: { 'LOG-03': 'all', 'LOG-02': 'all', 'CHG-05': 'all', 'CHG-01': 'all' },
  },
  {
    name: 'boundary-removed',
    sentence: 'Before he makes himself an administrator, the contractor hugo.marin takes off the boundary that would have held him back.',
    calls: [{ ...PROD_GLOBAL, at: '2026-10-26T09:13:48Z', source: 'iam', name: 'DeleteUserPermissionsBoundary', caller: hugo, request: { userName: HUGO } }],
    shownBy: { 'IAM-05': 'all', 'CHG-03': 'all', 'CHG-01': 'all' },
    absentFrom: ['IAM-03'],
  },
  {
    name: 'contractor-looks-around',
    sentence: 'With the access key he made himself, hugo.marin has a program take stock of shop-prod: 36 different questions in four minutes, the code of checkout among them.',
    calls: LOOKS,
    shownBy: { 'ERR-03': [0, -1], 'IAM-07': [0, -1], 'LAM-08': [LOOKS.findIndex(({ name }) => name.startsWith('GetFunction'))] },
    absentFrom: ['SEC-01', 'ERR-01'],
  },
  {
    name: 'aws-asked-for-help',
    sentence: 'The security engineer opens a case at AWS about the contractor\'s key, and AWS Support takes its role in shop-prod to look.',
    calls: [
      { ...PROD_GLOBAL, at: '2026-10-26T11:41:20Z', source: 'support', name: 'CreateCase', caller: eva('2026-10-26'), request: { subject: 'HIDDEN_DUE_TO_SECURITY_REASONS', serviceCode: 'aws-identity-and-access-management', severityCode: 'urgent', categoryCode: 'account-security', issueType: 'technical', language: 'en' }, response: { caseId: `case-${PROD}-muen-2026-c4c1d2bf33c5cf47` } },
      { ...PROD_GLOBAL, at: '2026-10-26T12:18:05Z', source: 'sts', name: 'AssumeRole', caller: service('support'), reads: true, request: { roleArn: SUPPORT_ROLE, roleSessionName: 'SupportSession', durationSeconds: 900 }, response: { credentials: { accessKeyId: 'ASIAEXAMPLESUPPORT01', sessionToken: 'IQoJEXAMPLETOKENMADEUP', expiration: 'Oct 26, 2026, 12:33:05 PM' } }, resources: [{ arn: SUPPORT_ROLE, type: 'AWS::IAM::Role' }] },
    ],
    shownBy: { 'PRIV-06': 'all', 'CHG-02': [0] },
    absentFrom: ['PRIV-02'],
  },
  {
    name: 'lessons-of-the-contractor',
    sentence: 'Passwords of IAM users must be longer from now on, and a guardrail of the organisation forbids access keys.',
    calls: [
      { ...PROD_GLOBAL, at: '2026-10-27T08:20:44Z', source: 'iam', name: 'UpdateAccountPasswordPolicy', caller: eva('2026-10-27'), request: { minimumPasswordLength: 16, requireSymbols: true, requireNumbers: true, requireUppercaseCharacters: true, requireLowercaseCharacters: true, allowUsersToChangePassword: true, maxPasswordAge: 0, passwordReusePrevention: 24, hardExpiry: false } },
      { ...PROD_GLOBAL, at: '2026-10-27T08:35:12Z', source: 'organizations', name: 'UpdatePolicy', caller: eva('2026-10-27'), request: { policyId: 'p-examplepolicy1', content: '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":["iam:CreateAccessKey","iam:CreateUser"],"Resource":"*"}]}' }, response: { policy: { policySummary: { id: 'p-examplepolicy1', name: 'protect-the-shop', type: 'SERVICE_CONTROL_POLICY', awsManaged: false } } } },
    ],
    shownBy: { 'IAM-08': [0], 'ORG-02': [1], 'ORG-01': [1], 'CHG-01': 'all', 'CHG-02': 'all' },
    absentFrom: ['IAM-03'],
  },
];
