import Handlebars from 'handlebars';
import { visibleBlock, visibleLine } from './visible-text.js';

/** Text for HTML, in an element or a quoted attribute: hidden characters shown, markup escaped by Handlebars' own rules. */
export function htmlText(text: string): string {
  return htmlEscaped(visibleLine(text));
}

/** Text in which hidden characters are shown already, as a whole: one part of it read alone could look different. */
export function htmlEscaped(visible: string): string {
  return Handlebars.escapeExpression(visible);
}

/** The same for text of several lines, for `<pre>`. */
export function htmlBlock(text: string): string {
  return Handlebars.escapeExpression(visibleBlock(text));
}

/** Texts this long may not fit beside others, and are ended where they are made of parts: after a comma, a step of a path, a choice of a pattern. */
const LONG_TEXT = 48;
const PART_OF_TEXT = /[,./:|]/g;
/** A quoted text, or a sign between what is none, after which a line may end. */
const TEXT_OR_SIGN = /&#x27;(?:(?!&#x27;).|&#x27;&#x27;)*&#x27;|[,(]/g;

/** Escaped SQL in which a line is ended between words, and within a quoted text only where that is long. */
function lineEnds(escaped: string): string {
  return escaped.replace(TEXT_OR_SIGN, (found) => {
    if (found.length === 1) return `${found}<wbr>`;
    return htmlLength(found) < LONG_TEXT ? `<span class="whole">${found}</span>` : found.replace(PART_OF_TEXT, '$&<wbr>');
  });
}

function htmlLength(escaped: string): number {
  return escaped.replace(/&#?\w+;/g, '.').length;
}

/** Shorter lines of SQL have room for sure in half a page's width. */
const SHORT_SQL = 60;

/** SQL, each line in an element that knows how far it is indented; the text is that of `htmlBlock`. A long line is ended at a sign before it is ended within a word. */
export function htmlSql(text: string): string {
  const lines = visibleBlock(text).split('\n');
  return lines.map((line, index) => {
    const indent = line.length - line.trimStart().length;
    // An apostrophe in a remark quotes nothing.
    const isRemark = line.trimStart().startsWith('--');
    const indented = line.length > SHORT_SQL && !isRemark ? `<span class="in">${line.slice(0, indent)}</span>${lineEnds(htmlEscaped(line.slice(indent)))}` : htmlEscaped(line);
    return `<span class="sql${kindOf(line.trimStart())}" style="--in:${indent}">${indented}${index < lines.length - 1 ? '\n' : ''}</span>`;
  }).join('');
}

function kindOf(line: string): string {
  if (line.startsWith('--')) return ' remark';
  return /^'\w+',/.test(line) ? ' names' : '';
}

/** A quoted CSS string for `content:`; a style sheet inside `<style>` knows no HTML escapes, so all but letters and digits go by code point. */
export function cssString(text: string): string {
  const body = Array.from(visibleLine(text), (char) => (/[A-Za-z0-9 ]/.test(char) ? char : `\\${(char.codePointAt(0) ?? 0).toString(16)} `));
  return `"${body.join('')}"`;
}
