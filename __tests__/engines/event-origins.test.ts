import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventsOver, readEventsSql } from '../../src/engines/events-sql.js';
import { EVENT_ORIGINS, fieldName, type GivenColumn, lackedColumns } from '../../src/engines/event-origins.js';
import { RECORD_COLUMNS } from '../../src/engines/record-columns.js';
import { EVENT_COLUMNS, type EventColumn } from '../../src/pack/event-columns.js';

/** Records that between them show what each column of `events` is made of. */
const BASE: Partial<Record<GivenColumn, string>> = {
  event_time: '2026-10-05T10:00:00Z', event_source: 'lambda.amazonaws.com', event_name: 'UpdateFunctionCode20150331v2', event_category: 'Management', event_type: 'AwsApiCall', management_event: 'true',
  read_only: 'true', aws_region: 'eu-west-1', recipient_account_id: '111122223333', source_ip_address: '192.0.2.1', user_agent: 'aws-cli', error_code: 'AccessDenied', error_message: 'no',
  request_parameters: '{"functionName":"f"}', response_elements: '{"a":1}', additional_event_data: '{"b":1}', service_event_details: '{"c":1}', shared_event_id: 'sh', vpc_endpoint_id: 'vpce', tls_version: 'TLSv1.3',
  identity_type: 'AssumedRole', identity_principal_id: 'AROA:session', identity_arn: 'arn:aws:sts::111122223333:assumed-role/deploy/session', identity_account_id: '111122223333',
  identity_access_key_id: 'ASIA', session_mfa: 'false', session_created: '2026-10-05T09:00:00Z', session_source_identity: 'grace', session_sign_in_arn: 'arn:sign', session_issuer_type: 'Role',
  session_issuer_arn: 'arn:aws:iam::111122223333:role/deploy', session_issuer_user_name: 'deploy',
};
const RECORDS: readonly Partial<Record<GivenColumn, string | null>>[] = [
  { ...BASE, resource_arns: 'arn:aws:lambda:f', identity_on_behalf_of: 'u-1', identity_invoked_by: 'x.amazonaws.com' },
  { ...BASE, session_mfa: 'true', error_code: null, error_message: 'failed all the same' },
  { ...BASE, session_credential_from_console: 'true' },
  { ...BASE, identity_arn: 'arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Admin_0123456789abcdef/ada', session_issuer_user_name: 'AWSReservedSSO_Admin_0123456789abcdef' },
  { ...BASE, identity_arn: 'arn:aws:sts::111122223333:assumed-role/AWSServiceRoleForSupport/s', session_issuer_user_name: 'AWSServiceRoleForSupport' },
  { ...BASE, event_type: 'AwsConsoleAction' },
  { ...BASE, user_agent: 'console.amazonaws.com' },
  { ...BASE, event_source: 'dynamodb.amazonaws.com', event_category: 'Data', management_event: 'false' },
  { ...BASE, session_federated_provider: 'arn:oidc', request_parameters: '{"roleName":"r"}' },
  { ...BASE, identity_type: 'WebIdentityUser', identity_provider: 'cognito-identity.amazonaws.com', identity_user_name: 'u' },
  { ...BASE, identity_type: 'IAMUser', identity_user_name: 'ada', identity_arn: 'arn:aws:iam::111122223333:user/ada' },
  { ...BASE, identity_type: 'IdentityCenterUser', identity_arn: null, identity_principal_id: null, identity_on_behalf_of: 'u-2' },
  { ...BASE, identity_type: 'AWSService', identity_invoked_by: 'config.amazonaws.com' },
  { ...BASE, identity_type: 'AWSService', source_ip_address: 'config.amazonaws.com' },
  { ...BASE, identity_type: 'AWSAccount', identity_principal_id: 'ANONYMOUS', identity_account_id: 'anonymous' },
  { ...BASE, identity_type: null, event_type: 'AwsServiceEvent' },
  { ...BASE, event_source: 'signin.amazonaws.com', event_name: 'ConsoleLogin', error_code: null, error_message: null, response_elements: '{"ConsoleLogin":"Failure"}', additional_event_data: '{"MFAUsed":"Yes"}' },
];
const GIVEN = Object.keys(RECORD_COLUMNS).map((column) => (column === 'resources' ? 'resource_arns' : column)) as GivenColumn[];

/** What is told by a column too, but only of some records and in a lesser way: what is printed then is another name for the same, or nothing. */
const LESSER: Readonly<Partial<Record<EventColumn, readonly GivenColumn[]>>> = {
  account_id: ['recipient_account_id'],
  event_category: ['event_type'],
  actor_name: ['session_issuer_user_name', 'identity_user_name', 'identity_on_behalf_of', 'identity_invoked_by', 'identity_account_id', 'event_type', 'source_ip_address'],
  actor_class: ['identity_principal_id', 'identity_account_id', 'session_issuer_arn', 'session_federated_provider'],
  role_arn: ['session_issuer_type'],
  console: ['identity_type', 'session_federated_provider'],
  tool: ['session_issuer_arn', 'session_federated_provider'],
  resource: [],
};

describe('what a column of events is made of', () => {
  const sql = readEventsSql();
  let connection: DuckDBConnection;
  let whole: readonly Readonly<Record<string, unknown>>[];

  beforeAll(async () => {
    connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run(readFileSync(join(import.meta.dirname, '..', '..', 'src', 'engines', 'duckdb', 'prelude.sql'), 'utf8'));
    whole = await eventsWithout([]);
  });
  afterAll(() => connection.closeSync());

  async function eventsWithout(missing: readonly GivenColumn[]): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const text = (value: string | null | undefined): string => (value == null ? 'CAST(NULL AS varchar)' : `'${value}'`);
    const rows = RECORDS.map((record, index) => [
      ...GIVEN.map((column) => text(missing.includes(column) ? null : column === 'event_id' ? String(index) : record[column])),
      text(null), text('f.json.gz'), text(missing.includes('request_parameters') ? null : 'r'), String(index),
    ].join(', '));
    const records = `records AS (SELECT * FROM (VALUES ${rows.map((row) => `(${row})`).join(', ')}) v(${[...GIVEN, 'path_account', 'source_file', 'request_resource', 'place'].join(', ')}))`;
    const interpreted = sql.interpreted.replace('FROM records', ', request_resource, place FROM records');
    const result = await connection.run(`WITH ${records}, interpreted AS (${interpreted}), unique_records AS (SELECT * FROM interpreted ORDER BY place) ${eventsOver(sql, sql.described)}`);
    return result.getRowObjects();
  }

  /** Columns of events that come out otherwise. */
  async function changedWithout(missing: readonly GivenColumn[]): Promise<readonly EventColumn[]> {
    const found = await eventsWithout(missing);
    expect(found).toHaveLength(whole.length);
    return EVENT_COLUMNS.filter((column) => found.some((row, index) => row[column] !== whole[index]?.[column]));
  }

  it('is each of its origins: without it, some record tells it otherwise', async () => {
    const idle: string[] = [];
    for (const [column, groups] of Object.entries(EVENT_ORIGINS)) {
      for (const origins of groups) if (!(await changedWithout(origins)).includes(column as EventColumn)) idle.push(`${column} from ${origins.join(', ')}`);
    }
    expect(idle).toEqual([]);
  });

  it('is nothing else', async () => {
    const unnamed: string[] = [];
    // Without a source or a name there is no telling what an event is; a table that lacks them is refused.
    for (const given of GIVEN.filter((column) => column !== 'event_source' && column !== 'event_name')) {
      const named = EVENT_COLUMNS.filter((column) => [...EVENT_ORIGINS[column].flat(), ...(LESSER[column] ?? [])].includes(given));
      unnamed.push(...(await changedWithout([given])).filter((column) => !named.includes(column)).map((column) => `${column} from ${given}`));
    }
    expect(unnamed).toEqual([]);
  });
});

describe('what a query lacks', () => {
  const management = { category: { management: 'required' } } as const;
  it.each<[string, Parameters<typeof lackedColumns>[0], readonly string[], readonly string[]]>([
    ['nothing of a whole table', { ...management, needs: EVENT_COLUMNS }, [], []],
    ['nothing that it does not need', { ...management, needs: ['mfa'] }, ['tls_version', 'addendum_reason', 'session_sign_in_arn', 'management_event', 'event_category'], []],
    ['a column it reads', { ...management, needs: ['tls_version'] }, ['tls_version'], ['tls_version']],
    ['one of several that are wanted together', { ...management, needs: ['federated_provider'] }, ['identity_provider'], ['identity_provider']],
    ['not one of several that are as good', { ...management, needs: ['event_category'] }, ['management_event'], []],
    ['all of several that are as good', { ...management, needs: ['event_category'] }, ['management_event', 'event_category'], ['event_category', 'management_event']],
    ['what every query reads', { ...management, needs: [] }, ['aws_region'], ['aws_region']],
    ['the class of events, where it asks of other than management’s', { category: { management: 'required', data: 'required' }, needs: [] }, ['event_category', 'management_event'], ['event_category', 'management_event']],
    ['not the class of events it would only like to have', { category: { management: 'required', data: 'optional' }, needs: [] }, ['event_category', 'management_event'], []],
    ['one thing once', { ...management, needs: ['console', 'actor_class'] }, ['session_credential_from_console'], ['session_credential_from_console']],
  ])('is %s', (_name, query, missing, lacked) => {
    expect(lackedColumns(query, missing)).toEqual(lacked);
  });

  it('is told in CloudTrail’s own names', () => {
    expect(['resource_arns', 'session_source_identity', 'tls_version'].map(fieldName)).toEqual(['resources', 'userIdentity.sessionContext.sourceIdentity', 'tlsDetails.tlsVersion']);
  });
});
