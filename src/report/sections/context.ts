import type { CoverageState, Result } from '../../evidence/result.js';
import type { Criterion, Framework, Strength } from '../../pack/framework.js';
import type { Query } from '../../pack/query.js';
import type { QuerySection, ReportInput } from '../input.js';
import { lacksColumn, lacksLogs } from '../../evidence/judge.js';
import { RESULTS } from '../../evidence/result.js';
import { type Inline, type Line, line, link, quiet, result, words } from '../blocks.js';
import { count, counted, joined, typeset } from '../wording.js';

/** The input as the sections need it: the framework's own queries, looked up and counted once. */
export interface Context {
  readonly input: ReportInput;
  /** Queries the framework names and the pack holds, sorted by id. */
  readonly queries: readonly QuerySection[];
  readonly query: ReadonlyMap<string, QuerySection>;
  /** The user's own queries that no framework of the run names, sorted by id; in an appendix, and in no count of this framework. */
  readonly unmapped: readonly QuerySection[];
  /** Ids the framework names that the pack does not hold. */
  readonly absent: readonly string[];
  readonly servedBy: ReadonlyMap<string, readonly { readonly criterion: Criterion; readonly strength: Strength }[]>;
  readonly entity: string;
}

export function contextOf(given: ReportInput): Context {
  const input: ReportInput = { ...given, framework: typesetFramework(given.framework), sections: given.sections.map((section) => ({ ...section, query: typesetQuery(section.query) })) };
  const named = new Set(input.framework.criteria.flatMap((criterion) => criterion.queries.map((query) => query.id)));
  const queries = input.sections.filter((section) => named.has(section.query.id));
  const query = new Map(queries.map((section) => [section.query.id, section]));
  const servedBy = new Map(queries.map(({ query: { id } }) => [id, input.framework.criteria.flatMap((criterion) =>
    criterion.queries.filter((named) => named.id === id).map(({ strength }) => ({ criterion, strength })))] as const));
  return {
    input,
    queries,
    query,
    unmapped: input.sections.filter((section) => input.ownUnmapped.includes(section.query.id)),
    absent: [...named].filter((id) => !query.has(id)).sort(),
    servedBy,
    entity: input.settings.report.entity ?? 'Entity not named in the settings',
  };
}

export const withResult = (context: Context, ...results: readonly Result[]): readonly QuerySection[] =>
  context.queries.filter((section) => results.includes(section.result.result));

/** Queries that management switched off, each with its reason: "NET-09 (no endpoint has a policy)". */
export function switchedOffLine(context: Context): Line {
  const off = context.queries.flatMap(({ query, switchedOff }) => (switchedOff === null ? [] : [{ id: query.id, reason: switchedOff }]));
  return line(...off.flatMap(({ id, reason }, index): readonly Inline[] => [...(index > 0 ? [words('; ')] : []), link(id, queryAnchor(id)), words(` (${reason.replace(/\.$/, '')})`)]));
}

export interface ResultCount {
  readonly result: Result;
  readonly queries: number;
}

/** Behind the title of a query that management wrote, wherever it stands. */
export const OWN_MARK = ' (own)';

/** Which of the queries management wrote; empty where the product's are all. */
export function ownWords({ queries }: Context): string {
  const own = queries.filter(({ query }) => query.own).length;
  return own === 0 ? '' : ` ${counted(own, 'query is', 'queries are')} management’s own, marked${OWN_MARK}: the product checks ${own === 1 ? 'its' : 'their'} form and does not answer for what ${own === 1 ? 'it asks' : 'they ask'}.`;
}

function typesetQuery(query: Query): Query {
  return { ...query, title: typeset(query.title) + (query.own ? OWN_MARK : ''), question: typeset(query.question), limits: typeset(query.limits), columns: Object.fromEntries(Object.entries(query.columns).map(([name, meaning]) => [name, typeset(meaning)])) };
}

function typesetFramework(framework: Framework): Framework {
  return {
    ...framework,
    edition: typeset(framework.edition),
    notice: typeset(framework.notice),
    criteria: framework.criteria.map((criterion) => ({
      ...criterion, paraphrase: typeset(criterion.paraphrase), shows: criterion.shows === null ? null : typeset(criterion.shows), cannotShow: typeset(criterion.cannotShow),
    })),
  };
}

/** Every result word with the queries that have it, also where none has. */
export function resultCounts(context: Context): readonly ResultCount[] {
  return RESULTS.map((result) => ({ result, queries: withResult(context, result).length }));
}

/** A query whose result a gap in the logs, or a column that was not read, could change. */
export function incompleteQueries(context: Context): readonly QuerySection[] {
  return context.queries.filter((found) => found.result.result === 'failed' || found.result.result === 'incomplete' || exceptionsOverGaps(found));
}

/** The reasons of several results, each once. */
export function distinctReasons(sections: readonly QuerySection[]): QuerySection['result']['reasons'] {
  const seen = new Map(sections.flatMap((section) => section.result.reasons).map((reason) => [JSON.stringify([reason.code, reason.account, reason.region, reason.from, reason.to, reason.category, reason.source]), reason]));
  return [...seen.values()];
}

/** Exceptions were noted, over less than all of what the query needs: there may be more of them. */
export function exceptionsOverGaps(found: QuerySection): boolean {
  return found.result.result === 'exceptions' && (restsOnGaps(found) || lacksColumn(found.result));
}

/** Logs that are not accounted for could change the result. */
export function restsOnGaps({ result: found }: QuerySection): boolean {
  if (found.result === 'exceptions') return coverageOf(found.coverage) !== 'complete';
  return found.result === 'incomplete' && lacksLogs(found);
}

/** What results rest on, where that is less than it should be: `on logs that are not accounted for`. Empty where it is not. */
export function shortGround(sections: readonly QuerySection[]): string {
  return joined([
    ...(sections.some(restsOnGaps) ? ['on logs that are not accounted for'] : []),
    ...(sections.some(({ result: found }) => found.result !== 'failed' && lacksColumn(found)) ? ['on a log table that lacks columns they need'] : []),
  ], 'or');
}

/** A query's number of rows as tables print it: none is a number only where the query was run. */
export function rowsCell({ result: { result: word, rows } }: QuerySection): Line {
  return line(word === 'not-evaluated' ? quiet('–') : count(rows));
}

/** A query's result as tables print it; a word that hides what the result lacks is followed by it. */
export function resultCell(found: QuerySection): Line {
  const { result: word } = found.result;
  const lacks = [
    ...(found.switchedOff === null ? [] : ['switched off']),
    ...(word === 'exceptions' && restsOnGaps(found) ? ['logs incomplete'] : []),
    ...((word === 'exceptions' || word === 'incomplete') && lacksColumn(found.result) ? ['column missing'] : []),
  ];
  return line(result(word), ...lacks.map((each) => `; ${each}`));
}

/** The least of a query's coverage over the classes of event it needs. */
export function coverageOf(coverage: Readonly<Partial<Record<string, CoverageState>>>): CoverageState {
  const states = Object.values(coverage);
  if (states.includes('incomplete')) return 'incomplete';
  return states.includes('not-collected') ? 'not-collected' : 'complete';
}

export function exceptionTotals(queries: readonly QuerySection[]): { readonly total: number; readonly decided: number; readonly undecided: number; readonly expired: number } {
  const sum = (pick: (section: QuerySection) => number): number => queries.reduce((total, section) => total + pick(section), 0);
  return {
    total: sum((section) => section.result.exceptions.total),
    decided: sum((section) => section.result.exceptions.decided),
    undecided: sum((section) => section.result.exceptions.undecided),
    expired: sum((section) => section.result.exceptions.expired),
  };
}

/** Criteria without a query: those the logs hold nothing for apart from those nobody has written a query for. */
export function unservedWords(context: Context, of: 'them' | 'the others'): string {
  const unserved = context.input.framework.criteria.filter((criterion) => criterion.queries.length === 0);
  const silent = unserved.filter((criterion) => criterion.shows === null).length;
  const rest = unserved.length - silent;
  const some = `${silent > 0 ? 'it' : 'CloudTrail'} holds some, and this pack has no query`;
  const first = (n: number): string => (of === 'the others' && n === unserved.length ? `For the other ${count(n)}` : `For ${count(n)} of ${of}`);
  if (silent === 0) return rest === 0 ? '' : ` ${first(rest)} ${some}.`;
  return ` ${first(silent)} CloudTrail holds no evidence${rest > 0 ? `; for ${count(rest)} ${some}` : ''}.`;
}

/** Anchors. */
export const queryAnchor = (id: string): string => `query-${id.toLowerCase()}`;
export const criterionAnchor = (id: string): string => `criterion-${id.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/-$/, '')}`;
export const sqlAnchor = (id: string): string => `sql-${id.toLowerCase()}`;

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
