import { afterEach, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AwsError } from '../../src/aws/errors.js';
import { connectAws } from '../../src/aws/session.js';
import { githubAndSts, ROLE_ARN, SETTINGS, stsError } from './github-and-sts.js';

const { fake, world } = githubAndSts();

async function refusal(attempt: Promise<unknown>): Promise<string> {
  const error = await attempt.then(() => 'nothing was refused', (thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(AwsError);
  return (error as AwsError).message;
}

describe('a job with id-token: write', () => {
  test('takes the role with a token for AWS and learns who it is', async () => {
    const session = await connectAws(SETTINGS, world());
    expect(session.region).toBe('eu-central-1');
    expect(session.identity).toEqual({ account: '111122223333', arn: 'arn:aws:sts::111122223333:assumed-role/audit/evidence' });
    expect(fake().calls.map(({ action, params, accessKeyId }) => [action, params['RoleArn'], params['RoleSessionName'], params['DurationSeconds'], accessKeyId === null])).toEqual([
      ['AssumeRoleWithWebIdentity', ROLE_ARN, 'evidence', '3600', true],
      ['GetCallerIdentity', undefined, undefined, undefined, false],
    ]);
  });

  test('masks token, access key id, secret and session token before the call that uses them', async () => {
    const order: string[] = [];
    const { credentials } = await connectAws(SETTINGS, world({ mask: (secret) => order.push(`${secret} after ${fake().calls.length} calls`) }));
    const { accessKeyId, secretAccessKey, sessionToken } = (await credentials?.()) ?? {};
    const token = fake().calls[0]?.params['WebIdentityToken'];
    expect(order).toEqual([`${token} after 0 calls`, `${secretAccessKey} after 1 calls`, `${sessionToken} after 1 calls`, `${accessKeyId} after 1 calls`]);
  });

  test('leaves the environment as it is', async () => {
    const before = { ...process.env };
    await connectAws(SETTINGS, world());
    expect({ ...process.env }).toEqual(before);
  });

  test('is refused where the account is not one of allowed-account-ids', async () => {
    expect(await refusal(connectAws({ ...SETTINGS, allowedAccountIds: ['444455556666', '777788889999'] }, world()))).toBe(
      'allowed-account-ids: the credentials belong to account 111122223333 (arn:aws:sts::111122223333:assumed-role/audit/evidence), '
        + 'which is not one of 444455556666, 777788889999. Take a role of an allowed account, or add this one to the list.',
    );
    await expect(connectAws({ ...SETTINGS, allowedAccountIds: ['111122223333'] }, world())).resolves.toBeDefined();
  });
});

describe('without a token', () => {
  test('the missing permission is named with the line to add', async () => {
    expect(await refusal(connectAws(SETTINGS, world({ env: { GITHUB_ACTIONS: 'true' } })))).toBe(
      'The job may not ask GitHub for an OIDC token (ACTIONS_ID_TOKEN_REQUEST_URL is not set), which role-to-assume needs. '
        + 'Add "permissions: { contents: read, id-token: write }" to the job; workflows started from a fork\'s pull request never get it.',
    );
    expect(fake().calls).toEqual([]);
  });

  test('a laptop is told to sign in instead', async () => {
    expect(await refusal(connectAws(SETTINGS, world({ env: {} })))).toContain('only a GitHub Actions job can get, and this is none. Leave role-to-assume out');
  });

  test.each([
    ['a disturbance heals', ['Error message: Failed to get ID Token. \n \n        Error Code : 503\n \n        Error Message: Service Unavailable'], null],
    ['so does a network fault', ['Error message: Failed to get ID Token. \n \n        Error Code : undefined\n \n        Error Message: read ECONNRESET'], null],
    ['three of them do not', ['Error Code : 500', 'Error Code : 502', 'Error Code : 500'], 'GitHub answered 500 when asked for an OIDC token. Run the job again; githubstatus.com says whether Actions is disturbed.'],
    ['a refusal is not asked again', ['Error Code : 403'], 'GitHub answered 403 when asked for an OIDC token. Check that the job has "permissions: id-token: write" and is still running.'],
  ])('%s', async (_, faults, sentence) => {
    const left = [...faults];
    const trying = world({
      oidcToken: (audience) => {
        const fault = left.shift();
        return fault === undefined ? Promise.resolve(fake().newToken(audience)) : Promise.reject(new Error(fault));
      },
    });
    if (sentence === null) await expect(connectAws(SETTINGS, trying)).resolves.toBeDefined();
    else expect(await refusal(connectAws(SETTINGS, trying))).toBe(sentence);
    expect(left).toEqual([]);
    expect(trying.waits).toEqual(sentence === null ? [1000] : faults.slice(1).map((_each, index) => 1000 * 2 ** index));
  });
});

describe('a trust policy that does not name the job', () => {
  test('the refusal shows both forms of the subject, ready to paste', async () => {
    fake().role.subjects = ['repo:octo-org/cloud-logs:ref:refs/heads/main'];
    expect(await refusal(connectAws(SETTINGS, world()))).toBe(`AWS did not let this job take the role arn:aws:iam::111122223333:role/audit (Not authorized to perform sts:AssumeRoleWithWebIdentity): the role does not exist, or its trust policy does not name this job.
  sub of the token: repo:octo-org@12345/cloud-logs@67890:ref:refs/heads/main
  aud of the token: sts.amazonaws.com
Condition for the trust policy (GitHub names a repository in the old form, then in the immutable one):
  "Condition": {
    "StringEquals": {
      "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
      "token.actions.githubusercontent.com:sub": [
        "repo:octo-org/cloud-logs:ref:refs/heads/main",
        "repo:octo-org@12345/cloud-logs@67890:ref:refs/heads/main"
      ]
    }
  }
This token has the immutable form, so a policy with the old form alone refuses it; the immutable form alone is the stricter policy.`);
    expect(fake().actions()).toEqual(['AssumeRoleWithWebIdentity']);
  });

  test('the condition it shows is one that this job is accepted by', async () => {
    for (const subject of ['repo:octo-org/cloud-logs:environment:audit', 'repo:octo-org@12345/cloud-logs@67890:environment:audit']) {
      fake().subject = subject;
      fake().role.subjects = [];
      const shown = await refusal(connectAws(SETTINGS, world()));
      const json = /"Condition": (\{[\s\S]*\n {2}\})/.exec(shown)?.[1] ?? '';
      const condition = JSON.parse(json) as { StringEquals: Record<string, string[]> };
      fake().role.subjects = condition.StringEquals['token.actions.githubusercontent.com:sub'] ?? [];
      await expect(connectAws(SETTINGS, world())).resolves.toBeDefined();
    }
  });

  test.each([
    ['without ids in the token, the way to find them', 'repo:octo-org/cloud-logs:ref:refs/heads/main', {}, ['"repo:octo-org@OWNER_ID/cloud-logs@REPOSITORY_ID:ref:refs/heads/main"', 'gh api repos/OWNER/REPOSITORY --jq']],
    ['for the old form, with ids from the other claims', 'repo:octo-org/cloud-logs:environment:audit', { repository_owner_id: '12345', repository_id: 67890 }, ['"repo:octo-org@12345/cloud-logs@67890:environment:audit"', 'This token has the old form; with both']],
    ['for a pull request, a warning', 'repo:octo-org@12345/cloud-logs@67890:pull_request', {}, ['which anybody with write access can open']],
    ['for a template, the subject as it stands', 'job_workflow_ref:octo-org/audit/.github/workflows/a.yml@refs/heads/main', {}, ['"token.actions.githubusercontent.com:sub": "job_workflow_ref:octo-org/audit/.github/workflows/a.yml@refs/heads/main"', 'made by a template']],
  ])('shows %s', async (_, subject, claims, parts) => {
    fake().subject = subject;
    fake().claims = claims;
    fake().role.subjects = [];
    const shown = await refusal(connectAws(SETTINGS, world()));
    for (const part of parts) expect(shown).toContain(part);
  });

  test('an environment\'s name cannot give the runner commands', async () => {
    fake().subject = 'repo:o@1/r@2:environment:x\n::add-mask::e\r##[error]y\u2028::stop';
    fake().role.subjects = [];
    const shown = await refusal(connectAws(SETTINGS, world()));
    expect(shown.split(/[\n\r\u2028\u2029]/).filter((line) => line.trim().startsWith('::'))).toEqual([]);
    expect(shown).not.toContain('##[');
  });
});

describe('what else STS refuses', () => {
  test.each<[string, () => unknown, string]>([
    [
      'a duration above the role\'s maximum',
      () => (fake().role.maxDurationSeconds = 1800),
      'role-duration: 3600 seconds are more than the role arn:aws:iam::111122223333:role/audit allows. Give at most its maximum session duration (3600 unless somebody raised it), or raise that on the role; credentials are renewed during a run anyway.',
    ],
    [
      'an audience the provider does not know',
      () => (fake().role.audiences = ['https://github.com/octo-org']),
      'The identity provider for https://token.actions.githubusercontent.com in the account of arn:aws:iam::111122223333:role/audit does not know the token\'s audience "sts.amazonaws.com". Add sts.amazonaws.com to its audiences (client ids).',
    ],
    [
      'an account without an identity provider',
      () => (fake().role.audiences = null),
      'The account of arn:aws:iam::111122223333:role/audit has no identity provider for https://token.actions.githubusercontent.com. Create it (IAM, identity providers, OpenID Connect) with this URL and the audience sts.amazonaws.com, and check the account number in role-to-assume.',
    ],
    [
      'a region where STS is off',
      () => fake().stsFaults.push(stsError(403, 'RegionDisabledException', 'STS is not activated in this region for account:111122223333. Your account administrator can activate STS in this region using the IAM Console.')),
      'STS is switched off in eu-central-1 for the role\'s account. Activate it (IAM, account settings), or give another aws-region.',
    ],
    [
      'a role that is no ARN',
      () => fake().stsFaults.push(stsError(400, 'ValidationError', 'Request ARN is invalid')),
      'role-to-assume: AWS does not accept the value (Request ARN is invalid). Correct it.',
    ],
    [
      'a session name with blanks',
      () => fake().stsFaults.push(stsError(400, 'ValidationError', "1 validation error detected: Value 'a b' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*")),
      "role-session-name: AWS does not accept the value (1 validation error detected: Value 'a b' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*). Correct it.",
    ],
    [
      'a rejected claim',
      () => fake().stsFaults.push(stsError(403, 'IDPRejectedClaim', 'The identity provider rejected the claim')),
      'The identity provider rejected the token for arn:aws:iam::111122223333:role/audit (The identity provider rejected the claim). Run the job again; if it stays so, check the provider of https://token.actions.githubusercontent.com in the account.',
    ],
    [
      'a token from the future',
      () => fake().stsFaults.push(stsError(400, 'InvalidIdentityToken', 'Token must be issued in the past')),
      'AWS calls the OIDC token too young (Token must be issued in the past), so clocks differ. Set the runner\'s clock, for example by NTP, and run again.',
    ],
    [
      'a thumbprint that does not match',
      () => fake().stsFaults.push(stsError(400, 'InvalidIdentityToken', "OpenIDConnect provider's HTTPS certificate doesn't match configured thumbprint")),
      'AWS does not trust the certificate of https://token.actions.githubusercontent.com (OpenIDConnect provider\'s HTTPS certificate doesn\'t match configured thumbprint). Correct the thumbprints of the identity provider in the account of arn:aws:iam::111122223333:role/audit.',
    ],
  ])('%s', async (_, arrange, sentence) => {
    arrange();
    const trying = world();
    expect(await refusal(connectAws(SETTINGS, trying))).toBe(sentence);
    expect(fake().actions()).toEqual(['AssumeRoleWithWebIdentity']);
    expect(trying.waits).toEqual([]);
  });

  test('a token that AWS quotes does not come back in the error', async () => {
    let token = '';
    const trying = world({
      oidcToken: (audience) => {
        token = fake().newToken(audience);
        fake().stsFaults.push(stsError(400, 'ValidationError', `1 validation error detected: Value '${token}' at 'webIdentityToken' failed to satisfy constraint: Member must have length less than or equal to 20000`));
        return Promise.resolve(token);
      },
    });
    const error: unknown = await connectAws(SETTINGS, trying).catch((thrown: unknown) => thrown);
    const printed = `${(error as Error).message} ${(error as Error).stack} ${((error as Error).cause as Error).stack}`;
    expect(printed).toContain("Value '***' at 'webIdentityToken'");
    expect(printed).not.toContain(token.slice(-40));
  });

  test('an answer without credentials is not taken for one', async () => {
    fake().stsFaults.push({ status: 200, body: '<AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>' });
    expect(await refusal(connectAws(SETTINGS, world()))).toContain('STS answered without whole credentials');
  });
});

describe('what can heal is tried again', () => {
  test.each<[string, () => unknown, number[]]>([
    ['throttling, at a slow pace', () => fake().stsFaults.push(stsError(400, 'Throttling', 'Rate exceeded'), stsError(400, 'Throttling', 'Rate exceeded')), [1000, 2000]],
    ['a fault of the service', () => fake().stsFaults.push(stsError(500, 'InternalFailure', 'fault'), stsError(503, 'ServiceUnavailable', 'down')), [100, 200]],
    ['a proxy\'s page in place of an answer', () => fake().stsFaults.push({ status: 502, headers: { 'content-type': 'text/html' }, body: '<html><body>Bad Gateway</body></html>' }), [100]],
    ['a connection that is cut', () => fake().stsFaults.push('cut', 'cut'), [100, 200]],
    ['GitHub\'s keys out of AWS\'s reach', () => fake().stsFaults.push(stsError(400, 'IDPCommunicationError', 'could not reach'), stsError(400, 'InvalidIdentityToken', "Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements")), [100, 200]],
  ])('%s', async (_, arrange, waits) => {
    arrange();
    const trying = world();
    await expect(connectAws(SETTINGS, trying)).resolves.toBeDefined();
    expect(trying.waits).toEqual(waits);
  });

  test('five times at most, then with a sentence', async () => {
    for (let each = 0; each < 9; each += 1) fake().stsFaults.push(stsError(503, 'ServiceUnavailable', 'down'));
    const trying = world();
    expect(await refusal(connectAws(SETTINGS, trying))).toBe('Taking the role arn:aws:iam::111122223333:role/audit failed: AWS kept answering "ServiceUnavailable" (status 503) to every attempt. Run again later.');
    expect(fake().calls).toHaveLength(5);
    expect(trying.waits).toEqual([100, 200, 400, 800]);
  });

  test('a token that ran out on the way is replaced once by a new one', async () => {
    const used: string[] = [];
    const late = (times: number) => world({
      oidcToken: (audience) => {
        const token = fake().newToken(audience);
        used.push(token);
        if (used.length <= times) fake().now = new Date(fake().now.getTime() + 10 * 60_000);
        return Promise.resolve(token);
      },
    });
    await expect(connectAws(SETTINGS, late(1))).resolves.toBeDefined();
    expect(new Set(used).size).toBe(2);
    used.length = 0;
    expect(await refusal(connectAws(SETTINGS, late(5)))).toContain('AWS calls the OIDC token expired although it was fresh');
    expect(used).toHaveLength(2);
  });
});

describe('credentials that are there already', () => {
  const variables = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE', 'AWS_PROFILE', 'AWS_EC2_METADATA_DISABLED'];
  const own = { ...SETTINGS, roleToAssume: null };
  afterEach(() => {
    for (const name of variables) Reflect.deleteProperty(process.env, name);
  });

  /** Session credentials, as another step would have left them. */
  async function taken() {
    const { credentials } = await connectAws(SETTINGS, world());
    const found = await credentials?.();
    if (found?.sessionToken === undefined) throw new Error('no credentials');
    return { ...found, sessionToken: found.sessionToken };
  }

  test('in the environment are used, and masked first', async () => {
    const { accessKeyId, secretAccessKey, sessionToken } = await taken();
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: sessionToken });
    const trying = world({ env: {}, oidcToken: () => Promise.reject(new Error('must not be asked')) });
    expect((await connectAws(own, trying)).identity.account).toBe('111122223333');
    expect(new Set(trying.masked)).toEqual(new Set([accessKeyId, secretAccessKey, sessionToken]));
  });

  test('in a profile are used when it is named', async () => {
    const { accessKeyId, secretAccessKey, sessionToken } = await taken();
    const folder = mkdtempSync(join(tmpdir(), 'profile-'));
    try {
      writeFileSync(join(folder, 'credentials'), `[audit]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\naws_session_token = ${sessionToken}\n`);
      Object.assign(process.env, { AWS_EC2_METADATA_DISABLED: 'true', AWS_CONFIG_FILE: join(folder, 'none'), AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials') });
      const trying = world();
      expect((await connectAws({ ...own, profile: 'audit' }, trying)).identity.account).toBe('111122223333');
      expect(trying.masked).toContain(secretAccessKey);
      expect(await refusal(connectAws({ ...own, profile: 'other' }, world()))).toContain('whose credentials these are (profile other) failed: there are no AWS credentials to use');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('that have expired cannot be renewed, and the sentence says what can', async () => {
    const { accessKeyId, secretAccessKey, sessionToken } = await taken();
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: sessionToken });
    fake().now = new Date(fake().now.getTime() + 2 * 3600_000);
    expect(await refusal(connectAws(own, world()))).toBe(
      'The AWS credentials have expired (The security token included in the request is expired) and there are no newer ones. Give role-to-assume, so that they are renewed during the run, or sign in again for longer.',
    );
  });

  test('that AWS does not know are called so', async () => {
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'a-key-nobody-has', AWS_SECRET_ACCESS_KEY: 'not-a-secret' });
    expect(await refusal(connectAws(own, world()))).toContain('AWS does not accept the credentials (InvalidClientTokenId).');
  });

  test('are missed with a sentence', async () => {
    Object.assign(process.env, { AWS_EC2_METADATA_DISABLED: 'true', AWS_CONFIG_FILE: '/nonexistent', AWS_SHARED_CREDENTIALS_FILE: '/nonexistent' });
    expect(await refusal(connectAws(own, world()))).toBe(
      'Asking AWS whose credentials these are failed: there are no AWS credentials to use (Could not load credentials from any providers). Give role-to-assume in a GitHub job, or a profile, or sign in before.',
    );
  });
});
