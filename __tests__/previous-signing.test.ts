import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { PackReview } from '../src/evidence/pack-review.js';
import { previousSigning } from '../src/previous-signing.js';
import { run } from '../src/run.js';
import { readPreviousPack } from '../src/store/previous-pack.js';
import { readRunFacts } from '../src/store/run-facts-file.js';
import { signOffPack } from '../src/store/signoff.js';
import { verifyPack } from '../src/store/verify.js';
import { zipPack } from '../src/store/zip.js';
import { writeSamplePack } from './store/sample-pack.js';
import { contextOf, settingsOf, someEvents, temporaryRoom, writeLogs } from './small-archive.js';

const REVIEW: PackReview = { pullRequest: 41, url: 'https://github.com/acme/evidence/pull/41', mergedBy: 'grace', mergedAt: '2026-10-06T09:30:00Z', approvals: [{ login: 'lee-park', at: '2026-10-06T09:12:44Z' }] };
const LEE = { name: 'Lee Park', role: 'Head of Platform', statement: 'I reviewed this evidence.', signedOn: '2026-10-06', replace: false };

const room = await temporaryRoom();
let signed: string;
beforeAll(async () => {
  signed = (await writeSamplePack(join(room, 'packs'), { label: '2026-09' })).folder;
  await signOffPack(signed, LEE);
});

let copies = 0;
async function copy(): Promise<string> {
  const place = join(room, `copy-${copies++}`);
  await cp(signed, place, { recursive: true });
  return place;
}

const signOffOf = async (place: string): Promise<unknown> => (await previousSigning(await readPreviousPack(place), undefined)).previousSignOff;

describe('the sign-off of the previous pack', () => {
  it('is read from its folder, and from its zip', async () => {
    const zip = await zipPack(signed, join(room, 'signed.zip'));
    for (const place of [signed, zip.path]) expect(await signOffOf(place)).toEqual({ problem: null, signOff: expect.objectContaining({ name: 'Lee Park', signedOn: '2026-10-06' }) });
  });

  it('is none where nobody signed', async () => {
    const place = await copy();
    await rm(join(place, 'signoff.json'));
    expect(await signOffOf(place)).toEqual({ signOff: null, problem: null });
  });

  it('of another pack is none, and the problem is told', async () => {
    const other = await writeSamplePack(join(room, 'other'), { label: '2026-09', firstUser: 'someone else' });
    await cp(join(signed, 'signoff.json'), join(other.folder, 'signoff.json'));
    expect(await signOffOf(other.folder)).toEqual({ signOff: null, problem: expect.stringMatching(/^signs the evidence id /) });
  });

  it('that cannot be read fails no run', async () => {
    const place = await copy();
    await writeFile(join(place, 'signoff.json'), 'agreed');
    expect(await signOffOf(place)).toEqual({ signOff: null, problem: 'is not JSON' });
  });
});

describe('the review of the previous pack', () => {
  it('is asked for by the name of its folder', async () => {
    const asked: string[] = [];
    const reviewOf = (label: string): Promise<PackReview | null> => Promise.resolve((asked.push(label), REVIEW));
    expect((await previousSigning(await readPreviousPack(signed), reviewOf)).previousReview).toEqual(REVIEW);
    expect(asked).toEqual(['2026-09']);
  });

  it('is not asked for where there is no previous pack', async () => {
    expect(await previousSigning(null, () => Promise.reject(new Error('nobody asked')))).toEqual({ previousSignOff: null, previousReview: null });
  });
});

describe('a run after a signed and reviewed pack', () => {
  it('prints both, records both, and can be made again from its own record', async () => {
    const logs = join(room, 'logs');
    await writeLogs(logs, someEvents());
    const given = { logs, frameworks: 'gdpr', 'previous-pack': signed };
    const first = await run(settingsOf({ ...given, 'output-dir': join(room, 'first') }), contextOf({ reviewOf: () => Promise.resolve(REVIEW) }));
    expect((await verifyPack(first.packPath, { previous: signed })).problems).toEqual([]);
    const report = await readFile(join(first.packPath, 'gdpr.md'), 'utf8');
    expect(report).toMatch(/Lee Park, Head of Platform/);
    expect(report).toMatch(/lee-park/);
    const record = JSON.parse(await readFile(join(first.packPath, 'run.json'), 'utf8')) as { previousPack: unknown };
    expect(record.previousPack).toMatchObject({ label: '2026-09', signOff: { name: 'Lee Park' }, signOffProblem: null, review: REVIEW });

    const { previousReview } = readRunFacts(join(first.packPath, 'run.json'));
    const again = await run(settingsOf({ ...given, 'output-dir': join(room, 'again') }), contextOf({ reviewOf: () => Promise.resolve(previousReview) }));
    expect(again.manifestSha256).toBe(first.manifestSha256);
  });
});
