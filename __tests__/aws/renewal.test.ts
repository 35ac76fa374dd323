import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { describe, expect, test } from '@jest/globals';
import { stsClient } from '../../src/aws/clients.js';
import { AwsError, isDenied, isExpired } from '../../src/aws/errors.js';
import { type AwsSession, connectAws } from '../../src/aws/session.js';
import { githubAndSts, SETTINGS, stsError } from './github-and-sts.js';

const { fake, world } = githubAndSts();

const MINUTE_MS = 60_000;
const later = (minutes: number): Date => (fake().now = new Date(fake().now.getTime() + minutes * MINUTE_MS));
const taken = (): number => fake().actions().filter((action) => action === 'AssumeRoleWithWebIdentity').length;
const keyOf = async (session: AwsSession): Promise<string | undefined> => (await session.credentials?.())?.accessKeyId;
/** A long-lived client, as engine and sources have theirs. */
const client = (session: AwsSession) => stsClient(session, { wait: () => Promise.resolve(), random: () => 0.5 });

describe('credentials during a long run', () => {
  test('are kept until five minutes before their end, then taken with a new token', async () => {
    const session = await connectAws(SETTINGS, world());
    const first = await keyOf(session);
    later(54);
    expect(await keyOf(session)).toBe(first);
    later(2);
    expect(await keyOf(session)).not.toBe(first);
    const tokens = fake().calls.filter(({ action }) => action === 'AssumeRoleWithWebIdentity').map(({ params }) => params['WebIdentityToken']);
    expect(new Set(tokens).size).toBe(2);
  });

  test('are not taken at every call where this machine\'s clock is two hours fast', async () => {
    const session = await connectAws(SETTINGS, world({ now: () => new Date(fake().now.getTime() + 120 * MINUTE_MS) }));
    const first = await keyOf(session);
    later(30);
    expect(await keyOf(session)).toBe(first);
    later(26);
    expect(await keyOf(session)).not.toBe(first);
    expect(taken()).toBe(2);
  });

  test('are taken once for calls that come together', async () => {
    const session = await connectAws(SETTINGS, world());
    later(57);
    const keys = await Promise.all(Array.from({ length: 20 }, () => keyOf(session)));
    expect(new Set(keys).size).toBe(1);
    expect(taken()).toBe(2);
  });

  test('that AWS calls expired are taken anew, and the call is made once more', async () => {
    // Only AWS's clock moves: by ours they still hold.
    const frozen = fake().now;
    const session = await connectAws(SETTINGS, world({ now: () => frozen }));
    const sts = client(session);
    const first = await keyOf(session);
    later(61);
    await expect(sts.send(new GetCallerIdentityCommand({}))).resolves.toMatchObject({ Account: '111122223333' });
    expect(await keyOf(session)).not.toBe(first);
    expect(fake().calls.slice(2).map(({ action, accessKeyId }) => [action, accessKeyId === first])).toEqual([
      ['GetCallerIdentity', true],
      ['AssumeRoleWithWebIdentity', false],
      ['GetCallerIdentity', false],
    ]);
    sts.destroy();
  });

  test('that twenty calls at once find expired are taken anew once', async () => {
    const frozen = fake().now;
    const session = await connectAws(SETTINGS, world({ now: () => frozen }));
    const sts = client(session);
    later(61);
    const answers = await Promise.all(Array.from({ length: 20 }, () => sts.send(new GetCallerIdentityCommand({}))));
    expect(answers).toHaveLength(20);
    expect(taken()).toBe(2);
    sts.destroy();
  });

  test('that were replaced while a slow call still had the old ones are not taken again for it', async () => {
    const session = await connectAws(SETTINGS, world());
    const rejected = await keyOf(session);
    const renewed = await session.credentials?.({ forceRefresh: true, rejected });
    expect(await session.credentials?.({ forceRefresh: true, rejected })).toBe(renewed);
    expect(taken()).toBe(2);
  });

  test('that are refused again right after a renewal are given up', async () => {
    const session = await connectAws(SETTINGS, world());
    const sts = client(session);
    const expired = { ...stsError(403, 'ExpiredToken', 'The security token included in the request is expired'), to: 'GetCallerIdentity' };
    fake().stsFaults.push(expired, expired);
    const error: unknown = await sts.send(new GetCallerIdentityCommand({})).catch((thrown: unknown) => thrown);
    expect(isExpired(error)).toBe(true);
    expect(fake().actions().slice(2)).toEqual(['GetCallerIdentity', 'AssumeRoleWithWebIdentity', 'GetCallerIdentity']);
    sts.destroy();
  });

  test('hold until their end when they cannot be renewed, and GitHub is not asked at every call', async () => {
    let asked = 0;
    let works = true;
    const session = await connectAws(SETTINGS, world({
      oidcToken: (audience) => {
        asked += 1;
        return works ? Promise.resolve(fake().newToken(audience)) : Promise.reject(new Error('Error Code : 403'));
      },
    }));
    const first = await keyOf(session);
    works = false;
    later(57);
    expect([await keyOf(session), await keyOf(session), await keyOf(session)]).toEqual([first, first, first]);
    expect(asked).toBe(2);
    later(1);
    expect(await keyOf(session)).toBe(first);
    expect(asked).toBe(3);
    later(2);
    await expect(keyOf(session)).rejects.toThrow('GitHub answered 403 when asked for an OIDC token.');
    works = true;
    expect(await keyOf(session)).not.toBe(first);
  });

  test('that may no longer be taken say so to the call that needs them', async () => {
    const frozen = fake().now;
    const session = await connectAws(SETTINGS, world({ now: () => frozen }));
    const sts = client(session);
    later(61);
    fake().role.subjects = [];
    const error: unknown = await sts.send(new GetCallerIdentityCommand({})).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AwsError);
    expect((error as AwsError).message).toContain('did not let this job take the role');
    expect([isDenied(error), isExpired(error)]).toEqual([true, false]);
    sts.destroy();
  });
});
