import type { PublishSettings } from '../settings/settings.js';
import { commitPack, type Committed, type Committing } from './commit.js';
import { PublishError } from './errors.js';
import { blobText, evidenceTree, headOf, resetBranch } from './git-tree.js';
import type { Github } from './github.js';
import { saidBy, troubleOf } from './github-trouble.js';
import { isMarked, isSameText, type Marked } from './markdown-template.js';
import { isFolderOf, placeOf } from './pack-place.js';

export interface PullRequest {
  readonly number: number;
  readonly url: string;
}

export interface Requesting {
  readonly github: Github;
  readonly settings: PublishSettings;
  /** The branch to merge into. */
  readonly base: string;
  readonly title: string;
  readonly text: Marked;
}

export interface Requested {
  /** Null where the pack is merged already, and there is nothing to review. */
  readonly pullRequest: PullRequest | null;
  /** Sentences about labels and reviewers that GitHub did not take. */
  readonly problems: readonly string[];
}

/** The branch a period's pull request comes from. */
export function headBranch(label: string): string {
  return `cloudtrail-evidence/${label}`;
}

/** Brings the pack onto the branch, where it stays also when no pull request can be opened. */
export async function commitForReview(committing: Omit<Committing, 'branch' | 'source' | 'folder'>, base: string): Promise<Committed> {
  const { github, label, pack } = committing;
  const branch = headBranch(label);
  const baseHead = await headOf(github, base);
  if (baseHead === null) throw new PublishError(`publish: the pull request needs the branch "${base}" to merge into, and there is none of that name; correct branch.`);
  const place = await placeOf(await evidenceTree(github, baseHead, isFolderOf(label)), label, pack, (blob) => blobText(github, blob));
  if (place.stands) return { branch: base, folder: place.folder, sha: baseHead, isNew: false };
  const earlier = await pullRequestsFrom(github, branch);
  // What an earlier one brought is merged, or was turned down: this one starts from the base as it is now.
  if (earlier.length > 0 && earlier.every(({ state }) => state === 'closed') && (await headOf(github, branch)) !== null) await resetBranch(github, branch, baseHead);
  return commitPack({ ...committing, branch, source: baseHead, folder: place.folder });
}

/** Opens the pull request for a branch, or brings the open one up to date. */
export async function requestReview(requesting: Requesting, committed: Committed): Promise<Requested> {
  const { github, base, title, text, settings } = requesting;
  if (committed.branch === base) return { pullRequest: null, problems: [] };
  const open = (await pullRequestsFrom(github, committed.branch)).find(({ state }) => state === 'open');
  const pullRequest = open === undefined ? await create(requesting, committed) : await update(github, open, title, text, base);
  const isChanged = open === undefined || committed.isNew;
  const problems = [await label(github, pullRequest, settings.labels), ...(isChanged ? await ask(github, pullRequest, settings) : [])].filter((problem) => problem !== null);
  return { pullRequest, problems };
}

interface Found extends PullRequest {
  readonly state: string;
  readonly title: string;
  readonly body: string | null;
  readonly base: string;
  readonly labels: readonly string[];
}

/** Pull requests from a branch of this very repository, the newest first. */
async function pullRequestsFrom({ rest, at }: Github, branch: string): Promise<readonly Found[]> {
  const { data } = await rest.pulls.list({ ...at, head: `${at.owner}:${branch}`, state: 'all', sort: 'created', direction: 'desc', per_page: 100 });
  const isOwn = (full: string | undefined): boolean => full?.toLowerCase() === `${at.owner}/${at.repo}`.toLowerCase();
  return data
    .filter(({ head }) => head.ref === branch && isOwn((head.repo as typeof head.repo | null)?.full_name))
    .map(({ number, html_url, state, title, body, base, labels }) => ({ number, url: html_url, state, title, body, base: base.ref, labels: labels.map(({ name }) => name) }));
}

async function create({ github, base, title, text }: Requesting, { branch }: Committed): Promise<PullRequest> {
  const { rest, at } = github;
  try {
    const { data } = await rest.pulls.create({ ...at, head: branch, base, title, body: text.body });
    return { number: data.number, url: data.html_url };
  } catch (error) {
    // Another run was quicker.
    const open = troubleOf(error) === 'exists' ? (await pullRequestsFrom(github, branch)).find(({ state }) => state === 'open') : undefined;
    if (open === undefined) throw error;
    return update(github, open, title, text, base);
  }
}

/** A text that says the same is left alone, with what a reviewer has ticked in it; so is one that a person has written. */
async function update({ rest, at }: Github, open: Found, title: string, text: Marked, base: string): Promise<PullRequest> {
  const isOurs = open.body === null || open.body.trim() === '' || isMarked(open.body, 'pull-request');
  const changes = { ...(isOurs && !isSameText(open.body, text) ? { title, body: text.body } : {}), ...(open.base === base ? {} : { base }) };
  if (Object.keys(changes).length > 0) await rest.pulls.update({ ...at, pull_number: open.number, ...changes });
  return open;
}

async function label({ rest, at }: Github, { number }: PullRequest, labels: readonly string[]): Promise<string | null> {
  if (labels.length === 0) return null;
  try {
    await rest.issues.addLabels({ ...at, issue_number: number, labels: [...labels] });
    return null;
  } catch (error) {
    return `publish: the labels could not be put on pull request ${number} (${saidBy(error)}). Correct labels, or give the token issues: write.`;
  }
}

/** People and teams apart: a team that cannot be asked keeps nobody else from being asked. */
async function ask({ rest, at }: Github, { number }: PullRequest, { reviewers, teamReviewers }: PublishSettings): Promise<(string | null)[]> {
  const request = async (input: string, who: { readonly reviewers?: string[]; readonly team_reviewers?: string[] }): Promise<string | null> => {
    try {
      await rest.pulls.requestReviewers({ ...at, pull_number: number, ...who });
      return null;
    } catch (error) {
      const hint = input === 'team-reviewers' ? ', or give github-token the token of an app that may read the organisation\'s members' : '';
      return `publish: pull request ${number} is there, but ${input} could not be asked (${saidBy(error)}). Name only those with access to the repository${hint}.`;
    }
  };
  return [
    reviewers.length === 0 ? null : await request('reviewers', { reviewers: [...reviewers] }),
    teamReviewers.length === 0 ? null : await request('team-reviewers', { team_reviewers: [...teamReviewers] }),
  ];
}
