import { describe, expect, it } from '@jest/globals';
import { refusePublic } from '../../src/publish/visibility.js';
import { type GithubInput, startGithub } from '../counterparts/github.js';

async function asked(event: unknown, input: GithubInput = {}, env: Readonly<Record<string, string>> = {}): Promise<{ refused: string | null; calls: readonly string[] }> {
  const github = await startGithub(input);
  try {
    const refused = await refusePublic(event, { ...github.env, ...env }).then(() => null, (error: Error) => error.message);
    return { refused, calls: github.calls };
  } finally {
    await github.close();
  }
}

const REST = ['GET /api/repos/octo-org/cloud-logs'];

describe('a repository', () => {
  it.each([
    [{ repository: { visibility: 'private', private: true } }],
    [{ repository: { visibility: 'internal', private: true } }],
    [{ repository: { private: true } }],
  ])('that the event %j calls private is asked nothing more', async (event) => {
    expect(await asked(event)).toEqual({ refused: null, calls: [] });
  });

  it.each([[{ repository: { visibility: 'public', private: false } }], [{ repository: { private: false } }]])('that the event %j calls public is refused', async (event) => {
    expect(await asked(event)).toEqual({ refused: expect.stringMatching(/^publish: this repository is public, .* set allow-public: true or publish: none\.$/), calls: [] });
  });

  it.each(['private', 'internal'] as const)('of which only GitHub says that it is %s is taken', async (visibility) => {
    expect(await asked({ schedule: '0 6 1 * *' }, { visibility })).toEqual({ refused: null, calls: REST });
  });

  it('of which GitHub says that it is public is refused', async () => {
    expect(await asked(null, { visibility: 'public' })).toEqual({ refused: expect.stringMatching(/this repository is public/), calls: REST });
  });

  it.each([
    ['is not there for who asks', { visibility: null }],
    ['gets no good answer', { faults: [() => ({ status: 500 })] }],
    ['gets an answer that is none', { faults: [() => ({ status: 200, body: 'x' })] }],
  ] as [string, GithubInput][])('that %s is refused, since it may be public', async (_name, input) => {
    expect((await asked(null, input)).refused).toMatch(/^publish: whether this repository is public cannot be told/);
  });

  it('is refused where GitHub cannot be reached', async () => {
    expect((await asked(null, {}, { GITHUB_API_URL: 'http://127.0.0.1:1' })).refused).toMatch(/cannot be told/);
  });
});
