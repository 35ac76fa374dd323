import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { productRoot } from '../../src/pack/product-files.js';

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly run?: string;
}

interface Job {
  readonly uses?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly (string | number)[]>> };
  readonly steps?: readonly Step[];
}

interface Workflow {
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const folder = join(productRoot(), '.github', 'workflows');
const workflows = readdirSync(folder).sort().map((name) => {
  const text = readFileSync(join(folder, name), 'utf8');
  return { name, text, workflow: parse(text) as Workflow };
});
const read = (path: string): string => readFileSync(join(productRoot(), path), 'utf8');
const stepsOf = ({ jobs }: Workflow): readonly Step[] => Object.values(jobs).flatMap(({ steps }) => steps ?? []);

describe.each(workflows)('$name', ({ text, workflow }) => {
  it('pins every action of others by commit, and names its version', () => {
    const uses = text.split('\n').filter((line) => /^\s*(- )?uses:/.test(line) && !line.includes('uses: ./'));
    expect(uses.filter((line) => !/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  it('may read and nothing more, but for the job that releases', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(Object.entries(workflow.jobs).flatMap(([name, { permissions }]) => (permissions === undefined ? [] : [[name, permissions]]))).toEqual(
      workflow.jobs['release'] === undefined ? [] : [['release', { contents: 'write' }]],
    );
  });

  it('leaves no token in the clone, and ends by itself', () => {
    const checkouts = stepsOf(workflow).filter(({ uses }) => uses?.startsWith('actions/checkout@') === true);
    expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([]);
    expect(Object.values(workflow.jobs).filter((job) => job.uses === undefined && job['timeout-minutes'] === undefined)).toEqual([]);
  });

  it('puts nothing that others write into a script: values come by the environment', () => {
    expect(stepsOf(workflow).filter(({ run }) => run?.includes('${{') === true)).toEqual([]);
  });

  it('runs scripts that there are', () => {
    const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
    const suites = Object.values(workflow.jobs).flatMap(({ strategy }) => strategy?.matrix['suite'] ?? []).map((suite) => `test:${suite}`);
    const named = stepsOf(workflow).flatMap(({ run = '' }) => [...run.matchAll(/npm (?:run )?(test|(?<=run )[a-z]+)\b/g)].map(([, script = '']) => script));
    expect([...named, ...suites].filter((script) => scripts[script] === undefined)).toEqual([]);
  });
});

it('tests run on the oldest Node that is told, on the Action\'s own, and between', () => {
  const versions = workflows.find(({ name }) => name === 'test.yml')?.workflow.jobs['test']?.strategy?.matrix['node'];
  const { engines } = JSON.parse(read('package.json')) as { readonly engines: { readonly node: string } };
  expect(versions).toEqual([Number(/\d+/.exec(engines.node)?.[0]), 22, Number(/using: node(\d+)/.exec(read('action.yml'))?.[1])]);
});

describe('the README\'s example workflow', () => {
  const [example = ''] = [...read('README.md').matchAll(/```yaml\n(name:[\s\S]*?)```/g)].map(([, block = '']) => block);
  const workflow = parse(example) as Workflow;

  it('has 25 lines at most', () => {
    expect(example.trimEnd().split('\n').length).toBeLessThanOrEqual(25);
  });

  it('may take a role and read the repository, and nothing more', () => {
    expect(workflow.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
  });

  it('names what the template makes by its defaults', () => {
    const [step] = stepsOf(workflow).filter(({ uses }) => uses?.includes('/cloudtrail-evidence@') === true);
    const { Parameters: parameters } = parse(read('setup/cloudformation.yml'), { logLevel: 'silent' }) as { readonly Parameters: Readonly<Record<string, { readonly Default: string }>> };
    expect(step?.with).toMatchObject({ 'athena-database': parameters['DatabaseName']?.Default, 'athena-table': parameters['TableName']?.Default, 'athena-workgroup': 'cloudtrail-evidence' });
    expect(read('README.md')).toContain('--stack-name cloudtrail-evidence ');
  });

  it('pins the actions of others, by a commit that the repository\'s own workflows have tried', () => {
    const pins = [...example.matchAll(/uses: (actions\/\S+ # \S+)/g)].map(([, pin = '']) => pin);
    expect(pins.length).toBeGreaterThan(0);
    expect(pins.filter((pin) => !workflows.some(({ text }) => text.includes(pin)))).toEqual([]);
  });
});
