import type { Engine, Loaded, Spending } from './engines/engine.js';
import { lackedColumns } from './engines/event-origins.js';
import { differingFiles } from './evidence/archive-account.js';
import { coverageOf, judgeCoverage } from './evidence/coverage.js';
import { decisionRecords } from './evidence/decisions.js';
import { judge, type Verdict, verdict } from './evidence/judge.js';
import type { PackReview } from './evidence/pack-review.js';
import type { QueryResult } from './evidence/result.js';
import type { RunFacts } from './evidence/run-facts.js';
import { factsOf } from './evidence/trend-facts.js';
import { endings, leftovers, makeTemporaryFolder, removeTemporaryFolder } from './leftovers.js';
import { loadPack } from './load-pack.js';
import { type Framework, unmapped } from './pack/framework.js';
import type { Query } from './pack/query.js';
import { switchedOn } from './pack/switched-off.js';
import { type PreviousSigning, previousSigning } from './previous-signing.js';
import type { Progress } from './progress.js';
import type { FilesSummary, QuerySection, ReportInput } from './report/input.js';
import { type ArchiveListing, type AwsContext, findLogs, listArchive, type RunLogs } from './run-logs.js';
import { runQueries } from './run-queries.js';
import { readAllCases, runSelfTest } from './run-self-test.js';
import type { QueryCases } from './self-test/load-cases.js';
import { reasonOf, type SelfTest } from './self-test/self-test.js';
import type { Settings } from './settings/settings.js';
import { isOpen } from './settings/period.js';
import type { AccountedFile } from './sources/log-file.js';
import { isS3Address } from './sources/s3-place.js';
import { comparePacks } from './store/compare-packs.js';
import { coverageCsv } from './store/coverage-csv.js';
import { decisionsJson } from './store/decisions-json.js';
import { EXCEPTIONS, exceptionsCsv } from './store/exceptions-csv.js';
import { integrityJson } from './store/integrity-json.js';
import { evidenceFiles, evidenceId } from './store/manifest.js';
import { PackFolder } from './store/pack-folder.js';
import { packReadme } from './store/pack-readme.js';
import { findPreviousPack, type ReadPack, readPreviousPack } from './store/previous-pack.js';
import { resultsJson } from './store/results-json.js';
import { runJson } from './store/run-json.js';
import { SELF_TEST, selfTestJson } from './store/self-test-json.js';
import { trendJson } from './store/trend-json.js';

/** What a run came to. */
export interface Outcome {
  readonly packPath: string;
  readonly evidenceId: string;
  readonly manifestSha256: string;
  readonly verdict: Verdict;
  readonly results: readonly QueryResult[];
  /** Paths of the reports in the pack. */
  readonly reports: readonly string[];
  /** Why there are no PDFs, or not all; null when nothing is missing. */
  readonly pdfProblem: string | null;
  /** What Athena took; null for an engine that costs nothing. */
  readonly spending: Spending | null;
}

/** Facts of the run that are known before the engine starts, and the environment Chrome and DuckDB's native part are looked for in. */
export interface RunContext extends AwsContext {
  readonly facts: Omit<RunFacts, 'engineVersion'>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly progress: Progress;
  /** The pull request by which the pack of that label was taken in; null where there is none. It says its own troubles and never rejects. */
  readonly reviewOf?: (label: string) => Promise<PackReview | null>;
}

/** Logs in, evidence pack out: settings → logs → rows → results → report → pack. */
export async function run(settings: Settings, context: RunContext): Promise<Outcome> {
  const { progress } = context;
  const { queries, frameworks, ownCases } = await loadPack(settings);
  const cases = settings.selfTest ? await readAllCases(queries, ownCases) : null;
  const previous = await (settings.previousPack === null ? findPreviousPack(settings.output, settings.period, (sentence) => progress.warn(sentence)) : readPreviousPack(settings.previousPack));
  const signing = await previousSigning(previous, context.reviewOf);
  const logs = await findLogs(settings, context);
  try {
    const archive = await listArchive(logs, settings, progress);
    // A job that commits packs has earlier ones checked out, where this one is to be written.
    const beside = settings.publish.to.some((destination) => destination === 'commit' || destination === 'pull-request');
    const pack = await PackFolder.create(settings.output, settings.period.label, { beside });
    leftovers.add(pack.staging);
    try {
      const examined = await examine({ settings, queries, cases, logs, archive, pack, progress });
      return await writePack({ settings, context, frameworks, previous, signing, logs, archive, pack, ...examined });
    } catch (error) {
      await pack.discard();
      throw error;
    } finally {
      leftovers.delete(pack.staging);
    }
  } finally {
    logs.close();
  }
}

interface Examining {
  readonly settings: Settings;
  readonly queries: readonly Query[];
  /** What queries are tried on; null where they are not to be. */
  readonly cases: readonly QueryCases[] | null;
  readonly logs: RunLogs;
  readonly archive: ArchiveListing;
  readonly pack: PackFolder;
  readonly progress: Progress;
}

/** Everything the engine is needed for. It is closed before the pack is written: what it staged is gone, and what that took is known. */
async function examine({ settings, queries, cases, logs, archive, pack, progress }: Examining): Promise<Evidence & { readonly loaded: Loaded; readonly spending: Spending | null }> {
  const tempDir = await makeTemporaryFolder(settings.tempDir);
  try {
    const engine = await logs.openEngine({ files: archive.logs, tempDir, queries: switchedOn(settings, queries) });
    const end = (): Promise<void> => engine.close();
    // What is under way on this machine ends with the process.
    if (engine.name === 'athena') endings.add(end);
    let examined: Evidence & { readonly loaded: Loaded };
    try {
      const loaded = await loadLogs(engine, logs, archive.logs.length, progress);
      examined = { ...(await collectEvidence({ settings, queries, cases, engine, loaded, archive, pack, progress })), loaded };
    } finally {
      await engine.close();
      endings.delete(end);
    }
    return { ...examined, spending: engine.spending() };
  } finally {
    await removeTemporaryFolder(tempDir);
  }
}

async function loadLogs(engine: Engine, logs: RunLogs, files: number, progress: Progress): Promise<Loaded> {
  progress.step(`Read ${files} log files`);
  const loaded = await engine.load();
  const { records, events, duplicates, malformed } = loaded.counts;
  progress.done(`${records} records: ${events} events in the period, ${duplicates} duplicates, ${malformed} malformed`);
  return { ...loaded, files: await logs.account(loaded.files) };
}

interface Collecting {
  readonly settings: Settings;
  readonly queries: readonly Query[];
  readonly cases: readonly QueryCases[] | null;
  readonly engine: Engine;
  readonly loaded: Loaded;
  readonly archive: ArchiveListing;
  readonly pack: PackFolder;
  readonly progress: Progress;
}

interface Evidence {
  readonly queries: readonly Query[];
  readonly selfTest: SelfTest | null;
  readonly sections: readonly QuerySection[];
  readonly results: readonly QueryResult[];
  readonly decisions: ReportInput['decisions'];
  readonly coverage: ReportInput['coverage'];
  readonly accounts: ReportInput['accounts'];
  readonly files: readonly AccountedFile[];
}

/** Runs every query and judges it: the evidence part of the pack, but for its last four files. */
async function collectEvidence({ settings, queries, cases, engine, loaded, archive, pack, progress }: Collecting): Promise<Evidence> {
  progress.step(`Run ${queries.length} queries`);
  const accounts = accountsInScope(settings, loaded);
  const outcomes = await runQueries({ queries, engine, settings, accounts, pack, progress });
  const ran = new Set(outcomes.flatMap(({ query, outcome }) => (outcome.switchedOff || outcome.missingLists.length > 0 ? [] : [query.id])));
  const selfTest = cases === null ? null : await runSelfTest(cases.filter(({ query }) => ran.has(query.id)), engine, progress);
  const against = new Map((selfTest?.queries ?? []).map((tried) => [tried.id, reasonOf(tried)]));
  const files = [...loaded.files, ...archive.others].sort((a, b) => (a.file.key < b.file.key ? -1 : 1));
  const coverageInput = { ...settings, ...loaded, files, digests: archive.digests, foldersLeftAside: archive.foldersLeftAside };
  const coverage = judgeCoverage(coverageInput);
  const sections = outcomes.map(({ outcome, ...section }): QuerySection => ({
    ...section,
    result: judge(section.query, outcome, coverageOf(section.query, coverage, coverageInput), lackedColumns(section.query, loaded.missingColumns), against.get(section.query.id) ?? null),
  }));
  const results = sections.map(({ result }) => result);
  progress.done(`${results.reduce((sum, { rows }) => sum + rows, 0)} rows, ${results.reduce((sum, { exceptions }) => sum + exceptions.total, 0)} exceptions`);
  const decisions = decisionRecords(settings.decisions?.decisions ?? [], outcomes.map(({ outcome }) => outcome.uses), settings.period);
  return { queries, selfTest, sections, results, decisions, coverage, accounts, files };
}

/** Accounts the settings name, else every one seen in the logs. */
function accountsInScope(settings: Settings, loaded: Loaded): readonly string[] {
  const named = settings.scope.accounts.map(({ id }) => id);
  // What a record names as its account is written into SQL only where it is one.
  const seen = new Set(loaded.cells.map(({ account }) => account).filter((account) => /^\d{12}$/.test(account)));
  return named.length > 0 ? named : [...seen].sort();
}

interface Writing extends Evidence {
  readonly settings: Settings;
  readonly context: RunContext;
  readonly frameworks: readonly Framework[];
  readonly previous: ReadPack | null;
  readonly signing: PreviousSigning;
  readonly logs: RunLogs;
  readonly loaded: Loaded;
  readonly spending: Spending | null;
  readonly archive: ArchiveListing;
  readonly pack: PackFolder;
}

async function writePack(writing: Writing): Promise<Outcome> {
  const { settings, context, frameworks, previous, signing, logs, loaded, spending, archive, pack, queries, selfTest, sections, results, decisions, coverage, accounts, files } = writing;
  const facts: RunFacts = { ...context.facts, engineVersion: loaded.engineVersion };
  await pack.stream('coverage.csv', coverageCsv(coverage.runs));
  const withExceptions = sections.filter(({ query, files: rows }) => query.expect === 'none' && rows !== null).map(({ query }) => query.id).sort();
  await pack.stream(EXCEPTIONS, exceptionsCsv({ folder: pack.staging, queries: withExceptions, decisions: settings.decisions?.decisions ?? [], period: settings.period }));
  await pack.write('decisions.json', decisionsJson({ file: settings.decisions, decisions }));
  await pack.write('results.json', resultsJson(settings.period, results));
  const evidence = evidenceFiles(pack.files());
  const id = evidenceId(evidence);
  const toCompare = factsOf({ ...loaded, settings, toolVersion: facts.tool.version, queries, frameworks, coverage });
  const trend = await comparePacks(previous, { period: settings.period, results, facts: toCompare }, pack.staging);
  const preliminary = isOpen(settings.period, facts.generatedAt);
  const filesSummary = summarise(files, archive, logs.place);
  const shared = {
    facts, settings, sections, selfTest, decisions, coverage, accounts, preliminary, spending,
    logsPlace: logs.place,
    counts: loaded.counts,
    cells: loaded.cells,
    trailChanges: loaded.trailChanges,
    files: filesSummary,
    missingColumns: loaded.missingColumns,
    evidenceId: id,
    evidenceFiles: evidence,
    previousPack: previous?.pack ?? null,
    ownUnmapped: unmapped(queries, frameworks),
    trend,
    ...signing,
  };
  const printed = await (await import('./print-reports.js')).printReports(frameworks.map((framework) => ({ ...shared, framework })), { pack, env: context.env, progress: context.progress });
  const outcome = verdict(queries, results, settings.failOn);
  await pack.write('run.json', runJson({
    ...shared,
    frameworks,
    caller: logs.caller,
    queries: sections.map(({ query, result, executedSqlSha256, failure }) => ({ id: query.id, own: query.own, sha256: query.sha256, executedSqlSha256: executedSqlSha256 === '' ? null : executedSqlSha256, rows: result.rows, failure })),
  }));
  for (const [name, text] of Object.entries(loaded.sql)) await pack.write(`engine/${name}`, text);
  await pack.stream('integrity.json', integrityJson(files, archive.digests, differingFiles({ files, digests: archive.digests })));
  await pack.write('trend.json', trendJson(trend));
  if (selfTest !== null) await pack.write(SELF_TEST, selfTestJson(selfTest));
  await pack.write('README.md', packReadme({ ...shared, frameworks, incomplete: outcome.incomplete, reports: printed.reports, pdfProblem: printed.problem }));
  const sealed = await pack.seal({ tool: facts.tool, period: settings.period, previousPackManifestSha256: previous?.pack.manifestSha256 ?? null });
  // The pack is whole now. Stopped while folders change places, a run leaves the old pack and the new one rather than neither.
  leftovers.delete(pack.staging);
  const packPath = await pack.publish(sealed);
  return { packPath, evidenceId: id, manifestSha256: sealed.manifestSha256, verdict: outcome, results, reports: printed.reports, pdfProblem: printed.problem, spending };
}

function summarise(files: readonly AccountedFile[], { digests, foldersLeftAside }: ArchiveListing, place: string): FilesSummary {
  const count = (list: string): number => files.filter(({ file, outcome }) => outcome.list === list && (list !== 'read' || file.kind !== 'digest')).length;
  return {
    read: count('read'),
    outsideWindow: count('outside-window'),
    notRead: files.flatMap(({ file, outcome }) => (outcome.list === 'not-read' ? [{ key: file.key, reason: outcome.reason, detail: outcome.detail }] : [])),
    digests: digests.length,
    onlyWindowListed: isS3Address(place),
    foldersLeftAside,
  };
}
