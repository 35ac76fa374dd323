import type { Row } from '../engines/engine.js';
import { type Decision, type DecisionMatch, queryOfException } from '../settings/decision.js';
import type { Period } from '../settings/period.js';
import type { ExceptionTally } from './result.js';

export const EXCEPTION_STATES = ['undecided', 'decided', 'expired'] as const;
export type ExceptionState = (typeof EXCEPTION_STATES)[number];

/** How an exception stands: an expired decision is named, and leaves it undecided in every count. */
export interface Standing {
  readonly state: ExceptionState;
  /** Number of the decision, from 1 in the order of the file; null for none. */
  readonly decision: number | null;
}

export const FLAGS = ['unused', 'expired', 'over-broad', 'own-actor'] as const;
/** What a reader should know of a decision. It changes no count. */
export type Flag = (typeof FLAGS)[number];

/** A match of more exceptions than this is over-broad. */
export const OVER_BROAD = 25;
/** Ids kept of each decision; all of them are in exceptions.csv. */
export const IDS_KEPT = 25;

/** A decision and what it was used for in this pack. */
export interface DecisionRecord {
  readonly number: number;
  readonly decision: Decision;
  /** Exceptions that stand as decided, or expired, by it. */
  readonly exceptions: number;
  /** The first of them. */
  readonly ids: readonly string[];
  readonly flags: readonly Flag[];
}

/** What was used of a decision. Each is about one query, so that queries can be counted apart. */
export interface DecisionUse {
  readonly exceptions: number;
  readonly ids: readonly string[];
  readonly ownActor: boolean;
}

/** A decision counts that expires on the day of the period's end or later. */
export function isExpired(decision: Decision, period: Period): boolean {
  return decision.expires < period.end.slice(0, 10);
}

export function queryOfDecision({ exception, match }: Decision): string {
  return match === null ? queryOfException(exception) : match.query;
}

/** Columns in which queries hold who acted; the last only where a row does not name its actor otherwise. */
const ACTOR_COLUMNS = ['actor_name', 'actor_arn', 'opened_by', 'invoker', 'user_name', 'session_name', 'source_identity'];
const ACTOR_ELSE = 'principal';
/** Columns in which queries hold what was acted on, or let in. */
const RESOURCE_COLUMNS = [
  'resource', 'target', 'function_name', 'bucket', 'thing', 'backup', 'identity', 'policy', 'guard_of', 'role_arn', 'trail', 'granted_to', 'rights', 'key_id', 'security_group', 'open_to', 'shared_with', 'principal', 'subject', 'tried',
];
/** When a row's events began and ended. */
const FIRST_COLUMNS = ['event_time', 'first_time'];
const LAST_COLUMNS = ['last_time', 'event_time'];
const OWN_ACTOR_COLUMNS = ['actor_name', 'session_name', 'actor_arn'];

interface Numbered {
  readonly number: number;
  readonly decision: Decision;
  readonly expired: boolean;
}

/**
 * What the decisions say of a query's rows, and the count of it. The first decision that counts stands, one that names the
 * exception before one that matches it; an expired one only where none counts.
 */
export class QueryDecisions {
  readonly #named = new Map<string, Numbered[]>();
  readonly #matching: (readonly [Numbered, (row: Row) => boolean])[] = [];
  readonly #ownNames: (row: Row) => readonly string[];
  readonly #uses = new Map<number, { exceptions: number; ids: string[]; ownActor: boolean }>();
  readonly #tally = { total: 0, decided: 0, undecided: 0, expired: 0 };

  constructor(decisions: readonly Decision[], query: string, columns: readonly string[], period: Period) {
    decisions.forEach((decision, index) => {
      if (queryOfDecision(decision) !== query) return;
      const numbered = { number: index + 1, decision, expired: isExpired(decision, period) };
      if (decision.match !== null) this.#matching.push([numbered, fits(decision.match, columns)]);
      else this.#named.set(decision.exception, [...(this.#named.get(decision.exception) ?? []), numbered]);
    });
    this.#ownNames = valuesOf(columns, OWN_ACTOR_COLUMNS);
  }

  /** How a row stands, and counts it. */
  count(id: string, row: Row): Standing {
    const found = this.#found(id, row);
    const state = found === null ? 'undecided' : found.expired ? 'expired' : 'decided';
    this.#tally.total += 1;
    this.#tally[state === 'decided' ? 'decided' : 'undecided'] += 1;
    if (state === 'expired') this.#tally.expired += 1;
    if (found !== null) this.#use(found, id, row);
    return { state, decision: found?.number ?? null };
  }

  get tally(): ExceptionTally {
    return { ...this.#tally };
  }

  /** By the decision's number. */
  get uses(): ReadonlyMap<number, DecisionUse> {
    return this.#uses;
  }

  #found(id: string, row: Row): Numbered | null {
    const named = this.#named.get(id) ?? [];
    const matching = this.#matching.filter(([, isMeant]) => isMeant(row)).map(([numbered]) => numbered);
    const all = [...named, ...matching];
    return all.find(({ expired }) => !expired) ?? all[0] ?? null;
  }

  #use({ number, decision }: Numbered, id: string, row: Row): void {
    const use = this.#uses.get(number) ?? { exceptions: 0, ids: [], ownActor: false };
    this.#uses.set(number, use);
    use.exceptions += 1;
    if (use.ids.length < IDS_KEPT) use.ids.push(id);
    use.ownActor ||= this.#ownNames(row).some((actor) => isSamePerson(decision.owner, actor) || isSamePerson(decision.approver, actor));
  }
}

/** Every decision of the file with what it was used for. */
export function decisionRecords(decisions: readonly Decision[], uses: readonly ReadonlyMap<number, DecisionUse>[], period: Period): DecisionRecord[] {
  return decisions.map((decision, index) => {
    const number = index + 1;
    const use = uses.map((each) => each.get(number)).find((each) => each !== undefined) ?? { exceptions: 0, ids: [], ownActor: false };
    const holds: Readonly<Record<Flag, boolean>> = {
      unused: use.exceptions === 0,
      expired: isExpired(decision, period),
      'over-broad': decision.match !== null && use.exceptions > OVER_BROAD,
      'own-actor': use.ownActor,
    };
    return { number, decision, exceptions: use.exceptions, ids: use.ids, flags: FLAGS.filter((flag) => holds[flag]) };
  });
}

/** Whether a row is among those a match means; a row without a column that the match speaks of is not. */
function fits(match: DecisionMatch, columns: readonly string[]): (row: Row) => boolean {
  const actors = valuesOf(columns, columns.includes('actor_name') ? ACTOR_COLUMNS : [...ACTOR_COLUMNS, ACTOR_ELSE]);
  const [resources, accounts, names] = [valuesOf(columns, RESOURCE_COLUMNS), valuesOf(columns, ['account_id']), valuesOf(columns, ['event_name'])];
  const [firsts, lasts] = [valuesOf(columns, FIRST_COLUMNS), valuesOf(columns, LAST_COLUMNS)];
  const { actor, resource, account, eventNames, from, to } = match;
  return (row) =>
    (account === null || accounts(row).includes(account)) &&
    (eventNames === null || names(row).some((name) => eventNames.includes(name))) &&
    (actor === null || actors(row).some((name) => name === actor || name.startsWith(`${actor}/`))) &&
    (resource === null || resources(row).includes(resource)) &&
    (from === null || (firsts(row)[0] ?? '') >= from) &&
    (to === null || (lasts(row)[0] ?? to) < to);
}

/** Reads the columns of that names, in their order, leaving out what a row does not hold. */
function valuesOf(columns: readonly string[], names: readonly string[]): (row: Row) => readonly string[] {
  const places = names.map((name) => columns.indexOf(name)).filter((place) => place >= 0);
  return (row) => places.map((place) => row[place] ?? null).filter((value) => value !== null).map(String);
}

/** An owner may stand in the file by a login, in the logs by an address or at the end of an ARN. */
function isSamePerson(named: string, actor: string): boolean {
  const one = plainName(named);
  return one !== '' && [actor, actor.slice(actor.lastIndexOf('/') + 1)].map(plainName).some((other) => one === other || (one.includes('@') !== other.includes('@') && mailbox(one) === mailbox(other)));
}

function plainName(name: string): string {
  return name.trim().replace(/^@/, '').toLowerCase();
}

function mailbox(name: string): string {
  return name.split('@')[0] ?? name;
}
