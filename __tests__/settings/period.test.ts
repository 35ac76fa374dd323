import { describe, expect, it } from '@jest/globals';
import { isOpen, parsePeriod } from '../../src/settings/period.js';

const NOW = '2026-11-21T00:00:00Z';

describe('a period', () => {
  it.each([
    ['2026-10', '2026-10-01T00:00:00Z', '2026-11-01T00:00:00Z', '2026-10'],
    ['2026-12', '2026-12-01T00:00:00Z', '2027-01-01T00:00:00Z', '2026-12'],
    ['2024-02', '2024-02-01T00:00:00Z', '2024-03-01T00:00:00Z', '2024-02'],
    ['2026-Q3', '2026-07-01T00:00:00Z', '2026-10-01T00:00:00Z', '2026-Q3'],
    ['2026-q4', '2026-10-01T00:00:00Z', '2027-01-01T00:00:00Z', '2026-Q4'],
    ['2026-07-01..2026-10-01', '2026-07-01T00:00:00Z', '2026-10-01T00:00:00Z', '20260701-20261001'],
    ['2026-10-05T09:30:00Z..2026-10-06', '2026-10-05T09:30:00Z', '2026-10-06T00:00:00Z', '20261005T0930-20261006'],
    ['2026-10-05T09:30Z..2026-10-05T09:30:15Z', '2026-10-05T09:30:00Z', '2026-10-05T09:30:15Z', '20261005T0930-20261005T093015'],
  ])('%s is [%s, %s)', (text, start, end, label) => {
    expect(parsePeriod(text, NOW)).toEqual({ start, end, label });
  });

  it.each([
    ['last-month', '2026-11-01T03:00:00Z', '2026-10'],
    ['last-month', '2026-11-30T23:59:59Z', '2026-10'],
    ['last-month', '2027-01-01T00:00:00Z', '2026-12'],
    ['last-month', '2024-03-31T12:00:00Z', '2024-02'],
    ['last-quarter', '2026-11-21T00:00:00Z', '2026-Q3'],
    ['last-quarter', '2026-10-01T00:00:00Z', '2026-Q3'],
    ['last-quarter', '2026-03-31T23:59:59Z', '2025-Q4'],
    ['Last-Quarter', '2026-04-01T00:00:00Z', '2026-Q1'],
  ])('%s at %s is %s', (text, now, label) => {
    expect(parsePeriod(text, now)).toEqual(parsePeriod(label, now));
  });

  it.each([
    ['last-year', 'is not a period'],
    ['2026-13', 'no month 13'],
    ['2026', 'is not a period'],
    ['2026-10-01', 'is not a period'],
    ['2026-10-05..2026-10-01', 'before it starts'],
    ['2026-10-05..2026-10-05', 'before it starts'],
    ['2026-02-30..2026-03-05', 'there is no 2026-02-30'],
    ['2026-10-01T00:00:00+02:00..2026-10-02', 'neither a day'],
    ['last month', 'is not a period'],
    ['0026-10', 'is not a period'],
    ['0026-Q1', 'is not a period'],
  ])('%s is refused: %s', (text, sentence) => {
    expect(() => parsePeriod(text, NOW)).toThrow(sentence);
  });

  it.each([
    ['2026-10-31T23:59:59Z', true],
    ['2026-11-01T02:59:59Z', true],
    ['2026-11-01T03:00:00Z', false],
  ])('at %s October 2026 is open: %s', (now, open) => {
    expect(isOpen(parsePeriod('2026-10', NOW), now)).toBe(open);
  });
});
