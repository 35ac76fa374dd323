import type { AthenaClient } from '@aws-sdk/client-athena';
import type { S3Client } from '@aws-sdk/client-s3';
import { type ExecutableQuery, executedSql, sqlText } from '../../pack/executable-query.js';
import type { Query } from '../../pack/query.js';
import { size, usd } from '../../settings/amounts.js';
import type { Period } from '../../settings/period.js';
import type { AthenaSettings, Scope } from '../../settings/settings.js';
import type { LogFile } from '../../sources/log-file.js';
import { capitalNamesSql, cellsSql, duplicatesSql, eventCountsSql, recordsByFileSql, trailChangesSql } from '../account-sql.js';
import type { CaseEngine } from '../case-engine.js';
import { type Engine, EngineError, type Loaded, type QueryRun, type Row, type Spending } from '../engine.js';
import { readEventsSql } from '../events-sql.js';
import { accountForFiles, cellsOf, checkNames, isRefusedBy, malformedByPlace, type RecordsByFile, recordsByFile, tieOut, trailChangesOf } from './account.js';
import { AthenaCases } from './case-engine.js';
import type { Calling } from './calls.js';
import { roughly, spendingOf } from './estimate.js';
import { Executions, StatementError } from './executions.js';
import { type AthenaTable, type Plan, planRun } from './plan.js';
import { recordsSelect } from './records-sql.js';
import { allEventsRelation, eventsRelations, type Ground, interpretedFrom, keptStatement, stageStatement, uniqueFrom } from './relations.js';
import { counted, readRows } from './result-rows.js';
import { Staging } from './staging.js';

export interface AthenaInput {
  readonly athena: AthenaClient;
  readonly s3: S3Client;
  readonly calling: Calling;
  readonly settings: AthenaSettings;
  /** As readTable found it. */
  readonly table: AthenaTable;
  readonly scope: Scope;
  readonly period: Period;
  /** Log objects of the window, listed at the table's place. */
  readonly files: readonly LogFile[];
  /** The whole pack: the stage keeps what these read. */
  readonly queries: readonly Query[];
  /** Names what this process makes, and no other process: letters, digits and _, in lower case. */
  readonly runId: string;
  readonly warn?: (sentence: string) => void;
  /** Told the executions under way whenever they change, for cleanUpAfter. */
  readonly onActive?: (executionIds: readonly string[]) => void;
  /** A statement that takes longer is stopped, and fails alone. */
  readonly deadlineMs?: number;
}

/** All queries of a pack at once would be well within the quotas of an account (https://docs.aws.amazon.com/athena/latest/ug/service-limits.html); others use it too. */
const QUERIES_AT_ONCE = 20;
/** Objects, or accounts, that are left out because Athena cannot read them. More is a fault of the table. */
const REFUSED_AT_MOST = 5;

/**
 * The engine in the user's account. Nothing has run when it returns.
 *
 * @throws SettingsError where the table cannot be read within what the settings allow.
 */
export function openAthena(input: AthenaInput): Engine {
  return new AthenaEngine(input, planRun({ ...input, now: new Date(input.calling.now()).toISOString() }));
}

class AthenaEngine implements Engine {
  readonly name = 'athena';
  readonly queriesAtOnce = QUERIES_AT_ONCE;
  private readonly eventsSql = readEventsSql();
  private readonly executions: Executions;
  private readonly staging: Staging | null;
  /** Beginnings of addresses that are left out, and why. */
  private readonly refused = new Map<string, string>();
  private ground: Ground | null = null;
  private closing: Promise<void> | null = null;

  constructor(private readonly input: AthenaInput, private readonly plan: Plan) {
    this.executions = executionsOf(input);
    this.staging = stagingOf(input, this.executions);
  }

  async load(): Promise<Loaded> {
    const { files, period } = this.input;
    if (this.plan.estimate.staged) await this.staging?.removeLeftovers();
    if (this.plan.notStaged !== null) this.warn(this.plan.notStaged);
    if (this.plan.estimate.wholeTable) this.warn(this.sayUnknown());
    const sql: Record<string, string> = {};
    const { ground, files: filesRead } = this.plan.estimate.staged ? { ground: await this.stage(sql), files: null } : await this.direct();
    const interpreted = interpretedFrom(ground, this.eventsSql);
    const [byFile, repeated, names] = await Promise.all([
      filesRead ?? this.rows('files', recordsByFileSql(interpreted)), this.rows('duplicates', duplicatesSql(interpreted)), this.rows('names', capitalNamesSql(interpreted)),
    ]);
    checkNames(names[0] ?? [0, 0]);
    const [ids, duplicates] = (repeated[0] ?? [0, 0]).map(Number) as [number, number];
    this.ground = ids > 0 ? await this.withKept(ground, sql) : ground;
    const all = allEventsRelation(this.ground, this.eventsSql, period);
    const [counts, cells, changes] = await Promise.all([
      this.rows('counts', eventCountsSql(uniqueFrom(this.ground, this.eventsSql), period)), this.rows('cells', cellsSql(all)), this.rows('trail changes', trailChangesSql(all)),
    ]);
    const records = recordsByFile(byFile);
    const accounted = accountForFiles(files, records, this.refused);
    this.warnOfSilence(records);
    return {
      files: accounted,
      counts: tieOut(records, counts[0] ?? [0, 0, 0], duplicates),
      cells: cellsOf(cells),
      malformed: malformedByPlace(accounted, records),
      trailChanges: trailChangesOf(changes),
      missingColumns: this.plan.missingColumns,
      engineVersion: this.executions.ended.find(({ execution }) => execution.engineVersion !== null)?.execution.engineVersion ?? 'Athena, of an unknown version',
      sql: { ...sql, 'records.sql': this.recordsSql(), 'events.sql': this.eventsSql.text },
    };
  }

  async run({ query, packSql }: ExecutableQuery): Promise<QueryRun> {
    if (this.ground === null) throw new Error(`${query.id}: nothing is loaded yet.`);
    const sql = executedSql(counted(packSql), query, eventsRelations(this.ground, this.eventsSql, this.input.period, query));
    const { columns, chunks } = await readRows(await this.executions.run({ purpose: query.id, sql }), this.input);
    return { executedSql: sql, columns, chunks };
  }

  openCases(period: Period): Promise<CaseEngine> {
    const { executions, input, eventsSql } = this;
    return Promise.resolve(new AthenaCases({ executions, sources: input, eventsSql, period, queriesAtOnce: QUERIES_AT_ONCE }));
  }

  spending(): Spending {
    return spendingOf(this.executions.ended);
  }

  /** Stops what is under way and removes what is staged; may be called again. What was spent can be asked afterwards too. */
  close(): Promise<void> {
    this.closing ??= this.executions.stop().then(() => this.staging?.drop());
    return this.closing;
  }

  /** One scan of the table; everything after it reads what that left. */
  private async stage(sql: Record<string, string>): Promise<Ground> {
    const staging = this.stagingOrFail();
    const stage = await this.withoutRefused(() => staging.create('stage', (place) => (sql['stage.sql'] = stageStatement(place, this.recordsSql(), this.eventsSql, this.input.queries))));
    return { kind: 'staged', stage, kept: null };
  }

  /** The table itself; a first statement finds what Athena cannot read. */
  private async direct(): Promise<{ readonly ground: Ground; readonly files: readonly Row[] }> {
    const { estimate } = this.plan;
    this.warn(`Nothing is staged, so each reading of the table scans ${estimate.wholeTable ? 'at least ' : ''}${size(estimate.windowBytes)} of logs, ${roughly(estimate)} ${size(estimate.bytes)} in all (${usd(estimate.costUsd)}).`);
    const ground = (): Ground => ({ kind: 'direct', recordsSql: this.recordsSql(), repeated: false });
    const files = await this.withoutRefused(() => this.rows('files', recordsByFileSql(interpretedFrom(ground(), this.eventsSql))));
    return { ground: ground(), files };
  }

  private async withKept(ground: Ground, sql: Record<string, string>): Promise<Ground> {
    if (ground.kind === 'direct') return { ...ground, repeated: true };
    const kept = await this.stagingOrFail().create('kept', (place) => (sql['kept.sql'] = keptStatement(place, ground.stage, this.eventsSql)));
    return { ...ground, kept };
  }

  /** Does it again without the object that Athena cannot read, a few times. */
  private async withoutRefused<Result>(work: () => Promise<Result>): Promise<Result> {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof StatementError) || error.failure.unreadable === null) throw error;
        this.refuse(error.failure.unreadable, error);
      }
    }
  }

  /** Leaves out one object; of one that may not be read, all of its account's, since they are under the same policy and key. */
  private refuse(told: string, { failure: { denied, sentence }, message, cause }: StatementError): void {
    // A key may hold characters that end it in a message; where one begins another, the longer is meant.
    const quoted = this.input.files.flatMap(({ path: each }) => (cause instanceof Error && cause.message.includes(each) ? [each] : []));
    const path = quoted.reduce((longest, each) => (each.length > longest.length ? each : longest), quoted[0] ?? told);
    const beginning = denied ? (/^s3:\/\/.*?\/AWSLogs\/(?:o-[a-z0-9]+\/)?\d{12}\//.exec(path)?.[0] ?? path) : path;
    if (this.refused.has(beginning)) throw new EngineError(message, { cause });
    if (this.refused.size === REFUSED_AT_MOST) throw new EngineError(`${message} ${REFUSED_AT_MOST} objects were left out for that before; run again with engine: duckdb, which reads each object for itself.`, { cause });
    if (this.input.files.every((file) => isRefusedBy(beginning, file.path))) throw new EngineError(`${message} None of the ${this.input.files.length} log objects would be left.`, { cause });
    this.refused.set(beginning, `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`);
    this.warn(`Athena cannot read ${denied ? `what stands under ${beginning}` : path}; the run goes on without, and says so.`);
  }

  private recordsSql(): string {
    const { layout, name } = this.input.table;
    const [folders, objects] = [[...this.refused.keys()].filter((path) => path.endsWith('/')), [...this.refused.keys()].filter((path) => !path.endsWith('/'))];
    const where = [this.plan.where, ...folders.map((folder) => `NOT starts_with("$path", ${sqlText(folder)})`)].join('\n  AND ');
    return recordsSelect(layout, { table: name, where, excludedPaths: objects }).sql;
  }

  /** Rows of a statement that counts: few, so they are held. */
  private async rows(purpose: string, sql: string): Promise<readonly Row[]> {
    const { chunks } = await readRows(await this.executions.run({ purpose, sql: counted(sql) }), this.input);
    const rows: Row[] = [];
    for await (const chunk of chunks) rows.push(...chunk);
    return rows;
  }

  /** With allow-full-scan, how much a scan takes shows only when it is under way. */
  private sayUnknown(): string {
    const { settings: { maxScanBytes }, table: { workgroup } } = this.input;
    const ours = maxScanBytes === null ? 'max-scan-gb sets no limit' : `statements are stopped once ${size(maxScanBytes)} are scanned (max-scan-gb), as far as Athena tells while they run`;
    const theirs = workgroup.cutoffBytes === null ? `the workgroup "${workgroup.name}" sets none for a statement` : `Athena cancels a statement at ${size(workgroup.cutoffBytes)}, as the workgroup "${workgroup.name}" says`;
    return `No partition of the table keeps other days out (allow-full-scan), so a scan reads all of it, and how much that is cannot be told before: ${ours}; ${theirs}.`;
  }

  private warnOfSilence(records: RecordsByFile): void {
    const { files, table } = this.input;
    if (records.size === 0 && files.length > 0) this.warn(`The table ${table.name.database}.${table.name.table} returns no record, and ${files.length} log objects are there for the period: its partitions do not cover them.`);
  }

  private stagingOrFail(): Staging {
    if (this.staging === null) throw new Error('A run is planned to stage where it cannot.');
    return this.staging;
  }

  private warn(sentence: string): void {
    this.input.warn?.(sentence);
  }
}

function executionsOf({ athena, calling, settings, table, runId, onActive, deadlineMs }: Omit<AthenaInput, 'scope' | 'period' | 'files' | 'queries' | 's3'>): Executions {
  return new Executions({
    athena, calling,
    database: table.name.database,
    workgroup: table.workgroup.name,
    output: table.workgroup.output,
    nonce: runId,
    maxScanBytes: settings.maxScanBytes,
    ...(deadlineMs === undefined ? {} : { deadlineMs }),
    ...(onActive === undefined ? {} : { onChange: onActive }),
  });
}

function stagingOf({ s3, calling, table, runId, warn }: Omit<AthenaInput, 'scope' | 'period' | 'files' | 'queries'>, executions: Executions): Staging | null {
  const { stageRoot: root, choosesPlace } = table.workgroup;
  if (!/^[a-z0-9_]+$/.test(runId)) throw new Error(`A run id holds a-z, 0-9 and _, not ${runId}.`);
  return root === null ? null : new Staging({ executions, access: { s3, calling }, database: table.name.database, root, choosesPlace, runId, warn: warn ?? (() => undefined) });
}

export type AthenaCleanUp = Pick<AthenaInput, 'athena' | 's3' | 'calling' | 'settings' | 'table' | 'runId' | 'warn'> & {
  /** As onActive told them last. */
  readonly executionIds: readonly string[];
};

/** For a later step, after the process that ran was killed: stops its statements, and removes what it staged. */
export async function cleanUpAfter(input: AthenaCleanUp): Promise<void> {
  const { executionIds, runId } = input;
  // Another nonce, so that no statement of the dead process is taken for one of these.
  const executions = executionsOf({ ...input, runId: `${runId}_cleanup` });
  const ended = await executions.stopOthers(executionIds);
  await stagingOf(input, executions)?.removeRun(runId, !ended);
}
