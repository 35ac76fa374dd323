import type { PackReview } from '../evidence/pack-review.js';
import type { Github } from './github.js';
import { headBranch } from './pull-request.js';

/** Where GitHub no longer knows who it was. */
const GONE = 'ghost';

/** The pull request by which the pack of a label was last merged: who approved what was merged, and who merged it. Null where there is none. */
export async function packReview({ rest, at, paginate }: Github, label: string): Promise<PackReview | null> {
  // A pack that came after a merged one has a folder of its own, and the same branch.
  const branch = headBranch(label.replace(/-r[1-9]\d*$/, ''));
  const { data } = await rest.pulls.list({ ...at, head: `${at.owner}:${branch}`, state: 'closed', per_page: 100 });
  const own = `${at.owner}/${at.repo}`.toLowerCase();
  const merged = data
    .filter(({ head, merged_at }) => merged_at !== null && head.ref === branch && (head.repo as typeof head.repo | null)?.full_name.toLowerCase() === own)
    .sort((a, b) => ((a.merged_at ?? '') < (b.merged_at ?? '') ? 1 : -1))[0];
  if (merged === undefined) return null;
  const pull = (await rest.pulls.get({ ...at, pull_number: merged.number })).data;
  const reviews = await paginate(rest.pulls.listReviews, { ...at, pull_number: merged.number, per_page: 100 });
  return {
    pullRequest: merged.number,
    url: merged.html_url,
    mergedBy: pull.merged_by?.login ?? null,
    mergedAt: merged.merged_at ?? '',
    approvals: approvalsOf(reviews.map(({ user, state, submitted_at, commit_id }) => ({ login: user?.login ?? GONE, state, at: submitted_at ?? '', commit: commit_id })), merged.head.sha, merged.merged_at ?? ''),
  };
}

export interface Review {
  readonly login: string;
  /** `APPROVED`, `CHANGES_REQUESTED`, `DISMISSED`, `COMMENTED`… */
  readonly state: string;
  readonly at: string;
  /** What was looked at. */
  readonly commit: string | null;
}

/** Approvals that stood when it was merged, of the commit that was: each person's last word counts, and a comment is none. */
export function approvalsOf(reviews: readonly Review[], head: string, mergedAt: string): PackReview['approvals'] {
  const last = new Map<string, Review>();
  const spoken = reviews.filter(({ state, at }) => state !== 'COMMENTED' && state !== 'PENDING' && at <= mergedAt);
  for (const review of [...spoken].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) last.set(review.login, review);
  return [...last.values()].filter(({ state, commit }) => state === 'APPROVED' && commit === head).map(({ login, at }) => ({ login, at }));
}
