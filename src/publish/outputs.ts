import type { Spending } from '../engines/engine.js';
import type { Verdict } from '../evidence/judge.js';
import type { QueryResult } from '../evidence/result.js';

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
  /** Why something is missing, in one sentence; null when nothing is. */
  readonly problem: string | null;
}

export const NOTHING_PUBLISHED: Published = { zip: null, pdfs: [], problem: null };

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

/** The Action's outputs, by name; action.yml describes them. Known once the pack is written, those of the artifact once it is uploaded. */
export function outputsOf({ packPath, evidenceId, manifestSha256, verdict, results, spending }: PublishedRun, { zip }: Published): Readonly<Record<string, string>> {
  return {
    result: verdict.incomplete ? 'incomplete' : verdict.undecidedExceptions > 0 ? 'exceptions' : 'complete',
    exceptions: String(results.reduce((sum, { exceptions }) => sum + exceptions.total, 0)),
    incomplete: String(verdict.incomplete),
    'pack-path': packPath,
    'evidence-id': evidenceId,
    'manifest-sha256': manifestSha256,
    'artifact-id': zip === null ? '' : String(zip.id),
    'artifact-url': zip?.url ?? '',
    'bytes-scanned': String(spending?.bytesScanned ?? 0),
    'cost-usd': (spending?.costUsd ?? 0).toFixed(4),
  };
}
