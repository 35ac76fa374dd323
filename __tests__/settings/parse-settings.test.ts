import { describe, expect, it } from '@jest/globals';
import { parseSettings, type GivenInputs } from '../../src/settings/parse-settings.js';

function world(file: string | null = null): Parameters<typeof parseSettings>[1] {
  return { now: '2026-11-21T00:00:00Z', frameworkNames: ['gdpr', 'soc2'], readFile: () => (file === null ? null : new TextEncoder().encode(file)) };
}
const GIVEN: GivenInputs = { logs: 'logs', period: '2026-10' };

function message(given: GivenInputs, file: string | null = null): string {
  try {
    parseSettings(given, world(file));
  } catch (error) {
    return (error as Error).message;
  }
  return 'accepted';
}

describe('inputs', () => {
  it('have defaults, and the settings are frozen', () => {
    const settings = parseSettings(GIVEN, world());
    expect(settings).toMatchObject({ output: 'evidence', pdf: 'auto', failOn: 'incomplete', frameworks: ['soc2', 'gdpr'], lists: {}, settingsFile: null });
    expect(Object.isFrozen(settings)).toBe(true);
  });

  it.each([
    [{ period: '2026-10' }, 'logs: nothing is given'],
    [{ logs: 'x' }, 'period: nothing is given'],
    [{ ...GIVEN, frameworks: 'soc2,iso' }, 'frameworks: "iso" is not known; allowed are gdpr, soc2.'],
    [{ ...GIVEN, frameworks: ' , ' }, 'frameworks: none is named'],
    [{ ...GIVEN, pdf: 'yes' }, 'pdf: "yes" is not one of auto, required, never.'],
    [{ ...GIVEN, 'fail-on': 'x' }, 'fail-on: "x" is not one of'],
    [{ ...GIVEN, 'memory-limit-mb': '12' }, 'memory-limit-mb: "12" is not a whole number'],
    [{ ...GIVEN, period: '2026-11' }, 'give --allow-open-period'],
    [{ ...GIVEN, 'settings-file': 'gone.yml' }, 'settings-file: "gone.yml" cannot be read'],
  ] as const)('%j is refused: %s', (given, sentence) => {
    expect(message(given)).toContain(sentence);
  });

  it('all problems are reported together', () => {
    expect(message({ period: '2026-13', pdf: 'x' }).split('\n')).toHaveLength(3);
  });

  it('an open period is allowed when asked for', () => {
    expect(parseSettings({ ...GIVEN, period: '2026-11', 'allow-open-period': 'true' }, world()).period.label).toBe('2026-11');
  });
});

describe('the settings file', () => {
  it('is read into scope, lists, statements and texts', () => {
    const settings = parseSettings(GIVEN, world(`
scope:
  accounts: [{ id: "111122223333", name: shop }]
  regions: [eu-west-1]
lists:
  approved-regions: [eu-west-1]
  log-buckets: []
data-events: [{ source: lambda.amazonaws.com, from: 2026-10-05 }]
report: { entity: Example Shop, prepared-by: A. Person }
`));
    expect(settings.scope.accounts).toEqual([{ id: '111122223333', name: 'shop', environment: null }]);
    expect(settings.lists).toEqual({ 'approved-regions': ['eu-west-1'], 'log-buckets': [] });
    expect(settings.dataEvents).toEqual([{ source: 'lambda.amazonaws.com', from: '2026-10-05', to: null, accounts: [], resources: 'all' }]);
    expect(settings.report).toMatchObject({ entity: 'Example Shop', preparedBy: 'A. Person', classification: 'Confidential' });
    expect(settings.settingsFile?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    ['scope:\n  account: []', ':2: "account" is not a key of scope; allowed are accounts, regions.'],
    ['lists:\n  approved-region: [eu-west-1]', ':2: "approved-region" is not a key of lists'],
    ['\nextra: 1', ':2: "extra" is not a key of the file'],
    ['scope:\n  accounts:\n    - id: 111122223333', ':3: scope.accounts.0.id must be text: twelve digits in quotes'],
    ['scope:\n  accounts:\n    - id: "12"', ':3: scope.accounts.0.id must be twelve digits in quotes'],
    ['scope:\n  regions: [Frankfurt]', ':2: scope.regions.0 must be a region'],
    ['lists:\n  log-buckets: one', ':2: lists.log-buckets must be a list.'],
    ['lists: {}\nlists: {}', ':2: Map keys must be unique'],
    ['a: [', ':1: Flow sequence'],
    ['report: { entity: "a\\u0007b" }', ':1: report.entity holds a control character.'],
  ])('%j is refused with its line: %s', (file, sentence) => {
    expect(message(GIVEN, file)).toContain(sentence);
  });
});
