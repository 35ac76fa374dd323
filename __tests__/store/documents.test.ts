import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FLAGS } from '../../src/evidence/decisions.js';
import { REASON_WORDS, RESULTS as RESULT_NAMES } from '../../src/evidence/result.js';
import { ASPECT_NAMES } from '../../src/evidence/trend-facts.js';
import { DISPOSITIONS } from '../../src/settings/decision.js';
import { LIST_NAMES } from '../../src/settings/settings.js';
import { NOT_READ_REASONS } from '../../src/sources/log-file.js';
import { canonicalJson, canonicalJsonParts } from '../../src/store/canonical-json.js';
import { integrityJson } from '../../src/store/integrity-json.js';
import { buildManifest, evidenceId, isEvidence, parseManifest, ROLES, sha256Of } from '../../src/store/manifest.js';
import { parseDecisions } from '../../src/store/decisions-json.js';
import { parseResults } from '../../src/store/results-json.js';
import { parseTrend } from '../../src/store/trend-json.js';
import { runJson } from '../../src/store/run-json.js';
import { ATHENA_SETTINGS, ATHENA_SPENDING, FACTS, FILES, freshFolder, PERIOD, RUN, SETTINGS, writeSamplePack } from './sample-pack.js';

const DOCUMENTS = ['decisions', 'integrity', 'manifest', 'results', 'run', 'trend'];
const schemas = new Map<string, ValidateFunction>();
let room: string;
let pack: string;
beforeAll(async () => {
  room = await freshFolder();
  pack = (await writeSamplePack(room, { previous: 'madeUp' })).folder;
  const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
  for (const name of DOCUMENTS) schemas.set(name, ajv.compile(JSON.parse(await readFile(`schemas/${name}.schema.json`, 'utf8')) as object));
});
afterAll(async () => {
  await rm(room, { recursive: true, force: true });
});

async function document(name: string): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(join(pack, `${name}.json`), 'utf8')) as Record<string, unknown>;
}

function faults(name: string, value: unknown): unknown {
  const validate = schemas.get(name) as ValidateFunction;
  return validate(value) ? [] : validate.errors;
}

describe('the JSON documents of a pack', () => {
  it('each have a schema, and no other schema is there', async () => {
    expect((await readdir('schemas')).filter((name) => DOCUMENTS.includes(name.replace('.schema.json', ''))).sort()).toEqual(DOCUMENTS.map((name) => `${name}.schema.json`));
  });

  it.each(DOCUMENTS)('%s.json fits its schema, in canonical form', async (name) => {
    const text = await readFile(join(pack, `${name}.json`), 'utf8');
    expect(faults(name, JSON.parse(text))).toEqual([]);
    expect(text).toBe(canonicalJson(JSON.parse(text)));
    expect(text).not.toMatch(/\r|\ufeff/);
  });

  it.each(DOCUMENTS)('%s.json fits no longer with a key more or a key less', async (name) => {
    const whole = await document(name);
    expect(faults(name, { ...whole, score: 100 })).not.toEqual([]);
    for (const key of Object.keys(whole)) {
      expect(faults(name, Object.fromEntries(Object.entries(whole).filter(([each]) => each !== key)))).not.toEqual([]);
    }
  });

  it('name in their schemas the words the program knows', async () => {
    const words = async (name: string): Promise<string> => JSON.stringify(JSON.parse(await readFile(`schemas/${name}.schema.json`, 'utf8')));
    expect(await words('results')).toContain(`{"enum":${JSON.stringify(Object.keys(REASON_WORDS))}}`);
    expect(await words('results')).toContain(`{"enum":${JSON.stringify(RESULT_NAMES)}}`);
    expect(await words('manifest')).toContain(`{"enum":${JSON.stringify(ROLES)}}`);
    expect(await words('decisions')).toContain(`{"enum":${JSON.stringify(DISPOSITIONS)}}`);
    expect(await words('decisions')).toContain(`{"enum":${JSON.stringify(FLAGS)}}`);
    expect(await words('integrity')).toContain(`{"enum":${JSON.stringify(NOT_READ_REASONS)}}`);
    for (const list of LIST_NAMES) expect(await words('run')).toContain(`"${list}":`);
    for (const aspect of [...ASPECT_NAMES, ...LIST_NAMES.map((list) => `list-${list}`)]) expect(await words('trend')).toContain(`${aspect}|`);
  });
});

/** The schema in the repository and the check in the program, of the same wrong documents. */
describe('the shape the program checks is the schema’s', () => {
  type Change = [string, (whole: Record<string, never>) => unknown];
  const manifests: Change[] = [
    ['nothing changed', (whole) => whole],
    ['another schema version', (whole) => ({ ...whole, schemaVersion: 2 })],
    ['an extra key', (whole) => ({ ...whole, x: 1 })],
    ['a short evidence id', (whole) => ({ ...whole, evidenceId: 'abc' })],
    ['a number for the previous pack', (whole) => ({ ...whole, previousPackManifestSha256: 1 })],
    ['no previous pack', (whole) => ({ ...whole, previousPackManifestSha256: null })],
    ['a period to the day', (whole) => ({ ...whole, period: { ...PERIOD, end: '2026-11-01' } })],
    ['another tool', (whole) => ({ ...whole, tool: { ...FACTS.tool, name: 'x' } })],
    ['a path outside', (whole) => ({ ...whole, files: [{ path: '../x', bytes: 1, sha256: 'a'.repeat(64), mediaType: 'x', role: 'run' }] })],
    ['half a byte', (whole) => ({ ...whole, files: [{ path: 'x', bytes: 0.5, sha256: 'a'.repeat(64), mediaType: 'x', role: 'run' }] })],
    ['an unknown role', (whole) => ({ ...whole, files: [{ path: 'x', bytes: 1, sha256: 'a'.repeat(64), mediaType: 'x', role: 'boss' }] })],
  ];
  it.each(manifests)('manifest with %s', async (_name, change) => {
    const changed = change((await document('manifest')) as Record<string, never>);
    expect(accepts(() => parseManifest(JSON.stringify(changed)))).toBe((faults('manifest', changed) as unknown[]).length === 0);
  });

  const query = (change: object): ((whole: Record<string, never>) => unknown) => (whole) => ({ ...whole, queries: [{ ...(whole['queries'] as unknown as object[])[0], ...change }] });
  const results: Change[] = [
    ['nothing changed', (whole) => whole],
    ['an unknown result', query({ result: 'PASS' })],
    ['an unknown expectation', query({ expect: 'all' })],
    ['negative rows', query({ rows: -1 })],
    ['an id that is a path', query({ id: '../X-01' })],
    ['an unknown reason', query({ reasons: [{ code: 'x', account: null, region: null, from: null, to: null }] })],
    ['a reason without its days', query({ reasons: [{ code: 'no-events', account: null, region: null }] })],
    ['an unknown category', query({ coverage: { billing: 'complete' } })],
    ['no coverage', query({ coverage: {} })],
    ['exceptions uncounted', query({ exceptions: { total: 1 } })],
  ];
  it.each(results)('results with %s', async (_name, change) => {
    const changed = change((await document('results')) as Record<string, never>);
    expect(accepts(() => parseResults(JSON.stringify(changed)))).toBe((faults('results', changed) as unknown[]).length === 0);
  });

  const change = (change: object): ((whole: Record<string, never>) => unknown) => (whole) => ({ ...whole, changes: { ...(whole['changes'] as unknown as object), ...change } });
  const facts = (change: object): ((whole: Record<string, never>) => unknown) => (whole) => ({ ...whole, facts: { ...(whole['facts'] as unknown as object), ...change } });
  const trends: Change[] = [
    ['nothing changed', (whole) => whole],
    ['an extra key', (whole) => ({ ...whole, actors: [] })],
    ['a label that is a path', (whole) => ({ ...whole, previous: { ...(whole['previous'] as unknown as object), label: '../2026-09' } })],
    ['another word for a result', change({ results: [{ query: 'A-1', before: 'PASS', now: 'failed' }] })],
    ['a name in place of a query’s id', change({ queries: { added: ['alice@example.com'], removed: [], changed: [], otherLists: [] } })],
    ['a name in place of an exception’s id', change({ exceptions: [{ query: 'A-1', before: 0, now: 1, compared: { new: 1, open: 0, decided: 0, gone: 0, goneUndecided: 0, newIds: ['A-1-alice'] } }] })],
    ['more new ids than are kept', change({ exceptions: [{ query: 'A-1', before: 0, now: 1, compared: { new: 1, open: 0, decided: 0, gone: 0, goneUndecided: 0, newIds: Array.from({ length: 101 }, () => 'A-1-0123456789ab') } }] })],
    ['exceptions that are not compared', change({ exceptions: [{ query: 'A-1', before: 0, now: 1, compared: null }] })],
    ['a list that is not known', change({ aspects: [{ name: 'list-friends', change: 'added', before: null, now: 1 }] })],
    ['a framework’s name', change({ aspects: [{ name: 'framework-iso-27001', change: 'added', before: null, now: null }] })],
    ['a text as a framework', change({ aspects: [{ name: 'framework-<b>', change: 'added', before: null, now: null }] })],
    ['invocations that were not compared', change({ invocations: { compared: null, reason: 'no-rows' } })],
    ['invocations not compared for another reason', change({ invocations: { compared: null, reason: 'orders-api is new' } })],
    ['a function’s name among the counts of invocations', change({ invocations: { compared: null, reason: null, changes: ['orders-api'] } })],
    ['periods that lie in another way', change({ periods: { kind: 'near', from: null, to: null, days: 0 } })],
    ['a version that is a sentence', facts({ toolVersion: 'the newest one' })],
    ['half an event', facts({ events: 0.5 })],
    ['another engine', facts({ engine: 'spark' })],
  ];
  it.each(trends)('trend with %s', async (_name, change) => {
    const changed = change((await document('trend')) as Record<string, never>);
    expect(accepts(() => parseTrend(JSON.stringify(changed)))).toBe((faults('trend', changed) as unknown[]).length === 0);
  });

  it('trend of a version that did not compare invocations', async () => {
    const trend = (await document('trend')) as { readonly changes: Readonly<Record<string, unknown>> };
    const { invocations, ...changes } = trend.changes;
    expect(invocations).toBeDefined();
    expect(accepts(() => parseTrend(JSON.stringify({ ...trend, changes })))).toBe(true);
    expect(faults('trend', { ...trend, changes })).toEqual([]);
  });

  it('trend that compares with no pack, or names one and does not compare, which no schema says', async () => {
    const trend = await document('trend');
    expect(accepts(() => parseTrend(JSON.stringify({ ...trend, previous: null })))).toBe(false);
    expect(accepts(() => parseTrend(JSON.stringify({ ...trend, changes: null })))).toBe(false);
    expect(accepts(() => parseTrend(JSON.stringify({ ...trend, previous: null, changes: null })))).toBe(true);
  });

  const entry = (change: object, index = 0): ((whole: Record<string, never>) => unknown) => (whole) => {
    const entries = [...(whole['decisions'] as unknown as object[])];
    entries[index] = { ...(entries[index] ?? {}), ...change };
    return { ...whole, decisions: entries };
  };
  const decisions: Change[] = [
    ['nothing changed', (whole) => whole],
    ['no file', (whole) => ({ ...whole, file: null, decisions: [] })],
    ['the path of the file', (whole) => ({ ...whole, file: { path: 'x', sha256: 'a'.repeat(64) } })],
    ['an unknown disposition', entry({ disposition: 'approved' })],
    ['an exception and a match', entry({ exception: 'ROOT-01-0123456789ab' }, 1)],
    ['neither of them', entry({ exception: undefined })],
    ['a match of another key', entry({ match: { query: 'ROOT-01', user: 'x' } }, 1)],
    ['half a match', entry({ match: { query: 'ROOT-01' } }, 1)],
    ['an id that is a path', entry({ exception: '../X-01-0123456789ab' })],
    ['a negative count', entry({ exceptions: -1 })],
    ['more ids than are kept', entry({ ids: Array<string>(26).fill('ROOT-01-0123456789ab') })],
    ['an unknown flag', entry({ flags: ['fine'] })],
    ['an expiry to the hour', entry({ expires: '2027-10-07T00:00:00Z' })],
    ['an empty reason', entry({ reason: '' })],
    ['no ticket', entry({ ticket: null })],
    ['number nought', entry({ number: 0 })],
  ];
  it.each(decisions)('decisions with %s', async (_name, change) => {
    const changed = JSON.parse(JSON.stringify(change((await document('decisions')) as Record<string, never>))) as unknown;
    expect(accepts(() => parseDecisions(JSON.stringify(changed)))).toBe((faults('decisions', changed) as unknown[]).length === 0);
  });

  function accepts(read: () => unknown): boolean {
    try {
      read();
      return true;
    } catch {
      return false;
    }
  }
});

describe('canonical JSON', () => {
  it.each([
    ['keys sorted, two spaces, a line feed at the end', { b: 1, a: { d: [], c: {} } }, '{\n  "a": {\n    "c": {},\n    "d": []\n  },\n  "b": 1\n}\n'],
    ['lists in their order', [2, 1, [null, true]], '[\n  2,\n  1,\n  [\n    null,\n    true\n  ]\n]\n'],
    ['keys without a value left out', { a: undefined, b: null }, '{\n  "b": null\n}\n'],
    ['a lone surrogate escaped', '\ud800', '"\\ud800"\n'],
    ['no key special', JSON.parse('{"__proto__":1,"constructor":2}') as unknown, '{\n  "__proto__": 1,\n  "constructor": 2\n}\n'],
  ])('%s', (_name, value, text) => {
    expect(canonicalJson(value)).toBe(text);
    expect([...canonicalJsonParts(value)].join('')).toBe(text);
  });

  it('is the same in parts, from iterables', () => {
    const list = function* (): Generator<unknown> {
      yield { b: 1, a: [1] };
      yield [];
    };
    expect([...canonicalJsonParts({ z: list(), a: new Set() })].join('')).toBe(canonicalJson({ z: [{ b: 1, a: [1] }, []], a: [] }));
  });

  it.each([[NaN], [Infinity], [1n], [() => 1], [[undefined]]])('refuses %p', (value) => {
    expect(() => canonicalJson(value)).toThrow(/JSON cannot hold/);
  });
});

describe('what is written', () => {
  it('coverage.csv has a line a run of days', async () => {
    const rows = parse(await readFile(join(pack, 'coverage.csv'), 'utf8'));
    expect(rows[0]).toEqual(['account', 'region', 'category', 'source', 'from_day', 'to_day', 'state', 'reason']);
    expect(rows[2]).toEqual(['111122223333', 'eu-west-1', 'management', '', '2026-10-31', '2026-11-01', 'unexplained', 'no-events']);
  });

  it('run.json says nothing of one machine’s folders', () => {
    expect(runJson(RUN)).not.toMatch(/secret|chromePath|tempDir|memoryLimit|output/);
    const elsewhere = { ...RUN, settings: { ...SETTINGS, output: '/elsewhere', memoryLimitMb: 1 } };
    expect(runJson(elsewhere)).toBe(runJson(RUN));
  });

  it('run.json says what AWS was asked, by whom, and what that took', () => {
    const failed = { ...ATHENA_SPENDING.executions[0]!, purpose: 'ROOT-01', state: 'FAILED', failure: { errorType: 401, sentence: 'Athena ran out of memory.' } } as const;
    const spending = { ...ATHENA_SPENDING, executions: [...ATHENA_SPENDING.executions, failed] };
    const written = JSON.parse(runJson({ ...RUN, settings: ATHENA_SETTINGS, logsPlace: 's3://trail-logs/AWSLogs/', caller: { account: '111122223333', arn: 'arn:aws:sts::111122223333:assumed-role/audit/evidence' }, spending })) as Record<string, unknown>;
    expect(faults('run', written)).toEqual([]);
    expect(written).toMatchObject({
      engine: { name: 'athena', athena: { database: 'logs', table: 'cloudtrail', workgroup: 'audit', output: null, staging: 'auto', maxScanBytes: 1e12, allowFullScan: false } },
      aws: { region: 'eu-central-1', account: '111122223333', arn: 'arn:aws:sts::111122223333:assumed-role/audit/evidence', roleToAssume: 'arn:aws:iam::111122223333:role/audit' },
      settings: { logs: 's3://trail-logs/AWSLogs/' },
    });
    expect(written['spending']).toEqual(spending);
  });

  it('run.json keeps a setting that is not known to it to itself', () => {
    expect(runJson({ ...RUN, settings: { ...SETTINGS, token: 'hush' } as typeof SETTINGS })).toBe(runJson(RUN));
  });

  it('integrity.json never holds more than one file’s part at a time', () => {
    let made = 0;
    const many = function* (): Generator<(typeof FILES)[number]> {
      for (; made < 100_000; made++) yield FILES[made % 3] as (typeof FILES)[number];
    };
    let longest = 0;
    let ahead = 0;
    for (const part of integrityJson(many(), [], [])) {
      longest = Math.max(longest, part.length);
      ahead = made;
    }
    expect([made, ahead]).toEqual([100_000, 100_000]);
    expect(longest).toBeLessThan(400);
  });
});

describe('the evidence id', () => {
  const file = (path: string): { path: string; bytes: number; sha256: string } => ({ path, bytes: 1, sha256: sha256Of(path) });
  it('is over the evidence part, whatever the order and whatever else there is', () => {
    const evidence = ['queries/A-1.sql', 'results/A-1.csv', 'coverage.csv', 'decisions.json', 'exceptions.csv', 'results.json'].map(file);
    const lines = [...evidence].sort((a, b) => (a.path < b.path ? -1 : 1)).map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('');
    expect(evidenceId(evidence)).toBe(sha256Of(lines));
    expect(evidenceId([...evidence].reverse().concat(file('soc2.md'), file('run.json')))).toBe(sha256Of(lines));
  });

  it('counts a path as evidence by its place', () => {
    expect(['results/x.csv', 'queries/x.sql', 'coverage.csv'].every(isEvidence)).toBe(true);
    expect(['results', 'run.json', 'engine/events.sql', 'x/results/y.csv', 'coverage.csv.md'].some(isEvidence)).toBe(false);
  });

  it('refuses a file the pack has no place for', () => {
    expect(() => buildManifest([file('notes.txt')], { tool: FACTS.tool, period: PERIOD, previousPackManifestSha256: null })).toThrow(/no place for a file named "notes.txt"/);
  });
});
