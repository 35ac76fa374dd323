import { isOfSelfTest, selfTestReason } from '../../evidence/judge.js';
import type { SelfTestReason } from '../../evidence/result.js';
import type { QuerySection } from '../input.js';
import { type Inline, type Line, data, line, link, quiet, strong, words } from '../blocks.js';
import { periodWords } from '../trend-lines.js';
import { count, counted, instants, joined, reasonLines } from '../wording.js';
import { type Context, distinctReasons, incompleteQueries, queryAnchor, shortGround, withResult } from './context.js';

export interface Cover {
  readonly title: string;
  readonly entity: string;
  readonly period: string;
  readonly complete: boolean;
  readonly statusWord: string;
  readonly status: Line;
  /** What else a reader must know before turning the page. */
  readonly conditions: readonly Line[];
  readonly facts: readonly { readonly label: string; readonly line: Line }[];
  readonly statement: Line;
  readonly notices: readonly string[];
}

export const OWN_FRAMEWORK = 'This framework is management’s own, not one of the product’s.';

export function cover(context: Context): Cover {
  const { input } = context;
  const incomplete = incompleteQueries(context);
  const { report } = input.settings;
  return {
    title: input.framework.title,
    entity: context.entity,
    period: instants(input.settings.period),
    complete: incomplete.length === 0,
    statusWord: incomplete.length === 0 ? 'Complete' : 'Incomplete',
    status: incomplete.length === 0 ? completeLine(context) : incompleteLine(context, incomplete),
    conditions: conditions(context, incomplete),
    facts: [
      { label: 'Period covered (UTC)', line: line(instants(input.settings.period)) },
      { label: 'Accounts and regions', line: scopeLine(context) },
      { label: 'Prepared by', line: line(report.preparedBy ?? `management; no name in the settings (run started by ${input.facts.actor})`) },
      { label: 'Reviewed by', line: report.reviewedBy === null ? line(strong('not reviewed')) : line(report.reviewedBy) },
      { label: 'Generated', line: line(`${input.facts.generatedAt}, ${input.facts.tool.name} ${input.facts.tool.version}`) },
      { label: 'Previous pack', line: previousLine(context) },
      { label: 'Personal data', line: line('names, addresses and resource names stand in this report as logged') },
      { label: 'Classification', line: line(report.classification) },
      { label: 'Kept until', line: line(report.retention ?? 'not stated in the settings') },
      { label: 'Evidence id', line: line({ kind: 'data', text: input.evidenceId }) },
    ],
    statement: line('Prepared by management. Not an opinion. The auditor decides sufficiency. What CloudTrail cannot show is listed in ', link('Appendix B', 'appendix-b'), '.'),
    notices: [input.framework.own ? `${OWN_FRAMEWORK} SHA-256 ${input.framework.sha256}.` : '', input.framework.edition, input.framework.notice].filter((text) => text !== ''),
  };
}

/** Which pack this one follows; that periods do not join is said first. */
function previousLine(context: Context): Line {
  const { previous, changes } = context.input.trend;
  if (previous === null || changes === null) return line('none to compare with');
  const { periods } = changes;
  const beside = periods.kind === 'adjoin' ? words('the periods adjoin') : strong(periodWords(periods));
  return line(data(previous.label), '; ', beside, '; ', link('section 9', 'changes'));
}

function completeLine(context: Context): Line {
  const answered = context.queries.length - withResult(context, 'not-collected', 'not-evaluated').length;
  if (answered === 0) return line(`None of the ${counted(context.queries.length, 'query', 'queries')} could be answered, so that nothing rests on the logs.`);
  return line(`The logs are accounted for on every day, in every account and region in scope, for the ${counted(answered, 'query', 'queries')} of ${count(context.queries.length)} that could be answered.`);
}

/** More ids than these say less than the matrix. */
const MOST_NAMED = 12;

function incompleteLine(context: Context, incomplete: readonly QuerySection[]): Line {
  const all = context.queries.length;
  const which = incomplete.length < all ? `${count(incomplete.length)} of ${counted(all, 'query', 'queries')}` : all === 1 ? 'The only query' : `All ${counted(all, 'query', 'queries')}`;
  const ground = shortGround(incomplete);
  const lacks = [...(ground === '' ? [] : [`${incomplete.length === 1 ? 'rests' : 'rest'} ${ground}`]), ...(notRun(context).length > 0 ? ['did not run'] : []), ...(selfTestSays(context, 'self-test-missed').length > 0 ? ['did not pass the self-test'] : [])];
  return line(`${which} ${lacks.join(', or ')}`, ...(incomplete.length > MOST_NAMED ? ['; ', link('section 5', 'matrix'), ' shows which.'] : [': ', ...queryLinks(incomplete), '.']));
}

function conditions(context: Context, incomplete: readonly QuerySection[]): readonly Line[] {
  const { input } = context;
  const notCollected = withResult(context, 'not-collected');
  const notEvaluated = withResult(context, 'not-evaluated');
  const causes = coverCauses(incomplete);
  const failed = notRun(context);
  const [missed, returned] = [selfTestSays(context, 'self-test-missed'), selfTestSays(context, 'self-test-returned')];
  return [
    ...(input.preliminary ? [line(strong('Preliminary. '), 'The period was still open when this report was made. It is not evidence for the whole period.')] : []),
    ...causes.map((cause) => line(strong(`Incomplete because${cause.letter === '' ? '' : ` (${cause.letter})`}: `), ...cause.line)),
    ...(failed.length > 0 ? [line(strong('Query failed: '), `${count(failed.length)} of ${counted(context.queries.length, 'query', 'queries')} did not run to ${failed.length === 1 ? 'its' : 'their'} end: `, ...queryLinks(failed), '.')] : []),
    ...(missed.length > 0 ? [line(strong('Query failed: '), `${count(missed.length)} of ${counted(context.queries.length, 'query', 'queries')} did not return what ${missed.length === 1 ? 'it' : 'they'} must of ${missed.length === 1 ? 'its' : 'their'} own test events: `, ...queryLinks(missed), '; ', link('Appendix F', 'appendix-f'), ' tells which.')] : []),
    ...(returned.length > 0 ? [line(strong('Self-test: '), `${count(returned.length)} of ${counted(context.queries.length, 'query', 'queries')} also returned a test event that ${returned.length === 1 ? 'it' : 'they'} must pass over, so some rows may not be what ${returned.length === 1 ? 'it looks' : 'they look'} for: `, ...queryLinks(returned), '; ', link('Appendix F', 'appendix-f'), ' tells which.')] : []),
    ...(notCollected.length > 0 ? [line(strong('Not collected: '), `${count(notCollected.length)} of ${counted(context.queries.length, 'query', 'queries')}. The logs do not hold the class of event: `, ...queryLinks(notCollected), '.')] : []),
    ...(notEvaluated.length > 0 ? [line(strong('Not evaluated: '), `${count(notEvaluated.length)} of ${counted(context.queries.length, 'query', 'queries')}.`, ...notEvaluatedLine(notEvaluated))] : []),
    ...(context.absent.length > 0 ? [line(strong('Not in this pack: '), `${joined(context.absent)}, named by the framework.`)] : []),
  ];
}

/** What management left out apart from what it said is not to run. */
function notEvaluatedLine(sections: readonly QuerySection[]): readonly Inline[] {
  const off = sections.filter(({ switchedOff }) => switchedOff !== null);
  const unset = sections.filter(({ switchedOff }) => switchedOff === null);
  return [
    ...(unset.length > 0 ? [words(` What ${unset.length === 1 ? 'it compares' : 'they compare'} with was not given: `), ...queryLinks(unset), words('.')] : []),
    ...(off.length > 0 ? [words(' Switched off by management: '), ...queryLinks(off), words('; '), link('section 3.5', 'scope-outside'), words(' has the reasons.')] : []),
  ];
}

/** Queries that failed while they ran; the self-test finds others. */
function notRun(context: Context): readonly QuerySection[] {
  return withResult(context, 'failed').filter((found) => selfTestReason(found.result) !== 'self-test-missed');
}

function selfTestSays(context: Context, reason: SelfTestReason): readonly QuerySection[] {
  return context.queries.filter((found) => selfTestReason(found.result) === reason);
}

/** A cause the cover names; it has a letter where there are several. */
export interface Cause {
  readonly letter: string;
  readonly line: Line;
}

/** Why results are incomplete, each cause once; a query with some of the same causes points here. */
export function coverCauses(incomplete: readonly QuerySection[]): readonly Cause[] {
  const lines = reasonLines(distinctReasons(incomplete).filter(({ code }) => code !== 'query-failed' && !isOfSelfTest(code)));
  return lines.map((each, index) => ({ letter: lines.length > 1 ? String.fromCharCode('a'.charCodeAt(0) + index) : '', line: each }));
}

function queryLinks(sections: readonly QuerySection[]): readonly Inline[] {
  return sections.flatMap((section, index) => [...(index > 0 ? [words(', ')] : []), link(section.query.id, queryAnchor(section.query.id))]);
}

function scopeLine(context: Context): Line {
  const { scope } = context.input.coverage;
  const accounts = new Set(scope.map((pair) => pair.account)).size;
  const regions = new Set(scope.map((pair) => pair.region)).size;
  const named = context.input.settings.scope.accounts.length > 0;
  return line(`${counted(accounts, 'account')}, ${counted(regions, 'region')}, ${counted(scope.length, 'pair')} `, quiet(named ? '(accounts from the settings)' : '(every account seen in the logs)'));
}
