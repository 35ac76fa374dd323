import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sqlText } from '../../src/pack/executable-query.js';
import { type Backend, readCreateTable, type Statement, StatementFailure, statementKind, type StatementResult } from './backend.js';
import { type HiveColumn, type HiveShape, hiveShape, type HiveTable } from './hive-table.js';

export interface TrinoBackendInput {
  /** Folder that stands for S3, as the gateway serves it to Trino. */
  readonly root: string;
  readonly tables: readonly HiveTable[];
  /** Of the server that scripts/trino.mjs started. */
  readonly url: string;
}

const STATEMENTS_AT_ONCE = 3;

/**
 * A real Trino in Athena's place: the SQL of our engine as it is, tables over the same keys of the same S3. What is not Athena's here: its
 * CloudTrail input format, in place of which objects hold a record a line, read by the OpenX SerDe.
 */
export class TrinoBackend implements Backend {
  readonly engineVersion = 'Athena engine version 3';
  private free = STATEMENTS_AT_ONCE;
  private readonly queue: (() => void)[] = [];

  constructor(private readonly input: TrinoBackendInput) {}

  /** Makes the tables. The gateway must be listening: Trino's catalogue is kept in its S3. */
  async prepare(): Promise<void> {
    await mkdir(join(this.input.root, 'metastore'), { recursive: true });
    for (const table of this.input.tables) {
      await this.run(`CREATE SCHEMA IF NOT EXISTS "${table.database}"`, table.database);
      await this.run(tableDefinition(table), table.database);
      if (table.partitionKeys.length > 0 && !isProjected(table)) await this.addPartitions(table);
    }
  }

  table(database: string, name: string): HiveTable | null {
    return this.input.tables.find((table) => table.database === database && table.name === name) ?? null;
  }

  /** Trino tells at once; as a failure of the execution that is soon enough. */
  syntaxFault(): Promise<null> {
    return Promise.resolve(null);
  }

  async execute({ sql, database, tablePlace, signal }: Statement): Promise<StatementResult> {
    const kind = statementKind(sql);
    const { columns, rows, bytes } = await this.inTurn(() => this.run(inTrino(sql, tablePlace), database, signal));
    return kind === 'SELECT' ? { kind, columns, rows, bytesScanned: bytes } : { kind, columns: [], rows: [], bytesScanned: bytes };
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  /** What a crawler or ALTER TABLE ADD PARTITION would have done. */
  private async addPartitions({ database, name, location, partitionKeys, partitionOf }: HiveTable): Promise<void> {
    const place = location.replace(/^s3:\/\//, '').replace(/\/$/, '');
    const files = (await readdir(join(this.input.root, place), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    const folders = new Set(files.map((entry) => `s3://${entry.parentPath.slice(this.input.root.length + 1)}/`));
    const keys = partitionKeys.map((key) => sqlText(key.name)).join(', ');
    for (const folder of folders) {
      const values = partitionOf(folder);
      if (values !== null) await this.run(`CALL system.register_partition(${sqlText(database)}, ${sqlText(name)}, ARRAY[${keys}], ARRAY[${values.map(sqlText).join(', ')}], ${sqlText(folder)})`, database);
    }
  }

  /** A statement waits, as in Athena's queue, while others keep the processors busy. */
  private async inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((resolve) => this.queue.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.queue.shift();
      if (next === undefined) this.free += 1;
      else next();
    }
  }

  /** Trino's client protocol: each answer names the next, until none does (https://trino.io/docs/current/develop/client-protocol.html). */
  private async run(sql: string, database: string, signal?: AbortSignal): Promise<Answered> {
    const headers = { 'x-trino-user': 'test', 'x-trino-catalog': 'hive', 'x-trino-schema': database, 'x-trino-time-zone': 'UTC' };
    const rows: (string | null)[][] = [];
    let columns: Answered['columns'] = [];
    let page = await answerOf(fetch(`${this.input.url}/v1/statement`, { method: 'POST', headers, body: sql }));
    for (;;) {
      if (page.error !== undefined) throw failureOf(page.error);
      columns = page.columns?.map(({ name, type }) => ({ name, type: type.replace(/\(.*$/, '') })) ?? columns;
      for (const row of page.data ?? []) rows.push(row.map((value) => (value === null ? null : String(value as string))));
      if (page.nextUri === undefined) return { columns, rows, bytes: page.stats.physicalInputBytes };
      if (signal?.aborted === true) {
        await fetch(page.nextUri, { method: 'DELETE', headers });
        throw new StatementFailure('Query was canceled', 2, 1014);
      }
      page = await answerOf(fetch(page.nextUri, { headers }));
    }
  }
}

interface Answered {
  readonly columns: StatementResult['columns'];
  readonly rows: StatementResult['rows'];
  readonly bytes: number;
}

interface Page {
  readonly nextUri?: string;
  readonly columns?: readonly { readonly name: string; readonly type: string }[];
  readonly data?: readonly (readonly unknown[])[];
  readonly stats: { readonly physicalInputBytes: number };
  readonly error?: TrinoError;
}

interface TrinoError {
  readonly message: string;
  readonly errorName: string;
  readonly errorType: string;
  readonly failureInfo?: Failure;
}

interface Failure {
  readonly message?: string;
  readonly cause?: Failure;
}

async function answerOf(asked: Promise<Response>): Promise<Page> {
  const answer = await asked;
  if (!answer.ok) throw new Error(`Trino answers ${answer.status}: ${(await answer.text()).slice(0, 200)}`);
  return (await answer.json()) as Page;
}

/** Athena's numbers for what Trino names (measured by others on Athena; https://docs.aws.amazon.com/athena/latest/ug/error-reference.html). */
const ERROR_TYPES: Readonly<Record<string, number>> = {
  TABLE_NOT_FOUND: 1301, SCHEMA_NOT_FOUND: 1301, COLUMN_NOT_FOUND: 1006, SYNTAX_ERROR: 1006, TYPE_MISMATCH: 1002, FUNCTION_NOT_FOUND: 1303, DIVISION_BY_ZERO: 1001, INVALID_CAST_ARGUMENT: 1100,
  HIVE_CURSOR_ERROR: 1001, HIVE_BAD_DATA: 1001, HIVE_CANNOT_OPEN_SPLIT: 1001, EXCEEDED_LOCAL_MEMORY_LIMIT: 2,
};

function failureOf({ message, errorName, errorType, failureInfo }: TrinoError): StatementFailure {
  const category = errorType === 'USER_ERROR' ? 2 : errorType === 'EXTERNAL' ? 3 : 1;
  return new StatementFailure(`${errorName}: ${[message, ...causesOf(failureInfo?.cause)].join(': ')}`, category, ERROR_TYPES[errorName] ?? 100);
}

/** A message may only say what was tried; why it failed stands in its causes. */
function causesOf(failure: Failure | undefined): readonly string[] {
  return failure === undefined ? [] : [failure.message ?? '', ...causesOf(failure.cause)];
}

function inTrino(sql: string, tablePlace: string): string {
  switch (statementKind(sql)) {
    case 'SELECT':
      return sql;
    case 'CREATE_TABLE_AS_SELECT':
      return readCreateTable(sql).properties.has('external_location') ? sql : sql.replace(/\bwith\s*\(/i, `WITH (external_location = ${sqlText(tablePlace)}, `);
    case 'DDL':
      // Athena hands data definition to Hive, which quotes with backticks.
      return sql.replaceAll('`', '"');
  }
}

function isProjected({ parameters }: HiveTable): boolean {
  return parameters['projection.enabled'] === 'true';
}

/** The table as Trino defines it; Athena's projection is Trino's too, under other names. */
function tableDefinition(table: HiveTable): string {
  const { database, name, columns, partitionKeys, parameters, location } = table;
  const fields = [
    ...columns.map((column) => `  "${column.name}" ${trinoType(hiveShape(column.type))}`),
    ...partitionKeys.map((key) => `  "${key.name}" varchar${isProjected(table) ? ` WITH (${projectionOf(key, parameters)})` : ''}`),
  ];
  const properties = [
    "format = 'OPENX_JSON'",
    `external_location = ${sqlText(location.replace(/\/?$/, '/'))}`,
    ...(partitionKeys.length > 0 ? [`partitioned_by = ARRAY[${partitionKeys.map((key) => sqlText(key.name)).join(', ')}]`] : []),
    ...(isProjected(table) ? ['partition_projection_enabled = true', `partition_projection_location_template = ${sqlText(parameters['storage.location.template'] ?? '')}`] : []),
  ];
  return `CREATE TABLE "${database}"."${name}" (\n${fields.join(',\n')}\n) WITH (\n  ${properties.join(',\n  ')}\n)`;
}

/** Days up to now would be past the logs of the tests, or before them. */
const LAST_DAY = '2027/12/31';

function projectionOf({ name }: HiveColumn, parameters: HiveTable['parameters']): string {
  const property = (key: string): string => parameters[`projection.${name}.${key}`] ?? '';
  const list = (text: string): string => `ARRAY[${text.split(',').map(sqlText).join(', ')}]`;
  if (property('type') === 'enum') return `partition_projection_type = 'ENUM', partition_projection_values = ${list(property('values'))}`;
  return `partition_projection_type = 'DATE', partition_projection_format = ${sqlText(property('format'))}, partition_projection_interval = 1, partition_projection_interval_unit = 'DAYS', partition_projection_range = ${list(property('range').replace('NOW', LAST_DAY))}`;
}

function trinoType(shape: HiveShape): string {
  if (typeof shape === 'string') return shape === 'string' ? 'varchar' : shape;
  if ('array' in shape) return `array(${trinoType(shape.array)})`;
  if ('map' in shape) return `map(varchar, ${trinoType(shape.map)})`;
  return `row(${shape.struct.map(([name, type]) => `"${name}" ${trinoType(type)}`).join(', ')})`;
}
