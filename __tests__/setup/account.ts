import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { RunContext } from '../../src/run.js';
import { type GivenInputs } from '../../src/settings/parse-settings.js';
import type { Settings } from '../../src/settings/settings.js';
import type { AwsWorld } from '../../src/aws/session.js';
import type { Workgroup } from '../counterparts/athena-protocol.js';
import { type Backend } from '../counterparts/backend.js';
import { writeLogObject } from '../counterparts/demo-table.js';
import type { PlayedTrail } from '../counterparts/cloudtrail-protocol.js';
import { type Fault, type GatewayInput, type GatewayRequest, startGateway } from '../counterparts/gateway.js';
import { cloudTrailTable, type HiveTable, type TableAt } from '../counterparts/hive-table.js';
import { contextOf, type LogRecord, settingsOf } from '../small-archive.js';
import { ROLE_ARN } from '../aws/github-and-sts.js';

export const ACCOUNT = '111122223333';
/** Days that a run over `small-archive`'s period reads. */
export const DAYS = ['03', '04', '05', '06', '07'] as const;

export interface AccountInput extends Pick<GatewayInput, 'storageClass' | 'trails'> {
  readonly table?: Partial<TableAt>;
  readonly backend?: (root: string, table: HiveTable) => Promise<Backend>;
  readonly faults?: readonly Fault[];
  readonly workgroup?: Workgroup;
  readonly inputs?: GivenInputs;
  /** Log objects by key; else one a day. */
  readonly logs?: Readonly<Record<string, readonly LogRecord[]>>;
  readonly withDigest?: boolean;
}

export interface Account {
  readonly settings: Settings;
  readonly context: RunContext & { readonly said: readonly string[] };
  readonly requests: readonly GatewayRequest[];
  /** Folder that stands for S3. */
  readonly root: string;
}

/** The trail that writes the logs. */
export const TRAIL: PlayedTrail = { Name: 'main', TrailARN: `arn:aws:cloudtrail:eu-west-1:${ACCOUNT}:trail/main`, HomeRegion: 'eu-west-1', IsMultiRegionTrail: true, IsOrganizationTrail: false, S3BucketName: 'trail', EventSelectors: [{ ReadWriteType: 'All', IncludeManagementEvents: true, DataResources: [] }] };

/** Athena, S3 and a trail with its table, set up as the template does; STS is the test's own. */
export async function withAccount<T>(world: AwsWorld, input: AccountInput, work: (account: Account) => Promise<T>): Promise<T> {
  const root = await mkdtemp(join(tmpdir(), 'account-'));
  await Promise.all(['trail', 'results'].map((bucket) => mkdir(join(root, bucket))));
  for (const [key, records] of Object.entries(input.logs ?? Object.fromEntries(DAYS.map((day) => [logKey(day), []])))) await writeLogObject(join(root, 'trail', key), records);
  if (input.withDigest !== false) await writeDigest(join(root, 'trail'));
  const table = cloudTrailTable({ database: 'audit', name: 'trail', layout: 'projected', logs: 's3://trail/AWSLogs/', columns: 'setup', ...input.table });
  const backend = await (input.backend ?? onlyTable)(root, table);
  const { faults, storageClass, trails = [TRAIL] } = input;
  const gateway = await startGateway({
    backend, root, trails, workgroups: { evidence: input.workgroup ?? { output: 's3://results/cloudtrail-evidence/', scanLimit: 1_000_000_000_000 } },
    ...(faults === undefined ? {} : { faults }), ...(storageClass === undefined ? {} : { storageClass }),
  });
  process.env['AWS_ENDPOINT_URL'] = gateway.url;
  const settings = settingsOf({
    'athena-database': 'audit', 'athena-table': 'trail', 'athena-workgroup': 'evidence', 'role-to-assume': ROLE_ARN, 'aws-region': 'eu-central-1', 'output-dir': join(root, 'evidence'), ...input.inputs,
  });
  try {
    return await work({ settings, context: contextOf({ aws: world }), requests: gateway.requests, root });
  } finally {
    delete process.env['AWS_ENDPOINT_URL'];
    await gateway.close();
    await rm(root, { recursive: true, force: true });
  }
}

export function logKey(day: string, account = ACCOUNT, region = 'eu-west-1'): string {
  return `AWSLogs/${account}/CloudTrail/${region}/2026/10/${day}/${account}_CloudTrail_${region}_202610${day}T1205Z_abcdefgh12345678.json.gz`;
}

async function writeDigest(bucket: string): Promise<void> {
  const key = `AWSLogs/${ACCOUNT}/CloudTrail-Digest/eu-west-1/2026/10/05/${ACCOUNT}_CloudTrail-Digest_eu-west-1_trail_eu-west-1_20261005T130000Z.json.gz`;
  await mkdir(dirname(join(bucket, key)), { recursive: true });
  await writeFile(join(bucket, key), gzipSync(JSON.stringify({
    awsAccountId: ACCOUNT, digestStartTime: '2026-10-05T12:00:00Z', digestEndTime: '2026-10-05T13:00:00Z', digestS3Object: key, logFiles: [],
  })));
}

/** A catalogue that holds the table, and no engine. */
function onlyTable(_: string, table: HiveTable): Promise<Backend> {
  return Promise.resolve({
    engineVersion: 'Athena engine version 3',
    table: (database, name) => (database === table.database && name === table.name ? table : null),
    syntaxFault: () => Promise.resolve(null),
    execute: () => Promise.reject(new Error('no statement was to run')),
    close: () => Promise.resolve(),
  });
}
