import type { S3Client } from '@aws-sdk/client-s3';
import { asAwsError, AwsError, denialOf, isDenied } from '../aws/errors.js';
import { SettingsError } from '../settings/errors.js';
import { archiveKey, isOtherServicesLog, placeOf } from './archive-path.js';
import { archivedApart, type KeptFile, type Reading } from './archived-objects.js';
import { accountFolder, daysOfWindow, isDatedFolder, isHidden, isOnTheWay, isPassedOver, recordFolder, regionFolder } from './bucket-folders.js';
import { pagesOf, type StoredObject } from './bucket-pages.js';
import { type DeliveryWindow, isInWindow } from './delivery-window.js';
import { workThrough } from './in-parallel.js';
import type { AccountedFile, LogFile } from './log-file.js';
import { hasLogEnding, type ListedFile, type LogListing, notReadFile, withoutDoubles } from './log-listing.js';
import { s3Address, type S3Place } from './s3-place.js';

export interface S3Listing extends Reading {
  readonly window: DeliveryWindow;
  /**
   * CloudTrail's folders that a table reads, such as `CloudTrail`: everything else at its place is passed over, and the digests of
   * those logs are looked for beside them; CloudTrail's other folders are named. Null: whatever is there, as in a local folder.
   */
  readonly folders: readonly string[] | null;
}

/** S3 takes thousands of list requests a second; the SDK keeps up to 50 connections. */
const REQUESTS_AT_ONCE = 16;
/** Pages of a thousand names that are read where no folder tells a day. */
const PAGES_WITHOUT_DAYS = 200;
const DIGESTS = 'CloudTrail-Digest';
/** `2026/09/29/` */
const DAY_CHARACTERS = 11;

/**
 * Lists the log objects below a place, as `listLocalLogs` lists a copy of it, but for CloudTrail's folders of days outside the window:
 * those are not asked for. Accounts and regions are found by their folders; each of them then takes two requests and one more for
 * every thousand objects of the window.
 */
export async function listS3Logs(s3: S3Client, place: S3Place, listing: S3Listing): Promise<LogListing> {
  const walk = new BucketWalk(s3, place, listing);
  if (hasLogEnding(place.prefix)) await walk.takeObject();
  else await workThrough(walk.tasks(), REQUESTS_AT_ONCE, (task) => walk.work(task));
  if (walk.isEmpty) throw new SettingsError(nothingThere(place, listing));
  const inside = walk.objects.filter(({ file }) => isInWindow(file, listing.window));
  const outside = walk.objects.filter(({ file }) => !isInWindow(file, listing.window)).map(({ file }) => file);
  const entries: readonly ListedFile[] = [...(await archivedApart(s3, inside, listing)), ...outside, ...walk.denied];
  return { ...withoutDoubles(entries), foldersLeftAside: [...walk.leftAside].sort() };
}

function nothingThere(place: S3Place, { folders }: S3Listing): string {
  return folders === null
    ? `logs: "${s3Address(place)}" holds no object; give the bucket, or the prefix that AWSLogs/ stands in.`
    : `athena-table: nothing stands at the table's place ${s3Address(place)}; mend its location (and storage.location.template, where it has one), which must name the trail's bucket and what it puts before AWSLogs/.`;
}

/** A folder to look into, an account's folder of which only the names are wanted, or days of one region's folder to list. */
type Task =
  | { readonly kind: 'folder' | 'account'; readonly folder: string }
  | { readonly kind: 'days'; readonly region: string; readonly folder: string; readonly after: string };

function taskOf(folder: string): Task {
  const region = regionFolder(folder);
  return region !== null && isDatedFolder(folder, region) ? { kind: 'days', region, folder, after: '' } : { kind: 'folder', folder };
}

class BucketWalk {
  readonly objects: KeptFile[] = [];
  /** Folders that S3 refuses to list. */
  readonly denied: AccountedFile[] = [];
  /** The place's folder and, for a table of one account's or region's logs, the folder of their digests. */
  readonly roots: readonly string[];
  /** CloudTrail's folders that a table does not read. */
  readonly leftAside = new Set<string>();
  isEmpty = true;
  private readonly days: readonly string[];
  private pagesWithoutDays = 0;

  constructor(private readonly s3: S3Client, private readonly place: S3Place, private readonly listing: S3Listing) {
    this.days = daysOfWindow(listing.window);
    const { prefix } = place;
    const root = prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/`;
    const digests = listing.folders === null ? root : root.replace(/((?:^|\/)AWSLogs\/(?:o-[a-z0-9]+\/)?\d{12}\/)CloudTrail\//, `$1${DIGESTS}/`);
    this.roots = digests === root ? [root] : [root, digests];
  }

  /** Where to begin. A table whose place lies below an account's folder says nothing of the folders beside its own. */
  tasks(): readonly Task[] {
    const [root = ''] = this.roots;
    const account = this.listing.folders === null ? null : accountFolder(root);
    return [...this.roots.map(taskOf), ...(account === null ? [] : [{ kind: 'account' as const, folder: account }])];
  }

  /** Lists one folder; returns what is to be listed next. */
  async work(task: Task): Promise<readonly Task[]> {
    try {
      if (task.kind === 'account') return await this.lookBeside(task.folder);
      return await (task.kind === 'days' ? this.listDays(task) : this.listFolder(task.folder));
    } catch (error) {
      // What is not read anyway is not needed.
      if (task.kind === 'account' && isDenied(error)) return [];
      if (error instanceof SettingsError) throw error;
      if (!isDenied(error)) throw asAwsError(error, `Listing s3://${this.place.bucket}/${task.folder}`);
      if (task.folder === this.roots[0]) throw this.refused(task.folder, error);
      this.denied.push(notReadFile(this.file({ key: task.folder, bytes: 0 }), 'cannot be opened', `access is denied: ${this.needed(task.folder, error)}`));
      return [];
    }
  }

  /** The place is a single object. */
  async takeObject(): Promise<void> {
    const { bucket, prefix } = this.place;
    try {
      for await (const { objects } of pagesOf(this.s3, { bucket, prefix, atMost: 1 })) {
        const [object] = objects;
        if (object?.key !== prefix) throw new SettingsError(`logs: there is no object "${s3Address(this.place)}"; give an object, the bucket, or the prefix that AWSLogs/ stands in.`);
        this.isEmpty = false;
        this.objects.push({ ...object, file: this.file(object) });
        return;
      }
    } catch (error) {
      if (error instanceof SettingsError) throw error;
      throw isDenied(error) ? this.refused(prefix, error) : asAwsError(error, `Listing ${s3Address(this.place)}`);
    }
  }

  private async listFolder(folder: string): Promise<readonly Task[]> {
    const region = regionFolder(folder);
    const tasks: Task[] = [];
    let isDated = false;
    for await (const page of pagesOf(this.s3, { bucket: this.place.bucket, prefix: folder, delimiter: '/' })) {
      if (!isOnTheWay(folder)) this.countPage();
      if (page.folders.length + page.objects.length > 0) this.isEmpty = false;
      for (const child of page.folders) {
        if (region === folder && isDatedFolder(child, region)) isDated ||= this.days.some((day) => `${region}${day}`.startsWith(child));
        else if (!isPassedOver(child, this.belowRoot(child), this.wanted())) tasks.push(taskOf(child));
        else this.noteLeftAside(child);
      }
      for (const object of page.objects) this.take(object);
    }
    return isDated ? [...tasks, { kind: 'days', region: folder, folder, after: '' }] : tasks;
  }

  /**
   * Names sort by day, so one listing from the window's first day on, left at its last, asks for little else. Where a page is not
   * enough, the days that remain are listed side by side. What stands beside the days' folders is nothing CloudTrail wrote.
   */
  private async listDays({ region, folder, after }: Extract<Task, { kind: 'days' }>): Promise<readonly Task[]> {
    this.isEmpty = false;
    const dayOf = (key: string): string => key.slice(region.length, region.length + DAY_CHARACTERS);
    const isOneDay = folder.length >= region.length + DAY_CHARACTERS;
    const days = new Set(this.days.filter((day) => `${region}${day}`.startsWith(folder) || (isOneDay && dayOf(folder) === day)));
    const [first = '', last = ''] = [[...days][0], [...days].at(-1)];
    if (days.size === 0) return [];
    const start = `${region}${first}`;
    for await (const { objects, isLast } of pagesOf(this.s3, { bucket: this.place.bucket, prefix: folder, after: after !== '' ? after : start > folder ? start : '' })) {
      for (const object of objects) if (days.has(dayOf(object.key))) this.take(object);
      const reached = objects.at(-1)?.key;
      if (isLast || reached === undefined || dayOf(reached) > last) return [];
      if (isOneDay) continue;
      const remaining = [...days].filter((day) => day >= dayOf(reached));
      return remaining.map((day) => ({ kind: 'days', region, folder: `${region}${day}`, after: day === dayOf(reached) ? reached : '' }));
    }
    return [];
  }

  private async lookBeside(account: string): Promise<readonly Task[]> {
    for await (const { folders } of pagesOf(this.s3, { bucket: this.place.bucket, prefix: account, delimiter: '/' })) for (const child of folders) this.noteLeftAside(child);
    return [];
  }

  private noteLeftAside(folder: string): void {
    const name = recordFolder(folder);
    if (name !== null && this.wanted()?.includes(name) === false) this.leftAside.add(name);
  }

  private wanted(): readonly string[] | null {
    return this.listing.folders === null ? null : [...this.listing.folders, DIGESTS];
  }

  private take(object: StoredObject): void {
    if (!hasLogEnding(object.key) || isHidden(this.belowRoot(object.key))) return;
    const file = this.file(object);
    if (isOtherServicesLog(file.key)) return;
    // A table reads what stands in its partitions' folders.
    if (this.listing.folders !== null && file.deliveryDay === null) return;
    this.objects.push({ ...object, file });
  }

  private file({ key, bytes }: Pick<StoredObject, 'key' | 'bytes'>): LogFile {
    const own = archiveKey(key, this.belowRoot(key));
    return { path: `s3://${this.place.bucket}/${key}`, key: own, ...placeOf(own), bytes };
  }

  /** What stands at the place itself, or is the place, has only a name. */
  private belowRoot(key: string): string {
    const root = this.roots.find((each) => key.startsWith(each) && key !== each)?.length ?? key.lastIndexOf('/') + 1;
    return key.slice(root);
  }

  private countPage(): void {
    this.pagesWithoutDays += 1;
    if (this.pagesWithoutDays > PAGES_WITHOUT_DAYS) {
      throw new SettingsError(`logs: "${s3Address(this.place)}" holds more than ${PAGES_WITHOUT_DAYS},000 names outside CloudTrail's folders, where no folder tells the day; give the prefix that AWSLogs/ stands in.`);
    }
  }

  private refused(prefix: string, error: unknown): AwsError {
    return new AwsError(`S3 refuses to list s3://${this.place.bucket}/${prefix}: ${this.needed(prefix, error)}.`, { cause: error });
  }

  private needed(prefix: string, error: unknown): string {
    const denial = denialOf(error);
    const forbidden = denial?.forbiddenBy == null ? '' : `; it is denied by ${denial.forbiddenBy}`;
    return `the role needs s3:ListBucket on arn:aws:s3:::${this.place.bucket} for the prefix "${prefix}"${forbidden}`;
  }
}
