import type { GitStorage } from './git.js';
import { association, type Json, label, nodeId, repository, user } from './objects.js';
import { OWNER, type Pull, REPOSITORY, type Thread, type World } from './repository.js';

/** Issues and pull requests as REST answers them. */
const SITE = 'https://github.com';

/** A label nobody made yet is made by the first use of its name, as GitHub does. */
export function labelled(world: World, names: readonly string[]): readonly string[] {
  return [...new Set(names.map((name) => {
    const known = [...world.labels.values()].find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (known === undefined) world.labels.set(name, { id: world.newId(), name, color: 'ededed', description: null });
    return known?.name ?? name;
  }))];
}

function labelsOf(world: World, { labels }: Thread): readonly Json[] {
  return labels.flatMap((name) => {
    const found = world.labels.get(name);
    return found === undefined ? [] : [label(world, found)];
  });
}

export function issue(world: World, thread: Thread): Json {
  const home = `${world.api}/repos/${REPOSITORY}/issues/${thread.number}`;
  const page = `${SITE}/${REPOSITORY}/${thread.pull === null ? 'issues' : 'pull'}/${thread.number}`;
  return {
    id: 3_000_000 + thread.number, node_id: nodeId(thread.pull === null ? 'I' : 'PR', thread.number), number: thread.number, url: home, repository_url: `${world.api}/repos/${REPOSITORY}`, labels_url: `${home}/labels{/name}`,
    comments_url: `${home}/comments`, events_url: `${home}/events`, html_url: page, title: thread.title, body: thread.body, user: user(world, thread.login), labels: labelsOf(world, thread),
    state: thread.state, state_reason: thread.stateReason, locked: false, assignee: thread.assignees[0] === undefined ? null : user(world, thread.assignees[0]), assignees: thread.assignees.map((login) => user(world, login)),
    milestone: null, comments: thread.comments.length, created_at: thread.createdAt, updated_at: thread.updatedAt, closed_at: thread.closedAt, closed_by: thread.closedBy === null ? null : user(world, thread.closedBy),
    author_association: association(thread.login), active_lock_reason: null, performed_via_github_app: null,
    ...(thread.pull === null ? {} : { draft: thread.pull.draft, pull_request: { url: `${world.api}/repos/${REPOSITORY}/pulls/${thread.number}`, html_url: page, diff_url: `${page}.diff`, patch_url: `${page}.patch`, merged_at: thread.pull.merged?.at ?? null } }),
  };
}

export interface Ends {
  readonly head: string;
  readonly base: string;
}

/** Where a pull request's branches stand: now, or where they stood when it was closed. */
export async function endsOf(git: GitStorage, { pull }: Pull): Promise<Ends> {
  const none = '0'.repeat(40);
  return { head: pull.closedHead ?? (await git.head(pull.head)) ?? none, base: pull.closedBase ?? (await git.head(pull.base)) ?? none };
}

/** Of a pull request in a list, GitHub's description has no label without a description. */
function describedLabels(world: World, thread: Thread): readonly Json[] {
  return labelsOf(world, thread).map((each) => ({ ...each, description: each['description'] ?? '' }));
}

/** A pull request as lists show it. */
export async function pullSimple(world: World, thread: Pull): Promise<Json> {
  const { number, pull } = thread;
  const { head, base } = await endsOf(await world.git(), thread);
  const home = `${world.api}/repos/${REPOSITORY}/pulls/${number}`;
  const issueHome = `${world.api}/repos/${REPOSITORY}/issues/${number}`;
  const page = `${SITE}/${REPOSITORY}/pull/${number}`;
  const statuses = `${world.api}/repos/${REPOSITORY}/statuses/${head}`;
  const end = (ref: string, sha: string): Json => ({ label: `${OWNER}:${ref}`, ref, sha, user: user(world, OWNER), repo: repository(world) });
  const links = { self: home, html: page, issue: issueHome, comments: `${issueHome}/comments`, review_comments: `${home}/comments`, review_comment: `${world.api}/repos/${REPOSITORY}/pulls/comments{/number}`, commits: `${home}/commits`, statuses };
  return {
    id: 2_000_000 + number, node_id: nodeId('PR', number), number, url: home, html_url: page, diff_url: `${page}.diff`, patch_url: `${page}.patch`, issue_url: issueHome, commits_url: links.commits, review_comments_url: links.review_comments,
    review_comment_url: links.review_comment, comments_url: links.comments, statuses_url: statuses, state: thread.state, locked: false, active_lock_reason: null, title: thread.title, body: thread.body, user: user(world, thread.login),
    labels: describedLabels(world, thread), milestone: null, assignee: null, assignees: [], requested_reviewers: pull.reviewers.map((login) => user(world, login)), requested_teams: pull.teams.map((slug) => team(world, slug)),
    created_at: thread.createdAt, updated_at: thread.updatedAt, closed_at: thread.closedAt, merged_at: pull.merged?.at ?? null, merge_commit_sha: pull.merged?.sha ?? null, draft: pull.draft,
    head: end(pull.head, head), base: end(pull.base, base), _links: Object.fromEntries(Object.entries(links).map(([name, href]) => [name, { href }])), author_association: association(thread.login), auto_merge: null,
  };
}

/** The whole of it: with what git says of its changes, and whether they can be merged. */
export async function pullFull(world: World, thread: Pull): Promise<Json> {
  const git = await world.git();
  const { head, base } = await endsOf(git, thread);
  const both = (await git.typeOf(head)) !== null && (await git.typeOf(base)) !== null;
  const from = both ? await git.mergeBase(base, head) : null;
  const changes = from === null ? [] : await git.changes(from, head);
  const isOpen = thread.state === 'open';
  const mergeable = isOpen && both ? (await git.mergedTree(base, head)) !== null : null;
  return {
    ...(await pullSimple(world, thread)), merged: thread.pull.merged !== null, merged_by: thread.pull.merged === null ? null : user(world, thread.pull.merged.by), mergeable, rebaseable: mergeable,
    mergeable_state: mergeable === null ? 'unknown' : mergeable ? 'clean' : 'dirty', maintainer_can_modify: false, comments: thread.comments.length, review_comments: 0, commits: from === null ? 0 : await git.count(`${base}..${head}`),
    additions: changes.reduce((sum, each) => sum + each.additions, 0), deletions: changes.reduce((sum, each) => sum + each.deletions, 0), changed_files: changes.length,
  };
}

function team({ api }: World, slug: string): Json {
  const home = `${api}/teams/1`;
  return { id: 1, node_id: nodeId('T', slug), url: home, members_url: `${home}/members{/member}`, name: slug, slug, description: null, permission: 'pull', privacy: 'closed', html_url: `${SITE}/orgs/${OWNER}/teams/${slug}`, repositories_url: `${home}/repos`, parent: null, type: 'organization', organization_id: 1 };
}

