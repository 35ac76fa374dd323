import { asAwsError, AwsError, denialOf, isRetryable } from '../../aws/errors.js';
import { EngineError } from '../engine.js';

/** The world a call is made in, handed in: no clock of our own, no sleep in a test. */
export interface Calling {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  /** 0 up to 1. */
  readonly random: () => number;
}

export interface CallFor {
  /** What a failure of the call is a failure of: a query's id, `stage`, `Athena`. */
  readonly purpose: string;
  /** What the role needs for it, told when AWS denies it without saying so. */
  readonly permission: string;
}

const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 20_000;
/** As long as others' statements fill the account's quota, waiting heals; about five minutes of it, beyond what the client tries by itself. */
const TRIES_OVER_QUOTA = 25;

/**
 * One call to AWS. The client itself tries again what can heal, and renews credentials that expired; here a full quota is waited for.
 *
 * @throws EngineError with the fix.
 */
export async function call<Answer>(calling: Calling, what: CallFor, send: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send();
    } catch (error) {
      if (!isOverQuota(error) || attempt === TRIES_OVER_QUOTA) throw new EngineError(sentence(what, error), { cause: error });
      await calling.wait(jittered(attempt, FIRST_PAUSE_MS, calling.random));
    }
  }
}

/** Full jitter (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/). */
export function jittered(attempt: number, firstMs: number, random: () => number): number {
  return random() * Math.min(LONGEST_PAUSE_MS, firstMs * 2 ** (attempt - 1));
}

function sentence({ purpose, permission }: CallFor, error: unknown): string {
  if (error instanceof AwsError) return `${purpose}: ${error.message}`;
  const denial = denialOf(error);
  if (denial !== null && denial.forbiddenBy === null) {
    return `${purpose}: access is denied. Allow ${denial.permission ?? permission}${denial.resource === null ? '' : ` on ${denial.resource}`} in the role's policy.`;
  }
  if (isOverQuota(error)) return `${purpose}: the account runs as many statements as its Athena quota allows, and none ended in time. Run again later, or have the quota raised.`;
  if (!isRetryable(error) && property(error, 'name') === 'InvalidRequestException') {
    // Its message may quote the statement, and stays in the cause.
    return `${purpose}: Athena refuses the call (${codeOf(error) ?? 'InvalidRequestException'}).`;
  }
  return asAwsError(error, `${purpose}: the call to AWS`).message;
}

function isOverQuota(error: unknown): boolean {
  return property(error, 'Reason') === 'CONCURRENT_QUERY_LIMIT_EXCEEDED';
}

/** Athena's own code, an identifier. */
function codeOf(error: unknown): string | null {
  const code = property(error, 'AthenaErrorCode');
  return code !== null && /^[A-Z_]+$/.test(code) ? code : null;
}

function property(error: unknown, name: string): string | null {
  const value = typeof error === 'object' && error !== null ? (error as Record<string, unknown>)[name] : undefined;
  return typeof value === 'string' ? value : null;
}
