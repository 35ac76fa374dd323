import type { CaseEngine, CaseRows } from '../engines/case-engine.js';
import { EngineError, type Value } from '../engines/engine.js';
import type { SelfTestReason } from '../evidence/result.js';
import { executable } from '../pack/executable-query.js';
import type { Query } from '../pack/query.js';
import { inParallel } from '../sources/in-parallel.js';
import { type Case, names } from './cases.js';
import type { QueryCases } from './load-cases.js';

/** What went wrong with a case, in the words that follow its name. */
export const FAULT_WORDS = {
  missed: 'was not returned',
  'other-values': 'was returned, and no row holds the values it must',
  'other-columns': 'was returned with other columns than the header names',
  returned: 'was returned, and must not be',
  refused: 'could not be tried: the engine refused the query',
} as const;
export type Fault = keyof typeof FAULT_WORDS;

export interface WrongCase {
  /** Whether the query must return the event, or pass over it. */
  readonly must: boolean;
  readonly name: string;
  readonly fault: Fault;
  /** What the engine said, where it refused; not in self-test.json. */
  readonly detail?: string;
}

/** How many of a query's cases there are, and how many went as they must. */
export interface Tally {
  readonly cases: number;
  readonly right: number;
}

/** What one query's cases came to. */
export interface QuerySelfTest {
  readonly id: string;
  /** SHA-256 of the query's file, and of its cases; null where it has none. */
  readonly querySha256: string;
  readonly casesSha256: string | null;
  /** Events it must return, and those of them it returned. */
  readonly fired: Tally;
  /** Events it must pass over, and those of them it passed over. */
  readonly silent: Tally;
  readonly wrong: readonly WrongCase[];
}

/** `self-test.json`. */
export interface SelfTest {
  readonly engine: 'athena' | 'duckdb';
  readonly queries: readonly QuerySelfTest[];
}

export interface Trying {
  readonly cases: readonly QueryCases[];
  readonly engine: CaseEngine;
  /** Told how many of the cases are tried. */
  readonly count?: (done: number, total: number) => void;
}

/** One case of one query. */
export interface Trial {
  readonly query: Query;
  /** No other trial's. */
  readonly key: string;
  /** Whether the query must return the event, or pass over it. */
  readonly must: boolean;
  readonly example: Case;
}

/** Tries every query on its cases: each alone, as if nothing else had been logged. */
export async function selfTest({ cases, engine, count = () => undefined }: Trying): Promise<readonly QuerySelfTest[]> {
  const all = cases.map((each) => ({ ...each, trials: trialsOf(each) }));
  const total = all.reduce((sum, { trials }) => sum + trials.length, 0);
  await loadTrials(engine, all.flatMap(({ trials }) => trials));
  let done = 0;
  return inParallel(all, engine.queriesAtOnce, async ({ query, sha256, trials }) => {
    const outcomes = await outcomesOf(engine, trials);
    if (trials.length > 0) count((done += trials.length), total);
    return tallied(query, sha256, trials, outcomes);
  });
}

export function trialsOf({ query, must, mustNot }: QueryCases): readonly Trial[] {
  const all = [...must.map((example) => ({ must: true, example })), ...mustNot.map((example) => ({ must: false, example }))];
  return all.map((trial, index) => ({ ...trial, query, key: `${query.id}-${index}` }));
}

export function loadTrials(engine: CaseEngine, trials: readonly Trial[]): Promise<void> {
  return engine.load(trials.map(({ key, example: { records } }) => ({ key, records })));
}

/** What the query of these trials returns on each. With the same lists it has the same text, which is then planned once. */
export async function outcomesOf(engine: CaseEngine, trials: readonly Trial[]): Promise<ReadonlyMap<Trial, CaseRows | EngineError>> {
  const together = new Map<string, Trial[]>();
  for (const trial of trials) {
    const lists = JSON.stringify(trial.example.lists);
    together.set(lists, [...(together.get(lists) ?? []), trial]);
  }
  const outcomes = new Map<Trial, CaseRows | EngineError>();
  for (const alike of together.values()) {
    const [{ query, example }] = alike as [Trial];
    const rows = await engine.run(executable(query, example.lists), alike.map(({ key }) => key));
    alike.forEach((trial, index) => outcomes.set(trial, rows[index] ?? new EngineError(`${trial.key}: no answer.`)));
  }
  return outcomes;
}

function tallied(query: Query, casesSha256: string | null, trials: readonly Trial[], outcomes: ReadonlyMap<Trial, CaseRows | EngineError>): QuerySelfTest {
  const tried = trials.map((trial) => ({ must: trial.must, name: trial.example.name, fault: faultOf(trial, outcomes.get(trial)), detail: detailOf(outcomes.get(trial)) }));
  const tally = (of: boolean): Tally => ({ cases: tried.filter(({ must }) => must === of).length, right: tried.filter(({ must, fault }) => must === of && fault === null).length });
  const wrong = tried.flatMap(({ must, name, fault, detail }) => (fault === null ? [] : [{ must, name, fault, ...(detail === null ? {} : { detail }) }]));
  return { id: query.id, querySha256: query.sha256, casesSha256, fired: tally(true), silent: tally(false), wrong };
}

function detailOf(outcome: CaseRows | EngineError | undefined): string | null {
  if (!(outcome instanceof EngineError)) return null;
  const { message, cause } = outcome;
  // Told by its shape, since errors cross realms.
  const { message: reason } = (cause ?? {}) as { readonly message?: unknown };
  return typeof reason === 'string' ? `${message} ${reason.split('\n')[0] ?? ''}` : message;
}

/** What is wrong with a case's outcome; null where it is as it must be. */
export function faultOf({ query, must, example: { eventId, rows: expected } }: Trial, outcome: CaseRows | EngineError | undefined): Fault | null {
  if (outcome === undefined || outcome instanceof EngineError) return 'refused';
  const rows = outcome.rows.map((row) => Object.fromEntries(outcome.columns.map((column, index) => [column, row[index] ?? null])));
  const returned = rows.some((row) => names(row, eventId));
  if (!must) return returned ? 'returned' : null;
  if (!returned) return 'missed';
  if (outcome.columns.join() !== Object.keys(query.columns).join()) return 'other-columns';
  return expected.every((values) => rows.some((row) => holds(row, values))) ? null : 'other-values';
}

function holds(row: Readonly<Record<string, Value>>, values: Readonly<Record<string, Value>>): boolean {
  return Object.entries(values).every(([column, value]) => row[column] === value);
}

/**
 * What the cases say of a query's result. A query that misses what it must return proves nothing by its silence; one that returns more than
 * it must has rows that may be nothing, and its silence still counts.
 */
export function reasonOf({ wrong }: Pick<QuerySelfTest, 'wrong'>): SelfTestReason | null {
  if (wrong.length === 0) return null;
  return wrong.every(({ fault }) => fault === 'returned') ? 'self-test-returned' : 'self-test-missed';
}
