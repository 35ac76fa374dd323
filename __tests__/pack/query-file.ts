import { columnsRead } from '../../src/pack/columns-read.js';
import { ALWAYS_NEEDED } from '../../src/pack/event-columns.js';
import { readQuery } from '../../src/pack/load-queries.js';
import type { Query } from '../../src/pack/query.js';
import { sqlTokens } from '../../src/pack/sql-tokens.js';

/** A query file without fault; each test changes one thing of it. */
export const HEADER: Readonly<Record<string, string>> = {
  id: 'ROOT-01',
  title: 'Root user activity',
  question: 'Did anyone use the root user of an account in the period?',
  expect: 'none',
  category: '\n  management: required',
  events: 'any',
  columns: '\n  event_time: When, UTC\n  event_id: Event\n  account_id: Account\n  region: Region\n  source_file: Log object',
  limits: 'What was done under another identity.',
};
export const SQL = "SELECT event_time, event_id, account_id, region, source_file\nFROM events\nWHERE actor_class = 'root'";

/** Keys given as undefined are left out. `needs` is what the SQL reads, unless it is given. */
export function queryFile(changes: Readonly<Record<string, string | undefined>> = {}, sql: string = SQL): string {
  const needs = [...columnsRead(sqlTokens(sql).tokens)].filter((column) => !ALWAYS_NEEDED.includes(column));
  const keys = Object.entries({ ...HEADER, ...(needs.length > 0 ? { needs: `[${needs.join(', ')}]` } : {}), ...changes }).flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`]));
  return `/*\n${keys.join('\n')}\n*/\n${sql}\n`;
}

export function problemsOf(text: string, path = 'queries/root/ROOT-01.sql'): readonly string[] {
  return readQuery(path, Buffer.from(text)).problems;
}

export function queryOf(changes: Readonly<Record<string, string | undefined>> = {}, sql: string = SQL): Query {
  const { query, problems } = readQuery('queries/root/ROOT-01.sql', Buffer.from(queryFile(changes, sql)));
  if (!query) throw new Error(problems.join('\n'));
  return query;
}

/** Number of the line that holds a text, as the loader should name it. */
export function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split('\n').length;
}
