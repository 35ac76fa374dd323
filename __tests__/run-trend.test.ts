import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Trend } from '../src/evidence/trend.js';
import { type Outcome, run } from '../src/run.js';
import type { Settings } from '../src/settings/settings.js';
import { parseTrend } from '../src/store/trend-json.js';
import { verifyPack } from '../src/store/verify.js';
import { zipPack } from '../src/store/zip.js';
import { contextOf, filesOf, settingsOf, someEvents, temporaryRoom, writeLogs } from './small-archive.js';

/** What a repository keeps of a pack by default. */
const SUMMARY = ['README.md', 'results.json', 'exceptions.csv', 'coverage.csv', 'manifest.json', 'SHA256SUMS', 'trend.json'];
const FIRST = '20261005-20261006';
const SECOND = '2026-10-06..2026-10-07';

const room = await temporaryRoom();
const logs = join(room, 'logs');
const output = join(room, 'evidence');
let places = 0;
const fresh = (): string => join(room, `place-${places++}`);

const settings = (given: Parameters<typeof settingsOf>[0] = {}): Settings => settingsOf({ logs, period: SECOND, frameworks: 'soc2', 'output-dir': output, ...given });
const trendOf = async (outcome: Outcome): Promise<Trend> => parseTrend(await readFile(join(outcome.packPath, 'trend.json'), 'utf8'));

let first: Outcome;
let second: Outcome;
beforeAll(async () => {
  await writeLogs(logs, someEvents());
  first = await run(settings({ period: '2026-10-05..2026-10-06' }), contextOf());
  second = await run(settings(), contextOf());
}, 120_000);

describe('a pack after another in the same folder', () => {
  it('finds it, compares with it and is chained to it', async () => {
    expect((await trendOf(first)).previous).toBeNull();
    const { previous, changes } = await trendOf(second);
    expect(previous).toEqual({ label: FIRST, period: { start: '2026-10-05T00:00:00Z', end: '2026-10-06T00:00:00Z' }, evidenceId: first.evidenceId, manifestSha256: first.manifestSha256 });
    expect(changes?.periods).toEqual({ kind: 'adjoin', from: null, to: null, days: 0 });
    expect(changes?.results).toContainEqual({ query: 'ROOT-01', before: 'exceptions', now: 'no-exceptions' });
    expect(changes?.exceptions.find(({ query }) => query === 'ROOT-01')).toEqual({ query: 'ROOT-01', before: 1, now: 0, compared: { new: 0, open: 0, decided: 0, gone: 1, goneUndecided: 1, newIds: [] } });
    expect(changes?.events).toEqual({ before: 3, now: 3 });
    expect(changes).toMatchObject({ aspects: [], queries: { added: [], removed: [], changed: [], otherLists: [] } });
  });

  it('verifies, and so does the comparison', async () => {
    expect((await verifyPack(first.packPath)).problems).toEqual([]);
    expect((await verifyPack(second.packPath, { previous: first.packPath })).problems).toEqual([]);
  });

  it('says so in its report', async () => {
    const report = await readFile(join(second.packPath, 'soc2.md'), 'utf8');
    expect(report).toContain('## 9 Changes since the previous pack');
    expect(report).toMatch(/ROOT-01\]\(#query-root-01\) \| [^|]+ \| ■ Exceptions noted \| □ No exceptions noted \|/);
    expect(report).toContain('--previous-pack <the pack before this one>');
  });

  it('is the same to the byte after a summary of it, or its zip, and leaves the evidence id alone', async () => {
    const summary = fresh();
    await mkdir(summary);
    for (const file of SUMMARY) await cp(join(first.packPath, file), join(summary, file));
    const { path: zip } = await zipPack(first.packPath, `${fresh()}.zip`);
    for (const previous of [summary, zip]) {
      const again = await run(settings({ 'output-dir': fresh(), 'previous-pack': previous }), contextOf());
      expect(await filesOf(again.packPath)).toEqual(await filesOf(second.packPath));
    }
    const alone = await run(settings({ 'output-dir': fresh() }), contextOf());
    expect((await trendOf(alone)).previous).toBeNull();
    expect(alone.evidenceId).toBe(second.evidenceId);
  }, 120_000);
});

describe('two packs of one period', () => {
  it('tell exceptions that stay from those decided meanwhile, and lists that changed', async () => {
    const id = /ROOT-01-[0-9a-f]{12}/.exec(await readFile(join(first.packPath, 'exceptions.csv'), 'utf8'))?.[0] ?? '';
    const decision = { exception: id, match: null, disposition: 'expected-break-glass', reason: 'x', ticket: null, owner: 'dana', approver: 'lee', decidedOn: '2026-10-07', expires: '2027-10-07' } as const;
    const changed: Settings = {
      ...settings({ period: '2026-10-05..2026-10-06', 'output-dir': fresh(), 'previous-pack': first.packPath }),
      decisions: { path: 'decisions.yml', sha256: 'd'.repeat(64), decisions: [decision] },
      lists: { 'deploy-roles': ['deploy'] },
    };
    const outcome = await run(changed, contextOf());
    const { changes } = await trendOf(outcome);
    expect(changes?.periods.kind).toBe('same');
    expect(changes?.exceptions.find(({ query }) => query === 'ROOT-01')?.compared).toMatchObject({ new: 0, open: 0, decided: 1, gone: 0 });
    expect(changes?.aspects).toEqual([{ name: 'decisions-file', change: 'added', before: null, now: 1 }, { name: 'list-deploy-roles', change: 'added', before: null, now: 1 }]);
    expect(changes?.queries.changed).toEqual([]);
    expect(changes?.queries.otherLists.length).toBeGreaterThan(0);
    expect((await verifyPack(outcome.packPath, { previous: first.packPath })).problems).toEqual([]);
  });
});

describe('a previous pack that is damaged', () => {
  it('is refused where it was named, before the logs are looked at', async () => {
    const damaged = fresh();
    await cp(first.packPath, damaged, { recursive: true });
    await rm(join(damaged, 'exceptions.csv'));
    await expect(run(settings({ 'output-dir': fresh(), 'previous-pack': damaged, logs: join(room, 'nowhere') }), contextOf())).rejects.toThrow(/^previous-pack: .* its exceptions.csv is missing\. Give the folder of a pack or its zip, as it was written\.$/);
  });

  it('is told and left aside where it was found', async () => {
    const place = fresh();
    await cp(first.packPath, join(place, FIRST), { recursive: true });
    await writeFile(join(place, FIRST, 'results.json'), '{}');
    const context = contextOf();
    const outcome = await run(settings({ 'output-dir': place }), context);
    expect((await trendOf(outcome)).previous).toBeNull();
    expect(context.said).toContain(`The pack ${FIRST} in the output folder cannot be compared with: its results.json is not the file that manifest.json lists; it is left aside, and nothing is compared with it.`);
  });
});
