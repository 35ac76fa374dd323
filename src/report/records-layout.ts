import type { Value } from '../engines/engine.js';

/** How a query's rows are set on a page: some columns side by side, the rest on a second line under each row. */
export interface RecordsLayout {
  readonly main: readonly { readonly index: number; readonly name: string; readonly width: number }[];
  readonly detail: readonly { readonly index: number; readonly name: string }[];
  /** Columns without a value in any row shown. */
  readonly empty: readonly string[];
}

/** Columns that lead back to the log rather than tell what happened: long, and read one at a time. */
const TRACE = new Set(['exception_id', 'event_id', 'first_event_id', 'last_event_id', 'source_file', 'user_agent', 'error_message', 'shared_event_id']);

/** Columns whose text fills lines; they stand after the others. */
const LONG = new Set(['user_agent', 'error_message', 'source_file']);

/** What a reader looks for first, and what can wait when there is no room; the rest stands between. */
const FIRST = new Set(['event_time', 'first_time', 'account_id', 'actor_name', 'event_name', 'events']);
const LATER = new Set(['region', 'source_ip', 'actor_class', 'event_source', 'outcome', 'last_time']);
const LAST = new Set(['console', 'invoked_by', 'mfa', 'mfa_used']);

function rank(name: string): number {
  if (FIRST.has(name)) return 0;
  if (LAST.has(name)) return 3;
  return LATER.has(name) ? 2 : 1;
}

/** Characters of fixed-width type that fit the text column, row number and cell padding taken off. */
const LINE_CHARACTERS = 118;
const NARROWEST = 7;
const WIDEST = 22;
/** Values up to this long are never broken. */
const UNBROKEN = 20;
/** A cell's padding, in characters. */
const PADDING = 2;

const text = (value: Value): string => (value === null ? '' : String(value));

/** The width a column would like: what its cells need, or most of them where they are long, and its own heading. */
function wished(name: string, cells: readonly string[]): number {
  const lengths = cells.map((cell) => cell.length).sort((a, b) => a - b);
  const longest = lengths.at(-1) ?? 0;
  const most = longest <= UNBROKEN ? longest : Math.max(UNBROKEN, lengths[Math.floor((lengths.length - 1) * 0.85)] ?? 0);
  const longestWord = Math.max(...name.split('_').map((word) => word.length));
  return Math.min(WIDEST, Math.max(NARROWEST, longestWord, most)) + PADDING;
}

/** Side by side as long as there is room, in the query's order; what does not fit goes under the row with its name. */
export function layOut(columns: readonly string[], rows: readonly (readonly Value[])[]): RecordsLayout {
  const described = columns.map((name, index) => {
    const cells = rows.map((row) => text(row[index] ?? null));
    return { index, name, blank: rows.every((row) => (row[index] ?? null) === null), wish: wished(name, cells) };
  });
  const filled = described.filter((column) => !column.blank);
  let room = LINE_CHARACTERS;
  const taken = new Set<number>();
  for (const column of filled.filter(({ name }) => !TRACE.has(name)).sort((a, b) => rank(a.name) - rank(b.name) || a.index - b.index)) {
    if (column.wish > room) continue;
    room -= column.wish;
    taken.add(column.index);
  }
  const main = filled.filter((column) => taken.has(column.index));
  const asked = main.reduce((sum, column) => sum + column.wish, 0);
  return {
    main: main.map(({ index, name, wish }) => ({ index, name, width: Math.round((wish / Math.max(1, asked)) * 1000) / 10 })),
    detail: filled.filter((column) => !taken.has(column.index)).sort((a, b) => Number(LONG.has(a.name)) - Number(LONG.has(b.name)) || a.index - b.index).map(({ index, name }) => ({ index, name })),
    empty: described.filter((column) => column.blank).map(({ name }) => name),
  };
}
