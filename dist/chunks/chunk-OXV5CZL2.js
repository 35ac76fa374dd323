import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  hasLogEnding,
  keyOf,
  notReadFile,
  withoutDoubles
} from "./chunk-6FZD2Q4K.js";
import {
  inParallel
} from "./chunk-FMZDPIGI.js";
import {
  archiveKey,
  isOtherServicesLog,
  placeOf
} from "./chunk-QONCPJAH.js";
import {
  isPattern,
  isS3Address,
  parsePattern,
  parseS3Place,
  s3Address
} from "./chunk-T4ERRSQM.js";
import {
  DEFAULT_STAGING_LIMITS,
  plainText,
  readInflated,
  reshapeRecords
} from "./chunk-QUYZWO2B.js";
import {
  deliveryWindow,
  splitByWindow
} from "./chunk-UJGNYGTX.js";
import {
  LOCAL_FILES
} from "./chunk-32PB2WSB.js";
import {
  SettingsError
} from "./chunk-XRVFALA3.js";

// src/run-logs.ts
import { randomBytes } from "node:crypto";

// src/sources/digests.ts
import { createHash } from "node:crypto";
var LIMITS = { inflatedBytes: 64 * 1024 * 1024 };
async function readDigests(files, reader = LOCAL_FILES) {
  const outcomes = await inParallel(files, reader.filesAtOnce, (file) => readDigest(file, reader));
  return {
    digests: outcomes.flatMap((one) => one.digest ?? []),
    read: outcomes.filter((one) => one.digest !== null).map((one) => one.accounted),
    notRead: outcomes.filter((one) => one.digest === null).map((one) => one.accounted)
  };
}
async function readDigest(file, reader) {
  const inflated = await readInflated(file, reader, LIMITS);
  const text = "reason" in inflated ? inflated : plainText(inflated);
  const digest = "reason" in text ? text : parseDigest(text.toString("utf8"), file);
  if ("reason" in digest) return { digest: null, accounted: { file, outcome: { list: "not-read", ...digest } } };
  const sha256 = "reason" in inflated ? "" : createHash("sha256").update(inflated).digest("hex");
  return { digest, accounted: { file, outcome: { list: "read", records: 0, sha256 } } };
}
function parseDigest(text, file) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return { reason: "not JSON", detail: "the digest is not JSON" };
  }
  if (!isObject(value)) return notADigest("it is not an object");
  const { awsAccountId: account, digestS3Object, digestStartTime, digestEndTime } = value;
  const region = (typeof digestS3Object === "string" ? placeOf(digestS3Object).region : null) ?? file.region;
  const start = instant(digestStartTime);
  const end = instant(digestEndTime);
  const logFiles = listedFiles(value["logFiles"]);
  if (typeof account !== "string" || !/^\d{12}$/.test(account)) return notADigest("awsAccountId is not an account");
  if (region === null) return notADigest("neither digestS3Object nor its path tells the region");
  if (start === null || end === null || start >= end) return notADigest("digestStartTime and digestEndTime are not an interval");
  if (logFiles === null) return notADigest("logFiles is not a list of files with their hashes");
  return { key: file.key, account, region, start, end, backfill: isBackfill(file.key), logFiles };
}
function notADigest(detail) {
  return { reason: "not a digest", detail };
}
function isBackfill(key) {
  return /_backfill\.json(?:\.gz)?$/.test(key);
}
function instant(value) {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value)) return null;
  return Number.isNaN(Date.parse(value)) ? null : value;
}
function listedFiles(value) {
  if (!Array.isArray(value)) return null;
  const files = value.map(listedFile);
  return files.every((one) => one !== null) ? files : null;
}
function listedFile(value) {
  if (!isObject(value)) return null;
  const { s3Object, hashValue } = value;
  if (typeof s3Object !== "string" || typeof hashValue !== "string" || !/^[0-9a-f]{64}$/i.test(hashValue)) return null;
  return { key: archiveKey(s3Object, s3Object), sha256: hashValue.toLowerCase() };
}
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/sources/explain-silence.ts
import { createHash as createHash2 } from "node:crypto";
var LOOKED_INTO_AT_MOST = 200;
async function explainSilence(files, reader) {
  const silent = files.filter(({ outcome }) => outcome.list === "not-read" && outcome.reason === "no records");
  if (silent.length === 0 || silent.length > LOOKED_INTO_AT_MOST) return files;
  const found = new Map(await inParallel(silent, reader.filesAtOnce, async ({ file }) => [file, await outcomeOf(file, reader)]));
  return files.map((one) => ({ ...one, outcome: found.get(one.file) ?? one.outcome }));
}
async function outcomeOf(file, reader) {
  const inflated = await readInflated(file, reader, DEFAULT_STAGING_LIMITS);
  if ("reason" in inflated) return { list: "not-read", ...inflated };
  const text = plainText(inflated);
  const shape = "reason" in text ? text : reshapeRecords(text);
  if ("reason" in shape) return { list: "not-read", ...shape };
  const records = shape.asItStands ? shape.records : shape.recordTexts.length;
  if (records > 0) return { list: "not-read", reason: "no records", detail: `the table returns none of the ${records} records it holds: its partitions do not cover it` };
  return { list: "read", records: 0, sha256: createHash2("sha256").update(inflated).digest("hex") };
}

// src/sources/list-local-logs.ts
import { lstat as lstatByCallback, lstatSync, readdirSync } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { promisify } from "node:util";
var ALLOWED = 'give a folder, a file, or a pattern such as "logs/**/*.json.gz"';
var STATS_AT_ONCE = 64;
var STATS_QUICK_MS = 5;
async function listLocalLogs(given, disk = { quick: true }) {
  if (given.trim() === "") throw new SettingsError(`logs: nothing is given; ${ALLOWED}.`);
  const root = resolve(given);
  const info = await stat(root).catch((error) => absent(error, given));
  if (info?.isFile()) return { files: [logFile(root, dirname(root), info.size)], notRead: [], foldersLeftAside: [] };
  if (info !== null && !info.isDirectory()) throw new SettingsError(`logs: "${given}" is neither a folder nor a file; ${ALLOWED}.`);
  const found = info === null ? await listPattern(given, disk) : await listFolder(root, hasLogEnding, disk);
  if (found.files.length === 0 && found.notRead.length === 0) {
    throw new SettingsError(`logs: "${given}" holds no log file (.json, .json.gz, .jsonl, .ndjson or .gz); ${ALLOWED}.`);
  }
  return found;
}
function absent(error, given) {
  const code = error.code ?? "unknown";
  const missing = code === "ENOENT" || code === "ENOTDIR";
  if (missing && isPattern(given)) return null;
  throw new SettingsError(`logs: "${given}" ${missing ? "does not exist" : `cannot be opened (${code})`}; ${ALLOWED}.`, { cause: error });
}
async function listPattern(given, disk) {
  const absolute = resolve(sep === "\\" ? given.replaceAll("\\", "/") : given).split(sep).join("/");
  const pattern = parsePattern(absolute);
  const base = resolve(pattern.base);
  const info = await stat(base).catch(() => null);
  if (info === null || !info.isDirectory()) throw new SettingsError(`logs: no file matches "${given}": the folder "${pattern.base}" does not exist; ${ALLOWED}.`);
  return listFolder(base, (path) => {
    const slashed = path.split(sep).join("/");
    return pattern.namesEnding && pattern.matches(slashed) || hasLogEnding(path) && pattern.matchesBelow(slashed);
  }, disk);
}
async function listFolder(root, takes, disk) {
  const realRoot = await realpath(root);
  const entries = [];
  const folders = [root];
  for (let folder = folders.pop(); folder !== void 0; folder = folders.pop()) {
    const names = openFolder(folder, root);
    if ("outcome" in names) {
      if (folder === root) throw new SettingsError(`logs: "${root}": ${detailOf(names)}; ${ALLOWED}.`);
      entries.push(names);
      continue;
    }
    const visible = names.list.filter((entry) => !entry.name.startsWith("."));
    for (const entry of visible) if (entry.isDirectory()) folders.push(join(folder, entry.name));
    const links = visible.filter((entry) => entry.isSymbolicLink()).map((entry) => join(folder, entry.name));
    const plain = visible.filter((entry) => entry.isFile()).map((entry) => join(folder, entry.name)).filter(takes);
    for (const entry of await sizes(plain, root, disk)) entries.push(entry);
    for (const link of links) entries.push(...await followed(link, root, realRoot, takes));
  }
  return withoutDoubles(entries.filter((entry) => !isOtherServicesLog(keyOf(entry))));
}
function openFolder(folder, root) {
  try {
    return { list: readdirSync(folder, { withFileTypes: true }) };
  } catch (error) {
    return unopened(folder, root, `the folder cannot be opened (${codeOf(error)})`);
  }
}
var lstat = promisify(lstatByCallback);
async function sizes(paths, root, disk) {
  const found = [];
  for (let at = 0; at < paths.length; at += STATS_AT_ONCE) {
    const batch = paths.slice(at, at + STATS_AT_ONCE);
    const begun = performance.now();
    for (const entry of disk.quick ? batch.map((path) => sizedNow(path, root)) : await Promise.all(batch.map((path) => sizedAside(path, root)))) found.push(entry);
    disk.quick &&= performance.now() - begun < STATS_QUICK_MS;
  }
  return found;
}
function sizedNow(path, root) {
  try {
    return logFile(path, root, lstatSync(path).size);
  } catch (error) {
    return unopened(path, root, codeOf(error));
  }
}
async function sizedAside(path, root) {
  try {
    return logFile(path, root, (await lstat(path)).size);
  } catch (error) {
    return unopened(path, root, codeOf(error));
  }
}
async function followed(link, root, realRoot, takes) {
  const target = await realpath(link).catch(() => null);
  const info = target === null ? null : await stat(target).catch(() => null);
  if (target === null || info === null) return takes(link) ? [unopened(link, root, "a link to nothing")] : [];
  if (!info.isDirectory() && !takes(link)) return [];
  const inside = target === realRoot || target.startsWith(realRoot.endsWith(sep) ? realRoot : realRoot + sep);
  if (!inside) return [unopened(link, root, "a link that leads out of the logs' folder is not followed")];
  return info.isFile() ? [logFile(link, root, info.size)] : [];
}
function logFile(path, root, bytes) {
  const below = (relative(root, path) || basename(path)).split(sep).join("/");
  const key = archiveKey(path.split(sep).join("/"), below);
  return { path, key, ...placeOf(key), bytes };
}
function unopened(path, root, detail) {
  return notReadFile(logFile(path, root, 0), "cannot be opened", detail);
}
function detailOf(entry) {
  return entry.outcome.list === "not-read" ? entry.outcome.detail : entry.outcome.list;
}
function codeOf(error) {
  return error.code ?? "unknown error";
}

// src/run-logs.ts
function findLogs(settings, context) {
  if (settings.athena !== null && settings.aws !== null) return tableLogs(settings, settings.athena, settings.aws, context);
  return isS3Address(settings.logs) && settings.aws !== null ? bucketLogs(settings, settings.aws, context) : Promise.resolve(localLogs(settings, context));
}
function localLogs(settings, context) {
  return {
    place: settings.logs,
    caller: null,
    list: () => listLocalLogs(settings.logs),
    reader: LOCAL_FILES,
    openEngine: (input) => openEmbedded(settings, context, LOCAL_FILES, input),
    account: (files) => Promise.resolve(files),
    close: () => void 0
  };
}
async function openEmbedded(settings, { env, progress }, reader, { files, tempDir }) {
  const { openDuckDb } = await import("./engine-7L2QURJX.js");
  return openDuckDb({ ...settings, env, tempDir, files, reader, progress: (done, total) => progress.count(done, total) });
}
async function bucketLogs(settings, aws, context) {
  const place = parseS3Place(settings.logs);
  const { session, clients, sources } = await connect(aws, context);
  const s3 = clients.s3Client(session, clientWorld(context));
  const reader = sources.s3Objects(s3);
  return {
    place: s3Address(place),
    caller: session.identity,
    list: () => sources.listS3Logs(s3, place, { window: deliveryWindow(settings.period), now: context.facts.generatedAt, folders: null, readsRestored: true }),
    reader,
    openEngine: (input) => openEmbedded(settings, context, reader, input),
    account: (files) => Promise.resolve(files),
    close: () => s3.destroy()
  };
}
async function tableLogs(settings, athenaSettings, aws, context) {
  const { session, clients, sources } = await connect(aws, context);
  const { openAthena } = await import("./engine-7PVJKF3K.js");
  const { readTable } = await import("./plan-GD4YAQZ6.js");
  const { tablePlace } = await import("./table-place-U7LR7J7G.js");
  const athena = clients.athenaClient(session, clientWorld(context));
  const s3 = clients.s3Client(session, clientWorld(context));
  const close = () => {
    athena.destroy();
    s3.destroy();
  };
  try {
    const calling = callingOf(context);
    const table = await readTable(athena, athenaSettings, calling);
    const { folders, ...place } = tablePlace(table.layout);
    const reader = sources.s3Objects(s3);
    const runId = randomBytes(8).toString("hex");
    const tell = (executionIds) => context.onAthena?.({ runId, executionIds });
    return {
      place: s3Address(place),
      caller: session.identity,
      list: () => sources.listS3Logs(s3, place, { window: deliveryWindow(settings.period), now: context.facts.generatedAt, folders, readsRestored: table.layout.readsRestored }),
      reader,
      openEngine: ({ files, queries }) => {
        const { scope, period } = settings;
        const input = { athena, s3, calling, settings: athenaSettings, table, scope, period, files, queries, runId, warn: (sentence) => context.progress.warn(sentence), onActive: tell };
        tell([]);
        return Promise.resolve(openAthena(input));
      },
      account: (files) => explainSilence(files, reader),
      close
    };
  } catch (error) {
    close();
    throw error;
  }
}
async function endRun(settings, { runId, executionIds }, context) {
  if (settings.athena === null || settings.aws === null) return;
  const { session, clients } = await connect(settings.aws, context);
  const { cleanUpAfter } = await import("./engine-7PVJKF3K.js");
  const { readTable } = await import("./plan-GD4YAQZ6.js");
  const athena = clients.athenaClient(session, clientWorld(context));
  const s3 = clients.s3Client(session, clientWorld(context));
  try {
    const calling = callingOf(context);
    const table = await readTable(athena, settings.athena, calling);
    await cleanUpAfter({ athena, s3, calling, settings: settings.athena, table, runId, executionIds, warn: (sentence) => context.progress.warn(sentence) });
  } finally {
    athena.destroy();
    s3.destroy();
  }
}
async function connect(aws, context) {
  const { progress } = context;
  progress.step(aws.roleToAssume === null ? "Find AWS credentials" : "Take the AWS role");
  const { connectAws } = await import("./session-XOM7HDD7.js");
  const clients = await import("./clients-W7TVHRDI.js");
  const sources = { ...await import("./list-s3-logs-MKTKBL64.js"), ...await import("./s3-objects-OQ362W24.js") };
  const session = await connectAws(aws, worldOf(context));
  progress.done(`account ${session.identity.account}, region ${session.region}`);
  return { session, clients, sources };
}
function worldOf({ aws }) {
  if (aws === void 0) throw new Error("A run that asks AWS was given no way to.");
  return aws;
}
function clientWorld(context) {
  const world = worldOf(context);
  return { ...world, random: world.random ?? Math.random };
}
function callingOf(context) {
  const { now, wait, random } = worldOf(context);
  return { now: () => now().getTime(), wait, random: random ?? Math.random };
}
async function listArchive(logs, { period }, progress) {
  progress.step("List log files");
  const listing = await logs.list();
  const { inside, outside } = splitByWindow(listing.files, deliveryWindow(period));
  const reading = await readDigests(inside.filter(({ kind }) => kind === "digest"), logs.reader);
  const found = inside.filter(({ kind }) => kind !== "digest");
  progress.done(`${found.length} log files and ${reading.digests.length} digests for the period, ${outside.length} files outside it`);
  const { foldersLeftAside } = listing;
  if (foldersLeftAside.length > 0) progress.warn(`The table does not read ${foldersLeftAside.join(" and ")}, which stand beside its logs: what needs their events is not collected, and a run of the embedded engine over the bucket has another evidence id.`);
  return { logs: found, digests: reading.digests, others: [...reading.read, ...reading.notRead, ...outside, ...listing.notRead], foldersLeftAside };
}

export {
  listLocalLogs,
  findLogs,
  endRun,
  worldOf,
  clientWorld,
  callingOf,
  listArchive
};
