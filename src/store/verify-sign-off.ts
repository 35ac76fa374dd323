import { join } from 'node:path';
import { MANIFEST, MAX_MANIFEST_BYTES, sha256Of, SIGN_OFF } from './manifest.js';
import { readRegular, type Entry } from './safe-read.js';
import { MAX_SIGN_OFF_BYTES, readSignOff } from './signoff-json.js';
import type { Examined } from './verify.js';

/** The one file outside the manifest, where there is one: a sign-off in its one form, of this evidence and this manifest. */
export async function checkSignOff({ folder, manifest, report }: Examined, entries: readonly Entry[]): Promise<void> {
  if (!entries.some(({ path, kind }) => path === SIGN_OFF && kind === 'file')) return;
  try {
    const manifestSha256 = sha256Of(await readRegular(join(folder, MANIFEST), MAX_MANIFEST_BYTES));
    const text = (await readRegular(join(folder, SIGN_OFF), MAX_SIGN_OFF_BYTES)).toString('utf8');
    const { problem } = readSignOff(text, { evidenceId: manifest.evidenceId, manifestSha256 });
    if (problem !== null) report(SIGN_OFF, problem);
  } catch (error) {
    report(SIGN_OFF, (error as Error).message);
  }
}
