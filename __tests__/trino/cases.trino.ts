import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordsSelect } from '../../src/engines/athena/records-sql.js';
import { eventsRelations, type Ground, keptStatement, stageStatement } from '../../src/engines/athena/relations.js';
import { tableLayout, type TableLayout } from '../../src/engines/athena/table-layout.js';
import { openDuckDb } from '../../src/engines/duckdb/engine.js';
import type { Value } from '../../src/engines/engine.js';
import { readEventsSql } from '../../src/engines/events-sql.js';
import { executable, executedSql, type QueryLists } from '../../src/pack/executable-query.js';
import { loadQueries } from '../../src/pack/load-queries.js';
import type { Query } from '../../src/pack/query.js';
import { cloudTrailTable } from '../counterparts/hive-table.js';
import { CASE_PERIOD, type Case, type LogRecord, mustCases, mustNotCases, readCaseFile } from '../query-cases.js';
import { allRows, openTrinoWorld, type TrinoWorld } from './trino-world.js';

/**
 * Every query over the events of all its cases, on DuckDB and on Trino, from the log table and from a staged one. Cases that share their lists make
 * one log together, each with event ids of its own: a statement for each of hundreds of cases would take Trino an hour to plan.
 */

const EACH_ALONE = process.env['TRINO_CASES'] === 'each';
const CASES = join(import.meta.dirname, '..', 'cases');
const TABLE = { database: 'audit', table: 'cases' };
const STAGE = { database: 'audit', table: 'staged_cases' };
const LOCATION = 's3://cases/';
const HIVE = cloudTrailTable({ database: TABLE.database, name: TABLE.table, layout: 'setup', logs: LOCATION });
/** One log object a group, and no partitions: the object's path tells the group. */
const UNPARTITIONED = { ...HIVE, partitionKeys: [], parameters: {}, location: LOCATION, partitionOf: () => [] };

/** Cases of one query and one set of lists. */
interface Group {
  readonly query: Query;
  readonly lists: QueryLists;
  /** Name of the log object. */
  readonly key: string;
  readonly records: readonly LogRecord[];
  /** One of the cases is of an event that the query returns. */
  readonly returns: boolean;
}

type Rows = readonly (readonly Value[])[];

const queries = await loadQueries();
const groups = (await Promise.all(queries.map(groupsOf))).flat();
const eventsSql = readEventsSql();
let folder: string;
let world: TrinoWorld;
let layout: TableLayout;

async function groupsOf(query: Query): Promise<readonly Group[]> {
  const file = await readCaseFile(join(CASES, `${query.id}.yml`));
  const musts = mustCases(file);
  const together = new Map<string, Case[]>();
  for (const example of [...musts, ...mustNotCases(file)]) {
    const name = EACH_ALONE ? String(together.size) : JSON.stringify(example.lists);
    together.set(name, [...(together.get(name) ?? []), example]);
  }
  return [...together.values()].map((cases, index) => ({
    query,
    lists: cases[0]?.lists ?? {},
    key: `${query.id}_${index}.json`,
    records: cases.flatMap(ownIds),
    returns: cases.some((example) => musts.includes(example)),
  }));
}

/** A case's records with their ids, and what refers to them, marked as this case's. */
function ownIds({ records }: Case, number: number): readonly LogRecord[] {
  const ids = new Set(records.map((record) => record['eventID']).filter((id) => typeof id === 'string' && id !== ''));
  return records.map((record) => JSON.parse(JSON.stringify(record), (_, value: unknown) => (ids.has(value) ? `${String(value)}-${number}` : value)) as LogRecord);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trino-cases-'));
  world = await openTrinoWorld([UNPARTITIONED], async (root) => {
    await mkdir(join(root, 'cases'));
    for (const { key, records } of groups) await writeFile(join(root, 'cases', key), records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  });
  const found = tableLayout({ ...UNPARTITIONED });
  if (typeof found === 'string') throw new Error(found);
  layout = found;
  await trino(stageStatement({ name: STAGE, location: 's3://results/staged_cases/' }, recordsSelect(layout, { table: TABLE, where: 'true' }).sql, eventsSql, queries));
});

afterAll(async () => {
  await world?.close();
  await rm(folder, { recursive: true, force: true });
});

async function trino(sql: string): Promise<Rows> {
  const { columns, rows } = await world.backend.execute({ sql, database: TABLE.database, tablePlace: '', signal: new AbortController().signal });
  return rows.map((row) => row.map((value, index) => (value === null || columns[index]?.type === 'varchar' ? value : Number(value))));
}

/** A group's rows from Trino: as the engine asks Athena for them, over this group's log object alone. */
function onTrino(group: Group, kind: Ground['kind'], repeated: boolean): Promise<Rows> {
  const { query, lists, key } = group;
  const sql = (ground: Ground): string => executedSql(executable(query, lists).packSql, query, eventsRelations(ground, eventsSql, CASE_PERIOD, query));
  if (kind === 'direct') return trino(sql({ kind, recordsSql: recordsSelect(layout, { table: TABLE, where: `"$path" = '${LOCATION}${key}'` }).sql, repeated }));
  const kept = { database: STAGE.database, table: 'kept_cases' };
  const own = (text: string): string => text.replaceAll('"audit"."staged_cases"', `(SELECT * FROM "audit"."staged_cases" WHERE source_file = '${key}')`);
  const keptRows = keptStatement({ name: kept, location: '' }, STAGE, eventsSql).replace(/^.*\n/, '');
  return trino(own(sql({ kind, stage: STAGE, kept: repeated ? kept : null }).replaceAll('"audit"."kept_cases"', () => `(${keptRows})`)));
}

async function onDuckDb({ query, lists, key, records }: Group): Promise<{ readonly rows: Rows; readonly repeated: boolean }> {
  const path = join(folder, key);
  const text = JSON.stringify({ Records: records });
  await writeFile(path, text);
  const engine = await openDuckDb({ files: [{ path, key, kind: 'log', account: null, region: null, deliveryDay: null, bytes: text.length }], period: CASE_PERIOD, memoryLimitMb: 512, tempDir: folder });
  try {
    const { counts } = await engine.load();
    return { rows: await allRows(engine, executable(query, lists)), repeated: counts.duplicates > 0 };
  } finally {
    await engine.close();
  }
}

describe.each(groups.map((group) => [group.key.replace('.json', ''), group] as const))('%s', (_, group) => {
  let local: Awaited<ReturnType<typeof onDuckDb>>;

  beforeAll(async () => {
    local = await onDuckDb(group);
  });

  it.each(['direct', 'staged'] as const)('returns the same rows, %s', async (kind) => {
    if (group.returns) expect(local.rows).not.toEqual([]);
    expect(await onTrino(group, kind, local.repeated)).toEqual(local.rows);
  });
});
