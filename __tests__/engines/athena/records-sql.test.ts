import { describe, expect, it } from '@jest/globals';
import { recordsSelect } from '../../../src/engines/athena/records-sql.js';
import { tableLayout, type TableLayout, type TableMetadata } from '../../../src/engines/athena/table-layout.js';
import { RECORD_COLUMNS } from '../../../src/engines/record-columns.js';
import { record } from '../duckdb/loaded-logs.js';
import { columns, type LogRecord, type Objects, type Row, withTable } from './struct-table.js';

const TABLE = { database: 'logs', table: 'trail' };
const A = '111122223333';
const PLACE = `s3://bucket/AWSLogs/${A}/CloudTrail/eu-west-1/`;
const OBJECT = `${PLACE}2026/10/05/${A}_CloudTrail_eu-west-1_20261005T1005Z_a.json.gz`;

function layoutOf(of: TableMetadata['columns'], location = PLACE): TableLayout {
  const layout = tableLayout({ columns: of, partitionKeys: [], parameters: {}, location });
  if (typeof layout === 'string') throw new Error(layout);
  return layout;
}

/** The rows of `records`, and the columns the table lacks. */
async function read(of: TableMetadata['columns'], objects: Objects, location?: string): Promise<{ readonly rows: readonly Row[]; readonly missing: readonly string[] }> {
  const { sql, missingColumns } = recordsSelect(layoutOf(of, location), { table: TABLE, where: 'true' });
  return withTable({ columns: of, objects }, async ({ rows }) => ({ rows: await rows(sql), missing: missingColumns }));
}

const IDENTITY = 'struct<type:string,principalid:string,arn:string,accountid:string,invokedby:string,accesskeyid:string,username:string,sessioncontext:struct<attributes:struct<mfaauthenticated:string,creationdate:string>,sessionissuer:struct<type:string,principalid:string,arn:string,accountid:string,username:string>';
const role: LogRecord = {
  userIdentity: {
    type: 'AssumedRole', principalId: 'AROA:s', arn: 'arn:r', accountId: A, accessKeyId: 'ASIA', invokedBy: 'x.amazonaws.com', onBehalfOf: { userId: 'u-1' }, identityProvider: 'idp',
    sessionContext: {
      attributes: { mfaAuthenticated: 'true', creationDate: '2026-10-05T09:00:00Z' }, sessionIssuer: { type: 'Role', arn: 'arn:role', userName: 'Deploy' },
      sourceIdentity: 'grace', signInSessionArn: 'arn:signin', webIdFederationData: { federatedProvider: 'arn:idp', attributes: { 'aud:sub': 'x' } },
    },
  },
};

describe('records of a table', () => {
  it('with the columns of our DDL are whole', async () => {
    const full = record('1', {
      ...role, errorCode: 'AccessDenied', requestParameters: { functionName: 'orders', n: [1, { a: null }] }, resources: [{ ARN: 'arn:a', accountId: A }, { type: 't' }, { ARN: 'arn:b' }],
      addendum: { reason: 'UPDATED_DATA', originalEventID: '0' }, tlsDetails: { tlsVersion: 'TLSv1.3' }, sessionCredentialFromConsole: 'true', vpcEndpointId: 'vpce-1', sharedEventID: 's',
    });
    const { rows, missing } = await read(columns(), { [OBJECT]: [full] });
    expect(missing).toEqual([]);
    expect(rows).toEqual([expect.objectContaining({
      event_id: '1', event_time: '2026-10-05T10:00:00Z', event_category: 'Management', management_event: 'true', read_only: 'false', recipient_account_id: A, error_code: 'AccessDenied',
      request_parameters: '{"functionName":"orders","n":[1,{"a":null}]}', response_elements: null, resource_arns: 'arn:a\narn:b', addendum_reason: 'UPDATED_DATA', addendum_original_event_id: '0',
      tls_version: 'TLSv1.3', session_credential_from_console: 'true', vpc_endpoint_id: 'vpce-1', shared_event_id: 's', identity_type: 'AssumedRole', identity_invoked_by: 'x.amazonaws.com',
      identity_on_behalf_of: 'u-1', identity_provider: 'idp', session_mfa: 'true', session_created: '2026-10-05T09:00:00Z', session_source_identity: 'grace', session_sign_in_arn: 'arn:signin',
      session_issuer_type: 'Role', session_issuer_arn: 'arn:role', session_issuer_user_name: 'Deploy', session_federated_provider: 'arn:idp',
      path_account: A, source_file: OBJECT.slice('s3://bucket/'.length),
    })]);
    expect(Object.keys(rows[0] ?? {})).toEqual([...Object.keys(RECORD_COLUMNS).map((column) => (column === 'resources' ? 'resource_arns' : column)), 'path_account', 'source_file']);
  });

  it('of 2023, with a map and fewer columns, lack what the table lacks', async () => {
    const old = columns({
      useridentity: `${IDENTITY},webidfederationdata:map<string,string>>>`, managementevent: null, eventcategory: null, addendum: null, sessioncredentialfromconsole: null, vpcendpointaccountid: null, edgedevicedetails: null, tlsdetails: null,
    });
    const { rows, missing } = await read(old, { [OBJECT]: [record('1', role)] });
    expect(missing).toEqual([
      'event_category', 'management_event', 'session_credential_from_console', 'addendum_reason', 'addendum_original_event_id', 'tls_version', 'identity_provider', 'identity_on_behalf_of',
      'session_source_identity', 'session_sign_in_arn',
    ]);
    expect(rows[0]).toMatchObject({ event_id: '1', session_federated_provider: 'arn:idp', session_issuer_user_name: 'Deploy', identity_on_behalf_of: null, tls_version: null });
  });

  it('of the documented table name what newer records have beside it', async () => {
    const documented = columns({
      useridentity: `${IDENTITY.replace('sessioncontext', 'onbehalfof:struct<userid:string,identitystorearn:string>,sessioncontext')},ec2roledelivery:string,webidfederationdata:struct<federatedprovider:string,attributes:map<string,string>>>>`, managementevent: null,
    });
    expect((await read(documented, { [OBJECT]: [] })).missing).toEqual(['management_event', 'identity_provider', 'session_source_identity', 'session_sign_in_arn']);
  });

  const shapes: [string, Record<string, string | null>, LogRecord, Row, string[]][] = [
    ['resources without an ARN field', { resources: 'array<struct<accountid:string,type:string>>' }, { resources: [{ ARN: 'arn:a' }] }, { resource_arns: null }, ['resource_arns']],
    ['resources as text', { resources: 'string' }, { resources: [{ ARN: 'arn:a' }] }, { resource_arns: null }, ['resource_arns']],
    ['resources that name no ARN', {}, { resources: [{ type: 't' }] }, { resource_arns: null }, []],
    ['truth values of that type', { readonly: 'boolean', managementevent: 'boolean' }, {}, { read_only: 'false', management_event: 'true' }, []],
    ['a time of type timestamp', { eventtime: 'timestamp' }, {}, { event_time: '2026-10-05 10:00:00' }, []],
    ['a struct kept as its JSON', { tlsdetails: 'string', addendum: 'string' }, { tlsDetails: { tlsVersion: 'TLSv1.2' }, addendum: { originalEventID: '0' } }, { tls_version: 'TLSv1.2', addendum_original_event_id: '0' }, []],
    ['a column that is a list where a text is wanted', { errorcode: 'array<string>' }, {}, { error_code: null }, ['error_code']],
    ['provider names in a map, in lower case', { useridentity: `${IDENTITY},webidfederationdata:map<string,string>>>` }, { userIdentity: { sessionContext: { webIdFederationData: { federatedprovider: 'p' } } } }, { session_federated_provider: 'p' }, ['identity_provider', 'identity_on_behalf_of', 'session_source_identity', 'session_sign_in_arn']],
    ['no identity', {}, { userIdentity: undefined }, { identity_type: null, session_mfa: null }, []],
  ];
  it.each(shapes)('%s', async (_name, changes, more, expected, missing) => {
    const found = await read(columns(changes), { [OBJECT]: [record('1', more)] });
    expect(found.missing).toEqual(missing);
    expect(found.rows[0]).toMatchObject(expected);
  });

  it('are led back to their log object, whatever its place', async () => {
    const named = `${A}_CloudTrail_eu-west-1_20261005T1005Z_a.json.gz`;
    const places: [string, string, string | null][] = [
      [`s3://bucket/prefix/AWSLogs/${A}/CloudTrail/eu-west-1/2026/10/05/${named}`, `AWSLogs/${A}/CloudTrail/eu-west-1/2026/10/05/${named}`, A],
      [`s3://bucket/AWSLogs/o-abc123/${A}/CloudTrail/eu-west-1/2026/10/05/${named}`, `AWSLogs/o-abc123/${A}/CloudTrail/eu-west-1/2026/10/05/${named}`, A],
      [`s3://bucket/AWSLogs/AWSLogs/${A}/x.json.gz`, `AWSLogs/${A}/x.json.gz`, A],
      ['s3://bucket/AWSLogs/some/x.json.gz', 'AWSLogs/some/x.json.gz', null],
      [`s3://bucket/logs/dt=2026-10-05/${named}`, `dt=2026-10-05/${named}`, A],
      ['s3://bucket/logs/x.json.gz', 'x.json.gz', null],
    ];
    const { rows } = await read(columns(), Object.fromEntries(places.map(([path], index) => [path, [record(String(index))]])), 's3://bucket/logs');
    expect(rows.map(({ event_id: id, source_file: key, path_account: account }) => [Number(id), key, account]).sort()).toEqual(places.map(([, key, account], index) => [index, key, account]));
  });

  it('leave out the objects that Athena cannot read', () => {
    const { sql } = recordsSelect(layoutOf(columns()), { table: TABLE, where: `"day" = '2026/10/05'`, excludedPaths: ["s3://bucket/it's.gz", 's3://bucket/b.gz'] });
    expect(sql.slice(sql.indexOf('\nFROM'))).toBe(`\nFROM "logs"."trail"\nWHERE "day" = '2026/10/05'\n  AND "$path" NOT IN ('s3://bucket/it''s.gz', 's3://bucket/b.gz')`);
  });
});
