import type { DecisionsFile } from './decision.js';
import type { Incident } from './incident.js';
import type { Period } from './period.js';

/** An account in scope, as management names it. */
export interface ScopeAccount {
  /** Twelve digits. */
  readonly id: string;
  readonly name: string | null;
  /** For example `production`; free text of the settings file. */
  readonly environment: string | null;
}

/** Accounts × regions looked at. An empty list means: every one seen in the logs. */
export interface Scope {
  readonly accounts: readonly ScopeAccount[];
  readonly regions: readonly string[];
}

/** Names of the lists a settings file may hold; queries read them as `setting_<name with underscores>`. */
export const LIST_NAMES = [
  'approved-regions',
  'approved-networks',
  'approved-countries',
  'country-networks',
  'admin-roles',
  'break-glass-roles',
  'deploy-roles',
  'evidence-roles',
  'oidc-subjects',
  'known-accounts',
  'log-buckets',
  'evidence-buckets',
  'data-stores',
  'personal-data-stores',
  'sensitive-keys',
  'sensitive-secrets',
  'production-functions',
  'expected-invokers',
  'working-hours',
  'freeze-windows',
] as const;
export type ListName = (typeof LIST_NAMES)[number];

/**
 * Management's statement that data (or network) events of one source were selected on the trail. CloudTrail records
 * alone do not show what was selected before the period began.
 */
export interface DataEventsStatement {
  /** For example `lambda.amazonaws.com`. */
  readonly source: string;
  /** First day selected, `YYYY-MM-DD`; null: since before the period. */
  readonly from: string | null;
  /** First day no longer selected, `YYYY-MM-DD`; null: still selected at the end of the period. */
  readonly to: string | null;
  /** Account ids the statement speaks of; empty: every account in scope. */
  readonly accounts: readonly string[];
  /** `all`, or what part is selected, in words ("functions of the orders service"): a part makes coverage incomplete. */
  readonly resources: string;
}

/** A query that management switched off, and why. */
export interface QueryOff {
  readonly id: string;
  readonly reason: string;
  /** Where the settings file says so. */
  readonly line: number;
}

/** Texts printed in reports; all optional, all from the settings file. */
export interface ReportTexts {
  readonly entity: string | null;
  readonly classification: string;
  readonly preparedBy: string | null;
  readonly reviewedBy: string | null;
  /** Date until which the pack is kept, in the owner's words. */
  readonly retention: string | null;
}

export type PdfMode = 'auto' | 'required' | 'never';
export type FailOn = 'incomplete' | 'exceptions' | 'both' | 'never';

export type EngineName = 'athena' | 'duckdb';
export type Staging = 'auto' | 'always' | 'never';

/** Which role to take, and as whom. Nothing secret stands here. */
export interface AwsSettings {
  /** ARN of the role to take with GitHub's OIDC token; null: credentials are in the environment already. */
  readonly roleToAssume: string | null;
  readonly region: string;
  readonly roleSessionName: string;
  /** 900 to 43,200. */
  readonly roleDurationSeconds: number;
  /** Account ids of which the caller must be one; empty: any. */
  readonly allowedAccountIds: readonly string[];
  /** Profile of the AWS configuration files; null: the default chain. */
  readonly profile: string | null;
}

/** The log table in Athena, and what may be spent on it. Names match `^[A-Za-z0-9_]+$` (workgroup: Athena's own rule). */
export interface AthenaSettings {
  readonly database: string;
  readonly table: string;
  readonly workgroup: string;
  /** `s3://bucket/prefix/` for results and staged data; null: the workgroup's own place. */
  readonly output: string | null;
  readonly staging: Staging;
  /** Bytes a run may scan; null: no limit of ours. */
  readonly maxScanBytes: number | null;
  readonly allowFullScan: boolean;
}

export const DESTINATIONS = ['artifact', 'commit', 'pull-request', 'issue'] as const;
export type Destination = (typeof DESTINATIONS)[number];
export type CommitContent = 'summary' | 'full';

/** Where a pack goes once it is written. */
export interface PublishSettings {
  /** Each once, in the order of DESTINATIONS. */
  readonly to: readonly Destination[];
  readonly artifactName: string;
  /** Days; null: the repository's own setting. */
  readonly retentionDays: number | null;
  readonly allowPublic: boolean;
  readonly commitContent: CommitContent;
  /** What to commit to, or the pull request's base; null: the run's own branch for a commit, the repository's default branch for a pull request. */
  readonly branch: string | null;
  readonly labels: readonly string[];
  readonly reviewers: readonly string[];
  /** Slugs, without the organisation. */
  readonly teamReviewers: readonly string[];
}

/** Everything a run is told, checked once and frozen. Nothing later reads inputs, environment or clock for settings. */
export interface Settings {
  readonly engine: EngineName;
  /** Folder, file or glob as given; empty for Athena. */
  readonly logs: string;
  /** Null unless the engine is Athena. */
  readonly athena: AthenaSettings | null;
  /** Null where nothing of AWS is used. */
  readonly aws: AwsSettings | null;
  readonly publish: PublishSettings;
  /** Only tell what a run would find and cost. */
  readonly checkOnly: boolean;
  /** Every query that runs is tried on its own cases too, on the engine of the run. */
  readonly selfTest: boolean;
  /** Folder of DuckDB's native library, for machines that may not download it; null: found or fetched. */
  readonly duckdbBindingsPath: string | null;
  readonly period: Period;
  readonly allowOpenPeriod: boolean;
  /** Framework names, in the order to report them: `soc2`, `gdpr`. */
  readonly frameworks: readonly string[];
  /** Folder in which the pack's folder is made. */
  readonly output: string;
  readonly pdf: PdfMode;
  readonly chromePath: string | null;
  readonly failOn: FailOn;
  /** Folder or zip of the previous pack; null: none named, and one is looked for in the output folder. */
  readonly previousPack: string | null;
  /** Memory the embedded engine may use before it goes to disk, in MiB. */
  readonly memoryLimitMb: number;
  /** Folder for the engine's temporary files; null: the system's. */
  readonly tempDir: string | null;
  readonly scope: Scope;
  /** A list that is not in the settings file is absent here: "not configured" differs from "configured as empty". */
  readonly lists: Readonly<Partial<Record<ListName, readonly string[]>>>;
  readonly dataEvents: readonly DataEventsStatement[];
  /** In the order of the settings file, each id once. */
  readonly queriesOff: readonly QueryOff[];
  /** What to follow for INC-01; null: no incident was named. */
  readonly incident: Incident | null;
  /** Folder with the user's own queries and frameworks, as given; null: none. */
  readonly ownQueries: string | null;
  readonly report: ReportTexts;
  /** SHA-256 of the settings file's bytes and its path as given; null: no file. */
  readonly settingsFile: { readonly path: string; readonly sha256: string } | null;
  /** What control owners decided of exceptions; null: no file. */
  readonly decisions: DecisionsFile | null;
}
