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

/** After a call's parenthesis, a comma, a step of a JSON path, a choice of a pattern. */
const LINE_MAY_END = /(?<=\w)\(|,|(?<=\w)\.(?=\w)|\|/g;

/** Shorter lines of SQL have room for sure in half a page's width. */
const SHORT_SQL = 60;

/** SQL, each line in an element that knows how far it is indented; the text is that of `htmlBlock`. A long line is ended at a sign before it is ended within a word. */
export function htmlSql(text: string): string {
  const lines = visibleBlock(text).split('\n');
  return lines.map((line, index) => {
    const indent = line.length - line.trimStart().length;
    const indented = line.length > SHORT_SQL ? `<span class="in">${line.slice(0, indent)}</span>${htmlEscaped(line.slice(indent)).replace(LINE_MAY_END, '$&<wbr>')}` : htmlEscaped(line);
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
