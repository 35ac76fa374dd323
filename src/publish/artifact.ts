import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { DefaultArtifactClient } from '@actions/artifact';
import type { PublishSettings } from '../settings/settings.js';
import { zipPack } from '../store/zip.js';
import type { Artifact } from './outputs.js';
import type { Environment } from './visibility.js';

/** Why this runner can take no artifact, with what to do; null where it can. */
export function artifactObstacle(env: Environment): string | null {
  if (!env['ACTIONS_RUNTIME_TOKEN'] || !env['ACTIONS_RESULTS_URL']) {
    return 'publish: this runner offers no artifact service (ACTIONS_RUNTIME_TOKEN and ACTIONS_RESULTS_URL are not set); run in GitHub Actions, or take artifact out of publish.';
  }
  if (!hasArtifacts(env['GITHUB_SERVER_URL'])) {
    return `publish: ${env['GITHUB_SERVER_URL'] ?? ''} is a GitHub Enterprise Server, which does not take artifacts of this kind; take artifact out of publish, and keep the folder that pack-path names.`;
  }
  return null;
}

/** GitHub's own rule for its artifact service (https://github.com/actions/toolkit/tree/main/packages/artifact#breaking-changes). */
function hasArtifacts(server: string | undefined): boolean {
  const host = new URL(server ?? 'https://github.com').hostname.toLowerCase();
  return host === 'github.com' || host.endsWith('.ghe.com') || host.endsWith('.localhost');
}

export interface Uploading {
  readonly packPath: string;
  /** Paths of the reports in the pack. */
  readonly reports: readonly string[];
  readonly settings: PublishSettings;
  readonly env: Environment;
}

export interface Uploads {
  readonly zip: Artifact | null;
  readonly pdfs: readonly Artifact[];
  readonly notes: readonly string[];
  readonly problems: readonly string[];
}

/**
 * Uploads the pack as one zip and each PDF as it is, so that a browser opens it. An artifact of one file is called as that file:
 * `<artifact-name>.zip`, `<artifact-name>-soc2.pdf`. What fails fails alone; the pack stays where it is in any case.
 */
export async function uploadArtifacts({ packPath, reports, settings, env }: Uploading): Promise<Uploads> {
  const folder = await mkdtemp(join(env['RUNNER_TEMP'] ?? tmpdir(), 'cloudtrail-evidence-upload-'));
  try {
    const { artifactName, retentionDays } = settings;
    const upload = (name: string, ending: string, make: (file: string) => Promise<unknown>): Promise<Uploaded> => uploadFile({ folder, name, ending, make, retentionDays, env });
    const zip = await upload(artifactName, '.zip', (file) => zipPack(packPath, file));
    const pdfs: Uploaded[] = [];
    for (const report of reports.filter((path) => path.endsWith('.pdf'))) {
      pdfs.push(await upload(`${artifactName}-${basename(report, '.pdf')}`, '.pdf', (file) => copyFile(join(packPath, report), file)));
    }
    const all = [zip, ...pdfs];
    return { zip: zip.artifact, pdfs: pdfs.flatMap(({ artifact }) => (artifact === null ? [] : [artifact])), notes: all.flatMap(({ note }) => note ?? []), problems: all.flatMap(({ problem }) => problem ?? []) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Uploaded {
  readonly artifact: Artifact | null;
  readonly note: string | null;
  readonly problem: string | null;
}

interface OneFile {
  readonly folder: string;
  readonly name: string;
  readonly ending: string;
  readonly make: (file: string) => Promise<unknown>;
  readonly retentionDays: number | null;
  readonly env: Environment;
}

async function uploadFile({ folder, name, ending, make, retentionDays, env }: OneFile): Promise<Uploaded> {
  const file = join(folder, `${name}${ending}`);
  try {
    await make(file);
    const found = await uploadUnderFreeName({ file, name, ending, options: { skipArchive: true, ...(retentionDays === null ? {} : { retentionDays }) } });
    const url = `${env['GITHUB_SERVER_URL'] ?? 'https://github.com'}/${env['GITHUB_REPOSITORY']}/actions/runs/${env['GITHUB_RUN_ID']}/artifacts/${found.id}`;
    const note = found.name === `${name}${ending}` ? null : `publish: this run has an artifact "${name}${ending}" already, and this one is called "${found.name}"; give each use of the action in a workflow its own artifact-name.`;
    return { artifact: { ...found, url }, note, problem: null };
  } catch (error) {
    return { artifact: null, note: null, problem: uploadProblem(`${name}${ending}`, error) };
  }
}

interface Naming {
  readonly file: string;
  readonly name: string;
  readonly ending: string;
  readonly options: { readonly skipArchive: boolean; readonly retentionDays?: number };
}

/** Names tried when one is taken: `<name>`, `<name>-r2`… */
const MAX_NAMES = 5;

/** No pack is lost to a name: where this run has an artifact of the name, it is the same content, or the next name is taken. */
async function uploadUnderFreeName({ file, name, ending, options }: Naming): Promise<Omit<Artifact, 'url'>> {
  const client = new DefaultArtifactClient();
  let current = file;
  for (let number = 1; ; number += 1) {
    try {
      const { id, size, digest } = await client.uploadArtifact(basename(current), [current], dirname(current), options);
      if (id === undefined) throw new Error('no id came back');
      return { name: basename(current), id, bytes: size ?? 0, sha256: digest ?? null };
    } catch (error) {
      if (!isTaken(error) || number === MAX_NAMES) throw error;
    }
    const sha256 = await hashOf(current);
    const standing = await client.getArtifact(basename(current)).then(({ artifact }) => artifact, () => null);
    if (standing?.digest === `sha256:${sha256}`) return { name: standing.name, id: standing.id, bytes: standing.size, sha256 };
    const next = join(dirname(file), `${name}-r${number + 1}${ending}`);
    await rename(current, next);
    current = next;
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && /\(409\)/.test(error.message);
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** The service's words, told apart by what a person can do about them. */
function uploadProblem(name: string, error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  const kept = 'The pack itself is whole, in the folder that pack-path names';
  if (/\(409\)/.test(said)) return `publish: this run has an artifact "${name}" already; give each use of the action in a workflow its own artifact-name. ${kept}.`;
  if (/storage quota/.test(said)) return `publish: "${name}" was refused because the account's storage for artifacts is used up; delete old artifacts, or shorten retention-days. ${kept}.`;
  if (/\((?:401|403)\)/.test(said)) return `publish: GitHub refused the artifact "${name}" (${/\(\d{3}\)/.exec(said)?.[0].slice(1, -1)}); run the job again, since its token may have expired. ${kept}.`;
  return `publish: the artifact "${name}" could not be uploaded (${oneLine(said)}); run the job again. ${kept}.`;
}

const LONGEST_SAID = 200;

/** Addresses of uploads carry a signature that lets anyone write there. */
function oneLine(text: string): string {
  return (text.split(/[\r\n]/)[0] ?? '').replace(/https?:\/\/\S+/g, '…').replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '').slice(0, LONGEST_SAID).trim();
}
