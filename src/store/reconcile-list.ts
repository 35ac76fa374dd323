import { basename } from 'node:path';
import type { Row, Value } from '../engines/engine.js';
import { Reconciliation, type ReconciliationCounts } from '../evidence/reconciliation.js';
import { SettingsError } from '../settings/errors.js';
import { showUnseen } from './csv.js';
import { type List, readList, separatorWords } from './list-csv.js';
import { openQueryRows, type QueryRows } from './query-rows.js';
import { factsOf, keyFirst, type Sheet, writeSheet } from './sheet.js';

export interface Reconciling {
  readonly query: string;
  /** A CSV file. */
  readonly list: string;
  /** `<column>` or `<column>=<column in the list>`, one or more. */
  readonly keys: readonly string[];
  /** File to write; null: `<query>-reconciled.csv` where the program was started. */
  readonly output: string | null;
}

export interface Reconciled {
  readonly path: string;
  readonly sha256: string;
  readonly rows: QueryRows;
  readonly list: List;
  readonly counts: ReconciliationCounts;
}

/** Matches the rows of a query with a list, and writes each row once and each entry of the list once at least. */
export async function reconcileList(folder: string, { query, list: path, keys, output }: Reconciling): Promise<Reconciled> {
  const pairs = keys.map(pairIn);
  if (pairs.length === 0) throw new SettingsError('key: nothing is given; name the column that rows and list have in common, as <column> or <column>=<column in the list>.');
  const rows = await openQueryRows(folder, query);
  const unknown = pairs.find(({ column }) => !rows.columns.includes(column));
  if (unknown !== undefined) throw new SettingsError(`key: ${JSON.stringify(showUnseen(unknown.column.slice(0, 60)))} is no column of ${query}; it has ${rows.columns.join(', ')}.`);
  const list = await readList(path, pairs.map(({ listed }) => listed));
  const keyOfRow = picker(rows.columns, pairs.map(({ column }) => column));
  const keyOfEntry = picker(list.columns, pairs.map(({ listed }) => listed));
  const met = new Reconciliation(list.entries.map(({ fields }) => keyOfEntry(fields)));
  for await (const row of rows.rows()) met.meet(keyOfRow(row));
  const counts = met.counts();
  const sheet = await writeSheet(output ?? `${query}-reconciled.csv`, folder, {
    facts: [...factsOf(rows), ...factsOfList(path, list, pairs), ...countWords(counts)],
    columns: ['status', 'key', 'row', 'rows_with_key', 'list_line', 'list_entries_with_key', ...keyFirst(rows), ...list.columns.map((name) => `list: ${name}`)],
    rows: lines({ rows, list, met, keyOfRow, keyOfEntry }),
  });
  return { ...sheet, rows, list, counts };
}

interface Pair {
  readonly column: string;
  readonly listed: string;
}

function pairIn(text: string): Pair {
  const at = text.indexOf('=');
  const pair = at === -1 ? { column: text.trim(), listed: text.trim() } : { column: text.slice(0, at).trim(), listed: text.slice(at + 1).trim() };
  if (pair.column === '' || pair.listed === '') throw new SettingsError(`key: ${JSON.stringify(text.slice(0, 100))} names no column; write <column> or <column>=<column in the list>.`);
  return pair;
}

function picker(columns: readonly string[], wanted: readonly string[]): (row: readonly Value[]) => readonly string[] {
  const places = wanted.map((name) => columns.indexOf(name));
  return (row) => places.map((place) => String(row[place] ?? ''));
}

interface Matching {
  readonly rows: QueryRows;
  readonly list: List;
  readonly met: Reconciliation;
  readonly keyOfRow: (row: readonly Value[]) => readonly string[];
  readonly keyOfEntry: (row: readonly Value[]) => readonly string[];
}

async function* lines({ rows, list, met, keyOfRow, keyOfEntry }: Matching): AsyncGenerator<Row> {
  const places = keyFirst(rows).map((column) => rows.columns.indexOf(column));
  const noEntry = list.columns.map(() => null);
  const noRow = rows.columns.map(() => null);
  let number = 0;
  for await (const row of rows.rows()) {
    number += 1;
    const key = keyOfRow(row);
    const entries = met.entriesFor(key);
    const entry = entries[0] === undefined ? undefined : list.entries[entries[0]];
    const values = places.map((place) => row[place] ?? null);
    if (entry === undefined) yield ['only in CloudTrail', key.join(' | '), number, null, null, 0, ...values, ...noEntry];
    else yield ['matched', key.join(' | '), number, met.rowsFor(key), entry.line, entries.length, ...values, ...entry.fields];
  }
  // Entries that no row above has beside it.
  for (const [index, { line, fields }] of list.entries.entries()) {
    const key = keyOfEntry(fields);
    const [first, ...more] = met.entriesFor(key);
    const matched = met.rowsFor(key) > 0;
    if (matched && first === index) continue;
    yield [matched ? 'matched' : 'only in the list', key.join(' | '), null, met.rowsFor(key), line, first === undefined ? null : 1 + more.length, ...noRow, ...fields];
  }
}

function factsOfList(path: string, { sha256, separator, entries }: List, pairs: readonly Pair[]): Sheet['facts'] {
  const same = pairs.map(({ column, listed }) => (column === listed ? column : `${column} = ${listed}`));
  return [
    ['List', `${basename(path)}: ${entries.length} entries, separated by ${separatorWords(separator)}`],
    ['SHA-256 of the list', sha256],
    ['Key', `${same.join(', ')}; texts are compared exactly, without space around them; an empty key matches nothing`],
  ];
}

/** The counts as a sheet and a terminal say them. */
export function countWords(counts: ReconciliationCounts): readonly (readonly [string, string])[] {
  const { rows, matchedRows, onlyInCloudTrail, rowsWithoutKey, entries, matchedEntries, onlyInList, entriesWithoutKey } = counts;
  return [
    ['Rows in CloudTrail', `${rows}: ${matchedRows} matched, ${onlyInCloudTrail} only in CloudTrail${withoutKey(rowsWithoutKey)}`],
    ['Entries in the list', `${entries}: ${matchedEntries} matched, ${onlyInList} only in the list${withoutKey(entriesWithoutKey)}`],
    ['Keys that both have', `${counts.matchedKeys}: ${counts.matchedKeysRepeatedInCloudTrail} more than once in CloudTrail, ${counts.matchedKeysRepeatedInList} more than once in the list`],
    ['Keys more than once in the list', String(counts.keysRepeatedInList)],
  ];
}

const withoutKey = (count: number): string => (count === 0 ? '' : ` (${count} of them without a key)`);
