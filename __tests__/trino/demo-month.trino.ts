import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync, statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DemoFacts, generateDemo } from '../../src/demo/generate-demo.js';
import { estimate, readsOfRun } from '../../src/engines/athena/estimate.js';
import { loadQueries } from '../../src/pack/load-queries.js';
import { type Outcome, run } from '../../src/run.js';
import { type GivenInputs, parseSettings } from '../../src/settings/parse-settings.js';
import { deliveryWindow, splitByWindow } from '../../src/sources/delivery-window.js';
import { listLocalLogs } from '../../src/sources/list-local-logs.js';
import { githubAndSts, ROLE_ARN } from '../aws/github-and-sts.js';
import { writeTableFiles } from '../counterparts/demo-table.js';
import { cloudTrailTable } from '../counterparts/hive-table.js';
import { contextOf, filesOf, NOW, temporaryRoom } from '../small-archive.js';
import { openTrinoWorld, type TrinoWorld } from './trino-world.js';

/**
 * The demo's logs by the embedded engine and by Trino through the whole program: the same evidence, file by file, and the same evidence id. The whole
 * month from a staged table; with TRINO_DIRECT=days two days of it, with TRINO_DIRECT=month all of it, from the log table itself too, of which each
 * query scans every object several times (hours; TRINO_QUERIES=ROOT-01,SEC-01 switches all others off). Each query's own cases run both ways in any
 * case: cases.trino.ts.
 */

const BUCKET = 'example-shop-cloudtrail-logs';
const DIRECT_PERIODS: Readonly<Record<string, string>> = { days: '2026-10-12..2026-10-14', month: '2026-10' };
const asked = process.env['TRINO_DIRECT'];
if (asked !== undefined && !(asked in DIRECT_PERIODS)) throw new Error(`TRINO_DIRECT is "${asked}"; it may be days or month.`);
const direct = asked === undefined ? undefined : DIRECT_PERIODS[asked];
const WAYS = [
  { staging: 'always', period: '2026-10' },
  ...(direct === undefined ? [] : [{ staging: 'never', period: direct }]),
];
const only = process.env['TRINO_QUERIES']?.split(',');
const { world: github } = githubAndSts();
const room = await temporaryRoom();
let demo: DemoFacts;
let trino: TrinoWorld;

beforeAll(async () => {
  await mkdir(join(room, 'demo'));
  demo = await generateDemo(join(room, 'demo'));
  if (only !== undefined) await writeFile(demo.settingsFile, readFileSync(demo.settingsFile, 'utf8').replace('  off:\n', `  off:\n${(await othersOff(only)).join('')}`));
  const table = cloudTrailTable({ database: 'audit', name: 'trail', layout: 'setup', logs: `s3://${BUCKET}/AWSLogs/` });
  trino = await openTrinoWorld([table], (root) => writeTableFiles(demo.logs, join(root, BUCKET)));
});

afterAll(() => trino?.close());

/** Entries of `queries.off` for every query that is not named, but the one that the demo switches off itself. */
async function othersOff(named: readonly string[]): Promise<readonly string[]> {
  const ids = (await loadQueries()).map(({ id }) => id);
  const unknown = named.filter((id) => !ids.includes(id));
  if (unknown.length > 0) throw new Error(`TRINO_QUERIES names ${unknown.join(', ')}, which is no query.`);
  return ids.filter((id) => !named.includes(id) && id !== 'NET-09').map((id) => `    - { id: ${id}, reason: "Left out of this run of the test." }\n`);
}

async function runWith(given: GivenInputs): Promise<Outcome> {
  const settings = parseSettings({ pdf: 'never', frameworks: 'gdpr', 'settings-file': demo.settingsFile, 'decisions-file': demo.decisionsFile, ...given }, {
    door: 'command line', region: null, now: NOW, frameworkNames: ['gdpr', 'soc2'], readFile: (path) => readFileSync(path),
  });
  return run(settings, contextOf({ aws: github({ wait: trino.calling.wait }) }));
}

/** What is evidence, by path. */
async function evidenceOf({ packPath }: Outcome): Promise<Readonly<Record<string, string>>> {
  const files = [...await filesOf(packPath)].filter(([name]) => /^(results|queries)\/|^(coverage\.csv|exceptions\.csv|decisions\.json|results\.json)$/.test(name));
  return Object.fromEntries(files.map(([name, bytes]) => [name, bytes.toString('utf8')]));
}

/** Bytes of the log objects that a run of the period reads. */
async function bytesOfWindow(outcome: Outcome): Promise<number> {
  const { period } = JSON.parse(readFileSync(join(outcome.packPath, 'results.json'), 'utf8')) as { period: Parameters<typeof deliveryWindow>[0] };
  const { inside } = splitByWindow((await listLocalLogs(demo.logs)).files, deliveryWindow(period));
  return inside.filter(({ kind }) => kind !== 'digest').reduce((sum, { key }) => sum + statSync(join(trino.root, BUCKET, key)).size, 0);
}

function scanned({ spending }: Outcome, purpose?: string): number {
  return (spending?.executions ?? []).filter((execution) => purpose === undefined || execution.purpose === purpose).reduce((sum, { bytesScanned }) => sum + bytesScanned, 0);
}

describe.each(WAYS)('staging: $staging, $period', ({ staging, period }) => {
  it('Trino gives the evidence that the embedded engine gives', async () => {
    const local = await runWith({ logs: demo.logs, period, 'output-dir': join(room, `local-${staging}`) });
    const remote = await runWith({ 'athena-database': 'audit', 'athena-table': 'trail', 'athena-workgroup': 'audit', 'aws-region': 'eu-central-1', 'role-to-assume': ROLE_ARN, staging, period, 'output-dir': join(room, `trino-${staging}`) });
    const [here, there] = [await evidenceOf(local), await evidenceOf(remote)];
    // Names first: a whole pack of texts would say less.
    expect(Object.keys(there).filter((name) => there[name] !== here[name])).toEqual([]);
    expect(remote.evidenceId).toBe(local.evidenceId);
    expect(remote.results.filter(({ result }) => result === 'failed')).toEqual([]);
    const window = await bytesOfWindow(local);
    const queries = (await loadQueries()).filter(({ id }) => only?.includes(id) ?? true);
    const reads = readsOfRun(queries);
    const staged = staging === 'always';
    expect(scanned(remote)).toBeLessThanOrEqual(estimate({ files: [{ bytes: window }], reads: staged ? reads.staged : reads.direct, staged, wholeTable: false }).bytes);
    if (staged) expect(scanned(remote, 'stage') / window).toBeLessThanOrEqual(1.05);
    else expect(scanned(remote) / window).toBeGreaterThan(queries.length);
  });
});
