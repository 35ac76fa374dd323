import { describe, expect, it } from '@jest/globals';
import { compareInvocations, type InvocationChange, type InvocationSide, type InvocationVolume } from '../../src/evidence/trend-invocations.js';

const SEPTEMBER = { start: '2026-09-01T00:00:00Z', end: '2026-10-01T00:00:00Z' };
const OCTOBER = { start: '2026-10-01T00:00:00Z', end: '2026-11-01T00:00:00Z' };
const THIRD_QUARTER = { start: '2026-07-01T00:00:00Z', end: '2026-10-01T00:00:00Z' };

const IN_SEPTEMBER = { firstTime: '2026-09-01T02:00:00Z', lastTime: '2026-09-30T02:00:00Z' };
const IN_OCTOBER = { firstTime: '2026-10-01T02:00:00Z', lastTime: '2026-10-31T02:00:00Z' };

/** An invoker of orders-api that calls from the first day of the period to the last. */
function row(more: Partial<InvocationVolume> = {}): InvocationVolume {
  return { account: '111122223333', region: 'eu-central-1', functionName: 'orders-api', invoker: 'checkout', invokerClass: 'workload', events: 300, busiestHourEvents: 10, longestSilenceDays: 0, ...IN_SEPTEMBER, ...more };
}

const before = (first: Partial<InvocationVolume> = {}, ...more: readonly Partial<InvocationVolume>[]): InvocationSide => ({ period: SEPTEMBER, volumes: [first, ...more].map((volume) => row(volume)) });
const now = (first: Partial<InvocationVolume> = {}, ...more: readonly Partial<InvocationVolume>[]): InvocationSide => ({ period: OCTOBER, volumes: [first, ...more].map((volume) => row({ ...IN_OCTOBER, ...volume })) });
const changes = (was: InvocationSide, is: InvocationSide): readonly InvocationChange[] => compareInvocations(was, is).changes;

describe('a function beside itself in the period before', () => {
  it('is not listed where it is invoked about as often', () => {
    expect(changes(before({ events: 300 }), now({ events: 310 }))).toEqual([]);
  });

  it('is new, or gone', () => {
    expect(changes(before(), now())).toEqual([]);
    expect(changes(before(), now({}, { functionName: 'orders-report', events: 1 }))).toMatchObject([{ functionName: 'orders-report', kind: 'new', before: 0, now: 1, factor: null }]);
    expect(changes(before({}, { functionName: 'orders-report', events: 7 }), now())).toMatchObject([{ functionName: 'orders-report', kind: 'gone', before: 7, now: 0, factor: null }]);
  });

  it('is told apart by kind of invoker, not by who of that kind invoked', () => {
    expect(changes(before({ invoker: 'checkout' }), now({ invoker: 'basket' }))).toEqual([]);
    expect(changes(before(), now({}, { invoker: 'dana', invokerClass: 'person', events: 3 }))).toMatchObject([{ functionName: 'orders-api', invokerClass: 'person', kind: 'new', now: 3 }]);
  });

  it.each([
    ['another account', { account: '444455556666' }],
    ['another region', { region: 'us-east-1' }],
  ])('is another one in %s', (_place, place) => {
    expect(changes(before(), now({}, place))).toMatchObject([{ ...place, kind: 'new' }]);
  });

  it.each<[string, number, number, InvocationChange['kind'] | null, number | null]>([
    ['twice as many', 3_000, 6_200, 'more', 2],
    ['just under twice as many a day', 3_000, 6_199, null, null],
    ['more than three times as many', 3_000, 10_540, 'more', 3.4],
    ['half as many', 3_000, 1_550, 'less', 2],
    ['a little over half as many', 3_000, 1_551, null, null],
    ['a hundredth', 3_000, 31, 'less', 100],
    ['many times as many, of a handful', 2, 20, null, null],
    ['a handful of what were few', 21, 2, null, null],
  ])('%s: %d, then %d', (_name, was, is, kind, factor) => {
    expect(changes(before({ events: was }), now({ events: is })).map((change) => [change.kind, change.factor])).toEqual(kind === null ? [] : [[kind, factor]]);
  });

  it('is measured by the day, for a month beside a quarter has a third of the calls', () => {
    const quarter: InvocationSide = { period: THIRD_QUARTER, volumes: [row({ events: 9_200, firstTime: '2026-07-01T02:00:00Z' })] };
    expect(changes(quarter, now({ events: 3_100 }))).toEqual([]);
    expect(changes(quarter, now({ events: 6_200 }))).toMatchObject([{ kind: 'more', factor: 2 }]);
  });
});

describe('a spike', () => {
  it('is an hour five times as busy, by one invoker', () => {
    expect(changes(before({ busiestHourEvents: 20 }), now({ busiestHourEvents: 100 }))).toMatchObject([{ kind: 'steady', spike: { before: 20, now: 100 }, silence: null }]);
    expect(changes(before({ busiestHourEvents: 20 }), now({ busiestHourEvents: 99 }))).toEqual([]);
    expect(changes(before({ busiestHourEvents: 2 }), now({ busiestHourEvents: 40 }))).toEqual([]);
  });

  it('is not made of two invokers', () => {
    expect(changes(before({ invoker: 'a', busiestHourEvents: 20 }), now({ invoker: 'b', busiestHourEvents: 900 }))).toEqual([]);
  });
});

describe('a silence', () => {
  it('is twice as long, and three days longer', () => {
    expect(changes(before({ longestSilenceDays: 1 }), now({ longestSilenceDays: 4 }))).toMatchObject([{ kind: 'steady', silence: { before: 1, now: 4 } }]);
    expect(changes(before({ longestSilenceDays: 1 }), now({ longestSilenceDays: 3 }))).toEqual([]);
    expect(changes(before({ longestSilenceDays: 6 }), now({ longestSilenceDays: 10 }))).toEqual([]);
  });

  it('may lie at either end of the period', () => {
    expect(changes(before(), now({ lastTime: '2026-10-22T23:59:59Z' }))).toMatchObject([{ silence: { before: 0, now: 9 } }]);
    expect(changes(before(), now({ firstTime: '2026-10-05T00:00:00Z' }))).toMatchObject([{ silence: { before: 0, now: 4 } }]);
  });
});

describe('the counts', () => {
  it('count functions once for each kind of invoker', () => {
    const { counts } = compareInvocations(
      before({ events: 300 }, { invoker: 'basket', events: 5 }, { functionName: 'a', events: 100, busiestHourEvents: 1 }, { functionName: 'gone', events: 1 }),
      now({ events: 300 }, { invoker: 'dana', invokerClass: 'person', events: 2 }, { functionName: 'a', events: 900, busiestHourEvents: 90, longestSilenceDays: 5 }),
    );
    expect(counts).toEqual({ functions: { before: 3, now: 3 }, events: { before: 406, now: 1_202 }, new: 1, gone: 1, more: 1, less: 0, spikes: 1, silent: 1 });
  });

  it('stand before a list in order of weight', () => {
    const list = changes(before({ functionName: 'b', events: 900 }, { functionName: 'c', events: 100 }), now({ functionName: 'x', events: 1 }, { functionName: 'y', events: 50 }, { functionName: 'c', events: 1_000 }));
    expect(list.map(({ kind, functionName }) => `${kind} ${functionName}`)).toEqual(['new y', 'new x', 'gone b', 'more c']);
  });
});
