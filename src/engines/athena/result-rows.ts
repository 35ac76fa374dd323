import { type AthenaClient, type ColumnInfo, GetQueryResultsCommand, type GetQueryResultsOutput, GetQueryRuntimeStatisticsCommand } from '@aws-sdk/client-athena';
import type { S3Client } from '@aws-sdk/client-s3';
import { EngineError, type Row, type Value } from '../engine.js';
import { type Calling, call } from './calls.js';
import type { Finished } from './executions.js';
import { type Field, ResultCsv } from './result-csv.js';
import { objectBytes } from './stored-objects.js';

export interface ResultRows {
  readonly columns: readonly string[];
  /** A chunk at a time, in the statement's order. Throws EngineError when what came is not what Athena counted. */
  readonly chunks: AsyncIterable<readonly Row[]>;
}

export interface ResultSources {
  readonly athena: AthenaClient;
  readonly s3: S3Client;
  readonly calling: Calling;
}

/** Last column of each statement: how many rows Athena counted. It is compared with the rows received, and taken off. */
const COUNT_COLUMN = 'rows_in_result';
/** The most that GetQueryResults gives (https://docs.aws.amazon.com/athena/latest/APIReference/API_GetQueryResults.html). */
const PAGE_ROWS = 1_000;
const CHUNK_ROWS = 1_000;
const TEXT_TYPES: readonly string[] = ['varchar', 'char', 'string'];
const WHOLE_TYPES: readonly string[] = ['tinyint', 'smallint', 'integer', 'int', 'bigint'];

/** A SELECT with the count of its own rows as a last column. */
export function counted(select: string): string {
  // The line feed before the parenthesis matters: the text may end in a `--` comment.
  return `SELECT q.*, count(*) OVER () AS ${COUNT_COLUMN} FROM (\n${select.trimEnd()}\n) q`;
}

/** Rows of a finished, counted SELECT: those of one page from the API, more of them from the result object. */
export async function readRows(finished: Finished, sources: ResultSources): Promise<ResultRows> {
  const { purpose } = finished;
  const first = await page(finished, sources, undefined);
  const info = first.ResultSet?.ResultSetMetadata?.ColumnInfo ?? [];
  const names = info.map(({ Name: name }) => name ?? '');
  if (names.at(-1) !== COUNT_COLUMN) throw new EngineError(`${purpose}: Athena returns the columns ${names.join(', ')}; the last is to be ${COUNT_COLUMN}.`);
  const types = info.map((column) => valueType(purpose, column));
  const rows = first.NextToken === undefined || finished.outputLocation === null
    ? pageRows(finished, sources, first)
    : objectRows(finished, finished.outputLocation, sources);
  return { columns: names.slice(0, -1), chunks: checked(finished, sources, headed(purpose, names, rows), types) };
}

type Fields = readonly Field[];

/** One page after the other; the first begins with the header. */
async function* pageRows(finished: Finished, sources: ResultSources, first: GetQueryResultsOutput): AsyncGenerator<readonly Fields[]> {
  const seen = new Set<string>();
  let previous = '';
  for (let current = first; ; ) {
    const rows = (current.ResultSet?.Rows ?? []).map(({ Data: data }) => (data ?? []).map(({ VarCharValue: value }) => value ?? null));
    // Rows differ in their key, so two pages never hold the same.
    const text = JSON.stringify(rows);
    if (rows.length > 0 && text === previous) throw new EngineError(`${finished.purpose}: Athena gave the same page of rows twice.`);
    previous = text;
    yield rows;
    const token = current.NextToken;
    if (token === undefined) return;
    if (seen.has(token)) throw new EngineError(`${finished.purpose}: Athena led back to a page of rows that it had given already.`);
    seen.add(token);
    current = await page(finished, sources, token);
  }
}

async function page({ purpose, executionId }: Finished, { athena, calling }: ResultSources, token: string | undefined): Promise<GetQueryResultsOutput> {
  return call(calling, { purpose, permission: 'athena:GetQueryResults and s3:GetObject on athena-output' }, () =>
    athena.send(new GetQueryResultsCommand({ QueryExecutionId: executionId, MaxResults: PAGE_ROWS, ...(token === undefined ? {} : { NextToken: token }) })));
}

async function* objectRows({ purpose }: Finished, location: string, { s3, calling }: ResultSources): AsyncGenerator<readonly Fields[]> {
  const csv = new ResultCsv();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const read = <Result>(step: () => Result): Result => {
    try {
      return step();
    } catch (error) {
      throw new EngineError(`${purpose}: the result object in S3 is cut or is not Athena’s: ${location.slice(location.lastIndexOf('/') + 1)}.`, { cause: error });
    }
  };
  for await (const bytes of objectBytes(location, purpose, { s3, calling })) yield read(() => csv.push(decoder.decode(bytes, { stream: true })));
  yield read(() => csv.push(decoder.decode()));
  yield read(() => csv.end());
}

/** Takes off the header, which must name the columns. */
async function* headed(purpose: string, names: readonly string[], rows: AsyncIterable<readonly Fields[]>): AsyncGenerator<readonly Fields[]> {
  let header: Fields | undefined;
  for await (const some of rows) {
    if (header !== undefined) {
      yield some;
      continue;
    }
    header = some[0];
    if (header === undefined) continue;
    if (header.length !== names.length || header.some((name, index) => name !== names[index])) throw new EngineError(`${purpose}: the result does not begin with the names of its columns.`);
    yield some.slice(1);
  }
  if (header === undefined) throw new EngineError(`${purpose}: the result is empty; not even the names of its columns came.`);
}

/** Typed rows, without the count, which must be the number of rows that came. */
async function* checked(finished: Finished, sources: ResultSources, rows: AsyncIterable<readonly Fields[]>, types: readonly ValueType[]): AsyncGenerator<readonly Row[]> {
  const { purpose } = finished;
  let said: Value = null;
  let received = 0;
  let chunk: Row[] = [];
  for await (const some of rows) {
    for (const fields of some) {
      if (fields.length !== types.length) throw new EngineError(`${purpose}: row ${received + 1} has ${fields.length} values; the columns are ${types.length}.`);
      const row = fields.map((field, index) => (field === null ? null : (types[index] as ValueType)(field)));
      const count = row.pop() ?? null;
      if (received > 0 && count !== said) throw new EngineError(`${purpose}: rows of two results came: one counts ${said}, another ${count}.`);
      said = count;
      received += 1;
      chunk.push(row);
      if (chunk.length === CHUNK_ROWS) {
        yield chunk;
        chunk = [];
      }
    }
  }
  const expected = received === 0 ? await outputRows(finished, sources) : said;
  if (expected !== null && expected !== received) throw new EngineError(`${purpose}: ${received} rows came, but Athena counted ${expected}.`);
  if (chunk.length > 0) yield chunk;
}

/** What Athena's own statistics say of a result in which no row could; null where they are not to be had. */
async function outputRows({ purpose, executionId }: Finished, { athena, calling }: ResultSources): Promise<number | null> {
  try {
    const answer = await call(calling, { purpose, permission: 'athena:GetQueryRuntimeStatistics' }, () => athena.send(new GetQueryRuntimeStatisticsCommand({ QueryExecutionId: executionId })));
    return answer.QueryRuntimeStatistics?.Rows?.OutputRows ?? null;
  } catch (error) {
    if (error instanceof EngineError) return null;
    throw error;
  }
}

type ValueType = (text: string) => Value;

function valueType(purpose: string, { Name: name = '', Type: type = '' }: ColumnInfo): ValueType {
  if (TEXT_TYPES.includes(type)) return (text) => text;
  if (!WHOLE_TYPES.includes(type)) throw new EngineError(`${purpose}: the column ${name} is ${type}; results are text or whole numbers.`);
  return (text) => {
    const value = Number(text);
    if (!/^-?\d+$/.test(text)) throw new EngineError(`${purpose}: a value of the column ${name} is not the whole number that its type says.`);
    if (!Number.isSafeInteger(value)) throw new EngineError(`${purpose}: a whole number is too large to be exact: ${text}.`);
    return value;
  };
}
