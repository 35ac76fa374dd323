import { join } from 'node:path';
import type { Row, Value } from '../engines/engine.js';
import { EXCEPTION_STATES, type ExceptionState, QueryDecisions, type Standing } from '../evidence/decisions.js';
import { EXCEPTION_ID } from '../evidence/exception-id.js';
import { type Decision, type Disposition, DISPOSITIONS, EXCEPTION_ID_FORM, queryOfException } from '../settings/decision.js';
import type { Period } from '../settings/period.js';
import { csvLine } from './csv.js';
import { readLines } from './read-lines.js';

export const EXCEPTIONS = 'exceptions.csv';
export const EXCEPTION_COLUMNS = [EXCEPTION_ID, 'query', 'state', 'disposition', 'decision'] as const;

/** A line of exceptions.csv: ids and our own words. */
export interface ExceptionLine extends Standing {
  readonly id: string;
  readonly query: string;
  readonly state: ExceptionState;
  /** Of the decision, also of an expired one; null for none. */
  readonly disposition: Disposition | null;
}

export interface ExceptionsSource {
  /** Where the pack is, or is being written. */
  readonly folder: string;
  /** Queries with rows that are exceptions, sorted by id. */
  readonly queries: readonly string[];
  readonly decisions: readonly Decision[];
  readonly period: Period;
}

/** `exceptions.csv`, made from `results/<ID>.jsonl` and the decisions alone, a row at a time: whoever has both can make it again. */
export async function* exceptionsCsv(source: ExceptionsSource, onQuery: (query: string, counted: QueryDecisions) => void = () => undefined): AsyncGenerator<string> {
  yield csvLine(EXCEPTION_COLUMNS);
  for (const query of source.queries) {
    try {
      yield* linesOf(query, source, onQuery);
    } catch (error) {
      throw new Error(`${rowsOf(query)} ${(error as Error).message}`, { cause: error });
    }
  }
}

function rowsOf(query: string): string {
  return `results/${query}.jsonl`;
}

async function* linesOf(query: string, { folder, decisions, period }: ExceptionsSource, onQuery: (query: string, counted: QueryDecisions) => void): AsyncGenerator<string> {
  let counted: QueryDecisions | null = null;
  for await (const text of readLines(join(folder, rowsOf(query)))) {
    const { columns, row } = parseRow(text);
    const id = row[0];
    if (columns[0] !== EXCEPTION_ID || typeof id !== 'string' || !EXCEPTION_ID_FORM.test(id) || queryOfException(id) !== query) throw new Error('holds a row that does not begin with an exception id of its query');
    counted ??= new QueryDecisions(decisions, query, columns, period);
    const { state, decision } = counted.count(id, row);
    yield csvLine([id, query, state, decision === null ? null : decisions[decision - 1]?.disposition ?? null, decision]);
  }
  if (counted !== null) onQuery(query, counted);
}

/** A row of JSONL as its columns and values. */
function parseRow(text: string): { readonly columns: readonly string[]; readonly row: Row } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new Error('holds a line that is not JSON');
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw new Error('holds a line that is no row');
  const row: unknown[] = Object.values(parsed);
  if (!row.every(isValue)) throw new Error('holds a row with a value that is neither text nor a number nor null');
  return { columns: Object.keys(parsed), row };
}

function isValue(value: unknown): value is Value {
  return value === null || typeof value === 'string' || typeof value === 'number';
}

/** Every field but a missing one is in quotes; no field holds a quote. */
const LINE = /^"([^"]*)","([^"]*)","([^"]*)",(?:"([^"]*)")?,(?:"(\d{1,9})")?$/;

/** Reads a line written by anyone, without its line feed. Throws with a fragment that follows the file's name. */
export function parseExceptionLine(text: string): ExceptionLine {
  const [, id = '', query = '', state = '', disposition, decision] = LINE.exec(text) ?? [];
  const [known, said] = [EXCEPTION_STATES.find((each) => each === state), DISPOSITIONS.find((each) => each === disposition)];
  const isDecided = said !== undefined && decision !== undefined;
  if (known === undefined || !EXCEPTION_ID_FORM.test(id) || queryOfException(id) !== query || (known === 'undecided' ? disposition !== undefined || decision !== undefined : !isDecided)) {
    throw new Error('holds a line that is no exception');
  }
  return { id, query, state: known, disposition: said ?? null, decision: decision === undefined ? null : Number(decision) };
}

/** The lines of a pack's exceptions.csv. Throws with a fragment that follows the file's name. */
export async function* readExceptions(folder: string): AsyncGenerator<ExceptionLine> {
  let first = true;
  for await (const text of readLines(join(folder, EXCEPTIONS))) {
    if (!first) yield parseExceptionLine(text);
    else if (`${text}\n` !== csvLine(EXCEPTION_COLUMNS)) throw new Error('does not begin with the names of its columns');
    first = false;
  }
  if (first) throw new Error('is empty');
}
