import { lstat, rename } from 'node:fs/promises';
import { join } from 'node:path';
// As a namespace: the name z would bring every language's messages into the bundle.
import * as z from 'zod';
import { samePerson, type SignOff } from '../evidence/sign-off.js';
import { SettingsError } from '../settings/errors.js';
import { showUnseen } from './csv.js';
import { BrokenPackError, systemCode, writeError } from './errors.js';
import { HashedFile } from './hashed-file.js';
import { MANIFEST, MAX_MANIFEST_BYTES, parseManifest, sha256Of, SIGN_OFF } from './manifest.js';
import { parseResults } from './results-json.js';
import { readRegular } from './safe-read.js';
import { parseJson, parseShape } from './shape.js';
import { MAX_SIGN_OFF_BYTES, parseSignOff, SIGN_OFF_TEXTS, signOffJson } from './signoff-json.js';
import { verifyPack } from './verify.js';

const MAX_DOCUMENT_BYTES = 64 * 1024 * 1024;

export interface Signing {
  readonly name: string;
  readonly role: string;
  readonly statement: string;
  /** UTC day. */
  readonly signedOn: string;
  /** Take the place of a sign-off that is there. */
  readonly replace: boolean;
}

/** A sign-off as written, and what its signer ought to know. */
export interface Signed {
  readonly path: string;
  readonly signOff: SignOff;
  readonly exceptions: { readonly total: number; readonly undecided: number };
  readonly preliminary: boolean;
  /** Whom the run's settings name as preparer, when that is the signer. */
  readonly ownPreparer: string | null;
}

/** Writes `signoff.json` beside the manifest of a pack that verifies. Nothing else of the pack is touched. */
export async function signOffPack(folder: string, signing: Signing): Promise<Signed> {
  const texts = { name: checked('name', signing.name), role: checked('role', signing.role), statement: checked('statement', signing.statement) };
  const path = join(folder, SIGN_OFF);
  const present = await exists(path);
  await requireSound(folder);
  if (present && !signing.replace) throw new SettingsError(`${path} is there already; give --replace to sign again in its place.`);
  const bytes = await readRegular(join(folder, MANIFEST), MAX_MANIFEST_BYTES);
  const signOff: SignOff = { ...texts, signedOn: signing.signedOn, evidenceId: parseManifest(bytes.toString('utf8')).evidenceId, manifestSha256: sha256Of(bytes) };
  const { preliminary, preparedBy } = await runFacts(folder);
  const exceptions = await exceptionsOf(folder);
  await put(path, signOffJson(signOff), present);
  return { path, signOff, exceptions, preliminary, ownPreparer: samePerson(signOff.name, preparedBy) ? preparedBy : null };
}

/** Who signed a pack that verifies, as a line to print; none where nobody did. */
export async function signedWords(folder: string): Promise<readonly string[]> {
  const path = join(folder, SIGN_OFF);
  if (!(await exists(path))) return [];
  const { name, role, signedOn } = parseSignOff((await readRegular(path, MAX_SIGN_OFF_BYTES)).toString('utf8'));
  return [`Signed off by ${showUnseen(name)}, ${showUnseen(role)}, on ${signedOn}`];
}

/** One text as given, without the space around it. */
function checked(flag: keyof typeof SIGN_OFF_TEXTS, given: string): string {
  const text = given.trim();
  const most = SIGN_OFF_TEXTS[flag];
  if (text === '') throw new SettingsError(`${flag}: nothing is given; a sign-off says who signs (--name), as what (--role) and what is said (--statement).`);
  if (text.length > most) throw new SettingsError(`${flag}: ${text.length} characters are given; at most ${most} are allowed.`);
  // What a reader cannot see, a signer should not sign. Lines of a statement are kept.
  if (showUnseen(flag === 'statement' ? text.replaceAll('\n', ' ') : text).length !== text.length || /[\r\n]/.test(flag === 'statement' ? text.replaceAll('\n', '') : text)) {
    throw new SettingsError(`${flag}: the text holds a character that cannot be seen, or one of ⟨ and ⏎; type it again.`);
  }
  return text;
}

/** A sign-off that stands there already is not what is signed; it may be wrong, and is replaced or kept. */
async function requireSound(folder: string): Promise<void> {
  const { problems } = await verifyPack(folder);
  const [first, ...more] = problems.filter(({ file }) => file !== SIGN_OFF);
  if (first === undefined) return;
  throw new BrokenPackError(`${folder}: ${first.file} ${first.what}${more.length === 0 ? '' : `, and ${more.length} more`}; a broken pack is not signed. See: cloudtrail-evidence verify ${folder}`);
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    (error: unknown) => {
      if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return false;
      throw error;
    },
  );
}

const runShape = z.object({ preliminary: z.boolean(), settings: z.object({ report: z.object({ preparedBy: z.string().nullable() }) }) });

async function runFacts(folder: string): Promise<{ readonly preliminary: boolean; readonly preparedBy: string | null }> {
  const run = parseShape(runShape, parseJson((await readRegular(join(folder, 'run.json'), MAX_DOCUMENT_BYTES)).toString('utf8')), '');
  return { preliminary: run.preliminary, preparedBy: run.settings.report.preparedBy };
}

async function exceptionsOf(folder: string): Promise<Signed['exceptions']> {
  const { queries } = parseResults((await readRegular(join(folder, 'results.json'), MAX_DOCUMENT_BYTES)).toString('utf8'));
  const sum = (of: 'total' | 'undecided'): number => queries.reduce((total, { exceptions }) => total + exceptions[of], 0);
  return { total: sum('total'), undecided: sum('undecided') };
}

/** A new file appears under its name or fails; one that replaces takes the old one's place in one step. */
async function put(path: string, text: string, replace: boolean): Promise<void> {
  const place = replace ? `${path}.new` : path;
  const file = await HashedFile.create(place);
  try {
    file.add(text);
    await file.close();
    if (replace) await rename(place, path);
  } catch (error) {
    await file.discard();
    throw writeError(path, error);
  }
}
