import { createHash } from 'node:crypto';
// As a namespace: the name z would bring every language's messages into the bundle.
import * as z from 'zod';
import type { RunFacts } from '../evidence/run-facts.js';
import type { FileDigest } from '../report/input.js';
import type { Period } from '../settings/period.js';
import { canonicalJson } from './canonical-json.js';
import { byPath, isPackPath } from './pack-path.js';
import { parseItems, parseJson, parseShape } from './shape.js';

export const MANIFEST = 'manifest.json';
export const CHECKSUMS = 'SHA256SUMS';
/** A reviewer's sign-off is added to a finished pack; it is in no manifest. */
export const SIGN_OFF = 'signoff.json';
/** Tens of thousands of entries; more is not a manifest of ours. */
export const MAX_MANIFEST_BYTES = 16 * 1024 * 1024;

export const ROLES = ['readme', 'report', 'rows', 'query', 'coverage', 'exceptions', 'decisions', 'results', 'run', 'engine', 'integrity', 'trend', 'self-test'] as const;
export type Role = (typeof ROLES)[number];

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
export const periodShape = z.strictObject({ start: instant, end: instant, label: z.string().min(1).max(100) });
export const sha256Shape = sha256;

const fileShape = z.strictObject({
  path: z.string().refine(isPackPath, 'is not a name a pack can hold'),
  bytes: z.int().min(0),
  sha256,
  mediaType: z.string(),
  role: z.enum(ROLES),
});

const envelopeShape = z.strictObject({
  schemaVersion: z.literal(1),
  tool: z.strictObject({ name: z.literal('cloudtrail-evidence'), version: z.string().min(1), commit: z.string().nullable() }),
  period: periodShape,
  evidenceId: sha256,
  previousPackManifestSha256: sha256.nullable(),
  files: z.array(z.unknown()),
});

/** `manifest.json`: every file of the pack but itself and SHA256SUMS. */
export type ManifestFile = Readonly<z.infer<typeof fileShape>>;
export type Manifest = Readonly<Omit<z.infer<typeof envelopeShape>, 'files'>> & { readonly files: readonly ManifestFile[] };

export interface ManifestFacts {
  readonly tool: RunFacts['tool'];
  readonly period: Period;
  readonly previousPackManifestSha256: string | null;
}

/** The evidence part: what the same logs, period, settings and version give on any engine and machine. */
export function isEvidence(path: string): boolean {
  return /^(?:results|queries)\//.test(path) || ['coverage.csv', 'exceptions.csv', 'decisions.json', 'results.json'].includes(path);
}

/** The evidence part among the files of a pack, sorted by path. */
export function evidenceFiles<T extends FileDigest>(files: readonly T[]): T[] {
  return files.filter((file) => isEvidence(file.path)).sort(byPath);
}

/** SHA-256 of the lines `<sha256>  <path>` of the evidence part; other files in the list are left out. */
export function evidenceId(files: readonly FileDigest[]): string {
  return sha256Of(evidenceFiles(files).map(checksumLine).join(''));
}

export function buildManifest(files: readonly FileDigest[], facts: ManifestFacts): Manifest {
  const { name, version, commit } = facts.tool;
  const { start, end, label } = facts.period;
  return {
    schemaVersion: 1,
    tool: { name, version, commit },
    period: { start, end, label },
    evidenceId: evidenceId(files),
    previousPackManifestSha256: facts.previousPackManifestSha256,
    files: files.map(describeFile).sort(byPath),
  };
}

export function renderManifest(manifest: Manifest): string {
  return canonicalJson(manifest);
}

/** `SHA256SUMS` for `sha256sum -c`: every file of the manifest, and the manifest. */
export function renderChecksums(manifest: Manifest, manifestSha256: string): string {
  return [...manifest.files, { path: MANIFEST, sha256: manifestSha256 }].sort(byPath).map(checksumLine).join('');
}

/** Reads a manifest written by anyone. Throws with a sentence fragment that says what is wrong with it. */
export function parseManifest(text: string): Manifest {
  const envelope = parseShape(envelopeShape, parseJson(text), '');
  return { ...envelope, files: parseItems(fileShape, envelope.files, 'files') };
}

export function describeFile(file: FileDigest): ManifestFile {
  return { path: file.path, bytes: file.bytes, sha256: file.sha256, mediaType: mediaTypeOf(file.path), role: roleOf(file.path) };
}

export function sha256Of(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

function checksumLine(file: { readonly path: string; readonly sha256: string }): string {
  return `${file.sha256}  ${file.path}\n`;
}

const ROLE_PATTERNS: readonly (readonly [RegExp, Role])[] = [
  [/^README\.md$/, 'readme'],
  [/^results\/[^/]+\.(?:csv|jsonl)$/, 'rows'],
  [/^queries\/[^/]+\.sql$/, 'query'],
  [/^engine\/[^/]+\.sql$/, 'engine'],
  [/^coverage\.csv$/, 'coverage'],
  [/^exceptions\.csv$/, 'exceptions'],
  [/^decisions\.json$/, 'decisions'],
  [/^results\.json$/, 'results'],
  [/^run\.json$/, 'run'],
  [/^integrity\.json$/, 'integrity'],
  [/^trend\.json$/, 'trend'],
  [/^self-test\.json$/, 'self-test'],
  [/^[^/]+\.(?:md|pdf)$/, 'report'],
];

function roleOf(path: string): Role {
  const found = ROLE_PATTERNS.find(([pattern]) => pattern.test(path));
  if (found === undefined) throw new Error(`A pack has no place for a file named ${JSON.stringify(path)}`);
  return found[1];
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  json: 'application/json',
  jsonl: 'application/jsonl',
  md: 'text/markdown',
  pdf: 'application/pdf',
  sql: 'application/sql',
};

function mediaTypeOf(path: string): string {
  return MEDIA_TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}
