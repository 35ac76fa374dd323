import type { Row, Value } from '../engines/engine.js';

/** The query that does the linking; this file only reads its rows. */
export const LINEAGE_QUERY = 'CHG-04';

export const EVIDENCE_KINDS = ['sign-in session id', 'access key issued by STS', 'shared event id', 'principal id and session start', 'last sign-in before'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];
export type Confidence = 'certain' | 'strong' | 'possible';

export const OPENINGS = ['console sign-in', 'console role switch', 'role by SAML', 'role by web identity', 'role by certificate', 'role', 'root session', 'session token', 'federation token'] as const;
export type Opening = (typeof OPENINGS)[number];

/** A link of a chain: the call that opened the session in which the one before it was made. */
export interface Hop {
  readonly opening: Opening;
  /** Of what was opened: `role/session`, a user, an ARN's last part. */
  readonly name: string;
  readonly account: string;
  readonly time: string;
  readonly eventId: string;
  readonly evidence: EvidenceKind;
  readonly confidence: Confidence;
}

export const LOGINS = ['ConsoleLogin', 'SAML', 'Identity Center', 'web identity', 'certificate', 'long-lived key', 'AWS service', 'not found in the scanned window'] as const;
export type LoginKind = (typeof LOGINS)[number];

/** Who stands at the far end, and how they came in. */
export interface Login {
  readonly kind: LoginKind;
  readonly name: string | null;
  readonly time: string | null;
  readonly mfa: 'yes' | 'no' | 'not in CloudTrail' | null;
  readonly address: string | null;
  readonly eventId: string | null;
  /** What a CI system's token says of itself. */
  readonly ci: { readonly repository: string; readonly ref: string | null; readonly workflow: string | null } | null;
}

export interface Lineage {
  readonly change: { readonly event: string; readonly resource: string | null; readonly time: string; readonly account: string; readonly region: string; readonly through: string | null; readonly eventId: string };
  /** Nearest the change first. */
  readonly hops: readonly Hop[];
  readonly login: Login;
  /** Of the weakest link; none where no sign-in was found. */
  readonly confidence: Confidence | 'none';
}

/** A row of CHG-04 as a chain; null where it is not one (a row cut off, or written by hand). */
export function lineageOf(columns: readonly string[], row: Row): Lineage | null {
  const value = (name: string): Value => row[columns.indexOf(name)] ?? null;
  const text = (name: string): string => String(value(name) ?? '');
  const orNull = (name: string): string | null => (value(name) === null ? null : text(name));
  const written = columns.filter((name) => /^hop_\d+$/.test(name)).flatMap((name) => orNull(name) ?? []);
  const hops = written.flatMap((hop) => readHop(hop) ?? []);
  const kind = LOGINS.find((known) => known === text('login'));
  const confidence = (['certain', 'strong', 'possible', 'none'] as const).find((known) => known === text('confidence'));
  if (kind === undefined || confidence === undefined || hops.length < written.length) return null;
  const repository = orNull('ci_repository');
  return {
    change: { event: text('event_name'), resource: orNull('resource'), time: text('event_time'), account: text('account_id'), region: text('region'), through: orNull('through'), eventId: text('event_id') },
    hops,
    login: {
      kind,
      name: orNull('login_name'),
      time: orNull('login_time'),
      mfa: (['yes', 'no', 'not in CloudTrail'] as const).find((known) => known === text('login_mfa')) ?? null,
      address: orNull('login_address'),
      eventId: orNull('login_event_id'),
      ci: repository === null ? null : { repository, ref: orNull('ci_ref'), workflow: orNull('ci_workflow') },
    },
    confidence,
  };
}

/** `[evidence; confidence] time event-id opening account name`: what others chose comes last, so that nothing in it can be taken for the rest. */
const HOP = new RegExp(`^\\[(${EVIDENCE_KINDS.join('|')}); (certain|strong|possible)\\] (\\S+) (\\S+) (${OPENINGS.join('|')}) (\\S+) ([\\s\\S]*)$`);

export function readHop(text: string): Hop | null {
  const found = HOP.exec(text);
  if (found === null) return null;
  const [, evidence, confidence, time = '', eventId = '', opening, account = '', name = ''] = found;
  return { evidence: evidence as EvidenceKind, confidence: confidence as Confidence, time, eventId, opening: opening as Opening, account, name };
}
