import type { CallerIdentity } from '../aws/session.js';
import type { Execution, RecordCounts, Spending } from '../engines/engine.js';
import type { PackReview } from '../evidence/pack-review.js';
import type { RunFacts } from '../evidence/run-facts.js';
import type { PreviousSignOff } from '../evidence/sign-off.js';
import type { FilesSummary } from '../report/input.js';
import type { Incident } from '../settings/incident.js';
import type { AthenaSettings, Settings } from '../settings/settings.js';
import { canonicalJson } from './canonical-json.js';

/** What was run and what it read: enough to run it again. */
export interface RunRecord {
  readonly facts: RunFacts;
  readonly settings: Settings;
  /** Where the logs are: a folder as it was given, or `s3://…`. */
  readonly logsPlace: string;
  /** Who the run was towards AWS; null where it asked nothing of AWS. */
  readonly caller: CallerIdentity | null;
  /** Null for an engine that runs on this machine. */
  readonly spending: Spending | null;
  readonly preliminary: boolean;
  readonly counts: RecordCounts;
  readonly files: FilesSummary;
  readonly missingColumns: readonly string[];
  readonly previousPack: { readonly label: string; readonly manifestSha256: string } | null;
  readonly previousSignOff: PreviousSignOff | null;
  readonly previousReview: PackReview | null;
  readonly frameworks: readonly { readonly name: string; readonly sha256: string; readonly own: boolean }[];
  /** Every query of the run. `executedSqlSha256` is null, and `failure` says why, when it did not run. */
  readonly queries: readonly {
    readonly id: string;
    /** True for a query of the user's own folder. */
    readonly own: boolean;
    /** Of its file, lists not written in. */
    readonly sha256: string;
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
    engine: { name: run.settings.engine, version: facts.engineVersion, missingColumns: run.missingColumns, athena: athenaAsUsed(run.settings.athena) },
    aws: awsAsUsed(run),
    spending: spent(run.spending),
    settings: settingsAsUsed(run.settings, run.logsPlace),
    records: run.counts,
    files: { read: files.read, outsideWindow: files.outsideWindow, notRead: files.notRead.length, digests: files.digests, foldersLeftAside: files.foldersLeftAside },
    previousPack: previousAsKnown(run),
    frameworks: run.frameworks.map(({ name, sha256, own }) => ({ name, sha256, own })),
    queries: [...run.queries]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, own, sha256, executedSqlSha256, rows, failure }) => ({ id, own, sha256, executedSqlSha256, rows, failure })),
  });
}

/**
 * The settings that shape the evidence, named one by one so that a new setting is never printed unasked. Left out: where
 * the pack, the browser and temporary files are on one machine, and how much memory it had.
 */
function settingsAsUsed(settings: Settings, logsPlace: string): object {
  return {
    logs: logsPlace,
    period: settings.period,
    allowOpenPeriod: settings.allowOpenPeriod,
    frameworks: settings.frameworks,
    ownQueries: settings.ownQueries,
    pdf: settings.pdf,
    failOn: settings.failOn,
    selfTest: settings.selfTest,
    scope: settings.scope,
    lists: settings.lists,
    dataEvents: settings.dataEvents,
    queriesOff: settings.queriesOff.map(({ id, reason }) => ({ id, reason })),
    incident: incidentAsNamed(settings.incident),
    report: settings.report,
    settingsFile: settings.settingsFile,
    decisionsFile: settings.decisions === null ? null : { path: settings.decisions.path, sha256: settings.decisions.sha256 },
  };
}

function incidentAsNamed(incident: Incident | null): object | null {
  if (incident === null) return null;
  const { principal, key, address, resource, window } = incident;
  return { principal, key, address, resource, window: { start: window.start, end: window.end } };
}

function athenaAsUsed(athena: AthenaSettings | null): object | null {
  if (athena === null) return null;
  const { database, table, workgroup, output, staging, maxScanBytes, allowFullScan } = athena;
  return { database, table, workgroup, output, staging, maxScanBytes, allowFullScan };
}

/** Who asked AWS, as AWS says it. No key and no token is known here. */
function awsAsUsed({ settings, caller }: RunRecord): object | null {
  if (settings.aws === null || caller === null) return null;
  return { region: settings.aws.region, account: caller.account, arn: caller.arn, roleToAssume: settings.aws.roleToAssume };
}

/** The pack before this one, and what was known of its sign-off and review when this one was made. */
function previousAsKnown({ previousPack, previousSignOff, previousReview }: RunRecord): object | null {
  if (previousPack === null) return null;
  return {
    label: previousPack.label,
    manifestSha256: previousPack.manifestSha256,
    signOff: previousSignOff?.signOff ?? null,
    signOffProblem: previousSignOff?.problem ?? null,
    review: previousReview === null ? null : reviewEntry(previousReview),
  };
}

function reviewEntry({ pullRequest, url, mergedBy, mergedAt, approvals }: PackReview): object {
  return { pullRequest, url, mergedBy, mergedAt, approvals: approvals.map(({ login, at }) => ({ login, at })) };
}

function spent(spending: Spending | null): object | null {
  if (spending === null) return null;
  const { bytesScanned, bytesCharged, costUsd, executions } = spending;
  return { bytesScanned, bytesCharged, costUsd, executions: executions.map(executionEntry) };
}

function executionEntry({ purpose, executionId, state, engineVersion, bytesScanned, queuedMs, engineMs, totalMs, failure }: Execution): object {
  return { purpose, executionId, state, engineVersion, bytesScanned, queuedMs, engineMs, totalMs, failure: failure === null ? null : { errorType: failure.errorType, sentence: failure.sentence } };
}
