/** Where a permission is given; whoever writes a policy has an ARN for each. */
export type Resource =
  | 'workgroup'
  /** Athena's name for the Glue catalogue: `AwsDataCatalog`. */
  | 'data catalogue'
  /** Glue's catalogue, the database of the log table and the one named `default`, and the log table. */
  | 'log table'
  /** The same, but for the tables a run stages. */
  | 'staged tables'
  | 'log bucket'
  /** Objects: logs and digests. */
  | 'logs'
  | 'results bucket'
  /** Objects: results of statements and staged tables. */
  | 'results'
  /** Trails of any account: an organisation's is its management account's. */
  | 'trails'
  /** What AWS ties to no resource. */
  | 'anything';

export interface Permission {
  readonly action: string;
  readonly on: Resource;
}

/** A call that the program makes, and what AWS wants allowed for it. */
export interface AwsCall {
  readonly service: 'sts' | 'athena' | 's3' | 'cloudtrail';
  /** As the SDK names it: `GetTableMetadata`. */
  readonly operation: string;
  /** Which bucket; null where the service is not S3. */
  readonly bucket: 'logs' | 'results' | null;
  /** Made by `check` alone; what it tells is not in a run's way where it is refused. */
  readonly checkOnly: boolean;
  /** Made only where the period is staged. */
  readonly staging: boolean;
  readonly purpose: string;
  readonly permissions: readonly Permission[];
}

/** Names of staged tables begin so; a role may make and drop no others. */
export const STAGED_TABLES = 'cloudtrail_evidence_stage_';

/** Athena reads in the name of who starts a statement: catalogue, log objects, place of the results (https://docs.aws.amazon.com/athena/latest/ug/security-iam-athena.html). */
const STATEMENT: readonly Permission[] = [
  { action: 'athena:StartQueryExecution', on: 'workgroup' },
  ...on('log table', 'glue:GetDatabase', 'glue:GetTable', 'glue:GetPartition', 'glue:GetPartitions', 'glue:BatchGetPartition'),
  ...on('log bucket', 's3:GetBucketLocation', 's3:ListBucket'),
  { action: 's3:GetObject', on: 'logs' },
  ...on('results bucket', 's3:GetBucketLocation', 's3:ListBucket'),
  ...on('results', 's3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts'),
];

/** https://docs.aws.amazon.com/athena/latest/ug/fine-grained-access-to-glue-resources.html, CREATE TABLE and DROP TABLE. */
const STAGED_STATEMENT: readonly Permission[] = on('staged tables', 'glue:GetDatabase', 'glue:GetTable', 'glue:CreateTable', 'glue:DeleteTable');

/**
 * Every call to AWS, with what it is for. The policies under setup/ are made from this list; a test runs the program and compares it with
 * the calls that arrive.
 */
export const CALLS: readonly AwsCall[] = [
  call('sts', 'AssumeRoleWithWebIdentity', 'takes the role; the role\'s trust policy allows it', []),
  call('sts', 'GetCallerIdentity', 'asks whose credentials these are; needs no permission', []),
  call('athena', 'GetWorkGroup', 'asks for the place of results and the limit of bytes a statement', [{ action: 'athena:GetWorkGroup', on: 'workgroup' }]),
  call('athena', 'GetTableMetadata', 'asks for the table\'s columns and partition keys', [{ action: 'athena:GetTableMetadata', on: 'data catalogue' }, ...on('log table', 'glue:GetDatabase', 'glue:GetTable')]),
  call('athena', 'StartQueryExecution', 'runs a query, or a statement that counts', STATEMENT),
  call('athena', 'BatchGetQueryExecution', 'asks how statements are going', [{ action: 'athena:BatchGetQueryExecution', on: 'workgroup' }]),
  call('athena', 'GetQueryResults', 'reads a small result', [{ action: 'athena:GetQueryResults', on: 'workgroup' }, { action: 's3:GetObject', on: 'results' }]),
  call('athena', 'GetQueryRuntimeStatistics', 'asks what a statement has read and written', [{ action: 'athena:GetQueryRuntimeStatistics', on: 'workgroup' }]),
  call('athena', 'StopQueryExecution', 'stops what a run that is cancelled has under way', [{ action: 'athena:StopQueryExecution', on: 'workgroup' }]),
  s3('logs', 'ListObjectsV2', 'lists log files and digests of the period', [{ action: 's3:ListBucket', on: 'log bucket' }]),
  s3('logs', 'GetObject', 'reads digests, and log files of which the table returned no record; all log files with the embedded engine', [{ action: 's3:GetObject', on: 'logs' }]),
  s3('logs', 'HeadObject', 'asks whether S3 has archived an old object', [{ action: 's3:GetObject', on: 'logs' }]),
  s3('results', 'GetObject', 'reads a large result, and the note beside a staged table', [{ action: 's3:GetObject', on: 'results' }]),
  { ...call('cloudtrail', 'DescribeTrails', 'check: asks which trails there are', [{ action: 'cloudtrail:DescribeTrails', on: 'anything' }]), checkOnly: true },
  { ...call('cloudtrail', 'GetEventSelectors', 'check: asks which events a trail records', [{ action: 'cloudtrail:GetEventSelectors', on: 'trails' }]), checkOnly: true },
  { ...call('athena', 'StartQueryExecution', 'makes staged tables and drops them', STAGED_STATEMENT), staging: true },
  { ...s3('results', 'ListObjectsV2', 'looks for what staged tables left', [{ action: 's3:ListBucket', on: 'results bucket' }]), staging: true },
  { ...s3('results', 'PutObject', 'writes the note beside a staged table', [{ action: 's3:PutObject', on: 'results' }]), staging: true },
  { ...s3('results', 'DeleteObjects', 'deletes a staged table\'s objects', [{ action: 's3:DeleteObject', on: 'results' }]), staging: true },
];

/** What a role needs, each permission once; with staging, all of it, or only what staging adds. `asked`: the calls that count, all by default. */
export function permissionsFor(which: 'direct' | 'staged' | 'staging alone', asked: readonly AwsCall[] = CALLS): readonly Permission[] {
  const needed = (calls: readonly AwsCall[]): ReadonlyMap<string, Permission> =>
    new Map(calls.flatMap(({ permissions }) => permissions).map((permission) => [`${permission.action} ${permission.on}`, permission]));
  const direct = needed(asked.filter(({ staging }) => !staging));
  const staged = needed(asked);
  switch (which) {
    case 'direct': return [...direct.values()];
    case 'staged': return [...staged.values()];
    case 'staging alone': return [...staged].filter(([name]) => !direct.has(name)).map(([, permission]) => permission);
  }
}

/** Permissions on one resource, as a policy groups them. */
export interface Grant {
  /** `Sid` of the policy's statement. */
  readonly sid: string;
  readonly on: Resource;
  readonly actions: readonly string[];
}

const SIDS: Readonly<Record<Resource, string>> = {
  workgroup: 'Workgroup',
  'data catalogue': 'TableMetadata',
  'log table': 'LogTable',
  'staged tables': 'StagedTables',
  'log bucket': 'LogBucket',
  logs: 'Logs',
  'results bucket': 'ResultsBucket',
  results: 'Results',
  trails: 'Trails',
  anything: 'TrailList',
};

export function grants(permissions: readonly Permission[]): readonly Grant[] {
  const named = Object.entries(SIDS) as [Resource, string][];
  return named
    .map(([resource, sid]) => ({ sid, on: resource, actions: permissions.filter((permission) => permission.on === resource).map(({ action }) => action).sort() }))
    .filter(({ actions }) => actions.length > 0);
}

function on(resource: Resource, ...actions: readonly string[]): readonly Permission[] {
  return actions.map((action) => ({ action, on: resource }));
}

function call(service: AwsCall['service'], operation: string, purpose: string, permissions: readonly Permission[]): AwsCall {
  return { service, operation, bucket: null, checkOnly: false, staging: false, purpose, permissions };
}

function s3(bucket: 'logs' | 'results', operation: string, purpose: string, permissions: readonly Permission[]): AwsCall {
  return { service: 's3', operation, bucket, checkOnly: false, staging: false, purpose, permissions };
}
