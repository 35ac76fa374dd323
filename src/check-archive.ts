import type { KeyRole, TableLayout } from './engines/athena/table-layout.js';
import { size } from './settings/amounts.js';
import type { Scope } from './settings/settings.js';
import { type DeliveryWindow, isInWindow } from './sources/delivery-window.js';
import type { AccountedFile, LogFile } from './sources/log-file.js';
import type { LogListing } from './sources/log-listing.js';

/** What lies in an archive for a period, as a listing tells it. */
export interface Found {
  readonly logs: readonly LogFile[];
  readonly digests: readonly LogFile[];
  /** Of the period, but archived or refused. */
  readonly notRead: readonly AccountedFile[];
  /** CloudTrail's folders that the table does not read. */
  readonly foldersLeftAside: readonly string[];
}

export function foundIn({ files, notRead, foldersLeftAside }: LogListing, window: DeliveryWindow): Found {
  const inside = files.filter((file) => isInWindow(file, window));
  const digests = inside.filter(({ kind }) => kind === 'digest');
  const cannotBeRead = notRead.filter(({ file, outcome }) => isInWindow(file, window) && !(outcome.list === 'not-read' && outcome.reason === 'name appears twice'));
  return { logs: inside.filter(({ kind }) => kind !== 'digest'), digests, notRead: cannotBeRead, foldersLeftAside };
}

/** `1,204 log files (1.2 GB) and 812 digests; 2 accounts, 3 regions; files on all 34 days from 2026-09-29 to 2026-11-01` */
export function foundText({ logs, digests }: Found, days: readonly string[]): string {
  const bytes = logs.reduce((sum, file) => sum + file.bytes, 0);
  const without = days.filter((day) => !logs.some(({ deliveryDay }) => deliveryDay === day));
  const named = (place: 'account' | 'region'): number => new Set(logs.map((file) => file[place]).filter((name) => name !== null)).size;
  return [
    `${count(logs.length, 'log file')} (${size(bytes)}) and ${count(digests.length, 'digest')}`,
    `${count(named('account'), 'account')}, ${count(named('region'), 'region')}`,
    without.length === 0 ? `files on all ${days.length} days from ${days[0]} to ${days.at(-1)}` : `none on ${without.length} of the ${days.length} days from ${days[0]} to ${days.at(-1)}: ${few(without)}`,
  ].join('; ');
}

/** `3 more files or folders cannot be read, so days would be Incomplete: archived storage class, 2 × (S3 keeps it as GLACIER; …); cannot be opened, 1 × (…)` */
export function notReadText({ notRead }: Found): string {
  const details = new Map<string, string[]>();
  for (const { outcome } of notRead) if (outcome.list === 'not-read') details.set(outcome.reason, [...(details.get(outcome.reason) ?? []), outcome.detail]);
  const reasons = [...details].map(([reason, [first = '', ...more]]) => `${reason}, ${1 + more.length} × (${first})`);
  return `${count(notRead.length, 'more file')} or ${notRead.length === 1 ? 'folder' : 'folders'} cannot be read, so days would be Incomplete: ${reasons.join('; ')}`;
}

/** Accounts and regions in scope whose log files no partition of the table covers: Athena returns nothing of them, and no error. */
export function notProjected(layout: TableLayout, logs: readonly LogFile[], scope: Scope): readonly string[] {
  const inScope: Readonly<Partial<Record<KeyRole, readonly string[]>>> = { account: scope.accounts.map(({ id }) => id), region: scope.regions };
  return layout.partitionKeys.flatMap(({ name, role, projection }) => {
    if (projection?.type !== 'enum' || (role !== 'account' && role !== 'region')) return [];
    const wanted = inScope[role] ?? [];
    const unseen = [...new Set(logs.map((file) => file[role]))].filter((value) => value !== null && !projection.values.includes(value) && (wanted.length === 0 || wanted.includes(value)));
    return unseen.length === 0 ? [] : [`${few(unseen.map(String))} ${unseen.length === 1 ? 'has' : 'have'} log files, and the table leaves ${unseen.length === 1 ? 'it' : 'them'} out: add to projection.${name}.values, without blanks`];
  });
}

export function count(number: number, one: string): string {
  return `${number.toLocaleString('en-GB')} ${one}${number === 1 ? '' : 's'}`;
}

/** The first three, and how many more. */
function few(names: readonly string[]): string {
  return `${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''}`;
}
