import { describe, expect, it } from '@jest/globals';
import { charged, checkScanLimit, estimate, spendingOf, stagingPays } from '../../../src/engines/athena/estimate.js';
import type { Execution } from '../../../src/engines/engine.js';
import { SettingsError } from '../../../src/settings/errors.js';

const MB = 1_000_000;
const files = (count: number, bytes: number): { bytes: number }[] => Array.from({ length: count }, () => ({ bytes }));

describe('a statement is charged for', () => {
  it.each([[0, 10 * MB], [1, 10 * MB], [10 * MB, 10 * MB], [10 * MB + 1, 11 * MB], [12_345_678, 13 * MB], [1e12, 1e12]])('%i bytes as %i', (bytes, expected) => {
    expect(charged(bytes)).toBe(expected);
  });
});

describe('what a run took', () => {
  const execution = (more: Partial<Execution> = {}): Execution => ({ purpose: 'Q', executionId: 'x', state: 'SUCCEEDED', engineVersion: null, bytesScanned: 25 * MB, queuedMs: 0, engineMs: 0, totalMs: 0, failure: null, ...more });
  it('is every statement’s bytes, at 5 USD a TB; failed ones and those about tables are free, stopped ones are not', () => {
    const ended = [
      { execution: execution(), ddl: false }, { execution: execution({ bytesScanned: 3 }), ddl: false }, { execution: execution({ state: 'CANCELLED', bytesScanned: 40 * MB }), ddl: false },
      { execution: execution({ state: 'FAILED', bytesScanned: 7 * MB }), ddl: false }, { execution: execution({ bytesScanned: 0 }), ddl: true },
    ];
    expect(spendingOf(ended)).toEqual({ executions: ended.map((each) => each.execution), bytesScanned: 72 * MB + 3, bytesCharged: 75 * MB, costUsd: 75 * MB * 5e-12 });
  });

  it('is nothing where nothing ran', () => {
    expect(spendingOf([])).toEqual({ executions: [], bytesScanned: 0, bytesCharged: 0, costUsd: 0 });
  });
});

describe('what a run is expected to take', () => {
  it('is one scan and what the queries read of the stage, or a scan for each statement', () => {
    const logs = files(1_000, 10 * MB);
    expect(estimate(logs, 50, false)).toEqual({ staged: false, files: 1_000, windowBytes: 1e10, bytes: 5e11, costUsd: expect.closeTo(2.5) });
    const staged = estimate(logs, 50, true);
    expect(staged.windowBytes).toBe(1e10);
    expect(staged.bytes).toBeLessThan(estimate(logs, 50, false).bytes / 3);
  });

  it.each<[string, { bytes: number }[], boolean]>([
    ['a month of logs', files(5_000, 20_000), true],
    ['a few large objects', files(10, 100 * MB), true],
    ['a handful of small objects', files(5, 2_000), false],
    ['nothing listed', [], true],
  ])('%s: staging pays is %s', (_name, logs, pays) => {
    expect(stagingPays(logs, 50)).toBe(pays);
  });
});

describe('max-scan-gb', () => {
  const logs = files(100, 100 * MB);
  const stop = (maxScanBytes: number | null, staging: 'auto' | 'never') => () => checkScanLimit(estimate(logs, 50, staging === 'auto'), { maxScanBytes, staging });
  it('stops a run that would scan more, and says how much and why', () => {
    expect(stop(20e9, 'never')).toThrow(new SettingsError('max-scan-gb: the run would scan about 500 GB (10 GB of logs for each query (staging: never); about 2.50 USD), and 20 GB are allowed; raise max-scan-gb, or take a shorter period, or let the run stage.'));
    expect(stop(1e9, 'auto')).toThrow(/^max-scan-gb: the run would scan about \d+ GB \(10 GB of logs once, and the staged table for each query; about \d\.\d\d USD\), and 1 GB are allowed; raise max-scan-gb, or take a shorter period\.$/);
  });

  it('lets others be', () => {
    expect(stop(null, 'never')).not.toThrow();
    expect(stop(500e9, 'never')).not.toThrow();
  });
});
