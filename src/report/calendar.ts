import type { CellState, CoverageRun } from '../evidence/result.js';
import type { Period } from '../settings/period.js';
import { dayAfter, daysBetween, daysOf } from './wording.js';

/** Worst first: what a cell of several days or several places shows. */
const WORST: readonly CellState[] = ['unreadable', 'unexplained', 'idle-listed', 'present'];

export interface CalendarRow {
  readonly account: string;
  /** Null when the row speaks of every region of the account. */
  readonly region: string | null;
  /** State of each column; null: nothing known of it. */
  readonly cells: readonly (CellState | null)[];
}

/** Account × region (or account) by day, month or year; management events only. */
export interface Calendar {
  readonly unit: 'day' | 'month' | 'year';
  /** `2026-10-05`, `2026-10`, `2026`. */
  readonly columns: readonly string[];
  readonly rows: readonly CalendarRow[];
  /** Rows there are in all; more than `rows` when they would not fit a page. */
  readonly totalRows: number;
}

/** Beyond these many days a day is too narrow to see; beyond these many months, a month. */
const MOST_DAYS = 92;
const MOST_MONTHS = 60;
/** Rows that fit a page beside the text. */
const MOST_ROWS = 40;

function worst(states: readonly CellState[]): CellState | null {
  return WORST.find((state) => states.includes(state)) ?? null;
}

function eachDay(from: string, to: string): readonly string[] {
  const days: string[] = [];
  for (let day = from; day < to; day = dayAfter(day)) days.push(day);
  return days;
}

function unitOf(days: readonly string[]): Calendar['unit'] {
  if (days.length <= MOST_DAYS) return 'day';
  return new Set(days.map((day) => day.slice(0, 7))).size <= MOST_MONTHS ? 'month' : 'year';
}

/** Characters of a day that name the column it falls in. */
export const PREFIX = { day: 10, month: 7, year: 4 } as const;

/** The columns a period is drawn in. */
export function calendarColumns(period: Period): Pick<Calendar, 'unit' | 'columns'> {
  const { from, to } = daysOf(period);
  const days = eachDay(from, to);
  const unit = unitOf(days);
  return { unit, columns: [...new Set(days.map((day) => day.slice(0, PREFIX[unit])))] };
}

function rowOf(runs: readonly CoverageRun[], columns: readonly string[], unit: Calendar['unit'], account: string, region: string | null): CalendarRow {
  const states = new Map<string, CellState[]>();
  for (const run of runs) {
    for (const column of columns) {
      // Columns are prefixes of days, so that a run touches a column when the cut ends of the run enclose it.
      const first = run.fromDay.slice(0, PREFIX[unit]);
      const touches = column >= first && (unit === 'day' ? column < run.toDay : column <= lastDay(run.toDay).slice(0, PREFIX[unit]));
      if (touches) states.set(column, [...(states.get(column) ?? []), run.state]);
    }
  }
  return { account, region, cells: columns.map((column) => worst(states.get(column) ?? [])) };
}

const lastDay = (exclusive: string): string => new Date(Date.parse(`${exclusive}T00:00:00Z`) - 1).toISOString().slice(0, 10);

/** Where and when the logs account for themselves. Rows that are not accounted for come first when not all fit. */
export function calendarOf(runs: readonly CoverageRun[], scope: readonly { readonly account: string; readonly region: string }[], period: Period): Calendar {
  const { unit, columns } = calendarColumns(period);
  const management = runs.filter((run) => run.category === 'management');
  const byPair = scope.length <= MOST_ROWS;
  const places = byPair ? scope : [...new Set(scope.map((pair) => pair.account))].map((account) => ({ account, region: null }));
  const all = places.map(({ account, region }) =>
    rowOf(management.filter((run) => run.account === account && (region === null || run.region === region)), columns, unit, account, region));
  const rows = all.length <= MOST_ROWS ? all : [...all.filter((row) => !accounted(row)), ...all.filter(accounted)].slice(0, MOST_ROWS);
  return { unit, columns, rows, totalRows: all.length };
}

function accounted(row: CalendarRow): boolean {
  return row.cells.every((state) => state === 'present' || state === 'idle-listed');
}

export interface DayTotals {
  readonly days: number;
  readonly present: number;
  readonly idle: number;
  readonly unexplained: number;
  readonly unreadable: number;
}

/** Days of a pair by state, management events. */
export function dayTotals(runs: readonly CoverageRun[], account: string, region: string): DayTotals {
  const own = runs.filter((run) => run.category === 'management' && run.account === account && run.region === region);
  const days = (state: CellState): number => own.filter((run) => run.state === state).reduce((sum, run) => sum + daysBetween(run.fromDay, run.toDay), 0);
  const totals = { present: days('present'), idle: days('idle-listed'), unexplained: days('unexplained'), unreadable: days('unreadable') };
  return { days: totals.present + totals.idle + totals.unexplained + totals.unreadable, ...totals };
}
