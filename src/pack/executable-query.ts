import { SettingsError } from '../settings/errors.js';
import type { Query, QuerySetting } from './query.js';

/** A query with its lists written in: the text of `queries/<ID>.sql` in the evidence pack, the same on every engine. */
export interface ExecutableQuery {
  readonly query: Query;
  readonly packSql: string;
}

/** Lists a run hands to queries; a list that is absent is an empty relation. */
export type QueryLists = Readonly<Partial<Record<QuerySetting, readonly string[]>>>;

export function executable(query: Query, lists: QueryLists): ExecutableQuery {
  const header = query.text.slice(0, query.text.indexOf('*/') + 2);
  const settings = Object.keys(query.settings) as QuerySetting[];
  if (settings.length === 0) return { query, packSql: `${header}\n${query.sql}\n` };
  const relations = settings.map((setting) => listRelation(setting, lists[setting] ?? []));
  return { query, packSql: `${header}\nWITH ${relations.join(',\n')}\nSELECT * FROM (\n${query.sql}\n) q\n` };
}

/**
 * The text an engine runs: the pack's file, unchanged, over the relations the engine gives (`events AS (…)`; empty text
 * where `events` is a table already), in the order of the query's key.
 */
export function executedSql(packSql: string, query: Query, relations: string): string {
  const order = query.key.map((column) => `${column} NULLS LAST`).join(', ');
  const given = relations === '' ? '' : `WITH ${relations}\n`;
  // The line feed before the parenthesis matters: the text may end in a `--` comment.
  return `${given}SELECT * FROM (\n${packSql.trimEnd()}\n) q\nORDER BY ${order}`;
}

/** `approved-regions` → `setting_approved_regions`. */
export function settingRelation(setting: QuerySetting): string {
  return `setting_${setting.replaceAll('-', '_')}`;
}

function listRelation(setting: QuerySetting, values: readonly string[]): string {
  const rows = values.length === 0 ? 'SELECT CAST(NULL AS varchar) WHERE false' : `VALUES ${values.map((value) => `(${sqlText(value)})`).join(', ')}`;
  return `${settingRelation(setting)}(value) AS (${rows})`;
}

/**
 * The one place where text becomes an SQL literal. A doubled quote is the only escape that Trino and DuckDB share; neither
 * reads backslashes. NUL and half surrogate pairs cannot be written on both, so they are refused rather than altered.
 */
export function sqlText(value: string): string {
  if (value.includes('\0') || /\p{Surrogate}/u.test(value)) {
    throw new SettingsError(`The value ${JSON.stringify(value)} holds a NUL character or half of a surrogate pair, which SQL cannot carry: remove it from the settings file.`);
  }
  return `'${value.replaceAll("'", "''")}'`;
}
