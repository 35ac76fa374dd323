import { describe, expect, it } from '@jest/globals';
import { capitalNamesSql, cellsSql, duplicatesSql, eventCell, eventCountsSql, recordsByFileSql, trailChange, trailChangesSql } from '../../../src/engines/account-sql.js';
import { recordsSelect } from '../../../src/engines/athena/records-sql.js';
import { allEventsRelation, dropStatement, eventsRelations, type Ground, interpretedFrom, keptStatement, stageStatement, uniqueFrom } from '../../../src/engines/athena/relations.js';
import { tableLayout } from '../../../src/engines/athena/table-layout.js';
import { readEventsSql } from '../../../src/engines/events-sql.js';
import { INTERPRETED_COLUMNS } from '../../../src/engines/record-columns.js';
import { RESOURCE_PARAMETERS } from '../../../src/engines/resource-parameters.js';
import { JSON_COLUMNS } from '../../../src/pack/event-columns.js';
import { executable, executedSql } from '../../../src/pack/executable-query.js';
import { loadQueries } from '../../../src/pack/load-queries.js';
import type { Query } from '../../../src/pack/query.js';
import { mustCases, mustNotCases, readCaseFile } from '../../query-cases.js';
import { query } from '../../evidence/month.js';
import { PERIOD, record, withLogs } from '../duckdb/loaded-logs.js';
import { type Athena, columns, type LogRecord, type Objects, type Row, withTable } from './struct-table.js';

const A = '111122223333';
const B = '444455556666';
const key = (name: string): string => `AWSLogs/${A}/CloudTrail/eu-west-1/2026/10/05/${A}_CloudTrail_eu-west-1_20261005T1005Z_${name}.json`;
const EVENTS_SQL = readEventsSql();
const STAGE = { database: 'logs', table: 'stage_1' };
const PLACE = { name: STAGE, location: 's3://results/stage/' };
const KEPT = { database: 'logs', table: 'kept_1' };
const QUERIES = await loadQueries();

const LAYOUT = tableLayout({ columns: columns(), partitionKeys: [], parameters: {}, location: 's3://bucket/' });
if (typeof LAYOUT === 'string') throw new Error(LAYOUT);
const RECORDS = recordsSelect(LAYOUT, { table: { database: 'logs', table: 'trail' }, where: 'true' }).sql;

/** Does the work over both grounds: a stage, and the log table itself. */
async function onBothGrounds<T>(objects: Objects, work: (athena: Athena, ground: Ground) => Promise<T>): Promise<{ readonly staged: T; readonly direct: T }> {
  const addressed = Object.fromEntries(Object.entries(objects).map(([path, records]) => [`s3://bucket/${path}`, records]));
  return withTable({ columns: columns(), objects: addressed }, async (athena) => {
    await athena.run(stageStatement(PLACE, RECORDS, EVENTS_SQL, QUERIES));
    const repeated = Number((await athena.rows(duplicatesSql('"logs"."stage_1"')))[0]?.['ids']) > 0;
    if (repeated) await athena.run(keptStatement({ name: KEPT, location: 's3://results/kept/' }, STAGE, EVENTS_SQL));
    return {
      staged: await work(athena, { kind: 'staged', stage: STAGE, kept: repeated ? KEPT : null }),
      direct: await work(athena, { kind: 'direct', recordsSql: RECORDS, repeated }),
    };
  });
}

const EVENT_COLUMNS = 'event_id, event_time, event_name, account_id, region, event_category, outcome, mfa, resource, resource_arns, actor_name, user_agent, source_file';
const plain = (rows: readonly Row[]): readonly Row[] => rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value])));

describe('events', () => {
  /** The same logs through DuckDB's own engine. */
  const alike = async (logs: Readonly<Record<string, readonly unknown[]>>): Promise<readonly Row[]> => {
    const sql = `SELECT ${EVENT_COLUMNS} FROM events`;
    const expected = await withLogs(logs, ({ rows }) => rows(sql, 'event_id NULLS LAST, source_file'));
    const found = await onBothGrounds(logs, async (athena, ground) => plain(await athena.rows(`WITH ${allEventsRelation(ground, EVENTS_SQL, PERIOD)}\n${sql} ORDER BY event_id NULLS LAST, source_file`)));
    expect(found).toEqual({ staged: expected, direct: expected });
    return expected;
  };

  it('are those of DuckDB’s engine: times, classes, malformed records, sign-ins', async () => {
    const signIn = { eventSource: 'signin.amazonaws.com', eventName: 'ConsoleLogin', eventType: 'AwsConsoleSignIn' };
    const rows = await alike({
      [key('a')]: [
        record('1'), record('2', { eventTime: '2026-09-30T23:59:59Z' }), record('3', { eventTime: '2026-11-01T00:00:00Z' }), record('4', { eventTime: '2026-10-31 23:59:59.5' }), record(''), record('5', { eventTime: 'never' }), record('10', { eventTime: '2026-10-05T10:00:00Z\n' }), {}, 'text',
        record('6', { ...signIn, responseElements: { ConsoleLogin: 'Failure' }, additionalEventData: { MFAUsed: 'Yes' } }), record('7', { ...signIn, responseElements: { ConsoleLogin: 'Success' }, additionalEventData: { MFAUsed: 'No' } }),
        record('8', { eventCategory: 'NetworkActivity', eventSource: 'secretsmanager.amazonaws.com' }), record('9', { recipientAccountId: undefined, awsRegion: undefined }),
      ],
    });
    expect(rows.map(({ event_id: id, outcome, mfa }) => [id, outcome, mfa])).toEqual([['1', 'success', null], ['4', 'success', null], ['6', 'failed', 'true'], ['7', 'success', 'false'], ['8', 'success', null], ['9', 'success', null]]);
  });

  const parameters: [string, unknown, string | null][] = [
    ...RESOURCE_PARAMETERS.filter((path) => !path.includes('.')).map((path): [string, unknown, string] => [path, { [path]: `the-${path}` }, `the-${path}`]),
    ['a nested one', { instancesSet: { items: [{ instanceId: 'i-1' }, { instanceId: 'i-2' }] } }, 'i-1'],
    ['the earlier of two', { id: 'later', bucketName: 'earlier' }, 'earlier'],
    ['a number', { id: 7 }, '7'],
    ['the next, where one is withheld or no text', { functionName: 'HIDDEN_DUE_TO_SECURITY_REASONS', bucketName: { a: 1 }, roleName: ['x'], userName: null, groupName: 'g' }, 'g'],
    ['the next, where one looks like JSON', { functionName: '{"a":1}', bucketName: '[1]', roleName: 'r' }, 'r'],
    ['none', { other: 'x' }, null],
    ['a list for parameters', ['x'], null],
    ['text for parameters', 'functionName', null],
    ['text that is no JSON', '{broken', null],
    ['an empty text', { functionName: '' }, ''],
  ];
  it('name what a request names', async () => {
    const rows = await alike({ [key('a')]: parameters.map(([, requestParameters], index) => record(String(index).padStart(3, '0'), { requestParameters })) });
    expect(rows.map(({ resource }, index) => [parameters[index]?.[0], resource])).toEqual(parameters.map(([name, , resource]) => [name, resource]));
  });

  const repetitions: [string, Readonly<Record<string, readonly LogRecord[]>>][] = [
    ['twice in one object', { [key('a')]: [record('1'), record('1')] }],
    ['in three objects: the greatest', { [key('a')]: [record('1', { eventName: 'X' })], [key('c')]: [record('1', { eventName: 'Y' })], [key('b')]: [record('1', { eventName: 'Z' })] }],
    ['with other texts: the greatest', { [key('a')]: [record('1', { eventName: 'B' }), record('1', { eventName: 'C' }), record('1', { eventName: 'A' })] }],
    ['with other user agents', { [key('a')]: [record('1', { eventName: 'GetX', userAgent: 'b' }), record('1', { eventName: 'GetX', userAgent: 'c' }), record('1', { eventName: 'GetX', userAgent: 'a' })] }],
    ['with an addendum', { [key('b')]: [record('1'), record('2')], [key('a')]: [record('9', { eventName: 'Mended', addendum: { reason: 'UPDATED_DATA', originalEventID: '1' } })] }],
    ['in two accounts: two events', { [key('a')]: [record('1'), record('1', { recipientAccountId: B })] }],
    ['a copy outside the period', { [key('a')]: [record('1')], [key('b')]: [record('1', { eventTime: '2026-11-01T00:00:00Z' })] }],
    ['a copy without a time', { [key('a')]: [record('1'), record('2'), record('2')], [key('b')]: [record('1', { eventTime: 'never' }), record('', {}), record('', {})] }],
  ];
  it.each(repetitions)('that stand in several records: %s', async (_name, logs) => {
    await alike(logs);
  });
});

describe('a query', () => {
  const objects = { [key('a')]: [record('made'), record('gone', { eventName: 'DeleteUser' }), record('other', { eventName: 'ListUsers' }), record('elsewhere', { eventSource: 'sso.amazonaws.com' }), record('before', { eventTime: '2026-09-30T23:00:00Z' })] };
  const ids = (watched: Parameters<typeof query>[0], sql = 'SELECT event_id FROM events'): Promise<unknown> => onBothGrounds(objects, async (athena, ground) => {
    const asked = query({ key: ['event_id'], ...watched });
    return (await athena.rows(executedSql(sql, asked, eventsRelations(ground, EVENTS_SQL, PERIOD, asked)))).map(({ event_id: id }) => id);
  });
  const both = (...expected: string[]): unknown => ({ staged: expected, direct: expected });

  it('is handed the events its header watches, those it judges by, and no others', async () => {
    const events = { 'iam.amazonaws.com': ['CreateUser'] };
    expect(await ids({ events })).toEqual(both('made'));
    expect(await ids({ events, context: { 'iam.amazonaws.com': ['DeleteUser'] } })).toEqual(both('gone', 'made'));
    expect(await ids({ events, context: 'any' })).toEqual(both('elsewhere', 'gone', 'made', 'other'));
  });

  it('reads the hours before the period where its header says so', async () => {
    expect(await ids({ leadIn: true }, 'SELECT event_id FROM events_before')).toEqual(both('before'));
    await expect(ids({}, 'SELECT event_id FROM events_before')).rejects.toThrow('events_before');
  });
});

describe('every query of the pack, on all its cases at once, gives the rows of DuckDB’s engine', () => {
  it.each(QUERIES.map((one) => [one.id, one] as const))('%s', async (id, one) => {
    const file = await readCaseFile(new URL(`../../cases/${id}.yml`, import.meta.url).pathname);
    const cases = [...mustCases(file), ...mustNotCases(file)];
    // An object a case, and ids of its own: all stand side by side.
    const logs = Object.fromEntries(cases.map(({ records }, index) => [key(String(index)), records.map((event) => ({ ...event, eventID: `${index}-${String(event['eventID'])}` }))]));
    const asked = executable(one, cases[0]?.lists ?? {});
    const expected = await withLogs(logs, async ({ engine }) => {
      const run = await engine.run(asked);
      const rows: Row[] = [];
      for await (const chunk of run.chunks) rows.push(...chunk.map((row) => Object.fromEntries(run.columns.map((column, index) => [column, row[index]]))));
      return rows;
    });
    const found = await onBothGrounds(logs, async (athena, ground) => plain(await athena.rows(executedSql(asked.packSql, one, eventsRelations(ground, EVENTS_SQL, PERIOD, one)))));
    expect(expected.length).toBeGreaterThan(0);
    expect(found).toEqual({ staged: expected, direct: expected });
  });
});

describe('the account of records', () => {
  it('is that of DuckDB’s engine', async () => {
    const trail = (eventName: string, requestParameters: unknown): LogRecord => ({ eventSource: 'cloudtrail.amazonaws.com', eventName, requestParameters });
    const logs = {
      [key('a')]: [
        record('1'), record('2', { eventTime: '2026-09-30T00:00:00Z' }), record('3', { eventTime: '2026-12-01T00:00:00Z' }), record(''), {}, record('twice'), record('twice'), record('twice'),
        record('data', { eventCategory: 'Data', eventSource: 's3.amazonaws.com', eventName: 'GetObject' }), record('odd', { eventCategory: 'Newer' }),
      ],
      [key('b')]: [record('t1', trail('StopLogging', { name: 'main' })), record('t2', trail('PutEventSelectors', { trailName: 'arn:x' })), record('t3', trail('DescribeTrails', null))],
    };
    const expected = await withLogs(logs, ({ loaded }) => loaded);
    const found = await onBothGrounds(logs, async ({ rows }, ground) => {
      const events = allEventsRelation(ground, EVENTS_SQL, PERIOD);
      const values = async (sql: string): Promise<(string | number | bigint | null)[][]> => (await rows(sql)).map((row) => Object.values(row) as (string | number | bigint | null)[]);
      const byFile = (await values(recordsByFileSql(interpretedFrom(ground, EVENTS_SQL)))).map((row) => row.map((value) => (typeof value === 'bigint' ? Number(value) : value)));
      const [inPeriod, leadIn, wellFormed] = (await values(eventCountsSql(uniqueFrom(ground, EVENTS_SQL), PERIOD)))[0]?.map(Number) ?? [];
      const [, duplicates] = (await values(duplicatesSql(interpretedFrom(ground, EVENTS_SQL))))[0]?.map(Number) ?? [];
      return {
        byFile: byFile.sort(), inPeriod, leadIn, wellFormed, duplicates,
        cells: (await values(cellsSql(events))).map(eventCell),
        trailChanges: (await values(trailChangesSql(events))).map(trailChange),
      };
    });
    const { counts, cells, trailChanges } = expected;
    const account = { byFile: [[key('a'), 10, 8], [key('b'), 3, 3]], inPeriod: counts.events, leadIn: counts.leadIn, wellFormed: counts.events + counts.leadIn + counts.outsidePeriod, duplicates: counts.duplicates, cells, trailChanges };
    expect(found).toEqual({ staged: account, direct: account });
    expect(counts).toEqual({ records: 13, malformed: 2, duplicates: 2, events: 7, leadIn: 1, outsidePeriod: 1 });
  });
});

describe('names in requests', () => {
  it('in lower case throughout are told: a SerDe wrote them so', async () => {
    const counted = (requestParameters: unknown): Promise<unknown> => onBothGrounds({ [key('a')]: [record('1', { requestParameters }), record('2')] }, async ({ rows }, ground) => plain(await rows(capitalNamesSql(interpretedFrom(ground, EVENTS_SQL))))[0]);
    const both = (requests: number, capitals: number): unknown => ({ staged: { requests, in_capitals: capitals }, direct: { requests, in_capitals: capitals } });
    expect(await counted({ userName: 'ada' })).toEqual(both(1, 1));
    expect(await counted({ username: 'Ada: "userName"' })).toEqual(both(1, 0));
    expect(await counted(null)).toEqual(both(0, 0));
  });
});

/** What the stage keeps of a column. */
function stagedAs(column: string, sql: string): string {
  const select = sql.slice(sql.lastIndexOf('\nSELECT\n') + 8);
  return select.slice(0, select.indexOf(` AS ${column}`)).split(/,\n {2}(?=\S)/).at(-1)?.trim() ?? '';
}

describe('the stage', () => {
  it('holds every record, and JSON only where a query reads it', async () => {
    const parameters = { functionName: 'orders' };
    const objects = { 's3://bucket/a.json': [record('read', { eventName: 'UpdateFunctionCode20150331v2', eventSource: 'lambda.amazonaws.com', requestParameters: parameters, responseElements: parameters }), record('unread', { eventName: 'TagRole', requestParameters: parameters, responseElements: parameters }), record('')] };
    const reads = [
      { events: { 'lambda.amazonaws.com': ['UpdateFunctionCode'] }, context: {}, sql: 'SELECT json_extract_scalar(request_parameters, \'$.a\') FROM events' },
      { events: { 'iam.amazonaws.com': ['TagRole'] }, context: {}, sql: 'SELECT event_id FROM events' },
    ];
    await withTable({ columns: columns(), objects }, async ({ run, rows }) => {
      await run(stageStatement(PLACE, RECORDS, EVENTS_SQL, reads));
      expect(await rows('SELECT event_id, request_parameters, response_elements, request_resource FROM "logs"."stage_1" ORDER BY event_id NULLS LAST')).toEqual([
        { event_id: 'read', request_parameters: '{"functionName":"orders"}', response_elements: null, request_resource: 'orders' },
        { event_id: 'unread', request_parameters: null, response_elements: null, request_resource: 'orders' },
        { event_id: null, request_parameters: null, response_elements: null, request_resource: null },
      ]);
      expect((await rows('SELECT column_name FROM information_schema.columns WHERE table_name = \'stage_1\'')).map(({ column_name: name }) => name)).toEqual([...INTERPRETED_COLUMNS, 'request_resource']);
    });
  });

  it('keeps all JSON of a column that a query reads of any event, and of the sources it names where it names some', () => {
    const read = "SELECT json_extract_scalar(service_event_details, '$.a') FROM events";
    const stage = (reading: Pick<Query, 'events' | 'context'>): string => stagedAs('service_event_details', stageStatement(PLACE, RECORDS, EVENTS_SQL, [{ ...reading, sql: read }]));
    expect(stage({ events: 'any', context: {} })).toBe('service_event_details');
    expect(stage({ events: 'any', context: { 'sts.amazonaws.com': ['AssumeRole'] } })).toContain(`WHEN event_source = 'sts.amazonaws.com' THEN service_event_details`);
    expect(stage({ events: { 'sts.amazonaws.com': ['AssumeRole'] }, context: { 'iam.amazonaws.com': ['CreateRole'] } })).toContain(`WHEN event_source = 'iam.amazonaws.com' AND event_name = 'CreateRole' THEN service_event_details`);
  });

  it('keeps all of a source whose names would make the statement longer than Athena takes', () => {
    const names = Array.from({ length: 3_000 }, (_, index) => `Put${'Very'.repeat(5)}LongName${index}`);
    const kept = stagedAs('request_parameters', stageStatement(PLACE, RECORDS, EVENTS_SQL, [{ events: { 'ec2.amazonaws.com': names, 'iam.amazonaws.com': ['CreateRole'] }, context: {}, sql: "SELECT json_extract_scalar(request_parameters, '$.a') FROM events" }]));
    expect(kept).toContain("WHEN event_source = 'ec2.amazonaws.com' THEN request_parameters");
    expect(kept).toContain("WHEN event_source = 'iam.amazonaws.com' AND event_name = 'CreateRole' THEN request_parameters");
  });

  it('of the whole pack narrows every JSON column, in a statement Athena takes', () => {
    const sql = stageStatement(PLACE, RECORDS, EVENTS_SQL, QUERIES);
    for (const column of JSON_COLUMNS) expect([column, stagedAs(column, sql)]).toEqual([column, expect.stringMatching(/^(CASE\n {4}WHEN event_source|CAST\(NULL)/)]);
    expect(Buffer.byteLength(sql)).toBeLessThan(262_144);
    expect(sql.split('\n')[0]).toBe(`CREATE TABLE "logs"."stage_1" WITH (format = 'PARQUET', external_location = 's3://results/stage/') AS`);
    expect(dropStatement(STAGE)).toBe('DROP TABLE IF EXISTS `logs`.`stage_1`');
  });
});
