import type { AthenaClient } from '@aws-sdk/client-athena';
import type { S3Client } from '@aws-sdk/client-s3';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { athenaClient, s3Client } from '../../src/aws/clients.js';
import type { Calling } from '../../src/engines/athena/calls.js';
import type { Engine, Row } from '../../src/engines/engine.js';
import type { ExecutableQuery } from '../../src/pack/executable-query.js';
import { type Gateway, startGateway } from '../counterparts/gateway.js';
import type { HiveTable } from '../counterparts/hive-table.js';
import { TrinoBackend } from '../counterparts/trino-backend.js';

/** The gateway with the Trino behind it that scripts/trino.mjs started, and clients of it. */
export interface TrinoWorld {
  readonly athena: AthenaClient;
  readonly s3: S3Client;
  readonly calling: Calling;
  readonly gateway: Gateway;
  readonly backend: TrinoBackend;
  /** Folder that stands for S3. */
  readonly root: string;
  close(): Promise<void>;
}

/** When the tests play: after the period. */
const NOW = Date.parse('2026-11-21T06:00:00Z');
const POLL_MS = 20;

/** `fill` puts the tables' objects below the root; the bucket `results` is there. */
export async function openTrinoWorld(tables: readonly HiveTable[], fill: (root: string) => Promise<void>): Promise<TrinoWorld> {
  const root = await mkdtemp(join(tmpdir(), 'trino-world-'));
  await mkdir(join(root, 'results'));
  await fill(root);
  const backend = new TrinoBackend({ root, tables, url: process.env['TRINO_URL'] ?? '' });
  const gateway = await startGateway({ backend, root, port: Number(process.env['TRINO_S3_PORT']), workgroups: { audit: { output: 's3://results/athena/' } } });
  await backend.prepare();
  process.env['AWS_ENDPOINT_URL'] = gateway.url;
  // Time is the tests' own, but Trino takes real time: every wait is a short one.
  const pace = { wait: () => new Promise<void>((done) => setTimeout(done, POLL_MS)), random: () => 0.5 };
  const access = { region: 'eu-west-1', credentials: () => Promise.resolve({ accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'none' }) };
  const [athena, s3] = [athenaClient(access, pace), s3Client(access, pace)];
  const close = async (): Promise<void> => {
    delete process.env['AWS_ENDPOINT_URL'];
    athena.destroy();
    s3.destroy();
    await gateway.close();
    await rm(root, { recursive: true, force: true });
  };
  return { athena, s3, calling: { ...pace, now: () => NOW }, gateway, backend, root, close };
}

export async function allRows(engine: Engine, query: ExecutableQuery): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for await (const chunk of (await engine.run(query)).chunks) rows.push(...chunk);
  return rows;
}
