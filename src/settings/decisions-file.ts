import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { type Decision, type DecisionMatch, type DecisionsFile, DISPOSITIONS, EXCEPTION_ID_FORM, FILL_IN, QUERY_ID_FORM } from './decision.js';
import { SettingsError } from './errors.js';
import { type Problem, problemLine, readYaml, schemaProblems, type YamlText } from './yaml-document.js';

const MAXIMUM_BYTES = 2_000_000;
const LONGEST = { name: 200, text: 500 };

const oneLine = (longest: number): z.ZodMiniString => z.string().check(
  z.trim(), z.minLength(1), z.maxLength(longest, `is longer than ${longest} characters`),
  z.regex(/^\P{Cc}*$/u, 'holds a line break or another control character; write it on one line, or fold it with >-'),
);
const name = oneLine(LONGEST.name);
const day = z.string().check(z.refine(isDay, 'must be a day there is, such as 2026-11-03'));
const instant = z.pipe(z.string().check(z.refine((text) => instantOf(text) !== null, 'must be a day or an instant in UTC, such as 2026-10-05 or 2026-10-05T09:30:00Z')), z.transform((text) => instantOf(text) ?? text));
const queryId = z.string().check(z.regex(QUERY_ID_FORM, 'must be the id of a query, such as ROOT-01'));

const matchShape = z.strictObject({
  query: queryId,
  actor: z.optional(name),
  resource: z.optional(oneLine(LONGEST.text)),
  account: z.optional(z.string().check(z.regex(/^\d{12}$/, 'must be twelve digits in quotes, such as "111122223333"'))),
  'event-names': z.optional(z.array(name).check(z.minLength(1))),
  from: z.optional(instant),
  to: z.optional(instant),
}).check(
  z.refine((match) => Object.keys(match).length > 1, 'names every exception of its query; give actor, resource, account, event-names, from or to as well'),
  z.refine(({ from, to }) => from === undefined || to === undefined || from < to, 'ends before it begins: from must be earlier than to'),
);

const decisionShape = z.strictObject({
  exception: z.optional(z.string().check(z.regex(EXCEPTION_ID_FORM, 'must be the id of an exception, such as ROOT-01-0123456789ab'))),
  match: z.optional(matchShape),
  disposition: z.enum(DISPOSITIONS),
  reason: oneLine(LONGEST.text),
  ticket: z.optional(name),
  owner: name,
  approver: name,
  'decided-on': day,
  expires: day,
}).check(
  z.refine(({ exception, match }) => (exception === undefined) !== (match === undefined), 'must name an exception or a match, and not both'),
  z.refine((decision) => decision['decided-on'] <= decision.expires || !isDay(decision['decided-on']) || !isDay(decision.expires), 'expires before it was decided: expires must not be earlier than decided-on'),
);

const shape = z.strictObject({ decisions: z.array(decisionShape) });

/** Reads a decisions file (YAML, core schema). All problems are in one SettingsError, each with its line. */
export function parseDecisionsFile(path: string, bytes: Uint8Array): DecisionsFile {
  if (bytes.length > MAXIMUM_BYTES) throw new SettingsError(`${path}: the decisions file is ${bytes.length} bytes; at most ${MAXIMUM_BYTES} are read.`);
  const yaml = readYaml(textOf(path, bytes));
  const unfilled = yaml.problems.length > 0 ? [] : placesToFillIn(yaml.value);
  const checked = shape.safeParse(yaml.value);
  if (yaml.problems.length > 0 || unfilled.length > 0 || !checked.success) {
    throw refusal(path, yaml, unfilled, checked.error?.issues ?? []);
  }
  return { path, sha256: createHash('sha256').update(bytes).digest('hex'), decisions: checked.data.decisions.map(decisionOf) };
}

function textOf(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new SettingsError(`${path}: the decisions file is not UTF-8; save it as UTF-8.`, { cause: error });
  }
}

type Place = readonly (string | number)[];

/** What the form says of a place that is to be filled in is left out: it is said already, and better. */
function refusal(path: string, yaml: YamlText, unfilled: readonly Place[], issues: readonly z.core.$ZodIssue[]): SettingsError {
  const said = new Set(unfilled.map((place) => place.join('.')));
  const problems: readonly Problem[] = yaml.problems.length > 0 ? yaml.problems : [
    ...unfilled.map((place) => ({ line: yaml.lineOf(place), sentence: `\`${place.join('.')}\` still holds ${FILL_IN} of the stub; write what holds there, or take the whole entry out.` })),
    ...schemaProblems(yaml, issues.filter((issue) => !said.has(issue.path.join('.')))),
  ];
  const lines = [...problems].sort((a, b) => a.line - b.line).map((problem) => problemLine(path, problem));
  return new SettingsError([...new Set(lines)].join('\n'));
}

function placesToFillIn(value: unknown, place: Place = []): Place[] {
  if (typeof value === 'string') return value.includes(FILL_IN) ? [place] : [];
  if (Array.isArray(value)) return value.flatMap((item, index) => placesToFillIn(item, [...place, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => placesToFillIn(item, [...place, key]));
}

function decisionOf(written: z.infer<typeof decisionShape>): Decision {
  const { exception, match, disposition, reason, ticket, owner, approver, expires } = written;
  const said = { disposition, reason, ticket: ticket ?? null, owner, approver, decidedOn: written['decided-on'], expires };
  if (exception !== undefined) return { exception, match: null, ...said };
  if (match !== undefined) return { exception: null, match: matchOf(match), ...said };
  throw new Error('A decision without its exceptions passed the check');
}

function matchOf(match: z.infer<typeof matchShape>): DecisionMatch {
  const { query, actor, resource, account, from, to } = match;
  return { query, actor: actor ?? null, resource: resource ?? null, account: account ?? null, eventNames: match['event-names'] ?? null, from: from ?? null, to: to ?? null };
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && instantOf(text) !== null;
}

/** A day, or an instant in UTC, to the second; null where the calendar has none. */
function instantOf(text: string): string | null {
  const parts = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(:\d{2})?Z)?$/.exec(text);
  if (parts === null) return null;
  const full = `${parts[1]}T${parts[2] ?? '00:00'}${parts[3] ?? ':00'}Z`;
  const time = Date.parse(full);
  return !Number.isNaN(time) && new Date(time).toISOString() === full.replace('Z', '.000Z') ? full : null;
}
