import type { Category } from '../pack/query.js';
import type { DataEventsStatement } from '../settings/settings.js';
import { type Archive, UNKNOWN } from './archive-account.js';
import { dayOf, daysOf } from './days.js';
import type { ReasonCode } from './result.js';

/** One class of event; for data and network events, of one event source. */
export interface Stream {
  readonly category: Category;
  readonly source: string | null;
}

type Known = Pick<Archive, 'cells' | 'files' | 'digests' | 'period'> & { readonly dataEvents: readonly DataEventsStatement[] };

/**
 * What shows that a trail selects a class of event in an account. Digests say that a trail delivered what it logged, not what
 * it was told to log. A class is shown by one such event in any region on any day, by management's statement, or by
 * such an event in an account of the same organisation, since the selectors of an organisation's trail hold for all its accounts.
 */
export class Selection {
  private readonly organisations: ReadonlyMap<string, string>;
  private readonly seen: ReadonlySet<string>;
  private readonly first: number;
  private readonly end: number;

  constructor(private readonly known: Known) {
    ({ first: this.first, end: this.end } = daysOf(known.period));
    this.organisations = organisationsOf(known);
    this.seen = new Set(known.cells.flatMap((cell) => [cell.account, ...this.organisationOf(cell.account)].map((place) => seenKey(place, cell))));
  }

  isShown(account: string, stream: Stream): boolean {
    // Nothing can be seen of a place that no path names.
    if (account === UNKNOWN) return true;
    if ([account, ...this.organisationOf(account)].some((place) => this.seen.has(seenKey(place, stream)))) return true;
    return this.stated(account, stream).some(({ from, to }) => from < this.end && to > this.first);
  }

  /** Why digests alone do not account for a day without such events; null when they do. */
  doubtOfSilence(account: string, stream: Stream, day: number): ReasonCode | null {
    if (!this.isShown(account, stream)) return 'class-not-collected';
    const stated = this.stated(account, stream);
    return stated.length === 0 || stated.some(({ from, to }) => from <= day && day < to) ? null : 'partly-selected';
  }

  private stated(account: string, { category, source }: Stream): readonly { readonly from: number; readonly to: number }[] {
    if (category !== 'data' || source === null) return [];
    return statementsOf(this.known.dataEvents, account, source).map(({ from, to }) => ({ from: from === null ? this.first : dayOf(from), to: to === null ? this.end : dayOf(to) }));
  }

  private organisationOf(account: string): readonly string[] {
    const organisation = this.organisations.get(account);
    return organisation === undefined ? [] : [organisation];
  }
}

/** Management's statements of one source that speak of an account. */
export function statementsOf(dataEvents: readonly DataEventsStatement[], account: string, source: string | null): readonly DataEventsStatement[] {
  return dataEvents.filter((statement) => statement.source === source && (statement.accounts.length === 0 || statement.accounts.includes(account)));
}

/** Account → organisation, where every log object and digest of the account was delivered by a trail of that organisation. */
function organisationsOf({ files, digests }: Known): ReadonlyMap<string, string> {
  const folders = new Map<string, Set<string>>();
  const add = (account: string, key: string): void => {
    const known = folders.get(account) ?? new Set<string>();
    folders.set(account, known.add(/^AWSLogs\/(o-[a-z0-9]+)\//.exec(key)?.[1] ?? ''));
  };
  for (const { file, outcome } of files) {
    if (outcome.list !== 'outside-window' && file.account !== null) add(file.account, file.key);
  }
  for (const { account, key } of digests) add(account, key);
  return new Map([...folders].flatMap(([account, [folder = '', ...others]]) => (folder === '' || others.length > 0 ? [] : [[account, folder] as const])));
}

function seenKey(place: string, { category, source }: Stream): string {
  return `${place}|${category}|${source ?? ''}`;
}
