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
  /** SELECT from `unique_records`: the columns of `events`. */
  readonly events: string;
}

export function readEventsSql(): EventsSql {
  const text = readFileSync(join(productRoot(), 'src', 'engines', 'events.sql'), 'utf8');
  const part = (name: string): string => {
    const found = text.split(/^-- part: /m).find((piece) => piece.startsWith(`${name}\n`));
    if (found === undefined) throw new Error(`events.sql has no part named ${name}`);
    return found.slice(name.length + 1).trim();
  };
  return { text, interpreted: part('interpreted'), repeated: part('repeated'), repeatedRecords: part('repeated_records'), kept: part('kept'), events: part('events') };
}

/** The part `events` with further columns of `unique_records` passed on, after its own. */
export function passingOn(events: string, columns: readonly string[]): string {
  const source = /\nFROM \(\n {2}SELECT\n/;
  if (!source.test(events)) throw new Error('The part events of events.sql does not read from a SELECT of its own.');
  return events.replace(source, `,\n  ${columns.join(', ')}\nFROM (\n  SELECT\n    ${columns.join(', ')},\n`);
}
