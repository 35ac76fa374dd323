import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  reperformCommand
} from "./chunk-KGWZP7B2.js";
import {
  lackedColumns
} from "./chunk-J7RJA2AA.js";
import {
  EXCEPTIONS,
  EXCEPTION_COLUMNS,
  EXCEPTION_ID,
  MAX_TREND_BYTES,
  compareExceptions,
  exceptionId,
  exceptionsCsv,
  parseExceptionLine,
  parseResults,
  parseTrend,
  resultsJson,
  trendJson
} from "./chunk-YRFMU5F4.js";
import {
  DAY_MS,
  FLAGS,
  IDS_KEPT,
  QueryDecisions,
  VOLUME_QUERY,
  compareInvocations,
  dayOf,
  dayText,
  daysOf,
  decisionRecords,
  factsOf
} from "./chunk-DEBR5HQT.js";
import {
  readAllCases,
  runSelfTest
} from "./chunk-C6CW55AU.js";
import {
  FAULT_WORDS,
  reasonOf
} from "./chunk-EGFJIFG3.js";
import {
  endings,
  leftovers,
  makeTemporaryFolder,
  removeTemporaryFolder
} from "./chunk-XY5P56TY.js";
import {
  findLogs,
  listArchive
} from "./chunk-OXV5CZL2.js";
import {
  inParallel
} from "./chunk-FMZDPIGI.js";
import {
  isS3Address
} from "./chunk-T4ERRSQM.js";
import {
  Inflate,
  MAX_SIGN_OFF_BYTES,
  PackFolder,
  readSignOff
} from "./chunk-B64YHNYZ.js";
import {
  FOLDER_NAME,
  MANIFEST,
  MAX_MANIFEST_BYTES,
  SIGN_OFF,
  _enum,
  array,
  boolean,
  canonicalJson,
  canonicalJsonParts,
  csvLine,
  evidenceFiles,
  evidenceId,
  int,
  isOpen,
  literal,
  object,
  openRegular,
  parseItems,
  parseJson,
  parseManifest,
  parseShape,
  readRegular,
  sha256Of,
  sha256Shape,
  strictObject,
  string,
  systemCode,
  union,
  unknown
} from "./chunk-NX6MOXCH.js";
import {
  NO_EXCEPTIONS,
  incidentValues,
  judge,
  markdownBlock,
  markdownWords,
  missingLists,
  verdict
} from "./chunk-6ZBGWTTC.js";
import {
  RESULT_WORDS,
  count,
  counted,
  instants
} from "./chunk-MHNRA6J2.js";
import {
  loadPack,
  switchedOn
} from "./chunk-PQPGXULL.js";
import {
  listValues
} from "./chunk-2UVDUH5S.js";
import {
  unmapped
} from "./chunk-UQUMPY6H.js";
import {
  DISPOSITIONS,
  EXCEPTION_ID_FORM,
  QUERY_ID_FORM
} from "./chunk-HZS6KROO.js";
import {
  EngineError
} from "./chunk-4FWAGCHY.js";
import {
  CATEGORIES
} from "./chunk-Q6DGIV3J.js";
import {
  executable
} from "./chunk-MOC3KAUT.js";
import {
  SettingsError
} from "./chunk-XRVFALA3.js";

// src/evidence/archive-account.ts
var UNKNOWN = "unknown";
var GRAVITY = ["file-unreadable", "malformed-records", "file-differs", "file-missing", "logging-stopped", "digest-gap"];
var DELIVERY_LAG_MS = 30 * 6e4;
var DIGEST_TAIL_MS = 2 * 36e5;
function pairKey(account, region) {
  return `${account}|${region}`;
}
function accountForArchive(archive) {
  const faults = new Faults(archive.period);
  const digests = digestsByPair(archive);
  const names = new Set(archive.files.map(({ file }) => baseName(file.key)));
  for (const { file, outcome } of archive.files) {
    if (outcome.list !== "not-read" || outcome.reason === "name appears twice") continue;
    faults.addFile("file-unreadable", file.account, file.region, file.key, file.deliveryDay);
  }
  for (const { account, region, day: day2 } of archive.malformed) faults.addDays("malformed-records", account, region, day2, day2);
  for (const { file, account, region } of differingFiles(archive)) faults.addFile("file-differs", account, region, file.key, file.deliveryDay ?? deliveryDayOf(file.key));
  const accounted = /* @__PURE__ */ new Map();
  for (const [pair, hours] of digests) {
    const [account = UNKNOWN, region = UNKNOWN] = pair.split("|");
    for (const digest of hours) {
      for (const { key } of digest.logFiles) {
        if (!names.has(baseName(key)) && !archive.foldersLeftAside.some((folder) => key.includes(`/${folder}/`))) faults.addFile("file-missing", account, region, key, deliveryDayOf(key));
      }
    }
    for (const gap of gapsBetween(hours)) faults.addInterval("digest-gap", account, region, gap.start, gap.end);
    accounted.set(pair, fullDays(hours, archive.period));
  }
  for (const stop of stoppedIntervals(archive)) {
    for (const pair of pairsOf(archive, stop.account)) {
      const [account = UNKNOWN, region = UNKNOWN] = pair.split("|");
      const digestDays = accounted.get(pair);
      faults.addInterval("logging-stopped", account, region, stop.start, stop.end, (day2) => !digestDays?.has(day2));
    }
  }
  const pairs = /* @__PURE__ */ new Set([...digests.keys(), ...faults.pairs()]);
  return new Map([...pairs].map((pair) => {
    const found = faults.of(pair);
    const days = new Set([...accounted.get(pair) ?? []].filter((day2) => !found.has(day2)));
    return [pair, { faults: found, accountedDays: days }];
  }));
}
function differingFiles({ files, digests }) {
  const byName = /* @__PURE__ */ new Map();
  for (const { file, outcome } of files) {
    if (outcome.list !== "read" || outcome.sha256 === null) continue;
    const name2 = baseName(file.key);
    byName.set(name2, [...byName.get(name2) ?? [], { file, sha256: outcome.sha256 }]);
  }
  const differing = /* @__PURE__ */ new Map();
  for (const { account, region, logFiles } of digests) {
    for (const { key, sha256: listedSha256 } of logFiles) {
      if (listedSha256 === "") continue;
      for (const { file, sha256 } of byName.get(baseName(key)) ?? []) {
        if (sha256 !== listedSha256) differing.set(file.key, { file, account, region, listedSha256 });
      }
    }
  }
  return [...differing.values()];
}
var Faults = class {
  byPair = /* @__PURE__ */ new Map();
  first;
  end;
  constructor(period) {
    ({ first: this.first, end: this.end } = daysOf(period));
  }
  pairs() {
    return this.byPair.keys();
  }
  of(pair) {
    return this.byPair.get(pair) ?? /* @__PURE__ */ new Map();
  }
  /** A file whose path names no day casts doubt on every day. */
  addFile(code, account, region, key, day2) {
    const early = day2 !== null && isSoonAfterMidnight(key);
    const before = early ? new Date(dayOf(day2) * DAY_MS - DAY_MS).toISOString().slice(0, 10) : day2;
    this.addDays(code, account ?? UNKNOWN, region ?? UNKNOWN, before, day2);
  }
  addDays(code, account, region, from, through) {
    const start = from === null ? this.first : dayOf(from);
    const last = through === null ? this.end - 1 : dayOf(through);
    for (let day2 = Math.max(start, this.first); day2 <= last && day2 < this.end; day2 += 1) this.add(code, account, region, day2);
  }
  addInterval(code, account, region, start, end, concerns = () => true) {
    for (let day2 = Math.max(Math.floor(start / DAY_MS), this.first); day2 < this.end && day2 * DAY_MS < end; day2 += 1) {
      if (concerns(day2)) this.add(code, account, region, day2);
    }
  }
  add(code, account, region, day2) {
    const pair = pairKey(account, region);
    const days = this.byPair.get(pair) ?? /* @__PURE__ */ new Map();
    this.byPair.set(pair, days);
    const known = days.get(day2);
    if (known === void 0 || GRAVITY.indexOf(code) < GRAVITY.indexOf(known)) days.set(day2, code);
  }
};
function digestsByPair({ digests, period }) {
  const pairs = /* @__PURE__ */ new Map();
  const from = Date.parse(period.start);
  const until = Date.parse(period.end) + DIGEST_TAIL_MS;
  for (const digest of digests) {
    const start = Date.parse(digest.start);
    const end = Date.parse(digest.end);
    if (digest.backfill || !(end > from) || !(start < until)) continue;
    const key = pairKey(digest.account, digest.region);
    const hours = pairs.get(key) ?? [];
    pairs.set(key, hours);
    hours.push({ start, end, logFiles: digest.logFiles });
  }
  for (const hours of pairs.values()) hours.sort((a, b) => a.start - b.start || a.end - b.end);
  return pairs;
}
function gapsBetween(hours) {
  const gaps = [];
  let reached = hours[0]?.end ?? 0;
  for (const { start, end } of hours.slice(1)) {
    if (start > reached) gaps.push({ start: reached, end: start });
    reached = Math.max(reached, end);
  }
  return gaps;
}
function fullDays(hours, period) {
  const bounds = { start: Date.parse(period.start), end: Date.parse(period.end) };
  const covered = /* @__PURE__ */ new Map();
  let reached = bounds.start;
  for (const { start, end } of hours) {
    let from = Math.max(start, reached);
    while (from < Math.min(end, bounds.end)) {
      const day2 = Math.floor(from / DAY_MS);
      const until = Math.min(end, bounds.end, (day2 + 1) * DAY_MS);
      covered.set(day2, (covered.get(day2) ?? 0) + (until - from));
      from = until;
    }
    reached = Math.max(reached, end);
  }
  const lengthOf = (day2) => Math.min((day2 + 1) * DAY_MS, bounds.end) - Math.max(day2 * DAY_MS, bounds.start);
  return new Set([...covered].filter(([day2, milliseconds]) => milliseconds >= lengthOf(day2)).map(([day2]) => day2));
}
function stoppedIntervals({ trailChanges, period }) {
  const intervals = [];
  const open2 = /* @__PURE__ */ new Map();
  for (const { account, region, eventName, time: time2, trail } of trailChanges) {
    const key = `${pairKey(account, region)}|${trailName(trail)}`;
    const at = Date.parse(time2);
    if (eventName === "StopLogging" || eventName === "DeleteTrail") {
      if (!open2.has(key)) open2.set(key, { account, start: at });
    } else if (eventName === "StartLogging") {
      const stop = open2.get(key);
      if (stop !== void 0) intervals.push({ ...stop, end: at });
      open2.delete(key);
    }
  }
  return [...intervals, ...[...open2.values()].map((stop) => ({ ...stop, end: Date.parse(period.end) }))];
}
function trailName(trail) {
  return trail?.split("/").at(-1) ?? "";
}
function pairsOf({ files, digests, cells, trailChanges }, account) {
  const places = [...files.map(({ file }) => file), ...digests, ...cells, ...trailChanges];
  return new Set(places.flatMap((place) => place.account === account && place.region !== null ? [pairKey(account, place.region)] : []));
}
function baseName(key) {
  return key.slice(key.lastIndexOf("/") + 1);
}
function isSoonAfterMidnight(key) {
  const stamp = /_\d{8}T(\d{2})(\d{2})\d*Z_/.exec(key);
  return stamp === null || (Number(stamp[1]) * 60 + Number(stamp[2])) * 6e4 < DELIVERY_LAG_MS;
}
function deliveryDayOf(key) {
  const stamp = /_(\d{4})(\d{2})(\d{2})T\d+Z_/.exec(key) ?? /\/(\d{4})\/(\d{2})\/(\d{2})\//.exec(key);
  return stamp === null ? null : `${stamp[1]}-${stamp[2]}-${stamp[3]}`;
}

// src/evidence/selection.ts
var Selection = class {
  constructor(known) {
    this.known = known;
    ({ first: this.first, end: this.end } = daysOf(known.period));
    this.organisations = organisationsOf(known);
    this.seen = new Set(known.cells.flatMap((cell) => [cell.account, ...this.organisationOf(cell.account)].map((place) => seenKey(place, cell))));
  }
  known;
  organisations;
  seen;
  first;
  end;
  isShown(account, stream) {
    if (account === UNKNOWN) return true;
    if ([account, ...this.organisationOf(account)].some((place) => this.seen.has(seenKey(place, stream)))) return true;
    return this.stated(account, stream).some(({ from, to }) => from < this.end && to > this.first);
  }
  /** Why digests alone do not account for a day without such events; null when they do. */
  doubtOfSilence(account, stream, day2) {
    if (!this.isShown(account, stream)) return "class-not-collected";
    const stated = this.stated(account, stream);
    return stated.length === 0 || stated.some(({ from, to }) => from <= day2 && day2 < to) ? null : "partly-selected";
  }
  stated(account, { category, source }) {
    if (category !== "data" || source === null) return [];
    return statementsOf(this.known.dataEvents, account, source).map(({ from, to }) => ({ from: from === null ? this.first : dayOf(from), to: to === null ? this.end : dayOf(to) }));
  }
  organisationOf(account) {
    const organisation = this.organisations.get(account);
    return organisation === void 0 ? [] : [organisation];
  }
};
function statementsOf(dataEvents, account, source) {
  return dataEvents.filter((statement) => statement.source === source && (statement.accounts.length === 0 || statement.accounts.includes(account)));
}
function organisationsOf({ files, digests }) {
  const folders = /* @__PURE__ */ new Map();
  const add = (account, key) => {
    const known = folders.get(account) ?? /* @__PURE__ */ new Set();
    folders.set(account, known.add(/^AWSLogs\/(o-[a-z0-9]+)\//.exec(key)?.[1] ?? ""));
  };
  for (const { file, outcome } of files) {
    if (outcome.list !== "outside-window" && file.account !== null) add(file.account, file.key);
  }
  for (const { account, key } of digests) add(account, key);
  return new Map([...folders].flatMap(([account, [folder = "", ...others]]) => folder === "" || others.length > 0 ? [] : [[account, folder]]));
}
function seenKey(place, { category, source }) {
  return `${place}|${category}|${source ?? ""}`;
}

// src/evidence/coverage.ts
function judgeCoverage(input) {
  const archive = accountForArchive(input);
  const scope = pairsInScope(input, archive);
  const present = daysWithEvents(input.cells);
  const streams = streamsOf(input);
  const selection = new Selection(input);
  const runs = scope.flatMap(
    (pair) => streams.flatMap((stream) => {
      const isShown = selection.isShown(pair.account, stream);
      if (!isShown && stream.category !== "management") return [notCollectedRun(input, pair, stream)];
      const known = { present: present.get(streamKey(pair, stream)), archive: archive.get(pairKey(pair.account, pair.region)) };
      return runsOf(input, pair, stream, (day2) => stateOf(day2, { ...known, doubt: () => selection.doubtOfSilence(pair.account, stream, day2) }));
    })
  );
  return { scope, runs };
}
function streamsOf({ cells, dataEvents }) {
  const seen = /* @__PURE__ */ new Map([["management|", { category: "management", source: null }]]);
  for (const { category, source } of cells) seen.set(`${category}|${source ?? ""}`, { category, source });
  for (const { source } of dataEvents) seen.set(`data|${source}`, { category: "data", source });
  return [...seen.values()].sort((a, b) => CATEGORIES.indexOf(a.category) - CATEGORIES.indexOf(b.category) || compare(a.source ?? "", b.source ?? ""));
}
function pairsInScope({ scope, cells, files, digests }, archive) {
  const seen = /* @__PURE__ */ new Map();
  const add = (account, region) => void seen.set(pairKey(account, region), { account, region });
  for (const { account, region } of [...cells, ...digests]) add(account, region);
  for (const { file, outcome } of files) {
    if (outcome.list !== "outside-window" && file.account !== null && file.region !== null) add(file.account, file.region);
  }
  const accounts = scope.accounts.map(({ id }) => id);
  const seenAccounts = [...new Set([...seen.values()].map(({ account }) => account))];
  const seenRegions = [...new Set([...seen.values()].map(({ region }) => region))];
  let pairs = [...seen.values()];
  if (accounts.length > 0 || scope.regions.length > 0) {
    const wantedAccounts = accounts.length > 0 ? accounts : orUnknown(seenAccounts);
    const wantedRegions = scope.regions.length > 0 ? scope.regions : orUnknown(seenRegions);
    pairs = wantedAccounts.flatMap((account) => wantedRegions.map((region) => ({ account, region })));
  }
  for (const pair of archive.keys()) {
    const [account = UNKNOWN, region = UNKNOWN] = pair.split("|");
    const doubtful = (account === UNKNOWN || region === UNKNOWN) && !pairs.some((known) => known.account === account && known.region === region);
    if (doubtful) pairs.push({ account, region });
  }
  if (pairs.length === 0) pairs.push({ account: UNKNOWN, region: UNKNOWN });
  return pairs.sort((a, b) => compare(a.account, b.account) || compare(a.region, b.region));
}
function orUnknown(seen) {
  return seen.length > 0 ? seen : [UNKNOWN];
}
function streamKey({ account, region }, { category, source }) {
  return `${account}|${region}|${category}|${source ?? ""}`;
}
function daysWithEvents(cells) {
  const days = /* @__PURE__ */ new Map();
  for (const cell of cells) {
    const key = streamKey(cell, cell);
    const known = days.get(key) ?? /* @__PURE__ */ new Set();
    known.add(dayOf(cell.day));
    days.set(key, known);
  }
  return days;
}
function notCollectedRun({ period }, pair, { category, source }) {
  const { first, end } = daysOf(period);
  return { ...pair, category, source, fromDay: dayText(first), toDay: dayText(end), state: "unexplained", reason: "class-not-collected" };
}
function runsOf({ period }, pair, { category, source }, stateOn) {
  const { first, end } = daysOf(period);
  const runs = [];
  let from = first;
  let current = stateOn(first);
  for (let day2 = first + 1; day2 <= end; day2 += 1) {
    const next = day2 < end ? stateOn(day2) : null;
    if (next !== null && next.state === current.state && next.reason === current.reason) continue;
    runs.push({ ...pair, category, source, fromDay: dayText(from), toDay: dayText(day2), ...current });
    if (next === null) break;
    from = day2;
    current = next;
  }
  return runs;
}
function stateOf(day2, { present, archive, doubt }) {
  const fault = archive?.faults.get(day2);
  if (fault === "file-unreadable" || fault === "malformed-records") return { state: "unreadable", reason: fault };
  if (fault !== void 0) return { state: "unexplained", reason: fault };
  if (present?.has(day2)) return { state: "present", reason: null };
  if (!archive?.accountedDays.has(day2)) return { state: "unexplained", reason: "no-events" };
  const doubted = doubt();
  return doubted === null ? { state: "idle-listed", reason: null } : { state: "unexplained", reason: doubted };
}
function coverageOf(query, coverage, input) {
  const states = {};
  const reasons = [];
  for (const category of CATEGORIES) {
    const need = query.category[category];
    if (need === void 0) continue;
    const found = category === "management" ? runReasons(coverage, category, null) : selectedReasons(query, category, coverage, input);
    states[category] = found === "not-collected" ? "not-collected" : found.length > 0 ? "incomplete" : "complete";
    if (need !== "required") continue;
    if (found === "not-collected") reasons.push({ code: "class-not-collected", account: null, region: null, from: null, to: null, category });
    else for (const reason of found) reasons.push(reason);
  }
  return { states, reasons: summarised(reasons) };
}
function runReasons(coverage, category, source) {
  return coverage.runs.filter((run2) => run2.category === category && run2.source === source && run2.reason !== null).map(({ account, region, fromDay, toDay, reason }) => ({ code: reason ?? "no-events", account, region, from: fromDay, to: toDay }));
}
function selectedReasons(query, category, coverage, input) {
  const collected = [...new Set(coverage.runs.filter((run2) => run2.category === category && run2.reason !== "class-not-collected").map(({ source }) => source))];
  const watched = query.events === "any" || category === "insight" ? collected : collected.filter((source) => source !== null && Object.hasOwn(query.events, source));
  if (watched.length === 0) return "not-collected";
  return watched.flatMap((source) => {
    const found = runReasons(coverage, category, source).filter(({ code }) => code !== "class-not-collected" && code !== "partly-selected");
    return [...selectionReasons({ category, source }, coverage, input), ...found];
  });
}
function selectionReasons({ category, source }, coverage, { period, dataEvents, trailChanges }) {
  const reasons = [];
  const { first, end } = daysOf(period);
  const whole = { from: dayText(first), to: dayText(end) };
  const of2 = { category, source };
  const absent = new Set(coverage.runs.filter((run2) => run2.category === category && run2.source === source && run2.reason === "class-not-collected").map((run2) => run2.account));
  for (const account of new Set(coverage.scope.map((pair) => pair.account))) {
    const stated = statementsOf(dataEvents, account, source);
    if (absent.has(account)) reasons.push({ code: "class-not-collected", account, region: null, ...whole, ...of2 });
    else if (category === "insight") continue;
    else if (stated.length === 0) reasons.push({ code: "selection-not-shown", account, region: null, ...whole, ...of2 });
    else for (const { from, to } of daysNotWhollySelected(stated, first, end)) reasons.push({ code: "partly-selected", account, region: null, from: dayText(from), to: dayText(to), ...of2 });
  }
  if (category === "insight") return reasons;
  for (const { account, region, time: time2, eventName } of trailChanges) {
    if (eventName === "PutEventSelectors") reasons.push({ code: "selection-not-shown", account, region, from: time2.slice(0, 10), to: whole.to, ...of2 });
  }
  return reasons;
}
function daysNotWhollySelected(stated, first, end) {
  const whole = stated.filter(({ resources }) => resources === "all").map(({ from, to }) => ({ from: from === null ? first : Math.max(dayOf(from), first), to: to === null ? end : Math.min(dayOf(to), end) })).sort((a, b) => a.from - b.from);
  const gaps = [];
  let reached = first;
  for (const { from, to } of [...whole, { from: end, to: end }]) {
    if (from > reached) gaps.push({ from: reached, to: Math.min(from, end) });
    reached = Math.max(reached, to);
  }
  return gaps.filter(({ from, to }) => from < to);
}
var REASONS_KEPT = 60;
function summarised(reasons) {
  const distinct = [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()];
  if (distinct.length <= REASONS_KEPT) return distinct;
  const spans = /* @__PURE__ */ new Map();
  for (const reason of distinct) {
    const key = `${reason.code}|${reason.account}|${reason.region}|${reason.category}|${reason.source}`;
    const known = spans.get(key);
    spans.set(key, known === void 0 ? reason : { ...reason, from: least(known.from, reason.from), to: greatest(known.to, reason.to) });
  }
  return [...spans.values()];
}
function least(a, b) {
  return a === null || b === null ? null : a < b ? a : b;
}
function greatest(a, b) {
  return a === null || b === null ? null : a > b ? a : b;
}
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// src/previous-signing.ts
async function previousSigning(previous, reviewOf) {
  if (previous === null) return { previousSignOff: null, previousReview: null };
  return { previousSignOff: signOffOf(previous), previousReview: await reviewOf?.(previous.name) ?? null };
}
function signOffOf({ pack, signOff: { text: text2, problem } }) {
  return problem === null ? readSignOff(text2, pack) : { signOff: null, problem };
}

// src/run-queries.ts
import { createHash } from "node:crypto";

// src/report/input.ts
var SAMPLE_ROWS = 50;

// src/run-queries.ts
async function runQueries({ queries, engine, settings, accounts, pack, progress }) {
  const lists = queryLists(settings, accounts);
  let done = 0;
  return inParallel(queries, engine.queriesAtOnce, async (query) => {
    const { packSql } = executable(query, lists);
    const { sha256 } = await pack.write(`queries/${query.id}.sql`, packSql);
    const missing = missingLists(query, lists);
    const off = settings.queriesOff.find(({ id }) => id === query.id);
    const outcome = missing.length > 0 || off !== void 0 ? { ...NOT_RUN, query, packSql, missingLists: missing, switchedOff: off?.reason ?? null, outcome: { ...NO_OUTCOME, sha256, missingLists: missing, switchedOff: off !== void 0 } } : await runQuery({ query, packSql, sha256, engine, settings, pack, progress });
    progress.count(done += 1, queries.length);
    return outcome;
  });
}
function queryLists({ lists, scope, period, incident }, accounts) {
  const production = scope.accounts.filter(({ environment }) => environment === "production").map(({ id }) => id);
  return { ...listValues(lists, period), accounts, ...production.length > 0 ? { "production-accounts": production } : {}, ...incident === null ? {} : { incident: incidentValues(incident) } };
}
var NOT_RUN = { columns: [], rows: [], standings: [], executedSqlSha256: "", failure: null, files: null, missingLists: [], switchedOff: null };
var NO_OUTCOME = { rows: 0, exceptions: NO_EXCEPTIONS, failed: false, missingLists: [], switchedOff: false, uses: /* @__PURE__ */ new Map() };
async function runQuery({ query, packSql, sha256, engine, settings, pack, progress }) {
  try {
    const run2 = await engine.run({ query, packSql });
    if (run2.columns.join() !== Object.keys(query.columns).join()) {
      await abandon(run2.chunks);
      throw new EngineError(`${query.id}: the SQL returns ${run2.columns.join(", ")}; the header names ${Object.keys(query.columns).join(", ")}.`);
    }
    const isException = query.expect === "none";
    const columns = isException ? [EXCEPTION_ID, ...run2.columns] : run2.columns;
    const decisions = isException ? new QueryDecisions(settings.decisions?.decisions ?? [], query.id, columns, settings.period) : null;
    const [sample, standings] = [[], []];
    const chunks = decisions === null ? run2.chunks : decided(identified(query, run2.columns, run2.chunks), decisions, standings);
    const files = await pack.writeRows(query.id, columns, sampled(chunks, sample));
    return {
      query,
      packSql,
      columns,
      rows: sample,
      standings,
      failure: null,
      missingLists: [],
      switchedOff: null,
      executedSqlSha256: createHash("sha256").update(run2.executedSql).digest("hex"),
      files: { csv: files.csv, jsonl: files.jsonl },
      outcome: { sha256, rows: files.rows, exceptions: decisions?.tally ?? NO_EXCEPTIONS, failed: false, missingLists: [], switchedOff: false, uses: decisions?.uses ?? NO_OUTCOME.uses }
    };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    progress.warn(`${query.id} failed; the other queries go on.`);
    return { ...NOT_RUN, query, packSql, failure: error.message, outcome: { ...NO_OUTCOME, sha256, failed: true } };
  }
}
async function abandon(chunks) {
  const rows = chunks[Symbol.asyncIterator]();
  await rows.next();
  await rows.return?.();
}
async function* identified(query, columns, chunks) {
  const key = query.key.map((column) => columns.indexOf(column));
  for await (const rows of chunks) {
    yield rows.map((row2) => [exceptionId(query.id, key.map((index) => row2[index] ?? null)), ...row2]);
  }
}
async function* decided(chunks, decisions, first) {
  for await (const rows of chunks) {
    for (const row2 of rows) {
      const standing = decisions.count(String(row2[0]), row2);
      if (first.length < SAMPLE_ROWS) first.push(standing);
    }
    yield rows;
  }
}
async function* sampled(chunks, sample) {
  for await (const rows of chunks) {
    if (sample.length < SAMPLE_ROWS) sample.push(...rows.slice(0, SAMPLE_ROWS - sample.length));
    yield rows;
  }
}

// src/evidence/trend.ts
function compareSides(before, now, exceptions2, invocations) {
  const both = inBoth(before.results, now.results);
  return {
    periods: relationOf(before.period, now.period),
    results: both.filter((pair) => pair.before.result !== pair.now.result).map((pair) => ({ query: pair.query, before: pair.before.result, now: pair.now.result })),
    exceptions: exceptionTrends(before.results, now.results, exceptions2),
    volumes: both.filter((pair) => isAnswered(pair.before) && isAnswered(pair.now)).map((pair) => ({ query: pair.query, before: pair.before.rows, now: pair.now.rows })),
    queries: queryChanges(before, now),
    aspects: aspectChanges(before.facts.aspects, now.facts.aspects),
    toolVersion: { before: before.facts.toolVersion, now: now.facts.toolVersion },
    engine: { before: before.facts.engine, now: now.facts.engine },
    events: { before: before.facts.events, now: now.facts.events },
    trailChanges: { before: before.facts.trailChanges, now: now.facts.trailChanges },
    invocations
  };
}
function relationOf(before, now) {
  const none = { from: null, to: null, days: 0 };
  if (before.start === now.start && before.end === now.end) return { kind: "same", ...none };
  if (before.start >= now.end) return { kind: "later", ...none };
  if (before.end === now.start) return { kind: "adjoin", ...none };
  if (before.end < now.start) return { kind: "gap", ...between(before.end, now.start) };
  return { kind: "overlap", ...between(before.start > now.start ? before.start : now.start, before.end < now.end ? before.end : now.end) };
}
function between(from, to) {
  return { from, to, days: Math.ceil((Date.parse(to) - Date.parse(from)) / DAY_MS) };
}
var UNANSWERED = ["failed", "not-evaluated", "not-collected"];
function isAnswered({ result }) {
  return !UNANSWERED.includes(result);
}
function inBoth(before, now) {
  const known = new Map(before.map((result) => [result.id, result]));
  return now.flatMap((result) => {
    const old = known.get(result.id);
    return old === void 0 ? [] : [{ query: result.id, before: old, now: result }];
  }).sort(byQuery);
}
function exceptionTrends(before, now, exceptions2) {
  const [then, today] = [before, now].map((results) => new Map(results.map((result) => [result.id, result])));
  return [...new Set([...before, ...now].map(({ id }) => id))].sort().flatMap((query) => {
    const [was, is] = [then?.get(query), today?.get(query)];
    const totals = { before: was?.exceptions.total ?? 0, now: is?.exceptions.total ?? 0 };
    if (totals.before + totals.now === 0) return [];
    const isCompared = was !== void 0 && is !== void 0 && isAnswered(was) && isAnswered(is);
    return [{ query, ...totals, compared: isCompared ? exceptions2.get(query) ?? null : null }];
  });
}
function queryChanges(before, now) {
  const files = new Map(before.facts.queries.map(({ id, sha256 }) => [id, sha256]));
  const both = inBoth(before.results, now.results);
  const changed = now.facts.queries.filter(({ id, sha256 }) => files.has(id) && files.get(id) !== sha256).map(({ id }) => id).sort();
  const [then, today] = [before, now].map(({ results }) => new Set(results.map(({ id }) => id)));
  return {
    added: now.results.map(({ id }) => id).filter((id) => then?.has(id) === false).sort(),
    removed: before.results.map(({ id }) => id).filter((id) => today?.has(id) === false).sort(),
    changed,
    otherLists: both.filter((pair) => pair.before.sha256 !== pair.now.sha256 && !changed.includes(pair.query)).map(({ query }) => query)
  };
}
function aspectChanges(before, now) {
  const [then, today] = [before, now].map((aspects) => new Map(aspects.map((aspect) => [aspect.name, aspect])));
  return [...new Set([...before, ...now].map(({ name: name2 }) => name2))].sort().flatMap((name2) => {
    const [was, is] = [then?.get(name2), today?.get(name2)];
    if (was?.sha256 === is?.sha256) return [];
    return [{ name: name2, change: was === void 0 ? "added" : is === void 0 ? "removed" : "changed", before: was?.count ?? null, now: is?.count ?? null }];
  });
}
function byQuery(a, b) {
  return a.query < b.query ? -1 : a.query > b.query ? 1 : 0;
}

// src/store/compared-exceptions.ts
var MAX_LINE_CHARACTERS = 1e3;
var HEAD = csvLine(EXCEPTION_COLUMNS).trimEnd();
async function* comparedExceptions(chunks) {
  let last = null;
  for await (const lines of textLines(chunks)) {
    const exceptions2 = [];
    for (const line of lines) {
      if (line.length > MAX_LINE_CHARACTERS) throw new Error("holds a line that is no exception");
      if (last === null) {
        if (line !== HEAD) throw new Error("does not begin with the names of its columns");
        last = "";
        continue;
      }
      const { id, query, state } = parseExceptionLine(line);
      if (query < last) throw new Error("is not sorted by query");
      last = query;
      exceptions2.push({ query, hash: Number.parseInt(id.slice(-12), 16), state });
    }
    yield exceptions2;
  }
  if (last === null) throw new Error("is empty");
}
async function* textLines(chunks) {
  const decoder = new TextDecoder();
  let begun = "";
  for await (const chunk of chunks) {
    const lines = (begun + decoder.decode(chunk, { stream: true })).split("\n");
    begun = lines.pop() ?? "";
    if (begun.length > MAX_LINE_CHARACTERS) throw new Error("holds a line that is no exception");
    yield lines;
  }
  if (begun !== "") throw new Error("ends within a line");
}

// src/store/invocation-volumes.ts
var VOLUMES = `results/${VOLUME_QUERY}.jsonl`;
var MAX_VOLUMES = 5e4;
var MAX_VOLUMES_BYTES = 128 * 1024 * 1024;
var text = string().max(1e4);
var count2 = int().min(0);
var name = text.nullable().transform((value) => value ?? "");
var time = string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
var row = object({
  account_id: name,
  region: name,
  function_name: name,
  invoker: name,
  invoker_class: name,
  events: count2,
  busiest_hour_events: count2,
  longest_silence_days: count2,
  first_time: time,
  last_time: time
});
async function readVolumes(chunks) {
  const volumes = [];
  const decoder = new TextDecoder();
  let begun = "";
  for await (const chunk of chunks) {
    const lines = (begun + decoder.decode(chunk, { stream: true })).split("\n");
    begun = lines.pop() ?? "";
    for (const line of lines) {
      if (volumes.length === MAX_VOLUMES) throw new Error("holds more rows than its results.json counts");
      volumes.push(volumeOf(line));
    }
  }
  if (begun !== "") throw new Error("ends within a line");
  return volumes;
}
function volumeOf(line) {
  const read = parseShape(row, parseJson(line), "");
  return {
    account: read.account_id,
    region: read.region,
    functionName: read.function_name,
    invoker: read.invoker,
    invokerClass: read.invoker_class,
    events: read.events,
    busiestHourEvents: read.busiest_hour_events,
    longestSilenceDays: read.longest_silence_days,
    firstTime: read.first_time,
    lastTime: read.last_time
  };
}

// src/store/pack-source.ts
import { stat } from "node:fs/promises";
import { join } from "node:path";

// src/store/zip-reader.ts
import { open } from "node:fs/promises";
import { crc32 } from "node:zlib";
var MAX_ENTRIES = 2e4;
var MAX_DIRECTORY_BYTES = 8 * 1024 * 1024;
var READ_BYTES = 16 * 1024;
var LOCAL = { signature: 67324752, bytes: 30, name: 26, extra: 28 };
var CENTRAL = { signature: 33639248, bytes: 46, flags: 8, method: 10, crc: 16, packed: 20, size: 24, name: 28, extra: 30, comment: 32, attributes: 38, offset: 42 };
var END = { signature: 101010256, bytes: 22, entries: 10, size: 12, offset: 16, comment: 20, longestComment: 65535 };
var STORED = 0;
var DEFLATED = 8;
var ENCRYPTED = 1;
var FILE_TYPE = 61440;
var LINK = 40960;
var ELSEWHERE = { entries: 65535, bytes: 4294967295 };
var ZipReader = class _ZipReader {
  constructor(handle, entries, directoryAt) {
    this.handle = handle;
    this.entries = entries;
    this.directoryAt = directoryAt;
  }
  handle;
  entries;
  directoryAt;
  static async open(path) {
    const handle = await open(path, "r");
    try {
      const { size } = await handle.stat();
      const end = await findEnd(handle, size);
      const directory = await readAt(handle, end.offset, end.size);
      return new _ZipReader(handle, readDirectory(directory, end.entries), end.offset);
    } catch (error) {
      await handle.close();
      throw systemCode(error) === null ? error : new Error(`cannot be read (${systemCode(error)})`, { cause: error });
    }
  }
  names() {
    return [...this.entries.keys()];
  }
  /** A file's bytes, a chunk at a time; refused before any is read when the zip says that it is larger than the limit. */
  async *chunks(name2, limit) {
    const entry = this.entries.get(name2);
    if (entry === void 0) throw new Error("is missing");
    if (entry.isLink) throw new Error("is a symbolic link");
    if (entry.size > limit) throw new Error(`is larger than ${limit} bytes`);
    if ((entry.flags & ENCRYPTED) !== 0 || ![STORED, DEFLATED].includes(entry.method)) throw new Error("is encrypted, or packed in a way that packs never are");
    let size = 0;
    let crc = 0;
    for await (const chunk of entry.method === STORED ? this.#packed(entry) : inflated(this.#packed(entry))) {
      size += chunk.byteLength;
      if (size > entry.size) throw new Error("is larger than its zip says");
      crc = crc32(chunk, crc);
      yield chunk;
    }
    if (size !== entry.size || crc !== entry.crc) throw new Error("is damaged: its size or checksum is not the one its zip gives");
  }
  async close() {
    await this.handle.close();
  }
  async *#packed({ offset, packed }) {
    const local = await readAt(this.handle, offset, LOCAL.bytes);
    if (local.readUInt32LE(0) !== LOCAL.signature) throw new Error("is damaged: it does not begin where its zip says");
    let at = offset + LOCAL.bytes + local.readUInt16LE(LOCAL.name) + local.readUInt16LE(LOCAL.extra);
    const end = at + packed;
    if (end > this.directoryAt) throw new Error("is damaged: it reaches beyond its place in the zip");
    for (; at < end; at += READ_BYTES) yield readAt(this.handle, at, Math.min(READ_BYTES, end - at));
  }
};
async function* inflated(packed) {
  let ready = [];
  const inflate = new Inflate((chunk) => void ready.push(chunk));
  const push = (chunk, isLast) => {
    ready = [];
    try {
      inflate.push(chunk, isLast);
    } catch (error) {
      throw new Error("is damaged: it cannot be unpacked", { cause: error });
    }
    return ready.filter(({ byteLength }) => byteLength > 0);
  };
  for await (const chunk of packed) yield* push(chunk, false);
  yield* push(new Uint8Array(0), true);
}
async function findEnd(handle, bytes) {
  const length = Math.min(bytes, END.bytes + END.longestComment);
  const tail = await readAt(handle, bytes - length, length);
  for (let at = length - END.bytes; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== END.signature || at + END.bytes + tail.readUInt16LE(at + END.comment) !== length) continue;
    const [entries, size, offset] = [tail.readUInt16LE(at + END.entries), tail.readUInt32LE(at + END.size), tail.readUInt32LE(at + END.offset)];
    if (entries === ELSEWHERE.entries || offset === ELSEWHERE.bytes) throw new Error("is a zip64, which the zip of a pack never is");
    if (entries > MAX_ENTRIES || size > MAX_DIRECTORY_BYTES) throw new Error(`holds more than ${MAX_ENTRIES} files`);
    if (offset + size > bytes - length + at) throw new Error("is a damaged zip: its directory is not where it says");
    return { entries, size, offset };
  }
  throw new Error("is not a zip");
}
function readDirectory(directory, count3) {
  const entries = /* @__PURE__ */ new Map();
  const seen = /* @__PURE__ */ new Set();
  let at = 0;
  for (let index = 0; index < count3; index += 1) {
    if (at + CENTRAL.bytes > directory.length || directory.readUInt32LE(at) !== CENTRAL.signature) throw new Error("is a damaged zip: its directory cannot be read");
    const nameAt = at + CENTRAL.bytes;
    const nameEnd = nameAt + directory.readUInt16LE(at + CENTRAL.name);
    const name2 = directory.toString("utf8", nameAt, nameEnd);
    if (leadsOutside(name2)) throw new Error(`holds a file named ${JSON.stringify(name2.slice(0, 100))}, which leads outside of it`);
    if (seen.has(name2.toLowerCase())) throw new Error(`holds a file named ${JSON.stringify(name2.slice(0, 100))} twice`);
    seen.add(name2.toLowerCase());
    entries.set(name2, {
      flags: directory.readUInt16LE(at + CENTRAL.flags),
      method: directory.readUInt16LE(at + CENTRAL.method),
      crc: directory.readUInt32LE(at + CENTRAL.crc),
      packed: directory.readUInt32LE(at + CENTRAL.packed),
      size: directory.readUInt32LE(at + CENTRAL.size),
      offset: directory.readUInt32LE(at + CENTRAL.offset),
      isLink: (directory.readUInt32LE(at + CENTRAL.attributes) >>> 16 & FILE_TYPE) === LINK
    });
    at = nameEnd + directory.readUInt16LE(at + CENTRAL.extra) + directory.readUInt16LE(at + CENTRAL.comment);
  }
  return entries;
}
function leadsOutside(name2) {
  return /^(?:\/|[A-Za-z]:)|[\\\0]/.test(name2) || name2.split("/").includes("..");
}
async function readAt(handle, position, length) {
  const buffer = Buffer.alloc(length);
  let read = 0;
  while (read < length) {
    const { bytesRead } = await handle.read(buffer, read, length - read, position + read);
    if (bytesRead === 0) throw new Error("is damaged: it ends too soon");
    read += bytesRead;
  }
  return buffer;
}

// src/store/pack-source.ts
var READ_BYTES2 = 256 * 1024;
async function openPack(place) {
  const found = await stat(place).catch(() => null);
  if (found === null) throw new Error("is not there");
  if (found.isDirectory()) return { chunks: (path, limit) => fileChunks(join(place, path), limit), close: () => Promise.resolve() };
  const zip = await ZipReader.open(place);
  const folder = folderIn(zip.names());
  return { chunks: (path, limit) => zip.chunks(`${folder}${path}`, limit), close: () => zip.close() };
}
async function readWhole(source, path, limit) {
  const chunks = [];
  for await (const chunk of source.chunks(path, limit)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
function folderIn(names) {
  if (names.includes(MANIFEST)) return "";
  const manifests = names.filter((name2) => name2.endsWith(`/${MANIFEST}`) && name2.indexOf("/") === name2.lastIndexOf("/"));
  return manifests.length === 1 ? (manifests[0] ?? "").slice(0, -MANIFEST.length) : "";
}
async function* fileChunks(path, limit) {
  const { handle, bytes } = await openRegular(path);
  try {
    if (bytes > limit) throw new Error(`is larger than ${limit} bytes`);
    let read = 0;
    while (read < bytes) {
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(READ_BYTES2), 0, READ_BYTES2, null);
      if (bytesRead === 0) return;
      read += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

// src/store/compare-packs.ts
async function comparePacks(previous, now, folder) {
  if (previous === null) return { previous: null, facts: now.facts, changes: null, invocationChanges: [] };
  const own = await openPack(folder);
  const exceptions2 = await compareExceptions(previous.exceptions(), comparedExceptions(own.chunks(EXCEPTIONS, Infinity)));
  const { trend, changes } = await compareVolumes(previous, now, own);
  return { previous: previous.pack, facts: now.facts, changes: compareSides(previous.side, now, exceptions2, trend), invocationChanges: changes };
}
async function compareVolumes(previous, now, own) {
  const [before, today] = [previous.side, now].map(({ results }) => results.find(({ id }) => id === VOLUME_QUERY));
  if (before === void 0 || today === void 0 || !isAnswered(before) || !isAnswered(today)) return notCompared("not-answered");
  if (Math.max(before.rows, today.rows) > MAX_VOLUMES) return notCompared("too-many");
  const volumes = await volumesIn(own);
  if (previous.volumes === null || volumes === null) return notCompared("no-rows");
  const { counts, changes } = compareInvocations({ period: previous.side.period, volumes: previous.volumes }, { period: now.period, volumes });
  return { trend: { compared: counts, reason: null }, changes };
}
function notCompared(reason) {
  return { trend: { compared: null, reason }, changes: [] };
}
async function volumesIn(own) {
  try {
    return await readVolumes(own.chunks(VOLUMES, MAX_VOLUMES_BYTES));
  } catch (error) {
    if (error.message === "is missing") return null;
    throw new Error(`cannot be compared: this pack's ${VOLUMES} ${error.message}`, { cause: error });
  }
}

// src/store/coverage-csv.ts
var COVERAGE_COLUMNS = ["account", "region", "category", "source", "from_day", "to_day", "state", "reason"];
function* coverageCsv(runs) {
  yield csvLine(COVERAGE_COLUMNS);
  for (const run2 of runs) {
    yield csvLine([run2.account, run2.region, run2.category, run2.source, run2.fromDay, run2.toDay, run2.state, run2.reason]);
  }
}

// src/store/decisions-json.ts
function decisionsJson({ file, decisions }) {
  return canonicalJson({ schemaVersion: 1, file: file === null ? null : { sha256: file.sha256 }, decisions: decisions.map(entryOf) });
}
function entryOf({ number, decision, exceptions: exceptions2, ids, flags }) {
  const { disposition, reason, ticket, owner, approver, decidedOn, expires } = decision;
  return { number, ...aboutOf(decision), disposition, reason, ticket, owner, approver, decidedOn, expires, exceptions: exceptions2, ids, flags };
}
function aboutOf({ exception, match }) {
  if (match === null) return { exception };
  const { query, actor, resource, account, eventNames, from, to } = match;
  return { match: { query, actor, resource, account, eventNames, from, to } };
}
var textOrNull = string().min(1).nullable();
var day = string().regex(/^\d{4}-\d\d-\d\d$/);
var instant = string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/).nullable();
var exceptionId2 = string().regex(EXCEPTION_ID_FORM);
var saidShape = {
  number: int().min(1),
  disposition: _enum(DISPOSITIONS),
  reason: string().min(1),
  ticket: textOrNull,
  owner: string().min(1),
  approver: string().min(1),
  decidedOn: day,
  expires: day,
  exceptions: int().min(0),
  ids: array(exceptionId2).max(IDS_KEPT),
  flags: array(_enum(FLAGS)).max(FLAGS.length)
};
var namedShape = strictObject({ exception: exceptionId2, ...saidShape });
var matchingShape = strictObject({
  match: strictObject({
    query: string().regex(QUERY_ID_FORM),
    actor: textOrNull,
    resource: textOrNull,
    account: string().regex(/^\d{12}$/).nullable(),
    eventNames: array(string().min(1)).min(1).nullable(),
    from: instant,
    to: instant
  }),
  ...saidShape
});
var entryShape = union([namedShape, matchingShape]);
var envelopeShape = strictObject({ schemaVersion: literal(1), file: strictObject({ sha256: sha256Shape }).nullable(), decisions: array(unknown()) });
function parseDecisions(text2) {
  const { file, decisions } = parseShape(envelopeShape, parseJson(text2), "");
  return { file, decisions: parseItems(entryShape, decisions, "decisions").map(recordOf) };
}
function recordOf(entry) {
  const { number, exceptions: exceptions2, ids, flags, ...decision } = entry;
  return { number, exceptions: exceptions2, ids, flags, decision: "match" in decision ? { ...decision, exception: null } : { ...decision, match: null } };
}

// src/store/integrity-json.ts
function integrityJson(files, digests, differing) {
  const listed2 = new Map(differing.map(({ file, listedSha256 }) => [file.key, listedSha256]));
  return canonicalJsonParts({
    schemaVersion: 1,
    signatures: "not validated",
    files: lazily(files, (file) => fileEntry(file, listed2.get(file.file.key))),
    digests: lazily(digests, digestEntry)
  });
}
function fileEntry({ file, outcome }, listedSha256) {
  const where = { key: file.key, kind: file.kind, bytes: file.bytes, list: outcome.list };
  if (outcome.list === "read") return { ...where, records: outcome.records, sha256: outcome.sha256, ...listedSha256 === void 0 ? {} : { listedSha256 } };
  if (outcome.list === "not-read") return { ...where, reason: outcome.reason, detail: outcome.detail };
  return where;
}
function digestEntry(digest) {
  const { key, account, region, start, end, backfill } = digest;
  return { key, account, region, start, end, backfill, logFiles: digest.logFiles.length };
}
function* lazily(items, entry) {
  for (const item of items) yield entry(item);
}

// src/store/pack-readme.ts
function packReadme(input) {
  const parts = [
    `# Evidence from CloudTrail, ${markdownWords(input.settings.period.label)}`,
    introduction(input),
    "## Results at a glance",
    status(input),
    resultsTable(input),
    ...ownPart(input),
    ...switchedOff(input),
    "## How to verify",
    howToVerify(input),
    "## How to re-perform",
    howToReperform(input),
    "## Files",
    fileMap(input),
    "## Handling",
    HANDLING
  ];
  return `${parts.join("\n\n")}
`;
}
function introduction({ facts, settings, frameworks, evidenceId: evidenceId2 }) {
  return [
    `This folder is an evidence pack: what the AWS CloudTrail logs of ${settings.report.entity === null ? "the accounts in scope" : markdownWords(settings.report.entity)} show for ${joinedTitles(frameworks)}, with every row, the SQL that was run, and a hash over each file. It says what was examined and what was noted. It does not say that anything or anyone complies.`,
    table(["", ""], [
      ["Period", instants(settings.period)],
      ["Evidence id", `\`${evidenceId2}\``],
      // Without who ran it, who stands in run.json: this page is committed where rows and names are not.
      ["Written", `${facts.generatedAt} by ${facts.tool.name} ${markdownWords(facts.tool.version)}, ${markdownWords(facts.engineVersion)}`]
    ])
  ].join("\n\n");
}
function joinedTitles(frameworks) {
  return frameworks.map((framework) => markdownWords(framework.shortTitle)).join(" and ");
}
function status({ preliminary, incomplete, files, pdfProblem }) {
  const lines = [
    ...preliminary ? ["**Preliminary:** the period was still open, or had only just ended, when this pack was written. Logs may have arrived since."] : [],
    incomplete ? "**Incomplete:** some results rest on logs that are not fully accounted for, or on a log table that lacks a column they need, or a query did not run to its end or failed its self-test. The reports name the accounts, regions, days and columns." : "No result in this pack is incomplete. What was not collected or not evaluated is named in the table.",
    `Log files: ${count(files.read)} read, ${count(files.notRead.length)} could not be read${outside(files)}`,
    ...pdfProblem === null ? [] : [`**PDF reports are missing:** ${markdownWords(pdfProblem)} The Markdown reports say the same.`]
  ];
  return lines.join("\n\n");
}
function outside({ outsideWindow, onlyWindowListed }) {
  const counted2 = onlyWindowListed && outsideWindow === 0 ? "" : `, ${count(outsideWindow)} outside the window`;
  return `${counted2}. Each is listed in \`integrity.json\`.${onlyWindowListed ? " What S3 holds of other days was not listed." : ""}`;
}
function resultsTable({ sections }) {
  const sorted = [...sections].sort((a, b) => a.query.id < b.query.id ? -1 : 1);
  return table(
    ["Query", "Title", "Result", "Rows", "Exceptions"],
    sorted.map(({ query, result }) => [query.id, `${markdownWords(query.title)}${query.own ? " (own)" : ""}`, RESULT_WORDS[result.result], count(result.rows), exceptions(result)]),
    [3, 4]
  );
}
function ownPart({ sections, frameworks }) {
  const queries = sections.filter(({ query }) => query.own).map(({ query }) => [query.id, `\`${query.path}\``, `\`${query.sha256}\``]).sort(([a = ""], [b = ""]) => a < b ? -1 : 1);
  const named = frameworks.filter(({ own }) => own).map(({ name: name2, shortTitle, sha256 }) => [markdownWords(shortTitle), `\`frameworks/${name2}.yml\``, `\`${sha256}\``]);
  if (queries.length + named.length === 0) return [];
  return ["Marked (own): written by management, not part of cloudtrail-evidence, which checks the form and does not answer for the question.", table(["Own", "File", "SHA-256"], [...queries, ...named])];
}
function switchedOff({ settings: { queriesOff } }) {
  if (queriesOff.length === 0) return [];
  const lines = [...queriesOff].sort((a, b) => a.id < b.id ? -1 : 1).map(({ id, reason }) => `- ${id}: ${markdownWords(reason)}`);
  return [`Switched off by management in the settings file, and not run:

${lines.join("\n")}`];
}
function exceptions({ expect, exceptions: { total, decided: decided2, undecided } }) {
  if (expect !== "none") return "";
  return total === 0 ? "0" : `${count(total)} (${count(decided2)} decided, ${count(undecided)} undecided)`;
}
function howToVerify({ evidenceId: evidenceId2 }) {
  return [
    "From inside this folder. The first command needs nothing of ours:",
    markdownBlock("sha256sum -c SHA256SUMS\ncloudtrail-evidence verify .", "sh"),
    `The second also looks for files that do not belong, counts the rows again and prints the evidence id, which must be \`${evidenceId2}\`. It names each changed, missing or added file and then exits with 5.`,
    "The evidence id is the SHA-256 of the lines of `SHA256SUMS` that stand for `results/`, `queries/`, `coverage.csv`, `exceptions.csv`, `decisions.json` and `results.json`. Hashes show that files are unchanged since the manifest was written. They do not show who wrote it: compare the evidence id with one kept elsewhere, in version control or in the next pack, whose manifest holds the hash of this one."
  ].join("\n\n");
}
function howToReperform({ settings, facts, trend }) {
  return [
    `With a copy of the same logs, version ${markdownWords(facts.tool.version)} of the program and the settings in \`run.json\`:`,
    markdownBlock(reperformCommand(settings, trend.previous), "sh"),
    "In the program\u2019s own folder, `cloudtrail-evidence` is written `node dist/cli.js`. The same logs, period, settings, decisions and version give the same evidence id on any machine. `queries/` holds the SQL of each question, `engine/` the SQL that builds its `events` table from log records."
  ].join("\n\n");
}
function fileMap({ reports, settings }) {
  return table(["File", "What it holds"], [
    ...reports.map((path) => [`\`${path}\``, "A report: the same numbers in Markdown and in PDF"]),
    ["`results/<ID>.csv`", "Every row of a query, safe to open in a spreadsheet"],
    ["`results/<ID>.jsonl`", "Every row, exact values"],
    ["`queries/<ID>.sql`", "The query with its lists written in"],
    ["`results.json`", "The result of every query, with reasons and counts"],
    ["`coverage.csv`", "Where and when the logs are accounted for; `to_day` is the first day after"],
    ["`exceptions.csv`", "Each exception by its id, and how it stands: undecided, decided, or by a decision that has expired"],
    ["`decisions.json`", "What control owners decided of exceptions, by whom and until when. A decision removes no row and changes no result"],
    ["`run.json`, `engine/`", "When, by whom, with what settings and SQL"],
    ["`integrity.json`", `Every log file and digest found, and what became of it; log files ${settings.athena === null ? "are compared with the hashes in digests" : "were read by Athena and not hashed"}. Digest signatures are not validated`],
    ["`trend.json`", "What changed since the previous pack, which it names by the hash of its manifest"],
    ...settings.selfTest ? [["`self-test.json`", "What each query did with its own test events before the pack was written"]] : [],
    ["`manifest.json`, `SHA256SUMS`", "Every file with its size and hash"]
  ]);
}
var HANDLING = [
  "Rows and reports hold personal data as AWS logged it: names, addresses, resource names. Give them to those who need them for the examination, and no longer than they need them.",
  `Text in the rows was written by whoever called AWS. The CSV files are made for spreadsheets: a cell that could start a formula begins with \`'\` (also after a \`;\`), a line break is \`\u23CE\`, a character that cannot be seen is shown by its code point, such as \`\u27E8U+202E\u27E9\`, and text over ${counted(32767, "character")} is shortened. NULL is an empty field, the empty text is \`""\`. The JSONL files hold the exact values: use those to compare and to compute.`
].join("\n\n");
function table(head, rows, numbers = []) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, index) => numbers.includes(index) ? "---:" : "---")), ...rows.map(line)].join("\n");
}

// src/store/previous-pack.ts
import { createHash as createHash2 } from "node:crypto";
import { readdir } from "node:fs/promises";
import { basename, join as join2, resolve } from "node:path";
var RESULTS = "results.json";
var TREND = "trend.json";
var MAX_RESULTS_BYTES = 16 * 1024 * 1024;
var MAX_EXCEPTIONS_BYTES = 4 * 1024 ** 3;
var NO_PACK = "is not an evidence pack";
async function readPreviousPack(place) {
  try {
    return await readPack(place);
  } catch (error) {
    throw new SettingsError(`previous-pack: ${place} ${error.message}. Give the folder of a pack or its zip, as it was written.`, { cause: error });
  }
}
async function findPreviousPack(output, period, warn) {
  const leftAside = (name2, error) => warn(`The pack ${name2} in the output folder ${error.message}; it is left aside, and nothing is compared with it.`);
  for (const { name: name2 } of await earlierPacks(output, period, leftAside)) {
    try {
      return await readPack(join2(output, name2));
    } catch (error) {
      leftAside(name2, error);
    }
  }
  return null;
}
async function earlierPacks(output, { start }, leftAside) {
  const folders = (await readdir(output, { withFileTypes: true }).catch(() => [])).filter((entry) => entry.isDirectory() && FOLDER_NAME.test(entry.name));
  const candidates = [];
  for (const { name: name2 } of folders) {
    try {
      const { period } = parseManifest((await readRegular(join2(output, name2, MANIFEST), MAX_MANIFEST_BYTES)).toString("utf8"));
      if (period.end <= start) candidates.push({ name: name2, period });
    } catch (error) {
      const what = error.message;
      if (what !== "is missing") leftAside(name2, new Error(`${NO_PACK}: its ${MANIFEST} ${what}`));
    }
  }
  return candidates.sort((a, b) => descending(a.period.end, b.period.end) || descending(a.period.start, b.period.start) || revision(b.name) - revision(a.name) || descending(a.name, b.name));
}
function descending(a, b) {
  return a > b ? -1 : a < b ? 1 : 0;
}
function revision(name2) {
  return Number(/-r(\d{1,4})$/.exec(name2)?.[1] ?? 1);
}
async function readPack(place) {
  const source = await openPack(place);
  try {
    const bytes = await of(MANIFEST, () => readWhole(source, MANIFEST, MAX_MANIFEST_BYTES), NO_PACK);
    const manifest = await of(MANIFEST, () => checkedManifest(bytes), NO_PACK);
    const results = await readListed(source, manifest, RESULTS, MAX_RESULTS_BYTES, (text2) => parseOwn(text2, manifest));
    const { facts } = await readListed(source, manifest, TREND, MAX_TREND_BYTES, parseTrend);
    const volumes = await of(VOLUMES, () => volumesOf(source, manifest, results));
    await of(EXCEPTIONS, () => checkExceptions(exceptionsOf(source, manifest), results));
    return {
      pack: {
        label: manifest.period.label,
        period: { start: manifest.period.start, end: manifest.period.end },
        evidenceId: manifest.evidenceId,
        manifestSha256: sha256Of(bytes)
      },
      name: folderName(place, manifest.period.label),
      side: { period: manifest.period, results: results.queries, facts },
      exceptions: () => reopened(place, manifest),
      volumes,
      signOff: await readSignOff2(source)
    };
  } finally {
    await source.close();
  }
}
function folderName(place, label) {
  const name2 = basename(resolve(place));
  return name2.startsWith(label) && /^(?:-r\d{1,4})?$/.test(name2.slice(label.length)) ? name2 : label;
}
function checkedManifest(bytes) {
  const manifest = parseManifest(bytes.toString("utf8"));
  if (evidenceId(manifest.files) !== manifest.evidenceId) throw new Error("gives an evidence id that the files it lists do not make");
  if (!FOLDER_NAME.test(manifest.period.label)) throw new Error("has a label that names no folder");
  return manifest;
}
function parseOwn(text2, manifest) {
  const results = parseResults(text2);
  const { start, end } = results.period;
  if (start !== manifest.period.start || end !== manifest.period.end) throw new Error(`is about another period than ${MANIFEST}`);
  return results;
}
async function readListed(source, manifest, path, limit, parse) {
  return of(path, async () => {
    const { sha256 } = listed(manifest, path);
    const bytes = await readWhole(source, path, limit);
    if (sha256Of(bytes) !== sha256) throw new Error(`is not the file that ${MANIFEST} lists`);
    return parse(bytes.toString("utf8"));
  });
}
function listed(manifest, path) {
  const file = manifest.files.find((each) => each.path === path);
  if (file === void 0) throw new Error(`is not in ${MANIFEST}`);
  return file;
}
async function volumesOf(source, manifest, { queries }) {
  const rows = queries.find(({ id }) => id === VOLUME_QUERY)?.rows;
  const file = manifest.files.find(({ path }) => path === VOLUMES);
  if (rows === void 0 || rows > MAX_VOLUMES || file === void 0) return null;
  const hash = createHash2("sha256");
  try {
    const volumes = await readVolumes(hashed(source.chunks(VOLUMES, MAX_VOLUMES_BYTES), hash));
    if (hash.digest("hex") !== file.sha256) throw new Error(`is not the file that ${MANIFEST} lists`);
    return volumes;
  } catch (error) {
    if (error.message === "is missing") return null;
    throw error;
  }
}
async function* reopened(place, manifest) {
  const source = await openPack(place);
  try {
    yield* exceptionsOf(source, manifest);
  } finally {
    await source.close();
  }
}
async function* exceptionsOf(source, manifest) {
  const { sha256 } = listed(manifest, EXCEPTIONS);
  const hash = createHash2("sha256");
  yield* comparedExceptions(hashed(source.chunks(EXCEPTIONS, MAX_EXCEPTIONS_BYTES), hash));
  if (hash.digest("hex") !== sha256) throw new Error(`is not the file that ${MANIFEST} lists`);
}
async function* hashed(chunks, hash) {
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
}
async function checkExceptions(exceptions2, { queries }) {
  const found = /* @__PURE__ */ new Map();
  for await (const lines of exceptions2) {
    for (const { query, state } of lines) {
      const tally2 = found.get(query) ?? { total: 0, decided: 0, expired: 0 };
      tally2.total += 1;
      if (state !== "undecided") tally2[state] += 1;
      found.set(query, tally2);
    }
  }
  const known = new Map(queries.map(({ id, exceptions: tally2 }) => [id, tally2]));
  for (const id of /* @__PURE__ */ new Set([...found.keys(), ...known.keys()])) {
    const [read, said] = [found.get(id) ?? { total: 0, decided: 0, expired: 0 }, known.get(id)];
    if (said?.total !== read.total || said.decided !== read.decided || said.expired !== read.expired) throw new Error(`and ${RESULTS} count the exceptions of ${id} differently`);
  }
}
async function readSignOff2(source) {
  try {
    return { text: (await readWhole(source, SIGN_OFF, MAX_SIGN_OFF_BYTES)).toString("utf8"), problem: null };
  } catch (error) {
    const what = error.message;
    return { text: null, problem: what === "is missing" ? null : what };
  }
}
async function of(path, read, lead = "cannot be compared with") {
  try {
    return await read();
  } catch (error) {
    throw new Error(`${lead}: its ${path} ${error.message}`, { cause: error });
  }
}

// src/store/run-json.ts
function runJson(run2) {
  const { facts, files } = run2;
  return canonicalJson({
    schemaVersion: 1,
    preliminary: run2.preliminary,
    tool: { name: facts.tool.name, version: facts.tool.version, commit: facts.tool.commit },
    run: { generatedAt: facts.generatedAt, actor: facts.actor, environment: facts.environment, id: facts.runId, url: facts.runUrl },
    engine: { name: run2.settings.engine, version: facts.engineVersion, missingColumns: run2.missingColumns, athena: athenaAsUsed(run2.settings.athena) },
    aws: awsAsUsed(run2),
    spending: spent(run2.spending),
    settings: settingsAsUsed(run2.settings, run2.logsPlace),
    records: run2.counts,
    files: { read: files.read, outsideWindow: files.outsideWindow, notRead: files.notRead.length, digests: files.digests, foldersLeftAside: files.foldersLeftAside },
    previousPack: previousAsKnown(run2),
    frameworks: run2.frameworks.map(({ name: name2, sha256, own }) => ({ name: name2, sha256, own })),
    queries: [...run2.queries].sort((a, b) => a.id < b.id ? -1 : 1).map(({ id, own, sha256, executedSqlSha256, rows, failure }) => ({ id, own, sha256, executedSqlSha256, rows, failure }))
  });
}
function settingsAsUsed(settings, logsPlace) {
  return {
    logs: logsPlace,
    period: settings.period,
    allowOpenPeriod: settings.allowOpenPeriod,
    frameworks: settings.frameworks,
    ownQueries: settings.ownQueries,
    pdf: settings.pdf,
    failOn: settings.failOn,
    selfTest: settings.selfTest,
    scope: settings.scope,
    lists: settings.lists,
    dataEvents: settings.dataEvents,
    queriesOff: settings.queriesOff.map(({ id, reason }) => ({ id, reason })),
    incident: incidentAsNamed(settings.incident),
    report: settings.report,
    settingsFile: settings.settingsFile,
    decisionsFile: settings.decisions === null ? null : { path: settings.decisions.path, sha256: settings.decisions.sha256 }
  };
}
function incidentAsNamed(incident) {
  if (incident === null) return null;
  const { principal, key, address, resource, window } = incident;
  return { principal, key, address, resource, window: { start: window.start, end: window.end } };
}
function athenaAsUsed(athena) {
  if (athena === null) return null;
  const { database, table: table2, workgroup, output, staging, maxScanBytes, allowFullScan } = athena;
  return { database, table: table2, workgroup, output, staging, maxScanBytes, allowFullScan };
}
function awsAsUsed({ settings, caller }) {
  if (settings.aws === null || caller === null) return null;
  return { region: settings.aws.region, account: caller.account, arn: caller.arn, roleToAssume: settings.aws.roleToAssume };
}
function previousAsKnown({ previousPack, previousSignOff, previousReview }) {
  if (previousPack === null) return null;
  return {
    label: previousPack.label,
    manifestSha256: previousPack.manifestSha256,
    signOff: previousSignOff?.signOff ?? null,
    signOffProblem: previousSignOff?.problem ?? null,
    review: previousReview === null ? null : reviewEntry(previousReview)
  };
}
function reviewEntry({ pullRequest, url, mergedBy, mergedAt, approvals }) {
  return { pullRequest, url, mergedBy, mergedAt, approvals: approvals.map(({ login, at }) => ({ login, at })) };
}
function spent(spending) {
  if (spending === null) return null;
  const { bytesScanned, bytesCharged, costUsd, executions } = spending;
  return { bytesScanned, bytesCharged, costUsd, executions: executions.map(executionEntry) };
}
function executionEntry({ purpose, executionId, state, engineVersion, bytesScanned, queuedMs, engineMs, totalMs, failure }) {
  return { purpose, executionId, state, engineVersion, bytesScanned, queuedMs, engineMs, totalMs, failure: failure === null ? null : { errorType: failure.errorType, sentence: failure.sentence } };
}

// src/store/self-test-json.ts
var SELF_TEST = "self-test.json";
var tally = strictObject({ cases: int().min(0), right: int().min(0) });
var queryShape = strictObject({
  id: string().max(100).regex(QUERY_ID_FORM),
  querySha256: sha256Shape,
  casesSha256: sha256Shape.nullable(),
  fired: tally,
  silent: tally,
  wrong: array(strictObject({ must: boolean(), name: string(), fault: _enum(Object.keys(FAULT_WORDS)) }))
});
var documentShape = strictObject({ schemaVersion: literal(1), engine: _enum(["athena", "duckdb"]), queries: array(unknown()) });
function selfTestJson({ engine, queries }) {
  return canonicalJson({
    schemaVersion: 1,
    engine,
    queries: queries.map(({ id, querySha256, casesSha256, fired, silent, wrong }) => ({
      id,
      querySha256,
      casesSha256,
      fired,
      silent,
      wrong: wrong.map(({ must, name: name2, fault }) => ({ must, name: name2, fault }))
    }))
  });
}
function parseSelfTest(text2) {
  const { engine, queries } = parseShape(documentShape, parseJson(text2), "");
  const read = { engine, queries: parseItems(queryShape, queries, "queries") };
  for (const { id, fired, silent, wrong } of read.queries) {
    const missing = (of2) => wrong.filter(({ must }) => must === of2).length;
    if (fired.cases - fired.right !== missing(true) || silent.cases - silent.right !== missing(false)) throw new Error(`contradicts itself at ${id}: its cases do not add up`);
  }
  return read;
}

// src/run.ts
async function run(settings, context) {
  const { progress } = context;
  const { queries, frameworks, ownCases } = await loadPack(settings);
  const cases = settings.selfTest ? await readAllCases(queries, ownCases) : null;
  const previous = await (settings.previousPack === null ? findPreviousPack(settings.output, settings.period, (sentence) => progress.warn(sentence)) : readPreviousPack(settings.previousPack));
  const signing = await previousSigning(previous, context.reviewOf);
  const logs = await findLogs(settings, context);
  try {
    const archive = await listArchive(logs, settings, progress);
    const beside = settings.publish.to.some((destination) => destination === "commit" || destination === "pull-request");
    const pack = await PackFolder.create(settings.output, settings.period.label, { beside });
    leftovers.add(pack.staging);
    try {
      const examined = await examine({ settings, queries, cases, logs, archive, pack, progress });
      return await writePack({ settings, context, frameworks, previous, signing, logs, archive, pack, ...examined });
    } catch (error) {
      await pack.discard();
      throw error;
    } finally {
      leftovers.delete(pack.staging);
    }
  } finally {
    logs.close();
  }
}
async function examine({ settings, queries, cases, logs, archive, pack, progress }) {
  const tempDir = await makeTemporaryFolder(settings.tempDir);
  try {
    const engine = await logs.openEngine({ files: archive.logs, tempDir, queries: switchedOn(settings, queries) });
    const end = () => engine.close();
    if (engine.name === "athena") endings.add(end);
    let examined;
    try {
      const loaded = await loadLogs(engine, logs, archive.logs.length, progress);
      examined = { ...await collectEvidence({ settings, queries, cases, engine, loaded, archive, pack, progress }), loaded };
    } finally {
      await engine.close();
      endings.delete(end);
    }
    return { ...examined, spending: engine.spending() };
  } finally {
    await removeTemporaryFolder(tempDir);
  }
}
async function loadLogs(engine, logs, files, progress) {
  progress.step(`Read ${files} log files`);
  const loaded = await engine.load();
  const { records, events, duplicates, malformed } = loaded.counts;
  progress.done(`${records} records: ${events} events in the period, ${duplicates} duplicates, ${malformed} malformed`);
  return { ...loaded, files: await logs.account(loaded.files) };
}
async function collectEvidence({ settings, queries, cases, engine, loaded, archive, pack, progress }) {
  progress.step(`Run ${queries.length} queries`);
  const accounts = accountsInScope(settings, loaded);
  const outcomes = await runQueries({ queries, engine, settings, accounts, pack, progress });
  const ran = new Set(outcomes.flatMap(({ query, outcome }) => outcome.switchedOff || outcome.missingLists.length > 0 ? [] : [query.id]));
  const selfTest = cases === null ? null : await runSelfTest(cases.filter(({ query }) => ran.has(query.id)), engine, progress);
  const against = new Map((selfTest?.queries ?? []).map((tried) => [tried.id, reasonOf(tried)]));
  const files = [...loaded.files, ...archive.others].sort((a, b) => a.file.key < b.file.key ? -1 : 1);
  const coverageInput = { ...settings, ...loaded, files, digests: archive.digests, foldersLeftAside: archive.foldersLeftAside };
  const coverage = judgeCoverage(coverageInput);
  const sections = outcomes.map(({ outcome, ...section }) => ({
    ...section,
    result: judge(section.query, outcome, coverageOf(section.query, coverage, coverageInput), lackedColumns(section.query, loaded.missingColumns), against.get(section.query.id) ?? null)
  }));
  const results = sections.map(({ result }) => result);
  progress.done(`${results.reduce((sum, { rows }) => sum + rows, 0)} rows, ${results.reduce((sum, { exceptions: exceptions2 }) => sum + exceptions2.total, 0)} exceptions`);
  const decisions = decisionRecords(settings.decisions?.decisions ?? [], outcomes.map(({ outcome }) => outcome.uses), settings.period);
  return { queries, selfTest, sections, results, decisions, coverage, accounts, files };
}
function accountsInScope(settings, loaded) {
  const named = settings.scope.accounts.map(({ id }) => id);
  const seen = new Set(loaded.cells.map(({ account }) => account).filter((account) => /^\d{12}$/.test(account)));
  return named.length > 0 ? named : [...seen].sort();
}
async function writePack(writing) {
  const { settings, context, frameworks, previous, signing, logs, loaded, spending, archive, pack, queries, selfTest, sections, results, decisions, coverage, accounts, files } = writing;
  const facts = { ...context.facts, engineVersion: loaded.engineVersion };
  await pack.stream("coverage.csv", coverageCsv(coverage.runs));
  const withExceptions = sections.filter(({ query, files: rows }) => query.expect === "none" && rows !== null).map(({ query }) => query.id).sort();
  await pack.stream(EXCEPTIONS, exceptionsCsv({ folder: pack.staging, queries: withExceptions, decisions: settings.decisions?.decisions ?? [], period: settings.period }));
  await pack.write("decisions.json", decisionsJson({ file: settings.decisions, decisions }));
  await pack.write("results.json", resultsJson(settings.period, results));
  const evidence = evidenceFiles(pack.files());
  const id = evidenceId(evidence);
  const toCompare = factsOf({ ...loaded, settings, toolVersion: facts.tool.version, queries, frameworks, coverage });
  const trend = await comparePacks(previous, { period: settings.period, results, facts: toCompare }, pack.staging);
  const preliminary = isOpen(settings.period, facts.generatedAt);
  const filesSummary = summarise(files, archive, logs.place);
  const shared = {
    facts,
    settings,
    sections,
    selfTest,
    decisions,
    coverage,
    accounts,
    preliminary,
    spending,
    logsPlace: logs.place,
    counts: loaded.counts,
    cells: loaded.cells,
    trailChanges: loaded.trailChanges,
    files: filesSummary,
    missingColumns: loaded.missingColumns,
    evidenceId: id,
    evidenceFiles: evidence,
    previousPack: previous?.pack ?? null,
    ownUnmapped: unmapped(queries, frameworks),
    trend,
    ...signing
  };
  const printed = await (await import("./print-reports-XEIGA5MQ.js")).printReports(frameworks.map((framework) => ({ ...shared, framework })), { pack, env: context.env, progress: context.progress });
  const outcome = verdict(queries, results, settings.failOn);
  await pack.write("run.json", runJson({
    ...shared,
    frameworks,
    caller: logs.caller,
    queries: sections.map(({ query, result, executedSqlSha256, failure }) => ({ id: query.id, own: query.own, sha256: query.sha256, executedSqlSha256: executedSqlSha256 === "" ? null : executedSqlSha256, rows: result.rows, failure }))
  }));
  for (const [name2, text2] of Object.entries(loaded.sql)) await pack.write(`engine/${name2}`, text2);
  await pack.stream("integrity.json", integrityJson(files, archive.digests, differingFiles({ files, digests: archive.digests })));
  await pack.write("trend.json", trendJson(trend));
  if (selfTest !== null) await pack.write(SELF_TEST, selfTestJson(selfTest));
  await pack.write("README.md", packReadme({ ...shared, frameworks, incomplete: outcome.incomplete, reports: printed.reports, pdfProblem: printed.problem }));
  const sealed = await pack.seal({ tool: facts.tool, period: settings.period, previousPackManifestSha256: previous?.pack.manifestSha256 ?? null });
  leftovers.delete(pack.staging);
  const packPath = await pack.publish(sealed);
  return { packPath, evidenceId: id, manifestSha256: sealed.manifestSha256, verdict: outcome, results, reports: printed.reports, pdfProblem: printed.problem, spending };
}
function summarise(files, { digests, foldersLeftAside }, place) {
  const count3 = (list) => files.filter(({ file, outcome }) => outcome.list === list && (list !== "read" || file.kind !== "digest")).length;
  return {
    read: count3("read"),
    outsideWindow: count3("outside-window"),
    notRead: files.flatMap(({ file, outcome }) => outcome.list === "not-read" ? [{ key: file.key, reason: outcome.reason, detail: outcome.detail }] : []),
    digests: digests.length,
    onlyWindowListed: isS3Address(place),
    foldersLeftAside
  };
}

export {
  openPack,
  readWhole,
  comparePacks,
  decisionsJson,
  parseDecisions,
  readPack,
  SELF_TEST,
  selfTestJson,
  parseSelfTest,
  run
};
