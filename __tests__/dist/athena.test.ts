import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyPack } from '../../src/store/verify.js';
import { startWorld, type World } from '../counterparts/account.js';
import { checkOutAction, nativeFolder, runStep, type StepEnd } from '../counterparts/runner.js';
import { PERIOD, someEvents, temporaryRoom, writeLogs } from '../small-archive.js';

const room = await temporaryRoom();
const logs = join(room, 'logs');
let main: string;
let world: World;
/** Statements of the copy never come to their end while this holds. */
let isStuck = false;
beforeAll(async () => {
  main = join(await checkOutAction(join(room, 'action')), 'dist', 'index.js');
  await writeLogs(logs, someEvents());
  const stuck = { status: 200, headers: { 'content-type': 'application/x-amz-json-1.1' } };
  world = await startWorld({
    logs, room,
    faults: [({ operation, input }) => {
      if (!isStuck || operation !== 'BatchGetQueryExecution') return undefined;
      const ids = input['QueryExecutionIds'] as readonly string[];
      return { ...stuck, body: JSON.stringify({ QueryExecutions: ids.map((id) => ({ QueryExecutionId: id, Status: { State: 'RUNNING' } })) }) };
    }],
  });
});
afterAll(() => world.close());

const usual = { period: PERIOD, frameworks: 'gdpr', pdf: 'never' } as const;
const objects = (): readonly string[] => readdirSync(join(world.s3, 'results'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name);
const stateOf = ({ state }: StepEnd): Record<string, string> => Object.fromEntries(Object.entries(state).map(([key, value]) => [`STATE_${key}`, value]));

describe('a workflow that assumes a role and asks Athena', () => {
  let end: StepEnd;
  beforeAll(async () => {
    end = await runStep({ main, room, inputs: { ...usual, ...world.inputs, staging: 'always' }, env: { ...world.env, ACTIONS_STEP_DEBUG: 'true', RUNNER_DEBUG: '1' } });
  });

  it('writes a pack that verifies and is published, without DuckDB’s native part', async () => {
    expect({ code: end.code, errors: end.errors }).toEqual({ code: 0, errors: [] });
    expect(await verifyPack(end.outputs['pack-path'] ?? '')).toMatchObject({ problems: [] });
    expect([...world.github.artifacts.keys()]).toEqual(['cloudtrail-evidence-20261005-20261007.zip']);
  });

  it('gives the same evidence id as a run over the files', async () => {
    const files = await runStep({ main, room, inputs: { ...usual, logs, publish: 'none', 'duckdb-bindings-path': nativeFolder() } });
    expect({ code: files.code, id: files.outputs['evidence-id'] }).toEqual({ code: 0, id: end.outputs['evidence-id'] });
  });

  it('tells what it scanned, and what that costs', () => {
    expect(Number(end.outputs['bytes-scanned'])).toBeGreaterThan(0);
    expect(end.outputs['cost-usd']).toMatch(/^\d+\.\d{4}$/);
    expect(end.summary).toMatch(/^Athena scanned .* in \d+ statements, for \d\.\d{4} USD at the list price\.$/m);
  });

  it('has taken the role by GitHub’s token, and dropped what it staged', () => {
    expect(world.sts.actions()).toEqual(['AssumeRoleWithWebIdentity', 'GetCallerIdentity']);
    expect(objects().filter((name) => name.includes('parquet') || name.startsWith('cloudtrail_evidence'))).toEqual([]);
  });

  it('leaves no credential in its whole debug log', () => {
    const secrets = [...world.github.secrets, ...world.sts.secrets];
    expect(secrets.length).toBeGreaterThan(6);
    expect(end.log).toContain('##[debug]');
    expect(secrets.filter((secret) => [secret, encodeURIComponent(secret)].some((form) => end.log.includes(form) || end.summary.includes(form) || JSON.stringify(end.state).includes(form)))).toEqual([]);
  });

  it('has nothing left for the post step', async () => {
    const before = world.gateway.requests.length;
    const post = await runStep({ main, room, inputs: { ...usual, ...world.inputs }, env: { ...world.env, ...stateOf(end) } });
    expect({ code: post.code, log: post.log, calls: world.gateway.requests.length - before }).toEqual({ code: 0, log: '', calls: 0 });
  });
});

describe('a run whose process was killed', () => {
  it('is ended by the post step: its statements are stopped, and no table of it is left', async () => {
    isStuck = true;
    let killed = false;
    const started = world.gateway.requests.length;
    const end = await runStep({
      main, room, inputs: { ...usual, ...world.inputs, staging: 'always' }, env: world.env,
      onLog: (log, stop) => {
        if (killed || !log.includes('::group::Read ')) return;
        killed = true;
        // Once a statement is under way.
        const watch = setInterval(() => {
          if (!world.gateway.requests.slice(started).some(({ operation }) => operation === 'BatchGetQueryExecution')) return;
          clearInterval(watch);
          stop('SIGKILL');
        }, 20);
      },
    });
    isStuck = false;
    expect({ code: end.code, knows: end.state['athena'] !== undefined && end.state['athena'] !== '' }).toEqual({ code: null, knows: true });
    const before = world.gateway.requests.length;
    const post = await runStep({ main, room, inputs: { ...usual, ...world.inputs, staging: 'always' }, env: { ...world.env, ...stateOf(end) } });
    expect({ code: post.code, errors: post.errors, warnings: post.warnings }).toEqual({ code: 0, errors: [], warnings: [] });
    expect(world.gateway.requests.slice(before).map(({ operation }) => operation)).toContain('StopQueryExecution');
    expect(objects().filter((name) => name.includes('parquet'))).toEqual([]);
  });
});

describe('the check', () => {
  it('says what a run would find, and runs nothing', async () => {
    const before = world.gateway.requests.length;
    const { code, log, outputs } = await runStep({ main, room, inputs: { ...usual, ...world.inputs, 'check-only': 'true' }, env: world.env });
    expect(log).toMatch(/^Identity .*111122223333/m);
    expect({ code, outputs, started: world.gateway.requests.slice(before).filter(({ operation }) => operation === 'StartQueryExecution').length }).toEqual({ code: 0, outputs: {}, started: 0 });
  });
});
