import { describe, expect, it } from '@jest/globals';
import { openGithub } from '../../src/publish/github.js';
import { approvalsOf, packReview } from '../../src/publish/review.js';
import { desk, type Desk, HEAD } from './desk.js';

async function reviewed({ github }: Desk, label = '2026-10'): Promise<unknown> {
  const client = openGithub({ token: github.env['GITHUB_TOKEN'] ?? '', env: github.env, pace: { wait: () => Promise.resolve(), random: () => 0 } });
  return client === null ? null : packReview(client, label);
}

const AT = '2026-11-02T06:00:00Z';

describe('the review of a pack', () => {
  it('is the merge of its pull request: who approved, who merged, and when', async () => {
    const job = await desk();
    await job.publish(await job.write(), { to: ['pull-request'] });
    await job.github.owner.approve(1, 'dana');
    await job.github.owner.review(1, 'octocat', 'COMMENTED');
    await job.github.owner.merge(1, 'lee', { deleteBranch: true });
    expect(await reviewed(job)).toEqual({ pullRequest: 1, url: 'https://github.com/octo-org/cloud-logs/pull/1', mergedBy: 'lee', mergedAt: AT, approvals: [{ login: 'dana', at: AT }] });
    expect(await reviewed(job, '2026-10-r2')).toMatchObject({ pullRequest: 1 });
  });

  it('is none where nothing was merged', async () => {
    const job = await desk();
    expect(await reviewed(job)).toBeNull();
    await job.publish(await job.write(), { to: ['pull-request'] });
    expect(await reviewed(job)).toBeNull();
    await job.github.owner.close(1);
    expect(await reviewed(job)).toBeNull();
  });

  it('does not count an approval of what was there before the last commit', async () => {
    const job = await desk();
    await job.publish(await job.write(), { to: ['pull-request'] });
    await job.github.owner.approve(1, 'dana');
    await job.github.owner.push(HEAD, { 'evidence/2026-10/results.json': '{}' });
    await job.github.owner.merge(1, 'lee');
    expect(await reviewed(job)).toMatchObject({ mergedBy: 'lee', approvals: [] });
  });
});

describe('approvals that stood at the merge', () => {
  const review = (login: string, state: string, at: string, commit = 'c1'): Parameters<typeof approvalsOf>[0][number] => ({ login, state, at: `2026-11-0${at}T00:00:00Z`, commit });

  it.each<[string, Parameters<typeof approvalsOf>[0], readonly string[]]>([
    ['of two people', [review('lee', 'APPROVED', '2'), review('dana', 'APPROVED', '1')], ['dana', 'lee']],
    ['with a comment after it', [review('lee', 'APPROVED', '1'), review('lee', 'COMMENTED', '2')], ['lee']],
    ['taken back by a request for changes', [review('lee', 'APPROVED', '1'), review('lee', 'CHANGES_REQUESTED', '2')], []],
    ['given after a request for changes', [review('lee', 'CHANGES_REQUESTED', '1'), review('lee', 'APPROVED', '2')], ['lee']],
    ['dismissed', [review('lee', 'DISMISSED', '1')], []],
    ['of another commit', [review('lee', 'APPROVED', '1', 'c0')], []],
    ['after the merge', [review('lee', 'APPROVED', '6')], []],
  ])('%s', (_name, reviews, logins) => {
    expect(approvalsOf(reviews, 'c1', '2026-11-05T00:00:00Z').map(({ login }) => login)).toEqual(logins);
  });
});
