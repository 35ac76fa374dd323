import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sqlText } from '../../src/pack/executable-query.js';
import { sqlTokens, type Token } from '../../src/pack/sql-tokens.js';
import { type Backend, type CreateTable, readCreateTable, type Statement, StatementFailure, statementKind, type StatementResult } from './backend.js';
import { type HiveShape, hiveShape, type HiveTable } from './hive-table.js';

export interface DuckDbBackendInput {
  /** Folder that stands for S3: `root/<bucket>/<key>`. */
  readonly root: string;
  readonly tables: readonly HiveTable[];
}

/**
 * DuckDB in Athena's place: the SQL our engine writes for Trino, over the objects below a table's location. A statement reads the objects whose
 * partition and path its WHERE lets through; one of them unreadable fails the whole statement, as in Athena.
 */
export async function duckDbBackend(input: DuckDbBackendInput): Promise<Backend> {
  const instance = await DuckDBInstance.create(':memory:', { autoinstall_known_extensions: 'false', autoload_known_extensions: 'false', threads: '2' });
  const connection = await instance.connect();
  await connection.run(PRELUDE);
  const tables = input.tables.map((table) => new RawTable(table, input.root, connection));
  for (const table of tables) await table.create();
  return new DuckDbBackend(input, instance, connection, tables);
}

const PRELUDE = readFileSync(join(import.meta.dirname, '..', '..', 'src', 'engines', 'duckdb', 'prelude.sql'), 'utf8');
/** Settings are a connection's own; macros are the database's. */
const SETTINGS = PRELUDE.split('\n').filter((line) => line.startsWith('SET ')).join('\n');

class DuckDbBackend implements Backend {
  readonly engineVersion = 'Athena engine version 3';
  /** Tables made by statements: where their files are. */
  private readonly made = new Map<string, string>();
  /** Statements that change tables wait for each other. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly input: DuckDbBackendInput,
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
    private readonly raw: readonly RawTable[],
  ) {}

  table(database: string, name: string): HiveTable | null {
    return this.input.tables.find((table) => table.database === database && table.name === name) ?? null;
  }

  async syntaxFault(sql: string): Promise<string | null> {
    if (statementKind(sql) === 'DDL') return /^\s*(drop|create|alter|show|describe|msck)\b/i.test(sql) ? null : 'line 1:1: mismatched input';
    try {
      await this.connection.extractStatements(inDuckDb(statementKind(sql) === 'SELECT' ? sql : readCreateTable(sql).select));
      return null;
    } catch (error) {
      const message = messageOf(error);
      return message.startsWith('Parser Error') ? `line 1:1: mismatched input: ${message.split('\n')[0]}` : null;
    }
  }

  async execute({ sql, tablePlace, signal }: Statement): Promise<StatementResult> {
    const connection = await this.instance.connect();
    const interrupt = (): void => connection.interrupt();
    signal.addEventListener('abort', interrupt);
    try {
      await connection.run(SETTINGS);
      switch (statementKind(sql)) {
        case 'SELECT':
          return await this.select(connection, sql);
        case 'CREATE_TABLE_AS_SELECT':
          return await this.createTable(connection, readCreateTable(sql), tablePlace);
        case 'DDL':
          return await this.define(connection, sql);
      }
    } catch (error) {
      throw error instanceof StatementFailure ? error : failureOf(messageOf(error));
    } finally {
      signal.removeEventListener('abort', interrupt);
      connection.closeSync();
    }
  }

  close(): Promise<void> {
    this.connection.closeSync();
    this.instance.closeSync();
    return Promise.resolve();
  }

  private async select(connection: DuckDBConnection, sql: string): Promise<StatementResult> {
    const bytesScanned = await this.bytesRead(connection, sql);
    const result = await connection.run(inDuckDb(sql));
    const types = result.columnTypes().map(athenaType);
    const columns = result.deduplicatedColumnNames().map((name, index) => ({ name, type: types[index] ?? 'varchar' }));
    const rows = (await result.getRows()).map((row) => row.map((value) => (value === null ? null : String(value as string | bigint))));
    return { kind: 'SELECT', columns, rows, bytesScanned };
  }

  private async createTable(connection: DuckDBConnection, { database, name, properties, select }: CreateTable, tablePlace: string): Promise<StatementResult> {
    const location = properties.get('external_location') ?? tablePlace;
    const folder = join(this.input.root, location.replace(/^s3:\/\//, ''));
    if ((await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])).some((entry) => entry.isFile())) {
      throw new StatementFailure(`HIVE_PATH_ALREADY_EXISTS: Target directory for table '${database}.${name}' already exists: ${location}. You may need to manually clean the data at location '${location}' before retrying.`, 2, 1100);
    }
    if (this.made.has(`${database}.${name}`)) throw new StatementFailure(`line 1:1: Table 'awsdatacatalog.${database}.${name}' already exists`, 2, 1302);
    const bytesScanned = await this.bytesRead(connection, select);
    await mkdir(folder, { recursive: true });
    await connection.run(`COPY (\n${inDuckDb(select)}\n) TO ${sqlText(join(folder, `${randomUUID()}.parquet`))} (FORMAT parquet)`);
    await this.inTurn(async () => {
      await connection.run(`CREATE SCHEMA IF NOT EXISTS "${database}"`);
      await connection.run(`CREATE VIEW "${database}"."${name}" AS SELECT * FROM read_parquet(${sqlText(join(folder, '*.parquet'))})`);
    });
    this.made.set(`${database}.${name}`, folder);
    return { kind: 'CREATE_TABLE_AS_SELECT', columns: [], rows: [], bytesScanned };
  }

  private async define(connection: DuckDBConnection, sql: string): Promise<StatementResult> {
    const drop = /^\s*drop\s+table\s+(if\s+exists\s+)?[`"]?(\w+)[`"]?\.[`"]?(\w+)[`"]?\s*;?\s*$/i.exec(sql);
    if (drop === null) throw new StatementFailure('FAILED: ParseException: this counterpart knows DROP TABLE only', 2, 1006);
    const [, ifExists, database = '', name = ''] = drop;
    if (!this.made.delete(`${database}.${name}`)) {
      if (ifExists === undefined) throw new StatementFailure(`FAILED: SemanticException [Error 10001]: Table not found ${database}.${name}`, 2, 1301);
    } else {
      await this.inTurn(() => connection.run(`DROP VIEW "${database}"."${name}"`));
    }
    return { kind: 'DDL', columns: [], rows: [], bytesScanned: 0 };
  }

  /** Sizes of what the statement reads: objects of log tables, and of made tables the chunks of the columns it names. */
  private async bytesRead(connection: DuckDBConnection, sql: string): Promise<number> {
    const { tokens } = sqlTokens(sql);
    let bytes = 0;
    for (const table of this.raw) {
      const places = readingPlaces(tokens, table.table);
      if (places.length > 0) await this.inTurn(() => table.refresh());
      for (const at of places) bytes += await table.read(connection, whereAfter(sql, tokens, at));
    }
    const words = new Set(tokens.filter(({ kind }) => kind === 'word' || kind === 'name').map(({ text }) => text.toLowerCase()));
    for (const [key, folder] of this.made) {
      const [database = '', name = ''] = key.split('.');
      const reads = readingPlaces(tokens, { database, name }).length;
      if (reads === 0) continue;
      const chunks = await (await connection.run(`SELECT path_in_schema, sum(total_compressed_size) FROM parquet_metadata(${sqlText(join(folder, '*.parquet'))}) GROUP BY ALL`)).getRows();
      for (const [column, size] of chunks) if (words.has(String(column))) bytes += reads * Number(size);
    }
    return bytes;
  }

  private inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const next = this.turn.then(work, work);
    this.turn = next.catch(() => undefined);
    return next;
  }
}

interface LogObject {
  readonly url: string;
  readonly path: string;
  readonly bytes: number;
  readonly stamp: string;
  readonly values: readonly string[];
}

/** A table over log objects: its readable records in DuckDB, and a list of its objects with what is wrong with them. */
class RawTable {
  private known = new Map<string, LogObject>();

  constructor(
    readonly table: HiveTable,
    private readonly root: string,
    private readonly connection: DuckDBConnection,
  ) {}

  async create(): Promise<void> {
    const { database, name, columns, partitionKeys } = this.table;
    await this.connection.run(`CREATE SCHEMA IF NOT EXISTS "${database}"`);
    const keys = partitionKeys.map((key) => `"${key.name}" VARCHAR, `).join('');
    const fields = columns.map((column) => `"${column.name}" ${duckDbType(hiveShape(column.type), column.name)}, `).join('');
    await this.connection.run(`CREATE TABLE "${database}"."${name}" (${fields}${keys}"$path" VARCHAR)`);
    await this.connection.run(`CREATE TABLE ${this.objects} (${keys}"$path" VARCHAR, bytes BIGINT, fault VARCHAR)`);
  }

  /** Bytes of the objects that a condition lets through. @throws StatementFailure when one cannot be read. */
  async read(connection: DuckDBConnection, where: string): Promise<number> {
    const condition = where === '' ? 'true' : inDuckDb(where);
    const [row] = await (await connection.run(`SELECT COALESCE(sum(bytes), 0), min(CASE WHEN fault IS NOT NULL THEN "$path" || ': ' || fault END) FROM ${this.objects} WHERE ${condition}`)).getRows();
    const [bytes, fault] = row ?? [];
    if (fault != null) throw new StatementFailure(`HIVE_CURSOR_ERROR: Failed to read file at ${fault as string}`, 2, 1001);
    return Number(bytes);
  }

  /** Takes in objects that came, went or changed. */
  async refresh(): Promise<void> {
    const now = new Map((await this.listed()).map((object) => [object.url, object]));
    const gone = [...this.known.values()].filter(({ url, stamp }) => now.get(url)?.stamp !== stamp);
    const came = [...now.values()].filter(({ url, stamp }) => this.known.get(url)?.stamp !== stamp);
    for (const { url } of gone) {
      await this.connection.run(`DELETE FROM ${this.objects} WHERE "$path" = ${sqlText(url)}`);
      await this.connection.run(`DELETE FROM ${this.name} WHERE "$path" = ${sqlText(url)}`);
    }
    this.known = now;
    if (came.length > 0) await this.load(came);
  }

  /** Objects that stop a reading are found by halves. */
  private async load(objects: readonly LogObject[]): Promise<void> {
    const fault = await this.tryLoad(objects);
    if (fault !== null && objects.length > 1) {
      const half = Math.ceil(objects.length / 2);
      await this.load(objects.slice(0, half));
      await this.load(objects.slice(half));
      return;
    }
    const values = objects.map(({ url, bytes, values: keys }) => `(${[...keys, url].map(sqlText).join(', ')}, ${bytes}, ${fault === null ? 'NULL' : sqlText(fault)})`);
    await this.connection.run(`INSERT INTO ${this.objects} VALUES ${values.join(', ')}`);
  }

  private async tryLoad(objects: readonly LogObject[]): Promise<string | null> {
    const { columns, partitionKeys } = this.table;
    const fields = columns.map(({ name, type }) => [spelled(name), duckDbType(hiveShape(type), name)] as const);
    const places = objects.map(({ path, url, values }) => `(${[path, url, ...values].map(sqlText).join(', ')})`);
    const keys = partitionKeys.map(({ name }) => `o."${name}", `).join('');
    try {
      await this.connection.run(`INSERT INTO ${this.name}
        SELECT ${fields.map(([name]) => `r."${name}", `).join('')}${keys}o."$path"
        FROM read_json([${objects.map(({ path }) => sqlText(path)).join(', ')}], format = 'newline_delimited', compression = 'gzip', auto_detect = false, filename = true,
          columns = {${fields.map(([name, type]) => `"${name}": ${sqlText(type)}`).join(', ')}}) r
        JOIN (VALUES ${places.join(', ')}) o(filename, "$path"${partitionKeys.map(({ name }) => `, "${name}"`).join('')}) ON o.filename = r.filename`);
      return null;
    } catch (error) {
      return messageOf(error).split('\n')[0]?.replaceAll(/"[^"]*"/g, 'the file') ?? '';
    }
  }

  private async listed(): Promise<readonly LogObject[]> {
    const place = this.table.location.replace(/^s3:\/\//, '').replace(/\/$/, '');
    const entries = await readdir(join(this.root, place), { recursive: true, withFileTypes: true }).catch(() => []);
    const files = entries.filter((entry) => entry.isFile());
    const objects = await Promise.all(files.map(async (entry): Promise<LogObject | null> => {
      const path = join(entry.parentPath, entry.name);
      const url = `s3://${path.slice(this.root.length + 1)}`;
      const values = this.table.partitionOf(url);
      // Hive passes over names that begin so.
      if (values === null || /^[_.]/.test(entry.name)) return null;
      const { size, mtimeMs } = await stat(path);
      return { url, path, bytes: size, stamp: `${size} ${mtimeMs}`, values };
    }));
    return objects.filter((object) => object !== null);
  }

  private get name(): string {
    return `"${this.table.database}"."${this.table.name}"`;
  }

  private get objects(): string {
    return `"${this.table.database}"."${this.table.name}$objects"`;
  }
}

/** Names whose spelling in a record the lower-case column does not tell. A name within `resources` is another than elsewhere. */
const SPELLED = new Map([
  'eventVersion', 'userIdentity', 'principalId', 'accountId', 'invokedBy', 'accessKeyId', 'userName', 'onBehalfOf', 'userId', 'identityStoreArn', 'sessionContext', 'mfaAuthenticated',
  'creationDate', 'sessionIssuer', 'ec2RoleDelivery', 'webIdFederationData', 'federatedProvider', 'sourceIdentity', 'signInSessionArn', 'identityProvider', 'eventTime', 'eventSource', 'eventName',
  'awsRegion', 'sourceIPAddress', 'userAgent', 'errorCode', 'errorMessage', 'requestParameters', 'responseElements', 'additionalEventData', 'requestID', 'eventID', 'readOnly', 'managementEvent',
  'eventType', 'apiVersion', 'recipientAccountId', 'serviceEventDetails', 'sharedEventID', 'vpcEndpointId', 'vpcEndpointAccountId', 'eventCategory', 'updatedFields', 'originalRequestID',
  'originalEventID', 'sessionCredentialFromConsole', 'edgeDeviceDetails', 'tlsDetails', 'tlsVersion', 'cipherSuite', 'clientProvidedHostHeader',
].map((name) => [name.toLowerCase(), name]));

function spelled(name: string): string {
  return SPELLED.get(name) ?? name;
}

function duckDbType(shape: HiveShape, within: string): string {
  if (typeof shape === 'string') return 'VARCHAR';
  if ('array' in shape) return `${duckDbType(shape.array, within)}[]`;
  if ('map' in shape) return `MAP(VARCHAR, ${duckDbType(shape.map, within)})`;
  return `STRUCT(${shape.struct.map(([name, type]) => `"${within === 'resources' && name === 'arn' ? 'ARN' : spelled(name)}" ${duckDbType(type, within)}`).join(', ')})`;
}

/** What the prelude's macros cannot turn: a function of functions. */
function inDuckDb(sql: string): string {
  const { tokens } = sqlTokens(sql);
  const calls = tokens.filter((token, index) => token.kind === 'word' && token.text === 'transform' && tokens[index + 1]?.text === '(');
  return calls.reduceRight((text, { at, end }) => `${text.slice(0, at)}list_transform${text.slice(end)}`, sql);
}

/** Indexes of the tokens after `FROM "database"."name"`. */
function readingPlaces(tokens: readonly Token[], { database, name }: { readonly database: string; readonly name: string }): readonly number[] {
  return tokens.flatMap((token, index) => {
    const [before, dot, after] = [tokens[index - 1], tokens[index + 1], tokens[index + 2]];
    const named = token.text === database && dot?.text === '.' && after?.text === name;
    return named && before?.kind === 'word' && ['from', 'join'].includes(before.text) ? [index + 3] : [];
  });
}

/** The condition that follows a table's name; empty where there is none. */
function whereAfter(sql: string, tokens: readonly Token[], index: number): string {
  const where = tokens[index];
  if (where?.kind !== 'word' || where.text !== 'where') return '';
  const end = tokens.find((token, at) => at > index && (token.depth < where.depth || (token.depth === where.depth && token.kind === 'word' && ['group', 'order', 'union', 'having', 'limit'].includes(token.text))));
  return sql.slice(where.end, end?.at ?? sql.length);
}

const ATHENA_TYPES: readonly (readonly [RegExp, string])[] = [
  [/^VARCHAR/, 'varchar'],
  // Trino counts and sums whole numbers in bigint.
  [/^(BIGINT|HUGEINT|UBIGINT)$/, 'bigint'],
  [/^INTEGER$/, 'integer'],
  [/^BOOLEAN$/, 'boolean'],
];

function athenaType(type: { toString(): string }): string {
  const name = type.toString();
  return ATHENA_TYPES.find(([pattern]) => pattern.test(name))?.[1] ?? name.toLowerCase();
}

function failureOf(message: string): StatementFailure {
  if (/^Catalog Error: Table with name/.test(message)) return new StatementFailure(`TABLE_NOT_FOUND: line 1:1: ${message}`, 2, 1301);
  if (/^Catalog Error/.test(message)) return new StatementFailure(`FUNCTION_NOT_FOUND: line 1:1: ${message}`, 2, 1303);
  if (/^Binder Error: (Referenced column|Could not find key|Table .* does not have)/.test(message)) return new StatementFailure(`COLUMN_NOT_FOUND: line 1:1: ${message}`, 2, 1006);
  if (/^Binder Error/.test(message)) return new StatementFailure(`TYPE_MISMATCH: line 1:1: ${message}`, 2, 1002);
  return new StatementFailure(`GENERIC_INTERNAL_ERROR: ${message}`, 1, 100);
}

function messageOf(error: unknown): string {
  // Not asked by instanceof: the driver's errors come from outside of Jest's realm.
  const said = String((error as { readonly message?: unknown }).message ?? error);
  return said.replace(/^Failed to \w+ \w+: /, '');
}
