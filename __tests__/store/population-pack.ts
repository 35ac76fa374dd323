import type { Row } from '../../src/engines/engine.js';
import type { QueryResult } from '../../src/evidence/result.js';
import { evidenceId, sha256Of } from '../../src/store/manifest.js';
import { PackFolder } from '../../src/store/pack-folder.js';
import { resultsJson } from '../../src/store/results-json.js';

const COLUMNS = ['event_id', 'event_time', 'account_id', 'region', 'source_file', 'user_name', 'made'];

/** A query as it stands in a pack: its header over its SQL. */
const HEADER = `/*
id: IAM-01
title: Users made
question: Which users were made?
expect: population
category: { management: required }
events: { iam.amazonaws.com: [CreateUser] }
columns:
${COLUMNS.map((column) => `  ${column}: what it says`).join('\n')}
key: [event_time, user_name]
limits: none
*/
`;

/** User names of a population, one a row; null where the log holds none. */
export type Users = readonly (string | null)[];

export interface PopulationOptions {
  readonly result?: Partial<QueryResult>;
  readonly label?: string;
}

/** Writes the part of a pack that samples and reconciliations read: one query, its rows, its result, the manifest. */
export async function writePopulation(output: string, users: Users, { result, label = '2026-10' }: PopulationOptions = {}): Promise<{ folder: string; evidenceId: string; manifestSha256: string }> {
  const period = { start: '2026-10-01T00:00:00Z', end: '2026-11-01T00:00:00Z', label };
  const pack = await PackFolder.create(output, label);
  await pack.writeRows('IAM-01', COLUMNS, chunked(users));
  const sql = `${HEADER}SELECT ${COLUMNS.join(', ')} FROM events\n`;
  await pack.write('queries/IAM-01.sql', sql);
  const none = { total: 0, decided: 0, undecided: 0, expired: 0 };
  const failed: QueryResult = { id: 'ROOT-02', expect: 'none', sha256: sha256Of(''), result: 'failed', reasons: [], rows: 0, exceptions: none, coverage: {} };
  await pack.write('results.json', resultsJson(period, [{ id: 'IAM-01', expect: 'population', sha256: sha256Of(sql), result: 'population', reasons: [], rows: users.length, exceptions: none, coverage: { management: 'complete' }, ...result }, failed]));
  const id = evidenceId(pack.files());
  const sealed = await pack.seal({ tool: { name: 'cloudtrail-evidence', version: '0.1.0', commit: null }, period, previousPackManifestSha256: null });
  return { folder: await pack.publish(sealed), evidenceId: id, manifestSha256: sealed.manifestSha256 };
}

/** Row `n` as it stands in the population, in the order of the columns. */
export function populationRow(user: string | null, n: number): Row {
  return [`e-${n}`, `2026-10-05T07:00:00Z`, '111122223333', 'eu-west-1', `AWSLogs/${n}.json.gz`, user, n];
}

async function* chunked(users: Users): AsyncGenerator<readonly Row[]> {
  for (let from = 0; from < users.length; from += 1_000) {
    await Promise.resolve();
    yield users.slice(from, from + 1_000).map((user, index) => populationRow(user, from + index + 1));
  }
}
