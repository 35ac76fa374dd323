import { join } from 'node:path';
import { showUnseen } from './csv.js';
import { buildManifest, CHECKSUMS, describeFile, evidenceId, isEvidence, MANIFEST, MAX_MANIFEST_BYTES, parseManifest, renderChecksums, renderManifest, sha256Of, SIGN_OFF, type Manifest } from './manifest.js';
import { listFolder, measure, readRegular, type Entry, type Measured } from './safe-read.js';
import { checkChain } from './verify-chain.js';
import { checkReports, checkResults } from './verify-content.js';
import { checkDecisions } from './verify-decisions.js';
import { checkSelfTest } from './verify-self-test.js';
import { checkSignOff } from './verify-sign-off.js';

export interface Problem {
  /** Path in the pack; `.` for the folder itself. */
  readonly file: string;
  /** What is wrong, as words that follow the file's name: "is missing". */
  readonly what: string;
}

export interface Verification {
  /** Empty when the pack is whole. */
  readonly problems: readonly Problem[];
  /** Computed from the files as they are; null when they could not all be read. */
  readonly evidenceId: string | null;
  readonly filesChecked: number;
}

/** A pack under examination. Files that are not as the manifest says are left out of `sound`: they have been named once. */
export interface Examined {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly sound: ReadonlyMap<string, Measured>;
  readonly report: (file: string, what: string) => void;
}

/** Files every pack has. */
const REQUIRED = ['README.md', 'coverage.csv', 'decisions.json', 'exceptions.csv', 'integrity.json', 'results.json', 'run.json', 'trend.json'];

/**
 * Checks a pack against itself: every file against the manifest, the manifest against SHA256SUMS, the evidence id against
 * the files and the reports, counts against rows, the sign-off where there is one, and the chain against the previous pack
 * when its folder or zip is given. Names every fault and throws at none, whoever wrote the pack. Someone who rewrites all of it
 * consistently is found only by comparing the evidence id with one kept elsewhere.
 */
export async function verifyPack(folder: string, options: { readonly previous?: string | null } = {}): Promise<Verification> {
  const problems: Problem[] = [];
  const report = (file: string, what: string): void => void problems.push({ file: printable(file, 200), what: printable(what, 500) });
  try {
    const entries = await list(folder, report);
    const manifest = entries === null ? null : await examineManifest(folder, report);
    if (entries === null || manifest === null) return { problems, evidenceId: null, filesChecked: 0 };
    const sound = await examineFiles(folder, manifest, entries, report);
    const examined = { folder, manifest, sound, report };
    const results = await checkResults(examined);
    if (results !== null) await checkDecisions(examined, results);
    if (results !== null) await checkSelfTest(examined, results);
    await checkReports(examined);
    await checkChain(examined, results, options.previous ?? null);
    await checkSignOff(examined, entries);
    return { problems, evidenceId: idOf(manifest, sound), filesChecked: manifest.files.length };
  } catch (error) {
    report('.', `could not be examined to the end: ${(error as Error).message}`);
    return { problems, evidenceId: null, filesChecked: 0 };
  }
}

async function list(folder: string, report: Examined['report']): Promise<Entry[] | null> {
  try {
    return await listFolder(folder);
  } catch (error) {
    report('.', `cannot be listed: ${(error as Error).message}`);
    return null;
  }
}

/** The manifest, when it can be used at all; it and SHA256SUMS are checked byte for byte against their one rendering. */
async function examineManifest(folder: string, report: Examined['report']): Promise<Manifest | null> {
  const checksums = await readNamed(folder, CHECKSUMS, report);
  const bytes = await readNamed(folder, MANIFEST, report);
  if (bytes === null) return null;
  let manifest: Manifest;
  try {
    manifest = parseManifest(bytes.toString('utf8'));
  } catch (error) {
    report(MANIFEST, (error as Error).message);
    return null;
  }
  if (!bytes.equals(Buffer.from(renderManifest(manifest)))) report(MANIFEST, 'is not in the form this program writes');
  const expected = renderChecksums(manifest, sha256Of(bytes));
  if (checksums !== null && !checksums.equals(Buffer.from(expected))) {
    report(CHECKSUMS, `is not what ${MANIFEST} makes it`);
    if (!checksums.includes(`${sha256Of(bytes)}  ${MANIFEST}\n`)) report(MANIFEST, `does not have the hash that ${CHECKSUMS} gives it`);
  }
  return sensible(manifest, report) ? manifest : null;
}

/** What a shape cannot say: names once only, in order, with their own role, and the evidence id that follows from the list. */
function sensible(manifest: Manifest, report: Examined['report']): boolean {
  const names = new Set(manifest.files.map((file) => file.path.toLowerCase()));
  if (names.size !== manifest.files.length) {
    report(MANIFEST, 'names a file twice');
    return false;
  }
  for (const file of manifest.files) {
    const fault = roleFault(file);
    if (fault !== null) report(MANIFEST, fault);
  }
  const rebuilt = manifest.files.every((file) => roleFault(file) === null) ? buildManifest(manifest.files, manifest) : null;
  if (rebuilt !== null && rebuilt.files.some((file, index) => file.path !== manifest.files[index]?.path)) report(MANIFEST, 'does not list its files in order');
  const id = evidenceId(manifest.files);
  if (id !== manifest.evidenceId) report(MANIFEST, `gives the evidence id ${manifest.evidenceId}, and the files it lists make ${id}`);
  for (const path of REQUIRED) if (!manifest.files.some((file) => file.path === path)) report(path, `is not in ${MANIFEST}, and every pack has it`);
  return true;
}

function roleFault(file: Manifest['files'][number]): string | null {
  try {
    const { role, mediaType } = describeFile(file);
    return role === file.role && mediaType === file.mediaType ? null : `calls ${file.path} ${file.role}, ${JSON.stringify(file.mediaType.slice(0, 60))}; it is ${role}, ${JSON.stringify(mediaType)}`;
  } catch {
    return `lists ${file.path}, which has no place in a pack`;
  }
}

async function examineFiles(folder: string, manifest: Manifest, entries: readonly Entry[], report: Examined['report']): Promise<Map<string, Measured>> {
  const known = new Set([...manifest.files.map((file) => file.path), MANIFEST, CHECKSUMS, SIGN_OFF]);
  for (const { path, kind } of entries) {
    if (kind === 'link') report(path, 'is a symbolic link, and a pack holds files only');
    else if (kind === 'other') report(path, 'is not a regular file');
    else if (!known.has(path)) report(path, `is not in ${MANIFEST}`);
  }
  const present = new Map(entries.map((entry) => [entry.path, entry.kind]));
  const sound = new Map<string, Measured>();
  for (const file of manifest.files) {
    const kind = present.get(file.path);
    if (kind === undefined) report(file.path, 'is missing');
    if (kind !== 'file') continue;
    try {
      const measured = await measure(join(folder, file.path), file.bytes);
      if (measured.sha256 === file.sha256) sound.set(file.path, measured);
      else report(file.path, `was changed: its SHA-256 is ${measured.sha256}, and the manifest says ${file.sha256}`);
    } catch (error) {
      report(file.path, (error as Error).message);
    }
  }
  return sound;
}

/** Sound files have the manifest's hashes; with one evidence file unsound or never listed, there is no id. */
function idOf(manifest: Manifest, sound: ReadonlyMap<string, Measured>): string | null {
  const evidence = [...REQUIRED, ...manifest.files.map((file) => file.path)].filter(isEvidence);
  const whole = evidence.every((path) => sound.has(path));
  return whole ? evidenceId(manifest.files) : null;
}

async function readNamed(folder: string, name: string, report: Examined['report']): Promise<Buffer | null> {
  try {
    return await readRegular(join(folder, name), MAX_MANIFEST_BYTES);
  } catch (error) {
    report(name, (error as Error).message);
    return null;
  }
}

/** Names and keys in a pack may be anybody's; they go to terminals and logs. */
function printable(text: string, length: number): string {
  return showUnseen(text.slice(0, length));
}
