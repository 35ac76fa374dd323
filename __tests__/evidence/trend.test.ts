import { describe, expect, it } from '@jest/globals';
import type { QueryResult, Result } from '../../src/evidence/result.js';
import { compareSides, relationOf, type Side } from '../../src/evidence/trend.js';
import { TREND_FACTS } from '../sample-trend.js';

const interval = (start: string, end: string): { start: string; end: string } => ({ start: `${start}T00:00:00Z`, end: `${end}T00:00:00Z` });
const OCTOBER = interval('2026-10-01', '2026-11-01');

describe('a period beside the one before it', () => {
  it.each([
    ['adjoins', interval('2026-09-01', '2026-10-01'), { kind: 'adjoin', from: null, to: null, days: 0 }],
    ['leaves a gap', interval('2026-09-01', '2026-09-28'), { kind: 'gap', from: '2026-09-28T00:00:00Z', to: '2026-10-01T00:00:00Z', days: 3 }],
    ['leaves a gap of hours, counted as a day', { start: '2026-09-01T00:00:00Z', end: '2026-09-30T21:00:00Z' }, { kind: 'gap', from: '2026-09-30T21:00:00Z', to: '2026-10-01T00:00:00Z', days: 1 }],
    ['overlaps', interval('2026-07-01', '2026-10-05'), { kind: 'overlap', from: '2026-10-01T00:00:00Z', to: '2026-10-05T00:00:00Z', days: 4 }],
    ['lies within it', interval('2026-07-01', '2027-01-01'), { kind: 'overlap', from: OCTOBER.start, to: OCTOBER.end, days: 31 }],
    ['is the same', OCTOBER, { kind: 'same', from: null, to: null, days: 0 }],
    ['is an earlier one', interval('2026-11-01', '2026-12-01'), { kind: 'later', from: null, to: null, days: 0 }],
  ])('%s', (_name, before, relation) => {
    expect(relationOf(before, OCTOBER)).toEqual(relation);
  });
});

function found(id: string, result: Result, rows: number, more: Partial<QueryResult> = {}): QueryResult {
  const isException = result === 'exceptions';
  return { id, expect: 'none', sha256: 'a'.repeat(64), result, reasons: [], rows, exceptions: { total: isException ? rows : 0, decided: 0, undecided: isException ? rows : 0, expired: 0 }, coverage: {}, ...more };
}

function side(results: readonly QueryResult[], facts: Partial<Side['facts']> = {}): Side {
  return { period: OCTOBER, results, facts: { ...TREND_FACTS, queries: results.map(({ id }) => ({ id, sha256: 'f'.repeat(64) })), aspects: [], ...facts } };
}

const NONE = new Map();
const COUNTS = { new: 1, open: 0, decided: 0, gone: 0, goneUndecided: 0, newIds: ['A-1-000000000001'] };

describe('two packs compared', () => {
  it('name results that are another, of queries in both', () => {
    const changes = compareSides(side([found('A-1', 'no-exceptions', 0), found('B-1', 'exceptions', 1), found('C-1', 'failed', 0)]), side([found('A-1', 'exceptions', 2), found('B-1', 'exceptions', 5), found('D-1', 'failed', 0)]), NONE);
    expect(changes.results).toEqual([{ query: 'A-1', before: 'no-exceptions', now: 'exceptions' }]);
  });

  it('name queries that came, went, or are written otherwise', () => {
    const before = side([found('A-1', 'failed', 0), found('B-1', 'failed', 0), found('C-1', 'failed', 0)]);
    const now = side([found('B-1', 'failed', 0), found('C-1', 'failed', 0, { sha256: 'b'.repeat(64) }), found('D-1', 'failed', 0)], { queries: [{ id: 'B-1', sha256: 'e'.repeat(64) }, { id: 'C-1', sha256: 'f'.repeat(64) }, { id: 'D-1', sha256: 'f'.repeat(64) }] });
    expect(compareSides(before, now, NONE).queries).toEqual({ added: ['D-1'], removed: ['A-1'], changed: ['B-1'], otherLists: ['C-1'] });
  });

  it('give rows of queries that both answered', () => {
    const changes = compareSides(side([found('A-1', 'population', 7), found('B-1', 'failed', 0), found('C-1', 'not-evaluated', 0)]), side([found('A-1', 'population', 9), found('B-1', 'population', 4), found('C-1', 'not-evaluated', 0)]), NONE);
    expect(changes.volumes).toEqual([{ query: 'A-1', before: 7, now: 9 }]);
  });

  it('give what was counted of a query’s exceptions', () => {
    const changes = compareSides(side([found('A-1', 'no-exceptions', 0)]), side([found('A-1', 'exceptions', 1)]), new Map([['A-1', COUNTS]]));
    expect(changes.exceptions).toEqual([{ query: 'A-1', before: 0, now: 1, compared: COUNTS }]);
  });

  it.each<[string, readonly QueryResult[]]>([
    ['a query that failed now', [found('A-1', 'failed', 0)]],
    ['a list that is missing now', [found('A-1', 'not-evaluated', 0)]],
    ['logs without that class of event now', [found('A-1', 'not-collected', 0)]],
    ['a query that is no longer there', []],
  ])('call no exception gone over %s', (_name, now) => {
    const changes = compareSides(side([found('A-1', 'exceptions', 3)]), side(now), new Map([['A-1', { ...COUNTS, new: 0, gone: 3, newIds: [] }]]));
    expect(changes.exceptions).toEqual([{ query: 'A-1', before: 3, now: 0, compared: null }]);
  });

  it('call no exception new over a query that failed before', () => {
    const changes = compareSides(side([found('A-1', 'failed', 0)]), side([found('A-1', 'exceptions', 1)]), new Map([['A-1', COUNTS]]));
    expect(changes.exceptions).toEqual([{ query: 'A-1', before: 0, now: 1, compared: null }]);
  });

  it('tell by hash and count what else is other', () => {
    const aspect = (name: string, count: number | null, letter: string): Side['facts']['aspects'][number] => ({ name, count, sha256: letter.repeat(64) });
    const before = side([], { aspects: [aspect('accounts', 2, 'a'), aspect('list-deploy-roles', 1, 'a'), aspect('regions', 1, 'a')], events: 5, engine: 'athena', trailChanges: 2 });
    const now = side([], { aspects: [aspect('accounts', 2, 'b'), aspect('regions', 1, 'a'), aspect('settings-file', null, 'a')], events: 6 });
    const changes = compareSides(before, now, NONE);
    expect(changes.aspects).toEqual([
      { name: 'accounts', change: 'changed', before: 2, now: 2 },
      { name: 'list-deploy-roles', change: 'removed', before: 1, now: null },
      { name: 'settings-file', change: 'added', before: null, now: null },
    ]);
    expect(changes).toMatchObject({ events: { before: 5, now: 6 }, engine: { before: 'athena', now: 'duckdb' }, trailChanges: { before: 2, now: 1 } });
  });
});
