import { compareSides, type Side, type Trend } from '../evidence/trend.js';
import { compareExceptions } from '../evidence/trend-exceptions.js';
import { comparedExceptions } from './compared-exceptions.js';
import { EXCEPTIONS } from './exceptions-csv.js';
import { openPack } from './pack-source.js';
import type { ReadPack } from './previous-pack.js';

/** Compares with the previous pack. `folder`: where this pack is, or is being written; its exceptions.csv is there. */
export async function comparePacks(previous: ReadPack | null, now: Side, folder: string): Promise<Trend> {
  if (previous === null) return { previous: null, facts: now.facts, changes: null };
  const own = await openPack(folder);
  const exceptions = await compareExceptions(previous.exceptions(), comparedExceptions(own.chunks(EXCEPTIONS, Infinity)));
  return { previous: previous.pack, facts: now.facts, changes: compareSides(previous.side, now, exceptions) };
}
