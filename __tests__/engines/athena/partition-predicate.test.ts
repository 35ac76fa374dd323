import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { partitionPredicate, type PredicateInput } from '../../../src/engines/athena/partition-predicate.js';
import { tableLayout, type TableMetadata } from '../../../src/engines/athena/table-layout.js';
import type { Scope } from '../../../src/settings/settings.js';
import { deliveryWindow } from '../../../src/sources/delivery-window.js';
import { days } from '../../evidence/month.js';
import { columns } from './struct-table.js';

const A = '111122223333';
const B = '444455556666';
const TABLE = { database: 'logs', table: 'trail' };
const NOWHERE: Scope = { accounts: [], regions: [] };
const scope = (accounts: readonly string[], regions: readonly string[] = []): Scope => ({ accounts: accounts.map((id) => ({ id, name: null, environment: null })), regions });

interface Given {
  readonly keys?: Readonly<Record<string, string>>;
  readonly properties?: Readonly<Record<string, string>>;
  readonly location?: string;
  readonly period?: { readonly start: string; readonly end: string };
  readonly scope?: Scope;
  readonly now?: string;
  readonly allowFullScan?: boolean;
}

const OCTOBER = { start: '2026-10-01T00:00:00Z', end: '2026-11-01T00:00:00Z' };

function predicate({ keys = {}, properties = {}, location = `s3://bucket/AWSLogs/${A}/`, period = OCTOBER, scope: of = NOWHERE, now = '2026-11-03T04:00:00Z', allowFullScan = false }: Given): ReturnType<typeof partitionPredicate> {
  const metadata: TableMetadata = { columns: columns(), partitionKeys: Object.entries(keys).map(([name, type]) => ({ name, type })), parameters: properties, location };
  const layout = tableLayout(metadata);
  if (typeof layout === 'string') throw new Error(layout);
  const input: PredicateInput = { layout, table: TABLE, window: deliveryWindow({ ...period, label: '' }), scope: of, now, allowFullScan };
  return partitionPredicate(input);
}

const dated = (more: Readonly<Record<string, string>> = {}, key = 'timestamp'): Readonly<Record<string, string>> => ({
  'projection.enabled': 'true', [`projection.${key}.type`]: 'date', [`projection.${key}.format`]: 'yyyy/MM/dd', [`projection.${key}.range`]: '2020/01/01,NOW', [`projection.${key}.interval`]: '1',
  [`projection.${key}.interval.unit`]: 'DAYS', 'storage.location.template': `s3://bucket/AWSLogs/${A}/CloudTrail/eu-west-1/\${${key}}`, ...more,
});
const TIMESTAMP = { timestamp: 'string' };
const ORGANISATION = dated({ 'projection.account.type': 'enum', 'projection.account.values': `${A},${B}`, 'projection.region.type': 'enum', 'projection.region.values': 'us-east-1,eu-west-1', 'storage.location.template': 's3://bucket/AWSLogs/o-abc/${account}/CloudTrail/${region}/${timestamp}' });
const YEAR_MONTH_DAY = { region: 'string', year: 'string', month: 'string', day: 'string' };
const ymd = (day: string): Record<string, string> => ({ region: 'eu-west-1', year: day.slice(0, 4), month: day.slice(5, 7), day: day.slice(8) });
const bare = (number: string | undefined): string => String(Number(number));

const NUMBERS = {
  'projection.enabled': 'true', 'projection.year.type': 'integer', 'projection.year.range': '2013,2030', 'projection.month.type': 'integer', 'projection.month.range': '1,12', 'projection.day.type': 'integer', 'projection.day.range': '1,31',
};

/** A layout; and the values its keys have on a day. */
const LAYOUTS: [string, Given, (day: string) => Record<string, string>][] = [
  ['documented projection', { keys: TIMESTAMP, properties: dated() }, (day) => ({ timestamp: day.replaceAll('-', '/') })],
  ['a key of another name, in capitals', { keys: { LogDay: 'string' }, properties: dated({}, 'logday') }, (day) => ({ logday: day.replaceAll('-', '/') })],
  ['a format with hyphens', { keys: TIMESTAMP, properties: dated({ 'projection.timestamp.format': 'yyyy-MM-dd', 'projection.timestamp.range': '2020-01-01,NOW' }) }, (day) => ({ timestamp: day })],
  ['a format that does not sort', { keys: TIMESTAMP, properties: dated({ 'projection.timestamp.format': 'dd-MM-yyyy', 'projection.timestamp.range': '01-01-2020,NOW' }) }, (day) => ({ timestamp: day.split('-').reverse().join('-') })],
  ['account, region and day, all projected', { keys: { account: 'string', region: 'string', timestamp: 'string' }, properties: ORGANISATION }, (day) => ({ account: B, region: 'us-east-1', timestamp: day.replaceAll('-', '/') })],
  ['region, year, month and day', { keys: YEAR_MONTH_DAY }, ymd],
  ['the same without noughts', { keys: YEAR_MONTH_DAY }, (day) => ({ ...ymd(day), month: bare(ymd(day)['month']), day: bare(ymd(day)['day']) })],
  ['account, region, year, month and day of an organisation', { keys: { account: 'string', ...YEAR_MONTH_DAY }, location: 's3://bucket/AWSLogs/o-abc/' }, (day) => ({ account: B, ...ymd(day) })],
  ['numbers projected as such', { keys: { year: 'int', month: 'int', day: 'int' }, properties: NUMBERS }, (day) => ({ year: bare(ymd(day)['year']), month: bare(ymd(day)['month']), day: bare(ymd(day)['day']) })],
  ['numbers projected as text of two digits', { keys: { year: 'string', month: 'string', day: 'string' }, properties: { ...NUMBERS, 'projection.month.digits': '2', 'projection.day.digits': '2' } }, (day) => { const { year = '', month = '', day: date = '' } = ymd(day); return { year, month, day: date }; }],
  ['dt=yyyy-mm-dd', { keys: { dt: 'string' } }, (day) => ({ dt: day })],
  ['dt=yyyymmdd', { keys: { dt: 'string' } }, (day) => ({ dt: day.replaceAll('-', '') })],
  ['a day of type date', { keys: { event_date: 'date' } }, (day) => ({ event_date: day })],
];

const PERIODS: [string, { readonly start: string; readonly end: string }][] = [
  ['a month', OCTOBER],
  ['a month over the end of a year', { start: '2026-01-01T00:00:00Z', end: '2026-02-01T00:00:00Z' }],
  ['February of a leap year', { start: '2024-02-01T00:00:00Z', end: '2024-03-01T00:00:00Z' }],
  ['a quarter', { start: '2025-10-01T00:00:00Z', end: '2026-01-01T00:00:00Z' }],
  ['a day', { start: '2026-03-01T00:00:00Z', end: '2026-03-02T00:00:00Z' }],
  ['hours of a day', { start: '2026-10-15T13:00:00Z', end: '2026-10-15T14:00:00Z' }],
];

let connection: DuckDBConnection;
let instance: DuckDBInstance;
beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:');
  connection = await instance.connect();
  await connection.run(await readFile(join(import.meta.dirname, '../../../src/engines/duckdb/prelude.sql'), 'utf8'));
});
afterAll(() => {
  connection.closeSync();
  instance.closeSync();
});

/** Days whose partition, and an object in it, meet the predicate. */
async function daysRead(sql: string, all: readonly string[], valuesOn: (day: string) => Record<string, string>, types: Readonly<Record<string, string>>): Promise<readonly unknown[]> {
  const type = (name: string): string => ({ int: 'INTEGER', date: 'DATE' }[Object.entries(types).find(([key]) => key.toLowerCase() === name)?.[1] ?? ''] ?? 'VARCHAR');
  const rows = all.map((day) => {
    const values = Object.entries(valuesOn(day)).map(([name, value]) => `CAST('${value}' AS ${type(name)}) AS "${name}"`);
    return `SELECT '${day}' AS delivered, 's3://bucket/AWSLogs/${A}/CloudTrail/eu-west-1/${day.replaceAll('-', '/')}/x.json.gz' AS "$path"${values.map((value) => `, ${value}`).join('')}`;
  });
  const result = await connection.run(`SELECT delivered FROM (${rows.join(' UNION ALL ')}) t WHERE ${sql} ORDER BY delivered`);
  return (await result.getRows()).flat();
}

describe('a partition predicate reads the days of the window and no others', () => {
  for (const [layout, given, valuesOn] of LAYOUTS) {
    it.each(PERIODS)(`${layout}: %s`, async (_name, period) => {
      const found = predicate({ ...given, period });
      if (found.refusal !== undefined) throw new Error(found.refusal);
      const window = deliveryWindow({ ...period, label: '' });
      const end = new Date(Date.parse(window.lastDay) + 86_400_000).toISOString().slice(0, 10);
      const around = days(new Date(Date.parse(window.firstDay) - 70 * 86_400_000).toISOString(), new Date(Date.parse(window.lastDay) + 70 * 86_400_000).toISOString());
      expect(await daysRead(found.sql, around, valuesOn, given.keys ?? {})).toEqual(days(window.firstDay, end));
      expect(found.prunes).toBe(true);
    });
  }

  it('as people would write it', () => {
    expect(predicate({ keys: TIMESTAMP, properties: dated() })).toMatchObject({ sql: `"timestamp" >= '2026/09/29' AND "timestamp" <= '2026/11/01'` });
    const { sql = '' } = predicate({ keys: YEAR_MONTH_DAY, location: 's3://b/AWSLogs/1/CloudTrail/' }) as { readonly sql?: string };
    expect(sql.split('\n  AND COALESCE')[0]).toBe(`(("year" = '2026' AND "month" IN ('09', '9') AND "day" IN ('29', '30'))\n    OR ("year" = '2026' AND "month" = '10')\n    OR ("year" = '2026' AND "month" = '11' AND "day" IN ('01', '1')))`);
  });

  it('of months reads whole months, and of these the objects of the window', async () => {
    const found = predicate({ keys: { timestamp: 'string' }, properties: dated({ 'projection.timestamp.format': 'yyyy/MM', 'projection.timestamp.range': '2020/01,NOW', 'projection.timestamp.interval.unit': 'MONTHS', 'storage.location.template': 's3://bucket/logs/${timestamp}' }) });
    expect(found).toMatchObject({ prunes: true, sql: expect.stringContaining(`"timestamp" >= '2026/09' AND "timestamp" <= '2026/11'`) });
    expect(await daysRead(found.sql ?? '', days('2026-08-01', '2027-01-01'), (day) => ({ timestamp: day.slice(0, 7).replace('-', '/') }), {})).toEqual(days('2026-09-29', '2026-11-02'));
  });
});

describe('partitions coarser than a day, in CloudTrail’s own folders', () => {
  const coarse: [string, Given][] = [
    ['a projected month', { keys: TIMESTAMP, properties: dated({ 'projection.timestamp.format': 'yyyy/MM', 'projection.timestamp.range': '2020/01,NOW', 'projection.timestamp.interval.unit': 'MONTHS' }) }],
    ['year and month', { keys: { year: 'string', month: 'string' }, properties: { ...NUMBERS, 'projection.month.digits': '2', 'storage.location.template': `s3://bucket/AWSLogs/${A}/CloudTrail/eu-west-1/\${year}/\${month}` } }],
    ['no day at all, where that is allowed', { keys: { region: 'string', kind: 'string' }, allowFullScan: true, properties: { 'projection.enabled': 'true', 'projection.kind.type': 'enum', 'projection.kind.values': '2026', 'projection.region.type': 'enum', 'projection.region.values': 'eu-west-1', 'storage.location.template': `s3://bucket/AWSLogs/${A}/CloudTrail/\${region}/\${kind}` } }],
  ];
  it.each(coarse)('%s: objects of other days are left out all the same', async (_name, given) => {
    const { sql = '' } = predicate(given) as { readonly sql?: string };
    const values = (day: string): Record<string, string> => ({ timestamp: day.slice(0, 7).replace('-', '/'), year: day.slice(0, 4), month: day.slice(5, 7) });
    expect(await daysRead(sql, days('2026-08-01', '2027-01-01'), values, {})).toEqual(days('2026-09-29', '2026-11-02'));
  });
});

describe('a projection that does not make every day of the window', () => {
  const ranged = (range: string, more: Given = {}): string => predicate({ keys: TIMESTAMP, properties: dated({ 'projection.timestamp.range': range }), ...more }).refusal ?? 'none';
  it.each([
    ['2020/01/01,NOW', 'none'],
    ['2026/09/29,2026/11/01', 'none'],
    ['NOW-3YEARS,NOW', 'none'],
    ['NOW-2MONTHS,NOW+1DAY', 'none'],
    ['NOW - 35 DAYS , NOW', 'none'],
    ['2026/09/30,NOW', 'leaves out 2026-09-29, of the days 2026-09-29 to 2026-11-01'],
    ['2026/10/05,NOW', 'leaves out 2026-09-29 to 2026-10-04 (6 days)'],
    ['2020/01/01,2026/10/30', 'leaves out 2026-10-31 to 2026-11-01 (2 days)'],
    ['NOW-1MONTH,NOW', 'leaves out 2026-09-29 to 2026-10-02 (4 days)'],
    ['NOW-4WEEKS,NOW', 'leaves out 2026-09-29 to 2026-10-05 (7 days)'],
    ['2021/01/01,2022/01/01', 'leaves out 2026-09-29 to 2026-11-01 (34 days)'],
    ['2020-01-01,NOW', 'neither in the format yyyy/MM/dd nor counted from NOW'],
    ['2026/02/31,NOW', 'neither in the format'],
  ])('%s: %s', (range, expected) => {
    expect(ranged(range)).toContain(expected);
  });

  it('is told with what widens it', () => {
    expect(predicate({ keys: TIMESTAMP, properties: dated({ 'projection.timestamp.range': '2026/10/05,NOW' }) })).toMatchObject({ ddl: "ALTER TABLE `logs`.`trail` SET TBLPROPERTIES ('projection.timestamp.range' = '2026/09/29,NOW')" });
  });

  it('but for days to come, which hold no logs yet', () => {
    expect(ranged('2020/01/01,NOW', { now: '2026-10-20T10:00:00Z' })).toBe('none');
  });

  it('in numbers', () => {
    const of = (more: Readonly<Record<string, string>>): string => predicate({ keys: { year: 'string', month: 'string', day: 'string' }, properties: { ...NUMBERS, ...more } }).refusal ?? 'none';
    expect(of({})).toBe('none');
    expect(of({ 'projection.year.range': '2020,2025' })).toContain('projection of year leaves out 2026, which the days 2026-09-29 to 2026-11-01 need: widen projection.year.range');
    expect(of({ 'projection.day.range': '1,30' })).toContain('leaves out 31');
    expect(of({ 'projection.day.interval': '2' })).toContain('projection of day leaves out 30, 02, 04, 06, ');
    expect(of({ 'projection.month.type': 'enum', 'projection.month.values': '01,10,11' })).toContain('leaves out 09, which the days 2026-09-29 to 2026-11-01 need: widen projection.month.values');
  });

  it('since it lists them, or counts them', () => {
    const listed = (properties: Readonly<Record<string, string>>, type = 'string'): string => predicate({ keys: { dt: type }, properties: { 'projection.enabled': 'true', 'storage.location.template': 's3://b/${dt}', ...properties }, period: { start: '2026-10-02T12:00:00Z', end: '2026-10-03T00:00:00Z' } }).refusal ?? 'none';
    const values = (...of: readonly string[]): Record<string, string> => ({ 'projection.dt.type': 'enum', 'projection.dt.values': of.join(',') });
    expect(listed(values('2026-10-01', '2026/10/02', '20261003'))).toBe('none');
    expect(listed(values('2026-10-01', '2026-10-02'))).toContain('projection of dt leaves out 2026-10-03, of the days 2026-10-01 to 2026-10-03 that the period needs');
    expect(listed({ 'projection.dt.type': 'integer', 'projection.dt.range': '20200101,20301231' })).toBe('none');
    expect(listed({ 'projection.dt.type': 'integer', 'projection.dt.range': '20200101,20261002' }, 'int')).toContain('leaves out 2026-10-03');
    expect(listed({ 'projection.dt.type': 'injected' })).toContain('The table\'s key dt is injected, so Athena wants its values named: project it as date');
  });

  it('because it goes in steps, or is not of days', () => {
    const of = (more: Readonly<Record<string, string>>): string => predicate({ keys: TIMESTAMP, properties: dated(more) }).refusal ?? 'none';
    expect(of({ 'projection.timestamp.interval': '7' })).toContain('its interval is 7 DAYS, which leaves days out');
    expect(of({ 'projection.timestamp.interval.unit': 'MONTHS' })).toContain('its interval is 1 MONTHS');
    expect(of({ 'projection.timestamp.format': 'yyyy/MM/dd/HH' })).toContain('use yyyy/MM/dd');
    expect(of({ 'projection.timestamp.type': 'dates' })).toContain('projection.timestamp.type is dates');
  });
});

describe('keys of accounts and regions', () => {
  const keys = { account: 'string', region: 'string', timestamp: 'string' };
  const injected = { ...ORGANISATION, 'projection.account.type': 'injected', 'projection.region.type': 'injected' };
  const of = (properties: Readonly<Record<string, string>>, scopeOf: Scope): ReturnType<typeof partitionPredicate> => predicate({ keys, properties, scope: scopeOf });

  it('are not narrowed to the scope: the archive is read whole', () => {
    expect(of(ORGANISATION, scope([A], ['eu-west-1'])).sql).toBe(`"timestamp" >= '2026/09/29' AND "timestamp" <= '2026/11/01'`);
  });

  it('are named where Athena wants them named, with the region of services that have none', () => {
    expect(of(injected, scope([A, B], ['eu-west-1'])).sql).toBe(`"timestamp" >= '2026/09/29' AND "timestamp" <= '2026/11/01'\n  AND "account" IN ('${A}', '${B}')\n  AND "region" IN ('eu-west-1', 'us-east-1')`);
    expect(of({ ...injected, 'projection.region.type': 'enum' }, scope([A])).sql).toContain(`"account" = '${A}'`);
  });

  it('that are injected and not in the scope are refused', () => {
    expect(of(injected, NOWHERE).refusal).toContain('key account is injected, so Athena wants its values named: name the accounts under scope');
    expect(of(injected, scope([A])).refusal).toContain('key region is injected');
    expect(predicate({ keys: { tenant: 'string', ...TIMESTAMP }, properties: dated({ 'projection.tenant.type': 'injected' }), scope: scope([A]) }).refusal).toContain('key tenant is injected, so Athena wants its values named: project it as enum');
  });

  it('that leave out an account in scope are refused', () => {
    expect(of(ORGANISATION, scope([A, '777788889999']))).toMatchObject({
      refusal: expect.stringContaining('leaves out 777788889999, which the scope names'),
      ddl: `ALTER TABLE \`logs\`.\`trail\` SET TBLPROPERTIES ('projection.account.values' = '${A},${B},777788889999')`,
    });
    expect(of(ORGANISATION, scope([A], ['eu-north-1'])).refusal).toContain('leaves out eu-north-1');
    // A blank is part of the value.
    expect(of({ ...ORGANISATION, 'projection.account.values': `${A}, ${B}` }, scope([B])).refusal).toContain(`leaves out ${B}`);
  });

  it('are known by their place in the template, whatever their names', () => {
    const renamed = dated({ 'projection.a.type': 'injected', 'projection.r.type': 'enum', 'projection.r.values': 'us-east-1', 'storage.location.template': 's3://bucket/AWSLogs/o-abc/${a}/CloudTrail/${r}/${timestamp}' });
    expect(predicate({ keys: { a: 'string', r: 'string', timestamp: 'string' }, properties: renamed, scope: scope([A]) }).sql).toContain(`"a" = '${A}'`);
  });
});

describe('the table that the console makes, without partitions', () => {
  it('is refused, with the table to make in its place', () => {
    const { refusal, ddl } = predicate({ location: `s3://my-trail/prefix/AWSLogs/${A}/` }) as { readonly refusal: string; readonly ddl: string };
    expect(refusal).toContain('logs.trail has no partition key that holds days');
    expect(refusal).toContain('allow-full-scan');
    expect(ddl).toContain('CREATE EXTERNAL TABLE `logs`.`trail_by_day` (');
    expect(ddl).toContain("LOCATION 's3://my-trail/prefix/AWSLogs/'");
    expect(ddl).toContain("'storage.location.template' = 's3://my-trail/prefix/AWSLogs/${account}/CloudTrail/${region}/${day}'");
    expect(ddl).toContain(`'projection.account.values' = '${A}'`);
    expect(ddl).toContain("'projection.region.values' = 'us-east-1,us-east-2,");
  });

  it.each([
    ['s3://b/AWSLogs/o-abc/', [], 's3://b/AWSLogs/o-abc/${account}/CloudTrail/${region}/${day}', "'projection.account.type' = 'injected'"],
    [`s3://b/AWSLogs/o-abc/${A}/CloudTrail/`, [], 's3://b/AWSLogs/o-abc/${account}/CloudTrail/${region}/${day}', `'projection.account.values' = '${A}'`],
    ['s3://b/AWSLogs/o-abc', [A, B], 's3://b/AWSLogs/o-abc/${account}/CloudTrail/${region}/${day}', `'projection.account.values' = '${A},${B}'`],
    ['s3://b/', [], 's3://b/AWSLogs/${account}/CloudTrail/${region}/${day}', "'projection.account.type' = 'injected'"],
  ] as [string, string[], string, string][])('at %s with accounts %s', (location, accounts, template, account) => {
    const { ddl } = predicate({ location, scope: scope(accounts) }) as { readonly ddl: string };
    expect(ddl).toContain(`'storage.location.template' = '${template}'`);
    expect(ddl).toContain(account);
  });

  it('gives DDL that passes here', () => {
    const { ddl } = predicate({}) as { readonly ddl: string };
    const property = (name: string): string => new RegExp(`'${name}' = '([^']*)'`).exec(ddl)?.[1] ?? '';
    const properties = Object.fromEntries([...ddl.matchAll(/'([a-z.]+)' = '([^']*)'/g)].map(([, name = '', value = '']) => [name, value]));
    expect(predicate({ keys: { account: 'string', region: 'string', day: 'string' }, properties, location: property('LOCATION') || 's3://bucket/AWSLogs/' }).sql).toBe(`"day" >= '2026/09/29' AND "day" <= '2026/11/01'`);
  });

  it.each([`s3://bucket/AWSLogs/${A}/`, 's3://bucket/CloudTrail/AWSLogs/', 's3://bucket/'])('is read whole where that is allowed: CloudTrail’s folders, and objects of the window (%s)', async (location) => {
    const found = predicate({ allowFullScan: true, location });
    expect(found).toMatchObject({ prunes: false });
    const paths = [
      [`AWSLogs/${A}/CloudTrail/eu-west-1/2026/10/05/a.json.gz`, true],
      [`AWSLogs/${A}/CloudTrail/eu-west-1/2026/09/28/a.json.gz`, false],
      [`AWSLogs/${A}/CloudTrail/eu-west-1/2026/11/02/a.json.gz`, false],
      [`AWSLogs/o-abc/${A}/CloudTrail/eu-west-1/2026/11/01/a.json.gz`, true],
      [`AWSLogs/${A}/CloudTrail-NetworkActivity/eu-west-1/2026/10/05/a.json.gz`, true],
      [`AWSLogs/${A}/CloudTrail-Digest/eu-west-1/2026/10/05/a.json.gz`, false],
      [`AWSLogs/${A}/Config/eu-west-1/2026/10/05/a.json.gz`, false],
      [`AWSLogs/${A}/CloudTrail/eusc-de-east-1/2026/10/05/a.json.gz`, true],
      [`AWSLogs/${A}/CloudTrail/eusc-de-east-1/2026/09/28/a.json.gz`, false],
      [`copied/${A}_CloudTrail_eusc-de-east-1_20260905T1005Z_a.json.gz`, false],
      [`copied/${A}_CloudTrail_eu-west-1_20261005T1005Z_a.json.gz`, true],
      [`copied/${A}_CloudTrail_eu-west-1_20260905T1005Z_a.json.gz`, false],
      [`copied/${A}_CloudTrail-Digest_eu-west-1_trail_eu-west-1_20261005T100500Z.json.gz`, false],
      ['copied/unnamed.json.gz', true],
    ] as const;
    const rows = paths.map(([path]) => `SELECT 's3://bucket/${path}' AS "$path"`).join(' UNION ALL ');
    const kept = (await (await connection.run(`SELECT substr("$path", 13) FROM (${rows}) t WHERE ${found.sql}`)).getRows()).flat();
    expect(kept.sort()).toEqual(paths.flatMap(([path, wanted]) => (wanted ? [path as string] : [])).sort());
  });
});

describe('a table that is none of CloudTrail', () => {
  const layout = (metadata: Partial<TableMetadata>): unknown => tableLayout({ columns: columns(), partitionKeys: [], parameters: {}, location: 's3://b/', ...metadata });
  it('is told what it lacks', () => {
    expect(layout({ columns: [{ name: 'a', type: 'string' }] })).toContain('no column eventid, eventtime, eventsource, eventname, useridentity');
    expect(layout({ columns: columns({ eventid: 'struct<' }) })).toContain('eventid has a type that cannot be read (struct<)');
    expect(layout({ location: '' })).toContain('as a view has none');
  });
});
