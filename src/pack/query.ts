import { LIST_NAMES, type ListName } from '../settings/settings.js';

/** What a query's rows mean; fixed per query. */
export type Expectation = 'none' | 'population' | 'some' | 'measure';
export const EXPECTATIONS: readonly Expectation[] = ['none', 'population', 'some', 'measure'];

export type Category = 'management' | 'data' | 'network' | 'insight';
export const CATEGORIES: readonly Category[] = ['management', 'data', 'network', 'insight'];

/** What a query can read beside the lists: the account ids of `scope`, those whose environment is `production`, and what the run was told of an incident. */
export const DERIVED_LISTS = ['accounts', 'production-accounts', 'incident'] as const;

/** Relations of values a query can read: `setting_<name with underscores>`. */
export type QuerySetting = ListName | (typeof DERIVED_LISTS)[number];
export const QUERY_SETTINGS: readonly QuerySetting[] = [...LIST_NAMES, ...DERIVED_LISTS];

/** Event names by event source, or `any`. */
export type WatchedEvents = 'any' | Readonly<Record<string, readonly string[]>>;

/** One audit question: the header of `queries/<theme>/<ID>.sql` and the SQL under it. */
export interface Query {
  /** `ROOT-01`. */
  readonly id: string;
  readonly title: string;
  /** The question in an auditor's words. */
  readonly question: string;
  readonly expect: Expectation;
  /** Classes of event the question needs; a `required` class that the logs do not hold makes it not-collected. */
  readonly category: Readonly<Partial<Record<Category, 'required' | 'optional'>>>;
  /** Event sources and the event names (API-version suffix removed) it watches, or `any`. */
  readonly events: WatchedEvents;
  /** Events it reads beside those, to judge them by: what closes an exposure, what a session went on to do. */
  readonly context: WatchedEvents;
  /** Columns of `events` it reads that older tables may lack. */
  readonly needs: readonly string[];
  /** Lists it reads; a `required` list that is not configured makes it not-evaluated. */
  readonly settings: Readonly<Partial<Record<QuerySetting, 'required' | 'optional'>>>;
  /** True when it reads `events_before`, the 36 h before the period. */
  readonly leadIn: boolean;
  /** Output column → what it means, in output order. */
  readonly columns: Readonly<Record<string, string>>;
  /** Output columns that identify a row and order the output. */
  readonly key: readonly string[];
  /** What the rows do not show; printed beside the result. */
  readonly limits: string;
  readonly references: readonly string[];
  /** The SQL under the header, trimmed; one SELECT, no ORDER BY at its end, no semicolon. */
  readonly sql: string;
  /** The whole file's text. */
  readonly text: string;
  /** SHA-256 of the file's bytes. */
  readonly sha256: string;
  /** Path inside the product, or inside the user's own folder: `queries/root/ROOT-01.sql`. */
  readonly path: string;
  /** True for a query from the user's own folder; the product does not answer for it. */
  readonly own: boolean;
}
