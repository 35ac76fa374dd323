import { size, usd } from '../../settings/amounts.js';
import { SettingsError } from '../../settings/errors.js';
import type { AthenaSettings } from '../../settings/settings.js';
import type { LogFile } from '../../sources/log-file.js';
import type { Execution, Spending } from '../engine.js';

/** Prices and roundings, https://aws.amazon.com/athena/pricing/. Athena counts in decimal megabytes, as its limit of bytes a query does. */
const MB = 1_000_000;
const MINIMUM_CHARGE = 10 * MB;
const USD_PER_BYTE = 5 / 1_000_000_000_000;
/** S3 takes 0.40 USD for a million GET requests (https://aws.amazon.com/s3/pricing/), which many small objects make the larger part. */
const USD_PER_OBJECT_READ = 0.4 / 1_000_000;

/** What a query reads of the staged table, as a part of the raw objects' size. All of that table is 0.37 of it on the demo month; a query names some of its columns. */
const STAGE_SHARE = 0.25;
/** A staged table of a month is a few dozen objects. */
const STAGE_OBJECTS = 30;

/** What a run is expected to scan, told before its first statement. */
export interface Estimate {
  readonly staged: boolean;
  /** Log objects of the window, and their size: one scan of the table. */
  readonly files: number;
  readonly windowBytes: number;
  /** All statements together. */
  readonly bytes: number;
  readonly costUsd: number;
}

/** Statements a run makes over the table or its stage: the queries, and those that count. */
export function estimate(files: readonly Pick<LogFile, 'bytes'>[], statements: number, staged: boolean): Estimate {
  const windowBytes = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const each = staged ? Math.ceil(windowBytes * STAGE_SHARE) : windowBytes;
  const scans = staged ? [windowBytes, ...Array<number>(statements).fill(each)] : Array<number>(statements).fill(each);
  return {
    staged,
    files: files.length,
    windowBytes,
    bytes: scans.reduce((sum, bytes) => sum + bytes, 0),
    costUsd: scans.reduce((sum, bytes) => sum + charged(bytes), 0) * USD_PER_BYTE,
  };
}

/** `auto` stages unless the window is so small that a run on the table itself costs less, requests to S3 included. */
export function stagingPays(files: readonly Pick<LogFile, 'bytes'>[], statements: number): boolean {
  // Nothing listed is nothing known: one scan is the safe side.
  if (files.length === 0) return true;
  const [staged, direct] = [estimate(files, statements, true), estimate(files, statements, false)];
  const requests = (reads: number): number => reads * USD_PER_OBJECT_READ;
  return staged.costUsd + requests(files.length + statements * STAGE_OBJECTS) < direct.costUsd + requests(statements * files.length);
}

/** Stops a run that would scan more than it may, before anything is scanned. */
export function checkScanLimit(expected: Estimate, { maxScanBytes, staging }: Pick<AthenaSettings, 'maxScanBytes' | 'staging'>): void {
  if (maxScanBytes === null || expected.bytes <= maxScanBytes) return;
  const how = expected.staged
    ? `${size(expected.windowBytes)} of logs once, and the staged table for each query`
    : `${size(expected.windowBytes)} of logs for each query${staging === 'never' ? ' (staging: never)' : ''}`;
  throw new SettingsError(
    `max-scan-gb: the run would scan about ${size(expected.bytes)} (${how}; about ${usd(expected.costUsd)}), and ${size(maxScanBytes)} are allowed; raise max-scan-gb, or take a shorter period${expected.staged ? '' : ', or let the run stage'}.`,
  );
}

/** Bytes one statement is charged for: whole megabytes, ten at least. */
export function charged(bytesScanned: number): number {
  return Math.max(Math.ceil(bytesScanned / MB) * MB, MINIMUM_CHARGE);
}

/** A statement that ended; one about tables rather than rows is free. */
export interface Ended {
  readonly execution: Execution;
  readonly ddl: boolean;
}

/** What AWS would bill. Statements about tables, and failed ones, are free; stopped ones are not. */
export function spendingOf(ended: readonly Ended[]): Spending {
  const bytesCharged = ended.reduce((sum, { execution: { state, bytesScanned }, ddl }) => sum + (ddl || state === 'FAILED' ? 0 : charged(bytesScanned)), 0);
  return {
    executions: ended.map(({ execution }) => execution),
    bytesScanned: ended.reduce((sum, { execution }) => sum + execution.bytesScanned, 0),
    bytesCharged,
    costUsd: bytesCharged * USD_PER_BYTE,
  };
}
