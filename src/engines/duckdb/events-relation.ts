import type { DuckDBConnection } from '@duckdb/node-api';
import { EVENT_COLUMNS, type EventColumn } from '../../pack/event-columns.js';
import { sqlText } from '../../pack/executable-query.js';
import type { Query } from '../../pack/query.js';
import type { EventsSql } from '../events-sql.js';
import { type Watched, watchedEvents } from '../watched-events.js';
import { eventsOfStored, type OtherTexts, SPAN } from './stored-records.js';

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
 * `stored`; `present` are the events it holds, null where that is not known; `columns` are all that the query reads; `others` has those with other texts than the known ones.
 */
export function eventsRelations(
  eventsSql: EventsSql,
  query: Watched & Pick<Query, 'leadIn'>,
  present: PresentEvents | null,
  { columns = EVENT_COLUMNS, from = 'stored', others }: { readonly columns?: readonly EventColumn[]; readonly from?: string; readonly others?: OtherTexts } = {},
): string {
  const relation = (name: string, span: number): string => {
    const where = `span = ${span}${watchedOnly(query, present)}`;
    // As an entry of WITH: events its header does not watch cost nothing.
    return `${name} AS NOT MATERIALIZED (\n${eventsOfStored(eventsSql, from, where, columns, others)}\n)`;
  };
  const events = relation('events', SPAN.period);
  return query.leadIn ? `${events},\n${relation('events_before', SPAN.leadIn)}` : events;
}

/**
 * A condition on sources and on names, and only on those that stand in the logs: most queries watch events that are seldom or never there,
 * and a list of none, or of a few names that lie together, spares reading. What the two lists let through together though the header does
 * not name it (a name of one source that another has too) is taken out by name.
 */
function watchedOnly(query: Watched, present: PresentEvents | null): string {
  const watched = watchedEvents(query);
  if (watched === 'any') return '';
  if (present === null) return ` AND (${[...watched].map(([source, names]) => `${among('event_source', [source])} AND ${among('event_name', [...names])}`).join(' OR ')})`;
  const found = [...watched].map(([source, names]) => [source, [...names].filter((name) => present.get(source)?.has(name))] as const).filter(([, names]) => names.length > 0);
  if (found.length === 0) return ' AND false';
  const names = new Set(found.flatMap(([, ofSource]) => ofSource));
  const others = found.flatMap(([source]) => [...(present.get(source) ?? [])].filter((name) => names.has(name) && !watched.get(source)?.has(name)).map((name) => ` AND NOT (event_source = ${sqlText(source)} AND event_name = ${sqlText(name)})`));
  return ` AND ${among('event_source', found.map(([source]) => source))} AND ${among('event_name', [...names])}${others.join('')}`;
}

/** A function call is tried while the table is scanned, an IN list only after it; the bounds tell which parts of the table need no scan. */
function among(column: string, values: readonly string[]): string {
  const texts = values.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))).map(sqlText);
  if (texts.length === 1) return `${column} = ${texts[0]}`;
  return `${column} >= ${texts[0]} AND ${column} <= ${texts.at(-1)} AND list_contains([${texts.join(', ')}], ${column})`;
}
