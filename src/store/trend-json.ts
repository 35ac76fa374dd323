// As a namespace: the name z would bring every language's messages into the bundle.
import * as z from 'zod';
import { RESULTS } from '../evidence/result.js';
import type { Trend } from '../evidence/trend.js';
import { NEW_IDS_KEPT } from '../evidence/trend-exceptions.js';
import { NOT_COMPARED } from '../evidence/trend-invocations.js';
import { ASPECT_NAMES, FRAMEWORK_ASPECT, LIST_ASPECT } from '../evidence/trend-facts.js';
import { EXCEPTION_ID_FORM, QUERY_ID_FORM } from '../settings/decision.js';
import { LIST_NAMES } from '../settings/settings.js';
import { canonicalJson } from './canonical-json.js';
import { periodShape, sha256Shape } from './manifest.js';
import { FOLDER_NAME } from './pack-path.js';
import { parseJson, parseShape } from './shape.js';

/** Of a pack of a hundred queries, each with a hundred new ids: about half a MB. */
export const MAX_TREND_BYTES = 16 * 1024 * 1024;

const count = z.int().min(0);
const query = z.string().max(100).regex(QUERY_ID_FORM);
const queries = z.array(query);
const version = z.string().regex(/^[0-9A-Za-z][0-9A-Za-z.+-]{0,63}$/);
const engine = z.enum(['athena', 'duckdb']);
const { start, end } = periodShape.shape;
/** Fixed words: what stands here is printed in pull requests and job summaries. */
const aspectName = z.string().max(100).regex(new RegExp(`^(?:${[...ASPECT_NAMES, ...LIST_NAMES.map((name) => `${LIST_ASPECT}${name}`)].join('|')}|${FRAMEWORK_ASPECT}[a-z0-9]+(?:-[a-z0-9]+)*)$`));
const change = <T extends z.ZodType>(of: T): z.ZodObject<{ before: T; now: T }, z.core.$strict> => z.strictObject({ before: of, now: of });
const queryChange = <T extends z.ZodType>(of: T): z.ZodObject<{ query: typeof query; before: T; now: T }, z.core.$strict> => z.strictObject({ query, before: of, now: of });

const factsShape = z.strictObject({
  toolVersion: version,
  engine,
  events: count,
  trailChanges: count,
  queries: z.array(z.strictObject({ id: query, sha256: sha256Shape })),
  aspects: z.array(z.strictObject({ name: aspectName, count: count.nullable(), sha256: sha256Shape })),
});

const changesShape = z.strictObject({
  periods: z.strictObject({ kind: z.enum(['adjoin', 'gap', 'overlap', 'same', 'later']), from: start.nullable(), to: end.nullable(), days: count }),
  results: z.array(queryChange(z.enum(RESULTS))),
  exceptions: z.array(z.strictObject({
    query,
    before: count,
    now: count,
    compared: z.strictObject({
      new: count, open: count, decided: count, gone: count, goneUndecided: count, newIds: z.array(z.string().max(120).regex(EXCEPTION_ID_FORM)).max(NEW_IDS_KEPT),
    }).nullable(),
  })),
  volumes: z.array(queryChange(count)),
  queries: z.strictObject({ added: queries, removed: queries, changed: queries, otherLists: queries }),
  aspects: z.array(z.strictObject({ name: aspectName, change: z.enum(['added', 'removed', 'changed']), before: count.nullable(), now: count.nullable() })),
  toolVersion: change(version),
  engine: change(engine),
  events: change(count),
  trailChanges: change(count),
  invocations: z.strictObject({
    compared: z.strictObject({ functions: change(count), events: change(count), new: count, gone: count, more: count, less: count, spikes: count, silent: count }).nullable(),
    reason: z.enum(NOT_COMPARED).nullable(),
  }).optional(),
});

export const trendShape = z.strictObject({
  schemaVersion: z.literal(1),
  previous: z.strictObject({
    label: z.string().regex(FOLDER_NAME),
    period: z.strictObject({ start, end }),
    evidenceId: sha256Shape,
    manifestSha256: sha256Shape,
  }).nullable(),
  facts: factsShape,
  changes: changesShape.nullable(),
});

/** `trend.json`. */
export function trendJson({ previous, facts, changes }: Trend): string {
  return canonicalJson({ schemaVersion: 1, previous, facts, changes });
}

/** Reads a trend document written by anyone. Throws with a sentence fragment that says what is wrong. */
export function parseTrend(text: string): Trend {
  const { previous, facts, changes } = parseShape(trendShape, parseJson(text), '');
  if ((previous === null) !== (changes === null)) throw new Error('compares with a pack that it does not name, or names one and does not compare');
  return { previous, facts, changes, invocationChanges: [] };
}
