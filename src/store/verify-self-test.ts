import { selfTestReason } from '../evidence/judge.js';
import { reasonOf } from '../self-test/self-test.js';
import type { ResultsDocument } from './results-json.js';
import { parseSelfTest, SELF_TEST, selfTestJson } from './self-test-json.js';
import { readDocument } from './verify-content.js';
import type { Examined } from './verify.js';

/** self-test.json, where there is one, against the results: what went wrong in it stands there as a reason, and nothing else does. */
export async function checkSelfTest(examined: Examined, { queries: results }: ResultsDocument): Promise<void> {
  const { manifest, report } = examined;
  if (!manifest.files.some(({ path }) => path === SELF_TEST)) {
    const orphan = results.find((result) => selfTestReason(result) !== null);
    if (orphan !== undefined) report(SELF_TEST, `is missing, and results.json has a reason of it at ${orphan.id}`);
    return;
  }
  const tried = await readDocument(examined, SELF_TEST, parseWritten);
  if (tried === null) return;
  const byId = new Map(results.map((result) => [result.id, result]));
  if (new Set(tried.queries.map(({ id }) => id)).size !== tried.queries.length) report(SELF_TEST, 'names a query twice');
  for (const query of tried.queries) {
    const result = byId.get(query.id);
    if (result === undefined) report(SELF_TEST, `tells of ${query.id}, which is no query of results.json`);
    else if (selfTestReason(result) !== reasonOf(query)) report(SELF_TEST, `does not say of ${query.id} what results.json says`);
  }
  for (const result of results) {
    if (selfTestReason(result) !== null && !tried.queries.some(({ id }) => id === result.id)) report(SELF_TEST, `does not tell of ${result.id}, and results.json has a reason of it`);
  }
}

function parseWritten(text: string): ReturnType<typeof parseSelfTest> {
  const tried = parseSelfTest(text);
  if (selfTestJson(tried) !== text) throw new Error('is not in the form this program writes');
  return tried;
}
