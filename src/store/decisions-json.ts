// As a namespace: the name z would bring every language's messages into the bundle.
import * as z from 'zod';
import { type DecisionRecord, FLAGS, IDS_KEPT } from '../evidence/decisions.js';
import { type Decision, DISPOSITIONS, EXCEPTION_ID_FORM, QUERY_ID_FORM } from '../settings/decision.js';
import { canonicalJson } from './canonical-json.js';
import { sha256Shape } from './manifest.js';
import { parseItems, parseJson, parseShape } from './shape.js';

/** What the pack holds of the decisions file: its hash, not the place it was read from, which differs between machines. */
export interface DecisionsDocument {
  readonly file: { readonly sha256: string } | null;
  readonly decisions: readonly DecisionRecord[];
}

/** `decisions.json`: every decision of the file, in its order. */
export function decisionsJson({ file, decisions }: DecisionsDocument): string {
  return canonicalJson({ schemaVersion: 1, file: file === null ? null : { sha256: file.sha256 }, decisions: decisions.map(entryOf) });
}

function entryOf({ number, decision, exceptions, ids, flags }: DecisionRecord): object {
  const { disposition, reason, ticket, owner, approver, decidedOn, expires } = decision;
  return { number, ...aboutOf(decision), disposition, reason, ticket, owner, approver, decidedOn, expires, exceptions, ids, flags };
}

function aboutOf({ exception, match }: Decision): object {
  if (match === null) return { exception };
  const { query, actor, resource, account, eventNames, from, to } = match;
  return { match: { query, actor, resource, account, eventNames, from, to } };
}

const textOrNull = z.string().min(1).nullable();
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/).nullable();
const exceptionId = z.string().regex(EXCEPTION_ID_FORM);

const saidShape = {
  number: z.int().min(1),
  disposition: z.enum(DISPOSITIONS),
  reason: z.string().min(1),
  ticket: textOrNull,
  owner: z.string().min(1),
  approver: z.string().min(1),
  decidedOn: day,
  expires: day,
  exceptions: z.int().min(0),
  ids: z.array(exceptionId).max(IDS_KEPT),
  flags: z.array(z.enum(FLAGS)).max(FLAGS.length),
};
const namedShape = z.strictObject({ exception: exceptionId, ...saidShape });
const matchingShape = z.strictObject({
  match: z.strictObject({
    query: z.string().regex(QUERY_ID_FORM),
    actor: textOrNull,
    resource: textOrNull,
    account: z.string().regex(/^\d{12}$/).nullable(),
    eventNames: z.array(z.string().min(1)).min(1).nullable(),
    from: instant,
    to: instant,
  }),
  ...saidShape,
});
const entryShape = z.union([namedShape, matchingShape]);
const envelopeShape = z.strictObject({ schemaVersion: z.literal(1), file: z.strictObject({ sha256: sha256Shape }).nullable(), decisions: z.array(z.unknown()) });

/** Reads decisions written by anyone. Throws with a sentence fragment that says what is wrong. */
export function parseDecisions(text: string): DecisionsDocument {
  const { file, decisions } = parseShape(envelopeShape, parseJson(text), '');
  return { file, decisions: parseItems(entryShape, decisions, 'decisions').map(recordOf) };
}

function recordOf(entry: z.infer<typeof entryShape>): DecisionRecord {
  const { number, exceptions, ids, flags, ...decision } = entry;
  return { number, exceptions, ids, flags, decision: 'match' in decision ? { ...decision, exception: null } : { ...decision, match: null } };
}
