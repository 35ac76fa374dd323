/** The disk did not take what was to be written. The message names the file and the reason; `cause` is the system's error. */
export class PackWriteError extends Error {
  override readonly name = 'PackWriteError';
}

/** A pack is not what its manifest says. The message names the file and what is wrong. */
export class BrokenPackError extends Error {
  override readonly name = 'BrokenPackError';
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; free some space and run again',
  EDQUOT: 'the disk quota is used up; free some space and run again',
  EACCES: 'permission denied; choose an output folder this user may write to',
  EPERM: 'permission denied; choose an output folder this user may write to',
  EROFS: 'the file system is read-only; choose another output folder',
  ENOTDIR: 'a part of its path is a file, not a folder; choose another output folder',
  EEXIST: 'something of that name is there already; choose another output folder',
  EMFILE: 'too many files are open',
};

/** Gives a system error a sentence; errors that already are ours pass unchanged. */
export function writeError(what: string, error: unknown): Error {
  const code = systemCode(error);
  if (code === null) return error as Error;
  return new PackWriteError(`Cannot write ${what}: ${REASONS[code] ?? code}.`, { cause: error });
}

/** The code of an error of the operating system (`ENOENT`); null for any other error. Told by its shape, since errors cross realms. */
export function systemCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error) || !('syscall' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
