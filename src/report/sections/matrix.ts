import type { Line, Section } from '../blocks.js';
import { ALL_ROWS, line, link, para, quiet, result, section, table } from '../blocks.js';
import { count, counted } from '../wording.js';
import { type Context, capitalised, criterionAnchor, queryAnchor } from './context.js';

/** Criterion × query: one line for each pair, on pages set sideways. */
export function matrixSection(context: Context): Section {
  const { framework } = context.input;
  const rows = framework.criteria.flatMap((criterion) => criterion.queries.map((served, index): readonly Line[] => {
    const found = context.query.get(served.id);
    const head = [
      line(link(criterion.id, criterionAnchor(criterion.id))),
      line(index === 0 ? criterion.paraphrase : quiet('as above')),
    ];
    if (found === undefined) return [...head, line(served.id), line('not in this pack'), line(served.strength), line('–'), line('–'), line('–')];
    return [
      ...head,
      line(link(served.id, queryAnchor(served.id))),
      line(found.query.title),
      line(served.strength),
      line(count(found.result.rows)),
      line(exceptionsCell(found.query.expect, found.result.exceptions)),
      line(result(found.result.result)),
    ];
  }));
  return section('matrix', '5', `${capitalised(framework.noun.one)} matrix`, [
    para(`${counted(rows.length, 'line')}: each ${framework.noun.one} with each query that serves it. Direct: the rows are evidence for it. Population: the auditor still needs the other side, such as approvals. Corroborates: supports other evidence. Exceptions read: all, of them undecided.`),
    table(line(`${capitalised(framework.noun.many)} and queries`), [[capitalised(framework.noun.one), 9], ['In our words', 21], ['Query', 8], ['Title', 22], ['Strength', 10], ['Rows', 7, 'numeric'], ['Exceptions', 9, 'numeric'], ['Result', 14]], rows, { caps: ALL_ROWS }),
  ], { page: 'wide' });
}

export function exceptionsCell(expect: string, tally: { readonly total: number; readonly undecided: number }): string {
  return expect === 'none' ? `${count(tally.total)}, ${count(tally.undecided)}` : '–';
}
