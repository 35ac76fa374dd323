import { selfTestReason } from '../evidence/judge.js';
import { RESULT_WORDS, type QueryResult } from '../evidence/result.js';
import { counted } from '../report/wording.js';

export interface Annotation {
  readonly title: string;
  readonly message: string;
}

/** GitHub shows ten warnings of a step and drops the others without a word. */
export const MAX_WARNINGS = 10;

/** One for each query that a person should look at, the most urgent first, as far as there is room; the last says what is left. */
export function annotations(results: readonly QueryResult[], room: number): readonly Annotation[] {
  const urgent = [
    ...results.filter(({ result }) => result === 'failed'),
    ...results.filter(({ result, exceptions }) => result !== 'failed' && exceptions.undecided > 0),
    ...results.filter(({ result, exceptions }) => result === 'incomplete' && exceptions.undecided === 0),
  ];
  if (room <= 0 || urgent.length === 0) return [];
  const named = urgent.length > room ? urgent.slice(0, room - 1) : urgent;
  const left = urgent.length - named.length;
  return [...named.map(annotation), ...(left > 0 ? [{ title: 'More to look at', message: `${counted(left, 'more query', 'more queries')}: the job summary names ${left === 1 ? 'it' : 'them'}.` }] : [])];
}

function annotation(found: QueryResult): Annotation {
  const { id, result, exceptions: { total, undecided } } = found;
  const failed = selfTestReason(found) === 'self-test-missed' ? 'It did not return what it must of its own test events, so its rows and its silence say nothing.' : 'It did not run to its end, and nothing can be said.';
  const message = result === 'failed' ? failed : undecided > 0 ? `${counted(total, 'exception')} noted, ${undecided} undecided.` : 'Logs are missing or unreadable for something in scope.';
  return { title: `${id}: ${RESULT_WORDS[result]}`, message };
}
