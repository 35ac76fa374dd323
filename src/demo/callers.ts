import { BROWSER, IRELAND, type Person, PROD } from './company.js';
import { expiry, HOUR_MS, instant } from './calendar.js';
import { capitalsOf, Dice, sha256 } from './dice.js';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
export type JsonObject = { readonly [name: string]: Json };

/** Who calls, and from where: the part of a record that does not depend on what is called. */
export interface Caller {
  readonly identity: JsonObject;
  readonly ip: string;
  readonly agent: string;
  /** True where the credentials came from the console. */
  readonly console: boolean;
}

/** "EXAMPLE" in every made-up key and id, so that nobody takes one for real. */
export function accessKeyId(kind: 'ASIA' | 'AKIA', name: string): string {
  return `${kind}EXAMPLE${capitalsOf(name, 9)}`;
}

export function uniqueId(kind: 'AROA' | 'AIDA' | 'ANPA', name: string): string {
  return `${kind}EXAMPLE${capitalsOf(name, 10)}`;
}

/** A session of a role: what STS answers, and what every call in the session carries. */
export interface RoleSession {
  readonly account: string;
  readonly roleName: string;
  readonly rolePath: string;
  readonly sessionName: string;
  readonly startedAt: string;
  readonly keyId: string;
  readonly sourceIdentity?: string;
  readonly provider?: string;
}

export function roleSession(session: Omit<RoleSession, 'keyId' | 'rolePath'> & { readonly rolePath?: string }): RoleSession {
  return { rolePath: '/', ...session, keyId: accessKeyId('ASIA', `${session.account} ${session.roleName} ${session.sessionName} ${session.startedAt}`) };
}

export function roleArn({ account, rolePath, roleName }: Pick<RoleSession, 'account' | 'rolePath' | 'roleName'>): string {
  return `arn:aws:iam::${account}:role${rolePath}${roleName}`;
}

export function sessionArn({ account, roleName, sessionName }: RoleSession): string {
  return `arn:aws:sts::${account}:assumed-role/${roleName}/${sessionName}`;
}

function roleId({ account, roleName }: RoleSession): string {
  return uniqueId('AROA', `${account} ${roleName}`);
}

export function inSession(session: RoleSession, where: { readonly ip: string; readonly agent: string; readonly console?: boolean }): Caller {
  const { account, roleName, startedAt, sourceIdentity, provider } = session;
  return {
    identity: {
      type: 'AssumedRole',
      principalId: `${roleId(session)}:${session.sessionName}`,
      arn: sessionArn(session),
      accountId: account,
      accessKeyId: session.keyId,
      sessionContext: {
        sessionIssuer: { type: 'Role', principalId: roleId(session), arn: roleArn(session), accountId: account, userName: roleName },
        ...(provider === undefined ? {} : { webIdFederationData: { federatedProvider: provider, attributes: {} } }),
        attributes: { creationDate: startedAt, mfaAuthenticated: 'false' },
        ...(sourceIdentity === undefined ? {} : { sourceIdentity }),
      },
    },
    ip: where.ip,
    agent: where.agent,
    console: where.console ?? false,
  };
}

/** What STS answers to whoever opens the session. */
export function issued(session: RoleSession): JsonObject {
  return {
    credentials: { accessKeyId: session.keyId, sessionToken: 'IQoJEXAMPLETOKENMADEUP', expiration: expiry(Date.parse(session.startedAt) + HOUR_MS) },
    assumedRoleUser: { assumedRoleId: `${roleId(session)}:${session.sessionName}`, arn: sessionArn(session) },
  };
}

/** The role Identity Center keeps in an account for a permission set. */
export function identityCenterSession(person: Person, account: string, day: string, startedAt = morning(person, account, day)): RoleSession {
  return roleSession({
    account,
    roleName: `AWSReservedSSO_${person.permissionSet}_${sha256(`${account} ${person.permissionSet}`).slice(0, 16)}`,
    rolePath: `/aws-reserved/sso.amazonaws.com/${IRELAND}/`,
    sessionName: person.email,
    startedAt,
  });
}

/** People sign in between twenty past six and five to seven. */
function morning(person: Person, account: string, day: string): string {
  const dice = new Dice(`sign-in ${person.email} ${account} ${day}`);
  return instant(Date.parse(`${day}T06:20:00Z`) + dice.whole(35 * 60) * 1000);
}

export function inConsole(person: Person, account: string, day: string): Caller {
  return inSession(identityCenterSession(person, account, day), { ip: person.ip, agent: BROWSER, console: true });
}

export function onCommandLine(person: Person, account: string, day: string, command: string, startedAt?: string): Caller {
  const agent = `aws-cli/2.31.4 md/awscrt#0.28.4 ua/2.1 os/macos#25.0.0 md/arch#arm64 lang/python#3.13.7 md/command#${command}`;
  return inSession(identityCenterSession(person, account, day, startedAt), { ip: person.ip, agent });
}

export function iamUser(account: string, userName: string, where: { readonly ip: string; readonly agent: string; readonly key?: 'AKIA'; readonly console?: { readonly since: string; readonly mfa: boolean } }): Caller {
  const { key, console } = where;
  return {
    identity: {
      type: 'IAMUser',
      principalId: uniqueId('AIDA', `${account} ${userName}`),
      arn: `arn:aws:iam::${account}:user/${userName}`,
      accountId: account,
      ...(key === undefined ? {} : { accessKeyId: accessKeyId(key, `${account} ${userName}`) }),
      ...(console === undefined ? {} : { accessKeyId: accessKeyId('ASIA', `${account} ${userName} ${console.since}`) }),
      userName,
      ...(console === undefined ? {} : { sessionContext: { attributes: { creationDate: console.since, mfaAuthenticated: String(console.mfa) } } }),
    },
    ip: where.ip,
    agent: where.agent,
    console: console !== undefined,
  };
}

export function root(account: string, where: { readonly ip: string; readonly since: string | null }): Caller {
  const { ip, since } = where;
  return {
    identity: {
      type: 'Root',
      principalId: account,
      arn: `arn:aws:iam::${account}:root`,
      accountId: account,
      ...(since === null ? {} : { accessKeyId: accessKeyId('ASIA', `${account} root ${since}`), sessionContext: { attributes: { creationDate: since, mfaAuthenticated: 'true' } } }),
    },
    ip,
    agent: BROWSER,
    console: since !== null,
  };
}

export function service(name: string): Caller {
  const host = `${name}.amazonaws.com`;
  return { identity: { type: 'AWSService', invokedBy: host }, ip: host, agent: host, console: false };
}

/** A service that does on somebody's behalf what they asked it for. */
export function through(name: string, caller: Caller): Caller {
  const host = `${name}.amazonaws.com`;
  return { identity: { ...caller.identity, invokedBy: host }, ip: host, agent: host, console: false };
}

/** A role AWS keeps for one of its own services. */
export function serviceLinked(account: string, roleName: string, name: string, startedAt: string): Caller {
  const session = roleSession({ account, roleName, rolePath: `/aws-service-role/${name}.amazonaws.com/`, sessionName: roleName, startedAt });
  return through(name, inSession(session, { ip: '', agent: '' }));
}

/** GitHub Actions in the session of a deploy role it was given by its token. */
export function githubSession(account: string, startedAt: string): RoleSession {
  return roleSession({ account, roleName: 'github-deploy', sessionName: 'GitHubActions', startedAt, provider: `arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com` });
}

export const GITHUB_RUNNER = { ip: '20.57.79.12', agent: 'aws-cli/2.31.4 md/awscrt#0.28.4 ua/2.1 os/linux md/arch#x86_64 lang/python#3.13.7 exec-env/GitHubActions' } as const;

/** Not yet anybody in the account: a token from GitHub. */
export function githubToken(subject: string, account = PROD): Caller {
  const provider = `arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com`;
  return {
    identity: { type: 'WebIdentityUser', principalId: `${provider}:sts.amazonaws.com:${subject}`, userName: subject, identityProvider: provider },
    ...GITHUB_RUNNER,
    console: false,
  };
}
