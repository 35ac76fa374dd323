import type { HiveTable } from './hive-table.js';

/** The engine behind the gateway: runs the SQL that came to Athena. */
export interface Backend {
  /** "Athena engine version 3". */
  readonly engineVersion: string;
  /** A table of the catalogue; null where there is none. Tables made by statements need not be told. */
  table(database: string, name: string): HiveTable | null;
  /** Why the text is no statement; null when it is one. Athena refuses such a text before it makes an execution. */
  syntaxFault(sql: string): Promise<string | null>;
  /** @throws StatementFailure */
  execute(statement: Statement): Promise<StatementResult>;
  close(): Promise<void>;
}

export interface Statement {
  readonly sql: string;
  readonly database: string;
  /** Where a table made by CREATE TABLE AS SELECT stands unless the statement names a place; ends with `/`. */
  readonly tablePlace: string;
  /** Aborted when the statement is stopped. */
  readonly signal: AbortSignal;
}

export type StatementKind = 'SELECT' | 'CREATE_TABLE_AS_SELECT' | 'DDL';

export interface StatementResult {
  readonly kind: StatementKind;
  /** Types as Athena names them: `varchar`, `bigint`, … */
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly (readonly (string | null)[])[];
  readonly bytesScanned: number;
}

/** Why a statement failed, as `AthenaError` tells it (https://docs.aws.amazon.com/athena/latest/ug/error-reference.html). */
export class StatementFailure extends Error {
  override readonly name = 'StatementFailure';
  constructor(
    message: string,
    readonly category: 1 | 2 | 3,
    readonly type: number,
    readonly retryable = false,
  ) {
    super(message);
  }
}

/** What a statement is, from its first words. */
export function statementKind(sql: string): StatementKind {
  const text = sql.replace(/^(\s|--[^\n]*\n|\/\*[\s\S]*?\*\/)+/, '');
  if (/^(select|with|values)\b/i.test(text)) return 'SELECT';
  return /^create\s+table\b[\s\S]*?\bas\b\s*\(?\s*(select|with|values)\b/i.test(text) ? 'CREATE_TABLE_AS_SELECT' : 'DDL';
}

/** `CREATE TABLE "database"."name" WITH (…) AS SELECT …` taken apart. */
export interface CreateTable {
  readonly database: string;
  readonly name: string;
  readonly properties: ReadonlyMap<string, string>;
  readonly select: string;
}

export function readCreateTable(sql: string): CreateTable {
  const found = /^\s*create\s+table\s+"?(\w+)"?\."?(\w+)"?\s+with\s*\(([\s\S]*?)\)\s*as\b([\s\S]*)$/i.exec(sql);
  if (found === null) throw new StatementFailure('line 1:1: mismatched input: this counterpart knows CREATE TABLE "database"."name" WITH (…) AS SELECT only', 2, 1006);
  const [, database = '', name = '', properties = '', select = ''] = found;
  return { database, name, select, properties: new Map([...properties.matchAll(/(\w+)\s*=\s*'([^']*)'/g)].map(([, key = '', value = '']) => [key.toLowerCase(), value])) };
}
