import type { Framework } from './framework.js';
import type { QueryHeader } from './query-header.js';

/**
 * Files of the product that were read and checked already, by the SHA-256 of their bytes: headers of queries, and frameworks. Empty here; the
 * build (scripts/build.mjs) puts those of queries/ and frameworks/ in place, because reading them takes the better part of a second of
 * every run. A file that differs by a byte is not among them, and is read and checked in full.
 */
export const CHECKED_HEADERS: Readonly<Record<string, QueryHeader>> = {};
export const CHECKED_FRAMEWORKS: Readonly<Record<string, CheckedFramework>> = {};

/** A framework but for what is told by where its file lies. */
export type CheckedFramework = Omit<Framework, 'name' | 'sha256' | 'own'>;
