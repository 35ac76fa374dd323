import type { Progress } from '../progress.js';
import { logLine } from './log-line.js';

/** Of the toolkit, what progress needs. */
export interface ActionsLog {
  startGroup(name: string): void;
  endGroup(): void;
  info(message: string): void;
  warning(message: string): void;
}

const LINES_A_PART = 10;

/** A group a part of the work, a line each tenth of it, and what came of it below the group, where it is seen without opening it. */
export function actionsProgress(log: ActionsLog): Progress {
  let open = false;
  let told = 0;
  const close = (): void => {
    if (open) log.endGroup();
    open = false;
  };
  return {
    step: (title) => {
      close();
      log.startGroup(logLine(title));
      [open, told] = [true, 0];
    },
    count: (done, total) => {
      const tenth = total === 0 ? 0 : Math.floor((done / total) * LINES_A_PART);
      if (tenth > told) log.info(`${done} of ${total}`);
      told = Math.max(told, tenth);
    },
    done: (summary) => {
      close();
      log.info(logLine(summary));
    },
    warn: (sentence) => log.warning(logLine(sentence)),
  };
}
