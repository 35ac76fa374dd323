import { createHash } from 'node:crypto';
import type { RecordCounts, TrailChange } from '../engines/engine.js';
import type { Framework } from '../pack/framework.js';
import type { Query } from '../pack/query.js';
import { incidentValues } from '../settings/incident.js';
import { LIST_NAMES, type Settings } from '../settings/settings.js';
import type { Coverage } from './coverage.js';
import type { CoverageRun } from './result.js';
import type { Aspect, TrendFacts } from './trend.js';

/** Names an aspect may have: fixed words, the lists of the settings file, and frameworks by the name of their file. */
export const ASPECT_NAMES = ['settings-file', 'decisions-file', 'report-texts', 'data-events', 'queries-off', 'incident', 'accounts', 'regions', 'places', 'event-selection'] as const;
export type AspectName = (typeof ASPECT_NAMES)[number];
export const LIST_ASPECT = 'list-';
export const FRAMEWORK_ASPECT = 'framework-';

interface Known {
  readonly settings: Settings;
  readonly toolVersion: string;
  readonly queries: readonly Query[];
  readonly frameworks: readonly Framework[];
  readonly coverage: Coverage;
  readonly counts: RecordCounts;
  readonly trailChanges: readonly TrailChange[];
}

/** What this run leaves for the next one to compare with. */
export function factsOf({ settings, toolVersion, queries, frameworks, coverage, counts, trailChanges }: Known): TrendFacts {
  return {
    toolVersion,
    engine: settings.engine,
    events: counts.events,
    trailChanges: trailChanges.length,
    queries: [...queries].sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ id, sha256 }) => ({ id, sha256 })),
    aspects: [...settingsAspects(settings), ...frameworkAspects(frameworks), ...scopeAspects(coverage)].sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

function settingsAspects(settings: Settings): readonly Aspect[] {
  const { settingsFile, decisions, lists, dataEvents, queriesOff, incident, report } = settings;
  return [
    ...(settingsFile === null ? [] : [{ name: 'settings-file', count: null, sha256: settingsFile.sha256 }]),
    ...(decisions === null ? [] : [{ name: 'decisions-file', count: decisions.decisions.length, sha256: decisions.sha256 }]),
    ...LIST_NAMES.flatMap((name) => {
      const values = lists[name];
      return values === undefined ? [] : [setOf(`${LIST_ASPECT}${name}`, values)];
    }),
    setOf('data-events', dataEvents.map(({ source, from, to, accounts, resources }) => JSON.stringify([source, from, to, [...accounts].sort(), resources]))),
    ...(queriesOff.length === 0 ? [] : [setOf('queries-off', queriesOff.map(({ id, reason }) => JSON.stringify([id, reason])))]),
    ...(incident === null ? [] : [{ name: 'incident', count: null, sha256: hashOf(incidentValues(incident)) }]),
    { name: 'report-texts', count: null, sha256: hashOf([report.entity, report.classification, report.preparedBy, report.reviewedBy, report.retention]) },
  ];
}

function frameworkAspects(frameworks: readonly Framework[]): readonly Aspect[] {
  return frameworks.map(({ name, sha256 }) => ({ name: `${FRAMEWORK_ASPECT}${name}`, count: null, sha256 }));
}

function scopeAspects({ scope, runs }: Coverage): readonly Aspect[] {
  return [
    setOf('accounts', scope.map(({ account }) => account)),
    setOf('regions', scope.map(({ region }) => region)),
    setOf('places', scope.map(({ account, region }) => `${account}|${region}`)),
    setOf('event-selection', runs.filter(isShown).map(({ account, category, source }) => `${account}|${category}|${source ?? ''}`)),
  ];
}

/** A class of event that something shows to be selected in that account. */
function isShown({ reason }: CoverageRun): boolean {
  return reason !== 'class-not-collected';
}

/** A set, whatever its order and however often a value is named. */
function setOf(name: string, values: readonly string[]): Aspect {
  const distinct = [...new Set(values)].sort();
  return { name, count: distinct.length, sha256: hashOf(distinct) };
}

function hashOf(values: readonly (string | null)[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex');
}
