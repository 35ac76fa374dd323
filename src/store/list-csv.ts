import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { SettingsError } from '../settings/errors.js';
import { showUnseen } from './csv.js';
import { systemCode } from './errors.js';

/** A list is held in memory whole. */
export const MAX_LIST_BYTES = 64 * 1024 * 1024;
export const MAX_LIST_ENTRIES = 1_000_000;

export interface ListEntry {
  /** Line of the file on which the entry begins, from 1. */
  readonly line: number;
  readonly fields: readonly string[];
}

/** Somebody's own list: tickets, leavers, approved changes. */
export interface List {
  readonly sha256: string;
  readonly bytes: number;
  readonly separator: Separator;
  readonly columns: readonly string[];
  readonly entries: readonly ListEntry[];
}

/** What Excel and others put between fields, by the words for it. */
const SEPARATORS = { ',': 'commas', ';': 'semicolons', '\t': 'tabs' } as const;
export type Separator = keyof typeof SEPARATORS;
export const separatorWords = (separator: Separator): string => SEPARATORS[separator];

/** Reads a CSV file with a heading. The separator is the one by which the heading has the columns asked for. */
export async function readList(path: string, wanted: readonly string[]): Promise<List> {
  const bytes = await readWhole(path);
  try {
    return { ...parseList(decode(bytes), wanted), bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  } catch (error) {
    throw new SettingsError(`list: ${path} ${(error as Error).message}.`, { cause: error });
  }
}

async function readWhole(path: string): Promise<Buffer> {
  try {
    // Not waiting for a pipe nobody writes to.
    const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stat = await handle.stat();
      if (!stat.isFile()) throw new SettingsError(`list: ${path} is not a file; give a CSV file.`);
      if (stat.size > MAX_LIST_BYTES) throw new SettingsError(`list: ${path} has ${stat.size} bytes; at most ${MAX_LIST_BYTES} are allowed. Leave out columns, or split it.`);
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    const code = systemCode(error);
    if (code === null) throw error;
    throw new SettingsError(`list: ${path} ${code === 'ENOENT' ? 'does not exist' : `cannot be read (${code})`}; give a CSV file.`, { cause: error });
  }
}

function decode(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // What it is instead cannot be known; the fix is the same.
  }
  throw new Error('is not UTF-8 text; in Excel, save it as “CSV UTF-8”');
}

/** Parses a list. Throws with words that follow the file's name. */
export function parseList(text: string, wanted: readonly string[]): Pick<List, 'separator' | 'columns' | 'entries'> {
  const { separator, from, line } = separatorOf(text, wanted);
  const records = csvRecords(text, separator, from, line);
  const columns = namesIn(records.next().value?.fields ?? []);
  const entries: ListEntry[] = [];
  for (const entry of records) {
    // A line with nothing on it, as editors leave at the end.
    if (entry.fields.length === 1 && entry.fields[0] === '') continue;
    if (entry.fields.length !== columns.length) throw new Error(`has ${entry.fields.length} fields in line ${entry.line}, and its heading has ${columns.length}`);
    if (entries.length === MAX_LIST_ENTRIES) throw new Error(`holds more than ${MAX_LIST_ENTRIES} entries; split it`);
    entries.push(entry);
  }
  return { separator, columns, entries };
}

const namesIn = (heading: readonly string[]): string[] => heading.map((name) => name.trim());

interface Start {
  readonly separator: Separator;
  /** Where the heading begins. */
  readonly from: number;
  readonly line: number;
}

function separatorOf(text: string, wanted: readonly string[]): Start {
  const candidates = startsOf(text).map((start) => ({ start, columns: headingOf(text, start) }));
  const readable = candidates.flatMap(({ start, columns }) => (columns instanceof Error ? [] : [{ start, columns }])).sort((a, b) => b.columns.length - a.columns.length);
  const [most] = readable;
  if (most === undefined) throw candidates[0]?.columns as Error;
  const fitting = readable.find(({ columns }) => wanted.every((name) => columns.includes(name)));
  if (fitting === undefined) {
    const missing = wanted.find((name) => !most.columns.includes(name)) ?? '';
    throw new Error(`has no column ${quoted(missing)}; its columns, separated by ${separatorWords(most.start.separator)}, are ${most.columns.slice(0, 40).map(quoted).join(', ')}`);
  }
  const twice = wanted.find((name) => fitting.columns.indexOf(name) !== fitting.columns.lastIndexOf(name));
  if (twice !== undefined) throw new Error(`has two columns ${quoted(twice)}; rename one`);
  return fitting.start;
}

/** Excel writes `sep=;` above the heading when told so, and then nothing else is meant. */
function startsOf(text: string): readonly Start[] {
  const told = /^sep=([,;\t])(?:\r\n|\n)/i.exec(text);
  if (told !== null) return [{ separator: told[1] as Separator, from: told[0].length, line: 2 }];
  return (Object.keys(SEPARATORS) as Separator[]).map((separator) => ({ separator, from: 0, line: 1 }));
}

function headingOf(text: string, { separator, from, line }: Start): string[] | Error {
  try {
    const heading = csvRecords(text, separator, from, line).next();
    const columns = namesIn(heading.done === true ? [] : heading.value.fields);
    return columns.every((name) => name === '') ? new Error('has no heading; its first line must name the columns') : columns;
  } catch (error) {
    return error as Error;
  }
}

function quoted(name: string): string {
  return JSON.stringify(showUnseen(name.slice(0, 60)));
}

/** What an unquoted field is made of. */
const PLAIN: Readonly<Record<Separator, string>> = { ',': '[^,"\\r\\n]*', ';': '[^;"\\r\\n]*', '\t': '[^\\t"\\r\\n]*' };

/** RFC 4180, strictly: a quote stands around a field or is doubled in one; lines end in LF or CRLF. */
function* csvRecords(text: string, separator: Separator, from: number, firstLine: number): Generator<ListEntry, undefined> {
  const plain = new RegExp(PLAIN[separator], 'y');
  let at = from;
  let line = firstLine;
  while (at < text.length) {
    const begun = line;
    const fields: string[] = [];
    for (;;) {
      if (text[at] === '"') {
        const end = closingQuote(text, at, line);
        const field = text.slice(at + 1, end);
        line += field.split('\n').length - 1;
        fields.push(field.replaceAll('""', '"'));
        at = end + 1;
      } else {
        plain.lastIndex = at;
        fields.push(plain.exec(text)?.[0] ?? '');
        at = plain.lastIndex;
        if (text[at] === '"') throw new Error(`has a quote inside a field without quotes around it, in line ${line}`);
      }
      if (text[at] !== separator) break;
      at += 1;
    }
    if (text.startsWith('\r\n', at)) at += 2;
    else if (text[at] === '\n') at += 1;
    else if (text[at] === '\r') throw new Error(`has a carriage return without a line feed in line ${line}; save it with Windows or Unix line ends`);
    else if (at < text.length) throw new Error(`has text after a closing quote in line ${line}`);
    line += 1;
    yield { line: begun, fields };
  }
  return undefined;
}

function closingQuote(text: string, opening: number, line: number): number {
  let at = opening + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) throw new Error(`has a quote in line ${line} that is never closed`);
    if (text[quote + 1] !== '"') return quote;
    at = quote + 2;
  }
}
