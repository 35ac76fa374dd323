import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  require_dist_cjs
} from "./chunk-XPYGVFDC.js";
import {
  AwsError,
  asAwsError,
  denialOf,
  isDenied
} from "./chunk-4LDIQ6TC.js";
import {
  hasLogEnding,
  notReadFile,
  withoutDoubles
} from "./chunk-6FZD2Q4K.js";
import {
  inParallel,
  workThrough
} from "./chunk-FMZDPIGI.js";
import {
  archiveKey,
  isOtherServicesLog,
  placeOf
} from "./chunk-QONCPJAH.js";
import {
  s3Address,
  s3Object
} from "./chunk-T4ERRSQM.js";
import {
  isInWindow
} from "./chunk-UJGNYGTX.js";
import {
  SettingsError
} from "./chunk-XRVFALA3.js";
import {
  __toESM
} from "./chunk-6DG7BXTN.js";

// src/sources/archived-objects.ts
var import_client_s3 = __toESM(require_dist_cjs(), 1);
var ARCHIVED = ["GLACIER", "DEEP_ARCHIVE"];
var ARCHIVED_AFTER_MS = 90 * 24 * 60 * 60 * 1e3;
var REQUESTS_AT_ONCE = 24;
async function archivedApart(s3, files, reading) {
  const since = Date.parse(reading.now) - ARCHIVED_AFTER_MS;
  return inParallel(files, REQUESTS_AT_ONCE, async ({ file, storage, restored, changed }) => {
    if (ARCHIVED.includes(storage)) return restored && reading.readsRestored ? file : archived(file, storage, restored);
    if (storage !== "INTELLIGENT_TIERING" || changed > since) return file;
    const tier = await archiveTier(s3, file);
    return tier === null ? file : archived(file, `${storage}, ${tier}`, false);
  });
}
function archived(file, storage, restored) {
  const fix = restored ? "a copy is restored, but the table is not told to read it (read_restored_glacier_objects)" : "restore it to have it read";
  return notReadFile(file, "archived storage class", `S3 keeps it as ${storage}; ${fix}`);
}
async function archiveTier(s3, file) {
  const { bucket, key } = s3Object(file.path);
  try {
    const { ArchiveStatus: tier, Restore: restore } = await s3.send(new import_client_s3.HeadObjectCommand({ Bucket: bucket, Key: key }));
    return tier === void 0 || restore?.includes('ongoing-request="false"') === true ? null : tier;
  } catch (error) {
    if (isDenied(error) || error instanceof Error && error.name === "NotFound") return null;
    throw asAwsError(error, `Asking how log objects of the bucket ${bucket} are stored`);
  }
}

// src/sources/bucket-folders.ts
var REGION_FOLDER = /^(?:.*\/)?AWSLogs\/(?:o-[a-z0-9]+\/)?\d{12}\/CloudTrail[^/]*\/[a-z]{2,4}(?:-[a-z]+)+-\d+\//;
var ON_THE_WAY = /(?:^|\/)AWSLogs\/(?:(?:o-[a-z0-9]+\/)?(?:\d{12}\/(?:CloudTrail[^/]*\/(?:[a-z]{2,4}(?:-[a-z]+)+-\d+\/)?)?)?)?$/;
var SERVICE = /(?:^|\/)AWSLogs\/(?:o-[a-z0-9]+\/)?\d{12}\/([^/]+)\/$/;
function regionFolder(folder) {
  return REGION_FOLDER.exec(folder)?.[0] ?? null;
}
function isDatedFolder(folder, region) {
  return /^\d{4}\/(?:\d\d\/(?:\d\d\/)?)?$/.test(folder.slice(region.length));
}
function isOnTheWay(folder) {
  return ON_THE_WAY.test(folder);
}
function recordFolder(folder) {
  const service = SERVICE.exec(folder)?.[1] ?? "";
  return service.startsWith("CloudTrail") ? service : null;
}
function accountFolder(folder) {
  return /^((?:.*\/)?AWSLogs\/(?:o-[a-z0-9]+\/)?\d{12}\/)CloudTrail[^/]*\//.exec(folder)?.[1] ?? null;
}
function isPassedOver(folder, belowRoot, wanted) {
  if (isHidden(belowRoot) || isOtherServicesLog(archiveKey(`${folder}x`, `${folder}x`))) return true;
  if (wanted === null) return false;
  const service = SERVICE.exec(folder)?.[1];
  return service === void 0 ? isBesideTheWay(folder) : !wanted.includes(service);
}
function isBesideTheWay(folder) {
  return /(?:^|\/)AWSLogs\//.test(folder) && regionFolder(folder) === null && !isOnTheWay(folder);
}
function isHidden(path) {
  return /(?:^|\/)\./.test(path);
}
function daysOfWindow({ firstDay, lastDay }) {
  const days = [];
  for (let time = Date.parse(`${firstDay}T00:00:00Z`); time <= Date.parse(`${lastDay}T00:00:00Z`); time += DAY_MS) {
    days.push(`${new Date(time).toISOString().slice(0, 10).replaceAll("-", "/")}/`);
  }
  return days;
}
var DAY_MS = 24 * 60 * 60 * 1e3;

// src/sources/bucket-pages.ts
var import_client_s32 = __toESM(require_dist_cjs(), 1);
async function* pagesOf(s3, { bucket, prefix, delimiter, after = "", atMost }) {
  let token;
  let reached = after;
  do {
    const answer = await s3.send(new import_client_s32.ListObjectsV2Command({
      Bucket: bucket,
      Prefix: prefix,
      // A name may hold what XML cannot.
      EncodingType: "url",
      OptionalObjectAttributes: ["RestoreStatus"],
      ...delimiter === void 0 ? {} : { Delimiter: delimiter },
      ...atMost === void 0 ? {} : { MaxKeys: atMost },
      ...token === void 0 ? after === "" ? {} : { StartAfter: after } : { ContinuationToken: token }
    }));
    const plain = (name) => answer.EncodingType === "url" ? decodeURIComponent((name ?? "").replaceAll("+", " ")) : name ?? "";
    const objects = (answer.Contents ?? []).map((object) => ({
      key: plain(object.Key),
      bytes: object.Size ?? 0,
      storage: object.StorageClass ?? "",
      restored: object.RestoreStatus?.IsRestoreInProgress === false && object.RestoreStatus.RestoreExpiryDate !== void 0,
      changed: object.LastModified?.getTime() ?? 0
    }));
    const folders = (answer.CommonPrefixes ?? []).map((each) => plain(each.Prefix));
    reached = inOrder(reached, objects, bucket, prefix);
    const following = answer.IsTruncated === true ? answer.NextContinuationToken : void 0;
    if (answer.IsTruncated === true && (following === void 0 || following === token)) throw new AwsError(`S3 breaks off the listing of s3://${bucket}/${prefix}: it says that more follows, and not where. Run again.`);
    token = following;
    yield { folders, objects, isLast: token === void 0 };
  } while (token !== void 0);
}
function inOrder(reached, objects, bucket, prefix) {
  let last = reached;
  for (const { key } of objects) {
    if (last !== "" && Buffer.compare(Buffer.from(key), Buffer.from(last)) <= 0) throw new AwsError(`S3 lists s3://${bucket}/${prefix} out of order, so files could be missed. Keep the logs in a general purpose bucket; if they are in one, run again.`);
    last = key;
  }
  return last;
}

// src/sources/list-s3-logs.ts
var REQUESTS_AT_ONCE2 = 16;
var PAGES_WITHOUT_DAYS = 200;
var DIGESTS = "CloudTrail-Digest";
var DAY_CHARACTERS = 11;
async function listS3Logs(s3, place, listing) {
  const walk = new BucketWalk(s3, place, listing);
  if (hasLogEnding(place.prefix)) await walk.takeObject();
  else await workThrough(walk.tasks(), REQUESTS_AT_ONCE2, (task) => walk.work(task));
  if (walk.isEmpty) throw new SettingsError(nothingThere(place, listing));
  const inside = walk.objects.filter(({ file }) => isInWindow(file, listing.window));
  const outside = walk.objects.filter(({ file }) => !isInWindow(file, listing.window)).map(({ file }) => file);
  const entries = [...await archivedApart(s3, inside, listing), ...outside, ...walk.denied];
  return { ...withoutDoubles(entries), foldersLeftAside: [...walk.leftAside].sort() };
}
function nothingThere(place, { folders }) {
  return folders === null ? `logs: "${s3Address(place)}" holds no object; give the bucket, or the prefix that AWSLogs/ stands in.` : `athena-table: nothing stands at the table's place ${s3Address(place)}; mend its location (and storage.location.template, where it has one), which must name the trail's bucket and what it puts before AWSLogs/.`;
}
function taskOf(folder) {
  const region = regionFolder(folder);
  return region !== null && isDatedFolder(folder, region) ? { kind: "days", region, folder, after: "" } : { kind: "folder", folder };
}
var BucketWalk = class {
  constructor(s3, place, listing) {
    this.s3 = s3;
    this.place = place;
    this.listing = listing;
    this.days = daysOfWindow(listing.window);
    const { prefix } = place;
    const root = prefix === "" || prefix.endsWith("/") ? prefix : `${prefix}/`;
    const digests = listing.folders === null ? root : root.replace(/((?:^|\/)AWSLogs\/(?:o-[a-z0-9]+\/)?\d{12}\/)CloudTrail\//, `$1${DIGESTS}/`);
    this.roots = digests === root ? [root] : [root, digests];
  }
  s3;
  place;
  listing;
  objects = [];
  /** Folders that S3 refuses to list. */
  denied = [];
  /** The place's folder and, for a table of one account's or region's logs, the folder of their digests. */
  roots;
  /** CloudTrail's folders that a table does not read. */
  leftAside = /* @__PURE__ */ new Set();
  isEmpty = true;
  days;
  pagesWithoutDays = 0;
  /** Where to begin. A table whose place lies below an account's folder says nothing of the folders beside its own. */
  tasks() {
    const [root = ""] = this.roots;
    const account = this.listing.folders === null ? null : accountFolder(root);
    return [...this.roots.map(taskOf), ...account === null ? [] : [{ kind: "account", folder: account }]];
  }
  /** Lists one folder; returns what is to be listed next. */
  async work(task) {
    try {
      if (task.kind === "account") return await this.lookBeside(task.folder);
      return await (task.kind === "days" ? this.listDays(task) : this.listFolder(task.folder));
    } catch (error) {
      if (task.kind === "account" && isDenied(error)) return [];
      if (error instanceof SettingsError) throw error;
      if (!isDenied(error)) throw asAwsError(error, `Listing s3://${this.place.bucket}/${task.folder}`);
      if (task.folder === this.roots[0]) throw this.refused(task.folder, error);
      this.denied.push(notReadFile(this.file({ key: task.folder, bytes: 0 }), "cannot be opened", `access is denied: ${this.needed(task.folder, error)}`));
      return [];
    }
  }
  /** The place is a single object. */
  async takeObject() {
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
  async listFolder(folder) {
    const region = regionFolder(folder);
    const tasks = [];
    let isDated = false;
    for await (const page of pagesOf(this.s3, { bucket: this.place.bucket, prefix: folder, delimiter: "/" })) {
      if (!isOnTheWay(folder)) this.countPage();
      if (page.folders.length + page.objects.length > 0) this.isEmpty = false;
      for (const child of page.folders) {
        if (region === folder && isDatedFolder(child, region)) isDated ||= this.days.some((day) => `${region}${day}`.startsWith(child));
        else if (!isPassedOver(child, this.belowRoot(child), this.wanted())) tasks.push(taskOf(child));
        else this.noteLeftAside(child);
      }
      for (const object of page.objects) this.take(object);
    }
    return isDated ? [...tasks, { kind: "days", region: folder, folder, after: "" }] : tasks;
  }
  /**
   * Names sort by day, so one listing from the window's first day on, left at its last, asks for little else. Where a page is not
   * enough, the days that remain are listed side by side. What stands beside the days' folders is nothing CloudTrail wrote.
   */
  async listDays({ region, folder, after }) {
    this.isEmpty = false;
    const dayOf = (key) => key.slice(region.length, region.length + DAY_CHARACTERS);
    const isOneDay = folder.length >= region.length + DAY_CHARACTERS;
    const days = new Set(this.days.filter((day) => `${region}${day}`.startsWith(folder) || isOneDay && dayOf(folder) === day));
    const [first = "", last = ""] = [[...days][0], [...days].at(-1)];
    if (days.size === 0) return [];
    const start = `${region}${first}`;
    for await (const { objects, isLast } of pagesOf(this.s3, { bucket: this.place.bucket, prefix: folder, after: after !== "" ? after : start > folder ? start : "" })) {
      for (const object of objects) if (days.has(dayOf(object.key))) this.take(object);
      const reached = objects.at(-1)?.key;
      if (isLast || reached === void 0 || dayOf(reached) > last) return [];
      if (isOneDay) continue;
      const remaining = [...days].filter((day) => day >= dayOf(reached));
      return remaining.map((day) => ({ kind: "days", region, folder: `${region}${day}`, after: day === dayOf(reached) ? reached : "" }));
    }
    return [];
  }
  async lookBeside(account) {
    for await (const { folders } of pagesOf(this.s3, { bucket: this.place.bucket, prefix: account, delimiter: "/" })) for (const child of folders) this.noteLeftAside(child);
    return [];
  }
  noteLeftAside(folder) {
    const name = recordFolder(folder);
    if (name !== null && this.wanted()?.includes(name) === false) this.leftAside.add(name);
  }
  wanted() {
    return this.listing.folders === null ? null : [...this.listing.folders, DIGESTS];
  }
  take(object) {
    if (!hasLogEnding(object.key) || isHidden(this.belowRoot(object.key))) return;
    const file = this.file(object);
    if (isOtherServicesLog(file.key)) return;
    if (this.listing.folders !== null && file.deliveryDay === null) return;
    this.objects.push({ ...object, file });
  }
  file({ key, bytes }) {
    const own = archiveKey(key, this.belowRoot(key));
    return { path: `s3://${this.place.bucket}/${key}`, key: own, ...placeOf(own), bytes };
  }
  /** What stands at the place itself, or is the place, has only a name. */
  belowRoot(key) {
    const root = this.roots.find((each) => key.startsWith(each) && key !== each)?.length ?? key.lastIndexOf("/") + 1;
    return key.slice(root);
  }
  countPage() {
    this.pagesWithoutDays += 1;
    if (this.pagesWithoutDays > PAGES_WITHOUT_DAYS) {
      throw new SettingsError(`logs: "${s3Address(this.place)}" holds more than ${PAGES_WITHOUT_DAYS},000 names outside CloudTrail's folders, where no folder tells the day; give the prefix that AWSLogs/ stands in.`);
    }
  }
  refused(prefix, error) {
    return new AwsError(`S3 refuses to list s3://${this.place.bucket}/${prefix}: ${this.needed(prefix, error)}.`, { cause: error });
  }
  needed(prefix, error) {
    const denial = denialOf(error);
    const forbidden = denial?.forbiddenBy == null ? "" : `; it is denied by ${denial.forbiddenBy}`;
    return `the role needs s3:ListBucket on arn:aws:s3:::${this.place.bucket} for the prefix "${prefix}"${forbidden}`;
  }
};

export {
  listS3Logs
};
