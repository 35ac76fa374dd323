import { RESULT_WORDS } from '../evidence/result.js';
import type { AspectChange, Change, PeriodRelation, QueryChange, Trend, TrendChanges } from '../evidence/trend.js';
import { type AspectName, FRAMEWORK_ASPECT, LIST_ASPECT } from '../evidence/trend-facts.js';
import { SPIKE } from '../evidence/trend-invocations.js';
import { count, counted, joined } from './wording.js';

/** Ids a sentence names before it counts the others. */
const NAMED = 8;

/** What changed, in short sentences for a pull request and a job summary: ids of queries, counts and our own words. */
export function trendLines({ previous, changes }: Trend): readonly string[] {
  if (previous === null || changes === null) return ['There is no previous pack to compare with.'];
  return [
    `Compared with the pack ${previous.label}: ${periodWords(changes.periods)}.`,
    ...resultLines(changes),
    ...exceptionLines(changes),
    ...volumeLines(changes),
    ...invocationLines(changes),
    ...queryLines(changes),
    ...aspectLines(changes),
  ];
}

export function periodWords({ kind, from, to, days }: PeriodRelation): string {
  if (kind === 'gap') return `${counted(days, 'day')} between the periods, ${from} to ${to}, ${days === 1 ? 'is' : 'are'} in neither`;
  if (kind === 'overlap') return `the periods overlap by ${counted(days, 'day')}, ${from} to ${to}`;
  return { adjoin: 'the periods adjoin', same: 'both are of the same period', later: 'it is of a later period than this one' }[kind];
}

function resultLines({ results }: TrendChanges): readonly string[] {
  if (results.length === 0) return ['No result changed.'];
  return [`${counted(results.length, 'result')} changed: ${some(results.map(({ query, before, now }) => `${query} (${RESULT_WORDS[before]}, now ${RESULT_WORDS[now]})`), '; ')}.`];
}

/** Exceptions of all queries that both packs answered. */
export function exceptionTotals(exceptions: TrendChanges['exceptions']): { readonly new: number; readonly open: number; readonly decided: number; readonly gone: number; readonly goneUndecided: number } {
  const totals = { new: 0, open: 0, decided: 0, gone: 0, goneUndecided: 0 };
  for (const { compared } of exceptions) {
    for (const name of ['new', 'open', 'decided', 'gone', 'goneUndecided'] as const) totals[name] += compared?.[name] ?? 0;
  }
  return totals;
}

function exceptionLines({ exceptions }: TrendChanges): readonly string[] {
  if (exceptions.length === 0) return ['No exceptions in either pack.'];
  const totals = exceptionTotals(exceptions);
  const fresh = exceptions.flatMap(({ query, compared }) => (compared === null || compared.new === 0 ? [] : [`${query} (${count(compared.new)})`]));
  const aside = exceptions.filter(({ compared }) => compared === null).map(({ query }) => query);
  return [
    `Exceptions: ${count(totals.new)} new, ${count(totals.open)} still open, ${count(totals.decided)} in both and decided, ${count(totals.gone)} gone${totals.goneUndecided > 0 ? ` (${count(totals.goneUndecided)} of them without a decision)` : ''}.`,
    ...(fresh.length > 0 ? [`New exceptions: ${some(fresh)}.`] : []),
    ...(aside.length > 0 ? [`Exceptions not compared, as one of the packs has no answer: ${some(aside)}.`] : []),
  ];
}

/** A change of rows worth a word: at least twice or half as many, and not of a handful. */
export function isNotable({ before, now }: Change<number>): boolean {
  return Math.abs(now - before) >= 20 && Math.max(before, now) >= 2 * Math.min(before, now);
}

function volumeLines({ volumes, events }: TrendChanges): readonly string[] {
  const notable = volumes.filter(isNotable);
  return [
    `Events in the period: ${count(events.now)}, before ${count(events.before)}.`,
    ...(notable.length > 0 ? [`Rows at least doubled or halved: ${some(notable.map(({ query, before, now }: QueryChange<number>) => `${query} (${count(now)}, before ${count(before)})`))}.`] : []),
  ];
}

/** Counts alone: the names of functions are text from events. */
function invocationLines({ invocations }: TrendChanges): readonly string[] {
  const counts = invocations?.compared ?? null;
  if (counts === null) return invocations?.reason === 'no-rows' || invocations?.reason === 'too-many' ? [`Volume of invocations not compared: ${NOT_COMPARED_WORDS[invocations.reason]}.`] : [];
  const said: readonly (readonly [number, string])[] = [
    [counts.new, 'new'], [counts.gone, 'gone'], [counts.more, 'at least twice as many a day'], [counts.less, 'at most half as many a day'],
    [counts.spikes, `with an hour ${SPIKE.factor} times as busy`], [counts.silent, 'silent for longer'],
  ];
  const found = said.filter(([n]) => n > 0).map(([n, words]) => `${count(n)} ${words}`);
  return [`Invocations: ${count(counts.events.now)}, before ${count(counts.events.before)}; functions by kind of invoker: ${found.length > 0 ? found.join(', ') : 'about as many for each'}.`];
}

export const NOT_COMPARED_WORDS = {
  'not-answered': 'one of the packs has no answer to INV-06',
  'no-rows': 'the previous pack was given without its rows',
  'too-many': 'one of the packs has more rows of INV-06 than are compared',
} as const;

function queryLines({ queries, toolVersion, engine }: TrendChanges): readonly string[] {
  return [
    ...(queries.added.length > 0 ? [`Queries added: ${some(queries.added)}.`] : []),
    ...(queries.removed.length > 0 ? [`Queries removed: ${some(queries.removed)}.`] : []),
    ...(queries.changed.length > 0 ? [`Queries changed: ${some(queries.changed)}.`] : []),
    ...(queries.otherLists.length > 0 ? [`Queries with other lists: ${some(queries.otherLists)}.`] : []),
    ...(toolVersion.before === toolVersion.now ? [] : [`Program: version ${toolVersion.now}, before ${toolVersion.before}.`]),
    ...(engine.before === engine.now ? [] : [`Engine: ${ENGINE_WORDS[engine.now]}, before ${ENGINE_WORDS[engine.before]}.`]),
  ];
}

function aspectLines({ aspects, trailChanges }: TrendChanges): readonly string[] {
  return [
    ...(aspects.length > 0 ? [`Settings and scope: ${some(aspects.map((aspect) => `${aspectWords(aspect.name)} ${changeWords(aspect)}`), '; ')}.`] : ['Settings, lists and scope are as before.']),
    ...(trailChanges.before + trailChanges.now > 0 ? [`Changes of trails in the logs: ${count(trailChanges.now)}, before ${count(trailChanges.before)}.`] : []),
  ];
}

export const ENGINE_WORDS = { athena: 'Athena', duckdb: 'DuckDB' } as const;

const ASPECT_WORDS: Readonly<Record<AspectName, string>> = {
  'settings-file': 'settings file',
  'decisions-file': 'decisions file',
  'report-texts': 'report texts',
  'data-events': 'statement of data events',
  'queries-off': 'queries switched off',
  incident: 'incident named',
  accounts: 'accounts in scope',
  regions: 'regions in scope',
  places: 'pairs of account and region',
  'event-selection': 'events shown to be selected',
};

export function aspectWords(name: string): string {
  if (name.startsWith(LIST_ASPECT)) return `list ${name.slice(LIST_ASPECT.length)}`;
  if (name.startsWith(FRAMEWORK_ASPECT)) return `framework ${name.slice(FRAMEWORK_ASPECT.length)}`;
  return ASPECT_WORDS[name as AspectName];
}

/** `changed`, `changed (3, before 2)`, `added (3)`, `removed`. */
export function changeWords({ change, before, now }: AspectChange): string {
  if (change === 'removed' || now === null) return change;
  return before === null ? `${change} (${count(now)})` : `${change} (${before === now ? `still ${count(now)}` : `${count(now)}, before ${count(before)}`})`;
}

function some(items: readonly string[], by = ', '): string {
  const left = items.length - NAMED;
  const named = items.slice(0, NAMED).join(by);
  return left > 0 ? joined([named, `${count(left)} more`]) : named;
}
