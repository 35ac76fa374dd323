import type { Framework } from './framework.js';
import type { Expectation, Query, WatchedEvents } from './query.js';

/** What a query's rows mean, as a person would say it. */
export const EXPECTATION_WORDS: Readonly<Record<Expectation, string>> = {
  none: 'every row is an exception',
  population: 'a full list to sample from',
  some: 'positive evidence',
  measure: 'counts',
};

/** Where a query serves: `SOC 2 CC6.1 (direct), CC7.2 (corroborates)`. */
export interface Mapping {
  readonly framework: string;
  readonly criterion: string;
  readonly strength: string;
}

export function mappingsOf(queryId: string, frameworks: readonly Framework[]): Mapping[] {
  return frameworks.flatMap((framework) =>
    framework.criteria.flatMap((criterion) =>
      criterion.queries.filter(({ id }) => id === queryId).map(({ strength }) => ({ framework: framework.shortTitle, criterion: criterion.id, strength })),
    ),
  );
}

/** The list of queries: one line each for id, expectation and title, and one for each framework's criteria. */
export function queriesText(queries: readonly Query[], frameworks: readonly Framework[]): string {
  const idWidth = Math.max(0, ...queries.map(({ id }) => id.length)) + 2;
  const expectWidth = Math.max(0, ...queries.map(({ expect }) => expect.length)) + 2;
  const blocks = queries.map((query) => {
    const mappings = mappingsOf(query.id, frameworks);
    const criteria = frameworks
      .map(({ shortTitle }) => ({ shortTitle, ids: mappings.filter(({ framework }) => framework === shortTitle).map(({ criterion }) => criterion) }))
      .filter(({ ids }) => ids.length > 0)
      .map(({ shortTitle, ids }) => `${' '.repeat(idWidth + expectWidth)}${shortTitle}: ${ids.join(', ')}`);
    return [`${query.id.padEnd(idWidth)}${query.expect.padEnd(expectWidth)}${query.title}${query.own ? '  (own)' : ''}`, ...criteria].join('\n');
  });
  const own = queries.filter((query) => query.own).length;
  return `${blocks.join('\n')}\n\n${queries.length} ${queries.length === 1 ? 'query' : 'queries'}${own === 0 ? '' : `, of which ${own} your own`}. ${legend()}\n`;
}

function legend(): string {
  return `${Object.entries(EXPECTATION_WORDS).map(([expect, words]) => `${expect}: ${words}`).join('; ')}.`;
}

/** One query in full: what it asks, what it needs, what its rows mean, where it serves, and its SQL. */
export function queryText(query: Query, frameworks: readonly Framework[]): string {
  const mappings = mappingsOf(query.id, frameworks).map(({ framework, criterion, strength }) => `${framework} ${criterion} (${strength})`);
  const parts: (readonly [string, readonly string[]])[] = [
    ['Question', [query.question]],
    ['Expects', [`${query.expect}: ${EXPECTATION_WORDS[query.expect]}`]],
    ['Events', watched(query.events)],
    ['Also reads', watched(query.context)],
    ['Logs needed', demands(query.category)],
    ['Lists read', demands(query.settings)],
    ['Columns', Object.entries(query.columns).map(([column, meaning]) => `${column}: ${meaning}`)],
    ['Ordered by', [query.key.join(', ')]],
    ['Limits', [query.limits]],
    ['Serves', mappings],
    ['References', query.references],
    ['File', [`${query.path}, SHA-256 ${query.sha256}${query.own ? '; your own, not one of the product’s' : ''}`]],
  ];
  const sections = parts.filter(([, lines]) => lines.length > 0).map(([name, lines]) => `${name}\n${lines.map((line) => `  ${line}`).join('\n')}`);
  return `${query.id}  ${query.title}\n\n${sections.join('\n\n')}\n\n${query.sql}\n`;
}

function watched(events: WatchedEvents): string[] {
  return events === 'any' ? ['any'] : Object.entries(events).map(([source, names]) => `${source}: ${names.join(', ')}`);
}

function demands(wanted: Readonly<Partial<Record<string, 'required' | 'optional'>>>): string[] {
  return Object.entries(wanted).map(([name, demand]) => `${name} (${demand})`);
}
