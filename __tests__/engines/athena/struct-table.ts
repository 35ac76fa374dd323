import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { type HiveType, parseHiveType } from '../../../src/engines/athena/hive-type.js';
import { COLUMNS } from '../../../src/engines/athena/table-ddl.js';
import type { TableMetadata } from '../../../src/engines/athena/table-layout.js';

export type LogRecord = Readonly<Record<string, unknown>>;
export type Row = Readonly<Record<string, unknown>>;

/** Records by the address of the object they stand in. */
export type Objects = Readonly<Record<string, readonly unknown[]>>;

/** The columns of the project's own DDL, or others put in their place. */
export function columns(changes: Readonly<Record<string, string | null>> = {}): TableMetadata['columns'] {
  const own = Object.fromEntries(COLUMNS.map(([name, type]): [string, string | null] => [name, type]));
  return Object.entries({ ...own, ...changes }).flatMap(([name, type]) => (type === null ? [] : [{ name, type }]));
}

export interface Athena {
  /** Rows of a SELECT in Trino's words. */
  readonly rows: (sql: string) => Promise<readonly Row[]>;
  /** A statement in Trino's words; CREATE TABLE … WITH (…) AS makes an ordinary table. */
  readonly run: (sql: string) => Promise<void>;
}

/**
 * The engine's SQL on DuckDB, made to answer as Trino by the prelude: a table of structs as a SerDe would fill it, with `"$path"` and the
 * partition keys as columns.
 */
export async function withTable<T>(table: { readonly columns: TableMetadata['columns']; readonly objects: Objects; readonly keys?: (path: string) => Readonly<Record<string, string>> }, work: (athena: Athena) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'struct-table-'));
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run(await readFile(join(import.meta.dirname, '../../../src/engines/duckdb/prelude.sql'), 'utf8'));
    await fill(connection, join(folder, 'rows.json'), table);
    return await work({
      rows: async (sql) => (await connection.run(inDuckDb(sql))).getRowObjects(),
      run: async (sql) => void (await connection.run(inDuckDb(sql))),
    });
  } finally {
    connection.closeSync();
    instance.closeSync();
    await rm(folder, { recursive: true, force: true });
  }
}

function inDuckDb(sql: string): string {
  return sql.replaceAll('transform(', 'list_transform(').replace(/^(CREATE TABLE \S+) WITH \([^)]*\) AS/, '$1 AS');
}

async function fill(connection: DuckDBConnection, path: string, { columns: told, objects, keys }: Parameters<typeof withTable>[0]): Promise<void> {
  const types = new Map<string, HiveType>(told.map(({ name, type }) => [name, parseHiveType(type) ?? { kind: 'primitive', name: 'string' }]));
  const rows = Object.entries(objects).flatMap(([object, records]) => records.map((record) => ({ ...asRow(types, record), ...keys?.(object), path: object })));
  await writeFile(path, rows.map((row) => JSON.stringify(row)).join('\n'));
  const partitions = Object.keys(keys?.(Object.keys(objects)[0] ?? '') ?? {});
  const all = [...types].map(([name, type]) => `'${name}': '${duckDbType(type)}'`);
  const shape = [...all, ...[...partitions, 'path'].map((name) => `'${name}': 'VARCHAR'`)].join(', ');
  await connection.run('CREATE SCHEMA logs');
  await connection.run(`CREATE TABLE logs.trail AS SELECT * EXCLUDE (path), path AS "$path" FROM read_json('${path}', columns = {${shape}}, format = 'newline_delimited')`);
}

/** The row a SerDe makes of a record: names in lower case, and an object for a text column as its JSON. */
function asRow(types: ReadonlyMap<string, HiveType>, record: unknown): Row {
  return Object.fromEntries([...types].map(([name, type]) => [name, asValue(type, fieldOf(record, name))]));
}

function fieldOf(record: unknown, name: string): unknown {
  if (typeof record !== 'object' || record === null) return undefined;
  return Object.entries(record).find(([key]) => key.toLowerCase() === name)?.[1];
}

function asValue(type: HiveType, value: unknown): unknown {
  if (value === undefined || value === null) return null;
  switch (type.kind) {
    case 'primitive':
      return typeof value === 'string' ? value : JSON.stringify(value);
    case 'struct':
      return Object.fromEntries([...type.fields].map(([name, field]) => [name, asValue(field, fieldOf(value, name))]));
    case 'array':
      return Array.isArray(value) ? value.map((item) => asValue(type.element, item)) : null;
    case 'map':
      return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, asValue(type.value, held)]));
  }
}

function duckDbType(type: HiveType): string {
  switch (type.kind) {
    case 'primitive':
      return { string: 'VARCHAR', boolean: 'BOOLEAN', int: 'INTEGER', timestamp: 'TIMESTAMP' }[type.name] ?? 'VARCHAR';
    case 'struct':
      return `STRUCT(${[...type.fields].map(([name, field]) => `"${name}" ${duckDbType(field)}`).join(', ')})`;
    case 'array':
      return `${duckDbType(type.element)}[]`;
    case 'map':
      return `MAP(${duckDbType(type.key)}, ${duckDbType(type.value)})`;
  }
}
