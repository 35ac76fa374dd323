import type { Row } from '../engines/engine.js';
import { drawSample, MAX_SAMPLE, SEED } from '../evidence/sampling.js';
import { SettingsError } from '../settings/errors.js';
import { openQueryRows, type QueryRows } from './query-rows.js';
import { factsOf, keyFirst, writeSheet } from './sheet.js';

export interface Sampling {
  readonly query: string;
  readonly seed: string;
  readonly size: number;
  /** File to write; null: `<query>-sample-<seed>.csv` where the program was started. */
  readonly output: string | null;
}

/** What a sheet came to. */
export interface Sampled {
  readonly path: string;
  readonly sha256: string;
  readonly rows: QueryRows;
  readonly drawn: number;
}

/** Left empty for the auditor. */
const FOR_THE_AUDITOR = ['test_result', 'test_reference', 'tested_by', 'tested_on', 'remarks'];

/** Draws rows of a query and writes them to a sheet. The same rows, query, seed and size give the same bytes on any machine. */
export async function sampleSheet(folder: string, { query, seed, size, output }: Sampling): Promise<Sampled> {
  if (!SEED.test(seed)) throw new SettingsError(`seed: ${JSON.stringify(seed.slice(0, 100))} cannot be used; give 1 to 100 letters, digits, dots, dashes and underscores, the first a letter or a digit.`);
  if (!Number.isInteger(size) || size < 1 || size > MAX_SAMPLE) throw new SettingsError(`n: a sample has 1 to ${MAX_SAMPLE} rows.`);
  const rows = await openQueryRows(folder, query);
  const population = rows.result.rows;
  if (population === 0) throw new SettingsError(`query: ${query} has no rows in this pack, so there is nothing to draw from.`);
  const draws = drawSample({ seed, queryId: query, population, size });
  const found = await rowsWithNumbers(rows, new Set(draws.map(({ row }) => row)));
  const columns = keyFirst(rows);
  const sheet = await writeSheet(output ?? `${query}-sample-${seed}.csv`, folder, {
    facts: [
      ...factsOf(rows),
      ['Drawn', `${draws.length} rows`],
      ['Seed', seed],
      ['Method', `Every row number from 1 to ${population} is given the SHA-256 of the text ${seed}/${query}/<row number>. The rows with the smallest hashes are drawn, in the order of their hashes. A larger sample with this seed begins with this one.`],
      ['To re-perform', `For each number: printf %s '${seed}/${query}/1' | sha256sum. Sort the hashes; the first ${draws.length} are this sample.`],
      ['Values', `Safe for a spreadsheet: what could start a formula begins with ', and what cannot be seen is shown by its code point. Exact values: the line of that number in ${rows.file.path}.`],
    ],
    columns: ['draw', 'row', 'rank_sha256', ...columns, ...FOR_THE_AUDITOR],
    rows: draws.map(({ row, rank }, index): Row => [index + 1, row, rank, ...inOrder(rows, columns, found.get(row) ?? []), ...FOR_THE_AUDITOR.map(() => null)]),
  });
  return { ...sheet, rows, drawn: draws.length };
}

async function rowsWithNumbers({ rows }: QueryRows, wanted: ReadonlySet<number>): Promise<ReadonlyMap<number, Row>> {
  const found = new Map<number, Row>();
  let number = 0;
  for await (const row of rows()) if (wanted.has(++number)) found.set(number, row);
  return found;
}

function inOrder(rows: QueryRows, columns: readonly string[], row: Row): Row {
  return columns.map((column) => row[rows.columns.indexOf(column)] ?? null);
}
