import type { EngineName } from '../settings/settings.js';
import { DAY_MS } from './days.js';
import type { QueryResult, Result } from './result.js';
import type { ExceptionCounts, ExceptionTrend } from './trend-exceptions.js';
import type { InvocationChange, InvocationTrend } from './trend-invocations.js';

/** The pack this one is compared with, by the hash of its manifest: a chain across periods. */
export interface PreviousPack {
  readonly label: string;
  readonly period: Interval;
  readonly evidenceId: string;
  readonly manifestSha256: string;
}

/** Half-open, in UTC. */
export interface Interval {
  readonly start: string;
  readonly end: string;
}

/** One thing a run rests on, by hash and size: enough to see that it changed, and nothing of what it says. */
export interface Aspect {
  /** `settings-file`, `accounts`, `list-known-accounts`, `framework-soc2`: see trend-facts. */
  readonly name: string;
  /** Entries, where it is a list. */
  readonly count: number | null;
  readonly sha256: string;
}

/** What a later pack compares with, beside results.json and exceptions.csv: no rows, no names. */
export interface TrendFacts {
  readonly toolVersion: string;
  readonly engine: EngineName;
  /** Events of the period. */
  readonly events: number;
  /** Successful changes of trails and of what they select, seen in the logs of the period. */
  readonly trailChanges: number;
  /** Hash of each query's file, lists not written in; sorted by id. */
  readonly queries: readonly { readonly id: string; readonly sha256: string }[];
  /** Sorted by name. */
  readonly aspects: readonly Aspect[];
}

export interface Change<T> {
  readonly before: T;
  readonly now: T;
}

export interface QueryChange<T> extends Change<T> {
  readonly query: string;
}

/** How two periods lie to each other; from and to bound the gap or the overlap. */
export interface PeriodRelation {
  /** `same`: both packs are of one period. `later`: the pack compared with is of a later one. */
  readonly kind: 'adjoin' | 'gap' | 'overlap' | 'same' | 'later';
  readonly from: string | null;
  readonly to: string | null;
  /** Days of the gap or overlap, a part of one counted whole; 0 where there is none. */
  readonly days: number;
}

export interface AspectChange {
  readonly name: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** Entries; null where it is no list, or was not there. */
  readonly before: number | null;
  readonly now: number | null;
}

/** What is different from the previous pack. Lists are sorted by query id, or by name. */
export interface TrendChanges {
  readonly periods: PeriodRelation;
  /** Results that are another, of queries in both packs. */
  readonly results: readonly QueryChange<Result>[];
  /** Exceptions of each query that has some in either pack. */
  readonly exceptions: readonly ExceptionTrend[];
  /** Rows of each query that both packs answered, also where they are as many. */
  readonly volumes: readonly QueryChange<number>[];
  readonly queries: {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    /** The query's own file is another. */
    readonly changed: readonly string[];
    /** Its file is the same, and the values of a list it reads are not. */
    readonly otherLists: readonly string[];
  };
  /** Settings, lists, scope, frameworks and selections. */
  readonly aspects: readonly AspectChange[];
  readonly toolVersion: Change<string>;
  readonly engine: Change<EngineName>;
  readonly events: Change<number>;
  readonly trailChanges: Change<number>;
  /** Volume of invocations; not in packs of versions that did not compare it. */
  readonly invocations?: InvocationTrend | undefined;
}

/** `trend.json`: against the previous pack, and for the next. Outside the evidence id. */
export interface Trend {
  readonly previous: PreviousPack | null;
  readonly facts: TrendFacts;
  /** Null where there is no previous pack. */
  readonly changes: TrendChanges | null;
  /** Invocations by function, for this run's reports: trend.json has the counts and no names. Empty where it was read from there. */
  readonly invocationChanges: readonly InvocationChange[];
}

/** One side of the comparison. */
export interface Side {
  readonly period: Interval;
  readonly results: readonly QueryResult[];
  readonly facts: TrendFacts;
}

/** `exceptions`: from compareExceptions, by query id; a query without exceptions in both packs is not in it. */
export function compareSides(before: Side, now: Side, exceptions: ReadonlyMap<string, ExceptionCounts>, invocations?: InvocationTrend): TrendChanges {
  const both = inBoth(before.results, now.results);
  return {
    periods: relationOf(before.period, now.period),
    results: both.filter((pair) => pair.before.result !== pair.now.result).map((pair) => ({ query: pair.query, before: pair.before.result, now: pair.now.result })),
    exceptions: exceptionTrends(before.results, now.results, exceptions),
    volumes: both.filter((pair) => isAnswered(pair.before) && isAnswered(pair.now)).map((pair) => ({ query: pair.query, before: pair.before.rows, now: pair.now.rows })),
    queries: queryChanges(before, now),
    aspects: aspectChanges(before.facts.aspects, now.facts.aspects),
    toolVersion: { before: before.facts.toolVersion, now: now.facts.toolVersion },
    engine: { before: before.facts.engine, now: now.facts.engine },
    events: { before: before.facts.events, now: now.facts.events },
    trailChanges: { before: before.facts.trailChanges, now: now.facts.trailChanges },
    invocations,
  };
}

/** How a period lies to the one before it. */
export function relationOf(before: Interval, now: Interval): PeriodRelation {
  const none = { from: null, to: null, days: 0 };
  if (before.start === now.start && before.end === now.end) return { kind: 'same', ...none };
  if (before.start >= now.end) return { kind: 'later', ...none };
  if (before.end === now.start) return { kind: 'adjoin', ...none };
  if (before.end < now.start) return { kind: 'gap', ...between(before.end, now.start) };
  return { kind: 'overlap', ...between(before.start > now.start ? before.start : now.start, before.end < now.end ? before.end : now.end) };
}

function between(from: string, to: string): { readonly from: string; readonly to: string; readonly days: number } {
  return { from, to, days: Math.ceil((Date.parse(to) - Date.parse(from)) / DAY_MS) };
}

const UNANSWERED: readonly Result[] = ['failed', 'not-evaluated', 'not-collected'];

/** Rows of a query that was not answered say nothing, and neither does their absence. */
export function isAnswered({ result }: QueryResult): boolean {
  return !UNANSWERED.includes(result);
}

function inBoth(before: readonly QueryResult[], now: readonly QueryResult[]): readonly QueryChange<QueryResult>[] {
  const known = new Map(before.map((result) => [result.id, result]));
  return now.flatMap((result) => {
    const old = known.get(result.id);
    return old === undefined ? [] : [{ query: result.id, before: old, now: result }];
  }).sort(byQuery);
}

function exceptionTrends(before: readonly QueryResult[], now: readonly QueryResult[], exceptions: ReadonlyMap<string, ExceptionCounts>): readonly ExceptionTrend[] {
  const [then, today] = [before, now].map((results) => new Map(results.map((result) => [result.id, result])));
  return [...new Set([...before, ...now].map(({ id }) => id))].sort().flatMap((query): readonly ExceptionTrend[] => {
    const [was, is] = [then?.get(query), today?.get(query)];
    const totals = { before: was?.exceptions.total ?? 0, now: is?.exceptions.total ?? 0 };
    if (totals.before + totals.now === 0) return [];
    const isCompared = was !== undefined && is !== undefined && isAnswered(was) && isAnswered(is);
    return [{ query, ...totals, compared: isCompared ? exceptions.get(query) ?? null : null }];
  });
}

function queryChanges(before: Side, now: Side): TrendChanges['queries'] {
  const files = new Map(before.facts.queries.map(({ id, sha256 }) => [id, sha256]));
  const both = inBoth(before.results, now.results);
  const changed = now.facts.queries.filter(({ id, sha256 }) => files.has(id) && files.get(id) !== sha256).map(({ id }) => id).sort();
  const [then, today] = [before, now].map(({ results }) => new Set(results.map(({ id }) => id)));
  return {
    added: now.results.map(({ id }) => id).filter((id) => then?.has(id) === false).sort(),
    removed: before.results.map(({ id }) => id).filter((id) => today?.has(id) === false).sort(),
    changed,
    otherLists: both.filter((pair) => pair.before.sha256 !== pair.now.sha256 && !changed.includes(pair.query)).map(({ query }) => query),
  };
}

function aspectChanges(before: readonly Aspect[], now: readonly Aspect[]): readonly AspectChange[] {
  const [then, today] = [before, now].map((aspects) => new Map(aspects.map((aspect) => [aspect.name, aspect])));
  return [...new Set([...before, ...now].map(({ name }) => name))].sort().flatMap((name): readonly AspectChange[] => {
    const [was, is] = [then?.get(name), today?.get(name)];
    if (was?.sha256 === is?.sha256) return [];
    return [{ name, change: was === undefined ? 'added' : is === undefined ? 'removed' : 'changed', before: was?.count ?? null, now: is?.count ?? null }];
  });
}

function byQuery(a: { readonly query: string }, b: { readonly query: string }): number {
  return a.query < b.query ? -1 : a.query > b.query ? 1 : 0;
}
