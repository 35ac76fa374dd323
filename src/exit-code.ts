import type { Outcome } from './run.js';
import type { Settings } from './settings/settings.js';

/** How a run that wrote its pack ends: DESIGN's codes, and one sentence where it is not 0. */
export interface Exit {
  readonly code: 0 | 1 | 3 | 4;
  readonly sentence: string | null;
}

/** The first that holds: something that was asked for is missing (1), incomplete (4), undecided exceptions (3). */
export function exitOf({ pdfProblem, verdict, results }: Outcome, { pdf, failOn }: Settings, publishProblem: string | null): Exit {
  if (publishProblem !== null) return { code: 1, sentence: publishProblem };
  if (pdfProblem !== null && pdf === 'required') return { code: 1, sentence: `pdf: required, but ${pdfProblem}` };
  if (verdict.exitCode === 4) {
    const without = results.filter(({ result }) => result === 'failed').length;
    const failed = without === 0 ? '' : `, and ${without} of ${results.length} queries failed`;
    return { code: 4, sentence: `Incomplete: logs are missing or unreadable for something in scope${failed}; the summary in each report says for which accounts, regions and days (fail-on is ${failOn}).` };
  }
  if (verdict.exitCode === 3) {
    return { code: 3, sentence: `Exceptions noted: ${verdict.undecidedExceptions} are undecided; the reports list them (fail-on is ${failOn}).` };
  }
  return { code: 0, sentence: null };
}
