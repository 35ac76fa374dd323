import type { ExecutableQuery } from '../pack/executable-query.js';
import type { EngineError, Value } from './engine.js';

/** A CloudTrail record as AWS logs it. */
export type LogRecord = Readonly<Record<string, unknown>>;

/** Records that stand in one log file, alone. */
export interface CaseRecords {
  /** No other case's. */
  readonly key: string;
  readonly records: readonly LogRecord[];
}

export interface CaseRows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}

/** An engine over a few made-up records at a time: what a query returns of them is what it would return had they been logged. */
export interface CaseEngine {
  /** How many `run`s may be under way at the same time. */
  readonly queriesAtOnce: number;
  /** Takes in the records of every case to come. Called once. */
  load(cases: readonly CaseRecords[]): Promise<void>;
  /** All rows of a query over each case's records alone, in the order of the keys; the engine's refusal in place of rows it does not give. */
  run(query: ExecutableQuery, keys: readonly string[]): Promise<readonly (CaseRows | EngineError)[]>;
  close(): Promise<void>;
}

/** What `source_file` is in a case. */
export const CASE_FILE = 'case.json';
