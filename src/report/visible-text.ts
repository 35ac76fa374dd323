/**
 * Text as a reader can see it. CloudTrail text is written by whoever calls AWS: characters that hide, reorder or overlay
 * other characters are shown by their code point, `⟨U+202E⟩`, and nothing is dropped. A literal `⟨` or `⏎` is shown the
 * same way, so that the reading back is never in doubt.
 */
const UNSEEN = new RegExp(
  [
    // Controls, format characters, lone surrogates, private use, unassigned; line and paragraph separators.
    String.raw`[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]`,
    // What fonts draw as nothing, and spaces that are not the space.
    String.raw`\p{Default_Ignorable_Code_Point}`,
    String.raw`(?! )\p{Zs}`,
    '\u2800',
    // The two signs this function itself writes.
    '[\u27E8\u23CE]',
    // A mark with nothing to stand on, and marks piled higher than any script needs.
    String.raw`(?<=^|\p{M}{3})\p{M}`,
  ].join('|'),
  'gu',
);

/** Arabic and Syriac signs that Unicode files under "format" but that are drawn. */
const DRAWN_FORMAT = /[\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2]/;

export function codePointName(char: string): string {
  return `⟨U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

/** One line of visible text: a line feed is shown as `⏎`. */
export function visibleLine(text: string): string {
  return text.replace(UNSEEN, (char) => (char === '\n' ? '⏎' : DRAWN_FORMAT.test(char) ? char : codePointName(char)));
}

/** Visible text that keeps its line feeds and tabs: for SQL. */
export function visibleBlock(text: string): string {
  return text.split('\n').map((line) => line.split('\t').map(visibleLine).join('    ')).join('\n');
}

/** Longest value a report prints in full; longer than any object key or ARN. */
export const LONGEST_NAME = 1_100;
/** Longest text with spaces in it (messages, user agents) that a report prints in full. */
export const LONGEST_PROSE = 300;

/** Cuts a long text and says how much is missing. Names and keys are never cut; texts are, in code points. */
export function capped(text: string): { readonly shown: string; readonly missing: number } {
  // Nothing this short in UTF-16 units can be too long in code points.
  if (text.length <= LONGEST_PROSE) return { shown: text, missing: 0 };
  const limit = /\s/.test(text.slice(0, LONGEST_NAME)) ? LONGEST_PROSE : LONGEST_NAME;
  const points = Array.from(text);
  return points.length <= limit ? { shown: text, missing: 0 } : { shown: points.slice(0, limit).join(''), missing: points.length - limit };
}
