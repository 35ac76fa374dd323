import type { DecisionsFile } from './decision.js';
import { parseDecisionsFile } from './decisions-file.js';
import type { GivenInputs, RegionVariable } from './given-inputs.js';
import { parseIncident } from './incident.js';
import {
  accountIds, artifactName, branchName, identifier, labelNames, logins, logsPlace, memoryLimit, names, oneOf, profileName, raise, region, retentionDays, roleArn, roleDuration, roleSessionName, s3Place, scanLimit, teamSlugs, workgroupName,
} from './input-forms.js';
import { type Door, type InputName, INPUTS } from './inputs.js';
import { ALLOWED_PERIODS, isOpen, parsePeriod, type Period } from './period.js';
import { InputReader, type Reading } from './reading.js';
import { DEFAULT_REPORT_TEXTS, parseSettingsFile, type SettingsFile } from './settings-file.js';
import { type AthenaSettings, type AwsSettings, type CommitContent, type Destination, DESTINATIONS, type EngineName, type FailOn, type PdfMode, type PublishSettings, type Settings, type Staging } from './settings.js';

export type { GivenInputs };

/** What parsing needs from outside: the door, the clock, the environment's region, the files, the names of the frameworks that ship. */
export interface SettingsWorld {
  readonly door: Door;
  /** ISO 8601 instant. */
  readonly now: string;
  readonly region: RegionVariable | null;
  /** Bytes of a file; null where there is none. */
  readonly readFile: (path: string) => Uint8Array | null;
  readonly frameworkNames: readonly string[];
  /** Names of the frameworks in the user's own folder; throws SettingsError where there is none. */
  readonly ownFrameworkNames?: (folder: string) => readonly string[];
}

const DEFAULT_SETTINGS_FILE = '.github/cloudtrail-evidence.yml';
export const DEFAULT_DECISIONS_FILE = '.github/cloudtrail-evidence-decisions.yml';

/** Checks all inputs and the settings file; every problem found is in one SettingsError, a line each. */
export function parseSettings(given: GivenInputs, world: SettingsWorld): Settings {
  const reader = new InputReader(given, world.door);
  const engine = reader.read(() => engineOf(reader));
  const logs = reader.optional('logs', logsPlace);
  const usesAws = engine.known === 'athena' || logs.known?.startsWith('s3://') === true;
  if (engine.known !== null) refuseWithoutEffect(reader, engine.known, usesAws);
  const allowOpenPeriod = reader.yesOrNo('allow-open-period');
  const period = reader.needed('period', (text) => closedPeriod(text, allowOpenPeriod.known === true, world.now), ALLOWED_PERIODS);
  const athena = engine.known === 'athena' ? readAthena(reader) : null;
  const aws = usesAws ? readAws(reader, world.region) : null;
  const incident = reader.optional('incident', (text) => parseIncident(text, period.known));
  const ownFrameworks = reader.optional('own-queries', (folder) => world.ownFrameworkNames?.(folder) ?? []);
  const frameworks = reader.needed('frameworks', (text) => frameworkList(text, world.frameworkNames, reader.isGiven('own-queries') ? ownFrameworks.known : []));
  const output = reader.needed('output-dir', asItIs);
  const pdf = reader.choice<PdfMode>('pdf', ['auto', 'required', 'never']);
  const failOn = reader.choice<FailOn>('fail-on', ['incomplete', 'exceptions', 'both', 'never']);
  const publish = readPublish(reader, world.door, period);
  const checkOnly = reader.yesOrNo('check-only');
  const selfTest = reader.yesOrNo('self-test');
  const memoryLimitMb = reader.needed('memory-limit-mb', memoryLimit);
  const file = reader.read(() => readSettingsFile(reader.text('settings-file'), world));
  const decisions = reader.read(() => readDecisionsFile(reader.text('decisions-file'), world));
  reader.finish();
  return Object.freeze<Settings>({
    engine: engine.get(),
    logs: logs.get() ?? '',
    athena: athena?.() ?? null,
    aws: aws?.() ?? null,
    publish: publish(),
    checkOnly: checkOnly.get(),
    selfTest: selfTest.get(),
    duckdbBindingsPath: reader.text('duckdb-bindings-path'),
    period: period.get(),
    allowOpenPeriod: allowOpenPeriod.get(),
    frameworks: frameworks.get(),
    output: output.get(),
    pdf: pdf.get(),
    chromePath: reader.text('chrome-path'),
    failOn: failOn.get(),
    previousPack: reader.text('previous-pack'),
    memoryLimitMb: memoryLimitMb.get(),
    tempDir: reader.text('temp-dir'),
    scope: file.get()?.content.scope ?? { accounts: [], regions: [] },
    lists: file.get()?.content.lists ?? {},
    dataEvents: file.get()?.content.dataEvents ?? [],
    queriesOff: file.get()?.content.queriesOff ?? [],
    incident: incident.get(),
    ownQueries: reader.text('own-queries'),
    report: file.get()?.content.report ?? DEFAULT_REPORT_TEXTS,
    settingsFile: settingsFileOf(file.get()),
    decisions: decisions.get(),
  });
}

function asItIs(text: string): string {
  return text;
}

/** The one that was asked for, else the one for which it is said where the logs are. */
function engineOf(reader: InputReader): EngineName {
  const asked = reader.text('engine');
  if (asked !== null) return oneOf('engine', asked, ['athena', 'duckdb']);
  if (reader.isGiven('athena-table')) return 'athena';
  if (reader.isGiven('logs')) return 'duckdb';
  if (reader.isGiven('athena-database')) return 'athena';
  return raise('logs: nothing is given; give log files for the embedded engine, or athena-database and athena-table for Athena.');
}

/** An input that would change nothing was given by mistake, or in place of another. */
function refuseWithoutEffect(reader: InputReader, engine: EngineName, usesAws: boolean): void {
  for (const { name, goesWith } of INPUTS) {
    if (goesWith === undefined || goesWith === engine || (goesWith === 'aws' && usesAws) || !reader.isGiven(name)) continue;
    reader.read(() => raise(
      goesWith === 'aws'
        ? `${name}: AWS is asked for nothing when logs are files on disk; leave it out.`
        : `${name}: it goes with the engine ${goesWith}, and this run's is ${engine}; leave it out, or choose the other with engine.`,
    ));
  }
}

function readAthena(reader: InputReader): () => AthenaSettings {
  const database = reader.needed('athena-database', (text) => identifier('athena-database', text), 'give the database of the CloudTrail table');
  const table = reader.needed('athena-table', (text) => identifier('athena-table', text), 'give the name of the CloudTrail table');
  const workgroup = reader.needed('athena-workgroup', workgroupName);
  const output = reader.optional('athena-output', (text) => s3Place('athena-output', text));
  const staging = reader.choice<Staging>('staging', ['auto', 'always', 'never']);
  const maxScanBytes = reader.needed('max-scan-gb', scanLimit);
  const allowFullScan = reader.yesOrNo('allow-full-scan');
  return () => ({
    database: database.get(),
    table: table.get(),
    workgroup: workgroup.get(),
    output: output.get(),
    staging: staging.get(),
    maxScanBytes: maxScanBytes.get(),
    allowFullScan: allowFullScan.get(),
  });
}

function readAws(reader: InputReader, environment: RegionVariable | null): () => AwsSettings {
  const role = reader.optional('role-to-assume', roleArn);
  const place = reader.read(() => regionFrom(reader.text('aws-region'), environment));
  const sessionName = reader.needed('role-session-name', roleSessionName);
  const duration = reader.needed('role-duration', roleDuration);
  const allowed = reader.optional('allowed-account-ids', accountIds);
  const profile = reader.optional('profile', profileName);
  for (const name of ['role-session-name', 'role-duration'] as const) {
    if (reader.isGiven(name) && !reader.isGiven('role-to-assume')) reader.read(() => raise(`${name}: it goes with role-to-assume, which is not given; give the role, or leave it out.`));
  }
  if (reader.isGiven('profile') && reader.isGiven('role-to-assume')) {
    reader.read(() => raise('profile: role-to-assume is given too, and that role is assumed with GitHub\'s OIDC token alone; give one of the two.'));
  }
  const [account, accounts] = [role.known?.account, allowed.known];
  if (account !== undefined && accounts !== null && !accounts.includes(account)) {
    reader.read(() => raise(`role-to-assume: its account ${account} is not one of allowed-account-ids, ${accounts.join(', ')}; correct one of the two.`));
  }
  return () => ({
    roleToAssume: role.get()?.arn ?? null,
    region: place.get(),
    roleSessionName: sessionName.get(),
    roleDurationSeconds: duration.get(),
    allowedAccountIds: allowed.get() ?? [],
    profile: profile.get(),
  });
}

function regionFrom(given: string | null, environment: RegionVariable | null): string {
  if (given !== null) return region(given, '');
  if (environment !== null) return region(environment.text, ` (of the variable ${environment.variable})`);
  return raise('aws-region: nothing is given, and neither is AWS_REGION in the environment; give the region of the table or of the bucket with the logs, such as eu-central-1.');
}

function readPublish(reader: InputReader, door: Door, period: Reading<Period>): () => PublishSettings {
  const to = reader.needed('publish', (text) => publishTo(text, door));
  if (to.known !== null) refuseUnpublished(reader, to.known);
  const name = reader.optional('artifact-name', artifactName);
  const days = reader.optional('retention-days', retentionDays);
  const allowPublic = reader.yesOrNo('allow-public');
  const commitContent = reader.choice<CommitContent>('commit-content', ['summary', 'full']);
  const branch = reader.optional('branch', branchName);
  const labels = reader.optional('labels', labelNames);
  const reviewers = reader.optional('reviewers', logins);
  const teamReviewers = reader.optional('team-reviewers', teamSlugs);
  return () => ({
    to: to.get(),
    artifactName: name.get() ?? `cloudtrail-evidence-${period.get().label}`,
    retentionDays: days.get(),
    allowPublic: allowPublic.get(),
    commitContent: commitContent.get(),
    branch: branch.get(),
    labels: labels.get() ?? [],
    reviewers: reviewers.get() ?? [],
    teamReviewers: teamReviewers.get() ?? [],
  });
}

function publishTo(text: string, door: Door): readonly Destination[] {
  const given = names(text).map((name) => oneOf('publish', name, [...DESTINATIONS, 'none']));
  if (given.length === 0) raise(`publish: "${text}" names no place; allowed are ${DESTINATIONS.join(', ')}, or none.`);
  if (given.includes('none') && given.length > 1) raise(`publish: "${text}" names none beside a place; give one or the other.`);
  const to = DESTINATIONS.filter((destination) => given.includes(destination));
  if (to.length > 0 && door === 'command line') raise(`publish: "${to.join(',')}" needs a workflow run; on the command line give none, and take the pack from output-dir.`);
  return to;
}

/** What the inputs of publishing go with. */
const PUBLISHED_WITH: readonly (readonly [InputName, readonly Destination[]])[] = [
  ['commit-content', ['commit', 'pull-request']],
  ['branch', ['commit', 'pull-request']],
  ['labels', ['pull-request', 'issue']],
  ['reviewers', ['pull-request']],
  ['team-reviewers', ['pull-request']],
];

function refuseUnpublished(reader: InputReader, to: readonly Destination[]): void {
  for (const [name, places] of PUBLISHED_WITH) {
    if (reader.isGiven(name) && !places.some((destination) => to.includes(destination))) {
      reader.read(() => raise(`${name}: it goes with publish: ${places.join(' or ')}, and this run's is ${to.join(',') || 'none'}; leave it out, or add it to publish.`));
    }
  }
}

function closedPeriod(text: string, allowOpen: boolean, now: string): Period {
  const period = parsePeriod(text, now);
  if (!allowOpen && isOpen(period, now)) {
    raise(`period: "${text}" ends at ${period.end}, and logs settle 3 hours later; it is ${now} now. Choose a period that is over, or allow-open-period for a preliminary pack.`);
  }
  return period;
}

/** `own`: null where the folder could not be looked into, which is said of it. */
function frameworkList(text: string, shipped: readonly string[], own: readonly string[] | null): readonly string[] {
  const list = names(text);
  const known = [...shipped, ...(own ?? [])];
  const unknown = own === null ? [] : list.filter((name) => !known.includes(name));
  if (unknown.length > 0) raise(`frameworks: "${unknown.join(', ')}" is not known; allowed are ${known.join(', ')}.`);
  return list.length > 0 ? list : raise(`frameworks: none is named; allowed are ${known.join(', ')}.`);
}

interface FoundFile {
  readonly path: string;
  readonly content: SettingsFile;
}

/** The default path is optional; one that was given must be there. */
function readSettingsFile(given: string | null, world: SettingsWorld): FoundFile | null {
  const path = given ?? DEFAULT_SETTINGS_FILE;
  const bytes = world.readFile(path);
  if (bytes !== null) return { path, content: parseSettingsFile(path, bytes) };
  return given === null ? null : raise(`settings-file: "${given}" cannot be read; give the path of a YAML file.`);
}

function readDecisionsFile(given: string | null, world: SettingsWorld): DecisionsFile | null {
  const path = given ?? DEFAULT_DECISIONS_FILE;
  const bytes = world.readFile(path);
  if (bytes !== null) return parseDecisionsFile(path, bytes);
  return given === null ? null : raise(`decisions-file: "${given}" cannot be read; give the path of a YAML file.`);
}

function settingsFileOf(file: FoundFile | null): Settings['settingsFile'] {
  return file === null ? null : { path: file.path, sha256: file.content.sha256 };
}
