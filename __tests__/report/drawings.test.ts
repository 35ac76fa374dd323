import { describe, expect, it } from '@jest/globals';
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { CoverageRun } from '../../src/evidence/result.js';
import { calendarColumns, calendarOf, dayTotals } from '../../src/report/calendar.js';
import { calendarChart, volumeChart, wantsLogScale } from '../../src/report/charts.js';
import { layOut } from '../../src/report/records-layout.js';
import { recordsCaption } from '../../src/report/setting.js';
import { count, counted, dayRange, daysOf, joined, reasonLines } from '../../src/report/wording.js';
import { HOSTILE } from './hostile.js';

const period = (start: string, end: string): { start: string; end: string; label: string } => ({ start: `${start}T00:00:00Z`, end: `${end}T00:00:00Z`, label: 'x' });
const run = (fromDay: string, toDay: string, state: CoverageRun['state'], account = '111122223333', region = 'eu-west-1'): CoverageRun =>
  ({ account, region, category: 'management', source: null, fromDay, toDay, state, reason: null });

describe('the calendar', () => {
  it.each([
    ['2026-10-01', '2026-11-01', 'day', 31, '2026-10-01', '2026-10-31'],
    ['2026-07-01', '2026-10-01', 'day', 92, '2026-07-01', '2026-09-30'],
    ['2026-07-01', '2026-10-02', 'month', 4, '2026-07', '2026-10'],
    ['2023-12-15', '2024-12-15', 'month', 13, '2023-12', '2024-12'],
    ['2020-01-01', '2025-01-01', 'month', 60, '2020-01', '2024-12'],
    ['2020-01-01', '2025-02-01', 'year', 6, '2020', '2025'],
    ['2024-02-28', '2024-03-01', 'day', 2, '2024-02-28', '2024-02-29'],
  ])('of %s to %s has a column a %s', (start, end, unit, columns, first, last) => {
    const calendar = calendarColumns(period(start, end));
    expect([calendar.unit, calendar.columns.length, calendar.columns[0], calendar.columns.at(-1)]).toEqual([unit, columns, first, last]);
  });

  it('shows each day as it was, and a month as the least of its days', () => {
    const scope = [{ account: '111122223333', region: 'eu-west-1' }];
    const days = calendarOf([run('2026-10-01', '2026-10-03', 'present'), run('2026-10-03', '2026-10-04', 'unexplained')], scope, period('2026-10-01', '2026-10-05'));
    expect(days.rows[0]?.cells).toEqual(['present', 'present', 'unexplained', null]);
    const months = calendarOf([run('2026-01-01', '2026-03-15', 'present'), run('2026-03-15', '2026-03-16', 'unreadable'), run('2026-03-16', '2026-06-01', 'idle-listed')], scope, period('2026-01-01', '2026-06-01'));
    expect(months.rows[0]?.cells).toEqual(['present', 'present', 'unreadable', 'idle-listed', 'idle-listed']);
  });

  it('draws accounts when pairs would not fit, those with gaps first, and says how many there are', () => {
    const accounts = Array.from({ length: 60 }, (_, i) => String(100_000_000_000 + i));
    const scope = accounts.map((account) => ({ account, region: 'eu-west-1' }));
    const runs = accounts.map((account, i) => run('2026-10-01', '2026-10-02', i === 59 ? 'unexplained' : 'present', account));
    const calendar = calendarOf(runs, scope, period('2026-10-01', '2026-10-02'));
    expect([calendar.rows.length, calendar.totalRows, calendar.rows[0]?.account, calendar.rows[0]?.region]).toEqual([40, 60, accounts[59], null]);
  });

  it('counts the days of a pair by state', () => {
    expect(dayTotals([run('2026-10-01', '2026-10-11', 'present'), run('2026-10-11', '2026-10-13', 'unexplained'), run('2026-10-01', '2026-10-02', 'present', 'other')], '111122223333', 'eu-west-1'))
      .toEqual({ days: 12, present: 10, idle: 0, unexplained: 2, unreadable: 0 });
  });
});

describe('drawings', () => {
  it('are the same each time, and hold their title, description and texts as text', () => {
    const hostile = Object.values(HOSTILE).join(' ');
    const calendar = { unit: 'day' as const, columns: ['2026-10-01'], rows: [{ account: hostile, region: hostile, cells: ['unexplained' as const] }], totalRows: 1 };
    const drawn = calendarChart(calendar, hostile);
    expect(calendarChart(calendar, hostile)).toBe(drawn);
    const names = new Set<string>();
    const walk = (node: Tree.Node): void => {
      if ('tagName' in node) names.add(node.tagName);
      if ('childNodes' in node) node.childNodes.forEach(walk);
    };
    walk(parseFragment(drawn));
    expect([...names].sort()).toEqual(['desc', 'path', 'rect', 'svg', 'text', 'title']);
  });

  it('hold no broken numbers, whatever is drawn', () => {
    for (const events of [[], [0], [1], [0, 0, 5], [1, 10, 1_000_000], Array.from({ length: 92 }, (_, i) => i * i)]) {
      expect(volumeChart(events.map((n, i) => ({ column: String(i), events: n, exceptions: i % 2 })), 'x')).not.toMatch(/NaN|Infinity|="-\d/);
    }
  });

  it('take a logarithmic scale only where most bars could not be seen without', () => {
    const bars = (...events: readonly number[]): Parameters<typeof wantsLogScale>[0] => events.map((n) => ({ column: '', events: n, exceptions: 0 }));
    expect(wantsLogScale(bars(10, 20, 30))).toBe(false);
    expect(wantsLogScale(bars(10, 20, 3_000))).toBe(true);
  });
});

describe('a query’s rows on a page', () => {
  const columns = ['exception_id', 'event_time', 'account_id', 'region', 'actor_name', 'invoked_by', 'event_name', 'user_agent', 'event_id', 'source_file'];
  const row = ['ROOT-01-0123456789ab', '2026-10-05T07:03:11Z', '111122223333', 'eu-west-1', 'alice', null, 'CreateUser', 'aws-cli', 'id', 'AWSLogs/x'];

  it('stand in the query’s order, what traces them on a line of its own, columns without a value named once', () => {
    const layout = layOut(columns, [row]);
    expect(layout.main.map(({ name }) => name)).toEqual(['event_time', 'account_id', 'region', 'actor_name', 'event_name']);
    expect(layout.detail.map(({ name }) => name)).toEqual(['exception_id', 'event_id', 'user_agent', 'source_file']);
    expect(layout.empty).toEqual(['invoked_by']);
    expect(layout.main.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(100, 0);
  });

  it('lose no column, however many and wide', () => {
    const many = Array.from({ length: 14 }, (_, i) => `column_${i}`);
    const layout = layOut(many, [many.map(() => 'x'.repeat(200))]);
    expect([...layout.main, ...layout.detail].map(({ name }) => name).sort()).toEqual([...many].sort());
  });

  it('break no word of up to 31 characters, as long as there is room', () => {
    const wide = ['2026-10-05T07:03:11Z', '111122223333', 'eu-west-1', 'chiara.russo@shop.example', null, 'UpdateFunctionConfiguration2015', 'aws-cli', 'id', 'AWSLogs/x'];
    const layout = layOut(columns.slice(1), [wide]);
    for (const { index, width } of layout.main) expect((width / 100) * 117).toBeGreaterThan(String(wide[index]).length + 1);
    expect(layout.main.map(({ name }) => name)).toEqual(['event_time', 'account_id', 'region', 'actor_name', 'event_name']);
  });

  it('have a long name under them, not on many lines beside empty ones, but never who acted', () => {
    const layout = layOut(['account_id', 'role', 'actor_name', 'events'], [['111122223333', `arn:aws:iam::111122223333:role/${'x'.repeat(40)}`, 'y'.repeat(60), 1]]);
    expect(layout.main.map(({ name }) => name)).toEqual(['account_id', 'actor_name', 'events']);
    expect(layout.detail.map(({ name }) => name)).toEqual(['role']);
  });

  it('keep sentences beside each other', () => {
    const layout = layOut(['account_id', 'finding'], [['111122223333', 'many words one after the other, '.repeat(5)]]);
    expect(layout.main.map(({ name }) => name)).toEqual(['account_id', 'finding']);
  });

  it('have at least one column', () => {
    expect(layOut(['role', 'target'], [['x'.repeat(60), 'x'.repeat(60)]]).main.map(({ name }) => name)).toEqual(['role']);
  });

  it('say where the rest is, above them', () => {
    const block = { kind: 'records' as const, id: 'IAM-02', columns: ['a'], rows: [], total: 1_204, file: { path: 'results/IAM-02.csv', bytes: 1, sha256: 'ab12' } };
    expect(recordsCaption(block, 25).map((part) => part.text).join('')).toBe('IAM-02: first 25 of 1,204; all of them: results/IAM-02.csv, sha256 ab12');
    expect(recordsCaption({ ...block, total: 1 }, 1).map((part) => part.text).join('')).toBe('IAM-02: 1 row, all shown');
  });
});

describe('words', () => {
  it('count, join and bound days', () => {
    expect([count(0), count(999), count(1_000), count(1_234_567)]).toEqual(['0', '999', '1,000', '1,234,567']);
    expect([counted(0, 'row'), counted(1, 'row'), counted(2_000, 'query', 'queries')]).toEqual(['no rows', '1 row', '2,000 queries']);
    expect([joined([]), joined(['a']), joined(['a', 'b']), joined(['a', 'b', 'c'])]).toEqual(['', 'a', 'a and b', 'a, b and c']);
    expect([dayRange('2026-02-28', '2026-03-01'), dayRange('2024-02-28', '2024-03-01')]).toEqual(['2026-02-28', '2024-02-28 to 2024-02-29 (2 days)']);
    expect(daysOf({ start: '2026-10-01T06:00:00Z', end: '2026-10-03T06:00:00Z', label: '' })).toEqual({ from: '2026-10-01', to: '2026-10-04', days: 3 });
  });

  it('name each cause once, with the first places and the number of the others', () => {
    const reasons = Array.from({ length: 9 }, (_, i) => ({ code: 'digest-gap' as const, account: '1', region: `r${i}`, from: '2026-10-01', to: '2026-10-02' }));
    const [only, ...others] = reasonLines(reasons);
    expect(others).toEqual([]);
    const text = only?.map((part) => part.text).join('') ?? '';
    expect(text).toContain('Hours without a digest between hours that have one: account 1, r0, r1, r2, r3, r4 and r5, 2026-10-01; ');
    expect(text).toMatch(/; and 3 more places, listed in results\.json\.$/);
  });
});
