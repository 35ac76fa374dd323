/** Tells a person how far a run is. What it is given are our own words and counts, never text from the logs. */
export interface Progress {
  /** A new part of the work begins. */
  step(title: string): void;
  /** How much of the part is done. */
  count(done: number, total: number): void;
  /** The part is over; `summary` says what came of it. */
  done(summary: string): void;
  /** Something a person should know, though the run goes on. */
  warn(sentence: string): void;
}

export const SILENT: Progress = { step: () => undefined, count: () => undefined, done: () => undefined, warn: () => undefined };
