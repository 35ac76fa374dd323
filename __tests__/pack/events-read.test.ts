import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { columnsRead } from '../../src/pack/columns-read.js';
import { EVENT_COLUMNS, type EventColumn } from '../../src/pack/event-columns.js';
import { eventReads } from '../../src/pack/event-reads.js';
import { loadQueries } from '../../src/pack/load-queries.js';
import { settingRelation } from '../../src/pack/executable-query.js';
import type { Query, QuerySetting } from '../../src/pack/query.js';
import { sqlTokens } from '../../src/pack/sql-tokens.js';

const queries = await loadQueries();
const read = (sql: string): readonly EventColumn[] => [...columnsRead(sqlTokens(sql).tokens)].sort();
const reads = (sql: string): number => eventReads(sqlTokens(sql).tokens);

describe('the columns a query reads', () => {
  it.each<[string, string, readonly string[]]>([
    ['chosen and compared', "SELECT region, mfa AS with_mfa FROM events WHERE console = 'true'", ['console', 'mfa', 'region']],
    ['of events by another name', 'SELECT e.mfa FROM events AS e', ['mfa']],
    ['of the hours before', 'SELECT b.mfa FROM events_before b WHERE b.region IS NULL', ['mfa', 'region']],
    ['under the name of a column', "SELECT 'x' AS mfa FROM events", []],
    ['made by a WITH', "WITH a AS (SELECT event_id, 'x' AS mfa FROM events) SELECT mfa FROM a WHERE console = 'true'", ['event_id']],
    ['of one that is joined', "WITH a AS (SELECT event_id AS id FROM events) SELECT e.region FROM events e JOIN a ON a.id = e.event_id WHERE a.mfa = '1'", ['event_id', 'region']],
    ['within a query within', 'SELECT x.region FROM (SELECT region FROM events WHERE mfa IS NULL) x', ['mfa', 'region']],
    ['of each part of a union', 'SELECT mfa FROM events UNION ALL SELECT console FROM events', ['console', 'mfa']],
    ['in a text or a comment', "SELECT 'mfa' AS a FROM events -- console", []],
  ])('%s', (_name, sql, columns) => {
    expect(read(sql)).toEqual(columns);
  });

  it('are those without which DuckDB does not run it', async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run(readFileSync(join(import.meta.dirname, '..', '..', 'src', 'engines', 'duckdb', 'prelude.sql'), 'utf8'));
    const runs = async (query: Query, columns: readonly EventColumn[]): Promise<boolean> => {
      const settings = (Object.keys(query.settings) as QuerySetting[]).map((name) => `${settingRelation(name)}(value) AS (SELECT '')`);
      const given = ['events', 'events_before'].map((name) => `${name} AS (SELECT ${columns.map((column) => `'' AS ${column}`).join(', ')})`);
      return connection.run(`EXPLAIN WITH ${[...given, ...settings].join(', ')} SELECT * FROM (\n${query.sql}\n) q`).then(() => true, () => false);
    };
    const differing: string[] = [];
    for (const query of queries) {
      expect([query.id, await runs(query, EVENT_COLUMNS)]).toEqual([query.id, true]);
      const own = new Set(read(query.sql));
      // With what it reads it runs; without any one of them it does not.
      if (!(await runs(query, EVENT_COLUMNS.filter((column) => own.has(column))))) differing.push(`${query.id} reads more than ${[...own].join(', ')}`);
      for (const column of own) if (await runs(query, EVENT_COLUMNS.filter((other) => other !== column))) differing.push(`${query.id} does not read ${column}`);
    }
    connection.closeSync();
    expect(differing).toEqual([]);
  });
});

describe('how often events are read', () => {
  it.each<[string, string, number]>([
    ['once', 'SELECT region FROM events', 1],
    ['by one that is named twice', 'WITH a AS (SELECT region FROM events) SELECT x.region FROM a x JOIN a y ON x.region = y.region', 2],
    ['by one that nobody names', 'WITH a AS (SELECT region FROM events) SELECT region FROM events', 1],
    ['by one of another, twice each', 'WITH a AS (SELECT region FROM events), b(r) AS (SELECT region FROM a UNION ALL SELECT region FROM a) SELECT r FROM b WHERE r IN (SELECT r FROM b)', 4],
    ['and the hours before', 'SELECT region FROM events UNION ALL SELECT region FROM events_before', 2],
    ['never', 'SELECT value FROM setting_accounts', 0],
  ])('%s', (_name, sql, times) => {
    expect(reads(sql)).toBe(times);
  });

  it('is not less than Trino counted of the demo month’s stage, query by query', () => {
    const byTrino: Readonly<Record<string, number>> = { 'AUTH-03': 7, 'DATA-02': 2, 'ERR-02': 3, 'IAM-03': 2, 'IAM-04': 3, 'KMS-01': 2, 'LAM-04': 3, 'NET-02': 2, 'PRIV-03': 5, 'PRIV-05': 4 };
    // Of queries that were written since, it is at least one.
    expect(queries.map(({ id, sql }) => [id, reads(sql), byTrino[id] ?? 1] as const).filter(([, ours, theirs]) => ours < theirs)).toEqual([]);
  });
});
