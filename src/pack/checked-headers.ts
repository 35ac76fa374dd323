import type { QueryHeader } from './query-header.js';

/**
 * Headers of query files that were read and checked already, by the SHA-256 of the file's bytes. Empty here; the build (scripts/build.mjs) puts
 * those of the product's own files in place, because reading them takes the better part of a second of every run. A file that differs
 * by a byte is not among them, and is read and checked in full.
 */
export const CHECKED_HEADERS: Readonly<Record<string, QueryHeader>> = {};
