import type { Period } from '../settings/period.js';
import type { AccountedFile, LogFile } from './log-file.js';

/** Delivery days read for a period, both ends included. */
export interface DeliveryWindow {
  /** `YYYY-MM-DD`. */
  readonly firstDay: string;
  /** `YYYY-MM-DD`. */
  readonly lastDay: string;
}

const HOUR_MS = 60 * 60 * 1000;
/** A role session lasts up to 12 h and is chained from sign-ins before it; queries follow them back this far. */
export const LEAD_IN_HOURS = 36;
/** CloudTrail delivers within minutes, rarely hours; its folders carry the day of delivery, not of the event. */
export const LATE_DELIVERY_HOURS = 24;

/** Every engine reads the days that touch `[start − 36 h, end + 24 h)`. */
export function deliveryWindow(period: Period): DeliveryWindow {
  const first = Date.parse(period.start) - LEAD_IN_HOURS * HOUR_MS;
  const afterLast = Date.parse(period.end) + LATE_DELIVERY_HOURS * HOUR_MS;
  return { firstDay: dayOf(first), lastDay: dayOf(afterLast - 1) };
}

/** A file whose path tells no day is always read: its records are dated one by one. */
export function isInWindow(file: LogFile, window: DeliveryWindow): boolean {
  return file.deliveryDay === null || (file.deliveryDay >= window.firstDay && file.deliveryDay <= window.lastDay);
}

export interface WindowedFiles {
  readonly inside: readonly LogFile[];
  readonly outside: readonly AccountedFile[];
}

export function splitByWindow(files: readonly LogFile[], window: DeliveryWindow): WindowedFiles {
  return {
    inside: files.filter((file) => isInWindow(file, window)),
    outside: files.filter((file) => !isInWindow(file, window)).map((file) => ({ file, outcome: { list: 'outside-window' } })),
  };
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
