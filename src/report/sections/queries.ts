import type { QuerySection } from '../input.js';
import type { Block, Line, Section } from '../blocks.js';
import { alert, data, facts, line, link, list, note, para, result, section, strong } from '../blocks.js';
import { ROWS_MEAN, count, counted, joined, procedure, reasonLines } from '../wording.js';
import { type Context, coverageOf, criterionAnchor, queryAnchor, sqlAnchor } from './context.js';

/** Rows of exceptions are all looked at; rows of a population only show what its file holds. */
export const EXCEPTION_CAPS = { page: 50, text: 25 } as const;
export const EXAMPLE_CAPS = { page: 12, text: 12 } as const;

export function queriesSection(context: Context): Section {
  return section('queries', '7', 'Queries in detail', [
    para(`${counted(context.queries.length, 'query', 'queries')}, each once, in order of id. Text from the logs is set in fixed-width type; a dash stands for a field the record does not hold. Rows are in the order of the query’s key, the same in every run, so that a row’s number names it.`),
  ], { sections: context.queries.map((each) => querySection(context, each)) });
}

function querySection(context: Context, found: QuerySection): Section {
  const { query } = found;
  return section(queryAnchor(query.id), query.id, query.title, [
    para(strong(query.question)),
    { kind: 'para', tone: 'lead', line: resultSentence(found) },
    ...(found.result.reasons.length === 0 ? [] : [list(reasonLines(found.result.reasons))]),
    ...(found.failure === null ? [] : [alert(`It failed: ${found.failure}`)]),
    facts(['About', query.id], [
      ['Serves', serves(context, query.id)],
      ['What was done', procedure(query, context.input.coverage.scope.length)],
      ['What a row means', line(ROWS_MEAN[query.expect])],
      ['What the rows do not show', line(query.limits)],
      ['Coverage', coverageLine(found)],
      ['All rows', allRows(found)],
    ]),
    ...rows(found),
    ...(query.expect === 'population' && found.result.rows > 0 && found.files !== null
      ? [note(`For sampling: draw from all ${counted(found.result.rows, 'row')} of ${found.files.csv.path}, not from the rows above. Rows are ordered by ${joined(query.key)}; row numbers begin at 1 below the heading line.`)]
      : []),
  ], { level: 3 });
}

function resultSentence({ query, result: found }: QuerySection): Line {
  const rows = counted(found.rows, 'row');
  const { total, decided, undecided, expired } = found.exceptions;
  const sentences: Readonly<Record<typeof found.result, string>> = {
    failed: 'The query did not run to its end. Nothing can be said.',
    'not-evaluated': 'The query needs a list that the settings do not hold. It was not judged.',
    'not-collected': 'The logs hold no events of the class this query needs. No row does not mean no event.',
    exceptions: `The query returned ${rows}, each an exception: ${count(decided)} of ${count(total)} decided, ${count(undecided)} of ${count(total)} undecided${expired > 0 ? ` (${count(expired)} with an expired decision)` : ''}.`,
    incomplete: `The query returned ${rows}, over logs that are not accounted for in full.${found.rows === 0 ? ' No row does not mean no event.' : ' There may be more.'}`,
    'no-exceptions': 'The query returned no rows, and the logs are accounted for on every day, in every account and region in scope.',
    population: `The query returned ${rows}: the full list of the period, over logs that are accounted for.`,
    observed: `The query returned ${rows}.`,
    'not-observed': 'The query returned no rows, over logs that are accounted for.',
  };
  const short = found.result === 'exceptions' && coverageOf(found.coverage) !== 'complete' ? ' The logs are not accounted for in full: there may be more.' : '';
  return line(result(found.result), `. ${found.result === 'population' && query.expect === 'measure' ? `The query returned ${rows}.` : sentences[found.result]}${short}`);
}

function serves(context: Context, id: string): Line {
  const served = context.servedBy.get(id) ?? [];
  return line(...served.flatMap(({ criterion, strength }, index) => [...(index > 0 ? ['; '] : []), link(criterion.id, criterionAnchor(criterion.id)), ` (${strength})`]));
}

function coverageLine({ query, result: found }: QuerySection): Line {
  const states = Object.entries(found.coverage).map(([category, state]) => `${category} events ${state}${query.category[category as keyof typeof query.category] === 'optional' ? ' (optional)' : ''}`);
  return line(states.length === 0 ? 'not judged' : `${joined(states)}.`);
}

function allRows({ query, files, result: found }: QuerySection): readonly Line[] {
  const sql = line(`queries/${query.id}.sql, sha256 `, data(found.sha256), '; printed in ', link('Appendix C', sqlAnchor(query.id)));
  if (files === null) return [line('none: the query did not run'), sql];
  return [...[files.csv, files.jsonl].map((file) => line(`${file.path}, sha256 `, data(file.sha256))), sql];
}

function rows(found: QuerySection): readonly Block[] {
  if (found.rows.length === 0) return [];
  const caps = found.query.expect === 'none' ? EXCEPTION_CAPS : EXAMPLE_CAPS;
  return [{ kind: 'records', id: found.query.id, columns: found.columns, rows: found.rows, total: found.result.rows, caps, file: found.files?.csv ?? null }];
}
