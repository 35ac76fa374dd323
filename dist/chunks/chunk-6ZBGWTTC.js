import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  codePointName,
  visibleBlock,
  visibleLine
} from "./chunk-4U3JR4NS.js";
import {
  addressRange,
  instantOf,
  networkFault,
  raise
} from "./chunk-HZS6KROO.js";

// src/evidence/judge.ts
var NO_EXCEPTIONS = { total: 0, decided: 0, undecided: 0, expired: 0 };
function missingLists(query, lists) {
  return Object.entries(query.settings).flatMap(([name, need]) => need === "required" && lists[name] === void 0 ? [name] : []);
}
function judge(query, outcome, coverage, lacked, selfTest = null) {
  const result = selfTest === "self-test-missed" ? "failed" : resultOf(query, outcome, coverage, lacked);
  return {
    id: query.id,
    expect: query.expect,
    sha256: outcome.sha256,
    result,
    reasons: reasonsOf(result, outcome, coverage, lacked, selfTest),
    rows: outcome.rows,
    exceptions: outcome.exceptions,
    coverage: coverage.states,
    ...query.own ? { own: true } : {}
  };
}
function resultOf(query, outcome, coverage, lacked) {
  if (outcome.failed) return "failed";
  if (outcome.switchedOff || outcome.missingLists.length > 0) return "not-evaluated";
  if (requiredStates(query, coverage).includes("not-collected")) return "not-collected";
  if (query.expect === "none" && outcome.rows > 0) return "exceptions";
  if (requiredStates(query, coverage).includes("incomplete") || lacked.length > 0) return "incomplete";
  if (query.expect === "none") return "no-exceptions";
  if (query.expect === "population") return "population";
  return outcome.rows > 0 ? "observed" : "not-observed";
}
function requiredStates(query, coverage) {
  return Object.entries(coverage.states).flatMap(([category, state]) => query.category[category] === "required" ? [state] : []);
}
function reasonsOf(result, outcome, coverage, lacked, selfTest) {
  const anywhere = { account: null, region: null, from: null, to: null };
  if (result === "not-evaluated") return whyNotEvaluated(outcome).map((code) => ({ code, ...anywhere }));
  return [
    ...outcome.failed ? [{ code: "query-failed", ...anywhere }] : [],
    ...selfTest === null ? [] : [{ code: selfTest, ...anywhere }],
    ...coverage.reasons,
    ...lacked.length > 0 ? [{ code: "column-missing", ...anywhere }] : []
  ];
}
function whyNotEvaluated({ switchedOff, missingLists: missing }) {
  if (switchedOff) return ["switched-off"];
  return [...new Set(missing.map((name) => name === "production-accounts" ? "no-production-account" : name === "incident" ? "incident-not-named" : "list-not-configured"))];
}
function isSwitchedOff({ reasons }) {
  return reasons.some(({ code }) => code === "switched-off");
}
function isOverIncompleteCoverage(query, result) {
  return lacksColumn(result) || Object.entries(query.category).some(([category, need]) => need === "required" && result.coverage[category] === "incomplete");
}
function lacksColumn({ reasons }) {
  return reasons.some(({ code }) => code === "column-missing");
}
function lacksLogs({ reasons }) {
  return reasons.some(({ code }) => code !== "column-missing" && !isOfSelfTest(code));
}
function selfTestReason({ reasons }) {
  return reasons.map(({ code }) => code).find(isOfSelfTest) ?? null;
}
function isOfSelfTest(code) {
  return code === "self-test-missed" || code === "self-test-returned";
}
function verdict(queries, results, failOn) {
  const byId = new Map(queries.map((query) => [query.id, query]));
  const incomplete = results.some((result) => {
    const query = byId.get(result.id);
    return result.result === "incomplete" || result.result === "failed" || result.result === "exceptions" && query !== void 0 && isOverIncompleteCoverage(query, result);
  });
  const undecidedExceptions = results.reduce((sum, { exceptions }) => sum + exceptions.undecided, 0);
  const failsIncomplete = incomplete && (failOn === "incomplete" || failOn === "both");
  const failsUndecided = undecidedExceptions > 0 && (failOn === "exceptions" || failOn === "both");
  return { incomplete, undecidedExceptions, exitCode: failsIncomplete ? 4 : failsUndecided ? 3 : 0 };
}

// src/report/markdown-text.ts
function markdownData(text, place) {
  const safe = codeSpan(shortRuns(visibleLine(text)));
  return place === "table" ? escapePipes(safe) : safe;
}
var LONGEST_FENCE = 16;
function shortRuns(text) {
  return text.replace(/`+/g, (run) => run.length > LONGEST_FENCE ? codePointName("`").repeat(run.length) : run);
}
function longestRun(text) {
  return Math.max(0, ...Array.from(text.matchAll(/`+/g), (run) => run[0].length));
}
function codeSpan(text) {
  if (text === "") return "";
  const fence = "`".repeat(longestRun(text) + 1);
  const pad = /^`|`$/.test(text) || /^ .* $/.test(text) && text.trim() !== "" ? " " : "";
  return `${fence}${pad}${text}${pad}${fence}`;
}
function escapePipes(text) {
  return text.replace(/(\\*)\|/g, (_, slashes) => `${codePointName("\\").repeat(slashes.length)}\\|`);
}
function markdownWords(text) {
  return visibleLine(text.replace(/\s*\n\s*/g, " ")).replace(/[\\`*_[\]<>&#|~$@!{}]/g, (char) => `\\${char}`).replace(/:\/\//g, "\\://").replace(/\bwww\./gi, (www) => `${www.slice(0, -1)}\\.`).replace(/^(\s*)([-+=]|\d+(?=[.)](?:\s|$)))/, (_, space, mark) => /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`);
}
function markdownBlock(text, language) {
  const body = visibleBlock(text);
  const fence = "`".repeat(Math.max(3, longestRun(body) + 1));
  return `${fence}${language}
${body}
${fence}`;
}

// src/settings/incident.ts
import { isIP } from "node:net";
var TRACES = ["principal", "key", "address", "resource"];
var KEYS = [...TRACES, "window"];
var ALLOWED = "give principal=\u2026, key=\u2026, address=\u2026 or resource=\u2026, and window=2026-10-03..2026-10-05 if it is not the whole period, separated by commas";
var LONGEST = 500;
function parseIncident(text, period) {
  const parts = text.split(/,(?=\s*[a-z-]+\s*=)/).map(partOf);
  const values = /* @__PURE__ */ new Map();
  for (const { key, value } of parts) {
    if (values.has(key)) raise(`incident: it names ${key} twice; give one, and run once for each.`);
    values.set(key, value);
  }
  const of = (key) => values.get(key) ?? null;
  if (TRACES.every((key) => of(key) === null)) raise(`incident: "${text}" names nobody and nothing to follow; ${ALLOWED}.`);
  return { principal: of("principal"), key: keyId(of("key")), address: address(of("address")), resource: of("resource"), window: windowOf(of("window"), period) };
}
function partOf(part) {
  const [, name = "", value = ""] = /^\s*([a-z-]+)\s*=\s*(.*?)\s*$/s.exec(part) ?? [];
  const key = KEYS.find((each) => each === name);
  if (key === void 0) return raise(`incident: "${name === "" ? part.trim() : name}" is not one of ${KEYS.join(", ")}; ${ALLOWED}.`);
  if (value === "") raise(`incident: ${key} is empty; give a value, or leave it out.`);
  if (value.length > LONGEST || new RegExp("\\p{Cc}", "u").test(value)) raise(`incident: ${key} is longer than ${LONGEST} characters, or holds a control character; give a name, an ARN or an id.`);
  return { key, value };
}
function keyId(found) {
  return found === null || /^[A-Z0-9]{16,128}$/.test(found) ? found : raise(`incident: key "${found}" is not an access key id; give one such as AKIAIOSFODNN7EXAMPLE. Never give the secret key.`);
}
function address(found) {
  if (found === null) return null;
  const fault = networkFault(networkOf(found));
  return fault === null ? found : raise(`incident: address "${found}" ${fault}.`);
}
function networkOf(text) {
  const version = isIP(text);
  return version === 0 ? text : `${text}/${version === 4 ? 32 : 128}`;
}
function windowOf(found, period) {
  const whole = { start: period?.start ?? "", end: period?.end ?? "" };
  if (found === null) return whole;
  const [start, end, ...rest] = found.split("..").map((part) => instantOf(part.trim()));
  if (start === void 0 || end === void 0 || start === null || end === null || rest.length > 0) return raise(`incident: window "${found}" is not two days or instants in UTC; give one such as 2026-10-03..2026-10-05, of which the second is not part.`);
  if (start >= end) raise(`incident: window "${found}" ends before it begins.`);
  if (period !== null && (start < period.start || end > period.end)) raise(`incident: window "${found}" is not within the period, ${period.start} to ${period.end}; choose a period that holds it.`);
  return { start, end };
}
function incidentValues({ principal, key, address: place, resource, window }) {
  const { first, last } = place === null ? { first: "", last: "" } : addressRange(networkOf(place));
  return [
    ...principal === null ? [] : [`principal ${principal}`],
    ...key === null ? [] : [`key ${key}`],
    ...place === null ? [] : [`address ${first} ${last}`],
    ...resource === null ? [] : [`resource ${resource}`],
    `window ${window.start}/${window.end}`
  ];
}
function incidentInput(incident) {
  const given = TRACES.flatMap((key) => incident[key] === null ? [] : [`${key}=${incident[key]}`]);
  return [...given, `window=${incident.window.start}..${incident.window.end}`].join(",");
}
function incidentLines({ principal, key, address: place, resource, window }) {
  return [
    ...principal === null ? [] : [`principal ${principal}`],
    ...key === null ? [] : [`key ${key}`],
    ...place === null ? [] : [`address ${place}`],
    ...resource === null ? [] : [`resource ${resource}`],
    `window ${window.start} to ${window.end}`
  ];
}

export {
  NO_EXCEPTIONS,
  missingLists,
  judge,
  isSwitchedOff,
  lacksColumn,
  lacksLogs,
  selfTestReason,
  isOfSelfTest,
  verdict,
  markdownData,
  markdownWords,
  markdownBlock,
  parseIncident,
  incidentValues,
  incidentInput,
  incidentLines
};
