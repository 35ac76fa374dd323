import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { drawSample, rankOf, SEED } from '../../src/evidence/sampling.js';

const rows = (population: number, size: number, seed = 'audit-7', queryId = 'IAM-01'): number[] => drawSample({ seed, queryId, population, size }).map(({ row }) => row);

describe('a sample', () => {
  it('is what sort and sha256sum draw', () => {
    const script = 'for i in $(seq 1 60); do echo "$(printf %s "audit-7/IAM-01/$i" | sha256sum | cut -c1-64) $i"; done | LC_ALL=C sort | head -n 8 | cut -d" " -f2';
    expect(rows(60, 8)).toEqual(execFileSync('sh', ['-c', script], { encoding: 'utf8' }).trim().split('\n').map(Number));
  });

  it('never changes', () => {
    expect(rows(1_000, 5)).toEqual([422, 797, 485, 256, 697]);
    expect(rankOf('audit-7', 'IAM-01', 17)).toBe('f3cea8a54669d7e069a3b0498744c41f1471098865971a6f3640666500bed043');
  });

  it('holds each row once, and only rows there are', () => {
    const drawn = rows(5_000, 400);
    expect(new Set(drawn).size).toBe(400);
    expect(drawn.every((row) => Number.isInteger(row) && row >= 1 && row <= 5_000)).toBe(true);
  });

  it.each([1, 2, 7, 24, 25, 26, 100])('of %i begins a sample of 100', (size) => {
    expect(rows(500, 100).slice(0, size)).toEqual(rows(500, size));
  });

  it('is the whole population where that is no larger', () => {
    expect(rows(3, 25).sort()).toEqual([1, 2, 3]);
    expect(rows(0, 25)).toEqual([]);
  });

  it('is another one with another seed or query', () => {
    expect(rows(1_000, 25, 'audit-8')).not.toEqual(rows(1_000, 25));
    expect(rows(1_000, 25, 'audit-7', 'IAM-02')).not.toEqual(rows(1_000, 25));
  });

  it('favours no part of the population', () => {
    // 1,000 of 10,000 rows: each tenth holds 100 but for chance; four standard deviations are 38.
    const tenths = Array.from({ length: 10 }, () => 0);
    for (const row of rows(10_000, 1_000)) tenths[Math.floor((row - 1) / 1_000)]! += 1;
    for (const count of tenths) expect(Math.abs(count - 100)).toBeLessThan(38);
  });

  it('of a million rows is drawn at once', () => {
    expect(rows(1_000_000, 25)).toHaveLength(25);
  });
});

describe('a seed', () => {
  it.each(['7', 'audit-2026', 'A.b_c-9', 'x'.repeat(100)])('can be %s', (seed) => {
    expect(SEED.test(seed)).toBe(true);
  });

  it.each(['', ' ', 'a b', "it's", 'a/b', '=1', '-n', 'ä', 'a\n', 'x'.repeat(101)])('cannot be %j', (seed) => {
    expect(SEED.test(seed)).toBe(false);
  });
});
