/** Short ASCII names that mean the same on every file system, at most one folder deep, none hidden, none leading outside. */
const SEGMENT = '[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9])?';
/** The name of a pack's folder, and so the label of its period. */
export const FOLDER_NAME = new RegExp(`^${SEGMENT}$`);
const PACK_PATH = new RegExp(`^${SEGMENT}(?:/${SEGMENT})?$`);
/** Names Windows keeps for devices, with any ending. */
const DEVICE_NAME = /(?:^|\/)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|\/|$)/i;

export function isPackPath(path: string): boolean {
  return path.length <= 200 && PACK_PATH.test(path) && !DEVICE_NAME.test(path);
}

/** The path, when a pack may hold a file of that name. */
export function requirePackPath(path: string): string {
  if (!isPackPath(path)) throw new Error(`A pack cannot hold a file named ${JSON.stringify(path)}`);
  return path;
}

/** Binary order; pack paths are ASCII, where the order of code units is the order of bytes. */
export function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
