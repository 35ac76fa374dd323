import { readFile as readFileByCallback } from 'node:fs';
import { promisify } from 'node:util';
import type { Unreadable } from './gunzip-member.js';
import type { LogFile } from './log-file.js';

/** Where log files' bytes come from. */
export interface LogReader {
  /** How many files are worth reading at the same time. */
  readonly filesAtOnce: number;
  /** All bytes of a file, or why they cannot be had. What concerns more than this file is thrown. */
  read(file: LogFile, maxBytes: number): Promise<Buffer | Unreadable>;
}

/** The callback form takes half the time of the promised one, which shows when a year has a million small files. */
const readFile = promisify(readFileByCallback);

/** Files on this machine. Node inflates on its four threads. */
export const LOCAL_FILES: LogReader = {
  filesAtOnce: 4,
  async read({ path, bytes }, maxBytes) {
    if (bytes > maxBytes) return tooLarge(bytes, maxBytes);
    try {
      return await readFile(path);
    } catch (error) {
      return { reason: 'cannot be opened', detail: (error as NodeJS.ErrnoException).code ?? 'unknown error' };
    }
  },
};

export function tooLarge(bytes: number, maxBytes: number): Unreadable {
  return { reason: 'too large', detail: `the file has ${bytes} bytes, more than ${maxBytes}` };
}
