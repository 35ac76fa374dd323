import type { EventCell, RecordCounts, Row, Spending, TrailChange } from '../engines/engine.js';
import type { Coverage } from '../evidence/coverage.js';
import type { DecisionRecord, Standing } from '../evidence/decisions.js';
import type { PackReview } from '../evidence/pack-review.js';
import type { QueryResult } from '../evidence/result.js';
import type { RunFacts } from '../evidence/run-facts.js';
import type { PreviousSignOff } from '../evidence/sign-off.js';
import type { Trend } from '../evidence/trend.js';
import type { Framework } from '../pack/framework.js';
import type { Query, QuerySetting } from '../pack/query.js';
import type { SelfTest } from '../self-test/self-test.js';
import type { Settings } from '../settings/settings.js';
import type { NotReadReason } from '../sources/log-file.js';

/** One query's share of a report. */
export interface QuerySection {
  readonly query: Query;
  readonly result: QueryResult;
  /** Output columns as in the CSV: for `expect: none` the first is `exception_id`. Empty when the query did not run. */
  readonly columns: readonly string[];
  /** The first rows, at most SAMPLE_ROWS of them, in the CSV's order and with its columns. */
  readonly rows: readonly Row[];
  /** How each of these rows stands, for `expect: none`; else empty. */
  readonly standings: readonly Standing[];
  /** SQL exactly as the engine ran it, and its hash. Empty when it did not run. */
  readonly executedSqlSha256: string;
  /** Text of `queries/<ID>.sql` in the pack. */
  readonly packSql: string;
  /** Why it failed, in one sentence; null when it did not. */
  readonly failure: string | null;
  /** Lists it needs and was not given; it was then not run. */
  readonly missingLists: readonly QuerySetting[];
  /** Management's reason for switching it off; null when it is on. */
  readonly switchedOff: string | null;
  /** The CSV and JSONL of the rows; null when the query did not run. */
  readonly files: { readonly csv: FileDigest; readonly jsonl: FileDigest } | null;
}

/** Rows a report keeps of each query; all of them are in the CSV. */
export const SAMPLE_ROWS = 50;

export interface FileDigest {
  /** Path in the pack, with `/`. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The log files, each counted once. */
export interface FilesSummary {
  readonly read: number;
  readonly outsideWindow: number;
  readonly notRead: readonly { readonly key: string; readonly reason: NotReadReason; readonly detail: string }[];
  readonly digests: number;
  /** In S3 only the days of the window are listed: `outsideWindow` counts what else happened to be seen. */
  readonly onlyWindowListed: boolean;
  /** CloudTrail's folders that stand beside those the table reads, such as `CloudTrail-Insight`. */
  readonly foldersLeftAside: readonly string[];
}

/** Everything a framework's report is made from. Pure data: rendering it twice gives the same bytes. */
export interface ReportInput {
  readonly facts: RunFacts;
  readonly settings: Settings;
  /** Where the logs are: a folder as it was given, or `s3://…`. */
  readonly logsPlace: string;
  /** What was spent in AWS; null for an engine on this machine. */
  readonly spending: Spending | null;
  readonly framework: Framework;
  /** Every query of the pack (of queries), sorted by id; a report shows those its framework names. */
  readonly sections: readonly QuerySection[];
  /** Every decision of the decisions file, in its order, with what it was used for. */
  readonly decisions: readonly DecisionRecord[];
  readonly coverage: Coverage;
  /** Account ids that queries took for those in scope: the settings', else every one seen. */
  readonly accounts: readonly string[];
  readonly counts: RecordCounts;
  /** Events of the period by day, for the chart of their volume. */
  readonly cells: readonly EventCell[];
  /** What the logs themselves say about changes of the trails, in order of time. */
  readonly trailChanges: readonly TrailChange[];
  readonly files: FilesSummary;
  readonly missingColumns: readonly string[];
  readonly evidenceId: string;
  /** Ids of the user's own queries that no framework of the run names: each report has them in an appendix. */
  readonly ownUnmapped: readonly string[];
  /** The evidence part of the pack, sorted by path. */
  readonly evidenceFiles: readonly FileDigest[];
  /** Every query that ran, tried on its own cases; null where that was not asked for. */
  readonly selfTest: SelfTest | null;
  /** Against the pack before this one. */
  readonly trend: Trend;
  /** Who signed the pack before this one; null where there is none. */
  readonly previousSignOff: PreviousSignOff | null;
  /** Who approved and merged it; null where nobody did, or nothing is known of it. */
  readonly previousReview: PackReview | null;
  /** True for a pack over a period that was still open. */
  readonly preliminary: boolean;
}
