import type { Category, Expectation } from '../pack/query.js';

/** A query's result. When several hold, the first in this order stands. */
export const RESULTS = [
  'failed',
  'not-evaluated',
  'not-collected',
  'exceptions',
  'incomplete',
  'no-exceptions',
  'population',
  'observed',
  'not-observed',
] as const;
export type Result = (typeof RESULTS)[number];

/** The result in the words reports print. */
export const RESULT_WORDS: Readonly<Record<Result, string>> = {
  failed: 'Query failed',
  'not-evaluated': 'Not evaluated',
  'not-collected': 'Not collected',
  exceptions: 'Exceptions noted',
  incomplete: 'Incomplete',
  'no-exceptions': 'No exceptions noted',
  population: 'Population for sampling',
  observed: 'Observed',
  'not-observed': 'Not observed',
};

export type CoverageState = 'complete' | 'incomplete' | 'not-collected';

/** Why a result is less than complete. Days are half-open: `to` is the first day no longer concerned. */
export interface Reason {
  readonly code: ReasonCode;
  readonly account: string | null;
  readonly region: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** The class of event whose selection is in doubt, and of data and network events the source; absent from other reasons. */
  readonly category?: Category | undefined;
  readonly source?: string | null | undefined;
}

export const REASON_WORDS = {
  'query-failed': 'the query did not run to its end',
  'switched-off': 'management switched this query off in the settings file',
  'list-not-configured': 'a list this query needs is not in the settings file',
  'no-production-account': 'no account of scope in the settings file has environment: production',
  'incident-not-named': 'no incident was named for this run',
  'class-not-collected': 'no events of this class in the logs, and no statement that it was selected',
  'no-events': 'no events, and no digests that account for the silence',
  'digest-gap': 'hours without a digest between hours that have one',
  'file-missing': 'a digest names a log file that is not in the archive',
  'file-differs': 'a log file is not the one its digest names',
  'file-unreadable': 'a log file could not be read',
  'malformed-records': 'records without an event id or time',
  'logging-stopped': 'the logs show that logging was stopped',
  'selection-not-shown': 'nothing shows that these events were selected for the whole period',
  'partly-selected': 'only some of these events were selected',
  'column-missing': 'the log table lacks a column that is needed',
  'self-test-missed': 'in the self-test, this query did not return what it must of its own test events',
  'self-test-returned': 'in the self-test, this query also returned a test event that it must pass over: some of its rows may not be what it looks for',
} as const;
export type ReasonCode = keyof typeof REASON_WORDS;
/** What trying a query on its own cases says against its result. */
export type SelfTestReason = Extract<ReasonCode, `self-test-${string}`>;

export interface ExceptionTally {
  readonly total: number;
  readonly decided: number;
  readonly undecided: number;
  readonly expired: number;
}

/** One query's line in results.json. */
export interface QueryResult {
  readonly id: string;
  readonly expect: Expectation;
  /** SHA-256 of `queries/<ID>.sql` in the pack. */
  readonly sha256: string;
  readonly result: Result;
  readonly reasons: readonly Reason[];
  readonly rows: number;
  readonly exceptions: ExceptionTally;
  readonly coverage: Readonly<Partial<Record<Category, CoverageState>>>;
  /** There, and true, for a query of the user's own. */
  readonly own?: true | undefined;
}

/** State of a coverage cell: account × region × UTC day × category (and event source for data and network). */
export type CellState = 'present' | 'idle-listed' | 'unexplained' | 'unreadable';

/** Days in a row with one state; a line of coverage.csv. `toDay` is exclusive. */
export interface CoverageRun {
  readonly account: string;
  readonly region: string;
  readonly category: Category;
  readonly source: string | null;
  readonly fromDay: string;
  readonly toDay: string;
  readonly state: CellState;
  /** Null for present and idle-listed. */
  readonly reason: ReasonCode | null;
}
