import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { loadAll } from '../src/load-pack.js';
import { ownFrameworkNames } from '../src/pack/load-own.js';
import { type Outcome, run } from '../src/run.js';
import { parseSettings } from '../src/settings/parse-settings.js';
import { verifyPack } from '../src/store/verify.js';
import { exampleFiles, writeFolder } from './own-example.js';
import { contextOf, type LogRecord, NOW, PERIOD, someEvents, temporaryRoom, writeLogs } from './small-archive.js';

const room = await temporaryRoom();
const logs = join(room, 'logs');
const folder = await writeFolder(join(room, 'own'), exampleFiles());
const SETTINGS = 'queries:\n  off:\n    - { id: ERR-01, reason: Denied calls are looked at by the duty officer every day }\n';
const DELETED: LogRecord = { ...someEvents()[4], eventID: 'deleted-1', eventName: 'DeleteFunction20150331' };

function runWith(name: string, given: Readonly<Record<string, string>>): Promise<Outcome> {
  const settings = parseSettings({ logs, period: PERIOD, pdf: 'never', 'output-dir': join(room, name), 'own-queries': folder, 'settings-file': 'settings.yml', ...given }, {
    door: 'command line', region: null, now: NOW, readFile: (path) => (path === 'settings.yml' ? new TextEncoder().encode(SETTINGS) : null), frameworkNames: ['gdpr', 'soc2'], ownFrameworkNames,
  });
  return run(settings, contextOf());
}

interface Documents {
  readonly results: { readonly queries: readonly { readonly id: string; readonly own?: boolean; readonly result: string; readonly rows: number; readonly reasons: readonly { readonly code: string }[] }[] };
  readonly run: {
    readonly settings: Readonly<Record<string, unknown>>;
    readonly frameworks: readonly object[];
    readonly queries: readonly { readonly id: string; readonly own: boolean; readonly sha256: string; readonly executedSqlSha256: string | null }[];
  };
}

async function documentsOf({ packPath }: Outcome): Promise<Documents> {
  const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(packPath, name), 'utf8'));
  return { results: await read('results.json'), run: await read('run.json') } as Documents;
}

const text = (outcome: Outcome, name: string): Promise<string> => readFile(join(outcome.packPath, name), 'utf8');

describe('a run with own queries, a framework that names them, an incident, and a query switched off', () => {
  let outcome: Outcome;
  let documents: Documents;
  let sha256 = '';
  beforeAll(async () => {
    await writeLogs(logs, [...someEvents(), DELETED]);
    sha256 = (await loadAll(folder)).queries.find(({ id }) => id === 'SHOP-01')?.sha256 ?? '';
    outcome = await runWith('named', { frameworks: 'house-rules,gdpr', incident: 'principal=ada' });
    documents = await documentsOf(outcome);
  });

  it('writes a pack that verifies, whose documents fit their schemas', async () => {
    expect((await verifyPack(outcome.packPath)).problems).toEqual([]);
    for (const name of ['results', 'run', 'trend']) {
      const validate = new Ajv().compile(JSON.parse(await readFile(`schemas/${name}.schema.json`, 'utf8')) as object);
      validate(JSON.parse(await text(outcome, `${name}.json`)));
      expect([name, validate.errors]).toEqual([name, null]);
    }
  });

  it('answers the query, and marks it in results.json and run.json', () => {
    expect(documents.results.queries.find(({ id }) => id === 'SHOP-01')).toMatchObject({ own: true, result: 'population', rows: 1 });
    expect(documents.results.queries.filter(({ own }) => own === true)).toHaveLength(1);
    expect(documents.run.queries.filter(({ own }) => own)).toEqual([expect.objectContaining({ id: 'SHOP-01', sha256 })]);
    expect(documents.run.settings['ownQueries']).toBe(folder);
    expect(documents.run.frameworks).toEqual([expect.objectContaining({ name: 'house-rules', own: true }), expect.objectContaining({ name: 'gdpr', own: false })]);
  });

  it('marks it in the pack’s README, with its file and hash', async () => {
    const readme = await text(outcome, 'README.md');
    expect(readme).toContain('| SHOP-01 | Functions deleted (own) | Population for sampling | 1 |');
    expect(readme).toContain(`| SHOP-01 | \`queries/shop/SHOP-01.sql\` | \`${sha256}\` |`);
    expect(readme).toMatch(/\| House rules \| `frameworks\/house-rules\.yml` \| `[0-9a-f]{64}` \|/);
  });

  it('makes a report of the own framework, which says whose it is, with queries of both', async () => {
    expect(outcome.reports).toEqual(['house-rules.md', 'gdpr.md']);
    const report = await text(outcome, 'house-rules.md');
    expect(report).toContain('This framework is management’s own, not one of the product’s.');
    for (const part of ['Functions deleted (own)', 'management: its own query, queries/shop/SHOP-01.sql, SHA-256', sha256, 'CHG-02', 'Own queries', 'The wording is management’s;', 'In management’s words']) expect(report).toContain(part);
    expect(report).not.toContain('Appendix G');
  });

  it('does not run what is switched off, and says why', async () => {
    expect(documents.results.queries.find(({ id }) => id === 'ERR-01')).toMatchObject({ result: 'not-evaluated', reasons: [{ code: 'switched-off' }], rows: 0 });
    expect(documents.run.queries.find(({ id }) => id === 'ERR-01')).toMatchObject({ executedSqlSha256: null });
    expect(documents.run.settings['queriesOff']).toEqual([{ id: 'ERR-01', reason: 'Denied calls are looked at by the duty officer every day' }]);
    expect(await text(outcome, 'README.md')).toContain('- ERR-01: Denied calls are looked at by the duty officer every day');
  });

  it('follows the incident that was named', async () => {
    expect(documents.results.queries.find(({ id }) => id === 'INC-01')).toMatchObject({ reasons: [] });
    expect(documents.run.settings['incident']).toMatchObject({ principal: 'ada', key: null });
    expect(await text(outcome, 'queries/INC-01.sql')).toContain("setting_incident(value) AS (VALUES ('principal ada'), ('window 2026-10-05T00:00:00Z/2026-10-07T00:00:00Z'))");
  });
});

describe('own queries that no framework of the run names', () => {
  it('stand in an appendix of each report, and are counted in none of it', async () => {
    await writeLogs(logs, [...someEvents(), DELETED]);
    const outcome = await runWith('unnamed', { frameworks: 'gdpr' });
    const report = await text(outcome, 'gdpr.md');
    const appendix = report.slice(report.lastIndexOf('Management’s own queries'));
    for (const part of ['Functions deleted (own)', 'no criterion of a framework of this run', 'deleted-1']) expect(appendix).toContain(part);
    expect(report.slice(0, report.lastIndexOf('SQL of the queries'))).not.toContain('Functions deleted (own) |');
    expect((await verifyPack(outcome.packPath)).problems).toEqual([]);
  });
});
