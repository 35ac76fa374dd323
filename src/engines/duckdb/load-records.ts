import type { DuckDBConnection } from '@duckdb/node-api';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AccountedFile, LogFile, StagedFile } from '../../sources/log-file.js';
import type { LogReader } from '../../sources/log-reader.js';
import { explainUnreadable, stageLogFile } from '../../sources/stage-log-file.js';
import type { EventsSql } from '../events-sql.js';
import { RECORD_COLUMNS } from '../record-columns.js';
import { type Reader, recordsSelect } from './records-sql.js';
import { keepSample, nameKnownTexts } from './known-texts.js';
import { INTERPRETED_VIEW, type RepeatingColumn, storedSelect } from './stored-records.js';

/** Inflated bytes read in one statement. Large: a thread whose rows do not fill one of DuckDB's row groups copies them once more. They wait on disk. */
const BATCH_BYTES = 352 * 1024 * 1024;
/** The first statement reads less, so that DuckDB does not wait long for its first files. */
const FIRST_BATCH_BYTES = 32 * 1024 * 1024;
/** Files looked at for one statement: an archive may hold a hundred thousand small ones, or as many that cannot be read. */
const BATCH_FILES = 20_000;
/** Files up to this size share a statement; a larger one is read alone, with a buffer of its own size. */
const MAXIMUM_OBJECT_SIZE = 64 * 1024 * 1024;

/** Files of the sample by which texts that repeat are known, and the size above which a file is left out of it. */
const SAMPLE_FILES = 48;
const SAMPLE_FILE_BYTES = 1024 * 1024;

export interface LoadProgress {
  (done: number, total: number): void;
}

/** The log files and whoever reads them. */
export interface LogSource {
  readonly files: readonly LogFile[];
  readonly reader: LogReader;
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
  { files, reader }: LogSource,
  folder: string,
  eventsSql: EventsSql,
  progress: LoadProgress,
): Promise<{ readonly files: readonly AccountedFile[]; readonly malformed: ReadonlyMap<string, number> }> {
  const read: StagedFile[] = [];
  const notRead: AccountedFile[] = [];
  const places = new StagingPlaces(folder);
  await nameFiles(connection, files);
  const layout: Layout = { eventsSql, known: await learnTexts(connection, { files, reader }, places, eventsSql) };
  await connection.run(`CREATE TABLE stored AS\n${storedSelect(NO_RECORDS, layout.eventsSql, layout.known)}`);
  await connection.run(INTERPRETED_VIEW);
  let staging = stageBatch({ files, reader }, 0, places);
  while (true) {
    const batch = await staging;
    notRead.push(...batch.notRead);
    if (batch.end < files.length) staging = stageBatch({ files, reader }, batch.end, places);
    // A rejection while this batch is read is handled when it is awaited; without this it would count as unhandled until then.
    staging.catch(() => undefined);
    for (const group of alike(batch.staged)) {
      const outcome = await readGroup(connection, group, layout);
      read.push(...outcome.read);
      notRead.push(...outcome.notRead);
    }
    await places.free(batch.staged);
    progress(batch.end, files.length);
    if (batch.end >= files.length) break;
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

/** Names of staged files, used again once a batch is read. */
class StagingPlaces {
  private readonly unused: string[] = [];
  private made = 0;

  constructor(private readonly folder: string) {}

  take(): string {
    return this.unused.pop() ?? join(this.folder, `${this.made++}.json`);
  }

  giveBack(place: string): void {
    this.unused.push(place);
  }

  /** Small files stay to be written over; a large one would keep its disk space. */
  async free(staged: readonly StagedFile[]): Promise<void> {
    await Promise.all(staged.map(async ({ stagedPath, stagedBytes }) => {
      if (stagedBytes > MAXIMUM_OBJECT_SIZE) await rm(stagedPath, { force: true });
      this.giveBack(stagedPath);
    }));
  }
}

interface Batch {
  readonly staged: readonly StagedFile[];
  readonly notRead: readonly AccountedFile[];
  /** Index after the batch's last file. */
  readonly end: number;
}

async function stageBatch({ files, reader }: LogSource, start: number, places: StagingPlaces): Promise<Batch> {
  const staged: StagedFile[] = [];
  const notRead: AccountedFile[] = [];
  let bytes = 0;
  let next = start;
  const worker = async (): Promise<void> => {
    while (bytes < (start === 0 ? FIRST_BATCH_BYTES : BATCH_BYTES) && next - start < BATCH_FILES) {
      const file = files[next];
      if (file === undefined) return;
      next += 1;
      const place = places.take();
      const result = await stageLogFile(file, place, reader);
      if ('outcome' in result) {
        places.giveBack(place);
        notRead.push(result);
      } else {
        bytes += result.stagedBytes;
        staged.push(result);
      }
    }
  };
  await Promise.all(Array.from({ length: reader.filesAtOnce }, worker));
  staged.sort((a, b) => (a.file.key < b.file.key ? -1 : 1));
  return { staged, notRead, end: next };
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
async function tryRead(connection: DuckDBConnection, reader: Reader, group: readonly StagedFile[], { eventsSql, known }: Layout): Promise<string | null> {
  await nameStaged(connection, group);
  try {
    await connection.run(`INSERT INTO stored\n${storedSelect(selectOf(reader, group), eventsSql, known)}\nORDER BY event_name`);
    return null;
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).split('\n')[0]?.replaceAll(/"[^"]*"/g, 'the file').slice(0, 200) ?? 'no reason given';
  }
}

/** SELECT of the records of files that have been named to DuckDB. */
function selectOf(reader: Reader, group: readonly StagedFile[]): string {
  return recordsSelect(reader, {
    files: group.map((staged) => staged.stagedPath),
    maximumObjectSize: Math.max(Math.max(...group.map((staged) => staged.stagedBytes)) + 1024, 1024 * 1024),
    oneLine: group.every((staged) => staged.oneLine),
  });
}

/** How the table `stored` holds records. */
interface Layout {
  readonly eventsSql: EventsSql;
  /** Columns held as numbers of known texts. */
  readonly known: readonly RepeatingColumn[];
}

/** Looks at some files from all over the archive. They are read again with the others: this decides how records are held, and nothing else. */
async function learnTexts(connection: DuckDBConnection, { files, reader }: LogSource, places: StagingPlaces, eventsSql: EventsSql): Promise<readonly RepeatingColumn[]> {
  const every = files.length / SAMPLE_FILES;
  if (files.length <= SAMPLE_FILES) return [];
  const sample = Array.from({ length: SAMPLE_FILES }, (_, index) => files[Math.floor(index * every)]).filter((file): file is LogFile => file !== undefined && file.bytes <= SAMPLE_FILE_BYTES);
  const { staged } = await stageBatch({ files: sample, reader }, 0, places);
  try {
    const group = alike(staged)[0] ?? [];
    if (group.length === 0) return [];
    await nameStaged(connection, group);
    return (await keepSample(connection, selectOf('any-shape', group), eventsSql)) ? await nameKnownTexts(connection) : [];
  } finally {
    await places.free(staged);
  }
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
