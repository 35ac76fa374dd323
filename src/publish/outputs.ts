import type { Spending } from '../engines/engine.js';
import type { Verdict } from '../evidence/judge.js';
import type { QueryResult } from '../evidence/result.js';
import type { Committed } from './commit.js';
import type { Issue } from './issue.js';
import type { PullRequest } from './pull-request.js';
import type { Link } from './texts.js';

export interface Artifact {
  /** As it stands in the run's list; the file that a browser saves or opens has this name too. */
  readonly name: string;
  readonly id: number;
  /** Where a person who may see the run finds it. */
  readonly url: string;
  readonly bytes: number;
  /** As GitHub shows it. Of the zip: the same for the same pack. */
  readonly sha256: string | null;
}

export interface Published {
  /** The whole pack; null when it could not be uploaded. */
  readonly zip: Artifact | null;
  readonly pdfs: readonly Artifact[];
  readonly commit: (Committed & { readonly link: Link }) | null;
  readonly pullRequest: PullRequest | null;
  /** Those that were brought up to date, in the order of the frameworks. */
  readonly issues: readonly (Issue & { readonly framework: string })[];
  /** What a person should know though nothing is wrong: the pack stood there already, or is an artifact in place of something else. */
  readonly notes: readonly string[];
  /** What is missing, and the fix: a warning each. */
  readonly problems: readonly string[];
  /** The pack is nowhere but on the runner's disk, and was to be kept: fails the job. */
  readonly lost: string | null;
}

export const NOTHING_PUBLISHED: Published = { zip: null, pdfs: [], commit: null, pullRequest: null, issues: [], notes: [], problems: [], lost: null };

/** What is published of a run: counts, ids and our own words. */
export interface PublishedRun {
  readonly packPath: string;
  readonly evidenceId: string;
  readonly manifestSha256: string;
  readonly verdict: Verdict;
  readonly results: readonly QueryResult[];
  readonly pdfProblem: string | null;
  readonly spending: Spending | null;
}

/** The Action's outputs, by name; action.yml describes them. Known once the pack is written, those of each place once it is there. */
export function outputsOf({ packPath, evidenceId, manifestSha256, verdict, results, spending }: PublishedRun, { zip, commit, pullRequest, issues }: Published): Readonly<Record<string, string>> {
  return {
    result: verdict.incomplete ? 'incomplete' : verdict.undecidedExceptions > 0 ? 'exceptions' : 'complete',
    exceptions: String(results.reduce((sum, { exceptions }) => sum + exceptions.total, 0)),
    'undecided-exceptions': String(verdict.undecidedExceptions),
    incomplete: String(verdict.incomplete),
    'pack-path': packPath,
    'evidence-id': evidenceId,
    'manifest-sha256': manifestSha256,
    'artifact-id': zip === null ? '' : String(zip.id),
    'artifact-url': zip?.url ?? '',
    'commit-sha': commit?.sha ?? '',
    'commit-folder': commit === null ? '' : commit.link.name,
    'pull-request-number': pullRequest === null ? '' : String(pullRequest.number),
    'pull-request-url': pullRequest?.url ?? '',
    'issue-urls': issues.map(({ url }) => url).join(','),
    'bytes-scanned': String(spending?.bytesScanned ?? 0),
    'cost-usd': (spending?.costUsd ?? 0).toFixed(4),
  };
}
