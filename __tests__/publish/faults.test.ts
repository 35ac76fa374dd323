import { describe, expect, it } from '@jest/globals';
import { commitPack } from '../../src/publish/commit.js';
import { openGithub } from '../../src/publish/github.js';
import { madeFile, packFiles } from '../../src/publish/pack-files.js';
import { type Answer, FORK_PERMISSIONS, secondaryRateLimit } from '../counterparts/github.js';
import { committed, desk, HEAD, LABEL } from './desk.js';

const SILENT_PACE = { wait: () => Promise.resolve(), random: () => 0 };
const ALL = { to: ['pull-request', 'issue'] } as const;
const SAVED = 'publish: none of the places asked for could keep the pack, so it was uploaded as an artifact.';

/** Answers a call that much times, then lets it through. */
function times(count: number, call: string, answer: Answer): (asked: string) => Answer | undefined {
  let left = count;
  return (asked) => (asked === call && (left -= 1) >= 0 ? answer : undefined);
}

describe('a token that can only read', () => {
  it('costs commit, pull request and issues, each told with its permission, and never the pack', async () => {
    const job = await desk({ permissions: { contents: 'read', 'pull-requests': 'read', issues: 'read' } });
    const pack = await job.write();
    const published = await job.publish(pack, ALL);
    expect(published).toMatchObject({ commit: null, pullRequest: null, issues: [], zip: { id: 7 }, lost: null, notes: [SAVED] });
    expect(published.problems).toEqual([
      'publish: the pull request\'s commit was refused (403): the token lacks the permission contents: write. Add it to the job\'s permissions, or give github-token a token that has it.',
      'publish: the SOC 2 issue was refused (403): the token lacks the permission issues: write. Add it to the job\'s permissions, or give github-token a token that has it.',
    ]);
    expect(await job.github.owner.branches()).toEqual(['main']);
  });

  it('is told in other words to a run for a pull request from a fork', async () => {
    const job = await desk({ permissions: FORK_PERMISSIONS });
    const published = await job.publish(await job.write(), { to: ['commit'] }, { fromFork: true });
    expect(published.problems).toEqual(['publish: the commit was refused, since a run for a pull request from a fork has a token that can only read. Run it on a branch of this repository.']);
    expect(published.notes).toEqual([SAVED]);
  });

  it.each([
    [{ contents: 'none' }, 'contents: write'],
    [{ 'pull-requests': 'none' }, 'contents: write'],
  ] as const)('or less (%j) is told too', async (permissions, permission) => {
    const job = await desk({ permissions });
    const { problems } = await job.publish(await job.write(), { to: ['pull-request'] });
    expect(problems).toEqual([expect.stringContaining(permission)]);
  });

  it('fails the job where no artifact can be uploaded either', async () => {
    const job = await desk({ permissions: FORK_PERMISSIONS });
    const published = await job.publish(await job.write(), { to: ['commit', 'issue'] }, { upload: null, uploadObstacle: 'publish: no artifacts here.' });
    expect(published.lost).toMatch(/^publish: the commit was refused \(forbidden\)/);
    expect(published.problems).toHaveLength(2);
  });

  it('that has expired is told', async () => {
    const job = await desk({ faults: [() => ({ status: 401, body: { message: 'Bad credentials' } })] });
    expect((await job.publish(await job.write(), { to: ['commit'], branch: 'main' })).problems).toEqual(['publish: the commit was refused (401): the token is wrong or has expired. Run the job again, or correct github-token.']);
  });
});

describe('settings of the repository', () => {
  it('that keep workflows from opening pull requests leave the commit on its branch, and say so', async () => {
    const job = await desk({ settings: { actionsMayCreatePullRequests: false } });
    const published = await job.publish(await job.write(), { to: ['pull-request'] });
    expect(published).toMatchObject({ commit: { branch: HEAD, folder: LABEL }, pullRequest: null, zip: null, lost: null });
    expect(published.problems).toEqual([expect.stringMatching(/^publish: the pull request could not be opened: .*Tick "Allow GitHub Actions to create and approve pull requests".* The commit is on the branch "cloudtrail-evidence\/2026-10"\.$/)]);
    job.github.settings.actionsMayCreatePullRequests = true;
    expect(await job.publish(await job.write(), { to: ['pull-request'] })).toMatchObject({ problems: [], pullRequest: { number: 1 }, commit: { folder: LABEL } });
  });

  it('that disable issues cost the issues, told once', async () => {
    const job = await desk({ settings: { hasIssues: false } });
    const published = await job.publish(await job.write(), { to: ['artifact', 'issue'] });
    expect(published).toMatchObject({ zip: { id: 7 }, issues: [] });
    expect(published.problems).toEqual(['publish: the SOC 2 issue could not be opened: issues are disabled in this repository. Enable them in its settings, under General, Features, or take issue out of publish.']);
  });

  it.each(['branch protection', 'ruleset'] as const)('that protect the branch by %s', async (by) => {
    const job = await desk({ settings: { protections: [{ branches: ['main'], by, blocks: 'changes' }] } });
    const published = await job.publish(await job.write(), { to: ['commit'] });
    expect(published.problems).toEqual(['publish: the commit was refused: rules protect the branch "main". Name another branch, publish a pull-request in place of a commit, or let the token\'s app bypass the rules.']);
    expect(published.notes).toEqual([SAVED]);
    expect((await job.publish(await job.write(), { to: ['pull-request'] })).problems).toEqual([]);
  });

  it.each(['changes', 'creation'] as const)('that protect every branch from %s', async (blocks) => {
    const job = await desk({ settings: { protections: [{ branches: ['cloudtrail-evidence/*'], by: 'ruleset', blocks }] } });
    expect((await job.publish(await job.write(), { to: ['pull-request'] })).problems).toEqual([expect.stringMatching(/^publish: the pull request's commit was refused: rules protect the branch "cloudtrail-evidence\/2026-10"\. /)]);
  });

  it('that archive it', async () => {
    const job = await desk({ settings: { archived: true } });
    const { problems } = await job.publish(await job.write(), { to: ['commit'] });
    expect(problems).toEqual(['publish: the commit was refused: the repository is archived and can only be read. Unarchive it, or run in another.']);
  });

  it('that do not know a reviewer leave the pull request and the others asked', async () => {
    const job = await desk();
    const published = await job.publish(await job.write(), { to: ['pull-request'], reviewers: ['dana'], teamReviewers: ['auditors'] });
    expect(published).toMatchObject({ pullRequest: { number: 1 }, problems: [expect.stringMatching(/^publish: pull request 1 is there, but team-reviewers could not be asked \(.*\)\. Name only those with access to the repository, or give github-token/)] });
    expect(job.github.owner.pull(1).pull.reviewers).toEqual(['dana']);
    const stranger = await job.publish(await job.write({ decisions: [] }), { to: ['pull-request'], reviewers: ['mallory'] });
    expect(stranger.problems).toEqual([expect.stringMatching(/^publish: pull request 1 is there, but reviewers could not be asked \(Reviews may only be requested from collaborators/)]);
  });
});

describe('a branch that others commit to meanwhile', () => {
  it('is committed to on its fresh head, up to three times', async () => {
    const job = await desk();
    for (const name of ['a', 'b', 'c']) job.github.before('createCommitOnBranch', () => job.github.owner.push('main', { [name]: name }));
    const published = await job.publish(await job.write(), { to: ['commit'] });
    expect(published).toMatchObject({ problems: [], commit: { isNew: true, folder: LABEL } });
    expect([...(await job.github.owner.files('main')).keys()]).toEqual(expect.arrayContaining(['a', 'b', 'c', 'evidence/2026-10/manifest.json']));
  });

  it('is given up at the fourth, and the pack is kept as an artifact', async () => {
    const job = await desk();
    for (const name of ['a', 'b', 'c', 'd']) job.github.before('createCommitOnBranch', () => job.github.owner.push('main', { [name]: name }));
    const published = await job.publish(await job.write(), { to: ['commit'] });
    expect(published.problems).toEqual(['publish: the commit was given up: others kept committing to the branch "main" meanwhile. Run the job again; a concurrency group in the workflow keeps runs from meeting.']);
    expect(published.notes).toEqual([SAVED]);
  });

  it('between two commits of one pack keeps its folder', async () => {
    const job = await desk();
    const github = openGithub({ token: job.github.env['GITHUB_TOKEN'] ?? '', env: job.github.env, pace: SILENT_PACE });
    const pack = await packFiles((await job.write()).folder, 'full');
    const files = [...pack.files, ...Array.from({ length: 60 }, (_, index) => madeFile(`results/X-${index}.csv`, String(index)))];
    const calls = (): number => job.github.calls.filter((call) => call.endsWith('createCommitOnBranch')).length;
    job.github.before('createCommitOnBranch', () => job.github.before('createCommitOnBranch', () => job.github.owner.push('main', { a: 'a' })));
    if (github === null) throw new Error('There is a token.');
    const source = (await job.github.owner.head('main')) ?? '';
    const committedPack = await commitPack({ github, branch: 'main', source, folder: null, label: LABEL, pack: { ...pack, files }, summaryOf: () => 'summary', runUrl: null });
    expect({ folder: committedPack.folder, calls: calls() }).toEqual({ folder: LABEL, calls: 3 });
    expect(await committed(job, 'main')).toHaveLength(files.length + 2);
  });
});

describe('two runs at once', () => {
  it('leave one pull request, one folder and one issue for each framework', async () => {
    const job = await desk();
    const packs = [await job.write(), await job.write()];
    const runs = await Promise.all(packs.map((pack) => job.publish(pack, ALL)));
    expect(runs.flatMap(({ problems }) => problems)).toEqual([]);
    expect(job.github.owner.pulls).toHaveLength(1);
    expect((await committed(job, HEAD)).filter((path) => path.endsWith('manifest.json'))).toEqual(['evidence/2026-10/manifest.json']);
    expect(job.github.owner.issues.filter(({ state }) => state === 'open').map(({ title }) => title.split(':')[0])).toEqual(['CloudTrail evidence, SOC 2, 2026-10', 'CloudTrail evidence, GDPR, 2026-10']);
  });

  it('with an issue that another run opens at the same moment leave the older one', async () => {
    const job = await desk();
    const [first, second] = [await job.write(), await job.write()];
    job.github.before('POST /api/repos/octo-org/cloud-logs/issues', () => job.publish(first, { to: ['artifact', 'issue'] }));
    const published = await job.publish(second, { to: ['artifact', 'issue'] });
    expect(published.issues.map(({ number }) => number)).toEqual([1, 2]);
    expect(job.github.owner.issues.map(({ number, state, stateReason }) => `${number} ${state} ${stateReason}`)).toEqual(['1 open null', '2 open null', '3 closed not_planned']);
  });
});

describe('GitHub', () => {
  const LIST = 'GET /api/repos/octo-org/cloud-logs/pulls';
  const ISSUES = 'POST /api/repos/octo-org/cloud-logs/issues';

  it('that asks to slow down is asked again when it says, and not sooner', async () => {
    const job = await desk({ faults: [times(2, LIST, secondaryRateLimit(30))] });
    expect((await job.publish(await job.write(), { to: ['pull-request'] })).problems).toEqual([]);
    expect(job.waits).toEqual([30_500, 30_500]);
  });

  it('that asks to slow down and names no time is given a minute, then two', async () => {
    const { status, body } = secondaryRateLimit(30);
    const job = await desk({ faults: [times(2, LIST, { status, body })] });
    expect((await job.publish(await job.write(), { to: ['pull-request'] })).problems).toEqual([]);
    expect(job.waits).toEqual([60_500, 120_500]);
  });

  it('that asks for an hour is not waited for', async () => {
    const job = await desk({ faults: [times(9, LIST, secondaryRateLimit(3600))] });
    const published = await job.publish(await job.write(), { to: ['pull-request'] });
    expect(published.problems).toEqual(['publish: the pull request\'s commit was given up: GitHub\'s rate limit is used up. Run the job again later.']);
    expect(job.waits).toEqual([]);
  });

  it('that limits a mutation in an answer that is otherwise good is asked again', async () => {
    const { message } = secondaryRateLimit(5).body as { message: string };
    const job = await desk({ faults: [times(1, 'POST graphql createCommitOnBranch', { status: 200, headers: { 'retry-after': '5' }, body: { data: { createCommitOnBranch: null }, errors: [{ type: 'RATE_LIMITED', message }] } })] });
    expect((await job.publish(await job.write(), { to: ['commit'] })).problems).toEqual([]);
    expect(job.waits).toEqual([5_500]);
  });

  it('that has a fault is asked four times, with growing pauses', async () => {
    const job = await desk({ faults: [times(3, LIST, { status: 502 })] });
    expect((await job.publish(await job.write(), { to: ['pull-request'] })).problems).toEqual([]);
    expect(job.waits).toEqual([1_000, 2_000, 4_000]);
    const down = await desk({ faults: [times(99, LIST, { status: 503 })] });
    expect((await down.publish(await down.write(), { to: ['pull-request'] })).problems).toEqual([expect.stringMatching(/^publish: the pull request's commit was given up: GitHub could not be reached, or answered 503 each time\. /)]);
  });

  it.each([400, 403, 404, 409, 422])('that answers %i is not asked again', async (status) => {
    const job = await desk({ faults: [times(99, LIST, { status, body: { message: 'no' } })] });
    expect((await job.publish(await job.write(), { to: ['pull-request'] })).problems).toHaveLength(1);
    expect({ waits: job.waits, asked: job.github.calls.filter((call) => call === LIST).length }).toEqual({ waits: [], asked: 1 });
  });

  it('that refuses what it was given (422) is quoted', async () => {
    const job = await desk({ faults: [times(9, ISSUES, { status: 422, body: { message: 'Validation Failed', errors: [{ resource: 'Issue', field: 'title', code: 'custom' }] } })] });
    expect((await job.publish(await job.write(), { to: ['artifact', 'issue'] })).problems).toEqual([expect.stringMatching(/^publish: the SOC 2 issue was refused \(422\): Validation Failed: \{"resource":"Issue".*Correct what it names, and run the job again\.$/)]);
  });

  it('whose answer to a new issue is lost does not get a second one', async () => {
    const lost = times(1, ISSUES, { status: 502 });
    const unlucky = await desk({ faults: [lost] });
    unlucky.github.before(ISSUES, () => unlucky.github.owner.openIssue('x', '<!-- cloudtrail-evidence: issue soc2 2026-10 000000000000 -->\n', { by: 'github-actions[bot]', labels: ['cloudtrail-evidence'] }));
    const published = await unlucky.publish(await unlucky.write(), { to: ['artifact', 'issue'] });
    expect(published).toMatchObject({ problems: [], issues: [{ number: 1 }, { number: 2 }] });
    expect(unlucky.github.owner.issues.map(({ title }) => title.split(':')[0])).toEqual(['CloudTrail evidence, SOC 2, 2026-10', 'CloudTrail evidence, GDPR, 2026-10']);
  });

  it('that loses the answer to a commit is found to hold it', async () => {
    const job = await desk({ faults: [times(1, 'POST graphql createCommitOnBranch', { status: 502 })] });
    const pack = await job.write();
    // What the answer that is lost stood for: all but the answer was done.
    const twin = await desk();
    await twin.publish(pack, { to: ['commit'] });
    const files = [...(await twin.github.owner.files('main'))].filter(([path]) => path.startsWith('evidence/')).map(([path, bytes]) => [path, bytes.toString('utf8')]);
    job.github.before('createCommitOnBranch', () => job.github.owner.push('main', Object.fromEntries(files) as Record<string, string>));
    const published = await job.publish(pack, { to: ['commit'] });
    expect(published).toMatchObject({ problems: [], commit: { folder: LABEL, sha: await job.github.owner.head('main'), isNew: false } });
  });
});

describe('a place that keeps no pack', () => {
  it('is joined by an artifact', async () => {
    const job = await desk();
    const published = await job.publish(await job.write(), { to: ['issue'] });
    expect(published).toMatchObject({ zip: { id: 7 }, lost: null, notes: ['publish: an issue keeps no pack, so it was uploaded as an artifact.'], issues: [{ number: 1 }, { number: 2 }] });
  });

  it('is enough where no artifact can be uploaded: nobody asked for more', async () => {
    const job = await desk();
    expect(await job.publish(await job.write(), { to: ['issue'] }, { upload: null })).toMatchObject({ zip: null, lost: null, problems: [] });
  });
});

describe('an artifact that cannot be uploaded', () => {
  const broken = { upload: () => Promise.reject(new Error('ENOSPC: no space left')) };

  it('is a warning where a commit keeps the pack', async () => {
    const job = await desk();
    expect(await job.publish(await job.write(), { to: ['artifact', 'commit'] }, broken)).toMatchObject({ lost: null, commit: { folder: LABEL }, problems: [expect.stringContaining('the artifact was refused: ENOSPC')] });
  });

  it('fails the job where nothing else does', async () => {
    const job = await desk();
    expect((await job.publish(await job.write(), { to: ['artifact'] }, broken)).lost).toContain('the artifact was refused: ENOSPC');
  });
});
