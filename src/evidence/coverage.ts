import type { Category } from '../pack/query.js';
import type { CoverageRun, CoverageState, Reason } from './result.js';

/** An account and a region in scope. */
export interface ScopePair {
  readonly account: string;
  readonly region: string;
}

/** What one query's coverage is: per class of event it needs, and why where it is less than complete. */
export interface QueryCoverage {
  readonly states: Readonly<Partial<Record<Category, CoverageState>>>;
  readonly reasons: readonly Reason[];
}

export interface Coverage {
  /** Every pair in scope, sorted by account, region. */
  readonly scope: readonly ScopePair[];
  /** Every cell of management events, and of each data or network source seen or stated, run-length by day. Sorted. */
  readonly runs: readonly CoverageRun[];
}
