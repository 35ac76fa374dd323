import { type Caller, inConsole, inSession, onCommandLine, roleSession, through } from '../callers.js';
import { DAN, DATA, DATA_FRANKFURT, DATA_IRELAND, EVA, EXPORTS_BUCKET } from '../company.js';
import { objectCall } from '../noise.js';
import type { Call } from '../record.js';
import type { Scene } from '../scene.js';
import { functionSession } from '../workloads.js';
import { KEY, keyCall } from './housekeeping.js';

const dan = (day: string, command: string): Caller => onCommandLine(DAN, DATA, day, command);

/** The warehouse is a database of PostgreSQL in shop-data. */
function database(at: string, name: string, caller: Caller, request: NonNullable<Call['request']>): Call {
  const identifier = request['dBInstanceIdentifier'] ?? 'warehouse';
  return { ...DATA_IRELAND, at, source: 'rds', name, caller, request, response: { dBInstanceIdentifier: identifier, engine: 'postgres', storageEncrypted: true, publiclyAccessible: false, pendingModifiedValues: {} } };
}

const snapshotDeleted = (at: string, caller: Caller, dBSnapshotIdentifier: string): Call => ({ ...DATA_IRELAND, at, source: 'rds', name: 'DeleteDBSnapshot', caller, request: { dBSnapshotIdentifier }, response: { dBSnapshotIdentifier, dBInstanceIdentifier: 'warehouse', engine: 'postgres', status: 'deleted' } });

const backups = roleSession({ account: DATA, roleName: 'AWSBackupDefaultServiceRole', rolePath: '/service-role/', sessionName: 'AWSBackup-AWSBackupDefaultServiceRole', startedAt: '2026-10-11T03:00:02Z' });

/** What S3 asks the key for when the function writes an export. */
function keyUsed(at: string, object: string): Call {
  const writer = functionSession({ ...DATA_IRELAND, name: 'exports-writer' }, Date.parse(at));
  return {
    ...keyCall(at, 'GenerateDataKey', through('s3', inSession(writer, { ip: '', agent: '' })), { keyId: KEY, keySpec: 'AES_256', encryptionContext: { 'aws:s3:arn': `arn:aws:s3:::${EXPORTS_BUCKET}/${object}` } }, null),
    reads: true,
  };
}

/** An object, and how much of it was read. */
function object(at: string, name: string, key: string, caller: Caller, bytesRead = 0): Call {
  return { ...DATA_IRELAND, at, ...objectCall(name, EXPORTS_BUCKET, key, caller), fields: { additionalEventData: { SignatureVersion: 'SigV4', bytesTransferredIn: 0, bytesTransferredOut: bytesRead } } };
}

const SECRET = `arn:aws:secretsmanager:eu-west-1:${DATA}:secret:warehouse/password-Qw3rTy`;
const rotation = (at: string, name: string): Call => ({
  ...DATA_IRELAND, at, source: 'secretsmanager', name,
  caller: { identity: { accountId: DATA, invokedBy: 'secretsmanager.amazonaws.com' }, ip: 'secretsmanager.amazonaws.com', agent: 'secretsmanager.amazonaws.com', console: false },
  fields: { eventType: 'AwsServiceEvent', additionalEventData: { SecretId: SECRET } },
});

export const DATA_AND_BACKUPS: readonly Scene[] = [
  {
    name: 'database-changed',
    sentence: 'The warehouse gets a new master password and loses its protection against deletion, which it has again ten minutes later.',
    calls: [
      database('2026-10-06T12:10:20Z', 'ModifyDBInstance', dan('2026-10-06', 'rds.modify-db-instance'), { dBInstanceIdentifier: 'warehouse', masterUserPassword: '****', deletionProtection: false, applyImmediately: true }),
      database('2026-10-06T12:20:41Z', 'ModifyDBInstance', dan('2026-10-06', 'rds.modify-db-instance'), { dBInstanceIdentifier: 'warehouse', deletionProtection: true, applyImmediately: true }),
    ],
    shownBy: { 'DB-01': 'all', 'CHG-01': 'all' },
    absentFrom: ['BCK-01', 'DATA-07', 'LOG-08'],
  },
  {
    name: 'key-taken-off-the-exports',
    sentence: 'Before he gives up the key of the customers\' exports, an engineer takes it off their bucket.',
    calls: [{ ...DATA_IRELAND, at: '2026-10-14T10:02:14Z', source: 's3', name: 'DeleteBucketEncryption', caller: inConsole(DAN, DATA, '2026-10-14'), request: { bucketName: EXPORTS_BUCKET, encryption: '' } }],
    shownBy: { 'DATA-07': 'all', 'DATA-01': 'all', 'CHG-01': 'all', 'CHG-02': 'all' },
  },
  {
    name: 'key-put-back-on-the-exports',
    sentence: 'The security engineer puts the key back on the bucket, and lets nobody but herself give it up.',
    calls: [
      { ...DATA_IRELAND, at: '2026-10-15T08:14:02Z', source: 's3', name: 'PutBucketEncryption', caller: inConsole(EVA, DATA, '2026-10-15'), request: { bucketName: EXPORTS_BUCKET, encryption: '', ServerSideEncryptionConfiguration: { Rule: { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: KEY }, BucketKeyEnabled: true } } } },
      keyCall('2026-10-15T08:21:37Z', 'PutKeyPolicy', inConsole(EVA, DATA, '2026-10-15'), { keyId: KEY, policyName: 'default', policy: `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::${DATA}:root"},"Action":"kms:*","Resource":"*"},{"Effect":"Deny","Principal":"*","Action":["kms:ScheduleKeyDeletion","kms:DisableKey"],"Resource":"*","Condition":{"StringNotLike":{"aws:PrincipalArn":"*SecurityEngineer*"}}}]}`, bypassPolicyLockoutSafetyCheck: false }, { keyId: KEY }),
    ],
    shownBy: { 'DATA-01': [0], 'KMS-02': [1], 'CHG-01': 'all', 'CHG-02': 'all' },
    absentFrom: ['DATA-07', 'KMS-01'],
  },
  {
    name: 'key-at-work',
    sentence: 'S3 asks for the key of the exports when the function writes one: once at the beginning and once at the end of the month.',
    calls: [keyUsed('2026-10-03T02:00:09Z', 'exports/2026-10-03/orders.parquet'), keyUsed('2026-10-27T02:00:08Z', 'exports/2026-10-27/orders.parquet')],
    shownBy: { 'KMS-03': 'all' },
    absentFrom: ['KMS-01'],
  },
  {
    name: 'customer-erased',
    sentence: 'For a customer who asked to be forgotten two exports are deleted, and from now on all exports are deleted after a year.',
    calls: [
      object('2026-10-20T09:05:11Z', 'DeleteObject', 'customers/c-20713/profile.json', dan('2026-10-20', 's3.rm')),
      object('2026-10-20T09:05:12Z', 'DeleteObject', 'customers/c-20713/orders.json', dan('2026-10-20', 's3.rm')),
      { ...DATA_IRELAND, at: '2026-10-20T09:26:50Z', source: 's3', name: 'PutBucketLifecycle', caller: inConsole(DAN, DATA, '2026-10-20'), request: { bucketName: EXPORTS_BUCKET, lifecycle: '', LifecycleConfiguration: { Rule: { ID: 'a-year-at-most', Status: 'Enabled', Filter: { Prefix: 'exports/' }, Expiration: { Days: 365 } } } }, resources: [{ arn: `arn:aws:s3:::${EXPORTS_BUCKET}`, type: 'AWS::S3::Bucket' }] },
    ],
    shownBy: { 'DATA-06': 'all', 'DATA-04': [0, 1], 'DATA-05': [0, 1], 'CHG-07': [0, 1], 'DATA-01': [2], 'CHG-01': [2] },
    absentFrom: ['BCK-01', 'LOG-04'],
  },
  {
    name: 'export-read',
    sentence: 'A data engineer downloads an export with customers\' orders, twice.',
    calls: ['2026-10-22T09:58:31Z', '2026-10-22T13:04:02Z'].map((at) => object(at, 'GetObject', 'exports/2026-10-21/orders.parquet', dan('2026-10-22', 's3.cp'), 48_211_906)),
    shownBy: { 'DATA-04': 'all', 'DATA-05': 'all' },
    absentFrom: ['LOG-04'],
  },
  {
    name: 'warehouse-released',
    sentence: 'A release of the warehouse\'s loading goes through its pipeline: an engineer starts it, and the security engineer approves it.',
    calls: [
      { ...DATA_IRELAND, at: '2026-10-19T08:10:05Z', source: 'codepipeline', name: 'StartPipelineExecution', caller: inConsole(DAN, DATA, '2026-10-19'), request: { name: 'warehouse', clientRequestToken: 'c7a1' }, response: { pipelineExecutionId: '9b1d2c3e-4f50-4a61-8b72-0c9d8e7f6a54' } },
      { ...DATA_IRELAND, at: '2026-10-19T08:44:52Z', source: 'codepipeline', name: 'PutApprovalResult', caller: inConsole(EVA, DATA, '2026-10-19'), request: { pipelineName: 'warehouse', stageName: 'Production', actionName: 'Approve', result: { status: 'Approved', summary: 'OPS-334' }, token: 'HIDDEN_DUE_TO_SECURITY_REASONS' }, response: { approvedAt: 'Oct 19, 2026, 8:44:52 AM' } },
    ],
    shownBy: { 'CHG-06': 'all', 'CHG-02': 'all' },
    absentFrom: ['CHG-03', 'CHG-05'],
  },
  {
    name: 'restore-tested',
    sentence: 'The warehouse is restored from last night\'s snapshot beside the one in use, looked at, and removed.',
    calls: [
      database('2026-10-22T07:40:16Z', 'RestoreDBInstanceFromDBSnapshot', dan('2026-10-22', 'rds.restore-db-instance-from-db-snapshot'), { dBInstanceIdentifier: 'warehouse-restore-test', dBSnapshotIdentifier: 'rds:warehouse-2026-10-22-02-10', publiclyAccessible: false }),
      database('2026-10-22T09:31:55Z', 'DeleteDBInstance', dan('2026-10-22', 'rds.delete-db-instance'), { dBInstanceIdentifier: 'warehouse-restore-test', skipFinalSnapshot: true, deleteAutomatedBackups: true }),
    ],
    shownBy: { 'BCK-02': [0], 'DB-01': 'all', 'CHG-01': 'all' },
    absentFrom: ['BCK-01', 'DATA-07'],
  },
  {
    name: 'secret-rotated',
    sentence: 'The day after a person read it, the password of the warehouse is rotated, and from now on every 30 days.',
    calls: [
      { ...DATA_IRELAND, at: '2026-10-23T07:32:08Z', source: 'secretsmanager', name: 'RotateSecret', caller: inConsole(EVA, DATA, '2026-10-23'), request: { secretId: SECRET, rotationRules: { automaticallyAfterDays: 30 }, rotateImmediately: true }, response: { arn: SECRET } },
      rotation('2026-10-23T07:32:09Z', 'RotationStarted'),
      rotation('2026-10-23T07:32:31Z', 'RotationSucceeded'),
    ],
    shownBy: { 'SEC-02': 'all', 'CHG-01': [0], 'CHG-02': [0] },
  },
  {
    name: 'backup-copied-to-frankfurt',
    sentence: 'A snapshot of the warehouse is copied to Frankfurt, encrypted, where the shop may keep data.',
    calls: [{ ...DATA_FRANKFURT, at: '2026-10-26T08:15:40Z', source: 'rds', name: 'CopyDBSnapshot', caller: dan('2026-10-26', 'rds.copy-db-snapshot'), request: { sourceDBSnapshotIdentifier: `arn:aws:rds:eu-west-1:${DATA}:snapshot:rds:warehouse-2026-10-26-02-10`, targetDBSnapshotIdentifier: 'warehouse-2026-10', kmsKeyId: `arn:aws:kms:eu-central-1:${DATA}:key/9a4e1c77-0b52-4c1d-8f3a-7d6e5b4c3a21`, sourceRegion: 'eu-west-1' }, response: { dBSnapshotIdentifier: 'warehouse-2026-10', dBInstanceIdentifier: 'warehouse', engine: 'postgres', encrypted: true, status: 'creating' } }],
    shownBy: { 'RES-03': 'all', 'CHG-01': 'all', 'DATA-05': 'all' },
    absentFrom: ['DATA-07', 'DATA-03', 'RES-01'],
  },
  {
    name: 'snapshot-deleted',
    sentence: 'The snapshot taken before the warehouse was moved is deleted by hand.',
    calls: [snapshotDeleted('2026-10-29T08:44:19Z', dan('2026-10-29', 'rds.delete-db-snapshot'), 'warehouse-before-migration')],
    shownBy: { 'BCK-01': 'all', 'CHG-01': 'all' },
  },
  {
    name: 'snapshot-expired',
    sentence: 'AWS Backup deletes a snapshot that has been kept as long as its plan says.',
    calls: [snapshotDeleted('2026-10-11T03:00:05Z', through('backup', inSession(backups, { ip: '', agent: '' })), 'awsbackup:job-3f0b7c1d-52a4-4e1e-9d0c-8b6a5f4e3d2c')],
    shownBy: {},
    absentFrom: ['BCK-01', 'AUTH-05', 'RES-04'],
  },
];
