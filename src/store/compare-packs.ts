import { compareSides, isAnswered, type Side, type Trend } from '../evidence/trend.js';
import { compareExceptions } from '../evidence/trend-exceptions.js';
import { compareInvocations, type InvocationChange, type InvocationTrend, type InvocationVolume, VOLUME_QUERY } from '../evidence/trend-invocations.js';
import { comparedExceptions } from './compared-exceptions.js';
import { EXCEPTIONS } from './exceptions-csv.js';
import { MAX_VOLUMES, MAX_VOLUMES_BYTES, readVolumes, VOLUMES } from './invocation-volumes.js';
import { openPack, type PackSource } from './pack-source.js';
import type { ReadPack } from './previous-pack.js';

/** Compares with the previous pack. `folder`: where this pack is, or is being written; its exceptions.csv and its rows are there. */
export async function comparePacks(previous: ReadPack | null, now: Side, folder: string): Promise<Trend> {
  if (previous === null) return { previous: null, facts: now.facts, changes: null, invocationChanges: [] };
  const own = await openPack(folder);
  const exceptions = await compareExceptions(previous.exceptions(), comparedExceptions(own.chunks(EXCEPTIONS, Infinity)));
  const { trend, changes } = await compareVolumes(previous, now, own);
  return { previous: previous.pack, facts: now.facts, changes: compareSides(previous.side, now, exceptions, trend), invocationChanges: changes };
}

interface Compared {
  readonly trend: InvocationTrend;
  readonly changes: readonly InvocationChange[];
}

async function compareVolumes(previous: ReadPack, now: Side, own: PackSource): Promise<Compared> {
  const [before, today] = [previous.side, now].map(({ results }) => results.find(({ id }) => id === VOLUME_QUERY));
  if (before === undefined || today === undefined || !isAnswered(before) || !isAnswered(today)) return notCompared('not-answered');
  if (Math.max(before.rows, today.rows) > MAX_VOLUMES) return notCompared('too-many');
  const volumes = await volumesIn(own);
  if (previous.volumes === null || volumes === null) return notCompared('no-rows');
  const { counts, changes } = compareInvocations({ period: previous.side.period, volumes: previous.volumes }, { period: now.period, volumes });
  return { trend: { compared: counts, reason: null }, changes };
}

function notCompared(reason: NonNullable<InvocationTrend['reason']>): Compared {
  return { trend: { compared: null, reason }, changes: [] };
}

/** Null where the pack is a summary, as when one is verified. */
async function volumesIn(own: PackSource): Promise<readonly InvocationVolume[] | null> {
  try {
    return await readVolumes(own.chunks(VOLUMES, MAX_VOLUMES_BYTES));
  } catch (error) {
    if ((error as Error).message === 'is missing') return null;
    throw new Error(`cannot be compared: this pack's ${VOLUMES} ${(error as Error).message}`, { cause: error });
  }
}
