import type { DuckDBConnection } from '@duckdb/node-api';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Period } from '../../settings/period.js';
import type { AccountedFile, LogFile, StagedFile } from '../../sources/log-file.js';
import { explainUnreadable } from '../../sources/stage-log-file.js';
import type { EventsSql } from '../events-sql.js';
import { RECORD_COLUMNS } from '../record-columns.js';
import { type Reader, recordsSelect } from './records-sql.js';
import { keepSample, nameKnownTexts } from './known-texts.js';
import { type LogSource, StagingAhead, StagingPlaces } from './stage-ahead.js';
import { INTERPRETED_VIEW, type RepeatingColumn, storedSelect } from './stored-records.js';

/** Inflated bytes, and files, that may wait on disk for the statement that reads them. */
const AHEAD = { bytes: 352 * 1024 * 1024, files: 20_000 };
/** The engine begins with little, so as not to wait long; later, a thread whose rows do not fill one of its row groups copies them once more. */
const FIRST_BATCH_BYTES = 32 * 1024 * 1024;
const BATCH_BYTES = 176 * 1024 * 1024;
/** Files up to this size share a statement; a larger one is read alone, with a buffer of its own size. */
const MAXIMUM_OBJECT_SIZE = 64 * 1024 * 1024;

/** The sample by which texts that repeat are known: about as many files as come to these bytes, as they are stored. It is staged and read before all else. */
const SAMPLE = { bytes: 1024 * 1024, filesAtLeast: 16, filesAtMost: 192 };
/** Up to so many files, a sample would be most of them. */
const FEW_FILES = 48;
/** Above this size a file is left out of the sample. */
const SAMPLE_FILE_BYTES = 1024 * 1024;

export interface LoadProgress {
  (done: number, total: number): void;
}

/** What was read of one file: rows, and how many of them have an event id and a time. */
interface FileRows {
  readonly records: number;
  readonly wellFormed: number;
}

/**
 * Stages log files and interprets them, a batch at a time: while DuckDB reads one batch the next is inflated. A file that breaks
 * a batch is found, set aside with its reason, and the rest goes on. Fills the table `stored`, of which `interpreted` is a view; the outcome of every file is returned.
 */
export async function loadRecords(
  connection: DuckDBConnection,
  { files, reader, period }: LogSource & { readonly period: Period },
  folder: string,
  eventsSql: EventsSql,
  progress: LoadProgress,
): Promise<{ readonly files: readonly AccountedFile[]; readonly malformed: ReadonlyMap<string, number> }> {
  const read: StagedFile[] = [];
  const notRead: AccountedFile[] = [];
  const places = new StagingPlaces(folder);
  await nameFiles(connection, files);
  const noRecords = join(folder, 'no-records.json');
  await writeFile(noRecords, '{"Records":[]}');
  const sample = sampleOf(files);
  let sampled = await new StagingAhead({ files: sample, reader }, places, { bytes: Infinity, files: Infinity }).next(Infinity);
  const inSample = new Set(sample);
  const staging = new StagingAhead({ files: files.filter((file) => !inSample.has(file)), reader }, places, AHEAD);
  try {
    const layout: Layout = { eventsSql, known: await learnTexts(connection, sampled?.staged ?? [], noRecords, eventsSql), noRecords, period };
    await connection.run(`CREATE TABLE stored AS\n${storedSelect(NO_RECORDS, layout.eventsSql, period, layout.known)}`);
    await connection.run(INTERPRETED_VIEW);
    let wanted = FIRST_BATCH_BYTES;
    for (let batch = await staging.next(wanted); batch !== null || sampled !== null; batch = await staging.next(wanted)) {
      const staged = [...(sampled?.staged ?? []), ...(batch?.staged ?? [])];
      notRead.push(...(sampled?.notRead ?? []), ...(batch?.notRead ?? []));
      sampled = null;
      for (const group of alike(staged)) {
        const outcome = await readGroup(connection, group, layout);
        read.push(...outcome.read);
        notRead.push(...outcome.notRead);
      }
      await places.free(staged, MAXIMUM_OBJECT_SIZE);
      progress(sample.length + (batch?.done ?? 0), files.length);
      wanted = Math.min(3 * wanted, BATCH_BYTES);
    }
  } finally {
    await staging.stop();
  }
  const rows = await rowsByFile(connection);
  const malformed = new Map<string, number>();
  const accounted = read.map((staged): AccountedFile => {
    const { records, wellFormed } = rows.get(staged.file.key) ?? { records: 0, wellFormed: 0 };
    if (records > wellFormed) malformed.set(staged.file.key, records - wellFormed);
    return { file: staged.file, outcome: { list: 'read', records, sha256: staged.sha256 } };
  });
  return { files: [...accounted, ...notRead], malformed };
}

/** Files of one statement are alike: small and of one line, small, or a single large one. */
function alike(staged: readonly StagedFile[]): readonly (readonly StagedFile[])[] {
  const small = staged.filter((file) => file.stagedBytes <= MAXIMUM_OBJECT_SIZE);
  const large = staged.filter((file) => file.stagedBytes > MAXIMUM_OBJECT_SIZE);
  return [small.filter(({ oneLine }) => oneLine), small.filter(({ oneLine }) => !oneLine), ...large.map((file) => [file])].filter((group) => group.length > 0);
}

/** Interprets the files of a group that can be read, and tells the others. */
async function readGroup(connection: DuckDBConnection, group: readonly StagedFile[], layout: Layout): Promise<{ readonly read: readonly StagedFile[]; readonly notRead: readonly AccountedFile[] }> {
  const attempt = (reader: Reader, files: readonly StagedFile[]): Promise<string | null> => tryRead(connection, reader, files, layout);
  if ((await attempt('typed', group)) === null || (await attempt('any-shape', group)) === null) return { read: group, notRead: [] };
  const notRead: AccountedFile[] = [];
  const good: StagedFile[] = [];
  for (const staged of group) {
    const broken = await explainUnreadable(staged);
    if (broken === null) good.push(staged);
    else notRead.push({ file: staged.file, outcome: { list: 'not-read', ...broken } });
  }
  if (good.length === 0 || (await attempt('any-shape', good)) === null) return { read: good, notRead };
  // JSON to a strict parser, not to the engine's: alone, each shows whether it is the one.
  const readable: StagedFile[] = [];
  for (const staged of good) {
    const failure = await attempt('any-shape', [staged]);
    if (failure === null) readable.push(staged);
    else notRead.push({ file: staged.file, outcome: { list: 'not-read', reason: 'not JSON', detail: `the engine refuses it: ${failure}` } });
  }
  return { read: readable, notRead };
}

/**
 * Adds the files' records to `stored`, all or none; null when it went well, else the engine's first sentence. Events of one
 * name stand together: they compress better, and a query for one kind reads little of the rest.
 */
async function tryRead(connection: DuckDBConnection, reader: Reader, group: readonly StagedFile[], { eventsSql, known, noRecords, period }: Layout): Promise<string | null> {
  await nameStaged(connection, group);
  try {
    await connection.run(`INSERT INTO stored\n${storedSelect(selectOf(reader, group, noRecords), eventsSql, period, known)}\nORDER BY event_name`);
    return null;
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).split('\n')[0]?.replaceAll(/"[^"]*"/g, 'the file').slice(0, 200) ?? 'no reason given';
  }
}

/** SELECT of the records of files that have been named to DuckDB. It parses the first file to guess a shape, though one is given: there, `noRecords` has nothing to parse. */
function selectOf(reader: Reader, group: readonly StagedFile[], noRecords: string): string {
  return recordsSelect(reader, {
    files: [noRecords, ...group.map((staged) => staged.stagedPath)],
    maximumObjectSize: Math.max(Math.max(...group.map((staged) => staged.stagedBytes)) + 1024, 1024 * 1024),
    oneLine: group.every((staged) => staged.oneLine),
  });
}

/** How the table `stored` holds records. */
interface Layout {
  readonly eventsSql: EventsSql;
  /** Columns held as numbers of known texts. */
  readonly known: readonly RepeatingColumn[];
  /** Path of a staged log without a record. */
  readonly noRecords: string;
  readonly period: Period;
}

/** Some files from all over the archive. They decide how records are held, and are then read as the others are. */
function sampleOf(files: readonly LogFile[]): readonly LogFile[] {
  if (files.length <= FEW_FILES) return [];
  const average = files.reduce((sum, { bytes }) => sum + bytes, 0) / files.length;
  const wanted = Math.min(Math.max(Math.round(SAMPLE.bytes / average), SAMPLE.filesAtLeast), SAMPLE.filesAtMost, files.length);
  return Array.from({ length: wanted }, (_, index) => files[Math.floor((index * files.length) / wanted)]).filter((file): file is LogFile => file !== undefined && file.bytes <= SAMPLE_FILE_BYTES);
}

async function learnTexts(connection: DuckDBConnection, sample: readonly StagedFile[], noRecords: string, eventsSql: EventsSql): Promise<readonly RepeatingColumn[]> {
  const group = alike(sample)[0];
  if (group === undefined) return [];
  await nameStaged(connection, group);
  for (const reader of ['typed', 'any-shape'] as const) {
    if (await keepSample(connection, selectOf(reader, group, noRecords), eventsSql)) return nameKnownTexts(connection);
  }
  return [];
}

/** A type of all keys, in their order: a million rows then hold a number each, not a path. */
async function nameFiles(connection: DuckDBConnection, files: readonly LogFile[]): Promise<void> {
  await connection.run('CREATE TEMP TABLE log_files (key VARCHAR)');
  const appender = await connection.createAppender('log_files', null, 'temp');
  for (const { key } of files) {
    appender.appendVarchar(key);
    appender.endRow();
  }
  appender.closeSync();
  await connection.run('CREATE TYPE log_file AS ENUM (SELECT key FROM log_files ORDER BY key)');
  await connection.run('CREATE TEMP TABLE staged_files (staged_path VARCHAR, source_file log_file, path_account VARCHAR)');
}

async function nameStaged(connection: DuckDBConnection, group: readonly StagedFile[]): Promise<void> {
  await connection.run('CREATE OR REPLACE TEMP TABLE staged_names (staged_path VARCHAR, source_file VARCHAR, path_account VARCHAR)');
  const appender = await connection.createAppender('staged_names', null, 'temp');
  for (const staged of group) {
    appender.appendVarchar(staged.stagedPath);
    appender.appendVarchar(staged.file.key);
    if (staged.file.account === null) appender.appendNull();
    else appender.appendVarchar(staged.file.account);
    appender.endRow();
  }
  appender.closeSync();
  await connection.run('DELETE FROM staged_files');
  await connection.run('INSERT INTO staged_files SELECT staged_path, CAST(source_file AS log_file), path_account FROM staged_names');
}

/** `records` without a row, from which `interpreted` takes its columns. */
const NO_RECORDS = `SELECT ${[...Object.keys(RECORD_COLUMNS).filter((column) => column !== 'resources'), 'resource_arns', 'path_account']
  .map((column) => `CAST(NULL AS VARCHAR) AS ${column}`)
  .join(', ')}, CAST(NULL AS log_file) AS source_file WHERE false`;

async function rowsByFile(connection: DuckDBConnection): Promise<ReadonlyMap<string, FileRows>> {
  const result = await connection.run('SELECT CAST(source_file AS VARCHAR), count(*), count(*) FILTER (WHERE event_id IS NOT NULL AND event_time IS NOT NULL) FROM interpreted GROUP BY source_file');
  const rows = await result.getRows();
  return new Map(rows.map(([key, records, wellFormed]) => [key as string, { records: Number(records), wellFormed: Number(wellFormed) }]));
}
