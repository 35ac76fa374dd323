import { parse } from 'csv-parse/sync';
import { describe, expect, it } from '@jest/globals';
import { csvCell, csvLine, MAX_CELL_LENGTH, showUnseen } from '../../src/store/csv.js';
import { HOSTILE } from './hostile.js';

/** One cell as a CSV reader gets it. */
function readBack(value: string | number | null): string {
  const rows = parse(csvLine([value, 'end']));
  expect(rows).toHaveLength(1);
  expect(rows[0]).toHaveLength(2);
  return (rows[0] as string[])[0] as string;
}

/** Anything a spreadsheet could see as the start of a formula, whatever it skips before. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const STARTS_FORMULA = /^[\s"\u200b\ufeff\u0000]*[=+\-@＝＋－＠\t\r]/u;

describe('a CSV cell', () => {
  it.each([
    ['plain text', 'AssumeRole', '"AssumeRole"'],
    ['NULL', null, ''],
    ['the empty text', '', '""'],
    ['a number', 42, '"42"'],
    ['a negative number, which is no formula', -5, '"-5"'],
    ['a negative number as text', '-5', `"'-5"`],
    ['a formula', '=1+1', `"'=1+1"`],
    ['a formula after spaces and quotes', ' "=1', `"' ""=1"`],
    ['a formula after a quote sign', "'=1", `"''=1"`],
    ['a full-width formula', '＝1', `"'＝1"`],
    ['a small-form formula', '﹦1', `"'﹦1"`],
    ['a leading tab', '\tx', `"'⟨U+0009⟩x"`],
    ['a leading line feed', '\nx', `"'⏎x"`],
    ['a leading invisible character', '\u200bx', `"'⟨U+200B⟩x"`],
    ['a leading tag character', '\u{e0041}x', `"'⟨U+E0041⟩x"`],
    ['a formula sign inside', 'a=b', '"a=b"'],
    ['an ARN', 'arn:aws:iam::111122223333:role/a+b=c,d@e-f', '"arn:aws:iam::111122223333:role/a+b=c,d@e-f"'],
    ['a user agent that a semicolon would split', 'bot/1; +http://x/', `"bot/1;' +http://x/"`],
    ['a semicolon before text', 'X11; Linux', '"X11; Linux"'],
    ['a quote', 'a"b', '"a""b"'],
    ['line breaks', 'a\nb\r\nc\rd', '"a⏎b⏎c⏎d"'],
    ['a tab inside', 'a\tb', '"a⟨U+0009⟩b"'],
    ['a lone surrogate', 'a\ud800', '"a⟨U+D800⟩"'],
    ['a pair', '🙂', '"🙂"'],
    ['our own marks', '⟨⏎', '"⟨U+27E8⟩⟨U+23CE⟩"'],
    ['leading space before text', ' a', '" a"'],
    ['letters of any script', 'Zoë שלום', '"Zoë שלום"'],
  ] as const)('%s', (_name, value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });

  it.each(HOSTILE)('stays one safe cell: %s', (_name, value) => {
    const cell = readBack(value);
    expect(cell).not.toMatch(STARTS_FORMULA);
    // eslint-disable-next-line no-control-regex -- control characters are what must not be there
    expect(cell).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\u{e0000}-\u{e007f}]|\p{Cs}/u);
    expect(cell.length).toBeLessThanOrEqual(MAX_CELL_LENGTH);
  });

  it.each(HOSTILE)('cannot start a formula where semicolons separate: %s', (_name, value) => {
    for (const part of readBack(value).split(';')) expect(part).not.toMatch(STARTS_FORMULA);
  });

  it('keeps text that just fits, and counts what it cuts from longer text', () => {
    expect(readBack('x'.repeat(MAX_CELL_LENGTH))).toBe('x'.repeat(MAX_CELL_LENGTH));
    const cut = readBack('x'.repeat(MAX_CELL_LENGTH + 1));
    const [, kept, left] = /^(x+)\[(\d+) more characters\]$/.exec(cut) as unknown as [string, string, string];
    expect(kept.length + Number(left)).toBe(MAX_CELL_LENGTH + 1);
  });

  it('counts characters, not surrogates, and never cuts a pair', () => {
    const [, kept, left] = /^((?:🙂)+)\[(\d+) more characters\]$/u.exec(readBack('🙂'.repeat(40_000))) as unknown as [string, string, string];
    expect(kept.length / 2 + Number(left)).toBe(40_000);
  });

  it('shows nearly a whole cell of text that grows when shown', () => {
    const cell = readBack('\u0000'.repeat(50_000));
    expect(cell.length).toBeGreaterThan(MAX_CELL_LENGTH - 60);
    const shown = cell.match(/⟨U\+0000⟩/g)?.length ?? 0;
    expect(cell).toContain(`[${50_000 - shown} more characters]`);
  });

  it('takes no longer for text made to slow patterns down', () => {
    const started = performance.now();
    for (const text of [';'.repeat(200_000), `;${' '.repeat(200_000)}`, ' '.repeat(200_000), `${'; '.repeat(100_000)}=`]) csvCell(text);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('a CSV file', () => {
  it('has one line a row and the same cells in every column', () => {
    const rows = HOSTILE.map(([, value]) => [value, null, value, 7, value]);
    const text = rows.map(csvLine).join('');
    expect(text.split('\n')).toHaveLength(rows.length + 1);
    const read = parse(text);
    expect(read.map((row) => row.length)).toEqual(rows.map(() => 5));
    for (const row of read) expect([row[1], row[3], row[2] === row[0], row[4] === row[0]]).toEqual(['', '7', true, true]);
  });

  it('tells NULL from the empty text', () => {
    const read = parse(csvLine([null, '']), { cast: (value, { quoting }) => (quoting ? value : null) }) as unknown[][];
    expect(read).toEqual([[null, '']]);
  });
});

describe('what cannot be seen', () => {
  it('is shown whatever regular expressions did before', () => {
    expect([showUnseen('\u202e'), showUnseen('\u202e'), showUnseen('a')]).toEqual(['⟨U+202E⟩', '⟨U+202E⟩', 'a']);
  });
});
