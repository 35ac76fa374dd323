import { AwsError, printable } from './errors.js';
import type { Pace } from './retry.js';

/** Asks GitHub for an OIDC token: `getIDToken` of @actions/core. */
export type OidcToken = (audience: string) => Promise<string>;

/** The audience AWS knows; it stands in the role's trust policy and in the account's identity provider. */
export const AUDIENCE = 'sts.amazonaws.com';

const MAX_ATTEMPTS = 3;
const BASE_MS = 1_000;

/** A new token each time: one lives for minutes only. */
export async function newGithubToken(oidcToken: OidcToken, mask: (secret: string) => void, pace: Pace): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const token = await oidcToken(AUDIENCE);
      mask(token);
      return token;
    } catch (error) {
      if (attempt === MAX_ATTEMPTS || !mayHeal(error)) throw refused(error);
      await pace.wait(Math.floor(pace.random() * BASE_MS * 2 ** attempt));
    }
  }
}

/** The toolkit tells only in words: `Error Code : 500`; `undefined` where no answer came. */
function statusOf(error: unknown): number | null {
  const told = error instanceof Error ? /Error Code : (\d+)/.exec(error.message)?.[1] : undefined;
  return told === undefined ? null : Number(told);
}

function mayHeal(error: unknown): boolean {
  const status = statusOf(error);
  return status === null || status === 429 || status >= 500;
}

function refused(error: unknown): AwsError {
  const status = statusOf(error);
  const found = status === null ? 'GitHub could not be asked for an OIDC token' : `GitHub answered ${status} when asked for an OIDC token`;
  const fix = status === 401 || status === 403 ? 'Check that the job has "permissions: id-token: write" and is still running.' : 'Run the job again; githubstatus.com says whether Actions is disturbed.';
  return new AwsError(`${found}. ${fix}`, { cause: error });
}

/** Throws unless this is a GitHub job that may ask for OIDC tokens. */
export function checkTokenPermission(env: Readonly<Record<string, string | undefined>>): void {
  if (env['ACTIONS_ID_TOKEN_REQUEST_URL'] && env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']) return;
  if (env['GITHUB_ACTIONS'] !== 'true') {
    throw new AwsError('role-to-assume is taken with an OIDC token, which only a GitHub Actions job can get, and this is none. Leave role-to-assume out, and sign in to AWS before or give a profile.');
  }
  throw new AwsError(
    'The job may not ask GitHub for an OIDC token (ACTIONS_ID_TOKEN_REQUEST_URL is not set), which role-to-assume needs. '
      + 'Add "permissions: { contents: read, id-token: write }" to the job; workflows started from a fork\'s pull request never get it.',
  );
}

/** What a token says of the job. Nothing here is secret: the secret is the signature. */
export interface TokenClaims {
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string;
  /** For example `123`, from claims beside the subject; null where the token has none. */
  readonly ownerId: string | null;
  readonly repositoryId: string | null;
}

/** Null where it is no JSON web token. */
export function claimsOf(token: string): TokenClaims | null {
  const payload = token.split('.')[1];
  if (payload === undefined) return null;
  try {
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Record<string, unknown>;
    return {
      issuer: words(claims['iss']),
      subject: words(claims['sub']),
      audience: words(claims['aud']),
      ownerId: digits(claims['repository_owner_id']),
      repositoryId: digits(claims['repository_id']),
    };
  } catch {
    return null;
  }
}

function words(claim: unknown): string {
  const texts = (Array.isArray(claim) ? claim : [claim]).filter((each) => typeof each === 'string');
  return printable(texts.join(', '));
}

function digits(claim: unknown): string | null {
  return /^\d+$/.test(String(claim)) ? String(claim) : null;
}

/** The two forms GitHub gives a repository's subject: by names, and by names with ids that a later owner of the same name does not have. */
export interface SubjectForms {
  readonly byName: string;
  readonly immutable: string;
  readonly inToken: 'by name' | 'immutable';
}

const BY_NAME = /^repo:([^/@:]+)\/([^/@:]+):(.+)$/;
const IMMUTABLE = /^repo:([^/@:]+)@(\d+)\/([^/@:]+)@(\d+):(.+)$/;

/** Null for a subject made by the organisation's own template, which only its makers can know. */
export function subjectForms({ subject, ownerId, repositoryId }: TokenClaims): SubjectForms | null {
  const [, owner, , repository, , context] = IMMUTABLE.exec(subject) ?? [];
  if (owner !== undefined) return { byName: `repo:${owner}/${repository}:${context}`, immutable: subject, inToken: 'immutable' };
  const [, name, project, rest] = BY_NAME.exec(subject) ?? [];
  if (name === undefined) return null;
  return { byName: subject, immutable: `repo:${name}@${ownerId ?? 'OWNER_ID'}/${project}@${repositoryId ?? 'REPOSITORY_ID'}:${rest}`, inToken: 'by name' };
}
