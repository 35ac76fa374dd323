import { getOctokit } from '@actions/github';
import { afterEach, describe, expect, it } from '@jest/globals';
import { FORK_PERMISSIONS, type Github, type GithubInput, secondaryRateLimit, startGithub } from './github.js';
import { githubDescription } from './github/openapi.js';

const AT = { owner: 'octo-org', repo: 'cloud-logs' };
const BRANCH = 'cloudtrail-evidence/2026-10';
const started: Github[] = [];

type Octokit = ReturnType<typeof getOctokit>;
interface Hub extends Github {
  readonly octokit: Octokit;
}

/** GitHub, and the client that the action uses. Broken rules of GitHub's description are looked for after every test. */
async function hub(input: GithubInput = {}): Promise<Hub> {
  const github = await startGithub({ now: () => new Date('2026-11-02T06:00:00Z'), ...input });
  started.push(github);
  return { ...github, octokit: clientOf(github, github.env['GITHUB_TOKEN'] ?? '') };
}

function clientOf(github: Github, token: string): Octokit {
  const silent = (): void => undefined;
  return getOctokit(token, { baseUrl: github.env['GITHUB_API_URL'] ?? '', log: { debug: silent, info: silent, warn: silent, error: silent } });
}

let expectsViolations = false;
afterEach(async () => {
  const violations = started.flatMap((github) => github.violations);
  await Promise.all(started.splice(0).map((github) => github.close()));
  const isExpected = expectsViolations;
  expectsViolations = false;
  if (!isExpected) expect(violations).toEqual([]);
});

/** How a call fails, in GitHub's words. */
async function failure(call: Promise<unknown>): Promise<{ readonly status?: number; readonly message: string; readonly errors?: unknown; readonly headers: Readonly<Record<string, string>> }> {
  const error = await call.then(() => null, (thrown: unknown) => thrown);
  if (error === null) throw new Error('The call was expected to fail.');
  const { status, message, errors, response } = error as { status?: number; message: string; errors?: unknown; response?: { data?: { message?: string; errors?: unknown }; headers?: Record<string, string> } };
  return { ...(status === undefined ? {} : { status }), message: response?.data?.message ?? message, errors: response?.data?.errors ?? errors, headers: response?.headers ?? {} };
}

const COMMIT = 'mutation ($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid signature { isValid } } } }';

interface Change {
  readonly branch?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly deletions?: readonly string[];
  readonly expected?: string;
}

async function commit({ octokit, owner }: Hub, { branch = BRANCH, files = { 'evidence/a.txt': 'a' }, deletions = [], expected }: Change = {}): Promise<string> {
  const input = {
    branch: { repositoryNameWithOwner: 'octo-org/cloud-logs', branchName: branch }, expectedHeadOid: expected ?? (await owner.head(branch)) ?? 'f'.repeat(40), message: { headline: 'Evidence', body: 'of a month' },
    fileChanges: { additions: Object.entries(files).map(([path, text]) => ({ path, contents: Buffer.from(text).toString('base64') })), deletions: deletions.map((path) => ({ path })) },
  };
  return (await octokit.graphql<{ createCommitOnBranch: { commit: { oid: string } } }>(COMMIT, { input })).createCommitOnBranch.commit.oid;
}

async function branchOff({ octokit, owner }: Hub, branch = BRANCH): Promise<void> {
  await octokit.rest.git.createRef({ ...AT, ref: `refs/heads/${branch}`, sha: (await owner.head('main')) ?? '' });
}

/** A branch with a commit and a pull request for it. */
async function proposed(github: Hub, body = 'what is proposed'): Promise<number> {
  await branchOff(github);
  await commit(github);
  return (await github.octokit.rest.pulls.create({ ...AT, head: BRANCH, base: 'main', title: 'Evidence 2026-10', body })).data.number;
}

describe('GitHub’s own description', () => {
  it.each<[string, (octokit: Octokit) => Promise<unknown>, RegExp]>([
    ['a field that is missing', (octokit) => octokit.request('POST /repos/{owner}/{repo}/pulls', { ...AT, title: 'x', base: 'main' } as never), /required property 'head'/],
    ['a field it does not know', (octokit) => octokit.rest.pulls.requestReviewers({ ...AT, pull_number: 1, reviewer: ['lee'] }), /takes no "reviewer"/],
    ['a value it does not know', (octokit) => octokit.rest.issues.listForRepo({ ...AT, state: 'ajar' as 'open' }), /\?state must be equal to one of the allowed values \(open, closed, all\)/],
    ['a value of another type', (octokit) => octokit.rest.issues.addLabels({ ...AT, issue_number: 1, labels: [7] as never }), /labels/],
    ['a parameter it does not know', (octokit) => octokit.rest.pulls.list({ ...AT, label: 'evidence' }), /\?label is no parameter/],
    ['an operation that is not there', (octokit) => octokit.request('POST /repos/{owner}/{repo}/pull', AT), /no such operation/],
    ['an operation that is not played', (octokit) => octokit.rest.repos.delete(AT), /does not play repos\/delete/],
  ])('catches %s', async (_name, call, words) => {
    const github = await hub();
    expect(await failure(call(github.octokit))).toMatchObject({ status: 500, message: expect.stringMatching(words) });
    expect(github.violations).toEqual([expect.stringMatching(words)]);
    expectsViolations = true;
  });

  it('catches an answer that GitHub would not give', () => {
    const operation = githubDescription().operation('POST', '/repos/octo-org/cloud-logs/issues');
    expect(operation?.answerProblems(201, { number: 'one' })).toEqual(expect.arrayContaining(["/number must be integer", " must have required property 'title'"]));
    expect(operation?.answerProblems(202, {})).toEqual(['issues/create never answers 202']);
  });

  it('tells operations apart whose paths begin alike', () => {
    const id = (path: string): string | undefined => githubDescription().operation('GET', `/repos/o/r/${path}`)?.id;
    expect([id('commits/main'), id('commits/main/pulls'), id('git/ref/heads/a/b'), id('contents/a/b.txt')]).toEqual(['repos/get-commit', 'repos/list-pull-requests-associated-with-commit', 'git/get-ref', 'repos/get-content']);
  });
});

describe('a commit on a branch', () => {
  it('stands in git, signed by GitHub, in the name of who asked', async () => {
    const github = await hub();
    await branchOff(github);
    const oid = await commit(github, { files: { 'evidence/2026-10/ä "b".json': '{}' } });
    expect((await github.owner.files(BRANCH)).get('evidence/2026-10/ä "b".json')?.toString()).toBe('{}');
    expect((await github.owner.commits(BRANCH))[0]).toMatchObject({ oid, verified: true, message: 'Evidence\n\nof a month', author: { name: 'github-actions[bot]' }, committer: { name: 'GitHub' } });
    expect((await github.octokit.rest.git.getCommit({ ...AT, commit_sha: oid })).data.verification.verified).toBe(true);
  });

  it('keeps what it does not name, and deletes what it does', async () => {
    const github = await hub();
    await branchOff(github);
    await commit(github, { files: { 'a.txt': 'a', 'b.txt': 'b' } });
    await commit(github, { files: { 'b.txt': 'B' }, deletions: ['a.txt'] });
    expect([...(await github.owner.files(BRANCH))].map(([path, bytes]) => `${path}=${bytes.toString()}`)).toEqual(['README.md=# cloud-logs\n', 'b.txt=B']);
  });

  const refused = async (input: GithubInput, change: (github: Hub) => Promise<Change>, branch = BRANCH): Promise<unknown> => {
    const github = await hub(input);
    if (branch === BRANCH) await github.owner.push(branch, { 'seed.txt': 's' });
    const before = await github.owner.head(branch);
    const { errors } = await failure(commit(github, { branch, ...(await change(github)) }));
    expect(await github.owner.head(branch)).toBe(before);
    return (errors as unknown[])[0];
  };
  const same = (): Promise<Change> => Promise.resolve({});

  it.each<[string, GithubInput, (github: Hub) => Promise<Change>, string, RegExp, string | null]>([
    ['on a head that was moved from', {}, async ({ owner }) => ({ expected: (await owner.head('main')) ?? '' }), 'STALE_DATA', /^Expected branch to point to "[0-9a-f]{40}" but it did not\. {2}Pull and try again\.$/, null],
    ['on a head that is no commit', {}, () => Promise.resolve({ expected: 'f'.repeat(40) }), 'NOT_FOUND', /^No commit exists with specified expectedHeadOid/, null],
    ['of a branch that is not there', {}, same, 'NOT_FOUND', /^Branch not found$/, 'nowhere'],
    ['that deletes what is not there', {}, () => Promise.resolve({ deletions: ['no.txt'] }), 'NOT_FOUND', /^A path was requested for deletion which does not exist/, null],
    ['out of the repository', {}, () => Promise.resolve({ files: { '../a.txt': '' } }), 'UNPROCESSABLE', /path '\.\.\/a\.txt'/, null],
    ['with a token that reads', { permissions: { contents: 'read' } }, same, 'FORBIDDEN', /^Resource not accessible by integration$/, null],
    ['into an archive', { settings: { archived: true } }, same, 'FORBIDDEN', /archived/, null],
    ['on a branch that branch protection covers', { settings: { protections: [{ branches: ['main'], by: 'branch protection', blocks: 'changes' }] } }, same, 'BRANCH_PROTECTION_RULE_VIOLATION', /^protected branch 'main' check failed:\n {2}Changes must be made through a pull request\.$/, 'main'],
    ['on a branch that a ruleset covers', { settings: { protections: [{ branches: ['cloudtrail-evidence/*'], by: 'ruleset', blocks: 'changes' }] } }, same, 'FORBIDDEN', /^Repository rule violations found\n\nChanges must be made through a pull request\./, null],
  ])('%s is refused, and nothing is changed', async (_name, input, change, type, message, branch) => {
    expect(await refused(input, change, branch ?? undefined)).toMatchObject({ type, path: ['createCommitOnBranch'], message: expect.stringMatching(message) });
  });

  it('is refused when another came between the look and the commit', async () => {
    const github = await hub();
    await branchOff(github);
    github.before('createCommitOnBranch', () => github.owner.push(BRANCH, { 'theirs.txt': 't' }));
    const expected = (await github.octokit.rest.git.getRef({ ...AT, ref: `heads/${BRANCH}` })).data.object.sha;
    expect((await failure(commit(github, { expected }))).errors).toEqual([expect.objectContaining({ type: 'STALE_DATA' })]);
    await commit(github);
    expect([...(await github.owner.files(BRANCH)).keys()]).toEqual(['README.md', 'evidence/a.txt', 'theirs.txt']);
  });

  it('of two at once lands once', async () => {
    const github = await hub();
    await branchOff(github);
    const expected = (await github.owner.head(BRANCH)) ?? '';
    const ends = await Promise.allSettled(['a', 'b', 'c', 'd'].map((name) => commit(github, { expected, files: { [name]: name } })));
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected']);
    expect((await github.owner.commits(BRANCH)).length).toBe(2);
  });

  it.each([
    ['that does not exist', COMMIT.replace('oid', 'sha'), /Field 'sha' doesn't exist on type 'Commit'/],
    ['without its own fields', 'mutation ($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) }', /Field must have selections/],
  ])('is not made by a document that asks for a field %s', async (_name, document, words) => {
    const github = await hub();
    const input = { branch: { repositoryNameWithOwner: 'octo-org/cloud-logs', branchName: 'main' }, expectedHeadOid: await github.owner.head('main'), message: { headline: 'x' } };
    expect((await failure(github.octokit.graphql(document, { input }))).message).toMatch(words);
    expect((await github.owner.commits('main')).length).toBe(1);
  });

  it('is not made of an input whose fields GitHub does not know', async () => {
    const github = await hub();
    const input = { branch: { repositoryNameWithOwner: 'octo-org/cloud-logs', branchName: 'main' }, expectedHeadOid: await github.owner.head('main'), message: { headline: 'x' }, changes: {} };
    expect((await failure(github.octokit.graphql(COMMIT, { input }))).message).toMatch(/changes \(Field is not defined/);
  });
});

describe('branches and files', () => {
  it('are made, moved and deleted', async () => {
    const { octokit, owner } = await hub();
    const sha = (await owner.head('main')) ?? '';
    await octokit.rest.git.createRef({ ...AT, ref: 'refs/heads/a', sha });
    const pushed = await owner.push('a', { 'a.txt': 'a' });
    expect(await failure(octokit.rest.git.createRef({ ...AT, ref: 'refs/heads/a', sha }))).toMatchObject({ status: 422, message: 'Reference already exists' });
    expect(await failure(octokit.rest.git.updateRef({ ...AT, ref: 'heads/a', sha }))).toMatchObject({ status: 422, message: 'Update is not a fast forward' });
    await octokit.rest.git.updateRef({ ...AT, ref: 'heads/a', sha, force: true });
    expect(await owner.head('a')).toBe(sha);
    await octokit.rest.git.updateRef({ ...AT, ref: 'heads/a', sha: pushed });
    await octokit.rest.git.deleteRef({ ...AT, ref: 'heads/a' });
    expect(await failure(octokit.rest.git.getRef({ ...AT, ref: 'heads/a' }))).toMatchObject({ status: 404 });
  });

  it('are not made where a ruleset keeps names, nor below a branch that is a file', async () => {
    const { octokit, owner } = await hub({ settings: { protections: [{ branches: ['kept/*'], by: 'ruleset', blocks: 'creation' }] } });
    const sha = (await owner.head('main')) ?? '';
    for (const name of ['kept/a', 'main/a']) expect(await failure(octokit.rest.git.createRef({ ...AT, ref: `refs/heads/${name}`, sha }))).toMatchObject({ status: 422, message: 'Reference update failed' });
  });

  it('are read as files, folders, trees, blobs, branches and commits', async () => {
    const { octokit, owner } = await hub();
    const sha = await owner.push('main', { 'evidence/2026-10/README.md': '# October' }, 'dana');
    const file = (await octokit.rest.repos.getContent({ ...AT, path: 'evidence/2026-10/README.md' })).data;
    expect(file).toMatchObject({ type: 'file', size: 9, content: Buffer.from('# October').toString('base64') + '\n' });
    expect((await octokit.rest.repos.getContent({ ...AT, path: 'evidence', ref: sha })).data).toMatchObject([{ type: 'dir', name: '2026-10', path: 'evidence/2026-10' }]);
    expect((await octokit.rest.repos.getContent({ ...AT, path: 'README.md', mediaType: { format: 'raw' } })).data).toBe('# cloud-logs\n');
    const tree = (await octokit.rest.git.getTree({ ...AT, tree_sha: sha, recursive: '1' })).data.tree.find(({ path }) => path === 'evidence/2026-10/README.md');
    expect((await octokit.rest.git.getBlob({ ...AT, file_sha: tree?.sha ?? '' })).data).toMatchObject({ size: 9, encoding: 'base64' });
    expect((await octokit.rest.repos.getBranch({ ...AT, branch: 'main' })).data).toMatchObject({ commit: { sha, author: { login: 'dana' }, commit: { verification: { verified: false } } }, protected: false });
    expect((await octokit.rest.repos.listCommits({ ...AT, path: 'evidence' })).data.map((each) => each.sha)).toEqual([sha]);
    expect(await failure(octokit.rest.repos.getContent({ ...AT, path: 'no' }))).toMatchObject({ status: 404 });
  });

  it('are compared', async () => {
    const { octokit, owner } = await hub();
    await owner.push('a', { 'a.txt': 'one\ntwo\n' });
    await owner.push('main', { 'b.txt': 'b' });
    const { data } = await octokit.rest.repos.compareCommitsWithBasehead({ ...AT, basehead: 'main...a' });
    expect({ status: data.status, ahead: data.ahead_by, behind: data.behind_by, files: data.files?.map(({ filename, status, additions }) => ({ filename, status, additions })) }).toEqual({ status: 'diverged', ahead: 1, behind: 1, files: [{ filename: 'a.txt', status: 'added', additions: 2 }] });
  });
});

describe('a pull request', () => {
  it('is opened, found by its branch, and shows what it changes', async () => {
    const github = await hub();
    const number = await proposed(github);
    const found = await github.octokit.rest.pulls.list({ ...AT, head: `octo-org:${BRANCH}`, state: 'all' });
    expect(found.data.map((each) => each.number)).toEqual([number]);
    expect((await github.octokit.rest.pulls.get({ ...AT, pull_number: number })).data).toMatchObject({ user: { login: 'github-actions[bot]' }, state: 'open', mergeable: true, commits: 1, changed_files: 1, additions: 1, body: 'what is proposed' });
    expect((await github.octokit.rest.pulls.list({ ...AT, head: 'octo-org:other' })).data).toEqual([]);
  });

  it('is refused twice, without commits, of branches that are not there, and with too long a body', async () => {
    const github = await hub();
    const { octokit } = github;
    await proposed(github);
    const open = (more: object): Promise<unknown> => octokit.rest.pulls.create({ ...AT, head: BRANCH, base: 'main', title: 'x', ...more });
    expect(await failure(open({}))).toMatchObject({ status: 422, message: 'Validation Failed', errors: [{ resource: 'PullRequest', code: 'custom', message: `A pull request already exists for octo-org:${BRANCH}.` }] });
    await branchOff(github, 'same');
    expect((await failure(open({ head: 'same' }))).errors).toMatchObject([{ message: 'No commits between main and same' }]);
    expect((await failure(open({ head: 'no', base: 'none' }))).errors).toMatchObject([{ field: 'base', code: 'invalid' }, { field: 'head', code: 'invalid' }]);
    await github.owner.push('other', { 'o.txt': 'o' });
    expect((await failure(open({ head: 'other', body: 'x'.repeat(65_537) }))).errors).toMatchObject([{ field: 'body', message: 'body is too long (maximum is 65536 characters)' }]);
    await open({ head: 'other', body: 'x'.repeat(65_536) });
  });

  it('of two runs at once is opened once', async () => {
    const github = await hub();
    await branchOff(github);
    await commit(github);
    const ends = await Promise.allSettled([1, 2, 3].map(() => github.octokit.rest.pulls.create({ ...AT, head: BRANCH, base: 'main', title: 'x' })));
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(github.owner.pulls.length).toBe(1);
  });

  it('is not opened by a workflow where the setting is off, but by an App', async () => {
    const github = await hub({ settings: { actionsMayCreatePullRequests: false } });
    expect(await failure(proposed(github))).toMatchObject({ status: 403, message: 'GitHub Actions is not permitted to create or approve pull requests.' });
    const app = clientOf(github, github.tokenOf('evidence-app[bot]'));
    expect((await app.rest.pulls.create({ ...AT, head: BRANCH, base: 'main', title: 'x' })).data.user?.login).toBe('evidence-app[bot]');
  });

  it('is approved and merged by people, and tells who', async () => {
    const github = await hub();
    const number = await proposed(github);
    await github.octokit.rest.pulls.requestReviewers({ ...AT, pull_number: number, reviewers: ['dana'] });
    await github.owner.approve(number, 'dana');
    const sha = await github.owner.merge(number, 'lee', { deleteBranch: true });
    expect((await github.octokit.rest.pulls.listReviews({ ...AT, pull_number: number })).data).toMatchObject([{ user: { login: 'dana' }, state: 'APPROVED', submitted_at: '2026-11-02T06:00:00Z' }]);
    expect((await github.octokit.rest.pulls.get({ ...AT, pull_number: number })).data).toMatchObject({ state: 'closed', merged: true, merged_by: { login: 'lee' }, merged_at: '2026-11-02T06:00:00Z', merge_commit_sha: sha, requested_reviewers: [], head: { ref: BRANCH } });
    expect([...(await github.owner.files('main')).keys()]).toContain('evidence/a.txt');
    expect(await github.owner.head(BRANCH)).toBeNull();
    expect((await github.octokit.rest.repos.listPullRequestsAssociatedWithCommit({ ...AT, commit_sha: sha })).data.map((each) => each.number)).toEqual([number]);
  });

  it('that conflicts is shown so, and cannot be merged', async () => {
    const github = await hub();
    const number = await proposed(github);
    await github.owner.push('main', { 'evidence/a.txt': 'theirs' });
    expect((await github.octokit.rest.pulls.get({ ...AT, pull_number: number })).data).toMatchObject({ mergeable: false, mergeable_state: 'dirty' });
    expect(await failure(github.octokit.rest.pulls.merge({ ...AT, pull_number: number }))).toMatchObject({ status: 405, message: 'Pull Request is not mergeable' });
  });

  it('is merged by the API only where it was last seen', async () => {
    const github = await hub();
    const number = await proposed(github);
    expect(await failure(github.octokit.rest.pulls.merge({ ...AT, pull_number: number, sha: 'f'.repeat(40) }))).toMatchObject({ status: 409 });
    expect(await failure(github.octokit.rest.pulls.merge({ ...AT, pull_number: number, merge_method: 'rebase' }))).toMatchObject({ status: 405 });
    expect((await github.octokit.rest.pulls.merge({ ...AT, pull_number: number, merge_method: 'squash' })).data.merged).toBe(true);
  });

  it('is closed with its branch, and cannot be reopened without it', async () => {
    const github = await hub();
    const number = await proposed(github);
    await github.octokit.rest.git.deleteRef({ ...AT, ref: `heads/${BRANCH}` });
    expect(github.owner.pull(number).state).toBe('closed');
    expect((await failure(github.octokit.rest.pulls.update({ ...AT, pull_number: number, state: 'open' }))).errors).toMatchObject([{ message: `state cannot be changed. The ${BRANCH} branch was deleted.` }]);
    await github.owner.push(BRANCH, { 'a.txt': 'a' });
    await github.owner.reopen(number);
    expect(github.owner.pull(number).state).toBe('open');
  });

  it('is edited in place, labelled and commented', async () => {
    const github = await hub();
    const number = await proposed(github);
    await github.octokit.rest.pulls.update({ ...AT, pull_number: number, title: 'New', body: 'new' });
    await github.octokit.rest.issues.addLabels({ ...AT, issue_number: number, labels: ['evidence', 'audit'] });
    await github.octokit.rest.issues.createComment({ ...AT, issue_number: number, body: 'hello' });
    expect(github.owner.pull(number)).toMatchObject({ title: 'New', body: 'new', labels: ['evidence', 'audit'], comments: [{ body: 'hello', login: 'github-actions[bot]' }] });
  });

  it.each<[string, GithubInput, object, object]>([
    ['a stranger', {}, { reviewers: ['nobody'] }, { message: expect.stringMatching(/^Reviews may only be requested from collaborators\./) }],
    ['a team, by a token that may not read the organisation’s members', {}, { team_reviewers: ['auditors'] }, { errors: [expect.stringMatching(/^Could not resolve to a node with the global id of/)] }],
    ['an unknown team', { permissions: { members: 'read' } }, { team_reviewers: ['none'] }, { message: expect.stringMatching(/One or more of the teams/) }],
    ['its author', { settings: { collaborators: ['github-actions[bot]'] } }, { reviewers: ['github-actions[bot]'] }, { message: 'Review cannot be requested from pull request author.' }],
  ])('is not reviewed by %s', async (_name, input, who, expected) => {
    const github = await hub(input);
    const number = await proposed(github);
    expect(await failure(github.octokit.rest.pulls.requestReviewers({ ...AT, pull_number: number, ...who }))).toMatchObject({ status: 422, ...expected });
  });
});

describe('an issue', () => {
  it('is opened, found by label, creator and state, edited and closed', async () => {
    const { octokit, owner } = await hub();
    owner.openIssue('Another', 'by a person', { labels: ['cloudtrail-evidence'] });
    const { data } = await octokit.rest.issues.create({ ...AT, title: 'Open exceptions', body: 'ids', labels: ['cloudtrail-evidence'] });
    const found = (await octokit.rest.issues.listForRepo({ ...AT, labels: 'cloudtrail-evidence', creator: 'github-actions[bot]', state: 'all' })).data;
    expect(found.map(({ number }) => number)).toEqual([data.number]);
    await octokit.rest.issues.update({ ...AT, issue_number: data.number, body: 'new ids', state: 'closed', state_reason: 'completed' });
    expect(owner.issue(data.number)).toMatchObject({ state: 'closed', stateReason: 'completed', body: 'new ids', closedBy: 'github-actions[bot]' });
    expect((await octokit.rest.issues.listForRepo({ ...AT, labels: 'cloudtrail-evidence' })).data.map(({ title }) => title)).toEqual(['Another']);
    await owner.reopen(data.number);
    expect((await octokit.rest.issues.get({ ...AT, issue_number: data.number })).data).toMatchObject({ state: 'open', state_reason: 'reopened', closed_at: null });
  });

  it('is not opened where issues are disabled; pull requests are there still', async () => {
    const github = await hub({ settings: { hasIssues: false } });
    expect(await failure(github.octokit.rest.issues.create({ ...AT, title: 'x' }))).toMatchObject({ status: 410, message: 'Issues has been disabled in this repository.' });
    const number = await proposed(github);
    expect((await github.octokit.rest.issues.listForRepo(AT)).data.map((each) => each.number)).toEqual([number]);
  });

  it('has a body of 65,536 characters at most', async () => {
    const { octokit } = await hub();
    expect(await failure(octokit.rest.issues.create({ ...AT, title: 'x', body: 'é'.repeat(65_537) }))).toMatchObject({ status: 422, errors: [{ resource: 'Issue', code: 'custom', field: 'body', message: 'body is too long (maximum is 65536 characters)' }] });
    const { data } = await octokit.rest.issues.create({ ...AT, title: 'x', body: 'é'.repeat(65_536) });
    expect(await failure(octokit.rest.issues.update({ ...AT, issue_number: data.number, body: 'é'.repeat(65_537) }))).toMatchObject({ status: 422 });
  });

  it('is found over many pages', async () => {
    const { octokit, owner } = await hub();
    for (let number = 1; number <= 250; number += 1) owner.openIssue(`Issue ${number}`, '');
    const first = await octokit.rest.issues.listForRepo({ ...AT, per_page: 100 });
    expect(first.headers.link).toMatch(/page=2>; rel="next", <[^>]*page=3>; rel="last"/);
    expect((await octokit.paginate(octokit.rest.issues.listForRepo, { ...AT, per_page: 100 })).length).toBe(250);
  });

  it('takes labels that were made, or makes them by their first use', async () => {
    const { octokit } = await hub();
    await octokit.rest.issues.createLabel({ ...AT, name: 'Evidence', color: '0e8a16', description: 'From CloudTrail' });
    expect(await failure(octokit.rest.issues.createLabel({ ...AT, name: 'evidence' }))).toMatchObject({ status: 422, errors: [{ resource: 'Label', code: 'already_exists', field: 'name' }] });
    const { data } = await octokit.rest.issues.create({ ...AT, title: 'x', labels: ['evidence', 'new'] });
    expect(data.labels).toMatchObject([{ name: 'Evidence', color: '0e8a16' }, { name: 'new', color: 'ededed' }]);
  });
});

describe('who asks', () => {
  it.each<[string, GithubInput, (octokit: Octokit) => Promise<unknown>, string]>([
    ['reads issues only', { permissions: { issues: 'read' } }, (octokit) => octokit.rest.issues.create({ ...AT, title: 'x' }), 'issues=write'],
    ['may do nothing with pull requests', { permissions: { 'pull-requests': 'none' } }, (octokit) => octokit.rest.pulls.list(AT), 'pull_requests=read'],
    ['comes from a fork', { permissions: FORK_PERMISSIONS }, (octokit) => octokit.rest.git.createRef({ ...AT, ref: 'refs/heads/a', sha: 'f'.repeat(40) }), 'contents=write'],
  ])('and %s is told what is missing', async (_name, input, call, permission) => {
    const { octokit } = await hub(input);
    expect(await failure(call(octokit))).toMatchObject({ status: 403, message: 'Resource not accessible by integration', headers: { 'x-accepted-github-permissions': permission } });
  });

  it('and may write pull requests, but no issues, edits the one and not the other', async () => {
    const github = await hub({ permissions: { issues: 'none' } });
    const number = await proposed(github);
    const issue = github.owner.openIssue('x', '').number;
    await github.octokit.rest.issues.addLabels({ ...AT, issue_number: number, labels: ['evidence'] });
    expect(await failure(github.octokit.rest.issues.update({ ...AT, issue_number: issue, body: 'y' }))).toMatchObject({ status: 403 });
  });

  it('with a token that is none is turned away', async () => {
    const github = await hub();
    expect(await failure(clientOf(github, 'ghs_none').rest.repos.get(AT))).toMatchObject({ status: 401, message: 'Bad credentials' });
  });

  it('an archived repository reads, and does not write', async () => {
    const github = await hub();
    github.settings.archived = true;
    expect((await github.octokit.rest.repos.get(AT)).data.archived).toBe(true);
    expect(await failure(github.octokit.rest.issues.create({ ...AT, title: 'x' }))).toMatchObject({ status: 403, message: 'Repository was archived so is read-only.' });
  });

  it.each(['public', 'private', 'internal'] as const)('sees of a %s repository that it is', async (visibility) => {
    const { octokit } = await hub({ visibility });
    const query = 'query ($owner: String!, $repo: String!) { viewer { login } repository(owner: $owner, name: $repo) { visibility isPrivate defaultBranchRef { name } } }';
    expect(await octokit.graphql(query, AT)).toEqual({ viewer: { login: 'github-actions[bot]' }, repository: { visibility: visibility.toUpperCase(), isPrivate: visibility !== 'public', defaultBranchRef: { name: 'main' } } });
    expect((await octokit.rest.repos.get(AT)).data).toMatchObject({ visibility, private: visibility !== 'public', default_branch: 'main', has_issues: true });
  });

  it('sees nothing of a repository that is not there for them', async () => {
    const { octokit } = await hub({ visibility: null });
    expect(await failure(octokit.rest.repos.get(AT))).toMatchObject({ status: 404 });
    expect((await failure(octokit.graphql('{ repository(owner: "octo-org", name: "cloud-logs") { id } }'))).errors).toMatchObject([{ type: 'NOT_FOUND', path: ['repository'] }]);
  });

  it('too much is told when to come again', async () => {
    let times = 0;
    const { octokit } = await hub({ faults: [(call) => (call.endsWith('/issues') && (times += 1) === 1 ? secondaryRateLimit(7, 429) : undefined)] });
    expect(await failure(octokit.rest.issues.listForRepo(AT))).toMatchObject({ status: 429, message: expect.stringMatching(/secondary rate limit/), headers: { 'retry-after': '7' } });
    expect((await octokit.rest.issues.listForRepo(AT)).data).toEqual([]);
  });
});
