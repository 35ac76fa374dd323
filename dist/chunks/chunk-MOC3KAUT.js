import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  SettingsError
} from "./chunk-XRVFALA3.js";

// src/pack/executable-query.ts
function executable(query, lists) {
  const header = query.text.slice(0, query.text.indexOf("*/") + 2);
  const settings = Object.keys(query.settings);
  if (settings.length === 0) return { query, packSql: `${header}
${query.sql}
` };
  const relations = settings.map((setting) => listRelation(setting, lists[setting] ?? []));
  return { query, packSql: `${header}
WITH ${relations.join(",\n")}
SELECT * FROM (
${query.sql}
) q
` };
}
function executedSql(packSql, query, relations) {
  const order = query.key.map((column) => `${column} NULLS LAST`).join(", ");
  const given = relations === "" ? "" : `WITH ${relations}
`;
  return `${given}SELECT * FROM (
${packSql.trimEnd()}
) q
ORDER BY ${order}`;
}
function settingRelation(setting) {
  return `setting_${setting.replaceAll("-", "_")}`;
}
function listRelation(setting, values) {
  const rows = values.length === 0 ? "SELECT CAST(NULL AS varchar) WHERE false" : `VALUES ${values.map((value) => `(${sqlText(value)})`).join(", ")}`;
  return `${settingRelation(setting)}(value) AS (${rows})`;
}
function sqlText(value) {
  if (value.includes("\0") || new RegExp("\\p{Surrogate}", "u").test(value)) {
    throw new SettingsError(`The value ${JSON.stringify(value)} holds a NUL character or half of a surrogate pair, which SQL cannot carry: remove it from the settings file.`);
  }
  return `'${value.replaceAll("'", "''")}'`;
}

export {
  executable,
  executedSql,
  settingRelation,
  sqlText
};
