import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { ExceptionTally } from '../evidence/result.js';
import type { PreviousPack, Side } from '../evidence/trend.js';
import type { ComparedException, ExceptionChunks } from '../evidence/trend-exceptions.js';
import { type InvocationVolume, VOLUME_QUERY } from '../evidence/trend-invocations.js';
import { SettingsError } from '../settings/errors.js';
import type { Period } from '../settings/period.js';
import { comparedExceptions } from './compared-exceptions.js';
import { EXCEPTIONS } from './exceptions-csv.js';
import { MAX_VOLUMES, MAX_VOLUMES_BYTES, readVolumes, VOLUMES } from './invocation-volumes.js';
import { evidenceId, MANIFEST, MAX_MANIFEST_BYTES, parseManifest, sha256Of, SIGN_OFF, type Manifest, type ManifestFile } from './manifest.js';
import { openPack, readWhole, type PackSource } from './pack-source.js';
import { FOLDER_NAME } from './pack-path.js';
import { parseResults, type ResultsDocument } from './results-json.js';
import { readRegular } from './safe-read.js';
import { MAX_SIGN_OFF_BYTES } from './signoff-json.js';
import { MAX_TREND_BYTES, parseTrend } from './trend-json.js';

const RESULTS = 'results.json';
const TREND = 'trend.json';
const MAX_RESULTS_BYTES = 16 * 1024 * 1024;
const MAX_EXCEPTIONS_BYTES = 4 * 1024 ** 3;
const NO_PACK = 'is not an evidence pack';

/** The pack before this one, checked as far as it is used: a summary of a pack, without rows, is enough. */
export interface ReadPack {
  readonly pack: PreviousPack;
  /** What its folder is called: its label, or, of a second pack over a period, `2026-10-r2`. */
  readonly name: string;
  readonly side: Side;
  /** Its exceptions, read anew each time. */
  readonly exceptions: () => ExceptionChunks;
  /** Volume of invocations; null where the place holds no rows (a summary), or more than are compared. */
  readonly volumes: readonly InvocationVolume[] | null;
  /** Text of the `signoff.json` beside its manifest; null where there is none, the problem where it cannot be read. */
  readonly signOff: { readonly text: string | null; readonly problem: string | null };
}

/** The pack that was named. Throws SettingsError when it cannot be compared with. */
export async function readPreviousPack(place: string): Promise<ReadPack> {
  try {
    return await readPack(place);
  } catch (error) {
    throw new SettingsError(`previous-pack: ${place} ${(error as Error).message}. Give the folder of a pack or its zip, as it was written.`, { cause: error });
  }
}

/**
 * The latest pack among the folders of the output folder whose period ends where this one's starts, or before. A damaged one is told
 * and left aside: nobody asked for it.
 */
export async function findPreviousPack(output: string, period: Period, warn: (sentence: string) => void): Promise<ReadPack | null> {
  const leftAside = (name: string, error: unknown): void => warn(`The pack ${name} in the output folder ${(error as Error).message}; it is left aside, and nothing is compared with it.`);
  for (const { name } of await earlierPacks(output, period, leftAside)) {
    try {
      return await readPack(join(output, name));
    } catch (error) {
      leftAside(name, error);
    }
  }
  return null;
}

interface Candidate {
  readonly name: string;
  readonly period: Period;
}

/** Latest first; of one period the latest revision. */
async function earlierPacks(output: string, { start }: Period, leftAside: (name: string, error: unknown) => void): Promise<readonly Candidate[]> {
  const folders = (await readdir(output, { withFileTypes: true }).catch(() => [])).filter((entry) => entry.isDirectory() && FOLDER_NAME.test(entry.name));
  const candidates: Candidate[] = [];
  for (const { name } of folders) {
    try {
      const { period } = parseManifest((await readRegular(join(output, name, MANIFEST), MAX_MANIFEST_BYTES)).toString('utf8'));
      if (period.end <= start) candidates.push({ name, period });
    } catch (error) {
      // A folder without a manifest is something else than a pack.
      const what = (error as Error).message;
      if (what !== 'is missing') leftAside(name, new Error(`${NO_PACK}: its ${MANIFEST} ${what}`));
    }
  }
  return candidates.sort((a, b) => descending(a.period.end, b.period.end) || descending(a.period.start, b.period.start) || revision(b.name) - revision(a.name) || descending(a.name, b.name));
}

function descending(a: string, b: string): number {
  return a > b ? -1 : a < b ? 1 : 0;
}

/** `2026-10-r2` is the second. */
function revision(name: string): number {
  return Number(/-r(\d{1,4})$/.exec(name)?.[1] ?? 1);
}

/** A finished pack to compare with. Errors follow its place. */
export async function readPack(place: string): Promise<ReadPack> {
  const source = await openPack(place);
  try {
    const bytes = await of(MANIFEST, () => readWhole(source, MANIFEST, MAX_MANIFEST_BYTES), NO_PACK);
    const manifest = await of(MANIFEST, () => checkedManifest(bytes), NO_PACK);
    const results = await readListed(source, manifest, RESULTS, MAX_RESULTS_BYTES, (text) => parseOwn(text, manifest));
    const { facts } = await readListed(source, manifest, TREND, MAX_TREND_BYTES, parseTrend);
    const volumes = await of(VOLUMES, () => volumesOf(source, manifest, results));
    await of(EXCEPTIONS, () => checkExceptions(exceptionsOf(source, manifest), results));
    return {
      pack: {
        label: manifest.period.label, period: { start: manifest.period.start, end: manifest.period.end }, evidenceId: manifest.evidenceId, manifestSha256: sha256Of(bytes),
      },
      name: folderName(place, manifest.period.label),
      side: { period: manifest.period, results: results.queries, facts },
      exceptions: () => reopened(place, manifest),
      volumes,
      signOff: await readSignOff(source),
    };
  } finally {
    await source.close();
  }
}

function folderName(place: string, label: string): string {
  const name = basename(resolve(place));
  return name.startsWith(label) && /^(?:-r\d{1,4})?$/.test(name.slice(label.length)) ? name : label;
}

function checkedManifest(bytes: Buffer): Manifest {
  const manifest = parseManifest(bytes.toString('utf8'));
  if (evidenceId(manifest.files) !== manifest.evidenceId) throw new Error('gives an evidence id that the files it lists do not make');
  if (!FOLDER_NAME.test(manifest.period.label)) throw new Error('has a label that names no folder');
  return manifest;
}

function parseOwn(text: string, manifest: Manifest): ResultsDocument {
  const results = parseResults(text);
  const { start, end } = results.period;
  if (start !== manifest.period.start || end !== manifest.period.end) throw new Error(`is about another period than ${MANIFEST}`);
  return results;
}

async function readListed<T>(source: PackSource, manifest: Manifest, path: string, limit: number, parse: (text: string) => T): Promise<T> {
  return of(path, async () => {
    const { sha256 } = listed(manifest, path);
    const bytes = await readWhole(source, path, limit);
    if (sha256Of(bytes) !== sha256) throw new Error(`is not the file that ${MANIFEST} lists`);
    return parse(bytes.toString('utf8'));
  });
}

function listed(manifest: Manifest, path: string): ManifestFile {
  const file = manifest.files.find((each) => each.path === path);
  if (file === undefined) throw new Error(`is not in ${MANIFEST}`);
  return file;
}

async function volumesOf(source: PackSource, manifest: Manifest, { queries }: ResultsDocument): Promise<readonly InvocationVolume[] | null> {
  const rows = queries.find(({ id }) => id === VOLUME_QUERY)?.rows;
  const file = manifest.files.find(({ path }) => path === VOLUMES);
  if (rows === undefined || rows > MAX_VOLUMES || file === undefined) return null;
  const hash = createHash('sha256');
  try {
    const volumes = await readVolumes(hashed(source.chunks(VOLUMES, MAX_VOLUMES_BYTES), hash));
    if (hash.digest('hex') !== file.sha256) throw new Error(`is not the file that ${MANIFEST} lists`);
    return volumes;
  } catch (error) {
    if ((error as Error).message === 'is missing') return null;
    throw error;
  }
}

async function* reopened(place: string, manifest: Manifest): AsyncGenerator<readonly ComparedException[]> {
  const source = await openPack(place);
  try {
    yield* exceptionsOf(source, manifest);
  } finally {
    await source.close();
  }
}

/** The hash is known when all is read: whoever reads to the end has read what the manifest lists. */
async function* exceptionsOf(source: PackSource, manifest: Manifest): AsyncGenerator<readonly ComparedException[]> {
  const { sha256 } = listed(manifest, EXCEPTIONS);
  const hash = createHash('sha256');
  yield* comparedExceptions(hashed(source.chunks(EXCEPTIONS, MAX_EXCEPTIONS_BYTES), hash));
  if (hash.digest('hex') !== sha256) throw new Error(`is not the file that ${MANIFEST} lists`);
}

async function* hashed(chunks: AsyncIterable<Uint8Array>, hash: ReturnType<typeof createHash>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
}

/** Read once whole before the run begins, so that a pack that cannot be compared with is found out before hours of work. */
async function checkExceptions(exceptions: ExceptionChunks, { queries }: ResultsDocument): Promise<void> {
  const found = new Map<string, { total: number; decided: number; expired: number }>();
  for await (const lines of exceptions) {
    for (const { query, state } of lines) {
      const tally = found.get(query) ?? { total: 0, decided: 0, expired: 0 };
      tally.total += 1;
      if (state !== 'undecided') tally[state] += 1;
      found.set(query, tally);
    }
  }
  const known = new Map<string, ExceptionTally>(queries.map(({ id, exceptions: tally }) => [id, tally]));
  for (const id of new Set([...found.keys(), ...known.keys()])) {
    const [read, said] = [found.get(id) ?? { total: 0, decided: 0, expired: 0 }, known.get(id)];
    if (said?.total !== read.total || said.decided !== read.decided || said.expired !== read.expired) throw new Error(`and ${RESULTS} count the exceptions of ${id} differently`);
  }
}

async function readSignOff(source: PackSource): Promise<ReadPack['signOff']> {
  try {
    return { text: (await readWhole(source, SIGN_OFF, MAX_SIGN_OFF_BYTES)).toString('utf8'), problem: null };
  } catch (error) {
    const what = (error as Error).message;
    return { text: null, problem: what === 'is missing' ? null : what };
  }
}

/** Names the file that something is wrong with. */
async function of<T>(path: string, read: () => T | Promise<T>, lead = 'cannot be compared with'): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw new Error(`${lead}: its ${path} ${(error as Error).message}`, { cause: error });
  }
}
