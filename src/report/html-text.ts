import Handlebars from 'handlebars';
import { visibleBlock, visibleLine } from './visible-text.js';

/** Text for HTML, in an element or a quoted attribute: hidden characters shown, markup escaped by Handlebars' own rules. */
export function htmlText(text: string): string {
  return Handlebars.escapeExpression(visibleLine(text));
}

/** The same for text of several lines, for `<pre>`. */
export function htmlBlock(text: string): string {
  return Handlebars.escapeExpression(visibleBlock(text));
}

/** A quoted CSS string for `content:`; a style sheet inside `<style>` knows no HTML escapes, so all but letters and digits go by code point. */
export function cssString(text: string): string {
  const body = Array.from(visibleLine(text), (char) => (/[A-Za-z0-9 ]/.test(char) ? char : `\\${(char.codePointAt(0) ?? 0).toString(16)} `));
  return `"${body.join('')}"`;
}
