import { join } from 'node:path';
import type { PackReview } from './evidence/pack-review.js';
import type { PreviousSignOff } from './evidence/sign-off.js';
import { MANIFEST, MAX_MANIFEST_BYTES, parseManifest, SIGN_OFF } from './store/manifest.js';
import { readRegular } from './store/safe-read.js';
import { MAX_SIGN_OFF_BYTES, readSignOff } from './store/signoff-json.js';

/** Who stands behind the pack before this one, as far as it is known. */
export interface PreviousSigning {
  readonly previousSignOff: PreviousSignOff | null;
  readonly previousReview: PackReview | null;
}

/** The sign-off beside the previous pack's manifest, and the pull request by which that pack was taken in. */
export async function previousSigning(
  folder: string | null,
  previous: { readonly label: string; readonly manifestSha256: string } | null,
  reviewOf: ((label: string) => Promise<PackReview | null>) | undefined,
): Promise<PreviousSigning> {
  if (folder === null || previous === null) return { previousSignOff: null, previousReview: null };
  return { previousSignOff: await signOffOf(folder, previous.manifestSha256), previousReview: (await reviewOf?.(previous.label)) ?? null };
}

async function signOffOf(folder: string, manifestSha256: string): Promise<PreviousSignOff> {
  try {
    const { evidenceId } = parseManifest((await readRegular(join(folder, MANIFEST), MAX_MANIFEST_BYTES)).toString('utf8'));
    const text = (await readRegular(join(folder, SIGN_OFF), MAX_SIGN_OFF_BYTES)).toString('utf8');
    return readSignOff(text, { evidenceId, manifestSha256 });
  } catch (error) {
    const what = (error as Error).message;
    return { signOff: null, problem: what === 'is missing' ? null : what };
  }
}
