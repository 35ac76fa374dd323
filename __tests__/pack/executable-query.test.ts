import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { executable, executedSql, settingRelation, sqlText } from '../../src/pack/executable-query.js';
import { queryFile, queryOf, SQL } from './query-file.js';

const HEADER = queryFile().slice(0, queryFile().indexOf('*/') + 2);
const EVENTS = "events AS (SELECT 't' AS event_time, 'e' AS event_id, '1' AS account_id, 'r' AS region, 'f' AS source_file, 'root' AS actor_class)";
const LIST_SQL = 'SELECT s.value AS event_time, e.event_id, e.account_id, e.region, e.source_file FROM events e CROSS JOIN setting_known_accounts s';

let instance: DuckDBInstance;
let connection: DuckDBConnection;
beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  connection = await instance.connect();
});
afterAll(() => {
  connection.closeSync();
  instance.closeSync();
});

async function firstColumn(sql: string): Promise<unknown[]> {
  return (await connection.runAndReadAll(sql)).getRows().map(([value]) => value);
}

describe('the text of the pack', () => {
  it('is the file itself for a query without lists', () => {
    const query = queryOf();
    expect(executable(query, { accounts: ['1'] })).toEqual({ query, packSql: query.text });
  });

  it('writes lists above the SQL, in the order of the header', () => {
    const sql = `${SQL} AND region IN (SELECT value FROM setting_approved_regions) AND account_id IN (SELECT value FROM setting_accounts)`;
    const query = queryOf({ settings: '{ approved-regions: required, accounts: optional }' }, sql);
    const { packSql } = executable(query, { 'approved-regions': ['eu-west-1', "o'brien"], 'known-accounts': ['not asked for'] });
    expect(packSql.slice(packSql.indexOf('*/'))).toBe(
      `*/\nWITH setting_approved_regions(value) AS (VALUES ('eu-west-1'), ('o''brien')),\nsetting_accounts(value) AS (SELECT CAST(NULL AS varchar) WHERE false)\nSELECT * FROM (\n${sql}\n) q\n`,
    );
  });

  it('begins with the header of the file', () => {
    expect(executable(queryOf(), {}).packSql.startsWith(HEADER)).toBe(true);
  });

  it('names lists as relations', () => {
    expect(settingRelation('break-glass-roles')).toBe('setting_break_glass_roles');
  });
});

describe('the text an engine runs', () => {
  it('wraps the text of the pack in relations and order', () => {
    const query = queryOf();
    const { packSql } = executable(query, {});
    expect(executedSql(packSql, query, EVENTS)).toBe(`WITH ${EVENTS}\nSELECT * FROM (\n${packSql.trimEnd()}\n) q\nORDER BY event_time NULLS LAST, account_id NULLS LAST, event_id NULLS LAST`);
  });

  it('needs no relations where events is a table', () => {
    const query = queryOf();
    expect(executedSql(executable(query, {}).packSql, query, '')).toMatch(/^SELECT \* FROM \(\n\/\*\n/);
  });

  it('survives a comment at the end of the SQL', async () => {
    const query = queryOf({}, `${SQL} -- the root user`);
    expect(await firstColumn(executedSql(executable(query, {}).packSql, query, EVENTS))).toEqual(['t']);
  });

  it('reads an empty and a missing list as no rows', async () => {
    const query = queryOf({ settings: '{ known-accounts: optional }' }, LIST_SQL);
    for (const lists of [{}, { 'known-accounts': [] }]) {
      expect(await firstColumn(executedSql(executable(query, lists).packSql, query, EVENTS))).toEqual([]);
    }
  });

  it('keeps NOT IN true for an empty list', async () => {
    const query = queryOf({ settings: '{ known-accounts: optional }' }, `${SQL} AND account_id NOT IN (SELECT value FROM setting_known_accounts)`);
    expect(await firstColumn(executedSql(executable(query, {}).packSql, query, EVENTS))).toEqual(['t']);
  });
});

const HOSTILE = {
  'a quote': "'",
  'doubled quotes': "''",
  'an injection': "'; DROP TABLE events; --",
  'an end of the list': "') , ('x') ) SELECT 1 --",
  'a line comment': '-- comment',
  'an open block comment': '/* open',
  'a closed block comment': '*/',
  'a backslash before the quote': "\\'",
  'a backslash at the end': 'a\\',
  'escapes that stay text': '\\n\\x41\\u0041 %27 &#39;',
  'line ends': 'a\nb\r\nc\rd',
  'other line ends': 'a\u2028b\u2029c\u0085d',
  'unicode quotes': '‘’“”＇ʼ′',
  'double quotes and backticks': '"a" `b` $$c$$ E\'d\'',
  'a control character': 'a\u0001\u001b[31m\tb',
  'direction marks': 'a\u202eb\u2066c\u200bd\ufeff',
  'a pair of surrogates': '😀',
  'a placeholder': '? :name $1 ${x} {{y}} %s',
  'replacement marks': "$& $` $' $$",
  'nothing': '',
  'only a space': ' ',
};

describe('text quoted for SQL', () => {
  it.each(Object.entries(HOSTILE))('reads back %s', async (_name, text) => {
    expect(await firstColumn(`SELECT ${sqlText(text)} AS x`)).toEqual([text]);
  });

  it('reads back every hostile value as a list of a query', async () => {
    const query = queryOf({ settings: '{ known-accounts: optional }' }, LIST_SQL);
    const values = Object.values(HOSTILE);
    const read = await firstColumn(executedSql(executable(query, { 'known-accounts': values }).packSql, query, EVENTS));
    expect([...read].sort()).toEqual([...values].sort());
  });

  it.each([
    ['a NUL', 'a\0b'],
    ['a high half of a pair', 'a\ud800'],
    ['a low half of a pair', '\udc00a'],
    ['halves in the wrong order', '\udc00\ud800'],
  ])('refuses %s', (_name, text) => {
    expect(() => sqlText(text)).toThrow(expect.objectContaining({ name: 'SettingsError', message: expect.stringContaining('which SQL cannot carry') }));
  });
});
