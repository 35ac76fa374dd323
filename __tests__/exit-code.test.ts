import { describe, expect, it } from '@jest/globals';
import { NO_EXCEPTIONS } from '../src/evidence/judge.js';
import type { QueryResult, Reason, Result } from '../src/evidence/result.js';
import { exitOf } from '../src/exit-code.js';
import { settingsOf } from './small-archive.js';

const anywhere = { account: null, region: null, from: null, to: null };
const GAP: Reason = { code: 'no-events', account: '111122223333', region: 'eu-west-1', from: '2026-10-05', to: '2026-10-06' };
const LACKS: Reason = { code: 'column-missing', ...anywhere };
const of = (result: Result, ...reasons: Reason[]): QueryResult => ({ id: 'ROOT-01', expect: 'none', sha256: '', result, reasons, rows: 0, exceptions: NO_EXCEPTIONS, coverage: {} });

describe('a run that ends with 4 says why', () => {
  it.each<[string, readonly QueryResult[], string]>([
    ['logs', [of('no-exceptions'), of('incomplete', GAP)], 'logs are missing or unreadable for something in scope; the summary in each report says for which accounts, regions and days'],
    ['a column', [of('no-exceptions'), of('exceptions', LACKS)], 'the log table lacks columns that 1 of 2 queries need; the first page of each report names them'],
    ['a query that failed, over whole logs', [of('failed', { code: 'query-failed', ...anywhere })], '1 of 1 queries failed; the first page of each report names them'],
    ['a query that misses its own test events', [of('failed', { code: 'self-test-missed', ...anywhere }), of('exceptions', { code: 'self-test-returned', ...anywhere })], '1 of 2 queries did not return what they must in the self-test; the first page of each report names them'],
    ['all of it', [of('incomplete', GAP, LACKS), of('failed', GAP)], 'logs are missing or unreadable for something in scope, and the log table lacks columns that 1 of 2 queries need, and 1 of 2 queries failed; the summary in each report says for which accounts, regions and days'],
    ['not of what was not collected', [of('incomplete', GAP), of('not-collected', LACKS)], 'logs are missing or unreadable for something in scope; the summary in each report says for which accounts, regions and days'],
  ])('%s', (_name, results, why) => {
    const outcome = { packPath: '', evidenceId: '', manifestSha256: '', reports: [], pdfProblem: null, spending: null, results, verdict: { incomplete: true, undecidedExceptions: 0, exitCode: 4 as const } };
    expect(exitOf(outcome, settingsOf({ logs: 'logs' }), null)).toEqual({ code: 4, sentence: `Incomplete: ${why} (fail-on is incomplete).` });
  });
});
