import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AccountedFile, LogFile, StagedFile } from '../../sources/log-file.js';
import type { LogReader } from '../../sources/log-reader.js';
import { stageLogFile } from '../../sources/stage-log-file.js';

/** The log files and whoever reads them. */
export interface LogSource {
  readonly files: readonly LogFile[];
  readonly reader: LogReader;
}

/** Files that wait for the engine, in the order of their keys, and those that could not be staged. */
export interface Batch {
  readonly staged: readonly StagedFile[];
  readonly notRead: readonly AccountedFile[];
  /** All files so far, these among them. */
  readonly done: number;
}

export interface Ahead {
  /** Staging stops while this many inflated bytes wait on disk. */
  readonly bytes: number;
  /** And while this many files wait: an archive may hold a hundred thousand small ones, or as many that cannot be read. */
  readonly files: number;
}

/** Stages log files while the engine reads those staged before, so that neither waits for the other. */
export class StagingAhead {
  private staged: StagedFile[] = [];
  private notRead: AccountedFile[] = [];
  private bytes = 0;
  private begun = 0;
  private done = 0;
  private stopped = false;
  private failure: { readonly cause: unknown } | null = null;
  private waiting: (() => void)[] = [];
  private readonly workers: Promise<unknown>;

  constructor(
    private readonly source: LogSource,
    private readonly places: StagingPlaces,
    private readonly ahead: Ahead,
  ) {
    this.workers = Promise.all(Array.from({ length: source.reader.filesAtOnce }, () => this.work()));
  }

  /** What is staged, once that is `bytes` or all there is; null after the last file. Throws what is wrong with the folder or the archive, a full disk say. */
  async next(bytes: number): Promise<Batch | null> {
    while (this.failure === null && this.bytes < bytes && !this.full() && this.done < this.source.files.length) await this.change();
    if (this.failure !== null) throw this.failure.cause;
    const [staged, notRead] = [this.staged, this.notRead];
    if (staged.length === 0 && notRead.length === 0) return null;
    [this.staged, this.notRead, this.bytes] = [[], [], 0];
    this.tell();
    return { staged: staged.sort((a, b) => (a.file.key < b.file.key ? -1 : 1)), notRead, done: this.done };
  }

  /** No file is begun after this; returns when none is under way. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.tell();
    await this.workers;
  }

  private async work(): Promise<void> {
    while (true) {
      while (this.full() && !this.stopped) await this.change();
      const file = this.source.files[this.begun];
      if (file === undefined || this.stopped) return;
      this.begun += 1;
      try {
        await this.stage(file);
      } catch (cause) {
        this.failure ??= { cause };
        this.stopped = true;
      }
      this.tell();
    }
  }

  private async stage(file: LogFile): Promise<void> {
    const place = this.places.take();
    const result = await stageLogFile(file, place, this.source.reader);
    this.done += 1;
    if ('outcome' in result) {
      this.places.giveBack(place);
      this.notRead.push(result);
    } else {
      this.bytes += result.stagedBytes;
      this.staged.push(result);
    }
  }

  private full(): boolean {
    return this.bytes >= this.ahead.bytes || this.staged.length + this.notRead.length >= this.ahead.files;
  }

  private change(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private tell(): void {
    for (const go of this.waiting.splice(0)) go();
  }
}

/** Names of staged files, used again once they are read. */
export class StagingPlaces {
  private readonly unused: string[] = [];
  private made = 0;

  constructor(private readonly folder: string) {}

  take(): string {
    return this.unused.pop() ?? join(this.folder, `${this.made++}.json`);
  }

  giveBack(place: string): void {
    this.unused.push(place);
  }

  /** Files of up to `keptBytes` stay, to be written over; a larger one would keep its disk space. */
  async free(staged: readonly StagedFile[], keptBytes: number): Promise<void> {
    await Promise.all(staged.map(async ({ stagedPath, stagedBytes }) => {
      if (stagedBytes > keptBytes) await rm(stagedPath, { force: true });
      this.giveBack(stagedPath);
    }));
  }
}
