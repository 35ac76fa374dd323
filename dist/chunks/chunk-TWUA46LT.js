import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  PackError,
  _enum,
  _minLength,
  _trim,
  array,
  nullable,
  problemLine,
  readYaml,
  record,
  schemaProblems,
  strictObject,
  string
} from "./chunk-VHPPMTIU.js";
import {
  productFolder
} from "./chunk-RLU6Z4TT.js";
import {
  SettingsError
} from "./chunk-XRVFALA3.js";

// src/pack/load-frameworks.ts
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

// src/pack/framework.ts
var STRENGTHS = ["direct", "population", "corroborates"];

// src/pack/load-frameworks.ts
var PARAPHRASE_WORDS = 12;
var text = string().check(_trim(), _minLength(1));
var frameworkSchema = strictObject({
  title: text,
  short_title: text,
  noun: strictObject({ one: text, many: text }),
  edition: text,
  notice: text,
  criteria: array(
    strictObject({
      id: text,
      category: text,
      paraphrase: text,
      shows: nullable(text),
      cannot_show: text,
      queries: record(string(), _enum(STRENGTHS))
    })
  ).check(_minLength(1))
});
async function frameworkNames(folder = productFolder("frameworks")) {
  const files = await readdir(folder);
  return files.filter((file) => file.endsWith(".yml")).map((file) => file.slice(0, -".yml".length)).sort();
}
async function loadFrameworks(names, queryIds, folder = productFolder("frameworks")) {
  const shipped = await frameworkNames(folder);
  const unknown = names.filter((name) => !shipped.includes(name));
  if (unknown.length > 0) throw new SettingsError(`frameworks: there is no framework ${unknown.map((name) => `"${name}"`).join(", ")}; allowed are ${shipped.join(", ")}.`);
  const wanted = [...new Set(names)];
  const read = await Promise.all(wanted.map(async (name) => readFramework(name, await readFile(join(folder, `${name}.yml`)), queryIds)));
  const problems = read.flatMap((one) => one.problems);
  if (problems.length > 0) throw new PackError(problems);
  return read.flatMap(({ framework }) => framework ? [framework] : []);
}
function readFramework(name, bytes, queryIds) {
  const yaml = readYaml(new TextDecoder().decode(bytes));
  const { file, problems } = checkedFile(yaml, queryIds);
  if (file === null || problems.length > 0) return { framework: null, problems: problems.map((problem) => problemLine(`frameworks/${name}.yml`, problem)) };
  const { title, short_title: shortTitle, noun, edition, notice } = file;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { framework: { name, title, shortTitle, noun, edition, notice, criteria: file.criteria.map(toCriterion), sha256 }, problems: [] };
}
function checkedFile(yaml, queryIds) {
  if (yaml.problems.length > 0) return { file: null, problems: yaml.problems };
  const parsed = frameworkSchema.safeParse(yaml.value);
  if (!parsed.success) return { file: null, problems: schemaProblems(yaml, parsed.error.issues) };
  return { file: parsed.data, problems: criteriaProblems(parsed.data, yaml, queryIds) };
}
function criteriaProblems({ criteria }, { lineOf }, queryIds) {
  return criteria.flatMap((criterion, index) => {
    const at = (key, sentence) => ({ line: lineOf(["criteria", index, key]), sentence });
    const words = criterion.paraphrase.split(/\s+/).length;
    const queries = Object.keys(criterion.queries);
    return [
      ...criteria.findIndex(({ id }) => id === criterion.id) < index ? [at("id", `${criterion.id} is listed twice.`)] : [],
      ...words > PARAPHRASE_WORDS ? [at("paraphrase", `The paraphrase of ${criterion.id} has ${words} words; at most ${PARAPHRASE_WORDS} are allowed.`)] : [],
      ...criterion.shows === null && queries.length > 0 ? [at("shows", `${criterion.id} says that CloudTrail shows nothing, yet names queries.`)] : [],
      ...queries.filter((id) => !queryIds.has(id)).map((id) => ({ line: lineOf(["criteria", index, "queries", id]), sentence: `${criterion.id} names ${id}, which is no query of the pack.` }))
    ];
  });
}
function toCriterion({ id, category, paraphrase, shows, cannot_show: cannotShow, queries }) {
  return { id, category, paraphrase, shows, cannotShow, queries: Object.entries(queries).map(([query, strength]) => ({ id: query, strength })) };
}

// src/settings/period.ts
var ALLOWED_PERIODS = "give last-month, last-quarter, a month (2026-10), a quarter (2026-Q3), or a range a..b of days or instants (2026-07-01..2026-10-01), of which b is not part";
var SETTLE_HOURS = 3;
function parsePeriod(text2, now) {
  const given = resolved(text2.trim(), new Date(now));
  const month = /^(\d{4})-(\d{2})$/.exec(given);
  if (month !== null) return months(given, Number(month[1]), Number(month[2]), 1);
  const quarter = /^(\d{4})-Q([1-4])$/i.exec(given);
  if (quarter !== null) return months(given, Number(quarter[1]), (Number(quarter[2]) - 1) * 3 + 1, 3);
  const range = given.split("..");
  if (range.length !== 2) throw new SettingsError(`period: "${text2}" is not a period; ${ALLOWED_PERIODS}.`);
  const [start, end] = range.map((part) => instant(part.trim(), text2));
  if (start >= end) throw new SettingsError(`period: "${text2}" ends (${end}) before it starts (${start}); ${ALLOWED_PERIODS}.`);
  return { start, end, label: `${compact(start)}-${compact(end)}` };
}
function isOpen(period, now) {
  return Date.parse(now) < Date.parse(period.end) + SETTLE_HOURS * 36e5;
}
function resolved(text2, now) {
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()];
  if (text2.toLowerCase() === "last-month") return new Date(Date.UTC(year, month - 1)).toISOString().slice(0, 7);
  if (text2.toLowerCase() !== "last-quarter") return text2;
  const before = new Date(Date.UTC(year, month - 3));
  return `${before.getUTCFullYear()}-Q${Math.floor(before.getUTCMonth() / 3) + 1}`;
}
function months(given, year, month, count) {
  if (month < 1 || month > 12) throw new SettingsError(`period: "${given}" has no month ${month}; ${ALLOWED_PERIODS}.`);
  return { start: seconds(Date.UTC(year, month - 1, 1)), end: seconds(Date.UTC(year, month - 1 + count, 1)), label: given.toUpperCase() };
}
function instant(text2, period) {
  const full = /^\d{4}-\d{2}-\d{2}$/.test(text2) ? `${text2}T00:00:00Z` : text2;
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?Z$/.test(full)) throw new SettingsError(`period: "${text2}" in "${period}" is neither a day (2026-07-01) nor an instant in UTC (2026-07-01T00:00:00Z); ${ALLOWED_PERIODS}.`);
  const time = Date.parse(full);
  const written = Number.isNaN(time) ? "" : seconds(time);
  if (!written.startsWith(full.slice(0, 16))) throw new SettingsError(`period: there is no ${text2}; ${ALLOWED_PERIODS}.`);
  return written;
}
function seconds(time) {
  return new Date(time).toISOString().replace(".000Z", "Z");
}
function compact(text2) {
  const day = text2.slice(0, 10).replaceAll("-", "");
  const time = text2.slice(11, 19).replaceAll(":", "");
  return time === "000000" ? day : `${day}T${time.endsWith("00") ? time.slice(0, 4) : time}`;
}

export {
  frameworkNames,
  loadFrameworks,
  ALLOWED_PERIODS,
  parsePeriod,
  isOpen
};
