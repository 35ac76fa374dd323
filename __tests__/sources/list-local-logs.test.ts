import { describe, expect, it } from '@jest/globals';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { SettingsError } from '../../src/settings/errors.js';
import { archiveKey, placeOf } from '../../src/sources/archive-path.js';
import { listLocalLogs } from '../../src/sources/list-local-logs.js';
import { parsePattern } from '../../src/sources/path-pattern.js';
import { temporaryFolder, written } from './temporary-folder.js';

const folder = temporaryFolder();
const LOG = 'AWSLogs/111122223333/CloudTrail/eu-west-1/2026/10/02/111122223333_CloudTrail_eu-west-1_20261002T0005Z_aB3.json.gz';

async function keysOf(given: string): Promise<string[]> {
  return (await listLocalLogs(given)).files.map((file) => file.key);
}

describe('what a path tells', () => {
  const ORG = 'AWSLogs/o-abcdefghij/444455556666';
  const nothing = { kind: 'log', account: null, region: null, deliveryDay: null };
  it.each([
    ['a log of one account', LOG, { kind: 'log', account: '111122223333', region: 'eu-west-1', deliveryDay: '2026-10-02' }],
    ['a log of an organisation', `${ORG}/CloudTrail/us-gov-west-1/2026/10/31/x.json.gz`, { kind: 'log', account: '444455556666', region: 'us-gov-west-1', deliveryDay: '2026-10-31' }],
    ['a digest', `${ORG}/CloudTrail-Digest/us-east-1/2026/10/31/x.json.gz`, { kind: 'digest', account: '444455556666', region: 'us-east-1', deliveryDay: '2026-10-31' }],
    ['insights', 'AWSLogs/111122223333/CloudTrail-Insight/us-east-1/2026/10/31/x.json.gz', { kind: 'insight', account: '111122223333', region: 'us-east-1', deliveryDay: '2026-10-31' }],
    ['network activity', 'AWSLogs/111122223333/CloudTrail-NetworkActivity/us-east-1/2026/10/31/x.json.gz', { kind: 'network', account: '111122223333', region: 'us-east-1', deliveryDay: '2026-10-31' }],
    ['an account folder only', 'AWSLogs/111122223333/x.json.gz', { ...nothing, account: '111122223333' }],
    ['a flat log', 'x/111122223333_CloudTrail_ap-southeast-2_20240229T2355Z_Ab_9.json.gz', { kind: 'log', account: '111122223333', region: 'ap-southeast-2', deliveryDay: '2024-02-29' }],
    ['a flat digest', '111122223333_CloudTrail-Digest_eu-west-1_my_trail-1_us-east-1_20261002T000512Z.json.gz', { kind: 'digest', account: '111122223333', region: 'eu-west-1', deliveryDay: '2026-10-02' }],
    ['a flat backfill digest', '111122223333_CloudTrail-Digest_eu-west-1_trail_us-east-1_20261002T000512Z_backfill.json.gz', { kind: 'digest', account: '111122223333', region: 'eu-west-1', deliveryDay: '2026-10-02' }],
    ['a log of the European Sovereign Cloud', 'AWSLogs/111122223333/CloudTrail/eusc-de-east-1/2026/10/31/x.json.gz', { kind: 'log', account: '111122223333', region: 'eusc-de-east-1', deliveryDay: '2026-10-31' }],
    ['a flat log of it', '111122223333_CloudTrail_eusc-de-east-1_20261031T0005Z_aB3.json.gz', { kind: 'log', account: '111122223333', region: 'eusc-de-east-1', deliveryDay: '2026-10-31' }],
    ['a flat inflated log', '111122223333_CloudTrail_eu-west-1_20261002T0005Z_aB3.json', { kind: 'log', account: '111122223333', region: 'eu-west-1', deliveryDay: '2026-10-02' }],
    ['a day that no calendar has', 'AWSLogs/111122223333/CloudTrail/eu-west-1/2026/02/30/x.json.gz', { kind: 'log', account: '111122223333', region: 'eu-west-1', deliveryDay: null }],
    ['any other name', 'exports/october.json', nothing],
  ])('%s', (_name, key, place) => {
    expect(placeOf(key)).toEqual(place);
  });

  it.each([
    ['a copy in any folder', `/data/x/${LOG}`, `x/${LOG}`, LOG],
    ['a root inside the tree', `/data/${LOG}`, 'eu-west-1/2026/10/02/x.json.gz', LOG],
    ['a trail whose prefix is AWSLogs', `/data/AWSLogs/${LOG}`, `AWSLogs/${LOG}`, LOG],
    ['a folder above called AWSLogs', '/AWSLogs/mine/a.json', 'a.json', 'a.json'],
    ['an unusual tree', '/data/p/AWSLogs/old/a.json', 'p/AWSLogs/old/a.json', 'AWSLogs/old/a.json'],
    ['no tree', '/data/p/a.json', 'p/a.json', 'p/a.json'],
  ])('key of %s', (_name, path, below, key) => {
    expect(archiveKey(path, below)).toBe(key);
  });
});

describe('a folder', () => {
  it('is listed at any depth, in binary order, without hidden files, other endings and other services', async () => {
    const root = join(folder, 'tree');
    for (const below of ['b.JSON', 'a/c.json.gz', 'a/d.jsonl', 'a/B.ndjson', 'Z.gz', 'é.json', '\uffee.json', '\u{1f600}.json', `copy/${LOG}`]) written(root, below, '{}');
    for (const below of ['.hidden.json', '.git/x.json', 'README.md', 'a/x.csv', 'copy/AWSLogs/111122223333/Config/eu-west-1/2026/10/2/x.json.gz', 'copy/AWSLogs/111122223333/vpcflowlogs/x.log.gz']) written(root, below, '{}');
    expect(await keysOf(root)).toEqual([LOG, 'Z.gz', 'a/B.ndjson', 'a/c.json.gz', 'a/d.jsonl', 'b.JSON', 'é.json', '\uffee.json', '\u{1f600}.json']);
    expect(await listLocalLogs(root, { quick: false })).toEqual(await listLocalLogs(root));
    expect((await listLocalLogs(`${root}/`)).files[0]).toMatchObject({ bytes: 2, account: '111122223333', kind: 'log' });
  });

  it('tells the second file of a name apart', async () => {
    const root = join(folder, 'copies');
    written(root, `one/${LOG}`, '{}');
    written(root, `two/${LOG}`, '{}');
    const { files, notRead } = await listLocalLogs(root);
    expect(files.map((file) => file.path)).toEqual([join(root, 'one', LOG)]);
    expect(notRead).toMatchObject([{ file: { path: join(root, 'two', LOG) }, outcome: { list: 'not-read', reason: 'name appears twice' } }]);
  });

  it('is never left by a link, and never walked in circles', async () => {
    const root = join(folder, 'links');
    const outside = written(folder, 'outside/o.json', '{}').path;
    const inside = written(root, 'a/in.json', '{}').path;
    symlinkSync(inside, join(root, 'again.json'));
    symlinkSync(root, join(root, 'a', 'circle'));
    symlinkSync(outside, join(root, 'out.json'));
    symlinkSync(join(folder, 'outside'), join(root, 'out'));
    symlinkSync(join(root, 'gone'), join(root, 'gone.json'));
    symlinkSync(outside, join(root, 'out.txt'));
    const { files, notRead } = await listLocalLogs(root);
    expect(files.map((file) => file.key)).toEqual(['a/in.json', 'again.json']);
    expect(notRead.map(({ file, outcome }) => [file.key, outcome.list === 'not-read' ? outcome.reason : ''])).toEqual(['gone.json', 'out', 'out.json'].map((key) => [key, 'cannot be opened']));
  });

  it('may itself be a link', async () => {
    written(folder, 'real/a.json', '{}');
    symlinkSync(join(folder, 'real'), join(folder, 'linked'));
    expect(await keysOf(join(folder, 'linked'))).toEqual(['a.json']);
  });

  // Root opens every folder, so there is nothing to see for it.
  (process.getuid?.() === 0 ? it.skip : it)('that cannot be opened is an entry, not a crash', async () => {
    const root = join(folder, 'closed');
    written(root, 'a.json', '{}');
    mkdirSync(join(root, 'AWSLogs', '111122223333', 'CloudTrail', 'eu-west-1'), { recursive: true });
    chmodSync(join(root, 'AWSLogs', '111122223333', 'CloudTrail', 'eu-west-1'), 0o000);
    expect((await listLocalLogs(root)).notRead).toMatchObject([{ file: { account: '111122223333', region: 'eu-west-1' }, outcome: { reason: 'cannot be opened' } }]);
  });
});

describe('a single file', () => {
  it('is taken whatever its ending', async () => {
    expect(await keysOf(written(folder, 'single/export.txt', '{}').path)).toEqual(['export.txt']);
  });
});

describe('a pattern', () => {
  it.each([
    ['/l/*.json', ['/l/a.json'], ['/l/b/a.json', '/l/a.jsonx', '/l/axjson']],
    ['/l/**/*.json', ['/l/a.json', '/l/b/c/a.json'], ['/m/a.json', '/l/a.gz']],
    ['/l/**', ['/l/a', '/l/b/c/a.json'], ['/lx/a']],
    ['/l/2026-1{0,1}/?.gz', ['/l/2026-10/a.gz', '/l/2026-11/b.gz'], ['/l/2026-12/a.gz', '/l/2026-10/ab.gz']],
    ['/l/{a,b/{c,d}}/*', ['/l/a/x', '/l/b/c/x', '/l/b/d/x'], ['/l/b/x', '/l/c/x']],
    ['/l/a+(b)[c]$*', ['/l/a+(b)[c]$x'], ['/l/aab', '/l/ac']],
    ['/l/{a*', ['/l/{ab'], ['/l/ab']],
  ])('%s', (pattern, matching, other) => {
    const { matches } = parsePattern(pattern);
    expect(matching.filter((path) => !matches(path))).toEqual([]);
    expect(other.filter(matches)).toEqual([]);
  });

  it('lists what it matches and what lies in folders it matches', async () => {
    const root = join(folder, 'pattern');
    for (const below of ['2026-10/a.json', '2026-10/x/b.gz', '2026-11/c.json', '2026-12/d.json', 'e.log', '2026-10/README']) written(root, below, '{}');
    expect(await keysOf(`${root}/2026-1{0,1}`)).toEqual(['2026-10/a.json', '2026-10/x/b.gz', '2026-11/c.json']);
    expect(await keysOf(`${root}/**/*.json`)).toEqual(['2026-10/a.json', '2026-11/c.json', '2026-12/d.json']);
    expect(await keysOf(`${root}/*.log`)).toEqual(['e.log']);
  });

  it('is not assumed where a folder has such a name', async () => {
    written(folder, 'odd{a,b}*/a.json', '{}');
    expect(await keysOf(join(folder, 'odd{a,b}*'))).toEqual(['a.json']);
  });
});

describe('nothing to read', () => {
  it.each([
    ['', 'nothing is given'],
    ['missing', 'does not exist'],
    ['missing/*.json', 'the folder'],
    ['bare', 'holds no log file'],
    ['bare/*.json', 'holds no log file'],
    ['bare/README.md/x', 'does not exist'],
  ])('%s', async (given, says) => {
    written(folder, 'bare/README.md', 'x');
    const failure = listLocalLogs(given === '' ? '' : join(folder, given));
    await expect(failure).rejects.toThrow(SettingsError);
    await expect(failure).rejects.toThrow(says);
  });
});
