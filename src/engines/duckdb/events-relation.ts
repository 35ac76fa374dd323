import type { DuckDBConnection } from '@duckdb/node-api';
import { sqlText } from '../../pack/executable-query.js';
import type { Query } from '../../pack/query.js';
import type { Period } from '../../settings/period.js';
import { leadInStart } from '../account-sql.js';
import { EVENTS_OF_STORED } from './stored-records.js';

export type Watched = Pick<Query, 'events' | 'context'>;

/** The names of events that stand in the logs, by source. */
export type PresentEvents = ReadonlyMap<string, ReadonlySet<string>>;

export async function presentEvents(connection: DuckDBConnection): Promise<PresentEvents> {
  const rows = await (await connection.run('SELECT DISTINCT event_source, event_name FROM stored WHERE event_source IS NOT NULL AND event_name IS NOT NULL')).getRows();
  const present = new Map<string, Set<string>>();
  for (const [source, name] of rows) {
    const names = present.get(source as string) ?? new Set();
    present.set(source as string, names.add(name as string));
  }
  return present;
}

/**
 * The relations of a query, for executedSql: `events`, and `events_before` where it reads the hours before the period. `from` has the columns of
 * `stored`; `present` are the events it holds, null where that is not known.
 */
export function eventsRelations(query: Watched & Pick<Query, 'leadIn'>, period: Period, present: PresentEvents | null, from = 'stored'): string {
  const events = eventsRelation('events', from, period, watchedOnly(query, present));
  return query.leadIn ? `${events},\n${eventsRelation('events_before', from, { start: leadInStart(period), end: period.start }, watchedOnly(query, present))}` : events;
}

/** As an entry of WITH: columns a query does not read, and events its header does not watch, cost nothing. */
function eventsRelation(name: string, from: string, { start, end }: Pick<Period, 'start' | 'end'>, condition: string): string {
  return `${name} AS NOT MATERIALIZED (
SELECT ${EVENTS_OF_STORED}
FROM ${from}
WHERE event_id IS NOT NULL AND event_time >= '${start}' AND event_time < '${end}'${condition}
)`;
}

/**
 * A condition on sources and on names, each alone, and only on those that stand in the logs: most queries watch events that are seldom or
 * never there, and a list of none, or of a few names that lie together, spares reading.
 */
function watchedOnly({ events, context }: Watched, present: PresentEvents | null): string {
  if (events === 'any' || context === 'any') return '';
  const both = [...Object.entries(events), ...Object.entries(context)];
  const watched = new Set(both.flatMap(([, names]) => names));
  const stands = (source: string, name: string): boolean => present === null || present.get(source)?.has(name) === true;
  const sources = [...new Set(both.map(([source]) => source))].filter((source) => [...watched].some((name) => stands(source, name)));
  const names = [...watched].filter((name) => sources.some((source) => stands(source, name)));
  return sources.length === 0 ? ' AND false' : ` AND ${among('event_source', sources)} AND ${among('event_name', names)}`;
}

/** A function call is tried while the table is scanned, an IN list only after it; the bounds tell which parts of the table need no scan. */
function among(column: string, values: readonly string[]): string {
  const texts = values.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))).map(sqlText);
  if (texts.length === 1) return `${column} = ${texts[0]}`;
  return `${column} >= ${texts[0]} AND ${column} <= ${texts.at(-1)} AND list_contains([${texts.join(', ')}], ${column})`;
}
