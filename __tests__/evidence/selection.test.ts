import { describe, expect, it } from '@jest/globals';
import type { CoverageInput } from '../../src/evidence/coverage.js';
import { dayOf } from '../../src/evidence/days.js';
import { Selection, type Stream } from '../../src/evidence/selection.js';
import type { DataEventsStatement } from '../../src/settings/settings.js';
import { ACCOUNT, digests, events, october, readFile } from './month.js';

const OTHER = '444455556666';
const S3 = 's3.amazonaws.com';
const OBJECTS: Stream = { category: 'data', source: S3 };
const MANAGEMENT: Stream = { category: 'management', source: null };
const objectsSeen = (where: { account?: string; region?: string } = {}): CoverageInput['cells'] => events(['2026-10-20'], { category: 'data', source: S3, ...where });
const stated = (more: Partial<DataEventsStatement> = {}): DataEventsStatement => ({ source: S3, from: null, to: null, accounts: [], resources: 'all', ...more });

describe('that S3 data events are selected in an account', () => {
  const isShown = (more: Partial<CoverageInput>): boolean => new Selection(october(more)).isShown(ACCOUNT, OBJECTS);

  const cases: [string, Partial<CoverageInput>, boolean][] = [
    ['one such event on any day', { cells: objectsSeen() }, true],
    ['one in another region: a trail selects for all its regions', { cells: objectsSeen({ region: 'us-east-1' }) }, true],
    ['management’s statement', { dataEvents: [stated()] }, true],
    ['a statement of this account', { dataEvents: [stated({ accounts: [ACCOUNT] })] }, true],
    ['a statement of a part of the period', { dataEvents: [stated({ from: '2026-10-31' })] }, true],
    ['nothing at all', {}, false],
    ['digests: a trail delivered, not what it was told to log', { digests: digests('2026-10-01', '2026-11-01') }, false],
    ['management events', { cells: events(['2026-10-20']) }, false],
    ['data events of another source', { cells: events(['2026-10-20'], { category: 'data', source: 'lambda.amazonaws.com' }) }, false],
    ['network events of the same source', { cells: events(['2026-10-20'], { category: 'network', source: S3 }) }, false],
    ['such events in another account', { cells: objectsSeen({ account: OTHER }) }, false],
    ['a statement of another account', { dataEvents: [stated({ accounts: [OTHER] })] }, false],
    ['a statement that ends before the period', { dataEvents: [stated({ to: '2026-10-01' })] }, false],
    ['a statement that begins after it', { dataEvents: [stated({ from: '2026-11-01' })] }, false],
    ['a call that changed selectors: what to is not read', { trailChanges: [{ account: ACCOUNT, region: 'eu-west-1', time: '2026-10-12T09:00:00Z', eventName: 'PutEventSelectors', eventId: 'e', trail: 'main' }] }, false],
  ];
  it.each(cases)('%s', (_name, more, shown) => {
    expect(isShown(more)).toBe(shown);
  });
});

describe('that network events are selected', () => {
  it('is not shown by a statement of data events', () => {
    expect(new Selection(october({ dataEvents: [stated()] })).isShown(ACCOUNT, { category: 'network', source: S3 })).toBe(false);
  });
});

describe('that management events are selected', () => {
  it('is shown by one of them', () => {
    expect(new Selection(october({ cells: events(['2026-10-20'], { region: 'us-east-1' }) })).isShown(ACCOUNT, MANAGEMENT)).toBe(true);
  });

  it('is not shown by data events: a trail may log those alone', () => {
    expect(new Selection(october({ cells: objectsSeen() })).isShown(ACCOUNT, MANAGEMENT)).toBe(false);
  });
});

describe('such events in another account of the organisation', () => {
  const delivered = (account: string, folder = ''): CoverageInput['files'] => {
    const read = readFile('2026-10-20T10:00:00Z', { account });
    return [{ ...read, file: { ...read.file, key: read.file.key.replace('AWSLogs/', `AWSLogs/${folder}`) } }];
  };
  const listed = (account: string, folder = ''): CoverageInput['digests'] =>
    digests('2026-10-20', '2026-10-21', { account }).map((digest) => ({ ...digest, key: digest.key.replace('AWSLogs/', `AWSLogs/${folder}`) }));
  const isShown = (more: Partial<CoverageInput>): boolean => new Selection(october({ cells: objectsSeen({ account: OTHER }), ...more })).isShown(ACCOUNT, OBJECTS);
  const ORGANISATION = 'o-exampleorgid/';

  it('count where the trail of one organisation delivered the logs of both', () => {
    expect(isShown({ files: delivered(OTHER, ORGANISATION), digests: listed(ACCOUNT, ORGANISATION) })).toBe(true);
  });

  it('do not count where each account has its own trail', () => {
    expect(isShown({ files: delivered(OTHER), digests: listed(ACCOUNT) })).toBe(false);
  });

  it('do not count where a trail of their account alone may have recorded them', () => {
    expect(isShown({ files: [...delivered(OTHER, ORGANISATION), ...delivered(OTHER)], digests: listed(ACCOUNT, ORGANISATION) })).toBe(false);
  });

  it('do not count where digests of a trail of this account alone may speak for its silence', () => {
    expect(isShown({ files: delivered(OTHER, ORGANISATION), digests: [...listed(ACCOUNT, ORGANISATION), ...listed(ACCOUNT)] })).toBe(false);
  });

  it('do not count in another organisation', () => {
    expect(isShown({ files: delivered(OTHER, ORGANISATION), digests: listed(ACCOUNT, 'o-anotherorgid/') })).toBe(false);
  });

  it('count, whatever folder files outside the window lie in', () => {
    const outside = delivered(OTHER).map((one) => ({ ...one, outcome: { list: 'outside-window' } as const }));
    expect(isShown({ files: [...delivered(OTHER, ORGANISATION), ...outside], digests: listed(ACCOUNT, ORGANISATION) })).toBe(true);
  });
});

describe('a silent day under digests', () => {
  const doubt = (more: Partial<CoverageInput>): string | null => new Selection(october(more)).doubtOfSilence(ACCOUNT, OBJECTS, dayOf('2026-10-05'));

  const cases: [string, Partial<CoverageInput>, string | null][] = [
    ['is explained where such events were seen', { cells: objectsSeen() }, null],
    ['is explained where they were stated for that day', { dataEvents: [stated({ from: '2026-10-05', to: '2026-10-06' })] }, null],
    ['is explained where a part was stated', { dataEvents: [stated({ resources: 'orders' })] }, null],
    ['is not explained where the class was neither seen nor stated', {}, 'class-not-collected'],
    ['is not explained where they were stated from the day after', { dataEvents: [stated({ from: '2026-10-06' })] }, 'partly-selected'],
    ['nor where they were seen later, and stated from the day after', { cells: objectsSeen(), dataEvents: [stated({ from: '2026-10-06' })] }, 'partly-selected'],
    ['nor where they were stated until the day before', { dataEvents: [stated({ to: '2026-10-05' })] }, 'partly-selected'],
  ];
  it.each(cases)('%s', (_name, more, reason) => {
    expect(doubt(more)).toBe(reason);
  });
});
