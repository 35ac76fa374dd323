import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { partitionPredicate } from '../../src/engines/athena/partition-predicate.js';
import { recordsSelect } from '../../src/engines/athena/records-sql.js';
import { tableLayout, type TableLayout } from '../../src/engines/athena/table-layout.js';
import { productRoot } from '../../src/pack/product-files.js';
import { SETUP_FILES } from '../../src/terminal/setup-files.js';
import { at, deployed, type Stack, TEMPLATE, type Value } from './stack.js';

const LOGS = { LogBucket: 'example-logs', Repository: 'octo-org/audit' };
const DATABASE = { database: 'cloudtrail_evidence', table: 'cloudtrail' };
const WINDOW = { firstDay: '2026-09-29', lastDay: '2026-11-01' };

describe('generated parts are as the code says; if not, run "npm run docs"', () => {
  it.each(Object.entries(SETUP_FILES))('%s', (name, render) => {
    const found = readFileSync(join(productRoot(), name), 'utf8');
    expect(render(found)).toBe(found);
  });
});

describe('the template', () => {
  const version = spawnSync('cfn-lint', ['--version'], { encoding: 'utf8' });
  const lint = version.status === 0 ? it : it.skip;
  if (version.status !== 0) process.stderr.write('Skipped: cfn-lint is not installed, so CloudFormation\'s own rules are not checked (pip install cfn-lint).\n');

  lint('holds to CloudFormation\'s rules, as cfn-lint knows them', () => {
    const { status, stdout, stderr } = spawnSync('cfn-lint', ['--format', 'parseable', '--include-checks', 'I', '--', TEMPLATE], { encoding: 'utf8' });
    expect({ status, said: `${stdout}${stderr}` }).toEqual({ status: 0, said: '' });
  });

  it('trusts tokens for AWS, of one repository and its named context, without a wildcard', () => {
    const trust = at(deployed(LOGS).resources['Role'], 'AssumeRolePolicyDocument', 'Statement', 0);
    expect(trust).toEqual({
      Effect: 'Allow',
      Action: 'sts:AssumeRoleWithWebIdentity',
      Principal: { Federated: '<Provider>' },
      Condition: {
        StringEquals: {
          'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
          'token.actions.githubusercontent.com:sub': ['repo:octo-org/audit:ref:refs/heads/main'],
        },
      },
    });
  });

  const subjects = (parameters: Readonly<Record<string, string>>): Value | undefined =>
    at(deployed({ ...LOGS, ...parameters }).resources['Role'], 'AssumeRolePolicyDocument', 'Statement', 0, 'Condition', 'StringEquals', 'token.actions.githubusercontent.com:sub');

  it.each([
    ['the immutable form alone', { Repository: '', ImmutableRepository: 'octo-org@12/audit@34' }, ['repo:octo-org@12/audit@34:ref:refs/heads/main']],
    ['both forms', { ImmutableRepository: 'octo-org@12/audit@34', SubjectContext: 'environment:audit' }, ['repo:octo-org/audit:environment:audit', 'repo:octo-org@12/audit@34:environment:audit']],
  ])('trusts %s', (_, parameters, expected) => {
    expect(subjects(parameters)).toEqual(expected);
  });

  it('leaves out a provider that the account has, and trusts that one', () => {
    const arn = 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com';
    const { resources } = deployed({ ...LOGS, ExistingProviderArn: arn });
    expect(Object.keys(resources)).not.toContain('Provider');
    expect(at(resources['Role'], 'AssumeRolePolicyDocument', 'Statement', 0, 'Principal', 'Federated')).toBe(arn);
  });

  it('gives the role no more with staging than to make, fill and drop tables of the run\'s own name', () => {
    expect(Object.keys(deployed({ ...LOGS, Staging: 'no' }).resources)).not.toContain('StagingPolicy');
    expect(statements(deployed(LOGS), 'StagingPolicy')).toEqual({
      StagedTables: [['glue:CreateTable', 'glue:DeleteTable', 'glue:GetDatabase', 'glue:GetTable'], ['catalog', 'database/cloudtrail_evidence', 'table/cloudtrail_evidence/cloudtrail_evidence_stage_*'].map((name) => `arn:aws:glue:eu-central-1:111122223333:${name}`)],
      Results: [['s3:DeleteObject'], ['arn:aws:s3:::<ResultsBucket>/cloudtrail-evidence/*']],
    });
  });

  it('lets the role write nowhere but among results, and names no action or resource by a bare wildcard', () => {
    const stack = deployed({ ...LOGS, ExistingResultsBucket: 'example-results', LogPrefix: 'trails/main/' });
    const { TrailList: trailList, ...others } = statements(stack, 'ReadPolicy');
    // CloudTrail ties this one action to no resource.
    expect(trailList).toEqual([['cloudtrail:DescribeTrails'], ['*']]);
    const all = [others, statements(stack, 'StagingPolicy')].flatMap((policy) => Object.values(policy));
    expect(all.flatMap(([actions, resources]) => [...actions, ...resources]).filter((text) => text === '*' || text.endsWith(':*'))).toEqual([]);
    const writing = all.filter(([actions]) => actions.some((action) => /:(Put|Delete|Create|Update|Abort)/.test(action)));
    expect(new Set(writing.flatMap(([, resources]) => resources.filter((resource) => resource.startsWith('arn:aws:s3'))))).toEqual(new Set(['arn:aws:s3:::example-results/cloudtrail-evidence/*']));
    expect(statements(stack, 'ReadPolicy')['Logs']).toEqual([['s3:GetObject'], ['arn:aws:s3:::example-logs/trails/main/AWSLogs/*']]);
  });

  it('adds keys only where logs or results are encrypted with one', () => {
    const key = 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
    const names = (parameters: object): string[] => Object.keys(deployed({ ...LOGS, ...parameters }).resources).filter((name) => name.endsWith('KeyPolicy'));
    expect([names({}), names({ LogKeyArn: key }), names({ ResultsKeyArn: key })]).toEqual([[], ['LogKeyPolicy'], ['ResultsKeyPolicy']]);
  });

  it('limits what a statement may scan, and says where results go', () => {
    const { resources } = deployed({ ...LOGS, ScanLimitBytes: '20000000' });
    expect(at(resources['Workgroup'], 'WorkGroupConfiguration', 'BytesScannedCutoffPerQuery')).toBe('20000000');
    expect(at(resources['Workgroup'], 'WorkGroupConfiguration', 'ResultConfiguration')).toEqual({
      OutputLocation: 's3://<ResultsBucket>/cloudtrail-evidence/',
      EncryptionConfiguration: { EncryptionOption: 'SSE_S3' },
    });
  });

  it('makes no bucket or table where there is one', () => {
    const { resources, outputs } = deployed({ ...LOGS, ExistingResultsBucket: 'example-results', CreateTable: 'no', DatabaseName: 'security', TableName: 'trail_logs' });
    expect(Object.keys(resources)).toEqual(['Provider', 'Role', 'ReadPolicy', 'StagingPolicy', 'Workgroup']);
    expect(outputs).toEqual({ RoleArn: '<Role.Arn>', Region: 'eu-central-1', AthenaWorkgroup: '<Workgroup>', AthenaDatabase: 'security', AthenaTable: 'trail_logs' });
  });
});

describe('the table has every column that records are read from, and its days can be named', () => {
  const layouts: readonly (readonly [string, () => TableLayout])[] = [
    ['template, one account', () => layoutOfStack(deployed(LOGS))],
    ['template, named accounts of an organisation', () => layoutOfStack(deployed({ ...LOGS, OrganizationId: 'o-exampleorgid', AccountIds: '111122223333,444455556666', LogPrefix: 'trails/' }))],
    ['setup/table.sql', () => layoutOfSql('setup/table.sql')],
    ['setup/table-organization.sql', () => layoutOfSql('setup/table-organization.sql')],
  ];

  it.each(layouts)('%s', (_, layout) => {
    const predicate = partitionPredicate({ layout: layout(), table: DATABASE, window: WINDOW, scope: { accounts: [], regions: [] }, now: '2026-11-05T06:00:00Z', allowFullScan: false });
    expect(predicate).toEqual({ sql: `"day" >= '2026/09/29' AND "day" <= '2026/11/01'`, prunes: true });
    expect(recordsSelect(layout(), { table: DATABASE, where: 'true' }).missingColumns).toEqual([]);
  });

  it('wants accounts of an organisation named by the scope where the template names none', () => {
    const layout = layoutOfStack(deployed({ ...LOGS, OrganizationId: 'o-exampleorgid' }));
    const predicate = (ids: readonly string[]) =>
      partitionPredicate({ layout, table: DATABASE, window: WINDOW, scope: { accounts: ids.map((id) => ({ id, name: null, environment: null })), regions: [] }, now: '2026-11-05T06:00:00Z', allowFullScan: false });
    expect(predicate([]).refusal).toMatch(/name the accounts under scope/);
    expect(predicate(['111122223333']).sql).toContain(`"account" = '111122223333'`);
  });

  it.each([
    ['one account', {}, 's3://example-logs/AWSLogs/${account}/CloudTrail/${region}/${day}'],
    ['an organisation under a prefix', { OrganizationId: 'o-exampleorgid', LogPrefix: 'trails/' }, 's3://example-logs/trails/AWSLogs/o-exampleorgid/${account}/CloudTrail/${region}/${day}'],
  ])('%s stands where CloudTrail writes', (_, parameters, place) => {
    expect(layoutOfStack(deployed({ ...LOGS, ...parameters })).template).toBe(place);
  });
});

/** By `Sid`: actions and resources. */
function statements({ resources }: Stack, policy: string): Readonly<Record<string, readonly [readonly string[], readonly string[]]>> {
  const found = at(resources[policy], 'PolicyDocument', 'Statement') as unknown as readonly { readonly Sid: string; readonly Action: readonly string[]; readonly Resource: readonly string[] }[];
  return Object.fromEntries(found.map(({ Sid, Action, Resource }) => [Sid, [Action, Resource]]));
}

interface GlueColumn {
  readonly Name: string;
  readonly Type: string;
}

function layoutOfStack({ resources }: Stack): TableLayout {
  const input = at(resources['Table'], 'TableInput') as unknown as {
    readonly Parameters: Readonly<Record<string, string>>;
    readonly PartitionKeys: readonly GlueColumn[];
    readonly StorageDescriptor: { readonly Location: string; readonly Columns: readonly GlueColumn[]; readonly SerdeInfo: { readonly SerializationLibrary: string } };
  };
  const { Location: location, Columns: columns, SerdeInfo } = input.StorageDescriptor;
  const named = (list: readonly GlueColumn[]) => list.map(({ Name: name, Type: type }) => ({ name, type }));
  return readable(tableLayout({ columns: named(columns), partitionKeys: named(input.PartitionKeys), parameters: { ...input.Parameters, 'serde.serialization.lib': SerdeInfo.SerializationLibrary }, location }));
}

/** What Athena would tell of the table that the file's statement makes. */
function layoutOfSql(file: string): TableLayout {
  const text = readFileSync(join(productRoot(), file), 'utf8');
  const [, body = '', keys = '', location = '', properties = ''] = /CREATE EXTERNAL TABLE \S+ \(\n([\s\S]*?)\n\)\nPARTITIONED BY \((.*)\)[\s\S]*?LOCATION '(.*)'\nTBLPROPERTIES \(([\s\S]*)\)/.exec(text) ?? [];
  const columns = body.replaceAll(/\n {4,}/g, '').split(',\n').map((line) => line.trim());
  const named = (list: readonly string[]) => list.map((text_) => ({ name: text_.split(' ')[0] ?? '', type: text_.slice(text_.indexOf(' ')).replaceAll(/\s/g, '').toLowerCase() }));
  const parameters = Object.fromEntries([...properties.matchAll(/'(.*?)' = '(.*?)'/g)].map(([, name = '', value = '']) => [name, value]));
  return readable(tableLayout({ columns: named(columns), partitionKeys: named(keys.split(', ')), parameters, location }));
}

function readable(layout: TableLayout | string): TableLayout {
  if (typeof layout === 'string') throw new Error(layout);
  return layout;
}
