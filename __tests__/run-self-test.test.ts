import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadQueries } from '../src/pack/load-queries.js';
import { PackError } from '../src/pack/errors.js';
import { type Outcome, run } from '../src/run.js';
import type { Settings } from '../src/settings/settings.js';
import { parseSelfTest, selfTestJson } from '../src/store/self-test-json.js';
import { verifyPack } from '../src/store/verify.js';
import { exitOf } from '../src/exit-code.js';
import { CASES } from './self-test/case-lines.js';
import { queryFile, SQL } from './pack/query-file.js';
import { contextOf, namesIn, settingsOf, someEvents, temporaryRoom, writeLogs } from './small-archive.js';

const room = await temporaryRoom();
const logs = join(room, 'logs');
const own = join(room, 'own');
/** The product's queries but for these are switched off, so that the cases of a few are tried. */
const ON = ['ROOT-01', 'LOG-02', 'RES-01', 'IAM-01'];
/** Of the user's own, none of which finds anything in the logs: one that can fire, one that cannot, and one that fires too much. */
const OWN: Readonly<Record<string, string>> = {
  'OWN-01': SQL.replace("'root'", "'root' AND event_source = 'iam.amazonaws.com'"),
  'OWN-02': SQL.replace("'root'", "'rot'"),
  'OWN-03': SQL.replace("actor_class = 'root'", "event_source = 'iam.amazonaws.com' AND event_id = 'event-1'"),
};
let outputs = 0;
let off: Settings['queriesOff'];

beforeAll(async () => {
  await writeLogs(logs, someEvents());
  for (const part of ['queries/own', 'cases']) await mkdir(join(own, part), { recursive: true });
  for (const [id, sql] of Object.entries(OWN)) {
    await writeFile(join(own, 'queries', 'own', `${id}.sql`), queryFile({ id }, sql));
    await writeFile(join(own, 'cases', `${id}.yml`), CASES.replace('ROOT-01', id).replace('somebody else does', "'<b>somebody else</b> | @dana'"));
  }
  off = (await loadQueries()).filter(({ id }) => !ON.includes(id)).map(({ id }) => ({ id, reason: 'Not in this test.', line: 1 }));
});

async function runWith(more: Partial<Settings>): Promise<{ readonly outcome: Outcome; readonly said: readonly string[]; readonly settings: Settings }> {
  const settings = { ...settingsOf({ logs, 'temp-dir': join(room, 'temp'), 'output-dir': join(room, `out-${outputs++}`), frameworks: 'gdpr' }), queriesOff: off, ...more };
  const context = contextOf();
  return { outcome: await run(settings, context), said: context.said, settings };
}

const text = async ({ packPath }: Outcome, name: string): Promise<string> => readFile(join(packPath, name), 'utf8');
const resultOf = ({ results }: Outcome, id: string): object | undefined => results.find((one) => one.id === id);

describe('a run whose queries do as they must on their cases', () => {
  let tried: Awaited<ReturnType<typeof runWith>>;
  let untried: Awaited<ReturnType<typeof runWith>>;
  beforeAll(async () => {
    tried = await runWith({ selfTest: true });
    untried = await runWith({ selfTest: false });
  });

  it('says so of every query that ran, in a file of the pack and in the reports', async () => {
    const { engine, queries } = parseSelfTest(await text(tried.outcome, 'self-test.json'));
    // RES-01 has no list to compare with, so it did not run.
    expect([engine, queries.map(({ id }) => id)]).toEqual(['duckdb', ['IAM-01', 'LOG-02', 'ROOT-01']]);
    expect(queries.every(({ fired, silent, wrong }) => fired.right === fired.cases && silent.right === silent.cases && fired.cases > 0 && wrong.length === 0)).toBe(true);
    const report = await text(tried.outcome, 'gdpr.md');
    expect(report).toMatch(/\[ROOT-01\]\(#query-root-01\) \| (\d+) of \1 \| (\d+) of \2 \|/);
    expect(report).toContain('What this shows: ');
  });

  it('gives the same evidence as without, in a pack that verifies either way', async () => {
    expect(tried.outcome.evidenceId).toBe(untried.outcome.evidenceId);
    for (const { outcome } of [tried, untried]) expect((await verifyPack(outcome.packPath)).problems).toEqual([]);
    expect(await namesIn(untried.outcome.packPath)).not.toContain('self-test.json');
    expect(await text(untried.outcome, 'gdpr.md')).toContain('The self-test was not part of this run.');
  });

  it('tells a verifier of a self-test that was changed', async () => {
    const path = join(tried.outcome.packPath, 'self-test.json');
    const before = await text(tried.outcome, 'self-test.json');
    await writeFile(path, before.replace('"cases": ', '"cases": 1'));
    expect((await verifyPack(tried.outcome.packPath)).problems.map(({ file }) => file)).toContain('self-test.json');
    await writeFile(path, before);
  });
});

describe('a run whose queries do not', () => {
  let ran: Awaited<ReturnType<typeof runWith>>;
  beforeAll(async () => {
    ran = await runWith({ selfTest: true, ownQueries: own });
  });

  it('believes no silence of a query that cannot fire: it failed', () => {
    expect(resultOf(ran.outcome, 'OWN-01')).toMatchObject({ result: 'no-exceptions', reasons: [] });
    expect(resultOf(ran.outcome, 'OWN-02')).toMatchObject({ result: 'failed', rows: 0, reasons: [{ code: 'self-test-missed' }] });
  });

  it('keeps the result of one that fires too much, with the reason', () => {
    expect(resultOf(ran.outcome, 'OWN-03')).toMatchObject({ result: 'no-exceptions', reasons: [{ code: 'self-test-returned' }] });
  });

  it('is incomplete, and says why', () => {
    expect(ran.outcome.verdict).toMatchObject({ incomplete: true, exitCode: 4 });
    expect(exitOf(ran.outcome, ran.settings, null).sentence).toMatch(/^Incomplete: 1 of \d+ queries did not return what they must in the self-test; /);
    expect(ran.said.filter((line) => line.includes('went wrong'))).toEqual(['OWN-02', 'OWN-03'].map((id) => `${id}: 1 of its own test events went wrong; the self-test in the reports tells which.`));
  });

  it('still writes its pack, which verifies, and holds what went wrong', async () => {
    expect((await verifyPack(ran.outcome.packPath)).problems).toEqual([]);
    const { queries } = parseSelfTest(await text(ran.outcome, 'self-test.json'));
    expect(queries.filter(({ wrong }) => wrong.length > 0).map(({ id, wrong }) => [id, wrong])).toEqual([
      ['OWN-02', [{ must: true, name: 'root makes a user', fault: 'missed' }]],
      ['OWN-03', [{ must: false, name: '<b>somebody else</b> | @dana', fault: 'returned' }]],
    ]);
  });

  it('is told by a verifier where results and self-test do not agree', async () => {
    const path = join(ran.outcome.packPath, 'self-test.json');
    const { engine, queries } = parseSelfTest(await text(ran.outcome, 'self-test.json'));
    await writeFile(path, selfTestJson({ engine, queries: queries.map((query) => (query.id === 'OWN-02' ? { ...query, fired: { cases: 1, right: 1 }, wrong: [] } : query)) }));
    expect((await verifyPack(ran.outcome.packPath)).problems.map(({ file }) => file)).toContain('self-test.json');
  });
});

it('a broken case file stops a run that would try it, before anything is read', async () => {
  const broken = join(room, 'broken');
  for (const part of ['queries/own', 'cases']) await mkdir(join(broken, part), { recursive: true });
  await writeFile(join(broken, 'queries', 'own', 'OWN-01.sql'), queryFile({ id: 'OWN-01' }, SQL));
  await writeFile(join(broken, 'cases', 'OWN-01.yml'), 'query: OWN-01\nbase: here\n');
  await expect(runWith({ selfTest: true, ownQueries: broken })).rejects.toThrow(PackError);
  await expect(runWith({ selfTest: true, ownQueries: broken })).rejects.toThrow(/cases\/OWN-01\.yml:2: `base` must be a map\./);
});
