import { COLUMNS } from '../../src/engines/athena/table-ddl.js';

/** A table as the catalogue has it. */
export interface HiveTable {
  readonly database: string;
  readonly name: string;
  /** Names in lower case, types as Hive writes them. */
  readonly columns: readonly HiveColumn[];
  readonly partitionKeys: readonly HiveColumn[];
  readonly parameters: Readonly<Record<string, string>>;
  /** `s3://bucket/prefix/`. */
  readonly location: string;
  /** Values of the partition keys for an object; null where the object is in none of the table's partitions. */
  readonly partitionOf: (url: string) => readonly string[] | null;
}

export interface HiveColumn {
  readonly name: string;
  readonly type: string;
}

/** How a table is cut into partitions. `setup` is the table that setup/ proposes, the others are those of AWS's own pages and their usual wider form. */
export type Layout = 'setup' | 'projected' | 'projected-one-place' | 'manual' | 'organisation' | 'unpartitioned';

export interface TableAt {
  readonly database: string;
  readonly name: string;
  readonly layout: Layout;
  /** `s3://bucket/[prefix/]AWSLogs/` */
  readonly logs: string;
  /** Of layout `organisation`. */
  readonly organisation?: string;
  /** Of layouts that hold one account, or one region of it. */
  readonly account?: string;
  readonly region?: string;
  /** Columns as documented now (the default but for layout `setup`), as documented in early 2023, or as in setup/. */
  readonly columns?: 'current' | '2023' | 'setup';
  /** Columns that are left out of those. */
  readonly without?: readonly string[];
}

const IDENTITY = 'struct<type:string,principalid:string,arn:string,accountid:string,invokedby:string,accesskeyid:string,username:string';
const ISSUER = 'attributes:struct<mfaauthenticated:string,creationdate:string>,sessionissuer:struct<type:string,principalid:string,arn:string,accountid:string,username:string>';

/** https://docs.aws.amazon.com/athena/latest/ug/create-cloudtrail-table-partition-projection.html */
const CURRENT: readonly HiveColumn[] = columns({
  eventversion: 'string',
  useridentity: `${IDENTITY},onbehalfof:struct<userid:string,identitystorearn:string>,sessioncontext:struct<${ISSUER},ec2roledelivery:string,webidfederationdata:struct<federatedprovider:string,attributes:map<string,string>>>>`,
  eventtime: 'string', eventsource: 'string', eventname: 'string', awsregion: 'string', sourceipaddress: 'string', useragent: 'string', errorcode: 'string', errormessage: 'string',
  requestparameters: 'string', responseelements: 'string', additionaleventdata: 'string', requestid: 'string', eventid: 'string', readonly: 'string',
  resources: 'array<struct<arn:string,accountid:string,type:string>>',
  eventtype: 'string', apiversion: 'string', recipientaccountid: 'string', serviceeventdetails: 'string', sharedeventid: 'string', vpcendpointid: 'string', vpcendpointaccountid: 'string',
  eventcategory: 'string',
  addendum: 'struct<reason:string,updatedfields:string,originalrequestid:string,originaleventid:string>',
  sessioncredentialfromconsole: 'string', edgedevicedetails: 'string',
  tlsdetails: 'struct<tlsversion:string,ciphersuite:string,clientprovidedhostheader:string>',
});

/** The same page before February 2023: https://github.com/awsdocs/amazon-athena-user-guide (doc_source/cloudtrail-logs.md). */
const OF_2023: readonly HiveColumn[] = CURRENT
  .filter(({ name }) => !['addendum', 'eventcategory', 'vpcendpointaccountid', 'sessioncredentialfromconsole', 'edgedevicedetails'].includes(name))
  .map((column) => (column.name === 'useridentity' ? { name: 'useridentity', type: `${IDENTITY},sessioncontext:struct<${ISSUER},ec2roledelivery:string,webidfederationdata:map<string,string>>>` } : column));

/** As the catalogue tells them: without blanks, in lower case. */
const OF_SETUP: readonly HiveColumn[] = COLUMNS.map(([name, type]) => ({ name, type: type.replaceAll(/\s/g, '').toLowerCase() }));

function columns(types: Readonly<Record<string, string>>): readonly HiveColumn[] {
  return Object.entries(types).map(([name, type]) => ({ name, type }));
}

const SERDE = {
  'serde.serialization.lib': 'org.apache.hive.hcatalog.data.JsonSerDe',
  'serde.param.serialization.format': '1',
  inputformat: 'com.amazon.emr.cloudtrail.CloudTrailInputFormat',
  outputformat: 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat',
};
const days = (key: string): Readonly<Record<string, string>> => ({
  'projection.enabled': 'true',
  [`projection.${key}.type`]: 'date',
  [`projection.${key}.format`]: 'yyyy/MM/dd',
  [`projection.${key}.interval`]: '1',
  [`projection.${key}.interval.unit`]: 'DAYS',
  [`projection.${key}.range`]: '2020/01/01,NOW',
});
const TWELVE_DIGITS = '[0-9]{12}';
const REGION = '[a-z0-9-]+';

/** A table of CloudTrail records over the log objects below a place. */
export function cloudTrailTable(at: TableAt): HiveTable {
  const { database, name, layout, logs, organisation = 'o-exampleorgid', account = '111122223333', region = 'eu-west-1', without = [] } = at;
  const all = { current: CURRENT, 2023: OF_2023, setup: OF_SETUP }[at.columns ?? (layout === 'setup' ? 'setup' : 'current')];
  const table = { database, name, columns: all.filter((column) => !without.includes(column.name)) };
  const day = '[0-9]{4}/[0-9]{2}/[0-9]{2}';
  switch (layout) {
    case 'setup':
    case 'projected': {
      const key = layout === 'setup' ? 'day' : 'timestamp';
      return {
        ...table,
        partitionKeys: strings('account', 'region', key),
        location: logs,
        parameters: {
          ...SERDE, ...days(key),
          'projection.account.type': 'enum',
          'projection.account.values': '111122223333,444455556666',
          'projection.region.type': 'enum',
          'projection.region.values': 'eu-central-1,eu-west-1,us-east-1',
          'storage.location.template': `${logs}\${account}/CloudTrail/\${region}/\${${key}}`,
        },
        partitionOf: matching(`${quoted(logs)}(${TWELVE_DIGITS})/CloudTrail/(${REGION})/(${day})/`),
      };
    }
    case 'projected-one-place': {
      const location = `${logs}${account}/CloudTrail/${region}`;
      return {
        ...table,
        partitionKeys: strings('timestamp'),
        location,
        parameters: { ...SERDE, ...days('timestamp'), 'storage.location.template': `${location}/\${timestamp}` },
        partitionOf: matching(`${quoted(location)}/(${day})/`),
      };
    }
    case 'manual':
      return { ...table, partitionKeys: strings('region', 'year', 'month', 'day'), location: `${logs}${account}/`, parameters: SERDE, partitionOf: matching(`${quoted(logs)}${account}/CloudTrail/(${REGION})/(\\d{4})/(\\d{2})/(\\d{2})/`) };
    case 'organisation':
      return {
        ...table,
        partitionKeys: strings('account', 'region', 'year', 'month', 'day'),
        location: `${logs}${organisation}/`,
        parameters: SERDE,
        partitionOf: matching(`${quoted(`${logs}${organisation}`)}/(${TWELVE_DIGITS})/CloudTrail/(${REGION})/(\\d{4})/(\\d{2})/(\\d{2})/`),
      };
    case 'unpartitioned':
      return { ...table, partitionKeys: [], location: `${logs}${account}/CloudTrail/`, parameters: SERDE, partitionOf: matching(`${quoted(`${logs}${account}/CloudTrail/`)}`) };
  }
}

function strings(...names: readonly string[]): readonly HiveColumn[] {
  return names.map((name) => ({ name, type: 'string' }));
}

function matching(start: string): HiveTable['partitionOf'] {
  const pattern = new RegExp(`^${start}`);
  return (url) => pattern.exec(url)?.slice(1) ?? null;
}

function quoted(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** A Hive type taken apart. */
export type HiveShape = string | { readonly array: HiveShape } | { readonly map: HiveShape } | { readonly struct: readonly (readonly [string, HiveShape])[] };

export function hiveShape(type: string): HiveShape {
  const inside = /^(array|map|struct)<(.*)>$/s.exec(type.trim());
  if (inside === null) return type.trim();
  const [, kind, body = ''] = inside;
  if (kind === 'array') return { array: hiveShape(body) };
  const parts = atTop(body);
  if (kind === 'map') return { map: hiveShape(parts[1] ?? '') };
  return { struct: parts.map((part) => [part.slice(0, part.indexOf(':')).trim(), hiveShape(part.slice(part.indexOf(':') + 1))]) };
}

/** Parts between commas that stand in no angle brackets. */
function atTop(text: string): readonly string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const character of text) {
    if (character === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
    if (character === '<') depth += 1;
    if (character === '>') depth -= 1;
  }
  return parts;
}
