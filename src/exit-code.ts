import { lacksColumn, lacksLogs, selfTestReason } from './evidence/judge.js';
import type { QueryResult } from './evidence/result.js';
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
  if (verdict.exitCode === 4) return { code: 4, sentence: `Incomplete: ${whyIncomplete(results)} (fail-on is ${failOn}).` };
  if (verdict.exitCode === 3) {
    return { code: 3, sentence: `Exceptions noted: ${verdict.undecidedExceptions} are undecided; the reports list them (fail-on is ${failOn}).` };
  }
  return { code: 0, sentence: null };
}

/** What results lack, and where a report says more. */
function whyIncomplete(results: readonly QueryResult[]): string {
  const missed = results.filter((each) => selfTestReason(each) === 'self-test-missed').length;
  const failed = results.filter(({ result }) => result === 'failed').length - missed;
  const judged = results.filter(({ result }) => result === 'incomplete' || result === 'exceptions');
  const gaps = judged.some(lacksLogs);
  const lacking = judged.filter(lacksColumn).length;
  const of = (number: number): string => `${number} of ${results.length} queries`;
  const causes = [
    ...(gaps ? ['logs are missing or unreadable for something in scope'] : []),
    ...(lacking > 0 ? [`the log table lacks columns that ${of(lacking)} need`] : []),
    ...(failed > 0 ? [`${of(failed)} failed`] : []),
    ...(missed > 0 ? [`${of(missed)} did not return what they must in the self-test`] : []),
  ];
  return `${causes.join(', and ')}; ${gaps ? 'the summary in each report says for which accounts, regions and days' : 'the first page of each report names them'}`;
}
