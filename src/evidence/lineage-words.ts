import type { Hop, Lineage, Login } from './lineage.js';

/** A run of text: `name` comes from the logs and goes through each sink's encoder, `words` are ours. */
export interface Phrase {
  readonly kind: 'words' | 'name';
  readonly text: string;
}
export type Sentence = readonly Phrase[];

/** A chain in words, one line a link: the change, what opened the session it was made in, and so on to who signed in. */
export function lineageSentences(lineage: Lineage): readonly Sentence[] {
  const { change, hops, login } = lineage;
  const day = change.time.slice(0, 10);
  const links = hops.filter(({ opening }) => opening !== 'console sign-in');
  return [
    sentence(name(change.event), ...(change.resource === null ? [] : [' on ', name(change.resource)]), ' at ', name(change.time), ...(change.through === null ? [] : [', through ', name(change.through)])),
    ...links.map((hop) => hopSentence(hop, day)),
    loginSentence(lineage, login, day),
  ];
}

function hopSentence(hop: Hop, day: string): Sentence {
  const at = [' at ', name(clock(hop.time, day)), ...proof(hop)];
  if (hop.evidence === 'shared event id') return sentence('← the same call in the log of the account it came from', ...at);
  switch (hop.opening) {
    case 'console role switch': return sentence('← role ', name(hop.name), ' ← console role switch', ...at);
    case 'role': return sentence('← role ', name(hop.name), ', taken', ...at);
    case 'role by SAML': return sentence('← role ', name(hop.name), ', taken with SAML', ...at);
    case 'role by web identity': return sentence('← role ', name(hop.name), ', taken with a token', ...at);
    case 'role by certificate': return sentence('← role ', name(hop.name), ', taken with a certificate', ...at);
    case 'root session': return sentence('← session as root of account ', name(hop.account), ', opened', ...at);
    case 'session token': return sentence('← session token of ', name(hop.name), ', issued', ...at);
    case 'federation token': return sentence('← federation token for ', name(hop.name), ', issued', ...at);
    case 'console sign-in': return sentence('← console sign-in of ', name(hop.name), ...at);
  }
}

function loginSentence({ hops, confidence }: Lineage, login: Login, day: string): Sentence {
  const who = login.name === null ? [] : [name(login.name)];
  const from = login.address === null ? [] : [' from ', name(login.address)];
  const at = login.time === null ? [] : [' at ', name(clock(login.time, day))];
  const signIn = hops.at(-1)?.opening === 'console sign-in' ? hops.at(-1) : undefined;
  const end = signIn === undefined ? [] : proof(signIn);
  const weakest = hops.length > 1 && confidence !== 'none' ? [`; weakest link ${confidence}`] : [];
  switch (login.kind) {
    case 'ConsoleLogin': return sentence(`← ${person(login.name)}`, ...who, ', signed in', ...at, mfa(login, ' '), ...from, ...end, ...weakest);
    case 'Identity Center': return sentence('← ', ...who, ' of IAM Identity Center, signed in', ...at, ...from, ...end, '; its record does not show MFA', ...weakest);
    case 'SAML': return sentence('← ', ...who, ' of a SAML provider, signed in', ...at, ...from, ...end, '; its record does not show MFA', ...weakest);
    case 'web identity': return sentence('← ', ...tokenOf(login), ...at, ...from, ...weakest);
    case 'certificate': return sentence('← a certificate, by IAM Roles Anywhere,', ...at, ...from, ...weakest);
    case 'long-lived key': return sentence('← long-lived key of ', ...who, mfa(login, ', '), ',', ...from, ...weakest);
    case 'AWS service': return sentence('← AWS service ', ...who, ', no person', ...weakest);
    case 'not found in the scanned window': return sentence('← sign-in not found in the scanned window; first known caller ', ...who, login.mfa === 'yes' ? ', whose session says MFA' : '');
  }
}

function tokenOf({ ci, name: subject }: Login): readonly (Phrase | string)[] {
  if (ci === null) return ['token of ', name(subject ?? '')];
  const workflow = ci.workflow === null ? [] : [', workflow ', name(ci.workflow)];
  return ['CI run of ', name(ci.repository), ...(ci.ref === null ? [] : [' for ', name(ci.ref)]), ...workflow, ', by its token'];
}

/** A role's session has a slash in its name, which no IAM user's may. */
function person(login: string | null): string {
  if (login === 'root') return 'the user ';
  return (login ?? '').includes('/') ? 'federated user ' : 'IAM user ';
}

function mfa(login: Login, before: string): string {
  if (login.mfa === null) return '';
  return login.mfa === 'not in CloudTrail' ? `${before}(MFA not in CloudTrail)` : `${before}${login.mfa === 'yes' ? 'with MFA' : 'without MFA'}`;
}

function proof(hop: Hop): readonly (Phrase | string)[] {
  return [` (${hop.evidence}: ${hop.confidence}; event `, name(hop.eventId), ')'];
}

/** The time of day, and the day before it where it is another. */
function clock(time: string, day: string): string {
  return time.startsWith(`${day}T`) ? time.slice(11).replace(/Z$/, '') : time;
}

const name = (text: string): Phrase => ({ kind: 'name', text });

function sentence(...parts: readonly (Phrase | string)[]): Sentence {
  return parts.map((part): Phrase => (typeof part === 'string' ? { kind: 'words', text: part } : part)).filter(({ text }) => text !== '');
}
