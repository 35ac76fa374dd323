import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { openDuckDb } from '../src/engines/duckdb/engine.js';
import type { Value } from '../src/engines/engine.js';
import { executable, type QueryLists } from '../src/pack/executable-query.js';
import { DERIVED_LISTS, type Query, type QuerySetting } from '../src/pack/query.js';
import { listValues } from '../src/settings/list-values.js';
import { LIST_NAMES } from '../src/settings/settings.js';
import { parseSettingsFile } from '../src/settings/settings-file.js';

/** A CloudTrail record as AWS logs it. */
export type LogRecord = Record<string, unknown>;
/** As in a settings file; with them `accounts`, `production-accounts` and `incident`. */
type Lists = Partial<Record<QuerySetting, readonly unknown[]>>;

interface Change {
  readonly set?: Readonly<Record<string, unknown>>;
  readonly unset?: readonly string[];
}

interface MustCase extends Change {
  readonly name: string;
  readonly given?: readonly Change[];
  readonly settings?: Lists;
  /** Values the returned rows hold. */
  readonly rows?: readonly Readonly<Record<string, Value>>[];
}

interface MustNotCase extends Change {
  readonly name: string;
  /** The must it differs from in one field. */
  readonly unlike: string;
  /** Indexes of `given` left out. */
  readonly drop_given?: readonly number[];
  readonly settings?: Lists;
}

export interface CaseFile {
  readonly query: string;
  readonly settings?: Lists;
  readonly base: LogRecord;
  readonly given?: readonly Change[];
  readonly must: readonly MustCase[];
  readonly must_not: readonly MustNotCase[];
}

/** One case made concrete: the records in the logs, the id of the event it is about, and its lists. */
export interface Case {
  readonly name: string;
  readonly records: readonly LogRecord[];
  readonly eventId: string;
  readonly lists: QueryLists;
  readonly rows: readonly Readonly<Record<string, Value>>[];
}

export async function readCaseFile(path: string): Promise<CaseFile> {
  return parse(await readFile(path, 'utf8')) as CaseFile;
}

export function mustCases(file: CaseFile): readonly Case[] {
  return file.must.map((must) => made(file, must.name, must, [], must.given, must.settings, must.rows));
}

/** Each must-not as its must with one thing changed. Throws when it names no must or changes more than one thing. */
export function mustNotCases(file: CaseFile): readonly Case[] {
  return file.must_not.map((mustNot) => {
    const must = file.must.find(({ name }) => name === mustNot.unlike);
    if (must === undefined) throw new Error(`${file.query}: "${mustNot.name}" is unlike "${mustNot.unlike}", which is no must`);
    const differences = Object.keys(mustNot.set ?? {}).length + (mustNot.unset ?? []).length + (mustNot.drop_given ?? []).length + (mustNot.settings ? 1 : 0);
    if (differences !== 1) throw new Error(`${file.query}: "${mustNot.name}" differs from its must in ${differences} things; it must be one`);
    const change = { set: { ...must.set, ...mustNot.set }, unset: [...(must.unset ?? []), ...(mustNot.unset ?? [])] };
    return made(file, mustNot.name, change, mustNot.drop_given ?? [], must.given, mustNot.settings ?? must.settings, []);
  });
}

function made(file: CaseFile, name: string, change: Change, dropped: readonly number[], given: readonly Change[] | undefined, lists: Lists | undefined, rows: MustCase['rows']): Case {
  const event = changed(file.base, change);
  const beside = (given ?? file.given ?? []).filter((_, index) => !dropped.includes(index)).map((other) => changed(file.base, other));
  return { name, records: [...beside, event], eventId: String(event['eventID']), lists: listsOf(lists ?? file.settings ?? {}), rows: rows ?? [] };
}

function listsOf(settings: Lists): QueryLists {
  const lists = Object.fromEntries(LIST_NAMES.filter((name) => settings[name] !== undefined).map((name) => [name, settings[name]]));
  const derived = Object.fromEntries(DERIVED_LISTS.filter((name) => settings[name] !== undefined).map((name) => [name, settings[name]]));
  // JSON is YAML, so the lists of a case are checked as those of a settings file.
  return { ...listValues(parseSettingsFile('case', new TextEncoder().encode(JSON.stringify({ lists }))).lists, CASE_PERIOD), ...derived };
}

function changed(base: LogRecord, { set = {}, unset = [] }: Change): LogRecord {
  const record = structuredClone(base);
  for (const path of unset) put(record, path.split('.'), undefined);
  for (const [path, value] of Object.entries(set)) put(record, path.split('.'), value);
  return record;
}

/** Sets a dotted path; `a[0].b` reaches into lists. Undefined removes. */
function put(record: LogRecord, dotted: readonly string[], value: unknown): void {
  const parts = dotted.flatMap((part) => part.split(/\[(\d+)\]/).filter((piece) => piece !== ''));
  let at: Record<string, unknown> = record;
  for (const part of parts.slice(0, -1)) {
    if (typeof at[part] !== 'object' || at[part] === null) at[part] = {};
    at = at[part] as Record<string, unknown>;
  }
  const last = parts.at(-1) ?? '';
  if (value === undefined) delete at[last];
  else at[last] = structuredClone(value);
}

/** Rows a query returns on a case, through the real engine: a log file on disk, DuckDB, the query's text. */
export async function runCase(query: Query, example: Case): Promise<readonly Readonly<Record<string, Value>>[]> {
  const folder = await mkdtemp(join(tmpdir(), 'query-case-'));
  try {
    const path = join(folder, 'case.json');
    const text = JSON.stringify({ Records: example.records });
    await writeFile(path, text);
    const file = { path, key: 'case.json', kind: 'log', account: null, region: null, deliveryDay: null, bytes: text.length } as const;
    const engine = await openDuckDb({ files: [file], period: CASE_PERIOD, memoryLimitMb: 512, tempDir: folder });
    try {
      await engine.load();
      const run = await engine.run(executable(query, example.lists));
      const rows: Record<string, Value>[] = [];
      for await (const chunk of run.chunks) {
        rows.push(...chunk.map((row) => Object.fromEntries(run.columns.map((column, index) => [column, row[index] ?? null]))));
      }
      return rows;
    } finally {
      await engine.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The month all cases play in. */
export const CASE_PERIOD = { start: '2026-10-01T00:00:00Z', end: '2026-11-01T00:00:00Z', label: '2026-10' };

export function names(row: Readonly<Record<string, Value>>, eventId: string): boolean {
  return [row['event_id'], row['first_event_id'], row['last_event_id']].includes(eventId);
}
