import type { EventCell } from '../../src/engines/engine.js';
import type { CoverageInput } from '../../src/evidence/coverage.js';
import type { Category, Query } from '../../src/pack/query.js';
import type { AccountedFile, Digest, LogFile, NotReadReason } from '../../src/sources/log-file.js';

export const ACCOUNT = '111122223333';
export const REGION = 'eu-west-1';
export const OCTOBER = { start: '2026-10-01T00:00:00Z', end: '2026-11-01T00:00:00Z', label: '2026-10' };

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** October in one account and region: nothing there yet. Each case adds what it is about. */
export function october(more: Partial<CoverageInput> = {}): CoverageInput {
  return { period: OCTOBER, files: [], digests: [], foldersLeftAside: [], malformed: [], trailChanges: [], cells: [], dataEvents: [], scope: { accounts: [], regions: [] }, ...more };
}

/** `days('2026-10-01', '2026-10-04')`: the first three of October. */
export function days(from: string, to: string): readonly string[] {
  const found: string[] = [];
  for (let at = Date.parse(from); at < Date.parse(to); at += DAY_MS) found.push(new Date(at).toISOString().slice(0, 10));
  return found;
}

/** Every day of October but those named. */
export function octoberBut(...missing: readonly string[]): readonly string[] {
  return days('2026-10-01', '2026-11-01').filter((day) => !missing.includes(day));
}

export interface Where {
  readonly account?: string;
  readonly region?: string;
}

/** Days with events. */
export function events(on: readonly string[], { account = ACCOUNT, region = REGION, category = 'management', source = null }: Where & { readonly category?: Category; readonly source?: string | null } = {}): EventCell[] {
  return on.map((day) => ({ account, region, day, category, source, events: 7 }));
}

/** A log object delivered at an instant, as its key says. */
export function logKey(delivered: string, { account = ACCOUNT, region = REGION }: Where = {}): string {
  const [date = '', time = ''] = delivered.split('T');
  return `AWSLogs/${account}/CloudTrail/${region}/${date.replaceAll('-', '/')}/${account}_CloudTrail_${region}_${date.replaceAll('-', '')}T${time.slice(0, 5).replace(':', '')}Z_${delivered.replaceAll(/\W/g, '')}.json.gz`;
}

export function readFile(delivered: string, where: Where = {}): AccountedFile {
  return { file: placed(delivered, where), outcome: { list: 'read', records: 7, sha256: 'a'.repeat(64) } };
}

/** Read, but with another hash than `digests` gives. */
export function changedFile(delivered: string, where: Where = {}): AccountedFile {
  return { file: placed(delivered, where), outcome: { list: 'read', records: 7, sha256: 'b'.repeat(64) } };
}

export function brokenFile(delivered: string, where: Where = {}, reason: NotReadReason = 'truncated gzip'): AccountedFile {
  return { file: placed(delivered, where), outcome: { list: 'not-read', reason, detail: 'the file ends within the compressed log' } };
}

/** A broken file of which the path tells nothing. */
export function brokenAnywhere(key = 'mailed/part.json.gz'): AccountedFile {
  const file: LogFile = { path: `/logs/${key}`, key, kind: 'log', account: null, region: null, deliveryDay: null, bytes: 9 };
  return { file, outcome: { list: 'not-read', reason: 'not JSON', detail: 'cut short' } };
}

function placed(delivered: string, { account = ACCOUNT, region = REGION }: Where): LogFile {
  const key = logKey(delivered, { account, region });
  return { path: `/logs/${key}`, key, kind: 'log', account, region, deliveryDay: delivered.slice(0, 10), bytes: 900 };
}

/** An hourly digest for every hour of `[from, to)`, each with the log objects `listed` says were delivered in it. */
export function digests(from: string, to: string, { listed = [], backfill = false, account = ACCOUNT, region = REGION }: Where & { readonly listed?: readonly string[]; readonly backfill?: boolean } = {}): Digest[] {
  const found: Digest[] = [];
  for (let at = Date.parse(from); at < Date.parse(to); at += HOUR_MS) {
    const [start, end] = [instant(at), instant(at + HOUR_MS)];
    const logFiles = listed.filter((delivered) => delivered >= start && delivered < end).map((delivered) => ({ key: logKey(delivered, { account, region }), sha256: 'a'.repeat(64) }));
    found.push({ key: `AWSLogs/${account}/CloudTrail-Digest/${region}/${end}${backfill ? '_backfill' : ''}.json.gz`, account, region, start, end, backfill, logFiles });
  }
  return found;
}

export function instant(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

/** A query with the header a case needs. */
export function query(more: Partial<Query> = {}): Query {
  return {
    id: 'ROOT-01', title: 'Root user activity', question: 'Did anyone use root?', expect: 'none', category: { management: 'required' }, events: 'any', context: {}, needs: [], settings: {},
    leadIn: false, columns: { event_id: 'Event id' }, key: ['event_id'], limits: 'None.', references: [], sql: 'SELECT event_id FROM events', text: '', sha256: 'b'.repeat(64), path: 'queries/root/ROOT-01.sql', own: false,
    ...more,
  };
}
