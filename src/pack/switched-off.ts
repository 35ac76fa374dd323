import { SettingsError } from '../settings/errors.js';
import type { Settings } from '../settings/settings.js';
import type { Query } from './query.js';

/** Refuses to switch off what there is not: a slip of the pen would leave a query on. All of them at once, each with its line. */
export function checkSwitchedOff({ queriesOff, settingsFile }: Pick<Settings, 'queriesOff' | 'settingsFile'>, queries: readonly Pick<Query, 'id'>[]): void {
  const known = new Set(queries.map(({ id }) => id));
  const unknown = queriesOff.filter(({ id }) => !known.has(id));
  if (unknown.length === 0) return;
  const path = settingsFile?.path ?? 'settings';
  throw new SettingsError(unknown.map(({ id, line }) => `${path}:${line}: queries.off names ${id}, which is no query of the pack; "cloudtrail-evidence queries" lists them.`).join('\n'));
}

/** The queries a run puts to the engine. */
export function switchedOn<T extends Pick<Query, 'id'>>({ queriesOff }: Pick<Settings, 'queriesOff'>, queries: readonly T[]): readonly T[] {
  const off = new Set(queriesOff.map(({ id }) => id));
  return queries.filter(({ id }) => !off.has(id));
}
