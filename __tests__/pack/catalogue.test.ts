import { describe, expect, it } from '@jest/globals';
import { mappingsOf, queriesText, queryText } from '../../src/pack/catalogue.js';
import type { Framework } from '../../src/pack/framework.js';
import { queryOf } from './query-file.js';

const criterion = { category: 'Access', paraphrase: 'Safeguards.', shows: 'Root.', cannotShow: 'The rest.' };
const FRAMEWORKS: Framework[] = [
  {
    name: 'soc2', title: 'SOC 2 evidence from CloudTrail', shortTitle: 'SOC 2', noun: { one: 'criterion', many: 'criteria' }, edition: '', notice: '', sha256: '', own: false,
    criteria: [
      { ...criterion, id: 'CC6.1', queries: [{ id: 'ROOT-01', strength: 'direct' }] },
      { ...criterion, id: 'CC6.2', queries: [] },
      { ...criterion, id: 'CC7.2', queries: [{ id: 'ROOT-01', strength: 'corroborates' }] },
    ],
  },
];

describe('the catalogue', () => {
  it('knows where a query serves', () => {
    expect(mappingsOf('ROOT-01', FRAMEWORKS)).toEqual([
      { framework: 'SOC 2', criterion: 'CC6.1', strength: 'direct' },
      { framework: 'SOC 2', criterion: 'CC7.2', strength: 'corroborates' },
    ]);
    expect(mappingsOf('ROOT-02', FRAMEWORKS)).toEqual([]);
  });

  it('lists id, expectation, title and criteria', () => {
    expect(queriesText([queryOf()], FRAMEWORKS)).toBe(
      [
        'ROOT-01  none  Root user activity',
        '               SOC 2: CC6.1, CC7.2',
        '',
        '1 query. none: every row is an exception; population: a full list to sample from; some: positive evidence; measure: counts.',
        '',
      ].join('\n'),
    );
  });

  it('tells the user’s own queries apart', () => {
    const own = { ...queryOf(), id: 'SHOP-01', path: 'queries/shop/SHOP-01.sql', own: true };
    expect(queriesText([queryOf(), own], FRAMEWORKS)).toMatch(/SHOP-01 {2}none {2}Root user activity {2}\(own\)\n\n2 queries, of which 1 your own\. /);
    expect(queryText(own, FRAMEWORKS)).toMatch(/queries\/shop\/SHOP-01\.sql, SHA-256 [0-9a-f]{64}; your own, not one of the product’s\n/);
  });

  it('shows one query in full', () => {
    const text = queryText(queryOf({ settings: '{ accounts: optional }' }, 'SELECT event_time FROM events, setting_accounts'), FRAMEWORKS);
    for (const part of ['ROOT-01  Root user activity', 'none: every row is an exception', 'management (required)', 'accounts (optional)', 'event_time: When, UTC', 'SOC 2 CC6.1 (direct)', 'queries/root/ROOT-01.sql, SHA-256 ', 'SELECT event_time FROM events, setting_accounts']) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain('References');
  });
});
