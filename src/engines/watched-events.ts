import type { Query } from '../pack/query.js';

export type Watched = Pick<Query, 'events' | 'context'>;

/** The events a query is handed: those its header names in `events` and in `context`, by source; `any` where one of the two says so. */
export function watchedEvents({ events, context }: Watched): ReadonlyMap<string, ReadonlySet<string>> | 'any' {
  if (events === 'any' || context === 'any') return 'any';
  const watched = new Map<string, Set<string>>();
  for (const [source, names] of [...Object.entries(events), ...Object.entries(context)]) watched.set(source, new Set([...(watched.get(source) ?? []), ...names]));
  return watched;
}
