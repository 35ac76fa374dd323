import { type Caller, inConsole, issued, iamUser, onCommandLine, roleArn, roleSession, uniqueId } from '../callers.js';
import { instant } from '../calendar.js';
import { ADA, CHIARA, DAN, DATA, DATA_IRELAND, EVA, PROD, PROD_GLOBAL, PROD_IRELAND, VENDOR } from '../company.js';
import { uuidOf } from '../dice.js';
import type { Call } from '../record.js';
import type { Scene } from '../scene.js';

const ada = (day: string): Caller => inConsole(ADA, PROD, day);
const eva = (day: string): Caller => inConsole(EVA, PROD, day);
const iam = (at: string, name: string, caller: Caller, request: NonNullable<Call['request']>, response: Call['response'] = null): Call => ({ ...PROD_GLOBAL, at, source: 'iam', name, caller, request, response });
const user = (userName: string): NonNullable<Call['response']> => ({ user: { path: '/', userName, userId: uniqueId('AIDA', `${PROD} ${userName}`), arn: `arn:aws:iam::${PROD}:user/${userName}` } });

/** The key customers' exports are encrypted with. */
export const KEY = `arn:aws:kms:eu-west-1:${DATA}:key/2d9b6c10-58a4-4e0f-9b7d-6c1a3f5e8d02`;
export const keyCall = (at: string, name: string, caller: Caller, request: NonNullable<Call['request']>, response: Call['response'] = null): Call => ({ ...DATA_IRELAND, at, source: 'kms', name, caller, request, response, resources: [{ arn: KEY, type: 'AWS::KMS::Key' }] });

const vendorRole = (at: string): ReturnType<typeof roleSession> => roleSession({ account: PROD, roleName: 'vendor-monitoring', sessionName: 'watcher', startedAt: at });
const vendorVisits = Array.from({ length: 12 }, (_, index) => instant(Date.parse('2026-10-01T05:17:30Z') + index * 62 * 3_600_000));

const reader = roleSession({ account: DATA, roleName: 'orders-reader', sessionName: 'month-end', startedAt: '2026-10-30T08:45:00Z' });
const shared = uuidOf('month-end across accounts');

const denied = (at: string, source: string, name: string, action: string): Call => ({
  ...PROD_IRELAND, at, source, name, caller: onCommandLine(CHIARA, PROD, '2026-10-29', `${source}.x`), reads: true, request: null,
  error: { code: 'AccessDenied', message: `User: arn:aws:sts::${PROD}:assumed-role/Developer/${CHIARA.email} is not authorized to perform: ${action} because no identity-based policy allows the action` },
});

export const HOUSEKEEPING: readonly Scene[] = [
  {
    name: 'joiner',
    sentence: 'The user finn.weber is made, given a console password, and put in the group support; in Identity Center a user is made and given access to shop-prod.',
    calls: [
      iam('2026-10-05T09:10:02Z', 'CreateUser', ada('2026-10-05'), { userName: 'finn.weber' }, user('finn.weber')),
      iam('2026-10-05T09:10:40Z', 'CreateLoginProfile', ada('2026-10-05'), { userName: 'finn.weber', passwordResetRequired: true }, { loginProfile: { userName: 'finn.weber', createDate: 'Oct 5, 2026, 9:10:40 AM', passwordResetRequired: true } }),
      iam('2026-10-05T09:11:15Z', 'AddUserToGroup', ada('2026-10-05'), { userName: 'finn.weber', groupName: 'support' }),
      { ...PROD_IRELAND, at: '2026-10-05T09:30:00Z', source: 'sso-directory', name: 'CreateUser', caller: ada('2026-10-05'), request: { identityStoreId: 'd-9367e5c1a2', userName: 'HIDDEN_DUE_TO_SECURITY_REASONS' }, response: { user: { userId: '92675e8f10-4a1c2f60-7d35-4b1e-9f70-1c8a6b2d3e45' } } },
      { ...PROD_IRELAND, at: '2026-10-05T09:32:10Z', source: 'sso', name: 'CreateAccountAssignment', caller: ada('2026-10-05'), request: { instanceArn: 'arn:aws:sso:::instance/ssoins-6804example0001', targetId: PROD, targetType: 'AWS_ACCOUNT', permissionSetArn: 'arn:aws:sso:::permissionSet/ssoins-6804example0001/ps-0123456789abcdef', principalType: 'USER', principalId: '92675e8f10-4a1c2f60-7d35-4b1e-9f70-1c8a6b2d3e45' }, response: { accountAssignmentCreationStatus: { status: 'IN_PROGRESS' } } },
    ],
    shownBy: { 'IAM-01': 'all', 'CHG-01': 'all', 'CHG-02': 'all' },
    absentFrom: ['IAM-03'],
  },
  {
    name: 'leaver',
    sentence: 'The user gita.rao leaves: password, key, membership and user are removed, in the freeze before the autumn sale.',
    calls: [
      iam('2026-10-30T15:05:00Z', 'DeleteLoginProfile', eva('2026-10-30'), { userName: 'gita.rao' }),
      iam('2026-10-30T15:05:20Z', 'DeleteAccessKey', eva('2026-10-30'), { userName: 'gita.rao', accessKeyId: 'AKIAEXAMPLEGITA00001' }),
      iam('2026-10-30T15:05:44Z', 'RemoveUserFromGroup', eva('2026-10-30'), { userName: 'gita.rao', groupName: 'support' }),
      iam('2026-10-30T15:06:10Z', 'DeleteUser', eva('2026-10-30'), { userName: 'gita.rao' }),
    ],
    shownBy: { 'IAM-01': [0, 2, 3], 'IAM-06': [1], 'CHG-05': [0, 3], 'CHG-01': 'all' },
    absentFrom: ['CHG-03'],
  },
  {
    name: 'key-deletion-cancelled',
    sentence: 'A customer key is scheduled for deletion; the next day the deletion is cancelled and the key enabled.',
    calls: [
      keyCall('2026-10-14T10:05:30Z', 'ScheduleKeyDeletion', inConsole(DAN, DATA, '2026-10-14'), { keyId: KEY, pendingWindowInDays: 7 }, { keyId: KEY, keyState: 'PendingDeletion', deletionDate: 'Oct 21, 2026, 12:00:00 AM', pendingWindowInDays: 7 }),
      keyCall('2026-10-15T08:12:11Z', 'CancelKeyDeletion', inConsole(EVA, DATA, '2026-10-15'), { keyId: KEY }, { keyId: KEY }),
      keyCall('2026-10-15T08:13:02Z', 'EnableKey', inConsole(EVA, DATA, '2026-10-15'), { keyId: KEY }, null),
    ],
    shownBy: { 'KMS-01': [0], 'CHG-01': 'all', 'CHG-02': 'all' },
  },
  {
    name: 'secret-read-by-a-person',
    sentence: 'A person reads the password of the warehouse.',
    calls: [{ ...DATA_IRELAND, at: '2026-10-22T09:48:37Z', source: 'secretsmanager', name: 'GetSecretValue', caller: inConsole(DAN, DATA, '2026-10-22'), reads: true, request: { secretId: `arn:aws:secretsmanager:eu-west-1:${DATA}:secret:warehouse/password-Qw3rTy` } }],
    shownBy: { 'SEC-01': 'all' },
  },
  {
    name: 'findings-hidden',
    sentence: 'A GuardDuty filter is made that archives findings as they come.',
    calls: [{ ...PROD_IRELAND, at: '2026-10-09T09:55:00Z', source: 'guardduty', name: 'CreateFilter', caller: eva('2026-10-09'), request: { detectorId: '12abc34d567e8fa901bc2d34e56789f0', name: 'scanner-noise', action: 'ARCHIVE', rank: 1, findingCriteria: { criterion: { type: { eq: ['Recon:EC2/PortProbeUnprotectedPort'] } } } }, response: { name: 'scanner-noise' } }],
    shownBy: { 'LOG-05': 'all', 'CHG-01': 'all', 'CHG-02': 'all' },
  },
  {
    name: 'alarm-muted',
    sentence: 'The alarm on failed payments is muted during a migration, and the retention of a log group is cut to a week.',
    calls: [
      { ...PROD_IRELAND, at: '2026-10-08T10:25:00Z', source: 'monitoring', name: 'DisableAlarmActions', caller: ada('2026-10-08'), request: { alarmNames: ['failed-payments'] } },
      { ...PROD_IRELAND, at: '2026-10-08T10:58:30Z', source: 'monitoring', name: 'EnableAlarmActions', caller: ada('2026-10-08'), request: { alarmNames: ['failed-payments'] } },
      { ...PROD_IRELAND, at: '2026-10-08T14:01:12Z', source: 'logs', name: 'PutRetentionPolicy', caller: ada('2026-10-08'), request: { logGroupName: '/aws/lambda/checkout', retentionInDays: 7 } },
    ],
    shownBy: { 'LOG-07': [0, 2], 'CHG-01': 'all', 'CHG-02': 'all' },
  },
  {
    name: 'interactive-access',
    sentence: 'A person opens CloudShell in shop-prod and asks the warehouse a question by hand.',
    calls: [
      { ...PROD_IRELAND, at: '2026-10-20T08:20:15Z', source: 'cloudshell', name: 'CreateSession', caller: ada('2026-10-20'), request: { EnvironmentId: '7f1e9a30-5b62-4c0d-8e14-2a6f3c9d7b50' } },
      { ...DATA_IRELAND, at: '2026-10-22T09:52:10Z', source: 'athena', name: 'StartQueryExecution', caller: inConsole(DAN, DATA, '2026-10-22'), request: { queryString: '***OMITTED***', workGroup: 'analysts' }, response: { queryExecutionId: '5e0d7c2a-1b94-4f63-a8e7-9c3b2d1f0a68' } },
    ],
    shownBy: { 'PRIV-07': 'all' },
  },
  {
    name: 'organisation-changed',
    sentence: 'GuardDuty is given a delegated administrator in the organisation, and a policy is attached to a unit.',
    calls: [
      { ...PROD_GLOBAL, at: '2026-10-19T09:12:44Z', source: 'organizations', name: 'RegisterDelegatedAdministrator', caller: eva('2026-10-19'), request: { accountId: DATA, servicePrincipal: 'guardduty.amazonaws.com' } },
      { ...PROD_GLOBAL, at: '2026-10-19T09:20:01Z', source: 'organizations', name: 'AttachPolicy', caller: eva('2026-10-19'), request: { policyId: 'p-examplepolicy1', targetId: 'ou-exam-pleunit01' } },
    ],
    shownBy: { 'ORG-01': 'all', 'CHG-01': 'all', 'CHG-02': 'all' },
  },
  {
    name: 'vendor-visits',
    sentence: 'The monitoring vendor, a known account, takes its role in shop-prod twelve times.',
    calls: vendorVisits.map((at): Call => ({
      ...PROD_IRELAND, at, source: 'sts', name: 'AssumeRole', reads: true,
      caller: { identity: { type: 'AWSAccount', principalId: `${uniqueId('AROA', 'vendor')}:watcher`, accountId: VENDOR }, ip: '192.0.2.200', agent: 'Boto3/1.40.30 md/Botocore#1.40.30 ua/2.1 os/linux lang/python#3.12.11', console: false },
      request: { roleArn: roleArn(vendorRole(at)), roleSessionName: 'watcher', externalId: 'example-shop-7731' },
      response: issued(vendorRole(at)),
      resources: [{ arn: roleArn(vendorRole(at)), type: 'AWS::IAM::Role' }],
      fields: { sharedEventID: uuidOf(`vendor visit ${at}`) },
    })),
    shownBy: { 'PRIV-01': [0, -1], 'PRIV-02': [0, -1] },
  },
  {
    name: 'role-across-accounts',
    sentence: 'A role of shop-prod takes a role in shop-data for the month\'s end: one call, recorded once in each account.',
    calls: [PROD_IRELAND, DATA_IRELAND].map((place): Call => ({
      ...place, at: reader.startedAt, source: 'sts', name: 'AssumeRole', reads: true,
      caller: place.account === PROD ? onCommandLine(ADA, PROD, '2026-10-30', 'sts.assume-role') : { ...onCommandLine(ADA, PROD, '2026-10-30', 'sts.assume-role'), identity: { type: 'AWSAccount', principalId: `${uniqueId('AROA', 'platform')}:${ADA.email}`, accountId: PROD } },
      request: { roleArn: roleArn(reader), roleSessionName: 'month-end' },
      response: issued(reader),
      resources: [{ arn: roleArn(reader), type: 'AWS::IAM::Role' }],
      fields: { sharedEventID: shared, ...(place.account === PROD ? {} : { recipientAccountId: DATA }) },
    })),
    shownBy: { 'PRIV-01': [1], 'PRIV-02': [1] },
  },
  {
    name: 'trust-widened',
    sentence: 'The role of the vendor is opened to a second account of the same vendor, which nobody has listed.',
    calls: [iam('2026-10-27T14:44:10Z', 'UpdateAssumeRolePolicy', ada('2026-10-27'), { roleName: 'vendor-monitoring', policyDocument: `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":["arn:aws:iam::${VENDOR}:root","arn:aws:iam::777788880000:root"]},"Action":"sts:AssumeRole"}]}` })],
    shownBy: { 'IAM-04': 'all', 'CHG-01': 'all', 'CHG-02': 'all' },
  },
  {
    name: 'refused-calls',
    sentence: 'A developer is refused three times what her role does not allow.',
    calls: [denied('2026-10-29T13:02:05Z', 'secretsmanager', 'GetSecretValue', 'secretsmanager:GetSecretValue'), denied('2026-10-29T13:02:40Z', 'secretsmanager', 'GetSecretValue', 'secretsmanager:GetSecretValue'), denied('2026-10-29T13:05:12Z', 'iam', 'ListUsers', 'iam:ListUsers')].map((call): Call => (call.source === 'iam' ? { ...call, ...PROD_GLOBAL } : call)),
    shownBy: { 'ERR-01': 'all' },
  },
  {
    name: 'throttled-calls',
    sentence: 'A reporting script reads too fast and is throttled.',
    calls: ['2026-10-05T06:00:11Z', '2026-10-05T06:00:12Z', '2026-10-05T06:00:14Z'].map((at): Call => ({
      ...PROD_IRELAND, at, source: 'logs', name: 'FilterLogEvents', reads: true, request: { logGroupName: '/aws/lambda/orders-api' },
      caller: iamUser(PROD, 'report-script', { ip: '198.51.100.90', agent: 'Boto3/1.40.30 md/Botocore#1.40.30 ua/2.1 os/linux lang/python#3.12.11', key: 'AKIA' }),
      error: { code: 'ThrottlingException', message: 'Rate exceeded' },
    })),
    shownBy: { 'ERR-02': [0, -1] },
  },
  {
    name: 'hostile-texts',
    sentence: 'Somebody writes markup, a formula and table bars into an alarm\'s name, a user agent and a session name. They must come out as text.',
    calls: [
      {
        ...PROD_IRELAND, at: '2026-10-29T18:30:30Z', source: 'monitoring', name: 'PutMetricAlarm',
        caller: { ...iamUser(PROD, 'report-script', { ip: '198.51.100.90', agent: '', key: 'AKIA' }), agent: '<script>alert("agent")</script> | =HYPERLINK("https://evil.example","open") | [x](javascript:alert(1))' },
        request: { alarmName: '=cmd|\' /C calc\'!A0 <img src=x onerror=alert(1)> | **bold** `code`', alarmDescription: '</td></table><h1>hello</h1>', actionsEnabled: false, metricName: 'Errors', namespace: 'AWS/Lambda', threshold: 1 },
      },
      {
        ...PROD_IRELAND, at: '2026-10-29T18:31:02Z', source: 'sts', name: 'AssumeRole', reads: true,
        caller: { ...iamUser(PROD, 'report-script', { ip: '198.51.100.90', agent: '', key: 'AKIA' }), agent: '+SUM(A1:A9)*1|@evil' },
        request: { roleArn: `arn:aws:iam::${PROD}:role/reporting-all-tables`, roleSessionName: '=2+5@evil,-1' },
        response: issued(roleSession({ account: PROD, roleName: 'reporting-all-tables', sessionName: '=2+5@evil,-1', startedAt: '2026-10-29T18:31:02Z' })),
        resources: [{ arn: `arn:aws:iam::${PROD}:role/reporting-all-tables`, type: 'AWS::IAM::Role' }],
      },
    ],
    shownBy: { 'LOG-07': [0], 'CHG-01': [0], 'PRIV-01': [1] },
  },
];
