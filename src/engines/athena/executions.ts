import {
  type AthenaClient, BatchGetQueryExecutionCommand, type BatchGetQueryExecutionOutput, type QueryExecution, StartQueryExecutionCommand, StopQueryExecutionCommand,
} from '@aws-sdk/client-athena';
import { createHash } from 'node:crypto';
import { size } from '../../settings/amounts.js';
import { EngineError, type Execution } from '../engine.js';
import { type Calling, call, jittered } from './calls.js';
import type { Ended } from './estimate.js';
import { failureOf, type StatementFailure } from './failure.js';

/** One statement to run. */
export interface Statement {
  /** What it is for: `stage`, `counts`, a query's id. Errors name it. */
  readonly purpose: string;
  readonly sql: string;
  /** About a table rather than its rows: free, and without a result. */
  readonly ddl?: boolean;
  /** Runs though the run was stopped, or has scanned what it may: it removes what the run made. */
  readonly cleanup?: boolean;
  /** Told the execution's id as soon as Athena has begun. */
  readonly onStarted?: (executionId: string) => void;
}

/** A statement that succeeded. */
export interface Finished {
  readonly purpose: string;
  readonly executionId: string;
  /** Result object, `s3://bucket/key`; null where the workgroup keeps results itself. */
  readonly outputLocation: string | null;
}

/** A statement that Athena ran without success. */
export class StatementError extends EngineError {
  constructor(purpose: string, readonly failure: StatementFailure, cause: unknown) {
    super(`${purpose}: ${failure.sentence}`, { cause });
  }
}

/** A statement whose end nobody told: it may still run, and write. */
export class LostStatement extends EngineError {}

export interface ExecutionsInput {
  readonly athena: AthenaClient;
  readonly calling: Calling;
  readonly database: string;
  readonly workgroup: string;
  /** Where results go; null: the workgroup's own place. */
  readonly output: string | null;
  /** Makes this run's statements its own: a new run never gets an old run's executions. */
  readonly nonce: string;
  /** Bytes all statements together may scan; null: no limit of ours. */
  readonly maxScanBytes: number | null;
  readonly deadlineMs?: number;
  /** Told whenever the ids under way change, for a step that cleans up after this process. */
  readonly onChange?: (active: readonly string[]) => void;
}

/** A statement that heals is begun anew this often, with a pause that grows. */
const ATTEMPTS = 3;
const RESTART_PAUSE_MS = 2_000;
/** Athena's own limit is 30 min unless raised; queueing comes on top. */
const DEADLINE_MS = 60 * 60_000;
/** A stopped statement is given this long to say so. */
const STOP_GRACE_MS = 10_000;
const IDS_A_CALL = 50;
const SHORTEST_POLL_MS = 100;
const LONGEST_POLL_MS = 2_000;
/** An id that Athena does not find so many times in a row is lost. */
const MISSES = 5;

interface Active {
  readonly statement: Statement;
  readonly since: number;
  readonly settle: (ended: QueryExecution) => void;
  readonly fail: (error: EngineError) => void;
  misses: number;
  /** Bytes, as far as Athena tells while it runs. */
  scanned: number;
  /** Why and when it was told to stop. */
  stopping: { readonly since: number; readonly error: EngineError } | null;
}

/** Statements of one run: started so that a repeated start is no second execution, watched together, and written down. */
export class Executions {
  private readonly active = new Map<string, Active>();
  private readonly over: Ended[] = [];
  private polling: Promise<void> | null = null;
  private stopped = false;

  constructor(private readonly input: ExecutionsInput) {}

  /** Every statement that ended, in the order of their ends. */
  get ended(): readonly Ended[] {
    return this.over;
  }

  /**
   * Runs one statement to its success.
   *
   * @throws StatementError where Athena ran it without success; EngineError where it could not be run.
   */
  async run(statement: Statement): Promise<Finished> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt(statement, attempt);
      } catch (error) {
        if (!(error instanceof StatementError) || !error.failure.heals || attempt === ATTEMPTS || this.stopped) throw error;
        await this.input.calling.wait(jittered(attempt, RESTART_PAUSE_MS, this.input.calling.random));
      }
    }
  }

  /** Stops what is under way and starts nothing more. */
  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all([...this.active].map(([id, { statement }]) => this.tell(id, new EngineError(`${statement.purpose}: the run was stopped.`))));
    await this.polling;
  }

  private async attempt(statement: Statement, attempt: number): Promise<Finished> {
    if (statement.cleanup !== true) this.refuse(statement);
    const id = await this.start(statement, attempt);
    statement.onStarted?.(id);
    const ended = await new Promise<QueryExecution>((settle, fail) => {
      this.active.set(id, { statement, since: this.input.calling.now(), settle, fail, misses: 0, scanned: 0, stopping: null });
      this.input.onChange?.([...this.active.keys()]);
      // Stopped between the call and its answer: nobody else knows this id.
      if (this.stopped && statement.cleanup !== true) void this.tell(id, new EngineError(`${statement.purpose}: the run was stopped.`));
      this.polling ??= this.poll()
        .catch((error: unknown) => this.giveUpAll(error))
        .finally(() => (this.polling = null));
    });
    return finished(statement, id, ended);
  }

  private async start({ purpose, sql }: Statement, attempt: number): Promise<string> {
    const { athena, calling, database, workgroup, output, nonce } = this.input;
    // The same token for each try of this call: Athena then answers with the execution it has.
    const token = createHash('sha256').update(JSON.stringify([sql, workgroup, database, output, nonce, purpose, attempt])).digest('hex');
    const { QueryExecutionId: id } = await call(calling, { purpose, permission: 'athena:StartQueryExecution' }, () => athena.send(new StartQueryExecutionCommand({
      QueryString: sql,
      ClientRequestToken: token,
      QueryExecutionContext: { Catalog: 'AwsDataCatalog', Database: database },
      WorkGroup: workgroup,
      ...(output === null ? {} : { ResultConfiguration: { OutputLocation: output } }),
      // An earlier result would be evidence of an earlier time.
      ResultReuseConfiguration: { ResultReuseByAgeConfiguration: { Enabled: false } },
    })));
    if (id === undefined) throw new EngineError(`${purpose}: Athena began a statement without telling its id.`);
    return id;
  }

  private refuse({ purpose }: Statement): void {
    if (this.stopped) throw new EngineError(`${purpose}: the run was stopped.`);
    const { maxScanBytes } = this.input;
    if (maxScanBytes === null || this.scanned() < maxScanBytes) return;
    throw new EngineError(`${purpose}: not run, since max-scan-gb (${size(maxScanBytes)}) is used up; raise it, or take a shorter period.`);
  }

  /** Bytes of statements that ended. */
  private scanned(): number {
    return this.over.reduce((sum, { execution }) => sum + execution.bytesScanned, 0);
  }

  /** An estimate keeps a run below its limit; this is for a table of which nobody knew how much it holds. */
  private async stopOverLimit(): Promise<void> {
    const { maxScanBytes } = this.input;
    const running = [...this.active].filter(([, { statement }]) => statement.cleanup !== true);
    const scanned = this.scanned() + running.reduce((sum, [, active]) => sum + active.scanned, 0);
    if (maxScanBytes === null || scanned <= maxScanBytes) return;
    for (const [id, { statement }] of running) {
      await this.tell(id, new EngineError(`${statement.purpose}: stopped, since ${size(scanned)} are scanned and max-scan-gb allows ${size(maxScanBytes)}; raise it, or take a shorter period.`));
    }
  }

  /** One loop for all: as long as anything is under way, asks for up to fifty at a time. */
  private async poll(): Promise<void> {
    const { calling } = this.input;
    while (this.active.size > 0) {
      await calling.wait(this.pollInterval());
      const ids = [...this.active.keys()];
      for (let from = 0; from < ids.length; from += IDS_A_CALL) await this.ask(ids.slice(from, from + IDS_A_CALL));
      await this.stopOverdue();
      await this.stopOverLimit();
    }
  }

  /** Grows with the age of the youngest: a short statement is not waited for long, a long one not asked about often. */
  private pollInterval(): number {
    const youngest = Math.max(...[...this.active.values()].map(({ since }) => since));
    return Math.min(Math.max((this.input.calling.now() - youngest) / 4, SHORTEST_POLL_MS), LONGEST_POLL_MS);
  }

  private async ask(ids: readonly string[]): Promise<void> {
    const { athena, calling } = this.input;
    let answer: BatchGetQueryExecutionOutput;
    try {
      answer = await call(calling, { purpose: 'Athena', permission: 'athena:BatchGetQueryExecution' }, () => athena.send(new BatchGetQueryExecutionCommand({ QueryExecutionIds: [...ids] })));
    } catch (error) {
      // Nobody watches them any longer, so they must not run on.
      await Promise.all(ids.map((id) => this.sendStop(id)));
      for (const id of ids) this.giveUp(id, new EngineError(`${this.active.get(id)?.statement.purpose ?? id}: Athena no longer tells how it is going.`, { cause: error }));
      return;
    }
    const told = new Map((answer.QueryExecutions ?? []).map((execution) => [execution.QueryExecutionId ?? '', execution]));
    for (const id of ids) this.hear(id, told.get(id));
  }

  private hear(id: string, execution: QueryExecution | undefined): void {
    const active = this.active.get(id);
    if (active === undefined) return;
    if (execution === undefined) {
      active.misses += 1;
      if (active.misses >= MISSES) this.giveUp(id, new EngineError(`${active.statement.purpose}: Athena does not find the execution ${id} that it began.`));
      return;
    }
    active.misses = 0;
    active.scanned = Math.max(active.scanned, execution.Statistics?.DataScannedInBytes ?? 0);
    const state = execution.Status?.State;
    if (state !== 'SUCCEEDED' && state !== 'FAILED' && state !== 'CANCELLED') return;
    this.over.push({ execution: executionOf(active.statement, id, state, execution), ddl: active.statement.ddl === true });
    this.forget(id);
    if (state === 'SUCCEEDED' || active.stopping === null) active.settle(execution);
    else active.fail(active.stopping.error);
  }

  private async stopOverdue(): Promise<void> {
    const now = this.input.calling.now();
    const deadline = this.input.deadlineMs ?? DEADLINE_MS;
    for (const [id, active] of [...this.active]) {
      if (active.stopping !== null) {
        if (now - active.stopping.since >= STOP_GRACE_MS) this.giveUp(id, active.stopping.error);
      } else if (now - active.since >= deadline) {
        await this.tell(id, new EngineError(`${active.statement.purpose}: Athena did not end it within ${Math.round(deadline / 60_000)} min, so it was stopped; take a shorter period, or run again later.`));
      }
    }
  }

  private async tell(id: string, error: EngineError): Promise<void> {
    const active = this.active.get(id);
    if (active === undefined || active.stopping !== null) return;
    active.stopping = { since: this.input.calling.now(), error };
    await this.sendStop(id);
  }

  private async sendStop(id: string): Promise<void> {
    const { athena, calling } = this.input;
    try {
      await call(calling, { purpose: 'Athena', permission: 'athena:StopQueryExecution' }, () => athena.send(new StopQueryExecutionCommand({ QueryExecutionId: id })));
    } catch {
      // It ends by itself at Athena's own limit; what it was for has failed either way.
    }
  }

  /** Lets go of a statement whose end is not known; it may have scanned, but nobody told how much. */
  private giveUp(id: string, error: EngineError): void {
    const active = this.active.get(id);
    if (active === undefined) return;
    this.over.push({
      execution: {
        purpose: active.statement.purpose, executionId: id, state: 'CANCELLED', engineVersion: null, bytesScanned: 0, queuedMs: 0, engineMs: 0, totalMs: 0,
        failure: { errorType: null, sentence: error.message },
      },
      ddl: active.statement.ddl === true,
    });
    this.forget(id);
    active.fail(new LostStatement(error.message, { cause: error.cause }));
  }

  private giveUpAll(error: unknown): void {
    for (const [id, { statement }] of [...this.active]) this.giveUp(id, new EngineError(`${statement.purpose}: Athena is no longer asked how it is going.`, { cause: error }));
  }

  private forget(id: string): void {
    this.active.delete(id);
    this.input.onChange?.([...this.active.keys()]);
  }
}

function finished({ purpose, ddl }: Statement, executionId: string, execution: QueryExecution): Finished {
  const status = execution.Status ?? {};
  if (status.State !== 'SUCCEEDED') throw new StatementError(purpose, failureOf(status), new Error(status.AthenaError?.ErrorMessage ?? status.StateChangeReason ?? ''));
  if (execution.Statistics?.ResultReuseInformation?.ReusedPreviousResult === true) {
    throw new EngineError(`${purpose}: Athena answered with an earlier result, though it was told not to.`);
  }
  return { purpose, executionId, outputLocation: ddl === true ? null : (execution.ResultConfiguration?.OutputLocation ?? null) };
}

function executionOf({ purpose }: Statement, executionId: string, state: Execution['state'], { Status: status, Statistics: statistics, EngineVersion: version }: QueryExecution): Execution {
  const failure = state === 'SUCCEEDED' || status === undefined ? null : failureOf(status);
  return {
    purpose,
    executionId,
    state,
    engineVersion: version?.EffectiveEngineVersion ?? null,
    bytesScanned: statistics?.DataScannedInBytes ?? 0,
    queuedMs: statistics?.QueryQueueTimeInMillis ?? 0,
    engineMs: statistics?.EngineExecutionTimeInMillis ?? 0,
    totalMs: statistics?.TotalExecutionTimeInMillis ?? 0,
    failure: failure === null ? null : { errorType: failure.errorType, sentence: failure.sentence },
  };
}
