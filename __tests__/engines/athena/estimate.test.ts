import { describe, expect, it } from '@jest/globals';
import { charged, checkScanLimit, type Estimate, estimate, readsOfRun, spendingOf, stagingPays } from '../../../src/engines/athena/estimate.js';
import type { Execution } from '../../../src/engines/engine.js';
import { SettingsError } from '../../../src/settings/errors.js';

const MB = 1_000_000;
const ONCE_EACH = Array<number>(50).fill(1);
const estimated = (logs: { bytes: number }[], staged: boolean): Estimate => estimate({ files: logs, reads: ONCE_EACH, staged, wholeTable: false });
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
    const direct = estimated(logs, false);
    expect(direct).toEqual({ staged: false, files: 1_000, windowBytes: 1e10, wholeTable: false, bytes: 5e11, costUsd: expect.closeTo(2.5) });
    const staged = estimated(logs, true);
    expect(staged).toMatchObject({ windowBytes: 1e10, bytes: 1e10 + 50 * 0.4e10 });
    expect(staged.bytes).toBeLessThan(direct.bytes / 2);
  });

  it('counts a statement for each of its readings, and charges it once', () => {
    expect(estimate({ files: files(1, 10), reads: [1, 7, 2], staged: false, wholeTable: false })).toMatchObject({ bytes: 100, costUsd: 3 * 10 * MB * 5e-12 });
    expect(estimate({ files: files(1, 10), reads: [1, 7, 2], staged: true, wholeTable: false })).toMatchObject({ bytes: 50, costUsd: 4 * 10 * MB * 5e-12 });
  });

  it('reads events as often as a query names them, on top of what is counted beside the queries', () => {
    const { staged, direct } = readsOfRun([{ sql: 'SELECT event_id FROM events' }, { sql: 'WITH a AS (SELECT event_id FROM events) SELECT x.event_id FROM a x JOIN a y ON x.event_id = y.event_id' }]);
    expect(staged.slice(-2)).toEqual([1, 2]);
    expect(direct.slice(-2)).toEqual([1, 2]);
    expect(staged.length).toBe(direct.length + 1);
  });

  it.each<[string, { bytes: number }[], boolean]>([
    ['a month of logs', files(5_000, 20_000), true],
    ['a few large objects', files(10, 100 * MB), true],
    ['a handful of small objects', files(5, 2_000), false],
    ['nothing listed', [], true],
  ])('%s: staging pays is %s', (_name, logs, pays) => {
    expect(stagingPays({ files: logs, wholeTable: false }, { staged: ONCE_EACH, direct: ONCE_EACH })).toBe(pays);
  });

  it('staging pays where each scan would be of the whole table, however few the logs of the window', () => {
    expect(stagingPays({ files: files(5, 2_000), wholeTable: true }, { staged: ONCE_EACH, direct: ONCE_EACH })).toBe(true);
  });
});

describe('max-scan-gb', () => {
  const logs = files(100, 100 * MB);
  const stop = (maxScanBytes: number | null, staging: 'auto' | 'never') => () => checkScanLimit(estimated(logs, staging === 'auto'), { maxScanBytes, staging });
  it('stops a run that would scan more, and says how much and why', () => {
    expect(stop(20e9, 'never')).toThrow(new SettingsError('max-scan-gb: the run would scan up to about 500 GB (10 GB of logs wherever a query names events (staging: never); up to about 2.50 USD), and 20 GB are allowed; raise max-scan-gb, or take a shorter period, or let the run stage.'));
    expect(stop(1e9, 'auto')).toThrow(/^max-scan-gb: the run would scan up to about \d+ GB \(10 GB of logs once, and the staged table wherever a query names events; up to about \d\.\d\d USD\), and 1 GB are allowed; raise max-scan-gb, or take a shorter period\.$/);
  });

  it('lets others be', () => {
    expect(stop(null, 'never')).not.toThrow();
    expect(stop(500e9, 'never')).not.toThrow();
  });

  it('can tell the least alone where the whole table is scanned', () => {
    const whole = estimate({ files: logs, reads: ONCE_EACH, staged: true, wholeTable: true });
    expect(() => checkScanLimit(whole, { maxScanBytes: 1e9, staging: 'auto' })).toThrow(/^max-scan-gb: the run would scan at least 210 GB \(10 GB of logs once, .*; at least \d\.\d\d USD\), and 1 GB are allowed/);
    expect(() => checkScanLimit(whole, { maxScanBytes: whole.bytes, staging: 'auto' })).not.toThrow();
  });
});
