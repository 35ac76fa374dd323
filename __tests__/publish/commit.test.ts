import { describe, expect, it } from '@jest/globals';
import { chunksOf } from '../../src/publish/commit.js';
import { madeFile } from '../../src/publish/pack-files.js';
import { parseManifest } from '../../src/store/manifest.js';
import { committed, desk, LABEL, RUN_URL } from './desk.js';

const SUMMARY = ['README.md', 'SHA256SUMS', 'coverage.csv', 'exceptions.csv', 'manifest.json', 'results.json', 'trend.json'];
const inFolder = (folder: string, names: readonly string[]): string[] => names.map((name) => `evidence/${folder}/${name}`);

describe('a commit', () => {
  it('holds the summary of a pack: counts, ids and hashes, no rows and no reports', async () => {
    const job = await desk();
    const pack = await job.write();
    const published = await job.publish(pack, { to: ['commit'] });
    expect(published).toMatchObject({ problems: [], notes: [], lost: null, commit: { branch: 'main', folder: LABEL, isNew: true, sha: await job.github.owner.head('main') } });
    expect(await committed(job, 'main')).toEqual(['evidence/.gitattributes', 'evidence/2026-10.md', ...inFolder(LABEL, SUMMARY)]);
  });

  it('is one of GitHub’s own signature, and says which evidence it brings', async () => {
    const job = await desk();
    const pack = await job.write();
    await job.publish(pack, { to: ['commit'] });
    const [last] = await job.github.owner.commits('main');
    expect(last).toMatchObject({ verified: true, message: expect.stringContaining(`Evidence from CloudTrail: 2026-10\n\nFolder: evidence/2026-10\nEvidence id: ${pack.evidenceId}\nRun: ${RUN_URL}`) });
  });

  it('holds every file, byte for byte, where all of it was asked for', async () => {
    const job = await desk();
    const pack = await job.write();
    await job.publish(pack, { to: ['commit'], commitContent: 'full' });
    const files = await job.github.owner.files('main');
    const { files: listed } = parseManifest(files.get('evidence/2026-10/manifest.json')?.toString('utf8') ?? '');
    expect(listed.map(({ path, bytes }) => [path, bytes])).toEqual(listed.map(({ path }) => [path, files.get(`evidence/2026-10/${path}`)?.length]));
  });

  it('is not made again for the same evidence', async () => {
    const job = await desk();
    await job.publish(await job.write(), { to: ['commit'] });
    const before = await job.github.owner.head('main');
    const again = await job.publish(await job.write(), { to: ['commit'] });
    expect(again).toMatchObject({ problems: [], commit: { sha: before, isNew: false, folder: LABEL }, notes: ['publish: evidence/2026-10 on the branch "main" holds this evidence already; nothing was committed.'] });
    expect(await job.github.owner.head('main')).toBe(before);
  });

  it('goes beside earlier evidence of the period, never over it', async () => {
    const job = await desk();
    for (const firstUser of ['bob', 'carol', 'dave']) await job.publish(await job.write({ firstUser }), { to: ['commit'], commitContent: 'full' });
    expect((await committed(job, 'main')).filter((path) => path.endsWith('/manifest.json'))).toEqual(inFolder('2026-10-r2', ['manifest.json']).concat(inFolder('2026-10-r3', ['manifest.json']), inFolder('2026-10', ['manifest.json'])));
  });

  it('of all of it goes beside a summary of the same evidence', async () => {
    const job = await desk();
    await job.publish(await job.write(), { to: ['commit'] });
    expect((await job.publish(await job.write(), { to: ['commit'], commitContent: 'full' })).commit?.folder).toBe('2026-10-r2');
  });

  it('makes a branch that is not there, from the default one', async () => {
    const job = await desk();
    const published = await job.publish(await job.write(), { to: ['commit'], branch: 'audit/evidence' });
    expect(published).toMatchObject({ problems: [], commit: { branch: 'audit/evidence' } });
    expect(await job.github.owner.head('main')).not.toBe(await job.github.owner.head('audit/evidence'));
    expect(await committed(job, 'main')).toEqual([]);
  });

  it('leaves everything else in the repository alone', async () => {
    const job = await desk();
    await job.github.owner.push('main', { 'evidence/notes.txt': 'ours', 'evidence/.gitattributes': '* binary\n', 'src/a.ts': 'a' });
    await job.publish(await job.write(), { to: ['commit'] });
    const files = await job.github.owner.files('main');
    expect(['evidence/notes.txt', 'evidence/.gitattributes', 'src/a.ts', 'README.md'].map((path) => files.get(path)?.toString('utf8'))).toEqual(['ours', '* binary\n', 'a', '# cloud-logs\n']);
  });

  it('names files that are too large by size and hash, and sees to it that they are in the artifact', async () => {
    const job = await desk();
    const pack = await job.write({ firstUser: 'x'.repeat(5_000_001) });
    const published = await job.publish(pack, { to: ['commit'], commitContent: 'full' });
    expect(published).toMatchObject({ problems: [], notes: ['publish: files too large to be committed are in the artifact, to which the pack was uploaded as well.'], zip: { id: 7 } });
    const files = await job.github.owner.files('main');
    const large = parseManifest(files.get('evidence/2026-10/manifest.json')?.toString('utf8') ?? '').files.find(({ path }) => path === 'results/IAM-01.jsonl');
    expect(files.has('evidence/2026-10/results/IAM-01.jsonl')).toBe(false);
    expect(files.get('evidence/2026-10.md')?.toString('utf8')).toMatch(new RegExp(`^\\| \`results/IAM-01\\.jsonl\` \\| 5,000,\\d{3} \\| \`${large?.sha256}\` \\|$`, 'm'));
  });

  it('completes what an earlier run left unfinished', async () => {
    const job = await desk();
    await job.github.owner.push('main', { 'evidence/2026-10/README.md': 'half', 'evidence/2026-10/left.txt': 'over' });
    expect((await job.publish(await job.write(), { to: ['commit'] })).commit?.folder).toBe(LABEL);
    expect(await committed(job, 'main')).toEqual(['evidence/.gitattributes', 'evidence/2026-10.md', ...inFolder(LABEL, SUMMARY)]);
  });

  it('needs a branch', async () => {
    const job = await desk();
    const published = await job.publish(await job.write(), { to: ['commit'] }, { runBranch: null });
    expect(published.problems).toEqual(['publish: the commit has no branch to go to, since a run for a tag or a pull request has none of its own; name one with branch.']);
  });
});

describe('what goes into one call', () => {
  const file = (path: string, bytes = 1): ReturnType<typeof madeFile> => ({ ...madeFile(path, ''), bytes });

  it.each([
    ['nothing', [], [], []],
    ['50 files', Array.from({ length: 120 }, (_, index) => file(`e/f/${index}`)), [], [50, 50, 20]],
    ['20 MB', [8, 8, 8, 13, 7].map((mb, index) => file(`e/f/${index}`, mb * 1_000_000)), [], [2, 1, 2]],
    ['deletions alone', [], ['e/f/x'], [0]],
  ] as [string, ReturnType<typeof madeFile>[], string[], number[]][])('%s', (_name, files, deletions, sizes) => {
    expect(chunksOf(files, deletions).map(({ additions }) => additions.length)).toEqual(sizes);
    expect(chunksOf(files, deletions).flatMap((chunk) => chunk.deletions)).toEqual(deletions);
  });

  it('ends with the manifest, so that a folder with one is whole', () => {
    const files = [file('e/f/manifest.json'), file('e/f/SHA256SUMS'), ...Array.from({ length: 60 }, (_, index) => file(`e/f/${index}`))];
    expect(chunksOf(files, []).flatMap(({ additions }) => additions.map(({ path }) => path)).slice(-2)).toEqual(['e/f/manifest.json', 'e/f/SHA256SUMS']);
  });
});
