import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import type { AwsWorld } from './aws/session.js';
import { endEverything, removeLeftovers } from './leftovers.js';
import { productVersion } from './pack/product-files.js';
import type { Progress } from './progress.js';
import type { RunContext } from './run.js';
import { readRunFacts } from './store/run-facts-file.js';

/** A process that a signal ends is told as 128 and the signal's number. */
const STOPPED = { SIGINT: 130, SIGTERM: 143 } as const;

/** What a door knows of the world that the run does not look at itself. */
export interface Door {
  readonly now: string;
  readonly progress: Progress;
  readonly oidcToken: AwsWorld['oidcToken'];
  readonly mask: AwsWorld['mask'];
  readonly debug?: (line: string) => void;
}

/** Who runs, where and when: from an earlier pack's run.json when one is given, else from this machine. */
export function contextOf(runFactsFile: string | null, { now, progress, oidcToken, mask, debug }: Door): RunContext {
  const { env } = process;
  const tool = { name: 'cloudtrail-evidence', version: productVersion(), commit: env['GITHUB_ACTION_REF'] ?? null } as const;
  const here = {
    generatedAt: now,
    tool,
    actor: env['GITHUB_ACTOR'] ?? userInfo().username,
    environment: `${env['GITHUB_ACTIONS'] === 'true' ? 'GitHub Actions' : 'a local machine'}, ${process.platform} ${process.arch}, Node ${process.versions.node}`,
    runId: env['GITHUB_RUN_ID'] ?? null,
    runUrl: env['GITHUB_RUN_ID'] === undefined ? null : `${env['GITHUB_SERVER_URL']}/${env['GITHUB_REPOSITORY']}/actions/runs/${env['GITHUB_RUN_ID']}`,
  };
  const aws = { env, oidcToken, mask, now: () => new Date(), wait: (ms: number) => pause(ms), ...(debug === undefined ? {} : { debug }) };
  if (runFactsFile === null) return { facts: here, env, progress, aws };
  const { facts, previousReview } = readRunFacts(runFactsFile);
  return { facts: { ...facts, tool }, env, progress, aws, reviewOf: () => Promise.resolve(previousReview) };
}

export function seconds(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

export function bytesOf(path: string): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

/**
 * Lets V8 look for garbage in pauses only. Log files go by in buffers outside its heap, and for each few dozen megabytes of them it would begin
 * to mark the heap in the background, in vain: a twentieth of a run's processor time. Nobody waits for an answer here.
 */
export function collectGarbageInPauses(): void {
  setFlagsFromString('--no-incremental-marking');
}

/**
 * Leaves nothing half-written behind and nothing running elsewhere. The browser's own listener for the exit is older than this
 * one: it is ended first. Asked a second time, the process goes at once.
 */
export function endOnSignals(say: (sentence: string) => void): void {
  let asked = false;
  for (const signal of Object.keys(STOPPED) as (keyof typeof STOPPED)[]) {
    process.on(signal, () => {
      const leave = (): never => {
        process.once('exit', removeLeftovers);
        process.exit(STOPPED[signal]);
      };
      if (asked) leave();
      asked = true;
      say(`Stopped by ${signal}; what the run had written is removed.`);
      void endEverything().finally(leave);
    });
  }
}
