import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  incidentValues
} from "./chunk-6ZBGWTTC.js";
import {
  queryOfException
} from "./chunk-HZS6KROO.js";
import {
  LIST_NAMES
} from "./chunk-Q6DGIV3J.js";

// src/evidence/trend-facts.ts
import { createHash } from "node:crypto";
var ASPECT_NAMES = ["settings-file", "decisions-file", "report-texts", "data-events", "queries-off", "incident", "accounts", "regions", "places", "event-selection"];
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
  const { settingsFile, decisions, lists, dataEvents, queriesOff, incident, report } = settings;
  return [
    ...settingsFile === null ? [] : [{ name: "settings-file", count: null, sha256: settingsFile.sha256 }],
    ...decisions === null ? [] : [{ name: "decisions-file", count: decisions.decisions.length, sha256: decisions.sha256 }],
    ...LIST_NAMES.flatMap((name) => {
      const values = lists[name];
      return values === void 0 ? [] : [setOf(`${LIST_ASPECT}${name}`, values)];
    }),
    setOf("data-events", dataEvents.map(({ source, from, to, accounts, resources }) => JSON.stringify([source, from, to, [...accounts].sort(), resources]))),
    ...queriesOff.length === 0 ? [] : [setOf("queries-off", queriesOff.map(({ id, reason }) => JSON.stringify([id, reason])))],
    ...incident === null ? [] : [{ name: "incident", count: null, sha256: hashOf(incidentValues(incident)) }],
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
var ACTOR_COLUMNS = ["actor_name", "actor_arn", "opened_by", "invoker", "user_name", "session_name", "source_identity"];
var ACTOR_ELSE = "principal";
var RESOURCE_COLUMNS = [
  "resource",
  "target",
  "function_name",
  "bucket",
  "thing",
  "backup",
  "identity",
  "policy",
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

// src/evidence/days.ts
var DAY_MS = 864e5;
function dayOf(instant) {
  return Math.floor(Date.parse(instant.length === 10 ? `${instant}T00:00:00Z` : instant) / DAY_MS);
}
function dayText(day) {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
function daysOf(period) {
  return { first: dayOf(period.start), end: Math.floor((Date.parse(period.end) - 1) / DAY_MS) + 1 };
}

// src/evidence/trend-invocations.ts
var VOLUME_QUERY = "INV-06";
var INVOCATION_KINDS = ["new", "gone", "more", "less", "steady"];
var NOT_COMPARED = ["not-answered", "no-rows", "too-many"];
var VOLUME = { factor: 2, atLeast: 20 };
var SPIKE = { factor: 5, atLeast: 50 };
var SILENCE = { factor: 2, days: 3 };
function compareInvocations(before, now) {
  const [then, today] = [byFunction(before.volumes), byFunction(now.volumes)];
  const changes = [.../* @__PURE__ */ new Set([...then.keys(), ...today.keys()])].flatMap((key) => {
    const change = changeOf(side(before.period, then.get(key)), side(now.period, today.get(key)));
    return change === null ? [] : [change];
  });
  const some = (has) => changes.filter(has).length;
  return {
    counts: {
      functions: { before: then.size, now: today.size },
      events: { before: total(before.volumes), now: total(now.volumes) },
      new: some(({ kind }) => kind === "new"),
      gone: some(({ kind }) => kind === "gone"),
      more: some(({ kind }) => kind === "more"),
      less: some(({ kind }) => kind === "less"),
      spikes: some(({ spike }) => spike !== null),
      silent: some(({ silence }) => silence !== null)
    },
    changes: changes.sort(byWeight)
  };
}
function byFunction(volumes) {
  const found = /* @__PURE__ */ new Map();
  for (const volume of volumes) {
    const key = JSON.stringify([volume.account, volume.region, volume.functionName, volume.invokerClass]);
    const known = found.get(key);
    if (known === void 0) found.set(key, [volume]);
    else known.push(volume);
  }
  return found;
}
function side(period, volumes = []) {
  return { period, volumes };
}
function changeOf(before, now) {
  const of = now.volumes[0] ?? before.volumes[0];
  if (of === void 0) return null;
  const { account, region, functionName, invokerClass } = of;
  const events = { before: total(before.volumes), now: total(now.volumes) };
  const { kind, factor } = kindOf(events, { before: daysIn(before.period), now: daysIn(now.period) });
  const both = inBoth(before.volumes, now.volumes);
  const spike = greatest(both.map((pair) => ({ before: pair.before.busiestHourEvents, now: pair.now.busiestHourEvents })).filter(isSpike));
  const silence = greatest(both.map((pair) => ({ before: silenceOf(pair.before, before.period), now: silenceOf(pair.now, now.period) })).filter(isSilence));
  if (kind === "steady" && spike === null && silence === null) return null;
  return { account, region, functionName, invokerClass, kind, ...events, factor, spike, silence };
}
function kindOf({ before, now }, days) {
  if (before === 0) return { kind: "new", factor: null };
  if (now === 0) return { kind: "gone", factor: null };
  const [was, is] = [before * days.now, now * days.before];
  const factor = Math.round(Math.max(was, is) / Math.min(was, is) * 10) / 10;
  const isNotable = Math.abs(is - was) >= VOLUME.atLeast * days.before && Math.max(was, is) >= VOLUME.factor * Math.min(was, is);
  return { kind: !isNotable ? "steady" : is > was ? "more" : "less", factor };
}
function daysIn({ start, end }) {
  return (Date.parse(end) - Date.parse(start)) / DAY_MS;
}
function inBoth(before, now) {
  const known = new Map(before.map((volume) => [volume.invoker, volume]));
  return now.flatMap((volume) => {
    const old = known.get(volume.invoker);
    return old === void 0 ? [] : [{ before: old, now: volume }];
  });
}
function isSpike({ before, now }) {
  return now >= SPIKE.factor * before && now - before >= SPIKE.atLeast;
}
function isSilence({ before, now }) {
  return now >= SILENCE.factor * before && now - before >= SILENCE.days;
}
function silenceOf({ longestSilenceDays, firstTime, lastTime }, period) {
  const { first, end } = daysOf(period);
  return Math.max(longestSilenceDays, dayOf(firstTime) - first, end - 1 - dayOf(lastTime));
}
function greatest(pairs) {
  return pairs.reduce((most, pair) => most === null || pair.now - pair.before > most.now - most.before ? pair : most, null);
}
function total(volumes) {
  return volumes.reduce((sum, { events }) => sum + events, 0);
}
function byWeight(a, b) {
  const name = (change) => JSON.stringify([change.account, change.region, change.functionName, change.invokerClass]);
  return INVOCATION_KINDS.indexOf(a.kind) - INVOCATION_KINDS.indexOf(b.kind) || Math.max(b.before, b.now) - Math.max(a.before, a.now) || (name(a) < name(b) ? -1 : 1);
}

export {
  ASPECT_NAMES,
  LIST_ASPECT,
  FRAMEWORK_ASPECT,
  factsOf,
  DAY_MS,
  dayOf,
  dayText,
  daysOf,
  VOLUME_QUERY,
  NOT_COMPARED,
  VOLUME,
  SPIKE,
  SILENCE,
  compareInvocations,
  EXCEPTION_STATES,
  FLAGS,
  OVER_BROAD,
  IDS_KEPT,
  queryOfDecision,
  QueryDecisions,
  decisionRecords
};
