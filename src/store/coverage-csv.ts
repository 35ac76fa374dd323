import type { CoverageRun } from '../evidence/result.js';
import { csvLine } from './csv.js';

export const COVERAGE_COLUMNS = ['account', 'region', 'category', 'source', 'from_day', 'to_day', 'state', 'reason'] as const;

/** `coverage.csv`, a line a run of days, in the order given. `to_day` is the first day no longer in the run. */
export function* coverageCsv(runs: Iterable<CoverageRun>): Generator<string> {
  yield csvLine(COVERAGE_COLUMNS);
  for (const run of runs) {
    yield csvLine([run.account, run.region, run.category, run.source, run.fromDay, run.toDay, run.state, run.reason]);
  }
}
