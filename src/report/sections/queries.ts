import type { QuerySection } from '../input.js';
import { fieldName, lackedColumns } from '../../engines/event-origins.js';
import { lacksColumn, selfTestReason } from '../../evidence/judge.js';
import { EXPECTATIONS } from '../../pack/query.js';
import type { Block, Line, Section } from '../blocks.js';
import { alert, data, facts, line, link, list, para, quiet, result, section, small, strong } from '../blocks.js';
import { ROWS_MEAN, count, counted, joined, procedure, reasonLines, whyNotEvaluated } from '../wording.js';
import { type Cause, coverCauses } from './cover.js';
import { lineageBlocks } from './lineage.js';
import { selfTestFact } from './self-test.js';
import { SHARED_COLUMNS } from './shared-columns.js';
import { type Context, criterionAnchor, exceptionsOverGaps, incompleteQueries, queryAnchor, restsOnGaps, sqlAnchor } from './context.js';

const EXPECTATION_NAMES = { none: 'looking for exceptions', population: 'listing a population', some: 'looking for evidence', measure: 'counting' } as const;

/** Exceptions are looked at one by one; other rows show what the file holds, all of them when there are few. */
const EXCEPTIONS_SHOWN = 25;
const EXAMPLES_SHOWN = 5;
const FEW_ROWS = 10;

function rowsShown({ query, result: found }: QuerySection): number {
  if (query.expect === 'none') return EXCEPTIONS_SHOWN;
  return found.rows <= FEW_ROWS ? FEW_ROWS : EXAMPLES_SHOWN;
}

export function queriesSection(context: Context): Section {
  const onCover = coverCauses(incompleteQueries(context));
  return section('queries', '7', 'Queries in detail', [
    para(`${counted(context.queries.length, 'query', 'queries')}, each once, in order of id. Text from the logs is set in fixed-width type; a dash stands for a field the record does not hold, (empty) for one it holds with nothing in it. Rows are in the order of the query’s key, the same in every run, so that a row’s number names it.`),
    para('Under a row stand the fields that have no room beside the others; those that are empty in a row are left out there. “Optional” coverage is of a class of event that a query reads where it is in the logs: gaps in it do not change the result, and are in ', link('section 2.3', 'summary-coverage'), '.'),
    para('Queries are of a few kinds, and the kind says what a row means. Each query names its own under “Kind”.'),
    facts(['Kind', 'What its rows mean'], EXPECTATIONS.map((expect) => [EXPECTATION_NAMES[expect], line(ROWS_MEAN[expect])])),
  ], { sections: context.queries.map((each) => querySection(context, each, onCover)) });
}

export function querySection(context: Context, found: QuerySection, onCover: readonly Cause[]): Section {
  const { query } = found;
  const reasons = reasonLines(found.result.reasons);
  const pointer = causesOnCover(reasons, onCover);
  return section(queryAnchor(query.id), query.id, query.title, [
    para(strong(query.question)),
    { kind: 'para', tone: 'lead', line: line(...resultSentence(found), pointer) },
    ...(reasons.length === 0 || pointer !== '' || found.result.result === 'not-evaluated' ? [] : [list(reasons)]),
    ...(found.failure === null ? [] : [alert(`It failed: ${found.failure}`)]),
    facts(['About', query.id], [
      ...(query.own ? [['Written by', line(`management: its own query, ${query.path}, SHA-256 `, data(query.sha256), '. It is not one of the product’s.')] as const] : []),
      ['Kind', line(EXPECTATION_NAMES[query.expect])],
      ['Serves', serves(context, query.id)],
      ['What was done', found.result.result === 'not-evaluated' ? line('Nothing: the query was not run.') : line(...procedure(query, context.input.coverage.scope.length), ' Coverage: ', ...coverageLine(found))],
      ...notInTable(context, query),
      ...selfTestFact(context, query.id),
      ['What the rows do not show', line(query.limits)],
      ...ownColumns(found),
      ['All rows, and the SQL', allRows(found)],
    ]),
    ...rows(found),
    ...(query.expect === 'population' && found.result.rows > 0 && found.files !== null
      ? [small(`For sampling${found.result.result === 'population' ? '' : ' from the list as far as the logs go'}, draw from ${found.files.csv.path} (${counted(found.result.rows, 'row')}), numbered from 1 below the heading line, in the order of ${joined(query.key)}.`)]
      : []),
  ], { level: 3 });
}

/** Why the result is less than complete, where the cover has said it all: once is enough. Empty where it has not. */
function causesOnCover(reasons: readonly Line[], onCover: readonly Cause[]): string {
  const own = new Set(reasons.map((reason) => JSON.stringify(reason)));
  const named = onCover.filter((cause) => own.has(JSON.stringify(cause.line)));
  if (own.size === 0 || named.length < own.size || named.some((cause) => cause.letter === '')) return '';
  if (named.length === onCover.length) return ' Reasons as on the cover.';
  return ` ${named.length === 1 ? 'Reason' : 'Reasons'} ${joined(named.map((cause) => `(${cause.letter})`))} of the cover.`;
}

function resultSentence(each: QuerySection): Line {
  const { query, result: found } = each;
  const rows = counted(found.rows, 'row');
  const { total, decided, undecided, expired } = found.exceptions;
  const [gaps, lacks] = [restsOnGaps(each), lacksColumn(found)];
  const ground = joined([...(gaps ? ['over logs that are not accounted for in full'] : []), ...(lacks ? ['from a log table that lacks columns it needs'] : [])]);
  const sentences: Readonly<Record<typeof found.result, string>> = {
    failed: selfTestReason(found) === 'self-test-missed' ? `The query returned ${rows}. In the self-test it did not return what it must of its own test events, so its rows may not be all, and no row does not mean no event.` : 'The query did not run to its end. Nothing can be said.',
    'not-evaluated': `${whyNotEvaluated(each)} It was not run, and nothing is judged.`,
    'not-collected': 'The logs hold no events of the class this query needs. No row does not mean no event.',
    exceptions: `The query returned ${rows}, ${found.rows === 1 ? 'which is' : 'each'} an exception: ${count(decided)} of ${count(total)} decided, ${count(undecided)} of ${count(total)} undecided${expired > 0 ? ` (${count(expired)} with an expired decision)` : ''}.`,
    incomplete: found.rows > 0 && query.expect === 'population' && !lacks
      ? `The query returned ${rows}: the list as far as the logs go. There may be more.`
      : `The query returned ${rows}, ${ground}. ${found.rows === 0 ? 'No row does not mean no event.' : lacks ? 'There may be more, and rows may say less than the logs do.' : 'There may be more.'}`,
    'no-exceptions': 'The query returned no rows, and the logs are accounted for on every day, in every account and region in scope.',
    population: `The query returned ${rows}: the full list of the period, over logs that are accounted for.`,
    observed: `The query returned ${rows}.`,
    'not-observed': 'The query returned no rows, over logs that are accounted for.',
  };
  const short = exceptionsOverGaps(each) ? ` ${joined([...(gaps ? ['The logs are not accounted for in full'] : []), ...(lacks ? [`${gaps ? 'the' : 'The'} log table lacks columns the query needs`] : [])])}: there may be more.` : '';
  return line(result(found.result), `. ${found.result === 'population' && query.expect === 'measure' ? `The query returned ${rows}.` : sentences[found.result]}${short}`);
}

function serves(context: Context, id: string): Line {
  const served = context.servedBy.get(id) ?? [];
  if (served.length === 0) return line(quiet('no criterion of a framework of this run'));
  return line(...served.flatMap(({ criterion, strength }, index) => [...(index > 0 ? ['; '] : []), link(criterion.id, criterionAnchor(criterion.id)), ` (${strength})`]));
}

/** Fields that the query needs, and the table does not hold. */
function notInTable({ input }: Context, query: QuerySection['query']): readonly (readonly [string, Line])[] {
  const fields = lackedColumns(query, input.missingColumns).map(fieldName);
  return fields.length === 0 ? [] : [['Not in the log table', line(joined(fields), quiet(' (needed, and read as empty)'))]];
}

/** What the columns mean that this query does not share with most others. */
function ownColumns({ query }: QuerySection): readonly (readonly [string, Line])[] {
  const own = Object.entries(query.columns).filter(([name]) => !Object.hasOwn(SHARED_COLUMNS, name));
  if (own.length === 0) return [];
  return [['Its own columns', line(...own.flatMap(([name, meaning], index) => [...(index > 0 ? ['; '] : []), strong(name.replace(/_/g, ' ')), `: ${meaning.replace(/\.$/, '')}`]), '.')]];
}

function coverageLine({ query, result: found }: QuerySection): Line {
  const states = Object.entries(found.coverage).map(([category, state]) => `${category} events ${state.replace('-', ' ')}${query.category[category as keyof typeof query.category] === 'optional' ? ' (optional)' : ''}`);
  return line(states.length === 0 ? 'not judged.' : `${joined(states)}.`);
}

function allRows({ query, files }: QuerySection): readonly Line[] {
  const sql = link('Appendix C', sqlAnchor(query.id));
  if (files === null) return [line('None: the query did not run. SQL: ', sql)];
  return [line(`${files.csv.path}, sha256 `, data(files.csv.sha256)), line(`Exact values: ${files.jsonl.path}. SQL: `, sql)];
}

function rows(found: QuerySection): readonly Block[] {
  if (found.rows.length === 0) return [];
  const chains = lineageBlocks(found);
  if (chains !== null) return chains;
  return [{ kind: 'records', id: found.query.id, columns: found.columns, rows: found.rows.slice(0, rowsShown(found)), total: found.result.rows, file: found.files?.csv ?? null }];
}
