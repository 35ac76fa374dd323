import { createHash } from 'node:crypto';
import { inParallel } from './in-parallel.js';
import type { AccountedFile, FileOutcome, LogFile } from './log-file.js';
import type { LogReader } from './log-reader.js';
import { reshapeRecords } from './reshape-records.js';
import { DEFAULT_STAGING_LIMITS, plainText, readInflated } from './stage-log-file.js';

/** More than this, and it is the table that does not cover them. */
const LOOKED_INTO_AT_MOST = 200;

/**
 * A table says nothing of an object of which it has no record. A few such objects are read here: one that holds no record was read
 * as it is; another tells why not.
 */
export async function explainSilence(files: readonly AccountedFile[], reader: LogReader): Promise<readonly AccountedFile[]> {
  const silent = files.filter(({ outcome }) => outcome.list === 'not-read' && outcome.reason === 'no records');
  if (silent.length === 0 || silent.length > LOOKED_INTO_AT_MOST) return files;
  const found = new Map(await inParallel(silent, reader.filesAtOnce, async ({ file }) => [file, await outcomeOf(file, reader)] as const));
  return files.map((one) => ({ ...one, outcome: found.get(one.file) ?? one.outcome }));
}

async function outcomeOf(file: LogFile, reader: LogReader): Promise<FileOutcome> {
  const inflated = await readInflated(file, reader, DEFAULT_STAGING_LIMITS);
  if ('reason' in inflated) return { list: 'not-read', ...inflated };
  const text = plainText(inflated);
  const shape = 'reason' in text ? text : reshapeRecords(text);
  if ('reason' in shape) return { list: 'not-read', ...shape };
  const records = shape.asItStands ? shape.records : shape.recordTexts.length;
  if (records > 0) return { list: 'not-read', reason: 'no records', detail: `the table returns none of the ${records} records it holds: its partitions do not cover it` };
  return { list: 'read', records: 0, sha256: createHash('sha256').update(inflated).digest('hex') };
}
