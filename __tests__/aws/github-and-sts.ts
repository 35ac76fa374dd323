import { afterAll, beforeEach } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AwsWorld } from '../../src/aws/session.js';
import type { AwsSettings } from '../../src/settings/settings.js';

/** An answer over HTTP, byte for byte. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An answer in place of the real one; with `to`, it waits for that action. */
export interface Fault extends Answer {
  readonly to?: string;
}

/** A call to STS as it arrived. */
export interface StsCall {
  readonly action: string;
  readonly params: Readonly<Record<string, string>>;
  readonly accessKeyId: string | null;
}

/** The account's side: who may take the role, and for how long. */
export interface Role {
  subjects: readonly string[];
  maxDurationSeconds: number;
  /** Audiences the identity provider knows; null: the account has no provider. */
  audiences: readonly string[] | null;
}

export const ROLE_ARN = 'arn:aws:iam::111122223333:role/audit';
export const SUBJECT = 'repo:octo-org@12345/cloud-logs@67890:ref:refs/heads/main';
const ISSUER = 'https://token.actions.githubusercontent.com';
const REQUEST_TOKEN = 'bearer-of-the-job-0123456789';
const TOKEN_LIFE_MS = 5 * 60_000;

/**
 * GitHub's token service and AWS's STS on one loopback port, by their real protocols: STS keeps account of the tokens GitHub gave out,
 * checks trust, audience and duration, and calls credentials expired when its clock says so.
 */
export class GithubAndSts {
  /** Time for both; tests move it. */
  now = new Date('2026-11-02T06:00:00Z');
  subject = SUBJECT;
  claims: Readonly<Record<string, unknown>> = { repository_owner_id: '12345', repository_id: '67890' };
  role: Role = { subjects: [SUBJECT], maxDurationSeconds: 3600, audiences: ['sts.amazonaws.com'] };
  /** Answered in place of the next calls to STS, in order. */
  readonly stsFaults: (Fault | 'cut')[] = [];
  /** Answered in place of the next requests for a token. */
  readonly tokenFaults: Answer[] = [];
  readonly calls: StsCall[] = [];
  /** Everything that must never be printed. */
  readonly secrets: string[] = [REQUEST_TOKEN];
  url = '';
  private readonly tokens = new Map<string, { subject: string; audience: string; expires: number }>();
  private readonly sessions = new Map<string, { token: string; expires: number }>();
  private readonly server = createServer((request, response) => {
    void this.answer(request).then((answer) => {
      if (answer === 'cut') return request.socket.destroy();
      return response.writeHead(answer.status, answer.headers ?? { 'content-type': 'text/xml' }).end(answer.body);
    });
  });

  async start(): Promise<void> {
    await new Promise<void>((ready) => this.server.listen(0, '127.0.0.1', ready));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    await new Promise((closed) => {
      this.server.close(closed);
      this.server.closeAllConnections();
    });
  }

  /** The environment of a job that may ask for tokens. */
  get env(): Record<string, string> {
    return { GITHUB_ACTIONS: 'true', ACTIONS_ID_TOKEN_REQUEST_URL: `${this.url}/token?api-version=2.0`, ACTIONS_ID_TOKEN_REQUEST_TOKEN: REQUEST_TOKEN };
  }

  actions(): string[] {
    return this.calls.map(({ action }) => action);
  }

  /** A token as GitHub would give it. */
  newToken(audience: string): string {
    const seconds = Math.floor(this.now.getTime() / 1000);
    const claims = { iss: ISSUER, sub: this.subject, aud: audience, iat: seconds, exp: seconds + TOKEN_LIFE_MS / 1000, jti: randomBytes(8).toString('hex'), ...this.claims };
    const token = [{ alg: 'RS256', typ: 'JWT', kid: 'test' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.') + '.' + randomBytes(64).toString('base64url');
    this.tokens.set(token, { subject: this.subject, audience, expires: this.now.getTime() + TOKEN_LIFE_MS });
    this.secrets.push(token, token.split('.')[2] ?? token);
    return token;
  }

  private async answer(request: IncomingMessage): Promise<Answer | 'cut'> {
    const url = new URL(request.url ?? '/', this.url);
    if (url.pathname === '/token') return this.tokenAnswer(url, request.headers.authorization);
    const params = Object.fromEntries(new URLSearchParams(await bodyOf(request)));
    const accessKeyId = /Credential=([^/]+)/.exec(request.headers.authorization ?? '')?.[1] ?? null;
    this.calls.push({ action: params['Action'] ?? '', params, accessKeyId });
    const fault = this.stsFaults[0];
    if (fault === 'cut' || (fault !== undefined && (fault.to ?? params['Action']) === params['Action'])) {
      this.stsFaults.shift();
      return fault;
    }
    if (params['Action'] === 'AssumeRoleWithWebIdentity') return this.assumeRole(params);
    if (params['Action'] === 'GetCallerIdentity') return this.callerIdentity(accessKeyId, request.headers['x-amz-security-token']);
    return stsError(400, 'InvalidAction', `Could not find operation ${params['Action']} for version 2011-06-15`);
  }

  private tokenAnswer(url: URL, authorization: string | undefined): Answer {
    const fault = this.tokenFaults.shift();
    if (fault !== undefined) return fault;
    const headers = { 'content-type': 'application/json' };
    if (authorization !== `Bearer ${REQUEST_TOKEN}`) return { status: 401, headers, body: '{"message":"Unauthorized"}' };
    return { status: 200, headers, body: JSON.stringify({ value: this.newToken(url.searchParams.get('audience') ?? 'https://github.com/octo-org') }) };
  }

  private assumeRole({ RoleArn, WebIdentityToken = '', DurationSeconds = '3600', RoleSessionName = '' }: Record<string, string>): Answer {
    const token = this.tokens.get(WebIdentityToken);
    const { audiences, subjects, maxDurationSeconds } = this.role;
    if (token === undefined) return stsError(400, 'InvalidIdentityToken', 'The ID Token provided is not a valid JWT.');
    if (token.expires <= this.now.getTime()) return stsError(400, 'ExpiredTokenException', 'Token expired: current date/time must be before the expiration date/time');
    if (audiences === null) return stsError(400, 'InvalidIdentityToken', `No OpenIDConnect provider found in your account for ${ISSUER}`);
    if (!audiences.includes(token.audience)) return stsError(400, 'InvalidIdentityToken', 'Incorrect token audience');
    if (RoleArn !== ROLE_ARN || !subjects.includes(token.subject)) return stsError(403, 'AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity');
    if (Number(DurationSeconds) > maxDurationSeconds) return stsError(400, 'ValidationError', 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.');
    const [id, secret, session] = [`ASIA${randomBytes(8).toString('hex').toUpperCase()}`, randomBytes(30).toString('base64'), randomBytes(200).toString('base64')];
    const expires = this.now.getTime() + Number(DurationSeconds) * 1000;
    this.sessions.set(id, { token: session, expires });
    this.secrets.push(id, secret, session);
    return stsResult('AssumeRoleWithWebIdentity', `<SubjectFromWebIdentityToken>${token.subject}</SubjectFromWebIdentityToken><Audience>${token.audience}</Audience>
      <AssumedRoleUser><Arn>arn:aws:sts::111122223333:assumed-role/audit/${RoleSessionName}</Arn><AssumedRoleId>AROAEXAMPLE:${RoleSessionName}</AssumedRoleId></AssumedRoleUser>
      <Credentials><SessionToken>${session}</SessionToken><SecretAccessKey>${secret}</SecretAccessKey><Expiration>${new Date(expires).toISOString()}</Expiration><AccessKeyId>${id}</AccessKeyId></Credentials>`);
  }

  private callerIdentity(accessKeyId: string | null, sessionToken: string | string[] | undefined): Answer {
    const session = this.sessions.get(accessKeyId ?? '');
    if (session === undefined || session.token !== sessionToken) return stsError(403, 'InvalidClientTokenId', 'The security token included in the request is invalid.');
    if (session.expires <= this.now.getTime()) return stsError(403, 'ExpiredToken', 'The security token included in the request is expired');
    return stsResult('GetCallerIdentity', '<Arn>arn:aws:sts::111122223333:assumed-role/audit/evidence</Arn><UserId>AROAEXAMPLE:evidence</UserId><Account>111122223333</Account>');
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

const NAMESPACE = 'xmlns="https://sts.amazonaws.com/doc/2011-06-15/"';

export function stsError(status: number, code: string, message: string): Answer {
  return { status, body: `<ErrorResponse ${NAMESPACE}>\n  <Error>\n    <Type>${status < 500 ? 'Sender' : 'Receiver'}</Type>\n    <Code>${code}</Code>\n    <Message>${message}</Message>\n  </Error>\n  <RequestId>9e4b2a1c-0000-4000-8000-000000000001</RequestId>\n</ErrorResponse>\n` };
}

function stsResult(action: string, content: string): Answer {
  return { status: 200, body: `<${action}Response ${NAMESPACE}>\n<${action}Result>${content}</${action}Result>\n<ResponseMetadata><RequestId>9e4b2a1c-0000-4000-8000-000000000002</RequestId></ResponseMetadata>\n</${action}Response>\n` };
}

export const SETTINGS: AwsSettings = {
  roleToAssume: ROLE_ARN,
  region: 'eu-central-1',
  roleSessionName: 'evidence',
  roleDurationSeconds: 3600,
  allowedAccountIds: [],
  profile: null,
};

/** What a session saw of the world around it. */
export interface Seen {
  readonly masked: string[];
  readonly waits: number[];
}

/** One fake for a test file, new for each test, with STS found by the SDK's own environment variable. */
export function githubAndSts(): { readonly fake: () => GithubAndSts; readonly world: (changes?: Partial<AwsWorld>) => AwsWorld & Seen } {
  let current: GithubAndSts | null = null;
  const fake = (): GithubAndSts => {
    if (current === null) throw new Error('outside a test');
    return current;
  };
  beforeEach(async () => {
    await current?.stop();
    current = new GithubAndSts();
    await current.start();
    process.env['AWS_ENDPOINT_URL_STS'] = current.url;
  });
  afterAll(() => current?.stop());
  return { fake, world: (changes) => worldOf(fake(), changes) };
}

function worldOf(fake: GithubAndSts, changes: Partial<AwsWorld> = {}): AwsWorld & Seen {
  const masked: string[] = [];
  const waits: number[] = [];
  return {
    env: fake.env,
    oidcToken: (audience) => Promise.resolve(fake.newToken(audience)),
    mask: (secret) => masked.push(secret),
    now: () => fake.now,
    wait: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
    random: () => 0.5,
    ...changes,
    masked,
    waits,
  };
}
