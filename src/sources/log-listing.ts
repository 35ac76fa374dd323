import type { AccountedFile, LogFile, NotReadReason } from './log-file.js';

/** What is under `--logs`, or at a table's place. Both lists are in binary order of key. */
export interface LogListing {
  /** Files to read; no two have the same key. */
  readonly files: readonly LogFile[];
  /** Second copies of a key, and what could not be looked into. */
  readonly notRead: readonly AccountedFile[];
  /** Folders of CloudTrail's that stand there too and that the table does not read, such as `CloudTrail-Insight`. Sorted. */
  readonly foldersLeftAside: readonly string[];
}

/** A file to read, or one that cannot be. */
export type ListedFile = LogFile | AccountedFile;

const LOG_ENDING = /\.(?:json|jsonl|ndjson|gz)$/i;

export function hasLogEnding(path: string): boolean {
  return LOG_ENDING.test(path);
}

export function notReadFile(file: LogFile, reason: NotReadReason, detail: string): AccountedFile {
  return { file, outcome: { list: 'not-read', reason, detail } };
}

export function keyOf(entry: ListedFile): string {
  return 'outcome' in entry ? entry.file.key : entry.key;
}

/** Of files with one key, the first by path is read and the others are told apart, so that the choice never varies. */
export function withoutDoubles(entries: readonly ListedFile[]): LogListing {
  const sorted = inBinaryOrder(entries, (entry) => `${keyOf(entry)}\0${'outcome' in entry ? entry.file.path : entry.path}`);
  const files: LogFile[] = [];
  const notRead: AccountedFile[] = [];
  for (const entry of sorted) {
    if ('outcome' in entry) notRead.push(entry);
    else if (files.at(-1)?.key === entry.key) notRead.push(notReadFile(entry, 'name appears twice', 'another file of this name was read in its place'));
    else files.push(entry);
  }
  return { files, notRead, foldersLeftAside: [] };
}

/** UTF-8 byte order, as object stores list. JavaScript's own order is the same while names are ASCII, and much faster. */
function inBinaryOrder<T>(items: readonly T[], nameOf: (item: T) => string): T[] {
  const named = items.map((item) => ({ item, name: nameOf(item) }));
  const ascii = named.every(({ name }) => /^[\0-\x7f]*$/.test(name));
  const order = ascii
    ? (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
    : (a: { name: string }, b: { name: string }) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name));
  return named.sort(order).map(({ item }) => item);
}
