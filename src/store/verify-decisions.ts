import { join } from 'node:path';
import { decisionRecords, type DecisionUse, type QueryDecisions } from '../evidence/decisions.js';
import { canonicalJson } from './canonical-json.js';
import { decisionsJson, parseDecisions, type DecisionsDocument } from './decisions-json.js';
import { EXCEPTIONS, exceptionsCsv } from './exceptions-csv.js';
import { readLines } from './read-lines.js';
import type { ResultsDocument } from './results-json.js';
import type { Examined } from './verify.js';
import { readDocument } from './verify-content.js';

const DECISIONS = 'decisions.json';

/**
 * The decisions are applied to the rows again: exceptions.csv must have exactly the lines that come of it, results.json the
 * counts, decisions.json what each decision was used for.
 */
export async function checkDecisions(examined: Examined, { period, queries }: ResultsDocument): Promise<void> {
  const { folder, manifest, sound, report } = examined;
  const document = await readDocument(examined, DECISIONS, parseWrittenDecisions);
  const asked = queries.filter(({ id, expect }) => expect === 'none' && manifest.files.some(({ path }) => path === `results/${id}.jsonl`));
  // A file that is not as it should be has been named; what follows from it would only be named again.
  if (document === null || !sound.has(EXCEPTIONS) || asked.some(({ id }) => !sound.has(`results/${id}.jsonl`))) return;
  const counted = new Map<string, QueryDecisions>();
  const source = { folder, queries: asked.map(({ id }) => id), decisions: document.decisions.map(({ decision }) => decision), period };
  const fault = await firstDifference(join(folder, EXCEPTIONS), exceptionsCsv(source, (query, found) => void counted.set(query, found)));
  if (fault !== null) {
    report(EXCEPTIONS, fault);
    return;
  }
  for (const { id, exceptions } of asked) {
    const found = counted.get(id)?.tally ?? { total: 0, decided: 0, undecided: 0, expired: 0 };
    if (canonicalJson(found) !== canonicalJson(exceptions)) report('results.json', `counts the exceptions of ${id} otherwise than ${EXCEPTIONS}`);
  }
  const uses: ReadonlyMap<number, DecisionUse>[] = [...counted.values()].map((each) => each.uses);
  if (decisionsJson({ ...document, decisions: decisionRecords(source.decisions, uses, period) }) !== decisionsJson(document)) {
    report(DECISIONS, `says of a decision another number, count or flag than the exceptions make it`);
  }
}

function parseWrittenDecisions(text: string): DecisionsDocument {
  const document = parseDecisions(text);
  if (decisionsJson(document) !== text) throw new Error('is not in the form this program writes');
  return document;
}

/** Reads a file beside the lines it should have; null where they are the same. */
async function firstDifference(path: string, expected: AsyncGenerator<string>): Promise<string | null> {
  const lines = readLines(path);
  try {
    for (let number = 1; ; number++) {
      const [found, wanted] = [await lines.next(), await expected.next()];
      if (found.done === true && wanted.done === true) return null;
      if (found.done === true) return `ends after ${number - 1} lines, and the rows have more exceptions`;
      if (wanted.done === true) return `has more lines than the rows have exceptions`;
      if (`${found.value}\n` !== wanted.value) return `differs at line ${number} from what the rows and ${DECISIONS} make it`;
    }
  } catch (error) {
    return `cannot be compared with the rows: ${(error as Error).message}`;
  } finally {
    await lines.return(undefined);
    await expected.return(undefined);
  }
}
