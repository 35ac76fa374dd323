import type { Row, Value } from '../engines/engine.js';

/**
 * The CSV edition of a result is for spreadsheets: no cell can start a formula, nothing invisible stays invisible, and a
 * row is exactly one line. That alters hostile values, so the JSONL file beside it holds every value exactly.
 *
 * Every field is quoted; NULL is an empty unquoted field and the empty text is `""`.
 */

/** The most a spreadsheet cell can hold; longer text is shortened here and whole in the JSONL. */
export const MAX_CELL_LENGTH = 32_767;
/** Room kept in a shortened cell for its leading `'` and for "[n more characters]". */
const NOTE_ROOM = 40;

/** What starts a formula, in its ASCII, full-width and small forms. */
const FORMULA = '=+\\-@\\uff1d\\uff0b\\uff0d\\uff20\\ufe66\\ufe62\\ufe63\\ufe6b';
/** What a spreadsheet may skip before it looks for a formula. */
const SKIPPED = '\\s"\'';
/**
 * Controls, bidirectional marks, zero-width and other characters nobody can see, first and last of each range. Listed
 * rather than named by Unicode property, so that a newer Node cannot change an evidence id.
 */
const UNSEEN = classOf([
  [0x00, 0x1f], [0x7f, 0x9f], [0xad, 0xad], [0x34f, 0x34f], [0x61c, 0x61c], [0x115f, 0x1160], [0x17b4, 0x17b5], [0x180b, 0x180f],
  [0x200b, 0x200f], [0x2028, 0x202e], [0x2060, 0x206f], [0x3164, 0x3164], [0xfe00, 0xfe0f], [0xfeff, 0xfeff], [0xffa0, 0xffa0], [0xfff0, 0xfffb],
]);
const UNSEEN_ASTRAL = classOf([[0x1bca0, 0x1bca3], [0x1d173, 0x1d17a], [0xe0000, 0xe0fff]]);
const SURROGATES = classOf([[0xd800, 0xdfff]]);
/** `⟨` and `⏎`, which this encoder itself writes: shown by their code point too, so that reading back is never in doubt. */
const OWN_SIGNS = classOf([[0x27e8, 0x27e8], [0x23ce, 0x23ce]]);

/** True for the rare cell that cannot simply be put between quotes. Surrogates go the careful way, astral text with them. */
const NEEDS_CARE = new RegExp(`^[${SKIPPED}${FORMULA}]|["${UNSEEN}${SURROGATES}${OWN_SIGNS}]|;[${SKIPPED}]*[${FORMULA}]`);
const DANGEROUS_LEAD = new RegExp(`^(?:[${UNSEEN}${UNSEEN_ASTRAL}]|[${SKIPPED}]*[${FORMULA}])`, 'u');
/** Where the list separator is `;`, a comma-separated file is split at it, and what follows can start a formula too. */
const DANGEROUS_AFTER_SEMICOLON = new RegExp(`;(?=[${SKIPPED}]*[${FORMULA}])`, 'g');
const SHOWN = new RegExp(`\\r\\n|[${UNSEEN}${UNSEEN_ASTRAL}${SURROGATES}${OWN_SIGNS}]`, 'gu');

/** One row as one line, with its line feed. */
export function csvLine(row: Row): string {
  let line = csvCell(row[0] ?? null);
  for (let index = 1; index < row.length; index++) line += `,${csvCell(row[index] ?? null)}`;
  return `${line}\n`;
}

/** One field, quoted and safe to open in a spreadsheet. */
export function csvCell(value: Value): string {
  if (value === null) return '';
  // A number keeps its minus sign: only text can be a formula.
  if (typeof value === 'number') return `"${value}"`;
  if (value.length <= MAX_CELL_LENGTH - NOTE_ROOM && !NEEDS_CARE.test(value)) return `"${value}"`;
  return `"${spreadsheetSafe(value).replaceAll('"', '""')}"`;
}

function spreadsheetSafe(value: string): string {
  const lead = DANGEROUS_LEAD.test(value) ? "'" : '';
  const shown = showUnseen(value);
  return lead + (lead.length + shown.length <= MAX_CELL_LENGTH ? shown : shorten(value));
}

/** Line breaks as `⏎`, anything else that cannot be seen as `⟨U+202E⟩`. */
export function showUnseen(value: string): string {
  return value.replace(SHOWN, showCharacter).replace(DANGEROUS_AFTER_SEMICOLON, ";'");
}

function showCharacter(found: string): string {
  if (found === '\r\n' || found === '\n' || found === '\r') return '⏎';
  return `⟨U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

/** The longest beginning whose shown form fits a cell, with a count of the characters left out. */
function shorten(value: string): string {
  const room = MAX_CELL_LENGTH - NOTE_ROOM;
  let fits = 0;
  let over = Math.min(value.length, room) + 1;
  let middle = over - 1;
  while (over - fits > 1) {
    if (showUnseen(value.slice(0, middle)).length <= room) fits = middle;
    else over = middle;
    middle = fits + ((over - fits) >> 1);
  }
  if (splitsPair(value, fits)) fits -= 1;
  let left = 0;
  for (let index = fits; index < value.length; index += splitsPair(value, index + 1) ? 2 : 1) left += 1;
  return `${showUnseen(value.slice(0, fits))}[${left} more character${left === 1 ? '' : 's'}]`;
}

function splitsPair(value: string, index: number): boolean {
  return isSurrogate(value.charCodeAt(index - 1), 0xd800) && isSurrogate(value.charCodeAt(index), 0xdc00);
}

function isSurrogate(unit: number, first: number): boolean {
  return unit >= first && unit < first + 0x400;
}

/** Ranges as the inside of a character class. */
function classOf(ranges: readonly (readonly [number, number])[]): string {
  const escaped = (code: number): string => (code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`);
  return ranges.map(([first, last]) => `${escaped(first)}-${escaped(last)}`).join('');
}
