import type { Value } from '../engines/engine.js';
import type { Result } from '../evidence/result.js';
import type { FileDigest } from './input.js';
import { RESULT_WORDS } from '../evidence/result.js';

/** A run of text inside a line. Only `data` comes from the logs; the rest is ours or management's. */
export type Inline =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'quiet'; readonly text: string }
  | { readonly kind: 'data'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly target: string }
  | { readonly kind: 'result'; readonly result: Result; readonly text: string; readonly shape: string };
export type Line = readonly Inline[];

/** The two ways a report is set: pages (HTML, then PDF) and text (Markdown). */
export type Medium = 'page' | 'text';

export type Block =
  | { readonly kind: 'para'; readonly line: Line; readonly tone: 'plain' | 'lead' | 'note' | 'alert' | 'small' }
  | { readonly kind: 'list'; readonly items: readonly Line[]; readonly ordered: boolean }
  | { readonly kind: 'facts'; readonly head: readonly [string, string]; readonly rows: readonly { readonly label: string; readonly lines: readonly Line[] }[]; readonly headed: boolean; readonly labelWidth: number }
  | TableBlock
  | RecordsBlock
  | MatrixBlock
  | { readonly kind: 'code'; readonly text: string; readonly language: string }
  | { readonly kind: 'figure'; readonly svg: string; readonly line: Line }
  | { readonly kind: 'fields'; readonly rows: readonly { readonly label: string; readonly name: string; readonly wet: boolean }[] };

export interface Column {
  readonly label: string;
  /** Share of the table's width, in percent. */
  readonly width: number;
  readonly numeric: boolean;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly caption: Line;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Line[])[];
  readonly caps: Readonly<Record<Medium, number>>;
  /** Where the rows beyond the cap are. */
  readonly rest: Line;
  /** Small type, for hashes. */
  readonly dense: boolean;
  /** Not torn at the end of a page, though it is longer than tables are that need not say so. */
  readonly together: boolean;
}

/** The first rows of a query, as its CSV holds them; the same rows on pages and in text. */
export interface RecordsBlock {
  readonly kind: 'records';
  readonly id: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
  /** Rows the query returned in all. */
  readonly total: number;
  readonly file: FileDigest | null;
}

/** A table with many narrow columns in its middle, whose headings stand upright. */
export interface MatrixBlock {
  readonly kind: 'matrix';
  readonly heads: readonly [string, string];
  readonly columns: readonly { readonly line: Line }[];
  readonly tails: readonly string[];
  readonly rows: readonly { readonly cells: readonly Line[]; readonly heads: readonly Line[]; readonly marks: readonly Line[]; readonly tails: readonly Line[] }[];
}

export interface Section {
  /** Anchor, unique in the report. */
  readonly id: string;
  /** "3.2", "A"; empty for sections that go by their own id. */
  readonly number: string;
  readonly title: string;
  /** 2 to 4; the report's title is 1. */
  readonly level: 2 | 3 | 4;
  /** How its page is set: a new page, a page on its side, or where the last section ends. */
  readonly page: 'new' | 'wide' | 'flow';
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
}

export const words = (text: string): Inline => ({ kind: 'words', text });
export const strong = (text: string): Inline => ({ kind: 'strong', text });
export const quiet = (text: string): Inline => ({ kind: 'quiet', text });
export const data = (text: string): Inline => ({ kind: 'data', text });
export const link = (text: string, target: string): Inline => ({ kind: 'link', text, target });

/** Shape that stands beside the word, so that the result reads in grey and by people who see no colour. */
const SHAPES: Readonly<Record<Result, string>> = {
  failed: '✕',
  'not-evaluated': '–',
  'not-collected': '–',
  exceptions: '■',
  incomplete: '△',
  'no-exceptions': '□',
  population: '◇',
  observed: '●',
  'not-observed': '○',
};
export const result = (of: Result): Inline => ({ kind: 'result', result: of, text: RESULT_WORDS[of], shape: SHAPES[of] });

/** A line from text and runs: plain strings are our words. */
export function line(...parts: readonly (Inline | string)[]): Line {
  return parts.map((part) => (typeof part === 'string' ? words(part) : part));
}

export function para(...parts: readonly (Inline | string)[]): Block {
  return { kind: 'para', line: line(...parts), tone: 'plain' };
}
export function note(...parts: readonly (Inline | string)[]): Block {
  return { kind: 'para', line: line(...parts), tone: 'note' };
}
/** Small print beside code and tables. */
export function small(...parts: readonly (Inline | string)[]): Block {
  return { kind: 'para', line: line(...parts), tone: 'small' };
}
export function alert(...parts: readonly (Inline | string)[]): Block {
  return { kind: 'para', line: line(...parts), tone: 'alert' };
}
export function list(items: readonly Line[], ordered = false): Block {
  return { kind: 'list', items, ordered };
}
export function code(text: string, language: string): Block {
  return { kind: 'code', text, language };
}
/** `headed`: its headings are printed; else they are there for those who cannot see the table. `labelWidth`: of the first column, in percent. */
export function facts(head: readonly [string, string], rows: readonly (readonly [string, Line | readonly Line[]])[], { headed = false, labelWidth = 21 } = {}): Block {
  return { kind: 'facts', head, headed, labelWidth, rows: rows.map(([label, value]) => ({ label, lines: isLines(value) ? value : [value] })) };
}
function isLines(value: Line | readonly Line[]): value is readonly Line[] {
  return Array.isArray(value[0]);
}

/** Rows a table prints in each medium before it points to where all of them are. */
export const TABLE_CAPS = { page: 60, text: 25 } as const;

export function table(
  caption: Line,
  columns: readonly (readonly [label: string, width: number, kind?: 'numeric'])[],
  rows: readonly (readonly Line[])[],
  more: { readonly rest?: Line; readonly caps?: Readonly<Record<Medium, number>>; readonly dense?: boolean; readonly together?: boolean } = {},
): TableBlock {
  return {
    kind: 'table',
    caption,
    columns: columns.map(([label, width, kind]) => ({ label, width, numeric: kind === 'numeric' })),
    rows,
    caps: more.caps ?? TABLE_CAPS,
    rest: more.rest ?? [],
    dense: more.dense ?? false,
    together: more.together ?? false,
  };
}

/** A table that is part of the argument and is always printed whole. */
export const ALL_ROWS = { page: Infinity, text: Infinity } as const;

export function section(
  id: string,
  number: string,
  title: string,
  blocks: readonly Block[],
  more: { readonly level?: 2 | 3 | 4; readonly page?: Section['page']; readonly sections?: readonly Section[] } = {},
): Section {
  const level = more.level ?? 2;
  return { id, number, title, level, page: more.page ?? 'flow', blocks, sections: more.sections ?? [] };
}
