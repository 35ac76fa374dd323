import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PackError } from '../pack/errors.js';
import { executable } from '../pack/executable-query.js';
import { productFolder } from '../pack/product-files.js';
import type { Query } from '../pack/query.js';
import { SettingsError } from '../settings/errors.js';
import { type Problem, problemLine } from '../settings/yaml-document.js';
import { type CaseDocument, parseCaseFile } from './case-file.js';
import { type Case, mustCases, mustNotCases } from './cases.js';

/** A case file's bytes, and its name as people see it. */
export interface CaseText {
  readonly shown: string;
  readonly bytes: Uint8Array;
}

/** Gives each query its case file; null where it has none. */
export type CaseSource = (query: Query) => Promise<CaseText | null>;

/** A query with the cases it is tried on. */
export interface QueryCases {
  readonly query: Query;
  /** SHA-256 of the case file; null where the query has none. */
  readonly sha256: string | null;
  readonly must: readonly Case[];
  readonly mustNot: readonly Case[];
}

/** The cases of a query that ships. */
export async function productCases({ id }: Pick<Query, 'id'>): Promise<CaseText | null> {
  const shown = `__tests__/cases/${id}.yml`;
  try {
    return { shown, bytes: await readFile(join(productFolder('__tests__/cases'), `${id}.yml`)) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    throw new PackError([problemLine(shown, { line: 1, sentence: `The file cannot be read (${code ?? 'unknown error'}).` })]);
  }
}

/**
 * The cases of every query, in the order of the queries.
 *
 * @throws PackError with all problems of all files, each with its line.
 */
export async function loadCases(queries: readonly Query[], source: CaseSource): Promise<readonly QueryCases[]> {
  const read = await Promise.all(queries.map(async (query): Promise<QueryCases | readonly string[]> => {
    const text = await source(query);
    if (text === null) return { query, sha256: null, must: [], mustNot: [] };
    const found = readCases(query, text.bytes);
    return 'query' in found ? found : found.map((problem) => problemLine(text.shown, problem));
  }));
  const problems = read.flatMap((one) => ('query' in one ? [] : one));
  if (problems.length > 0) throw new PackError(problems);
  return read.flatMap((one) => ('query' in one ? [one] : []));
}

/** The cases of one query, or what is wrong with its case file. */
export function readCases(query: Query, bytes: Uint8Array): QueryCases | readonly Problem[] {
  const parsed = parseCaseFile(bytes);
  if (!('file' in parsed)) return parsed;
  const problems = queryProblems(query, parsed);
  if (problems.length > 0) return problems;
  try {
    const [must, mustNot] = [mustCases(parsed.file), mustNotCases(parsed.file)];
    // What SQL cannot carry is found here rather than by the engine.
    for (const { lists } of [...must, ...mustNot]) executable(query, lists);
    return { query, sha256: parsed.sha256, must, mustNot };
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return error.message.split('\n').map((sentence) => ({ line: parsed.lineOf(['settings']), sentence: `In its settings: ${sentence.replace(/^case:\d+: /, '')}` }));
  }
}

function queryProblems(query: Query, { file, lineOf }: CaseDocument): Problem[] {
  const rows = file.must.flatMap(({ rows = [] }, must) => rows.flatMap((row, index) => Object.keys(row).map((column) => ({ column, at: ['must', must, 'rows', index, column] }))));
  return [
    ...(file.query === query.id ? [] : [{ line: lineOf(['query']), sentence: `These are cases of ${JSON.stringify(file.query)}; the file is named for ${query.id}.` }]),
    ...rows.filter(({ column }) => !Object.hasOwn(query.columns, column)).map(({ column, at }) => ({ line: lineOf(at), sentence: `${query.id} has no column ${JSON.stringify(column)}.` })),
  ];
}
