import { type DERIVED_LISTS, type QuerySetting } from '../pack/query.js';
import type { Reason } from '../evidence/result.js';
import type { Period } from '../settings/period.js';
import type { Query } from '../pack/query.js';
import type { FilesSummary } from './input.js';
import { REASON_WORDS } from '../evidence/result.js';
import { type Inline, type Line, data, line, link, words } from './blocks.js';

/** `1204567` → `1,204,567`. */
export function count(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `3 rows`, `1 row`, `no rows`. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n === 0 ? 'no' : count(n)} ${n === 1 ? one : many}`;
}

export function joined(items: readonly string[], last = 'and'): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1) ?? ''}`;
}

/** Items by key, keys in order of first appearance. */
export function groupedBy<T, K>(items: readonly T[], key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** The period as the two instants that bound it. */
export function instants(period: Period): string {
  return `${period.start} to ${period.end} (end excluded)`;
}

/** Milliseconds of a UTC day or instant. */
const at = (text: string): number => Date.parse(text.length === 10 ? `${text}T00:00:00Z` : text);
const DAY = 86_400_000;

export function dayAfter(day: string): string {
  return new Date(at(day) + DAY).toISOString().slice(0, 10);
}
export function dayBefore(day: string): string {
  return new Date(at(day) - DAY).toISOString().slice(0, 10);
}
export function daysBetween(from: string, to: string): number {
  return Math.round((at(to) - at(from)) / DAY);
}

/** UTC days the period touches, as a half-open range of days. */
export function daysOf(period: Period): { readonly from: string; readonly to: string; readonly days: number } {
  const from = period.start.slice(0, 10);
  const to = period.end.endsWith('T00:00:00Z') ? period.end.slice(0, 10) : dayAfter(period.end.slice(0, 10));
  return { from, to, days: daysBetween(from, to) };
}

/** Half-open days in words that include both ends: `2026-10-05 to 2026-10-06 (2 days)`. */
export function dayRange(from: string, to: string): string {
  const days = daysBetween(from, to);
  return days <= 1 ? from : `${from} to ${dayBefore(to)} (${count(days)} days)`;
}

/** Why a query was not evaluated: what management said, or what to configure. Empty for one that was. */
export function whyNotEvaluated({ switchedOff, missingLists: missing }: { readonly switchedOff: string | null; readonly missingLists: readonly QuerySetting[] }): string {
  if (switchedOff !== null) return `Management switched it off in the settings file: ${ended(switchedOff)}`;
  const lists = missing.filter((name) => name !== 'production-accounts' && name !== 'incident');
  return [
    ...(lists.length > 0 ? [`It needs the ${lists.length === 1 ? 'list' : 'lists'} ${joined(lists)}, which the settings file does not hold.`] : []),
    ...(missing.includes('production-accounts') ? ['It needs to know which accounts are production, and no account of scope in the settings file has environment: production.'] : []),
    ...(missing.includes('incident') ? ['It follows an incident, and none was named for this run (input incident).'] : []),
  ].join(' ');
}

/** What somebody wrote, with a full stop where it has no end of its own. */
function ended(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** Most places a sentence names before it points to results.json. */
const PLACES_NAMED = 6;

/** Why a result is less than complete: one line a cause, with where and when. */
export function reasonLines(reasons: readonly Reason[]): readonly Line[] {
  const byCause = groupedBy(reasons, causeWords);
  return [...byCause].map(([cause, group]) => {
    const places = group.filter((reason) => reason.account !== null || reason.region !== null || reason.from !== null);
    const alike = groupedBy(places.slice(0, PLACES_NAMED), (reason) => JSON.stringify([reason.account, reason.from, reason.to]));
    const named = [...alike.values()].flatMap((group, index) => [...(index > 0 ? [words('; ')] : []), ...place(group)]);
    const left = places.length - PLACES_NAMED;
    return line(
      cause.charAt(0).toUpperCase() + cause.slice(1),
      ...(places.length > 0 ? [': ', ...named] : []),
      ...(group[0]?.code === 'column-missing' ? [' (', link('section 4', 'reliability'), ' names it)'] : []),
      left > 0 ? `; and ${counted(left, 'more place')}, listed in results.json.` : '.',
    );
  });
}

/** The cause, with the class of event where the reason is about one. */
function causeWords({ code, category, source }: Reason): string {
  if (category === undefined) return REASON_WORDS[code];
  const events = `${category} events${source == null ? '' : ` of ${source}`}`;
  switch (code) {
    case 'class-not-collected': return `no ${events} in the logs, and no statement that they were selected`;
    case 'selection-not-shown': return `nothing shows that ${events} were selected for the whole period`;
    case 'partly-selected': return `only some of the ${events} were selected`;
    default: return REASON_WORDS[code];
  }
}

/** Places of one account and the same days: the account, its regions, the days. */
function place(alike: readonly Reason[]): readonly Inline[] {
  const [reason] = alike;
  if (reason === undefined) return [];
  const regions = alike.flatMap(({ region }) => (region === null ? [] : [region]));
  const where = [
    ...(reason.account === null ? [] : [words('account '), data(reason.account)]),
    ...regions.flatMap((region, index) => [words(index > 0 ? (index < regions.length - 1 ? ', ' : ' and ') : reason.account === null ? 'region ' : ', '), data(region)]),
  ];
  const when = reason.from === null ? '' : reason.to === null ? `from ${reason.from} on` : dayRange(reason.from, reason.to);
  return [...where, ...(when === '' ? [] : [words(where.length > 0 ? `, ${when}` : when)])];
}

/** Log files by what became of them; those of other days only where the archive has some. */
export function filesRead(files: FilesSummary): string {
  return `${count(files.read)} read, ${count(files.notRead.length)} that could not be read${files.outsideWindow === 0 ? '' : `, ${count(files.outsideWindow)} of other days left aside`}`;
}

/** What people wrote in a header in the plain signs of a keyboard, with the signs of print. Never for SQL, names or data. */
export function typeset(text: string): string {
  return text
    .replace(/(?<=^|[\s(])"([^"]+)"/g, '“$1”')
    .replace(/(?<=\p{L})'/gu, '’')
    .replace(/ - /g, ' – ');
}

/** What a query did, told from its header. */
export function procedure(query: Query, pairs: number): Line {
  const classes = Object.keys(query.category);
  const watched = query.events === 'any' ? null : Object.entries(query.events);
  return line(
    `Read every ${joined(classes, 'or')} event of the period in ${counted(pairs, 'account and region', 'pairs of account and region')}`,
    ...(query.leadIn ? [' (and, to follow sessions back, the 36 hours before it)'] : []),
    ...(watched === null ? [' and applied the test of Appendix C.'] : [', kept ', ...watchedEvents(watched), ...judgedBy(query), ', and applied the test of Appendix C.']),
    ...comparedWith(Object.keys(query.settings) as QuerySetting[]),
  );
}

/** What queries read beside the lists of the settings file. */
export const DERIVED_NAMES: Readonly<Record<(typeof DERIVED_LISTS)[number], string>> = { accounts: 'accounts in scope', 'production-accounts': 'production accounts in scope', incident: 'the incident named' };

const isDerived = (name: QuerySetting): name is keyof typeof DERIVED_NAMES => Object.hasOwn(DERIVED_NAMES, name);

/** What it means that one of these was not given to the run. */
export const NOT_GIVEN: Readonly<Partial<Record<QuerySetting, string>>> = { 'production-accounts': 'no account of scope has environment: production', incident: 'no incident was named for this run' };

/** What a query that was not evaluated lacks. */
export function missingWords(name: QuerySetting): string {
  return NOT_GIVEN[name] ?? `${name} is not configured`;
}

/** A list as reports call it. */
export function listName(name: QuerySetting): string {
  return isDerived(name) ? DERIVED_NAMES[name] : name;
}

function comparedWith(settings: readonly QuerySetting[]): readonly string[] {
  const lists = settings.filter((name) => !isDerived(name));
  const named = [
    ...(lists.length > 0 ? [`management’s ${joined(lists.map((name) => `“${name}”`))} ${lists.length === 1 ? 'list' : 'lists'}`] : []),
    ...settings.filter(isDerived).map((name) => (name === 'incident' ? DERIVED_NAMES[name] : `the ${DERIVED_NAMES[name]}`)),
  ];
  return named.length === 0 ? [] : [` Compared with ${joined(named)}.`];
}

/** Events a query reads beside those, which decide what a row says. */
function judgedBy({ context }: Query): readonly Inline[] {
  if (context === 'any') return [words(' (all other events are read only to judge these by)')];
  const beside = Object.entries(context);
  return beside.length === 0 ? [] : [words(' (and '), ...watchedEvents(beside), words(', to judge by)')];
}

/** Calls a sentence names before it points to the SQL, where all of them are. */
const CALLS_NAMED = 14;

function watchedEvents(watched: readonly (readonly [string, readonly string[]])[]): readonly Inline[] {
  const calls = watched.reduce((sum, [, names]) => sum + names.length, 0);
  if (calls > CALLS_NAMED) return [words(`${count(calls)} calls of ${joined(watched.map(([source]) => source.replace(/\.amazonaws\.com$/, '')))}, all named in the SQL`)];
  return watched.flatMap(([source, names], index) => [
    ...(index > 0 ? [words('; ')] : []),
    words(`${names.length === 0 ? 'all' : joined(names)} of ${source.replace(/\.amazonaws\.com$/, '')}`),
  ]);
}

export const ROWS_MEAN = {
  none: 'Every row is an exception that management decides on.',
  population: 'The rows are a list to sample from: the full list of the period or, beside the result Incomplete, the list as far as the logs go. A row is not an exception.',
  some: 'The rows are evidence that the activity took place.',
  measure: 'The rows are counts.',
} as const;
