export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** The archive begins before the month and ends after it, as every real one does. */
export const ARCHIVE_START = '2026-09-30T06:00:00Z';
export const LAST_EVENT = '2026-11-01T03:00:00Z';
export const ARCHIVE_END = '2026-11-01T04:00:00Z';
export const PERIOD_START = '2026-10-01T00:00:00Z';
export const PERIOD_END = '2026-11-01T00:00:00Z';

/** `YYYY-MM-DDTHH:MM:SSZ`, the way CloudTrail writes a time. */
export function instant(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

/** Every UTC day of the archive, `YYYY-MM-DD`. */
export function archiveDays(): readonly string[] {
  const days: string[] = [];
  for (let at = Date.parse(ARCHIVE_START.slice(0, 10)); at < Date.parse(ARCHIVE_END); at += DAY_MS) days.push(instant(at).slice(0, 10));
  return days;
}

export function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

/** Working days of the month. */
export function workingDays(): readonly string[] {
  return archiveDays().filter((day) => day.startsWith('2026-10-') && !isWeekend(day));
}

/** "Oct 5, 2026, 7:10:00 AM", the way STS writes when credentials expire. */
export function expiry(milliseconds: number): string {
  const at = new Date(milliseconds);
  const month = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][at.getUTCMonth()];
  const hour = at.getUTCHours();
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${month} ${at.getUTCDate()}, ${at.getUTCFullYear()}, ${hour % 12 === 0 ? 12 : hour % 12}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())} ${hour < 12 ? 'AM' : 'PM'}`;
}
