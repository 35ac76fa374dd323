import type { S3Place } from '../../sources/s3-place.js';
import { placeOfUrl } from './stored-objects.js';
import type { TableLayout } from './table-layout.js';

/** Folders of CloudTrail that hold records. */
const RECORD_FOLDERS = ['CloudTrail', 'CloudTrail-Insight', 'CloudTrail-NetworkActivity'];

/** Where a table's objects stand, and which of CloudTrail's folders there it reads. */
export function tablePlace({ root, template, location, partitionKeys }: TableLayout): S3Place & { readonly folders: readonly string[] } {
  const { bucket, key: prefix } = placeOfUrl(root);
  // A bucket's own folder may have the name too, above AWSLogs.
  const named = /\/(CloudTrail(?:-[A-Za-z]+)?)(?:\/|$)(?!.*AWSLogs\/)/.exec(template ?? location)?.[1];
  if (named !== undefined) return { bucket, prefix, folders: [named] };
  // Listed partitions are those of the trail; without partitions, the table reads all below its location.
  return { bucket, prefix, folders: partitionKeys.length > 0 && template === null ? ['CloudTrail'] : RECORD_FOLDERS };
}
