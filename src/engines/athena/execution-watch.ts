import { type AthenaClient, BatchGetQueryExecutionCommand, type BatchGetQueryExecutionOutput, type QueryExecution, StopQueryExecutionCommand } from '@aws-sdk/client-athena';
import { isRetryable } from '../../aws/errors.js';
import { size } from '../../settings/amounts.js';
import { EngineError, type Execution } from '../engine.js';
import { type Calling, call } from './calls.js';
import type { Ended } from './estimate.js';
import { failureOf } from './failure.js';

export interface WatchInput {
  readonly athena: AthenaClient;
  readonly calling: Calling;
  /** Bytes all statements together may scan; null: no limit of ours. */
  readonly maxScanBytes: number | null;
  readonly deadlineMs?: number;
  /** Told whenever the ids under way change, for a step that cleans up after this process. */
  readonly onChange?: (active: readonly string[]) => void;
}

/** What is said of a statement. */
interface Watched {
  readonly purpose: string;
  readonly ddl?: boolean;
  readonly cleanup?: boolean;
}

/** A statement whose end nobody told: it may still run, and write. */
export class LostStatement extends EngineError {}

/** Athena's own limit is 30 min unless raised; queueing comes on top. */
const DEADLINE_MS = 60 * 60_000;
/** A stopped statement is given this long to say so. */
const STOP_GRACE_MS = 10_000;
const IDS_A_CALL = 50;
const SHORTEST_POLL_MS = 100;
const LONGEST_POLL_MS = 2_000;
/** Statements go on while nobody can be asked about them: a scan is not thrown away for a disturbance of minutes. */
const UNHEARD_MS = 5 * 60_000;

interface Active {
  readonly statement: Watched;
  readonly since: number;
  readonly settle: (ended: QueryExecution) => void;
  readonly fail: (error: EngineError) => void;
  /** When Athena last told how it is going. */
  heard: number;
  /** Bytes, as far as Athena tells while it runs. */
  scanned: number;
  /** Why and when it was told to stop. */
  stopping: { readonly since: number; readonly error: EngineError } | null;
}

/** Asks Athena how statements are going, all together, and writes down how they ended. */
export class Watch {
  /** Every statement that ended, in the order of their ends. */
  readonly over: Ended[] = [];
  private readonly active = new Map<string, Active>();
  private polling: Promise<void> | null = null;

  constructor(private readonly input: WatchInput) {}

  /** Watches an execution to its end, well or not; `stop`: why it is stopped at once. */
  end(id: string, statement: Watched, stop: EngineError | null): Promise<QueryExecution> {
    return new Promise((settle, fail) => {
      const now = this.input.calling.now();
      this.active.set(id, { statement, since: now, settle, fail, heard: now, scanned: 0, stopping: null });
      this.input.onChange?.([...this.active.keys()]);
      if (stop !== null) void this.tell(id, stop);
      this.polling ??= this.poll();
    });
  }

  /** Stops what is under way. */
  async stop(why: (statement: Watched) => EngineError): Promise<void> {
    await Promise.all([...this.active].map(([id, { statement }]) => this.tell(id, why(statement))));
  }

  /** Bytes of statements that ended. */
  scanned(): number {
    return this.over.reduce((sum, { execution }) => sum + execution.bytesScanned, 0);
  }

  /** Settled once nothing is under way. */
  async idle(): Promise<void> {
    await this.polling;
  }

  /** One loop for all: as long as anything is under way, asks for up to fifty at a time. */
  private async poll(): Promise<void> {
    const { calling } = this.input;
    try {
      while (this.active.size > 0) {
        await calling.wait(this.pollInterval());
        const ids = [...this.active.keys()];
        for (let from = 0; from < ids.length; from += IDS_A_CALL) await this.ask(ids.slice(from, from + IDS_A_CALL));
        await this.stopOverdue();
        await this.stopOverLimit();
      }
    } catch (error) {
      for (const [id, { statement }] of [...this.active]) this.giveUp(id, new EngineError(`${statement.purpose}: Athena is no longer asked how it is going.`, { cause: error }));
    } finally {
      // At once: a statement that begins later is to find that nobody watches.
      this.polling = null;
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
      const mayHeal = error instanceof EngineError && isRetryable(error.cause);
      await Promise.all(ids.map((id) => this.miss(id, 'Athena no longer tells how it is going.', error, mayHeal ? UNHEARD_MS : 0)));
      return;
    }
    const told = new Map((answer.QueryExecutions ?? []).map((execution) => [execution.QueryExecutionId ?? '', execution]));
    for (const id of ids) this.hear(id, told.get(id));
    await Promise.all(ids.filter((id) => !told.has(id)).map((id) => this.miss(id, `Athena does not find the execution ${id} that it began.`, undefined, UNHEARD_MS)));
  }

  /** Nothing was told of a statement; after so long nobody waits for it any longer, and it must not run on. */
  private async miss(id: string, sentence: string, cause: unknown, patienceMs: number): Promise<void> {
    const active = this.active.get(id);
    if (active === undefined || this.input.calling.now() - active.heard < patienceMs) return;
    await this.sendStop(id);
    this.giveUp(id, new EngineError(`${active.statement.purpose}: ${sentence}`, { cause }));
  }

  private hear(id: string, execution: QueryExecution | undefined): void {
    const active = this.active.get(id);
    if (active === undefined || execution === undefined) return;
    active.heard = this.input.calling.now();
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

  private forget(id: string): void {
    this.active.delete(id);
    this.input.onChange?.([...this.active.keys()]);
  }
}

function executionOf({ purpose }: Watched, executionId: string, state: Execution['state'], { Status: status, Statistics: statistics, EngineVersion: version }: QueryExecution): Execution {
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
