import { describe, expect, it } from '@jest/globals';
import { placeOf } from '../../src/sources/archive-path.js';
import { deliveryWindow, splitByWindow } from '../../src/sources/delivery-window.js';

const OCTOBER = { start: '2026-10-01T00:00:00Z', end: '2026-11-01T00:00:00Z', label: '2026-10' };

function delivered(day: string | null) {
  const key = day === null ? 'a.json' : `AWSLogs/111122223333/CloudTrail/eu-west-1/${day.replaceAll('-', '/')}/x.json.gz`;
  return { path: key, key, ...placeOf(key), bytes: 1 };
}

describe('delivery window', () => {
  it.each([
    ['a month', '2026-10-01T00:00:00Z', '2026-11-01T00:00:00Z', '2026-09-29', '2026-11-01'],
    ['over a leap day', '2024-03-01T00:00:00Z', '2024-03-02T00:00:00Z', '2024-02-28', '2024-03-02'],
    ['over new year', '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z', '2025-12-30', '2027-01-01'],
    ['within days', '2026-10-05T18:00:00Z', '2026-10-06T06:00:00Z', '2026-10-04', '2026-10-07'],
  ])('%s', (_name, start, end, firstDay, lastDay) => {
    expect(deliveryWindow({ start, end, label: 'x' })).toEqual({ firstDay, lastDay });
  });

  it('lists every other dated file as outside, and reads undated ones', () => {
    const files = ['2026-09-28', '2026-09-29', '2026-10-15', '2026-11-01', '2026-11-02', null].map(delivered);
    const { inside, outside } = splitByWindow(files, deliveryWindow(OCTOBER));
    expect(inside.map((file) => file.deliveryDay)).toEqual(['2026-09-29', '2026-10-15', '2026-11-01', null]);
    expect(outside.map(({ file, outcome }) => [file.deliveryDay, outcome.list])).toEqual([['2026-09-28', 'outside-window'], ['2026-11-02', 'outside-window']]);
  });
});
