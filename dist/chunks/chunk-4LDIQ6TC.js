import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/aws/errors.ts
var AwsError = class extends Error {
  name = "AwsError";
};
var HEALING = /* @__PURE__ */ new Set([
  "EC2Throttled",
  "PriorRequestNotComplete",
  "RequestLimitExceeded",
  "RequestThrottled",
  "SlowDown",
  "Throttled",
  "Throttling",
  "TooManyRequests",
  "InternalError",
  "InternalFailure",
  "InternalServer",
  "InternalServerError",
  "ServiceUnavailable",
  "RequestTimeout",
  "TimeoutError",
  "IDPCommunicationError"
]);
var DENIED = /* @__PURE__ */ new Set(["AccessDenied", "Forbidden", "UnauthorizedOperation"]);
var EXPIRED = /* @__PURE__ */ new Set(["ExpiredToken", "TokenRefreshRequired"]);
var CLOCK = /* @__PURE__ */ new Set(["InvalidSignature", "RequestExpired", "RequestInTheFuture", "RequestTimeTooSkewed", "SignatureDoesNotMatch"]);
var UNKNOWN_KEYS = /* @__PURE__ */ new Set(["IncompleteSignature", "InvalidAccessKeyId", "InvalidClientTokenId", "InvalidToken", "MissingAuthenticationToken", "UnrecognizedClient"]);
var NO_CREDENTIALS = /* @__PURE__ */ new Set(["CredentialsProviderError", "ProviderError", "TokenProviderError"]);
var NETWORK = /* @__PURE__ */ new Set(["EAI_AGAIN", "ECONNABORTED", "ECONNREFUSED", "ECONNRESET", "EHOSTUNREACH", "ENETDOWN", "ENETUNREACH", "ENOTFOUND", "EPIPE", "ETIMEDOUT", "ERR_STREAM_PREMATURE_CLOSE"]);
var HEALING_STATUSES = /* @__PURE__ */ new Set([429, 500, 502, 503, 504, 509]);
function isRetryable(error) {
  if (error instanceof AwsError || isDenied(error) || isExpired(error)) return false;
  const { code, message, status, skewCorrected } = shapeOf(error);
  if (code === "AbortError") return false;
  if (code === "InvalidIdentityToken") return message.includes("retrieve verification key");
  if (isClockError(error)) return skewCorrected;
  return HEALING.has(code) || status !== null && HEALING_STATUSES.has(status) || networkCode(error) !== null;
}
function isExpired(error) {
  return alongCauses(error).some((each) => EXPIRED.has(shapeOf(each).code));
}
function isDenied(error) {
  return denialOf(error) !== null;
}
function denialOf(error) {
  for (const each of alongCauses(error)) {
    const { code, message, status } = shapeOf(each);
    const told = /not authorized to perform:?\s+([a-z0-9-]+:[A-Za-z*]+)(?:\s+on(?:\s+the)?\s+resource:?\s+"?(arn:[^\s"]+))?/i.exec(message);
    const lakeFormation = /Insufficient (?:Lake Formation )?permission/i.test(message) && /lake ?formation/i.test(message);
    const denied = DENIED.has(code) || code === "Unknown" && status === 403;
    if (!denied && told === null && !lakeFormation) continue;
    const required = /Required ([A-Za-z_ ]+?) on\b/.exec(message)?.[1];
    return {
      permission: told?.[1] ?? (lakeFormation ? `Lake Formation ${required?.toUpperCase() ?? "SELECT and DESCRIBE"}` : null),
      // A sentence's full stop is no part of the name.
      resource: told?.[2]?.replace(/[.,;]$/, "") ?? null,
      forbiddenBy: /with (an explicit deny in an? [a-z -]+?policy)/i.exec(message)?.[1] ?? null
    };
  }
  return null;
}
function isClockError(error) {
  const { code, message } = shapeOf(error);
  return CLOCK.has(code) && (code.startsWith("Request") || /signature (not yet current|expired)|too skewed|must be within/i.test(message));
}
function networkCode(error) {
  for (const each of alongCauses(error)) {
    const { code, systemCode, message } = shapeOf(each);
    if (systemCode !== null && NETWORK.has(systemCode)) return systemCode;
    if (code === "TimeoutError") return "time-out";
    const inWords = /\bE[A-Z_]{4,}\b/.exec(message)?.[0];
    if (inWords !== void 0 && NETWORK.has(inWords)) return inWords;
    if (message.endsWith("socket hang up")) return "ECONNRESET";
  }
  return null;
}
function asAwsError(error, doing) {
  return error instanceof AwsError ? error : new AwsError(`${doing} failed: ${remedy(error)}`, { cause: error });
}
function remedy(error) {
  const denial = denialOf(error);
  if (denial !== null) return deniedRemedy(denial);
  const { code, status } = shapeOf(error);
  if (isExpired(error)) return "the AWS credentials have expired. Give role-to-assume, so that they are renewed during the run, or sign in again.";
  if (isClockError(error)) return "AWS says that this machine's clock is wrong. Set it (for example by NTP) and run again.";
  if (UNKNOWN_KEYS.has(code) || code === "SignatureDoesNotMatch") return `AWS does not accept the credentials (${code}). Take them from one source, whole: access key id, secret access key and, where there is one, session token.`;
  if (NO_CREDENTIALS.has(code)) return `there are no AWS credentials to use (${saidBy(error)}). Give role-to-assume in a GitHub job, or a profile, or sign in before.`;
  const network = networkCode(error);
  if (network !== null) return `AWS could not be reached (${network}). Check aws-region, and that this machine may open connections to AWS.`;
  if (isRetryable(error)) return `AWS kept answering "${code}"${status === null ? "" : ` (status ${status})`} to every attempt. Run again later.`;
  return `${code}: ${saidBy(error)}`;
}
function deniedRemedy({ permission, resource, forbiddenBy }) {
  const what = permission === null ? "a permission that AWS does not name" : permission + (resource === null ? "" : ` on ${resource}`);
  return forbiddenBy === null ? `access is denied. Allow ${what} in the role's policy.` : `access to ${what} is denied by ${forbiddenBy}. Whoever owns that policy must allow it.`;
}
var MAX_SAID = 400;
function saidBy(error) {
  return printable(shapeOf(error).message).slice(0, MAX_SAID).trim() || "no further word";
}
function printable(text2) {
  return text2.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, " ").replaceAll("##[", "# #[");
}
function shapeOf(error) {
  const fields = typeof error === "object" && error !== null ? error : {};
  const metadata = fields["$metadata"] ?? {};
  const name = text(fields["name"]) ?? "Error";
  return {
    code: name.replace(/(?<=.)Exception$/, ""),
    systemCode: text(fields["code"]),
    message: text(fields["message"]) ?? (typeof error === "string" ? error : ""),
    status: typeof metadata.httpStatusCode === "number" ? metadata.httpStatusCode : null,
    skewCorrected: metadata.clockSkewCorrected === true,
    cause: fields["cause"]
  };
}
function text(value) {
  return typeof value === "string" && value !== "" ? value : null;
}
var MAX_CAUSES = 8;
function alongCauses(error) {
  const found = [];
  for (let each = error; each !== void 0 && each !== null && found.length < MAX_CAUSES; each = shapeOf(each).cause) found.push(each);
  return found;
}

export {
  AwsError,
  isRetryable,
  isExpired,
  isDenied,
  denialOf,
  asAwsError,
  saidBy,
  printable
};
