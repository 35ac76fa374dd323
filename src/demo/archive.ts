import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip, gzipSync } from 'node:zlib';
import { ARCHIVE_END, ARCHIVE_START, DAY_MS, HOUR_MS, instant, MINUTE_MS } from './calendar.js';
import { IRELAND, LOG_BUCKET, type Place, PLACES, TRAILS } from './company.js';
import { lettersOf, sha256 } from './dice.js';
import { MISSING_DAY, REDELIVERED, STOPPED } from './interruptions.js';
import type { LogRecord } from './record.js';

/** A record on its way to the bucket. */
export interface Delivery extends Place {
  readonly record: LogRecord;
  /** When it happened, in milliseconds. */
  readonly at: number;
  /** Null: within minutes, as nearly always. */
  readonly deliveredAt: number | null;
}

export interface ArchiveCounts {
  records: number;
  logFiles: number;
  digests: number;
  bytes: number;
}

interface LogObject {
  readonly key: string;
  readonly sha256: string;
  readonly oldest: string;
  readonly newest: string;
  readonly deliveredAt: number;
}

const gzipAside = promisify(gzip);
/** No event is delivered sooner. */
const DELIVERY_MS = 5 * MINUTE_MS;
const WRITES_AT_ONCE = 16;
/** Below this, going to another thread costs more than compressing. */
const SMALL = 16 * 1024;
/** Nobody signed these digests; zeros cannot be taken for a key's fingerprint. */
const NO_KEY = '0'.repeat(32);

/** Writes log files and digests as CloudTrail lays them out, a day at a time. */
export class Archive {
  readonly counts: ArchiveCounts = { records: 0, logFiles: 0, digests: 0, bytes: 0 };
  private readonly waiting = new Map<string, Delivery[]>();
  private readonly previous = new Map<string, { readonly key: string; readonly sha256: string }>();
  private readonly folders = new Set<string>();
  private writes: (() => Promise<void>)[] = [];

  constructor(private readonly root: string) {}

  /** Takes what happened on a day and writes every file delivered before the day's end, and the digests of its hours. */
  async day(day: string, deliveries: readonly Delivery[]): Promise<void> {
    for (const delivery of deliveries) this.accept(delivery);
    const end = Date.parse(day) + DAY_MS;
    const objects = [...this.waiting].filter(([slot]) => deliveryTime(slot) < end).map(([slot, records]) => {
      this.waiting.delete(slot);
      return this.logObjects(slot, records);
    }).flat();
    for (const place of PLACES) this.digestsOf(day, place, objects.filter(({ key }) => key.startsWith(logFolder(place))));
    await this.flush();
  }

  private accept(delivery: Delivery): void {
    const slot = `${delivery.account}|${delivery.region}|${slotOf(delivery)}`;
    const waiting = this.waiting.get(slot);
    if (waiting === undefined) this.waiting.set(slot, [delivery]);
    else waiting.push(delivery);
  }

  /** The files of one delivery: one, or two where CloudTrail delivered twice. */
  private logObjects(slot: string, records: readonly Delivery[]): LogObject[] {
    const [account = '', region = ''] = slot.split('|');
    const deliveredAt = deliveryTime(slot);
    const sorted = [...records].sort((a, b) => a.at - b.at);
    const body = JSON.stringify({ Records: sorted.map(({ record }) => record) });
    const lost = isMissing({ account, region }, deliveredAt);
    const again = REDELIVERED.some((one) => one.account === account && one.region === region && Date.parse(one.deliveredAt) === deliveredAt);
    return (again ? ['', ' again'] : ['']).map((copy) => {
      const stamp = compact(instant(deliveredAt)).replace(/\d\dZ$/, 'Z');
      const key = `${logFolder({ account, region })}${dayFolder(deliveredAt)}${account}_CloudTrail_${region}_${stamp}_${lettersOf(`file ${slot}${copy}`, 16)}.json.gz`;
      if (!lost) {
        this.put(key, body);
        this.counts.logFiles += 1;
        this.counts.records += sorted.length;
      }
      return { key, sha256: sha256(body), oldest: instant(sorted[0]?.at ?? 0), newest: instant(sorted.at(-1)?.at ?? 0), deliveredAt };
    });
  }

  private digestsOf(day: string, place: Place, objects: readonly LogObject[]): void {
    for (const hour of hoursOf(day, place.account)) {
      const files = objects.filter(({ deliveredAt }) => deliveredAt >= hour.start && deliveredAt < hour.end);
      const trail = TRAILS[place.account] ?? '';
      const key = `AWSLogs/${place.account}/CloudTrail-Digest/${place.region}/${dayFolder(hour.end)}${place.account}_CloudTrail-Digest_${place.region}_${trail}_${IRELAND}_${compact(instant(hour.end))}.json.gz`;
      const chain = `${place.account}|${place.region}`;
      const previous = hour.first ? undefined : this.previous.get(chain);
      const body = JSON.stringify(digest(place, hour, key, previous, files));
      this.previous.set(chain, { key, sha256: sha256(body) });
      if (isMissing(place, hour.start)) continue;
      this.put(key, body);
      this.counts.digests += 1;
    }
  }

  private put(key: string, body: string): void {
    const path = join(this.root, ...key.split('/'));
    this.writes.push(async () => {
      const folder = dirname(path);
      if (!this.folders.has(folder)) await mkdir(folder, { recursive: true });
      this.folders.add(folder);
      const bytes = body.length < SMALL ? gzipSync(body) : await gzipAside(body);
      this.counts.bytes += bytes.length;
      await writeFile(path, bytes);
    });
  }

  private async flush(): Promise<void> {
    const writes = this.writes;
    this.writes = [];
    const worker = async (): Promise<void> => {
      for (let next = writes.pop(); next !== undefined; next = writes.pop()) await next();
    };
    await Promise.all(Array.from({ length: WRITES_AT_ONCE }, worker));
  }
}

/** A file an hour, ten minutes past: fewer than CloudTrail's own, so that the demo is quick. */
function slotOf({ account, at, deliveredAt }: Delivery): number {
  const past = 10 * MINUTE_MS;
  const slot = Math.ceil(((deliveredAt ?? at + DELIVERY_MS) - past) / HOUR_MS) * HOUR_MS + past;
  // What was recorded before the trail stopped is delivered with its last digest.
  const stopped = account === STOPPED.account && at <= Date.parse(STOPPED.from) && slot >= Date.parse(STOPPED.lastDigest);
  return stopped ? Math.min(slot, Date.parse(STOPPED.lastDigest) - 5 * MINUTE_MS) : slot;
}

function deliveryTime(slot: string): number {
  return Number(slot.slice(slot.lastIndexOf('|') + 1));
}

interface Hour {
  readonly start: number;
  readonly end: number;
  /** Begins a chain: the digest before it is null. */
  readonly first: boolean;
}

/** Hours of a day with a digest: none while the trail was stopped, a shorter one before and after. */
function hoursOf(day: string, account: string): readonly Hour[] {
  const hours: Hour[] = [];
  const [stop, restart] = [Date.parse(STOPPED.lastDigest), Date.parse(STOPPED.to)];
  for (let start = Date.parse(day); start < Date.parse(day) + DAY_MS; start += HOUR_MS) {
    const end = start + HOUR_MS;
    if (start < Date.parse(ARCHIVE_START) || end > Date.parse(ARCHIVE_END)) continue;
    const first = start === Date.parse(ARCHIVE_START);
    if (account !== STOPPED.account || end <= stop || start >= restart) hours.push({ start, end, first });
    else if (start < stop) hours.push({ start, end: stop, first });
    else if (end > restart) hours.push({ start: restart, end, first: true });
  }
  return hours;
}

/** AWS's shape of a digest; unsigned, since only AWS can sign. */
function digest(place: Place, hour: Hour, key: string, previous: { readonly key: string; readonly sha256: string } | undefined, files: readonly LogObject[]): object {
  return {
    awsAccountId: place.account,
    digestStartTime: instant(hour.start),
    digestEndTime: instant(hour.end),
    digestS3Bucket: LOG_BUCKET,
    digestS3Object: key,
    digestPublicKeyFingerprint: NO_KEY,
    digestSignatureAlgorithm: 'SHA256withRSA',
    newestEventTime: files.map(({ newest }) => newest).sort().at(-1) ?? null,
    oldestEventTime: files.map(({ oldest }) => oldest).sort()[0] ?? null,
    previousDigestS3Bucket: previous === undefined ? null : LOG_BUCKET,
    previousDigestS3Object: previous?.key ?? null,
    previousDigestHashValue: previous?.sha256 ?? null,
    previousDigestHashAlgorithm: previous === undefined ? null : 'SHA-256',
    previousDigestSignature: null,
    logFiles: files.map(({ key: s3Object, sha256: hashValue, oldest, newest }) => ({ s3Bucket: LOG_BUCKET, s3Object, hashValue, hashAlgorithm: 'SHA-256', newestEventTime: newest, oldestEventTime: oldest })),
  };
}

/** One account and region lost a day on the way into this archive: its log files and its digests. */
function isMissing(place: Place, at: number): boolean {
  return place.account === MISSING_DAY.account && place.region === MISSING_DAY.region && instant(at).startsWith(MISSING_DAY.day);
}

function logFolder({ account, region }: Place): string {
  return `AWSLogs/${account}/CloudTrail/${region}/`;
}

function dayFolder(at: number): string {
  return `${instant(at).slice(0, 10).replaceAll('-', '/')}/`;
}

/** `20261005T071500Z` */
function compact(text: string): string {
  return text.replaceAll(/[-:]/g, '');
}
