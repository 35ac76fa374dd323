import { type Line, type Section, ALL_ROWS, data, line, link, para, quiet, result, section, table, alert } from '../blocks.js';
import { type Calendar, type DayTotals, PREFIX, calendarColumns, calendarOf, dayTotals } from '../calendar.js';
import { type VolumeBar, calendarChart, volumeChart, wantsLogScale } from '../charts.js';
import { count, counted, daysOf, dayRange, groupedBy, joined, missingWords } from '../wording.js';
import { type CoverageRun, type Reason, REASON_WORDS } from '../../evidence/result.js';
import type { ScopePair } from '../../evidence/coverage.js';
import type { Category } from '../../pack/query.js';
import { exceptionTotals as comparedTotals, periodWords } from '../trend-lines.js';
import { NO_PREVIOUS } from './changes.js';
import { type Context, exceptionTotals, exceptionsOverGaps, distinctReasons, incompleteQueries, queryAnchor, restsOnGaps, resultCounts, shortGround, switchedOffLine, unservedWords, withResult } from './context.js';
import { timeColumns } from './exceptions.js';
import { ownSummary } from './own-queries.js';

export function summarySection(context: Context): Section {
  return section('summary', '2', 'Summary', [], {
    sections: [statement(context), results(context), coverage(context), volume(context), previous(context)],
  });
}

function statement(context: Context): Section {
  const { input } = context;
  return section('summary-statement', '2.1', 'Statement of preparation', [
    para(`Management of ${context.entity} prepared this report with ${input.facts.tool.name} ${input.facts.tool.version} from AWS CloudTrail log files of the period. It states what was examined, what was noted, and what CloudTrail cannot show. It is not an opinion and makes no statement of conformity. The auditor decides whether it is sufficient for any purpose.`),
  ], { level: 3 });
}

function results(context: Context): Section {
  const all = context.queries.length;
  const noted = withResult(context, 'exceptions');
  const overGaps = noted.filter(exceptionsOverGaps);
  const totals = exceptionTotals(context.queries);
  const shown = resultCounts(context);
  const withQueries = context.input.framework.criteria.filter((criterion) => criterion.queries.length > 0).length;
  const criteria = context.input.framework.criteria.length;
  const { noun } = context.input.framework;
  const unset = withResult(context, 'not-evaluated').filter(({ switchedOff }) => switchedOff === null);
  const rowsFor = (which: Parameters<typeof withResult>[1]): number => withResult(context, which).reduce((sum, section) => sum + section.result.rows, 0);
  return section('summary-results', '2.2', 'Results in counts', [
    table(line(`Results of the ${counted(all, 'query', 'queries')} of this framework`), [['Result', 46], ['Queries', 18, 'numeric'], ['Of', 14, 'numeric'], ['Rows', 22, 'numeric']],
      shown.map(({ result: of, queries }) => [line(result(of)), line(count(queries)), line(count(all)), line(count(rowsFor(of)))]), { caps: ALL_ROWS }),
    ...ownSummary(context),
    ...(context.queries.some(({ switchedOff }) => switchedOff !== null) ? [para(`Not evaluated, as management switched ${context.queries.filter(({ switchedOff }) => switchedOff !== null).length === 1 ? 'it' : 'them'} off in the settings file: `, ...switchedOffLine(context), '.')] : []),
    ...(unset.length > 0 ? [para(`Not evaluated, as what ${unset.length === 1 ? 'it compares' : 'they compare'} with was not given: `, ...unset.flatMap((each, index) => [...(index > 0 ? ['; '] : []), link(each.query.id, queryAnchor(each.query.id)), ` (${joined(each.missingLists.map(missingWords))})`]), '.')] : []),
    para(`Exceptions: ${count(totals.total)} in ${count(noted.length)} of ${counted(context.queries.filter((section) => section.query.expect === 'none').length, 'query', 'queries')} that look for them. ${count(totals.decided)} of ${count(totals.total)} decided by management, ${count(totals.undecided)} of ${count(totals.total)} undecided${totals.expired > 0 ? `, ${count(totals.expired)} of these with an expired decision` : ''}. They are listed in `, link('section 8', 'exceptions'), '.',
      ...(overGaps.length > 0 ? [` ${count(overGaps.length)} of the ${counted(noted.length, 'query', 'queries')} with exceptions also ${overGaps.length === 1 ? 'rests' : 'rest'} ${shortGround(overGaps)}: there may be more.`] : [])),
    para(`Of ${counted(criteria, noun.one, noun.many)}, ${count(withQueries)} ${withQueries === 1 ? 'is' : 'are'} served by at least one query.${unservedWords(context, 'the others')}`, ...(withQueries < criteria ? [' ', link('Appendix B', 'appendix-b'), ' names each.'] : [])),
  ], { level: 3 });
}

function coverageSentence(context: Context, pairs: readonly (readonly [string, string, DayTotals])[]): string {
  const sum = (pick: (totals: DayTotals) => number): number => pairs.reduce((total, [, , totals]) => total + pick(totals), 0);
  const days = sum((t) => t.days);
  const explained = sum((t) => t.present) + sum((t) => t.idle);
  const whole = pairs.filter(([, , t]) => t.unexplained + t.unreadable === 0).length;
  return `Management events are accounted for on ${count(explained)} of ${count(days)} days in scope (${counted(pairs.length, 'pair')} of account and region over ${counted(daysOf(context.input.settings.period).days, 'day')}): on ${count(sum((t) => t.present))} there are events, on ${count(sum((t) => t.idle))} there are none and the hourly digests say so. ${count(whole)} of ${counted(pairs.length, 'pair')} ${whole === 1 ? 'is' : 'are'} accounted for on every day.`;
}

function coverage(context: Context): Section {
  const { input } = context;
  const pairs = input.coverage.scope.map(({ account, region }) => [account, region, dayTotals(input.coverage.runs, account, region)] as const);
  const calendar = calendarOf(input.coverage.runs, input.coverage.scope, input.settings.period);
  const sentence = coverageSentence(context, pairs);
  const doubts = selectionInDoubt(context);
  const gaps = gapsOf(input.coverage.runs.filter((run) => !doubts.some((doubt) => doubt.code === run.reason && doubt.account === run.account && doubt.category === run.category && doubt.source === run.source)));
  const rest = line('all of them: coverage.csv');
  const incomplete = incompleteQueries(context).filter((found) => found.result.result === 'failed' || restsOnGaps(found)).length;
  return section('summary-coverage', '2.3', 'Coverage of the logs', [
    para(sentence),
    { kind: 'figure', svg: calendarChart(calendar, sentence), line: calendarLine(calendar) },
    table(line('Days by account and region, management events'), [['Account', 20], ['Region', 20], ['Days', 8, 'numeric'], ['Accounted for, with events', 14, 'numeric'], ['Accounted for, idle by digests', 14, 'numeric'], ['Not accounted for', 12, 'numeric'], ['Not fully readable', 12, 'numeric']],
      pairs.map(([account, region, t]) => [line({ kind: 'data', text: account }), line({ kind: 'data', text: region }), ...[t.days, t.present, t.idle, t.unexplained, t.unreadable].map((n) => line(count(n)))]), { rest }),
    para(loggedClasses(context)),
    ...(gaps.length + doubts.length === 0 ? [] : [
      table(line('Days that are not accounted for'), [['Account', 13], ['Regions', 19], ['Class', 20], ['Days', 22], ['Why', 26]], [...gaps.map(gapRow), ...doubts.map((doubt) => doubtRow(doubt, input.coverage.scope))], { rest }),
      ...(incomplete > 0 ? [alert(`Where days are not accounted for, the absence of a row does not show the absence of an event. This concerns ${count(incomplete)} of ${counted(context.queries.length, 'query', 'queries')}.`)] : []),
    ]),
  ], { level: 3 });
}

/** Of what else than management events the logs hold any: what is not named here shows nowhere, whatever happened. */
function loggedClasses({ input: { coverage: { runs } } }: Context): string {
  const sources = (category: Category): string => joined([...new Set(runs.filter((run) => run.category === category && run.reason !== 'class-not-collected').flatMap(({ source }) => (source === null ? [] : [source])))].sort());
  const held = (['data', 'network'] as const).flatMap((category) => (sources(category) === '' ? [] : [`${category} events of ${sources(category)}`]));
  return held.length === 0
    ? 'The logs hold no data or network events, and nothing says that any were selected: what only such events would show does not show in this report.'
    : `Beside management events, the logs hold, or management states that trails select, ${joined(held)}. Of other services there are none: what only such events would show does not show in this report.`;
}

/** Days not accounted for; regions of an account that share all the rest stand together. */
function gapsOf(runs: readonly CoverageRun[]): readonly (readonly CoverageRun[])[] {
  const gaps = runs.filter((run) => run.state === 'unexplained' || run.state === 'unreadable');
  return [...groupedBy(gaps, (run) => JSON.stringify([run.account, run.category, run.source, run.fromDay, run.toDay, run.reason])).values()];
}

function gapRow(gap: readonly CoverageRun[]): readonly Line[] {
  return gap.slice(0, 1).flatMap((run) => [
    line(data(run.account)),
    line(...gap.flatMap(({ region }, index) => [...(index > 0 ? [', '] : []), data(region)])),
    classLine(run.category, run.source),
    line(dayRange(run.fromDay, run.toDay)),
    line(run.reason === null ? 'not stated' : REASON_WORDS[run.reason]),
  ]);
}

/** Days on which what was selected of a class is in doubt, though there may be events of it. */
function selectionInDoubt(context: Context): readonly Reason[] {
  return distinctReasons(incompleteQueries(context)).filter(({ code }) => code === 'selection-not-shown' || code === 'partly-selected');
}

function doubtRow({ code, account, region, from, to, category, source }: Reason, scope: readonly ScopePair[]): readonly Line[] {
  const regions = [...new Set(scope.filter((pair) => account === null || pair.account === account).map((pair) => pair.region))];
  return [
    line(...(account === null ? [quiet('all')] : [data(account)])),
    line(...(region === null ? regions : [region]).flatMap((each, index) => [...(index > 0 ? [', '] : []), data(each)])),
    classLine(category ?? '', source ?? null),
    line(from === null || to === null ? '' : dayRange(from, to)),
    line(REASON_WORDS[code]),
  ];
}

function classLine(category: string, source: string | null): Line {
  return source === null ? line(category) : line(`${category}: `, { kind: 'data', text: source });
}

function calendarLine(calendar: Calendar): Line {
  const what = calendar.unit === 'day' ? 'One cell a day.' : `One cell a ${calendar.unit}; it shows the least of its days.`;
  const cut = calendar.totalRows > calendar.rows.length ? ` ${count(calendar.rows.length)} of ${count(calendar.totalRows)} rows drawn, those not accounted for first; all of them: coverage.csv.` : '';
  return line(`Coverage calendar, management events, UTC. ${what}${cut} The table below counts the same days; each is in coverage.csv.`);
}

function bars(context: Context): readonly VolumeBar[] {
  const { from, to } = daysOf(context.input.settings.period);
  const { unit, columns } = calendarColumns(context.input.settings.period);
  const size = PREFIX[unit];
  const events = new Map<string, number>();
  for (const cell of context.input.cells) {
    if (cell.day >= from && cell.day < to) events.set(cell.day.slice(0, size), (events.get(cell.day.slice(0, size)) ?? 0) + cell.events);
  }
  const exceptions = new Map<string, number>();
  for (const section of context.queries.filter((each) => each.query.expect === 'none')) {
    const time = section.columns.indexOf(timeColumns(section.columns)[0] ?? '');
    for (const row of time < 0 ? [] : section.rows) {
      const column = String(row[time] ?? '').slice(0, size);
      exceptions.set(column, (exceptions.get(column) ?? 0) + 1);
    }
  }
  return columns.map((column) => ({ column, events: events.get(column) ?? 0, exceptions: exceptions.get(column) ?? 0 }));
}

function volume(context: Context): Section {
  const drawn = bars(context);
  const total = drawn.reduce((sum, bar) => sum + bar.events, 0);
  const most = drawn.reduce((a, b) => (b.events > a.events ? b : a), { column: '', events: 0, exceptions: 0 });
  const empty = drawn.filter((bar) => bar.events === 0).length;
  const { unit } = calendarColumns(context.input.settings.period);
  const sentence = total === 0
    ? 'There are no events in the period.'
    : `There are ${count(total)} events in the period, the most in one ${unit} on ${most.column} (${count(most.events)}). ${count(empty)} of ${counted(drawn.length, unit)} ${empty === 1 ? 'has' : 'have'} none.`;
  return section('summary-volume', '2.4', 'Events over time', [
    para(sentence),
    ...(total === 0 ? [] : [{ kind: 'figure' as const, svg: volumeChart(drawn, sentence), line: line(`Events by ${unit}, all accounts and regions, UTC${wantsLogScale(drawn) ? '; logarithmic scale' : ''}. Marks below: ${count(drawn.filter((bar) => bar.exceptions > 0).length)} of ${counted(drawn.length, unit)} on which an exception printed in this report falls.`) }]),
  ], { level: 3 });
}

function previous(context: Context): Section {
  const { previous: before, changes } = context.input.trend;
  if (before === null || changes === null) return section('summary-previous', '2.5', 'The previous pack', [para(NO_PREVIOUS)], { level: 3 });
  const results = changes.results.filter(({ query }) => context.query.has(query)).length;
  const totals = comparedTotals(changes.exceptions.filter(({ query }) => context.query.has(query)));
  return section('summary-previous', '2.5', 'The previous pack', [
    para('This pack follows ', data(before.label), `; ${periodWords(changes.periods)}. Of this framework’s queries, ${count(results)} ${results === 1 ? 'has' : 'have'} another result. `
      + `Exceptions: ${count(totals.new)} new, ${count(totals.open)} still open, ${count(totals.decided)} in both and decided, ${count(totals.gone)} gone. `, link('Section 9', 'changes'), ' sets out what is other.'),
  ], { level: 3 });
}
