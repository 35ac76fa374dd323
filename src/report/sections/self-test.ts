import { FAULT_WORDS, type QuerySelfTest, type Tally } from '../../self-test/self-test.js';
import { type Block, type Line, type Section, ALL_ROWS, alert, data, line, link, para, quiet, section, small, table } from '../blocks.js';
import { count, counted } from '../wording.js';
import { type Context, queryAnchor } from './context.js';

/** The queries of this report on their own test events. */
export function selfTestAppendix(context: Context): Section {
  return section('appendix-f', 'F', 'Self-test of the queries', blocks(context));
}

function blocks(context: Context): readonly Block[] {
  const { selfTest } = context.input;
  if (selfTest === null) return [para('The self-test was not part of this run. To have it in the next, run with --self-test (in a workflow, self-test: true); to make it alone, at any time, run: cloudtrail-evidence queries --self-test.')];
  const tried = selfTest.queries.filter(({ id }) => context.query.has(id));
  const notTried = context.queries.filter(({ query }) => !tried.some(({ id }) => id === query.id));
  const wrong = tried.filter((each) => each.wrong.length > 0);
  return [
    para(`Each query that runs is tried on made-up events of its own: some that it must return, and near misses, which differ from those in one thing and must be passed over. Before this pack was written, ${counted(tried.length, 'query', 'queries')} ran on ${counted(cases(tried), 'such event')}, on the engine of this run, each by itself, with the records that its case puts beside it.`),
    para('What this shows: the query of the file with this hash returns what it must of these events, and keeps silent on near misses. What it does not show: what the query does with management’s lists, since cases bring lists of their own; that these are all the ways in which such an event is recorded, that AWS records it as the made-up event has it, or anything about the logs of the period.'),
    para('The hash of a query below is that of its file as the product ships it, or as it stands in management’s folder. Appendix C and Appendix D give the hash of the file in the pack. The two differ where the query compares with lists, since these are written into the pack’s file.'),
    ...(wrong.length === 0 ? [] : [alert(`${counted(wrong.length, 'query', 'queries')} did not do as they must. One that did not return what it must has the result Query failed; one that returned too much keeps its result, with a reason.`), wrongCases(wrong)]),
    table(line(`${counted(tried.length, 'query', 'queries')} by what they returned of their own test events`), [['Query', 12], ['Returned', 13], ['Passed over', 13], ['Query file and cases, SHA-256', 62]], tried.map(row), { caps: ALL_ROWS, dense: true }),
    ...(notTried.length === 0 ? [] : [small('Not run in this run, and so not tried: ', ...notTried.flatMap(({ query }, index) => [...(index > 0 ? [', '] : []), link(query.id, queryAnchor(query.id))]), '.')]),
  ];
}

function cases(tried: readonly QuerySelfTest[]): number {
  return tried.reduce((sum, { fired, silent }) => sum + fired.cases + silent.cases, 0);
}

function row({ id, querySha256, casesSha256, fired, silent }: QuerySelfTest): readonly Line[] {
  return [
    line(link(id, queryAnchor(id))),
    line(tallyWords(fired)),
    line(tallyWords(silent)),
    line(data(querySha256), '; cases ', ...(casesSha256 === null ? [quiet('none')] : [data(casesSha256)])),
  ];
}

function tallyWords({ cases: all, right }: Tally): string {
  return all === 0 ? 'no cases' : `${count(right)} of ${count(all)}`;
}

/** Names of cases are whatever the file's author wrote. */
function wrongCases(wrong: readonly QuerySelfTest[]): Block {
  return table(line('Test events that went wrong'), [['Query', 12], ['Test event', 48], ['What went wrong', 40]],
    wrong.flatMap(({ id, wrong: each }) => each.map(({ name, fault }) => [line(link(id, queryAnchor(id))), line(data(name)), line(FAULT_WORDS[fault])])), { rest: line('all of them: self-test.json') });
}

/** Beside a query: what it did with its own test events. Empty where it was not tried. */
export function selfTestFact({ input }: Context, id: string): readonly (readonly [string, Line])[] {
  const tried = input.selfTest?.queries.find((each) => each.id === id);
  if (tried === undefined) return [];
  return [['Self-test', line(`Of its own test events it returned ${tallyWords(tried.fired)} that it must, and passed over ${tallyWords(tried.silent)} that it must not return: `, link('Appendix F', 'appendix-f'), '.')]];
}
