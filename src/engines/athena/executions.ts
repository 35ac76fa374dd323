import { type QueryExecution, StartQueryExecutionCommand } from '@aws-sdk/client-athena';
import { createHash } from 'node:crypto';
import { size } from '../../settings/amounts.js';
import { EngineError } from '../engine.js';
import { type Calling, call, jittered } from './calls.js';
import type { Ended } from './estimate.js';
import { LostStatement, Watch, type WatchInput } from './execution-watch.js';
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
  /** Names no table, so it may run though the run has scanned what it may. */
  readonly scansNothing?: boolean;
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

export interface ExecutionsInput extends WatchInput {
  readonly database: string;
  readonly workgroup: string;
  /** Where results go; null: the workgroup's own place. */
  readonly output: string | null;
  /** Makes this run's statements its own: a new run never gets an old run's executions. */
  readonly nonce: string;
}

/** A statement that heals is begun anew this often, with a pause that grows. */
const ATTEMPTS = 3;
const RESTART_PAUSE_MS = 2_000;
/** Of a statement's text (https://docs.aws.amazon.com/athena/latest/ug/service-limits.html). */
const BYTES_AT_MOST = 262_144;

/** Statements of one run: started so that a repeated start is no second execution, watched together, and written down. */
export class Executions {
  private readonly watch: Watch;
  /** Statements that Athena is being told to begin; their ids are not known yet. */
  private readonly starting = new Set<Promise<unknown>>();
  private begun = 0;
  private stopped = false;
  private endPauses: () => void = () => undefined;
  private readonly pausesEnd = new Promise<void>((resolve) => (this.endPauses = resolve));

  constructor(private readonly input: ExecutionsInput) {
    this.watch = new Watch(input);
  }

  /** Every statement that ended, in the order of their ends. */
  get ended(): readonly Ended[] {
    return this.watch.over;
  }

  /**
   * Runs one statement to its success; one that fails in a way that heals is begun anew.
   *
   * @throws StatementError where Athena ran it without success; EngineError where it could not be run.
   */
  async run(statement: Statement): Promise<Finished> {
    return this.untilHealed(statement, () => this.once(statement));
  }

  /** Does the work a few times, as long as a statement of it fails in a way that heals. */
  async untilHealed<Result>(statement: Pick<Statement, 'purpose' | 'cleanup'>, work: () => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof StatementError) || !error.failure.heals || attempt === ATTEMPTS || this.isOver(statement)) throw error;
        await this.pace(statement).wait(jittered(attempt, RESTART_PAUSE_MS, this.input.calling.random));
      }
    }
  }

  /** As `run`, but whatever ails the statement, it is not begun anew. */
  async once(statement: Statement): Promise<Finished> {
    this.refuse(statement);
    const beginning = this.begin(statement);
    this.starting.add(beginning);
    const { id, ended } = await beginning.finally(() => this.starting.delete(beginning));
    return finished(statement, id, await ended);
  }

  /** Stops what is under way and starts nothing more. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.endPauses();
    await this.watch.stop(stoppedError);
    // Of these nobody else knows the id; each is stopped as soon as it is told.
    await Promise.allSettled(this.starting);
    await this.watch.idle();
  }

  /** Stops statements that another process began; false where nobody tells that all of them have ended. */
  async stopOthers(executionIds: readonly string[]): Promise<boolean> {
    const other = { purpose: 'stop' };
    const ends = await Promise.allSettled(executionIds.map((id) => this.watch.end(id, other, stoppedError(other))));
    return !ends.some((end) => end.status === 'rejected' && end.reason instanceof LostStatement);
  }

  private async begin(statement: Statement): Promise<{ readonly id: string; readonly ended: Promise<QueryExecution> }> {
    const id = await this.start(statement);
    statement.onStarted?.(id);
    return { id, ended: this.watch.end(id, statement, this.isOver(statement) ? stoppedError(statement) : null) };
  }

  private async start(statement: Statement): Promise<string> {
    const { purpose, sql } = statement;
    const { athena, database, workgroup, output, nonce } = this.input;
    // The same token for each try of this call: Athena then answers with the execution it has.
    const token = createHash('sha256').update(JSON.stringify([sql, workgroup, database, output, nonce, purpose, (this.begun += 1)])).digest('hex');
    const { QueryExecutionId: id } = await call(this.pace(statement), { purpose, permission: 'athena:StartQueryExecution' }, () => athena.send(new StartQueryExecutionCommand({
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

  /** What the run makes is removed though the run is over. */
  private isOver({ cleanup }: Pick<Statement, 'cleanup'>): boolean {
    return this.stopped && cleanup !== true;
  }

  /** Pauses for a statement, which end with the run. */
  private pace(statement: Pick<Statement, 'purpose' | 'cleanup'>): Calling {
    const { calling } = this.input;
    if (statement.cleanup === true) return calling;
    const wait = async (ms: number): Promise<void> => {
      await Promise.race([calling.wait(ms), this.pausesEnd]);
      if (this.stopped) throw stoppedError(statement);
    };
    return { ...calling, wait };
  }

  private refuse(statement: Statement): void {
    if (statement.cleanup === true) return;
    if (this.stopped) throw stoppedError(statement);
    const bytes = Buffer.byteLength(statement.sql);
    if (bytes > BYTES_AT_MOST) throw new EngineError(`${statement.purpose}: its text has ${bytes} bytes, and Athena takes ${BYTES_AT_MOST}; shorten ${statement.scansNothing === true ? 'the test event' : 'the lists in the settings file'}.`);
    const { maxScanBytes } = this.input;
    if (maxScanBytes === null || statement.scansNothing === true || this.watch.scanned() < maxScanBytes) return;
    throw new EngineError(`${statement.purpose}: not run, since max-scan-gb (${size(maxScanBytes)}) is used up; raise it, or take a shorter period.`);
  }
}

function stoppedError({ purpose }: Pick<Statement, 'purpose'>): EngineError {
  return new EngineError(`${purpose}: the run was stopped.`);
}

function finished({ purpose, ddl }: Statement, executionId: string, execution: QueryExecution): Finished {
  const status = execution.Status ?? {};
  if (status.State !== 'SUCCEEDED') throw new StatementError(purpose, failureOf(status), new Error(status.AthenaError?.ErrorMessage ?? status.StateChangeReason ?? ''));
  if (execution.Statistics?.ResultReuseInformation?.ReusedPreviousResult === true) {
    throw new EngineError(`${purpose}: Athena answered with an earlier result, though it was told not to.`);
  }
  return { purpose, executionId, outputLocation: ddl === true ? null : (execution.ResultConfiguration?.OutputLocation ?? null) };
}
