import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { productRoot } from '../../../src/pack/product-files.js';

let instance: DuckDBInstance;
let connection: DuckDBConnection;
beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:');
  connection = await instance.connect();
  await connection.run(readFileSync(join(productRoot(), 'src', 'engines', 'duckdb', 'prelude.sql'), 'utf8'));
});
afterAll(() => {
  connection.closeSync();
  instance.closeSync();
});

/** What the expression gives here, as text. */
async function value(expression: string): Promise<string | null> {
  const rows = await (await connection.run(`SELECT CAST((${expression}) AS VARCHAR)`)).getRows();
  return rows[0]?.[0] as string | null;
}

/** Expressions with what Trino documents for them: https://trino.io/docs/current/functions.html */
const DOCUMENTED: [string, string | null][] = [
  // "If the index is larger than the number of fields, then null is returned."
  ["split_part('a/b/c', '/', 2)", 'b'],
  ["split_part('a/b/c', '/', 3)", 'c'],
  ["split_part('a/b/c', '/', 4)", null],
  ["split_part('', '/', 1)", ''],
  ["split_part('a', '/', 2)", null],
  ["split_part(NULL, '/', 1)", null],
  // "Finds the first occurrence… If there is no match, null."
  ["regexp_extract('1a 2b 14m', '\\d+')", '1'],
  ["regexp_extract('1a 2b 14m', '(\\d+)([a-z]+)', 2)", 'a'],
  ["regexp_extract('abc', '\\d+')", null],
  ["regexp_extract('abc', '(\\d)?abc')", 'abc'],
  ["regexp_extract(NULL, 'a')", null],
  // Every occurrence, not the first one.
  ["regexp_replace('1a 2b 14m', '\\d+[ab] ')", '14m'],
  ["regexp_replace('a-b-c', '-', '/')", 'a/b/c'],
  // "The pattern only needs to be contained within string."
  ["regexp_like('1a 2b 14m', '\\d+b')", 'true'],
  ["regexp_like('abc', '^b')", 'false'],
  // Whole numbers divide into whole numbers, toward zero.
  ['7 / 2', '3'],
  ['-7 / 2', '-3'],
  // "The type of the result of json_extract_scalar is varchar; the value must be a scalar."
  [`json_extract_scalar('{"a":"x","b":1,"c":true,"d":null,"e":{"f":1},"g":[1]}', '$.a')`, 'x'],
  [`json_extract_scalar('{"b":1}', '$.b')`, '1'],
  [`json_extract_scalar('{"c":true}', '$.c')`, 'true'],
  [`json_extract_scalar('{"d":null}', '$.d')`, null],
  [`json_extract_scalar('{"e":{"f":1}}', '$.e')`, null],
  [`json_extract_scalar('{"g":[1]}', '$.g')`, null],
  [`json_extract_scalar('{"g":[1,2]}', '$.g[1]')`, '2'],
  [`json_extract_scalar('{"a":1}', '$.z')`, null],
  ["json_extract_scalar('not JSON', '$.a')", null],
  ["json_extract_scalar(NULL, '$.a')", null],
  ["json_array_length('[1, 2, 3]')", '3'],
  [`json_array_length('{"a":1}')`, null],
  ["json_array_length('not JSON')", null],
  ["json_array_contains('[1, 2, 3]', 2)", 'true'],
  // Null if one argument is.
  ["greatest('a', 'b')", 'b'],
  ["greatest('a', NULL)", null],
  ["least('a', NULL)", null],
  ["concat('a', NULL)", null],
  ["concat('a', 'b', 'c')", 'abc'],
  ["array_join(ARRAY['a', 'b'], ', ')", 'a, b'],
  ["cardinality(ARRAY['a', 'b'])", '2'],
  ["element_at(ARRAY['a', 'b'], 2)", 'b'],
  ["element_at(ARRAY['a'], 5)", null],
  ["arrays_overlap(ARRAY['a', 'b'], ARRAY['b'])", 'true'],
  ["date_diff('hour', from_iso8601_timestamp('2026-10-01T00:59:00Z'), from_iso8601_timestamp('2026-10-01T01:00:00Z'))", '0'],
  ["date_diff('minute', from_iso8601_timestamp('2026-10-01T00:00:00Z'), from_iso8601_timestamp('2026-10-01T01:00:00Z'))", '60'],
  ["to_unixtime(from_iso8601_timestamp('1970-01-01T00:01:00Z')) = 60", 'true'],
  ["date_format(date_add('day', 2, from_iso8601_timestamp('2026-10-30T10:05:07Z')), '%Y-%m-%d %H:%i:%s')", '2026-11-01 10:05:07'],
  // Aggregates over (x, y): the x of the least or greatest y, be it NULL; rows whose y is NULL do not count.
  ["SELECT min_by(x, y) FROM (VALUES ('a', 2), (NULL, 1), ('c', 3)) t(x, y)", null],
  ["SELECT max_by(x, y) FROM (VALUES ('a', 2), (NULL, 3), ('c', 1)) t(x, y)", null],
  ["SELECT min_by(x, y) FROM (VALUES ('a', 2), ('b', NULL), ('c', 3)) t(x, y)", 'a'],
  ["SELECT min_by(x, y) FROM (VALUES ('a', NULL)) t(x, y)", null],
  ["SELECT every(x) FROM (VALUES (true), (true)) t(x)", 'true'],
  // NULL last, ascending or descending.
  ["SELECT array_join(array_agg(COALESCE(x, 'NULL') ORDER BY x), ' ') FROM (VALUES ('b'), (NULL), ('a')) t(x)", 'a b NULL'],
  ["SELECT array_join(array_agg(COALESCE(x, 'NULL') ORDER BY x DESC), ' ') FROM (VALUES ('b'), (NULL), ('a')) t(x)", 'b a NULL'],
  // Positions count from one; nothing found is zero.
  ["strpos('abc', 'c')", '3'],
  ["strpos('abc', 'z')", '0'],
  ["substr('abcdef', 2, 3)", 'bcd'],
  ["length('é🙂')", '2'],
  ["COALESCE(NULLIF('', ''), 'x')", 'x'],
  ["'a' || NULL", null],
];

describe('the engine answers as Trino documents', () => {
  it.each(DOCUMENTED)('%s', async (expression, expected) => {
    expect(await value(expression)).toBe(expected);
  });
});
