import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeLogObject } from '../counterparts/demo-table.js';
import { type Gateway, startGateway } from '../counterparts/gateway.js';
import { cloudTrailTable, type Layout } from '../counterparts/hive-table.js';
import { TrinoBackend } from '../counterparts/trino-backend.js';

/** Trino as the gateway uses it: every layout of a table, the log object of a row, staging, and objects that cannot be read. */

const ACCOUNT = '111122223333';
const day = (date: string, place = ''): string => `${place}${ACCOUNT}/CloudTrail/eu-west-1/${date}/${ACCOUNT}_CloudTrail_eu-west-1_${date.replaceAll('/', '')}T0805Z_a.json.gz`;
const LAYOUTS: readonly Layout[] = ['setup', 'projected', 'projected-one-place', 'manual', 'organisation', 'unpartitioned'];
let root: string;
let gateway: Gateway;
let backend: TrinoBackend;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'trino-gateway-'));
  await mkdir(join(root, 'results'));
  for (const place of ['', 'o-exampleorgid/']) {
    for (const date of ['2026/10/05', '2026/10/06']) {
      await writeLogObject(join(root, 'trail/AWSLogs', day(date, place)), [
        { eventID: `${place}${date}`, eventTime: '2026-10-05T08:00:00Z', readOnly: false, errorCode: null, requestParameters: { userName: "it's", list: [1, { a: null }], 'ä': '€"' }, userIdentity: { sessionContext: { sessionIssuer: { userName: 'deployer' } } }, resources: [{ ARN: 'arn:1' }, { ARN: 'arn:2' }] },
        { eventID: 'second', eventTime: '2026-10-05T09:00:00Z' },
      ]);
    }
  }
  const tables = LAYOUTS.map((layout) => cloudTrailTable({ database: 'audit', name: layout.replaceAll('-', '_'), layout, logs: 's3://trail/AWSLogs/' }));
  backend = new TrinoBackend({ root, tables, url: process.env['TRINO_URL'] ?? '' });
  gateway = await startGateway({ backend, root, port: Number(process.env['TRINO_S3_PORT']) });
  await backend.prepare();
});

afterAll(async () => {
  await gateway.close();
  await rm(root, { recursive: true, force: true });
});

const run = (sql: string) => backend.execute({ sql, database: 'audit', tablePlace: 's3://results/tables/x/', signal: new AbortController().signal });
const DAY_OF: Readonly<Record<Layout, string>> = {
  setup: `day = '2026/10/05'`,   projected: `"timestamp" = '2026/10/05'`, 'projected-one-place': `"timestamp" = '2026/10/05'`, manual: `year = '2026' AND month = '10' AND day = '05'`, organisation: `account = '${ACCOUNT}' AND day = '05'`, unpartitioned: `"$path" LIKE '%/2026/10/05/%'`,
};

describe('Trino over the gateway’s S3', () => {
  it.each(LAYOUTS)('reads one day of a table laid out as %s, at the key of its log object', async (layout) => {
    const { rows, bytesScanned } = await run(`SELECT eventid, "$path" FROM "audit"."${layout.replaceAll('-', '_')}" WHERE ${DAY_OF[layout]} ORDER BY eventid`);
    const place = layout === 'organisation' ? 'o-exampleorgid/' : '';
    const path = `s3://trail/AWSLogs/${day('2026/10/05', place)}`;
    expect(rows).toEqual([[`${place}2026/10/05`, path], ['second', path]]);
    expect(bytesScanned).toBeGreaterThan(0);
  });

  it('reads fields as text: objects as their JSON, flags as words', async () => {
    const { rows } = await run(`SELECT readonly, errorcode, json_extract_scalar(requestparameters, '$.userName'), useridentity.sessioncontext.sessionissuer.username, array_join(transform(resources, r -> r.arn), ' '), requestparameters FROM "audit"."projected" WHERE "timestamp" = '2026/10/05' AND eventid <> 'second'`);
    expect(rows).toEqual([['false', null, "it's", 'deployer', 'arn:1 arn:2', expect.anything()]]);
    expect(JSON.parse(rows[0]?.[5] ?? '')).toEqual({ userName: "it's", list: [1, { a: null }], 'ä': '€"' });
  });

  it('writes a table as Parquet and drops it', async () => {
    await run(`CREATE TABLE "audit"."stage" WITH (format = 'PARQUET', external_location = 's3://results/stage/1/') AS SELECT eventid, "$path" AS source_file FROM "audit"."projected" WHERE "timestamp" BETWEEN '2026/10/05' AND '2026/10/06'`);
    expect((await run('SELECT count(*) AS n FROM "audit"."stage"')).rows).toEqual([['4']]);
    await run('DROP TABLE IF EXISTS `audit`.`stage`');
    await expect(run('SELECT count(*) AS n FROM "audit"."stage"')).rejects.toMatchObject({ type: 1301 });
  });

  it('fails for an object that cannot be read, and names it', async () => {
    const path = join(root, 'trail/AWSLogs', day('2026/10/07'));
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, 'no gzip');
    await expect(run(`SELECT count(*) AS n FROM "audit"."projected" WHERE "timestamp" = '2026/10/07' AND eventid <> ''`)).rejects.toThrow(/^HIVE_\w+: .*s3:\/\/trail\/AWSLogs\/.*\.json\.gz/);
  });
});
