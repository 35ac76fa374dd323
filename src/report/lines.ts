import type { Inline, Line } from './blocks.js';
import { htmlEscaped, htmlText } from './html-text.js';
import { markdownData, markdownWords } from './markdown-text.js';
import { capped, visibleLine } from './visible-text.js';
import { count } from './wording.js';

/** A line in HTML. Every text goes through the encoder; the tags are ours. */
export function htmlLine(parts: Line): string {
  return parts.map((part, index) => {
    const before = part.kind === 'words' && parts[index - 1]?.kind === 'data' ? pointAt(part) : '';
    const html = before === '' ? htmlInline(part) : htmlInline({ kind: 'words', text: part.text.slice(before.length) });
    const after = part.kind === 'data' ? pointAt(parts[index + 1]) : '';
    if (after === '') return html;
    return `<span class="${part.kind === 'data' && isLong(part.text) ? 'loose' : 'keep'}">${html}${htmlText(after)}</span>`;
  }).join('');
}

/** May need more than a line: in a box of its own its point would stand apart. */
function isLong(text: string): boolean {
  return text.includes(' ') || hasParts(text);
}

/** The point or comma a run of words begins with; it stays on the line of the name it follows. */
function pointAt(part: Inline | undefined): string {
  return part?.kind === 'words' ? (/^[,.;:)]/.exec(part.text)?.[0] ?? '') : '';
}

function htmlInline(part: Inline): string {
  switch (part.kind) {
    case 'words': return htmlWords(part.text);
    case 'strong': return `<strong>${htmlWords(part.text)}</strong>`;
    case 'quiet': return `<span class="quiet">${htmlWords(part.text)}</span>`;
    case 'link': return `<a href="#${htmlText(part.target)}">${htmlText(part.text)}</a>`;
    case 'result': return `<span class="result r-${part.result}"><span class="shape" aria-hidden="true">${part.shape}</span> ${htmlText(part.text)}</span>`;
    case 'data': {
      const { shown, missing } = capped(part.text);
      return `<code${WHOLE_NAME.test(shown) ? ' class="whole"' : ''}>${htmlName(shown)}</code>${missing > 0 ? ` <span class="quiet">[${count(missing)} more characters]</span>` : ''}`;
    }
  }
}

/** Days, instants, ids of queries, names with hyphens, and a section's name with its number: a line is not ended in them. */
const WHOLE = /\b(?:\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?Z)?|[A-Z]{2,5}-\d{2}|[a-z]+(?:-[a-z]+)+|(?:Appendix|[Ss]ection) [A-F0-9.]*[A-F0-9])\b/g;

function htmlWords(text: string): string {
  return htmlText(text).replace(WHOLE, '<span class="whole">$&</span>');
}

/** Shorter values stand on a line as they are. */
const LONG_NAME = 20;
/** Less than this is not a part of its own. */
const LEAST_PART = 8;

/** An instant, or an id as CloudTrail gives events. */
const WHOLE_NAME = /^(?:\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

function hasParts(text: string): boolean {
  return text.length >= LONG_NAME && /[/:]/.test(text) && !WHOLE_NAME.test(text);
}

/** A long name (an ARN, an address, an object's key) in parts that end in `/` or `:`: a line is ended there before it is ended inside a part. */
function htmlName(text: string): string {
  if (!hasParts(text)) return htmlText(text);
  return visibleLine(text).split(' ').map((word) => {
    const parts = word.length < LONG_NAME ? [] : nameParts(word);
    return parts.length < 2 ? htmlEscaped(word) : parts.map((part) => `<span class="part">${htmlEscaped(part)}</span>`).join('');
  }).join(' ');
}

function nameParts(word: string): readonly string[] {
  const parts: string[] = [];
  for (const piece of word.match(/[^/:]*[/:]+|[^/:]+/g) ?? []) {
    const last = parts.at(-1);
    if (last !== undefined && last.length < LEAST_PART) parts[parts.length - 1] = last + piece;
    else parts.push(piece);
  }
  return parts;
}

/** A line in Markdown; `table` for a cell, where a pipe would end it. */
export function markdownLine(parts: Line, place: 'table' | 'line'): string {
  return parts.map((part, index) => `${part.kind === 'data' && parts[index - 1]?.kind === 'data' ? ' ' : ''}${markdownInline(part, place)}`).join('');
}

function markdownInline(part: Inline, place: 'table' | 'line'): string {
  switch (part.kind) {
    case 'words':
    case 'quiet': return markdownWords(part.text);
    // Spaces just inside the asterisks would keep them from being emphasis.
    case 'strong': return part.text.replace(/^(\s*)([\s\S]*?)(\s*)$/, (_, before: string, text: string, after: string) => `${before}**${markdownWords(text)}**${after}`);
    case 'link': return `[${markdownWords(part.text)}](#${part.target})`;
    case 'result': return `${part.shape} ${markdownWords(part.text)}`;
    case 'data': {
      const { shown, missing } = capped(part.text);
      return `${markdownData(shown, place)}${missing > 0 ? ` \\[${count(missing)} more characters\\]` : ''}`;
    }
  }
}
