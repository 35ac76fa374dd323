/** One top-level value of a text that may hold several, one after another. */
export interface JsonDocument {
  readonly start: number;
  readonly end: number;
  /** False where the text ends before the value's last bracket closes. */
  readonly closed: boolean;
  /** Times the name `Records` stands at the value's top level. JSON.parse would silently keep the last one only. */
  readonly recordsNames: number;
  /** How many brackets were open at once. */
  readonly depth: number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const LINE_FEED = 0x0a;
const RECORDS = Buffer.from('"Records"');

/**
 * Finds where each top-level value begins and ends, by brackets and quotes alone: JSON lines, pretty-printed values one
 * after another, and a single value are all the same to it. Whether a value is good JSON is for a parser to say.
 */
export function* jsonDocuments(text: Buffer): Generator<JsonDocument> {
  for (let at = skipSpace(text, 0); at < text.length; at = skipSpace(text, at)) {
    const document = isOpening(text[at]) ? bracketed(text, at) : restOfLine(text, at);
    yield document;
    at = document.end;
  }
}

function bracketed(text: Buffer, start: number): JsonDocument {
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

/** Index after the closing quote; the text's end where there is none. */
function stringEnd(text: Buffer, open: number): number {
  for (let at = open + 1; at < text.length; at += 1) {
    if (text[at] === BACKSLASH) at += 1;
    else if (text[at] === QUOTE) return at + 1;
  }
  return text.length;
}

function restOfLine(text: Buffer, start: number): JsonDocument {
  const feed = text.indexOf(LINE_FEED, start);
  return { start, end: feed === -1 ? text.length : feed, closed: true, recordsNames: 0, depth: 0 };
}

function isOpening(byte: number | undefined): boolean {
  return byte === 0x7b || byte === 0x5b;
}

function isClosing(byte: number | undefined): boolean {
  return byte === 0x7d || byte === 0x5d;
}

/** Index of the first byte from `at` on that is not JSON white space. */
export function skipSpace(text: Buffer, at: number): number {
  let next = at;
  while (next < text.length && isSpace(text[next])) next += 1;
  return next;
}

export function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
