import { constants } from 'node:fs';
import { lstat, open, readdir, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { SettingsError } from '../settings/errors.js';

/** A file of the user's own folder. */
export interface OwnFile {
  /** Within the folder, with `/`: `queries/shop/SHOP-01.sql`. */
  readonly path: string;
  /** As people see it: the folder as it was given, and the path. */
  readonly shown: string;
  readonly bytes: Uint8Array;
}

export interface OwnFiles {
  readonly queries: readonly OwnFile[];
  readonly cases: readonly OwnFile[];
  readonly frameworks: readonly OwnFile[];
  readonly problems: readonly string[];
}

/** What lies where; more of it, or more in it, is no folder of queries. A statement of Athena has at most 262,144 bytes. */
const PARTS = {
  queries: { form: /^queries\/[^/]+\/[^/]+\.sql$/, place: 'queries/<theme>/<ID>.sql', most: 200, bytes: 200_000 },
  cases: { form: /^cases\/[^/]+\.yml$/, place: 'cases/<ID>.yml', most: 200, bytes: 1_000_000 },
  frameworks: { form: /^frameworks\/[^/]+\.yml$/, place: 'frameworks/<name>.yml', most: 20, bytes: 1_000_000 },
} as const;
type Part = keyof typeof PARTS;
const DEEPEST = 2;
/** Entries looked at in one part, of whatever kind. */
const MOST_ENTRIES = 1_000;

/**
 * Reads the folder with the user's own queries: regular files at their places, of bounded size and number. Links are not followed, so that
 * nothing outside the folder is read. What lies beside the three parts is nobody's business here.
 *
 * @throws SettingsError where there is no such folder.
 */
export async function readOwnFiles(folder: string): Promise<OwnFiles> {
  const root = await ownFolder(folder);
  const problems: string[] = [];
  const read = async (part: Part): Promise<readonly OwnFile[]> => {
    const paths = await listed(root, part, (path, sentence) => problems.push(`${shownAs(folder, path)}:1: ${sentence}`));
    const files: OwnFile[] = [];
    for (const path of paths) {
      const found = await readPlain(root, path, PARTS[part].bytes);
      if (typeof found === 'string') problems.push(`${shownAs(folder, path)}:1: ${found}`);
      else files.push({ path, shown: shownAs(folder, path), bytes: found });
    }
    return files;
  };
  const files = { queries: await read('queries'), cases: await read('cases'), frameworks: await read('frameworks') };
  return { ...files, problems };
}

async function ownFolder(folder: string): Promise<string> {
  const found = await lstat(folder).catch(() => null);
  if (found?.isSymbolicLink() === true) throw new SettingsError(`own-queries: "${folder}" is a symbolic link; give the folder itself.`);
  if (found?.isDirectory() !== true) throw new SettingsError(`own-queries: "${folder}" is no folder that can be read; give one that holds ${Object.values(PARTS).map(({ place }) => place).join(', ')}.`);
  return realpath(folder);
}

function shownAs(folder: string, path: string): string {
  return `${folder.replaceAll('\\', '/').replace(/\/+$/, '')}/${path}`;
}

/** Paths of a part, in a fixed order on every machine. */
async function listed(root: string, part: Part, problem: (path: string, sentence: string) => void): Promise<readonly string[]> {
  const { form, place, most } = PARTS[part];
  const paths: string[] = [];
  let entries = 0;
  const walk = async (folder: string, depth: number): Promise<void> => {
    for (const entry of (await readdir(join(root, folder), { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = `${folder}/${entry.name}`;
      entries += 1;
      if (entries > MOST_ENTRIES) return;
      // Notes, and what editors and git leave behind.
      if (entry.name.startsWith('.') || entry.name.endsWith('.md')) continue;
      if (entry.isSymbolicLink()) problem(path, 'It is a symbolic link; put the file itself here.');
      else if (entry.isDirectory() && depth < DEEPEST) await walk(path, depth + 1);
      else if (entry.isFile() && form.test(path)) paths.push(path);
      else problem(path, `It is not read here: what is read is ${place}.`);
    }
  };
  const found = await lstat(join(root, part)).catch(() => null);
  if (found === null) return [];
  if (found.isDirectory()) await walk(part, 1);
  else problem(part, 'It must be a folder, and no link to one.');
  if (paths.length > most || entries > MOST_ENTRIES) problem(part, `There are more than ${paths.length > most ? most : MOST_ENTRIES} files; at most ${most} are read.`);
  return paths.slice(0, most);
}

/** The bytes of a regular file below the folder, or what is wrong with it. It is looked at once it is open: what is open does not change places. */
async function readPlain(root: string, path: string, most: number): Promise<Uint8Array | string> {
  const place = join(root, path);
  if (!(await realpath(place)).startsWith(root + sep)) return 'It lies outside the folder.';
  const file = await open(place, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    const { size, isFile } = await file.stat().then((stat) => ({ size: stat.size, isFile: stat.isFile() }));
    if (!isFile) return 'It is no regular file.';
    return size > most ? `It has ${size} bytes; at most ${most} are read.` : await file.readFile();
  } finally {
    await file.close();
  }
}
