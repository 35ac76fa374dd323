import type { PackReview } from './evidence/pack-review.js';
import type { PreviousSignOff } from './evidence/sign-off.js';
import type { ReadPack } from './store/previous-pack.js';
import { readSignOff } from './store/signoff-json.js';

/** Who stands behind the pack before this one, as far as it is known. */
export interface PreviousSigning {
  readonly previousSignOff: PreviousSignOff | null;
  readonly previousReview: PackReview | null;
}

/** The sign-off beside the previous pack's manifest, and the pull request by which that pack was taken in. */
export async function previousSigning(previous: ReadPack | null, reviewOf: ((label: string) => Promise<PackReview | null>) | undefined): Promise<PreviousSigning> {
  if (previous === null) return { previousSignOff: null, previousReview: null };
  return { previousSignOff: signOffOf(previous), previousReview: (await reviewOf?.(previous.name)) ?? null };
}

function signOffOf({ pack, signOff: { text, problem } }: ReadPack): PreviousSignOff {
  return problem === null ? readSignOff(text, pack) : { signOff: null, problem };
}
