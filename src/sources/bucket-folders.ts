import { archiveKey, isOtherServicesLog } from './archive-path.js';
import type { DeliveryWindow } from './delivery-window.js';

/**
 * What a bucket's folders tell before anything in them is listed. Folders are whole keys with a `/` at their end.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-find-log-files.html
 */

/** CloudTrail's folders of one account and region: below it stand years, months and days of delivery. */
const REGION_FOLDER = /^(?:.*\/)?AWSLogs\/(?:o-[a-z0-9]+\/)?\d{12}\/CloudTrail[^/]*\/[a-z]{2,4}(?:-[a-z]+)+-\d+\//;
/** From `AWSLogs/` to the region, as far as the folder goes. */
const ON_THE_WAY = /(?:^|\/)AWSLogs\/(?:(?:o-[a-z0-9]+\/)?(?:\d{12}\/(?:CloudTrail[^/]*\/(?:[a-z]{2,4}(?:-[a-z]+)+-\d+\/)?)?)?)?$/;
const SERVICE = /(?:^|\/)AWSLogs\/(?:o-[a-z0-9]+\/)?\d{12}\/([^/]+)\/$/;

/** The region's folder that a folder is or lies in; null where there is none. */
export function regionFolder(folder: string): string | null {
  return REGION_FOLDER.exec(folder)?.[0] ?? null;
}

/** True for a year, month or day in a region's folder. */
export function isDatedFolder(folder: string, region: string): boolean {
  return /^\d{4}\/(?:\d\d\/(?:\d\d\/)?)?$/.test(folder.slice(region.length));
}

/** True for folders of CloudTrail's own layout, whose number does not grow with the number of objects. */
export function isOnTheWay(folder: string): boolean {
  return ON_THE_WAY.test(folder);
}

/** CloudTrail's folder of an account, such as `CloudTrail-Insight`, that a folder is; null for any other. */
export function recordFolder(folder: string): string | null {
  const service = SERVICE.exec(folder)?.[1] ?? '';
  return service.startsWith('CloudTrail') ? service : null;
}

/** The account's folder that a folder of CloudTrail's logs lies in; null where it lies in none. */
export function accountFolder(folder: string): string | null {
  return /^((?:.*\/)?AWSLogs\/(?:o-[a-z0-9]+\/)?\d{12}\/)CloudTrail[^/]*\//.exec(folder)?.[1] ?? null;
}

/** True where nothing below a folder is read: hidden ones, other services' logs and, where only some of CloudTrail's folders are wanted, all others. */
export function isPassedOver(folder: string, belowRoot: string, wanted: readonly string[] | null): boolean {
  if (isHidden(belowRoot) || isOtherServicesLog(archiveKey(`${folder}x`, `${folder}x`))) return true;
  if (wanted === null) return false;
  const service = SERVICE.exec(folder)?.[1];
  return service === undefined ? isBesideTheWay(folder) : !wanted.includes(service);
}

/** In `AWSLogs/`, but neither an account nor an organisation. */
function isBesideTheWay(folder: string): boolean {
  return /(?:^|\/)AWSLogs\//.test(folder) && regionFolder(folder) === null && !isOnTheWay(folder);
}

/** As on a local disk, a name with a dot before it is nobody's log, and neither is what lies in a folder of such a name. */
export function isHidden(path: string): boolean {
  return /(?:^|\/)\./.test(path);
}

/** Folders of a window's days, as they sort in a bucket: `2026/09/29/`. */
export function daysOfWindow({ firstDay, lastDay }: DeliveryWindow): readonly string[] {
  const days: string[] = [];
  for (let time = Date.parse(`${firstDay}T00:00:00Z`); time <= Date.parse(`${lastDay}T00:00:00Z`); time += DAY_MS) {
    days.push(`${new Date(time).toISOString().slice(0, 10).replaceAll('-', '/')}/`);
  }
  return days;
}

const DAY_MS = 24 * 60 * 60 * 1000;
