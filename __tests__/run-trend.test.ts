import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Trend } from '../src/evidence/trend.js';
import { type Outcome, run } from '../src/run.js';
import type { Settings } from '../src/settings/settings.js';
import { buildManifest, parseManifest, renderManifest, sha256Of } from '../src/store/manifest.js';
import { parseTrend } from '../src/store/trend-json.js';
import { verifyPack } from '../src/store/verify.js';
import { zipPack } from '../src/store/zip.js';
import { contextOf, filesOf, type LogRecord, settingsOf, someEvents, temporaryRoom, writeLogs } from './small-archive.js';

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
});

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
  });
});

describe('the volume of invocations', () => {
  const invocation = (id: string, time: string, more: object = {}): LogRecord => ({
    ...someEvents()[0], eventID: id, eventTime: time, eventSource: 'lambda.amazonaws.com', eventName: 'Invoke', eventType: 'AwsApiCall', eventCategory: 'Data', managementEvent: false, responseElements: null, additionalEventData: null,
    userIdentity: { type: 'AWSService', invokedBy: 'events.amazonaws.com' }, requestParameters: { functionName: 'orders-nightly' }, ...more,
  });
  const at = async (period: string, previous: string | null): Promise<Outcome> => run(settings({ logs: invoked, period, 'output-dir': fresh(), ...(previous === null ? {} : { 'previous-pack': previous }) }), contextOf());
  const invoked = join(room, 'invoked');
  let before: Outcome;
  let after: Outcome;
  beforeAll(async () => {
    await writeLogs(invoked, [
      ...someEvents(),
      invocation('run-1', '2026-10-05T02:00:00Z'),
      ...Array.from({ length: 60 }, (_, index) => invocation(`run-2-${index}`, '2026-10-06T02:00:00Z')),
      invocation('hand', '2026-10-06T03:00:00Z', { userIdentity: someEvents()[1]?.['userIdentity'] }),
    ]);
    before = await at('2026-10-05..2026-10-06', null);
    after = await at(SECOND, before.packPath);
  });
  const counts = async (outcome: Outcome): Promise<unknown> => (await trendOf(outcome)).changes?.invocations;

  it('is compared where the previous pack holds rows', async () => {
    expect(await counts(after)).toEqual({ compared: { functions: { before: 1, now: 2 }, events: { before: 1, now: 61 }, new: 1, gone: 0, more: 1, less: 0, spikes: 1, silent: 0 }, reason: null });
    expect(await readFile(join(after.packPath, 'trend.json'), 'utf8')).not.toContain('orders-nightly');
    expect((await verifyPack(after.packPath, { previous: before.packPath })).problems).toEqual([]);
  });

  it('is compared with a zip too', async () => {
    const { path: zip } = await zipPack(before.packPath, `${fresh()}.zip`);
    expect(await counts(await at(SECOND, zip))).toEqual(await counts(after));
  });

  it('is not compared with a summary, which changes nothing else and verifies with either', async () => {
    const summary = fresh();
    await mkdir(summary);
    for (const file of SUMMARY) await cp(join(before.packPath, file), join(summary, file));
    const short = await at(SECOND, summary);
    expect(await counts(short)).toEqual({ compared: null, reason: 'no-rows' });
    expect(short.evidenceId).toBe(after.evidenceId);
    for (const [pack, previous] of [[short, summary], [short, before.packPath], [after, summary]] as const) {
      expect((await verifyPack(pack.packPath, { previous })).problems).toEqual([]);
    }
  });

  it('is not compared where a pack has no answer', async () => {
    expect(await counts(second)).toEqual({ compared: null, reason: 'not-answered' });
  });

  it('is not taken from rows that were changed', async () => {
    const damaged = fresh();
    await cp(before.packPath, damaged, { recursive: true });
    const rows = join(damaged, 'results/INV-06.jsonl');
    await writeFile(rows, (await readFile(rows, 'utf8')).replace('orders-nightly', 'orders-other'));
    await expect(at(SECOND, damaged)).rejects.toThrow('its results/INV-06.jsonl is not the file that manifest.json lists');
  });

  it('is not what a comparison of other counts says', async () => {
    const told = fresh();
    await cp(after.packPath, told, { recursive: true });
    const text = (await readFile(join(told, 'trend.json'), 'utf8')).replace('"spikes": 1', '"spikes": 0');
    await writeFile(join(told, 'trend.json'), text);
    const manifest = parseManifest(await readFile(join(told, 'manifest.json'), 'utf8'));
    const files = manifest.files.map((file) => (file.path === 'trend.json' ? { ...file, bytes: Buffer.byteLength(text), sha256: sha256Of(text) } : file));
    await writeFile(join(told, 'manifest.json'), renderManifest(buildManifest(files, manifest)));
    expect((await verifyPack(told, { previous: before.packPath })).problems.map(({ what }) => what)).toContain('is not what comparing the two packs gives');
  });
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
