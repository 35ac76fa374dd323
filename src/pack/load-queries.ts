import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { problemLine, type Problem } from '../settings/yaml-document.js';
import { CHECKED_HEADERS } from './checked-files.js';
import { PackError } from './errors.js';
import { settingRelation } from './executable-query.js';
import { productFolder } from './product-files.js';
import type { Query, QuerySetting } from './query.js';
import { readHeader, type QueryHeader } from './query-header.js';
import { relationFaults } from './sql-relations.js';
import { neededFaults, sourceFaults, sqlFaults } from './sql-rules.js';
import { sqlTokens, type SqlFault } from './sql-tokens.js';

/** Every query of the pack, by id. Throws PackError with all problems of all files. */
export async function loadQueries(folder: string = productFolder('queries')): Promise<Query[]> {
  const paths = await sqlFiles(folder);
  if (paths.length === 0) throw new PackError([`No query file in ${folder}.`]);
  const read = await Promise.all(paths.map(async (path) => readQuery(`queries/${path}`, await readFile(join(folder, path)))));
  const problems = read.flatMap((one) => one.problems);
  if (problems.length > 0) throw new PackError(problems);
  return read.flatMap(({ query }) => (query ? [query] : [])).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Paths with forward slashes, in a fixed order on every machine. */
async function sqlFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true });
  return entries.map((entry) => entry.replaceAll('\\', '/')).filter((entry) => entry.endsWith('.sql')).sort();
}

/** Where a file is read from: how people see it in messages, and whether it is the user's. */
export interface Origin {
  readonly shown: string;
  readonly own: boolean;
}

/** One query file. `path` is where it lies in the product or in the user's folder: `queries/root/ROOT-01.sql`. A file whose header is among `checked` is not checked again. */
export function readQuery(path: string, bytes: Uint8Array, { shown, own }: Origin = { shown: path, own: false }, checked = CHECKED_HEADERS): { readonly query: Query | null; readonly problems: readonly string[] } {
  const decoded = decode(bytes);
  if (typeof decoded !== 'string') return { query: null, problems: [problemLine(shown, decoded)] };
  const text = decoded;
  const end = text.indexOf('*/');
  if (!text.startsWith('/*\n') || end === -1) {
    return { query: null, problems: [`${shown}:1: The file must begin with a line "/*", then the YAML header, then "*/".`] };
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const sql = text.slice(end + 2).trim();
  const known = checked[sha256];
  if (known !== undefined && path === placeOf(known)) return { query: { ...known, sql, text, sha256, path, own }, problems: [] };
  const yaml = text.slice(2, end);
  const { header, problems: headerProblems, lineOf } = readHeader(yaml);
  const sqlAt = text.length - text.slice(end + 2).trimStart().length;
  const found: Problem[] = [
    ...headerProblems,
    ...(yaml.includes('/*') ? [{ line: lineAt(text, 2 + yaml.indexOf('/*')), sentence: 'The header holds "/*": DuckDB nests comments, Athena does not.' }] : []),
    ...(header ? placeProblems(path, header, lineOf(['id'])) : []),
    ...sqlProblems(sql, header).map(({ at, sentence }) => ({ line: lineAt(text, sqlAt + at), sentence })),
  ];
  if (header === null || found.length > 0) {
    return { query: null, problems: [...found].sort((a, b) => a.line - b.line).map((problem) => problemLine(shown, problem)) };
  }
  return { query: { ...header, sql, text, sha256, path, own }, problems: [] };
}

function decode(bytes: Uint8Array): string | Problem {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    // Evidence holds the file byte for byte; a line ending that depends on the checkout would change its hash.
    return text.includes('\r') ? { line: lineAt(text, text.indexOf('\r')), sentence: 'Lines must end with a line feed only.' } : text;
  } catch {
    return { line: 1, sentence: 'The file is not UTF-8.' };
  }
}

function placeProblems(path: string, header: QueryHeader, line: number): Problem[] {
  const expected = placeOf(header);
  return path === expected ? [] : [{ line, sentence: `The id ${header.id} belongs in ${expected}.` }];
}

function placeOf({ id }: QueryHeader): string {
  return `queries/${id.split('-')[0]?.toLowerCase() ?? ''}/${id}.sql`;
}

/** Without a readable header the SQL alone is checked; nothing is said of what the header might have declared. */
function sqlProblems(sql: string, header: QueryHeader | null): SqlFault[] {
  const { tokens, faults } = sqlTokens(sql);
  const alone = [...faults, ...sqlFaults(tokens)];
  if (header === null) return alone;
  const settings = (Object.keys(header.settings) as QuerySetting[]).map(settingRelation);
  return [...alone, ...relationFaults(tokens, { leadIn: header.leadIn, settings }), ...neededFaults(tokens, header.needs), ...sourceFaults(tokens, header)];
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
