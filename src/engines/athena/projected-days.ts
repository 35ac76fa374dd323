import type { DeliveryWindow } from '../../sources/delivery-window.js';
import type { Projection } from './projection.js';

type DateProjection = Extract<Projection, { type: 'date' }>;

const DAY_MS = 86_400_000;

/** All days of a window, `YYYY-MM-DD`. */
export function daysOf({ firstDay, lastDay }: DeliveryWindow): readonly string[] {
  const [first, last] = [Date.parse(firstDay), Date.parse(lastDay)];
  return Array.from({ length: Math.max(0, Math.round((last - first) / DAY_MS) + 1) }, (_, index) => dayText(first + index * DAY_MS));
}

/** A date format of Java's that writes days, months or years in figures: `yyyy/MM/dd`. */
export class DateFormat {
  private constructor(private readonly parts: readonly string[]) {}

  /** Null for a format with any other letter in it. */
  static of(format: string): DateFormat | null {
    const parts: readonly string[] = format.match(/yyyy|MM|dd|'[^']*'|[^A-Za-z']/g) ?? [];
    if (parts.join('') !== format || !parts.includes('yyyy')) return null;
    return parts.includes('dd') && !parts.includes('MM') ? null : new DateFormat(parts);
  }

  /** The day in this format. */
  text(day: string): string {
    return this.parts.map((part) => ({ yyyy: day.slice(0, 4), MM: day.slice(5, 7), dd: day.slice(8, 10) })[part] ?? (part === "''" ? "'" : part.replaceAll("'", ''))).join('');
  }

  /** True where the order of texts is the order of days. */
  get sorts(): boolean {
    return this.parts.filter((part) => /^[yMd]/.test(part)).join('').match(/^yyyy(?:MM(?:dd)?)?$/) !== null;
  }

  /** What one value stands for. */
  get unit(): 'DAYS' | 'MONTHS' | 'YEARS' {
    return this.parts.includes('dd') ? 'DAYS' : this.parts.includes('MM') ? 'MONTHS' : 'YEARS';
  }

  /** First day that a text stands for; null where it is not in this format. */
  firstDay(text: string): string | null {
    let at = 0;
    const found: Record<string, string> = {};
    for (const part of this.parts) {
      const written = /^[yMd]/.test(part) ? text.slice(at, at + part.length) : part === "''" ? "'" : part.replaceAll("'", '');
      if (!text.startsWith(written, at) || (/^[yMd]/.test(part) && !/^\d+$/.test(written))) return null;
      if (/^[yMd]/.test(part)) found[part] = written;
      at += written.length;
    }
    const day = `${found['yyyy']}-${found['MM'] ?? '01'}-${found['dd'] ?? '01'}`;
    return at === text.length && dayText(Date.parse(day)) === day ? day : null;
  }
}

/**
 * Days of the window, up to today, that the projection makes no value for; or what is wrong with it. Days to come hold no logs, and
 * `NOW` leaves them out.
 */
export function missingDays(projection: DateProjection, format: DateFormat, window: DeliveryWindow, now: string): readonly string[] | string {
  const [from, to] = [rangeEnd(projection.range[0], format, now), rangeEnd(projection.range[1], format, now)];
  if (from === null || to === null) return `its range ${projection.range.join(',')} is neither in the format ${projection.format} nor counted from NOW`;
  const unit = projection.unit?.replace(/S?$/, 'S') ?? format.unit;
  if (projection.interval !== 1 || (unit !== format.unit && !FINER.includes(unit))) return `its interval is ${projection.interval} ${unit}, which leaves days out`;
  const today = now.slice(0, 10);
  const of = (day: string): string => format.text(day);
  // Compared as what a value stands for: with yyyy/MM all days of the last month are in the range.
  const [first, last] = [startOf(from, format), startOf(to, format)];
  return daysOf(window).filter((day) => day <= today && of(day) !== of(from) && of(day) !== of(to) && (day < first || day > last));
}

const FINER: readonly string[] = ['HOURS', 'MINUTES', 'SECONDS'];

function startOf(day: string, format: DateFormat): string {
  return format.unit === 'DAYS' ? day : format.unit === 'MONTHS' ? `${day.slice(0, 7)}-01` : `${day.slice(0, 4)}-01-01`;
}

/** `2020/01/01`, `NOW`, `NOW-3YEARS`, `NOW+1DAY`: the day it falls on. */
function rangeEnd(text: string, format: DateFormat, now: string): string | null {
  const relative = /^NOW\s*(?:([+-])\s*(\d+)\s*(YEAR|MONTH|WEEK|DAY|HOUR|MINUTE|SECOND)S?)?$/i.exec(text.trim());
  if (relative === null) return format.firstDay(text);
  const [, sign, count = '0', unit = 'DAY'] = relative;
  return moved(now, Number(count) * (sign === '-' ? -1 : 1), unit.toUpperCase());
}

const UNIT_MS: Readonly<Record<string, number>> = { WEEK: 7 * DAY_MS, DAY: DAY_MS, HOUR: 3_600_000, MINUTE: 60_000, SECOND: 1000 };

function moved(now: string, count: number, unit: string): string {
  const date = new Date(now);
  const ms = UNIT_MS[unit];
  if (ms !== undefined) return dayText(date.getTime() + count * ms);
  const months = date.getUTCFullYear() * 12 + date.getUTCMonth() + count * (unit === 'YEAR' ? 12 : 1);
  const [year, month] = [Math.floor(months / 12), ((months % 12) + 12) % 12];
  // The 31st a month before the 31st of March is the last of February, as Java counts.
  return dayText(Date.UTC(year, month, Math.min(date.getUTCDate(), new Date(Date.UTC(year, month + 1, 0)).getUTCDate())));
}

function dayText(time: number): string {
  return Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 10);
}
