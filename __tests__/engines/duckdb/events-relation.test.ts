import { describe, expect, it } from '@jest/globals';
import { eventsRelations, type PresentEvents } from '../../../src/engines/duckdb/events-relation.js';
import { readEventsSql } from '../../../src/engines/events-sql.js';
import { columnsNamed, EVENT_COLUMNS } from '../../../src/pack/event-columns.js';
import type { WatchedEvents } from '../../../src/pack/query.js';
import { record, rowsOf, withLogs } from './loaded-logs.js';
import { query } from '../../evidence/month.js';

const [IAM, STS] = ['iam.amazonaws.com', 'sts.amazonaws.com'];
const present: PresentEvents = new Map([[IAM, new Set(['CreateUser', 'DeleteUser', 'TagUser', 'ListUsers'])], [STS, new Set(['AssumeRole'])]]);

/** The condition on sources and names that a query with this header reads `stored` with. */
function condition(events: WatchedEvents, context: WatchedEvents = {}, there: PresentEvents | null = present): string {
  const sql = eventsRelations(readEventsSql(), { events, context, leadIn: false }, there);
  return sql.slice(sql.indexOf('span = 1') + 'span = 1'.length).replace(/\n\) d\n\)$/, '').replace(/^ AND /, '');
}

describe('of the events in the logs, a query reads', () => {
  it('all, where it watches any', () => {
    expect(condition('any')).toBe('');
    expect(condition({ [IAM]: ['CreateUser'] }, 'any')).toBe('');
  });

  it('the one it watches', () => {
    expect(condition({ [IAM]: ['CreateUser', 'CreateLoginProfile'] })).toBe(`event_source = '${IAM}' AND event_name = 'CreateUser'`);
  });

  it('those it watches or judges by, between the first and the last of their names', () => {
    expect(condition({ [IAM]: ['TagUser'] }, { [IAM]: ['DeleteUser', 'CreateUser'] })).toBe(
      `event_source = '${IAM}' AND event_name >= 'CreateUser' AND event_name <= 'TagUser' AND list_contains(['CreateUser', 'DeleteUser', 'TagUser'], event_name)`,
    );
  });

  it('none, where none of those it watches is there', () => {
    expect(condition({ 'kms.amazonaws.com': ['DisableKey'], [STS]: ['AssumeRoot'] })).toBe('false');
  });

  it('all it watches, where nobody knows what is there', () => {
    expect(condition({ [IAM]: ['CreateUser'], [STS]: ['AssumeRoot'] }, {}, null)).toBe(`(event_source = '${IAM}' AND event_name = 'CreateUser' OR event_source = '${STS}' AND event_name = 'AssumeRoot')`);
  });

  it('no name of one source that it watches of another', () => {
    const both: PresentEvents = new Map([[IAM, new Set(['TagUser', 'CreateUser'])], ['sso-directory.amazonaws.com', new Set(['CreateUser', 'AddMemberToGroup'])]]);
    expect(condition({ [IAM]: ['CreateUser'], 'sso-directory.amazonaws.com': ['AddMemberToGroup'] }, {}, both)).toContain("AND NOT (event_source = 'sso-directory.amazonaws.com' AND event_name = 'CreateUser')");
  });
});

describe('of the columns, events has', () => {
  const relation = (sql: string): string => eventsRelations(readEventsSql(), { events: 'any', context: {}, leadIn: false }, present, { columns: columnsNamed(sql) });

  it('those that the query names, in whatever letters', () => {
    expect(relation('SELECT account_id, "region", EVENT_TIME FROM events')).toMatch(/^events AS NOT MATERIALIZED \(\nSELECT event_id,\s+event_time,\s+account_id,\s+[^\n]+ AS region\nFROM stored\n/);
  });

  it('with a column that others tell, these', () => {
    expect(relation('SELECT tool FROM events')).toMatch(/ AS tool\nFROM \(\nSELECT event_id,[\s\S]+invoked_by,[\s\S]+ AS user_agent\nFROM stored/);
    expect(relation('SELECT console FROM events')).not.toContain(' AS tool');
  });

  it.each(['permission_set', 'tool'] as const)('and can tell %s alone', async (column) => {
    await withLogs({ 'a.json': [record('one')] }, async ({ rows }) => {
      expect(await rows(`SELECT count(${column}) AS told FROM events`, 'told')).toEqual([{ told: column === 'tool' ? 1 : 0 }]);
    });
  });

  it('one at least, where the query names none', async () => {
    await withLogs({ 'a.json': [record('one')] }, async ({ rows }) => {
      expect(await rows('SELECT count(*) AS events FROM events', 'events')).toEqual([{ events: 1 }]);
    });
  });
});

it('tells of an event all it tells where the query watches any', async () => {
  const whole = record('whole', {
    eventTime: '2026-10-05 10:00:00.123', eventName: 'DeleteUser20260101', readOnly: null, sharedEventID: 's-1', vpcEndpointId: 'vpce-1', requestParameters: { userName: 'bob' },
    resources: [{ ARN: 'arn:aws:iam::111122223333:user/bob' }, { ARN: 'arn:aws:iam::111122223333:group/all' }], responseElements: { requestId: 'r' },
  });
  const plain = record('plain', { requestParameters: { userName: 'eve' } });
  await withLogs({ 'AWSLogs/111122223333/CloudTrail/us-east-1/2026/10/05/111122223333_CloudTrail_us-east-1_20261005T1000Z_a.json.gz': [whole, plain] }, async ({ engine }) => {
    const text = (column: string): string => `COALESCE('${column}=' || ${column}, '')`;
    const packSql = `SELECT resource, ${EVENT_COLUMNS.map(text).join(" || ' ' || ")} AS everything FROM events`;
    const watching = async (events: WatchedEvents): Promise<unknown[]> => {
      const run = await engine.run({ query: query({ key: ['everything'], events }), packSql });
      const rows: unknown[] = [];
      for await (const chunk of run.chunks) rows.push(...chunk);
      return rows;
    };
    const all = await watching('any');
    expect(all).toEqual([['eve', expect.stringContaining('event_id=plain')], ['arn:aws:iam::111122223333:user/bob', expect.stringContaining('event_id=whole')]]);
    expect(await watching({ [IAM]: ['CreateUser', 'DeleteUser', 'NeverSeen'] })).toEqual(all);
    expect(await watching({ [IAM]: ['DeleteUser'] })).toEqual(all.slice(1));
    expect(await rowsOf(engine, "SELECT event_id FROM events WHERE shared_event_id = 's-1' AND vpc_endpoint_id = 'vpce-1'", 'event_id')).toEqual([{ event_id: 'whole' }]);
  });
});
