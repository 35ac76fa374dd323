import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  LOCAL_FILES
} from "./chunk-32PB2WSB.js";

// src/sources/reshape-records.ts
import { constants } from "node:buffer";

// src/sources/json-documents.ts
var QUOTE = 34;
var BACKSLASH = 92;
var COLON = 58;
var LINE_FEED = 10;
var RECORDS = Buffer.from('"Records"');
function* jsonDocuments(text) {
  for (let at = skipSpace(text, 0); at < text.length; at = skipSpace(text, at)) {
    const document = isOpening(text[at]) ? bracketed(text, at) : restOfLine(text, at);
    yield document;
    at = document.end;
  }
}
function bracketed(text, start) {
  let depth = 0;
  let deepest = 0;
  let recordsNames = 0;
  for (let at = start; at < text.length; at += 1) {
    const byte = text[at];
    if (byte === QUOTE) {
      const end = stringEnd(text, at);
      if (depth === 1 && end - at === RECORDS.length && text.compare(RECORDS, 0, RECORDS.length, at, end) === 0 && text[skipSpace(text, end)] === COLON) recordsNames += 1;
      at = end - 1;
    } else if (isOpening(byte)) {
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (isClosing(byte)) {
      depth -= 1;
      if (depth === 0) return { start, end: at + 1, closed: true, recordsNames, depth: deepest };
    }
  }
  return { start, end: text.length, closed: false, recordsNames, depth: deepest };
}
function stringEnd(text, open) {
  for (let at = open + 1; at < text.length; at += 1) {
    if (text[at] === BACKSLASH) at += 1;
    else if (text[at] === QUOTE) return at + 1;
  }
  return text.length;
}
function restOfLine(text, start) {
  const feed = text.indexOf(LINE_FEED, start);
  return { start, end: feed === -1 ? text.length : feed, closed: true, recordsNames: 0, depth: 0 };
}
function isOpening(byte) {
  return byte === 123 || byte === 91;
}
function isClosing(byte) {
  return byte === 125 || byte === 93;
}
function skipSpace(text, at) {
  let next = at;
  while (next < text.length && isSpace(text[next])) next += 1;
  return next;
}
function isSpace(byte) {
  return byte === 32 || byte === 10 || byte === 13 || byte === 9;
}

// src/sources/reshape-records.ts
var MAX_DEPTH = 1e3;
function reshapeRecords(text) {
  const taken = [];
  for (const document of jsonDocuments(text)) {
    const value = parseDocument(text, document);
    if (!("source" in value)) return value;
    const only = taken.length === 0 && document.end === lastUsed(text);
    if (only && isObject(value.parsed) && Array.isArray(value.parsed["Records"])) return { asItStands: true, records: value.parsed["Records"].length };
    taken.push(takeRecords(value.parsed, value.source));
  }
  const first = taken.find((one) => one.missing !== null);
  if (first !== void 0 && taken.every((one) => one.missing !== null)) return { reason: "no records", detail: first.missing ?? "" };
  return { asItStands: false, recordTexts: taken.flatMap((one) => one.texts) };
}
function takeRecords(value, source) {
  if (Array.isArray(value)) return takeList(value, "an array in which nothing is a CloudTrail record", source);
  if (!isObject(value)) return { texts: [source], missing: "JSON, but neither an object nor an array" };
  const records = value["Records"];
  if (Array.isArray(records)) return { texts: records.map((record2) => JSON.stringify(record2)), missing: null };
  if (records !== void 0) return { texts: [source], missing: `"Records" is ${records === null ? "null" : "not an array"}` };
  if (Array.isArray(value["Events"])) return takeList(value["Events"], 'an "Events" list in which nothing is a CloudTrail record', source);
  const record = recordText(value, source);
  if (record !== null) return { texts: [record], missing: null };
  return { texts: [source], missing: "records" in value ? '"records" is in lower case, so it is not a list that CloudTrail wrote' : 'an object without "Records" that is not a CloudTrail record' };
}
function takeList(list, missing, source) {
  const texts = list.map((item) => recordText(item, null));
  if (list.length > 0 && texts.every((text) => text === null)) return { texts: [source], missing };
  return { texts: texts.map((text, index) => text ?? JSON.stringify(list[index])), missing: null };
}
function recordText(value, source) {
  if (!isObject(value)) return null;
  if (isRecord(value)) return source ?? JSON.stringify(value);
  if (isObject(value["detail"]) && isRecord(value["detail"])) return JSON.stringify(value["detail"]);
  const looked = value["CloudTrailEvent"];
  return typeof looked === "string" && isRecordText(looked) ? looked : null;
}
function isRecordText(text) {
  const [document, another] = [...jsonDocuments(Buffer.from(text))];
  if (document === void 0 || another !== void 0 || document.depth > MAX_DEPTH) return false;
  try {
    const value = JSON.parse(text);
    return isObject(value) && isRecord(value);
  } catch {
    return false;
  }
}
function isRecord(value) {
  return ["eventName", "eventSource", "eventVersion"].some((name) => typeof value[name] === "string");
}
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function parseDocument(text, document) {
  if (document.depth > MAX_DEPTH) return { reason: "not JSON", detail: `nested more than ${MAX_DEPTH} deep` };
  if (document.recordsNames > 1) return { reason: "not JSON", detail: 'the name "Records" stands twice in one object' };
  if (document.end - document.start > constants.MAX_STRING_LENGTH) return { reason: "too large", detail: "a single JSON value too large to be taken apart" };
  const source = text.toString("utf8", document.start, document.end);
  try {
    return { parsed: JSON.parse(source), source };
  } catch {
    return notJson(text, document);
  }
}
function notJson(text, document) {
  if (!document.closed) return { reason: "not JSON", detail: "cut short: the text ends before its last bracket closes" };
  return { reason: "not JSON", detail: `the value that begins in line ${1 + lineFeeds(text, document.start)} is not JSON` };
}
function lineFeeds(text, end) {
  let count = 0;
  for (let at = text.indexOf(10); at !== -1 && at < end; at = text.indexOf(10, at + 1)) count += 1;
  return count;
}
function lastUsed(text) {
  let end = text.length;
  while (end > 0 && isSpace(text[end - 1])) end -= 1;
  return end;
}

// src/sources/stage-log-file.ts
import { constants as constants2, isUtf8 } from "node:buffer";
import { hash } from "node:crypto";
import { closeSync, constants as flags, ftruncateSync, openSync, writeSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";

// src/sources/gunzip-member.ts
import { promisify } from "node:util";
import { crc32, inflateRaw, inflateRawSync } from "node:zlib";
var inflateAside = promisify(inflateRaw);
var inflateHere = inflateRawSync;
var SMALL_BYTES = 1024 * 1024;
var DEFLATE = 8;
var TRAILER_BYTES = 8;
var GREATEST_RATIO = 1032;
var FLAG = { headerCrc: 2, extra: 4, name: 8, comment: 16, reserved: 224 };
function isGzip(bytes) {
  return bytes[0] === 31 && bytes[1] === 139;
}
async function gunzipMember(bytes, maxBytes) {
  const header = headerLength(bytes);
  if (typeof header !== "number") return header;
  const inflated = await inflateFrom(bytes, header, maxBytes);
  if ("reason" in inflated) return inflated;
  const end = header + inflated.used + TRAILER_BYTES;
  if (end > bytes.length) return { reason: "truncated gzip", detail: "the file ends within the checksum" };
  if (bytes.readUInt32LE(end - 8) !== crc32(inflated.text)) return { reason: "damaged gzip", detail: "the checksum differs from the content" };
  if (bytes.readUInt32LE(end - 4) !== inflated.text.length % 2 ** 32) return { reason: "damaged gzip", detail: "the length differs from the content" };
  if (end === bytes.length) return inflated.text;
  const detail = `${bytes.length - end} bytes follow the compressed log`;
  return { reason: isGzip(bytes.subarray(end)) ? "second gzip member" : "trailing bytes after gzip", detail };
}
function headerLength(bytes) {
  const truncated = { reason: "truncated gzip", detail: "the file ends within the gzip header" };
  if (bytes.length < 10) return truncated;
  const flags2 = bytes[3] ?? 0;
  if (bytes[2] !== DEFLATE || (flags2 & FLAG.reserved) !== 0) return { reason: "damaged gzip", detail: "the gzip header is not valid" };
  let at = 10;
  if (flags2 & FLAG.extra) {
    if (bytes.length < at + 2) return truncated;
    at += 2 + bytes.readUInt16LE(at);
  }
  for (const flag of [FLAG.name, FLAG.comment]) {
    if ((flags2 & flag) === 0) continue;
    const end = bytes.indexOf(0, at);
    if (end === -1) return truncated;
    at = end + 1;
  }
  if (flags2 & FLAG.headerCrc) {
    if (bytes.length < at + 2) return truncated;
    if (bytes.readUInt16LE(at) !== (crc32(bytes.subarray(0, at)) & 65535)) return { reason: "damaged gzip", detail: "the checksum of the gzip header differs" };
    at += 2;
  }
  return at < bytes.length ? at : truncated;
}
async function inflateFrom(bytes, start, maxBytes) {
  const promised = Math.min(bytes.readUInt32LE(bytes.length - 4), bytes.length * GREATEST_RATIO, maxBytes);
  try {
    const options = { info: true, chunkSize: Math.max(promised + 64, Math.min(bytes.length * 4, 1024 * 1024)), maxOutputLength: maxBytes };
    const input = bytes.subarray(start);
    const { buffer, engine } = bytes.length <= SMALL_BYTES ? inflateHere(input, options) : await inflateAside(input, options);
    return { text: buffer, used: engine.bytesWritten };
  } catch (error) {
    const code = error.code;
    if (code === "ERR_BUFFER_TOO_LARGE") return { reason: "too large", detail: `it inflates to more than ${maxBytes} bytes` };
    if (code === "Z_BUF_ERROR") return { reason: "truncated gzip", detail: "the file ends within the compressed log" };
    if (code?.startsWith("Z_") === true) return { reason: "damaged gzip", detail: `the compressed log cannot be inflated (${code})` };
    throw error;
  }
}

// src/sources/stage-log-file.ts
var DEFAULT_STAGING_LIMITS = { inflatedBytes: 512 * 1024 * 1024 };
async function stageLogFile(file, stagedPath, reader = LOCAL_FILES, limits = DEFAULT_STAGING_LIMITS) {
  const inflated = await readInflated(file, reader, limits);
  if ("reason" in inflated) return notStaged(file, inflated);
  const text = plainText(inflated);
  if ("reason" in text) return notStaged(file, text);
  const sha256 = hash("sha256", inflated, "hex");
  if (hasOwnShape(text)) {
    overwrite(stagedPath, text);
    return { file, stagedPath, stagedBytes: text.length, oneLine: isOneLine(text), sha256, records: null };
  }
  const reshaped = reshapeRecords(text);
  if ("reason" in reshaped) return notStaged(file, reshaped);
  if (reshaped.asItStands) {
    overwrite(stagedPath, text);
    return { file, stagedPath, stagedBytes: text.length, oneLine: isOneLine(text), sha256, records: reshaped.records };
  }
  const stagedBytes = await writeRecords(stagedPath, reshaped.recordTexts);
  return { file, stagedPath, stagedBytes, oneLine: false, sha256, records: reshaped.recordTexts.length };
}
function overwrite(path, bytes) {
  const fd = openSync(path, flags.O_RDWR | flags.O_CREAT, 384);
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
    ftruncateSync(fd, bytes.length);
  } finally {
    closeSync(fd);
  }
}
function isOneLine(text) {
  const feed = text.indexOf(10);
  return feed === -1 || skipSpace(text, feed) === text.length;
}
function notStaged(file, { reason, detail }) {
  return { file, outcome: { list: "not-read", reason, detail } };
}
async function readInflated(file, reader, limits) {
  const bytes = await reader.read(file, limits.inflatedBytes);
  if ("reason" in bytes) return bytes;
  if (bytes.length === 0) return { reason: "empty file", detail: "the file has no bytes" };
  if (isGzip(bytes)) return gunzipMember(bytes, limits.inflatedBytes);
  if (/\.gz$/i.test(file.path) && !isUtf8(bytes) && !hasUtf16Mark(bytes)) return { reason: "damaged gzip", detail: "its name ends in .gz, but it does not begin as a gzip file does" };
  return bytes;
}
function plainText(inflated) {
  if (hasUtf16Mark(inflated) || inflated.subarray(0, 4).includes(0)) return { reason: "not UTF-8", detail: "it looks like UTF-16 or UTF-32" };
  if (!isUtf8(inflated)) return { reason: "not UTF-8", detail: "some bytes are not valid UTF-8" };
  const text = inflated[0] === 239 && inflated[1] === 187 && inflated[2] === 191 ? inflated.subarray(3) : inflated;
  return skipSpace(text, 0) === text.length ? { reason: "empty file", detail: "the file holds no text" } : text;
}
function hasUtf16Mark(bytes) {
  const mark = bytes.subarray(0, 2).join();
  return mark === "254,255" || mark === "255,254";
}
var NAME = Buffer.from('"Records"');
var DEEP_END_BYTES = 64;
var DEEP_END_STEP = 1024;
function endsDeep(text) {
  for (let at = 0; at < text.length; at += DEEP_END_STEP) {
    let run = 0;
    while (run < DEEP_END_BYTES && (text[at + run] === 93 || text[at + run] === 125)) run += 1;
    if (run === DEEP_END_BYTES) return true;
  }
  return false;
}
function hasOwnShape(text) {
  const name = startsOwnShape(text);
  return name !== null && endsOwnShape(text) && !hasSecondName(text, name) && !endsDeep(text);
}
var BARE_NAME = NAME.subarray(1, -1);
function hasSecondName(text, from) {
  for (let at = text.indexOf(BARE_NAME, from); at !== -1; at = text.indexOf(BARE_NAME, at + BARE_NAME.length)) {
    if (text[at - 1] === 34 && text[at + BARE_NAME.length] === 34) return true;
  }
  return false;
}
function startsOwnShape(text) {
  const brace = skipSpace(text, 0);
  const name = skipSpace(text, brace + 1);
  const after = name + NAME.length;
  const colon = skipSpace(text, after);
  const starts = text[brace] === 123 && text.subarray(name, after).equals(NAME) && text[colon] === 58 && text[skipSpace(text, colon + 1)] === 91;
  return starts ? after : null;
}
function endsOwnShape(text) {
  let at = text.length - 1;
  while (at > 0 && isSpace(text[at])) at -= 1;
  return text[at] === 125;
}
var RECORDS_A_WRITE = 500;
async function writeRecords(stagedPath, texts) {
  let bytes = 0;
  function* pieces() {
    for (let at = 0; at === 0 || at < texts.length; at += RECORDS_A_WRITE) {
      const batch = texts.slice(at, at + RECORDS_A_WRITE).join(",\n");
      const piece = Buffer.from(`${at === 0 ? '{"Records":[' : ",\n"}${batch}${at + RECORDS_A_WRITE >= texts.length ? "]}\n" : ""}`);
      bytes += piece.length;
      yield piece;
    }
  }
  await writeFile(stagedPath, pieces());
  return bytes;
}
async function explainUnreadable(staged) {
  const text = await readFile(staged.stagedPath);
  if (text.length > constants2.MAX_STRING_LENGTH) return { reason: "too large", detail: "a single JSON value too large to be looked into" };
  const source = text.toString("utf8");
  const [document] = [...jsonDocuments(text)];
  if (document === void 0) return { reason: "empty file", detail: "the file holds no text" };
  if (document.depth > MAX_DEPTH) return { reason: "not JSON", detail: `nested more than ${MAX_DEPTH} deep` };
  try {
    const value = JSON.parse(source);
    const records = typeof value === "object" && value !== null && "Records" in value ? value.Records : null;
    if (!Array.isArray(records)) return { reason: "no records", detail: '"Records" is not an array' };
  } catch {
    return notJson(text, document);
  }
  const mended = mendSurrogates(source);
  if (mended !== source) await writeFile(staged.stagedPath, mended);
  return null;
}
function mendSurrogates(source) {
  return source.replace(
    /\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[dD][89a-fA-F][0-9a-fA-F]{2}/g,
    (found) => found.length === 6 ? "\\ufffd" : found
  );
}

export {
  reshapeRecords,
  DEFAULT_STAGING_LIMITS,
  stageLogFile,
  readInflated,
  plainText,
  explainUnreadable
};
