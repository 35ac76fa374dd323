import type { Query, QuerySetting } from '../pack/query.js';
import type { FailOn } from '../settings/settings.js';
import type { QueryCoverage } from './coverage.js';
import type { ExceptionTally, QueryResult, Reason, ReasonCode, Result, SelfTestReason } from './result.js';

/** What is known of a query once it has run, or could not. */
export interface QueryOutcome {
  /** SHA-256 of the pack's `queries/<ID>.sql`. */
  readonly sha256: string;
  readonly rows: number;
  readonly exceptions: ExceptionTally;
  /** True when it did not run to its end. */
  readonly failed: boolean;
  /** Required lists that are not configured; the query is then not run. */
  readonly missingLists: readonly QuerySetting[];
  /** True where management switched it off; it is then not run. */
  readonly switchedOff: boolean;
}

export const NO_EXCEPTIONS: ExceptionTally = { total: 0, decided: 0, undecided: 0, expired: 0 };

/** Required lists of a query that are not in the settings. */
export function missingLists(query: Query, lists: Readonly<Partial<Record<QuerySetting, readonly string[]>>>): readonly QuerySetting[] {
  return (Object.entries(query.settings) as [QuerySetting, 'required' | 'optional'][]).flatMap(([name, need]) => (need === 'required' && lists[name] === undefined ? [name] : []));
}

/**
 * The result of a query; of several that hold, the first in the order of RESULTS. `lacked` names the columns of `records` that it needs and
 * the logs were read without: what it would have found by them is missing, as on a day without logs. A query that misses its own test events
 * says nothing by its silence, so it failed; one that returns too many of them is not silent for that, and keeps its result with a reason.
 */
export function judge(query: Query, outcome: QueryOutcome, coverage: QueryCoverage, lacked: readonly string[], selfTest: SelfTestReason | null = null): QueryResult {
  const result = selfTest === 'self-test-missed' ? 'failed' : resultOf(query, outcome, coverage, lacked);
  return {
    id: query.id,
    expect: query.expect,
    sha256: outcome.sha256,
    result,
    reasons: reasonsOf(result, outcome, coverage, lacked, selfTest),
    rows: outcome.rows,
    exceptions: outcome.exceptions,
    coverage: coverage.states,
    ...(query.own ? { own: true } : {}),
  };
}

function resultOf(query: Query, outcome: QueryOutcome, coverage: QueryCoverage, lacked: readonly string[]): Result {
  if (outcome.failed) return 'failed';
  if (outcome.switchedOff || outcome.missingLists.length > 0) return 'not-evaluated';
  if (requiredStates(query, coverage).includes('not-collected')) return 'not-collected';
  if (query.expect === 'none' && outcome.rows > 0) return 'exceptions';
  if (requiredStates(query, coverage).includes('incomplete') || lacked.length > 0) return 'incomplete';
  if (query.expect === 'none') return 'no-exceptions';
  if (query.expect === 'population') return 'population';
  return outcome.rows > 0 ? 'observed' : 'not-observed';
}

function requiredStates(query: Query, coverage: QueryCoverage): readonly string[] {
  return Object.entries(coverage.states).flatMap(([category, state]) => (query.category[category as keyof typeof query.category] === 'required' ? [state] : []));
}

function reasonsOf(result: Result, outcome: QueryOutcome, coverage: QueryCoverage, lacked: readonly string[], selfTest: SelfTestReason | null): readonly Reason[] {
  const anywhere = { account: null, region: null, from: null, to: null };
  if (result === 'not-evaluated') return whyNotEvaluated(outcome).map((code) => ({ code, ...anywhere }));
  return [
    ...(outcome.failed ? [{ code: 'query-failed', ...anywhere } as const] : []),
    ...(selfTest === null ? [] : [{ code: selfTest, ...anywhere }]),
    ...coverage.reasons,
    ...(lacked.length > 0 ? [{ code: 'column-missing', ...anywhere } as const] : []),
  ];
}

/** What is switched off needs no list. */
function whyNotEvaluated({ switchedOff, missingLists: missing }: QueryOutcome): readonly ReasonCode[] {
  if (switchedOff) return ['switched-off'];
  return [...new Set(missing.map((name): ReasonCode => (name === 'production-accounts' ? 'no-production-account' : name === 'incident' ? 'incident-not-named' : 'list-not-configured')))];
}

/** True when a query was not evaluated because management said so. */
export function isSwitchedOff({ reasons }: Pick<QueryResult, 'reasons'>): boolean {
  return reasons.some(({ code }) => code === 'switched-off');
}

/** True when coverage of a class the query requires is less than complete, or the logs were read without a column it needs. */
export function isOverIncompleteCoverage(query: Query, result: QueryResult): boolean {
  return lacksColumn(result) || Object.entries(query.category).some(([category, need]) => need === 'required' && result.coverage[category as keyof typeof result.coverage] === 'incomplete');
}

/** True when the logs were read without a column the query needs. */
export function lacksColumn({ reasons }: Pick<QueryResult, 'reasons'>): boolean {
  return reasons.some(({ code }) => code === 'column-missing');
}

/** True when some reason tells of logs that are not accounted for, rather than of the table or the query. */
export function lacksLogs({ reasons }: Pick<QueryResult, 'reasons'>): boolean {
  return reasons.some(({ code }) => code !== 'column-missing' && !isOfSelfTest(code));
}

/** What the self-test says against a result; null where it says nothing, or was not made. */
export function selfTestReason({ reasons }: Pick<QueryResult, 'reasons'>): SelfTestReason | null {
  return reasons.map(({ code }) => code).find(isOfSelfTest) ?? null;
}

export function isOfSelfTest(code: ReasonCode): code is SelfTestReason {
  return code === 'self-test-missed' || code === 'self-test-returned';
}

/** What a run as a whole came to, and the exit code it asks for. */
export interface Verdict {
  readonly incomplete: boolean;
  readonly undecidedExceptions: number;
  readonly exitCode: 0 | 3 | 4;
}

/**
 * 4: a result is incomplete or failed, or exceptions stand over incomplete coverage. 3: exceptions nobody has decided.
 * Which of the two fail the run is the setting `fail-on`; what was not collected or not evaluated fails nothing.
 */
export function verdict(queries: readonly Query[], results: readonly QueryResult[], failOn: FailOn): Verdict {
  const byId = new Map(queries.map((query) => [query.id, query]));
  const incomplete = results.some((result) => {
    const query = byId.get(result.id);
    return result.result === 'incomplete' || result.result === 'failed' || (result.result === 'exceptions' && query !== undefined && isOverIncompleteCoverage(query, result));
  });
  const undecidedExceptions = results.reduce((sum, { exceptions }) => sum + exceptions.undecided, 0);
  const failsIncomplete = incomplete && (failOn === 'incomplete' || failOn === 'both');
  const failsUndecided = undecidedExceptions > 0 && (failOn === 'exceptions' || failOn === 'both');
  return { incomplete, undecidedExceptions, exitCode: failsIncomplete ? 4 : failsUndecided ? 3 : 0 };
}
