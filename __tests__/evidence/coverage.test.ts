import { describe, expect, it } from '@jest/globals';
import { type CoverageInput, coverageOf, judgeCoverage } from '../../src/evidence/coverage.js';
import type { DataEventsStatement } from '../../src/settings/settings.js';
import { ACCOUNT, brokenAnywhere, brokenFile, changedFile, days, digests, events, logKey, october, OCTOBER, octoberBut, query, readFile, REGION } from './month.js';

const LAMBDA = 'lambda.amazonaws.com';
const ALL_OCTOBER = octoberBut();

/** A run as a line: `2026-10-05..2026-10-06 unexplained no-events`; `eu-west-1` and management events unless it says otherwise. */
function lines(input: CoverageInput): string[] {
  return judgeCoverage(input).runs.map(({ account, region, category, source, fromDay, toDay, state, reason }) =>
    [account === ACCOUNT ? '' : account, region === REGION ? '' : region, category === 'management' ? '' : category, source ?? '', `${fromDay}..${toDay}`, state, reason ?? ''].filter((part) => part !== '').join(' '));
}

/** Coverage of a query that needs management events, and why it is less than complete. */
function verdictOn(input: CoverageInput, asked = query()): { readonly states: object; readonly reasons: readonly string[] } {
  const { states, reasons } = coverageOf(asked, judgeCoverage(input), input);
  return { states, reasons: reasons.map(({ code, account, region, from, to }) => [code, account === ACCOUNT ? '' : account, region === REGION ? '' : region, `${from}..${to}`].filter((part) => part !== '' && part !== null).join(' ')) };
}

describe('a complete month', () => {
  it('has events on every day', () => {
    const input = october({ cells: events(ALL_OCTOBER) });
    expect(lines(input)).toEqual(['2026-10-01..2026-11-01 present']);
    expect(verdictOn(input)).toEqual({ states: { management: 'complete' }, reasons: [] });
  });

  it('or, on days without one, 24 empty digests', () => {
    const input = october({ cells: events(octoberBut('2026-10-05', '2026-10-31')), digests: digests('2026-10-01', '2026-11-01') });
    expect(lines(input)).toEqual(['2026-10-01..2026-10-05 present', '2026-10-05..2026-10-06 idle-listed', '2026-10-06..2026-10-31 present', '2026-10-31..2026-11-01 idle-listed']);
    expect(verdictOn(input)).toEqual({ states: { management: 'complete' }, reasons: [] });
  });

  it('or nothing at all in a region whose digests say so for every hour', () => {
    const input = october({ cells: events(ALL_OCTOBER), digests: digests('2026-10-01', '2026-11-01', { region: 'us-east-1' }) });
    expect(lines(input)).toEqual(['2026-10-01..2026-11-01 present', 'us-east-1 2026-10-01..2026-11-01 idle-listed']);
    expect(verdictOn(input).states).toEqual({ management: 'complete' });
  });

  it('or digests that name files, all of which were read and held events of other days', () => {
    const listed = ['2026-10-05T00:05:00Z'];
    const input = october({ cells: events(octoberBut('2026-10-05')), digests: digests('2026-10-01', '2026-11-01', { listed }), files: listed.map((at) => readFile(at)) });
    expect(verdictOn(input)).toEqual({ states: { management: 'complete' }, reasons: [] });
  });
});

const full = { cells: events(ALL_OCTOBER) };
const silent = (...missing: string[]): Partial<CoverageInput> => ({ cells: events(octoberBut(...missing)) });
const trail = (eventName: string, time: string, more: { account?: string; region?: string; trail?: string | null } = {}): CoverageInput['trailChanges'][number] =>
  ({ account: ACCOUNT, region: REGION, time, eventName, eventId: `e ${eventName} ${time}`, trail: 'main', ...more });

/** Each way of being incomplete, and every reason given for it. */
const INCOMPLETE: [string, Partial<CoverageInput>, string[]][] = [
  ['no logs at all: nothing seen is not nothing wrong', {}, ['no-events unknown unknown 2026-10-01..2026-11-01']],
  ['accounts named and nothing seen of them', { scope: { accounts: [{ id: ACCOUNT, name: null, environment: null }], regions: [] } }, ['no-events unknown 2026-10-01..2026-11-01']],
  ['regions named and nothing seen in them', { scope: { accounts: [], regions: [REGION] } }, ['no-events unknown 2026-10-01..2026-11-01']],
  ['a day without events', silent('2026-10-05'), ['no-events 2026-10-05..2026-10-06']],
  ['the first day and the last', silent('2026-10-01', '2026-10-31'), ['no-events 2026-10-01..2026-10-02', 'no-events 2026-10-31..2026-11-01']],
  ['a silent day with 23 hours of digests', { ...silent('2026-10-05'), digests: digests('2026-10-05T00:00:00Z', '2026-10-05T23:00:00Z') }, ['no-events 2026-10-05..2026-10-06']],
  ['a silent day that only backfill digests speak of', { ...silent('2026-10-05'), digests: digests('2026-10-05', '2026-10-06', { backfill: true }) }, ['no-events 2026-10-05..2026-10-06']],
  ['digests of another region', { ...silent('2026-10-05'), digests: digests('2026-10-01', '2026-11-01', { region: 'us-east-1' }) }, ['no-events 2026-10-05..2026-10-06']],
  ['an hour without a digest on a day with events', { ...full, digests: [...digests('2026-10-05T00:00:00Z', '2026-10-05T10:00:00Z'), ...digests('2026-10-05T11:00:00Z', '2026-10-06T00:00:00Z')] }, ['digest-gap 2026-10-05..2026-10-06']],
  ['digests missing over three days', { ...full, digests: [...digests('2026-10-04', '2026-10-05'), ...digests('2026-10-07T02:00:00Z', '2026-10-08T00:00:00Z')] }, ['digest-gap 2026-10-05..2026-10-08']],
  ['a log file that a digest names and the archive lacks', { ...full, digests: digests('2026-10-01', '2026-11-01', { listed: ['2026-10-05T10:05:00Z'] }) }, ['file-missing 2026-10-05..2026-10-06']],
  ['the same, closed just after midnight: it may hold events of the day before', { ...full, digests: digests('2026-10-01', '2026-11-01', { listed: ['2026-10-05T00:05:00Z'] }) }, ['file-missing 2026-10-04..2026-10-06']],
  ['a log file whose hash is not the one its digest gives', { ...full, digests: digests('2026-10-01', '2026-11-01', { listed: ['2026-10-05T10:05:00Z'] }), files: [changedFile('2026-10-05T10:05:00Z')] }, ['file-differs 2026-10-05..2026-10-06']],
  ['a missing file delivered just after the period', { ...full, digests: digests('2026-10-31T00:00:00Z', '2026-11-01T02:00:00Z', { listed: ['2026-11-01T00:05:00Z'] }) }, ['file-missing 2026-10-31..2026-11-01']],
  ['a log file that could not be read', { ...full, files: [brokenFile('2026-10-05T10:05:00Z')] }, ['file-unreadable 2026-10-05..2026-10-06']],
  ['the same, closed just after midnight', { ...full, files: [brokenFile('2026-10-05T00:05:00Z')] }, ['file-unreadable 2026-10-04..2026-10-06']],
  ['a broken file whose path tells no place and no day', { ...full, files: [brokenAnywhere()] }, ['file-unreadable unknown unknown 2026-10-01..2026-11-01']],
  ['malformed records', { ...full, malformed: [{ account: ACCOUNT, region: REGION, day: '2026-10-05', records: 1 }] }, ['malformed-records 2026-10-05..2026-10-06']],
  ['malformed records of no day', { ...full, malformed: [{ account: ACCOUNT, region: REGION, day: null, records: 1 }] }, ['malformed-records 2026-10-01..2026-11-01']],
  ['logging stopped for four hours of a day with events', { ...full, trailChanges: [trail('StopLogging', '2026-10-05T10:00:00Z'), trail('StartLogging', '2026-10-05T14:00:00Z')] }, ['logging-stopped 2026-10-05..2026-10-06']],
  ['logging stopped and never started', { ...full, trailChanges: [trail('DeleteTrail', '2026-10-30T10:00:00Z')] }, ['logging-stopped 2026-10-30..2026-11-01']],
  ['a trail made anew but not started', { ...full, trailChanges: [trail('DeleteTrail', '2026-10-29T10:00:00Z'), trail('CreateTrail', '2026-10-29T11:00:00Z'), trail('StartLogging', '2026-10-30T09:00:00Z')] }, ['logging-stopped 2026-10-29..2026-10-31']],
  ['another trail started: the stopped one stays stopped', { ...full, trailChanges: [trail('StopLogging', '2026-10-30T10:00:00Z'), trail('StartLogging', '2026-10-30T11:00:00Z', { trail: 'second' }), trail('StartLogging', '2026-10-30T12:00:00Z', { region: 'us-east-1' })] }, ['logging-stopped 2026-10-30..2026-11-01']],
  ['logging stopped, seen from a region that no path names', { cells: [...full.cells, ...events(ALL_OCTOBER, { region: 'us-east-1' })], trailChanges: [trail('StopLogging', '2026-10-30T10:00:00Z')] }, ['logging-stopped 2026-10-30..2026-11-01', 'logging-stopped us-east-1 2026-10-30..2026-11-01']],
  ['an account with digests for every hour and no event: nothing shows that its trail logs management events', { ...full, digests: digests('2026-10-01', '2026-11-01', { account: '444455556666' }) }, ['class-not-collected 444455556666 2026-10-01..2026-11-01']],
  ['an account in scope that was never seen', { ...full, scope: { accounts: [ACCOUNT, '999988887777'].map((id) => ({ id, name: null, environment: null })), regions: [] } }, ['no-events 999988887777 2026-10-01..2026-11-01']],
  ['a region in scope that was never seen', { ...full, scope: { accounts: [], regions: [REGION, 'eu-central-1'] } }, ['no-events eu-central-1 2026-10-01..2026-11-01']],
];

describe('an incomplete month', () => {
  it.each(INCOMPLETE)('%s', (_name, more, reasons) => {
    expect(verdictOn(october(more))).toEqual({ states: { management: 'incomplete' }, reasons });
  });

  it('shows the gravest of several reasons for one day', () => {
    const faults = { digests: digests('2026-10-05', '2026-10-06', { listed: ['2026-10-05T10:05:00Z', '2026-10-05T11:05:00Z'] }), files: [brokenFile('2026-10-05T11:05:00Z')], malformed: [{ account: ACCOUNT, region: REGION, day: '2026-10-05', records: 1 }] };
    expect(lines(october({ ...full, ...faults }))).toContain('2026-10-05..2026-10-06 unreadable file-unreadable');
    expect(lines(october({ ...full, ...faults, files: [] }))).toContain('2026-10-05..2026-10-06 unreadable malformed-records');
    expect(lines(october({ ...full, ...faults, files: [], malformed: [] }))).toContain('2026-10-05..2026-10-06 unexplained file-missing');
  });

  it('lists each run of days, and beyond sixty one line a place', () => {
    const alternate = ALL_OCTOBER.filter((_, index) => index % 2 === 0);
    const regions = ['eu-west-1', 'eu-west-2', 'eu-west-3', 'us-east-1', 'us-east-2'];
    const cells = regions.flatMap((region) => events(alternate, { region }));
    expect(judgeCoverage(october({ cells })).runs).toHaveLength(5 * 31);
    expect(verdictOn(october({ cells })).reasons).toEqual(regions.map((region) => `no-events ${region === REGION ? '' : `${region} `}2026-10-02..2026-10-31`));
  });
});

describe('scope', () => {
  it('is every account and region seen, in files and digests too', () => {
    const input = october({ cells: events(['2026-10-01']), files: [readFile('2026-10-01T10:00:00Z', { region: 'us-east-1' })], digests: digests('2026-10-01', '2026-10-02', { account: '444455556666' }) });
    expect(judgeCoverage(input).scope).toEqual([{ account: ACCOUNT, region: REGION }, { account: ACCOUNT, region: 'us-east-1' }, { account: '444455556666', region: REGION }]);
  });

  it('leaves out files outside the window', () => {
    const outside = { ...readFile('2026-07-01T10:00:00Z', { region: 'us-east-1' }), outcome: { list: 'outside-window' } as const };
    expect(judgeCoverage(october({ ...full, files: [outside] })).scope).toEqual([{ account: ACCOUNT, region: REGION }]);
  });

  it('is what the settings say, whatever else was seen', () => {
    const cells = [...events(ALL_OCTOBER), ...events(['2026-10-09'], { region: 'ap-south-1' }), ...events(['2026-10-09'], { account: '444455556666' })];
    const scope = { accounts: [{ id: ACCOUNT, name: null, environment: null }], regions: [REGION] };
    expect(verdictOn(october({ cells, scope }))).toEqual({ states: { management: 'complete' }, reasons: [] });
  });

  it('keeps in sight what no path places, since it may belong to any account of it', () => {
    const scope = { accounts: [{ id: ACCOUNT, name: null, environment: null }], regions: [REGION] };
    expect(verdictOn(october({ ...full, scope, files: [brokenAnywhere()] })).states).toEqual({ management: 'incomplete' });
  });
});

describe('a period of instants', () => {
  const morning = { start: '2026-10-05T08:00:00Z', end: '2026-10-05T12:00:00Z', label: '20261005T0800-20261005T1200' };
  /** Nothing in the region looked at; the account has events elsewhere. */
  const silentHere = { period: morning, cells: events(['2026-10-05'], { region: 'us-east-1' }), scope: { accounts: [{ id: ACCOUNT, name: null, environment: null }], regions: [REGION] } };

  it('is judged on the days it touches', () => {
    const over = { start: '2026-10-05T23:00:00Z', end: '2026-10-06T01:00:00Z', label: 'x' };
    expect(lines(october({ period: over, cells: events(['2026-10-05']) }))).toEqual(['2026-10-05..2026-10-06 present', '2026-10-06..2026-10-07 unexplained no-events']);
  });

  it('ends before midnight without touching the next day', () => {
    expect(lines(october({ period: { ...OCTOBER, start: '2026-10-31T00:00:00Z' }, cells: events(['2026-10-31']) }))).toEqual(['2026-10-31..2026-11-01 present']);
  });

  it.each([
    ['digests of its own hours', '2026-10-05T08:00:00Z', '2026-10-05T12:00:00Z', 'idle-listed'],
    ['digests of the whole day', '2026-10-05T00:00:00Z', '2026-10-06T00:00:00Z', 'idle-listed'],
    ['digests that begin an hour late', '2026-10-05T09:00:00Z', '2026-10-06T00:00:00Z', 'unexplained no-events'],
    ['digests that end an hour early', '2026-10-05T00:00:00Z', '2026-10-05T11:00:00Z', 'unexplained no-events'],
  ])('needs digests for its own hours of a silent day: %s', (_name, from, to, state) => {
    expect(lines(october({ ...silentHere, digests: digests(from, to) }))).toEqual([`2026-10-05..2026-10-06 ${state}`]);
  });

  it('is not touched by a missing hour before it begins', () => {
    const gapAtThree = [...digests('2026-10-05T00:00:00Z', '2026-10-05T03:00:00Z'), ...digests('2026-10-05T04:00:00Z', '2026-10-05T14:00:00Z')];
    expect(lines(october({ ...silentHere, digests: gapAtThree }))).toEqual(['2026-10-05..2026-10-06 idle-listed']);
  });
});

describe('data events', () => {
  const asked = query({ category: { data: 'required' }, events: { [LAMBDA]: ['Invoke'] } });
  const invoked = (on: readonly string[]): CoverageInput['cells'] => events(on, { category: 'data', source: LAMBDA });
  const stated = (more: Partial<DataEventsStatement> = {}): DataEventsStatement => ({ source: LAMBDA, from: null, to: null, accounts: [], resources: 'all', ...more });
  const whole = [...events(ALL_OCTOBER), ...invoked(ALL_OCTOBER)];

  const cases: [string, Partial<CoverageInput>, string, string[]][] = [
    ['never seen and never stated', full, 'not-collected', ['class-not-collected null..null']],
    ['another source seen', { cells: [...full.cells, ...events(ALL_OCTOBER, { category: 'data', source: 's3.amazonaws.com' })] }, 'not-collected', ['class-not-collected null..null']],
    ['seen every day, but nothing shows that all were selected', { cells: whole }, 'incomplete', ['selection-not-shown 2026-10-01..2026-11-01']],
    ['seen every day and stated', { cells: whole, dataEvents: [stated()] }, 'complete', []],
    ['stated and not one seen', { ...full, dataEvents: [stated()] }, 'incomplete', ['no-events 2026-10-01..2026-11-01']],
    ['stated, and silent under digests', { ...full, dataEvents: [stated()], digests: digests('2026-10-01', '2026-11-01') }, 'complete', []],
    ['stated for a part of the functions', { cells: whole, dataEvents: [stated({ resources: 'functions of the orders service' })] }, 'incomplete', ['partly-selected 2026-10-01..2026-11-01']],
    ['stated from the tenth', { cells: whole, dataEvents: [stated({ from: '2026-10-10' })] }, 'incomplete', ['partly-selected 2026-10-01..2026-10-10']],
    ['stated until the tenth', { cells: whole, dataEvents: [stated({ to: '2026-10-10' })] }, 'incomplete', ['partly-selected 2026-10-10..2026-11-01']],
    ['stated over and beyond the period', { cells: whole, dataEvents: [stated({ from: '2025-01-01', to: '2027-01-01' })] }, 'complete', []],
    ['stated after the period only', { cells: whole, dataEvents: [stated({ from: '2026-12-01' })] }, 'incomplete', ['partly-selected 2026-10-01..2026-11-01']],
    ['stated before the period only', { cells: whole, dataEvents: [stated({ to: '2026-09-01' })] }, 'incomplete', ['partly-selected 2026-10-01..2026-11-01']],
    ['stated for other months and never seen', { ...full, dataEvents: [stated({ to: '2026-09-01' })] }, 'not-collected', ['class-not-collected null..null']],
    ['stated of an account out of scope and never seen', { ...full, dataEvents: [stated({ accounts: ['444455556666'] })] }, 'not-collected', ['class-not-collected null..null']],
    ['stated in two pieces with a hole', { cells: whole, dataEvents: [stated({ to: '2026-10-10' }), stated({ from: '2026-10-20' })] }, 'incomplete', ['partly-selected 2026-10-10..2026-10-20']],
    ['stated in two pieces that meet', { cells: whole, dataEvents: [stated({ from: '2026-10-15' }), stated({ to: '2026-10-15' })] }, 'complete', []],
    ['all of it stated for a while, a part for ever', { cells: whole, dataEvents: [stated({ to: '2026-10-15' }), stated({ resources: 'orders' })] }, 'incomplete', ['partly-selected 2026-10-15..2026-11-01']],
    ['stated of another account', { cells: whole, dataEvents: [stated({ accounts: ['444455556666'] })] }, 'incomplete', ['selection-not-shown 2026-10-01..2026-11-01']],
    ['stated, and the logs show that selectors were changed', { cells: whole, dataEvents: [stated()], trailChanges: [trail('PutEventSelectors', '2026-10-12T09:00:00Z')] }, 'incomplete', ['selection-not-shown 2026-10-12..2026-11-01']],
  ];
  it('is told of the class and source it is about', () => {
    const [reason] = coverageOf(asked, judgeCoverage(october({ cells: whole })), october({ cells: whole })).reasons;
    expect(reason).toMatchObject({ code: 'selection-not-shown', category: 'data', source: LAMBDA });
  });

  it.each(cases)('%s', (_name, more, state, reasons) => {
    expect(verdictOn(october(more), asked)).toEqual({ states: { data: state }, reasons });
  });

  describe('in one account of two', () => {
    const other = '444455556666';
    const both = [...whole, ...events(ALL_OCTOBER, { account: other })];
    const everyHour = ['eu-west-1', 'us-east-1'].flatMap((region) => digests('2026-10-01', '2026-11-01', { account: other, region }));

    it('are not collected in the other, whatever its digests say', () => {
      expect(lines(october({ cells: both, digests: everyHour })).filter((line) => line.includes(`${other} `) && line.includes(LAMBDA))).toEqual([
        `${other} data ${LAMBDA} 2026-10-01..2026-11-01 unexplained class-not-collected`,
        `${other} us-east-1 data ${LAMBDA} 2026-10-01..2026-11-01 unexplained class-not-collected`,
      ]);
    });

    it('nor without digests, and no day is singled out for a fault', () => {
      const input = october({ cells: both, malformed: [{ account: other, region: REGION, day: '2026-10-05', records: 1 }] });
      expect(lines(input).filter((line) => line.includes(LAMBDA))).toEqual([`data ${LAMBDA} 2026-10-01..2026-11-01 present`, `${other} data ${LAMBDA} 2026-10-01..2026-11-01 unexplained class-not-collected`]);
    });

    it('make a query that needs them incomplete, once for the account', () => {
      expect(verdictOn(october({ cells: both, digests: everyHour, dataEvents: [stated({ accounts: [ACCOUNT] })] }), asked)).toEqual({ states: { data: 'incomplete' }, reasons: [`class-not-collected ${other} 2026-10-01..2026-11-01`] });
    });

    it('are idle in every region of the other once one was seen there', () => {
      const cells = [...both, ...events(['2026-10-20'], { account: other, category: 'data', source: LAMBDA })];
      expect(lines(october({ cells, digests: everyHour }))).toContain(`${other} us-east-1 data ${LAMBDA} 2026-10-01..2026-11-01 idle-listed`);
    });

    it('are not collected at all where the scope leaves that account out', () => {
      const scope = { accounts: [{ id: other, name: null, environment: null }], regions: [] };
      expect(verdictOn(october({ cells: both, digests: everyHour, scope }), asked)).toEqual({ states: { data: 'not-collected' }, reasons: ['class-not-collected null..null'] });
    });
  });

  it('are not idle on days before the first that is stated', () => {
    const input = october({ ...full, dataEvents: [stated({ from: '2026-10-10' })], digests: digests('2026-10-01', '2026-11-01') });
    expect(lines(input).slice(1)).toEqual([`data ${LAMBDA} 2026-10-01..2026-10-10 unexplained partly-selected`, `data ${LAMBDA} 2026-10-10..2026-11-01 idle-listed`]);
    expect(verdictOn(input, asked).reasons).toEqual(['partly-selected 2026-10-01..2026-10-10']);
  });

  it('keep the fault of what no path places', () => {
    const input = october({ cells: whole, dataEvents: [stated({ accounts: [ACCOUNT] })], files: [brokenAnywhere()] });
    expect(lines(input)).toContain(`unknown unknown data ${LAMBDA} 2026-10-01..2026-11-01 unreadable file-unreadable`);
  });

  it('that are optional show their state and give no reason', () => {
    const optional = query({ category: { management: 'required', data: 'optional' }, events: { [LAMBDA]: ['Invoke'] } });
    expect(verdictOn(october(full), optional)).toEqual({ states: { management: 'complete', data: 'not-collected' }, reasons: [] });
  });

  it('do not vouch for management events, nor those for them', () => {
    expect(verdictOn(october({ cells: invoked(ALL_OCTOBER) })).states).toEqual({ management: 'incomplete' });
  });
});

describe('insight events', () => {
  const asked = query({ category: { insight: 'required' } });
  const both = [...full.cells, ...events(['2026-10-05'], { category: 'insight' }), ...events(ALL_OCTOBER, { account: '444455556666' })];

  it('are not collected in an account that shows none, where another does', () => {
    const input = october({ cells: both, digests: digests('2026-10-01', '2026-11-01') });
    expect(verdictOn(input, asked)).toEqual({ states: { insight: 'incomplete' }, reasons: ['class-not-collected 444455556666 2026-10-01..2026-11-01'] });
  });
});

describe('log object keys in these tests', () => {
  it('are CloudTrail’s', () => {
    expect(logKey('2026-10-05T00:05:00Z')).toMatch(/^AWSLogs\/111122223333\/CloudTrail\/eu-west-1\/2026\/10\/05\/111122223333_CloudTrail_eu-west-1_20261005T0005Z_\w+\.json\.gz$/);
    expect(days('2026-10-01', '2026-10-03')).toEqual(['2026-10-01', '2026-10-02']);
  });
});
