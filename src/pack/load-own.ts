import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SettingsError } from '../settings/errors.js';
import type { Framework } from './framework.js';
import { readFramework } from './load-frameworks.js';
import { readQuery } from './load-queries.js';
import { type OwnFile, readOwnFiles } from './own-files.js';
import type { Query } from './query.js';

/** What ships, so that nothing of the user's can be taken for it. */
export interface Shipped {
  readonly queries: readonly Pick<Query, 'id'>[];
  readonly frameworks: readonly Pick<Framework, 'name' | 'title' | 'shortTitle'>[];
}

/** The user's own queries and frameworks, as far as they can be read, and all that is wrong with them. */
export interface OwnPack {
  readonly queries: readonly Query[];
  readonly frameworks: readonly Framework[];
  /** Case files by the id they are named for. */
  readonly cases: ReadonlyMap<string, OwnFile>;
  readonly problems: readonly string[];
}

/** A file of the pack has this name, with `.md` and `.pdf`. */
const FRAMEWORK_NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST_NAME = 40;
/** Beside README.md, and names Windows keeps for devices. */
const RESERVED_NAMES = /^(?:readme|con|prn|aux|nul|com\d|lpt\d)$/;

/** Reads the user's folder with the same checks as the product's own files. */
export async function loadOwn(folder: string, shipped: Shipped): Promise<OwnPack> {
  const files = await readOwnFiles(folder);
  const queries = files.queries.map((file) => readOwnQuery(file, shipped));
  // A file that is wrong in itself still has its name; that frameworks name it is no second fault.
  const ids = new Set([...shipped.queries.map(({ id }) => id), ...files.queries.map(idOf)]);
  const frameworks = files.frameworks.map((file) => readOwnFramework(file, ids, shipped));
  return {
    queries: queries.flatMap(({ query }) => (query === null ? [] : [query])).sort((a, b) => (a.id < b.id ? -1 : 1)),
    frameworks: frameworks.flatMap(({ framework }) => (framework === null ? [] : [framework])),
    cases: new Map(files.cases.map((file) => [idOf(file), file])),
    problems: [...files.problems, ...[...queries, ...frameworks].flatMap(({ problems }) => problems), ...unpaired(files.queries, files.cases)],
  };
}

/** Names of the frameworks in the user's folder, as `frameworks` may name them. */
export function ownFrameworkNames(folder: string): readonly string[] {
  if (!namesIn(folder, folder).includes('frameworks')) return [];
  return namesIn(folder, join(folder, 'frameworks')).filter((name) => name.endsWith('.yml')).map((name) => name.slice(0, -'.yml'.length)).sort();
}

function namesIn(given: string, folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    const part = folder === given ? '' : ', for its frameworks/';
    throw new SettingsError(`own-queries: "${given}" is no folder that can be read${part}; give one that holds queries/<theme>/<ID>.sql, cases/<ID>.yml and frameworks/<name>.yml.`, { cause: error });
  }
}

function idOf({ path }: OwnFile): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[a-z]+$/, '');
}

function readOwnQuery({ path, shown, bytes }: OwnFile, { queries }: Shipped): ReturnType<typeof readQuery> {
  const { query, problems } = readQuery(path, bytes, { shown, own: true });
  if (query === null || !queries.some(({ id }) => id === query.id)) return { query, problems };
  return { query: null, problems: [`${shown}:1: ${query.id} is a query of the product; give yours an id of its own, such as SHOP-01.`] };
}

function readOwnFramework({ path, shown, bytes }: OwnFile, ids: ReadonlySet<string>, shipped: Shipped): ReturnType<typeof readFramework> {
  const name = path.slice('frameworks/'.length, -'.yml'.length);
  const { framework, problems } = readFramework(name, bytes, ids, { shown, own: true });
  const named = [...nameFaults(name, shipped), ...titleFaults(framework, shipped)].map((sentence) => `${shown}:1: ${sentence}`);
  return named.length > 0 ? { framework: null, problems: [...named, ...problems] } : { framework, problems };
}

function nameFaults(name: string, { frameworks }: Shipped): readonly string[] {
  if (frameworks.some((one) => one.name === name.toLowerCase())) return [`${name} is a framework of the product; name yours otherwise.`];
  const isName = FRAMEWORK_NAME.test(name) && name.length <= LONGEST_NAME && !RESERVED_NAMES.test(name);
  return isName ? [] : [`A framework cannot be named "${name}": reports are files of that name. Use lower-case letters, digits and single dashes, at most ${LONGEST_NAME} characters.`];
}

/** A report under a title of the product's would be taken for its. */
function titleFaults(own: Framework | null, { frameworks }: Shipped): readonly string[] {
  const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();
  const taken = own !== null && frameworks.some(({ title, shortTitle }) => same(title, own.title) || same(shortTitle, own.shortTitle));
  return taken ? ['A framework of the product has this title or short_title; reports of the two could be mixed up.'] : [];
}

/** Each query has its cases, and each case file its query. */
function unpaired(queries: readonly OwnFile[], cases: readonly OwnFile[]): readonly string[] {
  const [asked, tried] = [new Set(queries.map(idOf)), new Set(cases.map(idOf))];
  return [
    ...queries.filter((file) => !tried.has(idOf(file))).map((file) => `${file.shown}:1: ${idOf(file)} has no cases; write cases/${idOf(file)}.yml, with events it must return and events it must not.`),
    ...cases.filter((file) => !asked.has(idOf(file))).map((file) => `${file.shown}:1: There is no query ${idOf(file)} in this folder.`),
  ];
}
