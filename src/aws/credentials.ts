import type { STSClientConfig } from '@aws-sdk/client-sts';

/** The SDK's own types, by way of a client: the package they live in is not one of ours. */
export type AwsCredentialIdentityProvider = Extract<NonNullable<STSClientConfig['credentials']>, (...args: never[]) => unknown>;
export type AwsCredentialIdentity = Awaited<ReturnType<AwsCredentialIdentityProvider>>;
/** What a renewal is told. */
export interface Renewal {
  readonly forceRefresh: true;
  /** Access key id that AWS called expired: calls that fail together renew once. */
  readonly rejected: string | undefined;
}

const RENEW_BEFORE_MS = 5 * 60_000;
/** After a renewal that failed while the credentials still hold. */
const TRY_AGAIN_AFTER_MS = 30_000;

/**
 * Credentials kept in memory, and taken anew within five minutes of their end or when a `Renewal` says that AWS refused them. Their end is
 * reckoned from when they were taken, all by this machine's clock: AWS's own hour of it would mean a renewal at every call where that clock is fast.
 */
export function renewing(take: () => Promise<AwsCredentialIdentity>, lifeMs: number, now: () => Date): AwsCredentialIdentityProvider {
  let current: { readonly credentials: AwsCredentialIdentity; readonly endMs: number } | null = null;
  let taking: Promise<AwsCredentialIdentity> | null = null;
  let notBeforeMs = 0;

  const takeAnew = async (): Promise<AwsCredentialIdentity> => {
    const endMs = now().getTime() + lifeMs;
    const credentials = await take();
    current = { credentials, endMs };
    return credentials;
  };

  return withoutSdkCache(async (properties) => {
    const { forceRefresh, rejected } = (properties ?? {}) as Partial<Renewal>;
    if (forceRefresh === true && (rejected === undefined || rejected === current?.credentials.accessKeyId)) current = null;
    const nowMs = now().getTime();
    const held = current !== null && current.endMs > nowMs ? current : null;
    if (held !== null && (held.endMs - nowMs > RENEW_BEFORE_MS || nowMs < notBeforeMs)) return held.credentials;
    taking ??= takeAnew().finally(() => (taking = null));
    try {
      return await taking;
    } catch (error) {
      if (held === null) throw error;
      notBeforeMs = now().getTime() + TRY_AGAIN_AFTER_MS;
      return held.credentials;
    }
  });
}

/** Hands every secret to `mask` before anybody can use it. */
export function masked(source: AwsCredentialIdentityProvider, mask: (secret: string) => void): AwsCredentialIdentityProvider {
  return withoutSdkCache(async (properties) => {
    const credentials = await source(properties);
    maskCredentials(credentials, mask);
    return credentials;
  });
}

export function maskCredentials({ secretAccessKey, sessionToken, accessKeyId }: AwsCredentialIdentity, mask: (secret: string) => void): void {
  for (const secret of [secretAccessKey, sessionToken, accessKeyId]) if (secret !== undefined && secret !== '') mask(secret);
}

/** Each client would keep the credentials by itself, and by the machine's clock. Its mark says that somebody does so already. */
function withoutSdkCache(provider: AwsCredentialIdentityProvider): AwsCredentialIdentityProvider {
  return Object.assign(provider, { memoized: true });
}
