import { join } from 'node:path';
import type { QueryResult } from '../evidence/result.js';
import { trendLines } from '../report/trend-lines.js';
import type { Period } from '../settings/period.js';
import { readExceptions } from '../store/exceptions-csv.js';
import { parseResults } from '../store/results-json.js';
import { readRegular } from '../store/safe-read.js';
import { parseTrend } from '../store/trend-json.js';

/** What issue, pull request and summary are made from: results, ids, counts and our own words. Nothing else of a pack is read for them. */
export interface PackFacts {
  readonly period: Period;
  readonly results: readonly QueryResult[];
  /** The first ids of each query's undecided exceptions. */
  readonly undecided: ReadonlyMap<string, readonly string[]>;
  readonly trend: readonly string[];
}

const MAX_BYTES = 64 * 1024 * 1024;
/** Ids kept of a query. */
export const IDS_OF_A_QUERY = 20;

export async function readPackFacts(folder: string): Promise<PackFacts> {
  const text = async (name: string): Promise<string> => (await readRegular(join(folder, name), MAX_BYTES)).toString('utf8');
  const { period, queries } = parseResults(await text('results.json'));
  const undecided = new Map<string, string[]>();
  for await (const { id, query, state } of readExceptions(folder)) {
    const ids = undecided.get(query) ?? [];
    if (state !== 'decided' && ids.length < IDS_OF_A_QUERY) undecided.set(query, [...ids, id]);
  }
  return { period, results: queries, undecided, trend: trendLines(parseTrend(await text('trend.json'))) };
}
