import { randomBytes } from 'node:crypto';
import { type GitStorage, openGit, type Person } from './git.js';

export const REPOSITORY = 'octo-org/cloud-logs';
export const OWNER = 'octo-org';
export const NAME = 'cloud-logs';
/** Who GITHUB_TOKEN is. */
export const ACTIONS_BOT = 'github-actions[bot]';

export type Access = 'none' | 'read' | 'write';
/** What a token may, as a job's `permissions:` says it. `members` is an organisation's, which GITHUB_TOKEN never has. */
export interface Permissions {
  readonly contents: Access;
  readonly 'pull-requests': Access;
  readonly issues: Access;
  readonly actions: Access;
  readonly members: Access;
}
export const JOB_PERMISSIONS: Permissions = { contents: 'write', 'pull-requests': 'write', issues: 'write', actions: 'read', members: 'none' };
/** What a pull request from a fork runs with, whatever the workflow says. */
export const FORK_PERMISSIONS: Permissions = { contents: 'read', 'pull-requests': 'read', issues: 'read', actions: 'read', members: 'none' };

export interface Actor {
  readonly login: string;
  readonly kind: 'User' | 'Bot';
  readonly permissions: Permissions;
}

/** Keeps branches from changes made directly. */
export interface Protection {
  /** Names, or beginnings that end in `*`. */
  readonly branches: readonly string[];
  readonly by: 'branch protection' | 'ruleset';
  /** What is not allowed but through a pull request, or at all. */
  readonly blocks: 'changes' | 'creation';
}

/** The repository's settings; a test changes them as the owner would. */
export interface Settings {
  /** Null: it is not there for who asks. */
  visibility: 'public' | 'private' | 'internal' | null;
  readonly defaultBranch: string;
  hasIssues: boolean;
  archived: boolean;
  /** "Allow GitHub Actions to create and approve pull requests". */
  actionsMayCreatePullRequests: boolean;
  protections: readonly Protection[];
  /** Who may review. */
  collaborators: readonly string[];
  teams: readonly string[];
}

export const SETTINGS: Settings = { visibility: 'private', defaultBranch: 'main', hasIssues: true, archived: false, actionsMayCreatePullRequests: true, protections: [], collaborators: ['dana', 'lee', 'octocat'], teams: ['auditors'] };

export interface Comment {
  readonly id: number;
  readonly login: string;
  body: string;
  readonly at: string;
}

export interface Review {
  readonly id: number;
  readonly login: string;
  readonly state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED';
  readonly body: string;
  readonly at: string;
  readonly commit: string;
}

/** An issue, or what a pull request has in common with one: both are numbered together. */
export interface Thread {
  readonly number: number;
  readonly login: string;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  stateReason: 'completed' | 'not_planned' | 'reopened' | 'duplicate' | null;
  labels: readonly string[];
  assignees: readonly string[];
  readonly createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  closedBy: string | null;
  readonly comments: Comment[];
  readonly pull: PullPart | null;
}

export interface PullPart {
  readonly head: string;
  base: string;
  draft: boolean;
  /** Where the branches stood when it was closed or merged; while it is open they are asked. */
  closedHead: string | null;
  closedBase: string | null;
  merged: { readonly sha: string; readonly by: string; readonly at: string } | null;
  reviewers: readonly string[];
  teams: readonly string[];
  readonly reviews: Review[];
}

export type Pull = Thread & { readonly pull: PullPart };

export interface Label {
  readonly id: number;
  readonly name: string;
  readonly color: string;
  readonly description: string | null;
}

/** All that GitHub knows of one repository. */
export interface World {
  readonly settings: Settings;
  /** Made at the first call that wants it. */
  git(): Promise<GitStorage>;
  readonly threads: Thread[];
  readonly labels: Map<string, Label>;
  /** Commits that GitHub signed. */
  readonly verified: Set<string>;
  readonly tokens: Map<string, Actor>;
  readonly artifacts: ReadonlyMap<string, StoredArtifact>;
  now(): string;
  newId(): number;
  /** Where REST is: `http://127.0.0.1:<port>/api`. */
  api: string;
  close(): Promise<void>;
}

export interface StoredArtifact {
  readonly id: number;
  readonly bytes: Buffer;
  readonly mimeType: string;
  /** Instant at which it goes; null: the repository's own setting. */
  readonly expiresAt: string | null;
}

export interface WorldInput {
  readonly settings: Partial<Settings>;
  readonly permissions: Partial<Permissions>;
  readonly artifacts: ReadonlyMap<string, StoredArtifact>;
  readonly now: () => Date;
}

export function newWorld({ settings, permissions, artifacts, now }: WorldInput): World & { readonly token: string } {
  const own = { ...SETTINGS, ...settings };
  const token = `ghs_${randomBytes(18).toString('hex')}`;
  let git: Promise<GitStorage> | undefined;
  let ids = 1000;
  return {
    settings: own, token, artifacts, api: '',
    threads: [], labels: new Map(), verified: new Set(),
    tokens: new Map([[token, { login: ACTIONS_BOT, kind: 'Bot', permissions: { ...JOB_PERMISSIONS, ...permissions } }]]),
    git: () => (git ??= firstCommit(own.defaultBranch, now())),
    now: () => `${now().toISOString().slice(0, 19)}Z`,
    newId: () => (ids += 1),
    close: async () => (await git)?.close(),
  };
}

async function firstCommit(branch: string, date: Date): Promise<GitStorage> {
  const git = await openGit(branch);
  const by = personOf('octocat');
  await git.move(branch, await git.write({ parents: [], author: by, committer: by, date, message: 'Initial commit', additions: new Map([['README.md', Buffer.from('# cloud-logs\n')]]) }), null);
  return git;
}

export const GITHUB_ITSELF: Person = { name: 'GitHub', email: 'noreply@github.com' };

export function personOf(login: string): Person {
  return { name: login, email: `${userId(login)}+${login}@users.noreply.github.com` };
}

export function userId(login: string): number {
  return login === ACTIONS_BOT ? 41_898_282 : [...login].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9_999_991, 7);
}

/** Why a branch may not be changed directly, or null. */
export function protectionOf({ settings }: World, branch: string, blocks: Protection['blocks']): Protection | null {
  const covers = (name: string): boolean => (name.endsWith('*') ? branch.startsWith(name.replace(/\*+$/, '')) : name === branch);
  return settings.protections.find((each) => each.blocks === blocks && each.branches.some(covers)) ?? null;
}

export function pullOf(world: World, number: number): Pull | null {
  const thread = world.threads.find((each) => each.number === number);
  return thread === undefined || thread.pull === null ? null : (thread as Pull);
}
