import { describe, expect, it } from '@jest/globals';
import type { CoverageRun } from '../../src/evidence/result.js';
import { factsOf } from '../../src/evidence/trend-facts.js';
import type { Framework } from '../../src/pack/framework.js';
import type { Query } from '../../src/pack/query.js';
import type { Settings } from '../../src/settings/settings.js';
import { SETTINGS } from '../store/sample-pack.js';

const run = (source: string, reason: CoverageRun['reason'] = null): CoverageRun => ({ account: '111122223333', region: 'eu-west-1', category: 'data', source, fromDay: '2026-10-01', toDay: '2026-11-01', state: 'present', reason });
const GIVEN: Parameters<typeof factsOf>[0] = {
  settings: { ...SETTINGS, lists: { 'deploy-roles': ['deploy', 'terraform'] }, settingsFile: { path: '/home/ada/settings.yml', sha256: 'a'.repeat(64) } },
  toolVersion: '0.1.0',
  queries: [{ id: 'ROOT-01', sha256: 'b'.repeat(64) } as Query, { id: 'IAM-01', sha256: 'c'.repeat(64) } as Query],
  frameworks: [{ name: 'soc2', sha256: 'd'.repeat(64) } as Framework],
  coverage: { scope: [{ account: '111122223333', region: 'eu-west-1' }, { account: '111122223333', region: 'us-east-1' }, { account: '444455556666', region: 'us-east-1' }], runs: [run('s3.amazonaws.com'), run('lambda.amazonaws.com', 'class-not-collected')] },
  counts: { records: 9, malformed: 1, duplicates: 1, outsidePeriod: 1, leadIn: 1, events: 5 },
  trailChanges: [{ account: '111122223333', region: 'eu-west-1', time: '2026-10-17T09:12:44Z', eventName: 'StopLogging', eventId: 'e-1', trail: 'secret-trail' }],
};
const aspects = (given: Partial<typeof GIVEN> = {}): ReadonlyMap<string, { readonly count: number | null; readonly sha256: string }> => new Map(factsOf({ ...GIVEN, ...given }).aspects.map((aspect) => [aspect.name, aspect]));
/** Names of aspects that are other under other settings. */
const changedBy = (settings: Partial<Settings>): readonly string[] => {
  const [before, now] = [aspects(), aspects({ settings: { ...GIVEN.settings, ...settings } })];
  return [...new Set([...before.keys(), ...now.keys()])].filter((name) => before.get(name)?.sha256 !== now.get(name)?.sha256);
};

describe('what a pack leaves for the next to compare with', () => {
  it('is counts and hashes, sorted', () => {
    const facts = factsOf(GIVEN);
    expect(facts).toMatchObject({ toolVersion: '0.1.0', engine: 'duckdb', events: 5, trailChanges: 1, queries: [{ id: 'IAM-01' }, { id: 'ROOT-01' }] });
    expect(facts.aspects.map(({ name, count }) => [name, count])).toEqual([
      ['accounts', 2], ['data-events', 1], ['event-selection', 1], ['framework-soc2', null], ['list-deploy-roles', 2], ['places', 3], ['regions', 2], ['report-texts', null], ['settings-file', null],
    ]);
  });

  it('names no account, role, trail, entity or path', () => {
    expect(JSON.stringify(factsOf(GIVEN))).not.toMatch(/1111|4444|eu-west|terraform|secret|Shop|ada|s3\.amazonaws/);
  });

  it.each<[string, Partial<Settings>, readonly string[]]>([
    ['another order of a list, or a value twice', { lists: { 'deploy-roles': ['terraform', 'deploy', 'terraform'] } }, []],
    ['another value in a list', { lists: { 'deploy-roles': ['deploy', 'pulumi'] } }, ['list-deploy-roles']],
    ['a list configured as empty', { lists: { ...GIVEN.settings.lists, 'approved-regions': [] } }, ['list-approved-regions']],
    ['the settings file elsewhere', { settingsFile: { path: 'x.yml', sha256: 'a'.repeat(64) } }, []],
    ['another settings file', { settingsFile: { path: 'x.yml', sha256: 'b'.repeat(64) } }, ['settings-file']],
    ['a decisions file', { decisions: { path: 'd.yml', sha256: 'b'.repeat(64), decisions: [] } }, ['decisions-file']],
    ['another reviewer', { report: { ...SETTINGS.report, reviewedBy: 'lee' } }, ['report-texts']],
    ['another statement of data events', { dataEvents: [] }, ['data-events']],
    ['another place for the pack', { output: 'elsewhere', memoryLimitMb: 1, tempDir: null }, []],
  ])('tells %s', (_name, settings, names) => {
    expect(changedBy(settings)).toEqual(names);
  });

  it('tells a class of event that is selected now, not one that only has more days', () => {
    const of = (runs: readonly CoverageRun[]): string | undefined => aspects({ coverage: { ...GIVEN.coverage, runs } }).get('event-selection')?.sha256;
    expect(of([run('s3.amazonaws.com'), run('s3.amazonaws.com', 'no-events')])).toBe(of(GIVEN.coverage.runs));
    expect(of([run('s3.amazonaws.com'), run('lambda.amazonaws.com')])).not.toBe(of(GIVEN.coverage.runs));
  });
});
