/** Runs baseline.sql over a folder of logs in a process of its own and prints the seconds it took: node baseline.mjs <logs> */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

const sql = readFileSync(path.join(import.meta.dirname, 'baseline.sql'), 'utf8').replace('<logs>', process.argv[2].replaceAll("'", "''"));
const connection = await (await DuckDBInstance.create(':memory:', { preserve_insertion_order: 'false' })).connect();
const started = performance.now();
await connection.run(sql);
console.log(((performance.now() - started) / 1000).toFixed(2));
