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

/** Credentials kept in memory, and taken anew within five minutes of their end or when a `Renewal` says that AWS refused them. */
export function renewing(take: () => Promise<AwsCredentialIdentity & { readonly expiration: Date }>, now: () => Date): AwsCredentialIdentityProvider {
  let current: Awaited<ReturnType<typeof take>> | null = null;
  let taking: Promise<AwsCredentialIdentity> | null = null;
  let notBefore = 0;
  const leftMs = (): number => (current === null ? 0 : current.expiration.getTime() - now().getTime());

  const provider: AwsCredentialIdentityProvider = async (properties) => {
    const { forceRefresh, rejected } = (properties ?? {}) as Partial<Renewal>;
    if (forceRefresh === true && (rejected === undefined || rejected === current?.accessKeyId)) current = null;
    if (current !== null && (leftMs() > RENEW_BEFORE_MS || (leftMs() > 0 && now().getTime() < notBefore))) return current;
    taking ??= take()
      .then((taken) => (current = taken))
      .finally(() => (taking = null));
    try {
      return await taking;
    } catch (error) {
      if (current === null || leftMs() <= 0) throw error;
      notBefore = now().getTime() + TRY_AGAIN_AFTER_MS;
      return current;
    }
  };
  return withoutSdkCache(provider);
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
