import { JSON_COLUMNS } from '../../pack/event-columns.js';
import { sqlText } from '../../pack/executable-query.js';
import type { Query } from '../../pack/query.js';
import { TRAIL_CHANGE_EVENTS } from '../account-sql.js';
import { watchedEvents } from '../watched-events.js';

type JsonColumn = (typeof JSON_COLUMNS)[number];

/** Event names by source whose JSON is kept; `all` for every name of a source. */
type Kept = ReadonlyMap<string, ReadonlySet<string> | 'all'>;

/** What events.sql itself reads: a sign-in's outcome and its MFA; and what the trail changes are told by. */
const READ_BY_EVENTS: readonly (readonly [JsonColumn, Readonly<Record<string, 'all' | readonly string[]>>])[] = [
  ['response_elements', { 'signin.amazonaws.com': 'all' }],
  ['additional_event_data', { 'signin.amazonaws.com': ['ConsoleLogin'] }],
  ['request_parameters', TRAIL_CHANGE_EVENTS],
];

type Reading = Pick<Query, 'events' | 'context' | 'sql'>;

/**
 * For a JSON column, the value that the stage keeps: the text of events that some query reads it of, else NULL. A query reads it of the
 * events its header watches. One that watches any event reads it only of the sources that the other of `events` and `context` names;
 * where that names none, of all.
 */
export function keptJson(column: JsonColumn, queries: readonly Reading[]): string {
  const kept = new Map<string, Set<string> | 'all'>();
  for (const [read, events] of READ_BY_EVENTS) if (read === column) for (const [source, names] of Object.entries(events)) keep(kept, source, names);
  for (const query of queries.filter(({ sql }) => new RegExp(`\\b${column}\\b`).test(sql))) {
    const watched = watchedOf(query);
    if (watched === 'all') return column;
    for (const [source, names] of watched) keep(kept, source, names);
  }
  if (kept.size === 0) return 'CAST(NULL AS varchar)';
  widen(kept);
  return `CASE\n${branches(kept).map(({ sources, names }) => `    WHEN ${isOneOf('event_source', sources)}${names === 'all' ? '' : ` AND ${isOneOf('event_name', names)}`} THEN ${column}`).join('\n')}\n  END`;
}

/** Of the 262,144 bytes of a statement, what the names of one column may take. */
const BYTES_OF_NAMES = 60_000;

/** Keeps all of the sources with the longest lists until the rest fits: more text is staged then, and nothing is lost. */
function widen(kept: Map<string, Set<string> | 'all'>): void {
  const bytes = (names: Set<string> | 'all'): number => (names === 'all' ? 0 : [...names].reduce((sum, name) => sum + name.length + 4, 0));
  const longest = [...kept].map(([source, names]) => [source, bytes(names)] as const).sort(([, a], [, b]) => b - a);
  let left = longest.reduce((sum, [, length]) => sum + length, 0);
  for (const [source, length] of longest) {
    if (left <= BYTES_OF_NAMES) return;
    kept.set(source, 'all');
    left -= length;
  }
}

function keep(kept: Map<string, Set<string> | 'all'>, source: string, names: 'all' | Iterable<string>): void {
  const before = kept.get(source);
  if (names === 'all' || before === 'all') kept.set(source, 'all');
  else kept.set(source, new Set([...(before ?? []), ...names]));
}

/** As a query is handed events; one that watches any reads JSON of the sources that the other of `events` and `context` names. */
function watchedOf(query: Reading): readonly (readonly [string, 'all' | Iterable<string>])[] | 'all' {
  const watched = watchedEvents(query);
  if (watched !== 'any') return [...watched];
  const sources = [query.events, query.context].flatMap((one) => (one === 'any' ? [] : Object.keys(one)));
  return sources.length === 0 ? 'all' : sources.map((source) => [source, 'all']);
}

interface Branch {
  readonly sources: readonly string[];
  readonly names: 'all' | readonly string[];
}

/** Sources of which all is kept in one branch; then one a source. */
function branches(kept: Kept): readonly Branch[] {
  const sorted = [...kept].sort(([a], [b]) => (a < b ? -1 : 1));
  const whole = sorted.filter(([, names]) => names === 'all').map(([source]) => source);
  return [
    ...(whole.length > 0 ? [{ sources: whole, names: 'all' as const }] : []),
    ...sorted.flatMap(([source, names]) => (names === 'all' ? [] : [{ sources: [source], names: [...names].sort() }])),
  ];
}

function isOneOf(column: string, values: readonly string[]): string {
  return values.length === 1 ? `${column} = ${sqlText(values[0] ?? '')}` : `${column} IN (${values.map(sqlText).join(', ')})`;
}
