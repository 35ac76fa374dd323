import { beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { type DemoFacts, generateDemo } from '../../src/demo/generate-demo.js';
import { seededFacts } from '../../src/demo/seeded.js';
import { lineageOf, LOGINS } from '../../src/evidence/lineage.js';
import { SILENT } from '../../src/progress.js';
import { type Outcome, run } from '../../src/run.js';
import { parseSettings } from '../../src/settings/parse-settings.js';
import { parseDecisions } from '../../src/store/decisions-json.js';
import { verifyPack } from '../../src/store/verify.js';
import { demoFolder } from './demo-folder.js';

const folder = demoFolder();
const facts = seededFacts();
let made: DemoFacts;
let outcome: Outcome;
/** Event ids the rows of each query name. */
const named = new Map<string, ReadonlySet<string>>();

beforeAll(async () => {
  made = await generateDemo(folder);
  const settings = parseSettings(
    { logs: made.logs, period: made.period, 'output-dir': join(folder, 'pack'), 'settings-file': made.settingsFile, 'decisions-file': made.decisionsFile, pdf: 'never' },
    { door: 'command line', region: null, now: '2026-11-02T00:00:00Z', readFile: (path) => readFileSync(path), frameworkNames: ['soc2', 'gdpr'] },
  );
  outcome = await run(settings, {
    facts: { generatedAt: '2026-11-02T00:00:00Z', tool: { name: 'cloudtrail-evidence', version: 'test', commit: null }, actor: 'test', environment: 'test', runId: null, runUrl: null },
    env: {},
    progress: SILENT,
  });
  for (const file of readdirSync(join(outcome.packPath, 'results')).filter((name) => name.endsWith('.jsonl'))) {
    const rows = readFileSync(join(outcome.packPath, 'results', file), 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Record<string, unknown>);
    named.set(file.replace('.jsonl', ''), new Set(rows.flatMap((row) => ['event_id', 'first_event_id', 'last_event_id'].flatMap((column) => (typeof row[column] === 'string' ? [row[column]] : [])))));
  }
});

describe('each seeded fact is in the pack', () => {
  it.each(facts.map((fact) => [fact.name, fact] as const))('%s', (_name, fact) => {
    for (const { query, eventIds } of fact.shownBy) {
      expect({ query, missing: eventIds.filter((id) => named.get(query)?.has(id) !== true) }).toEqual({ query, missing: [] });
    }
    for (const query of fact.absentFrom) {
      expect({ query, shown: fact.eventIds.filter((id) => named.get(query)?.has(id)) }).toEqual({ query, shown: [] });
    }
  });
});

describe('each seeded chain is traced to whoever signed in', () => {
  const chains = facts.flatMap((fact) => fact.lineage.map((chain) => [fact.name, chain] as const));

  it.each(chains)('%s', (_name, { eventId, links, login, by, mfa, confidence }) => {
    const rows = readFileSync(join(outcome.packPath, 'results', 'CHG-04.jsonl'), 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Record<string, string | number | null>);
    const columns = Object.keys(rows[0] ?? {});
    const row = rows.find((one) => one['event_id'] === eventId);
    const chain = row === undefined ? null : lineageOf(columns, columns.map((column) => row[column] ?? null));
    expect(chain?.hops.map((hop) => hop.eventId)).toEqual(links);
    expect(chain?.login).toMatchObject({ kind: login, name: by, mfa });
    expect(chain?.confidence).toBe(confidence);
  });

  it('by every way in there is, but for a certificate', () => {
    expect([...new Set(chains.map(([, { login }]) => login))].sort()).toEqual(LOGINS.filter((kind) => kind !== 'certificate').sort());
  });
});

describe('the pack of the demo', () => {
  it('notes no exception that was not seeded', () => {
    const seeded = new Set(facts.flatMap(({ eventIds }) => eventIds));
    const unexpected = outcome.results.filter(({ expect: expectation }) => expectation === 'none').map(({ id }) => ({ id, notSeeded: [...(named.get(id) ?? [])].filter((eventId) => !seeded.has(eventId)) }));
    expect(unexpected.filter(({ notSeeded }) => notSeeded.length > 0)).toEqual([]);
  });

  it('shows the seeded holes of management events, and no others', () => {
    const holes = coverage().filter(({ category, state }) => category === 'management' && !['present', 'idle-listed'].includes(state)).flatMap(({ account, region, from_day, to_day }) => daysBetween(from_day, to_day).map((day) => `${account} ${region} ${day}`));
    const seeded = facts.flatMap((fact) => fact.coverage.map(({ account, region, day }) => `${account} ${region} ${day}`));
    expect(holes.sort()).toEqual(seeded.sort());
  });

  it('says of the day on which a trail was stopped that it was, not only that digests are missing', () => {
    const stopped = coverage().filter(({ category, state, from_day }) => category === 'management' && state === 'unexplained' && from_day === '2026-10-21');
    expect(stopped.map(({ reason }) => reason)).toEqual(['logging-stopped', 'logging-stopped', 'logging-stopped']);
  });

  it('has days that only digests account for', () => {
    const quiet = coverage().filter(({ category, state }) => category === 'management' && state === 'idle-listed');
    expect(quiet[0]).toMatchObject({ account: '444455556666', region: 'us-east-1', from_day: '2026-10-03', to_day: '2026-10-05' });
  });

  it('claims nothing of a class that nothing shows to be selected in an account', () => {
    const shopData = coverage().filter(({ account, source }) => account === '111122223333' && source === 's3.amazonaws.com');
    expect(shopData.map(({ region, from_day, to_day, reason }) => [region, from_day, to_day, reason])).toEqual(
      ['eu-central-1', 'eu-west-1', 'us-east-1'].map((region) => [region, '2026-10-01', '2026-11-01', 'class-not-collected']),
    );
  });

  it('has exceptions that are decided, one whose decision has expired, and others nobody decided', async () => {
    const sum = (kind: 'total' | 'decided' | 'expired'): number => outcome.results.reduce((all, { exceptions }) => all + exceptions[kind], 0);
    expect([sum('total'), sum('decided'), sum('expired')]).toEqual([63, 12, 1]);
    const { decisions } = parseDecisions(readFileSync(join(outcome.packPath, 'decisions.json'), 'utf8'));
    expect(decisions.map(({ exceptions, flags }) => [exceptions, ...flags])).toEqual([[1], [3], [2], [2], [1], [1], [1], [1, 'own-actor'], [1, 'expired'], [0, 'unused']]);
    expect((await verifyPack(outcome.packPath)).problems).toEqual([]);
  });

  it('is incomplete, and not one query fails or is left without its list, but for what is switched off, the Insights nobody pays for, and the incident nobody named', () => {
    expect(outcome.verdict.incomplete).toBe(true);
    const unanswered = outcome.results.filter(({ result }) => ['failed', 'not-evaluated', 'not-collected'].includes(result));
    expect(unanswered.map(({ id, reasons }) => [id, ...reasons.map(({ code }) => code)])).toEqual([['ERR-04', 'class-not-collected'], ['INC-01', 'incident-not-named'], ['NET-09', 'switched-off']]);
  });

  it('accounts for every record', () => {
    const { records: counts } = JSON.parse(readFileSync(join(outcome.packPath, 'run.json'), 'utf8')) as { records: Record<'records' | 'malformed' | 'duplicates' | 'outsidePeriod' | 'leadIn' | 'events', number> };
    expect(counts.records).toBe(made.records);
    expect(counts.malformed).toBe(0);
    expect(counts.duplicates).toBeGreaterThan(1);
    expect(counts.outsidePeriod).toBeGreaterThan(0);
    expect(counts.leadIn).toBeGreaterThan(0);
    expect(counts.records).toBe(counts.events + counts.duplicates + counts.outsidePeriod + counts.leadIn + counts.malformed);
  });
});

interface CoverageLine {
  readonly account: string;
  readonly region: string;
  readonly category: string;
  readonly source: string;
  readonly from_day: string;
  readonly to_day: string;
  readonly state: string;
  readonly reason: string;
}

function coverage(): readonly CoverageLine[] {
  return parse<CoverageLine>(readFileSync(join(outcome.packPath, 'coverage.csv'), 'utf8'), { columns: true });
}

function daysBetween(from: string, to: string): readonly string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at < Date.parse(to); at += 86_400_000) days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}
