import type { DuckDBConnection } from '@duckdb/node-api';
import { knownType, type OtherTexts, REPEATING, type RepeatingColumn, repeatingSelect } from './stored-records.js';
import type { EventsSql } from '../events-sql.js';

/** More texts than these do not repeat; and each would be looked up for every record. */
const TEXTS_AT_MOST = 10_000;
/** A text repeats where it stands in as many records of the sample, on average. */
const TIMES_AT_LEAST = 4;

/** Keeps the repeating columns of a sample's `records`; false where one of its files cannot be read: it is found, and told of, when all are read. */
export async function keepSample(connection: DuckDBConnection, sampleSelect: string, eventsSql: EventsSql): Promise<boolean> {
  try {
    await connection.run(`CREATE TEMP TABLE sample AS\n${repeatingSelect(sampleSelect, eventsSql)}`);
    return true;
  } catch {
    return false;
  }
}

/**
 * Makes a type of the texts of each repeating column of the sample, and tells the columns that have one. A column of
 * which the sample holds many texts, or none, has no type, and is held as text.
 */
export async function nameKnownTexts(connection: DuckDBConnection): Promise<readonly RepeatingColumn[]> {
  const counts = await (await connection.run(`SELECT ${REPEATING.map((column) => `count(${column}), count(DISTINCT ${column})`).join(', ')} FROM sample`)).getRows();
  const known = REPEATING.filter((_, index) => {
    const [records, texts] = [Number(counts[0]?.[2 * index]), Number(counts[0]?.[2 * index + 1])];
    return texts > 0 && texts <= TEXTS_AT_MOST && records >= texts * TIMES_AT_LEAST;
  });
  for (const column of known) await connection.run(`CREATE TYPE ${knownType(column)} AS ENUM (SELECT DISTINCT ${column} FROM sample WHERE ${column} IS NOT NULL ORDER BY ${column})`);
  await connection.run('DROP TABLE sample');
  return known;
}

/** Which columns have other texts than the known ones: to look for them in every event that a query reads takes time. */
export async function columnsWithOtherTexts(connection: DuckDBConnection): Promise<OtherTexts> {
  const found = await (await connection.run(`SELECT ${REPEATING.map((_, index) => `count(texts[${index + 1}])`).join(', ')}
FROM (SELECT json_extract_string(other_texts, [${REPEATING.map((column) => `'$.${column}'`).join(', ')}]) AS texts FROM stored WHERE other_texts IS NOT NULL) t`)).getRows();
  return new Set(REPEATING.filter((_, index) => Number(found[0]?.[index]) > 0));
}
