import { AwsError, asAwsError, isDenied, isExpired, printable, saidBy } from './errors.js';
import { AUDIENCE, claimsOf, subjectForms, type TokenClaims } from './github-token.js';

/** What was asked of AWS. */
export interface RoleRequest {
  readonly roleArn: string;
  readonly region: string;
  readonly durationSeconds: number;
  readonly token: string;
}

/** Why AWS did not hand out the role, and what to change. The token stays out; what it claims is shown, since trust policies are written against it. */
export function roleRefusal(error: unknown, { roleArn, region, durationSeconds, token }: RoleRequest): AwsError {
  const claims = claimsOf(token);
  const role = printable(roleArn);
  const refused = (sentences: string): AwsError => new AwsError(sentences, { cause: error });
  const said = saidBy(error);
  const name = codeOf(error);

  if (isDenied(error)) return refused(notTrusted(role, said, claims));
  if (isExpired(error)) return refused(`AWS calls the OIDC token expired although it was fresh (${said}). This machine's clock or GitHub's is off: set the runner's clock, for example by NTP.`);
  if (name === 'InvalidIdentityToken') return refused(tokenNotAccepted(role, said, claims));
  if (name === 'IDPRejectedClaim') return refused(`The identity provider rejected the token for ${role} (${said}). Run the job again; if it stays so, check the provider of ${issuerOf(claims)} in the account.`);
  if (name === 'RegionDisabled') return refused(`STS is switched off in ${region} for the role's account. Activate it (IAM, account settings), or give another aws-region.`);
  if (name === 'Validation' || name === 'ValidationError') return refused(valueNotAccepted(role, said, durationSeconds));
  return asAwsError(error, `Taking the role ${role}`);
}

function codeOf(error: unknown): string {
  return error instanceof Error ? error.name.replace(/Exception$/, '') : '';
}

function valueNotAccepted(role: string, said: string, durationSeconds: number): string {
  if (/DurationSeconds exceeds/i.test(said)) {
    return `role-duration: ${durationSeconds} seconds are more than the role ${role} allows. Give at most its maximum session duration (3600 unless somebody raised it), or raise that on the role; credentials are renewed during a run anyway.`;
  }
  const input = /durationSeconds/i.test(said) ? 'role-duration' : /roleSessionName/i.test(said) ? 'role-session-name' : 'role-to-assume';
  return `${input}: AWS does not accept the value (${said}). Correct it.`;
}

function tokenNotAccepted(role: string, said: string, claims: TokenClaims | null): string {
  const issuer = issuerOf(claims);
  if (/No OpenIDConnect provider/i.test(said)) {
    return `The account of ${role} has no identity provider for ${issuer}. Create it (IAM, identity providers, OpenID Connect) with this URL and the audience ${AUDIENCE}, and check the account number in role-to-assume.`;
  }
  if (/audience/i.test(said)) {
    return `The identity provider for ${issuer} in the account of ${role} does not know the token's audience "${claims?.audience ?? AUDIENCE}". Add ${AUDIENCE} to its audiences (client ids).`;
  }
  if (/retrieve verification key/i.test(said)) {
    return `AWS could not fetch the keys of ${issuer} in several attempts. Run the job again; if it stays so, check that the issuer's /.well-known/openid-configuration answers on the internet.`;
  }
  if (/thumbprint|certificate/i.test(said)) {
    return `AWS does not trust the certificate of ${issuer} (${said}). Correct the thumbprints of the identity provider in the account of ${role}.`;
  }
  if (/\b(in the past|not yet|future|clock)\b/i.test(said)) {
    return `AWS calls the OIDC token too young (${said}), so clocks differ. Set the runner's clock, for example by NTP, and run again.`;
  }
  return `AWS does not accept the OIDC token of ${issuer} for ${role} (${said}). Check the identity provider in the role's account.`;
}

function issuerOf(claims: TokenClaims | null): string {
  return claims === null || claims.issuer === '' ? 'https://token.actions.githubusercontent.com' : claims.issuer;
}

function notTrusted(role: string, said: string, claims: TokenClaims | null): string {
  const why = `AWS did not let this job take the role ${role} (${said}): the role does not exist, or its trust policy does not name this job.`;
  if (claims === null) return `${why} The claims of the job's token could not be read.`;
  const forms = subjectForms(claims);
  const subjects = forms === null ? [claims.subject] : [forms.byName, forms.immutable];
  const issuer = issuerOf(claims).replace(/^https:\/\//, '');
  return [
    why,
    `  sub of the token: ${claims.subject}`,
    `  aud of the token: ${claims.audience}`,
    `Condition for the trust policy${forms === null ? '' : ' (GitHub names a repository in the old form, then in the immutable one)'}:`,
    ...trustCondition(issuer, subjects).map((line) => `  ${line}`),
    advice(claims, forms),
  ].join('\n');
}

function trustCondition(issuer: string, subjects: readonly string[]): string[] {
  const condition = { StringEquals: { [`${issuer}:aud`]: AUDIENCE, [`${issuer}:sub`]: subjects.length === 1 ? subjects[0] : subjects } };
  return `"Condition": ${JSON.stringify(condition, null, 2)}`.split('\n');
}

function advice({ subject, ownerId, repositoryId }: TokenClaims, forms: ReturnType<typeof subjectForms>): string {
  if (/:pull_request$/.test(subject)) return 'This job runs for a pull request, which anybody with write access can open: rather run it on a branch or in an environment, and trust that.';
  if (forms === null) return 'The subject is made by a template of the organisation: trust it as it stands.';
  if (forms.inToken === 'immutable') return 'This token has the immutable form, so a policy with the old form alone refuses it; the immutable form alone is the stricter policy.';
  if (ownerId === null || repositoryId === null) return 'This token has the old form. The ids of the other: gh api repos/OWNER/REPOSITORY --jq \'.owner.id,.id\'';
  return 'This token has the old form; with both in the policy it goes on working when GitHub changes to the immutable one.';
}
