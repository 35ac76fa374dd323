import { createHash } from 'node:crypto';
import type { PreviousPack, Trend, TrendChanges, TrendFacts } from '../src/evidence/trend.js';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

export const TREND_FACTS: TrendFacts = {
  toolVersion: '0.1.0',
  engine: 'duckdb',
  events: 1_144_920,
  trailChanges: 1,
  queries: [{ id: 'IAM-01', sha256: hash('IAM-01') }, { id: 'ROOT-01', sha256: hash('ROOT-01') }],
  aspects: [{ name: 'accounts', count: 3, sha256: hash('accounts') }, { name: 'list-deploy-roles', count: 2, sha256: hash('roles') }, { name: 'settings-file', count: null, sha256: hash('settings') }],
};

export const PREVIOUS: PreviousPack = { label: '2026-09', period: { start: '2026-09-01T00:00:00Z', end: '2026-10-01T00:00:00Z' }, evidenceId: hash('evidence of before'), manifestSha256: hash('previous') };

/** Something of everything that a comparison can say. */
export const TREND_CHANGES: TrendChanges = {
  periods: { kind: 'adjoin', from: null, to: null, days: 0 },
  results: [{ query: 'AUTH-01', before: 'incomplete', now: 'no-exceptions' }, { query: 'ROOT-01', before: 'no-exceptions', now: 'exceptions' }],
  exceptions: [
    { query: 'AUTH-02', before: 4, now: 5, compared: { new: 2, open: 1, decided: 2, gone: 1, goneUndecided: 1, newIds: ['AUTH-02-0123456789ab', 'AUTH-02-00000000000f'] } },
    { query: 'NET-01', before: 3, now: 0, compared: null },
    { query: 'ROOT-01', before: 0, now: 1, compared: { new: 1, open: 0, decided: 0, gone: 0, goneUndecided: 0, newIds: ['ROOT-01-ba9876543210'] } },
  ],
  volumes: [{ query: 'AUTH-02', before: 4, now: 5 }, { query: 'CHG-01', before: 512, now: 1_204 }, { query: 'IAM-01', before: 9, now: 9 }],
  queries: { added: ['LAM-09'], removed: ['OLD-01'], changed: ['IAM-01'], otherLists: ['RES-01'] },
  aspects: [{ name: 'accounts', change: 'changed', before: 2, now: 3 }, { name: 'list-deploy-roles', change: 'added', before: null, now: 2 }, { name: 'settings-file', change: 'changed', before: null, now: null }],
  toolVersion: { before: '0.1.0', now: '0.1.0' },
  engine: { before: 'athena', now: 'duckdb' },
  events: { before: 1_002_333, now: 1_144_920 },
  trailChanges: { before: 0, now: 1 },
  invocations: { compared: { functions: { before: 4, now: 5 }, events: { before: 9_120, now: 31_004 }, new: 2, gone: 1, more: 1, less: 0, spikes: 1, silent: 1 }, reason: null },
};

export const INVOCATION_CHANGES: Trend['invocationChanges'] = [
  { account: '111122223333', region: 'eu-central-1', functionName: 'orders-report', invokerClass: 'person', kind: 'new', before: 0, now: 12, factor: null, spike: null, silence: null },
  { account: '111122223333', region: 'eu-central-1', functionName: 'orders-api', invokerClass: 'aws-service', kind: 'more', before: 9_000, now: 30_900, factor: 3.3, spike: { before: 40, now: 900 }, silence: null },
  { account: '111122223333', region: 'eu-central-1', functionName: 'orders-nightly', invokerClass: 'aws-service', kind: 'steady', before: 30, now: 22, factor: 1.4, spike: null, silence: { before: 0, now: 9 } },
];

export const TREND: Trend = { previous: PREVIOUS, facts: TREND_FACTS, changes: TREND_CHANGES, invocationChanges: INVOCATION_CHANGES };
export const FIRST_TREND: Trend = { previous: null, facts: TREND_FACTS, changes: null, invocationChanges: [] };
