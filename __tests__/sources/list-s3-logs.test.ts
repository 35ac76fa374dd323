import { describe, expect, it } from '@jest/globals';
import { AwsError } from '../../src/aws/errors.js';
import { SettingsError } from '../../src/settings/errors.js';
import { deliveryWindow } from '../../src/sources/delivery-window.js';
import { listLocalLogs } from '../../src/sources/list-local-logs.js';
import { listS3Logs, type S3Listing } from '../../src/sources/list-s3-logs.js';
import { parseS3Place } from '../../src/sources/s3-place.js';
import { onCall } from '../counterparts/gateway.js';
import { ACCESS_DENIED, BUCKET, bucket } from './bucket.js';
import { temporaryFolder, written } from './temporary-folder.js';

const here = bucket();
const OCTOBER = deliveryWindow({ start: '2026-10-01T00:00:00Z', end: '2026-11-01T00:00:00Z', label: '2026-10' });
const LISTING: S3Listing = { window: OCTOBER, now: '2026-11-02T06:00:00Z', folders: null, readsRestored: true };

const keyOf = (day: string, { account = '111122223333', region = 'eu-west-1', folder = 'CloudTrail', time = 'T0005Z' } = {}): string =>
  `AWSLogs/${account}/${folder}/${region}/${day.replaceAll('-', '/')}/${account.slice(-12)}_${folder}_${region}_${day.replaceAll('-', '')}${time}_aB3.json.gz`;

async function listed(prefix = '', more: Partial<S3Listing> = {}): ReturnType<typeof listS3Logs> {
  return listS3Logs(here.s3(), { bucket: BUCKET, prefix }, { ...LISTING, ...more });
}

async function keys(prefix = '', more: Partial<S3Listing> = {}): Promise<readonly string[]> {
  return (await listed(prefix, more)).files.map(({ key }) => key);
}

describe('a trail of one account', () => {
  it('is listed for the days of the window, with its digests', async () => {
    const inside = ['2026-09-29', '2026-10-01', '2026-10-31', '2026-11-01'].map((day) => keyOf(day));
    const digest = keyOf('2026-10-05', { folder: 'CloudTrail-Digest', time: 'T010000Z' });
    for (const key of [...inside, digest, ...['2026-09-28', '2026-11-02', '2025-10-05', '2027-10-05'].map((day) => keyOf(day))]) here.put(key, 'four');
    const { files, notRead } = await listed();
    expect(files.map(({ key }) => key)).toEqual([digest, ...inside].sort());
    expect(files.find(({ key }) => key === digest)).toEqual({ path: `s3://${BUCKET}/${digest}`, key: digest, kind: 'digest', account: '111122223333', region: 'eu-west-1', deliveryDay: '2026-10-05', bytes: 4 });
    expect(notRead).toEqual([]);
  });

  it('takes one request for its days, however many lie outside them', async () => {
    for (const day of ['2026-09-28', '2026-10-05', '2026-11-02']) for (let hour = 0; hour < 300; hour += 1) here.put(keyOf(day, { time: `T${String(hour).padStart(4, '0')}Z` }));
    expect(await keys()).toHaveLength(300);
    const region = 'AWSLogs/111122223333/CloudTrail/eu-west-1/';
    expect(here.calls()).toEqual(['', 'AWSLogs/', 'AWSLogs/111122223333/', 'AWSLogs/111122223333/CloudTrail/', region, region].map((prefix) => `ListObjectsV2 ${prefix}`));
  });

  it('of more objects than a page holds is listed a day beside the other, each object once', async () => {
    for (const day of ['2026-09-28', '2026-10-05', '2026-10-06', '2026-11-02']) for (let at = 0; at < 1100; at += 1) here.put(keyOf(day, { time: `T${String(at).padStart(4, '0')}Z` }));
    const found = await keys('AWSLogs/111122223333/CloudTrail/eu-west-1');
    expect([found.length, new Set(found).size]).toEqual([2200, 2200]);
    expect(here.calls().filter((call) => call.endsWith('/2026/10/06/'))).toHaveLength(2);
    expect(here.calls().some((call) => call.endsWith('/2026/09/28/') || call.endsWith('/2026/11/02/'))).toBe(false);
  });

  it.each(['AWSLogs/111122223333', 'AWSLogs/111122223333/', 'AWSLogs/111122223333/CloudTrail/', 'AWSLogs/111122223333/CloudTrail/eu-west-1/2026/', 'AWSLogs/111122223333/CloudTrail/eu-west-1/2026/10/', 'AWSLogs/111122223333/CloudTrail/eu-west-1/2026/10/05/'])('can be named from %s on', async (prefix) => {
    here.put(keyOf('2026-10-05'));
    here.put(keyOf('2026-07-05'));
    expect(await keys(prefix)).toEqual([keyOf('2026-10-05')]);
  });

  it('is no error where the window has no logs', async () => {
    here.put(keyOf('2026-07-05'));
    expect(await listed()).toEqual({ files: [], notRead: [], foldersLeftAside: [] });
  });
});

describe('a bucket of many', () => {
  const local = temporaryFolder();
  const ORG = 'o-abcdefghij';

  it('is listed by its own folders: organisation, accounts and regions', async () => {
    const wanted = [
      ...['444455556666', '777788889999'].flatMap((account) => ['eu-west-1', 'us-gov-west-1', 'eusc-de-east-1'].map((region) => keyOf('2026-10-05', { account: `${ORG}/${account}`, region }))),
      keyOf('2026-10-05', { account: `${ORG}/444455556666`, folder: 'CloudTrail-Insight' }),
      keyOf('2026-10-06'),
    ];
    for (const key of wanted) here.put(key);
    expect(await keys()).toEqual([...wanted].sort());
  });

  it('passes over the logs of other services, in either of their layouts', async () => {
    here.put(keyOf('2026-10-05'));
    for (const other of ['AWSLogs/111122223333/Config/eu-west-1/2026/10/5/x.json.gz', 'AWSLogs/111122223333/elasticloadbalancing/x.log.gz', 'AWSLogs/aws-account-id=111122223333/aws-service=vpcflowlogs/x.log.gz']) here.put(other);
    expect(await keys()).toEqual([keyOf('2026-10-05')]);
    expect(here.calls().filter((call) => /Config|elastic|vpcflow|aws-account-id/.test(call))).toEqual([]);
  });

  it('gives the same files as a copy of it on disk, but for days outside the window', async () => {
    const names = [`west/${keyOf('2026-10-05')}`, `east/${keyOf('2026-10-05')}`, 'exports/october.json', 'exports/.hidden.json', '.git/x.json', 'notes.md', `${ORG} x&y/+é.jsonl`, keyOf('2026-10-06', { account: `${ORG}/111122223333` }), 'AWSLogs/111122223333/CloudTrail/eu-west-1/copy/x.json', 'AWSLogs/111122223333/CloudTrail/eu-west-1/2026/10/05/.parts/x.json', 'AWSLogs/111122223333/stray.json.gz'];
    for (const name of names) {
      here.put(name);
      written(local, name, '{}');
    }
    const fromDisk = await listLocalLogs(local);
    const fromS3 = await listed();
    const withoutPath = (file: (typeof fromS3.files)[number]): object => ({ ...file, path: '' });
    expect(fromS3.files.map(withoutPath)).toEqual(fromDisk.files.map(withoutPath));
    expect(fromS3.notRead.map(({ file, outcome }) => [withoutPath(file), outcome])).toEqual(fromDisk.notRead.map(({ file, outcome }) => [withoutPath(file), outcome]));
  });

  it('must not be full of names that no folder dates', async () => {
    here.put('exports/a.json');
    here.faults.push(onCall('ListObjectsV2', ({ input }, answered) => (input['Prefix'] === 'exports/' ? endless(answered, input['ContinuationToken']) : undefined)));
    await expect(listed()).rejects.toThrow(`logs: "s3://${BUCKET}/" holds more than 200,000 names outside CloudTrail's folders, where no folder tells the day; give the prefix that AWSLogs/ stands in.`);
  });
});

async function endless(answered: () => Promise<{ status: number; body: string | Buffer }>, token: unknown): Promise<{ status: number; body: string }> {
  const { body } = await answered();
  const next = String(Number(token ?? 0) + 1);
  return { status: 200, body: String(body).replace('<IsTruncated>false', `<NextContinuationToken>${next}</NextContinuationToken><IsTruncated>true`).replace(/<Contents>.*<\/Contents>/s, '') };
}

describe('a table’s place', () => {
  it('is listed for the folders the table reads, with the digests beside a single region', async () => {
    const log = keyOf('2026-10-05');
    const digest = keyOf('2026-10-05', { folder: 'CloudTrail-Digest', time: 'T010000Z' });
    for (const key of [log, digest, keyOf('2026-10-05', { region: 'us-east-1' }), keyOf('2026-10-05', { folder: 'CloudTrail-Digest', region: 'us-east-1' }), keyOf('2026-10-05', { folder: 'CloudTrail-Insight' }), 'AWSLogs/111122223333/CloudTrail/eu-west-1/stray.json.gz']) here.put(key);
    expect(await keys('AWSLogs/111122223333/CloudTrail/eu-west-1/', { folders: ['CloudTrail'] })).toEqual([log, digest].sort());
  });

  it('over an organisation passes over folders that are no accounts', async () => {
    const log = keyOf('2026-10-05', { account: 'o-abcdefghij/444455556666' });
    for (const key of [log, keyOf('2026-10-05', { account: 'o-abcdefghij/444455556666', folder: 'CloudTrail-Insight' }), 'AWSLogs/o-abcdefghij/exports/x.json']) here.put(key);
    expect(await keys('AWSLogs/o-abcdefghij/', { folders: ['CloudTrail'] })).toEqual([log]);
    expect(here.calls().filter((call) => /exports|Insight/.test(call))).toEqual([]);
  });

  it.each(['', 'AWSLogs/', 'AWSLogs/111122223333/', 'AWSLogs/111122223333/CloudTrail/', 'AWSLogs/111122223333/CloudTrail/eu-west-1/'])('at "%s" names the folders of CloudTrail’s that the table does not read', async (place) => {
    for (const folder of ['CloudTrail', 'CloudTrail-NetworkActivity', 'CloudTrail-Insight', 'CloudTrail-Digest']) here.put(keyOf('2026-10-05', { folder }));
    here.put('AWSLogs/111122223333/Config/x.json');
    const { files, foldersLeftAside } = await listed(place, { folders: ['CloudTrail'] });
    expect(files.map(({ kind }) => kind).sort()).toEqual(['digest', 'log']);
    expect(foldersLeftAside).toEqual(['CloudTrail-Insight', 'CloudTrail-NetworkActivity']);
    expect((await listed(place)).foldersLeftAside).toEqual([]);
  });

  it('is listed by a role that may not look beside it', async () => {
    here.put(keyOf('2026-10-05'));
    here.faults.push(onCall('ListObjectsV2', ({ input }) => (input['Prefix'] === 'AWSLogs/111122223333/' ? ACCESS_DENIED : undefined)));
    const { files, notRead, foldersLeftAside } = await listed('AWSLogs/111122223333/CloudTrail/', { folders: ['CloudTrail'] });
    expect([files.length, notRead, foldersLeftAside]).toEqual([1, [], []]);
  });

  it('at which nothing stands is told as the table’s', async () => {
    await expect(listed('trails/AWSLogs/', { folders: ['CloudTrail'] })).rejects.toThrow(`athena-table: nothing stands at the table's place s3://${BUCKET}/trails/AWSLogs/; mend its location`);
  });
});

describe('one object', () => {
  it('is listed whatever folder it lies in', async () => {
    here.put('exports/october.json', 'five5');
    expect((await listed('exports/october.json')).files).toEqual([{ path: `s3://${BUCKET}/exports/october.json`, key: 'october.json', kind: 'log', account: null, region: null, deliveryDay: null, bytes: 5 }]);
  });

  it('must be there', async () => {
    here.put('exports/october.json.gz');
    await expect(listed('exports/october.json')).rejects.toThrow(`logs: there is no object "s3://${BUCKET}/exports/october.json"; give an object, the bucket, or the prefix that AWSLogs/ stands in.`);
  });
});

describe('archived objects', () => {
  const reason = async (more: Partial<S3Listing> = {}): Promise<unknown[]> => (await listed('', more)).notRead.map(({ outcome }) => outcome);

  it.each(['GLACIER', 'DEEP_ARCHIVE'])('of class %s are not read, and the others are', async (storage) => {
    for (const day of ['2026-10-05', '2026-10-06', '2026-10-07', '2026-10-08']) here.put(keyOf(day));
    here.storage.set(keyOf('2026-10-05'), storage).set(keyOf('2026-10-06'), 'GLACIER_IR').set(keyOf('2026-10-07'), 'STANDARD_IA');
    expect(await keys()).toEqual(['2026-10-06', '2026-10-07', '2026-10-08'].map((day) => keyOf(day)));
    expect(await reason()).toEqual([{ list: 'not-read', reason: 'archived storage class', detail: `S3 keeps it as ${storage}; restore it to have it read` }]);
  });

  it('that are restored can be read where the engine can', async () => {
    here.put(keyOf('2026-10-05'));
    here.storage.set(keyOf('2026-10-05'), 'GLACIER</StorageClass><RestoreStatus><IsRestoreInProgress>false</IsRestoreInProgress><RestoreExpiryDate>2026-12-01T00:00:00Z</RestoreExpiryDate></RestoreStatus><StorageClass>GLACIER');
    here.faults.push(onCall('ListObjectsV2', async (_request, answered) => {
      const answer = await answered();
      return { ...answer, body: String(answer.body).replace('<StorageClass>GLACIER</StorageClass><RestoreStatus>', '<RestoreStatus>') };
    }));
    expect(await keys()).toEqual([keyOf('2026-10-05')]);
    expect(await reason({ readsRestored: false })).toEqual([{ list: 'not-read', reason: 'archived storage class', detail: 'S3 keeps it as GLACIER; a copy is restored, but the table is not told to read it (read_restored_glacier_objects)' }]);
  });

  it('of Intelligent-Tiering are asked for, once they are old enough to be archived', async () => {
    here.put(keyOf('2026-10-05'));
    here.put(keyOf('2026-10-06'));
    here.storage.set(keyOf('2026-10-05'), 'INTELLIGENT_TIERING');
    here.faults.push(onCall('HeadObject', async (_request, answered) => ({ ...(await answered()), headers: { 'x-amz-archive-status': 'ARCHIVE_ACCESS' } })));
    expect(await keys('', { now: new Date().toISOString() })).toHaveLength(2);
    const later = new Date(Date.now() + 100 * 86_400_000).toISOString();
    expect(await reason({ now: later })).toEqual([{ list: 'not-read', reason: 'archived storage class', detail: 'S3 keeps it as INTELLIGENT_TIERING, ARCHIVE_ACCESS; restore it to have it read' }]);
    expect(here.calls().filter((call) => call.startsWith('HeadObject'))).toEqual([`HeadObject ${keyOf('2026-10-05')}`]);
  });
});

describe('what S3 refuses', () => {
  it('at the place itself is an error that names the permission and the prefix', async () => {
    here.put(keyOf('2026-10-05'));
    here.faults.push(onCall('ListObjectsV2', () => ACCESS_DENIED));
    await expect(listed('logs/')).rejects.toThrow(`S3 refuses to list s3://${BUCKET}/logs/: the role needs s3:ListBucket on arn:aws:s3:::${BUCKET} for the prefix "logs/".`);
    await expect(listed('logs/a.json')).rejects.toThrow(AwsError);
  });

  it('below it is told as a folder that was not read', async () => {
    for (const region of ['eu-west-1', 'us-east-1']) here.put(keyOf('2026-10-05', { region }));
    const denied = 'AWSLogs/111122223333/CloudTrail/us-east-1/';
    here.faults.push(onCall('ListObjectsV2', ({ input }) => (input['Prefix'] === denied ? ACCESS_DENIED : undefined)));
    const { files, notRead } = await listed();
    expect(files.map(({ region }) => region)).toEqual(['eu-west-1']);
    expect(notRead).toEqual([{
      file: { path: `s3://${BUCKET}/${denied}`, key: denied, kind: 'log', account: '111122223333', region: 'us-east-1', deliveryDay: null, bytes: 0 },
      outcome: { list: 'not-read', reason: 'cannot be opened', detail: `access is denied: the role needs s3:ListBucket on arn:aws:s3:::${BUCKET} for the prefix "${denied}"` },
    }]);
  });

  it('for a moment is asked again', async () => {
    here.put(keyOf('2026-10-05'));
    here.faults.push(onCall('ListObjectsV2', () => ({ status: 503, body: '<Error><Code>SlowDown</Code></Error>' }), 3));
    expect(await keys()).toEqual([keyOf('2026-10-05')]);
  });

  it('for good ends the run with a sentence', async () => {
    here.put(keyOf('2026-10-05'));
    here.faults.push(onCall('ListObjectsV2', () => ({ status: 503, body: '<Error><Code>SlowDown</Code></Error>' })));
    await expect(listed()).rejects.toThrow(`Listing s3://${BUCKET}/ failed: AWS kept answering "SlowDown" (status 503) to every attempt. Run again later.`);
  });

  it('a bucket that is not there, or is empty', async () => {
    await expect(listS3Logs(here.s3(), { bucket: 'another-bucket', prefix: '' }, LISTING)).rejects.toThrow(/^Listing s3:\/\/another-bucket\/ failed: NoSuchBucket/);
    await expect(listed('nothing/here')).rejects.toThrow(`logs: "s3://${BUCKET}/nothing/here" holds no object; give the bucket, or the prefix that AWSLogs/ stands in.`);
  });
});

describe('a listing that is cut or mixed up', () => {
  const spoiled = (change: (body: string) => string): void => {
    for (let at = 0; at < 1500; at += 1) here.put(keyOf('2026-10-05', { time: `T${String(at).padStart(4, '0')}Z` }));
    here.faults.push(onCall('ListObjectsV2', async (_request, answered) => {
      const answer = await answered();
      return { ...answer, body: change(String(answer.body)) };
    }));
  };

  it.each([
    ['says that more follows, but not where', (body: string) => body.replace(/<NextContinuationToken>.*<\/NextContinuationToken>/s, ''), 'breaks off'],
    ['sends its objects in another order', (body: string) => body.replace(/(<Contents>.*?<\/Contents>)(<Contents>.*?<\/Contents>)/s, '$2$1'), 'out of order'],
  ])('where S3 %s is an error', async (_name, change, said) => {
    spoiled(change);
    await expect(listed()).rejects.toThrow(said);
  });

  it('where a page comes twice is an error', async () => {
    let first: string | null = null;
    spoiled((body) => (body.includes('<Contents>') ? (first ??= body) : body));
    await expect(listed()).rejects.toThrow('out of order');
  });
});

describe('a place as a person types it', () => {
  it.each([
    ['s3://trail-logs', { bucket: 'trail-logs', prefix: '' }],
    ['s3://trail-logs/', { bucket: 'trail-logs', prefix: '' }],
    ['s3://trail-logs/a b/AWSLogs/', { bucket: 'trail-logs', prefix: 'a b/AWSLogs/' }],
  ])('%s', (given, place) => {
    expect(parseS3Place(given)).toEqual(place);
  });

  it.each([
    ['s3://', 'logs: "s3://" is not a place in S3; give s3://bucket or s3://bucket/prefix.'],
    ['s3://UPPER/x', 'logs: "s3://UPPER/x" is not a place in S3; give s3://bucket or s3://bucket/prefix.'],
    ['s3://trail-logs/**/*.gz', 'logs: "s3://trail-logs/**/*.gz" has a wildcard, which S3 does not know; give the prefix that comes before it. Of CloudTrail\'s folders only the period\'s days are read.'],
  ])('%s is refused', (given, sentence) => {
    expect(() => parseS3Place(given)).toThrow(new SettingsError(sentence));
  });
});
