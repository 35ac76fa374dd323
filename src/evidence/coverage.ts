import type { EventCell } from '../engines/engine.js';
import type { Category, Query } from '../pack/query.js';
import { CATEGORIES } from '../pack/query.js';
import type { DataEventsStatement, Scope } from '../settings/settings.js';
import { type Archive, accountForArchive, type PairAccount, pairKey, UNKNOWN } from './archive-account.js';
import { dayOf, daysOf, dayText } from './days.js';
import type { CellState, CoverageRun, CoverageState, Reason, ReasonCode } from './result.js';
import { Selection, statementsOf, type Stream } from './selection.js';

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

export interface CoverageInput extends Archive {
  readonly scope: Scope;
  readonly cells: readonly EventCell[];
  readonly dataEvents: readonly DataEventsStatement[];
}

/** The state of every coverage cell of the period, run-length by day. */
export function judgeCoverage(input: CoverageInput): Coverage {
  const archive = accountForArchive(input);
  const scope = pairsInScope(input, archive);
  const present = daysWithEvents(input.cells);
  const streams = streamsOf(input);
  const selection = new Selection(input);
  const runs = scope.flatMap((pair) =>
    streams.flatMap((stream) => {
      const isShown = selection.isShown(pair.account, stream);
      // A class that nothing shows to be selected has no days to account for. Management events have: they are in every scope.
      if (!isShown && stream.category !== 'management') return [notCollectedRun(input, pair, stream)];
      const known = { present: present.get(streamKey(pair, stream)), archive: archive.get(pairKey(pair.account, pair.region)) };
      return runsOf(input, pair, stream, (day) => stateOf(day, { ...known, doubt: () => selection.doubtOfSilence(pair.account, stream, day) }));
    }),
  );
  return { scope, runs };
}

function streamsOf({ cells, dataEvents }: CoverageInput): readonly Stream[] {
  const seen = new Map<string, Stream>([['management|', { category: 'management', source: null }]]);
  for (const { category, source } of cells) seen.set(`${category}|${source ?? ''}`, { category, source });
  for (const { source } of dataEvents) seen.set(`data|${source}`, { category: 'data', source });
  return [...seen.values()].sort((a, b) => CATEGORIES.indexOf(a.category) - CATEGORIES.indexOf(b.category) || compare(a.source ?? '', b.source ?? ''));
}

function pairsInScope({ scope, cells, files, digests }: CoverageInput, archive: ReadonlyMap<string, PairAccount>): readonly ScopePair[] {
  const seen = new Map<string, ScopePair>();
  const add = (account: string, region: string): void => void seen.set(pairKey(account, region), { account, region });
  for (const { account, region } of [...cells, ...digests]) add(account, region);
  for (const { file, outcome } of files) {
    if (outcome.list !== 'outside-window' && file.account !== null && file.region !== null) add(file.account, file.region);
  }
  const accounts = scope.accounts.map(({ id }) => id);
  const seenAccounts = [...new Set([...seen.values()].map(({ account }) => account))];
  const seenRegions = [...new Set([...seen.values()].map(({ region }) => region))];
  let pairs = [...seen.values()];
  if (accounts.length > 0 || scope.regions.length > 0) {
    const wantedAccounts = accounts.length > 0 ? accounts : orUnknown(seenAccounts);
    const wantedRegions = scope.regions.length > 0 ? scope.regions : orUnknown(seenRegions);
    pairs = wantedAccounts.flatMap((account) => wantedRegions.map((region) => ({ account, region })));
  }
  // Files and records that name no place cast doubt on the whole archive: they stay in sight as a pair of their own.
  for (const pair of archive.keys()) {
    const [account = UNKNOWN, region = UNKNOWN] = pair.split('|');
    const doubtful = (account === UNKNOWN || region === UNKNOWN) && !pairs.some((known) => known.account === account && known.region === region);
    if (doubtful) pairs.push({ account, region });
  }
  // Where nothing was seen at all, there is still a place whose silence nothing explains: no scope would be no doubt.
  if (pairs.length === 0) pairs.push({ account: UNKNOWN, region: UNKNOWN });
  return pairs.sort((a, b) => compare(a.account, b.account) || compare(a.region, b.region));
}

function orUnknown(seen: readonly string[]): readonly string[] {
  return seen.length > 0 ? seen : [UNKNOWN];
}

function streamKey({ account, region }: ScopePair, { category, source }: Stream): string {
  return `${account}|${region}|${category}|${source ?? ''}`;
}

function daysWithEvents(cells: readonly EventCell[]): ReadonlyMap<string, ReadonlySet<number>> {
  const days = new Map<string, Set<number>>();
  for (const cell of cells) {
    const key = streamKey(cell, cell);
    const known = days.get(key) ?? new Set<number>();
    known.add(dayOf(cell.day));
    days.set(key, known);
  }
  return days;
}

function notCollectedRun({ period }: CoverageInput, pair: ScopePair, { category, source }: Stream): CoverageRun {
  const { first, end } = daysOf(period);
  return { ...pair, category, source, fromDay: dayText(first), toDay: dayText(end), state: 'unexplained', reason: 'class-not-collected' };
}

interface DayState {
  readonly state: CellState;
  readonly reason: ReasonCode | null;
}

function runsOf({ period }: CoverageInput, pair: ScopePair, { category, source }: Stream, stateOn: (day: number) => DayState): CoverageRun[] {
  const { first, end } = daysOf(period);
  const runs: CoverageRun[] = [];
  let from = first;
  let current = stateOn(first);
  for (let day = first + 1; day <= end; day += 1) {
    const next = day < end ? stateOn(day) : null;
    if (next !== null && next.state === current.state && next.reason === current.reason) continue;
    runs.push({ ...pair, category, source, fromDay: dayText(from), toDay: dayText(day), ...current });
    if (next === null) break;
    from = day;
    current = next;
  }
  return runs;
}

interface KnownOfPlace {
  readonly present: ReadonlySet<number> | undefined;
  readonly archive: PairAccount | undefined;
  /** Why silence would not be explained although digests account for every file. */
  readonly doubt: () => ReasonCode | null;
}

/**
 * A day with a fault in the archive is doubtful even where events of it are there. Silence is explained only when 24 hours of
 * digests are there, every log file they name was read and is the one they name, and the class is shown to be selected.
 */
function stateOf(day: number, { present, archive, doubt }: KnownOfPlace): DayState {
  const fault = archive?.faults.get(day);
  if (fault === 'file-unreadable' || fault === 'malformed-records') return { state: 'unreadable', reason: fault };
  if (fault !== undefined) return { state: 'unexplained', reason: fault };
  if (present?.has(day)) return { state: 'present', reason: null };
  if (!archive?.accountedDays.has(day)) return { state: 'unexplained', reason: 'no-events' };
  const doubted = doubt();
  return doubted === null ? { state: 'idle-listed', reason: null } : { state: 'unexplained', reason: doubted };
}

/** Coverage of one query: the runs of the classes and sources it watches, and for data and network events their selection. */
export function coverageOf(query: Query, coverage: Coverage, input: CoverageInput): QueryCoverage {
  const states: Partial<Record<Category, CoverageState>> = {};
  const reasons: Reason[] = [];
  for (const category of CATEGORIES) {
    const need = query.category[category];
    if (need === undefined) continue;
    const found = category === 'management' ? runReasons(coverage, category, null) : selectedReasons(query, category, coverage, input);
    states[category] = found === 'not-collected' ? 'not-collected' : found.length > 0 ? 'incomplete' : 'complete';
    if (need !== 'required') continue;
    if (found === 'not-collected') reasons.push({ code: 'class-not-collected', account: null, region: null, from: null, to: null, category });
    else for (const reason of found) reasons.push(reason);
  }
  return { states, reasons: summarised(reasons) };
}

function runReasons(coverage: Coverage, category: Category, source: string | null): Reason[] {
  return coverage.runs
    .filter((run) => run.category === category && run.source === source && run.reason !== null)
    .map(({ account, region, fromDay, toDay, reason }) => ({ code: reason ?? 'no-events', account, region, from: fromDay, to: toDay }));
}

/** What is recorded only where selected: a source that nothing shows to be selected in any account in scope is not collected. */
function selectedReasons(query: Query, category: Category, coverage: Coverage, input: CoverageInput): Reason[] | 'not-collected' {
  const collected = [...new Set(coverage.runs.filter((run) => run.category === category && run.reason !== 'class-not-collected').map(({ source }) => source))];
  const watched = query.events === 'any' || category === 'insight' ? collected : collected.filter((source) => source !== null && Object.hasOwn(query.events as object, source));
  if (watched.length === 0) return 'not-collected';
  return watched.flatMap((source) => {
    // What concerns the selection is said of the account, once; the runs say it again for each region.
    const found = runReasons(coverage, category, source).filter(({ code }) => code !== 'class-not-collected' && code !== 'partly-selected');
    return [...selectionReasons({ category, source }, coverage, input), ...found];
  });
}

function selectionReasons({ category, source }: Stream, coverage: Coverage, { period, dataEvents, trailChanges }: CoverageInput): Reason[] {
  const reasons: Reason[] = [];
  const { first, end } = daysOf(period);
  const whole = { from: dayText(first), to: dayText(end) };
  const of = { category, source };
  const absent = new Set(coverage.runs.filter((run) => run.category === category && run.source === source && run.reason === 'class-not-collected').map((run) => run.account));
  for (const account of new Set(coverage.scope.map((pair) => pair.account))) {
    const stated = statementsOf(dataEvents, account, source);
    if (absent.has(account)) reasons.push({ code: 'class-not-collected', account, region: null, ...whole, ...of });
    else if (category === 'insight') continue;
    else if (stated.length === 0) reasons.push({ code: 'selection-not-shown', account, region: null, ...whole, ...of });
    else for (const { from, to } of daysNotWhollySelected(stated, first, end)) reasons.push({ code: 'partly-selected', account, region: null, from: dayText(from), to: dayText(to), ...of });
  }
  if (category === 'insight') return reasons;
  // A statement holds while the logs show no change of what is selected.
  for (const { account, region, time, eventName } of trailChanges) {
    if (eventName === 'PutEventSelectors') reasons.push({ code: 'selection-not-shown', account, region, from: time.slice(0, 10), to: whole.to, ...of });
  }
  return reasons;
}

/** Days for which no statement says that all of the source's events were selected, as half-open runs. */
function daysNotWhollySelected(stated: readonly DataEventsStatement[], first: number, end: number): readonly { readonly from: number; readonly to: number }[] {
  const whole = stated
    .filter(({ resources }) => resources === 'all')
    .map(({ from, to }) => ({ from: from === null ? first : Math.max(dayOf(from), first), to: to === null ? end : Math.min(dayOf(to), end) }))
    .sort((a, b) => a.from - b.from);
  const gaps: { from: number; to: number }[] = [];
  let reached = first;
  for (const { from, to } of [...whole, { from: end, to: end }]) {
    if (from > reached) gaps.push({ from: reached, to: Math.min(from, end) });
    reached = Math.max(reached, to);
  }
  return gaps.filter(({ from, to }) => from < to);
}

/** Above this many, one reason a code, account and region, from its first day to its last; coverage.csv has each run. */
const REASONS_KEPT = 60;

function summarised(reasons: readonly Reason[]): readonly Reason[] {
  const distinct = [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()];
  if (distinct.length <= REASONS_KEPT) return distinct;
  const spans = new Map<string, Reason>();
  for (const reason of distinct) {
    const key = `${reason.code}|${reason.account}|${reason.region}|${reason.category}|${reason.source}`;
    const known = spans.get(key);
    spans.set(key, known === undefined ? reason : { ...reason, from: least(known.from, reason.from), to: greatest(known.to, reason.to) });
  }
  return [...spans.values()];
}

function least(a: string | null, b: string | null): string | null {
  return a === null || b === null ? null : a < b ? a : b;
}

function greatest(a: string | null, b: string | null): string | null {
  return a === null || b === null ? null : a > b ? a : b;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
