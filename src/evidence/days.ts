import type { Period } from '../settings/period.js';

export const DAY_MS = 86_400_000;

/** Day number of an instant or a `YYYY-MM-DD`, counted from 1970-01-01 UTC. */
export function dayOf(instant: string): number {
  return Math.floor(Date.parse(instant.length === 10 ? `${instant}T00:00:00Z` : instant) / DAY_MS);
}

/** `YYYY-MM-DD` of a day number. */
export function dayText(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** First day the period touches, and the first day after it. */
export function daysOf(period: Pick<Period, 'start' | 'end'>): { readonly first: number; readonly end: number } {
  return { first: dayOf(period.start), end: Math.floor((Date.parse(period.end) - 1) / DAY_MS) + 1 };
}
