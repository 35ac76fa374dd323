import { createHash } from 'node:crypto';
import type { Value } from '../engines/engine.js';

/** Name of the column in which results of `expect: none` queries carry their exception ids. */
export const EXCEPTION_ID = 'exception_id';

/** `ROOT-01-` and 12 hex: the same row has the same id in every run and every version of the query. */
export function exceptionId(queryId: string, keyValues: readonly Value[]): string {
  return `${queryId}-${createHash('sha256').update(JSON.stringify([queryId, ...keyValues])).digest('hex').slice(0, 12)}`;
}
