import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SettingsError } from './settings/errors.js';

/** Folders that must not outlive this process. Whoever makes one adds it, and takes it off once it is gone or is to stay. */
export const leftovers = new Set<string>();

/** What must be ended elsewhere when this process is stopped: queries that run, tables that were staged. Whoever begins such a thing adds how to end it, and takes it off once it is over. */
export const endings = new Set<() => Promise<unknown>>();

/** A cancelled job of GitHub's has 7.5 s between SIGINT and SIGTERM, and 2.5 s more (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-cancellation). */
const ENDING_MS = 7_000;

/** Ends all of it, as far as that goes in the time there is; nothing thrown. What is left, a later step or the next run finds. */
export async function endEverything(): Promise<void> {
  const timer = new AbortController();
  const begun = [...endings].map(async (end) => end());
  await Promise.race([Promise.allSettled(begun), pause(ENDING_MS, undefined, { signal: timer.signal }).catch(() => undefined)]);
  timer.abort();
}

/** For a process that is about to end and can wait for nothing. One folder that cannot be removed keeps none of the others. */
export function removeLeftovers(): void {
  for (const folder of leftovers) {
    try {
      // A browser that is being killed may still write into its profile for a moment.
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    } catch (error) {
      process.stderr.write(`${folder} could not be removed (${(error as NodeJS.ErrnoException).code ?? 'unknown error'}). It may hold content of the logs: delete it.\n`);
    }
  }
}

/** A folder for the run's own use: inflated logs and whatever the engine moves out of memory. */
export async function makeTemporaryFolder(tempDir: string | null): Promise<string> {
  const parent = tempDir ?? tmpdir();
  try {
    await mkdir(parent, { recursive: true });
    const folder = await mkdtemp(join(parent, 'cloudtrail-evidence-'));
    leftovers.add(folder);
    return folder;
  } catch (error) {
    throw new SettingsError(`temp-dir: nothing can be written in ${parent}; give a folder that this user may write to.`, { cause: error });
  }
}

export async function removeTemporaryFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  leftovers.delete(folder);
}
