import { codePointName, visibleBlock, visibleLine } from './visible-text.js';

/**
 * Data in Markdown stands in a code span, where Markdown, HTML, links, mentions and math have no meaning, and whose fence is
 * longer than any run of backticks inside.
 */
export function markdownData(text: string, place: 'table' | 'line'): string {
  const safe = codeSpan(shortRuns(visibleLine(text)));
  return place === 'table' ? escapePipes(safe) : safe;
}

/** Parsers stop looking for a closing fence at 80 backticks; runs far below that are shown by code point. */
const LONGEST_FENCE = 16;

function shortRuns(text: string): string {
  return text.replace(/`+/g, (run) => (run.length > LONGEST_FENCE ? codePointName('`').repeat(run.length) : run));
}

function longestRun(text: string): number {
  return Math.max(0, ...Array.from(text.matchAll(/`+/g), (run) => run[0].length));
}

function codeSpan(text: string): string {
  if (text === '') return '';
  const fence = '`'.repeat(longestRun(text) + 1);
  // A code span drops one space from each end when both are there: give it two to drop.
  const pad = /^`|`$/.test(text) || (/^ .* $/.test(text) && text.trim() !== '') ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** A table's cell ends at `|` even in a code span. Parsers differ on a backslash before an escaped pipe, so that one is shown by code point. */
function escapePipes(text: string): string {
  return text.replace(/(\\*)\|/g, (_, slashes: string) => `${codePointName('\\').repeat(slashes.length)}\\|`);
}

/** Our own words and management's, as plain text: every character that Markdown could take for markup is escaped. */
export function markdownWords(text: string): string {
  return visibleLine(text.replace(/\s*\n\s*/g, ' '))
    .replace(/[\\`*_[\]<>&#|~$@!{}]/g, (char) => `\\${char}`)
    .replace(/:\/\//g, '\\://')
    .replace(/\bwww\./gi, (www) => `${www.slice(0, -1)}\\.`)
    .replace(/^(\s*)([-+=]|\d+(?=[.)](?:\s|$)))/, (_, space: string, mark: string) => (/\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`));
}

/** A fenced block whose fence is longer than any run of backticks inside. */
export function markdownBlock(text: string, language: string): string {
  const body = visibleBlock(text);
  const fence = '`'.repeat(Math.max(3, longestRun(body) + 1));
  return `${fence}${language}\n${body}\n${fence}`;
}
