import { realpath } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import type { Row } from '../engines/engine.js';
import { RESULT_WORDS } from '../evidence/result.js';
import { SettingsError } from '../settings/errors.js';
import { csvLine } from './csv.js';
import { HashedFile } from './hashed-file.js';
import type { QueryRows } from './query-rows.js';

/** A working paper made from a pack: facts, an empty line, a table. It stands outside the pack, which holds its own files only. */
export interface Sheet {
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly columns: readonly string[];
  readonly rows: Iterable<Row> | AsyncIterable<Row>;
}

/** Writes a new file; nothing stays when the rows end in an error. */
export async function writeSheet(path: string, pack: string, { facts, columns, rows }: Sheet): Promise<{ readonly path: string; readonly sha256: string }> {
  await requireOutside(path, pack);
  const file = await HashedFile.create(path);
  try {
    for (const fact of facts) file.add(csvLine(fact));
    file.add(`\n${csvLine(columns)}`);
    for await (const row of rows) if (file.add(csvLine(row))) await file.flush();
    return { path, sha256: (await file.close()).sha256 };
  } catch (error) {
    await file.discard();
    throw error;
  }
}

/** A text made from a pack, as a new file outside of it. */
export async function writeNew(path: string, pack: string, text: string): Promise<void> {
  await requireOutside(path, pack);
  const file = await HashedFile.create(path);
  try {
    file.add(text);
    await file.close();
  } catch (error) {
    await file.discard();
    throw error;
  }
}

async function requireOutside(path: string, pack: string): Promise<void> {
  const folder = await realpath(dirname(resolve(path))).catch(() => null);
  if (folder === null) throw new SettingsError(`output: the folder of ${path} does not exist; make it first.`);
  if (`${folder}${sep}`.startsWith(`${await realpath(pack)}${sep}`)) throw new SettingsError(`output: ${path} is inside the pack, which holds its own files only; name a file elsewhere with --output.`);
}

/** Where the rows of a sheet come from. */
export function factsOf({ result, title, period, file, evidenceId, manifestSha256 }: QueryRows): Sheet['facts'] {
  return [
    ['Query', title === '' ? result.id : `${result.id}: ${title}`],
    ['Period', `${period.label}: from ${period.start}, up to and without ${period.end}`],
    ['Result in the pack', resultWords(result)],
    ['Population', `${result.rows} rows: lines 1 to ${result.rows} of ${file.path}`],
    ['SHA-256 of that file', file.sha256],
    ['Evidence id', evidenceId],
    ['SHA-256 of manifest.json', manifestSha256],
  ];
}

/** The result, and that the population may lack rows where logs are not accounted for. */
export function resultWords({ result, coverage }: QueryRows['result']): string {
  const whole = Object.values(coverage).every((state) => state === 'complete');
  return whole ? RESULT_WORDS[result] : `${RESULT_WORDS[result]}; logs are not all accounted for, so rows may be missing (see results.json)`;
}

/** Columns that identify a row first, then the others. */
export function keyFirst({ columns, key }: Pick<QueryRows, 'columns' | 'key'>): readonly string[] {
  return [...key, ...columns.filter((column) => !key.includes(column))];
}
