// As a namespace: the name z would bring every language's messages into the bundle.
import * as z from 'zod';
import { FAULT_WORDS, type Fault, type SelfTest } from '../self-test/self-test.js';
import { QUERY_ID_FORM } from '../settings/decision.js';
import { canonicalJson } from './canonical-json.js';
import { sha256Shape } from './manifest.js';
import { parseItems, parseJson, parseShape } from './shape.js';

export const SELF_TEST = 'self-test.json';

const tally = z.strictObject({ cases: z.int().min(0), right: z.int().min(0) });
const queryShape = z.strictObject({
  id: z.string().max(100).regex(QUERY_ID_FORM),
  querySha256: sha256Shape,
  casesSha256: sha256Shape.nullable(),
  fired: tally,
  silent: tally,
  wrong: z.array(z.strictObject({ must: z.boolean(), name: z.string(), fault: z.enum(Object.keys(FAULT_WORDS) as [Fault, ...Fault[]]) })),
});
const documentShape = z.strictObject({ schemaVersion: z.literal(1), engine: z.enum(['athena', 'duckdb']), queries: z.array(z.unknown()) });

/** `self-test.json`. It is no part of the evidence: what a query came to is in results.json, also where a case says something against it. */
export function selfTestJson({ engine, queries }: SelfTest): string {
  return canonicalJson({
    schemaVersion: 1,
    engine,
    queries: queries.map(({ id, querySha256, casesSha256, fired, silent, wrong }) => ({
      id, querySha256, casesSha256, fired, silent, wrong: wrong.map(({ must, name, fault }) => ({ must, name, fault })),
    })),
  });
}

/** Reads a self-test document written by anyone. Throws with a sentence fragment that says what is wrong. */
export function parseSelfTest(text: string): SelfTest {
  const { engine, queries } = parseShape(documentShape, parseJson(text), '');
  const read = { engine, queries: parseItems(queryShape, queries, 'queries') };
  for (const { id, fired, silent, wrong } of read.queries) {
    const missing = (of: boolean): number => wrong.filter(({ must }) => must === of).length;
    if (fired.cases - fired.right !== missing(true) || silent.cases - silent.right !== missing(false)) throw new Error(`contradicts itself at ${id}: its cases do not add up`);
  }
  return read;
}
