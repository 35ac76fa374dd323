import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  WEEKDAYS,
  _gte,
  _maxLength,
  _minLength,
  _null,
  addressRange,
  array,
  int,
  optional,
  parseSettingsFile,
  readYaml,
  record,
  schemaProblems,
  seconds,
  strictObject,
  string,
  union,
  unknown,
  zonedInstant
} from "./chunk-HZS6KROO.js";
import {
  DERIVED_LISTS,
  LIST_NAMES
} from "./chunk-Q6DGIV3J.js";

// src/settings/list-values.ts
function listValues(lists2, period) {
  return Object.fromEntries(Object.entries(lists2).map(([name2, lines]) => [name2, [...new Set(lines.flatMap((line) => valuesOf(name2, line, period)))]]));
}
function valuesOf(name2, line, period) {
  switch (name2) {
    case "approved-networks":
      return [line.startsWith("vpce-") ? line : ends(line)];
    case "country-networks": {
      const [network = "", country = ""] = line.split(" ");
      return [`${ends(network)} ${country}`];
    }
    case "working-hours":
      return intervals(line, period);
    default:
      return [line];
  }
}
function ends(network) {
  const { first, last } = addressRange(network);
  return `${first} ${last}`;
}
var DAY_MS = 864e5;
function intervals(line, { start, end }) {
  const [days = "", hours = "", zone = "UTC"] = line.split(" ");
  const [from = "", to = ""] = hours.split("-");
  const wanted = new Set(days.split(",").map((day) => WEEKDAYS.findIndex((name2) => name2 === day)));
  const found = [];
  for (let day = Date.parse(start.slice(0, 10)) - DAY_MS; day < Date.parse(end) + DAY_MS; day += DAY_MS) {
    if (!wanted.has(new Date(day).getUTCDay())) continue;
    const date = seconds(day).slice(0, 10);
    found.push(`${zonedInstant(date, from, zone)}/${zonedInstant(date, to, zone)}`);
  }
  return found;
}

// src/self-test/case-file.ts
import { createHash } from "node:crypto";
var MAXIMUM_BYTES = 1e6;
var changing = { set: optional(record(string(), unknown())), unset: optional(array(string())) };
var lists = optional(strictObject(Object.fromEntries([...LIST_NAMES, ...DERIVED_LISTS].map((name2) => [name2, optional(array(unknown()))]))));
var given = optional(array(strictObject(changing)));
var name = string().check(_minLength(1), _maxLength(300, "is longer than 300 characters"));
var cell = union([string(), int(), _null()], "is neither text nor a whole number");
var shape = strictObject({
  query: string(),
  settings: lists,
  base: record(string(), unknown()),
  given,
  must: array(strictObject({ name, ...changing, given, settings: lists, rows: optional(array(record(string(), cell))) })).check(_minLength(1)),
  must_not: array(strictObject({ name, unlike: string(), ...changing, drop_given: optional(array(int().check(_gte(0, "counts from 0")))), settings: lists })).check(_minLength(1))
});
function parseCaseFile(bytes) {
  if (bytes.length > MAXIMUM_BYTES) return [{ line: 1, sentence: `The file has ${bytes.length} bytes; at most ${MAXIMUM_BYTES} are read.` }];
  const yaml = yamlOf(bytes);
  if ("sentence" in yaml) return [yaml];
  if (yaml.problems.length > 0) return yaml.problems;
  const checked = shape.safeParse(yaml.value);
  if (!checked.success) return schemaProblems(yaml, checked.error.issues);
  const file = checked.data;
  const problems = [...pathProblems(file, yaml.lineOf), ...caseProblems(file, yaml.lineOf)];
  return problems.length > 0 ? problems : { file, sha256: createHash("sha256").update(bytes).digest("hex"), lineOf: yaml.lineOf };
}
function yamlOf(bytes) {
  try {
    return readYaml(new TextDecoder("utf-8", { fatal: true }).decode(bytes), { aliases: true });
  } catch (error) {
    const { name: name2 } = error;
    return { line: 1, sentence: name2 === "RangeError" ? "The YAML is nested too deeply." : name2 === "ReferenceError" ? "The YAML repeats parts of itself too often, or names one that is not there." : "The file is not UTF-8." };
  }
}
function pathProblems(file, lineOf) {
  const changes = [
    ...(file.given ?? []).map((change, index) => [["given", index], change]),
    ...file.must.flatMap((must, index) => [[["must", index], must], ...(must.given ?? []).map((change, beside) => [["must", index, "given", beside], change])]),
    ...file.must_not.map((mustNot, index) => [["must_not", index], mustNot])
  ];
  return changes.flatMap(([where, { set, unset }]) => [
    ...Object.keys(set ?? {}).map((path) => ({ path, at: [...where, "set", path] })),
    ...(unset ?? []).map((path, index) => ({ path, at: [...where, "unset", index] }))
  ]).flatMap(({ path, at }) => pathParts(path) === null ? [{ line: lineOf(at), sentence: `${JSON.stringify(path)} is no path in a record; write a.b, or a[0].b for what stands in a list.` }] : []);
}
function pathParts(path) {
  const parts = path.split(".").flatMap((part) => {
    const found = /^([^[\]]+)((?:\[\d{1,3}\])*)$/.exec(part);
    return found === null ? [null] : [found[1] ?? "", ...[...(found[2] ?? "").matchAll(/\d+/g)].map(([digits]) => Number(digits))];
  });
  return parts.includes(null) || parts.includes("__proto__") ? null : parts;
}
function caseProblems(file, lineOf) {
  const all = [...file.must.map(({ name: name2 }, index) => ({ name: name2, at: ["must", index, "name"] })), ...file.must_not.map(({ name: name2 }, index) => ({ name: name2, at: ["must_not", index, "name"] }))];
  const twice = all.filter(({ name: name2 }, index) => all.findIndex((other) => other.name === name2) < index);
  return [
    ...twice.map(({ name: name2, at }) => ({ line: lineOf(at), sentence: `Two cases are named ${JSON.stringify(name2)}; a name tells which one went wrong.` })),
    ...file.must_not.flatMap((mustNot, index) => nearnessProblems(file, mustNot).map((sentence) => ({ line: lineOf(["must_not", index, "name"]), sentence })))
  ];
}
function nearnessProblems(file, { name: name2, unlike, set, unset, drop_given: dropped, settings }) {
  const must = file.must.find((each) => each.name === unlike);
  if (must === void 0) return [`${JSON.stringify(name2)} is unlike ${JSON.stringify(unlike)}, which is no must of this file.`];
  const things = Object.keys(set ?? {}).length + (unset ?? []).length + (dropped ?? []).length + (settings === void 0 ? 0 : 1);
  const beside = (must.given ?? file.given ?? []).length;
  return [
    ...things === 1 ? [] : [`${JSON.stringify(name2)} differs from its must in ${things} things; it must be one.`],
    ...(dropped ?? []).filter((index) => index >= beside).map((index) => `${JSON.stringify(name2)} drops number ${index} of ${beside} given; they are counted from 0.`)
  ];
}

// src/self-test/cases.ts
var CASE_PERIOD = { start: "2026-10-01T00:00:00Z", end: "2026-11-01T00:00:00Z", label: "2026-10" };
function mustCases(file) {
  return file.must.map((must) => made(file, must.name, must, [], must.given, must.settings, must.rows));
}
function mustNotCases(file) {
  return file.must_not.map((mustNot) => {
    const must = file.must.find(({ name: name2 }) => name2 === mustNot.unlike);
    const change = { set: { ...must?.set, ...mustNot.set }, unset: [...must?.unset ?? [], ...mustNot.unset ?? []] };
    return made(file, mustNot.name, change, mustNot.drop_given ?? [], must?.given, mustNot.settings ?? must?.settings, []);
  });
}
function made(file, name2, change, dropped, given2, lists2, rows) {
  const event = changed(file.base, change);
  const beside = (given2 ?? file.given ?? []).filter((_, index) => !dropped.includes(index)).map((other) => changed(file.base, other));
  return { name: name2, records: [...beside, event], eventId: String(event["eventID"]), lists: listsOf(lists2 ?? file.settings ?? {}), rows: rows ?? [] };
}
function listsOf(settings) {
  const lists2 = Object.fromEntries(LIST_NAMES.filter((name2) => settings[name2] !== void 0).map((name2) => [name2, settings[name2]]));
  const derived = Object.fromEntries(DERIVED_LISTS.flatMap((name2) => settings[name2] === void 0 ? [] : [[name2, settings[name2].map(String)]]));
  return { ...listValues(parseSettingsFile("case", new TextEncoder().encode(JSON.stringify({ lists: lists2 }))).lists, CASE_PERIOD), ...derived };
}
function changed(base, { set = {}, unset = [] }) {
  const record2 = structuredClone(base);
  for (const path of unset) put(record2, pathParts(path) ?? [], void 0);
  for (const [path, value] of Object.entries(set)) put(record2, pathParts(path) ?? [], value);
  return record2;
}
function put(record2, parts, value) {
  let at = record2;
  for (const part of parts.slice(0, -1)) {
    const next = Object.hasOwn(at, part) ? at[part] : void 0;
    at = typeof next === "object" && next !== null ? next : at[part] = {};
  }
  const last = parts.at(-1) ?? "";
  if (value === void 0) delete at[last];
  else at[last] = structuredClone(value);
}
function names(row, eventId) {
  return [row["event_id"], row["first_event_id"], row["last_event_id"]].includes(eventId);
}

export {
  parseCaseFile,
  listValues,
  CASE_PERIOD,
  mustCases,
  mustNotCases,
  names
};
