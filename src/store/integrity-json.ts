import type { DifferingFile } from '../evidence/archive-account.js';
import type { AccountedFile, Digest } from '../sources/log-file.js';
import { canonicalJsonParts } from './canonical-json.js';

/**
 * `integrity.json`: the fate of every file found in the archive, each in one list, and the digests that were read. In
 * parts, since an archive has a hundred thousand files. Digests serve as lists of files and their hashes; their signatures are
 * not looked at, and the document says so.
 */
export function integrityJson(files: Iterable<AccountedFile>, digests: Iterable<Digest>, differing: readonly DifferingFile[]): Generator<string> {
  const listed = new Map(differing.map(({ file, listedSha256 }) => [file.key, listedSha256]));
  return canonicalJsonParts({
    schemaVersion: 1,
    signatures: 'not validated',
    files: lazily(files, (file) => fileEntry(file, listed.get(file.file.key))),
    digests: lazily(digests, digestEntry),
  });
}

/** `listedSha256`: the hash a digest gives, where it is another. */
function fileEntry({ file, outcome }: AccountedFile, listedSha256: string | undefined): object {
  const where = { key: file.key, kind: file.kind, bytes: file.bytes, list: outcome.list };
  if (outcome.list === 'read') return { ...where, records: outcome.records, sha256: outcome.sha256, ...(listedSha256 === undefined ? {} : { listedSha256 }) };
  if (outcome.list === 'not-read') return { ...where, reason: outcome.reason, detail: outcome.detail };
  return where;
}

function digestEntry(digest: Digest): object {
  const { key, account, region, start, end, backfill } = digest;
  return { key, account, region, start, end, backfill, logFiles: digest.logFiles.length };
}

function* lazily<T>(items: Iterable<T>, entry: (item: T) => object): Generator<object> {
  for (const item of items) yield entry(item);
}
