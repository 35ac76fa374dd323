import { constants, isUtf8 } from 'node:buffer';
import { hash } from 'node:crypto';
import { closeSync, constants as flags, ftruncateSync, openSync, writeSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { gunzipMember, isGzip, type Unreadable } from './gunzip-member.js';
import { isSpace, jsonDocuments, skipSpace } from './json-documents.js';
import type { FileOutcome, LogFile, StagedFile } from './log-file.js';
import { LOCAL_FILES, type LogReader } from './log-reader.js';
import { MAX_DEPTH, notJson, reshapeRecords } from './reshape-records.js';

export interface StagingLimits {
  /** Largest inflated file that is read, in bytes. */
  readonly inflatedBytes: number;
}

/** CloudTrail's own files are some MiB; a file above this is somebody's collection or a bomb. */
export const DEFAULT_STAGING_LIMITS: StagingLimits = { inflatedBytes: 512 * 1024 * 1024 };

/** A file that could not be staged. */
export interface NotStagedFile {
  readonly file: LogFile;
  readonly outcome: Extract<FileOutcome, { list: 'not-read' }>;
}

/**
 * Reads a log file, checks it, and writes it as plain `{"Records":[…]}` for an engine to read in bulk. What already has
 * that shape is written as it is and not parsed: the engine does that, and asks `explainUnreadable` if it fails.
 * What is wrong with the log file is an outcome; what is wrong with the staging folder (disk full) is thrown.
 */
export async function stageLogFile(file: LogFile, stagedPath: string, reader: LogReader = LOCAL_FILES, limits: StagingLimits = DEFAULT_STAGING_LIMITS): Promise<StagedFile | NotStagedFile> {
  const inflated = await readInflated(file, reader, limits);
  if ('reason' in inflated) return notStaged(file, inflated);
  const text = plainText(inflated);
  if ('reason' in text) return notStaged(file, text);
  const sha256 = hash('sha256', inflated, 'hex');
  if (hasOwnShape(text)) {
    overwrite(stagedPath, text);
    return { file, stagedPath, stagedBytes: text.length, oneLine: isOneLine(text), sha256, records: null };
  }
  const reshaped = reshapeRecords(text);
  if ('reason' in reshaped) return notStaged(file, reshaped);
  if (reshaped.asItStands) {
    overwrite(stagedPath, text);
    return { file, stagedPath, stagedBytes: text.length, oneLine: isOneLine(text), sha256, records: reshaped.records };
  }
  const stagedBytes = await writeRecords(stagedPath, reshaped.recordTexts);
  return { file, stagedPath, stagedBytes, oneLine: false, sha256, records: reshaped.recordTexts.length };
}

/**
 * Writes a file whole, in place of whatever an earlier one left at the path: its pages are there already. At once, not aside: it is
 * memory that is written to, and a turn through other threads takes longer.
 */
function overwrite(path: string, bytes: Buffer): void {
  const fd = openSync(path, flags.O_RDWR | flags.O_CREAT, 0o600);
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
    ftruncateSync(fd, bytes.length);
  } finally {
    closeSync(fd);
  }
}

/** CloudTrail writes a log file without line feeds; one may end it. */
function isOneLine(text: Buffer): boolean {
  const feed = text.indexOf(0x0a);
  return feed === -1 || skipSpace(text, feed) === text.length;
}

function notStaged(file: LogFile, { reason, detail }: Unreadable): NotStagedFile {
  return { file, outcome: { list: 'not-read', reason, detail } };
}

/** The bytes of the log as CloudTrail's digests hash them. */
export async function readInflated(file: LogFile, reader: LogReader, limits: StagingLimits): Promise<Buffer | Unreadable> {
  const bytes = await reader.read(file, limits.inflatedBytes);
  if ('reason' in bytes) return bytes;
  if (bytes.length === 0) return { reason: 'empty file', detail: 'the file has no bytes' };
  if (isGzip(bytes)) return gunzipMember(bytes, limits.inflatedBytes);
  if (/\.gz$/i.test(file.path) && !isUtf8(bytes) && !hasUtf16Mark(bytes)) return { reason: 'damaged gzip', detail: 'its name ends in .gz, but it does not begin as a gzip file does' };
  return bytes;
}

/** The text without a byte order mark, once it is known to be UTF-8. */
export function plainText(inflated: Buffer): Buffer | Unreadable {
  // UTF-16 without a mark would pass as UTF-8, with zeros between its letters.
  if (hasUtf16Mark(inflated) || inflated.subarray(0, 4).includes(0)) return { reason: 'not UTF-8', detail: 'it looks like UTF-16 or UTF-32' };
  if (!isUtf8(inflated)) return { reason: 'not UTF-8', detail: 'some bytes are not valid UTF-8' };
  const text = inflated[0] === 0xef && inflated[1] === 0xbb && inflated[2] === 0xbf ? inflated.subarray(3) : inflated;
  return skipSpace(text, 0) === text.length ? { reason: 'empty file', detail: 'the file holds no text' } : text;
}

function hasUtf16Mark(bytes: Buffer): boolean {
  const mark = bytes.subarray(0, 2).join();
  return mark === '254,255' || mark === '255,254';
}

const NAME = Buffer.from('"Records"');
/** Closing brackets that follow each other as only absurd nesting has them, and how far apart they are looked for. */
const DEEP_END_BYTES = 64;
const DEEP_END_STEP = 1024;

/** True where a long run of closing brackets stands: more than DEEP_END_STEP levels, ended without blanks. */
function endsDeep(text: Buffer): boolean {
  for (let at = 0; at < text.length; at += DEEP_END_STEP) {
    let run = 0;
    while (run < DEEP_END_BYTES && (text[at + run] === 0x5d || text[at + run] === 0x7d)) run += 1;
    if (run === DEEP_END_BYTES) return true;
  }
  return false;
}

/**
 * True for `{"Records":[ … ]}` by its two ends, where the name "Records" stands nowhere else (a second object, or a
 * second list in the same one, would) and no crude nesting bomb is inside: the engine's reader can be given the bytes.
 */
function hasOwnShape(text: Buffer): boolean {
  const name = startsOwnShape(text);
  return name !== null && endsOwnShape(text) && !hasSecondName(text, name) && !endsDeep(text);
}

/** The name without its quotes: Node searches for seven bytes by their rare first one, for more in a slower way. */
const BARE_NAME = NAME.subarray(1, -1);

function hasSecondName(text: Buffer, from: number): boolean {
  for (let at = text.indexOf(BARE_NAME, from); at !== -1; at = text.indexOf(BARE_NAME, at + BARE_NAME.length)) {
    if (text[at - 1] === 0x22 && text[at + BARE_NAME.length] === 0x22) return true;
  }
  return false;
}

/** Index after `{"Records"` if a list follows it. */
function startsOwnShape(text: Buffer): number | null {
  const brace = skipSpace(text, 0);
  const name = skipSpace(text, brace + 1);
  const after = name + NAME.length;
  const colon = skipSpace(text, after);
  const starts = text[brace] === 0x7b && text.subarray(name, after).equals(NAME) && text[colon] === 0x3a && text[skipSpace(text, colon + 1)] === 0x5b;
  return starts ? after : null;
}

function endsOwnShape(text: Buffer): boolean {
  let at = text.length - 1;
  while (at > 0 && isSpace(text[at])) at -= 1;
  return text[at] === 0x7d;
}

/** Records handed to the disk at once. */
const RECORDS_A_WRITE = 500;

async function writeRecords(stagedPath: string, texts: readonly string[]): Promise<number> {
  let bytes = 0;
  function* pieces(): Generator<Buffer> {
    for (let at = 0; at === 0 || at < texts.length; at += RECORDS_A_WRITE) {
      const batch = texts.slice(at, at + RECORDS_A_WRITE).join(',\n');
      const piece = Buffer.from(`${at === 0 ? '{"Records":[' : ',\n'}${batch}${at + RECORDS_A_WRITE >= texts.length ? ']}\n' : ''}`);
      bytes += piece.length;
      yield piece;
    }
  }
  await writeFile(stagedPath, pieces());
  return bytes;
}

/**
 * Says why an engine's JSON reader refused a staged file, or null if it is good JSON with a list of records.
 *
 * Engines are stricter than JSON in one thing that CloudTrail does write: an escaped half of a surrogate pair, left where
 * a long text was cut. Such halves are replaced in the staged file (never in the archive) by U+FFFD, and null returned:
 * reading it again succeeds.
 */
export async function explainUnreadable(staged: StagedFile): Promise<Unreadable | null> {
  const text = await readFile(staged.stagedPath);
  if (text.length > constants.MAX_STRING_LENGTH) return { reason: 'too large', detail: 'a single JSON value too large to be looked into' };
  const source = text.toString('utf8');
  const [document] = [...jsonDocuments(text)];
  if (document === undefined) return { reason: 'empty file', detail: 'the file holds no text' };
  if (document.depth > MAX_DEPTH) return { reason: 'not JSON', detail: `nested more than ${MAX_DEPTH} deep` };
  try {
    const value: unknown = JSON.parse(source);
    const records = typeof value === 'object' && value !== null && 'Records' in value ? value.Records : null;
    if (!Array.isArray(records)) return { reason: 'no records', detail: '"Records" is not an array' };
  } catch {
    return notJson(text, document);
  }
  const mended = mendSurrogates(source);
  if (mended !== source) await writeFile(staged.stagedPath, mended);
  return null;
}

/** Whole pairs and doubled backslashes are matched first and kept, so that only true halves are replaced. */
function mendSurrogates(source: string): string {
  return source.replace(
    /\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[dD][89a-fA-F][0-9a-fA-F]{2}/g,
    (found) => (found.length === 6 ? '\\ufffd' : found),
  );
}
