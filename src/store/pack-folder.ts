import { randomBytes } from 'node:crypto';
import { lstat, mkdir, readdir, realpath, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import type { Row } from '../engines/engine.js';
import type { FileDigest } from '../report/input.js';
import { SettingsError } from '../settings/errors.js';
import { systemCode, writeError } from './errors.js';
import { HashedFile } from './hashed-file.js';
import { buildManifest, CHECKSUMS, MANIFEST, MAX_MANIFEST_BYTES, parseManifest, renderChecksums, renderManifest, sha256Of, SIGN_OFF, type Manifest, type ManifestFacts } from './manifest.js';
import { byPath, isPackPath, requirePackPath } from './pack-path.js';
import { RowWriter, type RowFiles } from './row-writer.js';
import { listFolder, readRegular } from './safe-read.js';
import { MAX_SIGN_OFF_BYTES } from './signoff-json.js';

/** Packs of one label side by side; nobody has more. */
const MAX_BESIDE = 99;

export interface SealedPack {
  readonly manifest: Manifest;
  readonly manifestSha256: string;
}

/**
 * An evidence pack while it is written: a hidden folder beside its final place, moved there whole by `publish` or removed
 * by `discard`. Nobody ever sees half a pack.
 */
export class PackFolder {
  readonly #files = new Map<string, FileDigest>();

  private constructor(
    /** Where the pack will stand. */
    readonly target: string,
    /** Where it is being written. */
    readonly staging: string,
    private readonly beside: boolean,
  ) {}

  /**
   * Makes the staging folder `<output>/.<label>.partial-<random>`. Fails before any work is done when `<output>/<label>` is
   * something a pack may not replace. `within`: a folder the output must stand in, links followed. `beside`: where that place is
   * taken, the pack goes to `<label>-r2`, `-r3`…, as in a repository that has earlier packs checked out.
   */
  static async create(output: string, label: string, { within = null, beside = false }: { readonly within?: string | null; readonly beside?: boolean } = {}): Promise<PackFolder> {
    if (!isPackPath(label) || label.includes('/')) throw new SettingsError(`period: ${JSON.stringify(label)} cannot name a folder.`);
    const folder = await outputFolder(resolve(output), within);
    const target = join(folder, label);
    if (!beside) await inspectTarget(target);
    const staging = join(folder, `.${label}.partial-${randomBytes(6).toString('hex')}`);
    try {
      await mkdir(staging);
    } catch (error) {
      throw writeError(staging, error);
    }
    return new PackFolder(target, staging, beside);
  }

  /** Every file finished so far, sorted by path. */
  files(): FileDigest[] {
    return [...this.#files.values()].sort(byPath);
  }

  /** Writes one file: text as UTF-8, bytes as they are. */
  async write(path: string, content: string | Uint8Array): Promise<FileDigest> {
    return this.#put(path, async (file) => {
      if (typeof content === 'string') file.add(content);
      else await file.writeBytes(content);
    });
  }

  /** Writes one file from parts, holding one chunk of it in memory. */
  async stream(path: string, parts: Iterable<string> | AsyncIterable<string>): Promise<FileDigest> {
    return this.#put(path, async (file) => {
      for await (const part of parts) if (file.add(part)) await file.flush();
    });
  }

  /** Writes `results/<ID>.csv` and `.jsonl` from chunks of rows; when the chunks fail, neither file stays. */
  async writeRows(queryId: string, columns: readonly string[], chunks: AsyncIterable<readonly Row[]>): Promise<RowFiles> {
    const writer = await RowWriter.open(this.staging, queryId, columns);
    try {
      for await (const rows of chunks) await writer.write(rows);
      const files = await writer.close();
      this.#register(files.csv);
      this.#register(files.jsonl);
      return files;
    } catch (error) {
      await writer.discard();
      throw error;
    }
  }

  /** Writes the manifest and SHA256SUMS over everything written so far; the last step before `publish`. */
  async seal(facts: ManifestFacts): Promise<SealedPack> {
    const manifest = buildManifest(this.files(), facts);
    const { sha256 } = await this.#put(MANIFEST, (file) => void file.add(renderManifest(manifest)), false);
    await this.#put(CHECKSUMS, (file) => void file.add(renderChecksums(manifest, sha256)), false);
    return { manifest, manifestSha256: sha256 };
  }

  /** Moves the pack to its place and says where that is. When that is not allowed, the staging folder goes. */
  async publish(sealed: SealedPack): Promise<string> {
    try {
      return await this.#moveIntoPlace(sealed);
    } catch (error) {
      await this.discard();
      throw writeError(this.target, error);
    }
  }

  /** Removes everything written. Safe to call at any time but after `publish`. */
  async discard(): Promise<void> {
    await rm(this.staging, { recursive: true, force: true });
  }

  async #moveIntoPlace(sealed: SealedPack): Promise<string> {
    for (let number = 1; ; number += 1) {
      const target = number === 1 ? this.target : `${this.target}-r${number}`;
      try {
        await this.#moveTo(target, sealed);
        return target;
      } catch (error) {
        if (!(error instanceof SettingsError) || !this.beside || number === MAX_BESIDE) throw error;
      }
    }
  }

  async #moveTo(target: string, { manifest: { evidenceId }, manifestSha256 }: SealedPack): Promise<void> {
    const found = await inspectTarget(target);
    if (found === 'nothing') return rename(this.staging, target);
    if (found === 'empty') {
      await rmdir(target);
      return rename(this.staging, target);
    }
    if (found.evidenceId !== evidenceId) {
      throw new SettingsError(
        `output-dir: ${target} holds a pack with another evidence id (${found.evidenceId.slice(0, 12)}…; this run's is ${evidenceId.slice(0, 12)}…): ` +
          'the logs, the settings, the decisions or the version differ. Nothing was replaced. Move the old pack away, or choose another output folder.',
      );
    }
    if (found.signedOff && found.manifestSha256 !== manifestSha256) {
      throw new SettingsError(
        `output-dir: ${target} is signed off, and its ${SIGN_OFF} names that pack's manifest; this run's differs, though the evidence is the same. ` +
          'Nothing was replaced. Move the signed pack away, or choose another output folder.',
      );
    }
    await this.#replace(target, found.signedOff);
  }

  /** The same evidence written again: the old folder steps aside, and comes back should the new one not take its place. */
  async #replace(target: string, signedOff: boolean): Promise<void> {
    if (signedOff) {
      const signOff = await readRegular(join(target, SIGN_OFF), MAX_SIGN_OFF_BYTES);
      await this.#put(SIGN_OFF, (file) => file.writeBytes(signOff), false);
    }
    const aside = `${this.staging}-replaced`;
    await rename(target, aside);
    try {
      await rename(this.staging, target);
    } catch (error) {
      await rename(aside, target);
      throw error;
    }
    await rm(aside, { recursive: true, force: true });
  }

  async #put(path: string, fill: (file: HashedFile) => Promise<void> | void, listed = true): Promise<FileDigest> {
    const place = join(this.staging, requirePackPath(path));
    try {
      await mkdir(dirname(place), { recursive: true });
    } catch (error) {
      throw writeError(place, error);
    }
    const file = await HashedFile.create(place);
    try {
      await fill(file);
      const digest = { path, ...(await file.close()) };
      if (listed) this.#register(digest);
      return digest;
    } catch (error) {
      await file.discard();
      throw error;
    }
  }

  #register(digest: FileDigest): void {
    // Two names that differ only in case are one file on a Mac or on Windows.
    const name = digest.path.toLowerCase();
    if (this.#files.has(name)) throw new Error(`A pack cannot hold ${digest.path} twice`);
    this.#files.set(name, digest);
  }
}

async function outputFolder(output: string, within: string | null): Promise<string> {
  const stat = await lstat(output).catch(() => null);
  if (stat?.isSymbolicLink() === true) {
    throw new SettingsError(`output-dir: ${output} is a symbolic link; packs are written into real folders only. Name the folder it points to.`);
  }
  if (within !== null) await requireInside(output, within);
  try {
    await mkdir(output, { recursive: true });
  } catch (error) {
    throw writeError(output, error);
  }
  return realpath(output);
}

/** Judged on the nearest folder that exists, so that nothing is made outside before it is refused. */
async function requireInside(output: string, within: string): Promise<void> {
  const root = await realpath(within);
  let nearest = output;
  let real: string | null = null;
  while (real === null) {
    real = await realpath(nearest).catch(() => null);
    if (real === null) nearest = dirname(nearest);
  }
  const place = real + output.slice(nearest.length);
  if (place !== root && !place.startsWith(root.endsWith(sep) ? root : root + sep)) {
    throw new SettingsError(`output-dir: ${output} is outside ${within}; choose a folder inside it.`);
  }
}

type Target = 'nothing' | 'empty' | { readonly evidenceId: string; readonly manifestSha256: string; readonly signedOff: boolean };

/** What stands where the pack is to go. Throws when it is anything but nothing, an empty folder or a pack of ours. */
async function inspectTarget(target: string): Promise<Target> {
  const stat = await lstat(target).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return null;
    throw writeError(target, error);
  });
  if (stat === null) return 'nothing';
  const advice = 'Move it away, or choose another output folder.';
  if (stat.isSymbolicLink()) throw new SettingsError(`output-dir: ${target} is a symbolic link; packs are written into real folders only. ${advice}`);
  if (!stat.isDirectory()) throw new SettingsError(`output-dir: ${target} is a file, and a pack is a folder. ${advice}`);
  if ((await readdir(target)).length === 0) return 'empty';
  const { manifest, sha256 } = await readHashedManifest(target).catch((error: unknown) => {
    throw new SettingsError(`output-dir: ${target} exists and is not an evidence pack: its ${MANIFEST} ${(error as Error).message}. ${advice}`, { cause: error });
  });
  const known = new Set([...manifest.files.map((file) => file.path), MANIFEST, CHECKSUMS, SIGN_OFF]);
  const present = await listFolder(target);
  const foreign = present.find((entry) => !known.has(entry.path));
  if (foreign !== undefined) {
    throw new SettingsError(`output-dir: ${target} holds ${JSON.stringify(foreign.path)}, which is no part of its pack and would be lost. ${advice}`);
  }
  return { evidenceId: manifest.evidenceId, manifestSha256: sha256, signedOff: present.some((entry) => entry.path === SIGN_OFF) };
}

/** The manifest of a finished pack. Throws with a fragment that follows the file's name. */
export async function readManifest(folder: string): Promise<Manifest> {
  return (await readHashedManifest(folder)).manifest;
}

async function readHashedManifest(folder: string): Promise<{ readonly manifest: Manifest; readonly sha256: string }> {
  const bytes = await readRegular(join(folder, MANIFEST), MAX_MANIFEST_BYTES);
  return { manifest: parseManifest(bytes.toString('utf8')), sha256: sha256Of(bytes) };
}
