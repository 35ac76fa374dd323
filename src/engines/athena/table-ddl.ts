import { sqlText } from '../../pack/executable-query.js';
import { ddlName, type TableName } from './identifiers.js';

export interface ProjectedTable {
  readonly table: TableName;
  /** A place at or above the logs: `s3://bucket/prefix/AWSLogs/111122223333/`. */
  readonly location: string;
  /** Accounts whose logs stand there; empty: the one that `location` names, else they are named by each query. */
  readonly accounts: readonly string[];
  /** Regions; empty: all that the commercial partition has. */
  readonly regions: readonly string[];
}

/** DDL of a table over accounts, regions and days whose partitions Athena works out itself: a query reads the days it names and no others. */
export function projectedTableDdl({ table, location, accounts, regions }: ProjectedTable): string {
  const { base, account } = placeOfLogs(location);
  const named = accounts.length > 0 ? accounts : account === null ? [] : [account];
  const properties: readonly (readonly [string, string])[] = [
    ['projection.enabled', 'true'],
    ...(named.length > 0 ? [['projection.account.type', 'enum'], ['projection.account.values', named.join(',')]] as const : [['projection.account.type', 'injected']] as const),
    ['projection.region.type', 'enum'],
    ['projection.region.values', (regions.length > 0 ? regions : REGIONS).join(',')],
    ['projection.day.type', 'date'],
    ['projection.day.format', 'yyyy/MM/dd'],
    // CloudTrail's first year.
    ['projection.day.range', '2013/11/01,NOW'],
    ['projection.day.interval', '1'],
    ['projection.day.interval.unit', 'DAYS'],
    ['storage.location.template', `${base}\${account}/CloudTrail/\${region}/\${day}`],
  ];
  return `CREATE EXTERNAL TABLE ${ddlName(table)} (
${COLUMNS.map(([name, type]) => `  ${name} ${type}`).join(',\n')}
)
PARTITIONED BY (account STRING, region STRING, day STRING)
ROW FORMAT SERDE 'org.apache.hive.hcatalog.data.JsonSerDe'
STORED AS INPUTFORMAT 'com.amazon.emr.cloudtrail.CloudTrailInputFormat'
OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat'
LOCATION ${sqlText(base)}
TBLPROPERTIES (
${properties.map(([name, value]) => `  ${sqlText(name)} = ${sqlText(value)}`).join(',\n')}
)`;
}

/** `…/AWSLogs/` or `…/AWSLogs/o-abc/`, and the account that the place names below it. */
function placeOfLogs(location: string): { readonly base: string; readonly account: string | null } {
  const found = /^(.*?\/AWSLogs\/(?:o-[a-z0-9]+\/)?)(?:(\d{12})\/.*)?$/.exec(location);
  if (found) return { base: found[1] ?? '', account: found[2] ?? null };
  return { base: `${location}AWSLogs/`, account: null };
}

/** AWS's documented columns, and those that newer records have beside them. A name that a record does not hold is NULL. */
export const COLUMNS: readonly (readonly [string, string])[] = [
  ['eventversion', 'STRING'],
  ['useridentity', `STRUCT<
    type: STRING, principalid: STRING, arn: STRING, accountid: STRING, invokedby: STRING, accesskeyid: STRING, username: STRING, identityprovider: STRING,
    onbehalfof: STRUCT<userid: STRING, identitystorearn: STRING>,
    sessioncontext: STRUCT<
      attributes: STRUCT<mfaauthenticated: STRING, creationdate: STRING>,
      sessionissuer: STRUCT<type: STRING, principalid: STRING, arn: STRING, accountid: STRING, username: STRING>,
      sourceidentity: STRING, signinsessionarn: STRING, ec2roledelivery: STRING,
      webidfederationdata: STRUCT<federatedprovider: STRING, attributes: MAP<STRING, STRING>>>>`],
  ['eventtime', 'STRING'], ['eventsource', 'STRING'], ['eventname', 'STRING'], ['awsregion', 'STRING'], ['sourceipaddress', 'STRING'], ['useragent', 'STRING'],
  ['errorcode', 'STRING'], ['errormessage', 'STRING'], ['requestparameters', 'STRING'], ['responseelements', 'STRING'], ['additionaleventdata', 'STRING'],
  ['requestid', 'STRING'], ['eventid', 'STRING'], ['readonly', 'STRING'],
  ['resources', 'ARRAY<STRUCT<arn: STRING, accountid: STRING, type: STRING>>'],
  ['eventtype', 'STRING'], ['apiversion', 'STRING'], ['managementevent', 'STRING'], ['recipientaccountid', 'STRING'], ['serviceeventdetails', 'STRING'],
  ['sharedeventid', 'STRING'], ['vpcendpointid', 'STRING'], ['vpcendpointaccountid', 'STRING'], ['eventcategory', 'STRING'],
  ['addendum', 'STRUCT<reason: STRING, updatedfields: STRING, originalrequestid: STRING, originaleventid: STRING>'],
  ['sessioncredentialfromconsole', 'STRING'], ['edgedevicedetails', 'STRING'],
  ['tlsdetails', 'STRUCT<tlsversion: STRING, ciphersuite: STRING, clientprovidedhostheader: STRING>'],
];

/** Regions of the commercial partition (https://docs.aws.amazon.com/general/latest/gr/cloudtrail.html). A region without logs is listed day by day, and nothing of it is scanned. */
const REGIONS: readonly string[] = [
  'us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'af-south-1', 'ap-east-1', 'ap-east-2', 'ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3', 'ap-south-1', 'ap-south-2',
  'ap-southeast-1', 'ap-southeast-2', 'ap-southeast-3', 'ap-southeast-4', 'ap-southeast-5', 'ap-southeast-6', 'ap-southeast-7', 'ca-central-1', 'ca-west-1', 'eu-central-1', 'eu-central-2',
  'eu-north-1', 'eu-south-1', 'eu-south-2', 'eu-west-1', 'eu-west-2', 'eu-west-3', 'il-central-1', 'me-central-1', 'me-south-1', 'mx-central-1', 'sa-east-1',
];
