import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DemoFacts, generateDemo } from '../../src/demo/generate-demo.js';
import { openAthena } from '../../src/engines/athena/engine.js';
import { readTable } from '../../src/engines/athena/plan.js';
import { openDuckDb } from '../../src/engines/duckdb/engine.js';
import type { Engine, Loaded, Row, Spending } from '../../src/engines/engine.js';
import { executable } from '../../src/pack/executable-query.js';
import { loadQueries } from '../../src/pack/load-queries.js';
import { parsePeriod, type Period } from '../../src/settings/period.js';
import type { AthenaSettings } from '../../src/settings/settings.js';
import { parseSettingsFile } from '../../src/settings/settings-file.js';
import { deliveryWindow, splitByWindow } from '../../src/sources/delivery-window.js';
import { listLocalLogs } from '../../src/sources/list-local-logs.js';
import type { LogFile } from '../../src/sources/log-file.js';
import { writeTableFiles } from '../counterparts/demo-table.js';
import { cloudTrailTable } from '../counterparts/hive-table.js';
import { allRows, openTrinoWorld, type TrinoWorld } from './trino-world.js';

/**
 * The demo's logs from DuckDB and from Trino: every query's rows, and what was read. The whole month from a staged table; from the log table itself, of
 * which each query scans every object several times, some days, or the month too with TRINO_DIRECT=month (an hour).
 */

const BUCKET = 'example-shop-cloudtrail-logs';
const NOW = '2026-11-21T06:00:00Z';
const WAYS = [
  { staging: 'always', period: parsePeriod('2026-10', NOW) },
  { staging: 'never', period: parsePeriod(process.env['TRINO_DIRECT'] === 'month' ? '2026-10' : '2026-10-12..2026-10-14', NOW) },
] as const;
const queries = await loadQueries();
let folder: string;
let demo: DemoFacts;
let lists: Parameters<typeof executable>[1];
let world: TrinoWorld;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demo-month-'));
  demo = await generateDemo(folder);
  const file = parseSettingsFile('settings.yml', await readFile(demo.settingsFile));
  lists = { ...file.lists, accounts: file.scope.accounts.map(({ id }) => id) };
  world = await openTrinoWorld([cloudTrailTable({ database: 'audit', name: 'trail', layout: 'setup', logs: `s3://${BUCKET}/AWSLogs/` })], (root) => writeTableFiles(demo.logs, join(root, BUCKET)));
});

afterAll(async () => {
  await world?.close();
  await rm(folder, { recursive: true, force: true });
});

/** As many at once as two processors keep busy. A query that fails has its failure for rows. */
async function rowsOfAll(engine: Engine): Promise<ReadonlyMap<string, readonly Row[]>> {
  const rows = new Map<string, readonly Row[]>();
  const left = [...queries];
  const worker = async (): Promise<void> => {
    for (let query = left.shift(); query !== undefined; query = left.shift()) {
      rows.set(query.id, await allRows(engine, executable(query, lists)).catch((error: unknown) => [[engine.name, String(error), String((error as Error).cause)]]));
    }
  };
  await Promise.all([worker(), worker(), worker()]);
  return rows;
}

async function filesOf(period: Period): Promise<readonly LogFile[]> {
  const { inside } = splitByWindow((await listLocalLogs(demo.logs)).files, deliveryWindow(period));
  return inside.filter(({ kind }) => kind !== 'digest');
}

interface Taken {
  readonly loaded: Loaded;
  readonly rows: ReadonlyMap<string, readonly Row[]>;
  readonly spending: Spending | null;
}

async function taken(engine: Engine): Promise<Taken> {
  try {
    return { loaded: await engine.load(), rows: await rowsOfAll(engine), spending: engine.spending() };
  } finally {
    await engine.close();
  }
}

describe.each(WAYS)('staging: $staging, $period.label', ({ staging, period }) => {
  let files: readonly LogFile[];
  let [local, remote]: (Taken | undefined)[] = [];

  beforeAll(async () => {
    files = await filesOf(period);
    local = await taken(await openDuckDb({ files, period, memoryLimitMb: 2048, tempDir: folder }));
    const settings: AthenaSettings = { database: 'audit', table: 'trail', workgroup: 'audit', output: null, staging, maxScanBytes: null, allowFullScan: false };
    const table = await readTable(world.athena, settings, world.calling);
    remote = await taken(openAthena({ ...world, settings, table, scope: { accounts: [], regions: [] }, period, files: files.map((file) => ({ ...file, path: `s3://${BUCKET}/${file.key}` })), queries, runId: `demo_${staging}` }));
  });

  it('reads the same records of the same log objects', () => {
    const known = (read: Taken | undefined) => ({
      counts: read?.loaded.counts,
      cells: read?.loaded.cells,
      malformed: read?.loaded.malformed,
      trailChanges: read?.loaded.trailChanges,
      files: read?.loaded.files.map(({ file, outcome }) => `${file.key} ${outcome.list === 'read' ? outcome.records : outcome.list}`).sort(),
    });
    expect(known(remote)).toEqual(known(local));
  });

  it.each(queries.map(({ id }) => id))('%s returns the same rows', (id) => {
    expect(remote?.rows.get(id)).toEqual(local?.rows.get(id));
  });

  it('scans the log objects of the window once when staged, as Trino counts', async () => {
    const sizes = await Promise.all(files.map(({ key }) => stat(join(world.root, BUCKET, key))));
    const window = sizes.reduce((sum, { size }) => sum + size, 0);
    const scanned = (purposes: (purpose: string) => boolean): number => (remote?.spending?.executions ?? []).filter(({ purpose }) => purposes(purpose)).reduce((sum, { bytesScanned }) => sum + bytesScanned, 0);
    if (staging === 'always') expect(scanned((purpose) => purpose === 'stage') / window).toBeLessThanOrEqual(1.05);
    else expect(scanned(() => true) / window).toBeGreaterThan(queries.length);
  });
});
