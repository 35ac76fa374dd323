import { describe, expect, it } from '@jest/globals';
import { type Archive, accountForArchive, differingFiles, pairKey } from '../../src/evidence/archive-account.js';
import { dayOf, dayText } from '../../src/evidence/days.js';
import { ACCOUNT, brokenFile, changedFile, digests, events, october, readFile, REGION } from './month.js';

/** What the archive says of the one account and region, in days one can read. */
function account(archive: Partial<Archive>): { readonly faults: Record<string, string>; readonly accounted: readonly string[] } {
  const found = accountForArchive(october(archive)).get(pairKey(ACCOUNT, REGION));
  return {
    faults: Object.fromEntries([...(found?.faults ?? [])].sort(([a], [b]) => a - b).map(([day, code]) => [dayText(day), code])),
    accounted: [...(found?.accountedDays ?? [])].sort((a, b) => a - b).map(dayText),
  };
}

describe('days with 24 hours of digests', () => {
  it('are accounted for', () => {
    expect(account({ digests: digests('2026-10-05', '2026-10-07') })).toEqual({ faults: {}, accounted: ['2026-10-05', '2026-10-06'] });
  });

  it('in whatever order the digests come, overlapping or twice', () => {
    const one = digests('2026-10-05', '2026-10-06');
    const long = { ...one[0]!, start: '2026-10-05T02:00:00Z', end: '2026-10-05T06:30:00Z' };
    expect(account({ digests: [...one].reverse().concat(one, long) })).toEqual({ faults: {}, accounted: ['2026-10-05'] });
  });

  it('are not, when one digest is cut short and the next begins on time', () => {
    const [first, ...rest] = digests('2026-10-05', '2026-10-06');
    expect(account({ digests: [{ ...first!, end: '2026-10-05T00:40:00Z' }, ...rest] })).toEqual({ faults: { '2026-10-05': 'digest-gap' }, accounted: [] });
  });

  it('are accounted for by the digests of two trails together', () => {
    const trails = [...digests('2026-10-05T00:00:00Z', '2026-10-05T12:00:00Z'), ...digests('2026-10-05T12:00:00Z', '2026-10-06T00:00:00Z')];
    expect(account({ digests: trails }).accounted).toEqual(['2026-10-05']);
  });

  it('are not, when a file one of them names is missing or broken', () => {
    const listed = ['2026-10-05T10:05:00Z', '2026-10-06T10:05:00Z'];
    const given = { digests: digests('2026-10-05', '2026-10-07', { listed }) };
    expect(account({ ...given, files: listed.map((at) => readFile(at)) })).toEqual({ faults: {}, accounted: ['2026-10-05', '2026-10-06'] });
    expect(account({ ...given, files: [readFile(listed[0]!)] })).toEqual({ faults: { '2026-10-06': 'file-missing' }, accounted: ['2026-10-05'] });
    expect(account({ ...given, files: [readFile(listed[0]!), brokenFile(listed[1]!)] })).toEqual({ faults: { '2026-10-06': 'file-unreadable' }, accounted: ['2026-10-05'] });
  });
});

it('a file that a digest names in a folder that the table does not read is not missing', () => {
  const [first, ...rest] = digests('2026-10-05', '2026-10-06');
  const named = { ...first!, logFiles: [{ key: 'AWSLogs/111122223333/CloudTrail-NetworkActivity/eu-west-1/2026/10/05/111122223333_CloudTrail-NetworkActivity_eu-west-1_20261005T0005Z_aB3.json.gz', sha256: 'a'.repeat(64) }] };
  expect(account({ digests: [named, ...rest] }).faults).toEqual({ '2026-10-04': 'file-missing', '2026-10-05': 'file-missing' });
  expect(account({ digests: [named, ...rest], foldersLeftAside: ['CloudTrail-NetworkActivity'] })).toEqual({ faults: {}, accounted: ['2026-10-05'] });
  expect(account({ digests: [named, ...rest], foldersLeftAside: ['CloudTrail-Insight'] }).accounted).toEqual([]);
});

describe('a log file that is not the one its digest names', () => {
  const at = '2026-10-05T10:05:00Z';
  const listed = { digests: digests('2026-10-05', '2026-10-06', { listed: [at] }) };
  const file = readFile(at);
  const changed = changedFile(at);

  it('leaves its day unaccounted for, and no other', () => {
    expect(account({ ...listed, files: [file] })).toEqual({ faults: {}, accounted: ['2026-10-05'] });
    expect(account({ ...listed, files: [changed] })).toEqual({ faults: { '2026-10-05': 'file-differs' }, accounted: [] });
  });

  it('is found when it lies beside the true one, under another folder', () => {
    const beside = { ...changed, file: { ...file.file, key: `copy/${file.file.key.split('/').at(-1)}`, account: null, region: null, deliveryDay: null } };
    expect(account({ ...listed, files: [file, beside] }).faults).toEqual({ '2026-10-05': 'file-differs' });
    expect(differingFiles({ ...listed, files: [file, beside] })).toEqual([{ file: beside.file, account: ACCOUNT, region: REGION, listedSha256: 'a'.repeat(64) }]);
  });

  it('is found from a backfill digest too', () => {
    expect(account({ digests: digests('2026-10-05', '2026-10-06', { listed: [at], backfill: true }), files: [changed] }).faults).toEqual({ '2026-10-05': 'file-differs' });
  });

  it('is graver than a missing one, and less grave than one that cannot be read', () => {
    const more = { digests: digests('2026-10-05', '2026-10-06', { listed: [at, '2026-10-05T11:05:00Z'] }) };
    expect(account({ ...more, files: [changed] }).faults).toEqual({ '2026-10-05': 'file-differs' });
    expect(account({ ...more, files: [changed, brokenFile('2026-10-05T11:05:00Z')] }).faults).toEqual({ '2026-10-05': 'file-unreadable' });
  });

  it('is not told by a digest that gives no hash, nor of a file that was not read', () => {
    const silent = listed.digests.map((digest) => ({ ...digest, logFiles: digest.logFiles.map(({ key }) => ({ key, sha256: '' })) }));
    expect(account({ digests: silent, files: [changed] })).toEqual({ faults: {}, accounted: ['2026-10-05'] });
    expect(differingFiles({ ...listed, files: [brokenFile(at)] })).toEqual([]);
  });

  it('is not told of a file that was read without its hash being taken, as an engine far away reads it', () => {
    const unhashed = { file: file.file, outcome: { list: 'read', records: 1, sha256: null } } as const;
    expect(account({ ...listed, files: [unhashed] })).toEqual({ faults: {}, accounted: ['2026-10-05'] });
    expect(differingFiles({ ...listed, files: [unhashed, changed] })).toHaveLength(1);
  });
});

describe('a file near midnight', () => {
  it.each([
    ['2026-10-05T00:00:00Z', ['2026-10-04', '2026-10-05']],
    ['2026-10-05T00:29:00Z', ['2026-10-04', '2026-10-05']],
    ['2026-10-05T00:30:00Z', ['2026-10-05']],
    ['2026-10-05T23:59:00Z', ['2026-10-05']],
    ['2026-10-01T00:05:00Z', ['2026-10-01']],
    ['2026-11-01T00:05:00Z', ['2026-10-31']],
    ['2026-11-01T00:45:00Z', []],
    ['2026-09-30T23:55:00Z', []],
  ])('delivered %s casts doubt on %j', (delivered, doubtful) => {
    expect(Object.keys(account({ files: [brokenFile(delivered)] }).faults)).toEqual(doubtful);
  });
});

describe('a stopped trail', () => {
  const stop = { account: ACCOUNT, region: REGION, eventId: 'e', trail: 'main', time: '2026-10-05T10:00:00Z', eventName: 'StopLogging' };
  const start = { ...stop, time: '2026-10-07T10:00:00Z', eventName: 'StartLogging' };

  it('casts doubt on each day it touches, named by name or by ARN', () => {
    const byArn = { ...start, trail: `arn:aws:cloudtrail:eu-west-1:${ACCOUNT}:trail/main` };
    const doubtful = { '2026-10-05': 'logging-stopped', '2026-10-06': 'logging-stopped', '2026-10-07': 'logging-stopped' };
    expect(account({ trailChanges: [stop, byArn] }).faults).toEqual(doubtful);
    expect(account({ trailChanges: [stop, { ...stop, time: '2026-10-06T10:00:00Z' }, byArn] }).faults).toEqual(doubtful);
  });

  it('does not, on a day that has all its digests: another trail was at work', () => {
    expect(account({ trailChanges: [stop, start], digests: digests('2026-10-05', '2026-10-07') }).faults).toEqual({ '2026-10-07': 'logging-stopped' });
  });

  it('explains the gap it leaves in the digests', () => {
    const gap = [...digests('2026-10-05T00:00:00Z', '2026-10-05T10:00:00Z'), ...digests('2026-10-05T14:00:00Z', '2026-10-07T00:00:00Z')];
    expect(account({ digests: gap }).faults).toEqual({ '2026-10-05': 'digest-gap' });
    expect(account({ digests: gap, trailChanges: [stop, { ...start, time: '2026-10-05T14:00:00Z' }] })).toEqual({ faults: { '2026-10-05': 'logging-stopped' }, accounted: ['2026-10-06'] });
  });

  it('casts doubt on every region the account was seen in, and on no other account', () => {
    const found = accountForArchive(october({ trailChanges: [stop, start], cells: [...events(['2026-10-01'], { region: 'us-east-1' }), ...events(['2026-10-01'], { account: '444455556666' })] }));
    expect([...found.keys()].sort()).toEqual([pairKey(ACCOUNT, REGION), pairKey(ACCOUNT, 'us-east-1')]);
  });

  it('restarted at midnight leaves the new day alone', () => {
    expect(Object.keys(account({ trailChanges: [stop, { ...start, time: '2026-10-06T00:00:00Z' }] }).faults)).toEqual(['2026-10-05']);
  });
});

describe('days', () => {
  it('are counted in UTC, leap days too', () => {
    expect(dayText(dayOf('2028-02-29T23:59:59Z') + 1)).toBe('2028-03-01');
    expect(dayOf('2026-10-05')).toBe(dayOf('2026-10-05T23:59:59Z'));
  });
});
