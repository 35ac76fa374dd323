import { describe, expect, it } from '@jest/globals';
import { openGithub } from '../../src/publish/github.js';
import { isFromFork, refusePublic } from '../../src/publish/visibility.js';
import { type GithubInput, startGithub } from '../counterparts/github.js';

async function asked(event: unknown, input: GithubInput = {}, env: Readonly<Record<string, string>> = {}): Promise<{ refused: string | null; calls: readonly string[] }> {
  const github = await startGithub(input);
  try {
    const token = github.env['GITHUB_TOKEN'] ?? '';
    const client = openGithub({ token, env: { ...github.env, ...env }, pace: { wait: () => Promise.resolve(), random: () => 0.5 } });
    const refused = await refusePublic(event, client).then(() => null, (error: Error) => error.message);
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
  ])('that the event %j calls private, and GitHub still does, is taken', async (event) => {
    expect(await asked(event)).toEqual({ refused: null, calls: REST });
  });

  it('that has become public since the run was first started is refused', async () => {
    expect((await asked({ repository: { private: true } }, { visibility: 'public' })).refused).toMatch(/this repository is public/);
  });

  it('that the event calls private is taken where GitHub does not answer', async () => {
    expect((await asked({ repository: { private: true } }, { faults: [() => ({ status: 500 })] })).refused).toBeNull();
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

describe('a run', () => {
  const env = { GITHUB_REPOSITORY: 'octo-org/cloud-logs' };

  it.each<[unknown, boolean]>([
    [null, false],
    [{ repository: { full_name: 'octo-org/cloud-logs' } }, false],
    [{ pull_request: { head: { repo: { full_name: 'octo-org/cloud-logs' } } } }, false],
    [{ pull_request: { head: { repo: { full_name: 'mallory/cloud-logs' } } } }, true],
    [{ pull_request: { head: { repo: null } } }, true],
  ])('for %j is for a pull request from a fork: %s', (event, fork) => {
    expect(isFromFork(event, env)).toBe(fork);
  });
});
