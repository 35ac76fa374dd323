/**
 * A program that does with credentials what a run does, succeeds and fails at it, and prints all it can get hold of. secrets.test.ts
 * bundles and starts it as the runner would, and reads what it printed.
 */
import { debug, getIDToken, info, setSecret } from '@actions/core';
import { StartQueryExecutionCommand } from '@aws-sdk/client-athena';
import { GetObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { inspect } from 'node:util';
import { athenaClient, s3Client } from '../../src/aws/clients.js';
import { REAL_PACE } from '../../src/aws/retry.js';
import { type AwsWorld, connectAws } from '../../src/aws/session.js';
import type { AwsSettings } from '../../src/settings/settings.js';

const environment = JSON.stringify(process.env);
const settings = JSON.parse(process.env['AWS_SETTINGS'] ?? '{}') as AwsSettings;
const world: AwsWorld = { env: process.env, oidcToken: getIDToken, mask: setSecret, now: () => new Date(), wait: () => Promise.resolve(), debug };

async function printed(what: string, attempt: () => Promise<unknown>): Promise<void> {
  try {
    await attempt();
    info(`${what}: done`);
  } catch (error) {
    info(`${what}: ${(error as Error).message}`);
    console.error(inspect(error, { depth: Infinity, maxStringLength: null, maxArrayLength: null }));
    console.error((error as Error).stack, (error as Error).cause, JSON.stringify(error));
  }
}

const session = await connectAws(settings, world);
info(inspect(session, { depth: Infinity }));
info(JSON.stringify(session));
await printed('renew', async () => session.credentials?.({ forceRefresh: true }));
const athena = athenaClient(session, { ...REAL_PACE, debug });
const s3 = s3Client(session, { ...REAL_PACE, debug });
await printed('query', () => athena.send(new StartQueryExecutionCommand({ QueryString: 'SELECT 1' })));
await printed('list', () => s3.send(new ListObjectsV2Command({ Bucket: 'log-bucket' })));
await printed('get', () => s3.send(new GetObjectCommand({ Bucket: 'log-bucket', Key: 'AWSLogs/a.json.gz' })));
await printed('other role', () => connectAws({ ...settings, roleToAssume: 'arn:aws:iam::111122223333:role/other' }, world));
await printed('too long', () => connectAws({ ...settings, roleDurationSeconds: 43_200 }, world));
await printed('other account', () => connectAws({ ...settings, allowedAccountIds: ['444455556666'] }, world));
info(inspect(athena.config, { depth: 3 }));
athena.destroy();
s3.destroy();
info(`environment ${environment === JSON.stringify(process.env) ? 'unchanged' : 'changed'}`);
