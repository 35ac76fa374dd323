import { invalid, notFound, Refusal } from './answers.js';
import type { GitStorage } from './git.js';
import { type Actor, GITHUB_ITSELF, personOf, protectionOf, type Pull, pullOf, type Thread, type World } from './repository.js';
import { endsOf } from './threads.js';

/** What happens to issues and pull requests, by whomever: the API's calls and a test's own hands come here alike. */
export interface NewThread {
  readonly login: string;
  readonly title: string;
  readonly body: string | null;
  readonly labels?: readonly string[];
  readonly assignees?: readonly string[];
  readonly pull?: { readonly head: string; readonly base: string; readonly draft: boolean };
}

export function openThread(world: World, { login, title, body, labels = [], assignees = [], pull }: NewThread): Thread {
  const at = world.now();
  const part = pull === undefined ? null : { ...pull, closedHead: null, closedBase: null, merged: null, reviewers: [], teams: [], reviews: [] };
  const thread: Thread = { number: world.threads.length + 1, login, title, body, state: 'open', stateReason: null, labels, assignees, createdAt: at, updatedAt: at, closedAt: null, closedBy: null, comments: [], pull: part };
  world.threads.push(thread);
  return thread;
}

export async function setState(world: World, thread: Thread, { state, reason, by }: { readonly state: 'open' | 'closed'; readonly reason?: Thread['stateReason']; readonly by: string }): Promise<void> {
  if (thread.pull !== null) await setPullState(world, thread as Pull, state);
  const wasClosed = thread.state === 'closed';
  thread.stateReason = thread.pull !== null ? null : state === 'closed' ? (reason ?? thread.stateReason ?? 'completed') : wasClosed ? 'reopened' : thread.stateReason;
  thread.state = state;
  thread.closedAt = state === 'open' ? null : wasClosed ? thread.closedAt : world.now();
  thread.closedBy = state === 'open' ? null : wasClosed ? thread.closedBy : by;
  thread.updatedAt = world.now();
}

async function setPullState(world: World, thread: Pull, state: 'open' | 'closed'): Promise<void> {
  const git = await world.git();
  const { pull } = thread;
  if (state === thread.state) return;
  const refuse = (message: string): Refusal => invalid({ resource: 'PullRequest', code: 'invalid', field: 'state', message: `state cannot be changed. ${message}` });
  if (state === 'closed') {
    const ends = await endsOf(git, thread);
    pull.closedHead = ends.head;
    pull.closedBase = ends.base;
    return;
  }
  if (pull.merged !== null) throw refuse('The pull request cannot be reopened.');
  if ((await git.head(pull.head)) === null) throw refuse(`The ${pull.head} branch was deleted.`);
  if (openPullOf(world, pull.head, pull.base) !== null) throw refuse(`There is already an open pull request from ${pull.head} to ${pull.base}.`);
  pull.closedHead = null;
  pull.closedBase = null;
}

export function openPullOf(world: World, head: string, base: string): Pull | null {
  return (world.threads.find((each) => each.state === 'open' && each.pull?.head === head && each.pull.base === base) as Pull | undefined) ?? null;
}

export type MergeMethod = 'merge' | 'squash' | 'rebase';

/** Merges as the button does; the commits are GitHub's, and signed by it. */
export async function merge(world: World, number: number, by: string, { method = 'merge', expected, title }: { readonly method?: MergeMethod; readonly expected?: string; readonly title?: string } = {}): Promise<string> {
  const thread = pullOf(world, number);
  if (thread === null) throw notFound();
  const git = await world.git();
  const { head, base } = await endsOf(git, thread);
  if (method === 'rebase') throw new Refusal(405, 'Rebase merges are not allowed on this repository.');
  if (thread.state === 'closed') throw new Refusal(405, 'Pull Request is closed');
  if (expected !== undefined && expected !== head) throw new Refusal(409, 'Head branch was modified. Review and try the merge again.');
  const tree = await git.mergedTree(base, head);
  if (tree === null) throw new Refusal(405, 'Pull Request is not mergeable');
  const message = title ?? (method === 'squash' ? `${thread.title} (#${number})` : `Merge pull request #${number} from octo-org/${thread.pull.head}\n\n${thread.title}`);
  const sha = await git.write({ parents: method === 'merge' ? [base, head] : [base], author: personOf(by), committer: GITHUB_ITSELF, date: new Date(world.now()), message, tree });
  if (!(await git.move(thread.pull.base, sha, base))) throw new Refusal(405, 'Base branch was modified. Review and try the merge again.');
  world.verified.add(sha);
  thread.pull.merged = { sha, by, at: world.now() };
  thread.pull.closedHead = head;
  thread.pull.closedBase = base;
  Object.assign(thread, { state: 'closed', closedAt: world.now(), closedBy: by, updatedAt: world.now() });
  return sha;
}

/** A branch that is deleted takes its open pull requests with it. */
export async function deleteBranch(world: World, branch: string, by: string): Promise<boolean> {
  const git = await world.git();
  const head = await git.head(branch);
  if (head === null) return false;
  for (const thread of world.threads) if (thread.pull?.head === branch && thread.state === 'open') await setState(world, thread, { state: 'closed', by });
  return git.move(branch, null, head);
}

export interface CommitInput {
  readonly branch: string;
  readonly message: string;
  readonly additions: ReadonlyMap<string, Buffer>;
  readonly deletions: readonly string[];
  readonly expected: string;
  readonly by: Actor;
}

/** GitHub's words for a branch that is protected. A ruleset and the older branch protection differ (https://github.com/Thinkmill/keystatic/issues/1598). */
export function protectionWords(world: World, branch: string): { readonly type: string; readonly message: string; readonly rest: string } | null {
  const rule = 'Changes must be made through a pull request.';
  const protection = protectionOf(world, branch, 'changes');
  if (protection === null) return null;
  return protection.by === 'ruleset'
    ? { type: 'FORBIDDEN', message: `Repository rule violations found\n\n${rule}\n\n`, rest: `Repository rule violations found\n\n${rule}\n\n` }
    : { type: 'BRANCH_PROTECTION_RULE_VIOLATION', message: `protected branch '${branch}' check failed:\n  ${rule}`, rest: rule };
}

/** A commit signed by GitHub. Null: the branch was moved meanwhile. */
export async function commitOnBranch(world: World, git: GitStorage, { branch, message, additions, deletions, expected, by }: CommitInput): Promise<string | null> {
  const oid = await git.write({ parents: [expected], author: personOf(by.login), committer: GITHUB_ITSELF, date: new Date(world.now()), message, additions, deletions });
  if (!(await git.move(branch, oid, expected))) return null;
  world.verified.add(oid);
  for (const thread of world.threads) if (thread.pull?.head === branch && thread.state === 'open') thread.updatedAt = world.now();
  return oid;
}
