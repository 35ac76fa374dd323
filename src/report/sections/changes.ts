import type { AspectChange, TrendChanges } from '../../evidence/trend.js';
import { VOLUME_QUERY } from '../../evidence/trend-invocations.js';
import type { Block, Line, Section } from '../blocks.js';
import { ALL_ROWS, data, facts, line, link, para, result, section, strong, table } from '../blocks.js';
import { aspectWords, ENGINE_WORDS, exceptionTotals, periodWords } from '../trend-lines.js';
import { count, counted, daysBetween, joined } from '../wording.js';
import { type Context, capitalised, queryAnchor } from './context.js';
import { invocationsSection } from './invocations.js';

/** New ids a line names of one query; trend.json has the first hundred. */
const IDS_NAMED = 12;

/** This pack against the one before it: what is other, by count and hash. */
export function changesSection(context: Context): Section {
  const { previous, changes } = context.input.trend;
  if (previous === null || changes === null) return section('changes', '9', TITLE, [para(NO_PREVIOUS)]);
  return section('changes', '9', TITLE, [
    para('This pack is compared with the one before it, by what trend.json of both holds. The comparison is not part of the evidence id: the same logs make the same evidence, whatever was there before. Queries of this framework alone are listed; trend.json has all of them.'),
  ], { sections: [
    previousPack(context), results(context, changes), exceptions(context, changes), volumes(context, changes), basis(context, changes),
    ...(context.query.has(VOLUME_QUERY) ? [invocationsSection(context, changes)] : []),
  ] });
}

const TITLE = 'Changes since the previous pack';
export const NO_PREVIOUS = 'No previous pack was named to this run, and none was found in its output folder. Whether periods join without a gap was not checked, and nothing is compared.';

function previousPack(context: Context): Section {
  const { previous, changes } = context.input.trend;
  if (previous === null || changes === null) return section('changes-previous', '9.1', 'The previous pack', []);
  const { periods, events, toolVersion, engine } = changes;
  const beside = `${capitalised(periodWords(periods))}.`;
  return section('changes-previous', '9.1', 'The previous pack', [
    facts(['About', 'The previous pack, and this one'], [
      ['Previous pack', line(data(previous.label))],
      ['Its period', line(`${previous.period.start} to ${previous.period.end} (end excluded)`)],
      ['Beside this one', line(periods.kind === 'adjoin' ? beside : strong(beside))],
      ['Its evidence id', line(data(previous.evidenceId))],
      ['SHA-256 of its manifest', line(data(previous.manifestSha256), '; this pack’s manifest has it too')],
      ['Events', line(`${count(events.now)} in this period, ${count(events.before)} in that`)],
      ['Program', line(toolVersion.before === toolVersion.now ? `Version ${toolVersion.now}, as before` : `Version ${toolVersion.now}; before, ${toolVersion.before}`)],
      ['Engine', line(engine.before === engine.now ? `${ENGINE_WORDS[engine.now]}, as before` : `${ENGINE_WORDS[engine.now]}; before, ${ENGINE_WORDS[engine.before]}`)],
    ]),
  ], { level: 3 });
}

function results(context: Context, changes: TrendChanges): Section {
  const changed = changes.results.filter(({ query }) => context.query.has(query));
  return section('changes-results', '9.2', 'Results', changed.length === 0
    ? [para('No query of this framework that is in both packs has another result.')]
    : [table(line(`${counted(changed.length, 'query', 'queries')} with another result`), [['Query', 12], ['Title', 40], ['Before', 24], ['Now', 24]],
      changed.map(({ query, before, now }) => [queryLink(query), line(titleOf(context, query)), line(result(before)), line(result(now))]), { caps: ALL_ROWS })],
  { level: 3 });
}

function exceptions(context: Context, changes: TrendChanges): Section {
  const of = changes.exceptions.filter(({ query }) => context.query.has(query));
  return section('changes-exceptions', '9.3', 'Exceptions', of.length === 0
    ? [para('The queries of this framework noted no exceptions in either pack.')]
    : [...exceptionsText(changes, of), exceptionsTable(of), ...newIds(of)],
  { level: 3 });
}

type Exceptions = TrendChanges['exceptions'];

function exceptionsText({ periods }: TrendChanges, of: Exceptions): readonly Block[] {
  const totals = exceptionTotals(of);
  const aside = of.filter(({ compared }) => compared === null).map(({ query }) => query);
  const isApart = periods.kind === 'adjoin' || periods.kind === 'gap' || periods.kind === 'later';
  return [
    para(`${counted(totals.new, 'exception')} ${totals.new === 1 ? 'is' : 'are'} new: in this pack alone. ${count(totals.open)} ${totals.open === 1 ? 'is' : 'are'} still open: in both packs, and undecided now or with an expired decision. ${count(totals.decided)} ${totals.decided === 1 ? 'is' : 'are'} in both and decided. `
      + `${count(totals.gone)} ${totals.gone === 1 ? 'is' : 'are'} gone: in the previous pack alone${totals.gone === 0 ? '' : `; ${count(totals.goneUndecided)} of these had no decision that counted when that pack was written`}.`),
    ...(isApart ? [para('Exceptions are told apart by their ids. Most stand for one event, and an event lies in one period: it is new in its own pack and gone from the next. Gone does not mean remedied.')] : []),
    ...(aside.length === 0 ? [] : [para(`Not compared: ${joined(aside)}. One of the packs does not have the query or has no answer to it, so that an exception is missing there says nothing.`)]),
  ];
}

function exceptionsTable(of: Exceptions): Block {
  return table(line('Exceptions by query'), [['Query', 16], ['Before', 14, 'numeric'], ['New', 14, 'numeric'], ['Still open', 14, 'numeric'], ['In both, decided', 14, 'numeric'], ['Gone', 14, 'numeric'], ['Now', 14, 'numeric']],
    of.map(({ query, before, now, compared }) => [
      queryLink(query),
      line(count(before)),
      ...[compared?.new, compared?.open, compared?.decided, compared?.gone].map((n) => line(n === undefined ? '–' : count(n))),
      line(count(now)),
    ]), { caps: ALL_ROWS });
}

/** Only where some are new and some are not: otherwise the register of section 8 lists the same. */
function newIds(of: Exceptions): readonly Block[] {
  const mixed = of.filter(({ now, compared }) => compared !== null && compared.new > 0 && compared.new < now);
  if (mixed.length === 0) return [];
  return [
    table(line('New exceptions, of queries that also have others'), [['Query', 16], ['Ids', 84]], mixed.map(({ query, compared }) => {
      const ids = compared?.newIds.slice(0, IDS_NAMED) ?? [];
      const left = (compared?.new ?? 0) - ids.length;
      return [queryLink(query), line(...ids.flatMap((id, index) => [...(index > 0 ? [', '] : []), data(id)]), ...(left > 0 ? [` and ${count(left)} more`] : []))];
    }), { caps: ALL_ROWS }),
  ];
}

function volumes(context: Context, changes: TrendChanges): Section {
  const { trend, settings } = context.input;
  const compared = changes.volumes.filter(({ query }) => context.query.has(query));
  const other = compared.filter(({ before, now }) => before !== now);
  const [was, is] = [trend.previous?.period ?? settings.period, settings.period].map(({ start, end }) => daysBetween(start, end));
  const lengths = was === is ? '' : ` This period has ${counted(is ?? 0, 'day')}, that one ${count(was ?? 0)}.`;
  const same = `${count(compared.length - other.length)} of ${counted(compared.length, 'query', 'queries')} answered in both packs returned as many rows as before.${lengths}`;
  return section('changes-volumes', '9.4', 'Volumes', [
    para(same),
    ...(other.length === 0 ? [] : [
      table(line(`${counted(other.length, 'query', 'queries')} with another number of rows`), [['Query', 12], ['Title', 43], ['Before', 15, 'numeric'], ['Now', 15, 'numeric'], ['Difference', 15, 'numeric']],
        other.map(({ query, before, now }) => [queryLink(query), line(titleOf(context, query)), line(count(before)), line(count(now)), line(`${now > before ? '+' : '−'}${count(Math.abs(now - before))}`)]),
        { rest: line('all of them: trend.json') }),
    ]),
  ], { level: 3 });
}

/** What the results rest on: queries, settings, scope, trails. */
function basis(context: Context, changes: TrendChanges): Section {
  const { queries, aspects, trailChanges } = changes;
  const named = (ids: readonly string[]): readonly string[] => ids.filter((id) => context.query.has(id));
  const rows = [
    ...queryRow('Queries added', named(queries.added)),
    ...queryRow('Queries removed', queries.removed),
    ...queryRow('Queries changed', named(queries.changed)),
    ...queryRow('Queries with other values in a list', named(queries.otherLists)),
    ...aspects.map(aspectRow),
  ];
  return section('changes-basis', '9.5', 'Queries, settings, scope and trails', [
    ...(rows.length === 0
      ? [para('Queries, settings, lists, frameworks, accounts and regions in scope, and the classes of events shown to be selected are the same as in the previous pack.')]
      : [
        para('Told by hashes, which show that something is other and not what. The texts themselves are in version control, in run.json and in the SQL of both packs.'),
        table(line('What is other than in the previous pack'), [['What', 38], ['Change', 38], ['Entries before', 12, 'numeric'], ['Entries now', 12, 'numeric']], rows, { caps: ALL_ROWS }),
      ]),
    para(`Successful changes of trails or of what they select that the logs hold: ${count(trailChanges.now)} in this period, ${count(trailChanges.before)} in that of the previous pack; `, link('section 4.2', 'reliability-trails'), '. A change made between two packs whose periods do not adjoin is in neither.'),
  ], { level: 3 });
}

function queryRow(what: string, ids: readonly string[]): readonly (readonly Line[])[] {
  return ids.length === 0 ? [] : [[line(what), line(joined(ids)), line('–'), line('–')]];
}

function aspectRow({ name, change, before, now }: AspectChange): readonly Line[] {
  const entries = (n: number | null): Line => line(n === null ? '–' : count(n));
  return [line(capitalised(aspectWords(name))), line(change), entries(before), entries(now)];
}

function queryLink(id: string): Line {
  return line(link(id, queryAnchor(id)));
}

function titleOf(context: Context, id: string): string {
  return context.query.get(id)?.query.title ?? '';
}
