import type { Value } from '../../engines/engine.js';
import type { Query } from '../../pack/query.js';
import type { QuerySection } from '../input.js';
import type { Inline, Line, Section } from '../blocks.js';
import { ALL_ROWS, data, line, link, para, quiet, section, table, words } from '../blocks.js';
import { DISPOSITION_WORDS } from '../../settings/decision.js';
import { count, counted } from '../wording.js';
import { type Context, exceptionTotals, queryAnchor } from './context.js';
import { decisionsSection } from './decisions.js';

/** Lines of the register a report prints; the CSV files hold them all. */
const REGISTER_CAPS = { page: 300, text: 25 } as const;

export function exceptionsSection(context: Context): Section {
  const asked = context.queries.filter(({ query }) => query.expect === 'none');
  const withRows = asked.filter(({ result }) => result.exceptions.total > 0);
  const totals = exceptionTotals(asked);
  const register = withRows.flatMap((each) => each.rows.map((row, index) => [...registerRow(each, row), stands(context, each, index)]));
  const beyond = totals.total - register.length;
  return section('exceptions', '8', 'Exceptions register', [
    para(`${counted(totals.total, 'exception')} in ${count(withRows.length)} of ${counted(asked.length, 'query', 'queries')} that look for them: ${count(totals.decided)} decided, ${count(totals.undecided)} undecided${totals.expired > 0 ? `, ${count(totals.expired)} of them with an expired decision` : ''}. A decision annotates an exception; it never removes the row and never changes a result. Each exception with its state is in exceptions.csv of the pack.`),
    para('An exception is a row, not an act. A row may stand for several events, of which the first is printed here, and one act may be in rows of several queries: each is decided by itself. An exception’s id is made from the query and the row’s key, so it stays the same from run to run. Where the key holds no time, the same actor’s same deed has the same id in the next period too, and a decision holds for it until it expires.'),
    ...(withRows.length === 0 ? [] : [
      table(line('Exceptions by query'), [['Query', 12], ['Title', 38], ['Exceptions', 13, 'numeric'], ['Decided', 12, 'numeric'], ['Undecided', 13, 'numeric'], ['Expired', 12, 'numeric']], withRows.map((each): readonly Line[] => [
        line(link(each.query.id, queryAnchor(each.query.id))), line(each.query.title),
        ...[each.result.exceptions.total, each.result.exceptions.decided, each.result.exceptions.undecided, each.result.exceptions.expired].map((n) => line(count(n))),
      ]), { caps: ALL_ROWS }),
      ...(beyond > 0 ? [para(`This report was given ${count(register.length)} of ${counted(totals.total, 'exception')}, the first of each query; all of them: the CSV files of the queries above.`)] : []),
      table(line('Register'), [['Exception, time (UTC)', 18], ['Account, region', 12.5], ['Who', 22], ['What', 33], ['State', 14.5]], register,
        { caps: REGISTER_CAPS, rest: line('all of them: the CSV files of the queries above'), dense: true }),
    ]),
  ], { sections: [decisionsSection(context)] });
}

/** Columns in which queries hold each fact, the most telling first. */
const WHO = ['actor_name', 'user_name', 'actor_arn', 'opened_by', 'invoker', 'principal', 'role_name', 'source_ip'];
const DID = ['event_name', 'pattern', 'what_changed', 'reason', 'why', 'touched', 'event_source', 'action', 'what'];
const TO = [
  'resource', 'target', 'function_name', 'bucket', 'thing', 'backup', 'identity', 'policy', 'role_arn', 'trail', 'granted_to', 'rights', 'key_id', 'security_group', 'guard_of', 'principal',
  'session_name', 'subject', 'tried', 'login_to', 'shared_with', 'ports', 'exposure', 'weakened', 'effect', 'tls_version', 'country', 'services', 'through', 'event_source',
];
/** Names the `TO` of a row may take: "user hugo.marin · AdministratorAccess". */
const TO_NAMED = 2;
/** Parts of a query's key that other cells of the register hold. */
const ELSEWHERE = ['exception_id', 'event_time', 'account_id', 'region', 'actor_class', 'invoker_class'];

function registerRow(each: QuerySection, row: readonly Value[]): readonly Line[] {
  const filled = (names: readonly string[], most: number): readonly string[] => names.filter((name) => value(each, row, name) !== '').slice(0, most);
  const held = (names: readonly string[]): readonly Inline[] => names.map((name) => data(value(each, row, name)));
  const times = filled(timeColumns(each.columns), 1);
  const who = filled(WHO, 1);
  const did = filled(DID, 1);
  const call = onlyCall(each.query);
  const deed = did.length > 0 || call === null ? held(did) : [data(call)];
  const to = filled(TO.filter((name) => !who.includes(name) && !did.includes(name) && !isNumber(each, row, name)), TO_NAMED);
  const key = each.query.key.filter((name) => ![...ELSEWHERE, ...times, ...who].includes(name));
  return [
    line(...orDash(apart([...held(filled(['exception_id'], 1)), ...held(times)], ' '))),
    line(...orDash(apart(held(filled(['account_id', 'region'], 2)), ' '))),
    line(...orDash(held(who))),
    line(...orDash(apart(deed.length + to.length > 0 ? [...deed, ...held(to)] : held(filled(key, key.length)), '; ')), ...eventsOfRow(each, row)),
  ];
}

/** What is decided of a row of the register, and where to read of it. */
function stands({ input }: Context, { standings }: QuerySection, index: number): Line {
  const { state, decision: number } = standings[index] ?? { state: 'undecided', decision: null };
  const decision = number === null ? undefined : input.decisions[number - 1]?.decision;
  if (number === null || decision === undefined) return line('Undecided');
  const ticket = decision.ticket === null ? [] : [', ', data(decision.ticket)];
  return line(state === 'expired' ? 'Undecided; its decision has expired: ' : 'Decided: ', DISPOSITION_WORDS[decision.disposition], ...ticket, `; decision ${count(number)}`);
}

/** The call a row stands for though no column of it says so: the only one its query watches. */
function onlyCall(query: Query): string | null {
  const calls = query.events === 'any' ? [] : Object.values(query.events).flat();
  return calls.length === 1 ? calls[0] ?? null : null;
}

function value(each: QuerySection, row: readonly Value[], name: string): string {
  const index = each.columns.indexOf(name);
  return index < 0 ? '' : String(row[index] ?? '');
}

/** A row may stand for more than the event that is printed of it. */
function eventsOfRow(each: QuerySection, row: readonly Value[]): readonly Inline[] {
  const events = Number(value(each, row, 'events'));
  return events > 1 ? [words(`; ${count(events)} events`)] : [];
}

/** A number says nothing without its column's heading. */
function isNumber(each: QuerySection, row: readonly Value[], name: string): boolean {
  return /^\d{1,9}$/.test(value(each, row, name));
}

/** Columns that say when: the event's own time first, then that of the first event a row stands for. */
export function timeColumns(columns: readonly string[]): readonly string[] {
  const named = columns.filter((name) => /(^|_)(time|at|day|began|started)$/.test(name));
  const first = ['event_time', 'first_time'].filter((name) => named.includes(name));
  return [...first, ...named.filter((name) => !first.includes(name))];
}

const orDash = (parts: readonly Inline[]): readonly Inline[] => (parts.length === 0 ? [quiet('–')] : parts);
const apart = (parts: readonly Inline[], by: string): readonly Inline[] => parts.flatMap((part, index) => (index > 0 ? [words(by), part] : [part]));
