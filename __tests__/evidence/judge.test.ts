import { describe, expect, it } from '@jest/globals';
import { isOverIncompleteCoverage, isSwitchedOff, judge, missingLists, NO_EXCEPTIONS, type QueryOutcome, verdict } from '../../src/evidence/judge.js';
import { type CoverageState, type QueryResult, RESULTS, type Result, type SelfTestReason } from '../../src/evidence/result.js';
import type { Expectation } from '../../src/pack/query.js';
import type { FailOn } from '../../src/settings/settings.js';
import { query } from './month.js';

const REASON = { code: 'no-events', account: '111122223333', region: 'eu-west-1', from: '2026-10-05', to: '2026-10-06' } as const;

interface Given {
  readonly expect?: Expectation;
  readonly rows?: number;
  readonly coverage?: CoverageState;
  readonly failed?: boolean;
  readonly missing?: boolean;
  readonly off?: boolean;
  /** A column it needs was not in the log table. */
  readonly lacking?: boolean;
}

function judged({ expect: expectation = 'none', rows = 0, coverage = 'complete', failed = false, missing = false, off = false, lacking = false }: Given): QueryResult {
  const exceptions = expectation === 'none' ? { total: rows, decided: 0, undecided: rows, expired: 0 } : NO_EXCEPTIONS;
  const outcome: QueryOutcome = { sha256: 'c'.repeat(64), rows, exceptions, failed, missingLists: missing ? ['approved-regions'] : [], switchedOff: off };
  return judge(query({ expect: expectation }), outcome, { states: { management: coverage }, reasons: coverage === 'complete' ? [] : [REASON] }, lacking ? ['session_credential_from_console'] : []);
}

describe('the result of a query', () => {
  const cases: [Given, Result][] = [
    [{}, 'no-exceptions'],
    [{ rows: 2 }, 'exceptions'],
    [{ coverage: 'incomplete' }, 'incomplete'],
    [{ coverage: 'incomplete', rows: 2 }, 'exceptions'],
    [{ coverage: 'not-collected' }, 'not-collected'],
    [{ coverage: 'not-collected', rows: 2 }, 'not-collected'],
    [{ missing: true }, 'not-evaluated'],
    [{ missing: true, coverage: 'not-collected' }, 'not-evaluated'],
    [{ off: true }, 'not-evaluated'],
    [{ off: true, coverage: 'not-collected' }, 'not-evaluated'],
    [{ failed: true }, 'failed'],
    [{ failed: true, missing: true, coverage: 'not-collected', rows: 2 }, 'failed'],
    [{ expect: 'population' }, 'population'],
    [{ expect: 'population', rows: 9 }, 'population'],
    [{ expect: 'population', rows: 9, coverage: 'incomplete' }, 'incomplete'],
    [{ expect: 'some', rows: 1 }, 'observed'],
    [{ expect: 'some' }, 'not-observed'],
    [{ expect: 'some', rows: 1, coverage: 'incomplete' }, 'incomplete'],
    [{ expect: 'measure', rows: 9 }, 'observed'],
    [{ expect: 'measure', coverage: 'incomplete' }, 'incomplete'],
    [{ lacking: true }, 'incomplete'],
    [{ lacking: true, rows: 2 }, 'exceptions'],
    [{ lacking: true, expect: 'population', rows: 9 }, 'incomplete'],
    [{ lacking: true, expect: 'some', rows: 1 }, 'incomplete'],
    [{ lacking: true, expect: 'some' }, 'incomplete'],
    [{ lacking: true, expect: 'measure', rows: 9 }, 'incomplete'],
    [{ lacking: true, coverage: 'not-collected' }, 'not-collected'],
    [{ lacking: true, missing: true }, 'not-evaluated'],
    [{ lacking: true, failed: true }, 'failed'],
  ];
  it.each(cases)('of %j is %s', (given, result) => {
    expect(judged(given).result).toBe(result);
  });

  it('is the first of those that hold, in the order of RESULTS', () => {
    expect(RESULTS).toEqual(['failed', 'not-evaluated', 'not-collected', 'exceptions', 'incomplete', 'no-exceptions', 'population', 'observed', 'not-observed']);
    // Each line adds a cause that stands earlier in the list.
    const causes: [Given, Result][] = [[{}, 'no-exceptions'], [{ coverage: 'incomplete' }, 'incomplete'], [{ rows: 1 }, 'exceptions'], [{ coverage: 'not-collected' }, 'not-collected'], [{ missing: true }, 'not-evaluated'], [{ failed: true }, 'failed']];
    let given: Given = {};
    for (const [cause, result] of causes) {
      given = { ...given, ...cause };
      expect(judged(given).result).toBe(result);
    }
  });

  it('looks at the classes a query requires, not at those that would be nice', () => {
    const both = query({ category: { management: 'required', data: 'optional' } });
    const outcome = { sha256: '', rows: 0, exceptions: NO_EXCEPTIONS, failed: false, missingLists: [], switchedOff: false };
    for (const data of ['incomplete', 'not-collected'] as const) {
      const result = judge(both, outcome, { states: { management: 'complete', data }, reasons: [] }, []);
      expect(result).toMatchObject({ result: 'no-exceptions', coverage: { management: 'complete', data } });
      expect(isOverIncompleteCoverage(both, result)).toBe(false);
    }
  });

  it('says why', () => {
    const nowhere = { account: null, region: null, from: null, to: null };
    expect(judged({}).reasons).toEqual([]);
    expect(judged({ coverage: 'incomplete' }).reasons).toEqual([REASON]);
    expect(judged({ coverage: 'incomplete', rows: 2 }).reasons).toEqual([REASON]);
    expect(judged({ failed: true, coverage: 'incomplete' }).reasons).toEqual([{ code: 'query-failed', ...nowhere }, REASON]);
    expect(judged({ missing: true, coverage: 'incomplete' }).reasons).toEqual([{ code: 'list-not-configured', ...nowhere }]);
    const lacks = { code: 'column-missing', ...nowhere };
    expect(judged({ lacking: true }).reasons).toEqual([lacks]);
    expect(judged({ lacking: true, rows: 2, coverage: 'incomplete' }).reasons).toEqual([REASON, lacks]);
    expect(judged({ lacking: true, failed: true }).reasons).toEqual([{ code: 'query-failed', ...nowhere }, lacks]);
    expect(judged({ lacking: true, missing: true }).reasons).toEqual([{ code: 'list-not-configured', ...nowhere }]);
  });

  it('name what was not given: a list, production accounts, an incident', () => {
    const missing = (...missingLists: QueryOutcome['missingLists']): readonly string[] =>
      judge(query({}), { sha256: '', rows: 0, exceptions: NO_EXCEPTIONS, failed: false, missingLists, switchedOff: false }, { states: {}, reasons: [] }, []).reasons.map(({ code }) => code);
    expect(missing('working-hours', 'freeze-windows', 'production-accounts')).toEqual(['list-not-configured', 'no-production-account']);
    expect(missing('incident')).toEqual(['incident-not-named']);
  });

  it('say what the self-test showed: a query that misses its own events failed, one that returns too many keeps its result', () => {
    const outcome = (rows: number): QueryOutcome => ({ sha256: '', rows, exceptions: { ...NO_EXCEPTIONS, total: rows, undecided: rows }, failed: false, missingLists: [], switchedOff: false });
    const tried = (rows: number, ...against: readonly SelfTestReason[]): object => {
      const { result, reasons } = judge(query({}), outcome(rows), { states: { management: 'complete' }, reasons: [] }, [], against[0] ?? null);
      return [result, reasons.map(({ code }) => code)];
    };
    expect(tried(0)).toEqual(['no-exceptions', []]);
    expect(tried(0, 'self-test-missed')).toEqual(['failed', ['self-test-missed']]);
    expect(tried(2, 'self-test-missed')).toEqual(['failed', ['self-test-missed']]);
    expect(tried(0, 'self-test-returned')).toEqual(['no-exceptions', ['self-test-returned']]);
    expect(tried(2, 'self-test-returned')).toEqual(['exceptions', ['self-test-returned']]);
  });

  it('say of a query that is switched off only that', () => {
    const off = judged({ off: true, missing: true, coverage: 'incomplete' });
    expect(off.reasons.map(({ code }) => code)).toEqual(['switched-off']);
    expect([isSwitchedOff(off), isSwitchedOff(judged({ missing: true }))]).toEqual([true, false]);
  });
});

describe('lists a query needs', () => {
  const asked = query({ settings: { 'approved-regions': 'required', 'known-accounts': 'optional', accounts: 'required' } });
  it('are missing when not configured, not when configured as empty', () => {
    expect(missingLists(asked, {})).toEqual(['approved-regions', 'accounts']);
    expect(missingLists(asked, { 'approved-regions': [], accounts: [] })).toEqual([]);
  });
});

describe('the exit code', () => {
  const clean: Given = {};
  const undecided: Given = { rows: 2 };
  const incomplete: Given = { coverage: 'incomplete' };
  const failed: Given = { failed: true };
  const doubtful: Given = { rows: 2, coverage: 'incomplete' };
  const absent: Given = { coverage: 'not-collected' };
  const unset: Given = { missing: true };
  const table: [string, readonly Given[], Record<FailOn, number>][] = [
    ['nothing to say', [clean], { incomplete: 0, exceptions: 0, both: 0, never: 0 }],
    ['undecided exceptions', [clean, undecided], { incomplete: 0, exceptions: 3, both: 3, never: 0 }],
    ['an incomplete result', [clean, incomplete], { incomplete: 4, exceptions: 0, both: 4, never: 0 }],
    ['a failed query', [clean, failed], { incomplete: 4, exceptions: 0, both: 4, never: 0 }],
    ['exceptions over incomplete coverage', [doubtful], { incomplete: 4, exceptions: 3, both: 4, never: 0 }],
    ['exceptions, from a table without a column', [{ rows: 2, lacking: true }], { incomplete: 4, exceptions: 3, both: 4, never: 0 }],
    ['no row, from a table without a column', [clean, { lacking: true }], { incomplete: 4, exceptions: 0, both: 4, never: 0 }],
    ['a class not collected, from a table without a column', [{ lacking: true, coverage: 'not-collected' }], { incomplete: 0, exceptions: 0, both: 0, never: 0 }],
    ['both, in two queries', [undecided, incomplete], { incomplete: 4, exceptions: 3, both: 4, never: 0 }],
    ['not collected, not evaluated, switched off', [absent, unset, { off: true }], { incomplete: 0, exceptions: 0, both: 0, never: 0 }],
  ];
  describe.each(table)('%s', (_name, given, codes) => {
    it.each(Object.entries(codes) as [FailOn, number][])('fail-on %s: %d', (failOn, code) => {
      const queries = given.map((_, index) => query({ id: `ROOT-0${index}` }));
      const results = given.map((one, index) => ({ ...judged(one), id: `ROOT-0${index}` }));
      expect(verdict(queries, results, failOn).exitCode).toBe(code);
    });
  });

  it('counts undecided exceptions only', () => {
    const result = { ...judged({ rows: 3 }), exceptions: { total: 3, decided: 3, undecided: 0, expired: 0 } };
    expect(verdict([query()], [result], 'both')).toEqual({ incomplete: false, undecidedExceptions: 0, exitCode: 0 });
    expect(verdict([query()], [{ ...result, exceptions: { total: 3, decided: 2, undecided: 1, expired: 1 } }], 'both')).toEqual({ incomplete: false, undecidedExceptions: 1, exitCode: 3 });
  });
});
