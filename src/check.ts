import type { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { GetObjectCommand, ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import { athenaClient, cloudTrailClient, s3Client } from './aws/clients.js';
import { AwsError, denialOf, printable } from './aws/errors.js';
import { CALLS, permissionsFor } from './aws/permissions.js';
import { type AwsSession, connectAws } from './aws/session.js';
import { count, type Found, foundIn, foundText, notProjected, notReadText } from './check-archive.js';
import { type Asked, Permissions } from './check-permissions.js';
import { trailsText } from './check-trails.js';
import { call } from './engines/athena/calls.js';
import { estimate, readsOfRun, roughly, stagingPays } from './engines/athena/estimate.js';
import { partitionPredicate } from './engines/athena/partition-predicate.js';
import { planRun, readLayout } from './engines/athena/plan.js';
import { daysOf } from './engines/athena/projected-days.js';
import { recordsSelect } from './engines/athena/records-sql.js';
import { placeOfUrl } from './engines/athena/stored-objects.js';
import type { TableLayout } from './engines/athena/table-layout.js';
import { tablePlace } from './engines/athena/table-place.js';
import { readWorkgroup, type Workgroup } from './engines/athena/workgroup.js';
import { EngineError } from './engines/engine.js';
import { fieldName, lackedColumns } from './engines/event-origins.js';
import { loadPack } from './load-pack.js';
import type { Query } from './pack/query.js';
import { switchedOn } from './pack/switched-off.js';
import { callingOf, clientWorld, type LogsContext, worldOf } from './run-logs.js';
import { size, usd } from './settings/amounts.js';
import { SettingsError } from './settings/errors.js';
import type { AthenaSettings, AwsSettings, Settings } from './settings/settings.js';
import { type DeliveryWindow, deliveryWindow } from './sources/delivery-window.js';
import { listLocalLogs } from './sources/list-local-logs.js';
import { listS3Logs } from './sources/list-s3-logs.js';
import type { LogFile } from './sources/log-file.js';
import type { LogListing } from './sources/log-listing.js';
import { parseS3Place, s3Object } from './sources/s3-place.js';

/** One thing that was looked at. */
export interface Finding {
  readonly about: 'Identity' | 'Workgroup' | 'Table' | 'Columns' | 'Partitions' | 'Logs' | 'Price' | 'Event selectors' | 'Permissions';
  readonly text: string;
  /** A run would be refused, or say less than the logs do. */
  readonly problem: boolean;
}

export interface Checked {
  /** What was looked at, and for which period. */
  readonly title: string;
  readonly findings: readonly Finding[];
  /** Statement that mends the table; null where none is needed. */
  readonly ddl: string | null;
}

/** Tells what a run would find. Nothing is written, and no statement runs in Athena. */
export async function check(settings: Settings, context: LogsContext): Promise<Checked> {
  const { athena, aws } = settings;
  if (aws === null) return checkFiles(settings);
  return athena === null ? checkBucket(settings, aws, context) : checkTable(settings, athena, aws, context);
}

/** Findings as they come, and what they show of permissions. */
class Findings {
  readonly list: Finding[] = [];
  readonly permissions = new Permissions();
  ddl: string | null = null;

  say(about: Finding['about'], text: string, problem = false): void {
    this.list.push({ about, text, problem });
  }

  /** Asks, and says what came of it; null where it was refused. */
  async ask<Answer>(about: Finding['about'], asked: Asked, ask: () => Promise<Answer>, say?: (answer: Answer) => string): Promise<Answer | null> {
    try {
      const answer = await ask();
      this.permissions.wasAllowed(asked);
      if (say !== undefined) this.say(about, say(answer));
      return answer;
    } catch (error) {
      if (!(error instanceof AwsError || error instanceof EngineError || error instanceof SettingsError)) throw error;
      this.say(about, error.message, true);
      const denial = denialOf(error);
      if (denial !== null && asked.service !== 'sts') this.permissions.wasDenied(asked, denial.permission);
      return null;
    }
  }
}

const ATHENA = { service: 'athena', bucket: null } as const;
const LOGS = { service: 's3', bucket: 'logs' } as const;
const TAKES_ROLE = { service: 'sts', operation: 'AssumeRoleWithWebIdentity', bucket: null } as const;

async function checkTable(settings: Settings, athenaSettings: AthenaSettings, aws: AwsSettings, context: LogsContext): Promise<Checked> {
  const findings = new Findings();
  const done = (): Checked => ({ title: `${athenaSettings.database}.${athenaSettings.table} for ${settings.period.label}`, findings: findings.list, ddl: findings.ddl });
  const session = await findings.ask('Identity', TAKES_ROLE, () => connectAws(aws, worldOf(context)), identityText);
  if (session === null) return done();
  const [athena, s3] = [athenaClient(session, clientWorld(context)), s3Client(session, clientWorld(context))];
  try {
    const calling = callingOf(context);
    const workgroup = await findings.ask('Workgroup', { ...ATHENA, operation: 'GetWorkGroup' }, () => readWorkgroup(athena, athenaSettings, calling), workgroupText);
    const layout = await findings.ask('Table', { ...ATHENA, operation: 'GetTableMetadata' }, () => readLayout(athena, athenaSettings, calling), layoutText);
    const queries = switchedOn(settings, (await loadPack(settings)).queries);
    const { found, wholeTable } = layout === null ? { found: null, wholeTable: false } : await checkLayout({ settings, athenaSettings, layout, s3, queries, context, findings });
    if (found !== null && layout !== null && workgroup !== null) checkPrice({ settings, athenaSettings, layout, workgroup, found, wholeTable, queries, context, findings });
    if (workgroup?.stageRoot != null && athenaSettings.staging !== 'never') await checkStagePlace(workgroup.stageRoot, s3, context, findings);
    if (found !== null) await checkReading(s3, found, findings);
    await checkTrails(session, layout === null ? null : placeOfUrl(layout.root).bucket, context, findings);
  } finally {
    athena.destroy();
    s3.destroy();
  }
  const { permissions } = findings;
  findings.say('Permissions', permissions.text(permissionsFor(athenaSettings.staging === 'never' ? 'direct' : 'staged', CALLS.filter(({ checkOnly }) => !checkOnly))), permissions.areMissing);
  return done();
}

/** Log objects in a bucket, for the embedded engine. */
async function checkBucket(settings: Settings, aws: AwsSettings, context: LogsContext): Promise<Checked> {
  const findings = new Findings();
  const place = parseS3Place(settings.logs);
  const done = (): Checked => ({ title: `${settings.logs} for ${settings.period.label}`, findings: findings.list, ddl: null });
  const session = await findings.ask('Identity', TAKES_ROLE, () => connectAws(aws, worldOf(context)), identityText);
  if (session === null) return done();
  const s3 = s3Client(session, clientWorld(context));
  try {
    const window = deliveryWindow(settings.period);
    const list = (): Promise<LogListing> => listS3Logs(s3, place, { window, now: context.facts.generatedAt, folders: null, readsRestored: true });
    const found = await checkListing(list, window, findings);
    checkPresence(found, 'logs', findings);
    if (found !== null) await checkReading(s3, found, findings);
  } finally {
    s3.destroy();
  }
  findings.say('Price', 'nothing, but for requests and transfer');
  await checkTrails(session, place.bucket, context, findings);
  const { permissions } = findings;
  findings.say('Permissions', permissions.text(CALLS.filter(({ bucket }) => bucket === 'logs').flatMap((each) => each.permissions)), permissions.areMissing);
  return done();
}

/** What is there, and what of it cannot be read as it is. */
async function checkListing(list: () => Promise<LogListing>, window: DeliveryWindow, findings: Findings): Promise<Found | null> {
  const found = await findings.ask('Logs', { ...LOGS, operation: 'ListObjectsV2' }, async () => foundIn(await list(), window), (all) => foundText(all, daysOf(window)));
  if (found !== null && found.notRead.length > 0) findings.say('Logs', notReadText(found), true);
  return found;
}

/** Log files on disk. */
async function checkFiles(settings: Settings): Promise<Checked> {
  const findings = new Findings();
  findings.say('Identity', 'nothing is asked of AWS');
  checkPresence(await checkListing(() => listLocalLogs(settings.logs), deliveryWindow(settings.period), findings), 'logs', findings);
  findings.say('Price', 'nothing');
  findings.say('Event selectors', NO_SELECTORS);
  return { title: `${settings.logs} for ${settings.period.label}`, findings: findings.list, ddl: null };
}

interface Layouting {
  readonly settings: Settings;
  readonly athenaSettings: AthenaSettings;
  readonly layout: TableLayout;
  readonly s3: S3Client;
  /** All of the pack. */
  readonly queries: readonly Query[];
  readonly context: LogsContext;
  readonly findings: Findings;
}

/** Columns, partitions, and the log objects at the table's place: null where those cannot be listed. */
async function checkLayout({ settings, athenaSettings, layout, s3, queries, context, findings }: Layouting): Promise<{ readonly found: Found | null; readonly wholeTable: boolean }> {
  const { period, scope } = settings;
  const { database, table } = athenaSettings;
  const now = context.facts.generatedAt;
  const { missingColumns } = recordsSelect(layout, { table: { database, table }, where: 'true' });
  const concerned = queries.filter((query) => lackedColumns(query, missingColumns).length > 0);
  findings.say('Columns', columnsText(missingColumns, concerned, queries.length), concerned.length > 0);
  const window = deliveryWindow(period);
  const predicateOf = (allowFullScan: boolean): ReturnType<typeof partitionPredicate> => partitionPredicate({ layout, table: { database, table }, window, scope, now, allowFullScan });
  const predicate = predicateOf(athenaSettings.allowFullScan);
  const { folders, ...place } = tablePlace(layout);
  if (predicate.refusal !== undefined) {
    findings.say('Partitions', predicate.refusal, true);
    findings.ddl = predicate.ddl === '' ? null : predicate.ddl;
  }
  const found = await checkListing(() => listS3Logs(s3, place, { window, now, folders, readsRestored: layout.readsRestored }), window, findings);
  checkPresence(found, 'the table\'s place', findings);
  const aside = found?.foldersLeftAside ?? [];
  if (aside.length > 0) findings.say('Table', `${aside.join(' and ')} ${aside.length === 1 ? 'stands' : 'stand'} beside its logs, and it does not read ${aside.length === 1 ? 'that' : 'them'}: what needs their events would be Not collected`);
  if (predicate.refusal === undefined) {
    const leftOut = found === null ? [] : notProjected(layout, found.logs, scope);
    findings.say('Partitions', leftOut.length > 0 ? leftOut.join('; ') : partitionsText(layout, predicate.prunes, window), leftOut.length > 0);
  }
  const allowed = predicateOf(true);
  return { found, wholeTable: allowed.refusal === undefined && !allowed.prunes };
}

/** What the table lacks, and which queries a run would mark Incomplete for it. */
function columnsText(missing: readonly string[], concerned: readonly Query[], all: number): string {
  if (missing.length === 0) return 'all are there';
  const needed = new Set(concerned.flatMap((query) => lackedColumns(query, missing)).map(fieldName));
  return [
    `${count(missing.length, 'field')} of records ${missing.length === 1 ? 'is' : 'are'} not in the table and read as empty: ${missing.map(fieldName).join(', ')}`,
    concerned.length === 0
      ? 'no query needs one of them'
      : `${concerned.length} of ${all} queries need ${[...needed].join(', ')}, and would be Incomplete: ${concerned.map(({ id }) => id).join(', ')}; make the table anew with the columns of setup/table.sql`,
  ].join('; ');
}

function checkPresence(found: Found | null, place: string, findings: Findings): void {
  if (found?.logs.length === 0) findings.say('Logs', `no log file is there for the period, so a run would find nothing: check ${place} and the period`, true);
}

interface Pricing extends Omit<Layouting, 's3'> {
  readonly workgroup: Workgroup;
  readonly found: Found;
  /** No partition keeps other days out. */
  readonly wholeTable: boolean;
}

function checkPrice({ settings, athenaSettings, layout, workgroup, found: { logs: files }, wholeTable, queries, context, findings }: Pricing): void {
  const reads = readsOfRun(queries);
  const [staged, direct] = [estimate({ files, reads: reads.staged, staged: true, wholeTable }), estimate({ files, reads: reads.direct, staged: false, wholeTable })];
  const prices = `${roughly(staged)} ${usd(staged.costUsd)} staged (${size(staged.bytes)} scanned), ${usd(direct.costUsd)} without staging (${size(direct.bytes)})${wholeTable ? '; how much more cannot be told, since the whole table is scanned' : ''}`;
  const { database, table } = athenaSettings;
  try {
    // What the partitions refuse is told with them.
    const plan = planRun({ table: { name: { database, table }, layout, workgroup }, settings: { ...athenaSettings, allowFullScan: true }, scope: settings.scope, period: settings.period, files, queries, now: context.facts.generatedAt });
    const why = plan.notStaged ?? (athenaSettings.staging === 'auto' ? `auto: ${stagingPays({ files, wholeTable }, reads) ? 'it costs less' : 'it would cost more'}` : athenaSettings.staging);
    findings.say('Price', `${prices}; the run ${plan.estimate.staged ? 'stages' : 'does not stage'} (staging: ${why})`);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    // A table that cannot be read is told with its partitions, and would be told here again.
    const isTold = findings.list.some(({ about, problem }) => about === 'Partitions' && problem);
    findings.say('Price', isTold ? prices : `${prices}; ${error.message}`, !isTold);
  }
}

/** What trails record as they stand. Nothing of it is in a run's way. */
async function checkTrails(session: AwsSession, bucket: string | null, context: LogsContext, findings: Findings): Promise<void> {
  const clientOf = (region: string): CloudTrailClient => cloudTrailClient({ ...session, region }, clientWorld(context));
  for (const text of await trailsText({ clientOf, region: session.region, account: session.identity.account, bucket })) findings.say('Event selectors', text);
}

/** What a run lists there before it stages. */
async function checkStagePlace(root: string, s3: S3Client, context: LogsContext, findings: Findings): Promise<void> {
  const { bucket, key } = placeOfUrl(root);
  await findings.ask('Workgroup', { service: 's3', operation: 'ListObjectsV2', bucket: 'results' }, () =>
    call(callingOf(context), { purpose: 'staging', permission: `s3:ListBucket on ${bucket}` }, () => s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: key, MaxKeys: 1 }))));
}

/** Opens one log file and one digest, a byte of each: what may be listed may yet not be read. */
async function checkReading(s3: S3Client, { logs, digests }: Found, findings: Findings): Promise<void> {
  for (const file of [logs, digests].flatMap((files) => files.findLast(({ bytes }) => bytes > 0) ?? [])) {
    await findings.ask('Logs', { ...LOGS, operation: 'GetObject' }, () => openOne(s3, file));
  }
}

async function openOne(s3: S3Client, { path, kind }: LogFile): Promise<void> {
  const { bucket, key } = s3Object(path);
  try {
    const { Body: body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key, Range: 'bytes=0-0' }));
    await body?.transformToByteArray();
  } catch (error) {
    const denial = denialOf(error);
    if (denial === null) throw new AwsError(`A ${kind === 'digest' ? 'digest' : 'log file'} of ${bucket} could not be opened (${error instanceof Error ? error.name : 'unknown error'}).`, { cause: error });
    throw new AwsError(`${kind === 'digest' ? 'Digests' : 'Log files'} of ${bucket} may be listed but not opened: allow ${denial.permission ?? 's3:GetObject'} on ${denial.resource ?? `arn:aws:s3:::${bucket}/*`}; where a KMS key encrypts them, kms:Decrypt on it too.`, { cause: error });
  }
}

function identityText({ identity: { account, arn } }: Pick<AwsSession, 'identity'>): string {
  return `${printable(arn)}, account ${printable(account)}`;
}

function workgroupText({ name, output, stageRoot, cutoffBytes, choosesPlace }: Workgroup): string {
  const place = output ?? stageRoot;
  return `${name}: ${place === null ? 'Athena keeps results itself' : `results at ${place}${choosesPlace ? ', which the workgroup sets' : ''}`}; ${cutoffBytes === null ? 'no limit of bytes a statement' : `cancels a statement at ${size(cutoffBytes)}`}`;
}

function layoutText({ partitionKeys, root, template }: TableLayout): string {
  const keys = partitionKeys.map(({ name }) => name).join(', ');
  return `CloudTrail records at ${root}, ${keys === '' ? 'without partitions' : `${template === null ? 'with partitions of the catalogue by' : 'projected by'} ${keys}`}`;
}

function partitionsText({ template }: TableLayout, prunes: boolean, { firstDay, lastDay }: { readonly firstDay: string; readonly lastDay: string }): string {
  if (!prunes) return 'none keep Athena from reading logs of other days: the whole table is scanned (allow-full-scan)';
  const days = `${firstDay} to ${lastDay}, of which the period and the days around it are read`;
  return template === null ? `${days}; the catalogue lists them, and was not asked: a day it does not list returns nothing` : `all are projected: ${days}`;
}

const NO_SELECTORS = 'not asked for: a run tells what was selected from changes in the logs and from data-events in the settings file';
