import { AthenaClient } from '@aws-sdk/client-athena';
import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { S3Client } from '@aws-sdk/client-s3';
import { STSClient, type STSClientConfig } from '@aws-sdk/client-sts';
import type { AwsCredentialIdentity, AwsCredentialIdentityProvider, Renewal } from './credentials.js';
import { AwsError, isExpired, saidBy } from './errors.js';
import { MAX_ATTEMPTS, type Pace, REAL_PACE, retryStrategy } from './retry.js';

/** What a client works with. `AwsSession` has it; tests may build one. */
export interface ClientAccess {
  readonly region: string;
  /** Undefined: the SDK's own search (environment, profile, container, instance). */
  readonly credentials: AwsCredentialIdentityProvider | undefined;
}

/** How a client waits between attempts, and where it says which calls it made. */
export interface ClientWorld extends Pace {
  /** One line a call, for debug logs: names and numbers only. */
  readonly debug?: (line: string) => void;
  /** How long a connection may say nothing in the middle of an answer. */
  readonly silenceMs?: number;
}

const CONNECT_MS = 10_000;
/** Until an answer begins. The calls used here answer at once: queries run on in the background. */
const ANSWER_MS = 60_000;
/** The other end may be gone without a word, and a stream would wait for it for ever. */
const SILENCE_MS = 120_000;

export function athenaClient(access: ClientAccess, world: ClientWorld = REAL_PACE): AthenaClient {
  return renewingExpired(new AthenaClient(configuration(access, world)));
}

/** For `check` alone: it asks what trails record. */
export function cloudTrailClient(access: ClientAccess, world: ClientWorld = REAL_PACE): CloudTrailClient {
  return renewingExpired(new CloudTrailClient(configuration(access, world)));
}

/** Buckets may be in other regions than the queries. */
export function s3Client(access: ClientAccess, world: ClientWorld = REAL_PACE): S3Client {
  return renewingExpired(new S3Client({ ...configuration(access, world), followRegionRedirects: true }));
}

export function stsClient(access: ClientAccess & { readonly profile?: string }, world: ClientWorld = REAL_PACE): STSClient {
  return renewingExpired(new STSClient({ ...configuration(access, world), ...(access.profile === undefined ? {} : { profile: access.profile }) }));
}

/** Endpoints are left to the SDK, which reads AWS_ENDPOINT_URL_<SERVICE> and AWS_ENDPOINT_URL. */
function configuration({ region, credentials }: ClientAccess, world: ClientWorld) {
  return {
    region,
    ...(credentials === undefined ? {} : { credentials }),
    maxAttempts: MAX_ATTEMPTS,
    retryStrategy: retryStrategy(world),
    requestHandler: { connectionTimeout: CONNECT_MS, requestTimeout: ANSWER_MS, throwOnRequestTimeout: true, socketTimeout: world.silenceMs ?? SILENCE_MS },
    ...(world.debug === undefined ? {} : { logger: callLog(world.debug) }),
  } satisfies STSClientConfig;
}

/** How deep in an error a service's words can stand. */
const MAX_QUOTE_DEPTH = 4;

/** The part of a client's middleware that is used here, the same in all. */
interface Stack {
  add(middleware: (next: Next, context: Context) => Next, options: { step: 'initialize'; name: string; override: boolean }): void;
}
type Next = (args: object) => Promise<object>;
type Context = Readonly<Record<string, { readonly selectedHttpAuthScheme?: { readonly identity?: Partial<AwsCredentialIdentity> } } | undefined>>;

/**
 * A call that AWS refuses because its credentials have expired is sent once more with new ones. The SDK's own retries cannot do so:
 * they keep the credentials of the first attempt.
 */
function renewingExpired<C extends AthenaClient | CloudTrailClient | S3Client | STSClient>(client: C): C {
  const stack = client.middlewareStack as unknown as Stack;
  stack.add((next, context) => async (args) => {
    try {
      return await next(args);
    } catch (error) {
      const identity = context['__smithy_context']?.selectedHttpAuthScheme?.identity;
      const used = identity?.accessKeyId;
      removeSecrets(error, [identity?.secretAccessKey, identity?.sessionToken, used, webIdentityToken(args)]);
      // Calls that are not signed have nothing to renew.
      if (used === undefined || !isExpired(error)) throw error;
      const renewal: Renewal = { forceRefresh: true, rejected: used };
      const renewed = await client.config.credentials({ ...renewal });
      if (renewed.accessKeyId !== used) return next(args);
      throw new AwsError(`The AWS credentials have expired (${saidBy(error)}) and there are no newer ones. Give role-to-assume, so that they are renewed during the run, or sign in again for longer.`, { cause: error });
    }
  }, { step: 'initialize', name: 'renewExpiredCredentials', override: true });
  return client;
}

function webIdentityToken(args: object): string | undefined {
  return 'input' in args ? (args.input as { readonly WebIdentityToken?: string }).WebIdentityToken : undefined;
}

/** AWS quotes what it refuses: S3 an expired session token, a wrong signature the headers that were signed, STS a token it cannot read. */
function removeSecrets(error: unknown, secrets: readonly (string | undefined)[], depth = 0): void {
  if (typeof error !== 'object' || error === null || depth > MAX_QUOTE_DEPTH) return;
  for (const field of new Set(['message', 'stack', ...Object.keys(error)])) {
    const value: unknown = Reflect.get(error, field);
    if (typeof value === 'string') {
      const clean = secrets.reduce<string>((text, secret) => (secret ? text.replaceAll(secret, '***') : text), value);
      if (clean !== value) Reflect.set(error, field, clean);
    } else {
      removeSecrets(value, secrets, depth + 1);
    }
  }
}

type Logger = NonNullable<STSClientConfig['logger']>;

/** The SDK logs whole inputs and outputs, session tokens among them. Here a call is its name, status, request id and attempts. */
function callLog(debug: (line: string) => void): Logger {
  const say = (...content: unknown[]): void => {
    for (const each of content) if (typeof each === 'object' && each !== null) debug(callLine(each));
  };
  return { trace: () => undefined, debug: () => undefined, info: say, warn: () => undefined, error: say };
}

interface LoggedCall {
  readonly clientName?: string;
  readonly commandName?: string;
  readonly error?: { readonly name?: string };
  readonly metadata?: { readonly httpStatusCode?: number; readonly requestId?: string; readonly attempts?: number };
}

function callLine({ clientName, commandName, error, metadata }: LoggedCall): string {
  const outcome = error === undefined ? 'ok' : (error.name ?? 'error');
  return `${clientName ?? 'AWS'} ${commandName ?? 'call'}: ${outcome}, status ${metadata?.httpStatusCode ?? 'none'}, request ${metadata?.requestId ?? 'unknown'}, attempts ${metadata?.attempts ?? 1}`;
}
