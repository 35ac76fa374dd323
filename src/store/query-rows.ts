import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Row, Value } from '../engines/engine.js';
import type { QueryResult } from '../evidence/result.js';
import { readHeader } from '../pack/query-header.js';
import { SettingsError } from '../settings/errors.js';
import type { Period } from '../settings/period.js';
import { BrokenPackError } from './errors.js';
import { evidenceId, MANIFEST, MAX_MANIFEST_BYTES, parseManifest, sha256Of, type Manifest, type ManifestFile } from './manifest.js';
import { readLines } from './read-lines.js';
import { parseResults } from './results-json.js';
import { measure, readRegular } from './safe-read.js';
import { parseJson } from './shape.js';

const MAX_DOCUMENT_BYTES = 64 * 1024 * 1024;

/** The rows of one query in a finished pack, their file compared with the manifest. */
export interface QueryRows {
  readonly folder: string;
  readonly period: Period;
  readonly evidenceId: string;
  readonly manifestSha256: string;
  readonly result: QueryResult;
  /** Title as the pack's own query has it; empty where that cannot be read. */
  readonly title: string;
  readonly file: ManifestFile;
  readonly columns: readonly string[];
  /** Columns that identify a row, of those there are. */
  readonly key: readonly string[];
  /** Every row in the file's order, one at a time. */
  readonly rows: () => AsyncGenerator<Row>;
}

/**
 * Opens the exact rows of a query. Their file, results.json and the query are compared with the manifest first; that the
 * whole pack is as it was written is for `verify` to say.
 */
export async function openQueryRows(folder: string, queryId: string): Promise<QueryRows> {
  const { manifest, manifestSha256 } = await readPackManifest(folder);
  const { queries } = parseResults((await readListed(folder, manifest, 'results.json')).toString('utf8'));
  const result = queries.find(({ id }) => id === queryId);
  if (result === undefined) throw new SettingsError(`query: ${JSON.stringify(queryId)} is not in this pack; it holds ${queries.map(({ id }) => id).join(', ')}.`);
  const file = manifest.files.find(({ path }) => path === `results/${queryId}.jsonl`);
  if (file === undefined) throw new SettingsError(`query: ${queryId} has no rows in this pack; its result is ${result.result}.`);
  await requireUnchanged(folder, file);
  const header = headerIn((await readListed(folder, manifest, `queries/${queryId}.sql`)).toString('utf8'));
  const columns = await columnsOf(join(folder, file.path), header?.columns ?? []);
  return {
    folder,
    period: manifest.period,
    evidenceId: manifest.evidenceId,
    manifestSha256,
    result,
    title: header?.title ?? '',
    file,
    columns,
    key: (header?.key ?? []).filter((name) => columns.includes(name)),
    rows: () => rowsOf(join(folder, file.path), file, columns),
  };
}

async function readPackManifest(folder: string): Promise<{ readonly manifest: Manifest; readonly manifestSha256: string }> {
  try {
    const bytes = await readRegular(join(folder, MANIFEST), MAX_MANIFEST_BYTES);
    const manifest = parseManifest(bytes.toString('utf8'));
    if (evidenceId(manifest.files) !== manifest.evidenceId) throw new Error('gives an evidence id that its files do not make');
    return { manifest, manifestSha256: sha256Of(bytes) };
  } catch (error) {
    const zip = folder.endsWith('.zip') ? ' Unpack the zip first.' : '';
    throw new SettingsError(`${folder} is not the folder of an evidence pack: its ${MANIFEST} ${(error as Error).message}.${zip}`, { cause: error });
  }
}

/** A small file of the evidence, as the manifest has it. */
async function readListed(folder: string, { files }: Manifest, path: string): Promise<Buffer> {
  const file = files.find((each) => each.path === path);
  if (file === undefined) throw new BrokenPackError(`${folder}: ${path} is not in ${MANIFEST}; this is no whole pack.`);
  const bytes = await readRegular(join(folder, path), MAX_DOCUMENT_BYTES).catch((error: unknown) => {
    throw brokenAt(folder, path, (error as Error).message);
  });
  if (sha256Of(bytes) !== file.sha256) throw brokenAt(folder, path, 'was changed: its SHA-256 is not the one the manifest gives');
  return bytes;
}

async function requireUnchanged(folder: string, file: ManifestFile): Promise<void> {
  const { sha256 } = await measure(join(folder, file.path), file.bytes).catch((error: unknown) => {
    throw brokenAt(folder, file.path, (error as Error).message);
  });
  if (sha256 !== file.sha256) throw brokenAt(folder, file.path, `was changed: its SHA-256 is ${sha256}, and the manifest says ${file.sha256}`);
}

function brokenAt(folder: string, path: string, what: string): BrokenPackError {
  const summary = what === 'is missing' ? 'A summary in version control holds no rows: take the whole pack.' : `See: cloudtrail-evidence verify ${folder}`;
  return new BrokenPackError(`${folder}: ${path} ${what}. ${summary}`);
}

/** The header of a query as it stands in a pack; null when a pack of another version has one this program cannot read. */
function headerIn(sql: string): { readonly title: string; readonly columns: readonly string[]; readonly key: readonly string[] } | null {
  const end = sql.indexOf('*/');
  if (!sql.startsWith('/*\n') || end === -1) return null;
  const { header } = readHeader(sql.slice(2, end));
  return header === null ? null : { title: header.title, columns: Object.keys(header.columns), key: header.key };
}

/** Columns as the first row has them; where there is no row, as the query declares them. */
async function columnsOf(path: string, declared: readonly string[]): Promise<readonly string[]> {
  for await (const line of readLines(path)) return Object.keys(objectIn(line));
  return declared;
}

/** Rows in the order of the columns. The file is hashed on the way: one that was changed meanwhile ends in an error. */
async function* rowsOf(path: string, file: ManifestFile, columns: readonly string[]): AsyncGenerator<Row> {
  const hash = createHash('sha256');
  for await (const line of readLines(path)) {
    hash.update(line).update('\n');
    const row = objectIn(line);
    yield columns.map((column) => valueOf(row[column]));
  }
  if (hash.digest('hex') !== file.sha256) throw new BrokenPackError(`${path} was changed while it was read.`);
}

function objectIn(line: string): Readonly<Record<string, unknown>> {
  const value = parseJson(line);
  if (typeof value !== 'object' || value === null) throw new BrokenPackError('A line of the rows holds no row.');
  return value as Record<string, unknown>;
}

function valueOf(value: unknown): Value {
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}
