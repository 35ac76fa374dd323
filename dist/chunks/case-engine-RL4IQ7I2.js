import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  CASE_FILE
} from "./chunk-WIF2VMT3.js";
import {
  eventsRelations,
  loadRecords,
  lock,
  openInstance,
  prepareSelect,
  readPrelude,
  streamPrepared
} from "./chunk-K7ZYXAI4.js";
import {
  readEventsSql
} from "./chunk-DJ6OBPDS.js";
import "./chunk-RDZRKEUG.js";
import {
  EngineError
} from "./chunk-4FWAGCHY.js";
import "./chunk-QUYZWO2B.js";
import "./chunk-UJGNYGTX.js";
import "./chunk-32PB2WSB.js";
import {
  columnsNamed
} from "./chunk-Q6DGIV3J.js";
import {
  executedSql,
  sqlText
} from "./chunk-MOC3KAUT.js";
import "./chunk-XRVFALA3.js";
import "./chunk-RLU6Z4TT.js";
import "./chunk-6DG7BXTN.js";

// src/engines/duckdb/case-engine.ts
import { rm } from "node:fs/promises";
async function openDuckDbCases(input, period) {
  const { folder, instance, connection } = await openInstance(input);
  return new DuckDbCases(period, folder, instance, connection);
}
var QUERIES_AT_ONCE = 2;
var DuckDbCases = class {
  constructor(period, folder, instance, connection) {
    this.period = period;
    this.folder = folder;
    this.instance = instance;
    this.connection = connection;
  }
  period;
  folder;
  instance;
  connection;
  queriesAtOnce = QUERIES_AT_ONCE;
  eventsSql = readEventsSql();
  /** Connections on which no case is under way. Each has a table of its own for the case it is at. */
  idle = [];
  /** Each case's records as the loader stored them, one of each event. */
  stored = /* @__PURE__ */ new Map();
  types = [];
  unread = /* @__PURE__ */ new Map();
  async load(cases) {
    const prelude = readPrelude();
    await this.connection.run(prelude);
    const { files } = await loadRecords(this.connection, { ...logOf(cases), period: this.period }, this.folder, this.eventsSql, () => void 0);
    for (const { file: { key }, outcome } of files) {
      if (outcome.list === "not-read") this.unread.set(key, new EngineError(`${key}: its records cannot be read: ${outcome.detail}.`));
    }
    await this.connection.run("SET threads = 1");
    for (let made = 0; made < QUERIES_AT_ONCE; made += 1) {
      const connection = await this.instance.connect();
      await connection.run(`${prelude}
${FOR_ANY_CASE}
CREATE TEMP TABLE own_case AS SELECT ${RECORD} FROM stored LIMIT 0`);
      this.idle.push(connection);
    }
    await lock(this.connection);
    await this.keepRecords();
  }
  /** The cases share a plan: to plan a query takes several times as long as to run it over a handful of records. */
  async run({ query, packSql }, keys) {
    const connection = this.idle.pop();
    if (connection === void 0) throw new Error(`${query.id}: ${QUERIES_AT_ONCE} queries are under way already.`);
    let select = null;
    try {
      select = await prepareSelect(connection, executedSql(packSql, query, eventsRelations(this.eventsSql, query, null, { columns: columnsNamed(packSql), from: "own_case" })));
      const outcomes = [];
      for (const key of keys) {
        await this.turnTo(connection, key);
        outcomes.push(this.unread.get(key) ?? await rowsOf(select, query));
      }
      return outcomes;
    } catch (error) {
      return keys.map(() => refusal(query, error));
    } finally {
      select?.destroySync();
      this.idle.push(connection);
    }
  }
  async close() {
    for (const connection of [this.connection, ...this.idle]) connection.closeSync();
    this.instance.closeSync();
    await rm(this.folder, { recursive: true, force: true });
  }
  /** Takes the stored records out of the database, where to copy a few with a statement takes as long as to run a query over them. */
  async keepRecords() {
    const repeated = (await (await this.connection.run(REPEATED)).getRows()).map(([key]) => String(key));
    await this.keep(`SELECT CAST(log_file AS varchar), ${RECORD} FROM stored`);
    for (const key of repeated) {
      this.stored.delete(key);
      const all = `SELECT * FROM interpreted WHERE CAST(source_file AS varchar) = ${sqlText(key)} AND event_id IS NOT NULL AND event_time IS NOT NULL`;
      await this.keep(`WITH repeated_records AS (${all})
SELECT CAST(log_file AS varchar), ${RECORD} FROM stored WHERE rowid IN (SELECT stored_row FROM (${this.eventsSql.kept}) k)`);
    }
  }
  async keep(select) {
    const result = await this.connection.run(select);
    this.types = result.columnTypes().slice(1);
    for (const [key, ...record] of await result.getRows()) this.stored.set(String(key), [...this.stored.get(String(key)) ?? [], record]);
  }
  /** Fills the connection's table with one case's records, one of each event. */
  async turnTo(connection, key) {
    await connection.run("DELETE FROM own_case");
    const appender = await connection.createAppender("own_case", null, "temp");
    for (const record of this.stored.get(key) ?? []) {
      record.forEach((value, column) => value === null ? appender.appendNull() : appender.appendValue(value, this.types[column]));
      appender.endRow();
    }
    appender.closeSync();
  }
};
var FOR_ANY_CASE = "SET disabled_optimizers = 'in_clause,window_self_join,statistics_propagation';";
var RECORD = `* REPLACE (${sqlText(CASE_FILE)} AS log_file)`;
var REPEATED = `SELECT DISTINCT CAST(source_file AS varchar) FROM (
  SELECT source_file FROM interpreted WHERE event_id IS NOT NULL AND event_time IS NOT NULL
  GROUP BY source_file, account_id, COALESCE(addendum_original_event_id, event_id) HAVING count(*) > 1
) r`;
async function rowsOf(select, query) {
  try {
    const { columns, chunks } = await streamPrepared(select, query.id);
    const rows = [];
    for await (const chunk of chunks) rows.push(...chunk);
    return { columns: columns ?? Object.keys(query.columns), rows };
  } catch (error) {
    return refusal(query, error);
  }
}
function refusal({ id }, error) {
  return error instanceof EngineError ? error : new EngineError(`${id}: DuckDB refuses the query.`, { cause: error });
}
function logOf(cases) {
  const texts = new Map(cases.map(({ key, records }) => [key, Buffer.from(JSON.stringify({ Records: records }))]));
  const files = [...texts].map(([key, { length }]) => ({ path: key, key, kind: "log", account: null, region: null, deliveryDay: null, bytes: length }));
  return { files, reader: { filesAtOnce: 1, read: ({ key }) => Promise.resolve(texts.get(key) ?? Buffer.alloc(0)) } };
}
export {
  openDuckDbCases
};
