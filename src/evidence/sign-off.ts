/** A person's word on one pack, in `signoff.json` beside its manifest. It names the pack by both hashes, so it cannot drift. */
export interface SignOff {
  readonly name: string;
  readonly role: string;
  readonly statement: string;
  /** UTC day, `YYYY-MM-DD`. */
  readonly signedOn: string;
  readonly evidenceId: string;
  readonly manifestSha256: string;
}

/** What stands beside the manifest of the pack before this one. At most one of the two is given; neither: nobody signed. */
export interface PreviousSignOff {
  readonly signOff: SignOff | null;
  /** Why there is a file and no sign-off: words that follow the file's name. */
  readonly problem: string | null;
}

/**
 * Whether two texts name one person, as far as text can tell: "Dana Weiss, Platform Security (@dweiss)" is also "dana weiss"
 * and "dweiss". Somebody else of that name is taken for the same person, which says one sentence too many.
 */
export function samePerson(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  const names = namesIn(b);
  return [...namesIn(a)].some((name) => names.has(name));
}

/** The whole text, what stands before a comma or a bracket, and each @handle; without case and repeated spaces. */
function namesIn(text: string): ReadonlySet<string> {
  const plain = text.normalize('NFKC').toLowerCase();
  const handles = [...plain.matchAll(/(?<![\p{L}\p{N}])@([a-z0-9-]+)/gu)].map(([, handle]) => handle ?? '');
  const names = [plain, plain.split(/[,(<[]/u)[0] ?? '', ...handles];
  return new Set(names.map((name) => name.replace(/\s+/gu, ' ').trim().replace(/^@/u, '')).filter((name) => name !== ''));
}
