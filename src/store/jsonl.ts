import type { Row } from '../engines/engine.js';

/** What JSON text escapes; nearly every value is free of it and needs only its quotes. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const NEEDS_ESCAPE = /["\\\u0000-\u001f\ud800-\udfff]/;

/**
 * Makes the writer of exact rows: one JSON object a line, keys in column order. The text is built by hand so that a column
 * may be called anything (`__proto__` included). JSON.stringify escapes lone surrogates, so the file is always valid UTF-8.
 */
export function jsonlEncoder(columns: readonly string[]): (row: Row) => string {
  if (new Set(columns).size !== columns.length) throw new Error(`A column appears twice: ${columns.join(', ')}`);
  const keys = columns.map((column, index) => `${index === 0 ? '{' : ','}${JSON.stringify(column)}:`);
  return (row) => {
    if (row.length !== keys.length) throw new Error(`A row has ${row.length} values for ${keys.length} columns`);
    let line = keys.length === 0 ? '{' : '';
    for (let index = 0; index < keys.length; index++) {
      const value = row[index] ?? null;
      if (typeof value === 'number' && !Number.isSafeInteger(value)) {
        throw new Error(`Column ${columns[index]} holds ${value}, which is not an exact whole number`);
      }
      const plain = typeof value === 'string' && !NEEDS_ESCAPE.test(value);
      line += plain ? `${keys[index]}"${value}"` : `${keys[index]}${JSON.stringify(value)}`;
    }
    return `${line}}\n`;
  };
}
