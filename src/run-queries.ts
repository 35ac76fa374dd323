import { createHash } from 'node:crypto';
import { EngineError, type Engine, type Row } from './engines/engine.js';
import { type DecisionUse, QueryDecisions, type Standing } from './evidence/decisions.js';
import { EXCEPTION_ID, exceptionId } from './evidence/exception-id.js';
import { missingLists, NO_EXCEPTIONS, type QueryOutcome } from './evidence/judge.js';
import { executable, type QueryLists } from './pack/executable-query.js';
import type { Query } from './pack/query.js';
import type { Progress } from './progress.js';
import { SAMPLE_ROWS, type QuerySection } from './report/input.js';
import { listValues } from './settings/list-values.js';
import { incidentValues } from './settings/incident.js';
import type { Settings } from './settings/settings.js';
import { inParallel } from './sources/in-parallel.js';
import type { PackFolder } from './store/pack-folder.js';

/** A query's section but for its result, which needs coverage too. */
export type QueryRunOutcome = Omit<QuerySection, 'result'> & {
  /** With what its exceptions used of the decisions, by number. */
  readonly outcome: QueryOutcome & { readonly uses: ReadonlyMap<number, DecisionUse> };
};

interface Running {
  readonly queries: readonly Query[];
  readonly engine: Engine;
  readonly settings: Settings;
  /** Accounts in scope: the settings', else every one seen. */
  readonly accounts: readonly string[];
  readonly pack: PackFolder;
  readonly progress: Progress;
}

/** Runs the queries, as many at once as the engine takes, their rows straight to disk. A query that fails fails alone. */
export async function runQueries({ queries, engine, settings, accounts, pack, progress }: Running): Promise<readonly QueryRunOutcome[]> {
  const lists = queryLists(settings, accounts);
  let done = 0;
  return inParallel(queries, engine.queriesAtOnce, async (query) => {
    const { packSql } = executable(query, lists);
    const { sha256 } = await pack.write(`queries/${query.id}.sql`, packSql);
    const missing = missingLists(query, lists);
    const off = settings.queriesOff.find(({ id }) => id === query.id);
    const outcome = missing.length > 0 || off !== undefined
      ? { ...NOT_RUN, query, packSql, missingLists: missing, switchedOff: off?.reason ?? null, outcome: { ...NO_OUTCOME, sha256, missingLists: missing, switchedOff: off !== undefined } }
      : await runQuery({ query, packSql, sha256, engine, settings, pack, progress });
    progress.count((done += 1), queries.length);
    return outcome;
  });
}

/** What queries compare with: the settings' lists, the accounts, and the incident. Without an account said to be production nobody told which are. */
function queryLists({ lists, scope, period, incident }: Settings, accounts: readonly string[]): QueryLists {
  const production = scope.accounts.filter(({ environment }) => environment === 'production').map(({ id }) => id);
  return { ...listValues(lists, period), accounts, ...(production.length > 0 ? { 'production-accounts': production } : {}), ...(incident === null ? {} : { incident: incidentValues(incident) }) };
}

const NOT_RUN = { columns: [], rows: [], standings: [], executedSqlSha256: '', failure: null, files: null, missingLists: [], switchedOff: null } as const;
const NO_OUTCOME = { rows: 0, exceptions: NO_EXCEPTIONS, failed: false, missingLists: [], switchedOff: false, uses: new Map<number, DecisionUse>() } as const;

interface QueryRunning {
  readonly query: Query;
  readonly packSql: string;
  readonly sha256: string;
  readonly engine: Engine;
  readonly settings: Settings;
  readonly pack: PackFolder;
  readonly progress: Progress;
}

async function runQuery({ query, packSql, sha256, engine, settings, pack, progress }: QueryRunning): Promise<QueryRunOutcome> {
  try {
    const run = await engine.run({ query, packSql });
    if (run.columns.join() !== Object.keys(query.columns).join()) {
      await abandon(run.chunks);
      throw new EngineError(`${query.id}: the SQL returns ${run.columns.join(', ')}; the header names ${Object.keys(query.columns).join(', ')}.`);
    }
    const isException = query.expect === 'none';
    const columns = isException ? [EXCEPTION_ID, ...run.columns] : run.columns;
    const decisions = isException ? new QueryDecisions(settings.decisions?.decisions ?? [], query.id, columns, settings.period) : null;
    const [sample, standings]: [Row[], Standing[]] = [[], []];
    const chunks = decisions === null ? run.chunks : decided(identified(query, run.columns, run.chunks), decisions, standings);
    const files = await pack.writeRows(query.id, columns, sampled(chunks, sample));
    return {
      query, packSql, columns, rows: sample, standings, failure: null, missingLists: [], switchedOff: null,
      executedSqlSha256: createHash('sha256').update(run.executedSql).digest('hex'),
      files: { csv: files.csv, jsonl: files.jsonl },
      outcome: { sha256, rows: files.rows, exceptions: decisions?.tally ?? NO_EXCEPTIONS, failed: false, missingLists: [], switchedOff: false, uses: decisions?.uses ?? NO_OUTCOME.uses },
    };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    progress.warn(`${query.id} failed; the other queries go on.`);
    return { ...NOT_RUN, query, packSql, failure: error.message, outcome: { ...NO_OUTCOME, sha256, failed: true } };
  }
}

/** Ends a result whose rows nobody wants, so that the engine may go on to another. */
async function abandon(chunks: AsyncIterable<readonly Row[]>): Promise<void> {
  const rows = chunks[Symbol.asyncIterator]();
  await rows.next();
  await rows.return?.();
}

/** Puts each row's exception id before its columns. */
async function* identified(query: Query, columns: readonly string[], chunks: AsyncIterable<readonly Row[]>): AsyncIterable<readonly Row[]> {
  const key = query.key.map((column) => columns.indexOf(column));
  for await (const rows of chunks) {
    yield rows.map((row) => [exceptionId(query.id, key.map((index) => row[index] ?? null)), ...row]);
  }
}

/** Passes chunks on, counting how each exception stands and keeping that of the first for the reports. */
async function* decided(chunks: AsyncIterable<readonly Row[]>, decisions: QueryDecisions, first: Standing[]): AsyncIterable<readonly Row[]> {
  for await (const rows of chunks) {
    for (const row of rows) {
      const standing = decisions.count(String(row[0]), row);
      if (first.length < SAMPLE_ROWS) first.push(standing);
    }
    yield rows;
  }
}

/** Passes chunks on, keeping the first rows for the reports. */
async function* sampled(chunks: AsyncIterable<readonly Row[]>, sample: Row[]): AsyncIterable<readonly Row[]> {
  for await (const rows of chunks) {
    if (sample.length < SAMPLE_ROWS) sample.push(...rows.slice(0, SAMPLE_ROWS - sample.length));
    yield rows;
  }
}
