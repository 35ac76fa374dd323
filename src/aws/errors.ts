/** AWS refused, could not be reached, or is set up otherwise than needed. The message says what to do. */
export class AwsError extends Error {
  override readonly name = 'AwsError';
}

/** What AWS says is missing; null where its answer does not tell. */
export interface Denial {
  /** For example `athena:GetTableMetadata`, or `Lake Formation SELECT`. */
  readonly permission: string | null;
  /** ARN of the thing it is missing on. */
  readonly resource: string | null;
  /** The policy that forbids it ("an explicit deny in a service control policy"); null: none does, a permission is just not given. */
  readonly forbiddenBy: string | null;
}

/** Codes as services send them, without the `Exception` that some put behind them. */
const HEALING = new Set([
  'EC2Throttled', 'PriorRequestNotComplete', 'RequestLimitExceeded', 'RequestThrottled', 'SlowDown', 'Throttled', 'Throttling', 'TooManyRequests',
  'InternalError', 'InternalFailure', 'InternalServer', 'InternalServerError', 'ServiceUnavailable', 'RequestTimeout', 'TimeoutError',
  'IDPCommunicationError',
]);
const DENIED = new Set(['AccessDenied', 'Forbidden', 'UnauthorizedOperation']);
const EXPIRED = new Set(['ExpiredToken', 'TokenRefreshRequired']);
const CLOCK = new Set(['InvalidSignature', 'RequestExpired', 'RequestInTheFuture', 'RequestTimeTooSkewed', 'SignatureDoesNotMatch']);
const UNKNOWN_KEYS = new Set(['IncompleteSignature', 'InvalidAccessKeyId', 'InvalidClientTokenId', 'InvalidToken', 'MissingAuthenticationToken', 'UnrecognizedClient']);
const NO_CREDENTIALS = new Set(['CredentialsProviderError', 'ProviderError', 'TokenProviderError']);
const NETWORK = new Set(['EAI_AGAIN', 'ECONNABORTED', 'ECONNREFUSED', 'ECONNRESET', 'EHOSTUNREACH', 'ENETDOWN', 'ENETUNREACH', 'ENOTFOUND', 'EPIPE', 'ETIMEDOUT', 'ERR_STREAM_PREMATURE_CLOSE']);

/** Statuses that say "not now"; 501 and 505 say "never". */
const HEALING_STATUSES = new Set([429, 500, 502, 503, 504, 509]);

/** True for what may be gone a moment later: throttling, the service's own faults, the network, an identity provider that AWS could not ask. */
export function isRetryable(error: unknown): boolean {
  if (error instanceof AwsError || isDenied(error) || isExpired(error)) return false;
  const { code, message, status, skewCorrected } = shapeOf(error);
  if (code === 'AbortError') return false;
  // AWS could not fetch GitHub's keys; nothing is wrong with the token.
  if (code === 'InvalidIdentityToken') return message.includes('retrieve verification key');
  // The SDK has just learned the server's time and signs by it from now on.
  if (isClockError(error)) return skewCorrected;
  return HEALING.has(code) || (status !== null && HEALING_STATUSES.has(status)) || networkCode(error) !== null;
}

/** True where the credentials (or the web identity token) were good once and are too old now. */
export function isExpired(error: unknown): boolean {
  return alongCauses(error).some((each) => EXPIRED.has(shapeOf(each).code));
}

export function isDenied(error: unknown): boolean {
  return denialOf(error) !== null;
}

/** What AWS says is missing; null where the error is no refusal for want of a permission. */
export function denialOf(error: unknown): Denial | null {
  for (const each of alongCauses(error)) {
    const { code, message, status } = shapeOf(each);
    const told = /not authorized to perform:?\s+([a-z0-9-]+:[A-Za-z*]+)(?:\s+on(?:\s+the)?\s+resource:?\s+"?(arn:[^\s"]+))?/i.exec(message);
    const lakeFormation = /Insufficient (?:Lake Formation )?permission/i.test(message) && /lake ?formation/i.test(message);
    // An answer to HEAD has no body to hold a code.
    const denied = DENIED.has(code) || (code === 'Unknown' && status === 403);
    if (!denied && told === null && !lakeFormation) continue;
    const required = /Required ([A-Za-z_ ]+?) on\b/.exec(message)?.[1];
    return {
      permission: told?.[1] ?? (lakeFormation ? `Lake Formation ${required?.toUpperCase() ?? 'SELECT and DESCRIBE'}` : null),
      // A sentence's full stop is no part of the name.
      resource: told?.[2]?.replace(/[.,;]$/, '') ?? null,
      forbiddenBy: /with (an explicit deny in an? [a-z -]+?policy)/i.exec(message)?.[1] ?? null,
    };
  }
  return null;
}

/** True where AWS and this machine disagree about the time. A wrong secret looks alike, but for the words. */
function isClockError(error: unknown): boolean {
  const { code, message } = shapeOf(error);
  return CLOCK.has(code) && (code.startsWith('Request') || /signature (not yet current|expired)|too skewed|must be within/i.test(message));
}

/** Why the service could not be reached (`ENOTFOUND`); null where it was. */
function networkCode(error: unknown): string | null {
  for (const each of alongCauses(error)) {
    const { code, systemCode, message } = shapeOf(each);
    if (systemCode !== null && NETWORK.has(systemCode)) return systemCode;
    if (code === 'TimeoutError') return 'time-out';
    // Wrapped on the way, some errors keep it only in their words: "read ECONNRESET".
    const inWords = /\bE[A-Z_]{4,}\b/.exec(message)?.[0];
    if (inWords !== undefined && NETWORK.has(inWords)) return inWords;
    if (message.endsWith('socket hang up')) return 'ECONNRESET';
  }
  return null;
}

/** The sentence for a person, with what to do. `doing` begins it: "Reading the table logs.cloudtrail". */
export function asAwsError(error: unknown, doing: string): AwsError {
  return error instanceof AwsError ? error : new AwsError(`${doing} failed: ${remedy(error)}`, { cause: error });
}

function remedy(error: unknown): string {
  const denial = denialOf(error);
  if (denial !== null) return deniedRemedy(denial);
  const { code, status } = shapeOf(error);
  if (isExpired(error)) return 'the AWS credentials have expired. Give role-to-assume, so that they are renewed during the run, or sign in again.';
  if (isClockError(error)) return 'AWS says that this machine\'s clock is wrong. Set it (for example by NTP) and run again.';
  if (UNKNOWN_KEYS.has(code) || code === 'SignatureDoesNotMatch') return `AWS does not accept the credentials (${code}). Take them from one source, whole: access key id, secret access key and, where there is one, session token.`;
  if (NO_CREDENTIALS.has(code)) return `there are no AWS credentials to use (${saidBy(error)}). Give role-to-assume in a GitHub job, or a profile, or sign in before.`;
  const network = networkCode(error);
  if (network !== null) return `AWS could not be reached (${network}). Check aws-region, and that this machine may open connections to AWS.`;
  if (isRetryable(error)) return `AWS kept answering "${code}"${status === null ? '' : ` (status ${status})`} to every attempt. Run again later.`;
  return `${code}: ${saidBy(error)}`;
}

function deniedRemedy({ permission, resource, forbiddenBy }: Denial): string {
  const what = permission === null ? 'a permission that AWS does not name' : permission + (resource === null ? '' : ` on ${resource}`);
  return forbiddenBy === null ? `access is denied. Allow ${what} in the role's policy.` : `access to ${what} is denied by ${forbiddenBy}. Whoever owns that policy must allow it.`;
}

const MAX_SAID = 400;

/** The service's own words, fit to stand inside a line. */
export function saidBy(error: unknown): string {
  return printable(shapeOf(error).message).slice(0, MAX_SAID).trim() || 'no further word';
}

/** One line without control characters, and without the mark that a runner takes for a command wherever it stands (`::` counts only at a line's start). */
export function printable(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').replaceAll('##[', '# #[');
}

interface ErrorShape {
  /** The service's code, or the error's name, without `Exception`. */
  readonly code: string;
  /** Node's code, such as `ECONNRESET`. */
  readonly systemCode: string | null;
  readonly message: string;
  readonly status: number | null;
  readonly skewCorrected: boolean;
  readonly cause: unknown;
}

/** Errors are told by their shape: each client of the SDK has classes of its own, and answers it cannot read have none. */
function shapeOf(error: unknown): ErrorShape {
  const fields: Record<string, unknown> = typeof error === 'object' && error !== null ? (error as Record<string, unknown>) : {};
  const metadata = (fields['$metadata'] ?? {}) as { httpStatusCode?: unknown; clockSkewCorrected?: unknown };
  const name = text(fields['name']) ?? 'Error';
  return {
    code: name.replace(/(?<=.)Exception$/, ''),
    systemCode: text(fields['code']),
    message: text(fields['message']) ?? (typeof error === 'string' ? error : ''),
    status: typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : null,
    skewCorrected: metadata.clockSkewCorrected === true,
    cause: fields['cause'],
  };
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

const MAX_CAUSES = 8;

function alongCauses(error: unknown): unknown[] {
  const found: unknown[] = [];
  for (let each = error; each !== undefined && each !== null && found.length < MAX_CAUSES; each = shapeOf(each).cause) found.push(each);
  return found;
}
