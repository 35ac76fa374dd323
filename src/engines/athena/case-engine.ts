import { executedSql, type ExecutableQuery, sqlText } from '../../pack/executable-query.js';
import type { Period } from '../../settings/period.js';
import { SettingsError } from '../../settings/errors.js';
import { CASE_FILE, type CaseEngine, type CaseRecords, type CaseRows, type LogRecord } from '../case-engine.js';
import { EngineError, type Row } from '../engine.js';
import type { EventsSql } from '../events-sql.js';
import { RECORD_COLUMNS } from '../record-columns.js';
import type { Executions } from './executions.js';
import { eventsRelations } from './relations.js';
import { counted, readRows, type ResultSources } from './result-rows.js';

export interface AthenaCasesInput {
  readonly executions: Executions;
  readonly sources: ResultSources;
  readonly eventsSql: EventsSql;
  /** The time the cases play in. */
  readonly period: Period;
  readonly queriesAtOnce: number;
}

/** Athena over made-up records that stand in the statement itself: no table is named, so nothing is scanned, and nothing is written but results. */
export class AthenaCases implements CaseEngine {
  readonly queriesAtOnce: number;
  private readonly records = new Map<string, readonly LogRecord[]>();

  constructor(private readonly input: AthenaCasesInput) {
    this.queriesAtOnce = input.queriesAtOnce;
  }

  load(cases: readonly CaseRecords[]): Promise<void> {
    for (const { key, records } of cases) this.records.set(key, records);
    return Promise.resolve();
  }

  async run(query: ExecutableQuery, keys: readonly string[]): Promise<readonly (CaseRows | EngineError)[]> {
    const outcomes: (CaseRows | EngineError)[] = [];
    for (const key of keys) outcomes.push(await this.one(query, key));
    return outcomes;
  }

  /** The engine whose statements these are ends them. */
  close(): Promise<void> {
    return Promise.resolve();
  }

  private async one(query: ExecutableQuery, key: string): Promise<CaseRows | EngineError> {
    const { executions, sources, eventsSql, period } = this.input;
    const purpose = `self-test ${key}`;
    try {
      const { columns, chunks } = await readRows(await executions.run({ purpose, scansNothing: true, sql: caseStatement(query, this.records.get(key) ?? [], eventsSql, period) }), sources);
      const rows: Row[] = [];
      for await (const chunk of chunks) rows.push(...chunk);
      return { columns, rows };
    } catch (error) {
      if (error instanceof EngineError) return error;
      if (error instanceof SettingsError) return new EngineError(`${purpose}: a record holds text that SQL cannot carry.`, { cause: error });
      throw error;
    }
  }
}

/** What a query returns of these records, one of each event. */
export function caseStatement({ query, packSql }: ExecutableQuery, records: readonly LogRecord[], eventsSql: EventsSql, period: Period): string {
  return executedSql(counted(packSql), query, eventsRelations({ kind: 'direct', recordsSql: recordsInline(records), repeated: true }, eventsSql, period, query));
}

const COLUMNS: readonly (readonly [column: string, of: (record: LogRecord) => string | null])[] = [
  ...Object.entries(RECORD_COLUMNS).map(([column, path]) => (column === 'resources' ? (['resource_arns', resourceArns] as const) : ([column, (record: LogRecord) => textOf(fieldOf(record, path))] as const))),
  ['path_account', () => null],
  ['source_file', () => CASE_FILE],
];

/** SELECT of one row a record, as recordsSelect gives of a table. A column of NULLs alone has no type, so each is told its own. */
function recordsInline(records: readonly LogRecord[]): string {
  const rows = records.map((record) => `(${COLUMNS.map(([, of]) => of(record)).map((text) => (text === null ? 'NULL' : sqlText(text))).join(', ')})`);
  return `SELECT\n${COLUMNS.map(([column]) => `  CAST(${column} AS varchar) AS ${column}`).join(',\n')}\nFROM (VALUES\n${rows.join(',\n')}\n) AS v (${COLUMNS.map(([column]) => column).join(', ')})`;
}

function fieldOf(record: LogRecord, path: string): unknown {
  return path.split('.').reduce<unknown>((at, part) => (typeof at === 'object' && at !== null && Object.hasOwn(at, part) ? (at as Record<string, unknown>)[part] : undefined), record);
}

/** As the table's SerDe and the embedded engine's reader have a field: objects and lists as their JSON, flags and numbers as words. */
function textOf(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function resourceArns({ resources }: LogRecord): string | null {
  if (!Array.isArray(resources)) return null;
  const arns = resources.map((resource: unknown) => (typeof resource === 'object' && resource !== null ? textOf((resource as Record<string, unknown>)['ARN']) : null)).filter((arn) => arn !== null);
  return arns.length === 0 ? null : arns.join('\n') || null;
}
