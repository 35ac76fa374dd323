import { join } from 'node:path';
import { SettingsError } from '../settings/errors.js';
import { canonicalJson } from './canonical-json.js';
import { MANIFEST, MAX_MANIFEST_BYTES, parseManifest, sha256Of } from './manifest.js';
import { readRegular } from './safe-read.js';

/** The pack this one follows, by the hash of its manifest: a chain across periods. */
export interface PreviousPack {
  readonly label: string;
  readonly manifestSha256: string;
}

/** `trend.json`. For now it chains the previous pack and compares nothing. */
export function trendJson(previous: PreviousPack | null): string {
  return canonicalJson({ schemaVersion: 1, previous: previous === null ? null : { label: previous.label, manifestSha256: previous.manifestSha256 } });
}

/** Reads what the chain needs of the previous pack. Throws SettingsError when the folder is no pack. */
export async function readPreviousPack(folder: string): Promise<PreviousPack> {
  try {
    const bytes = await readRegular(join(folder, MANIFEST), MAX_MANIFEST_BYTES);
    return { label: parseManifest(bytes.toString('utf8')).period.label, manifestSha256: sha256Of(bytes) };
  } catch (error) {
    throw new SettingsError(`previous-pack: ${folder} is not an evidence pack: its ${MANIFEST} ${(error as Error).message}. Give the folder of a pack.`, { cause: error });
  }
}
