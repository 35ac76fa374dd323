import { link, para, section, type Block, type Section } from '../blocks.js';
import { counted } from '../wording.js';
import { type Context, ownWords } from './context.js';
import { querySection } from './queries.js';

/** What management asks beside every framework; nothing where it asks nothing. */
export function ownAppendix(context: Context): readonly Section[] {
  if (context.unmapped.length === 0) return [];
  return [section('appendix-g', 'G', 'Management’s own queries', [
    para(`${counted(context.unmapped.length, 'query', 'queries')} that management wrote and that no framework of this run names. They ran over the same logs, in the same way, and are in no count and no matrix of this report. The product checks their form and does not answer for what they ask. Exceptions they note are in exceptions.csv, and management decides on them as on others.`),
  ], { sections: context.unmapped.map((found) => querySection(context, found, [])) })];
}

/** Which of this report's queries are management's own, and where the others of them are. */
export function ownSummary(context: Context): readonly Block[] {
  const [words, beside] = [ownWords(context).trim(), context.unmapped.length];
  return [
    ...(words === '' ? [] : [para(words)]),
    ...(beside === 0 ? [] : [para(`${counted(beside, 'query', 'queries')} of management’s own that no framework of this run names ${beside === 1 ? 'is' : 'are'} in `, link('Appendix G', 'appendix-g'), ' and not counted here.')]),
  ];
}
