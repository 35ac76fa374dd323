import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect } from '@jest/globals';
import type { Framework } from '../../src/pack/framework.js';
import { openGithub } from '../../src/publish/github.js';
import type { Artifact, Published } from '../../src/publish/outputs.js';
import { readPackFacts } from '../../src/publish/pack-facts.js';
import { publishPack, type Publishing } from '../../src/publish/publish.js';
import type { PublishSettings } from '../../src/settings/settings.js';
import { readTemplate } from '../../src/store/template-files.js';
import { type Github, type GithubInput, startGithub } from '../counterparts/github.js';
import { SETTINGS, type SampleOptions, writeSamplePack } from '../store/sample-pack.js';

export const LABEL = '2026-10';
export const HEAD = 'cloudtrail-evidence/2026-10';
export const BOT = 'github-actions[bot]';
export const RUN_URL = 'https://github.com/octo-org/cloud-logs/actions/runs/42';

const templates = Object.fromEntries(await Promise.all((['pull-request', 'issue', 'pack-summary'] as const).map(async (name) => [name, await readTemplate(`${name}.md.hbs`)] as const))) as Publishing['templates'];

/** The two frameworks of the product, by what of the sample pack's queries they are served by. */
export const FRAMEWORKS = [framework('soc2', 'SOC 2', ['ROOT-01', 'ROOT-02']), framework('gdpr', 'GDPR', ['IAM-01', 'ROOT-01'])];

function framework(name: string, shortTitle: string, ids: readonly string[]): Framework {
  const queries = ids.map((id) => ({ id, strength: 'direct' as const }));
  return { name, title: `${shortTitle} evidence from CloudTrail`, shortTitle, noun: { one: 'criterion', many: 'criteria' }, edition: '', notice: '', criteria: [{ id: 'X1', category: '', paraphrase: '', shows: null, cannotShow: '', queries }], sha256: '', own: false };
}

export const TITLES = new Map([['ROOT-01', 'Use of the root user'], ['IAM-01', 'Users that were created'], ['ROOT-02', 'Keys of the root user']]);

export interface DeskInput extends GithubInput {
  /** Another token than the job's own. */
  readonly login?: string;
}

/** A job that has written a pack, and the GitHub it publishes to. */
export interface Desk {
  readonly github: Github;
  /** A pack of October, in a folder of its own. */
  readonly write: (options?: SampleOptions) => Promise<Pack>;
  readonly publish: (pack: Pack, settings: Partial<PublishSettings>, more?: Partial<Publishing>) => Promise<Published>;
  /** Milliseconds waited, in order. */
  readonly waits: readonly number[];
  /** Names of the packs that were uploaded. */
  readonly uploads: readonly string[];
}

export interface Pack {
  readonly folder: string;
  readonly manifestSha256: string;
  readonly evidenceId: string;
}

const open: { readonly github: Github; readonly room: string; tolerated: boolean }[] = [];

afterEach(async () => {
  for (const { github, room, tolerated } of open.splice(0)) {
    await github.close();
    await rm(room, { recursive: true, force: true });
    if (!tolerated) expect(github.violations).toEqual([]);
  }
});

export async function desk(input: DeskInput = {}): Promise<Desk> {
  const github = await startGithub({ now: () => new Date('2026-11-02T06:00:00Z'), ...input });
  const room = await realpath(await mkdtemp(join(tmpdir(), 'publish-test-')));
  open.push({ github, room, tolerated: false });
  const [waits, uploads]: [number[], string[]] = [[], []];
  const pace = { wait: (ms: number): Promise<void> => Promise.resolve(void waits.push(ms)), random: () => 0.5 };
  let packs = 0;
  return {
    github, waits, uploads,
    write: (options = {}) => writeSamplePack(join(room, `pack-${(packs += 1)}`), options),
    publish: async (pack, settings, more = {}) => {
      const client = openGithub({ token: input.login === undefined ? github.env['GITHUB_TOKEN'] ?? '' : github.tokenOf(input.login, input.permissions), env: github.env, pace });
      return publishPack({
        packPath: pack.folder, manifestSha256: pack.manifestSha256, settings: { ...SETTINGS.publish, ...settings }, frameworks: FRAMEWORKS, templates, github: client, uploadObstacle: null, runBranch: 'main', runUrl: RUN_URL, fromFork: false,
        text: { facts: await readPackFacts(pack.folder), titles: TITLES, incomplete: true, preliminary: false, evidenceId: pack.evidenceId, decisionsFile: '.github/cloudtrail-evidence-decisions.yml' },
        upload: () => {
          uploads.push(pack.folder);
          return Promise.resolve({ zip: ZIP, pdfs: [], notes: [], problems: [] });
        },
        ...more,
      });
    },
  };
}

export const ZIP: Artifact = { name: 'cloudtrail-evidence-2026-10.zip', id: 7, url: `${RUN_URL}/artifacts/7`, bytes: 1234, sha256: null };

/** Names of the files in a branch's folder of packs, sorted. */
export async function committed({ github }: Desk, branch: string): Promise<readonly string[]> {
  return [...(await github.owner.files(branch)).keys()].filter((path) => path.startsWith('evidence/')).sort();
}
