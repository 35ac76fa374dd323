import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  queryOfException
} from "./chunk-CWMCMAMQ.js";
import {
  LIST_NAMES
} from "./chunk-RXGRHQMU.js";
import {
  SettingsError
} from "./chunk-XRVFALA3.js";

// src/evidence/judge.ts
var NO_EXCEPTIONS = { total: 0, decided: 0, undecided: 0, expired: 0 };
function missingLists(query, lists) {
  return Object.entries(query.settings).flatMap(([name, need]) => need === "required" && lists[name] === void 0 ? [name] : []);
}
function judge(query, outcome, coverage, lacked) {
  const result = resultOf(query, outcome, coverage, lacked);
  return {
    id: query.id,
    expect: query.expect,
    sha256: outcome.sha256,
    result,
    reasons: reasonsOf(result, coverage, lacked),
    rows: outcome.rows,
    exceptions: outcome.exceptions,
    coverage: coverage.states
  };
}
function resultOf(query, outcome, coverage, lacked) {
  if (outcome.failed) return "failed";
  if (outcome.missingLists.length > 0) return "not-evaluated";
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
function reasonsOf(result, coverage, lacked) {
  const anywhere = { account: null, region: null, from: null, to: null };
  if (result === "not-evaluated") return [{ code: "list-not-configured", ...anywhere }];
  return [
    ...result === "failed" ? [{ code: "query-failed", ...anywhere }] : [],
    ...coverage.reasons,
    ...lacked.length > 0 ? [{ code: "column-missing", ...anywhere }] : []
  ];
}
function isOverIncompleteCoverage(query, result) {
  return lacksColumn(result) || Object.entries(query.category).some(([category, need]) => need === "required" && result.coverage[category] === "incomplete");
}
function lacksColumn({ reasons }) {
  return reasons.some(({ code }) => code === "column-missing");
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

// src/evidence/trend-facts.ts
import { createHash } from "node:crypto";
var ASPECT_NAMES = ["settings-file", "decisions-file", "report-texts", "data-events", "accounts", "regions", "places", "event-selection"];
var LIST_ASPECT = "list-";
var FRAMEWORK_ASPECT = "framework-";
function factsOf({ settings, toolVersion, queries, frameworks, coverage, counts, trailChanges }) {
  return {
    toolVersion,
    engine: settings.engine,
    events: counts.events,
    trailChanges: trailChanges.length,
    queries: [...queries].sort((a, b) => a.id < b.id ? -1 : 1).map(({ id, sha256 }) => ({ id, sha256 })),
    aspects: [...settingsAspects(settings), ...frameworkAspects(frameworks), ...scopeAspects(coverage)].sort((a, b) => a.name < b.name ? -1 : 1)
  };
}
function settingsAspects(settings) {
  const { settingsFile, decisions, lists, dataEvents, report } = settings;
  return [
    ...settingsFile === null ? [] : [{ name: "settings-file", count: null, sha256: settingsFile.sha256 }],
    ...decisions === null ? [] : [{ name: "decisions-file", count: decisions.decisions.length, sha256: decisions.sha256 }],
    ...LIST_NAMES.flatMap((name) => {
      const values = lists[name];
      return values === void 0 ? [] : [setOf(`${LIST_ASPECT}${name}`, values)];
    }),
    setOf("data-events", dataEvents.map(({ source, from, to, accounts, resources }) => JSON.stringify([source, from, to, [...accounts].sort(), resources]))),
    { name: "report-texts", count: null, sha256: hashOf([report.entity, report.classification, report.preparedBy, report.reviewedBy, report.retention]) }
  ];
}
function frameworkAspects(frameworks) {
  return frameworks.map(({ name, sha256 }) => ({ name: `${FRAMEWORK_ASPECT}${name}`, count: null, sha256 }));
}
function scopeAspects({ scope, runs }) {
  return [
    setOf("accounts", scope.map(({ account }) => account)),
    setOf("regions", scope.map(({ region }) => region)),
    setOf("places", scope.map(({ account, region }) => `${account}|${region}`)),
    setOf("event-selection", runs.filter(isShown).map(({ account, category, source }) => `${account}|${category}|${source ?? ""}`))
  ];
}
function isShown({ reason }) {
  return reason !== "class-not-collected";
}
function setOf(name, values) {
  const distinct = [...new Set(values)].sort();
  return { name, count: distinct.length, sha256: hashOf(distinct) };
}
function hashOf(values) {
  return createHash("sha256").update(JSON.stringify(values)).digest("hex");
}

// src/evidence/decisions.ts
var EXCEPTION_STATES = ["undecided", "decided", "expired"];
var FLAGS = ["unused", "expired", "over-broad", "own-actor"];
var OVER_BROAD = 25;
var IDS_KEPT = 25;
function isExpired(decision, period) {
  return decision.expires < period.end.slice(0, 10);
}
function queryOfDecision({ exception, match }) {
  return match === null ? queryOfException(exception) : match.query;
}
var ACTOR_COLUMNS = ["actor_name", "actor_arn", "opened_by", "user_name", "session_name", "source_identity"];
var ACTOR_ELSE = "principal";
var RESOURCE_COLUMNS = [
  "resource",
  "target",
  "function_name",
  "bucket",
  "guard_of",
  "role_arn",
  "trail",
  "granted_to",
  "rights",
  "key_id",
  "security_group",
  "open_to",
  "shared_with",
  "principal",
  "subject",
  "tried"
];
var FIRST_COLUMNS = ["event_time", "first_time"];
var LAST_COLUMNS = ["last_time", "event_time"];
var OWN_ACTOR_COLUMNS = ["actor_name", "session_name", "actor_arn"];
var QueryDecisions = class {
  #named = /* @__PURE__ */ new Map();
  #matching = [];
  #ownNames;
  #uses = /* @__PURE__ */ new Map();
  #tally = { total: 0, decided: 0, undecided: 0, expired: 0 };
  constructor(decisions, query, columns, period) {
    decisions.forEach((decision, index) => {
      if (queryOfDecision(decision) !== query) return;
      const numbered = { number: index + 1, decision, expired: isExpired(decision, period) };
      if (decision.match !== null) this.#matching.push([numbered, fits(decision.match, columns)]);
      else this.#named.set(decision.exception, [...this.#named.get(decision.exception) ?? [], numbered]);
    });
    this.#ownNames = valuesOf(columns, OWN_ACTOR_COLUMNS);
  }
  /** How a row stands, and counts it. */
  count(id, row) {
    const found = this.#found(id, row);
    const state = found === null ? "undecided" : found.expired ? "expired" : "decided";
    this.#tally.total += 1;
    this.#tally[state === "decided" ? "decided" : "undecided"] += 1;
    if (state === "expired") this.#tally.expired += 1;
    if (found !== null) this.#use(found, id, row);
    return { state, decision: found?.number ?? null };
  }
  get tally() {
    return { ...this.#tally };
  }
  /** By the decision's number. */
  get uses() {
    return this.#uses;
  }
  #found(id, row) {
    const named = this.#named.get(id) ?? [];
    const matching = this.#matching.filter(([, isMeant]) => isMeant(row)).map(([numbered]) => numbered);
    const all = [...named, ...matching];
    return all.find(({ expired }) => !expired) ?? all[0] ?? null;
  }
  #use({ number, decision }, id, row) {
    const use = this.#uses.get(number) ?? { exceptions: 0, ids: [], ownActor: false };
    this.#uses.set(number, use);
    use.exceptions += 1;
    if (use.ids.length < IDS_KEPT) use.ids.push(id);
    use.ownActor ||= this.#ownNames(row).some((actor) => isSamePerson(decision.owner, actor) || isSamePerson(decision.approver, actor));
  }
};
function decisionRecords(decisions, uses, period) {
  return decisions.map((decision, index) => {
    const number = index + 1;
    const use = uses.map((each) => each.get(number)).find((each) => each !== void 0) ?? { exceptions: 0, ids: [], ownActor: false };
    const holds = {
      unused: use.exceptions === 0,
      expired: isExpired(decision, period),
      "over-broad": decision.match !== null && use.exceptions > OVER_BROAD,
      "own-actor": use.ownActor
    };
    return { number, decision, exceptions: use.exceptions, ids: use.ids, flags: FLAGS.filter((flag) => holds[flag]) };
  });
}
function fits(match, columns) {
  const actors = valuesOf(columns, columns.includes("actor_name") ? ACTOR_COLUMNS : [...ACTOR_COLUMNS, ACTOR_ELSE]);
  const [resources, accounts, names] = [valuesOf(columns, RESOURCE_COLUMNS), valuesOf(columns, ["account_id"]), valuesOf(columns, ["event_name"])];
  const [firsts, lasts] = [valuesOf(columns, FIRST_COLUMNS), valuesOf(columns, LAST_COLUMNS)];
  const { actor, resource, account, eventNames, from, to } = match;
  return (row) => (account === null || accounts(row).includes(account)) && (eventNames === null || names(row).some((name) => eventNames.includes(name))) && (actor === null || actors(row).some((name) => name === actor || name.startsWith(`${actor}/`))) && (resource === null || resources(row).includes(resource)) && (from === null || (firsts(row)[0] ?? "") >= from) && (to === null || (lasts(row)[0] ?? to) < to);
}
function valuesOf(columns, names) {
  const places = names.map((name) => columns.indexOf(name)).filter((place) => place >= 0);
  return (row) => places.map((place) => row[place] ?? null).filter((value) => value !== null).map(String);
}
function isSamePerson(named, actor) {
  const one = plainName(named);
  return one !== "" && [actor, actor.slice(actor.lastIndexOf("/") + 1)].map(plainName).some((other) => one === other || one.includes("@") !== other.includes("@") && mailbox(one) === mailbox(other));
}
function plainName(name) {
  return name.trim().replace(/^@/, "").toLowerCase();
}
function mailbox(name) {
  return name.split("@")[0] ?? name;
}

// src/leftovers.ts
import { rmSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
var leftovers = /* @__PURE__ */ new Set();
var endings = /* @__PURE__ */ new Set();
var ENDING_MS = 7e3;
async function endEverything() {
  const timer = new AbortController();
  const begun = [...endings].map(async (end) => end());
  await Promise.race([Promise.allSettled(begun), pause(ENDING_MS, void 0, { signal: timer.signal }).catch(() => void 0)]);
  timer.abort();
}
function removeLeftovers() {
  for (const folder of leftovers) {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    } catch (error) {
      process.stderr.write(`${folder} could not be removed (${error.code ?? "unknown error"}). It may hold content of the logs: delete it.
`);
    }
  }
}
async function makeTemporaryFolder(tempDir) {
  const parent = tempDir ?? tmpdir();
  try {
    await mkdir(parent, { recursive: true });
    const folder = await mkdtemp(join(parent, "cloudtrail-evidence-"));
    leftovers.add(folder);
    return folder;
  } catch (error) {
    throw new SettingsError(`temp-dir: nothing can be written in ${parent}; give a folder that this user may write to.`, { cause: error });
  }
}
async function removeTemporaryFolder(folder) {
  await rm(folder, { recursive: true, force: true });
  leftovers.delete(folder);
}

export {
  NO_EXCEPTIONS,
  missingLists,
  judge,
  lacksColumn,
  verdict,
  ASPECT_NAMES,
  LIST_ASPECT,
  FRAMEWORK_ASPECT,
  factsOf,
  EXCEPTION_STATES,
  FLAGS,
  OVER_BROAD,
  IDS_KEPT,
  queryOfDecision,
  QueryDecisions,
  decisionRecords,
  leftovers,
  endings,
  endEverything,
  removeLeftovers,
  makeTemporaryFolder,
  removeTemporaryFolder
};
