/** What a file in the log archive is, told from CloudTrail's own folder names; `log` where the path says nothing. */
export type LogFileKind = 'log' | 'insight' | 'network' | 'digest';

/** A file found under `--logs`, before it is opened. */
export interface LogFile {
  /** Where to read it: a path, or `s3://bucket/key`. */
  readonly path: string;
  /** The log object's key from `AWSLogs/` on; else the path relative to the logs' root, with `/`. Unique in a listing. */
  readonly key: string;
  readonly kind: LogFileKind;
  /** From the path; null where the path does not say. */
  readonly account: string | null;
  readonly region: string | null;
  /** Day the object was delivered (`YYYY-MM-DD`, CloudTrail's folder date); null where the path does not say. */
  readonly deliveryDay: string | null;
  /** Size on disk. */
  readonly bytes: number;
}

/** Why a file's records could not be used. */
export const NOT_READ_REASONS = [
  'empty file',
  'truncated gzip',
  'damaged gzip',
  'second gzip member',
  'trailing bytes after gzip',
  'not UTF-8',
  'not JSON',
  'no records',
  'not a digest',
  'too large',
  'cannot be opened',
  'name appears twice',
  'archived storage class',
  'refused by the engine',
] as const;
export type NotReadReason = (typeof NOT_READ_REASONS)[number];

/** The fate of one file. Every listed file has exactly one. */
export type FileOutcome =
  /** `sha256` of the inflated bytes; null where the engine reads the object itself and nobody here saw its bytes. */
  | { readonly list: 'read'; readonly records: number; readonly sha256: string | null }
  | { readonly list: 'outside-window' }
  | { readonly list: 'not-read'; readonly reason: NotReadReason; readonly detail: string };

export interface AccountedFile {
  readonly file: LogFile;
  readonly outcome: FileOutcome;
}

/** A log file made ready for the engine: inflated, checked, in one shape. */
export interface StagedFile {
  readonly file: LogFile;
  /** Plain JSON text, one object with a list `Records` (and perhaps other names), in UTF-8 without a byte order mark. */
  readonly stagedPath: string;
  readonly stagedBytes: number;
  /** True when the text is a single line, but for a line feed at its end. */
  readonly oneLine: boolean;
  /** SHA-256 of the inflated bytes as they stand in the archive (what CloudTrail's digests hash). */
  readonly sha256: string;
  /** Records counted while re-shaping; null where the file already was `{"Records":[…]}` and the engine counts. */
  readonly records: number | null;
}

/** One CloudTrail digest read as a list of files and an hour; its signature is not looked at. */
export interface Digest {
  readonly key: string;
  readonly account: string;
  readonly region: string;
  /** Delivery interval, ISO 8601 UTC. */
  readonly start: string;
  readonly end: string;
  /** True for `_backfill` digests, which list files delivered earlier. */
  readonly backfill: boolean;
  readonly logFiles: readonly { readonly key: string; readonly sha256: string }[];
}
