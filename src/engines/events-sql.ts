import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { productRoot } from '../pack/product-files.js';

/** The parts of `events.sql`, by the name after `-- part:`. */
export interface EventsSql {
  /** Whole file, for `engine/` in the pack. */
  readonly text: string;
  /** SELECT from `records`: one row a record, with what tells events apart. */
  readonly interpreted: string;
  /** SELECT from `interpreted`: ids of events that stand in several records. */
  readonly repeated: string;
  /** SELECT from `interpreted` and `repeated`: the records of those events. */
  readonly repeatedRecords: string;
  /** SELECT from `repeated_records`: the one record to keep of each event. */
  readonly kept: string;
  /** SELECT from `unique_records`: the columns of `events` but for those that others tell. */
  readonly described: string;
  /** SELECT from `described`: the columns of `events`. */
  readonly events: string;
}

export function readEventsSql(): EventsSql {
  const text = readFileSync(join(productRoot(), 'src', 'engines', 'events.sql'), 'utf8');
  const part = (name: string): string => {
    const found = text.split(/^-- part: /m).find((piece) => piece.startsWith(`${name}\n`));
    if (found === undefined) throw new Error(`events.sql has no part named ${name}`);
    return found.slice(name.length + 1).trim();
  };
  return { text, interpreted: part('interpreted'), repeated: part('repeated'), repeatedRecords: part('repeated_records'), kept: part('kept'), described: part('described'), events: part('events') };
}

/** The part `described` with further columns of `unique_records` passed on, after its own. */
export function passingOn(described: string, columns: readonly string[]): string {
  const source = /\nFROM \(\n {2}SELECT\n/;
  if (!source.test(described)) throw new Error('The part described of events.sql does not read from a SELECT of its own.');
  return described.replace(source, `,\n  ${columns.join(', ')}\nFROM (\n  SELECT\n    ${columns.join(', ')},\n`);
}

/** The part `events`, over a SELECT of what `described` gives. */
export function eventsOver(eventsSql: EventsSql, described: string): string {
  return eventsSql.events.replace('FROM described d', () => `FROM (\n${described}\n) d`);
}
