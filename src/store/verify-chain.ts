import type { Trend } from '../evidence/trend.js';
import { comparePacks } from './compare-packs.js';
import { EXCEPTIONS } from './exceptions-csv.js';
import { MANIFEST, MAX_MANIFEST_BYTES, sha256Of } from './manifest.js';
import { openPack, readWhole } from './pack-source.js';
import { readPack } from './previous-pack.js';
import type { ResultsDocument } from './results-json.js';
import { parseTrend, trendJson } from './trend-json.js';
import type { Examined } from './verify.js';
import { readDocument } from './verify-content.js';

const TREND = 'trend.json';

/** The pack before this one: the manifest and trend.json agree on it; it is the one given; and comparing the two again gives what trend.json says. */
export async function checkChain(examined: Examined, results: ResultsDocument | null, previous: string | null): Promise<void> {
  const { manifest, report } = examined;
  const chained = manifest.previousPackManifestSha256;
  const trend = await readDocument(examined, TREND, parseWrittenTrend);
  if (trend !== null && (trend.previous?.manifestSha256 ?? null) !== chained) report(TREND, `names another previous pack than ${MANIFEST}`);
  if (previous === null) return;
  if (chained === null) return report(MANIFEST, 'names no previous pack, and one was given to compare with');
  const found = await manifestHash(previous).catch((error: Error) => error);
  if (found instanceof Error) return report(MANIFEST, `cannot be compared with the previous pack: its ${MANIFEST} ${found.message}`);
  if (found !== chained) return report(MANIFEST, `follows a pack whose manifest has the hash ${chained}; the one given has ${found}`);
  if (trend !== null && results !== null && examined.sound.has(EXCEPTIONS)) await checkComparison(examined, trend, results, previous);
}

function parseWrittenTrend(text: string): Trend {
  const trend = parseTrend(text);
  if (trendJson(trend) !== text) throw new Error('is not in the form this program writes');
  return trend;
}

async function manifestHash(place: string): Promise<string> {
  const source = await openPack(place);
  try {
    return sha256Of(await readWhole(source, MANIFEST, MAX_MANIFEST_BYTES));
  } finally {
    await source.close();
  }
}

/**
 * Invocations are compared by rows, which a summary lacks: what one of the two comparisons could not see is taken from the other. A pack of a
 * version that did not compare them says nothing of them.
 */
function asComparable(written: Trend, again: Trend): Trend {
  const [said, seen] = [written.changes?.invocations, again.changes?.invocations];
  const isBlind = said === undefined || said.reason === 'no-rows' || seen?.reason === 'no-rows';
  return isBlind && written.changes !== null ? { ...written, changes: { ...written.changes, invocations: seen } } : written;
}

async function checkComparison({ folder, manifest, report }: Examined, trend: Trend, results: ResultsDocument, previous: string): Promise<void> {
  try {
    const again = await comparePacks(await readPack(previous), { period: manifest.period, results: results.queries, facts: trend.facts }, folder);
    if (trendJson(again) !== trendJson(asComparable(trend, again))) report(TREND, 'is not what comparing the two packs gives');
  } catch (error) {
    report(TREND, `cannot be compared again: the previous pack ${(error as Error).message}`);
  }
}
