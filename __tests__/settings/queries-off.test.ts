import { describe, expect, it } from '@jest/globals';
import { checkSwitchedOff, switchedOn } from '../../src/pack/switched-off.js';
import { parseSettingsFile } from '../../src/settings/settings-file.js';

const file = (yaml: string): ReturnType<typeof parseSettingsFile> => parseSettingsFile('settings.yml', new TextEncoder().encode(yaml));
const PACK = [{ id: 'NET-01' }, { id: 'NET-02' }, { id: 'ROOT-01' }];

describe('queries switched off', () => {
  const OFF = 'scope: {}\nqueries:\n  off:\n    - { id: NET-01, reason: No VPC is in use }\n    - id: NET-02\n      reason: >-\n        Watched\n        elsewhere.\n';

  it('are read with their reason and line', () => {
    expect(file(OFF).queriesOff).toEqual([{ id: 'NET-01', reason: 'No VPC is in use', line: 4 }, { id: 'NET-02', reason: 'Watched elsewhere.', line: 5 }]);
  });

  it('are none where the file says nothing of them', () => {
    expect(file('scope: {}').queriesOff).toEqual([]);
  });

  it('are left out of what the engine runs', () => {
    expect(switchedOn(file(OFF), PACK)).toEqual([{ id: 'ROOT-01' }]);
  });

  it('must be queries of the pack: all that are not are named with their lines', () => {
    const { queriesOff } = file('queries:\n  off:\n    - { id: NET-01, reason: x }\n    - { id: NET-99, reason: x }\n    - { id: ROOT-10, reason: x }');
    const settings = { queriesOff, settingsFile: { path: '.github/settings.yml', sha256: '' } };
    expect(() => checkSwitchedOff(settings, PACK)).toThrow('.github/settings.yml:4: queries.off names NET-99, which is no query of the pack; "cloudtrail-evidence queries" lists them.\n.github/settings.yml:5: queries.off names ROOT-10,');
    expect(() => checkSwitchedOff({ ...settings, queriesOff: queriesOff.slice(0, 1) }, PACK)).not.toThrow();
  });

  it.each([
    ['queries: { off: [{ id: NET-01 }] }', 'settings.yml:1: queries.off.0.reason must be given: one sentence, which reports print'],
    ['queries: { off: [{ id: NET-01, reason: " " }] }', 'queries.off.0.reason must be given: one sentence, which reports print'],
    ['queries: { off: [{ id: net, reason: x }] }', 'queries.off.0.id must be the id of a query, such as NET-09'],
    ['queries:\n  off:\n    - { id: NET-01, reason: x }\n    - { id: NET-01, reason: y }', 'settings.yml:4: queries.off.1.id stands in this list already'],
    ['queries: { on: [] }', '"on" is not a key of queries; allowed are off'],
    ['queries: { off: [{ id: NET-01, why: x, reason: y }] }', '"why" is not a key of queries.off.0; allowed are id, reason'],
  ])('%j: %s', (yaml, sentence) => {
    expect(() => file(yaml)).toThrow(sentence);
  });
});
