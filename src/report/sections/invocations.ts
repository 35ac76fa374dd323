import type { Change, TrendChanges } from '../../evidence/trend.js';
import { type InvocationChange, type InvocationKind, SILENCE, SPIKE, VOLUME, VOLUME_QUERY } from '../../evidence/trend-invocations.js';
import type { Block, Line, Section } from '../blocks.js';
import { data, line, link, para, section, table } from '../blocks.js';
import { NOT_COMPARED_WORDS } from '../trend-lines.js';
import { count, counted } from '../wording.js';
import { type Context, capitalised, queryAnchor } from './context.js';

/** How often functions were invoked, against the previous pack. */
export function invocationsSection(context: Context, { invocations }: TrendChanges): Section {
  return section('changes-invocations', '9.6', 'Invocations of functions', blocks(context, invocations), { level: 3 });
}

function blocks(context: Context, invocations: TrendChanges['invocations']): readonly Block[] {
  const query = link(VOLUME_QUERY, queryAnchor(VOLUME_QUERY));
  if (invocations === undefined || invocations.compared === null) {
    const why = NOT_COMPARED_WORDS[invocations?.reason ?? 'not-answered'];
    return [para(`Not compared: ${why}. `, ...(invocations?.reason === 'no-rows' ? ['A summary in version control holds counts and no rows; give the whole pack, or its zip. '] : []), 'The volume in this period is in ', query, '.')];
  }
  const { functions, events } = invocations.compared;
  const changes = context.input.trend.invocationChanges;
  const isIncomplete = context.query.get(VOLUME_QUERY)?.result.coverage.data !== 'complete';
  return [
    para(`The rows of `, query, ` of both packs, by function and kind of invoker: ${count(functions.now)} in this period with ${counted(events.now, 'invocation')}, ${count(functions.before)} with ${count(events.before)} in that of the previous pack. Invocations are compared by the day, for periods differ in length. `
      + `Listed are those in one pack alone; those with twice as many a day or more, or half as many or fewer, where that makes at least ${VOLUME.atLeast} in the period; those where one invoker’s busiest hour has ${SPIKE.factor} times as many, and at least ${SPIKE.atLeast} more; and those where one invoker was silent for twice as long, and at least ${SILENCE.days} days longer.`),
    ...(isIncomplete ? [para('The logs of invocations in this period are not complete, or nothing shows that they are: fewer may mean that fewer were logged.')] : []),
    changes.length === 0
      ? para('None is other by that measure.')
      : table(line(`${counted(changes.length, 'function')} by kind of invoker, with another volume`),
        [['Function', 24], ['Place', 20], ['Invoker', 12], ['Before', 10, 'numeric'], ['Now', 10, 'numeric'], ['Change', 24]],
        changes.map(row), { rest: line('all rows: results/INV-06.csv of both packs') }),
  ];
}

function row(change: InvocationChange): readonly Line[] {
  const { account, region, functionName, invokerClass, before, now } = change;
  return [line(data(functionName)), line(data(`${account} ${region}`)), line(data(invokerClass)), line(count(before)), line(count(now)), line(capitalised(changeWords(change)))];
}

const KIND_WORDS: Readonly<Record<InvocationKind, string>> = { new: 'new', gone: 'gone', more: 'more', less: 'fewer', steady: '' };

/** `more, 3.4 times a day; busiest hour 900, before 40; silent for 9 days, before 1`. */
function changeWords({ kind, factor, spike, silence }: InvocationChange): string {
  const parts = [
    ...(kind === 'steady' ? [] : [`${KIND_WORDS[kind]}${factor === null ? '' : kind === 'more' ? `, ${factor} times a day` : `, one in ${factor} a day`}`]),
    ...(spike === null ? [] : [`busiest hour ${pair(spike)}`]),
    ...(silence === null ? [] : [`silent for ${counted(silence.now, 'day')}, before ${count(silence.before)}`]),
  ];
  return parts.join('; ');
}

function pair({ before, now }: Change<number>): string {
  return `${count(now)}, before ${count(before)}`;
}
