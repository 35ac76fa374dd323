import { createHash } from 'node:crypto';
import Handlebars from 'handlebars';
import { markdownData, markdownWords } from '../report/markdown-text.js';
import { count } from '../report/wording.js';

/** Renders one of `templates/*.md.hbs`. Plain text is written: every word that is not our own, or a number, goes through a helper that encodes it. */
export function renderMarkdown(template: string, view: object): string {
  const own = Handlebars.create();
  own.registerHelper({ words: (text: string) => markdownWords(text), data: (text: string) => markdownData(text, 'line'), number: (value: number) => count(value) });
  return own.compile<object>(template, { strict: true, noEscape: true, preventIndent: true })(view);
}

/** GitHub refuses a body of more than 65,536 characters. */
export const MAX_BODY = 65_000;

const FOLD_END = '</details>\n\n';

/** A body that is too long ends at a line, with a sentence that says so. */
export function cut(text: string, most: number, sentence: string): string {
  if (text.length <= most) return text;
  const room = text.slice(0, most - sentence.length - FOLD_END.length - 3);
  const kept = room.slice(0, Math.max(0, room.lastIndexOf('\n')));
  // Nobody reads what stands at the end of a part that is folded away.
  return `${kept}\n\n${kept.includes('<details>') && !kept.includes('</details>') ? FOLD_END : ''}${sentence}\n`;
}

/** A comment that no reader sees, by which a later run finds its own text again, and sees whether it is still the same. */
export interface Marked {
  readonly marker: string;
  readonly body: string;
}

const NAME = 'cloudtrail-evidence';

export function marked(marker: string, text: string): Marked {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return { marker, body: `${beginning(marker)}${hash} -->\n${text}` };
}

/** Texts are told apart by their first line alone, whatever a person has written or ticked below. */
export function isMarked(body: string | null | undefined, marker: string): boolean {
  return body?.startsWith(beginning(marker)) === true;
}

export function isSameText(body: string | null | undefined, { body: wanted }: Marked): boolean {
  return body?.split(/\r?\n/)[0] === wanted.split('\n')[0];
}

function beginning(marker: string): string {
  return `<!-- ${NAME}: ${marker} `;
}
