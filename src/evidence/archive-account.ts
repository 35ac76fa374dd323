import type { EventCell, MalformedRecords, TrailChange } from '../engines/engine.js';
import type { Period } from '../settings/period.js';
import type { AccountedFile, Digest, LogFile } from '../sources/log-file.js';
import { DAY_MS, dayOf, daysOf } from './days.js';
import type { ReasonCode } from './result.js';

/** Place of what no path names. */
export const UNKNOWN = 'unknown';

export interface Archive {
  readonly period: Period;
  readonly files: readonly AccountedFile[];
  readonly digests: readonly Digest[];
  /** CloudTrail's folders that a table does not read though they are there: files that digests name in them are not missing. */
  readonly foldersLeftAside: readonly string[];
  readonly malformed: readonly MalformedRecords[];
  readonly cells: readonly EventCell[];
  readonly trailChanges: readonly TrailChange[];
}

/** A log file that was read and is not the one a digest names: its hash is another. */
export interface DifferingFile {
  readonly file: LogFile;
  /** Place of the digest. */
  readonly account: string;
  readonly region: string;
  /** SHA-256 the digest gives. */
  readonly listedSha256: string;
}

/** What the archive itself says of one account and region: the days something is wrong, and the days every file is accounted for. */
export interface PairAccount {
  /** Day number → the gravest thing known of it. */
  readonly faults: ReadonlyMap<number, ReasonCode>;
  /** Days with 24 hours of digests, all of whose log files were read, none of them with another hash than the digest gives. */
  readonly accountedDays: ReadonlySet<number>;
}

/** Gravest first: a day shows one reason. A stopped trail leaves a gap in the digests too, and says why. */
const GRAVITY: readonly ReasonCode[] = ['file-unreadable', 'malformed-records', 'file-differs', 'file-missing', 'logging-stopped', 'digest-gap'];
/** A log object delivered this soon after midnight may hold events of the day before (delivery takes minutes). */
const DELIVERY_LAG_MS = 30 * 60_000;
/** Digests of the hours after the period's end still name files with its last events. */
const DIGEST_TAIL_MS = 2 * 3_600_000;

export function pairKey(account: string, region: string): string {
  return `${account}|${region}`;
}

/** Reads what files, digests, malformed records and stopped trails say, by account and region. */
export function accountForArchive(archive: Archive): ReadonlyMap<string, PairAccount> {
  const faults = new Faults(archive.period);
  const digests = digestsByPair(archive);
  const names = new Set(archive.files.map(({ file }) => baseName(file.key)));
  for (const { file, outcome } of archive.files) {
    if (outcome.list !== 'not-read' || outcome.reason === 'name appears twice') continue;
    faults.addFile('file-unreadable', file.account, file.region, file.key, file.deliveryDay);
  }
  for (const { account, region, day } of archive.malformed) faults.addDays('malformed-records', account, region, day, day);
  for (const { file, account, region } of differingFiles(archive)) faults.addFile('file-differs', account, region, file.key, file.deliveryDay ?? deliveryDayOf(file.key));
  const accounted = new Map<string, Set<number>>();
  for (const [pair, hours] of digests) {
    const [account = UNKNOWN, region = UNKNOWN] = pair.split('|');
    for (const digest of hours) {
      for (const { key } of digest.logFiles) {
        if (!names.has(baseName(key)) && !archive.foldersLeftAside.some((folder) => key.includes(`/${folder}/`))) faults.addFile('file-missing', account, region, key, deliveryDayOf(key));
      }
    }
    for (const gap of gapsBetween(hours)) faults.addInterval('digest-gap', account, region, gap.start, gap.end);
    accounted.set(pair, fullDays(hours, archive.period));
  }
  for (const stop of stoppedIntervals(archive)) {
    for (const pair of pairsOf(archive, stop.account)) {
      const [account = UNKNOWN, region = UNKNOWN] = pair.split('|');
      const digestDays = accounted.get(pair);
      faults.addInterval('logging-stopped', account, region, stop.start, stop.end, (day) => !digestDays?.has(day));
    }
  }
  const pairs = new Set([...digests.keys(), ...faults.pairs()]);
  return new Map([...pairs].map((pair) => {
    const found = faults.of(pair);
    const days = new Set([...(accounted.get(pair) ?? [])].filter((day) => !found.has(day)));
    return [pair, { faults: found, accountedDays: days }];
  }));
}

/**
 * Log files whose content is not what a digest says it was. Both hashes are over the inflated bytes. Every file of a listed name
 * has to agree: one that was changed may lie beside the true one. A digest that gives no hash says nothing, and neither does a file
 * that was read without its hash being taken.
 */
export function differingFiles({ files, digests }: Pick<Archive, 'files' | 'digests'>): readonly DifferingFile[] {
  const byName = new Map<string, { file: LogFile; sha256: string }[]>();
  for (const { file, outcome } of files) {
    if (outcome.list !== 'read' || outcome.sha256 === null) continue;
    const name = baseName(file.key);
    byName.set(name, [...(byName.get(name) ?? []), { file, sha256: outcome.sha256 }]);
  }
  const differing = new Map<string, DifferingFile>();
  for (const { account, region, logFiles } of digests) {
    for (const { key, sha256: listedSha256 } of logFiles) {
      if (listedSha256 === '') continue;
      for (const { file, sha256 } of byName.get(baseName(key)) ?? []) {
        if (sha256 !== listedSha256) differing.set(file.key, { file, account, region, listedSha256 });
      }
    }
  }
  return [...differing.values()];
}

class Faults {
  private readonly byPair = new Map<string, Map<number, ReasonCode>>();
  private readonly first: number;
  private readonly end: number;

  constructor(period: Period) {
    ({ first: this.first, end: this.end } = daysOf(period));
  }

  pairs(): Iterable<string> {
    return this.byPair.keys();
  }

  of(pair: string): ReadonlyMap<number, ReasonCode> {
    return this.byPair.get(pair) ?? new Map<number, ReasonCode>();
  }

  /** A file whose path names no day casts doubt on every day. */
  addFile(code: ReasonCode, account: string | null, region: string | null, key: string, day: string | null): void {
    const early = day !== null && isSoonAfterMidnight(key);
    const before = early ? new Date(dayOf(day) * DAY_MS - DAY_MS).toISOString().slice(0, 10) : day;
    this.addDays(code, account ?? UNKNOWN, region ?? UNKNOWN, before, day);
  }

  addDays(code: ReasonCode, account: string, region: string, from: string | null, through: string | null): void {
    const start = from === null ? this.first : dayOf(from);
    const last = through === null ? this.end - 1 : dayOf(through);
    for (let day = Math.max(start, this.first); day <= last && day < this.end; day += 1) this.add(code, account, region, day);
  }

  addInterval(code: ReasonCode, account: string, region: string, start: number, end: number, concerns: (day: number) => boolean = () => true): void {
    for (let day = Math.max(Math.floor(start / DAY_MS), this.first); day < this.end && day * DAY_MS < end; day += 1) {
      if (concerns(day)) this.add(code, account, region, day);
    }
  }

  private add(code: ReasonCode, account: string, region: string, day: number): void {
    const pair = pairKey(account, region);
    const days = this.byPair.get(pair) ?? new Map<number, ReasonCode>();
    this.byPair.set(pair, days);
    const known = days.get(day);
    if (known === undefined || GRAVITY.indexOf(code) < GRAVITY.indexOf(known)) days.set(day, code);
  }
}

interface Hours extends Pick<Digest, 'logFiles'> {
  readonly start: number;
  readonly end: number;
}

/** Digests that bear on the period, by pair, in order of time. Backfill digests list files of other hours and fill no hour. */
function digestsByPair({ digests, period }: Archive): ReadonlyMap<string, readonly Hours[]> {
  const pairs = new Map<string, Hours[]>();
  const from = Date.parse(period.start);
  const until = Date.parse(period.end) + DIGEST_TAIL_MS;
  for (const digest of digests) {
    const start = Date.parse(digest.start);
    const end = Date.parse(digest.end);
    if (digest.backfill || !(end > from) || !(start < until)) continue;
    const key = pairKey(digest.account, digest.region);
    const hours = pairs.get(key) ?? [];
    pairs.set(key, hours);
    hours.push({ start, end, logFiles: digest.logFiles });
  }
  for (const hours of pairs.values()) hours.sort((a, b) => a.start - b.start || a.end - b.end);
  return pairs;
}

function gapsBetween(hours: readonly Hours[]): readonly { readonly start: number; readonly end: number }[] {
  const gaps: { start: number; end: number }[] = [];
  let reached = hours[0]?.end ?? 0;
  for (const { start, end } of hours.slice(1)) {
    if (start > reached) gaps.push({ start: reached, end: start });
    reached = Math.max(reached, end);
  }
  return gaps;
}

/** Days of the period whose every hour lies in some digest; of a day cut by the period's start or end, the hours in it. */
function fullDays(hours: readonly Hours[], period: Period): Set<number> {
  const bounds = { start: Date.parse(period.start), end: Date.parse(period.end) };
  const covered = new Map<number, number>();
  let reached = bounds.start;
  for (const { start, end } of hours) {
    let from = Math.max(start, reached);
    while (from < Math.min(end, bounds.end)) {
      const day = Math.floor(from / DAY_MS);
      const until = Math.min(end, bounds.end, (day + 1) * DAY_MS);
      covered.set(day, (covered.get(day) ?? 0) + (until - from));
      from = until;
    }
    reached = Math.max(reached, end);
  }
  const lengthOf = (day: number): number => Math.min((day + 1) * DAY_MS, bounds.end) - Math.max(day * DAY_MS, bounds.start);
  return new Set([...covered].filter(([day, milliseconds]) => milliseconds >= lengthOf(day)).map(([day]) => day));
}

interface Stopped {
  readonly account: string;
  readonly start: number;
  readonly end: number;
}

/**
 * From each successful StopLogging or DeleteTrail to the trail's next StartLogging, else to the period's end. A trail that was
 * created anew does not log until it is started. A trail is changed in its home region, so its region and name tell it apart.
 */
function stoppedIntervals({ trailChanges, period }: Archive): readonly Stopped[] {
  const intervals: Stopped[] = [];
  const open = new Map<string, { account: string; start: number }>();
  for (const { account, region, eventName, time, trail } of trailChanges) {
    const key = `${pairKey(account, region)}|${trailName(trail)}`;
    const at = Date.parse(time);
    if (eventName === 'StopLogging' || eventName === 'DeleteTrail') {
      if (!open.has(key)) open.set(key, { account, start: at });
    } else if (eventName === 'StartLogging') {
      const stop = open.get(key);
      if (stop !== undefined) intervals.push({ ...stop, end: at });
      open.delete(key);
    }
  }
  return [...intervals, ...[...open.values()].map((stop) => ({ ...stop, end: Date.parse(period.end) }))];
}

function trailName(trail: string | null): string {
  return trail?.split('/').at(-1) ?? '';
}

/** Where an account was seen: a trail may log every region, and paths do not always name them. */
function pairsOf({ files, digests, cells, trailChanges }: Archive, account: string): Set<string> {
  const places = [...files.map(({ file }) => file), ...digests, ...cells, ...trailChanges];
  return new Set(places.flatMap((place) => (place.account === account && place.region !== null ? [pairKey(account, place.region)] : [])));
}

function baseName(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1);
}

/** `…_20261005T0010Z_….json.gz` was closed ten minutes into the day. */
function isSoonAfterMidnight(key: string): boolean {
  const stamp = /_\d{8}T(\d{2})(\d{2})\d*Z_/.exec(key);
  return stamp === null || (Number(stamp[1]) * 60 + Number(stamp[2])) * 60_000 < DELIVERY_LAG_MS;
}

function deliveryDayOf(key: string): string | null {
  const stamp = /_(\d{4})(\d{2})(\d{2})T\d+Z_/.exec(key) ?? /\/(\d{4})\/(\d{2})\/(\d{2})\//.exec(key);
  return stamp === null ? null : `${stamp[1]}-${stamp[2]}-${stamp[3]}`;
}
