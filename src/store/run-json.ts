import type { RecordCounts } from '../engines/engine.js';
import type { RunFacts } from '../evidence/run-facts.js';
import type { FilesSummary } from '../report/input.js';
import type { Settings } from '../settings/settings.js';
import { canonicalJson } from './canonical-json.js';

/** What was run and what it read: enough to run it again. */
export interface RunRecord {
  readonly facts: RunFacts;
  readonly settings: Settings;
  readonly preliminary: boolean;
  readonly counts: RecordCounts;
  readonly files: FilesSummary;
  readonly missingColumns: readonly string[];
  readonly frameworks: readonly { readonly name: string; readonly sha256: string }[];
  /** Every query of the run. `executedSqlSha256` is null, and `failure` says why, when it did not run. */
  readonly queries: readonly {
    readonly id: string;
    readonly executedSqlSha256: string | null;
    readonly rows: number;
    readonly failure: string | null;
  }[];
}

/** `run.json`. */
export function runJson(run: RunRecord): string {
  const { facts, files } = run;
  return canonicalJson({
    schemaVersion: 1,
    preliminary: run.preliminary,
    tool: { name: facts.tool.name, version: facts.tool.version, commit: facts.tool.commit },
    run: { generatedAt: facts.generatedAt, actor: facts.actor, environment: facts.environment, id: facts.runId, url: facts.runUrl },
    engine: { name: run.settings.engine, version: facts.engineVersion, missingColumns: run.missingColumns },
    settings: settingsAsUsed(run.settings),
    records: run.counts,
    files: { read: files.read, outsideWindow: files.outsideWindow, notRead: files.notRead.length, digests: files.digests },
    frameworks: run.frameworks.map(({ name, sha256 }) => ({ name, sha256 })),
    queries: [...run.queries]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, executedSqlSha256, rows, failure }) => ({ id, executedSqlSha256, rows, failure })),
  });
}

/**
 * The settings that shape the evidence, named one by one so that a new setting is never printed unasked. Left out: where
 * the pack, the browser and temporary files are on one machine, and how much memory it had.
 */
function settingsAsUsed(settings: Settings): object {
  return {
    logs: settings.logs,
    period: settings.period,
    allowOpenPeriod: settings.allowOpenPeriod,
    frameworks: settings.frameworks,
    pdf: settings.pdf,
    failOn: settings.failOn,
    scope: settings.scope,
    lists: settings.lists,
    dataEvents: settings.dataEvents,
    report: settings.report,
    settingsFile: settings.settingsFile,
  };
}
