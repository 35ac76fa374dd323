import { describe, expect, it } from '@jest/globals';
import type { Value } from '../../src/engines/engine.js';
import { decisionRecords, IDS_KEPT, QueryDecisions } from '../../src/evidence/decisions.js';
import type { Decision, DecisionMatch } from '../../src/settings/decision.js';
import { OCTOBER } from './month.js';

const SAID = { disposition: 'expected-authorised', reason: 'Agreed.', ticket: null, owner: 'dana', approver: 'lee', decidedOn: '2026-10-07', expires: '2027-10-07' } as const;
const ID = 'IAM-03-0123456789ab';

const named = (exception: string, more: Partial<typeof SAID | { expires: string; owner: string }> = {}): Decision => ({ exception, match: null, ...SAID, ...more });
const matching = (match: Partial<DecisionMatch>, more: { readonly expires?: string; readonly owner?: string; readonly approver?: string } = {}): Decision => ({
  exception: null, match: { query: 'IAM-03', actor: null, resource: null, account: null, eventNames: null, from: null, to: null, ...match }, ...SAID, ...more,
});

const ROW = { exception_id: ID, event_time: '2026-10-05T07:03:11Z', account_id: '111122223333', actor_name: 'github-deploy/run-7', event_name: 'AttachUserPolicy', granted_to: 'user bob', rights: 'Admin' } satisfies Record<string, Value>;

/** How one row stands by some decisions, as `state number`. */
function standing(decisions: readonly Decision[], row: Readonly<Record<string, Value>> = ROW, query = 'IAM-03'): string {
  const { state, decision } = new QueryDecisions(decisions, query, Object.keys(row), OCTOBER).count(String(row['exception_id'] ?? ID), Object.values(row));
  return decision === null ? state : `${state} ${decision}`;
}

describe('an exception', () => {
  it('is undecided where nobody said anything of it', () => {
    expect(standing([])).toBe('undecided');
    expect(standing([named('IAM-03-ffffffffffff'), matching({ actor: 'bob' })])).toBe('undecided');
  });

  it('is decided by its id', () => {
    expect(standing([named('IAM-03-ffffffffffff'), named(ID)])).toBe('decided 2');
  });

  it('is decided by its own id before a match, wherever both stand', () => {
    expect(standing([matching({ account: '111122223333' }), named(ID)])).toBe('decided 2');
  });

  it('is decided by the first of two matches', () => {
    expect(standing([matching({ account: '111122223333' }), matching({ eventNames: ['AttachUserPolicy'] })])).toBe('decided 1');
  });

  it('is decided by a match that counts rather than by an expired decision about itself', () => {
    expect(standing([named(ID, { expires: '2026-10-20' }), matching({ account: '111122223333' })])).toBe('decided 2');
  });

  it('is undecided by an expired decision where none counts, and names it', () => {
    expect(standing([matching({ account: '111122223333' }, { expires: '2026-10-20' }), named(ID, { expires: '2026-10-19' })])).toBe('expired 2');
  });

  it.each([['2026-10-31', 'expired 1'], ['2026-11-01', 'decided 1']])('by a decision that expires on %s is, in October, %s', (expires, stands) => {
    expect(standing([named(ID, { expires })])).toBe(stands);
  });
});

describe('a match', () => {
  it.each<[string, Partial<DecisionMatch>, boolean]>([
    ['the account', { account: '111122223333' }, true],
    ['another account', { account: '444455556666' }, false],
    ['the actor', { actor: 'github-deploy/run-7' }, true],
    ['the role of the actor’s session', { actor: 'github-deploy' }, true],
    ['a part of a name', { actor: 'github' }, false],
    ['the actor in other case', { actor: 'GitHub-Deploy' }, false],
    ['what was acted on', { resource: 'user bob' }, true],
    ['what was granted', { resource: 'Admin' }, true],
    ['the call', { eventNames: ['DetachUserPolicy', 'AttachUserPolicy'] }, true],
    ['another call', { eventNames: ['DetachUserPolicy'] }, false],
    ['a time that begins with it', { from: '2026-10-05T07:03:11Z' }, true],
    ['a time that ends with it', { to: '2026-10-05T07:03:11Z' }, false],
    ['a time around it', { from: '2026-10-05T00:00:00Z', to: '2026-10-06T00:00:00Z' }, true],
    ['a time after it', { from: '2026-10-06T00:00:00Z' }, false],
    ['two conditions of which one holds', { account: '111122223333', actor: 'bob' }, false],
    ['another query', { query: 'IAM-06', account: '111122223333' }, false],
  ])('by %s', (_name, match, fits) => {
    expect(standing([matching(match)])).toBe(fits ? 'decided 1' : 'undecided');
  });

  it.each<[string, Partial<DecisionMatch>]>([['actor', { actor: '' }], ['resource', { resource: '' }], ['account', { account: '' }], ['call', { eventNames: [''] }], ['beginning', { from: '0' }], ['end', { to: 'z' }]])('by %s means no row that does not hold one', (_name, match) => {
    expect(standing([matching(match)], { exception_id: ID, actor_name: null, resource: null, account_id: null, event_name: null, event_time: null })).toBe('undecided');
    expect(standing([matching(match)], { exception_id: ID })).toBe('undecided');
  });

  it('by time means a row of several events only with all of them', () => {
    const burst = { exception_id: ID, first_time: '2026-10-05T07:00:00Z', last_time: '2026-10-05T09:00:00Z' };
    expect(standing([matching({ from: '2026-10-05T00:00:00Z', to: '2026-10-05T08:00:00Z' })], burst)).toBe('undecided');
    expect(standing([matching({ from: '2026-10-05T07:00:00Z', to: '2026-10-05T09:00:01Z' })], burst)).toBe('decided 1');
  });

  it.each([
    ['the invoker of a function', { actor: 'ada' }, { invoker: 'ada', function_name: 'checkout' }],
    ['what lost its encryption', { resource: 'exports' }, { actor_name: 'dan', thing: 'exports' }],
    ['the backup that was weakened', { resource: 'nightly' }, { actor_name: 'dan', backup: 'nightly' }],
  ])('knows %s, by the column its query has for it', (_, match, row) => {
    expect(standing([matching(match)], { exception_id: ID, ...row })).toBe('decided 1');
  });

  it('takes a principal for the actor where the row has no other, and never a statement’s', () => {
    expect(standing([matching({ actor: 'role BreakGlass' })], { exception_id: ID, principal: 'role BreakGlass' })).toBe('decided 1');
    expect(standing([matching({ actor: '*' })], { exception_id: ID, actor_name: 'ben', principal: '*' })).toBe('undecided');
  });
});

/** Decisions used on rows, with the count of it. */
function used(decisions: readonly Decision[], rows: readonly Readonly<Record<string, Value>>[]): { readonly counted: QueryDecisions; readonly records: ReturnType<typeof decisionRecords> } {
  const counted = new QueryDecisions(decisions, 'IAM-03', Object.keys(rows[0] ?? {}), OCTOBER);
  for (const row of rows) counted.count(String(row['exception_id']), Object.values(row));
  return { counted, records: decisionRecords(decisions, [new Map(), counted.uses], OCTOBER) };
}

const rows = (count: number): Record<string, Value>[] => Array.from({ length: count }, (_, index) => ({ ...ROW, exception_id: `IAM-03-${String(index).padStart(12, '0')}` }));

describe('the count', () => {
  it('calls an exception undecided whose decision has expired', () => {
    const decisions = [named('IAM-03-000000000000'), named('IAM-03-000000000001', { expires: '2026-10-20' })];
    expect(used(decisions, rows(3)).counted.tally).toEqual({ total: 3, decided: 1, undecided: 2, expired: 1 });
  });

  it('names the first exceptions of each decision, and counts all', () => {
    const { records } = used([matching({ account: '111122223333' })], rows(40));
    expect(records[0]).toMatchObject({ number: 1, exceptions: 40 });
    expect(records[0]?.ids).toEqual(rows(40).slice(0, IDS_KEPT).map((row) => row['exception_id']));
  });
});

describe('a flag', () => {
  const flags = (decision: Decision, given: readonly Record<string, Value>[] = rows(1)): readonly string[] => used([decision], given).records[0]?.flags ?? [];

  it('says that no exception stands by a decision', () => {
    expect(flags(matching({ actor: 'nobody' }))).toEqual(['unused']);
    expect(flags(matching({ query: 'ROOT-01', account: '111122223333' }))).toEqual(['unused']);
  });

  it('says that a decision has expired, whether anything stands by it or not', () => {
    expect(flags(matching({ account: '111122223333' }, { expires: '2026-10-20' }))).toEqual(['expired']);
    expect(flags(matching({ actor: 'nobody' }, { expires: '2026-10-20' }))).toEqual(['unused', 'expired']);
  });

  it.each([[25, []], [26, ['over-broad']]])('says of a match of %i exceptions: %p', (count, said) => {
    expect(flags(matching({ account: '111122223333' }), rows(count))).toEqual(said);
  });

  it.each<[string, Readonly<Record<string, Value>>, { readonly owner?: string; readonly approver?: string }, boolean]>([
    ['the owner’s own name', { actor_name: 'dana' }, {}, true],
    ['the approver’s own name', { actor_name: 'lee' }, {}, true],
    ['a login with its sign', { actor_name: 'dana' }, { owner: '@Dana' }, true],
    ['the name of a session', { actor_name: 'x', session_name: 'dana' }, {}, true],
    ['a role’s session', { actor_name: 'admin/dana' }, {}, true],
    ['the end of an ARN', { actor_arn: 'arn:aws:iam::111122223333:user/ops/dana' }, {}, true],
    ['an address with the owner’s login', { actor_name: 'dana@shop.example' }, {}, true],
    ['the owner’s address', { actor_name: 'DANA@shop.example' }, { owner: 'dana@shop.example' }, true],
    ['an address of somebody else', { actor_name: 'dana@other.example' }, { owner: 'dana@shop.example' }, false],
    ['a longer name', { actor_name: 'danae' }, {}, false],
    ['no actor', { actor_name: null }, {}, false],
    ['an empty name', { actor_name: '' }, { owner: '@' }, false],
  ])('says that it was made by its own actor: %s', (_name, actor, by, said) => {
    expect(flags(matching({ account: '111122223333' }, by), [{ exception_id: ID, account_id: '111122223333', ...actor }])).toEqual(said ? ['own-actor'] : []);
  });
});
