// As a namespace: the name z would bring every language's messages into the bundle.
import * as z from 'zod';
import { RESULTS, REASON_WORDS, type QueryResult, type ReasonCode } from '../evidence/result.js';
import { CATEGORIES, EXPECTATIONS } from '../pack/query.js';
import type { Period } from '../settings/period.js';
import { canonicalJson } from './canonical-json.js';
import { periodShape, sha256Shape } from './manifest.js';
import { parseItems, parseJson, parseShape } from './shape.js';

const count = z.int().min(0);
const textOrNull = z.string().nullable();

const reasonShape = z.strictObject({
  code: z.enum(Object.keys(REASON_WORDS) as ReasonCode[]),
  account: textOrNull,
  region: textOrNull,
  from: textOrNull,
  to: textOrNull,
  category: z.enum(CATEGORIES).optional(),
  source: textOrNull.optional(),
});

const queryShape = z.strictObject({
  id: z.string().regex(/^[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+$/),
  expect: z.enum(EXPECTATIONS),
  sha256: sha256Shape,
  result: z.enum(RESULTS),
  reasons: z.array(z.unknown()),
  rows: count,
  exceptions: z.strictObject({ total: count, decided: count, undecided: count, expired: count }),
  coverage: z.partialRecord(z.enum(CATEGORIES), z.enum(['complete', 'incomplete', 'not-collected'])),
  own: z.literal(true).optional(),
});

const envelopeShape = z.strictObject({ schemaVersion: z.literal(1), period: periodShape, queries: z.array(z.unknown()) });

export interface ResultsDocument {
  readonly period: Period;
  readonly queries: readonly QueryResult[];
}

/** `results.json`: one entry a query, sorted by id. */
export function resultsJson(period: Period, results: readonly QueryResult[]): string {
  const queries = [...results].sort((a, b) => (a.id < b.id ? -1 : 1)).map((query) => ({
    id: query.id,
    expect: query.expect,
    sha256: query.sha256,
    result: query.result,
    reasons: query.reasons.map(({ code, account, region, from, to, category, source }) => ({ code, account, region, from, to, ...(category === undefined ? {} : { category, source: source ?? null }) })),
    rows: query.rows,
    exceptions: query.exceptions,
    coverage: query.coverage,
    own: query.own,
  }));
  return canonicalJson({ schemaVersion: 1, period: { start: period.start, end: period.end, label: period.label }, queries });
}

/** Reads results written by anyone. Throws with a sentence fragment that says what is wrong. */
export function parseResults(text: string): ResultsDocument {
  const envelope = parseShape(envelopeShape, parseJson(text), '');
  const queries = parseItems(queryShape, envelope.queries, 'queries').map((query) => ({
    ...query,
    reasons: parseItems(reasonShape, query.reasons, `queries.${query.id}.reasons`),
  }));
  return { period: envelope.period, queries };
}
