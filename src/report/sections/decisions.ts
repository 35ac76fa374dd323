import { type DecisionRecord, FLAGS, type Flag, OVER_BROAD, queryOfDecision } from '../../evidence/decisions.js';
import { DISPOSITION_WORDS, DISPOSITIONS, type DecisionMatch } from '../../settings/decision.js';
import { type Inline, type Line, type Section, data, line, list, para, section, strong, table } from '../blocks.js';
import { count, counted, joined } from '../wording.js';
import type { Context } from './context.js';

const FLAG_WORDS: Readonly<Record<Flag, string>> = { unused: 'unused', expired: 'expired', 'over-broad': 'over-broad', 'own-actor': 'own actor' };
const FLAG_MEANINGS: Readonly<Record<Flag, string>> = {
  unused: 'it covers no exception of this pack. It may be about another period.',
  expired: 'it expired before the end of the period and decides nothing; what it covers is undecided.',
  'over-broad': `a match that covers more than ${OVER_BROAD} exceptions.`,
  'own-actor': 'its owner or approver bears the name of somebody whose act it is about.',
};

/** What control owners said, next to the register of what they said it of. */
export function decisionsSection(context: Context): Section {
  const { decisions, settings } = context.input;
  const shown = decisionsOf(context);
  const elsewhere = decisions.length - shown.length;
  if (settings.decisions === null) return section('decisions', '8.1', 'Decisions', [para('No decisions file was given to this run: every exception is undecided.')], { level: 3 });
  return section('decisions', '8.1', 'Decisions', [
    para(`The decisions file holds ${counted(decisions.length, 'decision')}${elsewhere > 0 ? `, of which ${count(elsewhere)} concern${elsewhere === 1 ? 's' : ''} queries of other reports` : ''}; SHA-256 of the file `, data(settings.decisions.sha256), `.${dispositionWords(shown)} A decision counts if it expires on the day the period ends, ${settings.period.end.slice(0, 10)}, or later. All are in decisions.json.`),
    ...(shown.length === 0 ? [] : [
      ...flagList(shown),
      table(line('Decisions, those in use first'), [['No.', 6, 'numeric'], ['About', 22], ['What was decided', 27], ['By', 21], ['When', 13], ['Exceptions', 11]], shown.map(row),
        { rest: line('all of them: decisions.json'), dense: true }),
    ]),
  ], { level: 3 });
}

/** Those about the report's own queries, or about none of the pack; those in use first. */
function decisionsOf({ input, query }: Context): readonly DecisionRecord[] {
  const pack = new Set(input.sections.map((each) => each.query.id));
  const shown = input.decisions.filter(({ decision }) => query.has(queryOfDecision(decision)) || !pack.has(queryOfDecision(decision)));
  return [...shown.filter(({ exceptions }) => exceptions > 0), ...shown.filter(({ exceptions }) => exceptions === 0)];
}

function dispositionWords(shown: readonly DecisionRecord[]): string {
  const counting = shown.filter(({ flags }) => !flags.includes('expired'));
  const sums = DISPOSITIONS.flatMap((disposition) => {
    const sum = counting.filter(({ decision }) => decision.disposition === disposition).reduce((total, { exceptions }) => total + exceptions, 0);
    return sum === 0 ? [] : [`${count(sum)} “${DISPOSITION_WORDS[disposition]}”`];
  });
  return sums.length === 0 ? ' No exception of this report is decided.' : ` Decided exceptions of this report: ${joined(sums)}.`;
}

function flagList(shown: readonly DecisionRecord[]): readonly ReturnType<typeof list>[] {
  const raised = FLAGS.filter((flag) => shown.some(({ flags }) => flags.includes(flag)));
  return raised.length === 0 ? [] : [list(raised.map((flag) => line(strong(FLAG_WORDS[flag]), `: ${FLAG_MEANINGS[flag]}`)))];
}

function row({ number, decision, exceptions, flags }: DecisionRecord): readonly Line[] {
  const { disposition, reason, ticket, owner, approver, decidedOn, expires } = decision;
  return [
    line(count(number)),
    decision.match === null ? line(data(decision.exception)) : matchLine(decision.match),
    line(strong(DISPOSITION_WORDS[disposition]), `. ${/[.!?]$/.test(reason) ? reason : `${reason}.`}`, ...(ticket === null ? [] : [' Ticket ', data(ticket)])),
    line(data(owner), ', approved by ', data(approver)),
    line(`${decidedOn}, expires ${expires}`),
    line(`${count(exceptions)}${flags.map((flag) => `; ${FLAG_WORDS[flag]}`).join('')}`),
  ];
}

function matchLine({ query, actor, resource, account, eventNames, from, to }: DecisionMatch): Line {
  const condition = (name: string, value: string | null): readonly (Inline | string)[] => (value === null ? [] : [`; ${name} `, data(value)]);
  return line(
    `Exceptions of ${query}`, ...condition('actor', actor), ...condition('resource', resource), ...condition('account', account),
    ...(eventNames === null ? [] : ['; calls ', ...eventNames.flatMap((name, index) => [...(index > 0 ? [', '] : []), data(name)])]),
    ...condition('from', from), ...condition('before', to),
  );
}
