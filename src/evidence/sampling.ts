import { createHash } from 'node:crypto';

/** What an auditor gives as a seed: nothing a shell, a file name or a spreadsheet would change. */
export const SEED = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
/** Rows of a sample are held in memory, and people test them. */
export const MAX_SAMPLE = 10_000;

/** A row that was drawn: its number in the population, from 1, and the hash that put it where it is. */
export interface Draw {
  readonly row: number;
  readonly rank: string;
}

/** SHA-256 of the text `<seed>/<query id>/<row number>`: `printf %s 'seed/IAM-02/17' | sha256sum`. */
export function rankOf(seed: string, queryId: string, row: number): string {
  return createHash('sha256').update(`${seed}/${queryId}/${row}`).digest('hex');
}

/**
 * The `size` rows of a population whose hashes are the smallest, in the order of their hashes; all of a smaller population.
 * A larger sample with the same seed begins with the smaller one. Memory is bounded by the size, not by the population.
 */
export function drawSample({ seed, queryId, population, size }: { readonly seed: string; readonly queryId: string; readonly population: number; readonly size: number }): Draw[] {
  let kept: Draw[] = [];
  let limit: string | null = null;
  for (let row = 1; row <= population; row++) {
    const rank = rankOf(seed, queryId, row);
    if (limit !== null && rank > limit) continue;
    kept.push({ row, rank });
    if (kept.length < 2 * size) continue;
    kept = smallest(kept, size);
    limit = kept.at(-1)?.rank ?? null;
  }
  return smallest(kept, size);
}

function smallest(draws: readonly Draw[], size: number): Draw[] {
  return [...draws].sort((a, b) => (a.rank < b.rank ? -1 : 1)).slice(0, size);
}
