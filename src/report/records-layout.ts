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
const LINE_CHARACTERS = 117;
const NARROWEST = 7;
/** What a column of several words asks for at first. */
const WIDEST_WORDS = 22;
/** What a column with one long word asks for at first. */
const WIDEST_WORD = 31;
/** A longer word than this has no place beside others: it would stand on many lines, or leave no room. */
const LONGEST_BESIDE = 45;
/** A cell's padding, in characters. */
const PADDING = 1.5;

const text = (value: Value): string => (value === null ? '' : String(value));

interface Column {
  readonly index: number;
  readonly name: string;
  /** Width at which no word is broken; of a value without spaces, its whole length. */
  readonly unbroken: number;
  /** Width at which every value stands on one line. */
  readonly whole: number;
  /** The least it is set in. */
  readonly wish: number;
}

function columnOf(name: string, index: number, cells: readonly string[]): Column {
  const lengths = cells.map((cell) => cell.length).sort((a, b) => a - b);
  const longest = lengths.at(-1) ?? 0;
  const word = Math.max(0, ...cells.flatMap((cell) => cell.split(' ').map((each) => each.length)));
  const most = lengths[Math.floor((lengths.length - 1) * 0.85)] ?? 0;
  const headingWord = Math.max(...name.split('_').map((each) => each.length));
  const least = Math.max(NARROWEST, headingWord);
  return {
    index,
    name,
    unbroken: Math.max(least, word) + PADDING,
    whole: Math.max(least, longest) + PADDING,
    wish: Math.max(least, Math.min(WIDEST_WORD, word), Math.min(WIDEST_WORDS, most)) + PADDING,
  };
}

/** Side by side as long as there is room, in the query's order; what does not fit goes under the row with its name. */
export function layOut(columns: readonly string[], rows: readonly (readonly Value[])[]): RecordsLayout {
  const blank = columns.map((_, index) => rows.every((row) => (row[index] ?? null) === null));
  const filled = columns.map((name, index) => columnOf(name, index, rows.map((row) => text(row[index] ?? null)))).filter(({ index }) => !blank[index]);
  const widths = besideEachOther(filled.filter(({ name }) => !TRACE.has(name)));
  const sum = [...widths.values()].reduce((total, width) => total + width, 0);
  return {
    main: filled.flatMap(({ index, name }) => {
      const width = widths.get(index);
      return width === undefined ? [] : [{ index, name, width: Math.round((width / sum) * 1000) / 10 }];
    }),
    detail: filled.filter(({ index }) => !widths.has(index)).sort((a, b) => Number(LONG.has(a.name)) - Number(LONG.has(b.name)) || a.index - b.index).map(({ index, name }) => ({ index, name })),
    empty: columns.filter((_, index) => blank[index]),
  };
}

/** Widths in characters, by index, of the columns set side by side. One whose words would be broken makes room for others, unless readers look for it first. */
function besideEachOther(columns: readonly Column[]): ReadonlyMap<number, number> {
  const ranked = [...columns].sort((a, b) => rank(a.name) - rank(b.name) || a.index - b.index);
  const short = ranked.filter(({ name, unbroken }) => rank(name) === 0 || unbroken - PADDING <= LONGEST_BESIDE);
  let candidates = short.length > 0 ? short : ranked.slice(0, 1);
  for (;;) {
    const widths = widthsOf(candidates);
    const broken = candidates.filter(({ index, name, unbroken }) => rank(name) > 0 && unbroken > (widths.get(index) ?? Infinity)).at(-1);
    if (broken === undefined || widths.size <= 1) return widths;
    candidates = candidates.filter((column) => column !== broken);
  }
}

/** What each column asks for, then room for whole words, then for whole values, the least want first. */
function widthsOf(ranked: readonly Column[]): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  let room = LINE_CHARACTERS;
  for (const { index, wish } of ranked) {
    if (wish > room) continue;
    room -= wish;
    widths.set(index, wish);
  }
  for (const wanted of ['unbroken', 'whole'] as const) {
    const short = ranked.map((column) => ({ index: column.index, width: widths.get(column.index) ?? Infinity, want: column[wanted] })).filter(({ width, want }) => want > width);
    for (const { index, width, want } of short.sort((a, b) => (a.want - a.width) - (b.want - b.width) || a.index - b.index)) {
      const given = Math.min(room, want - width);
      room -= given;
      widths.set(index, width + given);
    }
  }
  return widths;
}
