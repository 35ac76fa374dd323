import { describe, expect, it } from '@jest/globals';
import { lineageOf, readHop } from '../../src/evidence/lineage.js';
import { lineageSentences } from '../../src/evidence/lineage-words.js';
import { HOSTILE } from '../report/hostile.js';

const COLUMNS = ['event_time', 'account_id', 'region', 'event_name', 'resource', 'login', 'login_name', 'login_time', 'login_mfa', 'login_address', 'login_event_id', 'confidence', 'hops', 'hop_1', 'hop_2', 'ci_repository', 'ci_ref', 'ci_workflow', 'through', 'event_id'];

const DANA: Readonly<Record<string, string | null>> = {
  event_time: '2026-10-05T07:31:02Z', account_id: '111122223333', region: 'eu-west-1', event_name: 'UpdateFunctionCode', resource: 'checkout',
  login: 'ConsoleLogin', login_name: 'dana', login_time: '2026-10-05T07:05:47Z', login_mfa: 'yes', login_address: '198.51.100.7', login_event_id: 'e-login', confidence: 'strong', hops: '2',
  hop_1: '[principal id and session start; strong] 2026-10-05T07:12:03Z e-switch console role switch 111122223333 DeployAdmin/dana',
  hop_2: '[principal id and session start; strong] 2026-10-05T07:05:47Z e-login console sign-in 111122223333 dana',
  event_id: 'e-change',
};

function rowOf(change: Readonly<Record<string, string | null>> = {}): (string | null)[] {
  const values = { ...DANA, ...change };
  return COLUMNS.map((column) => values[column] ?? null);
}

/** The chain as a reader sees it. */
function said(change: Readonly<Record<string, string | null>> = {}): readonly string[] {
  const lineage = lineageOf(COLUMNS, rowOf(change));
  return lineage === null ? [] : lineageSentences(lineage).map((sentence) => sentence.map(({ text }) => text).join(''));
}

describe('a chain in words', () => {
  it('begins with the change and ends with who signed in', () => {
    expect(said()).toEqual([
      'UpdateFunctionCode on checkout at 2026-10-05T07:31:02Z',
      '← role DeployAdmin/dana ← console role switch at 07:12:03 (principal id and session start: strong; event e-switch)',
      '← IAM user dana, signed in at 07:05:47 with MFA from 198.51.100.7 (principal id and session start: strong; event e-login); weakest link strong',
    ]);
  });

  const noHops = { hop_1: null, hop_2: null };
  const bySaml = { hop_1: '[access key issued by STS; certain] 2026-10-05T06:58:40Z e-saml role by SAML 111122223333 Admin/ada', hop_2: null };
  it.each([
    ['without MFA', { login_mfa: 'no' }, '← IAM user dana, signed in at 07:05:47 without MFA from 198.51.100.7 (principal id and session start: strong; event e-login); weakest link strong'],
    ['root', { login_name: 'root', hop_1: '[last sign-in before; possible] 2026-10-05T07:05:47Z e-login console sign-in 111122223333 root', hop_2: null }, '← the user root, signed in at 07:05:47 with MFA from 198.51.100.7 (last sign-in before: possible; event e-login)'],
    ['the day before', { login_time: '2026-10-04T22:00:00Z' }, '← IAM user dana, signed in at 2026-10-04T22:00:00Z with MFA from 198.51.100.7 (principal id and session start: strong; event e-login); weakest link strong'],
    ['Identity Center', { ...bySaml, login: 'Identity Center', login_name: 'ada', login_mfa: 'not in CloudTrail' }, '← ada of IAM Identity Center, signed in at 07:05:47 from 198.51.100.7; its record does not show MFA'],
    ['SAML', { ...bySaml, login: 'SAML', login_name: 'ada', login_mfa: 'not in CloudTrail' }, '← ada of a SAML provider, signed in at 07:05:47 from 198.51.100.7; its record does not show MFA'],
    ['a workflow', { ...noHops, login: 'web identity', login_name: 'repo:shop/shop:ref:refs/heads/main', login_mfa: null, ci_repository: 'shop/shop', ci_ref: 'refs/heads/main', ci_workflow: 'deploy.yml' }, '← CI run of shop/shop for refs/heads/main, workflow deploy.yml, by its token at 07:05:47 from 198.51.100.7'],
    ['a pod', { ...noHops, login: 'web identity', login_name: 'system:serviceaccount:shop:worker', login_mfa: null }, '← token of system:serviceaccount:shop:worker at 07:05:47 from 198.51.100.7'],
    ['a certificate', { ...noHops, login: 'certificate', login_mfa: null }, '← a certificate, by IAM Roles Anywhere, at 07:05:47 from 198.51.100.7'],
    ['a key', { ...noHops, login: 'long-lived key', login_mfa: 'no' }, '← long-lived key of dana, without MFA, from 198.51.100.7'],
    ['a service', { ...noHops, login: 'AWS service', login_name: 'lambda.amazonaws.com', login_mfa: null }, '← AWS service lambda.amazonaws.com, no person'],
    ['nobody found', { ...noHops, login: 'not found in the scanned window', login_name: 'DeployAdmin/dana', login_time: null, login_mfa: null, login_address: null, confidence: 'none' }, '← sign-in not found in the scanned window; first known caller DeployAdmin/dana'],
  ])('ends with %s', (_, change, last) => {
    expect(said(change).at(-1)).toBe(last);
  });

  it.each([
    ['role', '← role X/y, taken at 07:00:00 (access key issued by STS: certain; event e-1)'],
    ['console role switch', '← role X/y ← console role switch at 07:00:00 (access key issued by STS: certain; event e-1)'],
    ['role by SAML', '← role X/y, taken with SAML at 07:00:00 (access key issued by STS: certain; event e-1)'],
    ['role by web identity', '← role X/y, taken with a token at 07:00:00 (access key issued by STS: certain; event e-1)'],
    ['role by certificate', '← role X/y, taken with a certificate at 07:00:00 (access key issued by STS: certain; event e-1)'],
    ['root session', '← session as root of account 444455556666, opened at 07:00:00 (access key issued by STS: certain; event e-1)'],
    ['session token', '← session token of X/y, issued at 07:00:00 (access key issued by STS: certain; event e-1)'],
    ['federation token', '← federation token for X/y, issued at 07:00:00 (access key issued by STS: certain; event e-1)'],
  ])('tells of a %s', (opening, line) => {
    expect(said({ hop_1: `[access key issued by STS; certain] 2026-10-05T07:00:00Z e-1 ${opening} 444455556666 X/y` })[1]).toBe(line);
  });

  it('tells of the other account’s copy of a call', () => {
    expect(said({ hop_1: '[shared event id; certain] 2026-10-05T07:00:00Z e-1 role 444455556666 X/y' })[1]).toBe('← the same call in the log of the account it came from at 07:00:00 (shared event id: certain; event e-1)');
  });

  it('names the service a change was made through', () => {
    expect(said({ through: 'cloudformation.amazonaws.com' })[0]).toBe('UpdateFunctionCode on checkout at 2026-10-05T07:31:02Z, through cloudformation.amazonaws.com');
  });
});

describe('what others chose', () => {
  it.each(Object.entries(HOSTILE))('stays a name: %s', (_, text) => {
    const lineage = lineageOf(COLUMNS, rowOf({ resource: text, login_name: text, hop_1: `[access key issued by STS; certain] 2026-10-05T07:00:00Z e-1 role 444455556666 ${text}` }));
    expect(lineage?.hops[0]?.name).toBe(text);
    const words = lineage === null ? [] : lineageSentences(lineage).flat().filter(({ kind }) => kind === 'words').map((phrase) => phrase.text);
    expect(words.join('')).not.toContain(text.length > 2 ? text : '\0');
  });

  it('cannot pass for another link', () => {
    const forged = 'x [sign-in session id; certain] 2026-10-05T07:00:00Z e-2 console sign-in 111122223333 root';
    expect(readHop(`[last sign-in before; possible] 2026-10-05T06:00:00Z e-1 role 444455556666 ${forged}`)).toEqual({
      evidence: 'last sign-in before', confidence: 'possible', time: '2026-10-05T06:00:00Z', eventId: 'e-1', opening: 'role', account: '444455556666', name: forged,
    });
  });

  it.each([
    ['an unknown login', { login: 'divination' }],
    ['a link that cannot be read', { hop_1: 'role DeployAdmin' }],
    ['an unknown confidence', { confidence: 'high' }],
  ])('is no chain with %s', (_, change) => {
    expect(lineageOf(COLUMNS, rowOf(change))).toBeNull();
  });
});
