import type { Strength } from '../../pack/framework.js';
import type { Line, Section } from '../blocks.js';
import { line, link, para, quiet, section } from '../blocks.js';
import { count, counted } from '../wording.js';
import { type Context, capitalised, criterionAnchor, ownWords, queryAnchor, resultCell, rowsCell, switchedOffLine } from './context.js';

export const STRENGTH_LETTERS: Readonly<Record<Strength, string>> = { direct: 'D', population: 'P', corroborates: 'C' };

/** Criterion × query on pages set sideways: a line a query, a column a criterion. */
export function matrixSection(context: Context): Section {
  const { framework } = context.input;
  const criteria = framework.criteria.filter((criterion) => criterion.queries.length > 0);
  const pairs = criteria.reduce((sum, criterion) => sum + criterion.queries.length, 0);
  const rows = context.queries.map((found): readonly Line[] => [
    line(link(found.query.id, queryAnchor(found.query.id))),
    line(found.query.title),
    ...criteria.map((criterion): Line => {
      const strength = criterion.queries.find((served) => served.id === found.query.id)?.strength;
      return strength === undefined ? [] : line(STRENGTH_LETTERS[strength]);
    }),
    rowsCell(found),
    line(found.query.expect === 'none' && found.result.result !== 'not-evaluated' ? count(found.result.exceptions.total) : quiet('–')),
    line(found.query.expect === 'none' && found.result.result !== 'not-evaluated' ? count(found.result.exceptions.undecided) : quiet('–')),
    resultCell(found),
  ]);
  return section('matrix', '5', `${capitalised(framework.noun.one)} matrix`, [
    para(`${counted(context.queries.length, 'query', 'queries')} by ${counted(criteria.length, framework.noun.one, framework.noun.many)}, ${counted(pairs, 'pair')}. D, direct: the rows are evidence. P, population: the auditor still needs the other side, such as approvals. C, corroborates: supports other evidence.${ownWords(context)}`,
      ...(context.absent.length > 0 ? [` ${counted(context.absent.length, 'query', 'queries')} named by the framework are not in this pack and have no line.`] : [])),
    ...(context.queries.some(({ switchedOff }) => switchedOff !== null) ? [para('Switched off by management: ', ...switchedOffLine(context), '.')] : []),
    {
      kind: 'matrix',
      heads: ['Query', 'Title'],
      columns: criteria.map((criterion) => ({ line: line(link(criterion.id, criterionAnchor(criterion.id))) })),
      tails: ['Rows', 'Exceptions', 'Undecided', 'Result'],
      rows: rows.map((cells) => ({ cells, heads: cells.slice(0, 2), marks: cells.slice(2, 2 + criteria.length), tails: cells.slice(2 + criteria.length) })),
    },
  ], { page: 'wide' });
}
