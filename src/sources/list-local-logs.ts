import { lstat as lstatByCallback, lstatSync, readdirSync, type Dirent } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { SettingsError } from '../settings/errors.js';
import { archiveKey, isOtherServicesLog, placeOf } from './archive-path.js';
import type { AccountedFile, LogFile } from './log-file.js';
import { hasLogEnding, keyOf, type ListedFile, type LogListing, notReadFile, withoutDoubles } from './log-listing.js';
import { isPattern, parsePattern } from './path-pattern.js';

const ALLOWED = 'give a folder, a file, or a pattern such as "logs/**/*.json.gz"';
/** File sizes asked for at once: enough to keep a disk busy, few enough for a folder of a million files. */
const STATS_AT_ONCE = 64;
/** A disk of this machine tells so many sizes in less time; one behind a network does not. */
const STATS_QUICK_MS = 5;

/** Whether the disk answers at once, as far as is known: found out on the way. */
interface Disk {
  quick: boolean;
}

/** Lists the log files of a folder (at any depth), a single file of any name, or a pattern. */
export async function listLocalLogs(given: string, disk: Disk = { quick: true }): Promise<LogListing> {
  if (given.trim() === '') throw new SettingsError(`logs: nothing is given; ${ALLOWED}.`);
  const root = resolve(given);
  const info = await stat(root).catch((error: unknown) => absent(error, given));
  if (info?.isFile()) return { files: [logFile(root, dirname(root), info.size)], notRead: [], foldersLeftAside: [] };
  if (info !== null && !info.isDirectory()) throw new SettingsError(`logs: "${given}" is neither a folder nor a file; ${ALLOWED}.`);
  const found = info === null ? await listPattern(given, disk) : await listFolder(root, hasLogEnding, disk);
  if (found.files.length === 0 && found.notRead.length === 0) {
    throw new SettingsError(`logs: "${given}" holds no log file (.json, .json.gz, .jsonl, .ndjson or .gz); ${ALLOWED}.`);
  }
  return found;
}

/** Null for a path that is not there but may be a pattern. */
function absent(error: unknown, given: string): null {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
  const missing = code === 'ENOENT' || code === 'ENOTDIR';
  if (missing && isPattern(given)) return null;
  throw new SettingsError(`logs: "${given}" ${missing ? 'does not exist' : `cannot be opened (${code})`}; ${ALLOWED}.`, { cause: error });
}

async function listPattern(given: string, disk: Disk): Promise<LogListing> {
  const absolute = resolve(sep === '\\' ? given.replaceAll('\\', '/') : given).split(sep).join('/');
  const pattern = parsePattern(absolute);
  const base = resolve(pattern.base);
  const info = await stat(base).catch(() => null);
  if (info === null || !info.isDirectory()) throw new SettingsError(`logs: no file matches "${given}": the folder "${pattern.base}" does not exist; ${ALLOWED}.`);
  return listFolder(base, (path) => {
    const slashed = path.split(sep).join('/');
    return (pattern.namesEnding && pattern.matches(slashed)) || (hasLogEnding(path) && pattern.matchesBelow(slashed));
  }, disk);
}

async function listFolder(root: string, takes: (path: string) => boolean, disk: Disk): Promise<LogListing> {
  const realRoot = await realpath(root);
  const entries: ListedFile[] = [];
  const folders = [root];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const names = openFolder(folder, root);
    if ('outcome' in names) {
      if (folder === root) throw new SettingsError(`logs: "${root}": ${detailOf(names)}; ${ALLOWED}.`);
      entries.push(names);
      continue;
    }
    const visible = names.list.filter((entry) => !entry.name.startsWith('.'));
    for (const entry of visible) if (entry.isDirectory()) folders.push(join(folder, entry.name));
    const links = visible.filter((entry) => entry.isSymbolicLink()).map((entry) => join(folder, entry.name));
    const plain = visible.filter((entry) => entry.isFile()).map((entry) => join(folder, entry.name)).filter(takes);
    for (const entry of await sizes(plain, root, disk)) entries.push(entry);
    for (const link of links) entries.push(...await followed(link, root, realRoot, takes));
  }
  return withoutDoubles(entries.filter((entry) => !isOtherServicesLog(keyOf(entry))));
}

/** At once: one folder is opened after the other, and nothing else waits. */
function openFolder(folder: string, root: string): { readonly list: Dirent[] } | AccountedFile {
  try {
    return { list: readdirSync(folder, { withFileTypes: true }) };
  } catch (error) {
    return unopened(folder, root, `the folder cannot be opened (${codeOf(error)})`);
  }
}

/** The callback form takes half the time of the promised one. */
const lstat = promisify(lstatByCallback);

/** The files' sizes: one by one while the disk is quick, since to ask aside takes ten times as long; else many at once. */
async function sizes(paths: readonly string[], root: string, disk: Disk): Promise<ListedFile[]> {
  const found: ListedFile[] = [];
  for (let at = 0; at < paths.length; at += STATS_AT_ONCE) {
    const batch = paths.slice(at, at + STATS_AT_ONCE);
    const begun = performance.now();
    for (const entry of disk.quick ? batch.map((path) => sizedNow(path, root)) : await Promise.all(batch.map((path) => sizedAside(path, root)))) found.push(entry);
    disk.quick &&= performance.now() - begun < STATS_QUICK_MS;
  }
  return found;
}

function sizedNow(path: string, root: string): ListedFile {
  try {
    return logFile(path, root, lstatSync(path).size);
  } catch (error) {
    return unopened(path, root, codeOf(error));
  }
}

async function sizedAside(path: string, root: string): Promise<ListedFile> {
  try {
    return logFile(path, root, (await lstat(path)).size);
  } catch (error) {
    return unopened(path, root, codeOf(error));
  }
}

/**
 * A link may name another file of the archive, but never lead out of it. A link to a folder inside adds nothing: that
 * folder is listed where it stands, and following it could go round for ever.
 */
async function followed(link: string, root: string, realRoot: string, takes: (path: string) => boolean): Promise<ListedFile[]> {
  const target = await realpath(link).catch(() => null);
  const info = target === null ? null : await stat(target).catch(() => null);
  if (target === null || info === null) return takes(link) ? [unopened(link, root, 'a link to nothing')] : [];
  if (!info.isDirectory() && !takes(link)) return [];
  const inside = target === realRoot || target.startsWith(realRoot.endsWith(sep) ? realRoot : realRoot + sep);
  if (!inside) return [unopened(link, root, 'a link that leads out of the logs\' folder is not followed')];
  return info.isFile() ? [logFile(link, root, info.size)] : [];
}

function logFile(path: string, root: string, bytes: number): LogFile {
  const below = (relative(root, path) || basename(path)).split(sep).join('/');
  const key = archiveKey(path.split(sep).join('/'), below);
  return { path, key, ...placeOf(key), bytes };
}

function unopened(path: string, root: string, detail: string): AccountedFile {
  return notReadFile(logFile(path, root, 0), 'cannot be opened', detail);
}

function detailOf(entry: AccountedFile): string {
  return entry.outcome.list === 'not-read' ? entry.outcome.detail : entry.outcome.list;
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unknown error';
}
