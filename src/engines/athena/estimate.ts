import { eventReads } from '../../pack/event-reads.js';
import type { Query } from '../../pack/query.js';
import { sqlTokens } from '../../pack/sql-tokens.js';
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

/**
 * What one reading of the staged table takes, as a part of the raw objects' size: all of it, though a query needs some columns only, since objects of
 * a few megabytes are read whole and JSON texts are most of larger ones. On the demo month it is 0.24 as Trino writes it, and 0.40 less tightly packed.
 */
const STAGE_SHARE = 0.4;
/** A staged table of a month is a few dozen objects. */
const STAGE_OBJECTS = 30;

/** For each statement of a run, how often it reads the staged table, or the log table where nothing is staged. */
export interface RunReads {
  readonly staged: readonly number[];
  readonly direct: readonly number[];
}

/** Files, duplicates, names, events, cells and trail changes are looked at beside the queries; staged, the records of repeated events are set apart too. */
const ACCOUNT_READS: RunReads = { staged: [1, 1, 1, 2, 1, 1, 1], direct: [1, 1, 1, 1, 1, 1] };

export function readsOfRun(queries: readonly Pick<Query, 'sql'>[]): RunReads {
  const own = queries.map(({ sql }) => eventReads(sqlTokens(sql).tokens));
  return { staged: [...ACCOUNT_READS.staged, ...own], direct: [...ACCOUNT_READS.direct, ...own] };
}

/** What a run is expected to scan, told before its first statement. */
export interface Estimate {
  readonly staged: boolean;
  /** Log objects of the window, and their size: one scan of the table, where its partitions keep to the window. */
  readonly files: number;
  readonly windowBytes: number;
  /** A scan reads the whole table, of which no more than the window was listed: the amounts are the least there can be. */
  readonly wholeTable: boolean;
  /** All statements together. */
  readonly bytes: number;
  readonly costUsd: number;
}

export interface EstimateInput {
  readonly files: readonly Pick<LogFile, 'bytes'>[];
  /** For each statement beside the one that stages, how often it reads the table or its stage. */
  readonly reads: readonly number[];
  readonly staged: boolean;
  readonly wholeTable: boolean;
}

export function estimate({ files, reads, staged, wholeTable }: EstimateInput): Estimate {
  const windowBytes = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const each = staged ? Math.ceil(windowBytes * STAGE_SHARE) : windowBytes;
  const scans = [...(staged ? [windowBytes] : []), ...reads.map((times) => times * each)];
  return {
    staged,
    files: files.length,
    windowBytes,
    wholeTable,
    bytes: scans.reduce((sum, bytes) => sum + bytes, 0),
    costUsd: scans.reduce((sum, bytes) => sum + charged(bytes), 0) * USD_PER_BYTE,
  };
}

/** `auto` stages unless the window is so small that a run on the table itself costs less, requests to S3 included. */
export function stagingPays({ files, wholeTable }: Pick<EstimateInput, 'files' | 'wholeTable'>, reads: RunReads): boolean {
  // Nothing listed is nothing known: one scan is the safe side. So it is where that scan is of the whole table.
  if (files.length === 0 || wholeTable) return true;
  const staged = estimate({ files, reads: reads.staged, staged: true, wholeTable });
  const direct = estimate({ files, reads: reads.direct, staged: false, wholeTable });
  const requests = (objects: number): number => objects * USD_PER_OBJECT_READ;
  const [ofStage, ofTable] = [reads.staged, reads.direct].map((times) => times.reduce((sum, each) => sum + each, 0)) as [number, number];
  return staged.costUsd + requests(files.length + ofStage * STAGE_OBJECTS) < direct.costUsd + requests(ofTable * files.length);
}

/** Stops a run that would scan more than it may, before anything is scanned. */
export function checkScanLimit(expected: Estimate, { maxScanBytes, staging }: Pick<AthenaSettings, 'maxScanBytes' | 'staging'>): void {
  if (maxScanBytes === null || expected.bytes <= maxScanBytes) return;
  const how = expected.staged
    ? `${size(expected.windowBytes)} of logs once, and the staged table wherever a query names events`
    : `${size(expected.windowBytes)} of logs wherever a query names events${staging === 'never' ? ' (staging: never)' : ''}`;
  throw new SettingsError(
    `max-scan-gb: the run would scan ${roughly(expected)} ${size(expected.bytes)} (${how}; ${roughly(expected)} ${usd(expected.costUsd)}), and ${size(maxScanBytes)} are allowed; raise max-scan-gb, or take a shorter period${expected.staged ? '' : ', or let the run stage'}.`,
  );
}

/** An estimate is above what is then scanned, but where nobody knows how much the table holds. */
export function roughly({ wholeTable }: Pick<Estimate, 'wholeTable'>): 'at least' | 'up to about' {
  return wholeTable ? 'at least' : 'up to about';
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
