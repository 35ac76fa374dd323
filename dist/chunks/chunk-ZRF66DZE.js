import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  AwsError,
  asAwsError,
  denialOf,
  isRetryable
} from "./chunk-4LDIQ6TC.js";
import {
  EngineError
} from "./chunk-4FWAGCHY.js";

// src/engines/athena/calls.ts
var FIRST_PAUSE_MS = 2e3;
var LONGEST_PAUSE_MS = 2e4;
var TRIES_OVER_QUOTA = 25;
async function call(calling, what, send) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send();
    } catch (error) {
      if (!isOverQuota(error) || attempt === TRIES_OVER_QUOTA) throw new EngineError(sentence(what, error), { cause: error });
      await calling.wait(jittered(attempt, FIRST_PAUSE_MS, calling.random));
    }
  }
}
function jittered(attempt, firstMs, random) {
  return random() * Math.min(LONGEST_PAUSE_MS, firstMs * 2 ** (attempt - 1));
}
function sentence({ purpose, permission }, error) {
  if (error instanceof AwsError) return `${purpose}: ${error.message}`;
  const denial = denialOf(error);
  if (denial !== null && denial.forbiddenBy === null) {
    return `${purpose}: access is denied. Allow ${denial.permission ?? permission}${denial.resource === null ? "" : ` on ${denial.resource}`} in the role's policy.`;
  }
  if (isOverQuota(error)) return `${purpose}: the account runs as many statements as its Athena quota allows, and none ended in time. Run again later, or have the quota raised.`;
  if (!isRetryable(error) && property(error, "name") === "InvalidRequestException") {
    return `${purpose}: Athena refuses the call (${codeOf(error) ?? "InvalidRequestException"}).`;
  }
  return asAwsError(error, `${purpose}: the call to AWS`).message;
}
function isOverQuota(error) {
  return property(error, "Reason") === "CONCURRENT_QUERY_LIMIT_EXCEEDED";
}
function codeOf(error) {
  const code = property(error, "AthenaErrorCode");
  return code !== null && /^[A-Z_]+$/.test(code) ? code : null;
}
function property(error, name) {
  const value = typeof error === "object" && error !== null ? error[name] : void 0;
  return typeof value === "string" ? value : null;
}

export {
  call,
  jittered
};
