import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  loadQueries
} from "./chunk-V6Y7FW2H.js";
import {
  isOpen,
  loadFrameworks
} from "./chunk-TWUA46LT.js";
import {
  $ZodArray,
  $ZodBase64,
  $ZodBase64URL,
  $ZodCIDRv4,
  $ZodCIDRv6,
  $ZodCUID,
  $ZodCUID2,
  $ZodCatch,
  $ZodCustom,
  $ZodDefault,
  $ZodE164,
  $ZodEmail,
  $ZodEmoji,
  $ZodEncodeError,
  $ZodEnum,
  $ZodError,
  $ZodExactOptional,
  $ZodGUID,
  $ZodIPv4,
  $ZodIPv6,
  $ZodISODate,
  $ZodISODateTime,
  $ZodISODuration,
  $ZodISOTime,
  $ZodIntersection,
  $ZodJWT,
  $ZodKSUID,
  $ZodLiteral,
  $ZodNanoID,
  $ZodNever,
  $ZodNonOptional,
  $ZodNullable,
  $ZodNumber,
  $ZodNumberFormat,
  $ZodObjectJIT,
  $ZodOptional,
  $ZodPipe,
  $ZodPrefault,
  $ZodReadonly,
  $ZodRecord,
  $ZodString,
  $ZodStringFormat,
  $ZodTransform,
  $ZodType,
  $ZodULID,
  $ZodURL,
  $ZodUUID,
  $ZodUnion,
  $ZodUnknown,
  $ZodXID,
  $constructor,
  _array,
  _base64,
  _base64url,
  _cidrv4,
  _cidrv6,
  _cuid,
  _cuid2,
  _decode,
  _decodeAsync,
  _e164,
  _email,
  _emoji,
  _encode,
  _encodeAsync,
  _endsWith,
  _gt,
  _gte,
  _guid,
  _includes,
  _int,
  _ipv4,
  _ipv6,
  _isoDate,
  _isoDateTime,
  _isoDuration,
  _isoTime,
  _jwt,
  _ksuid,
  _length,
  _lowercase,
  _lt,
  _lte,
  _maxLength,
  _minLength,
  _multipleOf,
  _nanoid,
  _never,
  _normalize,
  _overwrite,
  _parse,
  _parseAsync,
  _refine,
  _regex,
  _safeDecode,
  _safeDecodeAsync,
  _safeEncode,
  _safeEncodeAsync,
  _safeParse,
  _safeParseAsync,
  _slugify,
  _startsWith,
  _string,
  _superRefine,
  _toLowerCase,
  _toUpperCase,
  _trim,
  _ulid,
  _unknown,
  _uppercase,
  _url,
  _uuid,
  _uuidv4,
  _uuidv6,
  _uuidv7,
  _xid,
  aggregateChecks,
  arrayProcessor,
  catchProcessor,
  clone,
  config,
  createStandardJSONSchemaMethod,
  createToJSONSchemaMethod,
  customProcessor,
  defaultProcessor,
  enumProcessor,
  flattenError,
  formatError,
  globalConfig,
  globalRegistry,
  intersectionProcessor,
  joinValues,
  jsonStringifyReplacer,
  literalProcessor,
  memoizer,
  neverProcessor,
  nonoptionalProcessor,
  nullableProcessor,
  numberProcessor,
  objectProcessor,
  optionalProcessor,
  parsedType,
  pipeProcessor,
  prefaultProcessor,
  readonlyProcessor,
  recordProcessor,
  standardProps,
  stringProcessor,
  stringifyPrimitive,
  transformProcessor,
  unionProcessor,
  unknownProcessor,
  util_exports,
  validate,
  validateAsync
} from "./chunk-VHPPMTIU.js";
import {
  count,
  counted,
  instants,
  reperformCommand
} from "./chunk-4JR4ITYG.js";
import {
  REASON_WORDS,
  RESULTS,
  RESULT_WORDS,
  endings,
  leftovers,
  makeTemporaryFolder,
  markdownBlock,
  markdownData,
  markdownWords,
  removeTemporaryFolder
} from "./chunk-DQXQFMYT.js";
import {
  findLogs,
  listArchive
} from "./chunk-2VOSUVSR.js";
import {
  inParallel
} from "./chunk-4X2X6UR2.js";
import {
  HashedFile,
  listFolder,
  readRegular
} from "./chunk-ES4BHTQI.js";
import {
  systemCode,
  writeError
} from "./chunk-Y3H6DF5G.js";
import {
  CATEGORIES,
  EXPECTATIONS
} from "./chunk-4KXG4ZEX.js";
import {
  executable
} from "./chunk-MOC3KAUT.js";
import {
  EngineError
} from "./chunk-4FWAGCHY.js";
import {
  SettingsError
} from "./chunk-XRVFALA3.js";

// src/evidence/days.ts
var DAY_MS = 864e5;
function dayOf(instant2) {
  return Math.floor(Date.parse(instant2.length === 10 ? `${instant2}T00:00:00Z` : instant2) / DAY_MS);
}
function dayText(day) {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
function daysOf(period) {
  return { first: dayOf(period.start), end: Math.floor((Date.parse(period.end) - 1) / DAY_MS) + 1 };
}

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
  for (const { account, region, day } of archive.malformed) faults.addDays("malformed-records", account, region, day, day);
  for (const { file, account, region } of differingFiles(archive)) faults.addFile("file-differs", account, region, file.key, file.deliveryDay ?? deliveryDayOf(file.key));
  const accounted = /* @__PURE__ */ new Map();
  for (const [pair, hours] of digests) {
    const [account = UNKNOWN, region = UNKNOWN] = pair.split("|");
    for (const digest of hours) {
      for (const { key } of digest.logFiles) {
        if (!names.has(baseName(key))) faults.addFile("file-missing", account, region, key, deliveryDayOf(key));
      }
    }
    for (const gap of gapsBetween(hours)) faults.addInterval("digest-gap", account, region, gap.start, gap.end);
    accounted.set(pair, fullDays(hours, archive.period));
  }
  for (const stop of stoppedIntervals(archive)) {
    for (const pair of pairsOf(archive, stop.account)) {
      const [account = UNKNOWN, region = UNKNOWN] = pair.split("|");
      const digestDays = accounted.get(pair);
      faults.addInterval("logging-stopped", account, region, stop.start, stop.end, (day) => !digestDays?.has(day));
    }
  }
  const pairs = /* @__PURE__ */ new Set([...digests.keys(), ...faults.pairs()]);
  return new Map([...pairs].map((pair) => {
    const found = faults.of(pair);
    const days = new Set([...accounted.get(pair) ?? []].filter((day) => !found.has(day)));
    return [pair, { faults: found, accountedDays: days }];
  }));
}
function differingFiles({ files, digests }) {
  const byName = /* @__PURE__ */ new Map();
  for (const { file, outcome } of files) {
    if (outcome.list !== "read" || outcome.sha256 === null) continue;
    const name = baseName(file.key);
    byName.set(name, [...byName.get(name) ?? [], { file, sha256: outcome.sha256 }]);
  }
  const differing = /* @__PURE__ */ new Map();
  for (const { account, region, logFiles } of digests) {
    for (const { key, sha256: listedSha256 } of logFiles) {
      if (listedSha256 === "") continue;
      for (const { file, sha256: sha2562 } of byName.get(baseName(key)) ?? []) {
        if (sha2562 !== listedSha256) differing.set(file.key, { file, account, region, listedSha256 });
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
  addFile(code, account, region, key, day) {
    const early = day !== null && isSoonAfterMidnight(key);
    const before = early ? new Date(dayOf(day) * DAY_MS - DAY_MS).toISOString().slice(0, 10) : day;
    this.addDays(code, account ?? UNKNOWN, region ?? UNKNOWN, before, day);
  }
  addDays(code, account, region, from, through) {
    const start = from === null ? this.first : dayOf(from);
    const last = through === null ? this.end - 1 : dayOf(through);
    for (let day = Math.max(start, this.first); day <= last && day < this.end; day += 1) this.add(code, account, region, day);
  }
  addInterval(code, account, region, start, end, concerns = () => true) {
    for (let day = Math.max(Math.floor(start / DAY_MS), this.first); day < this.end && day * DAY_MS < end; day += 1) {
      if (concerns(day)) this.add(code, account, region, day);
    }
  }
  add(code, account, region, day) {
    const pair = pairKey(account, region);
    const days = this.byPair.get(pair) ?? /* @__PURE__ */ new Map();
    this.byPair.set(pair, days);
    const known = days.get(day);
    if (known === void 0 || GRAVITY.indexOf(code) < GRAVITY.indexOf(known)) days.set(day, code);
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
    pairs.set(key, [...pairs.get(key) ?? [], { start, end, logFiles: digest.logFiles }]);
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
      const day = Math.floor(from / DAY_MS);
      const until = Math.min(end, bounds.end, (day + 1) * DAY_MS);
      covered.set(day, (covered.get(day) ?? 0) + (until - from));
      from = until;
    }
    reached = Math.max(reached, end);
  }
  const lengthOf = (day) => Math.min((day + 1) * DAY_MS, bounds.end) - Math.max(day * DAY_MS, bounds.start);
  return new Set([...covered].filter(([day, milliseconds]) => milliseconds >= lengthOf(day)).map(([day]) => day));
}
function stoppedIntervals({ trailChanges, period }) {
  const intervals = [];
  const open = /* @__PURE__ */ new Map();
  for (const { account, region, eventName, time, trail } of trailChanges) {
    const key = `${pairKey(account, region)}|${trailName(trail)}`;
    const at = Date.parse(time);
    if (eventName === "StopLogging" || eventName === "DeleteTrail") {
      if (!open.has(key)) open.set(key, { account, start: at });
    } else if (eventName === "StartLogging") {
      const stop = open.get(key);
      if (stop !== void 0) intervals.push({ ...stop, end: at });
      open.delete(key);
    }
  }
  return [...intervals, ...[...open.values()].map((stop) => ({ ...stop, end: Date.parse(period.end) }))];
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
  doubtOfSilence(account, stream, day) {
    if (!this.isShown(account, stream)) return "class-not-collected";
    const stated = this.stated(account, stream);
    return stated.length === 0 || stated.some(({ from, to }) => from <= day && day < to) ? null : "partly-selected";
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
      return runsOf(input, pair, stream, (day) => stateOf(day, { ...known, doubt: () => selection.doubtOfSilence(pair.account, stream, day) }));
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
  for (let day = first + 1; day <= end; day += 1) {
    const next = day < end ? stateOn(day) : null;
    if (next !== null && next.state === current.state && next.reason === current.reason) continue;
    runs.push({ ...pair, category, source, fromDay: dayText(from), toDay: dayText(day), ...current });
    if (next === null) break;
    from = day;
    current = next;
  }
  return runs;
}
function stateOf(day, { present, archive, doubt }) {
  const fault = archive?.faults.get(day);
  if (fault === "file-unreadable" || fault === "malformed-records") return { state: "unreadable", reason: fault };
  if (fault !== void 0) return { state: "unexplained", reason: fault };
  if (present?.has(day)) return { state: "present", reason: null };
  if (!archive?.accountedDays.has(day)) return { state: "unexplained", reason: "no-events" };
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
    if (need === "required") {
      reasons.push(...found === "not-collected" ? [{ code: "class-not-collected", account: null, region: null, from: null, to: null }] : found);
    }
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
  const absent = new Set(coverage.runs.filter((run2) => run2.category === category && run2.source === source && run2.reason === "class-not-collected").map((run2) => run2.account));
  for (const account of new Set(coverage.scope.map((pair) => pair.account))) {
    const stated = statementsOf(dataEvents, account, source);
    if (absent.has(account)) reasons.push({ code: "class-not-collected", account, region: null, ...whole });
    else if (category === "insight") continue;
    else if (stated.length === 0) reasons.push({ code: "selection-not-shown", account, region: null, ...whole });
    else for (const { from, to } of daysNotWhollySelected(stated, first, end)) reasons.push({ code: "partly-selected", account, region: null, from: dayText(from), to: dayText(to) });
  }
  if (category === "insight") return reasons;
  for (const { account, region, time, eventName } of trailChanges) {
    if (eventName === "PutEventSelectors") reasons.push({ code: "selection-not-shown", account, region, from: time.slice(0, 10), to: whole.to });
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
    const key = `${reason.code}|${reason.account}|${reason.region}`;
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

// src/evidence/judge.ts
var NO_EXCEPTIONS = { total: 0, decided: 0, undecided: 0, expired: 0 };
function missingLists(query, lists) {
  return Object.entries(query.settings).flatMap(([name, need]) => need === "required" && lists[name] === void 0 ? [name] : []);
}
function judge(query, outcome, coverage) {
  const result = resultOf(query, outcome, coverage);
  return {
    id: query.id,
    expect: query.expect,
    sha256: outcome.sha256,
    result,
    reasons: reasonsOf(result, coverage),
    rows: outcome.rows,
    exceptions: outcome.exceptions,
    coverage: coverage.states
  };
}
function resultOf(query, outcome, coverage) {
  if (outcome.failed) return "failed";
  if (outcome.missingLists.length > 0) return "not-evaluated";
  if (requiredStates(query, coverage).includes("not-collected")) return "not-collected";
  if (query.expect === "none" && outcome.rows > 0) return "exceptions";
  if (requiredStates(query, coverage).includes("incomplete")) return "incomplete";
  if (query.expect === "none") return "no-exceptions";
  if (query.expect === "population") return "population";
  return outcome.rows > 0 ? "observed" : "not-observed";
}
function requiredStates(query, coverage) {
  return Object.entries(coverage.states).flatMap(([category, state]) => query.category[category] === "required" ? [state] : []);
}
function reasonsOf(result, coverage) {
  const anywhere = { account: null, region: null, from: null, to: null };
  if (result === "failed") return [{ code: "query-failed", ...anywhere }, ...coverage.reasons];
  if (result === "not-evaluated") return [{ code: "list-not-configured", ...anywhere }];
  return coverage.reasons;
}
function isOverIncompleteCoverage(query, result) {
  return Object.entries(query.category).some(([category, need]) => need === "required" && result.coverage[category] === "incomplete");
}
function verdict(queries, results, failOn) {
  const byId = new Map(queries.map((query) => [query.id, query]));
  const incomplete = results.some((result) => {
    const query = byId.get(result.id);
    return result.result === "incomplete" || result.result === "failed" || result.result === "exceptions" && query !== void 0 && isOverIncompleteCoverage(query, result);
  });
  const undecidedExceptions = results.reduce((sum, { exceptions: exceptions2 }) => sum + exceptions2.undecided, 0);
  const failsIncomplete = incomplete && (failOn === "incomplete" || failOn === "both");
  const failsUndecided = undecidedExceptions > 0 && (failOn === "exceptions" || failOn === "both");
  return { incomplete, undecidedExceptions, exitCode: failsIncomplete ? 4 : failsUndecided ? 3 : 0 };
}

// node_modules/zod/v4/locales/en.js
var error = () => {
  const Sizable = {
    string: { unit: "characters", verb: "to have" },
    file: { unit: "bytes", verb: "to have" },
    array: { unit: "items", verb: "to have" },
    set: { unit: "items", verb: "to have" },
    map: { unit: "entries", verb: "to have" }
  };
  function getSizing(origin) {
    return Sizable[origin] ?? null;
  }
  const FormatDictionary = {
    regex: "input",
    email: "email address",
    url: "URL",
    emoji: "emoji",
    uuid: "UUID",
    uuidv4: "UUIDv4",
    uuidv6: "UUIDv6",
    nanoid: "nanoid",
    guid: "GUID",
    cuid: "cuid",
    cuid2: "cuid2",
    ulid: "ULID",
    xid: "XID",
    ksuid: "KSUID",
    datetime: "ISO datetime",
    date: "ISO date",
    time: "ISO time",
    duration: "ISO duration",
    ipv4: "IPv4 address",
    ipv6: "IPv6 address",
    mac: "MAC address",
    cidrv4: "IPv4 range",
    cidrv6: "IPv6 range",
    base64: "base64-encoded string",
    base64url: "base64url-encoded string",
    json_string: "JSON string",
    e164: "E.164 number",
    currency_code: "currency code",
    credit_card: "credit card number",
    iban: "IBAN",
    jwt: "JWT",
    template_literal: "input"
  };
  const TypeDictionary = {
    // Compatibility: "nan" -> "NaN" for display
    nan: "NaN"
    // All other type names omitted - they fall back to raw values via ?? operator
  };
  function getTypeName(type, input) {
    if (type === "number" && typeof input === "number" && !Number.isFinite(input)) {
      return String(input);
    }
    return TypeDictionary[type] ?? type;
  }
  return (issue) => {
    switch (issue.code) {
      case "invalid_type": {
        const expected = getTypeName(issue.expected);
        const receivedType = parsedType(issue.input);
        const received = getTypeName(receivedType, issue.input);
        return `Invalid input: expected ${expected}, received ${received}`;
      }
      case "invalid_value":
        if (issue.values.length === 1)
          return `Invalid input: expected ${stringifyPrimitive(issue.values[0])}`;
        return `Invalid option: expected one of ${joinValues(issue.values, "|")}`;
      case "too_big": {
        const adj = issue.exact ? "exactly " : issue.inclusive ? "<=" : "<";
        const sizing = getSizing(issue.origin);
        if (sizing)
          return `Too big: expected ${issue.origin ?? "value"} to have ${adj}${issue.maximum.toString()} ${sizing.unit ?? "elements"}`;
        return `Too big: expected ${issue.origin ?? "value"} to be ${adj}${issue.maximum.toString()}`;
      }
      case "too_small": {
        const adj = issue.exact ? "exactly " : issue.inclusive ? ">=" : ">";
        const sizing = getSizing(issue.origin);
        if (sizing) {
          return `Too small: expected ${issue.origin} to have ${adj}${issue.minimum.toString()} ${sizing.unit}`;
        }
        return `Too small: expected ${issue.origin} to be ${adj}${issue.minimum.toString()}`;
      }
      case "invalid_format": {
        const _issue = issue;
        if (_issue.format === "starts_with") {
          return `Invalid string: must start with "${_issue.prefix}"`;
        }
        if (_issue.format === "ends_with")
          return `Invalid string: must end with "${_issue.suffix}"`;
        if (_issue.format === "includes")
          return `Invalid string: must include "${_issue.includes}"`;
        if (_issue.format === "regex")
          return `Invalid string: must match pattern ${_issue.pattern}`;
        return `Invalid ${FormatDictionary[_issue.format] ?? issue.format}`;
      }
      case "not_multiple_of":
        return `Invalid number: must be a multiple of ${issue.divisor}`;
      case "unrecognized_keys":
        return `Unrecognized key${issue.keys.length > 1 ? "s" : ""}: ${joinValues(issue.keys, ", ")}`;
      case "invalid_key":
        return `Invalid key in ${issue.origin}`;
      case "invalid_union":
        if (issue.options && Array.isArray(issue.options) && issue.options.length > 0) {
          const opts = issue.options.map((o) => `'${o}'`).join(" | ");
          return `Invalid discriminator value. Expected ${opts}`;
        }
        if (issue.inclusive === false) {
          return "Invalid input: more than one option matched";
        }
        return "Invalid input";
      case "invalid_element":
        return `Invalid value in ${issue.origin}`;
      default:
        return `Invalid input`;
    }
  };
};
function en_default() {
  return {
    localeError: error()
  };
}

// src/run-queries.ts
import { createHash as createHash2 } from "node:crypto";

// src/evidence/exception-id.ts
import { createHash } from "node:crypto";
var EXCEPTION_ID = "exception_id";
function exceptionId(queryId, keyValues) {
  return `${queryId}-${createHash("sha256").update(JSON.stringify([queryId, ...keyValues])).digest("hex").slice(0, 12)}`;
}

// src/report/input.ts
var SAMPLE_ROWS = 50;

// src/run-queries.ts
async function runQueries({ queries, engine, settings, accounts, pack, progress }) {
  const lists = { ...settings.lists, accounts };
  let done = 0;
  return inParallel(queries, engine.queriesAtOnce, async (query) => {
    const { packSql } = executable(query, lists);
    const { sha256: sha2562 } = await pack.write(`queries/${query.id}.sql`, packSql);
    const missing = missingLists(query, lists);
    const outcome = missing.length > 0 ? { ...NOT_RUN, query, packSql, outcome: { ...NO_OUTCOME, sha256: sha2562, missingLists: missing } } : await runQuery({ query, packSql, sha256: sha2562, engine, pack, progress });
    progress.count(done += 1, queries.length);
    return outcome;
  });
}
var NOT_RUN = { columns: [], rows: [], executedSqlSha256: "", failure: null, files: null };
var NO_OUTCOME = { rows: 0, exceptions: NO_EXCEPTIONS, failed: false, missingLists: [] };
async function runQuery({ query, packSql, sha256: sha2562, engine, pack, progress }) {
  try {
    const run2 = await engine.run({ query, packSql });
    if (run2.columns.join() !== Object.keys(query.columns).join()) {
      await abandon(run2.chunks);
      throw new EngineError(`${query.id}: the SQL returns ${run2.columns.join(", ")}; the header names ${Object.keys(query.columns).join(", ")}.`);
    }
    const isException = query.expect === "none";
    const columns = isException ? [EXCEPTION_ID, ...run2.columns] : run2.columns;
    const sample = [];
    const files = await pack.writeRows(query.id, columns, sampled(isException ? identified(query, run2.columns, run2.chunks) : run2.chunks, sample));
    const exceptions2 = isException ? { total: files.rows, decided: 0, undecided: files.rows, expired: 0 } : NO_EXCEPTIONS;
    return {
      query,
      packSql,
      columns,
      rows: sample,
      failure: null,
      executedSqlSha256: createHash2("sha256").update(run2.executedSql).digest("hex"),
      files: { csv: files.csv, jsonl: files.jsonl },
      outcome: { sha256: sha2562, rows: files.rows, exceptions: exceptions2, failed: false, missingLists: [] }
    };
  } catch (error2) {
    if (!(error2 instanceof EngineError)) throw error2;
    progress.warn(`${query.id} failed; the other queries go on.`);
    return { ...NOT_RUN, query, packSql, failure: error2.message, outcome: { ...NO_OUTCOME, sha256: sha2562, failed: true } };
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
    yield rows.map((row) => [exceptionId(query.id, key.map((index) => row[index] ?? null)), ...row]);
  }
}
async function* sampled(chunks, sample) {
  for await (const rows of chunks) {
    if (sample.length < SAMPLE_ROWS) sample.push(...rows.slice(0, SAMPLE_ROWS - sample.length));
    yield rows;
  }
}

// src/store/csv.ts
var MAX_CELL_LENGTH = 32767;
var NOTE_ROOM = 40;
var FORMULA = "=+\\-@\\uff1d\\uff0b\\uff0d\\uff20\\ufe66\\ufe62\\ufe63\\ufe6b";
var SKIPPED = `\\s"'`;
var UNSEEN = classOf([
  [0, 31],
  [127, 159],
  [173, 173],
  [847, 847],
  [1564, 1564],
  [4447, 4448],
  [6068, 6069],
  [6155, 6159],
  [8203, 8207],
  [8232, 8238],
  [8288, 8303],
  [12644, 12644],
  [65024, 65039],
  [65279, 65279],
  [65440, 65440],
  [65520, 65531]
]);
var UNSEEN_ASTRAL = classOf([[113824, 113827], [119155, 119162], [917504, 921599]]);
var SURROGATES = classOf([[55296, 57343]]);
var OWN_SIGNS = classOf([[10216, 10216], [9166, 9166]]);
var NEEDS_CARE = new RegExp(`^[${SKIPPED}${FORMULA}]|["${UNSEEN}${SURROGATES}${OWN_SIGNS}]|;[${SKIPPED}]*[${FORMULA}]`);
var DANGEROUS_LEAD = new RegExp(`^(?:[${UNSEEN}${UNSEEN_ASTRAL}]|[${SKIPPED}]*[${FORMULA}])`, "u");
var DANGEROUS_AFTER_SEMICOLON = new RegExp(`;(?=[${SKIPPED}]*[${FORMULA}])`, "g");
var SHOWN = new RegExp(`\\r\\n|[${UNSEEN}${UNSEEN_ASTRAL}${SURROGATES}${OWN_SIGNS}]`, "gu");
function csvLine(row) {
  let line = csvCell(row[0] ?? null);
  for (let index = 1; index < row.length; index++) line += `,${csvCell(row[index] ?? null)}`;
  return `${line}
`;
}
function csvCell(value) {
  if (value === null) return "";
  if (typeof value === "number") return `"${value}"`;
  if (value.length <= MAX_CELL_LENGTH - NOTE_ROOM && !NEEDS_CARE.test(value)) return `"${value}"`;
  return `"${spreadsheetSafe(value).replaceAll('"', '""')}"`;
}
function spreadsheetSafe(value) {
  const lead = DANGEROUS_LEAD.test(value) ? "'" : "";
  const shown = showUnseen(value);
  return lead + (lead.length + shown.length <= MAX_CELL_LENGTH ? shown : shorten(value));
}
function showUnseen(value) {
  return value.replace(SHOWN, showCharacter).replace(DANGEROUS_AFTER_SEMICOLON, ";'");
}
function showCharacter(found) {
  if (found === "\r\n" || found === "\n" || found === "\r") return "\u23CE";
  return `\u27E8U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}\u27E9`;
}
function shorten(value) {
  const room = MAX_CELL_LENGTH - NOTE_ROOM;
  let fits = 0;
  let over = Math.min(value.length, room) + 1;
  let middle = over - 1;
  while (over - fits > 1) {
    if (showUnseen(value.slice(0, middle)).length <= room) fits = middle;
    else over = middle;
    middle = fits + (over - fits >> 1);
  }
  if (splitsPair(value, fits)) fits -= 1;
  let left = 0;
  for (let index = fits; index < value.length; index += splitsPair(value, index + 1) ? 2 : 1) left += 1;
  return `${showUnseen(value.slice(0, fits))}[${left} more character${left === 1 ? "" : "s"}]`;
}
function splitsPair(value, index) {
  return isSurrogate(value.charCodeAt(index - 1), 55296) && isSurrogate(value.charCodeAt(index), 56320);
}
function isSurrogate(unit, first) {
  return unit >= first && unit < first + 1024;
}
function classOf(ranges) {
  const escaped = (code) => code > 65535 ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, "0")}`;
  return ranges.map(([first, last]) => `${escaped(first)}-${escaped(last)}`).join("");
}

// src/store/coverage-csv.ts
var COVERAGE_COLUMNS = ["account", "region", "category", "source", "from_day", "to_day", "state", "reason"];
function* coverageCsv(runs) {
  yield csvLine(COVERAGE_COLUMNS);
  for (const run2 of runs) {
    yield csvLine([run2.account, run2.region, run2.category, run2.source, run2.fromDay, run2.toDay, run2.state, run2.reason]);
  }
}

// src/store/canonical-json.ts
function canonicalJson(value) {
  return `${render(value, "")}
`;
}
function* canonicalJsonParts(value) {
  yield* parts(value, "");
  yield "\n";
}
function* parts(value, indent) {
  if (typeof value !== "object" || value === null) {
    yield render(value, indent);
    return;
  }
  const inner = `${indent}  `;
  const list = isIterable(value);
  let first = true;
  if (list) {
    for (const item of value) {
      yield `${first ? "[" : ","}
${inner}${render(item, inner)}`;
      first = false;
    }
  } else {
    for (const [key, item] of sortedEntries(value)) {
      yield `${first ? "{" : ","}
${inner}${JSON.stringify(key)}: `;
      yield* parts(item, inner);
      first = false;
    }
  }
  const [opening, closing] = list ? "[]" : "{}";
  yield first ? `${opening}${closing}` : `
${indent}${closing}`;
}
function render(value, indent) {
  if (value === null || typeof value === "string" || typeof value === "boolean") return JSON.stringify(value);
  if (typeof value === "number" && Number.isFinite(value)) return JSON.stringify(value);
  if (typeof value !== "object") throw new TypeError(`JSON cannot hold a ${typeof value}`);
  const inner = `${indent}  `;
  if (isIterable(value)) {
    const items = Array.from(value, (item) => `
${inner}${render(item, inner)}`);
    return items.length === 0 ? "[]" : `[${items.join(",")}
${indent}]`;
  }
  const members = sortedEntries(value).map(([key, item]) => `
${inner}${JSON.stringify(key)}: ${render(item, inner)}`);
  return members.length === 0 ? "{}" : `{${members.join(",")}
${indent}}`;
}
function sortedEntries(value) {
  const entries = Object.entries(value).filter(([, item]) => item !== void 0);
  return entries.sort(([a], [b]) => a < b ? -1 : 1);
}
function isIterable(value) {
  return Symbol.iterator in value;
}

// src/store/decisions-json.ts
function decisionsJson() {
  return canonicalJson({ schemaVersion: 1, decisions: [] });
}

// src/store/integrity-json.ts
function integrityJson(files, digests, differing) {
  const listed = new Map(differing.map(({ file, listedSha256 }) => [file.key, listedSha256]));
  return canonicalJsonParts({
    schemaVersion: 1,
    signatures: "not validated",
    files: lazily(files, (file) => fileEntry(file, listed.get(file.file.key))),
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

// src/store/manifest.ts
import { createHash as createHash3 } from "node:crypto";

// node_modules/zod/v4/classic/errors.js
var _installedErrorProtos = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
function _lazyMethod(proto, key, make) {
  Object.defineProperty(proto, key, {
    configurable: true,
    enumerable: false,
    get() {
      const value = make(this);
      Object.defineProperty(this, key, { value, configurable: true, writable: true });
      return value;
    },
    set(value) {
      Object.defineProperty(this, key, { value, configurable: true, writable: true });
    }
  });
}
var initializer = (inst, issues) => {
  $ZodError.init(inst, issues);
  inst.name = "ZodError";
  const proto = Object.getPrototypeOf(inst);
  if (_installedErrorProtos.has(proto))
    return;
  _installedErrorProtos.add(proto);
  _lazyMethod(proto, "format", (self) => (mapper) => formatError(self, mapper));
  _lazyMethod(proto, "flatten", (self) => (mapper) => flattenError(self, mapper));
  _lazyMethod(proto, "addIssue", (self) => (issue) => {
    self.issues.push(issue);
    self.message = JSON.stringify(self.issues, jsonStringifyReplacer, 2);
  });
  _lazyMethod(proto, "addIssues", (self) => (issues2) => {
    self.issues.push(...issues2);
    self.message = JSON.stringify(self.issues, jsonStringifyReplacer, 2);
  });
  Object.defineProperty(proto, "isEmpty", {
    configurable: true,
    enumerable: false,
    get() {
      return this.issues.length === 0;
    }
  });
};
var ZodRealError = /* @__PURE__ */ $constructor("ZodError", initializer, void 0, {
  Parent: Error
});

// node_modules/zod/v4/classic/parse.js
var parse = /* @__PURE__ */ _parse(ZodRealError);
var parseAsync = /* @__PURE__ */ _parseAsync(ZodRealError);
var safeParse = /* @__PURE__ */ _safeParse(ZodRealError);
var safeParseAsync = /* @__PURE__ */ _safeParseAsync(ZodRealError);
var encode = /* @__PURE__ */ _encode(ZodRealError);
var decode = /* @__PURE__ */ _decode(ZodRealError);
var encodeAsync = /* @__PURE__ */ _encodeAsync(ZodRealError);
var decodeAsync = /* @__PURE__ */ _decodeAsync(ZodRealError);
var safeEncode = /* @__PURE__ */ _safeEncode(ZodRealError);
var safeDecode = /* @__PURE__ */ _safeDecode(ZodRealError);
var safeEncodeAsync = /* @__PURE__ */ _safeEncodeAsync(ZodRealError);
var safeDecodeAsync = /* @__PURE__ */ _safeDecodeAsync(ZodRealError);

// node_modules/zod/v4/classic/schemas.js
function _ensureDefaultLocale() {
  if (!globalConfig.localeError)
    config(en_default());
}
function _ensureDefaultMemoizer() {
  if (!globalConfig.memoizer)
    config({ memoizer: memoizer() });
}
var ZodType = /* @__PURE__ */ $constructor("ZodType", (inst, def) => {
  _ensureDefaultLocale();
  $ZodType.init(inst, def);
  inst.def = def;
  inst.type = def.type;
  return inst;
}, {
  check(...chks) {
    const def = this.def;
    return this.clone(util_exports.mergeDefs(def, {
      checks: [
        ...def.checks ?? [],
        ...chks.map((ch) => typeof ch === "function" ? { _zod: { check: ch, def: { check: "custom" }, onattach: [] } } : ch)
      ]
    }), { parent: true });
  },
  with(...chks) {
    return this.check(...chks);
  },
  clone(def, params) {
    return clone(this, def, params);
  },
  brand() {
    return this;
  },
  register(reg, meta2) {
    reg.add(this, meta2);
    return this;
  },
  refine(check, params) {
    return this.check(refine(check, params));
  },
  superRefine(refinement, params) {
    return this.check(superRefine(refinement, params));
  },
  overwrite(fn) {
    return this.check(_overwrite(fn));
  },
  optional() {
    return optional(this);
  },
  exactOptional() {
    return exactOptional(this);
  },
  nullable() {
    return nullable(this);
  },
  nullish() {
    return optional(nullable(this));
  },
  nonoptional(params) {
    return nonoptional(this, params);
  },
  array() {
    return array(this);
  },
  or(arg) {
    return union([this, arg]);
  },
  and(arg) {
    return intersection(this, arg);
  },
  transform(tx) {
    return pipe(this, transform(tx));
  },
  default(d) {
    return _default(this, d);
  },
  prefault(d) {
    return prefault(this, d);
  },
  catch(params) {
    return _catch(this, params);
  },
  pipe(target) {
    return pipe(this, target);
  },
  readonly() {
    return readonly(this);
  },
  describe(description) {
    const cl = this.clone();
    globalRegistry.add(cl, { description });
    return cl;
  },
  meta(...args) {
    if (args.length === 0)
      return globalRegistry.get(this);
    const cl = this.clone();
    globalRegistry.add(cl, args[0]);
    return cl;
  },
  isOptional() {
    return this.safeParse(void 0).success;
  },
  isNullable() {
    return this.safeParse(null).success;
  },
  apply(fn, ...args) {
    return args.length === 0 ? fn(this) : fn(this, ...args);
  },
  // Overrides core's `~standard` to add `jsonSchema`. Must stay a prototype entry: redefining it per instance demotes instances to dictionary mode.
  get "~standard"() {
    return util_exports.hide(this, "~standard", {
      ...standardProps(this),
      jsonSchema: {
        input: createStandardJSONSchemaMethod(this, "input"),
        output: createStandardJSONSchemaMethod(this, "output")
      }
    });
  },
  set "~standard"(value) {
    util_exports.own(this, "~standard", value);
  },
  parse: function _parse2(data, params) {
    return parse(this, data, params, { callee: _parse2 });
  },
  parseAsync: async function _parseAsync2(data, params) {
    return await parseAsync(this, data, params, { callee: _parseAsync2 });
  },
  safeParse(data, params) {
    return safeParse(this, data, params);
  },
  async safeParseAsync(data, params) {
    return safeParseAsync(this, data, params);
  },
  // `spa` is an alias: same function object as `safeParseAsync`, as before.
  get spa() {
    return this?.safeParseAsync;
  },
  set spa(value) {
    util_exports.own(this, "spa", value);
  },
  validate(data, params) {
    return validate(this, data, params);
  },
  validateAsync(data, params) {
    return validateAsync(this, data, params);
  },
  encode: function _encode2(data, params) {
    return encode(this, data, params, { callee: _encode2 });
  },
  decode: function _decode2(data, params) {
    return decode(this, data, params, { callee: _decode2 });
  },
  encodeAsync: async function _encodeAsync2(data, params) {
    return await encodeAsync(this, data, params, { callee: _encodeAsync2 });
  },
  decodeAsync: async function _decodeAsync2(data, params) {
    return await decodeAsync(this, data, params, { callee: _decodeAsync2 });
  },
  safeEncode(data, params) {
    return safeEncode(this, data, params);
  },
  safeDecode(data, params) {
    return safeDecode(this, data, params);
  },
  async safeEncodeAsync(data, params) {
    return safeEncodeAsync(this, data, params);
  },
  async safeDecodeAsync(data, params) {
    return safeDecodeAsync(this, data, params);
  },
  toJSONSchema(params) {
    return createToJSONSchemaMethod(this, {})(params);
  },
  // Reads through to the registry on every access, so it must not cache.
  get description() {
    return globalRegistry.get(this)?.description;
  },
  // No setter: `schema._def = x` throws, as it did when `_def` was a non-writable own property.
  get _def() {
    return this._zod.def;
  }
});
var _ZodString = /* @__PURE__ */ $constructor(
  "_ZodString",
  (inst, def) => {
    $ZodString.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => stringProcessor(inst, ctx, json, params);
  },
  /* @__PURE__ */ util_exports.derived({
    format: (inst) => aggregateChecks(inst).format ?? null,
    minLength: (inst) => aggregateChecks(inst).minimum ?? null,
    maxLength: (inst) => aggregateChecks(inst).maximum ?? null
  }, {
    regex(...args) {
      return this.check(_regex(...args));
    },
    includes(...args) {
      return this.check(_includes(...args));
    },
    startsWith(...args) {
      return this.check(_startsWith(...args));
    },
    endsWith(...args) {
      return this.check(_endsWith(...args));
    },
    min(...args) {
      return this.check(_minLength(...args));
    },
    max(...args) {
      return this.check(_maxLength(...args));
    },
    length(...args) {
      return this.check(_length(...args));
    },
    nonempty(...args) {
      return this.check(_minLength(1, ...args));
    },
    lowercase(params) {
      return this.check(_lowercase(params));
    },
    uppercase(params) {
      return this.check(_uppercase(params));
    },
    trim() {
      return this.check(_trim());
    },
    normalize(...args) {
      return this.check(_normalize(...args));
    },
    toLowerCase() {
      return this.check(_toLowerCase());
    },
    toUpperCase() {
      return this.check(_toUpperCase());
    },
    slugify() {
      return this.check(_slugify());
    }
  })
);
var ZodString = /* @__PURE__ */ $constructor("ZodString", (inst, def) => {
  $ZodString.init(inst, def);
  _ZodString.init(inst, def);
}, {
  email(params) {
    return this.check(_email(ZodEmail, params));
  },
  url(params) {
    return this.check(_url(ZodURL, params));
  },
  jwt(params) {
    return this.check(_jwt(ZodJWT, params));
  },
  emoji(params) {
    return this.check(_emoji(ZodEmoji, params));
  },
  guid(params) {
    return this.check(_guid(ZodGUID, params));
  },
  uuid(params) {
    return this.check(_uuid(ZodUUID, params));
  },
  uuidv4(params) {
    return this.check(_uuidv4(ZodUUID, params));
  },
  uuidv6(params) {
    return this.check(_uuidv6(ZodUUID, params));
  },
  uuidv7(params) {
    return this.check(_uuidv7(ZodUUID, params));
  },
  nanoid(params) {
    return this.check(_nanoid(ZodNanoID, params));
  },
  cuid(params) {
    return this.check(_cuid(ZodCUID, params));
  },
  cuid2(params) {
    return this.check(_cuid2(ZodCUID2, params));
  },
  ulid(params) {
    return this.check(_ulid(ZodULID, params));
  },
  base64(params) {
    return this.check(_base64(ZodBase64, params));
  },
  base64url(params) {
    return this.check(_base64url(ZodBase64URL, params));
  },
  xid(params) {
    return this.check(_xid(ZodXID, params));
  },
  ksuid(params) {
    return this.check(_ksuid(ZodKSUID, params));
  },
  ipv4(params) {
    return this.check(_ipv4(ZodIPv4, params));
  },
  ipv6(params) {
    return this.check(_ipv6(ZodIPv6, params));
  },
  cidrv4(params) {
    return this.check(_cidrv4(ZodCIDRv4, params));
  },
  cidrv6(params) {
    return this.check(_cidrv6(ZodCIDRv6, params));
  },
  e164(params) {
    return this.check(_e164(ZodE164, params));
  },
  datetime(params) {
    return this.check(_isoDateTime(ZodISODateTime, params));
  },
  date(params) {
    return this.check(_isoDate(ZodISODate, params));
  },
  time(params) {
    return this.check(_isoTime(ZodISOTime, params));
  },
  duration(params) {
    return this.check(_isoDuration(ZodISODuration, params));
  }
});
function string(params) {
  return _string(ZodString, params);
}
var ZodStringFormat = /* @__PURE__ */ $constructor("ZodStringFormat", (inst, def) => {
  $ZodStringFormat.init(inst, def);
  _ZodString.init(inst, def);
});
var ZodISODateTime = /* @__PURE__ */ $constructor("ZodISODateTime", (inst, def) => {
  $ZodISODateTime.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodISODate = /* @__PURE__ */ $constructor("ZodISODate", (inst, def) => {
  $ZodISODate.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodISOTime = /* @__PURE__ */ $constructor("ZodISOTime", (inst, def) => {
  $ZodISOTime.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodISODuration = /* @__PURE__ */ $constructor("ZodISODuration", (inst, def) => {
  $ZodISODuration.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodEmail = /* @__PURE__ */ $constructor("ZodEmail", (inst, def) => {
  $ZodEmail.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodGUID = /* @__PURE__ */ $constructor("ZodGUID", (inst, def) => {
  $ZodGUID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodUUID = /* @__PURE__ */ $constructor("ZodUUID", (inst, def) => {
  $ZodUUID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodURL = /* @__PURE__ */ $constructor("ZodURL", (inst, def) => {
  $ZodURL.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodEmoji = /* @__PURE__ */ $constructor("ZodEmoji", (inst, def) => {
  $ZodEmoji.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodNanoID = /* @__PURE__ */ $constructor("ZodNanoID", (inst, def) => {
  $ZodNanoID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodCUID = /* @__PURE__ */ $constructor("ZodCUID", (inst, def) => {
  $ZodCUID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodCUID2 = /* @__PURE__ */ $constructor("ZodCUID2", (inst, def) => {
  $ZodCUID2.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodULID = /* @__PURE__ */ $constructor("ZodULID", (inst, def) => {
  $ZodULID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodXID = /* @__PURE__ */ $constructor("ZodXID", (inst, def) => {
  $ZodXID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodKSUID = /* @__PURE__ */ $constructor("ZodKSUID", (inst, def) => {
  $ZodKSUID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodIPv4 = /* @__PURE__ */ $constructor("ZodIPv4", (inst, def) => {
  $ZodIPv4.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodIPv6 = /* @__PURE__ */ $constructor("ZodIPv6", (inst, def) => {
  $ZodIPv6.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodCIDRv4 = /* @__PURE__ */ $constructor("ZodCIDRv4", (inst, def) => {
  $ZodCIDRv4.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodCIDRv6 = /* @__PURE__ */ $constructor("ZodCIDRv6", (inst, def) => {
  $ZodCIDRv6.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodBase64 = /* @__PURE__ */ $constructor("ZodBase64", (inst, def) => {
  $ZodBase64.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodBase64URL = /* @__PURE__ */ $constructor("ZodBase64URL", (inst, def) => {
  $ZodBase64URL.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodE164 = /* @__PURE__ */ $constructor("ZodE164", (inst, def) => {
  $ZodE164.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodJWT = /* @__PURE__ */ $constructor("ZodJWT", (inst, def) => {
  $ZodJWT.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodNumber = /* @__PURE__ */ $constructor(
  "ZodNumber",
  (inst, def) => {
    $ZodNumber.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => numberProcessor(inst, ctx, json, params);
    inst.isFinite = true;
  },
  /* @__PURE__ */ util_exports.derived({
    minValue: (inst) => {
      const { minimum, exclusiveMinimum } = aggregateChecks(inst);
      return Math.max(minimum ?? Number.NEGATIVE_INFINITY, exclusiveMinimum ?? Number.NEGATIVE_INFINITY);
    },
    maxValue: (inst) => {
      const { maximum, exclusiveMaximum } = aggregateChecks(inst);
      return Math.min(maximum ?? Number.POSITIVE_INFINITY, exclusiveMaximum ?? Number.POSITIVE_INFINITY);
    },
    isInt: (inst) => {
      const { isInt, multipleOf } = aggregateChecks(inst);
      return !!isInt || !!multipleOf?.some(Number.isSafeInteger);
    },
    format: (inst) => aggregateChecks(inst).format ?? null
  }, {
    gt(value, params) {
      return this.check(_gt(value, params));
    },
    gte(value, params) {
      return this.check(_gte(value, params));
    },
    min(value, params) {
      return this.check(_gte(value, params));
    },
    lt(value, params) {
      return this.check(_lt(value, params));
    },
    lte(value, params) {
      return this.check(_lte(value, params));
    },
    max(value, params) {
      return this.check(_lte(value, params));
    },
    int(params) {
      return this.check(int(params));
    },
    safe(params) {
      return this.check(int(params));
    },
    positive(params) {
      return this.check(_gt(0, params));
    },
    nonnegative(params) {
      return this.check(_gte(0, params));
    },
    negative(params) {
      return this.check(_lt(0, params));
    },
    nonpositive(params) {
      return this.check(_lte(0, params));
    },
    multipleOf(value, params) {
      return this.check(_multipleOf(value, params));
    },
    step(value, params) {
      return this.check(_multipleOf(value, params));
    },
    finite() {
      return this;
    }
  })
);
var ZodNumberFormat = /* @__PURE__ */ $constructor("ZodNumberFormat", (inst, def) => {
  $ZodNumberFormat.init(inst, def);
  ZodNumber.init(inst, def);
});
function int(params) {
  return _int(ZodNumberFormat, params);
}
var ZodUnknown = /* @__PURE__ */ $constructor("ZodUnknown", (inst, def) => {
  $ZodUnknown.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => unknownProcessor(inst, ctx, json, params);
});
function unknown() {
  return _unknown(ZodUnknown);
}
var ZodNever = /* @__PURE__ */ $constructor("ZodNever", (inst, def) => {
  $ZodNever.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => neverProcessor(inst, ctx, json, params);
});
function never(params) {
  return _never(ZodNever, params);
}
var ZodArray = /* @__PURE__ */ $constructor("ZodArray", (inst, def) => {
  _ensureDefaultMemoizer();
  $ZodArray.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => arrayProcessor(inst, ctx, json, params);
  inst.element = def.element;
}, {
  min(n, params) {
    return this.check(_minLength(n, params));
  },
  nonempty(params) {
    return this.check(_minLength(1, params));
  },
  max(n, params) {
    return this.check(_maxLength(n, params));
  },
  length(n, params) {
    return this.check(_length(n, params));
  },
  unwrap() {
    return this.element;
  }
});
function array(element, params) {
  return _array(ZodArray, element, params);
}
var ZodObject = /* @__PURE__ */ $constructor("ZodObject", (inst, def) => {
  _ensureDefaultMemoizer();
  $ZodObjectJIT.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => objectProcessor(inst, ctx, json, params);
  util_exports.installLazyProp(inst, "shape", (self) => self._zod.def.shape, false);
}, {
  keyof() {
    return _enum(Object.keys(this._zod.def.shape));
  },
  catchall(catchall) {
    return this.clone(util_exports.mergeDefs(this._zod.def, { catchall }));
  },
  passthrough() {
    return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: unknown() }));
  },
  loose() {
    return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: unknown() }));
  },
  strict() {
    return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: never() }));
  },
  strip() {
    return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: void 0 }));
  },
  extend(incoming) {
    return util_exports.extend(this, incoming);
  },
  safeExtend(incoming) {
    return util_exports.safeExtend(this, incoming);
  },
  merge(other) {
    return util_exports.merge(this, other);
  },
  pick(mask) {
    return util_exports.pick(this, mask);
  },
  omit(mask) {
    return util_exports.omit(this, mask);
  },
  partial(...args) {
    return util_exports.partial(ZodOptional, this, args[0]);
  },
  exactPartial(...args) {
    return util_exports.partial(ZodExactOptional, this, args[0], "exactPartial");
  },
  required(...args) {
    return util_exports.required(ZodNonOptional, this, args[0]);
  }
});
function strictObject(shape, params) {
  return new ZodObject({
    type: "object",
    shape,
    catchall: never(),
    ...util_exports.normalizeParams(params)
  });
}
var ZodUnion = /* @__PURE__ */ $constructor("ZodUnion", (inst, def) => {
  $ZodUnion.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => unionProcessor(inst, ctx, json, params);
  inst.options = def.options;
});
function union(options, params) {
  return new ZodUnion({
    type: "union",
    options,
    ...util_exports.normalizeParams(params)
  });
}
var ZodIntersection = /* @__PURE__ */ $constructor("ZodIntersection", (inst, def) => {
  $ZodIntersection.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => intersectionProcessor(inst, ctx, json, params);
});
function intersection(left, right) {
  return new ZodIntersection({
    type: "intersection",
    left,
    right
  });
}
var ZodRecord = /* @__PURE__ */ $constructor("ZodRecord", (inst, def) => {
  _ensureDefaultMemoizer();
  $ZodRecord.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => recordProcessor(inst, ctx, json, params);
  inst.keyType = def.keyType;
  inst.valueType = def.valueType;
});
function partialRecord(keyType, valueType, params) {
  return new ZodRecord({
    type: "record",
    keyType,
    valueType,
    ...util_exports.normalizeParams(params),
    partial: true
  });
}
var ZodEnum = /* @__PURE__ */ $constructor("ZodEnum", (inst, def) => {
  $ZodEnum.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => enumProcessor(inst, ctx, json, params);
  inst.enum = def.entries;
  inst.options = [...inst._zod.values];
  const keys = new Set(Object.keys(def.entries));
  inst.extract = (values, params) => {
    const newEntries = {};
    for (const value of values) {
      if (keys.has(value)) {
        newEntries[value] = def.entries[value];
      } else
        throw new Error(`Key ${value} not found in enum`);
    }
    return new ZodEnum({
      ...def,
      checks: [],
      ...util_exports.normalizeParams(params),
      entries: newEntries
    });
  };
  inst.exclude = (values, params) => {
    const newEntries = { ...def.entries };
    for (const value of values) {
      if (keys.has(value)) {
        delete newEntries[value];
      } else
        throw new Error(`Key ${value} not found in enum`);
    }
    return new ZodEnum({
      ...def,
      checks: [],
      ...util_exports.normalizeParams(params),
      entries: newEntries
    });
  };
});
function _enum(values, params) {
  const entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
  return new ZodEnum({
    type: "enum",
    entries,
    ...util_exports.normalizeParams(params)
  });
}
var ZodLiteral = /* @__PURE__ */ $constructor("ZodLiteral", (inst, def) => {
  $ZodLiteral.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => literalProcessor(inst, ctx, json, params);
  inst.values = new Set(def.values);
  Object.defineProperty(inst, "value", {
    get() {
      if (def.values.length > 1) {
        throw new Error("This schema contains multiple valid literal values. Use `.values` instead.");
      }
      return def.values[0];
    }
  });
});
function literal(value, params) {
  return new ZodLiteral({
    type: "literal",
    values: Array.isArray(value) ? value : [value],
    ...util_exports.normalizeParams(params)
  });
}
var ZodTransform = /* @__PURE__ */ $constructor("ZodTransform", (inst, def) => {
  _ensureDefaultMemoizer();
  $ZodTransform.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => transformProcessor(inst, ctx, json, params);
  inst._zod.parse = (payload, _ctx) => {
    if (_ctx.direction === "backward") {
      throw new $ZodEncodeError(inst.constructor.name);
    }
    payload.addIssue = (issue) => {
      if (typeof issue === "string") {
        payload.issues.push(util_exports.issue(issue, payload.value, def));
      } else {
        const _issue = issue;
        if (_issue.fatal)
          _issue.continue = false;
        _issue.code ?? (_issue.code = "custom");
        if (!("input" in _issue))
          _issue.input = payload.value;
        _issue.inst ?? (_issue.inst = inst);
        payload.issues.push(util_exports.issue(_issue));
      }
    };
    const output = def.transform(payload.value, payload);
    if (output instanceof Promise) {
      return output.then((output2) => {
        payload.value = output2;
        return payload;
      });
    }
    payload.value = output;
    return payload;
  };
});
function transform(fn) {
  return new ZodTransform({
    type: "transform",
    transform: fn
  });
}
var ZodOptional = /* @__PURE__ */ $constructor("ZodOptional", (inst, def) => {
  $ZodOptional.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => optionalProcessor(inst, ctx, json, params);
  inst.unwrap = () => inst._zod.def.innerType;
});
function optional(innerType) {
  return new ZodOptional({
    type: "optional",
    innerType
  });
}
var ZodExactOptional = /* @__PURE__ */ $constructor("ZodExactOptional", (inst, def) => {
  $ZodExactOptional.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => optionalProcessor(inst, ctx, json, params);
  inst.unwrap = () => inst._zod.def.innerType;
});
function exactOptional(innerType) {
  return new ZodExactOptional({
    type: "optional",
    innerType
  });
}
var ZodNullable = /* @__PURE__ */ $constructor("ZodNullable", (inst, def) => {
  $ZodNullable.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => nullableProcessor(inst, ctx, json, params);
  inst.unwrap = () => inst._zod.def.innerType;
});
function nullable(innerType) {
  return new ZodNullable({
    type: "nullable",
    innerType
  });
}
var ZodDefault = /* @__PURE__ */ $constructor("ZodDefault", (inst, def) => {
  $ZodDefault.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => defaultProcessor(inst, ctx, json, params);
  inst.unwrap = () => inst._zod.def.innerType;
  inst.removeDefault = inst.unwrap;
});
function _default(innerType, defaultValue) {
  return new ZodDefault({
    type: "default",
    innerType,
    get defaultValue() {
      return typeof defaultValue === "function" ? defaultValue() : util_exports.shallowClone(defaultValue);
    }
  });
}
var ZodPrefault = /* @__PURE__ */ $constructor("ZodPrefault", (inst, def) => {
  $ZodPrefault.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => prefaultProcessor(inst, ctx, json, params);
  inst.unwrap = () => inst._zod.def.innerType;
});
function prefault(innerType, defaultValue) {
  return new ZodPrefault({
    type: "prefault",
    innerType,
    get defaultValue() {
      return typeof defaultValue === "function" ? defaultValue() : util_exports.shallowClone(defaultValue);
    }
  });
}
var ZodNonOptional = /* @__PURE__ */ $constructor("ZodNonOptional", (inst, def) => {
  $ZodNonOptional.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => nonoptionalProcessor(inst, ctx, json, params);
  inst.unwrap = () => inst._zod.def.innerType;
});
function nonoptional(innerType, params) {
  return new ZodNonOptional({
    type: "nonoptional",
    innerType,
    ...util_exports.normalizeParams(params)
  });
}
var ZodCatch = /* @__PURE__ */ $constructor("ZodCatch", (inst, def) => {
  $ZodCatch.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => catchProcessor(inst, ctx, json, params);
  inst.unwrap = () => inst._zod.def.innerType;
  inst.removeCatch = inst.unwrap;
});
function _catch(innerType, catchValue) {
  return new ZodCatch({
    type: "catch",
    innerType,
    catchValue: typeof catchValue === "function" ? catchValue : util_exports.constantCatch(catchValue)
  });
}
var ZodPipe = /* @__PURE__ */ $constructor("ZodPipe", (inst, def) => {
  $ZodPipe.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => pipeProcessor(inst, ctx, json, params);
  inst.in = def.in;
  inst.out = def.out;
});
function pipe(in_, out) {
  return new ZodPipe({
    type: "pipe",
    in: in_,
    out
    // ...util.normalizeParams(params),
  });
}
var ZodReadonly = /* @__PURE__ */ $constructor("ZodReadonly", (inst, def) => {
  $ZodReadonly.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => readonlyProcessor(inst, ctx, json, params);
  inst.unwrap = () => inst._zod.def.innerType;
});
function readonly(innerType) {
  return new ZodReadonly({
    type: "readonly",
    innerType
  });
}
var ZodCustom = /* @__PURE__ */ $constructor("ZodCustom", (inst, def) => {
  $ZodCustom.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => customProcessor(inst, ctx, json, params);
});
function refine(fn, _params = {}) {
  return _refine(ZodCustom, fn, _params);
}
function superRefine(fn, params) {
  return _superRefine(fn, params);
}

// src/store/pack-path.ts
var SEGMENT = "[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9])?";
var PACK_PATH = new RegExp(`^${SEGMENT}(?:/${SEGMENT})?$`);
var DEVICE_NAME = /(?:^|\/)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|\/|$)/i;
function isPackPath(path) {
  return path.length <= 200 && PACK_PATH.test(path) && !DEVICE_NAME.test(path);
}
function requirePackPath(path) {
  if (!isPackPath(path)) throw new Error(`A pack cannot hold a file named ${JSON.stringify(path)}`);
  return path;
}
function byPath(a, b) {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

// src/store/shape.ts
function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error("is not JSON");
  }
}
function parseShape(shape, value, where) {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = [...where === "" ? [] : [where], ...(issue?.path ?? []).map(String)].slice(0, 6).join(".").slice(0, 120);
  throw new Error(`has not the shape it should have: ${path === "" ? "" : `at ${path}, `}${(issue?.message ?? "unknown fault").slice(0, 200)}`);
}
function parseItems(shape, items, where) {
  return items.map((item, index) => parseShape(shape, item, `${where}.${index}`));
}

// src/store/manifest.ts
var MANIFEST = "manifest.json";
var CHECKSUMS = "SHA256SUMS";
var SIGN_OFF = "signoff.json";
var MAX_MANIFEST_BYTES = 16 * 1024 * 1024;
var ROLES = ["readme", "report", "rows", "query", "coverage", "decisions", "results", "run", "engine", "integrity", "trend"];
var sha256 = string().regex(/^[0-9a-f]{64}$/);
var instant = string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
var periodShape = strictObject({ start: instant, end: instant, label: string().min(1).max(100) });
var sha256Shape = sha256;
var fileShape = strictObject({
  path: string().refine(isPackPath, "is not a name a pack can hold"),
  bytes: int().min(0),
  sha256,
  mediaType: string(),
  role: _enum(ROLES)
});
var envelopeShape = strictObject({
  schemaVersion: literal(1),
  tool: strictObject({ name: literal("cloudtrail-evidence"), version: string().min(1), commit: string().nullable() }),
  period: periodShape,
  evidenceId: sha256,
  previousPackManifestSha256: sha256.nullable(),
  files: array(unknown())
});
function isEvidence(path) {
  return /^(?:results|queries)\//.test(path) || ["coverage.csv", "decisions.json", "results.json"].includes(path);
}
function evidenceFiles(files) {
  return files.filter((file) => isEvidence(file.path)).sort(byPath);
}
function evidenceId(files) {
  return sha256Of(evidenceFiles(files).map(checksumLine).join(""));
}
function buildManifest(files, facts) {
  const { name, version, commit } = facts.tool;
  const { start, end, label } = facts.period;
  return {
    schemaVersion: 1,
    tool: { name, version, commit },
    period: { start, end, label },
    evidenceId: evidenceId(files),
    previousPackManifestSha256: facts.previousPackManifestSha256,
    files: files.map(describeFile).sort(byPath)
  };
}
function renderManifest(manifest) {
  return canonicalJson(manifest);
}
function renderChecksums(manifest, manifestSha256) {
  return [...manifest.files, { path: MANIFEST, sha256: manifestSha256 }].sort(byPath).map(checksumLine).join("");
}
function parseManifest(text) {
  const envelope = parseShape(envelopeShape, parseJson(text), "");
  return { ...envelope, files: parseItems(fileShape, envelope.files, "files") };
}
function describeFile(file) {
  return { path: file.path, bytes: file.bytes, sha256: file.sha256, mediaType: mediaTypeOf(file.path), role: roleOf(file.path) };
}
function sha256Of(data) {
  return createHash3("sha256").update(data).digest("hex");
}
function checksumLine(file) {
  return `${file.sha256}  ${file.path}
`;
}
var ROLE_PATTERNS = [
  [/^README\.md$/, "readme"],
  [/^results\/[^/]+\.(?:csv|jsonl)$/, "rows"],
  [/^queries\/[^/]+\.sql$/, "query"],
  [/^engine\/[^/]+\.sql$/, "engine"],
  [/^coverage\.csv$/, "coverage"],
  [/^decisions\.json$/, "decisions"],
  [/^results\.json$/, "results"],
  [/^run\.json$/, "run"],
  [/^integrity\.json$/, "integrity"],
  [/^trend\.json$/, "trend"],
  [/^[^/]+\.(?:md|pdf)$/, "report"]
];
function roleOf(path) {
  const found = ROLE_PATTERNS.find(([pattern]) => pattern.test(path));
  if (found === void 0) throw new Error(`A pack has no place for a file named ${JSON.stringify(path)}`);
  return found[1];
}
var MEDIA_TYPES = {
  csv: "text/csv",
  json: "application/json",
  jsonl: "application/jsonl",
  md: "text/markdown",
  pdf: "application/pdf",
  sql: "application/sql"
};
function mediaTypeOf(path) {
  return MEDIA_TYPES[path.slice(path.lastIndexOf(".") + 1)] ?? "application/octet-stream";
}

// src/store/pack-folder.ts
import { randomBytes } from "node:crypto";
import { lstat, mkdir as mkdir2, readdir, realpath, rename, rm, rmdir } from "node:fs/promises";
import { dirname as dirname2, join as join2, resolve, sep } from "node:path";

// src/store/row-writer.ts
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";

// src/store/jsonl.ts
var NEEDS_ESCAPE = /["\\\u0000-\u001f\ud800-\udfff]/;
function jsonlEncoder(columns) {
  if (new Set(columns).size !== columns.length) throw new Error(`A column appears twice: ${columns.join(", ")}`);
  const keys = columns.map((column, index) => `${index === 0 ? "{" : ","}${JSON.stringify(column)}:`);
  return (row) => {
    if (row.length !== keys.length) throw new Error(`A row has ${row.length} values for ${keys.length} columns`);
    let line = keys.length === 0 ? "{" : "";
    for (let index = 0; index < keys.length; index++) {
      const value = row[index] ?? null;
      if (typeof value === "number" && !Number.isSafeInteger(value)) {
        throw new Error(`Column ${columns[index]} holds ${value}, which is not an exact whole number`);
      }
      const plain = typeof value === "string" && !NEEDS_ESCAPE.test(value);
      line += plain ? `${keys[index]}"${value}"` : `${keys[index]}${JSON.stringify(value)}`;
    }
    return `${line}}
`;
  };
}

// src/store/row-writer.ts
var RowWriter = class _RowWriter {
  constructor(paths, csv, jsonl, jsonlLine) {
    this.paths = paths;
    this.csv = csv;
    this.jsonl = jsonl;
    this.jsonlLine = jsonlLine;
  }
  paths;
  csv;
  jsonl;
  jsonlLine;
  #rows = 0;
  /** `columns` as they stand in the rows: for `expect: none` the caller puts `exception_id` first. */
  static async open(folder, queryId, columns) {
    const paths = { csv: requirePackPath(`results/${queryId}.csv`), jsonl: requirePackPath(`results/${queryId}.jsonl`) };
    const jsonlLine = jsonlEncoder(columns);
    await mkdir(dirname(join(folder, paths.csv)), { recursive: true });
    const csv = await HashedFile.create(join(folder, paths.csv));
    try {
      const jsonl = await HashedFile.create(join(folder, paths.jsonl));
      csv.add(csvLine(columns));
      return new _RowWriter(paths, csv, jsonl, jsonlLine);
    } catch (error2) {
      await csv.discard();
      throw error2;
    }
  }
  /** Writes a chunk of any size; resolves when the disk has taken what does not fit the buffers. */
  async write(rows) {
    for (const row of rows) {
      const exact = this.jsonlLine(row);
      if (this.jsonl.add(exact)) await this.jsonl.flush();
      if (this.csv.add(csvLine(row))) await this.csv.flush();
    }
    this.#rows += rows.length;
  }
  async close() {
    const csv = { path: this.paths.csv, ...await this.csv.close() };
    const jsonl = { path: this.paths.jsonl, ...await this.jsonl.close() };
    return { csv, jsonl, rows: this.#rows };
  }
  /** For a query that failed half-way: neither file stays. */
  async discard() {
    await Promise.all([this.csv.discard(), this.jsonl.discard()]);
  }
};

// src/store/pack-folder.ts
var MAX_SIGN_OFF_BYTES = 1024 * 1024;
var PackFolder = class _PackFolder {
  constructor(target, staging) {
    this.target = target;
    this.staging = staging;
  }
  target;
  staging;
  #files = /* @__PURE__ */ new Map();
  /**
   * Makes the staging folder `<output>/.<label>.partial-<random>`. Fails before any work is done when `<output>/<label>` is
   * something a pack may not replace. `within`: a folder the output must stand in, links followed.
   */
  static async create(output, label, within = null) {
    if (!isPackPath(label) || label.includes("/")) throw new SettingsError(`period: ${JSON.stringify(label)} cannot name a folder.`);
    const folder = await outputFolder(resolve(output), within);
    const target = join2(folder, label);
    await inspectTarget(target);
    const staging = join2(folder, `.${label}.partial-${randomBytes(6).toString("hex")}`);
    try {
      await mkdir2(staging);
    } catch (error2) {
      throw writeError(staging, error2);
    }
    return new _PackFolder(target, staging);
  }
  /** Every file finished so far, sorted by path. */
  files() {
    return [...this.#files.values()].sort(byPath);
  }
  /** Writes one file: text as UTF-8, bytes as they are. */
  async write(path, content) {
    return this.#put(path, async (file) => {
      if (typeof content === "string") file.add(content);
      else await file.writeBytes(content);
    });
  }
  /** Writes one file from parts, holding one chunk of it in memory. */
  async stream(path, parts2) {
    return this.#put(path, async (file) => {
      for await (const part of parts2) if (file.add(part)) await file.flush();
    });
  }
  /** Writes `results/<ID>.csv` and `.jsonl` from chunks of rows; when the chunks fail, neither file stays. */
  async writeRows(queryId, columns, chunks) {
    const writer = await RowWriter.open(this.staging, queryId, columns);
    try {
      for await (const rows of chunks) await writer.write(rows);
      const files = await writer.close();
      this.#register(files.csv);
      this.#register(files.jsonl);
      return files;
    } catch (error2) {
      await writer.discard();
      throw error2;
    }
  }
  /** Writes the manifest and SHA256SUMS over everything written so far; the last step before `publish`. */
  async seal(facts) {
    const manifest = buildManifest(this.files(), facts);
    const { sha256: sha2562 } = await this.#put(MANIFEST, (file) => void file.add(renderManifest(manifest)), false);
    await this.#put(CHECKSUMS, (file) => void file.add(renderChecksums(manifest, sha2562)), false);
    return { manifest, manifestSha256: sha2562 };
  }
  /** Moves the pack to its place and says where that is. When that is not allowed, the staging folder goes. */
  async publish(sealed) {
    try {
      await this.#moveIntoPlace(sealed.manifest.evidenceId);
      return this.target;
    } catch (error2) {
      await this.discard();
      throw writeError(this.target, error2);
    }
  }
  /** Removes everything written. Safe to call at any time but after `publish`. */
  async discard() {
    await rm(this.staging, { recursive: true, force: true });
  }
  async #moveIntoPlace(evidenceId2) {
    const found = await inspectTarget(this.target);
    if (found === "nothing") return rename(this.staging, this.target);
    if (found === "empty") {
      await rmdir(this.target);
      return rename(this.staging, this.target);
    }
    if (found.evidenceId !== evidenceId2) {
      throw new SettingsError(
        `output-dir: ${this.target} holds a pack with another evidence id (${found.evidenceId.slice(0, 12)}\u2026; this run's is ${evidenceId2.slice(0, 12)}\u2026): the logs, the settings or the version differ. Nothing was replaced. Move the old pack away, or choose another output folder.`
      );
    }
    await this.#replace(found.signedOff);
  }
  /** The same evidence written again: the old folder steps aside, and comes back should the new one not take its place. */
  async #replace(signedOff) {
    if (signedOff) {
      const signOff = await readRegular(join2(this.target, SIGN_OFF), MAX_SIGN_OFF_BYTES);
      await this.#put(SIGN_OFF, (file) => file.writeBytes(signOff), false);
    }
    const aside = `${this.staging}-replaced`;
    await rename(this.target, aside);
    try {
      await rename(this.staging, this.target);
    } catch (error2) {
      await rename(aside, this.target);
      throw error2;
    }
    await rm(aside, { recursive: true, force: true });
  }
  async #put(path, fill, listed = true) {
    const place = join2(this.staging, requirePackPath(path));
    try {
      await mkdir2(dirname2(place), { recursive: true });
    } catch (error2) {
      throw writeError(place, error2);
    }
    const file = await HashedFile.create(place);
    try {
      await fill(file);
      const digest = { path, ...await file.close() };
      if (listed) this.#register(digest);
      return digest;
    } catch (error2) {
      await file.discard();
      throw error2;
    }
  }
  #register(digest) {
    const name = digest.path.toLowerCase();
    if (this.#files.has(name)) throw new Error(`A pack cannot hold ${digest.path} twice`);
    this.#files.set(name, digest);
  }
};
async function outputFolder(output, within) {
  const stat = await lstat(output).catch(() => null);
  if (stat?.isSymbolicLink() === true) {
    throw new SettingsError(`output-dir: ${output} is a symbolic link; packs are written into real folders only. Name the folder it points to.`);
  }
  if (within !== null) await requireInside(output, within);
  try {
    await mkdir2(output, { recursive: true });
  } catch (error2) {
    throw writeError(output, error2);
  }
  return realpath(output);
}
async function requireInside(output, within) {
  const root = await realpath(within);
  let nearest = output;
  let real = null;
  while (real === null) {
    real = await realpath(nearest).catch(() => null);
    if (real === null) nearest = dirname2(nearest);
  }
  const place = real + output.slice(nearest.length);
  if (place !== root && !place.startsWith(root.endsWith(sep) ? root : root + sep)) {
    throw new SettingsError(`output-dir: ${output} is outside ${within}; choose a folder inside it.`);
  }
}
async function inspectTarget(target) {
  const stat = await lstat(target).catch((error2) => {
    if (systemCode(error2) === "ENOENT") return null;
    throw writeError(target, error2);
  });
  if (stat === null) return "nothing";
  const advice = "Move it away, or choose another output folder.";
  if (stat.isSymbolicLink()) throw new SettingsError(`output-dir: ${target} is a symbolic link; packs are written into real folders only. ${advice}`);
  if (!stat.isDirectory()) throw new SettingsError(`output-dir: ${target} is a file, and a pack is a folder. ${advice}`);
  if ((await readdir(target)).length === 0) return "empty";
  const manifest = await readManifest(target).catch((error2) => {
    throw new SettingsError(`output-dir: ${target} exists and is not an evidence pack: its ${MANIFEST} ${error2.message}. ${advice}`, { cause: error2 });
  });
  const known = /* @__PURE__ */ new Set([...manifest.files.map((file) => file.path), MANIFEST, CHECKSUMS, SIGN_OFF]);
  const present = await listFolder(target);
  const foreign = present.find((entry) => !known.has(entry.path));
  if (foreign !== void 0) {
    throw new SettingsError(`output-dir: ${target} holds ${JSON.stringify(foreign.path)}, which is no part of its pack and would be lost. ${advice}`);
  }
  return { evidenceId: manifest.evidenceId, signedOff: present.some((entry) => entry.path === SIGN_OFF) };
}
async function readManifest(folder) {
  return parseManifest((await readRegular(join2(folder, MANIFEST), MAX_MANIFEST_BYTES)).toString("utf8"));
}

// src/store/pack-readme.ts
function packReadme(input) {
  const parts2 = [
    `# Evidence from CloudTrail, ${markdownWords(input.settings.period.label)}`,
    introduction(input),
    "## Results at a glance",
    status(input),
    resultsTable(input),
    "## How to verify",
    howToVerify(input),
    "## How to re-perform",
    howToReperform(input),
    "## Files",
    fileMap(input),
    "## Handling",
    HANDLING
  ];
  return `${parts2.join("\n\n")}
`;
}
function introduction({ facts, settings, frameworks, evidenceId: evidenceId2 }) {
  return [
    `This folder is an evidence pack: what the AWS CloudTrail logs of ${settings.report.entity === null ? "the accounts in scope" : markdownWords(settings.report.entity)} show for ${joinedTitles(frameworks)}, with every row, the SQL that was run, and a hash over each file. It says what was examined and what was noted. It does not say that anything or anyone complies.`,
    table(["", ""], [
      ["Period", instants(settings.period)],
      ["Evidence id", `\`${evidenceId2}\``],
      ["Written", `${facts.generatedAt} by ${markdownData(facts.actor, "table")}, ${facts.tool.name} ${markdownWords(facts.tool.version)}, ${markdownWords(facts.engineVersion)}`]
    ])
  ].join("\n\n");
}
function joinedTitles(frameworks) {
  return frameworks.map((framework) => markdownWords(framework.shortTitle)).join(" and ");
}
function status({ preliminary, incomplete, files, pdfProblem }) {
  const lines = [
    ...preliminary ? ["**Preliminary:** the period was still open, or had only just ended, when this pack was written. Logs may have arrived since."] : [],
    incomplete ? "**Incomplete:** some results rest on logs that are not fully accounted for, or a query did not run to its end. The reports name the accounts, regions and days." : "No result in this pack is incomplete. What was not collected or not evaluated is named in the table.",
    `Log files: ${count(files.read)} read, ${count(files.notRead.length)} could not be read, ${count(files.outsideWindow)} outside the window. Each is listed in \`integrity.json\`.`,
    ...pdfProblem === null ? [] : [`**PDF reports are missing:** ${markdownWords(pdfProblem)} The Markdown reports say the same.`]
  ];
  return lines.join("\n\n");
}
function resultsTable({ sections }) {
  const sorted = [...sections].sort((a, b) => a.query.id < b.query.id ? -1 : 1);
  return table(
    ["Query", "Title", "Result", "Rows", "Exceptions"],
    sorted.map(({ query, result }) => [query.id, markdownWords(query.title), RESULT_WORDS[result.result], count(result.rows), exceptions(result)]),
    [3, 4]
  );
}
function exceptions({ expect, exceptions: { total, decided, undecided } }) {
  if (expect !== "none") return "";
  return total === 0 ? "0" : `${count(total)} (${count(decided)} decided, ${count(undecided)} undecided)`;
}
function howToVerify({ evidenceId: evidenceId2 }) {
  return [
    "From inside this folder. The first command needs nothing of ours:",
    markdownBlock("sha256sum -c SHA256SUMS\ncloudtrail-evidence verify .", "sh"),
    `The second also looks for files that do not belong, counts the rows again and prints the evidence id, which must be \`${evidenceId2}\`. It names each changed, missing or added file and then exits with 5.`,
    "The evidence id is the SHA-256 of the lines of `SHA256SUMS` that stand for `results/`, `queries/`, `coverage.csv`, `decisions.json` and `results.json`. Hashes show that files are unchanged since the manifest was written. They do not show who wrote it: compare the evidence id with one kept elsewhere, in version control or in the next pack, whose manifest holds the hash of this one."
  ].join("\n\n");
}
function howToReperform({ settings, facts }) {
  return [
    `With a copy of the same logs, version ${markdownWords(facts.tool.version)} of the program and the settings in \`run.json\`:`,
    markdownBlock(reperformCommand(settings), "sh"),
    "In the program\u2019s own folder, `cloudtrail-evidence` is written `node dist/cli.js`. The same logs, period, settings and version give the same evidence id on any machine. `queries/` holds the SQL of each question, `engine/` the SQL that builds its `events` table from log records."
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
    ["`decisions.json`", "What control owners decided about exceptions"],
    ["`run.json`, `engine/`", "When, by whom, with what settings and SQL"],
    ["`integrity.json`", `Every log file and digest found, and what became of it; log files ${settings.athena === null ? "are compared with the hashes in digests" : "were read by Athena and not hashed"}. Digest signatures are not validated`],
    ["`trend.json`", "The pack before this one, by the hash of its manifest"],
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

// src/store/results-json.ts
var count2 = int().min(0);
var textOrNull = string().nullable();
var reasonShape = strictObject({
  code: _enum(Object.keys(REASON_WORDS)),
  account: textOrNull,
  region: textOrNull,
  from: textOrNull,
  to: textOrNull
});
var queryShape = strictObject({
  id: string().regex(/^[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+$/),
  expect: _enum(EXPECTATIONS),
  sha256: sha256Shape,
  result: _enum(RESULTS),
  reasons: array(unknown()),
  rows: count2,
  exceptions: strictObject({ total: count2, decided: count2, undecided: count2, expired: count2 }),
  coverage: partialRecord(_enum(CATEGORIES), _enum(["complete", "incomplete", "not-collected"]))
});
var envelopeShape2 = strictObject({ schemaVersion: literal(1), period: periodShape, queries: array(unknown()) });
function resultsJson(period, results) {
  const queries = [...results].sort((a, b) => a.id < b.id ? -1 : 1).map((query) => ({
    id: query.id,
    expect: query.expect,
    sha256: query.sha256,
    result: query.result,
    reasons: query.reasons.map(({ code, account, region, from, to }) => ({ code, account, region, from, to })),
    rows: query.rows,
    exceptions: query.exceptions,
    coverage: query.coverage
  }));
  return canonicalJson({ schemaVersion: 1, period: { start: period.start, end: period.end, label: period.label }, queries });
}
function parseResults(text) {
  const envelope = parseShape(envelopeShape2, parseJson(text), "");
  const queries = parseItems(queryShape, envelope.queries, "queries").map((query) => ({
    ...query,
    reasons: parseItems(reasonShape, query.reasons, `queries.${query.id}.reasons`)
  }));
  return { period: envelope.period, queries };
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
    files: { read: files.read, outsideWindow: files.outsideWindow, notRead: files.notRead.length, digests: files.digests },
    frameworks: run2.frameworks.map(({ name, sha256: sha2562 }) => ({ name, sha256: sha2562 })),
    queries: [...run2.queries].sort((a, b) => a.id < b.id ? -1 : 1).map(({ id, executedSqlSha256, rows, failure }) => ({ id, executedSqlSha256, rows, failure }))
  });
}
function settingsAsUsed(settings, logsPlace) {
  return {
    logs: logsPlace,
    period: settings.period,
    allowOpenPeriod: settings.allowOpenPeriod,
    frameworks: settings.frameworks,
    pdf: settings.pdf,
    failOn: settings.failOn,
    scope: settings.scope,
    lists: settings.lists,
    dataEvents: settings.dataEvents,
    report: settings.report,
    settingsFile: settings.settingsFile
  };
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
function spent(spending) {
  if (spending === null) return null;
  const { bytesScanned, bytesCharged, costUsd, executions } = spending;
  return { bytesScanned, bytesCharged, costUsd, executions: executions.map(executionEntry) };
}
function executionEntry({ purpose, executionId, state, engineVersion, bytesScanned, queuedMs, engineMs, totalMs, failure }) {
  return { purpose, executionId, state, engineVersion, bytesScanned, queuedMs, engineMs, totalMs, failure: failure === null ? null : { errorType: failure.errorType, sentence: failure.sentence } };
}

// src/store/trend-json.ts
import { join as join3 } from "node:path";
var trendShape = strictObject({
  schemaVersion: literal(1),
  previous: strictObject({ label: periodShape.shape.label, manifestSha256: sha256Shape }).nullable()
});
function trendJson(previous) {
  return canonicalJson({ schemaVersion: 1, previous: previous === null ? null : { label: previous.label, manifestSha256: previous.manifestSha256 } });
}
function parseTrend(text) {
  return parseShape(trendShape, parseJson(text), "").previous;
}
async function readPreviousPack(folder) {
  try {
    const bytes = await readRegular(join3(folder, MANIFEST), MAX_MANIFEST_BYTES);
    return { label: parseManifest(bytes.toString("utf8")).period.label, manifestSha256: sha256Of(bytes) };
  } catch (error2) {
    throw new SettingsError(`previous-pack: ${folder} is not an evidence pack: its ${MANIFEST} ${error2.message}. Give the folder of a pack.`, { cause: error2 });
  }
}

// src/run.ts
async function run(settings, context) {
  const { progress } = context;
  const queries = await loadQueries();
  const frameworks = await loadFrameworks(settings.frameworks, new Set(queries.map(({ id }) => id)));
  const previous = settings.previousPack === null ? null : await readPreviousPack(settings.previousPack);
  const logs = await findLogs(settings, context);
  try {
    const archive = await listArchive(logs, settings, progress);
    const pack = await PackFolder.create(settings.output, settings.period.label);
    leftovers.add(pack.staging);
    try {
      const examined = await examine({ settings, queries, logs, archive, pack, progress });
      return await writePack({ settings, context, frameworks, previous, logs, archive, pack, ...examined });
    } catch (error2) {
      await pack.discard();
      throw error2;
    } finally {
      leftovers.delete(pack.staging);
    }
  } finally {
    logs.close();
  }
}
async function examine({ settings, queries, logs, archive, pack, progress }) {
  const tempDir = await makeTemporaryFolder(settings.tempDir);
  try {
    const engine = await logs.openEngine({ files: archive.logs, tempDir, queries });
    const end = () => engine.close();
    if (engine.name === "athena") endings.add(end);
    let examined;
    try {
      const loaded = await loadLogs(engine, logs, archive.logs.length, progress);
      examined = { ...await collectEvidence({ settings, queries, engine, loaded, archive, pack, progress }), loaded };
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
async function collectEvidence({ settings, queries, engine, loaded, archive, pack, progress }) {
  progress.step(`Run ${queries.length} queries`);
  const outcomes = await runQueries({ queries, engine, settings, accounts: accountsInScope(settings, loaded), pack, progress });
  const files = [...loaded.files, ...archive.others].sort((a, b) => a.file.key < b.file.key ? -1 : 1);
  const coverageInput = { ...settings, ...loaded, files, digests: archive.digests };
  const coverage = judgeCoverage(coverageInput);
  const sections = outcomes.map(({ outcome, ...section }) => ({
    ...section,
    result: judge(section.query, outcome, coverageOf(section.query, coverage, coverageInput))
  }));
  const results = sections.map(({ result }) => result);
  progress.done(`${results.reduce((sum, { rows }) => sum + rows, 0)} rows, ${results.reduce((sum, { exceptions: exceptions2 }) => sum + exceptions2.total, 0)} exceptions`);
  return { queries, sections, results, coverage, files };
}
function accountsInScope(settings, loaded) {
  const named = settings.scope.accounts.map(({ id }) => id);
  const seen = new Set(loaded.cells.map(({ account }) => account).filter((account) => /^\d{12}$/.test(account)));
  return named.length > 0 ? named : [...seen].sort();
}
async function writePack(writing) {
  const { settings, context, frameworks, previous, logs, loaded, spending, archive, pack, queries, sections, results, coverage, files } = writing;
  const facts = { ...context.facts, engineVersion: loaded.engineVersion };
  await pack.stream("coverage.csv", coverageCsv(coverage.runs));
  await pack.write("decisions.json", decisionsJson());
  await pack.write("results.json", resultsJson(settings.period, results));
  const evidence = evidenceFiles(pack.files());
  const id = evidenceId(evidence);
  const preliminary = isOpen(settings.period, facts.generatedAt);
  const filesSummary = summarise(files, archive.digests.length);
  const shared = {
    facts,
    settings,
    sections,
    coverage,
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
    previousPack: previous
  };
  const printed = await (await import("./print-reports-G4ACSHDG.js")).printReports(frameworks.map((framework) => ({ ...shared, framework })), { pack, env: context.env, progress: context.progress });
  const outcome = verdict(queries, results, settings.failOn);
  await pack.write("run.json", runJson({
    ...shared,
    frameworks,
    caller: logs.caller,
    queries: sections.map(({ query, result, executedSqlSha256, failure }) => ({ id: query.id, executedSqlSha256: executedSqlSha256 === "" ? null : executedSqlSha256, rows: result.rows, failure }))
  }));
  for (const [name, text] of Object.entries(loaded.sql)) await pack.write(`engine/${name}`, text);
  await pack.stream("integrity.json", integrityJson(files, archive.digests, differingFiles({ files, digests: archive.digests })));
  await pack.write("trend.json", trendJson(previous));
  await pack.write("README.md", packReadme({ ...shared, frameworks, incomplete: outcome.incomplete, reports: printed.reports, pdfProblem: printed.problem }));
  const sealed = await pack.seal({ tool: facts.tool, period: settings.period, previousPackManifestSha256: previous?.manifestSha256 ?? null });
  leftovers.delete(pack.staging);
  const packPath = await pack.publish(sealed);
  return { packPath, evidenceId: id, manifestSha256: sealed.manifestSha256, verdict: outcome, results, reports: printed.reports, pdfProblem: printed.problem, spending };
}
function summarise(files, digests) {
  const count3 = (list) => files.filter(({ file, outcome }) => outcome.list === list && (list !== "read" || file.kind !== "digest")).length;
  return {
    read: count3("read"),
    outsideWindow: count3("outside-window"),
    notRead: files.flatMap(({ file, outcome }) => outcome.list === "not-read" ? [{ key: file.key, reason: outcome.reason, detail: outcome.detail }] : []),
    digests
  };
}

export {
  showUnseen,
  canonicalJson,
  MANIFEST,
  CHECKSUMS,
  SIGN_OFF,
  MAX_MANIFEST_BYTES,
  isEvidence,
  evidenceId,
  buildManifest,
  renderManifest,
  renderChecksums,
  parseManifest,
  describeFile,
  sha256Of,
  resultsJson,
  parseResults,
  parseTrend,
  run
};
