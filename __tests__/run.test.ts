import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Outcome, run } from '../src/run.js';
import { parseDecisionsFile } from '../src/settings/decisions-file.js';
import { SettingsError } from '../src/settings/errors.js';
import type { Settings } from '../src/settings/settings.js';
import { parseDecisions } from '../src/store/decisions-json.js';
import { verifyPack } from '../src/store/verify.js';
import { contextOf, filesOf, LABEL, namesIn, settingsOf, someEvents, temporaryRoom, writeLogs } from './small-archive.js';

const room = await temporaryRoom();
const logs = join(room, 'logs');
const temp = join(room, 'temp');
let outputs = 0;
/** A new place for a pack; the engine's temporary files go beside it. */
const place = (): { 'output-dir': string; 'temp-dir': string; logs: string } => ({ 'output-dir': join(room, `out-${outputs++}`), 'temp-dir': temp, logs });
beforeAll(() => writeLogs(logs, someEvents()));

const text = async (folder: string, name: string): Promise<string> => readFile(join(folder, name), 'utf8');

/** Names of files whose bytes are not the same in both packs, or that only one of them has. */
function differences(a: ReadonlyMap<string, Buffer>, b: ReadonlyMap<string, Buffer>): readonly string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((name) => a.get(name)?.equals(b.get(name) ?? Buffer.alloc(0)) !== true);
}

describe('a run over a small archive', () => {
  let outcome: Outcome;
  let again: Outcome;
  beforeAll(async () => {
    const given = { frameworks: 'gdpr', pdf: 'required' };
    outcome = await run(settingsOf({ ...place(), ...given }), contextOf());
    again = await run(settingsOf({ ...place(), ...given }), contextOf());
  });

  it('writes a pack that verifies', async () => {
    expect(outcome.packPath.endsWith(`/${LABEL}`)).toBe(true);
    expect(outcome).toMatchObject({ reports: ['gdpr.md', 'gdpr.pdf'], pdfProblem: null });
    expect(await verifyPack(outcome.packPath)).toEqual({ problems: [], evidenceId: outcome.evidenceId, filesChecked: (await filesOf(outcome.packPath)).size - 2 });
  });

  it('finds what was done and judges it', async () => {
    const result = (id: string): object | undefined => outcome.results.find((one) => one.id === id);
    expect(result('ROOT-01')).toMatchObject({ result: 'exceptions', rows: 1, exceptions: { total: 1, undecided: 1 }, coverage: { management: 'complete' } });
    expect(result('LOG-02')).toMatchObject({ result: 'no-exceptions', rows: 0, coverage: { management: 'complete' }, reasons: [] });
    expect(result('RES-01')).toMatchObject({ result: 'not-evaluated', reasons: [{ code: 'list-not-configured' }] });
    expect(result('INV-02')).toMatchObject({ result: 'not-collected', coverage: { data: 'not-collected' } });
    expect(outcome.verdict).toMatchObject({ incomplete: false, exitCode: 0 });
    expect(await text(outcome.packPath, 'results/ROOT-01.jsonl')).toContain('"root-1"');
  });

  it('with the same run facts writes the same bytes again, the PDF’s too', async () => {
    expect(differences(await filesOf(outcome.packPath), await filesOf(again.packPath))).toEqual([]);
    expect(again.manifestSha256).toBe(outcome.manifestSha256);
  });

  it('leaves nothing in the engine’s temporary folder, and nothing half-written beside the pack', async () => {
    expect(await namesIn(temp)).toEqual([]);
    expect(await namesIn(dirname(outcome.packPath))).toEqual([LABEL]);
  });

  it('gives the same evidence at another time, by another person, from logs elsewhere, without PDFs, after another pack', async () => {
    const moved = join(room, 'moved', 'deeper');
    await writeLogs(moved, someEvents());
    const facts = { ...contextOf().facts, generatedAt: '2027-01-01T00:00:00Z', actor: 'grace', environment: 'elsewhere', runId: '7', runUrl: 'https://example.com/7' };
    const other = await run(settingsOf({ ...place(), logs: moved, 'previous-pack': outcome.packPath }), contextOf({ facts }));
    expect(other.evidenceId).toBe(outcome.evidenceId);
    expect(other.manifestSha256).not.toBe(outcome.manifestSha256);
    expect((await verifyPack(other.packPath, { previous: outcome.packPath })).problems).toEqual([]);
  });

  it('replaces a pack of the same evidence', async () => {
    const output = dirname(again.packPath);
    const replaced = await run(settingsOf({ ...place(), 'output-dir': output }), contextOf());
    expect(replaced).toMatchObject({ packPath: again.packPath, evidenceId: again.evidenceId, reports: ['soc2.md', 'gdpr.md'], pdfProblem: null });
    expect([...(await filesOf(output)).keys()].filter((name) => name.endsWith('.pdf'))).toEqual([]);
    expect(await namesIn(output)).toEqual([LABEL]);
  });

  it('refuses to replace a pack of other evidence, and leaves it as it is', async () => {
    const output = dirname(outcome.packPath);
    const before = await filesOf(outcome.packPath);
    const [first, ...rest] = someEvents();
    const changed = join(room, 'changed');
    await writeLogs(changed, [{ ...first, sourceIPAddress: '203.0.113.8' }, ...rest]);
    await expect(run(settingsOf({ ...place(), 'output-dir': output, logs: changed }), contextOf())).rejects.toThrow(/holds a pack with another evidence id .* Nothing was replaced/);
    expect(differences(before, await filesOf(outcome.packPath))).toEqual([]);
    expect(await namesIn(output)).toEqual([LABEL]);
    expect(await namesIn(temp)).toEqual([]);
  });
});

describe('a run with decisions', () => {
  const decided = (path: string, decisions: string): Settings => ({ ...settingsOf(place()), failOn: 'exceptions', decisions: parseDecisionsFile(path, Buffer.from(decisions)) });
  const said = 'disposition: expected-authorised, reason: Planned., owner: dana, approver: lee, decided-on: 2026-10-06, expires: 2026-10-07';
  let without: Outcome;
  let all: Outcome;
  beforeAll(async () => {
    without = await run({ ...settingsOf(place()), failOn: 'exceptions' }, contextOf());
    const ids = [...(await text(without.packPath, 'exceptions.csv')).matchAll(/^"([A-Z0-9-]+-[0-9a-f]{12})"/gm)].map(([, id]) => id ?? '');
    const entries = ids.map((id, index) => (index === 0 ? `  - { match: { query: ${id.slice(0, -13)}, account: "111122223333" }, ${said} }` : `  - { exception: ${id}, ${said} }`));
    all = await run(decided('a.yml', `decisions:\n${entries.join('\n')}\n`), contextOf());
  });

  it('keeps every row and every result, and counts what is decided', async () => {
    const [before, after] = [await filesOf(without.packPath), await filesOf(all.packPath)];
    expect(differences(before, after).filter((name) => /^(results|queries)\//.test(name))).toEqual([]);
    expect(all.results.map(({ id, result, rows }) => [id, result, rows])).toEqual(without.results.map(({ id, result, rows }) => [id, result, rows]));
    expect(without.verdict).toMatchObject({ exitCode: 3 });
    expect(without.verdict.undecidedExceptions).toBeGreaterThan(2);
    expect(all.verdict).toMatchObject({ undecidedExceptions: 0, exitCode: 0 });
    expect((await verifyPack(all.packPath)).problems).toEqual([]);
  });

  it('prints them, and names no owner where rows are not printed either', async () => {
    expect(await text(all.packPath, 'gdpr.md')).toContain('Decided: Expected, authorised; decision 1');
    expect(await text(all.packPath, 'gdpr.md')).toContain('`dana`, approved by `lee`');
    for (const name of ['README.md', 'exceptions.csv', 'results.json', 'trend.json']) expect(await text(all.packPath, name)).not.toMatch(/dana|Planned/);
  });

  it('is other evidence than without, and the same evidence from a file of another name', async () => {
    const said = await text(all.packPath, 'decisions.json');
    const { decisions } = parseDecisions(said);
    const file = { path: '/elsewhere/b.yml', sha256: parseDecisions(said).file?.sha256 ?? '', decisions: decisions.map(({ decision }) => decision) };
    const moved = await run({ ...settingsOf(place()), decisions: file }, contextOf());
    expect(all.evidenceId).not.toBe(without.evidenceId);
    expect(moved.evidenceId).toBe(all.evidenceId);
  });
});

describe('a run that cannot go on', () => {
  it('over a folder without logs writes nothing', async () => {
    const given = place();
    const empty = join(room, 'empty');
    await mkdir(empty);
    await expect(run(settingsOf({ ...given, logs: empty }), contextOf())).rejects.toThrow(SettingsError);
    expect(await namesIn(given['output-dir'])).toEqual([]);
  });

  it('over a folder that is no pack leaves that folder alone', async () => {
    const given = place();
    await mkdir(join(given['output-dir'], LABEL), { recursive: true });
    await writeFile(join(given['output-dir'], LABEL, 'mine.txt'), 'mine');
    await expect(run(settingsOf(given), contextOf())).rejects.toThrow(/is not an evidence pack/);
    expect(await filesOf(given['output-dir'])).toEqual(new Map([[`${LABEL}/mine.txt`, Buffer.from('mine')]]));
  });

  it('in its middle leaves nothing behind', async () => {
    const given = place();
    const broken = contextOf();
    const progress = { ...broken.progress, step: (title: string) => { if (title.startsWith('Write')) throw new Error('pulled plug'); } };
    await expect(run(settingsOf(given), { ...broken, progress })).rejects.toThrow('pulled plug');
    expect(await namesIn(given['output-dir'])).toEqual([]);
    expect(await namesIn(temp)).toEqual([]);
  });
});

describe('logs that are not all there', () => {
  it('make the run incomplete, and the pack says for which days', async () => {
    const one = join(room, 'one-day');
    await writeLogs(one, someEvents().filter((event) => String(event['eventTime']).startsWith('2026-10-05')));
    const outcome = await run(settingsOf({ ...place(), logs: one }), contextOf());
    expect(outcome.verdict).toMatchObject({ incomplete: true, exitCode: 4 });
    expect(outcome.results.find(({ id }) => id === 'LOG-02')).toMatchObject({ result: 'incomplete', reasons: [{ code: 'no-events', region: 'us-east-1', from: '2026-10-06', to: '2026-10-07' }] });
    expect(outcome.results.map(({ result }) => result)).not.toContain('no-exceptions');
  });

  it('never make “no exceptions” where every file lies outside the period', async () => {
    const outcome = await run(settingsOf({ ...place(), period: '2026-07' }), contextOf());
    expect(outcome.verdict).toMatchObject({ incomplete: true, exitCode: 4 });
    expect(new Set(outcome.results.map(({ result }) => result))).toEqual(new Set(['incomplete', 'not-evaluated', 'not-collected']));
  });

  it('tell of a broken file in the pack, and read the others', async () => {
    const hurt = join(room, 'hurt');
    await writeLogs(hurt, someEvents());
    await writeFile(join(hurt, 'AWSLogs/111122223333/CloudTrail/us-east-1/2026/10/06/111122223333_CloudTrail_us-east-1_20261006T1305Z_hurt.json.gz'), 'not gzip \u0001');
    const outcome = await run(settingsOf({ ...place(), logs: hurt, frameworks: 'soc2' }), contextOf());
    expect(outcome.results.find(({ id }) => id === 'ROOT-01')).toMatchObject({ result: 'exceptions', reasons: [{ code: 'file-unreadable', from: '2026-10-06' }] });
    expect(await text(outcome.packPath, 'integrity.json')).toContain('hurt.json.gz');
    expect((await verifyPack(outcome.packPath)).problems).toEqual([]);
  });
});

describe('a log file that is not the one its digest names', () => {
  it('makes its day incomplete, and the pack gives both hashes', async () => {
    const changed = join(room, 'changed');
    await writeLogs(changed, someEvents());
    const key = 'AWSLogs/111122223333/CloudTrail/us-east-1/2026/10/06/111122223333_CloudTrail_us-east-1_20261006T1205Z_abcdefgh12345678.json.gz';
    const digest = 'AWSLogs/111122223333/CloudTrail-Digest/us-east-1/2026/10/06/111122223333_CloudTrail-Digest_us-east-1_trail_us-east-1_20261006T130000Z.json.gz';
    const listedSha256 = 'b'.repeat(64);
    await mkdir(join(changed, dirname(digest)), { recursive: true });
    await writeFile(join(changed, digest), JSON.stringify({
      awsAccountId: '111122223333', digestStartTime: '2026-10-06T12:00:00Z', digestEndTime: '2026-10-06T13:00:00Z', digestS3Object: digest, logFiles: [{ s3Object: key, hashValue: listedSha256, hashAlgorithm: 'SHA-256' }],
    }));
    const outcome = await run(settingsOf({ ...place(), logs: changed, frameworks: 'soc2' }), contextOf());
    expect(outcome.results.find(({ id }) => id === 'LOG-02')).toMatchObject({ result: 'incomplete', reasons: [{ code: 'file-differs', region: 'us-east-1', from: '2026-10-06', to: '2026-10-07' }] });
    const { files } = JSON.parse(await text(outcome.packPath, 'integrity.json')) as { files: { key: string; sha256: string; listedSha256?: string }[] };
    expect(files.filter((file) => file.listedSha256 !== undefined).map((file) => [file.key, file.listedSha256])).toEqual([[key, listedSha256]]);
    expect(await text(outcome.packPath, 'soc2.md')).toContain('a log file is not the one its digest names');
  });
});

describe('without a Chrome', () => {
  it('the pack is written with its Markdown, and says what is missing', async () => {
    const context = contextOf();
    const outcome = await run(settingsOf({ ...place(), pdf: 'auto', 'chrome-path': '/nowhere/chrome' }), context);
    expect(outcome.pdfProblem).toMatch(/where there is no program/);
    expect(outcome.reports).toEqual(['soc2.md', 'gdpr.md']);
    expect([...(await filesOf(outcome.packPath)).keys()].filter((name) => name.endsWith('.pdf'))).toEqual([]);
    expect(await text(outcome.packPath, 'README.md')).toContain('where there is no program');
    expect(context.said.join('\n')).toContain('where there is no program');
    expect((await verifyPack(outcome.packPath)).problems).toEqual([]);
  });
});
