import { createHash } from 'node:crypto';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import * as z from 'zod/mini';
import { QUERY_ID_FORM } from './decision.js';
import { SettingsError } from './errors.js';
import { accountId, listEntryKeys, listLines, listShapes, region, text } from './lists.js';
import { type DataEventsStatement, LIST_NAMES, type ListName, type QueryOff, type ReportTexts, type Scope } from './settings.js';

/** What a settings file says, checked. */
export interface SettingsFile {
  readonly scope: Scope;
  readonly lists: Readonly<Partial<Record<ListName, readonly string[]>>>;
  readonly dataEvents: readonly DataEventsStatement[];
  readonly queriesOff: readonly QueryOff[];
  readonly report: ReportTexts;
  readonly sha256: string;
}

const MAXIMUM_BYTES = 1_000_000;
export const DEFAULT_REPORT_TEXTS: ReportTexts = { entity: null, classification: 'Confidential', preparedBy: null, reviewedBy: null, retention: null };

const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day, such as 2026-10-01'));
const source = z.string().check(z.regex(/^[a-z0-9.-]+\.amazonaws\.com$/, 'must be an event source, such as lambda.amazonaws.com'));
/** Whether there is such a query is known where the pack is: see switched-off.ts. */
const queriesOff = z.array(z.strictObject({
  id: z.string().check(z.regex(QUERY_ID_FORM, 'must be the id of a query, such as NET-09')),
  reason: z.string('must be given: one sentence, which reports print').check(z.trim(), z.minLength(1, 'must be given: one sentence, which reports print'), z.maxLength(500, 'is longer than 500 characters'), z.regex(/^\P{Cc}*$/u, 'holds a control character')),
})).check(z.check(({ value, issues }) => {
  value.forEach(({ id }, index) => {
    if (value.findIndex((other) => other.id === id) < index) issues.push({ code: 'custom', message: 'stands in this list already', input: id, path: [index, 'id'] });
  });
}));

const shape = z.strictObject({
  scope: z.optional(z.strictObject({
    accounts: z.optional(z.array(z.strictObject({ id: accountId, name: z.optional(text), environment: z.optional(text) }))),
    regions: z.optional(z.array(region)),
  })),
  lists: z.optional(z.strictObject(Object.fromEntries(LIST_NAMES.map((name) => [name, z.optional(listShapes[name])])))),
  'data-events': z.optional(z.array(z.strictObject({ source, from: z.optional(day), to: z.optional(day), accounts: z.optional(z.array(accountId)), resources: z.optional(text) }))),
  queries: z.optional(z.strictObject({ off: z.optional(queriesOff) })),
  report: z.optional(z.strictObject({ entity: z.optional(text), classification: z.optional(text), 'prepared-by': z.optional(text), 'reviewed-by': z.optional(text), retention: z.optional(text) })),
});

/**
 * Reads a settings file (YAML, core schema). All problems are reported in one SettingsError, each with its line: unknown keys,
 * keys twice, wrong shapes.
 */
export function parseSettingsFile(path: string, bytes: Uint8Array): SettingsFile {
  if (bytes.length > MAXIMUM_BYTES) throw new SettingsError(`${path}: the settings file is ${bytes.length} bytes; at most ${MAXIMUM_BYTES} are read.`);
  const lines = new LineCounter();
  const document = parseDocument(decoded(path, bytes), { lineCounter: lines, schema: 'core', uniqueKeys: true });
  const at = (offset: number): string => `${path}:${lines.linePos(offset).line}`;
  if (document.errors.length > 0) {
    throw new SettingsError(document.errors.map((error) => `${at(error.pos[0])}: ${(error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '')}.`).join('\n'));
  }
  const value = valueOf(path, document) ?? {};
  const checked = shape.safeParse(value);
  if (!checked.success) {
    const problems = checked.error.issues.map((issue) => `${at(offsetOf(document, issue.path, issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined))}: ${sentence(issue)}`);
    throw new SettingsError([...new Set(problems)].join('\n'));
  }
  const { scope, lists, queries, report, 'data-events': dataEvents } = checked.data;
  return {
    scope: {
      accounts: (scope?.accounts ?? []).map(({ id, name, environment }) => ({ id, name: name ?? null, environment: environment ?? null })),
      regions: scope?.regions ?? [],
    },
    lists: Object.fromEntries(Object.entries(lists ?? {}).flatMap(([name, entries]) => (entries === undefined ? [] : [[name, listLines(name as ListName, entries as readonly unknown[])]]))),
    dataEvents: (dataEvents ?? []).map((statement) => ({
      source: statement.source,
      from: statement.from ?? null,
      to: statement.to ?? null,
      accounts: statement.accounts ?? [],
      resources: statement.resources ?? 'all',
    })),
    queriesOff: (queries?.off ?? []).map(({ id, reason }, index) => ({ id, reason, line: lines.linePos(offsetOf(document, ['queries', 'off', index, 'id'], undefined)).line })),
    report: {
      entity: report?.entity ?? null,
      classification: report?.classification ?? DEFAULT_REPORT_TEXTS.classification,
      preparedBy: report?.['prepared-by'] ?? null,
      reviewedBy: report?.['reviewed-by'] ?? null,
      retention: report?.retention ?? null,
    },
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

function decoded(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new SettingsError(`${path}: the settings file is not UTF-8; save it so.`, { cause: error });
  }
}

function valueOf(path: string, document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 50 });
  } catch (error) {
    throw new SettingsError(`${path}:1: the file repeats parts of itself (*name) too often, or names one that is not there; write them out.`, { cause: error });
  }
}

function sentence(issue: z.core.$ZodIssue): string {
  const where = issue.path.length === 0 ? 'the file' : issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return `${issue.keys.map((key) => `"${key}"`).join(', ')} is not a key of ${where}; allowed are ${allowedKeys(issue.path).join(', ')}.`;
  }
  if (issue.code === 'invalid_type') return `${where} must be ${issue.expected === 'array' ? 'a list' : issue.expected === 'object' ? 'a map of keys' : issue.message.startsWith('must') ? issue.message.slice(8) : `a ${issue.expected}`}.`;
  return `${where} ${issue.message}.`;
}

function allowedKeys(path: readonly PropertyKey[]): readonly string[] {
  const [top, second] = path;
  if (top === undefined) return ['scope', 'lists', 'data-events', 'queries', 'report'];
  if (top === 'lists') return second === undefined ? LIST_NAMES : listEntryKeys(second as ListName);
  if (top === 'report') return ['entity', 'classification', 'prepared-by', 'reviewed-by', 'retention'];
  if (top === 'queries') return second === undefined ? ['off'] : ['id', 'reason'];
  if (top === 'data-events') return ['source', 'from', 'to', 'accounts', 'resources'];
  return second === 'accounts' ? ['id', 'name', 'environment'] : ['accounts', 'regions'];
}

/** Where a value, or one of its keys, stands in the text. */
function offsetOf(document: Document, path: readonly PropertyKey[], key: string | undefined): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const found = length === 0 ? (document.contents as unknown) : document.getIn(path.slice(0, length), true);
    if (!isMap(found) && !isSeq(found) && !isScalar(found)) continue;
    if (key !== undefined && isMap(found)) {
      const pair = found.items.find(({ key: name }) => isScalar(name) && name.value === key);
      return (pair?.key as Node | undefined)?.range?.[0] ?? 0;
    }
    return found.range?.[0] ?? 0;
  }
  return 0;
}
