import { placeOf } from '../../sources/archive-path.js';
import type { AccountedFile, LogFile } from '../../sources/log-file.js';
import { eventCell, trailChange } from '../account-sql.js';
import { EngineError, type EventCell, type MalformedRecords, type RecordCounts, type Row, type TrailChange, type Value } from '../engine.js';

/** Rows of recordsByFileSql, by `source_file`. */
export type RecordsByFile = ReadonlyMap<string, { readonly records: number; readonly malformed: number }>;

export function recordsByFile(rows: readonly Row[]): RecordsByFile {
  return new Map(rows.map(([file, records, wellFormed]) => [String(file), { records: Number(records), malformed: Number(records) - Number(wellFormed) }]));
}

/** Log objects that Athena could not read, by address, or folders of them, and why. */
type RefusedPaths = ReadonlyMap<string, string>;

/** Whether an object is the one that is refused, or stands in the folder that is. */
export function isRefusedBy(refused: string, path: string): boolean {
  return refused.endsWith('/') ? path.startsWith(refused) : path === refused;
}

/** The fate of each listed object, and of those that the table has beyond the listing. */
export function accountForFiles(listed: readonly LogFile[], byFile: RecordsByFile, refused: RefusedPaths): readonly AccountedFile[] {
  const known = new Set(listed.map(({ key }) => key));
  const delivered = [...byFile.keys()].filter((key) => !known.has(key)).map((key): LogFile => ({ path: key, key, ...placeOf(key), bytes: 0 }));
  return [...listed, ...delivered].map((file) => ({ file, outcome: outcomeOf(file, byFile, refused) }));
}

function outcomeOf(file: LogFile, byFile: RecordsByFile, refused: RefusedPaths): AccountedFile['outcome'] {
  const found = byFile.get(file.key);
  // Nobody here saw its bytes.
  if (found !== undefined) return { list: 'read', records: found.records, sha256: null };
  const why = [...refused].find(([path]) => isRefusedBy(path, file.path))?.[1];
  if (why !== undefined) return { list: 'not-read', reason: 'refused by the engine', detail: why };
  if (file.bytes === 0) return { list: 'not-read', reason: 'empty file', detail: 'the object has no bytes' };
  return { list: 'not-read', reason: 'no records', detail: 'the table returns no record of this object: its partitions do not cover it, or it holds none' };
}

export function malformedByPlace(files: readonly AccountedFile[], byFile: RecordsByFile): readonly MalformedRecords[] {
  return files.flatMap(({ file: { key, account, region, deliveryDay } }) => {
    const malformed = byFile.get(key)?.malformed ?? 0;
    return malformed === 0 ? [] : [{ account: account ?? 'unknown', region: region ?? 'unknown', day: deliveryDay, records: malformed }];
  });
}

/**
 * Where every record went, from the rows of eventCountsSql and duplicatesSql.
 *
 * @throws EngineError where statements over the same records do not agree.
 */
export function tieOut(byFile: RecordsByFile, [events, leadIn, wellFormed]: Row, duplicates: number): RecordCounts {
  const sum = (of: (file: { records: number; malformed: number }) => number): number => [...byFile.values()].reduce((total, file) => total + of(file), 0);
  const counts: RecordCounts = {
    records: sum(({ records }) => records),
    malformed: sum(({ malformed }) => malformed),
    duplicates,
    outsidePeriod: Number(wellFormed) - Number(events) - Number(leadIn),
    leadIn: Number(leadIn),
    events: Number(events),
  };
  if (counts.events + counts.leadIn + counts.outsidePeriod + counts.duplicates + counts.malformed !== counts.records) {
    throw new EngineError(`Records do not tie out: ${counts.records} read, but ${JSON.stringify(counts)} accounted for. Nothing can be said from these logs.`);
  }
  return counts;
}

/** From rows of cellsSql, whose order the count around them may undo. */
export function cellsOf(rows: readonly Row[]): readonly EventCell[] {
  return inOrder(rows, [0, 1, 2, 3, 4]).map(eventCell);
}

/** From rows of trailChangesSql, by time, account and event. */
export function trailChangesOf(rows: readonly Row[]): readonly TrailChange[] {
  return inOrder(rows, [2, 0, 4]).map(trailChange);
}

/** By one column, then the next; nothing last. */
function inOrder(rows: readonly Row[], columns: readonly number[]): readonly Row[] {
  const before = (a: Value, b: Value): number => (a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1);
  return [...rows].sort((a, b) => columns.map((column) => before(a[column] ?? null, b[column] ?? null)).find((order) => order !== 0) ?? 0);
}

/** So many requests say whether their names have capital letters. */
const REQUESTS_THAT_TELL = 50;

/**
 * Refuses a table whose SerDe writes names in lower case, from the row of capitalNamesSql: queries would find nothing by them, and nothing found would be told.
 *
 * @throws EngineError
 */
export function checkNames([requests, inCapitals]: Row): void {
  if (Number(requests) < REQUESTS_THAT_TELL || Number(inCapitals) > 0) return;
  throw new EngineError(`The table gives the names inside requestParameters in lower case (none of ${requests} requests has a capital letter), so queries would find nothing by them. Make the table with the SerDe org.apache.hive.hcatalog.data.JsonSerDe, as setup/ does.`);
}
