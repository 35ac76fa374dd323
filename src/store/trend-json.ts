import { join } from 'node:path';
// As a namespace: the name z would bring every language's messages into the bundle.
import * as z from 'zod';
import { SettingsError } from '../settings/errors.js';
import { canonicalJson } from './canonical-json.js';
import { MANIFEST, MAX_MANIFEST_BYTES, parseManifest, periodShape, sha256Of, sha256Shape } from './manifest.js';
import { readRegular } from './safe-read.js';
import { parseJson, parseShape } from './shape.js';

/** The pack this one follows, by the hash of its manifest: a chain across periods. */
export interface PreviousPack {
  readonly label: string;
  readonly manifestSha256: string;
}

const trendShape = z.strictObject({
  schemaVersion: z.literal(1),
  previous: z.strictObject({ label: periodShape.shape.label, manifestSha256: sha256Shape }).nullable(),
});

/** `trend.json`. For now it chains the previous pack and compares nothing. */
export function trendJson(previous: PreviousPack | null): string {
  return canonicalJson({ schemaVersion: 1, previous: previous === null ? null : { label: previous.label, manifestSha256: previous.manifestSha256 } });
}

/** Reads a trend document written by anyone. Throws with a sentence fragment that says what is wrong. */
export function parseTrend(text: string): PreviousPack | null {
  return parseShape(trendShape, parseJson(text), '').previous;
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
