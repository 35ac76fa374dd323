import { identityCenterSession, inConsole, iamUser, issued, roleArn, root, sessionArn, uniqueId } from '../callers.js';
import { workingDays } from '../calendar.js';
import { ADA, BROWSER, IRELAND, type Person, type Place, PROD, PROD_FRANKFURT, PROD_GLOBAL, TEAM } from '../company.js';
import type { Call } from '../record.js';
import type { Scene } from '../scene.js';

const SIGN_IN = { eventType: 'AwsConsoleSignIn' } as const;
const LOGIN_TO = 'https://console.aws.amazon.com/console/home?hashArgs=%23&isauthcode=true&state=hashArgsFromTB_eu-west-1_4c1f0e7a';

/** A sign-in through Identity Center: the role taken with SAML, and the console entered. Its MFA is never in CloudTrail. */
export function teamSignIn(person: Person, account: string, day: string): readonly [Call, Call] {
  const session = identityCenterSession(person, account, day);
  const place: Place = { account, region: IRELAND };
  const caller = inConsole(person, account, day);
  const provider = `arn:aws:iam::${account}:saml-provider/AWSSSO_0f1e2d3c4b5a6978_DO_NOT_DELETE`;
  return [
    {
      ...place, at: session.startedAt, source: 'sts', name: 'AssumeRoleWithSAML', reads: true,
      caller: { identity: { type: 'SAMLUser', principalId: `${uniqueId('ANPA', provider)}:${person.email}`, userName: person.email, identityProvider: provider }, ip: person.ip, agent: BROWSER, console: false },
      request: { sAMLAssertionID: `_${session.keyId.toLowerCase()}`, roleSessionName: person.email, principalArn: provider, roleArn: roleArn(session), durationSeconds: 43200 },
      response: { ...issued(session), subject: person.email, subjectType: 'persistent', issuer: 'https://portal.sso.eu-west-1.amazonaws.com/saml/assertion', audience: 'https://signin.aws.amazon.com/saml' },
    },
    {
      ...place, at: session.startedAt, source: 'signin', name: 'ConsoleLogin',
      caller: { ...caller, identity: { type: 'AssumedRole', principalId: caller.identity['principalId'] ?? '', arn: sessionArn(session), accountId: account, sessionContext: caller.identity['sessionContext'] ?? null }, console: false },
      response: { ConsoleLogin: 'Success' },
      fields: { ...SIGN_IN, additionalEventData: { MobileVersion: 'No', MFAUsed: 'No' } },
    },
  ];
}

const teamSignIns = workingDays().flatMap((day) => TEAM.flatMap(({ person, accounts }) => accounts.map((account) => teamSignIn(person, account, day))));

const REPORTS_USER = 'marketing-reports';

function userLogin(at: string, result: 'Success' | 'Failure', ip: string, userName = REPORTS_USER, mfa: 'Yes' | 'No' = 'No'): Call {
  const caller = iamUser(PROD, userName, { ip, agent: BROWSER });
  return {
    ...PROD_FRANKFURT, at, source: 'signin', name: 'ConsoleLogin', caller,
    response: { ConsoleLogin: result },
    fields: {
      ...SIGN_IN,
      ...(result === 'Failure' ? { errorMessage: 'Failed authentication' } : {}),
      // A failed sign-in keeps its answer, unlike a failed call.
      responseElements: { ConsoleLogin: result },
      additionalEventData: { LoginTo: LOGIN_TO, MobileVersion: 'No', MFAUsed: mfa },
    },
  };
}

const burst = [0, 38, 71, 115, 160, 233, 301].map((seconds) => userLogin(new Date(Date.parse('2026-10-13T02:41:09Z') + seconds * 1000).toISOString().replace('.000', ''), 'Failure', '192.0.2.66'));

const ROOT_SINCE = '2026-10-06T08:31:12Z';
const rootIp = '198.51.100.21';

export const SIGN_INS: readonly Scene[] = [
  {
    name: 'team-sign-ins',
    sentence: 'Five people sign in through IAM Identity Center on every working day. Their records say MFAUsed "No", which says nothing: the identity provider checks MFA.',
    calls: teamSignIns.map(([, login]) => login),
    shownBy: { 'AUTH-01': 'all' },
    absentFrom: ['AUTH-02', 'AUTH-03'],
  },
  {
    name: 'iam-user-without-mfa',
    sentence: 'The IAM user marketing-reports signs in to the console of shop-prod with a password only.',
    calls: [userLogin('2026-10-12T09:14:50Z', 'Success', '203.0.113.140')],
    shownBy: { 'AUTH-01': 'all', 'AUTH-02': 'all', 'AUTH-05': 'all' },
  },
  {
    name: 'iam-user-with-mfa',
    sentence: 'The contractor hugo.marin signs in to shop-prod as an IAM user, with MFA, from Spain.',
    calls: [userLogin('2026-10-26T09:02:31Z', 'Success', '203.0.113.201', 'hugo.marin', 'Yes')],
    shownBy: { 'AUTH-01': 'all', 'AUTH-05': 'all', 'RES-04': 'all' },
    absentFrom: ['AUTH-02'],
  },
  {
    name: 'failed-sign-in-burst',
    sentence: 'Seven sign-ins as marketing-reports fail within five minutes, in the night, from one address. Nobody gets in afterwards.',
    calls: burst,
    shownBy: { 'AUTH-01': 'all', 'AUTH-03': [0, -1] },
    absentFrom: ['AUTH-02'],
  },
  {
    name: 'root-sign-in',
    sentence: 'The root user of shop-prod signs in once, with MFA, and sets the security contact of the account.',
    calls: [
      {
        ...PROD_GLOBAL, at: ROOT_SINCE, source: 'signin', name: 'ConsoleLogin', caller: root(PROD, { ip: rootIp, since: null }),
        response: { ConsoleLogin: 'Success' },
        fields: { ...SIGN_IN, additionalEventData: { LoginTo: LOGIN_TO, MobileVersion: 'No', MFAIdentifier: `arn:aws:iam::${PROD}:mfa/root-account-mfa-device`, MFAUsed: 'Yes' } },
      },
      {
        ...PROD_GLOBAL, at: '2026-10-06T08:37:45Z', source: 'account', name: 'PutAlternateContact', caller: root(PROD, { ip: rootIp, since: ROOT_SINCE }),
        request: { alternateContactType: 'SECURITY', emailAddress: 'HIDDEN_DUE_TO_SECURITY_REASONS', name: 'HIDDEN_DUE_TO_SECURITY_REASONS', phoneNumber: 'HIDDEN_DUE_TO_SECURITY_REASONS', title: 'HIDDEN_DUE_TO_SECURITY_REASONS' },
      },
    ],
    shownBy: { 'ROOT-01': 'all', 'ROOT-02': [1], 'AUTH-01': [0], 'CHG-01': [1], 'CHG-02': [1] },
    absentFrom: ['AUTH-02'],
  },
  {
    name: 'mfa-device-added',
    sentence: 'An MFA device is made for the new user finn.weber and switched on.',
    calls: [
      { ...PROD_GLOBAL, at: '2026-10-05T09:21:10Z', source: 'iam', name: 'CreateVirtualMFADevice', caller: inConsole(ADA, PROD, '2026-10-05'), request: { virtualMFADeviceName: 'finn.weber', path: '/' }, response: { virtualMFADevice: { serialNumber: `arn:aws:iam::${PROD}:mfa/finn.weber` } } },
      { ...PROD_GLOBAL, at: '2026-10-05T09:22:31Z', source: 'iam', name: 'EnableMFADevice', caller: inConsole(ADA, PROD, '2026-10-05'), request: { userName: 'finn.weber', serialNumber: `arn:aws:iam::${PROD}:mfa/finn.weber` } },
    ],
    shownBy: { 'MFA-01': 'all', 'CHG-01': 'all', 'CHG-02': 'all' },
  },
];

/** The roles behind these sign-ins, and the sign-ins of the day before the month: told by no scene, yet there. */
export function otherSignIns(): readonly Call[] {
  const before = TEAM.flatMap(({ person, accounts }) => accounts.flatMap((account) => teamSignIn(person, account, '2026-09-30')));
  return [...before, ...teamSignIns.map(([role]) => role)];
}
