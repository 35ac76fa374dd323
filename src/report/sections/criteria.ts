import type { Criterion } from '../../pack/framework.js';
import type { Line, Section } from '../blocks.js';
import { ALL_ROWS, facts, line, link, para, section, strong, table } from '../blocks.js';
import { count, counted, groupedBy } from '../wording.js';
import { type Context, capitalised, criterionAnchor, queryAnchor, resultCell, rowsCell } from './context.js';

/** One section for each criterion that has queries; what each query found stands in the next section, once. */
export function criteriaSection(context: Context): Section {
  const { framework } = context.input;
  const served = framework.criteria.filter((criterion) => criterion.queries.length > 0);
  const groups = [...groupedBy(served, (criterion) => criterion.category)];
  return section('criteria', '6', `${capitalised(framework.noun.many)} in detail`, [
    para(`${count(served.length)} of ${counted(framework.criteria.length, framework.noun.one, framework.noun.many)} have queries. The wording is ${framework.own ? 'management’s' : 'our own'}; see `, link('Appendix B', 'appendix-b'), ` for the others. Each query is set out once, in `, link('section 7', 'queries'), '.'),
  ], {
    sections: groups.map(([category, criteria], index) => section(`criteria-${index + 1}`, `6.${index + 1}`, category, [], {
      level: 3, sections: criteria.map((criterion) => criterionSection(context, criterion)),
    })),
  });
}

function criterionSection(context: Context, criterion: Criterion): Section {
  return section(criterionAnchor(criterion.id), criterion.id, criterion.paraphrase, [
    facts(['CloudTrail', 'For this one'], [
      ['Can show', line(criterion.shows ?? 'nothing')],
      ['Cannot show', line(criterion.cannotShow)],
    ]),
    table(line(`${counted(criterion.queries.length, 'query', 'queries')} for ${criterion.id}`), [['Query', 9], ['Title', 41], ['Strength', 12], ['Rows', 8, 'numeric'], ['Result', 30]],
      criterion.queries.map(({ id, strength }): readonly Line[] => {
        const found = context.query.get(id);
        return found === undefined
          ? [line(id), line(strong('not in this pack')), line(strength), line('–'), line('–')]
          : [line(link(id, queryAnchor(id))), line(found.query.title), line(strength), rowsCell(found), resultCell(found)];
      }), { caps: ALL_ROWS }),
  ], { level: 4 });
}
