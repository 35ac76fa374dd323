import type { ExecutableQuery } from '../pack/executable-query.js';
import type { Category } from '../pack/query.js';
import type { Period } from '../settings/period.js';
import type { AccountedFile } from '../sources/log-file.js';
import type { CaseEngine } from './case-engine.js';

export type { ExecutableQuery };

/** A cell of a result: text, a whole number, or nothing. */
export type Value = string | number | null;
export type Row = readonly Value[];

/** Events of the period counted by where, when and what; the ground coverage is judged on. */
export interface EventCell {
  readonly account: string;
  readonly region: string;
  /** UTC day, `YYYY-MM-DD`. */
  readonly day: string;
  readonly category: Category;
  /** Event source for data and network events; null for management and insight. */
  readonly source: string | null;
  readonly events: number;
}

/** Records with no event id or no time: counted, never turned into events. */
export interface MalformedRecords {
  /** From the file's path; `unknown` where it does not say. */
  readonly account: string;
  readonly region: string;
  /** Delivery day of the file; null where its path does not say. */
  readonly day: string | null;
  readonly records: number;
}

/** Where every record read went: `records = malformed + duplicates + outsidePeriod + leadIn + events`. */
export interface RecordCounts {
  readonly records: number;
  readonly malformed: number;
  readonly duplicates: number;
  readonly outsidePeriod: number;
  readonly leadIn: number;
  readonly events: number;
}

/** A successful change of what a trail logs, seen in the logs themselves. */
export interface TrailChange {
  readonly account: string;
  readonly region: string;
  readonly time: string;
  readonly eventName: string;
  readonly eventId: string;
  /** Trail name or ARN as requested; null where the record does not say. */
  readonly trail: string | null;
}

export interface Loaded {
  readonly files: readonly AccountedFile[];
  readonly counts: RecordCounts;
  readonly cells: readonly EventCell[];
  readonly malformed: readonly MalformedRecords[];
  readonly trailChanges: readonly TrailChange[];
  /** Columns of `records` that this engine could not fill, since the logs are read through a table that lacks them. */
  readonly missingColumns: readonly string[];
  /** "DuckDB v1.5.6". */
  readonly engineVersion: string;
  /** SQL that built `records` and `events`, by file name, for `engine/` in the pack. */
  readonly sql: Readonly<Record<string, string>>;
}

export interface QueryRun {
  /** The SELECT whose rows these are, as it was given to the engine. */
  readonly executedSql: string;
  readonly columns: readonly string[];
  /** Rows in the order of the query's key, a chunk at a time; constant memory. Throws EngineError when the query fails. */
  readonly chunks: AsyncIterable<readonly Row[]>;
}

/** One statement as AWS ran it (https://docs.aws.amazon.com/athena/latest/APIReference/API_QueryExecution.html). */
export interface Execution {
  /** What it was for: `stage`, `counts`, a query's id. */
  readonly purpose: string;
  readonly executionId: string;
  readonly state: 'SUCCEEDED' | 'FAILED' | 'CANCELLED';
  readonly engineVersion: string | null;
  readonly bytesScanned: number;
  readonly queuedMs: number;
  readonly engineMs: number;
  readonly totalMs: number;
  /** Athena's error type and our sentence about it; null for one that went well. */
  readonly failure: { readonly errorType: number | null; readonly sentence: string } | null;
}

/** What a run of Athena took. */
export interface Spending {
  readonly executions: readonly Execution[];
  readonly bytesScanned: number;
  /** Bytes of which the run would be charged, each statement rounded up to MB and 10 MB at least. */
  readonly bytesCharged: number;
  /** At 5 USD a TB (https://aws.amazon.com/athena/pricing/). */
  readonly costUsd: number;
}

export interface Engine {
  readonly name: 'athena' | 'duckdb';
  /** How many queries may run, or have rows to be read, at the same time. */
  readonly queriesAtOnce: number;
  /** Reads the logs and builds `events`. Called once, before any query. */
  load(): Promise<Loaded>;
  /** Runs one query of the pack. A failure concerns that query alone. */
  run(query: ExecutableQuery): Promise<QueryRun>;
  /** The same engine over made-up records, whatever the logs are; needs no load. It is closed before this one. */
  openCases(period: Period): Promise<CaseEngine>;
  /** What was spent so far; null for an engine that costs nothing. */
  spending(): Spending | null;
  close(): Promise<void>;
}

/** The engine could not do what it was asked; the message names the query or the step, `cause` holds the engine's own error. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
}
