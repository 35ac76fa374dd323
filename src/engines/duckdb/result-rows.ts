import type { DuckDBConnection, DuckDBPreparedStatement, DuckDBResult } from '@duckdb/node-api';
import { EngineError, type Row, type Value } from '../engine.js';

/** What a query came to, its rows a chunk at a time. */
export interface ResultRows {
  /** Null for a result without rows: DuckDB then says no names here. */
  readonly columns: readonly string[] | null;
  readonly chunks: AsyncIterable<readonly Row[]>;
}

/**
 * Runs one SELECT and hands its rows over in its order. A row comes as one JSON text: the driver takes a call for every text longer than
 * twelve bytes, which for tens of thousands of rows of twenty columns costs more than the query.
 *
 * @throws EngineError for a column that is neither text nor a whole number, and for a number too large to be exact.
 */
export async function streamRows(connection: DuckDBConnection, id: string, sql: string): Promise<ResultRows> {
  await refuseSeveral(connection, sql);
  return readRows(id, await connection.stream(asJson(sql)));
}

/** A SELECT that is planned once and run again as the tables it reads change. One with a parameter would be planned each time. */
export type PreparedSelect = DuckDBPreparedStatement;

export async function prepareSelect(connection: DuckDBConnection, sql: string): Promise<PreparedSelect> {
  await refuseSeveral(connection, sql);
  return connection.prepare(asJson(sql));
}

export async function streamPrepared(select: PreparedSelect, id: string): Promise<ResultRows> {
  return readRows(id, await select.stream());
}

function asJson(sql: string): string {
  return `SELECT json_array(*COLUMNS(*)), typeof(q) FROM (\n${sql}\n) q`;
}

async function readRows(id: string, result: DuckDBResult): Promise<ResultRows> {
  const first = await nextChunk(id, result);
  if (first === null) return { columns: null, chunks: chunksOf(id, result, null) };
  return { columns: columnNames(id, first.type), chunks: chunksOf(id, result, first.rows) };
}

/** The driver would run several statements one after the other; a query is one, whatever its text closes and opens. */
async function refuseSeveral(connection: DuckDBConnection, sql: string): Promise<void> {
  const { count } = await connection.extractStatements(sql);
  if (count !== 1) throw new Error(`The text holds ${count} statements; a query is one.`);
}

async function* chunksOf(id: string, result: DuckDBResult, first: readonly Row[] | null): AsyncIterable<readonly Row[]> {
  if (first === null) return;
  yield first;
  for (let chunk = await nextChunk(id, result); chunk !== null; chunk = await nextChunk(id, result)) yield chunk.rows;
}

async function nextChunk(id: string, result: DuckDBResult): Promise<{ readonly rows: readonly Row[]; readonly type: string } | null> {
  const chunk = await result.fetchChunk();
  if (chunk === null || chunk.rowCount === 0) return null;
  const [texts, types] = [chunk.getColumnVector(0), chunk.getColumnVector(1)];
  return { rows: Array.from({ length: chunk.rowCount }, (_, index) => rowOf(id, texts.getItem(index) as string)), type: types.getItem(0) as string };
}

function rowOf(id: string, text: string): Row {
  const row = JSON.parse(text) as Value[];
  for (const value of row) {
    if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new EngineError(`${id}: a whole number is too large to be exact: ${value}.`);
  }
  return row;
}

/** Types whose JSON is a text or a whole number. */
const READ_TYPES: readonly string[] = ['VARCHAR', 'TINYINT', 'SMALLINT', 'INTEGER', 'BIGINT', 'UTINYINT', 'USMALLINT', 'UINTEGER', 'UBIGINT', 'HUGEINT'];

/** Names out of `STRUCT(a VARCHAR, "order" BIGINT)`. */
function columnNames(id: string, struct: string): readonly string[] {
  const fields = [...struct.slice('STRUCT('.length, -1).matchAll(/("(?:[^"]|"")+"|[A-Za-z0-9_]+) ([^",()]+(?:\([^)]*\))?)(?:, |$)/g)];
  return fields.map(([, name = '', type = '']) => {
    if (!READ_TYPES.includes(type)) throw new EngineError(`${id}: the column ${name} is ${type}; results are text or whole numbers.`);
    return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;
  });
}
