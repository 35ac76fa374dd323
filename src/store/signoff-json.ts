// As a namespace: the name z would bring every language's messages into the bundle.
import * as z from 'zod';
import type { SignOff } from '../evidence/sign-off.js';
import { canonicalJson } from './canonical-json.js';
import { sha256Shape } from './manifest.js';
import { parseJson, parseShape } from './shape.js';

export const MAX_SIGN_OFF_BYTES = 64 * 1024;
/** Characters of a sign-off's texts; the statement may be a paragraph. */
export const SIGN_OFF_TEXTS = { name: 200, role: 200, statement: 4_000 } as const;

const said = (most: number): z.ZodString => z.string().min(1).max(most).regex(/\S/, 'is empty');

const shape = z.strictObject({
  schemaVersion: z.literal(1),
  name: said(SIGN_OFF_TEXTS.name),
  role: said(SIGN_OFF_TEXTS.role),
  statement: said(SIGN_OFF_TEXTS.statement),
  signedOn: z.iso.date(),
  evidenceId: sha256Shape,
  manifestSha256: sha256Shape,
});

/** `signoff.json`: the one file of a pack that no manifest lists. */
export function signOffJson({ name, role, statement, signedOn, evidenceId, manifestSha256 }: SignOff): string {
  return canonicalJson({ schemaVersion: 1, name, role, statement, signedOn, evidenceId, manifestSha256 });
}

/** Reads a sign-off written by anyone. Throws with words that follow the file's name. */
export function parseSignOff(text: string): SignOff {
  const { name, role, statement, signedOn, evidenceId, manifestSha256 } = parseShape(shape, parseJson(text), '');
  const signOff = { name, role, statement, signedOn, evidenceId, manifestSha256 };
  // A key written twice would be one thing to this program and another to a reader.
  if (signOffJson(signOff) !== text) throw new Error('is not in the form this program writes');
  return signOff;
}

/** Why a sign-off is not one of this pack: words that follow the file's name; null when it is. */
export function signOffFault(signOff: SignOff, pack: { readonly evidenceId: string; readonly manifestSha256: string }): string | null {
  if (signOff.evidenceId !== pack.evidenceId) return `signs the evidence id ${signOff.evidenceId}, and this pack's is ${pack.evidenceId}`;
  if (signOff.manifestSha256 !== pack.manifestSha256) return `signs a manifest with the hash ${signOff.manifestSha256}, and this pack's has ${pack.manifestSha256}`;
  return null;
}

/** What a finished pack's sign-off comes to, from the text of its `signoff.json`; null text: there is none. */
export function readSignOff(text: string | null, pack: { readonly evidenceId: string; readonly manifestSha256: string }): { readonly signOff: SignOff | null; readonly problem: string | null } {
  if (text === null) return { signOff: null, problem: null };
  try {
    const signOff = parseSignOff(text);
    const problem = signOffFault(signOff, pack);
    return { signOff: problem === null ? signOff : null, problem };
  } catch (error) {
    return { signOff: null, problem: (error as Error).message };
  }
}
