import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { openDuckDb } from '../../../src/engines/duckdb/engine.js';
import { EngineError } from '../../../src/engines/engine.js';
import { placeOf } from '../../../src/sources/archive-path.js';
import type { Query } from '../../../src/pack/query.js';
import { query } from '../../evidence/month.js';
import { type LoadedLogs, type Logs, PERIOD, record, rowsOf, withLogs } from './loaded-logs.js';

const A = '111122223333';
const folder = (account: string, day = '05'): string => `AWSLogs/${account}/CloudTrail/eu-west-1/2026/10/${day}/`;
const file = (account: string, name: string, day = '05'): string => `${folder(account, day)}${account}_CloudTrail_eu-west-1_202610${day}T1005Z_${name}.json`;
const IDS = 'SELECT event_id, event_name, account_id, source_file FROM events';

describe('counts', () => {
  it('say where every record read went', async () => {
    const logs: Logs = {
      [file(A, 'a')]: [
        record('in-1'), record('in-2', { eventTime: '2026-10-01T00:00:00Z' }), record('in-3', { eventTime: '2026-10-31T23:59:59Z' }),
        record('lead-1', { eventTime: '2026-09-30T23:59:59Z' }), record('lead-2', { eventTime: '2026-09-29T12:00:00Z' }),
        record('out-1', { eventTime: '2026-09-29T11:59:59Z' }), record('out-2', { eventTime: '2026-11-01T00:00:00Z' }),
        record('', {}), record('no-time', { eventTime: undefined }), record('bad-time', { eventTime: 'yesterday' }), 'not a record', null, 7, {},
        record('twice'), record('twice'), record('twice'),
      ],
    };
    await withLogs(logs, async ({ loaded, rows }) => {
      expect(loaded.counts).toEqual({ records: 17, malformed: 7, duplicates: 2, outsidePeriod: 2, leadIn: 2, events: 4 });
      expect(loaded.malformed).toEqual([{ account: A, region: 'eu-west-1', day: '2026-10-05', records: 7 }]);
      expect((await rows(IDS)).map(({ event_id: id }) => id)).toEqual(['in-1', 'in-2', 'in-3', 'twice']);
    });
  });

  it('tell a file’s own records', async () => {
    await withLogs({ [file(A, 'a')]: [record('1'), record('2')], [file(A, 'b')]: [], [file(A, 'c')]: [record('3')] }, ({ loaded }) => {
      expect(loaded.files.map(({ file: { key }, outcome }) => [key.at(-6), outcome.list === 'read' ? outcome.records : outcome]).sort()).toEqual([['a', 2], ['b', 0], ['c', 1]]);
    });
  });

  it('by account, region, day, class and source', async () => {
    const data = { eventSource: 'lambda.amazonaws.com', eventName: 'Invoke', eventCategory: 'Data', managementEvent: false };
    const logs = { [file(A, 'a')]: [record('1'), record('2', { awsRegion: 'eu-west-1' }), record('3'), record('4', data), record('5', { recipientAccountId: undefined }), record('6', { awsRegion: undefined, eventTime: '2026-10-06T00:00:00Z' })] };
    await withLogs(logs, ({ loaded }) => {
      const management = { account: A, day: '2026-10-05', category: 'management', source: null };
      expect(loaded.cells).toHaveLength(4);
      expect(loaded.cells).toEqual(expect.arrayContaining([
        { ...management, region: 'us-east-1', events: 3 }, { ...management, region: 'eu-west-1', events: 1 },
        { ...management, region: 'us-east-1', category: 'data', source: 'lambda.amazonaws.com', events: 1 }, { ...management, region: 'unknown', day: '2026-10-06', events: 1 },
      ]));
    });
  });

  it('of no file at all are zero', async () => {
    await withLogs({}, async ({ loaded, rows }) => {
      expect(loaded).toMatchObject({ files: [], counts: { records: 0, events: 0 }, cells: [], malformed: [], trailChanges: [] });
      expect(await rows(IDS)).toEqual([]);
    });
  });
});

describe('the hours before the period', () => {
  it('are in events_before and never in events', async () => {
    const logs = { [file(A, 'a')]: [record('before', { eventTime: '2026-09-30T23:00:00Z' }), record('in'), record('long before', { eventTime: '2026-09-29T00:00:00Z' })] };
    await withLogs(logs, async ({ engine, rows }) => {
      expect(await rowsOf(engine, 'SELECT event_id FROM events_before', 'event_id', true)).toEqual([{ event_id: 'before' }]);
      expect(await rows('SELECT event_id FROM events')).toEqual([{ event_id: 'in' }]);
      // Without lead_in the relation does not exist.
      await expect(rows('SELECT event_id FROM events_before')).rejects.toThrow(EngineError);
    });
  });
});

describe('an event that stands in several records', () => {
  const kept = async ({ rows }: LoadedLogs): Promise<readonly (readonly unknown[])[]> => (await rows(IDS)).map((row) => [row['event_id'], row['event_name'], String(row['source_file']).at(-6)]);
  const cases: [string, Logs, number, unknown[][]][] = [
    ['the same record twice in one file', { [file(A, 'a')]: [record('1'), record('1')] }, 1, [['1', 'CreateUser', 'a']]],
    ['the same id in two files: the greatest name', { [file(A, 'a')]: [record('1', { eventName: 'X' })], [file(A, 'c')]: [record('1', { eventName: 'Y' })], [file(A, 'b')]: [record('1', { eventName: 'Z' })] }, 2, [['1', 'Y', 'c']]],
    ['the same id with other text in one file: the greatest text', { [file(A, 'a')]: [record('1', { eventName: 'B' }), record('1', { eventName: 'C' }), record('1', { eventName: 'A' })] }, 2, [['1', 'C', 'a']]],
    ['an addendum, whatever the file', { [file(A, 'b')]: [record('1')], [file(A, 'a')]: [record('9', { eventName: 'Mended', addendum: { reason: 'UPDATED_DATA', originalEventID: '1' } })] }, 1, [['9', 'Mended', 'a']]],
    ['an addendum with the id of its original', { [file(A, 'b')]: [record('1')], [file(A, 'a')]: [record('1', { eventName: 'Mended', addendum: { reason: 'UPDATED_DATA' } })] }, 1, [['1', 'Mended', 'a']]],
    ['the same id in two accounts: two events', { [file(A, 'a')]: [record('1'), record('1', { recipientAccountId: '444455556666' })] }, 0, [['1', 'CreateUser', 'a'], ['1', 'CreateUser', 'a']]],
    ['two records that only share sharedEventID: two events', { [file(A, 'a')]: [record('1', { sharedEventID: 's' }), record('2', { sharedEventID: 's' })] }, 0, [['1', 'CreateUser', 'a'], ['2', 'CreateUser', 'a']]],
    ['records without an id are not each other’s copies', { [file(A, 'a')]: [record(''), record(''), record('1')] }, 0, [['1', 'CreateUser', 'a']]],
    ['a copy without a readable time is malformed, not a duplicate', { [file(A, 'a')]: [record('1')], [file(A, 'b')]: [record('1'), record('1', { eventTime: 'never' })] }, 1, [['1', 'CreateUser', 'b']]],
    ['a copy without a readable time does not stand in for the event', { [file(A, 'a')]: [record('1')], [file(A, 'b')]: [record('1', { eventTime: 'never' })] }, 0, [['1', 'CreateUser', 'a']]],
  ];
  it.each(cases)('%s', async (_name, logs, duplicates, expected) => {
    await withLogs(logs, async (given) => {
      expect(given.loaded.counts.duplicates).toBe(duplicates);
      expect(await kept(given)).toEqual(expected);
    });
  });

  it('is the one that says of itself whether it reads, though both were told the same', async () => {
    const logs = { [file(A, 'a')]: [record('1', { readOnly: undefined, responseElements: { part: 'z' } }), record('1', { readOnly: false, responseElements: { part: 'a' } })] };
    await withLogs(logs, async ({ rows }) => {
      expect(await rows("SELECT event_id, read_only, json_extract_scalar(response_elements, '$.part') AS part FROM events")).toEqual([{ event_id: '1', read_only: 'false', part: 'a' }]);
    });
  });

  it('is the same one however the files are ordered', async () => {
    const logs = Object.entries({ [file(A, 'a')]: [record('1', { eventName: 'X' }), record('1', { eventName: 'Y' })], [file(A, 'b')]: [record('1', { eventName: 'W' }), record('2')] });
    const forward = await withLogs(Object.fromEntries(logs), kept);
    expect(await withLogs(Object.fromEntries([...logs].reverse()), kept)).toEqual(forward);
  });
});

describe('a query', () => {
  const logs = { [file(A, 'a')]: [record('made'), record('gone', { eventName: 'DeleteUser' }), record('other', { eventName: 'ListUsers' }), record('elsewhere', { eventSource: 'sso.amazonaws.com' })] };
  const idsOf = async (engine: LoadedLogs['engine'], watched: Partial<Query>): Promise<unknown[]> => {
    const run = await engine.run({ query: query({ key: ['event_id'], ...watched }), packSql: 'SELECT event_id FROM events' });
    const ids: unknown[] = [];
    for await (const chunk of run.chunks) ids.push(...chunk.flat());
    return ids;
  };

  it('is handed the events its header watches, those it judges by, and no others', async () => {
    const events = { 'iam.amazonaws.com': ['CreateUser'] };
    await withLogs(logs, async ({ engine }) => {
      expect(await idsOf(engine, { events })).toEqual(['made']);
      expect(await idsOf(engine, { events, context: { 'iam.amazonaws.com': ['DeleteUser'] } })).toEqual(['gone', 'made']);
      expect(await idsOf(engine, { events, context: 'any' })).toEqual(['elsewhere', 'gone', 'made', 'other']);
    });
  });

  it('whose rows nobody reads to the end leaves room for the next', async () => {
    await withLogs(logs, async ({ engine }) => {
      for (let turn = 0; turn <= engine.queriesAtOnce; turn += 1) {
        const run = await engine.run({ query: query({ key: ['event_id'] }), packSql: 'SELECT event_id FROM events' });
        for await (const chunk of run.chunks) {
          expect(chunk.length).toBe(4);
          break;
        }
      }
    });
  });
});

describe('a broken file', () => {
  const good = { [file(A, 'good')]: [record('1')], [file(A, 'zood')]: [record('2')] };
  const broken: [string, string | Buffer, string][] = [
    ['not JSON', '{"Records":[{"eventID": nonsense}]}', 'not JSON'],
    ['cut short', '{"Records":[{"eventID":"x","eventName":"Get', 'not JSON'],
    ['a truncated gzip', gzipSync('{"Records":[]}').subarray(0, 25), 'truncated gzip'],
    ['a second gzip member', Buffer.concat([gzipSync('{"Records":[]}'), gzipSync('{"Records":[]}')]), 'second gzip member'],
    ['Records that is null', '{"Records":null}', 'no records'],
    ['records in lower case', '{"records":[{"eventID":"x"}]}', 'no records'],
    ['two lists of records', '{"Records":[],"Records":[{"eventID":"x"}]}', 'not JSON'],
    ['not UTF-8', Buffer.from('{"Records":[{"eventID":"\xff"}]}', 'latin1'), 'not UTF-8'],
    ['nothing', '', 'empty file'],
    ['absurd nesting', `{"Records":[{"eventID":"x","requestParameters":${'['.repeat(5000)}${']'.repeat(5000)}}]}`, 'not JSON'],
  ];
  it.each(broken)('%s: set aside with its reason, and the others are read', async (_name, content, reason) => {
    await withLogs({ ...good, [file(A, 'hurt')]: content }, async ({ loaded, rows }) => {
      expect(loaded.files.filter(({ outcome }) => outcome.list === 'not-read').map(({ file: { key }, outcome }) => [key, outcome])).toEqual([[file(A, 'hurt'), expect.objectContaining({ reason })]]);
      expect(loaded.counts).toMatchObject({ records: 2, events: 2 });
      expect((await rows(IDS)).map(({ event_id: id }) => id)).toEqual(['1', '2']);
    });
  });

  it('all of them at once', async () => {
    const all = Object.fromEntries(broken.map(([, content], index) => [file(A, `hurt${index}`), content]));
    await withLogs({ ...good, ...all }, ({ loaded }) => {
      expect(loaded.files).toHaveLength(2 + broken.length);
      expect(loaded.files.filter(({ outcome }) => outcome.list === 'not-read')).toHaveLength(broken.length);
      expect(loaded.counts.events).toBe(2);
    });
  });

  it('that is only half a surrogate pair is mended and read', async () => {
    await withLogs({ ...good, [file(A, 'half')]: `{"Records":[${JSON.stringify(record('3', { userAgent: 'cut here' })).replace('cut here', 'cut \\ud83d')}]}` }, async ({ loaded, rows }) => {
      expect(loaded.files.filter(({ outcome }) => outcome.list === 'read')).toHaveLength(3);
      expect(await rows("SELECT event_id, user_agent FROM events WHERE event_id = '3'")).toEqual([{ event_id: '3', user_agent: 'cut \ufffd' }]);
    });
  });
});

describe('a file above 64 MB', () => {
  it('is read, with others beside it', async () => {
    // Spaces between two records, so that the file is large and cheap.
    const text = Buffer.concat([Buffer.from(`{"Records":[${JSON.stringify(record('1'))},`), Buffer.alloc(68 * 1024 * 1024, ' '), Buffer.from(`${JSON.stringify(record('2'))}]}`)]);
    await withLogs({ [file(A, 'large')]: gzipSync(text, { level: 1 }), [file(A, 'small')]: [record('3')] }, ({ loaded }) => {
      expect(loaded.files.map(({ outcome }) => outcome.list)).toEqual(['read', 'read']);
      expect(loaded.counts).toMatchObject({ records: 3, events: 3 });
    });
  });
});

describe('the lock', () => {
  const hostile: [string, string][] = [
    ['reads a file', "SELECT content AS event_id FROM read_text('/etc/passwd')"],
    ['reads a file as bytes', "SELECT filename AS event_id FROM read_blob('/etc/hostname')"],
    ['reads CSV', "SELECT 'x' AS event_id FROM read_csv('/etc/passwd', columns = {'a': 'VARCHAR'})"],
    ['reads CSV by its name', "SELECT 'x' AS event_id FROM '/etc/passwd.csv'"],
    ['reads JSON', "SELECT 'x' AS event_id FROM read_json_objects('/proc/self/environ')"],
    ['lists files', "SELECT file AS event_id FROM glob('/etc/*')"],
    ['reads from the network', "SELECT content AS event_id FROM read_text('https://example.com/')"],
    ['reads the environment', "SELECT getenv('PATH') AS event_id"],
    ['breaks out to write a file', "SELECT 'x' AS event_id) q; COPY (SELECT 1) TO '/tmp/cloudtrail-evidence-test-out'; SELECT * FROM (SELECT 'x' AS event_id"],
    ['breaks out to attach a database', "SELECT 'x' AS event_id) q; ATTACH '/tmp/cloudtrail-evidence-test-out' AS other; SELECT * FROM (SELECT 'x' AS event_id"],
    ['breaks out to install an extension', "SELECT 'x' AS event_id) q; INSTALL httpfs; SELECT * FROM (SELECT 'x' AS event_id"],
    ['breaks out to load an extension', "SELECT 'x' AS event_id) q; LOAD httpfs; SELECT * FROM (SELECT 'x' AS event_id"],
    ['breaks out to unlock', "SELECT 'x' AS event_id) q; SET enable_external_access = true; SELECT * FROM (SELECT 'x' AS event_id"],
    ['breaks out to change a setting', "SELECT 'x' AS event_id) q; SET memory_limit = '100GB'; SELECT * FROM (SELECT 'x' AS event_id"],
    ['breaks out to export all', "SELECT 'x' AS event_id) q; EXPORT DATABASE '/tmp/cloudtrail-evidence-test-out'; SELECT * FROM (SELECT 'x' AS event_id"],
    ['breaks out to import', "SELECT 'x' AS event_id) q; IMPORT DATABASE '/etc'; SELECT * FROM (SELECT 'x' AS event_id"],
    ['breaks out to drop the events', "SELECT 'x' AS event_id) q; DROP TABLE interpreted; SELECT * FROM (SELECT 'x' AS event_id"],
    ['breaks out to change the events', "SELECT 'x' AS event_id) q; UPDATE interpreted SET error_code = NULL; SELECT * FROM (SELECT 'x' AS event_id"],
    ['drops the events and nothing else', '1) q; DROP TABLE interpreted; --'],
  ];

  it('holds against SQL that reaches out, and the engine goes on', async () => {
    await withLogs({ [file(A, 'a')]: [record('1')] }, async ({ rows }) => {
      for (const [name, sql] of hostile) {
        const outcome = await rows(sql).then((found) => `answered ${JSON.stringify(found)}`, (error: unknown) => error);
        expect([name, outcome]).toEqual([name, expect.any(EngineError)]);
      }
      expect(existsSync('/tmp/cloudtrail-evidence-test-out')).toBe(false);
      expect(await rows('SELECT event_id FROM events')).toEqual([{ event_id: '1' }]);
    });
  });
});

describe('values', () => {
  it('that are neither text nor whole numbers fail the query', async () => {
    await withLogs({ [file(A, 'a')]: [record('1')] }, async ({ rows }) => {
      for (const value of ['1.5', 'true', 'DATE \'2026-10-01\'', '[1, 2]', "{'a': 1}", '9007199254740993']) {
        await expect(rows(`SELECT event_id, ${value} AS v FROM events`)).rejects.toThrow(EngineError);
      }
      expect(await rows("SELECT event_id, CAST(9007199254740991 AS BIGINT) AS v, CAST(NULL AS varchar) AS n FROM events")).toEqual([{ event_id: '1', v: Number.MAX_SAFE_INTEGER, n: null }]);
    });
  });
});

describe('rows', () => {
  it('are handed over as they are, whatever their texts and names hold', async () => {
    await withLogs({ [file(A, 'a')]: [record('1')] }, async ({ rows }) => {
      const text = '"a", \\b\u0001\u2028 {"c": [1]} é 😀';
      expect(await rows(`SELECT event_id, '${text}' AS "a, ""b"" VARCHAR", 7 AS "order" FROM events`)).toEqual([{ event_id: '1', 'a, "b" VARCHAR': text, order: 7 }]);
    });
  });

  it('keep their order and number over many chunks', async () => {
    const records = Array.from({ length: 5000 }, (_, index) => record(String(index).padStart(5, '0')));
    await withLogs({ [file(A, 'a')]: records }, async ({ rows }) => {
      expect((await rows('SELECT event_id FROM events')).map(({ event_id }) => event_id)).toEqual(records.map(({ eventID }) => eventID));
    });
  });
});

describe('temporary files', () => {
  it('are gone when the engine is closed, after a failure too', async () => {
    const parent = await mkdtemp(join(tmpdir(), 'engine-temp-'));
    const logs = await mkdtemp(join(tmpdir(), 'engine-logs-'));
    try {
      const path = join(logs, 'a.json');
      await writeFile(path, JSON.stringify({ Records: [record('1')] }));
      const engine = await openDuckDb({ files: [{ path, key: 'a.json', ...placeOf('a.json'), bytes: 9 }], period: PERIOD, memoryLimitMb: 512, tempDir: parent });
      await engine.load();
      expect(await readdir(parent)).toHaveLength(1);
      await expect(rowsOf(engine, 'SELECT nothing FROM events', 'nothing')).rejects.toThrow(EngineError);
      await engine.close();
      expect(await readdir(parent)).toEqual([]);
    } finally {
      await rm(parent, { recursive: true, force: true });
      await rm(logs, { recursive: true, force: true });
    }
  });
});

it('accounts for more files that cannot be read than one statement would name', async () => {
  const files = Array.from({ length: 140_000 }, (_, index) => {
    const key = `${folder(A)}${A}_CloudTrail_eu-west-1_20261005T1005Z_${index}.json.gz`;
    return { path: key, key, ...placeOf(key), bytes: 100 };
  });
  const reader = { filesAtOnce: 24, read: () => Promise.resolve({ reason: 'cannot be opened' as const, detail: 'access is denied' }) };
  const engine = await openDuckDb({ files, reader, period: PERIOD, memoryLimitMb: 512, tempDir: null });
  try {
    const loaded = await engine.load();
    expect(loaded.files.filter(({ outcome }) => outcome.list === 'not-read')).toHaveLength(files.length);
  } finally {
    await engine.close();
  }
});
