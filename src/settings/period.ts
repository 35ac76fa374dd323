import { SettingsError } from './errors.js';

/** A half-open interval of UTC time, `[start, end)`, by which every pack is bounded. */
export interface Period {
  /** First instant of the period, `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly start: string;
  /** First instant after the period, `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly end: string;
  /** Folder name of a pack over this period: `2026-10`, `2026-Q3` or `20260701-20261001`. */
  readonly label: string;
}

export const ALLOWED_PERIODS = 'give last-month, last-quarter, a month (2026-10), a quarter (2026-Q3), or a range a..b of days or instants (2026-07-01..2026-10-01), of which b is not part';

/** Log objects, and the digest that lists them, arrive within this time after the period's end. */
const SETTLE_HOURS = 3;

/** Reads a period; throws SettingsError when it is none, or ends before it starts. `now`, an ISO instant, is what `last-…` is before. */
export function parsePeriod(text: string, now: string): Period {
  const given = resolved(text.trim(), new Date(now));
  const month = /^([1-9]\d{3})-(\d{2})$/.exec(given);
  if (month !== null) return months(given, Number(month[1]), Number(month[2]), 1);
  const quarter = /^([1-9]\d{3})-Q([1-4])$/i.exec(given);
  if (quarter !== null) return months(given, Number(quarter[1]), (Number(quarter[2]) - 1) * 3 + 1, 3);
  const range = given.split('..');
  if (range.length !== 2) throw new SettingsError(`period: "${text}" is not a period; ${ALLOWED_PERIODS}.`);
  const [start, end] = range.map((part) => instant(part.trim(), text)) as [string, string];
  if (start >= end) throw new SettingsError(`period: "${text}" ends (${end}) before it starts (${start}); ${ALLOWED_PERIODS}.`);
  return { start, end, label: `${compact(start)}-${compact(end)}` };
}

/** True when the period has not ended, or ended less than the settle time ago. `now` is an ISO instant. */
export function isOpen(period: Period, now: string): boolean {
  return Date.parse(now) < Date.parse(period.end) + SETTLE_HOURS * 3_600_000;
}

/** `last-month` and `last-quarter` by the name of the month or quarter that they are. */
function resolved(text: string, now: Date): string {
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()];
  if (text.toLowerCase() === 'last-month') return new Date(Date.UTC(year, month - 1)).toISOString().slice(0, 7);
  if (text.toLowerCase() !== 'last-quarter') return text;
  const before = new Date(Date.UTC(year, month - 3));
  return `${before.getUTCFullYear()}-Q${Math.floor(before.getUTCMonth() / 3) + 1}`;
}

function months(given: string, year: number, month: number, count: number): Period {
  if (month < 1 || month > 12) throw new SettingsError(`period: "${given}" has no month ${month}; ${ALLOWED_PERIODS}.`);
  return { start: seconds(Date.UTC(year, month - 1, 1)), end: seconds(Date.UTC(year, month - 1 + count, 1)), label: given.toUpperCase() };
}

function instant(text: string, period: string): string {
  const full = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text;
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?Z$/.test(full)) throw new SettingsError(`period: "${text}" in "${period}" is neither a day (2026-07-01) nor an instant in UTC (2026-07-01T00:00:00Z); ${ALLOWED_PERIODS}.`);
  const time = Date.parse(full);
  const written = Number.isNaN(time) ? '' : seconds(time);
  if (!written.startsWith(full.slice(0, 16))) throw new SettingsError(`period: there is no ${text}; ${ALLOWED_PERIODS}.`);
  return written;
}

function seconds(time: number): string {
  return new Date(time).toISOString().replace('.000Z', 'Z');
}

/** `2026-07-01T00:00:00Z` → `20260701`; with a time of day `20260701T0930`. */
function compact(text: string): string {
  const day = text.slice(0, 10).replaceAll('-', '');
  const time = text.slice(11, 19).replaceAll(':', '');
  return time === '000000' ? day : `${day}T${time.endsWith('00') ? time.slice(0, 4) : time}`;
}
