import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import type { PackReview } from '../evidence/pack-review.js';
import type { RunFacts } from '../evidence/run-facts.js';
import { SettingsError } from '../settings/errors.js';

const review = z.strictObject({
  pullRequest: z.int(),
  url: z.string(),
  mergedBy: z.nullable(z.string()),
  mergedAt: z.string(),
  approvals: z.array(z.strictObject({ login: z.string(), at: z.string() })),
});

const shape = z.object({
  run: z.object({
    generatedAt: z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)),
    actor: z.string(),
    environment: z.string(),
    id: z.nullable(z.string()),
    url: z.nullable(z.string()),
  }),
  // Packs of older versions do not know of it.
  previousPack: z.optional(z.nullable(z.object({ review: z.nullable(review) }))),
});

export interface EarlierRun {
  readonly facts: Omit<RunFacts, 'tool' | 'engineVersion'>;
  /** What that run knew of the previous pack's review. */
  readonly previousReview: PackReview | null;
}

/** Time, person and ids of an earlier run, from its pack's run.json, so that the same bytes can be made again. */
export function readRunFacts(path: string): EarlierRun {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new SettingsError(`run-facts: "${path}" cannot be read as JSON; give the run.json of a pack.`, { cause: error });
  }
  const read = shape.safeParse(json);
  if (!read.success) throw new SettingsError(`run-facts: "${path}" holds no facts of a run; give the run.json of a pack.`);
  const { generatedAt, actor, environment, id, url } = read.data.run;
  return { facts: { generatedAt, actor, environment, runId: id, runUrl: url }, previousReview: read.data.previousPack?.review ?? null };
}
