import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { productRoot } from '../../src/pack/product-files.js';
import { FLAGS, githubToken, givenFromActionInputs, givenFromFlags, regionOf } from '../../src/settings/given-inputs.js';
import { INPUTS } from '../../src/settings/inputs.js';

interface ActionFile {
  readonly name: string;
  readonly description: string;
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  readonly runs: unknown;
}

describe('inputs of the action', () => {
  it.each<[string, Record<string, string>, object]>([
    ['nothing', {}, {}],
    ['variables with hyphens in them', { 'INPUT_ROLE-TO-ASSUME': 'arn', INPUT_PERIOD: 'last-month' }, { 'role-to-assume': 'arn', period: 'last-month' }],
    ['empty variables as not given', { INPUT_LOGS: '', 'INPUT_AWS-REGION': '  ' }, {}],
    ['text without the spaces around it', { INPUT_LOGS: ' logs/a b \n' }, { logs: 'logs/a b' }],
    ['no variable of another name', { INPUT_ROLE_TO_ASSUME: 'arn', LOGS: 'logs', INPUT_OUTPUT: 'x', INPUT_UNKNOWN: 'x' }, {}],
    ['no secret', { 'INPUT_GITHUB-TOKEN': 'ghs_example' }, {}],
    ['nothing that only the command line has', { INPUT_PROFILE: 'audit', 'INPUT_RUN-FACTS': 'run.json' }, {}],
  ])('are read from the environment: %s', (_name, env, given) => {
    expect(givenFromActionInputs(env)).toEqual(given);
  });
});

describe('the token to publish with', () => {
  it('is an input of its own', () => {
    expect(githubToken({ 'INPUT_GITHUB-TOKEN': ' ghs_example ' })).toBe('ghs_example');
    expect(githubToken({ GITHUB_TOKEN: 'ghs_other' })).toBe('');
  });

  it('is no flag: others on the machine could see it', () => {
    expect(Object.keys(FLAGS)).not.toContain('github-token');
  });
});

describe('flags of the command line', () => {
  const given = (...args: string[]): object => givenFromFlags(parseArgs({ args, options: FLAGS, strict: true }).values);

  it.each<[string[], object]>([
    [['--logs', 'logs', '--period=2026-10'], { logs: 'logs', period: '2026-10' }],
    [['--allow-open-period', '--check-only'], { 'allow-open-period': 'true', 'check-only': 'true' }],
    [['--output', 'packs'], { 'output-dir': 'packs' }],
    [['--output-dir', 'packs'], { 'output-dir': 'packs' }],
    [['--engine', 'athena', '--profile', 'audit'], { engine: 'athena', profile: 'audit' }],
  ])('%j', (args, inputs) => {
    expect(given(...args)).toEqual(inputs);
  });

  it('an older name beside the new one is one too many', () => {
    expect(() => given('--output', 'a', '--output-dir', 'b')).toThrow('output-dir: it is given twice, as --output-dir and as --output; give one of them.');
  });
});

describe('the region of the environment', () => {
  it.each([
    [{}, null],
    [{ AWS_REGION: 'eu-west-1', AWS_DEFAULT_REGION: 'us-east-1' }, { text: 'eu-west-1', variable: 'AWS_REGION' }],
    [{ AWS_REGION: '', AWS_DEFAULT_REGION: 'us-east-1' }, { text: 'us-east-1', variable: 'AWS_DEFAULT_REGION' }],
  ])('of %j is %j', (env, region) => {
    expect(regionOf(env)).toEqual(region);
  });
});

describe('action.yml', () => {
  const action = parse(readFileSync(join(productRoot(), 'action.yml'), 'utf8')) as ActionFile;

  it('has each input of the list, but for those of the command line alone', () => {
    expect(Object.keys(action.inputs)).toEqual(INPUTS.filter(({ name }) => name !== 'profile' && name !== 'run-facts').map(({ name }) => name));
    for (const { name, description, default: standard } of INPUTS.filter(({ commandLineOnly }) => commandLineOnly !== true)) {
      expect(action.inputs[name]).toMatchObject(standard === null ? { description } : { description, default: standard });
      expect(typeof (action.inputs[name]?.default ?? '')).toBe('string');
    }
  });

  it('hands over what gives the same settings as giving nothing', () => {
    const env = Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [`INPUT_${name.toUpperCase()}`, input.default ?? '']));
    expect(Object.keys(givenFromActionInputs(env)).every((name) => INPUTS.some((input) => input.name === name && input.default !== null))).toBe(true);
  });

  it('starts the bundle, and again when the job ends', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js', post: 'dist/index.js', 'post-if': 'always()' });
  });

  it('describes every output', () => {
    expect(Object.keys(action.outputs)).toEqual([
      'result', 'exceptions', 'undecided-exceptions', 'incomplete', 'pack-path', 'artifact-id', 'artifact-url', 'commit-sha', 'commit-folder', 'pull-request-number', 'pull-request-url', 'issue-urls',
      'manifest-sha256', 'bytes-scanned', 'cost-usd', 'evidence-id',
    ]);
    for (const { description } of [...Object.values(action.outputs), ...Object.values(action.inputs)]) expect(description).toMatch(/^[\x20-\x7e]{10,400}\.$/);
  });

  it('keeps to what GitHub shows in its marketplace', () => {
    expect(action.description.length).toBeLessThanOrEqual(125);
  });
});
