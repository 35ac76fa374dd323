import { randomBytes } from 'node:crypto';
import type { AwsSession, AwsWorld, CallerIdentity } from './aws/session.js';
import type { Calling } from './engines/athena/calls.js';
import type { AthenaInput } from './engines/athena/engine.js';
import type { Engine, Loaded } from './engines/engine.js';
import type { Query } from './pack/query.js';
import type { Progress } from './progress.js';
import type { AthenaSettings, AwsSettings, Settings } from './settings/settings.js';
import { deliveryWindow, splitByWindow } from './sources/delivery-window.js';
import { readDigests } from './sources/digests.js';
import { explainSilence } from './sources/explain-silence.js';
import { listLocalLogs } from './sources/list-local-logs.js';
import type { AccountedFile, Digest, LogFile } from './sources/log-file.js';
import type { LogListing } from './sources/log-listing.js';
import { LOCAL_FILES, type LogReader } from './sources/log-reader.js';
import { isS3Address, parseS3Place, s3Address } from './sources/s3-place.js';

/** What the doors hand to a run that asks something of AWS. */
export interface AwsContext {
  /** How credentials are taken; a run without AWS needs none. */
  readonly aws?: AwsWorld;
  /** What of a run is under way in Athena, told whenever it changes: what a later step needs to end it, should this process be killed. */
  readonly onAthena?: (underWay: UnderWay) => void;
}

/** What `endRun` needs to know. */
export interface UnderWay {
  /** Names what the run made, and no other run. */
  readonly runId: string;
  readonly executionIds: readonly string[];
}

/** Where a run's logs are, and whatever reads them. */
export interface RunLogs {
  /** A folder as it was given, or `s3://…`. */
  readonly place: string;
  /** Who the run is towards AWS; null where it asks nothing of AWS. */
  readonly caller: CallerIdentity | null;
  list(): Promise<LogListing>;
  /** Reads what was listed. */
  readonly reader: LogReader;
  openEngine(input: OpenInput): Promise<Engine>;
  /** The files as loaded, after a look into those the engine says nothing of. */
  account(files: Loaded['files']): Promise<Loaded['files']>;
  /** Ends connections. */
  close(): void;
}

export interface OpenInput {
  /** Log files of the delivery window. */
  readonly files: readonly LogFile[];
  readonly tempDir: string;
  readonly queries: readonly Query[];
}

export interface LogsContext extends AwsContext {
  readonly facts: { readonly generatedAt: string };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly progress: Progress;
}

/** Finds the logs: on this machine, in S3, or where a table of Athena has them. Nothing is listed yet. */
export function findLogs(settings: Settings, context: LogsContext): Promise<RunLogs> {
  if (settings.athena !== null && settings.aws !== null) return tableLogs(settings, settings.athena, settings.aws, context);
  return isS3Address(settings.logs) && settings.aws !== null ? bucketLogs(settings, settings.aws, context) : Promise.resolve(localLogs(settings, context));
}

function localLogs(settings: Settings, context: LogsContext): RunLogs {
  return {
    place: settings.logs,
    caller: null,
    list: () => listLocalLogs(settings.logs),
    reader: LOCAL_FILES,
    openEngine: (input) => openEmbedded(settings, context, LOCAL_FILES, input),
    account: (files) => Promise.resolve(files),
    close: () => undefined,
  };
}

/** Only this engine has a native part, so it is loaded only where it is used. */
async function openEmbedded(settings: Settings, { env, progress }: LogsContext, reader: LogReader, { files, tempDir }: OpenInput): Promise<Engine> {
  const { openDuckDb } = await import('./engines/duckdb/engine.js');
  return openDuckDb({ ...settings, env, tempDir, files, reader, progress: (done, total) => progress.count(done, total) });
}

async function bucketLogs(settings: Settings, aws: AwsSettings, context: LogsContext): Promise<RunLogs> {
  const place = parseS3Place(settings.logs);
  const { session, clients, sources } = await connect(aws, context);
  const s3 = clients.s3Client(session, clientWorld(context));
  const reader = sources.s3Objects(s3);
  return {
    place: s3Address(place),
    caller: session.identity,
    list: () => sources.listS3Logs(s3, place, { window: deliveryWindow(settings.period), now: context.facts.generatedAt, folders: null, readsRestored: true }),
    reader,
    openEngine: (input) => openEmbedded(settings, context, reader, input),
    account: (files) => Promise.resolve(files),
    close: () => s3.destroy(),
  };
}

async function tableLogs(settings: Settings, athenaSettings: AthenaSettings, aws: AwsSettings, context: LogsContext): Promise<RunLogs> {
  const { session, clients, sources } = await connect(aws, context);
  const { openAthena } = await import('./engines/athena/engine.js');
  const { readTable } = await import('./engines/athena/plan.js');
  const { tablePlace } = await import('./engines/athena/table-place.js');
  const athena = clients.athenaClient(session, clientWorld(context));
  const s3 = clients.s3Client(session, clientWorld(context));
  const close = (): void => {
    athena.destroy();
    s3.destroy();
  };
  try {
    const calling = callingOf(context);
    const table = await readTable(athena, athenaSettings, calling);
    const { folders, ...place } = tablePlace(table.layout);
    const reader = sources.s3Objects(s3);
    const runId = randomBytes(8).toString('hex');
    const tell = (executionIds: readonly string[]): void => context.onAthena?.({ runId, executionIds });
    return {
      place: s3Address(place),
      caller: session.identity,
      list: () => sources.listS3Logs(s3, place, { window: deliveryWindow(settings.period), now: context.facts.generatedAt, folders, readsRestored: table.layout.readsRestored }),
      reader,
      openEngine: ({ files, queries }) => {
        const { scope, period } = settings;
        const input: AthenaInput = { athena, s3, calling, settings: athenaSettings, table, scope, period, files, queries, runId, warn: (sentence) => context.progress.warn(sentence), onActive: tell };
        tell([]);
        return Promise.resolve(openAthena(input));
      },
      account: (files) => explainSilence(files, reader),
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

/** For a later step, after the process that ran was killed: stops its statements in Athena, and removes what it staged there. */
export async function endRun(settings: Settings, { runId, executionIds }: UnderWay, context: LogsContext): Promise<void> {
  if (settings.athena === null || settings.aws === null) return;
  const { session, clients } = await connect(settings.aws, context);
  const { cleanUpAfter } = await import('./engines/athena/engine.js');
  const { readTable } = await import('./engines/athena/plan.js');
  const athena = clients.athenaClient(session, clientWorld(context));
  const s3 = clients.s3Client(session, clientWorld(context));
  try {
    const calling = callingOf(context);
    const table = await readTable(athena, settings.athena, calling);
    await cleanUpAfter({ athena, s3, calling, settings: settings.athena, table, runId, executionIds, warn: (sentence) => context.progress.warn(sentence) });
  } finally {
    athena.destroy();
    s3.destroy();
  }
}

/** The session, and what needs the AWS clients: they load only where AWS is asked. */
async function connect(aws: AwsSettings, context: LogsContext): Promise<{
  readonly session: AwsSession;
  readonly clients: typeof import('./aws/clients.js');
  readonly sources: typeof import('./sources/list-s3-logs.js') & typeof import('./sources/s3-objects.js');
}> {
  const { progress } = context;
  progress.step(aws.roleToAssume === null ? 'Find AWS credentials' : 'Take the AWS role');
  const { connectAws } = await import('./aws/session.js');
  const clients = await import('./aws/clients.js');
  const sources = { ...(await import('./sources/list-s3-logs.js')), ...(await import('./sources/s3-objects.js')) };
  const session = await connectAws(aws, worldOf(context));
  progress.done(`account ${session.identity.account}, region ${session.region}`);
  return { session, clients, sources };
}

export function worldOf({ aws }: AwsContext): AwsWorld {
  if (aws === undefined) throw new Error('A run that asks AWS was given no way to.');
  return aws;
}

export function clientWorld(context: AwsContext): { readonly wait: AwsWorld['wait']; readonly random: () => number } {
  const world = worldOf(context);
  return { ...world, random: world.random ?? Math.random };
}

export function callingOf(context: AwsContext): Calling {
  const { now, wait, random } = worldOf(context);
  return { now: () => now().getTime(), wait, random: random ?? Math.random };
}

/** The log files to read, and the fate of every other file. */
export interface ArchiveListing {
  readonly logs: readonly LogFile[];
  readonly digests: readonly Digest[];
  /** Digests, files outside the window, files that could not be read. */
  readonly others: readonly AccountedFile[];
  /** CloudTrail's folders that the table does not read. */
  readonly foldersLeftAside: readonly string[];
}

/** Lists the files of the delivery window and reads its digests. */
export async function listArchive(logs: RunLogs, { period }: Settings, progress: Progress): Promise<ArchiveListing> {
  progress.step('List log files');
  const listing = await logs.list();
  const { inside, outside } = splitByWindow(listing.files, deliveryWindow(period));
  const reading = await readDigests(inside.filter(({ kind }) => kind === 'digest'), logs.reader);
  const found = inside.filter(({ kind }) => kind !== 'digest');
  progress.done(`${found.length} log files and ${reading.digests.length} digests for the period, ${outside.length} files outside it`);
  const { foldersLeftAside } = listing;
  if (foldersLeftAside.length > 0) progress.warn(`The table does not read ${foldersLeftAside.join(' and ')}, which stand beside its logs: what needs their events is not collected, and a run of the embedded engine over the bucket has another evidence id.`);
  return { logs: found, digests: reading.digests, others: [...reading.read, ...reading.notRead, ...outside, ...listing.notRead], foldersLeftAside };
}
