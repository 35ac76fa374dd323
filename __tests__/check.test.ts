import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { check } from '../src/check.js';
import { checkExit, checkText } from '../src/terminal/check-text.js';
import type { RunContext } from '../src/run.js';
import { githubAndSts, ROLE_ARN } from './aws/github-and-sts.js';
import { athenaError, onCall, s3Error } from './counterparts/gateway.js';
import { settingsOf } from './small-archive.js';
import { type AccountInput, DAYS, logKey, TRAIL, withAccount } from './setup/account.js';

const { fake, world } = githubAndSts();
const DENIED = 'User: arn:aws:sts::111122223333:assumed-role/audit/evidence is not authorized to perform:';

/** Lines by what they are about, and what else came of a check. */
async function checked(input: AccountInput = {}) {
  return withAccount(world(), input, async ({ settings, context, requests }) => {
    const result = await check(settings, context);
    const text = checkText(result);
    const of = (about: string): string => text.split('\n').filter((line) => line.startsWith(about)).join('\n');
    return { text, of, exit: checkExit(result), operations: requests.map(({ operation }) => operation), ddl: result.ddl };
  });
}

it('tells in ten lines what a run would find, without running a statement or writing anything', async () => {
  const { text, exit, operations } = await checked();
  // Sizes depend on the machine's gzip.
  expect(text.replaceAll(/\d+(\.\d+)? ([KMG]B|bytes)|\d\.\d+ USD/g, '#')).toBe(`Check of audit.trail for 20261005-20261007

Identity         arn:aws:sts::111122223333:assumed-role/audit/evidence, account 111122223333
Workgroup        evidence: results at s3://results/cloudtrail-evidence/; cancels a statement at 1 TB
Table            CloudTrail records at s3://trail/AWSLogs/, projected by account, region, timestamp
Columns          all are there
Partitions       all are projected: 2026-10-03 to 2026-10-07, of which the period and the days around it are read
Logs             5 log files (#) and 1 digest; 1 account, 1 region; files on all 5 days from 2026-10-03 to 2026-10-07
Price            up to about # staged (# scanned), # without staging (#); the run does not stage (staging: auto: it would cost more)
Event selectors  main (eu-west-1, all regions, writes these logs): management events
Event selectors  so they stand now; what was selected in the period a run tells from changes in the logs and from data-events in the settings file
Permissions      every call was allowed; not tried, as only a run needs them: athena:StartQueryExecution, glue:GetPartition, glue:GetPartitions, glue:BatchGetPartition, s3:GetBucketLocation, s3:GetBucketLocation on results, s3:GetObject on results, s3:PutObject on results, s3:AbortMultipartUpload on results, s3:ListMultipartUploadParts on results, athena:BatchGetQueryExecution, athena:GetQueryResults, athena:GetQueryRuntimeStatistics, athena:StopQueryExecution, glue:GetDatabase on staged tables, glue:GetTable on staged tables, glue:CreateTable on staged tables, glue:DeleteTable on staged tables, s3:DeleteObject on results
Result           A run can start.`);
  expect(exit).toBe(0);
  expect(new Set(operations)).toEqual(new Set(['GetWorkGroup', 'GetTableMetadata', 'ListObjectsV2', 'GetObject', 'DescribeTrails', 'GetEventSelectors']));
});

describe('a permission that is missing is named, and the rest is looked at all the same', () => {
  it.each([
    ['athena:GetWorkGroup', 'Workgroup', onCall('GetWorkGroup', () => athenaError('AccessDeniedException', `${DENIED} athena:GetWorkGroup on resource: arn:aws:athena:eu-central-1:111122223333:workgroup/evidence`))],
    ['glue:GetTable', 'Table', onCall('GetTableMetadata', () => athenaError('AccessDeniedException', `${DENIED} glue:GetTable on resource: arn:aws:glue:eu-central-1:111122223333:table/audit/trail`))],
    ['s3:ListBucket', 'Logs', onCall('ListObjectsV2', ({ input }) => (input['Bucket'] === 'trail' ? s3Error(403, 'AccessDenied', 'Access Denied') : undefined))],
    ['s3:GetObject', 'Logs', onCall('GetObject', () => s3Error(403, 'AccessDenied', 'Access Denied'))],
    ['kms:Decrypt', 'Logs', onCall('GetObject', () => s3Error(403, 'AccessDenied', `${DENIED} kms:Decrypt on resource: arn:aws:kms:eu-central-1:111122223333:key/1 because no identity-based policy allows it`))],
    ['s3:ListBucket', 'Workgroup', onCall('ListObjectsV2', ({ input }) => (input['Bucket'] === 'results' ? s3Error(403, 'AccessDenied', 'Access Denied') : undefined))],
  ])('%s, at %s', async (permission, about, fault) => {
    const { of, exit } = await checked({ faults: [fault] });
    expect(exit).toBe(1);
    expect(of('Permissions')).toContain(`! missing: ${permission};`);
    expect(of(about)).toMatch(new RegExp(`^${about} +! .*${permission}`, 'm'));
    expect(of('Result')).toBe(`Result           To mend before a run: ${about}, Permissions.`);
    expect(of('Event selectors')).toContain('main (eu-west-1');
  });

  it('all of them at once', async () => {
    const no = athenaError('AccessDeniedException', 'denied');
    const { of } = await checked({ faults: [onCall('GetWorkGroup', () => no), onCall('GetTableMetadata', () => no)] });
    expect(of('Permissions')).toContain('! missing: athena:GetTableMetadata, athena:GetWorkGroup;');
  });
});

it('stops at a role that is not to be had, and says why', async () => {
  fake().role.subjects = [];
  const { text, exit, operations } = await checked();
  expect(exit).toBe(1);
  expect(text).toMatch(/^Identity {9}! AWS did not let this job take the role/m);
  expect(text).toContain('repo:octo-org@12345/cloud-logs@67890:ref:refs/heads/main');
  expect(operations).toEqual([]);
});

describe('the table', () => {
  it('without partitions for days is refused, with the statement that makes one', async () => {
    const { of, exit, ddl, text } = await checked({ table: { layout: 'unpartitioned' } });
    expect(exit).toBe(1);
    expect(of('Partitions')).toMatch(/! The table audit\.trail has no partition key that holds days/);
    expect(of('Price')).not.toContain('!');
    expect(ddl).toContain("LOCATION 's3://trail/AWSLogs/'");
    expect(text).toContain(ddl);
  });

  it('that does not project all days of the period', async () => {
    const { of, ddl } = await checked({ inputs: { period: '2019-10' } });
    expect(of('Partitions')).toMatch(/! .*leaves out 2019-09-29 to 2019-11-01/);
    expect(ddl).toMatch(/^ALTER TABLE/);
    expect(of('Price')).not.toMatch(/!|ALTER/);
  });

  it('beside which CloudTrail’s other folders stand: they are named, and are no problem', async () => {
    const { of, exit } = await checked({ logs: { ...Object.fromEntries(DAYS.map((day) => [logKey(day), []])), [logKey('05').replaceAll('CloudTrail', 'CloudTrail-Insight')]: [] } });
    expect(of('Table')).toContain('CloudTrail-Insight stands beside its logs, and it does not read that: what needs their events would be Not collected');
    expect(exit).toBe(0);
  });

  it('in a place where nothing stands', async () => {
    const { of } = await checked({ table: { logs: 's3://trail/elsewhere/AWSLogs/' } });
    expect(of('Logs')).toContain("! athena-table: nothing stands at the table's place s3://trail/elsewhere/AWSLogs/; mend its location");
  });

  it('that leaves out an account whose logs stand in the bucket', async () => {
    const stranger = { [logKey('05', '777788889999')]: [], ...Object.fromEntries(DAYS.map((day) => [logKey(day), []])) };
    const { of, exit } = await checked({ logs: stranger });
    expect(of('Partitions')).toContain('! 777788889999 has log files, and the table leaves it out: add to projection.account.values, without blanks');
    expect(exit).toBe(1);
  });

  it('that AWS documents lacks what some queries need: they are named', async () => {
    const { of, exit } = await checked({ table: { columns: 'current' } });
    expect(of('Columns')).toBe('Columns          ! 4 fields of records are not in the table and read as empty: managementEvent, userIdentity.identityProvider, userIdentity.sessionContext.sourceIdentity, '
      + 'userIdentity.sessionContext.signInSessionArn; 7 of 101 queries need userIdentity.sessionContext.signInSessionArn, userIdentity.sessionContext.sourceIdentity, userIdentity.identityProvider, '
      + 'and would be Incomplete: CHG-04, DATA-04, INC-01, INV-03, PRIV-01, PRIV-03, PRIV-05; '
      + 'make the table anew with the columns of setup/table.sql');
    expect(of('Result')).toBe('Result           To mend before a run: Columns.');
    expect(exit).toBe(1);
  });

  it('that lacks only what no query needs may stay as it is', async () => {
    const { of, exit } = await checked({ table: { columns: 'setup', without: ['managementevent'] } });
    expect(of('Columns')).toBe('Columns          1 field of records is not in the table and read as empty: managementEvent; no query needs one of them');
    expect(exit).toBe(0);
  });

  it('that is read in whole: the price is the least there can be', async () => {
    const { of, exit } = await checked({ table: { layout: 'unpartitioned' }, inputs: { 'allow-full-scan': 'true' } });
    expect(of('Price')).toMatch(/^Price +at least .* USD staged \(.* scanned\), .* USD without staging \(.*\); how much more cannot be told, since the whole table is scanned; the run stages \(staging: auto: it costs less\)$/);
    expect(exit).toBe(0);
  });

  it('that is not there', async () => {
    const { of, exit } = await checked({ inputs: { 'athena-table': 'other' } });
    expect(of('Table')).toContain('! athena-table: there is no table audit.other');
    expect(of('Permissions')).toMatch(/every call was allowed; not tried.*: .*s3:ListBucket, .*s3:GetObject, /);
    expect(exit).toBe(1);
  });

  it('of the catalogue\'s partitions: they are not asked for, and that is said', async () => {
    const { of, exit } = await checked({ table: { layout: 'manual' } });
    expect(of('Partitions')).toMatch(/2026-10-03 to 2026-10-07, .*; the catalogue lists them, and was not asked: a day it does not list returns nothing$/);
    expect(exit).toBe(0);
  });
});

describe('the logs', () => {
  it('may lack days', async () => {
    const { of, exit } = await checked({ logs: { [logKey('05')]: [] }, withDigest: false });
    expect(of('Logs')).toMatch(/1 log file \(.*\) and 0 digests; 1 account, 1 region; none on 4 of the 5 days from 2026-10-03 to 2026-10-07: 2026-10-03, 2026-10-04, 2026-10-06 and 1 more/);
    expect(exit).toBe(0);
  });

  it('may not be there at all, which is a problem', async () => {
    const { of, exit } = await checked({ logs: {} });
    expect(of('Logs')).toContain("! no log file is there for the period, so a run would find nothing: check the table's place and the period");
    expect(exit).toBe(1);
  });

  it('may be archived, which is a problem', async () => {
    const { of, exit } = await checked({ storageClass: (bucket, key) => (bucket === 'trail' && key === logKey('04') ? 'GLACIER' : undefined) });
    expect(of('Logs')).toContain('4 log files');
    expect(of('Logs')).toContain('! 1 more file or folder cannot be read, so days would be Incomplete: archived storage class, 1 × (S3 keeps it as GLACIER; restore it to have it read)');
    expect(exit).toBe(1);
  });
});

describe('event selectors', () => {
  const organisation = { Name: 'org', TrailARN: 'arn:aws:cloudtrail:us-east-1:999988887777:trail/org', HomeRegion: 'us-east-1', IsMultiRegionTrail: true, IsOrganizationTrail: true, S3BucketName: 'elsewhere', AdvancedEventSelectors: [{ FieldSelectors: [{ Field: 'eventCategory', Equals: ['Data'] }, { Field: 'resources.type', Equals: ['AWS::S3::Object'] }] }] };

  it('of every trail are told, those of the trail that writes these logs first', async () => {
    const { of } = await checked({ trails: [organisation, TRAIL] });
    expect(of('Event selectors').split('\n').slice(0, 2)).toEqual([
      'Event selectors  main (eu-west-1, all regions, writes these logs): management events',
      'Event selectors  org (us-east-1, all regions, the organisation, writes to elsewhere): data events of AWS::S3::Object',
    ]);
  });

  it('of no trail: the logs are those of others', async () => {
    const { of, exit } = await checked({ trails: [] });
    expect(of('Event selectors')).toBe('Event selectors  account 111122223333 has no trail that reaches eu-central-1, so the logs are those of others, or of a trail of another region alone');
    expect(exit).toBe(0);
  });

  it('that may not be asked for are no problem, and what to allow is said', async () => {
    const no = (action: string) => onCall(action, () => athenaError('AccessDeniedException', `${DENIED} cloudtrail:${action} because no identity-based policy allows the cloudtrail:${action} action`));
    const trails = await checked({ faults: [no('DescribeTrails')] });
    expect(trails.of('Event selectors')).toBe('Event selectors  not readable, and not needed by a run: allow cloudtrail:DescribeTrails to have them told');
    const selectors = await checked({ faults: [no('GetEventSelectors')] });
    expect(selectors.of('Event selectors')).toContain('main (eu-west-1, all regions, writes these logs): not readable: allow cloudtrail:GetEventSelectors to have them told');
    for (const { exit, of } of [trails, selectors]) {
      expect(exit).toBe(0);
      expect(of('Permissions')).not.toContain('cloudtrail');
    }
  });

  it('that are not to be had for another reason are no problem either', async () => {
    const { of, exit } = await checked({ faults: [onCall('GetEventSelectors', () => athenaError('TrailNotFoundException', 'Unknown trail: main'))] });
    expect(of('Event selectors')).toContain('not readable: the call failed: TrailNotFound: Unknown trail: main');
    expect(exit).toBe(0);
  });

  it('of more trails than an account has are cut', async () => {
    const { of } = await checked({ trails: Array.from({ length: 14 }, (_, n) => ({ ...TRAIL, Name: `trail-${n}`, TrailARN: `${TRAIL.TrailARN}-${n}` })) });
    expect(of('Event selectors')).toContain('and 2 more trails');
  });
});

describe('the price', () => {
  it('above max-scan-gb is a problem', async () => {
    const { of, exit } = await checked({ inputs: { 'max-scan-gb': '0.000000001' } });
    expect(of('Price')).toMatch(/! up to about .*; max-scan-gb: the run would scan up to about/);
    expect(exit).toBe(1);
  });

  it('is of a run that stages where it is told to', async () => {
    const { of } = await checked({ inputs: { staging: 'always' } });
    expect(of('Price')).toMatch(/; the run stages \(staging: always\)$/);
  });
});

it('names a workgroup that is not there', async () => {
  const { of } = await checked({ inputs: { 'athena-workgroup': 'other' } });
  expect(of('Workgroup')).toContain('! athena-workgroup: there is no workgroup "other" in this region; check athena-workgroup and aws-region.');
});

it('opens a file of a bucket, which may be listed and yet not read', async () => {
  const faults = [onCall('GetObject', () => s3Error(403, 'AccessDenied', `${DENIED} kms:Decrypt on resource: arn:aws:kms:eu-central-1:111122223333:key/1 because no identity-based policy allows it`))];
  await withAccount(world(), { faults }, async ({ context }) => {
    const { text, exit } = await checkedFiles('s3://trail/AWSLogs/', context);
    expect(text).toMatch(/^Logs +! Log files of trail may be listed but not opened: allow kms:Decrypt/m);
    expect(text).toMatch(/^Permissions +! missing: kms:Decrypt; not tried, as only a run needs them: s3:GetObject$/m);
    expect(exit).toBe(1);
  });
});

it('checks files for the embedded engine too', async () => {
  await withAccount(world(), {}, async ({ root, context }) => {
    const { text, exit } = await checkedFiles(join(root, 'trail'), context);
    expect(text).toContain('Identity         nothing is asked of AWS');
    expect(text).toMatch(/Logs {13}5 log files .* and 1 digest/);
    expect(exit).toBe(0);
    const { text: ofBucket } = await checkedFiles('s3://trail/AWSLogs/', context);
    expect(ofBucket).toContain('assumed-role/audit/evidence');
    expect(ofBucket).toMatch(/^Logs {13}5 log files .* and 1 digest/m);
    expect(ofBucket).toMatch(/^Permissions +every call was allowed$/m);
  });
});

async function checkedFiles(logs: string, context: RunContext) {
  const result = await check(settingsOf({ logs, ...(logs.startsWith('s3:') ? { 'role-to-assume': ROLE_ARN, 'aws-region': 'eu-central-1' } : {}) }), context);
  return { text: checkText(result), exit: checkExit(result) };
}
