import type { LogRecord } from '../engines/case-engine.js';
import type { Value } from '../engines/engine.js';
import type { QueryLists } from '../pack/executable-query.js';
import { DERIVED_LISTS } from '../pack/query.js';
import { listValues } from '../settings/list-values.js';
import type { Period } from '../settings/period.js';
import { LIST_NAMES } from '../settings/settings.js';
import { parseSettingsFile } from '../settings/settings-file.js';
import { type CaseFile, type CaseLists, type Change, type MustCase, pathParts } from './case-file.js';

/** The month all cases play in. */
export const CASE_PERIOD: Period = { start: '2026-10-01T00:00:00Z', end: '2026-11-01T00:00:00Z', label: '2026-10' };

/** One case made concrete: the records in the logs, the id of the event it is about, and its lists. */
export interface Case {
  readonly name: string;
  readonly records: readonly LogRecord[];
  readonly eventId: string;
  readonly lists: QueryLists;
  /** Values that returned rows hold. */
  readonly rows: readonly Readonly<Record<string, Value>>[];
}

export function mustCases(file: CaseFile): readonly Case[] {
  return file.must.map((must) => made(file, must.name, must, [], must.given, must.settings, must.rows));
}

/** Each must-not as its must with one thing changed; that it is one thing, the file's reader has seen to. */
export function mustNotCases(file: CaseFile): readonly Case[] {
  return file.must_not.map((mustNot) => {
    const must = file.must.find(({ name }) => name === mustNot.unlike);
    const change = { set: { ...must?.set, ...mustNot.set }, unset: [...(must?.unset ?? []), ...(mustNot.unset ?? [])] };
    return made(file, mustNot.name, change, mustNot.drop_given ?? [], must?.given, mustNot.settings ?? must?.settings, []);
  });
}

function made(file: CaseFile, name: string, change: Change, dropped: readonly number[], given: readonly Change[] | undefined, lists: CaseLists | undefined, rows: MustCase['rows']): Case {
  const event = changed(file.base, change);
  const beside = (given ?? file.given ?? []).filter((_, index) => !dropped.includes(index)).map((other) => changed(file.base, other));
  return { name, records: [...beside, event], eventId: String(event['eventID']), lists: listsOf(lists ?? file.settings ?? {}), rows: rows ?? [] };
}

function listsOf(settings: CaseLists): QueryLists {
  const lists = Object.fromEntries(LIST_NAMES.filter((name) => settings[name] !== undefined).map((name) => [name, settings[name]]));
  const derived = Object.fromEntries(DERIVED_LISTS.flatMap((name) => (settings[name] === undefined ? [] : [[name, settings[name].map(String)]])));
  // JSON is YAML, so the lists of a case are checked as those of a settings file.
  return { ...listValues(parseSettingsFile('case', new TextEncoder().encode(JSON.stringify({ lists }))).lists, CASE_PERIOD), ...derived };
}

function changed(base: LogRecord, { set = {}, unset = [] }: Change): LogRecord {
  const record = structuredClone(base) as Record<string, unknown>;
  for (const path of unset) put(record, pathParts(path) ?? [], undefined);
  for (const [path, value] of Object.entries(set)) put(record, pathParts(path) ?? [], value);
  return record;
}

/** Sets what stands at a path, making what is not there on the way. Undefined removes. */
function put(record: Record<string, unknown>, parts: readonly (string | number)[], value: unknown): void {
  let at = record;
  for (const part of parts.slice(0, -1)) {
    const next = Object.hasOwn(at, part) ? at[part] : undefined;
    at = (typeof next === 'object' && next !== null ? next : (at[part] = {})) as Record<string, unknown>;
  }
  const last = parts.at(-1) ?? '';
  if (value === undefined) delete at[last];
  else at[last] = structuredClone(value);
}

/** Whether a row is of that event: itself, or one of a group. */
export function names(row: Readonly<Record<string, Value>>, eventId: string): boolean {
  return [row['event_id'], row['first_event_id'], row['last_event_id']].includes(eventId);
}
