import { isEvidence, MANIFEST, parseManifest, SIGN_OFF } from '../store/manifest.js';
import { EVIDENCE, type EvidenceTree } from './git-tree.js';
import type { PackFiles } from './pack-files.js';

/** Where a pack goes in a repository. */
export interface Place {
  /** `2026-10`, or `2026-10-r2`. */
  readonly folder: string;
  /** The same evidence stands there already, and nothing is to be committed. */
  readonly stands: boolean;
}

/** Whether a folder of `evidence/` is for packs of a label. */
export function isFolderOf(label: string): (folder: string) => boolean {
  return (folder) => numberOf(label, folder) !== null;
}

/** 1 for `<label>`, 2 for `<label>-r2`; null for any other name. */
function numberOf(label: string, folder: string): number | null {
  if (folder === label) return 1;
  const number = folder.startsWith(`${label}-r`) ? folder.slice(label.length + 2) : '';
  return /^[1-9]\d{0,5}$/.test(number) && number !== '1' ? Number(number) : null;
}

/** The folder after the last one there is, unless that one holds this evidence, or no whole pack. `textOf` reads a blob. */
export async function placeOf(tree: EvidenceTree, label: string, pack: PackFiles, textOf: (blob: string) => Promise<string>): Promise<Place> {
  const last = Math.max(0, ...tree.folders.map((folder) => numberOf(label, folder) ?? 0));
  if (last === 0) return { folder: label, stands: false };
  const folder = nameOf(label, last);
  const manifest = tree.files.get(`${EVIDENCE}/${folder}/${MANIFEST}`);
  // A manifest is committed last: without one, a run ended before its pack was whole.
  if (manifest === undefined) return { folder, stands: false };
  return (await holdsEvidence(tree, folder, pack, textOf)) ? { folder, stands: true } : { folder: nameOf(label, last + 1), stands: false };
}

function nameOf(label: string, number: number): string {
  return number === 1 ? label : `${label}-r${number}`;
}

/** Of the same evidence, and with every file of it that would be committed. Reports and the time of the run may differ. */
export async function holdsEvidence(tree: EvidenceTree, folder: string, { manifest, files }: PackFiles, textOf: (blob: string) => Promise<string>): Promise<boolean> {
  const blob = tree.files.get(`${EVIDENCE}/${folder}/${MANIFEST}`);
  if (blob === undefined || evidenceIdIn(await textOf(blob)) !== manifest.evidenceId) return false;
  return files.filter(({ path }) => isEvidence(path)).every((file) => tree.files.get(`${EVIDENCE}/${folder}/${file.path}`) === file.blob);
}

function evidenceIdIn(manifest: string): string | null {
  try {
    return parseManifest(manifest).evidenceId;
  } catch {
    return null;
  }
}

export function isSigned(tree: EvidenceTree, folder: string): boolean {
  return tree.files.has(`${EVIDENCE}/${folder}/${SIGN_OFF}`);
}
