import { DATA_FRANKFURT, IRELAND, PROD, REGIONS } from './company.js';
import { MINUTE_MS } from './calendar.js';
import type { Hole } from './scene.js';

/** Why the archive of the month is not whole. Everything here shows in coverage, none of it in a record alone. */

/** A person stops the trail of an account and starts it again four hours later. */
export const STOPPED = {
  account: PROD,
  from: '2026-10-21T13:20:00Z',
  /** CloudTrail delivers what it had recorded, and a last digest. */
  lastDigest: '2026-10-21T13:40:00Z',
  to: '2026-10-21T17:20:00Z',
} as const;

/** Log files and digests of one day of one account and region that never reached this copy of the archive. */
export const MISSING_DAY = { ...DATA_FRANKFURT, day: '2026-10-17' } as const;

/** Deliveries that came twice, under two names: CloudTrail delivers at least once. */
export const REDELIVERED: readonly { readonly account: string; readonly region: string; readonly deliveredAt: string }[] = [
  { account: PROD, region: IRELAND, deliveredAt: '2026-10-08T11:10:00Z' },
];

export const STOPPED_HOLES: readonly Hole[] = REGIONS.map((region) => ({ account: STOPPED.account, region, day: STOPPED.from.slice(0, 10) }));
export const MISSING_HOLES: readonly Hole[] = [MISSING_DAY];

/** True for what no trail recorded. */
export function isUnrecorded(account: string, at: number): boolean {
  return account === STOPPED.account && at > Date.parse(STOPPED.from) && at < Date.parse(STOPPED.to);
}

/** True where an event would lie beside a hole, so that losing it would make a neighbouring day untrue too. */
export function isBesideMissingDay(account: string, region: string, at: number): boolean {
  if (account !== MISSING_DAY.account || region !== MISSING_DAY.region) return false;
  const midnight = Date.parse(MISSING_DAY.day);
  return at > midnight - 60 * MINUTE_MS && at < midnight + 24 * 60 * MINUTE_MS;
}
