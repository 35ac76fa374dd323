import { AssumeRoleWithWebIdentityCommand, GetCallerIdentityCommand, type STSClient } from '@aws-sdk/client-sts';
import type { AwsSettings } from '../settings/settings.js';
import { type ClientWorld, stsClient } from './clients.js';
import { type AwsCredentialIdentity, type AwsCredentialIdentityProvider, maskCredentials, masked, renewing } from './credentials.js';
import { AwsError, asAwsError, isExpired, printable } from './errors.js';
import { AUDIENCE, checkTokenPermission, newGithubToken, type OidcToken } from './github-token.js';
import { roleRefusal } from './role-refusal.js';

/** Who a run is towards AWS, and with which credentials. They live in memory: nothing is written or put in the environment. */
export interface AwsSession {
  readonly region: string;
  /** Undefined: the SDK's default chain. */
  readonly credentials: AwsCredentialIdentityProvider | undefined;
  readonly identity: CallerIdentity;
}

/** As AWS itself says it (GetCallerIdentity). */
export interface CallerIdentity {
  readonly account: string;
  readonly arn: string;
}

/** What taking and renewing credentials needs from outside. */
export interface AwsWorld extends Omit<ClientWorld, 'random'> {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly oidcToken: OidcToken;
  /** Called with each secret before its first use. */
  readonly mask: (secret: string) => void;
  readonly now: () => Date;
  readonly random?: () => number;
}

/** A token that ran out between GitHub and AWS is replaced once. */
const TOKENS_A_ROLE = 2;

/** Takes the role, or finds credentials, and checks whose they are. */
export async function connectAws(settings: AwsSettings, world: AwsWorld): Promise<AwsSession> {
  const clientWorld: ClientWorld = { ...world, random: world.random ?? Math.random };
  const credentials = settings.roleToAssume === null ? foundCredentials(settings, world, clientWorld) : roleCredentials(settings, settings.roleToAssume, world, clientWorld);
  const identity = await callerIdentity(settings, credentials, clientWorld);
  checkAccount(identity, settings.allowedAccountIds);
  return { region: settings.region, credentials, identity };
}

/** The role's credentials, taken now and whenever they run out, each time with a new token from GitHub. */
function roleCredentials(settings: AwsSettings, roleArn: string, world: AwsWorld, clientWorld: ClientWorld): AwsCredentialIdentityProvider {
  checkTokenPermission(world.env);
  const take = () => withClient(stsClient({ region: settings.region, credentials: undefined }, clientWorld), (sts) => takeRole(sts, settings, roleArn, world, clientWorld));
  return renewing(take, settings.roleDurationSeconds * 1000, world.now);
}

async function takeRole(sts: STSClient, settings: AwsSettings, roleArn: string, world: AwsWorld, pace: ClientWorld): Promise<AwsCredentialIdentity> {
  const { region, roleSessionName, roleDurationSeconds: durationSeconds } = settings;
  for (let tokens = 1; ; tokens += 1) {
    const token = await newGithubToken(world.oidcToken, world.mask, pace);
    try {
      const answer = await sts.send(new AssumeRoleWithWebIdentityCommand({ RoleArn: roleArn, RoleSessionName: roleSessionName, DurationSeconds: durationSeconds, WebIdentityToken: token }));
      return wholeCredentials(answer.Credentials, world.mask);
    } catch (error) {
      if (isExpired(error) && tokens < TOKENS_A_ROLE) continue;
      throw roleRefusal(error, { roleArn, region, durationSeconds, token });
    }
  }
}

interface StsCredentials {
  readonly AccessKeyId: string | undefined;
  readonly SecretAccessKey: string | undefined;
  readonly SessionToken: string | undefined;
  readonly Expiration: Date | undefined;
}

function wholeCredentials(given: StsCredentials | undefined, mask: (secret: string) => void): AwsCredentialIdentity {
  const { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey, SessionToken: sessionToken, Expiration: expiration } = given ?? {};
  if (!accessKeyId || !secretAccessKey || !sessionToken || expiration === undefined) throw new AwsError(`STS answered without whole credentials for the audience ${AUDIENCE}. Check that AWS_ENDPOINT_URL_STS, if set, is an STS.`);
  const credentials = { accessKeyId, secretAccessKey, sessionToken, expiration };
  maskCredentials(credentials, mask);
  return credentials;
}

/** What the SDK finds: environment, profile, container, instance. It renews by itself what can be renewed. */
function foundCredentials({ region, profile }: AwsSettings, world: AwsWorld, clientWorld: ClientWorld): AwsCredentialIdentityProvider {
  const { config } = stsClient({ region, credentials: undefined, ...(profile === null ? {} : { profile }) }, clientWorld);
  return masked(config.credentials, world.mask);
}

async function callerIdentity({ region, profile }: AwsSettings, credentials: AwsCredentialIdentityProvider, world: ClientWorld): Promise<CallerIdentity> {
  try {
    const { Account: account, Arn: arn } = await withClient(stsClient({ region, credentials }, world), (sts) => sts.send(new GetCallerIdentityCommand({})));
    if (!account || !arn) throw new AwsError('STS answered without saying whose credentials these are. Check that AWS_ENDPOINT_URL_STS, if set, is an STS.');
    return { account, arn };
  } catch (error) {
    throw asAwsError(error, `Asking AWS whose credentials these are${profile === null ? '' : ` (profile ${printable(profile)})`}`);
  }
}

async function withClient<T>(sts: STSClient, use: (sts: STSClient) => Promise<T>): Promise<T> {
  try {
    return await use(sts);
  } finally {
    sts.destroy();
  }
}

function checkAccount({ account, arn }: CallerIdentity, allowed: readonly string[]): void {
  if (allowed.length === 0 || allowed.includes(account)) return;
  throw new AwsError(`allowed-account-ids: the credentials belong to account ${printable(account)} (${printable(arn)}), which is not one of ${allowed.join(', ')}. Take a role of an allowed account, or add this one to the list.`);
}
