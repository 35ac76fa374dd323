import type { Value } from '../engines/engine.js';
import type { Block, Inline, Line, Medium, RecordsBlock, Section, TableBlock } from './blocks.js';
import { data, line, quiet, words } from './blocks.js';
import { layOut } from './records-layout.js';
import { count, counted } from './wording.js';

/** Blocks as a template takes them: tables cut at the medium's cap, with a caption that says so. */
export type SetBlock = Exclude<Block, TableBlock | RecordsBlock> | SetTable | SetRecords;

export interface SetTable {
  readonly kind: 'table';
  readonly caption: Line;
  readonly columns: TableBlock['columns'];
  readonly rows: readonly (readonly { readonly line: Line; readonly numeric: boolean }[])[];
  readonly dense: boolean;
  /** Few enough rows to stay together. */
  readonly small: boolean;
}

export interface SetRecords {
  readonly kind: 'records';
  readonly caption: Line;
  readonly heads: readonly { readonly name: string; readonly width: number }[];
  readonly rows: readonly { readonly number: string; readonly cells: readonly Line[]; readonly details: readonly { readonly name: string; readonly own: boolean; readonly line: Line }[] }[];
  readonly span: number;
}

export interface SetSection extends Omit<Section, 'blocks' | 'sections'> {
  readonly blocks: readonly SetBlock[];
  readonly sections: readonly SetSection[];
}

export function setSection(section: Section, medium: Medium): SetSection {
  return { ...section, blocks: section.blocks.map((block) => setBlock(block, medium)), sections: section.sections.map((each) => setSection(each, medium)) };
}

function setBlock(block: Block, medium: Medium): SetBlock {
  if (block.kind === 'table') return setTable(block, block.caps[medium]);
  if (block.kind === 'records') return medium === 'page' ? setPageRecords(block) : setTextRecords(block);
  return block;
}

const SMALL = 4;

function setTable(block: TableBlock, cap: number): SetTable {
  const shown = block.rows.slice(0, cap);
  const caption = shown.length < block.rows.length
    ? line(...block.caption, `: first ${count(shown.length)} of ${count(block.rows.length)}`, ...(block.rest.length > 0 ? ['; ', ...block.rest] : []))
    : block.caption;
  return {
    kind: 'table',
    caption,
    columns: block.columns,
    rows: shown.map((row) => row.map((cell, index) => ({ line: cell, numeric: block.columns[index]?.numeric ?? false }))),
    dense: block.dense,
    small: block.together || shown.length <= SMALL,
  };
}

/** "first 25 of 1,204; all of them: results/IAM-02.csv, sha256 …" */
export function recordsCaption(block: RecordsBlock, shown: number): Line {
  if (shown >= block.total) return line(`${block.id}: ${counted(block.total, 'row')}, all shown`);
  const file: readonly Inline[] = block.file === null ? [] : [words(`; all of them: ${block.file.path}, sha256 `), data(block.file.sha256)];
  return line(`${block.id}: first ${count(shown)} of ${count(block.total)}`, ...file);
}

/** A cell of the CSV: a field the record lacks is a dash, an empty one says so, a whole number is a number. */
function cell(value: Value): Line {
  if (value === null) return [quiet('–')];
  if (typeof value === 'number') return [words(String(value))];
  return [value === '' ? quiet('(empty)') : data(value)];
}

function setPageRecords(block: RecordsBlock): SetRecords {
  const shown = block.rows;
  const layout = layOut(block.columns, shown);
  return {
    kind: 'records',
    caption: line(...recordsCaption(block, shown.length), ...(layout.empty.length > 0 ? [`. Empty in all rows shown, and left out: ${layout.empty.map(heading).join(', ')}`] : [])),
    heads: layout.main.map(({ name, width }) => ({ name: heading(name), width })),
    rows: shown.map((row, index) => ({
      number: String(index + 1),
      cells: layout.main.map((column) => cell(row[column.index] ?? null)),
      details: layout.detail.filter((column) => (row[column.index] ?? null) !== null).map((column) => ({ name: heading(column.name), own: column.name === 'source_file', line: cell(row[column.index] ?? null) })),
    })),
    span: layout.main.length,
  };
}

function setTextRecords(block: RecordsBlock): SetTable {
  const shown = block.rows;
  return {
    kind: 'table',
    caption: recordsCaption(block, shown.length),
    columns: [{ label: '#', width: 0, numeric: true }, ...block.columns.map((name) => ({ label: heading(name), width: 0, numeric: false }))],
    rows: shown.map((row, index) => [line(String(index + 1)), ...block.columns.map((_, at) => cell(row[at] ?? null))].map((each, at) => ({ line: each, numeric: at === 0 }))),
    dense: false,
    small: false,
  };
}

const heading = (column: string): string => column.replace(/_/g, ' ');
