import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { DefaultArtifactClient } from '@actions/artifact';
import type { PublishSettings } from '../settings/settings.js';
import { zipPack } from '../store/zip.js';
import { PublishError } from './errors.js';
import type { Artifact, Published } from './outputs.js';
import { type Environment, refusePublic } from './visibility.js';

/** Refuses what is bound to fail, or must not be, before any work is done and any query paid for. */
export async function checkArtifactPlace({ allowPublic }: PublishSettings, event: unknown, env: Environment): Promise<void> {
  if (!env['ACTIONS_RUNTIME_TOKEN'] || !env['ACTIONS_RESULTS_URL']) {
    throw new PublishError('publish: this runner offers no artifact service (ACTIONS_RUNTIME_TOKEN and ACTIONS_RESULTS_URL are not set); run in GitHub Actions, or set publish: none.');
  }
  if (!hasArtifacts(env['GITHUB_SERVER_URL'])) {
    throw new PublishError(`publish: ${env['GITHUB_SERVER_URL'] ?? ''} is a GitHub Enterprise Server, which does not take artifacts of this kind; set publish: none and keep the folder that pack-path names.`);
  }
  if (!allowPublic) await refusePublic(event, env);
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

/**
 * Uploads the pack as one zip and each PDF as it is, so that a browser opens it. An artifact of one file is called as that file:
 * `<artifact-name>.zip`, `<artifact-name>-soc2.pdf`. What fails fails alone; the pack stays where it is in any case.
 */
export async function uploadArtifacts({ packPath, reports, settings, env }: Uploading): Promise<Published> {
  const folder = await mkdtemp(join(env['RUNNER_TEMP'] ?? tmpdir(), 'cloudtrail-evidence-upload-'));
  try {
    const { artifactName, retentionDays } = settings;
    const upload = (name: string, make: (file: string) => Promise<unknown>): Promise<Uploaded> => uploadFile(join(folder, name), make, retentionDays, env);
    const zip = await upload(`${artifactName}.zip`, (file) => zipPack(packPath, file));
    const pdfs: Uploaded[] = [];
    for (const report of reports.filter((path) => path.endsWith('.pdf'))) {
      pdfs.push(await upload(`${artifactName}-${basename(report)}`, (file) => copyFile(join(packPath, report), file)));
    }
    const problems = [zip, ...pdfs].flatMap(({ problem }) => (problem === null ? [] : [problem]));
    return { zip: zip.artifact, pdfs: pdfs.flatMap(({ artifact }) => (artifact === null ? [] : [artifact])), problem: problems[0] ?? null };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Uploaded {
  readonly artifact: Artifact | null;
  readonly problem: string | null;
}

async function uploadFile(file: string, make: (file: string) => Promise<unknown>, retentionDays: number | null, env: Environment): Promise<Uploaded> {
  const name = basename(file);
  try {
    await make(file);
    const { id, size, digest } = await new DefaultArtifactClient().uploadArtifact(name, [file], dirname(file), { skipArchive: true, ...(retentionDays === null ? {} : { retentionDays }) });
    if (id === undefined) throw new Error('no id came back');
    const url = `${env['GITHUB_SERVER_URL'] ?? 'https://github.com'}/${env['GITHUB_REPOSITORY']}/actions/runs/${env['GITHUB_RUN_ID']}/artifacts/${id}`;
    return { artifact: { name, id, url, bytes: size ?? 0, sha256: digest ?? null }, problem: null };
  } catch (error) {
    return { artifact: null, problem: uploadProblem(name, error) };
  }
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
