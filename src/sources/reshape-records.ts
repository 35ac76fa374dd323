import { constants } from 'node:buffer';
import type { Unreadable } from './gunzip-member.js';
import { isSpace, jsonDocuments, type JsonDocument } from './json-documents.js';

/** A log text in CloudTrail's own shape: as it stands, or as the texts of its records. */
export type Reshaped =
  | { readonly asItStands: true; readonly records: number }
  | { readonly asItStands: false; readonly recordTexts: readonly string[] };

/** AWS stays far below; some JSON readers crash on what is nested hundreds of thousands deep. */
export const MAX_DEPTH = 1000;

/**
 * Finds the records in what people keep CloudTrail logs as: CloudTrail's own `{"Records":[…]}`, the output of
 * `aws cloudtrail lookup-events`, event-bus envelopes, bare records; each alone, in an array, or one after another.
 *
 * What is no record among records is handed on as it is, so that the engine counts it as malformed instead of it
 * vanishing here. Only a text in which nothing at all is a record is unreadable.
 *
 * Records taken out of arrays and envelopes go through JSON.parse and JSON.stringify: whole numbers above 2^53 lose
 * their last digits there. CloudTrail writes ids as text, and its own files are never taken apart.
 */
export function reshapeRecords(text: Buffer): Reshaped | Unreadable {
  const taken: Taken[] = [];
  for (const document of jsonDocuments(text)) {
    const value = parseDocument(text, document);
    if (!('source' in value)) return value;
    const only = taken.length === 0 && document.end === lastUsed(text);
    if (only && isObject(value.parsed) && Array.isArray(value.parsed['Records'])) return { asItStands: true, records: value.parsed['Records'].length };
    taken.push(takeRecords(value.parsed, value.source));
  }
  const first = taken.find((one) => one.missing !== null);
  if (first !== undefined && taken.every((one) => one.missing !== null)) return { reason: 'no records', detail: first.missing ?? '' };
  return { asItStands: false, recordTexts: taken.flatMap((one) => one.texts) };
}

/** The texts of a document's records; `missing` says why there are none, and the text then is the document itself. */
interface Taken {
  readonly texts: readonly string[];
  readonly missing: string | null;
}

function takeRecords(value: unknown, source: string): Taken {
  if (Array.isArray(value)) return takeList(value, 'an array in which nothing is a CloudTrail record', source);
  if (!isObject(value)) return { texts: [source], missing: 'JSON, but neither an object nor an array' };
  const records = value['Records'];
  if (Array.isArray(records)) return { texts: records.map((record) => JSON.stringify(record)), missing: null };
  if (records !== undefined) return { texts: [source], missing: `"Records" is ${records === null ? 'null' : 'not an array'}` };
  if (Array.isArray(value['Events'])) return takeList(value['Events'], 'an "Events" list in which nothing is a CloudTrail record', source);
  const record = recordText(value, source);
  if (record !== null) return { texts: [record], missing: null };
  return { texts: [source], missing: 'records' in value ? '"records" is in lower case, so it is not a list that CloudTrail wrote' : 'an object without "Records" that is not a CloudTrail record' };
}

function takeList(list: readonly unknown[], missing: string, source: string): Taken {
  const texts = list.map((item) => recordText(item, null));
  if (list.length > 0 && texts.every((text) => text === null)) return { texts: [source], missing };
  return { texts: texts.map((text, index) => text ?? JSON.stringify(list[index])), missing: null };
}

/** The record a value is, or holds in an envelope; null where there is none. */
function recordText(value: unknown, source: string | null): string | null {
  if (!isObject(value)) return null;
  if (isRecord(value)) return source ?? JSON.stringify(value);
  if (isObject(value['detail']) && isRecord(value['detail'])) return JSON.stringify(value['detail']);
  const looked = value['CloudTrailEvent'];
  return typeof looked === 'string' && isRecordText(looked) ? looked : null;
}

function isRecordText(text: string): boolean {
  const [document, another] = [...jsonDocuments(Buffer.from(text))];
  if (document === undefined || another !== undefined || document.depth > MAX_DEPTH) return false;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) && isRecord(value);
  } catch {
    return false;
  }
}

function isRecord(value: Readonly<Record<string, unknown>>): boolean {
  return ['eventName', 'eventSource', 'eventVersion'].some((name) => typeof value[name] === 'string');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseDocument(text: Buffer, document: JsonDocument): { readonly parsed: unknown; readonly source: string } | Unreadable {
  if (document.depth > MAX_DEPTH) return { reason: 'not JSON', detail: `nested more than ${MAX_DEPTH} deep` };
  if (document.recordsNames > 1) return { reason: 'not JSON', detail: 'the name "Records" stands twice in one object' };
  if (document.end - document.start > constants.MAX_STRING_LENGTH) return { reason: 'too large', detail: 'a single JSON value too large to be taken apart' };
  const source = text.toString('utf8', document.start, document.end);
  try {
    return { parsed: JSON.parse(source), source };
  } catch {
    return notJson(text, document);
  }
}

/** The parser's own message is not repeated: it quotes the text, and varies between versions of Node. */
export function notJson(text: Buffer, document: JsonDocument): Unreadable {
  if (!document.closed) return { reason: 'not JSON', detail: 'cut short: the text ends before its last bracket closes' };
  return { reason: 'not JSON', detail: `the value that begins in line ${1 + lineFeeds(text, document.start)} is not JSON` };
}

function lineFeeds(text: Buffer, end: number): number {
  let count = 0;
  for (let at = text.indexOf(0x0a); at !== -1 && at < end; at = text.indexOf(0x0a, at + 1)) count += 1;
  return count;
}

/** Index after the last byte that is not white space. */
function lastUsed(text: Buffer): number {
  let end = text.length;
  while (end > 0 && isSpace(text[end - 1])) end -= 1;
  return end;
}
