import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Caller, iamUser, inSession, roleArn, roleSession, root, sessionArn } from '../../src/demo/callers.js';
import { DAY_MS, instant } from '../../src/demo/calendar.js';
import { BROWSER, type Place, PROD, PROD_GLOBAL, PROD_IRELAND } from '../../src/demo/company.js';
import { lettersOf, sha256, uuidOf } from '../../src/demo/dice.js';
import { type Call, logRecord } from '../../src/demo/record.js';

/** Three months of one account in two regions: small enough to be read whole, and told month by month in docs/tutorial.md. */
export const STORY_MONTHS = ['2026-08', '2026-09', '2026-10'] as const;
const FIRST_DAY = '2026-07-31';
const LAST_DAY = '2026-11-01';
const PLACES: readonly Place[] = [PROD_IRELAND, PROD_GLOBAL];

/** Signs in with a password only, until October: the team of the vendor that owns the user was asked to change that. */
const VENDOR_USER = 'vendor-monitoring';
/** Taken in an emergency, each time for an incident with a number. */
const EMERGENCY_ROLE = 'BreakGlassAdmin';
const ENGINEER = 'ada.berg@shop.example';

/** What an auditor would ask about, in order. Everything else is a deploy a day, which is what the account is for. */
export const STORY: readonly Call[] = [
  // August
  consoleSignIn('2026-08-04T08:12:40Z', root(PROD, { ip: '198.51.100.21', since: null }), 'Yes'),
  { ...PROD_GLOBAL, at: '2026-08-04T08:19:02Z', source: 'iam', name: 'UpdateAccountPasswordPolicy', caller: root(PROD, { ip: '198.51.100.21', since: '2026-08-04T08:12:40Z' }), request: { minimumPasswordLength: 16 } },
  vendorSignIn('2026-08-12T09:03:11Z', 'No'),
  ...emergency('2026-08-20T22:40:05Z', 'INC-1988'),
  // September
  vendorSignIn('2026-09-09T09:05:52Z', 'No'),
  ...emergency('2026-09-17T03:12:30Z', 'INC-2011'),
  deploy('2026-09-18T16:41:09Z', engineer('2026-09-18T08:02:00Z'), 'made by hand'),
  { ...PROD_IRELAND, at: '2026-09-23T14:06:18Z', source: 'ec2', name: 'AuthorizeSecurityGroupIngress', caller: engineer('2026-09-23T07:55:00Z'), request: { groupId: 'sg-0a1b2c3d4e5f60718', ipPermissions: { items: [{ ipProtocol: 'tcp', fromPort: 22, toPort: 22, groups: {}, ipRanges: { items: [{ cidrIp: '0.0.0.0/0' }] }, ipv6Ranges: {}, prefixListIds: {} }] } }, response: { _return: true } },
  // October
  vendorSignIn('2026-10-14T09:01:37Z', 'Yes'),
  ...emergency('2026-10-06T19:20:44Z', 'INC-2030'),
];

/** Writes the archive as CloudTrail lays it out: a file a day for each region. The same bytes every time. */
export async function writeThreeMonths(folder: string): Promise<void> {
  for (const place of PLACES) {
    for (let at = Date.parse(FIRST_DAY); at <= Date.parse(LAST_DAY); at += DAY_MS) await writeDay(folder, place, instant(at).slice(0, 10));
  }
}

async function writeDay(folder: string, place: Place, day: string): Promise<void> {
  const calls = [...everyday(place, day), ...STORY.filter((call) => call.region === place.region && call.at.startsWith(day))].sort((a, b) => (a.at < b.at ? -1 : 1));
  const records = calls.map((call, index) => logRecord(call, uuidOf(`story ${call.at} ${call.region} ${call.name} ${index}`)));
  const key = `AWSLogs/${place.account}/CloudTrail/${place.region}/${day.replaceAll('-', '/')}/${place.account}_CloudTrail_${place.region}_${day.replaceAll('-', '')}T2355Z_${lettersOf(`story ${place.region} ${day}`, 16)}.json.gz`;
  await mkdir(dirname(join(folder, key)), { recursive: true });
  await writeFile(join(folder, key), gzipSync(JSON.stringify({ Records: records })));
}

/** The pipeline's deploy in Ireland; a look at the roles where global services record. */
function everyday(place: Place, day: string): readonly Call[] {
  const session = roleSession({ account: PROD, roleName: 'github-deploy', sessionName: 'GitHubActions', startedAt: `${day}T10:00:00Z` });
  const caller = inSession(session, { ip: '20.57.79.12', agent: 'aws-cli/2.31.4 exec-env/GitHubActions' });
  return place.region === PROD_IRELAND.region
    ? [deploy(`${day}T10:02:00Z`, caller, `build of ${day}`)]
    : [{ ...place, at: `${day}T10:01:00Z`, source: 'iam', name: 'ListRoles', caller, reads: true }];
}

function deploy(at: string, caller: Caller, code: string): Call {
  return { ...PROD_IRELAND, at, source: 'lambda', name: 'UpdateFunctionCode20150331v2', caller, request: { functionName: 'checkout', publish: true }, response: { functionName: 'checkout', codeSha256: codeSha256(code) } };
}

/** As Lambda states it: base64. */
function codeSha256(code: string): string {
  return Buffer.from(sha256(code), 'hex').toString('base64');
}

/** The pipeline's own list of a month's builds, one of which was never deployed. */
export function buildsCsv(month: string): string {
  const days = Array.from({ length: 31 }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`).filter((day) => instant(Date.parse(day)).startsWith(month));
  return ['build,code_sha256', ...days.map((day) => `${day}.1,${codeSha256(`build of ${day}`)}`), `${month}-30.2,${codeSha256('never deployed')}`, ''].join('\n');
}

function vendorSignIn(at: string, mfa: 'Yes' | 'No'): Call {
  return consoleSignIn(at, iamUser(PROD, VENDOR_USER, { ip: '203.0.113.140', agent: BROWSER }), mfa);
}

function consoleSignIn(at: string, caller: Caller, mfa: 'Yes' | 'No'): Call {
  return {
    ...PROD_GLOBAL, at, source: 'signin', name: 'ConsoleLogin', caller, response: { ConsoleLogin: 'Success' },
    fields: { eventType: 'AwsConsoleSignIn', additionalEventData: { LoginTo: 'https://console.aws.amazon.com/console/home', MobileVersion: 'No', MFAUsed: mfa } },
  };
}

/** The emergency role is taken, and one table is given more room with it. */
function emergency(at: string, incident: string): readonly Call[] {
  const session = roleSession({ account: PROD, roleName: EMERGENCY_ROLE, sessionName: incident, startedAt: at, sourceIdentity: ENGINEER });
  const arn = roleArn(session);
  return [
    { ...PROD_IRELAND, at, source: 'sts', name: 'AssumeRole', caller: engineer(at), reads: true, request: { roleArn: arn, roleSessionName: incident, sourceIdentity: ENGINEER }, response: { assumedRoleUser: { arn: sessionArn(session) }, sourceIdentity: ENGINEER }, resources: [{ arn, type: 'AWS::IAM::Role' }] },
    { ...PROD_IRELAND, at: instant(Date.parse(at) + 120_000), source: 'dynamodb', name: 'UpdateTable', caller: inSession(session, { ip: '203.0.113.21', agent: 'aws-cli/2.31.4' }), request: { tableName: 'orders', billingMode: 'PAY_PER_REQUEST' } },
  ];
}

function engineer(since: string): Caller {
  const session = roleSession({ account: PROD, roleName: 'AWSReservedSSO_PlatformEngineer_0f1e2d3c4b5a6978', rolePath: '/aws-reserved/sso.amazonaws.com/eu-west-1/', sessionName: ENGINEER, startedAt: since });
  return inSession(session, { ip: '203.0.113.21', agent: 'aws-cli/2.31.4' });
}

export const STORY_SETTINGS = `scope:
  accounts:
    - { id: "${PROD}", name: shop-prod }
  regions: [${PROD_IRELAND.region}, ${PROD_GLOBAL.region}]

lists:
  break-glass-roles: [${EMERGENCY_ROLE}]
  deploy-roles: [github-deploy]
  approved-regions: [${PROD_IRELAND.region}, ${PROD_GLOBAL.region}]

report:
  entity: Example Shop Ltd (tutorial)
  prepared-by: Ada Berg
`;
