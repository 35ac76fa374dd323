import type { CellState } from '../evidence/result.js';
import type { Calendar, CalendarRow } from './calendar.js';
import { htmlText } from './html-text.js';
import { count } from './wording.js';

/** Width of a chart: the text column of an A4 page, in CSS pixels. */
const WIDTH = 660;
const LABEL = 156;
const ROW = 15;

/** Fill of a calendar cell. Grey steps and marks tell the states apart without colour. */
const FILL: Readonly<Record<CellState, string>> = { present: '#3d5a73', 'idle-listed': '#c9d3dc', unexplained: '#ffffff', unreadable: '#ffffff' };

/** Our own SVG: every text in it goes through the HTML encoder, every number through `px`. */
function svg(height: number, title: string, description: string, body: readonly string[]): string {
  return [
    `<svg role="img" viewBox="0 0 ${WIDTH} ${px(height)}" width="${WIDTH}" height="${px(height)}" xmlns="http://www.w3.org/2000/svg">`,
    `<title>${htmlText(title)}</title><desc>${htmlText(description)}</desc>`,
    ...body,
    '</svg>',
  ].join('');
}

const px = (n: number): string => String(Math.round(n * 100) / 100);
const label = (x: number, y: number, text: string, anchor: 'start' | 'middle' | 'end' = 'start', mono = false): string =>
  `<text x="${px(x)}" y="${px(y)}" text-anchor="${anchor}"${mono ? ' class="m"' : ''}>${htmlText(text)}</text>`;

interface Span {
  readonly from: number;
  readonly to: number;
  readonly state: CellState | null;
}

/** Neighbours of one state as one span, so that a year of days is a few rectangles. */
function spans(row: CalendarRow): readonly Span[] {
  const out: Span[] = [];
  row.cells.forEach((state, index) => {
    const last = out.at(-1);
    if (last !== undefined && last.state === state) out[out.length - 1] = { ...last, to: index + 1 };
    else out.push({ from: index, to: index + 1, state });
  });
  return out;
}

function spanMarks(span: Span, top: number, cell: number): string {
  const x = LABEL + span.from * cell;
  const width = (span.to - span.from) * cell;
  const height = ROW - 4;
  if (span.state === null) return '';
  const box = `<rect x="${px(x)}" y="${px(top)}" width="${px(width)}" height="${height}" fill="${FILL[span.state]}"/>`;
  if (span.state === 'present' || span.state === 'idle-listed') return box;
  const frame = `<rect x="${px(x + 0.5)}" y="${px(top + 0.5)}" width="${px(width - 1)}" height="${height - 1}" fill="none" stroke="#9a3412"/>`;
  const marks: string[] = [];
  for (let i = span.from; i < span.to; i += 1) {
    const left = LABEL + i * cell + 1;
    const right = LABEL + (i + 1) * cell - 1;
    const half = (left + right) / 2;
    marks.push(span.state === 'unexplained'
      ? `M${px(left)} ${px(top + height - 1)}L${px(right)} ${px(top + 1)}`
      : `M${px(left)} ${px(top + height - 1)}L${px(right)} ${px(top + 1)}M${px(left)} ${px(top + 1)}L${px(right)} ${px(top + height - 1)}M${px(half)} ${px(top)}V${px(top + height)}`);
  }
  return `${box}${frame}<path d="${marks.join('')}" stroke="#9a3412" fill="none" stroke-width="0.8"/>`;
}

/** Coverage by place and time. */
export function calendarChart(calendar: Calendar, description: string): string {
  const cell = Math.min(48, (WIDTH - LABEL) / Math.max(1, calendar.columns.length));
  const top = 22;
  const bottom = top + calendar.rows.length * ROW;
  const gaps = calendar.columns.map((_, i) => (i === 0 || cell < 4 ? '' : `M${px(LABEL + i * cell)} ${top}V${bottom}`)).join('');
  return svg(bottom + 24, 'Coverage calendar', description, [
    ...ticks(calendar, cell).map(({ index, text }) => label(LABEL + index * cell, 14, text)),
    ...calendar.rows.map((row, i) => label(LABEL - 8, top + i * ROW + 9, row.region === null ? row.account : `${row.account} ${row.region}`, 'end', true)),
    ...calendar.rows.flatMap((row, i) => spans(row).map((span) => spanMarks(span, top + i * ROW, cell))),
    `<path d="${gaps}" stroke="#ffffff" stroke-width="1"/>`,
    ...legend(bottom + 17),
  ]);
}

function legend(y: number): readonly string[] {
  const entries: readonly (readonly [CellState, string])[] = [
    ['present', 'accounted for, with events'], ['idle-listed', 'no events, accounted for by 24 hourly digests'], ['unexplained', 'not accounted for'], ['unreadable', 'not fully readable'],
  ];
  const at = [0, 128, 312, 508];
  return entries.flatMap(([state, text], i) => {
    const x = at[i] ?? 0;
    const box = `<rect x="${x + 0.5}" y="${px(y - 8.5)}" width="10" height="10" fill="${FILL[state]}" stroke="${state === 'present' || state === 'idle-listed' ? 'none' : '#9a3412'}"/>`;
    const mark = state === 'unexplained' ? `M${x + 1} ${px(y + 1)}l9 -9` : state === 'unreadable' ? `M${x + 1} ${px(y + 1)}l9 -9m0 9l-9 -9M${x + 5.5} ${px(y - 8)}v10` : '';
    return [box, mark === '' ? '' : `<path d="${mark}" stroke="#9a3412" fill="none" stroke-width="0.8"/>`, label(x + 15, y, text)];
  });
}

function ticks(calendar: Calendar, cell: number): readonly { readonly index: number; readonly text: string }[] {
  const every = Math.max(1, Math.ceil(46 / cell));
  if (calendar.unit !== 'day') return calendar.columns.flatMap((text, index) => (index % every === 0 ? [{ index, text }] : []));
  return calendar.columns.flatMap((day, index) => {
    const date = Number(day.slice(8));
    const shown = date === 1 || (index === 0 && date < 28) || (calendar.columns.length <= 45 && date % 7 === 1 && date < 29);
    return shown ? [{ index, text: date === 1 || index === 0 ? day : day.slice(5) }] : [];
  });
}

export interface VolumeBar {
  /** Day, month or year. */
  readonly column: string;
  readonly events: number;
  readonly exceptions: number;
}

/** A log axis is used when most bars would be too low to see. */
export function wantsLogScale(bars: readonly VolumeBar[]): boolean {
  const sizes = bars.map((bar) => bar.events).filter((n) => n > 0).sort((a, b) => a - b);
  return (sizes.at(-1) ?? 0) > 25 * (sizes[Math.floor(sizes.length / 2)] ?? 1);
}

/** Events over time, with the days marked on which exceptions fall. */
export function volumeChart(bars: readonly VolumeBar[], description: string): string {
  const most = Math.max(1, ...bars.map((bar) => bar.events));
  const log = wantsLogScale(bars);
  const left = 64;
  const height = 84;
  const top = 8;
  const cell = Math.min(40, (WIDTH - left) / Math.max(1, bars.length));
  const y = (n: number): number => (n <= 0 ? 0 : log ? (Math.log10(n) + 0.3) / (Math.log10(most) + 0.3) : n / most) * height;
  const grid = gridValues(most, log);
  return svg(top + height + 40, 'Events over time', description, [
    ...grid.map((n) => `<path d="M${left} ${px(top + height - y(n))}H${px(left + bars.length * cell)}" stroke="#d5dbe1" stroke-width="0.6"/>${label(left - 6, top + height - y(n) + 3, count(n), 'end')}`),
    ...bars.map((bar, i) => (bar.events === 0 ? '' : `<rect x="${px(left + i * cell + 0.5)}" y="${px(top + height - y(bar.events))}" width="${px(Math.max(0.6, cell - 1))}" height="${px(y(bar.events))}" fill="#3d5a73"/>`)),
    ...bars.map((bar, i) => (bar.exceptions === 0 ? '' : `<rect x="${px(left + (i + 0.5) * cell - 2.5)}" y="${px(top + height + 5)}" width="5" height="5" fill="#9a3412"/>`)),
    ...bars.flatMap((bar, i) => (i === 0 || (bars.length - i) * cell > 50 && i % Math.ceil(62 / cell) === 0 ? [label(left + i * cell, top + height + 23, bar.column)] : [])),
    `<rect x="${left}" y="${px(top + height + 31)}" width="5" height="5" fill="#9a3412"/>${label(left + 10, top + height + 37, 'an exception printed in this report falls here')}`,
  ]);
}

function gridValues(most: number, log: boolean): readonly number[] {
  if (log) return Array.from({ length: Math.floor(Math.log10(most)) + 1 }, (_, i) => 10 ** i);
  const step = [1, 2, 5].map((m) => m * 10 ** Math.floor(Math.log10(Math.max(1, most / 2)))).filter((s) => most / s <= 4)[0] ?? most;
  return Array.from({ length: Math.floor(most / Math.max(1, step)) }, (_, i) => (i + 1) * step);
}
