import { compareSides, type Side, type Trend } from './evidence/trend.js';
import { compareExceptions } from './evidence/trend-exceptions.js';
import type { Progress } from './progress.js';
import type { Settings } from './settings/settings.js';
import { comparedExceptions } from './store/compared-exceptions.js';
import { EXCEPTIONS } from './store/exceptions-csv.js';
import { openPack } from './store/pack-source.js';
import { findPreviousPack, type ReadPack, readPreviousPack } from './store/previous-pack.js';

/** The pack that was named, else the latest one in the output folder whose period is over when this one's begins; null where there is none. */
export async function previousPackOf({ previousPack, output, period }: Settings, progress: Progress): Promise<ReadPack | null> {
  return previousPack === null ? findPreviousPack(output, period, (sentence) => progress.warn(sentence)) : readPreviousPack(previousPack);
}

/** `folder`: where this pack is being written; its exceptions.csv is there. */
export async function trendOf(previous: ReadPack | null, now: Side, folder: string): Promise<Trend> {
  if (previous === null) return { previous: null, facts: now.facts, changes: null };
  const own = await openPack(folder);
  const exceptions = await compareExceptions(previous.exceptions(), comparedExceptions(own.chunks(EXCEPTIONS, Infinity)));
  return { previous: previous.pack, facts: now.facts, changes: compareSides(previous.side, now, exceptions) };
}
