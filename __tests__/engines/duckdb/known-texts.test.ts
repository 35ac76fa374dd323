import type { DuckDBConnection } from '@duckdb/node-api';
import { describe, expect, it } from '@jest/globals';
import type { Engine } from '../../../src/engines/engine.js';
import { LOCAL_FILES, type LogReader } from '../../../src/sources/log-reader.js';
import { query } from '../../evidence/month.js';
import { type Logs, record, withLogs } from './loaded-logs.js';

/** More small files than the sample has: of 384, it is every other one. */
const FILES = 384;
const isInSample = (index: number): boolean => index % 2 === 0;

const id = (index: number): string => `id-${String(index).padStart(3, '0')}`;
const logs = (agentOf: (index: number) => unknown): Logs => Object.fromEntries(Array.from({ length: FILES }, (_, index) => [`${id(index)}.json`, [record(id(index), { userAgent: agentOf(index) })]]));

async function typeOfAgents(engine: Engine): Promise<string> {
  const { connection } = engine as unknown as { readonly connection: DuckDBConnection };
  return String((await (await connection.run(`SELECT data_type FROM duckdb_columns() WHERE table_name = 'stored' AND column_name = 'user_agent'`)).getRows())[0]?.[0]);
}

describe('texts that most records repeat', () => {
  const odd = ['', 'null', '"', '{"user_agent":null}', "';--", 'line\nfeed', '\u001f', '\u0000', 'ünï', '😀', '\\u0041', null];
  const agentOf = (index: number): unknown => (isInSample(index) ? 'aws-cli/2' : odd[((index - 1) / 2) % odd.length]);

  it('are held as numbers, and any other text as it is', async () => {
    await withLogs(logs(agentOf), async ({ engine, rows }) => {
      expect(await typeOfAgents(engine)).toMatch(/^ENUM\('aws-cli\/2'\)/);
      const found = await rows('SELECT event_id, user_agent FROM events');
      const expected = Array.from({ length: FILES }, (_, index) => ({ event_id: id(index), user_agent: agentOf(index) === '' ? null : agentOf(index) }));
      expect(found).toEqual(expected);
    });
  });

  it('are held as numbers whatever they say', async () => {
    const said = (index: number): unknown => odd[Math.floor(index / 2) % odd.length];
    await withLogs(logs(said), async ({ engine, rows }) => {
      expect(await typeOfAgents(engine)).toMatch(/^ENUM/);
      const expected = Array.from({ length: FILES }, (_, index) => ({ event_id: id(index), user_agent: said(index) === '' ? null : said(index) }));
      expect(await rows('SELECT event_id, user_agent FROM events')).toEqual(expected);
    });
  });

  it.each([
    ['every record', 0, false],
    ['all records but one', 1, true],
  ])('are read without a look for others where they are those of %s', async (_name, others, looked) => {
    const oneLast = (index: number): string => (index < FILES - others ? 'aws-cli/2' : 'another');
    await withLogs(logs(oneLast), async ({ engine, rows }) => {
      const sql = 'SELECT event_id, user_agent FROM events';
      const { executedSql, chunks } = await engine.run({ query: query({ key: ['event_id'] }), packSql: sql });
      for await (const chunk of chunks) expect(chunk.length).toBeGreaterThan(0);
      expect(executedSql.includes('other_texts')).toBe(looked);
      expect((await rows(sql)).map(({ user_agent: agent }) => agent)).toEqual(Array.from({ length: FILES }, (_, index) => oneLast(index)));
    });
  });

  it('are held as texts where they do not repeat', async () => {
    await withLogs(logs((index) => `agent ${index}`), async ({ engine, rows }) => {
      expect(await typeOfAgents(engine)).toBe('VARCHAR');
      expect((await rows('SELECT event_id, user_agent FROM events')).map(({ user_agent: agent }) => agent)).toEqual(Array.from({ length: FILES }, (_, index) => `agent ${index}`));
    });
  });

  it('are looked for in files that are not read a second time', async () => {
    const asked: string[] = [];
    const reader: LogReader = { filesAtOnce: 4, read: (file, maxBytes) => (asked.push(file.key), LOCAL_FILES.read(file, maxBytes)) };
    await withLogs(logs(agentOf), ({ loaded }) => {
      expect(asked.toSorted()).toEqual(loaded.files.map(({ file }) => file.key).toSorted());
      expect(loaded.counts.records).toBe(FILES);
    }, [], reader);
  });

  it('are not looked for where a file of the sample cannot be read', async () => {
    await withLogs({ ...logs(agentOf), [`${id(0)}.json`]: '{"Records":[{"eventID":"\\q"}]}' }, async ({ engine, rows, loaded }) => {
      expect(await typeOfAgents(engine)).toBe('VARCHAR');
      expect(await rows('SELECT event_id, user_agent FROM events')).toHaveLength(FILES - 1);
      expect(loaded.files.filter(({ outcome }) => outcome.list === 'not-read')).toHaveLength(1);
    });
  });
});
