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

/** Characters of fixed-width type that fit the text column, row number and cell padding taken off. */
const LINE_CHARACTERS = 112;
const NARROWEST = 8;
const WIDEST = 30;
/** A cell's padding, in characters. */
const PADDING = 2;

const text = (value: Value): string => (value === null ? '' : String(value));

/** The width a column would like: what most of its cells need, and its own heading. */
function wished(name: string, cells: readonly string[]): number {
  const lengths = cells.map((cell) => cell.length).sort((a, b) => a - b);
  const most = lengths[Math.floor((lengths.length - 1) * 0.85)] ?? 0;
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
  const main = filled.filter((column) => {
    if (TRACE.has(column.name) || column.wish > room) return false;
    room -= column.wish;
    return true;
  });
  const asked = main.reduce((sum, column) => sum + column.wish, 0);
  return {
    main: main.map(({ index, name, wish }) => ({ index, name, width: Math.round((wish / Math.max(1, asked)) * 1000) / 10 })),
    detail: filled.filter((column) => !main.includes(column)).map(({ index, name }) => ({ index, name })),
    empty: described.filter((column) => column.blank).map(({ name }) => name),
  };
}
