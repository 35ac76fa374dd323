import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { GithubAndSts, ROLE_ARN } from '../aws/github-and-sts.js';
import type { InputName } from '../../src/settings/inputs.js';
import { writeTableFiles } from './demo-table.js';
import { duckDbBackend } from './duckdb-backend.js';
import { type Fault, type Gateway, startGateway } from './gateway.js';
import { type Github, startGithub } from './github.js';
import { cloudTrailTable } from './hive-table.js';

/** GitHub and an AWS account that trusts it, with a trail in a bucket and a table over it: all a workflow of this action meets. */
export interface World {
  readonly github: Github;
  readonly sts: GithubAndSts;
  readonly gateway: Gateway;
  /** Folder that stands for S3. */
  readonly s3: string;
  /** What the workflow gives. */
  readonly inputs: Readonly<Partial<Record<InputName, string>>>;
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

export interface WorldInput {
  /** Folder of log files, as CloudTrail delivers them. */
  readonly logs: string;
  readonly room: string;
  readonly faults?: readonly Fault[];
}

export async function startWorld({ logs, room, faults = [] }: WorldInput): Promise<World> {
  const s3 = join(room, 's3');
  await mkdir(join(s3, 'results'), { recursive: true });
  await writeTableFiles(logs, join(s3, 'trail'));
  const table = cloudTrailTable({ database: 'audit', name: 'trail', layout: 'projected', logs: 's3://trail/AWSLogs/', columns: 'setup' });
  const gateway = await startGateway({ backend: await duckDbBackend({ root: s3, tables: [table] }), root: s3, faults });
  const sts = new GithubAndSts();
  sts.now = new Date();
  await sts.start();
  const github = await startGithub({ newToken: (audience) => sts.newToken(audience) });
  return {
    github, sts, gateway, s3,
    inputs: {
      'athena-database': 'audit', 'athena-table': 'trail', 'athena-output': 's3://results/athena/', 'role-to-assume': ROLE_ARN, 'aws-region': 'eu-central-1', 'allowed-account-ids': '111122223333',
    },
    env: { ...github.env, AWS_ENDPOINT_URL_STS: sts.url, AWS_ENDPOINT_URL_ATHENA: gateway.url, AWS_ENDPOINT_URL_S3: gateway.url },
    close: async () => void (await Promise.all([github.close(), sts.stop(), gateway.close()])),
  };
}
