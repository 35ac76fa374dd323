import { expect, it } from '@jest/globals';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateDemo } from '../../../src/demo/generate-demo.js';
import { openAthena } from '../../../src/engines/athena/engine.js';
import { estimate, readsOfRun } from '../../../src/engines/athena/estimate.js';
import { readTable } from '../../../src/engines/athena/plan.js';
import { executable } from '../../../src/pack/executable-query.js';
import { loadQueries } from '../../../src/pack/load-queries.js';
import { parsePeriod } from '../../../src/settings/period.js';
import { parseSettingsFile } from '../../../src/settings/settings-file.js';
import { deliveryWindow, splitByWindow } from '../../../src/sources/delivery-window.js';
import { inParallel } from '../../../src/sources/in-parallel.js';
import { listLocalLogs } from '../../../src/sources/list-local-logs.js';
import type { Backend } from '../../counterparts/backend.js';
import { writeTableFiles } from '../../counterparts/demo-table.js';
import { duckDbBackend } from '../../counterparts/duckdb-backend.js';
import { cloudTrailTable } from '../../counterparts/hive-table.js';
import { demoFolder } from '../../demo/demo-folder.js';
import { SETTINGS, withWorld } from './athena-world.js';

const BUCKET = 'example-shop-cloudtrail-logs';
const folder = demoFolder();

it('the demo month, staged, scans no more than was estimated, and not much less', async () => {
  const demo = await generateDemo(join(folder, 'demo'));
  const period = parsePeriod(demo.period, '2026-11-21T06:00:00Z');
  const { lists, scope } = parseSettingsFile('settings.yml', await readFile(demo.settingsFile));
  const table = cloudTrailTable({ database: 'audit', name: 'trail', layout: 'setup', logs: `s3://${BUCKET}/AWSLogs/` });
  const queries = await loadQueries();
  const backend = async (root: string): Promise<Backend> => {
    await mkdir(join(root, BUCKET), { recursive: true });
    await writeTableFiles(demo.logs, join(root, BUCKET));
    return duckDbBackend({ root, tables: [table] });
  };
  await withWorld({ backend }, async (world) => {
    const listed = (await listLocalLogs(join(world.root, BUCKET))).files.filter(({ kind }) => kind === 'log');
    const files = splitByWindow(listed, deliveryWindow(period)).inside.map((file) => ({ ...file, path: `s3://${BUCKET}/${file.key}` }));
    const engine = openAthena({ ...world, settings: SETTINGS, table: await readTable(world.athena, SETTINGS, world.calling), scope, period, files, queries, runId: 'run_1' });
    try {
      await engine.load();
      await inParallel(queries, 4, async (query) => {
        const { chunks } = await engine.run(executable(query, { ...lists, accounts: scope.accounts.map(({ id }) => id) }));
        for await (const chunk of chunks) expect(chunk.length).toBeGreaterThan(0);
      });
    } finally {
      await engine.close();
    }
    const spending = engine.spending();
    const { staged: reads } = readsOfRun(queries);
    const expected = estimate({ files, reads, staged: true, wholeTable: false });
    const scanned = spending?.bytesScanned ?? 0;
    expect(scanned).toBeLessThanOrEqual(expected.bytes);
    expect(spending?.costUsd).toBeLessThanOrEqual(expected.costUsd);
    // Statement by statement too, with the readings that this counterpart, which counts each text of a statement once, leaves out.
    // The hours before the period are a text of their own.
    const texts = new Map(queries.map(({ id, leadIn }) => [id, leadIn ? 2 : 1]));
    const shares = (spending?.executions ?? []).filter(({ purpose }) => texts.has(purpose)).map(({ purpose, bytesScanned }) => bytesScanned / (texts.get(purpose) ?? 1) / expected.windowBytes);
    expect(shares).toHaveLength(queries.length);
    expect(Math.max(...shares)).toBeLessThan(0.41);
    expect(scanned).toBeGreaterThan(expected.bytes / 3);
  });
});
