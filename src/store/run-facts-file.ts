import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import type { RunFacts } from '../evidence/run-facts.js';
import { SettingsError } from '../settings/errors.js';

const shape = z.object({
  run: z.object({
    generatedAt: z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)),
    actor: z.string(),
    environment: z.string(),
    id: z.nullable(z.string()),
    url: z.nullable(z.string()),
  }),
});

/** Time, person and ids of an earlier run, from its pack's run.json, so that the same bytes can be made again. */
export function readRunFacts(path: string): Omit<RunFacts, 'tool' | 'engineVersion'> {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new SettingsError(`run-facts: "${path}" cannot be read as JSON; give the run.json of a pack.`, { cause: error });
  }
  const read = shape.safeParse(json);
  if (!read.success) throw new SettingsError(`run-facts: "${path}" holds no facts of a run; give the run.json of a pack.`);
  const { generatedAt, actor, environment, id, url } = read.data.run;
  return { generatedAt, actor, environment, runId: id, runUrl: url };
}
